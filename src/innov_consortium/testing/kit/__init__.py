"""The conformance kit: whether a policy package keeps to all that a policy package has to.

From Python, without any test framework::

    from innov_consortium import catalogue
    from innov_consortium.testing import check_policy

    conformance = check_policy(catalogue().select("990100"))
    conformance.conforms, conformance.flaws

From a shell: ``innov-consortium kit CODE``, or ``pytest --pyargs
innov_consortium.testing.installed --policy CODE``. An author accepts what the kit finds in
``known_gaps.tsv``, with the reason; what is listed there and no longer found fails.
"""

from __future__ import annotations

from innov_consortium.testing.kit.checking import check_policy
from innov_consortium.testing.kit.conformance import (
    Accepted,
    Check,
    Conformance,
    Flaw,
    Gap,
    Line,
    Mutants,
    State,
)
from innov_consortium.testing.kit.editions import check_editions
from innov_consortium.testing.kit.markdown import told_in_markdown
from innov_consortium.testing.kit.subject import Found
from innov_consortium.testing.kit.telling import told
from innov_consortium.testing.kit.unstructuring import as_document

__all__ = [
    "Accepted",
    "Check",
    "Conformance",
    "Flaw",
    "Found",
    "Gap",
    "Line",
    "Mutants",
    "State",
    "as_document",
    "check_editions",
    "check_policy",
    "told",
    "told_in_markdown",
]
