"""Fuzzes what is read from outside: ``python -m fuzzing run``, ``tell``, ``again FILE``.

Inputs are made in batches, each by its number and a seed alone, taken the whole way of a host, and
counted. A run that was broken off goes on where it stood; what is found is written down with the
least input that shows it.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import pickle
import platform
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from fuzzing.asking import policies_of
from fuzzing.corpus import Corpus, corpus_of
from fuzzing.found import Found, least
from fuzzing.judging import Trouble
from fuzzing.running import BATCH, WAYS, Bench
from fuzzing.targets import targets_of

from innov_consortium import catalogue
from innov_consortium.core.policy import Policy

_ROOT = Path.cwd()
_FOUND = Path("tests/interchange/found")
_MEMORY = 4 * 2**30
_ENOUGH = 0.3


def main(arguments: Sequence[str]) -> int:
    """Do what is asked for; 0 if nothing was found."""
    parser = argparse.ArgumentParser(prog="fuzzing")
    parser.add_argument("what", choices=("run", "tell", "again"))
    parser.add_argument("files", nargs="*", type=Path, help="for `again`; all there are if none")
    parser.add_argument("--inputs", type=int, default=100_000, help="how many, in whole batches")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="how long at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--way", choices=tuple(WAYS), action="append", help="only made this way")
    parser.add_argument("--policy", default="CN-TJ")
    parser.add_argument("--folder", type=Path, default=Path(".fuzzing"), help="for the results")
    parser.add_argument("--found", type=Path, default=_FOUND, help="for what is found")
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(exist_ok=True)
    results = asked.folder / f"results-{_state()}.jsonl"
    if asked.what == "tell":
        return _tell(results)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.RLIM_INFINITY))
    policy = catalogue().select(asked.policy)
    bench = _bench(policy, asked.folder)
    if asked.what == "again":
        return _again(bench, asked.files or sorted(asked.found.glob("*.json")))
    _run(bench, asked, results)
    return _tell(results)


def _bench(policy: Policy, folder: Path) -> Bench:
    kept = folder / f"corpus-{_state('src', 'examples', 'tests/law', 'fuzzing')}.pickle"
    if kept.exists():
        corpus: Corpus = pickle.loads(kept.read_bytes())  # noqa: S301 - written by this program
    else:
        corpus = corpus_of(_ROOT, policy)
        kept.write_bytes(pickle.dumps(corpus))
    gc.freeze()  # it stays: looking through it again and again would take most of the time
    policies = policies_of(policy, random.Random(1), 10)
    return Bench(corpus, targets_of(policy), policies)


def _run(bench: Bench, asked: argparse.Namespace, results: Path) -> None:
    """Run the batches that have not been run."""
    done = {(r["way"], r["seed"], r["batch"]) for r in _recorded(results)}
    begun, known = time.monotonic(), {path.stem for path in asked.found.glob("*.json")}
    for way, number in _numbers(asked.inputs, asked.way or list(WAYS)):
        if (way, asked.seed, number) in done:
            continue
        if time.monotonic() - begun > asked.seconds:
            break
        outcome = bench.batch(way, asked.seed, number)
        line = {"way": way, "seed": asked.seed, "batch": number, **outcome.told()}
        with results.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=True) + "\n")
        sys.stderr.write(f"\r{way} {number} {outcome.seconds:.1f} s   ")
        for trouble, given in outcome.found.items():
            found = Found(given, trouble.oracle, trouble.signature, trouble.said)
            if found.name not in known:
                known.add(found.name)
                _keep(bench, found, asked.found)


def _keep(bench: Bench, found: Found, folder: Path) -> None:
    trouble = Trouble(found.oracle, found.signature)
    given = least(found.given, trouble, lambda one: bench.run(one)[1], 60)
    path = Found(given, found.oracle, found.signature, found.said).keep(folder)
    sys.stderr.write(f"\n{path}: {found.oracle}: {found.signature}: {found.said}\n")


def _numbers(inputs: int, ways: list[str]) -> Iterator[tuple[str, int]]:
    """Yield batches, those of each way as evenly as they are to be."""
    batches = [
        ((number + 0.5) / WAYS[way], way, number)
        for way in ways
        for number in range(round(inputs / BATCH * WAYS[way] / sum(WAYS[w] for w in ways)) or 1)
    ]
    yield from ((way, number) for _, way, number in sorted(batches))


def _again(bench: Bench, files: list[Path]) -> int:
    """Run again what was found; 0 if nothing of it is wrong any more."""
    wrong = 0
    for path in files:
        found = Found.read(path)
        for trouble in bench.run(found.given, share=1)[1]:
            wrong += 1
            print(f"{path}: {trouble.oracle}: {trouble.signature}: {trouble.said}")
    return 1 if wrong else 0


def _recorded(results: Path) -> list[dict[str, Any]]:
    if not results.exists():
        return []
    return [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]


def _tell(results: Path) -> int:
    """Print what is on record; 0 if nothing was found and enough was accepted."""
    whole: Counter[str] = Counter()
    print(f"{results.name}, {_versions()}")
    print("| 来源 made | 输入 inputs | 接受 accepted | % | 问及 asked | CPU s |")
    print("| --- | --: | --: | --: | --: | --: |")
    records = _recorded(results)
    for way in WAYS:
        tally, seconds = Counter[str](), 0.0
        for one in records:
            if one["way"] == way:
                tally.update(one["tally"])
                seconds += one["seconds"]
        whole.update(tally)
        print(_row(way, tally, seconds))
    print(_row("合计 all", whole, sum(one["seconds"] for one in records)))
    print("\n| 计数 count | 次 times |\n| --- | --: |")
    for name, times in sorted(whole.items()):
        print(f"| {name} | {times} |")
    found: dict[tuple[str, str], list[str]] = {}
    for one in records:
        for oracle, signature, said, key in one["found"]:
            found.setdefault((oracle, signature), [said, key])
    for (oracle, signature), (said, key) in found.items():
        print(f"- {oracle}: {signature}: {said} ({key})")
    enough = whole["accepted"] >= _ENOUGH * whole["inputs"]
    return 0 if enough and not found else 1


def _row(name: str, tally: Counter[str], seconds: float) -> str:
    inputs, accepted = tally["inputs"], tally["accepted"]
    share = 100 * accepted / inputs if inputs else 0
    return f"| {name} | {inputs} | {accepted} | {share:.1f} | {tally['asked']} | {seconds:.0f} |"


def _versions() -> str:
    names = ("innov-consortium", "attrs", "cattrs", "hypothesis")
    listed = ", ".join(f"{name} {metadata.version(name)}" for name in names)
    return f"{platform.python_implementation()} {platform.python_version()}, {listed}"


def _state(*parts: str) -> str:
    """Return a digest of what decides what comes out."""
    digest = hashlib.sha256()
    for part in parts or ("src", "fuzzing"):
        for path in sorted((_ROOT / part).rglob("*")):
            if path.suffix in {".py", ".tsv", ".json", ".jsonl"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
