"""The libraries whose tables are taken, and how a table goes in and comes out again.

Tables of Polars and DuckDB are computed with where they are. Those of PyArrow, which has
no queries of its own, are computed with by Polars, which reads their memory as it is.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeAlias

import narwhals as nw
from attrs import evolve, frozen
from narwhals import Implementation

from innov_consortium.core.tables import KEY
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Frame", "Native", "Table", "own_table"]

#: A table as narwhals sees it.
Frame: TypeAlias = "nw.LazyFrame[Any] | nw.DataFrame[Any]"


class Native(Protocol):
    """A table of one of the libraries that are taken; what it is made of is that library's."""


_TAKEN = {
    Implementation.POLARS: "Polars",
    Implementation.PYARROW: "PyArrow",
    Implementation.DUCKDB: "DuckDB",
}

#: The libraries whose tables are spread over machines, and asked part by part.
_SPREAD = ("PySpark", "Dask")

#: The types of columns of words.
_WORDS = (nw.String, nw.Categorical, nw.Enum)

#: The types of a column in which nothing is, as DuckDB and Polars name them.
_NOTHING = frozenset({'"NULL"', "NULL"})


@frozen(eq=False)
class Table:
    """A table of the caller's.

    Args:
        frame: What is computed with; nothing is computed while it is lazy.
        schema: Its columns and their types.
        library: The library that computes.
        collected: Whether what comes out is computed at once, since what came in was.
        arrow: The schema of PyArrow it came in with, if it did.
    """

    frame: Frame
    schema: Mapping[str, Any]
    library: Implementation
    collected: bool = False
    arrow: Any = None

    def native(self, frame: Frame) -> Any:
        """Return a result as a table of the same library and kind."""
        if not self.collected or isinstance(frame, nw.DataFrame):
            return frame.to_native()
        found = frame.collect(engine="streaming")
        return found.to_native() if self.arrow is None else self._arrow(found)

    def _arrow(self, found: nw.DataFrame[Any]) -> Any:
        """Return a result as a table of PyArrow: words as text, the key as it came in."""
        pa = importlib.import_module("pyarrow")
        key = self.arrow.field(KEY).type
        words = [name for name, dtype in found.schema.items() if dtype in _WORDS]
        table = found.to_arrow()
        types = {**dict.fromkeys(words, pa.string()), KEY: key}
        return table.cast(pa.schema([(f.name, types.get(f.name, f.type)) for f in table.schema]))

    def key_value_faults(self, *, anyway: bool = False) -> Iterator[Fault]:
        """Yield what is wrong with the values of the key: null, or twice; of a lazy table, nothing.

        There nothing is computed; that a number is there once is for the caller to see to.

        Args:
            anyway: Compute it of a lazy table, too.
        """
        if not self.collected and not anyway:
            return
        if KEY not in self.schema:
            return
        key: Any = nw.col(KEY)
        frame: Any = self.frame
        counts = frame.select(nulls=key.is_null().sum(), rows=nw.len(), different=key.n_unique())
        counts = counts.collect() if isinstance(counts, nw.LazyFrame) else counts
        nulls, rows, different = counts.row(0)
        if nulls:
            yield Fault(
                FaultKind.INVALID_VALUE,
                f"applications.{KEY}",
                f"有 {nulls} 行没有编号；每行须有编号",
                f"is null in {nulls} rows; every row has a number of its own",
            )
        if rows - nulls > different - bool(nulls):
            twice = rows - nulls - different + bool(nulls)
            yield Fault(
                FaultKind.DUPLICATE,
                f"applications.{KEY}",
                f"有 {twice} 行的编号与他行重复；一件申请只能有一行",
                f"repeats the number of another row in {twice} rows; an application has one row",
            )

    def words(self, options: tuple[str, ...]) -> Any:
        """Return the type of a column of a few words: an enumeration where the library has one."""
        own = self.library is Implementation.POLARS and self.arrow is None
        return nw.Enum(options) if own else nw.String()

    def beside(self, other: Table) -> Table:
        """Return this table with its key of the type that another's has, where both are numbers."""
        ours, theirs = self.schema.get(KEY), other.schema.get(KEY)
        if ours is None or theirs is None or ours == theirs:
            return self
        if not (ours.is_integer() and theirs.is_integer()):
            return self
        frame: Any = self.frame
        return evolve(self, frame=frame.with_columns(nw.col(KEY).cast(theirs)))

    def joins(self, other: Table, name: str) -> list[Fault]:
        """Return what keeps a table from being joined to this one.

        Args:
            other: The table.
            name: What it is called.
        """
        if other.library is not self.library:
            theirs, ours = _TAKEN[other.library], _TAKEN[self.library]
            return [
                Fault(
                    FaultKind.INCONSISTENT,
                    name,
                    f"是 {theirs} 的表，而 applications 是 {ours} 的表；各表须出自同一个库",
                    f"is a table of {theirs}, and applications is one of {ours}: the tables must "
                    "be of one library",
                )
            ]
        ours_, theirs_ = self.schema.get(KEY), other.schema.get(KEY)
        keys = [k for k in (ours_, theirs_) if k is not None]
        if len({k.is_integer() for k in keys}) > 1:
            return [
                Fault(
                    FaultKind.INCONSISTENT,
                    f"{name}.{KEY}",
                    f"列的类型为 {theirs_}，而 applications 的为 {ours_}，两者无从相连",
                    f"is of the type {theirs_}, and that of applications is {ours_}: they cannot "
                    "be joined",
                )
            ]
        return []


def own_table(native: Any, name: str) -> Table:
    """Return a table of the caller's, ready to be computed with.

    Args:
        native: The table.
        name: What it is called, for the error.

    Raises:
        InvalidInputError: It is of no library that is taken.
    """
    try:
        frame: Any = nw.from_native(native)
    except TypeError:
        raise InvalidInputError([_not_taken(name, type(native).__name__)]) from None
    library = frame.implementation
    if library not in _TAKEN:
        raise InvalidInputError([_not_taken(name, str(library))])
    if library is Implementation.PYARROW:
        return _of_arrow(native)
    eager = isinstance(frame, nw.DataFrame)
    return Table(*_readable(frame.lazy() if eager else frame), library, collected=eager)


def _of_arrow(native: Any) -> Table:
    pl = importlib.import_module("polars")
    frame = nw.from_native(pl.from_arrow(native).lazy())
    return Table(*_readable(frame), Implementation.POLARS, collected=True, arrow=native.schema)


def _readable(frame: Any) -> tuple[Frame, Mapping[str, Any]]:
    """Return a table, and the types of its columns; words in categories are turned into text.

    Categories of two columns cannot be compared, nor one with a word that is not among them.
    """
    schema = _schema(frame)
    words = [name for name, dtype in schema.items() if dtype in _WORDS and dtype != nw.String]
    if words:
        frame = frame.with_columns(nw.col(*words).cast(nw.String))
    return frame, {**schema, **dict.fromkeys(words, nw.String())}


def _schema(frame: Any) -> Mapping[str, Any]:
    """Return the types of the columns; one that narwhals has no name for is not taken for empty."""
    schema = dict(frame.collect_schema())
    unnamed = [name for name, dtype in schema.items() if isinstance(dtype, nw.Unknown)]
    native = frame.to_native()
    for name in unnamed:
        if frame.implementation is Implementation.DUCKDB:
            dtype = str(native.types[native.columns.index(name)])
        else:
            dtype = str(native.collect_schema()[name]).upper()
        if dtype not in _NOTHING:
            schema[name] = nw.Object()
    return schema


def _not_taken(name: str, given: str) -> Fault:
    taken = [*_TAKEN.values(), *_SPREAD]
    return Fault(
        FaultKind.TYPE_ERROR,
        name,
        f"不是可用的表（{given}）；可用 {'、'.join(taken)} 的表；pandas 的表请先转为 PyArrow："
        "pyarrow.Table.from_pandas(…)",
        f"is no table that is taken ({given}); those of {', '.join(taken)} are; turn one of pandas "
        "into PyArrow's first: pyarrow.Table.from_pandas(…)",
    )
