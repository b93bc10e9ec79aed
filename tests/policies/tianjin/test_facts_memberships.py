"""牵头单位、参与单位各自的起止所依的事实，和由此而来的登记（第十二、十四条；F01、F02、F06、F08）。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    LEAD,
    PARTICIPANTS,
    made_attestation,
    made_unit,
)
from tests.policies.tianjin.lives import (
    JOINING,
    LEAVING,
    STAYING,
    approved,
    change_approved,
    change_refused,
    executed,
    filed,
    imposed,
    reported,
    taken_back,
)

from innov_consortium.core.attestations import Attested
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Role
from innov_consortium.policies.tianjin import facts_members, memberships
from innov_consortium.policies.tianjin.memberships import (
    Effect,
    Membership,
    changes_in,
    leads_on,
    memberships_of,
    names_on,
)
from innov_consortium.policies.tianjin.readings import LastDay, LeadCounts
from innov_consortium.policies.tianjin.readings_life import (
    ChangeEffect,
    LeadReplacement,
    MembershipEnd,
    OnExpiry,
    PrematureExecution,
)

ONE = timedelta(1)
APPROVED, REPORTED, SETTLED, EXECUTED, DAY = (
    date(2026, 6, 1),
    date(2027, 5, 6),
    date(2027, 5, 20),
    date(2027, 5, 25),
    date(2027, 6, 1),
)
EXIT, RENAME, JOIN = ChangeKind.MEMBER_EXIT, ChangeKind.MEMBER_RENAME, ChangeKind.MEMBER_JOIN
REPLACEMENT = ChangeKind.LEAD_REPLACEMENT
APPLICATION = Application(lead=LEAD, participants=(LEAVING, STAYING))


def effect(**readings: Any) -> Effect:
    """Return when changes take effect, under the default readings but for some."""
    known: dict[str, Any] = {
        "change_effect": ChangeEffect.APPROVAL,
        "premature_execution": PrematureExecution.COUNTS_LATER,
        "membership_end": MembershipEnd.EXECUTION,
        "lead_replacement": LeadReplacement.COVERED,
        "attested": Attested(),
    }
    return Effect(**{**known, **readings})


def found(*events: Event, day: date = DAY, since: date | None = APPROVED, **readings: Any) -> Any:
    """Return the memberships that come of some events, without the units: role, first, last."""
    theirs = memberships_of(APPLICATION, since, events, day, effect(**readings))
    return [(m.unit.key, m.role, m.since, m.ended_on) for m in theirs]


LEADING = (LEAD.key, Role.LEAD, APPROVED, None)
LEAVER = (LEAVING.key, Role.PARTICIPANT, APPROVED, None)
STAYER = (STAYING.key, Role.PARTICIPANT, APPROVED, None)
LEFT = (reported(EXIT), change_approved(), executed())


# --- from when to when ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "there"),
    [(APPROVED - ONE, False), (APPROVED, True), (DAY - ONE, True), (DAY, False)],
)
def test_a_membership_lasts_from_its_first_day_until_it_ends(day: date, there: bool) -> None:
    """自批复之日起算；终止当日不再计（F08）；待批的任何一日都不计。"""
    assert Membership(LEAD, Role.LEAD, APPROVED, DAY).on(day) is there
    assert Membership(LEAD, Role.LEAD, APPROVED).on(day) is (day >= APPROVED)
    assert Membership(LEAD, Role.LEAD, None).on(day) is False


def test_a_membership_ends_once() -> None:
    """已经终止的不因其后的终止而延长；其后的终止在先的，以在先的为准。"""
    lasting = Membership(LEAD, Role.LEAD, APPROVED)
    over = evolve(lasting, ended_on=DAY)
    assert lasting.ending(None) == lasting
    assert lasting.ending(DAY) == over
    assert over.ending(None) == over
    assert over.ending(DAY + ONE) == over
    assert over.ending(DAY) == over
    assert over.ending(DAY - ONE).ended_on == DAY - ONE


def test_who_was_approved_is_there_since_the_approval() -> None:
    """自批复之日起：牵头单位、参与单位都是；尚未批复的没有起始日。"""
    assert found() == [LEADING, LEAVER, STAYER]
    assert [since for _, _, since, _ in found(since=None)] == [None, None, None]


@pytest.mark.parametrize(
    ("end", "last"),
    [
        (MembershipEnd.EXECUTION, EXECUTED),
        (MembershipEnd.APPROVAL, SETTLED),
        (MembershipEnd.DAY_AFTER, EXECUTED + ONE),
    ],
)
def test_who_leaves_is_there_until_the_change_takes_effect(end: MembershipEnd, last: date) -> None:
    """报市科技局核准备案后执行变更：执行之日止，依解释核准之日或者执行的次日（F08）。"""
    assert found(*LEFT, membership_end=end)[1] == (*LEAVER[:3], last)
    assert found(*LEFT[:2], membership_end=end)[1][3] == (
        SETTLED if end is MembershipEnd.APPROVAL else None
    )
    assert found(LEFT[0], LEFT[2], membership_end=end)[1] == LEAVER


def test_an_execution_before_the_approval_counts_from_it_or_is_void() -> None:
    """先执行后核准的，自核准起算数，依解释须核准后重新执行（F06）。"""
    early = (reported(EXIT), executed(on=REPORTED), change_approved())
    again = (*early, executed(on=EXECUTED))
    counts, void = PrematureExecution.COUNTS_LATER, PrematureExecution.VOID
    assert found(*early, premature_execution=counts)[1][3] == SETTLED
    assert found(*early, premature_execution=void)[1][3] is None
    assert found(*again, premature_execution=void)[1][3] == EXECUTED
    same_day = (reported(EXIT), change_approved(), executed(on=SETTLED))
    assert [found(*same_day, premature_execution=r)[1][3] for r in (counts, void)] == [SETTLED] * 2


def test_where_filing_suffices_an_exit_takes_effect_without_approval() -> None:
    """依解释报送即可：未经核准的执行也算数（F02）；没有报送的仍不算。"""
    filing: dict[str, Any] = {"change_effect": ChangeEffect.FILING}
    assert found(reported(EXIT), executed(), **filing)[1][3] == EXECUTED
    assert found(executed(kind=EXIT, unit=LEAVING.key), **filing)[1] == LEAVER


def test_who_approves_is_the_bureau() -> None:
    """报市科技局核准备案：其他单位的核准、不予核准都不算数，由谁核准不明的算数。"""
    strange = change_approved(by="虚构其他部门")
    assert found(LEFT[0], strange, LEFT[2])[1] == LEAVER
    assert found(LEFT[0], change_approved(by=None), LEFT[2])[1][3] == EXECUTED
    refused = changes_in((reported(EXIT), change_refused(by="虚构其他部门")))
    assert [c.refused_on for c in refused] == [None]
    assert [c.refused_on for c in changes_in((reported(EXIT), change_refused()))] == [SETTLED]
    told = changes_in((evolve(strange, kind=EXIT, unit=LEAVING.key),))
    assert [(c.kind, c.approved_on) for c in told] == [(EXIT, None)]


def test_a_lead_that_leaves_leads_on() -> None:
    """牵头单位自己退出的是更换牵头单位，条文没有规定：仍是牵头单位（F01）。"""
    theirs = (reported(EXIT, unit=LEAD.key), change_approved(), executed())
    assert found(*theirs) == [LEADING, LEAVER, STAYER]


def test_who_is_no_member_does_not_leave() -> None:
    """退出的是谁不明的、不是成员单位的，都不使任何成员终止。"""
    for unit in (None, JOINING.key):
        assert found(reported(EXIT, unit=unit), change_approved(), executed()) == [
            LEADING,
            LEAVER,
            STAYER,
        ]


def test_a_new_name_counts_from_its_execution() -> None:
    """成员单位法定名称调整：执行之日起用新名称，单位未变；没有写明新名称的仍用原名。"""
    renaming = (reported(RENAME), change_approved(), executed())

    def name(day: date, *events: Event) -> str:
        theirs = memberships_of(APPLICATION, APPROVED, events, day, effect())
        return theirs[2].unit.name

    days = (EXECUTED - ONE, EXECUTED, EXECUTED + ONE)
    assert [name(d, *renaming) for d in days] == [STAYING.name, *["虚构更名后的单位"] * 2]
    assert name(DAY, *renaming[:2]) == STAYING.name
    assert name(DAY, reported(RENAME, new_name=None), *renaming[1:]) == STAYING.name
    assert found(*renaming) == [LEADING, LEAVER, STAYER]
    other = (reported(ChangeKind.MEMBER_OTHER, new_name="别的"), *renaming[1:])
    assert name(DAY, *other) == STAYING.name


# --- who joins, who takes the lead ----------------------------------------------------------------


def test_who_joins_is_there_from_the_approval() -> None:
    """加入的自核准之日起；核准以前的、是谁不明的都还不是；已经在内的不重复。"""
    joining = (reported(JOIN), change_approved())
    new = (JOINING.key, Role.PARTICIPANT, SETTLED, None)
    assert found(*joining)[3:] == [new]
    assert found(*joining, day=SETTLED)[3:] == [new]
    assert found(*joining, day=SETTLED - ONE)[3:] == []
    assert found(joining[0])[3:] == []
    assert found(reported(JOIN, joining=None), joining[1])[3:] == []
    assert found(reported(JOIN, joining=STAYING), joining[1]) == [LEADING, LEAVER, STAYER]


def test_who_left_may_join_again() -> None:
    """退出以后再加入的，另起一段；前一段仍在记录之中。"""
    again = (
        *LEFT,
        reported(JOIN, change="c2", joining=LEAVING, on=DAY),
        change_approved(change="c2", on=DAY),
    )
    back = (*LEAVER[:2], DAY, None)
    assert found(*again, day=DAY) == [(*LEAVER[:3], EXECUTED), LEADING, back, STAYER]


def test_a_new_lead_takes_over_and_the_former_one_stays_as_a_participant() -> None:
    """更换牵头单位，解释为属于变更的：原牵头单位转为参与单位，其他参与单位不受影响（F01）。"""
    replacing = (reported(REPLACEMENT), change_approved(), executed())
    taken = [
        (*STAYER[:3], EXECUTED),
        (*LEADING[:3], EXECUTED),
        (LEAD.key, Role.PARTICIPANT, EXECUTED, None),
        LEAVER,
        (STAYING.key, Role.LEAD, EXECUTED, None),
    ]
    assert found(*replacing) == taken
    assert found(*replacing, day=EXECUTED) == taken
    assert found(*replacing, day=EXECUTED - ONE) == [LEADING, LEAVER, STAYER]
    assert found(*replacing[:2]) == [LEADING, LEAVER, STAYER]
    assert found(reported(REPLACEMENT, unit=None), *replacing[1:]) == [LEADING, LEAVER, STAYER]
    itself = (reported(REPLACEMENT, unit=LEAD.key), *replacing[1:])
    assert found(*itself)[1:] == [(LEAD.key, Role.LEAD, EXECUTED, None), LEAVER, STAYER]


def test_a_lead_from_outside_takes_over() -> None:
    """新的牵头单位原来不是成员单位的：自执行之日起牵头。"""
    outsider = (reported(REPLACEMENT, unit=None, joining=JOINING), change_approved(), executed())
    theirs = found(*outsider)
    assert (JOINING.key, Role.LEAD, EXECUTED, None) in theirs
    assert (LEAD.key, Role.PARTICIPANT, EXECUTED, None) in theirs


def test_a_lead_is_replaced_only_if_read_or_decided_so() -> None:
    """更换牵头单位：条文没有规定的，只有另行决定才算（F01）；决定不许的不算。"""
    replacing = (reported(REPLACEMENT), change_approved(), executed())
    silent: dict[str, Any] = {"lead_replacement": LeadReplacement.NOT_PROVIDED}

    def replaced(holds: bool) -> bool:
        said = Attested((made_attestation("art12.s1c", item="c1", holds=holds),))
        return len(found(*replacing, attested=said, **silent)) == 5

    assert found(*replacing, **silent) == [LEADING, LEAVER, STAYER]
    assert (replaced(True), replaced(False)) == (True, False)


# --- who leads, under which names -----------------------------------------------------------------


def test_who_leads_on_a_day() -> None:
    """当日的牵头单位；批复以前、终止以后，为最后的一个；参与单位不是。"""
    first = Membership(LEAD, Role.LEAD, APPROVED, DAY)
    then = Membership(STAYING, Role.LEAD, DAY, DAY + 9 * ONE)
    other = Membership(LEAVING, Role.PARTICIPANT, APPROVED)
    theirs = (other, first, then)
    days = (APPROVED - ONE, APPROVED, DAY - ONE, DAY, DAY + 9 * ONE)
    leads = [(STAYING,), (LEAD,), (LEAD,), (STAYING,), (STAYING,)]
    assert [leads_on(theirs, d) for d in days] == leads
    assert leads_on((Membership(LEAD, Role.LEAD, None), other), DAY) == (LEAD,)
    assert leads_on((other,), DAY) == ()


def test_a_lead_is_named_as_it_is_called_and_as_it_is_reported_to_be() -> None:
    """名称变了，单位未变：牵头单位的名称、代码、所报的新名称都是；其他单位的新名称不是。"""
    theirs = (
        Membership(LEAD, Role.LEAD, APPROVED),
        Membership(STAYING, Role.PARTICIPANT, APPROVED),
    )
    renamed = reported(RENAME, unit=LEAD.key, new_name="虚构新名称")
    other = reported(RENAME, change="c2")
    silent = reported(RENAME, change="c3", unit=LEAD.key, new_name=None)
    assert names_on(theirs, (), DAY) == frozenset(LEAD.called)
    assert names_on(theirs, (renamed, other, silent), DAY) == {*LEAD.called, "虚构新名称"}
    assert names_on(theirs, (imposed(),), DAY) == frozenset(LEAD.called)


# --- the status, the statement, the parties -------------------------------------------------------


def state(phase: Phase, *events: Event, **known: Any) -> Consortium:
    """Return what a consortium has come to."""
    return Consortium(id="C1", on=DAY, phase=phase, events=events, **known)


RECOGNISED = state(Phase.RECOGNISED, approved(), recognised_on=APPROVED)
ENDED = state(Phase.ENDED, approved(), imposed(), recognised_on=APPROVED, ended_by=imposed())
REVOKED = imposed().on


def test_the_day_a_consortium_came_to_its_end() -> None:
    """撤销之日，申请撤回之日；仍在的没有；没有效力的行为不算。"""
    assert facts_members.ended_day(RECOGNISED) is None
    assert facts_members.ended_day(ENDED) == REVOKED
    dismissed = state(Phase.DISMISSED, filed(), taken_back())
    assert facts_members.ended_day(dismissed) == taken_back().on
    told_later = reported(EXIT, on=REVOKED + ONE)
    assert facts_members.ended_day(state(Phase.ENDED, approved(), imposed(), told_later)) == REVOKED
    again = imposed(on=REVOKED + ONE)
    irregular = state(Phase.ENDED, approved(), imposed(), again, irregular=(again,))
    assert facts_members.ended_day(irregular) == REVOKED


@pytest.mark.parametrize("consortium", [None, RECOGNISED])
def test_the_status_ends_with_the_text_only_if_read_so(consortium: Consortium | None) -> None:
    """有效期至2030年4月10日：资格仍在，依解释自届满的次日终止（A04、A05）。"""
    until = date(2030, 4, 10)

    def ends(day: date, read: OnExpiry, last: LastDay = LastDay.INCLUDED) -> date | None:
        return facts_members.status_ends(
            consortium, day, on_expiry=read, valid_until=until, last_day=last
        )

    over = OnExpiry.STATUS_ENDS
    assert [ends(d, over) for d in (until, until + ONE)] == [None, until + ONE]
    assert ends(until, over, LastDay.EXCLUDED) == until
    assert ends(until + ONE, OnExpiry.NO_NEW_ACT) is None


def test_a_revocation_ends_the_status_whatever_expires() -> None:
    """撤销的自撤销之日终止，不因其后有效期届满而改变。"""
    read: dict[str, Any] = {"valid_until": date(2030, 4, 10), "last_day": LastDay.INCLUDED}
    after = date(2031, 1, 1)
    for on_expiry in OnExpiry:
        ends = facts_members.status_ends(ENDED, after, on_expiry=on_expiry, **read)
        assert ends == REVOKED


def test_memberships_are_unknown_while_the_application_is() -> None:
    """牵头单位和参与单位：联合体、申请不明的不明；资格终止的随之终止。"""
    theirs = facts_members.memberships
    assert theirs(None, APPLICATION, DAY, effect(), None) is None
    assert theirs(RECOGNISED, None, DAY, effect(), None) is None
    ended = theirs(RECOGNISED, APPLICATION, DAY, effect(), DAY)
    assert ended is not None
    assert [m.ended_on for m in ended] == [DAY] * 3
    assert facts_members.change_events(None) == ()


def test_the_members_on_a_day_with_the_lead_first() -> None:
    """当日的成员单位，牵头单位在前；已经退出的、尚未加入的不在内；不明的不明。"""
    theirs = (
        Membership(LEAVING, Role.PARTICIPANT, APPROVED, DAY),
        Membership(STAYING, Role.PARTICIPANT, APPROVED),
        Membership(LEAD, Role.LEAD, APPROVED),
        Membership(JOINING, Role.PARTICIPANT, DAY),
    )
    assert facts_members.current_members(theirs, DAY - ONE) == (LEAD, LEAVING, STAYING)
    assert facts_members.current_members(theirs, DAY) == (LEAD, STAYING, JOINING)
    assert facts_members.current_members(None, DAY) is None


def test_the_participants_that_are_left_with_the_change_asked_about() -> None:
    """参与单位总数：含所问的变更执行之后；是否含牵头单位见 B01；不明的不明（F04）。"""
    before = state(Phase.RECOGNISED, approved(), *LEFT[:2], recognised_on=APPROVED)

    def count(
        act: Event | None,
        read: LeadCounts = LeadCounts.EXCLUDED,
        consortium: Consortium | None = before,
        application: Application | None = APPLICATION,
    ) -> int | None:
        return facts_members.current_participants(
            consortium, application, act, DAY, effect(), lead_counts=read
        )

    assert (count(None), count(executed()), count(imposed())) == (2, 1, 2)
    assert (count(None, LeadCounts.INCLUDED), count(executed(), LeadCounts.INCLUDED)) == (3, 2)
    assert (count(None, consortium=None), count(None, application=None)) == (None, None)


PENDING = (Membership(LEAD, Role.LEAD, None), Membership(STAYING, Role.PARTICIPANT, None))
GROWN = (
    Membership(LEAD, Role.LEAD, APPROVED),
    Membership(LEAVING, Role.PARTICIPANT, APPROVED, DAY),
    Membership(STAYING, Role.PARTICIPANT, APPROVED),
)


def parties(
    theirs: tuple[Membership, ...] | None, act: Event | None = None, day: date = DAY
) -> Any:
    """Return who may act as what."""
    found_ = facts_members.parties(theirs, APPLICATION, act, day)
    return None if found_ is None else [(role, unit.key) for role, unit in found_]


def test_who_may_act_as_the_lead_or_a_participant() -> None:
    """牵头单位、参与单位：当日在籍的；批复以前为申请所列的；申报时依所报的申请；不明的不明。"""
    lead, stays = (Role.LEAD, LEAD.key), (Role.PARTICIPANT, STAYING.key)
    leaves = (Role.PARTICIPANT, LEAVING.key)
    assert parties(PENDING) == [lead, stays]
    assert parties(GROWN) == [lead, stays]
    assert parties(GROWN, day=DAY - ONE) == [lead, leaves, stays]
    assert parties(None) is None
    assert parties(None, filed()) == [lead, leaves, stays]
    assert facts_members.parties(PENDING, None, filed(), DAY) is None
    former = (
        Membership(LEAD, Role.LEAD, APPROVED, DAY),
        Membership(LEAD, Role.PARTICIPANT, DAY),
        Membership(STAYING, Role.LEAD, DAY),
    )
    assert parties(former) == [(Role.LEAD, STAYING.key), (Role.PARTICIPANT, LEAD.key)]
    over = tuple(m.ending(DAY) for m in GROWN)
    assert parties(over) == [lead]


# --- the register ---------------------------------------------------------------------------------


def engagements(
    consortium: Consortium | None, theirs: tuple[Membership, ...] | None = GROWN
) -> Any:
    """Return what a register shows of the memberships."""
    found_ = facts_members.engagements(consortium, theirs)
    return None if found_ is None else [(e.unit, e.role, e.ended_on, e.revoked) for e in found_]


def test_a_register_shows_who_leads_and_who_takes_part() -> None:
    """牵头与参与：待批的没有起始日；没有人申报的没有；由谁申报不明的不明。"""
    lead, leaves = (LEAD.id, Role.LEAD), (LEAVING.id, Role.PARTICIPANT)
    stays = (STAYING.id, Role.PARTICIPANT)
    assert engagements(RECOGNISED) == [
        (*lead, None, False),
        (*leaves, DAY, False),
        (*stays, None, False),
    ]
    applied = state(Phase.PROPOSED, filed())
    assert engagements(applied, PENDING) == [(*lead, None, False), (*stays, None, False)]
    assert engagements(applied, None) is None
    assert engagements(RECOGNISED, None) is None
    assert engagements(None) == []
    assert engagements(state(Phase.PROPOSED), None) == []


def test_only_what_the_revocation_ended_was_revoked() -> None:
    """撤销的：随撤销终止的是已撤销的，此前退出的不是；没有撤销的不是。"""
    over = tuple(m.ending(REVOKED) for m in GROWN)
    assert [revoked for *_, revoked in engagements(ENDED, over)] == [True, False, True]
    dismissed = state(Phase.DISMISSED, filed(), taken_back())
    ended = tuple(Membership(u, Role.PARTICIPANT, None, taken_back().on) for u in PARTICIPANTS[:2])
    assert [revoked for *_, revoked in engagements(dismissed, ended)] == [False, False]


def test_what_never_began_is_not_registered() -> None:
    """终止在先、起始在后的，从未存续，不登记；同日起止的登记。"""
    theirs = (
        Membership(LEAD, Role.LEAD, DAY, DAY),
        Membership(LEAVING, Role.PARTICIPANT, DAY, DAY - ONE),
        Membership(STAYING, Role.PARTICIPANT, None, DAY - ONE),
    )
    assert [unit for unit, *_ in engagements(RECOGNISED, theirs)] == [LEAD.id, STAYING.id]


def test_a_branch_is_registered_as_its_legal_person() -> None:
    """登记簿以法人为准：分支机构记在其法人名下。"""
    branch: Organization = made_unit(9996, branch_of=STAYING.id)
    theirs = (Membership(branch, Role.PARTICIPANT, APPROVED),)
    assert [unit for unit, *_ in engagements(RECOGNISED, theirs)] == [STAYING.id]


def test_the_effect_is_as_it_is_read() -> None:
    """变更何时生效，依所选解释（F02、F06、F08、F01）。"""
    readings: dict[str, Any] = {
        "change_effect": ChangeEffect.FILING,
        "premature_execution": PrematureExecution.VOID,
        "membership_end": MembershipEnd.APPROVAL,
        "lead_replacement": LeadReplacement.COVERED,
    }
    assert facts_members.effect(Attested(), **readings) == effect(**readings)
    assert memberships.settled_on(changes_in((reported(EXIT),))[0], ChangeEffect.FILING) == REPORTED
