"""Histories as documents: what is handed over of a consortium and of what happened to it.

Which sorts of events there are, a policy says: those any text shares, and its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.events import Event
from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, InvalidInputError
from innov_consortium.interchange.faults import faults_of, once
from innov_consortium.interchange.formats import HISTORY_SCHEMA, HistoryDocument, sorts_of
from innov_consortium.interchange.members import readable_list
from innov_consortium.interchange.outlines import outline_of
from innov_consortium.interchange.settling import Settler, with_corrections
from innov_consortium.interchange.shown import posts_of
from innov_consortium.interchange.structuring import schema_faults, structured, without_schema

__all__ = ["structure_dossier", "structure_event"]


def structure_dossier(document: object, policy: Policy) -> Dossier:
    """Return the history a document describes, with what is known around it.

    Args:
        document: What ``json.loads`` makes of it: dicts, lists, text, true, false and null.
        policy: The policy that says which sorts of events there are.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    sorts = sorts_of(policy)
    settler = Settler(sorts)
    everybody = settler.everybody(_events_in(document))
    settled = settler.settle(without_schema(document), HistoryDocument, "", everybody)
    faults = [*schema_faults(document, HISTORY_SCHEMA), *settler.told]
    try:
        made = structured(
            settled, HistoryDocument, at="", document=document, faults=faults, sorts=sorts
        )
    except InvalidInputError as error:
        among = _faults_among(outline_of(document), document, policy)
        raise InvalidInputError(once([*error.faults, *among])) from None
    faults = list(_faults_among((made.consortium, made.events), document, policy))
    if faults:
        raise InvalidInputError(faults)
    around = {a.name: getattr(made, a.name) for a in attrs.fields(Surroundings)}
    return Dossier(history=History(made.consortium, made.events), **around)


def structure_event(document: object, policy: Policy) -> Event:
    """Return the event a document describes.

    Args:
        document: What stands under ``events[0]`` in a history. The paths of faults begin with
            ``event``: ``event.application.lead.id``. A member that shares its identifier with
            others, and stands outside the event's own application, is written ``{id, college}``.
        policy: The policy that says which sorts of events there are.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    sorts = sorts_of(policy)
    settler = Settler(sorts)
    path = "event"
    known = settler.everybody(with_corrections(document, path))
    settled = settler.settle(document, Event, path, known)
    whole = {path: document}
    made: Event = structured(
        settled, Event, at=path, document=whole, faults=settler.told, sorts=sorts
    )
    return made


def _events_in(document: Any) -> Iterator[tuple[str, Any]]:
    listed = readable_list(document.get("events")) if isinstance(document, dict) else None
    for n, event in enumerate(listed or ()):
        yield from with_corrections(event, f"events[{n}]")


def _faults_among(
    history: tuple[str, tuple[Event, ...]], document: object, policy: Policy
) -> Iterator[Fault]:
    """Yield what is wrong between the events of a history."""
    try:
        History(*history)
    except InvalidInputError as error:
        yield from faults_of(error, "", document, posts_of(sorts_of(policy)))
