"""The words the Measures list, as documents write them.

All but the four grades end with 等 or are no list of the text: one may say more, as ``other:…``.
"""

from __future__ import annotations

from innov_consortium.policies.tianjin.numbers import Numbers

__all__ = ["VOCABULARY"]

_HEADS = (
    "goals",
    "tasks",
    "organisation",
    "functions",
    "rights_and_obligations",
    "ip_ownership",
    "licensing_and_income_distribution",
    "licensing",
    "income_distribution",
    "breach_liability",
)

VOCABULARY = (
    ("lists", Numbers().required_lists),
    ("agreement.heads", _HEADS),
    ("governance.organs", Numbers().organ_functions),
    ("cooperation", Numbers().cooperation_areas),
    ("documents", ("construction_plan", "proofs")),
    ("grades", Numbers().grades),
    ("evaluation.stages", (*Numbers().evaluation_stages, Numbers().final_stage)),
    ("funding.sources", (*Numbers().municipal_money, "national", "district")),
    ("record.contexts", (*Numbers().falsification_contexts, "project")),
    ("record.accident_categories", Numbers().accident_categories),
    ("record.accident_grades", ("ordinary", "larger", *Numbers().major_grades)),
)
