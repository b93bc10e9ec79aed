"""What every plot is drawn on: fonts that have Chinese, colours told apart in grey, files alike.

Matplotlib is imported where something is drawn, and nothing of its global state is altered.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
from attrs import frozen

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.rendering import MissingExtraError, negotiate
from innov_consortium.rendering.layout import columns, paragraph

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "INK",
    "Fill",
    "Rows",
    "brief",
    "check_path",
    "drawing",
    "plain_rows",
    "plot_language",
    "require_matplotlib",
    "save",
]

#: Rows: mappings, values with fields, or a frame of Polars.
Rows: TypeAlias = Any

#: Families that have simplified Chinese, the first one that is there is taken.
_FAMILIES = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN"),
    *("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Microsoft YaHei", "PingFang SC", "SimHei"),
    *("Noto Sans CJK JP", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun"),
)
_LATIN = "DejaVu Sans"
_SUFFIXES = (".svg", ".png")
_DOTS = 150

#: The colour of text and lines.
INK = "#222222"
_SETTINGS: Mapping[str, Any] = {
    "axes.axisbelow": True,
    "axes.edgecolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlesize": "large",
    "axes.unicode_minus": False,
    "figure.facecolor": "white",
    "font.size": 10.0,
    "grid.alpha": 0.3,
    "hatch.linewidth": 0.8,
    "legend.frameon": False,
}
#: What somebody may have set otherwise, and is here as Matplotlib has it.
_RESET = frozenset(
    {
        *("axes", "figure", "font", "grid", "hatch", "legend", "lines", "patch", "svg", "text"),
        *("xaxis", "xtick", "yaxis", "ytick"),
    }
)


@frozen
class Fill:
    """How an area is filled: by colour and by hatching, so that no colour says anything alone.

    Args:
        colour: The colour, from those that colour-blind people tell apart.
        hatch: The hatching, as Matplotlib writes it; empty for none.
        ink: The colour of text on it.
    """

    colour: str
    hatch: str = ""
    ink: str = INK

    @property
    def options(self) -> dict[str, Any]:
        """What Matplotlib calls it."""
        return {"facecolor": self.colour, "hatch": self.hatch, "edgecolor": "white"}


def require_matplotlib() -> None:
    """Raise unless Matplotlib is there.

    Raises:
        MissingExtraError: The extra ``plots`` is not installed.
    """
    try:
        import matplotlib  # noqa: F401, ICN001, PLC0415 - an extra
    except ImportError as error:
        msg = (
            "作图须安装可选依赖 plots：pip install 'innov-consortium[plots]'"
            " / plots need the extra plots: pip install 'innov-consortium[plots]'"
        )
        raise MissingExtraError(msg) from error


def plot_language(lang: str) -> str:
    """Return the language in which plots can be labelled: the one wanted, if a font has it.

    Where no font with Chinese is installed, that is English, and a warning says so, once.

    Args:
        lang: The language wanted, by any of its names.

    Raises:
        MissingExtraError: The extra ``plots`` is not installed.
        UnknownLocaleError: There is no catalogue in that language.
    """
    require_matplotlib()
    chosen = negotiate(lang)
    if chosen == "en" or _family() is not None:
        return chosen
    _warn_once()
    return "en"


@cache
def _family() -> str | None:
    """Return the first family with Chinese that is installed."""
    from matplotlib.font_manager import fontManager  # noqa: PLC0415 - of an extra

    there = set(fontManager.get_font_names())
    return next((name for name in _FAMILIES if name in there), None)


@cache
def _warn_once() -> None:
    msg = (
        "没有找到中文字体（如 Noto Sans CJK SC），图中改用英文"
        " / no font with Chinese is installed, such as Noto Sans CJK SC: the plot is in English"
    )
    warnings.warn(msg, stacklevel=4)


@contextmanager
def drawing(
    size: tuple[float, float], *, title: str, note: str = "", parts: tuple[float, ...] = (1,)
) -> Iterator[tuple[Figure, list[Axes]]]:
    """Yield a figure and its axes, one above the other, in the style of all plots.

    Args:
        size: Its width and height in inches.
        title: What stands above it; empty for nothing.
        note: What stands beneath it in small type, such as that a text is a draft.
        parts: How high each of the axes is, in proportion.
    """
    require_matplotlib()
    import matplotlib as mpl  # noqa: PLC0415 - of an extra
    from matplotlib.figure import Figure  # noqa: PLC0415 - the same

    families = [f for f in (_family(), _LATIN) if f is not None]
    # By their names and not as "sans-serif", which would be looked up again where it is shown.
    defaults = {k: v for k, v in mpl.rcParamsDefault.items() if k.partition(".")[0] in _RESET}
    settings: Any = {**defaults, **_SETTINGS, "font.family": families}
    with mpl.rc_context(settings):
        figure = Figure(figsize=size, layout="constrained")
        several = figure.subplots(len(parts), 1, squeeze=False, height_ratios=parts)
        axes = [one for row in several for one in row]
        for one in axes:
            one.tick_params(labelfontfamily=families)
        if title:
            figure.suptitle(_wrapped(title), fontsize="large", fontweight="normal")
        yield figure, axes
        if note:
            figure.supxlabel(note, fontsize="x-small", x=0.01, ha="left", color=INK)
        # Once and for all: laid out anew each time it is shown, no two files would be the same.
        figure.draw_without_rendering()
        figure.set_layout_engine("none")


def _wrapped(text: str) -> str:
    return "\n".join(line.text for line in paragraph(text))


def save(figure: Figure, path: str | Path) -> None:
    """Write a plot to a file; the same plot gives the same file.

    Args:
        figure: The plot.
        path: The file, ``.svg`` or ``.png``; what is there is written over.

    Raises:
        InvalidInputError: It is neither, or it cannot be written.
    """
    check_path(path)
    import matplotlib as mpl  # noqa: PLC0415 - there is a figure

    svg = Path(path).suffix.lower() == ".svg"
    dropped = {"Date": None, "Creator": None} if svg else {"Software": None}
    try:
        with mpl.rc_context({"svg.hashsalt": "innov-consortium", "svg.fonttype": "path"}):
            figure.savefig(path, metadata=dropped, dpi=_DOTS)
    except OSError as error:
        zh, en = f"写不了（{error.strerror}）", f"cannot be written ({error.strerror})"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, str(path), zh, en)]) from error


def check_path(path: str | Path) -> None:
    """Raise unless a plot can be saved under a name.

    Raises:
        InvalidInputError: The name ends neither in ``.svg`` nor in ``.png``.
    """
    if Path(path).suffix.lower() not in _SUFFIXES:
        zh, en = "应为 .svg 或者 .png 文件", "must be a file of .svg or .png"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, str(path), zh, en)])


def plain_rows(rows: Rows, *names: str) -> list[dict[str, Any]]:
    """Return rows as plain mappings; of an enum, its value.

    Args:
        rows: Mappings, values with fields such as :class:`~innov_consortium.frames.Share`, or a
            frame of Polars.
        names: The names that each of them must have.

    Raises:
        InvalidInputError: There is no row, or one lacks a name; every fault is told.
    """
    several: Iterable[Any] = rows.iter_rows(named=True) if hasattr(rows, "iter_rows") else rows
    found = [_plain(row) for row in several]
    faults = [
        Fault(FaultKind.INVALID_VALUE, f"rows[{n}].{name}", "缺少此项", "is missing")
        for n, row in enumerate(found)
        for name in names
        if name not in row
    ]
    if not found:
        faults = [
            Fault(FaultKind.INVALID_VALUE, "rows", "没有可画的行", "there is nothing to draw")
        ]
    if faults:
        raise InvalidInputError(faults)
    return found


def _plain(row: Any) -> dict[str, Any]:
    named = row if isinstance(row, Mapping) else attrs.asdict(row, recurse=False)
    return {key: getattr(value, "value", value) for key, value in named.items()}


def brief(text: str, width: int) -> str:
    """Return a text in so many columns of a terminal, with … where it was longer.

    Args:
        text: The text.
        width: How many columns, 2 or more; a Chinese character takes two.

    >>> brief("参与单位总数原则上不少于6家", 16), brief("short", 16)
    ('参与单位总数原…', 'short')
    """
    if columns(text) <= width:
        return text
    while columns(text) > width - 2:
        text = text[:-1]
    return f"{text.rstrip()}…"
