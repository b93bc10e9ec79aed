"""Harsh changes of a document: to what hardly may stand there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen
from fuzzing.mild import Mild
from fuzzing.places import Path_, is_day, moved, places, upwards, value_at, written
from fuzzing.values import AMOUNTS, DAYS, HIDDEN, NUMBERS, VISIBLE, any_value, code, person

from innov_consortium.interchange.shown import POSTS, TOLD_FREELY

__all__ = ["Harsh"]

_MOST_REPEATS = 60
_BESIDE = 0.3
_DEEPEST = 45


@frozen
class Harsh(Mild):
    """What changes a document at a place, mildly or harshly."""

    def anything(self, document: Any, path: Path_) -> Any:
        """Put a value of any sort."""
        return written(document, path, any_value(self.rng))

    def weird(self, document: Any, path: Path_) -> Any:
        """Put a value of the same sort that nobody expects, or add a little to the one there."""
        value = value_at(document, path)
        if is_day(value):
            return written(document, path, self.rng.choice(DAYS))
        if isinstance(value, str) and self.rng.random() < 0.4:  # noqa: PLR2004 - some
            bit = self.rng.choice(HIDDEN + VISIBLE)
            at = self.rng.randint(0, len(value))
            return written(document, path, value[:at] + bit + value[at:])
        if isinstance(value, str):
            return written(document, path, self.rng.choice(HIDDEN + VISIBLE + AMOUNTS))
        return written(document, path, self.rng.choice(NUMBERS))

    def retyped(self, document: Any, path: Path_) -> Any:
        """Say the same as a value of another sort."""
        value = value_at(document, path)
        ways: list[Callable[[Any], Any]] = [
            lambda v: [v],
            lambda v: {"id": v},
            lambda v: {"value": v},
            lambda v: str(v)[:300],
            lambda v: list(v) if isinstance(v, str | dict) else {"0": v},
            lambda v: {str(n): one for n, one in enumerate(v)} if isinstance(v, list) else bool(v),
            lambda v: int(v) if isinstance(v, str) and v.isdecimal() and len(v) < 40 else 1,  # noqa: PLR2004
            lambda v: len(v) if isinstance(v, str | list | dict) else -1,
        ]
        return written(document, path, self.rng.choice(ways)(value))

    def deeper(self, document: Any, path: Path_) -> Any:
        """Put a value into lists and objects, some of them of the same key."""
        value = value_at(document, path)
        key = self.rng.choice(("instead", "id", "x", str(path[-1])))
        for _ in range(self.rng.choice((1, 2, 3, _DEEPEST))):
            value = [value] if self.rng.random() < 0.3 else {key: value}  # noqa: PLR2004 - some
        return written(document, path, value)

    def elsewhere(self, document: Any, path: Path_) -> Any:
        """Put what stands anywhere."""
        return written(document, path, self.rng.choice(self.corpus.under[self._key()]))

    def key(self, document: Any, path: Path_) -> Any:
        """Write a key otherwise, or add one."""
        holder = value_at(document, path[:-1])
        if not isinstance(holder, dict) or not path:
            return document
        name = str(path[-1])
        at = self.rng.randint(0, len(name))
        named = self.rng.choice(
            (
                self._key().rpartition(".")[2],
                self.rng.choice(VISIBLE + HIDDEN),
                name[:at] + self.rng.choice("_s1津е\u200b ") + name[at:],
                name.upper(),
                name[::-1],
            )
        )
        kept = {} if self.rng.random() < 0.3 else holder  # noqa: PLR2004 - sometimes alone
        return written(document, path[:-1], {**kept, named: holder.get(name)})

    def many(self, document: Any, path: Path_) -> Any:
        """Repeat an item, each time with something else under one of its keys."""
        at = next((p for p in upwards(path) if isinstance(value_at(document, p), list)), None)
        listed = [] if at is None else value_at(document, at)
        if not listed or at is None:
            return document
        item = self.rng.choice(listed)
        times = self.rng.randint(2, _MOST_REPEATS)
        again: list[Any] = [item] * times
        if isinstance(item, dict) and item and self.rng.random() < 0.7:  # noqa: PLR2004 - mostly
            key = self.rng.choice((*item, "college", "id"))
            again = [{**item, key: self._numbered(item.get(key), n)} for n in range(times)]
        return written(document, at, [*listed, *again])

    def exposed(self, document: Any, path: Path_) -> Any:
        """Write somebody's name in a post, but not as a post is written, or beside one."""
        posts = [at for at in places(document) if at[-1] in POSTS]
        name = str(person(self.rng)["name"])
        if not posts or self.rng.random() < _BESIDE:
            return self._beside(document, path, name)
        at = self.rng.choice(posts)
        hidden = name + self.rng.choice(HIDDEN)
        wrong: tuple[Any, ...] = (
            *(name, [name], [{"name": name}], {name: name}, {"name": [name]}, {"name": hidden}),
            *({"name": name, "id": hidden}, {"name": name, hidden: 1}, {"name": {"name": name}}),
            *(
                {"name": name, name: None},
                {"name": name * 70},
                {"id": name},
                {"Name": name},
                hidden,
            ),
        )
        where = at[:-1] if self.rng.random() < 0.1 else at  # noqa: PLR2004 - some one level up
        return written(document, where, self.rng.choice(wrong))

    def _beside(self, document: Any, path: Path_, name: str) -> Any:
        """Write somebody's name as a key, or where something is told freely."""
        told = [at for at in places(document) if at[-1] in TOLD_FREELY]
        at = self.rng.choice(told) if told and self.rng.random() < 0.5 else path  # noqa: PLR2004 - half
        value = value_at(document, at)
        if isinstance(value, dict):
            return written(document, at, {**value, name: None})
        if at not in told:
            return written(document, at, {name: value})
        wrong = (name + self.rng.choice(HIDDEN), [name], {name: 1}, {"name": name})
        return written(document, at, self.rng.choice(wrong))

    def _numbered(self, value: Any, n: int) -> Any:
        if is_day(value):
            return moved(value, n)
        if isinstance(value, str) and len(value) == 18:  # noqa: PLR2004 - a code
            return code(self.rng)
        return f"津{n}" + "津" * 150 if n % 7 == 0 else f"津{n}"

    def _key(self) -> str:
        return self.rng.choice(tuple(self.corpus.under))
