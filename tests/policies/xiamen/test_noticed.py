"""What the facts of the passages say where no example shows it: a turn's cause, a word attested."""

from __future__ import annotations

from datetime import date

import pytest
from tests.policies.xiamen.conftest import attested, case, checked, of

PROVISION = "qa3.item3.s1c"


def test_what_turns_on_the_first_day_is_the_commencement() -> None:
    """8月10日起正式施行: the day before, the reader is told what begins then, and by what."""
    turn = checked(case(), on=date(2025, 8, 9)).turn
    assert turn is not None
    said = [(r.day, r.provision, r.what) for r in turn.reasons]
    assert said == [(date(2025, 8, 10), "press.s1", "commencement")]


@pytest.mark.parametrize(
    ("heads", "holds", "expected"),
    [
        ([], True, "met"),
        ([], False, "not_met"),
        (["technical_decision"], False, "not_met"),
        (["technical_decision"], None, "met"),
        ([], None, "unknown"),
    ],
)
def test_whether_the_chief_scientist_decides_is_as_attested(
    heads: list[str], holds: bool | None, expected: str
) -> None:
    """技术决定权: what is attested goes before the agreement; without either nobody knows."""
    agreement = {"signed_on": "2026-02-10", "heads": heads}
    said = () if holds is None else (attested("chief_decides", holds=holds),)
    report = checked(case(agreement=agreement, attestations=said))
    assert of(PROVISION, report) == expected
