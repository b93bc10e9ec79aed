"""A policy's numbers and readings as documents: what may stand there, with a policy and without."""

from __future__ import annotations

from collections import Counter
from typing import Any

from innov_consortium.core.numbers import Number, numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.interchange import strict
from innov_consortium.interchange.documents.numbers import FigureDocument, NumbersDocument
from innov_consortium.interchange.documents.readings import ReadingsDocument
from innov_consortium.interchange.documents.reforms import ReformDocument
from innov_consortium.interchange.formats import SCHEMA_KEY
from innov_consortium.interchange.numbers import is_readable, types_of
from innov_consortium.interchange.readings import READINGS_SCHEMA
from innov_consortium.interchange.schemas.classes import Drawing
from innov_consortium.interchange.schemas.leaves import Schema
from innov_consortium.interchange.schemas.titles import in_words

__all__ = ["numbers", "readings", "reform"]


def numbers(drawing: Drawing, above: str) -> Schema:
    """A policy's numbers: all of them, or some."""
    drawn = drawing.drawn(NumbersDocument, above)
    policy = drawing.policy
    return drawn if policy is None else _of(policy, drawn, {"numbers": _figures(policy, drawing)})


def readings(drawing: Drawing, above: str) -> Schema:
    """A policy's readings: as they are stored, or by name alone, as people write them."""
    drawn = drawing.drawn(ReadingsDocument, above)
    policy = drawing.policy
    stated = {SCHEMA_KEY: {"const": READINGS_SCHEMA, "description": in_words("", SCHEMA_KEY)}}
    if policy is None:
        free = {"additionalProperties": drawing.leaf(strict.text)}
        return {"anyOf": [drawn, {"type": "object", "properties": stated, **free}]}
    chosen = _choices(policy)
    held = {"type": "object", "properties": chosen, "additionalProperties": False}
    by_hand = {**held, "properties": {**stated, **chosen}}
    return {"anyOf": [_of(policy, drawn, {"readings": held}), by_hand]}


def reform(drawing: Drawing, above: str) -> Schema:
    """A reform: some of a policy's numbers, some of its readings."""
    drawn = drawing.drawn(ReformDocument, above)
    policy = drawing.policy
    if policy is None:
        return drawn
    chosen = {"type": "object", "properties": _choices(policy), "additionalProperties": False}
    return _of(policy, drawn, {"numbers": _figures(policy, drawing), "readings": chosen})


def _figures(policy: Policy, drawing: Drawing) -> Schema:
    """Return what may stand under the names of a policy's figures."""
    types = types_of(policy.numbers)
    figures = {
        n.name: _figure(n, types[n.name], drawing)
        for n in numbers_of(policy.numbers)
        if is_readable(types[n.name])
    }
    return {"type": "object", "properties": figures, "additionalProperties": False}


def _of(policy: Policy, drawn: Schema, held: dict[str, Schema]) -> Schema:
    """Return the schema of a document that is this policy's, and of this edition."""
    properties = dict(drawn["properties"])
    for name, value in (("policy", policy.code), ("edition", policy.edition)):
        properties[name] = {"enum": [value, None], "description": properties[name]["description"]}
    for name, piece in held.items():
        properties[name] = {**piece, "description": properties[name]["description"]}
    return {**drawn, "properties": properties}


def _figure(number: Number, wanted: Any, drawing: Drawing) -> Schema:
    """Return one of a policy's figures, with what the policy says of it."""
    drawn = drawing.drawn(FigureDocument, "numbers.*")
    said = {
        "value": drawing.piece(wanted, "numbers"),
        "unit": {"enum": [number.unit, None]},
        "provision": {"enum": [number.provision, None]},
    }
    words = {name: {"description": drawn["properties"][name]["description"]} for name in said}
    return {**drawn, "properties": {name: said[name] | words[name] for name in said}}


def _choices(policy: Policy) -> dict[str, Schema]:
    """Return every name a reading may be chosen by, with its options and their letters."""
    entries = Counter(choice.question.entry for choice in policy.readings)
    names = {choice.name: choice for choice in policy.readings}
    alone = {c.question.entry: c for c in policy.readings if entries[c.question.entry] == 1}
    return {name: _options(choice) for name, choice in (names | alone).items()}


def _options(choice: Choice) -> Schema:
    options = list(choice.question.options)
    return {"enum": [*(one.option for one in options), *(one.letter for one in options)]}
