"""From which day on an answer alters by itself, to what, and why."""

from __future__ import annotations

from collections.abc import Iterator

from innov_consortium.core.periods import day_following
from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform
from innov_consortium.core.report import Report
from innov_consortium.core.turning import (
    REFORM_BEGINS,
    REFORM_OVER,
    REPEALED,
    WINDOW_BEGINS,
    WINDOW_OVER,
    Reason,
    Turn,
)
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.procedure import answered
from innov_consortium.rendering.sentences import quoted
from innov_consortium.rendering.wording import Wording, visible

__all__ = ["turned_by", "turning"]


#: What of it is said of a text that is asked beside the policy.
_OF_WINDOWS = {WINDOW_BEGINS: "turn.window_begins", WINDOW_OVER: "turn.window_over"}

#: What of it is said of a reform.
_OF_REFORMS = {REFORM_BEGINS: "turn.reform_begins", REFORM_OVER: "turn.reform_over"}


def turning(words: Wording, report: Report) -> str:
    """Say from which day on an answer alters by itself; nothing if it does not."""
    turn = report.turn
    if turn is None:
        return ""
    return words.say(
        "turning",
        day=turn.day,
        answer=answered(words, report, turn.answer),
        reasons=turned_by(words, report.policy, turn.reasons),
        altered=_altered(words, turn),
    )


def _altered(words: Wording, turn: Turn) -> str:
    """Return which norms come out otherwise, unless the reasons name their provisions."""
    named = {reason.provision for reason in turn.reasons}
    others = [p for p in turn.provisions if p not in named]
    if not others:
        return ""
    places = words.listed(dict.fromkeys(place(p, words.locale) for p in others))
    return words.say("turning.altered", places=places)


def turned_by(words: Wording, policy: Policy, reasons: tuple[Reason, ...]) -> str:
    """Return what begins or ends on a day.

    By the policy's label ``turn.WHAT``; in the words of the provision where it has none.
    """
    return words.joined(dict.fromkeys(_reason(words, policy, one) for one in reasons))


def _reason(words: Wording, policy: Policy, reason: Reason) -> str:
    repealed = policy.in_time.repealed
    if reason.what == REPEALED and repealed is not None:
        return words.say("turn.repealed", by=repealed.by if words.chinese else repealed.gloss)
    what = _what(words, policy, reason)
    return words.say("turning.reason", what=what, place=place(reason.provision, words.locale))


def _what(words: Wording, policy: Policy, reason: Reason) -> str:
    key = _OF_WINDOWS.get(reason.what)
    if key is not None:
        instrument = policy.instrument_of(reason.provision.partition(":")[0])
        return words.say(key, title=instrument.title if words.chinese else instrument.gloss)
    if reason.what in _OF_REFORMS:
        names = words.listed(visible(one.name) for one in _reforms(policy, reason))
        return words.say(_OF_REFORMS[reason.what], names=names)
    return words.of_policy(f"turn.{reason.what}", day=reason.day) or _text(words, policy, reason)


def _reforms(policy: Policy, reason: Reason) -> Iterator[Reform]:
    """Yield the reforms that begin, or are over, on the day of a reason."""
    for one in policy.reforms:
        turns = one.first if reason.what == REFORM_BEGINS else day_following(one.last)
        if turns == reason.day:
            yield one


def _text(words: Wording, policy: Policy, reason: Reason) -> str:
    provision = policy.provisions[reason.provision]
    return quoted(provision) if words.chinese else provision.gloss.rstrip(",;.")
