"""Running the command line in this process, as a user would type it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from innov_consortium.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"


@frozen
class Ran:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command; an example's name stands for its path."""

    def command(*arguments: str) -> Ran:
        named = [str(EXAMPLES / a) if a.endswith(".json") else a for a in arguments]
        try:
            status = main(named)
        except SystemExit as stop:
            status = int(stop.code or 0)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return command


@pytest.fixture
def check(run: Callable[..., Ran]) -> Callable[..., Ran]:
    """Check an example on a day within the supposed validity."""

    def command(example: str, *more: str, on: str = "2026-03-02") -> Ran:
        supposed = ("--suppose-published", "2025-04-11")
        return run("check", example, "--on", on, "--policy", "CN-TJ", *supposed, *more)

    return command
