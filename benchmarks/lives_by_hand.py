"""What became of a consortium, by hand: its phases, members, changes, results, what was attested.

The default readings only, over the library's events; nothing is shared with its replay.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve, frozen
from benchmarks.by_hand import (
    APPLICANTS,
    BUREAU,
    LAST_DAY,
)

from innov_consortium import (
    Application,
    Attestation,
    Dossier,
    Identifier,
    Organization,
)
from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeEvent,
    ChangeExecuted,
    ChangeKind,
    ChangeReported,
)
from innov_consortium.core.events import (
    ApplicationRefused,
    ApplicationWithdrawn,
    Corrected,
    Ended,
    EndSetAside,
    EvaluationEvent,
    Event,
    Filed,
    Recognised,
    RecognitionSetAside,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
)
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.records import Record

__all__ = [
    "Life",
    "Place",
    "Result",
    "Said",
    "attested_by_others",
    "counts",
    "evaluations",
    "is_lead",
    "is_own_word",
    "is_whole",
    "lived",
    "names_of_lead",
    "not_in_force",
    "places_in",
    "results_of",
    "there_on",
]

Result = tuple[int, str | None, date, date, bool]  # year, grade, notified, effective, earlier text
Said = dict[tuple[str, str | None], bool | None]


@frozen
class Life:
    """What became of a consortium by a day, as known on it."""

    events: list[Event]
    application: Application | None
    recognised_on: date | None
    ended_by: Event | None
    over_on: date | None

    @property
    def lead(self) -> Organization | None:
        return None if self.application is None else self.application.lead


@frozen
class Place:
    """A member's place: from a day on, and until it no longer counts."""

    unit: Organization
    since: date | None
    until: date | None = None

    def counts_on(self, day: date) -> bool:
        begun = self.since is not None and self.since <= day
        return begun and (self.until is None or day < self.until)


# --- what became of it ----------------------------------------------------------------------------


def not_in_force(on: date, published_on: date | None) -> bool:
    return on > LAST_DAY or (published_on is not None and on < published_on)


def happened(dossier: Dossier, on: date) -> list[Event]:
    """Return what had happened by a day, as it was known then."""
    known = [e for e in dossier.history.events if (e.recorded_on or e.on) <= on]
    instead = {e.of: e.instead for e in known if isinstance(e, Corrected)}
    events = []
    for event in known:
        one = instead.get(event.id, event) if instead else event
        if one is not None and one.on <= on and not isinstance(event, Corrected):
            events.append(one)
    return sorted(events, key=lambda e: e.on)


def lived(dossier: Dossier, on: date) -> Life:  # noqa: C901 - one branch a sort of event
    """Follow a history to a day."""
    events = happened(dossier, on)
    phase = "proposed"
    application: Application | None = None
    recognised_on: date | None = None
    ended_by: Event | None = None
    over_on: date | None = None
    for event in events:
        if isinstance(event, Filed):
            if recognised_on is None and event.application is not None:
                application = event.application
        elif isinstance(event, Recognised):
            if phase == "proposed":
                phase, recognised_on = "recognised", event.on
        elif isinstance(event, ApplicationRefused | ApplicationWithdrawn):
            if phase == "proposed":
                phase, over_on = "dismissed", event.on
        elif isinstance(event, Ended):
            if phase == "recognised":
                phase, ended_by, over_on = "ended", event, event.on
        elif isinstance(event, EndSetAside):
            if phase == "ended":
                phase, ended_by, over_on = "recognised", None, None
        elif isinstance(event, RecognitionSetAside) and phase == "recognised":
            phase, over_on = "annulled", event.on
    return Life(events, application, recognised_on, ended_by, over_on)


def there_on(life: Life, day: date) -> bool:
    begun = life.recognised_on is not None and life.recognised_on <= day
    return begun and (life.over_on is None or day < life.over_on)


def places_in(life: Life) -> list[Place] | None:
    """Return who is or was a member, and from when to when."""
    if life.application is None:
        return None
    former: list[Place] = []
    now = {unit.key: Place(unit, life.recognised_on) for unit in life.application.members}
    changes: dict[str, list[ChangeEvent]] = {}
    for event in life.events:
        if isinstance(event, ChangeEvent):
            changes.setdefault(event.change, []).append(event)
    for events in changes.values():
        change_places(now, former, events, life.application.lead.key)
    every = [*former, *now.values()]
    over = life.over_on
    if over is None:
        return every
    return [evolve(p, until=over) if p.until is None or p.until > over else p for p in every]


def change_places(  # noqa: C901, PLR0912 - one branch a sort of change
    now: dict[MemberKey, Place], former: list[Place], events: list[ChangeEvent], lead: MemberKey
) -> None:
    told: ChangeEvent | None = None
    approved = executed = None
    for event in events:
        if isinstance(event, ChangeReported):
            told = told if isinstance(told, ChangeReported) else event
        elif told is None and event.kind is not None:
            told = event
        if isinstance(event, ChangeExecuted):
            executed = executed or event.on
        elif isinstance(event, ChangeApproved) and (event.by is None or event.by in BUREAU):
            approved = approved or event.on
    if told is None or approved is None:
        return
    if told.kind is ChangeKind.MEMBER_JOIN:
        if told.joining is not None:
            before = now.get(told.joining.key)
            if before is None or not before.counts_on(approved):
                former += [] if before is None else [before]
                now[told.joining.key] = Place(told.joining, approved)
        return
    before = None if told.unit is None else now.get(told.unit)
    if told.unit is None or before is None or executed is None:
        return
    done = max(approved, executed)
    if told.kind is ChangeKind.MEMBER_EXIT and told.unit != lead:
        if before.until is None or before.until > done:
            now[told.unit] = evolve(before, until=done)
    elif told.kind is ChangeKind.MEMBER_RENAME and told.new_name is not None:
        now[told.unit] = evolve(before, unit=evolve(before.unit, name=told.new_name))


def names_of_lead(life: Life, places: list[Place]) -> set[str]:
    key = None if life.lead is None else life.lead.key
    names: set[str] = set()
    for place in places:
        if place.unit.key == key:
            names |= {place.unit.name, str(place.unit.id), place.unit.id.value}
    for event in life.events:
        if isinstance(event, ChangeEvent) and event.unit == key and event.new_name is not None:
            names.add(event.new_name)
    return names


def is_lead(unit: Identifier | None, life: Life) -> bool | None:
    if unit is None or life.lead is None:
        return None
    return unit in (life.lead.legal_person, life.lead.id)


def is_own_word(by: str, places: list[Place] | None) -> bool:
    if by in APPLICANTS:
        return True
    units = [place.unit for place in places or ()]
    return any(by in (u.name, str(u.id), u.id.value) for u in units)


def counts(day: date, published_on: date | None) -> bool:
    return published_on is None or day >= published_on


def is_whole(record: Record, on: date) -> bool | None:
    return True if record.complete_to is not None and on <= record.complete_to else None


# --- results and attestations ---------------------------------------------------------------------


def evaluations(life: Life, until: date = date.max) -> dict[int, list[EvaluationEvent]]:
    """Return what is known of each year evaluated, of all that happened by a day."""
    years: dict[int, list[EvaluationEvent]] = {}
    for event in life.events:
        if isinstance(event, EvaluationEvent) and event.on <= until:
            years.setdefault(event.of_year, []).append(event)
    return dict(sorted(years.items()))


def results_of(years: dict[int, list[EvaluationEvent]], published_on: date | None) -> list[Result]:
    """Return the results that stand, in the order of the years evaluated."""
    found = []
    for year, events in years.items():
        given: list[ResultNotified | ResultCorrected] = []
        for event in events:
            if isinstance(event, ResultAnnulled):
                given = []
            elif isinstance(event, ResultNotified | ResultCorrected):
                given.append(event)
        if given:
            first, last = given[0], given[-1]
            before = published_on is not None and first.on < published_on
            found.append((year, last.grade, first.on, last.on, bool(first.under) or before))
    return found


def attested_by_others(
    attestations: Iterable[Attestation], application: Application | None, on: date
) -> Said:
    """Return what bodies that are no members have said by a day; who disagree tell nothing."""
    own = {*APPLICANTS}
    for unit in () if application is None else application.members:
        own |= {unit.name, str(unit.id), unit.id.value}
    words: dict[tuple[str, str | None], dict[str, list[Attestation]]] = {}
    for one in attestations:
        if one.on > on or one.by in own:
            continue
        last = words.setdefault((one.what, one.item), {}).setdefault(one.by, [])
        if last and last[0].on < one.on:
            last.clear()
        if not last or last[0].on == one.on:
            last.append(one)
    said: Said = {}
    for key, bodies in words.items():
        holds = {one.holds for last in bodies.values() for one in last}
        said[key] = holds.pop() if len(holds) == 1 else None
    return said
