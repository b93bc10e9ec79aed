"""Generic mutants are of every function, decorated ones too, and go into functions that exist."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("mutmut")

from mutation.generic import SourceMutant, files, mutants_in
from mutation.swapping import CannotSwapError, Living, swap

SOURCE = '''
from functools import cache

LIMIT = 1 + 1


@cache
def over(number: int) -> bool:
    """Tell whether a number is over 2."""
    def inner(most: int) -> bool:
        return number > most
    return inner(
        2
    )


class Pair:
    def __init__(self, first: int) -> None:
        self.first = first

    @property
    def next(self) -> int:
        return self.first + 1
'''
HOME = Path("src/innov_consortium/core")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / HOME).mkdir(parents=True)
    (tmp_path / HOME / "pairs.py").write_text(SOURCE, "utf-8")
    return tmp_path


@pytest.fixture
def pairs(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("pairs", root / HOME / "pairs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found(root: Path) -> dict[str, SourceMutant]:
    (file,) = files(root)
    return {m.id: m for m in mutants_in(root, file)}


def test_every_function_and_nothing_else(root: Path) -> None:
    mutants = found(root)
    assert {m.function for m in mutants.values()} == {"over", "Pair.__init__", "Pair.next"}
    assert {id_.partition(":")[2] for id_ in mutants} == {
        "over:swap_op:1",
        "over:arg_removal:1",
        "over:number:1",
        "Pair.__init__:assignment:1",
        "Pair.next:swap_op:1",
        "Pair.next:number:1",
    }


def test_where_it_is(root: Path) -> None:
    one = found(root)["core/pairs:over:number:1"]
    assert (one.before, one.after, one.line, one.span) == ("2", "3", 7, (12, 14))


def test_it_goes_into_what_exists(root: Path, pairs: ModuleType) -> None:
    mutants = found(root)
    living = Living.found(root)
    pair = pairs.Pair(1)
    swap(living, root, mutants["core/pairs:Pair.next:swap_op:1"])
    assert pair.next == 0
    swap(living, root, mutants["core/pairs:Pair.next:number:1"])
    assert pair.next == 3
    swap(living, root, mutants["core/pairs:over:swap_op:1"])
    assert pairs.over(2) is True


def test_what_does_not_exist_cannot_be_changed(root: Path) -> None:
    one = found(root)["core/pairs:over:number:1"]
    with pytest.raises(CannotSwapError):
        swap(Living({}), root, one)
