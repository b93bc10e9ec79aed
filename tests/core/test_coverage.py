"""Whom to evaluate in which year, so that a cycle leaves nobody out; and who cannot be covered."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.filings import FIRST
from tests.toy_coverage import CYCLICAL, MEASURES, assigned, done, ended, life, recognised
from tests.toy_filing import FILING

from innov_consortium.core.attestations import Interpretation, Listing
from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.clauses import fact
from innov_consortium.core.coverage import plan_coverage
from innov_consortium.core.cycles import CoveragePlan, Cycle, CycleState, CycleYear, stated_years
from innov_consortium.core.events import EndSetAside, EvaluationMode, Event, ResultAnnulled
from innov_consortium.core.history import History
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.sources import ForceInTime
from innov_consortium.errors import InvalidInputError, MalformedPolicyError

CYCLE = Cycle(2026, 3)
_NOTHING = Surroundings()
EARLY = recognised(date(2025, 6, 1))
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)


@fact
def first_years(cycle_from: int | None) -> tuple[int, ...]:
    """周期的起始年度，算作经专家评价的年份。"""
    return () if cycle_from is None else (cycle_from,)


@fact
def listed_years(listings: tuple[Listing, ...]) -> tuple[int, ...]:
    """列入名录的年份，算作经专家评价的年份。"""
    return tuple(listing.first.year for listing in listings)


def plan(*histories: History, on: date = date(2026, 2, 1), **more: Any) -> CoveragePlan:
    return plan_coverage(MEASURES, histories, CYCLE, on=on, **more)


def lives(*names: str) -> tuple[History, ...]:
    return tuple(life(name, EARLY) for name in names)


class TestCycle:
    """The years within which everybody is to be evaluated."""

    def test_its_years_and_its_days(self) -> None:
        """Both ends are in it; the years before and after are not."""
        assert [year in CYCLE for year in (2025, 2026, 2028, 2029)] == [False, True, True, False]
        assert (list(CYCLE), CYCLE.last) == ([2026, 2027, 2028], 2028)
        assert (CYCLE.first_day, CYCLE.last_day) == (date(2026, 1, 1), date(2028, 12, 31))
        assert list(Cycle(9999, 1)) == [9999]

    @pytest.mark.parametrize(
        ("first", "years", "paths"),
        [
            (0, 3, ["first"]),
            (10000, 3, ["first"]),
            (0, 0, ["first", "years"]),
            (2026, -1, ["years"]),
            (9998, 3, ["years"]),
            ("2026", True, ["first", "years"]),
        ],
    )
    def test_what_is_no_cycle_is_refused(self, first: Any, years: Any, paths: list[str]) -> None:
        """All that is wrong with it at once."""
        with pytest.raises(InvalidInputError) as caught:
            Cycle(first, years)
        assert [fault.path for fault in caught.value.faults] == paths

    def test_how_many_years_it_has_may_stand_in_the_text(self) -> None:
        """With the provision that says so; another text states no such figure."""
        number = stated_years(MEASURES)
        assert number is not None
        assert (number.value, number.provision) == (2, "art5.s1")
        assert stated_years(FILING) is None


class TestHowTheyStand:
    """Who is due, who is not, who is covered, of whom that cannot be said, who is left out."""

    @pytest.mark.parametrize(
        ("since", "state"),
        [
            (date(2025, 12, 31), CycleState.DUE),
            (date(2026, 1, 1), CycleState.DUE),
            (date(2026, 1, 2), CycleState.NOT_DUE),
        ],
    )
    def test_due_is_who_is_there_from_the_first_day(self, since: date, state: CycleState) -> None:
        """The day before, the day, the day after; who came later may be selected but need not."""
        found = plan(life("A", recognised(since)))
        (entry,) = found.consortia
        assert (entry.state, entry.recognised_on) == (state, since)
        assert found.select_now == (("A",) if state is CycleState.DUE else ())
        assert (found.due, found.not_due) == (
            (("A",), ()) if state is CycleState.DUE else ((), ("A",))
        )

    @pytest.mark.parametrize(
        ("year", "covered"), [(2025, False), (2026, True), (2028, True), (2029, False)]
    )
    def test_covered_is_who_has_a_result_for_a_year_of_the_cycle(
        self, year: int, *, covered: bool
    ) -> None:
        """The years before, within and after it; the years of the cycle are told."""
        found = plan(life("A", EARLY, assigned(year), done(year)), on=date(2030, 1, 1))
        assert found.covered == ({"A": (year,)} if covered else {})
        assert found.due == (() if covered else ("A",))
        assert found.consortia[0].evaluated == (year,)

    def test_a_result_counts_from_the_day_it_is_notified(self) -> None:
        """The day before it is awaited, on the day it covers."""
        history = life("A", EARLY, assigned(2026), done(2026))
        before = plan(history, on=date(2026, 10, 31))
        after = plan(history, on=date(2026, 11, 1))
        assert (before.covered, before.select_now) == ({}, ("A",))
        assert (after.covered, after.select_now) == ({"A": (2026,)}, ())

    def test_where_the_policy_cannot_say_nobody_is_called_covered_or_due(self) -> None:
        """It is proposed for no year, and no shortfall either."""
        found = plan(life("A", EARLY, done(2026, grade=None)), on=date(2027, 2, 1), capacity=0)
        assert [e.consortium for e in found.at(CycleState.UNKNOWN)] == ["A"]
        assert found.consortia[0].evaluated is None
        assert (found.due, found.covered, found.shortfall, found.select_now) == ((), {}, (), ())

    def test_who_is_not_recognised_is_left_out_with_the_reason(self) -> None:
        """Not yet, and no longer; an end that is set aside leaves nobody out."""
        end = date(2027, 5, 1)
        found = plan(
            life("A"),
            life("B", EARLY, ended(end)),
            life("C", EARLY, ended(end), EndSetAside(on=date(2027, 6, 1))),
            on=date(2027, 7, 1),
        )
        told = [(e.consortium, e.phase, e.ended_on) for e in found.at(CycleState.LEFT_OUT)]
        assert told == [("B", Phase.ENDED, end), ("A", Phase.PROPOSED, None)]
        assert found.due == ("C",)

    @pytest.mark.parametrize(
        ("end", "state"),
        [
            (date(2028, 12, 31), CycleState.LEFT_OUT),
            (date(2029, 1, 1), CycleState.DUE),
            (date(2029, 1, 2), CycleState.DUE),
        ],
    )
    def test_after_the_cycle_its_last_day_counts(self, end: date, state: CycleState) -> None:
        """Who ended on it was not there to the end; who ended later was, and was not covered."""
        found = plan(life("A", EARLY, ended(end)), on=date(2029, 3, 1))
        assert found.consortia[0].state is state
        assert found.shortfall == (("A",) if state is CycleState.DUE else ())

    def test_after_the_cycle_what_was_recorded_late_counts_once_it_is_recorded(self) -> None:
        """An end in the last year that is recorded in the next: the day before, the day."""
        late = evolve(ended(date(2028, 12, 1)), recorded_on=date(2029, 2, 10))
        found = [plan(life("A", EARLY, late), on=date(2029, 2, n)) for n in (9, 10)]
        assert [one.shortfall for one in found] == [("A",), ()]


class TestTheProposal:
    """Whom to select now and whom later."""

    def test_first_who_was_never_evaluated_then_who_has_waited_longest(self) -> None:
        """Then who was recognised first, then by id; later years come later in the order."""
        old, new = recognised(date(2022, 1, 1)), recognised(date(2023, 1, 1))
        found = plan(
            life("A", old, done(2024)),
            life("B", old, done(2023), done(2022)),
            life("C", new),
            life("E", old),
            life("D", old),
            life("F", old, done(2022)),
        )
        assert found.due == ("D", "E", "C", "F", "B", "A")
        assert found.select_now == ("D", "E")
        assert found.later == {2027: ("C", "F"), 2028: ("B", "A")}
        assert found.shortfall == ()

    @pytest.mark.parametrize(
        ("number", "spread"), [(0, [0, 0, 0]), (1, [1, 0, 0]), (5, [2, 2, 1]), (6, [2, 2, 2])]
    )
    def test_the_years_left_take_equally_many(self, number: int, spread: list[int]) -> None:
        """Earlier years the odd ones; a year may have nobody."""
        found = plan(*lives(*"ABCDEF"[:number]))
        assert [len(year.consortia) for year in found.years] == spread

    @pytest.mark.parametrize(
        ("on", "years"),
        [
            (date(2025, 12, 31), [2026, 2027, 2028]),
            (date(2026, 12, 31), [2026, 2027, 2028]),
            (date(2027, 1, 1), [2027, 2028]),
            (date(2028, 12, 31), [2028]),
            (date(2029, 1, 1), []),
        ],
    )
    def test_what_earlier_years_could_have_taken_is_gone(self, on: date, years: list[int]) -> None:
        """Before the cycle nothing is selected now; after it whoever is due is a shortfall."""
        found = plan(*lives("A", "B", "C"), on=on)
        assert [year.year for year in found.years] == years
        assert len(found.select_now) == (on.year in CYCLE) * -(-3 // max(len(years), 1))
        assert found.shortfall == (() if years else ("A", "B", "C"))

    @pytest.mark.parametrize(
        ("capacity", "spread", "shortfall"),
        [
            (0, [0, 0, 0], 5),
            (1, [1, 1, 1], 2),
            (2, [2, 2, 1], 0),
            ({2026: 0}, [0, 3, 2], 0),
            ({2026: 1, 2027: 0, 2028: 3}, [1, 0, 3], 1),
            ({}, [2, 2, 1], 0),
            (None, [2, 2, 1], 0),
        ],
    )
    def test_no_year_takes_more_than_its_capacity(
        self, capacity: Any, spread: list[int], shortfall: int
    ) -> None:
        """What a year cannot take another does; what none can is the shortfall, last in order."""
        found = plan(*lives(*"ABCDE"), capacity=capacity)
        assert [len(year.proposed) for year in found.years] == spread
        assert found.shortfall == tuple("ABCDE"[5 - shortfall :])

    def test_who_is_selected_already_comes_first_and_takes_its_place(self) -> None:
        """Due or not, covered or not; who ended takes none."""
        found = plan(
            life("C", EARLY, assigned(2027)),
            life("N", recognised(date(2026, 5, 1)), assigned(2027)),
            life("P", EARLY, done(2026), assigned(2027)),
            life("R", EARLY, done(2027, on=date(2027, 3, 15))),
            life("X", EARLY, assigned(2027), ended(date(2027, 3, 5))),
            *lives("A", "B"),
            on=date(2027, 4, 1),
            capacity=5,
        )
        now = found.years[0]
        assert (now.selected, now.proposed, now.done, now.capacity) == (("C", "N", "P"), (), 1, 5)
        assert found.select_now == ("C", "N", "P")
        assert found.later == {2028: ("A", "B")}
        assert found.covered == {"P": (2026,), "R": (2027,)}

    def test_selecting_too_many_is_left_as_it_is(self) -> None:
        """Nothing is proposed beside them."""
        selected = [life(name, EARLY, assigned(2026)) for name in "BCD"]
        found = plan(*selected, *lives("A"), on=date(2026, 4, 1), capacity={2026: 2, 2027: 0})
        assert [year.consortia for year in found.years] == [("B", "C", "D"), (), ("A",)]

    def test_who_is_left_to_evaluate_itself_is_not_selected(self) -> None:
        """Nor who was selected and then was not, nor who was under an earlier text."""
        alone = EvaluationMode.SELF
        found = plan(
            life("A", EARLY, assigned(2026), assigned(2026, on=date(2026, 3, 2), mode=alone)),
            life("B", EARLY, assigned(2026, mode=None)),
            life("C", EARLY, assigned(2026, under="旧办法")),
            on=date(2026, 4, 1),
        )
        assert [year.selected for year in found.years] == [(), (), ()]
        assert [year.proposed for year in found.years] == [("A",), ("B",), ("C",)]

    def test_who_was_selected_for_a_year_that_is_over_is_awaited(self) -> None:
        """Nobody is evaluated twice for a result that is late; after the cycle, too."""
        history = life("A", EARLY, assigned(2026))
        for on in (date(2027, 1, 1), date(2029, 1, 1)):
            found = plan(history, on=on, capacity=0)
            assert (found.awaited, found.select_now, found.shortfall) == (("A",), (), ())
        again = life("A", EARLY, assigned(2026), assigned(2027))
        found = plan(again, on=date(2027, 4, 1))
        assert (found.awaited, found.select_now) == ((), ("A",))

    @pytest.mark.parametrize(("year", "awaited"), [(2025, ()), (2026, ("A",))])
    def test_a_selection_for_another_cycle_is_none_for_this_one(
        self, year: int, awaited: tuple[str, ...]
    ) -> None:
        """The last year before the cycle, and its first."""
        found = plan(life("A", EARLY, assigned(year)), on=date(2027, 2, 1))
        assert found.awaited == awaited
        assert found.select_now == (() if awaited else ("A",))

    def test_who_is_selected_for_a_later_year_stands_there(self) -> None:
        """And is not proposed for this one."""
        history = life("A", EARLY, assigned(2028, on=date(2026, 2, 1)))
        found = plan(history, *lives("B", "C", "D"), on=date(2026, 4, 1), capacity=1)
        assert found.later == {2027: ("C",), 2028: ("A",)}
        assert (found.select_now, found.shortfall) == (("B",), ("D",))

    def test_a_result_takes_its_place_in_the_year_although_nobody_said_who_evaluates(self) -> None:
        """A consortium's word on itself is notified by nobody, and takes none."""
        told = (
            (life("A", EARLY, done(2026)), 1),
            (life("A", EARLY, assigned(2026, mode=None), done(2026)), 1),
            (life("A", EARLY, assigned(2026, mode=EvaluationMode.SELF), done(2026)), 0),
        )
        for history, number in told:
            assert plan(history, on=date(2026, 12, 1)).years[0].done == number

    def test_an_annulled_result_covers_nobody(self) -> None:
        """It took its place in the year all the same, and is not awaited any more."""
        gone = ResultAnnulled(on=date(2026, 12, 1), year=2026)
        history = life("A", EARLY, assigned(2026), done(2026), gone)
        assert plan(history, on=date(2026, 11, 30)).covered == {"A": (2026,)}
        found = plan(history, on=date(2026, 12, 1), capacity=1)
        assert (found.years[0].done, found.later) == (1, {2027: ("A",), 2028: ()})
        assert found.awaited == ()


class TestTheText:
    """In force or not, read officially, without the fact that is wanted."""

    def test_no_year_is_left_that_begins_after_the_text_has_expired(self) -> None:
        """The last day, and the day after: what is left of a year is looked at."""
        history = life("A", recognised(date(2028, 1, 1)))
        planned = [
            plan_coverage(MEASURES, [history], Cycle(2029, 3), on=on)
            for on in (date(2029, 2, 1), date(2030, 4, 10), date(2030, 4, 11))
        ]
        assert [[y.year for y in p.years] for p in planned] == [[2029, 2030], [2030], []]
        assert [p.shortfall for p in planned] == [(), (), ("A",)]
        assert [p.in_force for p in planned] == [
            ForceInTime.IN_FORCE,
            ForceInTime.IN_FORCE,
            ForceInTime.EXPIRED,
        ]

    def test_who_was_selected_in_the_year_in_which_the_text_expired_is_awaited(self) -> None:
        """It is no shortfall yet."""
        history = life("A", recognised(date(2028, 1, 1)), assigned(2030))
        found = plan_coverage(MEASURES, [history], Cycle(2029, 3), on=date(2030, 5, 1))
        assert (found.awaited, found.shortfall) == (("A",), ())

    def test_publication_unknown_is_said_and_planned_all_the_same(self) -> None:
        """As every other answer."""
        found = plan_coverage(CYCLICAL, lives("A"), CYCLE, on=date(2026, 2, 1))
        assert (found.in_force, found.select_now) == (ForceInTime.UNKNOWN, ("A",))

    def test_an_official_interpretation_holds_for_all_whoever_brings_it(self) -> None:
        """From its day on; the policy of the plan is read accordingly."""
        day = date(2026, 4, 1)
        word = Interpretation(reading="evaluated_when", option="selected", by="备案办", on=day)
        around = Surroundings(interpretations=(word,))
        first, second = (life(name, EARLY, assigned(2026)) for name in "AB")
        brings = Dossier(history=first, interpretations=(word,))
        brought: list[tuple[list[History | Dossier], Surroundings]] = [
            ([brings, second], _NOTHING),
            ([first, second], around),
            ([], around),
        ]
        for histories, known in brought:
            for on, by in ((date(2026, 3, 31), ""), (day, "备案办")):
                found = plan_coverage(MEASURES, histories, CYCLE, on=on, given=known)
                assert [choice.official for choice in found.policy.readings] == [by]
                assert len(found.covered) == (len(histories) if by else 0)

    def test_a_dossier_brings_what_is_known_around_its_own_consortium(self) -> None:
        """What is given beside it is for histories alone."""
        around = evolve(MEASURES, facts=(*MEASURES.facts, first_years), evaluated="first_years")
        found = plan_coverage(
            around,
            [Dossier(history=life("A", EARLY), cycle_from=2026), life("B", EARLY)],
            CYCLE,
            on=date(2026, 2, 1),
            given=Surroundings(cycle_from=2020),
        )
        assert (found.covered, found.due) == ({"A": (2026,)}, ("B",))

    @pytest.mark.parametrize(("day", "due"), [(1, ("A", "B")), (2, ())])
    def test_what_came_to_be_known_later_does_not_count(
        self, day: int, due: tuple[str, ...]
    ) -> None:
        """Around a dossier as around a history: the day before, the day."""
        policy = evolve(MEASURES, facts=(*MEASURES.facts, listed_years), evaluated="listed_years")
        listing = Listing(unit=FIRST.id, name="名录", first=date(2026, 2, 2))
        found = plan_coverage(
            policy,
            [Dossier(history=life("A", EARLY), listings=(listing,)), life("B", EARLY)],
            CYCLE,
            on=date(2026, 2, day),
            given=Surroundings(listings=(listing,)),
        )
        assert found.due == due

    def test_all_that_is_wrong_is_told_at_once(self) -> None:
        """A capacity, a year, and the fact the policy does not name."""
        with pytest.raises(InvalidInputError) as caught:
            plan_coverage(
                FILING,
                [],
                CYCLE,
                on=date(2026, 2, 1),
                capacity={2025: 1, 2026: -1, 2027: True, "2028": 1},  # type: ignore[dict-item]  # on purpose
            )
        assert [fault.path for fault in caught.value.faults] == [
            "capacity[2025]",
            "capacity[2026]",
            "capacity[2027]",
            "capacity[2028]",
            "policy",
        ]
        assert "980000" in caught.value.faults[-1].en

    @pytest.mark.parametrize(
        ("more", "path"),
        [
            ({"capacity": -1}, "capacity"),
            ({"capacity": 1.5}, "capacity"),
            ({"capacity": False}, "capacity"),
            ({"on": MOMENT}, "on"),
        ],
    )
    def test_what_cannot_be_used_is_refused(self, more: dict[str, Any], path: str) -> None:
        """By its path."""
        with pytest.raises(InvalidInputError) as caught:
            plan(*lives("A"), **more)
        assert [fault.path for fault in caught.value.faults] == [path]

    def test_a_consortium_has_one_history(self) -> None:
        """A dossier or not."""
        with pytest.raises(InvalidInputError) as caught:
            plan_coverage(
                MEASURES,
                [*lives("A"), Dossier(history=life("A"))],
                CYCLE,
                on=date(2026, 2, 1),
            )
        assert [fault.path for fault in caught.value.faults] == ["histories[1].consortium"]

    def test_the_fact_a_policy_names_must_be_there(self) -> None:
        """As with every other fact it names."""
        with pytest.raises(MalformedPolicyError, match="evaluated rests on 'expert_year'"):
            evolve(FILING, evaluated="expert_year")

    def test_a_plan_is_a_value(self) -> None:
        """It can be compared, hashed and pickled."""
        found = plan(*lives("A", "B"), capacity=1)
        again = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
        assert (again, hash(again.years)) == (found, hash(found.years))


# --- laws of the proposal -------------------------------------------------------------------------

few = settings(max_examples=100, deadline=None)

YEARS = st.integers(2024, 2029)
DAYS = st.dates(date(2025, 6, 1), date(2029, 6, 1))
CAPACITY = (
    st.none() | st.integers(0, 4) | st.dictionaries(st.sampled_from(list(CYCLE)), st.integers(0, 4))
)


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    """Draw what happened to one consortium: evaluations of all sorts, perhaps its end."""
    found: list[Event] = [recognised(draw(st.dates(date(2023, 1, 1), date(2026, 12, 31))))]
    for year in draw(st.lists(YEARS, unique=True, max_size=3)):
        mode = draw(st.sampled_from([EvaluationMode.EXPERT, EvaluationMode.SELF]))
        found.append(assigned(year, mode=mode))
        if draw(st.booleans()):
            found.append(done(year, grade=draw(st.sampled_from(["优秀", "不合格", None]))))
    if not draw(st.integers(0, 4)):
        found.append(ended(draw(st.dates(date(2026, 1, 1), date(2028, 12, 31)))))
    return found


HISTORIES = st.lists(events(), max_size=12).map(
    lambda several: [life(f"C{n}", *each) for n, each in enumerate(several)]
)


def limit(capacity: int | Mapping[int, int] | None, year: int) -> int | None:
    return capacity.get(year) if isinstance(capacity, Mapping) else capacity


def load(year: CycleYear) -> int:
    return year.done + len(year.consortia)


@few
@given(histories=HISTORIES, on=DAYS, capacity=CAPACITY)
def test_everybody_due_has_exactly_one_place(
    histories: list[History], on: date, capacity: Any
) -> None:
    """Proposed for one year, selected, awaited, or in the shortfall; nobody else is proposed."""
    found = plan(*histories, on=on, capacity=capacity)
    selected = {name for year in found.years for name in year.selected}
    proposed = [name for year in found.years for name in year.proposed]
    placed = [*proposed, *(selected & set(found.due)), *found.awaited, *found.shortfall]
    assert Counter(placed) == Counter(found.due)
    assert len(found.consortia) == len(histories)


@few
@given(histories=HISTORIES, on=DAYS, capacity=CAPACITY)
def test_the_shortfall_is_as_small_as_the_capacity_allows(
    histories: list[History], on: date, capacity: Any
) -> None:
    """What is due less what the years left still hold; no year takes more than it can."""
    found = plan(*histories, on=on, capacity=capacity)
    open_ = [e for e in found.consortia if e.consortium in found.due and not e.selected]
    rooms = []
    for year in found.years:
        most = limit(capacity, year.year)
        taken = year.done + len(year.selected)
        assert year.capacity == most
        assert most is None or load(year) <= max(most, taken)
        rooms.append(len(open_) if most is None else max(0, most - taken))
    assert len(found.shortfall) == max(0, len(open_) - sum(rooms))


@few
@given(histories=HISTORIES, on=DAYS, capacity=CAPACITY)
def test_no_year_is_given_more_where_another_could_take_it(
    histories: list[History], on: date, capacity: Any
) -> None:
    """A year that somebody is proposed for has one more than any other with room, at the most."""
    years = plan(*histories, on=on, capacity=capacity).years
    for year in (y for y in years if y.proposed):
        for other in (y for y in years if y.capacity is None or load(y) < y.capacity):
            assert load(year) <= load(other) + 1
            assert load(year) <= load(other) or year.year <= other.year


@few
@given(histories=HISTORIES, on=DAYS, capacity=CAPACITY)
def test_the_order_is_kept_over_the_years(
    histories: list[History], on: date, capacity: Any
) -> None:
    """Nobody comes later than somebody evaluated more recently; the shortfall comes last."""
    found = plan(*histories, on=on, capacity=capacity)
    proposed = [name for year in found.years for name in year.proposed]
    entries = {e.consortium: e for e in found.consortia}
    order = [entries[name] for name in (*proposed, *found.shortfall)]
    keys = [(max(e.evaluated or (0,)), e.recognised_on or date.max, e.consortium) for e in order]
    assert keys == sorted(keys)
    assert [name for name in found.due if not entries[name].selected] == [
        e.consortium for e in order
    ]


@few
@given(histories=HISTORIES, on=DAYS, capacity=CAPACITY, data=st.data())
def test_the_order_of_the_histories_does_not_matter(
    histories: list[History], on: date, capacity: Any, data: st.DataObject
) -> None:
    """Nor does asking twice."""
    shuffled = data.draw(st.permutations(histories))
    found = plan(*histories, on=on, capacity=capacity)
    assert plan(*shuffled, on=on, capacity=capacity) == found
    assert plan(*histories, on=on, capacity=capacity) == found


@few
@given(histories=HISTORIES, on=DAYS, more=st.integers(0, 3))
def test_more_capacity_never_leaves_more_out(histories: list[History], on: date, more: int) -> None:
    """And no limit at all leaves nobody out while a year is left."""
    tight = plan(*histories, on=on, capacity=1)
    wide = plan(*histories, on=on, capacity=1 + more)
    free = plan(*histories, on=on)
    assert set(wide.shortfall) <= set(tight.shortfall)
    assert not (free.shortfall and free.years)
