"""Figures as a text writes them: 6家, 不少于三家, 50%, 三分之二, 1000万元, 2030年4月10日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

__all__ = ["Written", "days_in", "figures_in", "is_a_year", "is_written", "strange_in"]

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_CHINESE = "〇零一二两三四五六七八九十百千"
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|[{_CHINESE}]+"
_DIGITAL = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_MEASURE = (
    "个工作日|工作日|个自然日|个月|个百分点|万元|亿元|元"
    "|家|名|人|位|项|件|倍|年|日|天|周|次|届|个|级"
)
_FIGURE = re.compile(rf"(第?)({_NUMBER})([万亿]*)\s*(%|％|{_MEASURE})?")
_SHARE = re.compile(rf"([{_CHINESE}]+|\d+)分之([{_CHINESE}]+|\d+)")
_HALF = re.compile("一半|半数|过半")
_SHORT = rf"(\d{{1,2}}|[{_CHINESE}]{{1,3}})"
_DAY = re.compile(rf"(\d{{4}}|[{_CHINESE}]{{4}})年{_SHORT}月{_SHORT}日")
_WIDE = {0xFF10 + n: str(n) for n in range(10)} | {ord("．"): "."}
#: Above this a figure before 年 is a year of the calendar.
_CALENDAR = 1900


@frozen
class Written:
    """A figure as it stands in a text.

    Args:
        value: What it comes to, with its 万 and 亿.
        bare: The same without them: 1000 of 1000万元.
        words: How it is written.
        measure: The measure word after it; empty if there is none.
    """

    value: Fraction
    bare: Fraction
    words: str
    measure: str


def figures_in(text: str) -> Iterator[Written]:
    """Yield the figures of a text; the number of an article or a document is none.

    >>> [(w.words, str(w.value)) for w in figures_in("不少于三家，占50%，最高1000万元")]
    [('三家', '3'), ('50%', '1/2'), ('1000万元', '10000000')]
    >>> [str(w.value) for w in figures_in("三分之二以上，第五条，2030年4月10日")]
    ['2/3']
    """
    text = "".join(text.translate(_WIDE).split())
    text = re.sub(r"[〔\[（(]\d{4}[〕\]）)]\d*号?", "。", text)
    text = _DAY.sub("。", text)
    for found in _SHARE.finditer(text):
        whole, part = _value(found[1]), _value(found[2])
        if whole and part is not None:
            yield Written(part / whole, part / whole, found[0], "分之")
    text = _SHARE.sub("。", text)
    for found in _HALF.finditer(text):
        yield Written(Fraction(1, 2), Fraction(1, 2), found[0], "半")
    for found in _FIGURE.finditer(text):
        value = _value(found[2])
        if found[1] or value is None:
            continue
        measure = found[4] or ""
        times = _times(found[3] + (measure[0] if measure[:1] in _MYRIADS else ""))
        whole = value * times / (100 if measure in ("%", "％") else 1)
        yield Written(whole, value, found[2] + found[3] + measure, measure)


def days_in(text: str) -> Iterator[date]:
    """Yield the days of the calendar a text names.

    >>> list(days_in("有效期至2030年4月10日，自二〇二六年一月十五日起"))
    [datetime.date(2030, 4, 10), datetime.date(2026, 1, 15)]
    """
    for found in _DAY.finditer("".join(text.translate(_WIDE).split())):
        year, month, day = (_value(part) for part in found.groups())
        if year and month and day:
            try:
                yield date(int(year), int(month), int(day))
            except ValueError:
                continue


def is_written(value: Any, text: str) -> bool | None:
    """Return whether a figure stands in a text; ``None`` if it is of a sort nobody can look for.

    >>> is_written(6, "不少于6家"), is_written(6, "不少于16家"), is_written(2, "两个以上")
    (True, False, True)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, date):
        return value in set(days_in(text))
    if isinstance(value, int | Fraction | Decimal):
        wanted = Fraction(value)
        there = {v for w in figures_in(text) for v in (w.value, w.bare)}
        parts = {Fraction(n) for d in _month_days(text) for n in d}
        return wanted in there | parts
    return None


def strange_in(gloss: str, text: str) -> Iterator[str]:
    """Yield the figures of a translation, in digits, that its text does not have.

    >>> list(strange_in("for 8 months from 10 April 2030", "自2030年4月10日起18个月"))
    ['8']
    >>> list(strange_in("(3) RMB 20 million, 3%, Art. 5", "（三）最高2000万元，占3%，见第五条"))
    []
    """
    text = "".join(text.translate(_WIDE).split())
    there = {Fraction(n.replace(",", "")) for n in re.findall(_DIGITAL, text)}
    there |= {v for c in re.findall(f"[{_CHINESE}]+", text) if (v := _value(c)) is not None}
    there |= {v for w in figures_in(text) for v in (w.value, w.bare, w.value * 100)}
    scaled = {v / times for v in there for times in (1000, 1_000_000, 1_000_000_000)}
    for found in re.finditer(_DIGITAL, gloss):
        if Fraction(found[0].replace(",", "")) not in there | scaled:
            yield found[0]


def is_a_year(one: Written) -> bool:
    """Return whether a figure is a year of the calendar, no number of years."""
    return one.measure == "年" and one.value >= _CALENDAR


def _month_days(text: str) -> Iterator[tuple[int, int]]:
    """Yield the months and days of a text that are named without a year: 三月三十一日."""
    text = text.translate(_WIDE)
    for found in re.finditer(rf"{_SHORT}月(?:{_SHORT}日)?", text):
        month, day = _value(found[1]), _value(found[2] or "")
        yield int(month or 0), int(day or 0)


def _times(words: str) -> int:
    times = 1
    for one in words:
        times *= _MYRIADS[one]
    return times


def _value(words: str) -> Fraction | None:
    """Return what a number comes to; ``None`` if the characters are no number."""
    if not words:
        return None
    if words[0].isdigit():
        return Fraction(words.replace(",", ""))
    if not any(c in _TENS for c in words):
        digits = [_DIGITS.get(c) for c in words]
        if None in digits:
            return None
        return Fraction(int("".join(map(str, digits))))
    total, digit = 0, 1 if words[0] in _TENS else 0
    for c in words:
        if c in _TENS:
            total += (digit or (1 if not total else 0)) * _TENS[c]
            digit = 0
        else:
            digit = _DIGITS[c]
    return Fraction(total + digit)
