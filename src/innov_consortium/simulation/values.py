"""What a table of rates may say in the place of a value: what depends on the year and on chance.

``{"$pick": {"a": 9, "b": 1}}`` draws by shares. ``{"$transition": {"": {…}, "a": {…}}}`` draws by
the shares that stand under what the last event of this sort said in the same field, under ``""``
where there is none. ``{"$day": "05-12"}`` is that day of the year, ``{"$year": -1}`` the year
before, ``{"$trait": "district"}`` a trait of the candidate, ``{"$lead": "id"}`` the id of its lead
(or ``"name"``), ``{"$established": "grounds"}`` the provisions that an inquiry finds established.
"""

from __future__ import annotations

import calendar
import enum
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias, get_type_hints

from innov_consortium.core.events import Event
from innov_consortium.core.organizations import Organization
from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.simulation.scene import Scene

__all__ = [
    "day_in",
    "day_problems",
    "depends",
    "hints_of",
    "inquiry_problems",
    "rate_in",
    "rate_problems",
    "told",
    "value_problems",
]

_LEAP = 2000
_ELSE = "else"
_LEAD = ("id", "name")


def depends(node: object) -> bool:
    """Return whether a value depends on the scene it is asked in."""
    if isinstance(node, dict):
        return any(str(key).startswith("$") or depends(one) for key, one in node.items())
    return isinstance(node, list) and any(map(depends, node))


def day_in(year: int, text: str) -> date:
    """Return a day of a year written ``MM-DD``; of 29 February, the last of the month.

    >>> day_in(2027, "02-29").isoformat()
    '2027-02-28'
    """
    month, day = map(int, text.split("-"))
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def rate_in(rate: float | Mapping[str, float], year: int) -> float:
    """Return what a rate is in a year: one number, or one by year with ``else`` for the others.

    >>> [rate_in({"2026": 0.5, "else": 0.25}, year) for year in (2026, 2027)]
    [0.5, 0.25]
    """
    if isinstance(rate, Mapping):
        return rate.get(str(year), rate.get(_ELSE, 0))
    return rate


_HINTS: dict[type[Event], dict[str, Any]] = {}


def hints_of(sort: type[Event]) -> Mapping[str, Any]:
    """Return of which type each field of a sort of event is."""
    if sort not in _HINTS:
        _HINTS[sort] = get_type_hints(sort)
    return _HINTS[sort]


def told(node: Any, scene: Scene, name: str, sort: type[Event] | None = None) -> Any:
    """Return what a value comes to in a scene.

    Args:
        node: The value as the table has it.
        scene: The scene.
        name: The name of the stream that is drawn from.
        sort: The sort of event in whose field it stands; ``None`` for what is known around one.
    """
    if isinstance(node, list):
        return [told(one, scene, f"{name}[{n}]", sort) for n, one in enumerate(node)]
    if not isinstance(node, dict):
        return node
    if len(node) == 1:
        [(key, said)] = node.items()
        if key in _MADE:
            return _MADE[key](said, scene, name, sort)
    return {key: told(one, scene, f"{name}.{key}", sort) for key, one in node.items()}


def _transition(said: Any, scene: Scene, name: str, sort: type[Event] | None) -> Any:
    last = None if sort is None else scene.last(sort)
    before = None if last is None else getattr(last, name.rpartition(".")[2])
    before = before.value if isinstance(before, enum.Enum) else before
    shares = said.get("" if before is None else str(before), said.get(_ELSE, {}))
    return scene.stream(name).pick(shares) if shares else None


def _lead(said: str, lead: Organization) -> Any:
    if said == "name":
        return lead.name
    own = lead.id
    return own.value if own.is_uscc else {"scheme": own.scheme, "value": own.value}


def _trait(said: str, scene: Scene) -> Any:
    traits = scene.candidate.traits
    if said not in traits:
        listed = ", ".join(traits) or "—"
        zh, en = f"没有这一项；有：{listed}", f"is not there; there are: {listed}"
        path = f"population[{scene.index}].traits.{said}"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, path, zh, en)])
    return traits[said]


_Made: TypeAlias = Callable[[Any, Scene, str, type[Event] | None], Any]

_MADE: Mapping[str, _Made] = {
    "$pick": lambda said, scene, name, _: scene.stream(name).pick(said),
    "$transition": _transition,
    "$day": lambda said, scene, _, __: day_in(scene.year, said).isoformat(),
    "$year": lambda said, scene, _, __: scene.year + said,
    "$trait": lambda said, scene, _, __: _trait(said, scene),
    "$lead": lambda said, scene, _, __: _lead(said, scene.application.lead),
    "$established": lambda said, scene, _, __: [*scene.established(said)],
}


# --- what is wrong with one -----------------------------------------------------------------------


def value_problems(node: object, path: str, policy: Policy) -> Iterator[Fault]:
    """Return what is wrong with a value of a table.

    Args:
        node: The value.
        path: Its path.
        policy: The policy whose inquiries it may name.
    """
    if isinstance(node, list):
        for n, one in enumerate(node):
            yield from value_problems(one, f"{path}[{n}]", policy)
    elif isinstance(node, dict):
        for key, one in node.items():
            if key in _MADE:
                alone = len(node) == 1
                yield from _made_problems(key, one, path, policy, alone=alone)
            elif str(key).startswith("$"):
                yield _wrong(
                    f"{path}.{key}", f"只能是 {'、'.join(_MADE)}", f"one of {', '.join(_MADE)}"
                )
            else:
                yield from value_problems(one, f"{path}.{key}", policy)


def _made_problems(
    key: str, said: Any, path: str, policy: Policy, *, alone: bool
) -> Iterator[Fault]:
    where = f"{path}.{key}"
    if not alone:
        yield _wrong(where, "须单独出现", "alone in its object")
    if key == "$established":
        yield from inquiry_problems(said, where, policy)
    else:
        yield from _SAID[key](said, where)


def _transition_problems(said: object, where: str) -> Iterator[Fault]:
    if not isinstance(said, dict) or not said:
        yield _wrong(where, "应为以前值为键的对象", "an object, by the value before")
        return
    for before, shares in said.items():
        yield from _share_problems(shares, f"{where}.{before}")


def _year_problems(said: object, where: str) -> Iterator[Fault]:
    if type(said) is not int:
        yield _wrong(where, "应为整数", "a whole number")


def _lead_problems(said: object, where: str) -> Iterator[Fault]:
    if said not in _LEAD:
        yield _wrong(where, f"应为 {' 或 '.join(_LEAD)}", f"{' or '.join(_LEAD)}")


def _trait_problems(said: object, where: str) -> Iterator[Fault]:
    if type(said) is not str:
        yield _wrong(where, "应为文字", "text")


def inquiry_problems(said: object, where: str, policy: Policy) -> Iterator[Fault]:
    """Return whether a policy has no inquiry into grounds of a name."""
    there = [one.name for one in policy.inquiries if one.grounds]
    if said not in there:
        yield _wrong(where, f"应为下列之一：{'、'.join(there)}", f"one of {', '.join(there)}")


def _share_problems(said: object, where: str) -> Iterator[Fault]:
    shares = said.values() if isinstance(said, dict) else ()
    numbers = [s for s in shares if isinstance(s, int | float) and type(s) is not bool and s >= 0]
    if not isinstance(said, dict) or len(numbers) < len(said) or not sum(numbers):
        zh = "应为各选项的份额：不为负数，且不全为零"
        yield _wrong(where, zh, "shares by option, none below nought and not all of them nought")


def day_problems(said: object, where: str) -> Iterator[Fault]:
    """Return whether something is no day of a year."""
    try:
        date.fromisoformat(f"{_LEAP}-{said}")
    except ValueError:
        yield _wrong(where, "应为 MM-DD", "a day of the year as MM-DD")


def rate_problems(said: object, where: str) -> Iterator[Fault]:
    """Return whether something is no rate, nor one by year."""
    by_year = said if isinstance(said, dict) else {_ELSE: said}
    for year, rate in by_year.items():
        known = year == _ELSE or (str(year).isdecimal() and len(str(year)) == len(str(_LEAP)))
        number = isinstance(rate, int | float) and type(rate) is not bool and 0 <= rate <= 1
        if not (known and number):
            zh = "应为 0 至 1 的数，或者按年份（else 为其余年份）"
            yield _wrong(where, zh, "a number from 0 to 1, or one by year, else for the others")
            return


def _wrong(path: str, zh: str, en: str) -> Fault:
    return Fault(FaultKind.INVALID_VALUE, path, zh, f"must be {en}")


_SAID: Mapping[str, Callable[[Any, str], Iterator[Fault]]] = {
    "$pick": _share_problems,
    "$transition": _transition_problems,
    "$day": day_problems,
    "$year": _year_problems,
    "$trait": _trait_problems,
    "$lead": _lead_problems,
}
