"""One plugin by itself: loaded, asked by its hooks, and what it answers held against the contract.

What is wrong with it is raised with its faults, each at its place in what the plugin returned;
:mod:`innov_consortium.plugins` decides what becomes of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations, islice
from typing import Any, TypeVar

import pluggy
from attrs import field, frozen

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.policy import Policy
from innov_consortium.core.validity import validity_of
from innov_consortium.errors import Fault, FaultKind, PolicyPluginError
from innov_consortium.hooks import PROJECT, Specifications

__all__ = ["ADDITIONAL", "Plugin", "UnusableError", "faults_of", "load_plugin", "reason_of"]

T = TypeVar("T")

#: Most policies one plugin may offer, and most it may add to one policy, inclusive.
_MOST = 1_000

_POLICIES = "innov_policies"

#: The packages a plugin is loaded by, whose places would tell its author nothing.
_NOT_THE_PLUGIN = frozenset({"attr", "importlib", "innov_consortium", "pluggy"})

#: The hook by which something is asked beside a policy.
ADDITIONAL = "innov_additional_clauses"


class UnusableError(PolicyPluginError):
    """What a plugin returned cannot be used."""

    def __init__(self, reason: str, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(reason)
        self.faults = faults


@frozen(eq=False)
class Plugin:
    """A plugin that has been loaded and offers what can be used.

    Args:
        name: Its name.
        distribution: The distribution it comes from, with its version; empty if there is none.
        policies: The policies it offers.
    """

    name: str
    distribution: str
    policies: tuple[Policy, ...]
    _hooks: Any = field(repr=False)

    def adds_to(self, policy: Policy) -> tuple[AdditionalClauses, ...]:
        """Return what it adds to a policy.

        Raises:
            UnusableError: It is no collection of additional clauses, or would relax the policy.
            Exception: Whatever the plugin raises.
        """
        if not self._hooks.innov_additional_clauses.get_hookimpls():
            return ()
        returned = self._hooks.innov_additional_clauses(policy=policy)
        answer = returned[0] if returned else None  # pluggy leaves None out
        added = _checked(answer, AdditionalClauses, ADDITIONAL, "附加条件", "additional clauses")
        policy.with_additional(*added)
        return added


def load_plugin(name: str, distribution: str, load: Callable[[], Any]) -> Plugin:
    """Return a plugin ready to be asked.

    Args:
        name: Its name.
        distribution: The distribution it comes from, with its version.
        load: What loads its module.

    Raises:
        UnusableError: What it answers cannot be used.
        Exception: Whatever loading or asking it raises.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Specifications)
    manager.register(load(), name)
    manager.check_pending()
    answers = manager.hook.innov_policies.get_hookimpls()
    if not answers and not manager.hook.innov_additional_clauses.get_hookimpls():
        reason = f"it answers no hook: neither {_POLICIES} nor {ADDITIONAL}"
        raise UnusableError(reason)
    policies: tuple[Policy, ...] = ()
    if answers:
        returned = manager.hook.innov_policies()
        answer = returned[0] if returned else None
        policies = _checked(answer, Policy, _POLICIES, "政策", "policies")
        _require_one_for_a_day(policies)
    return Plugin(name, distribution, policies, manager.hook)


def _require_one_for_a_day(policies: tuple[Policy, ...]) -> None:
    """Raise if a plugin offers a region twice for one day."""
    valid = [(n, p, validity_of(p)) for n, p in enumerate(policies)]
    for (_, first, its), (n, second, own) in combinations(valid, 2):
        if first.code == second.code and its.meets(own):
            titles = f"《{first.instrument.title}》 {its}, 《{second.instrument.title}》 {own}"
            zh = f"同一地区 {second.code} 有两个文本在同一日施行：{titles}"
            en = f"two texts of region {second.code} are in force on one day: {titles}"
            fault = Fault(FaultKind.DUPLICATE, f"{_POLICIES}[{n}]", zh, en)
            reason = f"{zh} / {en}"
            raise UnusableError(reason, (fault,))


def _checked(returned: object, wanted: type[T], hook: str, zh: str, en: str) -> tuple[T, ...]:
    """Return what a hook returned, if it is what is wanted, and not without end."""
    if not isinstance(returned, Iterable) or isinstance(returned, str | bytes):
        sort = "None" if returned is None else type(returned).__name__
        reason = f"{hook} returned {sort} where {en} are wanted"
        raise UnusableError(reason, (_wrong(hook, "", returned, wanted, zh),))
    found: list[Any] = list(islice(returned, _MOST + 1))
    strange = [n for n, one in enumerate(found) if not isinstance(one, wanted)]
    if strange:
        sorts = ", ".join(dict.fromkeys(type(found[n]).__name__ for n in strange))
        reason = f"{hook} returned {sorts} where {en} are wanted"
        wrong = tuple(_wrong(hook, f"[{n}]", found[n], wanted, zh) for n in strange)
        raise UnusableError(reason, wrong)
    if len(found) > _MOST:
        reason = f"{hook} returned more than {_MOST} {en}"
        fault = Fault(FaultKind.LIMIT_EXCEEDED, hook, f"多于 {_MOST} 项{zh}", reason)
        raise UnusableError(reason, (fault,))
    return tuple(found)


def _wrong(hook: str, at: str, value: object, wanted: type[Any], zh: str) -> Fault:
    sort, class_ = type(value).__name__, wanted.__name__
    if at:
        said = f"应为{zh}（{class_}），而不是 {sort}", f"must be a {class_}, not {sort}"
    else:
        said = f"应为{zh}的列表，而不是 {sort}", f"must be a collection of {class_}, not {sort}"
    return Fault(FaultKind.TYPE_ERROR, f"{hook}{at}", *said)


def faults_of(error: BaseException, hook: str = _POLICIES) -> tuple[Fault, ...]:
    """Return what is wrong with a plugin, one by one, each at its place."""
    if isinstance(error, UnusableError):
        return error.faults
    reason = reason_of(error)
    return (Fault(FaultKind.INVALID_VALUE, hook, f"插件出错：{reason}", f"failed: {reason}"),)


def reason_of(error: BaseException) -> str:
    """Return what is wrong with a plugin, in one text."""
    if isinstance(error, PolicyPluginError):
        return str(error)
    try:
        said = f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001 - a stranger's error may not even say what it is
        said = type(error).__name__
    place = _place_of(error)
    return f"{said} ({place})" if place else said


def _place_of(error: BaseException) -> str:
    """Return where in the plugin an error was raised, ``module:line``; empty if nowhere in it."""
    place, trace = "", error.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module and module.partition(".")[0] not in _NOT_THE_PLUGIN:
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
