"""What a user leaves out of the catalogue, and every edition of a region.

The command line and the installed tests ask both; :mod:`innov_consortium.plugins` keeps the
catalogue itself.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind, InvalidInputError, PolicyConflictError
from innov_consortium.hooks import GROUP
from innov_consortium.plugins import Catalogue, Offered, Refused, catalogue, instead

__all__ = ["editions_of", "leaving_out"]


@contextmanager
def leaving_out(plugins: Sequence[str]) -> Iterator[None]:
    """Have :func:`~innov_consortium.plugins.catalogue` go without plugins inside a ``with`` block.

    >>> from innov_consortium.plugins import Catalogue
    >>> with instead(Catalogue()), leaving_out([]):
    ...     catalogue().policies
    ()

    Args:
        plugins: Their names, or the names of their distributions.

    Raises:
        InvalidInputError: There is no plugin of such a name; the message lists those there are.
    """
    if not plugins:
        yield
        return
    found = catalogue()
    there = _names(found)
    strange = [name for name in plugins if name not in there]
    if strange:
        listed = ", ".join(there)
        raise InvalidInputError(
            [
                Fault(
                    FaultKind.INVALID_VALUE,
                    "--without",
                    f"没有名为 {name!r} 的插件；有：{listed}",
                    f"there is no plugin {name!r}; there are: {listed}",
                )
                for name in strange
            ]
        )
    with instead(found.without(*plugins)):
        yield


def editions_of(name: str, *, on: date | None = None) -> tuple[Policy, ...]:
    """Return the policy of a region; without a day, every edition that one plugin offers of it.

    >>> from innov_consortium.plugins import Catalogue
    >>> with instead(Catalogue()):
    ...     editions_of("990000")
    Traceback (most recent call last):
    ...
    innov_consortium.errors.PolicyNotFoundError: ...

    Args:
        name: The code or alias, as :meth:`~innov_consortium.plugins.Catalogue.select` takes it.
        on: The day, for the one edition in force on it.

    Raises:
        PolicyNotFoundError: No policy answers to that name.
        PolicyConflictError: Several do that are no editions of one region by one plugin, or the day
            does not tell them apart.
    """
    found = catalogue()
    try:
        return (found.select(name, on=on),)
    except PolicyConflictError:
        every = (*found.offered, *found.disputed)
        several = [o for o in every if name == o.policy.code or name in o.policy.aliases]
        if on is None and len({(o.plugin, o.distribution, o.policy.code) for o in several}) == 1:
            return tuple(o.policy for o in several)
        raise


def _names(found: Catalogue) -> tuple[str, ...]:
    """Return the names of all plugins, then of their distributions; some may offer no policy."""
    every: tuple[Offered | Refused, ...] = (*found.offered, *found.disputed, *found.refused)
    names = [one.plugin for one in every]
    distributions = [one.distribution.partition(" ")[0] for one in every]
    for point in importlib.metadata.entry_points(group=GROUP):
        names.append(point.name)
        distributions.append(point.dist.name if point.dist else "")
    return tuple(dict.fromkeys(name for name in (*sorted(names), *sorted(distributions)) if name))
