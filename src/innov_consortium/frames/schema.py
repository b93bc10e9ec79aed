"""Which columns an inquiry reads: what stands in each, and what it is when it is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

import polars as pl

from innov_consortium.core.checking import plan_of
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.plan import Asked, Plan
from innov_consortium.core.policy import Policy
from innov_consortium.core.tables import KEY, ColumnKind, ColumnSpec, Tables, TallyFact
from innov_consortium.frames.asking import column_name
from innov_consortium.frames.assessing import assess, kinds_asked, tables_of

__all__ = ["POLARS_TYPES", "columns_read", "given_instead"]

#: The type of Polars that a column of each kind has.
POLARS_TYPES: Mapping[ColumnKind, pl.DataType] = MappingProxyType(
    {
        ColumnKind.TRUTH: pl.Boolean(),
        ColumnKind.COUNT: pl.Int64(),
        ColumnKind.DAY: pl.Date(),
        ColumnKind.TEXT: pl.String(),
        ColumnKind.MONEY: pl.Decimal(38, 2),
    }
)

#: The key column of every table; text will do as well.
_KEY = ColumnSpec(
    name=KEY,
    kind=ColumnKind.COUNT,
    zh="申请的编号，各表以此相连；也可以是文字",
    en="the number of the application, by which the tables are joined; text will do as well",
    required=True,
)


def columns_read(
    policy: Policy, inquiry: str = "formation"
) -> Mapping[str, tuple[ColumnSpec, ...]]:
    """Return the columns that an inquiry reads, by the names of the tables.

    The tables are ``applications``, ``members`` and, of any other sort of item, ``items[SORT]``. A
    fact that is derived from columns may be given instead; see :func:`given_instead`. A column that
    is not required need not be there: then it is null in every row, and so unknown.

    Args:
        policy: The policy, as it is read.
        inquiry: The name of the inquiry.

    Raises:
        LookupError: The policy has no such inquiry.

    Example::

        required = [c.name for c in columns_read(policy)["members"] if c.required]
    """
    tables, plan = tables_of(policy), plan_of(policy, policy.inquiry(inquiry))
    there = _every_column(policy, tables, plan)
    kinds = _kinds(policy.inquiry(inquiry), tables)
    empty = {name: _empty(columns, kinds, tables) for name, columns in there.items()}
    read = _read(policy, inquiry, empty)
    found = {name: _in_order(read, name, there[name]) for name in there}
    if found["members"] == (_KEY,):
        del found["members"]
    return MappingProxyType(found)


def given_instead(
    policy: Policy, inquiry: str = "formation"
) -> Mapping[str, tuple[ColumnSpec, ...]]:
    """Return the facts that are derived from columns and may be given instead, by the tables.

    Args:
        policy: The policy, as it is read.
        inquiry: The name of the inquiry.

    Raises:
        LookupError: The policy has no such inquiry.
    """
    tables, asked = tables_of(policy), policy.inquiry(inquiry)
    kinds = _kinds(asked, tables)
    compared = dict.fromkeys(n for a in _asked(plan_of(policy, asked)) for n in a.norm.facts)
    rows = {tables.rows, *tables.joined}
    derived = {f.name: f for f in tables.facts if f.name in compared}
    found: dict[str, list[ColumnSpec]] = {"applications": [], "members": []}
    for name, own in derived.items():
        of_rows = own.each in rows and not isinstance(own, TallyFact)
        spec = ColumnSpec(name=name, kind=kinds[name], zh=f"事实 {name}", en=f"the fact {name}")
        found["members" if of_rows else "applications"].append(spec)
    return MappingProxyType({table: tuple(several) for table, several in found.items()})


def _kinds(inquiry: Inquiry, tables: Tables) -> dict[str, ColumnKind]:
    """Return what stands in the columns that have a name of their own."""
    specified = (_KEY, *tables.applications, *tables.members)
    return kinds_asked(inquiry) | {c.name: c.kind for c in specified}


def _empty(columns: Iterable[str], kinds: Mapping[str, ColumnKind], tables: Tables) -> pl.LazyFrame:
    """Return a table without a row that has every column there may be."""

    def dtype(column: str) -> pl.DataType:
        bare = column.partition("__")[0]
        named = [column, bare, *(column.removeprefix(p) for p in tables.joined.values())]
        return POLARS_TYPES[next((kinds[n] for n in named if n in kinds), ColumnKind.TRUTH)]

    return pl.LazyFrame(schema={column: dtype(column) for column in columns})


def _read(
    policy: Policy, inquiry: str, empty: Mapping[str, pl.LazyFrame]
) -> Mapping[tuple[str, str], ColumnSpec]:
    """Return what is looked for in tables, once all that there may be is there."""
    items = {
        name.removeprefix("items[").removesuffix("]"): frame
        for name, frame in empty.items()
        if name.startswith("items[")
    }
    on = date(2000, 1, 1)
    applications, members = empty["applications"], empty["members"]
    found = assess(policy, applications, members, on=on, inquiry=inquiry, items=items)
    return found.question.deriver.read


def _every_column(policy: Policy, tables: Tables, plan: Plan) -> dict[str, dict[str, None]]:
    """Return every column that may be looked for, by the tables, in the order it is told."""
    rows = {tables.rows, *tables.joined}
    few = {g.items.name: [str(i) for i in g.function()] for g in plan.groups if not g.items.needs}
    derived = {f.name for f in tables.facts}
    each = {f.name: f.each for f in policy.facts}
    own = _Columns([KEY, *(c.name for c in tables.applications)])
    members = _Columns([KEY, *(c.name for c in tables.members)])
    items: dict[str, _Columns] = {}
    for asked in _asked(plan):
        sort = asked.norm.each
        words = _words(asked)
        own.add(words)
        members.add(words if sort in rows else ())
        for name in asked.norm.facts:
            of = each.get(name)
            if name in derived or name == sort:
                continue
            if of is None:
                own.add([name])
            elif of in few:
                own.add(f"{name}__{item}" for item in few[of])
            elif of in rows:
                members.add([name])
            else:
                items.setdefault(of, _Columns([KEY])).add([name])
        if sort is not None and sort not in rows and sort not in few:
            items.setdefault(sort, _Columns([KEY]))
    own.add(f"complete__{sort}" for sort in items)
    own.add(
        f"{prefix}{name}"
        for prefix in tables.joined.values()
        for name in members.names
        if name != KEY
    )
    found = {"applications": own.names, "members": members.names}
    return found | {f"items[{sort}]": one.names for sort, one in items.items()}


class _Columns:
    """The names of columns, each once, in the order they were added."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names: dict[str, None] = dict.fromkeys(names)

    def add(self, names: Iterable[str]) -> None:
        self.names.update(dict.fromkeys(names))


def _asked(plan: Plan) -> Iterator[Asked]:
    yield from plan.asked
    for group in plan.groups:
        yield from group.asked


def _words(asked: Asked) -> tuple[str, ...]:
    column = column_name(asked.norm.provision)
    return (f"attested__{column}", f"departure__{column}")


def _in_order(
    read: Mapping[tuple[str, str], ColumnSpec], table: str, names: Iterable[str]
) -> tuple[ColumnSpec, ...]:
    """Return the columns of a table that were looked for, the key first."""
    return (_KEY, *(read[table, name] for name in names if (table, name) in read))
