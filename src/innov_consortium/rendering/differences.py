"""What differs between two reports, in the words that a comparison and a timeline share."""

from __future__ import annotations

from innov_consortium.core.comparing import Comparison, FindingDifference
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding
from innov_consortium.rendering.layout import Style
from innov_consortium.rendering.procedure import answered
from innov_consortium.rendering.sentences import outcome, quoted
from innov_consortium.rendering.styles import style_of
from innov_consortium.rendering.turning import turned_by
from innov_consortium.rendering.wording import Wording

__all__ = [
    "altered_and_unchecked",
    "answer_change",
    "changed",
    "outcome_change",
    "style_after",
    "text_of",
    "turned",
    "unchecked",
]


def altered_and_unchecked(comparison: Comparison) -> tuple[tuple[FindingDifference, ...], int]:
    """Return the norms whose outcome differs, and how many were not checked for want of a basis."""
    altered = comparison.altered
    if Answer.NO_BASIS not in comparison.answers:
        return altered, 0
    asked_of_both = tuple(f for f in altered if None not in f.outcomes)
    return asked_of_both, len(altered) - len(asked_of_both)


def answer_change(words: Wording, comparison: Comparison) -> str:
    """Return the answer before and after."""
    return changed(words, answered(words, comparison.before), answered(words, comparison.after))


def outcome_change(words: Wording, one: FindingDifference) -> str:
    """Return the outcome of a norm before and after; once, if it is the same."""
    before, after = _outcome(words, one.before), _outcome(words, one.after)
    return changed(words, before, after) if one.outcome_differs else after


def style_after(one: FindingDifference) -> Style:
    """Return the style of what a norm comes to in the second report; quiet if it is not asked."""
    if one.after is None:
        return Style.QUIET
    return style_of(one.after.norm, one.after.outcome)


def turned(words: Wording, comparison: Comparison) -> list[str]:
    """Return the sentence that an answer altered by itself, where it did."""
    turn = comparison.turn
    if turn is None:
        return []
    report = comparison.before
    said = words.say(
        "compare.turn",
        known=report.on,
        day=turn.day,
        answer=answered(words, report, turn.answer),
        reasons=turned_by(words, report.policy, turn.reasons),
    )
    return [said]


def unchecked(words: Wording, comparison: Comparison, number: int) -> list[str]:
    """Return how many norms were not checked on the day that has no basis."""
    before, after = comparison.before, comparison.after
    without = after if after.answer is Answer.NO_BASIS else before
    return [words.say("compare.unchecked", day=without.on, n=number)] if number else []


def text_of(words: Wording, policy: Policy, one: FindingDifference) -> str:
    """Return the words of the provision, with their gloss where that helps."""
    provision = policy.provisions[one.provision]
    text = quoted(provision)
    return text if words.chinese else f"{text} {provision.gloss.rstrip(',;')}"


def _outcome(words: Wording, finding: Finding | None) -> str:
    if finding is None:
        return words.say("compare.not_asked")
    return outcome(words, finding.norm, finding.outcome)


def changed(words: Wording, before: str, after: str) -> str:
    """Return what something was before and what it is after."""
    return words.say("compare.change", before=before, after=after)
