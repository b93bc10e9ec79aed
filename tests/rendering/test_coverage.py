"""How a cycle is to be covered, in words."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from tests.toy_coverage import CYCLICAL, MEASURES, SILENT, assigned, done, ended, life, recognised
from tests.toy_filing import FILING

from innov_consortium.core.clauses import fact
from innov_consortium.core.coverage import plan_coverage
from innov_consortium.core.cycles import CoveragePlan, Cycle
from innov_consortium.core.evaluation import evaluations_of
from innov_consortium.core.history import Consortium, History
from innov_consortium.core.policy import Policy
from innov_consortium.rendering import LOCALES, UnknownLocaleError, render_coverage
from innov_consortium.rendering.layout import WIDTH, columns

OLD = recognised(date(2022, 1, 1))
HISTORIES = (
    life("甲", OLD, done(2024)),
    life("乙", OLD, done(2022), done(2023)),
    life("丙", recognised(date(2023, 1, 1))),
    life("丁", OLD, assigned(2027)),
    life("戊", recognised(date(2026, 5, 1))),
    life("己", OLD, done(2026)),
    life("庚", OLD, done(2026, grade=None)),
    life("辛", OLD, ended(date(2027, 2, 1))),
    life("壬"),
    life("癸", OLD, assigned(2026)),
    life("子", OLD, done(2027, on=date(2027, 3, 2))),
)


def plan(
    *histories: History,
    policy: Policy = MEASURES,
    cycle: tuple[int, int] = (2026, 3),
    on: date = date(2027, 4, 1),
    **more: Any,
) -> CoveragePlan:
    return plan_coverage(policy, histories, Cycle(*cycle), on=on, **more)


def joined(text: str) -> str:
    """Return a text as if no line had ever been broken, without the space between them."""
    return re.sub(r"\n +(?!- )", "", text)


TIGHT = plan(*HISTORIES, capacity={2027: 2, 2028: 1})
PLANS = {
    "tight": TIGHT,
    "free": plan(*HISTORIES),
    "nobody": plan(),
    "before": plan(*HISTORIES, on=date(2019, 12, 31)),
    "ending": plan(*HISTORIES, cycle=(2029, 3), on=date(2029, 4, 1)),
    "over": plan(*HISTORIES, cycle=(2029, 3), on=date(2030, 4, 11)),
    "unpublished": plan(*HISTORIES, policy=CYCLICAL),
}


def test_the_whole_of_a_plan() -> None:
    """Each consortium once, in its place and with the reason; the readings at the end."""
    text = render_coverage(TIGHT, "zh_CN")
    assert text.partition("\n\n")[0].splitlines() == [
        "《虚构县联合体备案办法》2026年至2028年周期的专家评价安排：2027年4月1日",
        "依据：第五条「每年三月三十一日前提交年报」",
        "合计：已覆盖 2、应评价 5、不须评价 1、是否已覆盖不明 1、不在其列 2；应评价的之中有2个排",
        "  不下",
    ]
    _, _, body = text.partition("文末所列的解释核对。\n\n")
    assert body == (
        "本年（2027年）：1个（上限2个，此外已有结果的1个）\n"
        "  - 丁（已选取）：从未经专家评价，2022年1月1日组建\n"
        "\n"
        "2028年：1个（上限1个）\n"
        "  - 丙：从未经专家评价，2023年1月1日组建\n"
        "\n"
        "周期内排不下的\n"
        "  - 乙：上次经专家评价的是2023年，2022年1月1日组建\n"
        "  - 甲：上次经专家评价的是2024年，2022年1月1日组建\n"
        "\n"
        "先前已选取、结果尚未通报的；不再重复安排，不会有结果的须先更正记录\n"
        "  - 癸：为2026年选取，从未经专家评价，2022年1月1日组建\n"
        "\n"
        "哪些年度经过专家评价不明的；须先查明，未作安排\n"
        "  - 庚：2022年1月1日组建\n"
        "\n"
        "周期内已经专家评价、结果已通报的\n"
        "  - 己：2026年\n"
        "  - 子：2027年\n"
        "\n"
        "周期开始后才组建的；可以选取，不是必须\n"
        "  - 戊：从未经专家评价，2026年5月1日组建\n"
        "\n"
        "不在其列的\n"
        "  - 辛：已经终止（2027年2月1日）\n"
        "  - 壬：尚未组建\n"
        "\n"
        "所依据的解释\n"
        "  X01 评价何时算作已经进行？——结果通报之后（默认）\n"
    )


@pytest.mark.parametrize("name", PLANS)
def test_it_says_whose_order_it_is_and_that_nothing_follows_from_a_shortfall(name: str) -> None:
    """In either language, whether there is a shortfall or not."""
    chinese, english = (joined(render_coverage(PLANS[name], locale)) for locale in LOCALES)
    assert "本安排供组织评价的机关参考。先后顺序是本库的建议" in chinese
    assert "排不下的，对任何联合体都没有后果" in chinese
    assert "本库也不设权重" in chinese
    assert "The order is proposed by this library" in english
    assert "has no consequence for any" in english


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", PLANS)
def test_lines_fit_a_terminal(name: str, locale: str) -> None:
    """As wide as a report at most; no blank ends a line, no two empty ones follow each other."""
    lines = render_coverage(PLANS[name], locale).splitlines()
    assert max(map(columns, lines)) <= WIDTH
    assert [line for line in lines if line != line.rstrip()] == []
    assert ("", "") not in set(pairwise(lines))


@pytest.mark.parametrize("name", PLANS)
def test_the_chinese_text_holds_no_english(name: str) -> None:
    """But for the entry of a reading; figures are written without commas."""
    text = joined(render_coverage(PLANS[name], "zh_CN"))
    assert re.findall(r"[A-Za-z]{2,}", text) == []
    assert re.findall(r"[0-9],[0-9]", text + render_coverage(PLANS[name], "en")) == []


@pytest.mark.parametrize(
    ("name", "said", "not_said"),
    [
        ("tight", "该文本在施行期内", "届满"),
        ("before", "以下只是预先安排", "届满"),
        ("ending", "2030年之内该文本的有效期届满，此后不能依其选取", "不能再依其选取"),
        ("ending", "2031年开始以前该文本的有效期已经届满，没有安排", "不能再依其选取"),
        ("over", "所问之日该文本的有效期已经届满，不能再依其选取", "2031年"),
        ("unpublished", "公布", "施行期内"),
    ],
)
def test_what_the_time_of_the_text_does_to_it(name: str, said: str, not_said: str) -> None:
    """In force, not yet, expiring within the cycle, expired, not known."""
    text = joined(render_coverage(PLANS[name], "zh_CN")).partition("\n\n本年")[0]
    text = text.replace("2031年周期", "")
    assert said in text
    assert not_said not in text


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2025, 12, 31), "本年（2025年）不在周期之内，没有应在本年选取的。"),
        (date(2026, 1, 1), "本年（2026年）：1个（没有给出上限）"),
        (date(2029, 1, 1), "本年（2029年）不在周期之内，没有应在本年选取的。"),
    ],
)
def test_a_year_outside_the_cycle(on: date, said: str) -> None:
    """The day before it, its first day, the day after it."""
    assert said in render_coverage(plan(life("A", OLD), on=on), "zh_CN")


def test_a_year_in_which_nobody_can_be_selected_any_more() -> None:
    """It is in the cycle, and the text has expired."""
    assert "本年（2030年）不能再依该文本选取。" in render_coverage(PLANS["over"], "zh_CN")
    english = render_coverage(PLANS["over"], "en")
    assert "Nobody can be selected under this text any more in this year, 2030." in english


def test_a_selection_beyond_the_capacity_is_told() -> None:
    """Not when it is just used up."""
    selected = [life(name, OLD, assigned(2027)) for name in "AB"]
    texts = [render_coverage(plan(*selected, capacity=n), "zh_CN") for n in (1, 2)]
    assert [("已经选取的超出上限" in text) for text in texts] == [True, False]
    assert "本年（2027年）：2个（上限1个，已经选取的超出上限）" in texts[0]


def test_a_cycle_of_another_length_than_that_of_the_text_is_told() -> None:
    """Two years by the text; where it states none nothing is said, and nothing cited."""
    said = "条文的周期为2年，本安排按{}年。"
    for years, told in ((1, True), (2, False), (3, True)):
        text = joined(render_coverage(plan(cycle=(2027, years)), "zh_CN"))
        assert (said.format(years) in text) == told
    silent = render_coverage(plan(policy=SILENT, cycle=(2027, 1)), "zh_CN")
    assert "条文的周期为" not in silent
    assert "依据：" not in silent
    assert silent.startswith("《虚构县联合体备案办法》2027年周期的专家评价安排")


@fact
def any_years(consortium: Consortium) -> tuple[int, ...]:
    """曾经评价的年份，不论由谁。"""
    return tuple(e.year for e in evaluations_of(consortium.events))


def test_a_plan_that_rests_on_no_reading_lists_none() -> None:
    """Nor has it a heading for them."""
    bare = evolve(FILING, facts=(*FILING.facts, any_years), evaluated="any_years")
    text = render_coverage(plan(life("甲", OLD), policy=bare), "zh_CN")
    assert "  - 甲：从未经专家评价" in text
    assert "所依据的解释" not in text


def test_one_and_several_are_told_apart_in_english() -> None:
    """Has and have, consortium and consortia."""
    alike = [life(name, OLD) for name in "ABC"]
    texts = [joined(render_coverage(plan(*alike, capacity=n), "en")) for n in (1, 0)]
    assert ["; 1 of those due has no place left" in text for text in texts] == [True, False]
    assert "; 3 of those due have no place left" in texts[1]
    assert ["1 consortium (capacity 1)" in text for text in texts] == [True, False]
    assert "0 consortia (capacity 0)" in texts[1]
    assert "「每年三月三十一日前提交年报」 a report each year by 31 March" in texts[0]


def test_nobody_to_plan_for() -> None:
    """Is said, not left out."""
    assert "合计：无" in render_coverage(PLANS["nobody"], "zh_CN")
    assert "In all: none" in render_coverage(PLANS["nobody"], "en")


def test_another_language_is_refused() -> None:
    """With those there are."""
    with pytest.raises(UnknownLocaleError):
        render_coverage(TIGHT, "fr")
