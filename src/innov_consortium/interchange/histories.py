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
from innov_consortium.interchange.limits import DEFAULT_LIMITS, Limits, beyond, require_within
from innov_consortium.interchange.members import readable_list
from innov_consortium.interchange.outlines import outline_of
from innov_consortium.interchange.settling import Settler, with_corrections
from innov_consortium.interchange.shown import posts_of
from innov_consortium.interchange.structuring import schema_faults, structured, without_schema
from innov_consortium.interchange.versions import present_of, schema_of

__all__ = ["structure_dossier", "structure_event"]


def structure_dossier(
    document: object, policy: Policy, *, limits: Limits = DEFAULT_LIMITS
) -> Dossier:
    """Return the history a document describes, with what is known around it.

    Args:
        document: What ``json.loads`` makes of it: dicts, lists, text, true, false and null.
        policy: The policy that says which sorts of events there are.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    sorts = sorts_of(policy)
    require_within(document, limits, posts=posts_of(sorts))
    document = present_of(document, "history")
    _require_few_events(document, limits)
    settler = Settler(sorts, limits=limits)
    everybody = settler.everybody(_events_in(document))
    settled = settler.settle(without_schema(document), HistoryDocument, "", everybody)
    faults = [*schema_faults(document, HISTORY_SCHEMA), *settler.told]
    try:
        made = structured(
            settled, HistoryDocument, at="", document=document, faults=faults, sorts=sorts
        )
    except InvalidInputError as error:
        among: tuple[Fault, ...] = ()
        try:
            _history(outline_of(document), document, policy)
        except InvalidInputError as further:
            among = further.faults
        raise InvalidInputError(once([*error.faults, *among])) from None
    around = {a.name: getattr(made, a.name) for a in attrs.fields(Surroundings)}
    return Dossier(history=_history((made.consortium, made.events), document, policy), **around)


def structure_event(document: object, policy: Policy, *, limits: Limits = DEFAULT_LIMITS) -> Event:
    """Return the event a document describes.

    Args:
        document: What stands under ``events[0]`` in a history. The paths of faults begin with
            ``event``: ``event.application.lead.id``. A member that shares its identifier with
            others, and stands outside the event's own application, is written ``{id, college}``. It
            may state its ``schema``.
        policy: The policy that says which sorts of events there are.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    sorts = sorts_of(policy)
    path = "event"
    require_within(document, limits, path, posts_of(sorts))
    document = present_of(document, path)
    settler = Settler(sorts, limits=limits)
    known = settler.everybody(with_corrections(document, path))
    settled = settler.settle(without_schema(document), Event, path, known)
    faults = [*schema_faults(document, schema_of(path)), *settler.told]
    whole = {path: document}
    made: Event = structured(settled, Event, at=path, document=whole, faults=faults, sorts=sorts)
    return made


def _events_in(document: Any) -> Iterator[tuple[str, Any]]:
    listed = readable_list(document.get("events")) if isinstance(document, dict) else None
    for n, event in enumerate(listed or ()):
        yield from with_corrections(event, f"events[{n}]")


def _require_few_events(document: Any, limits: Limits) -> None:
    listed = document.get("events") if isinstance(document, dict) else None
    if isinstance(listed, list) and len(listed) > limits.events:
        raise InvalidInputError([beyond("events", len(listed), limits, "events")])


def _history(parts: tuple[str, tuple[Event, ...]], document: object, policy: Policy) -> History:
    """Return a history, or raise what is wrong between its events, with labels."""
    try:
        return History(*parts)
    except InvalidInputError as error:
        told = faults_of(error, "", document, posts_of(sorts_of(policy)))
        raise InvalidInputError(told) from None
