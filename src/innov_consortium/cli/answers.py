"""The answers a template is given on the command line, checked before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from innov_consortium.core.text import suggestion, told
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["Answers", "Questions", "given_answers", "questions_of"]

#: What a template asks, by name: type, default, choices and validator as copier has them.
Questions: TypeAlias = Mapping[str, Mapping[str, Any]]

#: The answers, by name: text, or a whole number.
Answers: TypeAlias = dict[str, str | int]

_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_FILTERS = "jinja2_ansible_filters.AnsibleCoreFiltersExtension"


def questions_of(text: str) -> Questions:
    """Return what a template asks, in the order of asking.

    Args:
        text: Its ``copier.yml``.
    """
    import yaml  # noqa: PLC0415 - comes with copier, which is of an extra

    read = yaml.safe_load(text)
    return {
        name: asked
        for name, asked in read.items()
        if not name.startswith("_") and asked.get("when", True)
    }


def given_answers(given: Sequence[str], questions: Questions, *, defaults: bool) -> Answers:
    """Return the answers given, each ``NAME=VALUE``.

    Args:
        given: What was given.
        questions: What is asked.
        defaults: Whether what is not given will be as the template proposes it, which may rest on
            what is; otherwise somebody will be asked.

    Raises:
        InvalidInputError: One is not of that form, is asked by nobody, is given twice, or cannot be
            used; all of it at once.
    """
    faults: list[Fault] = []
    texts: dict[str, str] = {}
    for one in given:
        name, equals, text = one.partition("=")
        if not equals:
            zh, en = f"{told(one)} 应为 NAME=VALUE", f"{told(one)} must be NAME=VALUE"
            faults.append(Fault(FaultKind.INVALID_VALUE, "--data", zh, en))
        elif name not in questions:
            zh, en = suggestion(name, questions)
            zh, en = f"没有 {told(name)} 这一项{zh}", f"nothing is called {told(name)}{en}"
            faults.append(Fault(FaultKind.INVALID_VALUE, "--data", zh, en))
        elif name in texts:
            faults.append(Fault(FaultKind.DUPLICATE, name, "写了两次", "is given twice"))
        else:
            texts[name] = text
    answers = _Answered(questions, texts)
    faults += answers.faults(texts)
    if defaults and not faults:
        faults = answers.faults(questions)
    if faults:
        raise InvalidInputError(faults)
    return {name: answers.values[name] for name in texts}


class _Answered:
    """Every answer: those given, and the defaults of the others, which rest on the ones before."""

    def __init__(self, questions: Questions, texts: Mapping[str, str]) -> None:
        from jinja2 import StrictUndefined  # noqa: PLC0415 - comes with copier, of an extra
        from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415 - the same

        self._jinja = SandboxedEnvironment(extensions=[_FILTERS], undefined=StrictUndefined)
        self._questions = questions
        self.values: Answers = {}
        for name, asked in questions.items():
            text = texts.get(name)
            text = self._rendered(asked["default"]) if text is None else text
            whole = asked["type"] == "int" and _WHOLE.fullmatch(text)
            self.values[name] = int(text) if whole else text

    def faults(self, names: Iterable[str]) -> list[Fault]:
        """Return what is wrong with some of the answers."""
        return [fault for name in names for fault in self._faults(name)]

    def _faults(self, name: str) -> Iterator[Fault]:
        asked, value = self._questions[name], self.values[name]
        shown = told(str(value))
        options = asked.get("choices", {}).values()
        if asked["type"] == "int" and isinstance(value, str):
            zh, en = f"{shown} 不是整数", f"{shown} is no whole number"
            yield Fault(FaultKind.TYPE_ERROR, name, zh, en)
            return
        if options and value not in options:
            listed = ", ".join(options)
            zh, en = f"{shown} 不在可选项之内：{listed}", f"{shown} is none of {listed}"
            yield Fault(FaultKind.INVALID_VALUE, name, zh, en)
        said = self._rendered(asked.get("validator", ""))
        if said:
            zh, _, en = said.partition(" / ")
            yield Fault(FaultKind.INVALID_VALUE, name, f"{shown} {zh}", f"{shown} {en}")

    def _rendered(self, template: object) -> str:
        return self._jinja.from_string(str(template)).render(self.values).strip()
