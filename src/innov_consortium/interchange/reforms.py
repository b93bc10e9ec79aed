"""A reform of a policy as a document: to keep it, to hand it on, or to write it by hand."""

from __future__ import annotations

from typing import Any

from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform
from innov_consortium.errors import Fault, InvalidInputError
from innov_consortium.interchange.documents.reforms import ReformDocument
from innov_consortium.interchange.faults import faults_of, once
from innov_consortium.interchange.limits import DEFAULT_LIMITS, Limits, require_within
from innov_consortium.interchange.numbers import structure_numbers
from innov_consortium.interchange.readings import structure_readings
from innov_consortium.interchange.reports import fact_value
from innov_consortium.interchange.structuring import structured
from innov_consortium.interchange.text import loaded
from innov_consortium.interchange.versions import present_of, schema_of
from innov_consortium.interchange.whose import whose_faults

__all__ = ["REFORM_SCHEMA", "load_reform", "structure_reform", "unstructure_reform"]

#: The format of a reform, stated under ``schema``.
REFORM_SCHEMA = schema_of("reform")

_PARTS = ("numbers", "readings")


def unstructure_reform(reform: Reform, policy: Policy) -> dict[str, Any]:
    """Return the document of a reform of a policy.

    Args:
        reform: The reform.
        policy: The policy it is of.
    """
    return {
        "schema": REFORM_SCHEMA,
        "policy": policy.code,
        "edition": policy.edition,
        "name": reform.name,
        "source": reform.source or None,
        "first": fact_value(reform.first),
        "last": fact_value(reform.last),
        "numbers": {name: {"value": fact_value(value)} for name, value in reform.numbers},
        "readings": dict(reform.readings),
    }


def structure_reform(
    document: object, policy: Policy, *, limits: Limits = DEFAULT_LIMITS
) -> Reform:
    """Return the reform a document tells of, for ``policy.reformed(reform)``.

    Args:
        document: What :func:`unstructure_reform` gives; all but ``name``, and one of ``numbers``
            and ``readings``, may be left out.
        policy: The policy it is of.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong, or it is of another policy, or the policy has
            no such number or reading; every fault is told, each at its path.

    Example::

        written = {"name": "五家", "first": "2027-01-01", "readings": {"lead_counts": "included"}}
        policy.reformed(structure_reform(written, policy))
    """
    require_within(document, limits)
    present = present_of(document, "reform")
    made = structured(present, ReformDocument, at="", document=present, faults=())
    faults = list(whose_faults(made.policy, made.edition, policy))
    found: dict[str, Any] = {}
    for part, structure in zip(_PARTS, (structure_numbers, structure_readings), strict=True):
        held = present.get(part) if isinstance(present, dict) else None
        try:
            found[part] = structure({part: held}, policy) if held else {}
        except InvalidInputError as error:
            faults += error.faults
    if not faults:
        try:
            return Reform(
                name=made.name,
                source=made.source or "",
                first=made.first,
                last=made.last,
                **found,
            )
        except InvalidInputError as error:
            faults += _as_written(error, present)
    raise InvalidInputError(once(faults))


def load_reform(text: str | bytes, policy: Policy, *, limits: Limits = DEFAULT_LIMITS) -> Reform:
    """Return the reform a JSON text tells of; see :func:`structure_reform`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        policy: The policy it is of.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """

    def structure(document: object) -> Reform:
        return structure_reform(document, policy, limits=limits)

    return loaded(text, limits, structure, frozenset(), option=False)


def _as_written(error: InvalidInputError, document: object) -> list[Fault]:
    return list(faults_of(error, "", document))
