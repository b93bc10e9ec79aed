"""第二十条至第二十四条，及第六、十二至十四条：谁对谁负有什么职责；条文给出日期的才有逾期。"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import COMPLETE, LEAD
from tests.policies.tianjin.lives import (
    ASKED,
    CALLED,
    DEFENDED,
    DISTRICT,
    EXAMINED,
    FILED,
    FORMED,
    FORWARDED,
    GIVEN,
    HANDED_IN,
    LEFT,
    PUBLIC,
    REVIEWED,
    REVOKED,
    STAYING,
    approved,
    asked,
    at,
    call,
    change_approved,
    change_refused,
    decided,
    declined,
    examined,
    executed,
    filed,
    forwarded,
    imposed,
    lacks,
    measures,
    refused,
    reported,
    stands,
    taken_back,
)

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.duties import Owed
from innov_consortium.core.events import EndSetAside, Event, RecognitionSetAside
from innov_consortium.core.registering import duties
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.events import Inspected

INSPECT = "inspect_yearly"
#: Who owes what to whom all the time: provision, bearer, toward, and whether only once recognised.
STANDING = [
    ("evaluate_yearly", "art9.s1g", "bureau", None, True),
    ("guide_overall", "art20.s1", "four_bodies", None, False),
    ("organise_and_supervise", "art21.s1", "bureau", None, False),
    ("assist_lead", "art21.s2", "bureau", "lead", True),
    ("foster", "art22.s1a", "district", None, False),
    ("review_applicants", "art22.s1b", "district", "bureau", False),
    ("guide_consortium", "art22.s1c", "district", "lead", True),
    ("support_consortium", "art22.s1d", "district", "lead", True),
    ("assist_bureau", "art22.s2a", "district", "bureau", True),
    ("be_responsible", "art23.s1a", "lead", None, True),
    ("be_in_charge", "art23.s1b", "lead", None, True),
    ("distil_directions", "art23.s2a", "lead", None, True),
    ("negotiate_formation", "art23.s2b", "lead", "members", False),
    ("organise_projects", "art23.s2c", "lead", None, True),
    ("support_evaluation", "art23.s2d", "lead", "bureau", True),
    ("report_changes", "art23.s2e", "lead", "bureau", True),
    ("cooperate_with_lead", "art24.s1a", "members", "lead", True),
    ("interact_with_lead", "art24.s1b", "members", "lead", True),
]


def owed(events: Iterable[Event], on: date) -> tuple[Owed, ...]:
    """Return who owes what after events, on a day."""
    return duties(measures(), at(events, on), on, GIVEN)


def states(events: Iterable[Event], on: date, name: str) -> list[tuple[str, str]]:
    """Return how the occasions of one duty stand on a day: what each is about, and how."""
    return [
        (o.owing.subject, o.state.value)
        for o in owed(events, on)
        if o.duty.name == name and o.owing is not None
    ]


def state(events: Iterable[Event], on: date, name: str) -> str | None:
    """Return how a duty with one occasion stands on a day; ``None`` where there is none."""
    found = states(events, on, name)
    assert len(found) < 2
    return found[0][1] if found else None


# --- what is owed all the time --------------------------------------------------------------------


def test_who_owes_what_to_whom() -> None:
    """第二十至二十四条: every duty with its bearer, its provision and whom it is owed to."""
    found = [
        (d.name, d.provision, d.bearer, d.toward, d.lasting)
        for d in TIANJIN.duties
        if d.occasions is None
    ]
    assert found == STANDING


def test_before_approval_only_those_that_go_before_it_stand() -> None:
    """There is no consortium yet to be responsible for, to guide or to support."""
    standing = {o.duty.name for o in owed(PUBLIC, date(2026, 5, 20)) if o.owing is None}
    assert standing == {name for name, _, _, _, lasting in STANDING if not lasting}


@pytest.mark.parametrize(
    ("on", "whole"),
    [
        (date(2026, 5, 31), False),
        (date(2026, 6, 1), True),
        (date(2028, 6, 19), True),
        (date(2028, 6, 20), False),
    ],
)
def test_once_recognised_all_of_them_until_it_ends(on: date, whole: bool) -> None:
    """From the day of the approval to the day before the revocation."""
    standing = {o.duty.name for o in owed(REVOKED, on) if o.owing is None}
    assert (standing == {name for name, *_ in STANDING}) is whole


def test_a_standing_duty_is_never_due() -> None:
    """The text gives no day for them: they stand, and nothing is overdue."""
    assert {o.state.value for o in owed(FORMED, date(2029, 1, 1)) if o.owing is None} == {
        "standing"
    }


@pytest.mark.parametrize(
    ("on", "any_"),
    [(date(2030, 4, 9), True), (date(2030, 4, 10), True), (date(2030, 4, 11), False)],
)
def test_what_has_expired_puts_nobody_under_a_duty(on: date, any_: bool) -> None:
    """A05: the status stays, with nothing that governs it; no duty stands under a lapsed text."""
    assert any(o.owing is None for o in owed(FORMED, on)) is any_


@pytest.mark.parametrize(
    ("on", "any_"),
    [(date(2026, 5, 31), False), (date(2026, 6, 1), True), (date(2026, 6, 2), True)],
)
def test_what_is_not_in_force_yet_puts_nobody_under_any(on: date, any_: bool) -> None:
    """自公布之日起: neither a standing duty nor one that something occasioned, before that day."""
    policy = TIANJIN.supposing_published(date(2026, 6, 1))
    found = duties(policy, at(FILED, on), on, GIVEN)
    assert (bool(found), any(o.owing is not None for o in found)) == (any_, any_)


def test_what_was_owed_and_not_done_stays_on_record_when_the_text_has_expired() -> None:
    """A change reported on its last day and not decided: owed on the day after, too."""
    pending = (*FORMED, reported(ChangeKind.MEMBER_EXIT, on=date(2030, 4, 10)))
    days = (date(2030, 4, 10), date(2030, 4, 11))
    assert [state(pending, d, "decide_on_member_changes") for d in days] == ["owed", "owed"]


# --- 审核推荐、提交、委托评审 ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "bearer", "provision", "before", "after", "done"),
    [
        ("review_application", "district", "art6.item3.s2a", FILED, REVIEWED, date(2026, 3, 20)),
        (
            "forward_application",
            "district",
            "art6.item3.s2c",
            REVIEWED,
            FORWARDED,
            date(2026, 3, 23),
        ),
        ("commission_review", "bureau", "art6.item4.s2a", FORWARDED, DEFENDED, date(2026, 4, 10)),
        (
            "review_withdrawal_request",
            "bureau",
            "art14.s1d",
            HANDED_IN,
            EXAMINED,
            date(2028, 6, 1),
        ),
        ("issue_withdrawal_document", "bureau", "art14.s1d", EXAMINED, REVOKED, date(2028, 6, 20)),
    ],
)
def test_what_one_step_makes_the_next_ones_duty(
    name: str,
    bearer: str,
    provision: str,
    before: tuple[Event, ...],
    after: tuple[Event, ...],
    done: date,
) -> None:
    """Owed from the day of the one, discharged by the other, and never overdue: no time limit."""
    duty = next(d for d in TIANJIN.duties if d.name == name)
    assert (duty.bearer, duty.provision) == (bearer, provision)
    since = before[-1].on
    assert state(before[:-1], since, name) is None
    assert [state(before, d, name) for d in (since, date(2029, 12, 31))] == ["owed", "owed"]
    days = (date.fromordinal(done.toordinal() - 1), done, date.fromordinal(done.toordinal() + 1))
    assert [state(after, d, name) for d in days] == ["owed", "discharged", "discharged"]
    one = next(o.owing for o in owed(before, since) if o.duty.name == name)
    assert one is not None
    assert (one.since, one.due) == (since, None)


def test_a_district_that_does_not_recommend_has_nothing_to_forward() -> None:
    """C03: it has discharged its review, and without a recommendation nothing is to be sent on."""
    before = (*FILED, declined())
    on = date(2026, 4, 1)
    assert state(before, on, "review_application") == "discharged"
    assert state(before, on, "forward_application") is None


@pytest.mark.parametrize("act", [taken_back, refused], ids=["taken back", "refused"])
@pytest.mark.parametrize(
    ("before", "name"),
    [
        (FILED, "review_application"),
        (REVIEWED, "forward_application"),
        (FORWARDED, "commission_review"),
    ],
)
def test_nothing_more_is_owed_for_an_application_that_is_over(
    act: Any, before: tuple[Event, ...], name: str
) -> None:
    """Owed the day before it was taken back or refused, and no longer from that day."""
    over = (*before, act())
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 2))
    assert [state(over, d, name) for d in days] == ["owed", None, None]


def test_nor_for_what_an_approval_by_art_7_left_out() -> None:
    """Approved without review: nobody has to review it any more."""
    on = date(2026, 6, 1)
    assert state((*FILED, approved()), on, "review_application") is None
    assert state((*FILED, forwarded(), approved()), on, "commission_review") is None


def test_what_was_discharged_stays_so() -> None:
    """After the approval the review of the application is still shown as done."""
    assert state(FORMED, date(2029, 1, 1), "review_application") == "discharged"


def test_before_anything_is_filed_nothing_is_owed_for_it() -> None:
    """A call puts nobody under a duty to review."""
    assert [o.duty.name for o in owed(CALLED, date(2026, 3, 1)) if o.owing is not None] == []


# --- 变更：及时报，核准备案 -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "report", "decide"),
    [
        (ChangeKind.MEMBER_EXIT, "report_member_changes", "decide_on_member_changes"),
        (ChangeKind.CHIEF_TECHNOLOGIST, "report_person_changes", "decide_on_person_changes"),
    ],
)
def test_a_change_is_reported_by_the_lead_and_decided_by_the_bureau(
    kind: ChangeKind, report: str, decide: str
) -> None:
    """Reported the duty of the lead is discharged and that of the bureau begins; no day is due."""
    before = (*FORMED, reported(kind))
    days = (date(2027, 5, 5), date(2027, 5, 6), date(2029, 5, 6))
    assert [states(before, d, report) for d in days] == [[], *[[("c1", "discharged")]] * 2]
    assert [states(before, d, decide) for d in days] == [[], *[[("c1", "owed")]] * 2]


@pytest.mark.parametrize("act", [change_approved, change_refused], ids=["approved", "refused"])
def test_either_decision_discharges_the_bureau(act: Any) -> None:
    """核准 or not: decided is decided."""
    after = (*FORMED, reported(ChangeKind.MEMBER_EXIT), act())
    days = (date(2027, 5, 19), date(2027, 5, 20), date(2027, 5, 21))
    found = [states(after, d, "decide_on_member_changes")[0][1] for d in days]
    assert found == ["owed", "discharged", "discharged"]


@pytest.mark.parametrize("act", [change_approved, change_refused], ids=["approved", "refused"])
def test_what_another_decides_discharges_nobody(act: Any) -> None:
    """市科技局核准备案: the lead's own decision leaves the bureau's owed."""
    after = (*FORMED, reported(ChangeKind.MEMBER_EXIT), act(by=LEAD.name))
    assert state(after, date(2027, 6, 1), "decide_on_member_changes") == "owed"
    both = (*after, act())
    assert state(both, date(2027, 6, 1), "decide_on_member_changes") == "discharged"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (ChangeKind.MEMBER_EXIT, "report_member_changes"),
        (ChangeKind.CHIEF_TECHNOLOGIST, "report_person_changes"),
    ],
)
def test_a_change_carried_out_and_never_reported_is_owed_a_report(
    kind: ChangeKind, name: str
) -> None:
    """及时报: owed from the day it was carried out, by no day, and nothing for the bureau yet."""
    after = (*FORMED, executed(on=date(2027, 5, 25), kind=kind))
    days = (date(2027, 5, 24), date(2027, 5, 25), date(2029, 12, 31))
    assert [states(after, d, name) for d in days] == [[], [("c1", "owed")], [("c1", "owed")]]
    one = next(o.owing for o in owed(after, date(2027, 6, 1)) if o.duty.name == name)
    assert one is not None
    assert (one.since, one.due, one.done_on) == (date(2027, 5, 25), None, None)
    assert states(after, date(2027, 6, 1), name.replace("report_", "decide_on_")) == []


def test_a_change_carried_out_before_it_was_reported_was_owed_since_then() -> None:
    """及时: how long after, is said by the days; that it was too late, by nobody."""
    change = ChangeKind.MEMBER_EXIT
    late = (*FORMED, executed(on=date(2027, 1, 4)), reported(change))
    early = LEFT
    found = []
    for events in (late, early):
        one = next(
            o.owing
            for o in owed(events, date(2027, 6, 1))
            if o.duty.name == "report_member_changes"
        )
        assert one is not None
        found.append((one.since, one.done_on))
    assert found == [
        (date(2027, 1, 4), date(2027, 5, 6)),
        (date(2027, 5, 6), date(2027, 5, 6)),
    ]


def test_under_the_filing_reading_the_report_discharges_both() -> None:
    """F02 (b): nothing is left for the bureau to decide."""
    before = (*FORMED, reported(ChangeKind.MEMBER_EXIT))
    on = date(2027, 5, 6)
    policy = measures(frozenset({("change_effect", "filing")}))
    found = {
        o.duty.name: o.state.value
        for o in duties(policy, at(before, on), on, GIVEN)
        if o.owing is not None and "member_changes" in o.duty.name
    }
    assert found == {
        "report_member_changes": "discharged",
        "decide_on_member_changes": "discharged",
    }


def test_the_end_of_the_consortium_ends_what_was_owed_to_it() -> None:
    """Revoked on a ground while a change and a request were pending: nobody decides them now."""
    pending = (*FORMED, reported(ChangeKind.MEMBER_EXIT), asked(), *HANDED_IN[-1:])
    over = (*pending, imposed())
    for name in ("decide_on_member_changes", "review_withdrawal_request"):
        days = (date(2028, 6, 19), date(2028, 6, 20), date(2028, 6, 21))
        assert [state(over, d, name) for d in days] == ["owed", None, None]


def test_a_request_not_handed_in_puts_nobody_under_a_duty() -> None:
    """The bureau has nothing before it yet."""
    assert state(ASKED, date(2028, 5, 9), "review_withdrawal_request") is None


def test_a_request_declined_needs_no_document() -> None:
    """The review is done, and there is nothing to issue."""
    before = (*HANDED_IN, examined(agreed=False))
    on = date(2028, 7, 1)
    assert state(before, on, "review_withdrawal_request") == "discharged"
    assert state(before, on, "issue_withdrawal_document") is None


# --- 每年对创新联合体的运营情况进行监督检查 -------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2026, 12, 31), []),
        (date(2027, 1, 1), [("2027", "due")]),
        (date(2027, 12, 30), [("2027", "due")]),
        (date(2027, 12, 31), [("2027", "due")]),
        (date(2028, 1, 1), [("2027", "overdue"), ("2028", "due")]),
    ],
)
def test_one_inspection_a_year_but_none_in_the_year_of_approval(
    on: date, found: list[tuple[str, str]]
) -> None:
    """每年: due to the end of the year, overdue after it, from the year after approval (D14)."""
    assert states(FORMED, on, INSPECT) == found


def test_a_missed_inspection_is_the_districts() -> None:
    """E32: whose duty it was is said, and nothing follows for the consortium."""
    late = [o for o in owed(FORMED, date(2028, 1, 1)) if o.state.value == "overdue"]
    assert [(o.duty.bearer, o.duty.provision) for o in late] == [("district", "art22.s2c")]


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ({"on": date(2027, 1, 1)}, ["discharged", "due"]),
        ({"on": date(2027, 12, 31)}, ["discharged", "due"]),
        ({"on": date(2026, 12, 31)}, ["overdue", "due"]),
        ({"on": date(2028, 2, 1)}, ["overdue", "discharged"]),
        ({"on": date(2028, 2, 1), "year": 2027}, ["discharged_late", "due"]),
    ],
)
def test_an_inspection_counts_for_its_year(known: dict[str, Any], found: list[str]) -> None:
    """That of the day, unless it says which."""
    events = sorted((*FORMED, Inspected(by=DISTRICT, **known)), key=lambda e: e.on)
    assert [s for _, s in states(events, date(2028, 3, 1), INSPECT)] == found


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (DISTRICT, "discharged"),
        (None, "discharged"),
        ("河东区科技主管部门", "overdue"),
        ("天津经济技术开发区科技主管部门", "overdue"),
        ("市科技局", "overdue"),
    ],
)
def test_the_inspection_of_another_district_discharges_nobody(by: str | None, found: str) -> None:
    """本区: one that is known to be another office's is not the one the text asks for."""
    events = (*FORMED, Inspected(on=date(2027, 3, 1), by=by))
    assert states(events, date(2028, 1, 1), INSPECT)[0] == ("2027", found)


@pytest.mark.parametrize(
    ("published", "years"),
    [
        (date(2025, 12, 31), ["2027", "2028"]),
        (date(2026, 12, 31), ["2027", "2028"]),
        (date(2027, 1, 1), ["2028"]),
        (date(2027, 12, 31), ["2028"]),
        (date(2028, 1, 1), []),
    ],
)
def test_years_count_from_the_one_after_publication(published: date, years: list[str]) -> None:
    """A consortium there was before it: no inspection under this text of a year begun before it."""
    on = date(2028, 6, 1)
    found = duties(TIANJIN.supposing_published(published), at(FORMED, on), on, GIVEN)
    subjects = [o.owing.subject for o in found if o.duty.name == INSPECT and o.owing is not None]
    assert subjects == years


def test_of_two_inspections_in_a_year_the_first_discharges() -> None:
    """One a year is owed, and one is enough."""
    twice = [Inspected(on=date(2027, m, 1), by=DISTRICT) for m in (3, 9)]
    one = next(o for o in owed((*FORMED, *twice), date(2027, 12, 1)) if o.duty.name == INSPECT)
    assert one.owing is not None
    assert one.owing.done_on == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("ended", "years"),
    [
        (date(2027, 12, 31), []),
        (date(2028, 1, 1), ["2027"]),
        (date(2028, 12, 31), ["2027"]),
        (date(2029, 1, 1), ["2027", "2028"]),
    ],
)
def test_none_for_the_year_in_which_it_ended(ended: date, years: list[str]) -> None:
    """The year was not whole: it could have been inspected to its last day, but was not there."""
    events = (*FORMED, imposed(on=ended))
    assert [s for s, _ in states(events, date(2029, 6, 1), INSPECT)] == years


def test_what_is_recorded_after_the_end_does_not_prolong_it() -> None:
    """Something recorded of a revoked consortium in 2029 makes no inspection of 2028 owed."""
    events = (*REVOKED, asked(on=date(2029, 3, 1)))
    assert [s for s, _ in states(events, date(2029, 6, 1), INSPECT)] == ["2027"]


def test_set_aside_the_years_are_owed_after_all() -> None:
    """E14: it never ended; annulled, it ended with the annulment."""
    back = (*REVOKED, EndSetAside(on=date(2029, 3, 1)))
    gone = (*FORMED, RecognitionSetAside(on=date(2028, 3, 1)))
    found = [[s for s, _ in states(e, date(2029, 6, 1), INSPECT)] for e in (back, gone)]
    assert found == [["2027", "2028", "2029"], ["2027"]]


def test_none_for_the_year_in_which_the_text_expires() -> None:
    """有效期至2030年4月10日: the end of 2030 is after it, so 2029 is the last year that is due."""
    found = states(FORMED, date(2030, 4, 10), INSPECT)
    assert found == [("2027", "overdue"), ("2028", "overdue"), ("2029", "overdue")]


@pytest.mark.parametrize("before", [PUBLIC, REVOKED], ids=["before", "after"])
def test_there_must_be_a_consortium_to_inspect(before: tuple[Event, ...]) -> None:
    """Neither an application nor what has been revoked is inspected."""
    assert stands(before, Inspected(on=date(2028, 7, 3), by=DISTRICT)) == "refused"


def test_the_district_of_the_lead_inspects() -> None:
    """Every year, and more than once if it likes."""
    before = (*FORMED, Inspected(on=date(2027, 3, 1), by=DISTRICT))
    assert stands(FORMED, Inspected(on=date(2027, 3, 1), by=DISTRICT)) == "granted"
    assert stands(before, Inspected(on=date(2027, 9, 1), by=DISTRICT)) == "granted"


def test_another_district_does_not_inspect() -> None:
    """本区: an inspection by another district's department is not the one the text asks for."""
    assert stands(FORMED, Inspected(on=date(2027, 3, 1), by="河东区科技主管部门")) == "refused"


@pytest.mark.parametrize(
    ("zone", "by", "decision"),
    [
        (None, DISTRICT, "deferred"),
        (None, "天津经济技术开发区科技主管部门", "deferred"),
        (None, "河东区科技主管部门", "refused"),
        ("泰达", "天津经济技术开发区科技主管部门", "granted"),
        ("泰达", DISTRICT, "refused"),
        ("泰达", "市科技局", "refused"),
    ],
)
def test_the_own_district_is_that_of_the_lead_or_its_zone(
    zone: str | None, by: str, decision: str
) -> None:
    """本区: as for the application; whether the lead is in a zone must be known."""
    lead = evolve(LEAD, zone=zone)
    act = filed(application=evolve(COMPLETE.application, lead=lead))
    assert stands((*CALLED, act, approved()), Inspected(on=date(2027, 3, 1), by=by)) == decision


def test_who_inspected_must_be_known() -> None:
    """Not known is neither the own district nor another one."""
    (missing,) = lacks(decided(FORMED, Inspected(on=date(2027, 3, 1))))
    assert missing in ("act.by", "events[inspected].by")


# --- together -------------------------------------------------------------------------------------


def test_each_application_has_duties_of_its_own() -> None:
    """Filed a second time, unlawfully or not, the last filing is the one to be reviewed."""
    before = (call(), filed(), evolve(filed(), on=date(2026, 3, 9)))
    one = next(o for o in owed(before, date(2026, 4, 1)) if o.duty.name == "review_application")
    assert one.owing is not None
    assert one.owing.since == date(2026, 3, 9)


def test_each_change_has_duties_of_its_own() -> None:
    """One decided, one pending: told apart by their names."""
    second = reported(ChangeKind.MEMBER_RENAME, change="c2", unit=STAYING.key)
    before = (*LEFT, evolve(second, on=date(2027, 6, 1)))
    assert states(before, date(2027, 6, 1), "decide_on_member_changes") == [
        ("c1", "discharged"),
        ("c2", "owed"),
    ]
