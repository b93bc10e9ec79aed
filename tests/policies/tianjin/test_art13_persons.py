"""第十三条：人员变更——主要负责人、技术总师、等；出具说明，及时报核准备案，后执行。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS, made_attestation
from tests.policies.tianjin.lives import (
    BUREAU,
    DISTRICT,
    FORMED,
    GIVEN,
    LEAVING,
    PUBLIC,
    REVOKED,
    STAYING,
    because,
    change_approved,
    change_refused,
    decided,
    executed,
    knowing,
    lacks,
    life,
    measures,
    misplaced,
    reported,
    stands,
    verdict,
    without,
)

from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.consortium import Person, Vacancy
from innov_consortium.core.decide import Granted
from innov_consortium.core.events import Event, Filed
from innov_consortium.core.report import Report

PRINCIPAL, CHIEF = ChangeKind.LEAD_PRINCIPAL, ChangeKind.CHIEF_TECHNOLOGIST
OTHER = ChangeKind.PERSON_OTHER
COVERED = ("art13.s1c", "person_change_covered")
STATEMENT = ("art13.s1d", "statement_issued_by_lead")
LATER = ("art13.s1f", "person_change_executed_after")
SUCCESSOR = ("art5.item6.s3b", "successor_qualified")
QUALIFIED = knowing(("successor_qualification", "leading_talent"))


def checked(*events: Event, given: Surroundings = QUALIFIED, on: date = date(2027, 6, 1)) -> Report:
    """Ask the inquiry about the changes of a history."""
    dossier = Dossier(
        history=life(events), register=given.register, attestations=given.attestations
    )
    return measures().check("change", dossier, on=on)


def found(report: Report) -> dict[str, str]:
    """Return what each provision of art. 13 comes to."""
    return {f.provision: f.outcome.value for f in report if f.provision.startswith("art13")}


# --- 牵头单位主要负责人调整、技术总师调整、等 -----------------------------------------------------


@pytest.mark.parametrize(("kind", "provision"), [(PRINCIPAL, "art13.s1a"), (CHIEF, "art13.s1b")])
def test_each_post_is_reported_under_its_own_words(kind: ChangeKind, provision: str) -> None:
    """主要负责人, 技术总师: in order it is granted, and the step is that of its words."""
    said = decided(FORMED, reported(kind))
    assert isinstance(said, Granted)
    order = next(f for f in said.report if f.norm.name == "step_order")
    assert order.provision == provision


@pytest.mark.parametrize("kind", [PRINCIPAL, CHIEF])
def test_reported_approved_and_then_executed(kind: ChangeKind) -> None:
    """报市科技局核准备案后执行变更: the whole way, step by step."""
    history = life(FORMED)
    for act in (reported(kind), change_approved(), executed()):
        assert stands(history.events, act, QUALIFIED) == "granted"
        history = history.add(act)
    assert found(checked(*history.events)) == dict.fromkeys(
        ("art13.s1c", "art13.s1d", "art13.s1e", "art13.s1f"), "met"
    )


def test_whether_another_post_is_meant_a_person_judges() -> None:
    """等人员变更情况: of similar weight (F07) — neither granted nor refused by itself."""
    said = decided(FORMED, reported(OTHER))
    assert (verdict(said), because(said)) == ("deferred", [COVERED])
    assert said.report.findings[0].outcome.value == "needs_judgement"


@pytest.mark.parametrize(("holds", "decision"), [(True, "granted"), (False, "refused")])
def test_the_judgement_of_a_body_decides_it(holds: bool, decision: str) -> None:
    """Attested by the bureau it is covered, or it is not."""
    assert stands(FORMED, reported(OTHER), knowing(("art13.s1c", holds))) == decision


@pytest.mark.parametrize("before", [PUBLIC, REVOKED], ids=["before", "after"])
def test_there_must_be_a_consortium_whose_persons_change(before: tuple[Event, ...]) -> None:
    """Neither an application nor what has been revoked is under art. 13."""
    said = decided(before, reported(PRINCIPAL, on=date(2028, 7, 3)))
    assert misplaced(said) == ["art13.s1a"]


# --- 联合体牵头单位需出具人员变更说明 -------------------------------------------------------------


@pytest.mark.parametrize(
    ("units", "decision"),
    [
        ((LEAD,), "granted"),
        ((LEAD, *PARTICIPANTS), "granted"),
        ((LEAVING,), "refused"),
        (PARTICIPANTS, "refused"),
        ((), "refused"),
    ],
)
@pytest.mark.parametrize("kind", [PRINCIPAL, CHIEF])
def test_the_lead_issues_the_statement_and_no_member_has_to(
    kind: ChangeKind, units: tuple[Any, ...], decision: str
) -> None:
    """牵头单位需出具: contrast 联合相关成员单位 in art. 12."""
    act = reported(kind, issued_by=frozenset(unit.key for unit in units))
    said = decided(FORMED, act)
    assert (verdict(said), because(said)) == (decision, [] if LEAD in units else [STATEMENT])


# --- 及时报市科技局核准备案 -----------------------------------------------------------------------


@pytest.mark.parametrize("by", [LEAVING.name, DISTRICT, BUREAU])
def test_the_lead_reports(by: str) -> None:
    """Nobody else."""
    said = decided(FORMED, reported(PRINCIPAL, by=by))
    assert because(said) == [("art13.s1a", "step_actor")]


@pytest.mark.parametrize("days", [0, 30, 31, 900])
def test_in_time_is_no_number_of_days(days: int) -> None:
    """及时: a report a month, or two years after the change was carried out, is not out of time."""
    act = reported(PRINCIPAL, on=date(2026, 7, 1) + timedelta(days=days))
    assert stands((*FORMED, executed(on=date(2026, 7, 1))), act) == "granted"


@pytest.mark.parametrize(
    ("field", "where"),
    [
        ("by", "act.by"),
        ("kind", "act.kind"),
        ("issued_by", "changes[0].issued_by"),
    ],
)
def test_what_is_left_out_of_the_report_is_missing(field: str, where: str) -> None:
    """Missing is asked for: the report is neither granted nor refused."""
    assert where in lacks(decided(FORMED, without(reported(CHIEF), field)))


@pytest.mark.parametrize("act", [change_approved, change_refused], ids=["approved", "refused"])
def test_the_bureau_decides(act: Any) -> None:
    """核准: either way it is the bureau's, from the day of the report."""
    before = (*FORMED, reported(PRINCIPAL))
    said = [stands(before, act(on=date(2027, 5, d))) for d in (5, 6, 7)]
    assert said == ["refused", "granted", "granted"]
    assert because(decided(before, act(by=DISTRICT))) == [("art13.s1e", "step_actor")]
    assert lacks(decided(before, act(by=None))) == {"act.by"}


def test_what_was_refused_may_be_reported_again() -> None:
    """The text ends nothing there."""
    before = (*FORMED, reported(PRINCIPAL), change_refused())
    again = reported(PRINCIPAL, on=date(2027, 5, 24))
    assert stands(before, again) == "granted"
    assert stands((*before, again), change_approved(on=date(2027, 5, 25))) == "granted"


# --- 后执行变更 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2027, 5, 19), "refused"),
        (date(2027, 5, 20), "granted"),
        (date(2027, 5, 21), "granted"),
    ],
)
def test_executed_from_the_day_of_the_approval(on: date, decision: str) -> None:
    """The day before it is not approved; that day and later it is."""
    before = (*FORMED, reported(PRINCIPAL), change_approved())
    assert stands(before, executed(on=on)) == decision


def test_carried_out_before_it_is_approved_it_is_refused_under_both_words() -> None:
    """The approval that is missing, and 后执行, each under its provision."""
    said = because(decided((*FORMED, reported(PRINCIPAL)), executed()))
    assert said == [("art13.s1e", "step_order"), LATER]


def test_the_breach_of_carrying_it_out_too_early_has_no_other_consequence() -> None:
    """F06: a finding under 后执行 of art. 13, and nothing of art. 12."""
    early = (*FORMED, reported(PRINCIPAL), executed(on=date(2027, 5, 7)), change_approved())
    report = checked(*early)
    assert [f.provision for f in report.failed] == ["art13.s1f"]
    of_members = {f.outcome.value for f in report if f.provision.startswith("art12")}
    assert of_members == {"not_applicable"}


# --- 技术总师应由……担任：继任者 (F07) ------------------------------------------------------------


def chief(**known: Any) -> tuple[Event, ...]:
    """Return a history in which the change of the chief technologist is reported."""
    return (*FORMED, reported(CHIEF, **known))


@pytest.mark.parametrize(
    ("qualification", "decision"),
    [
        ("strategic_scientist", "granted"),
        ("leading_talent", "granted"),
        ("other", "refused"),
        (None, "deferred"),
    ],
)
def test_the_successor_is_tested(qualification: str | None, decision: str) -> None:
    """战略科学家或高层次领军人才: attested so; attested otherwise; not attested at all."""
    words = [] if qualification is None else [("successor_qualification", qualification)]
    said = decided(chief(), change_approved(), knowing(*words))
    assert (verdict(said), because(said)) == (
        decision,
        [] if decision == "granted" else [SUCCESSOR],
    )
    if qualification is None:
        assert lacks(said) == {"attestations[successor_qualification]"}


def test_what_the_predecessor_was_says_nothing_of_the_successor() -> None:
    """The application's technologist is attested; whoever comes after is another person."""
    assert any(a.what == "qualification" for a in GIVEN.attestations)
    assert stands(chief(), change_approved()) == "deferred"


def test_a_vacancy_is_no_successor() -> None:
    """Nobody to test: the change is approved, and the post is empty."""
    assert stands(chief(person=Vacancy.VACANT), change_approved()) == "granted"


def test_who_succeeds_must_be_known_before_it_is_approved() -> None:
    """Nobody says whether the post is filled: the approval waits, the report does not."""
    assert stands(FORMED, reported(CHIEF, person=None)) == "granted"
    assert "changes[0].person" in lacks(decided(chief(person=None), change_approved()))


def test_the_leads_principal_is_not_tested() -> None:
    """The text asks no qualification of that post."""
    before = (*FORMED, reported(PRINCIPAL))
    assert stands(before, change_approved()) == "granted"


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2027, 5, 19), "granted"),
        (date(2027, 5, 20), "granted"),
        (date(2027, 5, 21), "deferred"),
    ],
)
def test_attested_by_the_day_of_the_approval(on: date, decision: str) -> None:
    """What is attested later is not known yet."""
    given = knowing(("successor_qualification", "leading_talent"), on=on)
    assert stands(chief(), change_approved(), given) == decision


def test_the_leads_own_word_on_the_successor_does_not_count() -> None:
    """经认定: not by a member of the consortium."""
    given = knowing(("successor_qualification", "leading_talent"), by=LEAD.name)
    assert stands(chief(), change_approved(), given) == "deferred"


SECOND = (
    *chief(),
    change_approved(),
    executed(),
    reported(CHIEF, change="c2", on=date(2027, 6, 10), person=Person("赵再继")),
)
DECISION = change_approved(change="c2", on=date(2027, 6, 20))


def attested(**known: Any) -> Surroundings:
    """Return what is known with a successor's qualification attested."""
    word = made_attestation("successor_qualification", value="leading_talent", **known)
    return evolve(GIVEN, attestations=(*GIVEN.attestations, word))


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2027, 5, 6), "deferred"),
        (date(2027, 6, 9), "deferred"),
        (date(2027, 6, 10), "granted"),
        (date(2027, 6, 11), "granted"),
    ],
)
def test_of_two_successors_each_has_its_own_qualification(on: date, decision: str) -> None:
    """Attested before the second was reported it may be the first one's, from that day his own."""
    assert stands(SECOND, DECISION, attested(on=on)) == decision


@pytest.mark.parametrize(("item", "outcome"), [("c2", "met"), ("c1", "unknown"), (None, "unknown")])
def test_or_the_attestation_names_the_change_it_is_about(item: str | None, outcome: str) -> None:
    """Of an early day it counts for the second only if it says so."""
    given = attested(on=date(2027, 5, 6), item=item)
    report = checked(*SECOND, given=given, on=date(2027, 6, 20))
    (finding,) = [f for f in report if f.norm.name == SUCCESSOR[1]]
    assert finding.outcomes[1].value == outcome


@pytest.mark.parametrize("on", [date(2027, 5, 5), date(2027, 5, 6), date(2027, 5, 7)])
def test_the_first_successor_may_be_attested_before_he_is_reported(on: date) -> None:
    """Nobody came before him whose qualification it might be."""
    assert stands(chief(), change_approved(), attested(on=on)) == "granted"


def test_what_another_approves_is_not_approved() -> None:
    """市科技局核准备案: the lead's own approval carries no execution (art. 13 as art. 12)."""
    before = (*FORMED, reported(PRINCIPAL), change_approved(by=LEAD.name))
    assert because(decided(before, executed())) == [LATER]


@pytest.mark.parametrize(("kind", "outcome"), [(PRINCIPAL, "not_met"), (CHIEF, "not_met")])
def test_carried_out_and_never_reported_is_a_breach_of_each_word(
    kind: ChangeKind, outcome: str
) -> None:
    """报……核准备案后执行变更: neither reported nor approved, and carried out before it."""
    outcomes = found(checked(*FORMED, executed(kind=kind)))
    assert (outcomes["art13.s1e"], outcomes["art13.s1f"]) == (outcome, outcome)


@pytest.mark.parametrize(
    ("unit", "option", "decision"),
    [
        (None, "similar", "deferred"),
        (LEAD, "similar", "deferred"),
        (LEAVING, "similar", "granted"),
        (None, "any_key", "granted"),
        (LEAD, "any_key", "granted"),
        (LEAVING, "any_key", "granted"),
    ],
)
def test_a_participants_persons_are_no_matter_of_art_13(
    unit: Any, option: str, decision: str
) -> None:
    """F07 (a): outside it, so nothing stands in the way; (b): any key person of any member."""
    act = reported(OTHER, unit=None if unit is None else unit.key)
    assert stands(FORMED, act, persons_covered=option) == decision
    said = decided(FORMED, act, persons_covered=option)
    asked = (COVERED[1], STATEMENT[1])
    outcomes = {f.outcome.value for f in said.report if f.norm.name in asked}
    outside = unit is LEAVING and option == "similar"
    assert (outcomes == {"not_applicable"}) is outside


@pytest.mark.parametrize(
    ("unit", "outcome"), [(STAYING, "needs_judgement"), (LEAD, "not_applicable")]
)
def test_a_new_leads_persons_are_the_leads(unit: Any, outcome: str) -> None:
    """联合体牵头单位……等人员变更情况: after a replacement (F01 c) the lead is the new one."""
    replacing = (reported(ChangeKind.LEAD_REPLACEMENT), change_approved(), executed())
    later = reported(OTHER, change="c2", on=date(2027, 7, 1), by=STAYING.name, unit=unit.key)
    said = decided((*FORMED, *replacing), later, lead_replacement="covered")
    assert [f.outcome.value for f in said.report if f.norm.name == COVERED[1]] == [outcome]


def test_whose_persons_they_are_is_unknown_while_the_application_is() -> None:
    """Who leads is not known, and so neither is whether a named unit does: no answer is no."""
    silent = tuple(evolve(e, application=None) if isinstance(e, Filed) else e for e in FORMED)
    expected = ((LEAD.key, "unknown"), (LEAVING.key, "unknown"), (None, "needs_judgement"))
    for unit, outcome in expected:
        said = decided(silent, reported(OTHER, unit=unit))
        assert [f.outcome.value for f in said.report if f.norm.name == COVERED[1]] == [outcome]
