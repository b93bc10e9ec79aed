"""How the status of a consortium ends: at the lead's request, or by a revocation told of."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.events import Ended, EndReported, EndRequested, EndReviewed, EndSetAside
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.given import ABSENT, Facts, a_day
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.told import Happened, made
from innov_consortium.testing.cases.wording import plain

__all__ = ["ON_REQUEST", "grounds_of", "read_ending"]

#: The ground cited where the status ends at the request of the lead.
ON_REQUEST = ("art11.item4",)

_REQUESTED = ("lead_requests_on", "requested_on", "request_on", "applied_on")
_AGREED = (
    "agree",
    "agreed",
    "approved",
    "approve",
    "positive",
    "passed",
    "consent",
    "同意",
    "通过",
)
_DECLINED = ("disagree", "declined", "rejected", "refused", "negative", "not_agreed", "不同意")
#: Stands for the document that a case dates and does not name.
_A_DOCUMENT = "as dated by the case"


def read_ending(given: Facts, cast: Cast, happened: Happened) -> None:
    """Add a request to end the status, and what else ended it, to what has happened."""
    part = given.part("voluntary", "voluntary_revocation", "withdrawal_request")
    if part is not None:
        _voluntary(part, cast, happened)
    _revoked(given, cast, happened)
    annulled_on = given.day("annulled_on")
    happened.tell([made(EndSetAside, annulled_on)], "")


def _voluntary(part: Facts, cast: Cast, happened: Happened) -> None:
    requested_on, reported_on = part.day(*_REQUESTED), part.day("reported_on", "submitted_on")
    reviewed_on = part.day("reviewed_on", "examined_on")
    document_on = part.day("document_on", "document_issued_on", "revoked_on", "ended_on")
    signatories = cast.members(part, "statement_signed_by", "signed_by", "signatories")
    if part.get("statement_signed_by", "signed_by", "signatories") is None:
        signatories = frozenset()  # null: there is no statement
    by = cast.actor(part, "requested_by", "by")
    if by is None and not {"requested_by", "by"} & set(part.values):
        by = cast.lead.name
    reporter = cast.actor(part, "reported_by") or by
    agreed = _agreed(part)
    if agreed is None and document_on is not None:
        agreed = True  # whoever issues the document agrees
    bureau = cast.actor(part, "reviewed_by", "document_by", "issued_by")
    number = part.text("document", "document_number") or _A_DOCUMENT
    events = (
        made(EndRequested, requested_on, by=by, signatories=signatories),
        made(EndReported, reported_on, by=reporter, signatories=signatories),
        made(EndReviewed, reviewed_on, by=bureau, agreed=agreed),
        made(Ended, document_on, by=bureau, on_request=True, document=number, grounds=ON_REQUEST),
    )
    happened.tell(events, part.path)
    part.pass_over("reason")
    part.finish()


def _agreed(part: Facts) -> bool | None:
    names = ("review_result", "review", "result", "agreed", "review_outcome", "approved")
    value, path = part.get(*names), part.name_of(*names)
    if value is ABSENT or value is None or isinstance(value, bool):
        return value if isinstance(value, bool) else None
    for words, agrees in ((_AGREED, True), (_DECLINED, False)):
        if plain(str(value)) in words:
            return agrees
    raise NotUnderstoodError(path, value, "does the review agree?")


def _revoked(given: Facts, cast: Cast, happened: Happened) -> None:
    """Add revocations a case takes for granted, beside its events."""
    on: date | None = given.day("revoked_on")
    grounds: tuple[str, ...] | None = None
    for name in ("revoked", "revocation"):
        value = given.get(name)
        if isinstance(value, str):
            on = a_day(value, given.at(name))
        elif isinstance(value, dict):
            part = given.part(name)
            if part is None or not _of_this_one(part, cast):
                continue
            on, grounds = part.day("on", "revoked_on"), grounds_of(part)
    asked = None if grounds is None else grounds == ON_REQUEST
    told = made(Ended, on, grounds=grounds, on_request=asked)
    happened.tell([told], "")


def grounds_of(part: Facts) -> tuple[str, ...] | None:
    """Return the provisions a revocation cites; ``None`` where the case does not say."""
    value = part.get("grounds", "ground")
    if value is ABSENT or value is None:
        return None
    return tuple(value) if isinstance(value, list) else (value,)


def _of_this_one(part: Facts, cast: Cast) -> bool:
    lead = part.values.get("lead_id") or part.values.get("lead")
    return lead is None or cast.one(lead, part.at("lead")) == cast.lead.key
