"""What was established of a case, each a document of its own: an attestation, a listing and such.

A host keeps them one a row, and puts together those that concern a case.
"""

from __future__ import annotations

from typing import Any

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.interchange.limits import DEFAULT_LIMITS, Limits
from innov_consortium.interchange.parts import part_from, part_in, part_written

__all__ = [
    "load_attestation",
    "load_departure",
    "load_interpretation",
    "load_listing",
    "load_special_case",
    "structure_attestation",
    "structure_departure",
    "structure_interpretation",
    "structure_listing",
    "structure_special_case",
    "unstructure_attestation",
    "unstructure_departure",
    "unstructure_interpretation",
    "unstructure_listing",
    "unstructure_special_case",
]


def structure_attestation(document: object, *, limits: Limits = DEFAULT_LIMITS) -> Attestation:
    """Return the attestation a document describes.

    Args:
        document: What stands under ``attestations[0]`` in a case, with its ``schema`` or without. A
            member that shares its identifier with others is written ``{id, college}``. The paths
            of faults begin in the document: ``unit.college``.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    return part_from(document, "attestation", Attestation, limits)


def load_attestation(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Attestation:
    """Return the attestation a JSON text describes; see :func:`structure_attestation`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """
    return part_in(text, "attestation", Attestation, limits)


def unstructure_attestation(attestation: Attestation) -> dict[str, Any]:
    """Return the document of the attestation; what is not known in it is null."""
    return part_written("attestation", attestation)


def structure_departure(document: object, *, limits: Limits = DEFAULT_LIMITS) -> Departure:
    """Return the departure a document describes.

    Args:
        document: What stands under ``departures[0]`` in a case, with its ``schema`` or without. A
            member that shares its identifier with others is written ``{id, college}``. The paths
            of faults begin in the document: ``unit.college``.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    return part_from(document, "departure", Departure, limits)


def load_departure(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Departure:
    """Return the departure a JSON text describes; see :func:`structure_departure`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """
    return part_in(text, "departure", Departure, limits)


def unstructure_departure(departure: Departure) -> dict[str, Any]:
    """Return the document of the departure; what is not known in it is null."""
    return part_written("departure", departure)


def structure_special_case(document: object, *, limits: Limits = DEFAULT_LIMITS) -> SpecialCase:
    """Return the special case a document describes.

    Args:
        document: What stands under ``special_case`` in a case, with its ``schema`` or without. The
            paths of faults begin in it: ``elected_on``.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.

    >>> structure_special_case({"ground": "art7.s1"}).elected
    """
    return part_from(document, "special_case", SpecialCase, limits)


def load_special_case(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> SpecialCase:
    """Return the special case a JSON text describes; see :func:`structure_special_case`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """
    return part_in(text, "special_case", SpecialCase, limits)


def unstructure_special_case(special_case: SpecialCase) -> dict[str, Any]:
    """Return the document of the special case; what is not known in it is null."""
    return part_written("special_case", special_case)


def structure_listing(document: object, *, limits: Limits = DEFAULT_LIMITS) -> Listing:
    """Return the listing a document describes.

    Args:
        document: What stands under ``listings[0]`` in a case, with its ``schema`` or without. The
            paths of faults begin in it: ``unit``.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    return part_from(document, "listing", Listing, limits)


def load_listing(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Listing:
    """Return the listing a JSON text describes; see :func:`structure_listing`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """
    return part_in(text, "listing", Listing, limits)


def unstructure_listing(listing: Listing) -> dict[str, Any]:
    """Return the document of the listing; what is not known in it is null."""
    return part_written("listing", listing)


def structure_interpretation(
    document: object, *, limits: Limits = DEFAULT_LIMITS
) -> Interpretation:
    """Return the interpretation a document describes.

    Args:
        document: What stands under ``interpretations[0]`` in a case, with its ``schema`` or
            without. The paths of faults begin in it: ``reading``.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    return part_from(document, "interpretation", Interpretation, limits)


def load_interpretation(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Interpretation:
    """Return the interpretation a JSON text describes; see :func:`structure_interpretation`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """
    return part_in(text, "interpretation", Interpretation, limits)


def unstructure_interpretation(interpretation: Interpretation) -> dict[str, Any]:
    """Return the document of the interpretation; what is not known in it is null."""
    return part_written("interpretation", interpretation)
