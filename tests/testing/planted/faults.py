"""Every planted fault, by somebody who has not read the kit; each is one copy with one mistake."""

from __future__ import annotations

from tests.testing.planted import (
    of_clauses,
    of_counting,
    of_examples,
    of_facts,
    of_figures,
    of_pages,
    of_purity,
    of_the_procedure,
    of_the_text,
    of_words,
)

__all__ = ["FAULTS"]

FAULTS = (
    *of_the_text.FAULTS,
    *of_figures.FAULTS,
    *of_clauses.FAULTS,
    *of_counting.FAULTS,
    *of_facts.FAULTS,
    *of_purity.FAULTS,
    *of_the_procedure.FAULTS,
    *of_words.FAULTS,
    *of_pages.FAULTS,
    *of_examples.FAULTS,
)
