"""Major projects: who applied, who reviewed, and how much was given (arts. 15, 22, 23)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from attrs import evolve, frozen

from innov_consortium.core.changes import ChangeEvent
from innov_consortium.core.clauses import Evidence, fact, items
from innov_consortium.core.events import (
    Event,
    ProjectApplied,
    ProjectDecided,
    ProjectEvent,
    ProjectFunded,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.quantities import total
from innov_consortium.core.records import EarlierFunding, Record
from innov_consortium.policies.tianjin.bodies import place_named
from innov_consortium.policies.tianjin.events import ProjectPrereviewed
from innov_consortium.policies.tianjin.facts_filing import Places, in_place
from innov_consortium.policies.tianjin.memberships import Membership, names_on
from innov_consortium.policies.tianjin.readings_evaluation import Legacy
from innov_consortium.policies.tianjin.readings_projects import (
    CapBase,
    CapMoney,
    EarlierMoney,
    ProjectApplicant,
)
from innov_consortium.policies.tianjin.results import before_this_text

__all__ = ["FACTS", "ITEMS", "Project", "Support"]

#: 市财政以外的财政资金。
_OTHER_PUBLIC = ("national", "district")

_AMOUNT = ("events[project_funded].amount", "events[project_funded].source")


@frozen
class Project:
    """A project, as far as its events tell of it.

    Args:
        id: Its id.
        events: Its events, in the order in which they happened.
    """

    id: str
    events: tuple[ProjectEvent, ...] = ()

    @property
    def key(self) -> str:
        """What an attestation about it names as its item."""
        return self.id

    @property
    def application(self) -> ProjectApplied | None:
        """The last application for it; ``None`` if none is known."""
        return next((e for e in reversed(self.events) if isinstance(e, ProjectApplied)), None)

    @property
    def decision(self) -> ProjectDecided | None:
        """The decision on it; ``None`` if there is none."""
        return next((e for e in self.events if isinstance(e, ProjectDecided)), None)


@frozen
class Support(Evidence):
    """Money given, with what was counted.

    Args:
        value: In yuan; ``None`` if it cannot be known and what is known stays within the most.
        excess: What is above the most there may be; ``None`` if nothing is, or if not known.
        counted: The instalments counted.
        not_counted: Money that is known and does not count.
        missing: Paths of what would have to be known.
    """

    value: Decimal | None
    excess: Decimal | None = None
    counted: tuple[ProjectFunded, ...] = ()
    not_counted: tuple[ProjectFunded, ...] = ()
    missing: tuple[str, ...] = ()


@items(path="projects[{}]".format)
def project(projects: tuple[Project, ...]) -> tuple[Project, ...]:
    """每一科技重大项目。"""
    return projects


@fact
def projects(consortium: Consortium | None, act: Event | None) -> tuple[Project, ...]:
    """申报或者获得支持的科技重大项目，按先后；正在作出的行为也在内。"""
    events = () if consortium is None else consortium.all(ProjectEvent)
    events = (*events, *((act,) if isinstance(act, ProjectEvent) else ()))
    found: dict[str, list[ProjectEvent]] = {}
    for event in events:
        found.setdefault(event.project, []).append(event)
    return tuple(Project(id_, tuple(theirs)) for id_, theirs in found.items())


@fact
def project_day(projects: tuple[Project, ...], act: Event | None, day: date) -> date:
    """申报之日：有尚未决定的申报的，该申报之日；没有的，为所问之日（D07、D09）。"""
    own = act.project if isinstance(act, ProjectEvent) else None
    asked = [p for p in projects if own in (None, p.id) and p.decision in (None, act)]
    pending = [p.application for p in asked if p.application is not None]
    return pending[-1].on if pending else day


@fact
def in_status(
    consortium: Consortium | None,
    status_ends: date | None,
    day: date,
    commenced_on: date | None,
    *,
    legacy: Legacy,
) -> bool:
    """当日是经批复的天津市创新联合体；须重新组建的原联合体不是（A08）。"""
    if consortium is None or consortium.recognised_on is None:
        return False
    recognised = [e for e in consortium.events if e.move and e.on == consortium.recognised_on]
    old = any(before_this_text(e, commenced_on) for e in recognised)
    if old and legacy is Legacy.ANEW:
        return False
    return status_ends is None or day < status_ends


@fact(each="project")
def applied_for(project: Project) -> bool:
    """已经申报。"""
    return project.application is not None


@fact(each="project", reads="events[project_prereviewed].by")
def prereviewed_in_place(
    project: Project,
    lead_places: Places | None,
    *,
    binhai_zones: tuple[tuple[str, ...], ...],
) -> bool | None:
    """已由牵头单位所在区（开发区）的部门初审；没有初审的没有。"""
    reviews = [e for e in project.events if isinstance(e, ProjectPrereviewed)]
    said = [
        None if e.by is None else in_place(place_named(e.by, binhai_zones), lead_places)
        for e in reviews
    ]
    if True in said:
        return True
    return None if None in said else False


@fact(each="project", reads="events[project_applied].by")
def applied_through_lead(
    project: Project,
    memberships: tuple[Membership, ...] | None,
    change_events: tuple[ChangeEvent, ...],
    *,
    project_applicant: ProjectApplicant,
) -> bool | None:
    """由牵头单位申报，或者依解释由任何成员单位（D13）。"""
    one = project.application
    if one is None or one.by is None or memberships is None:
        return None
    if one.by in names_on(memberships, change_events, one.on):
        return True
    if project_applicant is ProjectApplicant.THROUGH_LEAD:
        return False
    return any(one.by in m.unit.called for m in memberships if m.on(one.on))


# --- money -------------------------------------------------------------------------------------


@fact(each="project", reads=_AMOUNT)
def municipal_support(
    project: Project,
    projects: tuple[Project, ...],
    *,
    max_support: Decimal,
    municipal_money: tuple[str, ...],
    cap_base: CapBase,
    cap_money: CapMoney,
) -> Support:
    """市财政资金的支持金额：按项目各期合计，或者依解释另计（D10）；其他资金不计。"""
    return _supported(project, projects, max_support, municipal_money, cap_base, cap_money)


@fact(reads="act.source")
def instalment_counts(
    act: Event | None, *, municipal_money: tuple[str, ...], cap_money: CapMoney
) -> bool | None:
    """正在给予的这一期计入上限（D10）；资金来源不明的不明。"""
    if not isinstance(act, ProjectFunded):
        return False
    return None if act.source is None else act.source in _counting(municipal_money, cap_money)


@fact(reads="act.amount")
def support_with_it(
    projects: tuple[Project, ...],
    act: Event | None,
    *,
    max_support: Decimal,
    municipal_money: tuple[str, ...],
    cap_base: CapBase,
    cap_money: CapMoney,
) -> Support | None:
    """连同正在给予的这一期，该项目的支持金额。"""
    own = act.project if isinstance(act, ProjectFunded) else None
    project = next((p for p in projects if p.id == own), None)
    if project is None:
        return None
    return _supported(project, projects, max_support, municipal_money, cap_base, cap_money)


@fact(each="project", reads="record.earlier_funding")
def funded_before(
    project: Project,
    record: Record,
    memberships: tuple[Membership, ...] | None,
    day: date,
    *,
    earlier_money: EarlierMoney,
    municipal_money: tuple[str, ...],
) -> bool | None:
    """相关项目方向或研究已获得过资助：财政资金，在申报以前，成员单位所得（D11）。"""
    municipal = earlier_money is EarlierMoney.MUNICIPAL
    sources = municipal_money if municipal else (*municipal_money, *_OTHER_PUBLIC)
    about = [f for f in record.earlier_funding if _before(f, project) and _theirs(f, memberships)]
    said = [_same(f, sources) for f in about]
    if True in said:
        return True
    return False if record.complete_on(day) and None not in said else None


def _counting(municipal_money: tuple[str, ...], cap_money: CapMoney) -> tuple[str, ...]:
    """Return whose money counts toward the most there may be (D10)."""
    with_district = cap_money is CapMoney.WITH_DISTRICT
    return (*municipal_money, "district") if with_district else municipal_money


def _supported(
    project: Project,
    projects: tuple[Project, ...],
    max_support: Decimal,
    municipal_money: tuple[str, ...],
    cap_base: CapBase,
    cap_money: CapMoney,
) -> Support:
    """Return the money a project was given, by what the most is stated for."""
    sources = _counting(municipal_money, cap_money)
    base = projects if cap_base in (CapBase.YEAR, CapBase.CONSORTIUM) else (project,)
    given = [e for p in base for e in p.events if isinstance(e, ProjectFunded)]
    own = {e for e in project.events if isinstance(e, ProjectFunded)}
    groups = {
        CapBase.PROJECT: [given],
        CapBase.CONSORTIUM: [given],
        CapBase.INSTALMENT: [[e] for e in given],
        CapBase.YEAR: [
            [e for e in given if e.on.year == year] for year in sorted({e.on.year for e in own})
        ],
    }[cap_base]
    found = [_total(group, sources, max_support) for group in groups]
    return max(found, key=_largest, default=Support(Decimal(0)))


def _total(
    given: Iterable[ProjectFunded], sources: tuple[str, ...], max_support: Decimal
) -> Support:
    """Return the sum of what counts, exact; where something is not known, only if it decides."""
    given = [_bare(e) for e in given]
    counted = tuple(e for e in given if e.source in sources)
    unclear = [e for e in given if e.source is None]
    known = total(e.amount for e in counted if e.amount is not None)
    sure = not unclear and all(e.amount is not None for e in counted)
    over = known > max_support
    return Support(
        known if sure or over else None,
        total((known, max_support.copy_negate())) if over else None,
        counted,
        tuple(e for e in given if e not in counted and e not in unclear),
        () if sure else _AMOUNT,
    )


def _bare(instalment: ProjectFunded) -> ProjectFunded:
    """Return an instalment without what says how it was recorded, which makes it no other one."""
    return evolve(instalment, consortium="", edition="", recorded_on=None, id="")


def _largest(one: Support) -> tuple[bool, Decimal]:
    """Return by what an amount is the largest: one above the most, one not known, the others."""
    return one.excess is not None or one.value is None, one.value or Decimal(0)


def _before(funding: EarlierFunding, project: Project) -> bool:
    """Return whether money is not known to be another project's, or later than the application."""
    applied = project.application
    later = funding.on is not None and applied is not None and funding.on > applied.on
    return funding.project in ("", project.id) and not later


def _theirs(funding: EarlierFunding, memberships: tuple[Membership, ...] | None) -> bool:
    """Return whether money is not known to be an outsider's."""
    if funding.unit is None or memberships is None:
        return True
    return any(funding.unit in (m.unit.legal_person, m.unit.id) for m in memberships)


def _same(funding: EarlierFunding, sources: tuple[str, ...]) -> bool | None:
    """Return whether money of some sources was for the same direction."""
    if funding.same_direction is False:
        return False
    if funding.source is None:
        return None
    return funding.same_direction if funding.source in sources else False


ITEMS = (project,)

FACTS = (
    projects,
    project_day,
    in_status,
    applied_for,
    prereviewed_in_place,
    applied_through_lead,
    municipal_support,
    instalment_counts,
    support_with_it,
    funded_before,
)
