"""Citations are written as lawyers write them, in both languages."""

from __future__ import annotations

import pytest

from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.rendering import citation
from innov_consortium.rendering.citations import numeral, place

TITLE = "《天津市创新联合体管理办法（征求意见稿）》"


@pytest.mark.parametrize(
    ("provision", "chinese", "english"),
    [
        ("art5.item3.s2c", "第五条第（三）项", "Art. 5 item (3)"),
        ("art11.p2.s1b", "第十一条第二款", "Art. 11 para. 2"),
        ("art11.item7", "第十一条第（七）项", "Art. 11 item (7)"),
        ("art26.s1b", "第二十六条", "Art. 26"),
        ("art20.h", "第二十条", "Art. 20"),
        ("doc.title", "", ""),
        ("ch2", "", ""),
    ],
)
def test_a_provision_is_cited_down_to_its_item(provision: str, chinese: str, english: str) -> None:
    """Sentences are not cited; a part that is no article cites the text as a whole."""
    assert citation(TIANJIN.instrument, provision) == TITLE + chinese
    assert place(provision, "en") == english


def test_the_english_citation_names_the_text_in_english() -> None:
    """The gloss of the title stands before the place, and alone where there is no place."""
    gloss = TIANJIN.instrument.gloss
    assert citation(TIANJIN.instrument, "art7.s1a", "en") == f"{gloss}, Art. 7"
    assert citation(TIANJIN.instrument, "doc.title", "en") == gloss


def test_every_number_to_ninety_nine_is_written_and_no_other() -> None:
    """Ninety-nine numbers, no two of them alike, out of eleven signs."""
    written = [numeral(n) for n in range(1, 100)]
    assert len(set(written)) == 99
    assert set("".join(written)) == set("一二三四五六七八九十")
    for outside in (0, 100):
        with pytest.raises(ValueError, match="from 1 to 99"):
            numeral(outside)


def test_every_provision_of_the_ledger_can_be_cited() -> None:
    """No id of the text defeats the citation."""
    assert all(citation(TIANJIN.instrument, p).startswith(TITLE) for p in TIANJIN.ledger)
