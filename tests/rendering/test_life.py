"""A consortium's life in words: what may be done, what happened, who owes what."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.toy_filing import FILING, JointlyFiled

from innov_consortium.core.attestations import Attestation, SpecialCase
from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Dossier
from innov_consortium.core.changes import ChangeApproved, ChangeExecuted, ChangeKind, ChangeReported
from innov_consortium.core.consortium import Person
from innov_consortium.core.decide import decide, possible_acts
from innov_consortium.core.events import (
    CallIssued,
    Ended,
    EndSetAside,
    Event,
    Filed,
    Publicised,
    Recognised,
)
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.policy import Policy
from innov_consortium.core.registering import duties
from innov_consortium.core.report import Report
from innov_consortium.interchange import load_dossier
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.events import ExpertOpinion, ExpertReviewed, Inspected
from innov_consortium.rendering import (
    LOCALES,
    render,
    render_acts,
    render_audit,
    render_duties,
    render_state,
    sentence,
    wording,
)
from innov_consortium.rendering.layout import WIDTH, columns

EXAMPLE = Path(__file__).parents[2] / "examples" / "histories" / "call-to-withdrawal.json"
SUPPOSED = TIANJIN.supposing_published(date(2025, 4, 11))
DOSSIER = load_dossier(EXAMPLE.read_bytes(), SUPPOSED)
HISTORY = DOSSIER.history
BUREAU = "市科技局"
(FILED,) = (e for e in HISTORY.events if isinstance(e, Filed))
(APPLICATION,) = (a for a in (FILED.application,) if a is not None)
LEAD = APPLICATION.lead
STRANGER = Identifier("LEI", "529900T8BM49AURSDO55")
DAYS = [date.fromisoformat(day) for day in ("2026-02-09", "2026-05-12", "2027-12-31", "2028-06-20")]
PATHS_AND_CODES = re.compile(
    r"（[a-z_]+(\.[a-z_]+|\[[a-z0-9_.]+\])*）|(?<![A-Za-z])[A-F][0-9]{1,2}(?![0-9A-Za-z])"
)


def acts_text(locale: str, day: date, *, details: bool = False) -> str:
    acts = possible_acts(SUPPOSED, replay(HISTORY, day), day, DOSSIER)
    return render_acts(SUPPOSED, acts, locale, details=details)


def state_text(locale: str, day: date) -> str:
    return render_state(SUPPOSED, replay(HISTORY, day), locale, known_on=day)


def audit_text(locale: str, day: date, *, details: bool = False) -> str:
    found = audit(SUPPOSED, HISTORY, day, DOSSIER)
    return render_audit(SUPPOSED, found, locale, details=details)


def duties_text(locale: str, day: date) -> str:
    owed = duties(SUPPOSED, replay(HISTORY, day), day, DOSSIER)
    return render_duties(SUPPOSED, owed, locale, on=day)


TEXTS: dict[str, Callable[[str, date], str]] = {
    "acts": acts_text,
    "acts with details": lambda locale, day: acts_text(locale, day, details=True),
    "state": state_text,
    "audit": audit_text,
    "audit with details": lambda locale, day: audit_text(locale, day, details=True),
    "duties": duties_text,
}


def joined(text: str) -> str:
    """Return a text as if no line had ever been broken, without the space between them."""
    return re.sub(r"\n +", "", text)


def report_of(act: Event, *, dossier: Dossier = DOSSIER, policy: Policy = SUPPOSED) -> Report:
    """Return what the text makes of an act that is done after what happened before that day."""
    earlier = tuple(e for e in dossier.history.events if e.known_from < act.on)
    consortium = replay(History(dossier.history.consortium, earlier), act.on)
    return decide(policy, consortium, act, act.on, dossier).report


def sentence_of(report: Report, norm: str) -> str:
    """Return the sentence of one norm of a report about an act."""
    (found,) = (f for f in report if f.norm.name == norm)
    return sentence(found, "zh_CN", report.policy, report.inquiry)


def instead(**changed: Event | None) -> Dossier:
    """Return the example with some sorts of events being others, or left out."""
    events = (changed.get(e.tag, e) for e in HISTORY.events)
    left = tuple(e for e in events if e is not None)
    return evolve(DOSSIER, history=History(HISTORY.consortium, left))


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", TEXTS)
def test_lines_fit_a_terminal_and_nobody_is_named(name: str, locale: str, day: date) -> None:
    """As wide as a report at most; no blank ends a line; no person is shown."""
    text = TEXTS[name](locale, day)
    lines = text.splitlines()

    assert max(map(columns, lines)) <= WIDTH
    assert [line for line in lines if line != line.rstrip()] == []
    assert ("", "") not in set(pairwise(lines))
    assert re.findall("张示例|李虚构", text) == []


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("name", [n for n in TEXTS if "details" not in n])
def test_the_chinese_texts_hold_no_english(name: str, day: date) -> None:
    """Latin letters stand in paths and codes only."""
    left = PATHS_AND_CODES.sub("", joined(TEXTS[name]("zh_CN", day)))
    assert re.findall(r"[A-Za-z]+", left) == []


class TestActs:
    """What may be done next."""

    def test_every_act_stands_in_one_group(self) -> None:
        """Allowed first, then what waits, then what is not allowed, each with its provision."""
        day = date(2027, 12, 31)
        acts = possible_acts(SUPPOSED, replay(HISTORY, day), day, DOSSIER)
        lines = render_acts(SUPPOSED, acts).splitlines()
        headed = [line for line in lines if re.fullmatch(r"(可以|待定|不可以)（\d+ 项）", line)]
        listed = [line for line in lines if re.match(r"  [^ -]", line) and "第" in line]

        assert [h.partition("（")[0] for h in headed] == ["可以", "待定", "不可以"]
        assert sum(int(re.sub(r"\D", "", h)) for h in headed) == len(acts)
        assert len([line for line in listed if "条" in line]) >= len(acts)
        assert "  主动提出撤销申请（牵头单位，第十四条）" in lines

    def test_replacing_the_lead_is_not_provided_for(self) -> None:
        """It waits for a decision that the text does not speak of."""
        text = joined(acts_text("zh_CN", date(2027, 12, 31)))
        assert "更换牵头单位（含牵头单位自己退出），条文没有规定，须另行决定（F01）。" in text

    def test_missing_steps_are_named_together(self) -> None:
        """Each with its provision, in their order."""
        text = joined(acts_text("zh_CN", date(2027, 12, 31)))
        assert (
            "在先的步骤尚未进行：“主动提出撤销申请”（第十四条）、"
            "“将主动申请撤销说明报市科技局”（第十四条）。"
        ) in text

    def test_an_act_of_another_phase_says_when(self) -> None:
        """In words of phases and stages, not of tables."""
        text = joined(acts_text("zh_CN", date(2026, 5, 12)))
        assert "“监督检查”限于联合体已经组建时进行；所处阶段为“尚未开始”。" in text
        assert (
            "“联合申报”限于联合体尚未组建、处于“已发布征集通知”阶段时进行；所处阶段为“公示期内”。"
        ) in text

    def test_an_act_under_way_is_told_from_a_new_one(self) -> None:
        """By the id of what is under way."""
        day = date(2026, 5, 12)
        assert "处理异议：异议一（" in acts_text("zh_CN", day)

    def test_outside_its_time_the_text_is_no_basis(self) -> None:
        """Nothing is weighed then."""
        text = joined(acts_text("zh_CN", date(2030, 4, 11)))
        assert "所问之日该文本的有效期已经届满，当日没有依据" in text

    def test_while_publication_is_unknown_nothing_is_simply_allowed(self) -> None:
        """What meets everything waits for that alone."""
        day = date(2027, 12, 31)
        acts = possible_acts(TIANJIN, replay(HISTORY, day), day, DOSSIER)
        text = joined(render_acts(TIANJIN, acts))
        assert "- 各项均符合；该文本是否施行不明，不在施行期内的，没有依据。" in text
        assert "没有提供公布日期，所问之日是否施行不明" in text

    def test_a_policy_without_steps(self) -> None:
        """It says so."""
        assert render_acts(SUPPOSED, ()) == (
            "《天津市创新联合体管理办法（征求意见稿）》没有编入步骤\n"
        )

    def test_what_is_allowed_by_giving_way_says_so(self) -> None:
        """An act that is allowed without the steps before it does not merely stand in a list."""
        special = SpecialCase(
            ground="art7.s1a",
            determined_by="市委、市政府",
            determined_on=date(2026, 1, 5),
            elected=True,
            elected_by=BUREAU,
            elected_on=date(2026, 2, 1),
        )
        dossier = evolve(DOSSIER, special_case=special)
        day = date(2026, 3, 25)
        acts = possible_acts(SUPPOSED, replay(HISTORY, day), day, dossier)
        text = joined(render_acts(SUPPOSED, (a for a in acts if a.step.name == "approve")))
        assert re.search(
            r"批复组建（市科技局，第六条第（五）项）\* 计入结论的有 \d+ 项，是按“一事一议”处理",
            text.replace("\n", ""),
        )

    def test_many_reasons_are_cut_short_unless_details_are_asked_for(self) -> None:
        """Ten of them; with details all."""
        dossier = evolve(instead(objection_raised=None, objection_decided=None), attestations=())
        day = date(2026, 5, 13)
        acts = possible_acts(SUPPOSED, replay(dossier.history, day), day, dossier)
        approve = [one for one in acts if one.step.name == "approve"]
        short = joined(render_acts(SUPPOSED, approve))
        whole = joined(render_acts(SUPPOSED, approve, details=True))

        assert len(approve[0].because) > 10
        assert re.search(r"- 另有 \d+ 项", short)
        assert "- 另有" not in whole


class TestReports:
    """What the text makes of one act."""

    def test_the_title_names_the_step_and_the_answer_fits_an_act(self) -> None:
        """可以 and 不可以, not 符合."""
        allowed = render(report_of(Recognised(on=date(2026, 6, 1), by=BUREAU)))
        refused = render(report_of(Recognised(on=date(2026, 5, 12), by=BUREAU)), "en")

        assert allowed.startswith(
            "《天津市创新联合体管理办法（征求意见稿）》批复组建：2026年6月1日"
        )
        assert "\n结论：可以（" in allowed
        assert refused.startswith("approve formation, May 12, 2026: ")
        assert "\nAnswer: not allowed (" in refused

    def test_a_provision_is_quoted_once_where_several_things_are_asked_of_it(self) -> None:
        """Its clause, its order and who acts stand below one quotation."""
        text = joined(render(report_of(Recognised(on=date(2026, 6, 1), by=BUREAU))))
        assert text.count("「公示无异议后批复组建创新联合体。」") == 1
        assert "所处阶段为“公示期满”，合乎先后次序。" in text
        assert "由市科技局进行（市科技局）。" in text

    def test_publicity_has_no_length(self) -> None:
        """Its last day is the one announced, never a minimum."""
        text = joined(render(report_of(Recognised(on=date(2026, 5, 12), by=BUREAU))))
        assert "公示末日：2026年5月12日（由公示写明，条文没有规定公示长短）" in text
        assert "异议：1 件。（计入：异议一 2026-05-08）" in text

    def test_a_negative_opinion_is_shown_and_does_not_bind(self) -> None:
        """C04: it has to be there; under another reading it binds."""
        review = next(e for e in HISTORY.events if isinstance(e, ExpertReviewed))
        other = instead(expert_reviewed=evolve(review, opinion=ExpertOpinion.NOT_RECOMMENDED))
        act = Recognised(on=date(2026, 6, 1), by=BUREAU)
        text = joined(render(report_of(act, dossier=other)))
        binding = SUPPOSED.with_readings(expert_weight="binding")
        bound = joined(render(report_of(act, dossier=other, policy=binding)))

        assert (
            "专家提出了评审意见，意见不是推荐，批复与专家意见不一致；"
            "意见是否约束市科技局（C04）：须有，不约束。"
        ) in text
        assert "\n结论：可以（" in render(report_of(act, dossier=other))
        assert "意见为推荐：否；意见是否约束市科技局（C04）：约束。" in bound
        assert "结论：不可以" in bound

    def test_steps_left_out_are_named(self) -> None:
        """The sentence of each missing step says where things stand."""
        act = Recognised(on=date(2026, 3, 25), by=BUREAU)
        text = joined(render(report_of(act)))
        assert "在先的“专家答辩评审”尚未进行；所处阶段为“已提交市科技局”。" in text
        assert "在先的“公示拟批复名单”尚未进行；所处阶段为“已提交市科技局”。" in text

    @pytest.mark.parametrize(
        ("by", "said"),
        [
            ("市财政局", "应由市科技局进行，所载的是市财政局。"),
            (None, "应由市科技局进行；由谁进行没有提供。"),
        ],
    )
    def test_who_acts(self, by: str | None, said: str) -> None:
        """Another body is named as recorded; nobody is nobody known."""
        text = joined(render(report_of(Recognised(on=date(2026, 6, 1), by=by))))
        assert said in text
        assert ("由谁进行（act.by）" in text) == (by is None)

    def test_without_an_application_nothing_of_it_can_be_checked(self) -> None:
        """Neither its conditions nor whether the lead is the lead."""
        act = Filed(on=date(2026, 3, 2), by="某单位")
        text = joined(render(report_of(act)))
        assert "申请的内容没有提供，所须符合的条件无从核对。" in text
        assert "申请的内容没有提供，某单位是否牵头单位无从核对。" in text
        assert re.findall(r"[A-Za-z]+", PATHS_AND_CODES.sub("", text)) == []

    def test_a_window_without_an_end_leaves_the_order_open(self) -> None:
        """Nobody knows when it is over, so nobody knows what may follow."""
        publicised = next(e for e in HISTORY.events if isinstance(e, Publicised))
        open_ended = instead(publicised=evolve(publicised, last=None))
        steps = [
            evolve(s, after=("publicity_over",)) if s.name == "approve" else s
            for s in SUPPOSED.steps
        ]
        policy = evolve(SUPPOSED, steps=tuple(steps))
        act = Recognised(on=date(2026, 6, 1), by=BUREAU)
        text = joined(render(report_of(act, dossier=open_ended, policy=policy)))
        assert "“公示期内”何日届满没有提供，能否进行“批复组建”不明。" in text
        assert "期限的末日（history.until）" in text

    def test_a_special_case_takes_the_place_of_the_steps_before(self) -> None:
        """The answer says that it is no fulfilment of the text."""
        special = SpecialCase(
            ground="art7.s1a",
            determined_by="市委、市政府",
            determined_on=date(2026, 1, 5),
            elected=True,
            elected_by=BUREAU,
            elected_on=date(2026, 2, 1),
        )
        dossier = evolve(
            instead(expert_reviewed=None, publicised=None, objection_raised=None),
            special_case=special,
        )
        text = joined(
            render(report_of(Recognised(on=date(2026, 6, 1), by=BUREAU), dossier=dossier))
        )
        assert "“专家答辩评审”不合先后次序，由特别规定代替" in text
        assert "是按“一事一议”处理，不是符合条文" in text

    def test_an_act_that_does_not_say_which_step_it_is(self) -> None:
        """What it would have to say is what is missing."""
        act = ChangeReported(on=date(2027, 12, 1), by=LEAD.name, change="x")
        policy = evolve(
            SUPPOSED, steps=tuple(s for s in SUPPOSED.steps if s.name != "report_other_change")
        )
        text = joined(render(report_of(act, policy=policy)))
        assert "属于哪一个步骤没有写明，例如“报送成员单位退出”。" in text
        assert "该行为 \u203a 变更类型（act.kind）" in text
        assert "》报送变更：" in text

    def test_an_act_the_text_knows_nothing_of(self) -> None:
        """The event is named, and the answer is that there is no basis."""
        act = EndSetAside(on=date(2028, 7, 1), by="某法院")
        text = render(report_of(act))
        assert "撤销决定被撤除：2028年7月1日" in text
        assert "结论：没有依据" in text
        assert "该文本没有规定这样的行为。" in text
        assert "no basis" in render(report_of(act), "en")

    def test_an_act_while_publication_is_unknown(self) -> None:
        """It is open, and the reason stands beside the answer."""
        report = report_of(Recognised(on=date(2026, 6, 1), by=BUREAU), policy=TIANJIN)
        assert "结论：待定" in render(report)
        assert "（该文本是否施行不明；不在施行期内的，没有依据）" in render(report)


class TestInquiries:
    """What is asked of a whole history."""

    def text(self, inquiry: str, day: date, dossier: Dossier = DOSSIER, **readings: str) -> str:
        policy = SUPPOSED.with_readings(**readings)
        return joined(render(policy.check(inquiry, dossier, on=day)))

    def test_timely_is_no_number_of_days(self) -> None:
        """及时: whether it was reported and approved, and no more."""
        report = SUPPOSED.check("change", DOSSIER, on=date(2027, 12, 31))
        assert "《天津市创新联合体管理办法（征求意见稿）》变更：" in render(report)
        assert "变更 1 项：全部符合。" in render(report)

    def test_too_few_participants_after_an_exit_are_a_note(self) -> None:
        """F04: no consequence is stated, and the answer does not turn on it."""
        day = date(2027, 12, 31)
        leaving = APPLICATION.participants[0]
        left = ChangeReported(
            on=date(2027, 12, 1),
            by=LEAD.name,
            change="x",
            kind=ChangeKind.MEMBER_EXIT,
            unit=leaving.key,
            issued_by=frozenset({LEAD.key, leaving.key}),
        )
        policy = SUPPOSED.with_readings(change_effect="filing")
        executed = ChangeExecuted(on=date(2027, 12, 2), by=LEAD.name, change="x")
        events = (*HISTORY.events[:14], left, executed)
        dossier = evolve(DOSSIER, history=History(HISTORY.consortium, events))
        text = joined(render(policy.check("change", dossier, on=day)))
        assert (
            "当日的参与单位：5 家；申请组建的，原则上不少于 6 家；"
            "组建之后不足的，条文没有规定后果（F04）。"
        ) in text
        assert "结论：符合所问各项条件" in text

    def test_a_joining_is_covered_by_other_changes(self) -> None:
        """F01: 等成员单位变更; read closed it is left to a person."""
        joining = evolve(APPLICATION.participants[0], name="后来单位", id=STRANGER)
        report = ChangeReported(
            on=date(2027, 12, 1),
            by=LEAD.name,
            change="j",
            kind=ChangeKind.MEMBER_JOIN,
            joining=joining,
        )
        closed = SUPPOSED.with_readings(member_changes="closed")
        covered = sentence_of(report_of(report), "member_change_covered")
        left = sentence_of(report_of(report, policy=closed), "member_change_covered")

        assert covered == "变更 1 项：全部符合。"
        assert "条文只列明退出和法定名称调整；“等”是否包括此项变更，由人判断（F01）。" in joined(
            render(report_of(report, policy=closed))
        )
        assert left == "变更 1 项：全部待人判断。"
        words = wording("zh_CN", SUPPOSED)
        assert words.of_policy("clause.member_change_covered.met", change_named=False) == (
            "条文没有列明，属于“等成员单位变更情况”（F01）。"
        )

    def test_the_literal_reading_of_item_4_is_said(self) -> None:
        """E02: met once the lead applies; the status lasts until the document."""
        text = self.text("withdrawal", date(2028, 6, 19))
        assert "按字面，第十一条第（四）项自提出时即已成立（E02）；资格到发文撤销时为止。" in text
        assert "撤销：尚未作出，资格仍在" in text
        assert "撤销：已作出；发文：有。" in self.text("withdrawal", date(2028, 6, 20))

    def test_filing_and_procedure(self) -> None:
        """The filing within its call, and every step so far."""
        text = self.text("filing", date(2026, 5, 12))
        assert "》申报要求：2026年5月12日" in text
        assert (
            "申报日：2026年3月2日；征集通知：已发布，由市科技局发布；受理首日：2026年2月10日"
        ) in text
        before = self.text("procedure", date(2026, 2, 10))
        assert "》组建流程：" in before
        assert "尚未申报" in before


class TestState:
    """What has become of it."""

    def lines(self, consortium: Consortium, policy: Policy = SUPPOSED) -> str:
        return joined(render_state(policy, consortium))

    def test_the_last_day_of_publicity_is_in_it(self) -> None:
        """The day after, it is over of itself."""
        assert "所处阶段：公示期内（至2026年5月12日）" in state_text("zh_CN", date(2026, 5, 12))
        assert "所处阶段：公示期满" in state_text("zh_CN", date(2026, 5, 13))
        assert "尚未组建" in state_text("zh_CN", date(2026, 5, 13))

    def test_members_today(self) -> None:
        """Whoever has left is no longer one; before the approval there are none."""
        text = joined(state_text("zh_CN", date(2027, 12, 31)))
        assert "- 牵头单位 1 家：示例海河生物制造股份有限公司" in text
        assert "- 参与单位 6 家：" in text
        assert "示例津沽大学（化工学院）" in text
        assert "退出一 成员单位退出（虚构京畿合成生物科技有限公司）：" in text
        assert "成员单位" not in state_text("zh_CN", date(2026, 5, 12))

    def test_what_was_corrected_and_what_moved_nothing_is_told(self) -> None:
        """Neither is lost."""
        again = evolve(HISTORY.events[8], on=date(2027, 12, 1), document="津科批〔2027〕示例8号")
        consortium = replay((*HISTORY.events[:14], again), date(2027, 12, 31))
        text = self.lines(consortium)
        assert "记录在案而没有改变阶段的  - 2027年12月1日：批复组建" not in text
        assert "记录在案而没有改变阶段的- 2027年12月1日：批复组建，市科技局" in text
        assert "已被更正的- 2027年5月25日：执行变更" in text

    def test_an_end(self) -> None:
        """Day and document, and its matter stands where it ended."""
        text = joined(state_text("zh_CN", date(2028, 6, 20)))
        assert "已经终止；组建之日：2026年6月1日；终止之日：2028年6月20日" in text
        assert "所处阶段：已撤销资格" in text
        assert "（按 2028年6月20日所知）" in text

    def test_who_applied_may_be_unknown(self) -> None:
        """Then nobody is called a member, and nobody is called none."""
        filed = evolve(FILED, application=None, co_applicants=None)
        consortium = replay(instead(filed=filed).history, date(2027, 5, 7))
        assert "成员单位：不明" in self.lines(consortium)

    def test_a_member_is_listed_under_its_present_name(self) -> None:
        """From the day the change of its name has effect."""
        named: dict[str, Any] = {"change": "更名一", "by": LEAD.name}
        report = ChangeReported(
            on=date(2027, 5, 6),
            kind=ChangeKind.MEMBER_RENAME,
            unit=LEAD.key,
            new_name="新名有限公司",
            **named,
        )
        approved = ChangeApproved(on=date(2027, 5, 7), change="更名一", by=BUREAU)
        executed = ChangeExecuted(on=date(2027, 5, 8), **named)
        events = (*HISTORY.events[:9], report, approved, executed)
        before = self.lines(replay(events, date(2027, 5, 7)))
        after = self.lines(replay(events, date(2027, 5, 8)))

        assert f"- 牵头单位 1 家：{LEAD.name}" in before
        assert "- 牵头单位 1 家：新名有限公司" in after
        assert f"更名一 成员单位名称调整（{LEAD.name}、新名称：新名有限公司）：" in after

    def test_a_policy_without_a_register_cannot_say_who_is_a_member(self) -> None:
        """Nor does anybody else."""
        policy = evolve(SUPPOSED, engagements=None)
        text = self.lines(replay(HISTORY, date(2027, 12, 31)), policy)
        assert "成员单位：不明" in text

    def test_a_bar_is_shown_with_what_a_reader_must_know(self) -> None:
        """The nominal end, how long it can be enforced, and what is disputed about it."""
        text = joined(state_text("zh_CN", date(2028, 6, 20)))
        assert (
            f"不得牵头的期间- {LEAD.name}：2028年6月20日至2031年6月20日，"
            "2031年6月21日起不受限制（第十一条第二款）"
        ) in text
        assert "2030年4月10日以后该文本失效" in text
        assert "E03 主动申请撤销的是否也有三年限制可争" in text
        assert "E07 同一法人更名后仍受限制" in text
        assert "E15 三年限制的法律依据本库未作判断" in text
        assert "不得牵头" not in state_text("zh_CN", date(2028, 6, 19))
        assert "barred from leading" in state_text("en", date(2028, 6, 20))

    def test_a_bar_that_ends_in_time_has_no_word_of_the_end_of_the_text(self) -> None:
        """Where the lead is not known nobody is said to be barred."""
        ended = Ended(
            on=date(2026, 12, 1), by=BUREAU, on_request=False, document="津科撤〔2026〕示例9号"
        )
        events = (*HISTORY.events[:9], ended)
        text = self.lines(replay(events, date(2026, 12, 1)))
        unknown = (events[0], evolve(FILED, application=None, co_applicants=None), *events[2:])
        assert "2026年12月1日至2029年12月1日" in text
        assert "失效" not in text
        assert "E03" not in text
        assert "不得牵头" not in self.lines(replay(unknown, date(2026, 12, 1)))

    def test_long_histories_are_cut_short(self) -> None:
        """The last thirty events, and the number of those before."""
        calls = (CallIssued(on=date(2026, 2, 10), by=BUREAU, year=2026) for _ in range(33))
        text = self.lines(replay(tuple(calls), date(2026, 3, 1)))
        assert "- 在前的 3 项不列" in text
        assert text.count("发布征集通知，市科技局") == 30

    def test_a_successor_is_not_named(self) -> None:
        """Whoever takes a post is a person."""
        report = ChangeReported(
            on=date(2027, 5, 6),
            by=LEAD.name,
            change="p",
            kind=ChangeKind.CHIEF_TECHNOLOGIST,
            person=Person("赵某某"),
            issued_by=frozenset({LEAD.key}),
        )
        events = (*HISTORY.events[:9], report)
        dossier = evolve(DOSSIER, history=History(HISTORY.consortium, events))
        day = date(2027, 6, 1)
        texts = [
            self.lines(replay(events, day)),
            render_audit(SUPPOSED, audit(SUPPOSED, dossier.history, day, dossier), details=True),
            render_acts(
                SUPPOSED, possible_acts(SUPPOSED, replay(events, day), day, dossier), details=True
            ),
            render(SUPPOSED.check("change", dossier, on=day), details=True),
        ]
        assert [text for text in texts if "赵某某" in text] == []


class TestAudit:
    """Whether what happened was lawful."""

    def test_a_lawful_life(self) -> None:
        """Every act, in the order of recording, each with its verdict."""
        text = audit_text("zh_CN", date(2029, 1, 1))
        assert "共 17 项：符合 17" in text
        assert "\n9. 2026年6月1日 批复组建，市科技局（津科批〔2026〕示例7号）：符合\n" in text

    def test_what_was_out_of_order_says_what_it_lacked(self) -> None:
        """An approval without publicity; a later one does not heal it."""
        dossier = instead(publicised=None, objection_raised=None, objection_decided=None)
        found = audit(SUPPOSED, dossier.history, date(2027, 1, 1), dossier)
        text = joined(render_audit(SUPPOSED, found))
        assert "批复组建，市科技局（津科批〔2026〕示例7号）：不符合" in text
        assert "在先的步骤尚未进行：“公示拟批复名单”（第六条第（五）项）。" in text

    def test_what_is_not_known_is_not_called_unlawful(self) -> None:
        """It is open, with what is missing."""
        filed = evolve(FILED, recipient=None)
        found = audit(SUPPOSED, instead(filed=filed).history, date(2026, 3, 10), DOSSIER)
        text = joined(render_audit(SUPPOSED, found))
        assert "2. 2026年3月2日 联合申报，示例海河生物制造股份有限公司：尚不能确定" in text
        assert "申报 \u203a 受理单位（events[filed].recipient）" in text
        assert "所依据的解释" in text

    def test_an_act_without_a_step_is_not_judged(self) -> None:
        """A court's judgment is recorded; the text says nothing of it."""
        history = HISTORY.add(EndSetAside(on=date(2028, 7, 1), by="某法院"))
        found = audit(SUPPOSED, history, date(2029, 1, 1), DOSSIER)
        text = joined(render_audit(SUPPOSED, found))
        assert "2028年7月1日 撤销决定被撤除，某法院：条文未规定的行为" in text
        assert "共 18 项：符合 17、条文未规定的行为 1" in text

    def test_with_hindsight(self) -> None:
        """That what was recorded only afterwards counts is said in the head."""
        day = date(2029, 1, 1)
        found = audit(SUPPOSED, HISTORY, day, DOSSIER, with_hindsight=True)
        text = render_audit(SUPPOSED, found, with_hindsight=True)
        assert "行为当时已经发生而事后才记录的也计入" in joined(text)
        assert "事后" not in audit_text("zh_CN", day)

    def test_nothing_recorded(self) -> None:
        """It says so."""
        assert "没有记录。" in render_audit(SUPPOSED, ())


class TestDuties:
    """Who owes what to whom."""

    def test_only_a_day_in_the_text_makes_a_duty_late(self) -> None:
        """每年 has one: the end of the year; 及时 has none."""
        day = date(2029, 1, 1)
        consortium = replay(HISTORY.events[:13], day)
        text = joined(render_duties(SUPPOSED, duties(SUPPOSED, consortium, day), on=day))
        assert "逾期  每年对运营情况进行监督检查（2028）（对牵头单位，第二十二条）" in text
        assert "至迟2028年12月31日" in text
        assert "逾期  成员单位变更" not in text

    def test_what_is_late_stands_first_and_standing_duties_have_no_day(self) -> None:
        """By bearer; a duty owed all the time is never late."""
        text = duties_text("zh_CN", date(2027, 12, 31))
        assert "\n牵头单位\n" in text
        assert "  持续  对建设、运营和管理负总责（第二十三条）" in text
        assert "已履行  每年对运营情况进行监督检查（2027）" in text

    def test_what_is_owed_without_a_day_says_so(self) -> None:
        """The review of an application filed."""
        text = joined(duties_text("zh_CN", date(2026, 3, 10)))
        assert "待履行  对申请材料进行审核，并出具推荐意见（对牵头单位，第六条第（三）项）" in text
        assert "自2026年3月2日起，条文没有期限" in text

    def test_what_was_done_late_is_told_from_what_was_done_in_time(self) -> None:
        """Behind what is still to be done, before what was done in time."""
        day = date(2029, 1, 10)
        (inspected,) = (e for e in HISTORY.events if isinstance(e, Inspected))
        late = evolve(inspected, on=date(2028, 1, 3), year=2027)
        consortium = replay((*HISTORY.events[:13], late), day)
        text = joined(render_duties(SUPPOSED, duties(SUPPOSED, consortium, day), on=day))
        assert "逾期后履行  每年对运营情况进行监督检查（2027）" in text
        assert "至迟2027年12月31日，2028年1月3日履行" in text

    def test_the_marks_are_those_of_any_report(self) -> None:
        """A draft, a supposed publication or none, and whether it is in force."""
        day = date(2027, 12, 31)
        text = joined(duties_text("zh_CN", day))
        unknown = render_duties(TIANJIN, duties(TIANJIN, replay(HISTORY, day), day), on=day)
        assert "* 所依据的文本是征求意见稿" in text
        assert "* 公布日期系假定（2025年4月11日）" in text
        assert "* 按公布日期计算，所问之日该文本在施行期内。" in text
        assert "所依据的解释" in text
        assert "F02 “核准备案”是核准，还是备案？" in text
        assert "* 没有提供公布日期，所问之日是否施行不明" in joined(unknown)

    @pytest.mark.parametrize(
        ("day", "said"),
        [
            (date(2025, 4, 10), "尚未施行，没有依其负有的职责"),
            (date(2030, 4, 11), "有效期已经届满，没有依其负有的职责；以下只列届满以前的事项"),
        ],
    )
    def test_out_of_force_nobody_owes_anything(self, day: date, said: str) -> None:
        """The day before the first, and the day after the last."""
        assert said in joined(duties_text("zh_CN", day))

    def test_without_a_day_in_the_title(self) -> None:
        """Where it is not told which day was asked about."""
        assert render_duties(SUPPOSED, ()).startswith(
            "《天津市创新联合体管理办法（征求意见稿）》各方职责\n合计：无"
        )


class TestAnotherPolicy:
    """A policy without a catalogue speaks in names, and never fails."""

    HISTORY = History(
        "C9",
        (
            JointlyFiled(on=date(2026, 1, 5), application=APPLICATION, by=LEAD.name),
            Recognised(on=date(2026, 2, 1), by="备案办", document="备〔2026〕1号"),
        ),
    )
    DAY = date(2027, 6, 1)
    POLICY = FILING.supposing_published(date(2025, 1, 1))

    @pytest.mark.parametrize("locale", LOCALES)
    def test_everything_is_written(self, locale: str) -> None:
        """Shared words come from the library's own catalogue, the rest from the code."""
        dossier = Dossier(history=self.HISTORY)
        consortium = replay(self.HISTORY, self.DAY)
        acts = possible_acts(self.POLICY, consortium, self.DAY, dossier)
        found = audit(self.POLICY, self.HISTORY, self.DAY, dossier)
        owed = duties(self.POLICY, consortium, self.DAY, dossier)
        texts = [
            render_acts(self.POLICY, acts, locale, details=True),
            render_audit(self.POLICY, found, locale),
            render_duties(self.POLICY, owed, locale, on=self.DAY),
            render_state(self.POLICY, consortium, locale),
            *(render(one.report, locale) for one in acts),
        ]
        assert all(texts)
        assert "report_yearly" in texts[2]
        assert ("予以组建" if locale == "zh_CN" else "recognised") in texts[3]


def test_a_ground_cited_and_established() -> None:
    """A body attests that a ground is there; the report names how many were cited."""
    established = Attestation(what="art11.item5", by=BUREAU, on=date(2027, 12, 1))
    dossier = evolve(DOSSIER, attestations=(*DOSSIER.attestations, established))
    act = Ended(
        on=date(2027, 12, 31),
        by=BUREAU,
        on_request=False,
        grounds=("art11.item5",),
        document="津科撤〔2027〕示例1号",
    )
    text = joined(render(report_of(act, dossier=dossier)))
    assert "所引的第十一条所列情形：1 项；其中至少一项成立：是；" in text
    assert "结论：可以" in text
