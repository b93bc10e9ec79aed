"""第十一、十四条所依的事实：谁申请、谁说明、谁审核、以何为据、由何文件撤销。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS
from tests.policies.tianjin.lives import (
    EVERYBODY,
    STAYING,
    approved,
    asked,
    examined,
    handed_in,
    imposed,
    reported,
    revoked,
)

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.register import Role, Whole
from innov_consortium.policies.tianjin import facts_ending as facts
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings_life import VoluntaryGround

ONE = timedelta(1)
APPROVED, ASKED, HANDED_IN, DAY = (
    date(2026, 6, 1),
    date(2028, 5, 6),
    date(2028, 5, 10),
    date(2028, 9, 1),
)
MEMBERS = (LEAD, *PARTICIPANTS)
MEMBERSHIPS = (
    Membership(LEAD, Role.LEAD, APPROVED),
    *(Membership(unit, Role.PARTICIPANT, APPROVED) for unit in PARTICIPANTS),
)
WORDS: dict[str, Any] = {"revocation_grounds": tuple(f"art11.item{n}" for n in range(1, 8))}


def state(*events: Event, **known: Any) -> Consortium:
    """Return a recognised consortium with some events."""
    return Consortium(id="C1", on=DAY, events=(approved(), *events), **known)


# --- the request and what follows it --------------------------------------------------------------


def test_the_request_is_the_last_one_with_its_report_and_review() -> None:
    """撤销申请：最后一次，及其后的报送、审核；属于前一次申请的不算；正在作出的照算。"""
    first, report, review = asked(), handed_in(), examined(agreed=False)
    again = asked(on=date(2028, 7, 1))
    one, two = state(first, report, review), state(first, report, review, again)
    assert (facts.request(one), facts.request(two), facts.request(None)) == (first, again, None)
    for fact, event, later in (
        (facts.request_report, report, handed_in(on=DAY)),
        (facts.request_review, review, examined(on=DAY)),
    ):
        assert fact(one, None, first) == event
        assert fact(two, None, again) is None
        assert fact(two, later, again) == later
        assert fact(two, reported(ChangeKind.MEMBER_EXIT), again) is None
        assert fact(state(), None, None) is None
        assert fact(None, None, first) is None
        several = state(first, event, evolve(event, on=DAY))
        assert fact(several, None, first) in (event, evolve(event, on=DAY))


def test_what_was_done_about_the_same_request_before_is_not_of_the_last_one() -> None:
    """同日审核不同意而当日照原样再次申请的：其后的报送、审核才是这一次的，以记载先后为准。"""
    request = asked()
    refused = (request, handed_in(on=ASKED), examined(on=ASKED, agreed=False))
    pending, agreed = state(*refused, request), examined(on=DAY)
    assert facts.request_report(pending, None, request) is None
    assert facts.request_review(pending, None, request) is None
    assert facts.request_review(state(*refused, request, agreed), None, request) == agreed


def test_what_has_been_done_about_a_request() -> None:
    """已提出、已报送、已审核、审核同意、审核不同意：没有的没有，同意与否没有写明的不明。"""
    assert [facts.requested(r) for r in (asked(), None)] == [True, False]
    assert [facts.request_reported(r) for r in (handed_in(), None)] == [True, False]
    assert [facts.request_reviewed(r) for r in (examined(), None)] == [True, False]
    reviews = (examined(), examined(agreed=False), examined(agreed=None), None)
    assert [facts.review_agrees(r) for r in reviews] == [True, False, None, None]
    assert [facts.request_declined(r) for r in reviews] == [False, True, False, False]


def test_the_lead_asks_under_its_old_or_its_new_name() -> None:
    """牵头单位主动提出：用所报的新名称的亦可；没有提出的不是；由谁提出不明的、成员不明的不明。"""
    by = facts.requested_by_lead
    one = state(asked())
    assert by(asked(), MEMBERSHIPS, one) is True
    assert by(asked(by=STAYING.name), MEMBERSHIPS, one) is False
    assert by(None, MEMBERSHIPS, one) is False
    assert by(asked(by=None), MEMBERSHIPS, one) is None
    assert by(asked(), None, one) is None
    assert by(asked(), MEMBERSHIPS, None) is None
    new = reported(ChangeKind.MEMBER_RENAME, unit=LEAD.key, new_name="虚构新名称")
    named = asked(by="虚构新名称")
    assert (by(named, MEMBERSHIPS, one), by(named, MEMBERSHIPS, state(new))) == (False, True)


# --- the statement of all members -----------------------------------------------------------------


def test_the_statement_is_of_the_day_it_was_handed_in() -> None:
    """联合所有成员单位出具说明：以报送之日为准，尚未报送的为申请之日，没有申请的为所问之日（B15）。"""
    assert facts.statement_day(asked(), handed_in(), DAY) == HANDED_IN
    assert facts.statement_day(asked(), None, DAY) == ASKED
    assert facts.statement_day(None, None, DAY) == DAY
    assert facts.statement_day(None, handed_in(), DAY) == HANDED_IN
    signed = frozenset({STAYING.key})
    report = handed_in(signatories=signed)
    assert facts.statement_signatories(asked(), report) == signed
    assert facts.statement_signatories(asked(), handed_in()) == EVERYBODY
    assert facts.statement_signatories(asked(), None) == EVERYBODY
    assert facts.statement_signatories(None, None) is None
    assert facts.statement_signatories(None, handed_in()) is None


def test_every_member_but_the_lead_has_to_join() -> None:
    """须联合出具说明的是牵头单位以外的成员单位；牵头单位自己申请，不必另行说明（B15）。"""
    assert facts.statement_member(MEMBERS, MEMBERSHIPS, DAY) == PARTICIPANTS
    assert facts.statement_member(MEMBERS, None, DAY) == MEMBERS
    assert facts.statement_member(None, MEMBERSHIPS, DAY) == ()
    joins = [facts.joins_statement(u, EVERYBODY) for u in (STAYING, LEAD)]
    assert joins == [True, False]
    assert facts.joins_statement(STAYING, None) is None


def joint(
    signed: frozenset[Any] | None, members: Any = MEMBERS, memberships: Any = MEMBERSHIPS
) -> bool | None:
    """Return whether all members have joined the statement."""
    return facts.statement_joint(asked(), members, memberships, signed, DAY)


def test_a_statement_is_joint_if_nobody_is_missing() -> None:
    """全体成员单位：缺一不可，多的无妨；没有申请的没有；成员、签署不明的不明。"""
    assert joint(EVERYBODY) is True
    assert joint(EVERYBODY | {LEAD.key}) is True
    assert joint(EVERYBODY - {STAYING.key}) is False
    assert joint(None) is None
    assert joint(EVERYBODY, members=None) is None
    assert joint(None, members=None) is None
    assert facts.statement_joint(None, MEMBERS, MEMBERSHIPS, EVERYBODY, DAY) is False
    assert joint(EVERYBODY | {LEAD.key}, memberships=None) is True
    assert joint(EVERYBODY, memberships=None) is False


# --- the end --------------------------------------------------------------------------------------


def test_the_end_is_the_act_or_what_has_ended_it() -> None:
    """撤销：正在作出的，或已经作出的；没有的没有。"""
    ended = state(imposed(), ended_by=imposed())
    now = revoked(on=DAY)
    assert facts.ending(ended, None) == imposed()
    assert facts.ending(ended, now) == now
    assert facts.ending(ended, examined()) == imposed()
    assert facts.ending(None, None) is None
    assert facts.ending(None, now) == now
    assert [facts.was_ended(e) for e in (now, None)] == [True, False]


@pytest.mark.parametrize(
    ("ended", "on_request", "only", "document"),
    [
        (revoked(), True, True, True),
        (revoked(on_request=None), None, True, True),
        (revoked(grounds=None), True, True, True),
        (revoked(grounds=()), True, True, True),
        (revoked(grounds=("art11.item4", "art11.item6")), True, False, True),
        (imposed(), False, False, True),
        (imposed(document=""), False, False, None),
        (None, False, True, None),
        (approved(), False, True, True),
    ],
)
def test_how_the_status_ended(
    ended: Event | None, on_request: bool | None, only: bool, document: bool | None
) -> None:
    """发文撤销：没有文号的不明；应申请与否没有写明的不明；另引情形的不只是应申请（第十四条）。"""
    assert facts.ended_on_request(ended) is on_request
    assert facts.only_on_request(ended) is only
    assert facts.issued_by_document(ended) is document


@pytest.mark.parametrize(
    ("grounds", "completed", "alone"),
    [
        (("art11.item6",), 1, 1),
        (("art11.item4",), 0, 1),
        (("art11.item4", "art11.item6"), 1, 2),
        (("art8.s1b",), 0, 0),
        ((), 0, 0),
        (None, None, None),
    ],
)
def test_which_items_a_revocation_cites(
    grounds: tuple[str, ...] | None, completed: int | None, alone: int | None
) -> None:
    """所引的第十一条各项：其他条文不计，第（四）项须依第十四条办理的不计；没有写明的不明（E02）。"""
    ended = imposed(grounds=grounds)
    for read, count in ((VoluntaryGround.COMPLETED, completed), (VoluntaryGround.ALONE, alone)):
        assert facts.grounds_cited(ended, **WORDS, voluntary_ground=read) == count
        found = facts.cited_grounds(ended, None, **WORDS, voluntary_ground=read)
        assert found == (None if count is None else (Outcome.UNKNOWN,) * count)
    assert facts.grounds_cited(None, **WORDS, voluntary_ground=VoluntaryGround.ALONE) is None
    assert facts.cited_grounds(None, {}, **WORDS, voluntary_ground=VoluntaryGround.ALONE) is None
    assert facts.grounds_cited(approved(), **WORDS, voluntary_ground=VoluntaryGround.ALONE) is None


def test_what_the_items_cited_come_to() -> None:
    """所引情形逐项是否成立：没有问到的不明。"""
    ended = imposed(grounds=("art11.item1", "art11.item6"))
    told = {"art11.item6": Outcome.MET}
    found = facts.cited_grounds(ended, told, **WORDS, voluntary_ground=VoluntaryGround.COMPLETED)
    assert found == (Outcome.UNKNOWN, Outcome.MET)


MET, NOT_MET, JUDGED, UNKNOWN = (
    Outcome.MET,
    Outcome.NOT_MET,
    Outcome.NEEDS_JUDGEMENT,
    Outcome.UNKNOWN,
)


@pytest.mark.parametrize(
    ("cited", "established", "judged"),
    [
        ((MET,), True, False),
        ((NOT_MET, MET), True, False),
        ((UNKNOWN, MET), True, False),
        ((JUDGED, MET), True, False),
        ((NOT_MET,), False, False),
        ((NOT_MET, UNKNOWN), None, False),
        ((NOT_MET, JUDGED), None, True),
        ((UNKNOWN, JUDGED), None, True),
        ((), False, False),
        (None, Whole(None), False),
    ],
)
def test_whether_a_ground_is_established(
    cited: tuple[Outcome, ...] | None, established: bool | Whole | None, judged: bool
) -> None:
    """有下列情况之一：一项成立即可；没有成立而有待判断的由人判断；有不明的不明。"""
    assert facts.ground_established(cited) == established
    assert facts.ground_to_judge(cited) is judged
