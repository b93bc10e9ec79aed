"""The values of options: what each must look like, and what comes of it."""

from __future__ import annotations

import argparse
import re
from datetime import date

__all__ = ["capacity", "day", "mutants", "size", "years"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_SIZE = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)
_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?", re.ASCII)
_NUMBER = re.compile(r"(?:([0-9]{4})=)?([0-9]{1,9})", re.ASCII)


def years(text: str) -> tuple[int, int | None]:
    """Return the first and the last year of ``YYYY`` or ``YYYY-YYYY``; of one year no last."""
    found = _YEARS.fullmatch(text)
    if found is None:
        msg = f"{text!r} 不是 YYYY 或 YYYY-YYYY / is not YYYY or YYYY-YYYY"
        raise argparse.ArgumentTypeError(msg)
    first, last = found.groups()
    return int(first), None if last is None else int(last)


def capacity(text: str) -> tuple[int | None, int]:
    """Return the year and the number of ``N`` or ``YYYY=N``."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        msg = f"{text!r} 不是 N 或 YYYY=N / is not N or YYYY=N"
        raise argparse.ArgumentTypeError(msg)
    year, number = found.groups()
    return None if year is None else int(year), int(number)


def size(text: str) -> int:
    """Return a whole number above nought."""
    if not _SIZE.fullmatch(text):
        msg = f"{text!r} 不是正整数 / is no whole number above nought"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def mutants(text: str) -> int | str:
    """Return how many mutants are tried: a number, ``all`` or ``none``."""
    if text in ("all", "none"):
        return text
    return size(text)


def day(text: str) -> date:
    """Return a day written ``YYYY-MM-DD``."""
    if not _DAY.fullmatch(text):
        msg = f"{text!r} 不是 YYYY-MM-DD / is not YYYY-MM-DD"
        raise argparse.ArgumentTypeError(msg)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        msg = f"{text!r} 没有这一天 / is no real day"
        raise argparse.ArgumentTypeError(msg) from error
