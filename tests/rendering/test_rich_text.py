"""Colour adds nothing and takes nothing away."""

from __future__ import annotations

import io
import sys

import pytest
from attrs import evolve
from rich.console import Console

from innov_consortium.core.report import Report
from innov_consortium.rendering import LOCALES, print_report, render


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("width", [40, 200])
def test_the_coloured_report_is_the_plain_one(
    reports: dict[str, Report], locale: str, width: int
) -> None:
    """Whatever the width of the terminal: lines are set already."""
    console = Console(file=io.StringIO(), width=width, force_terminal=False)
    print_report(reports["failing"], locale, console)
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue() == render(reports["failing"], locale)


def test_colour_tells_what_fails(reports: dict[str, Report]) -> None:
    """On a terminal the answer against is red."""
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard")
    print_report(reports["failing"], "zh_CN", console)
    assert isinstance(console.file, io.StringIO)
    assert "\x1b[1;31m结论：不符合" in console.file.getvalue()


def test_a_name_is_data_and_no_markup(reports: dict[str, Report]) -> None:
    """Square brackets in a name are printed."""
    report = reports["failing"]
    title = evolve(report.policy.instrument, title="[red]某办法[/red]")
    marked = evolve(report, policy=evolve(report.policy, instrument=title))
    console = Console(file=io.StringIO())
    print_report(marked, "zh_CN", console)
    assert isinstance(console.file, io.StringIO)
    assert "《[red]某办法[/red]》" in console.file.getvalue()


def test_without_the_extra_the_report_is_plain(
    reports: dict[str, Report], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The base install prints the same text to standard output."""
    monkeypatch.setitem(sys.modules, "rich.console", None)
    print_report(reports["complete"], "en", details=True)
    assert capsys.readouterr().out == render(reports["complete"], "en", details=True)
