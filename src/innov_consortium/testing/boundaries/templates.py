"""The templates of a policy: what it brings to have cases made of, one object a line."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen
from attrs.converters import optional

from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases.reading import read_cases

__all__ = ["FILE", "Template", "Templates", "Without", "templates_of"]

#: The file in the package of a policy's numbers, or in one around it.
FILE = "boundaries.jsonl"


def _words(several: Iterable[str]) -> tuple[str, ...]:
    return tuple(several)


@frozen(kw_only=True)
class Template:
    """A family of cases at one threshold, or at several that are one in the text.

    Args:
        id: What its cases are called by.
        of: The thresholds it is for, by their keys, and the days that facts compare, by theirs
            (:mod:`~.boundaries.days`). ``clause:NAME`` is neither but a clause that has a day or a
            list in its facts, for what no comparison shows.
        title: A case of it in a line, in Chinese.
        title_en: The same in English.
        vary: What lies where; see :func:`~.points.points_of`. Empty: the threshold itself and what
            is just beside it.
        base: The facts it begins with, by name.
        given: What it says otherwise.
        as_of: The day.
        when: The question, in a phrase of the case format.
        article: The provisions it is about.
        norms: Those of them whose outcome is asked for; ``None``: all.
        answer: Whether the question has an answer of its own.
        act: Whether it is asked whether something may be done; where nothing was refused, the case
            format answers such a question by how the consortium stands after it.
        values: The values asked for.
        ambiguity: The entries of the collection of readings that it touches.
        none: Why there is no case: the number bounds nothing. In Chinese.
        none_en: The same in English.
    """

    id: str
    of: tuple[str, ...] = field(converter=_words)
    title: str = ""
    title_en: str = ""
    vary: Mapping[str, Any] = field(factory=dict)
    base: str = ""
    given: Mapping[str, Any] = field(factory=dict)
    as_of: str = ""
    when: str = ""
    article: tuple[str, ...] = field(converter=_words)
    norms: tuple[str, ...] | None = field(default=None, converter=optional(_words))
    answer: bool = False
    act: bool = False
    values: tuple[str, ...] = field(default=(), converter=_words)
    ambiguity: tuple[str, ...] = field(default=(), converter=_words)
    none: str = ""
    none_en: str = ""

    @property
    def asked(self) -> tuple[str, ...]:
        """The provisions whose outcome is asked for."""
        return self.article if self.norms is None else self.norms


@frozen(kw_only=True)
class Without:
    """Days that facts compare and of which there is no case.

    Args:
        id: What the reason is called by.
        without: Their keys.
        why: Why there is none. In Chinese.
        why_en: The same in English.
    """

    id: str
    without: tuple[str, ...] = field(converter=_words)
    why: str
    why_en: str = ""


@frozen
class Templates:
    """The templates of a policy, the facts they begin with, by name, and what has no case."""

    templates: tuple[Template, ...] = ()
    bases: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    without: tuple[Without, ...] = ()


def templates_of(policy: Policy) -> Templates:
    """Return the templates a policy brings; none, if it brings none.

    A line with ``of`` is a template; one with ``without`` says why there is none; any other gives
    facts to begin with.

    Raises:
        InvalidInputError: A line is no object of JSON.
        TypeError: A template says what none can say.
    """
    return _read(type(policy.numbers).__module__)


@functools.cache
def _read(module: str) -> Templates:
    entries = read_cases(_text_beside(module))
    plain = (entry for entry in entries if not {"of", "without"} & set(entry))
    bases = {entry["id"]: entry["given"] for entry in plain}
    without = tuple(Without(**entry) for entry in entries if "without" in entry)
    templates = tuple(Template(**entry) for entry in entries if "of" in entry)
    return Templates(templates, bases, without)


def _text_beside(module: str) -> str:
    """Return the file in the nearest package around a module that has one; empty if none has."""
    while "." in module:
        module = module.rpartition(".")[0]
        file = importlib.resources.files(module).joinpath(FILE)
        if file.is_file():
            return file.read_text(encoding="utf-8")
    return ""
