"""各行所说而一件申请说不出的：不明的，太多的，一人几行各有数目的。"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Identifier, Organization
from innov_consortium.core.tables import Row
from innov_consortium.errors import Fault, FaultKind
from innov_consortium.policies.tianjin.columns.organizations import person_of
from innov_consortium.policies.tianjin.readings import EnterpriseTest, LeadCounts, ShareBase

__all__ = ["counted_twice", "unsayable"]

#: Columns that may be left out, but of which a case cannot say that they are unknown.
_SAID = ("lead_branch_in_tianjin", "lead_listed", "special_ground")
#: The columns that count consortia, and the most that one may count.
_SORTS = ("active", "pending", "ended", "revoked", "elsewhere")
_LEADS = frozenset(f"leads_{sort}" for sort in _SORTS)
_LED = frozenset(f"led_{sort}" for sort in _SORTS)
_OWN = _LED | {f"joined_{sort}" for sort in _SORTS}
_MOST = 10_000


def unsayable(
    row: Row, members: Sequence[Row], settings: Mapping[str, Any], *, counted: bool
) -> Iterator[Fault]:
    """Yield why no case says what rows do: what it has to say is not known, or is too much.

    Args:
        row: The application's own row.
        members: The rows of its members.
        settings: The numbers and readings it is asked under.
        counted: Whether columns tell what units lead and take part in, and no register does.
    """
    zh, en = "不明的，写不成一件申请", "is not known, and a case has to say it"
    for n, one in enumerate(members):
        if one.get("kind") is None:
            yield Fault(FaultKind.INVALID_VALUE, f"members[{n}].kind", zh, en)
    needed = [name for name in _SAID if name in row]
    if settings["enterprise_test"] is EnterpriseTest.FUNCTION and _lead_in_share(settings):
        needed.append("lead_kind")
    for name in needed:
        if row.get(name) is None:
            yield Fault(FaultKind.INVALID_VALUE, f"applications.{name}", zh, en)
    if counted:
        yield from _too_many(row, members)


def _lead_in_share(settings: Mapping[str, Any]) -> bool:
    included = settings["lead_counts"] is LeadCounts.INCLUDED
    return included or settings["share_base"] is ShareBase.MEMBERS


def _too_many(row: Row, members: Sequence[Row]) -> Iterator[Fault]:
    """Yield the counts that are more than are written one by one."""
    places = [("applications.", row), *((f"members[{n}].", one) for n, one in enumerate(members))]
    for place, one in places:
        for name, count in one.items():
            if name in _OWN | _LEADS and count is not None and count > _MOST:
                zh = f"{count} 多于 {_MOST}，不逐个写成登记；请核对"
                en = f"{count} is more than {_MOST}, which are not written one by one; check it"
                yield Fault(FaultKind.INVALID_VALUE, f"{place}{name}", zh, en)


def counted_twice(
    row: Row, members: Sequence[Row], application: Application, settings: Mapping[str, Any]
) -> Iterator[Fault]:
    """Yield the rows of which one would count what another does as well.

    A register knows what a legal person takes part in, and by which college, if any is named.
    """
    lead, leading = application.lead.legal_person, _counts(row, _LEADS)
    before: dict[Identifier, list[int]] = {}
    for n, (unit, one) in enumerate(zip(application.participants, members, strict=True)):
        person = person_of(unit, settings["unit_of_count"])
        led_apart = _apart(unit, application.lead)
        if person == lead and ((leading and not led_apart) or _counts(one, _LED)):
            yield _twice(n, "applications.lead_unit")
        for m in before.setdefault(person, []):
            other = application.participants[m]
            if not _apart(unit, other) and (_counts(one, _OWN) or _counts(members[m], _OWN)):
                yield _twice(n, f"members[{m}].unit")
        before[person].append(n)


def _twice(n: int, there: str) -> Fault:
    return Fault(
        FaultKind.INCONSISTENT,
        f"members[{n}].unit",
        f"与 {there} 是同一法人，各行的数目写不成登记；请改为给出登记簿",
        f"is of the same legal person as {there}, and a register does not keep the counts of each "
        "row apart; give a register instead",
    )


def _apart(one: Organization, other: Organization) -> bool:
    """Return whether the colleges of two units are named, and not the same."""
    return None not in (one.college, other.college) and one.college != other.college


def _counts(row: Row, columns: frozenset[str]) -> bool:
    """Return whether a row counts any consortium at all; one below 0 is not known."""
    return any((row.get(name) or 0) > 0 for name in columns)
