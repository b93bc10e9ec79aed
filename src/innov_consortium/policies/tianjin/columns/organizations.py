"""由一行的各列，回到一个单位；写不成一个单位的，说明是哪一行哪一列。"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from attrs import evolve

from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.tables import Row
from innov_consortium.errors import Fault, InvalidInputError
from innov_consortium.policies.tianjin.readings import UnitOfCount

__all__ = ["application_of", "person_of"]

#: What units are known by that no column names, and that one names by no code.
_UNNAMED, _LABEL = "ROW", "LABEL"
_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
_REGION = re.compile(r"[0-9]{6}")
_IDENTIFIERS = ("unit", "branch_of", "parent")


def application_of(row: Row, members: Sequence[Row]) -> Application:
    """Return the application that rows tell of: its lead, its participants and its day.

    Args:
        row: The application's own row.
        members: The rows of its members.

    Raises:
        InvalidInputError: Some of them are no units; every fault is told, with its column.
    """
    faults: list[Fault] = []
    lead = _made("applications.lead_", partial(_lead, row), faults)
    units = [
        _made(f"members[{n}].", partial(_unit, one, f"{n}", f"第{n + 1}行"), faults)
        for n, one in enumerate(members)
    ]
    if lead is None or faults:
        raise InvalidInputError(faults)
    found = tuple(unit for unit in units if unit is not None)
    try:
        return Application(lead=lead, participants=found, filed_on=row.get("filed_on"))
    except InvalidInputError as error:
        raise InvalidInputError(map(_of_tables, error.faults)) from None


def person_of(unit: Organization, unit_of: UnitOfCount) -> Identifier:
    """Return whom the register knows a unit by, as it is read who counts as one (B05)."""
    return unit.id if unit_of is UnitOfCount.REGISTERED_BODY else unit.legal_person


def _of_tables(fault: Fault) -> Fault:
    """Return a fault of an application as it is seen from the tables."""
    path, zh, en = (
        said.replace("participants[", "members[") for said in (fault.path, fault.zh, fault.en)
    )
    return Fault(fault.kind, path, zh, en)


def _made(place: str, make: Callable[[], Organization], faults: list[Fault]) -> Organization | None:
    """Return a unit, or add the faults that keep it from being one, as seen from the tables."""
    try:
        return make()
    except InvalidInputError as error:
        faults += [evolve(fault, path=f"{place}{fault.path}") for fault in error.faults]
        return None


def _lead(row: Row) -> Organization:
    own = {n.removeprefix("lead_"): v for n, v in row.items() if n.startswith("lead_")}
    branches = ("120100",) if row.get("lead_branch_in_tianjin") else ()
    domicile = row.get("lead_domicile")
    known = domicile if domicile is not None and _REGION.fullmatch(domicile) else None
    return _unit(own, "lead", "牵头单位", domicile=known, branches_in=branches)


def _unit(row: Row, unnamed: str, name: str, **more: Any) -> Organization:
    form = row.get("legal_form")
    unit, branch_of, parent = _identifiers(row)
    return Organization(
        name=name,
        id=unit or Identifier(_UNNAMED, unnamed),
        kind=OrganizationKind(row.get("kind") or "other"),
        legal_form=None if form is None else LegalForm(form),
        college=row.get("college"),
        abroad=row.get("abroad"),
        branch_of=branch_of,
        parent=parent,
        **more,
    )


def _identifiers(row: Row) -> list[Identifier | None]:
    found: list[Identifier | None] = []
    faults: list[Fault] = []
    for column in _IDENTIFIERS:
        try:
            found.append(_identifier(row.get(column)))
        except InvalidInputError as error:
            faults += [evolve(fault, path=column) for fault in error.faults]
    if faults:
        raise InvalidInputError(faults)
    return found


def _identifier(text: str | None) -> Identifier | None:
    if text is None:
        return None
    scheme, colon, value = text.partition(":")
    if colon:
        return Identifier(scheme, value)
    return Identifier.uscc(text) if _CODE.fullmatch(text) else Identifier(_LABEL, text)
