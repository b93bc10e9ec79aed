"""Tables in files: Parquet and CSV, read and written without being held in memory.

The extra ``frames`` is needed: import this module only where it is known to be there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import polars as pl
from narwhals.exceptions import NarwhalsError
from polars.exceptions import PolarsError

from innov_consortium.cli.sources import refuse
from innov_consortium.core.tables import KEY, ColumnKind, ColumnSpec
from innov_consortium.core.text import told
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.frames.schema import POLARS_TYPES

__all__ = ["computed", "require_elsewhere", "scanned", "written"]

_PARQUET, _CSV = ".parquet", ".csv"

#: What stands in a column of each kind, in words.
_SORTS = {
    ColumnKind.TRUTH: ("真值（true、false）", "truth value (true, false)"),
    ColumnKind.COUNT: ("整数", "whole number"),
    ColumnKind.DAY: ("日期（YYYY-MM-DD）", "day (YYYY-MM-DD)"),
    ColumnKind.TEXT: ("文字", "text"),
    ColumnKind.MONEY: ("金额", "amount"),
}

#: How a truth value may be written in CSV.
_TRUTHS = {"true": True, "false": False, "True": True, "False": False, "1": True, "0": False}


def scanned(path: str, columns: Iterable[ColumnSpec]) -> pl.LazyFrame:
    """Return the table in a file, lazily.

    In CSV the columns that are read become what they are to be, the key is text, and an empty field
    is null; what any other column holds is inferred. A file of CSV is read through once, to tell
    what in it is no value of its column.

    Args:
        path: The file, ``.parquet`` or ``.csv``.
        columns: The columns that are read.

    Raises:
        InvalidInputError: It is neither, there is no such file, or in CSV there are values that are
            none of their columns'; every such column is told.
    """
    if not Path(path).is_file():
        refuse(path, "没有这个文件", "there is no such file")
    if _suffix(path) == _PARQUET:
        table = pl.scan_parquet(path)
        computed(path, table.collect_schema)  # what is no such file is told of itself
        return table
    kinds = {spec.name: spec.kind for spec in columns} | {KEY: ColumnKind.TEXT}
    text = dict.fromkeys(kinds, pl.String())
    frame = pl.scan_csv(path, schema_overrides=text, try_parse_dates=True)
    names = computed(path, lambda: frame.collect_schema().names())
    typed = {name: _typed(name, kinds[name]) for name in names if name in kinds}
    faults = _misfits(path, frame, typed, kinds)
    if faults:
        raise InvalidInputError(faults)
    return frame.with_columns(**typed)


def _typed(name: str, kind: ColumnKind) -> pl.Expr:
    """Return a column of CSV as what it is to be; what is no such value is null."""
    column = pl.col(name).str.strip_chars()
    if kind is ColumnKind.TRUTH:
        return column.replace_strict(_TRUTHS, default=None, return_dtype=pl.Boolean())
    if kind is ColumnKind.DAY:
        return column.str.to_date("%Y-%m-%d", exact=True, strict=False)
    return column if kind is ColumnKind.TEXT else column.cast(POLARS_TYPES[kind], strict=False)


def _misfits(
    path: str,
    frame: pl.LazyFrame,
    typed: dict[str, pl.Expr],
    kinds: dict[str, ColumnKind],
) -> list[Fault]:
    """Return the columns of CSV in which there are values that are none of theirs."""
    bad = {name: pl.col(name).filter(one.is_null()).drop_nulls() for name, one in typed.items()}
    found: pl.DataFrame = computed(
        path,
        lambda: frame.select(
            *(one.len().alias(f"{name} number") for name, one in bad.items()),
            *(one.first().alias(f"{name} first") for name, one in bad.items()),
        ).collect(engine="streaming"),
    )
    row = found.row(0, named=True)
    return [
        Fault(
            FaultKind.INVALID_VALUE,
            f"{path}.{name}",
            f"有 {row[f'{name} number']} 处不是{_SORTS[kinds[name]][0]}，如"
            f" {told(row[f'{name} first'])}",
            f"in {row[f'{name} number']} places is no {_SORTS[kinds[name]][1]}, such as"
            f" {told(row[f'{name} first'])}",
        )
        for name in typed
        if row[f"{name} number"]
    ]


def written(frame: Any, path: str) -> None:
    """Write a table to a file as it is computed, over what is there; all of it or nothing.

    Args:
        frame: The table, lazy.
        path: The file, ``.parquet`` or ``.csv``.

    Raises:
        InvalidInputError: It is neither, it cannot be written, or the table cannot be computed.
    """
    partly = Path(f"{path}.partial")
    sink = frame.sink_parquet if _suffix(path) == _PARQUET else frame.sink_csv
    try:
        computed(path, lambda: sink(partly))
        os.replace(partly, path)  # noqa: PTH105 - the same as Path.replace, over what is there
    except OSError as error:
        zh, en = f"写不了（{error.strerror}）", f"cannot be written ({error.strerror})"
        refuse(path, zh, en)
    finally:
        partly.unlink(missing_ok=True)


def computed(path: str, compute: Callable[[], Any]) -> Any:
    """Return what is computed of tables; what cannot be is told in the words of Polars.

    Args:
        path: What it is told of.
        compute: What computes.

    Raises:
        InvalidInputError: A value is none of its column's, or a file is damaged.
    """
    try:
        return compute()
    except (PolarsError, NarwhalsError) as error:
        told = str(error).partition("\n")[0]
        refuse(path, f"表不能计算：{told}", f"the table cannot be computed: {told}")


def require_elsewhere(read: Iterable[str], write: Iterable[str]) -> None:
    """Raise if a file is written that is read, or written twice.

    Raises:
        InvalidInputError: One of them is.
    """
    taken = {Path(path).resolve() for path in read}
    for path in write:
        _suffix(path)
        if Path(path).resolve() in taken:
            refuse(path, "同一文件已用于另一张表", "is the file of another table")
        taken.add(Path(path).resolve())


def _suffix(path: str) -> str:
    suffix = Path(path).suffix.lower()
    if suffix not in (_PARQUET, _CSV):
        refuse(path, "应为 .parquet 或者 .csv 文件", "must be a file of .parquet or .csv")
    return suffix
