"""The site's pages are reachable, lead somewhere and have their English, without building it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

import innov_consortium
from innov_consortium import catalogue
from innov_consortium.rendering import LOCALES, dot

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
CATALOGUES = DOCS / "locale" / "en" / "LC_MESSAGES"
#: The pages of the site; docs/law/art*.md are copies, made when it is built.
PAGES = sorted(
    page
    for page in DOCS.rglob("*.md")
    if "_build" not in page.parts and not page.match("docs/law/art*.md")
)
PROSE = [*PAGES, *(ROOT / n for n in ("README.md", "README.zh_CN.md", "CONTRIBUTING.md"))]

HAN = re.compile(r"[\u3400-\u9fff]")
CODE = re.compile(r"`+[^`]+`+")
LINK = re.compile(r"\]\(([^()\s]+)\)")
FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1 *$", re.MULTILINE | re.DOTALL)
TOCTREE = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# --- English --------------------------------------------------------------------------------------


def messages(file: Path) -> list[Message]:
    with file.open("rb") as stream:
        return [message for message in read_po(stream, locale="en") if message.id]


@pytest.mark.parametrize("file", sorted(CATALOGUES.rglob("*.po")), ids=named)
def test_nothing_is_left_in_chinese(file: Path) -> None:
    """No message is empty, fuzzy or of a text that is gone."""
    there = messages(file)
    with file.open("rb") as stream:
        obsolete = list(read_po(stream, locale="en").obsolete)

    assert there
    assert [m.id for m in there if not m.string or m.fuzzy] == []
    assert obsolete == []


@pytest.mark.parametrize("file", sorted(CATALOGUES.rglob("*.po")), ids=named)
def test_a_translation_keeps_code_and_links(file: Path) -> None:
    """Code but for Chinese words in it, and every link to the same place."""
    faults = []
    for message in messages(file):
        chinese, english = str(message.id), str(message.string)
        before, after = set(CODE.findall(chinese)), set(CODE.findall(english))
        kept = {code for code in before if not HAN.search(code)}
        if not kept <= after or len(after) != len(before):
            faults.append((chinese, before ^ after))
        if sorted(LINK.findall(chinese)) != sorted(LINK.findall(english)):
            faults.append((chinese, set(LINK.findall(english))))
    assert faults == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_page_has_english(page: Path) -> None:
    """What is in both languages is written in Chinese, so there is always something."""
    assert (CATALOGUES / page.relative_to(DOCS).with_suffix(".po")).is_file()


# --- ways there and ways on -----------------------------------------------------------------------


def listed(page: Path) -> Iterator[Path]:
    """Yield the pages that a page's tables of contents list."""
    for found in TOCTREE.findall(page.read_text(encoding="utf-8")):
        lines = [line.strip() for line in found.split("\n")]
        entries = [line for line in lines if line and not line.startswith(":")]
        for entry in entries:
            yield from page.parent.glob(f"{entry}.md")


def test_every_page_is_reached_from_the_first() -> None:
    """By the tables of contents alone, as the navigation shows them."""
    reached, ahead = set[Path](), [DOCS / "index.md"]
    while ahead:
        page = ahead.pop()
        if page not in reached:
            reached.add(page)
            ahead += listed(page)
    assert [named(page) for page in PAGES if page not in reached] == []


@pytest.mark.parametrize("page", PROSE, ids=named)
def test_no_page_links_to_a_file_that_is_not_there(page: Path) -> None:
    """Addresses elsewhere and places within a page apart."""
    prose = CODE.sub("", FENCED.sub("", page.read_text(encoding="utf-8")))
    targets = {link.partition("#")[0] for link in LINK.findall(prose)}
    paths = [t for t in targets if t and "://" not in t and not t.startswith("mailto:")]
    assert [t for t in paths if not (page.parent / t).exists()] == []


# --- what is told by the code ---------------------------------------------------------------------


def documented() -> set[str]:
    pages = (DOCS / "reference" / "api").glob("*.md")
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    return set(re.findall(r"^\.\. automodule:: (\S+)$", text, re.MULTILINE))


def test_every_module_of_the_core_has_its_place() -> None:
    """Packages are documented as a whole, by what they offer."""
    core = ROOT / "src" / "innov_consortium" / "core"
    names = {p.stem for p in core.glob("*.py")} | {
        p.parent.name for p in core.glob("*/__init__.py")
    }
    modules = {f"innov_consortium.core.{name}" for name in names - {"__init__"}}

    assert modules - documented() == set()


def test_every_public_name_is_documented() -> None:
    """In its own module, wherever it is imported from."""
    homes = {getattr(innov_consortium, name).__module__ for name in innov_consortium.__all__}
    assert homes - documented() == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_picture_is_of_the_present_table(locale: str) -> None:
    """``python docs/draw.py`` draws it anew; it begins with the digest of what was drawn."""
    name = "procedure-tianjin.svg" if locale == "zh_CN" else f"procedure-tianjin.{locale}.svg"
    graph = dot(catalogue().select("CN-TJ"), locale)
    first = (DOCS / "reference" / name).read_text(encoding="utf-8").partition("\n")[0]

    assert first == f"<!-- {hashlib.sha256(graph.encode()).hexdigest()} -->"
