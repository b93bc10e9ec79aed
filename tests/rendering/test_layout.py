"""Lines are set by columns, and break where a typesetter would let them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from innov_consortium.rendering.layout import WIDTH, columns, paragraph

TEXTS = st.text(
    alphabet="参与单位原则上不少于，。；：「」（）《》 abc.[]_/019年月日家", max_size=200
)


def test_a_chinese_character_takes_two_columns() -> None:
    """Full-width punctuation too."""
    assert columns("参与（6）。") == 11
    assert columns("Art. 5") == 6


@given(TEXTS)
def test_breaking_loses_nothing_but_space(text: str) -> None:
    """What is printed is what was said."""
    printed = "".join(line.text for line in paragraph(text, indent=4, hang=2))
    assert re.sub(r"\s", "", printed) == re.sub(r"\s", "", text)


@given(st.text(alphabet="参与单位，。「」（）6 ", max_size=300))
def test_no_line_begins_with_a_full_stop_or_ends_with_an_opening_quotation_mark(
    text: str,
) -> None:
    """Only a text that is nothing else may begin or end so."""
    lines = [line.text.strip() for line in paragraph(text)]
    assert all(line[0] not in "，。」）" for line in lines[1:])
    assert all(line[-1] not in "「（" for line in lines[:-1])


def test_a_line_is_as_wide_as_it_may_be_and_no_wider() -> None:
    """Forty-four characters fill a line of eighty-eight columns; the forty-fifth opens another."""
    assert [len(line.text) for line in paragraph("字" * 44)] == [44]
    assert [len(line.text) for line in paragraph("字" * 45)] == [44, 1]
    assert columns("字" * 44) == WIDTH


def test_a_figure_stays_with_its_unit_and_a_day_in_one_piece() -> None:
    """6 家 and 2026年3月2日 are never torn."""
    for before in range(30, 46):
        lines = [line.text for line in paragraph("字" * before + "共 6 家，于2026年3月2日")]
        assert sum("6 家" in line for line in lines) == 1
        assert sum("2026年3月2日" in line for line in lines) == 1


def test_a_path_longer_than_a_line_is_left_whole() -> None:
    """A path that was broken could not be copied."""
    path = "application." + "x" * WIDTH
    assert [line.text for line in paragraph(f"见 {path}")][-1] == path
