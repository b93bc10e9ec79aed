"""What fuzzing found stays mended: each input that showed a trouble is taken through again."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fuzzing.asking import policies_of
from fuzzing.corpus import Corpus, Seed
from fuzzing.found import Found, least
from fuzzing.judging import Judge, Trouble, persons_in
from fuzzing.mutating import Mutator
from fuzzing.targets import Input, targets_of
from fuzzing.values import NAME_STEM, ODD

from innov_consortium import catalogue
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

FOUND = sorted(Path(__file__).with_name("found").glob("*.json"))
COMPLETE = json.loads(Path(__file__).with_name("complete.json").read_text(encoding="utf-8"))
CODE = COMPLETE["application"]["lead"]["id"].encode()
POLICY = catalogue().select("CN-TJ")
TARGETS = targets_of(POLICY)
POLICIES = policies_of(POLICY, Random(1), 2)  # noqa: S311 - the same ones each time


def troubles(given: Input, share: float = 1.0) -> list[Trouble]:
    return TARGETS[given.kind].run(given, POLICIES, share).troubles


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_is_mended(path: Path) -> None:
    """Nothing is wrong any more with an input that showed something wrong."""
    assert troubles(Found.read(path).given) == []


@pytest.mark.parametrize("kind", ["case", "history", "event", "readings", "report", "receipt"])
@pytest.mark.parametrize("odd", ODD)
def test_what_no_json_says(kind: str, odd: str) -> None:
    """What a program may hand over instead of a document is refused with faults as well."""
    assert troubles(Input(kind, {"$odd": odd}, odd=True)) == []


def test_a_whole_case_is_asked_everything() -> None:
    """A document that is right is read, written again, asked, said, stored and verified."""
    judge = TARGETS["case"].run(Input("case", COMPLETE, key="1"), POLICIES, 1)
    asked = {"accepted", "round trip", "reports", "rendered", "stored", "receipts", "hinges"}

    assert judge.troubles == []
    assert asked <= {name for name, times in judge.tally.items() if times}


# --- the oracles notice what they are for -------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "wrong"),
    [
        (Fault(FaultKind.DUPLICATE, "", "津", "x"), "no path"),
        (Fault(FaultKind.DUPLICATE, "id", "", "x"), "no zh"),
        (Fault(FaultKind.DUPLICATE, "id", "津\u202e", "x"), "zh has what nobody can see"),
        (Fault(FaultKind.DUPLICATE, "id", "津", "x" * 5000), "en too long"),
    ],
)
def test_a_poor_refusal(fault: Fault, wrong: str) -> None:
    judge = Judge()
    judge.refusal(InvalidInputError([fault]))

    assert [one.signature for one in judge.troubles] == [wrong]


def test_a_name_that_is_told() -> None:
    judge = Judge(personal=True)
    judge.refusal(InvalidInputError([Fault(FaultKind.DUPLICATE, "a", f"{NAME_STEM}1氏", "x")]))

    assert [one.oracle for one in judge.troubles] == ["names"]


@pytest.mark.parametrize(
    ("document", "refused", "answered"),
    [
        ({"governance": {"principal": {"name": f"{NAME_STEM}1氏"}}}, True, True),
        ({"governance": {"principal": f"{NAME_STEM}1氏"}}, True, True),
        ({"governance": f"{NAME_STEM}1氏"}, True, False),
        ({"lead": {"name": f"{NAME_STEM}1氏"}}, False, False),
        ({f"{NAME_STEM}1氏": 1}, True, False),
    ],
)
def test_where_a_name_is_a_persons(document: Any, *, refused: bool, answered: bool) -> None:
    """A refusal must not repeat more than an answer must not: a key that no field has, too."""
    assert persons_in(document) is refused
    assert persons_in(document, shown=True) is answered


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), OverflowError(), TypeError()])
def test_what_must_not_come_out(error: Exception) -> None:
    def fails() -> None:
        raise error

    judge = Judge()
    judge.call("reading", fails, refusing=True)

    assert [one.oracle for one in judge.troubles] == ["reading"]


def test_an_answer_may_not_refuse() -> None:
    """Where nothing may be refused, a refusal is a trouble, too."""

    def refuses() -> None:
        raise InvalidInputError([Fault(FaultKind.DUPLICATE, "a", "津", "x")])

    judge = Judge()
    judge.call("rendered", refuses)

    assert [one.oracle for one in judge.troubles] == ["rendered"]


def test_the_least_input() -> None:
    """Of a document only what shows the trouble is left; of bytes, too."""
    trouble = Trouble("reading", "津")

    def shows(given: Input) -> list[Trouble]:
        written = given.text or json.dumps(given.document).encode()
        return [trouble] if CODE in written else []

    document = least(Input("case", COMPLETE), trouble, shows, 60).document
    text = least(Input("case", text=json.dumps(COMPLETE).encode()), trouble, shows, 60).text

    assert len(json.dumps(document)) < 100
    assert text == CODE


def test_what_is_found_is_kept(tmp_path: Path) -> None:
    """A file says the same input again, whatever its bytes."""
    inputs = Input("case", {"$odd": "nan"}, key="1", odd=True), Input("history", text=b"\xff{\x00")
    kept = [Found(given, "reading", "KeyError in x (y.py)", "KeyError: 'x'") for given in inputs]

    assert [Found.read(one.keep(tmp_path)) for one in kept] == kept


def test_a_document_without_places() -> None:
    """A document that is but one word is changed as a whole."""
    mutator = Mutator(Corpus({}, {}, {}, frozenset()), Random(1))  # noqa: S311 - the same each time

    assert mutator.odd(Seed.of("register", "unknown")).keys() == {"$odd"}
