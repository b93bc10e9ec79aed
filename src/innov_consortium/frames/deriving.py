"""From the names of facts to expressions over the columns that are there.

Facts are derived by the functions of a policy's ``columns.py``; what those do not derive is given,
in a column of its own name; what is not given is null in every row.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

import narwhals as nw
from attrs import evolve, field, frozen

from innov_consortium.core.clauses import Fact
from innov_consortium.core.tables import ColumnKind, ColumnSpec, Tables, TallyFact, staged_column
from innov_consortium.errors import MalformedPolicyError
from innov_consortium.frames.cleaning import cleaned
from innov_consortium.frames.columns import DTYPES

__all__ = ["OWN", "Deriver", "Place", "place_of"]

#: What the columns made here begin with, so that they meet none of the caller's.
OWN = "innov__"

_DAY = "day"

#: What the columns begin with that tell what somebody has said of a provision or a fact.
_WORDS = ("attested__", "departure__", "complete__")


@frozen
class Place:
    """Where a fact is asked for: the whole application, a row of members, one of a few items.

    Args:
        columns: The columns there and their types, without the prefix.
        table: What the table is called.
        prefix: What they begin with in the table.
        rows: Whether it is a row of the members' table.
        sorts: The sorts of items whose facts are derived there; empty for the whole application.
        item: The item, where it is no row of a table.
    """

    columns: Mapping[str, Any]
    table: str = "applications"
    prefix: str = ""
    rows: bool = False
    sorts: frozenset[str] = frozenset()
    item: str | None = None


def place_of(
    columns: Mapping[str, Any],
    table: str = "applications",
    *,
    prefix: str = "",
    rows: bool = False,
    sorts: Collection[str] = (),
) -> Place:
    """Return the place whose columns in the table begin with a prefix.

    A column that has no type because it is null in every row is as good as none.
    """
    typed = {name: dtype for name, dtype in columns.items() if not isinstance(dtype, nw.Unknown)}
    own = {n.removeprefix(prefix): dtype for n, dtype in typed.items() if n.startswith(prefix)}
    return Place(own, table, prefix, rows, frozenset(sorts))


@frozen(slots=False, eq=False)
class Deriver:
    """Makes expressions of facts, and notes what has to be counted and carried to the rows first.

    Args:
        tables: How the policy derives facts from columns.
        settings: The policy's numbers and readings.
        each: For each fact of the policy, the sort of item it is derived for.
        kinds: What the facts are that clauses compare.
        options: The words that a fact may be attested as, by the fact.
        plain: What is the same for all rows, by name: the register, perhaps the day.
        day: The column of days, where the day is not the same for all rows.
        whole: The place of an application's own columns.
        read: The columns that have been looked for, by table and name, with what they should be.
        facts: The facts of applications that have been derived, each after what it rests on.
        tallies: The tallies that have been asked for.
        carried: The facts of applications that rows of members have asked for.
    """

    tables: Tables
    settings: Mapping[str, Any]
    each: Mapping[str, str | None]
    kinds: Mapping[str, ColumnKind]
    options: Mapping[str, tuple[str, ...]]
    plain: Mapping[str, Any]
    whole: Place
    day: nw.Expr | None = None
    read: dict[tuple[str, str], ColumnSpec] = field(factory=dict)
    facts: dict[str, nw.Expr] = field(factory=dict)
    tallies: dict[str, None] = field(factory=dict)
    carried: dict[str, None] = field(factory=dict)

    def fact(self, name: str, place: Place) -> Any:
        """Return a fact as it is found at a place: an expression, or what is the same for all.

        A column that is not there is ``None``: unknown in every row.
        """
        if name in self.plain:
            return self.plain[name]
        if place.item is not None and name in place.sorts:
            return place.item
        if name == _DAY or not self._belongs(name, place):
            return self.of_whole(name, place)
        derived = self._functions.get(name)
        given = name if place.item is None else f"{name}__{place.item}"
        if derived is None or given in place.columns:
            return self._given(name, given, place)
        return self._derived(derived, place)

    def _given(self, name: str, given: str, place: Place) -> nw.Expr | None:
        """Return a column of the caller's, with what is none of its words taken for unknown."""
        spec = self._specified(name, place)
        self.look_for(spec, given, place)
        if given not in place.columns:
            return None
        return cleaned(nw.col(f"{place.prefix}{given}"), spec)

    def _derived(self, derived: Fact[..., Any], place: Place) -> Any:
        name = derived.name
        if isinstance(derived, TallyFact):
            self.tallies[name] = None
            return nw.col(f"{OWN}tally_{name}")
        if place.rows and name in self.tables.staged:
            return nw.col(staged_column(name))
        return self._of_function(derived, place)

    def _of_function(self, derived: Fact[..., Any], place: Place) -> Any:
        """Return what a function derives; of the whole application, from a column made for it."""
        if place is not self.whole:
            return self.call(derived, place)
        if derived.name not in self.facts:
            value = self.call(derived, place)
            if not isinstance(value, nw.Expr):
                return value
            self.facts[derived.name] = value
        return nw.col(f"{OWN}fact_{derived.name}")

    def stages(self, *, counted: bool) -> list[dict[str, nw.Expr]]:
        """Return the facts of applications to be made columns of, each stage resting on the last.

        Args:
            counted: Whether those that rest on tallies are wanted, or the others.
        """
        stages: list[dict[str, nw.Expr]] = []
        level: dict[str, int] = {}
        for name, expression in self.facts.items():
            if self.rests_on_tallies(name) is not counted:
                continue
            own = max((level[n] + 1 for n in self._functions[name].needs if n in level), default=0)
            level[name] = own
            stages += [{} for _ in range(own + 1 - len(stages))]
            stages[own][f"{OWN}fact_{name}"] = expression
        return stages

    def rests_on_tallies(self, name: str) -> bool:
        """Return whether a fact of an application is derived from what is counted over rows."""
        derived = self._functions.get(name)
        if derived is None or name in self.whole.columns:
            return False
        return isinstance(derived, TallyFact) or any(
            self.rests_on_tallies(n) for n in derived.needs
        )

    def look_for(self, spec: ColumnSpec, name: str, place: Place) -> None:
        """Note that a column is read, if it is there."""
        full = f"{place.prefix}{name}"
        self.read[place.table, full] = evolve(spec, name=full)

    def of_whole(self, name: str, place: Place) -> Any:
        """Return a fact of the whole application, as it is found at a place within it."""
        value = self.day if name == _DAY else self.fact(name, self.whole)
        if not place.rows or not isinstance(value, nw.Expr):
            return value
        self.carried[name] = None
        return nw.col(f"{OWN}carried_{name}")

    def call(self, derived: Fact[..., Any], place: Place) -> Any:
        """Return what a function of ``columns.py`` says at a place."""
        named = {n: self.settings[n] for n in derived.settings if n != "given"}
        if "given" in derived.settings:
            named["given"] = frozenset(place.columns)
        return derived.function(*[self._argument(n, place) for n in derived.needs], **named)

    def _argument(self, name: str, place: Place) -> Any:
        """Return what a function of ``columns.py`` is given: a column, also where none is there."""
        value = self.fact(name, place)
        if value is None and name not in self.plain:
            return nw.lit(None, self._dtype(name, place))
        return nw.lit(value, nw.Boolean()) if isinstance(value, bool) else value

    def _dtype(self, name: str, place: Place) -> Any:
        spec = self._spec(name, place) or self._spec(name, self.whole)
        kind = self.kinds.get(name) if spec is None else spec.kind
        if name.startswith(_WORDS):
            kind = ColumnKind.TRUTH
        return None if kind is None else DTYPES[kind]

    def look_for_word(self, name: str, place: Place) -> None:
        """Note that a column is read that tells what somebody has said."""
        self.look_for(self._specified(name, place), name, place)

    def staged(self, place: Place) -> tuple[tuple[str, Any], ...]:
        """Return the facts of a row that are put into columns first, in their order."""
        names = [n for n in self.tables.staged if n not in place.columns]
        functions = self._functions
        return tuple((staged_column(n), self.call(functions[n], place)) for n in names)

    @cached_property
    def _functions(self) -> Mapping[str, Fact[..., Any]]:
        return {f.name: f for f in self.tables.facts}

    def _belongs(self, name: str, place: Place) -> bool:
        """Return whether a name is that of something there is at the place itself."""
        if not place.sorts:
            return True
        derived = self._functions.get(name)
        if derived is not None and not isinstance(derived, TallyFact):
            return derived.each in place.sorts
        of_a_row = place.item is None and self._spec(name, place) is not None
        return of_a_row or self.each.get(name) in place.sorts

    def _spec(self, name: str, place: Place) -> ColumnSpec | None:
        return next((c for c in self.specs(place) if c.name == name), None)

    def specs(self, place: Place) -> tuple[ColumnSpec, ...]:
        """Return the columns that are specified at a place."""
        if not place.sorts:
            return self.tables.applications
        if place.sorts & {self.tables.rows, *self.tables.joined}:
            return self.tables.members
        return tuple(c for sort in sorted(place.sorts) for c in self.tables.items.get(sort, ()))

    def _specified(self, name: str, place: Place) -> ColumnSpec:
        """Return what a column is: as the policy specifies it, or as the fact is annotated."""
        spec = self._spec(name, place)
        if spec is not None:
            return spec
        if name.startswith(_WORDS):
            whole = name.startswith("complete__")
            zh = "这类事项的表已列出全部；没有此列的，视为列出全部" if whole else "认定或者决定"
            en = "that the table of such items lists all; without this column it is taken to"
            en = en if whole else "what somebody has said"
            return ColumnSpec(name=name, kind=ColumnKind.TRUTH, zh=zh, en=en)
        if name not in self.kinds:
            msg = f"{name} is no column, no fact and no number: columns.py cannot name it"
            raise MalformedPolicyError(msg)
        return ColumnSpec(
            name=name,
            kind=self.kinds[name],
            zh=f"事实 {name}",
            en=f"the fact {name}",
            options=self.options.get(name, ()),
        )
