"""What must hold whatever is handed over: the oracles, each with how often it was asked."""

from __future__ import annotations

import json
import signal
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

from attrs import define, field, frozen
from fuzzing.values import NAME_STEM

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.paths import joined
from innov_consortium.interchange.shown import is_personal, may_be_personal

__all__ = ["Judge", "TooSlowError", "Trouble", "bounded_time", "persons_in"]

T = TypeVar("T")

#: Where something stands: where what holds it stands, and its key; empty for the document itself.
_Place = Any

#: Longest text of a fault, and longest path, in characters.
LONGEST_TEXT = 4_000
LONGEST_PATH = 2_000

#: Most processor time for reading a document, in seconds: a base, and a part for every byte.
READING = (0.5, 20e-6)

#: The same for objects no JSON text says: one that holds itself is seen up to the limit of values.
READING_OBJECTS = 6.0

#: Most processor time for everything asked of one document, in seconds.
ASKING = 30.0

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_STEMS = (NAME_STEM, ascii(NAME_STEM)[1:-1], json.dumps(NAME_STEM)[1:-1])


class TooSlowError(BaseException):
    """Something goes on for so long that it is broken off; not to be caught by accident."""


@frozen
class Trouble:
    """Something that must not be.

    Args:
        oracle: What must hold.
        signature: What tells it apart from other troubles.
        said: What happened.
    """

    oracle: str
    signature: str
    said: str = field(default="", eq=False)


@define
class Judge:
    """What judges one input.

    Args:
        personal: Whether persons are named in it, and where nobody else is.
        tally: How often each oracle was asked.
        troubles: What must not be.
    """

    personal: bool = True
    tally: Counter[str] = field(factory=Counter)
    troubles: list[Trouble] = field(factory=list)

    def call(self, oracle: str, call: Callable[[], T], *, refusing: bool = False) -> T | None:
        """Return what a call returns; that it raises is a trouble, unless it may refuse.

        Args:
            oracle: What must hold.
            call: The call.
            refusing: Whether it may refuse what it is given, with faults.
        """
        self.tally[oracle] += 1
        try:
            return call()
        except InvalidInputError as error:
            self.tally[f"{oracle} refused"] += 1
            if refusing:
                self.refusal(error)
            else:
                self.raised(oracle, error)
        except (Exception, TooSlowError) as error:  # noqa: BLE001 - that is what is looked for
            self.raised(oracle, error)
        return None

    def raised(self, oracle: str, error: BaseException) -> None:
        """Note that something was raised that must not be."""
        frames = traceback.extract_tb(error.__traceback__)
        own = [f for f in frames if "/innov_consortium/" in f.filename] or frames
        last = own[-1]
        parts = Path(last.filename).parts
        home = "/".join(parts[-2:] if "innov_consortium" in parts else parts[-1:])
        at = "" if isinstance(error, RecursionError | TooSlowError) else f" in {last.name}"
        where = home if at else own[min(3, len(own) - 1)].name
        said = f"{_said(error)[:300]} at {home}:{last.lineno}"
        self.troubles.append(Trouble(oracle, f"{type(error).__name__}{at} ({where})", said))

    def holds(self, oracle: str, signature: str, *, right: bool, said: str = "") -> None:
        """Note whether something holds."""
        self.tally[oracle] += 1
        if not right:
            self.troubles.append(Trouble(oracle, signature, said[:300]))

    def refusal(self, error: InvalidInputError) -> None:
        """Judge a refusal: complete, readable, short, and naming nobody."""
        self.holds("faults", "no fault", right=bool(error.faults))
        for fault in error.faults:
            wrong = _wrong_with(fault)
            self.holds("faults", wrong, right=not wrong, said=repr(fault)[:300])
        self.silent("refusal", str(error))

    def silent(self, what: str, text: str) -> None:
        """Judge that a text names nobody."""
        if self.personal:
            named = next((stem for stem in _STEMS if stem in text), "")
            at = text.find(named) if named else 0
            said = text[max(0, at - 100) : at + 60]
            self.holds("names", f"a person's name in a {what}", right=not named, said=said)

    @contextmanager
    def timed(self, what: str, most: float) -> Iterator[None]:
        """Judge that something takes no more than so much processor time, in seconds."""
        begun = time.process_time()
        yield
        took = time.process_time() - begun
        self.holds("time", f"{what} too slow", right=took <= most, said=f"{took:.1f} s")


def persons_in(document: Any, *, shown: bool = False) -> bool:
    """Return whether the persons of a document stand in no place but that of a person.

    Args:
        document: The document, of JSON.
        shown: Whether only places count that are a person's for sure, as in what is answered.
    """
    private = is_personal if shown else _is_withheld
    waiting: list[tuple[_Place, Any]] = [((), document)]
    while waiting:
        place, value = waiting.pop()
        held = isinstance(value, str) and NAME_STEM in value
        if isinstance(value, dict):
            waiting += [((place, key), inner) for key, inner in value.items()]
            held = shown and any(NAME_STEM in key for key in value)
        elif isinstance(value, list):
            waiting += [((place, n), inner) for n, inner in enumerate(value)]
        if held and not private(_path(place)):
            return False
    return True


def _is_withheld(path: str) -> bool:
    """Return whether what stands at a path is not repeated; nor is a key that no field has."""
    return "['…']" in path or may_be_personal(path)


def _path(place: _Place) -> str:
    steps: list[str | int] = []
    while place:
        place, step = place
        steps.append(step)
    path = ""
    for step in reversed(steps):
        path = joined(path, step)
    return path


@contextmanager
def bounded_time(seconds: float) -> Iterator[None]:
    """Break off what goes on for more than so much processor time."""

    def broken_off(_: int, __: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, broken_off)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _wrong_with(fault: Fault) -> str:
    kind: Any = fault.kind
    if not isinstance(kind, FaultKind):
        return "no kind"
    texts: dict[str, Any] = {"path": fault.path, "zh": fault.zh, "en": fault.en}
    for name, text in texts.items():
        if not isinstance(text, str) or not text:
            return f"no {name}"
        if len(text) > (LONGEST_PATH if name == "path" else LONGEST_TEXT):
            return f"{name} too long"
        if any(unicodedata.category(c) in _UNSEEN for c in text):
            return f"{name} has what nobody can see"
    return ""


def _said(error: BaseException) -> str:
    try:
        return f"{type(error).__name__}: {error}"
    except Exception as again:  # noqa: BLE001 - an error that cannot be told is told by its class
        return f"{type(error).__name__} ({type(again).__name__} when it is told)"
