"""第八条、第十一条第（二）项所依的事实：须提交什么，何时、由谁、是否齐全；自评与自评报告。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS
from tests.policies.tianjin.lives import (
    REQUIRED,
    STAYING,
    noticed,
    reported,
    self_evaluated,
    self_reported,
    submitted,
)

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.register import Count, Role
from innov_consortium.policies.tianjin import facts_self_evaluation as own
from innov_consortium.policies.tianjin import facts_submission as facts
from innov_consortium.policies.tianjin.facts_submission import Submitted
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings_revocation import SelfReport, SubmissionFailure

ONE = timedelta(1)
DEADLINE, FIRST, AFTER = date(2027, 9, 30), date(2027, 9, 20), date(2027, 10, 5)
SELF_DEADLINE = date(2027, 12, 31)
NOTICE = noticed()
MEMBERSHIPS = (
    Membership(LEAD, Role.LEAD, date(2026, 6, 1)),
    *(Membership(unit, Role.PARTICIPANT, date(2026, 6, 1)) for unit in PARTICIPANTS),
)


def year_of(*events: Any) -> Evaluation:
    """Return the evaluation of 2027."""
    return Evaluation(year=2027, events=events)


# --- when something is due ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "ends", "over"),
    [
        (DEADLINE, None, False),
        (DEADLINE + ONE, None, True),
        (AFTER, DEADLINE, False),
        (AFTER, DEADLINE + ONE, True),
    ],
)
def test_a_deadline_is_over_the_day_after_while_the_status_lasts(
    day: date, ends: date | None, over: bool
) -> None:
    """按时提交：末日当日不迟；资格在期限之内终止的，期限不再届满；没有期限的没有届满。"""
    assert facts.is_over(DEADLINE, day, ends) is over
    assert facts.deadline_over(DEADLINE, day, ends) is over
    assert facts.deadline_over(None, day, ends) is False


def test_the_deadline_is_the_notices() -> None:
    """提交的末日由年度通知给出；没有通知、没有写明的没有。"""
    told = (year_of(noticed()), year_of(noticed(deadline=None)), year_of())
    assert [facts.deadline(one) for one in told] == [DEADLINE, None, None]


@pytest.mark.parametrize("selected", [True, False, None])
def test_materials_are_due_from_who_was_selected(selected: bool | None) -> None:
    """参评单位：通知定有期限，已经提交的或者期限已过的；没有期限的、期限未到而没有提交的不问。"""
    assert facts.submission_due(selected, DEADLINE, True, False) is selected
    assert facts.submission_due(selected, DEADLINE, False, True) is selected
    assert facts.submission_due(selected, DEADLINE, False, False) is False
    assert facts.submission_due(selected, None, True, True) is False
    assert facts.nothing_submitted(selected, False) is selected
    assert facts.nothing_submitted(selected, True) is False


# --- what was handed in, when and by whom ---------------------------------------------------------


def test_what_is_lacking_is_what_the_notice_requires() -> None:
    """通知要求的材料：期限内提交的合并计算；期限以后的补交不算，除非期限内没有提交过。"""

    def lacking(*events: Any, notice: Any = NOTICE, deadline: date | None = DEADLINE) -> Count:
        return facts.materials_lacking(year_of(notice, *events), deadline)

    part = frozenset({"总结报告"})
    rest = frozenset({"支撑数据"})
    assert lacking(submitted()) == Count(0)
    assert lacking(submitted(items=part)) == Count(1, ("支撑数据",))
    assert lacking(submitted(items=part), submitted(on=DEADLINE, items=rest)) == Count(0)
    late = submitted(on=DEADLINE + ONE, items=rest)
    assert lacking(submitted(items=part), late) == Count(1, ("支撑数据",))
    assert lacking(submitted(items=part), late, deadline=None) == Count(0)
    assert lacking(submitted(on=DEADLINE + ONE)) == Count(0)
    assert lacking() == Count(2, tuple(sorted(REQUIRED)))
    assert lacking(submitted(), notice=noticed(required=frozenset())) == Count(0)


def test_what_is_lacking_is_unknown_where_it_could_be_there() -> None:
    """要求什么没有写明的不明；提交了什么没有写明、而仍缺的不明，已经齐全的不缺。"""
    silent = facts.materials_lacking(year_of(noticed(required=None), submitted()), DEADLINE)
    assert (silent.value, silent.missing) == (None, ("events[evaluation_called].required",))
    assert facts.materials_lacking(year_of(submitted()), DEADLINE) == silent
    unknown = year_of(noticed(), submitted(items=frozenset({"总结报告"})), submitted(items=None))
    found = facts.materials_lacking(unknown, DEADLINE)
    assert (found.value, found.missing) == (None, ("events[materials_submitted].items",))
    enough = year_of(noticed(), submitted(), submitted(items=None))
    assert facts.materials_lacking(enough, DEADLINE) == Count(0)
    nothing = year_of(noticed(required=frozenset()), submitted(items=None))
    assert facts.materials_lacking(nothing, DEADLINE) == Count(0)


def by_lead(*events: Any, members: Any = MEMBERSHIPS, changes: Any = ()) -> bool | None:
    """Return whether the lead handed it in."""
    return facts.submitted_by_lead(year_of(*events), members, changes)


def test_the_lead_hands_it_in() -> None:
    """由牵头单位提交（第二十三条）：用新名称的亦可；没有提交的没有；由谁不明的、成员不明的不明。"""
    other, unknown = submitted(by=STAYING.name), submitted(by=None)
    assert [by_lead(submitted()), by_lead(other), by_lead(unknown), by_lead()] == [
        True,
        False,
        None,
        False,
    ]
    assert (by_lead(other, submitted()), by_lead(unknown, submitted())) == (True, True)
    assert by_lead(other, unknown) is None
    assert by_lead(submitted(), members=None) is None
    assert by_lead(members=None) is False
    new = reported(ChangeKind.MEMBER_RENAME, unit=LEAD.key, new_name="虚构新名称")
    assert by_lead(submitted(by="虚构新名称"), changes=(new,)) is True


def test_it_was_first_handed_in_by_the_lead_if_it_ever_did() -> None:
    """首次提交之日：牵头单位提交过的依其首次，由谁提交不明的也可能是；他人提交的只在没有时算。"""

    def on(*events: Any, members: Any = MEMBERSHIPS) -> date | None:
        return facts.submitted_on(year_of(*events), members, ())

    other, unknown = submitted(by=STAYING.name), submitted(on=FIRST + ONE, by=None)
    again = submitted(on=DEADLINE)
    assert on(other, again) == DEADLINE
    assert on(other, unknown, again) == FIRST + ONE
    assert on(other) == FIRST
    assert on() is None
    assert on(other, again, members=None) == FIRST
    assert [facts.submitted(year_of(*e)) for e in ((), (other,))] == [False, True]


def otherwise(**changes: Any) -> Submitted:
    """Return in what the materials are not as required, in due form but for some facts."""
    known: dict[str, Any] = {
        "submission_due": True,
        "submitted": True,
        "submitted_on": FIRST,
        "deadline": DEADLINE,
        "deadline_over": True,
        "materials_lacking": Count(0),
        "submitted_by_lead": True,
    }
    return facts.submitted_otherwise(**{**known, **changes})


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({}, False),
        ({"submitted_on": DEADLINE}, False),
        ({"submitted_on": DEADLINE + ONE}, True),
        ({"materials_lacking": Count(1)}, True),
        ({"submitted_by_lead": False}, True),
        ({"materials_lacking": Count(None)}, None),
        ({"submitted_by_lead": None}, None),
        ({"submitted_by_lead": None, "submitted_on": DEADLINE + ONE}, True),
        ({"submission_due": None}, False),
        ({"submission_due": None, "submitted_on": DEADLINE + ONE}, None),
        ({"submission_due": False, "submitted_on": DEADLINE + ONE}, False),
        ({"submitted": False, "submitted_on": None, "materials_lacking": Count(2)}, False),
        ({"deadline_over": False, "materials_lacking": Count(2)}, False),
        ({"submitted_on": None}, False),
        ({"deadline": None, "submitted_on": AFTER}, False),
    ],
)
def test_what_is_late_short_or_from_another_is_not_as_required(
    changes: dict[str, Any], value: bool | None
) -> None:
    """未按要求提交：迟交、不全、由他人提交的，有一项即是；期限未过的、没有提交的另论（D05）。"""
    assert otherwise(**changes).value is value


def test_what_is_not_as_required_says_in_what() -> None:
    """迟交、不全、由他人提交，各自指明。"""
    wrong = otherwise(submitted_on=AFTER, materials_lacking=Count(1), submitted_by_lead=False)
    assert (wrong.late, wrong.incomplete, wrong.by_another) == (True, True, True)
    right = otherwise()
    assert (right.late, right.incomplete, right.by_another) == (False, False, False)
    not_due = otherwise(submission_due=False, submitted_on=AFTER, submitted_by_lead=False)
    assert (not_due.late, not_due.incomplete, not_due.by_another) == (False, False, False)
    unknown = otherwise(materials_lacking=Count(None), submitted_by_lead=None)
    assert (unknown.incomplete, unknown.by_another) == (None, None)


LITERAL, JUDGED, MISSING = (
    SubmissionFailure.LITERAL,
    SubmissionFailure.JUDGED,
    SubmissionFailure.ONLY_MISSING,
)
MATERIALS, BY_PERSON, NO_MATERIALS = (
    SelfReport.MATERIALS,
    SelfReport.JUDGED,
    SelfReport.NOT_MATERIALS,
)


@pytest.mark.parametrize(
    ("failure", "report", "counts", "judged"),
    [
        (LITERAL, MATERIALS, True, False),
        (LITERAL, BY_PERSON, False, True),
        (LITERAL, NO_MATERIALS, False, False),
        (JUDGED, MATERIALS, True, False),
        (JUDGED, BY_PERSON, False, True),
        (JUDGED, NO_MATERIALS, False, False),
        (MISSING, MATERIALS, True, False),
        (MISSING, BY_PERSON, False, True),
    ],
)
def test_a_self_report_that_is_not_there(
    failure: SubmissionFailure, report: SelfReport, counts: bool, judged: bool
) -> None:
    """没有提交自评报告：算未按要求提交，或者由人判断，或者不算，依自评报告是不是评价材料（D05）。"""
    assert _said(None, missing=True, filed=False, failure=failure, report=report) == (
        counts,
        judged,
    )


@pytest.mark.parametrize(
    ("failure", "report", "counts", "judged"),
    [
        (LITERAL, MATERIALS, True, False),
        (LITERAL, BY_PERSON, False, True),
        (JUDGED, MATERIALS, False, True),
        (JUDGED, BY_PERSON, False, True),
        (JUDGED, NO_MATERIALS, False, False),
        (MISSING, MATERIALS, False, False),
        (MISSING, NO_MATERIALS, False, False),
    ],
)
def test_a_self_report_that_is_late(
    failure: SubmissionFailure, report: SelfReport, counts: bool, judged: bool
) -> None:
    """迟交自评报告：迟交也算未按要求的才成立，迟交由人判断的由人判断，只有没有提交才算的不算（D05）。"""
    assert _said(None, missing=True, filed=True, failure=failure, report=report) == (
        counts,
        judged,
    )


@pytest.mark.parametrize(
    ("failure", "counts", "judged"),
    [(LITERAL, True, False), (JUDGED, False, True), (MISSING, False, False)],
)
def test_materials_that_are_late_or_short(
    failure: SubmissionFailure, counts: bool, judged: bool
) -> None:
    """迟交、不全的：都算，或者由人判断，或者只有没有提交的才算（D05）。"""
    assert _said(True, missing=False, filed=False, failure=failure, report=NO_MATERIALS) == (
        counts,
        judged,
    )


def test_what_is_unknown_counts_or_is_judged_as_unknown() -> None:
    """不明的：不明，不作没有；已有一项成立的成立。"""
    literal: dict[str, Any] = {"failure": LITERAL, "report": MATERIALS, "filed": False}
    assert _said(True, missing=None, **literal)[0] is True
    assert _said(False, missing=None, **literal)[0] is None
    assert _said(False, missing=False, **literal)[0] is False
    judged: dict[str, Any] = {"failure": JUDGED, "report": BY_PERSON, "filed": False}
    assert _said(False, missing=None, **judged)[1] is None
    assert _said(True, missing=None, **judged)[1] is True


def _said(
    value: bool | None,
    *,
    missing: bool | None,
    filed: bool,
    failure: SubmissionFailure,
    report: SelfReport,
) -> tuple[bool | None, bool | None]:
    """Return whether it counts as a failure to hand in, and whether that is judged."""
    materials = Submitted(bool(value), there=True) if value is not None else Submitted(False, True)
    read: dict[str, Any] = {"submission_failure": failure, "self_report": report}
    counted = facts.submission_counts(materials, missing, filed, **read)
    judged = facts.submission_judged(materials, missing, filed, **read)
    assert counted.report_missing is judged.report_missing is missing
    return counted.value, judged.value


# --- self-evaluation ------------------------------------------------------------------------------


def test_what_there_is_of_a_self_evaluation() -> None:
    """开展自评，将自评报告提交备案：提交了报告的即已自评；期限由通知给出，没有的没有。"""
    told = (year_of(), year_of(self_evaluated()), year_of(self_reported()))
    assert [own.self_evaluation_done(one) for one in told] == [False, True, True]
    assert [own.self_report_filed(one) for one in told] == [False, False, True]
    assert [own.self_filed_on(one) for one in told] == [None, None, self_reported().on]
    notices = (noticed(), noticed(self_report_deadline=None))
    deadlines = [own.self_deadline(year_of(n)) for n in notices]
    assert (deadlines, own.self_deadline(year_of())) == ([SELF_DEADLINE, None], None)
    assert [own.self_undated(d) for d in (*deadlines, None)] == [False, True, True]
    assert [own.self_filed_by(d) for d in deadlines] == [SELF_DEADLINE, date.max]


@pytest.mark.parametrize("not_selected", [True, False, None])
def test_a_self_evaluation_is_due_once_it_is_there_or_the_time_is_over(
    not_selected: bool | None,
) -> None:
    """不参与专家评价的单位须开展自评：期限已过的，没有期限的年度已过的，已经做了的，才问。"""
    early, late = date(2027, 6, 30), date(2027, 7, 1)

    def due(events: Any, deadline: date | None, day: date, ends: date | None = None) -> Any:
        given = (year_of(*events), not_selected, deadline, day, ends)
        return own.self_due(*given), own.self_report_due(*given)

    asked, nothing = (not_selected, not_selected), (False, False)
    assert due((), early, early) == nothing
    assert due((), early, late) == asked
    assert due((), None, SELF_DEADLINE) == nothing
    assert due((), None, SELF_DEADLINE + ONE) == asked
    assert due((), early, late, early) == nothing
    assert due((self_evaluated(),), early, early) == (not_selected, False)
    assert due((self_reported(),), early, early) == asked


@pytest.mark.parametrize(
    ("filed", "missing"),
    [(None, True), (SELF_DEADLINE, False), (SELF_DEADLINE + ONE, True)],
)
def test_a_self_report_is_missing_or_late_only_after_a_deadline(
    filed: date | None, missing: bool
) -> None:
    """没有提交、迟交的；末日当日不迟；没有期限的不作“没有提交”，不须提交的亦同。"""
    lacks = own.self_report_missing
    assert lacks(True, filed, SELF_DEADLINE, False) is missing
    assert lacks(True, filed, date.max, True) is False
    assert lacks(False, filed, SELF_DEADLINE, False) is False
    assert lacks(None, filed, SELF_DEADLINE, False) is (None if missing else False)
