"""Tests of ``--max-bytes``: how large a file may be, on each command that reads one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Ran

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = EXAMPLES / "complete.json"
HISTORY = EXAMPLES / "histories" / "call-to-withdrawal.json"

#: Where several policies are installed, one has to be named.
ASKED = ("--policy", "CN-TJ")

COMMANDS = {
    "check": (CASE, ["check", str(CASE), *ASKED, "--on", "2026-03-02"]),
    "compare": (CASE, ["compare", str(CASE), *ASKED, "--on", "2026-03-02", "--on", "2026-04-02"]),
    "replay": (HISTORY, ["replay", str(HISTORY), *ASKED, "--on", "2026-03-02"]),
    "acts": (HISTORY, ["acts", str(HISTORY), *ASKED, "--on", "2026-03-02"]),
    "audit": (HISTORY, ["audit", str(HISTORY), *ASKED, "--on", "2026-03-02"]),
    "duties": (HISTORY, ["duties", str(HISTORY), *ASKED, "--on", "2026-03-02"]),
    "coverage": (
        HISTORY,
        ["coverage", str(HISTORY), *ASKED, "--on", "2026-03-02", "--cycle", "2026"],
    ),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_file_of_the_limit_and_a_byte_larger(run: Callable[..., Ran], name: str) -> None:
    """The limit itself is allowed; what is larger is refused with the limit and the option."""
    file, command = COMMANDS[name]
    size = file.stat().st_size
    allowed = run(*command, "--max-bytes", str(size))
    refused = run(*command, "--format", "json", "--max-bytes", str(size - 1))

    assert "limit" not in allowed.err
    assert "字节" not in allowed.err
    assert refused.status == 2
    (fault,) = refused.document["faults"]
    assert fault["kind"] == "limit_exceeded"
    assert f"has {size} bytes; the limit is {size - 1}" in fault["en"]
    assert "或者 --max-bytes 提高" in fault["zh"]


def test_large_file_is_read_where_asked_for(run: Callable[..., Ran], tmp_path: Path) -> None:
    """A file above a million bytes is read with the option, and not without."""
    file = tmp_path / "large.json"
    file.write_text(CASE.read_text(encoding="utf-8") + " " * 1_000_000, encoding="utf-8")
    asked = (*ASKED, "--on", "2026-03-02", "--suppose-published", "2025-04-11")
    command = ("check", str(file), *asked)

    assert run(*command).status == 2
    assert run(*command, "--max-bytes", "2000000").status != 2


@pytest.mark.parametrize("given", ["0", "-1", "1.5", "many", ""])
def test_limit_that_is_none(run: Callable[..., Ran], given: str) -> None:
    """A limit is a whole number above nought."""
    refused = run("check", str(CASE), *ASKED, "--on", "2026-03-02", f"--max-bytes={given}")

    assert refused.status == 2
    assert "--max-bytes" in refused.err
    assert "is no whole number above nought" in refused.err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device without an end here")
@pytest.mark.parametrize(
    "command",
    [
        ["check", "/dev/zero", *ASKED, "--on", "2026-03-02"],
        ["replay", "/dev/zero", *ASKED, "--on", "2026-03-02"],
        ["verify", "/dev/zero", str(CASE)],
        [
            *("check", str(CASE), *ASKED, "--on", "2026-03-02", "--published-on", "2026-01-01"),
            *("--document", "x", "--published-text", "/dev/zero"),
        ],
    ],
)
def test_no_more_is_read_than_may_be(run: Callable[..., Ran], command: list[str]) -> None:
    """What has no end is refused at the limit."""
    refused = run(*command)

    assert refused.status == 2
    assert "至少" in refused.err


@pytest.mark.parametrize("command", ["boundaries", "diagram"])
def test_no_option_is_named_that_is_not_there(
    run: Callable[..., Ran], tmp_path: Path, command: str
) -> None:
    """These read a file of readings and have no option for a larger one."""
    file = tmp_path / "readings.json"
    file.write_text("{}" + " " * 1_000_000, encoding="utf-8")
    refused = run(command, "CN-TJ", "--reading", str(file))

    assert refused.status == 2
    assert "上限 1000000 字节" in refused.err
    assert "--max-bytes" not in refused.err


def test_history_with_a_number_beyond_all_measure(run: Callable[..., Ran], tmp_path: Path) -> None:
    """It is still a history, and the number is what is wrong with it."""
    file = tmp_path / "history.json"
    text = HISTORY.read_text(encoding="utf-8").rstrip().removesuffix("}")
    file.write_text(f'{text}, "cycle_from": {"9" * 4300 + "0"}}}', encoding="utf-8")
    refused = run("check", str(file), *ASKED, "--on", "2026-03-02", "--format", "json")

    assert refused.status == 2
    assert [f["path"] for f in refused.document["faults"]] == ["cycle_from"]
