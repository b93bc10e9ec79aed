"""``innov-consortium ledger``: every provision and where it lives; what rests on a fact."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import select
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Provision
from innov_consortium.core.tracing import Trace, trace
from innov_consortium.rendering import citation, negotiate
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.wording import visible
from innov_consortium.testing.articles import Page, pages_of
from innov_consortium.testing.articles.examples import exercises_of, page_of

__all__ = ["run"]


def run(given: argparse.Namespace, output: Output) -> int:
    """List every provision, or tell where one fact is derived and what rests on it."""
    policy = select(given.code, on=given.on)
    if given.fact is not None:
        return _fact(policy, trace(policy, given.fact), output, negotiate(given.lang))
    return _provisions(policy, output, negotiate(given.lang))


def _provisions(policy: Policy, output: Output, locale: str) -> int:
    pages = pages_of(policy)
    rows = [_row(policy, pages, p, locale) for p in policy.ledger.values()]
    counted = dict(Counter(row["disposition"] for row in rows))
    if output.as_json:
        output.document(
            {
                "policy": policy.code,
                "text_sha256": policy.ledger.text_sha256,
                "dispositions": counted,
                "provisions": rows,
            }
        )
        return 0
    chinese = locale != "en"
    said = _SAID[locale]
    for row in rows:
        words = row["text"] if chinese else f"{row['text']} / {row['gloss']}"
        number = len(row["examples"])
        examples = (f"例 {number}" if chinese else f"{number} ex.") if number else ""
        output.text(
            f"{row['id']:<16} {said[row['disposition']]:<11} {row['page'] or '':<10} {examples:<7}"
            f" {row['where']:<42} {words}"
        )
    listed = ("，" if chinese else ", ").join(f"{said[name]} {n}" for name, n in counted.items())
    output.say(f"{len(rows)} 条款句：{listed}", f"{len(rows)} provisions: {listed}")
    return 0


def _row(
    policy: Policy, pages: tuple[Page, ...], provision: Provision, locale: str
) -> dict[str, Any]:
    page = page_of(pages, provision.id)
    return {
        "id": provision.id,
        "citation": citation(policy.instrument, provision.id, locale),
        "text": provision.text,
        "gloss": provision.gloss,
        "disposition": provision.disposition.value,
        "where": provision.where,
        "page": None if page is None else page.name,
        "examples": [
            {"where": e.where, "line": e.line, "source": e.source.rstrip("\n")}
            for e in exercises_of(policy, pages, provision)
        ],
    }


def _fact(policy: Policy, found: Trace, output: Output, locale: str) -> int:
    if output.as_json:
        output.document(_document(policy, found, locale))
        return 0
    said = _SAID[locale]
    output.text(f"{found.name}  {said[found.kind]}  {found.where}".rstrip())
    if found.says:
        output.text(f"    {visible(found.says)}")
    for key, several in (
        ("provisions", found.provisions),
        ("needs", found.needs),
        ("settings", found.settings),
        ("reads", found.reads),
        ("used_by", found.used_by),
    ):
        if several:
            output.text(
                f"    {said[key]}{'、'.join(several) if locale != 'en' else ', '.join(several)}"
            )
    output.text(f"    {said['resting'].format(len(found.resting))}")
    for one in found.resting:
        where = place(one.provision, locale)
        where = f"{where} [{one.provision}] " if where else ""
        of = said.get(f"{one.kind}.{one.of}", one.of)
        output.text(f"      {said[one.kind]} {of:<28} {where}{one.name}")
    return 0


def _document(policy: Policy, found: Trace, locale: str) -> dict[str, Any]:
    return {
        "policy": policy.code,
        "name": found.name,
        "kind": found.kind,
        "where": found.where,
        "says": found.says,
        "provisions": list(found.provisions),
        "needs": list(found.needs),
        "settings": list(found.settings),
        "reads": list(found.reads),
        "used_by": list(found.used_by),
        "resting": [
            {
                "kind": one.kind,
                "of": one.of,
                "provision": one.provision,
                "name": one.name,
                "citation": citation(policy.instrument, one.provision, locale),
            }
            for one in found.resting
        ],
    }


_SAID = {
    "zh_CN": {
        "fact": "事实",
        "item": "对象",
        "number": "数字",
        "reading": "解释",
        "entity": "由使用者提供",
        "provisions": "条款：",
        "needs": "由此推出：",
        "settings": "用到的数字、解释：",
        "reads": "读取的输入：",
        "used_by": "直接用到它的：",
        "resting": "以它为据的，共 {} 处：",
        "inquiry": "询问",
        "step": "步骤",
        "duty": "职责",
        "policy": "汇总",
        "policy.engagements": "登记簿：谁牵头、参与",
        "policy.bars": "登记簿：谁在限制期间",
        "policy.parties": "谁可以作出行为",
        "policy.evaluated": "专家评价覆盖的年度",
        "policy.turns": "结论何时自行改变",
        "clause": "规则",
        "judgement": "由人判断",
        "definition": "定义",
        "declaratory": "宣示",
        "external": "另有规定",
    },
    "en": {
        "fact": "fact",
        "item": "sort of items",
        "number": "figure",
        "reading": "reading",
        "entity": "supplied by the host",
        "provisions": "provisions: ",
        "needs": "derived from: ",
        "settings": "figures and readings: ",
        "reads": "reads: ",
        "used_by": "directly used by: ",
        "resting": "what rests on it ({}):",
        "inquiry": "inquiry",
        "step": "step",
        "duty": "duty",
        "policy": "overall",
        "policy.engagements": "register: who leads, takes part",
        "policy.bars": "register: who is barred",
        "policy.parties": "who may act",
        "policy.evaluated": "years evaluated by experts",
        "policy.turns": "when an answer turns by itself",
        "clause": "clause",
        "judgement": "judgement",
        "definition": "definition",
        "declaratory": "declaratory",
        "external": "external",
    },
}
