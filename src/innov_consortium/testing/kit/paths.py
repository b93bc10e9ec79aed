"""Paths: what is missing would stand where a report says, and members are where it says."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

import attrs

from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.changes import CHANGES
from innov_consortium.core.events import SHARED
from innov_consortium.core.organizations import Organization
from innov_consortium.testing.kit.looking import Looked, place_of
from innov_consortium.testing.kit.observing import Question, in_place
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_paths"]


def look_at_paths(subject: Subject) -> Looked:
    """Look at the paths facts say they read, and at the paths of items in the author's cases."""
    roots = _roots(subject)
    found: list[Found] = []
    count = 0
    for fact in subject.policy.facts:
        for path in fact.reads:
            count += 1
            if not _there(path, roots):
                zh = f"事实 {fact.name} 所读的 {path} 不存在，"
                zh = f"{zh}报告会叫人补一个没有的字段；请改正 reads"
                en = f"the fact {fact.name} reads {path}, which there is not; reports ask for it"
                found.append(Found(f"{fact.name}:reads", zh, en, place_of(fact)))
    with in_place(subject.policy):
        for question in subject.observed.questions:
            found += _of_items(subject, question, {f.subject for f in found})
    return Looked(count, found)


def _roots(subject: Subject) -> dict[str, set[type[Any]]]:
    """Return what stands at the beginning of a path, with the classes of what is there."""
    roots: dict[str, set[type[Any]]] = {}
    for cls in (Surroundings, Case, Dossier):
        for name, classes in _fields(cls).items():
            roots.setdefault(name, set()).update(classes)
    events = {*SHARED, *CHANGES, *subject.policy.events}
    roots["events"] = roots["act"] = events
    return roots


def _fields(cls: type[Any]) -> dict[str, set[type[Any]]]:
    """Return the fields of a class, each with the classes it may hold."""
    try:
        hints = typing.get_type_hints(cls)
    except NameError:
        hints = {}
    return {a.name: set(_classes(hints.get(a.name))) for a in attrs.fields(cls)}


def _classes(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type):
        yield hint
    for part in typing.get_args(hint):
        yield from _classes(part)


def _there(path: str, roots: dict[str, set[type[Any]]]) -> bool:
    """Return whether a path leads anywhere; one that begins with an item is taken on trust."""
    first, *rest = [part.partition("[")[0] for part in path.split(".")]
    if first.startswith("{") or first not in roots:
        return first.startswith("{") or first in _ENTITIES
    classes = roots[first]
    for name in rest:
        held = [c for c in classes if attrs.has(c) and name in _fields(c)]
        if not held:
            return not any(attrs.has(c) for c in classes)
        classes = set().union(*(_fields(c)[name] for c in held))
    return True


#: What facts are told and no document holds.
_ENTITIES = frozenset({"published_on", "day", "grounds", "attested", "consortium"})


def _of_items(subject: Subject, question: Question, known: set[str]) -> Iterator[Found]:
    """Yield the sorts of items whose path leads to another unit than the one concerned."""
    if not isinstance(question.case, Case):
        return
    try:
        report = question.ask()
    except Exception:  # noqa: BLE001 - the check of facts tells
        return
    items = {one.name: one for one in subject.policy.items}
    for finding in report.findings:
        each = finding.norm.each or ""
        for one in finding.items:
            there = _at(question.case, one.path)
            wrong = isinstance(one.item, Organization) and isinstance(there, Organization)
            if f"{each}:path" not in known and wrong and there.key != one.item.key:
                known.add(f"{each}:path")
                zh = f"{each} 的路径 {one.path} 指向另一单位；请改正 path"
                en = f"the path {one.path} of a {each} leads to another unit; mend its path"
                at = place_of(items[each]) if each in items else ""
                yield Found(f"{each}:path", zh, en, at)


def _at(case: Case, path: str) -> Any:
    """Return what stands at a path of a case; ``None`` if nothing does."""
    held: Any = case
    for part in path.split("."):
        name, _, index = part.partition("[")
        held = getattr(held, name, None)
        if index:
            place = index.rstrip("]")
            if not place.isdigit() or not isinstance(held, tuple) or int(place) >= len(held):
                return None
            held = held[int(place)]
    return held
