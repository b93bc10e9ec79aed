"""When the instrument was published, as a case says or supposes."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases.given import Facts

__all__ = ["Editions"]

_INSTRUMENT = (
    "status",
    "title",
    "document",
    "text",
    "issued_on",
    "dated",
    "posted_on",
    "signed_on",
)


@frozen
class Editions:
    """A policy as published on the days the cases of a run supply: each is made once."""

    policy: Policy
    _made: dict[tuple[date, bool], Policy] = field(factory=dict)

    def of(self, given: Facts) -> Policy:
        """Return the policy as a case says it was published, or as it supposes.

        Raises:
            InvalidInputError: The publication is not one of this text.
        """
        day, supposed = _publication(given)
        if day is None:
            return self.policy
        key = (day, supposed)
        if key not in self._made:
            self._made[key] = self._publish(day, supposed=supposed)
        return self._made[key]

    def _publish(self, day: date, *, supposed: bool) -> Policy:
        if supposed:
            return self.policy.supposing_published(day)
        document = "as supplied by the case"
        sha256 = self.policy.ledger.enacted_sha256
        return self.policy.published(day, document=document, text_sha256=sha256)


def _publication(given: Facts) -> tuple[date | None, bool]:
    """Return the day of publication and whether it is only supposed; attested goes first."""
    part = given.part("instrument")
    if part is None:
        return None, False
    published_on = part.day("published_on", "publication_date")
    supposed = part.day("assume_published_on", "suppose_published_on", "supposed_published_on")
    part.pass_over(*_INSTRUMENT)
    part.finish()
    if published_on is not None:
        return published_on, False
    return supposed, supposed is not None
