"""What the library takes and gives are values: frozen, hashable, the same when pickled."""

from __future__ import annotations

import copy
import enum
import multiprocessing
import pickle
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from itertools import chain
from types import BuiltinFunctionType, FunctionType, MappingProxyType
from typing import Any

import attrs
import pytest
from attrs import evolve
from tests.architecture.public import classes, constants
from tests.architecture.uses import Texts, texts, uses

from innov_consortium import catalogue, interchange
from innov_consortium.core.clauses import Clause, Fact, Items
from innov_consortium.core.history import Consortium
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange.frozen import FrozenMapping
from innov_consortium.interchange.schemas import DOCUMENTS, json_schema
from innov_consortium.policies.tianjin import TIANJIN

#: Attrs classes that are no values; each with the reason.
WORK_IN_PROGRESS = {
    "interchange.members.Roster": "whom a document may speak of, gathered while it is read",
    "interchange.settling.Settler": "gathers what is wrong while a document is read",
    "interchange.schemas.classes.Drawing": "gathers what a schema refers to while it is drawn",
}

#: Where constants are pieces of JSON, which a schema is put together from; what is handed out is a
#: copy, see below.
PIECES = "interchange.schemas."

ATTRS = {name: cl for name, cl in classes().items() if attrs.has(cl)}
VALUES = [
    pytest.param(cl, id=name) for name, cl in sorted(ATTRS.items()) if name not in WORK_IN_PROGRESS
]


def repickled(protocol: int, value: Any) -> Any:
    """Return a value as it comes back from a pickle."""
    return pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - our own bytes


PLAIN = (str, bytes, int, bool, Decimal, Fraction, date, enum.Enum, type(None))
#: What stands in a policy by its name, and is code.
CODE = (type, FunctionType, BuiltinFunctionType, Clause, Fact, Items)
COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{f"pickle {n}": partial(repickled, n) for n in range(2, pickle.HIGHEST_PROTOCOL + 1)},
}


@cache
def given() -> Texts:
    """Return the documents, once, with fewer cases of law: they say the same of values."""
    read = texts()
    return evolve(read, law=read.law[:5])


@cache
def used() -> dict[str, Any]:
    """Return everything the uses come to that is no text."""
    found = uses(evolve(TIANJIN), given())
    return {
        name: value
        for name, value in found
        if not isinstance(value, str | dict | list) and not name.startswith("law/")
    }


# --- what a class says of itself ----------------------------------------------------------------


@pytest.mark.parametrize("cl", VALUES)
def test_a_value_is_frozen_and_has_slots(cl: type[Any]) -> None:
    """No attribute can be set, nor one added."""
    slots = all("__slots__" in vars(c) for c in cl.__mro__ if attrs.has(c))
    assert (cl.__setattr__.__name__, slots) == ("_frozen_setattrs", True)


@pytest.mark.parametrize("cl", VALUES)
def test_a_value_can_be_hashed_and_pickled_by_its_class(cl: type[Any]) -> None:
    """Its hash is made of its fields, or it is told apart by identity; it is found by its name."""
    assert (cl.__hash__ is not None, pickle.loads(pickle.dumps(cl))) == (True, cl)  # noqa: S301


def test_what_is_work_in_progress_is_there_and_can_be_changed() -> None:
    """No exception outlives its reason."""
    frozen = {name for name, cl in ATTRS.items() if cl.__setattr__.__name__ == "_frozen_setattrs"}
    assert (set(WORK_IN_PROGRESS) - set(ATTRS), frozen & set(WORK_IN_PROGRESS)) == (set(), set())


# --- what is reached from real cases --------------------------------------------------------------


def reached(value: Any, path: str, seen: dict[int, Any]) -> Iterator[tuple[str, Any]]:
    """Yield all that a value holds, itself first, each with the way to it."""
    waiting = [(value, path)]
    while waiting:
        one, way = waiting.pop()
        if id(one) in seen or isinstance(one, PLAIN):
            continue
        seen[id(one)] = one  # kept, so that no other takes its identity
        yield way, one
        waiting += inside(one, way)


def inside(one: Any, way: str) -> Iterator[tuple[Any, str]]:
    """Yield what a value holds directly: fields, what is kept on demand, items, attributes."""
    if isinstance(one, Mapping) and not attrs.has(type(one)):
        for key, held in one.items():
            yield key, f"{way}.keys"
            yield held, f"{way}[{key!r}]"
    elif isinstance(one, tuple | list | frozenset | set):
        for n, held in enumerate(one):
            yield held, f"{way}[{n}]"
    elif not isinstance(one, CODE):
        slots = [s for cl in type(one).__mro__ for s in getattr(cl, "__slots__", ())]
        for name in {*slots, *getattr(one, "__dict__", ())} - {"__weakref__", "memo"}:
            if hasattr_quietly(one, name):
                yield object.__getattribute__(one, name), f"{way}.{name}"


def hasattr_quietly(one: Any, name: str) -> bool:
    """Return whether an attribute is there, without making it on demand."""
    try:
        object.__getattribute__(one, name)
    except AttributeError:
        return False
    return True


@cache
def everything() -> dict[int, tuple[str, Any]]:
    """Return all that the values of the uses hold."""
    seen: dict[int, Any] = {}
    found = [pair for name, value in used().items() for pair in reached(value, name, seen)]
    return {id(value): (way, value) for way, value in found}


def test_nothing_a_value_holds_can_be_changed() -> None:
    """No list, dict or set, and nothing else with attributes that can be set."""
    mutable = [way for way, one in everything().values() if not is_immutable(one)]
    assert mutable == []


def is_immutable(one: Any) -> bool:
    """Return whether nothing of an object, but what it holds, can be changed."""
    if isinstance(one, (tuple, frozenset, MappingProxyType, FrozenMapping, *PLAIN, *CODE)):
        return True
    if isinstance(one, InvalidInputError):  # an exception gets a traceback; its faults are a tuple
        return True
    return type(one).__setattr__.__name__ == "_frozen_setattrs"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        ((1,), True),
        (TIANJIN, True),
        (MappingProxyType({}), True),
        ([], False),
        ({}, False),
        (set(), False),
        (catalogue, True),
        (Exception(), False),
    ],
)
def test_what_can_be_changed_is_seen(one: Any, expected: bool) -> None:
    """The walk itself is no blind eye."""
    assert is_immutable(one) is expected


def test_the_walk_reaches_what_is_kept_on_demand() -> None:
    """A report's turn is kept in the report."""
    report = next(r for r in used().values() if isinstance(r, Report) and r.turn is not None)
    assert id(report.turn) in {id(value) for value, _ in inside(report, "")}


@pytest.mark.parametrize("name", sorted(n for n in constants() if not n.startswith(PIECES)))
def test_a_public_constant_cannot_be_changed(name: str) -> None:
    """There are no globals that one host could alter for another."""
    value = constants()[name]
    assert [way for way, one in reached(value, name, {}) if not is_immutable(one)] == []


def test_a_document_handed_out_is_the_hosts_own() -> None:
    """Two of one schema, one state, one report share nothing that could be changed."""
    policy, name = TIANJIN.supposing_published(date(2025, 4, 11)), "examples/complete.json"
    report = next(r for r in used().values() if isinstance(r, Report))
    makers: list[Callable[[], Any]] = [partial(json_schema, name) for name in DOCUMENTS]
    makers += [partial(json_schema, name, policy) for name in DOCUMENTS]
    makers += [
        partial(interchange.unstructure_report, report),
        partial(interchange.unstructure_case, used()[f"{name}/case"]),
        partial(interchange.unstructure_receipt, used()[f"{name}/receipt"]),
        partial(interchange.unstructure_numbers, policy),
    ]
    for make in makers:
        one, other = dict(containers(make())), dict(containers(make()))
        assert (len(one) > 1, set(one) & set(other)) == (True, set())


def containers(document: Any) -> Iterator[tuple[int, Any]]:
    """Yield every object and list of a document by its identity."""
    if isinstance(document, dict | list):
        yield id(document), document
        for inner in document.values() if isinstance(document, dict) else document:
            yield from containers(inner)


def values_by_class() -> dict[str, list[Any]]:
    """Return a few values of every attrs class that is reached."""
    found: dict[str, list[Any]] = {}
    for _, one in everything().values():
        if attrs.has(type(one)):
            several = found.setdefault(type(one).__qualname__, [])
            if len(several) < 5:
                several.append(one)
    return found


def has_equals(one: Any) -> bool:
    """Return whether a value is told apart by what it holds, and not by its identity."""
    return any("__eq__" in vars(cl) for cl in type(one).__mro__[:-1])


def test_the_uses_reach_the_values_a_host_meets() -> None:
    """Otherwise nothing is shown of them."""
    met = {
        "Application", "Attestation", "Case", "Choice", "Comparison", "Consortium", "CoveragePlan",
        "Deferred", "Dossier", "Filed", "Finding", "Granted", "Hinge", "Hinges", "History",
        "ItemFinding", "Ledger", "Norm", "Owed", "Policy", "PossibleAct", "Receipt", "Recognised",
        "Refused", "Register", "Report", "ReportDocument", "StateDocument", "Step", "Threshold",
        "Timeline", "Trace", "Turn", "Verification",
    }  # fmt: skip
    assert met - set(values_by_class()) == set()


def test_every_value_is_hashable() -> None:
    """All of them, at whatever depth."""
    unhashable = []
    for way, one in everything().values():
        if attrs.has(type(one)):
            try:
                hash(one)
            except TypeError as error:
                unhashable.append((way, type(one).__name__, str(error)))
    assert unhashable == []


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_is_equal_and_has_the_same_hash(how: str) -> None:
    """Of five of every class; what is told apart by identity cannot be, and is left out."""
    different = []
    for one in chain.from_iterable(values_by_class().values()):
        if has_equals(one):
            again = COPIES[how](one)
            if (again == one, type(again), hash(again)) != (True, type(one), hash(one)):
                different.append(type(one).__name__)
    assert different == []


def test_errors_keep_what_they_tell_when_they_are_pickled() -> None:
    """Every refusal of the uses."""
    errors = [one for one in used().values() if isinstance(one, InvalidInputError)]
    assert len(errors) > 10
    for one in errors:
        again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
        assert (again.faults, str(again)) == (one.faults, str(one))


def test_what_is_made_on_demand_is_made_again_after_pickling() -> None:
    """A report asked for its turn and one not asked are pickled alike, and answer alike."""
    reports = [r for r in used().values() if isinstance(r, Report)][:6]
    consortia = [c for c in used().values() if isinstance(c, Consortium)][:6]
    assert reports
    assert consortia
    for report in reports:
        again = pickle.loads(pickle.dumps(report))  # noqa: S301 - our own bytes
        assert (again.turn, again.missing) == (report.turn, report.missing)
    for one in consortia:
        again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
        assert (again.changes, again.application) == (one.changes, one.application)


def test_a_memo_is_no_part_of_a_policy() -> None:
    """A policy that was asked and one that was not are one value, pickled to the same bytes."""
    fresh, asked = evolve(TIANJIN), evolve(TIANJIN)
    asked.in_force(date(2026, 3, 2))
    assert (fresh == asked, len(fresh.memo), len(asked.memo) > 0) == (True, 0, True)
    assert pickle.loads(pickle.dumps(asked)).memo == {}  # noqa: S301 - our own bytes


# --- across processes -----------------------------------------------------------------------------


def there_and_back(value: Any) -> tuple[Any, int]:
    """Return a value from the process it was sent to, and its hash there."""
    return value, hash(value)


def asked_there(policy: Policy, case: Any, inquiry: str, day: date) -> Report:
    """Ask a policy that was sent to another process."""
    return policy.check(inquiry, case, on=day)


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[ProcessPoolExecutor]:
    """Another process, which has imported nothing yet."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        yield pool


def test_values_are_equal_when_they_come_back_from_another_process(
    elsewhere: ProcessPoolExecutor,
) -> None:
    """One of every class; there the hashes are others, so nothing may have kept one."""
    sent = [several[0] for several in values_by_class().values() if has_equals(several[0])]
    for one in sent:
        again, _ = elsewhere.submit(there_and_back, one).result()
        assert (again == one, hash(again)) == (True, hash(one))


def test_a_policy_is_asked_in_another_process(elsewhere: ProcessPoolExecutor) -> None:
    """The report that comes back is the one made here; it is asked on, too."""
    policy = TIANJIN.supposing_published(date(2025, 4, 11))
    case = used()["examples/complete.json/case"]
    for inquiry in ("formation", "admissibility"):
        here = policy.check(inquiry, case, on=date(2026, 3, 2))
        there = elsewhere.submit(asked_there, policy, case, inquiry, date(2026, 3, 2)).result()
        assert (there == here, there.turn, hash(there)) == (True, here.turn, hash(here))
