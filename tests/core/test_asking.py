"""From a case to findings: facts, items, judgements, departures, displacement, what is missing."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from innov_consortium.core.attestations import Attestation, Departure, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Force, Outcome, clause, fact
from innov_consortium.core.consortium import Agreement
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Count, Engagement, Register, Role
from innov_consortium.core.report import Answer, Finding, ItemFinding, Missing
from innov_consortium.core.words import Int, Ruling, Truth, at_least, holds, left_open, not_

Unit = Callable[..., Organization]
With = Callable[..., Case]
Attest = Callable[..., Attestation]

DAY = date(2026, 3, 2)
BUREAU = "虚构市科技局"


def found(policy: Policy, case: Case, provision: str) -> Finding:
    finding = policy.check("formation", case, on=DAY).finding(provision)
    assert finding is not None
    return finding


def departure(provision: str = "art2.s1", **known: Any) -> Departure:
    given = {"provision": provision, "by": BUREAU, "on": date(2026, 3, 1), "reason": "理由"}
    return Departure(**{**given, **known})


def special(**known: Any) -> SpecialCase:
    return SpecialCase(**{"ground": "art6.s1", "determined_by": "某市", **known})


@pytest.fixture
def two(toy_with: With, toy_unit: Unit) -> Case:
    """A case with one participant fewer than in principle wanted."""
    units = (toy_unit(1), toy_unit(2))
    return toy_with(participants=units, agreement=Agreement(signed_on=date(2026, 2, 1)))


@pytest.mark.parametrize(
    ("number", "expected"), [(2, "departs_from_principle"), (3, "met"), (4, "met")]
)
def test_a_comparison_is_made_with_the_facts_of_the_case(
    toy: Policy, toy_with: With, toy_unit: Unit, number: int, expected: str
) -> None:
    """Below, at and above; the finding keeps the evidence."""
    units = tuple(toy_unit(n) for n in range(number))
    finding = found(toy, toy_with(participants=units, agreement=None), "art2.s1")
    assert (finding.outcome.value, finding.facts) == (expected, {"participants": Count(number)})


def test_a_reading_reaches_the_facts(toy: Policy, two: Case) -> None:
    """With the lead counted there are three."""
    read = toy.with_readings(counting="together")
    assert found(read, two, "art2.s1").facts == {"participants": Count(3)}
    assert found(read, two, "art2.s1").outcome is Outcome.MET


def test_a_norm_that_does_not_apply_is_no_failure(toy: Policy, toy_with: With) -> None:
    """Without participants nothing can be said of their share."""
    case = toy_with(participants=(), agreement=None)
    assert found(toy, case, "art2.s2").outcome is Outcome.NOT_APPLICABLE


def test_what_is_asked_of_each_of_nobody_is_not_applicable(toy: Policy, toy_with: With) -> None:
    """Neither met nor not."""
    finding = found(toy, toy_with(participants=(), agreement=None), "art4.s1")
    assert (finding.outcome, finding.outcomes, finding.items) == (Outcome.NOT_APPLICABLE, (), ())


def test_evidence_tells_what_is_missing(toy: Policy, toy_with: With, toy_unit: Unit) -> None:
    """A form nobody stated leaves the share unknown, at the path where it would stand."""
    foreign = toy_unit(1, id=Identifier("LEI", "529900T8BM49AURSDO55"))
    case = toy_with(participants=(foreign, toy_unit(2), toy_unit(3)), agreement=None)
    finding = found(toy, case, "art2.s2")
    assert (finding.outcome, finding.missing) == (
        Outcome.UNKNOWN,
        (Missing("enterprises", "application.participants[0].legal_form"),),
    )


def test_what_is_missing_is_told_only_where_it_matters(toy: Policy, toy_case: Case) -> None:
    """A norm that is met misses nothing."""
    assert toy.check("formation", toy_case, on=DAY).missing == ()


def test_only_those_items_are_told_of_which_there_is_something_to_say(
    toy: Policy, toy_with: With, toy_unit: Unit
) -> None:
    """Each with its path, its facts and what it misses; the outcomes of all are kept."""
    abroad, unsaid = toy_unit(2, abroad=True), toy_unit(3, abroad=None)
    case = toy_with(participants=(toy_unit(1), abroad, unsaid), agreement=None)
    finding = found(toy, case, "art4.s1")
    assert (finding.outcome, finding.outcomes) == (
        Outcome.NOT_MET,
        (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN),
    )
    path = "application.participants[2]"
    assert finding.items == (
        ItemFinding(abroad, "application.participants[1]", Outcome.NOT_MET, (True,)),
        ItemFinding(unsaid, path, Outcome.UNKNOWN, (None,), (Missing("abroad", f"{path}.abroad"),)),
    )


@pytest.mark.parametrize(
    ("others", "expected"), [(0, "met"), (1, "met"), (2, "departs_from_principle")]
)
def test_what_is_known_of_one_item_alone(
    toy: Policy, toy_case: Case, others: int, expected: str
) -> None:
    """Below, at and above the cap of two, this application included."""
    unit = toy_case.application.participants[0]
    engaged = tuple(
        Engagement(consortium=f"C{n}", unit=unit.id, role=Role.PARTICIPANT, since=date(2025, 1, 1))
        for n in range(others)
    )
    case = evolve(toy_case, register=Register.complete(to=DAY, engagements=engaged))
    finding = found(toy, case, "art4.s3")
    assert [o.value for o in finding.outcomes] == [expected, "met", "met"]


def test_evidence_of_an_item_tells_its_own_path(
    toy: Policy, toy_with: With, toy_unit: Unit
) -> None:
    """The same placeholder as in what a fact reads."""
    university = toy_unit(1, kind=OrganizationKind.UNIVERSITY, id=Identifier("LEI", "X1"))
    case = toy_with(participants=(toy_unit(2), university), agreement=None)
    (item,) = found(toy, case, "art4.s3").items
    assert (item.outcome, item.missing) == (
        Outcome.UNKNOWN,
        (Missing("engagements", "application.participants[1].college"),),
    )


def test_items_may_be_words_of_the_policy(toy: Policy, toy_with: With) -> None:
    """They have no key, and their path may be one for all."""
    finding = found(toy, toy_with(lists=frozenset({"questions"})), "art5.s4")
    assert (finding.outcomes, finding.items) == (
        (Outcome.MET, Outcome.NOT_MET),
        (ItemFinding("outcomes", "application.lists", Outcome.NOT_MET, (False,)),),
    )


def test_a_norm_that_compares_nothing_is_asked_of_each(toy: Policy, toy_case: Case) -> None:
    """As often as there are items."""
    assert found(toy, toy_case, "art4.s4").outcomes == (Outcome.MET,) * 3


def test_a_fact_of_each_item_may_need_nothing_but_settings(
    toy_build: Callable[..., Policy], toy_case: Case
) -> None:
    """It is then the same for each of them."""

    @fact(each="partner")
    def least(*, min_participants: int) -> int:
        return min_participants

    @clause("art4.s1", each="partner")
    def at_least_one(least: Int) -> Truth:
        return at_least(least, 1)

    toy = toy_build()
    policy = toy_build(
        facts=(*toy.facts, least),
        inquiries=(Inquiry(name="formation", conditions=(at_least_one,)),),
    ).supposing_published(date(2025, 1, 1))
    case = evolve(toy_case, attestations=())
    assert found(policy, case, "art4.s1").outcomes == (Outcome.MET,) * 3


# --- judgement --------------------------------------------------------------------------------


@pytest.mark.parametrize(("holds", "expected"), [(True, Outcome.MET), (False, Outcome.NOT_MET)])
def test_a_judgement_is_what_was_attested(
    toy: Policy, toy_case: Case, toy_attested: Attest, holds: bool, expected: Outcome
) -> None:
    """The finding names the attestation it rests on."""
    said = toy_attested("art5.s1", holds=holds)
    finding = found(toy, evolve(toy_case, attestations=(said,)), "art5.s1")
    assert (finding.outcome, finding.decided_by) == (expected, said)


def test_a_judgement_nobody_made_is_a_persons(toy: Policy, toy_case: Case) -> None:
    """Of the whole case and of each item; nothing is missing, somebody has to judge."""
    case = evolve(toy_case, attestations=())
    whole, each = found(toy, case, "art5.s1"), found(toy, case, "art4.s2")
    assert (whole.outcome, whole.missing) == (Outcome.NEEDS_JUDGEMENT, ())
    assert each.outcomes == (Outcome.NEEDS_JUDGEMENT,) * 3


def test_a_judgement_of_one_member_goes_before_that_of_all(
    toy: Policy, toy_case: Case, toy_attested: Attest
) -> None:
    """And reaches no other."""
    one = toy_case.application.participants[1]
    own = toy_attested("art4.s2", unit=one.key, holds=False)
    finding = found(toy, evolve(toy_case, attestations=(*toy_case.attestations, own)), "art4.s2")
    assert finding.outcomes == (Outcome.MET, Outcome.NOT_MET, Outcome.MET)
    assert [(i.item, i.decided_by) for i in finding.items] == [(one, own)]


def test_a_judgement_is_asked_only_of_those_it_concerns(
    toy: Policy, toy_with: With, toy_unit: Unit, toy_attested: Attest
) -> None:
    """Of those of whom it is not known whether it does, it is unknown, whatever was attested."""
    institute = toy_unit(1, kind=OrganizationKind.RESEARCH_INSTITUTION)
    unsaid = toy_unit(2, id=Identifier("LEI", "529900T8BM49AURSDO55"))
    case = evolve(
        toy_with(participants=(institute, unsaid, toy_unit(3)), agreement=None),
        attestations=(toy_attested("art4.s2"),),
    )
    finding = found(toy, case, "art4.s2")
    assert finding.outcomes == (Outcome.NOT_APPLICABLE, Outcome.UNKNOWN, Outcome.MET)
    (item,) = finding.items
    assert item.missing == (Missing("enterprise", "application.participants[1].legal_form"),)


def test_a_judgement_of_the_whole_may_not_be_called_for(toy: Policy, toy_case: Case) -> None:
    """Without a special case nobody judges its grounds; with one somebody must."""
    claimed = evolve(toy_case, special_case=special())
    outcomes = [found(toy, c, "art5.s6").outcome for c in (toy_case, claimed)]
    assert outcomes == [Outcome.NOT_APPLICABLE, Outcome.NEEDS_JUDGEMENT]


@pytest.mark.parametrize(
    ("field", "holds", "expected"),
    [
        ("其他", True, Outcome.MET),
        ("其他", False, Outcome.NOT_MET),
        ("其他", None, Outcome.NEEDS_JUDGEMENT),
        ("新材料", True, Outcome.MET),
        ("新材料", False, Outcome.NEEDS_JUDGEMENT),
        (None, True, Outcome.MET),
        (None, False, Outcome.NOT_MET),
        (None, None, Outcome.UNKNOWN),
    ],
)
def test_what_a_clause_leaves_open_is_answered_by_attestation(
    toy: Policy,
    toy_with: With,
    toy_attested: Attest,
    field: str | None,
    holds: bool | None,
    expected: Outcome,
) -> None:
    """What nobody knows, too; where it contradicts the facts neither is preferred."""
    said = [] if holds is None else [toy_attested("art3.s1", holds=holds)]
    finding = found(toy, evolve(toy_with(field=field), attestations=tuple(said)), "art3.s1")
    rests_on = [] if (field, holds) == ("新材料", True) else said
    assert (finding.outcome, finding.decided_by) == (expected, next(iter(rests_on), None))


def test_what_a_clause_leaves_open_of_each_is_answered_for_each(
    toy: Policy, toy_with: With, toy_unit: Unit, toy_attested: Attest
) -> None:
    """What is attested to hold needs no further word; the others are told."""
    units = [
        toy_unit(n, kind=OrganizationKind.UNIVERSITY, id=Identifier("LEI", f"X{n}"))
        for n in (1, 2, 3)
    ]
    said = (
        toy_attested("art4.s5", unit=units[0].key),
        toy_attested("art4.s5", unit=units[1].key, holds=False),
    )
    case = evolve(toy_with(participants=(*units, toy_unit(4)), agreement=None), attestations=said)
    finding = found(toy, case, "art4.s5")
    assert finding.outcomes == (
        Outcome.MET,
        Outcome.NOT_MET,
        Outcome.NEEDS_JUDGEMENT,
        Outcome.MET,
    )
    told = [(i.item, i.decided_by) for i in finding.items]
    assert told == [(units[1], said[1]), (units[2], None)]


def test_what_is_denied_of_a_principle_departs_from_it(
    toy_build: Callable[..., Policy], toy_case: Case, toy_attested: Attest
) -> None:
    """原则上 is never a hard refusal, whoever says that it is not kept."""

    @clause("art5.s2", force=Force.IN_PRINCIPLE, attested=True)
    def open_principle(claimed: Truth) -> Ruling:
        return left_open(not_(claimed), holds(claimed))

    policy = toy_build(
        inquiries=(Inquiry(name="formation", conditions=(open_principle,)),)
    ).supposing_published(date(2025, 1, 1))
    case = evolve(toy_case, attestations=(toy_attested("art5.s2", holds=False),))
    assert found(policy, case, "art5.s2").outcome is Outcome.DEPARTS_FROM_PRINCIPLE


def test_what_may_end_a_judgement_is_told_to_be_missing(toy: Policy, toy_case: Case) -> None:
    """A special case nobody determined, and of which nobody knows whether it was elected."""
    case = evolve(toy_case, special_case=special(determined_by=None))
    finding = found(toy, case, "art6.s1")
    assert (finding.outcome, finding.missing) == (
        Outcome.NEEDS_JUDGEMENT,
        (Missing("elected", "special_case.elected"),),
    )


@pytest.mark.parametrize("by", ["测试企业1", "测试企业9999", "91120116MAXT00001T"])
def test_a_members_own_word_does_not_count(
    toy: Policy, toy_case: Case, toy_attested: Attest, by: str
) -> None:
    """By its name or its code, the lead's included."""
    case = evolve(toy_case, attestations=(toy_attested("art5.s1", by=by),))
    assert found(toy, case, "art5.s1").outcome is Outcome.NEEDS_JUDGEMENT


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a", Outcome.MET), ("b", Outcome.MET), ("c", Outcome.NOT_MET), (None, Outcome.UNKNOWN)],
)
def test_a_fact_may_be_attested(
    toy: Policy, toy_case: Case, toy_attested: Attest, value: str | None, expected: Outcome
) -> None:
    """One of the choices the text names, another one, none."""
    said = () if value is None else (toy_attested("grade", value=value),)
    assert found(toy, evolve(toy_case, attestations=said), "art5.s3").outcome is expected


# --- departures -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "outcome", "answer"),
    [
        (True, Outcome.ACCEPTED_DEPARTURE, Answer.MET),
        (False, Outcome.NOT_MET, Answer.NOT_MET),
    ],
)
def test_what_departs_from_a_principle_is_decided_by_the_approving_body(
    toy: Policy, two: Case, accepted: bool, outcome: Outcome, answer: Answer
) -> None:
    """The finding names the decision; without one the answer is open."""
    decision = departure(accepted=accepted)
    report = toy.check("formation", evolve(two, departures=(decision,)), on=DAY)
    finding = report.finding("art2.s1")
    assert finding is not None
    assert (finding.outcome, finding.decided_by) == (outcome, decision)
    assert (toy.check("formation", two, on=DAY).answer, report.answer) == (Answer.OPEN, answer)


def test_another_body_cannot_accept_a_departure(toy: Policy, two: Case) -> None:
    """Its word leaves the matter as it is."""
    case = evolve(two, departures=(departure(by="另一机关"),))
    assert found(toy, case, "art2.s1").outcome is Outcome.DEPARTS_FROM_PRINCIPLE


def test_a_departure_does_nothing_where_nothing_departs(toy: Policy, toy_case: Case) -> None:
    """A norm that is met is met."""
    case = evolve(toy_case, departures=(departure(accepted=False),))
    finding = found(toy, case, "art2.s1")
    assert (finding.outcome, finding.decided_by) == (Outcome.MET, None)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("accepted", [True, False])
def test_a_later_decision_sets_an_earlier_one_aside(
    toy: Policy, two: Case, order: tuple[int, int], accepted: bool
) -> None:
    """In whatever order the decisions are given."""
    decisions = (
        departure(on=date(2026, 2, 1), accepted=not accepted),
        departure(on=date(2026, 2, 20), accepted=accepted),
    )
    case = evolve(two, departures=tuple(decisions[n] for n in order))
    assert found(toy, case, "art2.s1").decided_by == decisions[1]


def test_a_departure_may_be_accepted_for_one_member(toy: Policy, toy_case: Case) -> None:
    """What is decided of one goes before what is decided of all, and reaches no other."""
    members = toy_case.application.participants
    engaged = tuple(
        Engagement(consortium=f"C{n}", unit=u.id, role=Role.PARTICIPANT, since=date(2025, 1, 1))
        for u in members
        for n in range(2)
    )
    case = evolve(
        toy_case,
        register=Register.complete(to=DAY, engagements=engaged),
        departures=(
            departure("art4.s3", unit=members[0].key),
            departure("art4.s3", unit=members[1].key, accepted=False),
        ),
    )
    expected = (
        Outcome.ACCEPTED_DEPARTURE,
        Outcome.NOT_MET,
        Outcome.DEPARTS_FROM_PRINCIPLE,
    )
    assert found(toy, case, "art4.s3").outcomes == expected
    for_all = evolve(case, departures=(*case.departures, departure("art4.s3")))
    assert found(toy, for_all, "art4.s3").outcomes == (
        *expected[:2],
        Outcome.ACCEPTED_DEPARTURE,
    )


# --- displacement -----------------------------------------------------------------------------


@pytest.fixture
def failing(toy_with: With, toy_unit: Unit) -> Case:
    """A case in which something departs, something fails and something needs judgement."""
    units = (toy_unit(1, abroad=True), toy_unit(2, abroad=None))
    return evolve(toy_with(participants=units, agreement=None), attestations=())


@pytest.mark.parametrize(
    ("elected", "art6", "art2", "art4"),
    [
        (True, "met", "case_by_case", ["case_by_case", "case_by_case"]),
        (None, "unknown", "departs_from_principle", ["not_met", "unknown"]),
        (False, "not_met", "departs_from_principle", ["not_met", "unknown"]),
    ],
)
def test_what_is_displaced_gives_way_only_where_it_is_so_decided(
    toy: Policy, failing: Case, elected: bool | None, art6: str, art2: str, art4: list[str]
) -> None:
    """While that is pending, or refused, the norms stand."""
    case = evolve(failing, special_case=special(elected=elected))
    report = toy.check("formation", case, on=DAY)
    each = found(toy, case, "art4.s1")
    assert (report.outcome("art6.s1"), report.outcome("art2.s1")) == (Outcome(art6), Outcome(art2))
    assert [o.value for o in each.outcomes] == art4


def test_what_has_not_been_determined_displaces_nothing(toy: Policy, failing: Case) -> None:
    """An applicant's claim is left to a person, whatever was elected."""
    case = evolve(failing, special_case=special(determined_by=None, elected=True))
    report = toy.check("formation", case, on=DAY)
    assert (report.outcome("art6.s1"), report.outcome("art2.s1")) == (
        Outcome.NEEDS_JUDGEMENT,
        Outcome.DEPARTS_FROM_PRINCIPLE,
    )


@pytest.mark.parametrize(
    ("elected", "expected"),
    [(True, Answer.OPEN), (None, Answer.OPEN), (False, Answer.NOT_MET)],
)
def test_while_it_is_undecided_a_failure_leaves_the_answer_open(
    toy: Policy, failing: Case, elected: bool | None, expected: Answer
) -> None:
    """A failure within reach of the special case decides only once that is refused."""
    case = evolve(failing, special_case=special(elected=elected))
    assert toy.check("formation", case, on=DAY).answer is expected


def test_what_lies_outside_the_range_stands(toy: Policy, failing: Case) -> None:
    """Under the narrow reading only the first sentence gives way."""
    case = evolve(failing, special_case=special(elected=True))
    report = toy.with_readings(scope="narrow").check("formation", case, on=DAY)
    outcomes = [report.outcome(p) for p in ("art2.s1", "art4.s1", "art5.s1")]
    assert outcomes == [Outcome.CASE_BY_CASE, Outcome.NOT_MET, Outcome.NEEDS_JUDGEMENT]


def test_what_is_met_does_not_give_way(toy: Policy, toy_case: Case) -> None:
    """There is nothing to displace."""
    case = evolve(toy_case, special_case=special(elected=True))
    outcomes = [found(toy, case, p).outcome for p in ("art2.s1", "art4.s1", "art4.s4")]
    assert outcomes == [Outcome.MET] * 3


def test_an_accepted_departure_is_kept_where_the_norm_could_give_way(
    toy: Policy, two: Case
) -> None:
    """A refused one gives way with its norm."""
    outcomes = []
    for accepted in (True, False):
        decision = departure(accepted=accepted)
        case = evolve(two, special_case=special(elected=True), departures=(decision,))
        outcomes.append(found(toy, case, "art2.s1").outcome)
    assert outcomes == [Outcome.ACCEPTED_DEPARTURE, Outcome.CASE_BY_CASE]


def test_findings_do_not_depend_on_the_order_of_what_is_known(toy: Policy, toy_case: Case) -> None:
    """Attestations are a set of words given, not a sequence."""
    reports = {
        toy.check("formation", evolve(toy_case, attestations=order), on=DAY)
        for order in itertools.permutations(toy_case.attestations)
    }
    assert len(reports) == 1
