"""Changes: four events tell of one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import frozen
from tests.core.filings import NEW, SECOND, THIRD, day

from innov_consortium.core.changes import (
    Change,
    ChangeApproved,
    ChangeEvent,
    ChangeExecuted,
    ChangeKind,
    ChangeRefused,
    ChangeReported,
    changes_of,
)
from innov_consortium.core.events import Event, Recognised
from innov_consortium.errors import InvalidInputError

SORTS = {
    "reported": ChangeReported,
    "approved": ChangeApproved,
    "refused": ChangeRefused,
    "executed": ChangeExecuted,
}


def told(*words: str) -> tuple[Event, ...]:
    """Return events of one change, on one day after another."""
    return tuple(SORTS[word](on=day(n), by=f"某{n}") for n, word in enumerate(words, 1))


def days(*words: str) -> tuple[date | None, ...]:
    """Return the four days of the one change that events tell of."""
    (change,) = changes_of(told(*words))
    return change.reported_on, change.approved_on, change.refused_on, change.executed_on


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("reported",), (1, None, None, None)),
        (("reported", "approved", "executed"), (1, 2, None, 3)),
        (("reported", "refused"), (1, None, 2, None)),
        (("approved", "reported"), (2, 1, None, None)),
        (("executed",), (None, None, None, 1)),
    ],
)
def test_each_event_gives_the_change_its_day(
    words: tuple[str, ...], expected: tuple[int | None, ...]
) -> None:
    """In whatever order they came, and whether the others came at all."""
    assert days(*words) == tuple(None if n is None else day(n) for n in expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("reported", "reported"), (1, None, None, None)),
        (("reported", "approved", "approved"), (1, 2, None, None)),
        (("reported", "approved", "refused"), (1, 2, None, None)),
        (("reported", "executed", "executed"), (1, None, None, 2)),
        (("reported", "approved", "reported"), (1, 2, None, None)),
    ],
)
def test_what_is_repeated_moves_no_day(
    words: tuple[str, ...], expected: tuple[int | None, ...]
) -> None:
    """Nor does a refusal of what is approved."""
    assert days(*words) == tuple(None if n is None else day(n) for n in expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("reported", "refused", "reported"), (3, None, None, None)),
        (("reported", "refused", "reported", "approved"), (3, 4, None, None)),
        (("reported", "refused", "approved"), (1, 3, None, None)),
        (("reported", "refused", "refused"), (1, None, 3, None)),
    ],
)
def test_a_refused_change_may_be_reported_and_decided_on_again(
    words: tuple[str, ...], expected: tuple[int | None, ...]
) -> None:
    """The last word counts until there is an approval."""
    assert days(*words) == tuple(None if n is None else day(n) for n in expected)


def test_changes_keep_the_order_in_which_they_first_occur() -> None:
    """Each by its id; what is no change is passed over."""
    events = (
        ChangeReported(on=day(1), change="b", kind=ChangeKind.MEMBER_EXIT, unit=THIRD.key),
        Recognised(on=day(1)),
        ChangeReported(on=day(2), change="a"),
        ChangeApproved(on=day(3), change="b", by="某局"),
    )
    one, other = changes_of(events)
    assert (one.id, other.id) == ("b", "a")
    assert (one.report, one.approved_by, other.approved_by) == (events[0], "某局", None)


@pytest.mark.parametrize(
    ("parts", "unit"),
    [
        ({"unit": THIRD.key}, THIRD.key),
        ({"joining": NEW}, NEW.key),
        ({"unit": SECOND.key, "joining": NEW}, NEW.key),
        ({}, None),
    ],
)
def test_a_change_is_about_the_one_who_joins_or_else_the_member_named(
    parts: dict[str, Any], unit: object
) -> None:
    """Or about nobody; so is one that was never reported."""
    report = ChangeReported(on=day(1), kind=ChangeKind.MEMBER_OTHER, **parts)
    change = Change(id="", told=report, report=report)
    assert (change.unit, change.kind) == (unit, ChangeKind.MEMBER_OTHER)
    assert (Change(id="").unit, Change(id="").kind) == (None, None)


def test_some_changes_are_about_members_and_others_about_persons() -> None:
    """Replacing the lead is about neither."""
    assert [kind.value for kind in ChangeKind if kind.of_members] == [
        "member_exit",
        "member_rename",
        "member_join",
        "member_other",
    ]


def test_a_new_name_is_a_name() -> None:
    """One nobody can read is refused; none is no fault."""
    assert ChangeReported(on=day(1), new_name="虚构新公司").new_name == "虚构新公司"
    with pytest.raises(InvalidInputError) as caught:
        ChangeReported(on=day(1), new_name="\u200b")
    assert [f.path for f in caught.value.faults] == ["new_name"]


def test_a_change_names_its_matter_and_the_matter_the_change() -> None:
    """With an id or, if there is only one, without."""
    for change in ("c7", ""):
        event = ChangeApproved(on=day(1), change=change)
        assert event.about(event.matter) == {"change": change}


def test_a_text_may_have_events_of_a_change_of_its_own() -> None:
    """There is the change, and none of its four days."""

    @frozen(kw_only=True)
    class ChangeNoted(ChangeEvent):
        tag = "change_noted"

    assert changes_of([ChangeNoted(on=day(1), change="c7")]) == (Change(id="c7"),)


def test_what_changes_may_be_told_before_it_is_reported() -> None:
    """By whichever event says so first; a report says it afresh."""
    silent = ChangeExecuted(on=day(1), change="c")
    told = ChangeApproved(on=day(2), change="c", kind=ChangeKind.MEMBER_EXIT, unit=THIRD.key)
    (change,) = changes_of((silent, told))
    assert (change.kind, change.subject, change.reported_on) == (
        ChangeKind.MEMBER_EXIT,
        THIRD.key,
        None,
    )
    report = ChangeReported(on=day(3), change="c", kind=ChangeKind.MEMBER_RENAME, new_name="新")
    (change,) = changes_of((silent, told, report))
    assert (change.kind, change.subject, change.new_name) == (
        ChangeKind.MEMBER_RENAME,
        None,
        "新",
    )


def test_a_change_nobody_told_of_is_of_no_kind() -> None:
    """Not of another one."""
    (change,) = changes_of((ChangeExecuted(on=day(1), change="c"),))
    told = (change.kind, change.new_name, change.joining, change.person, change.unit)
    assert (told, change.key) == ((None,) * 5, "c")
