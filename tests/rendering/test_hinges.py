"""What an answer hinges on, in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from innov_consortium.core.attestations import Interpretation
from innov_consortium.interchange import load_case
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.rendering import render, render_html, render_markdown

EXAMPLES = Path(__file__).parents[2] / "examples"
LAW = TIANJIN.supposing_published(date(2025, 4, 11))
ON = date(2026, 3, 2)
SHORT = load_case((EXAMPLES / "one-participant-short.json").read_bytes())
COMPLETE = load_case((EXAMPLES / "complete.json").read_bytes())
FOUR = "市科技局会同市工业和信息化局、市知识产权局、市财政局"


def joined(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("write", [render, render_markdown, render_html])
@pytest.mark.parametrize(
    ("locale", "heading", "words"),
    [
        ("zh_CN", "解释的影响", "B01 改读为“b 含牵头单位”（lead_counts=included）"),
        ("en", "What hinges on the readings", "B01 is read as “b lead counted”"),
    ],
)
def test_every_writer_says_what_the_answer_hinges_on(
    write: object, locale: str, heading: str, words: str
) -> None:
    assert callable(write)
    report = LAW.check("formation", SHORT, on=ON)
    said = write(report, locale, hinges=LAW.hinges(report))
    assert heading in said
    assert joined(words) in joined(said)
    assert heading not in write(report, locale)


def test_the_outcome_before_and_after_is_said_of_each_norm_with_its_id() -> None:
    report = LAW.check("formation", SHORT, on=ON)
    said = joined(render(report, hinges=LAW.hinges(report)))
    assert joined("第五条第（三）项 [art5.item3.s2c]：不合原则（尚无决定） → 符合") in said
    assert joined("改读后结论不同的（4 种）") in said
    assert joined("其余任何一项、任何两项改读，结论都不变。") in said


def test_where_nothing_would_alter_the_answer_that_is_said() -> None:
    said = Interpretation(
        reading="cooperation_basis", option="any", by=FOUR, on=ON, document="测试解释1号"
    )
    case = evolve(COMPLETE, interpretations=(said,))
    report = LAW.check("formation", case, on=ON)
    text = joined(render(report, hinges=LAW.hinges(report)))
    assert joined("其中任何一项、任何两项改读，结论都不变。") in text
    assert joined("已有官方解释、未作改读的：B21 cooperation_basis。") in text


def test_without_a_basis_only_the_answer_is_said() -> None:
    """Of the norms that are not asked on that day nothing is told one by one."""
    report = LAW.check("formation", COMPLETE, on=date(2030, 4, 10))
    text = joined(render(report, hinges=LAW.hinges(report)))
    assert joined("A04 改读为“b 至当日开始时止”（last_day=excluded） → 结论：") in text
    assert "art5.item1.s2a]：符合→未问" not in text


def test_the_hinges_of_another_report_are_refused() -> None:
    report = LAW.check("formation", SHORT, on=ON)
    other = LAW.hinges(LAW.check("formation", COMPLETE, on=ON))
    with pytest.raises(ValueError, match="of another report"):
        render(report, hinges=other)
