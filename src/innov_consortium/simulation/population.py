"""Who may apply: candidates, drawn or handed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import field, frozen

from innov_consortium.core.consortium import Application, Person
from innov_consortium.core.organizations import Organization
from innov_consortium.core.sorts import check_sorts
from innov_consortium.simulation.streams import Stream, stream
from innov_consortium.simulation.ties import Tie, ties_of

__all__ = ["Candidate", "Drawn", "Population", "candidate_of"]

_NO_TRAITS: Mapping[str, Any] = MappingProxyType({})


@frozen(kw_only=True)
class Candidate:
    """Those who may apply to form a consortium, once or again.

    Args:
        application: What they apply for; the day of filing is that of the act.
        name: What their consortia are called, the second one with ``-2`` behind; empty for a number
            by the place in the population.
        traits: Whatever else the behaviour goes by, such as the name of their district.
        others: Units that are no members yet and may join, persons that may come into a post.
    """

    application: Application
    name: str = ""
    traits: Mapping[str, Any] = field(default=_NO_TRAITS, hash=False)
    others: tuple[Organization | Person, ...] = ()

    @property
    def ties(self) -> frozenset[Tie]:
        """Every legal person and every person in a post that it has to do with, or may have."""
        return frozenset(ties_of(self.application, self.others))


@frozen
class Drawn:
    """A population that is drawn: candidate by candidate, each from a stream of its own.

    Args:
        make: Returns the candidate, or its application, of a place in the population, 0 first.
        count: How many there are.
    """

    make: Callable[[int, Stream], Candidate | Application]
    count: int


#: Candidates or applications handed in, or a population that is drawn.
Population: TypeAlias = Sequence[Candidate | Application] | Drawn


def candidate_of(population: Population, seed: int, index: int) -> Candidate:
    """Return a candidate of a population.

    Args:
        population: The population.
        seed: The seed of the run, for one that is drawn.
        index: Its place, 0 first.

    Raises:
        InvalidInputError: What stands there is neither a candidate nor an application.
    """
    if isinstance(population, Drawn):
        made = population.make(index, stream(seed, "population", index))
    else:
        made = population[index]
    check_sorts(**{f"population[{index}]": (made, (Candidate, Application))})
    return made if isinstance(made, Candidate) else Candidate(application=made)
