"""The histories of the benchmark are lawful ones, and its peers come to the same as we do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

PEERS = ("eventsourcing", "transitions", "statemachine")


@pytest.fixture(scope="module")
def replaying() -> Any:
    """The benchmark; it cannot be imported without the dependency group `bench`."""
    for peer in PEERS:
        pytest.importorskip(peer)
    return pytest.importorskip("benchmarks.replaying")


@pytest.mark.parametrize("seed", range(20))
def test_all_come_to_the_same(replaying: Any, seed: int) -> None:
    history = replaying.generated(80, seed)
    assert len(history.events) == 80
    assert replaying.disagreements(history) == []


def test_every_change_goes_from_stage_to_stage(replaying: Any) -> None:
    """None of its events is passed over by the table: the fold that is timed does its work."""
    history = replaying.generated(400)
    progress = replaying.with_stages(history, history.events[-1].on)
    stages = {progress.stage(matter).name for matter in progress.matters}
    assert (
        {"done", "settled", "ended"}
        <= stages
        <= {"reported", "approved", "refused"}
        | {
            "done",
            "settled",
            "ended",
        }
    )
    changes = replaying.with_changes(history, history.events[-1].on).changes
    assert sum(progress.stage(f"change:{c.id}").name == "done" for c in changes) == sum(
        c.executed_on is not None for c in changes
    )


def test_a_difference_is_told(replaying: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    history = replaying.generated(80)
    monkeypatch.setattr(replaying, "drive_transitions", lambda _: "public")
    monkeypatch.setattr(replaying, "changes_in", lambda _: {})
    told = replaying.disagreements(history)
    assert [one.partition(":")[0] for one in told] == ["Folded", "Decorated", "<lambda>"]
