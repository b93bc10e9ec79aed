"""Mutants of a policy: the same law with one thing wrong, for tests to notice.

A mutant is a policy that says something else than its text: a figure one more, a day shifted,
不少于 read as 超过, a condition nobody asks about. Examples that are all still right under it do
not show that the text says what the policy says. No source file is touched; a mutant is a value
like the policy it is made from.
"""

from __future__ import annotations

from innov_consortium.testing.mutants.examples import (
    CaseExample,
    DocExample,
    Example,
    case_examples,
    doc_examples,
)
from innov_consortium.testing.mutants.making import Drawn, drawn_from, mutants_of
from innov_consortium.testing.mutants.mutant import Mutant, Operator
from innov_consortium.testing.mutants.surviving import Verdict, judged, judged_by, survivors
from innov_consortium.testing.mutants.touching import Known, seen_in

__all__ = [
    "CaseExample",
    "DocExample",
    "Drawn",
    "Example",
    "Known",
    "Mutant",
    "Operator",
    "Verdict",
    "case_examples",
    "doc_examples",
    "drawn_from",
    "judged",
    "judged_by",
    "mutants_of",
    "seen_in",
    "survivors",
]
