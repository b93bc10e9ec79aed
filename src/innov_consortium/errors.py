"""Misuse and unusable input. "Not eligible" is a result, never one of these.

Every error says what is wrong, with which value, at which path, and what to do — in Chinese and in
English, because the person who reads it may read only one of the two.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from itertools import islice

from attrs import frozen

__all__ = [
    "MOST_FAULTS",
    "OTHERS_NOT_TOLD",
    "Fault",
    "FaultKind",
    "InnovConsortiumError",
    "InvalidInputError",
    "MalformedPolicyError",
    "PolicyConflictError",
    "PolicyNotFoundError",
    "PolicyPluginError",
]


#: Most faults told of one input. Where there are more, the last says so.
MOST_FAULTS = 1_000


class FaultKind(enum.Enum):
    """The kind of a fault, in the words of the refusal cases."""

    TYPE_ERROR = "type_error"
    INVALID_VALUE = "invalid_value"
    DUPLICATE = "duplicate"
    INCONSISTENT = "inconsistent"
    OUT_OF_ORDER = "out_of_order"
    LIMIT_EXCEEDED = "limit_exceeded"


@frozen
class Fault:
    """One thing that makes an input unusable.

    Args:
        kind: What sort of fault it is.
        path: Where it is, as a path into the input: ``application.participants[3].id``.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
    """

    kind: FaultKind
    path: str
    zh: str
    en: str

    def under(self, prefix: str) -> Fault:
        """Return the same fault seen from the object that holds this one.

        >>> Fault(FaultKind.DUPLICATE, "id", "重复", "twice").under("participants[2]").path
        'participants[2].id'
        """
        below = not self.path or not prefix or self.path.startswith("[")
        path = f"{prefix}{self.path}" if below else f"{prefix}.{self.path}"
        return Fault(self.kind, path, self.zh, self.en)


#: What stands for the faults of an input that are too many to be told.
OTHERS_NOT_TOLD = Fault(
    FaultKind.LIMIT_EXCEEDED,
    "",
    f"错误过多，只列出 {MOST_FAULTS} 处以内；请先改正以上各处，再重新检查",
    f"has more faults than the {MOST_FAULTS} that are told at most; correct these and check again",
)


class InnovConsortiumError(Exception):
    """The root of every error this library raises on purpose."""


class InvalidInputError(InnovConsortiumError, ValueError):
    """The input cannot be used; ``faults`` lists everything found wrong with it.

    At most ``MOST_FAULTS`` are listed; where there are more, the last one says so.

    >>> raise InvalidInputError([Fault(FaultKind.TYPE_ERROR, "on", "应为日期", "must be a date")])
    Traceback (most recent call last):
    ...
    innov_consortium.errors.InvalidInputError: on: 应为日期 / must be a date
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        found = tuple(islice(faults, MOST_FAULTS + 1))
        if len(found) > MOST_FAULTS:
            found = (*found[: MOST_FAULTS - 1], OTHERS_NOT_TOLD)
        self.faults: tuple[Fault, ...] = found
        super().__init__(found)

    def __str__(self) -> str:
        return "\n".join(f"{f.path}: {f.zh} / {f.en}" for f in self.faults)

    def __reduce__(self) -> tuple[type[InvalidInputError], tuple[tuple[Fault, ...]]]:
        """Pickle by the faults, not by the text made from them."""
        return type(self), (self.faults,)

    def under(self, prefix: str) -> InvalidInputError:
        """Return the same error seen from the object that holds the faulty one."""
        return InvalidInputError(fault.under(prefix) for fault in self.faults)


class MalformedPolicyError(InnovConsortiumError, ValueError):
    """A policy names something that does not exist, or contradicts itself; it is not built."""


class PolicyNotFoundError(InnovConsortiumError, LookupError):
    """No installed policy answers to that code or alias; the message lists those that exist."""


class PolicyConflictError(InnovConsortiumError, LookupError):
    """Several policies claim the same region for the same day; the message lists them."""


class PolicyPluginError(InnovConsortiumError):
    """A plugin could not be used; the message names it and says why."""
