"""Which tests are run against a mutant, and in which order."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TypeVar

from mutation.touched import Touched

__all__ = ["in_order", "of_articles", "sample", "words_of"]

T = TypeVar("T")
#: Tests that take longer than this come last, wherever they stand.
_SLOW = 0.5


def in_order(
    tests: Iterable[str],
    touched: Touched,
    *,
    own: frozenset[str],
    budget: float,
    words: frozenset[str] = frozenset(),
    slow: float = _SLOW,
) -> tuple[str, ...]:
    """Return tests in the order in which they are run, as many as fit.

    Quick ones come first; among these those whose files have most of the words that name what is
    changed, and then the doctests of the module and its own test files.

    Args:
        tests: The tests.
        touched: What is known of them.
        own: The words by which the files of its own tests are known.
        budget: How many seconds they may take without a mutant, together.
        words: The words that name what is changed.
        slow: Those that take longer, in seconds, come last.
    """

    def rank(test: str) -> tuple[bool, int, bool, float]:
        seconds = touched.seconds[test]
        said = len(words & _words_in(test.partition("::")[0]))
        return seconds > slow, -said, not _is_own(test, own), seconds

    chosen: list[str] = []
    left = budget
    for test in sorted(tests, key=rank):
        left -= touched.seconds[test]
        if left < 0 and chosen:
            break
        chosen.append(test)
    return tuple(chosen)


def words_of(id_: str) -> frozenset[str]:
    """Return the words that name what a mutant changes.

    >>> sorted(words_of("word:cooperation_areas:without-standards"))
    ['cooperation_areas', 'standards']
    """
    said = id_.partition(":")[2]
    return frozenset(w for w in re.findall(r"\w+", said) if w != "without" and len(w) > 1)


@cache
def _words_in(file: str) -> frozenset[str]:
    path = Path(file)
    return frozenset(re.findall(r"\w+", path.read_text("utf-8"))) if path.is_file() else frozenset()


def _is_own(test: str, own: frozenset[str]) -> bool:
    stem = PurePosixPath(test.partition("::")[0]).stem.removeprefix("test_")
    return stem in own or any(stem.startswith(f"{word}_") for word in own)


def of_articles(provisions: Iterable[str]) -> frozenset[str]:
    """Return the words by which the tests of the articles of provisions are known.

    >>> sorted(of_articles(["art5.item3.s2c", "art11.p2.s1b"]))
    ['art05', 'art11']
    """
    found = [re.match(r"art(\d+)", p) for p in provisions]
    return frozenset(f"art{int(one[1]):02d}" for one in found if one)


def sample(strata: Sequence[Sequence[T]], size: int, seed: int) -> list[T]:
    """Return a random sample in which every stratum has its share, and at least one of each.

    >>> sample([range(10), range(90)], 10, 0)
    [6, 53, 5, 33, 65, 62, 51, 38, 61, 45]
    """
    chance = random.Random(seed)  # noqa: S311 - no secret: the sample can be drawn again
    whole = sum(map(len, strata))
    chosen: list[T] = []
    for stratum in strata:
        if stratum:
            share = max(1, round(size * len(stratum) / whole))
            chosen += chance.sample(list(stratum), min(share, len(stratum)))
    return chosen
