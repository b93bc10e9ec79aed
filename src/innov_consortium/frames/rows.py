"""Tables of items: what is made of each row, and how the rows of one application are joined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import narwhals as nw
from attrs import evolve, field, frozen

from innov_consortium.core.clauses import Fact, Outcome
from innov_consortium.core.plan import Asked
from innov_consortium.core.report import MOST_ESTABLISHED
from innov_consortium.core.tables import KEY, ColumnKind, staged_column
from innov_consortium.frames.asking import Answering, answering, outcome_of, said_of
from innov_consortium.frames.backends import Frame
from innov_consortium.frames.codes import Coded, chosen, of_ground, of_rank, where
from innov_consortium.frames.deriving import OWN, Deriver, Place
from innov_consortium.frames.terms import Column

__all__ = ["Rows"]

#: How the columns begin that bring a fact of an application to its rows.
_CARRIED = f"{OWN}carried_"


@frozen(eq=False)
class Rows:
    """What is made of every row of a table, and how those of one application are joined.

    Of most tests nearly every row is met. Those rows are not looked at again: only the others are
    joined, and an application that is not among them has either met the norm or no row at all.

    Args:
        place: The place of a row.
        deriver: Derives the facts of a row; it notes what has to be carried to it.
        made: The columns made of each row.
        joined: How they are joined, by the names they are joined under.
        tests: The tests of norms that are nothing but a test, by the names of their columns.
        unmet: The codes of those tests where they are not met.
        counting: The norms of which it only matters whether there is a row.
        alike: The staged facts by which rows are alike of which one is counted; empty where every
            row counts.
    """

    place: Place
    deriver: Deriver
    made: dict[str, nw.Expr] = field(factory=dict)
    joined: dict[str, nw.Expr] = field(factory=dict)
    tests: dict[str, nw.Expr] = field(factory=dict)
    unmet: dict[str, nw.Expr] = field(factory=dict)
    counting: list[str] = field(factory=list)
    alike: tuple[str, ...] = ()

    @classmethod
    def of(cls, place: Place, deriver: Deriver) -> Rows:
        """Return the rows of a place, with nothing made of them yet."""
        return cls(place, evolve(deriver, carried={}))

    @property
    def number(self) -> str:
        """The column with the number of rows; null where there are none."""
        return f"{OWN}number_{self.place.table}"

    def tally(self, name: str, derived: Fact[..., Any]) -> None:
        """Have a tally counted."""
        column = f"{OWN}tally_{name}"
        counted = self.deriver.call(derived, self.place)
        if isinstance(counted, int) and counted == 1:  # one for every row
            self.joined[column] = nw.len()
            return
        self.made[column] = counted if isinstance(counted, nw.Expr) else nw.lit(counted, nw.Int64)
        self.joined[column] = nw.col(column).sum()

    def ask(self, asked: Asked, column: str) -> Coded:
        """Have a norm asked of every row, and return what it makes of an application.

        Args:
            asked: The norm.
            column: The name of its column.
        """
        said = said_of(asked, self.deriver, self.place)
        words = Answering() if asked.norm.some else answering(asked, self.deriver, self.place)
        name = f"{OWN}rows_{column}"
        if isinstance(said, Column) and words.silent and not asked.norm.some:
            return self._ask_plainly(asked, said, name)
        return self._ask_by_code(asked, outcome_of(asked, said, words), name)

    def _ask_plainly(self, asked: Asked, said: Column, name: str) -> Coded:
        failed = outcome_of(asked, False, Answering())  # noqa: FBT003 - the truth value itself
        unmet = where(nw.col(name).is_null(), chosen(Outcome.UNKNOWN), failed)
        # Of a row that meets this test and not another, this one says nothing.
        self.tests[name] = said.expression
        self.unmet[name] = where(nw.col(name), chosen(Outcome.MET), unmet).expression
        met = where(
            nw.col(self.number).is_null(), chosen(Outcome.NOT_APPLICABLE), chosen(Outcome.MET)
        )
        found = Coded(nw.col(name), unmet.possible | {Outcome.MET})
        return where(nw.col(name).is_null(), met, found)

    def _ask_by_code(self, asked: Asked, found: Coded, name: str) -> Coded:
        some = asked.norm.some
        if len(found.possible) == 1 and not some:  # of every row the same, if there is one
            self.counting.append(name)
            return where(nw.col(self.number).is_null(), chosen(Outcome.NOT_APPLICABLE), found)
        self.made[name] = of_ground(found) if some else found.expression
        self.joined[name] = nw.col(name).min()
        if some:
            rank = nw.col(name).fill_null(MOST_ESTABLISHED.index(Outcome.NOT_MET))
            return of_rank(rank, found.possible)
        nothing = chosen(Outcome.NOT_APPLICABLE)
        return where(nw.col(name).is_null(), nothing, Coded(nw.col(name), found.possible))

    def together(self, other: Rows) -> Rows:
        """Return what is made here and there of the rows of one table."""
        return evolve(
            self,
            made={**self.made, **other.made},
            joined={**self.joined, **other.joined},
            tests={**self.tests, **other.tests},
            unmet={**self.unmet, **other.unmet},
            counting=[*self.counting, *other.counting],
        )

    def summed(self, rows: Frame, carried: Frame | None) -> list[Frame]:
        """Return tables with at most one row an application, of what has been made of its rows.

        Args:
            rows: The table of rows.
            carried: One row an application, with what has to be carried to its rows.
        """
        frame: Any = rows
        if carried is not None:
            frame = frame.join(carried, on=KEY, how="left")
        looked_at = self._looked_at()
        frame = self._once(self.staged(frame), looked_at)
        found: list[Frame] = []
        if self.joined or self.tests or self.counting:
            number = {self.number: nw.len()} if self.tests or self.counting else {}
            found.append(frame.select(KEY, **self.made).group_by(KEY).agg(**self.joined, **number))
        if self.tests:
            all_met = nw.all_horizontal(*map(nw.col, self.tests), ignore_nulls=False)
            unmet = frame.select(KEY, **self.tests).filter(~all_met.fill_null(False))  # noqa: FBT003
            codes = unmet.select(KEY, **self.unmet)
            found.append(codes.group_by(KEY).agg(**{n: nw.col(n).min() for n in self.unmet}))
        return found

    def _once(self, frame: Any, looked_at: Mapping[str, nw.Expr]) -> Any:
        """Return the rows for a tally, of those that are alike one.

        What they say differently is unknown; what some do not say is as the others say.
        """
        if not self.alike:
            return frame
        alike = [KEY, *(staged_column(name) for name in self.alike)]
        known = ~nw.any_horizontal(*[nw.col(c).is_null() for c in alike[1:]], ignore_nulls=False)
        said = {n: one for n, one in looked_at.items() if n not in alike}
        said |= {n: nw.col(n) for n in frame.collect_schema() if n.startswith(_CARRIED)}
        frame = frame.select(*alike, **said)
        bounds = {f"{OWN}least_{n}": nw.col(name).min() for n, name in enumerate(said)}
        bounds |= {f"{OWN}most_{n}": nw.col(name).max() for n, name in enumerate(said)}
        agreed = {
            name: nw.when(nw.col(f"{OWN}least_{n}") == nw.col(f"{OWN}most_{n}")).then(
                nw.col(f"{OWN}least_{n}")
            )
            for n, name in enumerate(said)
        }
        one = frame.filter(known).group_by(*alike).agg(**bounds).select(*alike, **agreed)
        return nw.concat([one, frame.filter(~known)], how="vertical")

    def _looked_at(self) -> dict[str, nw.Expr]:
        """Return the columns that what is made of rows has been made from, words as plain text."""
        return {
            name: nw.col(name).cast(nw.String) if spec.kind is ColumnKind.TEXT else nw.col(name)
            for (table, name), spec in self.deriver.read.items()
            if table == self.place.table and name in self.place.columns
        }

    def staged(self, frame: Any) -> Any:
        """Return the rows with the columns that others are derived from across rows."""
        if self.place.table == "members":
            for name, expression in self.deriver.staged(self.place):
                if isinstance(expression, nw.Expr):
                    frame = frame.with_columns(expression.alias(name))
        return frame

    def outcomes(self, asked: Mapping[str, Asked]) -> dict[str, Coded]:
        """Return what norms make of each row, before anything gives way.

        Args:
            asked: The norms, by the names of their columns.
        """
        found = {}
        for column, one in asked.items():
            said = said_of(one, self.deriver, self.place)
            words = Answering() if one.norm.some else answering(one, self.deriver, self.place)
            found[column] = outcome_of(one, said, words)
        return found
