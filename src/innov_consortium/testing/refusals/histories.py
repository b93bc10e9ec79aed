"""Setting what happened, and what tells of something that did, into a history."""

from __future__ import annotations

from typing import Any

from innov_consortium.testing.refusals.laying import Laid, day_in, member, members
from innov_consortium.testing.refusals.words import BESIDE, KEYS, PUBLICITY_ENDED, TYPES, exactly

__all__ = ["BESIDE_LAYERS", "lay_change", "lay_evaluations", "lay_events"]

_NAMED = frozenset({"co_applicants", "issued_by", "signatories", "unable"})
_OF_A_CHANGE = ("reported_on", "approved_on", "refused_on", "executed_on")


def lay_events(laid: Laid, said: str, value: Any) -> None:
    """Set the events shown; what is no list stands in place of all."""
    if type(value) is not list:
        laid.places.note(said, "events")
        laid.history = {"consortium": "C1", "events": value}
        return
    for n, one in enumerate(value):
        _lay_event(laid, one, f"{said}[{n}]")


def _lay_event(laid: Laid, value: Any, said: str) -> None:
    if type(value) is not dict:
        laid.add(value, said)
        return
    given = value.get("type")
    word = given if type(given) is str else ""
    if word in PUBLICITY_ENDED and _end_publicity(laid, value, said):
        return
    tag, told = TYPES.get(word, (word, {}))
    event: dict[Any, Any] = {"type": tag or given, **told} if "type" in value else {}
    n = laid.add(event, said)
    keys = {**KEYS[""], **KEYS.get(tag, {})}
    for key, one in value.items():
        if key != "type":
            name: Any = keys.get(key, key)
            laid.note(f"{said}.{key}", n, name)
            laid.set(event, name, _told(laid, name, one), f"events[{n}].{name}")


def _told(laid: Laid, name: Any, value: Any) -> Any:
    """Return what an event says under a name, in the words of a document."""
    if name == "unit":
        return member(value)
    return members(value) if name in _NAMED else exactly(name, value, laid.around.policy)


def _end_publicity(laid: Laid, value: dict[Any, Any], said: str) -> bool:
    """Give the publicity begun before its last day: a history tells of both in one event."""
    for n in range(len(laid.events) - 1, -1, -1):
        event = laid.events[n]
        if type(event) is dict and event.get("type") == "publicised" and "last" not in event:
            laid.note(said, n)
            laid.note(f"{said}.on", n, "last")
            laid.set(event, "last", value.get("on"), f"events[{n}].last")
            return True
    return False


def lay_evaluations(laid: Laid, said: str, value: Any) -> None:
    """Set evaluations: who did each, and its result."""
    if type(value) is not list:
        lay_events(laid, said, value)
        return
    for n, one in enumerate(value):
        _lay_evaluation(laid, one, f"{said}[{n}]")


def _lay_evaluation(laid: Laid, value: Any, said: str) -> None:
    if type(value) is not dict:
        laid.add(value, said)
        return
    rest = {key: one for key, one in value.items() if key != "mode"}
    if "mode" in value:
        days = (day_in(rest.get(key)) for key in ("notified_on", "filed_on", "on"))
        on = next((day for day in days if day is not None), laid.day_after_all())
        about = {"year": rest["year"]} if "year" in rest else {}
        assigned = {**about, "mode": value["mode"], "on": on.isoformat()}
        _lay_event(laid, {"type": "evaluation_assigned", **assigned}, said)
    by_itself = value.get("mode") == "self" if type(value.get("mode")) is str else False
    sort = "self_evaluated" if by_itself else "result_notified"
    _lay_event(laid, {"type": sort, **rest}, said)


def lay_change(laid: Laid, said: str, value: Any) -> None:
    """Set a change: an event for each day it has, in the order of the procedure."""
    if type(value) is not dict:
        lay_events(laid, said, value)
        return
    told = {key: one for key, one in value.items() if key not in _OF_A_CHANGE}
    happened = [key for key in _OF_A_CHANGE if value.get(key) is not None]
    for key in happened or _OF_A_CHANGE[:1]:
        on = value.get(key) or laid.day_after_all().isoformat()
        _lay_event(laid, {"type": f"change_{key.removesuffix('_on')}", key: on, **told}, said)


def _beside(laid: Laid, said: str, value: Any) -> None:
    """Set a part that tells of something that happened, one or several."""
    tag = BESIDE[said]
    several = type(value) is list
    for n, one in enumerate(value if several else [value]):
        if type(one) is dict:
            keys = KEYS.get(tag, {})
            dated = any(keys.get(key, key) == "on" for key in one)
            on = {} if dated else {"on": laid.day_after_all().isoformat()}
            one = {"type": tag, **on, **one}  # noqa: PLW2901 - the same, dated
        _lay_event(laid, one, f"{said}[{n}]" if several else said)


#: What sets the parts beside the events, by their names.
BESIDE_LAYERS = dict.fromkeys(BESIDE, _beside)
