"""A second made-up policy, the opposite of Tianjin's: it files (备案) instead of approving.

There is no call, no district and no publicity. Several units lead together. The office puts a
filing on file or returns it, and then it may be filed again. A change has effect when it is
reported. A bar is counted in months, the text never expires, and one duty has a day. It is built
from public names only; if the core has to be changed for the sake of another region, this one must
go on as it is.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from innov_consortium.core.changes import ChangeKind, ChangeReported
from innov_consortium.core.clauses import clause, fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.duties import Duty, Owing
from innov_consortium.core.events import (
    ApplicationWithdrawn,
    Ended,
    EndRequested,
    EndReviewed,
    EndSetAside,
    Event,
    Filed,
    Recognised,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.numbers import stated
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Count, Engagement, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.steps import Actor, Party, Step
from innov_consortium.core.words import Day, Int, Ruling, Truth, at_least, holds, only_if
from innov_consortium.errors import Fault, FaultKind

__all__ = ["FILING", "OFFICE", "AnnuallyReported", "JointlyFiled", "Returned"]

OFFICE = "虚构县备案办公室"

TABLE = """id\ttext\tgloss\tdisposition\twhere
doc.title\t虚构县联合体备案办法\tFiling Measures of Elsewhere\tdefinition\t
art1.s1\t成员不少于三家，\tthree members or more\tclause\t
art1.s2\t由其中两家以上共同牵头。\ttwo of them or more lead together\tclause\t
art2.s1\t由首家牵头单位提交备案。\tthe first lead files\tstep\t
art2.s2\t备案办公室予以备案，\tthe office puts it on file\tstep\t
art2.s3\t或者退回，退回的可再次提交。\tor returns it; it may be filed again\tstep\t
art2.s4\t备案前可撤回。\tbefore that it may be taken back\tstep\t
art3.s1\t变更自报告之日起生效。\ta change has effect from its report\tstep\t
art4.s1\t备案办公室可注销备案，\tthe office may strike it off\tstep\t
art4.s2\t牵头单位自注销次日起六个月内不得牵头。\tno lead for six months from the day after\tfact\t
art4.s3\t经全体牵头单位签署可申请退出，\tall leads may ask to leave\tclause\t
art4.s4\t由备案办公室审查，\tthe office reviews that\tstep\t
art4.s5\t同意的予以注销。\tand if it agrees strikes it off\tstep\t
art4.s6\t注销被撤销的恢复备案。\twhat was wrongly struck off is on file again\tstep\t
art5.s1\t每年三月三十一日前提交年报，\ta report each year by 31 March\tfact\t
art5.s2\t并接受指导。\tand guidance is accepted\tdeclaratory\t
art6.s1\t本办法自公布之日起施行。\tin force from publication\tclause\t
"""


@frozen(kw_only=True)
class Numbers:
    """What the text states."""

    min_members: int = stated(3, "art1.s1", unit="家")
    min_leads: int = stated(2, "art1.s2", unit="家")
    bar_months: int = stated(6, "art4.s2", unit="个月")
    report_month: int = stated(3, "art5.s1")
    report_day: int = stated(31, "art5.s1")


# --- its own events -------------------------------------------------------------------------------


@frozen(kw_only=True)
class JointlyFiled(Filed):
    """A filing by joint leads: the application's lead is the first of them."""

    tag: ClassVar[str] = "jointly_filed"

    co_leads: frozenset[MemberKey] | None = None

    def faults(self) -> list[Fault]:
        """Only members lead."""
        faults = super().faults()
        if self.application is not None:
            strangers = (self.co_leads or frozenset()) - {u.key for u in self.application.members}
            zh, en = "牵头单位须是成员单位", "a lead must be a member"
            faults += [Fault(FaultKind.INCONSISTENT, "co_leads", zh, en) for _ in strangers]
        return faults


@frozen(kw_only=True)
class Returned(Event):
    """A filing returned; nothing is dismissed by that."""

    tag: ClassVar[str] = "returned"


@frozen(kw_only=True)
class AnnuallyReported(Event):
    """The report of a year handed in: each year is a matter of its own."""

    tag: ClassVar[str] = "annually_reported"

    year: str = ""

    @property
    def matter(self) -> str:
        """The year."""
        return f"year:{self.year}"

    @classmethod
    def about(cls, matter: str) -> dict[str, str]:
        """Return the year."""
        return {"year": matter.removeprefix("year:")}


# --- facts and clauses ----------------------------------------------------------------------------


@fact
def reports(consortium: Consortium | None, act: Event | None) -> tuple[ChangeReported, ...]:
    """已报告的变更，含本次。"""
    told = [c.report for c in consortium.changes if c.report is not None] if consortium else []
    return (*told, act) if isinstance(act, ChangeReported) else tuple(told)


@fact
def leads(consortium: Consortium | None, act: Event | None) -> tuple[MemberKey, ...] | None:
    """共同牵头单位，首家在前。"""
    before = consortium.last(JointlyFiled) if consortium else None
    filed = act if isinstance(act, JointlyFiled) else before
    if filed is None or filed.application is None or filed.co_leads is None:
        return None
    return (filed.application.lead.key, *sorted(filed.co_leads, key=str))


@fact
def lead_count(leads: tuple[MemberKey, ...] | None) -> Count:
    """牵头单位数。"""
    return Count(None, missing=("co_leads",)) if leads is None else Count(len(set(leads)))


@fact
def members(
    application: Application | None, reports: tuple[ChangeReported, ...]
) -> frozenset[MemberKey] | None:
    """现有成员：变更一经报告即生效。"""
    if application is None:
        return None
    joined = {r.joining.key for r in reports if r.joining is not None}
    left = {r.unit for r in reports if r.kind is ChangeKind.MEMBER_EXIT}
    return frozenset(({unit.key for unit in application.members} | joined) - left)


@fact
def parties(
    application: Application | None,
    leads: tuple[MemberKey, ...] | None,
    reports: tuple[ChangeReported, ...],
    act: Event | None,
) -> tuple[tuple[Role, Organization], ...] | None:
    """谁可以牵头单位、成员单位的身份行为：以前的变更已经生效，正在报告的还没有。"""
    if application is None:
        return None
    before = [r for r in reports if r is not act]
    renamed = {r.unit: r.new_name for r in before if r.new_name is not None}
    left = {r.unit for r in before if r.kind is ChangeKind.MEMBER_EXIT}
    units = [*application.members, *(r.joining for r in before if r.joining is not None)]
    heads = leads or (application.lead.key,)
    return tuple(
        (
            Role.LEAD if u.key in heads else Role.PARTICIPANT,
            evolve(u, name=renamed.get(u.key, u.name)),
        )
        for u in units
        if u.key not in left
    )


@fact
def member_count(members: frozenset[MemberKey] | None) -> Count:
    """成员数。"""
    return Count(None, missing=("application",)) if members is None else Count(len(members))


@fact
def asks_to_leave(act: Event | None) -> bool:
    """申请退出。"""
    return isinstance(act, EndRequested)


@fact(reads="act.signatories")
def all_leads_signed(leads: tuple[MemberKey, ...] | None, act: Event | None) -> bool | None:
    """全体牵头单位已签署。"""
    signed = act.signatories if isinstance(act, EndRequested) else None
    return None if leads is None or signed is None else signed.issuperset(leads)


@fact
def engagements(
    consortium: Consortium,
    leads: tuple[MemberKey, ...] | None,
    members: frozenset[MemberKey] | None,
    reports: tuple[ChangeReported, ...],
) -> tuple[Engagement, ...] | None:
    """谁牵头、谁参与，自何日起至何日止；备案而不知其成员的，不能说。"""
    if leads is None or members is None:
        return () if consortium.recognised_on is None else None
    joined = {r.joining.key: r.on for r in reports if r.joining is not None}
    left = {r.unit: r.on for r in reports if r.unit and r.kind is ChangeKind.MEMBER_EXIT}
    end = consortium.ended_by
    return tuple(
        Engagement(
            consortium=consortium.id,
            unit=key.id,
            role=Role.LEAD if key in leads else Role.PARTICIPANT,
            since=joined.get(key, consortium.recognised_on),
            ended_on=left.get(key) or (end.on if end else None),
            revoked=isinstance(end, Ended) and not end.on_request,
        )
        for key in sorted({*members, *left}, key=str)
    )


@fact
def bars(
    consortium: Consortium, leads: tuple[MemberKey, ...] | None, *, bar_months: int
) -> tuple[Bar, ...] | None:
    """自注销次日起六个月内不得牵头。"""
    end = consortium.ended_by
    if not isinstance(end, Ended) or end.on_request:
        return ()
    if leads is None:
        return None
    days = Window(end.on + relativedelta(days=1), end.on + relativedelta(months=bar_months))
    return tuple(
        Bar(unit=key.id, window=days, consortium=consortium.id, provision="art4.s2")
        for key in leads
    )


@fact
def yearly(consortium: Consortium, *, report_month: int, report_day: int) -> tuple[Owing, ...]:
    """备案次年起每年一份年报。"""
    if consortium.recognised_on is None or consortium.phase is not Phase.RECOGNISED:
        return ()
    done = {report.year: report.on for report in consortium.all(AnnuallyReported)}
    return tuple(
        Owing(
            since=date(year, 1, 1),
            due=date(year, report_month, report_day),
            done_on=done.get(str(year)),
            subject=str(year),
        )
        for year in range(consortium.recognised_on.year + 1, consortium.on.year + 1)
    )


@clause("art1.s1")
def enough_members(member_count: Int, *, min_members: int) -> Truth:
    """成员不少于三家。"""
    return at_least(member_count, min_members)


@clause("art1.s2")
def enough_leads(lead_count: Int, *, min_leads: int) -> Truth:
    """由其中两家以上共同牵头。"""
    return at_least(lead_count, min_leads)


@clause("art4.s3")
def signed_by_all_leads(asks_to_leave: Truth, all_leads_signed: Truth) -> Ruling:
    """经全体牵头单位签署。"""
    return only_if(asks_to_leave, holds(all_leads_signed))


@clause("art6.s1")
def begun(day: Day, published_on: Day) -> Truth:
    """自公布之日起施行。"""
    return at_least(day, published_on)


# --- its procedure --------------------------------------------------------------------------------


def row(name: str, at: str, event: type[Event], actor: str | None, way: str, **more: Any) -> Step:
    """Return a row of the table; its way says whence and where to: ``start returned > filed``."""
    after, to = way.split(" > ")
    parts = {"after": tuple(after.split()), "to": to, "actor": actor, **more}
    return Step(name=name, provision=at, event=event, **parts)


ON_FILE = (Phase.RECOGNISED,)
CHANGE: dict[str, Any] = {"path": "change", "phases": ON_FILE}
LEAVE: dict[str, Any] = {"path": "leave", "phases": ON_FILE}
YEAR: dict[str, Any] = {"path": "year", "phases": ON_FILE}
IMPOSED: dict[str, Any] = {"where": (("on_request", (False, None)),), "phases": ON_FILE}
ASKED: dict[str, Any] = {"where": (("on_request", True),), **LEAVE}
NO: dict[str, Any] = {"where": (("agreed", False),), **LEAVE}
YES: dict[str, Any] = {"where": (("agreed", True),), **LEAVE}
RESTORED: dict[str, Any] = {"phases": (Phase.ENDED,), "stated": False}
SCREENED: dict[str, Any] = {"guards": (enough_leads,), "asks": ("formation",), "screening": True}
CHECKED: dict[str, Any] = {"asks": ("formation",)}
NOTED: dict[str, Any] = {"notes": (enough_members,), **CHANGE}
SIGNED: dict[str, Any] = {"guards": (signed_by_all_leads,), **LEAVE}

STEPS = (
    row("file", "art2.s1", JointlyFiled, "lead", "start returned > filed", **SCREENED),
    row("return", "art2.s3", Returned, "office", "filed > returned"),
    row("withdraw", "art2.s4", ApplicationWithdrawn, "lead", "filed returned > withdrawn"),
    row("put_on_file", "art2.s2", Recognised, "office", "filed > on_file", **CHECKED),
    row("report_change", "art3.s1", ChangeReported, "member", "start > in_effect", **NOTED),
    row("strike_off", "art4.s1", Ended, "office", "on_file > struck_off", **IMPOSED),
    row("ask_to_leave", "art4.s3", EndRequested, None, "start declined > asked", **SIGNED),
    row("decline", "art4.s4", EndReviewed, "office", "asked > declined", **NO),
    row("agree", "art4.s4", EndReviewed, "office", "asked > agreed", **YES),
    row("let_go", "art4.s5", Ended, "office", "agreed > struck_off", **ASKED),
    row("restore", "art4.s6", EndSetAside, None, "struck_off > on_file", **RESTORED),
    row("report_year", "art5.s1", AnnuallyReported, "lead", "start > reported", **YEAR),
)

#: The filing measures, their publication unknown.
FILING = Policy(
    code="980000",
    aliases=("CN-YY", "虚构县"),
    instrument=Instrument(
        title="虚构县联合体备案办法",
        gloss="Filing Measures of Elsewhere",
        status=Status.PUBLISHED,
        jurisdiction="980000",
    ),
    ledger=Ledger.read(TABLE),
    numbers=Numbers(),
    readings=(),
    facts=(
        reports,
        leads,
        lead_count,
        members,
        parties,
        member_count,
        asks_to_leave,
        all_leads_signed,
        engagements,
        bars,
        yearly,
    ),
    items=(),
    inquiries=(Inquiry(name="formation", conditions=(enough_members,)),),
    in_time=InTime(commencement=begun),
    steps=STEPS,
    actors=(
        Actor(role="lead", party=Party.LEAD),
        Actor(role="member", party=Party.MEMBERS),
        Actor(role="office", names=(OFFICE, "备案办")),
    ),
    events=(JointlyFiled, Returned, AnnuallyReported),
    duties=(
        Duty(
            name="report_yearly",
            provision="art5.s1",
            bearer="lead",
            toward="office",
            occasions="yearly",
        ),
        Duty(name="accept_guidance", provision="art5.s2", bearer="member"),
    ),
    engagements="engagements",
    parties="parties",
    bars="bars",
)
