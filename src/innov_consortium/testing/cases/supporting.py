"""Projects a case tells of: called for, applied for, reviewed, decided on."""

from __future__ import annotations

from collections.abc import Iterator

from innov_consortium.core.events import (
    Event,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectEvent,
)
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.funding import read_award
from innov_consortium.testing.cases.given import ABSENT, Facts, one_of
from innov_consortium.testing.cases.told import Happened, made, own_event

__all__ = ["read_project_event", "read_projects"]

_PROJECT = ("project", "project_id", "id")
_REVIEW = ("district_preliminary_review", "preliminary_review", "district_review")
_GRANTED = ("granted", "approved")
_NOT_AT_ISSUE = ("title", "direction", "topic", "year", "type", "members", "with", "document")


def read_projects(given: Facts, cast: Cast, happened: Happened) -> None:
    """Add the calls, the applications and the awards a case tells of apart from its events."""
    for part in given.each("project_call", "project_calls"):
        _call(part, cast, happened, "")
    for part in given.each("project_application", "project_applications"):
        _application(part, cast, happened, "")
    for part in given.each("award_yuan", "award", "awards"):
        read_award(part, cast, happened, "")
    earlier = given.values.get("previous_funding") or given.values.get("earlier_funding")
    if earlier and not any(isinstance(t.event, ProjectEvent) for t in happened.told):
        happened.tell([ProjectApplied(on=happened.day, by=cast.lead.name)])  # what it was before


def read_project_event(part: Facts, sort: str, cast: Cast, happened: Happened) -> None:
    """Add an event of a project, which the vocabulary calls by ``sort``."""
    part.pass_over("type", "event", "what")
    _READERS[sort](part, cast, happened, part.path)


def _call(part: Facts, cast: Cast, happened: Happened, source: str) -> None:
    names = (
        "evaluation_year",
        "evaluation_of",
        "relies_on_year",
        "requires_evaluation_of",
        "requires_evaluation_year",
        "names_evaluation_year",
    )
    by = cast.actor(part) or next(iter(cast.policy.approving_bodies), None)
    on = part.day("issued_on", "on", "published_on", "date") or happened.day
    year, evaluation_year = part.number("year"), part.number(*names)
    event = ProjectCalled(on=on, by=by, year=year, evaluation_year=evaluation_year)
    happened.tell([event], source)
    part.pass_over("id", "title", "document", "deadline", "from", "to")
    part.finish()


def _application(part: Facts, cast: Cast, happened: Happened, source: str) -> None:
    """Read an application for a project: by the lead, unless the case says otherwise."""
    filed_on = part.day("filed_on", "applied_on", "on")
    project = part.text(*_PROJECT) or ""
    by = cast.actor(part, "by", "applicant", "filed_by")
    named = {"by", "applicant", "filed_by"} & set(part.values)
    if part.truth("through_lead", "through_the_lead") or (by is None and not named):
        by = cast.lead.name
    bureau = next(iter(cast.policy.approving_bodies), None)
    decided_on = part.day("decided_on", "approved_on", "granted_on", "awarded_on")
    happened.tell(
        [
            *_preliminary_review(part, cast, project, happened),
            made(ProjectApplied, filed_on, by=by, project=project),
            made(ProjectDecided, decided_on, by=bureau, project=project, granted=_granted(part)),
        ],
        source,
    )
    part.pass_over(*_NOT_AT_ISSUE)
    part.finish()


def _granted(part: Facts) -> bool | None:
    """Return whether an application was granted; ``None`` if that is not said."""
    said = part.truth(*_GRANTED)
    word = part.text("decision", "status", "outcome")
    if said is None and word is not None:
        words = dict.fromkeys(("granted", "approved", "awarded", "funded", "立项", "批准"), "yes")
        words |= dict.fromkeys(("refused", "rejected", "declined", "not_granted", "不予立项"), "no")
        words |= dict.fromkeys(("pending", "undecided", "filed", "under_review"), "pending")
        meaning = one_of(word, words, part.name_of("decision", "status", "outcome"))
        return {"yes": True, "no": False}.get(meaning)
    if said is None and {"approved_on", "granted_on", "awarded_on"} & set(part.values):
        return True
    return said


def _preliminary_review(
    part: Facts, cast: Cast, project: str, happened: Happened
) -> Iterator[Event]:
    """Return the review of a project by a district, if there was one; ``null`` is none."""
    value = part.get(*_REVIEW)
    if value is ABSENT or value is None or value is False:
        return
    review = Facts({"on": value} if isinstance(value, str) else value, part.name_of(*_REVIEW))
    on = review.day("on", "reviewed_on", "date") or part.day("filed_on", "applied_on", "on")
    by = cast.actor(review)
    review.pass_over("opinion", "result", "document")
    review.finish()
    said = {"by": by, "project": project}
    told = {name: text for name, text in said.items() if text}
    day = (on or happened.day).isoformat()
    yield own_event({"type": "project_prereviewed", "on": day, **told}, cast.policy)


_READERS = {"project_call": _call, "project_application": _application, "award": read_award}
