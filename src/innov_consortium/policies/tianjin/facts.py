"""Every fact the Measures' clauses compare, and the sorts of items they are asked of."""

from __future__ import annotations

from innov_consortium.policies.tianjin import facts_composition, facts_documents, facts_lead

__all__ = ["FACTS", "ITEMS"]

ITEMS = (*facts_composition.ITEMS, *facts_documents.ITEMS)

FACTS = (*facts_composition.FACTS, *facts_lead.FACTS, *facts_documents.FACTS)
