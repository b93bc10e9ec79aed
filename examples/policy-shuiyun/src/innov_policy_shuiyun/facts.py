"""Every fact the clauses compare, and the sorts of items they are asked of."""

from __future__ import annotations

from innov_policy_shuiyun import (
    facts_agreement,
    facts_bars,
    facts_duties,
    facts_ending,
    facts_evaluation,
    facts_filing,
    facts_lead,
    facts_life,
    facts_members,
    facts_time,
)

__all__ = ["FACTS", "ITEMS"]

ITEMS = (
    *facts_members.ITEMS,
    *facts_lead.ITEMS,
    *facts_agreement.ITEMS,
    *facts_filing.ITEMS,
    *facts_ending.ITEMS,
)

FACTS = (
    *facts_members.FACTS,
    *facts_lead.FACTS,
    *facts_agreement.FACTS,
    *facts_filing.FACTS,
    *facts_life.FACTS,
    *facts_evaluation.FACTS,
    *facts_ending.FACTS,
    *facts_bars.FACTS,
    *facts_duties.FACTS,
    *facts_time.FACTS,
)
