"""What a population comes to year by year: its states, and figures under several policies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from innov_consortium.core.lifecycle import Phase
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.plotting.canvas import (
    INK,
    Fill,
    Rows,
    drawing,
    plain_rows,
    plot_language,
)
from innov_consortium.plotting.shares import legend
from innov_consortium.rendering import translate

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from innov_consortium.simulation import Tally

__all__ = ["plot_lines", "plot_years", "year_rows"]

_NONE, _BARRED = "none", "barred"
#: From the bottom to the top.
_FILLS: Mapping[str, Fill] = {
    Phase.RECOGNISED.value: Fill("#0072B2", ink="white"),
    Phase.PROPOSED.value: Fill("#7FC4E8", "\\\\\\\\"),
    Phase.DISMISSED.value: Fill("#F5DD8A"),
    Phase.ENDED.value: Fill("#D55E00", "////"),
    Phase.ANNULLED.value: Fill("#882255", "xxxx", ink="white"),
    _NONE: Fill("#D9D9D9", "...."),
}
_STYLES = (
    *(("#0072B2", "-", "o"), ("#D55E00", "--", "s"), ("#009E73", ":", "^")),
    *(("#CC79A7", "-.", "D"), ("#56B4E9", "-", "v"), ("#222222", "--", "x")),
)
_SIZE = (8.0, 4.8)
_ROOM = 0.055


def year_rows(tallies: Iterable[Tally]) -> list[dict[str, Any]]:
    """Return the rows of :func:`plot_years` from what each year of a run comes to.

    Args:
        tallies: What each year comes to, as of :attr:`~innov_consortium.simulation.Run.tallies`.
    """
    rows = []
    for tally in tallies:
        states = {phase.value: tally.phases[phase] for phase in Phase}
        states[_NONE] = tally.candidates - sum(states.values())
        states[_BARRED] = tally.barred
        rows += [{"year": tally.year, "state": s, "number": n} for s, n in states.items()]
    return rows


def plot_years(rows: Rows, *, lang: str = "zh_CN", title: str = "", note: str = "") -> Figure:
    """Draw how many candidates are in which state at the end of each year, a bar a year.

    Args:
        rows: ``year``, ``state`` and ``number``, as of :func:`year_rows`: the states are the values
            of :class:`~innov_consortium.Phase`, ``none`` for those to whom nothing has happened,
            and ``barred``, drawn as a line, since those are in one of the other states as well.
        lang: The language of the labels, by any of its names.
        title: What stands above.
        note: What stands beneath, in small type.

    Raises:
        InvalidInputError: There is no row, one lacks something, or a state is none of those.
        MissingExtraError: The extra ``plots`` is not installed.
        UnknownLocaleError: There is no catalogue in that language.
    """
    chosen = plot_language(lang)
    counted: dict[str, dict[int, int]] = {state: {} for state in (*_FILLS, _BARRED)}
    several = plain_rows(rows, "year", "state", "number")
    _require_known(several, counted)
    for row in several:
        counted[row["state"]][row["year"]] = row["number"]
    years = sorted({row["year"] for row in several})
    barred = counted.pop(_BARRED)
    with drawing(_SIZE, title=title, note=note) as (figure, [ax]):
        words = {phase.value: translate(f"phase.{phase.value}", chosen) for phase in Phase}
        words[_NONE] = translate("plot.none", chosen)
        below = dict.fromkeys(years, 0)
        whole = max(sum(counts.get(y, 0) for counts in counted.values()) for y in years) or 1
        for state, fill in _FILLS.items():
            counts = [counted[state].get(year, 0) for year in years]
            if not any(counts):
                continue
            bottom = [below[year] for year in years]
            ax.bar(years, counts, bottom=bottom, width=0.7, label=words[state], **fill.options)
            for year, number in zip(years, counts, strict=True):
                if number >= _ROOM * whole:
                    boxed = {"facecolor": "white", "edgecolor": "none", "pad": 1, "alpha": 0.85}
                    ax.text(
                        year,
                        below[year] + number / 2,
                        f"{number:,}",
                        ha="center",
                        va="center",
                        fontsize="small",
                        color=INK if fill.hatch else fill.ink,
                        bbox=boxed if fill.hatch else None,
                    )
                below[year] += number
        if any(barred.values()):
            line = [barred.get(year, 0) for year in years]
            label = translate("plot.barred", chosen)
            ax.plot(years, line, color="white", linewidth=4)
            ax.plot(years, line, color=INK, marker="o", linewidth=1.8, label=label)
        ax.set_xticks(years)
        ax.set_ylabel(translate("plot.candidates", chosen))
        legend(ax)
    return figure


def _require_known(rows: Iterable[Mapping[str, Any]], states: Collection[str]) -> None:
    """Raise if a state is none of those that are drawn."""
    listed = ", ".join(states)
    faults = [
        Fault(
            FaultKind.INVALID_VALUE,
            f"rows[{n}].state",
            f"没有 {row['state']!r} 这一状态；有：{listed}",
            f"there is no state {row['state']!r}; there are: {listed}",
        )
        for n, row in enumerate(rows)
        if row["state"] not in states
    ]
    if faults:
        raise InvalidInputError(faults)


def plot_lines(
    rows: Rows,
    *,
    of: str,
    percent: bool = False,
    lang: str = "zh_CN",
    title: str = "",
    note: str = "",
) -> Figure:
    """Draw a figure year by year, a line for each of several series, such as policies.

    Args:
        rows: ``series``, ``year`` and ``value``; a value of ``None`` leaves a gap.
        of: What the figure is, as it stands beside the axis.
        percent: Whether it is a share from 0 to 1.
        lang: The language of the title and the series, which says whether it can be drawn at all.
        title: What stands above.
        note: What stands beneath, in small type.

    Raises:
        InvalidInputError: There is no row, or one lacks something.
        MissingExtraError: The extra ``plots`` is not installed.
        UnknownLocaleError: There is no catalogue in that language.
    """
    plot_language(lang)
    lines: dict[str, dict[int, float]] = {}
    for row in plain_rows(rows, "series", "year", "value"):
        value = row["value"]
        lines.setdefault(row["series"], {})[row["year"]] = float("nan") if value is None else value
    years = sorted({year for line in lines.values() for year in line})
    with drawing(_SIZE, title=title, note=note) as (figure, [ax]):
        for n, (name, line) in enumerate(lines.items()):
            colour, style, marker = _STYLES[n % len(_STYLES)]
            values = [line.get(year, float("nan")) for year in years]
            ax.plot(years, values, color=colour, linestyle=style, marker=marker, label=name)
        ax.set_xticks(years)
        ax.set_ylim(bottom=0)
        ax.set_ylabel(of)
        if percent:
            ax.yaxis.set_major_formatter(lambda y, _: f"{y:.0%}")
        ax.grid(axis="y")
        legend(ax)
    return figure
