"""What a host does with conditions that districts and calls add to a policy."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve, frozen

from innov_consortium.core.additional import (
    AdditionalClauses,
    additional_faults,
    with_conditions,
)
from innov_consortium.core.case import Case
from innov_consortium.core.clauses import clause, fact, judged
from innov_consortium.core.consortium import Application
from innov_consortium.core.numbers import stated
from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.validity import validity_of
from innov_consortium.core.words import Int, Truth, at_least
from innov_consortium.errors import MalformedPolicyError
from innov_consortium.interchange import dumps, unstructure_report
from innov_consortium.rendering import render, render_html, render_markdown
from innov_consortium.rendering.marks import if_in_force_key

__all__ = ["uses_of_additions"]

TABLE = """id\ttext\tgloss\tdisposition\twhere
call:art1.s1\t参与单位不少于九家，\tnine participants or more,\tclause\t
call:art1.s2\t并经推荐。\tand recommended.\tjudgement\t
"""


@frozen(kw_only=True)
class Figures:
    """What the call states."""

    fewest: int = stated(9, "call:art1.s1", unit="家")


@fact
def applicants(application: Application) -> int:
    """参与单位数。"""
    return len(application.participants)


@clause("call:art1.s1")
def enough(applicants: Int, *, fewest: int) -> Truth:
    """参与单位不少于九家。"""
    return at_least(applicants, fewest)


CALL = AdditionalClauses(
    name="call",
    instrument=Instrument(
        title="申报通知", gloss="Call", status=Status.PUBLISHED, jurisdiction="990001"
    ),
    ledger=Ledger.read(TABLE),
    window=Window(date(2026, 3, 1), date(2026, 3, 31)),
    conditions=(("formation", enough), ("formation", judged("call:art1.s2"))),
    numbers=Figures(),
    facts=(applicants,),
)


def uses_of_additions(policy: Policy, case: Case, on: date) -> Iterator[tuple[str, Any]]:
    """Add to a policy, ask of a day in the window, and say it in every way."""
    yield "additions/additional_faults", additional_faults(policy, CALL)
    yield "additions/with_conditions", with_conditions(policy.inquiries, CALL)
    yield "additions/figures", CALL.figures
    added = policy.with_additional(CALL)
    yield "additions/with_additional", added
    yield "additions/without_additional", added.without_additional
    yield "additions/beside", added.beside(CALL)
    yield "additions/provisions", tuple(added.provisions)
    yield "additions/rank", tuple(added.rank(p) for p in added.provisions)
    yield "additions/facts_of", added.facts_of("call")
    yield "additions/instrument_of", (added.instrument_of(""), added.instrument_of("call"))
    yield "additions/every_number", added.beside(CALL).every_number
    yield "additions/validity", str(validity_of(added))
    for one in ("tianjin", "xiamen"):
        module = importlib.import_module(f"innov_consortium.policies.{one}")
        yield f"additions/innov_policies {one}", module.innov_policies()
    undated = policy.without_additional
    draft = evolve(undated, publication=None).check("formation", case, on=on)
    yield "additions/if in force", (if_in_force_key(draft, "answer.if_in_force"), render(draft))
    report = added.check("formation", case, on=on)
    yield "additions/report", report
    yield "additions/additional", report.additional
    yield "additions/turn", report.turn
    for locale in ("zh_CN", "en"):
        yield f"additions/text {locale}", render(report, locale)
        yield f"additions/markdown {locale}", render_markdown(report, locale)
        yield f"additions/html {locale}", render_html(report, locale)
    yield "additions/json", dumps(unstructure_report(report))
    yield "additions/hinges", added.hinges(report)
    try:
        added.with_additional(CALL)
    except MalformedPolicyError as error:
        yield "additions/twice", str(error)
    other = evolve(CALL, name="other")
    yield "additions/another", additional_faults(policy, other)
