"""The libraries whose tables are taken, and how a table goes in and comes out again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeAlias

import narwhals as nw
from attrs import frozen
from narwhals import Implementation

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
    Implementation.PYSPARK: "PySpark",
    Implementation.DASK: "Dask",
}


@frozen(eq=False)
class Table:
    """A table of the caller's.

    Args:
        frame: What is computed with; nothing is computed while it is lazy.
        schema: Its columns and their types.
        collected: Whether what comes out is computed at once, since what came in was.
        words: The type of columns of a few words, as this library has it.
    """

    frame: Frame
    schema: Mapping[str, Any]
    collected: bool
    polars: bool

    def native(self, frame: Frame) -> Any:
        """Return a result as a table of the same library and kind."""
        if self.collected and isinstance(frame, nw.LazyFrame):
            return frame.collect(engine="streaming").to_native()
        return frame.to_native()

    def words(self, options: tuple[str, ...]) -> Any:
        """Return the type of a column of a few words: an enumeration where the library has one."""
        return nw.Enum(options) if self.polars else nw.String()


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
    if frame.implementation not in _TAKEN:
        raise InvalidInputError([_not_taken(name, str(frame.implementation))])
    polars = frame.implementation is Implementation.POLARS
    eager = isinstance(frame, nw.DataFrame)
    lazy = frame.lazy() if polars and eager else frame
    return Table(lazy, dict(frame.collect_schema()), eager, polars)


def _not_taken(name: str, given: str) -> Fault:
    taken = "、".join(_TAKEN.values())
    return Fault(
        FaultKind.TYPE_ERROR,
        name,
        f"不是可用的表（{given}）；可用 {taken} 的表；pandas 的表请先转为 PyArrow："
        "pyarrow.Table.from_pandas(…)",
        f"is no table that is taken ({given}); those of {', '.join(_TAKEN.values())} are; "
        "turn one of pandas into PyArrow's first: pyarrow.Table.from_pandas(…)",
    )
