"""Reforms: other figures and readings on the days they are for, in checks and of acts alike."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import DRAFT, Counting

from innov_consortium import catalogue
from innov_consortium.core.auditing import audit
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.decide import Standing
from innov_consortium.core.events import ProjectFunded
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.turning import REFORM_BEGINS, REFORM_OVER
from innov_consortium.errors import FaultKind, InvalidInputError
from innov_consortium.interchange import Verdict, load_case, load_dossier, receipt_of, verify
from innov_consortium.rendering import render

EXAMPLES = Path(__file__).parents[3] / "examples"
TIANJIN: Policy = catalogue().select("CN-TJ").supposing_published(date(2025, 4, 11))
SHORT = load_case((EXAMPLES / "one-participant-short.json").read_bytes())
FIRST, LAST = date(2026, 3, 1), date(2027, 12, 31)
FIVE = Reform(
    name="五家", numbers={"min_participants": 5}, first=FIRST, last=LAST, source="示例建议"
)
REFORMED = TIANJIN.reformed(FIVE)
FEWEST = "art5.item3.s2c"


def faults(*reforms: Reform, of: Policy = TIANJIN) -> list[tuple[str, FaultKind]]:
    with pytest.raises(InvalidInputError) as caught:
        of.reformed(*reforms)
    return [(fault.path, fault.kind) for fault in caught.value.faults]


def made(**said: Any) -> Reform:
    return Reform(**{"name": "甲", **said})


class TestReform:
    """What a reform is, and what cannot be one."""

    def test_it_is_frozen_data(self) -> None:
        """A value like any other: hashable, pickled and back; an option is kept by its name."""
        reform = made(readings={"counting": Counting.TOGETHER}, numbers={"least": 4})

        assert (reform.readings, reform.numbers) == ((("counting", "together"),), (("least", 4),))
        assert pickle.loads(pickle.dumps(reform)) == reform  # noqa: S301 - its own
        assert len({reform, made(readings={"counting": "together"}, numbers={"least": 4})}) == 1

    def test_everything_wrong_is_told_at_once(self) -> None:
        """Its name, its days, and that it does nothing."""
        with pytest.raises(InvalidInputError) as caught:
            Reform(name="", first=date(2027, 1, 2), last=date(2027, 1, 1), source=" x")

        assert [fault.path for fault in caught.value.faults] == [
            "name",
            "source",
            "last",
            "numbers",
        ]

    def test_what_the_policy_does_not_have(self) -> None:
        """All faults of all reforms together, each at its path."""
        first = made(numbers={"min_participants": "5", "nope": 1})
        second = made(name="乙", readings={"lead_counts": "perhaps"})

        assert faults(first, second) == [
            ("reforms[0].numbers.min_participants", FaultKind.TYPE_ERROR),
            ("reforms[0].numbers.nope", FaultKind.INVALID_VALUE),
            ("reforms[1].readings.lead_counts", FaultKind.INVALID_VALUE),
        ]

    def test_two_on_one_day_may_not_move_the_same(self) -> None:
        """The last day of one is a day of the other; the day after is not."""
        other = made(numbers={"min_participants": 4}, first=LAST)
        later = made(numbers={"min_participants": 4}, first=date(2028, 1, 1))

        assert faults(FIVE, other) == [
            ("reforms[1].numbers.min_participants", FaultKind.INCONSISTENT)
        ]
        assert faults(other, of=REFORMED) == faults(FIVE, other)
        assert TIANJIN.reformed(FIVE, later).under(date(2028, 1, 1)).numbers.min_participants == 4

    def test_a_reading_is_the_same_by_its_name_and_by_its_entry(self) -> None:
        """``B01`` is ``lead_counts``."""
        by_name, by_entry = (
            made(readings={"lead_counts": "b"}),
            made(readings={"B01": "b"}, name="乙"),
        )

        assert faults(by_name, by_entry) == [
            ("reforms[1].readings.lead_counts", FaultKind.INCONSISTENT)
        ]

    def test_one_name_is_one_reform(self) -> None:
        """A report names it."""
        assert faults(FIVE, made(name="五家", readings={"lead_counts": "b"})) == [
            ("reforms[1].name", FaultKind.DUPLICATE)
        ]


class TestChecks:
    """What is asked of a day is asked under the reforms of that day."""

    @pytest.mark.parametrize("day", [date(2026, 2, 28), FIRST, LAST, date(2028, 1, 1)])
    def test_both_ends_are_counted(self, day: date) -> None:
        """On other days it is as if there were no reform."""
        report = REFORMED.check("formation", SHORT, on=day)
        plain = TIANJIN.check("formation", SHORT, on=day)

        reformed = FIRST <= day <= LAST
        assert (Mark.OTHER_NUMBERS in report.marks) is reformed
        assert plain.outcome(FEWEST) is Outcome.DEPARTS_FROM_PRINCIPLE
        assert report.outcome(FEWEST) is (Outcome.MET if reformed else plain.outcome(FEWEST))
        assert [f for f in report if f.provision != FEWEST] == [
            f for f in plain if f.provision != FEWEST
        ]

    def test_the_answer_alters_when_the_reform_is_over(self) -> None:
        """And before it begins, when it begins."""
        report = REFORMED.check("formation", SHORT, on=date(2026, 3, 2))
        later = TIANJIN.reformed(made(numbers={"min_participants": 5}, first=date(2027, 1, 1)))
        before = later.check("formation", SHORT, on=date(2026, 3, 2))

        assert report.turn is not None
        assert before.turn is not None
        assert (report.changes_on, report.turn.answer) == (date(2028, 1, 1), Answer.OPEN)
        assert [r.what for r in report.turn.reasons] == [REFORM_OVER]
        assert (before.changes_on, before.turn.answer) == (date(2027, 1, 1), Answer.MET)
        assert [(r.what, r.provision) for r in before.turn.reasons] == [
            (REFORM_BEGINS, "art5.item3.s2c")
        ]

    def test_the_report_says_so(self) -> None:
        """With its name, its days and its source, in both languages; on other days not."""
        report = REFORMED.check("formation", SHORT, on=date(2026, 3, 2))
        other = REFORMED.check("formation", SHORT, on=date(2028, 3, 2))

        assert "改动“五家”（自2026年3月1日起，至2027年12月31日止，来源：示例建议）" in (
            "".join(line.strip() for line in render(report).splitlines())
        )
        assert "改动“五家”不再适用" in render(report)
        assert "under the reform “五家”" in render(report, "en")
        assert "五家" not in render(other)

    def test_a_longer_validity_is_a_reform_too(self) -> None:
        """Force in time rests on a number like any other; the turn is then on the later day."""
        longer = made(numbers={"valid_until": date(2032, 4, 10)}, first=date(2029, 1, 1))
        policy = TIANJIN.reformed(longer)
        report = policy.check("formation", SHORT, on=date(2026, 3, 2))

        assert policy.in_force(date(2030, 4, 11)) is ForceInTime.IN_FORCE
        assert policy.in_force(date(2032, 4, 11)) is ForceInTime.EXPIRED
        assert report.changes_on == date(2032, 4, 11)

    def test_readings(self) -> None:
        """A reform may settle a wording; the report then rests on it."""
        apart = DRAFT.reformed(made(readings={"counting": "together"}, last=LAST))

        assert [c.option for c in apart.under(LAST).readings if c.name == "counting"] == [
            Counting.TOGETHER
        ]
        assert apart.under(date(2028, 1, 1)).readings == DRAFT.readings

    def test_other_figures_are_those_without_the_reform(self) -> None:
        """What is put in its place is put in the place of whatever was there."""
        seven = REFORMED.with_numbers(min_participants=7).with_readings(lead_counts="included")
        shown = [seven.under(day).numbers.min_participants for day in (FIRST, date(2028, 1, 1))]
        view = REFORMED.under(FIRST).with_numbers(
            min_enterprise_share=TIANJIN.numbers.min_enterprise_share
        )

        assert shown == [5, 7]
        assert view == REFORMED

    def test_the_same_view_again(self) -> None:
        """A view is a reformed policy as well, and asking it of its day changes nothing."""
        view = REFORMED.under(FIRST)

        assert view.under(FIRST) == view
        assert view.under(date(2028, 1, 1)).numbers == TIANJIN.numbers
        assert TIANJIN.under(FIRST) is TIANJIN
        assert pickle.loads(pickle.dumps(view)) == view  # noqa: S301 - its own
        assert REFORMED.by_default == TIANJIN
        assert numbers_of(REFORMED.without_reforms[0]) == numbers_of(TIANJIN.numbers)


@pytest.mark.parametrize(
    ("first", "standing"),
    [(date(2028, 5, 15), Standing.REFUSED), (date(2028, 5, 16), Standing.ALLOWED)],
)
def test_acts_are_judged_under_the_reform_of_their_day(first: date, standing: Standing) -> None:
    """A grant of the day before a lower maximum stays lawful; one of its first day is not."""
    history = (EXAMPLES / "histories/evaluations-to-revocation.json").read_bytes()
    told = load_dossier(history, TIANJIN)
    lower = TIANJIN.reformed(made(numbers={"max_support": Decimal(1)}, first=first))
    acts = audit(lower, told.history, date(2031, 1, 1), told)
    grant = next(a for a in acts if isinstance(a.event, ProjectFunded))

    assert (grant.event.on, grant.standing) == (date(2028, 5, 15), standing)


class TestReceipts:
    """A receipt names the reforms, and is verified under them."""

    @pytest.mark.parametrize("day", [date(2026, 2, 28), date(2026, 3, 2), date(2028, 3, 2)])
    def test_it_is_derived_anew(self, day: date) -> None:
        """Whichever policy of the edition is at hand: reformed, reformed otherwise, or not."""
        receipt = receipt_of(REFORMED.check("formation", SHORT, on=day), SHORT)
        otherwise = TIANJIN.reformed(made(numbers={"min_participants": 3}))

        assert [r.name for r in receipt.policy.reforms] == ["五家"]
        assert receipt.numbers["min_participants"] == 6
        for policy in (TIANJIN, REFORMED, otherwise):
            again = verify(receipt, SHORT, policy)
            assert (again.verdict, again.parts, again.because) == (Verdict.SAME, (), ())

    def test_figures_that_were_others_already(self) -> None:
        """The reform is put in their place, and what turns afterwards turns to them."""
        seven = REFORMED.with_numbers(min_participants=7)
        receipt = receipt_of(seven.check("formation", SHORT, on=FIRST), SHORT)

        assert receipt.numbers["min_participants"] == 7
        assert verify(receipt, SHORT, TIANJIN).verdict is Verdict.SAME
