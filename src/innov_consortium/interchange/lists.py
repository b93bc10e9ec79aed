"""Lists of a document: each item structured by itself, all faults found, until they are enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, get_args

from cattrs import Converter

from innov_consortium.errors import MOST_FAULTS, Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import strict
from innov_consortium.interchange.objects import Hook

__all__ = ["set_of", "tuple_of"]


def tuple_of(cl: Any, converter: Converter) -> Hook:
    """Return what makes a tuple of a list.

    Args:
        cl: The tuple's type, with that of its items.
        converter: What structures the items.
    """
    items = _items_of(cl, converter)

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        found, faults = items(value)
        if faults:
            raise InvalidInputError(faults)
        return tuple(found)

    return structure


def set_of(cl: Any, converter: Converter) -> Hook:
    """Return what makes a set of a list of distinct items.

    Args:
        cl: The set's type, with that of its items.
        converter: What structures the items.
    """
    items = _items_of(cl, converter)

    def structure(value: Any, _: Any) -> frozenset[Any]:
        found, faults = items(value)
        distinct = frozenset(found)
        if faults or len(distinct) < len(found):
            faults += islice(_repetitions(value), MOST_FAULTS)
        if faults:
            raise InvalidInputError(faults)
        return distinct

    return structure


def _items_of(cl: Any, converter: Converter) -> Callable[[Any], tuple[list[Any], list[Fault]]]:
    """Return what structures the items of a list one by one, until there are faults enough."""
    (wanted, *_) = get_args(cl)
    hook = converter.get_structure_hook(wanted)

    def items(value: Any) -> tuple[list[Any], list[Fault]]:
        found: list[Any] = []
        faults: list[Fault] = []
        for n, item in enumerate(strict.require_list(value)):
            try:
                found.append(hook(item, wanted))
            except InvalidInputError as error:
                faults += error.under(f"[{n}]").faults
                if len(faults) > MOST_FAULTS:
                    break
        return found, faults

    return items


def _repetitions(listed: list[Any]) -> Iterator[Fault]:
    """Yield the texts in a list of distinct items that stand there already."""
    first: dict[str, int] = {}
    for n, item in enumerate(listed):
        if type(item) is str and first.setdefault(item, n) != n:
            zh = f"与第{first[item] + 1}项重复，请删去"
            en = f"repeats no. {first[item] + 1}; remove it"
            yield Fault(FaultKind.DUPLICATE, f"[{n}]", zh, en)
