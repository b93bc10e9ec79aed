"""Who is who in the history of a consortium: members, those that join, and those that act."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases import documents, vocabulary
from innov_consortium.testing.cases.attesting import body
from innov_consortium.testing.cases.given import ABSENT, Facts, a_text
from innov_consortium.testing.cases.names import Names
from innov_consortium.testing.cases.roster import Roster
from innov_consortium.testing.cases.units import organization
from innov_consortium.testing.cases.wording import plain

__all__ = ["Cast"]

_ACTED = ("by", "issuer", "decided_by", "actor")


@frozen
class Cast:
    """The members of a consortium with those that ever join it, by every name they have.

    Args:
        roster: The members.
        policy: The policy asked: what its bodies are called.
    """

    roster: Roster
    policy: Policy

    @property
    def lead(self) -> Organization:
        """The lead."""
        return self.roster.application.lead

    def with_units(self, units: Iterable[Facts]) -> Cast:
        """Return the cast with units that join, unless they are members already."""
        parts = list(units)
        own = self.roster.names
        names = Names({**own.adding(parts).known, **own.known}, own.places)
        application = self.roster.application
        there = {unit.key for unit in application.members}
        joining = [organization(part, names) for part in parts]
        added = {unit.key: unit for unit in joining if unit.key not in there}
        together = evolve(application, participants=(*application.participants, *added.values()))
        return Cast(Roster(together, names), self.policy)

    def renamed(self, unit: MemberKey, name: str) -> Cast:
        """Return the cast in which a unit is known by a further name as well."""
        own = self.roster.names
        names = Names({**own.known, name: unit.id}, own.places)
        return Cast(Roster(self.roster.application, names), self.policy)

    def one(self, name: object, path: str) -> MemberKey:
        """Return the member a name stands for; of a university's colleges, the first."""
        return self.roster.keys(name, path)[0]

    def unit(self, key: MemberKey) -> Organization | None:
        """Return a member by its key; ``None`` if it is none."""
        members = self.roster.application.members
        return next((unit for unit in members if unit.key == key), None)

    def members(self, facts: Facts, *names: str) -> frozenset[MemberKey] | None:
        """Return the members a case names, in words, as a list, or by who is missing."""
        return documents.members(facts, self.roster, *names)

    def actor(self, facts: Facts, *names: str) -> str | None:
        """Return who acted, under the name the policy knows; ``None`` if the case names nobody."""
        named = names or _ACTED
        value, path = facts.get(*named), facts.name_of(*named)
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if value is ABSENT or value is None:
            return None
        if isinstance(value, dict):
            return Facts(value, path).text("name")
        return self.known_as(a_text(value, path))

    def known_as(self, name: str | None) -> str | None:
        """Return a name as the policy knows it: of the lead, of a body, or as it is."""
        if not name:
            return None
        if plain(name) in vocabulary.OF_THE_APPLICANT:
            return self.lead.name
        return body(name, self.policy)
