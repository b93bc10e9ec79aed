"""What is applied for: the application, its agreement and its governance.

The words that vary from text to text (heads of an agreement, organs, lists, fields) are plain
strings here; a policy says which of them it asks for. ``None`` means not known; an empty set or
tuple means that nothing else exists.
"""

from __future__ import annotations

import enum
from datetime import date
from heapq import nsmallest
from itertools import islice

from attrs import frozen

from innov_consortium.core.organizations import (
    MemberKey,
    Organization,
    colleges_of,
    no_member,
)
from innov_consortium.core.sorts import check_faults, prepare, sort_faults
from innov_consortium.core.text import name_faults
from innov_consortium.errors import MOST_FAULTS, Fault, FaultKind, InvalidInputError

__all__ = ["Agreement", "Application", "Governance", "Organ", "Person", "Vacancy"]


class Vacancy(enum.Enum):
    """A post that is known to be empty — which is not the same as not known."""

    VACANT = "vacant"


@frozen
class Person:
    """A natural person in a post. The name is compared, never shown.

    Args:
        name: The person's name.
        id: Something that tells two persons of one name apart; ``None`` if not given.
    """

    name: str
    id: str | None = None

    def __attrs_post_init__(self) -> None:
        faults = name_faults("name", self.name)
        if self.id is not None:
            faults += name_faults("id", self.id)
        if faults:
            raise InvalidInputError(faults)

    def __repr__(self) -> str:
        """Keep the name out of logs and error texts."""
        return "Person(…)"

    def is_same(self, other: Person) -> bool | None:
        """Return whether two are one person: by what tells them apart, else by the name.

        Of one name, and not both told apart, they may be one or two: that is not known.

        >>> first = Person("甲", "1")
        >>> others = (("乙", "1"), ("甲", "2"), ("甲",), ("乙",))
        >>> [first.is_same(Person(*other)) for other in others]
        [True, False, None, False]
        """
        if self.id is not None and other.id is not None:
            return self.id == other.id
        return None if self.name == other.name else False


@frozen
class Organ:
    """A body of the consortium.

    Args:
        function: What it is there for, in the policy's word (``decision``).
        body: The name of the body; ``None`` if it has none yet.
    """

    function: str
    body: str | None = None

    def __attrs_post_init__(self) -> None:
        check_faults(self)


@frozen(kw_only=True)
class Governance:
    """How the consortium is run.

    Args:
        organs: Its organs; ``None`` if not known.
        principal: The lead's principal; ``None`` if not known.
        technologist: The chief technologist; ``None`` if not known.
    """

    organs: tuple[Organ, ...] | None = None
    principal: Person | Vacancy | None = None
    technologist: Person | Vacancy | None = None

    def __attrs_post_init__(self) -> None:
        check_faults(self)


@frozen(kw_only=True)
class Agreement:
    """The formation agreement.

    Args:
        signed_on: The day it was signed; ``None`` if not known, or if nobody has signed.
        signatories: The members that signed it; ``None`` if not known.
        heads: What it states, in the policy's words; ``None`` if not known.
    """

    signed_on: date | None = None
    signatories: frozenset[MemberKey] | None = None
    heads: frozenset[str] | None = None

    def __attrs_post_init__(self) -> None:
        check_faults(self)


@frozen(kw_only=True)
class Application:
    """An application to form a consortium.

    Args:
        lead: The lead; the first of them, where several lead jointly.
        participants: The others; the lead is not among them, nobody stands twice.
        filed_on: The day it was filed; ``None`` while it is being prepared.
        presented_on: The day it was presented to the body that decides; ``None`` if not known, or
            not yet.
        accepted_on: The day that body accepted it; ``None`` if not known, or not yet.
        field: The field it works in, in the words of the text; ``None`` if not stated.
        lists: The lists it has drawn up; ``None`` if not known.
        agreement: The formation agreement; ``None`` if nothing is known of one.
        governance: How it is run; ``None`` if nothing is known.
        cooperation: The fields in which the members have worked together; ``None`` if not known.
        intending: The members that declared their intention; ``None`` if the agreement has to tell.
        co_leads: Those of the participants that lead jointly with the lead, in the order agreed.

    Raises:
        InvalidInputError: A member stands twice, the lead takes part as well, or somebody who is
            not a member signed, declared or leads jointly; all of it at once.
    """

    lead: Organization
    participants: tuple[Organization, ...]
    filed_on: date | None = None
    presented_on: date | None = None
    accepted_on: date | None = None
    field: str | None = None
    lists: frozenset[str] | None = None
    agreement: Agreement | None = None
    governance: Governance | None = None
    cooperation: frozenset[str] | None = None
    intending: frozenset[MemberKey] | None = None
    co_leads: tuple[MemberKey, ...] = ()

    def __attrs_post_init__(self) -> None:
        faults = sort_faults(self)
        of_another_sort = {fault.path for fault in faults}
        if self.field is not None and "field" not in of_another_sort:
            faults += name_faults("field", self.field)
        if of_another_sort.isdisjoint(("lead", "participants", "agreement", "intending")):
            faults += self._member_faults()
            faults += self._stranger_faults()
            if not any(path.startswith("co_leads") for path in of_another_sort):
                faults += self._co_lead_faults()
        if faults:
            raise InvalidInputError(faults)

    @property
    def members(self) -> tuple[Organization, ...]:
        """The lead and every participant, the lead first."""
        return (self.lead, *self.participants)

    @property
    def leads(self) -> tuple[Organization, ...]:
        """The lead, and those that lead jointly with it, in that order."""
        units = {unit.key: unit for unit in self.participants}
        return (self.lead, *(units[key] for key in self.co_leads))

    def _member_faults(self) -> list[Fault]:
        faults = []
        first: dict[MemberKey, str] = {self.lead.key: "lead"}
        for n, unit in enumerate(self.participants):
            before = first.setdefault(unit.key, f"participants[{n}]")
            if before != f"participants[{n}]":
                kind = FaultKind.INCONSISTENT if before == "lead" else FaultKind.DUPLICATE
                faults.append(
                    Fault(
                        kind,
                        f"participants[{n}]",
                        f"与 {before} 是同一单位；每个单位只列一次，牵头单位不列入参与单位",
                        f"is the same unit as {before}; list each unit once and the lead apart",
                    )
                )
        return faults

    def _stranger_faults(self) -> list[Fault]:
        known = {unit.key for unit in self.members}
        signed = self.agreement.signatories if self.agreement else None
        named = (("agreement.signatories", signed), ("intending", self.intending))
        strangers = (
            (path, key)
            for path, keys in named
            for key in nsmallest(MOST_FAULTS + 1, (keys or frozenset()) - known, key=str)
        )
        colleges = colleges_of(known)
        return [
            Fault(
                FaultKind.INCONSISTENT,
                path,
                *no_member(key, colleges),
            )
            for path, key in islice(strangers, MOST_FAULTS + 1)
        ]

    def _co_lead_faults(self) -> list[Fault]:
        participants = {unit.key for unit in self.participants}
        known = colleges_of(participants)
        first: dict[MemberKey, int] = {}
        faults = []
        for n, key in enumerate(self.co_leads):
            path = f"co_leads[{n}]"
            before = first.setdefault(key, n)
            if key not in participants:
                zh, en = no_member(key, known, "不在参与单位之列", "is none of the participants")
                own = key == self.lead.key or key.id not in known
                if key.id == self.lead.id and own:
                    zh, en = "牵头单位本身不列入", "the lead itself is not listed here"
                elif key.id not in known:
                    zh = f"{zh}；共同牵头的，另列入参与单位"
                    en = f"{en}; list whoever leads jointly there, too"
                faults.append(Fault(FaultKind.INCONSISTENT, path, zh, en))
            elif before != n:
                there = f"co_leads[{before}]"
                zh, en = f"与 {there} 是同一单位", f"is the same unit as {there}"
                faults.append(Fault(FaultKind.DUPLICATE, path, zh, en))
        return faults


prepare(Organ, Governance, Agreement, Application)
