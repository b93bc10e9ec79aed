"""What a class itself asks of a field beyond what the hook for its type does.

Only what a schema can say stands here; the rest is told in ``x-beyond``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from innov_consortium.core.calendars import Calendar
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Ended
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Engagement
from innov_consortium.core.text import region_faults
from innov_consortium.interchange.formats import HistoryDocument
from innov_consortium.interchange.limits import Limits
from innov_consortium.interchange.schemas.leaves import Schema

__all__ = ["BESIDES", "LEAF_IN", "most_items"]

#: The check that the texts of a field go through, where it is not that of any text.
LEAF_IN: Mapping[tuple[type[Any], str], Callable[..., Any]] = {
    (Organization, "domicile"): region_faults,
    (Organization, "branches_in"): region_faults,
    (Engagement, "jurisdiction"): region_faults,
}

#: What else is asked of a field.
BESIDES: Mapping[tuple[type[Any], str], Schema] = {
    (Calendar, "window"): {
        "type": "object",
        "required": ["first", "last"],
        "properties": {"first": {"type": "string"}, "last": {"type": "string"}},
    },
    (Ended, "grounds"): {"type": ["array", "null"], "uniqueItems": True},
}


def most_items(piece: Schema, cl: type[Any], name: str, limits: Limits) -> Schema:
    """Return the piece of a list that has a limit of its own with that limit."""
    if (cl, name) == (HistoryDocument, "events"):
        return {**piece, "maxItems": min(limits.items, limits.events)}
    if (cl, name) == (Application, "participants"):
        return {**piece, "maxItems": min(limits.items, limits.members - 1)}
    return piece
