"""Values of stored documents that need no policy to be read: plain, immutable, hashable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeAlias, TypeVar

__all__ = ["FrozenMapping", "Json", "Text"]

V_co = TypeVar("V_co", covariant=True)


class FrozenMapping(Mapping[str, V_co]):
    """An object of a document whose keys are names of its own: immutable, in the order written.

    Two are equal where their keys and values are, in whatever order.

    >>> counted = FrozenMapping({"participants": 7, "enterprises": 4})
    >>> counted["enterprises"], list(counted), counted == {"enterprises": 4, "participants": 7}
    (4, ['participants', 'enterprises'], True)
    >>> hash(counted) == hash(FrozenMapping({"enterprises": 4, "participants": 7}))
    True
    """

    __slots__ = ("_held",)

    _held: dict[str, V_co]

    def __init__(self, held: Mapping[str, V_co] | Iterable[tuple[str, V_co]] = ()) -> None:
        """Hold what a mapping, or pairs of keys and values, hold now."""
        object.__setattr__(self, "_held", dict(held))

    def __getitem__(self, key: str) -> V_co:
        """Return the value of a key."""
        return self._held[key]

    def __iter__(self) -> Iterator[str]:
        """Yield the keys, in the order written."""
        return iter(self._held)

    def __len__(self) -> int:
        """Return how many keys there are."""
        return len(self._held)

    def __hash__(self) -> int:
        """Return a hash that the order has no part in."""
        return hash(frozenset(self._held.items()))

    def __repr__(self) -> str:
        return f"FrozenMapping({self._held!r})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: it is immutable."""
        msg = f"a FrozenMapping is immutable; {name!r} cannot be set"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: it is immutable."""
        msg = f"a FrozenMapping is immutable; {name!r} cannot be deleted"
        raise AttributeError(msg)

    def __reduce__(self) -> tuple[type[FrozenMapping[V_co]], tuple[dict[str, V_co]]]:
        """Pickle by what it holds."""
        return type(self), (self._held,)


#: A text of a stored document: of any length, on any number of lines, such as UTF-8 can hold.
Text: TypeAlias = Annotated[str, "any text"]

#: What JSON can hold, lists as tuples and objects frozen; of numbers the whole ones only.
if TYPE_CHECKING:
    Json: TypeAlias = "bool | int | str | tuple[Json, ...] | FrozenMapping[Json] | None"
else:
    Json = Annotated[Any, "plain JSON"]  # what the converter looks for: it knows no recursive type
