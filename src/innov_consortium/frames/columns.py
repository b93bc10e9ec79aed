"""The columns a table must or may have, and of what type; what is wrong with one, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import narwhals as nw

from innov_consortium.core.tables import KEY, ColumnKind, ColumnSpec
from innov_consortium.errors import Fault, FaultKind

__all__ = ["DTYPES", "column_faults", "key_faults"]

#: The type a column of each kind is made with.
DTYPES: Mapping[ColumnKind, Any] = {
    ColumnKind.TRUTH: nw.Boolean(),
    ColumnKind.COUNT: nw.Int64(),
    ColumnKind.DAY: nw.Date(),
    ColumnKind.TEXT: nw.String(),
    ColumnKind.MONEY: nw.Decimal(38, 2),
}

_NAMES = {
    ColumnKind.TRUTH: ("真值（Boolean）", "truth values (Boolean)"),
    ColumnKind.COUNT: ("整数（Int64 等）", "whole numbers (Int64 or the like)"),
    ColumnKind.DAY: ("日期（Date）", "days (Date)"),
    ColumnKind.TEXT: ("文字（String）", "text (String)"),
    ColumnKind.MONEY: ("金额（Decimal）或整数，不用浮点数", "Decimals or whole numbers, no floats"),
}


def is_of(kind: ColumnKind, dtype: Any) -> bool:
    """Return whether a column of a type can hold what a kind is."""
    if kind is ColumnKind.TRUTH:
        return bool(dtype == nw.Boolean)
    if kind is ColumnKind.COUNT:
        return bool(dtype.is_integer())
    if kind is ColumnKind.DAY:
        return bool(dtype == nw.Date)
    if kind is ColumnKind.MONEY:
        return bool(dtype.is_decimal() or dtype.is_integer())
    return isinstance(dtype, nw.String | nw.Categorical | nw.Enum)


def column_faults(
    table: str, schema: Mapping[str, Any], specs: Iterable[ColumnSpec]
) -> Iterator[Fault]:
    """Yield what is wrong with the columns of a table: not there, or of a wrong type.

    Args:
        table: What the table is called, for the paths.
        schema: Its columns and their types.
        specs: The columns that are read.
    """
    for spec in specs:
        path = f"{table}.{spec.name}"
        zh, en = _NAMES[spec.kind]
        if spec.name not in schema:
            if spec.required:
                yield Fault(
                    FaultKind.INVALID_VALUE,
                    path,
                    f"缺少此列：{spec.zh}，应为{zh}",
                    f"is not there: {spec.en}; it holds {en}",
                )
        elif not is_of(spec.kind, schema[spec.name]) and not _empty(schema[spec.name]):
            yield Fault(
                FaultKind.TYPE_ERROR,
                path,
                f"列的类型为 {schema[spec.name]}，应为{zh}",
                f"is of the type {schema[spec.name]}; it must hold {en}",
            )


def _empty(dtype: Any) -> bool:
    """Return whether a column has no type because nothing is in it."""
    return isinstance(dtype, nw.Unknown)


def key_faults(table: str, schema: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with the column by which the tables are joined."""
    if KEY not in schema:
        yield Fault(
            FaultKind.INVALID_VALUE,
            f"{table}.{KEY}",
            "缺少此列：申请的编号，各表以此相连",
            "is not there: the number of the application, by which the tables are joined",
        )
    elif not (schema[KEY].is_integer() or isinstance(schema[KEY], nw.String)):
        yield Fault(
            FaultKind.TYPE_ERROR,
            f"{table}.{KEY}",
            f"列的类型为 {schema[KEY]}，应为整数或文字",
            f"is of the type {schema[KEY]}; it must hold whole numbers or text",
        )
