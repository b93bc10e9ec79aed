"""From the rows of one application back to the report of a single check.

Facts that stand in columns of their own names are given to the check as they are; everything else
is derived from the case that the rows tell of, by the functions that derive it for any case.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from innov_consortium.core.attestations import Attestation, Departure
from innov_consortium.core.case import Surroundings
from innov_consortium.core.checking import plan_of, report_of, settings_of
from innov_consortium.core.clauses import Fact, Items
from innov_consortium.core.known import known_on
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.core.plan import Asked, Plan
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.report import Report
from innov_consortium.core.tables import ColumnSpec, Lifted, Row, Tables
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.frames.asking import column_name
from innov_consortium.frames.cleaning import cleaned_row

__all__ = ["OneByOne", "RowsOfOne"]

_SOMEBODY = "认定机关"
_MISSING = object()
_FACTS = "attested__"


@frozen
class RowsOfOne:
    """The rows of one application.

    Args:
        application: Its own row.
        members: The rows of its members.
        items: The rows of other sorts of items, by their sorts.
    """

    application: Row
    members: Sequence[Row] = ()
    items: Mapping[str, Sequence[Row]] = field(factory=dict)


@frozen
class _Item:
    """An item that is a row of a table."""

    number: int


class OneByOne:
    """A policy that checks applications one by one, by the rows that tell of them.

    Args:
        policy: The policy.
        inquiry: The name of the inquiry.
        tables: How the policy derives facts from columns.
        register: What is known across consortia, if no columns tell of it.
        sorts: The sorts of items that there are tables of.
        worded: The columns of facts that may only be some words, beside those specified.
    """

    def __init__(
        self,
        policy: Policy,
        inquiry: str,
        tables: Tables,
        register: Register | None,
        sorts: Sequence[str] = (),
        worded: Sequence[ColumnSpec] = (),
    ) -> None:
        self.policy = policy
        self.asked = policy.inquiry(inquiry)
        self.tables = tables
        self.register = register
        self.plan: Plan = plan_of(policy, self.asked)
        self._rows = RowsOfOne({})
        self._lifted: Lifted | None = None
        self._keys: tuple[Any, ...] = ()
        self._derived = {f.name for f in tables.facts}
        self._sorts = frozenset(sorts)
        self._worded = tuple(worded)
        self._prefix = next(iter(tables.joined.values()), "")
        self._view = self._viewed()

    def report(self, rows: RowsOfOne, on: date) -> Report:
        """Return the report of one application.

        Args:
            rows: Its rows.
            on: The day asked about.

        Raises:
            InvalidInputError: No single case can say what its rows say; the faults tell why.
        """
        self._rows = self._cleaned(rows)
        around = known_on(self._around(self._rows, on), on)
        return report_of(self._view, self.asked, around, on)

    def _cleaned(self, rows: RowsOfOne) -> RowsOfOne:
        """Return the rows with their values taken as those of the columns are."""
        tables = self.tables
        own = [*tables.applications, *self._worded]
        named = {spec.name for spec in own}
        own += [
            evolve(spec, name=f"{prefix}{spec.name}")
            for prefix in tables.joined.values()
            for spec in tables.members
            if f"{prefix}{spec.name}" not in named
        ]
        return RowsOfOne(
            cleaned_row(rows.application, own),
            [cleaned_row(row, (*tables.members, *self._worded)) for row in rows.members],
            {
                sort: [cleaned_row(r, (*tables.items.get(sort, ()), *self._worded)) for r in some]
                for sort, some in rows.items.items()
            },
        )

    # --- the case -----------------------------------------------------------------------------

    def _around(self, rows: RowsOfOne, on: date) -> Surroundings:
        self._lifted, around = None, Surroundings()
        if self.asked.of == "application" and self.tables.case_of is not None:
            settings = settings_of(self.policy).values
            self._lifted = self.tables.case_of(
                rows.application, rows.members, on, settings, self.register
            )
            around = self._lifted.case
            units = self._lifted.case.application.participants
            self._keys = tuple(unit.key for unit in units)
        elif self.asked.of == "application":
            zh = "本政策没有写明怎样由各行得出一件申请（case_of）"
            en = "the policy does not tell which case rows of tables tell of (case_of)"
            raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "policy", zh, en)])
        if self.register is not None:
            around = evolve(around, register=self.register)
        return evolve(
            around, attestations=tuple(self._attested(on)), departures=tuple(self._departures(on))
        )

    def _norms(self) -> Iterator[Asked]:
        yield from self.plan.asked
        for group in self.plan.groups:
            yield from group.asked

    def _said(self, column: str) -> Iterator[tuple[bool, MemberKey | None]]:
        """Yield what stands in a column of words said: of the whole, and of each member."""
        whole = self._rows.application.get(column)
        if whole is not None:
            yield whole, None
        for row, key in zip(self._rows.members, self._keys, strict=False):
            if row.get(column) is not None:
                yield row[column], key
        lead = self._rows.application.get(f"{self._prefix}{column}") if self._prefix else None
        if lead is not None and self._lifted is not None:
            yield lead, self._lifted.case.application.lead.key

    def _attested(self, on: date) -> Iterator[Attestation]:
        for asked in self._norms():
            by = asked.attested_by[0] if asked.attested_by else _SOMEBODY
            provision = asked.norm.provision
            for holds, unit in self._said(f"attested__{column_name(provision)}"):
                yield Attestation(what=provision, by=by, on=on, holds=holds, unit=unit)
        facts = {f.name for f in self.policy.facts if f.attested is bool}
        for column, value in self._rows.application.items():
            name = column.removeprefix(_FACTS)
            if name != column and name in facts and value is not None:
                yield Attestation(what=name, by=_SOMEBODY, on=on, holds=value)

    def _departures(self, on: date) -> Iterator[Departure]:
        by = (*self.policy.approving_bodies, _SOMEBODY)[0]
        for asked in self._norms():
            provision = asked.norm.provision
            for accepted, unit in self._said(f"departure__{column_name(provision)}"):
                yield Departure(
                    provision=provision, by=by, on=on, reason="—", accepted=accepted, unit=unit
                )

    # --- the facts given ----------------------------------------------------------------------

    def _viewed(self) -> Policy:
        """Return the policy with the facts given in place of those it would derive."""
        view = copy(self.policy)
        compared = {n for asked in self._norms() for n in asked.norm.facts}
        given = compared | (self._derived & {f.name for f in self.policy.facts})
        facts = tuple(self._given(f) if f.name in given else f for f in self.policy.facts)
        object.__setattr__(view, "facts", facts)
        object.__setattr__(view, "items", tuple(map(self._items, self.policy.items)))
        object.__setattr__(view, "memo", {})
        return view

    def _given(self, one: Fact[..., Any]) -> Fact[..., Any]:
        """Return a fact that is given, or else derived as ever if columns would derive it."""
        if one.name in self._derived:
            return _renamed(one, one.needs, lambda *a: self._or_derived(one, a))
        needs = () if one.each is None else (one.each,)
        return _renamed(one, needs, lambda *a: self._alone(one, a))

    def _alone(self, one: Fact[..., Any], arguments: tuple[Any, ...]) -> Any:
        value = self._value(one, arguments[0] if arguments else None)
        return None if value is _MISSING else value

    def _or_derived(self, one: Fact[..., Any], arguments: tuple[Any, ...]) -> Any:
        item = None
        if one.each is not None and one.each in one.needs:
            item = arguments[one.needs.index(one.each)]
        value = self._value(one, item)
        if value is not _MISSING:
            return value
        settings = settings_of(self.policy)
        return settings.bind(one.function, one.settings)(*arguments)

    def _value(self, one: Fact[..., Any], item: Any) -> Any:
        """Return a fact as the rows give it, or that they do not."""
        if one.each is None:
            unsaid = {} if self._lifted is None else self._lifted.facts
            return self._rows.application.get(one.name, unsaid.get(one.name, _MISSING))
        if isinstance(item, str):
            return self._rows.application.get(f"{one.name}__{item}", _MISSING)
        if isinstance(item, _Item):
            rows = self._rows.items.get(one.each, ())
            there = item.number < len(rows)
            return rows[item.number].get(one.name, _MISSING) if there else _MISSING
        return self._of_member(one.name, item)

    def _of_member(self, name: str, unit: Organization) -> Any:
        unsaid: Mapping[str, Any]
        if unit.key not in self._keys:
            unsaid = {} if self._lifted is None else self._lifted.facts
            lead = f"{self._prefix}{name}"
            return self._rows.application.get(lead, unsaid.get(lead, _MISSING))
        place = self._keys.index(unit.key)
        unsaid = {}
        if self._lifted is not None and self._lifted.members:
            unsaid = self._lifted.members[place]
        return self._rows.members[place].get(name, unsaid.get(name, _MISSING))

    def _items(self, one: Items[..., Any]) -> Items[..., Any]:
        """Return the items of a sort: those of the case, or the rows there are of it."""
        own = {self.tables.rows, *self.tables.joined}
        if one.name in own or not one.needs:
            return one
        sort = one.name

        def rows() -> tuple[_Item, ...]:
            # Where there is no table, one item of which nothing is known stands for what may be.
            there = len(self._rows.items.get(sort, ())) if sort in self._sorts else 1
            told = self._rows.application.get(f"complete__{sort}", True)
            return tuple(_Item(n) for n in range(there + (sort in self._sorts and not told)))

        rows.__name__ = sort
        return Items(rows, path=one.path)


def _renamed(
    one: Fact[..., Any], needs: tuple[str, ...], function: Callable[..., Any]
) -> Fact[..., Any]:
    """Return a fact of the same name with another function and other needs."""
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD

    def given(*arguments: Any) -> Any:
        return function(*arguments)

    given.__name__ = given.__qualname__ = one.name
    parameters = [inspect.Parameter(name, kind) for name in needs]
    given.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # it may have one
    return Fact(given, each=one.each, reads=one.reads)
