"""The events a case lists, as the core understands them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import evolve

from innov_consortium.core import changes as change_events
from innov_consortium.core import events as shared
from innov_consortium.core.events import Event, Filed, ObjectionDecided, ObjectionRaised, Publicised
from innov_consortium.core.steps import Party
from innov_consortium.testing.cases import documents, vocabulary
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.changing import read_change, reported
from innov_consortium.testing.cases.ending import grounds_of
from innov_consortium.testing.cases.evaluating import read_evaluation_event
from innov_consortium.testing.cases.given import ABSENT, Facts, a_truth, one_of
from innov_consortium.testing.cases.objections import decision_of, upheld_of
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.supporting import read_project_event
from innov_consortium.testing.cases.told import Happened, common, day_of, made, own_event
from innov_consortium.testing.cases.wording import plain

__all__ = ["FILED_WITH", "happenings"]

FILED_WITH = ("with", "filed_with", "recipient", "submitted_to", "received_by", "to", "at")
_ACTED = ("by", "issuer", "decided_by", "actor")
_FIRST = ("on", "from", "first", "first_day", "started_on", "start", "date")
_LAST = ("last", "last_day", "until", "to", "ends_on", "ended_on", "end", "announced_last_day")
_SHARED = {sort.tag: sort for sort in (*shared.SHARED, *change_events.CHANGES)}


def happenings(given: Facts, cast: Cast, filing: Filed, day: date, happened: Happened) -> None:
    """Add the events a case lists to what has happened.

    Args:
        given: The facts of the case.
        cast: Who is who.
        filing: What an application says of itself where its event does not.
        day: The day asked about: what is dated later is not known.
        happened: Gets the events.
    """
    reader = _Reader(cast, filing, day, happened)
    for part in sorted(given.parts("events", "history"), key=_dated):
        reader.read(part)
    reader.finish()


def _dated(part: Facts) -> str:
    """Return the day by which events are put in order; on one day they keep the order listed."""
    days = (part.values.get(name) for name in ("recorded_on", *_FIRST, "raised_on", "reported_on"))
    return next((day for day in days if isinstance(day, str)), "")


class _Reader:
    """Reads a list of events; publicity is told in two of them."""

    def __init__(self, cast: Cast, filing: Filed, day: date, happened: Happened) -> None:
        self.cast, self.filing, self.day, self.happened = cast, filing, day, happened
        self.running: int | None = None
        self.objections: list[str] = []

    def read(self, part: Facts) -> None:
        """Read one event."""
        said = part.text("type", "event", "what")
        word = plain(said or "")
        if word in vocabulary.EVALUATED:
            read_evaluation_event(part, vocabulary.EVALUATED[word], self.cast, self.happened)
            return
        if word in vocabulary.SUPPORTED:
            read_project_event(part, vocabulary.SUPPORTED[word], self.cast, self.happened)
            return
        tag = vocabulary.HAPPENINGS.get(word)
        if tag is None and word in vocabulary.CHANGE_KINDS:
            read_change(Facts({"kind": word, **part.values}, part.path), self.cast, self.happened)
            return
        reader = _READERS.get(tag or "")
        if tag is None or reader is None:
            raise NotUnderstoodError(part.at("type"), said, "no such event is known")
        source = "" if part.text("under", "formed_under") else part.path
        before = len(self.happened.told)
        reader(self, part, tag)
        unnamed = not any(name in part.values for name in _ACTED)
        for n in range(before, len(self.happened.told)):
            told = evolve(self.happened.told[n], source=source)
            if unnamed and told.event.by is None:
                told = evolve(told, event=evolve(told.event, by=self._whose(told.event)))
            self.happened.told[n] = told
        part.pass_over("unit", "year", "reason", "days", "length_days", "lead")
        part.finish()

    def _whose(self, event: Event) -> str | None:
        """Return whose step an event is: who acted is not at issue where a case does not name it.

        A department that the text does not name is the one that was filed with, or that reviewed.
        """
        policy = self.cast.policy
        row = next((s for s in policy.steps if isinstance(event, s.event)), None)
        if row is None or row.actor is None:
            return None
        actor = policy.actor(row.actor)
        if actor.names:
            return actor.names[0]
        if actor.party is not None:
            return self.cast.lead.name if actor.party is Party.LEAD else None
        if event.tag == "expert_reviewed":
            return None
        told = [t.event for t in self.happened.told]
        reviewers = [e.by for e in told if e.tag == "district_reviewed" and e.by is not None]
        filed = [e.recipient for e in told if isinstance(e, Filed) and e.recipient is not None]
        return [self.filing.recipient, *filed[-1:], *reviewers[-1:]][-1]

    def finish(self) -> None:
        """End what is still running: publicity that has not ended lasts on the day asked about."""
        self._close(self.day)

    # --- publicity ------------------------------------------------------------------------------

    def publicity_started(self, part: Facts, _: str) -> None:
        self._close(self.day)
        on = day_of(part, *_FIRST)
        announced = part.day(*_LAST)
        if announced is None:
            self.running = len(self.happened.told)
        self.happened.tell([Publicised(on=on, last=announced, **common(part, self.cast))])

    def publicity_ended(self, part: Facts, _: str) -> None:
        on = day_of(part)
        common(part, self.cast)
        if self.running is not None:
            self._close(min(on, self.day))
        elif not any(isinstance(told.event, Publicised) for told in self.happened.told):
            self.happened.tell([Publicised(on=on, last=on)])

    def _close(self, last: date) -> None:
        """Give the publicity that is running its last day, as far as it is known."""
        if self.running is None:
            return
        told = self.happened.told[self.running]
        if last >= told.event.on:
            ended = evolve(told.event, last=last)  # type: ignore[call-arg]  # it is publicity
            self.happened.told[self.running] = evolve(told, event=ended)
        self.running = None

    # --- objections -----------------------------------------------------------------------------

    def objection_raised(self, part: Facts, _: str) -> None:
        told = dict(common(part, self.cast))
        name = part.text("objection") or told["id"] or f"objection {len(self.objections) + 1}"
        self.objections.append(name)
        on = day_of(part, "on", "raised_on", "date", "day")
        self.happened.tell([ObjectionRaised(on=on, objection=name, **told)])
        decided = decision_of(part, on)
        by = self.cast.actor(part, "decided_by")
        if "decided_by" not in part.values:
            by = next(iter(self.cast.policy.approving_bodies), None)  # whose step it is
        if decided is not None:
            decided_on, upheld = decided
            event = ObjectionDecided(on=decided_on, objection=name, upheld=upheld, by=by)
            self.happened.tell([event])

    def objection_decided(self, part: Facts, tag: str) -> None:
        upheld = upheld_of(part)
        if upheld is None:
            upheld = {"objection_rejected": False, "objection_upheld": True}.get(tag)
        name = part.text("objection", "of") or (self.objections[-1] if self.objections else "")
        on = day_of(part, "on", "decided_on", "date", "day")
        told = common(part, self.cast)
        self.happened.tell([ObjectionDecided(on=on, objection=name, upheld=upheld, **told)])

    # --- the rest -------------------------------------------------------------------------------

    def call_issued(self, part: Facts, tag: str) -> None:
        window = part.get("window", "period", "accepts")
        if isinstance(window, list) and len(window) == 2:  # noqa: PLR2004 - a window has two ends
            window = {"from": window[0], "to": window[1]}
        span = part if window is ABSENT or window is None else Facts(window, part.at("window"))
        first = span.day("first", "from", "opens_on", "first_day", "opens", "open_from")
        last = span.day("last", "to", "until", "closes_on", "deadline", "last_day", "closes")
        self._shared(part, tag, year=part.number("year"), first=first, last=last)

    def filed(self, part: Facts, tag: str) -> None:
        filing = self.filing
        told: dict[str, Any] = {
            "application": filing.application,
            "co_applicants": filing.co_applicants,
            "documents": filing.documents,
            "recipient": filing.recipient,
        }
        if part.get("co_applicants") is not ABSENT:
            told["co_applicants"] = self.cast.members(part, "co_applicants")
        if part.get("documents", "materials") is not ABSENT:
            told["documents"] = documents.documents(part)
        if part.get(*FILED_WITH) is not ABSENT:
            told["recipient"] = self.cast.known_as(part.text(*FILED_WITH))
        self._shared(part, tag, **told)

    def reviewed_by_district(self, part: Facts, tag: str) -> None:
        said = part.text("opinion", "result", "recommendation")
        whether = part.get("recommended", "recommends")
        opinion = {"district_recommended": "recommend", "district_declined": "not_recommend"}.get(
            tag
        )
        if whether is not ABSENT and whether is not None:
            yes = a_truth(whether, part.at("recommended"))
            opinion = "recommend" if yes else "not_recommend"
        if said is not None:
            opinion = one_of(said, vocabulary.DISTRICT_OPINIONS, part.at("opinion"))
        self._own(part, "district_reviewed", opinion=opinion)

    def expert_reviewed(self, part: Facts, tag: str) -> None:
        mode, said = part.text("mode", "form", "method"), part.text("opinion", "result")
        agency = self.cast.actor(part, "agency", "organised_by", "organiser", "commissioned", "by")
        told = {
            "agency": agency,
            "mode": mode and one_of(mode, vocabulary.REVIEW_MODES, part.at("mode")),
            "opinion": said and one_of(said, vocabulary.EXPERT_OPINIONS, part.at("opinion")),
        }
        self._own(part, tag, **told)

    def forwarded(self, part: Facts, tag: str) -> None:
        part.pass_over("to", "with")
        self._own(part, tag)

    def inspected(self, part: Facts, tag: str) -> None:
        self._own(part, tag, year=part.number("year"))

    def ended(self, part: Facts, tag: str) -> None:
        grounds = grounds_of(part)
        asked = part.truth("on_request", "voluntary")
        if asked is None:
            requested = any(told.event.tag == "end_requested" for told in self.happened.told)
            if requested or grounds is not None:
                asked = requested and (not grounds or grounds == ("art11.item4",))
        self._shared(part, tag, grounds=grounds, on_request=asked)

    def of_the_ending(self, part: Facts, tag: str) -> None:
        signed = self.cast.members(part, "signatories", "signed_by", "statement_signed_by")
        agreed = part.truth("agreed")
        self._shared(part, tag, signatories=signed, agreed=agreed)

    def of_a_change(self, part: Facts, tag: str) -> None:
        told = {"change": part.text("change", "change_id") or "", **reported(part, self.cast)}
        self._shared(part, tag, **told)

    def plain_event(self, part: Facts, tag: str) -> None:
        self._shared(part, tag)

    def _shared(self, part: Facts, tag: str, **told: Any) -> None:
        on = day_of(part)
        self.happened.tell([made(_SHARED[tag], on, **common(part, self.cast), **told)])

    def _own(self, part: Facts, tag: str, **told: Any) -> None:
        """Add an event of a sort that is the policy's own."""
        own = {**common(part, self.cast), **told}
        said = {k: v for k, v in own.items() if v is not None and v != ""}
        recorded = said.pop("recorded_on", None)
        dated = {} if recorded is None else {"recorded_on": recorded.isoformat()}
        document = {"type": tag, "on": day_of(part).isoformat(), **said, **dated}
        self.happened.tell([own_event(document, self.cast.policy)])


_READERS: dict[str, Callable[[_Reader, Facts, str], None]] = {
    "call_issued": _Reader.call_issued,
    "filed": _Reader.filed,
    "district_reviewed": _Reader.reviewed_by_district,
    "district_recommended": _Reader.reviewed_by_district,
    "district_declined": _Reader.reviewed_by_district,
    "forwarded": _Reader.forwarded,
    "expert_reviewed": _Reader.expert_reviewed,
    "publicity_started": _Reader.publicity_started,
    "publicised": _Reader.publicity_started,
    "publicity_ended": _Reader.publicity_ended,
    "objection_raised": _Reader.objection_raised,
    "objection_decided": _Reader.objection_decided,
    "objection_rejected": _Reader.objection_decided,
    "objection_upheld": _Reader.objection_decided,
    "recognised": _Reader.plain_event,
    "application_withdrawn": _Reader.plain_event,
    "application_refused": _Reader.plain_event,
    "ended": _Reader.ended,
    "end_requested": _Reader.of_the_ending,
    "end_reported": _Reader.of_the_ending,
    "end_reviewed": _Reader.of_the_ending,
    "end_set_aside": _Reader.plain_event,
    "recognition_set_aside": _Reader.plain_event,
    "change_reported": _Reader.of_a_change,
    "change_approved": _Reader.of_a_change,
    "change_refused": _Reader.of_a_change,
    "change_executed": _Reader.of_a_change,
    "inspected": _Reader.inspected,
}
