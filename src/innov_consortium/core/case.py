"""What the host knows: around a case, of an application, of a consortium's history."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.calendars import Calendar
from innov_consortium.core.consortium import Application
from innov_consortium.core.history import History
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.core.sorts import check_faults, prepare
from innov_consortium.core.text import year_faults

__all__ = ["Case", "Dossier", "Surroundings"]


@frozen(kw_only=True)
class Surroundings:
    """What is known around an application or a consortium.

    Args:
        register: What is known across consortia; unknown unless given.
        attestations: What bodies have established.
        departures: What was accepted although it departs from a 原则上.
        special_case: What is put forward for a rule by which other provisions give way.
        listings: Entries in official lists that were put forward.
        interpretations: Official interpretations of disputed wordings.
        record: What is on record of members beside the history; unknown unless given.
        calendar: The days off announced; ``None`` if nobody has said.
        cycle_from: The first year of the cycles in which everybody is to be evaluated, where a
            scheme has such cycles; ``None`` if nobody has said.
    """

    register: Register = field(factory=Register.unknown)
    attestations: tuple[Attestation, ...] = ()
    departures: tuple[Departure, ...] = ()
    special_case: SpecialCase | None = None
    listings: tuple[Listing, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    record: Record = field(factory=Record.unknown)
    calendar: Calendar | None = None
    cycle_from: int | None = None

    def __attrs_post_init__(self) -> None:
        check_faults(self, year_faults("cycle_from", self.cycle_from))


def _own_first(cls: type[Any], fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Put what is asked about before what is known around it."""
    own = cls.__annotations__
    return sorted(fields, key=lambda a: a.name not in own)


@frozen(kw_only=True, field_transformer=_own_first)
class Case(Surroundings):
    """An application with what is known around it: everything a check may rest on.

    Args:
        application: What is applied for.
    """

    application: Application


@frozen(kw_only=True, field_transformer=_own_first)
class Dossier(Surroundings):
    """The history of a consortium with what is known around it.

    Args:
        history: What happened to it.
    """

    history: History


prepare(Surroundings, Case, Dossier)
