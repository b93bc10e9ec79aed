"""The legal mutants of a policy, run by the project's own tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
from mutation.choosing import in_order, of_articles, words_of
from mutation.touched import Touched

from innov_consortium.core.policy import Policy
from innov_consortium.testing.mutants import Mutant
from innov_consortium.testing.mutants.functions import Functions

__all__ = ["OUTLINE", "LegalTests", "put_in_place"]

#: What runs whenever a report is made, and whenever an act is placed in a procedure.
_ALWAYS = {
    "src/innov_consortium/core/checking.py": "report_of",
    "src/innov_consortium/core/steps.py": "rows",
}
#: What looks at all that is declared and not computed.
OUTLINE = "/test_outline.py::"
_OF_A_POLICY = ("tests/policies/", "tests/law/", "tests/properties/", "tests/cli/", "src/")


def put_in_place(policy: Policy, mutant: Mutant, living: Iterable[Policy]) -> None:
    """Make a policy that exists, and those made from it, the mutant.

    Only in a process that ends afterwards: a policy is a value everywhere else.

    Args:
        policy: The policy the mutant is of.
        mutant: The mutant.
        living: Every policy there is.
    """
    if mutant.rewritten is not None:
        function = mutant.rewritten.function
        function.__globals__.update(mutant.rewritten.names)
        function.__code__ = mutant.rewritten.code
        return
    changed = mutant.of(policy)
    parts = {a.name: (getattr(policy, a.name), getattr(changed, a.name)) for a in _fields()}
    for one in living:
        for name, (before, after) in parts.items():
            held = getattr(one, name)
            if held is before:
                object.__setattr__(one, name, after)
            elif name == "readings" and one.code == policy.code:
                object.__setattr__(one, name, _mixed(held, before, after))


def _fields() -> list[attrs.Attribute[Any]]:
    return [a for a in attrs.fields(Policy) if a.name not in {"memo", "publication", "code"}]


def _mixed(
    held: tuple[Any, ...], before: tuple[Any, ...], after: tuple[Any, ...]
) -> tuple[Any, ...]:
    """Return readings some of which are chosen otherwise, the others as they are by default."""
    other = {id(b): a for b, a in zip(before, after, strict=True)}
    return tuple(other.get(id(choice), choice) for choice in held)


class LegalTests:
    """Which tests may notice a legal mutant.

    Args:
        policy: The policy.
        touched: Which tests run which lines.
        root: The root of the project.
    """

    def __init__(self, policy: Policy, touched: Touched, root: Path) -> None:
        self.touched = touched
        self.root = root
        self.functions = Functions.of(policy)
        every = frozenset(
            test for file, name in _ALWAYS.items() for test in self._running(file, name)
        )
        self.whole = frozenset(t for t in every if t.startswith(_OF_A_POLICY))
        self.outline = tuple(t for t in touched.seconds if OUTLINE in t)

    def of(self, mutant: Mutant, budget: float) -> tuple[str, ...]:
        """Return the tests to run against a mutant, in order."""
        keys = [k for k in mutant.bears_on or () if k in self.functions.own]
        tests = (
            frozenset(test for key in keys for test in self._calling(key)) if keys else self.whole
        )
        files = {self.functions.own[k].__module__.rpartition(".")[2] for k in keys}
        own = of_articles(mutant.about) | frozenset(files)
        words = words_of(mutant.id)
        chosen = in_order(tests, self.touched, own=own, budget=budget, words=words)
        return chosen if mutant.rewritten else (*self.outline, *chosen)

    def _calling(self, key: str) -> frozenset[str]:
        code = self.functions.own[key].__code__
        lines = sorted({line for _, _, line in code.co_lines() if line})[1:]
        file = Path(code.co_filename).relative_to(self.root).as_posix()
        there = self.touched.lines.get(file, {})
        running = [line for line in lines if line in there]
        return self.touched.tests(file, running[0], running[-1]) if running else frozenset()

    def _running(self, file: str, name: str) -> frozenset[str]:
        source = (self.root / file).read_text("utf-8").splitlines()
        first = next(
            n for n, line in enumerate(source, 1) if line.strip().startswith(f"def {name}(")
        )
        return self.touched.tests(file, first + 1, first + 40)
