"""Histories to measure and compare on: of any number of evaluated years, many at once, random ones.

A random one is lawful in its order and careless in everything else: years evaluated late, twice,
under the earlier text or not at all, results corrected and annulled, materials missing, members
that join and leave, an end that is set aside, events recorded late and set right afterwards.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from attrs import evolve
from benchmarks.generated import BUREAU, PUBLISHED, enterprise, full_case, identifier, maybe, some

from innov_consortium import (
    Application,
    Attestation,
    Case,
    Dossier,
    Listing,
    Organization,
    Register,
)
from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeExecuted,
    ChangeKind,
    ChangeReported,
    change_faults,
)
from innov_consortium.core.evaluation import evaluation_faults
from innov_consortium.core.events import (
    Corrected,
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
    EndSetAside,
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    EvaluationStaged,
    Event,
    Filed,
    MaterialsSubmitted,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectFunded,
    Recognised,
    RecognitionSetAside,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.history import History, standing_paths
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.records import (
    Accident,
    Determination,
    Falsification,
    Misconduct,
    OrganKind,
    Record,
)
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin.events import Inspected, ProjectPrereviewed

__all__ = [
    "BUREAU",
    "EARLY",
    "LATE",
    "LEAD",
    "PARTICIPANTS",
    "admission",
    "any_admission",
    "any_dossier",
    "contradicts",
    "little_known",
    "lived_long",
    "many",
]

MATERIALS = frozenset({"report", "data", "proofs"})
STAGES = ("document_review", "site_visit", "overall_assessment", "final_confirmation")
GRADES = ("unqualified", "unqualified", "unqualified", "qualified", "good", "excellent")
EARLIER = "津科资〔2023〕83号"
DISTRICT = "和平区科技局"
PARTICIPANTS = 6
NEWCOMER = enterprise(77)
STRANGER = identifier(88)
#: A text that has been there for long, so that there may be thirty years to evaluate.
EARLY = date(1996, 4, 11)
LATE = date(2027, 12, 20)


def an_application(participants: int = PARTICIPANTS) -> Application:
    """Return an application of a lead in a district and so many others."""
    made = full_case(participants).application
    lead = evolve(made.lead, domicile="120101")
    agreement = None
    if made.agreement is not None:
        agreement = evolve(made.agreement, signatories=None)
    return evolve(made, lead=lead, agreement=agreement)


APPLICATION = an_application()
LEAD = APPLICATION.lead


# --- of any length --------------------------------------------------------------------------------


def evaluated(year: int, grade: str, *, applied: bool = False) -> Iterator[Event]:
    """Yield what happens in a year evaluated by experts, with a project if one is applied for."""
    yield EvaluationCalled(
        on=date(year, 3, 1),
        by=BUREAU,
        deadline=date(year, 6, 30),
        required=MATERIALS,
        self_report_deadline=date(year, 11, 30),
    )
    yield EvaluationAssigned(on=date(year, 3, 10), by=BUREAU, mode=EvaluationMode.EXPERT)
    if applied:
        project = f"p{year}"
        yield ProjectCalled(on=date(year, 4, 1), by=BUREAU)
        yield ProjectApplied(on=date(year, 5, 4), project=project, by=LEAD.name)
        yield ProjectPrereviewed(on=date(year, 5, 11), project=project, by=DISTRICT)
    yield MaterialsSubmitted(on=date(year, 6, 12), items=MATERIALS, by=LEAD.name)
    for month, stage in enumerate(STAGES, 7):
        yield EvaluationStaged(on=date(year, month, 8), by=BUREAU, stage=stage)
    yield ResultNotified(on=date(year, 11, 20), by=BUREAU, grade=grade)
    yield Inspected(on=date(year, 12, 1), by=DISTRICT)


def lived_long(years: int, *, last: date = LATE, grades: tuple[str, ...] = ("good",)) -> Dossier:
    """Return a consortium evaluated every year, for so many years up to that of a day.

    Nothing is open: the record is complete, with one entry of each sort that establishes nothing.
    Every year's project is applied for.
    """
    first = last.year - years + 1
    events: list[Event] = [
        Filed(on=date(first - 1, 3, 2), by=LEAD.name, application=APPLICATION),
        Recognised(on=date(first - 1, 9, 1), by=BUREAU, document="批复"),
    ]
    for n, year in enumerate(range(first, last.year + 1)):
        events += evaluated(year, grades[n % len(grades)], applied=True)
    return Dossier(
        history=History("C1", tuple(events)),
        record=a_record(last),
        listings=(Listing(unit=STRANGER, name="经营异常名录", first=date(last.year, 2, 1)),),
        attestations=(Attestation(what="art15.s1c", by=BUREAU, on=last),),
        cycle_from=first,
    )


def a_record(complete_to: date) -> Record:
    """Return a complete record with one entry of each sort, of which none is a ground."""
    day = complete_to - timedelta(days=200)
    return Record(
        falsifications=(
            Falsification(unit=LEAD.id, context="project", serious=True, by=BUREAU, on=day),
        ),
        accidents=(
            Accident(
                unit=LEAD.id,
                category="safety",
                occurred_on=day,
                grade="larger",
                determined_by="市应急管理局",
                determined_on=day,
            ),
        ),
        determinations=(
            Determination(
                unit=STRANGER,
                organ=OrganKind.JUDICIAL,
                by="某法院",
                serious=True,
                effective=True,
                on=day,
            ),
        ),
        misconduct=(Misconduct(unit=LEAD.id, what="迟报", trivial=True, on=day),),
        complete_to=complete_to,
    )


def little_known(years: int, *, last: date = LATE) -> Dossier:
    """Return the same life of which little is known: not who acted, nor what came of it."""
    lived = lived_long(years, last=last)
    unknown: dict[type[Event], dict[str, Any]] = {
        MaterialsSubmitted: {"by": None, "items": None},
        EvaluationAssigned: {"mode": None},
        ResultNotified: {"grade": None},
        ProjectApplied: {"by": None},
        ProjectPrereviewed: {"by": None},
        EvaluationStaged: {"stage": None},
    }
    events = (evolve(e, **unknown.get(type(e), {})) for e in lived.history.events)
    one: dict[str, Any] = {"unit": None}
    record = lived.record
    return Dossier(
        history=History("C1", tuple(events)),
        record=Record(
            falsifications=tuple(evolve(f, by=None, **one) for f in record.falsifications),
            accidents=tuple(evolve(a, grade=None, **one) for a in record.accidents),
            determinations=tuple(evolve(d, organ=None, **one) for d in record.determinations),
            misconduct=tuple(evolve(m, trivial=None, **one) for m in record.misconduct),
        ),
        listings=(Listing(unit=LEAD.id, name="某行业名单", first=date(last.year, 2, 1)),),
    )


def many(number: int) -> tuple[History, ...]:
    """Return histories of many consortia on 1 March 2027, in the first cycle from 2026.

    A third was evaluated in 2026, a tenth is selected for 2027, a tenth came too late to be due.
    """
    return tuple(one_of_many(n) for n in range(number))


def one_of_many(n: int) -> History:
    recognised = date(2026, 5, 1) if n % 10 == 1 else date(2025, 5, 1) + timedelta(days=n % 200)
    events: list[Event] = [
        Filed(on=date(2025, 4, 20), by=LEAD.name, application=APPLICATION),
        Recognised(on=recognised, by=BUREAU, document="批复"),
    ]
    if n % 3 == 0:
        events += [e for e in evaluated(2026, GRADES[n % len(GRADES)]) if e.on > recognised]
    if n % 10 == 2:
        events.append(
            EvaluationAssigned(on=date(2027, 2, 20), by=BUREAU, mode=EvaluationMode.EXPERT)
        )
    return History(f"C{n:05d}", tuple(events))


# --- random ones ----------------------------------------------------------------------------------


def any_dossier(seed: int) -> tuple[Dossier, date, date | None]:
    """Return any history, with any day to ask about and the day of publication, or none."""
    rng = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    history = any_history(rng)
    on = any_day_of(rng)
    return (
        Dossier(
            history=history,
            record=any_record(rng, on),
            listings=tuple(any_listings(rng)),
            attestations=tuple(any_attestations(rng, history)),
        ),
        on,
        rng.choice([PUBLISHED, PUBLISHED, PUBLISHED, PUBLISHED, None]),
    )


def contradicts(history: History) -> bool:
    """Return whether a history is refused when it is asked about: a result notified twice, say."""
    told = tuple(standing_paths(history, date.max))
    return bool(evaluation_faults(told) or change_faults(told))


def any_day_of(rng: random.Random) -> date:
    if rng.random() < 0.05:
        return rng.choice([date(2025, 4, 10), PUBLISHED, date(2030, 4, 10), date(2030, 4, 11)])
    return date(rng.choice([2027, 2028, 2029]), 1, 1) + timedelta(days=rng.randrange(365))


def any_history(rng: random.Random) -> History:
    """Return a whole life in the order of its days, recorded in that order, or later."""
    lead = evolve(
        LEAD,
        domicile=rng.choice(["120101", "120101", "120101", "120116", "110105", None]),
        zone=rng.choice([None, None, None, "东疆综合保税区"]),
    )
    application = maybe(rng, evolve(APPLICATION, lead=lead), 0.95)
    start = date(2025, 1, 1) + timedelta(days=rng.randrange(500))
    events: list[Event] = [Filed(on=start, by=lead.name, application=application)]
    approved = start + timedelta(days=rng.randrange(60, 200))
    if rng.random() < 0.97:
        events.append(Recognised(on=approved, by=BUREAU, under=rng.choice(["", "", "", EARLIER])))
    for year in range(approved.year, 2030):
        if rng.random() < 0.85:
            events += any_year(rng, year, lead)
        if rng.random() < 0.4:
            events += any_project(rng, year, lead)
    for n in range(rng.choice([0, 0, 1, 2])):
        events += any_change(rng, n, approved, lead)
    if rng.random() < 0.5:
        events += any_ending(rng, approved, lead)
    return recorded(rng, sorted(events, key=lambda e: e.on))


def recorded(rng: random.Random, events: list[Event]) -> History:
    """Return the events as a history: some recorded late, some set right afterwards."""
    named = [evolve(e, id=f"e{n}") for n, e in enumerate(events)]
    late = [
        evolve(e, recorded_on=e.on + timedelta(days=rng.randrange(1, 90)))
        if rng.random() < 0.08
        else e
        for e in named
    ]
    corrections = [
        Corrected(
            on=event.known_from + timedelta(days=rng.randrange(1, 300)),
            of=event.id,
            instead=rng.choice([None, event, evolve(event, on=event.on - timedelta(days=9))]),
        )
        for event in late
        if rng.random() < 0.04
    ]
    every = sorted([*late, *corrections], key=lambda e: e.known_from)
    return History("C1", tuple(every))


def around(rng: random.Random, day: date, spread: int = 3) -> date:
    return day + timedelta(days=rng.choice([-60, -20, -spread, -1, 0, 0, 0, 1, spread]))


def who(rng: random.Random, lead: Organization) -> str | None:
    """Return who acts: the lead, by name or code, mostly; else anybody, or nobody is named."""
    others = [None, APPLICATION.participants[0].name, "某人"]
    return rng.choice([lead.name, lead.name, lead.name, str(lead.id), *others])


def any_year(rng: random.Random, year: int, lead: Organization) -> Iterator[Event]:
    said: dict[str, Any] = {"year": year, "under": EARLIER if rng.random() < 0.08 else ""}
    deadline = date(year, 6, 30)
    if rng.random() < 0.85:
        yield EvaluationCalled(
            on=date(year, 3, 1),
            by=BUREAU,
            deadline=maybe(rng, deadline, 0.9),
            required=rng.choice([MATERIALS, MATERIALS, frozenset(), None]),
            self_report_deadline=maybe(rng, date(year, 11, 30), 0.6),
            **said,
        )
    mode = rng.choice([EvaluationMode.EXPERT, EvaluationMode.EXPERT, EvaluationMode.SELF, None])
    if rng.random() < 0.9:
        yield EvaluationAssigned(on=date(year, 3, 10), by=BUREAU, mode=mode, **said)
    if mode is not EvaluationMode.SELF:
        for _ in range(rng.choice([0, 1, 1, 1, 1, 2])):
            items = rng.choice([MATERIALS, MATERIALS, MATERIALS, frozenset({"report"}), None])
            on = around(rng, deadline)
            yield MaterialsSubmitted(on=on, by=who(rng, lead), items=items, **said)
    else:
        if rng.random() < 0.6:
            yield SelfEvaluated(on=date(year, 10, 9), grade=rng.choice([*GRADES, None]), **said)
        if rng.random() < 0.6:
            yield SelfReportFiled(on=around(rng, date(year, 11, 30)), by=lead.name, **said)
    if mode is EvaluationMode.SELF and rng.random() < 0.9:
        return
    for month, stage in enumerate(some(rng, STAGES, 0.9), 7):
        yield EvaluationStaged(on=date(year, month, 8), by=BUREAU, stage=stage, **said)
    if rng.random() < 0.9:
        day = date(year, 11, 1) + timedelta(days=rng.randrange(120))
        yield ResultNotified(on=day, by=BUREAU, grade=rng.choice([*GRADES, None]), **said)
        yield from what_becomes_of_it(rng, day, said)


def what_becomes_of_it(rng: random.Random, day: date, said: dict[str, Any]) -> Iterator[Event]:
    """Yield how a result is corrected, annulled or notified anew, if it is."""
    day += timedelta(days=rng.randrange(1, 200))
    if rng.random() < 0.15:
        yield ResultCorrected(on=day, by=BUREAU, grade=rng.choice([*GRADES, None]), **said)
    if rng.random() < 0.1:
        yield ResultAnnulled(on=day, by="市政府", **said)
        if rng.random() < 0.5:
            day += timedelta(days=30)
            yield ResultNotified(on=day, by=BUREAU, grade=rng.choice(GRADES), **said)


def any_project(rng: random.Random, year: int, lead: Organization) -> Iterator[Event]:
    project = f"p{year}"
    if rng.random() < 0.5:
        named = rng.choice([None, None, year - 1, year - 2])
        yield ProjectCalled(on=date(year, 4, 1), by=BUREAU, evaluation_year=named)
    if rng.random() < 0.85:
        yield ProjectApplied(on=date(year, 5, 4), project=project, by=who(rng, lead))
    for _ in range(rng.choice([0, 1, 1, 2])):
        offices = [DISTRICT, DISTRICT, "河东区科技局", "东疆科技部门", "滨海新区科技局"]
        by = rng.choice([*offices, BUREAU, "某局", None])
        yield ProjectPrereviewed(on=date(year, 5, 11), project=project, by=by)
    if rng.random() < 0.4:
        yield ProjectDecided(on=date(year, 9, 1), project=project, by=BUREAU, granted=True)
        yield ProjectFunded(on=date(year, 9, 9), project=project, by=BUREAU, source="municipal")


def any_change(
    rng: random.Random, number: int, approved: date, lead: Organization
) -> Iterator[Event]:
    kind = rng.choice(
        [
            ChangeKind.MEMBER_EXIT,
            ChangeKind.MEMBER_JOIN,
            ChangeKind.MEMBER_RENAME,
            ChangeKind.LEAD_REPLACEMENT,  # not provided for, so nothing comes of it
        ]
    )
    unit = rng.choice([lead, *APPLICATION.participants])
    if kind is ChangeKind.LEAD_REPLACEMENT and unit is lead:  # nobody takes over from itself
        unit = APPLICATION.participants[0]
    said: dict[str, Any] = {"change": f"c{number}", "kind": kind, "unit": unit.key}
    if kind is ChangeKind.MEMBER_JOIN:
        said = {**said, "unit": None, "joining": NEWCOMER}
    if kind is ChangeKind.MEMBER_RENAME:
        said["new_name"] = f"更名后的单位{number}"
    day = approved + timedelta(days=rng.randrange(1, 700))
    if rng.random() < 0.95:
        yield ChangeReported(on=day, by=lead.name, **said)
    if rng.random() < 0.85:
        by = rng.choice([BUREAU, BUREAU, None, DISTRICT])
        yield ChangeApproved(on=day + timedelta(days=20), by=by, **said)
    if rng.random() < 0.85:
        yield ChangeExecuted(on=day + timedelta(days=rng.choice([10, 30])), **said)


def any_ending(rng: random.Random, approved: date, lead: Organization) -> Iterator[Event]:
    day = approved + timedelta(days=rng.randrange(100, 1300))
    everybody = frozenset(unit.key for unit in (*APPLICATION.participants, NEWCOMER))
    signed = [everybody, everybody, everybody - {APPLICATION.participants[0].key}, None]
    on_request = rng.random() < 0.6
    if on_request:
        yield EndRequested(on=day, by=who(rng, lead), signatories=rng.choice(signed))
        if rng.random() < 0.8:
            on = day + timedelta(days=9)
            yield EndReported(on=on, by=lead.name, signatories=rng.choice(signed))
            yield EndReviewed(on=on, by=BUREAU, agreed=rng.choice([True, True, False, None]))
    if rng.random() < 0.6:
        day += timedelta(days=rng.randrange(10, 60))
        under = rng.choice(["", "", "", EARLIER])
        grounds = rng.choice([None, ("art11.item1",), ("art11.item4",)])
        yield Ended(on=day, by=BUREAU, on_request=on_request, grounds=grounds, under=under)
        if rng.random() < 0.3:
            yield EndSetAside(on=day + timedelta(days=100), by="某法院")
    elif rng.random() < 0.1:
        yield RecognitionSetAside(on=day, by="某法院")


def any_unit(rng: random.Random) -> Identifier | None:
    others = [APPLICATION.participants[1].id, NEWCOMER.id, STRANGER, None]
    return rng.choice([LEAD.id, LEAD.id, LEAD.id, LEAD.id, *others])


def any_record(rng: random.Random, on: date) -> Record:
    def some_days() -> list[date]:
        ago = (rng.randrange(-30, 1200) for _ in range(rng.choice((0, 0, 1, 2))))
        return [around(rng, on - timedelta(days=days)) for days in ago]

    bodies = (BUREAU, BUREAU, BUREAU, "市政府", "本单位", LEAD.name, None)
    truths = (True, True, True, False, None)
    return Record(
        falsifications=tuple(
            Falsification(
                unit=any_unit(rng),
                context=rng.choice(["formation", "annual_evaluation", "project", None]),
                year=rng.choice([2026, 2027, None]),
                serious=rng.choice(truths),
                occurred_on=maybe(rng, found - timedelta(days=rng.randrange(900)), 0.3),
                by=rng.choice(bodies),
                on=found,
            )
            for found in some_days()
        ),
        accidents=tuple(
            Accident(
                unit=any_unit(rng),
                category=rng.choice(["safety", "safety", "quality", "other:火灾", None]),
                occurred_on=happened,
                grade=rng.choice(["larger", "major", "especially_major", "major", None]),
                determined_by=rng.choice(["市应急管理局", "市应急管理局", LEAD.name, None]),
                organ=rng.choice([None, None, OrganKind.ADMINISTRATIVE, OrganKind.OTHER]),
                determined_on=maybe(rng, happened + timedelta(days=rng.randrange(300)), 0.5),
            )
            for happened in some_days()
        ),
        determinations=tuple(
            Determination(
                unit=any_unit(rng),
                organ=rng.choice([*OrganKind, OrganKind.JUDICIAL, None]),
                serious=rng.choice(truths),
                effective=rng.choice(truths),
                occurred_on=maybe(rng, day - timedelta(days=rng.randrange(900)), 0.3),
                on=day,
            )
            for day in some_days()
        ),
        misconduct=tuple(
            Misconduct(
                unit=any_unit(rng),
                trivial=rng.choice([True, False, None]),
                occurred_on=maybe(rng, day - timedelta(days=rng.randrange(900)), 0.3),
                on=day,
            )
            for day in some_days()
        ),
        complete_to=rng.choice([on, on, on, on - timedelta(days=1), None]),
    )


def any_listings(rng: random.Random) -> Iterator[Listing]:
    for _ in range(rng.choice([0, 0, 1, 2])):
        first = date(2024, 1, 1) + timedelta(days=rng.randrange(2200))
        last = maybe(rng, first + timedelta(days=rng.randrange(900)), 0.7)
        name = rng.choice(["经营异常名录", "失信被执行人名单", "某行业名单", "守信红名单"])
        yield Listing(unit=any_unit(rng) or STRANGER, name=name, first=first, last=last)


def any_attestations(rng: random.Random, history: History) -> Iterator[Attestation]:
    projects = [e.project for e in history.events if isinstance(e, ProjectApplied)]
    asked: list[tuple[str, str | None]] = [(f"art11.item{n}", None) for n in range(1, 8)]
    asked += [("art15.s1a", None), ("art15.s1c", None), *(("art15.s1c", p) for p in projects)]
    for what, item in some(rng, [*asked, *asked], 0.12):
        yield Attestation(
            what=what,
            item=item,
            by=rng.choice([BUREAU, BUREAU, BUREAU, "市政府", "本单位", LEAD.name]),
            on=date(2027, 1, 1) + timedelta(days=rng.randrange(1100)),
            holds=rng.random() < 0.6,
        )


# --- applications after a revocation --------------------------------------------------------------


def admission(register: Register, *, on: date = LATE) -> Case:
    """Return an application of seven members, presented on the day, with a register."""
    applied = evolve(APPLICATION, agreement=None, filed_on=on, presented_on=on)
    return Case(application=applied, register=register)


def any_admission(seed: int, bars: tuple[Bar, ...] = ()) -> tuple[Case, date, date | None]:
    """Return an application filed around the edges of bars: by who is barred, or by another."""
    rng = random.Random(seed)  # noqa: S311 - the same
    edges = [day for bar in bars for day in (bar.window.first, bar.window.last) if day is not None]
    day = around(rng, rng.choice(edges or [date(2027, 6, 1)]), 40)
    barred = (LEAD.id,)
    lead = rng.choice(
        [
            LEAD,
            LEAD,
            evolve(LEAD, name="更名后的牵头单位"),
            evolve(enterprise(55), domicile="120101"),
            evolve(enterprise(55), domicile="120101", succeeds=barred),
        ]
    )
    presented = maybe(rng, day, 0.7)
    application = Application(
        lead=lead,
        participants=APPLICATION.participants,
        filed_on=maybe(rng, day - timedelta(days=rng.randrange(40))),
        presented_on=presented,
        accepted_on=None if presented is None else maybe(rng, day + timedelta(days=9), 0.5),
    )
    on = max(PUBLISHED, day + timedelta(days=rng.choice([-5, 0, 1, 20])))
    complete_to = rng.choice([on, on, on - timedelta(days=1), None])
    said = Attestation(what="art11.p2.s1c", by=BUREAU, on=on, holds=rng.random() < 0.5)
    case = Case(
        application=application,
        register=Register((), complete_to, bars),
        attestations=(said,) if rng.random() < 0.3 else (),
    )
    return case, on, rng.choice([PUBLISHED, PUBLISHED, PUBLISHED, None])
