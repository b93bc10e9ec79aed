"""Cases as documents: what is handed over."""

from __future__ import annotations

from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.interchange.formats import CASE_SCHEMA
from innov_consortium.interchange.limits import DEFAULT_LIMITS, Limits, require_within
from innov_consortium.interchange.settling import Settler
from innov_consortium.interchange.structuring import schema_faults, structured, without_schema
from innov_consortium.interchange.versions import present_of, schema_of

__all__ = ["structure_application", "structure_case"]


def structure_case(document: object, *, limits: Limits = DEFAULT_LIMITS) -> Case:
    """Return the case a document describes.

    Args:
        document: What ``json.loads`` makes of it: dicts, lists, text, true, false and null.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.

    >>> from innov_consortium.errors import InvalidInputError
    >>> try:
    ...     structure_case({"application": None, "registr": "unknown"})
    ... except InvalidInputError as error:
    ...     [(fault.path, fault.en[:35]) for fault in error.faults]
    [('application', 'null: must be given'), ('registr', 'is no known key; the keys are schem')]
    """
    require_within(document, limits)
    document = present_of(document, "case")
    settler = Settler(limits=limits)
    settled = settler.settle(without_schema(document), Case, "")
    faults = [*schema_faults(document, CASE_SCHEMA), *settler.told]
    return structured(settled, Case, at="", document=document, faults=faults)


def structure_application(document: object, *, limits: Limits = DEFAULT_LIMITS) -> Application:
    """Return the application a document describes.

    Args:
        document: What stands under ``application`` in a case. The paths of faults begin there:
            ``application.lead.id``. It may state its ``schema``.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    path = "application"
    require_within(document, limits, path)
    document = present_of(document, path)
    settler = Settler(limits=limits)
    settled = settler.settle(without_schema(document), Application, path)
    faults = [*schema_faults(document, schema_of(path)), *settler.told]
    return structured(settled, Application, at=path, document={path: document}, faults=faults)
