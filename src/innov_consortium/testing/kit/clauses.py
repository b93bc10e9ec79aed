"""Clauses: one comparison in the words of statutes, quoting the sentence it is the meaning of."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from typing import Any

from innov_consortium.core import words
from innov_consortium.core.clauses import Clause, Force
from innov_consortium.testing.kit.looking import Looked, body_of, place_of
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_clauses", "offences", "quotes"]

_WORDS = frozenset(words.__all__)
_ENCOURAGING = ("鼓励", "倡导", "提倡", "引导和鼓励")
_PRINCIPLE = "原则上"


def look_at_clauses(subject: Subject) -> Looked:
    """Look at the source of every clause, and at it beside the sentence it cites."""
    return Looked(len(subject.clauses), [f for c in subject.clauses for f in _of(subject, c)])


def _of(subject: Subject, clause: Clause[...]) -> Iterator[Found]:
    policy, name = subject.policy, clause.name
    row = policy.ledger[clause.provision]
    where = place_of(clause)

    def flaw(sort: str, zh: str, en: str) -> Found:
        return Found(f"{name}:{sort}", zh, en, where, (row.id,))

    read = body_of(clause.function)
    if read is None:
        yield flaw(
            "source", f"{name} 没有源码可查", f"the source of {name} is not there to be seen"
        )
    else:
        readings = {c.name for c in policy.readings}
        chosen = tuple(s for s in clause.settings if s in readings)
        for said in offences(inspect.getsource(clause.function), chosen):
            zh = f"规则 {name} 用了条文词语以外的写法“{said}”；"
            zh = f"{zh}请用 words 中的词，数字写进 numbers.py"
            en = (
                f"the clause {name} says `{said}`, which is no word of statutes; use those of words"
            )
            yield flaw("words", zh, f"{en}, and put figures into numbers.py")
        used = {n.id for n in ast.walk(read[0]) if isinstance(n, ast.Name)}
        for idle in (p for p in (*clause.needs, *clause.settings) if p not in used):
            zh = f"规则 {name} 列有 {idle} 却没有用到；请比较它，或者去掉"
            yield flaw("idle", zh, f"{name} names {idle} and does not compare it; use it or not")
    first = (inspect.getdoc(clause) or "").partition("\n")[0]
    if not quotes(first, row.text):
        zh = (
            f"规则 {name} 文档首句“{first}”不是 {row.id} 的原文“{row.text}”；请照引，或改正所引条款"
        )
        en = f"the first sentence of {name} (“{first}”) does not stand in {row.id} (“{row.text}”);"
        yield flaw("quote", zh, f"{en} quote it, or cite the provision it is of")
    yield from _force(clause, row.text, flaw)


def _force(clause: Clause[...], text: str, flaw: Any) -> Iterator[Found]:
    force, name = clause.force, clause.name
    if not isinstance(force, Force):  # a reading says how strongly it binds
        return
    if text.startswith(_ENCOURAGING) and force is not Force.ENCOURAGEMENT:
        zh = f"{clause.provision} 是倡导（“{text[:8]}…”），不产生规则；请列为 declaratory"
        en = f"{clause.provision} encourages and yields no clause; list it as declaratory"
        yield flaw("encouragement", zh, en)
    soft = force is Force.IN_PRINCIPLE
    if soft and _PRINCIPLE not in text:
        zh = f"规则 {name} 编为“原则上”，{clause.provision} 的原文没有“原则上”；请改 force"
        yield flaw(
            "force", zh, f"{name} binds in principle, and {clause.provision} does not say so"
        )
    if not soft and _PRINCIPLE in text:
        zh = f"{clause.provision} 写明“原则上”，规则 {name} 却编为必须；请用 Force.IN_PRINCIPLE"
        en = f"{clause.provision} says 原则上 and {name} binds as mandatory; Force.IN_PRINCIPLE"
        yield flaw("force", zh, en)


def offences(source: str, settings: tuple[str, ...]) -> list[str]:
    r"""Return what in the source of a clause is more than words of statutes.

    Args:
        source: The source.
        settings: The readings by which it may choose.

    >>> offences("def f(heads, *, least):\n    return at_least(heads, 6)", ())
    ['6']
    """
    (function,) = ast.parse(textwrap.dedent(source)).body
    body = getattr(function, "body", [])
    if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return [found for one in body for found in _statement(one, settings)]


def _statement(node: ast.stmt, settings: tuple[str, ...]) -> Iterator[str]:
    match node:
        case ast.Return(value=ast.expr() as said):
            yield from _said(said)
        case ast.Assign(targets=[ast.Name()], value=said):
            yield from _said(said)
        case ast.If(test=test, body=body, orelse=orelse):
            if not _chooses_by_a_reading(test, settings):
                yield f"if {ast.unparse(test)}"
            for one in (*body, *orelse):
                yield from _statement(one, settings)
        case _:
            yield ast.unparse(node)


def _chooses_by_a_reading(test: ast.expr, settings: tuple[str, ...]) -> bool:
    match test:
        case ast.Compare(
            left=ast.Name(id=name),
            ops=[ast.Is() | ast.IsNot()],
            comparators=[ast.Attribute(value=ast.Name())],
        ):
            return name in settings
        case _:
            return False


def _said(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Name():
            return
        case ast.Call(func=ast.Name(id=word), args=args, keywords=[]) if word in _WORDS:
            for one in args:
                yield from _said(one)
        case _:
            yield ast.unparse(node)


_BREAK = re.compile(r"[，；：（]")


def quotes(sentence: str, text: str) -> bool:
    """Return whether a sentence stands in a text, but for elisions and a note at its end.

    What …… leaves out may be anything; what follows the last comma, colon or bracket may be a note.

    >>> quotes("参与单位……不少于6家。", "参与单位总数不少于6家，")
    True
    """
    text = "".join(text.split())
    *pieces, last = "".join(sentence.split()).rstrip("。").split("……")
    at = 0
    for piece in pieces:
        found = text.find(piece.strip("，；"), at)
        if found < 0:
            return False
        at = found + len(piece.strip("，；"))
    ends = [len(last), *(m.start() for m in _BREAK.finditer(last))]
    return any(end > 1 and text.find(last[:end], at) >= 0 for end in ends)
