"""What a mutation run changed in the sorts of fields, and in a span of days as it is written.

The classes are made here, so that nothing of them was looked up before and kept.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import frozen

from innov_consortium.core.events import Event
from innov_consortium.core.periods import Window
from innov_consortium.core.sorts import sort_faults
from innov_consortium.core.validity import Validity
from innov_consortium.errors import InvalidInputError


class Way:
    """Something to collect."""


@frozen(kw_only=True)
class Kept:
    """A value with collections and with what may be left out."""

    all_of: frozenset[Way] = frozenset()
    ways: tuple[Way, ...] | None = None
    way: Way | None = None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"all_of": frozenset({Way()}), "ways": (Way(), Way()), "way": Way()}, []),
        ({"ways": None, "way": None}, []),
        ({"all_of": frozenset({1})}, [("all_of", "must be frozenset[Way], not frozenset")]),
        ({"all_of": (Way(),)}, [("all_of", "must be frozenset[Way], not tuple")]),
        ({"ways": (Way(), "way")}, [("ways", "must be tuple[Way], not tuple")]),
        ({"ways": [Way()]}, [("ways", "must be tuple[Way], not list")]),
        ({"way": "way"}, [("way", "must be Way, not str")]),
        ({"all_of": None}, [("all_of", "must be frozenset[Way], not NoneType")]),
    ],
)
def test_a_collection_and_what_may_be_left_out_are_looked_into(
    given: dict[str, Any], told: list[tuple[str, str]]
) -> None:
    """What is collected is of its sort, every one; and who may say nothing may not say anything."""
    assert [(fault.path, fault.en) for fault in sort_faults(Kept(**given))] == told


FIRST, LAST = date(2026, 1, 1), date(2030, 4, 10)


@pytest.mark.parametrize(
    ("window", "certain", "written"),
    [
        (Window(FIRST, LAST), True, "2026-01-01…2030-04-10"),
        (Window(FIRST, LAST), False, "2026-01-01…2030-04-10?"),
        (Window(FIRST, None), True, "2026-01-01…"),
        (None, True, "—"),
    ],
)
def test_only_days_that_nobody_can_be_sure_of_are_written_with_a_question_mark(
    window: Window | None, certain: bool, written: str
) -> None:
    """What is known is not put in doubt where it is printed."""
    assert str(Validity(window, certain=certain)) == written


def test_what_only_the_type_checker_sees_hides_no_field_of_the_bases() -> None:
    """A region's own sort of event may name such a class; its day has to be a day all the same."""

    @frozen(kw_only=True)
    class Visited(Event):
        visitor: Unseen | None = None  # type: ignore[name-defined]  # noqa: F821

    assert Visited(on=date(2026, 3, 2), visitor="anybody").on == date(2026, 3, 2)
    for wrong in (None, "2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)):
        with pytest.raises(InvalidInputError) as caught:
            Visited(on=wrong, recorded_on=date(2026, 3, 2))  # type: ignore[arg-type]
        assert [fault.path for fault in caught.value.faults] == ["on"]
