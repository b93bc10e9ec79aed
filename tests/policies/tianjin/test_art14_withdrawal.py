"""第十四条：主动撤销——牵头单位提出，所有成员单位出具说明，报送，审核后发文；第十一条第一款。"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import COMPLETE, LEAD, PARTICIPANTS, made_attestation
from tests.policies.tianjin.lives import (
    ASKED,
    BUREAU,
    DISTRICT,
    EVERYBODY,
    EXAMINED,
    FORMED,
    GIVEN,
    GROUNDED,
    HANDED_IN,
    JOINING,
    LEAVING,
    PUBLIC,
    REVOKED,
    STAYING,
    UNBLEMISHED,
    approved,
    asked,
    at,
    because,
    change_approved,
    decided,
    established,
    examined,
    executed,
    handed_in,
    imposed,
    lacks,
    life,
    measures,
    misplaced,
    reported,
    revoked,
    stands,
    unqualified,
    verdict,
)

from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Dossier
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.decide import Refused, Standing
from innov_consortium.core.events import EndSetAside, Event, RecognitionSetAside
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.report import Answer, Report
from innov_consortium.errors import InvalidInputError

BY_LEAD = ("art14.s1a", "withdrawal_requested_by_lead")
STATEMENT = ("art14.s1b", "statement_issued_jointly")
DOCUMENT = ("art14.s1d", "withdrawn_by_document")
GROUND = ("art11.p1", "revoked_on_a_ground")
REST = EVERYBODY - {LEAVING.key}
ESTABLISHED = established(3, 5, 6, 7)  # of items 1, 2 and 4 the history itself tells


def checked(*events: Event, on: date, **readings: str) -> Report:
    """Ask the inquiry about the withdrawal of a history."""
    dossier = Dossier(history=life(events), register=GIVEN.register)
    return measures(frozenset(readings.items())).check("withdrawal", dossier, on=on)


def found(report: Report) -> dict[str, str]:
    """Return what each provision of art. 14 comes to."""
    return {f.provision: f.outcome.value for f in report if f.provision.startswith("art14")}


def test_asked_handed_in_reviewed_and_revoked() -> None:
    """The whole way, step by step; the status lasts until the document (R09, R10)."""
    history = life(FORMED)
    for act in (asked(), handed_in(), examined(), revoked()):
        assert stands(history.events, act) == "granted"
        assert at(history.events, act.on).phase is Phase.RECOGNISED
        history = history.add(act)
    assert [at(history.events, date(2028, 6, d)).phase for d in (19, 20, 21)] == [
        Phase.RECOGNISED,
        Phase.ENDED,
        Phase.ENDED,
    ]


def test_the_inquiry_says_the_same_of_what_was_done() -> None:
    """Each step under its own words, and the answer is that the formalities are complete."""
    report = checked(*REVOKED, on=date(2028, 6, 20))
    assert found(report) == dict.fromkeys(
        ("art14.s1a", "art14.s1b", "art14.s1c", "art14.s1d"), "met"
    )
    assert report.answer is Answer.MET


@pytest.mark.parametrize(
    ("on", "outcomes"),
    [
        (date(2028, 5, 5), ["not_applicable"] * 4),
        (date(2028, 5, 6), ["met", "met", "not_met", "not_met"]),
        (date(2028, 5, 10), ["met", "met", "met", "not_met"]),
        (date(2028, 6, 1), ["met", "met", "met", "not_met"]),
        (date(2028, 6, 20), ["met", "met", "met", "met"]),
    ],
)
def test_step_by_step_the_formalities_are_complete(on: date, outcomes: list[str]) -> None:
    """What is not done yet is not complete, and nothing later is looked at."""
    assert list(found(checked(*REVOKED, on=on)).values()) == outcomes


# --- 创新联合体牵头单位主动提出撤销申请的 ---------------------------------------------------------


@pytest.mark.parametrize("by", [LEAVING.name, DISTRICT, BUREAU])
def test_the_lead_asks_and_nobody_else(by: str) -> None:
    """A participant's request is refused."""
    assert because(decided(FORMED, asked(by=by))) == [("art14.s1a", "step_actor")]


def test_who_asks_must_be_known() -> None:
    """Not known is not a participant."""
    assert lacks(decided(FORMED, asked(by=None))) == {"act.by"}


@pytest.mark.parametrize("before", [PUBLIC, REVOKED], ids=["before", "after"])
def test_there_must_be_a_status_to_give_up(before: tuple[Event, ...]) -> None:
    """Neither an application nor what has been revoked has one."""
    said = decided(before, asked(on=date(2028, 7, 3)))
    assert misplaced(said) == ["art14.s1a"]


def test_what_was_asked_by_another_is_no_request_of_the_lead() -> None:
    """Recorded all the same it carries no review."""
    before = (*FORMED, asked(by=LEAVING.name), handed_in())
    assert because(decided(before, examined())) == [BY_LEAD]


# --- 需联合所有成员单位出具主动申请撤销说明 -------------------------------------------------------


@pytest.mark.parametrize("absent", [0, 2, 5])
def test_every_member_that_has_not_signed_is_named(absent: int) -> None:
    """所有成员单位: one finding, and in it whoever is missing."""
    unit = PARTICIPANTS[absent]
    before = (*FORMED, asked(signatories=EVERYBODY - {unit.key}))
    said = decided(before, handed_in())
    assert because(said) == [STATEMENT]
    assert [i.item for i in said.report.failed[0].items] == [unit]


def test_the_lead_need_not_sign_beside_asking() -> None:
    """B15: the lead acts and all the others join it; its own signature does no harm."""
    before = (*FORMED, asked(signatories=EVERYBODY | {LEAD.key}))
    assert stands(before, handed_in()) == "granted"
    assert stands((*FORMED, asked(signatories=frozenset({LEAD.key}))), handed_in()) == "refused"


def test_signatures_gathered_after_the_request_count() -> None:
    """The statement is what is handed in: signed between the two it is complete."""
    before = (*FORMED, asked(signatories=frozenset()))
    assert stands(before, handed_in(signatories=EVERYBODY)) == "granted"
    assert stands(before, handed_in(signatories=REST)) == "refused"
    assert stands(ASKED, handed_in(signatories=REST)) == "refused"


def test_signatures_nobody_knows_of_are_asked_for() -> None:
    """Missing is not unsigned: the report waits."""
    before = (*FORMED, asked(signatories=None))
    assert stands(FORMED, asked(signatories=None)) == "granted"
    assert lacks(decided(before, handed_in())) == {"events[end_reported].signatories"}


@pytest.mark.parametrize(
    ("execution", "decision"),
    [
        (date(2028, 5, 9), "granted"),
        (date(2028, 5, 10), "granted"),
        (date(2028, 5, 11), "refused"),
    ],
)
def test_the_day_of_leaving_is_no_longer_a_day_of_membership(
    execution: date, decision: str
) -> None:
    """所有成员单位 are those of the day of the report: whoever left by then need not sign."""
    way = (reported(ChangeKind.MEMBER_EXIT), change_approved())
    before = (*FORMED, *way, asked(signatories=REST), executed(on=execution))
    assert stands(before, handed_in()) == decision


def test_whose_exit_is_not_approved_must_sign() -> None:
    """R15: gone in fact, still a member."""
    gone = (reported(ChangeKind.MEMBER_EXIT), executed(on=date(2027, 5, 7)))
    before = (*FORMED, *gone, asked(signatories=REST))
    assert because(decided(before, handed_in())) == [STATEMENT]


def test_whoever_has_joined_must_sign() -> None:
    """From the approval of its joining it is one of all members."""
    joined = (*FORMED, reported(ChangeKind.MEMBER_JOIN), change_approved())
    assert because(decided((*joined, asked()), handed_in())) == [STATEMENT]
    signed = asked(signatories=EVERYBODY | {JOINING.key})
    assert stands((*joined, signed), handed_in()) == "granted"


def test_a_renamed_member_signs_as_the_one_it_is() -> None:
    """Its key has not changed."""
    rename = reported(ChangeKind.MEMBER_RENAME, unit=STAYING.key)
    before = (*FORMED, rename, change_approved(), executed(), asked())
    assert stands(before, handed_in()) == "granted"


# --- 报市科技局 -----------------------------------------------------------------------------------


def test_the_lead_hands_it_in() -> None:
    """On the day of the request or later; nobody else, and not before it."""
    assert [stands(ASKED, handed_in(on=date(2028, 5, d))) for d in (5, 6, 7)] == [
        "refused",
        "granted",
        "granted",
    ]
    assert because(decided(ASKED, handed_in(by=LEAVING.name))) == [("art14.s1c", "step_actor")]
    assert lacks(decided(ASKED, handed_in(by=None))) == {"act.by"}


def test_what_was_not_asked_for_is_not_handed_in() -> None:
    """The request that is missing is named."""
    assert ("art14.s1a", "step_order") in because(decided(FORMED, handed_in()))


# --- 经审核后发文撤销 -----------------------------------------------------------------------------


def test_the_bureau_reviews() -> None:
    """From the day it was handed in; nobody else."""
    assert [stands(HANDED_IN, examined(on=date(2028, 5, d))) for d in (9, 10, 11)] == [
        "refused",
        "granted",
        "granted",
    ]
    assert because(decided(HANDED_IN, examined(by=DISTRICT))) == [("art14.s1d", "step_actor")]
    assert lacks(decided(HANDED_IN, examined(by=None))) == {"act.by"}


def test_a_review_looks_at_the_statement_again() -> None:
    """Handed in without one member, unlawfully, it is no basis for a review that agrees."""
    before = (*ASKED, handed_in(signatories=REST))
    assert because(decided(before, examined())) == [STATEMENT]


def test_the_bureau_may_decline_and_the_lead_may_ask_again() -> None:
    """经审核: it may come to the other result; then the status lasts, and no document follows."""
    before = (*HANDED_IN, examined(agreed=False))
    assert stands(HANDED_IN, examined(agreed=False)) == "granted"
    assert stands(HANDED_IN, examined(agreed=False, by=DISTRICT)) == "refused"
    assert stands(before, revoked()) == "refused"
    assert stands(before, asked(on=date(2028, 7, 3))) == "granted"


def test_a_request_that_was_declined_tells_nothing_of_the_next() -> None:
    """Asked again on the very day: the new one is neither handed in nor reviewed yet."""
    day = date(2028, 6, 1)
    again = asked(on=day, signatories=REST)
    before = (*ASKED, handed_in(on=day), examined(agreed=False), again)
    assert found(checked(*before, on=day)) == {
        "art14.s1a": "met",
        "art14.s1b": "not_met",
        "art14.s1c": "not_met",
        "art14.s1d": "not_met",
    }


def test_the_document_comes_after_the_review() -> None:
    """From the day of the review; the review that is missing is named."""
    assert [stands(EXAMINED, revoked(on=date(2028, 6, d))) for d in (1, 2, 20)] == ["granted"] * 3
    assert stands(EXAMINED, revoked(on=date(2028, 5, 31))) == "refused"
    assert ("art14.s1d", "step_order") in because(decided(HANDED_IN, revoked()))


@pytest.mark.parametrize("by", [DISTRICT, LEAD.name])
def test_the_bureau_issues_the_document(by: str) -> None:
    """发文撤销: nobody else."""
    assert because(decided(EXAMINED, revoked(by=by))) == [("art14.s1d", "step_actor")]
    assert lacks(decided(EXAMINED, revoked(by=None))) == {"act.by"}


def test_there_must_be_a_document() -> None:
    """发文: which one it is nobody says, and so the revocation waits."""
    said = decided(EXAMINED, revoked(document=""))
    assert (verdict(said), because(said)) == ("deferred", [DOCUMENT])
    assert lacks(said) == {"events[ended].document"}


def test_a_review_whose_result_nobody_knows_carries_no_document() -> None:
    """Neither agreed nor declined: the revocation waits for the result."""
    before = (*HANDED_IN, examined(agreed=None))
    assert lacks(decided(before, revoked())) == {"events[end_reviewed].agreed"}


def test_no_length_of_review_is_invented() -> None:
    """The same day or a year later: the text has no time limit."""
    assert stands(HANDED_IN, examined(on=date(2029, 5, 10))) == "granted"
    assert stands(EXAMINED, revoked(on=date(2029, 6, 1))) == "granted"


@pytest.mark.parametrize(
    ("grounds", "decision"),
    [
        ((), "granted"),
        (None, "granted"),
        (("art11.item4",), "granted"),
        (("art11.item5",), "refused"),
        (("art11.item4", "art11.item5"), "refused"),
    ],
)
def test_on_request_there_is_no_ground_but_item_four(
    grounds: tuple[str, ...] | None, decision: str
) -> None:
    """Art. 14 asks for the document; what is imposed for a fault is no 主动撤销."""
    said = decided(EXAMINED, revoked(grounds=grounds), ESTABLISHED)
    assert (verdict(said), because(said)) == (decision, [] if decision == "granted" else [DOCUMENT])


def test_a_change_does_not_wait_for_the_withdrawal() -> None:
    """Until the document everything goes on."""
    act = reported(ChangeKind.LEAD_PRINCIPAL, on=date(2028, 6, 10))
    assert stands(EXAMINED, act) == "granted"


# --- 有下列情况之一的撤销（第十一条第一款） -------------------------------------------------------


@pytest.mark.parametrize(
    ("grounds", "decision"),
    [
        (("art11.item6",), "granted"),
        (("art11.item7",), "granted"),
        (("art11.item1", "art11.item5"), "granted"),
        (("art10.s1b",), "refused"),
        (("art12.s1f",), "refused"),
        ((), "refused"),
        (None, "deferred"),
    ],
)
def test_it_is_revoked_on_one_of_the_grounds(
    grounds: tuple[str, ...] | None, decision: str
) -> None:
    """下列情况之一: one of the seven, no other provision; which, if not known, is asked for."""
    said = decided(FORMED, imposed(grounds=grounds), ESTABLISHED)
    assert (verdict(said), because(said)) == (decision, [] if decision == "granted" else [GROUND])


@pytest.mark.parametrize(
    ("holds", "decision"), [(True, "granted"), (False, "refused"), (None, "deferred")]
)
def test_the_ground_must_be_established(holds: bool | None, decision: str) -> None:
    """Established, established not to be, or not known as the record is not whole."""
    given = GIVEN if holds is None else established(6, holds=holds)
    said = decided(FORMED, imposed(), given)
    assert verdict(said) == decision
    if holds is None:
        assert "record.complete_to" in lacks(said)


def test_the_ground_is_what_the_record_tells() -> None:
    """A judgment on record and nothing else; a whole record with nothing in it."""
    assert stands(FORMED, imposed(), GROUNDED) == "granted"
    assert stands(FORMED, imposed(), UNBLEMISHED) == "refused"


def test_two_unqualified_results_carry_a_revocation_for_them() -> None:
    """Item 1 is the history's own to tell: one, two, and two in spite of what is attested."""
    act = imposed(grounds=("art11.item1",))
    assert stands((*FORMED, *unqualified(2026)), act) == "refused"
    both = (*FORMED, *unqualified(2026, 2027))
    assert stands(both, act) == "granted"
    assert stands(both, act, established(1, holds=False)) == "deferred"
    assert stands(FORMED, act, established(1)) == "deferred"


@pytest.mark.parametrize(
    ("there", "decision"),
    [((6,), "granted"), ((5,), "granted"), ((5, 6), "granted"), ((7,), "deferred")],
)
def test_one_of_those_cited_is_enough_and_one_not_cited_is_not(
    there: tuple[int, ...], decision: str
) -> None:
    """情况之一: of items 5 and 6 cited either will do; item 7 established is another one."""
    act = imposed(grounds=("art11.item5", "art11.item6"))
    assert stands(FORMED, act, established(*there)) == decision


@pytest.mark.parametrize(
    ("other", "decision"), [(None, "deferred"), (False, "refused"), (True, "granted")]
)
def test_of_two_cited_both_must_fail_before_it_is_refused(
    other: bool | None, decision: str
) -> None:
    """One established not to be, the other unknown: open; both not: refused."""
    given = established(6, holds=False)
    if other is not None:
        given = established(5, holds=other, given=given)
    assert stands(FORMED, imposed(grounds=("art11.item5", "art11.item6")), given) == decision


def test_a_ground_that_is_no_provision_cannot_be_attested() -> None:
    """Misspelt it would establish nothing in silence."""
    word = made_attestation("art11.item9")
    given = evolve(GIVEN, attestations=(*GIVEN.attestations, word))
    with pytest.raises(InvalidInputError) as refused:
        decided(FORMED, imposed(), given)
    (fault,) = refused.value.faults
    assert fault.path == f"attestations[{len(GIVEN.attestations)}].what"


def test_a_ground_that_is_no_provision_is_told_at_its_place() -> None:
    """In the act itself, and in a history."""
    act = imposed(grounds=("art11.item1", "art11.item9"))
    with pytest.raises(InvalidInputError) as refused:
        decided(FORMED, act)
    assert [f.path for f in refused.value.faults] == ["act.grounds[1]"]
    with pytest.raises(InvalidInputError) as refused:
        checked(*FORMED, act, on=date(2028, 6, 20))
    assert [f.path for f in refused.value.faults] == [f"events[{len(FORMED)}].grounds[1]"]


def test_a_revocation_for_cause_needs_a_document_as_well() -> None:
    """E01, E06: the day of the document is the day of the revocation."""
    said = decided(FORMED, imposed(document=""), GROUNDED)
    assert (verdict(said), because(said)) == ("deferred", [GROUND])
    assert lacks(said) == {"events[ended].document"}


@pytest.mark.parametrize(
    ("by", "option", "decision"),
    [
        (LEAD.name, "completed", "refused"),
        (LEAD.name, "alone", "granted"),
        (LEAD.name, "two_roads", "granted"),
        (LEAVING.name, "alone", "refused"),
        (LEAVING.name, "two_roads", "refused"),
        (None, "alone", "deferred"),
    ],
)
def test_the_leads_own_request_is_what_establishes_item_four(
    by: str | None, option: str, decision: str
) -> None:
    """E02 (b), (c): 牵头单位提出撤销申请的 — another's request does not."""
    before = (*FORMED, asked(by=by, signatories=frozenset()))
    act = imposed(grounds=("art11.item4",))
    assert stands(before, act, voluntary_ground=option) == decision


@pytest.mark.parametrize("option", ["alone", "two_roads"])
def test_without_a_request_item_four_is_not_established(option: str) -> None:
    """Nobody has asked, and the history tells all there was; a body may say otherwise."""
    act = imposed(grounds=("art11.item4",))
    assert stands(FORMED, act, voluntary_ground=option) == "refused"
    assert stands(FORMED, act, established(4), voluntary_ground=option) == "deferred"
    given = established(4, holds=False)
    assert stands(FORMED, act, given, voluntary_ground=option) == "refused"


def test_the_bureau_revokes() -> None:
    """Art. 21: nobody else."""
    said = decided(FORMED, imposed(by=DISTRICT), ESTABLISHED)
    assert because(said) == [("art11.p1", "step_actor")]
    assert lacks(decided(FORMED, imposed(by=None), GROUNDED)) == {"act.by"}


@pytest.mark.parametrize("before", [PUBLIC, REVOKED], ids=["before", "after"])
def test_only_a_recognised_consortium_is_revoked(before: tuple[Event, ...]) -> None:
    """撤销其资格: an application has none, and what was revoked has none any more."""
    said = decided(before, imposed(on=date(2028, 7, 3)), ESTABLISHED)
    assert misplaced(said) == ["art11.p1"]


def test_item_four_is_no_way_around_art_14() -> None:
    """E02 (a): 牵头单位提出撤销申请的 is completed by art. 14, so it cannot be imposed."""
    act = imposed(grounds=("art11.item4",))
    assert because(decided(ASKED, act, ESTABLISHED)) == [GROUND]
    assert stands(ASKED, imposed(grounds=("art11.item4", "art11.item5")), ESTABLISHED) == "granted"


def test_nothing_is_revoked_on_request_without_the_procedure() -> None:
    """Each step that is missing is named, and so is the review."""
    said = because(decided(FORMED, revoked()))
    assert [p for p, name in said if name == "step_order"] == [
        "art14.s1a",
        "art14.s1c",
        "art14.s1d",
    ]


# --- E14 ------------------------------------------------------------------------------------------


def test_a_revocation_set_aside_leaves_the_way_open_again() -> None:
    """The status is there again: it may be given up anew, from the first step."""
    before = (*REVOKED, EndSetAside(on=date(2028, 9, 1)))
    assert at(before, date(2028, 9, 1)).phase is Phase.RECOGNISED
    assert stands(before, asked(on=date(2028, 9, 2))) == "granted"
    again = (*before, asked(on=date(2028, 9, 2)))
    assert stands(again, revoked(on=date(2028, 9, 3))) == "refused"


@pytest.mark.parametrize("act", [EndSetAside, RecognitionSetAside])
def test_what_a_court_does_is_outside_the_text(act: type[Event]) -> None:
    """The Measures have no step for it: it counts, and whether it is lawful they do not say."""
    judgment = act(on=date(2028, 9, 1), by="某人民法院")
    before = REVOKED if act is EndSetAside else FORMED
    said = decided(before, judgment)
    assert isinstance(said, Refused)
    assert (said.outside, because(said)) == (True, [])
    (last,) = audit(measures(), life((*before, judgment)), judgment.on, GIVEN)[-1:]
    assert last.standing is Standing.OUTSIDE


def test_the_same_event_without_a_name_for_its_members_is_not_read_as_everybody() -> None:
    """No application known: who all members are nobody can say, and the report waits."""
    bare = (approved(), asked(signatories=frozenset()))
    assert stands(bare, handed_in()) == "deferred"


def test_what_stands_around_the_case_may_say_who_the_members_are() -> None:
    """The application given beside the history names them, and none has signed."""
    given: Any = evolve(COMPLETE, register=GIVEN.register)
    bare = (approved(), asked(signatories=frozenset()))
    assert because(decided(bare, handed_in(), given)) == [STATEMENT]
