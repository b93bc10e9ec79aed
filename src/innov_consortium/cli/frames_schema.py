"""``innov-consortium schema --frames``: the columns that ``assess`` reads."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import select
from innov_consortium.core.policy import Policy
from innov_consortium.core.tables import ColumnKind, ColumnSpec
from innov_consortium.frames import tables_of
from innov_consortium.frames.asking import column_name
from innov_consortium.frames.schema import columns_read, given_instead
from innov_consortium.rendering import Wording, negotiate, wording
from innov_consortium.rendering.citations import place

__all__ = ["run"]

_TYPES = {
    ColumnKind.TRUTH: "Boolean",
    ColumnKind.COUNT: "Int64",
    ColumnKind.DAY: "Date",
    ColumnKind.TEXT: "String",
    ColumnKind.MONEY: "Decimal(38, 2)",
}

_WORDS = {
    "attested": ("经认定：{}", "as a body has attested: {}"),
    "departure": ("例外决定（真：接受；假：不接受）：{}", "a departure, accepted or refused: {}"),
}

_HEADS = ("列", "类型", "须有", "内容"), ("column", "type", "required", "what it holds")


def run(given: argparse.Namespace, output: Output) -> int:
    """Print the columns of every table that an inquiry reads."""
    policy = select(None if given.policy == "none" else given.policy, on=given.on)
    words = wording(negotiate(given.lang), policy)
    own = tables_of(policy)
    specified = {spec.name for spec in (*own.applications, *own.members)}
    tables = {
        table: tuple(s if s.name in specified else _told(s, policy) for s in several)
        for table, several in columns_read(policy, given.inquiry).items()
    }
    instead = given_instead(policy, given.inquiry)
    if output.as_json:
        output.document(_document(given, policy, tables, instead))
        return 0
    for line in _lines(words, tables, instead, markdown=given.format == "markdown"):
        output.text(line)
    return 0


def _told(spec: ColumnSpec, policy: Policy) -> ColumnSpec:
    """Return a column with what is said of it in words of the policy, where those say more."""
    found = {lang: _label(spec, policy, lang) for lang in ("zh_CN", "en")}
    return evolve(spec, zh=found["zh_CN"] or spec.zh, en=found["en"] or spec.en)


def _label(spec: ColumnSpec, policy: Policy, locale: str) -> str:
    words = wording(locale, policy)
    name, _, of = spec.name.partition("__")
    provisions = {column_name(p): p for p in policy.provisions}
    if name in _WORDS and of in provisions:
        at = provisions[of]
        text = policy.provisions[at]
        said = f"{place(at, locale)} {text.text if words.chinese else text.gloss}"
        return _WORDS[name][0 if words.chinese else 1].format(said.rstrip("，、；。,;. "))
    label = words.of_policy(f"fact.{name}")
    if not label:
        return ""
    return f"{label}（{of}）" if of and words.chinese else f"{label} {of}".strip()


def _document(
    given: argparse.Namespace,
    policy: Policy,
    tables: Mapping[str, tuple[ColumnSpec, ...]],
    instead: Mapping[str, tuple[ColumnSpec, ...]],
) -> dict[str, Any]:
    return {
        "schema": "innov-consortium/frames/1",
        "policy": policy.code,
        "edition": policy.edition,
        "inquiry": given.inquiry,
        "tables": {
            table: {
                "columns": [
                    {
                        "name": spec.name,
                        "type": _TYPES[spec.kind],
                        "unit": spec.unit or None,
                        "required": spec.required,
                        "null": "unknown",
                        "false": "unknown" if spec.certain else None,
                        "options": list(spec.options),
                        "others": spec.others or None,
                        "zh": spec.zh,
                        "en": spec.en,
                    }
                    for spec in several
                ],
                "may_be_given_instead": [
                    {"name": spec.name, "type": _TYPES[spec.kind]}
                    for spec in instead.get(table, ())
                ],
            }
            for table, several in tables.items()
        },
    }


def _lines(
    words: Wording,
    tables: Mapping[str, tuple[ColumnSpec, ...]],
    instead: Mapping[str, tuple[ColumnSpec, ...]],
    *,
    markdown: bool,
) -> Iterator[str]:
    """Yield the tables, in which a column that is not there is null, and null is unknown."""
    chinese = words.chinese
    yield (
        "空值一律为不明；没有的列即全为空值。"
        if chinese
        else "Null is always unknown; a column that is not there is null in every row."
    )
    for table, several in tables.items():
        yield ""
        yield f"## {table}" if markdown else table
        if markdown:
            yield ""
            yield "| " + " | ".join(_HEADS[0 if chinese else 1]) + " |"
            yield "| --- | --- | --- | --- |"
        for spec in several:
            yield _row(spec, chinese=chinese, markdown=markdown)
        names = ", ".join(f"`{s.name}`" if markdown else s.name for s in instead.get(table, ()))
        if names:
            yield ""
            yield (f"也可以直接给出：{names}" if chinese else f"may be given instead: {names}")


def _row(spec: ColumnSpec, *, chinese: bool, markdown: bool) -> str:
    said = spec.zh if chinese else spec.en
    said += (f"（{spec.unit}）" if chinese else f" ({spec.unit})") if spec.unit else ""
    if spec.certain:
        said += "（填“否”即为不明）" if chinese else " (false is unknown)"
    words = (*spec.options, *([f"{spec.others}…"] if spec.others else []))
    options = ", ".join(f"`{o}`" if markdown else o for o in words)
    if options:
        said += f"：{options}" if chinese else f": {options}"
    need = ("是" if chinese else "yes") if spec.required else ""
    if markdown:
        return (
            f"| `{spec.name}` | {_TYPES[spec.kind]} | {need} | {said.replace('|', chr(92) + '|')} |"
        )
    mark = "*" if spec.required else " "
    return f"  {mark} {spec.name}  {_TYPES[spec.kind]}  {said}"
