"""From a policy and a case to a report: plans made once, findings, marks and the answer."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.asking import ask, derive
from innov_consortium.core.attestations import Attestation, Attested, Departure, Interpretation
from innov_consortium.core.case import Case, Surroundings
from innov_consortium.core.clauses import Clause, Fact, Force, Judgement, Outcome
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event, Filed
from innov_consortium.core.history import Consortium
from innov_consortium.core.inquiries import Coverage, Inquiry
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.plan import ENTITIES, Plan, Settings, force_of, make_plan
from innov_consortium.core.readings import Choice, choose
from innov_consortium.core.report import (
    Answer,
    Finding,
    Mark,
    Missing,
    Norm,
    Report,
    answer_of,
    answer_of_grounds,
    by_rank,
)
from innov_consortium.core.sources import ForceInTime, Status
from innov_consortium.core.turning import Again

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy

_T = TypeVar("_T")

#: How many policies settled by interpretations one policy keeps at hand.
_MOST_INTERPRETED = 16

#: Of how many days one policy keeps at hand whether it is in force.
_MOST_DAYS = 1024


__all__ = [
    "asked_on",
    "departures_of",
    "derived",
    "derived_of",
    "entities_of",
    "force_in_time",
    "interpreted",
    "marks_of",
    "pending_plan",
    "pending_read",
    "plan_for",
    "plan_in_time",
    "plan_of",
    "report_of",
    "rested_on",
    "settings_of",
]


def settings_of(policy: Policy) -> Settings:
    """Return a policy's numbers and readings by name."""
    if "settings" not in policy.memo:
        values = {n.name: n.value for n in policy.every_number}
        readings = {c.name: c.option for c in policy.readings}
        policy.memo["settings"] = Settings({**values, **readings})
    settings: Settings = policy.memo["settings"]
    return settings


def plan_of(policy: Policy, inquiry: Inquiry) -> Plan:
    """Return the plan of an inquiry under the policy's numbers and readings, made once."""
    made: Plan | None = policy.memo.get(("plan", inquiry.name))
    if made is not None:  # its norms, which are counted up anew each time, are not asked for
        return made
    return plan_for(policy, inquiry.name, inquiry.norms, grounds=inquiry.grounds)


def plan_for(
    policy: Policy,
    name: Hashable,
    norms: Iterable[tuple[Clause[...] | Judgement, bool]],
    also: Iterable[str] = (),
    *,
    grounds: bool = False,
) -> Plan:
    """Return the plan of norms and facts, made once under a name.

    Args:
        policy: The policy.
        name: The name.
        norms: The norms, each with whether it enters the answer.
        also: Facts that are wanted beside what the norms need.
        grounds: Whether the norms that enter the answer are grounds.
    """
    key = ("plan", name)
    if key not in policy.memo:
        policy.memo[key] = make_plan(
            norms,
            facts={f.name: f for f in policy.facts},
            items={i.name: i for i in policy.items},
            settings=settings_of(policy),
            describe=lambda norm, combines, closed: _describe(
                policy, norm, closed, combines=combines, some=combines and grounds
            ),
            also=also,
        )
    plan: Plan = policy.memo[key]
    return plan


def plan_in_time(policy: Policy) -> Plan:
    """Return the plan of the clauses by which the policy is in force, made once."""
    made: Plan | None = policy.memo.get("plan_in_time")
    if made is None:
        made = policy.memo["plan_in_time"] = plan_of(policy, policy.in_time.inquiry)
    return made


def derived(
    policy: Policy, name: str, consortium: Consortium, case: Surroundings, act: Event | None = None
) -> Any:
    """Return one fact of a consortium, under the policy's numbers and readings.

    Args:
        policy: The policy.
        name: The name of the fact.
        consortium: The consortium.
        case: What is known around it.
        act: The act that is judged, if one is.
    """
    day = consortium.on if act is None else act.on
    return derived_of(policy, name, case, day, consortium, act)


def derived_of(
    policy: Policy,
    name: str,
    case: Surroundings,
    day: date,
    consortium: Consortium | None = None,
    act: Event | None = None,
) -> Any:
    """Return one fact of a case on a day, of an application as well as of a consortium."""
    plan = plan_for(policy, ("fact", name), (), (name,))
    return derive(plan, entities_of(policy, case, day, consortium, act))[name]


def pending_plan(policy: Policy) -> Plan | None:
    """Return the plan of what lets a matter be finished that was begun while the text was in force.

    ``None`` if nothing does, however the text is read.
    """
    clause = policy.in_time.pending
    return None if clause is None else plan_for(policy, "pending", ((clause, False),))


def pending_read(policy: Policy) -> frozenset[str]:
    """Return the readings by which the text lets a pending matter be finished, or does not.

    Read so that it does not, it has no norm of it; it rests on the reading all the same.
    """
    clause = policy.in_time.pending
    if clause is None or isinstance(clause.force, Force):
        return frozenset()
    settings = Fact(clause.force).settings
    return frozenset(c.name for c in policy.readings if c.name in settings)


def force_in_time(policy: Policy, day: date) -> tuple[ForceInTime, tuple[Finding, ...]]:
    """Return whether the instrument is in force on a day, and the findings that say so.

    It depends on nothing else, and is kept at hand for the days asked about last.
    """
    return _on_day(policy, day, "in_time", _force_in_time)


def _on_day(policy: Policy, day: date, what: str, say: Callable[[Policy, date], _T]) -> _T:
    """Return what is said of a policy on a day; of the days asked about last it is kept at hand."""
    said_so_far: dict[date, _T] = policy.memo.setdefault(what, {})
    said = said_so_far.get(day)  # held here: another thread may clear the others away
    if said is None:
        if len(said_so_far) >= _MOST_DAYS:
            said_so_far.clear()
        said = said_so_far[day] = say(policy, day)
    return said


def _force_in_time(policy: Policy, day: date) -> tuple[ForceInTime, tuple[Finding, ...]]:
    published_on = None if policy.publication is None else policy.publication.day
    known = {"attested": Attested(), "listings": (), "day": day, "published_on": published_on}
    nothing = tuple(known.get(name) for name in ENTITIES)
    findings = ask(plan_in_time(policy), nothing, {})
    begun, goes_on = _begun(policy, findings), _goes_on(policy, findings)
    if goes_on is Outcome.NOT_MET or policy.in_time.is_repealed(day):
        return ForceInTime.EXPIRED, findings
    if begun is Outcome.NOT_MET:
        return ForceInTime.NOT_YET, findings
    if begun is not Outcome.MET or goes_on is Outcome.UNKNOWN:
        return ForceInTime.UNKNOWN, findings
    return ForceInTime.IN_FORCE, findings


def _begun(policy: Policy, findings: tuple[Finding, ...]) -> Outcome:
    """Return whether the text has begun to be in force."""
    name = policy.in_time.commencement.name
    return next(f.outcome for f in findings if f.norm.name == name)


def _goes_on(policy: Policy, findings: tuple[Finding, ...]) -> Outcome:
    """Return whether the text has not ended yet."""
    expiry = policy.in_time.expiry
    if expiry is None:
        return Outcome.MET if policy.in_time.end_known else Outcome.UNKNOWN
    return next(f.outcome for f in findings if f.norm.name == expiry.name)


def interpreted(policy: Policy, case: Surroundings) -> Policy:
    """Return the policy as official interpretations settle it; of several, the last one holds.

    Two of one day that disagree settle nothing.
    """
    last = _last_words(case.interpretations)
    if not last:
        return policy
    key = tuple(sorted((i.reading, i.option, i.by) for i in last.values()))
    settled_so_far: dict[Any, Policy] = policy.memo.setdefault("interpreted", {})
    settled = settled_so_far.get(key)  # held here: another thread may clear the others away
    if settled is None:
        if len(settled_so_far) >= _MOST_INTERPRETED:
            settled_so_far.clear()
        readings = policy.readings
        for one in last.values():
            readings = choose(readings, {one.reading: one.option}, official=one.by)
        settled = settled_so_far[key] = evolve(policy, readings=readings)
    return settled


def _last_words(interpretations: Iterable[Interpretation]) -> dict[str, Interpretation]:
    last: dict[str, Interpretation] = {}
    disputed: set[str] = set()
    for one in sorted(interpretations, key=lambda i: i.on):
        before = last.get(one.reading)
        if before is not None and before.on == one.on and before.option != one.option:
            disputed.add(one.reading)
        elif before is None or before.on < one.on:
            disputed.discard(one.reading)
        last[one.reading] = one
    return {reading: one for reading, one in last.items() if reading not in disputed}


def report_of(
    policy: Policy,
    inquiry: Inquiry,
    case: Surroundings,
    on: date,
    consortium: Consortium | None = None,
    again: Again | None = None,
) -> Report:
    """Return the report of an inquiry about a case as known on the day.

    Args:
        policy: The policy.
        inquiry: The inquiry.
        case: The case, pruned to what is known.
        on: The day.
        consortium: The consortium, for what is asked of a history.
        again: What asks the same of another day.
    """
    in_force, findings = force_in_time(policy, on)
    plans: tuple[Plan, ...] = (plan_in_time(policy),)
    answer = Answer.NO_BASIS
    entities = entities_of(policy, case, on, consortium)
    over = in_force is ForceInTime.EXPIRED and inquiry.of == "application"
    over = over and not policy.in_time.is_repealed(on)  # a repeal is no expiry
    finishing = pending_plan(policy) if over else None
    pending: tuple[Finding, ...] = ()
    if finishing is not None:
        pending = ask(finishing, entities, {})
        findings = tuple(sorted((*findings, *pending), key=by_rank))
        plans = (finishing, *plans)
    goes_on = any(f.outcome is Outcome.MET for f in pending)
    if goes_on or in_force not in (ForceInTime.NOT_YET, ForceInTime.EXPIRED):
        plan = plan_of(policy, inquiry)
        departures = departures_of(policy, case)
        beside, more = asked_on(policy, on, (inquiry.name,), entities, departures)
        found = (*ask(plan, entities, departures), *more)
        answer = (answer_of_grounds if inquiry.grounds else answer_of)(found)
        findings = tuple(sorted((*found, *findings), key=by_rank))
        plans = (plan, *beside, *plans)
    elif in_force is ForceInTime.EXPIRED and inquiry.afterwards:
        norms = tuple((norm, False) for norm in inquiry.afterwards)
        plan = plan_for(policy, (inquiry.name, "afterwards"), norms)
        found = ask(plan, entities, {})
        findings = tuple(sorted((*found, *findings), key=by_rank))
        plans = (plan, *plans)
    return Report(
        policy=policy,
        inquiry=inquiry.name,
        on=on,
        in_force=in_force,
        answer=answer,
        findings=findings,
        marks=marks_of(policy, on),
        readings=rested_on(policy, plans, pending_read(policy) if over else frozenset()),
        grounds=inquiry.grounds,
        again=again,
    )


def asked_on(
    policy: Policy,
    on: date,
    inquiries: Iterable[str],
    entities: tuple[Any, ...],
    departures: Mapping[tuple[str, MemberKey | None], Departure],
) -> tuple[tuple[Plan, ...], tuple[Finding, ...]]:
    """Return what is asked beside a policy on a day, and the findings of that.

    Args:
        policy: The policy.
        on: The day asked about.
        inquiries: The names of the inquiries that are made.
        entities: What facts are derived from.
        departures: The departures that count.
    """
    if not policy.additional:
        return (), ()
    days = {name: _day_of(policy.inquiry(name), entities, on) for name in inquiries}
    plans: list[Plan] = []
    found: list[Finding] = []
    for one in policy.additional:
        names = tuple(name for name, day in days.items() if day in one.window)
        norms = one.of(*names)
        if norms:
            asked = tuple((norm, True) for norm in norms)
            plan = plan_for(policy.beside(one), ("asked", names), asked)
            plans.append(plan)
            found += _asked(one, plan, entities, departures)
    return tuple(plans), tuple(found)


def _asked(
    one: AdditionalClauses,
    plan: Plan,
    entities: tuple[Any, ...],
    departures: Mapping[tuple[str, MemberKey | None], Departure],
) -> tuple[Finding, ...]:
    """Return what a text asks beside a policy; nothing is known of it where its code fails.

    The policy's own answer does not fall with it, and is none the better for it.
    """
    try:
        return ask(plan, entities, departures)
    except Exception as error:  # noqa: BLE001 - a stranger's code: it must not stop the policy's
        missing = (Missing(f"{one.name}: {type(error).__name__}", "additional"),)
        return tuple(Finding(norm, Outcome.UNKNOWN, (), missing) for norm in plan.norms)


def _day_of(inquiry: Inquiry, entities: tuple[Any, ...], on: date) -> date:
    """Return the day that windows are held against: that of filing, of what is asked of it."""
    if inquiry.of != "application":
        return on
    given = dict(zip(ENTITIES, entities, strict=True))
    application, consortium, act = given["application"], given["consortium"], given["act"]
    if isinstance(act, Filed):
        return act.on
    if application is not None and application.filed_on is not None:
        filed: date = application.filed_on
        return filed
    last = None if consortium is None else consortium.last(Filed)
    return on if last is None else last.on


def entities_of(
    policy: Policy,
    case: Surroundings,
    day: date,
    consortium: Consortium | None = None,
    act: Event | None = None,
    grounds: Mapping[str, Outcome] | None = None,
) -> tuple[Any, ...]:
    """Return what facts are derived from, in the order of ``ENTITIES``.

    The application is that of the act, or else of the case, or else the one last filed.
    """
    filed = None if consortium is None else consortium.application
    own_application = case.application if isinstance(case, Case) else None
    application = getattr(act, "application", None) or own_application or filed
    return (
        application,
        case.register,
        _attested_by_others(policy, case.attestations, application),
        case.special_case,
        case.listings,
        day,
        None if policy.publication is None else policy.publication.day,
        consortium,
        act,
        case.record,
        case.calendar,
        case.cycle_from,
        grounds,
    )


def _attested_by_others(
    policy: Policy, attestations: tuple[Attestation, ...], application: Application | None
) -> Attested:
    """Return what others than the applicants have attested."""
    authors = {one.by for one in attestations}
    members = () if application is None or not authors else application.members
    own = [unit.called for unit in members if not authors.isdisjoint(unit.called)]
    return Attested.by_others(attestations, frozenset(chain(policy.applicants, *own)))


def departures_of(
    policy: Policy, case: Surroundings
) -> Mapping[tuple[str, MemberKey | None], Departure]:
    """Return the departures that count: the approving body's latest word on each.

    Two of one day that disagree leave the matter undecided.
    """
    if not case.departures:
        return {}
    last: dict[tuple[str, MemberKey | None], Departure] = {}
    disputed = set()
    theirs = (d for d in case.departures if d.by in policy.approving_bodies)
    for one in sorted(theirs, key=lambda d: d.on):
        key = (one.provision, one.unit)
        before = last.get(key)
        if before is not None and before.on == one.on and before.accepted != one.accepted:
            disputed.add(key)
        elif before is None or before.on < one.on:
            disputed.discard(key)
        last[key] = one
    return {key: one for key, one in last.items() if key not in disputed}


def marks_of(policy: Policy, on: date) -> tuple[Mark, ...]:
    """Return what a reader must know of an answer as a whole.

    Args:
        policy: The policy.
        on: The day the answer is of.
    """
    return _on_day(policy, on, "marks", _marks_of)


def _marks_of(policy: Policy, on: date) -> tuple[Mark, ...]:
    in_force, findings = force_in_time(policy, on)
    unknown = in_force is ForceInTime.UNKNOWN
    publication = policy.publication
    supposed = publication is not None and publication.supposed
    enacted = publication is not None and publication.enacted
    said = (
        (Mark.DRAFT, policy.instrument.status is Status.DRAFT and not enacted),
        (Mark.PUBLICATION_UNKNOWN, unknown and _begun(policy, findings) is Outcome.UNKNOWN),
        (Mark.END_UNKNOWN, unknown and _goes_on(policy, findings) is Outcome.UNKNOWN),
        (Mark.SUPPOSED_PUBLICATION, supposed),
        (Mark.NOT_OFFICIAL, not _officially_read(policy)),
        (Mark.PARTIAL, policy.coverage is Coverage.PARTIAL),
        (Mark.REPEALED, policy.in_time.is_repealed(on)),
        (Mark.OTHER_NUMBERS, _other_numbers(policy)),
    )
    return tuple([mark for mark, true in said if true])


def _officially_read(policy: Policy) -> bool:
    """Return whether every disputed wording is settled officially; where none is listed, no."""
    return bool(policy.readings) and all(c.official for c in policy.readings)


def _other_numbers(policy: Policy) -> bool:
    """Return whether the policy's figures are not those of its text."""
    if "other_numbers" not in policy.memo:
        policy.memo["other_numbers"] = policy.numbers != type(policy.numbers)()
    return bool(policy.memo["other_numbers"])


def rested_on(
    policy: Policy, plans: tuple[Plan, ...], also: frozenset[str] = frozenset()
) -> tuple[Choice, ...]:
    """Return the readings that the norms of plans rest on, and others that have been looked at."""
    key = ("readings", plans, also)
    if key not in policy.memo:
        names = {c.name for plan in plans for norm in plan.norms for c in norm.readings} | also
        policy.memo[key] = tuple(c for c in policy.readings if c.name in names)
    choices: tuple[Choice, ...] = policy.memo[key]
    return choices


def _describe(
    policy: Policy,
    norm: Clause[...] | Judgement,
    closed: tuple[str, ...],
    *,
    combines: bool,
    some: bool,
) -> Norm:
    facts = {f.name: f for f in policy.facts}
    named = {s for name in closed for s in facts[name].settings}
    named.update(s for i in policy.items if i.name == norm.each for s in i.settings)
    if isinstance(norm, Clause):
        named.update(norm.settings)
        for function in (norm.force, norm.displaces):
            if function is not None and not isinstance(function, Force):
                named.update(Fact(function).settings)
    return Norm(
        norm.provision,
        norm.name,
        force_of(norm, settings_of(policy)),
        combines,
        norm.each,
        norm.needs,
        tuple(n for n in policy.every_number if n.name in named),
        tuple(c for c in policy.readings if c.name in named),
        norm.where if isinstance(norm, Clause) else "",
        policy.rank(norm.provision),
        _displaced(policy, norm),
        some,
        _source(policy, norm.provision),
    )


def _source(policy: Policy, provision: str) -> str:
    """Return the name of what is asked beside a policy; empty for a norm of its own."""
    return "" if provision in policy.ledger else provision.partition(":")[0]


def _displaced(policy: Policy, norm: Clause[...] | Judgement) -> tuple[tuple[int, int], ...]:
    """Return the places of the law that give way where a norm is met."""
    if isinstance(norm, Judgement) or norm.displaces is None:
        return ()
    ranges = settings_of(policy).bind(norm.displaces, Fact(norm.displaces).settings)()
    rank = policy.ledger.rank
    return tuple((rank(first), rank(last)) for first, last in ranges)
