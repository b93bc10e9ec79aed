"""Documents changed with an eye to what they are: mildly, so that most stay right, or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen
from fuzzing.corpus import Seed
from fuzzing.harsh import Harsh
from fuzzing.places import Path_, without, written
from fuzzing.values import ODD

from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange.paths import steps

__all__ = ["Mutator", "mended"]

_Way = Callable[[Harsh, Any, Path_], Any]
_Ways = tuple[tuple[_Way, ...], tuple[int, ...]]

_MILD: _Ways = (
    (
        *(Harsh.another, Harsh.day, Harsh.all_days, Harsh.less, Harsh.more),
        *(Harsh.order, Harsh.nothing, Harsh.renamed, Harsh.somebody),
    ),
    (6, 8, 3, 3, 6, 3, 3, 5, 1),
)
_HARSH: _Ways = (
    (
        *(Harsh.anything, Harsh.weird, Harsh.retyped, Harsh.deeper, Harsh.elsewhere),
        *(Harsh.key, Harsh.many, Harsh.another, Harsh.day, Harsh.exposed),
    ),
    (5, 6, 4, 3, 3, 4, 3, 2, 2, 2),
)


@frozen
class Mutator(Harsh):
    """What makes documents of those that are right."""

    def mild(self, seed: Seed, times: int) -> Any:
        """Return a document with things in it changed to others that may stand there."""
        return self._changed(seed, times, _MILD)

    def harsh(self, seed: Seed, times: int) -> Any:
        """Return a document with things in it changed to what hardly may stand there."""
        return self._changed(seed, times, _HARSH)

    def odd(self, seed: Seed) -> Any:
        """Return a document with something in it that no JSON text says."""
        path = self._somewhere(seed)
        return written(seed.document, path, {"$odd": self.rng.choice(tuple(ODD))})

    def _changed(self, seed: Seed, times: int, ways: _Ways) -> Any:
        document = seed.document
        for _ in range(times if seed.places else 0):
            way = self.rng.choices(*ways)[0]
            document = way(self, document, self._somewhere(seed))
            if not isinstance(document, dict | list):
                break
        return document

    def _somewhere(self, seed: Seed) -> Path_:
        """Return a place; those whose like is rare are as likely as those with many of them."""
        return self.rng.choice(self.rng.choice(seed.alike)) if seed.alike else ()


def mended(document: Any, structure: Callable[[Any], Any], times: int) -> Any:
    """Return a document without whatever a refusal of it names, as far as that goes.

    Args:
        document: The document.
        structure: Reads it.
        times: How often it is mended.
    """
    for _ in range(times):
        try:
            structure(document)
        except InvalidInputError as error:
            for fault in sorted(error.faults, key=lambda f: f.path, reverse=True):
                at = _place(fault.path)
                document = without(document, at) if at else document
        except Exception:  # noqa: BLE001 - a trouble, to be found when it is run
            return document
        else:
            return document
    return document


def _place(path: str) -> Path_:
    found: list[str | int] = []
    for name, index in steps(path):
        found += [name, int(index)] if index.isdecimal() else [name]
    return tuple(found)
