"""What is drawn depends on the name of its stream and on nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from innov_consortium.simulation import stream


def test_streams_are_apart() -> None:
    """Another seed, name, place or year: other numbers; the same: the same."""
    names = [(1, "a", 2, 3), (1, "a", 2, 4), (1, "a", 3, 3), (1, "b", 2, 3), (2, "a", 2, 3)]
    firsts = [stream(*name).random() for name in names]
    assert len(set(firsts)) == 5
    assert firsts == [stream(*name).random() for name in names]


def test_a_stream_goes_on_past_its_first_block() -> None:
    one = stream(1, "long")
    drawn = [one.random() for _ in range(1_000)]
    assert len(set(drawn)) == 1_000
    assert all(0 <= x < 1 for x in drawn)
    again = stream(1, "long")
    assert drawn == [again.random() for _ in range(1_000)]


def test_numbers_are_even() -> None:
    """Of many streams, too: the first number of each."""
    firsts = [stream(7, "even", n).random() for n in range(20_000)]
    tenths = Counter(int(x * 10) for x in firsts)
    assert all(abs(count - 2_000) < 200 for count in tenths.values())
    assert abs(sum(firsts) / len(firsts) - 0.5) < 0.01
    together = sum((a - 0.5) * (b - 0.5) for a, b in pairwise(firsts))
    assert abs(together / len(firsts)) < 0.003


def test_shares_are_kept() -> None:
    picked = Counter(stream(3, "pick", n).pick({"a": 3, "b": 1, "c": 0}) for n in range(8_000))
    assert abs(picked["a"] - 6_000) < 200
    assert picked["c"] == 0
    assert Counter(stream(3, "below", n).below(3) for n in range(300)).keys() == {0, 1, 2}


def test_days_are_within_their_bounds() -> None:
    first, last = date(2026, 2, 27), date(2026, 3, 1)
    days = {stream(5, "day", n).day(first, last) for n in range(60)}
    assert (min(days), max(days), len(days)) == (first, last, 3)
    assert stream(5, "one").choice(["x"]) == "x"


@pytest.mark.parametrize("seed", [0, -1, 10**30])
def test_any_whole_number_is_a_seed(seed: int) -> None:
    assert stream(seed, "x").generator().random() == stream(seed, "x").generator().random()
