"""What follows for a consortium on a day, by the names a case gives it: grades, years, the bar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from innov_consortium.core.case import Dossier
from innov_consortium.core.checking import derived, interpreted
from innov_consortium.core.history import Consortium
from innov_consortium.core.known import known_on
from innov_consortium.core.periods import day_after
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.core.sanctions import Bar

__all__ = ["bar_values", "end_values", "grade_on", "readings_of", "what_follows"]

_RELIED_ON = ("relied_on", "relied_on_year", "evaluation_relied_on", "relied_on_evaluation")
_RUN = ("unqualified_run", "consecutive_unqualified")


def what_follows(policy: Policy, dossier: Dossier, consortium: Consortium) -> dict[str, object]:
    """Return what can be said of the grade, the year cancelled, the run of results and the bar.

    Args:
        policy: The policy asked.
        dossier: What is known around the consortium.
        consortium: The consortium on the day asked about.
    """
    found: dict[str, object] = {}
    operative = _fact(policy, "operative", dossier, consortium)
    if operative is not None:
        found |= dict.fromkeys(("grade", "operative_grade"), operative.value)
        found |= {"evaluation_year": operative.year, "notified_on": _iso(operative.notified_on)}
    relied_on = _fact(policy, "relied_on", dossier, consortium)
    if relied_on is not None:
        found |= dict.fromkeys(_RELIED_ON, relied_on.year)
    cancelled = _fact(policy, "cancelled", dossier, consortium)
    if cancelled is not None:
        found["art10_cancellation"] = cancelled.value
        found["art10_cancelled_year"] = _cancelled_year(cancelled)
    run = _fact(policy, "unqualified_run", dossier, consortium)
    if run is not None:
        found |= dict.fromkeys(_RUN, run.value)
        found |= {"results": list(run.results), "gap_years": list(run.gap_years)}
    if policy.bars is not None:
        bars = _fact(policy, policy.bars, dossier, consortium) or ()
        found |= bar_values(bars, consortium.on)
    return found


def grade_on(policy: Policy, dossier: Dossier, consortium: Consortium) -> str:
    """Return whether there is a grade that counts on the day, in the word of the format."""
    operative = _fact(policy, "operative", dossier, consortium)
    if operative is None or (operative.value is None and not operative.missing):
        return "no_operative_grade"
    return "unknown" if operative.value is None else "operative"


def bar_values(bars: Sequence[Bar], day: date) -> dict[str, object]:
    """Return what can be said of bars, of which the last to end decides.

    Their nominal end is reported also where the text ends before; enforced they are while it lasts.
    """
    found: dict[str, object] = {"barred_today": any(_enforced(bar, day) for bar in bars)}
    last = max(bars, key=lambda bar: bar.window.last or date.max, default=None)
    end = None if last is None else last.window.last
    found |= end_values(end, None if end is None else day_after(end))
    to = None if last is None else last.enforceable_to
    return found | dict.fromkeys(("enforceable_to", "bar_enforceable_to"), _iso(to))


def end_values(last: date | None, free: date | None) -> dict[str, object]:
    """Return the last day barred and the first free one, by the names a case gives them."""
    found: dict[str, object] = dict.fromkeys(("bar_last_day", "bar_last_day_nominal"), _iso(last))
    return found | dict.fromkeys(("first_admissible_day", "first_free_day"), _iso(free))


def readings_of(policy: Policy, name: str | None) -> tuple[Choice, ...]:
    """Return the readings that a fact rests on, as the policy reads them."""
    facts = {fact.name: fact for fact in policy.facts}
    named: set[str] = set()
    ahead = [] if name is None or name not in facts else [name]
    closed: set[str] = set()
    while ahead:
        one = facts[ahead.pop()]
        closed.add(one.name)
        named.update(one.settings)
        ahead += [need for need in one.needs if need in facts and need not in closed]
    return tuple(choice for choice in policy.readings if choice.name in named)


def _enforced(bar: Bar, day: date) -> bool:
    return bar.binds_on(day) and (bar.enforceable_to is None or day <= bar.enforceable_to)


def _fact(policy: Policy, name: str, dossier: Dossier, consortium: Consortium) -> Any:
    """Return a fact of the consortium; ``None`` if the policy has none of that name."""
    if name not in {fact.name for fact in policy.facts}:
        return None
    known = known_on(dossier, consortium.on)
    return derived(interpreted(policy, known), name, consortium, known)


def _cancelled_year(cancelled: Any) -> int | None:
    """Return the year cancelled: the one the day lies in, else the last of them."""
    windows = [w for w in (cancelled.window, *reversed(cancelled.windows)) if w is not None]
    return windows[0].last.year if windows else None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
