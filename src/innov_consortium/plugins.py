"""The catalogue of policies: found among installed plugins, checked, chosen by code and day.

A plugin that cannot be used is refused by name and with the reason; the others go on working.
"""

from __future__ import annotations

import functools
import importlib.metadata
from collections.abc import Callable, Iterable
from datetime import date
from itertools import islice
from types import ModuleType
from typing import Any

import pluggy
from attrs import field, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import ForceInTime
from innov_consortium.errors import (
    Fault,
    FaultKind,
    PolicyConflictError,
    PolicyNotFoundError,
    PolicyPluginError,
)
from innov_consortium.hooks import GROUP, PROJECT, Specifications

__all__ = ["Catalogue", "Offered", "Refused", "catalogue"]

#: Most policies one plugin may offer, inclusive.
_MOST_POLICIES = 1_000

#: What a plugin answers, as faults name it.
_HOOK = "innov_policies"


@frozen
class Offered:
    """A policy and the plugin that offers it.

    Args:
        policy: The policy.
        plugin: The plugin's name.
        distribution: The distribution it comes from, with its version; empty if registered by hand.
    """

    policy: Policy
    plugin: str
    distribution: str = ""


@frozen
class Refused:
    """A plugin that could not be used.

    Args:
        plugin: The plugin's name.
        distribution: The distribution it comes from, with its version.
        reason: What is wrong with it.
        faults: The same one by one, each at its place in what the plugin returned:
            ``innov_policies[0]``.
    """

    plugin: str
    distribution: str
    reason: str
    faults: tuple[Fault, ...] = field(default=(), eq=False)


@frozen
class Catalogue:
    """The policies at hand.

    Args:
        offered: Every usable policy, by code.
        refused: Every plugin that could not be used, and why.
    """

    offered: tuple[Offered, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def policies(self) -> tuple[Policy, ...]:
        """The policies alone."""
        return tuple(o.policy for o in self.offered)

    def select(self, name: str, *, on: date | None = None) -> Policy:
        """Return the policy of a region, by GB/T 2260 code or alias — never by order.

        Args:
            name: The code or alias, ``120000`` or ``CN-TJ``.
            on: The day, where a region has several texts; those not in force are left out.

        Raises:
            PolicyNotFoundError: No policy answers to that name.
            PolicyConflictError: Several do; the message lists them.
        """
        found = [o for o in self.offered if name == o.policy.code or name in o.policy.aliases]
        if not found:
            known = "; ".join(", ".join((p.code, *p.aliases)) for p in self.policies)
            msg = f"没有 {name!r} 的政策 / no policy is installed for {name!r}; there are: {known}"
            raise PolicyNotFoundError(msg)
        if on is not None and len(found) > 1:
            out = (ForceInTime.NOT_YET, ForceInTime.EXPIRED)
            found = [o for o in found if o.policy.in_force(on) not in out] or found
        if len(found) > 1:
            listed = "; ".join(f"{o.policy.instrument.title} ({o.plugin})" for o in found)
            msg = f"{name!r} 对应多个政策 / several policies answer to {name!r}: {listed}"
            raise PolicyConflictError(msg)
        return found[0].policy

    def register(self, *policies: Policy, plugin: str = "registered") -> Catalogue:
        """Return a catalogue with further policies, for a host that brings its own."""
        added = tuple(Offered(policy, plugin) for policy in policies)
        return Catalogue((*self.offered, *added), self.refused)


def catalogue() -> Catalogue:
    """Return the policies of every installed plugin; found once in a process."""
    return _found()


@functools.cache
def _found() -> Catalogue:
    points = importlib.metadata.entry_points(group=GROUP)
    return collect((_named(p), _distribution(p), p.load) for p in sorted(points, key=_named))


def collect(plugins: Iterable[tuple[str, str, Callable[[], Any]]]) -> Catalogue:
    """Load plugins one by one and keep those that can be used.

    Args:
        plugins: For each its name, its distribution, and what loads it.
    """
    offered: list[Offered] = []
    refused: list[Refused] = []
    for name, distribution, load in plugins:
        try:
            policies = _policies_of(name, load())
        except (Exception, SystemExit) as error:  # noqa: BLE001 - it must not stop the others
            refused.append(Refused(name, distribution, _reason(error), _faults(error)))
        else:
            offered += [Offered(policy, name, distribution) for policy in policies]
    offered.sort(key=lambda o: (o.policy.code, o.plugin))
    return Catalogue(tuple(offered), tuple(refused))


def _policies_of(name: str, module: ModuleType) -> tuple[Policy, ...]:
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Specifications)
    manager.register(module, name)
    manager.check_pending()
    answers = manager.hook.innov_policies.get_hookimpls()
    returned = manager.hook.innov_policies()
    if not returned:
        wrong = (_wrong("", None),) if answers else ()
        reason = "it answers no innov_policies hook, or answers None"
        raise _UnusableError(reason, wrong)
    return _checked(returned[0])


def _checked(returned: object) -> tuple[Policy, ...]:
    """Return the policies returned, if policies were, and not without end."""
    if not isinstance(returned, Iterable) or isinstance(returned, str | bytes):
        sort = type(returned).__name__
        reason = f"innov_policies returned {sort} where policies are wanted"
        raise _UnusableError(reason, (_wrong("", returned),))
    policies = tuple(islice(returned, _MOST_POLICIES + 1))
    strange = [n for n, policy in enumerate(policies) if not isinstance(policy, Policy)]
    if strange:
        sorts = ", ".join(dict.fromkeys(type(policies[n]).__name__ for n in strange))
        reason = f"innov_policies returned {sorts} where policies are wanted"
        wrong = tuple(_wrong(f"[{n}]", policies[n]) for n in strange)
        raise _UnusableError(reason, wrong)
    if len(policies) > _MOST_POLICIES:
        zh = f"多于 {_MOST_POLICIES} 项政策"
        reason = f"innov_policies returned more than {_MOST_POLICIES} policies"
        raise _UnusableError(reason, (Fault(FaultKind.LIMIT_EXCEEDED, _HOOK, zh, reason),))
    return policies


def _wrong(at: str, value: object) -> Fault:
    sort = type(value).__name__
    if at:
        zh, en = f"应为政策（Policy），而不是 {sort}", f"must be a Policy, not {sort}"
    else:
        zh, en = f"应为政策的列表，而不是 {sort}", f"must be policies in a collection, not {sort}"
    return Fault(FaultKind.TYPE_ERROR, f"{_HOOK}{at}", zh, en)


class _UnusableError(PolicyPluginError):
    """What a plugin returned cannot be used."""

    def __init__(self, reason: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(reason)
        self.faults = faults


def _faults(error: BaseException) -> tuple[Fault, ...]:
    if isinstance(error, _UnusableError):
        return error.faults
    reason = _reason(error)
    return (Fault(FaultKind.INVALID_VALUE, _HOOK, f"插件出错：{reason}", f"failed: {reason}"),)


def _reason(error: BaseException) -> str:
    if isinstance(error, PolicyPluginError):
        return str(error)
    return f"{type(error).__name__}: {error}"


def _named(point: importlib.metadata.EntryPoint) -> str:
    return point.name


def _distribution(point: importlib.metadata.EntryPoint) -> str:
    dist = point.dist
    return "" if dist is None else f"{dist.name} {dist.version}"
