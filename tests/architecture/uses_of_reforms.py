"""What a host does with reforms of a policy, and with what came of assessing tables under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform, reform_faults, reformed_on
from innov_consortium.core.report import Answer
from innov_consortium.core.sources import ForceInTime
from innov_consortium.interchange import dumps, load_reform, receipt_of, unstructure_reform, verify
from innov_consortium.rendering import render, render_verification
from innov_consortium.rendering.assessed import Assessed, assessed_document, render_assessed

__all__ = ["uses_of_reforms"]


def uses_of_reforms(policy: Policy, case: Case, on: date) -> Iterator[tuple[str, Any]]:
    """Reform a policy in its first reading from a day on; keep it, ask, seal and verify."""
    choice = policy.readings[0]
    option = next(o for o in choice.question.options if o is not choice.option)
    reform = Reform(name="r", readings={choice.name: option}, first=on, source="s")
    yield "reforms/window", reform.window
    own = policy.without_reforms
    yield "reforms/faults", reform_faults((reform, reform), *own)
    yield "reforms/on a day", reformed_on(on, (reform,), *own)
    reformed = policy.reformed(reform)
    yield "reforms/under", (reformed.under(on), reformed.under(date(2020, 1, 1)))
    text = dumps(unstructure_reform(reform, policy))
    yield "reforms/written", text
    yield "reforms/read", load_reform(text, policy)
    report = reformed.check("formation", case, on=on)
    yield "reforms/turn", report.turn
    receipt = receipt_of(report, case)
    verified = verify(receipt, case, policy)
    for locale in ("zh_CN", "en"):
        yield f"reforms/text {locale}", render(report, locale)
        yield f"reforms/verified {locale}", render_verification(verified, locale)
        yield from _tables(reformed, on, locale)


def _tables(policy: Policy, on: date, locale: str) -> Iterator[tuple[str, Any]]:
    """Say what came of assessing tables: of conditions, of grounds, with and without a check."""
    norms = {norm.name: norm for norm in policy.norms("formation")}
    counts = {name: Counter({Outcome.NOT_MET: 1, Outcome.MET: 2}) for name in norms}
    said = Assessed(
        policy=policy,
        inquiry="formation",
        on=on,
        norms=norms,
        marks=(),
        applications=3,
        answers=Counter({Answer.NOT_MET: 1, Answer.MET: 2}),
        in_force=Counter({ForceInTime.IN_FORCE: 3}),
        outcomes=counts,
        failing=tuple(norms),
        checked=(2, 1),
        differences=((7, "answer", "met", "open"),),
    )
    yield f"assessed/told {locale}", (said.grounds, said.told)
    yield f"assessed/text {locale}", render_assessed(said, locale)
    yield f"assessed/document {locale}", dumps(assessed_document(said, locale))
