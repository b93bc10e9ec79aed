"""Tests of the labels of paths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from innov_consortium import catalogue
from innov_consortium.core.events import Event
from innov_consortium.core.policy import Policy
from innov_consortium.interchange import label
from innov_consortium.interchange.formats import fields_of, sorts_of
from innov_consortium.interchange.labels import SEPARATOR

SORTS = sorted({sort for p in catalogue().policies for sort in sorts_of(p)}, key=lambda s: s.tag)


def paths_of(policy: Policy) -> Iterator[str]:
    items = {one.name: one.path(3) for one in policy.items}
    yield from items.values()
    for fact in policy.facts:
        yield from (path.format(items.get(fact.each or "")) for path in fact.reads)


PATHS = sorted({path for policy in catalogue().policies for path in paths_of(policy)})


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        (
            "application.participants[3].id",
            ["申请", "参与单位 第4个", "统一社会信用代码（或其他标识）"],
            [
                "application",
                "participants no. 4",
                "unified social credit code (or other identifier)",
            ],
        ),
        (
            "attestations[in_tianjin]",
            ["认定（in_tianjin）"],
            ["attestations (in_tianjin)"],
        ),
        ("register.complete_to", ["登记簿", "登记完整的截止日"], None),
        ("special_case.determined_by", ["特殊情况", "确定单位"], None),
        ("application.lead.legal_form", ["申请", "牵头单位", "登记类别"], None),
        ("application.agreement.heads", ["申请", "组建协议", "协议载明的事项"], None),
        (
            "application.governance.principal.name",
            ["申请", "组织架构", "牵头单位主要负责人", "姓名"],
            None,
        ),
        (
            "attestations[0].by",
            ["认定 第1个", "认定单位"],
            ["attestations no. 1", "body that attests"],
        ),
        ("interpretations[0].by", ["解释 第1个", "解释单位"], None),
        ("events[0].instead.by", ["事件 第1个", "更正后的事件", "作出者"], None),
        ("changes[0].kind", ["变更 第1个", "变更类型"], ["changes no. 1", "kind of change"]),
        ("events[0].joining.kind", ["事件 第1个", "新加入的单位", "单位类型"], None),
        ("listings[0].first", ["列入名录、名单 第1个", "列入首日"], None),
        ("register.bars[0].window.first", ["登记簿", "受限制的记录 第1个", "期间", "首日"], None),
        ("events[0].under", ["事件 第1个", "所依据的其他文本"], None),
        ("events[0].grade", ["事件 第1个", "评价等次"], ["events no. 1", "grade"]),
        ("record.accidents[0].grade", ["在案情况", "事故 第1个", "事故等级"], None),
        ("record.complete_to", ["在案情况", "在案情况完整的截止日"], None),
        ("record.misconduct[1].what", ["在案情况", "其他违法行为 第2个", "行为"], None),
        (
            "record.earlier_funding[0].amount",
            ["在案情况", "已获得的资助 第1个", "金额（元）"],
            ["record", "earlier funding no. 1", "amount in yuan"],
        ),
        ("calendar.days_off[2]", ["日历", "休息日 第3个"], ["calendar", "days off no. 3"]),
        ("calendar.window.first", ["日历", "期间", "首日"], None),
        ("cycle_from", ["评价周期的首年"], ["first year of the cycles of evaluation"]),
        ("application.lead.succeeds[0]", ["申请", "牵头单位", "合并、分立前的法人 第1个"], None),
        ("somewhere.else[2]", ["somewhere", "else 第3个"], ["somewhere", "else no. 3"]),
        ("", [""], [""]),
    ],
)
def test_label(path: str, zh: list[str], en: list[str] | None) -> None:
    """A path is told by the names of its fields, counted from one."""
    assert SEPARATOR.join(zh) == label(path, "zh_CN")
    if en is not None:
        assert SEPARATOR.join(en) == label(path, "en")


def fields(document: Any, path: str = "") -> Iterator[str]:
    if isinstance(document, dict):
        for key, value in document.items():
            at = f"{path}.{key}" if path else key
            yield at
            yield from fields(value, at)
    elif isinstance(document, list):
        for n, value in enumerate(document):
            yield from fields(value, f"{path}[{n}]")


def test_every_field_has_labels(document: dict[str, Any]) -> None:
    """Every field of the complete document is named in both languages."""
    for path in fields(document):
        name = path.rpartition(".")[2]

        assert not label(path, "zh").endswith(name), path
        assert label(path, "en").replace(SEPARATOR, " ").isascii(), path


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.tag)
def test_every_field_of_an_event_has_labels(sort: type[Event]) -> None:
    """Every field of every sort of event, a policy's own among them, is named in Chinese."""
    names = ["type", *(name for name, _ in fields_of(sort))]
    plain = [n for n in names if label(f"events[0].{n}", "zh").rpartition(SEPARATOR)[2].isascii()]

    assert plain == []


@pytest.mark.parametrize("path", PATHS)
def test_every_path_a_policy_reads_has_labels(path: str) -> None:
    """Every path that can be missing from a report is named in Chinese, step by step."""
    plain = [step for step in label(path, "zh").split(SEPARATOR) if step[0].isascii()]

    assert plain == []
