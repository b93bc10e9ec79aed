"""From which day on an answer alters by itself, and by what: no cause that bears on nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from tests.policies.tianjin.conftest import COMPLETE, LEAD
from tests.policies.tianjin.lives import (
    BUREAU,
    FORMED,
    GIVEN,
    at,
    life,
    measures,
    noticed,
    selected,
)

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.checking import derived
from innov_consortium.core.decide import Granted, Refused, decide
from innov_consortium.core.events import CallIssued, Event, ProjectFunded, Publicised, Recognised
from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer, Report
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin import TIANJIN

SELECTED = (*FORMED, noticed(), selected())


def asked(inquiry: str, events: Iterable[Event], on: date) -> Report:
    """Ask an inquiry about a history on a day, with nothing else on record."""
    dossier = Dossier(
        history=life(events),
        register=GIVEN.register,
        record=Record(complete_to=date(2033, 12, 31)),
        cycle_from=2026,
    )
    return measures().check(inquiry, dossier, on=on)


def test_a_deadline_that_has_passed_makes_the_ground() -> None:
    """On its last day nothing is there; from the next day on item 2 is, and that is the cause."""
    turn = asked("revocation_grounds", SELECTED, date(2027, 9, 30)).turn
    assert turn is not None
    assert (turn.day, turn.answer) == (date(2027, 10, 1), Answer.MET)
    assert [r.what for r in turn.reasons] == ["deadline_over"]
    assert turn.provisions == ("art11.item2",)


def test_what_is_not_asked_of_it_is_no_cause() -> None:
    """Selected for experts, it owes no report of its own: the year's end is what matters."""
    handed_in = asked("evaluation", SELECTED, date(2027, 10, 1))
    assert handed_in.answer is Answer.NOT_MET
    fresh = (*FORMED, noticed(deadline=None), selected())
    turn = asked("evaluation", fresh, date(2027, 12, 31)).turn
    assert turn is not None
    assert (turn.day, turn.answer) == (date(2028, 1, 1), Answer.NOT_MET)
    assert [r.what for r in turn.reasons] == ["new_year"]
    assert turn.provisions == ("art22.s2c",)


def test_only_the_bureaus_word_settles_a_ground() -> None:
    """An association, an insurer, the district: what they say of a ground counts for nothing."""
    for by, answer in (
        ("虚构行业协会", Answer.OPEN),
        ("虚构财产保险公司", Answer.OPEN),
        ("滨海新区科技主管部门", Answer.OPEN),
        (BUREAU, Answer.MET),
    ):
        said = Attestation(what="art11.item5", by=by, on=date(2027, 3, 1))
        dossier = Dossier(history=life(FORMED), register=GIVEN.register, attestations=(said,))
        report = measures().check("revocation_grounds", dossier, on=date(2027, 3, 1))
        assert (by, report.answer) == (by, answer)


def test_the_bureaus_word_is_not_undone_by_anothers() -> None:
    """Two that disagree leave a matter open; a word that does not count disagrees with none."""
    words = (
        Attestation(what="art11.item5", by=BUREAU, on=date(2027, 3, 1)),
        Attestation(what="art11.item5", by="虚构行业协会", on=date(2027, 3, 2), holds=False),
    )
    dossier = Dossier(history=life(FORMED), register=GIVEN.register, attestations=words)
    report = measures().check("revocation_grounds", dossier, on=date(2027, 3, 2))
    assert report.answer is Answer.MET


def test_money_outside_the_cap_is_not_refused_because_of_it() -> None:
    """Municipal money above the cap is refused; the district's is no concern of it, even then."""
    paid = ProjectFunded(
        on=date(2028, 5, 1), project="P1", amount=Decimal(10_000_001), source="municipal"
    )
    consortium = at((*FORMED, paid), date(2028, 6, 1))
    for source, verdict in (("municipal", Refused), ("district", Granted), ("national", Granted)):
        act = ProjectFunded(
            on=date(2028, 6, 1), by=BUREAU, project="P1", amount=Decimal(1), source=source
        )
        decision = decide(measures(), consortium, act, act.on, evolve(GIVEN))
        stands = {f.norm.name: f.outcome.value for f in decision.report}
        wanted = "not_met" if verdict is Refused else "not_applicable"
        assert (source, stands["instalment_at_most"]) == (source, wanted)


def test_a_day_that_never_ends_is_no_day_to_come() -> None:
    """9999-12-31 as “no deadline”, and a bar to that day: an answer, and none that turns on it."""
    endless = (*FORMED, noticed(deadline=date.max, self_report_deadline=date.max), selected())
    report = asked("evaluation", endless, date(2027, 5, 1))
    assert report.changes_on == date(2028, 1, 1)
    bar = Bar(unit=LEAD.id, window=Window(date(2027, 1, 1), date.max), consortium="C9")
    known = Register.complete(to=date(2033, 12, 31), bars=(bar,))
    case = Case(application=COMPLETE.application, register=known)
    barred = measures().check("admissibility", case, on=date(2027, 5, 1))
    assert (barred.answer, barred.changes_on) == (Answer.NOT_MET, date(2030, 4, 11))
    (found,) = (f for f in barred if f.norm.name == "within_the_period")
    assert (found.facts["barring"].last_barred_day, bar.first_free_day) == (date.max, None)


def told(events: Iterable[Event], on: date, policy: Policy | None = None) -> set[tuple[date, str]]:
    """Return the days to come that may bring another answer, each with what happens on it."""
    reasons = derived(policy or measures(), "turns", at(events, on), GIVEN)
    return {(r.day, r.what) for r in reasons}


def test_three_years_from_each_approval_end_by_the_day() -> None:
    """D01 (c): approved on 2026-06-01, the cycle is over on 2029-06-02."""
    by_approval = measures(frozenset({("cycle_counting", "from_approval")}))
    assert (date(2029, 6, 2), "cycle_over") in told(FORMED, date(2029, 5, 31), by_approval)
    assert (date(2029, 6, 1), "cycle_over") not in told(FORMED, date(2029, 6, 1), by_approval)
    assert "cycle_over" not in {what for _, what in told(FORMED, date(2029, 5, 31))}


def test_calls_and_publicity_open_and_close() -> None:
    """The first day of a call, the day after its last one, the day after publicity."""
    call = CallIssued(
        on=date(2026, 2, 10), by=BUREAU, first=date(2026, 2, 20), last=date(2026, 3, 31)
    )
    public = Publicised(on=date(2026, 2, 11), by=BUREAU, last=date(2026, 2, 17))
    undated = Publicised(on=date(2026, 2, 12), by=BUREAU)
    days = told((call, public, undated), date(2026, 2, 15))
    assert {(d, what) for d, what in days if d.year == 2026} == {
        (date(2026, 2, 18), "publicity_over"),
        (date(2026, 2, 20), "call_opens"),
        (date(2026, 4, 1), "call_over"),
    }


def test_while_publication_is_not_known_no_beginning_is_to_come() -> None:
    """Only the end is certain, and the years between; known, its beginning is a day to come."""
    days = told((), date(2025, 1, 1), TIANJIN)
    assert (date(2030, 4, 11), "expiry") in days
    assert "commencement" not in {what for _, what in days}
    assert (date(2025, 4, 11), "commencement") in told((), date(2025, 1, 1))


def test_money_of_nobody_knows_whom_leaves_an_instalment_open() -> None:
    """Whether it counts toward the cap hangs on whose it is; with no amount, on how much it is."""
    consortium = at(FORMED, date(2028, 6, 1))
    unsaid: tuple[dict[str, Any], ...] = ({"amount": Decimal(1)}, {"source": "municipal"})
    for known in unsaid:
        act = ProjectFunded(on=date(2028, 6, 1), by=BUREAU, project="P1", **known)
        decision = decide(measures(), consortium, act, act.on, evolve(GIVEN))
        (found,) = (f for f in decision.report if f.norm.name == "instalment_at_most")
        assert found.outcome.value == "unknown"


def test_of_nobody_who_applies_nothing_is_barred() -> None:
    """A history that does not tell who leads asks after a lead, whoever else is barred."""
    unknown = at((Recognised(on=date(2026, 6, 1), by=BUREAU),), date(2027, 1, 1))
    for reading in ("unaffected", "stopped"):
        policy = measures(frozenset({("pending_application", reading)}))
        assert derived(policy, "barring", unknown, GIVEN) is None
        assert derived(policy, "presented_on", unknown, GIVEN) == date(2027, 1, 1)
