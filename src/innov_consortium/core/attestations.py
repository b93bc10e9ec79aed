"""What somebody has established: attestations, departures, special cases, interpretations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from types import MappingProxyType

from attrs import field, frozen

from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.core.sorts import check_faults, prepare
from innov_consortium.core.text import name_faults
from innov_consortium.errors import Fault, FaultKind

__all__ = ["Attestation", "Attested", "Departure", "Interpretation", "Listing", "SpecialCase"]


@frozen(kw_only=True)
class Attestation:
    """An open norm or a fact, established by a body.

    Args:
        what: The provision, or the name of the fact.
        by: The body. A member's word about the consortium's own application does not count.
        on: The day it was established.
        holds: Whether it holds.
        value: The choice established, for a fact that is a choice; ``None`` otherwise.
        unit: The member it is about; ``None`` where it is about the whole case.
        item: What else it is about, by its id: a change, a ground cited; ``None`` if nothing else.
        document: The document it stands in.
    """

    what: str
    by: str
    on: date
    holds: bool = True
    value: str | None = None
    unit: MemberKey | None = None
    item: str | None = None
    document: str = ""

    def __attrs_post_init__(self) -> None:
        faults = name_faults("by", self.by)
        if self.unit is not None and self.item is not None:
            zh, en = (
                "不能既写成员又写事项",
                "it is about a member or about something else, not both",
            )
            faults.append(Fault(FaultKind.INCONSISTENT, "item", zh, en))
        check_faults(self, faults)

    @property
    def about(self) -> MemberKey | str | None:
        """The member or the item it is about; ``None`` where it is about the whole case."""
        return self.unit if self.unit is not None else self.item


@frozen(kw_only=True)
class Departure:
    """The approving body's reasoned decision on what departs from a 原则上.

    Args:
        provision: The provision departed from.
        by: The body that decided.
        on: The day of the decision.
        reason: Its reason; a departure without one cannot be made.
        unit: The member it is about; ``None`` where it is about the whole case.
        accepted: Whether the departure is accepted; a refused one leaves the norm not met.
        document: The document it stands in.
    """

    provision: str
    by: str
    on: date
    reason: str
    unit: MemberKey | None = None
    accepted: bool = True
    document: str = ""

    def __attrs_post_init__(self) -> None:
        check_faults(self, [*name_faults("by", self.by), *name_faults("reason", self.reason)])


@frozen(kw_only=True)
class SpecialCase:
    """What is put forward for a rule by which other provisions give way.

    Args:
        ground: The provision whose ground is claimed.
        determined_by: The body that determined it; ``None`` if none is named.
        determined_on: The day it did; with no body named either, nobody has.
        elected: Whether the deciding body chose to proceed so; ``None`` if it has not decided.
        elected_by: The body that chose; ``None`` if none is named.
        elected_on: The day it chose; ``None`` if not stated.
        document: The document of the determination.
    """

    ground: str
    determined_by: str | None = None
    determined_on: date | None = None
    elected: bool | None = None
    elected_by: str | None = None
    elected_on: date | None = None
    document: str = ""

    def __attrs_post_init__(self) -> None:
        bodies = (("determined_by", self.determined_by), ("elected_by", self.elected_by))
        named = [name_faults(path, body) for path, body in bodies if body is not None]
        check_faults(self, chain.from_iterable(named))


@frozen(kw_only=True)
class Interpretation:
    """An official interpretation of a disputed wording.

    Args:
        reading: The name of the reading.
        option: The option it settles on.
        by: The body that interprets.
        on: The day from which it is known.
        document: The document it stands in.
    """

    reading: str
    option: str
    by: str
    on: date
    document: str = ""

    def __attrs_post_init__(self) -> None:
        check_faults(self, name_faults("by", self.by))


@frozen(kw_only=True)
class Listing:
    """An entry of an organisation in an official list, from one day to another.

    Args:
        unit: The legal person listed.
        name: The list, by its official name.
        first: The first day listed.
        last: The last day listed, inclusive; ``None`` while it stands.
    """

    unit: Identifier
    name: str
    first: date
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        check_faults(self, name_faults("name", self.name))
        if self.last is not None and self.last < self.first:
            zh, en = "移出日早于列入日", "is earlier than the day it was listed"
            check_faults(self, [Fault(FaultKind.OUT_OF_ORDER, "last", zh, en)])


@frozen
class Attested:
    """The attestations that count, found by what they are about and whom they concern.

    A body's later attestation sets its earlier one aside. Where bodies disagree, or one body on one
    day, the matter is left unknown. What a member says of its own consortium's application is left
    out.
    """

    attestations: tuple[Attestation, ...] = ()
    _found: Mapping[tuple[str, MemberKey | str | None], Attestation | None] = field(
        init=False, eq=False, repr=False
    )
    _singled_out: frozenset[str] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        words: dict[tuple[str, MemberKey | str | None], list[Attestation]] = {}
        singled_out = set()
        for one in self.attestations:
            about = one.about
            words.setdefault((one.what, about), []).append(one)
            if about is not None:
                singled_out.add(one.what)
        found = {key: said[0] if len(said) == 1 else _agreed(said) for key, said in words.items()}
        object.__setattr__(self, "_found", MappingProxyType(found))
        object.__setattr__(self, "_singled_out", frozenset(singled_out))

    @classmethod
    def by_others(cls, attestations: Iterable[Attestation], own: frozenset[str]) -> Attested:
        """Keep the attestations that do not come from one of the names in ``own``."""
        return cls(tuple([a for a in attestations if a.by not in own]))

    def find(self, what: str, unit: MemberKey | str | None = None) -> Attestation | None:
        """Return the attestation about a member or item, or else the one about the whole case."""
        if unit is not None and what in self._singled_out and (what, unit) in self._found:
            return self._found[what, unit]
        return self._found.get((what, None))

    def singles_out(self, what: str) -> bool:
        """Return whether something is attested of a member or item, and not only of the case."""
        return what in self._singled_out

    def among(self, names: tuple[str, ...]) -> Attested:
        """Return what those who bear one of some names have attested."""
        return Attested(tuple(a for a in self.attestations if a.by in names))

    def holds(self, what: str, unit: MemberKey | str | None = None) -> bool | None:
        """Return whether it is attested to hold; ``None`` where nobody has said so."""
        one = self.find(what, unit)
        return None if one is None else one.holds

    def value(self, what: str, unit: MemberKey | str | None = None) -> str | None:
        """Return the choice attested; ``None`` where nobody has attested one that holds."""
        one = self.find(what, unit)
        return one.value if one is not None and one.holds else None

    def __reduce__(self) -> tuple[type[Attested], tuple[tuple[Attestation, ...]]]:
        """Pickle by the attestations; the index is made again."""
        return type(self), (self.attestations,)


def _agreed(said: Iterable[Attestation]) -> Attestation | None:
    """Return the last of the bodies' latest words, if all of those say the same."""
    bodies: dict[str, list[Attestation]] = {}
    for one in said:
        bodies.setdefault(one.by, []).append(one)
    latest = []
    for theirs in bodies.values():
        last = max(one.on for one in theirs)
        latest += [one for one in theirs if one.on == last]
    if len({(one.holds, one.value) for one in latest}) > 1:
        return None
    return max(latest, key=lambda one: one.on)


prepare(Attestation, Departure, SpecialCase, Interpretation, Listing)
