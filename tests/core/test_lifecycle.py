"""The phases any text shares: which there are, and what leads from one to another."""

from __future__ import annotations

import copy
import pickle

import pytest

from innov_consortium.core.events import Move
from innov_consortium.core.lifecycle import TRANSITIONS, Phase

LED_TO = {
    (Phase.PROPOSED, Move.RECOGNISE): Phase.RECOGNISED,
    (Phase.PROPOSED, Move.DISMISS): Phase.DISMISSED,
    (Phase.RECOGNISED, Move.END): Phase.ENDED,
    (Phase.RECOGNISED, Move.ANNUL): Phase.ANNULLED,
    (Phase.ENDED, Move.REINSTATE): Phase.RECOGNISED,
}


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("move", Move)
def test_each_move_leads_on_from_the_phases_that_have_it(phase: Phase, move: Move) -> None:
    """And from no other."""
    assert TRANSITIONS[phase].get(move) is LED_TO.get((phase, move))


def test_every_phase_has_a_row_and_can_be_reached() -> None:
    """From the beginning on, and only two end it all."""
    reached = {Phase.PROPOSED}
    for _ in Phase:
        reached |= {after for phase in reached for after in TRANSITIONS[phase].values()}
    assert reached == set(Phase) == set(TRANSITIONS)
    assert {p for p, row in TRANSITIONS.items() if not row} == {Phase.DISMISSED, Phase.ANNULLED}


def test_nobody_changes_the_table() -> None:
    """Neither a row nor a place in one."""
    with pytest.raises(TypeError):
        TRANSITIONS[Phase.ENDED] = {}  # type: ignore[index]  # that it is refused is the point
    with pytest.raises(TypeError):
        TRANSITIONS[Phase.ENDED][Move.END] = Phase.ENDED  # type: ignore[index]  # the same


@pytest.mark.parametrize("phase", Phase)
def test_a_phase_is_the_same_after_copying_and_pickling(phase: Phase) -> None:
    """Its hash is that of the object, so there must be only one."""
    again = pickle.loads(pickle.dumps(phase))  # noqa: S301 - our own bytes
    assert (again is phase, copy.deepcopy(phase) is phase) == (True, True)
