"""Running examples: asked of the policy, and compared with what they expect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from attrs import frozen

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.decide import Deferred, Granted, decide
from innov_consortium.core.history import replay
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.errors import InnovConsortiumError
from innov_consortium.interchange import structure_case, structure_dossier, structure_event
from innov_consortium.testing.cases.results import CaseResult
from innov_consortium.testing.examples.reading import Row, row_faults

__all__ = ["RowExample", "row_examples", "run_example"]


class _CannotRunError(Exception):
    """A row that cannot be asked."""


@frozen
class RowExample:
    """A row as something that may notice a mutant.

    Args:
        row: The row.
    """

    row: Row

    @property
    def id(self) -> str:
        """Its name."""
        return f"examples.jsonl:{self.row.id}"

    @property
    def of_functions_alone(self) -> bool:
        """No: it is answered by the whole policy."""
        return False

    @property
    def about(self) -> tuple[str, ...]:
        """The provisions it expects something of."""
        return self.row.about

    def right(self, policy: Policy) -> bool:
        """Return whether it is answered as it expects."""
        return run_example(self.row.document, policy).result == "pass"


def row_examples(rows: Iterable[Row], policy: Policy) -> Iterator[RowExample]:
    """Yield the rows that are answered as they expect; the others can notice nothing."""
    for row in rows:
        example = RowExample(row)
        if not row.error and example.right(policy):
            yield example


def run_example(document: Mapping[str, Any], policy: Policy) -> CaseResult:
    """Ask what a row asks and compare.

    Args:
        document: The row.
        policy: The policy, with no publication supplied: a row supposes one.
    """
    id_, expected = str(document.get("id", "")), document.get("expect")
    faults = row_faults(document)
    if faults:
        return CaseResult(id_, "error", expected, None, "; ".join(faults))
    try:
        said, report = _asked(document, policy)
    except (InnovConsortiumError, LookupError, ValueError, _CannotRunError) as error:
        note = str(error.args[0] if isinstance(error, LookupError) and error.args else error)
        return CaseResult(id_, "error", expected, None, note)
    except (AttributeError, TypeError) as error:
        note = f"not understood, or the policy fails: {type(error).__name__}: {error}"
        return CaseResult(id_, "error", expected, None, note)
    got = _got(document["expect"], said, report)
    notes = _differing(document["expect"], got)
    result = "fail" if notes else "pass"
    return CaseResult(id_, result, dict(document["expect"]), got, "; ".join(notes))


def _asked(document: Mapping[str, Any], policy: Policy) -> tuple[str, Report]:
    on = _day(document, "on")
    readings = document.get("readings") or {}
    policy = policy.with_readings(**readings) if readings else policy
    if document.get("published_on") is not None:
        policy = policy.supposing_published(_day(document, "published_on"))
    if "act" not in document:
        facts = _facts(document, policy)
        report = policy.check(str(document.get("inquiry", "formation")), facts, on=on)
        return report.answer.value, report
    dossier = structure_dossier(document["history"], policy)
    act = structure_event(document["act"], policy)
    decision = decide(policy, replay(dossier.history, on), act, on, dossier)
    named = {Granted: "granted", Deferred: "deferred"}
    return named.get(type(decision), "refused"), decision.report


def _facts(document: Mapping[str, Any], policy: Policy) -> Case | Dossier:
    if "case" in document:
        return structure_case(document["case"])
    return structure_dossier(document["history"], policy)


def _day(document: Mapping[str, Any], key: str) -> date:
    with suppress(ValueError):
        return date.fromisoformat(str(document[key]))
    msg = f"{key}: {document[key]!r} is no day YYYY-MM-DD"
    raise _CannotRunError(msg)


def _got(expect: Mapping[str, Any], said: str, report: Report) -> dict[str, Any]:
    got: dict[str, Any] = {"answer": said, "in_force": report.in_force.value}
    if "outcomes" in expect:
        found = {p: report.outcome(p) for p in expect["outcomes"]}
        got["outcomes"] = {p: None if o is None else o.value for p, o in found.items()}
    if "changes_on" in expect:
        day = report.changes_on
        got["changes_on"] = None if day is None else day.isoformat()
    return {key: got[key] for key in expect}


def _differing(expect: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    notes = []
    for key, wanted in expect.items():
        if key == "outcomes":
            notes += [
                f"{provision}: {said} where {got[key].get(provision)} is found"
                for provision, said in wanted.items()
                if got[key].get(provision) != said
            ]
        elif got[key] != wanted:
            notes.append(f"{key}: {wanted} where {got[key]} is found")
    return notes
