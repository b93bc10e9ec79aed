"""What an outcome or an answer is for the asker: for, against, open, or neither."""

from __future__ import annotations

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import Answer, Norm, Report
from innov_consortium.rendering.layout import Style

__all__ = ["AGAINST", "OPEN", "answer_style", "style_of"]

#: What speaks against an answer in the asker's favour, and what leaves it open.
AGAINST = (Outcome.NOT_MET, Outcome.DEPARTS_FROM_PRINCIPLE)
OPEN = (Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)

_ANSWER_STYLES = {
    Answer.MET: Style.FOR,
    Answer.NOT_MET: Style.AGAINST,
    Answer.OPEN: Style.OPEN,
    Answer.NO_BASIS: Style.AGAINST,
}
_OF_GROUNDS = {Answer.MET: Style.AGAINST, Answer.NOT_MET: Style.FOR}


def answer_style(report: Report, answer: Answer) -> Style:
    """Return the style of an answer to what a report is about: grounds speak against."""
    own = _OF_GROUNDS.get(answer) if report.grounds else None
    return own or _ANSWER_STYLES[answer]


def style_of(norm: Norm, of: Outcome) -> Style:
    """Return the style of a norm with an outcome: a ground that is there speaks against."""
    if of in OPEN:
        return Style.OPEN if norm.combines else Style.PLAIN
    if norm.some:
        return Style.AGAINST if of is Outcome.MET else Style.QUIET
    if of in AGAINST:
        return Style.AGAINST if norm.combines else Style.PLAIN
    return Style.QUIET if of is Outcome.NOT_APPLICABLE else Style.FOR
