"""Comparing words as a reader would: case, width and separators do not matter."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["plain", "tokens"]

_SEPARATORS = re.compile(r"[\s\-_/·.,;:'\"“”()（）。、，]+")
_FILLERS = frozenset({"a", "an", "the", "as", "is", "are", "of", "to", "be", "it", "does", "do"})


def plain(text: str) -> str:
    """Return a word as it is compared.

    >>> plain("Chain-Master enterprise"), plain(" 市科技局 ")
    ('chain_master_enterprise', '市科技局')
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _SEPARATORS.sub("_", folded).strip("_")


def tokens(text: str) -> frozenset[str]:
    """Return the words of a phrase that carry meaning; figures and fillers do not.

    >>> sorted(tokens("by function 2/6"))
    ['by', 'function']
    """
    words = plain(text).split("_")
    return frozenset(w for w in words if w not in _FILLERS and not w.isdigit() and w != "%")
