"""Reports and states read back as typed values, and written again to the byte."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from types import NoneType
from typing import Any, get_args, get_origin

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.interchange.own_events import POLICY
from tests.interchange.shapes import CLASSES, classes_in
from tests.interchange.stored import PRINTED, documents, kept
from tests.interchange.strategies import cases, dossiers
from tests.properties.lives import TIANJIN, days, histories

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.clauses import Force, Outcome
from innov_consortium.core.history import History, replay
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.sources import ForceInTime, Status
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import (
    FORMATS,
    STORED_LIMITS,
    ReportDocument,
    dumps,
    label,
    load_report,
    load_state,
    structure_report,
    structure_state,
    unstructure_document,
    unstructure_report,
    unstructure_state,
)
from innov_consortium.interchange.documents import AttestationDocument, DepartureDocument
from innov_consortium.interchange.formats import fields_of
from innov_consortium.interchange.frozen import FrozenMapping
from innov_consortium.interchange.labels import SEPARATOR
from innov_consortium.interchange.library import LIBRARY_NAME, LIBRARY_VERSION

REPORTS = [("report", ""), ("report", PRINTED)]
STORED = [*REPORTS, ("state", ""), ("state", PRINTED)]
LOAD: dict[str, Callable[[str | bytes], Any]] = {"report": load_report, "state": load_state}
VERSION = {name: FORMATS[name].version for name in LOAD}


def stored(name: str, more: str = "") -> dict[str, Any]:
    document: dict[str, Any] = kept(name, VERSION[name], more)
    return document


def faults_in(document: object) -> tuple[Fault, ...]:
    with pytest.raises(InvalidInputError) as caught:
        structure_report(document)
    return caught.value.faults


@pytest.mark.parametrize(("name", "more"), STORED)
def test_document_is_written_again_to_the_byte(name: str, more: str) -> None:
    """Whether a host stored it or the command line printed it."""
    text = dumps(stored(name, more))

    assert dumps(unstructure_document(LOAD[name](text))) == text


@pytest.mark.parametrize(("name", "more"), STORED)
def test_document_is_a_value(name: str, more: str) -> None:
    """Two readings of it are equal, hash alike, and survive being pickled."""
    text = dumps(stored(name, more))
    one, other = LOAD[name](text), LOAD[name](text.encode())

    assert one == other == pickle.loads(pickle.dumps(one))  # noqa: S301 - our own
    assert hash(one) == hash(other)


def every_value(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from every_value(item)
    elif isinstance(value, FrozenMapping):
        for item in value.values():
            yield from every_value(item)
    elif attrs.has(type(value)):
        for a in attrs.fields(type(value)):
            yield from every_value(getattr(value, a.name))


@pytest.mark.parametrize(("name", "more"), STORED)
def test_nothing_in_a_document_can_be_altered(name: str, more: str) -> None:
    """Neither a field nor a list nor an object of names in it."""
    for value in every_value(LOAD[name](dumps(stored(name, more)))):
        assert not isinstance(value, dict | list | set)
        if attrs.has(type(value)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, attrs.fields(type(value))[0].name, None)
        elif isinstance(value, FrozenMapping):
            with pytest.raises(AttributeError, match="immutable"):
                value.anything = 1
            with pytest.raises(TypeError):
                value["anything"] = 1  # type: ignore[index]  # that is the point


def test_report_is_typed() -> None:
    """Words become the core's enums, days dates, and what a fact came to plain values."""
    report = structure_report(stored("report"))
    by_provision = {f.provision: f for f in report.findings}
    share, members = by_provision["art5.item3.s2d"], by_provision["art5.item3.s5b"]

    assert isinstance(report, ReportDocument)
    assert report.library == structure_report(stored("report", PRINTED)).library
    assert report.policy.edition == f"120000:{report.policy.text_sha256[:12]}"
    assert report.policy.status is Status.DRAFT
    assert report.policy.published_on == date(2025, 4, 11)
    assert (report.on, report.in_force) == (date(2026, 3, 20), ForceInTime.IN_FORCE)
    assert report.answer is Answer.NOT_MET
    assert report.marks == (Mark.DRAFT, Mark.SUPPOSED_PUBLICATION, Mark.NOT_OFFICIAL)
    assert report.turn is not None
    assert report.turn.answer is Answer.NO_BASIS
    assert (share.force, share.outcome) == (Force.MANDATORY, Outcome.MET)
    assert share.numbers["min_enterprise_share"].value == "1/2"
    assert share.readings["share_base"] == "participants"
    assert isinstance(share.facts["enterprises"], FrozenMapping)
    assert share.facts["enterprises"]["value"] == 4
    assert members.items[0].path.startswith("application.")
    assert (report.lang, report.hinges, share.sentence) == (None, None, None)


def test_what_a_finding_rests_on_is_typed() -> None:
    """An attestation and a departure are told apart by their sort."""
    document = stored("report")
    attested = next(f for f in document["findings"] if f["decided_by"] is not None)
    departed = {
        "sort": "departure",
        "provision": "art5.item3.s2c",
        "by": "市科技局",
        "on": "2026-03-10",
        "reason": "示例",
        "unit": {"id": "91120116MAXT10009B", "college": None},
        "accepted": True,
        "document": "",
    }
    document["findings"][0]["decided_by"] = departed
    found = structure_report(document)
    one = next(f.decided_by for f in found.findings if f.clause == attested["clause"])
    first = found.findings[0].decided_by

    assert isinstance(one, AttestationDocument)
    assert one.on == date(2026, 3, 10)
    assert isinstance(first, DepartureDocument)
    assert first.unit is not None
    assert first.unit.id.value == "91120116MAXT10009B"
    assert unstructure_document(found)["findings"][0]["decided_by"] == departed


def test_printed_report_has_its_sentences() -> None:
    """In the language it states, and with what it hinged on."""
    report = structure_report(stored("report", PRINTED))

    assert report.lang == "zh_CN"
    assert all(f.citation and f.sentence for f in report.findings)
    assert report.hinges is not None
    assert report.hinges.ways.single >= len(report.hinges.asked) > 0
    assert all(h.read for h in report.hinges.single)


def test_state_is_typed() -> None:
    """Members, bars and changes, too."""
    state = structure_state(stored("state"))
    (bar,) = state.bars or ()
    (change,) = state.changes

    assert (state.phase, state.members) == (Phase.ENDED, ())
    assert (state.recognised_on, state.ended_on) == (date(2026, 6, 1), date(2028, 6, 20))
    assert bar.unit is not None
    assert bar.unit.value == "91120116MAEX00001M"
    assert (bar.window.last, bar.first_free_day) == (date(2031, 6, 20), date(2031, 6, 21))
    assert change.kind is not None
    assert (change.kind.value, change.refused_on) == ("member_exit", None)
    assert state.matters["ending"].stage == "revoked"
    assert (state.events[1].by, state.events[4].by) == ("示例海河生物制造股份有限公司", None)


def test_report_says_which_library_wrote_it() -> None:
    """By its name and version, as installed."""
    report = POLICY.supposing_published(date(2025, 4, 11)).check(
        "evaluation", Dossier(history=History("C1", ())), on=date(2026, 3, 2)
    )
    written = unstructure_report(report)

    assert written["library"] == {"name": LIBRARY_NAME, "version": LIBRARY_VERSION}
    assert list(written)[:3] == ["schema", "library", "policy"]
    assert written["policy"]["edition"] == POLICY.edition


# --- strictly -------------------------------------------------------------------------------------

FINDING = ("findings", 0)
STRICT: list[tuple[tuple[str | int, ...], object, FaultKind, str]] = [
    (("answr",), "met", FaultKind.INVALID_VALUE, "did you mean 'answer'"),
    (("answer",), "mett", FaultKind.INVALID_VALUE, "did you mean 'met'"),
    (("answer",), True, FaultKind.TYPE_ERROR, "must be one of met, not_met, open"),
    (("answer",), None, FaultKind.INVALID_VALUE, "must be given"),
    (("on",), "2026-3-20", FaultKind.INVALID_VALUE, "YYYY-MM-DD"),
    (("on",), 20260320, FaultKind.TYPE_ERROR, "a day written as text"),
    (("grounds",), 0, FaultKind.TYPE_ERROR, "true or false"),
    (("library",), "0.1", FaultKind.TYPE_ERROR, "must be an object"),
    (("library", "version"), 1, FaultKind.TYPE_ERROR, "must be text"),
    (("policy", "edition"), 3, FaultKind.TYPE_ERROR, "must be text"),
    (("marks",), "draft", FaultKind.TYPE_ERROR, "must be a list"),
    (("marks", 0), "drafft", FaultKind.INVALID_VALUE, "did you mean 'draft'"),
    ((*FINDING, "outcome"), "yes", FaultKind.INVALID_VALUE, "must be one of met, not_met"),
    ((*FINDING, "facts"), [], FaultKind.TYPE_ERROR, "must be an object"),
    ((*FINDING, "facts", "x"), 0.5, FaultKind.TYPE_ERROR, "must be text, a whole number"),
    ((*FINDING, "facts", "x"), {"y": [1, 0.5]}, FaultKind.TYPE_ERROR, "a whole number, true"),
    ((*FINDING, "facts", "x"), 10**18, FaultKind.LIMIT_EXCEEDED, "at most 18 digits"),
    ((*FINDING, "facts", "x"), "\ud800", FaultKind.INVALID_VALUE, "half a character"),
    ((*FINDING, "numbers", "x"), 3, FaultKind.TYPE_ERROR, "must be an object"),
    ((*FINDING, "readings", "x"), 3, FaultKind.TYPE_ERROR, "must be text"),
    ((*FINDING, "decided_by"), {}, FaultKind.INVALID_VALUE, "must be one of attestation"),
    ((*FINDING, "decided_by"), {"sort": "attested"}, FaultKind.INVALID_VALUE, "'attestation'"),
    ((*FINDING, "decided_by"), "x", FaultKind.TYPE_ERROR, "must be an object"),
    (("hinges",), {"schema": "innov-consortium/hinges/2"}, FaultKind.INVALID_VALUE, "hinges/1"),
]


@pytest.mark.parametrize(("path", "value", "kind", "said"), STRICT)
def test_report_is_read_strictly(
    path: tuple[str | int, ...], value: object, kind: FaultKind, said: str
) -> None:
    """Nothing is coerced, and what may be meant is told."""
    document = stored("report")
    target: Any = document
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value

    assert any(f.kind is kind and said in f.en for f in faults_in(document))


def test_every_fault_is_told_at_once() -> None:
    """Each at its path, with its label."""
    document = stored("report")
    document["answer"], document["on"] = "yes", "20260320"
    del document["findings"][2]["clause"]
    document["findings"][3]["facts"]["x"] = {"y": [1, 0.5]}
    document["findings"][4]["numbers"] = {"min_participants": {"value": 6, "unit": "家"}}
    told = {fault.path: fault.zh.partition("：")[0] for fault in faults_in(document)}

    assert told == {
        "on": "日期 '20260320'",
        "answer": "结论 'yes'",
        "findings[2].clause": "条款名称",
        "findings[3].facts.x.y[1]": "y 第2个 0.5",
        "findings[4].numbers.min_participants.provision": "条文",
    }


@pytest.mark.parametrize("name", ["report", "state"])
def test_every_key_that_is_always_written_is_needed(name: str) -> None:
    """A report that lacks one was not written by the library."""
    whole = stored(name)
    structure: Any = {"report": structure_report, "state": structure_state}[name]
    for key in whole:
        with pytest.raises(InvalidInputError) as caught:
            structure({k: v for k, v in whole.items() if k != key})

        assert [fault.path for fault in caught.value.faults] == [key]


EVERY: set[type[Any]] = {
    cl for root in CLASSES.values() for cl in classes_in(root) if attrs.has(cl)
}


@pytest.mark.parametrize("cl", sorted(EVERY, key=str))
def test_every_field_has_labels(cl: type[Any]) -> None:
    """In Chinese and in English, wherever it stands in a document."""
    for path in (f"{above}{name}" for above in holders_of(cl) for name, _ in fields_of(cl)):
        zh, en = (label(path, lang).rpartition(SEPARATOR)[2] for lang in ("zh", "en"))

        assert not zh.isascii(), path
        assert en.isascii(), path


def holders_of(cl: type[Any]) -> set[str]:
    """Return the paths at which a class stands in others; nothing for a document's own."""
    found = {""} if cl in CLASSES.values() else set()
    for holder in EVERY:
        for name, wanted in fields_of(holder):
            if cl in parts_of(wanted):
                found.add(f"{name}.x." if get_origin(wanted) is FrozenMapping else f"{name}.")
    return found


def parts_of(wanted: Any) -> set[Any]:
    inner = [part for one in get_args(wanted) for part in parts_of(one)]
    return {wanted, *inner} - {NoneType} if not isinstance(wanted, str) else set()


# --- whatever was reported ------------------------------------------------------------------------

SUPPOSED = POLICY.supposing_published(date(2025, 4, 11))
DAYS = st.dates(date(2024, 1, 1), date(2031, 1, 1))
INQUIRIES = [i.name for i in POLICY.inquiries if i.of == "history"]


def reads_back(policy: Policy, inquiry: str, facts: Case | Dossier, on: date) -> None:
    try:
        written = unstructure_report(policy.check(inquiry, facts, on=on))
    except InvalidInputError:
        assume(False)
    text = dumps(written)

    assert unstructure_document(structure_report(copy.deepcopy(written))) == written
    assert dumps(unstructure_document(load_report(text))) == text
    assert json.loads(text) == written


# Most words drawn are none the policy lists, and a case with one is refused.
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(cases(), DAYS)
def test_any_report_on_an_application_reads_back(case: Case, on: date) -> None:
    """structure(unstructure(report)), written again, is the same to the byte."""
    known = attrs.evolve(
        case, attestations=(), departures=(), special_case=None, interpretations=()
    )
    reads_back(SUPPOSED, "formation", known, on)


@settings(max_examples=60, deadline=None)
@given(histories(TIANJIN), days(TIANJIN), st.sampled_from(INQUIRIES))
def test_any_report_on_a_history_reads_back(history: History, on: date, inquiry: str) -> None:
    """Whatever was asked of it."""
    reads_back(TIANJIN.policy, inquiry, Dossier(history=history), on)


@settings(max_examples=60, deadline=None)
@given(histories(TIANJIN), days(TIANJIN))
def test_any_state_of_a_life_reads_back(history: History, on: date) -> None:
    """structure(unstructure(state)), written again, is the same to the byte."""
    state_reads_back(TIANJIN.policy, history, on)


@settings(max_examples=30, deadline=None)
@given(dossiers(), DAYS)
def test_any_state_reads_back(dossier: Dossier, on: date) -> None:
    """Even that of a history in which nothing fits together."""
    state_reads_back(SUPPOSED, dossier.history, on)


def state_reads_back(policy: Policy, history: History, on: date) -> None:
    written = unstructure_state(policy, replay(history, on))
    text = dumps(written)

    assert unstructure_document(structure_state(copy.deepcopy(written))) == written
    assert dumps(unstructure_document(load_state(text))) == text


def test_what_is_stored_may_be_larger_than_a_case() -> None:
    """A report of a case within the limits is read back; beyond its own no option is named."""
    text = dumps(documents()["report"])
    load_report(text + " " * 3_000_000)
    with pytest.raises(InvalidInputError) as caught:
        load_report(text + " " * STORED_LIMITS.bytes)

    (fault,) = caught.value.faults
    assert "the limit is 5000000: raise it with Limits(bytes=…)" in fault.en
    assert "--max-bytes" not in fault.en + fault.zh
