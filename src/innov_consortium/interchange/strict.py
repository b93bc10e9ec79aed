"""What a value in a document may be: exactly what its field says, and nothing that resembles it.

The texts of the faults leave out the value and the field; both are added from the path, in one
place, where it is also decided what must not be shown.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from innov_consortium.core.text import name_faults, suggestion
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = [
    "AMOUNT",
    "DAY",
    "MOST_DIGITS",
    "NumberText",
    "amount",
    "choice",
    "day",
    "one_of",
    "require_list",
    "require_object",
    "text",
    "text_or_empty",
    "truth",
    "whole",
    "wrong_type",
    "year",
]

#: As much of a word as is compared with those known, in characters.
_LONGEST_WORD = 60

#: Most digits of a whole number, and of either side of an amount.
MOST_DIGITS = 18

#: How a day is written, and an amount.
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
AMOUNT = re.compile(rf"[0-9]{{1,{MOST_DIGITS}}}(\.[0-9]{{1,{MOST_DIGITS}}})?")


@frozen
class NumberText:
    """A number of a JSON text, other than a short whole one, as written: no field takes one."""

    text: str


def wrong_type(value: object, zh: str, en: str) -> InvalidInputError:
    """Return the error for a value of the wrong sort; null is a value that is not given."""
    if value is None:
        return _error(FaultKind.INVALID_VALUE, "必须填写", "must be given")
    return _error(FaultKind.TYPE_ERROR, f"应为{zh}", f"must be {en}")


def text(value: object, _: Any = str) -> str:
    """Return a text: visible, on one line, bounded.

    Raises:
        InvalidInputError: It is something else.
    """
    if type(value) is not str:
        raise wrong_type(value, "文字", "text")
    faults = name_faults("", value)
    if faults:
        raise InvalidInputError(faults)
    return value


def text_or_empty(value: object, _: Any = str) -> str:
    """Return a text that may also be empty.

    Raises:
        InvalidInputError: It is something else.
    """
    return "" if type(value) is str and not value else text(value)


def truth(value: object, _: Any = bool) -> bool:
    """Return ``true`` or ``false``; no number or word stands for either.

    Raises:
        InvalidInputError: It is something else.
    """
    if type(value) is not bool:
        raise wrong_type(value, " true 或 false（不加引号）", "true or false, without quotes")
    return value


def day(value: object, _: Any = date) -> date:
    """Return the day a text names, written exactly YYYY-MM-DD.

    Raises:
        InvalidInputError: It is no text, is written otherwise, or names no day.

    >>> day("2026-03-02")
    datetime.date(2026, 3, 2)
    """
    if type(value) is not str:
        raise wrong_type(value, "日期文字 YYYY-MM-DD", "a day written as text, YYYY-MM-DD")
    if not DAY.fullmatch(value):
        raise _error(
            FaultKind.INVALID_VALUE,
            "日期应写作 YYYY-MM-DD（半角数字，月、日各两位，不含空白）",
            "a day is written YYYY-MM-DD, in ASCII digits, two for the month and the day, no blank",
        )
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _error(
            FaultKind.INVALID_VALUE, "没有这一天，请核对", "there is no such day; check it"
        ) from None


def whole(value: object, _: Any = int) -> int:
    """Return a whole number; neither ``true`` nor a text stands for one.

    Raises:
        InvalidInputError: It is something else, or too large.
    """
    too_long = isinstance(value, NumberText) and value.text.removeprefix("-").isdecimal()
    if type(value) is not int and not too_long:
        raise wrong_type(value, "整数（不加引号）", "a whole number, without quotes")
    if type(value) is not int or abs(value) >= 10**MOST_DIGITS:
        zh, en = f"至多 {MOST_DIGITS} 位", f"must have at most {MOST_DIGITS} digits"
        raise _error(FaultKind.LIMIT_EXCEEDED, zh, en)
    return value


def year(value: object, _: Any = int) -> int:
    """Return a year a day may be in, from 1 to 9999.

    Raises:
        InvalidInputError: It is something else.
    """
    if not date.min.year <= (number := whole(value)) <= date.max.year:
        zh, en = "年份应在 1 至 9999 之间", "a year is from 1 to 9999"
        raise _error(FaultKind.INVALID_VALUE, zh, en)
    return number


def amount(value: object, _: Any = Decimal) -> Decimal:
    """Return an exact amount, written as text in digits: JSON has no exact numbers of its own.

    Raises:
        InvalidInputError: It is something else.

    >>> amount("1500000.50")
    Decimal('1500000.50')
    """
    if type(value) is not str:
        zh = "数额文字（加引号），如 '1500000.00'"
        en = "an amount written as text, in quotes, such as '1500000.00'"
        raise wrong_type(value, zh, en)
    if not AMOUNT.fullmatch(value):
        raise _error(
            FaultKind.INVALID_VALUE,
            "数额应以半角数字写出，如 1500000.00；不用正负号、单位、分隔号、指数和空白；"
            f"整数、小数各至多 {MOST_DIGITS} 位",
            "an amount is written in ASCII digits, 1500000.00, with no sign, unit, separator, "
            f"exponent or blank, and at most {MOST_DIGITS} digits before and after the point",
        )
    return Decimal(value)


def choice(value: object, options: type[enum.Enum]) -> enum.Enum:
    """Return one of the options, by its value as written.

    Raises:
        InvalidInputError: It is none of them.
    """
    by_value = {str(option.value): option for option in options}
    return by_value[one_of(value, by_value)]


def one_of(value: object, options: Iterable[str]) -> str:
    """Return a word that is one of those there are.

    Raises:
        InvalidInputError: It is none of them; the one that may be meant is told.
    """
    options = tuple(options)
    if type(value) is not str:
        zh, en = "、".join(options), ", ".join(options)
        raise wrong_type(value, f"以下文字之一：{zh}", f"one of {en}")
    if value not in options:
        zh, en = suggestion(value[:_LONGEST_WORD], options)
        raise _error(
            FaultKind.INVALID_VALUE,
            f"不在可选项之内：{'、'.join(options)}{zh}",
            f"must be one of {', '.join(options)}{en}",
        )
    return value


def require_object(value: object) -> dict[str, Any]:
    """Return a JSON object.

    Raises:
        InvalidInputError: It is something else, or has keys that are no text.
    """
    if type(value) is not dict:
        raise wrong_type(value, "对象（{…}）", "an object, {…}")
    if any(type(key) is not str for key in value):
        raise _error(FaultKind.TYPE_ERROR, "键应为文字", "its keys must be text")
    return value


def require_list(value: object) -> list[Any]:
    """Return a list.

    Raises:
        InvalidInputError: It is something else.
    """
    if type(value) is not list:
        raise wrong_type(value, "列表", "a list")
    return value


def _error(kind: FaultKind, zh: str, en: str) -> InvalidInputError:
    return InvalidInputError([Fault(kind, "", zh, en)])
