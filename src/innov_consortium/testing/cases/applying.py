"""The application that a former lead, or whoever came after it, presents."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Organization
from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.attested import attested_of_others
from innov_consortium.testing.cases.attesting import Attester
from innov_consortium.testing.cases.decisions import interpretations
from innov_consortium.testing.cases.former import Former
from innov_consortium.testing.cases.given import ABSENT, Facts, one_of
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.roster import Roster
from innov_consortium.testing.cases.samples import made_up
from innov_consortium.testing.cases.translating import PRESENTED, translate
from innov_consortium.testing.cases.units import organization
from innov_consortium.testing.cases.wording import plain

__all__ = ["applied"]

_FILED = ("filed_with_district_on", "filed_on", "filed_with_district")
_ROLE = ("role", "as", "capacity")
_INTO = ("merged_into", "absorbed_by", "divided_into", "succeeded_by")
_PARTICIPANT = ("participant", "member", "as_participant", "ordinary_member", "参与单位")


def applied(given: Facts, former: Former, policy: Policy, day: date) -> tuple[Case, list[str]]:
    """Return the application asked about, and what was left out.

    Raises:
        NotUnderstoodError: Nobody applies, or a fact has no clear meaning here.
    """
    if given.values.get("application") is not None:
        translated = translate(given, policy, day)
        return translated.case, translated.left_out
    left_out: list[str] = []
    part = given.part("application_by_former_lead") or Facts({}, "application_by_former_lead")
    application = _presented(given, part, former, policy, day)
    roster = Roster(application, former.names)
    case = Case(
        application=application,
        attestations=_attested(given, Attester(policy, roster, day)),
        interpretations=tuple(interpretations(given, policy, day, left_out)),
    )
    given.pass_over("instrument", "facts", *vocabulary.OTHER_QUESTIONS)
    given.finish()
    return case, left_out


def _presented(given: Facts, part: Facts, former: Former, policy: Policy, day: date) -> Application:
    """Return an application by whoever applies, presented today unless the case says otherwise."""
    applicant = _applicant(given, former)
    lead = applicant
    other = part.part_or_word("lead")
    if other is not None:
        lead = organization(other, former.names)
    elif _as_participant(given, part):
        lead = organization(Facts(made_up(policy, 1)[0], part.path), former.names)
    filed_on = part.day(*_FILED)
    presented_on = part.day(*PRESENTED) or given.day(*PRESENTED)
    accepted_on = part.day("accepted_on") or given.day("accepted_on")
    if filed_on is None and not set(PRESENTED) & {*part.values, *given.values}:
        presented_on = day
    part.pass_over("filed_with", "with", "recipient", "id", "note", "lead")
    part.finish()
    return Application(
        lead=lead,
        participants=() if lead.key == applicant.key else (applicant,),
        filed_on=filed_on,
        presented_on=presented_on,
        accepted_on=accepted_on,
    )


def _as_participant(given: Facts, part: Facts) -> bool:
    names = [*_ROLE, *(f"former_lead_{name}" for name in _ROLE)]
    said = part.text(*names) or given.text("former_lead_role", "former_lead_as")
    if said is None or plain(said) in ("lead", "as_lead", "牵头单位"):
        return False
    if plain(said) in _PARTICIPANT:
        return True
    raise NotUnderstoodError(part.name_of(*names), said, "as the lead, or as a participant?")


def _applicant(given: Facts, former: Former) -> Organization:
    """Return who applies: the one named, or what has become of the former lead."""
    own = former.leads[0] if former.leads else None
    for name in ("applicant", "successor"):
        value = given.get(name)
        if value is not ABSENT and value is not None:
            said = value if isinstance(value, dict) else {"name": value}
            return _described(Facts(said, name), former)
    now = given.part("former_lead_now")
    if own is None:
        raise NotUnderstoodError(path="given", value=None, why="who applies?")
    return own if now is None else _become(now, own, former)


def _become(now: Facts, own: Organization, former: Former) -> Organization:
    """Return what has become of the former lead: renamed, or taken up by another unit."""
    value, path = now.get(*_INTO), now.name_of(*_INTO)
    if value is not ABSENT and value is not None:
        said = value if isinstance(value, dict) else {"name": value}
        other = _described(Facts(said, path), former)
        now.pass_over("name", "id", "kind")
        now.finish()
        return evolve(other, succeeds=(*other.succeeds, own.legal_person))
    said = {"id": str(own.id.value), **now.values}
    if own.id.scheme == "case" and "id" not in now.values:
        renamed = evolve(own, name=now.text("name") or own.name)
        now.finish()
        return renamed
    return _described(Facts(said, now.path), former)


def _described(part: Facts, former: Former) -> Organization:
    found = organization(part, former.names.adding([part]))
    relation = part.text("relation", "relation_to_former_lead")
    part.pass_over("parent_of", "district", "lead")
    part.finish()
    if relation is None or not former.leads:
        return found
    meaning = one_of(relation, vocabulary.RELATIONS, part.name_of("relation"))
    own = former.leads[0].legal_person
    if meaning == "subsidiary":
        return evolve(found, parent=found.parent or own)
    return evolve(found, succeeds=(*found.succeeds, own)) if meaning == "successor" else found


def _attested(given: Facts, attester: Attester) -> tuple[Attestation, ...]:
    listed = Facts({"attestations": given.get("attestations") or []}, "")
    return tuple(attested_of_others(attester, listed))
