"""第五条第（二）、（三）项：牵头、参与几个——由各列所说的数目，或者由登记簿推得。

登记簿中每一主体的数目由 ``facts_composition``、``facts_lead`` 的同一函数算出，此处只作对照。
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import narwhals as nw

from innov_consortium.core.clauses import fact
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.register import Register
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.policies.tianjin.facts_composition import participations_of, unmatched_of
from innov_consortium.policies.tianjin.facts_lead import leaderships_of
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    LeadershipCounting,
    RolesCounted,
    UnitOfCount,
)

__all__ = ["FACTS"]

_APART = "\x1f"
#: A college that no register names.
_OTHER_COLLEGE = "（登记簿未载的学院）"
_SOMEBODY = "登记簿所载的单位"
#: The columns that tell what a register does.
_OF_LEAD = tuple(f"leads_{sort}" for sort in ("active", "pending", "ended", "revoked"))
_OF_PARTICIPANTS = tuple(
    f"{role}_{sort}"
    for role in ("joined", "led")
    for sort in ("active", "pending", "revoked", "elsewhere")
)


def _looked_up(key: nw.Expr, counts: Mapping[str, int | None], otherwise: int) -> nw.Expr:
    """Return the count of each key; null for a key that is not said."""
    found: nw.Expr = nw.when(~key.is_null()).then(nw.lit(otherwise, nw.Int64()))
    by_count: dict[int | None, list[str]] = {}
    for one, count in counts.items():
        by_count.setdefault(count, []).append(one)
    for count, keys in by_count.items():
        found = nw.when(key.is_in(keys)).then(nw.lit(count)).otherwise(found)
    return found


def _on(on: date | None) -> date:
    if on is None:
        fault = Fault(
            FaultKind.INCONSISTENT,
            "register",
            "登记簿须与同一个所问之日相比；各行日期不同的，请以各列给出数目",
            "is looked at on one day; where the rows ask about different days, give the counts "
            "in columns",
        )
        raise InvalidInputError([fault])
    return on


def _stub(unit: Identifier, college: str | None) -> Organization:
    """Return a unit of which no more is told than whom a register would know it by."""
    kind = OrganizationKind.OTHER if college is None else OrganizationKind.UNIVERSITY
    return Organization(name=_SOMEBODY, id=unit, kind=kind, college=college)


def _pairs(register: Register) -> Iterable[tuple[str, Organization]]:
    """Yield every unit and college that a register may tell something of, with its key."""
    for unit in dict.fromkeys(e.unit for e in register.engagements):
        for college in dict.fromkeys([None, *(e.college for e in register.of(unit))]):
            yield f"{unit}{_APART}{college or ''}", _stub(unit, college)


def _refuse_both(columns: Iterable[str], given: frozenset[str]) -> None:
    """Refuse columns that tell the numbers beside a register: neither is preferred.

    Raises:
        InvalidInputError: Such columns are given.
    """
    faults = [
        Fault(
            FaultKind.INCONSISTENT,
            column,
            "给出登记簿的，不再以各列给出数目；两者只取其一",
            "is given beside a register, which tells the same: give one of the two",
        )
        for column in columns
        if column in given
    ]
    if faults:
        raise InvalidInputError(faults)


def _whole(count: nw.Expr) -> nw.Expr:
    """Return a count; one below 0 is none."""
    return nw.when(count >= 0).then(count)


@fact
def register_complete(register: Register | None, on: date | None, day: nw.Expr) -> Any:
    """登记簿截至当日完整；不完整时为不明，不作“没有”。"""
    if register is None or register.complete_to is None:
        return None
    if on is not None:
        return register.complete_on(on)
    within = day <= nw.lit(register.complete_to)
    return nw.when(within).then(nw.lit(True))  # noqa: FBT003 - the truth value itself


@fact
def leaderships(
    leads_active: nw.Expr,
    leads_pending: nw.Expr,
    leads_ended: nw.Expr,
    leads_revoked: nw.Expr,
    lead_unit: nw.Expr,
    lead_branch_of: nw.Expr,
    register: Register | None,
    on: date | None,
    *,
    leadership_counting: LeadershipCounting,
    given: frozenset[str],
) -> nw.Expr:
    """牵头单位牵头组建的创新联合体数，含本次申请。"""
    if register is not None:
        _refuse_both(_OF_LEAD, given)
        known = {
            str(unit): leaderships_of(unit, register, _on(on), leadership_counting, None).value
            for unit in dict.fromkeys(e.unit for e in register.engagements)
        }
        return _looked_up(nw.coalesce(lead_branch_of, lead_unit), known, 1)
    active = _whole(leads_active)
    if leadership_counting is LeadershipCounting.PENDING_TOO:
        return active + _whole(leads_pending) + 1
    if leadership_counting is LeadershipCounting.LIFETIME:
        return active + _whole(leads_ended) + _whole(leads_revoked) + 1
    return active + 1


def _by_columns(
    role: tuple[nw.Expr, nw.Expr, nw.Expr, nw.Expr], counted: ConsortiaCounted
) -> nw.Expr:
    active, pending, revoked, elsewhere = role
    more = {
        ConsortiaCounted.PENDING_TOO: pending,
        ConsortiaCounted.REVOKED_TOO: revoked,
        ConsortiaCounted.OTHER_PROVINCES_TOO: elsewhere,
    }.get(counted)
    return _whole(active) if more is None else _whole(active) + _whole(more)


def _person(unit: nw.Expr, branch_of: nw.Expr, unit_of_count: UnitOfCount) -> nw.Expr:
    body = unit_of_count is UnitOfCount.REGISTERED_BODY
    return unit if body else nw.coalesce(branch_of, unit)


@fact(each="participant")
def participations(
    joined_active: nw.Expr,
    joined_pending: nw.Expr,
    joined_revoked: nw.Expr,
    joined_elsewhere: nw.Expr,
    led_active: nw.Expr,
    led_pending: nw.Expr,
    led_revoked: nw.Expr,
    led_elsewhere: nw.Expr,
    kind: nw.Expr,
    college: nw.Expr,
    unit: nw.Expr,
    branch_of: nw.Expr,
    register: Register | None,
    on: date | None,
    *,
    roles_counted: RolesCounted,
    consortia_counted: ConsortiaCounted,
    unit_of_count: UnitOfCount,
    given: frozenset[str],
) -> nw.Expr:
    """该主体参与组建的创新联合体数，含本次申请；高校没有写明学院的不明。"""
    if register is not None:
        _refuse_both(_OF_PARTICIPANTS, given)
        readings = (roles_counted, consortia_counted, unit_of_count)
        known = {
            key: participations_of(stub, register, _on(on), readings, None).value
            for key, stub in _pairs(register)
        }
        person = _person(unit, branch_of, unit_of_count)
        key = nw.concat_str([person, college.fill_null("")], separator=_APART)
        found = _looked_up(key, known, 1)
    else:
        joined = (joined_active, joined_pending, joined_revoked, joined_elsewhere)
        found = _by_columns(joined, consortia_counted) + 1
        if roles_counted is RolesCounted.ANY_ROLE:
            led = (led_active, led_pending, led_revoked, led_elsewhere)
            found = found + _by_columns(led, consortia_counted)
    if "college" not in given:
        no_college = kind == nw.lit("university")
    else:
        no_college = (kind == nw.lit("university")) & college.is_null()
    return nw.when(~no_college).then(found)


@fact(each="participant")
def participations_complete(
    register_complete: nw.Expr,
    unit: nw.Expr,
    branch_of: nw.Expr,
    parent: nw.Expr,
    college: nw.Expr,
    register: Register | None,
    on: date | None,
    *,
    roles_counted: RolesCounted,
    consortia_counted: ConsortiaCounted,
    unit_of_count: UnitOfCount,
    given: frozenset[str],
) -> nw.Expr:
    """该主体的参与情况已全部掌握；掌握不全时为不明，不作“没有”。"""
    complete = nw.when(register_complete).then(nw.lit(True))  # noqa: FBT003
    if unit_of_count is UnitOfCount.GROUP and "parent" in given:
        complete = nw.when(parent.is_null()).then(complete)
    if register is None or not given.isdisjoint(_OF_PARTICIPANTS):
        return complete
    readings = (roles_counted, consortia_counted, unit_of_count)
    # Another college may be the one meant wherever one of the two does not say which.
    unsaid, unmatched = (
        [str(u) for u in units if unmatched_of(_stub(u, c), register, _on(on), readings, None)]
        for units in [dict.fromkeys(e.unit for e in register.engagements)]
        for c in (None, _OTHER_COLLEGE)
    )
    person = _person(unit, branch_of, unit_of_count)
    surely = (
        nw.when(college.is_null()).then(~person.is_in(unsaid)).otherwise(~person.is_in(unmatched))
    )
    return nw.when(~person.is_null() & surely).then(complete)


FACTS = (register_complete, leaderships, participations, participations_complete)
