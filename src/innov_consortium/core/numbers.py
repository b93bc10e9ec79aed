"""A policy's figures: each one once, with the provision that states it and its unit."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs
from attrs import frozen

from innov_consortium.core.text import suggestion, told, told_under
from innov_consortium.errors import Fault, FaultKind, InvalidInputError, MalformedPolicyError

__all__ = ["Number", "numbers_of", "stated", "with_numbers"]

N = TypeVar("N")
_PROVISION = "innov_consortium.provision"
_UNIT = "innov_consortium.unit"
_LEAST = "innov_consortium.least"
_MOST = "innov_consortium.most"


@frozen
class Number:
    """A figure as the text states it.

    Args:
        name: The name clauses ask for it by.
        value: The figure: an ``int``, a ``Fraction``, a ``Decimal``, a ``date``, a tuple of words.
        provision: The provision that states it.
        unit: What it counts.
    """

    name: str
    value: Any
    provision: str
    unit: str


def stated(
    value: N, provision: str, *, unit: str = "", least: N | None = None, most: N | None = None
) -> N:
    """Declare a field of a policy's numbers, stated by ``provision``.

    Args:
        value: The figure.
        provision: The provision that states it.
        unit: What it counts.
        least: The least that another figure in its place may be, inclusive; ``None`` for any.
        most: The most that it may be, inclusive; ``None`` for any.

    >>> @frozen
    ... class Numbers:
    ...     min_participants: int = stated(6, "art5.item3.s2c", unit="家")
    >>> numbers_of(Numbers())
    (Number(name='min_participants', value=6, provision='art5.item3.s2c', unit='家'),)
    """

    def same_type(_: Any, field: attrs.Attribute[N], given: Any) -> None:
        if type(given) is not type(value):
            wanted, got = type(value).__name__, type(given).__name__
            msg = f"the number {field.name} must be {wanted}, not {got}"
            raise TypeError(msg)
        for fault in _bound_faults(field, given):
            msg = f"the number {field.name} {fault.en}"
            raise ValueError(msg)

    field: N = attrs.field(
        default=value,
        validator=same_type,
        metadata={_PROVISION: provision, _UNIT: unit, _LEAST: least, _MOST: most},
    )
    return field


def numbers_of(numbers: Any) -> tuple[Number, ...]:
    """Return the figures of a policy's numbers, in the order they are written.

    Raises:
        MalformedPolicyError: A field was not declared with :func:`stated`.
    """
    found = []
    for a in attrs.fields(type(numbers)):
        if _PROVISION not in a.metadata:
            msg = f"the number {a.name!r} cites no provision; declare it with stated(…)"
            raise MalformedPolicyError(msg)
        figure = getattr(numbers, a.name)
        found.append(Number(a.name, figure, a.metadata[_PROVISION], a.metadata[_UNIT]))
    return tuple(found)


def with_numbers(numbers: N, changes: dict[str, Any]) -> N:
    """Return the numbers with some figures changed, of the same types.

    Raises:
        InvalidInputError: A name is unknown, a value has another type, or is less or more than the
            figure may be; all of it at once.
    """
    known = {n.name: type(n.value) for n in numbers_of(numbers)}
    declared: Any = type(numbers)
    fields = attrs.fields_dict(declared)
    faults = [fault for name in changes for fault in _number_faults(name, changes[name], known)]
    if not faults:
        faults = [f for name in changes for f in _bound_faults(fields[name], changes[name])]
    if faults:
        raise InvalidInputError(faults)
    return attrs.evolve(numbers, **changes)  # type: ignore[misc]  # any policy's own class


def _bound_faults(field: attrs.Attribute[Any], value: Any) -> list[Fault]:
    least, most = field.metadata[_LEAST], field.metadata[_MOST]
    if least is not None and value < least:
        zh, en = f"应为 {least} 以上，而不是 {value}", f"must be {least} or more, not {value}"
    elif most is not None and value > most:
        zh, en = f"应为 {most} 以下，而不是 {value}", f"must be {most} or less, not {value}"
    else:
        return []
    return [Fault(FaultKind.INVALID_VALUE, f"numbers.{field.name}", zh, en)]


def _number_faults(name: str, value: Any, known: dict[str, type[Any]]) -> list[Fault]:
    path = told_under("numbers", name)
    if name not in known:
        (zh, en), kind = suggestion(name, known), FaultKind.INVALID_VALUE
        zh, en = f"没有数字 {told(name)}{zh}", f"there is no number {told(name)}{en}"
        return [Fault(kind, path, zh, en)]
    if type(value) is not known[name]:
        wanted, got = known[name].__name__, type(value).__name__
        kind = FaultKind.TYPE_ERROR
        return [Fault(kind, path, f"应为 {wanted}，而不是 {got}", f"must be {wanted}, not {got}")]
    return []
