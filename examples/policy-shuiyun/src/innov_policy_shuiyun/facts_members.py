"""Who is counted, and who was punished: art. 4."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Organization, OrganizationKind
from innov_consortium.core.periods import Counting, years_from
from innov_consortium.core.records import Determination, OrganKind, Record
from innov_consortium.core.words import Truth, both, either

__all__ = ["FACTS", "ITEMS", "last_day_punished"]


@items(path=lambda n: f"application.participants[{n - 1}]" if n else "application.lead")
def member(application: Application) -> tuple[Organization, ...]:
    """成员单位：牵头单位和参与单位。"""
    return application.members


@fact
def units(application: Application) -> tuple[Organization, ...]:
    """成员单位，同一法人的分支机构、内设学院合并计为一家。"""
    return tuple({unit.legal_person: unit for unit in reversed(application.members)}.values())


@fact
def member_count(units: tuple[Organization, ...]) -> int:
    """成员单位总数。"""
    return len(units)


@fact
def enterprises(units: tuple[Organization, ...]) -> int:
    """企业数。"""
    return sum(unit.kind is OrganizationKind.ENTERPRISE for unit in units)


@fact
def institutions(units: tuple[Organization, ...], *, institution_kinds: tuple[str, ...]) -> int:
    """确定是高等学校、科研机构、医疗机构的单位数。"""
    return sum(unit.kind.value in institution_kinds for unit in units)


@fact
def possible_institutions(
    units: tuple[Organization, ...], institutions: int, *, institution_kinds: tuple[str, ...]
) -> int:
    """确定或者可能是的单位数：新型研发机构是不是科研机构，条文没有写。"""
    listed = OrganizationKind.NEW_RD_INSTITUTION.value in institution_kinds
    new = sum(unit.kind is OrganizationKind.NEW_RD_INSTITUTION for unit in units)
    return institutions if listed else institutions + new


@fact
def filing_day(application: Application | None, day: date) -> date:
    """提交备案之日；尚未提交的为所问之日。"""
    filed_on = None if application is None else application.filed_on
    return day if filed_on is None else filed_on


@fact(each="member", reads="record.complete_to")
def punished(member: Organization, record: Record, filing_day: date, *, clean_years: int) -> Truth:
    """近两年内因严重失信受到行政处罚；没有记载而记录不完整的不明。"""
    theirs = (d for d in record.determinations if d.unit in (None, member.legal_person))
    found = (_counts(one, filing_day, clean_years) for one in theirs)
    return either(*found, None if record.complete_on(filing_day) is None else False)


def _counts(one: Determination, day: date, years: int) -> Truth:
    """Return whether a punishment counts on a day; whose, by whom or how grave may be unknown."""
    return both(
        one.on <= day <= last_day_punished(one, years),
        None if one.unit is None else True,
        None if one.organ is None else one.organ is OrganKind.ADMINISTRATIVE,
        one.serious,
        one.effective,
    )


def last_day_punished(one: Determination, clean_years: int) -> date:
    """Return the last day on which a punishment lies within the years that have to be clean.

    >>> one = Determination(on=date(2024, 3, 1))
    >>> last_day_punished(one, 2)
    datetime.date(2026, 3, 1)
    """
    return years_from(one.on, clean_years, Counting.FIRST_DAY_NOT_COUNTED)


ITEMS = (member,)

FACTS = (
    units,
    member_count,
    enterprises,
    institutions,
    possible_institutions,
    filing_day,
    punished,
)
