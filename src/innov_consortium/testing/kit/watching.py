"""Whether anything outside is touched, and anything left behind, while questions are asked."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator
from datetime import date
from types import FrameType, ModuleType
from typing import Any

from innov_consortium.core.report import Report
from innov_consortium.testing.kit.looking import Looked
from innov_consortium.testing.kit.observing import Question, in_place
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_effects"]

_OUTSIDE = ("open", "socket.", "subprocess.", "os.", "shutil.", "sqlite3.", "urllib.", "tempfile.")
_CLOCKS = frozenset({"time", "time_ns", "monotonic", "perf_counter", "localtime", "sleep"})
_OF_DATES = frozenset({"now", "today", "utcnow"})
#: What may look at a clock of its own whenever garbage is collected, in the middle of a question.
_AROUND = frozenset({"hypothesis", "_hypothesis_globals", "_pytest"})
#: Most questions asked again, and in the opposite order.
_MOST = 60


class _Watch:
    """One hook for the whole process, which listens only while somebody watches in its thread."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.thread: int | None = None
        self.there = False

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if self.thread == threading.get_ident() and event.startswith(_OUTSIDE):
            about = f" {args[0]}" if event == "open" and args else ""
            self.seen.append(f"{event}{about}")

    @contextlib.contextmanager
    def watching(self) -> Iterator[list[str]]:
        if not self.there:
            sys.addaudithook(self)
            self.there = True
        self.seen = []
        self.thread = threading.get_ident()
        try:
            yield self.seen
        finally:
            self.thread = None


_WATCH = _Watch()


def look_at_effects(subject: Subject) -> Looked:
    """Ask the author's questions once more, watched, and once more in the opposite order."""
    questions = (*subject.observed.questions, *subject.observed.made_up[:_MOST])[: 2 * _MOST]
    found: dict[str, Found] = {}
    with in_place(subject.policy):
        first = [_asked(q) for q in questions]
        for question in questions:
            for flaw in _watched(question):
                found.setdefault(flaw.subject, flaw)
        again = [_asked(q) for q in reversed(questions)]
    for question, one, other in zip(questions, first, reversed(again), strict=True):
        if _said(one) != _said(other):
            zh = f"对同一案例先后问 {question.inquiry}，回答不同；政策里有会改变的状态，请去掉"
            en = f"asked twice, {question.inquiry} is answered otherwise: something is left behind"
            flaw = Found(f"{question.inquiry}:same", zh, en, question.source)
            found.setdefault(flaw.subject, flaw)
    return Looked(len(questions), list(found.values()))


def _asked(question: Question) -> Report | str:
    try:
        return question.ask()
    except Exception as error:  # noqa: BLE001 - the check of facts tells
        return f"{type(error).__name__}: {error}"


def _said(report: Report | str) -> Any:
    if isinstance(report, str):
        return report
    return report.answer, [(f.norm.name, f.outcome, f.values) for f in report.findings]


def _watched(question: Question) -> Iterator[Found]:
    clocks: list[str] = []

    def look(frame: FrameType, event: str, called: Any) -> None:
        module = str(frame.f_globals.get("__name__"))
        if event == "c_call" and module.partition(".")[0] not in _AROUND:
            clocks.extend(
                f"{name} in {module}:{frame.f_lineno}" for name in [_clock(called)] if name
            )

    before = sys.getprofile()
    with _WATCH.watching() as seen:
        sys.setprofile(look)
        try:
            _asked(question)
        finally:
            sys.setprofile(before)
    for what in seen[:1]:
        zh = f"回答 {question.inquiry} 时触及外部（{what}）；政策只由参数得出，文件在载入时读一次"
        en = f"{question.inquiry} touches something outside ({what}); a policy does no I/O"
        yield Found(f"{question.inquiry}:outside", zh, en, question.source)
    for what in clocks[:1]:
        zh = f"回答 {question.inquiry} 时看了时钟或用了随机数（{what}）；所问之日是参数 day"
        en = f"{question.inquiry} looks at a clock or draws by chance ({what}); take the day"
        yield Found(f"{question.inquiry}:clock", zh, en, question.source)


def _clock(called: Any) -> str:
    """Return the name of a function in C that tells the time or chance; empty of any other."""
    own, name = getattr(called, "__self__", None), getattr(called, "__name__", "")
    if isinstance(own, ModuleType) and own.__name__ == "time" and name in _CLOCKS:
        return f"time.{name}"
    if isinstance(own, type) and issubclass(own, date) and name in _OF_DATES:
        return f"{own.__name__}.{name}"
    return f"random.{name}" if type(own).__module__ in ("random", "_random") else ""
