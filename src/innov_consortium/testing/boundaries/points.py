"""What lies below, at and above a threshold, computed from the policy's own figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen
from dateutil.relativedelta import relativedelta

__all__ = ["Point", "points_of"]

_CENT = Decimal("0.01")
#: Where what lies beside a bound lies, by how far it is from it.
_SIDES = {-1: "below", 0: "at", 1: "above"}


@frozen(kw_only=True)
class Point:
    """One value at a threshold.

    Args:
        at: Where it lies: ``below``, ``at``, ``above``; ``enough`` for the least count that is
            more than a share no count is exactly; of a list ``listed``, ``unlisted``,
            ``whole``, ``lacking``; ``between`` for what lies between two others.
        value: The value, as the placeholder ``value`` stands for it.
        slug: The value in the id of a case.
        word: The word it is about, to be called by its label; empty if it is about none.
        scope: What else placeholders may stand for.
    """

    at: str
    value: Any
    slug: str
    word: str = ""
    scope: Mapping[str, Any] = field(factory=dict)


def points_of(vary: Mapping[str, Any], bound: Any) -> tuple[Point, ...]:
    """Return what a template asks about.

    Args:
        vary: What the template says of it. ``around``: a day. ``years_after``: a day, and the bound
            is a number of years from it. ``each``: the words listed, those of the bound if empty,
            and ``unlisted`` others, as far as they are not; ``said`` how the facts call them.
            ``lacking``: the same list, whole and without each of its words. ``values``: objects
            with ``at`` and ``value``. Else the bound itself and what is beside it: one, a cent, a
            day; of a share, the nearest counts of each ``whole``. ``days`` are other steps than
            one; ``least`` is the least that can be; ``of`` a list to have as many entries of, or as
            many fewer; ``less`` an amount to be taken off; ``known`` how many of a share are
            certain.
        bound: The bound: a figure, a day or words.
    """
    found: Iterable[Point]
    if "values" in vary:
        found = map(_given, vary["values"])
    elif "each" in vary:
        found = _each(vary["each"] or _words(bound), vary.get("unlisted", ()), vary.get("said", {}))
    elif "lacking" in vary:
        found = _lacking(vary["lacking"] or _words(bound))
    else:
        found = _beside(vary, bound)
    return tuple(found)


# --- figures --------------------------------------------------------------------------------------


def _beside(vary: Mapping[str, Any], bound: Any) -> Iterator[Point]:
    """Yield a bound and what is just below and above it."""
    if isinstance(bound, date) or {"around", "years_after"} & set(vary):
        yield from _days(_day_of(vary, bound), vary.get("days", tuple(_SIDES)))
    elif isinstance(bound, Fraction):
        for whole in vary["whole"]:
            yield from _share(bound, whole, vary.get("known", 0))
    elif isinstance(bound, Decimal):
        yield from _money(bound, Decimal(vary.get("less", 0)))
    else:
        yield from _counts(bound, vary.get("least", 0), vary.get("of", ()))


def _day_of(vary: Mapping[str, Any], bound: Any) -> date:
    """Return the day at the bound; where a month has no such day, its last one."""
    if "years_after" in vary:
        return date.fromisoformat(vary["years_after"]) + relativedelta(years=bound)
    return date.fromisoformat(vary["around"]) if "around" in vary else bound


def _days(day: date, steps: Iterable[int]) -> Iterator[Point]:
    for step in steps:
        one = day + timedelta(days=step)
        yield Point(at=_side(step), value=one, slug=one.isoformat())


def _side(step: int) -> str:
    return _SIDES[max(-1, min(1, step))]


def _counts(bound: int, least: int, of: Sequence[Any]) -> Iterator[Point]:
    for step, at in _SIDES.items():
        count = bound + step
        if count >= least:
            scope = {"first": list(of[:count]), "but": list(of[: len(of) - count])}
            yield Point(at=at, value=count, slug=str(count), scope=scope)


def _money(bound: Decimal, less: Decimal) -> Iterator[Point]:
    for step, at in _SIDES.items():
        amount = bound + step * _CENT
        text = f"{amount:.2f}"
        yield Point(at=at, value=text, slug=text, scope={"rest": f"{amount - less:.2f}"})


def _share(share: Fraction, whole: int, known: int) -> Iterator[Point]:
    """Yield the least count that is the share of ``whole``, and the counts beside it."""
    least = -(-whole * share.numerator // share.denominator)
    sides = _SIDES if least == share * whole else {**_SIDES, 0: "enough"}
    for step, at in sides.items():
        count = least + step
        if known <= count <= whole:
            scope = {"whole": whole, "rest": whole - count, "unclear": count - known}
            yield Point(at=at, value=count, slug=f"{count}of{whole}", scope=scope)


# --- words ----------------------------------------------------------------------------------------


def _words(bound: Any) -> list[str]:
    """Return the words of a number; of one that has several names, its own name."""
    listed = [bound] if isinstance(bound, str) else bound
    return [word if isinstance(word, str) else word[0] for word in listed]


def _each(listed: Iterable[str], others: Iterable[str], said: Mapping[str, str]) -> Iterator[Point]:
    there = list(listed)
    sides = [("listed", there), ("unlisted", [word for word in others if word not in there])]
    for at, words in sides:
        for word in words:
            value = said.get(word, word)
            yield Point(at=at, value=value, slug=value, word=word)


def _lacking(words: Sequence[str]) -> Iterator[Point]:
    yield Point(at="whole", value=list(words), slug="whole")
    for word in words:
        rest = [one for one in words if one != word]
        yield Point(at="lacking", value=rest, slug=f"without-{word}", word=word)


def _given(entry: Mapping[str, Any]) -> Point:
    """Return a value that a template gives itself, with whatever else it says of it."""
    value = entry["value"]
    own = Point(at=entry["at"], value=value, slug=str(entry.get("slug", value)), scope=entry)
    return evolve(own, word=value) if isinstance(value, str) else own
