"""第六、七条：批复只能经第六条的每一步，或者依第七条经认定并由市科技局决定“一事一议”。"""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS, made_special_case, varied
from tests.policies.tianjin.lives import (
    CALLED,
    DEFENDED,
    DISTRICT,
    FILED,
    FORMED,
    FORWARDED,
    GIVEN,
    PUBLIC,
    REVIEWED,
    approved,
    because,
    call,
    decided,
    declined,
    defended,
    filed,
    forwarded,
    lacks,
    life,
    measures,
    objected,
    publicised,
    refused,
    reviewed,
    settled,
    stands,
    taken_back,
    verdict,
)

from innov_consortium.core.attestations import Attestation, Interpretation, SpecialCase
from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.events import Event
from innov_consortium.core.history import replay
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.periods import Window
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin.events import ExpertOpinion, ReviewMode

KEY, URGENT = "art7.s1a", "art7.s1b"
PREFIXES = {
    "filed": FILED,
    "reviewed": REVIEWED,
    "forwarded": FORWARDED,
    "defended": DEFENDED,
}
SCOPES = ("formation", "principles", "everything")
OTHER = "河东区科技主管部门"


def special(**known: Any) -> Surroundings:
    """Return what is known with a special case, determined and elected unless it says otherwise."""
    return evolve(GIVEN, special_case=made_special_case(**known))


SPECIAL = special()


# --- 经第六条的每一步 -----------------------------------------------------------------------------


def test_every_step_taken_leads_to_the_approval() -> None:
    """Call, filing, review, forwarding, expert review, publicity: then it is granted."""
    history = life(())
    acts = [call(), filed(), reviewed(), forwarded(), defended(), publicised(), approved()]
    for act in acts:
        assert stands(history.events, act) == "granted", act.tag
        history = history.add(act)
    assert replay(history, date(2026, 6, 1)).phase is Phase.RECOGNISED


def test_no_step_may_be_left_out() -> None:
    """Of the sixty-four sets of steps that may have been recorded one alone is enough."""
    ways: list[tuple[Event, ...]] = []
    for n in range(7):
        ways += itertools.combinations(PUBLIC, n)
    granted = [way for way in ways if stands(way, approved()) == "granted"]
    assert (len(ways), granted) == (64, [PUBLIC])


def test_in_no_other_order() -> None:
    """Of the 720 orders in which the six may have been recorded on one day one is enough."""
    day = date(2026, 5, 4)
    steps = (
        call(on=day),
        filed(on=day),
        reviewed(on=day),
        forwarded(on=day),
        defended(on=day),
        publicised(on=day, last=day),
    )
    orders = list(itertools.permutations(steps))
    granted = [way for way in orders if stands(way, approved(on=date(2026, 5, 5))) == "granted"]
    assert (len(orders), granted) == (720, [steps])


#: Acts that are refused, or deferred, where they are taken; each with its place in ``PUBLIC``.
RECORDED_ALL_THE_SAME: dict[str, tuple[int, Event, str]] = {
    "call issued by the lead": (0, call(by=LEAD.name), "refused"),
    "call issued by a district": (0, call(by=DISTRICT), "refused"),
    "call by nobody knows whom": (0, call(by=None), "deferred"),
    "filed by a participant": (1, filed(by=PARTICIPANTS[0].name), "refused"),
    "filed by the district": (1, filed(by=DISTRICT), "refused"),
    "filed by nobody knows whom": (1, filed(by=None), "deferred"),
    "filed by the lead alone": (1, filed(co_applicants=frozenset()), "refused"),
    "filed nobody knows together with whom": (1, filed(co_applicants=None), "deferred"),
    "filed without a plan": (1, filed(documents=frozenset({"proofs"})), "refused"),
    "filed without proofs": (1, filed(documents=frozenset({"construction_plan"})), "refused"),
    "filed nobody knows with what": (1, filed(documents=None), "deferred"),
    "filed alone and with nothing": (
        1,
        filed(co_applicants=frozenset(), documents=frozenset()),
        "refused",
    ),
    "reviewed by another district": (2, reviewed(by=OTHER), "refused"),
    "reviewed by the bureau": (2, reviewed(by="市科技局"), "refused"),
    "reviewed by the lead": (2, reviewed(by=LEAD.name), "deferred"),
    "reviewed by nobody knows whom": (2, reviewed(by=None), "deferred"),
    "reviewed with nobody knows what opinion": (2, reviewed(opinion=None), "deferred"),
    "forwarded by another district": (3, forwarded(by=OTHER), "refused"),
    "forwarded by the bureau": (3, forwarded(by="市科技局"), "refused"),
    "forwarded by the lead": (3, forwarded(by=LEAD.name), "deferred"),
    "forwarded by nobody knows whom": (3, forwarded(by=None), "deferred"),
    "experts of the bureau itself": (4, defended(agency="市科技局"), "refused"),
    "experts of the lead": (4, defended(agency=LEAD.name), "refused"),
    "experts of nobody knows whom": (4, defended(agency=None), "deferred"),
    "experts on paper": (4, defended(mode=ReviewMode.WRITTEN), "refused"),
    "experts nobody knows how": (4, defended(mode=None), "deferred"),
    "experts without an opinion": (4, defended(opinion=ExpertOpinion.NONE), "refused"),
    "experts with nobody knows what opinion": (4, defended(opinion=None), "deferred"),
    "public by a media company": (5, publicised(by="某传媒公司"), "refused"),
    "public by the district": (5, publicised(by=DISTRICT), "refused"),
    "public by nobody knows whom": (5, publicised(by=None), "deferred"),
}


@pytest.mark.parametrize("name", RECORDED_ALL_THE_SAME)
def test_what_was_unlawful_at_its_step_does_not_become_an_approval(name: str) -> None:
    """经第六条的每一步: recorded although it was not granted, it carries no approval."""
    n, act, verdict_there = RECORDED_ALL_THE_SAME[name]
    assert stands(PUBLIC[:n], act) == verdict_there
    assert stands((*PUBLIC[:n], act, *PUBLIC[n + 1 :]), approved()) in (verdict_there, "refused")


@pytest.mark.parametrize("pair", list(itertools.combinations(range(6), 2)), ids=str)
def test_nor_do_two_faults_together_heal_each_other(pair: tuple[int, int]) -> None:
    """Whichever two of the six steps were taken by the wrong one, the approval is refused."""
    wrong = (
        call(by=LEAD.name),
        filed(by=PARTICIPANTS[0].name),
        reviewed(by=OTHER),
        forwarded(by=OTHER),
        defended(agency=LEAD.name),
        publicised(by="某传媒公司"),
    )
    way = [wrong[n] if n in pair else event for n, event in enumerate(PUBLIC)]
    assert stands(way, approved()) == "refused"


@pytest.mark.parametrize(
    ("outside", "decision"),
    [(date(2026, 2, 9), "refused"), (date(2026, 3, 2), "granted"), (date(2026, 3, 3), "refused")],
)
def test_what_was_filed_outside_the_call_does_not_become_one_either(
    outside: date, decision: str
) -> None:
    """A call for 2026-02-10 to 2026-03-02: filed before, on its last day, or after it."""
    way = sorted((call(last=date(2026, 3, 2)), filed(on=outside)), key=lambda e: e.on)
    assert stands((*way, *PUBLIC[2:]), approved()) == decision


def test_nor_what_was_taken_from_a_barred_lead() -> None:
    """E09, C07: presented while it was barred; one that is barred only later is not touched."""
    first = {"during": date(2026, 3, 23), "later": date(2026, 3, 24)}
    found = {}
    for when, day in first.items():
        bar = Bar(unit=LEAD.id, window=Window(day, date(2029, 3, 24)), consortium="C0")
        given = evolve(GIVEN, register=evolve(GIVEN.register, bars=(bar,)))
        found[when] = because(decided(PUBLIC, approved(), given))
    assert found == {"during": [("art11.p2.s1b", "lead_not_barred")], "later": []}


@pytest.mark.parametrize("recipient", [OTHER, None])
def test_the_wrong_office_is_no_nullity(recipient: str | None) -> None:
    """C02: handed in elsewhere, or not known where, it was filed; the own district reviewed it."""
    act = filed(recipient=recipient)
    assert stands(CALLED, act) == ("deferred" if recipient is None else "refused")
    assert stands((*CALLED, act, *PUBLIC[2:]), approved()) == "granted"


def test_nor_does_the_bureau_take_the_place_of_every_district() -> None:
    """Handed in to the bureau, reviewed and forwarded by it: no district has recommended it."""
    own = "市科技局"
    way = (*CALLED, filed(recipient=own), reviewed(by=own), forwarded(by=own), *PUBLIC[4:])
    assert because(decided(way, approved())) == [
        ("art6.item3.s2b", "district_recommended"),
        ("art6.item3.s2c", "forwarded_to_bureau"),
    ]


def test_asked_afterwards_every_step_left_out_is_not_met() -> None:
    """Approved from nothing but a call and a filing: what was skipped is said, step by step."""
    dossier = Dossier(history=life((*FILED, approved())), register=GIVEN.register)
    report = measures().check("procedure", dossier, on=date(2026, 6, 1))
    assert [f.provision for f in report.failed] == [
        "art6.item3.s2a",
        "art6.item3.s2b",
        "art6.item3.s2c",
        "art6.item4.s2a",
        "art6.item4.s2b",
        "art6.item4.s2c",
        "art6.item5.s2a",
        "art6.item5.s2b",
        "art6.item5.s2c",
    ]


@pytest.mark.parametrize("prefix", ["filed", "reviewed", "forwarded", "defended", "public"])
def test_asked_midway_only_what_was_due_by_then_is_asked(prefix: str) -> None:
    """A step not yet taken, nor one after it, is not applicable; none of those taken fails."""
    events = {**PREFIXES, "public": PUBLIC}[prefix]
    dossier = Dossier(history=life(events), register=GIVEN.register)
    report = measures().check("procedure", dossier, on=date(2026, 5, 20))
    found = [f for f in report if f.provision.startswith("art6")]
    met = {"filed": 5, "reviewed": 7, "forwarded": 8, "defended": 11, "public": 11}[prefix]
    assert sum(f.outcome.value == "met" for f in found) == met
    assert {f.outcome.value for f in found} <= {"met", "not_applicable"}


def test_without_a_recommendation_the_approval_lacks_its_basis() -> None:
    """Forwarded and reviewed although the district declined: refused at the approval, too."""
    way = (*FILED, declined(), forwarded(), defended(), publicised())
    assert ("art6.item3.s2b", "district_recommended") in because(decided(way, approved()))


# --- 依第七条 -------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize(
    ("scope", "decision"),
    [("formation", "granted"), ("principles", "refused"), ("everything", "granted")],
)
def test_determined_and_elected_steps_may_be_left_out(
    prefix: str, scope: str, decision: str
) -> None:
    """Under B12 (a) and (c) arts. 5 and 6 give way; under (b) only what is 原则上, and no step."""
    said = decided(PREFIXES[prefix], approved(), SPECIAL, case_by_case_scope=scope)
    assert verdict(said) == decision
    orders = [p for p, name in because(said) if name == "step_order"]
    assert bool(orders) == (scope == "principles")


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("scope", SCOPES)
def test_an_ordinary_case_has_no_such_way(prefix: str, scope: str) -> None:
    """Nothing put forward: the steps missing stay missing, however far art. 7 reaches."""
    assert stands(PREFIXES[prefix], approved(), case_by_case_scope=scope) == "refused"


@pytest.mark.parametrize("scope", SCOPES)
def test_an_ordinary_approval_is_not_in_its_way(scope: str) -> None:
    """All steps taken and art. 7 claimed besides: granted, as without it."""
    assert stands(PUBLIC, approved(), SPECIAL, case_by_case_scope=scope) == "granted"


def test_each_step_left_out_is_case_by_case_and_stays_on_record() -> None:
    """What gives way is shown as giving way, not as met."""
    said = decided(FILED, approved(), SPECIAL)
    found = [(f.provision, f.outcome.value) for f in said.report if f.norm.name == "step_order"]
    assert found == [
        ("art6.item3.s2a", "case_by_case"),
        ("art6.item3.s2c", "case_by_case"),
        ("art6.item4.s2a", "case_by_case"),
        ("art6.item5.s2b", "case_by_case"),
    ]
    assert verdict(said) == "granted"


@pytest.mark.parametrize("by", [DISTRICT, "市财政局", PARTICIPANTS[0].name])
@pytest.mark.parametrize("scope", SCOPES)
def test_an_approving_act_of_the_bureau_is_never_dispensed_with(by: str, scope: str) -> None:
    """The least that remains: somebody has to approve, and it is the bureau."""
    said = decided(PUBLIC, approved(by=by), SPECIAL, case_by_case_scope=scope)
    assert because(said) == [("art6.item5.s2c", "step_actor")]


def test_nor_is_an_application() -> None:
    """A lead and members: where nobody says who they are there is nothing to approve yet."""
    for before in ((), CALLED):
        said = decided(before, approved(), SPECIAL)
        assert verdict(said) == "deferred"
        assert "application" in lacks(said)


def test_nor_is_a_member_beside_the_lead() -> None:
    """A lead alone is no consortium (art. 2)."""
    alone = varied(participants=()).application
    before = (filed(application=alone, co_applicants=frozenset()),)
    assert stands(before, approved(), SPECIAL) == "refused"


@pytest.mark.parametrize("scope", ["formation", "everything"])
def test_five_of_which_two_are_enterprises(scope: str) -> None:
    """What art. 5 item 3 asks gives way at the filing and at the approval."""
    few = varied(participants=PARTICIPANTS[1:]).application
    act = filed(application=few, co_applicants=frozenset(u.key for u in few.participants))
    assert stands(CALLED, act, SPECIAL, case_by_case_scope=scope) == "granted"
    before = (*CALLED, act)
    assert stands(before, approved(), SPECIAL, case_by_case_scope=scope) == "granted"
    assert stands(CALLED, act, SPECIAL, case_by_case_scope="principles") == "refused"


def test_publicity_that_is_held_must_be_over() -> None:
    """An approval that comes too early is not a step left out: it waits for the day after."""
    days = (date(2026, 5, 11), date(2026, 5, 12), date(2026, 5, 13))
    said = [stands(PUBLIC, approved(on=d), SPECIAL) for d in days]
    assert said == ["refused", "refused", "granted"]


@pytest.mark.parametrize(
    ("scope", "decision"),
    [("formation", "granted"), ("principles", "refused"), ("everything", "granted")],
)
def test_what_publicity_came_to_gives_way_as_publicity_does(scope: str, decision: str) -> None:
    """B12 (a): of art. 6 only the approving act is never dispensed with; it stays on record."""
    said = decided((*PUBLIC, objected()), approved(), SPECIAL, case_by_case_scope=scope)
    assert verdict(said) == decision
    (finding,) = [f for f in said.report if f.norm.name == "approved_after_publicity"]
    assert finding.facts["objections"].counted == ("o1 2026-05-08",)
    assert stands((*PUBLIC, objected(), settled()), approved(), SPECIAL) == "granted"


def test_a_barred_lead_is_barred_under_art_7_too() -> None:
    """B12 (a): the bar addresses acceptance and stands in another chapter; (c) reaches it."""
    bar = Bar(unit=LEAD.id, window=Window(date(2026, 3, 1), date(2029, 3, 1)), consortium="C0")
    given = evolve(SPECIAL, register=evolve(GIVEN.register, bars=(bar,)))
    said = {
        scope: stands(before, act, given, case_by_case_scope=scope)
        for scope in SCOPES
        for before, act in ((REVIEWED, forwarded()),)
    }
    assert said == {"formation": "refused", "principles": "refused", "everything": "granted"}
    assert because(decided(FILED, approved(), given)) == [("art11.p2.s1b", "lead_not_barred")]


# --- on whose word --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "decision"),
    [
        ({}, "granted"),
        ({"ground": URGENT}, "granted"),
        ({"ground": URGENT, "determined_by": "市科技局"}, "granted"),
        ({"determined_by": "市科技局"}, "refused"),
        ({"determined_by": "申请人"}, "refused"),
        ({"determined_by": PARTICIPANTS[0].name}, "refused"),
        ({"determined_by": "某委员会（虚构）"}, "deferred"),
        ({"determined_by": None}, "deferred"),
        ({"determined_on": None}, "deferred"),
        ({"elected": False}, "refused"),
        ({"elected": None, "elected_by": None, "elected_on": None}, "deferred"),
        ({"elected_by": None}, "deferred"),
        ({"elected_by": DISTRICT}, "refused"),
    ],
)
def test_an_attested_case_only(known: dict[str, Any], decision: str) -> None:
    """Determined by whom the text names, elected by the bureau: what is open leaves it open."""
    assert stands(FILED, approved(), special(**known)) == decision


def test_a_mere_claim_is_none() -> None:
    """可: nobody has determined and nobody has chosen it."""
    for ground in (KEY, URGENT):
        bare = evolve(GIVEN, special_case=SpecialCase(ground=ground))
        assert stands(FILED, approved(), bare) != "granted"


def test_an_urgent_need_may_be_attested() -> None:
    """The text names no body: an attestation of the need by the bureau is one."""
    word = Attestation(what=URGENT, by="市科技局", on=date(2026, 3, 1))
    given = evolve(
        special(ground=URGENT, determined_by=None, determined_on=None),
        attestations=(*GIVEN.attestations, word),
    )
    assert stands(FILED, approved(), given) == "granted"


@pytest.mark.parametrize("field", ["determined_on", "elected_on"])
@pytest.mark.parametrize(
    ("on", "granted"),
    [
        (date(2026, 5, 31), True),
        (date(2026, 6, 1), True),
        (date(2026, 6, 2), False),
    ],
)
def test_determined_and_elected_by_the_day_of_the_approval(
    field: str, on: date, granted: bool
) -> None:
    """The day before and that day; what is determined or chosen later is not known yet."""
    assert (stands(FILED, approved(), special(**{field: on})) == "granted") is granted


# --- the steps of art. 6 under art. 7 -------------------------------------------------------------


def test_it_may_be_filed_without_a_call() -> None:
    """The call gives way like every other step before the approval."""
    assert stands((), filed()) == "refused"
    assert stands((), filed(), SPECIAL) == "granted"
    assert stands((), filed(), SPECIAL, case_by_case_scope="principles") == "refused"


@pytest.mark.parametrize("act", [refused(), taken_back(), approved()], ids=lambda act: act.tag)
def test_what_was_filed_without_a_call_may_come_to_each_of_its_ends(act: Event) -> None:
    """Once it is filed by art. 7 the bureau may refuse it and the lead may take it back."""
    assert stands((filed(),), act, SPECIAL) == "granted"


@pytest.mark.parametrize(
    ("before", "act"),
    [
        (FILED, reviewed(by=OTHER)),
        (REVIEWED, forwarded(by=OTHER)),
        (FORWARDED, defended(mode=ReviewMode.WRITTEN)),
        (FORWARDED, publicised()),
    ],
    ids=["another district reviews", "another forwards", "on paper", "no expert review"],
)
def test_the_steps_between_give_way_where_they_are_taken(
    before: tuple[Event, ...], act: Event
) -> None:
    """一事一议 covers how a step is taken as well as whether: art. 6 items 1 to 5 give way."""
    assert stands(before, act) == "refused"
    assert stands(before, act, SPECIAL) == "granted"


@pytest.mark.parametrize(
    ("before", "act"),
    [
        (FILED, filed(on=date(2026, 7, 1))),
        (FORMED, filed(on=date(2026, 7, 1))),
        ((*FILED, taken_back()), filed(on=date(2026, 7, 1))),
        ((*FILED, refused()), filed(on=date(2026, 7, 1))),
        (FORMED, call(on=date(2026, 7, 1))),
        (FORMED, approved(on=date(2026, 7, 1))),
        ((*FILED, taken_back()), approved(on=date(2026, 7, 1))),
        ((*FILED, refused()), approved(on=date(2026, 7, 1))),
    ],
    ids=[
        "filed twice",
        "filed after approval",
        "filed after it was taken back",
        "filed after it was refused",
        "called after approval",
        "approved twice",
        "approved after it was taken back",
        "approved after it was refused",
    ],
)
def test_it_does_not_revive_what_is_over(before: tuple[Event, ...], act: Event) -> None:
    """Art. 7 leaves steps out; it does not open a formation that has come to its end."""
    assert stands(before, act, SPECIAL) == "refused"


@pytest.mark.parametrize(
    ("scope", "outcome"),
    [("formation", "case_by_case"), ("principles", "not_met"), ("everything", "case_by_case")],
)
def test_the_procedure_of_an_approval_by_art_7(scope: str, outcome: str) -> None:
    """Asked afterwards, no publicity is case by case, unless art. 7 does not reach so far."""
    dossier = Dossier(
        history=life((*FILED, approved())),
        register=GIVEN.register,
        special_case=SPECIAL.special_case,
    )
    policy = measures(frozenset({("case_by_case_scope", scope)}))
    report = policy.check("procedure", dossier, on=date(2026, 6, 1))
    found = report.finding("art6.item5.s2b")
    assert found is not None
    assert found.outcome.value == outcome


def test_an_interpretation_of_its_scope_counts_from_its_day() -> None:
    """The four bodies say that only 原则上 gives way: from that day no step may be left out."""
    word = Interpretation(
        reading="case_by_case_scope",
        option="principles",
        by="市科技局会同三部门",
        on=date(2026, 6, 1),
    )
    given = evolve(SPECIAL, interpretations=(word,))
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 2))
    said = [stands(FILED, approved(on=on), given) for on in days]
    assert said == ["granted", "refused", "refused"]
