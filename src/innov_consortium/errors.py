"""Misuse and unusable input. "Not eligible" is a result, never one of these.

Every error says what is wrong, with which value, at which path, and what to do — in Chinese and in
English, because the person who reads it may read only one of the two.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable

from attrs import evolve, frozen

__all__ = [
    "Fault",
    "FaultKind",
    "InnovConsortiumError",
    "InvalidInputError",
    "MalformedPolicyError",
    "PolicyConflictError",
    "PolicyNotFoundError",
    "PolicyPluginError",
]


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
        if not self.path or self.path.startswith("["):
            return evolve(self, path=prefix + self.path)
        return evolve(self, path=f"{prefix}.{self.path}" if prefix else self.path)


class InnovConsortiumError(Exception):
    """The root of every error this library raises on purpose."""


class InvalidInputError(InnovConsortiumError, ValueError):
    """The input cannot be used; ``faults`` lists everything found wrong with it.

    >>> raise InvalidInputError([Fault(FaultKind.TYPE_ERROR, "on", "应为日期", "must be a date")])
    Traceback (most recent call last):
    ...
    innov_consortium.errors.InvalidInputError: on: 应为日期 / must be a date
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(f"{f.path}: {f.zh} / {f.en}" for f in self.faults))

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
