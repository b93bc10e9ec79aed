"""Running cases of every format: of law, of unusable input to be refused, and own documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases.publishing import Editions
from innov_consortium.testing.cases.results import CaseResult
from innov_consortium.testing.cases.running import run_case
from innov_consortium.testing.examples import is_example, run_example
from innov_consortium.testing.refusals import Surroundings, is_refusal, run_refusal

__all__ = ["run_cases"]


def run_cases(cases: Iterable[Mapping[str, Any]], policy: Policy) -> Iterator[CaseResult]:
    """Run each case and compare; cases of law, refusals and examples may stand in one file.

    Args:
        cases: Cases in the neutral format, as :func:`read_cases` returns them, or examples in the
            library's own documents (:mod:`innov_consortium.testing.examples`).
        policy: The policy to ask, with no publication supplied: the cases supply it.
    """
    editions, around = Editions(policy), Surroundings(policy)
    for case in cases:
        if is_example(case):
            yield run_example(case, policy)
        else:
            yield run_refusal(case, around) if is_refusal(case) else run_case(case, editions)
