"""What is said of a report as a whole, section by section: remarks, points and tables.

Every writer knows how to set them, so that a further section is one function that returns one.
"""

from __future__ import annotations

from attrs import frozen

__all__ = ["Block", "Point", "Points", "Remark", "Row", "Section", "Table"]


@frozen
class Remark:
    """A sentence or two.

    Args:
        text: What is said.
    """

    text: str


@frozen
class Point:
    """One of several things said.

    Args:
        text: What is said.
        provisions: The ids of the provisions it is about, if any.
    """

    text: str
    provisions: tuple[str, ...] = ()


@frozen
class Points:
    """Several things said, under a sentence that leads to them.

    Args:
        lead: That sentence.
        points: The things.
    """

    lead: str
    points: tuple[Point, ...]


@frozen
class Row:
    """A row of a table.

    Args:
        cells: Its cells; the first names the row.
        said: The same as one sentence, for a writer that sets no tables.
        anchor: What it may be referred to by, unique in the document; may be empty.
    """

    cells: tuple[str, ...]
    said: str
    anchor: str = ""


@frozen
class Table:
    """A table.

    Args:
        header: What stands in each column.
        rows: Its rows, each with as many cells.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]


Block = Remark | Points | Table


@frozen
class Section:
    """Something said of a report as a whole, under a heading.

    Args:
        name: What it is referred to by, unique in the document: ``gaps``.
        heading: Its heading.
        blocks: What it holds.
    """

    name: str
    heading: str
    blocks: tuple[Block, ...]
