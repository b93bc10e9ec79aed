"""Members named elsewhere in a document, held against those the applications in it list.

This looks at the document before it is structured, so that a member that cannot be read does not
hide what is wrong with the others; and nothing is held against a member that cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import define, field

from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.errors import MOST_FAULTS, Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.converter import structure_as
from innov_consortium.interchange.labels import leaf_label
from innov_consortium.interchange.strict import require_list, text

__all__ = ["Roster", "readable_list"]

#: Most members of one identifier that a fault lists.
_MOST_COLLEGES = 20


@define
class Roster:
    """The members there are, as far as they can be read.

    Args:
        faults: What was found wrong so far.
        path: Where the application stands that lists them.
        opaque: Whether there may be members that cannot be read.
        first: For each member, where in the application it stands first.
        colleges: For each identifier, the members that have it.
        vague: The identifiers of members whose college cannot be read.
    """

    faults: list[Fault]
    path: str = ""
    opaque: bool = False
    first: dict[MemberKey, str] = field(factory=dict)
    colleges: dict[Identifier, list[MemberKey]] = field(factory=dict)
    vague: set[Identifier] = field(factory=set)

    @classmethod
    def of(cls, application: dict[Any, Any], path: str, faults: list[Fault]) -> Roster:
        """Return the roster of an application as written.

        Args:
            application: The application.
            path: Where it stands.
            faults: Where what is found wrong is noted.
        """
        roster = cls(faults, path)
        roster._add(application.get("lead"), "lead")
        participants = readable_list(application.get("participants"))
        for n, unit in enumerate(participants or ()):
            roster._add(unit, f"participants[{n}]")
        roster.opaque = roster.opaque or participants is None
        return roster

    @classmethod
    def of_unit(cls, unit: Any) -> Roster:
        """Return the roster of one organisation as written."""
        roster = cls([])
        roster._add(unit, "")
        return roster

    @classmethod
    def together(cls, parts: Iterable[Roster], faults: list[Fault], *, opaque: bool) -> Roster:
        """Return the roster of everybody in several.

        Args:
            parts: The several.
            faults: Where what is found wrong is noted.
            opaque: Whether there may be members in none of them.
        """
        whole = cls(faults, opaque=opaque)
        for part in parts:
            for key, at in part.first.items():
                whole.first.setdefault(key, at)
            whole.vague |= part.vague
            whole.opaque = whole.opaque or part.opaque
        for key in whole.first:
            whole.colleges.setdefault(key.id, []).append(key)
        return whole

    def _add(self, unit: Any, path: str) -> None:
        id_ = _identifier(unit.get("id")) if isinstance(unit, dict) else None
        if id_ is None:
            self.opaque = True
            return
        try:
            college = _college(unit)
        except InvalidInputError:
            self.vague.add(id_)
            return
        key = MemberKey(id_, college)
        before = self.first.setdefault(key, path)
        if before == path:
            self.colleges.setdefault(id_, []).append(key)
        else:
            self._same_unit(path, before)

    def _same_unit(self, path: str, before: str) -> None:
        fault = Fault(
            FaultKind.INCONSISTENT if before == "lead" else FaultKind.DUPLICATE,
            f"{self.path}.{path}",
            f"与“{leaf_label(before)}”是同一单位；每个单位只列一次，牵头单位不列入参与单位",
            f"is the same unit as {before}; list each unit once and the lead apart",
        )
        self._note(fault)

    def _note(self, fault: Fault) -> None:
        """Note a fault, unless there are more than will be told."""
        if len(self.faults) <= MOST_FAULTS:
            self.faults.append(fault)

    def settle_list(self, listed: Any, path: str) -> Any:
        """Return a list of members with each written out in full; what is wrong is noted."""
        if readable_list(listed) is None:
            return listed
        settled = []
        first: dict[MemberKey, int] = {}
        for n, written in enumerate(listed):
            key = self.find(written, f"{path}[{n}]")
            settled.append(written if key is None else _in_full(written, key))
            meant = _as_written(written) if key is None else key
            if meant is not None and first.setdefault(meant, n) != n:
                self._repeated(f"{path}[{n}]", first[meant])
        return settled

    def settle(self, written: Any, path: str) -> Any:
        """Return a member written out in full; what is wrong is noted."""
        key = None if written is None else self.find(written, path)
        return written if key is None else _in_full(written, key)

    def _repeated(self, path: str, before: int) -> None:
        self._note(
            Fault(
                FaultKind.DUPLICATE,
                path,
                f"与第{before + 1}项是同一单位，请删去",
                f"is the same member as no. {before + 1}; remove it",
            )
        )

    def find(self, written: Any, path: str) -> MemberKey | None:
        """Return the member meant; a stranger or an ambiguous identifier is noted."""
        in_full = isinstance(written, dict) and "id" in written
        exact = in_full and "college" in written
        id_ = _identifier(written["id"] if in_full else written)
        if id_ is None:
            return None
        found = self.colleges.get(id_, [])
        if exact:
            try:
                key = MemberKey(id_, _college(written))
            except InvalidInputError:
                return None
            found = [key] if key in self.first else []
        if not found and not self.opaque and id_ not in self.vague:
            self._stranger(id_, path)
        if len(found) > 1:
            self._ambiguous(id_, found, path)
        return found[0] if len(found) == 1 and (exact or id_ not in self.vague) else None

    def _stranger(self, id_: Identifier, path: str) -> None:
        others = _colleges(self.colleges.get(id_, ()))
        zh, en = _among("；该单位的成员：", others), _among("; its members are: ", others)
        self._note(
            Fault(
                FaultKind.INCONSISTENT,
                path,
                f"{id_} 不是成员单位；请核对，或将该单位列入参与单位{zh}",
                f"{id_} is not a member; correct it, or list the unit as a participant{en}",
            )
        )

    def _ambiguous(self, id_: Identifier, found: list[MemberKey], path: str) -> None:
        colleges = _colleges(found)
        self._note(
            Fault(
                FaultKind.INCONSISTENT,
                path,
                f"{id_} 有几个成员（{'、'.join(colleges)}），请写明 {{id, college}}",
                f"{id_} belongs to several members ({', '.join(colleges)}); "
                "write {id, college} to say which",
            )
        )


def readable_list(listed: Any) -> list[Any] | None:
    """Return a list; ``None`` where it is none."""
    try:
        return require_list(listed)
    except InvalidInputError:
        return None


def _identifier(written: Any) -> Identifier | None:
    try:
        return structure_as(written, Identifier)
    except InvalidInputError:
        return None


def _as_written(written: Any) -> MemberKey | None:
    """Return the member a document names, be there one or not."""
    try:
        return structure_as(written, MemberKey)
    except InvalidInputError:
        return None


def _college(written: dict[Any, Any]) -> str | None:
    college = written.get("college")
    return None if college is None else text(college)


def _in_full(written: Any, key: MemberKey) -> dict[str, Any]:
    rest = written if isinstance(written, dict) and "id" in written else {"id": written}
    return {**rest, "college": key.college}


def _colleges(members: Sequence[MemberKey]) -> list[str]:
    """Return what members of one identifier are told apart by; of many, the first."""
    found = [key.college or "—" for key in members[:_MOST_COLLEGES]]
    return found if len(members) <= _MOST_COLLEGES else [*found, "…"]


def _among(introduction: str, colleges: Iterable[str]) -> str:
    listed = "、".join(colleges)
    return f"{introduction}{listed}" if listed else ""
