"""Cases as documents: what is handed back, so that structuring it gives the same case."""

from __future__ import annotations

import enum
from collections import Counter
from datetime import date
from typing import Any

import attrs
from attrs import frozen

from innov_consortium.core.case import Case
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.core.register import Register
from innov_consortium.interchange.cases import CASE_SCHEMA
from innov_consortium.interchange.converter import UNKNOWN
from innov_consortium.interchange.faults import SCHEMA_KEY

__all__ = ["unstructure_case", "written_identifier"]


def unstructure_case(case: Case) -> dict[str, Any]:
    """Return the document of a case; nothing is left out, and what is not known is null."""
    keys = [unit.key for unit in case.application.members]
    writer = _Writer({key: n for n, key in enumerate(keys)}, Counter(key.id for key in keys))
    return {SCHEMA_KEY: CASE_SCHEMA, **writer.fields(case)}


def written_identifier(identifier: Identifier) -> str | dict[str, str]:
    """Return an identifier as a document has it: a unified social credit code by itself.

    >>> written_identifier(Identifier("LEI", "529900T8BM49AURSDO55"))
    {'scheme': 'LEI', 'value': '529900T8BM49AURSDO55'}
    """
    if identifier.is_uscc:
        return identifier.value
    return {"scheme": identifier.scheme, "value": identifier.value}


@frozen
class _Writer:
    """What writes the parts of a case.

    Args:
        rank: The place of each member.
        members: For each identifier, how many members have it.
    """

    rank: dict[MemberKey, int]
    members: Counter[Identifier]

    def fields(self, value: Any) -> dict[str, Any]:
        return {
            a.name: self.plain(getattr(value, a.name)) for a in attrs.fields(type(value)) if a.init
        }

    def plain(self, value: Any) -> Any:  # noqa: PLR0911 - one line a sort of value
        if value is None or isinstance(value, bool | str):
            return value
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, enum.Enum):
            return value.value
        if isinstance(value, Identifier):
            return written_identifier(value)
        if isinstance(value, MemberKey):
            return self.member(value)
        if isinstance(value, frozenset):
            return [self.plain(item) for item in sorted(value, key=self.place)]
        if isinstance(value, tuple):
            return [self.plain(item) for item in value]
        return UNKNOWN if value == Register.unknown() else self.fields(value)

    def member(self, key: MemberKey) -> Any:
        """Return a member's identifier, with the college where the identifier does not tell."""
        written = self.plain(key.id)
        if key.college is None and self.members[key.id] == 1:
            return written
        return {"id": written, "college": key.college}

    def place(self, item: Any) -> tuple[int, str]:
        """Return the place of an item of a set: members in their order, words by the alphabet."""
        return (self.rank.get(item, len(self.rank)), str(item))
