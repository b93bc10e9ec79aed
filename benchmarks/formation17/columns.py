"""How the facts of the workload are derived from its two tables.

No words are listed of which a column of text must be one: the workload does not ask for that, and
whoever writes a query for it by hand does not look.
"""

from __future__ import annotations

import narwhals as nw

from innov_consortium.core.clauses import fact
from innov_consortium.core.tables import ColumnKind, ColumnSpec, Tables, tally

__all__ = ["COLUMNS"]


@fact
def led(leads_elsewhere: nw.Expr) -> nw.Expr:
    """牵头的联合体，连同本次。"""
    return leads_elsewhere + 1


@fact
def barred(
    filed_on: nw.Expr,
    bars: nw.Expr,
    bar_1_first: nw.Expr,
    bar_1_last: nw.Expr,
    bar_2_first: nw.Expr,
    bar_2_last: nw.Expr,
) -> nw.Expr:
    """申请之日在限制期内：没有第一期或第二期的，其首末日为空，不影响结论。"""
    first = (bars >= 1) & (filed_on >= bar_1_first) & (filed_on <= bar_1_last)
    second = (bars >= 2) & (filed_on >= bar_2_first) & (filed_on <= bar_2_last)
    return first | second


@tally(each="participant")
def participants() -> int:
    """每行一家。"""
    return 1


@tally(each="participant")
def known_enterprises(kind: nw.Expr) -> nw.Expr:
    """其中已知的企业。"""
    return kind == "enterprise"


@tally(each="participant")
def unknown_kinds(kind: nw.Expr) -> nw.Expr:
    """其中类型不明的。"""
    return kind.is_null()


@fact
def enterprises(known_enterprises: nw.Expr, unknown_kinds: nw.Expr) -> nw.Expr:
    """其中企业；有一家类型不明的，不明。"""
    return nw.when(unknown_kinds == 0).then(known_enterprises)


@fact(each="participant")
def joined(existing: nw.Expr) -> nw.Expr:
    """该单位参与的联合体，连同本次。"""
    return existing + 1


def _day(name: str, zh: str, en: str) -> ColumnSpec:
    return ColumnSpec(name=name, kind=ColumnKind.DAY, zh=zh, en=en)


def _count(name: str, zh: str, en: str) -> ColumnSpec:
    return ColumnSpec(name=name, kind=ColumnKind.COUNT, zh=zh, en=en)


COLUMNS = Tables(
    applications=(
        _day("filed_on", "申请之日", "the day of application"),
        ColumnSpec(name="lead_kind", kind=ColumnKind.TEXT, zh="牵头单位的类型", en="kind of lead"),
        _count("leads_elsewhere", "已牵头的联合体数", "consortia it leads already"),
        _count("bars", "限制期的数目", "how many bars there are of the lead"),
        _day("bar_1_first", "第一期首日", "first day of the first"),
        _day("bar_1_last", "第一期末日", "last day of the first"),
        _day("bar_2_first", "第二期首日", "first day of the second"),
        _day("bar_2_last", "第二期末日", "last day of the second"),
    ),
    members=(
        ColumnSpec(
            name="kind",
            kind=ColumnKind.TEXT,
            zh="单位类型",
            en="kind of organisation",
            required=True,
        ),
        _count("existing", "已参与的联合体数", "consortia it takes part in already"),
    ),
    facts=(
        led,
        barred,
        participants,
        known_enterprises,
        unknown_kinds,
        enterprises,
        joined,
    ),
)
