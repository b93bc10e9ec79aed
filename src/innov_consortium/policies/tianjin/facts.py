"""Every fact the Measures' clauses compare, and the sorts of items they are asked of."""

from __future__ import annotations

from innov_consortium.policies.tianjin import (
    facts_bar,
    facts_changes,
    facts_composition,
    facts_conduct,
    facts_cycles,
    facts_documents,
    facts_duties,
    facts_ending,
    facts_evaluation,
    facts_falsification,
    facts_filing,
    facts_grounds,
    facts_lead,
    facts_listings,
    facts_members,
    facts_owed,
    facts_projects,
    facts_publicity,
    facts_results,
    facts_review,
    facts_self_evaluation,
    facts_submission,
    facts_turns,
)

__all__ = ["FACTS", "ITEMS"]

ITEMS = (
    *facts_composition.ITEMS,
    *facts_documents.ITEMS,
    *facts_filing.ITEMS,
    *facts_changes.ITEMS,
    *facts_ending.ITEMS,
    *facts_evaluation.ITEMS,
    *facts_cycles.ITEMS,
    *facts_falsification.ITEMS,
    *facts_conduct.ITEMS,
    *facts_listings.ITEMS,
    *facts_projects.ITEMS,
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
    *facts_bar.FACTS,
    *facts_evaluation.FACTS,
    *facts_submission.FACTS,
    *facts_self_evaluation.FACTS,
    *facts_results.FACTS,
    *facts_cycles.FACTS,
    *facts_grounds.FACTS,
    *facts_falsification.FACTS,
    *facts_conduct.FACTS,
    *facts_listings.FACTS,
    *facts_projects.FACTS,
    *facts_owed.FACTS,
    *facts_turns.FACTS,
)
