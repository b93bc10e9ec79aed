"""What can be read, and what must hold of it: for each sort of document, a host's whole way."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from attrs import field, frozen
from fuzzing.asking import Asking
from fuzzing.judging import (
    ASKING,
    READING,
    READING_OBJECTS,
    Judge,
    TooSlowError,
    bounded_time,
    persons_in,
)
from fuzzing.texts import as_bytes
from fuzzing.values import NAME_STEM, ODD

from innov_consortium import interchange
from innov_consortium.core.policy import Policy
from innov_consortium.interchange import dumps

__all__ = ["ODD_KEY", "Input", "Target", "realised", "targets_of"]

#: The key by which an input says that something no JSON text says stands there.
ODD_KEY = "$odd"

_LONGEST = 120.0

#: Sorts of documents that are parts of others, or are only stored.
_PARTS = (
    *("register", "record", "calendar", "attestation", "departure", "listing", "interpretation"),
    *("report", "state", "receipt"),
)


@frozen
class Input:
    """Something to be read.

    Args:
        kind: The sort of document it is meant to be.
        document: The document; ``{"$odd": NAME}`` stands for a value no JSON text says.
        text: Its bytes instead, where it is read from bytes.
        key: What decides what is asked of it.
        odd: Whether something stands in the document that no JSON text says.
    """

    kind: str
    document: Any = field(default=None, repr=False)
    text: bytes | None = None
    key: str = ""
    odd: bool = False


@frozen
class Target:
    """A sort of document.

    Args:
        structure: Makes the value of a document.
        load: Reads its bytes; ``None`` if it has no text of its own.
        written: Makes the document of a value again; ``None`` if it is no value of the core.
        ask: Asks everything of a value.
    """

    structure: Callable[[Any], Any]
    load: Callable[[bytes], Any] | None = None
    written: Callable[[Any], Any] | None = None
    ask: Callable[[Any, Asking], None] = lambda _value, _asking: None

    def run(self, given: Input, policies: tuple[Policy, ...], share: float) -> Judge:
        """Take an input the whole way, and return what became of it."""
        judge = Judge()
        judge.tally["inputs"] += 1
        try:
            with bounded_time(_LONGEST):
                self._run(given, policies, share, judge)
        except TooSlowError as error:  # between two calls
            judge.raised("time", error)
        return judge

    def _run(self, given: Input, policies: tuple[Policy, ...], share: float, judge: Judge) -> None:
        document = given.document if given.text is None else _parsed(given.text)
        judge.personal = persons_in(document)
        value = self._read(given, document, judge)
        if value is None:
            return
        judge.tally["accepted"] += 1
        judge.personal = persons_in(document, shown=True)
        asking = Asking(policies, given.key, judge, share)
        self._back(value, asking)
        with judge.timed("asking", ASKING):
            self.ask(value, asking)

    def _read(self, given: Input, document: Any, judge: Judge) -> Any:
        """Return what is read, from its bytes where there are any; nothing where it is refused."""
        text = given.text
        if text is None and self.load is not None and not given.odd:
            text = as_bytes(document)
        read: Callable[[], Any]
        if text is not None and self.load is not None:
            read = partial(self.load, text)
        else:
            read = partial(self.structure, realised(document) if given.odd else document)
        most = READING_OBJECTS if text is None else READING[0] + READING[1] * len(text)
        with judge.timed("reading", most):
            return judge.call("reading", read, refusing=True)

    def _back(self, value: Any, asking: Asking) -> None:
        """Judge that what is written again is read as the same."""
        if self.written is None:
            return
        judge, written = asking.judge, self.written
        judge.call("hashing", lambda: hash(value))
        document = judge.call("round trip", lambda: written(value))
        if document is None:
            return
        again = judge.call("round trip", lambda: self.structure(document))
        same = again is None or again == value
        judge.holds("round trip", "not the same", right=same, said=repr(document))
        if self.load is not None and asking.some("text again", 0.1):
            load = self.load
            from_text = judge.call("round trip", lambda: load(dumps(document).encode()))
            same = from_text is None or from_text == value
            judge.holds("round trip", "not the same from text", right=same)


def targets_of(policy: Policy) -> dict[str, Target]:
    """Return every sort of document that can be read under a policy."""
    return {
        "case": Target(
            interchange.structure_case, interchange.load_case, interchange.unstructure_case, _ask
        ),
        "history": Target(
            partial(interchange.structure_dossier, policy=policy),
            partial(interchange.load_dossier, policy=policy),
            interchange.unstructure_dossier,
            _ask,
        ),
        "application": Target(interchange.structure_application),
        "event": Target(
            partial(interchange.structure_event, policy=policy),
            written=interchange.unstructure_event,
        ),
        "readings": Target(
            interchange.structure_readings, interchange.load_readings, ask=_choose_readings
        ),
        "numbers": Target(
            partial(interchange.structure_numbers, policy=policy),
            partial(interchange.load_numbers, policy=policy),
            ask=_choose_numbers,
        ),
        **{name: _part(name) for name in _PARTS},
    }


def _part(name: str) -> Target:
    """Return a sort of document whose functions are called after it."""
    written = getattr(interchange, f"unstructure_{name}")
    if name in {"report", "state"}:
        written = interchange.unstructure_document
    structure = getattr(interchange, f"structure_{name}")
    load = getattr(interchange, f"load_{name}")
    return Target(structure, load, written, _verify if name == "receipt" else _nothing)


def realised(document: Any) -> Any:
    """Return a document with what no JSON text says made anew in its places."""
    if isinstance(document, dict):
        if document.keys() == {ODD_KEY}:
            return ODD[document[ODD_KEY]]()
        return {key: realised(value) for key, value in document.items()}
    if isinstance(document, list):
        return [realised(value) for value in document]
    return document


def _parsed(text: bytes) -> Any:
    """Return what bytes say, as far as they can be read, or else that somebody is named in them."""
    named = text.count(NAME_STEM.encode()) + text.count(json.dumps(NAME_STEM)[1:-1].encode())
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    kept = json.dumps(document, ensure_ascii=False).count(NAME_STEM)
    return document if kept == named else {NAME_STEM: "some of it stands in a key set twice"}


def _nothing(_: Any, __: Asking) -> None:
    """Ask nothing: it is only stored."""


def _ask(value: Any, asking: Asking) -> None:
    asking.of(value)


def _choose_readings(chosen: dict[str, str], asking: Asking) -> None:
    """Choose readings of a policy, as the command line does."""
    policy = asking.policies[0]
    asking.judge.call("choosing", lambda: policy.with_readings(**chosen), refusing=True)


def _choose_numbers(chosen: dict[str, Any], asking: Asking) -> None:
    """Choose figures of a policy."""
    policy = asking.policies[0]
    asking.judge.call("choosing", lambda: policy.with_numbers(**chosen), refusing=True)


def _verify(receipt: Any, asking: Asking) -> None:
    """Verify a receipt by a case it was not made of, or was."""
    for policy in asking.policies[:2]:
        made = asking.judge.call(
            "verifying",
            partial(interchange.verify, receipt, asking.sample, policy),
            refusing=True,
        )
        if made is not None:
            asking.answers.written(
                "verification", partial(interchange.unstructure_verification, made)
            )
