"""What a mutation run changed in how acts are judged and nobody had noticed: each is held here.

Rows that share a sort of event, alternatives on the way to a step, windows that end by themselves,
and what is handed in beside the consortium's own events.
"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.core.filings import MEASURES, at, day, filed, life, put_on_file
from tests.toy_filing import row
from tests.toy_grounds import GROUNDS, TWICE

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Surroundings
from innov_consortium.core.clauses import Force, Outcome
from innov_consortium.core.decide import Standing, decide, possible_acts
from innov_consortium.core.events import (
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.history import replay
from innov_consortium.core.judging import ORDER
from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform
from innov_consortium.core.registering import duties
from innov_consortium.core.report import Finding
from innov_consortium.core.steps import Step, way_to
from innov_consortium.errors import MalformedPolicyError

STEPS = {step.name: step for step in MEASURES.steps}


def with_more(*more: Step) -> Policy:
    """Return the filing measures with more rows."""
    return evolve(MEASURES, steps=(*MEASURES.steps, *more))


def order_of_putting_on_file(policy: Policy) -> Finding:
    """Return what is found of the order when nothing was filed before."""
    report = decide(policy, at(1), put_on_file(1), day(1)).report
    (found,) = [f for f in report.findings if f.norm.name == ORDER]
    return found


def test_a_possible_act_is_judged_by_its_own_row() -> None:
    """Two rows take the same event: what one allows at this stage the other does not."""
    later = evolve(STEPS["withdraw"], name="withdraw_returned", after=("returned",))
    acts = possible_acts(with_more(later), at(1, filed(1)), day(1))
    taken_back = {
        a.step.name: (a.report.inquiry, a.standing) for a in acts if a.step.event is later.event
    }

    assert taken_back == {
        "withdraw": ("withdraw", Standing.ALLOWED),
        "withdraw_returned": ("withdraw_returned", Standing.REFUSED),
    }


def test_of_two_steps_that_lead_to_the_same_both_are_named_as_missing() -> None:
    """Either would do, so that naming one alone would send to the wrong desk; one alone is named
    alone.
    """
    another = evolve(STEPS["file"], name="file_by_post", event=Filed)

    for policy, named in ((MEASURES, "file"), (with_more(another), ("file", "file_by_post"))):
        found = order_of_putting_on_file(policy)
        assert (found.outcome, found.values[0]) == (Outcome.NOT_MET, named)


def test_that_a_step_comes_in_its_order_is_mandatory() -> None:
    """The report says of what force it is, as of any norm: no departure is to be had from it."""
    assert order_of_putting_on_file(MEASURES).norm.force is Force.MANDATORY


def test_who_only_has_to_wait_misses_no_step() -> None:
    """A window that ends of itself comes before what might be done in the meantime."""
    shown = row("show", "art2.s2", Publicised, None, "start > shown", then="over")
    raised = row("object", "art2.s3", ObjectionRaised, None, "shown > disputed")
    heard = row("hear", "art2.s3", ObjectionDecided, None, "disputed > over")
    listed = row("list", "art2.s2", Recognised, None, "over disputed > on_file")
    table = (shown, raised, heard, listed)

    assert way_to(table, "shown", listed) == ()
    assert way_to(table, "start", listed) == (shown,)


def test_what_may_happen_is_told_with_an_attestation_about_an_event_of_the_past() -> None:
    """The year stands only in the consortium's own events, and an attestation may name it."""
    on = date(2026, 12, 1)
    word = Attestation(what="art1.item4", by="市里", on=on, holds=False, item="2026")
    acts = possible_acts(GROUNDS, replay(TWICE, on), on, Surroundings(attestations=(word,)))
    assert [act.step.name for act in acts] == ["recognise", "strike_off"]


def test_a_life_goes_on_only_where_its_own_steps_or_a_move_lead() -> None:
    """A change that has come into effect moves no phase, and so leads no life on; nor does a step
    that moves the life lead on what runs beside it.
    """
    after_a_change = row("seal", "art2.s2", Filed, None, "in_effect > sealed")
    beside = row("review", "art3.s1", Filed, None, "on_file > reviewed", path="change")

    for step, stage in ((after_a_change, "in_effect"), (beside, "on_file")):
        path = step.path
        with pytest.raises(MalformedPolicyError) as refused:
            with_more(step)
        told = f"step {step.name}: nothing leads to {stage} on the path {path}"
        assert str(refused.value).splitlines()[1:] == [told]


def test_a_duty_is_due_by_the_figures_that_a_reform_gives_that_day() -> None:
    """Put off from March to May, from 2027 on."""
    may = Reform(name="五月底", numbers={"report_month": 5}, first=date(2027, 1, 1))
    on = date(2027, 4, 10)
    consortium = replay(life(filed(1), put_on_file(2)), on)

    for policy, due in ((MEASURES, date(2027, 3, 31)), (MEASURES.reformed(may), date(2027, 5, 31))):
        (yearly,) = [d for d in duties(policy, consortium, on) if d.owing is not None]
        assert yearly.owing is not None
        assert yearly.owing.due == due
