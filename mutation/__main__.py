"""Runs the mutation gate: ``python -m mutation gate``, or ``legal`` or ``generic`` alone.

Both have to know which tests run which lines; that is found out once for a state of the sources and
kept with the results. A run that was broken off goes on where it stood.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict
from mutation.anew import Anew
from mutation.forking import Ended, Forking
from mutation.jobs import THREADED, Job, generic_jobs, legal_jobs
from mutation.legal import OUTLINE
from mutation.tally import Tally, equivalents, recorded
from mutation.touched import Touched, Watching

_ROOT = Path.cwd()
_JOBS = {"legal": legal_jobs, "generic": generic_jobs}
#: With so many tests at most a mutant is run again from its source.
_MOST_AGAIN = 600
_HEAD = """
| {} | 变异 mutants | 发现 killed | 存活 survived | 等价 equivalent | 发现率 share | 95 % |
| --- | --: | --: | --: | --: | --: | --- |"""


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for; 0 if the gate is passed."""
    parser = argparse.ArgumentParser(prog="mutation")
    parser.add_argument("what", choices=("gate", *_JOBS, "touched"))
    how_many = parser.add_mutually_exclusive_group()
    how_many.add_argument("--sample", type=int, help="how many; of generic ones 800 unless said")
    how_many.add_argument("--all", action="store_true", help="all; of legal ones unless said")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--budget", type=float, default=45.0, help="seconds of tests for each")
    parser.add_argument("--only", default="", help="a part of the ids of those to run")
    parser.add_argument("--shard", default="0/1", help="which of several processes this is: 0/2")
    parser.add_argument("--part", default="tests", help="whose tests are looked at")
    parser.add_argument("--parts", nargs="+", help="whose tests may notice it; all unless said")
    parser.add_argument("--folder", type=Path, default=Path(".mutation"), help="for the results")
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(exist_ok=True)
    if asked.what == "touched":
        return _watch(asked.part, asked.folder)
    if asked.what == "gate":
        return max(_again(what, arguments[1:]) for what in _JOBS)
    results = asked.folder / f"{asked.what}-{_state('src')}.jsonl"
    told = _run(asked.what, asked, _touched(asked.folder, asked.parts or _parts()), results)
    return 0 if _told(asked.what, told) else 1


def _again(what: str, arguments: Sequence[str]) -> int:
    """Do something in a process of its own: pytest collects once in a process."""
    command = (sys.executable, "-m", "mutation", what, *arguments)
    return subprocess.run(command, check=False).returncode  # noqa: S603 - this program itself


def _run(
    what: str, asked: argparse.Namespace, touched: Touched, results: Path
) -> list[dict[str, Any]]:
    """Run the mutants of a sort that have not been run, and return what is known of all."""
    wanted: list[Job] = []
    shard, shards = map(int, asked.shard.split("/"))

    def run(forking: Forking) -> None:
        done = recorded(results)
        wanted.extend(list(_JOBS[what](_ROOT, touched, asked))[shard::shards])
        for n, job in enumerate(wanted, 1):
            if _undecided(done.get(job.id), asked.budget):
                ended = _ended(job, forking, touched, asked)
                told = {"id": job.id, "group": job.group, "said": job.said, **asdict(ended)}
                told |= {"budget": asked.budget, "tests_then": _tests_now(ended.by)}
                with results.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(told, ensure_ascii=False) + "\n")
                sys.stderr.write(f"\r{what} {n}/{len(wanted)} {ended.how:9}")

    _pytest(Forking(run), *(p for p in asked.parts or _parts() if p not in THREADED))
    done = recorded(results)
    return [done[job.id] for job in wanted]


def _ended(job: Job, forking: Forking, touched: Touched, asked: argparse.Namespace) -> Ended:
    """Run a mutant; one that survives in what was made by then, from its source as well."""
    tests = job.tests()
    ended = forking.run(job.change, tests, touched.seconds.__getitem__)
    if job.source is None or ended.how not in {"survived", "cannot"}:
        return ended
    anew = _anew(asked.folder / f"copy-{asked.shard[0]}")
    again = job.threaded()
    if ended.how == "cannot" or anew.concerns(job.source):
        again = (*again, *(t for t in touched.seconds if OUTLINE in t), *tests)[:_MOST_AGAIN]
    if not again:
        return ended
    return anew.run(job.source, again, sum(map(touched.seconds.__getitem__, again)))


@cache
def _anew(home: Path) -> Anew:
    shutil.rmtree(home, ignore_errors=True)
    return Anew(_ROOT, home.absolute())


def _undecided(known: Mapping[str, Any] | None, budget: float) -> bool:
    """Return whether a mutant has to be run.

    It has not if the test that noticed it is as it was, or if it was looked for as long as asked
    with the tests that there are.
    """
    if known is None or known["tests_then"] != _tests_now(known["by"]):
        return True
    return bool(known["how"] == "survived" and known["budget"] < budget)


@cache
def _tests_now(by: str) -> str:
    """Return the state of the file of the test that noticed something; of all if none did."""
    return _state(by.partition("::")[0] or "tests")


def _pytest(plugin: Any, *parts: str) -> None:
    quiet = ("-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--no-header", "--no-summary")
    imported = ("-W", "ignore::pytest.PytestAssertRewriteWarning")  # the project's own options are
    pytest.main([*quiet, *imported, *parts], plugins=[plugin])


def _parts() -> list[str]:
    """Return where the tests are, in parts that are looked at one by one."""
    homes = [home for home in sorted((_ROOT / "tests").iterdir()) if any(home.rglob("test_*.py"))]
    alone = sorted(_ROOT.glob("tests/test_*.py"))
    return [path.relative_to(_ROOT).as_posix() for path in (*homes, *alone, _ROOT / "src")]


def _touched(folder: Path, parts: Iterable[str]) -> Touched:
    """Return which tests of some parts run which lines, as sources and tests are now."""
    touched = Touched({}, {})
    for part in parts:
        path = _seen(part, folder)
        if not path.exists():
            _again("touched", ("--part", part, "--folder", str(folder)))
        touched = touched.joined(Touched.read(path))
    return touched


def _watch(part: str, folder: Path) -> int:
    """Find out which tests of a part run which lines."""
    if _seen(part, folder).exists():
        return 0
    watching = Watching(_ROOT)
    _pytest(watching, part)
    watching.touched().write(_seen(part, folder))
    if watching.failing:
        sys.stderr.write(f"{part}: {len(watching.failing)} tests fail without a mutant\n")
    return 0


def _seen(part: str, folder: Path) -> Path:
    return folder / f"touched-{part.replace('/', '.')}-{_state('src', part)}.json"


def _state(*parts: str) -> str:
    """Return a digest of files, and of what all tests share."""
    paths = [*_ROOT.glob("tests/*.py")]
    for part in parts:
        paths += [_ROOT / part] if part.endswith(".py") else (_ROOT / part).rglob("*.py")
    digest = hashlib.sha256()
    for path in sorted(set(paths)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _told(what: str, results: Iterable[Mapping[str, Any]]) -> bool:
    """Print the table and what survived; whether the gate is passed."""
    same = equivalents()
    groups: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for one in results:
        groups[one["group"]].append(one)
    print(_HEAD.format(what))
    for name, found in sorted(groups.items()):
        print(Tally.of(found, same).line(name))
    whole = Tally.of([one for found in groups.values() for one in found], same)
    print(whole.line("合计 all"))
    survived = {str(one["id"]): one for found in groups.values() for one in found}
    for id_ in whole.survived:
        print(f"{id_}\t{survived[id_]['how']}\t{survived[id_]['said']}")
    return whole.enough


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
