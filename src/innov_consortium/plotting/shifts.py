"""How much a share shifts where something is otherwise: the readings that matter most, first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innov_consortium.plotting.canvas import (
    INK,
    Fill,
    Rows,
    brief,
    drawing,
    plain_rows,
    plot_language,
)
from innov_consortium.rendering import translate

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["plot_shifts"]

_LESS, _MORE = Fill("#D55E00", "////"), Fill("#0072B2")
_COLUMNS = {"zh_CN": 44, "en": 56}
_ROW = 0.5
_WIDTH = 9.0


def plot_shifts(
    rows: Rows,
    *,
    base: float,
    most: int = 12,
    lang: str = "zh_CN",
    title: str = "",
    note: str = "",
) -> Figure:
    """Draw by how much a share is another one under each of several changes, the largest first.

    Args:
        rows: ``label`` and ``share``, from 0 to 1, of each change.
        base: The share without any of them, from 0 to 1.
        most: How many changes are drawn.
        lang: The language of the labels, by any of its names.
        title: What stands above.
        note: What stands beneath, in small type.

    Raises:
        InvalidInputError: There is no row, or one lacks something.
        MissingExtraError: The extra ``plots`` is not installed.
        UnknownLocaleError: There is no catalogue in that language.
    """
    chosen = plot_language(lang)
    several = plain_rows(rows, "label", "share")
    several = sorted(several, key=lambda row: -abs(row["share"] - base))[:most]
    points = [(row["share"] - base) * 100 for row in several]
    reach = max(*(abs(p) for p in points), 0.5) * 1.75
    with drawing((_WIDTH, 1.6 + _ROW * len(several)), title=title, note=note) as (figure, [ax]):
        for at, (row, point) in enumerate(zip(several, points, strict=True)):
            fill = _LESS if point < 0 else _MORE
            ax.barh(at, point, height=0.62, **fill.options)
            ax.annotate(
                f"{point:+.1f}（{row['share']:.1%}）"
                if chosen != "en"
                else f"{point:+.1f} ({row['share']:.1%})",
                (point, at),
                (4 if point >= 0 else -4, 0),
                textcoords="offset points",
                ha="left" if point >= 0 else "right",
                va="center",
                fontsize="small",
            )
        labels = [
            "\n".join(brief(line, _COLUMNS[chosen]) for line in row["label"].split("\n"))
            for row in several
        ]
        ax.set_yticks(range(len(labels)), labels)
        ax.invert_yaxis()
        ax.axvline(0, color=INK, linewidth=1)
        ax.set_xlim(
            -reach if min(points) < 0 else -reach / 8, reach if max(points) > 0 else reach / 8
        )
        ax.set_xlabel(translate("plot.points", chosen, base=f"{base:.1%}"))
        ax.grid(axis="x")
    return figure
