"""What a name is: visible, single-line, bounded text; and what a day is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime

from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = [
    "LONGEST_NAME",
    "OTHER",
    "check_day",
    "day_faults",
    "name_faults",
    "region_faults",
    "suggestion",
    "year_faults",
]

#: Longest name accepted, in characters, inclusive.
LONGEST_NAME = 200

#: What begins a word for something that a list does not name.
OTHER = "other:"

_REGION = re.compile(r"[1-9][0-9]{5}")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def name_faults(path: str, value: object) -> list[Fault]:
    r"""Return what is wrong with a name: empty, too long, or with characters nobody can see.

    >>> [f.kind.value for f in name_faults("name", "津甲\u200b有限公司")]
    ['invalid_value']
    >>> name_faults("name", "津甲有限公司")
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
    hidden = next((c for c in value if unicodedata.category(c) in _INVISIBLE), None)
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

    >>> region_faults("domicile", "120116")
    []
    >>> [f.en for f in region_faults("domicile", "CN-TJ")]
    ["'CN-TJ' is not a six-digit code of GB/T 2260"]
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
    from difflib import get_close_matches  # noqa: PLC0415 - wanted only when something is wrong

    close = get_close_matches(name, list(known), n=1)
    if not close:
        return "", ""
    return f"；是否指 {close[0]!r}？", f"; did you mean {close[0]!r}?"


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
