"""Readings: a question with options, one of them the default, that something really rests on."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import combinations

from innov_consortium.core.plan import closure
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.core.sources import Place
from innov_consortium.testing.kit.labels import norms_of
from innov_consortium.testing.kit.looking import Looked, place_of
from innov_consortium.testing.kit.numbers import asked_by
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_readings"]


def look_at_readings(subject: Subject) -> Looked:
    """Look at every reading: its question, its options, its default, and what rests on it."""
    choices = subject.policy.readings
    found = [f for choice in choices for f in _of_reading(subject, choice)]
    found += _one_entry(subject.policy)
    found += _unheeded(subject)
    found += _elsewhere(subject.policy)
    return Looked(len(choices), found)


def _one_entry(policy: Policy) -> Iterator[Found]:
    """Yield that two questions about different articles have one entry."""
    for one, other in combinations((c.question for c in policy.readings), 2):
        articles = [{Place.of(p).article for p in q.provisions} for q in (one, other)]
        if one.entry == other.entry and articles[0].isdisjoint(articles[1]):
            zh = f"解释 {one.name} 与 {other.name} 都编为 {one.entry}，所涉条文却不同；请改一个编号"
            en = f"the readings {one.name} and {other.name} are both {one.entry}; number one anew"
            yield Found(f"{other.name}:entry", zh, en, place_of(other.options), other.provisions)


def _unheeded(subject: Subject) -> Iterator[Found]:
    """Yield the options no code tells apart: all but one have to be named where they are used."""
    named: dict[str, set[str]] = {}
    for module in () if subject.package is None else subject.package.modules:
        for name, option in _options_named(module.source):
            named.setdefault(name, set()).add(option)
    for choice in subject.policy.readings:
        options = choice.question.options
        left = [o.name for o in options if o.name not in named.get(options.__name__, ())]
        if len(left) > 1:
            listed = "、".join(left)
            zh = f"解释 {choice.name} 的选项 {listed} 没有代码加以区别；"
            zh = f"{zh}请在规则或事实中区别，或者删去"
            en = f"no code tells the options {', '.join(left)} of {choice.name} apart; heed them"
            at = place_of(options)
            yield Found(f"{choice.name}:heeded", zh, en, at, choice.question.provisions)


def _options_named(source: str) -> Iterator[tuple[str, str]]:
    """Yield the options code names, with their class; where a question is put does not count."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    put = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and _called(n) == "question"]
    apart = {id(part) for call in put for part in ast.walk(call)}
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=option) if id(node) not in apart:
                yield name, option
            case _:
                continue


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _elsewhere(policy: Policy) -> Iterator[Found]:
    """Yield the readings on which nothing of the provisions they cite rests."""
    resting = _resting(policy)
    for choice in policy.readings:
        asked = choice.question
        near = [p for cited in asked.provisions for p in (cited, *_around(policy, cited))]
        rests = any(choice.name in resting.get(p, ()) for p in near)
        if not rests and choice.name not in resting[""] and choice.name in asked_by(policy):
            cited = "、".join(asked.provisions)
            zh = f"解释 {choice.name} 所引的 {cited} 没有以它为据的规则、步骤或职责；请核对所引条款"
            en = f"of the provisions {choice.name} cites ({cited}) nothing rests on it; see which"
            yield Found(
                f"{choice.name}:cited",
                zh,
                f"{en} it is about",
                place_of(asked.options),
                asked.provisions,
            )


def _around(policy: Policy, provision: str) -> Iterator[str]:
    """Yield the sentences an item belongs to: those of its paragraph."""
    place = Place.of(provision)
    if place.item is not None:
        for other in policy.ledger:
            it = Place.of(other)
            if (it.article, it.paragraph) == (place.article, place.paragraph):
                yield other


def _resting(policy: Policy) -> dict[str, set[str]]:
    """Return for every provision the readings something of it rests on; under "" the register's."""
    facts = {f.name: f for f in policy.facts}

    def named(names: list[str]) -> set[str]:
        return {s for name in closure(names, facts) for s in facts[name].settings}

    found: dict[str, set[str]] = {"": named([n for n in (policy.engagements, policy.bars) if n])}
    for norm in norms_of(policy):
        found.setdefault(norm.provision, set()).update(c.name for c in norm.readings)
    for duty in policy.duties:
        if duty.occasions:
            found.setdefault(duty.provision, set()).update(named([duty.occasions]))
    for step in policy.steps:
        found.setdefault(step.provision, set()).update(name for name, _ in step.under)
    return found


def _of_reading(subject: Subject, choice: Choice) -> Iterator[Found]:
    policy, asked, name = subject.policy, choice.question, choice.name
    where = place_of(asked.options)
    options = list(asked.options)

    def flaw(sort: str, zh: str, en: str) -> Found:
        return Found(f"{name}:{sort}", zh, en, where, asked.provisions)

    if asked.default not in options:
        zh = f"解释 {name} 的默认选项不在其选项之中；请从 {asked.options.__name__} 中选"
        en = f"the default of the reading {name} is none of its options; take one of them"
        yield flaw("default", zh, en)
    elif choice.option is not asked.default:
        zh = f"解释 {name} 采用的不是默认选项；政策应以默认选项给出"
        en = f"the reading {name} is not settled by its default, as a policy is handed over"
        yield flaw("chosen", zh, en)
    if len(options) < 2:  # noqa: PLR2004 - one way to read it is no question
        zh, en = "只有一种选项，不成其为解释问题", "has one option only, which is no question"
        yield flaw("options", f"解释 {name} {zh}；请写出另一种读法", f"the reading {name} {en}")
    letters = [o.letter for o in options]
    if len(set(letters)) != len(letters):
        zh, en = "有两个选项用同一字母", "has two options of one letter"
        yield flaw("letters", f"解释 {name} {zh}；请改一个", f"the reading {name} {en}; alter one")
    if not (inspect.getdoc(asked.options) or "").strip():
        zh, en = "没有写出问题", "does not put its question"
        yield flaw(
            "question", f"解释 {name} {zh}；请写在类的文档里", f"{name} {en}: in its docstring"
        )
    blank = [o.name for o in options if not (o.zh.strip() and o.en.strip())]
    if blank or not asked.reason.strip() or not asked.reason_en.strip():
        zh = f"解释 {name} 的理由或选项没有中英文齐备；请补上"
        yield flaw("words", zh, f"the reading {name} lacks a reason, or words, in one language")
    if name not in asked_by(policy):
        zh, en = "没有规则、事实、步骤用到", "is asked for by nothing"
        yield flaw(
            "unused", f"解释 {name} {zh}；请用它，或者删去", f"the reading {name} {en}; use it"
        )
