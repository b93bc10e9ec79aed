"""A text whose end cannot be seen is not a text without an end: reports, acts, marks, words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.conftest import PARTS
from tests.core.filings import MEASURES, PUBLISHED, at, day, filed, life, put_on_file
from tests.toy_filing import FILING

from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Case
from innov_consortium.core.checking import marks_of
from innov_consortium.core.clauses import clause, fact
from innov_consortium.core.decide import Deferred, Granted, Refused, Standing, decide
from innov_consortium.core.events import EvaluationStaged, Event
from innov_consortium.core.inquiries import Coverage, InTime
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.words import Day, Truth, at_most
from innov_consortium.errors import MalformedPolicyError
from innov_consortium.rendering import render, render_audit

NEVER = date(2400, 1, 1)


def without_end(policy: Policy) -> Policy:
    """Return a policy encoded in part, of which the end cannot be seen."""
    begins = policy.in_time.commencement
    in_time = InTime(commencement=begins, end_known=False)
    return evolve(policy, in_time=in_time, coverage=Coverage.PARTIAL)


UNENDING = without_end(MEASURES)
BEFORE = date.fromordinal(PUBLISHED.toordinal() - 1)


# --- force in time ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (BEFORE, (ForceInTime.NOT_YET, [])),
        (PUBLISHED, (ForceInTime.UNKNOWN, [Mark.END_UNKNOWN])),
        (NEVER, (ForceInTime.UNKNOWN, [Mark.END_UNKNOWN])),
    ],
)
def test_from_the_first_day_on_nobody_can_say(on: date, expected: Any) -> None:
    """Before it, it is certain; a text without an end is in force for ever."""
    unknown = {Mark.END_UNKNOWN, Mark.PUBLICATION_UNKNOWN}
    marks = [mark for mark in marks_of(UNENDING, on) if mark in unknown]
    assert (UNENDING.in_force(on), marks) == expected
    endless = ForceInTime.NOT_YET if on is BEFORE else ForceInTime.IN_FORCE
    assert MEASURES.in_force(on) is endless


def test_that_neither_end_is_known_is_told_of_both() -> None:
    """The day of publication may be supplied, and then one of them is known."""
    policy = without_end(FILING)
    assert policy.in_force(NEVER) is ForceInTime.UNKNOWN
    assert {Mark.END_UNKNOWN, Mark.PUBLICATION_UNKNOWN} <= set(marks_of(policy, NEVER))
    assert Mark.END_UNKNOWN not in marks_of(FILING, NEVER)


@fact
def last_day() -> date | None:
    """The last day in force: nobody has said."""
    return None


@clause("art6.s1")
def not_over(day: Day, last_day: Day) -> Truth:
    """Valid to the last day."""
    return at_most(day, last_day)


def test_an_expiry_that_cannot_tell_is_no_expiry() -> None:
    """As where the period stated runs from something nobody has said."""
    begins = MEASURES.in_time.commencement
    in_time = InTime(commencement=begins, expiry=not_over)
    policy = evolve(MEASURES, facts=(*MEASURES.facts, last_day), in_time=in_time)
    assert policy.in_force(BEFORE) is ForceInTime.NOT_YET
    assert policy.in_force(NEVER) is ForceInTime.UNKNOWN
    assert Mark.END_UNKNOWN in marks_of(policy, NEVER)


# --- what cannot be built ---------------------------------------------------------------------


def test_a_text_encoded_completely_shows_its_end() -> None:
    """Or that it has none."""
    begins = MEASURES.in_time.commencement
    with pytest.raises(MalformedPolicyError, match="encoded completely shows when it ends"):
        evolve(MEASURES, in_time=InTime(commencement=begins, end_known=False))


def test_an_end_that_is_stated_is_known() -> None:
    """One cannot say both."""
    in_time = evolve(PARTS["in_time"], end_known=False)
    with pytest.raises(MalformedPolicyError, match="then its end is known"):
        Policy(**{**PARTS, "in_time": in_time, "coverage": Coverage.PARTIAL})


# --- reports and acts -------------------------------------------------------------------------


def test_a_report_answers_and_is_marked(toy_case: Case) -> None:
    """Every norm is asked; the answer holds only if the text is still in force."""
    draft = Policy(**PARTS).supposing_published(date(2026, 1, 1))
    plain = draft.check("formation", toy_case, on=date(2026, 3, 2))
    report = without_end(draft).check("formation", toy_case, on=date(2026, 3, 2))

    assert (report.answer, report.in_force) == (plain.answer, ForceInTime.UNKNOWN)
    assert Mark.END_UNKNOWN in report.marks
    said, english = render(report, "zh_CN"), render(report, "en")
    assert "没有写明有效期" in said
    assert "does not tell when the text ends" in " ".join(english.split())
    assert "公布日期（不属于申请材料" not in said


def decided(policy: Policy, act: Event) -> Any:
    return decide(policy, at(2, filed(1)), act, day(2))


def test_an_act_stays_open() -> None:
    """What would be granted under a text in force is deferred; what is refused is refused."""
    granted = decided(MEASURES, put_on_file(2))
    assert isinstance(granted, Granted)
    deferred = decided(UNENDING, put_on_file(2))
    assert isinstance(deferred, Deferred)
    assert (deferred.report.answer, deferred.findings) == (Answer.OPEN, ())
    assert isinstance(decided(UNENDING, put_on_file(2, by="某公司")), Refused)


def test_an_act_that_is_not_encoded_is_not_without_basis() -> None:
    """The rest of the text may well have a step for it; a complete one has none."""
    act = EvaluationStaged(on=day(2), stage="visit")
    complete = decided(MEASURES, act)
    assert isinstance(complete, Refused)
    assert (complete.outside, complete.report.answer) == (True, Answer.NO_BASIS)

    partial = decided(UNENDING, act)
    assert isinstance(partial, Deferred)
    assert "所编入的文字没有写这一行为" in render(partial.report, "zh_CN")
    assert "does not tell how such an act is done" in " ".join(render(partial.report, "en").split())


def test_an_act_that_is_not_encoded_is_not_audited_as_outside() -> None:
    """It waits, with the reason."""
    act = EvaluationStaged(on=day(2), stage="visit")
    found = audit(UNENDING, life(filed(1), act), day(3))
    assert found[-1].standing is Standing.WAITING
    said = render_audit(UNENDING, found[-1:], "zh_CN")
    assert "未编入的条文怎样规定，不明" in said
    assert "各项均符合" not in said
