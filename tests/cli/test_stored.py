"""What is stored apart is handed to commands, and what they print can be stored."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from innov_consortium import catalogue
from innov_consortium.core.register import Register
from innov_consortium.interchange import (
    dumps,
    load_report,
    load_state,
    unstructure_document,
    unstructure_readings,
    unstructure_register,
)

Command = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
TIANJIN = catalogue().select("CN-TJ")


@pytest.fixture
def without_register(tmp_path: Path) -> str:
    """A case of which the register is kept apart."""
    case = json.loads((EXAMPLES / "complete.json").read_text(encoding="utf-8"))
    del case["register"]
    return written(tmp_path / "case.json", case)


def written(path: Path, document: Any) -> str:
    path.write_text(dumps(document), encoding="utf-8")
    return str(path)


def test_register_kept_apart(check: Command, tmp_path: Path, without_register: str) -> None:
    """With it a case comes out as with its own; without it the caps are open."""
    register = written(
        tmp_path / "register.json", unstructure_register(Register.complete(to=date(2027, 1, 1)))
    )

    assert check(without_register).status == 3
    assert check(without_register, "--register", register).status == 0


def test_only_one_register(check: Command, tmp_path: Path) -> None:
    """A case that has its own is not given another."""
    register = written(tmp_path / "register.json", {"complete_to": "2027-01-01"})
    done = check("complete.json", "--register", register)

    assert done.status == 2
    assert "--register：案例中已有登记簿，只能用其一" in done.err


def test_faults_of_a_register_are_told(
    check: Command, tmp_path: Path, without_register: str
) -> None:
    """At paths in its own file."""
    register = written(tmp_path / "register.json", {"complete_to": "2027", "engagments": []})
    done = check(without_register, "--register", register, "--format", "json")

    assert done.status == 2
    assert [f["path"] for f in done.document["faults"]] == ["complete_to", "engagments"]


def test_register_of_a_comparison(run: Command, tmp_path: Path, without_register: str) -> None:
    """Days are compared with the register as well."""
    register = written(tmp_path / "register.json", {"complete_to": "2026-03-02"})
    days = ("--on", "2026-03-02", "--on", "2026-03-03", "--suppose-published", "2025-04-11")
    asked = (without_register, "--policy", "CN-TJ")
    done = run("compare", *asked, *days, "--register", register, "--format", "json")
    answers = [day["answers"]["formation"]["answer"] for day in done.document["days"]]

    assert answers == ["met", "open"]


def test_receipt_is_verified_with_the_register(
    run: Command, check: Command, tmp_path: Path, without_register: str
) -> None:
    """It is among the facts that were asked about."""
    register = written(tmp_path / "register.json", {"complete_to": "2027-01-01"})
    receipt = str(tmp_path / "receipt.json")
    check(without_register, "--register", register, "--receipt", receipt)

    assert run("verify", receipt, without_register, "--register", register).status == 0
    assert run("verify", receipt, without_register).status == 4


def test_readings_kept_of_a_policy(check: Command, tmp_path: Path) -> None:
    """They are taken as stored, and refused where they are another policy's or edition's."""
    document = unstructure_readings(TIANJIN.with_readings(B01="b"))
    kept = written(tmp_path / "readings.json", document)
    foreign = written(tmp_path / "foreign.json", {**document, "policy": "350200"})
    older = written(tmp_path / "older.json", {**document, "edition": "120000:000000000000"})

    assert check("one-participant-short.json", "--reading", kept).status == 0
    assert "是另一政策的，不是 120000 的" in check("complete.json", "--reading", foreign).err
    assert "是为另一版本的文本保存的" in check("complete.json", "--reading", older).err


def test_printed_report_can_be_stored(check: Command) -> None:
    """As it is: its sentences and what it hinges on are read back, too."""
    printed = check("complete.json", "--format", "json", "--readings", "all").out
    report = load_report(printed)

    assert dumps(unstructure_document(report)) + "\n" == printed
    assert report.hinges is not None


def test_printed_state_can_be_stored(run: Command) -> None:
    """With the day as known on."""
    asked = ("--policy", "CN-TJ", "--on", "2030-01-01", "--format", "json")
    printed = run("replay", "histories/call-to-withdrawal.json", *asked).out
    state = load_state(printed)

    assert dumps(unstructure_document(state)) + "\n" == printed
    assert state.known_on == date(2030, 1, 1)


@pytest.mark.parametrize(
    ("command", "document", "said"),
    [
        ("check", "history", "这是历史，不是案例；请用 load_dossier（命令行：replay）"),
        ("replay", "case", "这是案例，不是历史；请用 load_case（命令行：check）"),
        ("replay", "report", "这是报告，不是历史；请用 load_report"),
    ],
)
def test_another_kind_of_document_is_named(
    run: Command, tmp_path: Path, command: str, document: str, said: str
) -> None:
    """With what takes it."""
    file = written(tmp_path / "other.json", {"schema": f"innov-consortium/{document}/1"})
    done = run(command, file, "--on", "2026-03-02", "--policy", "CN-TJ")

    assert (done.status, said in done.err) == (2, True)
