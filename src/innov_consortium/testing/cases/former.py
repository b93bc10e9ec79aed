"""Consortia whose status was revoked, as a case tells of them beside an application."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Ended, EndSetAside, Event, Filed, Recognised
from innov_consortium.core.history import History
from innov_consortium.core.organizations import Organization
from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.ending import ON_REQUEST, grounds_of
from innov_consortium.testing.cases.given import ABSENT, Facts
from innov_consortium.testing.cases.lives import life_of
from innov_consortium.testing.cases.names import Names
from innov_consortium.testing.cases.policy_words import own_text
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.regional import regional_words
from innov_consortium.testing.cases.units import organization
from innov_consortium.testing.cases.wording import plain

__all__ = ["Former", "former_consortia", "revoked_history"]

_REVOKED = ("revoked", "revocation", "revocations", "first_revocation")
_FURTHER = ("second_revocation",)
_OF_A_LIFE = ("consortium", "consortium_members", "members", "events")
_ON = ("on", "revoked_on", "document_on", "decided_on")
_LEAD_ID = ("lead_id", "lead_code", "id")
#: Other days of a revocation: it counts from the day of the document.
_OTHER_DAYS = ("served_on", "published_on", "ground_occurred_on", "notified_on", "effective_on")
_NOT_AT_ISSUE = ("by", "decided_by", "year", "type", "reason", "hearing", "hearing_on", "heard_on")


@frozen(kw_only=True)
class Former:
    """What was revoked, with who led it.

    Args:
        leads: The lead of each, in the order told.
        histories: The history of each.
        names: Who is meant by a name.
        told: Whether the case speaks of revocations at all, if only to say that there was none.
        left_out: What was left out, for the note.
    """

    leads: tuple[Organization, ...]
    histories: tuple[History, ...]
    names: Names
    told: bool
    left_out: tuple[str, ...] = ()


def former_consortia(given: Facts, policy: Policy, day: date) -> Former:
    """Return the consortia a case tells of whose status was revoked.

    Raises:
        NotUnderstoodError: A fact has no clear meaning here.
        InvalidInputError: The facts cannot be used.
    """
    reader = _Reader(given, policy, day)
    reader.read()
    named = {*_REVOKED, *_FURTHER, *_OF_A_LIFE, "revoked_on", "voluntary"} & set(given.values)
    listed = isinstance(given.values.get("facts"), list)
    return Former(
        leads=tuple(reader.leads),
        histories=tuple(reader.histories),
        names=reader.names,
        told=bool(named) or listed,
        left_out=tuple(reader.left_out),
    )


def revoked_history(
    name: str, lead: Organization, ending: tuple[Event, ...], approved_on: date | None = None
) -> History:
    """Return the history of a consortium of which only the lead and the end are told.

    Args:
        name: Its own id or name.
        lead: Its lead.
        ending: Its revocation, and what became of that.
        approved_on: The day it was recognised; ``None`` if that is not at issue.
    """
    ended = ending[0]
    on = min(approved_on or ended.on, ended.on)
    application = Application(lead=lead, participants=())
    filed = Filed(on=on, by=lead.name, application=application, under=ended.under)
    return History(name, (filed, Recognised(on=on, by=ended.by, under=ended.under), *ending))


class _Reader:
    """Reads revocations; those of the consortium a case describes stand in its life."""

    def __init__(self, given: Facts, policy: Policy, day: date) -> None:
        self.given, self.policy, self.day = given, policy, day
        self.units = list(_described(given))
        self.names = Names.of(self.units, regional_words(policy).places)
        self.leads: list[Organization] = []
        self.histories: list[History] = []
        self.left_out: list[str] = []
        self.described = bool(set(_OF_A_LIFE) & set(given.values))

    def read(self) -> None:
        """Read all of them."""
        self._described_consortium()
        annulled_on = self.given.day("annulled_on")
        for part in self._parts(*_REVOKED):
            if self._stands_apart(part):
                self._revoked(part, annulled_on)
                annulled_on = None
        for part in self._parts(*_FURTHER):
            self._revoked(part, None)
        for part in self.given.parts("facts"):
            word = plain(part.text("type") or "")
            if vocabulary.RECORDED.get(word) == "legacy_revocation":
                self._revoked(part, None)

    def _described_consortium(self) -> None:
        if not self.described:
            return
        own = {k: v for k, v in self.given.values.items() if k not in ("application", *_FURTHER)}
        life = life_of(Facts(own, ""), self.policy, self.day)
        self.left_out += life.left_out
        self.leads.append(life.cast.lead)
        self.histories.append(life.dossier.history)

    def _parts(self, *names: str) -> Iterator[Facts]:
        for name in names:
            value = self.given.get(name)
            if isinstance(value, str):
                yield Facts({"on": value}, self.given.at(name))
            elif value is not False:
                yield from self.given.each(name)

    def _stands_apart(self, part: Facts) -> bool:
        """Tell whether a revocation is not that of the consortium described, if one is."""
        if not self.described:
            return True
        named = part.values.get("lead_id") or part.values.get("lead")
        own = self.leads[0]
        return named is not None and self._who(part).legal_person != own.legal_person

    def _revoked(self, part: Facts, annulled_on: date | None) -> None:
        lead, on = self._who(part), part.day(*_ON)
        said, grounds = part.text("under"), grounds_of(part)
        under = "" if said is None or own_text(self.policy, said) else said
        on_request = part.truth("voluntary", "on_request")
        if on_request is None and grounds is not None:
            on_request = grounds == ON_REQUEST
        annulled_on = part.day("annulled_on", "set_aside_on") or annulled_on
        number = part.text("document", "document_number") or "as dated by the case"
        name = part.text("consortium", "consortium_id") or f"revoked consortium {len(self.leads)}"
        approved_on = part.day("approved_on") or on
        part.pass_over(*_NOT_AT_ISSUE, *_OTHER_DAYS)
        part.finish()
        if on is None:
            return  # null: it did not happen
        ended = Ended(
            on=on,
            by=next(iter(self.policy.approving_bodies), None),
            grounds=grounds or (ON_REQUEST if on_request else None),
            on_request=on_request,
            document=number,
            under=under,
        )
        set_aside = [] if annulled_on is None else [EndSetAside(on=annulled_on)]
        self.leads.append(lead)
        self.histories.append(revoked_history(name, lead, (ended, *set_aside), approved_on))

    def _who(self, part: Facts) -> Organization:
        """Return who led what was revoked: where the case names nobody, whom it is about."""
        value, path = part.get("lead", "unit", "former_lead"), part.at("lead")
        code = part.text(*_LEAD_ID)
        if isinstance(value, dict):
            return organization(Facts(value, path), self.names)
        word = "" if value is ABSENT or value is None else str(value)
        if plain(word) in vocabulary.OF_THE_APPLICANT or not (word or code):
            return self._lead_of_the_case(path)
        for unit in self.units:
            same = {unit.values.get("name"), unit.values.get("id")} & {word, code}
            if same - {"", None}:
                return organization(unit, self.names)
        said = {"name": word or code, **({"id": code} if code else {})}
        return organization(Facts(said, part.path), self.names)

    def _lead_of_the_case(self, path: str) -> Organization:
        if self.leads:
            return self.leads[0]
        for name in ("application", "consortium", "consortium_members"):
            around = self.given.values.get(name)
            lead = around.get("lead") if isinstance(around, dict) else None
            if isinstance(lead, dict):
                return organization(Facts(lead, f"{name}.lead"), self.names)
        raise NotUnderstoodError(path, None, "who led it?")


def _described(given: Facts) -> Iterator[Facts]:
    """Return the units a case describes, wherever it does."""
    for name in ("application", "consortium", "consortium_members", "members"):
        around = given.values.get(name)
        if isinstance(around, dict):
            units = [around.get("lead"), *_listed(around.get("participants"))]
            yield from (Facts(u, name) for u in units if isinstance(u, dict))
    for name in (*_REVOKED, *_FURTHER):
        value = given.values.get(name)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict) and isinstance(part.get("lead"), str) and part.get("lead_id"):
                yield Facts({"name": part["lead"], "id": part["lead_id"]}, name)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []
