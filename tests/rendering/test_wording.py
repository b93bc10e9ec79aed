"""Values are worded exactly: nothing is rounded, nothing unknown becomes a no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from tests.rendering.conftest import LEAD

from innov_consortium.core.changes import (
    Change,
    ChangeExecuted,
    ChangeKind,
    ChangeReported,
    changes_of,
)
from innov_consortium.core.consortium import Application, Person, Vacancy
from innov_consortium.core.events import Recognised
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.register import Count, Role
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.events import DistrictOpinion
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings import LeadCounts
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


def said(message: str, value: Any) -> str:
    own: Any = own_messages("zh_CN")
    policys: Any = Fixed(message)
    return Wording("zh_CN", own, policys).of_policy("any", n=value) or ""


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
