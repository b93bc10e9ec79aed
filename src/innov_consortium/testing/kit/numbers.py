"""Figures: each is what its sentence says, exactly, and is asked for."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from innov_consortium.core.checking import plan_for
from innov_consortium.core.clauses import Clause, Fact, Force
from innov_consortium.core.numbers import Number, numbers_of
from innov_consortium.core.plan import closure
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Disposition
from innov_consortium.testing.kit.figures import days_in, figures_in, is_a_year, is_written
from innov_consortium.testing.kit.looking import Looked, place_of
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["asked_by", "look_at_numbers"]

_CJK = re.compile(r"[\u4e00-\u9fff]")
_STATING = frozenset(
    {
        Disposition.CLAUSE,
        Disposition.NUMBER,
        Disposition.FACT,
        Disposition.STEP,
        Disposition.DUTY,
    }
)


def look_at_numbers(subject: Subject) -> Looked:
    """Look at every figure the policy states, and at every figure of its text."""
    policy = subject.policy
    numbers = numbers_of(policy.numbers)
    found = [f for number in numbers for f in _of_number(subject, number)]
    if not _is_frozen(policy.numbers):
        zh = "数字所在的类可以修改；请用 attrs.frozen"
        found.append(Found("numbers:frozen", zh, "the numbers can be altered; use attrs.frozen"))
    found += _not_stated(subject)
    return Looked(len(numbers), found)


def _of_number(subject: Subject, number: Number) -> Iterator[Found]:
    policy, name, value = subject.policy, number.name, number.value
    row = policy.ledger[number.provision]
    where = _line(policy.numbers, name)

    def flaw(sort: str, zh: str, en: str) -> Found:
        return Found(f"{name}:{sort}", zh, en, where, (row.id,))

    if isinstance(value, float):
        zh = f"数字 {name} 是 float，会有误差；份额用 Fraction，金额用 Decimal"
        en = f"the number {name} is a float and would be rounded: Fraction for shares, Decimal"
        yield flaw("float", zh, f"{en} for money")
        return
    if isinstance(value, list | dict | set):
        zh = f"数字 {name} 是可以修改的 {type(value).__name__}；请用 tuple"
        yield flaw("mutable", zh, f"the number {name} is a {type(value).__name__}; use a tuple")
    if is_written(value, row.text) is False:
        zh = f"数字 {name} 是 {value}，{row.id} 的原文“{row.text}”里没有；请核对数字和所引条款"
        en = f"the number {name} is {value}, which {row.id} (“{row.text}”) does not say; see the"
        yield flaw("figure", zh, f"{en} figure and the provision cited")
    for word in value if isinstance(value, tuple | list) else ():
        if isinstance(word, str) and _CJK.search(word) and word not in row.text:
            zh = f"{name} 列有“{word}”，{row.id} 的原文没有；请照原文列举"
            en = f"{name} lists “{word}”, which {row.id} does not; list what the text lists"
            yield flaw("word", zh, en)
    if name not in asked_by(policy):
        zh = f"没有规则、事实用到数字 {name}；请用它，或者删去"
        en = f"no clause and no fact asks for the number {name}; use it or leave it out"
        yield flaw("unused", zh, en)


def _line(numbers: Any, name: str) -> str:
    """Return the line on which a figure is stated."""
    place = place_of(type(numbers))
    file, _, line = place.partition(":")
    try:
        lines = inspect.getsource(type(numbers)).split("\n")
    except (OSError, TypeError):
        return place
    at = next((n for n, said in enumerate(lines) if said.strip().startswith(f"{name}:")), 0)
    return f"{file}:{int(line or 1) + at}"


def _is_frozen(numbers: Any) -> bool:
    for field in attrs.fields(type(numbers)):
        try:
            setattr(numbers, field.name, getattr(numbers, field.name))
        except AttributeError:
            return True
        return False
    return True


def asked_by(policy: Policy) -> set[str]:
    """Return the figures and readings that functions of the policy name."""
    named: list[Any] = [*policy.facts, *policy.items]
    for norm in policy.every_norm:
        if isinstance(norm, Clause):
            named.append(norm)
            told: tuple[Any, ...] = (norm.force, norm.displaces)
            named += [Fact(f) for f in told if f is not None and not isinstance(f, Force)]
    for inquiry in policy.inquiries:
        named += inquiry.afterwards
    asked = {s for one in named for s in one.settings}
    return asked | {name for step in policy.steps for name, _ in step.under}


def _not_stated(subject: Subject) -> Iterator[Found]:
    """Yield the figures of clauses' sentences that the policy does not compute with."""
    policy = subject.policy
    stated = numbers_of(policy.numbers)
    resting = _resting(policy)
    for row in policy.ledger.provisions:
        if row.disposition not in _STATING:
            continue
        own = [
            n.value for n in stated if n.provision == row.id or n.name in resting.get(row.id, ())
        ]
        for words in _strange(row.text, own):
            zh = f"{row.id} 有“{words}”，没有作为数字写出，也没有规则用到；请写进 numbers.py"
            en = f"{row.id} says {words}, which is stated as no number and used by no clause; state"
            at = subject.line_of(row.id)
            yield Found(f"{row.id}:{words}", zh, f"{en} it in numbers.py", at, (row.id,))


def _strange(text: str, own: list[Any]) -> Iterator[str]:
    plain = [Fraction(v) for v in own if isinstance(v, int | Fraction | Decimal)]
    for one in figures_in(text):
        trivial = one.value == 1 and not one.words[0].isdigit()
        unmeasured = not one.measure or is_a_year(one)
        if not trivial and not unmeasured and not {one.value, one.bare} & set(plain):
            yield one.words
    for day in days_in(text):
        if day not in [v for v in own if isinstance(v, date)]:
            yield f"{day.year}年{day.month}月{day.day}日"


def _resting(policy: Policy) -> dict[str, set[str]]:
    """Return for every provision the figures that its norms, steps and duties rest on."""
    found: dict[str, set[str]] = {}
    every = list(dict.fromkeys(policy.every_norm))
    norms = plan_for(policy, "kit", [(n, True) for n in every]).norms
    for norm in norms:
        found.setdefault(norm.provision, set()).update(n.name for n in norm.numbers)
    for step in policy.steps:
        own = {norm.name for norm in (*step.guards, *step.notes)}
        rested = {n.name for norm in norms if norm.name in own for n in norm.numbers}
        found.setdefault(step.provision, set()).update(rested)
    facts = {f.name: f for f in policy.facts}
    uses = (policy.engagements, policy.bars, policy.evaluated, policy.turns, policy.parties)
    overall = {s for n in closure([u for u in uses if u], facts) for s in facts[n].settings}
    for row in policy.ledger.provisions:
        if row.disposition is Disposition.FACT:
            found.setdefault(row.id, set()).update(overall)
        for duty in policy.duties:
            if duty.provision == row.id and duty.occasions:
                named = {s for n in closure([duty.occasions], facts) for s in facts[n].settings}
                found.setdefault(row.id, set()).update(named)
    return found
