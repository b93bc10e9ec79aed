"""Where it begins: documents that are right, and what stands in them under which key."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import field, frozen
from fuzzing.places import Path_, below, named, places
from fuzzing.values import NAME_STEM

from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.policy import Policy
from innov_consortium.interchange import unstructure_case, unstructure_dossier, unstructure_numbers
from innov_consortium.interchange.shown import POSTS
from innov_consortium.testing.cases import read_cases, run_cases

__all__ = ["Corpus", "Seed", "corpus_of"]

#: What stands in a case or a history and may be a document of its own.
_PARTS = (
    *("register", "record", "calendar", "attestation", "departure", "listing", "interpretation"),
)


@frozen
class Seed:
    """A document that is right.

    Args:
        kind: What it is a document of.
        document: The document.
        places: Where something stands in it.
        alike: The same places, those of one name together; see :func:`named`.
    """

    kind: str
    document: Any
    places: tuple[Path_, ...] = field(repr=False)
    alike: tuple[tuple[Path_, ...], ...] = field(repr=False)

    @classmethod
    def of(cls, kind: str, document: Any) -> Seed:
        """Return a document with its places."""
        found = tuple(places(document))
        alike: dict[str, list[Path_]] = defaultdict(list)
        for path in found:
            alike[named(document, path)].append(path)
        return cls(kind, document, found, tuple(map(tuple, alike.values())))


@frozen
class Corpus:
    """Documents that are right.

    Args:
        seeds: The documents, by kind.
        under: What stands at a place of a name, anywhere in them.
        beside: The keys that objects have which stand at a place of a name.
        optional: The names of places in which something need not stand.
    """

    seeds: Mapping[str, Sequence[Seed]]
    under: Mapping[str, Sequence[Any]]
    beside: Mapping[str, Sequence[str]]
    optional: frozenset[str]


def corpus_of(root: Path, policy: Policy, *, with_cases: bool = True) -> Corpus:
    """Return the examples and the cases of law, as documents.

    Args:
        root: The folder of the project.
        policy: Whose words may stand in them.
        with_cases: Whether the cases of law are there, which takes a while.
    """
    found = _documents(root, policy, tables="tests/law/*.jsonl" if with_cases else "")
    renamed = {kind: _distinct([_unnamed(one) for one in listed]) for kind, listed in found.items()}
    seeds = {kind: [Seed.of(kind, one) for one in listed] for kind, listed in renamed.items()}
    under, beside, optional = _pool(one for listed in renamed.values() for one in listed)
    _add_words(under, policy)
    return Corpus(seeds, under, beside, optional)


def _documents(root: Path, policy: Policy, tables: str) -> dict[str, list[Any]]:
    """Return documents of every sort that are right, from wherever there are some."""
    found: dict[str, list[Any]] = defaultdict(list)
    for path in (*root.glob("examples/*.json"), *root.glob("tests/interchange/complete.json")):
        found["case"].append(_read(path))
    for path in sorted(root.glob("examples/histories/*.json")):
        found["history"].append(_read(path))
    for path in sorted(root.glob("tests/interchange/versions/*.json")):
        found[re.sub(r"-[0-9]+.*", "", path.stem)].append(_read(path))
    for path in sorted(root.glob(tables) if tables else ()):
        made = [] if path.name == "refusals.jsonl" else _translated(path, policy)
        found["case"] += [unstructure_case(one) for one in made if isinstance(one, Case)]
        found["history"] += [unstructure_dossier(one) for one in made if isinstance(one, Dossier)]
    found["numbers"].append(unstructure_numbers(policy))
    found["readings"] += [{c.name: o.option} for c in policy.readings for o in c.question.options]
    found["event"] += [event for history in found["history"] for event in history["events"]]
    found["application"] += [case["application"] for case in found["case"]]
    for whole in (*found["case"], *found["history"]):
        for name in _PARTS:
            parts = whole.get(name) if name in whole else whole.get(f"{name}s", [])
            found[name] += parts if isinstance(parts, list) else [parts] if parts else []
    return found


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _translated(path: Path, policy: Policy) -> list[Case | Dossier]:
    """Return every case and every history that running a table of cases makes."""
    with _noting() as made:
        for _ in run_cases(read_cases(path.read_text(encoding="utf-8")), policy):
            pass
    return list(dict.fromkeys(made))


@contextmanager
def _noting() -> Iterator[list[Case | Dossier]]:
    """Note the cases and the histories that are made meanwhile."""
    made: list[Case | Dossier] = []
    check = Surroundings.__attrs_post_init__

    def noting(self: Surroundings) -> None:
        check(self)
        if isinstance(self, Case | Dossier):
            made.append(self)

    Surroundings.__attrs_post_init__ = noting  # type: ignore[method-assign]  # put back below
    try:
        yield made
    finally:
        Surroundings.__attrs_post_init__ = check  # type: ignore[method-assign]  # as it was


def _distinct(documents: list[Any]) -> list[Any]:
    found = {json.dumps(one, sort_keys=True): one for one in documents}
    return list(found.values())


def _unnamed(document: Any, names: dict[str, str] | None = None) -> Any:
    """Return a document in which persons have names that stand nowhere else."""
    names = {} if names is None else names
    if isinstance(document, list):
        return [_unnamed(one, names) for one in document]
    if not isinstance(document, dict):
        return document
    made = {key: _unnamed(one, names) for key, one in document.items()}
    for post in POSTS & made.keys():
        if isinstance(made[post], dict):
            made[post] = {
                key: names.setdefault(one, f"{NAME_STEM}{len(names)}氏") if one else one
                for key, one in made[post].items()
            }
    return made


def _pool(
    documents: Iterator[Any],
) -> tuple[dict[str, list[Any]], dict[str, list[str]], frozenset[str]]:
    under: dict[str, dict[str, Any]] = defaultdict(dict)
    beside: dict[str, dict[str, None]] = defaultdict(dict)
    times: Counter[str] = Counter()
    waiting = [("", document) for document in documents]
    while waiting:
        name, value = waiting.pop()
        inside: list[tuple[str | int, Any]] = []
        if isinstance(value, dict):
            times[below(name, value, "")] += 1
            beside[below(name, value, "")].update(dict.fromkeys(value))
            inside = list(value.items())
        elif isinstance(value, list):
            inside = list(enumerate(value))
        for key, inner in inside:
            at = below(name, value, key)
            times[at] += inner is not None
            under[at].setdefault(json.dumps(inner, sort_keys=True), inner)
            waiting.append((at, inner))
    optional = [at for at in under if times[at] < times[f"{at.rpartition('.')[0]}."]]
    return (
        {name: list(values.values()) for name, values in under.items()},
        {name: list(keys) for name, keys in beside.items()},
        frozenset(optional),
    )


def _add_words(under: dict[str, list[Any]], policy: Policy) -> None:
    """Add what a policy has a word for, whether it stands in a document or not."""
    of_attestations = under.setdefault("attestations[].what", [])
    of_attestations += policy.attestable
    under.setdefault("departures[].provision", []).extend(policy.by_default.in_principle)
    under.setdefault("interpretations[].reading", []).extend(c.name for c in policy.readings)
    under.setdefault("interpretations[].option", []).extend(
        str(o.option) for c in policy.readings for o in c.question.options
    )
