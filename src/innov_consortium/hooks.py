"""What a plugin author reads: the marker and the hook a policy package answers.

A package names a module under the entry-point group ``innov_consortium``; the module answers::

    from innov_consortium.hooks import hookimpl


    @hookimpl
    def innov_policies() -> tuple[Policy, ...]:
        return (POLICY,)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import pluggy

from innov_consortium.core.policy import Policy

__all__ = ["GROUP", "PROJECT", "PolicyPlugin", "Specifications", "hookimpl", "hookspec"]

#: The project name of hooks.
PROJECT = "innov_consortium"

#: The entry-point group plugins are found under.
GROUP = "innov_consortium"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class PolicyPlugin(Protocol):
    """A module that offers policies; assign yours to a variable of this type to have it checked."""

    @staticmethod
    def innov_policies() -> Iterable[Policy]:
        """Return the policies the plugin offers."""
        ...


class Specifications(Protocol):
    """The hooks, as pluggy checks them."""

    @hookspec
    def innov_policies(self) -> Iterable[Policy]:
        """Return the policies a plugin offers, ready to be asked.

        Called once, when a catalogue is made. What it raises, and anything returned that is not a
        policy, is reported under the plugin's name; the other plugins go on working.
        """
        ...
