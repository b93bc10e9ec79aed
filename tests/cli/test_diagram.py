"""``diagram``: the procedure as Mermaid, as dot and as SVG."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.rendering import mermaid

Command = Callable[..., Any]

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "procedure-tianjin.md"


def test_mermaid_is_what_the_page_shows(run: Command) -> None:
    """The very text, in Chinese unless asked otherwise."""
    ran = run("diagram", "CN-TJ")

    assert (ran.status, ran.out) == (0, mermaid(TIANJIN))
    assert f"```mermaid\n{ran.out}```\n" in PAGE.read_text(encoding="utf-8")
    assert "file jointly" in run("diagram", "CN-TJ", "--lang", "en").out


def test_dot(run: Command) -> None:
    """A graph that Graphviz reads, with a font for Chinese."""
    out = run("diagram", "CN-TJ", "--format", "dot").out

    assert out.startswith("digraph procedure {")
    assert "Noto Sans CJK SC" in out


def test_another_reading(run: Command) -> None:
    """Other steps are drawn."""
    assert "没有征集通知的联合申报" in run("diagram", "CN-TJ", "--reading", "call_needed=b").out
    assert run("diagram", "CN-TJ", "--reading", "call_needed").status == 2


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_svg(run: Command, lang: str) -> None:
    """One picture, with the words in it."""
    ran = run("diagram", "CN-TJ", "--format", "svg", "--lang", lang)

    assert ran.status == 0
    assert ran.out.count("<svg") == 1
    assert ("批复组建" if lang == "zh_CN" else "approve formation") in ran.out


@pytest.mark.parametrize(
    ("lang", "said"), [("zh_CN", "请安装 Graphviz"), ("en", "Install Graphviz")]
)
def test_without_graphviz_it_says_what_to_install(
    run: Command, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    """And which formats need nothing."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    ran = run("diagram", "CN-TJ", "--format", "svg", "--lang", lang)

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert "--format mermaid" in ran.err


def test_a_graphviz_that_fails_is_told(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half drawn is printed."""

    def fail(*_: Any, **__: Any) -> None:
        raise subprocess.CalledProcessError(1, "dot")

    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/dot")
    monkeypatch.setattr(subprocess, "run", fail)
    ran = run("diagram", "CN-TJ", "--format", "svg")

    assert (ran.status, ran.out) == (2, "")
    assert "dot 没有画成" in ran.err
