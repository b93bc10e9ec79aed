"""The catalogue of policies: found among installed plugins, checked, chosen by code and day.

A plugin that cannot be used is refused by name and with the reason; the others go on working. Where
two plugins offer one region for the same days neither is chosen, and asking for it says so.
"""

from __future__ import annotations

import functools
import importlib.metadata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from itertools import combinations
from typing import Any

from attrs import evolve, field, frozen

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.validity import Validity, validity_of
from innov_consortium.errors import Fault, PolicyConflictError, PolicyNotFoundError
from innov_consortium.hooks import GROUP
from innov_consortium.plugin_loading import ADDITIONAL, Plugin, faults_of, load_plugin, reason_of

__all__ = ["Catalogue", "Offered", "Refused", "catalogue", "collect", "instead"]


@frozen
class Offered:
    """A policy and the plugin that offers it.

    Args:
        policy: The policy, with what other plugins ask beside it.
        plugin: The plugin's name.
        distribution: The distribution it comes from, with its version; empty if registered by hand.
    """

    policy: Policy
    plugin: str
    distribution: str = ""

    @property
    def validity(self) -> Validity:
        """The days on which its policy is in force, or may be."""
        return validity_of(self.policy)

    def __str__(self) -> str:
        """The text, its days, and whose it is, as a message lists it."""
        whose = f"{self.plugin} · {self.distribution}" if self.distribution else self.plugin
        return f"《{self.policy.instrument.title}》 {self.validity} ({whose})"


@frozen
class Refused:
    """A plugin that could not be used.

    Args:
        plugin: The plugin's name.
        distribution: The distribution it comes from, with its version.
        reason: What is wrong with it.
        faults: The same one by one, each at its place in what the plugin returned:
            ``innov_policies[0]``.
        disputes: Whether nothing is wrong with it but that another one offers the same: only the
            policy named is left out.
        additions: Whether only what it adds under a name that others use is left out.
    """

    plugin: str
    distribution: str
    reason: str
    faults: tuple[Fault, ...] = field(default=(), eq=False)
    disputes: bool = False
    additions: bool = False


@frozen
class Catalogue:
    """The policies at hand.

    Args:
        offered: Every usable policy, by code.
        refused: Every plugin that could not be used, and why.
        disputed: Policies that several plugins offer for one region and the same days; none of them
            is chosen until a host says whose counts, with :meth:`without`.
    """

    offered: tuple[Offered, ...] = ()
    refused: tuple[Refused, ...] = ()
    disputed: tuple[Offered, ...] = ()
    _plugins: tuple[Plugin, ...] = field(default=(), eq=False, repr=False)
    _by_hand: tuple[Offered, ...] = field(default=(), eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not self._plugins and not self._by_hand and self.offered:
            object.__setattr__(self, "_by_hand", (*self.offered, *self.disputed))

    @property
    def policies(self) -> tuple[Policy, ...]:
        """The policies alone."""
        return tuple(o.policy for o in self.offered)

    def select(self, name: str, *, on: date | None = None) -> Policy:
        """Return the policy of a region, by GB/T 2260 code or alias — never by order.

        Args:
            name: The code or alias, ``990100`` or ``CN-XX``.
            on: The day, where a region has several texts: those not in force are left out, and
                where one is known to be in force, those of its plugin of which nobody can say.

        Raises:
            PolicyNotFoundError: No policy answers to that name.
            PolicyConflictError: Several do; the message lists them.
        """
        every = (*self.offered, *self.disputed)
        found = [o for o in every if name == o.policy.code]
        found = found or [o for o in every if name in o.policy.aliases]
        if not found:
            known = "; ".join(", ".join((p.code, *p.aliases)) for p in self.policies)
            msg = f"没有 {name!r} 的政策 / no policy is installed for {name!r}; there are: {known}"
            raise PolicyNotFoundError(msg)
        if on is not None and len(found) > 1:
            found = _of_day(found, on) or found
        if len(found) > 1:
            listed = "\n".join(f"  {one}" for one in found)
            when = "" if on is None else f" {on}"
            msg = (
                f"{name!r}{when} 对应多个政策；请指明日期（--on），或用 catalogue().without(插件名)"
                "（--without）排除其一"
                f" / several policies answer to {name!r}{when}: name the day (--on), or leave one"
                f" out with catalogue().without(PLUGIN) (--without):\n{listed}"
            )
            raise PolicyConflictError(msg)
        return found[0].policy

    def register(self, *policies: Policy, plugin: str = "registered") -> Catalogue:
        """Return a catalogue with further policies, for a host that brings its own.

        Nothing is asked beside them but what they carry; see :meth:`with_plugin` for a module that
        answers the hooks.
        """
        added = tuple(Offered(policy, plugin) for policy in policies)
        by_hand = (*self._by_hand, *added)
        return _settled(
            evolve(self, offered=(*self.offered, *self.disputed, *added), by_hand=by_hand)
        )

    def with_plugin(self, module: object, name: str) -> Catalogue:
        """Return a catalogue with a plugin that is not installed: a module, or what acts as one.

        It is held against the same contract as one that is, and refused in the same way.

        Args:
            module: What answers the hooks.
            name: Its name.
        """
        loaded, refused = _loaded([(name, "", lambda: module)])
        made = _made((*self._plugins, *loaded), (*self._faulty, *refused))
        return _beside(made, self._by_hand)

    def without(self, *plugins: str) -> Catalogue:
        """Return a catalogue without plugins, as if they were not installed.

        Args:
            plugins: Their names, or the names of their distributions.
        """

        def stays(one: Any) -> bool:
            name = getattr(one, "name", None) or one.plugin
            return name not in plugins and one.distribution.partition(" ")[0] not in plugins

        made = _made(tuple(filter(stays, self._plugins)), tuple(filter(stays, self._faulty)))
        return _beside(made, tuple(filter(stays, self._by_hand)))

    @property
    def _faulty(self) -> tuple[Refused, ...]:
        """What is refused for itself, whatever else there is."""
        return tuple(r for r in self.refused if not r.disputes and not r.additions)


def catalogue() -> Catalogue:
    """Return the policies of every installed plugin; found once in a process."""
    return _INSTEAD.get() or _found()


_INSTEAD: ContextVar[Catalogue | None] = ContextVar("instead", default=None)


@contextmanager
def instead(of_installed: Catalogue) -> Iterator[None]:
    """Have :func:`catalogue` return another one inside a ``with`` block, in this context alone.

    Args:
        of_installed: What takes the place of the policies of installed plugins.
    """
    token = _INSTEAD.set(of_installed)
    try:
        yield
    finally:
        _INSTEAD.reset(token)


@functools.cache
def _found() -> Catalogue:
    points = importlib.metadata.entry_points(group=GROUP)
    return collect((_named(p), _distribution(p), p.load) for p in sorted(points, key=_named))


def collect(plugins: Iterable[tuple[str, str, Callable[[], Any]]]) -> Catalogue:
    """Load plugins one by one and keep those that can be used.

    Args:
        plugins: For each its name, its distribution, and what loads it.
    """
    return _made(*_loaded(plugins))


def _loaded(
    plugins: Iterable[tuple[str, str, Callable[[], Any]]],
) -> tuple[tuple[Plugin, ...], tuple[Refused, ...]]:
    """Return the plugins that can be asked, and the others with the reason."""
    loaded: list[Plugin] = []
    refused: list[Refused] = []
    for name, distribution, load in plugins:
        try:
            loaded.append(load_plugin(name, distribution, load))
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as error:  # noqa: BLE001 - it must not stop the others
            refused.append(Refused(name, distribution, reason_of(error), faults_of(error)))
    return tuple(loaded), tuple(refused)


def _made(plugins: tuple[Plugin, ...], refused: tuple[Refused, ...]) -> Catalogue:
    """Return the catalogue of plugins, each policy with what others ask beside it.

    One whose additions cannot be used is refused with all it offers, and the rest is made without.
    """
    policies = [(policy, plugin) for plugin in plugins for policy in plugin.policies]
    added: dict[int, list[tuple[Plugin, AdditionalClauses]]] = {id(p): [] for p, _ in policies}
    bad: dict[int, Refused] = {}
    for plugin in plugins:
        try:
            for policy, _ in policies:
                added[id(policy)] += [(plugin, one) for one in plugin.adds_to(policy)]
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as error:  # noqa: BLE001 - it must not stop the others
            bad[id(plugin)] = _refused(plugin, reason_of(error), faults_of(error, ADDITIONAL))
    if bad:
        left = tuple(p for p in plugins if id(p) not in bad)
        return _made(left, (*refused, *bad.values()))
    clashes = [clash for several in added.values() for clash in _named_alike(several)]
    alike = {(id(plugin), name) for plugin, name, _ in clashes}
    offered = [
        Offered(
            policy.with_additional(
                *(a for p, a in added[id(policy)] if (id(p), a.name) not in alike)
            ),
            plugin.name,
            plugin.distribution,
        )
        for policy, plugin in policies
    ]
    for plugin, _, reason in clashes:
        refused = (*refused, evolve(_refused(plugin, reason), additions=True))
    return _settled(Catalogue(tuple(offered), refused, (), plugins))


def _beside(made: Catalogue, by_hand: tuple[Offered, ...]) -> Catalogue:
    """Return a catalogue of plugins with what a host has registered by hand."""
    offered = (*made.offered, *made.disputed, *by_hand)
    return _settled(evolve(made, offered=offered, by_hand=by_hand))


def _refused(plugin: Plugin, reason: str, faults: tuple[Fault, ...] = ()) -> Refused:
    return Refused(plugin.name, plugin.distribution, reason, faults)


def _named_alike(
    several: Iterable[tuple[Plugin, AdditionalClauses]],
) -> Iterator[tuple[Plugin, str, str]]:
    """Yield the plugins that add clauses to one policy under a name that others use, and why.

    Their provisions could not be told apart: neither is asked, and nothing else of them is lost.
    """
    by_name: dict[str, list[Plugin]] = {}
    for plugin, added in several:
        by_name.setdefault(added.name, []).append(plugin)
    for name, plugins in by_name.items():
        if len(plugins) > 1:
            whose = ", ".join(dict.fromkeys(p.name for p in plugins))
            zh = f"附加条件的名称 {name!r} 被多个插件使用：{whose}"
            en = f"additional clauses are named {name!r} by several plugins: {whose}"
            yield from ((plugin, name, f"{zh} / {en}") for plugin in plugins)


def _settled(made: Catalogue) -> Catalogue:
    """Return a catalogue with policies set apart that are in force for one region on one day."""
    valid = [(one, one.validity) for one in made.offered]
    disputed = {
        index
        for (n, (one, its)), (m, (other, own)) in combinations(enumerate(valid), 2)
        if one.policy.code == other.policy.code
        and its.meets(own, perhaps=one.plugin != other.plugin)
        for index in (n, m)
    }
    apart = [one for n, one in enumerate(made.offered) if n in disputed]
    refused = (*(r for r in made.refused if not r.disputes), *map(_disputing(apart), apart))
    return evolve(
        made,
        offered=_in_order(o for n, o in enumerate(made.offered) if n not in disputed),
        disputed=_in_order(apart),
        refused=refused,
    )


def _disputing(apart: Iterable[Offered]) -> Callable[[Offered], Refused]:
    """Return what says of a policy that others offer its region for the same days."""

    def refused(one: Offered) -> Refused:
        code = one.policy.code
        others = [o for o in apart if o is not one and o.policy.code == code]
        listed = "; ".join(map(str, others))
        zh = f"地区 {code} 在相同日期另有文本：{listed}"
        en = f"region {code} has another text for the same days: {listed}"
        return Refused(one.plugin, one.distribution, f"{one}: {zh} / {en}", disputes=True)

    return refused


def _in_order(offered: Iterable[Offered]) -> tuple[Offered, ...]:
    return tuple(sorted(offered, key=lambda o: (o.policy.code, o.plugin)))


def _of_day(offered: Iterable[Offered], day: date) -> list[Offered]:
    """Return the policies in force on a day, and those that may be.

    Of the editions of one plugin, one that is known to be comes before those that may be.
    """
    asked = [(one, one.policy.in_force(day)) for one in offered]
    certain = [one for one, force in asked if force is ForceInTime.IN_FORCE]
    settled = {one.plugin for one in certain}
    unknown = [one for one, force in asked if force is ForceInTime.UNKNOWN]
    return [*certain, *(one for one in unknown if one.plugin not in settled)]


def _named(point: importlib.metadata.EntryPoint) -> str:
    return point.name


def _distribution(point: importlib.metadata.EntryPoint) -> str:
    dist = point.dist
    return "" if dist is None else f"{dist.name} {dist.version}"
