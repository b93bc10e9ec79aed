"""What may notice a mutant: cases in the neutral format, and the examples in docstrings."""

from __future__ import annotations

import doctest
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from attrs import field, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases.publishing import Editions
from innov_consortium.testing.cases.running import run_case
from innov_consortium.testing.mutants.functions import Functions

__all__ = ["CaseExample", "DocExample", "Example", "case_examples", "doc_examples"]

_EDITIONS = "innov_consortium.testing.mutants.editions"


class Example(Protocol):
    """Something that is right under a policy, and may not be under a mutant of it."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def of_functions_alone(self) -> bool:
        """Whether only the functions of a policy matter to it, not what is made of them."""

    def right(self, policy: Policy) -> bool:
        """Return whether it is right under a policy; an exception is not."""


@frozen
class CaseExample:
    """A case in the neutral format.

    Args:
        case: The case, as :func:`~innov_consortium.testing.cases.read_cases` returns it.
    """

    case: Mapping[str, Any] = field(repr=False)

    @property
    def id(self) -> str:
        """The id of the case."""
        return str(self.case["id"])

    @property
    def of_functions_alone(self) -> bool:
        """No: a case is answered by the whole policy."""
        return False

    def right(self, policy: Policy) -> bool:
        """Return whether the case is answered as it expects."""
        if _EDITIONS not in policy.memo:
            policy.memo[_EDITIONS] = Editions(policy)
        return run_case(self.case, policy.memo[_EDITIONS]).result == "pass"


@frozen
class DocExample:
    """The examples in the docstring of one function of a policy.

    Args:
        id: ``module:name`` of the function.
    """

    id: str

    @property
    def of_functions_alone(self) -> bool:
        """Yes: figures, readings and inquiries are not asked."""
        return True

    def right(self, policy: Policy) -> bool:
        """Return whether every example in it gives what is written there."""
        function = Functions.of(policy).own.get(self.id)
        if function is None:
            return False
        scope = {**function.__globals__}
        text = function.__doc__ or ""
        test = doctest.DocTestParser().get_doctest(text, scope, self.id, None, None)
        runner = doctest.DocTestRunner(verbose=False)
        return runner.run(test, out=_silent).failed == 0


def _silent(_: str) -> None:
    """Say nothing: a mutant that is noticed is what is looked for."""


def case_examples(cases: Iterable[Mapping[str, Any]], policy: Policy) -> Iterator[CaseExample]:
    """Yield the cases that are answered as they expect; the others can notice nothing."""
    for case in cases:
        example = CaseExample(case)
        if example.right(policy):
            yield example


def doc_examples(policy: Policy) -> Iterator[DocExample]:
    """Yield the functions of a policy whose docstrings have examples."""
    for key, function in Functions.of(policy).own.items():
        if doctest.DocTestParser().get_examples(function.__doc__ or ""):
            yield DocExample(key)
