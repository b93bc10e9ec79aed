"""Running inputs in batches, each of which can be run again by its number alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from attrs import define, field, frozen
from fuzzing.corpus import Corpus
from fuzzing.deriving import drawn
from fuzzing.judging import Trouble
from fuzzing.mutating import Mutator, mended
from fuzzing.targets import Input, Target
from fuzzing.texts import broken, rewritten

from innov_consortium.core.policy import Policy
from innov_consortium.interchange.schemas import DOCUMENTS

__all__ = ["BATCH", "WAYS", "Bench", "inputs"]

#: How many inputs a batch has.
BATCH = 250

#: How documents are made, and of every hundred batches how many are made so.
WAYS = {"mild": 28, "harsh": 28, "derived": 5, "bytes": 36, "odd": 3}

#: Sorts of documents, by how often they are tried; the rest are tried as often as the last.
_OFTEN = {"case": 8, "history": 10, "event": 5, "application": 2, "receipt": 2, "report": 2}

#: How many documents are mended where they are refused, so that the rest of them is looked at, too.
_MENDED = {"mild": 0.8, "harsh": 0.3}


@frozen
class Bench:
    """What a run works with.

    Args:
        corpus: Documents that are right.
        targets: The sorts of documents.
        policies: The policies asked.
        share: How many of the dear questions are asked, from 0 to 1.
    """

    corpus: Corpus
    targets: dict[str, Target]
    policies: tuple[Policy, ...]
    share: float = 0.02

    def run(self, given: Input, share: float | None = None) -> tuple[Counter[str], list[Trouble]]:
        """Take one input the whole way."""
        target = self.targets[given.kind]
        judge = target.run(given, self.policies, self.share if share is None else share)
        return judge.tally, judge.troubles

    def batch(self, way: str, seed: int, number: int) -> Outcome:
        """Run a batch."""
        outcome = Outcome()
        begun = process_time()
        learnt: list[Input] = []
        for given in inputs(self, way, seed, number, learnt):
            tally, troubles = self.run(given)
            outcome.add(given, tally, troubles)
            if way == "bytes" and outcome.is_new:
                learnt.append(given)
        outcome.seconds = process_time() - begun
        return outcome


@define
class Outcome:
    """What became of a batch.

    Args:
        tally: How often each oracle was asked, and what was counted beside.
        found: The first input for each trouble.
        seconds: How much processor time it took.
        ways: What kinds of answers were seen.
        is_new: Whether the last input was answered as none before it.
    """

    tally: Counter[str] = field(factory=Counter)
    found: dict[Trouble, Input] = field(factory=dict)
    seconds: float = 0.0
    ways: set[Any] = field(factory=set)
    is_new: bool = False

    def add(self, given: Input, tally: Counter[str], troubles: list[Trouble]) -> None:
        """Add what became of an input."""
        self.tally += tally
        for name in ("inputs", "accepted", "asked"):
            self.tally[f"{given.kind} {name}"] += tally[name]
        for trouble in troubles:
            self.tally[f"trouble {trouble.oracle}"] += 1
            self.found.setdefault(trouble, given)
        way = tuple(sorted((k, min(v, 4)) for k, v in tally.items()))
        self.is_new = way not in self.ways
        self.ways.add(way)

    def told(self) -> dict[str, Any]:
        """Return it for the record."""
        found = [[t.oracle, t.signature, t.said, g.key] for t, g in self.found.items()]
        return {"tally": dict(self.tally), "found": found, "seconds": round(self.seconds, 2)}


def inputs(bench: Bench, way: str, seed: int, number: int, learnt: list[Input]) -> Iterator[Input]:
    """Yield the inputs of a batch: the same ones each time.

    Args:
        bench: What a run works with.
        way: How they are made.
        seed: The seed of the run.
        number: The number of the batch.
        learnt: Inputs of this batch that were answered as none before, to go on from.
    """
    if way == "derived":
        yield from _derived(bench, seed, number)
        return
    kinds = [k for k, one in bench.targets.items() if way != "bytes" or one.load is not None]
    weights = [_OFTEN.get(kind, 1) for kind in kinds]
    for n in range(BATCH):
        key = f"{seed}:{way}:{number}:{n}"
        rng = Random(key)
        yield _made(bench, way, rng.choices(kinds, weights)[0], rng, key, learnt)


def _derived(bench: Bench, seed: int, number: int) -> Iterator[Input]:
    kinds = [kind for kind in bench.targets if kind in DOCUMENTS]
    rng = Random(f"{seed}:derived:{number}")
    kind = rng.choices(kinds, [_OFTEN.get(one, 1) for one in kinds])[0]
    for n, document in enumerate(drawn(kind, bench.policies[0], rng.randrange(2**32), BATCH)):
        key = f"{seed}:derived:{number}:{n}"
        if n % 4:
            yield Input(kind, mended(document, bench.targets[kind].structure, 3), key=key)
        else:
            yield Input(kind, document, key=key)


def _made(bench: Bench, way: str, kind: str, rng: Random, key: str, learnt: list[Input]) -> Input:
    mutator = Mutator(bench.corpus, rng)
    seed = rng.choice(bench.corpus.seeds[kind])
    if way in {"mild", "harsh"}:
        change = mutator.mild if way == "mild" else mutator.harsh
        document = change(seed, rng.choice((1, 2, 3, 5, 8) if way == "mild" else (1, 1, 2, 4)))
        if rng.random() < _MENDED[way]:
            document = mended(document, bench.targets[kind].structure, 3)
        return Input(kind, document, key=key)
    if way == "odd":
        return Input(kind, mutator.odd(seed), key=key, odd=True)
    mine = [one.text for one in learnt if one.kind == kind and one.text is not None]
    text = rewritten(seed.document, rng)
    if mine and rng.random() < 0.4:  # noqa: PLR2004 - some go on from what was new
        text = rng.choice(mine)
    return Input(kind, text=text if rng.random() < 0.15 else broken(text, rng, mine), key=key)  # noqa: PLR2004


def recorded(results: Path) -> Iterator[dict[str, Any]]:
    """Yield the batches on record."""
    if results.exists():
        for line in results.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)
