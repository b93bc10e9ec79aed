"""Reports: what findings come to, and how they are found again."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Callable
from datetime import date

import pytest
from attrs import evolve

from innov_consortium.core.attestations import Attestation, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Force, Outcome
from innov_consortium.core.organizations import Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer, Finding, Missing, Norm, answer_of, worst
from innov_consortium.core.sources import Ledger

DAY = date(2026, 3, 2)
OPEN = (Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)


def finding(
    outcome: Outcome,
    *,
    rank: int = 0,
    combines: bool = True,
    displaces: tuple[tuple[int, int], ...] = (),
) -> Finding:
    norm = Norm("art1.s1", "n", Force.MANDATORY, combines, None, (), (), (), "", rank, displaces)
    return Finding(norm, outcome)


@pytest.mark.parametrize("outcome", Outcome)
def test_what_one_condition_comes_to(outcome: Outcome) -> None:
    """Not met fails, what a person has to decide or nobody knows is open, the rest does not bar."""
    expected = (
        Answer.NOT_MET
        if outcome is Outcome.NOT_MET
        else Answer.OPEN
        if outcome in OPEN
        else Answer.MET
    )
    assert answer_of([finding(outcome)]) is expected


@pytest.mark.parametrize("first", list(itertools.permutations([*OPEN[:2], Outcome.NOT_MET])))
def test_a_condition_that_fails_goes_before_one_that_is_open(first: tuple[Outcome, ...]) -> None:
    """In whatever order they stand."""
    assert answer_of(map(finding, (Outcome.MET, *first))) is Answer.NOT_MET


def test_nothing_asked_is_met() -> None:
    """Of no condition none fails."""
    assert answer_of([]) is Answer.MET


@pytest.mark.parametrize("outcome", Outcome)
def test_what_only_sets_the_scene_does_not_enter_the_answer(outcome: Outcome) -> None:
    """Whatever it comes to."""
    assert answer_of([finding(outcome, combines=False)]) is Answer.MET


@pytest.mark.parametrize(
    ("rank", "expected"), [(1, "not_met"), (2, "open"), (4, "open"), (5, "not_met")]
)
@pytest.mark.parametrize("outcome", [Outcome.NEEDS_JUDGEMENT, Outcome.UNKNOWN])
def test_what_may_still_give_way_decides_nothing_yet(
    outcome: Outcome, rank: int, expected: str
) -> None:
    """Inside the range, both ends included, a failure is open; outside it fails."""
    displacing = finding(outcome, rank=9, combines=False, displaces=((2, 4),))
    found = [displacing, finding(Outcome.NOT_MET, rank=rank)]
    assert answer_of(found).value == expected
    assert answer_of(reversed(found)).value == expected


@pytest.mark.parametrize("outcome", [Outcome.NOT_APPLICABLE, Outcome.NOT_MET, Outcome.MET])
def test_where_it_is_decided_a_failure_is_one(outcome: Outcome) -> None:
    """What still is not met although the special case is settled is not met."""
    displacing = finding(outcome, rank=9, combines=False, displaces=((2, 4),))
    assert answer_of([displacing, finding(Outcome.NOT_MET, rank=3)]) is Answer.NOT_MET


def test_of_two_failures_one_may_be_out_of_reach() -> None:
    """One that cannot give way decides, whatever the other may do."""
    displacing = finding(Outcome.UNKNOWN, rank=9, combines=False, displaces=((2, 4),))
    inside, outside = (finding(Outcome.NOT_MET, rank=n) for n in (3, 5))
    assert answer_of([displacing, inside, outside]) is Answer.NOT_MET


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_has_no_truth_value(answer: Answer) -> None:
    """An open question is not a no."""
    with pytest.raises(TypeError, match="no truth value"):
        bool(answer)


def test_the_worst_of_several_outcomes() -> None:
    """A failure before what is open, what is open before what is settled."""
    order = [
        "not_met",
        "departs_from_principle",
        "unknown",
        "needs_judgement",
        "case_by_case",
        "accepted_departure",
        "met",
        "not_applicable",
    ]
    for first, second in itertools.combinations(order, 2):
        assert worst([Outcome(second), Outcome(first)]) is Outcome(first)
    assert len(order) == len(Outcome)


def test_a_finding_names_the_facts_it_compared(toy: Policy, toy_case: Case) -> None:
    """With their evidence; a judgement compares none."""
    report = toy.check("formation", toy_case, on=DAY)
    topic, judged = report.finding("art3.s1"), report.finding("art5.s1")
    assert topic is not None
    assert judged is not None
    assert (topic.provision, topic.facts, judged.facts) == ("art3.s1", {"topic": "新材料"}, {})


def test_a_provision_nothing_is_asked_of_has_no_finding(toy: Policy, toy_case: Case) -> None:
    """Neither a finding nor an outcome; a mere encouragement is not asked."""
    report = toy.check("formation", toy_case, on=DAY)
    for provision in ("doc.title", "art7.s1", "art99"):
        assert (report.finding(provision), report.outcome(provision)) == (None, None)


def test_a_heading_comes_to_the_worst_below_it(
    toy: Policy, toy_with: Callable[..., Case], toy_unit: Callable[..., Organization]
) -> None:
    """By its own id or by that of the article; the outcome of a sentence is its own."""
    two = toy_with(participants=(toy_unit(1), toy_unit(2)), agreement=None)
    report = toy.check("formation", two, on=DAY)
    found = {p: report.outcome(p) for p in ("art2.s1", "art2.s2", "art2.h", "art2")}
    assert found == {
        "art2.s1": Outcome.DEPARTS_FROM_PRINCIPLE,
        "art2.s2": Outcome.MET,
        "art2.h": Outcome.DEPARTS_FROM_PRINCIPLE,
        "art2": Outcome.DEPARTS_FROM_PRINCIPLE,
    }


def test_what_fails_and_what_is_open_is_told_apart(
    toy: Policy,
    toy_with: Callable[..., Case],
    toy_unit: Callable[..., Organization],
    toy_attested: Callable[..., Attestation],
) -> None:
    """What only sets the scene is in neither."""
    two = (toy_unit(1, abroad=True), toy_unit(2))
    case = evolve(
        toy_with(participants=two, agreement=None, field="其他"),
        attestations=(toy_attested("art3.s1", holds=False), toy_attested("art4.s2")),
        special_case=SpecialCase(ground="art6.s1"),
    )
    report = toy.check("formation", case, on=DAY)
    scene = [report.outcome(p) for p in ("art3.s1", "art6.s1")]
    assert scene == [Outcome.NOT_MET, Outcome.NEEDS_JUDGEMENT]
    assert [f.provision for f in report.failed] == ["art4.s1"]
    assert [f.provision for f in report.open] == [
        "art2.s1",
        "art5.s1",
        "art5.s2",
        "art5.s3",
        "art5.s5",
        "art5.s6",
    ]


def test_what_is_missing_is_told_once_in_the_order_of_the_law(
    toy: Policy, toy_with: Callable[..., Case], toy_unit: Callable[..., Organization]
) -> None:
    """Of the whole case and of each item, each path with the fact that wants it."""
    university = toy_unit(2, kind=OrganizationKind.OTHER, abroad=None)
    case = evolve(
        toy_with(participants=(toy_unit(1), university, toy_unit(3)), field=None, agreement=None),
        register=Register.unknown(),
        attestations=(),
    )
    report = toy.check("formation", case, on=DAY)
    assert report.missing == (
        Missing("topic", "application.field"),
        Missing("abroad", "application.participants[1].abroad"),
        Missing("complete", "register.complete_to"),
        Missing("solvent", "attestations[solvent]"),
        Missing("grade", "attestations[grade]"),
        Missing("signed", "application.agreement"),
    )


def test_a_report_is_iterated_finding_by_finding(toy: Policy, toy_case: Case) -> None:
    """The met ones, too."""
    report = toy.check("formation", toy_case, on=DAY)
    assert tuple(report) == report.findings


def test_findings_stand_in_the_order_of_the_law(
    toy_build: Callable[..., Policy], toy: Policy, toy_case: Case
) -> None:
    """Also where the text begins with its commencement."""
    others = tuple(p for p in toy.ledger.provisions if p.id != "art9.s1")
    ledger = Ledger((toy.ledger["art9.s1"], *others))
    policy = toy_build(ledger=ledger).supposing_published(date(2025, 1, 1))
    ranks = [f.norm.rank for f in policy.check("formation", toy_case, on=DAY)]
    assert ranks == sorted(ranks)


def test_a_report_is_a_value(toy: Policy, toy_case: Case) -> None:
    """The same case and day make the same report; it is hashable, frozen, the same when pickled."""
    one, two = (toy.check("formation", toy_case, on=DAY) for _ in range(2))
    again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    assert (one, hash(one)) == (two, hash(two))
    assert (again, hash(again), again.policy.norms("formation")) == (
        one,
        hash(one),
        toy.norms("formation"),
    )
    with pytest.raises(AttributeError):
        one.answer = Answer.OPEN  # type: ignore[misc]
