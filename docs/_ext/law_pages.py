"""The articles of the law: the executable pages of the installed policy, brought into the site.

They are copied, because Sphinx reads pages from its own folder only; git ignores the copies.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from innov_consortium import Policy, catalogue
from innov_consortium.core.sources import Place
from innov_consortium.testing.articles import pages_of

__all__ = ["FOLDER", "anchor", "bring_in", "headed", "homes"]

#: Where the pages stand in the documentation.
FOLDER = "law"

#: The page about what is no article is not the index of the section, so it has another name here.
_NO_ARTICLE = ("index.md", "art00.md")
_POLICY = "CN-TJ"
_HEADING = re.compile(r"^(#{1,6}) (.*`.*)$", re.MULTILINE)
_ID = re.compile(r" *`([a-z0-9.]+)` *")


def bring_in(folder: Path) -> None:
    """Write the pages of the policy into a folder; what is there and of no use any more goes."""
    old, new = _NO_ARTICLE
    pages = {
        p.name.replace(old, new): p.text.replace(f"]({old}", f"]({new}")
        for p in pages_of(catalogue().select(_POLICY))
    }
    for copy in folder.glob("art*.md"):
        if copy.name not in pages:
            copy.unlink()
    for name, text in pages.items():
        copy = folder / name
        if not copy.exists() or copy.read_text(encoding="utf-8") != text:
            copy.write_text(text, encoding="utf-8")


def anchor(provision: str) -> str:
    """Return the id by which a provision is found in its page and in the ledger's."""
    return provision.replace(".", "-")


@functools.cache
def homes(policy: Policy) -> dict[str, str]:
    """Return for every provision the page of law about it; none if the policy brings no pages."""
    return {
        provision: page.name.replace(*_NO_ARTICLE)
        for page in pages_of(policy)
        for section in page.sections
        for provision in section.provisions
    }


def headed(text: str, locale: str) -> str:
    """Return a page whose headings are words; the provisions they are about stand below them.

    Each leads to its place in the ledger. The heading of an article is that of the law, in English
    by the gloss.
    """
    policy = catalogue().select(_POLICY)

    def changed(found: re.Match[str]) -> str:
        level, heading = found.groups()
        provisions = [p for p in _ID.findall(heading) if p in policy.ledger]
        if not provisions:
            return found[0]
        words = _ID.sub("", heading)
        first = policy.ledger[provisions[0]]
        if locale == "en" and words == first.text:
            article = Place.of(first.id).article
            gloss = first.gloss.removeprefix("Heading: ")
            words = gloss if article is None else f"Art. {article} {gloss}"
        links = " ".join(
            f"[[`{p}`](../reference/ledger-tianjin.md#{anchor(p)})]{{#law-{anchor(p)} .provision}}"
            for p in provisions
        )
        return f"{level} {words or heading.strip()}\n\n{links}"

    return _HEADING.sub(changed, text)
