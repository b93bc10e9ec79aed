"""What comes out when the question of a receipt is asked once more, as frozen values."""

from __future__ import annotations

import enum
from typing import Any

from attrs import field, frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Report
from innov_consortium.interchange.documents.policies import LibraryDocument
from innov_consortium.interchange.sealed import Receipt
from innov_consortium.interchange.sealing import THIS_LIBRARY

__all__ = [
    "VERIFICATION_SCHEMA",
    "ChangedItem",
    "ChangedNorm",
    "Part",
    "Verdict",
    "Verification",
    "Why",
    "unstructure_verification",
]

#: The format of a verification, stated under ``schema``.
VERIFICATION_SCHEMA = "innov-consortium/verification/1"


class Verdict(enum.Enum):
    """What became of a receipt. It has no truth value: that nobody can tell is neither."""

    SAME = "same"
    SAME_ANSWER = "same_answer"
    DIFFERENT = "different"
    CANNOT_TELL = "cannot_tell"

    def __bool__(self) -> bool:
        """Refuse, because that nobody can tell is neither yes nor no."""
        msg = "a Verdict has no truth value; compare it: verdict is Verdict.SAME"
        raise TypeError(msg)


class Why(enum.Enum):
    """Why nobody can tell whether a receipt still holds."""

    OTHER_POLICY = "other_policy"
    OTHER_EDITION = "other_edition"
    OTHER_SETTINGS = "other_settings"
    OTHER_FACTS = "other_facts"


class Part(enum.Enum):
    """A part of a receipt beside its answer and its findings.

    Marks and the day on which the answer alters are remarks on the answer: where nothing else comes
    out otherwise the receipt still holds.
    """

    PUBLICATION = "publication"
    NUMBERS = "numbers"
    READINGS = "readings"
    GROUNDS = "grounds"
    IN_FORCE = "in_force"
    MARKS = "marks"
    CHANGES_ON = "changes_on"


@frozen(kw_only=True)
class ChangedItem:
    """An item of which a norm does not make the same any more.

    Args:
        path: Where it stands among the facts.
        before: What the receipt says of it; ``None`` where it lists no such item.
        after: What comes out now; ``None`` where no such item is listed.
    """

    path: str
    before: Outcome | None
    after: Outcome | None


@frozen(kw_only=True)
class ChangedNorm:
    """A norm that does not come to the same any more.

    Args:
        provision: The provision it is the meaning of.
        clause: Its name.
        before: What the receipt says; ``None`` where it does not list the norm.
        after: What comes out now; ``None`` where the norm is not asked any more.
        combines: Whether it enters the answer; so it is taken where it is not asked any more.
        items: The items of which not the same is made.
    """

    provision: str
    clause: str
    before: Outcome | None
    after: Outcome | None
    combines: bool
    items: tuple[ChangedItem, ...]


@frozen(kw_only=True)
class Verification:
    """What came out when the question of a receipt was asked once more.

    Args:
        receipt: The receipt.
        verdict: What became of it.
        why: Why nobody can tell; empty where somebody can.
        unknown: The figures, readings and whatever else the receipt was made under and that the
            policy does not have, by their paths in the receipt.
        because: The norms that do not come to the same any more, in the order of the law.
        parts: Further parts of the receipt that come out otherwise.
        added: The figures and readings the receipt does not name and the policy has, by the paths
            at which a receipt has them; the verdict does not depend on them.
        report: What comes out now; ``None`` where nobody can tell.
        policy: The policy that was asked; ``None`` if there was none to ask.
        library: The library that asked.
    """

    receipt: Receipt
    verdict: Verdict
    why: tuple[Why, ...] = ()
    unknown: tuple[str, ...] = ()
    because: tuple[ChangedNorm, ...] = ()
    parts: tuple[Part, ...] = ()
    added: tuple[str, ...] = ()
    report: Report | None = field(default=None, repr=False)
    policy: Policy | None = field(default=None, repr=False)
    library: LibraryDocument = THIS_LIBRARY

    @property
    def answers(self) -> tuple[Answer, Answer | None]:
        """The answer the receipt says, and the one that comes out now."""
        return self.receipt.answer, None if self.report is None else self.report.answer

    @property
    def other_library(self) -> bool:
        """Whether the receipt was made by another version of the library."""
        return self.receipt.library != self.library


def unstructure_verification(verification: Verification) -> dict[str, Any]:
    """Return the document of a verification. It names no person, no unit and no body."""
    before, after = verification.answers
    receipt, policy = verification.receipt, verification.policy
    return {
        "schema": VERIFICATION_SCHEMA,
        "verdict": verification.verdict.value,
        "why": [why.value for why in verification.why],
        "unknown": list(verification.unknown),
        "inquiry": receipt.inquiry,
        "grounds": receipt.grounds,
        "on": receipt.on.isoformat(),
        "edition": _sides(receipt.policy.edition, None if policy is None else policy.edition),
        "library": _sides(receipt.library.version, verification.library.version),
        "answer": _sides(before.value, None if after is None else after.value),
        "because": [_norm(one, policy) for one in verification.because],
        "parts": [part.value for part in verification.parts],
        "added": list(verification.added),
        "seal": receipt.seal,
    }


def _norm(one: ChangedNorm, policy: Policy | None) -> dict[str, Any]:
    provision = None if policy is None else policy.provisions.get(one.provision)
    return {
        "provision": one.provision,
        "text": None if provision is None else provision.text,
        "clause": one.clause,
        **_sides(_value(one.before), _value(one.after)),
        "combines": one.combines,
        "items": [{"path": i.path, **_sides(_value(i.before), _value(i.after))} for i in one.items],
    }


def _value(outcome: Outcome | None) -> str | None:
    return None if outcome is None else outcome.value


def _sides(before: Any, after: Any) -> dict[str, Any]:
    return {"before": before, "after": after}
