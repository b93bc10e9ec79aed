"""JSON text in and out, within limits that are told."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate, islice
from typing import Any, NoReturn, TypeAlias, TypeVar

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event
from innov_consortium.core.policy import Policy
from innov_consortium.errors import MOST_FAULTS, Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.cases import structure_application, structure_case
from innov_consortium.interchange.faults import labelled, once
from innov_consortium.interchange.formats import sorts_of
from innov_consortium.interchange.histories import structure_dossier, structure_event
from innov_consortium.interchange.limits import (
    DEFAULT_LIMITS,
    Limits,
    beyond,
    require_limits,
)
from innov_consortium.interchange.paths import ROOT, is_plain, joined
from innov_consortium.interchange.readings import structure_readings
from innov_consortium.interchange.shown import POSTS, is_personal, posts_of
from innov_consortium.interchange.strict import MOST_DIGITS, NumberText, wrong_type

__all__ = [
    "dumps",
    "load_application",
    "load_case",
    "load_dossier",
    "load_event",
    "load_readings",
    "loaded",
]

T = TypeVar("T")

_BOM = "\ufeff"
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)  # with nothing to go back to
_BRACKET = re.compile(r"[\[\]{}]")

#: By its identity, each object that repeats keys, and those keys. It holds the object, so that no
#: other takes its identity.
_Repeats: TypeAlias = dict[int, tuple[dict[str, Any], list[str]]]


def load_case(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Case:
    """Return the case a JSON text describes.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong; every fault is
            told, each at its path.

    >>> try:
    ...     load_case("甲".encode("gb18030"))
    ... except InvalidInputError as error:
    ...     print(error.faults[0].en)
    is not UTF-8, from byte 1 on; save it as UTF-8
    """
    return loaded(text, limits, lambda document: structure_case(document, limits=limits), POSTS)


def load_application(text: str | bytes, *, limits: Limits = DEFAULT_LIMITS) -> Application:
    """Return the application a JSON text describes; see :func:`structure_application`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong; every fault is
            told, each at its path.
    """

    def structure(document: Any) -> Application:
        return structure_application(document, limits=limits)

    return loaded(text, limits, structure, POSTS)


def load_dossier(text: str | bytes, policy: Policy, *, limits: Limits = DEFAULT_LIMITS) -> Dossier:
    """Return the history a JSON text describes, with what is known around it.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        policy: The policy that says which sorts of events there are.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong; every fault is
            told, each at its path.
    """
    posts = posts_of(sorts_of(policy))

    def structure(document: Any) -> Dossier:
        return structure_dossier(document, policy, limits=limits)

    return loaded(text, limits, structure, posts)


def load_event(text: str | bytes, policy: Policy, *, limits: Limits = DEFAULT_LIMITS) -> Event:
    """Return the event a JSON text describes; see :func:`structure_event`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        policy: The policy that says which sorts of events there are.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong; every fault is
            told, each at its path.
    """

    def structure(document: Any) -> Event:
        return structure_event(document, policy, limits=limits)

    return loaded(text, limits, structure, posts_of(sorts_of(policy)))


def load_readings(
    text: str | bytes, policy: Policy | None = None, *, limits: Limits = DEFAULT_LIMITS
) -> dict[str, str]:
    """Return the readings a JSON text chooses; see :func:`structure_readings`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        policy: The policy they are for; if ``None``, whether it has them is not looked at.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.

    >>> load_readings('{"B01": "b"}')
    {'B01': 'b'}
    """

    def structure(document: Any) -> dict[str, str]:
        return structure_readings(document, policy, limits=limits)

    return loaded(text, limits, structure, frozenset())


def loaded(
    text: str | bytes,
    limits: Limits,
    structure: Callable[[Any], T],
    posts: frozenset[str],
    *,
    option: bool = True,
) -> T:
    """Return what is made of a JSON text within limits.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        limits: How large it may be; looked at before anything is parsed.
        structure: What makes it of the parsed document.
        posts: The names of fields in which persons stand.
        option: Whether a command reads such documents, so that its option may be named.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong; every fault is
            told, each at its path.
    """
    require_limits(limits)
    written = _decoded(text, limits, option=option)
    _check_depth(written, limits)
    repeats: _Repeats = {}
    document = _parsed(written, repeats)
    told = _repeated_keys(document, repeats, posts) if repeats else ()
    faults = list(islice(told, MOST_FAULTS + 1))
    try:
        made = structure(document)
    except InvalidInputError as error:
        faults += error.faults
    else:
        if not faults:
            return made
    raise InvalidInputError(once(faults))


def dumps(document: Any) -> str:
    """Return a document as JSON text: as ordered, with Chinese as it is, indented by two."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _decoded(text: object, limits: Limits, *, option: bool) -> str:
    if not isinstance(text, str | bytes):
        faults = wrong_type(text, "文字或字节", "text or bytes").faults
        raise InvalidInputError(labelled(fault) for fault in faults)
    size = len(text) if isinstance(text, bytes) else len(text.encode("utf-8", "surrogatepass"))
    if size > limits.bytes:
        raise InvalidInputError([beyond("bytes", size, limits, ROOT, option=option)])
    try:
        decoded = text.decode() if isinstance(text, bytes) else text
    except UnicodeDecodeError as error:
        _refuse(
            f"不是 UTF-8 文字（第 {error.start + 1} 字节起）；请另存为 UTF-8",
            f"is not UTF-8, from byte {error.start + 1} on; save it as UTF-8",
        )
    if decoded.startswith(_BOM):
        _refuse(
            "以字节顺序标记（BOM）开头；请另存为不带 BOM 的 UTF-8",
            "begins with a byte order mark; save it as UTF-8 without one",
        )
    return decoded


def _check_depth(text: str, limits: Limits) -> None:
    brackets = _BRACKET.findall(_STRING.sub("", text))
    depth = max(accumulate(1 if b in "[{" else -1 for b in brackets), default=0)
    if depth > limits.depth:
        raise InvalidInputError([beyond("depth", depth, limits, ROOT)])


def _parsed(text: str, repeats: _Repeats) -> Any:
    """Return what a text says, the first value where a key stands twice; note those that do."""

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            made = dict(reversed(pairs))
            counted = Counter(key for key, _ in pairs)
            repeats[id(made)] = made, [key for key, times in counted.items() if times > 1]
        return made

    try:
        return json.loads(
            text,
            object_pairs_hook=as_object,
            parse_int=_integer,
            parse_float=NumberText,
            parse_constant=NumberText,
        )
    except json.JSONDecodeError as error:
        _refuse(
            f"不是合法的 JSON，第 {error.lineno} 行第 {error.colno} 列",
            f"is not JSON: {error.msg}, line {error.lineno} column {error.colno}",
        )


def _integer(digits: str) -> int | NumberText:
    short = len(digits.removeprefix("-")) <= MOST_DIGITS
    return int(digits) if short else NumberText(digits)


def _repeated_keys(document: Any, repeats: _Repeats, posts: frozenset[str]) -> Iterator[Fault]:
    waiting: list[tuple[Any, str]] = [(document, "")]
    while waiting:
        value, path = waiting.pop()
        if isinstance(value, dict):
            for key in repeats.get(id(value), (value, []))[1]:
                shown = is_plain(key) and not is_personal(path, posts)
                yield _repeated_key(joined(path, key) if shown else path)
            waiting += [(inner, joined(path, key)) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [(inner, joined(path, n)) for n, inner in enumerate(value)]


def _repeated_key(path: str) -> Fault:
    return labelled(
        Fault(
            FaultKind.DUPLICATE,
            path,
            "同一对象中重复出现，请只保留一个",
            "a key stands twice in one object; keep one",
        )
    )


def _refuse(zh: str, en: str) -> NoReturn:
    raise InvalidInputError([labelled(Fault(FaultKind.INVALID_VALUE, ROOT, zh, en))]) from None
