"""第八、九、十条：年度运行评价——谁须作什么，至何日为止，何时算数；没有记载的不是没有作。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS, PUBLISHED
from tests.policies.tianjin.lives import (
    CALLED,
    CONFIRMED,
    FORMED,
    GIVEN,
    LEFT_TO_ITSELF,
    NOTICED,
    NOTIFIED,
    PUBLIC,
    REQUIRED,
    SELECTED,
    SELF_EVALUATED,
    SELF_REPORTED,
    STAGED,
    STAGES,
    STAYING,
    SUBMITTED,
    annulled,
    approved,
    change_approved,
    confirmed,
    executed,
    filed,
    finding_of,
    imposed,
    left_to_itself,
    life,
    noticed,
    notified,
    report_of,
    reported,
    selected,
    self_evaluated,
    self_reported,
    staged,
    submitted,
)

from innov_consortium.core.case import Dossier
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.events import EndSetAside, Event
from innov_consortium.core.report import Answer
from innov_consortium.core.sources import ForceInTime
from innov_consortium.policies.tianjin import TIANJIN

IN_TIME, WHOLE, BY_LEAD = "submitted_in_time", "submitted_whole", "submitted_by_the_lead"
THROUGH, CONFIRM = "gone_through_stages", "confirmed_before_notified"
ITSELF, ON_FILE = "evaluated_itself", "self_report_on_file"
GROUND = "materials_not_submitted"
OLD = "津科资〔2023〕83号"
EVE, LAST, MORROW = date(2027, 9, 29), date(2027, 9, 30), date(2027, 10, 1)
YEAR_END, NEW_YEAR = date(2027, 12, 31), date(2028, 1, 1)


def says(events: Iterable[Event], name: str, on: date, **readings: str) -> str:
    """Return what a norm of the evaluation comes to on a day, over all years."""
    return finding_of(report_of("evaluation", events, on, GIVEN, **readings), name).outcome.value


def lacks(events: Iterable[Event], name: str, on: date) -> set[str]:
    """Return where what is missing under a norm would be given."""
    found = finding_of(report_of("evaluation", events, on), name)
    return {m.path for item in found.items for m in item.missing}


def ground(events: Iterable[Event], on: date, **readings: str) -> str:
    """Return what the ground of item 2 comes to on a day."""
    report = report_of("revocation_grounds", events, on, GIVEN, **readings)
    return finding_of(report, GROUND).outcome.value


def years(events: Iterable[Event], on: date, **readings: str) -> list[int]:
    """Return the years that are over, and of which nobody says who evaluates them."""
    found = finding_of(report_of("evaluation", events, on, GIVEN, **readings), ITSELF)
    return [item.item.year for item in found.items]


# --- 参评单位按照……通知要求按时提交评价材料及支撑数据 --------------------------------------------


@pytest.mark.parametrize(("on", "outcome"), [(EVE, "met"), (LAST, "met"), (MORROW, "not_met")])
def test_handed_in_by_the_last_day(on: date, outcome: str) -> None:
    """按时: the day before the deadline, on it, the day after; whoever hands in is done."""
    assert says((*SELECTED, submitted(on=on)), IN_TIME, date(2027, 10, 15)) == outcome


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(EVE, "not_applicable"), (LAST, "not_applicable"), (MORROW, "not_met")],
)
def test_nothing_handed_in_is_a_failure_once_the_last_day_is_over(on: date, outcome: str) -> None:
    """The deadline belongs to whoever has to hand in, to its end."""
    assert says(SELECTED, IN_TIME, on) == outcome


@pytest.mark.parametrize(
    ("on", "established"), [(EVE, "not_met"), (LAST, "not_met"), (MORROW, "met")]
)
def test_and_then_it_is_the_ground_of_item_2(on: date, established: str) -> None:
    """D05: nothing submitted after the deadline; not on it."""
    assert ground(SELECTED, on) == established


@pytest.mark.parametrize(
    "before",
    [
        (*FORMED, selected()),
        (*FORMED, noticed(deadline=None), selected()),
        (*FORMED, noticed(), left_to_itself()),
    ],
    ids=["no notice", "a notice without a deadline", "not selected"],
)
def test_without_a_deadline_nothing_is_late(before: tuple[Event, ...]) -> None:
    """按照……通知要求: no notice or no deadline, no failure and no ground; nor if not selected."""
    assert says(before, IN_TIME, YEAR_END) == "not_applicable"
    assert ground(before, YEAR_END) == "not_met"


def test_handed_in_without_a_deadline_it_is_in_time() -> None:
    """Nothing to be late for: the norm does not apply."""
    before = (*FORMED, noticed(deadline=None), selected(), submitted(on=date(2027, 12, 30)))
    assert says(before, IN_TIME, YEAR_END) == "not_applicable"


@pytest.mark.parametrize(("on", "outcome"), [(LAST, "not_applicable"), (MORROW, "unknown")])
def test_whether_it_was_selected_nobody_says(on: date, outcome: str) -> None:
    """A deadline passed and no selection on record: not known is not left to itself."""
    assert says(NOTICED, IN_TIME, on) == outcome
    if outcome == "unknown":
        assert lacks(NOTICED, IN_TIME, on) == {"events[evaluation_assigned].mode"}
        assert ground(NOTICED, on) == "unknown"


def test_an_assignment_that_does_not_say_which_leaves_it_open() -> None:
    """Assigned, but to what is not known."""
    assert says((*NOTICED, selected(mode=None)), IN_TIME, MORROW) == "unknown"


def test_a_result_tells_that_experts_evaluated() -> None:
    """No assignment on record, but a result was notified: only the evaluated have one."""
    before = (*NOTICED, submitted(on=MORROW), notified())
    assert says(before, IN_TIME, YEAR_END) == "not_met"


@pytest.mark.parametrize(
    ("items", "outcome"),
    [
        (REQUIRED, "met"),
        (REQUIRED | {"其他材料"}, "met"),
        (REQUIRED - {"支撑数据"}, "not_met"),
        (frozenset(), "not_met"),
        (None, "unknown"),
    ],
)
def test_everything_the_notice_asks_for(items: Any, outcome: str) -> None:
    """评价材料及支撑数据: all of it, more than that, one piece short, none, and not known which."""
    before = (*SELECTED, submitted(items=items))
    assert says(before, WHOLE, MORROW) == outcome
    if outcome == "unknown":
        assert lacks(before, WHOLE, MORROW) == {"events[materials_submitted].items"}


def test_what_is_short_may_be_made_good_until_the_last_day() -> None:
    """Handed in piece by piece by then; what comes after it does not make it whole."""
    half, rest = submitted(items=frozenset({"总结报告"})), frozenset({"支撑数据"})
    assert says((*SELECTED, half), WHOLE, LAST) == "not_applicable"
    for on, outcome in ((LAST, "met"), (MORROW, "not_met")):
        assert says((*SELECTED, half, submitted(on=on, items=rest)), WHOLE, MORROW) == outcome


def test_handed_in_late_and_whole_it_is_late_only() -> None:
    """Two norms, two answers."""
    late = (*SELECTED, submitted(on=MORROW))
    assert (says(late, WHOLE, YEAR_END), says(late, IN_TIME, YEAR_END)) == ("met", "not_met")


@pytest.mark.parametrize(("required", "outcome"), [(None, "unknown"), (frozenset(), "met")])
def test_what_has_to_be_handed_in_is_for_the_notice_to_say(required: Any, outcome: str) -> None:
    """The text has no list of its own; what a notice requires may not be known, or be nothing."""
    before = (*FORMED, noticed(required=required), selected(), submitted(items=None))
    assert says(before, WHOLE, MORROW) == outcome


@pytest.mark.parametrize(
    ("by", "outcome"),
    [
        (LEAD.name, "met"),
        (LEAD.id.value, "met"),
        (PARTICIPANTS[0].name, "not_met"),
        ("市科技局", "not_met"),
        (None, "unknown"),
    ],
)
def test_the_lead_hands_in(by: str | None, outcome: str) -> None:
    """第二十三条 提交相关素材数据: by name or code; a participant's is not the lead's."""
    assert says((*SELECTED, submitted(by=by)), BY_LEAD, YEAR_END) == outcome


def test_a_renamed_lead_hands_in_under_its_new_name() -> None:
    """Whoever bears it is the same."""
    renamed = reported(
        ChangeKind.MEMBER_RENAME,
        unit=LEAD.key,
        issued_by=frozenset({LEAD.key}),
        new_name="虚构更名后的牵头单位",
    )
    done = (renamed, change_approved(), executed())
    before = (*SELECTED, *done, submitted(by="虚构更名后的牵头单位"))
    assert says(before, BY_LEAD, YEAR_END) == "met"


@pytest.mark.parametrize(
    ("first", "second", "outcomes"),
    [
        ((EVE, STAYING.name), (LAST, LEAD.name), ("met", "met")),
        ((EVE, STAYING.name), (MORROW, LEAD.name), ("not_met", "met")),
        ((EVE, None), (MORROW, LEAD.name), ("met", "met")),
        ((EVE, LEAD.name), (MORROW, STAYING.name), ("met", "met")),
    ],
)
def test_what_a_stranger_handed_in_does_not_save_the_leads_day(
    first: tuple[date, str | None], second: tuple[date, str | None], outcomes: tuple[str, str]
) -> None:
    """Where the lead handed in, too, its own day counts; of nobody knows whose, it may be."""
    both = [submitted(on=on, by=by) for on, by in (first, second)]
    before = (*SELECTED, *both)
    assert (says(before, IN_TIME, YEAR_END), says(before, BY_LEAD, YEAR_END)) == outcomes


@pytest.mark.parametrize(
    ("change", "on", "outcome"),
    [
        ({"on": MORROW}, YEAR_END, "needs_judgement"),
        ({"items": frozenset({"总结报告"})}, LAST, "not_met"),
        ({"items": frozenset({"总结报告"})}, MORROW, "needs_judgement"),
        ({"by": STAYING.name}, LAST, "not_met"),
        ({"by": STAYING.name}, MORROW, "needs_judgement"),
        ({"by": None}, MORROW, "unknown"),
        ({"items": None}, MORROW, "unknown"),
        ({}, YEAR_END, "not_met"),
    ],
)
def test_late_short_or_by_another_is_judged_and_only_once_the_last_day_is_over(
    change: dict[str, Any], on: date, outcome: str
) -> None:
    """D05: candidates for item 2; before the deadline is over the lead may still hand in."""
    assert ground((*SELECTED, submitted(**change)), on) == outcome


def test_late_by_nobody_knows_whom_is_late_all_the_same() -> None:
    """One thing that is wrong suffices, whatever else is not known."""
    assert ground((*SELECTED, submitted(on=MORROW, by=None, items=None)), YEAR_END) == (
        "needs_judgement"
    )


def test_whether_it_counts_is_open_where_its_selection_is() -> None:
    """Late, if it was selected at all."""
    assert ground((*NOTICED, submitted(on=MORROW)), YEAR_END) == "unknown"


def test_where_nobody_knows_who_leads_nobody_knows_who_handed_in() -> None:
    """A history that begins with the approval: no application, no lead."""
    before = (approved(), noticed(), selected(), submitted())
    assert says(before, BY_LEAD, YEAR_END) == "unknown"
    assert says(before, IN_TIME, YEAR_END) == "met"


# --- 通知：以最后的为准 ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("second", "outcome"),
    [
        ({"deadline": date(2027, 10, 31)}, "met"),
        ({"deadline": date(2027, 10, 14)}, "not_met"),
        ({"deadline": date(2027, 10, 15)}, "met"),
        ({"deadline": None}, "not_applicable"),
    ],
)
def test_a_second_notice_of_the_year_takes_the_place_of_the_first(
    second: dict[str, Any], outcome: str
) -> None:
    """Extended, shortened, or with no day at all: handed in on 15 October."""
    again = noticed(on=date(2027, 9, 1), **second)
    before = (*SELECTED, again, submitted(on=date(2027, 10, 15)))
    assert says(before, IN_TIME, YEAR_END) == outcome


def test_until_it_comes_the_first_one_counts() -> None:
    """Late on 1 October; an extension of 8 October heals it from then on."""
    before = (*SELECTED, noticed(on=date(2027, 10, 8), deadline=date(2027, 10, 31)))
    said = [says(before, IN_TIME, date(2027, 10, d)) for d in (1, 7, 8, 31)]
    assert said == ["not_met", "not_met", "not_applicable", "not_applicable"]
    assert says(before, IN_TIME, date(2027, 11, 1)) == "not_met"


def test_the_notice_of_another_year_is_another_notice() -> None:
    """Sent in December 2027 for 2028: it says nothing of 2027."""
    before = (*SELECTED, noticed(on=date(2027, 12, 20), year=2028, deadline=date(2028, 9, 30)))
    assert says(before, IN_TIME, YEAR_END) == "not_met"


# --- 经材料审查、现场考察及综合评估等环节，经最终审核确认后通报 -----------------------------------


def test_before_the_result_is_notified_no_stage_is_missing() -> None:
    """The text gives the stages no day of their own."""
    assert says(SUBMITTED, THROUGH, date(2027, 12, 9)) == "not_applicable"
    assert says(CONFIRMED, CONFIRM, date(2027, 12, 9)) == "not_applicable"


def test_all_stages_and_the_confirmation_before_the_notification() -> None:
    """As the text has it."""
    assert (says(NOTIFIED, THROUGH, YEAR_END), says(NOTIFIED, CONFIRM, YEAR_END)) == ("met", "met")


@pytest.mark.parametrize("left_out", STAGES)
def test_each_of_the_three_stages_is_needed(left_out: str) -> None:
    """材料审查、现场考察及综合评估: two of them are not all."""
    events = tuple(e for e in NOTIFIED if getattr(e, "stage", None) != left_out)
    assert says(events, THROUGH, YEAR_END) == "not_met"
    (item,) = finding_of(report_of("evaluation", events, YEAR_END), THROUGH).items
    assert item.values[1].counted == (left_out,)


@pytest.mark.parametrize("order", [STAGES, STAGES[::-1]])
def test_the_order_of_the_stages_is_not_the_texts(order: tuple[str, ...]) -> None:
    """等环节: they are listed, and more may be added; that one follows another is not said."""
    found = (*SUBMITTED, *map(staged, order), staged("other:专家答辩"), confirmed(), notified())
    assert says(found, THROUGH, YEAR_END) == "met"


def test_a_stage_nobody_named_may_be_the_one_that_is_missing() -> None:
    """Two named and one not: whether all three were gone through is not known."""
    rest = (staged("document_review"), staged("site_visit"), staged(None))
    events = (*SUBMITTED, *rest, confirmed(), notified())
    assert says(events, THROUGH, YEAR_END) == "unknown"
    assert "events[evaluation_staged].stage" in lacks(events, THROUGH, YEAR_END)
    assert says((*STAGED, staged(None), confirmed(), notified()), THROUGH, YEAR_END) == "met"


@pytest.mark.parametrize(
    ("stages", "outcome"),
    [
        ((), "not_met"),
        ((staged(None),), "unknown"),
        ((confirmed(),), "met"),
        ((confirmed(on=date(2027, 12, 11)),), "not_met"),
    ],
    ids=["none", "one nobody named", "confirmed", "the day after"],
)
def test_confirmed_first_and_notified_then(stages: tuple[Event, ...], outcome: str) -> None:
    """经最终审核确认后通报: afterwards is too late."""
    events = sorted((*STAGED, *stages, notified()), key=lambda e: e.on)
    assert says(events, CONFIRM, YEAR_END) == outcome


def test_what_is_gone_through_after_the_notification_came_too_late() -> None:
    """Stages recorded from the day after on are not those the result went through."""
    late = tuple(staged(s, on=date(2027, 12, 11)) for s in STAGES)
    events = (*SUBMITTED, confirmed(), notified(), *late)
    assert says(events, THROUGH, YEAR_END) == "not_met"


def test_annulled_and_notified_again_it_is_the_second_that_is_asked() -> None:
    """Annulled for want of stages, gone through and notified anew: nothing is missing any more."""
    bad = (*SUBMITTED, confirmed(), notified())
    again = (
        annulled(on=date(2027, 12, 15)),
        *(staged(s, on=date(2027, 12, 20)) for s in STAGES),
        confirmed(on=date(2027, 12, 28)),
        notified(on=date(2027, 12, 30)),
    )
    days = [date(2027, 12, d) for d in (14, 15, 29, 30)]
    said = [says((*bad, *again), THROUGH, d) for d in days]
    assert said == ["not_met", "not_applicable", "not_applicable", "met"]


# --- 不参与专家评价的单位须开展自评，并将自评报告提交市科技局备案 ---------------------------------


@pytest.mark.parametrize(
    ("events", "on", "outcomes"),
    [
        (LEFT_TO_ITSELF, YEAR_END, ("not_applicable", "not_applicable")),
        (LEFT_TO_ITSELF, NEW_YEAR, ("not_met", "not_met")),
        (SELF_EVALUATED, YEAR_END, ("met", "not_applicable")),
        (SELF_EVALUATED, NEW_YEAR, ("met", "not_met")),
        (SELF_REPORTED, YEAR_END, ("met", "met")),
        ((*LEFT_TO_ITSELF, self_reported()), YEAR_END, ("met", "met")),
        ((*SELECTED, self_evaluated(), self_reported()), NEW_YEAR, ("not_applicable",) * 2),
    ],
    ids=[
        "nothing yet",
        "nothing, too late",
        "evaluated",
        "evaluated, not filed in time",
        "filed",
        "filed, the evaluation itself not on record",
        "selected for experts",
    ],
)
def test_who_is_not_selected_evaluates_itself_and_files_the_report(
    events: tuple[Event, ...], on: date, outcomes: tuple[str, str]
) -> None:
    """By the day the notice gives, 31 December here, inclusive."""
    assert (says(events, ITSELF, on), says(events, ON_FILE, on)) == outcomes


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(date(2027, 12, 30), "met"), (YEAR_END, "met"), (NEW_YEAR, "not_met")],
)
def test_filed_by_the_day_the_notice_gives(on: date, outcome: str) -> None:
    """The day before, that day, the day after."""
    events = (*SELF_EVALUATED, self_reported(on=on, year=2027))
    assert says(events, ON_FILE, date(2028, 1, 2)) == outcome


@pytest.mark.parametrize("notice", [(), (noticed(self_report_deadline=None),)], ids=["none", "day"])
def test_the_text_gives_no_day_for_it(notice: tuple[Event, ...]) -> None:
    """No notice, or one without a day: nothing is late; whether it is too late is judged."""
    before = (*FORMED, *notice, left_to_itself())
    for name in (ITSELF, ON_FILE):
        said = [says(before, name, d) for d in (YEAR_END, NEW_YEAR)]
        assert said == ["not_applicable", "needs_judgement"]
    late = (*before, self_evaluated(on=date(2028, 3, 1), year=2027))
    assert says(late, ITSELF, date(2028, 3, 1)) == "met"
    filed_late = (*late, self_reported(on=date(2028, 3, 2), year=2027))
    assert says(filed_late, ON_FILE, date(2028, 3, 2)) == "met"


def test_without_a_day_a_missing_report_is_no_ground() -> None:
    """D05: no notice or deadline, no ground; with a day that has passed it is judged."""
    undated = (*FORMED, left_to_itself())
    assert ground(undated, NEW_YEAR) == "not_met"
    assert [ground(LEFT_TO_ITSELF, d) for d in (YEAR_END, NEW_YEAR)] == [
        *("not_met", "needs_judgement")
    ]


def test_of_whom_nobody_says_whether_it_was_selected() -> None:
    """The year is over, nothing is on record: neither norm can be answered."""
    assert (says(FORMED, ITSELF, NEW_YEAR), says(FORMED, ON_FILE, NEW_YEAR)) == ("unknown",) * 2
    assert lacks(FORMED, ITSELF, NEW_YEAR) == {"events[evaluation_assigned].mode"}


# --- 评价结果分为优秀、良好、合格、不合格 ---------------------------------------------------------


@pytest.mark.parametrize("grade", TIANJIN.numbers.grades)
def test_there_are_four_grades(grade: str) -> None:
    """Each of them is one, and each counts."""
    events = (*CONFIRMED, notified(grade))
    assert says(events, "one_of_four_grades", YEAR_END) == "met"
    assert says(events, "result_counts", YEAR_END) == "met"


def test_a_grade_nobody_knows() -> None:
    """Notified, and not told which: it counts, whatever it is."""
    events = (*CONFIRMED, notified(None))
    assert says(events, "one_of_four_grades", YEAR_END) == "unknown"
    assert says(events, "result_counts", YEAR_END) == "met"


def test_the_six_dimensions_have_no_weight() -> None:
    """第九条 lists what is looked at, with 等; no norm computes with it."""
    assert len(TIANJIN.numbers.evaluation_dimensions) == 6
    named = {n.name for norm in TIANJIN.norms("evaluation") for n in norm.numbers}
    assert "evaluation_dimensions" not in named


# --- D14: which years -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "default", "same_year"),
    [
        (date(2026, 12, 31), [], []),
        (date(2027, 1, 1), [], [2026]),
        (date(2027, 12, 31), [], [2026]),
        (date(2028, 1, 1), [2027], [2026, 2027]),
        (date(2029, 1, 1), [2027, 2028], [2026, 2027, 2028]),
    ],
)
def test_from_the_year_after_the_approval(
    on: date, default: list[int], same_year: list[int]
) -> None:
    """Approved in June 2026: evaluated from 2027 on, or from 2026 on if read the other way."""
    assert years(FORMED, on) == default
    assert years(FORMED, on, first_evaluation="same_year") == same_year


def test_before_the_approval_nothing_is_to_be_evaluated() -> None:
    """No consortium, no year; of an application nothing is asked."""
    report = report_of("evaluation", PUBLIC, date(2026, 5, 20))
    applies = {f.norm.name: f.outcome.value for f in report if f.norm.combines}
    assert set(applies.values()) == {"not_applicable"}
    assert report.answer is Answer.MET


def test_a_notice_may_include_the_year_of_approval() -> None:
    """通知另有列入: the notice of 2026 reached it, and so did its deadline."""
    notice = noticed(on=date(2026, 7, 1), deadline=date(2026, 10, 30))
    chosen = selected(on=date(2026, 7, 15))
    said = [says((*FORMED, notice, chosen), IN_TIME, d) for d in (date(2026, 10, 30), NEW_YEAR)]
    assert said == ["not_applicable", "not_met"]
    assert says((*FORMED, chosen), IN_TIME, date(2026, 12, 31)) == "not_applicable"


def test_what_it_does_unasked_makes_no_year_of_the_year_of_approval() -> None:
    """A self-evaluation nobody asked for in 2026 is not one that was due."""
    own = (self_evaluated(on=date(2026, 11, 1)), self_reported(on=date(2026, 12, 1)))
    assert says((*FORMED, *own), ITSELF, date(2027, 1, 2)) == "not_applicable"


def test_the_last_year_is_the_last_whole_one() -> None:
    """2030 is governed to 10 April only: unless a notice includes it nothing is asked of it."""
    on = date(2030, 4, 10)
    assert years(FORMED, on) == [2027, 2028, 2029]
    notice = noticed(on=date(2030, 1, 5), deadline=date(2030, 3, 31))
    events = (*FORMED, notice, selected(on=date(2030, 1, 10)))
    assert says(events, IN_TIME, on) == "not_met"


def test_after_the_last_day_nothing_is_asked() -> None:
    """Expired: no basis, whatever was left undone."""
    report = report_of("evaluation", SELECTED, date(2030, 4, 11))
    assert report.answer is Answer.NO_BASIS
    assert {f.provision.partition(".")[0] for f in report} == {"art26"}


# --- years after the end --------------------------------------------------------------------------


def test_the_year_of_the_end_and_what_follows_are_not_evaluated() -> None:
    """Revoked on 2028-06-20: asked in 2030, of 2027 alone."""
    assert years((*FORMED, imposed()), date(2030, 1, 15)) == [2027]


@pytest.mark.parametrize(
    ("deadline", "outcome"),
    [
        (date(2028, 6, 18), "not_met"),
        (date(2028, 6, 19), "not_met"),
        (date(2028, 6, 20), "not_applicable"),
        (date(2028, 6, 21), "not_applicable"),
    ],
)
def test_a_deadline_after_the_end_binds_nobody(deadline: date, outcome: str) -> None:
    """Revoked on 20 June: what was due the day before was due; from that day on, no more."""
    notice = noticed(on=date(2028, 3, 1), deadline=deadline)
    events = (*FORMED, notice, selected(on=date(2028, 3, 15)), imposed())
    known = (left_to_itself(year=2027), self_evaluated(), self_reported())
    asked_on = date(2028, 10, 1)
    assert says((*events, *known), IN_TIME, asked_on) == outcome
    assert ground((*events, *known), asked_on) == ("met" if outcome == "not_met" else "not_met")


def test_a_report_that_would_have_been_due_after_the_end_is_not_missing() -> None:
    """Left to itself in 2028 and revoked in June: no self-evaluation of 2028 is owed."""
    notice = noticed(on=date(2028, 3, 1), self_report_deadline=date(2028, 12, 31))
    events = (*FORMED, notice, left_to_itself(on=date(2028, 3, 15)), imposed())
    own = (left_to_itself(year=2027), self_evaluated(), self_reported())
    said = {name: says((*events, *own), name, date(2029, 2, 1)) for name in (ITSELF, ON_FILE)}
    assert said == {ITSELF: "met", ON_FILE: "met"}
    assert (
        finding_of(report_of("evaluation", (*events, *own), date(2029, 2, 1)), ITSELF)
        .outcomes[1]
        .value
        == "not_applicable"
    )


def test_set_aside_the_end_never_freed_it() -> None:
    """Back in its status, the deadline that passed meanwhile has passed."""
    notice = noticed(on=date(2028, 3, 1), deadline=date(2028, 7, 31))
    events = (*FORMED, notice, selected(on=date(2028, 3, 15)), imposed())
    back = (*events, EndSetAside(on=date(2028, 9, 1)))
    days = (date(2028, 8, 31), date(2028, 9, 1))
    found = [finding_of(report_of("evaluation", back, d), IN_TIME).outcomes for d in days]
    assert [[o.value for o in outcomes][-1] for outcomes in found] == ["not_applicable", "not_met"]


# --- A08: under the earlier plan ------------------------------------------------------------------


def legacy(*more: Event) -> tuple[Event, ...]:
    """Return a consortium approved in 2024 under the earlier plan."""
    begun = filed(on=date(2023, 9, 1), under=OLD)
    return (begun, approved(on=date(2024, 3, 1), under=OLD), *more)


def test_a_consortium_of_the_earlier_plan_is_evaluated_from_the_year_after_publication() -> None:
    """Published in April 2025: 2026 is the first whole year under this text."""
    assert years(legacy(), date(2027, 1, 1)) == [2026]
    assert years(legacy(), date(2027, 1, 1), first_evaluation="same_year") == [2025, 2026]


@pytest.mark.parametrize(
    "known",
    [{"on": date(2024, 12, 10)}, {"on": date(2025, 4, 10)}, {"on": PUBLISHED, "under": OLD}],
    ids=["long before", "the day before publication", "that day, under the earlier plan"],
)
def test_an_evaluation_of_the_earlier_plan_is_not_asked_for_stages(known: dict[str, Any]) -> None:
    """What this text asks of a result it does not ask of one given before it."""
    old = notified("unqualified", year=2024, **known)
    assert says(legacy(old), THROUGH, date(2026, 1, 1)) == "not_applicable"


def test_one_of_the_day_of_publication_is_under_this_text() -> None:
    """自公布之日起: notified that day, it needs its stages."""
    new = notified("unqualified", year=2024, on=PUBLISHED)
    assert says(legacy(new), THROUGH, date(2026, 1, 1)) == "not_met"


def test_what_was_begun_under_the_earlier_plan_is_no_ground_here() -> None:
    """A07: the notice of March 2025 is not one of this text, nor is missing its deadline."""
    notice = noticed(on=date(2025, 3, 1), deadline=date(2025, 9, 30))
    events = legacy(notice, selected(on=date(2025, 4, 20)))
    assert ground(events, date(2025, 12, 31)) == "not_met"
    within = legacy(noticed(on=PUBLISHED, deadline=date(2025, 9, 30)), selected(on=PUBLISHED))
    assert ground(within, date(2025, 12, 31)) == "met"


def test_while_nobody_knows_when_it_was_published_years_run_from_the_approval() -> None:
    """No publication supplied: 2025, 2026 and the year asked about, of a consortium of 2024."""
    report = TIANJIN.check("evaluation", Dossier(history=life(legacy())), on=date(2027, 1, 1))
    assert len(finding_of(report, ITSELF).outcomes) == 3
    assert report.in_force is ForceInTime.UNKNOWN


def test_what_an_event_says_of_its_year_counts_and_not_the_day_it_happened() -> None:
    """Handed in on 5 January 2028 for 2027: late for 2027, nothing for 2028."""
    late = submitted(on=date(2028, 1, 5), year=2027)
    assert says((*SELECTED, late), IN_TIME, date(2028, 1, 5)) == "not_met"
    unsaid = evolve(late, year=None)
    assert says((*SELECTED, unsaid), IN_TIME, date(2028, 1, 5)) == "not_met"
    assert ground((*SELECTED, unsaid), date(2028, 1, 5)) == "met"


def test_nothing_before_the_call_is_a_consortium() -> None:
    """A history with a call alone has no year."""
    assert years(CALLED, date(2026, 3, 1)) == []
