"""Reforms over a column of days: every row is asked under the policy of its own day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

import narwhals as nw
from attrs import evolve, field, frozen

from innov_consortium.core.periods import day_before, day_following
from innov_consortium.core.policy import Policy
from innov_consortium.core.tables import KEY
from innov_consortium.frames.assessment import Assessment, Given
from innov_consortium.frames.backends import Table, own_table

__all__ = ["Span", "Spanned", "spanned", "spans_of"]


@frozen
class Span:
    """Days on which the same reforms of a policy count.

    Args:
        first: The first of them; ``None`` if they have counted ever since.
        last: The last of them, inclusive; ``None`` if they count ever after.
        policy: The policy as it is on these days.
    """

    first: date | None
    last: date | None
    policy: Policy

    def rows(self, frame: Any, column: str) -> Any:
        """Return the rows of these days; one without a day is of the first days there are.

        Args:
            frame: A table, as narwhals sees it.
            column: The column of days.
        """
        day = nw.col(column)
        tests = [] if self.first is None else [day >= nw.lit(self.first)]
        tests += [] if self.last is None else [day <= nw.lit(self.last)]
        for test in tests:
            frame = frame.filter(test.fill_null(self.first is None))
        return frame.to_native()


def spans_of(policy: Policy) -> tuple[Span, ...]:
    """Return the days from one change of a policy by its reforms to the next, in their order."""
    return tuple(_spans(policy))


def _spans(policy: Policy) -> Iterator[Span]:
    begins = {day for r in policy.reforms for day in (r.first, day_following(r.last))}
    days: list[date | None] = [None, *sorted(d for d in begins if d not in (None, date.min))]
    for first, after in zip(days, [*days[1:], None], strict=True):
        last = None if after is None else day_before(after)
        yield Span(first, last, policy.under(first or last or date.min))


@frozen(kw_only=True, slots=False, eq=False)
class Spanned(Assessment):
    """What a reformed policy says of every row, each asked under the policy of its own day.

    Args:
        parts: What it says of the rows of each span, in their order.
    """

    parts: tuple[Assessment, ...] = field(repr=False)

    def failing(self, sort: str | None = None) -> Any:
        """Return the rows of members of which something asked of each is not met, or is open.

        See :meth:`Assessment.failing`.
        """
        found = [own_table(part.failing(sort), "failing") for part in self.parts]
        own = [_of_span(one, part) for one, part in zip(found, self.parts, strict=True)]
        return _together(found[0], own, self.norms)


def spanned(given: Given, on: str, ask: Callable[[Given], Assessment]) -> Assessment:
    """Return what a reformed policy says of every row.

    Args:
        given: What is asked, of which tables.
        on: The column that says which day a row is asked about.
        ask: Asks a policy as it is, whatever the day.
    """
    own = own_table(given.applications, "applications")
    if own.schema.get(on) != nw.Date:  # whoever asks says what is wrong with it
        return ask(given)
    asked = [
        ask(evolve(given, policy=span.policy, applications=span.rows(own.frame, on)))
        for span in spans_of(given.policy)
    ]
    norms = {name: norm for one in reversed(asked) for name, norm in one.norms.items()}
    in_order = sorted(norms, key=lambda name: norms[name].rank)
    return Spanned(
        given=given,
        frame=_together(own, [one.frame for one in asked], in_order),
        norms=MappingProxyType({name: norms[name] for name in in_order}),
        unread=asked[0].unread,
        question=asked[0].question,
        parts=tuple(asked),
    )


def _of_span(failing: Table, part: Assessment) -> Any:
    """Return those rows of items that are of the applications of a span."""
    applications: Any = own_table(part.given.applications, "applications").frame
    rows: Any = failing.frame
    return rows.join(applications.select(KEY), on=KEY, how="semi").to_native()


def _together(own: Table, frames: Sequence[Any], norms: Iterable[str]) -> Any:
    """Return tables one below the other, as the caller's kind of table.

    What is not asked on the days of one of them is null there.

    Args:
        own: A table of the caller's.
        frames: The tables.
        norms: The columns of norms, in the order of the law; other columns are the same in all.
    """
    several: list[Any] = [nw.from_native(frame) for frame in frames]
    types = [dict(frame.collect_schema()) for frame in several]
    every = {name: dtype for one in types for name, dtype in one.items()}
    asked = [name for name in norms if name in every]
    order = [*(name for name in types[0] if name not in asked), *asked]
    aligned = [
        frame.select(
            *(
                nw.col(name) if name in there else nw.lit(None, every[name]).alias(name)
                for name in order
            )
        )
        for frame, there in zip(several, types, strict=True)
    ]
    return own.native(aligned[0] if len(aligned) == 1 else nw.concat(aligned, how="vertical"))
