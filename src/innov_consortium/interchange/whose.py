"""Whether what was stored of a policy, its numbers or its readings, is of the one at hand."""

from __future__ import annotations

from collections.abc import Iterator

from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind

__all__ = ["whose_faults"]


def whose_faults(code: str | None, edition: str | None, policy: Policy) -> Iterator[Fault]:
    """Yield what is wrong with the policy and the edition a document states.

    Args:
        code: The code of the policy it states; ``None`` if it states none.
        edition: The edition it states; ``None`` if it states none.
        policy: The policy at hand.
    """
    if code is not None and code != policy.code:
        yield Fault(
            FaultKind.INCONSISTENT,
            "policy",
            f"是另一政策的，不是 {policy.code} 的",
            f"is another policy's, not that of {policy.code}",
        )
    elif edition is not None and edition != policy.edition:
        yield Fault(
            FaultKind.INCONSISTENT,
            "edition",
            f"是为另一版本的文本保存的；现有版本为 {policy.edition}，逐项核对后适用的，改写此处",
            f"was stored for another edition of the text; the one at hand is {policy.edition}: "
            "go through it, and write that here if it still applies",
        )
