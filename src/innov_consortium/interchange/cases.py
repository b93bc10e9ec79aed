"""Cases as documents: what is handed over."""

from __future__ import annotations

from typing import Any, TypeVar

from cattrs import BaseValidationError

from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.converter import structure_as
from innov_consortium.interchange.faults import SCHEMA_KEY, faults_of, labelled, once
from innov_consortium.interchange.members import Roster, readable_list
from innov_consortium.interchange.shown import shown

__all__ = ["CASE_SCHEMA", "structure_application", "structure_case"]

T = TypeVar("T")

#: The format of a case, as a document may state it under ``schema``.
CASE_SCHEMA = "innov-consortium/case/1"


def structure_case(document: object) -> Case:
    """Return the case a document describes.

    Args:
        document: What ``json.loads`` makes of it: dicts, lists, text, true, false and null.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.

    >>> try:
    ...     structure_case({"application": None, "registr": "unknown"})
    ... except InvalidInputError as error:
    ...     [(fault.path, fault.en[:35]) for fault in error.faults]
    [('application', 'null: must be given'), ('registr', 'is no known key; the keys are schem')]
    """
    if not isinstance(document, dict):
        return _structured(document, Case, "", document, [])
    settled, faults = _settled(document)
    return _structured(settled, Case, "", document, [*_schema_faults(document), *faults])


def structure_application(document: object) -> Application:
    """Return the application a document describes.

    Args:
        document: What stands under ``application`` in a case. The paths of faults begin there:
            ``application.lead.id``.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    whole = {"application": document}
    settled, faults = _settled(whole)
    return _structured(settled["application"], Application, "application", whole, faults)


def _structured(
    value: object, wanted: type[T], path: str, document: object, faults: list[Fault]
) -> T:
    """Return what a value says, or raise its faults before those found already."""
    try:
        made = structure_as(value, wanted)
    except (InvalidInputError, BaseValidationError) as error:
        faults = [*faults_of(error, path, document), *faults]
    else:
        if not faults:
            return made
    raise InvalidInputError(once(faults))


def _schema_faults(document: dict[Any, Any]) -> list[Fault]:
    schema = document.get(SCHEMA_KEY, CASE_SCHEMA)
    if type(schema) is str and schema == CASE_SCHEMA:
        return []
    kind = FaultKind.INVALID_VALUE if type(schema) is str else FaultKind.TYPE_ERROR
    zh, en = f"应为 {CASE_SCHEMA!r}", f"must be {CASE_SCHEMA!r}"
    return [labelled(Fault(kind, SCHEMA_KEY, zh, en), shown(schema))]


def _settled(document: dict[Any, Any]) -> tuple[dict[Any, Any], list[Fault]]:
    """Return a document with every member written out in full, and what is wrong among them."""
    settled = {key: value for key, value in document.items() if key != SCHEMA_KEY}
    application = document.get("application")
    if not isinstance(application, dict):
        return settled, []
    roster = Roster.of(application)
    settled["application"] = _settled_application(application, roster)
    for name in ("attestations", "departures"):
        listed = readable_list(document.get(name))
        if listed is not None:
            settled[name] = [
                _replaced(item, "unit", roster.settle, f"{name}[{n}]")
                for n, item in enumerate(listed)
            ]
    return settled, [labelled(fault) for fault in roster.faults]


def _settled_application(application: dict[Any, Any], roster: Roster) -> dict[Any, Any]:
    settled = dict(_replaced(application, "intending", roster.settle_list, "application"))
    if "agreement" in application:
        settled["agreement"] = _replaced(
            application["agreement"], "signatories", roster.settle_list, "application.agreement"
        )
    return settled


def _replaced(item: Any, key: str, settle: Any, path: str) -> Any:
    """Return an object with what stands under ``key`` settled; anything else as it is."""
    if not isinstance(item, dict) or key not in item:
        return item
    return {**item, key: settle(item[key], f"{path}.{key}")}
