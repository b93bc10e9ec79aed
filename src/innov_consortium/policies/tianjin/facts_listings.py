"""Entries in official lists, and other unlawful conduct, for item 7 of art. 11."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from innov_consortium.core.attestations import Listing
from innov_consortium.core.clauses import fact, items
from innov_consortium.core.organizations import Organization
from innov_consortium.core.records import (
    Misconduct,
    Record,
    Unrecorded,
)
from innov_consortium.policies.tianjin.facts_grounds import (
    counted,
    is_lead,
    unit_of,
    with_the_rest,
)
from innov_consortium.policies.tianjin.readings_revocation import (
    FactsBefore,
    Listed,
)

__all__ = ["FACTS", "ITEMS"]

_Listed: TypeAlias = Listing | Unrecorded


_Done: TypeAlias = Misconduct | Unrecorded


#: 名称中虽有“失信”而不是失信名单的。
_NO_SUCH_LIST = ("红名单", "非失信")


@items(path="listings[{}]".format)
def listing(listings: tuple[Listing, ...], record: Record, day: date) -> tuple[_Listed, ...]:
    """名录、名单中的记载；记录不完整的，另有不明的。"""
    return with_the_rest(listings, record, day)


@items(path="record.misconduct[{}]".format)
def misconduct(record: Record, day: date) -> tuple[_Done, ...]:
    """其他违法行为；记录不完整的，另有不明的。"""
    return with_the_rest(record.misconduct, record, day)


@fact(each="listing", reads="{}.unit")
def listed_lead(listing: _Listed, lead_units: tuple[Organization, ...] | None) -> bool | None:
    """被列入的是牵头单位。"""
    return is_lead(unit_of(listing), lead_units)


@fact(each="listing")
def listed_now(listing: _Listed, day: date) -> bool | None:
    """当日仍在列。"""
    if isinstance(listing, Unrecorded):
        return None
    return listing.first <= day and (listing.last is None or day <= listing.last)


@fact(each="listing")
def listed_before(
    listing: _Listed,
    listed_now: bool | None,
    commenced_on: date | None,
    *,
    facts_before: FactsBefore,
) -> bool | None:
    """曾经在列、已经移出，移出在施行以后（A07）。"""
    if isinstance(listing, Unrecorded) or listed_now is None:
        return None
    if listed_now or listing.last is None:
        return False
    return counted(listing.last, commenced_on, facts_before)


@fact(each="listing")
def listing_counts(
    listed_now: bool | None, listed_before: bool | None, *, listed: Listed
) -> bool | None:
    """当日在列，依解释曾经在列即可（E12）。"""
    return listed_now if listed_now or listed is not Listed.ONCE else listed_before


@fact(each="listing")
def listing_judged(listed_before: bool | None, *, listed: Listed) -> bool | None:
    """已经移出，是否足够由人判断（E12）。"""
    return listed_before if listed is Listed.CURRENT else False


@fact(each="listing", reads="{}.name")
def of_a_named_list(
    listing: _Listed,
    *,
    abnormal_lists: tuple[str, ...],
    dishonesty_lists: tuple[tuple[str, ...], ...],
) -> bool | None:
    """系经营异常名录，或者失信名单，即名称中有“失信”和“名单”的；其他名单由人判断（E12）。"""
    if isinstance(listing, Unrecorded):
        return None
    if any(word in listing.name for word in _NO_SUCH_LIST):
        return False
    abnormal = any(name in listing.name for name in abnormal_lists)
    return abnormal or any(all(w in listing.name for w in words) for words in dishonesty_lists)


@fact(each="misconduct", reads="{}.unit")
def misconduct_of_lead(
    misconduct: _Done, lead_units: tuple[Organization, ...] | None
) -> bool | None:
    """系牵头单位的行为。"""
    return is_lead(unit_of(misconduct), lead_units)


@fact(each="misconduct", reads="{}.trivial")
def of_weight(misconduct: _Done) -> bool | None:
    """不是轻微的：与所列情形相当与否，由人判断（E12）。"""
    return None if isinstance(misconduct, Unrecorded) else misconduct.trivial is not True


@fact(each="misconduct")
def misconduct_counted(
    misconduct: _Done, commenced_on: date | None, *, facts_before: FactsBefore
) -> bool | None:
    """行为在施行以后（A07）；何日所为没有写明的，依知悉之日。"""
    if isinstance(misconduct, Unrecorded):
        return None
    return counted(misconduct.occurred_on or misconduct.on, commenced_on, facts_before)


ITEMS = (listing, misconduct)


FACTS = (
    listed_lead,
    listed_now,
    listed_before,
    listing_counts,
    listing_judged,
    of_a_named_list,
    misconduct_of_lead,
    of_weight,
    misconduct_counted,
)
