"""Why a case cannot be run: a fact that is not understood, or a question not built yet."""

from __future__ import annotations

__all__ = ["CannotRunError", "NotBuiltError", "NotUnderstoodError"]


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


class NotBuiltError(CannotRunError):
    """The question, or part of it, is not answered yet."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not built yet: {what}")
