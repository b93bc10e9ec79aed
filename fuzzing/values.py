"""Values nobody expects: texts, days, numbers and amounts at the edges, and what is no JSON."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict, UserDict, defaultdict
from collections.abc import Callable
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import Any

from innov_consortium.core.uscc import ALPHABET, check_character

__all__ = [
    "AMOUNTS",
    "DAYS",
    "HIDDEN",
    "NAME_STEM",
    "NUMBERS",
    "ODD",
    "VISIBLE",
    "any_value",
    "code",
    "person",
]

#: What begins the name of every person in what is tried, and nothing else.
NAME_STEM = "隐名"

#: Texts that may be names, and mean something to a template, a markup or a sorting.
VISIBLE = (
    *("{0}", "{name}", "%s", "%(x)s", "${x}", "{{7*7}}", "{% x %}", "[red]津[/red]", "[/]", "[津"),
    *("<script>alert(1)</script>", "&lt;", "]]>", "|a|b|", "*a*_b_`c`", "# 津", "- 津", "1. 津"),
    *("![x](y)", "```", ">>> 津", "\\", "\\n", "'", '"', "'\"", "$ref", "__class__", "../../津"),
    *("null", "true", "NaN", "0", "-1", "1e400", "other:", "other:津", "vacant", "unknown"),
    *("e\u0301" * 60, "津\u0300\u0301\u0302\u0303", "שלום", "مرحبا", "津שלום津", "😀", "𠮷野", "ﷺ"),
    *("İstanbul", "ß", "ǅ", "①", "²", "٣", "２０２６", "еnterprise", "ｅｎｔｅｒ", "優秀"),
    *("津" * 200, "a" * 200, "a b", "a;b,c/d", "art5.item1", "change:x", "project:", "—", "a[0].b"),
)

#: Texts that no field takes, and keys that no object has.
HIDDEN = (
    *("", " ", " 津", "津 ", "津\n", "\t", "津\u200b甲", "\u202e津", "\u2066津\u2069", "\ufeff津"),
    *("津\x00甲", "\x1b[31m津", "\x7f", "\x85", "\u2028", "\u00ad", "\ud800", "津\udfff", "\ue000"),
    *("\U0010ffff", "津" * 201, "a" * 5000, "\u3000", "津\u3000", "\ufe0f", "👩\u200d🔬", "\u115f"),
)

#: Days at the edges, and texts that are no days.
DAYS = (
    *("0001-01-01", "0001-01-02", "0001-12-31", "9999-12-31", "9999-12-30", "9999-01-01"),
    *("2024-02-29", "2025-04-10", "2025-04-11", "2027-04-10", "2027-04-11", "2030-04-10"),
    *("2030-04-11", "1970-01-01", "2026-02-28", "2026-12-31", "2027-01-01", "9996-02-29"),
    *("2026-02-29", "2026-13-01", "0000-01-01", "2026-3-2", "2026-03-02T00:00:00", "+2026-03-02"),
    *("２０２６-０３-０２", "2026-03-02 ", "20260302", "2026-W10-1", "٢٠٢٦-٠٣-٠٢"),
)

#: Whole numbers and others.
NUMBERS: tuple[Any, ...] = (
    *(0, 1, -1, 2, 9999, 10_000, 2026, 2**31, 2**53 + 1, 2**63, 10**17, 10**18 - 1, 10**18),
    *(10**400, -(10**18), 0.0, -0.0, 1.5, 1e308, 5e-324, float("nan"), float("inf"), True, False),
)

#: Amounts, and texts that are none.
AMOUNTS = (
    *("0", "0.00", "-0", "-1", "1.50", "0.005", "1e5", "999999999999999999.999999999999999999"),
    *("0.000000000000000001", "10000000", "10000000.00", "9999999.99", "5000000.01", "NaN"),
    *("Infinity", "sNaN", "１００", "1,000", "1_000", "٣", " 1", "1.", ".5", "00001", "1" * 19),
)


def code(rng: Random, category: str = "91") -> str:
    """Return a unified social credit code that is sound, of nobody."""
    body = f"{category}120116MA" + "".join(rng.choice(ALPHABET) for _ in range(7))
    return body + check_character(body)


def person(rng: Random) -> dict[str, Any]:
    """Return somebody, whose name stands nowhere else."""
    made: dict[str, Any] = {"name": f"{NAME_STEM}{rng.randrange(10**6)}氏"}
    if rng.random() < 0.3:  # noqa: PLR2004 - some
        made["id"] = f"{NAME_STEM}{rng.randrange(10**6)}号"
    return made


class _Text(str):
    __slots__ = ()


class _Whole(int):
    pass


class _Object(dict[str, Any]):
    pass


class _List(list[Any]):
    pass


class _Rude:
    def __repr__(self) -> str:
        msg = "no word for it"
        raise RuntimeError(msg)

    def __bool__(self) -> bool:
        msg = "no truth value"
        raise TypeError(msg)

    def __eq__(self, other: object) -> bool:
        msg = "not to be compared"
        raise TypeError(msg)

    __hash__ = None  # type: ignore[assignment]  # what cannot be hashed is part of what is tried


def _list_in_itself() -> Any:
    made: list[Any] = []
    made.append(made)
    return made


def _object_in_itself() -> Any:
    made: dict[str, Any] = {"name": "津", "on": "2026-03-02"}
    made.update(id=made, application=made, instead=made, unit=made, lead=made, type="corrected")
    return made


def _list_of_itself() -> Any:
    made: list[Any] = [{"type": "filed", "on": "2026-03-02"}]
    made[0]["application"] = {"lead": made, "participants": made}
    return made


def _deep(levels: int) -> Any:
    made: Any = "津"
    for _ in range(levels):
        made = [made]
    return made


def _deep_object(levels: int) -> Any:
    made: Any = {}
    for _ in range(levels):
        made = {"type": "corrected", "on": "2026-03-02", "of": "e1", "instead": made, "id": made}
    return made


#: What no JSON text says but a program may hand over; made anew each time, by name.
ODD: dict[str, Callable[[], Any]] = {
    "bytes": lambda: b"91120116MAEX00001M",
    "bytearray": lambda: bytearray(b"x"),
    "tuple": tuple,
    "set": lambda: {1},
    "frozenset": lambda: frozenset("a"),
    "range": lambda: range(3),
    "generator": lambda: (n for n in range(3)),
    "class": lambda: dict,
    "function": lambda: _deep,
    "object": object,
    "rude": _Rude,
    "ellipsis": lambda: ...,
    "complex": lambda: 1j,
    "day": lambda: dt.date(2026, 3, 2),
    "instant": lambda: dt.datetime(2026, 3, 2, tzinfo=dt.UTC),
    "decimal": lambda: Decimal("1.50"),
    "decimal nan": lambda: Decimal("NaN"),
    "decimal snan": lambda: Decimal("sNaN"),
    "decimal huge": lambda: Decimal("1e999999"),
    "nan": lambda: float("nan"),
    "whole huge": lambda: 10**5000,
    "a kind of text": lambda: _Text("enterprise"),
    "a kind of whole": lambda: _Whole(2026),
    "a kind of object": lambda: _Object(name="津", on="2026-03-02"),
    "a kind of list": lambda: _List(["津"]),
    "ordered": lambda: OrderedDict(name="津"),
    "defaultdict": lambda: defaultdict(list),
    "userdict": lambda: UserDict({"name": "津"}),
    "proxy": lambda: MappingProxyType({"name": "津"}),
    "whole keys": lambda: {1: 2, 2: 3},
    "null key": lambda: {None: None},
    "mixed keys": lambda: {"name": "津", 1: 2, (): 3},
    "tuple keys": lambda: {("a", "b"): 1},
    "kind of text as key": lambda: {_Text("name"): "津"},
    "list in itself": _list_in_itself,
    "object in itself": _object_in_itself,
    "list of itself": _list_of_itself,
    "deep": lambda: _deep(100_000),
    "deep object": lambda: _deep_object(20_000),
}


def any_value(rng: Random) -> Any:
    """Return a value of any sort, most of them out of place wherever they stand."""
    sort = rng.randrange(9)
    if sort < 3:  # noqa: PLR2004 - a third of them texts
        return rng.choice(VISIBLE + HIDDEN)
    made: list[Callable[[], Any]] = [
        lambda: rng.choice(DAYS),
        lambda: rng.choice(NUMBERS),
        lambda: rng.choice(AMOUNTS),
        lambda: rng.choice((None, True, False, [], {}, [[]], [None], {"": None}, [{}])),
        lambda: code(rng, rng.choice(("91", "12", "52", "93", "11"))),
        lambda: {"scheme": rng.choice(VISIBLE), "value": rng.choice(VISIBLE)},
    ]
    return made[sort - 3]()
