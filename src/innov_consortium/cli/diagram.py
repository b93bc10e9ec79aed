"""``innov-consortium diagram``: a policy's procedure, drawn from its table of steps."""

from __future__ import annotations

import argparse
import shutil
import subprocess

from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import readings_of, select
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.rendering import dot, mermaid, negotiate

__all__ = ["run"]

_SECONDS = 60


def run(given: argparse.Namespace, output: Output) -> int:
    """Print the diagram; an SVG is made by Graphviz, which has to be installed."""
    locale = negotiate(given.lang)
    policy = select(given.code, on=given.on)
    policy = policy.with_readings(**readings_of(given.reading, policy))
    if given.format == "mermaid":
        output.text(mermaid(policy, locale).rstrip("\n"))
        return 0
    graph = dot(policy, locale)
    output.text((_drawn(graph) if given.format == "svg" else graph).rstrip("\n"))
    return 0


def _drawn(graph: str) -> str:
    program = shutil.which("dot")
    if program is None:
        zh = (
            "画 SVG 需要 Graphviz 的 dot 程序，这里没有找到。请安装 Graphviz"
            "（Debian、Ubuntu：apt install graphviz fonts-noto-cjk；macOS：brew install graphviz；"
            "Windows：winget install graphviz），或改用 --format mermaid、--format dot"
        )
        en = (
            "an SVG is drawn by dot, a program of Graphviz, which was not found. Install Graphviz"
            " (Debian, Ubuntu: apt install graphviz fonts-noto-cjk; macOS: brew install graphviz;"
            " Windows: winget install graphviz), or ask for --format mermaid or --format dot"
        )
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "--format", zh, en)])
    try:
        ran = subprocess.run(  # noqa: S603 - the program found, and a graph written here
            [program, "-Tsvg"],
            input=graph.encode(),
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        zh, en = f"dot 没有画成：{error}", f"dot could not draw it: {error}"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "--format", zh, en)]) from error
    return ran.stdout.decode()
