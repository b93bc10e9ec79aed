"""A case: everything the host knows that a check may rest on."""

from __future__ import annotations

from attrs import field, frozen

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.consortium import Application
from innov_consortium.core.register import Register

__all__ = ["Case"]


@frozen(kw_only=True)
class Case:
    """An application with what is known around it.

    Args:
        application: What is applied for.
        register: What is known across consortia; unknown unless given.
        attestations: What bodies have established.
        departures: What was accepted although it departs from a 原则上.
        special_case: What is put forward for a rule by which other provisions give way.
        listings: Entries in official lists that were put forward.
        interpretations: Official interpretations of disputed wordings.
    """

    application: Application
    register: Register = field(factory=Register.unknown)
    attestations: tuple[Attestation, ...] = ()
    departures: tuple[Departure, ...] = ()
    special_case: SpecialCase | None = None
    listings: tuple[Listing, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
