"""Two reports compared, and several side by side, in words."""

from __future__ import annotations

import os
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.toy_grounds import GROUNDS, LISTS, REPORTED, TWICE, Delisted

from innov_consortium import compare
from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Dossier
from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Record
from innov_consortium.core.report import Report
from innov_consortium.core.timelines import Timeline
from innov_consortium.rendering import LOCALES, render_comparison, render_timeline
from innov_consortium.rendering.layout import WIDTH, columns, tables

SNAPSHOTS = Path(__file__).parent / "snapshots"
COMPLETE = Record(complete_to=date(2040, 1, 1))
NOT_GRAVE = Attestation(what="art1.item4", by="市里", on=date(2026, 1, 1), holds=False)
DAYS = (
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2028, 1, 1),
    date(2028, 9, 1),
    date(2029, 2, 28),
    date(2031, 2, 28),
    date(2031, 3, 1),
    date(2033, 1, 1),
)


def report(
    on: date, history: History = TWICE, inquiry: str = "striking_off", **given: Any
) -> Report:
    """Return a report of what is fully known, unless said otherwise."""
    policy: Policy = given.pop("policy", GROUNDS)
    known: dict[str, Any] = {"record": COMPLETE, "attestations": (NOT_GRAVE,), **given}
    return policy.check(inquiry, Dossier(history=history, **known), on=on)


TIMELINE = Timeline(
    tuple(report(day, inquiry=i) for i in ("striking_off", "coming_back") for day in DAYS)
)


def joined(text: str, locale: str = "zh_CN") -> str:
    """Return a text as if its lines had never been broken: one that goes on is nearly full."""
    whole: list[str] = []
    going_on = False
    for line in text.splitlines():
        if going_on and line.startswith("  "):
            whole[-1] += ("" if locale == "zh_CN" else " ") + line.strip()
        else:
            whole.append(line)
        going_on = columns(line) > WIDTH - 24
    return "\n".join(whole) + "\n"


def compared(before: Report, after: Report, locale: str = "zh_CN", **asked: bool) -> str:
    """Return the comparison of two reports on lines that were never broken."""
    return joined(render_comparison(compare(before, after), locale, **asked), locale)


class TestComparison:
    """Everything that differs between two reports."""

    def test_the_answer_and_each_norm_before_and_after(self) -> None:
        """With what was found on each day."""
        text = compared(report(date(2028, 8, 31)), report(date(2028, 9, 1)))
        assert text.startswith(
            "《虚构市联合体注销办法》striking_off：2028年8月31日与2028年9月1日比较\n"
            "结论：不成立 → 成立\n"
        )
        assert "结果不同的（1 项）" in text
        assert "! 第一条第（一）项  不成立 → 成立" in text
        assert "前：（结果：2026（2026年9月1日通报））" in text
        assert "其间没有结果的年度：2027）" in text

    def test_why_it_altered_by_itself(self) -> None:
        """As it was known to come on the first day."""
        text = compared(report(DAYS[0]), report(DAYS[1]))
        assert (
            "按2026年12月31日所知，别无他事发生的，自2027年1月1日起即自行变为“成立”："
            "「（三）上一年度未报送自评报告的」（第一条第（三）项）。"
        ) in text
        english = compared(report(DAYS[0]), report(DAYS[1]), "en")
        assert "As known on December 31, 2026, if nothing else happened" in english

    def test_a_fact_without_a_sentence_is_told_by_its_label(self) -> None:
        """The policy has no catalogue: the docstring of the fact is its label."""
        text = compared(report(DAYS[0]), report(DAYS[1]))
        assert "上一年度的自评报告没有报送：否 → 是" in text

    def test_nothing_differs(self) -> None:
        """That is said, and the answer once."""
        text = compared(report(DAYS[1]), report(DAYS[1]))
        assert "结论相同：成立" in text
        assert text.endswith("\n没有不同。\n")
        assert "两份报告" in text.splitlines()[0]

    def test_readings_numbers_publication_and_marks(self) -> None:
        """What was set otherwise stands before what followed from it."""
        otherwise = evolve(
            GROUNDS.with_numbers(failures=1).with_readings(delisted=Delisted.NEVER),
            publication=None,
        )
        day = date(2027, 7, 1)
        text = compared(report(day, listings=LISTS), report(day, listings=LISTS, policy=otherwise))
        told = text.partition("所用的解释、数字、公布日期和说明不同的\n")[2]
        assert "X01 已经移出名单的，是否仍属于“被列入”？——由人判断（默认） → 不属于（所选）" in told
        assert "failures：2 次 → 1 次" in told
        assert "公布日期：2026年1月1日（假定） → 未提供" in told
        assert "只对前一份：公布日期系假定（2026年1月1日）" in told
        assert "只对后一份：所用数字与文本所载不同" in told
        assert "该文本：在施行期内 → 是否施行不明" in text
        assert told.index("只对后一份") < told.index("结果不同的")

    def test_items_that_differ(self) -> None:
        """Each once, with what becomes of it, or that it is no longer listed."""
        day = date(2027, 7, 1)
        never = GROUNDS.with_readings(delisted=Delisted.NEVER)
        text = compared(report(day, listings=LISTS), report(day, listings=LISTS, policy=never))
        assert "结果相同而事实不同的（1 项）" in text
        assert "! 第一条第（二）项  成立\n" in text
        assert "- 乙名单（2026年3月1日至2027年6月30日）：待判断 → 未列出" in text
        assert "甲名单" not in text

    def test_the_same_value_on_other_evidence(self) -> None:
        """Two in a row, and two in a row of other years."""
        other = History("C3", tuple(_a_year_later(e) for e in TWICE.events))
        one, two = report(date(2029, 12, 1)), report(date(2029, 12, 1), other)
        text = compared(one, two, details=True)
        assert "最近连续不及格的次数：同为2，所据不同" in text
        assert compared(one, two, "en", details=True).count(": 2 in both, resting on") == 1

    def test_a_fact_that_cannot_be_put_in_words_is_only_said_to_differ(self) -> None:
        """No name of a class is shown."""
        one = report(DAYS[1])
        run = one.findings[0]
        sides = [
            evolve(one, findings=(evolve(run, values=(history,)), *one.findings[1:]))
            for history in (TWICE, REPORTED)
        ]
        text = compared(sides[0], sides[1])
        assert "最近连续不及格的次数：不同\n" in text
        assert "History" not in text

    def test_a_reading_or_a_figure_that_one_policy_has(self) -> None:
        """A plugin of the same text may know more of it."""
        one = report(DAYS[1])
        never = report(DAYS[1], policy=GROUNDS.with_readings(delisted=Delisted.NEVER))
        whole = compare(one, evolve(never, policy=never.policy.with_numbers(failures=1)))
        less = evolve(
            whole,
            readings=tuple(evolve(r, before=None) for r in whole.readings),
            numbers=tuple(evolve(n, after=None) for n in whole.numbers),
        )
        text = joined(render_comparison(less))
        assert "——未问 → 不属于（所选）" in text
        assert "failures：2 次 → 未问" in text

    def test_a_norm_not_checked_for_want_of_a_basis_is_counted(self) -> None:
        """The clause on force in time is what altered."""
        text = compared(report(date(2032, 12, 31)), report(date(2033, 1, 1)))
        assert "结论：成立 → 没有依据\n该文本：在施行期内 → 有效期已经届满" in text
        assert "  第三条  成立 → 不成立" in text
        assert "2033年1月1日没有依据，当日未逐条核对的另有 4 项。" in text
        assert "art1" not in text
        back = compared(report(date(2033, 1, 1)), report(date(2032, 12, 31)))
        assert "2033年1月1日没有依据，当日未逐条核对的另有 4 项。" in back

    def test_a_norm_asked_in_one_report_only(self) -> None:
        """Not asked is no outcome."""
        one = report(DAYS[1])
        less = evolve(one, findings=one.findings[1:])
        assert "第一条第（一）项  不成立 → 未问" in compared(one, less)
        assert "Art. 1 item (1)  not asked → not established" in compared(less, one, "en")

    def test_an_attestation_is_told(self) -> None:
        """On whose word a ground is not there any more."""
        text = compared(report(DAYS[2], attestations=()), report(DAYS[2]))
        assert "第一条第（四）项  待判断 → 不成立" in text
        assert "后：市里于2026年1月1日认定不成立。" in text

    def test_many_items_are_abridged_unless_all_is_asked_for(self) -> None:
        """Ten, and how many more."""
        day = date(2027, 7, 1)
        many = tuple(evolve(LISTS[0], name=f"名单{n:02d}") for n in range(12))
        before, after = report(day), report(day, listings=many)
        short = compared(before, after)
        assert "- 另有 2 项" in short
        assert "名单10" not in short
        assert "名单11" in compared(before, after, details=True)

    @pytest.mark.parametrize("name", ["complete", "failing", "special", "pending", "many", "bare"])
    @pytest.mark.parametrize("locale", LOCALES)
    def test_reports_of_another_policy_fit_a_terminal(
        self, reports: dict[str, Report], name: str, locale: str
    ) -> None:
        """Whatever differs, lines are as wide as they may be and no person is named."""
        comparison = compare(reports["expired"], reports[name])
        other = compare(reports["complete"], reports[name])
        for one in (comparison, other):
            for details in (False, True):
                text = render_comparison(one, locale, details=details)
                assert max(map(columns, text.splitlines())) <= WIDTH
                assert ("", "") not in set(pairwise(text.splitlines()))
                assert re.findall("欧阳|司马", text) == []


def _a_year_later(event: Any) -> Any:
    changed: dict[str, Any] = {"on": date(event.on.year + 1, event.on.month, event.on.day)}
    if getattr(event, "year", None) is not None:
        changed["year"] = event.year + 1
    return evolve(event, **changed)


class TestTimeline:
    """Answers day by day, and what altered."""

    @pytest.mark.parametrize("locale", LOCALES)
    def test_a_timeline_reads_as_it_did(self, locale: str) -> None:
        """UPDATE_SNAPSHOTS=1 writes the text anew; read the difference before keeping it."""
        kept = SNAPSHOTS / f"timeline.{locale}.txt"
        text = render_timeline(TIMELINE, locale)
        if os.environ.get("UPDATE_SNAPSHOTS"):
            kept.write_text(text, encoding="utf-8")
        assert text == kept.read_text(encoding="utf-8")

    @pytest.mark.parametrize("locale", LOCALES)
    def test_the_columns_stand_one_below_the_other(self, locale: str) -> None:
        """By columns of the terminal, in which a Chinese character takes two."""
        text = render_timeline(TIMELINE, locale)
        start = "日期" if locale == "zh_CN" else "Day "
        table = text[text.index(f"\n{start}") + 1 :].partition("\n\n")[0].splitlines()
        assert len(table) == 1 + len(DAYS)
        places = {_begins(line) for line in table}
        assert len(places) == 1
        assert len(places.pop()) == 3

    def test_each_answer_is_in_the_words_of_its_inquiry(self) -> None:
        """Grounds are there or not; conditions are met or not."""
        rows = [line.split() for line in render_timeline(TIMELINE).splitlines()]
        answers = {row[0]: row[1:] for row in rows if len(row) == 3}
        assert answers["2026年12月31日"] == ["不成立", "所问各项均不适用"]
        assert answers["2029年2月28日"] == ["成立", "不符合"]
        assert answers["2033年1月1日"] == ["没有依据", "当日没有依据"]

    def test_reports_may_be_handed_in_one_by_one(self) -> None:
        """Any iterable will do; it need not be made a timeline before."""
        assert render_timeline(r for r in TIMELINE.reports) == render_timeline(TIMELINE)

    def test_a_day_that_was_not_asked_is_a_dash(self) -> None:
        """And the dash is explained."""
        text = render_timeline(TIMELINE.reports[1:])
        assert re.search(r"^2026年12月31日 +— +所问各项均不适用$", text, re.MULTILINE)
        assert "\n—：没有该日的报告。\n" in text
        assert "—" not in render_timeline(TIMELINE)

    def test_nothing_altered(self) -> None:
        """That is said instead."""
        text = render_timeline(TIMELINE.reports[3:6])
        assert text.endswith("\n各项结论在各日均相同。\n")

    def test_more_than_ten_norms_are_abridged(self, reports: dict[str, Report]) -> None:
        """Unless all is asked for."""
        one = evolve(reports["complete"], on=date(2026, 3, 1))
        short = joined(render_timeline([one, reports["bare"]]))
        whole = joined(render_timeline([one, reports["bare"]], details=True))
        more = re.search(r"\n  另有 (\d+) 项", short)
        assert more is not None
        assert re.search(r"\n  另有 \d+ 项", whole) is None
        assert short.count(" → ") - 1 == 10
        assert whole.count(" → ") - 1 == 10 + int(more[1])

    def test_it_says_what_it_rests_on(self, reports: dict[str, Report]) -> None:
        """Every mark of any day, once; the readings of what altered."""
        one = evolve(reports["complete"], on=date(2026, 3, 1))
        text = joined(render_timeline([one, reports["bare"]]))
        assert text.count("* 所依据的文本是征求意见稿") == 1
        assert text.count("* 没有提供公布日期") == 1
        assert "所依据的解释\n" in text

    @pytest.mark.parametrize("locale", LOCALES)
    def test_a_table_that_is_too_wide_is_several(
        self, reports: dict[str, Report], locale: str
    ) -> None:
        """Each with the days before it; no line is wider than a terminal."""
        several = [evolve(reports["bare"], inquiry=f"inquiry_{n:02d}") for n in range(12)]
        text = render_timeline(several, locale)
        assert max(map(columns, text.splitlines())) <= WIDTH
        assert all(f"inquiry_{n:02d}" in text for n in range(12))


def _begins(line: str) -> tuple[int, ...]:
    """Return the columns at which the cells of a row begin; two spaces part them."""
    return tuple(columns(line[: m.start()]) for m in re.finditer(r"(?<!\S)(?<!\S )\S", line))


def test_cells_are_set_by_columns() -> None:
    """And a row of a single cell is a table, too."""
    assert tables([("日期", "甲"), ("一", "乙乙")]) == [["日期  甲", "一    乙乙"]]
    wide = "字" * 40
    assert tables([("日", wide, wide)]) == [["日  " + wide], ["日  " + wide]]
