"""Check a built site: it loads nothing from elsewhere, and what it links to in itself is there.

``python docs/check_site.py docs/_build/site``. An intranet has no way out, so a page may name an
address but must not need it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_OUTSIDE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)
_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_IN_SCRIPT = re.compile(r"""(?:fetch|import|importScripts)\(\s*["']((?:https?:)?//[^"']+)""")
#: Attributes of any element by which a browser fetches something of itself.
_LOADED = ("src", "srcset", "poster", "data", "xlink:href")
#: Links that only say how pages hang together.
_NOT_LOADED = {"next", "prev", "index", "search", "author", "canonical", "alternate", "copyright"}


def main() -> int:
    """Tell of every fault of the site in the folder given, and fail if there is one."""
    site = Path(sys.argv[1]).resolve()
    pages = {page: _Page.of(page) for page in sorted(site.rglob("*.html"))}
    faults = [fault for page in pages for fault in _faults(page, pages, site)]
    for file in sorted([*site.rglob("*.css"), *site.rglob("*.js")]):
        found = _IN_STYLE if file.suffix == ".css" else _IN_SCRIPT
        text = file.read_text(encoding="utf-8")
        addresses = ["".join(match) for match in found.findall(text)]
        faults += [f"{file}: loads {a}" for a in addresses if _OUTSIDE.match(a)]
    for fault in faults:
        print(fault)  # noqa: T201 - a command tells its result
    print(f"{len(pages)} pages, {len(faults)} faults")  # noqa: T201 - the same
    return 1 if faults or not pages else 0


class _Page(HTMLParser):
    """What a page loads, what it links to, and the places in it that can be linked to."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.linked: list[str] = []
        self.places: set[str] = {""}

    @classmethod
    def of(cls, file: Path) -> _Page:
        page = cls()
        page.feed(file.read_text(encoding="utf-8"))
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        self.loaded += [given[name] for name in _LOADED if name in given]
        self.loaded += ["".join(found) for found in _IN_STYLE.findall(given.get("style", ""))]
        if tag == "a" and "href" in given:
            self.linked.append(given["href"])
        elif tag == "link" and not _NOT_LOADED & set(given.get("rel", "").split()):
            self.loaded.append(given.get("href", ""))


def _faults(page: Path, pages: dict[Path, _Page], site: Path) -> Iterator[str]:
    name = page.relative_to(site)
    for address in pages[page].loaded:
        if _OUTSIDE.match(address):
            yield f"{name}: loads {address}"
        elif not address.startswith("data:") and not _there(page, address):
            yield f"{name}: what it loads is not there: {address}"
    for address in pages[page].linked:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        target = page if not parts.path else (page.parent / unquote(parts.path)).resolve()
        if not target.is_file():
            yield f"{name}: links to what is not there: {address}"
        elif target in pages and unquote(parts.fragment) not in pages[target].places:
            yield f"{name}: no such place: {address}"


def _there(page: Path, address: str) -> bool:
    return (page.parent / unquote(urlsplit(address).path)).is_file()


if __name__ == "__main__":
    sys.exit(main())
