"""A run is lawful act by act, the same every time, and differs between laws only where they do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from benchmarks.generated_populations import BEHAVIOUR, apart, policy, sharing

from innov_consortium import (
    Interpretation,
    Phase,
    Standing,
    Surroundings,
    register,
)
from innov_consortium.core.records import Falsification
from innov_consortium.core.reforms import Reform
from innov_consortium.simulation import Run, Scene, Simulation, simulate
from innov_consortium.simulation.population import candidate_of

YEARS = range(2026, 2032)
MANY = 16
INTERPRETER = "市科技局会同三部门"
LAST = date(YEARS[-1], 12, 31)
FIRST_DAYS = ((2, 10), (3, 2), (3, 20), (3, 23))


@cache
def run(count: int = MANY, pool: int = 0) -> Run:
    population = sharing(count, pool) if pool else apart(count)
    return simulate(policy(), population, YEARS, BEHAVIOUR, 2026)


def test_a_run_has_whole_lives() -> None:
    """Some are approved, some held up, some evaluated, revoked, barred, and apply again."""
    told = run().tallies
    granted = {step for year in told for step in year.granted}
    assert granted >= {"file", "approve", "refuse", "notify_result", "revoke"}
    assert any(year.barred for year in told)
    assert any(year.refused["forward"] for year in told)
    assert any(row.attempt > 1 and row.phase is Phase.RECOGNISED for row in run().rows)
    assert [year.candidates for year in told] == [MANY] * len(YEARS)


def test_a_run_is_the_same_every_time() -> None:
    again = simulate(policy(), apart(MANY), YEARS, BEHAVIOUR, 2026)
    assert (again.rows, again.kept) == (run().rows, run().kept)
    other = simulate(policy(), apart(MANY), YEARS, BEHAVIOUR, 2027, histories=False)
    assert other.rows != again.rows
    assert not other.kept


@pytest.mark.parametrize("pool", [0, 60])
def test_processes_change_nothing(pool: int) -> None:
    population = sharing(MANY, pool) if pool else apart(MANY)
    seen: list[tuple[int, int]] = []
    two = simulate(
        policy(),
        population,
        YEARS,
        BEHAVIOUR,
        2026,
        processes=2,
        progress=lambda *done: seen.append(done),
    )
    assert (two.rows, two.kept, two.groups) == (
        run(MANY, pool).rows,
        run(MANY, pool).kept,
        two.groups,
    )
    assert seen[-1] == (MANY, MANY)
    assert seen == sorted(seen)


def test_groups_are_simulated_alone_as_together() -> None:
    """What shares no unit cannot concern one another."""
    whole = run(MANY, 900)
    assert len({len(g) for g in whole.groups}) > 1
    for group in whole.groups[1:]:
        trace = whole.trace(group[-1])
        assert trace.histories == whole.kept[group[-1]]


# --- the law ----------------------------------------------------------------------------------


@pytest.mark.parametrize("pool", [0, 60])
def test_every_act_of_a_run_audits_clean(pool: int) -> None:
    """With the register of the end, pruned to each day, as with the one there was."""
    audited = [
        one
        for n in (range(0, MANY, 3) if not pool else (5, 11))
        for history in run(MANY, pool).trace(n).audit()
        for one in history
    ]
    assert len(audited) > 20
    assert {one.standing for one in audited} == {Standing.ALLOWED}


def test_the_register_is_that_of_all_histories() -> None:
    """For every act, and for the units concerned: folding all histories there are says the same."""
    whole = run(MANY, 60)
    n = max(range(MANY), key=lambda n: sum(len(row.held) for row in whole.rows_of(n)))
    trace = whole.trace(n)
    every = [history for theirs in whole.kept.values() for history in theirs]
    looked = 0
    for one in trace.tried:
        if one.event.tag not in {"forwarded", "recognised"}:
            continue
        day = one.event.on - timedelta(days=1)  # of the day itself, an act knows what came before
        others = [history for history in every if history.consortium != one.consortium]
        full = register(policy(), others, day, complete_to=day)
        units = {unit.legal_person for unit in trace.candidate.application.members}
        said = {
            (e.consortium, e.unit, e.role, e.since)
            for e in one.given.register.engagements
            if e.unit in units and e.since is not None and e.since <= day
        }
        wanted = {
            (e.consortium, e.unit, e.role, e.since)
            for e in full.engagements
            if e.unit in units and e.since is not None
        }
        assert said == wanted
        looked += len(wanted)
    assert looked


def test_a_cap_is_kept_across_consortia() -> None:
    """Whoever comes first is in the register for all who come after."""
    whole = run(MANY, 60)
    assert any("art5.item3.s5b" in h.provisions for row in whole.rows for h in row.held)
    every = [history for theirs in whole.kept.values() for history in theirs]
    end = register(policy(), every, LAST, complete_to=LAST)
    there: dict[Any, int] = {}
    for one in end.engagements:
        if one.active_on(LAST):
            there[one.unit] = there.get(one.unit, 0) + 1
    assert max(there.values()) == 2


# --- another law ------------------------------------------------------------------------------


def test_two_laws_differ_only_where_the_law_does() -> None:
    """Who had six participants anyway lives the same life; who had five does no longer wait."""
    five = simulate(policy().with_numbers(min_participants=5), apart(MANY), YEARS, BEHAVIOUR, 2026)
    sizes = [len(five.trace(n).candidate.application.participants) for n in range(MANY)]
    changed = {n for n in range(MANY) if five.rows_of(n) != run().rows_of(n)}
    held = {
        row.candidate
        for row in run().rows
        for h in row.held
        if "art5.item3.s2c" in h.provisions and sizes[row.candidate] == 5
    }
    assert changed == held
    assert changed


def test_a_reform_counts_from_its_day() -> None:
    """Until then every row is the same; from then on four participants will do."""
    four = Reform(name="四家", numbers={"min_participants": 4}, first=date(2027, 1, 1))
    reformed = simulate(policy().reformed(four), apart(MANY), YEARS, BEHAVIOUR, 2026)
    pairs = list(zip(run().rows, reformed.rows, strict=True))
    assert all(one == other for one, other in pairs if one.year < 2027)
    held = {r.candidate for r, _ in pairs for h in r.held if "art5.item3.s2c" in h.provisions}
    changed = {one.candidate for one, other in pairs if one != other}
    assert changed
    assert changed <= held


def test_a_table_that_an_interpretation_alters_is_walked_as_altered() -> None:
    """Once it is settled that no call is needed, an application is filed without one."""
    settled = Interpretation(
        reading="call_needed", option="internal", by=INTERPRETER, on=date(2027, 1, 1)
    )

    def known(scene: Scene) -> Surroundings:
        return evolve(BEHAVIOUR.known(scene), interpretations=(settled,))

    file = BEHAVIOUR.turns[1]
    without = evolve(file, step="file_without_call", on=lambda s: date(s.year, 3, 2))
    behaviour = evolve(BEHAVIOUR, turns=(without, *BEHAVIOUR.turns[2:]), known=known)
    rows = simulate(policy(), apart(3), [2026, 2027], behaviour, 2026).rows
    assert [row.granted[:1] for row in rows] == [(), ("file_without_call",)] * 3


@pytest.mark.parametrize("years", [1, 3])
def test_a_bar_keeps_a_lead_out_as_long_as_the_policy_says(years: int) -> None:
    """Revoked on 20 December 2027: refused the day before the last, on the last, not after."""
    barred = policy().with_numbers(bar_years=years)
    back = 2027 + years

    def known(scene: Scene) -> Surroundings:
        usual = BEHAVIOUR.known(scene)
        found = usual.record.falsifications
        if scene.year == 2027:
            found = (falsified(scene.application.lead.id),)
        return evolve(usual, record=evolve(usual.record, falsifications=found))

    def on(day: date) -> Callable[[Scene], date | None]:
        return lambda scene: day if scene.year == back else day.replace(year=scene.year)

    first = [t for t in BEHAVIOUR.turns if t.step in {"call", "file", "review", "forward"}]
    rest = [t for t in BEHAVIOUR.turns if t not in first]
    always = [evolve(t, on=on(date(back, *d))) for t, d in zip(first, FIRST_DAYS, strict=True)]
    late = [evolve(first[-1], on=on(date(back, 12, day))) for day in (19, 20, 21)]
    behaviour = evolve(
        BEHAVIOUR,
        turns=(*always, *rest, *late),
        known=known,
        again=lambda scene: scene.year >= back,
    )
    behaviour = evolve(behaviour, turns=tuple(t for t in behaviour.turns if t.step != "refuse"))
    candidate = next(n for n in range(MANY) if _participants(n) >= 6)
    one = [candidate_of(apart(MANY), 2026, candidate)]
    lived = simulate(barred, one, range(2026, back + 1), behaviour, 2026)
    last = lived.rows_of(0)[-1]
    assert [(h.step, h.on.day) for h in last.held] == [
        ("forward", 23),
        ("forward", 19),
        ("forward", 20),
    ]
    assert {h.provisions for h in last.held} == {("art11.p2.s1b",)}
    assert last.granted[-1] == "forward"
    assert last.attempt == 2


def _participants(n: int) -> int:
    return len(candidate_of(apart(MANY), 2026, n).application.participants)


def falsified(unit: Any) -> Falsification:
    return Falsification(
        unit=unit,
        context="annual_evaluation",
        year=2027,
        serious=True,
        by="市科技局",
        on=date(2027, 9, 1),
    )


# --- what comes of it -------------------------------------------------------------------------


def test_the_table_has_a_row_for_each_candidate_and_year() -> None:
    table = run().table()
    assert [(row["candidate"], row["year"]) for row in table] == [
        (n, year) for n in range(MANY) for year in YEARS
    ]
    assert {type(value) for row in table for value in row.values()} <= {int, str, bool, type(None)}
    held = [row for row in table if row["refused"]]
    assert all(row["refused_by"].startswith("forward:") for row in held)


def test_the_frame_is_the_table() -> None:
    frame = run().frame()
    assert frame.to_dicts() == run().table()


def test_a_run_year_by_year_is_the_run() -> None:
    """For a model of the user's own, which does more between the years."""
    candidates = {n: candidate_of(apart(MANY), 2026, n) for n in range(MANY)}
    simulation = Simulation(policy(), candidates, BEHAVIOUR, 2026)
    rows = [row for year in YEARS for row in simulation.step(year)]
    assert sorted(rows, key=lambda row: row.candidate) == list(run().rows)
    assert simulation.histories(3) == run().kept[3]
