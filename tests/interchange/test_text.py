"""Tests of JSON text that cannot be used, and of the limits."""

from __future__ import annotations

import json
from typing import Any

import pytest

from innov_consortium.core.case import Case
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import Limits, dumps, load_case

INVALID_VALUE, DUPLICATE = FaultKind.INVALID_VALUE, FaultKind.DUPLICATE
TYPE_ERROR, LIMIT_EXCEEDED = FaultKind.TYPE_ERROR, FaultKind.LIMIT_EXCEEDED


MOST_BYTES, DEEPEST = Limits().bytes, Limits().depth


def faults_of(text: Any, **limits: int) -> tuple[Fault, ...]:
    with pytest.raises(InvalidInputError) as caught:
        load_case(text, limits=Limits(**limits))
    return caught.value.faults


@pytest.mark.parametrize(
    ("text", "kind", "en"),
    [
        ("", INVALID_VALUE, "is not JSON"),
        ("{", INVALID_VALUE, "is not JSON"),
        ("{} {}", INVALID_VALUE, "is not JSON: Extra data"),
        ('{"a": "b\nc"}', INVALID_VALUE, "is not JSON: Invalid control character"),
        ('{"a": "b', INVALID_VALUE, "is not JSON: Unterminated string"),
        (b"\xff\xfe{\x00}\x00", INVALID_VALUE, "is not UTF-8, from byte 1"),
        ('{"a": "津"}'.encode("gb18030"), INVALID_VALUE, "is not UTF-8, from byte 8"),
        (b"\xef\xbb\xbf{}", INVALID_VALUE, "begins with a byte order mark"),
        ("\ufeff{}", INVALID_VALUE, "begins with a byte order mark"),
        ("[" * (DEEPEST + 1), LIMIT_EXCEEDED, "is nested 33 deep; the limit is 32"),
        ('{"a":' * 200_000, LIMIT_EXCEEDED, "is nested 200000 deep"),
        (None, INVALID_VALUE, "must be given"),
        (bytearray(b"{}"), TYPE_ERROR, "must be text or bytes"),
        ({}, TYPE_ERROR, "must be text or bytes"),
        ("[]", TYPE_ERROR, "[…]: must be an object"),
        ("NaN", TYPE_ERROR, "NaN: must be an object"),
        ("1" * 5000, TYPE_ERROR, f"{'1' * 60}…: must be an object"),
    ],
)
def test_unusable_text(text: object, kind: FaultKind, en: str) -> None:
    """Text that is no usable JSON is one fault at the root."""
    found = faults_of(text)

    assert [(kind, "$")] == [(f.kind, f.path) for f in found]
    assert found[0].en.startswith(en)


@pytest.mark.parametrize("extra", [0, 1])
def test_text_as_large_as_the_limit(document: dict[str, Any], case: Case, extra: int) -> None:
    """The limit counts bytes, and itself is allowed."""
    text = json.dumps(document, ensure_ascii=False)
    size = len(text.encode())

    assert case == load_case(text, limits=Limits(bytes=size + extra))
    assert case == load_case(text.encode(), limits=Limits(bytes=size + extra))


def test_text_above_the_limit(document: dict[str, Any]) -> None:
    """One byte more is refused, and nothing of it is read."""
    text = json.dumps(document, ensure_ascii=False)
    size = len(text.encode())

    for given in (text, text.encode()):
        found = faults_of(given, bytes=size - 1)

        assert [(f.kind, f.path) for f in found] == [(LIMIT_EXCEEDED, "$")]
        assert found[0].en.startswith(f"has {size} bytes; the limit is {size - 1}: raise it with")


def test_limit_unless_another_is_given() -> None:
    """Text of more than a million bytes is refused."""
    assert MOST_BYTES == 1_000_000
    assert LIMIT_EXCEEDED is faults_of(" " * (MOST_BYTES + 1))[0].kind
    assert INVALID_VALUE is faults_of(" " * MOST_BYTES)[0].kind


@pytest.mark.parametrize("deep", [DEEPEST - 1, DEEPEST])
def test_text_as_deep_as_the_limit(deep: int) -> None:
    """Text as deep as the limit is read, and judged by what it says."""
    assert TYPE_ERROR is faults_of("[" * deep + "]" * deep)[0].kind


def test_brackets_in_text_are_not_deep(document: dict[str, Any]) -> None:
    """Brackets inside texts do not count."""
    document["application"]["lead"]["name"] = '\\"' + "[" * 100

    assert load_case(dumps(document)).application.lead.name == '\\"' + "[" * 100


@pytest.mark.parametrize(
    ("written", "value"), [("NaN", "NaN"), ("-Infinity", "-Infinity"), ("1e999", "1e999")]
)
def test_numbers_json_cannot_hold(document: dict[str, Any], written: str, value: str) -> None:
    """What is no number of JSON, or none that can be kept, is a fault where it stands."""
    document["application"]["lead"]["abroad"] = "HERE"
    found = faults_of(json.dumps(document).replace('"HERE"', written))

    assert [(f.kind, f.path) for f in found] == [(TYPE_ERROR, "application.lead.abroad")]
    assert found[0].en.startswith(f"{value}: must be true or false")


def test_repeated_keys(document: dict[str, Any]) -> None:
    """A key that stands twice in one object is a fault at its path, with all other faults."""
    text = json.dumps(document)
    text = text.replace('"filed_on":', '"filed_on": "2026-03-02", "filed_on":')
    text = text.replace('"what": "lead_category"', '"what": "x", "what": "x", "by": 3')

    expected = {
        (DUPLICATE, "application.filed_on"),
        (DUPLICATE, "attestations[1].what"),
        (DUPLICATE, "attestations[1].by"),
        (TYPE_ERROR, "attestations[1].by"),
    }

    assert expected == {(f.kind, f.path) for f in faults_of(text)}


def test_repeated_key_of_a_person(document: dict[str, Any]) -> None:
    """A key that is a person's name is not repeated in the fault."""
    text = json.dumps(document, ensure_ascii=False)
    text = text.replace('"name": "赵某某"', '"name": "x", "赵某某": 1, "赵某某": 2')
    found = faults_of(text)

    assert {"application.governance.principal"} == {f.path for f in found}
    assert "赵某某" not in str(InvalidInputError(found))


def test_repeated_key_that_no_field_has(document: dict[str, Any]) -> None:
    """A key that may be anybody's name is told by the object it stands in, wherever that is."""
    text = json.dumps(document, ensure_ascii=False)
    text = text.replace('"filed_on":', '"赵某": {"b": 1, "b": 2}, "赵某": 1, "filed_on":')
    found = faults_of(text)

    assert {(DUPLICATE, "application"), (DUPLICATE, "application['…'].b")} == {
        (f.kind, f.path) for f in found if f.kind is DUPLICATE
    }
    assert "赵某" not in str(InvalidInputError(found)).replace("赵某某", "")


def test_dumps_refuses_what_is_no_json() -> None:
    """No text is written that could not be read again."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps({"a": float("nan")})


def test_repeated_key_alone_is_enough(document: dict[str, Any]) -> None:
    """A key that stands twice is refused even where both say the same."""
    text = json.dumps(document).replace(
        '"role": "participant"', '"role": "participant"' + ", " + '"role": "participant"'
    )
    found = faults_of(text)

    expected = {"register.engagements[0].role", "register.engagements[1].role"}

    assert expected == {f.path for f in found}
    assert {DUPLICATE} == {f.kind for f in found}
