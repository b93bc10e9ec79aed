"""The pages on the formats name every key, every sort of event and every word there is."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest

from innov_consortium import catalogue
from innov_consortium.core.case import Case
from innov_consortium.core.events import Event
from innov_consortium.interchange.formats import HistoryDocument, fields_of, sorts_of

PAGES = Path(__file__).parents[2] / "docs" / "reference"
CASE, HISTORY = ((PAGES / f"{n}.md").read_text(encoding="utf-8") for n in ("case", "history"))
TIANJIN = catalogue().select("CN-TJ")
SORTS = sorts_of(TIANJIN)


def classes_in(wanted: Any, found: set[Any]) -> set[Any]:
    """Add to what was found every class and every choice a value of a type may consist of."""
    if wanted in found or wanted is Event:
        return found
    if attrs.has(wanted):
        found.add(wanted)
        for _, inner in fields_of(wanted):
            classes_in(inner, found)
    elif isinstance(wanted, type) and issubclass(wanted, enum.Enum):
        found.add(wanted)
    for inner in get_args(wanted):
        classes_in(inner, found)
    return found


def names_in(*wanted: Any) -> Iterator[str]:
    """Yield the keys and the choices that stand in documents of certain classes."""
    for cl in set[Any]().union(*(classes_in(one, set()) for one in wanted)):
        if attrs.has(cl):
            yield from (name for name, _ in fields_of(cl))
        else:
            yield from (str(option.value) for option in cl)


def unnamed(names: Iterator[str] | list[str], page: str) -> list[str]:
    """Return the names that do not stand in a page as code."""
    return sorted({name for name in names if f"`{name}`" not in page and f'"{name}"' not in page})


def test_case_page_names_every_key_and_choice() -> None:
    """Those of the record and of the calendar among them."""
    assert unnamed(names_in(Case), CASE) == []


def test_history_page_names_every_key_and_choice() -> None:
    """Those of a case it leaves to that page."""
    assert unnamed(names_in(HistoryDocument, *SORTS), CASE + HISTORY) == []


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.tag)
def test_history_page_names_every_sort_of_event(sort: type[Event]) -> None:
    """With the keys it has beside those of any event, in one row."""
    own = [name for name, _ in fields_of(sort) if name not in dict(fields_of(Event))]

    assert unnamed([sort.tag, *own], HISTORY) == []


def test_pages_name_every_word_tianjin_lists() -> None:
    """So that nobody has to look for them in the policy."""
    assert unnamed([w for _, listed in TIANJIN.vocabulary for w in listed], CASE + HISTORY) == []
