"""The phases of a consortium's life that any text shares.

Theory of operation
-------------------

Everything that touches the phase is in this module, and this module knows no text. A consortium
begins as something *proposed*: there may be a call, an application, any number of reviews. How
those follow one another differs from text to text, so it is no matter of phases but of a policy's
steps, which lead from stage to stage inside a phase. One event makes it *recognised*, by whatever
name: approved, put on file, selected. A proposal that comes to nothing is *dismissed*. A recognised
consortium may *end*: its status is revoked, or given up. A review or a judgment may set the ending
aside, and then it is recognised again; or set the recognition aside, and then it is *annulled*.

The table says what an event may do in which phase. Most events move nothing and stand in no row. A
move that the row of the present phase does not have changes nothing: the event is kept and shown as
irregular, because it was recorded; whether it was lawful is for an audit by the policy.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType

from innov_consortium.core.events import Move

__all__ = ["TRANSITIONS", "Phase"]


class Phase(enum.Enum):
    """Where a consortium is in its life."""

    PROPOSED = "proposed"
    RECOGNISED = "recognised"
    DISMISSED = "dismissed"
    ENDED = "ended"
    ANNULLED = "annulled"

    __hash__ = object.__hash__  # an enum's own is written in Python; replay asks it very often


_ROWS: dict[Phase, dict[Move, Phase]] = {
    Phase.PROPOSED: {Move.RECOGNISE: Phase.RECOGNISED, Move.DISMISS: Phase.DISMISSED},
    Phase.RECOGNISED: {Move.END: Phase.ENDED, Move.ANNUL: Phase.ANNULLED},
    Phase.ENDED: {Move.REINSTATE: Phase.RECOGNISED},
    Phase.DISMISSED: {},  # terminal
    Phase.ANNULLED: {},  # terminal
}

#: For each phase, the moves it has and the phases they lead to.
TRANSITIONS: Mapping[Phase, Mapping[Move, Phase]] = MappingProxyType(
    {phase: MappingProxyType(row) for phase, row in _ROWS.items()}
)
