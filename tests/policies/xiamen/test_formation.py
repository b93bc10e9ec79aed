"""The conditions of formation that are seen, and what they leave open."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.policies.xiamen.conftest import (
    BUREAU,
    DAY,
    LEAD,
    attested,
    case,
    checked,
    figures,
    of,
    unit,
)

from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.decide import Deferred, Granted, decide
from innov_consortium.core.events import Filed, Recognised
from innov_consortium.core.history import History, replay
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.sources import ForceInTime
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.xiamen import XIAMEN
from innov_consortium.rendering import render

FIRST = date(2025, 8, 10)
ONE = timedelta(1)
POINT = "qa3.item2"
SECURE = {"lead_counts": "excluded", "revenue_years": "last_year", "spending_years": "last_year"}


def test_all_that_is_seen_is_met_and_only_that_is_said() -> None:
    """Met, and marked: part of a text, of which nobody can say that it is still in force."""
    report = checked(case())
    assert (report.answer, report.in_force) == (Answer.MET, ForceInTime.UNKNOWN)
    assert set(report.marks) == {Mark.PARTIAL, Mark.END_UNKNOWN, Mark.NOT_OFFICIAL}
    said = render(report, "zh_CN")
    assert "该文本只有部分条文编入；未编入的条文没有核对。" in said
    assert "没有写明有效期" in said
    assert "该文本已开始施行，当日是否仍然有效不明" in said
    assert "是否施行不明" not in said
    assert "Only part of the text is covered" in render(report, "en")


# --- thresholds: below, at, above -------------------------------------------------------------


@pytest.mark.parametrize(
    ("provision", "parts", "expected"),
    [
        ("s1b", {"firms": 4}, "not_met"),
        ("s1b", {"firms": 5}, "met"),
        ("s1b", {"firms": 6}, "met"),
        ("s1c", {"firms": 4, "colleges": 6}, "not_met"),
        ("s1c", {"firms": 5}, "met"),
        ("s1c", {"firms": 6}, "met"),
        ("s1d", {"colleges": 1, "firms": 9}, "not_met"),
        ("s1d", {"colleges": 2}, "met"),
        ("s1d", {"colleges": 3}, "met"),
        ("s2a", {"stated": figures([None, None, "499999999.99"], [])}, "not_met"),
        ("s2a", {"stated": figures([None, None, "500000000"], [])}, "met"),
        ("s2a", {"stated": figures([None, None, "500000000.01"], [])}, "met"),
        ("s2b", {"stated": figures([None, None, "9000000000"], [])}, "unknown"),
        *(
            ("s2b", {"stated": figures([None, None, whole], [None, None, part])}, outcome)
            for whole, part, outcome in [
                ("9000000000", "19999999.99", "not_met"),
                ("9000000000", "20000000", "met"),
                ("9000000000", "20000000.01", "met"),
                ("500000000", "14999999.99", "not_met"),
                ("500000000", "15000000", "met"),
                ("500000000", "15000000.01", "met"),
                ("500000000.34", "15000000.01", "not_met"),
                ("0", "0", "needs_judgement"),
                ("0", "19999999.99", "needs_judgement"),
                ("0", "20000000", "met"),
                ("0.01", "0", "not_met"),
            ]
        ),
    ],
)
def test_thresholds(provision: str, parts: dict[str, Any], expected: str) -> None:
    """With the lead not counted and the last year alone."""
    assert of(f"{POINT}.{provision}", checked(case(**parts), readings=SECURE)) == expected


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_a_year_that_is_missing_is_not_nought(missing: int) -> None:
    """Of three years one is not stated: the mean is not known, whichever it is."""
    spending: list[str | None] = ["60000000"] * 3
    spending[missing] = None
    stated = figures(["9000000000"] * 3, spending)
    report = checked(case(stated=stated), readings={"spending_years": "last_three"})
    assert of(f"{POINT}.s2b", report) == "unknown"
    (found,) = [f for f in report if f.provision == f"{POINT}.s2b"]
    assert {m.path for m in found.missing} == {"record.figures"}


def test_a_share_may_be_met_where_the_mean_is_not_known_to_be() -> None:
    """Kleene: one of two suffices, and neither is made up."""
    stated = figures([None, None, "9000000000"], [None, None, "1"])
    assert of(f"{POINT}.s2b", checked(case(stated=stated), readings=SECURE)) == "not_met"
    assert of(f"{POINT}.s2b", checked(case(stated=[]), readings=SECURE)) == "unknown"
    enough = figures([], [None, None, "20000000"])
    assert of(f"{POINT}.s2b", checked(case(stated=enough), readings=SECURE)) == "met"


@pytest.mark.parametrize(
    ("stated_on", "expected"), [(DAY - ONE, "met"), (DAY, "met"), (DAY + ONE, "unknown")]
)
def test_a_figure_counts_from_the_day_it_was_stated(stated_on: date, expected: str) -> None:
    """The day before, the day, the day after the day asked about."""
    stated = figures([None, None, "600000000"], [])
    stated[0]["on"] = stated_on.isoformat()
    assert of(f"{POINT}.s2a", checked(case(stated=stated), readings=SECURE)) == expected


def test_figures_are_those_of_the_lead() -> None:
    """Not of a participant, nor of a metric of another name, which is told."""
    stated = figures([None, None, "600000000"], [])
    stated[0]["unit"] = {"scheme": "示例", "value": "示例企业0"}
    assert of(f"{POINT}.s2a", checked(case(stated=stated), readings=SECURE)) == "unknown"
    stated[0]["metric"] = "revenues"
    with pytest.raises(InvalidInputError) as caught:
        checked(case(stated=stated))
    assert [f.path for f in caught.value.faults] == ["record.figures[0].metric"]


def test_several_leads_are_refused() -> None:
    """The passages know one."""
    joint = [{"scheme": "示例", "value": "示例企业0"}]
    with pytest.raises(InvalidInputError) as caught:
        checked(case(co_leads=joint))
    assert [f.path for f in caught.value.faults] == ["application.co_leads"]


# --- what is left open ------------------------------------------------------------------------

QUESTIONS = {c.name: [o.option for o in c.question.options][1:] for c in XIAMEN.readings}
NUMBERS = ["1", "14999999.99", "15000000", "20000000", "499999999", "500000000", "9000000000"]
amounts = st.lists(st.none() | st.sampled_from(NUMBERS), min_size=3, max_size=3)
kinds = ["leading_enterprise", "new_rd_institution", "top_hospital", "other", None]
extra = st.lists(
    st.sampled_from(
        [
            unit("示例新型院", "new_rd_institution"),
            unit("示例分公司", branch_of={"scheme": "示例", "value": LEAD}),
            unit("示例大学", "university", college="甲学院"),
            unit("示例医院", "hospital"),
        ]
    ),
    unique_by=lambda one: str(one["name"]),
)
cases = st.builds(
    case,
    firms=st.integers(3, 6),
    colleges=st.integers(0, 3),
    others=extra,
    lead=st.sampled_from(["enterprise", "hospital", "new_rd_institution"]),
    kind=st.sampled_from(kinds),
    stated=st.builds(figures, amounts, amounts),
)


def ways(norm: str, given_case: Case) -> Iterator[Outcome]:
    """Yield what a norm comes to under every combination of options that are offered."""
    (asked,) = [n for n in XIAMEN.norms("formation") if n.provision == norm]
    names = [choice.name for choice in asked.readings]
    for options in itertools.product(*(QUESTIONS[name] for name in names)):
        report = checked(given_case, readings=dict(zip(names, options, strict=True)))
        yield next(f.outcome for f in report if f.provision == norm)


@pytest.mark.parametrize("provision", ["s1b", "s1c", "s1d", "s2a", "s2b"])
@settings(max_examples=25, deadline=None)
@given(given_case=cases)
def test_by_default_only_that_is_said_on_which_all_ways_agree(
    provision: str, given_case: Case
) -> None:
    """Never met where one way offered is not, never not met where one is; else a person decides."""
    norm = f"{POINT}.{provision}"
    of_years = provision.startswith("s2")  # other years may be taken than those that are offered
    missing = len(given_case.record.figures) < 6
    said = Outcome(of(norm, checked(given_case)))
    found = set(ways(norm, given_case))
    harmless = {Outcome.MET, Outcome.NOT_APPLICABLE}
    if not given_case.attestations:  # of what kind the lead is nobody says: met, or it is no matter
        harmless.add(Outcome.UNKNOWN)
    if said is Outcome.MET:
        assert found <= harmless
    elif said is Outcome.NOT_MET:
        assert found == {Outcome.NOT_MET}
    elif said is Outcome.NEEDS_JUDGEMENT:
        assert found & {Outcome.NOT_MET, Outcome.NEEDS_JUDGEMENT} or of_years
    else:
        assert said is Outcome.UNKNOWN
        assert Outcome.UNKNOWN in found or (of_years and missing)


def windows(values: Sequence[Fraction]) -> Iterator[tuple[Fraction, ...]]:
    """Yield every run of years there is among those, of whatever length."""
    for first, last in itertools.combinations(range(len(values) + 1), 2):
        yield tuple(values[first:last])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(NUMBERS), min_size=3, max_size=3))
def test_no_mean_over_any_years_gainsays_what_is_said_of_the_revenue(values: list[str]) -> None:
    """Met: every mean reaches it; not met: none does; between them a person decides."""
    said = of(f"{POINT}.s2a", checked(case(stated=figures(values, []))))
    means = [sum(run) / len(run) for run in windows([Fraction(v) for v in values])]
    reached = {mean >= 500_000_000 for mean in means}
    decided = "met" if reached == {True} else "not_met"
    assert said == ("needs_judgement" if len(reached) > 1 else decided)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*NUMBERS, "0"]), min_size=3, max_size=3),
    st.lists(st.sampled_from([*NUMBERS, "0"]), min_size=3, max_size=3),
)
def test_no_run_of_years_gainsays_what_is_said_of_the_spending(
    earned: list[str], spent: list[str]
) -> None:
    """Neither the mean nor the pooled share of any run; a run without revenue has no share."""
    said = of(f"{POINT}.s2b", checked(case(stated=figures(earned, spent))))
    runs = zip(
        windows([Fraction(v) for v in earned]),
        windows([Fraction(v) for v in spent]),
        strict=True,
    )
    reached = set()
    for whole, part in runs:
        share = sum(part) * 100 >= 3 * sum(whole) if sum(whole) else None
        reached.add(True if sum(part) / len(part) >= 20_000_000 else share)
    if said == "met":
        assert reached == {True}
    elif said == "not_met":
        assert reached == {False}
    else:
        assert said == "needs_judgement"


@pytest.mark.parametrize(
    ("stated", "provision"),
    [
        (figures(["1000000000"] * 3, ["0", "39000000", "1000000"]), "s2b"),
        (figures(["1000000000", "1000000000", "490000000"], ["25000000"] * 3), "s2a"),
        (figures(["0"] * 3, ["0"] * 3), "s2b"),
    ],
)
def test_where_some_run_reaches_it_nothing_is_not_met(stated: Any, provision: str) -> None:
    """The last two years together, the mean of three, no revenue to take a share of."""
    assert of(f"{POINT}.{provision}", checked(case(stated=stated))) == "needs_judgement"


@pytest.mark.parametrize(
    ("last", "expected"),
    [("499999999.99", "not_met"), ("500000000", "met"), ("500000000.01", "met")],
)
def test_the_mean_of_three_years_is_of_what_they_sum_up_to(last: str, expected: str) -> None:
    """A fen short in three years is short."""
    stated = figures(["400000000", "600000000", last], [])
    found = checked(case(stated=stated), readings={"revenue_years": "mean_of_three"})
    assert of(f"{POINT}.s2a", found) == expected


@pytest.mark.parametrize("kind", ["leading_enterprise", "top_hospital"])
@pytest.mark.parametrize("years", ["unstated", "last_year", "last_three"])
def test_there_is_no_share_of_nothing(kind: str, years: str) -> None:
    """Nor of nought; one yuan of revenue makes a share."""
    readings = {"spending_years": years, "hospital_figures": "required"}
    said = [
        of(f"{POINT}.s2b", checked(case(kind=kind, stated=figures(*both)), readings=readings))
        for both in (
            (["0"] * 3, ["0"] * 3),
            (["1"] * 3, ["0"] * 3),
            (["1"] * 3, ["1"] * 3),
        )
    ]
    assert said == ["needs_judgement", "not_met", "met"]


# --- the lead ---------------------------------------------------------------------------------


def unsigned(name: str) -> dict[str, Any]:
    """Return an agreement that all but one have signed."""
    names = [LEAD, *(f"示例企业{n}" for n in range(5)), "示例高校0", "示例高校1"]
    return {
        "signed_on": "2026-02-10",
        "signatories": [{"scheme": "示例", "value": one} for one in names if one != name],
        "heads": ["technical_decision", "funds_management"],
    }


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("unstated", ("needs_judgement", "not_met")),
        ("included", ("not_met", "not_met")),
        ("excluded", ("not_applicable", "not_met")),
    ],
)
def test_whether_the_lead_has_to_sign_is_as_open_as_whether_it_counts(
    read: str, expected: tuple[str, str]
) -> None:
    """A participant that has not signed fails, whatever the lead is."""
    said = []
    for place, name in enumerate((LEAD, "示例企业0")):
        report = checked(case(agreement=unsigned(name)), readings={"lead_counts": read})
        (found,) = [f for f in report if f.provision == "qa3.item3.s1a"]
        said.append(found.outcomes[place].value)
    assert tuple(said) == expected


def test_the_bureau_settles_whether_the_lead_has_to_sign() -> None:
    """Of the lead, and nobody else does."""
    whose = {"scheme": "示例", "value": LEAD}
    said = [
        of("qa3.item3.s1a", checked(case(agreement=unsigned(LEAD), attestations=[told])))
        for told in (
            attested("qa3.item3.s1a", by=BUREAU, unit=whose),
            attested("qa3.item3.s1a", by=BUREAU, unit=whose, holds=False),
            attested("qa3.item3.s1a", unit=whose),
        )
    ]
    assert said == ["met", "not_met", "needs_judgement"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], "unknown"),
        ([attested("life_health")], "met"),
        ([attested("life_health", holds=False)], "not_met"),
        ([attested("life_health", by="牵头单位")], "unknown"),
    ],
)
def test_the_field_is_not_what_the_applicant_calls_it(told: Any, expected: str) -> None:
    """A hospital that writes 生命健康 in its application is not thereby in that field."""
    report = checked(case(lead="hospital", kind="top_hospital", attestations=told))
    assert of(f"{POINT}.s1a", report) == expected


def test_what_the_ways_differ_on_is_a_hinge() -> None:
    """With the reading that decides it."""
    report = checked(case(firms=4))
    assert report.answer is Answer.OPEN
    hinges = XIAMEN.hinges(report)
    turning = {one.read[0].option.option: one.answer for one in hinges.single if one.alters_answer}
    assert turning == {"included": Answer.MET, "excluded": Answer.NOT_MET}


def test_the_bureau_settles_what_is_open() -> None:
    """By attesting the provision, or by explaining the wording; nobody else does."""
    point = f"{POINT}.s1b"
    explained = {"reading": "lead_counts", "option": "excluded", "by": BUREAU, "on": "2026-02-01"}
    assert of(point, checked(case(firms=4))) == "needs_judgement"
    told = [attested(point, by=BUREAU)]
    assert of(point, checked(case(firms=4, attestations=told))) == "met"
    other = [attested(point)]
    assert of(point, checked(case(firms=4, attestations=other))) == "needs_judgement"
    assert of(point, checked(case(firms=4, interpretations=[explained]))) == "not_met"


# --- in time ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (FIRST - ONE, (ForceInTime.NOT_YET, {Mark.PARTIAL, Mark.NOT_OFFICIAL})),
        (FIRST, (ForceInTime.UNKNOWN, {Mark.PARTIAL, Mark.NOT_OFFICIAL, Mark.END_UNKNOWN})),
        (FIRST + ONE, (ForceInTime.UNKNOWN, {Mark.PARTIAL, Mark.NOT_OFFICIAL, Mark.END_UNKNOWN})),
        (date.max, (ForceInTime.UNKNOWN, {Mark.PARTIAL, Mark.NOT_OFFICIAL, Mark.END_UNKNOWN})),
    ],
)
def test_every_report_says_that_it_is_partial(on: date, expected: Any) -> None:
    """Before the first day there is no basis; from it on the end is not known."""
    report = checked(case(), on)
    assert (report.in_force, set(report.marks)) == expected
    assert (report.answer is Answer.NO_BASIS) is (on < FIRST)
    assert report.changes_on == (FIRST if on < FIRST else None)
    assert "只有部分条文编入" in render(report, "zh_CN")
    assert "公布日期" not in render(report, "zh_CN")


def test_a_day_of_publication_alters_nothing() -> None:
    """The day on which it begins is stated."""
    supposed = XIAMEN.supposing_published(date(2026, 1, 1))
    assert [supposed.in_force(day) for day in (FIRST - ONE, FIRST)] == [
        ForceInTime.NOT_YET,
        ForceInTime.UNKNOWN,
    ]
    said = render(supposed.check("formation", case(), on=FIRST - ONE), "zh_CN")
    assert "按公布日期计算" not in said


def test_nothing_is_ever_granted() -> None:
    """Even where all that is seen is met: whether the text is still in force is not known."""
    given_case = case()
    filed = Filed(on=DAY, by=LEAD, application=given_case.application)
    act = Recognised(on=DAY, by=BUREAU)
    decision = decide(XIAMEN, replay(History("C", (filed,)), DAY), act, DAY, given_case)
    assert not isinstance(decision, Granted)
    assert isinstance(decision, Deferred)
    assert (decision.findings, decision.report.marks[0]) == ((), Mark.END_UNKNOWN)
