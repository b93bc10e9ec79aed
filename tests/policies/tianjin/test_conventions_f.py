"""变更（第十二、十三条）的约定，逐条举例：F01 至 F06。"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD, made_attestation
from tests.policies.tianjin.lives import (
    FORMED,
    GIVEN,
    LEAVING,
    LEFT,
    NOTIFIED,
    STAYING,
    UNBLEMISHED,
    at,
    change_approved,
    decided,
    executed,
    finding_of,
    life,
    measures,
    report_of,
    reported,
    stands,
)

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Surroundings
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.decide import Deferred
from innov_consortium.core.events import Event
from innov_consortium.core.register import Role
from innov_consortium.core.registering import duties, register

EXIT, REPLACED = ChangeKind.MEMBER_EXIT, ChangeKind.LEAD_REPLACEMENT
OWN_EXIT = reported(EXIT, unit=LEAD.key, issued_by=frozenset({LEAD.key}))
ON = date(2027, 12, 31)


def attested(provision: str, *, item: str = "c1", holds: bool = True) -> Surroundings:
    """Return what is known with a change decided on by the bureau."""
    word: Attestation = made_attestation(provision, item=item, holds=holds, on=date(2027, 5, 6))
    return evolve(GIVEN, attestations=(*GIVEN.attestations, word))


# --- F01: the lead --------------------------------------------------------------------------------


@pytest.mark.parametrize("act", [OWN_EXIT, reported(REPLACED)], ids=["its own exit", "replaced"])
def test_f01_the_lead_s_own_exit_is_its_replacement(act: Event) -> None:
    """「牵头单位自己退出，即更换牵头单位」: not provided for, unless it is decided or read so."""
    said = decided(FORMED, act)
    assert isinstance(said, Deferred)
    assert [f.provision for f in said.findings] == ["art12.s1c"]
    assert stands(FORMED, act, attested("art12.s1c")) == "granted"
    assert stands(FORMED, act, attested("art12.s1c", holds=False)) == "refused"
    assert stands(FORMED, act, lead_replacement="covered") == "granted"
    assert stands(FORMED, reported(EXIT)) == "granted"


def roles(events: tuple[Event, ...], given: Surroundings) -> dict[str, Role]:
    """Return what LEAD and STAYING are at the end of 2027."""
    found = register(measures(), [life(events)], ON, given).engagements
    names = {LEAD.id: "former", STAYING.id: "new"}
    return {names[e.unit]: e.role for e in found if e.unit in names and e.active_on(ON)}


def test_f01_a_former_lead_stays_as_participant_unless_it_leaves() -> None:
    """「经认定更换的，原牵头单位仍为参与单位，另有退出的除外」."""
    events = (*FORMED, reported(REPLACED), change_approved(), executed())
    given = attested("art12.s1c")
    assert roles(events, GIVEN) == {"former": Role.LEAD, "new": Role.PARTICIPANT}
    assert roles(events, given) == {"former": Role.PARTICIPANT, "new": Role.LEAD}
    leaves = {"change": "c2", "unit": LEAD.key, "issued_by": frozenset({LEAD.key, STAYING.key})}
    second = (
        reported(EXIT, **leaves, on=date(2027, 6, 1), by=STAYING.name),
        change_approved(change="c2", on=date(2027, 6, 10)),
        executed(change="c2", on=date(2027, 6, 15)),
    )
    assert roles((*events, *second), given) == {"new": Role.LEAD}


# --- F03: 及时 ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [EXIT, ChangeKind.LEAD_PRINCIPAL])
def test_f03_in_good_time_is_no_number_of_days(kind: ChangeKind) -> None:
    """「“及时”没有天数，不计算期限，不作逾期」: carried out two years before it is reported."""
    done = (*FORMED, executed(on=date(2027, 5, 6), kind=kind, unit=LEAVING.key))
    for day in (date(2027, 5, 7), date(2029, 5, 7)):
        owed = duties(measures(), at(done, day), day, GIVEN)
        found = [o for o in owed if o.duty.name.startswith("report_") and o.owing is not None]
        assert [(o.owing and o.owing.due, o.state.value) for o in found] == [(None, "owed")]
    late = reported(kind, on=date(2029, 5, 7))
    assert stands(FORMED, late) == "granted"
    approval = change_approved(on=date(2029, 6, 4))
    article = "art12" if kind is EXIT else "art13"
    report = report_of("change", (*FORMED, late, approval), date(2029, 7, 2))
    outcome = report.outcome(f"{article}.s1e")
    assert outcome is not None
    assert outcome.value == "met"


# --- F04: fewer than six --------------------------------------------------------------------------


def test_f04_fewer_than_six_after_an_exit_is_a_note() -> None:
    """「退出后不足六家只作提示，没有后果」: five are left; no answer, no step, no ground minds."""
    report = report_of("change", LEFT, ON)
    note = finding_of(report, "participants_left")
    assert (note.outcome.value, note.facts["current_participants"]) == ("departs_from_principle", 5)
    assert (note.norm.combines, report.answer.value) == (False, "met")
    steps = ((), (reported(EXIT),), (reported(EXIT), change_approved()))
    acts = (reported(EXIT), change_approved(), executed())
    said = [stands((*FORMED, *before), act) for before, act in zip(steps, acts, strict=True)]
    assert said == ["granted"] * 3
    grounds = report_of("revocation_grounds", LEFT, ON, UNBLEMISHED)
    assert grounds.answer.value == "not_met"
    six = report_of("change", FORMED, ON)
    assert finding_of(six, "participants_left").outcome.value == "met"


# --- F05: a member that refuses or is gone --------------------------------------------------------

UNABLE = reported(EXIT, issued_by=frozenset({LEAD.key}), unable=frozenset({LEAVING.key}))


def test_f05_a_member_that_refuses_or_is_gone_takes_a_decision() -> None:
    """「所报称拒不出具、不复存在的成员（`unable`）：手续不全，须另行决定」."""
    said = decided(FORMED, UNABLE)
    assert isinstance(said, Deferred)
    assert [f.provision for f in said.findings] == ["art12.s1d"]
    assert stands(FORMED, reported(EXIT, issued_by=frozenset({LEAD.key}))) == "refused"
    everybody = frozenset({LEAD.key, LEAVING.key})
    assert stands(FORMED, reported(EXIT, issued_by=everybody)) == "granted"


@pytest.mark.parametrize(
    ("item", "holds", "decision"),
    [("c1", True, "granted"), ("c1", False, "refused"), ("c2", True, "deferred")],
)
def test_f05_the_decision_names_the_change(item: str, holds: bool, decision: str) -> None:
    """「认定 `art12.s1d`，`item` 为变更编号」: of another change it says nothing."""
    second = reported(EXIT, change="c2", on=date(2027, 5, 5), unit=STAYING.key)
    given = attested("art12.s1d", item=item, holds=holds)
    assert stands((*FORMED, second), UNABLE, given) == decision


# --- F06: too early -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2027, 5, 19), "not_met"),
        (date(2027, 5, 20), "met"),
        (date(2027, 5, 21), "met"),
    ],
)
def test_f06_executed_too_early_is_a_breach(day: date, outcome: str) -> None:
    """「核准前执行的，违反“后执行”」: the day before the approval, that day, the day after."""
    events = sorted(
        (*FORMED, reported(EXIT), change_approved(), executed(on=day)), key=lambda e: e.on
    )
    report = report_of("change", events, ON)
    assert finding_of(report, "member_change_executed_after").outcome.value == outcome


def test_f06_it_is_no_ground_and_bears_on_no_grade() -> None:
    """「不是撤销情形，不影响评价」: every norm of both inquiries answers as without it."""
    early = (reported(EXIT), executed(on=date(2027, 5, 7)), change_approved())

    def said(*events: Event) -> list[tuple[str, str]]:
        reports = (
            report_of(name, (*NOTIFIED, *events), date(2028, 1, 4), UNBLEMISHED)
            for name in ("revocation_grounds", "evaluation", "project_eligibility")
        )
        return [(f.norm.name, f.outcome.value) for report in reports for f in report]

    assert said(*early) == said()
