"""``policies``, ``numbers``, ``readings``: what there is to ask."""

from __future__ import annotations

import argparse
from typing import Any

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import select
from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.validity import Validity
from innov_consortium.interchange.reports import fact_value
from innov_consortium.plugins import catalogue
from innov_consortium.rendering import Wording, citation, negotiate, wording
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.wording import visible

__all__ = ["numbers", "policies", "readings"]


def policies(given: argparse.Namespace, output: Output) -> int:
    """List the policies installed, what is asked beside them, and what was refused and why."""
    locale = negotiate(given.lang)
    found = catalogue()
    offered: list[dict[str, Any]] = [
        {
            "code": o.policy.code,
            "aliases": list(o.policy.aliases),
            "title": o.policy.instrument.title,
            "status": o.policy.instrument.status.value,
            "coverage": o.policy.coverage.value,
            "provisions": len(o.policy.ledger),
            "later": sum(p.where == "later" for p in o.policy.ledger.values()),
            "inquiries": [i.name for i in o.policy.inquiries],
            "in_force": _validity(o.validity),
            "additional": [_additional(one) for one in o.policy.additional],
            "plugin": o.plugin,
            "distribution": o.distribution,
        }
        for o in found.offered
    ]
    refused = [
        {
            "plugin": r.plugin,
            "distribution": r.distribution,
            "reason": r.reason,
            "disputes": r.disputes,
        }
        for r in found.refused
    ]
    if output.as_json:
        output.document({"offered": offered, "refused": refused})
        return 0
    said = _SAID[locale]
    for one in offered:
        output.text(f"{one['code']}  {', '.join(one['aliases'])}  《{one['title']}》")
        status, coverage = said[one["status"]], said[one["coverage"]]
        counted = said["provisions"].format(one["provisions"])
        if one["later"]:
            counted += said["later"].format(one["later"])
        asked = ", ".join(one["inquiries"])
        output.text(f"        {status} · {counted} · {coverage} · {asked} · {one['distribution']}")
        output.text(f"        {said['in_force']}{_days(said, one['in_force'])}")
        for more in one["additional"]:
            days = _days(said, {"certain": True, **more})
            output.text(f"        + 《{more['title']}》 {days} [{more['name']}]")
    for bad in refused:
        reason = visible(str(bad["reason"])).rstrip()
        why = said["disputed" if bad["disputes"] else "refused"]
        whose = f"{bad['plugin']} ({bad['distribution']})" if bad["distribution"] else bad["plugin"]
        output.text(f"✗ {whose} {why}{reason}")
    return 0


def _validity(validity: Validity) -> dict[str, Any]:
    window = validity.window
    return {
        "first": None if window is None else fact_value(window.first),
        "last": None if window is None else fact_value(window.last),
        "certain": validity.certain,
        "never": window is None,
    }


def _additional(added: AdditionalClauses) -> dict[str, Any]:
    return {
        "name": added.name,
        "title": added.instrument.title,
        "jurisdiction": added.instrument.jurisdiction,
        "first": fact_value(added.window.first),
        "last": fact_value(added.window.last),
        "inquiries": list(dict.fromkeys(name for name, _ in added.conditions)),
    }


def _days(said: dict[str, str], days: dict[str, Any]) -> str:
    """Return the days from one to another; what is open is open, and what is not known says so."""
    if days.get("never"):
        return said["never"]
    unknown = said["open" if days["certain"] else "unknown"]
    span = said["span"].format(days["first"] or unknown, days["last"] or unknown)
    return span if days["certain"] else said["uncertain"].format(span)


_SAID = {
    "zh_CN": {
        "draft": "征求意见稿",
        "published": "已公布",
        "complete": "全文",
        "partial": "部分条文",
        "provisions": "{} 条款句",
        "later": "（其中 {} 条款句尚未回答）",
        "refused": "未能使用：",
        "disputed": "未选用：",
        "in_force": "施行日期：",
        "span": "{} 至 {}",
        "open": "不限",
        "unknown": "不明",
        "uncertain": "{}（是否施行尚不能确定）",
        "never": "从不施行",
        "fixed": "固定约定：",
        "attested": "由机关认定：",
        "caveat": "附注：",
    },
    "en": {
        "draft": "draft for comments",
        "published": "published",
        "complete": "whole text",
        "partial": "part of the text",
        "provisions": "{} provisions",
        "later": " ({} not asked yet)",
        "refused": "could not be used: ",
        "disputed": "not chosen: ",
        "in_force": "in force: ",
        "span": "{} to {}",
        "open": "open",
        "unknown": "unknown",
        "uncertain": "{} (nobody can say for certain)",
        "never": "never in force",
        "fixed": "fixed: ",
        "attested": "attested: ",
        "caveat": "caveat: ",
    },
}


def numbers(given: argparse.Namespace, output: Output) -> int:
    """List the figures the text states, with their provisions."""
    policy = select(given.code, on=given.on)
    locale = negotiate(given.lang)
    where = type(policy.numbers)
    rows: list[dict[str, Any]] = [
        {
            "name": n.name,
            "value": fact_value(n.value),
            "unit": n.unit,
            "provision": n.provision,
            "citation": citation(policy.instrument, n.provision, locale),
            "where": f"{where.__module__}:{where.__qualname__}.{n.name}",
        }
        for n in numbers_of(policy.numbers)
    ]
    if output.as_json:
        output.document({"policy": policy.code, "numbers": rows})
        return 0
    words = wording(locale, policy)
    for n, row in zip(numbers_of(policy.numbers), rows, strict=True):
        label = words.of_policy(f"number.{n.name}") or n.name
        colon = "：" if words.chinese else ": "
        output.text(f"{label}{colon}{words.with_unit(n.value, n.unit)}")
        output.text(f"    {n.name}  {row['citation']} [{n.provision}]")
    return 0


def readings(given: argparse.Namespace, output: Output) -> int:
    """List the disputed wordings: question, options, default, reason, provisions.

    Those that can be switched come first, then how the others are treated, or the rest of one.
    """
    policy = select(given.code, on=given.on)
    locale = negotiate(given.lang)
    rows, fixed = _readings(policy), _conventions(policy)
    if output.as_json:
        output.document({"policy": policy.code, "readings": rows, "conventions": fixed})
        return 0
    words = wording(locale, policy)
    side = "zh" if words.chinese else "en"
    for row in rows:
        cited = _cited(words, row["provisions"])
        asked = words.of_policy(f"reading.{row['name']}") or row["question"]
        output.text(f"{row['entry']}  {row['name']}  {asked}")
        output.text(f"     {cited}")
        for option in row["options"]:
            mark = "●" if option["default"] else "○"
            output.text(f"  {mark} {option['letter']} {option['option']}: {option[side]}")
        output.text(f"     {row['reason' if side == 'zh' else 'reason_en']}")
    said = _SAID[locale]
    for row in fixed:
        cited = _cited(words, row["provisions"])
        output.text(f"{row['entry']}  {said[row['kind']]}{row[side]}")
        output.text(f"     {cited}")
    every = {row["entry"] for row in (*rows, *fixed)}
    entries = {entry for entry in every if not entry.startswith("art")}  # what is no entry
    output.say(
        f"{len(entries)} 条：可切换的解释 {len(rows)} 项，约定、认定、附注 {len(fixed)} 项",
        f"{len(entries)} entries: {len(rows)} readings to choose, {len(fixed)} conventions",
    )
    return 0


def _cited(words: Wording, provisions: list[str]) -> str:
    cited = (place(p, words.locale) or p for p in provisions)
    return f"{words.listed(dict.fromkeys(cited))} [{', '.join(provisions)}]"


def _conventions(policy: Policy) -> list[dict[str, Any]]:
    return [
        {
            "entry": c.entry,
            "kind": c.kind.value,
            "provisions": list(c.provisions),
            "zh": c.zh,
            "en": c.en,
        }
        for c in policy.conventions
    ]


def _readings(policy: Policy) -> list[dict[str, Any]]:
    return [
        {
            "name": c.name,
            "entry": c.question.entry,
            "question": (c.question.options.__doc__ or "").strip(),
            "provisions": list(c.question.provisions),
            "default": c.question.default.option,
            "reason": c.question.reason,
            "reason_en": c.question.reason_en,
            "options": [
                {
                    "option": o.option,
                    "letter": o.letter,
                    "zh": o.zh,
                    "en": o.en,
                    "default": o is c.question.default,
                }
                for o in c.question.options
            ],
        }
        for c in policy.readings
    ]
