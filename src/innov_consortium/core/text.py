"""What a name is: visible, single-line, bounded text; and what a day is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from functools import lru_cache

from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = [
    "LONGEST_NAME",
    "OTHER",
    "check_day",
    "day_faults",
    "name_faults",
    "region_faults",
    "suggestion",
    "told",
    "told_under",
    "year_faults",
]

#: Longest name accepted, in characters, inclusive.
LONGEST_NAME = 200

#: As much of a word as a fault repeats, in characters.
_LONGEST_TOLD = 60

#: What begins a word for something that a list does not name.
OTHER = "other:"

#: How alike two words are at least for one to be taken for the other; 1 is the same word.
_ALIKE = Fraction(3, 5)

_REGION = re.compile(r"[1-9][0-9]{5}")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

#: Letters and marks by their category that show nothing: those Unicode calls ignorable by default,
#: and the blank of braille. Each first and last.
_SHOWING_NOTHING = (
    *((0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800)),
    *((0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF)),
)
_BLANK_LETTERS = frozenset(
    chr(point) for first, last in _SHOWING_NOTHING for point in range(first, last + 1)
)


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE or character in _BLANK_LETTERS


def name_faults(path: str, value: object) -> list[Fault]:
    r"""Return what is wrong with a name: empty, too long, or with characters nobody can see.

    >>> [f.kind.value for f in name_faults("name", "某甲\u200b有限公司")]
    ['invalid_value']
    >>> name_faults("name", "某甲有限公司")
    []
    """
    if not isinstance(value, str):
        return [_fault(FaultKind.TYPE_ERROR, path, "应为文字", "must be text")]
    if len(value) > LONGEST_NAME:
        return [
            _fault(
                FaultKind.LIMIT_EXCEEDED,
                path,
                f"长度 {len(value)}，上限 {LONGEST_NAME} 字",
                f"{len(value)} characters; the limit is {LONGEST_NAME}",
            )
        ]
    if not value.strip() or value != value.strip():
        return [
            _fault(
                FaultKind.INVALID_VALUE,
                path,
                "不得为空，首尾不得有空白",
                "must not be empty nor begin or end with a blank",
            )
        ]
    seen = value.isprintable() and _BLANK_LETTERS.isdisjoint(value)
    hidden = None if seen else next(filter(_is_invisible, value), None)
    if hidden is not None:
        return [
            _fault(
                FaultKind.INVALID_VALUE,
                path,
                f"含不可见字符 U+{ord(hidden):04X}，请删除",
                f"contains the invisible character U+{ord(hidden):04X}; remove it",
            )
        ]
    return []


def told(word: str) -> str:
    r"""Return a word as a fault repeats it: in quotes, visible, and not at great length.

    >>> print(told("甲\u202e"), told("x" * 100))
    '甲\u202e' 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'…
    """
    return f"{word[:_LONGEST_TOLD]!r}…" if len(word) > _LONGEST_TOLD else repr(word)


def told_under(holder: str, name: str) -> str:
    r"""Return the path of what stands under a name that may be anything.

    >>> print(told_under("readings", "lead_counts"), told_under("readings", "甲\u202e"))
    readings.lead_counts readings['甲\u202e']
    """
    plain = name.isidentifier() and len(name) <= _LONGEST_TOLD
    return f"{holder}.{name}" if plain else f"{holder}[{told(name)}]"


def day_faults(path: str, value: object, *, optional: bool = False) -> list[Fault]:
    """Return what is wrong with a day: it must be a ``date`` and not a ``datetime``.

    >>> [f.en for f in day_faults("on", "2026-03-02")]
    ['must be a datetime.date, not str; parse text at the boundary']
    """
    if optional and value is None:
        return []
    if isinstance(value, date) and not isinstance(value, datetime):
        return []
    kind = type(value).__name__
    return [
        _fault(
            FaultKind.TYPE_ERROR,
            path,
            f"应为 datetime.date，而不是 {kind}；文字请在边界处解析",
            f"must be a datetime.date, not {kind}; parse text at the boundary",
        )
    ]


def check_day(path: str, value: date) -> None:
    """Raise unless ``value`` is a day.

    Raises:
        InvalidInputError: It is something else, naming ``path``.
    """
    faults = day_faults(path, value)
    if faults:
        raise InvalidInputError(faults)


def region_faults(path: str, value: object) -> list[Fault]:
    """Return what is wrong with the code of a region: six digits, as in GB/T 2260.

    >>> region_faults("domicile", "990000")
    []
    >>> [f.en for f in region_faults("domicile", "CN-XX")]
    ["'CN-XX' is not a six-digit code of GB/T 2260"]
    """
    if isinstance(value, str) and _REGION.fullmatch(value):
        return []
    return [
        _fault(
            FaultKind.INVALID_VALUE,
            path,
            f"{value!r} 不是 GB/T 2260 的六位代码",
            f"{value!r} is not a six-digit code of GB/T 2260",
        )
    ]


def suggestion(name: str, known: Iterable[str]) -> tuple[str, str]:
    """Return, in Chinese and in English, which known name may have been meant; empty if none.

    >>> suggestion("lead_count", ["lead_counts", "territory"])
    ("；是否指 'lead_counts'？", "; did you mean 'lead_counts'?")
    >>> suggestion("x", ["territory"])
    ('', '')
    """
    close = _closest(name, known)
    if not close:
        return "", ""
    return f"；是否指 {close!r}？", f"; did you mean {close!r}?"


def _closest(name: str, known: Iterable[str]) -> str:
    """Return what ``difflib.get_close_matches`` would, comparing only what may be the closest."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - wanted only when something is wrong

    counted = Counter(name)
    bounds = sorted(((_most_alike(name, counted, one), one) for one in known), reverse=True)
    matcher = SequenceMatcher()
    matcher.set_seq2(name)
    best = (_ALIKE, "")
    for bound, one in bounds:
        if bound < best[0]:
            break
        matcher.set_seq1(one)
        common = sum(block.size for block in matcher.get_matching_blocks())
        best = max(best, (_share(common, name, one), one))
    return best[1]


def _most_alike(name: str, counted: Counter[str], one: str) -> Fraction:
    """Return how alike two words are at most: as if their common letters stood in one order."""
    common = sum(min(n, counted[letter]) for letter, n in _counted(one) if letter in counted)
    return _share(common, name, one)


def _share(common: int, name: str, one: str) -> Fraction:
    return Fraction(2 * common, (len(name) + len(one)) or 1)


@lru_cache(maxsize=4096)
def _counted(word: str) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(word).items())


def _fault(kind: FaultKind, path: str, zh: str, en: str) -> Fault:
    return Fault(kind, path, zh, en)


def year_faults(path: str, year: object) -> list[Fault]:
    """Return the fault that a year is no whole number, or no year of the calendar."""
    if year is None or (type(year) is int and date.min.year <= year <= date.max.year):
        return []
    if type(year) is not int:
        kind = type(year).__name__
        zh, en = f"年份应为整数，而不是 {kind}", f"a year must be int, not {kind}"
        return [Fault(FaultKind.TYPE_ERROR, path, zh, en)]
    zh, en = f"{year} 不是年份", f"{year} is no year"
    return [Fault(FaultKind.INVALID_VALUE, path, zh, en)]
