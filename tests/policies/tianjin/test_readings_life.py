"""措词两读的，每一读法都改变某个结论，且如其字母所说：第六、七、十一至十四、二十六条。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    COMPLETE,
    LEAD,
    PARTICIPANTS,
    made_engagement,
)
from tests.policies.tianjin.lives import (
    CALLED,
    DEFENDED,
    EXAMINED,
    FILED,
    FORMED,
    FORWARDED,
    GIVEN,
    JOINING,
    LEAVING,
    LEFT,
    PUBLIC,
    REVOKED,
    STAYING,
    approved,
    asked,
    change_approved,
    decided,
    declined,
    defended,
    established,
    executed,
    filed,
    forwarded,
    handed_in,
    imposed,
    knowing,
    life,
    measures,
    objected,
    publicised,
    reported,
    reviewed,
    revoked,
    settled,
    stands,
    verdict,
)

from innov_consortium.core.attestations import Interpretation
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.events import Event
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.register import Engagement, Role
from innov_consortium.core.registering import register
from innov_consortium.policies.tianjin.events import DistrictOpinion, ExpertOpinion
from innov_consortium.policies.tianjin.readings_life import LIFE_READINGS

EXIT, JOIN, REPLACED = (
    ChangeKind.MEMBER_EXIT,
    ChangeKind.MEMBER_JOIN,
    ChangeKind.LEAD_REPLACEMENT,
)
BLOCKED = (*FILED, declined())
ESTABLISHED = established(4)


def engaged(events: tuple[Event, ...], on: date, **readings: str) -> tuple[Engagement, ...]:
    """Return the engagements a history comes to on a day."""
    policy = measures(frozenset(readings.items()))
    return register(policy, [life(events)], on).engagements


def leaves(
    events: tuple[Event, ...], on: date = date(2027, 12, 31), **readings: str
) -> date | None:
    """Return the day from which the member that leaves is no longer counted."""
    (one,) = [e for e in engaged(events, on, **readings) if e.unit == LEAVING.id]
    return one.ended_on


def leads(events: tuple[Event, ...], **readings: str) -> Identifier:
    """Return who leads at the end of 2027."""
    on = date(2027, 12, 31)
    there = [e for e in engaged(events, on, **readings) if e.active_on(on)]
    (one,) = [e.unit for e in there if e.role is Role.LEAD]
    return one


def barred(events: tuple[Event, ...], **readings: str) -> tuple[date | None, date | None] | None:
    """Return the first and the last day on which the former lead is barred."""
    policy = measures(frozenset(readings.items()))
    bars = register(policy, [life(events)], date(2029, 1, 1)).bars
    return (bars[0].window.first, bars[0].window.last) if bars else None


def at_office(recipient: str) -> Event:
    """Return the filing of a lead registered in 和平区 that mainly operates in 泰达."""
    lead = evolve(LEAD, domicile="120101", zone=None, operates_in="泰达")
    return filed(application=evolve(COMPLETE.application, lead=lead), recipient=recipient)


def with_issuers(kind: ChangeKind, *units: Any, unable: tuple[Any, ...] = ()) -> Event:
    """Return a change reported on the word of these units, others being said to refuse."""
    keys, refusing = (frozenset(unit.key for unit in some) for some in (units, unable))
    return reported(kind, issued_by=keys, unable=refusing)


CROWDED = evolve(
    GIVEN,
    register=evolve(
        GIVEN.register,
        engagements=tuple(made_engagement(JOINING, f"另{n}") for n in range(2)),
    ),
)
TEDA, HEPING = "天津经济技术开发区科技主管部门", "和平区科技主管部门"
EARLY = (*FORMED, reported(EXIT), executed(on=date(2027, 5, 7)), change_approved())
AGAIN = (*EARLY, executed())
NEVER = (*FORMED, reported(EXIT), executed(on=date(2027, 5, 10)))
PENDING = (*FORMED, reported(EXIT, on=date(2030, 4, 10)))

#: For every reading: what is asked under each of its options, and what they answer.
ASKED_OF: dict[str, list[tuple[str, Callable[..., Any], dict[str, Any]]]] = {
    "on_expiry": [
        (
            "an act that goes on after the last day",
            lambda **r: stands(PENDING, change_approved(on=date(2030, 4, 11)), **r),
            {"no_new_act": "refused", "pending_finished": "granted", "status_ends": "refused"},
        ),
        (
            "members after the last day",
            lambda **r: sum(
                e.active_on(date(2030, 4, 11)) for e in engaged(FORMED, date(2030, 4, 11), **r)
            ),
            {"no_new_act": 7, "pending_finished": 7, "status_ends": 0},
        ),
    ],
    "call_needed": [
        (
            "an application without a call",
            lambda **r: stands((), filed(), **r),
            {"required": "refused", "internal": "granted"},
        ),
        (
            "an application outside the window of a call there is",
            lambda **r: stands(CALLED, filed(on=date(2027, 1, 1)), **r),
            {"required": "refused", "internal": "refused"},
        ),
    ],
    "district_office": [
        (
            "an application at the place of main operation",
            lambda **r: stands(CALLED, at_office(TEDA), **r),
            {"domicile": "refused", "operation": "granted"},
        ),
        (
            "an application at the registered domicile",
            lambda **r: stands(CALLED, at_office(HEPING), **r),
            {"domicile": "granted", "operation": "refused"},
        ),
    ],
    "district_opinion_needed": [
        (
            "what is not recommended is forwarded",
            lambda **r: stands(BLOCKED, forwarded(), **r),
            {"needed": "refused", "forwarded": "granted", "always": "refused"},
        ),
        (
            "the district does not recommend",
            lambda **r: stands(FILED, declined(), **r),
            {"needed": "granted", "forwarded": "granted", "always": "refused"},
        ),
        (
            "it recommends",
            lambda **r: stands(FILED, reviewed(), **r),
            {"needed": "granted", "forwarded": "granted", "always": "granted"},
        ),
        (
            "and approved",
            lambda **r: stands((*BLOCKED, forwarded(), defended(), publicised()), approved(), **r),
            {"needed": "refused", "forwarded": "granted", "always": "refused"},
        ),
    ],
    "expert_weight": [
        (
            "approved against the experts",
            lambda **r: stands(
                (*FORWARDED, defended(opinion=ExpertOpinion.NOT_RECOMMENDED), publicised()),
                approved(),
                **r,
            ),
            {"reference": "granted", "binding": "refused"},
        ),
        (
            "approved with them",
            lambda **r: stands(PUBLIC, approved(), **r),
            {"reference": "granted", "binding": "granted"},
        ),
    ],
    "objection_effect": [
        (
            "approved after an objection that was not upheld",
            lambda **r: stands((*PUBLIC, objected(), settled()), approved(), **r),
            {"open_or_upheld": "granted", "any": "refused"},
        ),
        (
            "approved after an objection that was upheld",
            lambda **r: stands((*PUBLIC, objected(), settled(upheld=True)), approved(), **r),
            {"open_or_upheld": "refused", "any": "refused"},
        ),
        (
            "approved after one raised too late",
            lambda **r: stands((*PUBLIC, objected(on=date(2026, 5, 13))), approved(), **r),
            {"open_or_upheld": "granted", "any": "granted"},
        ),
    ],
    "approval_from": [
        (
            "approved the day before the last day of publicity",
            lambda **r: stands(PUBLIC, approved(on=date(2026, 5, 11)), **r),
            {"next_day": "refused", "same_day": "refused"},
        ),
        (
            "approved on it",
            lambda **r: stands(PUBLIC, approved(on=date(2026, 5, 12)), **r),
            {"next_day": "refused", "same_day": "granted"},
        ),
        (
            "approved the day after",
            lambda **r: stands(PUBLIC, approved(on=date(2026, 5, 13)), **r),
            {"next_day": "granted", "same_day": "granted"},
        ),
    ],
    "voluntary_ground": [
        (
            "art. 14 without the members",
            lambda **r: stands((*FORMED, asked(signatories=frozenset())), handed_in(), **r),
            {"completed": "refused", "alone": "granted", "two_roads": "refused"},
        ),
        (
            "item 4 by itself",
            lambda **r: stands(
                (*FORMED, asked(signatories=frozenset())),
                imposed(grounds=("art11.item4",)),
                ESTABLISHED,
                **r,
            ),
            {"completed": "refused", "alone": "granted", "two_roads": "granted"},
        ),
        (
            "art. 14 with all members",
            lambda **r: stands(EXAMINED, revoked(), **r),
            {"completed": "granted", "alone": "granted", "two_roads": "granted"},
        ),
    ],
    "bar_after_voluntary": [
        (
            "a bar after a revocation on request",
            lambda **r: barred(REVOKED, **r),
            {
                "every": (date(2028, 6, 20), date(2031, 6, 20)),
                "fault_only": None,
            },
        ),
        (
            "a bar after one that was imposed",
            lambda **r: barred((*FORMED, imposed()), **r),
            {
                "every": (date(2028, 6, 20), date(2031, 6, 20)),
                "fault_only": (date(2028, 6, 20), date(2031, 6, 20)),
            },
        ),
    ],
    "bar_counting": [
        (
            "the last day of the bar",
            lambda **r: barred((*FORMED, imposed()), **r),
            {
                "not_counted": (date(2028, 6, 20), date(2031, 6, 20)),
                "counted": (date(2028, 6, 20), date(2031, 6, 19)),
            },
        ),
        (
            "that of a bar from 29 February",
            lambda **r: barred((*FORMED, imposed(on=date(2028, 2, 29))), **r),
            {
                "not_counted": (date(2028, 2, 29), date(2031, 2, 28)),
                "counted": (date(2028, 2, 29), date(2031, 2, 27)),
            },
        ),
    ],
    "member_changes": [
        (
            "a new member",
            lambda **r: stands(FORMED, reported(JOIN), **r),
            {"open": "granted", "closed": "deferred"},
        ),
        (
            "a merger of members",
            lambda **r: stands(FORMED, reported(ChangeKind.MEMBER_OTHER), **r),
            {"open": "granted", "closed": "deferred"},
        ),
        (
            "an exit",
            lambda **r: stands(FORMED, reported(EXIT), **r),
            {"open": "granted", "closed": "granted"},
        ),
    ],
    "lead_replacement": [
        (
            "who leads once another lead was approved and has taken over",
            lambda **r: leads((*FORMED, reported(REPLACED), change_approved(), executed()), **r),
            {"covered": STAYING.id, "not_provided": LEAD.id},
        ),
        (
            "another lead",
            lambda **r: stands(FORMED, reported(REPLACED), **r),
            {"covered": "granted", "not_provided": "deferred"},
        ),
        (
            "the exit of the lead",
            lambda **r: stands(
                FORMED, reported(EXIT, unit=LEAD.key, issued_by=frozenset({LEAD.key})), **r
            ),
            {"covered": "granted", "not_provided": "deferred"},
        ),
    ],
    "change_effect": [
        (
            "a member joins that takes part in two others already",
            lambda **r: stands(FORMED, reported(JOIN), CROWDED, **r),
            {"approval": "granted", "filing": "deferred"},
        ),
        (
            "the day from which whoever joins is a member",
            lambda **r: [
                e.since
                for e in engaged((*FORMED, reported(JOIN)), date(2027, 12, 31), **r)
                if e.unit == JOINING.id
            ],
            {"approval": [], "filing": [date(2027, 5, 6)]},
        ),
        (
            "carried out without an approval",
            lambda **r: stands((*FORMED, reported(EXIT)), executed(), **r),
            {"approval": "refused", "filing": "granted"},
        ),
        (
            "the day it counts from, if never approved",
            lambda **r: leaves(NEVER, **r),
            {"approval": None, "filing": date(2027, 5, 10)},
        ),
        (
            "carried out before the report",
            lambda **r: stands((*FORMED, reported(EXIT)), executed(on=date(2027, 5, 5)), **r),
            {"approval": "refused", "filing": "refused"},
        ),
    ],
    "basis_signers": [
        (
            "issued by the lead and the member concerned",
            lambda **r: stands(FORMED, with_issuers(EXIT, LEAD, LEAVING), **r),
            {"concerned": "granted", "all": "refused", "lead_suffices": "granted"},
        ),
        (
            "by the lead and all members",
            lambda **r: stands(FORMED, with_issuers(EXIT, LEAD, *PARTICIPANTS), **r),
            {"concerned": "granted", "all": "granted", "lead_suffices": "granted"},
        ),
        (
            "by the lead alone",
            lambda **r: stands(FORMED, with_issuers(EXIT, LEAD), **r),
            {"concerned": "refused", "all": "refused", "lead_suffices": "granted"},
        ),
        (
            "by the lead alone, the member concerned being said to refuse",
            lambda **r: stands(FORMED, with_issuers(EXIT, LEAD, unable=(LEAVING,)), **r),
            {"concerned": "deferred", "all": "refused", "lead_suffices": "granted"},
        ),
        (
            "by all members but the lead",
            lambda **r: stands(FORMED, with_issuers(EXIT, *PARTICIPANTS), **r),
            {"concerned": "refused", "all": "refused", "lead_suffices": "refused"},
        ),
    ],
    "premature_execution": [
        (
            "the day it counts from, if carried out too early",
            lambda **r: leaves(EARLY, **r),
            {"counts_later": date(2027, 5, 20), "void": None},
        ),
        (
            "if done again after the approval",
            lambda **r: leaves(AGAIN, **r),
            {"counts_later": date(2027, 5, 20), "void": date(2027, 5, 25)},
        ),
        (
            "if carried out in time",
            lambda **r: leaves(LEFT, **r),
            {"counts_later": date(2027, 5, 25), "void": date(2027, 5, 25)},
        ),
    ],
    "persons_covered": [
        (
            "another key person",
            lambda **r: stands(FORMED, reported(ChangeKind.PERSON_OTHER), **r),
            {"similar": "deferred", "any_key": "granted"},
        ),
        (
            "the lead's principal",
            lambda **r: stands(FORMED, reported(ChangeKind.LEAD_PRINCIPAL), **r),
            {"similar": "granted", "any_key": "granted"},
        ),
    ],
    "successor_tested": [
        (
            "a successor whose qualification nobody attests",
            lambda **r: stands(
                (*FORMED, reported(ChangeKind.CHIEF_TECHNOLOGIST)), change_approved(), **r
            ),
            {"tested": "deferred", "not_tested": "granted"},
        ),
        (
            "one who is neither of the two",
            lambda **r: stands(
                (*FORMED, reported(ChangeKind.CHIEF_TECHNOLOGIST)),
                change_approved(),
                knowing(("successor_qualification", "other")),
                **r,
            ),
            {"tested": "refused", "not_tested": "granted"},
        ),
    ],
    "membership_end": [
        (
            "the first day on which a member that leaves is no longer counted",
            lambda **r: leaves(LEFT, **r),
            {
                "execution": date(2027, 5, 25),
                "approval": date(2027, 5, 20),
                "day_after": date(2027, 5, 26),
            },
        ),
        (
            "an exit approved and not carried out",
            lambda **r: leaves((*FORMED, reported(EXIT), change_approved()), **r),
            {"execution": None, "approval": date(2027, 5, 20), "day_after": None},
        ),
        (
            "an exit carried out on the last day there is",
            lambda **r: leaves((*LEFT[:-1], executed(on=date.max)), date.max, **r),
            {"execution": date.max, "approval": date(2027, 5, 20), "day_after": None},
        ),
    ],
}

ROWS = [
    pytest.param(reading, option, ask, answers[option], id=f"{reading}={option}: {what}")
    for reading, asked_of in ASKED_OF.items()
    for what, ask, answers in asked_of
    for option in answers
]


def test_every_reading_of_the_life_is_asked_here_under_every_option() -> None:
    """None is left out: eighteen questions, forty-one options."""
    there = {c.name: sorted(o.name.lower() for o in c.question.options) for c in LIFE_READINGS}
    asked_here = {
        reading: sorted(answers) for reading, rows in ASKED_OF.items() for _, _, answers in rows
    }
    assert asked_here == there
    assert (len(there), sum(map(len, there.values()))) == (18, 41)


@pytest.mark.parametrize(("reading", "option", "ask", "answer"), ROWS)
def test_an_option_answers_as_its_letter_says(
    reading: str, option: str, ask: Callable[..., Any], answer: Any
) -> None:
    """What each way of reading the words comes to, in the place where they matter."""
    assert ask(**{reading: option}) == answer


@pytest.mark.parametrize("choice", LIFE_READINGS, ids=lambda choice: choice.name)
def test_no_option_is_dead(choice: Any) -> None:
    """Each option but the default answers something otherwise than the default does."""
    default = choice.question.default.name.lower()
    for option in (o.name.lower() for o in choice.question.options):
        differs = [a[option] != a[default] for _, _, a in ASKED_OF[choice.name]]
        assert any(differs) is (option != default)


@pytest.mark.parametrize("reading", ASKED_OF)
def test_what_is_chosen_by_default_is_the_first_letter(reading: str) -> None:
    """Asked with nothing chosen it answers as under (a); replacing the lead as under (d)."""
    default = "not_provided" if reading == "lead_replacement" else None
    for _, ask, answers in ASKED_OF[reading]:
        assert ask() == answers[default or next(iter(answers))]


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2026, 5, 31), "granted"),
        (date(2026, 6, 1), "granted"),
        (date(2026, 6, 2), "refused"),
    ],
)
def test_an_official_interpretation_counts_from_its_day(on: date, decision: str) -> None:
    """The four bodies say publicity ends during its last day: known the day before or that day."""
    last = date(2026, 6, 1)
    word = Interpretation(
        reading="approval_from", option="same_day", by="市科技局会同三部门", on=on
    )
    given = evolve(GIVEN, interpretations=(word,))
    before = (*DEFENDED, publicised(last=last))
    assert stands(before, approved(on=last), given) == decision


# --- two readings at once -------------------------------------------------------------------------


def test_blocked_and_forwarded_it_must_still_have_an_opinion() -> None:
    """C03 (b): with the negative opinion, not with none, nor with one that nobody knows."""
    none = (*FILED, declined(opinion=DistrictOpinion.NONE))
    assert stands(none, forwarded(), district_opinion_needed="forwarded") == "refused"
    silent = (*FILED, evolve(declined(), opinion=None))
    for option in ("needed", "forwarded", "always"):
        assert stands(silent, forwarded(), district_opinion_needed=option) == "deferred"


def test_a_lead_whose_place_of_operation_nobody_knows_is_asked_for_it() -> None:
    """C02 (b): not known is not elsewhere."""
    assert stands(CALLED, filed(), district_office="operation") == "deferred"


def test_all_members_are_those_of_the_day_of_the_report() -> None:
    """F05 (b): whoever had left by then need not issue the basis of the next change."""
    rest = [u for u in PARTICIPANTS if u is not LEAVING]
    second = reported(
        EXIT,
        change="c2",
        on=date(2027, 6, 1),
        unit=STAYING.key,
        issued_by=frozenset(u.key for u in (LEAD, *rest)),
    )
    assert stands(LEFT, second, basis_signers="all") == "granted"
    assert stands(FORMED, evolve(second, change="c1"), basis_signers="all") == "refused"


def test_where_filing_suffices_whoever_joins_is_no_stranger_to_its_own_joining() -> None:
    """F02 (b): a member since its report, it has not been one before it."""
    joined = (*FORMED, reported(JOIN))
    for act in (change_approved(), executed()):
        assert stands(joined, act, change_effect="filing") == "granted"
    again = reported(JOIN, change="c2", on=date(2027, 5, 7))
    assert stands(joined, again, change_effect="filing") == "refused"


@pytest.mark.parametrize("option", ["approval", "filing"])
def test_a_joining_has_one_row_under_each_reading(option: str) -> None:
    """The report itself, or the report with the cap that is asked where it takes effect."""
    rows = {s.name for s in measures(frozenset({("change_effect", option)})).rows}
    name = {"approval": "report_join", "filing": "report_join_filed"}[option]
    assert rows & {"report_join", "report_join_filed"} == {name}


def test_where_filing_suffices_the_cap_is_asked_of_the_report() -> None:
    """F02 (b) with F08: a member joins with the report, and is tested when it joins."""
    two = tuple(made_engagement(JOINING, f"另{n}") for n in range(2))
    given = evolve(GIVEN, register=evolve(GIVEN.register, engagements=two))
    said = decided(FORMED, reported(JOIN), given, change_effect="filing")
    assert verdict(said) == "deferred"
    assert stands(FORMED, reported(JOIN), given) == "granted"
