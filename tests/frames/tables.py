"""Tables to ask about, as each library has them: of random cases, and random in themselves."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import polars as pl
from benchmarks.generated import PUBLISHED, any_case, identifier

from innov_consortium import Case, Policy, catalogue
from innov_consortium.core.tables import ColumnKind, ColumnSpec
from innov_consortium.frames import assess, population_of, tables_of
from innov_consortium.frames.columns import DTYPES

__all__ = [
    "LIBRARIES",
    "any_tables",
    "cases_by_publication",
    "rows_of",
    "tables_of_cases",
    "tianjin",
]

Tables = tuple[pl.DataFrame, pl.DataFrame]

_TYPES: Mapping[ColumnKind, Any] = {
    ColumnKind.TRUTH: pl.Boolean,
    ColumnKind.COUNT: pl.Int64,
    ColumnKind.DAY: pl.Date,
    ColumnKind.TEXT: pl.String,
    ColumnKind.MONEY: pl.Decimal(38, 2),
}


# --- the libraries --------------------------------------------------------------------------------


def _duckdb(tables: Sequence[pl.DataFrame]) -> list[Any]:
    import duckdb  # noqa: PLC0415 - only those tests need it

    connection = duckdb.connect()
    return [connection.from_arrow(table.to_arrow()) for table in tables]


#: How tables of Polars become those of each library.
LIBRARIES: Mapping[str, Callable[[Sequence[pl.DataFrame]], list[Any]]] = {
    "polars": list,
    "polars, lazy": lambda tables: [table.lazy() for table in tables],
    "pyarrow": lambda tables: [table.to_arrow() for table in tables],
    "duckdb": _duckdb,
}


def rows_of(native: Any) -> list[dict[str, Any]]:
    """Return the rows of a result, in the order of their numbers."""
    if isinstance(native, pl.LazyFrame):
        native = native.collect()
    if not isinstance(native, pl.DataFrame):
        arrow = native.to_arrow_table() if hasattr(native, "to_arrow_table") else native
        native = pl.from_arrow(arrow)
    found: list[dict[str, Any]] = native.sort("application").to_dicts()
    return found


# --- of cases -------------------------------------------------------------------------------------


@cache
def tianjin(publication: date | None = PUBLISHED) -> Policy:
    """Return the text, supposed to have been published on a day, or not at all."""
    policy = catalogue().select("CN-TJ")
    return policy if publication is None else policy.supposing_published(publication)


def cases_by_publication(seeds: Iterable[int]) -> dict[date | None, list[tuple[Case, date]]]:
    """Return random cases, each with its day, by the publication they suppose."""
    found: dict[date | None, list[tuple[Case, date]]] = {}
    for seed in seeds:
        case, on, publication = any_case(seed)
        found.setdefault(publication, []).append((case, on))
    return found


def tables_of_cases(policy: Policy, cases: Sequence[tuple[Case, date]]) -> Tables:
    """Return cases as tables, their days in the column ``asked_on``."""
    applications: list[dict[str, Any]] = []
    members: list[dict[str, Any]] = []
    for number, (case, on) in enumerate(cases):
        one = population_of(policy, [case], on=on)
        applications += [row | {"application": number, "asked_on": on} for row in one.applications]
        members += [row | {"application": number} for row in one.members]
    return (
        pl.DataFrame(applications, infer_schema_length=None),
        pl.DataFrame(members, infer_schema_length=None),
    )


# --- random in themselves -------------------------------------------------------------------------


def any_tables(seed: int, applications: int, *, policy: Policy | None = None) -> Tables:
    """Return tables of every column that is read, with any words, numbers, days and nulls.

    Args:
        seed: What they are made from.
        applications: How many rows the first has; about one in six has no members.
        policy: The policy that reads them; the text as it stands if none is given.
    """
    rng = random.Random(seed)  # noqa: S311 - random tables, no secrets
    own, others = _columns(policy or tianjin())
    numbers = [n for n in range(applications) for _ in range(rng.choice([0, 1, 2, 5, 6, 9]))]
    return _table(rng, own, list(range(applications))), _table(rng, others, numbers)


def _columns(policy: Policy) -> tuple[list[ColumnSpec], list[ColumnSpec]]:
    tables = tables_of(policy)
    bare = pl.DataFrame({"application": [0], **_nothing(tables.applications)})
    rows = pl.DataFrame({"application": [0], **_nothing(tables.members)})
    read = assess(policy, bare, rows, on=date(2026, 3, 2)).question.deriver.read
    return (
        [spec for (table, _), spec in read.items() if table == "applications"],
        [spec for (table, _), spec in read.items() if table == "members"],
    )


def _nothing(specs: Iterable[ColumnSpec]) -> dict[str, pl.Series]:
    return {s.name: pl.Series(s.name, [None], dtype=_TYPES[s.kind]) for s in specs}


def _table(rng: random.Random, specs: Sequence[ColumnSpec], numbers: list[int]) -> pl.DataFrame:
    columns = {
        spec.name: pl.Series(
            spec.name, [_any_value(rng, spec) for _ in numbers], dtype=_TYPES[spec.kind]
        )
        for spec in specs
    }
    rows = pl.DataFrame({"application": pl.Series(numbers, dtype=pl.Int64), **columns})
    return rows.sample(fraction=1.0, shuffle=True, seed=rng.randrange(2**32))


def _any_value(rng: random.Random, spec: ColumnSpec) -> Any:
    if rng.random() < 0.2:
        return None
    words = ["", "另一个词", str(identifier(rng.randrange(4))), "HK-CR:1", "材料学院"]
    values: dict[ColumnKind, Sequence[Any]] = {
        ColumnKind.TRUTH: [True, True, True, False],
        ColumnKind.COUNT: [0, 0, 1, 2, 3, 6],
        ColumnKind.DAY: [PUBLISHED + timedelta(days) for days in (-10, 0, 1, 200, 325, 326, 1825)],
        ColumnKind.TEXT: spec.options if spec.options and rng.random() < 0.95 else words,
        ColumnKind.MONEY: [Decimal(0), Decimal("50.00"), Decimal("99.99")],
    }
    return rng.choice(values[spec.kind])


assert set(_TYPES) == set(DTYPES)
