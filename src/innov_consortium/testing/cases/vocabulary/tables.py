"""Tables of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["table", "words"]


def table(meanings: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Turn meanings with their words round: words with their meaning; a meaning names itself.

    >>> table({"goals": ("objectives",)})
    {'goals': 'goals', 'objectives': 'goals'}
    """
    return {word: meaning for meaning, own in meanings.items() for word in (meaning, *own)}


def words(text: str) -> frozenset[str]:
    """Return the words of a text.

    >>> sorted(words("one two"))
    ['one', 'two']
    """
    return frozenset(text.split())
