"""Reading an attestation: what is established, by whom, on which day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import ABSENT, Facts, a_day, a_truth, one_of
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.roster import Roster
from innov_consortium.testing.cases.wording import plain

__all__ = ["Attester", "Said", "body"]

_BY = ("attested_by", "by", "issuer", "found_by", "determined_by")
_ON = ("attested_on", "on", "found_on", "determined_on")


def body(name: str, policy: Policy) -> str:
    """Return what a policy calls a body that the format names in a word of its own."""
    word = plain(name)
    for alias in sorted(policy.aliases, key=len, reverse=True):
        word = word.removeprefix("中共").removeprefix(plain(alias))
    if plain(name) in vocabulary.OF_THE_BUREAU and policy.approving_bodies:
        return policy.approving_bodies[0]
    return vocabulary.OF_THE_LEADERSHIP.get(word, name)


@frozen
class Said:
    """A value somebody has attested."""

    value: object
    by: str
    on: date
    document: str = ""


@frozen
class Attester:
    """Reads attestations.

    Args:
        policy: The policy asked: what can be attested, and what its bodies are called.
        roster: The members.
        day: The day of an attestation that has none: of filing, or the day asked about.
    """

    policy: Policy
    roster: Roster
    day: date

    # --- reading one ---------------------------------------------------------------------------

    def said(self, facts: Facts, *names: str, of_itself: bool = False) -> Said | None:
        """Return what is attested under a name; ``None`` where nothing is, or nobody has said so.

        Args:
            facts: The object it stands in.
            names: Its names.
            of_itself: Whether the name says that it is attested, so that a bare value is enough.
        """
        value = facts.get(*names)
        if value is ABSENT or value is None:
            return None
        if isinstance(value, Mapping):
            part = Facts(value, facts.name_of(*names))
            found = self.of(part, part.get("value", "holds", "result"))
            part.finish()
            return found
        return Said(value, self.somebody, self.day) if of_itself else None

    def of(self, part: Facts, value: object) -> Said | None:
        """Return a value with the body and the day its object names."""
        by, on = part.text(*_BY), part.get(*_ON)
        document = part.text("document") or ""
        if value is ABSENT or value is None or by is None:
            return None
        day = self.day if on is ABSENT or on is None else a_day(on, part.name_of(*_ON))
        return Said(value, self._by(by), day, document)

    @property
    def somebody(self) -> str:
        """Who attests what is only said to be attested: a body, not a member."""
        return next(iter(self.policy.approving_bodies), "attested")

    @property
    def attested(self) -> Said:
        """What is only said to be attested."""
        return Said(value=True, by=self.somebody, on=self.day)

    def _by(self, name: str) -> str:
        if plain(name) in vocabulary.OF_THE_APPLICANT:
            return self.roster.application.lead.name
        return body(name, self.policy)

    def holds(
        self,
        what: str,
        said: Said | None,
        path: str,
        unit: MemberKey | None = None,
        item: str | None = None,
    ) -> Iterator[Attestation]:
        """Return that something holds or does not, if anybody has said so."""
        if said is None:
            return
        if what not in self.policy.attestable:
            raise NotUnderstoodError(path, what, "nothing a body attests under this policy")
        yield Attestation(
            what=what,
            by=said.by,
            on=said.on,
            holds=a_truth(said.value, path),
            unit=unit,
            item=item,
            document=said.document,
        )

    def choice(
        self, what: str, said: Said | None, words: Mapping[str, str], path: str
    ) -> Iterator[Attestation]:
        """Return the choice somebody has attested."""
        if said is not None:
            value = "other" if said.value is False else one_of(said.value, words, path)
            yield Attestation(
                what=what, by=said.by, on=said.on, value=value, document=said.document
            )
