"""Small tables of whoever leads and takes part, and what the facts of ``columns.engagements`` say.

Shared by ``test_engagements`` and ``test_engagements_register``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import polars as pl

from innov_consortium.core.clauses import Fact
from innov_consortium.core.organizations import Organization
from innov_consortium.policies.tianjin.readings import ConsortiaCounted, RolesCounted, UnitOfCount

__all__ = ["READINGS", "Readings", "column_of", "named", "row_of", "values_of"]

Rows = Sequence[dict[str, Any]]
Readings = tuple[RolesCounted, ConsortiaCounted, UnitOfCount]

#: Every way of counting what a unit takes part in.
READINGS: Sequence[Readings] = [
    (roles, sort, unit)
    for roles in RolesCounted
    for sort in ConsortiaCounted
    for unit in UnitOfCount
]

_TEXT = frozenset({"kind", "college", "unit", "branch_of", "parent", "lead_unit", "lead_branch_of"})
#: What is the same for all rows: handed over as it is, not as a column.
_PLAIN = frozenset({"register", "on"})


def _types(name: str) -> tuple[Any, Any]:
    """Return what a column is, in Polars and in narwhals."""
    if name in _TEXT:
        return pl.String, nw.String()
    if name == "day":
        return pl.Date, nw.Date()
    if name == "register_complete":
        return pl.Boolean, nw.Boolean()
    return pl.Int64, nw.Int64()


def column_of(fact: Fact[..., Any], rows: Rows, **known: Any) -> pl.Series:
    """Return the column a fact comes to.

    As in ``Deriver.call``, a column that no row has is null in every row, and ``given`` names those
    that are there, unless it is said in ``known``, as the readings, the register and the day are.
    """
    there = list(dict.fromkeys(name for row in rows for name in row))
    frame = pl.DataFrame(
        {name: [row.get(name) for row in rows] for name in there},
        schema={name: _types(name)[0] for name in there},
    )

    def argument(name: str) -> Any:
        if name in _PLAIN:
            return known.get(name)
        return nw.col(name) if name in there else nw.lit(None, _types(name)[1])

    asked = {"given": frozenset(there), **known}
    settings = {name: asked[name] for name in fact.settings}
    expression = fact.function(*map(argument, fact.needs), **settings)
    found = nw.from_native(frame).select(expression.alias("x")).to_native()
    return found["x"]


def values_of(fact: Fact[..., Any], rows: Rows, **known: Any) -> list[Any]:
    """Return what a fact says of each row, after its column was found to be of the right type."""
    column = column_of(fact, rows, **known)
    assert column.dtype == (pl.Boolean if fact.name.endswith("complete") else pl.Int64)
    return column.to_list()


def named(readings: Readings) -> dict[str, Any]:
    """Return readings as the facts ask for them."""
    return dict(zip(("roles_counted", "consortia_counted", "unit_of_count"), readings, strict=True))


def row_of(unit: Organization) -> dict[str, Any]:
    """Return what a row tells of a unit."""
    return {
        "kind": unit.kind.value,
        "unit": str(unit.id),
        "college": unit.college,
        "branch_of": None if unit.branch_of is None else str(unit.branch_of),
        "parent": None if unit.parent is None else str(unit.parent),
    }
