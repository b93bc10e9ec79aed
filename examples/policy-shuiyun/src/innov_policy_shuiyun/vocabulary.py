"""The words the Measures list, as documents write them; the five grades are all there are."""

from __future__ import annotations

from innov_policy_shuiyun.numbers import Numbers

__all__ = ["VOCABULARY"]

_NUMBERS = Numbers()

VOCABULARY = (
    ("agreement.heads", (*_NUMBERS.agreement_heads, "tasks_of_each_lead")),
    ("documents", _NUMBERS.filing_documents),
    ("governance.organs", ("decision",)),
    ("figures.metrics", ("rd_spending", "revenue")),
    ("grades", _NUMBERS.grades),
    ("record.contexts", (*_NUMBERS.false_materials_in, "evaluation")),
)
