"""Candidates from an application that others are like, and from a table of units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs
from attrs import evolve

from innov_consortium.core.consortium import Application, Person, Vacancy
from innov_consortium.core.organizations import Identifier, Organization
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.uscc import check_character
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.converter import structure_as
from innov_consortium.simulation.population import Candidate, Drawn
from innov_consortium.simulation.streams import Stream

__all__ = ["candidates_from", "copies_of"]

_DIGITS = 7
_OWN = ("candidate", "role")
_LEAD = "lead"
_ROLES = (_LEAD, "participant")
_COLUMNS = tuple(
    a.name
    for a in attrs.fields(Organization)
    if a.init and a.name not in {"branches_in", "succeeds"}
)


def copies_of(application: Application, count: int) -> Drawn:
    """Return candidates like one application, each with units and persons of its own.

    They are made up: a code keeps its category and its place of registration and has another
    number, a name has a number behind. No two candidates have anybody in common; a branch is one
    of a legal person of its own candidate; parents and predecessors that are not members are left
    out.

    Args:
        application: The application.
        count: How many candidates there are to be.
    """
    check_sorts(application=(application, Application), count=(count, int))
    return Drawn(partial(_copy, application), count)


def _copy(application: Application, index: int, chances: Stream) -> Application:  # noqa: ARG001 - as any population
    members = application.members
    first = index * len(members)
    ids = {unit.id: _numbered(unit.id, first + n) for n, unit in enumerate(members)}
    ids |= {
        unit.branch_of: _numbered(unit.branch_of, first + n)
        for n, unit in enumerate(members)
        if unit.branch_of is not None and unit.branch_of not in ids
    }
    units = [_renamed(unit, ids, first + n) for n, unit in enumerate(members)]
    own = _among(application, units[0], tuple(units[1:]), dict(zip(members, units, strict=True)))
    return _with_persons_of_its_own(own, index)


def _with_persons_of_its_own(application: Application, index: int) -> Application:
    """Return an application whose posts are filled by other persons than those of another."""
    governance = application.governance
    if governance is None:
        return application
    principal, technologist = (
        _other(post, index) for post in (governance.principal, governance.technologist)
    )
    governance = evolve(governance, principal=principal, technologist=technologist)
    return evolve(application, governance=governance)


def _other(post: Person | Vacancy | None, index: int) -> Person | Vacancy | None:
    if not isinstance(post, Person):
        return post
    return Person(f"{post.name}{index}", None if post.id is None else f"{post.id}-{index}")


def _numbered(own: Identifier, number: int) -> Identifier:
    if not own.is_uscc:
        return Identifier(own.scheme, f"{own.value}-{number}")
    body = f"{own.value[:8]}MA{number:0{_DIGITS}d}"
    return Identifier.uscc(body + check_character(body))


def _renamed(unit: Organization, ids: Mapping[Identifier, Identifier], n: int) -> Organization:
    def other(one: Identifier | None) -> Identifier | None:
        return None if one is None else ids.get(one)

    return evolve(
        unit,
        name=f"{unit.name}{n}",
        id=ids[unit.id],
        parent=other(unit.parent),
        branch_of=other(unit.branch_of),
        succeeds=tuple(ids[one] for one in unit.succeeds if one in ids),
    )


def _among(
    application: Application,
    lead: Organization,
    participants: tuple[Organization, ...],
    units: Mapping[Organization, Organization],
) -> Application:
    """Return an application of other units: who signed it and who leads with it as before."""
    keys = {before.key: after.key for before, after in units.items()}
    agreement, intending = application.agreement, application.intending
    if agreement is not None and agreement.signatories is not None:
        signed = frozenset(keys[key] for key in agreement.signatories)
        agreement = evolve(agreement, signatories=signed)
    return evolve(
        application,
        lead=lead,
        participants=participants,
        agreement=agreement,
        intending=None if intending is None else frozenset(keys[key] for key in intending),
        co_leads=tuple(keys[key] for key in application.co_leads),
    )


# --- a table of units -----------------------------------------------------------------------------


def candidates_from(
    rows: Iterable[Mapping[str, Any]], like: Application | None = None
) -> tuple[Candidate, ...]:
    """Return candidates from a table of units, one row a unit.

    Args:
        rows: The rows. ``candidate`` names the candidate, ``role`` is ``lead`` or ``participant``;
            the columns of a unit are named as in a document: ``name``, ``id``, ``kind``,
            ``college``, ``domicile`` and so on; empty is not given. Any other column of the row of
            a lead is a trait of the candidate.
        like: The application that says the rest; all members sign its agreement, and each candidate
            has persons of its own. ``None`` where nothing is known but who takes part.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, by its row.
    """
    units: dict[str, list[Organization]] = {}
    leads: dict[str, tuple[Organization, Mapping[str, Any]]] = {}
    faults: list[Fault] = []
    for n, row in enumerate(rows):
        said = {key: value for key, value in row.items() if value not in (None, "")}
        name, role = str(said.get("candidate", "")), said.get("role")
        faults += _row_faults(name, role, f"rows[{n}]", known=name in leads)
        try:
            unit = structure_as({c: said[c] for c in _COLUMNS if c in said}, Organization)
        except InvalidInputError as error:
            faults += error.under(f"rows[{n}]").faults
            continue
        units.setdefault(name, [])
        if role == _LEAD:
            traits = {k: v for k, v in said.items() if k not in (*_COLUMNS, *_OWN)}
            leads[name] = unit, traits
        else:
            units[name].append(unit)
    faults += _without_lead(units.keys() - leads.keys())
    if faults:
        raise InvalidInputError(faults)
    return tuple(
        _candidate(n, name, *leads[name], tuple(units[name]), like) for n, name in enumerate(units)
    )


def _candidate(
    index: int,
    name: str,
    lead: Organization,
    traits: Mapping[str, Any],
    participants: tuple[Organization, ...],
    like: Application | None,
) -> Candidate:
    application = Application(lead=lead, participants=participants)
    if like is not None:
        agreement = like.agreement
        if agreement is not None and agreement.signatories is not None:
            everybody = frozenset(unit.key for unit in application.members)
            agreement = evolve(agreement, signatories=everybody)
        application = evolve(
            like,
            lead=lead,
            participants=participants,
            agreement=agreement,
            intending=None,
            co_leads=(),
        )
        application = _with_persons_of_its_own(application, index)
    return Candidate(application=application, name=name, traits=traits)


def _row_faults(name: str, role: object, path: str, *, known: bool) -> Iterator[Fault]:
    if not name:
        yield Fault(FaultKind.INVALID_VALUE, f"{path}.candidate", "须填写", "must be given")
    if role not in _ROLES:
        zh, en = f"应为 {' 或 '.join(_ROLES)}", f"must be {' or '.join(_ROLES)}"
        yield Fault(FaultKind.INVALID_VALUE, f"{path}.role", zh, en)
    elif role == _LEAD and known:
        zh, en = "同一候选人已有牵头单位", "is the second lead of one candidate"
        yield Fault(FaultKind.DUPLICATE, f"{path}.role", zh, en)


def _without_lead(names: Iterable[str]) -> Iterator[Fault]:
    for name in sorted(names):
        zh, en = f"{name!r} 没有牵头单位", f"{name!r} has no lead"
        yield Fault(FaultKind.INVALID_VALUE, "rows", zh, en)
