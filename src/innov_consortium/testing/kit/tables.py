"""A policy's module of columns: it derives from tables what is derived from the same cases."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import Any

from innov_consortium.core.case import Case
from innov_consortium.core.policy import Policy
from innov_consortium.core.tables import ColumnSpec, Tables, TallyFact
from innov_consortium.testing.kit.looking import Looked, NotRun, place_of
from innov_consortium.testing.kit.observing import Question
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_tables"]


def look_at_tables(subject: Subject) -> Looked | NotRun:
    """Put the cases its pages and examples ask about into tables, and ask the same of those."""
    policy = subject.policy
    if not policy.columns:
        zh, en = "没有按列推得事实的模块", "there is no module of columns"
        return Looked(0, (), zh, en)
    missing = [n for n in ("narwhals", "polars") if importlib.util.find_spec(n) is None]
    if missing:
        zh = f"没有安装 {'、'.join(missing)}；请安装附加项 innov-consortium[frames] 后再运行"
        en = f"{', '.join(missing)} is not installed; install the extra innov-consortium[frames]"
        return NotRun(zh, en)
    from innov_consortium.frames import tables_of  # noqa: PLC0415 - an extra

    try:
        tables = tables_of(policy)
    except Exception as error:  # noqa: BLE001 - a stranger's module: whatever it raises is told
        said = f"{type(error).__name__}: {error}"
        zh, en = f"{policy.columns} 不能使用：{said}", f"{policy.columns} cannot be used: {said}"
        return Looked(1, [Found("columns:module", zh, en)])
    asked = _questions(subject)
    found = [*_misplaced(policy, tables), *_differing(asked, tables)]
    return Looked(len(asked), found)


def _questions(subject: Subject) -> list[tuple[Question, Case]]:
    """Return what has been asked of applications, of cases of which much and little is known.

    What is asked beside a policy is not asked of tables, where interpretations are the policy's.
    """
    every = (*subject.observed.questions, *subject.observed.made_up)
    asked = [(q, q.case) for q in every if isinstance(q.case, Case) and not q.policy.additional]
    return [(q, case) for q, case in asked if not case.interpretations]


def _misplaced(policy: Policy, tables: Tables) -> Iterator[Found]:
    """Yield the functions that derive a fact for something else than the policy does."""
    each = {f.name: f.each for f in policy.facts}
    for one in tables.facts:
        own = None if isinstance(one, TallyFact) else one.each
        alike = own == each.get(one.name) or {own, each.get(one.name)} <= _rows(tables)
        if one.name in each and not alike:
            zh = f"{one.name} 在政策里是{each[one.name] or '整件申请'}的事实，在列里不是"
            en = f"{one.name} is a fact of {each[one.name] or 'the whole'}, and in columns is not"
            yield Found(f"{one.name}:each", zh, en, place_of(one))


def _rows(tables: Tables) -> set[str | None]:
    return {tables.rows, *tables.joined}


def _differing(asked: list[tuple[Question, Case]], tables: Tables) -> Iterator[Found]:
    if tables.rows_of is None:
        zh = "没有写明一件申请怎样放进两张表（rows_of），无从比较"
        yield Found(
            "columns:rows_of", zh, "it does not tell how a case is put into tables (rows_of)"
        )
        return
    told: set[str] = set()
    for question, case in asked:
        try:
            found = list(_parted(question, case, tables))
        except Exception as error:  # noqa: BLE001 - the same
            said = f"{type(error).__name__}: {str(error)[:200]}"
            found = [("raises", f"出错（{said}）", f"it raises ({said})")]
        for name, zh, en in found:
            if name not in told:
                told.add(name)
                at = question.source or "—"
                yield Found(f"{name}:table", f"{name} 用于数据表{zh}", f"{name}: {en}", at)


def _parted(question: Question, case: Case, tables: Tables) -> Iterator[tuple[str, str, str]]:
    """Yield the norms of which a table says something else than a check of the same case."""
    import polars as pl  # noqa: PLC0415 - an extra

    from innov_consortium.frames import assess, population_of  # noqa: PLC0415 - the same

    policy, day, inquiry = question.policy, question.on, question.inquiry
    rows = population_of(policy, [case], on=day, inquiry=inquiry)
    read = (tables.applications, tables.members)
    applications, members = (
        pl.DataFrame(some, schema_overrides=_types(specs), infer_schema_length=None)
        if some
        else pl.DataFrame(schema={"application": pl.Int64, **_types(specs)})
        for some, specs in zip((rows.applications, rows.members), read, strict=True)
    )
    found = assess(policy, applications, members, on=day, inquiry=inquiry)
    row = found.frame.row(0, named=True)
    report = question.ask()
    said = {f.norm.name: f.outcome.value for f in report}
    for column, norm in found.norms.items():
        here, there = row[column], said.get(norm.name)
        if here != there:
            yield (
                norm.name,
                f"时为 {here}，逐件为 {there}",
                f"{here} of a table, {there} of the case",
            )
    if row["answer"] != report.answer.value:
        here, there = row["answer"], report.answer.value
        yield "answer", f"时为 {here}，逐件为 {there}", f"{here} of a table, {there} of the case"


def _types(specs: tuple[ColumnSpec, ...]) -> dict[str, Any]:
    from innov_consortium.frames.schema import POLARS_TYPES  # noqa: PLC0415 - an extra

    return {spec.name: POLARS_TYPES[spec.kind] for spec in specs}
