"""What goes before a result: the year's notice, who is selected, what is handed in."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.events import (
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    MaterialsSubmitted,
)
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import ABSENT, Facts, a_text, a_truth, one_of
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.wording import plain
from innov_consortium.testing.cases.yearly import Yearly

__all__ = ["read_notice", "read_selection", "read_submission", "submitted_for_granted"]

_ISSUED = ("issued_on", "on", "published_on", "date")
_SELECTED = ("selected", "selected_for_expert_evaluation")
_HANDED_IN = ("on", "submitted_on", "date")
_ITEMS = ("items", "materials", "documents")
_BY = ("by", "submitted_by", "actor")


def read_notice(one: Yearly) -> None:
    """Add the notice of a year."""
    part = one.part
    extended_to = part.day("extended_to", "extended_deadline", "deadline_extended_to")
    deadline = extended_to or part.day("deadline", "submission_deadline", "due_on")
    part.pass_over("deadline", "submission_deadline", "due_on", "extended_on")
    one.tell(
        EvaluationCalled,
        part.day(*_ISSUED) or one.early(deadline),
        by=one.by_bureau(),
        deadline=deadline,
        required=_items(part, "required", "required_items", "items"),
        self_report_deadline=part.day("self_report_deadline", "self_evaluation_deadline"),
    )
    one.finish()


def read_selection(one: Yearly) -> None:
    """Add whom the bureau selected, or left to evaluate itself; ``null`` is not known."""
    part = one.part
    value = part.get(*_SELECTED)
    mode: EvaluationMode | None = EvaluationMode.EXPERT
    if part.get("mode") is not ABSENT:
        said = part.text("mode")
        mode = said and EvaluationMode(  # type: ignore[assignment]  # no word is not known
            one_of(said, vocabulary.EVALUATION_MODES, part.at("mode"))
        )
    elif value is None:
        mode = None
    elif value is not ABSENT and not a_truth(value, part.name_of(*_SELECTED)):
        mode = EvaluationMode.SELF
    on = part.day("on", "selected_on", "date") or one.early()
    one.tell(EvaluationAssigned, on, by=one.by_bureau(), mode=mode)
    one.finish()


def read_submission(one: Yearly) -> None:
    """Add what was handed in: where the case does not say, what the notice asks for."""
    part = one.part
    on = part.day(*_HANDED_IN)
    if one.year is None and on is not None:
        one.year = _year_of_notice(one, on.year)
    handed_in = _handed_in(one)
    one.tell(MaterialsSubmitted, on, by=one.by_lead(*_BY), items=handed_in)
    one.finish()


def submitted_for_granted(one: Yearly, notified_on: date) -> None:
    """Add what a notified result presupposes where the case does not speak of materials."""
    if any(e.of_year == one.year for e in one.told(MaterialsSubmitted)):
        return
    notices = [n for n in one.told(EvaluationCalled) if n.of_year == one.year]
    deadline = notices[-1].deadline if notices else None
    required = notices[-1].required if notices else frozenset()
    on = min(deadline or notified_on, notified_on)
    one.grant_assignment(on, EvaluationMode.EXPERT)
    one.grant(MaterialsSubmitted, on, by=one.cast.lead.name, items=required)


def _handed_in(one: Yearly) -> frozenset[str] | None:
    part = one.part
    value, whole = part.get(*_ITEMS), part.truth("complete")
    said = value if isinstance(value, str) else ""
    if value is ABSENT and whole is False:
        return frozenset()
    if value is ABSENT or plain(said) in vocabulary.HANDED_IN_WHOLE:
        notices = [n for n in one.told(EvaluationCalled) if n.of_year == one.year]
        return notices[-1].required if notices else None
    return _items(part, *_ITEMS)


def _year_of_notice(one: Yearly, otherwise: int) -> int:
    """Return the year of materials that do not say it: that of the one notice there is."""
    years = {e.of_year for e in one.told(EvaluationCalled)}
    return next(iter(years)) if len(years) == 1 else otherwise


def _items(part: Facts, *names: str) -> frozenset[str] | None:
    """Return a list of things to be handed in; ``None`` if it is not known."""
    value, path = part.get(*names), part.name_of(*names)
    if value is ABSENT or value is None:
        return None
    if not isinstance(value, list):
        raise NotUnderstoodError(path, value, "must be a list")
    return frozenset(plain(a_text(one, path)) for one in value)
