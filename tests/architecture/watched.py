"""What the public functions touch outside themselves: run alone, because a hook cannot be removed.

``python -m tests.architecture.watched events`` uses everything public twice and prints, as JSON,
the audit events of the first time, when a module may still be imported and a catalogue of messages
be read, and of the second, when everything is there. ``… calls`` uses everything once and prints
every look at a clock or at chance, and the public functions that were not called. Both do in the
end what nothing public may do, so that a watch that sees nothing is found out.
"""

from __future__ import annotations

import _random
import contextlib
import functools
import io
import json
import os
import random
import secrets
import socket
import subprocess
import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from types import BuiltinFunctionType, CodeType, FrameType, ModuleType
from typing import Any

from attrs import evolve
from tests.architecture.docstrings import Example, examples
from tests.architecture.public import functions, functions_of
from tests.architecture.uses import Texts, texts, uses

from innov_consortium import catalogue
from innov_consortium.policies.tianjin import TIANJIN

__all__ = ["Calls", "Events"]

#: The functions of ``time`` that tell the time or wait for it.
_OF_TIME = (
    "asctime",
    "clock_gettime",
    "clock_gettime_ns",
    "ctime",
    "gmtime",
    "localtime",
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "process_time_ns",
    "sleep",
    "strftime",
    "thread_time",
    "thread_time_ns",
    "time",
    "time_ns",
)
_OF_OS = ("getrandom", "times", "urandom")
_OF_DATES = ("now", "today", "utcnow")


class Events:
    """The audit events while they are watched, each with what it was about and how often."""

    def __init__(self) -> None:
        self.seen: Counter[tuple[str, str]] = Counter()
        self._watching = False
        sys.addaudithook(self._hook)

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Watch what is done meanwhile."""
        self._watching = True
        try:
            yield
        finally:
            self._watching = False

    def _hook(self, event: str, args: tuple[Any, ...]) -> None:
        if self._watching:
            about = ""
            if event == "open":
                path, mode, flags = args
                about = f"{_mode(mode, flags)} {path}"
            elif event == "import":
                about = str(args[0])
            self.seen[event, about] += 1


class Calls:
    """The code that is run while it is watched, and every look at a clock or at chance.

    Attributes:
        clocks: The looks, each with the place that took it, and how often.
        called: The code that was run.
    """

    def __init__(self) -> None:
        self.clocks: Counter[str] = Counter()
        self.called: set[CodeType] = set()
        self._watching = False
        for module, names in ((time, _OF_TIME), (os, _OF_OS)):
            for name in names:
                if hasattr(module, name):
                    setattr(module, name, self._told(module, name))

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Watch what is done meanwhile."""
        self._watching = True
        sys.setprofile(self._profile)
        try:
            yield
        finally:
            sys.setprofile(None)
            self._watching = False

    def _told(self, module: ModuleType, name: str) -> Callable[..., Any]:
        """Return a function of a module that tells when it is called, even if C calls it."""
        function = getattr(module, name)

        @functools.wraps(function)
        def told(*args: Any, **kwargs: Any) -> Any:
            if self._watching:
                self.clocks[f"{module.__name__}.{name} in {_place(sys._getframe(1))}"] += 1
            return function(*args, **kwargs)

        return told

    def _profile(self, frame: FrameType, event: str, arg: Any) -> None:
        if event == "call":
            self.called.add(frame.f_code)
        elif event == "c_call" and (name := _clock(arg)):
            self.clocks[f"{name} in {_place(frame)}"] += 1


def _mode(mode: str | None, flags: int) -> str:
    writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
    return "write" if writes or set(mode or "") & set("wax+") else "read"


def _place(frame: FrameType) -> str:
    return f"{frame.f_globals.get('__name__')}:{frame.f_lineno}"


def _clock(called: BuiltinFunctionType) -> str:
    """Return the name of a function in C that tells the time or chance; empty of any other."""
    own, name = called.__self__, called.__name__
    if isinstance(own, ModuleType):
        listed = {"time": _OF_TIME, "posix": _OF_OS, "nt": _OF_OS, "os": _OF_OS}
        return f"{own.__name__}.{name}" if name in listed.get(own.__name__, ()) else ""
    if isinstance(own, type) and issubclass(own, date) and name in _OF_DATES:
        return f"{own.__name__}.{name}"
    return f"Random.{name}" if isinstance(own, _random.Random) else ""


def _use(given: Texts, shown: tuple[Example, ...]) -> None:
    """Use everything public once, from a policy of which nothing is at hand."""
    with contextlib.redirect_stdout(io.StringIO()):
        for _ in uses(evolve(TIANJIN), given):
            pass
        for example in shown:
            example.run()


def _misbehave() -> None:
    """Do what nothing public may do."""
    Path(os.devnull).write_text("", encoding="utf-8")
    socket.socket().close()
    subprocess.run([sys.executable, "-c", ""], check=True)
    time.time()  # noqa: TID251 - the same
    date.today()  # noqa: DTZ011, TID251 - the same
    datetime.now()  # noqa: DTZ005, TID251 - the same
    random.random()  # noqa: S311 - the same
    secrets.token_hex()
    uuid.uuid4()


def _events(given: Texts, shown: tuple[Example, ...]) -> dict[str, Any]:
    catalogue()  # as a host does when it starts
    found = {}
    for name in ("first", "second"):
        events = Events()
        with events.watched():
            _use(given, shown)
        found[name] = sorted([*key, n] for key, n in events.seen.items())
    events = Events()
    with events.watched():
        _misbehave()
    return {**found, "misbehaving": sorted([*key, n] for key, n in events.seen.items())}


def _calls(given: Texts, shown: tuple[Example, ...]) -> dict[str, Any]:
    named = {**functions(), **functions_of(TIANJIN)}
    calls, misbehaving = Calls(), Calls()
    with calls.watched():
        _use(given, shown)
    with misbehaving.watched():
        _misbehave()
    return {
        "clocks": calls.clocks,
        "misbehaving": misbehaving.clocks,
        "public": sorted(named.values()),
        "uncalled": sorted(name for code, name in named.items() if code not in calls.called),
    }


def main(what: str) -> None:
    """Watch, and print what was seen."""
    given, shown = texts(), examples()
    sys.displayhook = lambda _: None
    found = {"events": _events, "calls": _calls}[what](given, shown)
    print(json.dumps(found))  # noqa: T201 - it is told so


if __name__ == "__main__":
    main(sys.argv[1])
