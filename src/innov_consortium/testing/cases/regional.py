"""The words of a region: what the package of a policy adds to the words of the case format.

Two tables, tab-separated with a header line, each of which a package may have or leave out.
``places.tsv`` (``code zone names``): places and their development zones; the first name of a
district stands for it where it is in none of its zones. ``case_words.tsv`` (``list meaning
words``): in the list ``operation.names`` what else the operation of the lead is called, in
``operation.legs`` what of it is attested apart, in ``funding.sources`` more words for where money
comes from, in ``made_up`` under ``lead_domicile`` where a lead is if a case does not say.
"""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Iterator, Mapping

from attrs import frozen

from innov_consortium.core.policy import Policy
from innov_consortium.errors import MalformedPolicyError
from innov_consortium.rendering.catalogues import messages_package
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.places import Places
from innov_consortium.testing.cases.wording import plain

__all__ = ["RegionalWords", "regional_words"]

_PLACES, _WORDS = "places.tsv", "case_words.tsv"
_OPERATION = "normal_operation"
_LISTS = ("operation.names", "operation.legs", "funding.sources", "made_up")


@frozen(eq=False)
class RegionalWords:
    """What cases under a policy may say beyond the words of the format.

    Args:
        places: Places.
        operation: The names of the fact that tells of the operation of the lead.
        operation_legs: What of that is attested apart; none where the policy attests nothing of it.
        funding_sources: Words for where money comes from, with what they mean.
        lead_domicile: Where a lead is that is made up; ``None`` if the package does not say.
    """

    places: Places
    operation: tuple[str, ...]
    operation_legs: tuple[str, ...]
    funding_sources: Mapping[str, str]
    lead_domicile: str | None


def regional_words(policy: Policy) -> RegionalWords:
    """Return the words of the region of a policy, from its package.

    A policy without a package has those of the format alone.

    Args:
        policy: The policy asked.

    Raises:
        MalformedPolicyError: A table has a row with too few or too many columns, or an unknown
            list.
    """
    return _read(messages_package(policy))


@functools.cache
def _read(package: str | None) -> RegionalWords:
    words: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in _LISTS}
    for where, meaning, said in _rows(package, _WORDS):
        if where not in words:
            msg = f"{package}: {_WORDS} has no list {where!r}, only {', '.join(_LISTS)}"
            raise MalformedPolicyError(msg)
        words[where][meaning] = tuple(said.split())
    own = {word: m for m, said in words["funding.sources"].items() for word in said}
    return RegionalWords(
        places=_places(package),
        operation=(*words["operation.names"].get(_OPERATION, ()), _OPERATION),
        operation_legs=tuple(words["operation.legs"]),
        funding_sources={**vocabulary.FUNDING_SOURCES, **own},
        lead_domicile=next(iter(words["made_up"].get("lead_domicile", ())), None),
    )


def _places(package: str | None) -> Places:
    regions, zones = dict(vocabulary.PROVINCES), dict[str, str]()
    first: dict[str, str] = {}
    for code, zone, names in _rows(package, _PLACES):
        said = [plain(name) for name in (zone, *names.split()) if name]
        regions |= dict.fromkeys(said, code)
        if zone:
            zones |= dict.fromkeys(said, zone)
        else:
            first[code] = names.split()[0]
    zoned = {regions[name] for name in zones}
    return Places(regions, zones, {code: name for code, name in first.items() if code in zoned})


def _rows(package: str | None, name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of a table; none where there is no such table."""
    if package is None:
        return
    table = importlib.resources.files(package).joinpath(name)
    if not table.is_file():
        return
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) != 3:  # noqa: PLR2004 - the columns of either table
            msg = f"{package}: {name}: not three columns: {line!r}"
            raise MalformedPolicyError(msg)
        yield cells[0], cells[1], cells[2]
