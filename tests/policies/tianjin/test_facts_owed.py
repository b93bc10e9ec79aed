"""第六、八、十二至十四、二十二条所依的事实：何时负有职责、是否已经履行；周期、年度与期限的更替。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.policies.tianjin.conftest import COMPLETE, LEAD, PARTICIPANTS, PUBLISHED
from tests.policies.tianjin.lives import (
    DISTRICT,
    STAYING,
    annulled,
    approved,
    call,
    change_approved,
    change_refused,
    confirmed,
    corrected,
    defended,
    examined,
    executed,
    filed,
    forwarded,
    handed_in,
    imposed,
    inspected,
    left_to_itself,
    noticed,
    notified,
    prereviewed,
    project_applied,
    publicised,
    reported,
    reviewed,
    revoked,
    selected,
    self_evaluated,
    self_reported,
    staged,
    submitted,
)

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.duties import Owing
from innov_consortium.core.evaluation import Evaluation, evaluations_of
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Register, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.turning import Reason
from innov_consortium.policies.tianjin import facts_cycles, facts_duties, facts_owed, facts_turns
from innov_consortium.policies.tianjin.bodies import BINHAI_ZONES
from innov_consortium.policies.tianjin.facts_cycles import Cycle
from innov_consortium.policies.tianjin.facts_filing import Places
from innov_consortium.policies.tianjin.facts_projects import Project
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings import LastDay
from innov_consortium.policies.tianjin.readings_evaluation import CycleCounting
from innov_consortium.policies.tianjin.readings_life import ChangeEffect
from innov_consortium.policies.tianjin.readings_revocation import BarHoliday
from innov_consortium.policies.tianjin.results import Cancelled, Result

ONE = timedelta(1)
APPROVED, DAY, VALID_UNTIL = date(2026, 6, 1), date(2028, 9, 1), date(2030, 4, 10)
HERE = Places(("滨海新区",))
ZONES: dict[str, Any] = {"binhai_zones": BINHAI_ZONES}
ELSEWHERE = "和平区科技局"
MEMBERSHIPS = (
    Membership(LEAD, Role.LEAD, APPROVED),
    *(Membership(unit, Role.PARTICIPANT, APPROVED) for unit in PARTICIPANTS),
)
EXIT, PRINCIPAL = ChangeKind.MEMBER_EXIT, ChangeKind.LEAD_PRINCIPAL


def state(*events: Event, phase: Phase = Phase.RECOGNISED, **known: Any) -> Consortium:
    """Return a consortium with some events."""
    return Consortium(
        id="C1", on=DAY, events=events, phase=phase, **{"recognised_on": APPROVED, **known}
    )


def owings(found: tuple[Owing, ...]) -> list[tuple[date | None, date | None]]:
    """Return from when each is owed, and when it was done."""
    return [(one.since, one.done_on) for one in found]


# --- arts. 6 and 14: what answers an act ----------------------------------------------------------


@pytest.mark.parametrize(
    ("duty", "asks", "answers", "phase"),
    [
        (facts_duties.reviews_owed, filed, reviewed, Phase.PROPOSED),
        (facts_duties.expert_reviews_owed, forwarded, defended, Phase.PROPOSED),
        (facts_duties.withdrawal_reviews_owed, handed_in, examined, Phase.RECOGNISED),
    ],
)
def test_an_act_is_owed_an_answer_while_the_matter_is_there(
    duty: Any, asks: Any, answers: Any, phase: Phase
) -> None:
    """审核、评审：前一步骤作出以后即须答复；此前的不算；事项不在的，没有答复的不再负有。"""
    one, answer = asks(), answers()
    assert owings(duty(state(one, phase=phase))) == [(one.on, None)]
    assert owings(duty(state(one, answer, phase=phase))) == [(one.on, answer.on)]
    assert owings(duty(state(answer, one, phase=phase))) == [(one.on, None)]
    later = asks(on=DAY)
    assert owings(duty(state(one, answer, later, phase=phase))) == [(DAY, None)]
    assert duty(state(phase=phase)) == ()
    assert duty(None) == ()
    over = Phase.ENDED if phase is Phase.RECOGNISED else Phase.DISMISSED
    assert duty(state(one, phase=over)) == ()
    assert owings(duty(state(one, answer, phase=over))) == [(one.on, answer.on)]


def test_what_is_recommended_is_forwarded() -> None:
    """出具推荐意见，提交至市科技局：已推荐的才负有；不推荐的、意见不明的没有。"""
    owed = facts_duties.forwarding_owed
    before = state(reviewed(), phase=Phase.PROPOSED)
    assert owings(owed(before, True)) == [(reviewed().on, None)]
    assert (owed(before, False), owed(before, None)) == ((), ())
    after = state(reviewed(), forwarded(), phase=Phase.PROPOSED)
    assert owings(owed(after, True)) == [(reviewed().on, forwarded().on)]


def test_what_is_agreed_to_is_revoked_by_document() -> None:
    """经审核后发文撤销：审核同意的才负有。"""
    owed = facts_duties.withdrawal_documents_owed
    before = state(examined())
    assert owings(owed(before, True)) == [(examined().on, None)]
    assert (owed(before, False), owed(before, None)) == ((), ())
    ended = state(examined(), revoked(), phase=Phase.ENDED)
    assert owings(owed(ended, True)) == [(examined().on, revoked().on)]


# --- arts. 12 and 13 ------------------------------------------------------------------------------


def test_changes_are_reported_each_by_its_article() -> None:
    """及时报送：自变更执行之日或报送之日起，先到为准；成员单位的、人员的分别计；没有类别的不计。"""
    members, persons = (
        facts_duties.member_change_reports_owed,
        (facts_duties.person_change_reports_owed),
    )
    one = reported(EXIT)
    other = executed(change="c2", kind=PRINCIPAL, on=date(2027, 4, 1))
    late = reported(PRINCIPAL, change="c2", on=DAY)
    both = state(one, other)
    assert owings(members(both)) == [(one.on, one.on)]
    assert owings(persons(both)) == [(other.on, None)]
    assert owings(persons(state(other, late))) == [(other.on, DAY)]
    assert (members(None), persons(None)) == ((), ())
    untold = state(executed())
    assert (members(untold), persons(untold)) == ((), ())
    approved_only = state(change_approved(kind=EXIT))
    assert owings(members(approved_only)) == [(None, None)]


@pytest.mark.parametrize(
    ("duty", "kind"),
    [
        (facts_duties.member_change_decisions_owed, EXIT),
        (facts_duties.person_change_decisions_owed, PRINCIPAL),
    ],
)
def test_what_is_reported_is_decided_on(duty: Any, kind: ChangeKind) -> None:
    """市科技局核准备案：报送即负有，核准、不予核准即履行；没有报送的没有；资格不在的不再负有（F02）。"""
    approval: dict[str, Any] = {"change_effect": ChangeEffect.APPROVAL}
    one = reported(kind)
    assert owings(duty(state(one), **approval)) == [(one.on, None)]
    settled = state(one, change_approved())
    assert owings(duty(settled, **approval)) == [(one.on, change_approved().on)]
    refused = state(one, change_refused())
    assert owings(duty(refused, **approval)) == [(one.on, change_refused().on)]
    filing: dict[str, Any] = {"change_effect": ChangeEffect.FILING}
    assert owings(duty(state(one), **filing)) == [(one.on, one.on)]
    assert duty(state(executed(kind=kind)), **approval) == ()
    assert duty(state(one, phase=Phase.ENDED), **approval) == ()
    over = state(one, change_approved(), phase=Phase.ENDED)
    assert owings(duty(over, **approval)) == [(one.on, change_approved().on)]
    other = PRINCIPAL if kind is EXIT else EXIT
    assert duty(state(reported(other)), **approval) == ()
    assert duty(None, **approval) == ()


# --- art. 22 --------------------------------------------------------------------------------------


def inspections(
    *events: Event,
    day: date = DAY,
    places: Places | None = HERE,
    commenced_on: date | None = PUBLISHED,
    **known: Any,
) -> list[tuple[str, date | None]]:
    """Return the years of which an inspection is owed, and when it took place."""
    found = facts_duties.inspections_owed(
        state(approved(), *events, **known),
        places,
        day,
        commenced_on,
        valid_until=VALID_UNTIL,
        **ZONES,
    )
    assert all(one.due == date(int(one.subject), 12, 31) for one in found)
    assert all(one.since == date(int(one.subject), 1, 1) for one in found)
    return [(one.subject, one.done_on) for one in found]


def test_every_whole_year_is_inspected_once() -> None:
    """每年监督检查：批复、公布的当年，届满、资格终止的当年及以后不计（D14）。"""
    assert inspections() == [("2027", None), ("2028", None)]
    assert inspections(day=date(2033, 1, 1)) == [("2027", None), ("2028", None), ("2029", None)]
    assert inspections(commenced_on=date(2027, 3, 1)) == [("2028", None)]
    assert inspections(commenced_on=None) == [("2027", None), ("2028", None)]
    assert inspections(recognised_on=date(2024, 6, 1))[0] == ("2026", None)
    assert inspections(recognised_on=date(2024, 6, 1), commenced_on=None)[0] == ("2025", None)
    ended = imposed(on=date(2028, 3, 1))
    assert inspections(ended, phase=Phase.ENDED) == [("2027", None)]
    assert inspections(recognised_on=None) == []
    assert (
        facts_duties.inspections_owed(None, HERE, DAY, PUBLISHED, valid_until=VALID_UNTIL, **ZONES)
        == ()
    )


def test_an_inspection_by_the_own_district_discharges_its_year() -> None:
    """本区的部门检查的，属于写明的年度，没有写明的属于当年，同年几次的依首次；别区的不算，不明的算。"""
    first = inspected().on
    assert inspections(inspected())[0] == ("2027", first)
    assert inspections(inspected(), inspected(on=first + ONE))[0] == ("2027", first)
    late = inspected(on=date(2028, 1, 10), year=2027)
    assert inspections(late) == [("2027", late.on), ("2028", None)]
    assert inspections(inspected(by=ELSEWHERE))[0] == ("2027", None)
    assert inspections(inspected(by=None))[0] == ("2027", first)
    assert inspections(inspected(by="某机构"))[0] == ("2027", None)
    assert inspections(inspected(by=ELSEWHERE), places=None)[0] == ("2027", first)


def test_an_inspection_that_is_being_made() -> None:
    """正在作监督检查：由本区的部门；由谁不明的不明。"""
    facts = facts_duties
    one = inspected()
    assert (facts.inspection(one), facts.inspection(imposed()), facts.inspection(None)) == (
        one,
        None,
        None,
    )
    assert [facts.was_inspected(i) for i in (one, None)] == [True, False]
    places = [
        facts.inspected_in_place(inspected(by=by), HERE, **ZONES)
        for by in (DISTRICT, ELSEWHERE, None)
    ]
    assert places == [True, False, None]
    assert facts.inspected_in_place(None, HERE, **ZONES) is None


def test_a_year_is_to_be_inspected_once_it_is_over_or_was() -> None:
    """每年监督检查：该年度已过的才问；当年已经检查的照问。"""
    owed = Owing(since=date(2027, 1, 1), due=date(2027, 12, 31), subject="2027")
    done = Owing(since=owed.since, due=owed.due, done_on=inspected().on, subject="2027")
    due = facts_cycles.inspection_due
    days = (date(2027, 12, 31), date(2028, 1, 1))
    assert [due(owed, d) for d in days] == [False, True]
    assert [due(done, d) for d in days] == [True, True]
    assert due(Owing(since=owed.since), DAY) is False
    assert [facts_cycles.inspection_done(o) for o in (owed, done)] == [False, True]


# --- art. 8: cycles -------------------------------------------------------------------------------


def cycles(
    read: CycleCounting,
    *,
    since: date = APPROVED,
    day: date = DAY,
    ends: date | None = None,
    commenced: date | None = PUBLISHED,
    anchor: int | None = 2026,
) -> list[Any]:
    """Return the first and last days of the cycles of a consortium."""
    found = facts_cycles.cycles(
        state(recognised_on=since),
        ends,
        day,
        commenced,
        anchor,
        cycle_years=3,
        cycle_counting=read,
    )
    return [one.window and (one.window.first, one.window.last) for one in found]


def years(first: int, last: int) -> tuple[date, date]:
    """Return the first day of a year and the last of another."""
    return date(first, 1, 1), date(last, 12, 31)


FIXED, ROLLING, OWN = (
    CycleCounting.FIXED,
    CycleCounting.ROLLING,
    CycleCounting.FROM_APPROVAL,
)


def test_fixed_cycles_run_from_a_year_that_has_to_be_given() -> None:
    """以三年为一周期：各联合体同一周期，起始年度没有给出的不明；所问之日、资格终止以后才开始的不计（D01）。"""
    assert cycles(FIXED, anchor=None) == [None]
    assert cycles(FIXED) == [years(2026, 2028)]
    assert cycles(FIXED, day=date(2029, 1, 1)) == [years(2026, 2028), years(2029, 2031)]
    assert cycles(FIXED, day=date(2029, 1, 1), ends=date(2028, 6, 1)) == [years(2026, 2028)]
    assert cycles(FIXED, day=DAY, ends=date(2029, 6, 1)) == [years(2026, 2028)]
    assert cycles(FIXED, since=date(2029, 3, 1), day=date(2030, 1, 1)) == [years(2029, 2031)]
    assert cycles(FIXED, anchor=2028) == [years(2028, 2030)]
    assert cycles(FIXED, since=date(2024, 6, 1), anchor=2024) == [
        years(2024, 2026),
        years(2027, 2029),
    ]
    assert cycles(FIXED, since=date(2020, 6, 1), commenced=None, anchor=2020)[0] == years(
        2020, 2022
    )
    assert cycles(FIXED, since=date(2020, 6, 1), anchor=2020)[0] == years(2023, 2025)


def test_rolling_cycles_are_whole_years_in_a_row() -> None:
    """任何连续三年：自批复次年起，一月一日批复的自当年起（D01）。"""
    day = date(2030, 6, 1)
    assert cycles(ROLLING, day=day) == [years(2027, 2029), years(2028, 2030)]
    assert cycles(ROLLING, since=date(2026, 1, 1), day=day)[0] == years(2026, 2028)
    assert cycles(ROLLING) == []


def test_its_own_cycles_run_from_the_approval() -> None:
    """自各联合体批复之日起三年：批复之日不计入，各至相应之日（D01）。"""
    first, second = (APPROVED, date(2029, 6, 1)), (date(2029, 6, 2), date(2032, 6, 1))
    assert cycles(OWN) == [first]
    assert cycles(OWN, day=first[1]) == [first]
    assert cycles(OWN, day=second[0]) == [first, second]
    assert cycles(OWN, day=APPROVED) == [first]
    assert cycles(OWN, since=date(2024, 6, 1))[0][0] == PUBLISHED
    at_the_end = date(9998, 6, 1)
    assert cycles(OWN, since=at_the_end, day=date.max) == [(at_the_end, date.max)]


def test_who_was_never_approved_has_no_cycle() -> None:
    """尚未批复的没有周期。"""
    read: dict[str, Any] = {"cycle_years": 3, "cycle_counting": FIXED}
    assert facts_cycles.cycles(None, None, DAY, PUBLISHED, 2026, **read) == ()
    pending = state(recognised_on=None)
    assert facts_cycles.cycles(pending, None, DAY, PUBLISHED, 2026, **read) == ()


CYCLE = Cycle(Window(*years(2026, 2028)))
UNKNOWN = Cycle(None)
OPEN = (Cycle(Window(None, date(2028, 12, 31))), Cycle(Window(date(2026, 1, 1), None)))


def test_a_cycle_is_over_and_was_lived_through() -> None:
    """整个周期都在的才计：周期首日已经批复，末日资格仍在；起止不明的不明（D01）。"""
    over = facts_cycles.cycle_over
    assert [over(CYCLE, d) for d in (date(2028, 12, 31), date(2029, 1, 1))] == [False, True]
    assert (over(UNKNOWN, DAY), over(OPEN[1], DAY)) == (None, None)

    def throughout(
        since: date | None, ends: date | None = None, cycle: Cycle = CYCLE
    ) -> bool | None:
        return facts_cycles.there_throughout(cycle, state(recognised_on=since), ends)

    first = date(2026, 1, 1)
    assert [throughout(d) for d in (first, first + ONE, None)] == [True, False, False]
    last = date(2028, 12, 31)
    assert [throughout(first, d) for d in (last, last + ONE)] == [False, True]
    assert [throughout(first, cycle=c) for c in (UNKNOWN, *OPEN)] == [None, None, None]
    assert facts_cycles.there_throughout(CYCLE, None, None) is False
    assert (CYCLE.key, UNKNOWN.key, OPEN[0].key) == ("2026", None, None)
    assert facts_cycles.cycle((CYCLE,)) == (CYCLE,)


def result(year: int, notified_on: date | None) -> Result:
    """Return a result notified on a day."""
    on = date(year, 12, 10) if notified_on is None else notified_on
    return Result(year=year, grade="good", notified_on=notified_on, effective_on=on)


def test_which_expert_evaluations_lie_in_a_cycle() -> None:
    """周期内经专家评价的：依年度；自批复之日起计的依通报之日，尚未通报的不计（D01）。"""
    results = (
        result(2026, date(2026, 12, 10)),
        result(2028, date(2029, 1, 5)),
        result(2027, None),
    )

    def counted(cycle: Cycle, read: CycleCounting) -> Any:
        found = facts_cycles.expert_evaluations(
            cycle, (2025, 2026, 2027, 2028, 2029), results, cycle_counting=read
        )
        return found.value, found.counted, found.missing

    assert counted(CYCLE, FIXED) == (3, ("2026", "2027", "2028"), ())
    assert counted(CYCLE, OWN) == (1, ("2026",), ())
    assert counted(UNKNOWN, FIXED) == (None, (), ("cycle_from",))


# --- art. 8: what is owed in an evaluation --------------------------------------------------------

TOLD = evaluations_of((noticed(), selected(), submitted()))
LEFT = evaluations_of((noticed(), left_to_itself()))
RECOGNISED, ENDED = state(), state(phase=Phase.ENDED)
FAR = date(2030, 4, 10)


def test_materials_are_owed_by_who_was_selected_and_noticed() -> None:
    """参评单位按通知要求提交：没有通知的、不参评的没有；期限在有效期以后的没有期限；他人提交的不算。"""

    def owed(
        told: tuple[Evaluation, ...], consortium: Consortium | None = RECOGNISED, until: date = FAR
    ) -> Any:
        found = facts_owed.submissions_owed(told, MEMBERSHIPS, (), consortium, until)
        return [(o.since, o.due, o.done_on, o.subject) for o in found]

    since, due = noticed().on, date(2027, 9, 30)
    assert owed(TOLD) == [(since, due, submitted().on, "2027")]
    pending = evaluations_of((noticed(), selected()))
    assert owed(pending) == [(since, due, None, "2027")]
    other = evaluations_of((noticed(), selected(), submitted(by=STAYING.name)))
    assert owed(other) == owed(pending)
    assert owed(LEFT) == []
    assert owed(evaluations_of((selected(),))) == []
    assert owed(evaluations_of((noticed(),))) == []
    assert [one[1] for one in owed(pending, until=due)] == [due]
    assert [one[1] for one in owed(pending, until=due - ONE)] == [None]
    assert (owed(pending, ENDED), owed(pending, None)) == ([], [])
    assert owed(TOLD, ENDED) == owed(TOLD)
    assert owed(TOLD, None) == owed(TOLD)


def test_a_self_evaluation_and_its_report_are_owed_by_the_others() -> None:
    """不参与专家评价的开展自评并提交报告：报告备案的即已自评；期限由通知给出，没有的没有。"""

    def evaluated(told: tuple[Evaluation, ...], consortium: Consortium | None = RECOGNISED) -> Any:
        found = facts_owed.self_evaluations_owed(told, consortium)
        return [(o.since, o.due, o.done_on) for o in found]

    def filed_(
        told: tuple[Evaluation, ...],
        consortium: Consortium | None = RECOGNISED,
        until: date = FAR,
    ) -> Any:
        found = facts_owed.self_reports_owed(told, consortium, until)
        return [(o.since, o.due, o.done_on) for o in found]

    since, due = noticed().on, date(2027, 12, 31)
    assert evaluated(LEFT) == filed_(LEFT) == [(since, due, None)]
    done = evaluations_of((noticed(), left_to_itself(), self_evaluated()))
    assert (evaluated(done), filed_(done)) == (
        [(since, due, self_evaluated().on)],
        [(since, due, None)],
    )
    only_report = evaluations_of((noticed(), left_to_itself(), self_reported()))
    filed_on = self_reported().on
    assert evaluated(only_report) == filed_(only_report) == [(since, due, filed_on)]
    silent = evaluations_of((left_to_itself(),))
    assert evaluated(silent) == filed_(silent) == [(left_to_itself().on, None, None)]
    assert (evaluated(TOLD), filed_(TOLD)) == ([], [])
    assert filed_(LEFT, until=due - ONE) == [(since, None, None)]
    assert (evaluated(LEFT, ENDED), filed_(LEFT, ENDED)) == ([], [])
    assert (evaluated(LEFT, None), filed_(LEFT, None)) == ([], [])


def test_a_result_that_is_confirmed_is_notified() -> None:
    """经最终审核确认后通报：确认即负有，通报即履行；结果被撤销的以其后的为准；其他环节不算。"""

    def owed(*events: Any, consortium: Consortium | None = RECOGNISED) -> Any:
        told = evaluations_of(events)
        found = facts_owed.results_owed(told, consortium, final_stage="final_confirmation")
        return owings(found)

    since, done = confirmed().on, notified().on
    assert owed(confirmed()) == [(since, None)]
    assert owed(confirmed(), notified()) == [(since, done)]
    assert owed(confirmed(), notified(), corrected("good")) == [(since, done)]
    assert owed(staged("site_visit"), notified()) == []
    gone = (confirmed(), notified(), annulled())
    assert owed(*gone) == []
    again = confirmed(on=DAY, year=2027)
    assert owed(*gone, again) == [(DAY, None)]
    assert owed(confirmed(), consortium=ENDED) == []


def test_each_cycle_is_to_be_covered_by_its_end() -> None:
    """专家评价全覆盖：整个周期都在的才计；届满以后才满的没有到期之日，以后才开始的不在内（D01）。"""

    def owed(
        *cycles_: Cycle,
        since: date | None = date(2026, 1, 1),
        results: tuple[Result, ...] = (),
        valid_until: date = VALID_UNTIL,
        phase: Phase = Phase.RECOGNISED,
    ) -> Any:
        found = facts_owed.coverage_owed(
            cycles_,
            state(recognised_on=since, phase=phase),
            results,
            tuple(r.year for r in results),
            valid_until=valid_until,
            cycle_counting=FIXED,
        )
        return [(o.since, o.due, o.done_on, o.subject) for o in found]

    first, last = years(2026, 2028)
    assert owed(CYCLE) == [(first, last, None, "2026–2028")]
    assert owed(CYCLE, since=first + ONE) == []
    assert owed(CYCLE, since=None) == []
    assert owed(UNKNOWN, *OPEN) == []
    assert owed(CYCLE, valid_until=last)[0][1] == last
    assert owed(CYCLE, valid_until=last - ONE)[0][1] is None
    assert owed(CYCLE, valid_until=first)[0][1] is None
    assert owed(CYCLE, valid_until=first - ONE) == []
    assert owed(CYCLE, phase=Phase.ENDED) == []
    told = (result(2027, date(2027, 12, 10)), result(2026, date(2027, 1, 5)), result(2028, None))
    assert owed(CYCLE, results=told)[0][2] == date(2027, 1, 5)
    outside = (result(2025, date(2025, 12, 10)), result(2027, None))
    assert owed(CYCLE, results=outside)[0][2] is None
    nobody = facts_owed.coverage_owed(
        (CYCLE,), None, (), (), valid_until=VALID_UNTIL, cycle_counting=FIXED
    )
    assert nobody == ()


def test_what_is_applied_for_is_reviewed_first() -> None:
    """对申报的科技重大项目进行初审：已申报的才负有，由本区的部门首次初审之日履行；不明的算。"""

    def owed(*events: Any, places: Places | None = HERE, phase: Phase = Phase.RECOGNISED) -> Any:
        found = facts_owed.prereviews_owed(
            (Project("P1", events),), state(phase=phase), places, **ZONES
        )
        return owings(found)

    applied, reviewed_ = project_applied(), prereviewed()
    assert owed(applied) == [(applied.on, None)]
    assert owed(reviewed_, applied) == [(applied.on, reviewed_.on)]
    assert owed(reviewed_) == []
    assert owed(project_applied(by=None)) == [(applied.on, None)]
    later = prereviewed(on=DAY)
    assert owed(applied, later, reviewed_) == [(applied.on, reviewed_.on)]
    assert owed(applied, prereviewed(by=ELSEWHERE)) == [(applied.on, None)]
    assert owed(applied, prereviewed(by="某机构")) == [(applied.on, None)]
    assert owed(applied, prereviewed(by=None)) == [(applied.on, reviewed_.on)]
    assert owed(applied, prereviewed(by=ELSEWHERE), places=None) == [(applied.on, reviewed_.on)]
    assert owed(applied, phase=Phase.ENDED) == []


def test_the_years_to_evaluate_are_those_of_the_evaluation() -> None:
    """应当评价的各年度，没有记载的也在内。"""
    found = facts_owed.years_to_evaluate(TOLD, 2027, 2028, PUBLISHED)
    assert [one.year for one in found] == [2027, 2028]


# --- days on which something turns ----------------------------------------------------------------


NOT_CANCELLED = Cancelled(value=False)


def turns(
    *events: Event,
    day: date = date(2026, 1, 1),
    commenced: date | None = PUBLISHED,
    bars: tuple[Bar, ...] = (),
    applying: bool = False,
    told: tuple[Evaluation, ...] = (),
    cancelled: Cancelled = NOT_CANCELLED,
    there: bool = True,
    recognised: date | None = APPROVED,
    read: CycleCounting = FIXED,
    valid_until: date = VALID_UNTIL,
) -> dict[str, list[date]]:
    """Return the days on which the answer may turn, by what happens on them."""
    found: tuple[Reason, ...] = facts_turns.turns(
        state(*events, recognised_on=recognised) if there else None,
        day,
        commenced,
        COMPLETE.application if applying else None,
        Register(bars=bars),
        None,
        cancelled,
        told,
        valid_until=valid_until,
        last_day=LastDay.INCLUDED,
        cycle_counting=read,
        cycle_years=3,
        bar_holiday=BarHoliday.NOT_ROLLED,
    )
    by_what: dict[str, list[date]] = {}
    for reason in found:
        by_what.setdefault(reason.what, []).append(reason.day)
    return by_what


def test_the_text_comes_into_force_and_expires() -> None:
    """自公布之日起施行，有效期届满的次日；已经过去的、当日的不列。"""
    alone: dict[str, Any] = {"there": False}
    assert turns(**alone) == {"expiry": [VALID_UNTIL + ONE]}
    assert turns(day=PUBLISHED - ONE, **alone)["commencement"] == [PUBLISHED]
    assert "commencement" not in turns(day=PUBLISHED, **alone)
    assert turns(day=VALID_UNTIL, **alone) == {"expiry": [VALID_UNTIL + ONE]}
    assert turns(day=VALID_UNTIL + ONE, **alone) == {}
    assert turns(day=date(2020, 1, 1), commenced=None, **alone) == {"expiry": [VALID_UNTIL + ONE]}


def test_a_bar_and_a_cancellation_are_over() -> None:
    """不再受理的期间、取消资格的年度届满的次日；没有人申请的不问期间。"""
    one = Bar(unit=LEAD.id, window=Window(APPROVED, date(2029, 6, 1)), consortium="C9")
    assert turns(bars=(one,), applying=True)["bar_over"] == [date(2029, 6, 2)]
    assert "bar_over" not in turns(bars=(one,))
    windows = (Window(APPROVED, date(2026, 12, 31)), Window(APPROVED, None))
    ends = turns(cancelled=Cancelled(value=True, windows=windows))
    assert ends["cancellation_over"] == [date(2027, 1, 1)]


def test_deadlines_calls_and_publicity_are_over() -> None:
    """通知所定的期限、受理的起止、公示的末日；没有写明末日的征集至其年度之末。"""
    told = (*TOLD, Evaluation(year=2028))
    found = turns(told=told)
    assert found["deadline_over"] == [date(2027, 10, 1)]
    assert found["self_deadline_over"] == [date(2028, 1, 1)]
    days = turns(call(first=date(2026, 3, 1), last=date(2026, 4, 30)))
    assert (days["call_opens"], days["call_over"]) == ([date(2026, 3, 1)], [date(2026, 5, 1)])
    silent = turns(call())
    assert ("call_opens" in silent, silent["call_over"]) == (False, [date(2027, 1, 1)])
    assert turns(call(year=2027))["call_over"] == [date(2028, 1, 1)]
    assert turns(call(year=None))["call_over"] == [date(2027, 1, 1)]
    assert turns(publicised())["publicity_over"] == [date(2026, 5, 13)]
    assert "publicity_over" not in turns(publicised(last=None))


def test_every_year_begins_and_every_cycle_ends_while_the_text_lasts() -> None:
    """年度更替至有效期届满之年；自批复之日起计的周期届满的次日（D01）。"""
    found = turns(read=OWN)
    assert found["new_year"] == [date(y, 1, 1) for y in (2027, 2028, 2029, 2030)]
    assert found["cycle_over"] == [date(2029, 6, 2), date(2032, 6, 2)]
    assert "cycle_over" not in turns()
    assert "cycle_over" not in turns(read=OWN, recognised=None)
    assert "new_year" not in turns(there=False, read=OWN)
    assert turns(read=OWN, recognised=date(2027, 4, 10))["cycle_over"] == [date(2030, 4, 11)]
    late = date(9996, 6, 1)
    at_the_end = turns(day=late, recognised=late, read=OWN, valid_until=date.max)
    assert at_the_end["cycle_over"] == [date(9999, 6, 2)]
    assert turns(read=OWN, recognised=date(2027, 4, 9))["cycle_over"] == [
        date(2030, 4, 10),
        date(2033, 4, 10),
    ]
