"""What an outcome of a stored report rests on that a body has established or decided."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from attrs import frozen

from innov_consortium.core.organizations import Identifier
from innov_consortium.interchange.frozen import Text

__all__ = ["AttestationDocument", "DecisionDocument", "DepartureDocument", "UnitDocument"]


@frozen(kw_only=True)
class UnitDocument:
    """A legal person, with the college that takes part.

    Args:
        id: What it is known by.
        college: The college; ``None`` where none is named.
    """

    id: Identifier
    college: Text | None


@frozen(kw_only=True)
class AttestationDocument:
    """The attestation an outcome rests on.

    Args:
        sort: ``attestation``.
        what: The provision, or the name of the fact.
        by: The body.
        on: The day it was established.
        holds: Whether it holds.
        value: The choice established; ``None`` where the fact is no choice.
        unit: The member it is about; ``None`` if none.
        item: What else it is about, by its id; ``None`` if nothing else.
        document: The document it stands in; empty if none is named.
    """

    sort: Literal["attestation"]
    what: Text
    by: Text
    on: date
    holds: bool
    value: Text | None
    unit: UnitDocument | None
    item: Text | None
    document: Text


@frozen(kw_only=True)
class DepartureDocument:
    """The departure an outcome rests on.

    Args:
        sort: ``departure``.
        provision: The provision departed from.
        by: The body that decided.
        on: The day of the decision.
        reason: Its reason.
        unit: The member it is about; ``None`` where it is about the whole case.
        accepted: Whether the departure was accepted.
        document: The document it stands in; empty if none is named.
    """

    sort: Literal["departure"]
    provision: Text
    by: Text
    on: date
    reason: Text
    unit: UnitDocument | None
    accepted: bool
    document: Text


#: What an outcome rests on that a body established or decided; ``sort`` says which.
DecisionDocument: TypeAlias = AttestationDocument | DepartureDocument
