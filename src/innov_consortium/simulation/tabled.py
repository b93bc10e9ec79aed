"""A behaviour read from a table of rates: a JSON document instead of functions.

``turns`` lists who does what: ``step`` names a row of the policy's table and ``on`` a day of the
year as ``MM-DD``. What else may stand there says when it is done — ``rate``, the share of those who
do it, a number or one by year; ``every``, so many years from the recognition on; ``after``, a step
taken in the same year; ``established``, an inquiry into grounds one of which is — and ``says``
what, field by field. ``known`` lists what is known around a consortium: ``attestations``,
``departures``, ``listings`` and what stands in a ``record``, each with its day and, if it does not
come about every year, a ``$rate``; ``$while`` says in which phase. ``again`` is the share of those
who try again in a year. In the place of a value may stand what
:mod:`innov_consortium.simulation.values` describes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from attrs import frozen

from innov_consortium.core.attestations import Attestation, Departure, Listing
from innov_consortium.core.case import Surroundings
from innov_consortium.core.decide import Standing
from innov_consortium.core.events import Event
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import (
    Accident,
    Determination,
    Falsification,
    Misconduct,
    Record,
)
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.steps import Step
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.converter import structure_as
from innov_consortium.interchange.formats import Sorts, sorts_of
from innov_consortium.simulation.behaviour import Behaviour, Turn
from innov_consortium.simulation.scene import Scene
from innov_consortium.simulation.tabled_faults import table_faults
from innov_consortium.simulation.values import day_in, hints_of, rate_in, told

__all__ = ["load_behaviour", "structure_behaviour"]

_GIVEN = {"attestations": Attestation, "departures": Departure, "listings": Listing}
_RECORDED = {
    "falsifications": Falsification,
    "accidents": Accident,
    "determinations": Determination,
    "misconduct": Misconduct,
}


def load_behaviour(text: str | bytes, policy: Policy) -> Behaviour:
    """Return the behaviour a JSON text describes.

    Args:
        text: The text, or its bytes in UTF-8.
        policy: The policy whose steps it takes.

    Raises:
        InvalidInputError: It is no JSON, or something in it is wrong; every fault is told.
    """
    try:
        document = json.loads(text)
    except ValueError as error:
        zh, en = f"不是 JSON：{error}", f"is no JSON: {error}"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "behaviour", zh, en)]) from None
    return structure_behaviour(document, policy)


def structure_behaviour(document: object, policy: Policy) -> Behaviour:
    """Return the behaviour a table describes.

    Args:
        document: What ``json.loads`` makes of it; see the top of this module.
        policy: The policy whose steps it takes.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    check_sorts(policy=(policy, Policy))
    faults = list(table_faults(document, policy, _GIVEN, _RECORDED))
    if faults:
        raise InvalidInputError(faults)
    assert isinstance(document, dict)  # noqa: S101 - it has no faults
    steps = {step.name: step for step in policy.steps}
    sorts = sorts_of(policy)
    specs = [_Spec(n, one, steps[one["step"]], sorts) for n, one in enumerate(document["turns"])]
    return Behaviour(
        turns=tuple(Turn(step=s.step.name, on=s.day, says=s.fields) for s in specs),
        known=partial(_known, document.get("known", {})),
        again=partial(_again, document.get("again", 1)),
    )


# --- what it comes to in a scene ------------------------------------------------------------------


@frozen
class _Spec:
    """A turn as the table has it."""

    place: int
    said: Mapping[str, Any]
    step: Step
    sorts: Sorts

    def day(self, scene: Scene) -> date | None:
        """Return the day on which it is done in the year of a scene; ``None`` if it is not."""
        said = self.said
        every = said.get("every")
        if every is not None and not _is_due(every, scene):
            return None
        if "after" in said and scene.done.get(said["after"]) is not Standing.ALLOWED:
            return None
        rate = rate_in(said.get("rate", 1), scene.year)
        if rate < 1 and not scene.stream(self._name).chance(rate):
            return None
        return day_in(scene.year, said["on"])

    def fields(self, scene: Scene) -> Mapping[str, Any] | None:
        """Return what it says on its day, field by field; ``None`` if it is not done after all."""
        if "established" in self.said and not scene.established(self.said["established"]):
            return None
        sort = self.step.event
        made = {}
        for name, node in self.said.get("says", {}).items():
            value = told(node, scene, f"{self._name}.{name}", sort)
            made[name] = _structured(value, sort, name, self.sorts)
        return made

    @property
    def _name(self) -> str:
        """The name of its stream: of its step, so that it is the same in another table."""
        return f"{self.step.name}@{self.said['on']}"


def _is_due(every: Mapping[str, int], scene: Scene) -> bool:
    recognised = scene.consortium.recognised_on
    if recognised is None:
        return False
    passed = scene.year - recognised.year - every.get("after", 0)
    return passed >= 0 and passed % every["years"] == 0


def _again(rate: float | Mapping[str, float], scene: Scene) -> bool:
    return scene.stream("again").chance(rate_in(rate, scene.year))


def _known(document: Mapping[str, Any], scene: Scene) -> Surroundings:
    """Return what was known before and what becomes known in the year.

    With another consortium everything begins anew.
    """
    before = scene.given if scene.history.events else Surroundings()
    given: dict[str, Any] = {
        name: (*getattr(before, name), *_in_year(document, name, scene)) for name in _GIVEN
    }
    record = document.get("record", {})
    recorded = {
        name: (*getattr(before.record, name), *_in_year(record, name, scene)) for name in _RECORDED
    }
    whole = date(scene.year, 12, 31) if record.get("complete") else None
    return Surroundings(**given, record=Record(**recorded, complete_to=whole))


def _in_year(document: Mapping[str, Any], name: str, scene: Scene) -> Iterator[Any]:
    phase = scene.consortium.phase.value
    for n, entry in enumerate(document.get(name, ())):
        here = f"known.{name}[{n}]"
        if entry.get("$while", phase) != phase:
            continue
        rate = rate_in(entry.get("$rate", 1), scene.year)
        if rate < 1 and not scene.stream(here).chance(rate):
            continue
        own = {key: told(v, scene, f"{here}.{key}") for key, v in entry.items() if key[0] != "$"}
        yield _made(name, json.dumps(own, sort_keys=True))


@cache
def _made(name: str, text: str) -> Any:
    """Return an entry; most are the same for everybody in a year."""
    return structure_as(json.loads(text), {**_GIVEN, **_RECORDED}[name])


def _structured(value: Any, sort: type[Event], name: str, sorts: Sorts) -> Any:
    try:
        return structure_as(value, hints_of(sort)[name], sorts)
    except InvalidInputError as error:
        where = f"says.{name}"
        raise error.under(where) from None
