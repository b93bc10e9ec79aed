"""An inquiry laid out over tables: the codes of every norm, and what has to be joined for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any, TypeAlias

import narwhals as nw
from attrs import evolve, field, frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.plan import Asked, Group, Plan
from innov_consortium.core.tables import KEY, TallyFact, staged_column
from innov_consortium.frames.asking import (
    Answering,
    answering,
    column_name,
    displaced,
    outcome_of,
    said_of,
    told,
    with_attested,
)
from innov_consortium.frames.backends import Frame, Table
from innov_consortium.frames.codes import Coded, chosen, code, of_ground, of_rank, where
from innov_consortium.frames.deriving import OWN, Deriver, Place, place_of
from innov_consortium.frames.rows import Rows

__all__ = ["Question"]

#: The ranks that give way, where a test holds of a column of codes, and the step it is there after.
GivesWay: TypeAlias = "tuple[tuple[tuple[int, int], ...], nw.Expr, int]"


@frozen(slots=False, eq=False)
class Question:
    """What is asked of the tables.

    Args:
        plan: The inquiry laid out, with the policy's numbers and readings.
        deriver: Derives facts from columns.
        applications: The table with one row an application.
        tables: The tables of items, by the sort of item that is a row.
        found: The codes of every norm, by the name of its column, each read from a column.
        asked: The norms, by the name of their column.
        rows: What is made of the tables of items, by their sorts.
        steps: The columns of codes that lead to those, each step resting on the last: a code that
            is looked at several times is made once, whatever the library makes of the query.
    """

    plan: Plan
    deriver: Deriver
    applications: Table
    tables: Mapping[str, Table]
    found: dict[str, Coded] = field(factory=dict)
    asked: dict[str, Asked] = field(factory=dict)
    rows: dict[str, Rows] = field(factory=dict)
    steps: list[dict[str, nw.Expr]] = field(factory=lambda: [{}, {}])

    def lay(self) -> None:
        """Ask every norm, those that displace others first."""
        gives_way: list[GivesWay] = []
        for asked in self.plan.asked:
            column = self._name(asked)
            found = self._settled(asked, self._at(asked, self.deriver.whole), gives_way)
            if asked.norm.displaces and Outcome.MET in found.possible:
                test = found.expression == code(Outcome.MET)
                gives_way.append((asked.norm.displaces, test, len(self.steps)))
        for group in self.plan.groups:
            for asked in group.asked:
                column = self._name(asked)
                self._settled(asked, self._of_group(group, asked, column), gives_way)
        in_order = sorted(self.found, key=lambda column: self.asked[column].norm.rank)
        for column in in_order:
            self.found[column] = self.found.pop(column)
        counting = self._counting()
        for rows in (*self.rows.values(), *([] if counting is None else [counting])):
            self._carried(rows)

    def beside(self, asked: Asked) -> Coded:
        """Return what is made of an application by a norm that is no part of the inquiry."""
        name = f"beside_{column_name(asked.norm.name)}"
        return self._put(name, self._at(asked, self.deriver.whole), 1)

    def _settled(self, asked: Asked, found: Coded, by: Iterable[GivesWay]) -> Coded:
        """Return the outcome of a norm, in its column, after what displaces it."""
        column = column_name(asked.norm.name)
        rank = asked.norm.rank
        tests = [
            (met, step)
            for ranges, met, step in by
            if not asked.norm.some and any(first <= rank <= last for first, last in ranges)
        ]
        step = 1
        if tests:
            found = self._put(f"own_{column}", found, step)
            found = displaced(found, reduce(lambda one, other: one | other, [t for t, _ in tests]))
            step = max(2, *(after for _, after in tests))
        found = self.found[column] = self._put(f"code_{column}", found, step)
        return found

    def _put(self, name: str, found: Coded, step: int) -> Coded:
        """Return codes read from a column that they are put into at a step."""
        self.steps.extend({} for _ in range(step + 1 - len(self.steps)))
        self.steps[step][f"{OWN}{name}"] = found.expression
        return found.at(f"{OWN}{name}")

    def _name(self, asked: Asked) -> str:
        column = column_name(asked.norm.name)
        self.asked[column] = asked
        return column

    def _at(self, asked: Asked, place: Place) -> Coded:
        """Return what a norm makes of what stands at a place of the application's own row."""
        said = said_of(asked, self.deriver, place)
        words = answering(asked, self.deriver, place)
        found = outcome_of(asked, said, Answering())
        if words.silent:
            return found
        number = sum(len(step) for step in self.steps)
        return told(asked, self._put(f"said_{number}", found, 0), words)

    def _of_group(self, group: Group, asked: Asked, column: str) -> Coded:
        """Return what a norm that is asked of each item makes of an application."""
        sort = group.items.name
        if not group.items.needs:
            return self._of_few(group, asked)
        found = self._of_rows(sort, asked, column)
        prefix = self.deriver.tables.joined.get(sort)
        if prefix is not None:
            place = place_of(
                self.applications.schema, prefix=prefix, sorts={self.deriver.tables.rows, sort}
            )
            found = _together(asked, [found, self._at(asked, place)])
        if asked.norm.some and asked.attested:  # of the ground as a whole, whatever its items
            words = answering(asked, self.deriver, self.deriver.whole)
            if words.attested is not None:
                found = with_attested(found, words.attested, asked.norm.force)
        return found

    def _of_few(self, group: Group, asked: Asked) -> Coded:
        """Return what a norm makes of items the text itself names, each with columns of its own."""
        whole = self.deriver.whole
        sorts = frozenset({group.items.name})
        few = [evolve(whole, item=str(item), sorts=sorts) for item in group.function()]
        return _together(asked, [self._at(asked, place) for place in few])

    def _of_rows(self, sort: str, asked: Asked, column: str) -> Coded:
        """Return what a norm makes of the rows there are, and of those there may be besides."""
        found = self._of_those_told(sort, asked, column)
        name = f"complete__{sort}"
        whole = self.deriver.whole
        if name not in whole.columns:
            return found
        self.deriver.look_for_word(name, whole)
        more = chosen(Outcome.UNKNOWN)
        wholly = nw.col(name).fill_null(False)  # noqa: FBT003 - not known to be all there are
        return where(wholly, found, _together(asked, [found, more]))

    def _of_those_told(self, sort: str, asked: Asked, column: str) -> Coded:
        sort = self.deriver.tables.rows if sort in self.deriver.tables.joined else sort
        if sort not in self.tables:
            return chosen(Outcome.UNKNOWN)
        return self._rows_of(sort).ask(asked, column)

    def _rows_of(self, sort: str) -> Rows:
        if sort not in self.rows:
            self.rows[sort] = Rows.of(self._place(sort), self.deriver)
        return self.rows[sort]

    def _place(self, sort: str) -> Place:
        """Return the place of a row of a table of items."""
        tables = self.deriver.tables
        sorts = {sort, *tables.joined} if sort == tables.rows else {sort}
        name = "members" if sort == tables.rows else f"items[{sort}]"
        return place_of(self.tables[sort].schema, name, rows=True, sorts=sorts)

    # --- what is joined -----------------------------------------------------------------------

    def joined(self) -> Frame:
        """Return the applications with everything made of rows joined to them."""
        frame: Any = self._staged(self.applications.frame, counted=False)
        own = self.deriver.tables.rows
        counting = self._counting()
        carried = {sort: self._carried(rows) for sort, rows in self.rows.items()}
        waiting = any(self.deriver.rests_on_tallies(name) for name in self._names_carried())
        if counting is not None and (waiting or counting.alike or own not in self.rows):
            frame = self._with(frame, own, counting, self._carried(counting))
            frame = self._filled(frame)
            counting = None
        if counting is not None:
            carried[own] = {**carried[own], **self._carried(counting)}
        base = frame
        for sort, asked in self.rows.items():
            rows = asked if counting is None or sort != own else asked.together(counting)
            frame = self._with(frame, sort, rows, carried[sort], base)
        joined: Frame = frame if counting is None else self._filled(frame)
        return joined

    def _names_carried(self) -> Iterator[str]:
        for rows in self.rows.values():
            yield from rows.deriver.carried

    def carried_to(self, sort: str) -> Frame:
        """Return the rows of a table of items with the facts of their applications they need."""
        rows: Any = self.tables[sort].frame
        names = self._carried(self.rows[sort])
        if names:
            rows = rows.join(self._with_facts().select(KEY, **names), on=KEY, how="left")
        joined: Frame = rows
        return joined

    def _with_facts(self) -> Any:
        """Return the applications with their facts, and what is counted for these."""
        frame = self._staged(self.applications.frame, counted=False)
        counting = self._counting()
        if counting is None:
            return frame
        own = self.deriver.tables.rows
        return self._filled(self._with(frame, own, counting, self._carried(counting)))

    def _filled(self, frame: Any) -> Any:
        """Return the applications with what was counted, 0 where no row was, and its facts."""
        counted = [f"{OWN}tally_{name}" for name in self.deriver.tallies]
        filled = {name: nw.col(name).fill_null(0).cast(nw.Int64) for name in counted}
        return self._staged(frame.with_columns(**filled), counted=True)

    def _staged(self, frame: Any, *, counted: bool) -> Any:
        for stage in self.deriver.stages(counted=counted):
            frame = frame.with_columns(**stage)
        return frame

    def _with(
        self,
        frame: Any,
        sort: str,
        rows: Rows,
        carried: Mapping[str, nw.Expr],
        base: Any = None,
    ) -> Any:
        source = frame if base is None else base
        brought = source.select(KEY, **carried) if carried else None
        for summed in rows.summed(self.tables[sort].frame, brought):
            frame = frame.join(summed, on=KEY, how="left")
        return frame

    def _carried(self, rows: Rows) -> dict[str, nw.Expr]:
        """Return what has to be carried to rows."""
        whole = self.deriver.whole
        return {
            f"{OWN}carried_{name}": _column(self.deriver.of_whole(name, whole))
            for name in rows.deriver.carried
        }

    def _counting(self) -> Rows | None:
        """Return what is made of the rows of members for tallies; ``None`` if there are none."""
        if not self.deriver.tallies or self.deriver.tables.rows not in self.tables:
            return None
        functions = {f.name: f for f in self.deriver.tables.facts if isinstance(f, TallyFact)}
        place = self._place(self.deriver.tables.rows)
        staged = dict(self.deriver.staged(place))
        once = self.deriver.tables.once
        told = all(isinstance(staged.get(staged_column(name)), nw.Expr) for name in once)
        deriver = evolve(self.deriver, read={})  # what is looked at for tallies alone
        counting = evolve(Rows.of(place, deriver), alike=once if told else ())
        for name in list(self.deriver.tallies):
            counting.tally(name, functions[name])
        self.deriver.read.update(deriver.read)
        return counting


def _column(value: Any) -> nw.Expr:
    return value if isinstance(value, nw.Expr) else nw.lit(value)


def _together(asked: Asked, each: Iterable[Coded]) -> Coded:
    """Return what the outcomes for several items come to."""
    found = list(each)
    if len(found) == 1:
        return found[0]
    possible = frozenset[Outcome]().union(*(one.possible for one in found))
    if not found:
        return chosen(Outcome.NOT_MET if asked.norm.some else Outcome.NOT_APPLICABLE)
    if asked.norm.some:
        return of_rank(nw.min_horizontal(*[of_ground(one) for one in found]), possible)
    return Coded(nw.min_horizontal(*[one.expression for one in found]), possible)
