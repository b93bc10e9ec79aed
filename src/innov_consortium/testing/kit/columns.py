"""Clauses as expressions over a data frame: the same outcomes as on each value by itself."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import Any

from innov_consortium.core.clauses import Clause, Force, settle
from innov_consortium.core.tables import kinds_of
from innov_consortium.testing.kit.generating import Compared, compared
from innov_consortium.testing.kit.looking import Looked, NotRun, place_of
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_columns"]


def look_at_columns(subject: Subject) -> Looked | NotRun:
    """Ask every clause of a column as well as of each value in it, nulls among them."""
    missing = [n for n in ("narwhals", "polars") if importlib.util.find_spec(n) is None]
    if missing:
        zh = f"没有安装 {'、'.join(missing)}；请安装附加项 innov-consortium[frames] 后再运行"
        en = f"{', '.join(missing)} is not installed; install the extra innov-consortium[frames]"
        return NotRun(zh, en)
    return Looked(len(subject.clauses), [f for c in subject.clauses for f in _of(subject, c)])


def _of(subject: Subject, clause: Clause[...]) -> Iterator[Found]:
    try:
        asked = tuple(compared(clause, subject.policy, subject.seed))
    except (TypeError, NameError):  # the check of outcomes tells
        return
    for one in asked:
        if one.force is Force.ENCOURAGEMENT:
            continue
        told = _differs(clause, one)
        if told:
            zh = f"规则 {clause.name} 用于数据表时不同：{told[0]}；请只用条文的词语"
            en = f"{clause.name} is otherwise on a column: {told[1]}; use words of statutes only"
            at = place_of(clause)
            yield Found(f"{clause.name}:column", zh, en, at, (clause.provision,))
            return


def _differs(clause: Clause[...], one: Compared) -> tuple[str, str] | None:
    """Return where a column and the values in it part; ``None`` if they agree."""
    named = {name: one.settings[name] for name in clause.settings}
    try:
        values = [settle(clause.function(*row, **named), one.force).value for row in one.rows]
    except Exception:  # noqa: BLE001 - the check of outcomes tells
        return None
    try:
        columns = _column(clause, one)
    except Exception as error:  # noqa: BLE001 - whatever it raises is told
        said = f"{type(error).__name__}: {error}"
        return f"不能用于数据表（{said}）", f"it cannot be asked of one ({said})"
    for row, value, column in zip(one.rows, values, columns, strict=True):
        if value != column:
            shown = ", ".join(f"{n}={v}" for n, v in zip(clause.needs, row, strict=True))
            return f"{shown} 时为 {column}，逐个为 {value}", f"{column} where {shown} gives {value}"
    return None


def _column(clause: Clause[...], one: Compared) -> list[Any]:
    import narwhals as nw  # noqa: PLC0415 - an extra
    import polars as pl  # noqa: PLC0415 - the same

    from innov_consortium.frames import Column, outcome_column  # noqa: PLC0415 - the same
    from innov_consortium.frames.schema import POLARS_TYPES  # noqa: PLC0415 - the same

    schema = {name: POLARS_TYPES[kind] for name, kind in kinds_of(clause).items()}
    if not schema:
        frame = pl.DataFrame({"row": [0]})
    else:
        frame = pl.DataFrame(list(one.rows), schema=schema, orient="row")
    facts = {name: Column.named(name) for name in clause.needs}
    said = outcome_column(clause, one.force, facts=facts, settings=one.settings)
    return list(nw.from_native(frame).with_columns(outcome=said)["outcome"].to_list())
