"""What was measured, as Markdown tables and as a plot."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.formation17.measuring import Growth, Measured

__all__ = ["growth_table", "plot", "times_table", "versions_line"]

_COLOURS = ("#6b7985", "#b5462f")  # others, ours
_FONTS = ["Noto Sans CJK SC", "DejaVu Sans"]


def versions_line(measured: Iterable[Measured]) -> str:
    """Return every package and its version, once."""
    versions = {name: v for one in measured for name, v in one.versions.items()}
    return "，".join(f"{name} {v}" for name, v in sorted(versions.items()))


def times_table(
    measured: Sequence[Measured], count: int, memory: Mapping[str, float] | None = None
) -> str:
    """Return a row for each engine; the first is what the others are compared with.

    Args:
        measured: What was measured of each.
        count: How many applications a round had.
        memory: The peak of each, in megabytes; ``None`` where it was not measured.
    """
    more = ("| 峰值内存（MB） ", "| --- ") if memory is not None else ("", "")
    lines = [
        f"| | 墙钟（微秒／件） | CPU（微秒／件） | CPU 为本库的倍数（最小至最大） {more[0]}|",
        f"| --- | --- | --- | --- {more[1]}|",
    ]
    ours = measured[0]
    for one in measured:
        ratios = [a / b for a, b in zip(one.cpu, ours.cpu, strict=True)]
        times = f"{one.times_of(ours):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
        peak = f" | {memory[one.name]:.0f}" if memory is not None else ""
        lines.append(
            f"| {one.name} | {_each(one.wall, count)} | {_each(one.cpu, count)} | {times}{peak} |"
        )
    return "\n".join(lines)


def _each(seconds: Sequence[float], count: int) -> str:
    each = statistics.median(seconds) / count * 1e6
    return f"{each:.2f}" if each < 10 else f"{each:.0f}"


def growth_table(found: Mapping[str, Sequence[Growth]]) -> str:
    """Return a row for each size, with seconds for a million and the peak of memory."""
    names = list(found)
    heads = "".join(f" {n}：墙钟秒／百万件 | CPU 秒／百万件 | 峰值内存（MB） |" for n in names)
    lines = [f"| 件数 |{heads}", "| --- |" + " --- | --- | --- |" * len(names)]
    for at, one in enumerate(found[names[0]]):
        parts = [found[name][at] for name in names]
        cells = "".join(
            f" {g.wall / g.size * 1e6:.2f} | {g.cpu / g.size * 1e6:.2f} | {g.peak:.0f} |"
            for g in parts
        )
        lines.append(f"| {one.size:,} |{cells}")
    return "\n".join(lines)


def plot(
    batch: Sequence[Measured], single: Sequence[Measured], sizes: tuple[int, int], into: Path
) -> None:
    """Draw microseconds an application on a logarithmic axis, the quickest on top."""
    import matplotlib as mpl  # noqa: PLC0415 - only where a plot is asked for

    mpl.use("svg")
    import matplotlib.pyplot as plt  # noqa: PLC0415 - the same

    settings: Any = {
        "font.sans-serif": _FONTS,
        "svg.hashsalt": "formation17",
        "axes.axisbelow": True,
    }
    with mpl.rc_context(settings):
        figure, axes = plt.subplots(
            2, 1, figsize=(8, 6.8), layout="constrained", height_ratios=[len(batch), len(single)]
        )
        titles = (f"批量（{sizes[0]:,} 件）", f"逐件，含全部结论（{sizes[1]:,} 件）")
        for ax, measured, count, title in zip(axes, (batch, single), sizes, titles, strict=True):
            _dots(ax, measured, count)
            ax.set(xscale="log", title=title, xlabel="每件 CPU 时间（微秒，对数刻度）")
            ax.margins(x=0.1)
        figure.savefig(into, metadata={"Date": None, "Creator": None})
        plt.close(figure)


def _dots(ax: Any, measured: Sequence[Measured], count: int) -> None:
    """Draw a dot for each engine with its median, and a line from the least to the most."""
    ranked = sorted(measured, key=lambda one: -statistics.median(one.cpu))
    for at, one in enumerate(ranked):
        each = sorted(seconds / count * 1e6 for seconds in one.cpu)
        middle, colour = statistics.median(each), _COLOURS[one.name.startswith("本库")]
        ax.plot([each[0], each[-1]], [at, at], color=colour, linewidth=2)
        ax.plot([middle], [at], "o", color=colour)
        told = f"{middle:.2f}" if middle < 10 else f"{middle:,.0f}"
        ax.annotate(told, (middle, at), (0, 7), textcoords="offset points", ha="center")
    ax.set_yticks(range(len(ranked)), [one.name for one in ranked])
    ax.margins(y=0.12)
    ax.grid(alpha=0.3)
    ax.spines[["top", "right"]].set_visible(False)
