"""The application of a consortium: as a case names it, or made up where it is not at issue."""

from __future__ import annotations

from datetime import date
from typing import Any

from innov_consortium.core.events import Filed
from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases import documents, vocabulary
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.given import ABSENT, Facts, a_number
from innov_consortium.testing.cases.happenings import FILED_WITH
from innov_consortium.testing.cases.regional import regional_words
from innov_consortium.testing.cases.samples import (
    domicile_made_up,
    made_up,
    office_of,
    whole_agreement,
    whole_application,
)
from innov_consortium.testing.cases.units import kind_by_name
from innov_consortium.testing.cases.wording import plain

__all__ = ["BESIDE", "application_of", "beside", "filing_of"]

#: Facts that stand beside an application and belong to it.
BESIDE = (
    "instrument",
    "interpretation",
    "interpretations",
    "exceptions",
    "departures",
    "special_case",
    "attestations",
    "lead_plant",
    "lead_domicile",
)
_OF_A_CONSORTIUM = ("lead", "participants", "lead_principal", "chief_technologist", "lead_domicile")


def application_of(given: Facts, policy: Policy, day: date) -> tuple[Facts, frozenset[str]]:
    """Return the application, made up where the case does not name one, and what it does name."""
    own = given.part("application")
    if own is not None:
        return own, frozenset({"application"})
    said: dict[str, Any] = {}
    named: set[str] = set()
    for name in ("consortium", "consortium_members", "members"):
        part = given.part(name)
        if part is not None:
            said |= {k: part.values[k] for k in _OF_A_CONSORTIUM if k in part.values}
            said["participants"] = _units(part, policy)
            said["lead"] = _unit(said.get("lead"))
            named.add(name)
    said = {k: v for k, v in said.items() if v is not None}
    filed_on = _filed_on(given, day)
    place = _place(given, policy)
    said.setdefault("lead_domicile", place)
    said["agreement"] = whole_agreement(filed_on)
    if filed_on <= day:
        said["filed_on"] = filed_on.isoformat()
    return whole_application(policy, said, _lead_named(given)), frozenset(named)


def _unit(value: object) -> object:
    """Return a unit: of one that is only named, what its name tells."""
    return {"name": value, "kind": kind_by_name(value)} if isinstance(value, str) else value


def _units(part: Facts, policy: Policy) -> list[Any] | None:
    """Return the participants: described, named, or only counted."""
    value = part.get("participants")
    if value is ABSENT or value is None:
        return None
    if isinstance(value, int):
        return made_up(policy, a_number(value, part.at("participants")) + 1)[1:]
    return [_unit(one) for one in value]


def _filed_on(given: Facts, day: date) -> date:
    """Return the day an application that is made up was filed: the first the case tells of."""
    days = [day]
    for part in given.parts("events"):
        word = vocabulary.HAPPENINGS.get(plain(str(part.values.get("type"))))
        if word == "filed":
            return part.day("on", "date", "day") or day
        days.append(part.day("on", "date", "day", "from") or day)
    consortium = given.part("consortium")
    if consortium is not None:
        days.append(consortium.day("filed_on", "approved_on", "established_on") or day)
    return min(days)


def _lead_named(given: Facts) -> str | None:
    """Return the name of whoever filed."""
    for part in given.parts("events"):
        if vocabulary.HAPPENINGS.get(plain(str(part.values.get("type")))) == "filed":
            by = part.values.get("by")
            if isinstance(by, str) and plain(by) not in vocabulary.OF_THE_APPLICANT:
                return by
    return None


def _place(given: Facts, policy: Policy) -> str:
    """Return where the lead is: as the case says, or else where it filed or was reviewed."""
    said = given.text("lead_domicile", "domicile")
    if said is not None:
        return said
    offices = []
    for part in given.parts("events"):
        word = vocabulary.HAPPENINGS.get(plain(str(part.values.get("type"))), "")
        if word == "filed":
            offices += [part.values[n] for n in FILED_WITH if n in part.values]
        elif word.startswith("district_"):
            offices.append(part.values.get("by"))
    places = (_place_in(office, policy) for office in offices if isinstance(office, str))
    return next((place for place in places if place is not None), domicile_made_up(policy))


def _place_in(office: str, policy: Policy) -> str | None:
    """Return the district or zone an office's name begins with."""
    places = regional_words(policy).places
    text = plain(office)
    own = max((a for a in policy.aliases if text.startswith(plain(a))), key=len, default="")
    within = text.removeprefix(plain(own))
    found = [name for name in places.regions if within.startswith(name)]
    found += [name for name in places.zones if text.startswith(name)]
    longest = max(found, key=len, default=None)
    return longest if longest is None or places.regions[longest][2:] != "0000" else None


def filing_of(given: Facts, application: Facts, cast: Cast, day: date) -> Filed:
    """Return the application as the event that it would be filed in."""
    said = application.text(*FILED_WITH)
    recipient = None if said is None else cast.known_as(said)
    domicile = application.values.get("lead_domicile") or given.values.get("lead_domicile")
    if not any(name in application.values for name in FILED_WITH) and isinstance(domicile, str):
        recipient = office_of(domicile)  # which office it was is not at issue
    co_applicants = cast.members(application, "co_applicants", "joint_applicants")
    return Filed(
        on=day,
        by=cast.lead.name,
        application=cast.roster.application,
        co_applicants=co_applicants,
        documents=documents.documents(application),
        recipient=recipient,
    )


def beside(given: Facts, application: Facts) -> Facts:
    """Return an application with the facts beside it that belong to it."""
    values = {name: given.values[name] for name in BESIDE if name in given.values}
    facts = given.values.get("facts")
    if isinstance(facts, list):
        sorts = ((f, f.get("type")) for f in facts if isinstance(f, dict))
        listed = [f for f, t in sorts if vocabulary.RECORDED.get(plain(str(t))) == "listing"]
        values["facts"] = listed
    return Facts({**values, "application": application.values}, "")
