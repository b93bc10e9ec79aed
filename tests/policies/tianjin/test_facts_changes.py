"""第十二、十三条所依的事实：变更及于谁，由谁出具、报送，何时核准备案、执行。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from tests.policies.tianjin.conftest import (
    LEAD,
    PARTICIPANTS,
    made_attestation,
    made_college,
    made_engagement,
    made_unit,
)
from tests.policies.tianjin.lives import (
    JOINING,
    LEAVING,
    STAYING,
    change_approved,
    change_refused,
    executed,
    reported,
)

from innov_consortium.core.attestations import Attested
from innov_consortium.core.changes import Change, ChangeKind
from innov_consortium.core.consortium import Vacancy
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Count, Register, Role
from innov_consortium.policies.tianjin import facts_changes
from innov_consortium.policies.tianjin.memberships import Effect, Membership, changes_in
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    RolesCounted,
    UnitOfCount,
)
from innov_consortium.policies.tianjin.readings_life import (
    BasisSigners,
    ChangeEffect,
    LeadReplacement,
    MembershipEnd,
    PersonsCovered,
    PrematureExecution,
)

ONE = timedelta(1)
APPROVED, REPORTED, DAY = date(2026, 6, 1), date(2027, 5, 6), date(2027, 6, 1)
OTHER = made_unit(88)
MEMBERS = (
    Membership(LEAD, Role.LEAD, APPROVED),
    *(Membership(unit, Role.PARTICIPANT, APPROVED) for unit in PARTICIPANTS),
)
EXIT, RENAME, JOIN = ChangeKind.MEMBER_EXIT, ChangeKind.MEMBER_RENAME, ChangeKind.MEMBER_JOIN
REPLACEMENT, TECHNOLOGIST = ChangeKind.LEAD_REPLACEMENT, ChangeKind.CHIEF_TECHNOLOGIST
PRINCIPAL, PERSON = ChangeKind.LEAD_PRINCIPAL, ChangeKind.PERSON_OTHER
EFFECT = Effect(
    ChangeEffect.APPROVAL,
    PrematureExecution.COUNTS_LATER,
    MembershipEnd.EXECUTION,
    LeadReplacement.NOT_PROVIDED,
    Attested(),
)


def told(*events: Event) -> Change:
    """Return the one change that events tell of."""
    (one,) = changes_in(events)
    return one


def change(kind: ChangeKind | None, **known: Any) -> Change:
    """Return a change that was reported."""
    return told(reported(kind, **known))


def state(*events: Event) -> Consortium:
    """Return a recognised consortium with some events."""
    return Consortium(id="C1", on=DAY, events=events, recognised_on=APPROVED)


UNTOLD = Change(id="c1")


def test_the_changes_asked_about_are_all_or_the_one_that_is_acted_on() -> None:
    """变更：全部，或者正在办理的那一项；不在办理的不问。"""
    one, another = reported(EXIT), reported(RENAME, change="c2")
    assert [c.id for c in facts_changes.change(state(one, another), None)] == ["c1", "c2"]
    assert [c.id for c in facts_changes.change(state(one), another)] == ["c2"]
    assert facts_changes.change(None, None) == ()
    assert [c.id for c in facts_changes.change(None, another)] == ["c2"]


@pytest.mark.parametrize(
    ("kind", "members", "named"),
    [
        (EXIT, True, True),
        (RENAME, True, True),
        (JOIN, True, False),
        (ChangeKind.MEMBER_OTHER, True, False),
        (REPLACEMENT, True, False),
        (PRINCIPAL, False, True),
        (TECHNOLOGIST, False, True),
        (PERSON, False, False),
        (None, None, None),
    ],
)
def test_a_change_is_of_members_or_of_persons(
    kind: ChangeKind | None, members: bool | None, named: bool | None
) -> None:
    """成员单位变更依第十二条，人员变更依第十三条；列明的是退出、更名和两个职务的调整。"""
    one = change(kind)
    similar: dict[str, Any] = {"persons_covered": PersonsCovered.SIMILAR}
    assert facts_changes.change_of_members(one) is members
    assert facts_changes.change_named(one) is named
    persons = facts_changes.change_of_persons(one, MEMBERS, DAY, **similar)
    assert persons is (None if members is None else not members)
    assert facts_changes.unit_joins(one) is (None if kind is None else kind is JOIN)


def test_persons_of_participants_are_outside_unless_read_otherwise() -> None:
    """人员变更：参与单位的人员不在其内，依解释在内；没有写明单位的在内；两职依职务，不论单位（F07）。"""

    def persons(
        unit: Organization | None,
        read: PersonsCovered = PersonsCovered.SIMILAR,
        kind: ChangeKind = PERSON,
        members: Any = MEMBERS,
    ) -> bool | None:
        one = change(kind, unit=None if unit is None else unit.key)
        return facts_changes.change_of_persons(one, members, DAY, persons_covered=read)

    any_key = PersonsCovered.ANY_KEY
    assert [persons(u) for u in (LEAD, None, STAYING)] == [True, True, False]
    assert [persons(u, any_key) for u in (LEAD, None, STAYING)] == [True, True, True]
    assert persons(STAYING, kind=TECHNOLOGIST) is True
    assert (persons(LEAD, kind=EXIT), persons(LEAD, any_key, EXIT)) == (False, False)
    assert [persons(u, members=None) for u in (LEAD, None)] == [None, True]
    assert persons(LEAD, any_key, members=None) is True


def test_whose_persons_are_the_leads_is_asked_of_the_day_of_the_report() -> None:
    """牵头单位的人员：依报送之日的牵头单位；更换以后，是新牵头单位的，不再是原牵头单位的。"""
    replaced = (
        Membership(LEAD, Role.LEAD, APPROVED, REPORTED),
        Membership(LEAD, Role.PARTICIPANT, REPORTED),
        Membership(STAYING, Role.LEAD, REPORTED),
    )

    def persons(unit: Organization, on: date) -> bool | None:
        one = change(PERSON, unit=unit.key, on=on)
        read: dict[str, Any] = {"persons_covered": PersonsCovered.SIMILAR}
        return facts_changes.change_of_persons(one, replaced, DAY, **read)

    days = (REPORTED - ONE, REPORTED, REPORTED + ONE)
    assert [persons(LEAD, d) for d in days] == [True, False, False]
    assert [persons(STAYING, d) for d in days] == [False, True, True]
    unreported = told(executed(kind=PERSON, unit=STAYING.key))
    read: dict[str, Any] = {"persons_covered": PersonsCovered.SIMILAR}
    assert facts_changes.change_of_persons(unreported, replaced, DAY, **read) is True


def test_a_leads_own_exit_replaces_it() -> None:
    """更换牵头单位：牵头单位自己退出的亦是；其他单位退出的、其他变更都不是（F01）。"""

    def of_lead(one: Change, members: Any = MEMBERS, day: date = DAY) -> bool | None:
        return facts_changes.change_of_lead(one, members, day)

    assert of_lead(change(REPLACEMENT)) is True
    assert (of_lead(change(EXIT, unit=LEAD.key)), of_lead(change(EXIT))) == (True, False)
    assert (of_lead(change(RENAME, unit=LEAD.key)), of_lead(UNTOLD)) == (False, None)
    assert of_lead(change(EXIT, unit=LEAD.key), None) is None
    assert of_lead(change(EXIT, unit=None)) is None
    replaced = (
        Membership(LEAD, Role.LEAD, APPROVED, REPORTED + ONE),
        Membership(STAYING, Role.LEAD, REPORTED + ONE),
    )
    assert of_lead(change(EXIT, unit=LEAD.key), replaced) is True
    unreported = told(executed(kind=EXIT, unit=LEAD.key))
    assert of_lead(unreported, replaced) is False


# --- who issues the basis -------------------------------------------------------------------------


def test_the_lead_issues_the_basis() -> None:
    """牵头单位需出具：报送之日的牵头单位；没有报送的、由谁出具不明的、成员不明的，都不明。"""
    by = facts_changes.issued_by_lead
    assert by(change(EXIT), MEMBERS) is True
    assert by(change(EXIT, issued_by=frozenset({LEAVING.key})), MEMBERS) is False
    assert by(change(EXIT), None) is None
    assert by(change(EXIT, issued_by=None), MEMBERS) is None
    assert by(told(executed(kind=EXIT)), MEMBERS) is None
    replaced = (
        Membership(LEAD, Role.LEAD, APPROVED, REPORTED),
        Membership(STAYING, Role.LEAD, REPORTED),
    )
    assert by(change(EXIT), replaced) is False
    assert by(change(EXIT, issued_by=frozenset({STAYING.key})), replaced) is True
    jointly = tuple(Membership(u, Role.LEAD, APPROVED) for u in (LEAD, STAYING))
    assert by(change(EXIT), jointly) is False
    assert by(change(EXIT, issued_by=frozenset({LEAD.key, STAYING.key})), jointly) is True


def signed(one: Change, read: BasisSigners, members: Any = MEMBERS) -> bool | None:
    """Return whether the members concerned have issued the basis."""
    return facts_changes.issued_by_members(one, members, basis_signers=read)


def test_the_members_concerned_or_all_issue_the_basis() -> None:
    """联合相关成员单位：直接有关的，或者依解释所有在籍的；牵头单位即可的不问（F05）。"""
    concerned, every, lead = BasisSigners.CONCERNED, BasisSigners.ALL, BasisSigners.LEAD_SUFFICES
    by_two = change(EXIT)
    assert [signed(by_two, r) for r in (concerned, every, lead)] == [True, False, True]
    everybody = frozenset(m.unit.key for m in MEMBERS)
    assert signed(change(EXIT, issued_by=everybody), every) is True
    without = change(EXIT, issued_by=everybody - {LEAVING.key})
    assert [signed(without, r) for r in (concerned, every)] == [False, False]
    nobody = change(EXIT, issued_by=frozenset({LEAD.key}), unable=frozenset({LEAVING.key}))
    assert [signed(nobody, r) for r in (concerned, every)] == [True, False]


def test_the_basis_is_unknown_while_something_is() -> None:
    """由谁出具不明的、没有报送的不明；所及单位不明的，只在须其出具时不明。"""
    concerned, every, lead = BasisSigners.CONCERNED, BasisSigners.ALL, BasisSigners.LEAD_SUFFICES
    silent = change(EXIT, issued_by=None)
    assert [signed(silent, r) for r in (concerned, every, lead)] == [None, None, True]
    assert signed(told(executed(kind=EXIT)), concerned) is None
    everybody = frozenset(m.unit.key for m in MEMBERS)
    whose = change(EXIT, unit=None, issued_by=everybody)
    assert [signed(whose, r) for r in (concerned, every)] == [None, True]
    assert signed(change(EXIT, issued_by=everybody), every, None) is None
    joining = change(JOIN, issued_by=everybody)
    assert [signed(joining, r) for r in (concerned, every)] == [False, False]
    former = (*MEMBERS, Membership(OTHER, Role.PARTICIPANT, APPROVED, REPORTED))
    assert signed(change(EXIT, issued_by=everybody), every, former) is True


def test_who_refuses_or_is_gone_is_a_matter_to_decide() -> None:
    """拒不出具或不复存在的，须另行决定；牵头单位即可的不须（F05）。"""
    unable = change(EXIT, unable=frozenset({LEAVING.key}))
    some = {r: facts_changes.some_unable(unable, basis_signers=r) for r in BasisSigners}
    assert some == {
        BasisSigners.CONCERNED: True,
        BasisSigners.ALL: True,
        BasisSigners.LEAD_SUFFICES: False,
    }
    assert facts_changes.some_unable(change(EXIT), basis_signers=BasisSigners.CONCERNED) is False
    unreported = told(executed(kind=EXIT))
    assert facts_changes.some_unable(unreported, basis_signers=BasisSigners.ALL) is False


# --- whom it concerns -----------------------------------------------------------------------------


def concerned(one: Change, members: Any = MEMBERS, *events: Event, effect: Effect = EFFECT) -> Any:
    """Return whether the unit a change is about is one that can change so."""
    return facts_changes.unit_concerned(one, members, state(*events), effect, DAY)


def test_who_leaves_or_is_renamed_is_a_member_and_who_joins_is_none() -> None:
    """成员单位退出、名称调整：须是当日的成员单位；加入的还不是；其他变更不问。"""
    assert [concerned(change(k, unit=STAYING.key)) for k in (EXIT, RENAME)] == [True, True]
    assert [concerned(change(k, unit=OTHER.key)) for k in (EXIT, RENAME)] == [False, False]
    assert concerned(change(JOIN)) is True
    assert concerned(change(JOIN, joining=STAYING)) is False
    assert concerned(change(ChangeKind.MEMBER_OTHER, unit=OTHER.key)) is True
    assert concerned(UNTOLD) is None


def test_whom_a_change_concerns_is_unknown_while_something_is() -> None:
    """所及单位、成员单位、联合体不明的：不明。"""
    one = change(EXIT)
    assert concerned(change(EXIT, unit=None)) is None
    assert concerned(one, None) is None
    assert facts_changes.unit_concerned(one, MEMBERS, None, EFFECT, DAY) is None


def test_what_the_change_itself_began_or_ended_is_left_out() -> None:
    """因这一变更而加入、终止的不论：当日退出的仍是成员单位，其他原因终止的不是。"""
    joined = told(reported(JOIN), change_approved(on=REPORTED))
    by_it = (*MEMBERS, Membership(JOINING, Role.PARTICIPANT, REPORTED))
    earlier = (*MEMBERS, Membership(JOINING, Role.PARTICIPANT, REPORTED - ONE))
    assert (concerned(joined, by_it), concerned(joined, earlier)) == (True, False)
    events = (reported(EXIT), change_approved(on=REPORTED), executed(on=REPORTED))
    left = (*MEMBERS[:1], Membership(LEAVING, Role.PARTICIPANT, APPROVED, REPORTED))
    assert concerned(told(*events), left, *events) is True
    assert concerned(change(EXIT), left) is False
    pending = (Membership(LEAVING, Role.PARTICIPANT, None),)
    assert concerned(change(EXIT), pending) is False
    before = (Membership(LEAVING, Role.PARTICIPANT, APPROVED, REPORTED - ONE),)
    assert concerned(told(*events), before, *events) is False


def test_a_change_not_reported_is_asked_of_the_day() -> None:
    """没有报送的变更，依所问之日在籍与否。"""
    unreported = told(change_approved(kind=EXIT, unit=LEAVING.key))
    gone = (Membership(LEAVING, Role.PARTICIPANT, APPROVED, DAY),)
    assert (concerned(unreported), concerned(unreported, gone)) == (True, False)


# --- who reports, when ----------------------------------------------------------------------------


def test_the_lead_reports_under_its_old_or_its_new_name() -> None:
    """牵头单位……报市科技局：用所报的新名称的亦可；由谁报送不明的、成员不明的不明。"""

    def by_lead(one: Change, members: Any, state_: Consortium | None, act: Event | None) -> Any:
        return facts_changes.reported_by_lead(one, members, state_, act)

    assert by_lead(change(EXIT), MEMBERS, state(), None) is True
    assert by_lead(change(EXIT, by=STAYING.name), MEMBERS, state(), None) is False
    renaming = reported(RENAME, unit=LEAD.key, new_name="虚构新名称", by="虚构新名称")
    assert by_lead(told(renaming), MEMBERS, state(), None) is False
    assert by_lead(told(renaming), MEMBERS, state(renaming), None) is True
    assert by_lead(told(renaming), MEMBERS, state(), renaming) is True
    assert by_lead(change(EXIT, by=None), MEMBERS, state(), None) is None
    assert by_lead(change(EXIT), None, state(), None) is None
    assert by_lead(change(EXIT), MEMBERS, None, None) is None
    assert by_lead(told(executed(kind=EXIT)), MEMBERS, state(), None) is None


def test_a_change_is_settled_by_approval_or_where_filing_suffices_by_the_report() -> None:
    """报市科技局核准备案：核准之日，依解释报送之日（F02）；市科技局以外的核准不算。"""

    def settled(one: Change, read: ChangeEffect) -> tuple[bool, date | None]:
        said = facts_changes.settled(one, change_effect=read)
        return said, facts_changes.effective_on(one, change_effect=read)

    approval, filing = ChangeEffect.APPROVAL, ChangeEffect.FILING
    approved = told(reported(EXIT), change_approved())
    assert settled(approved, approval) == (True, date(2027, 5, 20))
    assert settled(approved, filing) == (True, REPORTED)
    assert (settled(change(EXIT), approval), settled(change(EXIT), filing)) == (
        (False, None),
        (True, REPORTED),
    )
    unreported = told(change_approved(kind=EXIT))
    assert settled(unreported, filing) == (False, None)
    strange = told(reported(EXIT), change_approved(by="虚构其他部门"))
    assert settled(strange, approval) == (False, None)
    assert settled(told(reported(EXIT), change_approved(by=None)), approval)[0] is True


@pytest.mark.parametrize(
    ("events", "decided"),
    [
        ((reported(EXIT),), False),
        ((reported(EXIT), change_approved()), True),
        ((reported(EXIT), change_refused()), True),
        ((reported(EXIT), executed()), True),
    ],
)
def test_a_change_is_pending_until_it_is_decided_or_executed(
    events: Iterable[Event], decided: bool
) -> None:
    """核准、不予核准、已经执行的，不再只是待办。"""
    assert facts_changes.decided(told(*events)) is decided


def test_a_change_is_executed_on_the_day_of_the_act_or_the_first() -> None:
    """后执行变更：正在执行的依该日，已经执行的依首次，没有执行的没有。"""
    once = told(reported(EXIT), executed(), executed(on=DAY))
    assert facts_changes.executed_on(once, None) == date(2027, 5, 25)
    assert facts_changes.executed_on(once, executed(on=DAY)) == DAY
    assert facts_changes.executed_on(once, change_approved(on=DAY)) == date(2027, 5, 25)
    assert (facts_changes.executed(once), facts_changes.executed(change(EXIT))) == (True, False)
    assert (facts_changes.reported(once), facts_changes.reported(UNTOLD)) == (True, False)


# --- successors and joining -----------------------------------------------------------------------


def test_a_successor_is_named_or_the_post_is_vacant() -> None:
    """技术总师调整：有继任者的、职位空缺的、没有写明的；其他变更没有继任者可言。"""
    named = facts_changes.successor_named
    vacant = change(TECHNOLOGIST, person=Vacancy.VACANT)
    silent = change(TECHNOLOGIST, person=None)
    assert [named(c) for c in (change(TECHNOLOGIST), vacant, silent)] == [True, False, None]
    assert (named(change(PRINCIPAL)), named(UNTOLD)) == (False, None)


def test_a_qualification_is_of_the_successor_it_was_attested_for() -> None:
    """战略科学家或高层次领军人才担任：此前已有继任者的，写明变更或在报送之后认定的才算（F07）。"""
    what = "successor_qualification"

    def value(one: Change, state_: Consortium | None, on: date = DAY, **known: Any) -> str | None:
        said = made_attestation(what, **{"value": "leading_talent", "on": on, **known})
        return facts_changes.successor_qualification(one, Attested((said,)), state_)

    before = reported(TECHNOLOGIST, change="c0", on=REPORTED - ONE)
    ours = change(TECHNOLOGIST)
    assert value(ours, None) == "leading_talent"
    assert value(ours, state(reported(TECHNOLOGIST)), REPORTED - ONE) == "leading_talent"
    assert value(ours, state(before), REPORTED - ONE) is None
    assert value(ours, state(before), REPORTED) == "leading_talent"
    assert value(ours, state(before), REPORTED - ONE, item="c1") == "leading_talent"
    assert value(ours, state(before), holds=False) is None
    after = reported(TECHNOLOGIST, change="c2", on=REPORTED + ONE)
    assert value(ours, state(after), REPORTED - ONE) == "leading_talent"
    other = reported(PRINCIPAL, change="c0", on=REPORTED - ONE)
    assert value(ours, state(other), REPORTED - ONE) == "leading_talent"
    unreported = told(change_approved(kind=TECHNOLOGIST))
    assert value(unreported, state(before)) is None
    assert value(unreported, state()) == "leading_talent"
    same_day = reported(TECHNOLOGIST, change="c0", on=REPORTED)
    assert value(ours, state(same_day), REPORTED - ONE) == "leading_talent"
    first = (reported(TECHNOLOGIST, on=REPORTED - ONE), change_refused(on=REPORTED - ONE))
    again = told(*first, reported(TECHNOLOGIST))
    assert again.reported_on == REPORTED
    assert value(again, state(*first), REPORTED - ONE) == "leading_talent"
    undated = change_approved(change="c0", kind=TECHNOLOGIST, on=REPORTED - ONE)
    assert value(ours, state(undated), REPORTED - ONE) == "leading_talent"
    assert facts_changes.successor_qualification(ours, Attested(), state(before)) is None


def joined(unit: Organization | None, register: Register, **readings: Any) -> Count:
    """Return in how many consortia a unit that joins takes part."""
    known: dict[str, Any] = {
        "roles_counted": RolesCounted.PARTICIPANT,
        "consortia_counted": ConsortiaCounted.ACTIVE,
        "unit_of_count": UnitOfCount.LEGAL_PERSON,
    }
    one = change(JOIN, joining=unit)
    return facts_changes.joined_participations(one, register, state(), DAY, **{**known, **readings})


def test_who_joins_is_counted_with_the_consortium_it_joins() -> None:
    """参与组建不超过两个：含本联合体；加入的是谁不明的不明（F08）。"""
    register = Register.complete(to=DAY, engagements=(made_engagement(JOINING, "C2"),))
    assert joined(JOINING, register) == Count(2, ("C2",))
    assert joined(OTHER, register).value == 1
    assert joined(None, register) == Count(None, missing=("{}.joining",))


def test_which_college_takes_part_elsewhere_may_be_unknown() -> None:
    """高校以学院为单位计数：登记簿没有写明是哪一个学院的，不明（B07）。"""
    college, whole = made_college(31, "化工学院"), made_college(31, None)
    register = Register.complete(to=DAY, engagements=(made_engagement(whole, "C2"),))
    missing = joined(college, register)
    assert (missing.value, missing.missing) == (None, ("register.engagements[0].college",))
    other = (made_engagement(OTHER, "C3"), made_engagement(whole, "C2"))
    second = joined(college, Register.complete(to=DAY, engagements=other))
    assert second.missing == ("register.engagements[1].college",)
    theirs = Register.complete(to=DAY, engagements=(made_engagement(college, "C2"),))
    assert joined(college, theirs).value == 2
    assert joined(whole, register).missing == ("{}.college",)
    plain = made_unit(5)
    odd = Register.complete(to=DAY, engagements=(made_engagement(plain, "C2", college="某学院"),))
    assert joined(plain, odd).value == 1
