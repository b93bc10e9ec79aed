"""A policy's numbers as a document: to keep them, or to ask what other ones would mean."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args, get_origin

import attrs

from innov_consortium.core.numbers import Number, numbers_of, with_numbers
from innov_consortium.core.policy import Policy
from innov_consortium.core.text import suggestion
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.converter import structure_as
from innov_consortium.interchange.documents.numbers import FigureDocument, NumbersDocument
from innov_consortium.interchange.faults import faults_of, once
from innov_consortium.interchange.limits import DEFAULT_LIMITS, Limits, require_within
from innov_consortium.interchange.paths import joined
from innov_consortium.interchange.reports import fact_value
from innov_consortium.interchange.structuring import structured
from innov_consortium.interchange.text import loaded
from innov_consortium.interchange.versions import present_of, schema_of
from innov_consortium.interchange.whose import whose_faults

__all__ = [
    "NUMBERS_SCHEMA",
    "is_readable",
    "load_numbers",
    "structure_numbers",
    "types_of",
    "unstructure_numbers",
]

#: The format of a policy's numbers, stated under ``schema``.
NUMBERS_SCHEMA = schema_of("numbers")

_HELD = "numbers"
_LEAVES = (bool, int, str, Fraction, Decimal, date)
_LONGEST_NAME = 60


def unstructure_numbers(policy: Policy) -> dict[str, Any]:
    """Return the document of a policy's numbers, all of them, each with its unit and provision.

    A share is written ``"1/2"``, an amount and a day as text.
    """
    return {
        "schema": NUMBERS_SCHEMA,
        "policy": policy.code,
        "edition": policy.edition,
        "numbers": {
            n.name: {"value": fact_value(n.value), "unit": n.unit, "provision": n.provision}
            for n in numbers_of(policy.numbers)
        },
    }


def structure_numbers(
    document: object, policy: Policy, *, limits: Limits = DEFAULT_LIMITS
) -> dict[str, Any]:
    """Return the numbers of a document, for ``policy.with_numbers(**numbers)``.

    Each has the very type in which the policy states its own: ``"1/2"`` is no whole number, and
    ``"2"`` is none either.

    Args:
        document: What :func:`unstructure_numbers` gives; all but ``numbers``, and the ``value`` of
            each, may be left out, and there may be some of the numbers only.
        policy: The policy they are for.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong, or it is of another policy, or the policy has
            no such number; every fault is told, each at its path.
    """
    require_within(document, limits)
    present = present_of(document, _HELD)
    known = {n.name: n for n in numbers_of(policy.numbers)}
    types = types_of(policy.numbers)
    given: Any = present
    made = structured(
        _without_values(given, known), NumbersDocument, at="", document=present, faults=()
    )
    faults = list(whose_faults(made.policy, made.edition, policy))
    found: dict[str, Any] = {}
    for name, figure in made.numbers.items():
        path = joined(_HELD, name)
        if name not in known:
            faults.append(_unknown(path, name, known))
            continue
        faults += _contradictions(path, figure, known[name])
        try:
            found[name] = _figure(given[_HELD][name]["value"], types[name])
        except InvalidInputError as error:
            faults += error.under(joined(path, "value")).faults
    faults += _out_of_bounds(policy, found)
    if faults:
        raise InvalidInputError(once(faults_of(InvalidInputError(faults), "", present)))
    return found


def load_numbers(
    text: str | bytes, policy: Policy, *, limits: Limits = DEFAULT_LIMITS
) -> dict[str, Any]:
    """Return the numbers a JSON text holds; see :func:`structure_numbers`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        policy: The policy they are for.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """

    def structure(document: object) -> dict[str, Any]:
        return structure_numbers(document, policy, limits=limits)

    return loaded(text, limits, structure, frozenset(), option=False)


def types_of(numbers: Any) -> dict[str, Any]:
    """Return the type of each figure: as declared, or else that of the figure itself."""
    declared = attrs.fields(attrs.resolve_types(type(numbers)))
    return {
        a.name: type(getattr(numbers, a.name)) if a.type in (None, Any) else a.type
        for a in declared
    }


def _without_values(document: Any, known: Collection[str]) -> Any:
    """Return a document with no values of figures whose type says better what they must be."""
    held = document.get(_HELD) if isinstance(document, dict) else None
    if not isinstance(held, dict):
        return document
    bare = {
        name: {**figure, "value": None}
        if name in known and isinstance(figure, dict) and "value" in figure
        else figure
        for name, figure in held.items()
    }
    return {**document, _HELD: bare}


def _figure(value: Any, wanted: Any) -> Any:
    if not is_readable(wanted):
        zh, en = "这一数字不能以文件给出", "this number cannot be given in a document"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "", zh, en)])
    return structure_as(value, wanted)


def is_readable(wanted: Any) -> bool:
    """Return whether there is one way to write a type, which reads back as the same."""
    if get_origin(wanted) is tuple:
        return all(inner is ... or is_readable(inner) for inner in get_args(wanted))
    return wanted in _LEAVES or (isinstance(wanted, type) and issubclass(wanted, enum.Enum))


def _unknown(path: str, name: str, known: dict[str, Number]) -> Fault:
    zh, en = suggestion(name[:_LONGEST_NAME], known)
    kind = FaultKind.INVALID_VALUE
    return Fault(kind, path, f"政策没有这个数字{zh}", f"is no number of the policy{en}")


def _contradictions(path: str, figure: FigureDocument, own: Number) -> Iterator[Fault]:
    """Yield where a document says of a figure what the policy does not."""
    for name in ("unit", "provision"):
        said, meant = getattr(figure, name), getattr(own, name)
        if said is not None and said != meant:
            zh, en = f"与政策所载 {meant!r} 不符", f"is not what the policy says, {meant!r}"
            yield Fault(FaultKind.INCONSISTENT, joined(path, name), zh, en)


def _out_of_bounds(policy: Policy, found: dict[str, Any]) -> Iterator[Fault]:
    try:
        with_numbers(policy.numbers, found)
    except InvalidInputError as error:
        for fault in error.faults:
            yield Fault(fault.kind, joined(fault.path, "value"), fault.zh, fault.en)
