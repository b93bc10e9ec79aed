"""Mild changes of a document: to what may stand there, so that most documents stay right."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from attrs import frozen
from fuzzing.corpus import Corpus
from fuzzing.places import (
    Path_,
    everywhere,
    is_day,
    moved,
    named,
    near,
    places,
    upwards,
    value_at,
    without,
    written,
)
from fuzzing.values import DAYS, VISIBLE, any_value, code, person

from innov_consortium.interchange.shown import POSTS

__all__ = ["Mild"]

_STEPS = (1, -1, 2, 5, 10, 15, 28, 30, 31, 90, 365, 366, -365, 730, 1095, 1096, 1461, 3653, 36524)


@frozen
class Mild:
    """What changes a document at a place, mildly.

    Args:
        corpus: Where it takes things from.
        rng: What decides.
    """

    corpus: Corpus
    rng: Random

    def another(self, document: Any, path: Path_) -> Any:
        """Put what stands elsewhere under the same key."""
        return written(document, path, self.like(named(document, path)))

    def day(self, document: Any, path: Path_) -> Any:
        """Move a day near the place, a little or to an edge."""
        days = [at for at in near(document, path) if is_day(value_at(document, at))]
        if not days:
            return self.another(document, path)
        at = self.rng.choice(days)
        if self.rng.random() < 0.25:  # noqa: PLR2004 - mostly a little
            return written(document, at, self.rng.choice(DAYS[:16]))
        day = date.fromisoformat(value_at(document, at))
        try:
            moved = day + timedelta(self.rng.choice(_STEPS))
        except OverflowError:
            return document
        return written(document, at, moved.isoformat())

    def all_days(self, document: Any, _: Path_) -> Any:
        """Move all the days by the same time, up to where days end."""
        found = [value_at(document, at) for at in places(document)]
        days = [date.fromisoformat(one) for one in found if is_day(one)]
        if not days:
            return document
        early, late = (min(days) - date.min).days, (date.max - max(days)).days
        by = self.rng.choice((-early, late, late - 1, self.rng.randint(-early, late), 365, -365))
        return everywhere(document, lambda one: moved(one, by) if is_day(one) else one)

    def less(self, document: Any, path: Path_) -> Any:
        """Leave something out that need not be there."""
        if isinstance(path[-1], int) or named(document, path) in self.corpus.optional:
            return without(document, path)
        return self.another(document, path)

    def more(self, document: Any, path: Path_) -> Any:
        """Add a key, or an item, as it stands elsewhere."""
        value = value_at(document, path)
        name = named(document, path)
        if isinstance(value, dict):
            holder = named(document, (*path, ""))
            keys = self.corpus.beside.get(holder)
            if not keys:
                return document
            key = self.rng.choice(keys)
            return written(document, (*path, key), self.like(f"{holder}{key}"))
        if isinstance(value, list):
            items = self.corpus.under.get(f"{name}[]")
            if not items:
                return document
            listed = [*value]
            listed.insert(self.rng.randint(0, len(value)), self.rng.choice(items))
            return written(document, path, listed)
        return self.more(document, path[:-1]) if path else document

    def order(self, document: Any, path: Path_) -> Any:
        """Put the items of a list in another order, or one of them twice."""
        at = next((p for p in upwards(path) if isinstance(value_at(document, p), list)), None)
        listed = [] if at is None else list(value_at(document, at))
        if not listed or at is None:
            return document
        n, m = self.rng.randrange(len(listed)), self.rng.randrange(len(listed))
        if self.rng.random() < 0.5:  # noqa: PLR2004 - as often
            listed[n], listed[m] = listed[m], listed[n]
        else:
            listed.insert(m, listed[n])
        return written(document, at, listed)

    def nothing(self, document: Any, path: Path_) -> Any:
        """Say that something is not known that need not be."""
        if named(document, path) in self.corpus.optional:
            return written(document, path, None)
        return self.order(document, path)

    def renamed(self, document: Any, path: Path_) -> Any:
        """Write a text otherwise wherever it stands: a name, a code, a word."""
        text = value_at(document, path)
        if not isinstance(text, str) or is_day(text):
            return document
        whole = self.rng.choice(VISIBLE)
        if len(text) == 18 and text[2:8].isdecimal():  # noqa: PLR2004 - a code
            whole = code(self.rng, text[:2] if text[:2] in {"91", "12", "52"} else "91")
        return everywhere(document, lambda one: whole if one == text else one)

    def somebody(self, document: Any, path: Path_) -> Any:
        """Put somebody in a post."""
        posts = [at for at in places(document) if at[-1] in POSTS]
        if not posts:
            return self.more(document, path)
        somebody = self.rng.choice((person(self.rng), "vacant", None))
        return written(document, self.rng.choice(posts), somebody)

    def like(self, name: str) -> Any:
        """Return what stands at places of a name."""
        values = self.corpus.under.get(name)
        return self.rng.choice(values) if values else any_value(self.rng)
