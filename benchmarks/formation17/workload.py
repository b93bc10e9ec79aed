"""Random applications from a seed, as two Polars frames of any size and as plain dictionaries.

They are drawn in chunks, each from its own stream, so that the first thousand are the same whether
a thousand or ten million are drawn, and so that a population larger than memory can be written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow.parquet as pq
from attrs import frozen
from benchmarks.formation17.rules import (
    FIRST_DAY,
    HEADS,
    KINDS,
    LAST_DAY,
    LEAD_KINDS,
    LISTS,
    ORGANS,
)

__all__ = ["CHUNK", "Population", "cases", "chunks", "draw", "write"]

CHUNK = 100_000
_SPREAD = 40  # days before and after the window in which applications are also filed
_BAR_DAYS = (180, 1095)
_EPOCH = date(1970, 1, 1).toordinal()


@frozen
class Population:
    """One row an application, and one row a participant; ``application`` joins them."""

    applications: pl.DataFrame
    members: pl.DataFrame


def draw(size: int, seed: int = 17) -> Population:
    """Return the first ``size`` applications of a seed."""
    parts = list(chunks(size, seed))
    return Population(
        pl.concat([p.applications for p in parts], rechunk=True),
        pl.concat([p.members for p in parts], rechunk=True),
    )


def chunks(size: int, seed: int = 17) -> Iterator[Population]:
    """Yield the same in chunks, each drawn whole from a stream of its own."""
    for n, first in enumerate(range(0, size, CHUNK)):
        whole = _chunk(np.random.default_rng([seed, n]), first)
        wanted = min(CHUNK, size - first)
        if wanted < CHUNK:
            here = whole.applications.head(wanted)
            there = whole.members.filter(pl.col("application") < first + wanted)
            whole = Population(here, there)
        yield whole


def write(size: int, folder: Path, seed: int = 17) -> tuple[Path, Path]:
    """Write the first ``size`` applications as two Parquet files, a chunk a row group."""
    paths = folder / f"applications-{size}.parquet", folder / f"members-{size}.parquet"
    if all(path.exists() for path in paths):
        return paths
    folder.mkdir(parents=True, exist_ok=True)
    half = tuple(path.with_suffix(".part") for path in paths)
    writers: list[pq.ParquetWriter] = []
    for part in chunks(size, seed):
        tables = [
            frame.to_arrow(compat_level=pl.CompatLevel.oldest())
            for frame in (part.applications, part.members)
        ]
        if not writers:
            writers = [pq.ParquetWriter(p, t.schema) for p, t in zip(half, tables, strict=True)]
        for writer, table in zip(writers, tables, strict=True):
            writer.write_table(table)
    for writer, made, path in zip(writers, half, paths, strict=True):
        writer.close()
        made.rename(path)
    return paths


def _chunk(rng: np.random.Generator, first: int) -> Population:
    keys = np.arange(first, first + CHUNK, dtype=np.int64)
    sizes = np.where(
        rng.random(CHUNK) < 0.03, rng.integers(3, 6, CHUNK), rng.integers(6, 31, CHUNK)
    )
    total = int(sizes.sum())
    members = pl.DataFrame(
        {
            "application": np.repeat(keys, sizes),
            "kind": _words(rng, KINDS, total, (0.68, 0.14, 0.13, 0.05)),
            "existing": rng.choice(4, total, p=(0.70, 0.2965, 0.003, 0.0005)),
            "signed": rng.random(total) >= 0.003,
        }
    )
    applications = pl.DataFrame(
        {
            "application": keys,
            "filed_on": _days(_filed(rng)),
            "lead_kind": _words(rng, LEAD_KINDS, CHUNK, (0.40, 0.30, 0.27, 0.03)),
            "lead_in_region": rng.random(CHUNK) >= 0.03,
            "lead_operating": rng.random(CHUNK) >= 0.02,
            "leads_elsewhere": rng.choice(3, CHUNK, p=(0.96, 0.03, 0.01)),
            **_heads(rng),
            **{f"{organ}_organ_set_up": rng.random(CHUNK) >= 0.015 for organ in ORGANS},
            "technologist_named": rng.random(CHUNK) >= 0.02,
            **_lists(rng),
            **_bars(rng),
        }
    )
    return Population(applications, members)


def _words(
    rng: np.random.Generator, words: tuple[str, ...], size: int, odds: tuple[float, ...]
) -> pl.Series:
    drawn = rng.choice(len(words), size, p=odds).astype(np.uint32)
    return pl.Series(words)[pl.Series(drawn)]


def _days(days: np.ndarray[Any, Any]) -> pl.Series:
    return pl.Series((days - _EPOCH).astype(np.int32)).cast(pl.Date)


def _filed(rng: np.random.Generator) -> np.ndarray[Any, Any]:
    first, last = FIRST_DAY.toordinal() - _SPREAD, LAST_DAY.toordinal() + _SPREAD
    return rng.integers(first, last + 1, CHUNK)


def _heads(rng: np.random.Generator) -> dict[str, np.ndarray[Any, Any]]:
    """Return which heads an agreement has: 5 % lack one of them, 1 % have any."""
    lot = rng.random(CHUNK)
    there = np.ones((len(HEADS), CHUNK), dtype=bool)
    lacking = np.flatnonzero(lot < 0.05)
    there[rng.integers(0, len(HEADS), lacking.size), lacking] = False
    any_ = np.flatnonzero((lot >= 0.05) & (lot < 0.06))
    there[:, any_] = rng.random((len(HEADS), any_.size)) < 0.5
    return {f"stated__{head}": there[n] for n, head in enumerate(HEADS)}


def _lists(rng: np.random.Generator) -> dict[str, np.ndarray[Any, Any]]:
    """Return which lists are drawn up: 4 % lack one of them."""
    there = np.ones((len(LISTS), CHUNK), dtype=bool)
    lacking = np.flatnonzero(rng.random(CHUNK) < 0.04)
    there[rng.integers(0, len(LISTS), lacking.size), lacking] = False
    return {f"drawn_up__{one}": there[n] for n, one in enumerate(LISTS)}


def _bars(rng: np.random.Generator) -> dict[str, Any]:
    """Return how many bars there are of the lead, and the days of each; null where there is none.

    12 % have one, 3 % two, of 180 to 1095 days, that may begin three years before the window.
    """
    lot = rng.random(CHUNK)
    count = np.where(lot < 0.03, 2, np.where(lot < 0.15, 1, 0)).astype(np.int64)
    columns: dict[str, Any] = {"bars": count}
    for n in (1, 2):
        begun = rng.integers(FIRST_DAY.toordinal() - _BAR_DAYS[1], LAST_DAY.toordinal(), CHUNK)
        over = begun + rng.integers(_BAR_DAYS[0], _BAR_DAYS[1] + 1, CHUNK) - 1
        there = pl.Series(count >= n)
        for name, days in (("first", begun), ("last", over)):
            whole = pl.DataFrame({"there": there, "day": _days(days)})
            kept = whole.select(pl.when("there").then("day"))
            columns[f"bar_{n}_{name}"] = kept.to_series()
    return columns


def cases(population: Population, count: int) -> list[dict[str, Any]]:
    """Return the first applications as plain dictionaries; days are whole numbers.

    A day is the number of days since 1970, which every engine compares without parsing anything.
    """
    keys = population.applications["application"].head(count)
    of_members = population.members.filter(pl.col("application").is_in(keys.implode()))
    participants: dict[int, list[dict[str, Any]]] = {key: [] for key in keys}
    for row in of_members.iter_rows(named=True):
        theirs = participants[row.pop("application")]
        theirs.append({"place": len(theirs), **row})
    rows = population.applications.head(count).with_columns(
        pl.col(pl.Date).cast(pl.Int32).cast(pl.Int64)
    )
    return [_case(row, participants[row["application"]]) for row in rows.iter_rows(named=True)]


def _case(row: dict[str, Any], participants: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "application": row["application"],
        "filed_on": row["filed_on"],
        "lead": {
            "kind": row["lead_kind"],
            "in_region": row["lead_in_region"],
            "operating": row["lead_operating"],
            "leads_elsewhere": row["leads_elsewhere"],
        },
        "participants": participants,
        "heads": [head for head in HEADS if row[f"stated__{head}"]],
        "organs": [organ for organ in ORGANS if row[f"{organ}_organ_set_up"]],
        "technologist_named": row["technologist_named"],
        "lists": [one for one in LISTS if row[f"drawn_up__{one}"]],
        "bars": [
            {"place": n, "first": row[f"bar_{n + 1}_first"], "last": row[f"bar_{n + 1}_last"]}
            for n in range(row["bars"])
        ],
    }
