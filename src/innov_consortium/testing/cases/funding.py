"""The money a case tells of: awarded for a project, or had before. Exact: no float."""

from __future__ import annotations

from decimal import Decimal

from innov_consortium.core.events import ProjectApplied, ProjectFunded
from innov_consortium.core.quantities import yuan
from innov_consortium.core.records import EarlierFunding
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.given import ABSENT, Facts
from innov_consortium.testing.cases.policy_words import in_words_of
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.regional import regional_words
from innov_consortium.testing.cases.told import Happened
from innov_consortium.testing.cases.wording import plain

__all__ = ["earlier_funding", "read_award"]

_AMOUNT = ("amount", "amount_yuan", "sum", "yuan")
_UNIT = ("unit", "currency_unit", "amount_unit")
_PROJECT = ("project", "project_id", "id")
_SOURCE = ("source", "funded_by", "from_budget", "level")
_INSTALMENTS = ("instalments", "installments", "payments")
_HELD_BY = ("held_by", "recipient", "member", "funded_unit", "to", "of")
_NOT_AT_ISSUE = ("title", "direction", "topic", "year", "type", "document", "reason", "reasons")


def read_award(part: Facts, cast: Cast, happened: Happened, source: str) -> None:
    """Read what was awarded for a project: at once, or in instalments."""
    project, source_of_money = part.text(*_PROJECT) or "", _source(part, cast)
    on = part.day("on", "awarded_on", "decided_on", "date", "paid_on")
    paid = []
    for one in part.parts(*_INSTALMENTS):
        day, own = one.day("on", "paid_on", "date"), _source(one, cast)
        amount = _amount(one, part)
        one.pass_over("number", "no", "id", "year")
        one.finish()
        paid.append((day or on, amount, own or source_of_money))
    whole = _amount(part, part)
    if paid and whole is not None and whole != sum(a for _, a, _ in paid if a is not None):
        raise NotUnderstoodError(part.path, str(whole), "is not what the instalments come to")
    by = cast.actor(part) or next(iter(cast.policy.approving_bodies), None)
    happened.tell(
        [
            ProjectFunded(on=day or happened.day, by=by, project=project, amount=a, source=s)
            for day, a, s in (paid or [(on, whole, source_of_money)])
        ],
        source,
    )
    part.pass_over(*_NOT_AT_ISSUE, "consortium", "instalment", "number")
    part.finish()


def _amount(part: Facts, around: Facts) -> Decimal | None:
    """Return an amount in yuan; ``None`` if it is not known.

    Raises:
        InvalidInputError: It is a float, or no amount.
    """
    value, path = part.get(*_AMOUNT), part.name_of(*_AMOUNT)
    unit = part.text(*_UNIT) or around.text(*_UNIT)
    if value is ABSENT and (wan := part.get("amount_wan", "wan_yuan")) is not ABSENT:
        value, path, unit = wan, part.at("amount_wan"), "万元"
    if value is ABSENT or value is None:
        return None
    text, stated = _figures(value, path)
    unit = stated or unit
    if unit is not None and plain(unit) not in vocabulary.MONEY_UNITS:
        raise NotUnderstoodError(part.name_of(*_UNIT), unit, "how many yuan is that?")
    try:
        return yuan(text, 1 if unit is None else vocabulary.MONEY_UNITS[plain(unit)])
    except InvalidInputError as error:
        raise error.under(part.path) from error


def _figures(value: object, path: str) -> tuple[str, str | None]:
    """Return the figures of an amount, and the unit that stands behind them."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value), None
    if not isinstance(value, str):
        zh, en = "金额须写作十进制文字，不用浮点数", "an amount is decimal text, never a float"
        raise InvalidInputError([Fault(FaultKind.TYPE_ERROR, path, zh, en)])
    text = value.strip()
    for unit in sorted(vocabulary.MONEY_UNITS, key=len, reverse=True):
        if text.endswith(unit) and text != unit:
            return text.removesuffix(unit).strip(), unit
    return text, None


def _source(part: Facts, cast: Cast) -> str | None:
    said = part.text(*_SOURCE)
    if said is None:
        return None
    place, words = "funding.sources", regional_words(cast.policy).funding_sources
    return in_words_of(cast.policy, place, words, said, part.name_of(*_SOURCE))


def earlier_funding(
    given: Facts, cast: Cast, happened: Happened
) -> tuple[tuple[EarlierFunding, ...], bool]:
    """Return the money a direction has had before, and whether that is all there was.

    ``null`` is not known; an empty list is complete.
    """
    value = given.get("previous_funding", "earlier_funding")
    if value is ABSENT or value is None:
        return (), False
    told = [t.event for t in happened.told]
    projects = {e.project for e in told if isinstance(e, ProjectFunded | ProjectApplied)}
    one = next(iter(projects)) if len(projects) == 1 else ""
    parts = given.parts("previous_funding", "earlier_funding")
    return tuple(_earlier(part, cast, one) for part in parts), True


def _earlier(part: Facts, cast: Cast, project: str) -> EarlierFunding:
    held_by = part.text(*_HELD_BY)
    same = part.truth("same_direction", "same_research", "same_direction_or_research")
    found = EarlierFunding(
        project=part.text("project", "project_id") or project,
        same_direction=same,
        source=_source(part, cast),
        amount=_amount(part, part),
        unit=None if held_by is None else cast.one(held_by, part.name_of(*_HELD_BY)).id,
        on=part.day("on", "granted_on", "awarded_on", "date"),
    )
    part.pass_over("id", "direction", "topic", "title", "document", "programme", "attested_by")
    part.finish()
    return found
