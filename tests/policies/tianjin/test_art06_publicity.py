"""第六条第五项：参考专家评审意见，提出名单并公示，公示无异议后批复组建。"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    COMPLETE,
    LEAD,
    PARTICIPANTS,
    made_attestation,
    made_departure,
)
from tests.policies.tianjin.lives import (
    BUREAU,
    CALLED,
    DEFENDED,
    DISTRICT,
    FORMED,
    FORWARDED,
    GIVEN,
    PUBLIC,
    approved,
    at,
    because,
    decided,
    defended,
    filed,
    forwarded,
    lacks,
    measures,
    misplaced,
    objected,
    publicised,
    reviewed,
    settled,
    stands,
    verdict,
)

from innov_consortium.core.decide import Granted
from innov_consortium.core.events import Event
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.register import Register
from innov_consortium.policies.tianjin.events import ExpertOpinion, ReviewMode

PUBLICITY = ("art6.item5.s2b", "list_publicised")
AFTER = ("art6.item5.s2c", "approved_after_publicity")
ORDER = ("art6.item5.s2c", "step_order")
LAST = date(2026, 5, 12)
EVE, MORROW = date(2026, 5, 11), date(2026, 5, 13)


# --- 市科技局参考专家评审意见 ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "opinion", [ExpertOpinion.RECOMMENDED, ExpertOpinion.NOT_RECOMMENDED, ExpertOpinion.OTHER]
)
def test_the_opinion_is_a_reference_and_does_not_bind(opinion: ExpertOpinion) -> None:
    """参考: approved even against it (C04)."""
    before = (*FORWARDED, defended(opinion=opinion), publicised())
    assert stands(before, approved()) == "granted"


def test_there_must_be_an_opinion_to_refer_to() -> None:
    """None at all carries neither the list nor the approval; one nobody knows leaves both open."""
    silent = (*FORWARDED, defended(opinion=ExpertOpinion.NONE))
    opined = ("art6.item4.s2c", "experts_gave_opinion")
    assert because(decided(silent, publicised())) == [opined]
    assert because(decided((*silent, publicised()), approved())) == [
        opined,
        ("art6.item5.s2a", "experts_agree"),
    ]
    before = (*FORWARDED, defended(opinion=None))
    assert lacks(decided(before, publicised())) == {"events[expert_reviewed].opinion"}
    assert lacks(decided((*before, publicised()), approved())) == {
        "events[expert_reviewed].opinion"
    }


def test_what_was_no_defence_carries_no_list() -> None:
    """A review on paper that was recorded stands in the way of the list, and of the approval."""
    before = (*FORWARDED, defended(mode=ReviewMode.WRITTEN))
    for act in (publicised(), approved()):
        assert ("art6.item4.s2b", "defended_orally") in because(decided(before, act))


# --- 提出拟批复组建创新联合体名单并公示 -----------------------------------------------------------


def test_the_bureau_makes_the_list_public() -> None:
    """After the expert review, on its day or later."""
    assert stands(DEFENDED, publicised(on=date(2026, 4, 10))) == "granted"
    assert stands(DEFENDED, publicised()) == "granted"


@pytest.mark.parametrize("by", [DISTRICT, LEAD.name])
def test_nobody_else_makes_it_public(by: str) -> None:
    """市科技局: refused under the provision."""
    assert because(decided(DEFENDED, publicised(by=by))) == [("art6.item5.s2b", "step_actor")]
    assert lacks(decided(DEFENDED, publicised(by=None))) == {"act.by"}


@pytest.mark.parametrize("days", [0, 4, 6, 30])
def test_no_length_of_publicity_is_invented(days: int) -> None:
    """A single day, five, seven or a month: the text names none (C05)."""
    last = date.fromordinal(date(2026, 5, 6).toordinal() + days)
    before = (*DEFENDED, publicised(last=last))
    assert stands(before, approved(on=date.fromordinal(last.toordinal() + 1))) == "granted"


def test_without_publicity_there_is_no_approval() -> None:
    """名单并公示: the step that is missing is named, and the norms of it and of what follows it."""
    said = because(decided(DEFENDED, approved()))
    assert said == [PUBLICITY, ("art6.item5.s2b", "step_order"), AFTER]


@pytest.mark.parametrize(("by", "decision"), [("某传媒公司", "refused"), (None, "deferred")])
def test_publicity_that_is_not_the_bureaus_is_none(by: str | None, decision: str) -> None:
    """市科技局……公示: held by another it carries no approval; by nobody knows whom it waits."""
    said = decided((*DEFENDED, publicised(by=by)), approved())
    assert (verdict(said), because(said)) == (decision, [PUBLICITY])
    if by is None:
        assert lacks(said) == {"events[publicised].by"}


@pytest.mark.parametrize("on", [date(2026, 5, 5), date(2026, 5, 6), date(2026, 5, 7)])
def test_anothers_publicity_takes_nothing_from_the_bureaus(on: date) -> None:
    """Before, with or after it: where the bureau made the list public it is public."""
    other = publicised(on=on, by="某传媒公司", last=date(2026, 5, 31))
    both = sorted((publicised(), other), key=lambda e: e.on)
    said = decided((*DEFENDED, *both), approved())
    assert PUBLICITY not in because(said)
    assert AFTER not in because(said)


# --- 公示无异议后批复 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "decision"), [(EVE, "refused"), (LAST, "refused"), (MORROW, "granted")]
)
def test_approval_from_the_day_after_the_last_day_of_publicity(on: date, decision: str) -> None:
    """后: publicity lasts to 24:00 of its last day (C06)."""
    said = decided(PUBLIC, approved(on=on))
    assert verdict(said) == decision
    assert because(said) == ([] if decision == "granted" else [AFTER, ORDER])


@pytest.mark.parametrize(
    ("on", "row"), [(EVE, None), (LAST, "approve_on_last_day"), (MORROW, "approve")]
)
def test_the_last_day_has_a_row_of_its_own_where_it_is_allowed(on: date, row: str | None) -> None:
    """C06 (b): on the last day itself, from then on by the ordinary row, and not before it."""
    said = decided(PUBLIC, approved(on=on), approval_from="same_day")
    order = [f.values[0] for f in said.report if f.norm.name == "step_order"]
    if row is None:
        assert because(said) == [AFTER]
    else:
        assert (verdict(said), order) == ("granted", [row])
    assert "approve_on_last_day" not in {step.name for step in measures().rows}


def test_the_approval_founds_the_consortium_on_its_own_day() -> None:
    """批复组建: established on the day of the approval, not of the list."""
    assert (at(FORMED, date(2026, 5, 31)).phase, at(FORMED, date(2026, 6, 1)).phase) == (
        Phase.PROPOSED,
        Phase.RECOGNISED,
    )
    assert at(FORMED, date(2026, 6, 2)).recognised_on == date(2026, 6, 1)


@pytest.mark.parametrize("by", [DISTRICT, LEAD.name, "市财政局"])
def test_nobody_else_approves(by: str) -> None:
    """市科技局……批复: refused under the provision."""
    assert because(decided(PUBLIC, approved(by=by))) == [("art6.item5.s2c", "step_actor")]


@pytest.mark.parametrize("by", ["市科技局", "天津市科技局", "天津市科学技术局"])
def test_the_bureau_by_any_of_its_names(by: str) -> None:
    """Short and full name are one body."""
    assert stands(PUBLIC, approved(by=by)) == "granted"


def test_who_approves_must_be_known() -> None:
    """Not known is not another body."""
    assert lacks(decided(PUBLIC, approved(by=None))) == {"act.by"}


def test_a_last_day_nobody_knows_is_asked_for() -> None:
    """Publicity may begin without it; whether it is over cannot be said, on any day."""
    open_ended = publicised(last=None)
    assert stands(DEFENDED, open_ended) == "granted"
    for on in (date(2026, 5, 6), date(2026, 6, 1), date(2029, 6, 1)):
        said = decided((*DEFENDED, open_ended), approved(on=on))
        assert lacks(said) == {"events[publicised].last", "history.until"}


# --- 无异议 (C05) ---------------------------------------------------------------------------------


@pytest.mark.parametrize("on", [EVE, LAST])
def test_an_objection_within_publicity_blocks_while_it_is_open(on: date) -> None:
    """Up to the last day: nothing but the objection stands in the way."""
    assert because(decided((*PUBLIC, objected(on=on)), approved())) == [AFTER]


def test_an_objection_after_the_end_is_a_note() -> None:
    """Raised the day after the last day it does not block; it is shown among what is left out."""
    said = decided((*PUBLIC, objected(on=MORROW)), approved())
    assert isinstance(said, Granted)
    finding = next(f for f in said.report if f.norm.name == "approved_after_publicity")
    assert finding.facts["objections"].not_counted == ("o1 2026-05-13",)


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2026, 5, 5), "granted"),
        (date(2026, 5, 6), "refused"),
        (date(2026, 5, 7), "refused"),
    ],
)
def test_an_objection_before_publicity_is_none_to_it(on: date, decision: str) -> None:
    """公示无异议: raised the day before the first day it objects to nothing that is public."""
    events = sorted((*PUBLIC, objected(on=on)), key=lambda e: e.on)
    said = decided(events, approved())
    assert verdict(said) == decision
    finding = next(f for f in said.report if f.norm.name == "approved_after_publicity")
    left_out = finding.facts["objections"].not_counted
    assert left_out == ((f"o1 {on}",) if decision == "granted" else ())


@pytest.mark.parametrize("last", [None, date(2026, 5, 12)])
def test_while_nobody_says_when_publicity_ends_every_objection_since_counts(
    last: date | None,
) -> None:
    """One of 13 May blocks unless publicity is known to have ended on the 12th."""
    before = (*DEFENDED, publicised(last=last), objected(on=MORROW))
    assert stands(before, approved()) == ("refused" if last is None else "granted")


@pytest.mark.parametrize(
    ("by", "upheld", "decision"),
    [
        (BUREAU, False, "granted"),
        ("天津市科学技术局", False, "granted"),
        (LEAD.name, False, "refused"),
        (DISTRICT, False, "refused"),
        (None, False, "deferred"),
        (None, True, "refused"),
    ],
)
def test_only_the_bureau_disposes_of_an_objection(
    by: str | None, upheld: bool, decision: str
) -> None:
    """What the applicant or the district says of it leaves it open; not known whose is not no."""
    said = decided((*PUBLIC, objected(), settled(by=by, upheld=upheld)), approved())
    assert verdict(said) == decision
    if decision == "deferred":
        assert lacks(said) == {"events[objection_decided].by"}


@pytest.mark.parametrize("by", [LEAD.name, DISTRICT])
def test_what_another_says_after_the_bureau_changes_nothing(by: str) -> None:
    """Nor what another says before it."""
    bureau, other = settled(upheld=True), settled(by=by)
    for decisions in ((bureau, other), (other, bureau)):
        assert stands((*PUBLIC, objected(), *decisions), approved()) == "refused"


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2026, 5, 7), "refused"),
        (date(2026, 5, 8), "granted"),
        (date(2026, 5, 9), "granted"),
    ],
)
def test_decided_after_it_was_raised(on: date, decision: str) -> None:
    """A decision of the day before the objection is of no objection; of the same day it may be."""
    events = sorted((*PUBLIC, objected(), settled(on=on)), key=lambda e: e.on)
    assert stands(events, approved()) == decision


def test_on_one_day_the_order_of_recording_tells_which_was_first() -> None:
    """C06: decided in the morning, objected in the afternoon — the objection is open."""
    day = date(2026, 5, 8)
    assert stands((*PUBLIC, settled(on=day), objected(on=day)), approved()) == "refused"


@pytest.mark.parametrize(
    ("upheld", "decision"), [(False, "granted"), (True, "refused"), (None, "deferred")]
)
def test_what_the_objection_came_to_decides(upheld: bool | None, decision: str) -> None:
    """Not upheld it no longer blocks, upheld it does; not known is neither."""
    before = (*PUBLIC, objected(), settled(upheld=upheld))
    said = decided(before, approved())
    assert verdict(said) == decision
    if upheld is None:
        assert lacks(said) == {"events[objection_decided].upheld"}


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2026, 5, 31), "granted"),
        (date(2026, 6, 1), "granted"),
        (date(2026, 6, 2), "refused"),
    ],
)
def test_decided_by_the_day_of_the_approval(on: date, decision: str) -> None:
    """Decided the day before or that day it counts; a later decision heals nothing."""
    before = (*PUBLIC, objected(), settled(on=on))
    assert stands(before, approved()) == decision


def test_of_two_objections_each_counts() -> None:
    """One rejected and one open: the open one blocks; both rejected, neither does."""
    one = (*PUBLIC, objected(), objected(objection="o2"), settled())
    assert because(decided(one, approved())) == [AFTER]
    assert stands((*one, settled(objection="o2")), approved()) == "granted"


def test_an_objection_is_decided_once_it_is_raised() -> None:
    """Nothing to decide where nobody objected; and it is for the bureau, which makes public."""
    assert because(decided(PUBLIC, settled())) == [ORDER]
    before = (*PUBLIC, objected())
    assert stands(before, settled()) == "granted"
    assert lacks(decided(before, settled(by=None))) == {"act.by"}
    for by in (LEAD.name, DISTRICT):
        assert because(decided(before, settled(by=by))) == [("art6.item5.s2c", "step_actor")]


def test_anybody_may_object() -> None:
    """The text names nobody: the act needs no name."""
    assert [stands(PUBLIC, objected(by=by)) for by in (None, "某公司", LEAD.name)] == [
        "granted"
    ] * 3


def test_an_objection_raised_late_may_be_decided_after_the_approval() -> None:
    """It blocked nothing, and whoever raised it is owed an answer all the same."""
    before = (*PUBLIC, objected(on=MORROW), approved())
    assert stands(before, settled(on=date(2026, 6, 5))) == "granted"


def test_after_the_approval_nobody_objects_any_more() -> None:
    """公示: it is over, and so is the formation."""
    assert stands(FORMED, objected(on=date(2026, 6, 2))) == "refused"


# --- 第五条 again at approval (B16) ---------------------------------------------------------------


def test_what_was_left_to_bodies_at_filing_must_be_there_at_approval() -> None:
    """Nothing attested: filed it was, approved it is not before somebody has said so."""
    bare = evolve(GIVEN, attestations=())
    said = decided(PUBLIC, approved(), bare)
    assert verdict(said) == "deferred"
    assert {p for p, _ in because(said)} >= {"art5.item1.s2a", "art5.item6.s3b"}


def test_a_register_that_ends_before_the_day_of_approval_is_not_enough() -> None:
    """The caps are asked on that day: complete to the day before is unknown, to the day is met."""
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 2))
    said = [
        stands(PUBLIC, approved(), evolve(GIVEN, register=Register.complete(to=to))) for to in days
    ]
    assert said == ["deferred", "granted", "granted"]


def five(*, departure: bool) -> tuple[tuple[Event, ...], Any]:
    """Return an application of five, three of them enterprises, and what is known of it."""
    units = PARTICIPANTS[:5]
    signed = frozenset(u.key for u in (LEAD, *units))
    agreement = COMPLETE.application.agreement
    assert agreement is not None
    application = evolve(
        COMPLETE.application, participants=units, agreement=evolve(agreement, signatories=signed)
    )
    act = filed(application=application, co_applicants=frozenset(u.key for u in units))
    way = (*CALLED, act, reviewed(), forwarded(), defended(), publicised())
    accepted = (made_departure("art5.item3.s2c"),) if departure else ()
    return way, evolve(GIVEN, departures=accepted)


@pytest.mark.parametrize(("departure", "decision"), [(False, "deferred"), (True, "granted")])
def test_five_are_approved_once_the_departure_is_accepted(departure: bool, decision: str) -> None:
    """原则上: neither refused nor granted before the bureau has decided for stated reasons."""
    before, given = five(departure=departure)
    said = decided(before, approved(), given)
    assert verdict(said) == decision
    assert [p for p, _ in because(said)] == ([] if departure else ["art5.item3.s2c"])


def test_what_has_changed_since_the_filing_counts() -> None:
    """Found on 2026-05-20 not to operate normally any more: what was true at filing is not now."""
    word = made_attestation("operating_normally", holds=False, on=date(2026, 5, 20))
    given = evolve(GIVEN, attestations=(*GIVEN.attestations, word))
    assert because(decided(PUBLIC, approved(), given)) == [
        ("art5.item2.s2a", "lead_operates_in_tianjin")
    ]


def test_an_approval_is_given_once() -> None:
    """A second one is refused for its place."""
    said = decided(FORMED, approved(on=date(2026, 7, 1)))
    assert misplaced(said) == [provision for provision, _ in because(said)] == ["art6.item5.s2c"]
