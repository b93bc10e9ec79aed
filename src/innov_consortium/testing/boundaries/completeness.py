"""Whether every threshold has its template, and every template its threshold."""

from __future__ import annotations

from attrs import frozen

from innov_consortium.core.clauses import Clause
from innov_consortium.core.policy import Policy
from innov_consortium.core.thresholds import Threshold, thresholds_of
from innov_consortium.testing.boundaries.templates import templates_of

__all__ = ["Unmatched", "unmatched"]

#: Before the name of a clause, where a template is for no threshold but for what a clause rests on.
_CLAUSE = "clause:"


@frozen
class Unmatched:
    """What does not fit together.

    Args:
        missing: The thresholds for which there is no template.
        left_over: The templates that name what is not there, each with the name.
    """

    missing: tuple[Threshold, ...]
    left_over: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything that does not fit."""
        return bool(self.missing or self.left_over)


def unmatched(policy: Policy) -> Unmatched:
    """Return the thresholds without a template, and the templates without a threshold."""
    thresholds, templates = thresholds_of(policy), templates_of(policy).templates
    named = {key for template in templates for key in template.of}
    keys = {t.key for t in thresholds}
    clauses = {_CLAUSE + n.name for n in policy.every_norm if isinstance(n, Clause)}
    missing = {t.key: t for t in thresholds if t.key not in named}
    return Unmatched(
        missing=tuple(missing.values()),
        left_over=tuple((t.id, k) for t in templates for k in t.of if k not in keys | clauses),
    )
