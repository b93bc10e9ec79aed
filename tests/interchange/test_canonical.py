"""Canonical JSON by RFC 8785, against the vectors of its text and of its authors' tests."""

from __future__ import annotations

import json
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innov_consortium import InvalidInputError
from innov_consortium.interchange import canonical, digest
from innov_consortium.interchange.canonical import DEEPEST_CANONICAL, LARGEST_WHOLE

WHOLE = st.integers(-LARGEST_WHOLE, LARGEST_WHOLE)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        # RFC 8785, section 3.2.2: the texts and literals of its example.
        (
            (
                r'{"string": "\u20ac$\u000F\u000aA'
                r"'"
                r'\u0042\u0022\u005c\\\"\/",'
                r' "literals": [null, true, false]}'
            ),
            (r'{"literals":[null,true,false],"string":"€$\u000f\nA' r"'" r'B\"\\\\\"/"}'),
        ),
        # Section 3.2.3: the order of keys; the last two show UTF-16 units, not code points.
        (
            (
                r'{"\u20ac": "Euro Sign", "\r": "Carriage Return",'
                r' "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",'
                r' "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",'
                r' "\u00f6": "Latin Small Letter O With Diaeresis"}'
            ),
            (
                '{"\\r":"Carriage Return","1":"One","\x80":"Control",'
                '"ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign",'
                '"😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}'
            ),
        ),
        # The authors' testdata: arrays, french, structures (without its fraction), unicode.
        ('[56, {"d": true, "10": null, "1": [ ]}]', '[56,{"1":[],"10":null,"d":true}]'),
        (
            '{"peach": "order", "péché": "wrong", "pêche": "must", "sin": "ignore locale"}',
            '{"peach":"order","péché":"wrong","pêche":"must","sin":"ignore locale"}',
        ),
        (
            (
                '{"1": {"f": {"f": "hi", "F": 5}, "\\n": 56}, "10": { }, "": "empty", "a": { },'
                ' "111": [{"e": "yes", "E": "no"}], "A": { }}'
            ),
            (
                '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},'
                '"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}'
            ),
        ),
        ('{"Unnormalized Unicode": "A\\u030a"}', '{"Unnormalized Unicode":"A\u030a"}'),
        # Appendix B: whole numbers that a double holds exactly, at both ends.
        ("[0, 9007199254740991, -9007199254740991]", "[0,9007199254740991,-9007199254740991]"),
        # Section 3.2.2.2: every control character, and the ones that are not escaped.
        (
            r'"\b\t\n\f\r\u0000\u001f\u007f\u2028</script>"',
            '"\\b\\t\\n\\f\\r\\u0000\\u001f\x7f\u2028</script>"',
        ),
    ],
)
def test_vectors(given_text: str, wanted: str) -> None:
    document = json.loads(given_text)

    assert canonical(document) == wanted.encode()
    assert digest(document) == sha256(wanted.encode()).hexdigest()


@given(PLAIN)
def test_it_is_the_same_document_and_the_same_text_again(document: Any) -> None:
    text = canonical(document)

    assert json.loads(text) == document
    assert canonical(json.loads(text)) == text


@given(st.dictionaries(TEXTS, WHOLE, max_size=6), st.randoms())
def test_the_order_of_keys_does_not_matter(document: dict[str, int], random: Any) -> None:
    keys = list(document)
    random.shuffle(keys)

    assert digest({key: document[key] for key in keys}) == digest(document)


@given(PLAIN, PLAIN)
def test_different_documents_have_different_texts(one: Any, other: Any) -> None:
    same = json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)  # 1 is not true

    assert (canonical(one) == canonical(other)) is same


@pytest.mark.parametrize(
    ("document", "path", "kind"),
    [
        ({"a": [1, 0.5]}, "a[1]", "type_error"),
        ({"a": float("nan")}, "a", "type_error"),
        ({"a": {"b": Decimal(1)}}, "a.b", "type_error"),
        ([b"x"], "[0]", "type_error"),
        ({"a": (1, 2)}, "a", "type_error"),
        ({1: "a"}, "$", "type_error"),
        ({"a": LARGEST_WHOLE + 1}, "a", "limit_exceeded"),
        ({"a": -LARGEST_WHOLE - 1}, "a", "limit_exceeded"),
        ({"a": "\ud83d"}, "a", "invalid_value"),
        ({"\ude00": 1}, "$", "invalid_value"),
    ],
)
def test_what_has_no_canonical_text_is_refused(document: Any, path: str, kind: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        canonical(document)

    assert [(f.path, f.kind.value) for f in caught.value.faults] == [(path, kind)]


def test_every_fault_is_told() -> None:
    with pytest.raises(InvalidInputError) as caught:
        canonical({"a": 0.5, "b": [None, {"c": "\udfff"}], "d": {0.1}})

    assert [f.path for f in caught.value.faults] == ["a", "b[1].c", "d"]


def test_depth_has_a_limit_and_what_holds_itself_goes_beyond_it() -> None:
    deepest: Any = 1
    for _ in range(DEEPEST_CANONICAL):
        deepest = [deepest]
    itself: list[Any] = []
    itself.append(itself)

    assert canonical(deepest).startswith(b"[[[[")
    for document in ([deepest], itself):
        with pytest.raises(InvalidInputError) as caught:
            canonical(document)
        assert [f.kind.value for f in caught.value.faults] == ["limit_exceeded"]
