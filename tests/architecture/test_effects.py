"""No public function opens a file or a socket, starts a process, or looks at a clock or at chance.

Watched in processes of their own: see :mod:`.watched`.
"""

from __future__ import annotations

import json
import sys
import sysconfig
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.architecture.children import ROOT, run

import innov_consortium

#: Events of the interpreter itself that touch nothing outside: attrs and cattrs make functions.
HARMLESS = {
    "builtins.id",
    "code.__new__",
    "compile",
    "exec",
    "object.__delattr__",
    "object.__getattr__",
    "object.__setattr__",
    "sys._getframe",
}

#: What the first use may do besides: import a module of an installed package (Jinja2, ``difflib``,
#: an encoding) and read what such a package brings (the messages, the template, Babel's locales,
#: which are pickled). Messages edited since the last build are compiled into an array in memory.
OF_THE_FIRST_USE = {
    "array.__new__",
    "import",
    "marshal.loads",
    "open",
    "os.listdir",
    "os.scandir",
    "pickle.find_class",
}

#: Public, and not called; each with the reason.
NOT_CALLED = {
    "core.words.Term": "what a column of a frame, or a symbol, has to answer: nothing by itself",
}


@cache
def watched(what: str) -> Any:
    """Return what the watch saw."""
    return run("watched", what)


def test_once_warm_nothing_outside_is_touched() -> None:
    """No file, socket, process, module or directory."""
    assert [seen for seen in watched("events")["second"] if seen[0] not in HARMLESS] == []


def test_the_first_use_reads_installed_packages_only() -> None:
    """It imports what is imported late and reads the messages; it writes nothing."""
    strange = [
        seen
        for seen in watched("events")["first"]
        if seen[0] not in HARMLESS | OF_THE_FIRST_USE
        or (seen[0] == "open" and not is_read_from_a_package(seen[1]))
    ]
    assert strange == []


def is_read_from_a_package(opened: str) -> bool:
    """Return whether what was opened belongs to Python or an installed package, and was read."""
    how, _, name = opened.partition(" ")
    paths = sysconfig.get_paths()
    roots = [*innov_consortium.__path__, sys.base_prefix, sys.prefix, *paths.values()]
    path = Path(name).resolve()
    return how == "read" and any(path.is_relative_to(Path(root).resolve()) for root in roots)


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        (f"read {json.__file__}", True),
        (f"read {innov_consortium.__path__[0]}/rendering/templates/report.html.jinja", True),
        (f"write {json.__file__}", False),
        (f"read {ROOT.parent / 'secret.json'}", False),
        (f"read {innov_consortium.__path__[0]}/../../../secret.json", False),
    ],
)
def test_what_is_no_read_from_a_package_is_seen(opened: str, expected: bool) -> None:
    """A path is followed to where it leads."""
    assert is_read_from_a_package(opened) is expected


def test_no_clock_is_looked_at_and_nothing_is_left_to_chance() -> None:
    """Neither when something is used for the first time nor, what is slower to see, from C."""
    assert watched("calls")["clocks"] == {}


def test_every_public_function_was_called() -> None:
    """Every function, method and property; every fact and clause. Otherwise nothing is shown."""
    left = [
        name
        for name in watched("calls")["uncalled"]
        if not any(name == out or name.startswith(f"{out}.") for out in NOT_CALLED)
    ]
    assert left == []


def test_what_need_not_be_called_is_there_and_is_not_called() -> None:
    """No exception outlives its reason."""
    public, uncalled = watched("calls")["public"], set(watched("calls")["uncalled"])
    for out in NOT_CALLED:
        of_it = {name for name in public if name == out or name.startswith(f"{out}.")}
        assert (len(of_it) > 0, of_it - uncalled) == (True, set())


def test_the_watch_sees_a_file_a_socket_and_a_process() -> None:
    """Each of which was used on purpose."""
    seen = {event for event, _, _ in watched("events")["misbehaving"]}
    assert {"open", "socket.__new__", "subprocess.Popen"} <= seen


@pytest.mark.parametrize(
    "clock", ["time.time", "date.today", "datetime.now", "Random.random", "os.urandom"]
)
def test_the_watch_sees_a_clock_and_chance(clock: str) -> None:
    """Each of which was asked on purpose."""
    assert any(seen.startswith(f"{clock} in ") for seen in watched("calls")["misbehaving"])
