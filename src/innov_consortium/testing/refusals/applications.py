"""Setting an application, or a part of one, and what is known around it into a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from innov_consortium.testing.refusals.laying import Laid, members
from innov_consortium.testing.refusals.surroundings import LEAD, PARTICIPANTS
from innov_consortium.testing.refusals.words import APPLICATION, AROUND

__all__ = ["AROUND_LAYERS", "lay_agreement", "lay_application", "lay_lead", "lay_participants"]

_NEEDED = ("name", "id", "kind")


def lay_application(laid: Laid, said: str, value: Any) -> None:
    """Set the parts of an application into one that nothing is wrong with."""
    if type(value) is not dict:
        laid.the_case()["application"] = value
        return
    for key, one in value.items():
        layer = _PARTS.get(key) or AROUND_LAYERS.get(key)
        if layer is None:
            _lay_field(laid, key, one, f"{said}.{key}")
        else:
            layer(laid, f"{said}.{key}", one)


def _lay_field(laid: Laid, key: Any, value: Any, said: str) -> None:
    holder: dict[Any, Any] = laid.the_case()["application"]
    name = APPLICATION.get(key, key)
    path = "application"
    if name in ("principal", "technologist", "organs"):
        holder, path = holder["governance"], "application.governance"
        if name == "organs" and type(value) is list:
            value = [{"function": one} if type(one) is str else one for one in value]
    elif name in ("intending", "co_applicants"):
        value = members(value)
    laid.places.note(said, f"{path}.{name}")
    laid.set(holder, name, value, f"{path}.{name}")


def lay_lead(laid: Laid, said: str, value: Any) -> None:
    """Set the lead; who takes its place among the participants leads alone."""
    application = laid.the_case()["application"]
    laid.places.note(said, "application.lead")
    lead = application["lead"] = _unit(laid, value, LEAD, said)
    listed = application["participants"]
    if type(lead) is dict and type(listed) is list and "participants" not in laid.beside:
        others = [u for u in listed if type(u) is not dict or u.get("id") != lead.get("id")]
        application["participants"] = others
    _forget_names(application)


def lay_participants(laid: Laid, said: str, value: Any) -> None:
    """Set the participants."""
    application = laid.the_case()["application"]
    laid.places.note(said, "application.participants")
    if type(value) is list and len(value) <= len(PARTICIPANTS):
        value = [_unit(laid, u, PARTICIPANTS[n], f"{said}[{n}]") for n, u in enumerate(value)]
    application["participants"] = value
    laid.beside["participants"] = value
    _forget_names(application)


def _unit(laid: Laid, value: Any, valid: Mapping[str, Any], said: str) -> Any:
    """Return a unit with what it needs to be one, where that is not what is at issue."""
    return laid.renamed(value, {}, {k: valid[k] for k in _NEEDED}, said, _here(laid, said))


def _here(laid: Laid, said: str) -> str:
    (place, *_) = laid.places.of(said)
    return ".".join(place)


def _forget_names(application: dict[str, Any]) -> None:
    """Leave out what is said of units that may not be there any longer."""
    application["intending"] = None
    application["agreement"] = {**application["agreement"], "signatories": None}


def lay_agreement(laid: Laid, said: str, value: Any) -> None:
    """Set the parts of an agreement into one that nothing is wrong with."""
    application = laid.the_case()["application"]
    laid.places.note(said, "application.agreement")
    if type(value) is not dict:
        application["agreement"] = value
        return
    told = {k: members(v) if k == "signatories" else v for k, v in value.items()}
    path = "application.agreement"
    written = laid.renamed(told, {"clauses": "heads"}, {}, said, path)
    application["agreement"] = {**application["agreement"], **written}


def _around(laid: Laid, said: str, value: Any) -> None:
    """Set what is known around an application; a list item by item."""
    case = laid.the_case()
    name, keys, needed = AROUND[said.rpartition(".")[2]]
    laid.places.note(said, name)
    if type(value) is list:
        value = [
            laid.renamed(one, keys, needed, f"{said}[{n}]", f"{name}[{n}]")
            for n, one in enumerate(value)
        ]
    case[name] = laid.renamed(value, keys, {}, said, name)


_PARTS = {
    "lead": lay_lead,
    "participants": lay_participants,
    "agreement": lay_agreement,
}

#: What sets the parts around an application, by their names.
AROUND_LAYERS = dict.fromkeys(AROUND, _around)
