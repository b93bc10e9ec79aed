"""Grounds in words: what is there stands out, what is not is quiet, and nothing is met or not."""

from __future__ import annotations

import re
import sys
from datetime import date
from decimal import Decimal
from gettext import NullTranslations
from typing import Any

import pytest
from tests.toy_grounds import GROUNDS, LISTS, REPORTED, TWICE, UNIT

from innov_consortium.core.attestations import Attestation, Listing
from innov_consortium.core.case import Dossier
from innov_consortium.core.decide import Granted, decide, possible_acts
from innov_consortium.core.duties import Owing
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.events import Ended, EvaluationMode, ProjectFunded
from innov_consortium.core.history import History, replay
from innov_consortium.core.periods import Window
from innov_consortium.core.records import (
    Accident,
    Determination,
    EarlierFunding,
    Falsification,
    Misconduct,
    OrganKind,
    Record,
    Unrecorded,
)
from innov_consortium.core.report import Answer, Report
from innov_consortium.rendering import LOCALES, render, render_acts, sentence, wording
from innov_consortium.rendering.catalogues import Messages
from innov_consortium.rendering.layout import Style
from innov_consortium.rendering.text import lines

DAY = date(2027, 7, 1)
COMPLETE = Record(complete_to=date(2040, 1, 1))
NOT_GRAVE = Attestation(what="art1.item4", by="市里", on=date(2026, 1, 1), holds=False)


def report(
    on: date = DAY, history: History = REPORTED, inquiry: str = "striking_off", **given: Any
) -> Report:
    """Return a report of what is fully known, unless said otherwise."""
    known: dict[str, Any] = {"record": COMPLETE, "attestations": (NOT_GRAVE,), **given}
    return GROUNDS.check(inquiry, Dossier(history=history, **known), on=on)


ESTABLISHED = report(listings=LISTS)
NOT_ESTABLISHED = report()
OPEN = report(attestations=())
EXPIRED = report(date(2033, 1, 1))
REPORTS = (ESTABLISHED, NOT_ESTABLISHED, OPEN, EXPIRED)


def said(of: Report, locale: str = "zh_CN") -> str:
    """Return a report on one line, as if it had never been broken."""
    return re.sub(r"\n +", "" if locale == "zh_CN" else " ", render(of, locale))


def styles(of: Report, text: str) -> set[Style]:
    """Return the styles of the lines that hold a text."""
    return {line.style for line in lines(of) if text in line.text}


@pytest.mark.parametrize(
    ("of", "answer", "chinese", "english", "style"),
    [
        (ESTABLISHED, Answer.MET, "成立（", "established (", Style.AGAINST),
        (NOT_ESTABLISHED, Answer.NOT_MET, "不成立（", "not established (", Style.FOR),
        (OPEN, Answer.OPEN, "尚待判断或查明（", "open (", Style.OPEN),
        (EXPIRED, Answer.NO_BASIS, "没有依据", "no basis", Style.AGAINST),
    ],
    ids=["established", "not_established", "open", "no_basis"],
)
def test_the_answer_says_whether_a_ground_is_there(
    of: Report, answer: Answer, chinese: str, english: str, style: Style
) -> None:
    """And is coloured from the side of the one it burdens."""
    assert of.answer is answer
    assert render(of).splitlines()[1].startswith(f"结论：{chinese}")
    assert f"\nAnswer: {english}" in render(of, "en")
    assert styles(of, "结论：") == {style}


def test_the_answer_counts_grounds_by_what_becomes_of_them() -> None:
    """No ground is met or not met."""
    assert "（计入结论的 4 项：成立 1、不成立 3）" in said(ESTABLISHED)
    assert "4 norms enter the answer: established 1, not established 3" in said(ESTABLISHED, "en")


def test_the_overview_names_what_is_there_and_what_may_be() -> None:
    """Of what is not there nothing has to be looked at."""
    whole = report(listings=LISTS, attestations=())
    head = render(whole).partition("\n\n")[0].splitlines()[2:]
    assert head == ["  成立：第一条第（二）项", "  待判断：第一条第（四）项"]
    assert render(NOT_ESTABLISHED).partition("\n\n")[0].count("\n") == 1


def test_a_ground_that_is_there_stands_out_with_its_items() -> None:
    """Those for which it is there or may be, each in the words of the list."""
    text = said(ESTABLISHED)
    assert "! 成立  第一条第（二）项" in text
    assert "- 甲名单（2027年3月1日列入）：成立。" in text
    assert "- 乙名单（2026年3月1日至2027年6月30日）：待判断。" in text
    assert styles(ESTABLISHED, "甲名单") == {Style.AGAINST}
    assert styles(ESTABLISHED, "乙名单") == {Style.OPEN}


def test_a_ground_that_is_not_there_takes_a_line() -> None:
    """Quiet, without items."""
    line = "  不成立    「（二）被列入失信名单的」 listing 0。"
    assert [one.text for one in lines(NOT_ESTABLISHED) if "（二）被列入" in one.text] == [line]
    assert styles(NOT_ESTABLISHED, "不成立  ") == {Style.QUIET}


def test_a_run_of_results_shows_its_years_and_the_gap_between() -> None:
    """The evidence of the ground, with the days of notification."""
    of = report(date(2028, 12, 1), TWICE)
    assert (
        "（结果：2026（2026年9月1日通报）、2028（2028年9月1日通报）；其间没有结果的年度：2027）"
    ) in said(of)
    assert "years between without a result: 2027" in said(of, "en")


def test_what_a_ground_still_lacks_is_told_only_while_it_is_not_there() -> None:
    """One item suffices: of the others nothing need be known any more."""
    unknown = report(record=Record.unknown(), attestations=())
    there = report(record=Record.unknown(), attestations=(), listings=LISTS)
    assert "（record.complete_to）" in said(unknown)
    assert "? 不明  第一条第（二）项" in said(unknown)
    assert "record.complete_to" not in said(there)
    gaps = said(there).partition("还缺什么")[2]
    assert "attestations[art1.item4]" in gaps
    assert "art1.item2" not in gaps
    judged = report(listings=LISTS[1:], attestations=())
    assert "第一条第（二）项「（二）被列入失信名单的」" in said(judged).partition("还缺什么")[2]


def test_a_ground_attested_is_told_with_the_body() -> None:
    """Where the list leaves it to a person, a body has answered for the ground as a whole."""
    attested = Attestation(what="art1.item2", by="市里", on=date(2027, 6, 30), document="某号")
    of = report(listings=LISTS[1:], attestations=(NOT_GRAVE, attested))
    assert of.answer is Answer.MET
    assert "市里于2027年6月30日认定成立（某号）。" in said(of)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_ground_is_ever_called_met(locale: str) -> None:
    """符合 is a word for conditions."""
    words = {"zh_CN": "符合|不符合", "en": r"\bmet\b"}[locale]
    for of in REPORTS:
        assert re.findall(words, said(of, locale)) == []


def test_an_act_shows_the_grounds_beside_it() -> None:
    """In their own words; and of an act nothing is said of what it will be by itself."""
    day = date(2028, 12, 2)
    consortium = replay(TWICE, day)
    act = Ended(on=day, on_request=False, grounds=("art1.item1",), document="某号")
    granted = decide(GROUNDS, consortium, act, day, Dossier(history=TWICE))
    assert isinstance(granted, Granted)
    text = said(granted.report)
    assert "! 成立  第一条第（一）项" in text
    assert "别无他事发生" not in text
    acts = possible_acts(GROUNDS, consortium, day, Dossier(history=TWICE))
    assert "可以（1 项）\n  strike_off（第四条）" in render_acts(GROUNDS, acts)


class TestByItself:
    """From which day on the answer alters, to what, and why."""

    LAST = report(date(2028, 12, 31))

    def test_the_sentence_stands_under_the_marks(self) -> None:
        """Before the first article, in the words of the text where the policy has no label."""
        head, _, rest = said(self.LAST).partition("\n\n第一条\n")
        assert rest
        assert head.endswith(
            "别无他事发生的，自2029年1月1日起结论自行变为“成立”："
            "「（三）上一年度未报送自评报告的」（第一条第（三）项）。"
        )
        english = said(self.LAST, "en")
        assert (
            "If nothing else happens, the answer alters by itself from January 1, 2029 on, to"
            " “established”: no report for the year before (Art. 1 item (3))."
        ) in english

    def test_a_policys_own_label_is_used(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Under turn.WHAT, with the day if it names it."""
        messages = Messages(_Translations({"turn.year_over": "到 {day}，上一年度已经结束"}))
        module = sys.modules["innov_consortium.rendering.wording"]
        monkeypatch.setattr(module, "messages_of", lambda *_: messages)
        assert "“成立”：到 2029年1月1日，上一年度已经结束（第一条第（三）项）。" in said(self.LAST)

    def test_nothing_is_said_where_the_answer_never_alters(self) -> None:
        """After the last day."""
        assert EXPIRED.changes_on is None
        assert "自行" not in said(EXPIRED)

    def test_a_condition_alters_to_a_condition(self) -> None:
        """The last day of the bar says when it is over."""
        of = report(date(2031, 2, 28), TWICE, "coming_back")
        assert of.answer is Answer.NOT_MET
        assert "自2031年3月1日起结论自行变为“符合所问各项条件”" in said(of)


class _Translations(NullTranslations):
    def __init__(self, messages: dict[str, str]) -> None:
        super().__init__()
        self.messages = messages

    def gettext(self, message: str) -> str:
        return self.messages.get(message, message)


ON = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (
            Falsification(on=ON, by="市里", document="某号"),
            "市里于2027年3月1日作出的弄虚作假认定（某号）",
            "falsification found by 市里 on March 1, 2027 (某号)",
        ),
        (
            Falsification(on=ON),
            "未提供于2027年3月1日作出的弄虚作假认定",
            "falsification found by not given on March 1, 2027",
        ),
        (
            Accident(occurred_on=ON, category="safety"),
            "2027年3月1日的事故（类别：safety；等级：未提供）",
            "accident of March 1, 2027 (category: safety; grade: not given)",
        ),
        (
            Determination(on=ON, by="某法院"),
            "某法院于2027年3月1日作出的认定",
            "determination by 某法院 of March 1, 2027",
        ),
        (
            Misconduct(on=ON, what="逾期\n未报"),
            "2027年3月1日得知的行为：逾期 未报",
            "conduct known since March 1, 2027: 逾期 未报",
        ),
        (
            Misconduct(on=ON),
            "2027年3月1日得知的行为：未提供",
            "conduct known since March 1, 2027: not given",
        ),
        (
            Listing(unit=UNIT, name="某名录", first=ON),
            "某名录（2027年3月1日列入）",
            "某名录 (listed since March 1, 2027)",
        ),
        (Unrecorded(), "没有提供的其他记录", "whatever else may be on record"),
        (
            ProjectFunded(on=ON, project="P1", amount=Decimal("10000000.01"), source="municipal"),
            "2027年3月1日的 10,000,000.01 元（municipal）",
            "10,000,000.01 yuan of March 1, 2027 (municipal)",
        ),
        (
            EarlierFunding(),
            "未提供的 金额不明的资金（未提供）",
            "an unknown sum of not given (not given)",
        ),
        (Evaluation(year=2027), "2027 年度评价", "evaluation of 2027"),
        (Owing(since=ON, subject="2027"), "2027", "2027"),
        (Owing(since=ON), "2027年3月1日", "March 1, 2027"),
        (Window(ON, None), "2027年3月1日至…", "March 1, 2027 to …"),
        (EvaluationMode.SELF, "自评", "self-evaluation"),
        (OrganKind.JUDICIAL, "司法机关", "judicial organ"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_on_record_is_said_in_words(value: Any, chinese: str, english: str) -> None:
    """Never by the name of a class."""
    assert wording("zh_CN", GROUNDS).value(value) == chinese
    assert wording("en", GROUNDS).value(value) == english


def test_the_sentence_of_a_ground_stands_alone() -> None:
    """For a table or a page of one's own."""
    listed = ESTABLISHED.finding("art1.item2")
    assert listed is not None
    assert sentence(listed, "zh", GROUNDS) == "listing 2：成立 1、待判断 1。"
