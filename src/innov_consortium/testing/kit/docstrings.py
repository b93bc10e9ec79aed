"""Examples in docstrings: every clause has some, all are collected and run, each is right."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Iterator
from typing import Any

from innov_consortium.core.clauses import Clause
from innov_consortium.testing.kit.looking import Looked, place_of
from innov_consortium.testing.kit.observing import in_place
from innov_consortium.testing.kit.package import Module
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_docstrings"]

_PARSER = doctest.DocTestParser()


def look_at_docstrings(subject: Subject) -> Looked:
    """Look at the docstrings of clauses, facts and items, and run those of every module."""
    functions = list(subject.functions)
    found = [f for function in functions for f in _of(subject, function)]
    count = 0
    modules = () if subject.package is None else subject.package.modules
    with in_place(subject.policy):
        for module in modules:
            if module.error:
                zh = f"模块 {module.short} 不能导入（{module.error}）；请改正"
                en = f"the module {module.short} cannot be imported ({module.error}); mend it"
                found.append(Found(f"{module.short}:import", zh, en, f"{module.short}.py:1"))
                continue
            ran, wrong = _run(module)
            count += ran
            found += wrong
    return Looked(count or len(functions), found)


def _of(subject: Subject, function: Any) -> Iterator[Found]:
    name, where = function.name, place_of(function)
    about = (function.provision,) if isinstance(function, Clause) else ()

    def flaw(sort: str, zh: str, en: str) -> Found:
        return Found(f"{name}:{sort}", zh, en, where, about)

    text = inspect.getdoc(function) or ""
    if not text.strip():
        zh, en = "没有文档；首句请引原文，或者说明它是什么", "has no docstring; say what it is"
        yield flaw("docstring", f"{name} {zh}", f"{name} {en}, or quote the text")
        return
    try:
        examples = _PARSER.get_examples(text)
    except ValueError as error:
        yield flaw("examples", f"{name} 的例子写法有误：{error}", f"malformed examples: {error}")
        return
    shown = [e for e in examples if e.want]
    if isinstance(function, Clause) and not shown:
        zh = f"规则 {name} 没有例子；请在文档里举出界限两侧各一例"
        yield flaw(
            "examples", zh, f"the clause {name} has no examples; show either side of a bound"
        )
    if any(doctest.SKIP in e.options for e in examples):
        zh = f"{name} 有例子标了 +SKIP，不会运行；请去掉"
        yield flaw("skipped", zh, f"examples of {name} are marked +SKIP and never run; unmark them")
    if examples and subject.package is not None and _hidden(function):
        zh = f"{name} 的例子收集不到（被装饰器或者模块遮住）；请核对"
        yield flaw(
            "collected", zh, f"the examples of {name} are not collected: something hides them"
        )


def _hidden(function: Any) -> bool:
    module = inspect.getmodule(function.function)
    if module is None:
        return True
    tests = doctest.DocTestFinder(recurse=True).find(module)
    return not any(t.name.rpartition(".")[2] == function.name and t.examples for t in tests)


def _run(module: Module) -> tuple[int, list[Found]]:
    """Run the docstrings of a module; return how many examples there are, and those that fail."""
    loaded = module.loaded
    if loaded is None:
        return 0, []
    found, count = [], 0
    try:
        tests = doctest.DocTestFinder(exclude_empty=True).find(loaded)
    except ValueError as error:
        zh = f"模块 {module.short} 的例子写法有误：{error}"
        wrong = Found(f"{module.short}:examples", zh, f"malformed examples: {error}")
        return 0, [wrong]
    for test in tests:
        count += len(test.examples)
        runner = _Runner(verbose=False)
        runner.run(test, out=_silent)
        for line, source, want, got in runner.wrong[:1]:
            name = test.name.removeprefix(f"{module.name}.")
            zh = f"{name} 的例子 {source} 应为 {want}，实为 {got}；请改正例子或者规则"
            en = f"the example {source} of {name} says {want} and gives {got}; mend one of the two"
            at = f"{module.short}.py:{(test.lineno or 0) + line + 1}"
            found.append(Found(f"{name}:example", zh, en, at))
    return count, found


class _Runner(doctest.DocTestRunner):
    def __init__(self, *, verbose: bool) -> None:
        super().__init__(verbose=verbose)
        self.wrong: list[tuple[int, str, str, str]] = []

    def report_failure(self, _out: Any, _test: Any, example: doctest.Example, got: str) -> None:
        self._keep(example, got)

    def report_unexpected_exception(
        self, _out: Any, _test: Any, example: doctest.Example, exc_info: Any
    ) -> None:
        self._keep(example, f"{exc_info[0].__name__}: {exc_info[1]}")

    def _keep(self, example: doctest.Example, got: str) -> None:
        want = example.want.strip() or "—"
        self.wrong.append((example.lineno, example.source.strip(), want, got.strip()))


def _silent(_: str) -> None:
    """Say nothing: what fails is kept."""
