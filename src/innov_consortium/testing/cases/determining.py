"""Who determined something, of what sort they are, and whether it has taken effect."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.records import OrganKind
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import ABSENT, Facts, one_of

__all__ = ["called_serious", "done_on", "in_effect", "organ_by_name", "organ_kind"]

_SORT = ("organ_kind", "organ")
_DONE = ("occurred_on", "conduct_on", "committed_on")
_UNDER_APPEAL = ("appeal", "under_appeal", "appeal_pending", "under_review")


def organ_kind(part: Facts) -> OrganKind | None:
    """Return the sort of organ a case names; ``None`` if it names none."""
    said = part.text(*_SORT)
    if said is None:
        return None
    return OrganKind(one_of(said, vocabulary.ORGAN_KINDS, part.name_of(*_SORT)))


def organ_by_name(name: str | None) -> OrganKind | None:
    """Return that a body is no authority where its name says so; ``None`` where it does not.

    >>> organ_by_name("某保险公司"), organ_by_name("市应急管理局"), organ_by_name("某某")
    (<OrganKind.OTHER: 'other'>, None, None)
    """
    said = (name or "").casefold()
    if any(word in said for word in vocabulary.AUTHORITY):
        return None
    plainly = any(word in said for word in vocabulary.NO_AUTHORITY)
    return OrganKind.OTHER if plainly else None


def called_serious(part: Facts) -> bool | None:
    """Return whether something is called serious; ``None`` if not known."""
    value = part.get("serious", "severity")
    path = part.name_of("serious", "severity")
    if value is ABSENT or value is None or isinstance(value, bool):
        return value if isinstance(value, bool) else None
    words = {"serious": "yes", "严重": "yes", "ordinary": "no", "minor": "no", "not_serious": "no"}
    return one_of(value, words, path) == "yes"


def in_effect(part: Facts, organ: OrganKind | None) -> bool | None:
    """Return whether a determination has taken effect; ``None`` if not known.

    An administrative act stays effective while it is reviewed, unless the case says otherwise; of
    what else is under appeal nobody knows yet.
    """
    said = part.truth("effective", "final")
    pending = [part.truth(name) for name in _UNDER_APPEAL]
    if True not in pending:
        return said
    return said is not False if organ is OrganKind.ADMINISTRATIVE else None


def done_on(part: Facts) -> date | None:
    """Return the day something was done, as apart from that on which it was found."""
    return part.day(*_DONE)
