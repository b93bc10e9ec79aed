"""The act a case asks about, as the event it would be."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from innov_consortium.core.changes import CHANGES, ChangeReported
from innov_consortium.core.events import (
    SHARED,
    Ended,
    EvaluationAssigned,
    EvaluationMode,
    Event,
    Filed,
)
from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases.asked import Asked, Question
from innov_consortium.testing.cases.ending import ON_REQUEST
from innov_consortium.testing.cases.lives import Life
from innov_consortium.testing.cases.told import event_of

__all__ = ["act_of"]

_BY_THE_LEAD = ("filed", "application_withdrawn", "change_reported")
_NOBODY_IN_PARTICULAR = ("change_executed",)


def act_of(question: Question, life: Life, policy: Policy, day: date) -> Event:
    """Return the act a question asks about.

    Who would act is whoever has to, unless the question says otherwise.
    """
    by = life.cast.known_as(question.by)
    if by is None and question.act in _BY_THE_LEAD:
        by = life.cast.lead.name
    if by is None and question.act not in _NOBODY_IN_PARTICULAR:
        by = next(iter(policy.approving_bodies), None)
    if question.about is Asked.EVALUATE:
        mode = EvaluationMode.EXPERT
        return EvaluationAssigned(on=day, year=question.year, by=by, mode=mode)
    if question.act == Filed.tag:
        return evolve(life.filing, on=day, by=by)
    sort = next(s for s in (*SHARED, *CHANGES) if s.tag == question.act)
    there = [e for e in life.dossier.history.events if isinstance(e, sort) and e.on == day]
    if there:
        return evolve(there[0], by=there[0].by or by)
    changes = [e.change for e in life.dossier.history.events if isinstance(e, ChangeReported)]
    return event_of(
        sort,
        day,
        by=by,
        document="as dated by the case" if sort is Ended else "",
        on_request=not question.on_a_ground,
        grounds=question.grounds if question.on_a_ground else ON_REQUEST,
        change=changes[-1] if changes else "",
    )
