"""What share of the applications has which answer, under one policy or several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from innov_consortium.core.report import Answer
from innov_consortium.plotting.canvas import (
    INK,
    Fill,
    Rows,
    drawing,
    plain_rows,
    plot_language,
)
from innov_consortium.rendering import translate
from innov_consortium.rendering.layout import columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["ANSWERS", "plot_shares", "stacked"]

#: How each answer is filled.
ANSWERS: Mapping[str, Fill] = {
    Answer.MET.value: Fill("#0072B2", ink="white"),
    Answer.OPEN.value: Fill("#F5DD8A"),
    Answer.NOT_MET.value: Fill("#D55E00", "////"),
    Answer.NO_BASIS.value: Fill("#BBBBBB", "...."),
}
_ROOM = 0.045
_ROW = 0.42
_WIDTH = 8.0
_KEY = 9
_MOST = 6
_ROOM_OF_LEGEND = 84


def plot_shares(
    rows: Rows,
    *,
    lang: str = "zh_CN",
    title: str = "",
    note: str = "",
    names: Mapping[str, str] | None = None,
    grounds: bool = False,
) -> Figure:
    """Draw what share of the applications has which answer under each policy, a bar each.

    Args:
        rows: ``policy``, ``answer`` and ``number``, as of
            :meth:`~innov_consortium.frames.comparing.Comparison.shares`; the bars stand in the
            order of the rows, the first on top.
        lang: The language of the labels, by any of its names.
        title: What stands above.
        note: What stands beneath, in small type.
        names: What a policy is called where not by its name.
        grounds: Whether it is asked about grounds, of which one suffices.

    Raises:
        InvalidInputError: There is no row, or one lacks something.
        MissingExtraError: The extra ``plots`` is not installed.
        UnknownLocaleError: There is no catalogue in that language.
    """
    chosen = plot_language(lang)
    several = plain_rows(rows, "policy", "answer", "number")
    counted: dict[str, dict[str, int]] = {}
    for row in several:
        counts = counted.setdefault(row["policy"], {})
        counts[row["answer"]] = counts.get(row["answer"], 0) + row["number"]
    labels = [(names or {}).get(policy, policy) for policy in counted]
    height = 1.5 + _ROW * len(counted)
    with drawing((_WIDTH, height), title=title, note=note) as (figure, [ax]):
        stacked(ax, labels, list(counted.values()), ANSWERS, answer_words(chosen, grounds=grounds))
        ax.set_xlabel(translate("plot.share", chosen))
    return figure


def answer_words(locale: str, *, grounds: bool = False) -> dict[str, str]:
    """Return the words for the answers.

    Args:
        locale: The language.
        grounds: Whether it is asked about grounds.
    """
    family = "answer.grounds" if grounds else "answer"
    return {one.value: translate(f"{family}.{one.value}", locale) for one in Answer}


def stacked(
    ax: Axes,
    labels: Sequence[str],
    counts: Sequence[Mapping[str, int]],
    fills: Mapping[str, Fill],
    words: Mapping[str, str],
    of: Sequence[int] | None = None,
) -> None:
    """Draw horizontal bars, the first on top, each divided in proportion, with percentages.

    Args:
        ax: The axes to draw on.
        labels: What the bars are called.
        counts: How many there are of each part, for each bar.
        fills: How each part is filled, in the order of the parts.
        words: What each part is called.
        of: What each bar is a part of; ``None`` where its parts are all there is.
    """
    wholes = of or [max(sum(one.values()), 1) for one in counts]
    places = range(len(labels))
    left = [0.0] * len(labels)
    there = [part for part in fills if any(one.get(part, 0) for one in counts)]
    for part in there:
        shares = [one.get(part, 0) / whole for one, whole in zip(counts, wholes, strict=True)]
        fill = fills[part]
        ax.barh(places, shares, left=left, height=0.7, label=words[part], **fill.options)
        _percentages(ax, shares, left, fill)
        left = [at + share for at, share in zip(left, shares, strict=True)]
    ax.set_yticks(places, labels)
    ax.invert_yaxis()
    ax.set_xlim(0, 1 if of is None else min(1.0, max(max(left) * 1.08, 0.05)))
    ax.xaxis.set_major_formatter(lambda x, _: f"{x:.0%}")
    ax.grid(axis="x")
    legend(ax)


def _percentages(ax: Axes, shares: Iterable[float], left: Sequence[float], fill: Fill) -> None:
    """Write into each part what share it is, where there is room."""
    boxed: dict[str, Any] = {"facecolor": "white", "edgecolor": "none", "pad": 1, "alpha": 0.85}
    for place, share in enumerate(shares):
        if share >= _ROOM:
            ax.text(
                left[place] + share / 2,
                place,
                f"{share:.1%}",
                ha="center",
                va="center",
                fontsize="small",
                color=INK if fill.hatch else fill.ink,
                bbox=boxed if fill.hatch else None,
            )


def legend(ax: Axes, room: int = _ROOM_OF_LEGEND) -> None:
    """Put the legend above the axes, so that it hides nothing.

    Args:
        ax: The axes.
        room: How many columns of a terminal there is room for beside each other.
    """
    labels = ax.get_legend_handles_labels()[1]
    beside = next((n for n in range(_MOST, 1, -1) if _width(labels, n) <= room), 1)
    if labels:
        ax.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=beside, fontsize="small")


def _width(labels: Sequence[str], beside: int) -> int:
    """Return how wide labels are that stand so many beside each other, filled from the top."""
    below = -(-len(labels) // beside)
    several = (labels[n : n + below] for n in range(0, len(labels), below))
    return sum(max(map(columns, one)) + _KEY for one in several)
