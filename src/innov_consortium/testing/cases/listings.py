"""The lists on which units stand, as facts that a case lists."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.attestations import Listing
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.roster import Roster
from innov_consortium.testing.cases.wording import plain

__all__ = ["listings_in"]

#: Circumstances the text attaches nothing to.
_REMARKED = ("type", "relation", "reason", "id", "document", "by", "listed_by", "delisting_reason")


def listings_in(given: Facts, roster: Roster, day: date) -> list[Listing]:
    """Return the entries of lists among the facts of a case.

    Args:
        given: Where the facts stand.
        roster: Who is meant by a name.
        day: The day of an entry that has none.
    """
    found = []
    for part in given.parts("facts"):
        word = plain(part.text("type") or "")
        if vocabulary.RECORDED.get(word) == "listing":
            found += _entry(part, roster, day)
    return found


def _entry(part: Facts, roster: Roster, day: date) -> list[Listing]:
    name = part.text("list", "name") or vocabulary.ABNORMAL_LIST
    first = part.day("from", "listed_on", "on") or day
    last = part.day("until", "to", "removed_on", "delisted_on")
    units = roster.keys(part.text("subject", "unit", "of") or "lead", part.path)
    part.pass_over(*_REMARKED)
    part.finish()
    return [Listing(unit=key.id, name=name, first=first, last=last) for key in units]
