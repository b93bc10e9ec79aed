"""Everything a host may ask of a document that was read: no answer raises anything."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import combinations
from random import Random
from typing import Any

from attrs import evolve, frozen
from fuzzing.answers import Answers
from fuzzing.judging import Judge
from rich.console import Console

from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.comparing import compare
from innov_consortium.core.consortium import Application
from innov_consortium.core.decide import decide, possible_acts
from innov_consortium.core.history import replay
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.registering import duties
from innov_consortium.core.report import Report
from innov_consortium.core.timelines import Timeline
from innov_consortium.interchange import (
    Verdict,
    receipt_of,
    structure_receipt,
    structure_report,
    unstructure_acts,
    unstructure_audit,
    unstructure_comparison,
    unstructure_document,
    unstructure_duties,
    unstructure_hinges,
    unstructure_receipt,
    unstructure_report,
    unstructure_state,
    unstructure_timeline,
    verify,
)
from innov_consortium.rendering import (
    print_report,
    render,
    render_acts,
    render_audit,
    render_comparison,
    render_duties,
    render_html,
    render_markdown,
    render_state,
    render_timeline,
    render_verification,
)

__all__ = ["Asking", "policies_of"]

_LOCALES = ("zh_CN", "en")
_NOBODY = Organization(name="—", id=Identifier("case", "—"), kind=OrganizationKind.OTHER)
_SAMPLE = Case(application=Application(lead=_NOBODY, participants=()))
_EDGES = (date.min, date.max)
_PAGES: tuple[Callable[..., str], ...] = (render, render_markdown, render_html)


def policies_of(policy: Policy, rng: Random, many: int) -> tuple[Policy, ...]:
    """Return a policy as it is, as published on several days, and under other readings."""
    made = [policy, policy.supposing_published(date(2025, 4, 11))]
    for _ in range(many):
        chosen: dict[str, Any] = {
            c.name: str(rng.choice(list(c.question.options)).option)
            for c in policy.readings
            if rng.random() < 0.3  # noqa: PLR2004 - some
        }
        day = rng.choice((date(2025, 4, 11), date(2026, 3, 2), date(2027, 4, 10), date.min))
        made.append(policy.with_readings(**chosen).supposing_published(day))
    return tuple(made)


@frozen
class Asking:
    """What asks.

    Args:
        policies: The policies, of which each document is asked under one.
        key: What decides which questions are asked.
        judge: What judges the answers.
        share: How many of the dear questions are asked, from 0 to 1; the cheap ones always.
    """

    policies: tuple[Policy, ...]
    key: str
    judge: Judge
    share: float = 0.1

    @property
    def answers(self) -> Answers:
        """What judges the answers."""
        return Answers(self.judge)

    @property
    def sample(self) -> Case:
        """A case against which receipts are held."""
        return _SAMPLE

    def of(self, case: Case | Dossier) -> None:
        """Ask everything."""
        policy = self._rng("policy").choice(self.policies)
        days = self._days(case)
        reports = [r for day in days for r in self._reports(policy, case, day)]
        if isinstance(case, Dossier):
            for day in days:
                self._life(policy, case, day)
        if reports:
            self.judge.tally["asked"] += 1
            self._compared(reports)
            if self.some("hinges", self._dearest):
                self._hinges(policy, self._rng("hinged").choice(reports))

    @property
    def _dearest(self) -> float:
        """The share of the questions that are dearest of all: they ask many more."""
        return self.share if self.share == 1 else self.share / 4

    def _rng(self, what: str) -> Random:
        return Random(f"{self.key}:{what}")

    def some(self, what: str, share: float) -> bool:
        """Return whether one of the dear questions is asked of this document."""
        return self._rng(what).random() < share

    def _days(self, case: Case | Dossier) -> list[date]:
        """Return the days asked about: one that is an edge, and some that stand in the document."""
        rng = self._rng("days")
        told = sorted({*_days_in(case)}) or [date(2026, 3, 2)]
        days = [rng.choice(_EDGES), rng.choice(told), rng.choice(told), told[-1]]
        by = rng.choice((-1, 1))
        if date.min < days[1] < date.max:
            days[1] += timedelta(by)
        wanted = rng.sample(days, rng.choice((1, 1, 2))) if self.share < 1 else [*days, *_EDGES]
        return sorted(set(wanted))

    def _reports(self, policy: Policy, case: Case | Dossier, day: date) -> Iterator[Report]:
        for inquiry in policy.inquiries:
            if isinstance(case, Case) and inquiry.of != "application":
                continue
            report = self.judge.call(
                "check",
                partial(policy.check, inquiry.name, case, on=day),
                refusing=True,
            )
            if report is None:
                continue
            self.judge.tally["reports"] += 1
            self.judge.tally[f"answer {report.answer.value}"] += 1
            yield report
            if self.some(f"written {day} {inquiry.name}", self.share):
                self._stored(report, case)
            if self.some(f"page {day} {inquiry.name}", self._dearest * 2):
                self._pages(report)

    def _stored(self, report: Report, case: Case | Dossier) -> None:
        """Judge that a report and its receipt can be kept, read again and verified."""
        judge = self.judge
        document = self.answers.written("report", lambda: unstructure_report(report))
        if document is not None:
            kept = judge.call("stored", lambda: structure_report(document))
            if kept is not None:
                same = judge.call("stored", lambda: unstructure_document(kept)) == document
                judge.holds("stored", "a report is not the same", right=same)
        receipt = judge.call("receipts", lambda: receipt_of(report, case))
        if receipt is None:
            return
        document = self.answers.written("receipt", lambda: unstructure_receipt(receipt))
        if document is not None:
            again = judge.call("receipts", lambda: structure_receipt(document))
            judge.holds("receipts", "a receipt is not the same", right=again == receipt)
        if not self.some(f"verified {report.on} {report.inquiry}", self._dearest * 16):
            return
        verified = judge.call("receipts", lambda: verify(receipt, case, self.policies[0]))
        if verified is not None:
            self.answers.text("verification", lambda: render_verification(verified, "en"))
            right = verified.verdict is Verdict.SAME
            judge.holds("receipts", "not verified", right=right, said=repr(verified)[:300])

    def _pages(self, report: Report) -> None:
        rng = self._rng(f"pages {report.on} {report.inquiry}")
        locale = rng.choice(_LOCALES)
        for page in _PAGES:
            details = rng.random() < 0.5  # noqa: PLR2004 - as often
            self.answers.text(
                f"report as {page.__name__}",
                partial(page, report, locale, details=details),
                markup=page is not render,
            )
        console = Console(file=io.StringIO(), width=rng.choice((40, 80, 200)))
        self.judge.call("rendered", lambda: print_report(report, locale, console))

    def _life(self, policy: Policy, dossier: Dossier, day: date) -> None:
        judge, locale = self.judge, self._rng(f"locale {day}").choice(_LOCALES)
        state = judge.call("replay", lambda: replay(dossier.history, day))
        if state is None:
            return
        self.answers.written("state", lambda: unstructure_state(policy, state))
        if self.some(f"state {day}", self.share):
            self.answers.text("state", lambda: render_state(policy, state, locale))
        owed = judge.call("duties", lambda: duties(policy, state, day, dossier), refusing=True)
        if owed is not None and self.some(f"owed {day}", self.share * 2):
            self.answers.written("duties", lambda: unstructure_duties(policy, owed, on=day))
            self.answers.text("duties", lambda: render_duties(policy, owed, locale, on=day))
        if self.some(f"audit {day}", self.share * 2):
            self._audited(policy, dossier, day, locale)
        if self.some(f"acts {day}", self.share):
            self._acts(policy, dossier, day, locale)
        if self.some(f"decide {day}", self.share * 3) and dossier.history.events:
            act = self._rng(f"act {day}").choice(dossier.history.events)
            judge.call(
                "decide",
                lambda: decide(policy, state, evolve(act, on=day), day, dossier),
                refusing=True,
            )

    def _audited(self, policy: Policy, dossier: Dossier, day: date, locale: str) -> None:
        after = self.some(f"hindsight {day}", 0.5)
        audited = self.judge.call(
            "audit",
            lambda: audit(policy, dossier.history, day, dossier, with_hindsight=after),
            refusing=True,
        )
        if audited is not None:
            self.answers.written("audit", lambda: unstructure_audit(policy, audited))
            self.answers.text(
                "audit", lambda: render_audit(policy, audited, locale, with_hindsight=after)
            )

    def _acts(self, policy: Policy, dossier: Dossier, day: date, locale: str) -> None:
        acts = self.judge.call(
            "acts",
            lambda: possible_acts(policy, replay(dossier.history, day), day, dossier),
            refusing=True,
        )
        if acts is not None:
            self.answers.written("acts", lambda: unstructure_acts(policy, acts))
            self.answers.text("acts", lambda: render_acts(policy, acts, locale))

    def _compared(self, reports: list[Report]) -> None:
        rng = self._rng("compared")
        locale = rng.choice(_LOCALES)
        both = [(a, b) for a, b in combinations(reports, 2) if a.inquiry == b.inquiry]
        if both and rng.random() < self.share * 2:
            before, after = rng.choice(both)
            comparison = self.judge.call("compare", lambda: compare(before, after))
            if comparison is not None:
                self.answers.written("comparison", lambda: unstructure_comparison(comparison))
                self.answers.text("comparison", lambda: render_comparison(comparison, locale))
        if rng.random() < self.share:
            timeline = self.judge.call("timeline", lambda: Timeline(tuple(reports)))
            if timeline is not None:
                self.answers.written("timeline", lambda: unstructure_timeline(timeline))
                self.answers.text(
                    "timeline", lambda: render_timeline(timeline, locale, details=True)
                )

    def _hinges(self, policy: Policy, report: Report) -> None:
        hinges = self.judge.call("hinges", lambda: policy.hinges(report))
        if hinges is not None:
            self.answers.written("hinges", lambda: unstructure_hinges(hinges))
            self.answers.text("report with hinges", lambda: render(report, "zh_CN", hinges=hinges))


def _days_in(value: Any) -> Iterator[date]:
    """Yield every day in a value of the core."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, date):
            yield one
        elif isinstance(one, tuple | frozenset):
            waiting += one
        elif hasattr(type(one), "__attrs_attrs__"):
            waiting += [getattr(one, a.name) for a in type(one).__attrs_attrs__]
