"""What is answered of a history on every day: it changes only with what happens or what ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.policies.tianjin.conftest import COMPLETE, LEAD, PUBLISHED, made_attestation
from tests.policies.tianjin.lives import (
    BUREAU,
    DISTRICT,
    approved,
    filed,
    imposed,
    judgment,
    life,
    measures,
)

from innov_consortium.core.attestations import Listing
from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.evaluation import evaluation_faults
from innov_consortium.core.events import (
    Ended,
    EndSetAside,
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    Event,
    MaterialsSubmitted,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectFunded,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.history import History
from innov_consortium.core.known import known_on
from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Accident, Record
from innov_consortium.core.register import Register
from innov_consortium.core.registering import register
from innov_consortium.core.report import Report
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.events import ProjectPrereviewed

ONE = timedelta(1)
FIRST, LAST = date(2025, 1, 1), date(2035, 12, 31)
FORMED = (filed(on=PUBLISHED), approved(on=PUBLISHED + ONE))
INQUIRIES = ("evaluation", "revocation_grounds", "project_eligibility", "support_amount")
GRADES = ("excellent", "good", "qualified", "unqualified", None)
WHOLE = date(2036, 12, 31)

#: Readings under which other days count: each beside the default ones.
READINGS: tuple[dict[str, str], ...] = (
    {},
    {"cancelled_year": "twelve_months"},
    {"cancelled_year": "next_call"},
    {"cancelled_year": "evaluated"},
    {"grade_relied_on": "preceding_year"},
    {"grade_from": "confirmation", "correction": "back"},
    {"cycle_counting": "from_approval"},
    {"cycle_counting": "rolling", "first_evaluation": "same_year"},
    {"last_day": "excluded", "commencement_day": "next_day"},
    {"on_expiry": "status_ends", "pending_project": "at_filing"},
)


@frozen
class Told:
    """A history with what is known around it."""

    dossier: Dossier
    readings: tuple[tuple[str, str], ...] = ()

    @property
    def policy(self) -> Policy:
        """The Measures as they are read."""
        return measures(frozenset(self.readings))

    @property
    def happened(self) -> frozenset[date]:
        """The days on which something happened or came to be known, or a listing was over."""
        record = self.dossier.record
        listings = self.dossier.listings
        days = {d for e in self.dossier.history.events for d in (e.on, e.known_from)}
        days |= {d.on for d in record.determinations}
        days |= {a.occurred_on for a in record.accidents}
        days |= {a.determined_on for a in record.accidents if a.determined_on is not None}
        days |= {x.first for x in listings} | {x.last + ONE for x in listings if x.last}
        return frozenset(days)

    def check(self, inquiry: str, on: date) -> Report:
        """Ask on a day."""
        return self.policy.check(inquiry, self.dossier, on=on)

    def still(self, day: date) -> Told:
        """Return what was known on a day, as if nothing happened after it."""
        history = self.dossier.history
        events = tuple(e for e in history.events if e.known_from <= day)
        known = known_on(self.dossier, day)
        return evolve(self, dossier=evolve(known, history=History(history.consortium, events)))

    def ends(self, inquiry: str, day: date) -> frozenset[date]:
        """Return the days on which something ends or begins by itself, as told on a day."""
        again = self.check(inquiry, day).again
        assert again is not None
        return frozenset(reason.day for reason in again.reasons())


days = st.integers(0, (LAST - FIRST).days - 300).map(lambda n: FIRST + n * ONE)
in_force = st.integers(0, 1800).map(lambda n: PUBLISHED + 2 * ONE + n * ONE)
years = st.integers(2024, 2030)
projects = st.sampled_from(("P1", "P2"))
amounts = st.integers(0, 2_000_000_000).map(lambda fen: Decimal(fen).scaleb(-2))


@st.composite
def happenings(draw: st.DrawFn) -> Event:
    """Draw something that happens to a consortium: a result, a correction, a project, its end."""
    on, year = draw(in_force), draw(years)
    begun = min(year, on.year)  # of a year that has not begun there is no result
    lead, project = LEAD.name, draw(projects)
    makers: tuple[Callable[[], Event], ...] = (
        lambda: ResultNotified(on=on, by=BUREAU, year=begun, grade=draw(st.sampled_from(GRADES))),
        lambda: ResultNotified(on=on, by=BUREAU, year=begun, grade="unqualified"),
        lambda: ResultCorrected(on=on, by=BUREAU, year=begun, grade=draw(st.sampled_from(GRADES))),
        lambda: ResultAnnulled(on=on, by=BUREAU, year=begun),
        lambda: EvaluationCalled(
            on=on,
            by=BUREAU,
            year=year,
            deadline=draw(st.none() | st.just(on + 60 * ONE)),
            self_report_deadline=draw(st.none() | st.just(on + 90 * ONE)),
        ),
        lambda: EvaluationAssigned(
            on=on, by=BUREAU, year=year, mode=draw(st.sampled_from(EvaluationMode))
        ),
        lambda: MaterialsSubmitted(on=on, by=lead, year=year, items=frozenset()),
        lambda: SelfEvaluated(on=on, by=lead, year=year),
        lambda: SelfReportFiled(on=on, by=lead, year=year),
        lambda: ProjectCalled(
            on=on, by=BUREAU, year=draw(st.none() | years), evaluation_year=draw(st.none() | years)
        ),
        lambda: ProjectApplied(on=on, by=lead, project=project),
        lambda: ProjectPrereviewed(on=on, by=DISTRICT, project=project),
        lambda: ProjectDecided(on=on, by=BUREAU, project=project, granted=draw(st.booleans())),
        lambda: ProjectFunded(on=on, project=project, amount=draw(amounts), source="municipal"),
        lambda: imposed(on=on),
        lambda: EndSetAside(on=on),
    )
    return draw(st.sampled_from(makers))()


def that_can_be(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Leave out each event that cannot follow those before it, as a result notified twice."""
    kept: tuple[Event, ...] = ()
    for event in events:
        kept = (
            kept
            if evaluation_faults((str(n), e) for n, e in enumerate((*kept, event)))
            else (*kept, event)
        )
    return kept


@st.composite
def told(draw: st.DrawFn) -> Told:
    """Draw a history of a consortium recognised when the Measures begin, with what surrounds it."""
    events = draw(st.lists(happenings(), max_size=9))
    ordered = (*FORMED, *that_can_be(tuple(sorted(events, key=lambda e: e.on))))
    entries = draw(st.sets(st.sampled_from(("judgment", "accident", "listing")), max_size=2))
    on = draw(in_force)
    listing = Listing(
        unit=LEAD.id, name="经营异常名录", first=on, last=draw(st.none() | st.just(on + 200 * ONE))
    )
    accident = Accident(
        unit=LEAD.id,
        category="safety",
        occurred_on=on,
        grade="major",
        determined_on=draw(st.none() | st.just(on + 30 * ONE)),
    )
    record = Record(
        determinations=(judgment(on=on),) if "judgment" in entries else (),
        accidents=(accident,) if "accident" in entries else (),
        complete_to=WHOLE,
    )
    dossier = Dossier(
        history=life(ordered),
        register=Register.complete(to=WHOLE),
        record=record,
        listings=(listing,) if "listing" in entries else (),
        attestations=COMPLETE.attestations,
        cycle_from=draw(st.sampled_from((None, 2025, 2026))),
    )
    return Told(dossier, tuple(draw(st.sampled_from(READINGS)).items()))


def around(candidates: frozenset[date], stride: int) -> list[date]:
    """Return every so manieth day of the eleven years, and every day beside a candidate."""
    found = {FIRST + n * ONE for n in range(0, (LAST - FIRST).days + 1, stride)}
    found |= {day + n * ONE for day in candidates for n in (-1, 0, 1)}
    return sorted(day for day in found if FIRST <= day <= LAST)


def outcomes(report: Report) -> list[Any]:
    """Return the answer, and what every norm that enters it comes to."""
    return [report.answer, *((f.norm.name, f.outcome) for f in report if f.norm.combines)]


DOCUMENTED = Told(
    Dossier(
        history=life(
            (
                *FORMED,
                ResultNotified(on=date(2026, 12, 10), by=BUREAU, year=2026, grade="good"),
                ResultNotified(on=date(2027, 12, 10), by=BUREAU, year=2027, grade="unqualified"),
                ResultNotified(on=date(2028, 12, 8), by=BUREAU, year=2028, grade="unqualified"),
                imposed(on=date(2029, 1, 15), grounds=("art11.item1",)),
            )
        ),
        register=Register.complete(to=WHOLE),
        record=Record(complete_to=WHOLE),
        attestations=COMPLETE.attestations,
    )
)


@given(told=told(), inquiry=st.sampled_from(INQUIRIES))
@example(told=DOCUMENTED, inquiry="revocation_grounds")
@example(told=DOCUMENTED, inquiry="project_eligibility")
@example(told=DOCUMENTED, inquiry="evaluation")
@settings(max_examples=40, deadline=None)
def test_an_answer_changes_only_with_what_happens_or_ends(told: Told, inquiry: str) -> None:
    """Otherwise it is the same, norm by norm, from day to day; what ends is told beforehand."""
    happened = told.happened
    candidates = happened | told.ends(inquiry, FIRST) | told.ends(inquiry, LAST)
    candidates |= {d for day in happened for d in told.ends(inquiry, day)}
    asked = [(day, told.check(inquiry, day)) for day in around(candidates, 61)]
    for (sooner, before), (later, after) in pairwise(asked):
        if outcomes(before) != outcomes(after):
            assert any(sooner < day <= later for day in candidates), (sooner, later)


@given(told=told(), inquiry=st.sampled_from(INQUIRIES), on=days)
@example(told=DOCUMENTED, inquiry="project_eligibility", on=date(2028, 1, 1))
@example(told=DOCUMENTED, inquiry="revocation_grounds", on=date(2029, 1, 15))
@settings(max_examples=60, deadline=None)
def test_the_next_change_is_the_first_day_on_which_the_answer_differs(
    told: Told, inquiry: str, on: date
) -> None:
    """Nothing happens and nothing more comes to be known: asking day by day finds the same."""
    still = told.still(on)
    report = told.check(inquiry, on)
    assert report.answer is still.check(inquiry, on).answer
    turn = report.turn
    ahead = [d for d in around(still.happened | still.ends(inquiry, on), 30) if d > on]
    then = next((d for d in ahead if still.check(inquiry, d).answer is not report.answer), None)
    assert report.changes_on == then
    if turn is not None:
        assert {r.day for r in turn.reasons} == {turn.day}
        assert all(r.provision in told.policy.ledger for r in turn.reasons)


def test_every_day_of_one_history_is_told_apart_by_its_events_and_ends() -> None:
    """All 4017 days: the days of change are those of a result, a year, the revocation, the end."""
    every_day = [FIRST + n * ONE for n in range((LAST - FIRST).days + 1)]
    asked = [day for day in every_day if day >= FORMED[0].on]  # before it there is no application
    changes = {}
    for inquiry in ("project_eligibility", "revocation_grounds"):
        found = [(day, DOCUMENTED.check(inquiry, day).answer.value) for day in asked]
        changes[inquiry] = [
            found[0],
            *(later for sooner, later in pairwise(found) if sooner[1] != later[1]),
        ]
    assert changes["project_eligibility"] == [
        (PUBLISHED, "not_met"),
        (date(2026, 12, 10), "met"),
        (date(2027, 12, 10), "not_met"),
        (date(2030, 4, 11), "no_basis"),
    ]
    assert changes["revocation_grounds"] == [
        (PUBLISHED, "not_met"),
        (date(2028, 12, 8), "met"),
        (date(2030, 4, 11), "no_basis"),
    ]


# --- amounts ----------------------------------------------------------------------------------


@given(
    fen=st.lists(st.integers(0, 100_000_000_000_000_000), min_size=1, max_size=12),
    precision=st.sampled_from((6, 28)),
)
@example(fen=[500_000_000, 500_000_000], precision=6)
@example(fen=[500_000_000, 500_000_001], precision=6)
@example(fen=[1] * 12, precision=28)
@settings(max_examples=100, deadline=None)
def test_amounts_are_summed_exactly(fen: list[int], precision: int) -> None:
    """In fen as whole numbers and in yuan as decimals: one sum, whatever the host rounds to."""
    day = date(2027, 3, 1)
    money = [
        ProjectFunded(on=day, project="P1", amount=Decimal(n).scaleb(-2), source="municipal")
        for n in fen
    ]
    history = life((*FORMED, ProjectApplied(on=day, by=LEAD.name, project="P1"), *money))
    with localcontext(prec=precision):
        report = measures().check("support_amount", Dossier(history=history), on=day)
    (finding,) = [f for f in report if f.norm.name == "support_at_most"]
    over = sum(fen) > 1_000_000_000
    assert finding.outcome.value == ("not_met" if over else "met")
    for item in finding.items:
        total, excess = item.values[0].value, item.values[0].excess
        assert (type(total), type(excess)) == (Decimal, Decimal)
        assert total * 100 == sum(fen)
        assert excess * 100 == sum(fen) - 1_000_000_000
    assert bool(finding.items) is over


def test_no_figure_of_the_measures_is_a_float() -> None:
    """Shares are fractions, money is decimal, and so is all that is compared with it."""
    figures = [n.value for n in _numbers()]
    assert not [f for f in figures if isinstance(f, float)]
    assert Fraction(1, 2) in figures
    assert Decimal(10_000_000) in figures


def _numbers() -> tuple[Any, ...]:
    norms = [norm for inquiry in TIANJIN.inquiries for norm in TIANJIN.norms(inquiry.name)]
    return tuple(number for norm in norms for number in norm.numbers)


# --- the last day there is ----------------------------------------------------------------------

END = date.max
FAR = measures().with_numbers(valid_until=END)
LATE = (
    *FORMED,
    EvaluationCalled(on=END, by=BUREAU, deadline=END, self_report_deadline=END),
    ResultNotified(on=END, by=BUREAU, grade="unqualified"),
    ProjectCalled(on=END, by=BUREAU),
    ProjectApplied(on=END, by=LEAD.name, project="P1"),
    ProjectFunded(on=END, project="P1", amount=Decimal(1), source="municipal"),
)
HOLIDAY = Calendar(days_off=frozenset({END}), window=Window(END - ONE, END))
BAR = Bar(unit=LEAD.id, window=Window(END - ONE, END), consortium="C9")


def asked_at_the_end(policy: Policy, inquiry: str, events: tuple[Event, ...]) -> list[str]:
    """Return what is said on the last day, with the next change, or the errors that teach."""
    known: dict[str, Any] = {
        "register": Register.complete(to=END, bars=(BAR,)),
        "record": Record(complete_to=END),
        "calendar": HOLIDAY,
        "attestations": (*COMPLETE.attestations, made_attestation("art15.s1c", on=END)),
        "cycle_from": END.year - 2,
    }
    case: Case | Dossier = Dossier(history=life(events), **known)
    if policy.inquiry(inquiry).of == "application":
        application = evolve(COMPLETE.application, presented_on=END)
        case = Case(application=application, **known)
    try:
        answer = policy.check(inquiry, case, on=END)
        turn = answer.changes_on
    except InvalidInputError as error:
        return [fault.en for fault in error.faults]
    return [f"on {answer.on}, changes on {turn}"]


ENDED: tuple[Event, ...] = (
    *LATE,
    Ended(on=END, by=BUREAU, document="终", grounds=("art11.item1",)),
)


@pytest.mark.parametrize("events", [FORMED, LATE, ENDED], ids=["formed", "late", "ended"])
@pytest.mark.parametrize("inquiry", [i.name for i in TIANJIN.inquiries])
@pytest.mark.parametrize("policy", [measures(), FAR], ids=["as it is", "without an end"])
def test_on_the_last_day_there_is_nothing_overflows(
    policy: Policy, inquiry: str, events: tuple[Event, ...]
) -> None:
    """9999-12-31, in the text as it is and in one that ends on that day, however it is read."""
    others = ({"bar_holiday": "rolled"}, {"bar_counting": "counted"})
    for readings in (*READINGS, *others) if policy is FAR else ({},):
        said = asked_at_the_end(policy.with_readings(**readings), inquiry, events)
        assert all(str(END) in one for one in said), readings
        assert all("passes" in one or one.endswith("changes on None") for one in said), readings


def test_a_bar_that_would_pass_it_is_refused_with_the_day() -> None:
    """Three years from then there is no day."""
    with pytest.raises(InvalidInputError) as refused:
        register(FAR, [life(ENDED)], END)
    assert [f.kind.value for f in refused.value.faults] == ["limit_exceeded"]
