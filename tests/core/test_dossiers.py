"""A history is asked like an application, and speaks only of what the policy knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from tests.core.filings import (
    APPLICATION,
    MEASURES,
    NEW,
    SECOND,
    THIRD,
    day,
    filed,
    life,
    put_on_file,
    reported,
    struck_off,
)

from innov_consortium.core.attestations import Attestation, Departure, Interpretation
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.checking import departures_of, interpreted
from innov_consortium.core.clauses import clause, fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Corrected, Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer
from innov_consortium.core.usability import case_faults
from innov_consortium.core.words import Truth, holds
from innov_consortium.errors import InvalidInputError

ON_FILE = (filed(1), put_on_file(3))
STRANGER = MemberKey(Identifier("LEI", "529900T8BM49AURSDO55"))
BUREAU, INTERPRETERS = "虚构市科技局", "虚构市科技局会同财政局"


@fact
def on_file(consortium: Consortium) -> bool:
    """已备案。"""
    return consortium.recognised_on is not None


@fact(attested=bool)
def sound(attested: object) -> bool | None:
    """状况良好。"""
    return attested is not None


@clause("art2.s2")
def is_on_file(on_file: Truth) -> Truth:
    """已备案。"""
    return holds(on_file)


STATUS = Inquiry(name="status", conditions=(is_on_file,), of="history")
POLICY = evolve(
    MEASURES,
    facts=(*MEASURES.facts, on_file, sound),
    inquiries=(*MEASURES.inquiries, STATUS),
    vocabulary=(("lists", ("questions",)), ("documents", ("plan",))),
)


def faults(call: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    return [(f.path, f.kind.value) for f in caught.value.faults]


def checked(inquiry: str, n: int, **parts: Any) -> Answer:
    return POLICY.check(inquiry, Dossier(**{"history": life(*ON_FILE), **parts}), on=day(n)).answer


@pytest.mark.parametrize(("n", "answer"), [(2, "not_met"), (3, "met"), (4, "met")])
def test_a_history_answers_by_what_it_comes_to_on_the_day(n: int, answer: str) -> None:
    """The day before, the day, the day after."""
    assert checked("status", n).value == answer


def test_what_is_asked_of_an_application_is_asked_of_the_one_last_filed() -> None:
    """Before there is one the question cannot be asked, nor one about a history without it."""
    assert checked("formation", 1) is Answer.MET
    assert faults(lambda: checked("formation", 1, history=life())) == [
        ("application", "invalid_value")
    ]
    case = Case(application=APPLICATION)
    assert faults(lambda: POLICY.check("status", case, on=day(1))) == [("history", "invalid_value")]


def test_words_in_a_history_are_those_the_text_lists() -> None:
    """Or are said to be others; each is told under its event."""
    odd = evolve(APPLICATION, lists=frozenset({"questions", "other:more", "zzz"}))
    papers = frozenset({"plan", "other:letter", "yyy"})
    history = life(filed(1), filed(1, application=odd, documents=papers), put_on_file(2))
    assert faults(lambda: checked("status", 2, history=history)) == [
        ("events[1].application.lists", "invalid_value"),
        ("events[1].documents", "invalid_value"),
    ]


def test_who_joined_is_a_member_of_whom_something_may_be_established() -> None:
    """Where no application is known nobody can be told to be a stranger."""
    joins = reported(4, kind=ChangeKind.MEMBER_JOIN, joining=NEW)

    def told(unit: MemberKey, *events: Event) -> str:
        word = Attestation(what="sound", by="某局", on=day(1), unit=unit)
        with pytest.raises(InvalidInputError) as caught:
            checked("status", 4, history=life(*events), attestations=(word,))
        (fault,) = caught.value.faults
        return fault.en

    assert "is not a member" in told(STRANGER, *ON_FILE, joins)
    assert "is not a member" in told(NEW.key, *ON_FILE)
    for unit in (THIRD, NEW):
        assert "not established member by member" in told(unit.key, *ON_FILE, joins)
    assert "not established member by member" in told(STRANGER, put_on_file(3), joins)


def test_a_role_nobody_fills_is_a_lookup_error() -> None:
    """Under the policy's code."""
    assert POLICY.actor("office").role == "office"
    with pytest.raises(LookupError, match="policy 980000 has no actor 'nobody'"):
        POLICY.actor("nobody")


def test_words_of_one_day_that_agree_settle_a_matter(toy: Policy) -> None:
    """Of interpreters and of those who accept departures; a third one of that day may spoil it."""
    words = [
        Interpretation(reading="counting", option=option, by=INTERPRETERS, on=day(1))
        for option in ("together", "together", "apart")
    ]
    decisions = [
        Departure(provision="art2.s1", by=BUREAU, on=day(1), reason="理由", accepted=accepted)
        for accepted in (True, True, False)
    ]
    application = Application(lead=SECOND, participants=())
    settled = []
    for number in (1, 2, 3):
        case = Case(
            application=application,
            interpretations=tuple(words[:number]),
            departures=tuple(decisions[:number]),
        )
        option = interpreted(toy, case).readings[0].option
        settled.append((option.option, len(departures_of(toy, case))))
    assert settled == [("together", 1), ("together", 1), ("apart", 0)]


def test_what_is_the_default_by_an_official_word_is_not_simply_the_default(toy: Policy) -> None:
    """Without that word it is again; it is made once."""
    word = Interpretation(reading="counting", option="apart", by=INTERPRETERS, on=day(1))
    case = Case(application=APPLICATION, interpretations=(word,))
    official = interpreted(toy, case)
    assert (official == toy, official.by_default == toy) == (False, True)
    assert official.by_default is official.by_default


@pytest.mark.parametrize(
    ("item", "paths"), [("c1", []), ("art2.s2", []), ("c9", ["attestations[0].item"])]
)
def test_an_attestation_names_a_change_or_a_provision(item: str, paths: list[str]) -> None:
    """That is known; a slip of the pen would make it count for nothing."""
    policy = evolve(MEASURES, facts=(*MEASURES.facts, sound))
    word = Attestation(what="sound", by="某局", on=day(3), item=item)
    change = reported(4, change="c1", kind=ChangeKind.MEMBER_EXIT, unit=THIRD.key)
    dossier = Dossier(history=life(*ON_FILE, change), attestations=(word,))
    faults = case_faults(policy, dossier)
    assert [f.path for f in faults if f.path.endswith("item")] == paths


def test_a_ground_cited_is_a_provision_also_in_a_correction() -> None:
    """Each under its place."""
    wrong = struck_off(5, grounds=("art4.s1", "art99"), id="e")
    right = Corrected(on=day(6), of="e", instead=struck_off(5, grounds=("art98",)))
    faults = case_faults(MEASURES, Dossier(history=life(*ON_FILE, wrong, right)))
    assert [f.path for f in faults] == ["events[2].grounds[1]", "events[3].instead.grounds[0]"]
