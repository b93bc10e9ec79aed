"""What holds of any history: replaying, deciding and auditing tell one story."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, ClassVar

import pytest
from attrs import evolve, field, frozen
from hypothesis import assume, example, given, settings
from hypothesis import event as note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.policies.tianjin import lives
from tests.policies.tianjin.conftest import made_special_case
from tests.properties.lives import FILING, ONE, TIANJIN, Region, acts, altered, days, histories

from innov_consortium.core.attestations import SpecialCase
from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Surroundings
from innov_consortium.core.decide import (
    Decision,
    Deferred,
    Granted,
    Refused,
    Standing,
    decide,
    possible_acts,
)
from innov_consortium.core.events import (
    SHARED,
    CallIssued,
    Corrected,
    Event,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.judging import ORDER, PHASE
from innov_consortium.core.lifecycle import TRANSITIONS, Phase
from innov_consortium.core.placing import progress_of
from innov_consortium.core.registering import duties, register
from innov_consortium.core.report import Report
from innov_consortium.core.steps import Step
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin.events import (
    DistrictOpinion,
    DistrictReviewed,
    ExpertReviewed,
    Forwarded,
)

few = settings(max_examples=60, deadline=None)
REGIONS = (pytest.param(FILING, id="filing"), pytest.param(TIANJIN, id="tianjin"))
every_region = pytest.mark.parametrize("region", REGIONS)


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


def placed(decision: Decision, norm: str = ORDER) -> list[tuple[str, str]]:
    """Return what is said of an act's place, by the names of steps; of several the first."""
    found = [(f.values[0], f.outcome.value) for f in decision.report if f.norm.name == norm]
    return [(name if isinstance(name, str) else name[0], said) for name, said in found]


@few
@given(data=st.data())
@every_region
def test_an_act_without_its_predecessors_is_refused_by_their_names(
    region: Region, data: st.DataObject
) -> None:
    """Nothing changes by that; once those steps are taken the act is in its place."""
    history = data.draw(histories(region, far=False))
    on, drawn = region.later, data.draw(st.sampled_from(region.policy.rows))
    act, stood = region.lawful(drawn, on), replay(history, on)
    decision = decide(region.policy, stood, act, on, region.given)
    assert stood == replay(history, on)
    steps = {s.name: s for s in region.policy.rows}
    step = steps[decision.report.inquiry]  # of several for such an act, the one it is judged by
    assert step.fits(act)
    order, phase = placed(decision), placed(decision, PHASE)
    moves = act.move is None or act.move in TRANSITIONS[stood.phase]
    assert bool(phase) is not (moves and stood.phase in step.phases)
    missing = [name for name, said in order if said == "not_met"]
    note(f"out of its phase: {bool(phase)}, {len(missing)} steps missing")
    if phase:
        assert (phase, order) == ([(step.name, "not_met")], [])
    elif not missing:
        assert [name for name, _ in order] == [step.name]
        return
    assert isinstance(decision, Refused)
    if phase or missing == [step.name]:  # its time is over, or has not come
        now = progress_of(region.policy, stood).stage(act.matter).at(on)
        assert phase or now not in step.after
        return
    for name in missing:
        history = history.add(region.lawful(steps[name], on))
        on += region.pause
    act = region.lawful(drawn, on)
    again = decide(region.policy, replay(history, on), act, on, region.given)
    assert placed(again) == [(step.name, "met")]


@few
@given(data=st.data())
@every_region
def test_what_may_be_done_is_what_deciding_about_it_says(
    region: Region, data: st.DataObject
) -> None:
    """Act by act, wherever a history has led."""
    history = data.draw(histories(region))
    on = data.draw(st.sampled_from((region.later, *region.around)))
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


def said(report: Report) -> list[Any]:
    """Return what a report says, but for how that which it speaks of was recorded."""
    found: list[Any] = [report.inquiry, report.on, report.in_force, report.answer, report.readings]
    for f in report.findings:
        items = [(i.path, i.outcome, i.values, i.missing, i.decided_by) for i in f.items]
        found.append((f.norm, f.outcome, f.values, f.missing, f.decided_by, f.outcomes, items))
    return found


class Life(RuleBasedStateMachine):
    """What proposes acts in a region, records some of them, and audits what it recorded."""

    region: ClassVar[Region]

    def __init__(self) -> None:
        super().__init__()
        self.today = self.region.first
        self.history = History("C1")
        self.decided: dict[int, Granted | Refused | Deferred] = {}
        self.stands: dict[int, int] = {}  # for each event, what stands in its place
        self.granted: Counter[str] = Counter()

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        self.live(data.draw(st.sampled_from(self.region.stops)))

    def live(self, n: int) -> None:
        """Take the first steps of a whole life; every one is granted."""
        steps = {s.name: s for s in self.region.policy.rows}
        for name in self.region.route[:n]:
            before = len(self.history.events)
            self.decide_and_record(self.region.lawful(steps[name], self.today), anyway=False)
            assert len(self.history.events) == before + 1, name
            self.today += self.region.pause

    def decide_and_record(self, act: Event, *, anyway: bool) -> None:
        stood = replay(self.history, act.on, known_on=self.today)
        decision = decide(self.region.policy, stood, act, act.on, self.region.given)
        assert stood == replay(self.history, act.on, known_on=self.today)
        n = len(self.history.events)
        if isinstance(decision, Granted):
            self.look_at_what_is_granted(act, stood)
            self.granted[decision.report.inquiry] += 1
            (act,) = decision.events
        elif not anyway:
            return
        recorded_on = None if act.on == self.today else self.today
        self.history = self.history.add(evolve(act, id=f"e{n}", recorded_on=recorded_on))
        self.decided[n] = decision
        self.stands[n] = n

    def look_at_what_is_granted(self, act: Event, stood: Consortium) -> None:
        """Look at an act that was granted, and at the consortium before it; nothing by default."""

    @rule(n=st.integers(1, 3))
    def wait(self, n: int) -> None:
        self.today += n * ONE

    @precondition(lambda self: self.region.around)
    @rule(data=st.data(), n=st.integers(0, 5))
    def wait_long(self, data: st.DataObject, n: int) -> None:
        if n == 5:
            self.today = max(self.today, data.draw(st.sampled_from(self.region.around)))

    @rule(data=st.data(), anyway=st.booleans())
    def act(self, data: st.DataObject, *, anyway: bool) -> None:
        self.decide_and_record(data.draw(acts(self.region, self.today)), anyway=anyway)

    @rule(data=st.data(), n=st.integers(1, 3))
    def act_as_may_be(self, data: st.DataObject, n: int) -> None:
        for _ in range(n):
            self.take_a_step_there_may_be(data)
            self.today += data.draw(st.integers(0, 1)) * ONE

    def take_a_step_there_may_be(self, data: st.DataObject) -> None:
        """Take one of the steps that are not refused, with an act in order but for its place."""
        stood = replay(self.history, self.today)
        listed = possible_acts(self.region.policy, stood, self.today, self.region.given)
        may_be: list[Event] = []
        for one in listed:
            if one.standing is not Standing.REFUSED:
                about: dict[str, Any] = one.step.event.about(one.act.matter)
                may_be.append(evolve(self.region.lawful(one.step, self.today), **about))
        if may_be:
            self.decide_and_record(data.draw(st.sampled_from(may_be)), anyway=False)

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
            assert said(audited.report) == said(decision.report)
            allowed = audited.standing is Standing.ALLOWED
            assert allowed is isinstance(decision, Granted)

    def teardown(self) -> None:
        """Whatever was recorded, who takes part and who owes what can be told."""
        told = register(self.region.policy, [self.history], self.today)
        assert {e.consortium for e in told.engagements} <= {self.history.consortium}
        owed = duties(self.region.policy, replay(self.history, self.today), self.today)
        assert {d.duty for d in owed} <= set(self.region.policy.duties)


class FilingLife(Life):
    """Under the made-up filing measures."""

    region = FILING


class TianjinLife(Life):
    """Under the Measures; what an approval rests on is looked at by the way."""

    region = TIANJIN

    def look_at_what_is_granted(self, act: Event, stood: Consortium) -> None:
        if isinstance(act, Recognised):
            assert why_approved(stood.events, act, self.region.given)


class OtherTianjinLife(TianjinLife):
    """A special case under art. 7, and what was begun before the Measures expire is finished."""

    region = evolve(
        TIANJIN,
        policy=lives.measures(frozenset({("on_expiry", "pending_finished")})),
        given=evolve(TIANJIN.given, special_case=made_special_case()),
    )


TestFiling = FilingLife.TestCase
TestFiling.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
TestTianjin = TianjinLife.TestCase
TestTianjin.settings = settings(max_examples=25, stateful_step_count=16, deadline=None)
TestOtherTianjin = OtherTianjinLife.TestCase
TestOtherTianjin.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)


@pytest.mark.parametrize("machine", [FilingLife, TianjinLife, OtherTianjinLife])
def test_a_machine_lives_a_whole_life(machine: type[Life]) -> None:
    """Where it may be taken up it has come to by acts that were granted, to the very end."""
    life = machine()
    life.live(len(life.region.route))
    assert life.granted == Counter(life.region.route)
    sorts = {s.event for s in life.region.policy.rows if s.name in life.granted}
    assert {type(e) for e in life.history.events} == sorts
    found = audit(life.region.policy, life.history, life.today, life.region.given)
    assert {a.standing for a in found} == {Standing.ALLOWED}


# --- how Tianjin comes to an approval -----------------------------------------------------------

ART_6 = (CallIssued, Filed, DistrictReviewed, Forwarded, ExpertReviewed, Publicised)
BUREAU = "市科技局"
STEPS = {step.name: step for step in TIANJIN.policy.rows}


def every_step_of_art_6(events: tuple[Event, ...], approval: Event) -> bool:
    """Return whether each step was taken after the one before it, and nothing stands against it."""
    left = iter(events)
    if not all(any(isinstance(e, sort) for e in left) for sort in ART_6):
        return False
    reviews = [e for e in events if isinstance(e, DistrictReviewed)]
    public = [e for e in events if isinstance(e, Publicised) and e.by in (None, BUREAU)]
    if not public or all(e.opinion is not DistrictOpinion.RECOMMEND for e in reviews):
        return False
    first, last = public[-1].on, public[-1].last
    return last is not None and last < approval.on and not objected(events, first, last)


def objected(events: tuple[Event, ...], first: date, last: date) -> bool:
    """Return whether an objection of some days is open or was upheld, when all was said."""
    for n, one in enumerate(events):
        if not isinstance(one, ObjectionRaised) or not first <= one.on <= last:
            continue
        fate = [
            e.by == BUREAU and e.upheld is False
            for e in events[n:]
            if isinstance(e, ObjectionDecided)
            and e.objection == one.objection
            and e.by in (None, BUREAU)
        ]
        if not fate or not fate[-1]:
            return True
    return False


def attested_case_of_art_7(given: Surroundings, on: date) -> bool:
    """Return whether the leadership had determined the case by a day, and the bureau elected it."""
    one = given.special_case
    return (
        one is not None
        and one.determined_by == "市委、市政府"
        and one.determined_on is not None
        and one.determined_on <= on
        and one.elected is True
        and one.elected_by == BUREAU
        and one.elected_on is not None
        and one.elected_on <= on
    )


def why_approved(events: tuple[Event, ...], approval: Event, given: Surroundings) -> str:
    """Return which of the two ways there are led to an approval; empty if none did."""
    if every_step_of_art_6(events, approval):
        return "art6"
    filed = any(isinstance(e, Filed) for e in events)
    return "art7" if filed and attested_case_of_art_7(given, approval.on) else ""


@frozen
class Way:
    """Acts proposed one after another, and a special case put forward beside them."""

    acts: tuple[Event, ...]
    special: SpecialCase | None = None


def straight(*names: str) -> tuple[Event, ...]:
    """Return steps in order, day by day from the first."""
    return tuple(
        TIANJIN.lawful(STEPS[name], TIANJIN.first + n * ONE) for n, name in enumerate(names)
    )


APPROVED = TIANJIN.route[: TIANJIN.route.index("approve") + 1]
BESIDE = ("object", "decide_objection", "decline", "call", "approve", "refuse")
SPECIAL = made_special_case()
SPECIALS = st.sampled_from(
    [
        None,
        SPECIAL,
        evolve(SPECIAL, determined_by="市科技局"),
        evolve(SPECIAL, determined_by="申请人"),
        evolve(SPECIAL, determined_by=None, determined_on=None),
        evolve(SPECIAL, determined_on=TIANJIN.first + 8 * ONE),
        evolve(SPECIAL, elected=False),
        evolve(SPECIAL, elected=None, elected_by=None, elected_on=None),
        evolve(SPECIAL, elected_by="市财政局"),
        evolve(SPECIAL, elected_on=TIANJIN.first + 8 * ONE),
    ]
)


@st.composite
def ways(draw: st.DrawFn) -> Way:
    """Draw the way to an approval, with steps left out, altered, exchanged or put in between."""
    special = draw(SPECIALS)
    left_out = draw(st.sets(st.sampled_from(APPROVED[:-1]))) if draw(st.booleans()) else set()
    names = [name for name in APPROVED[:-1] if name not in left_out]
    if names and not draw(st.integers(0, 3)):
        names.append(names.pop(draw(st.integers(0, len(names) - 1))))
    names += draw(st.sampled_from(((), ("object",), ("object", "decide_objection"))))
    if not draw(st.integers(0, 2)):
        names.insert(draw(st.integers(0, len(names))), draw(st.sampled_from(BESIDE)))
    on = draw(st.sampled_from((TIANJIN.first, TIANJIN.first, TIANJIN.around[0] - 5 * ONE)))
    made: list[Event] = []
    for name in (*names, "approve", "approve", "approve"):
        act = TIANJIN.lawful(STEPS[name], on)
        if isinstance(act, Publicised):
            act = evolve(act, last=on + draw(st.integers(0, 3)) * ONE)
        made.append(act if draw(st.integers(0, 11)) != 11 else altered(draw, TIANJIN, act))
        on += draw(st.sampled_from((1, 1, 1, 0, 3))) * ONE
    return Way(tuple(made), special)


def test_an_approval_is_granted_only_through_every_step_or_by_art_7() -> None:
    """Only what is granted is recorded, whatever is proposed; both ways are seen to lead there."""
    seen: Counter[str] = Counter()

    @settings(max_examples=150, deadline=None)
    @given(way=ways())
    @example(way=Way(straight(*APPROVED)))
    @example(way=Way(straight("file", "approve"), SPECIAL))
    @example(way=Way(straight("file", "approve")))
    def hold(way: Way) -> None:
        around = evolve(TIANJIN.given, special_case=way.special)
        history = History("C1")
        why = "not approved"
        for act in way.acts:
            decision = decide(TIANJIN.policy, replay(history, act.on), act, act.on, around)
            if not isinstance(decision, Granted):
                continue
            assert act.on <= date(2030, 4, 10)
            if isinstance(act, Recognised):
                why = why_approved(history.events, act, around)
                assert why
            history = history.add(*decision.events)
        assert (replay(history, way.acts[-1].on).phase is Phase.RECOGNISED) == (
            why != "not approved"
        )
        seen[why] += 1
        note(why)

    hold()
    assert set(seen) == {"art6", "art7", "not approved"}


# --- every state there is ---------------------------------------------------------------------

State = tuple[Phase, frozenset[tuple[str, str, str]], bool, frozenset[str]]


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
    for paths in region.together:
        walk_on(region, walk, paths, forced)
    return walk


def walk_on(
    region: Region, walk: Walk, paths: frozenset[str], forced: tuple[type[Event], ...]
) -> None:
    """Walk through every state that the steps of some paths lead to together."""
    steps = [s for s in region.policy.rows if s.path in paths]
    queue = [History("C1")]
    seen = {state_of(region, replay(queue[0], region.first), walk)}
    for history in queue:
        on = region.first + len(history.events) * region.pause
        stood = replay(history, on)
        nexts = [history.add(sort(on=on)) for sort in forced]
        for act in (act for step in steps for act in ways_of(region, step, on)):
            decision = decide(region.policy, stood, act, on, region.given)
            if isinstance(decision, Granted):
                walk.granted.add(decision.report.inquiry)
                nexts.append(history.add(*decision.events))
        onward = walk.onward.setdefault(state_of(region, stood, walk), set())
        for one in nexts:
            state = state_of(region, replay(one, on), walk)
            onward.add(state)
            if state not in seen:
                seen.add(state)
                queue.append(one)


def ways_of(region: Region, step: Step, on: date) -> tuple[Event, ...]:
    """Return the acts by which a walk takes a step."""
    return (region.lawful(step, on),) if region.ways is None else region.ways(step, on)


def state_of(region: Region, consortium: Consortium, walk: Walk) -> State:
    """Return the phase, the stage of every matter, whether an application is known, and more."""
    progress = progress_of(region.policy, consortium)
    found = {m: progress.stage(m) for m in progress.matters}
    walk.stages.update((stage.path, stage.name) for stage in found.values())
    stages = frozenset((m, stage.path, stage.name) for m, stage in found.items())
    known = consortium.application is not None
    return consortium.phase, stages, known, region.progress(consortium)


@every_region
def test_every_stage_is_reached_and_only_what_is_over_leads_nowhere(region: Region) -> None:
    """Every step is granted somewhere; the states are as many as were counted by hand."""
    walk = walked(region)
    assert walk.granted == {step.name for step in region.policy.rows}
    assert walk.stages == {(step.path, step.to) for step in region.policy.rows}
    ends = {state[0] for state, onward in walk.onward.items() if not onward}
    assert ends == region.ends
    moves = {step.event.move for step in region.policy.rows}
    assert not any(move in moves for phase in ends for move in TRANSITIONS[phase])
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
