"""Readings chosen in a document: an object of names, each with its option; and a policy's, to keep.

What people write by hand holds the names alone; what is stored says besides of which policy they
are, and of which edition of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import choose
from innov_consortium.errors import MOST_FAULTS, Fault, InvalidInputError
from innov_consortium.interchange.documents.readings import ReadingsDocument
from innov_consortium.interchange.faults import faults_of, labelled
from innov_consortium.interchange.limits import DEFAULT_LIMITS, Limits, require_within
from innov_consortium.interchange.paths import joined
from innov_consortium.interchange.shown import shown
from innov_consortium.interchange.strict import require_object, text
from innov_consortium.interchange.structuring import schema_faults, structured, without_schema
from innov_consortium.interchange.versions import present_of, schema_of
from innov_consortium.interchange.whose import whose_faults

__all__ = ["READINGS_SCHEMA", "structure_readings", "unstructure_readings"]

#: The format of a policy's readings, stated under ``schema``.
READINGS_SCHEMA = schema_of("readings")

_HELD = "readings"


def structure_readings(
    document: object, policy: Policy | None = None, *, limits: Limits = DEFAULT_LIMITS
) -> dict[str, str]:
    """Return the readings a document chooses, for ``policy.with_readings(**readings)``.

    Args:
        document: ``{"lead_counts": "included"}``; an option may be named by its letter, a reading
            by its entry. Or what :func:`unstructure_readings` gives, of which any key but
            ``readings`` may be left out.
        policy: The policy they are for; if ``None``, neither whether there are such readings and
            options is looked at, nor whether they were stored of another policy.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is no object, an option is no text, or the policy is another one or
            has no such reading or option; every fault at its path.

    >>> structure_readings({"lead_counts": "included"})
    {'lead_counts': 'included'}
    """
    require_within(document, limits)
    present = present_of(document, _HELD)
    if isinstance(present, dict) and type(present.get(_HELD)) in (dict, list):
        return _stored(present, policy)
    return _by_hand(present, policy)


def unstructure_readings(policy: Policy) -> dict[str, Any]:
    """Return the document of a policy's readings, all of them, as they are chosen.

    An official interpretation is none of a policy's choices: it is kept with the case.
    """
    return {
        "schema": READINGS_SCHEMA,
        "policy": policy.code,
        "edition": policy.edition,
        "readings": {choice.name: choice.option.option for choice in policy.readings},
    }


def _stored(present: dict[Any, Any], policy: Policy | None) -> dict[str, str]:
    made = structured(present, ReadingsDocument, at="", document=present, faults=())
    chosen = dict(made.readings)
    if policy is not None:
        faults = [*whose_faults(made.policy, made.edition, policy), *_unknown(chosen, policy, "")]
        if faults:
            raise InvalidInputError(faults_of(InvalidInputError(faults), "", present))
    return chosen


def _by_hand(document: object, policy: Policy | None) -> dict[str, str]:
    chosen: dict[str, str] = {}
    faults: list[Fault] = schema_faults(document, READINGS_SCHEMA)
    for name, option in _object(without_schema(document)).items():
        try:
            chosen[name] = text(option)
        except InvalidInputError as error:
            told = error.under(joined("", name)).faults
            faults += (labelled(fault, shown(option)) for fault in told)
            if len(faults) > MOST_FAULTS:
                break
    if policy is not None:
        faults += (labelled(fault) for fault in _unknown(chosen, policy, _HELD))
    if faults:
        raise InvalidInputError(faults)
    return chosen


def _unknown(chosen: dict[str, str], policy: Policy, above: str) -> Iterator[Fault]:
    """Yield what a policy does not know, at paths that begin below ``above``."""
    try:
        choose(policy.readings, dict(chosen))
    except InvalidInputError as error:
        for fault in error.faults:
            path = fault.path.removeprefix(f"{above}.") if above else fault.path
            yield Fault(fault.kind, path, fault.zh, fault.en)


def _object(document: object) -> dict[str, Any]:
    try:
        return require_object(document)
    except InvalidInputError as error:
        raise InvalidInputError(labelled(f, shown(document)) for f in error.faults) from None
