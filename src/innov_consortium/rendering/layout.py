"""Lines for a terminal: Chinese characters are two columns wide, and 。 begins no line."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

__all__ = [
    "WIDTH",
    "Line",
    "Style",
    "columns",
    "paragraph",
    "single_spaced",
    "tables",
    "visible",
    "written",
]

#: Columns a report is set in.
WIDTH = 88

_CLOSING = frozenset("，。；：、？！」』）》】〉”’…,.;:?!)]}%")
_OPENING = frozenset("「『（《【〈“‘([{")
_DAY = r"\d+年\d+月\d+日"
_PIECE = re.compile(rf"{_DAY}|\s+|[\u0021-\u2017\u2020-\u2e7f]+|.", re.DOTALL)


class Style(enum.Enum):
    """What a line is there for, so that a terminal may colour it."""

    TITLE = "title"
    HEADING = "heading"
    AGAINST = "against"
    OPEN = "open"
    FOR = "for"
    PLAIN = "plain"
    QUIET = "quiet"


@frozen
class Line:
    """A line of a report.

    Args:
        text: The line, without its end.
        style: What it is there for.
    """

    text: str = ""
    style: Style = Style.PLAIN


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> columns("第5条"), columns("Art. 5")
    (5, 6)
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def paragraph(
    text: str, *, indent: int = 0, hang: int = 0, style: Style = Style.PLAIN
) -> list[Line]:
    """Return a text broken into lines.

    Args:
        text: The text.
        indent: Columns left free before it.
        hang: Further columns left free from the second line on.
        style: The style of every line.

    >>> for line in paragraph("参与单位五家；原则上不少于六家。" * 4, indent=2, hang=2):
    ...     print(line.text)
      参与单位五家；原则上不少于六家。参与单位五家；原则上不少于六家。参与单位五家；原则上不
        少于六家。参与单位五家；原则上不少于六家。
    """
    lines: list[str] = []
    current, margin, used = "", indent, indent
    for piece in _unbreakable(text):
        if current and used + columns(piece.rstrip()) > WIDTH:
            lines.append(" " * margin + current.rstrip())
            current, margin, used = "", indent + hang, indent + hang
        current += piece
        used += columns(piece)
    lines.append(" " * margin + current.rstrip())
    return [Line(line, style) for line in lines]


def tables(rows: Sequence[Sequence[str]], *, gap: int = 2) -> list[list[str]]:
    """Return rows of cells in columns that stand one below the other, each row on a line.

    Where they are too wide for one table they make several, each with the first column before it.

    Args:
        rows: The rows, all of one length.
        gap: Columns left free between cells.

    >>> tables([("日期", "组建"), ("2026年3月2日", "符合")])
    [['日期          组建', '2026年3月2日  符合']]
    """
    widths = [max(map(columns, column)) + gap for column in zip(*rows, strict=True)]
    groups: list[list[int]] = [[]]
    for n, width in enumerate(widths[1:], 1):
        used = widths[0] + sum(widths[m] for m in groups[-1])
        if groups[-1] and used + width - gap > WIDTH:
            groups.append([])
        groups[-1].append(n)
    return [[_row(row, [0, *group], widths) for row in rows] for group in groups]


def _row(cells: Sequence[str], chosen: list[int], widths: list[int]) -> str:
    padded = (cells[n] + " " * (widths[n] - columns(cells[n])) for n in chosen)
    return "".join(padded).rstrip()


def written(lines: Iterable[Line]) -> str:
    """Return lines as one text, without empty lines that follow one another."""
    return "\n".join(line.text for line in single_spaced(lines)) + "\n"


def single_spaced(every: Iterable[Line]) -> Iterator[Line]:
    """Leave out an empty line after another, and at the beginning and the end."""
    empty = None
    begun = False
    for line in every:
        if line.text:
            if begun and empty is not None:
                yield empty
            yield line
            empty, begun = None, True
        else:
            empty = line


def visible(text: str) -> str:
    r"""Return text on one line, without characters that would move a terminal's cursor.

    >>> visible("一\n二\x1b[31m")
    '一 二�[31m'
    """
    return "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))


def _unbreakable(text: str) -> Iterator[str]:
    """Return the pieces between which a line may end, each with the space that follows it."""
    current = ""
    for piece in _PIECE.findall(text.strip()):
        if not _sticks(current, piece):
            yield current
            current = ""
        current += piece
    if current:
        yield current


def _sticks(before: str, piece: str) -> bool:
    """Return whether no line may end here: 6 家 stays together, 。 follows its sentence."""
    if not before or piece.isspace() or piece[0] in _CLOSING or before[-1] in _OPENING:
        return True
    return before.rstrip()[-1:].isdigit() and unicodedata.east_asian_width(piece[0]) == "W"
