"""The author's cases with one thing less known: no norm may then decide the other way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import evolve

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Filed
from innov_consortium.core.history import History
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.core.report import Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.testing.kit.looking import Looked
from innov_consortium.testing.kit.observing import Question, in_place
from innov_consortium.testing.kit.outcomes import against
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_knowing_less"]

#: Most questions asked again.
_MOST = 40
#: Fields that say something by being ``None``: not yet, in none, by itself.
_SAYING = frozenset(
    {
        *("filed_on", "presented_on", "accepted_on", "signed_on", "zone", "branch_of", "college"),
        *("parent", "agreement", "governance", "body", "field", "legal_form"),
    }
)


def look_at_knowing_less(subject: Subject) -> Looked:
    """Ask what the author's cases ask, once for each thing known of them, without it."""
    questions = subject.observed.questions[:_MOST]
    found: dict[str, Found] = {}
    count = 0
    with in_place(subject.policy):
        for question in questions:
            try:
                known = question.ask()
            except Exception:  # noqa: BLE001, S112 - the check of facts tells
                continue
            for what, case in _less(question.case):
                count += 1
                for flaw in _flips(question, known, what, case):
                    found.setdefault(flaw.subject, flaw)
    return Looked(count, list(found.values()))


def _flips(question: Question, known: Report, what: str, case: Case | Dossier) -> Iterator[Found]:
    try:
        less = evolve(question, case=case).ask()
    except InvalidInputError:
        return
    except Exception as error:  # noqa: BLE001 - whatever it raises is told
        said = f"{type(error).__name__}: {error}"
        zh = f"{question.inquiry}：不提供 {what} 时出错（{said}）；没有提供的也必须能够回答"
        en = f"{question.inquiry} fails without {what} ({said}); what is missing has an answer"
        yield Found(f"{question.inquiry}:{what}:fails", zh, en, question.source)
        return
    before = {(f.provision, f.norm.name): f for f in known.findings}
    for finding in less.findings:
        one = before.get((finding.provision, finding.norm.name))
        if one is None or not against(one.outcome, finding.outcome):
            continue
        was, then = one.outcome.value, finding.outcome.value
        zh = f"{finding.norm.name}：提供 {what} 时是 {was}，不提供时却是 {then}；没有提供不等于否"
        en = f"{finding.norm.name} is {was} with {what} and {then} without it; what is missing"
        where = finding.norm.where.rpartition(".")[2].replace(":", ".py:")
        about = (finding.provision,)
        yield Found(f"{finding.norm.name}:{what}", zh, f"{en} is not no", where, about)


def _less(case: Case | Dossier) -> Iterator[tuple[str, Case | Dossier]]:
    """Yield a case with one thing less known, and what that is."""
    yield from _around(case)
    if isinstance(case, Case):
        for name, application in _of_application(case.application):
            yield f"application.{name}", evolve(case, application=application)
        return
    for n, event in enumerate(case.history.events):
        if isinstance(event, Filed) and event.application is not None:
            for name, application in _of_application(event.application):
                events = list(case.history.events)
                events[n] = evolve(event, application=application)
                try:
                    history = History(case.history.consortium, tuple(events))
                except InvalidInputError:
                    continue
                yield f"application.{name}", evolve(case, history=history)


def _around(case: Case | Dossier) -> Iterator[tuple[str, Case | Dossier]]:
    if case.register != Register.unknown():
        yield "register", evolve(case, register=Register.unknown())
    if case.record == Record.unknown():
        return
    yield "record", evolve(case, record=Record.unknown())
    for name, record in _without(case.record):
        yield f"record.{name}", evolve(case, record=record)
    for n, figure in enumerate(case.record.figures):
        rest = tuple(f for m, f in enumerate(case.record.figures) if m != n)
        record = evolve(case.record, figures=rest)
        yield f"record.figures.{figure.metric}", evolve(case, record=record)


def _of_application(application: Application) -> Iterator[tuple[str, Application]]:
    yield from _without(application)
    for name in ("agreement", "governance", "lead"):
        held = getattr(application, name)
        if held is not None:
            for below, less in _without(held):
                try:
                    yield f"{name}.{below}", evolve(application, **{name: less})
                except InvalidInputError:
                    continue
    for n, unit in enumerate(application.participants[:2]):
        for below, less in _without(unit):
            others = list(application.participants)
            others[n] = less
            try:
                yield f"participants.{below}", evolve(application, participants=tuple(others))
            except InvalidInputError:
                continue


def _without(held: Any) -> Iterator[tuple[str, Any]]:
    """Yield a value without one of the things that are known of it and need not be."""
    for field in attrs.fields(type(held)):
        optional = field.init and field.default is None and field.name not in _SAYING
        if optional and getattr(held, field.name) is not None:
            try:
                yield field.name, evolve(held, **{field.name: None})
            except InvalidInputError:
                continue
