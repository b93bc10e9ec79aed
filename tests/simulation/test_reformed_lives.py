"""Lives under reforms: each act by the text of its day, whoever looks at it and when."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from innov_consortium import Policy, Standing, audit, catalogue, register
from innov_consortium.core.reforms import Reform
from innov_consortium.core.report import Mark
from innov_consortium.interchange import load_case
from innov_consortium.simulation import (
    Run,
    candidates_from,
    copies_of,
    simulate,
    structure_behaviour,
)
from innov_consortium.simulation.population import candidate_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "simulation"
LIKE = load_case((EXAMPLES / "candidate.json").read_bytes()).application


@cache
def tianjin(**figures: Any) -> Policy:
    published = catalogue().select("CN-TJ").supposing_published(date(2025, 4, 11))
    return published.with_numbers(valid_until=date(2040, 4, 10), **figures)


def rates() -> dict[str, Any]:
    """Return rates under which many are revoked and all apply again."""
    made: dict[str, Any] = json.loads((EXAMPLES / "rates.json").read_text())
    by_step = {turn["step"]: turn for turn in made["turns"]}
    by_step["file"]["rate"], made["again"] = 0.9, 1
    by_step["call_evaluation"]["every"] = {"years": 1, "after": 1}
    by_step["notify_result"]["says"]["grade"] = {"$pick": {"good": 1, "unqualified": 2}}
    return made


def lived(policy: Policy, years: range, count: int = 12) -> Run:
    behaviour = structure_behaviour(rates(), policy)
    return simulate(policy, copies_of(LIKE, count), years, behaviour, seed=7)


@pytest.mark.parametrize(("before", "after"), [(1, 5), (5, 1)])
def test_what_was_granted_audits_clean_whatever_came_later(before: int, after: int) -> None:
    """The bar is as long as the text of the day of the act has it, in the run and in the audit."""
    reform = Reform(name="r", numbers={"bar_years": after}, first=date(2031, 1, 1))
    run = lived(tianjin(bar_years=before).reformed(reform), range(2026, 2034))
    assert any(year.barred for year in run.tallies)
    assert any(row.attempt > 1 for row in run.rows)
    for candidate in range(12):
        for history in run.trace(candidate).audit():
            odd = [a for a in history if a.standing is not Standing.ALLOWED]
            assert odd == [], [(a.event.tag, a.event.on, a.because) for a in odd]


def test_so_does_an_audit_with_a_register_folded_at_the_end() -> None:
    """As a host would make it, of every history there is."""
    reform = Reform(name="r", numbers={"bar_years": 5}, first=date(2031, 1, 1))
    policy, end = tianjin(bar_years=1).reformed(reform), date(2033, 12, 31)
    run = lived(policy, range(2026, 2034))
    every = [history for kept in run.kept.values() for history in kept]
    folded = register(policy, every, end, complete_to=end)
    again = [n for n, kept in run.kept.items() if len(kept) > 1]
    assert again
    for candidate in again:
        trace = run.trace(candidate)
        given = {one.consortium: one.given for one in trace.tried}
        for history in trace.histories:
            known = evolve(given[history.consortium], register=folded)
            acts = audit(policy, history, end, known)
            assert {act.standing for act in acts} == {Standing.ALLOWED}


@pytest.mark.parametrize(
    ("first", "last", "granted"),
    [
        (date(2026, 3, 1), None, [("file_without_call",), ()]),
        (date(2026, 3, 2), None, [("file_without_call",), ()]),
        (date(2026, 3, 3), None, [(), ("file_without_call",)]),
        (None, date(2026, 3, 1), [(), ()]),
        (None, date(2026, 3, 2), [("file_without_call",), ()]),
    ],
)
def test_a_step_is_there_on_the_days_on_which_a_reform_has_it(
    first: date | None, last: date | None, granted: list[tuple[str, ...]]
) -> None:
    turn = {
        "step": "file_without_call",
        "on": "03-02",
        "says": {"recipient": "和平区科技局", "documents": ["construction_plan", "proofs"]},
    }
    reform = Reform(name="c", readings={"call_needed": "b"}, first=first, last=last)
    policy = tianjin().reformed(reform)
    behaviour = structure_behaviour({**rates(), "turns": [turn]}, policy)
    run = simulate(policy, copies_of(LIKE, 1), range(2026, 2028), behaviour, seed=7)
    assert [row.granted for row in run.rows] == granted
    assert all(not row.held for row in run.rows)


def test_a_run_is_marked_by_every_reform_it_was_lived_under() -> None:
    published = catalogue().select("CN-TJ").supposing_published(date(2025, 4, 11))
    first, last = date(2027, 5, 1), date(2027, 12, 30)
    reform = Reform(name="r", numbers={"min_participants": 5}, first=first, last=last)
    for years, marked in ((range(2026, 2027), False), (range(2026, 2029), True)):
        run = lived(published.reformed(reform), years, count=1)
        assert (Mark.OTHER_NUMBERS in run.marks) is marked


def test_what_was_attested_of_an_application_stands_while_it_is_pending() -> None:
    made = rates()
    by_step = {turn["step"]: turn for turn in made["turns"]}
    by_step["file"]["rate"] = {"2026": 1, "else": 0}
    by_step["review"]["rate"], by_step["refuse"]["rate"] = 1, 0
    by_step["expert_review"]["says"]["opinion"] = "recommended"
    for entry in made["known"]["attestations"]:
        entry["$rate"] = {"2026": 1, "else": 0}
    for step in ("publicise", "approve"):
        by_step[step]["rate"] = {"2026": 0, "else": 1}
    behaviour = structure_behaviour(made, tianjin())
    run = simulate(tianjin(), copies_of(LIKE, 1), range(2026, 2028), behaviour, seed=1)
    assert run.rows[1].granted == ("publicise", "approve")


def test_candidates_of_a_table_share_no_persons() -> None:
    drawn = copies_of(LIKE, 3)
    rows = [
        {
            "candidate": f"x{n}",
            "role": "participant" if place else "lead",
            "name": unit.name,
            "id": str(unit.id),
            "kind": unit.kind.value,
            "college": unit.college,
        }
        for n in range(3)
        for place, unit in enumerate(candidate_of(drawn, 7, n).application.members)
    ]
    candidates = candidates_from(rows, LIKE)
    run = simulate(
        tianjin(), candidates, range(2026, 2027), structure_behaviour(rates(), tianjin()), seed=7
    )
    assert run.groups == ((0,), (1,), (2,))
