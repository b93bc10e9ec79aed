"""``innov-consortium boundaries``: the cases below, at and above every threshold of a policy."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import readings_of, select
from innov_consortium.rendering import negotiate
from innov_consortium.testing.boundaries import (
    Answered,
    Boundary,
    Unmatched,
    answered,
    boundaries_of,
    table,
    templates_of,
    unmatched,
)

__all__ = ["run"]


def run(given: argparse.Namespace, output: Output) -> int:
    """Print the cases as a table or one a line, with the outcomes or with forms for them.

    The exit status is 0; 1 if a threshold has no case, or a case no threshold or no answer; 2 if
    the policy brings no cases at all.
    """
    locale = negotiate(given.lang)
    policy = select(given.code, on=given.on)
    if given.reading:
        policy = policy.with_readings(**readings_of(given.reading, policy))
    if not templates_of(policy).templates:
        output.say(f"{policy.code} 没有边界情形", f"{policy.code} brings no boundary cases")
        return 2
    made = tuple(boundaries_of(policy))
    cases: Sequence[Answered | Boundary] = made if given.blank else tuple(answered(made, policy))
    found = unmatched(policy)
    if output.as_json:
        output.document(_document(policy.code, cases, found))
    elif given.format == "jsonl":
        for one in cases:
            output.text(json.dumps(_row(one), ensure_ascii=False))
    else:
        output.text(table(policy, cases, locale).rstrip("\n"))
    return _complain(found, cases, output)


def _row(one: Answered | Boundary) -> dict[str, Any]:
    return one.case if isinstance(one, Answered) else one.blank


def _document(code: str, cases: Sequence[Answered | Boundary], found: Unmatched) -> dict[str, Any]:
    return {
        "policy": code,
        "missing": [one.key for one in found.missing],
        "left_over": [{"template": name, "of": key} for name, key in found.left_over],
        "cases": [{**_row(one), **_where(one)} for one in cases],
    }


def _where(one: Answered | Boundary) -> dict[str, Any]:
    made = one.boundary if isinstance(one, Answered) else one
    return {"of": list(made.template.of), "at": made.point.at, "title_en": made.titles["en"]}


def _complain(found: Unmatched, cases: Sequence[Answered | Boundary], output: Output) -> int:
    """Say what does not fit together and what was not answered, and return the exit status."""
    failed = [one for one in cases if isinstance(one, Answered) and one.error]
    for failure in failed:
        name = failure.case["id"]
        output.say(f"✗ {name} 不能回答：{failure.error}", f"✗ {name}: {failure.error}")
    for one in found.missing:
        output.say(f"✗ 界限 {one.key} 没有情形", f"✗ the threshold {one.key} has no case")
    for name, key in found.left_over:
        output.say(
            f"✗ 情形 {name} 所指的 {key} 不存在", f"✗ {name} is for {key}, which is not there"
        )
    return 1 if found or failed else 0
