"""Which tests are run against a mutant, in which order; how many mutants are killed."""

from __future__ import annotations

import doctest
from pathlib import Path
from types import ModuleType

import pytest
from mutation import choosing, tally
from mutation.choosing import in_order, of_articles, sample
from mutation.tally import Tally, interval, recorded
from mutation.touched import Touched

A, B, C, SLOW = (
    "tests/core/test_words.py::test_a",
    "tests/core/test_plan.py::test_b",
    "src/innov_consortium/core/words.py::words.both",
    "tests/core/test_words.py::test_slow",
)
SEEN = Touched(
    seconds={A: 0.3, B: 0.1, C: 0.2, SLOW: 2.0},
    lines={"src/x.py": {1: (0, 1), 2: (2,), 4: (3,)}},
)


def test_own_tests_come_before_others_and_slow_ones_last() -> None:
    assert in_order([A, B, C, SLOW], SEEN, own=frozenset({"words"}), budget=9) == (C, A, B, SLOW)
    assert in_order([A, B, C, SLOW], SEEN, own=frozenset({"plan"}), budget=9) == (B, C, A, SLOW)


def test_those_that_speak_of_what_is_changed_come_first() -> None:
    words = choosing.words_of("word:words.cooperation:without-Fragment")
    here = "tests/mutation/test_choosing.py::test_x"  # this file has these words
    seen = Touched(seconds={**SEEN.seconds, here: 0.4}, lines={})
    assert words == {"words", "cooperation", "Fragment"}
    chosen = in_order([A, B, C, here], seen, own=frozenset({"words"}), budget=9, words=words)
    assert chosen[0] == here


@pytest.mark.parametrize("module", [choosing, tally])
def test_the_examples(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_as_many_as_fit_and_one_at_least() -> None:
    assert in_order([A, B, C, SLOW], SEEN, own=frozenset(), budget=0.35) == (B, C)
    assert in_order([SLOW], SEEN, own=frozenset(), budget=0.35) == (SLOW,)
    assert in_order([], SEEN, own=frozenset(), budget=0.35) == ()


def test_the_tests_of_lines() -> None:
    assert SEEN.tests("src/x.py", 1, 2) == {A, B, C}
    assert SEEN.tests("src/x.py", 3, 3) == frozenset()
    assert SEEN.tests("src/y.py", 1, 9) == frozenset()


def test_what_was_seen_can_be_kept(tmp_path: Path) -> None:
    SEEN.write(tmp_path / "seen.json")
    assert Touched.read(tmp_path / "seen.json") == SEEN


def test_articles() -> None:
    assert of_articles(("art5.item3.s2c", "art11.p2.s1b", "doc.title")) == {"art05", "art11"}


def test_a_sample_has_something_of_everything() -> None:
    strata = [list(range(3)), list(range(100, 190)), []]
    chosen = sample(strata, 10, 7)
    assert chosen == sample(strata, 10, 7) != sample(strata, 10, 8)
    assert (sum(n < 100 for n in chosen), len(set(chosen)), len(chosen)) == (1, 11, 11)


RESULTS = [{"id": str(n), "how": "killed"} for n in range(96)]
ONE, TWO = {"id": "one", "how": "survived"}, {"id": "two", "how": "cannot"}


def test_the_gate() -> None:
    """At least 95 % of those that change something, and at most 2 % that change nothing."""
    counted = Tally.of([*RESULTS, {"id": "t", "how": "timeout"}, ONE, TWO], {"one": ("同", "same")})
    assert (counted.killed, counted.survived, counted.equivalent) == (97, ("two",), ("one",))
    assert (counted.whole, counted.enough) == (99, True)
    many = [{"id": str(n), "how": "survived"} for n in range(6)]
    assert not Tally.of([*RESULTS, *many], {}).enough
    same = {str(n): ("同", "same") for n in range(6)}
    assert not Tally.of([*RESULTS[6:], *many], same).enough


@pytest.mark.parametrize(("killed", "whole"), [(0, 0), (0, 10), (10, 10), (95, 100)])
def test_an_interval_is_around_the_share(killed: int, whole: int) -> None:
    low, high = interval(killed, whole)
    share = killed / whole if whole else 0.5
    assert 0 <= low <= high <= 1
    assert low <= share + 1e-9
    assert high >= share - 1e-9


def test_the_last_word_on_a_mutant_counts(tmp_path: Path) -> None:
    results = tmp_path / "results.jsonl"
    assert recorded(results) == {}
    lines = ['{"id": "a", "how": "survived"}', '{"id": "a", "how": "killed"}']
    results.write_text("\n".join(lines) + "\n", "utf-8")
    assert recorded(results) == {"a": {"id": "a", "how": "killed"}}
