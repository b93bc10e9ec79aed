"""Tests of what is wrong with a history: for each fault its kind, its path, and what it says."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from tests.interchange.own_events import POLICY

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import Limits, load_dossier, structure_dossier, structure_event
from innov_consortium.interchange.shown import posts_of
from innov_consortium.interchange.strict import NumberText

FaultsAmong = Callable[..., tuple[Fault, ...]]
PutInto = Callable[..., dict[str, Any]]

TYPE_ERROR, INVALID_VALUE = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE
DUPLICATE, INCONSISTENT = FaultKind.DUPLICATE, FaultKind.INCONSISTENT
OUT_OF_ORDER, LIMIT_EXCEEDED = FaultKind.OUT_OF_ORDER, FaultKind.LIMIT_EXCEEDED

LEAD = "91120116MAXT10009B"
UNIVERSITY = "12120116MBXT100535"
STRANGER = "91120116MAXT10033U"
CORRECTION: dict[str, Any] = {"type": "corrected", "on": "2027-05-02", "of": "e16"}
TWICE = {**CORRECTION, "instead": {**CORRECTION, "instead": CORRECTION}}


def events(*given: Any, consortium: str = "C1") -> dict[str, Any]:
    return {"consortium": consortium, "events": list(given)}


def kinds_and_paths(faults: tuple[Fault, ...]) -> list[tuple[FaultKind, str]]:
    return [(f.kind, f.path) for f in faults]


E = "events"
WRONG = [
    # the sort of an event
    ((E, 3, "type"), "objection_risen", INVALID_VALUE, "events[3].type", "mean 'objection_raised'"),
    ((E, 3, "type"), "x", INVALID_VALUE, "events[3].type", "filed, application_withdrawn, appl"),
    ((E, 3, "type"), "x", INVALID_VALUE, "events[3].type", "district_reviewed, "),
    ((E, 3, "type"), 7, TYPE_ERROR, "events[3].type", "7: must be one of call_issued, filed"),
    ((E, 3, "type"), None, INVALID_VALUE, "events[3].type", "null: must be given"),
    ((E, 3, "type"), "", INVALID_VALUE, "events[3].type", "must be one of"),
    # the fields any event has
    ((E, 2, "on"), None, INVALID_VALUE, "events[2].on", "null: must be given"),
    ((E, 2, "on"), "2026-5-6", INVALID_VALUE, "events[2].on", "'2026-5-6': a day is written"),
    ((E, 1, "recorded_on"), "2026-03-01", OUT_OF_ORDER, "events[1].recorded_on", "before the day"),
    ((E, 2, "by"), "", INVALID_VALUE, "events[2].by", "must not be empty"),
    ((E, 2, "by"), ["x"], TYPE_ERROR, "events[2].by", "[…]: must be text"),
    ((E, 2, "edition"), None, INVALID_VALUE, "events[2].edition", "null: must be given"),
    ((E, 2, "id"), 3, TYPE_ERROR, "events[2].id", "3: must be text"),
    (
        (E, 2, "date"),
        "2026-05-06",
        INVALID_VALUE,
        "events[2].date",
        "the keys are type, on, by, doc",
    ),
    ((E, 2, "lst"), "2026-05-12", INVALID_VALUE, "events[2].lst", "did you mean 'last'"),
    ((E, 2), None, INVALID_VALUE, "events[2]", "must be given"),
    ((E, 2), [], TYPE_ERROR, "events[2]", "must be an object"),
    ((E, 2), "recognised", TYPE_ERROR, "events[2]", "must be an object"),
    ((E,), {}, TYPE_ERROR, "events", "must be a list"),
    ((E,), None, INVALID_VALUE, "events", "must be given"),
    (("consortium",), "", INVALID_VALUE, "consortium", "must not be empty"),
    (("consortium",), 7, TYPE_ERROR, "consortium", "7: must be text"),
    (("consortum",), "C1", INVALID_VALUE, "consortum", "did you mean 'consortium'"),
    (("application",), {}, INVALID_VALUE, "application", "schema, consortium, events, register"),
    (
        ("schema",),
        "innov-consortium/case/1",
        INVALID_VALUE,
        "schema",
        "must be 'innov-consortium/his",
    ),
    (("schema",), None, TYPE_ERROR, "schema", "null: must be"),
    # numbers
    ((E, 0, "year"), True, TYPE_ERROR, "events[0].year", "true: must be a whole number"),
    ((E, 0, "year"), "2026", TYPE_ERROR, "events[0].year", "'2026': must be a whole number"),
    ((E, 0, "year"), 2026.0, TYPE_ERROR, "events[0].year", "2026.0: must be a whole number"),
    ((E, 0, "year"), NumberText("2e3"), TYPE_ERROR, "events[0].year", "2e3: must be a whole"),
    ((E, 0, "year"), 0, INVALID_VALUE, "events[0].year", "0: a year is from 1 to 9999"),
    ((E, 0, "year"), 10_000, INVALID_VALUE, "events[0].year", "10000: a year is from 1 to 9999"),
    ((E, 0, "year"), -2026, INVALID_VALUE, "events[0].year", "-2026: a year is from 1 to 9999"),
    ((E, 0, "year"), 10**18, LIMIT_EXCEEDED, "events[0].year", f"{10**18}: must have at most 18"),
    # the fields of some
    ((E, 0, "last"), "2026-02-09", OUT_OF_ORDER, "events[0].last", "is before the first day"),
    ((E, 2, "last"), "2026-05-05", OUT_OF_ORDER, "events[2].last", "before the first day of publ"),
    ((E, 4, "upheld"), "no", TYPE_ERROR, "events[4].upheld", "'no': must be true or false"),
    ((E, 16, "on_request"), "no", TYPE_ERROR, "events[16].on_request", "must be true or false"),
    ((E, 16, "grounds", 1), "art14.s1a", DUPLICATE, "events[16].grounds[1]", "is cited twice"),
    ((E, 16, "grounds", 1), None, INVALID_VALUE, "events[16].grounds[1]", "must be given"),
    ((E, 16, "grounds"), "art14.s1a", TYPE_ERROR, "events[16].grounds", "must be a list"),
    ((E, 1, "documents", 1), "construction_plan", DUPLICATE, "events[1].documents[1]", "repeats"),
    ((E, 6, "kind"), "member_joins", INVALID_VALUE, "events[6].kind", "did you mean 'member_join'"),
    ((E, 6, "joining", "id"), "9112", INVALID_VALUE, "events[6].joining.id", "18 characters"),
    ((E, 6, "joining", "college"), "理学院", INCONSISTENT, "events[6].joining.college", "only uni"),
    ((E, 7, "new_name"), "示例 ", INVALID_VALUE, "events[7].new_name", "must not be empty nor"),
    # an application
    (
        (E, 1, "application", "lead", "kind"),
        "firm",
        INVALID_VALUE,
        "events[1].application.lead.kind",
        "'firm': must be one of enterprise",
    ),
    (
        (E, 1, "application", "agreement", "signatories", 1),
        STRANGER,
        INCONSISTENT,
        "events[1].application.agreement.signatories[1]",
        "is not a member",
    ),
    (
        (E, 1, "application", "intending", 1),
        LEAD,
        DUPLICATE,
        "events[1].application.intending[1]",
        "is the same member as no. 1",
    ),
    # members
    ((E, 1, "co_applicants", 1), STRANGER, INCONSISTENT, "events[1].co_applicants[1]", "no"),
    ((E, 1, "co_applicants", 1), LEAD, DUPLICATE, "events[1].co_applicants[1]", "same member"),
    ((E, 1, "co_applicants", 3), UNIVERSITY, INCONSISTENT, "events[1].co_applicants[3]", "several"),
    ((E, 6, "issued_by", 1), STRANGER, INCONSISTENT, "events[6].issued_by[1]", "is not a member"),
    ((E, 6, "issued_by", 1), 7, TYPE_ERROR, "events[6].issued_by[1]", "7: must be a unified"),
    ((E, 7, "unit"), STRANGER, INCONSISTENT, "events[7].unit", f"{STRANGER} is not a member"),
    ((E, 7, "unit"), UNIVERSITY, INCONSISTENT, "events[7].unit", "write {id, college}"),
    ((E, 13, "signatories", 0), {"id": STRANGER}, INCONSISTENT, "events[13].signatories[0]", "no"),
    (("attestations", 1, "unit"), STRANGER, INCONSISTENT, "attestations[1].unit", "not a member"),
    (("departures", 0, "unit"), STRANGER, INCONSISTENT, "departures[0].unit", "not a member"),
    # corrections
    ((E, 19, "of"), "e99", INCONSISTENT, "events[19].of", "'e99'"),
    ((E, 18, "of"), None, INVALID_VALUE, "events[18].of", "null: must be given"),
    ((E, 18, "instead", "type"), "end", INVALID_VALUE, "events[18].instead.type", "must be one of"),
    (
        (E, 18, "instead", "type"),
        "corrected",
        INCONSISTENT,
        "events[18].instead",
        "not another corr",
    ),
    ((E, 18, "instead"), TWICE, INCONSISTENT, "events[18].instead", "not another correction"),
    ((E, 18, "instead"), "x", TYPE_ERROR, "events[18].instead", "must be an object"),
    ((E, 18, "instead", "agreed"), 1, TYPE_ERROR, "events[18].instead.agreed", "1: must be true"),
    # between events
    ((E, 4, "id"), "e01", DUPLICATE, "events[4].id", "'e01': is the id of events[0], too"),
    ((E, 4, "consortium"), "C2", INCONSISTENT, "events[4].consortium", "belongs to 'C2', not to"),
    ((E, 3, "on"), "2026-05-05", OUT_OF_ORDER, "events[3].on", "what is recorded late needs"),
    ((E, 4, "recorded_on"), "2026-06-02", OUT_OF_ORDER, "events[5].on", "is before 2026-06-02"),
]


@pytest.mark.parametrize(("at", "value", "kind", "path", "en"), WRONG)
def test_one_thing_wrong(
    put_into: PutInto,
    faults_among: FaultsAmong,
    at: tuple[str | int, ...],
    value: object,
    kind: FaultKind,
    path: str,
    en: str,
) -> None:
    """One wrong value gives a fault of that kind at its path, naming value and remedy."""
    found = faults_among(put_into((at, value)))

    assert [(kind, path)] == kinds_and_paths(found)
    assert en in found[0].en


@pytest.mark.parametrize(
    ("at", "path", "en"),
    [
        ((E, 0, "type"), "events[0].type", "is missing; it must be one of call_issued, filed"),
        ((E, 0, "on"), "events[0].on", "is missing; it must be given"),
        ((E, 18, "of"), "events[18].of", "is missing; it must be given"),
        ((E, 18, "instead", "on"), "events[18].instead.on", "is missing; it must be given"),
        ((E, 1, "application", "lead"), "events[1].application.lead", "is missing"),
        ((E,), "events", "is missing; it must be given"),
        (("consortium",), "consortium", "is missing; it must be given"),
    ],
)
def test_missing_key(
    history: dict[str, Any],
    faults_among: FaultsAmong,
    at: tuple[str | int, ...],
    path: str,
    en: str,
) -> None:
    """A required key that is missing is one fault at its path."""
    target: Any = history
    for key in at[:-1]:
        target = target[key]
    del target[at[-1]]
    found = faults_among(history)

    assert [(INVALID_VALUE, path)] == kinds_and_paths(found)
    assert found[0].en.startswith(en)


@pytest.mark.parametrize("document", [None, 3, "x", [], b"{}", 1.5, object()])
def test_document_that_is_no_object(document: object, faults_among: FaultsAmong) -> None:
    """A history that is no object is one fault at the root."""
    assert [f.path for f in faults_among(document)] == ["$"]


def test_chinese_text_names_the_field(put_into: PutInto, faults_among: FaultsAmong) -> None:
    """The Chinese text begins with the field's label and the value."""
    found = faults_among(put_into(((E, 2, "on"), "2026-13-01"), ((E, 0, "year"), "2026")))

    expected = [
        "年度 '2026'：应为整数（不加引号）",
        "发生日 '2026-13-01'：没有这一天，请核对",
    ]

    assert expected == [f.zh for f in found]


# --- all at once ----------------------------------------------------------------------------------


def test_all_faults_at_once(put_into: PutInto, faults_among: FaultsAmong) -> None:
    """Faults of every sort, in events and between them, are told together."""
    found = faults_among(
        put_into(
            ((E, 0, "year"), "2026"),
            ((E, 1, "application", "lead", "name"), ""),
            ((E, 2, "type"), "publicized"),
            ((E, 2, "by"), 3),
            ((E, 4, "id"), "e01"),
            ((E, 5, "on"), "2026-05-01"),
            ((E, 13, "signatories", 1), STRANGER),
            ((E, 16, "consortium"), "C2"),
            ((E, 19, "of"), "e98"),
            (("listings", 0, "first"), "x"),
        )
    )

    expected = {
        "events[0].year": TYPE_ERROR,
        "events[1].application.lead.name": INVALID_VALUE,
        "events[2].type": INVALID_VALUE,
        "events[2].by": TYPE_ERROR,
        "events[4].id": DUPLICATE,
        "events[5].on": OUT_OF_ORDER,
        "events[13].signatories[1]": INCONSISTENT,
        "events[16].consortium": INCONSISTENT,
        "events[19].of": INCONSISTENT,
        "listings[0].first": INVALID_VALUE,
    }

    assert expected == {f.path: f.kind for f in found}
    assert len(expected) == len(found)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            {"type": "publicised", "on": "2026-05-06", "last": "2026-05-05", "by": 3},
            {"by": TYPE_ERROR, "last": OUT_OF_ORDER},
        ),
        (
            {"type": "ended", "on": "x", "grounds": ["a", "a"]},
            {"on": INVALID_VALUE, "grounds[1]": DUPLICATE},
        ),
        (
            {"type": "ended", "on": "2026-05-06", "grounds": ["a", "a"], "ground": "a"},
            {"ground": INVALID_VALUE, "grounds[1]": DUPLICATE},
        ),
        (
            {"type": "call_issued", "first": "2026-02-02", "last": "2026-02-01"},
            {"on": INVALID_VALUE, "last": OUT_OF_ORDER},
        ),
        (
            {"type": "assessed", "on": "2026-05-06", "year": 2027, "points": "x", "grade": "bad"},
            {"points": TYPE_ERROR, "grade": INVALID_VALUE, "year": INCONSISTENT},
        ),
        (
            {"type": "assessed", "on": None, "year": 2027, "points": -1},
            {"on": INVALID_VALUE},
        ),
        (
            {"type": "assessed", "on": "2026-05-06", "year": None, "points": -1},
            {"year": INVALID_VALUE},
        ),
        (
            {"type": "unheard_of", "on": "x", "recorded_on": 3, "points": -1},
            {"type": INVALID_VALUE, "on": INVALID_VALUE, "recorded_on": TYPE_ERROR},
        ),
        ({"on": None}, {"type": INVALID_VALUE, "on": INVALID_VALUE}),
    ],
)
def test_unreadable_field_hides_no_contradiction(
    event: dict[str, Any], expected: dict[str, FaultKind], faults_among: FaultsAmong
) -> None:
    """What contradicts among the fields that can be read is found all the same, and no more."""
    found = faults_among(events(event))

    assert {f"events[0].{path}": kind for path, kind in expected.items()} == {
        f.path: f.kind for f in found
    }


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        ({"on": "x"}, ["events[1].on"]),
        ({"recorded_on": "x"}, ["events[1].recorded_on"]),
        ({"by": 3}, ["events[1].by", "events[1].instead.on"]),
        ({"of": 3}, ["events[1].of", "events[1].instead.on"]),
        ({}, ["events[1].instead.on"]),
    ],
)
def test_correction_of_what_had_not_happened(
    changes: dict[str, Any], paths: list[str], faults_among: FaultsAmong
) -> None:
    """What happened instead is held against the day of recording, where that can be read."""
    first = {"type": "recognised", "on": "2026-05-06", "id": "e1"}
    instead = {"type": "recognised", "on": "2026-06-02"}
    second = {"type": "corrected", "on": "2026-06-01", "of": "e1", "instead": instead}

    assert paths == [f.path for f in faults_among(events(first, {**second, **changes}))]


RECOGNISED = {"type": "recognised", "on": "2026-05-06", "id": "e1"}
CORRECTED = {"type": "corrected", "on": "2026-06-01", "of": "e1"}
INSTEAD = {"type": "recognised", "on": "2026-05-07", "id": "e2"}


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        # the day of one that cannot be read contradicts nothing, that of the next is held on
        (
            [RECOGNISED, {"type": "ended", "on": "x"}, {"type": "ended", "on": "2026-05-05"}],
            ["events[1].on", "events[2].on"],
        ),
        (
            [{**RECOGNISED, "recorded_on": "x"}, {"type": "ended", "on": "2026-05-05"}],
            ["events[0].recorded_on"],
        ),
        (
            [
                {**RECOGNISED, "by": 3, "recorded_on": "2026-05-09"},
                {"type": "ended", "on": "2026-05-08"},
            ],
            ["events[0].by", "events[1].on"],
        ),
        # an id that cannot be read may be the one meant
        ([{**RECOGNISED, "id": 3}, CORRECTED], ["events[0].id"]),
        ([3, CORRECTED], ["events[0]"]),
        ([{**RECOGNISED, "id": ""}, {**CORRECTED, "by": 3}], ["events[1].by", "events[1].of"]),
        ([RECOGNISED, {**CORRECTED, "by": 3, "id": "e1"}], ["events[1].by", "events[1].id"]),
        # so may that of what stands instead
        (
            [RECOGNISED, {**CORRECTED, "of": 3, "instead": INSTEAD}, {**CORRECTED, "of": "e2"}],
            ["events[1].of"],
        ),
        (
            [RECOGNISED, {**CORRECTED, "instead": {**INSTEAD, "by": 3, "consortium": "C2"}}],
            ["events[1].instead.by", "events[1].instead.consortium"],
        ),
        ([RECOGNISED, {**CORRECTED, "instead": 3}], ["events[1].instead"]),
        # a consortium that cannot be read is nobody's
        (
            [{**RECOGNISED, "consortium": 3}, {**CORRECTED, "consortium": "C2"}],
            ["events[0].consortium", "events[1].consortium"],
        ),
    ],
)
def test_fault_of_one_event_hides_none_between_events(
    given: list[Any], paths: list[str], faults_among: FaultsAmong
) -> None:
    """Events are held together as far as they can be read, and no further."""
    assert paths == [f.path for f in faults_among(events(*given))]


def test_consortium_that_cannot_be_read(faults_among: FaultsAmong) -> None:
    """Where it is not known whose history it is, an event is nobody else's."""
    given = events({**RECOGNISED, "consortium": "C2"})

    assert [f.path for f in faults_among({**given, "consortium": ""})] == ["consortium"]


@pytest.mark.parametrize("limit", ["items", "events"])
def test_list_of_events_too_long(faults_among: FaultsAmong, limit: str) -> None:
    """Of more events than the limit only that is told."""
    limits = Limits(**{limit: 3})

    assert kinds_and_paths(faults_among(events(*[{}] * 4), limits=limits)) == [
        (LIMIT_EXCEEDED, "events")
    ]
    assert len(faults_among(events(*[{}] * 3), limits=limits)) > 1


# --- members --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "value", "path"),
    [
        ((E, 1, "application"), 3, "events[1].application"),
        ((E, 1, "application", "participants", 0, "id"), "x", None),
        ((E, 1, "application", "participants"), None, "events[1].application.participants"),
        ((E, 6, "joining", "id"), None, "events[6].joining.id"),
        ((E, 6, "joining"), "x", "events[6].joining"),
        ((E, 5), 3, "events[5]"),
    ],
)
def test_nobody_is_a_stranger_where_a_member_cannot_be_told(
    put_into: PutInto,
    faults_among: FaultsAmong,
    at: tuple[str | int, ...],
    value: object,
    path: str | None,
) -> None:
    """Whoever is named may be the member that cannot be read."""
    path = path or "events[1].application.participants[0].id"
    found = faults_among(put_into((at, value), ((E, 13, "signatories", 0), STRANGER)))

    assert [path] == [f.path for f in found]


def test_event_of_no_sort_may_list_members(put_into: PutInto, faults_among: FaultsAmong) -> None:
    """Of an event with a mistyped sort the application is read for who is a member."""
    found = faults_among(
        put_into(
            ((E, 1, "type"), "file"),
            ((E, 1, "application", "participants", 1, "id"), LEAD),
            ((E, 13, "signatories", 0), STRANGER),
        )
    )

    expected = [
        (INVALID_VALUE, "events[1].type"),
        (INCONSISTENT, "events[1].application.participants[1]"),
        (INCONSISTENT, "events[6].issued_by[2]"),
        (INCONSISTENT, "events[13].signatories[0]"),
    ]

    assert expected == kinds_and_paths(found)


def test_co_applicants_are_held_against_their_own_application(
    history: dict[str, Any], faults_among: FaultsAmong
) -> None:
    """Who joined later, or stands in another application, did not apply together with these."""
    history[E][1]["co_applicants"][1] = history[E][6]["joining"]["id"]

    assert kinds_and_paths(faults_among(history)) == [(INCONSISTENT, "events[1].co_applicants[1]")]


def test_unit_twice_in_an_application(history: dict[str, Any], faults_among: FaultsAmong) -> None:
    """Each application has its own list of members; only within it nobody stands twice."""
    again = copy.deepcopy(history[E][1])
    again.update(id="e02b", on="2026-03-04", recorded_on=None)
    history[E].insert(2, again)
    structure_dossier(history, POLICY)
    units = again["application"]["participants"]
    units.append(units[0])
    history[E][6]["by"] = 3

    expected = [
        (TYPE_ERROR, "events[6].by"),
        (DUPLICATE, "events[2].application.participants[5]"),
    ]

    assert set(expected) == set(kinds_and_paths(faults_among(history)))


# --- an event by itself ---------------------------------------------------------------------------


def event_faults(document: object) -> tuple[Fault, ...]:
    with pytest.raises(InvalidInputError) as caught:
        structure_event(document, POLICY)
    return caught.value.faults


def test_faults_of_an_event_by_itself(history: dict[str, Any]) -> None:
    """They are told as in a history, at paths that begin with ``event``."""
    filed = history[E][1]
    filed.update(on="x", co_applicants=[LEAD, STRANGER], typ="filed")
    filed["application"]["lead"]["id"] = "x"

    expected = [
        (INVALID_VALUE, "event.on"),
        (INVALID_VALUE, "event.application.lead.id"),
        (INVALID_VALUE, "event.typ"),
    ]

    assert expected == kinds_and_paths(event_faults(filed))
    assert kinds_and_paths(event_faults({"on": "2026-03-02"})) == [(INVALID_VALUE, "event.type")]
    assert kinds_and_paths(event_faults("x")) == [(TYPE_ERROR, "event")]
    assert kinds_and_paths(event_faults(TWICE)) == [(INCONSISTENT, "event.instead")]


def test_stranger_in_an_event_by_itself(history: dict[str, Any]) -> None:
    """An event's own application tells who is a stranger."""
    history[E][1]["co_applicants"][1] = STRANGER

    assert kinds_and_paths(event_faults(history[E][1])) == [
        (INCONSISTENT, "event.co_applicants[1]")
    ]


# --- persons --------------------------------------------------------------------------------------

REPORTED = {"type": "change_reported", "on": "2026-07-03", "kind": "chief_technologist"}


@pytest.mark.parametrize(
    ("event", "path"),
    [
        ({**REPORTED, "person": "钱某某"}, "events[0].person"),
        ({**REPORTED, "person": ["钱某某"]}, "events[0].person"),
        ({**REPORTED, "person": {"name": "钱某某\u200b"}}, "events[0].person.name"),
        ({**REPORTED, "person": {"name": "x", "id": "钱某某 "}}, "events[0].person.id"),
        ({**REPORTED, "person": {"钱某某": 1, "name": "x"}}, "events[0].person"),
        ({**REPORTED, "person": {"nmae": "钱某某", "name": "x"}}, "events[0].person"),
        ({**REPORTED, "persn": {"name": "钱某某"}}, "events[0].persn"),
        ({**REPORTED, "new_name": "钱某某 "}, "events[0].new_name"),
        ({**REPORTED, "by": "钱某某 "}, "events[0].by"),
        ({**REPORTED, "by": {"钱某某": 1}}, "events[0].by"),
        ({**REPORTED, "document": "致钱某某的函\u200b"}, "events[0].document"),
        ({**REPORTED, "钱某某": 1}, "events[0]"),
        ({"钱某某": 1}, "events[0].type"),
        ("钱某某", "events[0]"),
        ({"type": "corrected", "on": "2026-07-03", "of": "e1", "instead": "钱某某"}, None),
        ({"type": "assessed", "on": "2026-07-03", "year": 2026, "expert": "钱某某"}, ".expert"),
        (
            {"type": "assessed", "on": "2026-07-03", "year": 2026, "successor": "钱某某"},
            ".successor",
        ),
        (
            {"type": "assessed", "on": "2026-07-03", "year": 2026, "expert": {"钱某某": "x"}},
            ".expert",
        ),
    ],
)
def test_no_name_of_a_person_in_a_fault(
    event: object, path: str | None, faults_among: FaultsAmong
) -> None:
    """What stands where a person belongs is never repeated, wherever it is wrong."""
    found = faults_among(events(event))
    path = path or "events[0].instead"
    path = f"events[0]{path}" if path.startswith(".") else path

    assert path in [f.path for f in found]
    assert "钱某某" not in str(InvalidInputError(found))


def test_fields_of_persons() -> None:
    """The fields in which persons stand are found in a policy's own events, too."""
    assert posts_of(POLICY.events) == {"principal", "technologist", "person", "expert", "successor"}


# --- text -----------------------------------------------------------------------------------------


def text_faults(text: Any, **limits: Limits) -> tuple[Fault, ...]:
    with pytest.raises(InvalidInputError) as caught:
        load_dossier(text, POLICY, **limits)
    return caught.value.faults


@pytest.mark.parametrize(
    ("text", "kind", "en"),
    [
        ("", INVALID_VALUE, "is not JSON"),
        (b"\xef\xbb\xbf{}", INVALID_VALUE, "begins with a byte order mark"),
        ('{"a": "津"}'.encode("gb18030"), INVALID_VALUE, "is not UTF-8, from byte 8"),
        ("[" * 33, LIMIT_EXCEEDED, "is nested 33 deep"),
        ("[]", TYPE_ERROR, "[…]: must be an object"),
        (None, INVALID_VALUE, "must be given"),
    ],
)
def test_unusable_text(text: object, kind: FaultKind, en: str) -> None:
    """The text of a history is handled as that of a case."""
    found = text_faults(text)

    assert [(kind, "$")] == kinds_and_paths(found)
    assert found[0].en.startswith(en)
    assert LIMIT_EXCEEDED is text_faults("{} ", limits=Limits(bytes=2))[0].kind


def test_repeated_keys() -> None:
    """A key that stands twice is a fault at its path; a person's is not repeated."""
    text = """{"consortium": "C1", "events": [
        {"type": "recognised", "type": "recognised", "on": "2026-06-01"},
        {"type": "assessed", "on": "2026-06-02", "year": 2026,
         "expert": {"name": "x", "钱某某": 1, "钱某某": 2}}]}"""
    found = text_faults(text)

    assert {"events[0].type", "events[1].expert"} == {f.path for f in found}
    assert "钱某某" not in str(InvalidInputError(found))


@pytest.mark.parametrize("year", ["2026.0", "1e3", "-1.0", "NaN", "true", '"2026"'])
def test_year_that_is_no_whole_number(year: str) -> None:
    """Whatever a JSON text can say that is no short whole number is refused as a year."""
    text = (
        '{"consortium": "C1", "events": [{"type": "call_issued", "on": "2026-06-01", "year": Y}]}'
    )

    assert kinds_and_paths(text_faults(text.replace("Y", year))) == [(TYPE_ERROR, "events[0].year")]


@pytest.mark.parametrize(
    "amount", ["1,000", "1E+7", "1000万", "", " 1", "1.", ".5", "\uff11", "NaN", "+1", "-1"]
)
def test_amount_that_is_none(amount: str) -> None:
    """An amount is written in digits and nothing else."""
    event = {"type": "assessed", "on": "2026-06-01", "year": 2026, "amount": amount}

    assert kinds_and_paths(event_faults(event)) == [(INVALID_VALUE, "event.amount")]


@pytest.mark.parametrize("amount", [1, 1.5, True, []])
def test_amount_that_is_no_text(amount: object) -> None:
    """No number stands for an amount, not even a whole one."""
    event = {"type": "assessed", "on": "2026-06-01", "year": 2026, "amount": amount}

    assert kinds_and_paths(event_faults(event)) == [(TYPE_ERROR, "event.amount")]
