"""Every state a consortium can come to under the table: walked act by act through ``decide``.

A state is the phase, the stage of the consortium's own life, and the stages of one objection, one
change of members, one change of persons and one request to end it. From each state every row of the
table is tried with an act that is in order, and time may pass until publicity is over. Before the
approval what an objection came to, and whether it was raised in time, decides what may follow, and
so it is told apart; after it no more.

The evaluation of a year, its notice, a project and a call for projects are walked each by itself,
beside a consortium that is recognised: no row of theirs asks where another matter stands, nor does
any other row ask where they do, so that the whole is the product of what is walked here. What they
do ask of one another are results, and those are facts, not stages.
"""

from __future__ import annotations

import functools
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve, field, frozen
from tests.policies.tianjin.conftest import LEAD
from tests.policies.tianjin.lives import (
    DEFENDED,
    EVERYBODY,
    FILED,
    FORMED,
    FORWARDED,
    JOINING,
    NOTIFIED,
    PUBLIC,
    REVIEWED,
    STAGES,
    annulled,
    approved,
    asked,
    because,
    call,
    change_approved,
    change_refused,
    confirmed,
    corrected,
    decided,
    declined,
    defended,
    established,
    examined,
    executed,
    filed,
    forwarded,
    handed_in,
    imposed,
    knowing,
    left_to_itself,
    life,
    measures,
    noticed,
    notified,
    objected,
    prereviewed,
    project_applied,
    project_decided,
    project_funded,
    projects_called,
    publicised,
    refused,
    reported,
    reviewed,
    revoked,
    selected,
    self_evaluated,
    self_reported,
    settled,
    staged,
    stands,
    submitted,
    taken_back,
    verdict,
)

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.decide import Granted, decide
from innov_consortium.core.events import (
    Corrected,
    EndSetAside,
    EvaluationStaged,
    Event,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    RecognitionSetAside,
)
from innov_consortium.core.history import Consortium, replay
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.placing import progress_of
from innov_consortium.core.steps import START
from innov_consortium.policies.tianjin.events import Inspected, ReviewMode

POLICY = measures()
GIVEN = established(
    5,
    given=knowing(("successor_qualification", "leading_talent"), ("art13.s1c", True)),
)
BEGIN = date(2026, 3, 2)
LIVE, OVER = ("proposed", "recognised"), ("dismissed", "ended", "annulled")
#: How long publicity lasts here: long enough for an objection and its decision.
PUBLICITY = timedelta(days=9)
#: Stages after which nothing of their matter is left to be done.
DONE = {
    "objection": {
        *(START, "rejected", "upheld", "decided"),
        *("rejected out of time", "upheld out of time"),
    },
    "member": {START, "change_executed"},
    "person": {START, "change_executed"},
    "withdrawal": {START, "withdrawal_declined", "revoked"},
}


@frozen(order=True)
class State:
    """Where a consortium stands: the phase, and a stage for each matter."""

    phase: str
    life: str
    objection: str
    member: str
    person: str
    withdrawal: str


@frozen
class Place:
    """A state, with one history that leads there."""

    state: State
    events: tuple[Event, ...] = field(eq=False)
    day: date = field(eq=False)


def end(on: date) -> Event:
    """Return a revocation for an accident that the bureau has attested."""
    return imposed(on=on, grounds=("art11.item5",))


def made(on: date) -> Iterator[tuple[str, Event]]:
    """Return for every row of the table an act that is in order on a day."""
    m: dict[str, Any] = {"on": on, "change": "m"}
    p: dict[str, Any] = {"on": on, "change": "p"}
    signed = EVERYBODY | {JOINING.key}
    yield "call", call(on=on, year=on.year)
    yield "file", filed(on=on)
    yield "review", reviewed(on=on)
    yield "decline", declined(on=on)
    yield "forward", forwarded(on=on)
    yield "expert_review", defended(on=on)
    yield "publicise", publicised(on=on, last=on + PUBLICITY)
    yield "object", objected(on=on)
    yield "decide_objection", settled(on=on)
    yield "decide_objection", settled(on=on, upheld=True)
    yield "approve", approved(on=on)
    yield "refuse", refused(on=on)
    yield "withdraw_application", taken_back(on=on)
    yield "inspect", Inspected(on=on, by="滨海新区科技主管部门")
    yield "revoke", end(on)
    yield "request_withdrawal", asked(on=on, signatories=signed)
    yield "report_withdrawal", handed_in(on=on)
    yield "review_withdrawal", examined(on=on)
    yield "decline_withdrawal", examined(on=on, agreed=False)
    yield "revoke_on_request", revoked(on=on)
    yield "report_exit", reported(ChangeKind.MEMBER_EXIT, **m)
    yield "report_rename", reported(ChangeKind.MEMBER_RENAME, **m)
    yield "report_join", reported(ChangeKind.MEMBER_JOIN, **m)
    yield "report_other_change", reported(ChangeKind.MEMBER_OTHER, **m)
    yield "report_principal", reported(ChangeKind.LEAD_PRINCIPAL, **p)
    yield "report_technologist", reported(ChangeKind.CHIEF_TECHNOLOGIST, **p)
    yield "report_other_person", reported(ChangeKind.PERSON_OTHER, **p)
    for path, of in (("member_change", m), ("personnel_change", p)):
        yield f"approve_{path}", change_approved(**of)
        yield f"refuse_{path}", change_refused(**of)
        yield f"execute_{path}", executed(**of)


def objection(events: Iterable[Event]) -> str:
    """Return how the one objection stands, and whether it was raised too early or too late."""
    found, last = START, date.min
    for event in events:
        if isinstance(event, Publicised):
            last = event.last or date.max
        elif isinstance(event, ObjectionRaised):
            found = "open" if event.on <= last else "open out of time"
        elif isinstance(event, ObjectionDecided):
            found = found.replace("open", "upheld" if event.upheld else "rejected")
    return found


def state_of(consortium: Consortium) -> State:
    """Return where a consortium stands on its day."""
    progress, day = progress_of(POLICY, consortium), consortium.on
    stages = [progress.stage(matter).at(day) for matter in ("", "change:m", "change:p", "ending")]
    own, member, person, withdrawal = stages
    raised = objection(consortium.events)
    if consortium.phase is not Phase.PROPOSED and raised != START:
        raised = "open" if "open" in raised else "decided"
    return State(consortium.phase.value, own, raised, member, person, withdrawal)


def onward(place: Place) -> Iterator[tuple[str, Place]]:
    """Return every act that may follow, and where it leads."""
    on = place.day + timedelta(days=1)
    consortium = replay(life(place.events), on)
    for name, act in made(on):
        if isinstance(decide(POLICY, consortium, act, on, GIVEN), Granted):
            yield name, _at((*place.events, act), on)
    last = next((e.last for e in place.events if isinstance(e, Publicised)), None)
    if place.state.life == "in_publicity" and last is not None:
        yield "time passes", _at(place.events, last + timedelta(days=1))


def _at(events: tuple[Event, ...], on: date) -> Place:
    return Place(state_of(replay(life(events), on)), events, on)


@frozen
class Walk:
    """What a walk has found: every state, and for each what may follow."""

    places: dict[State, Place]
    edges: dict[State, set[tuple[str, State]]]

    @property
    def taken(self) -> set[str]:
        """The rows that could be taken somewhere."""
        return {name for onward in self.edges.values() for name, _ in onward}

    def reach(self, goal: set[State]) -> set[State]:
        """Return the states from which one of the goal can be come to."""
        back: dict[State, set[State]] = {}
        for state, onward in self.edges.items():
            for _, there in onward:
                back.setdefault(there, set()).add(state)
        found, queue = set(goal), deque(goal)
        while queue:
            for before in back.get(queue.popleft(), set()) - found:
                found.add(before)
                queue.append(before)
        return found


@functools.cache
def walked() -> Walk:
    """Walk the table breadth first, from nothing to wherever an act leads."""
    start = _at((), BEGIN - timedelta(days=1))
    places: dict[State, Place] = {start.state: start}
    edges: dict[State, set[tuple[str, State]]] = {}
    queue = deque([start])
    while queue:
        place = queue.popleft()
        follows = set()
        for name, there in onward(place):
            follows.add((name, there.state))
            if there.state not in places:
                places[there.state] = there
                queue.append(there)
        edges[place.state] = follows
    return Walk(places, edges)


def later(place: Place, event: Event) -> State:
    """Return the state after something was recorded the day after."""
    return _at((*place.events, event), event.on).state


@frozen(order=True)
class Apart:
    """Where a matter of its own stands: the phase, its stage, and the stages gone through."""

    phase: str
    stage: str
    gone_through: tuple[str, ...] = ()


@frozen
class WalkApart:
    """What a walk of one path has found."""

    places: dict[Apart, tuple[Event, ...]]
    edges: dict[Apart, set[tuple[str, Apart]]]

    @property
    def taken(self) -> set[str]:
        """The rows that could be taken somewhere."""
        return {name for onward in self.edges.values() for name, _ in onward}


def made_apart(path: str, on: date) -> Iterator[tuple[str, Event]]:
    """Return for every row of a path of its own an act that is in order on a day."""
    y: dict[str, Any] = {"on": on, "year": 2027}
    acts: dict[str, list[tuple[str, Event]]] = {
        "evaluation_notice": [("call_evaluation", noticed(**y))],
        "evaluation": [
            ("select_for_evaluation", selected(**y)),
            ("leave_to_self_evaluation", left_to_itself(**y)),
            ("submit_materials", submitted(**y)),
            *(("go_through_stage", staged(stage, **y)) for stage in STAGES),
            ("confirm_result", confirmed(**y)),
            ("notify_result", notified(**y)),
            ("correct_result", corrected("good", **y)),
            ("annul_result", annulled(**y)),
            ("evaluate_itself", self_evaluated(**y)),
            ("file_self_report", self_reported(**y)),
        ],
        "project_call": [("call_for_projects", projects_called(**y))],
        "project": [
            ("prereview_project", prereviewed(on=on)),
            ("prereview_application", prereviewed(on=on)),
            ("apply_for_project", project_applied(on=on)),
            ("grant_project", project_decided(on=on)),
            ("decline_project", project_decided(on=on, granted=False)),
            ("fund_project", project_funded(on=on, amount=Decimal(1))),
        ],
    }
    yield from acts[path]
    yield "revoke", end(on)


#: Paths of their own, each with its matter and what has happened before.
APART: dict[str, tuple[str, tuple[Event, ...]]] = {
    "evaluation_notice": ("evaluation_notice:2027", FORMED),
    "evaluation": ("evaluation:2027", FORMED),
    "project_call": ("project_call:2027", FORMED),
    "project": ("project:P1", NOTIFIED),
}


@functools.cache
def apart(path: str) -> WalkApart:
    """Walk one path beside a recognised consortium, until nothing new is come to."""
    matter, before = APART[path]

    def stand(events: tuple[Event, ...], on: date) -> Apart:
        consortium = replay(life(events), on)
        stage = progress_of(POLICY, consortium).stage(matter).at(on)
        gone = {e.stage or "" for e in events if isinstance(e, EvaluationStaged)} & {*STAGES}
        there = tuple(sorted(gone)) if stage == "in_evaluation" else ()
        return Apart(consortium.phase.value, stage, there)

    on = date(2028, 6, 1)
    start = stand(before, on)
    places, queue = {start: before}, deque([(start, before, on)])
    edges: dict[Apart, set[tuple[str, Apart]]] = {}
    while queue:
        state, events, day = queue.popleft()
        after = day + timedelta(days=1)
        consortium = replay(life(events), after)
        edges[state] = set()
        for name, act in made_apart(path, after):
            decision = decide(POLICY, consortium, act, after, GIVEN)
            if isinstance(decision, Granted) and decision.report.inquiry == name:
                more = (*events, act)
                there = stand(more, after)
                edges[state].add((name, there))
                if there not in places:
                    places[there] = more
                    queue.append((there, more, after))
    return WalkApart(places, edges)


@pytest.mark.parametrize(
    ("path", "states", "ways"),
    [
        ("evaluation_notice", 2, 2),
        ("evaluation", 15, 30),
        ("project_call", 2, 2),
        ("project", 5, 8),
    ],
)
def test_the_number_of_states_of_a_matter_of_its_own(path: str, states: int, ways: int) -> None:
    """As many once it is revoked, wherever the matter stood; each may be overtaken by that.

    Of an evaluation: nothing, selected, handed in, seven sets of stages, confirmed, notified; left
    to itself, evaluated, filed. Of a project: nothing, reviewed, applied for, granted, declined.
    """
    walk = apart(path)
    assert Counter(s.phase for s in walk.places) == {"recognised": states, "ended": states}
    live = {s: onward for s, onward in walk.edges.items() if s.phase == "recognised"}
    revoked_from = {s for s, onward in live.items() if "revoke" in {name for name, _ in onward}}
    assert len(revoked_from) == states
    assert sum(name != "revoke" for onward in live.values() for name, _ in onward) == ways


def test_after_the_end_only_a_wrong_result_is_set_right() -> None:
    """Corrected or annulled; nothing else of a year or a project goes on."""
    for path in APART:
        walk = apart(path)
        acts = {n for s, onward in walk.edges.items() if s.phase == "ended" for n, _ in onward}
        assert acts == ({"correct_result", "annul_result"} if path == "evaluation" else set())


def test_a_result_is_come_to_through_everything_before_it() -> None:
    """Notified only after the confirmation, confirmed only with all three stages."""
    edges = apart("evaluation").edges
    ways = {
        (name, before.stage, before.gone_through)
        for before, onward in edges.items()
        for name, _ in onward
        if name in ("confirm_result", "notify_result")
    }
    assert ways == {
        ("confirm_result", "in_evaluation", tuple(sorted(STAGES))),
        ("notify_result", "result_confirmed", ()),
    }


def test_where_the_other_matters_stand_makes_no_difference() -> None:
    """Whatever changes and requests are under way, a year, its notice and a call may begin."""
    for state, place in walked().places.items():
        if state.phase == "recognised" and state.objection == START:
            on = place.day + timedelta(days=1)
            consortium = replay(life(place.events), on)
            for act in (noticed(on=on), selected(on=on), projects_called(on=on)):
                assert isinstance(decide(POLICY, consortium, act, on, GIVEN), Granted)


# --- the consortium's own life, objections, changes and requests ----------------------------------


def test_the_number_of_states() -> None:
    """How many states there are in each phase, and how many ways lead on from them.

    Before publicity seven stages with no objection or one out of time, open, rejected or upheld;
    in it and after it three more, of one in time. Then three stages of an objection, five of each
    change and five of a request side by side, and as many once it is revoked for cause.
    """
    walk = walked()
    phases = Counter(state.phase for state in walk.places)
    assert phases == {
        "proposed": 7 * 4 + 2 * 7,
        "dismissed": 2 * 3,
        "recognised": 3 * 5 * 5 * 5,
        "ended": 3 * 5 * 5 * 5 + 3 * 5 * 5,
    }
    assert (len(walk.places), sum(map(len, walk.edges.values()))) == (873, 2972)


def test_every_row_of_the_table_can_be_taken() -> None:
    """No step is there in vain."""
    taken = walked().taken.union(*(apart(path).taken for path in APART))
    assert taken - {"time passes"} == {step.name for step in POLICY.rows}


def test_every_stage_of_the_table_can_be_come_to() -> None:
    """No stage is unreachable, on any path; that an inspection was made is one of them."""
    stages = {(s.path, name) for s in POLICY.rows for name in (s.to, s.then, *s.after) if name}
    found = {("inspection", START), ("inspection", "inspected")}
    found |= {(path, state.stage) for path in APART for state in apart(path).places}
    for place in walked().places.values():
        progress = progress_of(POLICY, replay(life(place.events), place.day))
        for matter in ("", "objection:o1", "change:m", "change:p", "ending"):
            stage = progress.stage(matter)
            found.add((stage.path, stage.at(place.day)))
    begun = {("", START), *((s.path, START) for s in POLICY.rows)}
    assert stages - begun - found == set()


def test_only_what_is_over_is_a_dead_end() -> None:
    """In every live state something may be done, and once it is over nothing is."""
    walk = walked()
    stuck = {state for state, onward in walk.edges.items() if not onward}
    assert stuck == {state for state in walk.places if state.phase in OVER}


def test_from_every_live_state_it_can_come_to_an_end() -> None:
    """Whatever has happened, some way leads out of it."""
    walk = walked()
    over = {state for state in walk.places if state.phase in OVER}
    assert set(walk.places) == walk.reach(over)


@pytest.mark.parametrize("matter", DONE)
def test_no_matter_is_stuck_while_the_consortium_lives(matter: str) -> None:
    """What is open can be brought to its end, and no end of the consortium is needed for it."""
    walk = walked()
    there = {s for s in walk.places if s.phase in LIVE or s.withdrawal == "revoked"}
    alive = {s: {(name, to) for name, to in walk.edges[s] if to in there} for s in there}
    within = Walk({s: walk.places[s] for s in there}, alive)
    done = {state for state in there if getattr(state, matter) in DONE[matter]}
    assert {state for state in there if state.phase in LIVE} <= within.reach(done)


def test_the_status_is_come_to_by_one_row() -> None:
    """Recognised through the approval, from publicity that is over, and from nowhere else."""
    ways = {
        (name, before.life, before.objection)
        for before, onward in walked().edges.items()
        for name, after in onward
        if before.phase == "proposed" and after.phase == "recognised"
    }
    assert {(name, where) for name, where, _ in ways} == {("approve", "publicity_over")}
    assert {raised for _, _, raised in ways} == {
        START,
        "rejected",
        "open out of time",
        "rejected out of time",
        "upheld out of time",
    }


def test_the_status_is_lost_by_two_rows() -> None:
    """Imposed from wherever it stands, on request after the review that agrees."""
    ways: dict[str, set[str]] = {}
    for before, onward in walked().edges.items():
        for name, after in onward:
            if before.phase == "recognised" and after.phase == "ended":
                ways.setdefault(name, set()).add(before.withdrawal)
    assert ways == {
        "revoke": {
            START,
            "withdrawal_requested",
            "withdrawal_reported",
            "withdrawal_reviewed",
            "withdrawal_declined",
        },
        "revoke_on_request": {"withdrawal_reviewed"},
    }


def test_nothing_changes_hands_before_there_is_a_consortium() -> None:
    """No change and no request begins before the approval, nor goes on after the end."""
    walk = walked()
    before = {s for s in walk.places if s.phase in ("proposed", "dismissed")}
    assert {(s.member, s.person, s.withdrawal) for s in before} == {(START, START, START)}
    assert all(not walk.edges[s] for s in walk.places if s.phase == "ended")


def of(**wanted: Any) -> set[State]:
    """Return the states of which this is true: a word, or one of several."""
    return {
        s
        for s in walked().places
        if all(
            getattr(s, name) in (words if isinstance(words, tuple) else (words,))
            for name, words in wanted.items()
        )
    }


BEFORE_PUBLICITY = (
    START,
    "called",
    "filed",
    "district_reviewed",
    "blocked_at_district",
    "forwarded",
    "expert_reviewed",
)
OPEN = ("open", "open out of time")


def test_an_objection_to_what_is_not_public_yet() -> None:
    """The text does not say from when one may object, nor does the table: twenty-one states.

    From before the call to after the expert review it may be raised and decided; it is out of time
    then, and stays so when the list is made public.
    """
    early = {s for s in of(life=BEFORE_PUBLICITY) if s.objection != START}
    assert Counter(s.life for s in early) == dict.fromkeys(BEFORE_PUBLICITY, 3)
    assert {s.objection for s in early} == {
        *("open out of time", "rejected out of time", "upheld out of time")
    }


def test_a_consortium_approved_over_an_objection_that_nobody_has_decided() -> None:
    """Out of time it blocks nothing, and it lives on beside the consortium until it is decided."""
    ways = {
        before.objection
        for before, onward in walked().edges.items()
        for name, after in onward
        if name == "approve" and after.objection == "open"
    }
    assert ways == {"open out of time"}
    assert of(phase="recognised", life="active", objection="open")


def test_a_consortium_approved_over_an_objection_that_was_upheld() -> None:
    """Upheld, but raised out of time: a note, where one raised in time ends the way to approval."""
    after = walked().edges
    over = of(phase="proposed", life="publicity_over")
    approvable = {s.objection for s in over if "approve" in {name for name, _ in after[s]}}
    assert {s.objection for s in over} - approvable == {"open", "upheld"}
    assert "upheld out of time" in approvable
    upheld = of(phase="proposed", life="publicity_over", objection="upheld")
    assert {name for s in upheld for name, _ in after[s]} == {"refuse", "withdraw_application"}


def test_publicity_begun_over_an_objection_and_an_application_refused_with_one_open() -> None:
    """An objection ends nothing by itself, and no end waits for it."""
    assert of(phase="proposed", life="in_publicity", objection=OPEN)
    assert {s.objection for s in of(phase="dismissed")} & set(OPEN)


def test_a_blocked_application_goes_nowhere_but_on_or_out() -> None:
    """Not recommended it may still be recommended, refused or taken back; nobody forwards it."""
    blocked = of(life="blocked_at_district")
    acts = {name for s in blocked for name, _ in walked().edges[s]}
    assert acts - {"object", "decide_objection"} == {
        *("review", "refuse", "withdraw_application"),
    }


def test_what_is_pending_when_it_ends_is_pending_for_ever() -> None:
    """A change reported or approved, a request under way: the end leaves each where it stands."""
    ended = of(phase="ended")
    open_changes = {s.member for s in ended} | {s.person for s in ended}
    assert open_changes == {
        *(START, "change_reported", "change_approved", "change_refused", "change_executed"),
    }
    assert {s.withdrawal for s in ended} == {
        *(START, "withdrawal_requested", "withdrawal_reported", "withdrawal_reviewed"),
        *("withdrawal_declined", "revoked"),
    }


def test_a_revocation_for_cause_overtakes_a_request_that_was_already_granted() -> None:
    """Reviewed and agreed to, it may still be imposed: then the request stays reviewed."""
    overtaken = of(phase="ended", withdrawal="withdrawal_reviewed")
    assert overtaken
    before = of(phase="recognised", withdrawal="withdrawal_reviewed")
    assert {name for s in before for name, _ in walked().edges[s]} >= {
        *("revoke", "revoke_on_request"),
    }


def test_a_change_may_be_begun_on_the_eve_of_the_end_and_be_executed_after_a_request() -> None:
    """No matter waits for another: every pair of their stages occurs."""
    there = of(phase="recognised")
    pairs = {(s.member, s.withdrawal) for s in there}
    members, withdrawals = {s.member for s in there}, {s.withdrawal for s in there}
    assert len(pairs) == len(members) * len(withdrawals)


#: Acts of the wrong one, or unlawful otherwise, each with what came before and the lawful act.
WRONG: dict[str, tuple[tuple[Event, ...], Event, Event]] = {
    "reviewed by another district": (FILED, reviewed(by="河东区科技主管部门"), reviewed()),
    "forwarded by another district": (REVIEWED, forwarded(by="河东区科技主管部门"), forwarded()),
    "reviewed on paper": (FORWARDED, defended(mode=ReviewMode.WRITTEN), defended()),
    "made public by a media company": (DEFENDED, publicised(by="某传媒公司"), publicised()),
    "an objection decided by the applicant": (
        (*PUBLIC, objected()),
        settled(by=LEAD.name),
        settled(),
    ),
    "a change approved by the lead": (
        (*FORMED, reported(ChangeKind.MEMBER_EXIT)),
        change_approved(by=LEAD.name),
        change_approved(),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_act_that_was_recorded_stands_in_the_way_of_the_right_one(name: str) -> None:
    """A stage nobody would expect: the table knows that it was done, not by whom.

    Nothing follows from the wrong act, and the right one is refused for its order alone; recorded
    all the same, or once the wrong one is corrected away, it counts.
    """
    before, wrong, right = WRONG[name]
    assert stands(before, wrong) == "refused"
    stuck = decided((*before, wrong), right)
    assert (verdict(stuck), {n for _, n in because(stuck)}) == ("refused", {"step_order"})
    away = Corrected(on=wrong.on, of="w")
    assert stands((*before, evolve(wrong, id="w"), away), right) == "granted"


NEXT: dict[str, Event] = {
    "reviewed by another district": forwarded(),
    "made public by a media company": approved(),
    "an objection decided by the applicant": approved(),
    "a change approved by the lead": executed(),
}


@pytest.mark.parametrize("name", NEXT)
def test_the_right_act_counts_whatever_wrong_one_stands_beside_it(name: str) -> None:
    """What follows is refused after the wrong act alone, granted once the right one is there."""
    before, wrong, right = WRONG[name]
    act = NEXT[name]
    assert stands((*before, wrong), act) == "refused"
    assert stands((*before, wrong, right), act) == "granted"
    assert stands((*before, right, wrong), act) == "granted"


def test_a_request_once_made_is_not_taken_back() -> None:
    """The text has no such step: it ends in a document, in being declined, or in a revocation."""
    ways: dict[str, set[str]] = {}
    for before, onward in walked().edges.items():
        for _, after in onward:
            if before.withdrawal != after.withdrawal:
                ways.setdefault(before.withdrawal, set()).add(after.withdrawal)
    assert ways == {
        START: {"withdrawal_requested"},
        "withdrawal_requested": {"withdrawal_reported"},
        "withdrawal_reported": {"withdrawal_reviewed", "withdrawal_declined"},
        "withdrawal_reviewed": {"revoked"},
        "withdrawal_declined": {"withdrawal_requested"},
    }


def test_set_aside_an_end_leads_back_to_a_state_there_was() -> None:
    """E14: back to where it stood, with no request left if it had ended on request."""
    walk = walked()
    for state, place in walk.places.items():
        if state.phase == "ended":
            after = later(place, EndSetAside(on=place.day + timedelta(days=1)))
            asked_for = state.withdrawal == "revoked"
            withdrawal = START if asked_for else state.withdrawal
            assert after == evolve(state, phase="recognised", life="active", withdrawal=withdrawal)
            assert after in walk.places


def test_set_aside_a_recognition_is_the_end_of_it() -> None:
    """Annulled, wherever it stood: no act of the table is possible any more."""
    for state, place in walked().places.items():
        if state.phase == "recognised" and state.objection == START:
            on = place.day + timedelta(days=1)
            annulled = _at((*place.events, RecognitionSetAside(on=on)), on)
            assert annulled.state == evolve(state, phase="annulled")
            assert list(onward(annulled)) == []
