"""Whether every threshold and every day that is compared has its template, and conversely."""

from __future__ import annotations

from attrs import frozen

from innov_consortium.core.clauses import Clause
from innov_consortium.core.policy import Policy
from innov_consortium.core.thresholds import Threshold, thresholds_of
from innov_consortium.testing.boundaries.days import DaysCompared, days_of
from innov_consortium.testing.boundaries.templates import templates_of

__all__ = ["Unmatched", "unmatched"]

#: Before the name of a clause, where a template is for no threshold but for what a clause rests on.
_CLAUSE = "clause:"


@frozen
class Unmatched:
    """What does not fit together.

    Args:
        missing: The thresholds, and the days compared by facts, for which there is no template, nor
            a reason why there is none.
        left_over: The templates and the reasons that name what is not there, each with the name.
    """

    missing: tuple[Threshold | DaysCompared, ...]
    left_over: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything that does not fit."""
        return bool(self.missing or self.left_over)


def unmatched(policy: Policy) -> Unmatched:
    """Return what is compared without a template, and the templates that are for nothing."""
    made = templates_of(policy)
    compared: tuple[Threshold | DaysCompared, ...] = thresholds_of(policy)
    if made.templates:  # who brings no cases at all is asked for none
        compared = (*compared, *days_of(policy))
    naming = [(template.id, key) for template in made.templates for key in template.of]
    naming += [(reason.id, key) for reason in made.without for key in reason.without]
    named = {key for _, key in naming}
    clauses = {_CLAUSE + n.name for n in policy.every_norm if isinstance(n, Clause)}
    known = {one.key for one in compared} | clauses
    missing = {one.key: one for one in compared if one.key not in named}
    return Unmatched(
        missing=tuple(missing.values()),
        left_over=tuple((who, key) for who, key in naming if key not in known),
    )
