"""第十一条第二款所依的事实：哪一次撤销、限制谁、自何日至何日，以哪一日为准。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import COMPLETE, LEAD, PARTICIPANTS, PUBLISHED, made_unit
from tests.policies.tianjin.lives import forwarded, imposed, revoked

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Ended, EndSetAside, Event, Recognised
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.organizations import Organization
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin import facts_bar
from innov_consortium.policies.tianjin.facts_bar import Barring
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings import LastDay
from innov_consortium.policies.tianjin.readings_evaluation import Legacy
from innov_consortium.policies.tianjin.readings_life import BarAfterVoluntary, BarCounting
from innov_consortium.policies.tianjin.readings_revocation import (
    Annulment,
    BarHoliday,
    BarPastExpiry,
    BarredAs,
    FormerLead,
    PendingApplication,
    PresentedTo,
)

ONE = timedelta(1)
APPROVED, REVOKED, LAST = date(2026, 6, 1), date(2028, 6, 20), date(2031, 6, 20)
VALID_UNTIL = date(2030, 4, 10)
MEMBER, NEW, OTHER = PARTICIPANTS[0], made_unit(77), made_unit(78)
LEADING = (
    Membership(LEAD, Role.LEAD, APPROVED, REVOKED),
    Membership(MEMBER, Role.PARTICIPANT, APPROVED, REVOKED),
)
APPLICATION = Application(lead=LEAD, participants=(NEW,))


def ended_by(event: Event | None, *events: Event, irregular: tuple[Event, ...] = ()) -> Consortium:
    """Return a consortium approved on 2026-06-01 that an event has ended."""
    happened = events or ((Recognised(on=APPROVED), event) if event else (Recognised(on=APPROVED),))
    phase = Phase.RECOGNISED if event is None else Phase.ENDED
    return Consortium(
        id="C1",
        on=date(2029, 1, 1),
        phase=phase,
        events=happened,
        irregular=irregular,
        recognised_on=APPROVED,
        ended_by=event,
    )


def bars(
    consortium: Consortium | None,
    memberships: tuple[Membership, ...] | None = LEADING,
    commenced_on: date | None = PUBLISHED,
    **readings: Any,
) -> tuple[Bar, ...] | None:
    """Return the bars of a consortium, under the default readings but for some."""
    known: dict[str, Any] = {
        "bar_years": 3,
        "bar_counting": BarCounting.NOT_COUNTED,
        "bar_after_voluntary": BarAfterVoluntary.EVERY,
        "bar_past_expiry": BarPastExpiry.NOMINAL,
        "annulment": Annulment.FROM_BEGINNING,
        "legacy": Legacy.FORWARD,
        "valid_until": VALID_UNTIL,
        "last_day": LastDay.INCLUDED,
    }
    return facts_bar.bars(consortium, memberships, commenced_on, **{**known, **readings})


def the_bar(*args: Any, **readings: Any) -> Bar:
    """Return the one bar there is."""
    found = bars(*args, **readings)
    assert found is not None
    (one,) = found
    return one


def registered(*given: Bar, engagements: tuple[Engagement, ...] = ()) -> Register:
    """Return a register with some bars."""
    return Register(engagements, date(2033, 12, 31), given)


def bar(unit: Organization = LEAD, consortium: str = "C1", **changes: Any) -> Bar:
    """Return the bar of three years after the revocation of 2028-06-20."""
    known: dict[str, Any] = {
        "unit": unit.id,
        "window": Window(REVOKED, LAST),
        "consortium": consortium,
    }
    return Bar(**{**known, **changes})


def barring(
    register: Register,
    day: date,
    application: Application = APPLICATION,
    calendar: Calendar | None = None,
    **readings: Any,
) -> Barring:
    """Return what the bars say of an application on a day."""
    known: dict[str, Any] = {
        "bar_holiday": BarHoliday.NOT_ROLLED,
        "barred_as": BarredAs.LEAD,
        "former_lead": FormerLead.SAME_PERSON,
    }
    found = facts_bar.barring(application, register, day, calendar, **{**known, **readings})
    assert found is not None
    return found


# --- from which revocation ------------------------------------------------------------------------


def test_the_lead_at_the_revocation_is_barred_for_three_years() -> None:
    """自撤销之日起三年内：受限制的是撤销之时的牵头单位，不是其后的，也不是参与单位。"""
    one = the_bar(ended_by(imposed()))
    assert (one.unit, one.window) == (LEAD.id, Window(REVOKED, LAST))
    assert bars(None) == ()
    assert bars(ended_by(None)) == ()


def test_who_leads_only_since_later_is_no_former_lead() -> None:
    """原牵头单位：撤销之日已在牵头的；当日才牵头的也算，其后的、仅在申请的不算。"""
    later = (
        Membership(LEAD, Role.LEAD, APPROVED, REVOKED + ONE),
        Membership(MEMBER, Role.LEAD, REVOKED + ONE),
    )
    assert the_bar(ended_by(imposed()), later).unit == LEAD.id
    that_day = (later[0], Membership(MEMBER, Role.LEAD, REVOKED))
    assert the_bar(ended_by(imposed()), that_day).unit == MEMBER.id
    applied_for = (later[0], Membership(MEMBER, Role.LEAD, None))
    assert the_bar(ended_by(imposed()), applied_for).unit == LEAD.id


def test_a_bar_on_nobody_knows_whom_is_unknown() -> None:
    """原牵头单位不明的：不明，不作没有。"""
    assert bars(ended_by(imposed()), None) is None
    assert bars(ended_by(imposed()), (LEADING[1],)) is None


@pytest.mark.parametrize(
    ("ended", "every", "fault"),
    [
        (imposed(), True, True),
        (revoked(), True, False),
        (revoked(on_request=None, grounds=None), True, None),
        (revoked(on_request=None, grounds=("art11.item6",)), True, True),
        (imposed(grounds=()), True, True),
        (imposed(grounds=("art11.item4",)), True, False),
        (imposed(grounds=("art11.item4", "art11.item6")), True, True),
    ],
)
def test_a_voluntary_end_bars_or_not(ended: Ended, every: bool, fault: bool | None) -> None:
    """三年内不再受理：各项撤销均适用，或者限于有过错的；是否应申请不明的不明（E03）。"""

    def found(read: BarAfterVoluntary) -> bool | None:
        theirs = bars(ended_by(ended), bar_after_voluntary=read)
        return None if theirs is None else bool(theirs)

    assert found(BarAfterVoluntary.EVERY) is every
    assert found(BarAfterVoluntary.FAULT_ONLY) is fault


def test_a_bar_after_a_request_says_that_it_may_be_doubted() -> None:
    """应申请撤销的限制带说明（E03）；是否应申请不明的亦同。"""
    doubtful = (revoked(), revoked(on_request=None, grounds=None))
    assert ["E03" in the_bar(ended_by(e)).caveats for e in doubtful] == [True, True]
    assert "E03" not in the_bar(ended_by(imposed())).caveats


def test_an_end_that_is_no_revocation_is_not_voluntary() -> None:
    """撤销以外的终止不是应申请撤销。"""
    other = Recognised(on=REVOKED)  # any event but a revocation
    assert bars(ended_by(other), bar_after_voluntary=BarAfterVoluntary.FAULT_ONLY) != ()


def test_nothing_follows_from_a_revocation_before_or_after_the_text() -> None:
    """原工作方案下的撤销不适用，依解释适用（A08）；有效期届满以后的没有依据，末日当日的有（A05）。"""
    old = imposed(under="津科资〔2023〕83号")
    assert bars(ended_by(old)) == ()
    assert bars(ended_by(old), legacy=Legacy.CONTINUITY) != ()
    assert bars(ended_by(imposed()), commenced_on=REVOKED + ONE) == ()
    assert bars(ended_by(imposed()), commenced_on=REVOKED) != ()
    assert bars(ended_by(imposed(on=VALID_UNTIL))) != ()
    assert bars(ended_by(imposed(on=VALID_UNTIL + ONE))) == ()
    assert bars(ended_by(imposed(on=VALID_UNTIL)), last_day=LastDay.EXCLUDED) == ()


def test_a_bar_that_runs_past_expiry() -> None:
    """有效期至2030年4月10日：其后的限制列明而不能执行，或者不受影响，或者到此为止（A06）。"""
    ended = ended_by(imposed())
    nominal = the_bar(ended)
    assert (nominal.window.last, nominal.enforceable_to) == (LAST, VALID_UNTIL)
    whole = the_bar(ended, bar_past_expiry=BarPastExpiry.SURVIVES)
    assert (whole.window.last, whole.enforceable_to) == (LAST, None)
    cut = the_bar(ended, bar_past_expiry=BarPastExpiry.CUT)
    assert (cut.window, cut.enforceable_to) == (Window(REVOKED, VALID_UNTIL), None)
    to_the_day = the_bar(ended, valid_until=LAST)
    assert (to_the_day.window.last, to_the_day.enforceable_to) == (LAST, None)


def test_a_revocation_set_aside_bars_only_where_the_bar_stays() -> None:
    """撤销被撤除的自始没有，依解释限制仍在；从最后一次撤除以前的最后一次撤销起（E14）。"""
    first, again = imposed(), imposed(on=date(2028, 8, 1))
    restored = EndSetAside(on=date(2028, 7, 1))
    anew = EndSetAside(on=date(2028, 9, 1))
    events = (Recognised(on=APPROVED), first, restored)
    twice = (*events, again, anew)
    assert bars(ended_by(None, *events)) == ()

    def since(*happened: Event, irregular: tuple[Event, ...] = ()) -> list[date | None]:
        one = ended_by(None, *happened, irregular=irregular)
        return [b.window.first for b in bars(one, annulment=Annulment.FORWARD) or ()]

    assert since(*events) == [REVOKED]
    assert since(*twice) == [again.on]
    assert since(*twice, irregular=(again, anew)) == [REVOKED]
    assert since(Recognised(on=APPROVED)) == []
    assert since(Recognised(on=APPROVED), restored) == []
    standing = ended_by(again, *events, again)
    assert [b.window.first for b in bars(standing, annulment=Annulment.FORWARD) or ()] == [again.on]


# --- which day decides ----------------------------------------------------------------------------

FILED, PRESENTED, ACCEPTED, DAY = (date(2028, m, 1) for m in (3, 4, 5, 9))
PENDING = Consortium(id="C9", on=DAY)


def presented(
    application: Application | None,
    consortium: Consortium | None = None,
    filed_on: date | None = None,
    sent: date | None = None,
    register: Register | None = None,
    **readings: Any,
) -> date:
    """Return the day that decides whether an application is barred."""
    known: dict[str, Any] = {
        "presented_to": PresentedTo.BUREAU,
        "pending_application": PendingApplication.UNAFFECTED,
        "barred_as": BarredAs.LEAD,
    }
    forwarding = None if sent is None else forwarded(on=sent)
    known_register = registered() if register is None else register
    return facts_bar.presented_on(
        application, forwarding, consortium, filed_on, known_register, DAY, **{**known, **readings}
    )


def test_acceptance_or_presentation_to_the_bureau_decides() -> None:
    """不再受理：以受理之日为准，没有的依提交之日，没有的依申报之日，都没有的为所问之日（C07）。"""
    days: dict[str, Any] = {"filed_on": FILED, "presented_on": PRESENTED, "accepted_on": ACCEPTED}
    assert presented(evolve(APPLICATION, **days)) == ACCEPTED
    assert presented(evolve(APPLICATION, **{**days, "accepted_on": None})) == PRESENTED
    assert presented(evolve(APPLICATION, filed_on=FILED)) == FILED
    assert presented(APPLICATION, filed_on=FILED) == FILED
    assert presented(APPLICATION) == DAY


def test_a_history_tells_when_it_was_forwarded() -> None:
    """经历中的申请以区里提交之日为准；尚未提交的为所问之日，申报之日不是（C07）。"""
    filed = evolve(APPLICATION, filed_on=FILED, presented_on=PRESENTED)
    assert presented(filed, PENDING, sent=ACCEPTED) == ACCEPTED
    assert presented(filed, PENDING) == DAY
    assert presented(None, sent=ACCEPTED) == ACCEPTED
    assert presented(None) == DAY
    assert presented(evolve(filed, accepted_on=ACCEPTED), PENDING) == ACCEPTED


def test_read_so_the_filing_with_the_district_decides() -> None:
    """依解释以向区里申报之日为准：申请写明的在先；不知何日申报的，仍以提交为准（C07）。"""
    district: dict[str, Any] = {"presented_to": PresentedTo.DISTRICT}
    both = evolve(APPLICATION, filed_on=FILED, accepted_on=ACCEPTED)
    assert presented(both, **district) == FILED
    assert presented(both, filed_on=PRESENTED, **district) == FILED
    assert presented(APPLICATION, filed_on=PRESENTED, **district) == PRESENTED
    assert presented(None, PENDING, filed_on=FILED, sent=ACCEPTED, **district) == FILED
    assert presented(evolve(APPLICATION, accepted_on=ACCEPTED), **district) == ACCEPTED


def test_what_was_not_accepted_before_the_revocation_is_asked_today() -> None:
    """提交而没有受理的：其间撤销的，以所问之日为准；已经受理的不受影响，依解释一并停止（E09）。"""
    revoked_since = registered(bar(window=Window(ACCEPTED + ONE, LAST)))
    earlier = registered(bar(window=Window(PRESENTED, LAST)))
    waiting = evolve(APPLICATION, filed_on=FILED, presented_on=PRESENTED)
    accepted = evolve(waiting, accepted_on=ACCEPTED)
    stopped: dict[str, Any] = {"pending_application": PendingApplication.STOPPED}
    assert presented(waiting, register=revoked_since) == DAY
    assert presented(waiting, register=earlier) == PRESENTED
    assert presented(accepted, register=revoked_since) == ACCEPTED
    assert presented(accepted, register=revoked_since, **stopped) == DAY
    assert presented(accepted, PENDING, register=revoked_since, **stopped) == DAY
    assert presented(waiting, PENDING, sent=PRESENTED, register=revoked_since) == PRESENTED
    assert presented(waiting, PENDING, sent=PRESENTED, register=revoked_since, **stopped) == DAY
    district: dict[str, Any] = {"presented_to": PresentedTo.DISTRICT}
    assert presented(waiting, register=revoked_since, **district) == FILED


def test_only_a_revocation_of_who_applies_brings_it_forward() -> None:
    """原牵头单位：他人的撤销不影响；参与单位的，依解释才影响（E08）；由其合并而来的亦影响。"""
    waiting = evolve(APPLICATION, filed_on=FILED)
    of_member = registered(bar(NEW))
    assert presented(waiting, register=registered(bar(OTHER))) == FILED
    assert presented(waiting, register=of_member) == FILED
    assert presented(waiting, register=of_member, barred_as=BarredAs.ANY_MEMBER) == DAY
    came_of = evolve(waiting, lead=evolve(LEAD, succeeds=(OTHER.id,)))
    assert presented(came_of, register=registered(bar(OTHER))) == DAY
    unbounded = registered(bar(window=Window(None, LAST)))
    assert presented(waiting, register=unbounded) == FILED


# --- who is barred --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "value"),
    [(REVOKED - ONE, False), (REVOKED, True), (LAST, True), (LAST + ONE, False)],
)
def test_the_period_runs_from_the_revocation_to_its_last_day(day: date, value: bool) -> None:
    """自撤销之日起三年内：首日、末日都在期内，次日起不受影响。"""
    found = barring(registered(bar()), day)
    assert (found.value, found.revoked_on, found.last_barred_day) == (value, REVOKED, LAST)
    assert found.missing == ()


def test_a_bar_of_another_is_no_bar() -> None:
    """原牵头单位提出的：以法人为准，其他单位的限制与之无关。"""
    found = barring(registered(bar(OTHER)), REVOKED)
    assert (found.value, found.unit) == (False, None)
    assert facts_bar.was_barred(found) is False
    branch = evolve(APPLICATION, lead=made_unit(76, branch_of=LEAD.id))
    assert barring(registered(bar()), REVOKED, branch).value is True


def test_a_member_is_barred_only_if_read_so_and_a_successor_too() -> None:
    """只限其牵头提出的，依解释也限于参加的（E08）；合并、分立而来的，依解释同样受限制（E07）。"""
    of_member = registered(bar(NEW))
    assert barring(of_member, REVOKED).value is False
    assert barring(of_member, REVOKED, barred_as=BarredAs.ANY_MEMBER).value is True
    came_of = evolve(APPLICATION, lead=evolve(LEAD, succeeds=(OTHER.id,)))
    of_former = registered(bar(OTHER))
    said = {r: barring(of_former, REVOKED, came_of, former_lead=r).value for r in FormerLead}
    assert said == {
        FormerLead.SAME_PERSON: False,
        FormerLead.SUCCESSOR_TOO: True,
        FormerLead.GROUP_TOO: True,
    }


def test_a_bar_whose_end_nobody_tells_is_unknown_once_it_has_begun() -> None:
    """自撤销之日起：末日不明的，此前不受限制，此后不明，不作期内也不作期满。"""
    endless = registered(bar(window=Window(REVOKED, None)))
    assert [barring(endless, d).value for d in (REVOKED - ONE, REVOKED)] == [False, None]
    off = Calendar(days_off=frozenset(), window=Window(REVOKED, LAST))
    for calendar in (None, off):
        found = barring(endless, REVOKED, calendar=calendar, bar_holiday=BarHoliday.ROLLED)
        assert (found.value, found.last_barred_day, found.first_free_day) == (None, None, None)
    lasting = registered(bar(window=Window(None, LAST)))
    assert [barring(lasting, d).value for d in (LAST, LAST + ONE)] == [True, False]


def test_a_last_day_that_may_be_a_holiday_is_unknown_beyond_it() -> None:
    """末日是否顺延，没有节假日安排的不明：期内无论如何都在期内，期满以后才不明（E05）。"""
    rolled: dict[str, Any] = {"bar_holiday": BarHoliday.ROLLED}
    days = (REVOKED - ONE, REVOKED, LAST, LAST + ONE)
    found = [barring(registered(bar()), d, **rolled) for d in days]
    assert [f.value for f in found] == [False, True, True, None]
    assert [f.missing for f in found] == [(), (), (), ("calendar",)]
    assert [facts_bar.barred_to(f) for f in found] == [None, LAST, LAST, None]


def test_a_last_day_that_is_a_holiday_moves_if_read_so() -> None:
    """末日是节假日的不顺延；依解释顺延的，顺延之后的末日当日仍在期内，次日起不受影响（E05）。"""
    off = Calendar(days_off=frozenset({LAST}), window=Window(LAST - ONE, LAST + 3 * ONE))
    days = (LAST, LAST + ONE, LAST + 2 * ONE)

    def values(read: BarHoliday) -> list[bool | None]:
        return [barring(registered(bar()), d, calendar=off, bar_holiday=read).value for d in days]

    assert values(BarHoliday.ROLLED) == [True, True, False]
    found = barring(registered(bar()), LAST, calendar=off, bar_holiday=BarHoliday.ROLLED)
    assert (facts_bar.barred_to(found), found.first_free_day) == (LAST + ONE, LAST + 2 * ONE)
    assert values(BarHoliday.NOT_ROLLED) == [True, False, False]


def test_the_bar_that_binds_comes_foremost() -> None:
    """有几次撤销的：先列正在限制的，再列可能的，再列最后届满的。"""
    over = bar(consortium="C2", window=Window(date(2026, 7, 1), date(2028, 1, 1)))
    longer = bar(consortium="C3", window=Window(date(2026, 7, 1), date(2028, 2, 1)))
    endless = bar(consortium="C4", window=Window(REVOKED, None))

    def foremost(*given: Bar) -> str:
        return barring(registered(*given), REVOKED).consortium

    assert foremost(over, bar()) == foremost(bar(), over) == "C1"
    assert foremost(over, longer) == foremost(longer, over) == "C3"
    assert foremost(bar(), endless) == foremost(endless, bar()) == "C1"
    assert foremost(over, endless) == foremost(endless, over) == "C4"
    either = (registered(over, endless), registered(endless, over))
    rolled = [barring(r, REVOKED, bar_holiday=BarHoliday.ROLLED).consortium for r in either]
    assert rolled == ["C4", "C4"]


def _led(consortium: str, **changes: Any) -> Engagement:
    known: dict[str, Any] = {
        "unit": LEAD.id,
        "consortium": consortium,
        "role": Role.LEAD,
        "since": APPROVED,
        "ended_on": REVOKED,
        "revoked": True,
    }
    return Engagement(**{**known, **changes})


def test_a_revocation_without_a_bar_is_told_all_the_same() -> None:
    """原工作方案下的撤销没有限制，仍列明（A08）；参与的、未撤销的、另有限制的、他人的都不列。"""
    engagements = (
        _led("旧"),
        _led("参与", role=Role.PARTICIPANT),
        _led("仍在", revoked=False),
        _led("C1"),
        _led("他人", unit=OTHER.id),
    )
    found = barring(registered(bar(), engagements=engagements), REVOKED)
    assert (found.value, found.unbarred) == (True, ("旧",))
    others = barring(registered(bar(OTHER), engagements=engagements), REVOKED)
    assert (others.value, others.unbarred) == (False, ("旧", "C1"))


def test_nobody_is_barred_while_nobody_applies() -> None:
    """提出的组建申请：申请不明的，是否受限制不明。"""
    read: dict[str, Any] = {
        "bar_holiday": BarHoliday.NOT_ROLLED,
        "barred_as": BarredAs.LEAD,
        "former_lead": FormerLead.SAME_PERSON,
    }
    given = (None, registered(bar()), REVOKED, None)
    assert facts_bar.barring(*given, **read) is None
    assert facts_bar.successor_of_barred(*given, **read) is None
    assert facts_bar.was_barred(None) is None
    assert facts_bar.barred_from(None) is None
    assert facts_bar.barred_to(None) is None


# --- successors, parents, subsidiaries ------------------------------------------------------------


def successor(
    application: Application, register: Register, day: date = REVOKED, **readings: Any
) -> bool | None:
    """Return whether who applies comes from who is barred."""
    known: dict[str, Any] = {
        "bar_holiday": BarHoliday.NOT_ROLLED,
        "barred_as": BarredAs.LEAD,
        "former_lead": FormerLead.SAME_PERSON,
    }
    return facts_bar.successor_of_barred(application, register, day, None, **{**known, **readings})


def test_who_came_of_a_barred_lead_is_judged() -> None:
    """原牵头单位：由其合并、分立而来的由人判断；期满的不再判断；自己受限制的由期间决定（E07）。"""
    came_of = evolve(APPLICATION, lead=evolve(LEAD, succeeds=(OTHER.id,)))
    of_former = registered(bar(OTHER))
    assert successor(came_of, of_former) is True
    assert successor(came_of, of_former, LAST + ONE) is False
    assert successor(came_of, registered(bar(), bar(OTHER))) is False
    assert successor(APPLICATION, of_former) is False
    assert successor(came_of, of_former, former_lead=FormerLead.SUCCESSOR_TOO) is False
    of_member = evolve(APPLICATION, participants=(evolve(NEW, succeeds=(OTHER.id,)),))
    assert successor(of_member, of_former) is False
    assert successor(of_member, of_former, barred_as=BarredAs.ANY_MEMBER) is True


def test_a_parent_and_a_subsidiary_are_judged_only_if_read_so() -> None:
    """母公司、子公司：不受限制，依解释由人判断（E07）。"""
    child = evolve(APPLICATION, lead=evolve(LEAD, parent=OTHER.id))
    group: dict[str, Any] = {"former_lead": FormerLead.GROUP_TOO}
    assert successor(child, registered(bar(OTHER))) is False
    assert successor(child, registered(bar(OTHER)), **group) is True
    with_child = evolve(APPLICATION, participants=(evolve(NEW, parent=LEAD.id),))
    assert successor(with_child, registered(bar(NEW)), **group) is True
    assert successor(APPLICATION, registered(bar(NEW)), **group) is False
    came_of = evolve(APPLICATION, lead=evolve(LEAD, succeeds=(OTHER.id,)))
    assert successor(came_of, registered(bar(OTHER)), **group) is False


def test_whether_a_former_lead_is_still_barred_may_be_unknown() -> None:
    """由受限制的单位而来、其末日不明的：不明；另有一次正在限制的，仍由人判断。"""
    came_of = evolve(APPLICATION, lead=evolve(LEAD, succeeds=(OTHER.id,)))
    endless = bar(OTHER, consortium="C4", window=Window(REVOKED, None))
    assert successor(came_of, registered(endless)) is None
    assert successor(came_of, registered(endless, bar(OTHER))) is True


def test_the_days_on_which_a_bar_is_over() -> None:
    """次日起不受影响：申请各成员、其母公司、所承继的单位的限制都可能有关，他人的无关。"""
    units = evolve(APPLICATION, participants=(evolve(NEW, parent=OTHER.id, succeeds=(MEMBER.id,)),))

    def free(*given: Bar, holiday: BarHoliday = BarHoliday.NOT_ROLLED) -> tuple[date, ...]:
        return facts_bar.free_days(units, registered(*given), None, holiday)

    assert [free(bar(u)) for u in (LEAD, NEW, OTHER, MEMBER)] == [(LAST + ONE,)] * 4
    assert free(bar(made_unit(79))) == ()
    assert free(bar(window=Window(REVOKED, None))) == ()
    assert free(bar(), holiday=BarHoliday.ROLLED) == (LAST + ONE,)


def test_the_complete_application_is_barred_by_its_own_lead() -> None:
    """原牵头单位提出的组建申请：完整的申请，只因其牵头单位受限制而不受理。"""
    found = barring(registered(bar()), REVOKED, COMPLETE.application)
    assert (found.value, facts_bar.barred_from(found)) == (True, REVOKED)
