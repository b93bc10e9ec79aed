"""The members of an application, by every name a case has for them."""

from __future__ import annotations

from attrs import field, frozen

from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import MemberKey, Organization
from innov_consortium.testing.cases.given import a_text
from innov_consortium.testing.cases.names import Names
from innov_consortium.testing.cases.wording import plain

__all__ = ["Roster"]


@frozen
class Roster:
    """The members of an application, found by the words a case uses for them."""

    application: Application
    names: Names
    _by_name: dict[str, tuple[MemberKey, ...]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        found: dict[str, tuple[MemberKey, ...]] = {}
        for unit in self.application.members:
            for name in {unit.name, unit.id.value, *_with_college(unit)}:
                found[name] = (*found.get(name, ()), unit.key)
        object.__setattr__(self, "_by_name", found)

    @property
    def lead(self) -> MemberKey:
        """The lead."""
        return self.application.lead.key

    @property
    def participants(self) -> frozenset[MemberKey]:
        """The participants."""
        return frozenset(unit.key for unit in self.application.participants)

    def keys(self, name: object, path: str) -> tuple[MemberKey, ...]:
        """Return the members a name stands for: every college, where a university is named.

        A name that is no member's stands for somebody else, whom the core will refuse.
        """
        text = a_text(name, path)
        if plain(text) in ("lead", "the_lead", "牵头单位"):
            return (self.lead,)
        found = self._by_name.get(text)
        if found is None and text in self.names.known:
            found = tuple(u.key for u in self.application.members if u.id == self.names.known[text])
        return found or (MemberKey(self.names.identifier(text, path)),)


def _with_college(unit: Organization) -> tuple[str, ...]:
    if unit.college is None:
        return ()
    return (
        f"{unit.name}（{unit.college}）",
        f"{unit.name}({unit.college})",
        f"{unit.name}{unit.college}",
        f"{unit.name} {unit.college}",
        unit.college,
    )
