"""From the facts a case names to the history of a consortium and what is known around it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve, frozen

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Dossier
from innov_consortium.core.clauses import Judgement
from innov_consortium.core.events import CallIssued, Ended, Filed, Recognised
from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.applications import (
    BESIDE,
    application_of,
    beside,
    filing_of,
)
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.changing import change_parts, joining_units, read_change
from innov_consortium.testing.cases.ending import read_ending
from innov_consortium.testing.cases.engagements import Known
from innov_consortium.testing.cases.evaluating import read_evaluations
from innov_consortium.testing.cases.given import Facts, one_of
from innov_consortium.testing.cases.happenings import happenings
from innov_consortium.testing.cases.inspecting import read_inspections
from innov_consortium.testing.cases.policy_words import own_text
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.recording import Recorded, read_facts
from innov_consortium.testing.cases.supporting import read_projects
from innov_consortium.testing.cases.surrounding import surroundings
from innov_consortium.testing.cases.told import Happened, Told, made
from innov_consortium.testing.cases.translated import Translated
from innov_consortium.testing.cases.translating import translate

__all__ = ["Life", "life_of"]


@frozen(kw_only=True)
class Life:
    """A consortium as a case tells of it.

    Args:
        dossier: Its history, with what is known around it.
        sources: Where the case tells of each event; empty for what it takes for granted.
        cast: Who is who.
        filing: The application as it would be filed.
        recorded: What the facts listed put on record, with those that are not understood.
        left_out: What was left out, for the note.
    """

    dossier: Dossier
    sources: tuple[str, ...]
    cast: Cast
    filing: Filed
    recorded: Recorded
    left_out: tuple[str, ...] = ()


def life_of(given: Facts, policy: Policy, day: date, *, of_money: bool = False) -> Life:
    """Return the life a case tells of.

    Args:
        given: The facts of the case.
        policy: The policy asked.
        day: The day asked about.
        of_money: Whether the question is about money.

    Raises:
        NotUnderstoodError: A fact has no clear meaning here.
        InvalidInputError: The facts cannot be used.
    """
    application, named = application_of(given, policy, day)
    translated = translate(beside(given, application), policy, day)
    roster = translated.roster
    if roster is None:
        raise NotUnderstoodError(path="given", value=None, why="who are the members?")
    original = Cast(roster, policy)
    cast = original.with_units(joining_units(given))
    for part in change_parts(given):
        name, unit = part.values.get("new_name"), part.values.get("unit")
        if isinstance(name, str) and isinstance(unit, str):
            cast = cast.renamed(cast.one(unit, part.at("unit")), name)
    filing = filing_of(given, application, original, day)
    happened = Happened(day)
    _for_granted(given, cast, filing, happened)
    _called(given, cast, happened)
    happenings(given, cast, filing, day, happened)
    if "application" in named and not any(isinstance(t.event, Filed) for t in happened.told):
        filed_on = roster.application.filed_on
        happened.tell([evolve(filing, on=filed_on)] if filed_on else [], "application")
    for part in change_parts(given):
        read_change(part, cast, happened)
    read_evaluations(given, cast, happened)
    read_inspections(given, cast, filing, happened)
    read_projects(given, cast, happened)
    read_ending(given, cast, happened)
    recorded = read_facts(given, cast, happened)
    told = sorted(happened.told, key=_recorded)
    name = _name_of(given, told)
    around = _around(translated, happened, policy, day, whole="application" not in named)
    around |= surroundings(given, cast, recorded, happened, of_money=of_money)
    _finish(given)
    return Life(
        dossier=Dossier(history=History(name, tuple(t.event for t in told)), **around),
        sources=tuple(t.source for t in told),
        cast=cast,
        filing=filing,
        recorded=recorded,
        left_out=(*translated.left_out, *happened.left_out),
    )


def _recorded(told: Told) -> date:
    return told.event.recorded_on or told.event.on


def _name_of(given: Facts, told: list[Told]) -> str:
    consortium = given.values.get("consortium")
    own = consortium.get("id") or consortium.get("name") if isinstance(consortium, dict) else None
    return str(own or next((t.event.consortium for t in told if t.event.consortium), "C1"))


# --- what is taken for granted -----------------------------------------------------------------


def _for_granted(given: Facts, cast: Cast, filing: Filed, happened: Happened) -> None:
    """Add the formation of a consortium that a case says there is."""
    part = given.part("consortium")
    if part is None:
        return
    approved_on = part.day("approved_on", "established_on", "recognised_on")
    filed_on, day = part.day("filed_on", "applied_on"), happened.day
    status = one_of(
        part.text("status_before_events", "status") or "active",
        vocabulary.STATUSES,
        part.at("status"),
    )
    dated = any(n in part.values for n in ("approved_on", "established_on", "recognised_on"))
    if approved_on is None and status != "pending" and not dated:
        approved_on = _first_day(given, day)
    filed_on = filed_on or min(approved_on or day, day)
    bureau = next(iter(cast.policy.approving_bodies), None)
    said = part.text("formed_under", "under")
    under = "" if said is None or own_text(cast.policy, said) else said
    called = CallIssued(on=filed_on, by=bureau, under=under)
    happened.tell([called, evolve(filing, on=filed_on, under=under)])
    if approved_on is not None:
        happened.tell([Recognised(on=approved_on, by=bureau, under=under)])
    ended_on = part.day("revoked_on", "ended_on")
    if ended_on is not None:
        happened.tell([Ended(on=ended_on)])
    part.pass_over(*part.values)


def _called(given: Facts, cast: Cast, happened: Happened) -> None:
    """Add a call a case names beside its events."""
    part = given.part_or_word("call")
    if part is not None:
        on = part.day("issued_on", "on", "published_on")
        first = part.day("from", "first", "opens_on", "first_day")
        last = part.day("to", "last", "until", "closes_on", "deadline", "last_day")
        by = cast.actor(part) or next(iter(cast.policy.approving_bodies), None)
        told = {"year": part.number("year"), "first": first, "last": last, "by": by}
        happened.tell([made(CallIssued, on, **told)], part.path)
        part.finish()


def _first_day(given: Facts, day: date) -> date:
    days = (part.values.get("on") for part in given.parts("events"))
    return min([day, *(date.fromisoformat(d) for d in days if isinstance(d, str))])


# --- what is known around ----------------------------------------------------------------------


def _around(
    translated: Translated, happened: Happened, policy: Policy, day: date, *, whole: bool
) -> dict[str, Any]:
    case = translated.case
    known = translated.lead_known and Known.NOT_ALL not in translated.participants_known
    engagements = (*case.register.engagements, *happened.engagements)
    complete_to = day if known and not happened.unknown_elsewhere else None
    filed_on = case.application.filed_on
    attested = [*case.attestations, *happened.attestations]
    attested += _not_at_issue(policy, attested, filed_on or day, whole=whole)
    return {
        "register": Register(engagements, complete_to),
        "attestations": tuple(attested),
        "departures": case.departures,
        "special_case": case.special_case,
        "listings": case.listings,
        "interpretations": case.interpretations,
    }


def _not_at_issue(
    policy: Policy, attested: list[Attestation], day: date, *, whole: bool
) -> Iterator[Attestation]:
    """Return what is attested of conditions that the case has no word for, or does not name."""
    body = next(iter(policy.approving_bodies), "attested")
    there = {one.what for one in attested}
    tied = (vocabulary.LEAD_QUALITIES, *vocabulary.PARTICIPANT_QUALITIES.values())
    for norm in policy.inquiry("formation").conditions:
        if not isinstance(norm, Judgement) or norm.provision in there:
            continue
        if whole or not norm.provision.startswith(tied):
            yield Attestation(what=norm.provision, by=body, on=day)


def _finish(given: Facts) -> None:
    """Refuse whatever nobody has asked for."""
    given.pass_over(*BESIDE, *vocabulary.OTHER_QUESTIONS, "application", "lead_domicile", "facts")
    given.pass_over("consortium_members", "members", "participants_summary", "history")
    given.finish()
