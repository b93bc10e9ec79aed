"""The words the Measures list, as applications write them.

Every one of these lists ends with 等: an application may say more, as ``other:…``.
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
)
