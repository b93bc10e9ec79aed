"""Additional clauses: asked beside a policy, they make its answer worse if anything."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import DRAFT, LEAD, MET, unit
from tests.core.filings import MEASURES, filed, put_on_file

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.attestations import Attestation, Attested, Departure
from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Force, Outcome, clause, fact, judged
from innov_consortium.core.consortium import Agreement, Application
from innov_consortium.core.decide import Deferred, Granted, Refused, decide
from innov_consortium.core.events import Event
from innov_consortium.core.history import History, replay
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.numbers import stated
from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.turning import WINDOW_BEGINS, WINDOW_OVER
from innov_consortium.core.words import Int, Truth, at_least, at_most, granted
from innov_consortium.errors import InvalidInputError, MalformedPolicyError

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
DURING, BEFORE, AFTER = date(2026, 3, 2), date(2026, 2, 28), date(2026, 4, 1)

TABLE = """id\ttext\tgloss\tdisposition\twhere
call-2026:art1.s1\t本次申报，参与单位不少于五家，\tfive participants or more in this call\tclause\t
call-2026:art1.s2\t并经园区推荐，\tand recommended by the park\tjudgement\t
call-2026:art1.s3\t原则上不超过八家。\tin principle eight at most\tclause\t
"""


@frozen(kw_only=True)
class Figures:
    """What the call states."""

    fewest: int = stated(5, "call-2026:art1.s1", unit="家")
    most: int = stated(8, "call-2026:art1.s3", unit="家")


@fact
def applicants(application: Application) -> int:
    """参与单位数。"""
    return len(application.participants)


@clause("call-2026:art1.s1")
def enough_for_the_call(applicants: Int, *, fewest: int) -> Truth:
    """本次申报，参与单位不少于五家。"""
    return at_least(applicants, fewest)


@clause("call-2026:art1.s3", force=Force.IN_PRINCIPLE)
def not_too_many(applicants: Int, *, most: int) -> Truth:
    """原则上不超过八家。"""
    return at_most(applicants, most)


@clause("call-2026:art1.s3", displaces=lambda: (("art2.s1", "art4.s4"),))
def displacing() -> Truth:
    """条件放宽。"""
    return granted()


@clause("call-2026:art1.s3", force=Force.ENCOURAGEMENT)
def encouraging() -> Truth:
    """鼓励。"""
    return granted()


@fact
def participants(application: Application) -> int:
    """另一种算法。"""
    return len(application.participants) + 100


@clause("call-2026:art1.s1")
def misnamed(applicant: Int, *, fewest: int) -> Truth:
    """本次申报，参与单位不少于五家。"""
    return at_least(applicant, fewest)


CALL = AdditionalClauses(
    name="call-2026",
    instrument=Instrument(
        title="2026年度申报通知",
        gloss="Call of 2026",
        status=Status.PUBLISHED,
        jurisdiction="990001",
    ),
    ledger=Ledger.read(TABLE),
    window=Window(FIRST, LAST),
    conditions=(
        ("formation", enough_for_the_call),
        ("formation", judged("call-2026:art1.s2")),
        ("formation", not_too_many),
    ),
    numbers=Figures(),
    facts=(applicants,),
)
RECOMMENDED = Attestation(what="call-2026:art1.s2", by="虚构园区", on=DURING)


def of(number: int, filed_on: date | None = None) -> Case:
    """A case in which the policy is content, with so many participants, known all along."""
    units = tuple(unit(n) for n in range(1, number + 1))
    signed = Agreement(
        signed_on=date(2026, 1, 5), signatories=frozenset(u.key for u in (LEAD, *units))
    )
    known = tuple(evolve(one, on=date(2026, 2, 1)) for one in MET.attestations)
    application = evolve(MET.application, participants=units, agreement=signed, filed_on=filed_on)
    register = Register.complete(to=date(2026, 12, 31))
    return evolve(MET, application=application, attestations=known, register=register)


def asked(policy: Policy, case: Case, on: date = DURING) -> dict[str, Outcome]:
    report = policy.check("formation", case, on=on)
    return {f.provision: f.outcome for f in report.additional}


@pytest.mark.parametrize(
    ("number", "expected"), [(4, Outcome.NOT_MET), (5, Outcome.MET), (6, Outcome.MET)]
)
def test_it_is_asked_with_its_own_figures(toy: Policy, number: int, expected: Outcome) -> None:
    """Below, at and above what the call states; the policy's own figures stay."""
    report = toy.with_additional(CALL).check("formation", of(number), on=DURING)
    finding = report.finding("call-2026:art1.s1")

    assert finding is not None
    assert finding.outcome is expected
    assert [(n.name, n.value) for n in finding.norm.numbers] == [("fewest", 5)]
    assert finding.norm.source == "call-2026"
    assert report.findings[-len(report.additional) :] == report.additional


@pytest.mark.parametrize(
    ("day", "there"), [(BEFORE, False), (FIRST, True), (LAST, True), (AFTER, False)]
)
def test_it_is_asked_on_the_days_of_its_window(toy: Policy, day: date, there: bool) -> None:
    """From the first to the last, both included; on other days the policy alone is asked."""
    added = toy.with_additional(CALL)

    assert bool(asked(added, of(6), day)) is there
    if not there:
        alone = toy.check("formation", of(6), on=day)
        assert added.check("formation", of(6), on=day).findings == alone.findings


@pytest.mark.parametrize(
    ("filed_on", "there"), [(BEFORE, False), (FIRST, True), (LAST, True), (AFTER, False)]
)
def test_what_was_filed_in_the_window_stays_in_it(toy: Policy, filed_on: date, there: bool) -> None:
    """However long the review takes; and then no day turns the answer."""
    added = toy.with_additional(CALL)
    report = added.check("formation", of(3, filed_on), on=date(2026, 6, 1))

    assert bool(report.additional) is there
    assert report.turn is None


def test_a_window_tells_when_the_answer_turns(toy: Policy) -> None:
    """The day it opens and the day after it closes are days on which an answer may alter."""
    added, case = toy.with_additional(CALL), of(3)
    alone = toy.check("formation", case, on=BEFORE).answer
    before = added.check("formation", case, on=BEFORE).turn
    during = added.check("formation", case, on=DURING).turn

    assert alone is not Answer.NOT_MET
    assert before is not None
    assert during is not None
    assert (before.day, before.answer) == (FIRST, Answer.NOT_MET)
    assert [r.what for r in before.reasons] == [WINDOW_BEGINS]
    assert (during.day, during.answer) == (AFTER, alone)
    assert [r.what for r in during.reasons] == [WINDOW_OVER]


def test_what_it_leaves_to_a_person_is_attested(toy: Policy) -> None:
    """Under its own provision; nobody else's is taken for it."""
    added = toy.with_additional(CALL)
    case = of(6)

    assert asked(added, case)["call-2026:art1.s2"] is Outcome.NEEDS_JUDGEMENT
    told = evolve(case, attestations=(*case.attestations, RECOMMENDED))
    assert asked(added, told)["call-2026:art1.s2"] is Outcome.MET
    with pytest.raises(InvalidInputError):
        toy.check("formation", told, on=DURING)


@pytest.mark.parametrize(("number", "departs"), [(7, False), (8, False), (9, True)])
def test_what_binds_in_principle_can_be_departed_from(
    toy_build: Callable[..., Policy], number: int, departs: bool
) -> None:
    """By the body that accepts departures from the policy."""
    toy = toy_build().supposing_published(date(2025, 1, 1))
    added, at = toy.with_additional(CALL), "call-2026:art1.s3"
    case = of(number)
    departure = Departure(provision=at, by="虚构市科技局", on=DURING, reason="确有需要")
    expected = (Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.ACCEPTED_DEPARTURE)

    assert asked(added, case)[at] is (expected[0] if departs else Outcome.MET)
    told = evolve(case, departures=(departure,))
    assert asked(added, told)[at] is (expected[1] if departs else Outcome.MET)


def test_several_texts_may_name_their_facts_alike(toy: Policy) -> None:
    """Strangers do not know one another; each is asked with its own."""
    table = TABLE.replace("call-2026:", "park:")

    @frozen(kw_only=True)
    class Own:
        fewest: int = stated(7, "park:art1.s1", unit="家")

    @clause("park:art1.s1")
    def enough_for_the_park(applicants: Int, *, fewest: int) -> Truth:
        """参与单位不少于七家。"""
        return at_least(applicants, fewest)

    park = evolve(
        CALL,
        name="park",
        ledger=Ledger.read(table),
        numbers=Own(),
        conditions=(("formation", enough_for_the_park),),
    )
    for both in ((CALL, park), (park, CALL)):
        found = asked(toy.with_additional(*both), of(6))
        assert found["call-2026:art1.s1"] is Outcome.MET
        assert found["park:art1.s1"] is Outcome.NOT_MET


BAD: list[tuple[str, dict[str, Any], str]] = [
    ("a fact named anew", {"facts": (applicants, participants)}, "fact 'participants' is taken"),
    (
        "no such inquiry",
        {"conditions": (("forming", enough_for_the_call),)},
        "no inquiry 'forming'",
    ),
    ("gives way", {"conditions": (("formation", displacing),)}, "may ask more, never less"),
    (
        "asks nothing",
        {"conditions": (("formation", encouraging),)},
        "an encouragement asks for nothing",
    ),
    ("a name unknown", {"conditions": (("formation", misnamed),)}, "no fact 'applicant'"),
    ("no figures", {"numbers": None}, "no number or reading 'fewest'"),
    (
        "the policy's provision",
        {"conditions": (("formation", judged("art5.s1")),)},
        "cites 'art5.s1', which is not in its own ledger",
    ),
    (
        "a ledger of others",
        {"name": "call-2027"},
        "'call-2026:art1.s1' does not begin with 'call-2027:'",
    ),
]


@pytest.mark.parametrize(("change", "said"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_what_would_do_more_than_ask_is_refused(
    toy: Policy, change: dict[str, Any], said: str
) -> None:
    """By its name, with the reason."""
    with pytest.raises(
        MalformedPolicyError, match=r"call-202[67] cannot be added|cannot be built"
    ) as caught:
        toy.with_additional(evolve(CALL, **change))
    assert said in str(caught.value)


def test_what_is_of_another_sort_is_refused() -> None:
    """It would not be asked, and nobody would know."""
    for change in (
        {"window": (FIRST, LAST)},
        {"instrument": None},
        {"ledger": None},
        {"conditions": (("formation", 3),)},
        {"conditions": (3,)},
        {"facts": (3,)},
    ):
        with pytest.raises(InvalidInputError):
            evolve(CALL, **change)


@fact(attested=bool)
def green(attested: Attested) -> bool | None:
    """绿色。"""
    return attested.holds("green")


def test_facts_that_a_body_establishes_are_asked_under_a_provision(toy: Policy) -> None:
    """Two texts could name them alike, and one body's word would count for both."""
    with pytest.raises(MalformedPolicyError, match="its fact 'green' is attested"):
        toy.with_additional(evolve(CALL, facts=(*CALL.facts, green)))


def test_how_strongly_it_binds_may_rest_on_its_own_figures(toy: Policy) -> None:
    """A departure from a norm of the policy is weighed as without it."""

    def by_figure(*, fewest: int) -> Force:
        return Force.IN_PRINCIPLE if fewest > 1 else Force.MANDATORY

    @clause("call-2026:art1.s1", force=by_figure)
    def own_force(applicants: Int, *, fewest: int) -> Truth:
        """参与单位原则上不少于五家。"""
        return at_least(applicants, fewest)

    added = toy.with_additional(evolve(CALL, conditions=(("formation", own_force),)))
    departures = tuple(
        Departure(provision=p, by="虚构市科技局", on=DURING, reason="确有需要")
        for p in ("call-2026:art1.s1", "art2.s1")
    )
    case = evolve(of(2), departures=departures)

    assert asked(added, case) == {"call-2026:art1.s1": Outcome.ACCEPTED_DEPARTURE}


@fact
def failing(application: Application) -> int:
    """出错的事实。"""
    return len(application.participants) // 0


def test_what_fails_in_it_leaves_the_policys_answer(toy: Policy) -> None:
    """Its norms are unknown and named; nothing of the policy is lost, and nothing gained."""

    @clause("call-2026:art1.s1")
    def resting(failing: Int, *, fewest: int) -> Truth:
        """参与单位不少于五家。"""
        return at_least(failing, fewest)

    call = evolve(CALL, conditions=(("formation", resting),), facts=(failing,))
    alone = toy.check("formation", of(3), on=DURING)
    report = toy.with_additional(call).check("formation", of(3), on=DURING)
    (finding,) = report.additional

    assert report.findings[:-1] == alone.findings
    assert (alone.answer, report.answer) == (Answer.MET, Answer.OPEN)
    assert finding.outcome is Outcome.UNKNOWN
    assert finding.missing[0].fact == "call-2026: ZeroDivisionError"


def test_a_figure_of_the_policy_is_not_moved(toy: Policy) -> None:
    """A call that moves a number is an edition of its own."""

    @frozen(kw_only=True)
    class Moving:
        min_participants: int = stated(2, "call-2026:art1.s1", unit="家")

    with pytest.raises(MalformedPolicyError, match="number 'min_participants' is taken"):
        toy.with_additional(evolve(CALL, numbers=Moving(), conditions=(), facts=()))


def test_grounds_cannot_be_added(toy_build: Callable[..., Policy]) -> None:
    """What burdens is for the policy's own text."""
    grounds = Inquiry(name="ending", conditions=(judged("art5.s6"),), grounds=True)
    toy = toy_build(inquiries=(*DRAFT.inquiries, grounds))

    with pytest.raises(MalformedPolicyError, match="would be a ground of ending"):
        toy.with_additional(evolve(CALL, conditions=(("ending", enough_for_the_call),)))


def test_nothing_is_added_twice(toy: Policy) -> None:
    """Two texts of one name could not be told apart."""
    with pytest.raises(MalformedPolicyError, match="call-2026 is added already"):
        toy.with_additional(CALL, CALL)


@pytest.mark.parametrize("name", ["", "Call", "call_2026", "2026", "call-", "呼叫", "a:b"])
def test_a_name_is_plain(name: str) -> None:
    """It stands before a colon in every provision."""
    with pytest.raises(InvalidInputError):
        evolve(CALL, name=name)


def test_the_policy_without_it_is_the_policy(toy: Policy) -> None:
    """Adding changes nothing that cannot be taken back; both can be sent elsewhere."""
    added = toy.with_additional(CALL)

    assert added.without_additional == toy
    assert pickle.loads(pickle.dumps(added)) == added  # noqa: S301 - our own
    assert (added.edition, added.ledger) == (toy.edition, toy.ledger)


def test_out_of_force_nothing_is_asked(toy_build: Callable[..., Policy]) -> None:
    """What is asked beside a text ends with it."""
    later = toy_build().supposing_published(date(2026, 3, 3)).with_additional(CALL)
    report = later.check("formation", of(6), on=DURING)

    assert (report.answer, report.additional) == (Answer.NO_BASIS, ())


_WORSE = (Answer.MET, Answer.OPEN, Answer.NOT_MET)


@given(
    number=st.integers(0, 9),
    fewest=st.integers(0, 9),
    most=st.integers(0, 9),
    recommended=st.sampled_from([None, True, False]),
    principle=st.booleans(),
)
def test_an_answer_never_gets_better(
    toy: Policy,
    number: int,
    fewest: int,
    most: int,
    recommended: bool | None,
    principle: bool,
) -> None:
    """A failing report stays failing, whatever is asked beside it; an open one is never met."""
    case = of(number)
    if recommended is not None:
        one = evolve(RECOMMENDED, holds=recommended)
        case = evolve(case, attestations=(*case.attestations, one))
    norms = CALL.conditions if principle else CALL.conditions[:2]
    added = evolve(CALL, numbers=Figures(fewest=fewest, most=most), conditions=norms)
    plain = evolve(case, attestations=tuple(a for a in case.attestations if ":" not in a.what))
    alone = toy.check("formation", plain, on=DURING)
    together = toy.with_additional(added).check("formation", case, on=DURING)

    assert _WORSE.index(together.answer) >= _WORSE.index(alone.answer)
    assert together.findings[: -len(norms)] == alone.findings


@pytest.mark.parametrize(
    ("filing", "most", "granted_"), [(1, 1, True), (2, 2, True), (2, 1, False), (3, 1, False)]
)
def test_a_step_that_asks_the_inquiry_asks_it_too(filing: int, most: int, granted_: bool) -> None:
    """Of what was filed in the window, also when the window is over; it stands apart."""

    @clause("call-2026:art1.s1")
    def few(applicants: Int) -> Truth:
        """参与单位不超过若干家。"""
        return at_most(applicants, most)

    window = Window(date(2026, 3, 2), date(2026, 3, 3))
    call = evolve(CALL, conditions=(("formation", few),), window=window)
    decision = _decided(MEASURES.with_additional(call), put_on_file(9), filed(filing))

    assert isinstance(decision, Granted if granted_ else Refused)
    assert [f.provision for f in decision.report.additional] == (
        [] if filing == 1 else ["call-2026:art1.s1"]
    )


def test_what_a_later_step_is_there_to_settle_is_passed_over() -> None:
    """A filing is screened: what is still open beside the policy does not stop it either."""
    call = evolve(CALL, conditions=(("formation", judged("call-2026:art1.s2")),))
    policy = MEASURES.with_additional(call)

    assert isinstance(_decided(policy, filed(2)), Granted)
    for day in (2, 31):
        assert isinstance(_decided(policy, put_on_file(day), filed(2)), Deferred)


def _decided(policy: Policy, act: Event, *before: Event) -> Granted | Refused | Deferred:
    return decide(policy, replay(History("C1", before), act.on), act, act.on)
