"""The engines of the workload formation-17 that need no environment of their own agree."""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

pytest.importorskip("numpy", reason="the group bench is not installed")
pytest.importorskip("pyarrow", reason="the group bench is not installed")

sys.path.insert(0, str(Path(__file__).parents[2]))

import polars as pl
from benchmarks.formation17 import reference, workload
from benchmarks.formation17.peers.by_hand import ByHand
from benchmarks.formation17.peers.numpy_bits import NumpyBits
from benchmarks.formation17.peers.ours_frames import OurFrames
from benchmarks.formation17.peers.ours_single import OurCheck
from benchmarks.formation17.peers.polars_query import PolarsQuery, PolarsTruths
from benchmarks.formation17.policy import FORMATION17
from benchmarks.formation17.rules import ANSWERS, CITATIONS, OUTCOMES, RULES

from innov_consortium.frames import assess

COUNT = 500


@frozen
class Given:
    """A population, its files, and what the reference says of it."""

    population: workload.Population
    files: tuple[Path, Path, Path]
    verdicts: list[reference.Verdict]


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Given:
    folder = tmp_path_factory.mktemp("formation17")
    population = workload.draw(COUNT)
    cases = workload.cases(population, COUNT)
    paths = (*workload.write(COUNT, folder), folder / "cases.json")
    paths[2].write_text(json.dumps(cases), encoding="utf-8")
    return Given(population, paths, [reference.judge(case) for case in cases])


@pytest.mark.parametrize(
    "engine", [OurCheck, OurFrames, PolarsQuery, PolarsTruths, NumpyBits, ByHand]
)
def test_an_engine_says_what_the_reference_says(engine: type[Any], given: Given) -> None:
    """Of every application: whether it is admissible, which rules fail, who offends."""
    one = engine()
    one.load(*given.files)
    said = [(bool(met), failing) for met, failing in one.verdicts(one.run())]
    compared = one.offenders_of
    wanted = [
        (not failing, {rule: who if rule in compared else () for rule, who in failing.items()})
        for failing in given.verdicts
    ]
    kept = [
        (met, {rule: tuple(who) if rule in compared else () for rule, who in failing.items()})
        for met, failing in said
    ]
    assert kept == wanted


def test_every_rule_fails_somewhere_and_not_everywhere(given: Given) -> None:
    failing = Counter(rule for verdict in given.verdicts for rule in verdict)
    assert set(failing) == set(RULES)
    assert max(failing.values()) < COUNT / 2
    assert 0.4 < sum(not verdict for verdict in given.verdicts) / COUNT < 0.8


def test_the_rules_are_the_clauses_in_order() -> None:
    norms = FORMATION17.norms("formation")
    assert tuple(norm.name for norm in norms) == RULES
    assert [norm.provision for norm in norms] == [f"art{n}" for n in range(1, 18)]
    assert all(
        CITATIONS[norm.name].endswith(FORMATION17.ledger[norm.provision].text) for norm in norms
    )


def test_the_first_applications_are_the_same_in_any_population(given: Given) -> None:
    larger = workload.draw(COUNT + 100)
    assert larger.applications.head(COUNT).equals(given.population.applications)
    assert larger.members.head(given.population.members.height).equals(given.population.members)
    assert not workload.draw(COUNT, seed=18).applications.equals(given.population.applications)


def test_what_is_written_is_what_is_drawn(given: Given) -> None:
    assert pl.read_parquet(given.files[0]).equals(given.population.applications)
    assert pl.read_parquet(given.files[1]).equals(given.population.members)


def test_the_population_is_drawn_as_described() -> None:
    drawn = workload.draw(50_000)
    sizes = drawn.members.group_by("application").len()["len"]
    assert (sizes.min(), sizes.max()) == (3, 30)
    assert (sizes < 6).mean() == pytest.approx(0.03, abs=0.004)
    assert (drawn.members["kind"] == "enterprise").mean() == pytest.approx(0.68, abs=0.005)
    assert (drawn.members["existing"] > 1).mean() == pytest.approx(0.0035, abs=0.0005)
    assert (~drawn.members["signed"]).mean() == pytest.approx(0.003, abs=0.0005)
    assert (drawn.applications["bars"] == 1).mean() == pytest.approx(0.12, abs=0.01)
    assert (drawn.applications["bars"] == 2).mean() == pytest.approx(0.03, abs=0.005)
    assert drawn.applications["filed_on"].min() == date(2025, 3, 2)
    assert drawn.applications["filed_on"].max() == date(2030, 5, 20)


def _with_nulls(frame: pl.DataFrame, seed: int) -> pl.DataFrame:
    drawn = random.Random(seed)  # noqa: S311 - the same each time
    null = {
        name: pl.Series([drawn.random() < 0.05 for _ in range(frame.height)])
        for name in frame.columns
        if name != "application"
    }
    return frame.with_columns(
        pl.when(~pl.lit(where)).then(pl.col(name)).alias(name) for name, where in null.items()
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_unknown_is_unknown_to_the_query_by_hand_and_to_us(given: Given, seed: int) -> None:
    """Nulls anywhere: the same outcomes, the same answers."""
    applications = _with_nulls(given.population.applications, seed)
    members = _with_nulls(given.population.members, seed)
    ours = assess(FORMATION17, applications, members, on=date(2028, 1, 1)).frame
    by_hand = PolarsQuery().lazily(applications.lazy(), members.lazy()).collect()
    columns = ["application", "answer", *RULES]
    told = [
        frame.select(columns).sort("application").with_columns(pl.col(pl.Enum).cast(pl.String))
        for frame in (ours, by_hand)
    ]
    assert told[0].equals(told[1])
    counted = ("enough_participants",)  # rows are there or not: their number is always known
    for column, words in {"answer": ANSWERS, **dict.fromkeys(RULES, OUTCOMES)}.items():
        assert set(told[0][column]) == set(words) - ({"unknown"} if column in counted else set())
