"""What a fault shows of a value, and what it never shows.

Whatever stands in a post is a person's: neither the name nor anything written in its place is
ever repeated.
"""

from __future__ import annotations

from typing import Any

from innov_consortium.interchange.paths import steps
from innov_consortium.interchange.strict import NumberText

__all__ = ["is_personal", "may_be_personal", "shown"]

_POSTS = frozenset({"principal", "technologist"})
_AROUND_POSTS = "governance"
_LONGEST = 60


def is_personal(path: str) -> bool:
    """Return whether what stands at a path, or below, is a person's.

    >>> is_personal("application.governance.principal.name"), is_personal("application.lead.name")
    (True, False)
    """
    return not _POSTS.isdisjoint(name for name, _ in steps(path))


def may_be_personal(path: str) -> bool:
    """Return whether a value at a path may be a person's, be it written in the wrong place.

    >>> may_be_personal("application.governance"), may_be_personal("application.agreement")
    (True, False)
    """
    return is_personal(path) or path.endswith(_AROUND_POSTS)


def shown(value: Any) -> str:
    """Return a value as a fault shows it: short, and no more of a container than its sort.

    >>> shown("津甲"), shown(True), shown([1, 2]), shown(b"x")
    ("'津甲'", 'true', '[…]', '<bytes>')
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
