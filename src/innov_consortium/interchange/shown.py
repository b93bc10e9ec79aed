"""What a fault shows of a value, and what it never shows.

Whatever stands in a post is a person's: neither the name nor anything written in its place is
ever repeated. Nor is what is told in words of one's own, which may name somebody.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from innov_consortium.core.consortium import Person
from innov_consortium.interchange.formats import Sorts, fields_of
from innov_consortium.interchange.paths import steps
from innov_consortium.interchange.strict import NumberText

__all__ = ["POSTS", "TOLD_FREELY", "is_personal", "may_be_personal", "posts_of", "shown"]

#: The names of fields in which persons stand, whatever the policy.
POSTS = frozenset({"principal", "technologist", "person"})

#: The names of fields in whose place, or in the place of whose items, a person may be written.
_AROUND_POSTS = frozenset({"events", "event", "instead", "new_name", "attestations", "departures"})

#: The names of fields that are told in words of one's own, which may name somebody, or below which
#: somebody may be named, be it in the wrong place or not.
TOLD_FREELY = frozenset(
    {
        *("governance", "misconduct", "by", "determined_by", "elected_by", "agency", "recipient"),
        *("body", "reason", "document", "opinion", "ground", "source"),
    }
)
_LONGEST = 60


@cache
def posts_of(sorts: Sorts) -> frozenset[str]:
    """Return the names of fields in which persons stand, with those of a policy's own events."""
    own = {
        name
        for sort in sorts
        for name, wanted in fields_of(sort)
        if wanted is Person or Person in get_args(wanted)
    }
    return POSTS | own


def is_personal(path: str, posts: frozenset[str] = POSTS) -> bool:
    """Return whether what stands at a path, or below, is a person's.

    >>> is_personal("application.governance.principal.name"), is_personal("application.lead.name")
    (True, False)
    """
    return not posts.isdisjoint(name for name, _ in steps(path))


def may_be_personal(path: str, posts: frozenset[str] = POSTS) -> bool:
    """Return whether a value at a path may be a person's, be it written in the wrong place.

    >>> may_be_personal("application.governance"), may_be_personal("application.agreement")
    (True, False)
    """
    names = [name for name, _ in steps(path)]
    around = not TOLD_FREELY.isdisjoint(names) or not _AROUND_POSTS.isdisjoint(names[-1:])
    return around or is_personal(path, posts)


def shown(value: Any) -> str:
    """Return a value as a fault shows it: short, and no more of a container than its sort.

    >>> shown("某甲"), shown(True), shown([1, 2]), shown(b"x")
    ("'某甲'", 'true', '[…]', '<bytes>')
    """
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if type(value) is str:
        return _shortened(value, repr(value[:_LONGEST]))
    if isinstance(value, NumberText):
        return _shortened(value.text, value.text[:_LONGEST])
    if type(value) is float or (type(value) is int and value.bit_length() <= _LONGEST):
        return repr(value)
    return f"<{type(value).__name__}>"


def _shortened(whole: str, beginning: str) -> str:
    return f"{beginning}…" if len(whole) > _LONGEST else beginning
