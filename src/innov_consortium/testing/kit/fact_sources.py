"""The sources of facts: no idle names, no figures of the text, no order of a set."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from innov_consortium.core.clauses import Fact
from innov_consortium.testing.kit.looking import body_of, place_of
from innov_consortium.testing.kit.subject import Found

__all__ = ["of_source"]

#: Up to this a number in a fact is a beginning, a step or a pair, no figure of a text.
_PAIR = 2


def of_source(fact: Fact[..., Any]) -> Iterator[Found]:
    """Yield what is wrong with the source of a fact: floats, idle names, figures of the text."""
    read = body_of(fact.function)
    if read is None:
        return
    tree, body = read
    where, name = place_of(fact), fact.name
    used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
    for idle in (p for p in (*fact.needs, *fact.settings) if p not in used):
        zh = f"事实 {name} 列有 {idle} 却没有用到；请去掉，或者用它"
        yield Found(f"{name}:idle", zh, f"the fact {name} names {idle} and does not use it", where)
    for order in _of_sets(tree):
        zh = f"事实 {name} 把集合的次序带进了结果（{order}），每次运行可能不同；请先用 sorted"
        en = (
            f"the order of a set gets into the fact {name} ({order}), another one in each run; sort"
        )
        yield Found(f"{name}:order", zh, f"{en} it first", where)
    for figure in (f for one in body for f in _figures(one)):
        zh = f"事实 {name} 里写有数字 {figure}；条文的数字请写进 numbers.py，由参数取得"
        en = f"the figure {figure} stands in the fact {name}; a figure of the text belongs into"
        yield Found(f"{name}:figure", zh, f"{en} numbers.py and comes as a parameter", where)


def _of_sets(tree: ast.FunctionDef) -> Iterator[str]:
    """Yield where a tuple or a list is made of a set as it happens to be ordered."""
    sets = {
        a.arg
        for a in (*tree.args.args, *tree.args.kwonlyargs)
        if a.annotation is not None and ast.unparse(a.annotation).startswith(("frozenset", "set["))
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _is_a_set(node.value):
            sets |= {t.id for t in node.targets if isinstance(t, ast.Name)}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="tuple" | "list"), args=[arg]):
                over = arg.generators[0].iter if isinstance(arg, ast.GeneratorExp) else arg
                if _is_a_set(over) or (isinstance(over, ast.Name) and over.id in sets):
                    yield ast.unparse(node)
            case _:
                continue


def _is_a_set(node: ast.expr) -> bool:
    called = isinstance(node, ast.Call) and ast.unparse(node.func) in ("set", "frozenset")
    return called or isinstance(node, ast.Set | ast.SetComp)


def _figures(node: ast.AST) -> Iterator[str]:
    """Yield the figures in a statement: more than a beginning, a step, a pair, a month or a day."""
    made = [n for n in ast.walk(node) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    days = (call for call in made if ast.unparse(call.func) == "date")
    within = {id(part) for call in days for part in ast.walk(call)}
    for call in made:
        plain = [a.value for a in call.args if isinstance(a, ast.Constant)]
        whole = len(plain) == len(call.args) and plain and plain[0] not in (0, "0")
        if whole and ast.unparse(call.func) in ("Decimal", "Fraction", "date"):
            yield ast.unparse(call)
    for one in ast.walk(node):
        value = one.value if isinstance(one, ast.Constant) else None
        if type(value) is int and id(one) not in within and value > _PAIR:
            yield str(value)
