"""The README shows what the program really prints, and exactly two set-up commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from innov_consortium.cli import main

ROOT = Path(__file__).parents[2]
PAGES = {"README.md": "en", "README.zh_CN.md": "zh_CN"}


@pytest.mark.parametrize(("page", "lang"), PAGES.items())
def test_the_report_shown_is_a_real_one(
    page: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every line shown is printed, in that order; an ellipsis stands for what is left out."""
    found = re.search(r"```text\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    shown = [line for line in (found[1] if found else "").splitlines() if line != "…"]
    example = str(ROOT / "examples" / "one-participant-short.json")
    supposed = ("--policy", "CN-TJ", "--suppose-published", "2025-04-11", "--lang", lang)

    main(["check", example, "--on", "2026-03-02", *supposed])
    printed = iter(capsys.readouterr().out.splitlines())

    assert shown
    assert [line for line in shown if line not in printed] == []


@pytest.mark.parametrize("page", PAGES)
def test_two_set_up_commands(page: str) -> None:
    """Each alone in its block, right after its mark, and no other block follows a mark."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"<!-- ([a-z-]+) -->\n```console\n([^\n]+)\n```", text)

    assert [mark for mark, _ in blocks] == ["main-job", "tests"]
    assert all(command.startswith("python3 -m pip install uv && ") for _, command in blocks)
    assert text.count("<!--") == 2


def test_the_command_of_the_main_job_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """What it asks of the program is answered in the asker's favour."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"innov-consortium (check \S+) (.*)", text.partition("main-job")[2])
    assert found is not None
    command, options = found[1].split(), found[2].split()

    assert main([command[0], str(ROOT / command[1]), *options]) == 0
    assert "Answer: meets every condition asked about" in capsys.readouterr().out
