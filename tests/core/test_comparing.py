"""Two reports on one question, compared."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.toy_filing import FILING
from tests.toy_grounds import GROUNDS, LISTS, REPORTED, TWICE, Delisted

from innov_consortium import InvalidInputError, compare
from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Dossier
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.comparing import Comparison, Differing
from innov_consortium.core.events import Ended
from innov_consortium.core.history import History, replay
from innov_consortium.core.judging import Matter
from innov_consortium.core.placing import progress_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Record
from innov_consortium.core.report import Answer, Mark, Report
from innov_consortium.core.sources import ForceInTime

COMPLETE = Record(complete_to=date(2040, 1, 1))
DENIED = Attestation(what="art1.item4", by="市里", on=date(2026, 1, 1), holds=False)
LAST = date(2026, 12, 31)
FIRST = date(2027, 1, 1)


def report(
    on: date, history: History = TWICE, inquiry: str = "striking_off", **given: Any
) -> Report:
    """Return a report of what is fully known, unless said otherwise."""
    policy: Policy = given.pop("policy", GROUNDS)
    known: dict[str, Any] = {"record": COMPLETE, "attestations": (DENIED,), **given}
    return policy.check(inquiry, Dossier(history=history, **known), on=on)


def outcomes(compared: Comparison) -> dict[str, tuple[Outcome | None, Outcome | None]]:
    """Return the outcomes that differ, by provision."""
    return {f.provision: f.outcomes for f in compared.altered}


class TestNothing:
    """What is no difference."""

    def test_the_same_report_differs_in_nothing(self) -> None:
        """Neither from itself nor from one made again."""
        one = report(FIRST, listings=LISTS)
        for other in (one, report(FIRST, listings=LISTS)):
            compared = compare(one, other)
            assert compared.nothing_differs
            assert (compared.findings, compared.readings, compared.numbers) == ((), (), ())
            assert (compared.lost, compared.gained, compared.turn) == ((), (), None)

    def test_the_day_asked_about_is_no_difference_by_itself(self) -> None:
        """It stands among the facts of the clauses on force in time, and is passed over there."""
        one, other = report(date(2026, 3, 1)), report(date(2026, 3, 2))
        began = one.finding("art3.s1")
        assert began is not None
        assert began.facts["day"] == date(2026, 3, 1)
        compared = compare(one, other)
        assert compared.nothing_differs
        assert compared.days == (date(2026, 3, 1), date(2026, 3, 2))

    def test_a_reading_neither_report_rests_on_is_no_difference(self) -> None:
        """The other inquiry asks nothing of a list."""
        otherwise = GROUNDS.with_readings(delisted=Delisted.NEVER)
        one = report(FIRST, inquiry="coming_back")
        other = report(FIRST, inquiry="coming_back", policy=otherwise)
        assert compare(one, other).nothing_differs


class TestDifferences:
    """What differs, and how it is said."""

    def test_an_outcome_before_and_after(self) -> None:
        """With the facts whose values differ, and nothing of the norms that are the same."""
        compared = compare(report(date(2028, 8, 31)), report(date(2028, 9, 1)))
        (run,) = compared.altered
        assert compared.answers == (Answer.NOT_MET, Answer.MET)
        assert (run.provision, run.clause) == ("art1.item1", "failed_in_a_row")
        assert run.outcomes == (Outcome.NOT_MET, Outcome.MET)
        (fact,) = run.facts
        assert (fact.name, fact.before.value, fact.after.value) == ("failed_run", 1, 2)
        assert fact.after.gap_years == (2027,)
        assert compared.findings == (run,)
        assert (compared.inquiry, compared.in_force) == (
            "striking_off",
            (ForceInTime.IN_FORCE, ForceInTime.IN_FORCE),
        )

    def test_the_same_outcome_on_other_facts_is_a_difference_but_not_altered(self) -> None:
        """The first failure: one result in a row instead of none."""
        compared = compare(report(date(2026, 8, 31)), report(date(2026, 9, 1)))
        (run,) = compared.findings
        assert run.outcomes == (Outcome.NOT_MET, Outcome.NOT_MET)
        assert not run.outcome_differs
        assert compared.altered == ()
        assert not compared.answer_differs
        assert not compared.nothing_differs

    def test_items_under_another_reading(self) -> None:
        """The entry that ended is left to a person, or is none any more."""
        day = date(2027, 7, 1)
        otherwise = GROUNDS.with_readings(delisted=Delisted.NEVER)
        compared = compare(
            report(day, REPORTED, listings=LISTS),
            report(day, REPORTED, listings=LISTS, policy=otherwise),
        )
        (reading,) = compared.readings
        assert reading.name == "delisted"
        assert reading.before is not None
        assert reading.after is not None
        assert (reading.before.option, reading.after.option) == (Delisted.JUDGED, Delisted.NEVER)
        (listed,) = compared.findings
        assert listed.outcomes == (Outcome.MET, Outcome.MET)
        (item,) = listed.items
        assert item.name == "listings[1]"
        assert item.before is not None
        assert (item.before.outcome, item.after) == (Outcome.NEEDS_JUDGEMENT, None)

    def test_an_item_of_which_something_else_is_found(self) -> None:
        """It stands no longer; the other one stands as before."""
        compared = compare(
            report(date(2027, 6, 30), REPORTED, listings=LISTS),
            report(date(2027, 7, 1), REPORTED, listings=LISTS),
        )
        (listed,) = compared.findings
        (item,) = listed.items
        assert item.before is not None
        assert item.after is not None
        assert (item.before.outcome, item.after.outcome) == (
            Outcome.MET,
            Outcome.NEEDS_JUDGEMENT,
        )

    def test_an_attestation_is_a_difference(self) -> None:
        """On whose word a ground is not there."""
        later = evolve(DENIED, on=FIRST)
        compared = compare(report(FIRST), report(FIRST, attestations=(later,)))
        assert [f.provision for f in compared.findings] == ["art1.item4"]
        assert outcomes(compared) == {}

    def test_what_is_missing_is_a_difference(self) -> None:
        """A record that is not complete leaves the list unknown."""
        compared = compare(report(FIRST, TWICE), report(FIRST, TWICE, record=Record.unknown()))
        assert outcomes(compared) == {"art1.item2": (Outcome.NOT_MET, Outcome.UNKNOWN)}

    def test_other_numbers(self) -> None:
        """The figure before and after, and the mark that is gained by it."""
        day = date(2028, 1, 1)
        compared = compare(report(day), report(day, policy=GROUNDS.with_numbers(failures=1)))
        (number,) = compared.numbers
        assert number.before is not None
        assert number.after is not None
        assert (number.name, number.before.value, number.after.value) == ("failures", 2, 1)
        assert (compared.lost, compared.gained) == ((), (Mark.OTHER_NUMBERS,))
        assert outcomes(compared) == {"art1.item1": (Outcome.NOT_MET, Outcome.MET)}

    def test_another_publication(self) -> None:
        """Not known, supposed, supposed on another day."""
        unknown = evolve(GROUNDS, publication=None)
        later = GROUNDS.supposing_published(date(2026, 2, 1))
        compared = compare(report(FIRST, policy=unknown), report(FIRST))
        assert compared.lost == (Mark.PUBLICATION_UNKNOWN,)
        assert compared.gained == (Mark.SUPPOSED_PUBLICATION,)
        assert compared.in_force == (ForceInTime.UNKNOWN, ForceInTime.IN_FORCE)
        assert outcomes(compared) == {"art3.s1": (Outcome.UNKNOWN, Outcome.MET)}
        (began,) = compare(report(FIRST), report(FIRST, policy=later)).findings
        assert began.facts == (Differing("published_on", date(2026, 1, 1), date(2026, 2, 1)),)

    def test_what_is_not_asked_has_no_outcome(self) -> None:
        """After the last day only the clauses on force in time are asked."""
        compared = compare(report(date(2032, 12, 31)), report(date(2033, 1, 1)))
        assert outcomes(compared) == {
            "art1.item1": (Outcome.MET, None),
            "art1.item2": (Outcome.NOT_MET, None),
            "art1.item3": (Outcome.MET, None),
            "art1.item4": (Outcome.NOT_MET, None),
            "art3.s2": (Outcome.MET, Outcome.NOT_MET),
        }
        assert all(f.facts == () for f in compared.altered if f.after is None)
        assert not compared.readings

    def test_two_findings_of_one_norm_are_told_apart(self) -> None:
        """Of an act there may be several; each is compared with its own."""
        one = report(FIRST)
        twice = evolve(one, findings=(*one.findings, one.findings[0]))
        (more,) = compare(one, twice).findings
        assert (more.provision, more.outcomes) == ("art1.item1", (None, Outcome.NOT_MET))

    def test_reports_of_an_act_are_compared_like_any_other(self) -> None:
        """A ground cited that was not there the day before."""
        acts = [_struck_off(day) for day in (date(2028, 8, 31), date(2028, 9, 1))]
        assert outcomes(compare(*acts)) == {"art1.item1": (Outcome.NOT_MET, Outcome.MET)}


def _struck_off(day: date) -> Report:
    act = Ended(on=day, on_request=False, grounds=("art1.item1",))
    consortium = replay(TWICE, day)
    given = Dossier(history=TWICE, record=COMPLETE, attestations=(DENIED,))
    progress = progress_of(GROUNDS, consortium)
    return Matter(
        policy=GROUNDS, consortium=consortium, act=act, given=given, progress=progress
    ).report()


class TestByItself:
    """Why an answer altered, where nothing had to happen for it."""

    def test_on_the_day(self) -> None:
        """New Year's Day, with its reason."""
        turn = compare(report(LAST), report(FIRST)).turn
        assert turn is not None
        assert (turn.day, turn.answer) == (FIRST, Answer.MET)
        assert [(r.provision, r.what) for r in turn.reasons] == [("art1.item3", "year_over")]

    def test_on_a_day_between(self) -> None:
        """If it is the norm of that reason that altered."""
        turn = compare(report(LAST), report(FIRST + timedelta(days=40))).turn
        assert turn is not None
        assert turn.day == FIRST

    def test_not_where_the_answer_is_another_norms_work(self) -> None:
        """By 2028-09-01 the report was handed in, and it is the run of results that is there."""
        compared = compare(report(LAST), report(date(2028, 9, 1)))
        assert compared.before.changes_on == FIRST
        assert (compared.answer_differs, compared.turn) == (True, None)

    def test_not_where_the_answer_is_the_same_or_the_days_run_backwards(self) -> None:
        """There is nothing to give a reason for, or nothing was to come."""
        assert compare(report(FIRST), report(date(2027, 1, 2))).turn is None
        assert compare(report(FIRST), report(LAST)).turn is None

    def test_not_where_something_else_was_to_come(self) -> None:
        """It was to become established by itself, and it is the text that has expired."""
        compared = compare(report(LAST), report(date(2033, 1, 1)))
        assert compared.after.answer is Answer.NO_BASIS
        assert compared.turn is None


class TestRefused:
    """What cannot be compared."""

    def test_two_inquiries(self) -> None:
        """The message names both, and what to do instead."""
        with pytest.raises(InvalidInputError) as caught:
            compare(report(FIRST), report(FIRST, inquiry="coming_back"))
        (fault,) = caught.value.faults
        assert (fault.path, fault.kind.value) == ("after.inquiry", "inconsistent")
        for text in (fault.zh, fault.en):
            assert "'coming_back'" in text
            assert "check('striking_off', …)" in text

    def test_two_texts(self) -> None:
        """Of two regions; both faults are told at once."""
        other = evolve(report(FIRST), policy=FILING, inquiry="formation")
        with pytest.raises(InvalidInputError) as caught:
            compare(report(FIRST), other)
        paths = {fault.path: fault for fault in caught.value.faults}
        assert set(paths) == {"after.inquiry", "after.policy"}
        assert FILING.edition in paths["after.policy"].zh
        assert GROUNDS.edition in paths["after.policy"].en

    def test_two_editions_of_one_region(self) -> None:
        """The code alone does not make it one text."""
        amended = evolve(GROUNDS, ledger=FILING.ledger, inquiries=FILING.inquiries, **_OF_FILING)
        other = evolve(report(FIRST), policy=amended)
        with pytest.raises(InvalidInputError, match=r"after\.policy"):
            compare(report(FIRST), other)


_OF_FILING: dict[str, Any] = {
    name: getattr(FILING, name)
    for name in (
        *("numbers", "readings", "facts", "items", "in_time", "steps", "actors", "events"),
        *("duties", "engagements", "parties", "bars", "turns"),
    )
}

DAYS = st.dates(date(2025, 6, 1), date(2033, 2, 1))
POLICIES = st.sampled_from(
    [
        GROUNDS,
        evolve(GROUNDS, publication=None),
        GROUNDS.with_readings(delisted=Delisted.NEVER),
        GROUNDS.with_numbers(failures=1),
    ]
)
REPORTS = st.builds(
    report,
    DAYS,
    st.sampled_from([TWICE, REPORTED]),
    policy=POLICIES,
    listings=st.sampled_from([(), LISTS, LISTS[:1], LISTS[::-1]]),
    record=st.sampled_from([COMPLETE, Record.unknown()]),
)


@given(REPORTS, REPORTS)
def test_the_other_way_round_everything_is_mirrored(one: Report, other: Report) -> None:
    """What was before is after, and nothing is lost or gained on the way."""
    there, back = compare(one, other), compare(other, one)
    assert [f.provision for f in there.findings] == [f.provision for f in back.findings]
    for f, mirrored in zip(there.findings, back.findings, strict=True):
        assert (f.before, f.after) == (mirrored.after, mirrored.before)
        assert _mirrored(f.facts) == list(mirrored.facts)
        assert _mirrored(f.items) == list(mirrored.items)
    assert _mirrored(there.readings) == list(back.readings)
    assert _mirrored(there.numbers) == list(back.numbers)
    assert (there.lost, there.gained) == (back.gained, back.lost)
    assert there.nothing_differs == back.nothing_differs


def _mirrored(several: tuple[Differing[Any], ...]) -> list[Differing[Any]]:
    return [Differing(one.name, one.after, one.before) for one in several]


@given(REPORTS, REPORTS)
def test_an_answer_that_differs_has_a_norm_that_altered(one: Report, other: Report) -> None:
    """Whatever else differs, the answer is made of outcomes and of the text being in force."""
    compared = compare(one, other)
    if compared.answer_differs:
        assert compared.altered
        assert not compared.nothing_differs
    told = {(f.provision, f.clause) for f in compared.altered}
    same = {(f.provision, f.norm.name): f.outcome for f in one.findings}
    for finding in other.findings:
        key = (finding.provision, finding.norm.name)
        assert (key in told) == (same.get(key) is not finding.outcome)
