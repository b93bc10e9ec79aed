"""Whether an act is lawful on a day, and what may happen next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.filings import (
    APPLICATION,
    FIRST,
    LEADS,
    MEASURES,
    NEW,
    PUBLISHED,
    SECOND,
    THIRD,
    asked,
    at,
    day,
    filed,
    put_on_file,
    reported,
    restored,
    reviewed,
    struck_off,
)
from tests.toy_filing import FILING, OFFICE, AnnuallyReported, JointlyFiled, Returned

from innov_consortium.core.attestations import Attestation, Attested, Interpretation
from innov_consortium.core.case import Case, Surroundings
from innov_consortium.core.changes import ChangeApproved, ChangeKind, ChangeReported
from innov_consortium.core.clauses import Fact, Outcome, Ranges, clause, fact, judged
from innov_consortium.core.consortium import Application
from innov_consortium.core.decide import (
    Deferred,
    Granted,
    PossibleAct,
    Refused,
    Standing,
    decide,
    possible_acts,
    standing_of,
)
from innov_consortium.core.events import (
    CallIssued,
    Ended,
    EndSetAside,
    EvaluationAssigned,
    EvaluationCalled,
    Event,
    MaterialsSubmitted,
    ProjectApplied,
    ProjectDecided,
    Publicised,
    Recognised,
    ResultNotified,
)
from innov_consortium.core.history import Consortium
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.judging import ACTOR, ORDER, PHASE, VARIANT
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.placing import progress_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.report import Answer, Missing, Report
from innov_consortium.core.steps import START, Step
from innov_consortium.core.words import Day, Ruling, Truth, at_most, holds, only_if
from innov_consortium.errors import InvalidInputError

ONE = timedelta(1)
STEPS = {step.name: step for step in MEASURES.steps}
ON_FILE = (filed(1), put_on_file(2))
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)


def asked_of(
    act: Event, *before: Event, policy: Policy = MEASURES, given: Surroundings | None = None
) -> Granted | Refused | Deferred:
    """Decide about an act on its own day, after some events."""
    return decide(policy, at(act.on.day, *before), act, act.on, given or Surroundings())


def found(report: Report, name: str) -> list[tuple[str, str, tuple[Any, ...]]]:
    """Return the findings of a name: provision, outcome, values."""
    return [(f.provision, f.outcome.value, f.values) for f in report if f.norm.name == name]


def exchanged(*facts: Fact[..., Any], **steps: Step) -> Policy:
    """Return the filing measures with some steps otherwise and some facts more."""
    rows = tuple(steps.get(s.name, s) for s in MEASURES.steps)
    return evolve(MEASURES, steps=rows, facts=(*MEASURES.facts, *facts))


# --- granted, refused, deferred ---------------------------------------------------------------


def test_a_lawful_act_is_granted_with_what_to_record() -> None:
    """The act itself, under its consortium and the edition it was decided under."""
    decision = asked_of(filed(1))
    assert isinstance(decision, Granted)
    (event,) = decision.events
    assert event == evolve(filed(1), consortium="C1", edition=MEASURES.edition)
    assert (decision.report.answer, decision.report.inquiry) == (Answer.MET, "file")
    assert isinstance(asked_of(event), Granted)


@pytest.mark.parametrize(
    ("act", "before", "missing"),
    [
        (put_on_file(3), (), ["file"]),
        (put_on_file(3), (filed(1), Returned(on=day(2))), ["file"]),
        (reviewed(3, agreed=True), ON_FILE, ["ask_to_leave"]),
        (struck_off(3, on_request=True), ON_FILE, ["ask_to_leave", "agree"]),
        (struck_off(3, on_request=True), (*ON_FILE, asked(3)), ["agree"]),
    ],
)
def test_an_act_without_what_comes_before_is_refused_by_name(
    act: Event, before: tuple[Event, ...], missing: list[str]
) -> None:
    """Each missing step with its provision; nothing has changed."""
    stood = at(3, *before)
    decision = decide(MEASURES, stood, act, day(3))
    assert isinstance(decision, Refused)
    assert [f.values[0] for f in decision.findings if f.norm.name == ORDER] == missing
    assert [f.provision for f in decision.findings] == [STEPS[name].provision for name in missing]
    assert stood == at(3, *before)


@pytest.mark.parametrize(
    ("act", "before", "name", "found"),
    [
        (filed(4), ON_FILE, PHASE, ("file", "on_file")),
        (put_on_file(4), ON_FILE, PHASE, ("put_on_file", "on_file")),
        (reported(4), (filed(1),), PHASE, ("report_change", START)),
        (reported(4), (*ON_FILE, reported(3)), ORDER, ("report_change", "in_effect")),
        (restored(4), ON_FILE, PHASE, ("restore", "on_file")),
        (asked(4), (*ON_FILE, struck_off(3)), PHASE, ("ask_to_leave", START)),
        (struck_off(4), (*ON_FILE, struck_off(3)), PHASE, ("strike_off", "struck_off")),
    ],
)
def test_an_act_whose_time_is_over_or_not_here_is_refused_itself(
    act: Event, before: tuple[Event, ...], name: str, found: tuple[str, str]
) -> None:
    """With the stage it found; by its phase, or by its order within the phase."""
    decision = asked_of(act, *before)
    assert isinstance(decision, Refused)
    asked_for = [(f.norm.name, f.values) for f in decision.findings]
    assert [one for one in asked_for if one[0] in (ORDER, PHASE)] == [(name, found)]


@pytest.mark.parametrize("agreed", [None, True, False])
def test_an_act_that_does_not_say_which_step_it_is_waits(*, agreed: bool | None) -> None:
    """The office has reviewed a request, and nobody says whether it agrees."""
    decision = asked_of(reviewed(4, agreed=agreed), *ON_FILE, asked(3))
    if agreed is not None:
        assert isinstance(decision, Granted)
        return
    assert isinstance(decision, Deferred)
    assert [f.norm.name for f in decision.findings] == [VARIANT]
    assert [m.path for m in decision.missing] == ["act.agreed"]


def test_what_the_text_has_no_step_for_is_outside_it() -> None:
    """It is refused for want of a basis, and says why nothing is found."""
    refused = asked_of(CallIssued(on=day(1)))
    assert isinstance(refused, Refused)
    assert (refused.outside, refused.findings) == (True, ())
    early = asked_of(put_on_file(1))
    assert isinstance(early, Refused)
    assert early.outside is False


def test_an_act_that_no_row_has_in_this_form_has_no_basis() -> None:
    """The text lets the office agree, and here not decline."""
    steps = tuple(s for s in MEASURES.steps if s.name != "decline")
    policy = evolve(MEASURES, steps=steps)
    refused = asked_of(reviewed(4, agreed=False), *ON_FILE, asked(3), policy=policy)
    assert isinstance(refused, Refused)
    assert (refused.outside, refused.report.answer) == (False, Answer.NO_BASIS)


@pytest.mark.parametrize(
    ("act", "outcomes"),
    [
        (AnnuallyReported(on=day(4), by=FIRST.name, year="2026"), ["met"]),
        (AnnuallyReported(on=day(4), by=SECOND.name, year="2026"), ["not_met"]),
    ],
)
def test_where_a_policy_does_not_say_who_acts_the_application_does(
    act: Event, outcomes: list[str]
) -> None:
    """Its one lead, then, and no joint one."""
    policy = evolve(MEASURES, parties=None)
    decision = asked_of(act, *ON_FILE, policy=policy)
    assert [f.outcome.value for f in decision.report.findings if f.norm.name == ACTOR] == outcomes


@pytest.mark.parametrize("by", [FIRST.name, None])
def test_nobody_is_known_to_act_where_no_application_is_known(by: str | None) -> None:
    """Neither as lead nor not."""
    policy = evolve(MEASURES, parties=None)
    before = (filed(1, application=None), put_on_file(2))
    act = AnnuallyReported(on=day(4), by=by, year="2026")
    decision = asked_of(act, *before, policy=policy)
    assert [f.outcome.value for f in decision.report.findings if f.norm.name == ACTOR] == [
        "unknown"
    ]


def test_an_act_speaks_only_of_what_the_policy_knows() -> None:
    """As a history does; the path begins with the act."""
    stands = at(3, *ON_FILE)
    act = struck_off(3, grounds=("art99",))
    with pytest.raises(InvalidInputError) as caught:
        decide(MEASURES, stands, act, day(3))
    assert [f.path for f in caught.value.faults] == ["act.grounds[0]"]


def test_a_request_that_was_declined_may_be_made_again_and_granted() -> None:
    """And so may one after the end it led to was set aside."""
    declined = (*ON_FILE, asked(3), reviewed(3, agreed=False))
    assert isinstance(asked_of(asked(4), *declined), Granted)
    again = (*declined, asked(4), reviewed(4, agreed=True))
    gone = (*again, struck_off(5, on_request=True))
    assert isinstance(asked_of(struck_off(5, on_request=True), *again), Granted)
    assert isinstance(asked_of(asked(5), *gone), Refused)
    assert isinstance(asked_of(restored(6), *gone), Granted)
    assert isinstance(asked_of(asked(6), *gone, restored(6)), Granted)


def test_where_no_row_restores_it_life_goes_on_all_the_same() -> None:
    """A court may set aside what the text knows nothing about."""
    policy = evolve(MEASURES, steps=tuple(s for s in MEASURES.steps if s.name != "restore"))
    back = (*ON_FILE, struck_off(3), restored(4))
    decision = asked_of(restored(4), *ON_FILE, struck_off(3), policy=policy)
    assert isinstance(decision, Refused)
    assert (decision.report.answer, decision.report.inquiry) == (Answer.NO_BASIS, "end_set_aside")
    assert isinstance(asked_of(struck_off(5), *back, policy=policy), Granted)


def test_what_the_text_does_not_know_has_no_basis_in_it() -> None:
    """Nothing is found wrong with it, and it is refused."""
    decision = asked_of(CallIssued(on=day(1)))
    assert isinstance(decision, Refused)
    assert (decision.report.answer, decision.findings) == (Answer.NO_BASIS, ())
    assert decision.report.inquiry == "call_issued"


def test_what_is_not_known_defers_the_decision() -> None:
    """The gaps are named."""
    decision = asked_of(filed(1, co_leads=None))
    assert isinstance(decision, Deferred)
    assert [f.provision for f in decision.findings] == ["art1.s2"]
    assert decision.missing == (Missing("lead_count", "co_leads"),)
    assert isinstance(asked_of(asked(3, signatories=None), *ON_FILE), Deferred)


@pytest.mark.parametrize(
    ("signatories", "decision"),
    [(frozenset({FIRST.key}), Refused), (LEADS, Granted), (LEADS | {THIRD.key}, Granted)],
)
def test_a_guard_decides(signatories: frozenset[Any], decision: type[object]) -> None:
    """One lead too few, all of them, and one more than is needed."""
    assert isinstance(asked_of(asked(3, signatories=signatories), *ON_FILE), decision)


def test_a_note_does_not_decide() -> None:
    """A member may go though too few remain; the report says so."""
    leaves = reported(3, kind=ChangeKind.MEMBER_EXIT, unit=THIRD.key)
    decision = asked_of(leaves, *ON_FILE)
    assert isinstance(decision, Granted)
    (note,) = [f for f in decision.report if f.provision == "art1.s1"]
    assert (note.outcome, note.norm.combines) == (Outcome.NOT_MET, False)


# --- when the text is in force ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "decision", "answer"),
    [(-1, Refused, Answer.NO_BASIS), (0, Granted, Answer.MET), (1, Granted, Answer.MET)],
)
def test_before_the_text_is_in_force_it_gives_no_basis(
    n: int, decision: type[object], answer: Answer
) -> None:
    """The day before its publication, the day, the day after; it never ends."""
    for on in (PUBLISHED + n * ONE, date(9999, 1, 1) if n > 0 else PUBLISHED + n * ONE):
        act = evolve(filed(1), on=on)
        made = decide(MEASURES, Consortium(id="C1", on=on), act, on)
        assert (type(made), made.report.answer) == (decision, answer)


def test_while_its_publication_is_unknown_nothing_is_granted() -> None:
    """What is wrong anyway is refused all the same."""
    decision = asked_of(filed(1), policy=FILING)
    assert isinstance(decision, Deferred)
    assert (decision.report.answer, decision.findings) == (Answer.OPEN, ())
    assert isinstance(asked_of(put_on_file(1), policy=FILING), Refused)


@clause("art6.s1")
def until_the_third(day: Day) -> Truth:
    """Valid until 3 March 2026."""
    return at_most(day, date(2026, 3, 3))


@fact
def begun_in_time(consortium: Consortium | None) -> bool:
    """Whether anything was filed before."""
    return consortium is not None and bool(consortium.all(JointlyFiled))


@clause("art2.s4")
def finished_afterwards(begun_in_time: Truth) -> Truth:
    """What was begun may be finished."""
    return holds(begun_in_time)


@pytest.mark.parametrize("n", [2, 3, 4])
def test_what_was_begun_in_time_may_be_finished_if_the_text_says_so(n: int) -> None:
    """The day before its last, the last day, the day after; only then is it asked."""
    ends = InTime(commencement=MEASURES.in_time.commencement, expiry=until_the_third)
    ended = evolve(MEASURES, in_time=ends, facts=(*MEASURES.facts, begun_in_time))
    settled = evolve(ended, in_time=evolve(ends, pending=finished_afterwards))
    over = n == 4
    in_time = Refused if over else Granted
    assert isinstance(asked_of(put_on_file(n), filed(1), policy=ended), in_time)
    decision = asked_of(put_on_file(n), filed(1), policy=settled)
    assert isinstance(decision, Granted)
    asked_for = [("art2.s4", "met", (True,))] if over else []
    assert found(decision.report, "finished_afterwards") == asked_for
    fresh = asked_of(filed(n), policy=settled)
    assert (type(fresh), fresh.report.answer is Answer.NO_BASIS) == (in_time, over)


# --- who acts ---------------------------------------------------------------------------------

RENAMED = reported(3, kind=ChangeKind.MEMBER_RENAME, unit=FIRST.key, new_name="虚构新公司")
OTHER_NAME = evolve(RENAMED, unit=SECOND.key, change="c2", new_name="虚构别名公司")


@pytest.mark.parametrize(
    ("by", "outcome"),
    [
        (FIRST.name, Outcome.MET),
        (FIRST.id.value, Outcome.MET),
        (str(FIRST.id), Outcome.MET),
        ("虚构新公司", Outcome.MET),
        ("虚构别名公司", Outcome.MET),
        (SECOND.name, Outcome.MET),
        (THIRD.name, Outcome.NOT_MET),
        (None, Outcome.UNKNOWN),
    ],
)
def test_the_lead_acts_under_its_name_its_code_or_its_new_name(
    by: str | None, outcome: Outcome
) -> None:
    """Nobody else's; who acted may not be known."""
    nameless = evolve(RENAMED, change="c3", new_name=None)
    joins = reported(3, change="c4", kind=ChangeKind.MEMBER_JOIN, joining=NEW)
    approved = ChangeApproved(on=day(3), change="c5")
    before = (*ON_FILE, RENAMED, OTHER_NAME, nameless, joins, approved)
    act = AnnuallyReported(on=day(4), by=by, year="2026")
    decision = asked_of(act, *before)
    assert found(decision.report, ACTOR) == [("art5.s1", outcome.value, ("lead", by))]


@pytest.mark.parametrize(
    ("by", "decision"),
    [(OFFICE, Granted), ("备案办", Granted), ("某局", Refused), (None, Deferred)],
)
def test_a_body_acts_under_one_of_its_names(by: str | None, decision: type[object]) -> None:
    """Another body does not."""
    assert isinstance(asked_of(put_on_file(2, by=by), filed(1)), decision)


def test_any_member_reports_a_change_and_anybody_may_act_where_nobody_is_named() -> None:
    """A stranger reports none."""
    members = [asked_of(reported(3, by=u.name), *ON_FILE) for u in (FIRST, SECOND, THIRD, NEW)]
    assert [type(m) for m in members] == [Granted, Granted, Granted, Refused]
    decision = asked_of(asked(3, by="某人"), *ON_FILE)
    assert isinstance(decision, Granted)
    assert found(decision.report, ACTOR) == []


def test_an_actor_without_names_may_be_anybody() -> None:
    """Even nobody in particular."""
    actors = tuple(evolve(a, names=()) if a.role == "office" else a for a in MEASURES.actors)
    policy = evolve(MEASURES, actors=actors)
    decision = asked_of(put_on_file(2, by=None), filed(1), policy=policy)
    assert isinstance(decision, Granted)
    assert found(decision.report, ACTOR) == []


def test_who_leads_an_application_that_is_not_known_is_not_known() -> None:
    """Nor can its conditions be asked; a case that tells what is applied for answers both."""
    unknown = filed(1, application=None)
    decision = asked_of(unknown)
    assert isinstance(decision, Deferred)
    assert [(f.norm.name, f.outcome) for f in decision.findings] == [
        ("enough_leads", Outcome.UNKNOWN),
        (ACTOR, Outcome.UNKNOWN),
        ("application_known", Outcome.UNKNOWN),
    ]
    told = asked_of(unknown, given=Case(application=APPLICATION))
    assert [f.norm.name for f in told.report.open] == ["enough_leads"]


def test_what_cannot_be_asked_is_told_under_the_words_that_introduce_it() -> None:
    """Under those of the inquiry, or else those of the step."""
    introduced = evolve(MEASURES, inquiries=(evolve(MEASURES.inquiries[0], chapeau="doc.title"),))
    for policy, provision in ((MEASURES, "art2.s2"), (introduced, "doc.title")):
        decision = asked_of(put_on_file(2), filed(1, application=None), policy=policy)
        gap = (Missing("application", "application"),)
        (finding,) = [f for f in decision.report if f.norm.name == "application_known"]
        assert (finding.provision, finding.missing) == (provision, gap)


# --- what a step asks -------------------------------------------------------------------------

FEW = Application(lead=FIRST, participants=(SECOND,))
JUDGED = Inquiry(name="formation", conditions=(judged("art5.s2"),))


def test_conditions_that_are_not_met_stand_in_the_way_of_both_steps_that_ask() -> None:
    """The one that screens as well."""
    filing = filed(1, application=FEW)
    for act, before in ((filing, ()), (put_on_file(1), (filing,))):
        decision = asked_of(act, *before)
        assert isinstance(decision, Refused)
        assert [f.provision for f in decision.findings] == ["art1.s1"]


def test_what_is_still_open_passes_the_screening_and_not_the_decision() -> None:
    """A person's judgement may follow; what is judged not to hold does not pass either."""
    policy = evolve(MEASURES, inquiries=(JUDGED,))
    assert isinstance(asked_of(filed(1), policy=policy), Granted)
    assert isinstance(asked_of(put_on_file(1), filed(1), policy=policy), Deferred)
    for holding, decision in ((True, Granted), (False, Refused)):
        one = Attestation(what="art5.s2", by="某局", on=day(1), holds=holding)
        given = Surroundings(attestations=(one,))
        assert isinstance(asked_of(filed(1), policy=policy, given=given), decision)


@pytest.mark.parametrize(("n", "decision"), [(1, Granted), (2, Granted), (3, Deferred)])
def test_what_was_established_by_the_day_of_the_act_counts(n: int, decision: type[object]) -> None:
    """The day before, the day; not the day after."""
    one = Attestation(what="art5.s2", by="某局", on=day(n))
    given = Surroundings(attestations=(one,))
    policy = evolve(MEASURES, inquiries=(JUDGED,))
    assert isinstance(asked_of(put_on_file(2), filed(1), policy=policy, given=given), decision)


# --- the special way --------------------------------------------------------------------------


@fact(attested=bool)
def designated(attested: Attested) -> bool | None:
    """县政府指定的。"""
    return attested.holds("designated")


@fact
def claimed(attested: Attested) -> bool:
    """称系县政府指定的。"""
    return attested.find("designated") is not None


def the_filing() -> Ranges:
    """Where a filing is spoken of."""
    return (("art2.s1", "art2.s1"),)


@clause("art2.s3", displaces=the_filing)
def put_on_file_directly(claimed: Truth, designated: Truth) -> Ruling:
    """县政府指定的可以直接备案。"""
    return only_if(claimed, holds(designated))


@pytest.mark.parametrize(
    ("holding", "decision", "order"),
    [
        (None, Refused, Outcome.NOT_MET),
        (False, Refused, Outcome.NOT_MET),
        (True, Granted, Outcome.CASE_BY_CASE),
    ],
)
def test_a_special_case_lets_steps_be_left_out(
    holding: bool | None,
    decision: type[object],
    order: Outcome,
) -> None:
    """Only where it is established, and only the steps whose provisions give way."""
    special = evolve(STEPS["put_on_file"], special=put_on_file_directly)
    policy = exchanged(claimed, designated, put_on_file=special)
    one = Attestation(what="designated", by="虚构县", on=day(1), holds=bool(holding))
    given = Case(application=APPLICATION, attestations=() if holding is None else (one,))
    made = asked_of(put_on_file(1), policy=policy, given=given)
    assert isinstance(made, decision)
    assert found(made.report, ORDER) == [("art2.s1", order.value, ("file", START))]
    stranger = asked_of(put_on_file(1, by="某局"), policy=policy, given=given)
    assert isinstance(stranger, Refused)


def test_a_clause_that_is_both_guard_and_note_decides() -> None:
    """It is asked once."""
    clause_ = MEASURES.inquiries[0].conditions[0]
    both = evolve(STEPS["report_change"], guards=(clause_,))
    leaves = reported(3, kind=ChangeKind.MEMBER_EXIT, unit=THIRD.key)
    decision = asked_of(leaves, *ON_FILE, policy=exchanged(report_change=both))
    assert isinstance(decision, Refused)
    assert [f.provision for f in decision.report if f.provision == "art1.s1"] == ["art1.s1"]


# --- windows ----------------------------------------------------------------------------------

PUBLIC = Step(
    name="publicise",
    provision="art2.s3",
    event=Publicised,
    after=("filed",),
    to="public",
    then="quiet",
)
OPENED = evolve(
    MEASURES,
    steps=(
        *(s for s in MEASURES.steps if s.name != "put_on_file"),
        evolve(STEPS["put_on_file"], after=("quiet",)),
        PUBLIC,
    ),
)


@pytest.mark.parametrize(("n", "decision"), [(4, Refused), (5, Refused), (6, Granted)])
def test_an_act_waits_until_a_window_is_over(n: int, decision: type[object]) -> None:
    """The day before its last, the last day, the day after."""
    before = (filed(1), Publicised(on=day(2), last=day(5)))
    made = asked_of(put_on_file(n), *before, policy=OPENED)
    assert isinstance(made, decision)
    stage = "quiet" if decision is Granted else "public"
    assert [values for _, _, values in found(made.report, ORDER)] == [("put_on_file", stage)]


def test_whether_a_window_without_an_end_is_over_is_not_known() -> None:
    """That decides nothing; an act of another phase or of no such stage is refused anyway."""
    before = (filed(1), Publicised(on=day(2)))
    decision = asked_of(put_on_file(9), *before, policy=OPENED)
    assert isinstance(decision, Deferred)
    assert [(f.norm.name, f.values) for f in decision.findings] == [
        (ORDER, ("put_on_file", "public"))
    ]
    assert decision.missing == (Missing("stage", "history.until"),)
    assert isinstance(asked_of(filed(9), *before, policy=OPENED), Refused)
    late = evolve(PUBLIC, name="approve", event=Recognised, after=("quiet",), phases=(Phase.ENDED,))
    ended = evolve(OPENED, steps=(*(s for s in OPENED.steps if s.event is not Recognised), late))
    assert isinstance(asked_of(put_on_file(9), *before, policy=ended), Refused)


# --- rows -------------------------------------------------------------------------------------


def test_the_row_of_the_present_phase_is_taken() -> None:
    """Of two that begin at one stage."""
    called = Step(
        name="call", provision="art2.s3", event=CallIssued, path="call", after=(START,), to="called"
    )
    again = evolve(called, name="call_again", phases=(Phase.RECOGNISED,))
    policy = evolve(MEASURES, steps=(*MEASURES.steps, called, again))
    act = CallIssued(on=day(3))
    assert asked_of(act, policy=policy).report.inquiry == "call"
    over = asked_of(act, *ON_FILE, struck_off(3), policy=policy)
    assert (type(over), over.report.inquiry) == (Refused, "call")


def test_what_happened_was_the_row_of_the_phase_it_happened_in() -> None:
    """Though another begins at the same stage."""
    (year,) = (s for s in MEASURES.steps if s.name == "report_year")
    plan = evolve(year, name="plan_year", to="planned", phases=(Phase.PROPOSED,))
    policy = evolve(MEASURES, steps=(plan, *MEASURES.steps))
    one = AnnuallyReported(on=day(3), by=FIRST.name, year="2026")
    planned = progress_of(policy, at(3, filed(1), one))
    done = progress_of(policy, at(3, *ON_FILE, one))
    found_ = [progress.stage(one.matter).name for progress in (planned, done)]
    assert found_ == ["planned", "reported"]


class Order(Reading):
    """备案前须否退回？"""

    DIRECT = ("a", "不须", "no")
    BACK = ("b", "须", "yes")


ORDERED = question(
    "order",
    Order,
    default=Order.DIRECT,
    entry="Y01",
    provisions=("art2.s3",),
    reason="未作要求",
    reason_en="not required",
)


def test_an_official_interpretation_settles_which_rows_there_are() -> None:
    """From its day on, also for what happened before."""
    direct = evolve(STEPS["put_on_file"], under=(("order", (Order.DIRECT,)),))
    back = evolve(
        STEPS["put_on_file"],
        name="put_back",
        after=("returned",),
        under=(("order", (Order.BACK,)),),
    )
    steps = (*(s for s in MEASURES.steps if s.name != "put_on_file"), direct, back)
    bodies = ("虚构县办",)
    policy = evolve(MEASURES, steps=steps, readings=(ORDERED,), interpreting_bodies=bodies)
    word = Interpretation(reading="order", option="back", by="虚构县办", on=day(2))
    given = Surroundings(interpretations=(word,))
    for n, decision in ((1, Granted), (2, Refused), (3, Refused)):
        made = asked_of(put_on_file(n), filed(1), policy=policy, given=given)
        assert isinstance(made, decision)
        acts = possible_acts(policy, at(n, filed(1)), day(n), given)
        names = {act.step.name for act in acts}
        assert ("put_on_file" in names, "put_back" in names) == (n == 1, n > 1)


# --- misuse -----------------------------------------------------------------------------------


def refused(call: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    return [(f.path, f.kind.value) for f in caught.value.faults]


def test_the_act_the_consortium_and_the_day_belong_together() -> None:
    """All that does not is told at once; a moment is no day."""
    stood = at(2)
    assert refused(lambda: decide(MEASURES, stood, filed(1, consortium="C2"), day(3))) == [
        ("consortium.on", "inconsistent"),
        ("act.on", "inconsistent"),
        ("act.consortium", "inconsistent"),
    ]
    assert refused(lambda: possible_acts(MEASURES, stood, day(3))) == [
        ("consortium.on", "inconsistent")
    ]
    assert refused(lambda: decide(MEASURES, stood, filed(2), MOMENT)) == [("on", "type_error")]


def test_what_is_given_speaks_of_what_the_policy_knows() -> None:
    """Of nothing else, whatever is asked."""
    odd = Attestation(what="zzz", by="某局", on=day(1))
    word = Interpretation(reading="zzz", option="a", by="某局", on=day(1))
    given = Surroundings(attestations=(odd,), interpretations=(word,))
    places = ("interpretations[0].reading", "attestations[0].what")
    paths = [(place, "invalid_value") for place in places]
    assert refused(lambda: decide(MEASURES, at(1), filed(1), day(1), given)) == paths
    assert refused(lambda: possible_acts(MEASURES, at(1), day(1), given)) == paths


@pytest.mark.parametrize("standing", Standing)
def test_a_standing_has_no_truth_value(standing: Standing) -> None:
    """Waiting is neither yes nor no."""
    with pytest.raises(TypeError, match="no truth value"):
        bool(standing)


@pytest.mark.parametrize(
    ("answer", "standing"),
    [
        (Answer.MET, Standing.ALLOWED),
        (Answer.OPEN, Standing.WAITING),
        (Answer.NOT_MET, Standing.REFUSED),
        (Answer.NO_BASIS, Standing.REFUSED),
    ],
)
def test_how_an_act_stands_follows_from_the_answer(answer: Answer, standing: Standing) -> None:
    """Whatever the findings are."""
    report = evolve(asked_of(filed(1)).report, answer=answer)
    assert standing_of(report) is standing


# --- what may happen next ---------------------------------------------------------------------


def acts(
    *before: Event, n: int = 5, policy: Policy = MEASURES
) -> list[tuple[str, str, str, list[Any]]]:
    """Return what may happen: step, matter, standing, and what stands in the way."""
    return [
        (p.step.name, p.act.matter, p.standing.value, [f.values[0] for f in p.because])
        for p in possible_acts(policy, at(n, *before), day(n))
    ]


def test_every_step_is_allowed_refused_or_waiting() -> None:
    """In the order of the table; before anything is known of an application."""
    assert acts() == [
        ("file", "", "waiting", [lead_count_of(acts_of()[0]), "lead", None]),
        ("return", "", "refused", ["file"]),
        ("withdraw", "", "refused", ["file"]),
        ("put_on_file", "", "refused", ["file"]),
        ("report_change", "change:", "refused", ["report_change"]),
        ("strike_off", "", "refused", ["strike_off"]),
        ("ask_to_leave", "ending", "refused", ["ask_to_leave"]),
        ("decline", "ending", "refused", ["decline"]),
        ("agree", "ending", "refused", ["agree"]),
        ("let_go", "ending", "refused", ["let_go"]),
        ("restore", "", "refused", ["restore"]),
        ("report_year", "year:", "refused", ["report_year"]),
    ]


def acts_of(*before: Event, n: int = 5) -> tuple[PossibleAct, ...]:
    return possible_acts(MEASURES, at(n, *before), day(n))


def lead_count_of(act: PossibleAct) -> Any:
    return act.because[0].values[0]


def test_once_on_file_the_life_after_filing_is_open() -> None:
    """Who has to act stands in the act; what the act must bring is waited for."""
    found_ = {p.step.name: p for p in acts_of(*ON_FILE)}
    allowed = [name for name, p in found_.items() if p.standing is Standing.ALLOWED]
    assert allowed == ["report_change", "strike_off", "report_year"]
    assert found_["strike_off"].act == Ended(on=day(5), by=OFFICE, on_request=False)
    assert found_["report_year"].act.by == FIRST.name
    waiting = found_["ask_to_leave"]
    assert (waiting.standing, waiting.act.by) == (Standing.WAITING, None)
    assert [f.provision for f in waiting.because] == ["art4.s3"]


def test_a_new_matter_may_begin_whatever_others_have_come_to() -> None:
    """Under an id that is free."""
    for changes, fresh in (
        ((), "change:"),
        ((reported(3),), "change:2"),
        ((reported(3), reported(3, change="2"), reported(3, change="x")), "change:3"),
    ):
        assert ("report_change", fresh, "allowed", []) in acts(*ON_FILE, *changes)


TWO_PATHS: tuple[Step, ...] = (
    Step(
        name="report_person",
        provision="art3.s1",
        event=ChangeReported,
        where=(("kind", ChangeKind.CHIEF_TECHNOLOGIST),),
        path="person",
        after=(START, "approved"),
        to="told",
        phases=(Phase.RECOGNISED,),
    ),
    Step(
        name="report_member",
        provision="art3.s1",
        event=ChangeReported,
        where=(("kind", (ChangeKind.MEMBER_EXIT, ChangeKind.MEMBER_JOIN)),),
        path="member",
        after=(START,),
        to="told",
        phases=(Phase.RECOGNISED,),
    ),
    *(
        Step(
            name=f"approve_{path}",
            provision="art3.s1",
            event=ChangeApproved,
            actor="office",
            path=path,
            after=("told",),
            to="approved",
            phases=(Phase.RECOGNISED,),
        )
        for path in ("member", "person")
    ),
)


def test_each_open_change_waits_for_its_own_step_and_for_no_other_paths() -> None:
    """Two are open on one path, one on another; a row is judged as that row."""
    policy = evolve(
        MEASURES, steps=(*(s for s in MEASURES.steps if s.event is not ChangeReported), *TWO_PATHS)
    )
    member, person = ChangeKind.MEMBER_EXIT, ChangeKind.CHIEF_TECHNOLOGIST
    events = (
        *ON_FILE,
        reported(3, change="a", kind=member),
        reported(3, change="b", kind=member),
        reported(3, change="c", kind=person),
        ChangeApproved(on=day(4), by=OFFICE, change="c"),
    )
    listed = [one for one in acts(*events, policy=policy) if one[1].startswith("change:")]
    assert listed == [
        ("report_person", "change:c", "allowed", []),
        ("report_person", "change:", "allowed", []),
        ("report_member", "change:", "allowed", []),
        ("report_member", "change:", "allowed", []),
        ("approve_member", "change:a", "allowed", []),
        ("approve_member", "change:b", "allowed", []),
        ("approve_person", "change:", "refused", ["report_person"]),
    ]
    kinds = [
        p.act.kind
        for p in possible_acts(policy, at(5, *events), day(5))
        if isinstance(p.act, ChangeReported)
    ]
    assert kinds == [person, person, member, ChangeKind.MEMBER_JOIN]


def test_what_is_over_is_shown_as_refused() -> None:
    """With what stands in the way."""
    listed = acts(*ON_FILE, struck_off(3))
    assert ("restore", "", "allowed", []) in listed
    assert [name for name, _, standing, _ in listed if standing == "allowed"] == ["restore"]


def test_setting_an_end_aside_is_an_act_like_others() -> None:
    """Whoever does it."""
    assert isinstance(asked_of(EndSetAside(on=day(4)), *ON_FILE, struck_off(3)), Granted)


# --- matters that are years -------------------------------------------------------------------


def yearly(name: str, event: type[Event], way: str, **more: Any) -> Step:
    """Return a row of the path of evaluations; its way says whence and where to."""
    after, to = way.split(" > ")
    parts = {"provision": "art5.s1", "path": "evaluation", "phases": (Phase.RECOGNISED,), **more}
    return Step(name=name, event=event, after=tuple(after.split()), to=to, **parts)


YEARS = evolve(
    MEASURES,
    steps=(
        *MEASURES.steps,
        yearly("call", EvaluationCalled, "start > called"),
        yearly("choose", EvaluationAssigned, "start called > chosen"),
        yearly("hand_in", MaterialsSubmitted, "start chosen handed_in > handed_in"),
        yearly("notify", ResultNotified, "handed_in > notified"),
        yearly("apply", ProjectApplied, "start > applied", path="project"),
        yearly("grant", ProjectDecided, "applied > decided", path="project"),
    ),
)
CHOSEN, BEFORE = EvaluationAssigned(on=day(3)), EvaluationAssigned(on=day(3), year=2025)
HANDED_IN = MaterialsSubmitted(on=day(4))


def years(*before: Event) -> dict[str, list[tuple[str, str]]]:
    """Return the acts of the evaluations and projects: by step, each matter and its standing."""
    found: dict[str, list[tuple[str, str]]] = {}
    for step, matter, standing, _ in acts(*ON_FILE, *before, policy=YEARS):
        if matter.startswith(("evaluation", "project")):
            found.setdefault(step, []).append((matter, standing))
    return found


NOW, LAST = "evaluation:2026", "evaluation:2025"


@pytest.mark.parametrize(
    ("before", "choose", "hand_in", "notify"),
    [
        ((), [(NOW, "allowed")], [(NOW, "allowed")], [(NOW, "refused")]),
        ((CHOSEN,), [(NOW, "refused")], [(NOW, "allowed")], [(NOW, "refused")]),
        ((CHOSEN, HANDED_IN), [(NOW, "refused")], [(NOW, "allowed")], [(NOW, "allowed")]),
        (
            (BEFORE,),
            [(NOW, "allowed")],
            [(LAST, "allowed"), (NOW, "allowed")],
            [(NOW, "refused")],
        ),
        (
            (BEFORE, CHOSEN),
            [(NOW, "refused")],
            [(LAST, "allowed"), (NOW, "allowed")],
            [(NOW, "refused")],
        ),
        (
            (BEFORE, CHOSEN, HANDED_IN, ResultNotified(on=day(5))),
            [(NOW, "refused")],
            [(LAST, "allowed")],
            [(NOW, "refused")],
        ),
    ],
)
def test_a_year_is_listed_once_under_each_step(
    before: tuple[Event, ...],
    choose: list[tuple[str, str]],
    hand_in: list[tuple[str, str]],
    notify: list[tuple[str, str]],
) -> None:
    """That of the day is begun, or gone on with; there is no other one to begin."""
    found_ = years(*before)
    assert (found_["choose"], found_["hand_in"], found_["notify"]) == (choose, hand_in, notify)


def test_the_act_of_a_year_names_it_where_it_has_begun() -> None:
    """And otherwise belongs to the year of its day without naming it."""
    for before, named in (((), [None]), ((CHOSEN,), [2026]), ((BEFORE,), [2025, None])):
        found_ = possible_acts(YEARS, at(5, *ON_FILE, *before), day(5))
        handed = [p.act for p in found_ if p.step.name == "hand_in"]
        assert handed == [MaterialsSubmitted(on=day(5), year=year) for year in named]


def test_a_notice_on_the_same_path_is_another_matter() -> None:
    """The notice of a year has come to a stage, its evaluation has not begun by that."""
    found_ = years(EvaluationCalled(on=day(3)), EvaluationCalled(on=day(3), year=2025))
    notice = "evaluation_notice:2026"
    assert (found_["call"], found_["choose"]) == ([(notice, "refused")], [(NOW, "allowed")])


def test_a_project_may_always_be_another_one() -> None:
    """Under an id that is free; those applied for wait for a decision, each for its own."""
    applied = tuple(ProjectApplied(on=day(n), project=p) for n, p in ((3, ""), (4, "P-1")))
    found_ = years(*applied, ProjectDecided(on=day(4), project="P-1", granted=True))
    assert found_["apply"] == [("project:2", "allowed")]
    assert found_["grant"] == [("project:", "allowed")]
    assert years()["grant"] == [("project:", "refused")]


happenings = st.lists(
    st.builds(
        lambda sort, n, year: sort(on=day(n), year=year),
        st.sampled_from([EvaluationCalled, EvaluationAssigned, MaterialsSubmitted, ResultNotified]),
        st.integers(3, 5),
        st.sampled_from([None, 2024, 2025, 2026]),
    ),
    max_size=8,
)


@settings(max_examples=50, deadline=None)
@given(happenings)
def test_no_act_is_listed_twice_and_no_step_is_left_out(before: list[Event]) -> None:
    """Whatever years have come to whatever stages."""
    before.sort(key=lambda event: event.on)
    stood = at(5, *ON_FILE, *before)
    found_ = possible_acts(YEARS, stood, day(5))
    listed = [(p.step.name, p.act.matter) for p in found_]
    assert len(set(listed)) == len(listed)
    assert [s.name for s in YEARS.steps] == list(dict.fromkeys(name for name, _ in listed))
    progress = progress_of(YEARS, stood)
    for step in (s for s in YEARS.steps if s.path == "evaluation" and s.name != "call"):
        ready = {m for m in progress.matters if progress.stage(m).at(day(5)) in step.after}
        taken = {p.act.matter for p in found_ if p.step is step and p.standing is Standing.ALLOWED}
        assert taken >= {m for m in ready if m.startswith("evaluation:")}
