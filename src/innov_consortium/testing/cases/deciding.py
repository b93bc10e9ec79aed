"""Deciding on an act that a case asks about, by what is known on the day asked about."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.decide import Decision, Deferred, Granted, Refused, decide
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.report import Answer
from innov_consortium.testing.cases.acting import act_of
from innov_consortium.testing.cases.asked import Question
from innov_consortium.testing.cases.following import what_follows
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.problems import NotBuiltError
from innov_consortium.testing.cases.replaying import Replayed, values_of

__all__ = ["decided"]


def decided(question: Question, replayed: Replayed, day: date) -> Got:
    """Return whether the act may be done, and what follows if it is.

    Raises:
        NotBuiltError: The policy has no step for such an act.
    """
    policy, life = replayed.policy, replayed.life
    on = question.day or day
    act = act_of(question, life, policy, on)
    events = tuple(
        e for e in life.dossier.history.events if e.known_from <= day and not _same(e, act)
    )
    history = History(life.dossier.history.consortium, events)
    decision = decide(policy, replay(history, on), act, on, life.dossier)
    if isinstance(decision, Refused) and decision.outside:
        what = f"whether there may be {act.tag}"
        raise NotBuiltError(what)
    values: dict[str, object] = {}
    if isinstance(decision, Granted):
        after = replay(history.add(*decision.events), on)
        values = _values(replayed, after, on)
    return replayed.got(question, decision.report, _answers(question, decision), values)


def _answers(question: Question, decision: Decision) -> tuple[str, ...]:
    if isinstance(decision, Granted):
        return ("revoked", "allowed") if question.on_a_ground else ("allowed",)
    if isinstance(decision, Deferred):
        judged = any(f.outcome is Outcome.NEEDS_JUDGEMENT for f in decision.findings)
        return ("open", *(("needs_judgement",) if judged else ()))
    no_basis = decision.report.answer is Answer.NO_BASIS
    return ("refused_no_basis", "refused") if no_basis else ("refused",)


def _values(replayed: Replayed, after: Consortium, on: date) -> dict[str, object]:
    policy, life = replayed.policy, replayed.life
    found = {**values_of(policy, life, after), "filed_on": on.isoformat()}
    return found | what_follows(policy, life.dossier, after)


def _same(event: Event, act: Event) -> bool:
    return type(event) is type(act) and event.on == act.on and event.matter == act.matter
