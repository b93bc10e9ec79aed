"""The words of the format in the words of a policy."""

from __future__ import annotations

from collections.abc import Mapping

from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.wording import plain

__all__ = ["every_word", "in_words_of", "own_text"]

#: Lists to which more may be added in words of one's own.
_OPEN = frozenset({"evaluation.stages", "record.accident_categories"})
_LEFT_TO_THE_POLICY = frozenset({"grades"})
_THIS_TEXT = ("本办法", "the Measures", "these Measures", "this instrument")


def in_words_of(policy: Policy, place: str, words: Mapping[str, str], said: str, path: str) -> str:
    """Return what the policy calls something.

    Where the text ends its list with 等, a word nobody knows is one thing more. A grade nobody
    knows is left to the policy, which knows all there are.

    Args:
        policy: The policy.
        place: Where it lists its words, such as ``funding.sources``.
        words: The words of the format, with what they mean.
        said: The word.
        path: Where it stands.

    Raises:
        NotUnderstoodError: The word is not known, and might be any of the others.
    """
    meaning = words.get(plain(said))
    if meaning is None and place in _OPEN:
        return f"other:{plain(said)}"
    if meaning is None and place in _LEFT_TO_THE_POLICY:
        return said
    if meaning is None:
        raise NotUnderstoodError(path, said, "no such word is known here")
    listed = dict(policy.vocabulary).get(place)
    same = [meaning, *(word for word, means in words.items() if means == meaning)]
    if listed is None:
        return meaning
    return next((word for word in same if word in listed), f"other:{meaning}")


def every_word(policy: Policy, place: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """Return all words a policy lists in a place, or else all that the format has for it."""
    listed = dict(policy.vocabulary).get(place)
    return tuple(dict.fromkeys(words.values())) if listed is None else listed


def own_text(policy: Policy, text: str | None) -> bool:
    """Tell whether an instrument that something was done under is the policy's own."""
    if text is None:
        return True
    own = {policy.instrument.title, *policy.aliases, policy.code, *_THIS_TEXT}
    return plain(text) in {plain(name) for name in own}
