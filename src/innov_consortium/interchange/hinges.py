"""What an answer hinges on, as a document."""

from __future__ import annotations

from typing import Any

from innov_consortium.core.comparing import FindingDifference
from innov_consortium.core.hinges import Hinge, Hinges
from innov_consortium.core.report import Finding

__all__ = ["HINGES_SCHEMA", "unstructure_hinges"]

#: The format of the document, stated under ``schema``.
HINGES_SCHEMA = "innov-consortium/hinges/1"


def unstructure_hinges(hinges: Hinges) -> dict[str, Any]:
    """Return the document of what a report hinges on.

    ``read`` has the readings taken otherwise by name, ``asked`` all that were, ``ways`` how many
    ways of reading were asked about: of one reading, and of two together; ``handed_in`` those that
    may have made the register another one that was handed in.
    """
    single, pairs = hinges.ways
    return {
        "schema": HINGES_SCHEMA,
        "inquiry": hinges.report.inquiry,
        "on": hinges.report.on.isoformat(),
        "answer": hinges.report.answer.value,
        "answer_stands": hinges.answer_stands,
        "asked": [c.name for c in hinges.asked],
        "official": [c.name for c in hinges.official],
        "handed_in": [c.name for c in hinges.handed_in],
        "ways": {"single": single, "pairs": pairs},
        "single": [_hinge(one) for one in hinges.single],
        "pairs": [_hinge(one) for one in hinges.pairs],
    }


def _hinge(one: Hinge) -> dict[str, Any]:
    return {
        "read": {c.name: c.option.option for c in one.read},
        "entries": [c.question.entry for c in one.read],
        "answer": one.answer.value,
        "alters_answer": one.alters_answer,
        "findings": [_finding(d) for d in one.findings],
    }


def _finding(one: FindingDifference) -> dict[str, Any]:
    return {
        "provision": one.provision,
        "clause": one.clause,
        "before": _outcome(one.before),
        "after": _outcome(one.after),
        "outcome_differs": one.outcome_differs,
    }


def _outcome(finding: Finding | None) -> str | None:
    return None if finding is None else finding.outcome.value
