"""Running cases one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import evolve

from innov_consortium.core.policy import Policy
from innov_consortium.errors import InnovConsortiumError, InvalidInputError
from innov_consortium.testing.cases.answering import ask
from innov_consortium.testing.cases.comparing import compare, expected_of
from innov_consortium.testing.cases.given import Facts, a_day
from innov_consortium.testing.cases.problems import CannotRunError, NotBuiltError
from innov_consortium.testing.cases.publishing import Editions
from innov_consortium.testing.cases.questions import question_of
from innov_consortium.testing.cases.results import CaseResult
from innov_consortium.testing.cases.wording import plain

__all__ = ["run_case", "run_cases"]


def run_cases(cases: Iterable[Mapping[str, Any]], policy: Policy) -> Iterator[CaseResult]:
    """Answer each case and compare.

    Args:
        cases: Cases in the neutral format, as :func:`read_cases` returns them.
        policy: The policy to ask, with no publication supplied: the cases supply it.
    """
    editions = Editions(policy)
    for case in cases:
        yield run_case(case, editions)


def run_case(case: Mapping[str, Any], editions: Editions) -> CaseResult:
    """Answer one case and compare; what was published for another case is not made again."""
    id_ = str(case.get("id", ""))
    expected = case.get("expect", case.get("expected"))
    try:
        return _answered(id_, case, editions)
    except InvalidInputError as error:
        return _refused(id_, case, error)
    except (CannotRunError, InnovConsortiumError) as error:
        return CaseResult(id_, "error", expected, None, str(error))
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        # A value of a shape nobody foresaw: the case is not understood, the run goes on.
        note = f"not understood: {type(error).__name__}: {error}"
        return CaseResult(id_, "error", expected, None, note)


def _answered(id_: str, case: Mapping[str, Any], editions: Editions) -> CaseResult:
    if "when" not in case and "input" in case:
        what = "the refusal of unusable input"
        raise NotBuiltError(what)
    given = Facts(case.get("given"), "")
    question = question_of(case.get("when"), given, editions.policy)
    expect = expected_of(case)
    as_of: date = a_day(case.get("as_of"), "as_of")
    article = case.get("article") or []
    about = tuple(article) if isinstance(article, list) else (str(article),)
    question = evolve(question, provisions=about)
    got = ask(question, given, editions.of(given), as_of)
    verdict = compare(case, got)
    result = "pass" if verdict.right else "fail"
    return CaseResult(id_, result, dict(expect), verdict.got, "; ".join(verdict.notes))


def _refused(id_: str, case: Mapping[str, Any], error: InvalidInputError) -> CaseResult:
    """Return what becomes of facts that cannot be used: right only where a refusal is expected."""
    expect = case.get("expect") or {}
    kinds = sorted({fault.kind.value for fault in error.faults})
    codes = {"refused", *kinds, *(f"refused_{kind}" for kind in kinds)}
    wanted = [expect.get("answer"), *(expect.get("accept") or [])]
    got = {"answer": "refused", "faults": kinds}
    if any(isinstance(w, str) and plain(w) in codes for w in wanted):
        return CaseResult(id_, "pass", dict(expect), got, str(error))
    return CaseResult(id_, "error", expect, got, f"the facts cannot be used: {error}")
