"""When an answer alters by itself: the next day it does, why, and what does not count for it."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.filings import (
    APPLICATION,
    MEASURES,
    at,
    day,
    filed,
    life,
    put_on_file,
    restored,
    struck_off,
)

from innov_consortium.core.asking_again import history_of
from innov_consortium.core.attestations import Attestation, Interpretation
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.clauses import clause, fact
from innov_consortium.core.decide import decide
from innov_consortium.core.events import Corrected, Event
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.periods import day_after
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Misconduct, Record
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer, Report
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.turning import Reason, Turn, next_turn
from innov_consortium.core.words import Truth, both, holds, not_
from innov_consortium.errors import MalformedPolicyError

DAY = date(2026, 3, 2)
ONE = timedelta(1)
JUNE = date(2026, 6, 1)
EXPIRED = date(2031, 1, 1)


# --- an application under a text that begins and ends -----------------------------------------


@fact
def text_turns(published_on: date | None, *, valid_until: date) -> tuple[Reason, ...]:
    """其间某日；公布之日；有效期届满次日。"""
    begun = () if published_on is None else (Reason(published_on, "art9.s1", "text_begins"),)
    over = Reason(day_after(valid_until), "art9.s2", "text_ends")
    return (over, *begun, Reason(JUNE, "art2.s1", "nothing"))


@pytest.fixture
def turning(toy: Policy) -> Policy:
    """The made-up policy, telling of its beginning, its end and a day in between."""
    return evolve(toy, facts=(*toy.facts, text_turns), turns="text_turns")


@pytest.mark.parametrize(
    ("on", "answer", "turn"),
    [
        (date(2024, 12, 31), "no_basis", (date(2025, 1, 1), Answer.MET, "text_begins")),
        (date(2025, 1, 1), "met", (EXPIRED, Answer.NO_BASIS, "text_ends")),
        (JUNE, "met", (EXPIRED, Answer.NO_BASIS, "text_ends")),
        (date(2030, 12, 30), "met", (EXPIRED, Answer.NO_BASIS, "text_ends")),
        (date(2030, 12, 31), "met", (EXPIRED, Answer.NO_BASIS, "text_ends")),
        (EXPIRED, "no_basis", None),
        (date.max, "no_basis", None),
    ],
)
def test_an_answer_alters_on_the_next_day_on_which_it_is_another(
    turning: Policy,
    toy_case: Case,
    on: date,
    answer: str,
    turn: tuple[date, Answer, str] | None,
) -> None:
    """Before the text begins, on its days, on its last ones, afterwards."""
    early = tuple(evolve(a, on=date(2020, 1, 1)) for a in toy_case.attestations)
    agreement = toy_case.application.agreement
    assert agreement is not None
    signed = evolve(agreement, signed_on=date(2020, 1, 1))
    case = evolve(
        toy_case,
        attestations=early,
        application=evolve(toy_case.application, agreement=signed),
        register=Register.complete(to=date.max),
    )
    report = turning.check("formation", case, on=on)
    assert report.answer.value == answer
    if turn is None:
        assert (report.turn, report.changes_on) == (None, None)
    else:
        assert report.turn is not None
        told = (report.turn.day, report.turn.answer, *[r.what for r in report.turn.reasons])
        assert (told, report.changes_on) == (turn, turn[0])
        then = turning.check("formation", case, on=report.turn.day)
        assert then.answer is report.turn.answer


def test_a_policy_that_tells_of_no_days_tells_of_no_alteration(toy: Policy, toy_case: Case) -> None:
    """Though its text has an end."""
    report = toy.check("formation", toy_case, on=DAY)
    assert (report.turn, report.changes_on) == (None, None)


def test_a_register_that_is_complete_on_the_day_stays_complete(
    turning: Policy, toy_case: Case
) -> None:
    """Asked on the later day itself it would be incomplete; nothing happens meanwhile, though."""
    assert toy_case.register.complete_to == DAY
    assert turning.check("formation", toy_case, on=JUNE).answer is Answer.OPEN
    assert turning.check("formation", toy_case, on=DAY).changes_on == EXPIRED


@pytest.mark.parametrize(
    ("complete_to", "answer"),
    [(None, "open"), (DAY - ONE, "open"), (DAY, "met"), (DAY + ONE, "met")],
)
def test_a_register_that_is_not_complete_never_becomes_so(
    turning: Policy, toy_case: Case, complete_to: date | None, answer: str
) -> None:
    """Unknown, complete to the day before, to the day, to the day after: the answer stays."""
    case = evolve(toy_case, register=Register(complete_to=complete_to))
    report = turning.check("formation", case, on=DAY)
    assert (report.answer.value, report.changes_on) == (answer, EXPIRED)


@pytest.mark.parametrize(("on", "answer"), [(JUNE - ONE, "open"), (JUNE, "met")])
def test_what_is_established_later_is_not_foreseen(
    turning: Policy, toy_case: Case, on: date, answer: str
) -> None:
    """On 31 May nobody knows what will be attested on the first of June."""
    rest = tuple(a for a in toy_case.attestations if a.what != "art5.s1")
    later = Attestation(what="art5.s1", by="虚构市科技局", on=JUNE)
    case = evolve(toy_case, attestations=(*rest, later), register=Register.complete(to=date.max))
    report = turning.check("formation", case, on=on)
    assert (report.answer.value, report.changes_on) == (answer, EXPIRED)


def test_the_question_is_asked_again_under_the_readings_settled_by_then(
    turning: Policy, toy_case: Case
) -> None:
    """An official interpretation known on the day governs; a later one is not foreseen."""
    body = "虚构市科技局会同财政局"
    words = tuple(
        Interpretation(reading="counting", option=option, by=body, on=on)
        for option, on in (("together", DAY), ("apart", JUNE))
    )
    case = evolve(toy_case, interpretations=words)
    report = turning.check("formation", case, on=DAY)
    assert report.again is not None
    then = report.again.on(JUNE)
    assert [c.option.value for c in then.readings] == [c.option.value for c in report.readings]
    assert then.policy == report.policy
    assert then.policy != turning


# --- a history with a bar ---------------------------------------------------------------------


@fact
def barred(bars: tuple[Bar, ...] | None, day: date) -> bool | None:
    """今日不得牵头。"""
    return None if bars is None else any(bar.binds_on(day) for bar in bars)


@fact
def ends_of_bars(bars: tuple[Bar, ...] | None) -> tuple[Reason, ...]:
    """期间起止；另有年初。"""
    year = Reason(date(2027, 1, 1), "art5.s1", "year_over")
    found = [year, Reason(date(2026, 7, 1), "art1.s1", "nothing")]
    for bar in bars or ():
        first, last = bar.window.first, bar.window.last
        found += [Reason(first, "art4.s2", "bar_begins")] if first else []
        found += [Reason(day_after(last), "art4.s2", "bar_over")] if last else []
    return tuple(found)


@clause("art4.s2")
def may_lead(barred: Truth) -> Truth:
    """自注销次日起六个月内不得牵头。"""
    return not_(barred)


@fact(reads="record.complete_to")
def on_record(record: Record, day: date) -> bool | None:
    """记录完整。"""
    return record.complete_on(day)


@fact
def faultless(record: Record) -> bool:
    """没有不良记录。"""
    return not record.misconduct


@clause("art4.s1")
def is_faultless(faultless: Truth, on_record: Truth) -> Truth:
    """没有不良记录。"""
    return both(holds(faultless), holds(on_record))


FREE = Inquiry(name="free", conditions=(may_lead,), of="history")
FAULTLESS = Inquiry(name="faultless", conditions=(may_lead, is_faultless), of="history")
TURNING = evolve(
    MEASURES,
    facts=(*MEASURES.facts, barred, ends_of_bars, on_record, faultless),
    inquiries=(*MEASURES.inquiries, FREE, FAULTLESS),
    turns="ends_of_bars",
)
STRUCK_OFF = (filed(1), put_on_file(2), struck_off(3))
BEGINS, OVER = date(2026, 3, 4), date(2026, 9, 4)


def free(on: date, *events: Event, **around: Any) -> Report:
    return TURNING.check("free", Dossier(history=life(*events), **around), on=on)


@pytest.mark.parametrize(
    ("on", "answer", "changes_on"),
    [
        (day(2), "met", None),  # nobody knows yet that it will be struck off
        (day(3), "met", BEGINS),
        (day(4), "not_met", OVER),
        (date(2026, 9, 3), "not_met", OVER),
        (OVER, "met", None),
        (date(2026, 9, 5), "met", None),
    ],
)
def test_a_bar_begins_and_ends_by_itself(on: date, answer: str, changes_on: date | None) -> None:
    """The day before each, the day, the day after."""
    report = free(on, *STRUCK_OFF)
    assert (report.answer.value, report.changes_on) == (answer, changes_on)


def test_the_reason_is_told_with_the_day() -> None:
    """That of the day, not those of days between, nor of later ones."""
    assert free(day(4), *STRUCK_OFF).turn == Turn(
        day=OVER,
        answer=Answer.MET,
        reasons=(Reason(OVER, "art4.s2", "bar_over"),) * 2,  # one for each of two leads
        provisions=("art4.s2",),
    )


def test_from_every_day_the_next_alteration_is_the_first_there_is() -> None:
    """Against asking on every day of a year."""
    days = [day(3) + n * ONE for n in range(366)]
    answers = {on: free(on, *STRUCK_OFF).answer for on in days}
    turns = [b for a, b in itertools.pairwise(days) if answers[a] is not answers[b]]
    assert turns == [BEGINS, OVER]
    for on in days:
        expected = next((turn for turn in turns if turn > on), None)
        assert free(on, *STRUCK_OFF).changes_on == expected


RESTORED_LATE = evolve(restored(9), recorded_on=day(12))


@pytest.mark.parametrize(
    ("n", "answer", "changes_on"),
    [(8, "not_met", OVER), (9, "not_met", OVER), (11, "not_met", OVER), (12, "met", None)],
)
def test_nothing_recorded_later_counts(n: int, answer: str, changes_on: date | None) -> None:
    """Set aside on the ninth, recorded on the twelfth: until then the bar goes on to its end."""
    report = free(day(n), *STRUCK_OFF, RESTORED_LATE)
    assert (report.answer.value, report.changes_on) == (answer, changes_on)


@pytest.mark.parametrize(("n", "changes_on"), [(9, OVER), (10, date(2026, 9, 6))])
def test_a_correction_counts_from_its_recording_on(n: int, changes_on: date) -> None:
    """Struck off on the fifth and not the third, as is known from the tenth."""
    wrong = struck_off(3, id="e")
    right = Corrected(on=day(10), of="e", instead=struck_off(5))
    assert free(day(n), *STRUCK_OFF[:2], wrong, right).changes_on == changes_on


def test_what_was_asked_once_is_not_asked_with_what_came_after() -> None:
    """A later day of the same question has the same history, however it went on."""
    report = free(day(8), *STRUCK_OFF, RESTORED_LATE)
    assert report.again is not None
    assert report.again.on(day(20)).answer is Answer.NOT_MET
    assert free(day(20), *STRUCK_OFF, RESTORED_LATE).answer is Answer.MET
    assert report.again.on(day(20)).turn is None


@pytest.mark.parametrize(
    ("complete_to", "afterwards"),
    [(None, "open"), (day(3), "open"), (day(4), "met"), (day(5), "met")],
)
def test_a_record_that_is_complete_on_the_day_stays_complete(
    complete_to: date | None, afterwards: str
) -> None:
    """When the bar is over the answer is met if it is, and open if it is not."""
    dossier = Dossier(history=life(*STRUCK_OFF), record=Record(complete_to=complete_to))
    report = TURNING.check("faultless", dossier, on=day(4))
    assert report.turn is not None
    assert (report.answer.value, report.turn.day) == ("not_met", OVER)
    assert report.turn.answer.value == afterwards


def test_what_comes_on_record_later_is_not_foreseen() -> None:
    """Known on the fifth, it does not count on the fourth, nor when the bar is over."""
    record = Record(misconduct=(Misconduct(on=day(5)),), complete_to=date.max)
    dossier = Dossier(history=life(*STRUCK_OFF), record=record)
    found = [TURNING.check("faultless", dossier, on=day(n)).turn for n in (4, 5)]
    assert [turn and (turn.day, turn.answer) for turn in found] == [(OVER, Answer.MET), None]


def test_a_report_about_an_act_is_not_asked_again() -> None:
    """It is about that act on its day."""
    report = decide(TURNING, at(2, filed(1)), put_on_file(2), day(2)).report
    assert (report.again, report.turn, report.changes_on) == (None, None, None)


# --- the report as a value --------------------------------------------------------------------


@pytest.mark.parametrize("looked", [False, True])
def test_a_report_can_be_kept_and_asked_afterwards(*, looked: bool) -> None:
    """Pickled before or after anybody asked when it alters, it tells the same."""
    report = free(day(4), *STRUCK_OFF)
    if looked:
        assert report.changes_on == OVER
    again = pickle.loads(pickle.dumps(report))  # noqa: S301 - our own bytes
    assert (again, hash(again)) == (report, hash(report))
    assert (again.changes_on, again.turn) == (OVER, report.turn)


def test_a_report_of_an_application_can_be_kept_as_well(turning: Policy, toy_case: Case) -> None:
    """With what was known around it."""
    report = turning.check("formation", toy_case, on=DAY)
    again = pickle.loads(pickle.dumps(report))  # noqa: S301 - our own bytes
    assert (again, again.changes_on) == (report, EXPIRED)


def test_how_to_ask_again_is_no_part_of_what_a_report_says(turning: Policy, toy_case: Case) -> None:
    """Two that say the same are the same; what was asked about does not stand in its text."""
    more = evolve(toy_case, attestations=(*toy_case.attestations, toy_case.attestations[0]))
    one, other = (turning.check("formation", case, on=DAY) for case in (toy_case, more))
    assert (one, hash(one)) == (other, hash(other))
    assert one.again is not other.again
    assert "again" not in repr(one)


def test_a_case_about_a_history_has_one() -> None:
    """A case about an application has none."""
    history = life(*STRUCK_OFF)
    assert history_of(Dossier(history=history)) is history
    assert history_of(Case(application=APPLICATION)) is None


def test_what_tells_of_the_days_is_a_fact_of_the_whole_case(
    toy_build: Callable[..., Policy],
) -> None:
    """Neither a name nobody has defined nor a fact of each member."""
    for name in ("zzz", "abroad"):
        with pytest.raises(MalformedPolicyError, match=f"turns rests on '{name}'"):
            toy_build(turns=name)


# --- the law of it ----------------------------------------------------------------------------

ANY = free(day(4), *STRUCK_OFF)
FIRST_ASKED = day(10)


@frozen
class Foretold:
    """A question whose answer on each day is written down beforehand."""

    answers: Mapping[date, Answer]
    days: tuple[date, ...]

    def reasons(self) -> tuple[Reason, ...]:
        """Return the days, each with its place."""
        return tuple(Reason(one, "art1.s1", str(n)) for n, one in enumerate(self.days))

    def on(self, day: date) -> Report:
        """Return the answer of that day."""
        return evolve(ANY, on=day, answer=self.answers[day])


unhurried = settings(deadline=None)
offsets = st.integers(-5, 15).map(lambda n: FIRST_ASKED + n * ONE)
answers = st.sampled_from(Answer)


@unhurried
@given(st.data(), answers)
def test_the_next_turn_is_the_first_day_named_on_which_the_answer_is_another(
    data: st.DataObject, today: Answer
) -> None:
    """Whatever days are named in whatever order; those gone by, and the day itself, are none."""
    written = {FIRST_ASKED + n * ONE: data.draw(answers) for n in range(-5, 16)}
    foretold = Foretold(written, tuple(data.draw(st.lists(offsets, max_size=8))))
    report = evolve(ANY, on=FIRST_ASKED, answer=today)
    turn = next_turn(report, foretold)
    ahead = sorted(d for d in foretold.days if d > FIRST_ASKED and written[d] is not today)
    if not ahead:
        assert turn is None
        return
    first = ahead[0]
    assert turn is not None
    assert (turn.day, turn.answer) == (first, written[first])
    assert turn.reasons == tuple(r for r in foretold.reasons() if r.day == first)


@unhurried
@given(st.lists(offsets, max_size=6), answers)
def test_an_answer_that_never_alters_has_no_turn(days: list[date], always: Answer) -> None:
    """However many days are named."""
    written = {FIRST_ASKED + n * ONE: always for n in range(-5, 16)}
    report = evolve(ANY, on=FIRST_ASKED, answer=always)
    assert next_turn(report, Foretold(written, tuple(days))) is None
