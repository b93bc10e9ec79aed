"""What holds of any history: replaying, deciding and auditing tell one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, ClassVar

import pytest
from attrs import evolve, field, frozen
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.core import filings
from tests.toy_filing import OFFICE

from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Surroundings
from innov_consortium.core.changes import CHANGES, ChangeEvent, ChangeKind
from innov_consortium.core.decide import (
    Deferred,
    Granted,
    Refused,
    Standing,
    decide,
    possible_acts,
)
from innov_consortium.core.events import SHARED, Corrected, Ended, EndReviewed, Event
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.judging import ORDER
from innov_consortium.core.lifecycle import TRANSITIONS, Phase
from innov_consortium.core.placing import progress_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import Step
from innov_consortium.errors import InvalidInputError

ONE = timedelta(1)
few = settings(max_examples=60, deadline=None)
NAMES: st.SearchStrategy[str | None] = st.sampled_from([None, "某人"])


# --- the regions ------------------------------------------------------------------------------


@frozen(kw_only=True)
class Region:
    """What the properties need to know of a region.

    Args:
        policy: Its policy, published.
        first: The first day on which anything happens.
        lawful: Makes, for a step and a day, an event that is in order in all but its place.
        given: What is known around every consortium of it.
        pause: How long to wait from step to step so that no window is open any more.
        states: How many states its table comes to, each a phase with the stages of all matters.
        stages: How many stages there are on all paths.
        forced: How many states there are if every move is recorded at every moment.
    """

    policy: Policy
    first: date
    lawful: Callable[[Step, date], Event]
    given: Surroundings = field(factory=Surroundings)
    pause: timedelta = ONE
    states: int
    stages: int
    forced: int


def lawful_filing(step: Step, on: date) -> Event:
    """Return an event in order under the made-up filing measures."""
    by = {"office": OFFICE, "lead": filings.FIRST.name, "member": filings.THIRD.name}
    more: dict[str, dict[str, Any]] = {
        "file": {"application": filings.APPLICATION, "co_leads": filings.CO_LEADS},
        "report_change": {"kind": ChangeKind.MEMBER_OTHER},
        "ask_to_leave": {"signatories": filings.LEADS},
        "report_year": {"year": "2026"},
    }
    says = {**step.variants[0], **more.get(step.name, {})}
    return step.event(on=on, by=by.get(step.actor or ""), **says)


FILING = Region(
    policy=filings.MEASURES,
    first=date(2026, 3, 1),
    lawful=lawful_filing,
    states=40,
    stages=11,
    forced=63,
)
REGIONS = (pytest.param(FILING, id="filing"),)
every_region = pytest.mark.parametrize("region", REGIONS)


# --- what is drawn ----------------------------------------------------------------------------


@st.composite
def acts(draw: st.DrawFn, region: Region, on: date) -> Event:
    """Draw something that happened on a day: by the table, or of any sort at all."""
    if draw(st.integers(0, 3)):
        event = region.lawful(draw(st.sampled_from(region.policy.steps)), on)
        if draw(st.integers(0, 4)):
            return event
        return evolve(event, by=draw(NAMES))
    sorts = [*SHARED, *CHANGES, *region.policy.events]
    sort = draw(st.sampled_from([s for s in sorts if s is not Corrected]))
    says: dict[str, Any] = {"on": on, "by": draw(NAMES)}
    if issubclass(sort, ChangeEvent):
        says["change"] = draw(st.sampled_from(["", "2"]))
    elif sort is Ended:
        says["on_request"] = draw(st.booleans())
    elif sort is EndReviewed:
        says["agreed"] = draw(st.sampled_from([None, True, False]))
    return sort(**says)


@st.composite
def histories(draw: st.DrawFn, region: Region, *, after: History | None = None) -> History:
    """Draw a history, or more of one: events of all sorts, recorded late, some corrected."""
    events = [*(after.events if after else ())]
    today = (events[-1].known_from + ONE) if events else region.first
    targets = [event.id for event in events if not isinstance(event, Corrected)]
    for _ in range(draw(st.integers(0, 7))):
        today += draw(st.integers(0, 2)) * ONE
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
    return st.integers(-5, 16).map(lambda n: region.first + n * ONE)


# --- replay -----------------------------------------------------------------------------------


def recorded(history: History, known_on: date) -> list[tuple[int, Event, bool]]:
    """Return all that was ever said to have happened: its place, what, and whether it stands."""
    known = [e for e in history.events if e.known_from <= known_on]
    place = {e.id: n for n, e in enumerate(known)}
    last = {e.of: e for e in known if isinstance(e, Corrected)}
    said: list[tuple[int, Event, bool]] = []
    for n, event in enumerate(known):
        if not isinstance(event, Corrected):
            said.append((n, event, event.id not in last))
        elif event.instead is not None:
            said.append((place[event.of], event.instead, last[event.of] is event))
    return said


@few
@given(data=st.data())
@every_region
def test_replaying_any_history_loses_nothing_and_keeps_the_order(
    region: Region, data: st.DataObject
) -> None:
    """By day, and on one day by place of record; what no longer stands is set aside."""
    history = data.draw(histories(region))
    on, known_on = data.draw(days(region)), data.draw(days(region))
    found = replay(history, on, known_on=known_on)
    said = [one for one in recorded(history, known_on) if one[1].on <= on]
    standing = sorted((e.on, n, e.document) for n, e, stands in said if stands)
    assert [e.document for e in found.events] == [document for _, _, document in standing]
    assert Counter((*found.events, *found.set_aside)) == Counter(e for _, e, _ in said)
    assert set(found.irregular) <= {e for e in found.events if e.move is not None}
    assert (found, found.on) == (replay(history, on, known_on=known_on), on)


@few
@given(data=st.data())
@every_region
def test_the_phase_is_where_the_moves_lead(region: Region, data: st.DataObject) -> None:
    """Every move either is a row of the table or is irregular, one after another."""
    found = replay(data.draw(histories(region)), data.draw(days(region)))
    phase, irregular = Phase.PROPOSED, []
    for event in found.events:
        if event.move is None:
            continue
        if event.move in TRANSITIONS[phase]:
            phase = TRANSITIONS[phase][event.move]
        else:
            irregular.append(event)
    assert (found.phase, found.irregular) == (phase, tuple(irregular))


@few
@given(data=st.data())
@every_region
def test_what_is_recorded_later_never_changes_what_was_known(
    region: Region, data: st.DataObject
) -> None:
    """About any day, corrections and late records included."""
    history = data.draw(histories(region))
    more = data.draw(histories(region, after=history))
    on, known_on = data.draw(days(region)), region.first - ONE
    if history.events:
        known_on = history.events[-1].known_from
    then = replay(history, on, known_on=known_on)
    assert more.events[: len(history.events)] == history.events
    assert replay(more, on, known_on=known_on) == then


@few
@given(data=st.data())
@every_region
def test_doubles_and_strangers_are_refused_under_their_place(
    region: Region, data: st.DataObject
) -> None:
    """Whatever else the history holds."""
    history = data.draw(histories(region))
    assume(len(history.events) > 1)
    places = range(1, len(history.events))
    n, at = data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))
    events = list(history.events)
    events[at] = evolve(events[at], consortium="C2")
    events[n] = evolve(events[n], id=data.draw(st.sampled_from(events[:n])).id)
    with pytest.raises(InvalidInputError) as caught:
        History("C1", tuple(events))
    paths = [f.path for f in caught.value.faults]
    assert {f"events[{n}].id", f"events[{at}].consortium"} <= set(paths)
    allowed = {f"events[{n}].id", f"events[{at}].consortium"}
    orphans = {f"events[{k}].of" for k, e in enumerate(events) if isinstance(e, Corrected)}
    assert set(paths) <= allowed | orphans


# --- deciding ---------------------------------------------------------------------------------


@few
@given(data=st.data())
@every_region
def test_an_act_without_its_predecessors_is_refused_by_their_names(
    region: Region, data: st.DataObject
) -> None:
    """Nothing changes by that; once those steps are taken the act is in its place."""
    history = data.draw(histories(region))
    on = region.first + 30 * ONE
    step = data.draw(st.sampled_from(region.policy.rows))
    act = region.lawful(step, on)
    stood = replay(history, on)
    decision = decide(region.policy, stood, act, on, region.given)
    assert stood == replay(history, on)
    order = [f for f in decision.report if f.norm.name == ORDER]
    missing = [f.values[0] for f in order if f.outcome.value == "not_met"]
    if not missing:
        assert [f.values[0] for f in order] == [step.name]
        return
    assert isinstance(decision, Refused)
    if missing == [step.name]:  # its time is over, or has not come
        now = progress_of(region.policy, stood).stage(act.matter).at(on)
        assert now not in step.after or stood.phase not in step.phases
        return
    assume(stood.phase in step.phases)
    steps = {s.name: s for s in region.policy.rows}
    for name in missing:
        history = history.add(region.lawful(steps[name], on))
        on += region.pause
    act = region.lawful(step, on)
    again = decide(region.policy, replay(history, on), act, on, region.given)
    assert [(f.values[0], f.outcome.value) for f in again.report if f.norm.name == ORDER] == [
        (step.name, "met")
    ]


@few
@given(data=st.data())
@every_region
def test_what_may_be_done_is_what_deciding_about_it_says(
    region: Region, data: st.DataObject
) -> None:
    """Act by act, wherever a history has led."""
    history, on = data.draw(histories(region)), region.first + 30 * ONE
    stood = replay(history, on)
    listed = possible_acts(region.policy, stood, on, region.given)
    assert {p.step.name for p in listed} == {s.name for s in region.policy.rows if s.variants}
    for possible in listed:
        decision = decide(region.policy, stood, possible.act, on, region.given)
        if decision.report.inquiry == possible.step.name:
            assert decision.report == possible.report


def stood_before(history: History, n: int) -> Consortium:
    """Return the consortium before an event or what stands in its place, put together afresh.

    All that stands of what had been recorded, day by day and in the order of its record, up to the
    place in question, as if everything had been recorded at once.
    """
    event = history.events[n]
    upto = History(history.consortium, history.events[: n + 1])
    said = recorded(upto, event.known_from)
    place, act = n, event
    if isinstance(event, Corrected):
        place, act, _ = next(one for one in reversed(said) if one[1] is event.instead)
    sooner = sorted(
        ((e.on, at, e) for at, e, stands in said if stands and (e.on, at) < (act.on, place)),
        key=lambda one: one[:2],
    )
    plain = [evolve(e, recorded_on=None, id="") for _, _, e in sooner]
    return replay(History(history.consortium, tuple(plain)), act.on)


class Life(RuleBasedStateMachine):
    """What proposes acts in a region, records some of them, and audits what it recorded."""

    region: ClassVar[Region]

    def __init__(self) -> None:
        super().__init__()
        self.today = self.region.first
        self.history = History("C1")
        self.decided: dict[int, Granted | Refused | Deferred] = {}
        self.stands: dict[int, int] = {}  # for each event, what stands in its place

    def decide_and_record(self, act: Event, *, anyway: bool) -> None:
        stood = replay(self.history, act.on, known_on=self.today)
        decision = decide(self.region.policy, stood, act, act.on, self.region.given)
        assert stood == replay(self.history, act.on, known_on=self.today)
        n = len(self.history.events)
        if isinstance(decision, Granted):
            (act,) = decision.events
        elif not anyway:
            return
        recorded_on = None if act.on == self.today else self.today
        self.history = self.history.add(evolve(act, id=f"e{n}", recorded_on=recorded_on))
        self.decided[n] = decision
        self.stands[n] = n

    @rule(n=st.integers(1, 3))
    def wait(self, n: int) -> None:
        self.today += n * ONE

    @rule(data=st.data(), anyway=st.booleans())
    def act(self, data: st.DataObject, *, anyway: bool) -> None:
        self.decide_and_record(data.draw(acts(self.region, self.today)), anyway=anyway)

    @rule(data=st.data())
    def act_as_may_be(self, data: st.DataObject) -> None:
        stood = replay(self.history, self.today)
        listed = possible_acts(self.region.policy, stood, self.today, self.region.given)
        may_be = [p.step for p in listed if p.standing is not Standing.REFUSED]
        if may_be:
            step = data.draw(st.sampled_from(may_be))
            self.decide_and_record(self.region.lawful(step, self.today), anyway=False)

    @rule(data=st.data(), late=st.integers(1, 3), anyway=st.booleans())
    def record_late(self, data: st.DataObject, late: int, *, anyway: bool) -> None:
        on = max(self.region.first, self.today - late * ONE)
        self.decide_and_record(data.draw(acts(self.region, on)), anyway=anyway)

    @precondition(lambda self: self.stands)
    @rule(data=st.data(), happened=st.booleans())
    def correct(self, data: st.DataObject, *, happened: bool) -> None:
        place = data.draw(st.sampled_from(sorted(self.stands)))
        target = self.history.events[place]
        instead = data.draw(acts(self.region, target.on)) if happened else None
        n = len(self.history.events)
        self.history = self.history.add(Corrected(on=self.today, of=target.id, instead=instead))
        self.decided.pop(self.stands[place], None)
        self.stands[place] = n
        if instead is not None:
            stood = stood_before(self.history, n)
            self.decided[n] = decide(
                self.region.policy, stood, instead, instead.on, self.region.given
            )

    @invariant()
    def audit_says_what_was_decided(self) -> None:
        found = audit(self.region.policy, self.history, self.today, self.region.given)
        assert [a.index for a in found] == sorted(self.decided)
        for audited in found:
            decision = self.decided[audited.index]
            assert audited.report == decision.report
            allowed = audited.standing is Standing.ALLOWED
            assert allowed is isinstance(decision, Granted)


class FilingLife(Life):
    """Under the made-up filing measures."""

    region = FILING


TestFiling = FilingLife.TestCase
TestFiling.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


# --- every state there is ---------------------------------------------------------------------

State = tuple[Phase, frozenset[tuple[str, str]], bool]


@frozen
class Walk:
    """What a walk through a region's table has seen.

    Args:
        onward: For each state, the states it leads to.
        granted: The names of the steps that were granted somewhere.
        stages: The stages seen, each with its path.
    """

    onward: dict[State, set[State]] = field(factory=dict)
    granted: set[str] = field(factory=set)
    stages: set[tuple[str, str]] = field(factory=set)


def walked(region: Region, *, forced: tuple[type[Event], ...] = ()) -> Walk:
    """Take every step from every state where it is granted, and record some events regardless."""
    walk = Walk()
    queue = [History("C1")]
    for history in queue:
        on = region.first + len(history.events) * region.pause
        stood = replay(history, on)
        state = state_of(region, stood, walk)
        if state in walk.onward:
            continue
        nexts = [history.add(sort(on=on)) for sort in forced]
        for step in region.policy.rows:
            decision = decide(region.policy, stood, region.lawful(step, on), on, region.given)
            if isinstance(decision, Granted):
                walk.granted.add(step.name)
                nexts.append(history.add(*decision.events))
        walk.onward[state] = {state_of(region, replay(h, on), walk) for h in nexts}
        queue += nexts
    return walk


def state_of(region: Region, consortium: Consortium, walk: Walk) -> State:
    """Return the phase, the stage of every matter, and whether an application is known."""
    progress = progress_of(region.policy, consortium)
    found = {m: progress.stage(m) for m in progress.matters}
    walk.stages.update((stage.path, stage.name) for stage in found.values())
    stages = frozenset((m, stage.name) for m, stage in found.items())
    return consortium.phase, stages, consortium.application is not None


@every_region
def test_every_stage_is_reached_and_only_what_is_over_leads_nowhere(region: Region) -> None:
    """Every step is granted somewhere; the states are as many as were counted by hand."""
    walk = walked(region)
    assert walk.granted == {step.name for step in region.policy.rows}
    assert walk.stages == {(step.path, step.to) for step in region.policy.rows}
    ends = {state[0] for state, onward in walk.onward.items() if not onward}
    assert ends == {Phase.DISMISSED}
    assert not any(TRANSITIONS[phase] for phase in ends)
    assert {state for onward in walk.onward.values() for state in onward} <= set(walk.onward)
    assert (len(walk.onward), len(walk.stages)) == (region.states, region.stages)


@every_region
def test_whatever_is_recorded_leads_to_a_state_the_table_goes_on_from(region: Region) -> None:
    """Every move at every moment, lawful or not: all phases are seen, and two of them end it."""
    moving = tuple(sort for sort in SHARED if sort.move is not None)
    walk = walked(region, forced=moving)
    assert {state[0] for state in walk.onward} == set(TRANSITIONS)
    assert {state[0] for state, onward in walk.onward.items() if onward <= {state}} == {
        Phase.DISMISSED,
        Phase.ANNULLED,
    }
    assert len(walk.onward) == region.forced
