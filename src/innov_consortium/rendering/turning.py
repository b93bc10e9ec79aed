"""From which day on an answer alters by itself, to what, and why."""

from __future__ import annotations

from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.core.turning import Reason, Turn
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.procedure import answered
from innov_consortium.rendering.sentences import quoted
from innov_consortium.rendering.wording import Wording

__all__ = ["turned_by", "turning"]


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
    said = (
        words.say(
            "turning.reason",
            what=words.of_policy(f"turn.{one.what}", day=one.day) or _text(words, policy, one),
            place=place(one.provision, words.locale),
        )
        for one in reasons
    )
    return words.joined(dict.fromkeys(said))


def _text(words: Wording, policy: Policy, reason: Reason) -> str:
    provision = policy.ledger[reason.provision]
    return quoted(provision) if words.chinese else provision.gloss.rstrip(",;.")
