"""Why a case cannot be run: a fact that is not understood, or a question not built yet."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["CannotRunError", "NoExpectationError", "NotBuiltError", "NotUnderstoodError"]


class CannotRunError(Exception):
    """The case cannot be run; its text says why."""


class NotUnderstoodError(CannotRunError):
    """A fact or a phrase of the case has no clear meaning here.

    >>> str(NotUnderstoodError("application.field", 7, "must be text"))
    'not understood: application.field = 7 (must be text)'
    """

    def __init__(self, path: str, value: object, why: str = "") -> None:
        reason = f" ({why})" if why else ""
        super().__init__(f"not understood: {path} = {value!r:.120}{reason}")


class NoExpectationError(CannotRunError):
    """Nobody has filled in what the case expects: it is neither right nor wrong.

    >>> str(NoExpectationError(["norms.art3.s1a"]))
    '没有预期：norms.art3.s1a 没有填写 / no expectation: norms.art3.s1a is not filled in'
    """

    def __init__(self, blank: Iterable[str]) -> None:
        paths = tuple(blank)
        zh, en = "、".join(paths), ", ".join(paths)
        verb = "is" if len(paths) == 1 else "are"
        super().__init__(f"没有预期：{zh} 没有填写 / no expectation: {en} {verb} not filled in")


class NotBuiltError(CannotRunError):
    """The question, or part of it, is not answered yet."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not built yet: {what}")
