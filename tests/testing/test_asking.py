"""Asking a policy in the words of the case format."""

from __future__ import annotations

from datetime import date

import pytest

from innov_consortium.core.report import Answer
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.rendering import sentence, translate
from innov_consortium.testing import ask
from innov_consortium.testing.asking import PHRASES
from innov_consortium.testing.cases.asked import Asked
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.problems import CannotRunError
from innov_consortium.testing.cases.questions import question_of

LAW = TIANJIN.supposing_published(date(2025, 4, 11))
SUMMARY = {"participants": 5, "enterprises": 3}


def test_what_a_provision_comes_to_is_a_word_of_the_format_and_of_a_report() -> None:
    reply = ask(LAW, "组建条件", as_of="2026-03-02", participants_summary=SUMMARY)
    assert reply["art5.item3.s2c"] == "departs_from_principle"
    assert reply.words("art5.item3.s2c") == "不合原则（尚无决定）"
    assert reply.words("art5.item3.s2c", "en") == "departs from principle (no decision yet)"
    assert "5 家" in reply.sentence("art5.item3.s2c")
    assert reply.sentence("art5.item3.s2c", "en").startswith("Participants: 5")
    assert (reply.value("participants"), reply.report.answer) == (5, Answer.OPEN)
    assert reply.answer == "open"


@pytest.mark.parametrize(
    ("number", "outcome", "said"),
    [
        (5, "departs_from_principle", "不合原则（尚无决定）"),
        (6, "met", "符合"),
        (7, "met", "符合"),
    ],
)
def test_what_is_counted_is_enough_where_the_rest_is_not_known(
    number: int, outcome: str, said: str
) -> None:
    units = {"participants": number, "enterprises": 4}
    reply = ask(TIANJIN, "组建条件", as_of="2026-03-02", participants_summary=units)
    assert (reply["art5.item3.s2c"], reply.words("art5.item3.s2c")) == (outcome, said)


def test_a_phrase_of_the_format_says_the_same_as_its_chinese() -> None:
    when = "check art. 5 composition"
    replies = [
        ask(LAW, w, as_of=date(2026, 3, 2), participants_summary=SUMMARY)
        for w in (when, "组建条件")
    ]
    assert len({reply["art5.item3.s2d"] for reply in replies}) == 1


def test_the_policy_is_published_as_it_is_or_as_the_facts_say() -> None:
    day = "2025-04-10"
    assert ask(LAW, "施行", as_of=day).answer == "not_yet_in_force"
    assert ask(TIANJIN, "施行", as_of=day).answer == "unknown"
    published = {"published_on": "2025-04-10"}
    assert ask(LAW, "施行", as_of=day, instrument=published).answer == "in_force"


def test_a_question_may_name_the_provision_it_is_about() -> None:
    reply = ask(
        LAW, "组建条件", as_of="2026-03-02", about="art5.item3.s2d", participants_summary=SUMMARY
    )
    assert reply.got.question.provisions == ("art5.item3.s2d",)


def test_a_provision_nothing_is_asked_of_has_no_sentence() -> None:
    reply = ask(LAW, "组建条件", as_of="2026-03-02", participants_summary=SUMMARY)
    assert reply["art5.item3.s2b"] == "not_applicable"
    assert reply.words("art5.item3.s2b") == "没有结论"
    with pytest.raises(LookupError, match="nothing is asked of"):
        reply.sentence("art5.item3.s2b")


def test_a_fact_that_is_not_understood_is_refused() -> None:
    with pytest.raises(CannotRunError):
        ask(LAW, "组建条件", as_of="2026-03-02", participants_sumary=SUMMARY)


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_chinese_phrase_is_understood(phrase: str) -> None:
    """Whatever else is missing, it is not the question."""
    facts = Facts({"participants_summary": SUMMARY, "voluntary": {}}, "")
    asked = question_of(phrase, facts, LAW)
    assert asked.about in Asked
    assert asked == question_of(PHRASES[phrase], facts, LAW)


def test_of_two_things_asked_of_a_provision_the_deciding_one_is_told() -> None:
    """A listing is there until the last day of July; other misconduct is judged. Either is art. 11
    item 7.
    """
    listing = {"type": "listing", "subject": "lead", "list": "经营异常名录", "from": "2027-07-01"}
    misconduct = {"type": "other_illegal_conduct", "subject": "lead"}
    for fact, said in ((listing, "成立"), (misconduct, "待判断")):
        reply = ask(
            LAW,
            "撤销情形",
            as_of="2027-07-31",
            consortium={"approved_on": "2026-01-10"},
            facts=[fact],
        )
        assert (reply.words("art11.item7"), reply.words("art11.p1")) == (said, said)
        (deciding,) = (
            f
            for f in reply.report.findings
            if (f.provision, f.outcome.value) == ("art11.item7", reply["art11.item7"])
        )
        assert reply.sentence("art11.item7") == sentence(deciding, "zh_CN", reply.report.policy)


def test_what_is_not_asked_under_a_reading_is_not_applicable_to_the_question() -> None:
    """F07: the successor is not tested, though an application's chief technologist is."""
    untested = LAW.with_readings(successor_tested="not_tested")
    change = {
        "kind": "chief_technologist",
        "reported_on": "2027-05-06",
        "approved_on": "2027-05-20",
        "executed_on": "2027-05-25",
        "issued_by": ["津甲科技领军有限公司"],
        "new": "赵四",
    }
    reply = ask(
        untested,
        "变更",
        as_of="2027-06-01",
        consortium={"approved_on": "2026-01-10", "lead": {"name": "津甲科技领军有限公司"}},
        change=change,
    )
    assert reply["art5.item6.s3b"] == "not_applicable"


def test_without_a_basis_that_is_what_a_provision_comes_to() -> None:
    reply = ask(LAW, "组建条件", as_of="2030-04-11", participants_summary=SUMMARY)
    assert (reply["art5.item3.s2c"], reply.answer) == ("no_basis", "no_basis")
    assert reply.words("art5.item3.s2c") == translate("answer.no_basis", "zh_CN")
