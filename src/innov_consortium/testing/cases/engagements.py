"""What else a member takes part in, and whether the case names all of it."""

from __future__ import annotations

import enum
from datetime import date

from attrs import frozen

from innov_consortium.core.organizations import Identifier, Organization
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Engagement, Role
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import ABSENT, Facts, a_number, a_text, a_truth, one_of
from innov_consortium.testing.cases.names import Names
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.schemes import jurisdiction
from innov_consortium.testing.cases.wording import plain

__all__ = ["History", "Holder", "Known", "engagement", "history"]

_LISTS = (
    "others",
    "registry",
    "history",
    "other_consortia",
    "participations",
    "engagements",
    "other_participations",
)
_APPROVED = ("exit_approved_on", "exit_approved")
_EXECUTED = ("exit_executed_on", "exit_executed", "executed_on")
_ENDED = ("ended_on", "exited_on", "left_on", "exit_on", "terminated_on", "dissolved_on")
_BEGUN = ("since", "joined_on", "approved_on", "formed_on", "established_on", "from")


class Known(enum.Enum):
    """How much of a member's history a case names."""

    ALL = "all"
    NOT_ALL = "not_all"
    NOT_NAMED = "not_named"


@frozen
class History:
    """A member's other engagements, and whether they are all there are."""

    engagements: tuple[Engagement, ...]
    known: Known


@frozen
class Holder:
    """Whose history it is, and what is needed to read it.

    Args:
        unit: The member.
        facts: Its facts.
        names: Who is meant by a name.
        policy: The policy asked: what its scheme and its earlier text are called.
        day: The day asked about.
        role: The part it has where an entry does not say.
    """

    unit: Organization
    facts: Facts
    names: Names
    policy: Policy
    day: date
    role: Role


def history(holder: Holder) -> History:
    """Return the history a member's own facts give."""
    found: list[Engagement] = []
    known = Known.NOT_NAMED
    for name in _LISTS:
        value = holder.facts.get(name)
        if value is ABSENT:
            continue
        given = _list(holder, name, value)
        known = Known.NOT_ALL if Known.NOT_ALL in (known, given.known) else given.known
        found += given.engagements
    return History(tuple(found), known)


def _list(holder: Holder, name: str, value: object) -> History:
    path = holder.facts.at(name)
    if value is None or (isinstance(value, str) and plain(value) in vocabulary.UNKNOWN):
        return History((), Known.NOT_ALL)
    if isinstance(value, int):
        count = a_number(value, path)
        return History(tuple(_numbered(holder, path, n) for n in range(count)), Known.ALL)
    if isinstance(value, dict):
        return _stated(holder, Facts(value, path))
    entries = holder.facts.parts(name)
    found = (engagement(entry, holder) for entry in entries)
    return History(tuple(e for e in found if e is not None), Known.ALL)


def _stated(holder: Holder, stated: Facts) -> History:
    """Read a list that says for itself whether it is complete, and to which day."""
    found = [engagement(entry, holder) for entry in stated.parts("entries", "consortia", "known")]
    complete = stated.get("complete")
    to = stated.day("complete_to")
    if complete is ABSENT:
        whole = to is not None and to >= holder.day
    else:
        whole = complete is not None and a_truth(complete, stated.at("complete"))
    stated.finish()
    known = Known.ALL if whole else Known.NOT_ALL
    return History(tuple(e for e in found if e is not None), known)


def _numbered(holder: Holder, path: str, number: int) -> Engagement:
    return Engagement(
        consortium=f"{path}[{number}]",
        unit=holder.unit.legal_person,
        role=holder.role,
        college=holder.unit.college,
        since=holder.day,
    )


def engagement(entry: Facts, holder: Holder) -> Engagement | None:
    """Return the engagement an entry describes; ``None`` for what is no consortium, or never was.

    What the entry does not say is as the list it stands in: the member's own, its own college's.
    """
    what = entry.text("type", "kind", "what")
    if what is not None and plain(what) in vocabulary.NOT_A_CONSORTIUM:
        entry.pass_over(*entry.values)
        return None
    if what is not None and plain(what) not in (
        "consortium",
        "innovation_consortium",
        "创新联合体",
    ):
        raise NotUnderstoodError(entry.at("type"), what, "is it a consortium?")
    unit = _unit(entry, holder)
    since, ended_on, revoked, exists = _times(entry, holder.day)
    found = Engagement(
        consortium=entry.text("consortium", "id", "consortium_id", "consortium_name", "name")
        or entry.path,
        unit=unit,
        role=_role(entry, holder),
        college=_college(entry, holder, unit),
        since=since,
        ended_on=ended_on,
        revoked=revoked,
        jurisdiction=jurisdiction(entry, holder.policy),
    )
    entry.finish()
    return found if exists else None


def _unit(entry: Facts, holder: Holder) -> Identifier:
    branch_of = entry.get("branch_of")
    if branch_of:
        entry.pass_over("unit")
        return holder.names.identifier(branch_of, entry.at("branch_of"))
    value = entry.get("unit", "unit_id", "member")
    entry.pass_over("relation", "parent", "subsidiary_of")
    if value is ABSENT or value is None:
        return holder.unit.legal_person
    found = holder.names.identifier(value, entry.name_of("unit", "unit_id", "member"))
    return holder.unit.legal_person if found == holder.unit.id else found


def _role(entry: Facts, holder: Holder) -> Role:
    value = entry.get("role")
    if value is ABSENT or value is None:
        return holder.role
    words = {
        "lead": "lead",
        "leader": "lead",
        "牵头": "lead",
        "牵头单位": "lead",
        "participant": "participant",
        "participating": "participant",
        "member": "participant",
        "参与": "participant",
        "参与单位": "participant",
    }
    return Role(one_of(value, words, entry.at("role")))


def _college(entry: Facts, holder: Holder, unit: Identifier) -> str | None:
    """Return the college; one renamed is the same, one not named is the member's own."""
    college, number = entry.get("college"), entry.text("college_id")
    own, own_number = holder.unit.college, holder.facts.text("college_id")
    former = holder.facts.get("college_former_name", "college_former_names", "college_formerly")
    names = [former] if isinstance(former, str) else former or []
    if number is not None and own_number is not None:
        return own if number == own_number else f"{college or number}#{number}"
    if unit == holder.unit.legal_person and (college is ABSENT or college in names):
        return own
    return None if college is ABSENT or college is None else a_text(college, entry.at("college"))


def _times(entry: Facts, day: date) -> tuple[date | None, date | None, bool, bool]:
    """Return since when it counts, from when it no longer does, if revoked, and if it ever was."""
    status = _status(entry)
    begun = entry.day(*_BEGUN)
    ended_on = _ended_on(entry, status, day)
    if status == "pending":
        entry.pass_over("applied_on", "filed_on")
        return None, None, False, True
    if begun is None:
        begun = day if ended_on is None else min(day, ended_on)
    return begun, ended_on, status == "revoked", status != "never"


def _status(entry: Facts) -> str:
    value = entry.get("status", "state")
    if value is not ABSENT:
        return one_of(value, vocabulary.STATUSES, entry.name_of("status", "state"))
    if any(name in entry.values for name in (*_APPROVED, *_EXECUTED)):
        return "exiting"
    if any(entry.values.get(name) is not None for name in _ENDED):
        return "ended"
    return "revoked" if entry.values.get("revoked_on") is not None else "active"


def _ended_on(entry: Facts, status: str, day: date) -> date | None:
    """Return the day of exit: the later of approval and execution, and none without both."""
    approved, executed = entry.day(*_APPROVED), entry.day(*_EXECUTED)
    ended, revoked = entry.day(*_ENDED), entry.day("revoked_on", "on")
    entry.pass_over("exit_reported_on", "reported_on", "exit_requested_on")
    of_exit = any(name in entry.values for name in (*_APPROVED, *_EXECUTED))
    if status == "revoked":
        return revoked or ended or day
    if of_exit or status == "exiting":
        both = approved is not None and executed is not None
        return max(approved, executed) if approved and executed and both else None
    ended = ended or revoked
    return ended or day if status == "ended" else ended
