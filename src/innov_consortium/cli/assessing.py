"""How ``innov-consortium assess`` is carried out; see :mod:`innov_consortium.cli.assess`."""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import polars as pl

from innov_consortium.cli.output import Output
from innov_consortium.cli.plots import draw_assessed, require_plot
from innov_consortium.cli.settings import numbers_of, reforms_of
from innov_consortium.cli.sources import limits_of, policy_of, read, refuse, require_one_stdin
from innov_consortium.cli.tables import computed, require_elsewhere, scanned, written
from innov_consortium.core.checking import marks_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Mark
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.frames import Assessment, Checked, assess
from innov_consortium.frames.backends import own_table
from innov_consortium.frames.schema import columns_read, given_instead
from innov_consortium.frames.summary import Summary, summary_of
from innov_consortium.interchange import load_register
from innov_consortium.rendering import negotiate
from innov_consortium.rendering.assessed import Assessed, assessed_document, render_assessed

__all__ = ["run"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_UNUSABLE = 2


def run(given: argparse.Namespace, output: Output) -> int:
    """Assess the tables, write what is wanted of them, and print what it comes to."""
    require_one_stdin(given.register, given.published_text)
    items = _items_of(given.items)
    out = [path for path in (given.out, given.failing) if path is not None]
    tables = [given.applications, *([given.members] if given.members else []), *items.values()]
    require_elsewhere(tables, out)
    require_plot(given.plot)
    on = _day_of(given.on)
    policy = _policy(given, on)
    if policy.additional:
        names = ", ".join(one.name for one in policy.additional)
        output.say(
            f"数据表不问附加的条件，未计：{names}",
            f"what is asked beside the policy is not asked of tables, and left out: {names}",
        )
        policy = policy.without_additional
    assessment = _assessed(given, policy, on, items)
    frame = assessment.frame
    if given.out is not None:
        with _telling(output, f"判断并写入 {given.out}", f"assessing into {given.out}"):
            written(frame, given.out)
        frame = scanned(given.out, ()) if given.out.endswith(".csv") else pl.scan_parquet(given.out)
    if given.failing is not None:
        with _telling(output, f"写入 {given.failing}", f"writing {given.failing}"):
            written(assessment.failing(), given.failing)
    with _telling(output, "汇总", "summing up"):
        summary: Summary = computed(given.applications, lambda: summary_of(frame, assessment.norms))
    checked = None
    if given.check is not None:
        with _telling(output, f"抽查 {given.check} 件", f"checking {given.check} one by one"):
            checked = computed(
                given.applications, lambda: assessment.checked(given.check, given.seed)
            )
    _say_unread(assessment, output)
    _print(given, output, policy, on, assessment, summary, checked)
    if checked is None:
        return 0
    return _UNUSABLE if checked.differences or not checked.compared else 0


def _print(
    given: argparse.Namespace,
    output: Output,
    policy: Policy,
    on: date | str,
    assessment: Assessment,
    summary: Summary,
    checked: Checked | None,
) -> None:
    locale = negotiate(given.lang)
    said = Assessed(
        policy=policy,
        inquiry=given.inquiry,
        on=on,
        norms=assessment.norms,
        marks=_marks(policy, on),
        applications=summary.applications,
        answers=summary.answers,
        in_force=summary.in_force,
        outcomes=summary.outcomes,
        failing=summary.failing(c for c, n in assessment.norms.items() if n.combines),
        checked=None if checked is None else (checked.compared, len(checked.beyond)),
        differences=()
        if checked is None
        else tuple((d.application, d.column, d.by_table, d.by_case) for d in checked.differences),
    )
    if given.plot is not None:
        draw_assessed(said, given.plot, locale)
    if output.as_json:
        output.document(assessed_document(said, locale))
    else:
        output.text(render_assessed(said, locale).rstrip("\n"))


def _policy(given: argparse.Namespace, on: date | str) -> Policy:
    given.on = on if isinstance(on, date) else None
    policy = policy_of(given)
    limits = limits_of(given)
    figures = numbers_of(given.number, policy)
    policy = policy.with_numbers(**figures) if figures else policy
    reforms = reforms_of(given.reform, policy, limits)
    return policy.reformed(*reforms) if reforms else policy


def _assessed(
    given: argparse.Namespace, policy: Policy, on: date | str, items: Mapping[str, str]
) -> Assessment:
    limits = limits_of(given)
    register = (
        None
        if given.register is None
        else load_register(read(given.register, limits), limits=limits)
    )
    instead = given_instead(policy, given.inquiry)
    every = columns_read(policy, given.inquiry).items()
    read_ = {table: (*several, *instead.get(table, ())) for table, several in every}
    applications = scanned(given.applications, read_["applications"])
    if isinstance(on, str):
        applications = _with_days(applications, given.applications, on)
    table = own_table(applications, "applications")
    faults = computed(given.applications, lambda: list(table.key_value_faults(anyway=True)))
    if faults:
        raise InvalidInputError(faults)
    return assess(
        policy,
        applications,
        None if given.members is None else scanned(given.members, read_.get("members", ())),
        on=on,
        register=register,
        inquiry=given.inquiry,
        items={
            sort: scanned(path, read_.get(f"items[{sort}]", ())) for sort, path in items.items()
        },
    )


def _with_days(table: pl.LazyFrame, path: str, column: str) -> pl.LazyFrame:
    """Return a table whose column of days is one, also where CSV had it as text."""
    schema = computed(path, table.collect_schema)
    if path.endswith(".csv") and schema.get(column) == pl.String():
        return table.with_columns(pl.col(column).str.to_date("%Y-%m-%d"))
    return table


def _items_of(given: list[str]) -> dict[str, str]:
    items: dict[str, str] = {}
    for one in given:
        sort, equals, path = one.partition("=")
        if not equals or sort in items:
            zh = f"{one!r} 应为 SORT=FILE，每种对象一个文件"
            refuse("--items", zh, f"{one!r} must be SORT=FILE, one file for each sort")
        items[sort] = path
    return items


def _day_of(text: str) -> date | str:
    if not _DAY.fullmatch(text):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        fault = Fault(FaultKind.INVALID_VALUE, "--on", f"没有 {text} 这一天", "is no real day")
        raise InvalidInputError([fault]) from error


def _marks(policy: Policy, on: date | str) -> tuple[Mark, ...]:
    """Return what a reader must know of all the answers; of days in a column, what holds of all."""
    if isinstance(on, date):
        return marks_of(policy.under(on), on)
    dated = (Mark.PUBLICATION_UNKNOWN, Mark.END_UNKNOWN, Mark.REPEALED)
    return tuple(m for m in marks_of(policy, date.min) if m not in dated)


def _say_unread(assessment: Assessment, output: Output) -> None:
    for table, names in assessment.unread.items():
        if names:
            listed = "、".join(names) if output.chinese else ", ".join(names)
            output.say(f"{table} 中没有用到的列：{listed}", f"{table}: columns not read: {listed}")


@contextmanager
def _telling(output: Output, zh: str, en: str) -> Iterator[None]:
    """Say on a terminal what is going on, and how long it took."""
    if not sys.stderr.isatty():
        yield
        return
    print((zh if output.chinese else en) + "……", end="", file=sys.stderr, flush=True)
    began = time.monotonic()
    yield
    took = time.monotonic() - began
    print(f" {took:.1f} 秒" if output.chinese else f" {took:.1f} s", file=sys.stderr)
