"""Reports are complete, in one language, and nobody is named in them."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import Answer, Missing, Report
from innov_consortium.core.sources import Ledger
from innov_consortium.rendering import LOCALES, UnknownLocaleError, render, sentence, translate
from innov_consortium.rendering.layout import WIDTH, columns

SNAPSHOTS = Path(__file__).parent / "snapshots"
NAMES = ("complete", "bare", "failing", "special", "expired", "early", "many", "pending")
PATHS_AND_CODES = re.compile(
    r"（[a-z_]+(\.[a-z_]+|\[[a-z0-9_.]+\])*）"  # where something would stand in the input
    r"|(?<![A-Za-z])[A-F][0-9]{1,2}(?![0-9A-Za-z])"  # a reading's entry; a consortium's own id
)


def written(report: Report, locale: str, *, details: bool = False) -> str:
    """Return a report on one line, as if it had never been broken."""
    text = render(report, locale, details=details)
    return re.sub(r"\n +", "" if locale == "zh_CN" else " ", text)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_report_reads_as_it_did(reports: dict[str, Report], locale: str) -> None:
    """UPDATE_SNAPSHOTS=1 writes the text anew; read the difference before keeping it."""
    kept = SNAPSHOTS / f"failing.{locale}.txt"
    text = render(reports["failing"], locale)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "chinese", "english"),
    [
        ("complete", "结论：符合所问各项条件", "Answer: meets every condition asked about"),
        ("bare", "结论：尚待确定", "Answer: open"),
        ("failing", "结论：不符合", "Answer: not met"),
        ("expired", "结论：当日没有依据", "Answer: no basis on that day"),
        ("early", "结论：当日没有依据", "Answer: no basis on that day"),
    ],
)
def test_the_answer_stands_right_after_the_title(
    reports: dict[str, Report], name: str, chinese: str, english: str
) -> None:
    """Title with policy, inquiry and day; then the answer."""
    assert render(reports[name]).splitlines()[1].partition("（")[0] == chinese
    after_title = next(
        line for line in render(reports[name], "en").splitlines() if line.startswith("Answer")
    )
    assert after_title.partition(" (")[0] == english


def test_every_answer_and_every_outcome_is_rendered_by_some_report(
    reports: dict[str, Report],
) -> None:
    """The reports of these tests leave no way out unseen."""
    outcomes = {f.outcome for report in reports.values() for f in report}
    items = {i.outcome for report in reports.values() for f in report for i in f.items}
    assert outcomes | items == set(Outcome)
    assert {report.answer for report in reports.values()} == set(Answer)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("outcome", Outcome, ids=lambda o: o.value)
def test_every_finding_can_have_every_outcome(
    reports: dict[str, Report], outcome: Outcome, locale: str
) -> None:
    """The sentence of a norm does not depend on what it comes to: any outcome can be printed."""
    report = reports["failing"]
    changed = [evolve(f, outcome=outcome, outcomes=f.outcomes and (outcome,)) for f in report]
    text = render(evolve(report, findings=tuple(changed)), locale, details=True)
    assert translate(f"outcome.{outcome.value}", locale) in text


@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_every_norm_is_there_with_its_own_words(
    reports: dict[str, Report], name: str, locale: str, *, details: bool
) -> None:
    """Met or not: the exact text of each provision is quoted, in the order of the law."""
    report = reports[name]
    text = re.sub(r"\s", "", render(report, locale, details=details).partition("\n\n")[2])
    quotes = [
        "「" + re.sub(r"\s", "", report.policy.ledger[f.provision].text).rstrip("，、；") + "」"
        for f in report
    ]
    places = [text.find(quote) for quote in quotes]
    assert min(places) >= 0
    assert all(a < b for a, b in pairwise(places))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_lines_fit_a_terminal(reports: dict[str, Report], name: str, locale: str) -> None:
    """No line is wider than it may be, and none ends in a blank."""
    lines = render(reports[name], locale, details=True).splitlines()
    assert max(map(columns, lines)) <= WIDTH
    assert [line for line in lines if line != line.rstrip()] == []
    assert ("", "") not in set(pairwise(lines))


@pytest.mark.parametrize("name", NAMES)
def test_the_chinese_report_holds_no_english(reports: dict[str, Report], name: str) -> None:
    """Latin letters stand in paths and codes only."""
    left = PATHS_AND_CODES.sub("", written(reports[name], "zh_CN"))
    assert re.findall(r"[A-Za-z]+", left) == []


@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMES)
def test_no_person_is_named(
    reports: dict[str, Report], name: str, locale: str, *, details: bool
) -> None:
    """The principal and the chief technologist are compared, never shown."""
    text = render(reports[name], locale, details=details)
    assert re.findall("欧阳|司马", text) == []


def test_nothing_unknown_is_printed_as_a_no_or_a_zero(reports: dict[str, Report]) -> None:
    """Of an application of which little is known the report says 未提供."""
    text = written(reports["bare"], "zh_CN")
    assert "正常运营：未提供" in text
    assert "由一人兼任：未提供" in text
    assert "具备合作基础的方面：未提供" in text
    assert "未提供截至当日的完整登记" in text
    assert re.findall(r"(?<![0-9])0 [家个]", text) == []


def test_what_was_counted_is_named_beside_what_was_not(reports: dict[str, Report]) -> None:
    """The consortia counted, this application, and the pending one that does not count."""
    text = written(reports["failing"], "zh_CN")
    assert "（计入：C8、C9、本次申请；已知而不计入：A2）" in text
    english = written(reports["failing"], "en")
    assert "(counted: C8, C9, this application; known and not counted: A2)" in english


def test_a_share_is_told_in_whole_numbers(reports: dict[str, Report]) -> None:
    """Never as a rounded percentage; one that is not certain says what it may be."""
    complete = written(reports["complete"], "zh_CN")
    assert "企业 4 家，占比的基数 6 家；企业数量占比不少于 50%。" in complete
    failing = written(reports["failing"], "zh_CN")
    assert "确定是企业的 3 家，连同可能是企业的 4 家，占比的基数 6 家" in failing


def test_a_departure_and_an_attestation_are_told_with_body_day_and_document(
    reports: dict[str, Report],
) -> None:
    """An outcome that rests on somebody's word names whose."""
    text = written(reports["failing"], "zh_CN")
    assert "市科技局于2026年3月1日决定作为例外接受（津科〔2026〕2号），理由：承接国家任务。" in text
    assert "市科技局于2026年3月1日认定不成立（会议纪要）。" in text


def test_a_refused_departure_is_told_and_what_is_undecided_leaves_the_answer_open(
    reports: dict[str, Report],
) -> None:
    """Not met, but whether another rule takes its place is still to be decided."""
    text = written(reports["pending"], "zh_CN")
    assert "结论：尚待确定" in text
    assert "有 2 项不符合，但第七条是否使其让位尚未确定" in text
    assert "市科技局于2026年3月1日决定不予例外，理由：理由不充分。" in text
    assert "没有市科技局按“一事一议”组织建设的决定（尚待决定）" in text


def test_readings_say_who_chose_them(reports: dict[str, Report]) -> None:
    """By default, by the asker, or by official interpretation."""
    assert "[B01 含牵头单位（所选）]" in written(reports["failing"], "zh_CN")
    many = written(reports["many"], "zh_CN")
    assert "B01 “参与单位总数”是否包括牵头单位？——不含牵头单位（默认）" in many
    assert "[B02 均计入牵头单位（官方解释，市科技局会同三部门）]" in many


def test_the_marks_are_whole_sentences(reports: dict[str, Report]) -> None:
    """Draft, supposed or unknown publication, no official interpretation, other figures."""
    many = written(reports["many"], "zh_CN")
    assert "所依据的文本是征求意见稿" in many
    assert "公布日期系假定（2025年4月11日）" in many
    assert "本报告不是官方解释" in many
    assert "参与单位总数的下限 20 家（文本为 6 家）" in many
    bare = written(reports["bare"], "zh_CN")
    assert "没有提供公布日期，所问之日是否施行不明" in bare
    assert "公布日期（不属于申请材料，由使用者另行提供）" in bare


def test_what_gives_way_or_is_accepted_is_not_called_met(reports: dict[str, Report]) -> None:
    """An answer in favour says how much of it is no fulfilment of the text."""
    special = written(reports["special"], "zh_CN")
    assert "是按“一事一议”处理，不是符合条文" in special
    assert "是以已接受的例外代替符合" in written(reports["failing"], "zh_CN")
    assert "处理，不是符合条文" not in written(reports["complete"], "zh_CN")


def test_what_is_missing_is_listed_once_with_label_and_path(reports: dict[str, Report]) -> None:
    """Facts, judgements and decisions, each with the place it would stand in."""
    gaps = written(reports["bare"], "zh_CN").partition("还缺什么")[2]
    for path in {m.path for m in reports["bare"].missing}:
        assert gaps.count(f"（{path}）") == 1
    assert "登记完整的截止日（register.complete_to）" in gaps
    assert "认定：牵头单位类型（attestations[lead_category]）" in gaps
    assert "（attestations[art5.item3.s3a]）" in gaps
    assert "（departures[art5.item3.s2c]）" in gaps


def test_nothing_is_called_missing_where_nothing_is_or_nothing_was_checked(
    reports: dict[str, Report],
) -> None:
    """A complete case lacks nothing; of an expired text nothing is asked for."""
    gaps = written(reports["complete"], "zh_CN").partition("还缺什么")[2]
    assert gaps.strip().startswith("无。")
    assert "还缺什么" not in written(reports["expired"], "zh_CN")


def test_long_enumerations_are_cut_short_unless_details_are_asked_for(
    reports: dict[str, Report],
) -> None:
    """Ten names and the number of all; with details every name and its path."""
    short = written(reports["many"], "zh_CN")
    assert "测试企业10有限公司等 14 家：不明" in short
    assert "测试企业14有限公司" not in short
    whole = render(reports["many"], "zh_CN", details=True)
    assert "测试企业14有限公司 [application.participants[13]]" in re.sub(r"\n +", " ", whole)


def test_many_gaps_of_one_norm_are_cut_short_too(reports: dict[str, Report]) -> None:
    """Ten paths and the number of the others; the list at the end has them all."""
    report = reports["bare"]
    gaps = tuple(Missing("is_enterprise", f"application.participants[{n}]") for n in range(12))
    first, *others = report.findings
    changed = evolve(report, findings=(evolve(first, missing=gaps), *others))
    text = written(changed, "zh_CN")
    before, _, after = text.partition("还缺什么")
    assert "另有 2 项" in before
    assert "application.participants[11]" not in before
    assert "application.participants[11]" in after
    assert "另有 2 项" not in written(changed, "zh_CN", details=True)


def test_a_text_without_headings_is_headed_by_its_places(reports: dict[str, Report]) -> None:
    """Where the ledger has no heading or label, the number of the article and item stands."""
    report = reports["bare"]
    own = report.policy.ledger
    kept = (p for p in own.values() if not p.id.endswith(".h") and p.id != "art5.item4.s1")
    headless = evolve(report.policy, ledger=Ledger(tuple(kept)))
    lines = render(evolve(report, policy=headless), "zh_CN").splitlines()
    assert "第五条" in lines
    assert "第五条第（四）项" in lines
    assert "（三）参与单位明确。" in lines


def test_details_name_the_function_and_the_figures(reports: dict[str, Report]) -> None:
    """Module and line, the figure with unit and provision, the reason of a reading."""
    text = written(reports["complete"], "zh_CN", details=True)
    found = (
        r"enough_participants ·\s?innov_consortium\.policies\.tianjin\.art05_formation:\d+ · 原则上"
    )
    assert re.search(found, text)
    assert "参与单位总数的下限（min_participants）：6 家，第五条第（三）项" in text
    assert "默认的理由：第（二）项与第（三）项分别使用“牵头”与“参与”，两者相对。" in text


def test_the_sentence_of_a_finding_stands_alone(reports: dict[str, Report]) -> None:
    """For a table or a page of one's own; what is asked of each item is summed up."""
    report = reports["failing"]
    total = report.finding("art5.item3.s2c")
    caps = report.finding("art5.item3.s5b")
    assert total is not None
    assert caps is not None
    assert sentence(total, "zh", report.policy) == "参与单位 6 家；原则上不少于 6 家。"
    assert sentence(caps, "en", report.policy) == (
        "5 participants: met 3, departs from principle (no decision yet) 1, unknown 1."
    )


def test_an_unknown_language_is_refused(reports: dict[str, Report]) -> None:
    """No report in a language nobody wrote."""
    with pytest.raises(UnknownLocaleError):
        render(reports["bare"], "fr")
