"""评价结果的效力、科技重大项目（第八、十、十五、二十二条）的约定，逐条举例：D07 至 D14。"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import made_attestation
from tests.policies.tianjin.lives import (
    BUREAU,
    CONFIRMED,
    DISTRICT,
    FORMED,
    GIVEN,
    NOTIFIED,
    UNBLEMISHED,
    annulled,
    approved,
    at,
    corrected,
    decided,
    filed,
    finding_of,
    graded,
    imposed,
    inspected,
    left_to_itself,
    measures,
    noticed,
    notified,
    prereviewed,
    project_applied,
    project_decided,
    project_funded,
    report_of,
    selected,
    self_evaluated,
    self_reported,
    stands,
)

from innov_consortium.core.case import Surroundings
from innov_consortium.core.checking import derived
from innov_consortium.core.decide import Granted
from innov_consortium.core.events import Event, ProjectCalled
from innov_consortium.core.records import EarlierFunding
from innov_consortium.core.registering import duties
from innov_consortium.core.report import Report
from innov_consortium.policies.tianjin import TIANJIN

BAD = "unqualified"
APPLIED = (*FORMED, graded(2027, "good"), project_applied())
GRANTED = (*APPLIED, project_decided())


def eligibility(*events: Event, on: date, **readings: str) -> Report:
    """Ask whether the consortium of 2026 may apply for a project."""
    return report_of("project_eligibility", (*FORMED, *events), on, GIVEN, **readings)


# --- D07 and D09 ----------------------------------------------------------------------------------


@pytest.mark.parametrize("reading", ["latest", "preceding_year", "any_past"])
@pytest.mark.parametrize(
    ("year", "outcome"),
    [(2026, "not_met"), (2027, "met"), (2028, "not_met"), (2029, "not_met")],
)
def test_d07_a_call_that_names_a_year_decides(reading: str, year: int, outcome: str) -> None:
    """「征集通知写明评价年度的，从其写明，各选项皆然」: only 2027 was good; 2026 had no result."""
    call = ProjectCalled(on=date(2029, 1, 5), by=BUREAU, year=2029, evaluation_year=year)
    results = (graded(2027, "good"), graded(2028, "qualified"), call)
    report = eligibility(*results, on=date(2029, 2, 1), grade_relied_on=reading)
    assert finding_of(report, "graded_good_or_better").outcome.value == outcome


def test_d09_a_granted_project_is_not_touched() -> None:
    """「已批准的项目不受第十条影响」: money may follow; what is still pending is refused."""
    bad = graded(2028, BAD, on=date(2028, 4, 20))
    assert stands((*GRANTED, bad), project_funded()) == "granted"
    late = project_decided(on=date(2028, 5, 1))
    assert stands((*APPLIED, bad), late) == "refused"
    assert stands(APPLIED, late) == "granted"


# --- D10 and D11 ----------------------------------------------------------------------------------


def support(*amounts: str, given: Surroundings = GIVEN) -> Report:
    """Ask what the money given for one project comes to."""
    paid = (project_funded(amount=Decimal(a)) for a in amounts)
    return report_of("support_amount", (*GRANTED, *paid), date(2028, 12, 31), given)


@pytest.mark.parametrize(
    ("amounts", "outcome"),
    [
        (("9999999.99",), "met"),
        (("10000000.00",), "met"),
        (("10000000.01",), "not_met"),
        (("6000000", "4000000"), "met"),
        (("6000000", "4000000.01"), "not_met"),
        (("0",), "met"),
        ((), "met"),
    ],
)
def test_d10_the_most_is_inclusive_and_no_claim(amounts: tuple[str, ...], outcome: str) -> None:
    """「上限含本数，不是请求权」: to be given less, or nothing, infringes nothing."""
    finding = finding_of(support(*amounts), "support_at_most")
    assert finding.outcomes[0].value == outcome
    assert [d.name for d in TIANJIN.duties if d.provision.startswith("art15.")] == []


def test_d10_money_is_exact_to_the_cent() -> None:
    """「金额逐分精确，不取整」: three more of a cent each make it the most, or a cent more."""
    cents = ("0.01",) * 3
    total = finding_of(support("9999999.97", *cents), "support_at_most")
    assert total.outcome.value == "met"
    over = finding_of(support("9999999.98", *cents), "support_at_most")
    (item,) = over.items
    assert (item.values[0].value, item.values[0].excess) == (
        Decimal("10000000.01"),
        Decimal("0.01"),
    )


def earlier(*, same: bool = True, source: str = "national") -> Surroundings:
    """Return what is known with money given earlier on record."""
    one = EarlierFunding(same_direction=same, source=source)
    return evolve(UNBLEMISHED, record=evolve(UNBLEMISHED.record, earlier_funding=(one,)))


@pytest.mark.parametrize("amount", ["1", "5000000", "10000000"])
def test_d11_how_much_is_cut_is_never_computed(amount: str) -> None:
    """「不计算削减多少」「只提示由机关酌情决定」: whatever is given, it is the bureau's to say."""
    report = support(amount, given=earlier())
    flag = finding_of(report, "cut_as_appropriate")
    assert (flag.outcome.value, flag.norm.combines) == ("needs_judgement", False)
    assert report.answer.value == "met"
    other = finding_of(support(amount, given=earlier(same=False)), "cut_as_appropriate")
    assert other.outcome.value == "not_applicable"


def test_d11_what_the_bureau_has_said_is_taken_as_it_is() -> None:
    """「由机关酌情决定」: an attestation settles it, and the money may be given all the same."""
    word = made_attestation("art15.s2b", item="P1", on=date(2028, 4, 20))
    given = evolve(earlier(), attestations=(*GIVEN.attestations, word))
    assert finding_of(support("10000000", given=given), "cut_as_appropriate").outcome.value == "met"
    full = project_funded(amount=Decimal(10_000_000))
    assert [stands(GRANTED, full, g) for g in (earlier(), given)] == ["granted", "granted"]


# --- D12: from when a result counts ---------------------------------------------------------------


def grade(*events: Event, on: date, **readings: str) -> tuple[int | None, object]:
    """Return the year and the grade that count on a day."""
    policy = measures(frozenset(readings.items()))
    found = derived(policy, "operative", at(events, on), GIVEN)
    return found.year, found.value


def test_d12_an_annulled_result_is_as_if_it_never_was() -> None:
    """「被撤销的结果，以后视同没有」: no grade, nothing cancelled, no run of two."""
    bad = (*NOTIFIED[:-1], notified(BAD))
    assert grade(*bad, annulled(), on=date(2028, 2, 1)) == (None, None)
    events = (*bad, annulled(on=date(2027, 12, 20)))
    report = report_of("project_eligibility", events, date(2027, 12, 20))
    assert finding_of(report, "not_cancelled").outcome.value == "met"
    twice = (*FORMED, graded(2026, BAD), *bad[len(FORMED) :])
    outcomes = [
        finding_of(
            report_of("revocation_grounds", e, date(2028, 3, 1), UNBLEMISHED),
            "unqualified_in_a_row",
        ).outcome.value
        for e in (twice, (*twice, annulled()))
    ]
    assert outcomes == ["met", "not_met"]


def test_d12_notified_anew_it_counts_from_then() -> None:
    """「再次通报的，自该次起算」: the day before there is none."""
    events = (*NOTIFIED, annulled(), notified("qualified", on=date(2028, 4, 3), year=2027))
    days = (date(2028, 4, 2), date(2028, 4, 3))
    assert [grade(*events, on=day) for day in days] == [(None, None), (2027, "qualified")]
    found = derived(measures(), "operative", at(events, days[1]), GIVEN)
    assert found.effective_on == days[1]


@pytest.mark.parametrize("then", [annulled(), corrected("qualified")])
def test_d12_before_that_day_it_is_answered_as_known_then(then: Event) -> None:
    """「撤销、更正以前之日，按当时所知回答」: the day before it was good."""
    events = (*NOTIFIED, then)
    assert grade(*events, on=date(2028, 1, 31)) == (2027, "good")
    assert grade(*events, on=date(2028, 2, 1)) != (2027, "good")


def test_d12_confirmed_and_not_told_the_grade_is_unknown() -> None:
    """「确认（b）而未通报的，等级不明」: known from the confirmation on, told on 10 December."""
    days = (date(2027, 11, 19), date(2027, 11, 20), date(2027, 12, 9), date(2027, 12, 10))
    found = [grade(*NOTIFIED, on=day, grade_from="confirmation") for day in days]
    assert found == [(None, None), (2027, None), (2027, None), (2027, "good")]
    report = report_of("evaluation", CONFIRMED, days[1], GIVEN, grade_from="confirmation")
    assert finding_of(report, "one_of_four_grades").outcome.value == "unknown"


# --- D13: the preliminary review ------------------------------------------------------------------


def test_d13_the_review_comes_before_or_after() -> None:
    """「初审在申报之前或者之后都可以」: either way it is there, and the project is granted."""
    good = (*FORMED, graded(2027, "good"))
    before = (*good, prereviewed(), project_applied())
    after = (*good, project_applied(), prereviewed(on=date(2028, 3, 10)))
    for events in (before, after):
        said = decided(events, project_decided())
        assert isinstance(said, Granted)
        assert finding_of(said.report, "prereviewed_by_own_district").outcome.value == "met"
    assert stands(good, prereviewed()) == "granted"
    assert stands(APPLIED, prereviewed(on=date(2028, 3, 10))) == "granted"


def test_d13_without_an_application_nothing_is_granted() -> None:
    """「只有初审没有申报的，不能批准」: applied for, it is."""
    reviewed = (*FORMED, graded(2027, "good"), prereviewed())
    assert stands(reviewed, project_decided()) == "refused"
    assert stands((*reviewed, project_applied()), project_decided()) == "granted"


# --- D14: which years -----------------------------------------------------------------------------


def years(*events: Event, on: date = date(2026, 12, 31)) -> int:
    """Return of how many years an evaluation is asked, of a consortium approved in June 2026."""
    report = report_of("evaluation", (*FORMED, *events), on)
    return len(finding_of(report, "evaluated_itself").outcomes)


YEAR = {"on": date(2026, 9, 1), "year": 2026}


@pytest.mark.parametrize(
    ("events", "found"),
    [
        ((), 0),
        ((noticed(**YEAR),), 1),
        ((selected(**YEAR),), 1),
        ((left_to_itself(**YEAR),), 1),
        ((self_evaluated(**YEAR), self_reported(**YEAR)), 0),
    ],
    ids=["nothing", "a notice", "selected", "left to itself", "of its own accord"],
)
def test_d14_a_notice_or_a_selection_includes_the_year_of_approval(
    events: tuple[Event, ...], found: int
) -> None:
    """「通知或者选取另有列入的年度，也在内」「自行提交的自评不使其在内」."""
    assert years(*events) == found
    assert years(*events, on=date(2027, 1, 1)) == found + 1


def inspections(*events: Event, on: date) -> list[str]:
    """Return the years in which an inspection is owed."""
    owed = duties(measures(), at(events, on), on, GIVEN)
    return [o.owing.subject for o in owed if o.owing and o.duty.name == "inspect_yearly"]


def test_d14_inspections_begin_in_the_year_after_the_approval() -> None:
    """「检查同此：批复当年，公布、资格终止、有效期届满的当年，都不计」: the year of each."""
    assert inspections(*FORMED, on=date(2026, 12, 31)) == []
    assert inspections(*FORMED, on=date(2027, 1, 1)) == ["2027"]
    early = (filed(on=date(2024, 5, 6)), approved(on=date(2024, 6, 3)))
    assert inspections(*early, on=date(2026, 1, 1)) == ["2026"]
    ended = (*FORMED, imposed(on=date(2028, 12, 31)))
    assert inspections(*ended, on=date(2029, 3, 1)) == ["2027"]
    assert inspections(*FORMED, on=date(2030, 4, 10)) == ["2027", "2028", "2029"]
    self_chosen = inspected(on=date(2026, 9, 1), by=DISTRICT)
    assert inspections(*FORMED, self_chosen, on=date(2026, 12, 31)) == []


def test_d14_so_with_evaluations() -> None:
    """「公布、资格终止、有效期届满的当年，都不计」「通知列入的评价除外」: of each kind of year."""
    early = (filed(on=date(2024, 5, 6)), approved(on=date(2024, 6, 3)))
    ended = (*FORMED, imposed(on=date(2028, 12, 31)))

    def found(*events: Event, on: date) -> int:
        report = report_of("evaluation", events, on)
        return len(finding_of(report, "evaluated_itself").outcomes)

    year = {"on": date(2025, 9, 1), "year": 2025}
    assert found(*early, on=date(2025, 12, 31)) == 0
    assert found(*early, noticed(**year), on=date(2025, 12, 31)) == 1
    assert found(*ended, on=date(2029, 3, 1)) == 1
    last = {"on": date(2028, 9, 1), "year": 2028}
    assert found(*ended, noticed(**last), on=date(2029, 3, 1)) == 2
    assert found(*FORMED, on=date(2030, 4, 10)) == 3
    assert found(*FORMED, noticed(on=date(2030, 2, 4), year=2030), on=date(2030, 4, 10)) == 4
