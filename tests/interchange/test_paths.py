"""Tests of paths into a document."""

from __future__ import annotations

import pytest
from cattrs import Converter

from innov_consortium.core.consortium import Organ
from innov_consortium.interchange.objects import object_of
from innov_consortium.interchange.paths import joined, steps, value_at

DOCUMENT = {"departures": [{"by": "甲局"}], "on": "2026-03-02"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("", DOCUMENT),
        ("departures[0].by", "甲局"),
        ("departures[0]", {"by": "甲局"}),
        ("departures[1]", "nothing"),
        ("departures[by]", "nothing"),
        ("departures.by", "nothing"),
        ("on[0]", "nothing"),
        ("on.year", "nothing"),
        ("reason", "nothing"),
        ("[0]", DOCUMENT),
    ],
)
def test_value_at(path: str, value: object) -> None:
    """What stands at a path is found, and nothing where the document has no such place."""
    assert value_at(DOCUMENT, path, "nothing") == value


@pytest.mark.parametrize("key", ["", "a.b", "a]b", "it's", '"', "\\", "[0]", "津", "a" * 61, "\n"])
def test_odd_key(key: str) -> None:
    """A key that would read as a path is not repeated, and stays one step."""
    path = joined(joined("register", key), "unit")

    assert steps(path) == [("register", ""), ("'…'", ""), ("unit", "")]


def test_unexpected_error_is_not_hidden() -> None:
    """An error that is nobody's input is raised, not told as a fault."""

    def broken(_: object, __: object) -> None:
        raise ZeroDivisionError

    converter = Converter(detailed_validation=True)
    converter.register_structure_hook(str, broken)

    with pytest.raises(ZeroDivisionError):
        object_of(Organ, converter)({"function": "decision"}, Organ)
