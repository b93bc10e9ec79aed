"""Running cases of law written in the neutral format: facts, a day, a question, what the text says.

A case names facts, not functions of this library. Every case written in the format is translated
from the facts it names; what is not understood makes the case an *error* that says so, never a
guess, and so does a question that cannot be answered yet.
"""

from __future__ import annotations

from innov_consortium.testing.cases.reading import read_cases
from innov_consortium.testing.cases.results import CaseResult, summary
from innov_consortium.testing.cases.running import run_cases

__all__ = ["CaseResult", "read_cases", "run_cases", "summary"]
