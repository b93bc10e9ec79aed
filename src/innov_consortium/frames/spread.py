"""Tables that are spread over many machines: those of Dask and PySpark.

The rows of one application are brought together, and every part of the tables is asked as tables
of PyArrow are, so that nothing is said there that is not said here. Nothing is computed until the
engine is asked for the result.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from attrs import evolve, field, frozen
from narwhals import dependencies

from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.tables import KEY
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.frames.assessment import Assessment, Given

__all__ = ["Part", "Spread", "engine_of", "spread"]


class Ask(Protocol):
    """Asks a question of tables that are in one place."""

    def __call__(self, given: Given) -> Assessment:
        """Return what is said of their rows."""


@frozen(kw_only=True)
class Part:
    """What is asked of every part of the tables; it goes to the machines that have them.

    Args:
        policy: The policy.
        inquiry: The name of the inquiry.
        on: The day asked about, or the column that says which.
        register: What is known across consortia.
        members: Whether the second table is that of members.
        sorts: The sorts of items that the tables after it are of.
        failing: Whether its failing rows are wanted, and not what is said of applications.
        sort: The sort of item whose rows are wanted.
    """

    policy: Policy
    inquiry: str
    on: date | str
    register: Register | None
    members: bool
    sorts: tuple[str, ...] = ()
    failing: bool = False
    sort: str | None = None

    def __call__(self, *tables: Any) -> Any:
        """Return what is said of the rows of some tables of PyArrow, as another."""
        from innov_consortium.frames.assessing import assess  # noqa: PLC0415 - it spreads these

        first, *others = tables
        found = assess(
            self.policy,
            first,
            others.pop(0) if self.members else None,
            on=self.on,
            register=self.register,
            inquiry=self.inquiry,
            items=dict(zip(self.sorts, others, strict=True)),
        )
        return found.failing(self.sort) if self.failing else found.frame


class Engine(Protocol):
    """An engine that spreads tables over machines."""

    @property
    def name(self) -> str:
        """What it is called."""

    def schema(self, native: Any) -> Any:
        """Return the columns of a table as a schema of PyArrow."""

    def run(self, part: Part, tables: Sequence[Any], schemas: Sequence[Any], found: Any) -> Any:
        """Return the table that comes of asking every part, not computed yet.

        Args:
            part: What is asked.
            tables: The tables, that of applications first.
            schemas: Their columns.
            found: The columns that come out.
        """


@frozen(kw_only=True, slots=False, eq=False)
class Spread(Assessment):
    """What a policy says of every row of tables that are spread over machines.

    Args:
        here: What it says of no rows at all: the columns that come out.
        engine: The engine that has the tables.
        part: What is asked of every part.
    """

    here: Assessment = field(repr=False)
    engine: Engine = field(repr=False)
    part: Part = field(repr=False)

    def failing(self, sort: str | None = None) -> Any:
        """Return the rows of members of which something asked of each is not met, or is open.

        See :meth:`Assessment.failing`.
        """
        part = evolve(self.part, failing=True, sort=sort)
        return _run(self.engine, part, self.given, self.here.failing(sort).schema)


def engine_of(native: Any) -> Engine | None:
    """Return the engine that has a table spread over machines; ``None`` for any other table."""
    if dependencies.is_dask_dataframe(native):
        return Dask()
    return Spark() if dependencies.is_pyspark_dataframe(native) else None


def spread(given: Given, engine: Engine, ask: Ask) -> Assessment:
    """Return what a policy says of every row of tables that are spread over machines.

    Args:
        given: What is asked, of which tables.
        engine: The engine that has them.
        ask: Asks the same of tables that are in one place.

    Raises:
        InvalidInputError: A table is of another library, or something is wrong with its columns.
    """
    apart = [
        Fault(
            FaultKind.INCONSISTENT,
            name,
            f"不是 {engine.name} 的表，而 applications 是；各表须出自同一个库",
            f"is no table of {engine.name}, and applications is one: the tables must be of one "
            "library",
        )
        for name, table in _named(given)
        if engine_of(table) != engine
    ]
    if apart:
        raise InvalidInputError(apart)
    empty = {name: engine.schema(table).empty_table() for name, table in _named(given)}
    here = ask(
        evolve(
            given,
            applications=empty["applications"],
            members=empty.get("members"),
            items={sort: empty[f"items[{sort}]"] for sort in given.items},
        )
    )
    part = Part(
        policy=given.policy,
        inquiry=given.inquiry,
        on=given.on,
        register=given.register,
        members=given.members is not None,
        sorts=tuple(given.items),
    )
    return Spread(
        given=given,
        frame=_run(engine, part, given, here.frame.schema),
        norms=here.norms,
        unread=here.unread,
        question=here.question,
        here=here,
        engine=engine,
        part=part,
    )


def _named(given: Given) -> list[tuple[str, Any]]:
    members = [] if given.members is None else [("members", given.members)]
    items = [(f"items[{sort}]", table) for sort, table in given.items.items()]
    return [("applications", given.applications), *members, *items]


def _run(engine: Engine, part: Part, given: Given, found: Any) -> Any:
    tables = [table for _, table in _named(given)]
    return engine.run(part, tables, [engine.schema(table) for table in tables], found)


# --- Dask -----------------------------------------------------------------------------------------


@frozen
class Dask:
    """Tables of Dask, in parts of pandas."""

    name: str = "Dask"

    def schema(self, native: Any) -> Any:
        """Return the columns of a table as a schema of PyArrow.

        Of a column of objects nobody can tell what is in it: it is bytes here, so that it is
        refused where it is read.
        """
        pa = importlib.import_module("pyarrow")
        meta = native._meta  # noqa: SLF001 - Dask's own name for the columns of a table
        objects = {name for name, dtype in meta.dtypes.items() if str(dtype) == "object"}
        typed = pa.Schema.from_pandas(meta, preserve_index=False)
        return pa.schema(
            [pa.field(f.name, pa.binary() if f.name in objects else f.type) for f in typed]
        )

    def run(self, part: Part, tables: Sequence[Any], schemas: Sequence[Any], found: Any) -> Any:
        """Return the table that comes of asking every part, not computed yet."""
        dd = importlib.import_module("dask.dataframe")
        first, *_ = tables
        dtype = first[KEY].dtype
        together = [
            table.assign(**{KEY: table[KEY].astype(dtype)}).shuffle(
                on=KEY, npartitions=first.npartitions, shuffle_method="tasks"
            )
            for table in tables
        ]
        return dd.map_partitions(
            OfPandas(part, tuple(schemas)),
            *together,
            meta=_pandas(found.empty_table()),
            align_dataframes=False,
        )


@frozen
class OfPandas:
    """Asks a part of tables of pandas.

    Args:
        part: What is asked.
        schemas: The columns of the tables.
    """

    part: Part
    schemas: tuple[Any, ...]

    def __call__(self, *tables: Any) -> Any:
        """Return what is said of the rows of some tables of pandas, as another."""
        pa = importlib.import_module("pyarrow")
        arrow = []
        for table, schema in zip(tables, self.schemas, strict=True):
            typed = pa.schema([f for f in schema if f.type != pa.binary()])
            arrow.append(
                pa.Table.from_pandas(table[typed.names], schema=typed, preserve_index=False)
            )
        return _pandas(self.part(*arrow))


def _pandas(table: Any) -> Any:
    pandas = importlib.import_module("pandas")
    return table.to_pandas(types_mapper=pandas.ArrowDtype)


# --- PySpark --------------------------------------------------------------------------------------


@frozen
class Spark:
    """Tables of PySpark."""

    name: str = "PySpark"

    def schema(self, native: Any) -> Any:
        """Return the columns of a table as a schema of PyArrow."""
        types = importlib.import_module("pyspark.sql.pandas.types")
        return types.to_arrow_schema(native.schema)

    def run(self, part: Part, tables: Sequence[Any], schemas: Sequence[Any], found: Any) -> Any:
        """Return the table that comes of asking every part, not computed yet.

        Raises:
            InvalidInputError: There are more tables than Spark brings together.
        """
        del schemas  # Spark hands out tables of PyArrow as they are
        types = importlib.import_module("pyspark.sql.pandas.types")
        functions = importlib.import_module("pyspark.sql.functions")
        first, *others = tables
        if len(others) > 1:
            raise InvalidInputError([_too_many()])
        schema = types.from_arrow_schema(found)
        number = int(first.sparkSession.conf.get("spark.sql.shuffle.partitions"))
        key = first.schema[KEY].dataType
        bucket = functions.pmod(functions.hash(functions.col(KEY)), functions.lit(number))
        groups = [
            table.withColumn(KEY, functions.col(KEY).cast(key)).groupBy(bucket.alias("bucket"))
            for table in tables
        ]
        # Spark looks at how many parameters a function names.
        if not others:
            return groups[0].applyInArrow(lambda own: part(own), schema)  # noqa: PLW0108
        together = groups[0].cogroup(groups[1])
        return together.applyInArrow(lambda own, other: part(own, other), schema)  # noqa: PLW0108


def _too_many() -> Fault:
    return Fault(
        FaultKind.LIMIT_EXCEEDED,
        "items",
        "PySpark 一次只能把两张表的行放到一起：此处不能另有其他各项的表",
        "PySpark brings the rows of two tables together and no more: there can be no further "
        "tables of items here",
    )
