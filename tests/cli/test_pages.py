"""``check --format markdown`` and ``--format html``: pages on stdout, and nothing else."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.pages import Page, bare, seen

from innov_consortium.cli import main
from innov_consortium.rendering import html

EXAMPLES = Path(__file__).parents[2] / "examples"
Command = Callable[..., Any]
CASES = (("complete.json", 0), ("one-participant-short.json", 3), ("signatures-missing.json", 1))


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize(("example", "status"), CASES)
def test_the_answer_is_that_of_the_text(
    check: Command, example: str, status: int, lang: str
) -> None:
    """The same status, and the same first lines."""
    text = check(example, "--lang", lang)
    markdown = check(example, "--lang", lang, "--format", "markdown")
    page = check(example, "--lang", lang, "--format", "html")
    answer = next(a for a in text.out.splitlines() if a.startswith(("结论：", "Answer: ")))

    assert [ran.status for ran in (text, markdown, page)] == [status] * 3
    assert [ran.err for ran in (text, markdown, page)] == ["", "", ""]
    assert markdown.out.startswith("# ")
    assert page.out.startswith("<!doctype html>\n")
    assert page.out.endswith("</html>\n")
    assert bare(answer) in bare(seen(markdown.out))
    assert bare(answer.partition("（" if lang == "zh_CN" else " (")[0]) in bare(Page(page.out).text)


def test_a_history(run: Command) -> None:
    """Grounds, with the provision of the one that is there linked at the top."""
    asked = ("--inquiry", "revocation_grounds", "--on", "2029-12-11", "--policy", "CN-TJ")
    supposed = ("--suppose-published", "2025-04-11", "--format", "html")
    ran = run("check", "histories/evaluations-to-revocation.json", *asked, *supposed)

    assert ran.status == 1
    assert Page(ran.out).every("href")[0] == "#art11.item1"


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_details(check: Command, form: str) -> None:
    """Modules, lines and the reasons of readings are said where they are asked for."""
    module = "innov_consortium.policies.tianjin.art05_formation:"
    assert module in check("complete.json", "--format", form, "--details").out
    assert module not in check("complete.json", "--format", form).out


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_page_is_utf_8_whatever_the_console_writes(
    monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """The page says that it is UTF-8; a console that writes GBK does not make it untrue."""
    written = io.BytesIO()
    stdout = io.TextIOWrapper(written, encoding="gbk")
    monkeypatch.setattr(sys, "stdout", stdout)
    file = str(EXAMPLES / "complete.json")
    main(["check", file, "--on", "2026-03-02", "--policy", "CN-TJ", "--format", form])
    stdout.flush()

    assert "没有提供公布日期" in written.getvalue().decode("utf-8")


def test_without_jinja(check: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said on stderr, with status 2; Markdown does without."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.setattr(html, "_template", html._template.__wrapped__)
    ran = check("complete.json", "--format", "html")

    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'innov-consortium[html]'" in ran.err
    assert check("complete.json", "--format", "markdown").status == 0


@pytest.mark.parametrize("command", ["compare", "replay", "acts"])
def test_other_commands_write_no_pages(run: Command, command: str) -> None:
    """Text and JSON are all they have; the arguments are refused."""
    ran = run(command, "complete.json", "--on", "2026-03-02", "--format", "html")

    assert (ran.status, ran.out) == (2, "")
