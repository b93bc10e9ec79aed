"""Readings chosen in a document: an object of names, each with its option."""

from __future__ import annotations

from innov_consortium.errors import Fault, InvalidInputError
from innov_consortium.interchange.strict import require_object, text

__all__ = ["structure_readings"]


def structure_readings(document: object) -> dict[str, str]:
    """Return the readings a document chooses, for ``policy.with_readings(**readings)``.

    Whether a policy has such readings and options is for the policy to say.

    Args:
        document: ``{"lead_counts": "included"}``; an option may be named by its letter, a reading
            by its entry.

    Raises:
        InvalidInputError: It is no object, or an option is no text; every fault at its path.

    >>> structure_readings({"lead_counts": "included"})
    {'lead_counts': 'included'}
    """
    chosen: dict[str, str] = {}
    faults: list[Fault] = []
    for name, option in require_object(document).items():
        try:
            chosen[name] = text(option)
        except InvalidInputError as error:
            faults += error.under(name).faults
    if faults:
        raise InvalidInputError(faults)
    return chosen
