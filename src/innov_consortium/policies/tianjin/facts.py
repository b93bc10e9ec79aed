"""Every fact the Measures' clauses compare, and the sorts of items they are asked of."""

from __future__ import annotations

from innov_consortium.policies.tianjin import (
    facts_changes,
    facts_composition,
    facts_documents,
    facts_duties,
    facts_ending,
    facts_filing,
    facts_lead,
    facts_members,
    facts_publicity,
    facts_review,
)

__all__ = ["FACTS", "ITEMS"]

ITEMS = (
    *facts_composition.ITEMS,
    *facts_documents.ITEMS,
    *facts_filing.ITEMS,
    *facts_changes.ITEMS,
    *facts_ending.ITEMS,
)

FACTS = (
    *facts_composition.FACTS,
    *facts_lead.FACTS,
    *facts_documents.FACTS,
    *facts_filing.FACTS,
    *facts_review.FACTS,
    *facts_publicity.FACTS,
    *facts_members.FACTS,
    *facts_changes.FACTS,
    *facts_ending.FACTS,
    *facts_duties.FACTS,
)
