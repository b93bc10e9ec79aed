"""Texts and bytes: JSON written in every way there is, and broken in every way there is."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

from fuzzing.values import HIDDEN, VISIBLE

__all__ = ["as_bytes", "broken", "rewritten"]

_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "gb18030", "latin-1", "utf-7", "cp1252")
_TOKENS = (
    *(b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u", b"\\ud800", b"\\u0000", b"null"),
    *(b"true", b"NaN", b"-Infinity", b"Infinity", b"-0", b"1e999999", b"1E-400", b"0x1", b"01"),
    *(b"1" * 5000, b"-" + b"9" * 19, b"0." + b"0" * 400 + b"1", b"// x\n", b"/* */", b"'", b"\x00"),
    *(b"\xef\xbb\xbf", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae"),
    *(b"[" * 40, b"[" * 2000, b'{"id":' * 40, b'{"instead":' * 500, b"]" * 40, b'"":', b"\x0c"),
    *(b'"id":null,', b'"application":{},', b'"events":[],', b'"type":"filed",', b"\r\n", b"\t"),
)


def rewritten(document: Any, rng: Random) -> bytes:
    """Return a document as JSON, in one of the ways that all say the same."""
    text = json.dumps(
        document,
        ensure_ascii=rng.random() < 0.5,  # noqa: PLR2004 - as often
        indent=rng.choice((None, None, None, None, None, None, 0, "\t")),
        separators=rng.choice((None, (",", ":"), (" , ", " : "))),
        sort_keys=rng.random() < 0.2,  # noqa: PLR2004 - some
    )
    return text.encode("utf-8", "surrogatepass")


def as_bytes(document: Any) -> bytes:
    """Return a document as JSON in UTF-8, half a character written as JSON can write it."""
    text = json.dumps(document, ensure_ascii=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(document).encode()


def broken(text: bytes, rng: Random, others: list[bytes]) -> bytes:
    """Return bytes with a few things changed.

    Args:
        text: The bytes.
        rng: What decides.
        others: Other bytes, of which a piece may be put in.
    """
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        text = rng.choice(_WAYS)(text, rng, others)
    return text[:200_000]


def _flip(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    at = rng.randrange(len(text) or 1)
    return text[:at] + bytes([(text[at] if text else 0) ^ (1 << rng.randrange(8))]) + text[at + 1 :]


def _byte(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    at = rng.randint(0, len(text))
    return text[:at] + bytes([rng.randrange(256)]) + text[at + rng.randrange(2) :]


def _cut(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    return text[: rng.randint(0, len(text))]


def _gap(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.choice((1, 2, 5, 20, 200)) :]


def _again(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    at, size = rng.randint(0, len(text)), rng.choice((1, 5, 20, 100, 1000))
    return text[: at + size] + text[at:]


def _token(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(_TOKENS) + text[at:]


def _after(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    """Put something where a value or a key may begin."""
    at = text.find(rng.choice((b":", b",", b"[", b"{", b'"')), rng.randint(0, len(text))) + 1
    return text[:at] + rng.choice(_TOKENS) + text[at:]


def _word(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    """Put a strange text, written as JSON writes it or as it is."""
    word = rng.choice(VISIBLE + HIDDEN)
    raw = word.encode("utf-8", "surrogatepass")
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice((json.dumps(word).encode(), raw)) + text[at:]


def _number(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    """Put a number in the place of a text or of a literal."""
    at = text.find(b":", rng.randint(0, len(text))) + 1
    end = next((n for n in range(at, len(text)) if text[n] in b",}]"), len(text))
    return text[:at] + rng.choice(_TOKENS[11:23]) + text[end:]


def _splice(text: bytes, rng: Random, others: list[bytes]) -> bytes:
    other = rng.choice(others) if others else text
    at, there = rng.randint(0, len(text)), rng.randint(0, len(other))
    return text[:at] + other[there : there + rng.choice((5, 50, 500, 5000))] + text[at:]


def _recoded(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    return text.decode("utf-8", "replace").encode(rng.choice(_ENCODINGS), "replace")


def _whole(text: bytes, rng: Random, _: list[bytes]) -> bytes:
    before = rng.choice((b"[", b'{"x":', b" ", b"", b"\xfe"))
    return before + text + rng.choice((b"]", b"}", b"\n", b",", b"", text))


_WAYS: tuple[Callable[[bytes, Random, list[bytes]], bytes], ...] = (
    *(_flip, _byte, _cut, _gap, _again, _token, _after, _after, _word, _number, _splice),
    *(_recoded, _whole),
)
