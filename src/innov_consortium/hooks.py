"""What a plugin author reads: the marker and the two hooks a package answers.

A package names a module under the entry-point group ``innov_consortium``; the module answers one of
the hooks, or both. That of a region offers its policy::

    from innov_consortium.hooks import hookimpl


    @hookimpl
    def innov_policies() -> tuple[Policy, ...]:
        return (POLICY,)

That of a district, or of the call of a year, adds conditions to a policy of somebody else::

    @hookimpl
    def innov_additional_clauses(policy: Policy) -> tuple[AdditionalClauses, ...]:
        return (CALL_OF_2026,) if policy.code == "990100" else ()

What a plugin raises or answers wrongly costs that plugin its place in the catalogue, under its own
name and with the reason; it stops nobody else. To have a type checker compare a module with a hook,
assign it, imported by its name, to a variable of the protocol's type — in a test, for instance::

    import innov_policy_ex

    _: PolicyPlugin = innov_policy_ex
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import pluggy

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.policy import Policy

__all__ = [
    "GROUP",
    "PROJECT",
    "AdditionalClausesPlugin",
    "PolicyPlugin",
    "Specifications",
    "hookimpl",
    "hookspec",
]

#: The project name of hooks.
PROJECT = "innov_consortium"

#: The entry-point group plugins are found under.
GROUP = "innov_consortium"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class PolicyPlugin(Protocol):
    """A module that offers policies."""

    def innov_policies(self) -> Iterable[Policy]:
        """Return the policies the plugin offers; see :class:`Specifications`."""
        ...


class AdditionalClausesPlugin(Protocol):
    """A module that adds conditions to policies."""

    def innov_additional_clauses(self, policy: Policy) -> Iterable[AdditionalClauses]:
        """Return what it adds to a policy; see :class:`Specifications`."""
        ...


class Specifications(Protocol):
    """The hooks, as pluggy checks them: their names and the names of their arguments."""

    @hookspec
    def innov_policies(self) -> Iterable[Policy]:
        """Return the policies a plugin offers, ready to be asked.

        Called once, when a catalogue is made. One code may stand for several editions of a text, if
        no two of them are in force on one day.

        Returns:
            Policies, at most 1,000; none is an answer, ``None`` is not.

        Raises:
            Exception: Whatever is raised refuses the plugin, by its name and with the message. So
                does an answer that is no collection of policies, or two policies of one region in
                force on one day. Where two plugins each offer one and the days may meet, neither is
                chosen: both are named, and asking for the region raises
                :class:`~innov_consortium.errors.PolicyConflictError`.
        """
        ...

    @hookspec
    def innov_additional_clauses(self, policy: Policy) -> Iterable[AdditionalClauses]:
        """Return the conditions that a plugin adds to a policy.

        Asked for each policy whenever a catalogue is made; ``policy`` is without what others add.
        It is a value: what is added is what is returned.

        Args:
            policy: A policy. Its ``code`` and ``edition`` tell which.

        Returns:
            What is added to that policy; an empty collection where nothing is.

        Raises:
            Exception: Whatever is raised refuses the plugin with all it offers, by its name. So
                does an answer that would do more than ask for more: that names a fact, a figure or
                a reading anew, adds a ground or a fact that a body attests, has a norm give way, or
                cites a provision that is not in its own text. Two plugins that name what they add
                to a policy alike lose that, and nothing else.
        """
        ...
