"""Tests of what is wrong with events of evaluations and projects, and how little hides the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.interchange.own_events import POLICY

from innov_consortium.core.events import (
    SHARED,
    EvaluationEvent,
    Event,
    ProjectCalled,
    ProjectEvent,
)
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import dumps, load_dossier, structure_event, unstructure_event
from innov_consortium.interchange.formats import keys_of

FaultsAmong = Callable[[object], tuple[Fault, ...]]
PutInto = Callable[..., dict[str, Any]]

TYPE_ERROR, INVALID_VALUE = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE
DUPLICATE, LIMIT_EXCEEDED = FaultKind.DUPLICATE, FaultKind.LIMIT_EXCEEDED

#: Where in the complete history the events stand that are looked at here.
AT = {
    tag: 26 + n
    for n, tag in enumerate(
        sort.tag
        for sort in SHARED
        if issubclass(sort, EvaluationEvent | ProjectCalled | ProjectEvent)
    )
}
WRONG: list[tuple[str, str, object, FaultKind, str, str]] = [
    # years
    ("evaluation_called", "year", "2027", TYPE_ERROR, "year", "'2027': must be a whole number"),
    ("evaluation_called", "year", 2027.0, TYPE_ERROR, "year", "2027.0: must be a whole number"),
    ("materials_submitted", "year", True, TYPE_ERROR, "year", "true: must be a whole number"),
    ("result_notified", "year", 0, INVALID_VALUE, "year", "0: a year is from 1 to 9999"),
    ("self_evaluated", "year", 10_000, INVALID_VALUE, "year", "10000: a year is from 1 to 9999"),
    ("project_called", "year", -1, INVALID_VALUE, "year", "-1: a year is from 1 to 9999"),
    ("project_called", "evaluation_year", "2028", TYPE_ERROR, "evaluation_year", "a whole number"),
    ("project_called", "evaluation_year", 0, INVALID_VALUE, "evaluation_year", "from 1 to 9999"),
    (
        "project_called",
        "evaluation_year",
        10**18,
        LIMIT_EXCEEDED,
        "evaluation_year",
        "at most 18 digits",
    ),
    # days
    ("evaluation_called", "deadline", "2027-10-32", INVALID_VALUE, "deadline", "no such day"),
    ("evaluation_called", "deadline", 20271031, TYPE_ERROR, "deadline", "a day written as text"),
    (
        "evaluation_called",
        "self_report_deadline",
        "2027/11/30",
        INVALID_VALUE,
        "self_report_deadline",
        "a day is written YYYY-MM-DD",
    ),
    # words
    ("evaluation_called", "required", "report", TYPE_ERROR, "required", "'report': must be a list"),
    ("evaluation_called", "required", ["a", "a"], DUPLICATE, "required[1]", "repeats no. 1"),
    ("evaluation_called", "required", [None], INVALID_VALUE, "required[0]", "must be given"),
    ("materials_submitted", "items", [1], TYPE_ERROR, "items[0]", "1: must be text"),
    ("materials_submitted", "items", [""], INVALID_VALUE, "items[0]", "must not be empty"),
    ("evaluation_staged", "stage", 2, TYPE_ERROR, "stage", "2: must be text"),
    ("result_notified", "grade", "", INVALID_VALUE, "grade", "must not be empty"),
    ("result_corrected", "grade", ["good"], TYPE_ERROR, "grade", "must be text"),
    ("self_evaluated", "grade", 1, TYPE_ERROR, "grade", "1: must be text"),
    # choices and truth
    ("evaluation_assigned", "mode", "experts", INVALID_VALUE, "mode", "did you mean 'expert'?"),
    ("evaluation_assigned", "mode", "专家", INVALID_VALUE, "mode", "must be one of expert, self"),
    ("evaluation_assigned", "mode", 1, TYPE_ERROR, "mode", "1: must be one of expert, self"),
    ("project_decided", "granted", "yes", TYPE_ERROR, "granted", "'yes': must be true or false"),
    # projects and money
    ("project_applied", "project", None, INVALID_VALUE, "project", "null: must be given"),
    ("project_applied", "project", 1, TYPE_ERROR, "project", "1: must be text"),
    ("project_funded", "amount", 9_999_999.99, TYPE_ERROR, "amount", "written as text, in quotes"),
    ("project_funded", "amount", 10_000_000, TYPE_ERROR, "amount", "written as text, in quotes"),
    ("project_funded", "amount", "1e7", INVALID_VALUE, "amount", "'1e7': an amount is written in"),
    ("project_funded", "amount", "-0.01", INVALID_VALUE, "amount", "with no sign"),
    ("project_funded", "amount", "NaN", INVALID_VALUE, "amount", "'NaN': an amount is written"),
    ("project_funded", "amount", "0.005", INVALID_VALUE, "amount", "no whole number of fen"),
    ("project_funded", "source", [], TYPE_ERROR, "source", "must be text"),
    # what any event has, and keys
    ("result_notified", "under", None, INVALID_VALUE, "under", "null: must be given"),
    ("result_notified", "under", 83, TYPE_ERROR, "under", "83: must be text"),
    ("result_notified", "under", "文 ", INVALID_VALUE, "under", "nor begin or end with a blank"),
    ("result_annulled", "grade", "good", INVALID_VALUE, "grade", "is no known key"),
    ("self_report_filed", "deadline", None, INVALID_VALUE, "deadline", "is no known key"),
    ("project_funded", "ammount", "1", INVALID_VALUE, "ammount", "did you mean 'amount'?"),
]


def kinds_and_paths(faults: tuple[Fault, ...]) -> list[tuple[FaultKind, str]]:
    return [(f.kind, f.path) for f in faults]


def test_where_the_events_stand(history: dict[str, Any]) -> None:
    """The complete history has each of them, in this order."""
    assert {tag: history["events"][n]["type"] for tag, n in AT.items()} == {tag: tag for tag in AT}
    assert len(AT) == 13


@pytest.mark.parametrize(("tag", "key", "value", "kind", "path", "en"), WRONG)
def test_one_thing_wrong(
    put_into: PutInto,
    faults_among: FaultsAmong,
    tag: str,
    key: str,
    value: object,
    kind: FaultKind,
    path: str,
    en: str,
) -> None:
    """One wrong value gives a fault of that kind at its path, naming value and remedy."""
    found = faults_among(put_into((("events", AT[tag], key), value)))

    assert [(kind, f"events[{AT[tag]}].{path}")] == kinds_and_paths(found)
    assert en in found[0].en


@pytest.mark.parametrize("tag", AT)
def test_what_is_not_known_may_be_null_or_left_out(history: dict[str, Any], tag: str) -> None:
    """Both mean the same, whatever the event; its day alone is needed.

    But for the year of an evaluation: where none is written it is that of the day, and null says
    that it is not known.
    """
    written = history["events"][AT[tag]]
    bare = {"type": tag, "on": written["on"]}
    made = structure_event(bare, POLICY)
    nullable = {
        key: None for key in keys_of(type(made)) if getattr(made, key, "") is None and key != "by"
    }
    if hasattr(made, "of_year"):
        del nullable["year"]
        with pytest.raises(InvalidInputError) as caught:
            structure_event({**bare, "year": None}, POLICY)
        assert [fault.path for fault in caught.value.faults] == ["event.year"]

    assert made == structure_event({**bare, **nullable, "by": None}, POLICY)
    assert unstructure_event(made) == bare


def test_all_faults_at_once(put_into: PutInto, faults_among: FaultsAmong) -> None:
    """Faults in several of them, and between them, are told together."""
    called, funded, notified = (
        AT[t] for t in ("evaluation_called", "project_funded", "result_notified")
    )
    found = faults_among(
        put_into(
            (("events", called, "year"), "2027"),
            (("events", called, "deadline"), "x"),
            (("events", called, "required"), ["a", "a", 1]),
            (("events", notified, "on"), "2020-01-01"),
            (("events", notified, "under"), 1),
            (("events", funded, "amount"), "0.001"),
            (("events", funded, "source"), 1),
            (("events", funded, "by"), 1),
        )
    )

    expected = {
        (f"events[{called}].year", TYPE_ERROR),
        (f"events[{called}].deadline", INVALID_VALUE),
        (f"events[{called}].required[1]", DUPLICATE),
        (f"events[{called}].required[2]", TYPE_ERROR),
        (f"events[{notified}].on", FaultKind.OUT_OF_ORDER),
        (f"events[{notified}].under", TYPE_ERROR),
        (f"events[{funded}].amount", INVALID_VALUE),
        (f"events[{funded}].source", TYPE_ERROR),
        (f"events[{funded}].by", TYPE_ERROR),
    }

    assert expected == {(f.path, f.kind) for f in found}
    assert len(expected) == len(found)


@pytest.mark.parametrize("number", ["9999999.99", "1e7", "10000000", "-1", "1" * 30, "Infinity"])
def test_amount_that_is_a_number_of_a_text(number: str) -> None:
    """A number of a JSON text is never an amount, and is shown as it was written."""
    text = (
        '{"consortium": "C1", "events": '
        f'[{{"type": "project_funded", "on": "2029-03-01", "amount": {number}}}]}}'
    )
    with pytest.raises(InvalidInputError) as caught:
        load_dossier(text, POLICY)

    assert kinds_and_paths(caught.value.faults) == [(TYPE_ERROR, "events[0].amount")]
    assert f"金额（元） {number}：应为数额文字" in caught.value.faults[0].zh


@pytest.mark.parametrize("tag", AT)
def test_mistyped_sort_suggests_the_right_one(tag: str, faults_among: FaultsAmong) -> None:
    """Each of the sorts is told to somebody who comes near it."""
    (fault,) = faults_among(
        {"consortium": "C1", "events": [{"type": f"{tag}x", "on": "2027-01-01"}]}
    )

    assert (fault.kind, fault.path) == (INVALID_VALUE, "events[0].type")
    assert f"did you mean {tag!r}?" in fault.en


def test_correction_of_a_result(history: dict[str, Any]) -> None:
    """A correction may say that another result was notified."""
    instead = {"type": "result_notified", "on": "2027-12-21", "year": 2027, "grade": "excellent"}
    made: Event = structure_event(
        {"type": "corrected", "on": "2029-04-01", "of": "e31", "instead": instead}, POLICY
    )

    assert unstructure_event(made)["instead"] == instead
    history["events"].append({**unstructure_event(made), "id": "e40"})
    assert load_dossier(dumps(history), POLICY).history.events[-1] == structure_event(
        history["events"][-1], POLICY
    )
