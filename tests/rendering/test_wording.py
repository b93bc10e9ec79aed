"""Values are worded exactly: nothing is rounded, nothing unknown becomes a no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import frozen
from tests.rendering.conftest import LEAD

from innov_consortium.core.changes import (
    Change,
    ChangeExecuted,
    ChangeKind,
    ChangeReported,
    changes_of,
)
from innov_consortium.core.clauses import Evidence
from innov_consortium.core.consortium import Application, Person, Vacancy
from innov_consortium.core.events import Recognised
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Count, Role
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.events import DistrictOpinion
from innov_consortium.policies.tianjin.facts_cycles import Cycle
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings import LeadCounts
from innov_consortium.policies.tianjin.results import Operative
from innov_consortium.rendering import Wording, wording
from innov_consortium.rendering.catalogues import messages_of, own_messages

ZH = wording("zh_CN", TIANJIN)
EN = wording("en", TIANJIN)

DAY = date(2026, 6, 1)
KEY = LEAD.key
CODE = KEY.id.value


def changed(kind: ChangeKind, change: str = "", **more: Any) -> Change:
    """Return a change as far as its report tells of it."""
    report = ChangeReported(on=DAY, change=change, kind=kind, **more)
    return Change(id=change, told=report, report=report, reported_on=DAY)


LEFT = changed(ChangeKind.MEMBER_EXIT, "c1", unit=KEY)
RENAMED = changed(ChangeKind.MEMBER_RENAME, unit=KEY, new_name="乙")
JOINED = changed(ChangeKind.MEMBER_JOIN, joining=LEAD)
UNREPORTED = changes_of([ChangeExecuted(on=DAY, kind=ChangeKind.MEMBER_JOIN, joining=LEAD)])[0]
POST = changed(ChangeKind.LEAD_PRINCIPAL, person=Person("欧阳虚构"))


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (None, "未提供", "not given"),
        (True, "是", "yes"),
        (False, "否", "no"),
        (0, "0", "0"),
        (Count(None), "未提供", "not given"),
        (Count(3, ("甲",)), "3", "3"),
        (date(2026, 3, 2), "2026年3月2日", "March 2, 2026"),
        (Decimal(10000000), "10,000,000", "10,000,000"),
        (Decimal("1234.567891"), "1,234.567891", "1,234.567891"),
        (Fraction(1, 2), "50%", "50%"),
        (Fraction(497, 1000), "49.7%", "49.7%"),
        (Fraction(1, 3), "1/3", "1/3"),
        (Fraction(4999, 10000), "4999/10000", "4999/10000"),
        ("chain_master", "产业链链主企业", "chain-master enterprise"),
        ("现代农业", "现代农业", "现代农业"),
        ("other:网络安全", "网络安全", "网络安全"),
        (("decision", "advisory"), "决策、咨询", "decision-making, advisory"),
        ((), "无", "none"),
        (LeadCounts.INCLUDED, "含牵头单位", "lead counted"),
        (Vacancy.VACANT, "空缺", "vacant"),
        (Role.LEAD, "牵头单位", "lead"),
        (ChangeKind.MEMBER_EXIT, "成员单位退出", "a member leaves"),
        (DistrictOpinion.RECOMMEND, "recommend", "recommend"),
        (KEY, CODE, CODE),
        (MemberKey(KEY.id, "材料学院"), f"{CODE}（材料学院）", f"{CODE}（材料学院）"),
        (frozenset({"b", "a", "c"}), "a、b、c", "a, b, c"),
        ("art11.item4", "第十一条第（四）项", "Art. 11 item (4)"),
        (LEFT, f"c1 成员单位退出（{CODE}）", f"c1: a member leaves ({CODE})"),
        (
            RENAMED,
            f"成员单位名称调整（{CODE}、新名称：乙）",
            f"a member is renamed ({CODE}, new name: 乙)",
        ),
        (JOINED, f"单位加入（{LEAD.name}）", f"a unit joins ({LEAD.name})"),
        (UNREPORTED, f"单位加入（{LEAD.name}）", f"a unit joins ({LEAD.name})"),
        (POST, "牵头单位主要负责人调整", "another principal of the lead"),
        (Change(id=""), "变更", "change"),
        (Recognised(on=DAY), "批复组建", "formation approved"),
        (Membership(LEAD, Role.LEAD, None), LEAD.name, LEAD.name),
        (Application(lead=LEAD, participants=()), "Application", "Application"),
        (Person("欧阳虚构"), "（姓名不显示）", "(name not shown)"),
    ],
)
def test_a_value_in_both_languages(value: Any, chinese: str, english: str) -> None:
    """Unknown is not no and not zero; a share is exact or stays a fraction; no person is named."""
    assert ZH.value(value) == chinese
    assert EN.value(value) == english


class Fixed:
    """A catalogue with one message."""

    def __init__(self, message: str) -> None:
        self.message = message

    def find(self, key: str) -> str | None:
        return self.message if key == "any" else None


def said(message: str, value: Any, **more: Any) -> str:
    own: Any = own_messages("zh_CN")
    policys: Any = Fixed(message)
    return Wording("zh_CN", own, policys).of_policy("any", n=value, **more) or ""


@pytest.mark.parametrize(
    ("message", "value", "expected"),
    [
        ("{n:家}", 6, "6 家"),
        ("{n:家}", 0, "0 家"),
        ("{n:家}", None, "未提供"),
        ("{n:家}", Count(None, missing=("x",)), "未提供"),
        ("{n:unit|units}", 1, "1 unit"),
        ("{n:unit|units}", 2, "2 units"),
        ("{n:有|无}", True, "有"),
        ("{n:有|无}", False, "无"),
        ("{n:有|无}", None, "未提供"),
        ("{n:有|无|不明}", None, "不明"),
        ("{n:||尚无}", None, "尚无"),
        ("{n:||尚无}", DAY, "2026年6月1日"),
        ("{n:unit|units|none}", 2, "2 units"),
        ("甲{n:；另有乙|}。", False, "甲。"),
    ],
)
def test_a_placeholder_words_its_value(message: str, value: Any, expected: str) -> None:
    """A unit, one word or another, the singular or the plural."""
    assert said(message, value) == expected


@frozen
class Grade(Evidence):
    """A fact that rests on something."""

    value: str | None
    year: int | None = 2027
    years: tuple[int, ...] = (2027, 2029)
    by: str = "甲|乙\n局"
    missing: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("{n}（{n.year!y} 年度）", "chain_master（2027 年度）"),
        ("{n.years!y}", "2027、2029"),
        ("{n.by}", "甲|乙 局"),
        ("{nothing.year!y:||没有}", "没有"),
        ("{nothing.year}", "未提供"),
        ("{yes:于{day}由{n.by}作出|没有作出}", "于2026年6月1日由甲|乙 局作出"),
        ("{yes:{no:是|否|不明}|没有}", "否"),
        ("{no:于{day}作出|没有作出}", "没有作出"),
        ("{nothing:于{day}作出|没有作出|不明}", "不明"),
    ],
)
def test_a_placeholder_goes_into_a_fact_and_an_alternative_has_placeholders(
    message: str, expected: str
) -> None:
    """Years are no quantities; what is not known rests on nothing; a bar in a name is a bar."""
    more = {"nothing": None, "yes": True, "no": False, "day": DAY}
    spoken = said(message, Grade("chain_master"), **more)
    assert spoken.replace("产业链链主企业", "chain_master") == expected


def test_a_word_that_rests_on_something_is_worded_like_any_other() -> None:
    """In the policy's own word for it."""
    assert ZH.of_policy("clause.one_of_four_grades", **_graded("good")) is not None
    assert "良好（2027 年度" in str(ZH.of_policy("clause.one_of_four_grades", **_graded("good")))
    assert "未提供（2027 年度" in str(ZH.of_policy("clause.one_of_four_grades", **_graded(None)))


def _graded(grade: str | None) -> dict[str, Any]:
    return {"operative": Operative(grade, 2027, DAY, DAY), "grades": ("good",), "has_grade": True}


def test_a_compound_with_days_is_named_by_them() -> None:
    """A cycle of evaluation is its years; one of which nobody says when it begins is not known."""
    cycle = Cycle(Window(date(2026, 1, 1), date(2028, 12, 31)))
    assert ZH.value(cycle) == "2026年1月1日至2028年12月31日"
    assert (ZH.value(Cycle(None)), EN.value(Cycle(None))) == ("未提供", "not given")


def test_what_an_input_contains_is_never_read_as_a_message() -> None:
    """Braces, line ends and escape sequences in a name are shown, not obeyed."""
    assert ZH.value("{participants} %s") == "{participants} %s"
    assert ZH.value("一\n二\x1b[2J") == "一 二�[2J"
    assert said("{n}", "{n.__class__}") == "{n.__class__}"


def test_a_figure_has_its_unit_in_the_language() -> None:
    """家 is a Chinese measure word; English needs another."""
    assert (ZH.with_unit(6, "家"), EN.with_unit(6, "家")) == ("6 家", "6 organisations")
    assert (ZH.with_unit(6, "吨"), EN.with_unit(6, "")) == ("6 吨", "6")


def test_the_wording_of_a_policy_is_made_once() -> None:
    """Whatever name the language is asked for by, and whatever readings the policy has."""
    other = TIANJIN.with_readings(lead_counts="included")
    assert wording("zh-Hans", other) is ZH
    assert messages_of(other, "en") is messages_of(TIANJIN, "en")
