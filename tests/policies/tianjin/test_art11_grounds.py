"""第十一条第一款：撤销资格的七种情形，各说其文，不多不少；情形成立之后，撤销仍须另行作出。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    COMPLETE,
    LEAD,
    PARTICIPANTS,
    PUBLISHED,
    made_attestation,
    made_unit,
)
from tests.policies.tianjin.lives import (
    ASKED,
    BUREAU,
    EVERYBODY,
    EXAMINED,
    FORMED,
    GIVEN,
    GROUNDED,
    HANDED_IN,
    LEAVING,
    REVOKED,
    STAYING,
    UNBLEMISHED,
    approved,
    asked,
    at,
    because,
    change_approved,
    decided,
    established,
    examined,
    executed,
    filed,
    handed_in,
    imposed,
    judgment,
    lacks,
    life,
    measures,
    reported,
    revoked,
    stands,
    unqualified,
    verdict,
)

from innov_consortium.core.attestations import Interpretation, Listing
from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.decide import Granted, Standing, possible_acts
from innov_consortium.core.evaluation import Run
from innov_consortium.core.events import (
    EndSetAside,
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    Event,
    MaterialsSubmitted,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.records import (
    Accident,
    Determination,
    Falsification,
    Misconduct,
    OrganKind,
    Record,
    Unrecorded,
)
from innov_consortium.core.report import Answer, Finding, Report
from innov_consortium.policies.tianjin import TIANJIN

ONE = timedelta(1)
ON = date(2028, 6, 20)
MEMBER = PARTICIPANTS[0].id
GROUP = made_unit(77, parent=LEAD.id)
PRESS = "某媒体"
AUTHORITY = "市应急管理局"
OLD = "津科资〔2023〕83号"

REQUIRED = frozenset({"report", "data"})
CALL = EvaluationCalled(
    on=date(2027, 9, 1), by=BUREAU, year=2027, deadline=date(2027, 10, 29), required=REQUIRED
)
SELECTED = EvaluationAssigned(on=date(2027, 9, 2), by=BUREAU, year=2027, mode=EvaluationMode.EXPERT)
LEFT_OUT = evolve(SELECTED, mode=EvaluationMode.SELF)
SELECTED_WITH_NOTICE = (*FORMED, CALL, SELECTED)


def known(
    *entries: Any, given: Surroundings = UNBLEMISHED, attested: tuple[Any, ...] = ()
) -> Surroundings:
    """Return what is known with these on record, or listed, and nothing else that is."""
    sorts = {
        "falsifications": Falsification,
        "accidents": Accident,
        "determinations": Determination,
        "misconduct": Misconduct,
    }
    lists: dict[str, Any] = {
        name: tuple(e for e in entries if isinstance(e, sort)) for name, sort in sorts.items()
    }
    return evolve(
        given,
        record=evolve(given.record, **lists),
        listings=tuple(e for e in entries if isinstance(e, Listing)),
        attestations=(*given.attestations, *attested),
    )


def asked_of(
    events: Iterable[Event] = FORMED,
    given: Surroundings = UNBLEMISHED,
    on: date = ON,
    **readings: str,
) -> Report:
    """Ask which grounds there are."""
    dossier = Dossier(
        history=life(events),
        **{
            name: getattr(given, name)
            for name in ("register", "attestations", "listings", "record", "interpretations")
        },
    )
    return measures(frozenset(readings.items())).check("revocation_grounds", dossier, on=on)


def says(item: int, *entries: Any, events: Iterable[Event] = FORMED, **asked: Any) -> str:
    """Return what an item comes to with these on record."""
    given = asked.pop("given", UNBLEMISHED)
    attested = asked.pop("attested", ())
    found = asked_of(events, known(*entries, given=given, attested=attested), **asked)
    outcome = found.outcome(f"art11.item{item}")
    assert outcome is not None
    return outcome.value


def one(report: Report, item: int, name: str | None = None) -> Finding:
    """Return the finding of an item, by its clause where there are two."""
    (found,) = [
        f
        for f in report
        if f.provision == f"art11.item{item}" and (name is None or f.norm.name == name)
    ]
    return found


def graded(year: int, grade: str | None, on: date | None = None, **more: Any) -> ResultNotified:
    """Return the result of a year, notified on 10 December of it unless another day is given."""
    day = date(year, 12, 10) if on is None else on
    return ResultNotified(on=day, by=BUREAU, year=year, grade=grade, **more)


def falsified(**changes: Any) -> Falsification:
    """Return the bureau's finding of 2027-09-01 that the lead seriously falsified in formation."""
    said = {"unit": LEAD.id, "context": "formation", "serious": True, "by": BUREAU}
    return Falsification(**{**said, "on": date(2027, 9, 1), **changes})


def accident(**changes: Any) -> Accident:
    """Return a safety accident at the lead of 2027-08-12, graded 重大 by the authority."""
    said = {"unit": LEAD.id, "category": "safety", "grade": "major", "determined_by": AUTHORITY}
    return Accident(
        **{
            **said,
            "occurred_on": date(2027, 8, 12),
            "determined_on": date(2027, 9, 20),
            **changes,
        }
    )


def listed(**changes: Any) -> Listing:
    """Return the lead's entry of 2027-07-01 in the list of abnormal operations; it stands."""
    said: dict[str, Any] = {"unit": LEAD.id, "name": "经营异常名录", "first": date(2027, 7, 1)}
    return Listing(**{**said, **changes})


def conduct(**changes: Any) -> Misconduct:
    """Return unlawful conduct of the lead of any other sort, known since 2027-09-01."""
    return Misconduct(**{"unit": LEAD.id, "what": "其他", "on": date(2027, 9, 1), **changes})


def handed(on: date, **changes: Any) -> MaterialsSubmitted:
    """Return that the lead handed in everything for 2027."""
    return MaterialsSubmitted(
        **{"on": on, "by": LEAD.name, "year": 2027, "items": REQUIRED, **changes}
    )


# --- together ---------------------------------------------------------------------------------


def test_with_a_whole_record_and_nothing_in_it_no_ground_is_there() -> None:
    """Each of the seven is asked, item 7 twice, and the answer is 不成立."""
    report = asked_of()
    assert [f.provision for f in report if f.norm.some] == [
        *(f"art11.item{n}" for n in range(1, 8)),
        "art11.item7",
    ]
    assert {f.outcome for f in report if f.norm.some} == {Outcome.NOT_MET}
    assert (report.answer, report.grounds, report.established) == (Answer.NOT_MET, True, ())


@pytest.mark.parametrize("item", [3, 5, 6, 7])
def test_what_a_record_does_not_reach_is_unknown_and_not_absent(item: int) -> None:
    """The day after it is complete to, and where nobody says to which day it is."""
    whole = evolve(GIVEN, record=Record(complete_to=ON))
    assert says(item, given=whole) == "not_met"
    assert says(item, given=whole, on=ON + ONE) == "unknown"
    assert says(item, given=GIVEN) == "unknown"


def test_an_incomplete_record_is_asked_for() -> None:
    """Each of the four sorts and the listings has an item of which nothing is known."""
    report = asked_of(given=GIVEN)
    assert report.answer is Answer.OPEN
    of_record = [f for f in report if f.norm.some and f.outcome is Outcome.UNKNOWN]
    assert [f.norm.each for f in of_record] == [
        "falsification",
        "accident",
        "determination",
        "listing",
        "misconduct",
    ]
    assert all([i.item for i in f.items] == [Unrecorded()] for f in of_record)


def test_what_is_there_is_there_although_the_record_may_hold_more() -> None:
    """某一情形: one suffices, so what may be there beside it does not matter."""
    given = known(accident(), given=GIVEN)
    report = asked_of(given=given)
    assert (report.answer, one(report, 5).outcome) == (Answer.MET, Outcome.MET)


def test_several_at_once_are_all_told() -> None:
    """Each with its item; the answer needs but one."""
    events = (*FORMED, *unqualified(2026, 2027))
    report = asked_of(events, known(accident(), judgment(), listed()))
    assert [f.provision for f in report.established] == [
        "art11.item1",
        "art11.item5",
        "art11.item6",
        "art11.item7",
    ]


def test_the_answer_is_that_of_the_strongest() -> None:
    """成立 before 由人判断 before 不明 before 不成立."""
    past = listed(last=date(2027, 8, 1))
    ungraded = accident(grade=None, determined_by=None, determined_on=None)
    answers = [
        asked_of(given=known(*entries)).answer
        for entries in ((), (ungraded,), (ungraded, past), (ungraded, past, judgment()))
    ]
    assert answers == [Answer.NOT_MET, Answer.OPEN, Answer.OPEN, Answer.MET]
    outcomes = [
        [f.outcome for f in asked_of(given=known(*entries)).open]
        for entries in ((ungraded,), (past,), (ungraded, past))
    ]
    assert outcomes == [
        [Outcome.UNKNOWN],
        [Outcome.NEEDS_JUDGEMENT],
        [Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT],
    ]


@pytest.mark.parametrize(("on", "answer"), [(9, "met"), (10, "met"), (11, "no_basis")])
def test_after_the_last_day_no_ground_has_a_basis(on: int, answer: str) -> None:
    """A05: what was a ground is history from 2030-04-11."""
    report = asked_of(given=known(judgment()), on=date(2030, 4, on))
    assert report.answer.value == answer
    assert [f for f in report if f.norm.some] == [] if answer == "no_basis" else report.established


def test_before_publication_no_ground_has_a_basis() -> None:
    """The Measures are not in force, whatever is on record."""
    assert asked_of((), known(judgment(on=date(2025, 1, 1))), on=date(2025, 4, 10)).answer is (
        Answer.NO_BASIS
    )


def test_while_publication_is_not_known_grounds_are_told_all_the_same() -> None:
    """Nothing is before a day that nobody knows; the act is what has to wait."""
    given = known(judgment())
    dossier = Dossier(history=life(FORMED), record=given.record)
    report = TIANJIN.check("revocation_grounds", dossier, on=ON)
    assert one(report, 6).outcome is Outcome.MET


# --- （一）连续两次年度运行评价不合格的 -----------------------------------------------------------


@pytest.mark.parametrize(
    ("years", "said"), [((), "not_met"), ((2026,), "not_met"), ((2026, 2027), "met")]
)
def test_two_in_a_row(years: tuple[int, ...], said: str) -> None:
    """None, one, two; the second counts from the day it is notified."""
    events = (*FORMED, *unqualified(*years))
    assert says(1, events=events) == said


def test_the_second_counts_from_its_notification() -> None:
    """The day before, the day, the day after."""
    events = (*FORMED, *unqualified(2026, 2027))
    days = [date(2027, 12, d) for d in (9, 10, 11)]
    assert [says(1, events=events, on=day) for day in days] == ["not_met", "met", "met"]


def test_three_in_a_row_are_two_and_more() -> None:
    """The run names all three."""
    report = asked_of((*FORMED, *unqualified(2026, 2027, 2028)), on=date(2029, 1, 1))
    assert one(report, 1).facts["unqualified_run"].value == 3


@pytest.mark.parametrize("grade", ["excellent", "good", "qualified"])
def test_a_better_result_between_them_parts_two(grade: str) -> None:
    """连续: 合格 suffices."""
    events = (
        *FORMED,
        graded(2026, "unqualified"),
        graded(2027, grade),
        graded(2028, "unqualified"),
    )
    assert says(1, events=events, on=date(2029, 6, 1)) == "not_met"


def test_a_gap_is_shown_with_both_results() -> None:
    """D03 (a): results, not years; what lies between them and hinges on the reading is told."""
    events = (*FORMED, *unqualified(2026, 2028))
    report = asked_of(events, on=date(2029, 1, 15))
    run = one(report, 1).facts["unqualified_run"]
    assert one(report, 1).outcome is Outcome.MET
    assert run == Run(2, (2026, 2028), (2027,), (date(2026, 12, 10), date(2028, 12, 10)), (), ())
    assert not run.followed
    assert "consecutive" in {c.name for c in one(report, 1).norm.readings}
    assert says(1, events=events, on=date(2029, 1, 15), consecutive="years") == "not_met"


def test_results_after_the_two_are_told_and_take_nothing_away() -> None:
    """连续两次: once there were two, a better one later is told beside them."""
    better = (*FORMED, *unqualified(2026, 2027), graded(2028, "good"))
    finding = one(asked_of(better, on=date(2029, 1, 15)), 1)
    run = finding.facts["unqualified_run"]
    assert (finding.outcome, run.later, run.followed) == (Outcome.MET, (2028,), True)
    none = one(asked_of((*FORMED, graded(2026, "good"))), 1).facts["unqualified_run"]
    assert (none.later, none.followed) == ((), False)


def test_a_grade_nobody_tells_leaves_it_open_only_where_it_decides() -> None:
    """One unqualified and one not known: unknown; two unqualified beside it: there."""
    unclear = (*FORMED, graded(2026, "unqualified"), graded(2027, None))
    assert says(1, events=unclear) == "unknown"
    sure = (*FORMED, *unqualified(2026, 2027), graded(2028, None))
    assert says(1, events=sure, on=date(2029, 1, 1)) == "met"


def test_a_corrected_or_annulled_result_is_no_unqualified_one_any_more() -> None:
    """From the day of the correction; and back again where it is corrected to 不合格."""
    both = (*FORMED, *unqualified(2026, 2027))
    better = (*both, ResultCorrected(on=date(2028, 2, 1), by=BUREAU, year=2027, grade="qualified"))
    days = [date(2028, 1, 31), date(2028, 2, 1)]
    assert [says(1, events=better, on=day) for day in days] == ["met", "not_met"]
    gone = (*both, ResultAnnulled(on=date(2028, 2, 1), by=BUREAU, year=2026))
    assert [says(1, events=gone, on=day) for day in days] == ["met", "not_met"]


def test_legacy_results_are_left_out_and_told() -> None:
    """A08: 津科资〔2023〕83号, by its number or by the day alone."""
    new = graded(2025, "unqualified", date(2025, 12, 10))
    for legacy in (
        graded(2024, "unqualified", date(2024, 12, 20), under=OLD),
        graded(2024, "unqualified", PUBLISHED - ONE),
    ):
        formed = (approved(on=date(2024, 3, 1)), legacy, new)
        report = asked_of(formed, on=date(2026, 1, 15))
        run = one(report, 1).facts["unqualified_run"]
        assert (one(report, 1).outcome, run.results) == (Outcome.NOT_MET, (2025,))
        assert [words.split()[0] for words in run.not_counted] == ["2024"]
        assert says(1, events=formed, on=date(2026, 1, 15), legacy="continuity") == "met"


# --- （二）未按要求提交年度运行评价材料的 --------------------------------------------------------


@pytest.mark.parametrize(("day", "said"), [(28, "not_met"), (29, "not_met"), (30, "met")])
def test_nothing_handed_in_after_the_last_day(day: int, said: str) -> None:
    """按时: the last day is still in time."""
    assert says(2, events=SELECTED_WITH_NOTICE, on=date(2027, 10, day)) == said


@pytest.mark.parametrize(
    ("day", "said"), [(28, "not_met"), (29, "not_met"), (30, "needs_judgement")]
)
def test_late_is_another_thing_than_nothing(day: int, said: str) -> None:
    """D05: a day late is judged; the literal reading calls it a ground, the other one none."""
    events = (*SELECTED_WITH_NOTICE, handed(date(2027, 10, day)))
    assert says(2, events=events) == said
    late = said == "needs_judgement"
    assert says(2, events=events, submission_failure="literal") == ("met" if late else said)
    assert says(2, events=events, submission_failure="only_missing") == "not_met"


def test_incomplete_is_another_thing_than_nothing() -> None:
    """What is lacking when the time is over; handed in by then in two parts it is whole."""
    half = handed(date(2027, 10, 20), items=frozenset({"report"}))
    rest = handed(date(2027, 10, 29), items=frozenset({"data"}))
    assert says(2, events=(*SELECTED_WITH_NOTICE, half)) == "needs_judgement"
    assert says(2, events=(*SELECTED_WITH_NOTICE, half), on=date(2027, 10, 29)) == "not_met"
    assert says(2, events=(*SELECTED_WITH_NOTICE, half, rest)) == "not_met"
    after = evolve(rest, on=date(2027, 10, 30))
    assert says(2, events=(*SELECTED_WITH_NOTICE, half, after)) == "needs_judgement"


def test_handed_in_by_another_unit_is_like_late() -> None:
    """G: in time, complete, by a participant: a person judges."""
    events = (*SELECTED_WITH_NOTICE, handed(date(2027, 10, 20), by=LEAVING.name))
    assert says(2, events=events) == "needs_judgement"
    nobody = (*SELECTED_WITH_NOTICE, handed(date(2027, 10, 20), by=None))
    assert says(2, events=nobody) == "unknown"


@pytest.mark.parametrize(
    "events",
    [
        (*FORMED, SELECTED),
        (*FORMED, evolve(CALL, deadline=None), SELECTED),
        FORMED,
    ],
    ids=["no notice", "no day in it", "nothing at all"],
)
def test_without_notice_or_last_day_there_is_no_ground(events: tuple[Event, ...]) -> None:
    """D05: 未按要求 supposes a requirement."""
    assert says(2, events=events, on=date(2028, 12, 31)) == "not_met"


def test_whether_it_was_selected_must_be_known() -> None:
    """参评单位: a notice alone does not tell whether it was to hand in anything."""
    report = asked_of((*FORMED, CALL))
    assert one(report, 2).outcome is Outcome.UNKNOWN
    paths = {m.path for i in one(report, 2).items for m in i.missing}
    assert "events[evaluation_assigned].mode" in paths


def test_a_self_report_that_is_missing_is_judged() -> None:
    """D05: 自评报告 may not be 评价材料; without a last day for it nothing is missing."""
    dated = evolve(CALL, self_report_deadline=date(2027, 11, 30))
    events = (*FORMED, dated, LEFT_OUT)
    assert [says(2, events=events, on=date(2027, 11, 30) + n * ONE) for n in (0, 1)] == [
        "not_met",
        "needs_judgement",
    ]
    filed_in_time = (
        SelfEvaluated(on=date(2027, 11, 20), by=LEAD.name, year=2027),
        SelfReportFiled(on=date(2027, 11, 30), by=LEAD.name, year=2027),
    )
    assert says(2, events=(*events, *filed_in_time)) == "not_met"
    assert says(2, events=(*FORMED, CALL, LEFT_OUT)) == "not_met"


@pytest.mark.parametrize(
    ("called", "said"), [(PUBLISHED - ONE, "not_met"), (PUBLISHED, "met"), (PUBLISHED + ONE, "met")]
)
def test_what_was_called_for_before_the_measures_makes_no_ground(called: date, said: str) -> None:
    """A07, A08: what was to be handed in under the earlier text, even where no event names it."""
    events = (
        approved(on=date(2024, 3, 1)),
        evolve(CALL, on=called, year=2024, deadline=date(2025, 5, 30)),
        evolve(SELECTED, on=PUBLISHED + ONE, year=2024),
    )
    assert says(2, events=events, on=date(2025, 6, 1)) == said


def test_the_year_is_named() -> None:
    """Of several years, the one in which nothing was handed in."""
    fine = (
        evolve(CALL, on=date(2026, 9, 1), year=2026, deadline=date(2026, 10, 30)),
        evolve(SELECTED, on=date(2026, 9, 2), year=2026),
        handed(date(2026, 10, 1), year=2026),
    )
    report = asked_of((*FORMED, *fine, CALL, SELECTED))
    assert [i.item.year for i in one(report, 2).items] == [2027]


# --- （三）在组建或年度评价中存在严重弄虚作假行为的 --------------------------------------


@pytest.mark.parametrize(
    ("context", "said"),
    [
        ("formation", "met"),
        ("annual_evaluation", "met"),
        ("project", "not_met"),
        ("other:standards", "not_met"),
        (None, "unknown"),
    ],
)
def test_falsified_in_formation_or_evaluation(context: str | None, said: str) -> None:
    """在组建或年度评价中: in a project it is not this item."""
    assert says(3, falsified(context=context)) == said


@pytest.mark.parametrize(
    ("serious", "said"), [(True, "met"), (False, "not_met"), (None, "unknown")]
)
def test_only_serious_falsification(serious: bool | None, said: str) -> None:
    """严重弄虚作假: not said to be serious is not known to be."""
    assert says(3, falsified(serious=serious)) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (LEAD.id, "met"),
        (MEMBER, "needs_judgement"),
        (GROUP.id, "not_met"),
        (made_unit(88).id, "not_met"),
        (None, "unknown"),
    ],
    ids=["lead", "participant", "group company", "stranger", "nobody named"],
)
def test_who_falsified(unit: Identifier | None, said: str) -> None:
    """E13: the item names nobody; the lead's counts, a participant's is judged."""
    assert says(3, falsified(unit=unit)) == said


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (BUREAU, "met"),
        ("天津市科学技术局", "met"),
        ("市审计局", "needs_judgement"),
        (LEAD.name, "not_met"),
        (LEAVING.name, "not_met"),
        ("申请人", "not_met"),
        (None, "unknown"),
    ],
)
def test_who_found_it(by: str | None, said: str) -> None:
    """The bureau's finding counts, another organ's is judged, a member's own word is none."""
    assert says(3, falsified(by=by)) == said


def test_a_participant_that_has_left_was_one_all_the_same() -> None:
    """What it falsified in formation is judged, too."""
    left = (*FORMED, reported(ChangeKind.MEMBER_EXIT), change_approved(), executed())
    assert says(3, falsified(unit=LEAVING.id), events=left) == "needs_judgement"


@pytest.mark.parametrize(
    ("occurred", "said"), [(PUBLISHED - ONE, "not_met"), (PUBLISHED, "met"), (None, "met")]
)
def test_falsification_before_the_measures(occurred: date | None, said: str) -> None:
    """A07: the day it was done, where it is known; else the day it was found."""
    entry = falsified(context="annual_evaluation", occurred_on=occurred)
    assert says(3, entry) == said
    assert says(3, entry, facts_before="counted") == "met"


def test_formation_under_the_earlier_text_lies_before_the_measures() -> None:
    """A08: found in 2027, but no later than the approval of 2024."""
    legacy = (approved(on=date(2024, 3, 1)),)
    given = evolve(UNBLEMISHED, attestations=())
    formed = (filed(on=date(2024, 2, 1)), *legacy)
    assert says(3, falsified(), events=formed, given=given) == "not_met"
    assert says(3, falsified(occurred_on=PUBLISHED), events=formed, given=given) == "met"
    assert says(3, falsified(), events=formed, given=given, facts_before="counted") == "met"


@pytest.mark.parametrize(
    ("notified", "said"), [(PUBLISHED - ONE, "not_met"), (PUBLISHED, "met"), (None, "met")]
)
def test_falsified_in_an_evaluation_that_was_over_before_the_measures(
    notified: date | None, said: str
) -> None:
    """A07: found in 2027, but no later than the result of that year was notified."""
    entry = falsified(context="annual_evaluation", year=2024)
    results = () if notified is None else (graded(2024, "good", notified),)
    formed = (filed(on=date(2024, 2, 1)), approved(on=date(2024, 3, 1)), *results)
    assert says(3, entry, events=formed) == said


# --- （四）牵头单位提出撤销申请的 ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (FORMED, "not_met"),
        (ASKED, "not_met"),
        (HANDED_IN, "met"),
        (EXAMINED, "met"),
        ((*FORMED, asked(signatories=EVERYBODY - {LEAVING.key}), handed_in()), "not_met"),
        ((*FORMED, asked(signatories=None), handed_in()), "unknown"),
        ((*FORMED, asked(by=LEAVING.name), handed_in()), "not_met"),
        ((*FORMED, asked(by=None), handed_in()), "unknown"),
        ((*HANDED_IN, examined(agreed=False)), "not_met"),
        ((*HANDED_IN, examined(agreed=False), asked(on=ON), handed_in(on=ON)), "met"),
    ],
    ids=[
        "nothing",
        "asked",
        "handed in",
        "agreed",
        "one has not signed",
        "signatures not known",
        "a participant asks",
        "nobody knows who",
        "declined",
        "asked again",
    ],
)
def test_the_lead_applies_as_art_14_completes_it(events: tuple[Event, ...], said: str) -> None:
    """E02 (a): by itself the request is not enough, and once declined it is settled."""
    assert says(4, events=events) == said


@pytest.mark.parametrize("option", ["alone", "two_roads"])
def test_literally_the_request_is_the_ground(option: str) -> None:
    """E02 (b), (c): 牵头单位提出撤销申请的."""
    assert says(4, events=ASKED, voluntary_ground=option) == "met"
    by_another = (*FORMED, asked(by=LEAVING.name))
    assert says(4, events=by_another, voluntary_ground=option) == "not_met"


# --- （五）牵头单位发生重大安全、质量事故的 -------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "said"),
    [
        ("ordinary", "not_met"),
        ("larger", "not_met"),
        ("major", "met"),
        ("especially_major", "met"),
        (None, "unknown"),
    ],
)
def test_a_major_accident_by_its_official_grade(grade: str | None, said: str) -> None:
    """重大 and above; graded below it is none, not graded yet is not known."""
    assert says(5, accident(grade=grade)) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (LEAD.id, "met"),
        (MEMBER, "not_met"),
        (GROUP.id, "not_met"),
        (None, "unknown"),
    ],
    ids=["lead", "participant", "group company", "nowhere named"],
)
def test_an_accident_at_the_lead(unit: Identifier | None, said: str) -> None:
    """牵头单位发生: neither a participant's nor a group company's."""
    assert says(5, accident(unit=unit)) == said


@pytest.mark.parametrize(
    ("category", "said"),
    [
        ("safety", "met"),
        ("quality", "met"),
        ("other:环境污染", "needs_judgement"),
        ("other:火灾", "needs_judgement"),
        ("other:数据安全", "needs_judgement"),
        (None, "unknown"),
    ],
)
def test_a_safety_or_quality_accident(category: str | None, said: str) -> None:
    """安全、质量: whether another sort is meant, such as a fire or data security, is judged."""
    assert says(5, accident(category=category)) == said


def test_a_grade_counts_from_the_day_it_is_given() -> None:
    """Until then it is not known."""
    days = [date(2027, 9, d) for d in (19, 20, 21)]
    assert [says(5, accident(), on=day) for day in days] == ["unknown", "met", "met"]


@pytest.mark.parametrize("by", [LEAD.name, LEAVING.name, "牵头单位"])
def test_a_members_own_word_grades_nothing(by: str) -> None:
    """以官方认定的等级为准."""
    assert says(5, accident(determined_by=by)) == "unknown"
    assert says(5, accident(determined_by=by, grade="ordinary")) == "unknown"


@pytest.mark.parametrize(
    ("organ", "said"),
    [
        (OrganKind.ADMINISTRATIVE, "met"),
        (OrganKind.JUDICIAL, "met"),
        (OrganKind.PARTY, "unknown"),
        (OrganKind.ASSOCIATION, "unknown"),
        (OrganKind.OTHER, "unknown"),
        (None, "met"),
    ],
)
def test_a_grade_is_official(organ: OrganKind | None, said: str) -> None:
    """Neither judicial nor administrative, it is nobody's grade: neither for nor against."""
    assert says(5, accident(organ=organ)) == said
    below = "not_met" if said == "met" else "unknown"
    assert says(5, accident(organ=organ, grade="ordinary")) == below


def test_an_accident_before_it_led_is_judged() -> None:
    """The day before the approval and that day; 牵头单位发生."""
    days = [date(2026, 5, 31), date(2026, 6, 1)]
    found = [says(5, accident(occurred_on=day)) for day in days]
    assert found == ["needs_judgement", "met"]


@pytest.mark.parametrize(
    ("unit", "day", "said"),
    [
        (LEAD.id, date(2027, 5, 24), "needs_judgement"),
        (LEAD.id, date(2027, 5, 25), "not_met"),
        (STAYING.id, date(2027, 5, 24), "needs_judgement"),
        (STAYING.id, date(2027, 5, 25), "met"),
    ],
    ids=["led then", "no longer", "leads now, not then", "led then and now"],
)
def test_an_accident_at_a_lead_replaced_since_is_judged(
    unit: Identifier, day: date, said: str
) -> None:
    """F01 covered: 牵头单位 then, or on the day of decision; replaced on 2027-05-25."""
    replaced = (
        *FORMED,
        reported(ChangeKind.LEAD_REPLACEMENT),
        change_approved(),
        executed(),
    )
    entry = accident(unit=unit, occurred_on=day)
    assert says(5, entry, events=replaced, lead_replacement="covered") == said


def test_an_accident_before_the_measures_is_none() -> None:
    """A07, whoever led then."""
    formed = (filed(on=date(2024, 2, 1)), approved(on=date(2024, 3, 1)))
    found = [
        says(5, accident(occurred_on=day, determined_on=None), events=formed)
        for day in (PUBLISHED - ONE, PUBLISHED)
    ]
    assert found == ["not_met", "met"]
    old = accident(occurred_on=PUBLISHED - ONE, determined_on=None)
    assert says(5, old, events=formed, facts_before="counted") == "met"


# --- （六）牵头单位存在司法、行政机关认定的其他严重违法失信行为的 ------------------------


@pytest.mark.parametrize(
    ("organ", "said"),
    [
        (OrganKind.JUDICIAL, "met"),
        (OrganKind.ADMINISTRATIVE, "met"),
        (OrganKind.PARTY, "not_met"),
        (OrganKind.ASSOCIATION, "not_met"),
        (OrganKind.OTHER, "not_met"),
        (None, "unknown"),
    ],
)
def test_determined_by_a_judicial_or_administrative_organ(
    organ: OrganKind | None, said: str
) -> None:
    """E11: a Party organ or an association is neither."""
    assert says(6, judgment(organ=organ)) == said


@pytest.mark.parametrize(
    ("effective", "said"), [(True, "met"), (False, "not_met"), (None, "unknown")]
)
def test_the_determination_has_taken_effect(effective: bool | None, said: str) -> None:
    """E11: under appeal it is not known whether it will."""
    assert says(6, judgment(effective=effective)) == said
    assert says(6, judgment(effective=effective), determination_effect="any") == "met"


@pytest.mark.parametrize(
    ("serious", "said"), [(True, "met"), (False, "not_met"), (None, "unknown")]
)
def test_the_conduct_is_serious(serious: bool | None, said: str) -> None:
    """严重违法失信行为."""
    assert says(6, judgment(serious=serious)) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [(LEAD.id, "met"), (MEMBER, "not_met"), (GROUP.id, "not_met"), (None, "unknown")],
    ids=["lead", "participant", "group company", "nobody named"],
)
def test_the_leads_conduct(unit: Identifier | None, said: str) -> None:
    """牵头单位存在."""
    assert says(6, judgment(unit=unit)) == said


@pytest.mark.parametrize(
    ("on", "said"), [(31, "needs_judgement"), (1, "met"), (2, "met")], ids=["before", "on", "after"]
)
def test_determined_before_it_led_is_judged(on: int, said: str) -> None:
    """The day before the approval, that day, the day after; 牵头单位存在."""
    day = date(2026, 5, 31) if on == 31 else date(2026, 6, on)
    assert says(6, judgment(on=day)) == said


@pytest.mark.parametrize(
    ("occurred", "said"),
    [(PUBLISHED - ONE, "not_met"), (PUBLISHED, "met"), (PUBLISHED + ONE, "met"), (None, "met")],
)
def test_conduct_before_the_measures(occurred: date | None, said: str) -> None:
    """A07: the day it was done, where it is known; else the day it was determined."""
    entry = judgment(occurred_on=occurred)
    assert says(6, entry) == said
    assert says(6, entry, facts_before="counted") == "met"


@pytest.mark.parametrize(
    ("on", "said"), [(PUBLISHED - ONE, "not_met"), (PUBLISHED, "needs_judgement")]
)
def test_a_determination_before_the_measures(on: date, said: str) -> None:
    """A07: whatever was determined before them was done before them."""
    assert says(6, judgment(on=on)) == said
    assert says(6, judgment(on=on), facts_before="counted") == "needs_judgement"


def test_where_the_measures_begin_the_day_after_so_do_its_grounds() -> None:
    """A03 (b): the day of publication is then before them."""
    entry = judgment(occurred_on=PUBLISHED)
    assert says(6, entry, commencement_day="next_day") == "not_met"
    after = judgment(occurred_on=PUBLISHED + ONE)
    assert says(6, after, commencement_day="next_day") == "met"


# --- （七）牵头单位被列入经营异常名录或失信名单等其他存在违法行为的 ----------------------


@pytest.mark.parametrize(("day", "said"), [(30, "not_met"), (1, "met"), (2, "met")])
def test_listed_from_the_first_day(day: int, said: str) -> None:
    """On the day of decision: 30 June, 1 July, 2 July."""
    on = date(2027, 6, 30) if day == 30 else date(2027, 7, day)
    assert says(7, listed(), on=on) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2027, 7, 31), "met"),
        (date(2027, 8, 1), "met"),
        (date(2027, 8, 2), "needs_judgement"),
    ],
)
def test_removed_before_the_decision_is_judged(day: date, said: str) -> None:
    """E12: the last day listed is still one."""
    entry = listed(last=date(2027, 8, 1))
    assert says(7, entry, on=day) == said
    current_only = "met" if said == "met" else "not_met"
    assert says(7, entry, on=day, listed="once") == "met"
    assert says(7, entry, on=day, listed="current_only") == current_only


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("经营异常名录", "met"),
        ("失信被执行人名单", "met"),
        ("严重违法失信名单", "met"),
        ("某行业失信名单", "met"),
        ("失信联合惩戒对象名单", "met"),
        ("失信被执行人", "met"),
        ("重大税收违法失信主体", "met"),
        ("严重违法失信企业", "met"),
        ("守信激励红名单", "needs_judgement"),
        ("失信修复红名单", "needs_judgement"),
        ("非失信企业名单", "needs_judgement"),
        ("重点监管企业名单", "needs_judgement"),
    ],
)
def test_which_list(name: str, said: str) -> None:
    """经营异常名录或失信名单; whether another list is meant by 等, a person judges."""
    assert says(7, listed(name=name)) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [(LEAD.id, "met"), (MEMBER, "not_met"), (GROUP.id, "not_met")],
    ids=["lead", "participant", "group company"],
)
def test_who_is_listed(unit: Identifier, said: str) -> None:
    """牵头单位被列入."""
    assert says(7, listed(unit=unit)) == said


def test_a_branch_that_leads_is_its_legal_person() -> None:
    """What happens to the legal person happens to the lead, and what to the branch, too."""
    branch = evolve(LEAD, id=made_unit(55).id, branch_of=made_unit(56).id)
    application = evolve(COMPLETE.application, lead=branch, agreement=None)
    events = (filed(application=application), approved())
    for unit in (made_unit(55).id, made_unit(56).id):
        assert says(7, listed(unit=unit), events=events) == "met"
    assert says(7, listed(unit=made_unit(57).id), events=events) == "not_met"


@pytest.mark.parametrize(
    ("last", "said"), [(PUBLISHED - ONE, "not_met"), (PUBLISHED, "needs_judgement"), (None, "met")]
)
def test_a_listing_from_before_the_measures(last: date | None, said: str) -> None:
    """A07 (c): what still lasts counts; what was over before them does not."""
    entry = listed(first=date(2024, 7, 1), last=last)
    assert says(7, entry, on=date(2026, 7, 1)) == said
    counted = "met" if last is None else "needs_judgement"
    assert says(7, entry, on=date(2026, 7, 1), facts_before="counted") == counted


@pytest.mark.parametrize(
    ("trivial", "said"),
    [(None, "needs_judgement"), (False, "needs_judgement"), (True, "not_met")],
)
def test_other_unlawful_conduct_is_judged_unless_it_is_trivial(
    trivial: bool | None, said: str
) -> None:
    """E12: ejusdem generis; it is never established by itself."""
    assert says(7, conduct(trivial=trivial)) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (LEAD.id, "needs_judgement"),
        (MEMBER, "not_met"),
        (GROUP.id, "not_met"),
        (None, "unknown"),
    ],
)
def test_whose_other_conduct(unit: Identifier | None, said: str) -> None:
    """牵头单位."""
    assert says(7, conduct(unit=unit)) == said


@pytest.mark.parametrize(
    ("on", "said"), [(PUBLISHED - ONE, "not_met"), (PUBLISHED, "needs_judgement")]
)
def test_other_conduct_before_the_measures(on: date, said: str) -> None:
    """A07: the day it was done, where it is known; else the day it became known."""
    assert says(7, conduct(on=on)) == said
    assert says(7, conduct(on=on), facts_before="counted") == "needs_judgement"
    assert says(7, conduct(occurred_on=on)) == said
    assert says(7, conduct(occurred_on=on), facts_before="counted") == "needs_judgement"


def test_a_lead_that_succeeds_another_is_judged_by_what_is_its_own() -> None:
    """更换牵头单位 (F01): whoever leads on the day of decision."""
    replaced = (
        *FORMED,
        reported(ChangeKind.LEAD_REPLACEMENT),
        change_approved(),
        executed(),
    )
    covered = {"lead_replacement": "covered"}
    assert says(7, listed(unit=STAYING.id), events=replaced, **covered) == "met"
    assert says(7, listed(), events=replaced, **covered) == "not_met"


# --- attested as a whole ----------------------------------------------------------------------


@pytest.mark.parametrize("item", range(1, 8))
def test_a_body_may_establish_what_is_open(item: int) -> None:
    """What the record does not tell; of items 1, 2 and 4 the history is told whole."""
    for holds, said in ((True, "met"), (False, "not_met")):
        word = made_attestation(f"art11.item{item}", holds=holds)
        found = says(item, given=GIVEN, attested=(word,))
        of_history = item in (1, 2, 4)
        assert found == ("needs_judgement" if of_history and holds else said)


@pytest.mark.parametrize("by", ["某行业协会", "某保险公司", "滨海新区科技主管部门", "市政府"])
@pytest.mark.parametrize("item", range(1, 8))
def test_only_the_bureaus_word_establishes_a_ground(item: int, by: str) -> None:
    """撤销由市科技局作出: another's word is for the record, and settles nothing here."""
    undecided = "not_met" if item in (1, 2, 4) else "unknown"
    for holds in (True, False):
        word = made_attestation(f"art11.item{item}", holds=holds, by=by)
        assert says(item, given=GIVEN, attested=(word,)) == undecided


@pytest.mark.parametrize("by", ["某行业协会", "滨海新区科技主管部门"])
def test_another_bodys_word_does_not_contradict_the_bureaus(by: str) -> None:
    """Item 7 removed from the list: the bureau says no, or yes, whatever others say."""
    entry = listed(last=date(2027, 8, 1))
    for holds, said in ((True, "met"), (False, "not_met")):
        words = (
            made_attestation("art11.item7", holds=holds),
            made_attestation("art11.item7", holds=not holds, by=by),
        )
        assert says(7, entry, attested=words) == said


@pytest.mark.parametrize(("holds", "said"), [(True, "met"), (False, "needs_judgement")])
def test_what_a_body_says_against_the_facts_is_judged(holds: bool, said: str) -> None:
    """Neither is preferred: established by the facts and denied by a body."""
    word = made_attestation("art11.item5", holds=holds)
    assert says(5, accident(), attested=(word,)) == said


def test_what_a_body_establishes_against_a_whole_record_is_judged() -> None:
    """Nothing on record, and yet somebody says it is there."""
    word = made_attestation("art11.item5")
    assert says(5, attested=(word,)) == "needs_judgement"
    report = asked_of(given=known(attested=(word,)))
    assert one(report, 5).decided_by == word


def test_a_judgement_left_to_a_person_is_given_by_attestation() -> None:
    """Removed from the list: a body says whether that is a ground."""
    entry = listed(last=date(2027, 8, 1))
    for holds, said in ((True, "met"), (False, "not_met")):
        assert says(7, entry, attested=(made_attestation("art11.item7", holds=holds),)) == said


def test_an_attestation_after_the_day_asked_about_is_not_known_yet() -> None:
    """The day before, the day."""
    entry = listed(last=date(2027, 8, 1))
    word = made_attestation("art11.item7", on=ON)
    found = [says(7, entry, attested=(word,), on=day) for day in (ON - ONE, ON)]
    assert found == ["needs_judgement", "met"]


@pytest.mark.parametrize("by", [LEAD.name, LEAVING.name, "申请人"])
def test_a_members_word_establishes_nothing(by: str) -> None:
    """Of its own consortium."""
    assert says(5, given=GIVEN, attested=(made_attestation("art11.item5", by=by),)) == "unknown"


# --- never by itself --------------------------------------------------------------------------


def test_a_ground_does_not_end_the_status() -> None:
    """E01: the finding is one thing, the act another; until then everything goes on."""
    events = (*FORMED, *unqualified(2026, 2027))
    assert says(1, events=events) == "met"
    assert at(events, ON).phase is Phase.RECOGNISED
    decision = decided(events, imposed(grounds=("art11.item1",)), UNBLEMISHED)
    assert isinstance(decision, Granted)
    assert at(events, ON).phase is Phase.RECOGNISED
    assert at((*events, *decision.events), ON).phase is Phase.ENDED


def test_what_a_revocation_may_cite_is_shown_with_it() -> None:
    """The grounds cited, and those that are there or may be there beside them."""
    said = decided(FORMED, imposed(), known(judgment(), listed()))
    shown = {f.provision: f.outcome for f in said.report if f.norm.some}
    assert shown == {"art11.item6": Outcome.MET, "art11.item7": Outcome.MET}
    assert not any(f.norm.combines for f in said.report if f.norm.some)


@pytest.mark.parametrize(
    ("entries", "decision"),
    [
        ((), "refused"),
        ((judgment(organ=OrganKind.ASSOCIATION),), "refused"),
        ((judgment(effective=None),), "deferred"),
        ((judgment(),), "granted"),
    ],
    ids=["not there", "not of that sort", "unknown", "there"],
)
def test_an_act_rests_on_what_it_cites(entries: tuple[Any, ...], decision: str) -> None:
    """Not established refuses it, unknown defers it."""
    said = decided(FORMED, imposed(), known(*entries))
    assert verdict(said) == decision
    ground = ("art11.p1", "revoked_on_a_ground")
    assert because(said) == ([] if decision == "granted" else [ground])


def test_an_act_that_does_not_say_whether_it_was_asked_for_is_not_taken_as_imposed() -> None:
    """Silence is neither: the finding names what has to be said, and the act waits."""
    said = decided(FORMED, imposed(on_request=None), known(judgment()))
    (open_,) = said.report.open
    assert (verdict(said), open_.outcome) == ("deferred", Outcome.UNKNOWN)
    assert [one.path for one in open_.missing] == ["events[ended].on_request"]


def test_an_act_on_a_ground_that_needs_judgement_waits_for_it() -> None:
    """Until a body has said whether it is one."""
    act = imposed(grounds=("art11.item7",))
    given = known(listed(last=date(2027, 8, 1)))
    said = decided(FORMED, act, given)
    (open_,) = said.report.open
    assert (verdict(said), open_.outcome) == ("deferred", Outcome.NEEDS_JUDGEMENT)
    for holds, decision in ((True, "granted"), (False, "refused")):
        assert stands(FORMED, act, established(7, holds=holds, given=given)) == decision


def test_a_ground_that_is_there_and_not_cited_carries_nothing() -> None:
    """The document has to name it."""
    assert stands(FORMED, imposed(grounds=("art11.item5",)), known(judgment())) == "refused"


@pytest.mark.parametrize(
    ("entries", "decision"),
    [
        ((), "refused"),
        ((accident(grade=None),), "deferred"),
        ((accident(), judgment(organ=OrganKind.PARTY)), "granted"),
        ((accident(grade=None), judgment()), "granted"),
    ],
    ids=["neither", "one unknown", "one of two", "one beside an unknown one"],
)
def test_of_two_cited_one_suffices(entries: tuple[Any, ...], decision: str) -> None:
    """有下列情况之一."""
    act = imposed(grounds=("art11.item5", "art11.item6"))
    assert stands(FORMED, act, known(*entries)) == decision


def test_cited_beside_another_item_four_carries_nothing_either() -> None:
    """E02 (a): complete under art. 14 it is a ground, but for a revocation on request."""
    both = imposed(grounds=("art11.item4", "art11.item5"))
    assert says(4, events=EXAMINED) == "met"
    assert stands(EXAMINED, both, UNBLEMISHED) == "refused"
    assert stands(EXAMINED, both, known(accident())) == "granted"
    assert stands(EXAMINED, both, UNBLEMISHED, voluntary_ground="two_roads") == "granted"


def test_what_it_cites_must_be_known() -> None:
    """Not said which, although one is there: it waits for that."""
    said = decided(FORMED, imposed(grounds=None), GROUNDED)
    assert lacks(said) == {"events[ended].grounds"}


def test_the_ground_has_to_be_there_on_the_day_of_the_act() -> None:
    """Listed until the day before: judged; cured before the act, it no longer speaks for itself."""
    act = imposed(grounds=("art11.item7",))
    for last, decision in ((act.on - ONE, "deferred"), (act.on, "granted"), (None, "granted")):
        assert stands(FORMED, act, known(listed(last=last))) == decision


@pytest.mark.parametrize(("day", "decision"), [(10, "granted"), (11, "refused")])
def test_after_the_last_day_nothing_is_revoked(day: int, decision: str) -> None:
    """A05: no new act has a basis."""
    said = decided(FORMED, imposed(on=date(2030, 4, day)), GROUNDED)
    assert verdict(said) == decision
    if decision == "refused":
        assert said.report.answer is Answer.NO_BASIS


def test_what_was_revoked_keeps_its_ground_as_history() -> None:
    """A result annulled afterwards leaves the revocation standing until it is set aside itself."""
    events = (*FORMED, *unqualified(2026, 2027), imposed(grounds=("art11.item1",)))
    annulled = (*events, ResultAnnulled(on=date(2028, 9, 1), by=BUREAU, year=2027))
    assert at(annulled, date(2028, 9, 1)).phase is Phase.ENDED
    restored = (*annulled, EndSetAside(on=date(2028, 10, 1)))
    assert at(restored, date(2028, 10, 1)).phase is Phase.RECOGNISED
    again = imposed(on=date(2028, 10, 2), grounds=("art11.item1",))
    assert stands(restored, again, UNBLEMISHED) == "refused"


def test_among_what_may_be_done_a_revocation_waits_for_what_it_cites() -> None:
    """Even with a ground there: the act brings what it cites and its document."""
    found = possible_acts(measures(), at(FORMED, ON), ON, GROUNDED)
    (act,) = [p for p in found if p.step.name == "revoke"]
    assert act.standing is Standing.WAITING
    assert {m.path for f in act.because for m in f.missing} == {
        "events[ended].document",
        "events[ended].grounds",
    }


def test_a_revocation_on_request_rests_on_no_inquiry_of_grounds() -> None:
    """Art. 14 asks for its own steps; whether item 4 is open does not come into it."""
    said = decided(EXAMINED, revoked(), UNBLEMISHED)
    assert isinstance(said, Granted)
    assert [f for f in said.report if f.norm.some] == []
    assert at(REVOKED, ON).phase is Phase.ENDED


def test_an_interpretation_decides_from_its_day() -> None:
    """Art. 25: removed from the list, and from a day on it is read that once listed suffices."""
    read = Interpretation(
        reading="listed", option="once", by="市科技局会同三部门", on=ON, document="虚构解释1号"
    )
    given = evolve(UNBLEMISHED, interpretations=(read,))
    entry = listed(last=date(2027, 8, 1))
    found = [says(7, entry, given=given, on=day) for day in (ON - ONE, ON)]
    assert found == ["needs_judgement", "met"]
