"""Who leads, how many, and what they spend on research: art. 5."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen
from innov_consortium.core.attestations import Attested
from innov_consortium.core.clauses import Evidence, fact, items
from innov_consortium.core.consortium import Application
from innov_consortium.core.figures import figures_of
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Organization, OrganizationKind
from innov_consortium.core.quantities import total
from innov_consortium.core.records import Record
from innov_consortium.core.register import Count, Register, Role

from innov_policy_shuiyun.bodies import CITY
from innov_policy_shuiyun.readings import ShareMean

__all__ = ["FACTS", "ITEMS", "MeanShare"]


@items(path=lambda n: f"application.co_leads[{n - 1}]" if n else "application.lead")
def leading_unit(application: Application | None) -> tuple[Organization, ...]:
    """牵头单位；联合牵头的，每一家。尚未提交备案的，没有可逐家看的单位。"""
    return () if application is None else application.leads


@fact
def lead_count(application: Application) -> int:
    """牵头单位数。"""
    return len(application.leads)


@fact
def led_jointly(lead_count: int) -> bool:
    """联合牵头。"""
    return lead_count > 1


@fact(each="leading_unit", reads="{}.domicile")
def in_the_city(leading_unit: Organization) -> bool | None:
    """在本市登记。"""
    domicile = leading_unit.domicile
    return None if domicile is None else domicile.startswith(CITY)


@fact(each="leading_unit")
def is_enterprise(leading_unit: Organization) -> bool:
    """是企业。"""
    return leading_unit.kind is OrganizationKind.ENTERPRISE


@fact(each="leading_unit")
def is_hospital(leading_unit: Organization) -> bool:
    """是医疗机构。"""
    return leading_unit.kind is OrganizationKind.HOSPITAL


@fact(reads="application.field")
def field(application: Application) -> str | None:
    """技术领域。"""
    return application.field


@fact
def figure_years(filing_day: date, *, averaged_years: int) -> tuple[int, ...]:
    """所计的年度：提交备案之年以前的三个年度。"""
    return tuple(range(filing_day.year - averaged_years, filing_day.year))


@fact(each="leading_unit", reads="record.figures")
def rd_total(
    leading_unit: Organization, record: Record, figure_years: tuple[int, ...]
) -> Decimal | None:
    """前三年研发投入合计；缺一年的不明。"""
    return _total(figures_of(record, leading_unit.legal_person, "rd_spending", figure_years))


@fact
def least_rd_total(*, min_mean_rd: Decimal, averaged_years: int) -> Decimal:
    """年均达到最低数额的合计数额，以避免除不尽。"""
    return total([min_mean_rd] * averaged_years)


@frozen
class MeanShare(Evidence):
    """A mean share as a fraction of whole numbers.

    Args:
        value: The numerator of the share; ``None`` if the share is not known.
        share: The share itself.
        missing: Paths of what would have to be known.
    """

    value: int | None
    share: Fraction | None = None
    missing: tuple[str, ...] = ()


@fact(each="leading_unit")
def rd_part(
    leading_unit: Organization,
    record: Record,
    figure_years: tuple[int, ...],
    *,
    share_mean: ShareMean,
) -> MeanShare:
    """前三年研发投入占营业收入的平均比例，其分子。"""
    share = _mean_share(leading_unit, record, figure_years, share_mean)
    if share is None:
        return MeanShare(None, missing=("record.figures",))
    return MeanShare(share.numerator, share)


@fact(each="leading_unit")
def rd_whole(rd_part: MeanShare) -> int | None:
    """同一比例的分母。"""
    return None if rd_part.share is None else rd_part.share.denominator


@fact(each="leading_unit", attested=bool, reads="attestations[tertiary_grade_a]")
def tertiary_grade_a(leading_unit: Organization, attested: Attested) -> bool | None:
    """经认定为三级甲等医院。"""
    return attested.holds("tertiary_grade_a", leading_unit.key)


@fact(reads="application.agreement.heads")
def leads_tasks_stated(application: Application) -> bool | None:
    """组建协议载明各牵头单位的职责。"""
    heads = None if application.agreement is None else application.agreement.heads
    return None if heads is None else "tasks_of_each_lead" in heads


@fact(each="leading_unit", reads="register")
def leaderships(
    leading_unit: Organization, register: Register, consortium: Consortium | None, day: date
) -> Count:
    """该单位同时牵头的创新联合体数，含本次申请。"""
    own = None if consortium is None else consortium.id
    led = {
        e.consortium
        for e in register.of(leading_unit.legal_person)
        if e.role is Role.LEAD and e.consortium != own and register.active(e, day)
    }
    return Count(len(led) + 1, tuple(sorted(led)))


@fact(reads="register.complete_to")
def register_complete(register: Register, day: date) -> bool | None:
    """登记簿截至当日完整；不完整的为不明，不作“没有”。"""
    return register.complete_on(day)


def _total(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) else None


def _mean_share(
    unit: Organization, record: Record, years: tuple[int, ...], read: ShareMean
) -> Fraction | None:
    """Return the mean share under a reading; none of a year without revenue, which has no share."""
    spent = figures_of(record, unit.legal_person, "rd_spending", years)
    earned = figures_of(record, unit.legal_person, "revenue", years)
    if read is ShareMean.POOLED:
        spent, earned = (_total(spent),), (_total(earned),)
    pairs = [(s, e) for s, e in zip(spent, earned, strict=True) if s is not None and e]
    if len(pairs) < len(spent):
        return None
    return sum((_share(s, e) for s, e in pairs), Fraction(0)) * Fraction(1, len(pairs))


def _share(part: Decimal, whole: Decimal) -> Fraction:
    """Return an exact share, multiplied across."""
    above, below = part.as_integer_ratio(), whole.as_integer_ratio()
    return Fraction(above[0] * below[1], above[1] * below[0])


ITEMS = (leading_unit,)

FACTS = (
    lead_count,
    led_jointly,
    in_the_city,
    is_enterprise,
    is_hospital,
    field,
    figure_years,
    rd_total,
    least_rd_total,
    rd_part,
    rd_whole,
    tertiary_grade_a,
    leads_tasks_stated,
    leaderships,
    register_complete,
)
