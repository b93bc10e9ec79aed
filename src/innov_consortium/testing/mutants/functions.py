"""The functions a policy is made of, and which of them call which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import CodeType, FunctionType
from typing import Any, TypeAlias

from attrs import field, frozen

from innov_consortium.core.clauses import Clause, Fact, Items, Judgement
from innov_consortium.core.policy import Policy
from innov_consortium.testing.mutants.rewriting import key_of, with_code

__all__ = ["Functions", "Named"]

_MADE = "innov_consortium.testing.mutants"

Named: TypeAlias = Fact[..., Any] | Items[..., Any] | Clause[...]


@frozen
class Functions:
    """The functions a policy is made of.

    Args:
        named: Its facts, items and clauses, each once.
        own: Every plain function behind them and every one they call, by ``module:name``; of those
            they call, only what stands in the packages of the policy itself.
        callers: For each the ones that call it.
        about: For each the provisions it bears on, in the order of the law.
    """

    named: tuple[Named, ...]
    own: Mapping[str, FunctionType]
    callers: Mapping[str, frozenset[str]]
    about: Mapping[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, policy: Policy) -> Functions:
        """Find the functions of a policy, once for each."""
        if _MADE not in policy.memo:
            policy.memo[_MADE] = cls._of(policy)
        made: Functions = policy.memo[_MADE]
        return made

    @classmethod
    def _of(cls, policy: Policy) -> Functions:
        named = tuple(_named(policy))
        roots = [f for one in named for f in _behind(one)]
        homes = {_home(f.__module__) for f in roots}
        own: dict[str, FunctionType] = {}
        callers: dict[str, set[str]] = {}
        waiting = list(roots)
        while waiting:
            function = waiting.pop()
            key = key_of(function)
            if key in own:
                continue
            own[key] = function
            for called in _called(function):
                if _home(called.__module__) in homes:
                    callers.setdefault(key_of(called), set()).add(key)
                    waiting.append(called)
        frozen_callers = {key: frozenset(found) for key, found in callers.items()}
        about = _about(policy, named, own, frozen_callers)
        return cls(named, dict(sorted(own.items())), frozen_callers, about)

    def using(self, setting: str) -> frozenset[str]:
        """Return the functions that name a number or a reading, as ``module:name``."""
        found = set()
        for one in self.named:
            found |= {key_of(f) for f in _behind(one) if setting in Fact(f).settings}
        return frozenset(found)

    def calling(self, key: str) -> frozenset[str]:
        """Return a function and all that call it, directly or not."""
        found = {key}
        waiting = [key]
        while waiting:
            for caller in self.callers.get(waiting.pop(), ()):
                if caller not in found:
                    found.add(caller)
                    waiting.append(caller)
        return frozenset(found)

    def with_one(
        self, function: FunctionType, code: CodeType, names: Mapping[str, Any]
    ) -> dict[int, Named]:
        """Return the facts, items and clauses that are others where one function is.

        Every function that calls it is made again in a copy of its module's globals; nothing that
        exists is touched.

        Returns:
            What stands in the place of each, by its ``id()``.
        """
        keys = self.calling(key_of(function))
        changed = {id(self.own[key]): self.own[key] for key in keys}
        scopes: dict[int, dict[str, Any]] = {}
        made: dict[int, FunctionType] = {}
        for one in changed.values():
            scope = scopes.setdefault(id(one.__globals__), dict(one.__globals__))
            new = code if one is function else one.__code__
            made[id(one)] = with_code(one, new, scope)
        exchanged: dict[int, Named] = {
            id(one): _remade(one, made)
            for one in self.named
            if any(id(f) in made for f in _behind(one))
        }
        for scope in scopes.values():
            for name, value in scope.items():
                scope[name] = exchanged.get(id(value)) or made.get(id(value)) or _held(value, made)
            scope.update(names)
        return exchanged


def _held(value: Any, made: Mapping[int, FunctionType]) -> Any:
    """Return a table of functions with those exchanged that are others."""
    if type(value) is dict and any(id(v) in made for v in value.values()):
        return {k: made.get(id(v), v) for k, v in value.items()}
    if type(value) is tuple and any(id(v) in made for v in value):
        return tuple(made.get(id(v), v) for v in value)
    return value


def _named(policy: Policy) -> Iterator[Named]:
    seen: set[int] = set()
    afterwards = (n for i in policy.inquiries for n in i.afterwards)
    for one in (*policy.facts, *policy.items, *policy.every_norm, *afterwards):
        if not isinstance(one, Judgement) and id(one) not in seen:
            seen.add(id(one))
            yield one


def _behind(one: Named) -> tuple[FunctionType, ...]:
    """Return the function of a fact or clause, and those that tell its force and what gives way."""
    found: list[Any] = [one.function]
    if isinstance(one, Clause):
        found += [one.force, one.displaces]
    return tuple(f for f in found if isinstance(f, FunctionType))


def _remade(one: Named, made: Mapping[int, FunctionType]) -> Named:
    new: Named = object.__new__(type(one))
    new.__dict__.update(one.__dict__)
    for name in ("function", "__wrapped__", "force", "displaces"):
        if name in new.__dict__:
            held = new.__dict__[name]
            new.__dict__[name] = made.get(id(held), held)
    return new


def _called(function: FunctionType) -> Iterator[FunctionType]:
    """Yield the functions a function names among its globals, itself or in a table."""
    for name in _names(function.__code__):
        value = function.__globals__.get(name)
        held: tuple[Any, ...] = (value,)
        if type(value) is dict:
            held = tuple(value.values())
        elif type(value) is tuple:
            held = value
        for one in held:
            plain = one.function if isinstance(one, Fact | Items | Clause) else one
            if isinstance(plain, FunctionType) and plain.__qualname__ == plain.__name__:
                yield plain


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _names(one)


def _home(module: str) -> str:
    return module.rpartition(".")[0] or module


def _about(
    policy: Policy,
    named: tuple[Named, ...],
    own: Mapping[str, FunctionType],
    callers: Mapping[str, frozenset[str]],
) -> dict[str, tuple[str, ...]]:
    """Return for every function the provisions whose clauses rest on it."""
    resting = _resting(policy, named)
    cited: dict[str, set[str]] = {key: set() for key in own}
    for one in named:
        at = {one.provision} if isinstance(one, Clause) else resting.get(one.name, set())
        for function in _behind(one):
            cited[key_of(function)] |= at
    waiting = list(own)
    while waiting:  # what a helper bears on is what its callers bear on
        key = waiting.pop()
        for called in (k for k, by in callers.items() if key in by):
            if not cited[key] <= cited[called]:
                cited[called] |= cited[key]
                waiting.append(called)
    order = policy.ledger.rank
    return {key: tuple(sorted(found, key=order)) for key, found in cited.items()}


def _resting(policy: Policy, named: tuple[Named, ...]) -> dict[str, set[str]]:
    """Return for every fact and sort of items the provisions of the clauses that need it."""
    by_name = {one.name: one for one in named if not isinstance(one, Clause)}
    resting: dict[str, set[str]] = {}
    needs = [(n.provision, (*n.needs, *((n.each,) if n.each else ()))) for n in policy.every_norm]
    duties = [(d.provision, (d.occasions,)) for d in policy.duties if d.occasions is not None]
    for provision, names in (*needs, *duties):
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in by_name and provision not in resting.setdefault(name, set()):
                resting[name].add(provision)
                waiting += by_name[name].needs
    return resting
