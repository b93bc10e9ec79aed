"""Findings that something was falsified, for item 3 of art. 11."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Organization
from innov_consortium.core.records import (
    Falsification,
    Record,
    Unrecorded,
)
from innov_consortium.policies.tianjin.bodies import BUREAU
from innov_consortium.policies.tianjin.facts_grounds import (
    counted,
    is_lead,
    own_word,
    unit_of,
    with_the_rest,
)
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings_revocation import (
    FactsBefore,
    Falsifier,
)

__all__ = ["FACTS", "ITEMS"]

_Falsified: TypeAlias = Falsification | Unrecorded


@items(path="record.falsifications[{}]".format)
def falsification(record: Record, day: date) -> tuple[_Falsified, ...]:
    """有关弄虚作假的认定；记录不完整的，另有不明的。"""
    return with_the_rest(record.falsifications, record, day)


@fact(each="falsification", reads="{}.context")
def falsified_in(falsification: _Falsified) -> str | None:
    """在何处弄虚作假。"""
    return None if isinstance(falsification, Unrecorded) else falsification.context


@fact(each="falsification", reads="{}.serious")
def falsified_seriously(falsification: _Falsified) -> bool | None:
    """认定为严重。"""
    return None if isinstance(falsification, Unrecorded) else falsification.serious


@fact(each="falsification", reads="{}.by")
def found_by_bureau(
    falsification: _Falsified, memberships: tuple[Membership, ...] | None
) -> bool | None:
    """由市科技局认定；成员单位自己所说的不是认定。"""
    by = None if isinstance(falsification, Unrecorded) else falsification.by
    if by is None:
        return None
    return by in BUREAU and not own_word(by, memberships)


@fact(each="falsification", reads="{}.by")
def found_by_another(
    falsification: _Falsified, memberships: tuple[Membership, ...] | None
) -> bool | None:
    """由市科技局以外、也非成员单位的机关认定：是否足够，由人判断。"""
    by = None if isinstance(falsification, Unrecorded) else falsification.by
    if by is None:
        return None
    if by in BUREAU or own_word(by, memberships):
        return False
    return None if memberships is None else True  # it may be a member that nobody knows of


@fact(each="falsification", reads="{}.unit")
def falsified_by_lead(
    falsification: _Falsified, lead_units: tuple[Organization, ...] | None
) -> bool | None:
    """系牵头单位所为。"""
    return is_lead(unit_of(falsification), lead_units)


@fact(each="falsification", reads="{}.unit")
def falsified_by_participant(
    falsification: _Falsified,
    memberships: tuple[Membership, ...] | None,
    falsified_by_lead: bool | None,
) -> bool | None:
    """系牵头单位以外的成员单位所为。"""
    unit = unit_of(falsification)
    if unit is None or memberships is None or falsified_by_lead is None:
        return None
    among = any(unit in (m.unit.legal_person, m.unit.id) for m in memberships)
    return not falsified_by_lead and among


@fact(each="falsification", reads="{}.unit")
def falsifier_counts(
    falsified_by_lead: bool | None,
    falsified_by_participant: bool | None,
    *,
    falsifier: Falsifier,
) -> bool | None:
    """由牵头单位所为，依解释也包括其他成员单位（E13）。"""
    if falsifier is not Falsifier.ANY_MEMBER or falsified_by_lead:
        return falsified_by_lead
    return falsified_by_participant


@fact(each="falsification", reads="{}.unit")
def falsifier_judged(falsified_by_participant: bool | None, *, falsifier: Falsifier) -> bool | None:
    """参与单位所为，是否足够由人判断（E13）。"""
    return falsified_by_participant if falsifier is Falsifier.LEAD else False


@fact(each="falsification")
def falsification_counted(
    falsification: _Falsified,
    consortium: Consortium | None,
    evaluations: tuple[Evaluation, ...],
    commenced_on: date | None,
    *,
    facts_before: FactsBefore,
) -> bool | None:
    """发生在施行以后（A07）：写明发生之日的依该日；没有的，不晚于认定，在组建中的不晚于批复。

    在年度评价中的，不晚于该年度结果的通报。
    """
    if isinstance(falsification, Unrecorded):
        return None
    if falsification.occurred_on is not None:
        return counted(falsification.occurred_on, commenced_on, facts_before)
    by_then = [falsification.on]
    formed = None if consortium is None else consortium.recognised_on
    if falsification.context == "formation" and formed is not None:
        by_then.append(formed)
    if falsification.context == "annual_evaluation":
        theirs = (e for e in evaluations if e.year == falsification.year)
        by_then += [e.results[0].on for e in theirs if e.results]
    return counted(min(by_then), commenced_on, facts_before)


ITEMS = (falsification,)


FACTS = (
    falsified_in,
    falsified_seriously,
    found_by_bureau,
    found_by_another,
    falsified_by_lead,
    falsified_by_participant,
    falsifier_counts,
    falsifier_judged,
    falsification_counted,
)
