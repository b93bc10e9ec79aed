"""A report in colour, where the extra ``cli`` is installed; plain text where it is not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from innov_consortium.core.hinges import Hinges
from innov_consortium.core.report import Report
from innov_consortium.rendering.layout import Style
from innov_consortium.rendering.text import lines, render

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["print_report"]

_STYLES = {
    Style.TITLE: "bold",
    Style.HEADING: "bold cyan",
    Style.AGAINST: "bold red",
    Style.OPEN: "yellow",
    Style.FOR: "green",
    Style.PLAIN: "",
    Style.QUIET: "dim",
}


def print_report(
    report: Report,
    locale: str = "zh_CN",
    console: Console | None = None,
    *,
    details: bool = False,
    hinges: Hinges | None = None,
) -> None:
    """Print a report, line by line the same text as :func:`render`.

    Args:
        report: The report.
        locale: The language, by any of its names.
        console: Where to print; standard output if ``None``.
        details: Whether to say everything.
        hinges: What it hinges on, if that is to be said too.
    """
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra
        from rich.text import Text  # noqa: PLC0415 - an extra
    except ImportError:
        sys.stdout.write(render(report, locale, details=details, hinges=hinges))
        return
    console = console or Console()
    for line in lines(report, locale, details=details, hinges=hinges):
        # A Text, because names in a report are data and no markup.
        console.print(Text(line.text, style=_STYLES[line.style]), soft_wrap=True)
