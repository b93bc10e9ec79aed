"""第七条：对市委、市政府确定重点支持或天津重点产业发展亟需的创新联合体，可按照“一事一议”原则组织建设。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from innov_consortium.core.attestations import Attestation, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Organization
from innov_consortium.core.report import Answer, Finding, Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin import TIANJIN

KEY, URGENT, ELECTED = "art7.s1a", "art7.s1b", "art7.s1c"
OPEN = ("needs_judgement", "unknown")
ENOUGH, SHARE, NAMED = "art5.item3.s2c", "art5.item3.s2d", "art5.item3.s1"

Vary = Callable[..., Case]
Says = Callable[..., str | None]
Lacks = Callable[..., list[str]]
Special = Callable[..., SpecialCase]
Checks = Callable[..., Report]


@pytest.fixture
def weak(vary: Vary, unit: Callable[..., Organization]) -> Vary:
    """Make a case with five participants of which two are enterprises, put forward as special."""
    participants = (unit(1), unit(2), *[unit(n, "12") for n in (21, 22, 23)])

    def made(special_case: SpecialCase | None, **changes: Any) -> Case:
        return vary(participants=participants, special_case=special_case, **changes)

    return made


def test_an_ordinary_case_is_none_of_this(complete: Case, check: Checks) -> None:
    """Nothing put forward: all three are not applicable."""
    report = check(complete)
    assert [f.outcome.value for f in report if f.provision in (KEY, URGENT, ELECTED)] == [
        "not_applicable"
    ] * 3


@pytest.mark.parametrize(
    "by",
    [
        "市委、市政府",
        "天津市委、市政府",
        "天津市委、天津市人民政府",
        "中共天津市委、天津市人民政府",
    ],
)
def test_determined_and_elected_the_norms_give_way(
    by: str, weak: Vary, special: Special, check: Checks
) -> None:
    """What would depart or fail becomes case by case, and the answer does not hang on it."""
    report = check(weak(special(determined_by=by)))
    outcomes = {f.provision: f.outcome.value for f in report}
    assert [outcomes[p] for p in (KEY, URGENT, ELECTED)] == ["met", "not_applicable", "met"]
    assert [outcomes[p] for p in (ENOUGH, SHARE)] == ["case_by_case"] * 2
    assert report.answer is Answer.MET


def test_what_is_met_stays_met(weak: Vary, special: Special, check: Checks) -> None:
    """Giving way concerns what is not met, departs, is unknown or awaits judgement; no other."""
    ordinary = {f.provision: f.outcome.value for f in check(weak(None))}
    giving_way = {f.provision: f.outcome.value for f in check(weak(special()))}
    changed = {p for p in ordinary if ordinary[p] != giving_way[p]}
    assert changed == {ENOUGH, SHARE, KEY, ELECTED}


@pytest.mark.parametrize("ground", [KEY, URGENT])
def test_the_applicants_own_claim_changes_nothing(
    ground: str, weak: Vary, check: Checks, says: Says
) -> None:
    """Nobody has determined it and nobody has elected it: arts. 5 and 6 stand."""
    case = weak(SpecialCase(ground=ground))
    assert check(case).answer is Answer.NOT_MET
    assert [says(case, p) for p in (ENOUGH, SHARE)] == ["departs_from_principle", "not_met"]
    assert says(case, KEY) == ("not_met" if ground == KEY else "not_applicable")
    assert says(case, URGENT) in (("not_applicable",) if ground == KEY else OPEN)


@pytest.mark.parametrize("by", ["虚构牵头单位", "虚构91号单位1", "申请人", "市科技局"])
def test_key_support_is_determined_by_neither_applicant_nor_bureau(
    by: str, weak: Vary, special: Special, check: Checks, says: Says
) -> None:
    """市委、市政府确定: the one may not say so of itself, the other is not who is named."""
    case = weak(special(determined_by=by))
    assert (says(case, KEY), says(case, ELECTED)) == ("not_met", "not_applicable")
    assert check(case).answer is Answer.NOT_MET


@pytest.mark.parametrize("by", ["市委", "天津市人民政府", "市委常委会（虚构）"])
def test_whether_another_name_means_the_leadership_awaits_judgement(
    by: str, weak: Vary, special: Special, check: Checks, says: Says
) -> None:
    """One of the two alone, or a name that is not known: the library does not decide who is who."""
    case = weak(special(determined_by=by))
    assert (says(case, KEY), says(case, SHARE)) == ("needs_judgement", "not_met")
    assert check(case).answer is Answer.OPEN


@pytest.mark.parametrize("by", ["市科技局", "天津市科学技术局", "市委、市政府"])
def test_an_urgent_need_is_determined_by_an_authority(
    by: str, weak: Vary, special: Special, check: Checks, says: Says
) -> None:
    """The text names no body: the bureau's word, or the leadership's, is enough."""
    case = weak(special(ground=URGENT, determined_by=by))
    assert [says(case, p) for p in (KEY, URGENT, ELECTED)] == ["not_applicable", "met", "met"]
    assert check(case).answer is Answer.MET


@pytest.mark.parametrize("by", ["某区科技局", "某行业协会（虚构）"])
def test_what_anybody_else_calls_an_urgent_need_awaits_judgement(
    by: str, weak: Vary, special: Special, says: Says
) -> None:
    """Neither accepted nor refused, and nothing gives way meanwhile."""
    case = weak(special(ground=URGENT, determined_by=by, elected=None, elected_by=None))
    assert (says(case, URGENT) in OPEN, says(case, SHARE)) == (True, "not_met")


@pytest.mark.parametrize("elected", [True, False, None])
def test_an_urgent_need_may_be_attested(
    elected: bool | None,
    weak: Vary,
    special: Special,
    attested: Callable[..., Attestation],
    check: Checks,
    says: Says,
) -> None:
    """Found by somebody else than the applicant, it is there; electing is another matter."""
    case = weak(
        special(ground=URGENT, determined_by=None, determined_on=None, elected=elected),
        attestations=(attested(URGENT),),
    )
    answer = {True: Answer.MET, False: Answer.NOT_MET, None: Answer.OPEN}[elected]
    assert (says(case, URGENT), check(case).answer) == ("met", answer)


def test_an_urgent_need_the_bureau_has_acted_on_leaves_the_answer_open(
    weak: Vary, special: Special, check: Checks, says: Says
) -> None:
    """Who determines the need is not said; that the bureau elected 一事一议 is not nothing."""
    case = weak(special(ground=URGENT, determined_by=None, determined_on=None))
    assert (says(case, URGENT) in OPEN, check(case).answer) == (True, Answer.OPEN)


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        (date(2026, 2, 9), Answer.NOT_MET),
        (date(2026, 2, 10), Answer.OPEN),
        (date(2026, 2, 11), Answer.OPEN),
        (date(2026, 2, 24), Answer.OPEN),
        (date(2026, 2, 25), Answer.MET),
        (date(2026, 2, 26), Answer.MET),
    ],
)
def test_from_the_day_of_the_determination_and_that_of_the_election(
    on: date, answer: Answer, complete: Case, weak: Vary, special: Special, check: Checks
) -> None:
    """Determined on 02-10, elected on 02-25; everything else is known from the start."""
    early = tuple(evolve(a, on=date(2026, 1, 5)) for a in complete.attestations)
    whole = weak(special(), filed_on=date(2026, 2, 1))
    agreed = whole.application.agreement
    agreement = None if agreed is None else evolve(agreed, signed_on=date(2026, 1, 5))
    case = evolve(
        whole, attestations=early, application=evolve(whole.application, agreement=agreement)
    )
    assert check(case, on=on).answer is answer


def test_a_determination_of_a_later_day_does_not_exist_yet(
    weak: Vary, special: Special, check: Checks, says: Says
) -> None:
    """Even if the election is dated before it."""
    case = weak(special(determined_on=date(2026, 3, 3)))
    assert [says(case, p) for p in (KEY, ELECTED)] == ["not_met", "not_applicable"]
    assert check(case).answer is Answer.NOT_MET


def test_not_elected_the_norms_stand(
    weak: Vary, special: Special, check: Checks, says: Says
) -> None:
    """可: the bureau may, and here it has decided not to."""
    case = weak(special(elected=False))
    assert (says(case, ELECTED), says(case, SHARE)) == ("not_met", "not_met")
    assert check(case).answer is Answer.NOT_MET


def test_undecided_the_norms_keep_their_outcomes_and_the_answer_is_open(
    weak: Vary, special: Special, check: Checks, says: Says
) -> None:
    """On that day they stand, but whether they will is for the bureau to say."""
    case = weak(special(elected=None, elected_by=None, elected_on=None))
    assert [says(case, p) for p in (ELECTED, ENOUGH, SHARE)] == [
        "needs_judgement",
        "departs_from_principle",
        "not_met",
    ]
    assert check(case).answer is Answer.OPEN


@pytest.mark.parametrize("by", ["某区科技局", "虚构牵头单位", "市委、市政府"])
def test_only_the_bureau_elects(
    by: str, weak: Vary, special: Special, check: Checks, says: Says
) -> None:
    """It organises and approves formation; nobody chooses in its place."""
    case = weak(special(elected_by=by))
    assert (says(case, ELECTED), check(case).answer) == ("not_met", Answer.NOT_MET)


def test_an_election_by_nobody_knows_whom_is_unknown(
    weak: Vary, special: Special, check: Checks, says: Says, lacking: Lacks
) -> None:
    """And what is missing is named."""
    case = weak(special(elected_by=None))
    assert (says(case, ELECTED), says(case, SHARE)) == ("unknown", "not_met")
    assert lacking(case, ELECTED) == ["special_case.elected_by"]
    assert check(case).answer is Answer.OPEN


@pytest.mark.parametrize("ground", [KEY, URGENT])
@pytest.mark.parametrize("part", ["determined_by", "determined_on"])
def test_a_determination_by_nobody_knows_whom_or_when_is_unknown(
    part: str, ground: str, weak: Vary, special: Special, says: Says, lacking: Lacks
) -> None:
    """It may be another body's, or of a later day; what is missing of it is named."""
    case = weak(special(ground=ground, **{part: None}))
    assert (says(case, ground), says(case, ELECTED)) == ("unknown", "unknown")
    assert f"special_case.{part}" in lacking(case, ground)


@pytest.mark.parametrize(
    ("option", "enough", "share", "answer"),
    [
        ("formation", "case_by_case", "case_by_case", Answer.MET),
        ("principles", "case_by_case", "not_met", Answer.NOT_MET),
        ("everything", "case_by_case", "case_by_case", Answer.MET),
    ],
)
def test_how_far_it_reaches(
    option: str,
    enough: str,
    share: str,
    answer: Answer,
    weak: Vary,
    special: Special,
    check: Checks,
    says: Says,
) -> None:
    """The conditions of formation; or only what is in principle; or everything (B12)."""
    case = weak(special())
    said = [says(case, p, case_by_case_scope=option) for p in (ENOUGH, SHARE)]
    assert said == [enough, share]
    assert check(case, case_by_case_scope=option).answer is answer


@pytest.fixture
def bare(unit: Callable[..., Organization]) -> Vary:
    """Make a case of which nothing is known but its lead and one participant, or none."""

    def made(special_case: SpecialCase | None, participants: int = 1) -> Case:
        units = tuple(unit(n) for n in range(1, participants + 1))
        return Case(
            application=Application(lead=unit(9999), participants=units),
            special_case=special_case,
        )

    return made


def test_what_is_unknown_or_awaits_judgement_gives_way_too(
    bare: Vary, special: Special, check: Checks
) -> None:
    """一事一议 does without the whole of art. 5, so nothing of it is left to be asked."""
    conditions = [f for f in check(bare(special())) if f.norm.combines]
    assert {f.outcome.value for f in conditions} == {"met", "case_by_case", "not_applicable"}


def test_a_lead_and_a_participant_there_must_be(
    bare: Vary, special: Special, check: Checks, says: Says
) -> None:
    """The least that even 一事一议 cannot do without, under every reading of its reach."""
    case = bare(special(), participants=0)
    for option in ("formation", "principles", "everything"):
        assert says(case, NAMED, case_by_case_scope=option) == "not_met"
        assert check(case, case_by_case_scope=option).answer is Answer.NOT_MET


DISPLACED = {
    "formation": {"art5", "art6"},
    "principles": {"art5"},
    "everything": {"art5", "art6", "art8", "art9", "art10", "art11"},
}


@pytest.mark.parametrize("option", DISPLACED)
def test_which_articles_give_way(
    option: str, complete: Case, finding: Callable[..., Finding]
) -> None:
    """Of arts. 8 to 14 and the bar nothing, unless it is read to reach everything (B12).

    Of art. 6 the whole gives way, publicity and what it came to among it; that the bureau approves
    is no norm of a range but the act itself.
    """
    norm = finding(complete, ELECTED, case_by_case_scope=option).norm
    ledger = tuple(TIANJIN.ledger)
    given = {ledger[n] for first, last in norm.displaces for n in range(first, last + 1)}
    assert {p.partition(".")[0] for p in given} == DISPLACED[option]
    assert given & {NAMED, "art5.item2.s1"} == set()
    assert ("art6.item5.s2c" in given) is (option != "principles")


def test_a_departure_decided_goes_before_case_by_case(
    weak: Vary, special: Special, departure: Callable[..., object], says: Says
) -> None:
    """An accepted departure is one; a refused one gives way like any norm not met."""
    accepted = weak(special(), departures=(departure(ENOUGH),))
    refused = weak(special(), departures=(departure(ENOUGH, accepted=False),))
    assert (says(accepted, ENOUGH), says(refused, ENOUGH)) == (
        "accepted_departure",
        "case_by_case",
    )


def test_a_judgement_against_gives_way_too(
    weak: Vary, special: Special, attested: Callable[..., Attestation], says: Says
) -> None:
    """A condition found not to hold is within the reach as well."""
    word = attested("art5.item4.s2", holds=False)
    case = weak(special(), without=("art5.item4.s2",), attestations=(word,))
    assert says(case, "art5.item4.s2") == "case_by_case"


def test_art_7_never_enters_the_answer_by_itself(
    vary: Vary, special: Special, check: Checks
) -> None:
    """Who meets art. 5 needs no special case, whatever becomes of the one put forward."""
    for one in (special(elected=False), special(elected=None), SpecialCase(ground=KEY)):
        assert check(vary(special_case=one)).answer is Answer.MET


def test_there_are_two_grounds_and_no_third(vary: Vary, special: Special, check: Checks) -> None:
    """Another ground is an error that names its place."""
    with pytest.raises(InvalidInputError) as caught:
        check(vary(special_case=special(ground="art7.s1c")))
    assert [f.path for f in caught.value.faults] == ["special_case.ground"]
