"""``innov-consortium compare``: one case or one history, several days, the answers side by side.

The exit status is 0: it asks for no verdict.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from innov_consortium.cli.check import loaded
from innov_consortium.cli.documents import comparison_document, timeline_document
from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import limits_of, policy_of, read, refuse, require_one_stdin
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.comparing import Comparison, compare
from innov_consortium.core.history import replay
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.core.timelines import Timeline
from innov_consortium.rendering import negotiate, render_comparison, render_timeline

__all__ = ["run"]


def run(given: argparse.Namespace, output: Output) -> int:
    """Print the answers of several days, and below them what altered from one to the next.

    Of two days and one inquiry everything that differs is printed. The policy is that of the first
    day. What is asked of an application is not asked of the days before there is one.
    """
    locale = negotiate(given.lang)
    days = sorted(set(given.on))
    if len(days) == 1:
        zh = f"只有 {days[0]} 一天；比较须有两天或更多，一天的报告用 check"
        en = f"{days[0]} alone is nothing to compare; give two days or more, or use check for one"
        refuse("--on", zh, en)
    require_one_stdin(given.case, given.register, given.published_text)
    policy = policy_of(given, on=days[0])
    asked = list(dict.fromkeys(given.inquiry or ["formation"]))
    limits = limits_of(given)
    case = loaded(read(given.case, limits), policy, given.register, limits)
    reports = _reports(policy, case, days, asked)
    timeline = Timeline(reports, tuple(days))
    both = _both(timeline)
    if output.as_json:
        document = timeline_document(timeline, locale)
        if both is not None:
            document["comparison"] = comparison_document(both, locale)
        output.document(document)
        return 0
    texts = [render_timeline(timeline, locale, details=given.details)]
    if both is not None:
        texts.append(render_comparison(both, locale, details=given.details))
    output.text("\n".join(texts).rstrip("\n"))
    return 0


def _reports(
    policy: Policy, case: Case | Dossier, days: list[date], asked: list[str]
) -> tuple[Report, ...]:
    reports = tuple(_answers(policy, case, days, asked))
    if not reports:
        zh = "所问各日都还没有申请，没有可问的；请问有申请的日子，或者以历史为对象的事项"
        en = "there is no application on any of these days; ask of a later day, or another inquiry"
        refuse("--on", zh, en)
    return reports


def _answers(
    policy: Policy, case: Case | Dossier, days: list[date], asked: list[str]
) -> Iterator[Report]:
    for name in asked:
        for day in days:
            if _may_be_asked(policy, name, case, day):
                yield policy.check(name, case, on=day)


def _may_be_asked(policy: Policy, inquiry: str, case: Case | Dossier, day: date) -> bool:
    """Return whether there is an application by then, where that is what is asked about."""
    if isinstance(case, Case) or policy.inquiry(inquiry).of != "application":
        return True
    return replay(case.history, day).application is not None


def _both(timeline: Timeline) -> Comparison | None:
    """Return the comparison where there are but two reports, of one inquiry."""
    if len(timeline.reports) == 2 and len(timeline.inquiries) == 1:  # noqa: PLR2004 - before and after
        return compare(*timeline.reports)
    return None
