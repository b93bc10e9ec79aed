"""Names and days: what is usable text, and what is a day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from innov_consortium.core.text import (
    LONGEST_NAME,
    check_day,
    day_faults,
    name_faults,
    suggestion,
)
from innov_consortium.errors import FaultKind, InvalidInputError


@pytest.mark.parametrize(("length", "expected"), [(199, []), (200, []), (201, ["limit_exceeded"])])
def test_a_name_has_at_most_two_hundred_characters(length: int, expected: list[str]) -> None:
    """Below, at and above the limit."""
    assert [f.kind.value for f in name_faults("name", "津" * length)] == expected
    assert LONGEST_NAME == 200


def test_a_name_that_is_too_long_is_told_its_length() -> None:
    """What, which value, and what the limit is."""
    (fault,) = name_faults("lead.name", "津" * 201)
    assert (fault.path, fault.zh, fault.en) == (
        "lead.name",
        "长度 201，上限 200 字",
        "201 characters; the limit is 200",
    )


@pytest.mark.parametrize("value", ["", " ", "\u3000", " 津", "津 ", "津\n", "\u3000津"])
def test_a_name_is_not_blank_nor_begins_or_ends_so(value: str) -> None:
    """A full-width blank is one, too."""
    (fault,) = name_faults("name", value)
    assert (fault.kind, fault.en) == (
        FaultKind.INVALID_VALUE,
        "must not be empty nor begin or end with a blank",
    )


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u202e", "\ufeff", "\x00", "\ue000", "\ud800", "\u2028", "\u2029"]
)
def test_a_name_has_no_character_nobody_can_see(hidden: str) -> None:
    """Zero-width, direction, byte-order, control, private, surrogate and separator characters."""
    (fault,) = name_faults("name", f"津{hidden}甲")
    assert (fault.kind, fault.en) == (
        FaultKind.INVALID_VALUE,
        f"contains the invisible character U+{ord(hidden):04X}; remove it",
    )


@pytest.mark.parametrize(
    "point",
    [
        *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2800, 0x3164),
        *(0xFE00, 0xFE0F, 0xFFA0, 0xE0100, 0xE01EF),
    ],
)
def test_a_letter_or_mark_that_shows_nothing_is_none_of_a_name(point: int) -> None:
    """Its category is that of letters, marks or symbols; alone it would be an empty name."""
    for name in (chr(point), f"津甲{chr(point)}"):
        (fault,) = name_faults("name", name)
        assert fault.en == f"contains the invisible character U+{point:04X}; remove it"


@pytest.mark.parametrize("point", [0x0350, 0x115E, 0x1161, 0x17B6, 0x3163, 0x2801, 0xFE10, 0xFFA1])
def test_its_neighbours_are(point: int) -> None:
    """What stands right beside such characters can be seen."""
    assert name_faults("name", f"津{chr(point)}甲") == []


@pytest.mark.parametrize("value", ["津甲（集团）有限公司", "A & B 公司", "𠮷野家", "·"])
def test_what_can_be_seen_is_a_name(value: str) -> None:
    """Blanks inside, brackets and rare characters are part of names."""
    assert name_faults("name", value) == []


@pytest.mark.parametrize("value", [None, 3, b"name", ["name"]])
def test_a_name_is_text(value: Any) -> None:
    """Anything else is told its type is wrong, and nothing further."""
    assert [(f.kind, f.en) for f in name_faults("name", value)] == [
        (FaultKind.TYPE_ERROR, "must be text")
    ]


def test_a_day_is_a_date() -> None:
    """A date is; None is only where it may be left out."""
    assert day_faults("on", date(2026, 3, 2)) == []
    assert day_faults("on", None, optional=True) == []
    assert [f.kind for f in day_faults("on", None)] == [FaultKind.TYPE_ERROR]


@pytest.mark.parametrize("value", [datetime(2026, 3, 2, tzinfo=UTC), "2026-03-02", 20260302])
def test_a_moment_or_a_text_is_no_day(value: Any) -> None:
    """A datetime is refused although it is a date to Python."""
    kind = type(value).__name__
    for optional in (True, False):
        (fault,) = day_faults("filed_on", value, optional=optional)
        assert (fault.path, fault.en) == (
            "filed_on",
            f"must be a datetime.date, not {kind}; parse text at the boundary",
        )


def test_checking_a_day_raises_with_its_path() -> None:
    """What is a day passes silently, what is none is named."""
    check_day("on", date(2026, 3, 2))
    with pytest.raises(InvalidInputError) as caught:
        check_day("on", "2026-03-02")  # type: ignore[arg-type]
    assert [f.path for f in caught.value.faults] == ["on"]


def test_a_near_name_is_suggested_and_a_far_one_is_not() -> None:
    """One suggestion in both languages, or none."""
    known = iter(["lead_counts", "territory"])
    assert suggestion("lead_cuonts", known) == (
        "；是否指 'lead_counts'？",
        "; did you mean 'lead_counts'?",
    )
    assert suggestion("zzz", ["lead_counts"]) == ("", "")
    assert suggestion("zzz", []) == ("", "")
