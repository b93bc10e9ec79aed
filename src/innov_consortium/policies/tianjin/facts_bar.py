"""Who is barred after a revocation, from when and until when (art. 11 paragraph 2)."""

from __future__ import annotations

from datetime import date

from attrs import evolve, frozen

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.clauses import Evidence, fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Ended, Event, Move
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Identifier, Organization
from innov_consortium.core.periods import Counting, Window, day_following, years_from
from innov_consortium.core.register import Register, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin.events import Forwarded
from innov_consortium.policies.tianjin.facts_members import ITEM_ON_REQUEST, last_in_force
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
from innov_consortium.policies.tianjin.results import before_this_text

__all__ = ["FACTS", "Barring", "free_days"]

_COUNTING = {
    BarCounting.NOT_COUNTED: Counting.FIRST_DAY_NOT_COUNTED,
    BarCounting.COUNTED: Counting.FIRST_DAY_COUNTED,
}


@frozen
class Barring(Evidence):
    """Whether a unit is barred on a day, by which revocation, and until when.

    Args:
        value: Whether it is; ``None`` if that cannot be known.
        asked_on: The day that decides.
        unit: The legal person barred; ``None`` if none ever was.
        consortium: The consortium whose revocation it follows from.
        document: The document of that.
        revoked_on: The day of that: the first day barred.
        nominal_last: The last day barred by the calendar alone; ``None`` if no bar is known.
        last_barred_day: The last day barred; ``None`` if no bar is known, or if it hangs on days
            off nobody has told of.
        first_free_day: The day after that.
        enforceable_to: The last day on which this text can be enforced, where that comes before;
            ``None`` otherwise.
        caveats: What a reader must know of it.
        unbarred: Consortia of that lead that were revoked and from which no bar follows, such as
            those of the earlier plan (A08).
        missing: Paths of what would have to be known.
    """

    value: bool | None
    asked_on: date
    unit: Identifier | None = None
    consortium: str = ""
    document: str = ""
    revoked_on: date | None = None
    nominal_last: date | None = None
    last_barred_day: date | None = None
    first_free_day: date | None = None
    enforceable_to: date | None = None
    caveats: tuple[str, ...] = ()
    unbarred: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@fact
def bars(
    consortium: Consortium | None,
    memberships: tuple[Membership, ...] | None,
    commenced_on: date | None,
    *,
    bar_years: int,
    bar_counting: BarCounting,
    bar_after_voluntary: BarAfterVoluntary,
    bar_past_expiry: BarPastExpiry,
    annulment: Annulment,
    legacy: Legacy,
    valid_until: date,
    last_day: LastDay,
) -> tuple[Bar, ...] | None:
    """自撤销之日起，原牵头单位不再受理的期间；牵头单位不明的、是否应申请撤销而须知道的不明。

    撤销被撤除的没有（E14）；原工作方案下的、有效期届满以后作出的撤销没有（A08、A05）。
    """
    if consortium is None:
        return ()
    ended = _ending(consortium, annulment)
    if ended is None:
        return ()
    follows = _bars(ended, bar_after_voluntary)
    in_force_to = last_in_force(valid_until, last_day)
    old = before_this_text(ended, commenced_on) and legacy is not Legacy.CONTINUITY
    if follows is False or ended.on > in_force_to or old:
        return ()
    leads = [m for m in memberships or () if m.role is Role.LEAD and _led_by(m, ended.on)]
    if follows is None or not leads:
        return None
    last = years_from(ended.on, bar_years, _COUNTING[bar_counting])
    one = Bar(
        unit=leads[-1].unit.legal_person,
        window=Window(ended.on, last),
        consortium=consortium.id,
        provision="art11.p2.s1b",
        document=ended.document,
        caveats=("E07", "E15") if _voluntary(ended) is False else ("E03", "E07", "E15"),
    )
    if last <= in_force_to or bar_past_expiry is BarPastExpiry.SURVIVES:
        return (one,)
    cut = bar_past_expiry is BarPastExpiry.CUT
    said = {"window": Window(ended.on, in_force_to)} if cut else {"enforceable_to": in_force_to}
    return (evolve(one, **said),)


@fact
def presented_on(
    application: Application | None,
    forwarding: Forwarded | None,
    consortium: Consortium | None,
    filed_on: date | None,
    register: Register,
    day: date,
    *,
    presented_to: PresentedTo,
    pending_application: PendingApplication,
    barred_as: BarredAs,
) -> date:
    """判断是否受限制之日：受理、提交市科技局之日，或者依解释申报之日（C07）。

    尚未提交的，为所问之日；只知申报之日的，为该日。撤销之前提交而没有受理的，为所问之日；已经受理的，
    依解释一并停止，亦同（E09）。
    """
    decisive = _presented(application, forwarding, consortium, filed_on, day, presented_to)
    accepted = application is not None and application.accepted_on is not None
    of_a_history = consortium is not None
    settled = accepted or of_a_history or presented_to is PresentedTo.DISTRICT
    if settled and pending_application is PendingApplication.UNAFFECTED:
        return decisive
    units = _applying(application, barred_as)
    return day if _revoked_since(units, register, decisive) else decisive


def _presented(
    application: Application | None,
    forwarding: Forwarded | None,
    consortium: Consortium | None,
    filed_on: date | None,
    day: date,
    presented_to: PresentedTo,
) -> date:
    """Return the day that decides, as far as no revocation came in between."""
    filed = filed_on if application is None else application.filed_on or filed_on
    if presented_to is PresentedTo.DISTRICT and filed is not None:
        return filed
    if application is not None and application.accepted_on is not None:
        return application.accepted_on
    if consortium is not None or application is None:
        return day if forwarding is None else forwarding.on
    return application.presented_on or filed or day


@fact(reads="application.lead")
def barring(
    application: Application | None,
    register: Register,
    presented_on: date,
    calendar: Calendar | None,
    *,
    bar_holiday: BarHoliday,
    barred_as: BarredAs,
    former_lead: FormerLead,
) -> Barring | None:
    """申请单位当日是否处于不再受理的期间：以法人为准，不论名称（E07、E08）。"""
    if application is None:
        return None
    units = _applying(application, barred_as)
    keys = {unit.legal_person for unit in units}
    if former_lead is not FormerLead.SAME_PERSON:
        keys |= {key for unit in units for key in unit.succeeds}
    theirs = [
        _barring(bar, presented_on, calendar, bar_holiday)
        for bar in register.bars
        if bar.unit in keys
    ]
    foremost = max(theirs, key=_foremost, default=Barring(False, presented_on))  # noqa: FBT003
    barred_by = {bar.consortium for bar in register.bars if bar.unit in keys}
    revoked = [
        e.consortium
        for key in sorted(keys, key=str)
        for e in register.of(key)
        if e.role is Role.LEAD and e.revoked and e.consortium not in barred_by
    ]
    return evolve(foremost, unbarred=tuple(dict.fromkeys(revoked)))


@fact
def was_barred(barring: Barring | None) -> bool | None:
    """曾经因撤销而受限制。"""
    return None if barring is None else barring.unit is not None


@fact
def barred_from(barring: Barring | None) -> date | None:
    """撤销之日，即不再受理的首日；当日同样不受理，只是不计入（E04）。"""
    return None if barring is None else barring.revoked_on


@fact
def barred_to(barring: Barring | None) -> date | None:
    """不再受理的末日；是否顺延不明，而当日无论如何都在期内的，为不顺延的末日。"""
    if barring is None:
        return None
    return barring.last_barred_day or (barring.nominal_last if barring.value else None)


@fact(reads="calendar")
def successor_of_barred(
    application: Application | None,
    register: Register,
    presented_on: date,
    calendar: Calendar | None,
    *,
    bar_holiday: BarHoliday,
    barred_as: BarredAs,
    former_lead: FormerLead,
) -> bool | None:
    """申请单位由受限制的单位合并、分立而来；依解释，也包括其母公司、子公司（E07、E08）。"""
    if application is None:
        return None
    units = _applying(application, barred_as)
    themselves = {unit.legal_person for unit in units}
    if _binds(themselves, register, presented_on, calendar, bar_holiday):
        return False
    kin = {one for unit in units for one in _kin(unit, application, former_lead)} - themselves
    return _binds(kin, register, presented_on, calendar, bar_holiday)


def _binds(
    units: set[Identifier],
    register: Register,
    day: date,
    calendar: Calendar | None,
    bar_holiday: BarHoliday,
) -> bool | None:
    """Return whether a bar of any of some units binds on a day."""
    theirs = (bar for bar in register.bars if bar.unit in units)
    said = {_barring(bar, day, calendar, bar_holiday).value for bar in theirs}
    return True if True in said else None if None in said else False


def _applying(application: Application | None, barred_as: BarredAs) -> tuple[Organization, ...]:
    """Return those whom a bar keeps from applying: the lead, or any member (E08)."""
    if application is None:
        return ()
    return application.members if barred_as is BarredAs.ANY_MEMBER else (application.lead,)


def _kin(unit: Organization, application: Application, former_lead: FormerLead) -> set[Identifier]:
    """Return those whose bar is not a unit's own, and yet for a person to weigh."""
    if former_lead is FormerLead.SAME_PERSON:
        return {*unit.succeeds}
    if former_lead is FormerLead.SUCCESSOR_TOO:
        return set()
    own = set() if unit.parent is None else {unit.parent}
    return own | {u.legal_person for u in application.members if u.parent == unit.id}


def _revoked_since(units: tuple[Organization, ...], register: Register, day: date) -> bool:
    """Return whether a status that units, or whom they succeed, led was revoked after a day."""
    keys = {key for unit in units for key in (unit.legal_person, *unit.succeeds)}
    firsts = (bar.window.first for bar in register.bars if bar.unit in keys)
    return any(first is not None and first > day for first in firsts)


def _led_by(membership: Membership, day: date) -> bool:
    """Return whether a membership had begun by a day: who leads since then is no former lead."""
    return membership.since is not None and membership.since <= day


def _ending(consortium: Consortium, annulment: Annulment) -> Event | None:
    """Return the revocation a bar follows from; one set aside only where the bar stays (E14)."""
    if annulment is Annulment.FROM_BEGINNING:
        return consortium.ended_by
    happened = (e for e in consortium.events if e not in consortium.irregular)
    ended = [e for e in happened if e.move is Move.END]
    return ended[-1] if ended else None


def _barring(bar: Bar, day: date, calendar: Calendar | None, bar_holiday: BarHoliday) -> Barring:
    """Return what a bar says of a day; its end is not known where days off decide it."""
    first, last = bar.window.first, _last_day(bar, calendar, bar_holiday)
    certain = bar.window.last is not None and bar.binds_on(day)
    begun = first is None or first <= day
    value = certain or (begun and (None if last is None else day <= last))
    return Barring(
        value,
        day,
        bar.unit,
        bar.consortium,
        bar.document,
        first,
        bar.window.last,
        last,
        day_following(last),
        bar.enforceable_to,
        bar.caveats,
        missing=("calendar",) if value is None else (),
    )


def _last_day(bar: Bar, calendar: Calendar | None, bar_holiday: BarHoliday) -> date | None:
    """Return the last day barred (E05); ``None`` where days off decide it, and nobody tells."""
    last = bar.window.last
    if last is None or bar_holiday is BarHoliday.NOT_ROLLED:
        return last
    return None if calendar is None else calendar.next_working_day(last)


def free_days(
    application: Application, register: Register, calendar: Calendar | None, bar_holiday: BarHoliday
) -> tuple[date, ...]:
    """Return the days from which a bar is over, or may be, that bears on an application.

    Args:
        application: The application.
        register: The register, with the bars known.
        calendar: The days off announced; ``None`` if nobody has said.
        bar_holiday: Whether a last day that is a day off moves (E05).
    """
    units = application.members
    at_issue = {key for u in units for key in (u.legal_person, u.parent, *u.succeeds)}
    theirs = [bar for bar in register.bars if bar.unit in at_issue]
    lasts = [
        last for bar in theirs for last in (bar.window.last, _last_day(bar, calendar, bar_holiday))
    ]
    free = (day_following(last) for last in dict.fromkeys(lasts))
    return tuple(day for day in free if day is not None)


def _foremost(one: Barring) -> tuple[bool, bool, date]:
    """Return by what a bar comes foremost: one that binds, one that may, the one that ends last."""
    last = one.nominal_last or date.max  # one whose end nobody can tell
    return one.value is True, one.value is None, last


def _voluntary(ended: Event) -> bool | None:
    """Return whether the lead's own request is the ground, whichever road was taken (E02)."""
    if not isinstance(ended, Ended):
        return False
    return set(ended.grounds) == {ITEM_ON_REQUEST} if ended.grounds else ended.on_request


def _bars(ended: Event, reading: BarAfterVoluntary) -> bool | None:
    """Return whether a bar follows; ``None`` if it hangs on what the history does not say."""
    if reading is BarAfterVoluntary.EVERY:
        return True
    voluntary = _voluntary(ended)
    return None if voluntary is None else not voluntary


FACTS = (
    bars,
    presented_on,
    barring,
    was_barred,
    barred_from,
    barred_to,
    successor_of_barred,
)
