"""What cannot be simulated is refused with all that is wrong; what the text forbids is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from benchmarks.generated_populations import BEHAVIOUR, apart, policy

from innov_consortium import InvalidInputError, Standing, catalogue
from innov_consortium.simulation import Behaviour, Turn, simulate

YEARS = range(2026, 2028)


def test_a_text_without_such_steps_is_refused_with_all_that_is_missing() -> None:
    """Of the passages of another city at hand, hardly any is a step."""
    other = catalogue().select("CN-FJ-XM")
    with pytest.raises(InvalidInputError) as error:
        simulate(other, apart(1), YEARS, BEHAVIOUR, 2026)
    missing = {turn.step for turn in BEHAVIOUR.turns} - {step.name for step in other.steps}
    assert len(error.value.faults) == len([t for t in BEHAVIOUR.turns if t.step in missing])
    assert "put_on_file" in error.value.faults[0].en


@pytest.mark.parametrize(
    ("turn", "path"),
    [
        (Turn(step="call", on=lambda _: date(2031, 1, 1)), "behaviour.turns[call].on"),
        (Turn(step="call", on=lambda s: s.day - timedelta(1)), "behaviour.turns[call].on"),
        (
            Turn(step="call", on=lambda s: s.day, says=lambda _: {"grade": "good"}),
            "behaviour.turns[call].says.grade",
        ),
    ],
)
def test_what_a_behaviour_cannot_do_is_told(turn: Turn, path: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        simulate(policy(), apart(1), [2026], Behaviour(turns=(turn,)), 1)
    assert [fault.path for fault in error.value.faults] == [path]


def test_years_go_on_and_processes_are_some() -> None:
    with pytest.raises(InvalidInputError) as error:
        simulate(policy(), apart(1), [2027, 2026], BEHAVIOUR, 1, processes=0)
    assert [fault.path for fault in error.value.faults] == ["years[1]", "processes"]


def test_nothing_is_granted_while_the_publication_is_not_known() -> None:
    """Whether the text is in force is not known: every act waits."""
    lived = simulate(catalogue().select("CN-TJ"), apart(3), [2026], BEHAVIOUR, 2026)
    assert {h.standing for row in lived.rows for h in row.held} == {Standing.WAITING}
    assert {row.granted for row in lived.rows} == {()}


def test_nothing_is_granted_after_the_text_has_expired() -> None:
    expired = catalogue().select("CN-TJ").supposing_published(date(2025, 4, 11))
    lived = simulate(expired, apart(6), [2030, 2031], BEHAVIOUR, 2026)
    assert any(row.granted for row in lived.rows if row.year == 2030)
    assert not any(row.granted for row in lived.rows if row.year == 2031)
