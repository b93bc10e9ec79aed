"""Several policies over the same tables: who comes out otherwise, on what, and why."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

import polars as pl
import pytest
from benchmarks.generated import any_case, full_case
from tests.frames.tables import LIBRARIES, any_tables, rows_of, tables_of_cases, tianjin

from innov_consortium import Answer, InvalidInputError, Policy
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.reforms import Reform
from innov_consortium.frames import assess
from innov_consortium.frames.comparing import Comparison, compare, sweep
from innov_consortium.frames.windows import spans_of

DAY = date(2026, 3, 2)
FEWEST = "art5.item3.s2c"
EARLY, LATE = date(2026, 3, 2), date(2027, 5, 1)
FROM_2027 = Reform(name="五家", numbers={"min_participants": 5}, first=date(2027, 1, 1))
each_library = pytest.mark.parametrize("library", LIBRARIES)


@cache
def five() -> Any:
    return tianjin().with_numbers(min_participants=5)


@cache
def counted() -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return applications of no to nine enterprises each; every other one is asked about later.

    Nothing else is known of them, so that nothing but their number alters an outcome.
    """
    numbers = [n for n in range(10) for _ in range(2)]
    applications = pl.DataFrame(
        {
            "application": range(len(numbers)),
            "asked_on": [EARLY, LATE] * 10,
            "expected": numbers,
        }
    )
    rows = [
        {"application": a, "unit": f"HK-CR:{a * 100 + k}", "kind": "enterprise"}
        for a, number in enumerate(numbers)
        for k in range(number)
    ]
    return applications, pl.DataFrame(rows)


@cache
def cases() -> Any:
    """Return cases that lack nothing, and random ones."""
    several = [(full_case(n), DAY) for n in range(20)] + [any_case(n)[:2] for n in range(20)]
    return tables_of_cases(tianjin(), several)


def of(library: str, on: date | str, policies: Any) -> Comparison:
    applications, members = LIBRARIES[library](counted())
    return compare(policies, applications, members, on=on)


class TestSixBecomesFive:
    """Planted: with five instead of six exactly those with five come out otherwise."""

    @each_library
    def test_exactly_those_with_five(self, library: str) -> None:
        """And on the one provision only."""
        found = rows_of(of(library, DAY, {"now": tianjin(), "five": five()}).frame)

        assert [row["application"] for row in found if row["changed__five"]] == [10, 11]
        assert {row["changed__five"] for row in found} == {"", FEWEST}

    @each_library
    def test_a_reform_counts_on_its_days(self, library: str) -> None:
        """Each row by its own day: of the two with five only the later one."""
        policies = {"now": tianjin(), "reform": tianjin().reformed(FROM_2027)}
        found = rows_of(of(library, "asked_on", policies).frame)

        assert [row["application"] for row in found if row["changed__reform"]] == [11]

    @each_library
    def test_a_reform_may_ask_less(self, library: str) -> None:
        """What is only recommended from a day on is asked before it, and named where it parts."""
        recommended = Reform(
            name="倡导", readings={"principle": "recommendation"}, first=date(2027, 1, 1)
        )
        policies = {"now": tianjin(), "reform": tianjin().reformed(recommended)}
        said = of(library, "asked_on", policies)
        asked = rows_of(said.assessments["reform"].frame)

        told = {row["application"]: row["enough_participants"] for row in asked}
        assert (told[10], told[11]) == ("departs_from_principle", None)
        assert list(said.assessments["reform"].norms) == list(said.assessments["now"].norms)
        parted = {row["application"]: row["changed__reform"] for row in rows_of(said.frame)}
        assert FEWEST not in parted[10]
        assert FEWEST in parted[11]
        assert said.assessments["reform"].checked(20).differences == ()

    def test_what_a_reading_no_longer_asks_is_named(self) -> None:
        """Also where the first policy is the one that does not ask it."""
        recommended = tianjin().with_readings(principle="recommendation")
        for policies in (
            {"now": tianjin(), "other": recommended},
            {"other": recommended, "now": tianjin()},
        ):
            (name,) = list(policies)[1:]
            for row in rows_of(of("polars", DAY, policies).frame):
                assert FEWEST in row[f"changed__{name}"]

    def test_a_figure_that_a_reform_moves_is_not_swept(self) -> None:
        """The values would change nothing on the days of the reform."""
        with pytest.raises(InvalidInputError, match="min_participants"):
            sweep(tianjin().reformed(FROM_2027), "min_participants", range(3, 6))

    def test_why_is_the_full_report(self) -> None:
        """By the path of a single check, under each policy, reformed on the day of the row."""
        policies = {"now": tianjin(), "reform": tianjin().reformed(FROM_2027)}
        said = of("polars", "asked_on", policies)
        reports = {
            (name, number): report
            for number in (10, 11)
            for name, report in said.why(number).items()
        }
        outcomes = {key: r.outcome(FEWEST) for key, r in reports.items()}

        assert outcomes == {
            ("now", 10): Outcome.DEPARTS_FROM_PRINCIPLE,
            ("reform", 10): Outcome.DEPARTS_FROM_PRINCIPLE,
            ("now", 11): Outcome.DEPARTS_FROM_PRINCIPLE,
            ("reform", 11): Outcome.MET,
        }
        with pytest.raises(LookupError, match="no application 99"):
            said.why(99)

    def test_a_row_without_a_day(self) -> None:
        """It is in the result all the same, once."""
        applications, members = counted()
        bare = applications.with_columns(
            asked_on=pl.when(pl.col("application") != 11).then(pl.col("asked_on"))
        )
        policy = tianjin().reformed(FROM_2027)
        found = rows_of(assess(policy, bare, members, on="asked_on").frame)

        assert [row["application"] for row in found] == list(range(20))
        assert found[11]["in_force"] == "unknown"


class TestFlips:
    """Whose answer is another one."""

    @each_library
    def test_flips_are_rows_whose_answers_differ(self, library: str) -> None:
        """Of random cases, whatever computes them; the shares add up to one."""
        applications, members = LIBRARIES[library](cases())
        seven = tianjin().with_numbers(min_participants=7)
        strict = tianjin().with_numbers(min_enterprise_share=Fraction(1))
        said = compare(
            {"now": tianjin(), "seven": seven, "strict": strict}, applications, members, on=DAY
        )
        rows = rows_of(said.frame)
        answers = [{row[f"answer__{name}"] for name in said.names} for row in rows]

        assert [row["flips"] for row in rows] == [len(several) > 1 for several in answers]
        assert rows_of(said.flips()) == [row for row in rows if row["flips"]]
        assert any(row["flips"] for row in rows)
        shares = said.shares()
        assert len(shares) == 3 * len(Answer)
        for name in said.names:
            of_name = {s.answer: s for s in shares if s.policy == name}
            assert sum(s.share for s in of_name.values()) == 1
            assert {a: s.number for a, s in of_name.items()} == {
                a: sum(row[f"answer__{name}"] == a.value for row in rows) for a in Answer
            }

    def test_changed_are_the_columns_that_differ(self) -> None:
        """In the order of the law, and each provision once."""
        case_tables = any_tables(3, 60)
        other = tianjin().with_numbers(max_participations=0, min_participants=3, max_leaderships=0)
        said = compare({"now": tianjin(), "other": other}, *case_tables, on=DAY)
        one, two = (
            {row["application"]: row for row in rows_of(a.frame)} for a in said.assessments.values()
        )
        norms = said.assessments["now"].norms
        rank = {n.provision: n.rank for n in norms.values()}
        told = {row["application"]: row["changed__other"] for row in rows_of(said.frame)}

        assert {text.count(";") for text in told.values()} > {0}
        for number, text in told.items():
            differing = {n.provision for c, n in norms.items() if one[number][c] != two[number][c]}
            assert text == "; ".join(sorted(differing, key=rank.__getitem__))

    def test_no_basis_under_one_of_them(self) -> None:
        """Where a longer validity gives a basis, everything comes out otherwise."""
        longer = tianjin().with_numbers(valid_until=date(2031, 4, 10))
        applications, members = counted()
        said = compare(
            {"now": tianjin(), "longer": longer}, applications, members, on=date(2030, 6, 1)
        )
        rows = rows_of(said.frame)

        assert all(row["flips"] for row in rows)
        assert {row["answer__now"] for row in rows} == {"no_basis"}
        assert all(FEWEST in row["changed__longer"].split("; ") for row in rows)


def test_lazy_in_lazy_out() -> None:
    """Nothing is computed until somebody asks: these tables cannot be."""

    def never(_: pl.DataFrame) -> pl.DataFrame:
        raise AssertionError

    applications, members = (t.lazy().map_batches(never, schema=t.schema) for t in counted())
    policies = {"now": tianjin(), "reform": tianjin().reformed(FROM_2027)}
    said = compare(policies, applications, members, on="asked_on")

    assert isinstance(said.frame, pl.LazyFrame)
    assert isinstance(said.flips(), pl.LazyFrame)
    assert isinstance(said.assessments["reform"].failing(), pl.LazyFrame)


def test_nothing_to_compare() -> None:
    with pytest.raises(InvalidInputError, match="没有可比较的政策"):
        compare({}, *counted(), on=DAY)


def test_one_policy_never_flips() -> None:
    said = compare({"now": tianjin()}, *counted(), on=DAY)

    assert said.frame.columns == ["application", "answer__now", "flips"]
    assert not said.frame["flips"].any()


class TestSweep:
    """One figure, several values."""

    def test_each_value_moves_those_below_it(self) -> None:
        """The share of those that have enough falls with every step, by one number of members."""
        said = compare(sweep(tianjin(), "min_participants", range(3, 9)), *counted(), on=DAY)
        enough = [
            sum(row["enough_participants"] == "met" for row in rows_of(one.frame))
            for one in said.assessments.values()
        ]

        assert said.names == tuple(f"min_participants={n}" for n in range(3, 9))
        assert enough == [14, 12, 10, 8, 6, 4]

    def test_what_cannot_be_is_refused(self) -> None:
        with pytest.raises(InvalidInputError, match="there is no number 'nope'"):
            sweep(tianjin(), "nope", [1])
        with pytest.raises(InvalidInputError, match="must be int, not str"):
            sweep(tianjin(), "min_participants", ["6"])


class TestReformedAssessment:
    """``assess`` itself under reforms."""

    def test_a_day_for_all(self) -> None:
        """The policy is as it is on that day."""
        policy = tianjin().reformed(FROM_2027)

        def rows(of: Policy, on: date) -> Any:
            return rows_of(assess(of, *counted(), on=on).frame)

        assert rows(policy, EARLY) == rows(tianjin(), EARLY)
        assert rows(policy, LATE) == rows(five(), LATE) != rows(tianjin(), LATE)

    def test_members_that_fail_are_those_of_every_span(self) -> None:
        """None is lost and none is told twice."""
        tables = any_tables(4, 80)
        days = tables[0].with_columns(
            asked_on=pl.when(pl.col("application") % 2 == 0).then(EARLY).otherwise(LATE)
        )
        policy = tianjin().reformed(FROM_2027)
        whole = assess(tianjin(), days, tables[1], on="asked_on").failing()
        spans = assess(policy, days, tables[1], on="asked_on").failing()
        columns = [c for c in whole.columns if c != "enough_participants"]

        assert spans.select(columns).sort(columns).equals(whole.select(columns).sort(columns))

    def test_rows_are_the_checks_of_single_cases(self) -> None:
        """Random cases, each on a day, under reforms of figures and readings that begin and end."""
        reforms = (
            Reform(name="一", numbers={"min_participants": 3}, last=date(2026, 3, 9)),
            Reform(name="二", readings={"lead_counts": "b"}, first=date(2026, 3, 3)),
            Reform(
                name="三", numbers={"min_enterprise_share": Fraction(2, 3)}, first=DAY, last=DAY
            ),
        )
        policy = tianjin().reformed(*reforms)
        cases = [any_case(seed)[:2] for seed in range(40)]
        applications, members = tables_of_cases(policy, cases)
        said = assess(policy, applications, members, on="asked_on")
        rows = rows_of(said.frame)

        assert len(spans_of(policy)) == 4
        for (case, on), row in zip(cases, rows, strict=True):
            report = policy.check("formation", case, on=on)
            assert row["answer"] == report.answer.value
            named = {f.norm.name: f.outcome.value for f in report}
            for column, norm in said.norms.items():
                assert row[column] == named.get(norm.name), (column, on)

    def test_the_day_column_is_looked_at_first(self) -> None:
        """One that is not there is one fault, as without reforms."""
        with pytest.raises(InvalidInputError, match=r"applications\.nope"):
            assess(tianjin().reformed(FROM_2027), *counted(), on="nope")
