"""``innov-consortium simulate``: candidates that live under a policy for some years.

Exit status: 0 when it is done. What came of everybody goes to a file, what each year comes to to
stdout; on a terminal, stderr says how far it is.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from innov_consortium.cli.output import Output
from innov_consortium.cli.plots import draw_run, require_plot
from innov_consortium.cli.settings import reforms_of
from innov_consortium.cli.sources import limits_of, policy_of, read, refuse, require_one_stdin
from innov_consortium.core.consortium import Application
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Mark
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import Limits, load_case, load_numbers
from innov_consortium.rendering import Wording, negotiate, wording
from innov_consortium.rendering.marks import worded_marks
from innov_consortium.rendering.procedure import step_label
from innov_consortium.simulation import COLUMNS, Population, Progress, Run, Tally, simulate
from innov_consortium.simulation.members import candidates_from, copies_of
from innov_consortium.simulation.tabled import load_behaviour

__all__ = ["run"]

_USUALLY = 100
_PARQUET = ".parquet"


def run(given: argparse.Namespace, output: Output) -> int:
    """Print what each year comes to, and write what came of every candidate."""
    require_one_stdin(given.behaviour, given.like, given.members, given.published_text)
    require_plot(given.plot)
    limits = limits_of(given)
    first, last = given.years
    policy = _policy(given, limits, first)
    behaviour = load_behaviour(read(given.behaviour, limits), policy)
    lived = simulate(
        policy,
        _population(given, limits),
        range(first, (last or first) + 1),
        behaviour,
        given.seed,
        processes=given.processes,
        histories=False,
        progress=_progress(output),
    )
    if given.out is not None:
        _write(given.out, lived)
    if given.plot is not None:
        draw_run(lived, given.plot, given.lang)
    if output.as_json:
        output.document(_document(lived))
    else:
        words = wording(negotiate(given.lang), policy)
        zh = "模拟不是官方解释，也不是预测：各项比率由使用者给出。"
        en = "A simulation is no official interpretation and no forecast: its rates are the user's."
        marks = [mark for mark in lived.marks if mark is not Mark.NOT_OFFICIAL]  # said here
        reforms = _reforms(policy, chinese=output.chinese)
        for said in (*worded_marks(words, policy, marks), *reforms, zh if output.chinese else en):
            output.text(f"※ {said}")
        for tally in lived.tallies:
            output.text("\n".join(_lines(tally, words, chinese=output.chinese)))
    return 0


def _policy(given: argparse.Namespace, limits: Limits, year: int) -> Policy:
    given.on = None
    policy = policy_of(given, on=date(year, 1, 1))
    if given.numbers is not None:
        figures = load_numbers(read(given.numbers, limits), policy, limits=limits)
        policy = policy.with_numbers(**figures)
    reforms = reforms_of(given.reform, policy, limits)
    return policy.reformed(*reforms) if reforms else policy


def _reforms(policy: Policy, *, chinese: bool) -> Iterator[str]:
    """Yield each reform the years were lived under, with its days."""
    for one in policy.reforms:
        first, last = one.first or "—", one.last or "—"
        zh = f"改动“{one.name}”：{first} 至 {last}"
        yield zh if chinese else f"Reform “{one.name}”: {first} to {last}"


def _population(given: argparse.Namespace, limits: Limits) -> Population:
    like = None if given.like is None else load_case(read(given.like, limits)).application
    if given.members is not None:
        if given.candidates is not None:
            zh, en = "不能与 --members 并用", "excludes --members"
            refuse("--candidates", zh, en)
        return _members(given.members, limits, like)
    if like is None:
        zh = "请用 --like 给出一份案例，或者用 --members 给出单位"
        refuse("--like", zh, "hand in a case with --like, or units with --members")
    return copies_of(like, given.candidates or _USUALLY)


def _members(path: str, limits: Limits, like: Application | None) -> Population:
    try:
        return candidates_from(_rows(path, limits), like)
    except InvalidInputError as error:
        raise error.under(path) from None


def _rows(path: str, limits: Limits) -> Iterable[Mapping[str, Any]]:
    """Return the rows of a table; in a CSV ``true`` and ``false`` are what they say."""
    if Path(path).suffix == _PARQUET:
        pl = _polars(path)
        return list(pl.read_parquet(path).iter_rows(named=True))
    text = read(path, limits).decode("utf-8-sig", errors="replace")
    truths = {"true": True, "false": False}
    return [
        {key: truths.get(value, value) for key, value in row.items()}
        for row in csv.DictReader(io.StringIO(text))
    ]


def _polars(path: str) -> Any:
    try:
        import polars as pl  # noqa: PLC0415 - of an extra, and for Parquet only
    except ImportError:
        zh = "读写 Parquet 须安装可选依赖 frames；也可用 CSV"
        refuse(path, zh, "Parquet needs the extra frames; CSV needs nothing")
    return pl


def _write(path: str, lived: Run) -> None:
    if Path(path).suffix == _PARQUET:
        _polars(path)
        lived.frame().write_parquet(path)
        return
    try:
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(lived.table())
    except OSError as error:
        zh, en = f"写不了（{error.strerror}）", f"cannot be written ({error.strerror})"
        refuse(path, zh, en)


def _progress(output: Output) -> Progress | None:
    """Return what tells on a terminal how far it is; nothing elsewhere."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, count: int) -> None:
        zh, en = f"{done} / {count} 个候选人", f"{done} of {count} candidates"
        end = "\n" if done == count else ""
        print("\r" + (zh if output.chinese else en), end=end, file=sys.stderr, flush=True)

    return tell


# --- what a year comes to -------------------------------------------------------------------------


def _document(lived: Run) -> dict[str, Any]:
    return {
        "schema": "innov-consortium/simulation/1",
        "policy": lived.policy.code,
        "edition": lived.policy.edition,
        "marks": [mark.value for mark in lived.marks],
        "reforms": [
            {
                "name": one.name,
                "first": None if one.first is None else one.first.isoformat(),
                "last": None if one.last is None else one.last.isoformat(),
            }
            for one in lived.policy.reforms
        ],
        "seed": lived.seed,
        "years": [
            {
                "year": tally.year,
                "candidates": tally.candidates,
                "phases": {phase.value: tally.phases[phase] for phase in Phase},
                "grades": dict(tally.grades),
                "barred": tally.barred,
                "granted": dict(tally.granted),
                "refused": dict(tally.refused),
                "open": dict(tally.left_open),
                "refused_by": dict(tally.refused_by),
                "open_by": dict(tally.left_open_by),
            }
            for tally in lived.tallies
        ],
    }


def _lines(tally: Tally, words: Wording, *, chinese: bool) -> Iterator[str]:
    there = tally.phases[Phase.RECOGNISED]
    if chinese:
        yield (
            f"{tally.year} 年：候选人 {tally.candidates}，"
            f"年末有创新联合体 {there} 个，牵头单位受限制的 {tally.barred} 个"
        )
    else:
        yield (
            f"{tally.year}: {tally.candidates} candidates; at the end of the year {there} consortia"
            f" and {tally.barred} leads barred"
        )
    told = (
        ("等次", "grades", Counter({words.word(g): n for g, n in tally.grades.items()})),
        ("已办", "done", _steps(tally.granted, words)),
        ("不予", "refused", _steps(tally.refused, words)),
        ("不予的依据", "refused by", tally.refused_by),
        ("待定", "open", _steps(tally.left_open, words)),
        ("待定的依据", "open by", tally.left_open_by),
    )
    for zh, en, counted in told:
        if counted:
            between, colon = ("、", "：") if chinese else (", ", ": ")
            listed = between.join(f"{name} {number}" for name, number in counted.most_common())
            yield f"  {zh if chinese else en}{colon}{listed}"


def _steps(counted: Counter[str], words: Wording) -> Counter[str]:
    return Counter({step_label(words, name): number for name, number in counted.items()})
