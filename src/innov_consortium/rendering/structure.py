"""A report as a document: all that is said, in its order, before anybody sets it.

Text, Markdown and HTML are three ways to set the same document. What is in it is in words already,
in one language, and plain: a writer that has marks of its own has to escape it.
"""

from __future__ import annotations

from attrs import field, frozen

from innov_consortium.rendering.blocks import Section
from innov_consortium.rendering.layout import Style
from innov_consortium.rendering.wording import Wording

__all__ = [
    "Article",
    "Concerned",
    "Document",
    "Entry",
    "Overview",
    "Part",
    "Relied",
]

# --- findings -------------------------------------------------------------------------------------


@frozen
class Concerned:
    """Items of which a norm makes the same.

    Args:
        names: Their names, as one enumeration.
        word: The outcome in a word.
        style: What that is for the asker.
        said: What was found of them; empty where there is no more to say.
    """

    names: str
    word: str
    style: Style
    said: str


@frozen
class Relied:
    """A reading that a finding rests on.

    Args:
        name: Its name.
        entry: Its entry in the collection of readings.
        settled: How the wording is read, and on whose word.
    """

    name: str
    entry: str
    settled: str


@frozen(kw_only=True)
class Entry:
    """A finding in words.

    Args:
        provision: The id of its provision.
        anchor: The same, if it is the first of that provision; else empty.
        word: The outcome in a word.
        style: What that is for the asker.
        stands_out: Whether a reader has to look at it: what is not met, or open.
        place: Where the provision stands.
        context: That it does not enter the answer; empty where it does.
        quote: The exact words of the provision; empty where they have just been quoted.
        gloss: A courtesy translation of them; empty in Chinese.
        said: What was found: the facts and figures compared.
        decided: On whose word it rests; empty where on nobody's.
        items: The items concerned.
        missing: What is not known, each with its path.
        readings: The readings it rests on.
        details: Names, module and line, force and figures, where everything is asked for.
    """

    provision: str
    anchor: str
    word: str
    style: Style
    stands_out: bool
    place: str
    context: str
    quote: str
    gloss: str
    said: str
    decided: str
    items: tuple[Concerned, ...]
    missing: tuple[str, ...]
    readings: tuple[Relied, ...]
    details: tuple[str, ...]


@frozen
class Part:
    """The findings of a paragraph or an item of an article, or of the article itself.

    Args:
        heading: Its heading; empty for the article itself.
        counted: How many of its findings came to what.
        entries: The findings, in the order of the law.
    """

    heading: str
    counted: str
    entries: tuple[Entry, ...]


@frozen
class Article:
    """The findings of an article.

    Args:
        heading: Its heading.
        parts: Its parts, in the order of the law.
    """

    heading: str
    parts: tuple[Part, ...]


# --- the whole ------------------------------------------------------------------------------------


@frozen
class Overview:
    """Where to look for what fails, or is open.

    Args:
        word: The outcome in a word.
        style: What that is for the asker.
        places: Where the provisions stand, each with the id of the first one there.
    """

    word: str
    style: Style
    places: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Document:
    """A report in words.

    Args:
        words: The language, and the library's own words in it.
        title: The instrument, what is asked, and the day.
        answer: The answer.
        counted: How many norms enter it, and what they came to; empty where none does.
        style: What the answer is for the asker.
        condition: On what condition the answer holds; empty where on none.
        overview: Where to look.
        marks: What a reader must know of the answer as a whole.
        turning: From which day on it alters by itself; empty if it does not.
        articles: The findings.
        sections: What is missing, the readings, and whatever else is said of the whole.
    """

    words: Wording = field(repr=False)
    title: str
    answer: str
    counted: str
    style: Style
    condition: str
    overview: tuple[Overview, ...]
    marks: tuple[str, ...]
    turning: str
    articles: tuple[Article, ...]
    sections: tuple[Section, ...]
