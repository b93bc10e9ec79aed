"""Tests of the limits: each is allowed itself, and refused by its name above it."""

from __future__ import annotations

import collections
import enum
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from benchmarks.large_documents import application, case, history
from tests.interchange.own_events import POLICY

from innov_consortium.errors import (
    MOST_FAULTS,
    OTHERS_NOT_TOLD,
    Fault,
    FaultKind,
    InvalidInputError,
)
from innov_consortium.interchange import (
    Limits,
    load_case,
    load_dossier,
    load_readings,
    structure_application,
    structure_case,
    structure_dossier,
    structure_event,
    structure_readings,
)
from innov_consortium.interchange.limits import LONGEST_NAME, MOST_DIGITS

LIMIT_EXCEEDED, TYPE_ERROR = FaultKind.LIMIT_EXCEEDED, FaultKind.TYPE_ERROR
Structure = Callable[..., object]


def dossier(document: object, **limits: Limits) -> object:
    return structure_dossier(document, POLICY, **limits)


def text_of_history(text: Any, **limits: Limits) -> object:
    return load_dossier(text, POLICY, **limits)


def event(document: object, **limits: Limits) -> object:
    return structure_event(document, POLICY, **limits)


STRUCTURES: tuple[Structure, ...] = (
    structure_case,
    structure_application,
    dossier,
    event,
    structure_readings,
)


def faults_of(make: Structure, *given: object, **named: Any) -> tuple[Fault, ...]:
    with pytest.raises(InvalidInputError) as caught:
        make(*given, **named)
    return caught.value.faults


def refused_only_above(
    structure: Structure, document: object, limit: str, most: int, path: str
) -> Fault:
    """Return the one fault of a document that a limit refuses, and not one higher by one."""
    structure(document, limits=Limits(**{limit: most + 1}))
    (fault,) = faults_of(structure, document, limits=Limits(**{limit: most}))

    assert (fault.kind, fault.path) == (LIMIT_EXCEEDED, path)
    assert f"the limit is {most}: raise it with Limits({limit}=…)" in fault.en
    assert f"上限 {most} " in fault.zh
    assert f"Limits({limit}=…)" in fault.zh
    return fault


# --- each limit -----------------------------------------------------------------------------------


def test_defaults() -> None:
    """The limits are those the manual states."""
    found = Limits()

    assert (found.bytes, found.depth, found.members) == (1_000_000, 32, 1_000)
    assert (found.events, found.items) == (100_000, 100_000)
    assert (LONGEST_NAME, MOST_DIGITS, MOST_FAULTS) == (200, 18, 1_000)


@pytest.mark.parametrize("limit", ["bytes", "depth", "members", "events", "items"])
@pytest.mark.parametrize("value", [0, -1, True, 1.0, "9", None])
def test_limit_that_is_none(limit: str, value: Any) -> None:
    """A limit is a whole number above nought."""
    (fault,) = faults_of(Limits, **{limit: value})

    assert fault.path == f"limits.{limit}"


def test_deepest_limit() -> None:
    """No document may be deeper than the parser bears."""
    assert Limits(depth=100).depth == 100
    assert "at most 100" in faults_of(Limits, depth=101)[0].en


@pytest.mark.parametrize("as_bytes", [False, True])
def test_bytes_of_each_text(as_bytes: bool) -> None:
    """Bytes are counted in UTF-8, whichever document it is."""
    texts: dict[str, tuple[Structure, str]] = {
        "case": (load_case, json.dumps(case(), ensure_ascii=False)),
        "history": (text_of_history, json.dumps(history())),
        "readings": (load_readings, '{"lead_counts": "included"}'),
    }
    for load, text in texts.values():
        size = len(text.encode())
        given = text.encode() if as_bytes else text
        fault = refused_only_above(load, given, "bytes", size - 1, "$")

        assert f"has {size} bytes" in fault.en


def test_bytes_come_before_anything_else() -> None:
    """A text that is too large is not read, be it no JSON, no UTF-8 or nested without end."""
    for text in ("[" * 99, b"\xff" * 99, "\ud800" * 99, "x" * 99):
        (fault,) = faults_of(load_case, text, limits=Limits(bytes=9))

        assert (fault.kind, fault.path) == (LIMIT_EXCEEDED, "$")


def test_depth_of_a_text_and_of_objects() -> None:
    """A text that is too deep is not parsed; neither are objects looked at further."""
    for deep in (33, 10**5):
        (fault,) = faults_of(load_case, "[" * deep + "]" * deep)

        assert f"is nested {deep} deep; the limit is 32" in fault.en
    made: Any = []
    for _ in range(10**6):
        made = [made]
    found = [faults_of(structure, made) for structure in STRUCTURES]
    while made:
        made = made.pop()
    for (fault,) in found:
        assert fault.kind is LIMIT_EXCEEDED
        assert "the limit is 32: raise it with Limits(depth=…)" in fault.en


def test_members_of_an_application() -> None:
    """The lead counts, in an application by itself as well as in a history."""
    path = "participants"
    document = application(7)
    fault = refused_only_above(structure_application, document, "members", 7, f"application.{path}")
    assert "has 8 members" in fault.en
    refused_only_above(structure_case, case(application=document), "members", 7, fault.path)

    filed = {"type": "filed", "on": "2026-01-05", "application": document}
    at = f"events[3].application.{path}"
    refused_only_above(dossier, history(filed), "members", 7, at)
    refused_only_above(event, filed, "members", 7, f"event.application.{path}")


def test_too_many_members_hide_no_other_fault() -> None:
    """Whatever else is wrong is told, too."""
    document = application(4, field="")
    found = faults_of(structure_application, document, limits=Limits(members=3))

    assert {f.path for f in found} == {"application.participants", "application.field"}


def test_events_of_a_history() -> None:
    """Of more events than the limit only that is told."""
    assert "has 3 events" in refused_only_above(dossier, history(), "events", 2, "events").en


def test_items_of_each_list() -> None:
    """Every list that is too long is told, and nothing else."""
    lists = application(lists=["a", "b", "c"], cooperation=["a", "b"])
    document = case(application=lists, attestations=3)
    found = faults_of(structure_case, document, limits=Limits(items=1))

    assert [(f.kind, f.path) for f in found] == [
        (LIMIT_EXCEEDED, "application.participants"),
        (LIMIT_EXCEEDED, "application.lists"),
        (LIMIT_EXCEEDED, "application.cooperation"),
    ]
    del document["attestations"]
    refused_only_above(structure_case, document, "items", 2, "application.lists")


def test_list_where_a_person_stands() -> None:
    """The path of a list too long repeats no name that stands in it."""
    post = {"钱某某": {"钱某某": ["x"] * 4}}
    document = case(application=application(governance={"principal": post}))
    (fault,) = faults_of(structure_case, document, limits=Limits(items=3))

    assert fault.path == "application.governance.principal"
    assert "某" not in fault.zh + fault.en


@pytest.mark.parametrize(("characters", "refused"), [(200, False), (201, True), (10**5, True)])
def test_longest_name(characters: int, refused: bool) -> None:
    """A name has at most 200 characters."""
    document = case(application=application(field="津" * characters))
    if not refused:
        assert structure_case(document).application is not None
        return
    (fault,) = faults_of(structure_case, document)

    assert (fault.kind, fault.path) == (LIMIT_EXCEEDED, "application.field")
    assert f"{characters} characters; the limit is 200" in fault.en


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize(("digits", "kind"), [(18, FaultKind.INVALID_VALUE), (19, LIMIT_EXCEEDED)])
def test_most_digits(sign: str, digits: int, kind: FaultKind) -> None:
    """A whole number has at most 18 digits, in a text and otherwise; of these none is a year."""
    number = sign + "9" * digits
    text = json.dumps(case(cycle_from=0)).replace('"cycle_from": 0', f'"cycle_from": {number}')
    for make in (lambda: load_case(text), lambda: structure_case(case(cycle_from=int(number)))):
        (fault,) = faults_of(make)

        assert (fault.kind, fault.path) == (kind, "cycle_from")
        assert ("must have at most 18 digits" in fault.en) is (kind is LIMIT_EXCEEDED)


# --- the number of faults -------------------------------------------------------------------------


@pytest.mark.parametrize("more", [-1, 0, 1, 5000])
def test_most_faults(more: int) -> None:
    """All faults are told up to the limit; beyond it the last one says that there are others."""
    found = faults_of(structure_case, case(attestations=[1] * (MOST_FAULTS + more)))

    assert len(found) == min(MOST_FAULTS + more, MOST_FAULTS)
    assert (found[-1].en == OTHERS_NOT_TOLD.en) is (more > 0)
    assert (found[-1].path == "$") is (more > 0)
    assert all(f.path == f"attestations[{n}]" for n, f in enumerate(found[: MOST_FAULTS - 1]))


def test_most_faults_of_several_lists() -> None:
    """The limit is that of the document, whichever lists the faults are in."""
    lists = dict.fromkeys(("attestations", "departures", "listings"), [1] * 400)
    signed = [f"91120116MAXT{n:05d}0" for n in range(MOST_FAULTS)]
    whole = application(agreement={"signatories": signed}, lists=["a"] * MOST_FAULTS)
    for document in (case(**lists), case(**lists, application=whole)):
        found = faults_of(structure_case, document)

        assert len(found) == MOST_FAULTS
        assert [f.path for f in found if f.en == OTHERS_NOT_TOLD.en] == ["$"]
        assert found[-1].zh.startswith("整份文件：错误过多")


def test_most_faults_of_a_history() -> None:
    """Faults between events are no more than those of the document."""
    events = [{"type": "call_issued", "on": "2026-01-05", "id": "e"}] * (MOST_FAULTS * 2)
    found = faults_of(dossier, history(*events))

    assert len(found) == MOST_FAULTS
    assert found[-1].path == "$"
    assert {f.kind for f in found[:-1]} == {FaultKind.DUPLICATE}


def test_most_faults_of_repeated_keys() -> None:
    """A text in which keys are repeated over and over is refused as briefly."""
    text = '{"attestations": [' + ",".join(['{"a":1,"a":1}'] * (MOST_FAULTS * 2)) + "]}"

    assert len(faults_of(load_case, text)) == MOST_FAULTS


def test_error_with_too_many_faults_is_pickled() -> None:
    """The same faults come out again, and the message has them all."""
    import copy  # noqa: PLC0415 - the one test that copies
    import pickle  # noqa: PLC0415

    fault = Fault(TYPE_ERROR, "on", "应为日期", "must be a date")
    error = InvalidInputError([fault] * 2000)

    assert len(error.faults) == MOST_FAULTS
    assert pickle.loads(pickle.dumps(error)).faults == error.faults  # noqa: S301 - our own
    assert copy.copy(error).faults == error.under("").faults
    assert str(error).count("\n") == MOST_FAULTS - 1
    assert str(error).endswith(OTHERS_NOT_TOLD.en)


# --- objects that no parser makes -----------------------------------------------------------------


class Words(str, enum.Enum):  # noqa: UP042 - what many programs have
    """Keys and values of a program's own."""

    APPLICATION = "application"


class Hostile(dict[str, Any]):
    """An object that raises whatever is asked of it."""

    def _refuse(self, *_: object) -> Any:
        raise KeyError

    __getitem__ = __contains__ = get = keys = items = values = __iter__ = __len__ = _refuse


def loop() -> list[Any]:
    made: list[Any] = []
    made += [made, {"application": made, "events": made}]
    return made


def twice(levels: int) -> list[Any]:
    """Return lists that hold one another twice, which no text of that size could say."""
    made: list[Any] = []
    for _ in range(levels):
        made = [made, made]
    return made


ODD: tuple[Callable[[], Any], ...] = (
    loop,
    lambda: twice(30),
    lambda: {"application": twice(28), "events": twice(28)},
    lambda: {"a": collections.OrderedDict(application=1), "b": loop()},
    lambda: collections.defaultdict(dict, application={}),
    lambda: {"application": collections.UserDict(lead=1), "events": Hostile()},
    lambda: {"application": collections.Counter("ab"), "events": collections.UserList([1])},
    lambda: {Words.APPLICATION: {}, "events": [Words.APPLICATION]},
    lambda: {1: 2, None: [3], (): {}, b"x": [], 10**5000: [[]]},
    lambda: (n for n in range(3)),
    lambda: {"application": iter([1]), "events": (n for n in range(3))},
    lambda: {"application": {1, 2}, "events": {3}},
    lambda: {"application": {"lead": {"name": "\ud800", "id": "\udfff", "kind": "\x00"}}},
    lambda: {"\ud800\u202e": [], "events": [{"\ud800": 1, "type": "\ud800"}]},
    lambda: {"cycle_from": 10**5000, "events": [{"year": -(10**5000), "type": "call_issued"}]},
    lambda: {"record": {"earlier_funding": [{"amount": Decimal("NaN"), "unit": Decimal("sNaN")}]}},
    lambda: {"application": b"{}", "events": bytearray(b"[]"), "consortium": memoryview(b"x")},
    lambda: {"application": float("nan"), "events": [float("inf")], "consortium": 1j},
    lambda: {"events": [{"type": "corrected", "of": "x", "instead": {"type": "corrected"}}]},
    object,
    lambda: [[[]]],
    lambda: type("Odd", (list,), {"__iter__": lambda _: iter(())})([1]),
)


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("make", ODD)
def test_odd_objects_are_refused(structure: Structure, make: Callable[[], Any]) -> None:
    """Whatever a program hands over in the place of a document, faults come of it and no more."""
    found = faults_of(structure, make())

    assert found
    for fault in found:
        assert all((fault.path, fault.zh, fault.en))
        assert (fault.zh + fault.en + fault.path).isprintable()
    assert str(InvalidInputError(found)).encode()


def test_objects_of_a_class_of_their_own() -> None:
    """They are refused where they stand, with what to do; a Counter would invent values."""
    document = case(register=collections.defaultdict(list, complete_to="2026-03-02"))
    (fault,) = faults_of(structure_case, document)

    assert (fault.kind, fault.path) == (TYPE_ERROR, "register")
    assert "is a defaultdict; make it a dict first" in fault.en
    assert "是 defaultdict；请先转为 dict" in fault.zh


def test_one_object_in_many_places() -> None:
    """It is allowed where it stands for what a text could say, and refused where it does not."""
    unit = application()["lead"]
    engagement = {"consortium": "C1", "unit": unit["id"], "role": "lead"}
    shared = case(register={"complete_to": None, "engagements": [engagement] * 1000})

    assert structure_case(shared).application.lead.name == unit["name"]
    (fault,) = faults_of(structure_case, shared, limits=Limits(bytes=900))
    assert (fault.kind, fault.path) == (LIMIT_EXCEEDED, "$")
    assert "has more than 900 values, the limit: raise it with Limits(bytes=…)" in fault.en
