"""Changes of members and of persons, as a case tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeExecuted,
    ChangeKind,
    ChangeRefused,
    ChangeReported,
)
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.core.register import Role
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.testing.cases import documents, vocabulary
from innov_consortium.testing.cases.attesting import Attester
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.engagements import Holder, Known, history
from innov_consortium.testing.cases.given import ABSENT, Facts, one_of
from innov_consortium.testing.cases.told import Happened, made
from innov_consortium.testing.cases.units import kind_by_name
from innov_consortium.testing.cases.wording import plain

__all__ = ["change_parts", "joining_units", "read_change", "reported"]

_NEW = ("new", "successor", "new_person", "person")
_NEW_UNIT = ("new_member", "joining", "new_unit", "joins", "member")
_NEW_LEAD = ("new_lead", "successor_lead", "replacement")
_NEW_NAME = ("new_name", "renamed_to", "name_now")
_ELSEWHERE = (
    "others",
    "registry",
    "other_consortia",
    "participations",
    "engagements",
    "other_participations",
)
#: Circumstances the text attaches nothing to.
_REMARKED = (
    "registered_on",
    "happened_on",
    "occurred_on",
    "effective_on",
    "registry_changed_on",
    "reason",
    "evidence",
    "basis",
    "old_name",
    "old",
    "previous",
    "document",
    "statement",
    "consortium",
)
#: That the member concerned refuses to sign, or exists no more.
_UNABLE = ("dissolved", "unit_dissolved", "member_refuses", "refuses_to_sign", "refuses")
#: Circumstances of which the text says nothing, though somebody may have to decide on them.
_SILENT = ("registry_evidence",)


def change_parts(given: Facts) -> Iterator[Facts]:
    """Return the changes a case tells of apart from its events: one, several, and exits."""
    one = given.part("change")
    told = [] if one is None else [one]
    told += given.parts("changes")
    told += [Facts({"kind": "member_exit", **p.values}, p.path) for p in given.parts("exits")]
    for part in told:
        units = part.values.get("units", part.values.get("unit"))
        if isinstance(units, list):
            same = {k: v for k, v in part.values.items() if k != "units"}
            yield from (Facts({**same, "unit": unit}, part.path) for unit in units)
        else:
            yield part


def joining_units(given: Facts) -> Iterator[Facts]:
    """Return the units that join at some time, told of as far as they are."""
    listed = (p for p in given.parts("events") if isinstance(p.values, dict))
    for part in [*change_parts(given), *listed]:
        word = plain(str(part.values.get("kind") or part.values.get("type") or ""))
        joins = vocabulary.CHANGE_KINDS.get(word) in ("member_join", "lead_replacement")
        for name in (*_NEW_UNIT, *_NEW_LEAD, "unit"):
            value = part.values.get(name)
            if joins and value:
                yield _unit(value, part.at(name))


def _unit(value: object, path: str) -> Facts:
    if isinstance(value, dict):
        facts = Facts(value, path)
        return Facts({k: v for k, v in value.items() if k not in _ELSEWHERE}, facts.path)
    return Facts({"name": value, "kind": kind_by_name(str(value))}, path)


def read_change(part: Facts, cast: Cast, happened: Happened) -> None:
    """Add a change with its four days to what has happened.

    A day that is ``null`` did not come. One that is not named is not at issue: a change that was
    approved or carried out has been reported before, by those who had to.

    Raises:
        InvalidInputError: It was approved before it was reported.
    """
    number = sum(isinstance(told.event, ChangeReported) for told in happened.told) + 1
    change = part.text("id", "change") or f"change {number}"
    approved_on, refused_on = part.day("approved_on"), part.day("refused_on", "rejected_on")
    executed_on = part.day("executed_on")
    reported_on = _reported_on(part, approved_on, executed_on)
    told = reported(part, cast)
    by = _reporter(part, cast, told)
    bureau = cast.actor(part, "approved_by", "decided_by")
    happened.tell(
        (
            made(ChangeReported, reported_on, change=change, by=by, **told),
            made(ChangeApproved, approved_on, change=change, by=bureau, **told),
            made(ChangeRefused, refused_on, change=change, by=bureau, **told),
            made(ChangeExecuted, executed_on, change=change, **told),
        ),
        part.path,
    )
    _attest(part, cast, reported_on or executed_on or approved_on, happened)
    _elsewhere(part, cast, told, happened)
    part.pass_over(*_REMARKED, *_SILENT, *_UNABLE)
    silent = [name for name in _SILENT if part.values.get(name)]
    happened.left_out.extend(f"{part.at(name)}: the text says nothing of it" for name in silent)
    part.finish()


def reported(part: Facts, cast: Cast) -> dict[str, Any]:
    """Return what is said of a change whenever it is told of."""
    said = part.text("kind", "change_kind")
    if said is None:
        return {}
    word = one_of(said, vocabulary.CHANGE_KINDS, part.at("kind"))
    of_lead = word in ("lead_exit", "lead_rename")
    kind = ChangeKind(word.replace("lead_", "member_") if of_lead else word)
    unit = _unit_of(part, cast, kind)
    joining: Organization | None = None
    if of_lead:
        unit = cast.lead.key
    elif kind is ChangeKind.MEMBER_JOIN and unit is not None:
        joining, unit = cast.unit(unit), None
    return {
        "kind": kind,
        "unit": unit,
        "joining": joining,
        "new_name": part.text(*_NEW_NAME),
        "person": documents.post(part, *_NEW) if _of_a_person(kind) else None,
        "issued_by": cast.members(part, "issued_by", "signed_by", "issuers"),
        "unable": _unable(part, unit),
    }


def _unable(part: Facts, unit: MemberKey | None) -> frozenset[MemberKey]:
    """Return the member concerned where it refuses to sign or exists no more."""
    told = any(part.values.get(name) for name in _UNABLE)
    return frozenset({unit}) if told and unit is not None else frozenset()


def _of_a_person(kind: ChangeKind) -> bool:
    return not kind.of_members and kind is not ChangeKind.LEAD_REPLACEMENT


def _unit_of(part: Facts, cast: Cast, kind: ChangeKind) -> MemberKey | None:
    """Return the unit a change is about: where the lead is replaced, the one that comes."""
    names: tuple[str, ...] = ("unit", "member")
    if kind is ChangeKind.LEAD_REPLACEMENT:
        names = (*_NEW_LEAD, *_NEW, "unit")
    elif kind is ChangeKind.MEMBER_JOIN:
        names = (*_NEW_UNIT, "unit")
    value, path = part.get(*names), part.name_of(*names)
    part.pass_over(*names, "unit")
    if isinstance(value, dict):
        value = value.get("name")
    if value is ABSENT or value is None:
        return cast.lead.key if kind is ChangeKind.LEAD_REPLACEMENT else None
    return cast.one(value, path)


def _reported_on(part: Facts, approved_on: date | None, executed_on: date | None) -> date | None:
    on = part.day("reported_on", "filed_on")
    named = {"reported_on", "filed_on"} & set(part.values)
    if on is None and not named:
        return min((d for d in (approved_on, executed_on) if d is not None), default=None)
    if on is not None and approved_on is not None and approved_on < on:
        path = part.at("approved_on")
        zh, en = f"早于报送之日 {on}", f"is before the day it was reported, {on}"
        raise InvalidInputError([Fault(FaultKind.OUT_OF_ORDER, path, zh, en)])
    return on


def _reporter(part: Facts, cast: Cast, told: dict[str, Any]) -> str | None:
    """Return who reported a change: where nobody is named, the lead, if it issued the basis."""
    by = cast.actor(part, "reported_by", "by")
    issuers = told.get("issued_by")
    if by is not None or {"reported_by", "by"} & set(part.values):
        return by
    if issuers is None or cast.lead.key in issuers:
        return cast.lead.name if issuers else None
    units = [cast.unit(key) for key in issuers]
    return units[0].name if len(units) == 1 and units[0] is not None else None


def _attest(part: Facts, cast: Cast, day: date | None, happened: Happened) -> None:
    """Add what is attested of a successor."""
    person = part.part_or_word(*_NEW)
    if person is None or day is None:
        return
    attester = Attester(cast.policy, cast.roster, day)
    said = attester.of(person, person.get("qualification", "category"))
    path = person.at("qualification")
    happened.attestations.extend(
        attester.choice("successor_qualification", said, vocabulary.QUALIFICATIONS, path)
    )
    person.pass_over("name", "id", "person_id", "unit", "from", "employer", "kind")
    person.finish()


def _elsewhere(part: Facts, cast: Cast, told: dict[str, Any], happened: Happened) -> None:
    """Add what a unit that joins takes part in elsewhere."""
    joining = told.get("joining")
    if joining is None:
        return
    own = [part.values[n] for n in (*_NEW_UNIT, "unit") if isinstance(part.values.get(n), dict)]
    values = own[0] if own else part.values
    told_of = Facts({k: v for k, v in values.items() if k in _ELSEWHERE}, part.path)
    holder = Holder(
        joining, told_of, cast.roster.names, cast.policy, happened.day, Role.PARTICIPANT
    )
    found = history(holder)
    happened.engagements.extend(found.engagements)
    if found.known is Known.NOT_ALL:
        happened.unknown_elsewhere.append(joining.name)
    part.pass_over(*_ELSEWHERE)
