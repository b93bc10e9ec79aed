"""Facts and clauses: plain functions, joined by the names of their parameters.

Positional parameters name *facts* (or, in a fact, the entities it is derived from as well);
keyword-only parameters name the policy's *numbers* and *readings*. Nothing is registered: a policy
lists its clauses explicitly, and unknown names are refused when it is built.
"""

from __future__ import annotations

import enum
import functools
import inspect
from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar, overload

from attrs import frozen

from innov_consortium.core.words import Ruling, Truth

__all__ = [
    "Clause",
    "Evidence",
    "Fact",
    "Force",
    "Items",
    "Judgement",
    "Outcome",
    "Ranges",
    "clause",
    "fact",
    "items",
    "judged",
    "settle",
]

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

#: Ranges of provisions, each from a first to a last one, both included.
Ranges: TypeAlias = tuple[tuple[str, str], ...]


class Outcome(enum.Enum):
    """What a norm makes of a case. It has no truth value: there is more than yes and no."""

    MET = "met"
    NOT_MET = "not_met"
    DEPARTS_FROM_PRINCIPLE = "departs_from_principle"
    ACCEPTED_DEPARTURE = "accepted_departure"
    CASE_BY_CASE = "case_by_case"
    NEEDS_JUDGEMENT = "needs_judgement"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"

    __hash__ = object.__hash__  # an enum's own is written in Python; this is asked very often

    def __bool__(self) -> bool:
        """Refuse, because ``if outcome:`` would hide six of the eight.

        >>> bool(Outcome.UNKNOWN)
        Traceback (most recent call last):
        ...
        TypeError: an Outcome has no truth value; compare it: outcome is Outcome.MET
        """
        msg = "an Outcome has no truth value; compare it: outcome is Outcome.MET"
        raise TypeError(msg)


# On Python 3.11 to look a member up on its class is slow, and every norm and item comes to one.
_MET, _NOT_MET, _UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
_DEPARTS, _NOT_APPLICABLE = Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.NOT_APPLICABLE


class Force(enum.Enum):
    """How strongly a norm binds."""

    MANDATORY = "mandatory"
    IN_PRINCIPLE = "in_principle"
    JUDGEMENT = "judgement"
    ENCOURAGEMENT = "encouragement"


class Evidence:
    """A fact that is more than a number or a truth value, and shows what it rests on.

    A clause is given ``value``; the finding keeps the whole evidence. ``missing`` names the paths
    whose absence leaves the value unknown or uncertain.
    """

    __slots__ = ()

    value: Any
    missing: tuple[str, ...]


class _Named(Generic[P, R_co]):
    """A function that keeps its identity and knows the names of its parameters."""

    __name__: str
    __module__: str
    __qualname__: str

    def __init__(self, function: Callable[P, R_co]) -> None:
        functools.update_wrapper(self, function)
        self.function = function
        parameters = inspect.signature(function).parameters.values()
        self.needs = tuple(p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD)
        self.settings = tuple(p.name for p in parameters if p.kind is p.KEYWORD_ONLY)
        odd = [p.name for p in parameters if p.name not in (*self.needs, *self.settings)]
        if odd:
            msg = f"{self.__qualname__}: *args and **kwargs name no fact: {', '.join(odd)}"
            raise TypeError(msg)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        return self.function(*args, **kwargs)

    def __reduce__(self) -> str:
        """Pickle by name, as functions do."""
        return self.__qualname__

    def __repr__(self) -> str:
        return f"<{type(self).__name__.lower()} {self.name}>"

    @property
    def name(self) -> str:
        """The name other functions ask for it by."""
        return self.__name__

    @property
    def where(self) -> str:
        """Module and line, so that a reader can go and look."""
        return f"{self.__module__}:{self.function.__code__.co_firstlineno}"


class Fact(_Named[P, R_co]):
    """Something derived from the case that clauses and other facts may name.

    Args:
        function: How it is derived. ``None`` means not known.
        each: The item it is derived for, or ``None`` for the whole case.
        reads: Paths into the input it reads; ``{}`` stands for the path of the item.
        attested: Whether a body may attest it under its name: ``bool`` for a fact that holds or
            not, an enum for one that is a choice; ``None`` if nobody attests it.
    """

    def __init__(
        self,
        function: Callable[P, R_co],
        *,
        each: str | None = None,
        reads: tuple[str, ...] = (),
        attested: type[bool | enum.Enum] | None = None,
    ) -> None:
        super().__init__(function)
        self.each = each
        self.reads = reads
        self.attested = attested


class Items(_Named[P, R_co]):
    """The items a clause may be written for one of: participants, members, organs.

    Args:
        function: Derives the tuple of items; its name is the item's name.
        path: Gives the path of an item from its place in the tuple.
    """

    def __init__(self, function: Callable[P, R_co], *, path: Callable[[int], str]) -> None:
        super().__init__(function)
        self.path = path


class Clause(_Named[P, Truth | Ruling]):
    """One comparison the text makes, in the words of statutes.

    Args:
        function: The comparison.
        provision: The provision it is the meaning of.
        force: How strongly it binds; a function of readings where they disagree about it.
        each: The item it is written for, or ``None`` for the whole case.
        displaces: The provisions that give way where this clause is met, as ranges from a first
            to a last one in the order of the law; a function of readings.
        attested: Whether an attestation of the provision answers it where it is left open; names,
            if only the word of whoever bears one of them does.
    """

    def __init__(
        self,
        function: Callable[P, Truth | Ruling],
        provision: str,
        *,
        force: Force | Callable[..., Force] = Force.MANDATORY,
        each: str | None = None,
        displaces: Callable[..., Ranges] | None = None,
        attested: bool | tuple[str, ...] = False,
    ) -> None:
        super().__init__(function)
        self.provision = provision
        self.force = force
        self.each = each
        self.displaces = displaces
        self.attested = attested


@frozen
class Judgement:
    """A norm that only awaits a person's judgement; an attestation answers it.

    Args:
        provision: The provision that leaves the matter to a person.
        each: The item the judgement is made for, or ``None`` for the whole case.
        only_if: The fact that says whether the norm concerns the item; ``None`` if it always does.
    """

    provision: str
    each: str | None = None
    only_if: str | None = None

    @property
    def name(self) -> str:
        """The name of the norm: its provision."""
        return self.provision

    @property
    def needs(self) -> tuple[str, ...]:
        """The facts it needs."""
        return () if self.only_if is None else (self.only_if,)


@overload
def fact(function: Callable[P, R], /) -> Fact[P, R]: ...
@overload
def fact(
    *,
    each: str | None = None,
    reads: str | tuple[str, ...] = (),
    attested: type[bool | enum.Enum] | None = None,
) -> Callable[[Callable[P, R]], Fact[P, R]]: ...
def fact(
    function: Callable[..., Any] | None = None,
    /,
    *,
    each: str | None = None,
    reads: str | tuple[str, ...] = (),
    attested: type[bool | enum.Enum] | None = None,
) -> Any:
    """Make a function a fact; see :class:`Fact`."""
    paths = (reads,) if isinstance(reads, str) else reads
    if function is not None:
        return Fact(function)
    return functools.partial(Fact, each=each, reads=paths, attested=attested)


def items(*, path: Callable[[int], str]) -> Callable[[Callable[P, R]], Items[P, R]]:
    """Make a function the source of a sort of items; see :class:`Items`."""
    return functools.partial(Items, path=path)


def clause(
    provision: str,
    *,
    force: Force | Callable[..., Force] = Force.MANDATORY,
    each: str | None = None,
    displaces: Callable[..., Ranges] | None = None,
    attested: bool | tuple[str, ...] = False,
) -> Callable[[Callable[P, Truth | Ruling]], Clause[P]]:
    """Make a function a clause of a provision; see :class:`Clause`."""
    return functools.partial(
        Clause,
        provision=provision,
        force=force,
        each=each,
        displaces=displaces,
        attested=attested,
    )


def judged(provision: str, *, each: str | None = None, only_if: str | None = None) -> Judgement:
    """Name a provision that only awaits a person's judgement; see :class:`Judgement`."""
    return Judgement(provision, each, only_if)


def settle(said: Truth | Ruling, force: Force) -> Outcome:  # noqa: PLR0911 - one line a case
    """Turn what a clause says into an outcome.

    >>> settle(False, Force.IN_PRINCIPLE)
    <Outcome.DEPARTS_FROM_PRINCIPLE: 'departs_from_principle'>
    >>> settle(Ruling(applies=True, open=True, test=False), Force.MANDATORY)
    <Outcome.NEEDS_JUDGEMENT: 'needs_judgement'>
    >>> settle(Ruling(applies=None, open=False, test=True), Force.MANDATORY)
    <Outcome.UNKNOWN: 'unknown'>
    """
    if isinstance(said, Ruling):
        if said.applies is False:
            return _NOT_APPLICABLE
        if said.applies is None or said.open is None:
            return _UNKNOWN
        if said.open is True:
            return Outcome.NEEDS_JUDGEMENT
        said = said.test
    if said is True:
        return _MET
    if said is None:
        return _UNKNOWN
    if said is not False or force is Force.ENCOURAGEMENT:
        msg = f"neither a truth value nor a ruling, or of no force: {said!r}, {force.value}"
        raise TypeError(msg)
    if force is Force.IN_PRINCIPLE:
        return _DEPARTS
    return _NOT_MET
