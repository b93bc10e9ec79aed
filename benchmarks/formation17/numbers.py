"""Every figure and list of words the seventeen rules compare with."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from attrs import frozen
from benchmarks.formation17 import rules

from innov_consortium.core.numbers import stated

__all__ = ["Numbers"]


@frozen(kw_only=True)
class Numbers:
    """What the rules state."""

    lead_kinds: tuple[str, ...] = stated(rules.QUALIFIED, "art1")
    region: str = stated("99", "art2")
    max_leads: int = stated(rules.MOST_LEADS, "art4", unit="个", least=0)
    min_participants: int = stated(rules.PARTICIPANTS, "art5", unit="家", least=0)
    min_enterprise_share: Fraction = stated(Fraction(1, 2), "art6")
    max_consortia: int = stated(rules.MOST_CONSORTIA, "art7", unit="个", least=0)
    required_heads: tuple[str, ...] = stated(rules.HEADS, "art9")
    required_lists: tuple[str, ...] = stated(rules.LISTS, "art14")
    first_day: date = stated(rules.FIRST_DAY, "art16")
    last_day: date = stated(rules.LAST_DAY, "art17")
