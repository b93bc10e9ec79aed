"""The case and the history beside the package come out as they should."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from innov_consortium import catalogue, replay
from innov_consortium.core.auditing import audit
from innov_consortium.core.decide import Standing
from innov_consortium.interchange import load_case, load_dossier

FILES = Path(__file__).parents[1] / "examples"
LAW = catalogue().select("CN-SY")


def test_a_firm_and_a_hospital_may_lead_together() -> None:
    """Each of the two by its own conditions: the firm by its share, the hospital by its grade."""
    case = load_case((FILES / "led-by-a-firm-and-a-hospital.json").read_bytes())
    report = LAW.check("formation", case, on=date(2026, 4, 30))

    assert report.answer.value == "met"
    assert [unit.kind.value for unit in case.application.leads] == ["enterprise", "hospital"]


def test_from_filing_to_striking_off() -> None:
    """Returned once, filed again, failed twice; then both leads and a person are barred."""
    told = load_dossier((FILES / "filed-to-struck-off.json").read_bytes(), LAW)
    day = date(2031, 1, 1)
    consortium = replay(told.history, day)
    standing = {acts.event.tag: acts.standing for acts in audit(LAW, told.history, day, told)}

    assert consortium.phase.value == "ended"
    assert standing["ended"] is Standing.ALLOWED
    assert standing["recognised"] is Standing.ALLOWED
