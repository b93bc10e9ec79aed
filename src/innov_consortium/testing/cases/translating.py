"""From the facts a case names to the case the core understands."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from innov_consortium.core.attestations import Attestation, Listing
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.testing.cases import documents, vocabulary
from innov_consortium.testing.cases.attested import (
    attested_of_lead,
    attested_of_others,
    attested_of_participants,
    attested_of_technologist,
    lead_listings,
)
from innov_consortium.testing.cases.attesting import Attester
from innov_consortium.testing.cases.decisions import departures, interpretations, special_case
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.listings import listings_in
from innov_consortium.testing.cases.names import Names
from innov_consortium.testing.cases.places import Seat
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.regional import regional_words
from innov_consortium.testing.cases.registering import histories
from innov_consortium.testing.cases.roster import Roster
from innov_consortium.testing.cases.samples import sample
from innov_consortium.testing.cases.translated import Translated
from innov_consortium.testing.cases.units import organization

__all__ = ["PRESENTED", "translate"]

_PLANT = ("lead_plant", "operates_in", "place_of_operation", "lead_operates_in")

#: Procedure: asked about by other questions.
_PROCEDURE = ("documents", "co_applicants", "filed_with", "status", "id", "plan")
#: The day an application was presented to the body that decides.
PRESENTED = (
    "presented_to_bureau_on",
    "presented_on",
    "submitted_to_bureau_on",
    "forwarded_to_bureau_on",
    "forwarded_on",
)


def translate(given: Facts, policy: Policy, day: date) -> Translated:
    """Return the case the facts describe.

    Raises:
        NotUnderstoodError: A fact has no clear meaning here.
        InvalidInputError: The facts cannot be used: a unit stands twice, a code is none.
    """
    facts = given.part("application")
    if facts is None:
        facts = sample(given, policy)
    return _Translation(given, facts, policy, day).translated()


class _Translation:
    """One case being translated; the parts share who is who."""

    def __init__(self, given: Facts, facts: Facts, policy: Policy, day: date) -> None:
        self.given, self.facts, self.policy, self.day = given, facts, policy, day
        self.left_out: list[str] = []
        self.lead_part = _lead_part(facts)
        self.parts = list(_participants(facts))
        self.words = regional_words(policy)
        self.names = Names.of([self.lead_part, *self.parts], self.words.places)
        self.lead_facts = facts.part("lead_facts") or Facts({}, facts.at("lead_facts"))
        self.roster = Roster(self._members(), self.names)
        filed_on = self.roster.application.filed_on
        stated = day if filed_on is None or filed_on > day else filed_on
        self.attester = Attester(policy, self.roster, stated)

    def translated(self) -> Translated:
        application = self._application()
        found = histories(
            self.roster,
            (self.facts, self.lead_part, self.lead_facts),
            self.parts,
            self.policy,
            self.day,
        )
        interpreted = tuple(
            interpretations(self.given, self.policy, self.attester.day, self.left_out)
        )
        readings = {i.reading: i.option for i in interpreted if i.on <= self.day}
        under = self.policy.with_readings(**readings) if readings else self.policy
        case = Case(
            application=application,
            register=Register.complete(to=self.day, engagements=found.engagements),
            attestations=self._attestations(),
            departures=tuple(
                departures(
                    self._beside("exceptions"), self.roster, under, self.attester.day, self.left_out
                )
            ),
            special_case=special_case(self._beside("special_case"), self.policy),
            listings=tuple(self._listings()),
            interpretations=interpreted,
        )
        self._finish()
        return Translated(
            case=case,
            lead_known=found.lead_known,
            participants_known=found.participants_known,
            left_out=self.left_out,
            roster=Roster(application, self.names),
        )

    # --- the application -----------------------------------------------------------------------

    def _members(self) -> Application:
        lead = organization(self.lead_part, self.names, seat=self._seat())
        participants = tuple(organization(part, self.names) for part in self.parts)
        filed_on = self.facts.day("filed_on", "filed")
        return Application(lead=lead, participants=participants, filed_on=filed_on)

    def _seat(self) -> Seat:
        """Return where the lead is: what stands beside its operation goes before the file's word.

        Where only a branch is named there, the domicile under which the file was handed in is that
        of the branch, and where the lead itself is registered is not known.
        """
        part = self.lead_facts.part_or_word(*self.words.operation)
        places = self.words.places
        branches: list[str] = []
        registered: object = None
        if part is not None:
            registered = part.get("registered_in")
            branch = part.get("branch_in", "branches_in")
            listed = branch if isinstance(branch, list) else [branch]
            branches = [places.region(b, part.at("branch_in")) for b in listed if b]
        filed = self.facts.get("lead_domicile") or self.given.get("lead_domicile")
        if not registered and not branches:
            own = (
                "location",
                "domicile",
                "province",
                "region",
                "place",
                "registered_in",
                "branch_of",
            )
            registered = None if any(self.lead_part.values.get(n) for n in own) else filed
        domicile = places.region(registered, "lead_domicile") if registered else None
        plant = self.facts.text(*_PLANT) or self.given.text(*_PLANT)
        return Seat(domicile, tuple(branches), places.zone(registered), plant)

    def _application(self) -> Application:
        facts, roster = self.facts, self.roster
        return evolve(
            roster.application,
            presented_on=facts.day(*PRESENTED) or self.given.day(*PRESENTED),
            accepted_on=facts.day("accepted_on") or self.given.day("accepted_on"),
            field=documents.field_of(facts) or documents.field_of(self.given),
            lists=documents.lists(facts),
            agreement=documents.agreement(facts, roster),
            governance=documents.governance(facts),
            cooperation=documents.cooperation(facts),
            intending=documents.intending(facts, roster),
        )

    # --- the rest ------------------------------------------------------------------------------

    def _beside(self, name: str) -> Facts:
        """Return where a decision stands: in the application, or beside it."""
        return self.facts if name in self.facts.values else self.given

    def _attestations(self) -> tuple[Attestation, ...]:
        facts, attester = self.facts, self.attester
        technologist = facts.get("chief_technologist", "technologist")
        found = [
            *attested_of_lead(attester, self.lead_facts),
            *attested_of_participants(attester, facts, self.parts),
            *attested_of_others(attester, facts),
        ]
        if "attestations" not in facts.values:
            listed = self.given.get("attestations") or []
            found += attested_of_others(attester, Facts({"attestations": listed}, ""))
        if isinstance(technologist, dict):
            part = facts.part("chief_technologist", "technologist")
            if part is not None:
                found += attested_of_technologist(attester, part)
                part.pass_over("name", "id", "person_id", "unit", "from", "employer")
                part.finish()
        return tuple(found)

    def _listings(self) -> list[Listing]:
        """Return the lists on which members stand, among facts that other questions ask about."""
        beside = lead_listings(self.lead_facts, self.roster.application.lead, self.policy, self.day)
        return [*listings_in(self.given, self.roster, self.day), *beside]

    def _finish(self) -> None:
        """Refuse whatever nobody has asked for."""
        for part in (self.lead_part, *self.parts):
            part.pass_over("district", "address", "contact")
            part.finish()
        self.lead_facts.finish()
        self.facts.pass_over(*_PROCEDURE, "lead_domicile")
        self.facts.finish()
        self.given.pass_over("application", "instrument", *vocabulary.OTHER_QUESTIONS)
        self.given.pass_over("lead_domicile", "facts", "participants_summary")
        self.given.finish()


def _lead_part(facts: Facts) -> Facts:
    value = facts.get("lead", "lead_unit")
    path = facts.name_of("lead", "lead_unit")
    if not isinstance(value, dict):
        raise NotUnderstoodError(path, value, "an application has exactly one lead")
    return Facts(value, path)


def _participants(facts: Facts) -> list[Facts]:
    value = facts.get("participants")
    if not isinstance(value, list):
        raise NotUnderstoodError(facts.at("participants"), value, "must be a list")
    return list(facts.parts("participants"))
