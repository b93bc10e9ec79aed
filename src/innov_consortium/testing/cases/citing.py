"""The grounds that a phrase cites for a revocation."""

from __future__ import annotations

import re

from innov_consortium.testing.cases.problems import NotUnderstoodError

__all__ = ["grounds_cited"]

_CITED = re.compile(r"\b(?:grounds?|items?)\b(?P<which>.*?)(?:\bby\b|$)")
_NO_GROUND = re.compile(r"\b(?:no|without)\b[^,;]*\bgrounds?\b|citing nothing|未引")
_ITEM = re.compile(r"(?<![\d.-])[1-7](?![\d-])")
_ELSEWHERE = re.compile(r"\bart(?:icle)?\.? ?(?!11\b)(\d+)(?:,? items? \(?(\d)\)?)?")
#: Words for what the items name, and for what none of them does.
_IN_WORDS = (
    ("art11.item1", re.compile(r"unqualified")),
    ("art11.item2", re.compile(r"not submitted|submission|materials")),
    ("art11.item3", re.compile(r"falsif|fraud")),
    ("art11.item4", re.compile(r"request")),
    ("art11.item5", re.compile(r"accident")),
    ("art11.item6", re.compile(r"illegality|determination")),
    ("art11.item7", re.compile(r"\blist(?:ing|ed)?\b|illegal conduct")),
)
_NO_ITEM = re.compile(
    r"member|participant|composition|six|share|dissol|bankrupt|deregist|change|policy|expedien"
)


def grounds_cited(said: str) -> tuple[str, ...] | None:
    """Return the grounds a phrase cites; ``None`` where it does not say.

    What is no item of the list is no ground.

    Raises:
        NotUnderstoodError: It cites something in words that may be an item or none.

    >>> grounds_cited(", ground item 7, by 市科技局"), grounds_cited(", items 5 and art11.item7")
    (('art11.item7',), ('art11.item5', 'art11.item7'))
    >>> grounds_cited(" without a ground"), grounds_cited(", ground fewer than six participants")
    ((), ())
    >>> grounds_cited(", ground art. 5 item 3"), grounds_cited(", ground: major accident")
    (('art5.item3',), ('art11.item5',))
    >>> grounds_cited(" by 市科技局") is None
    True
    """
    if _NO_GROUND.search(said):
        return ()
    cited = _CITED.search(said.replace("art11.item", "item ").replace("art. 11", ""))
    if cited is None:
        return None
    which = cited.group("which").strip(" ,;:")
    found = [f"art{a}.item{n}" if n else f"art{a}" for a, n in _ELSEWHERE.findall(which)]
    found += [f"art11.item{n}" for n in _ITEM.findall(_ELSEWHERE.sub("", which))]
    return tuple(dict.fromkeys(found)) or _in_words(which)


def _in_words(which: str) -> tuple[str, ...] | None:
    if not which:
        return None
    found = tuple(item for item, words in _IN_WORDS if words.search(which))
    if found or _NO_ITEM.search(which):
        return found
    raise NotUnderstoodError(path="when", value=which, why="which ground is that?")
