"""Documents: schemas can be made, cases come back as they were, and a policy is a plain value."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from innov_consortium.core.case import Case
from innov_consortium.interchange import (
    dumps,
    load_case,
    load_dossier,
    load_event,
    receipt_of,
    unstructure_case,
    unstructure_dossier,
    unstructure_event,
    unstructure_receipt,
    unstructure_report,
    verify,
)
from innov_consortium.interchange.schemas import json_schema
from innov_consortium.testing.kit.looking import Looked
from innov_consortium.testing.kit.observing import Question, in_place
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_documents"]

#: Most questions of which documents are made.
_MOST = 25
_SCHEMAS = ("case", "application", "history", "event")


def look_at_documents(subject: Subject) -> Looked:
    """Make the schemas, write and read the author's cases and reports, copy the policy."""
    found: list[Found] = []
    for name in _SCHEMAS:
        zh, en = f"{name} 的 JSON Schema 做不出来", f"no JSON Schema of {name} can be made"
        found += _tried(f"schema:{name}", zh, en, partial(json_schema, name, subject.policy))
    questions = subject.observed.questions[:_MOST]
    with in_place(subject.policy):
        for question in questions:
            found += _of(question)
            if found:
                break
    found += _copied(subject)
    return Looked(len(_SCHEMAS) + len(questions), found)


def _tried(
    subject: str, zh: str, en: str, make: Callable[[], Any], where: str = ""
) -> Iterator[Found]:
    try:
        make()
    except Exception as error:  # noqa: BLE001 - whatever it raises is told
        said = f"{type(error).__name__}: {error}"
        yield Found(subject, f"{zh}（{said}）", f"{en} ({said})", where)


def _of(question: Question) -> Iterator[Found]:
    try:
        report = question.ask()
    except Exception:  # noqa: BLE001 - the check of facts tells
        return
    where = question.source
    zh, en = "案例写成 JSON 再读回来失败", "a case cannot be written as JSON and read again"
    yield from _tried("case:round", zh, en, lambda: _round(question), where)
    zh, en = f"{question.inquiry} 的报告写不成 JSON", f"the report of {question.inquiry} is no JSON"
    yield from _tried("report:json", zh, en, lambda: dumps(unstructure_report(report)), where)

    def receipt() -> None:
        sealed = receipt_of(report, question.case)
        dumps(unstructure_receipt(sealed))
        verify(sealed, question.case, question.policy)

    zh, en = "回执做不出来，或者不能核对", "no receipt can be made of it, or verified"
    yield from _tried("report:receipt", zh, en, receipt, where)


def _round(question: Question) -> None:
    case, policy = question.case, question.policy
    if isinstance(case, Case):
        again: Any = load_case(dumps(unstructure_case(case)))
    else:
        again = load_dossier(dumps(unstructure_dossier(case)), policy)
        for event in case.history.events:
            if load_event(dumps(unstructure_event(event)), policy) != event:
                msg = f"the event {type(event).__name__} comes back as another one"
                raise ValueError(msg)
    if again != case:
        msg = "it comes back as another case"
        raise ValueError(msg)


def _copied(subject: Subject) -> Iterator[Found]:
    def copy() -> None:
        # Made here a moment ago, of the policy itself.
        if pickle.loads(pickle.dumps(subject.policy)) != subject.policy:  # noqa: S301 - see above
            msg = "the copy is another policy"
            raise ValueError(msg)

    zh = "政策不能原样复制（pickle）；其中有不能复制、或者复制后不同的值"
    yield from _tried("policy:copy", zh, "the policy cannot be copied as it is (pickle)", copy)
