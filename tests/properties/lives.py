"""The regions whose histories the properties are about, each behind one adapter, and their acts.

The properties stand in the test file beside this one; what they need to know of a region stands
here: an act in order for every row of its table, and what else an act may say.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
from attrs import evolve, field, frozen
from hypothesis import strategies as st
from tests.core import filings
from tests.policies.tianjin import lives
from tests.policies.tianjin.conftest import (
    COMPLETE,
    LEAD,
    PARTICIPANTS,
    made_unit,
)
from tests.toy_filing import OFFICE

from innov_consortium.core.case import Surroundings
from innov_consortium.core.changes import (
    CHANGES,
    ChangeApproved,
    ChangeExecuted,
    ChangeKind,
    ChangeRefused,
    ChangeReported,
)
from innov_consortium.core.consortium import Person, Vacancy
from innov_consortium.core.events import (
    SHARED,
    ApplicationRefused,
    ApplicationWithdrawn,
    CallIssued,
    Corrected,
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    EvaluationStaged,
    Event,
    Filed,
    MaterialsSubmitted,
    ObjectionDecided,
    ObjectionRaised,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectFunded,
    Publicised,
    Recognised,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.history import Consortium, History
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import LIFE, Step
from innov_consortium.policies.tianjin.events import (
    DistrictOpinion,
    DistrictReviewed,
    ExpertOpinion,
    ExpertReviewed,
    Forwarded,
    Inspected,
    ProjectPrereviewed,
    ReviewMode,
)

__all__ = ["FILING", "ONE", "TIANJIN", "Region", "acts", "altered", "days", "histories", "lived"]

ONE = timedelta(1)


@frozen(kw_only=True)
class Region:
    """What the properties need to know of a region.

    Args:
        policy: Its policy, published.
        first: The first day on which anything happens.
        around: Days on which the text itself changes something, if any, and those beside them.
        lawful: Makes, for a step and a day, an event that is in order in all but its place.
        ways: Makes all the events in order that a walk takes a step by; ``None`` for that one.
        progress: Tells what a consortium has gone through that no stage of its table tells.
        says: Tells, for a sort of event, one of its fields and a day, what that field may say.
        given: What is known around every consortium of it.
        pause: How long to wait from step to step so that no window is open any more.
        route: The steps of a whole life, one after another.
        stops: Where a life may be taken up: after how many steps of the route.
        together: The paths of its table that are walked together; what shares nothing need not be.
        ends: The phases its own steps do not lead out of.
        states: How many states its table comes to, each a phase with the stages of all matters.
        stages: How many stages there are on all paths.
        forced: How many states there are if every move is recorded at every moment.
    """

    policy: Policy
    first: date
    around: tuple[date, ...] = ()
    lawful: Callable[[Step, date], Event]
    ways: Callable[[Step, date], tuple[Event, ...]] | None = None
    progress: Callable[[Consortium], frozenset[str]] = lambda _: frozenset()
    says: Callable[[type[Event], str, date], tuple[Any, ...]]
    given: Surroundings = field(factory=Surroundings)
    pause: timedelta = ONE
    route: tuple[str, ...]
    stops: tuple[int, ...]
    together: tuple[frozenset[str], ...]
    ends: frozenset[Phase]
    states: int
    stages: int
    forced: int

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """Be brief where hypothesis tells of a case that fails."""
        printer.text(f"<region {self.policy.code}>")

    @property
    def later(self) -> date:
        """A day after all that happens in a history that does not come to ``around``."""
        return self.first + 30 * ONE


# --- the made-up filing measures ------------------------------------------------------------------


def _filing_lawful(step: Step, on: date) -> Event:
    by = {"office": OFFICE, "lead": filings.FIRST.name, "member": filings.THIRD.name}
    more: dict[str, dict[str, Any]] = {
        "file": {"application": filings.APPLICATION, "co_leads": filings.CO_LEADS},
        "report_change": {"kind": ChangeKind.MEMBER_OTHER},
        "ask_to_leave": {"signatories": filings.LEADS},
        "report_year": {"year": "2026"},
    }
    says = {**step.variants[0], **more.get(step.name, {})}
    return step.event(on=on, by=by.get(step.actor or ""), **says)


_FILING_SAYS: dict[str, tuple[Any, ...]] = {
    "by": (None, "某人"),
    "change": ("", "2"),
    "on_request": (False, True),
    "agreed": (None, True, False),
}


def _filing_says(_sort: type[Event], name: str, _on: date) -> tuple[Any, ...]:
    return _FILING_SAYS.get(name, ())


FILING = Region(
    policy=filings.MEASURES,
    first=date(2026, 3, 1),
    lawful=_filing_lawful,
    says=_filing_says,
    route=(
        "file",
        "put_on_file",
        "report_change",
        "report_year",
        "ask_to_leave",
        "agree",
        "let_go",
        "restore",
    ),
    stops=(0, 2, 7, 8),
    together=(frozenset({LIFE, "change", "leave", "year"}),),
    ends=frozenset({Phase.DISMISSED}),
    states=40,
    stages=11,
    forced=63,
)


# --- Tianjin --------------------------------------------------------------------------------------

_LEAD = evolve(LEAD, domicile="120101", zone=None)  # 和平区, where there is no zone
_DISTRICT = "和平区科技主管部门"
_APPLICATION = evolve(COMPLETE.application, lead=_LEAD)
_SIGNED = lives.EVERYBODY | {lives.JOINING.key}

_ACTS: dict[type[Event], Callable[..., Event]] = {
    CallIssued: lives.call,
    Filed: lives.filed,
    DistrictReviewed: lives.reviewed,
    Forwarded: lives.forwarded,
    ExpertReviewed: lives.defended,
    Publicised: lives.publicised,
    ObjectionRaised: lives.objected,
    ObjectionDecided: lives.settled,
    Recognised: lives.approved,
    ApplicationRefused: lives.refused,
    ApplicationWithdrawn: lives.taken_back,
    Inspected: Inspected,
    ChangeReported: lives.reported,
    ChangeApproved: lives.change_approved,
    ChangeRefused: lives.change_refused,
    ChangeExecuted: lives.executed,
    EndRequested: lives.asked,
    EndReported: lives.handed_in,
    EndReviewed: lives.examined,
    EvaluationCalled: lives.noticed,
    EvaluationAssigned: lives.selected,
    MaterialsSubmitted: lives.submitted,
    EvaluationStaged: EvaluationStaged,
    ResultNotified: lives.notified,
    ResultCorrected: lambda **says: lives.corrected("good", **says),
    ResultAnnulled: lives.annulled,
    SelfEvaluated: lives.self_evaluated,
    SelfReportFiled: lives.self_reported,
    ProjectCalled: lives.projects_called,
    ProjectPrereviewed: lives.prereviewed,
    ProjectApplied: lives.project_applied,
    ProjectDecided: lives.project_decided,
    ProjectFunded: lives.project_funded,
}


def _tianjin_lawful(step: Step, on: date) -> Event:
    more: dict[type[Event], dict[str, Any]] = {
        CallIssued: {"year": on.year},
        Filed: {"application": _APPLICATION, "recipient": _DISTRICT},
        DistrictReviewed: {"by": _DISTRICT},
        Forwarded: {"by": _DISTRICT},
        Publicised: {"last": on},
        ObjectionDecided: {"by": lives.BUREAU},
        Inspected: {"by": _DISTRICT},
        EndRequested: {"signatories": _SIGNED},
        EvaluationCalled: {"deadline": on + 30 * ONE},
        EvaluationStaged: {"by": lives.BUREAU},
        ProjectPrereviewed: {"by": _DISTRICT},
    }
    says = {**more.get(step.event, {}), **step.variants[0]}
    if "year" in {a.name for a in attrs.fields(step.event)}:
        says["year"] = on.year
    if step.name == "go_through_stage":  # on three days in a row each stage once
        says["stage"] = lives.STAGES[on.toordinal() % len(lives.STAGES)]
    if step.event is Ended:
        return (lives.revoked if says["on_request"] else lives.imposed)(on=on)
    return _ACTS[step.event](on=on, **says)


def _tianjin_ways(step: Step, on: date) -> tuple[Event, ...]:
    if step.name == "go_through_stage":
        return tuple(lives.staged(stage, on=on) for stage in lives.STAGES)
    return (_tianjin_lawful(step, on),)


def _gone_through(consortium: Consortium) -> frozenset[str]:
    return frozenset(e.stage for e in consortium.all(EvaluationStaged) if e.stage is not None)


_NAMES = (
    None,
    "某人",
    lives.BUREAU,
    _DISTRICT,
    "河东区科技主管部门",
    LEAD.name,
    PARTICIPANTS[0].name,
    LEAD.id.value,
)
_UNITS = (lives.LEAVING, lives.STAYING, lives.JOINING, LEAD)
_TIANJIN_SAYS: dict[str, tuple[Any, ...]] = {
    "by": _NAMES,
    "application": (
        None,
        _APPLICATION,
        evolve(_APPLICATION, lists=frozenset()),
        evolve(_APPLICATION, agreement=None),
        evolve(_APPLICATION, participants=(*PARTICIPANTS, made_unit(5))),
    ),
    "co_applicants": (None, lives.EVERYBODY, lives.EVERYBODY - {lives.LEAVING.key}),
    "documents": (None, frozenset(), frozenset({"construction_plan", "proofs"})),
    "recipient": (None, _DISTRICT, "河东区科技主管部门", "某省科技厅"),
    "agency": (None, lives.AGENCY, lives.BUREAU, PARTICIPANTS[0].name),
    "objection": ("", "o1", "o2"),
    "upheld": (None, False, True),
    "change": ("", "c1", "c2"),
    "kind": (None, *ChangeKind),
    "unit": (None, *(unit.key for unit in _UNITS)),
    "new_name": (None, "虚构更名后的单位"),
    "joining": (None, lives.JOINING),
    "person": (None, Vacancy.VACANT, Person("王继任")),
    "issued_by": (
        None,
        frozenset(),
        frozenset({LEAD.key}),
        frozenset({LEAD.key, lives.LEAVING.key, lives.STAYING.key, lives.JOINING.key}),
    ),
    "signatories": (None, _SIGNED, lives.EVERYBODY - {lives.STAYING.key}),
    "agreed": (None, True, False),
    "on_request": (False, True),
    "unable": (frozenset(), frozenset({lives.LEAVING.key})),
    "grounds": (None, (), ("art11.item1",), ("art11.item4",)),
    "document": ("", lives.DOCUMENT),
    "items": (None, frozenset(), lives.REQUIRED),
    "required": (None, lives.REQUIRED),
    "stage": (None, *lives.STAGES, "final_confirmation"),
    "grade": (None, "excellent", "good", "qualified", "unqualified"),
    "project": ("", "p1"),
    "granted": (None, True, False),
    "amount": (None, Decimal(0), Decimal("10000000.01")),
    "source": (None, "municipal", "district"),
}


def _tianjin_says(sort: type[Event], name: str, on: date) -> tuple[Any, ...]:
    """Tell what a field may say; windows close on that day, the next, or some days later."""
    if name == "opinion":
        return (None, *(DistrictOpinion if sort is DistrictReviewed else ExpertOpinion))
    if name == "mode":
        return (None, *(ReviewMode if sort is ExpertReviewed else EvaluationMode))
    dated: dict[str, tuple[Any, ...]] = {
        "year": (None, on.year, on.year + 1),
        "first": (None, on - ONE, on),
        "last": (None, on, on + ONE, on + 3 * ONE),
        "deadline": (None, on, on + 3 * ONE),
        "self_report_deadline": (None, on + ONE),
        "evaluation_year": (None, on.year, on.year - 1),
    }
    return dated.get(name) or _TIANJIN_SAYS.get(name, ())


#: A ground of revocation is there, a successor qualified, another person's change covered.
_KNOWN = lives.knowing(
    ("art13.s1c", True), ("successor_qualification", "strategic_scientist"), ("art11.item6", True)
)

TIANJIN = Region(
    policy=lives.measures(),
    first=date(2026, 3, 2),
    around=tuple(date(2030, 4, n) for n in (8, 9, 10, 11, 12)),
    lawful=_tianjin_lawful,
    ways=_tianjin_ways,
    progress=_gone_through,
    says=_tianjin_says,
    given=_KNOWN,
    route=(
        "call",
        "file",
        "review",
        "forward",
        "expert_review",
        "publicise",
        "approve",
        "report_exit",
        "approve_member_change",
        "execute_member_change",
        "inspect",
        "call_evaluation",
        "select_for_evaluation",
        "submit_materials",
        "go_through_stage",
        "go_through_stage",
        "go_through_stage",
        "confirm_result",
        "notify_result",
        "call_for_projects",
        "prereview_project",
        "apply_for_project",
        "grant_project",
        "fund_project",
        "request_withdrawal",
        "report_withdrawal",
        "review_withdrawal",
        "revoke_on_request",
    ),
    stops=(0, 2, 6, 7, 10, 17, 19, 22, 27),
    together=(
        frozenset({LIFE, "withdrawal", "member_change", "personnel_change"}),
        frozenset({LIFE, "withdrawal", "objection", "inspection"}),
        frozenset({LIFE, "evaluation_notice", "project_call"}),
        frozenset({LIFE, "evaluation", "project"}),
    ),
    ends=frozenset({Phase.DISMISSED, Phase.ENDED}),
    # With changes: 8 + 45 + 54 + 2; with objections and inspections: 24 + 30 + 36 + 6; in both: 21.
    # With a notice and a call, each there or not: 8 + 4 + 4 + 2. An evaluation without a result: 6
    # stages, or 1, 2, 3 of its own gone through, 3 + 3 + 1, each with no project or a reviewed one;
    # with a result, confirmed, or once more without one: 3, with a project at any of 5 stages. So
    # 13 * 2 + 3 * 5 = 41, and 8 + 41 + 41 + 2. Of either 12 are in all: the path of life alone.
    states=109 + 96 - 21 + (18 - 12) + (92 - 12),
    stages=11 + 5 + 4 + 4 + 2 + 1 + 1 + 1 + 8 + 4,
    # And annulled, and with no application known: 8 + 46 + 55 + 46 + 4; 24 + 33 + 39 + 33 + 12; 31;
    # 8 + 8 + 8 + 8 + 4; with an evaluation 6 more, that nobody can hand anything in for:
    # 8 + 47 + 47 + 47 + 4. Of either 18 are in all.
    forced=159 + 141 - 31 + (36 - 18) + (153 - 18),
)


# --- what is drawn --------------------------------------------------------------------------------


def altered(draw: st.DrawFn, region: Region, event: Event) -> Event:
    """Return an event with one of the things it says exchanged, or left out."""
    sort = type(event)
    can = [a.name for a in attrs.fields(sort) if region.says(sort, a.name, event.on)]
    name = draw(st.sampled_from(can))
    return evolve(event, **{name: draw(st.sampled_from(region.says(sort, name, event.on)))})


@st.composite
def acts(draw: st.DrawFn, region: Region, on: date) -> Event:
    """Draw something that happened on a day: by the table, or of any sort, saying anything."""
    if draw(st.integers(0, 3)):
        event = region.lawful(draw(st.sampled_from(region.policy.steps)), on)
        return event if draw(st.integers(0, 2)) else altered(draw, region, event)
    sorts = [*SHARED, *CHANGES, *region.policy.events]
    sort = draw(st.sampled_from([s for s in sorts if s is not Corrected]))
    said: dict[str, Any] = {"on": on}
    for name in (a.name for a in attrs.fields(sort)):
        options = region.says(sort, name, on)
        if options:
            said[name] = draw(st.sampled_from(options))
    return sort(**said)


def lived(region: Region, n: int) -> tuple[Event, ...]:
    """Return the first steps of a whole life, one day after another."""
    steps = {s.name: s for s in region.policy.rows}
    days_of = (region.first + k * region.pause for k in range(n))
    acts_of = (
        region.lawful(steps[name], on) for name, on in zip(region.route, days_of, strict=False)
    )
    return tuple(evolve(e, id=f"e{k}", document=f"e{k}") for k, e in enumerate(acts_of))


@st.composite
def histories(
    draw: st.DrawFn, region: Region, *, after: History | None = None, far: bool = True
) -> History:
    """Draw a history, or more of one: events of all sorts, recorded late, some corrected.

    One that is no more of another begins with some of the steps of a whole life, or with none.

    Args:
        draw: What draws.
        region: The region.
        after: What it begins with.
        far: Whether it may go on to the days around which the text itself changes something.
    """
    stop = draw(st.sampled_from(region.stops)) if after is None else 0
    events = [*(lived(region, stop) if after is None else after.events)]
    today = (events[-1].known_from + ONE) if events else region.first
    targets = [event.id for event in events if not isinstance(event, Corrected)]
    for _ in range(draw(st.integers(0, 7))):
        today += draw(st.integers(0, 2)) * ONE
        if far and region.around and not draw(st.integers(0, 9).map(lambda n: 9 - n)):
            today = max(today, draw(st.sampled_from(region.around)))
        happened = today - draw(st.sampled_from([0, 0, 0, 1, 4])) * ONE
        event = draw(acts(region, happened))
        name = f"e{len(events)}"
        if targets and not draw(st.integers(0, 3)):
            instead = draw(st.sampled_from([None, evolve(event, document=name)]))
            of = draw(st.sampled_from(targets))
            event = Corrected(on=happened, of=of, instead=instead)
        else:
            targets.append(name)
        recorded_on = None if happened == today else today
        events.append(evolve(event, id=name, document=name, recorded_on=recorded_on))
    return History("C1", tuple(events))


def days(region: Region) -> st.SearchStrategy[date]:
    """Draw a day: one before the first, of the first ones, or one that matters to the text."""
    near = st.integers(-5, 30).map(lambda n: region.first + n * ONE)
    return near | st.sampled_from(region.around) if region.around else near
