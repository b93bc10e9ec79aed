"""JSON text in and out, within limits that are told."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any, NoReturn, TypeAlias, TypeVar

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.cases import structure_case
from innov_consortium.interchange.faults import labelled, once
from innov_consortium.interchange.formats import sorts_of
from innov_consortium.interchange.histories import structure_dossier
from innov_consortium.interchange.paths import ROOT, joined
from innov_consortium.interchange.readings import structure_readings
from innov_consortium.interchange.shown import POSTS, is_personal, posts_of
from innov_consortium.interchange.strict import NumberText, wrong_type

__all__ = ["DEEPEST", "MOST_BYTES", "dumps", "load_case", "load_dossier", "load_readings"]

T = TypeVar("T")

#: Most bytes accepted unless the caller says otherwise, inclusive.
MOST_BYTES = 1_000_000

#: How deep objects and lists may stand in one another, inclusive.
DEEPEST = 32

_BOM = "\ufeff"
_LONGEST_INTEGER = 18
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")

#: By its identity, each object that repeats keys, and those keys. It holds the object, so that no
#: other takes its identity.
_Repeats: TypeAlias = dict[int, tuple[dict[str, Any], list[str]]]


def load_case(text: str | bytes, *, max_bytes: int = MOST_BYTES) -> Case:
    """Return the case a JSON text describes.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        max_bytes: Most bytes accepted, inclusive.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong; every fault is
            told, each at its path.

    >>> try:
    ...     load_case("津".encode("gb18030"))
    ... except InvalidInputError as error:
    ...     print(error.faults[0].en)
    is not UTF-8, from byte 1 on; save it as UTF-8
    """
    return _loaded(text, max_bytes, structure_case, POSTS)


def load_dossier(text: str | bytes, policy: Policy, *, max_bytes: int = MOST_BYTES) -> Dossier:
    """Return the history a JSON text describes, with what is known around it.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        policy: The policy that says which sorts of events there are.
        max_bytes: Most bytes accepted, inclusive.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong; every fault is
            told, each at its path.
    """
    posts = posts_of(sorts_of(policy))
    return _loaded(text, max_bytes, lambda document: structure_dossier(document, policy), posts)


def load_readings(text: str | bytes, *, max_bytes: int = MOST_BYTES) -> dict[str, str]:
    """Return the readings a JSON text chooses; see :func:`structure_readings`.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        max_bytes: Most bytes accepted, inclusive.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.

    >>> load_readings('{"B01": "b"}')
    {'B01': 'b'}
    """
    return _loaded(text, max_bytes, structure_readings, frozenset())


def _loaded(
    text: str | bytes, max_bytes: int, structure: Callable[[Any], T], posts: frozenset[str]
) -> T:
    written = _decoded(text, max_bytes)
    _check_depth(written)
    repeats: _Repeats = {}
    document = _parsed(written, repeats)
    faults = list(_repeated_keys(document, repeats, posts)) if repeats else []
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


def _decoded(text: object, max_bytes: int) -> str:
    if not isinstance(text, str | bytes):
        faults = wrong_type(text, "文字或字节", "text or bytes").faults
        raise InvalidInputError(labelled(fault) for fault in faults)
    size = len(text) if isinstance(text, bytes) else len(text.encode("utf-8", "surrogatepass"))
    if size > max_bytes:
        _refuse(
            f"共 {size} 字节，上限 {max_bytes} 字节",
            f"has {size} bytes; the limit is {max_bytes}",
            FaultKind.LIMIT_EXCEEDED,
        )
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


def _check_depth(text: str) -> None:
    brackets = _BRACKET.findall(_STRING.sub("", text))
    depth = max(accumulate(1 if b in "[{" else -1 for b in brackets), default=0)
    if depth > DEEPEST:
        _refuse(
            f"嵌套 {depth} 层，上限 {DEEPEST} 层",
            f"is nested {depth} deep; the limit is {DEEPEST}",
            FaultKind.LIMIT_EXCEEDED,
        )


def _parsed(text: str, repeats: _Repeats) -> Any:
    """Return what a text says, the first value where a key stands twice; note those that do."""

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(reversed(pairs))
        if len(made) < len(pairs):
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
    return int(digits) if len(digits) <= _LONGEST_INTEGER else NumberText(digits)


def _repeated_keys(document: Any, repeats: _Repeats, posts: frozenset[str]) -> Iterator[Fault]:
    waiting: list[tuple[Any, str]] = [(document, "")]
    while waiting:
        value, path = waiting.pop()
        if isinstance(value, dict):
            for key in repeats.get(id(value), (value, []))[1]:
                yield _repeated_key(path if is_personal(path, posts) else joined(path, key))
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


def _refuse(zh: str, en: str, kind: FaultKind = FaultKind.INVALID_VALUE) -> NoReturn:
    raise InvalidInputError([labelled(Fault(kind, ROOT, zh, en))]) from None
