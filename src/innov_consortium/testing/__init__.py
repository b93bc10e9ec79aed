"""What third parties test a policy with: no test framework is needed to run it."""

from __future__ import annotations

from innov_consortium.testing.asking import Reply, ask
from innov_consortium.testing.cases import CaseResult, read_cases, summary
from innov_consortium.testing.kit import Conformance, check_editions, check_policy
from innov_consortium.testing.running import run_cases

__all__ = [
    "CaseResult",
    "Conformance",
    "Reply",
    "ask",
    "check_editions",
    "check_policy",
    "read_cases",
    "run_cases",
    "summary",
]
