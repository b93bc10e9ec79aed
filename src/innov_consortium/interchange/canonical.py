"""One text for one document, and its digest: RFC 8785 (JCS) and SHA-256.

However a document was indented, escaped or ordered, its canonical text is the same, so that whoever
has the document can make the digest again, with any implementation of RFC 8785.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, TypeAlias

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.faults import labelled
from innov_consortium.interchange.paths import joined

__all__ = ["DEEPEST_CANONICAL", "LARGEST_WHOLE", "canonical", "digest"]

#: The largest whole number that a canonical text may hold, inclusive, and less than nothing the
#: same: beyond it readers of JSON no longer agree on every digit (RFC 7493).
LARGEST_WHOLE = 2**53 - 1

#: How deep objects and lists may stand in one another in what is made canonical, inclusive.
DEEPEST_CANONICAL = 100

#: Where something stands: the keys and places that lead there, the last one first.
_At: TypeAlias = "tuple[_At, str | int] | None"


def canonical(document: object) -> bytes:
    r"""Return the canonical text of a document by RFC 8785, in UTF-8.

    No blanks; the keys of an object in the order of their UTF-16 code units; of the characters of a
    text only those escaped that must be.

    Args:
        document: Objects with keys that are text, lists, text, whole numbers, true, false and null;
            nothing else, and no fraction: the documents of this library hold none.

    Raises:
        InvalidInputError: Something else stands in it, a number is beyond ``LARGEST_WHOLE``, a text
            holds half a surrogate pair, or it is nested deeper than ``DEEPEST_CANONICAL``; every
            fault at its path.

    >>> print(canonical({"b": [1, None], "a": "甲\n", "é": True}).decode())
    {"a":"甲\n","b":[1,null],"é":true}
    """
    writer = _Writer()
    writer.write(document, None, 0)
    if writer.faults:
        raise InvalidInputError(labelled(fault) for fault in writer.faults)
    return "".join(writer.parts).encode()


def digest(document: object) -> str:
    """Return the SHA-256 of a document's canonical text: 64 digits in hexadecimal, lower-case.

    Args:
        document: As of :func:`canonical`.

    Raises:
        InvalidInputError: The document cannot be made canonical.

    >>> digest({"on": "2026-03-02", "answer": "open"})[:16]
    'e398e5ddc1373939'
    >>> digest({"answer": "open", "on": "2026-03-02"})[:16]
    'e398e5ddc1373939'
    """
    return sha256(canonical(document)).hexdigest()


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.faults: list[Fault] = []

    def write(self, value: object, at: _At, depth: int) -> None:
        put = self.parts.append
        if value is None or value is True or value is False:
            put(_LITERALS[value])
        elif type(value) is str:
            put(self._quoted(value, at))
        elif type(value) is int:
            self._whole(value, at)
        elif type(value) is dict or type(value) is list:
            if depth >= DEEPEST_CANONICAL:
                zh, en = f"嵌套超过 {DEEPEST_CANONICAL} 层", f"is deeper than {DEEPEST_CANONICAL}"
                self._fault(FaultKind.LIMIT_EXCEEDED, at, zh, en)
            else:
                (self._object if type(value) is dict else self._list)(value, at, depth)
        else:
            sort = type(value).__name__
            zh = f"{sort} 不能写成规范的 JSON；应为文字、整数、true、false、null、列表或对象"
            en = f"{sort} has no canonical JSON here; text, whole numbers, lists and objects have"
            self._fault(FaultKind.TYPE_ERROR, at, zh, en)

    def _object(self, value: Any, at: _At, depth: int) -> None:
        put, opening = self.parts.append, "{"
        for key in sorted(value, key=_utf16):
            if type(key) is not str:
                zh, en = "键应为文字", "its keys must be text"
                self._fault(FaultKind.TYPE_ERROR, at, zh, en)
                continue
            put(f"{opening}{self._quoted(key, at)}:")
            self.write(value[key], (at, key), depth + 1)
            opening = ","
        put("}" if opening == "," else "{}")

    def _list(self, value: Any, at: _At, depth: int) -> None:
        put, opening = self.parts.append, "["
        for n, item in enumerate(value):
            put(opening)
            self.write(item, (at, n), depth + 1)
            opening = ","
        put("]" if opening == "," else "[]")

    def _whole(self, value: int, at: _At) -> None:
        if abs(value) > LARGEST_WHOLE:
            zh = f"整数的绝对值至多 {LARGEST_WHOLE}；更大的请写成文字"
            en = f"is beyond {LARGEST_WHOLE}, up to which every reader of JSON agrees; write text"
            self._fault(FaultKind.LIMIT_EXCEEDED, at, zh, en)
        else:
            self.parts.append(str(value))

    def _quoted(self, text: str, at: _At) -> str:
        if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
            zh, en = "含半个代理对，不是完整的文字", "holds half a surrogate pair"
            self._fault(FaultKind.INVALID_VALUE, at, zh, en)
        return _escaped(text)

    def _fault(self, kind: FaultKind, at: _At, zh: str, en: str) -> None:
        self.faults.append(Fault(kind, _path(at), zh, en))


_LITERALS: Mapping[Any, str] = {None: "null", True: "true", False: "false"}

#: JSON's shortest escapes and no others, as ECMAScript and RFC 8785 have them.
_escaped: Callable[[str], str] = json.JSONEncoder(ensure_ascii=False).encode


def _utf16(key: object) -> bytes:
    return key.encode("utf-16-be", "surrogatepass") if isinstance(key, str) else b""


def _path(at: _At) -> str:
    steps: list[str | int] = []
    while at is not None:
        at, step = at
        steps.append(step)
    path = ""
    for step in reversed(steps):
        path = joined(path, step)
    return path
