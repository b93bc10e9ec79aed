"""What a leaf of a document may be, said once more in JSON Schema: a piece for each strict hook.

A regular expression here is one of ECMA-262 that other engines read alike: anchored, without
looking around, and of characters in the basic plane only. Some engines let ``$`` match before a
last line break, so that those are refused by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from innov_consortium.core import uscc
from innov_consortium.core.text import LONGEST_NAME, region_faults
from innov_consortium.interchange import strict
from innov_consortium.interchange.frozen import Text
from innov_consortium.interchange.stored_values import SHARE, any_text, share
from innov_consortium.interchange.strict import AMOUNT, DAY, MOST_DIGITS

__all__ = [
    "BLANK",
    "INVISIBLE",
    "LEAF_OF",
    "LEAVES",
    "NULL",
    "USCC",
    "Schema",
    "nullable",
    "referred_in",
]

#: A schema, or a part of one.
Schema: TypeAlias = dict[str, Any]

#: Ranges of characters nobody can see, those of the basic plane: controls, formats, line and
#: paragraph separators, private use, letters and marks that show nothing. Surrogates are left out:
#: where an engine takes a character beyond the plane for two of them, it would refuse a rare
#: character of a name.
INVISIBLE = (
    *("\x00-\x1f", "\x7f-\x9f", "\xad", "\u034f", "\u0600-\u0605", "\u061c", "\u06dd", "\u070f"),
    *("\u0890-\u0891", "\u08e2", "\u115f-\u1160", "\u17b4-\u17b5", "\u180b-\u180f"),
    *("\u200b-\u200f", "\u2028-\u202e", "\u2060-\u2064", "\u2066-\u206f", "\u2800", "\u3164"),
    *("\ue000-\uf8ff", "\ufe00-\ufe0f", "\ufeff", "\uffa0", "\ufff9-\ufffb"),
)

#: Blanks that can be told from nothing within a line; a name neither begins nor ends with one.
BLANK = (" ", "\xa0", "\u1680", "\u2000-\u200a", "\u202f", "\u205f", "\u3000")


def _escaped(ranges: tuple[str, ...]) -> str:
    """Return ranges for a class of a regular expression, in figures that can be read."""
    return "".join("-".join(f"\\u{ord(c):04x}" for c in r.split("-")) for r in ranges)


_UNSEEN, _BLANK = _escaped(INVISIBLE), _escaped(BLANK)

#: The only null there is.
NULL: Schema = {"type": "null"}

#: A unified social credit code, but for its check character.
USCC: Schema = {
    "type": "string",
    "minLength": 18,
    "maxLength": 18,
    "pattern": f"^[{uscc.ALPHABET}]{{2}}[0-9]{{6}}[{uscc.ALPHABET}]{{10}}$",
}

_TEXT: Schema = {
    "type": "string",
    "minLength": 1,
    "maxLength": LONGEST_NAME,
    "pattern": f"^[^{_BLANK}{_UNSEEN}](?:[^{_UNSEEN}]*[^{_BLANK}{_UNSEEN}])?$",
    "not": {"pattern": "[\\u000a\\u000d\\u0085\\u2028\\u2029]"},
}
_YEAR: Schema = {"type": "integer", "minimum": 1, "maximum": 9999}
_MOST = 10**MOST_DIGITS - 1

#: For each hook that reads a leaf, and each check of the core that narrows one: a name and a piece.
LEAVES: Mapping[Callable[..., Any], tuple[str, Schema]] = {
    strict.text: ("text", _TEXT),
    strict.text_or_empty: (
        "text_or_empty",
        {"type": "string", "anyOf": [{"const": ""}, {"$ref": "#/$defs/text"}]},
    ),
    strict.day: (
        "day",
        {"type": "string", "format": "date", "maxLength": 10, "pattern": f"^{DAY.pattern}$"},
    ),
    strict.truth: ("truth", {"type": "boolean"}),
    strict.whole: ("whole", {"type": "integer", "minimum": -_MOST, "maximum": _MOST}),
    strict.amount: (
        "amount",
        {"type": "string", "pattern": f"^{AMOUNT.pattern}$", "not": {"pattern": "[^0-9.]"}},
    ),
    strict.year: ("year", _YEAR),
    any_text: ("any_text", {"type": "string"}),
    share: (
        "share",
        {"type": "string", "pattern": f"^{SHARE.pattern}$", "not": {"pattern": "[^0-9/]"}},
    ),
    region_faults: (
        "region",
        {"type": "string", "maxLength": 6, "pattern": "^[1-9][0-9]{5}$"},
    ),
}

#: The hook that reads a leaf of which nothing but the type is known.
LEAF_OF: Mapping[Any, Callable[..., Any]] = {
    str: strict.text,
    bool: strict.truth,
    int: strict.whole,
    Decimal: strict.amount,
    date: strict.day,
    Fraction: share,
    Text: any_text,
}


def referred_in(piece: Schema) -> list[str]:
    """Return the names of the definitions that a piece refers to.

    >>> referred_in({"anyOf": [{"$ref": "#/$defs/day"}, {"type": "null"}]})
    ['day']
    """
    return re.findall(r"'\$ref': '#/\$defs/(\w+)'", str(piece))


def nullable(piece: Schema) -> Schema:
    """Return what takes a piece's values and null.

    >>> nullable({"type": "string"})
    {'anyOf': [{'type': 'string'}, {'type': 'null'}]}
    """
    return {"anyOf": [piece, NULL]}
