"""On which readings the answers of the made-up policy hinge: every way, alone and in twos.

What is told of a reading is what comes out under it; what two of them do together is told only
where neither does it alone, and one that is settled officially is never read otherwise.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from attrs import evolve
from tests.conftest import DAY, DRAFT, LEAD, MET, PUBLISHED, attestation, unit

from innov_consortium.core.attestations import Interpretation, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Agreement
from innov_consortium.core.hinges import Hinge, Hinges
from innov_consortium.core.organizations import Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading
from innov_consortium.core.report import Answer

TOY = DRAFT.supposing_published(PUBLISHED)
BUREAU = "虚构市科技局"
SPECIAL = SpecialCase(ground="art6.s1", determined_by=BUREAU, determined_on=DAY, elected=True)

#: What a hinge comes to, short: how it is read, the answer, and the outcomes before and after.
Told = tuple[str, str, dict[str, str]]


def university(number: int) -> Organization:
    """Return a college of a made-up university."""
    kind = OrganizationKind.UNIVERSITY
    return unit(number, kind=kind, college="材料学院")


def of(*units: Organization, **known: Any) -> Case:
    """Return the case in which all is met, but with other participants."""
    signed = Agreement(signed_on=DAY, signatories=frozenset(u.key for u in (LEAD, *units)))
    application = evolve(MET.application, participants=units, agreement=signed)
    attested = (*MET.attestations, attestation("art4.s5"))
    return evolve(MET, application=application, attestations=attested, **known)


def hinges(case: Case, policy: Policy = TOY, on: date = DAY) -> Hinges:
    """Return what the answer about a case hinges on."""
    return policy.hinges(policy.check("formation", case, on=on))


def short(hinge: Hinge) -> Told:
    """Return what a hinge comes to, short."""
    read = " ".join(f"{choice.name}={choice.option.option}" for choice in hinge.read)
    outcomes = {
        f.clause: " > ".join("-" if o is None else o.value for o in f.outcomes)
        for f in hinge.findings
    }
    return read, hinge.answer.value, outcomes


TWO = of(unit(1), unit(2))
MIXED = (unit(1), university(2))
WISHED = {"enough_participants": "met > -", "takes_part_at_most": "met > -"}
CASES: dict[str, tuple[Case, str, list[Told], list[Told]]] = {
    "all_is_met": (MET, "met", [], [("strength=wish", "met", WISHED)]),
    "one_short": (
        TWO,
        "open",
        [
            ("counting=together", "met", {"enough_participants": "departs_from_principle > met"}),
            (
                "strength=hard",
                "not_met",
                {"enough_participants": "departs_from_principle > not_met"},
            ),
            (
                "strength=wish",
                "met",
                {**WISHED, "enough_participants": "departs_from_principle > -"},
            ),
        ],
        [],
    ),
    "half_of_them_enterprises": (
        of(*MIXED),
        "open",
        [
            (
                "counting=together",
                "not_met",
                {
                    "enough_participants": "departs_from_principle > met",
                    "enterprise_share": "met > not_met",
                },
            ),
            (
                "strength=hard",
                "not_met",
                {"enough_participants": "departs_from_principle > not_met"},
            ),
            (
                "strength=wish",
                "met",
                {**WISHED, "enough_participants": "departs_from_principle > -"},
            ),
        ],
        [
            (
                "counting=together share_strength=soft",
                "open",
                {"enterprise_share": "met > departs_from_principle"},
            )
        ],
    ),
    "a_special_case": (
        of(*MIXED, special_case=SPECIAL),
        "open",
        [
            (
                "counting=together scope=narrow",
                "not_met",
                {
                    "enough_participants": "case_by_case > met",
                    "enterprise_share": "met > not_met",
                },
            )
        ],
        [
            (
                "counting=together",
                "open",
                {
                    "enough_participants": "case_by_case > met",
                    "enterprise_share": "met > case_by_case",
                },
            ),
            ("strength=wish", "open", {**WISHED, "enough_participants": "case_by_case > -"}),
        ],
    ),
}


@pytest.mark.parametrize(("case", "answer", "of_answer", "of_findings"), CASES.values(), ids=CASES)
def test_what_an_answer_hinges_on_and_what_only_a_finding_does(
    case: Case, answer: str, of_answer: list[Told], of_findings: list[Told]
) -> None:
    """Single readings first, in the order of the policy, and the norms in the order of the law."""
    found = hinges(case)
    assert found.report.answer.value == answer
    assert [short(hinge) for hinge in found.of_answer] == of_answer
    assert [short(hinge) for hinge in found.of_findings] == of_findings
    assert found.answer_stands is (not of_answer)
    assert found.ways == (5, 9)


@pytest.mark.parametrize("case", [case for case, *_ in CASES.values()], ids=CASES)
def test_whatever_is_told_comes_out_when_it_is_so_read(case: Case) -> None:
    """Every way, and every two ways, asked of the policy as it is so read."""
    found = hinges(case)
    ways = [(c.name, o) for c in found.asked for o in c.question.options if o is not c.option]
    told = {tuple((c.name, c.option) for c in h.read): h for h in (*found.single, *found.pairs)}
    pairs = [pair for pair in combinations(ways, 2) if pair[0][0] != pair[1][0]]
    assert (len(ways), len(pairs)) == found.ways
    answers: dict[tuple[tuple[str, Reading], ...], Answer] = {(): found.report.answer}
    for read in (*((way,) for way in ways), *pairs):
        then = TOY.with_readings(**dict(read)).check("formation", case, on=DAY)
        answers[read] = then.answer
        if read in told:
            assert (told[read].answer, told[read].report) == (then.answer, then)
        alone = {answers[()], *(answers[(way,)] for way in read if len(read) == 2)}
        altered = read in told and told[read].alters_answer
        assert altered is (then.answer not in alone)


def test_a_reading_that_is_settled_officially_is_told_and_not_read_otherwise() -> None:
    """Neither alone nor with another one."""
    bodies = TOY.interpreting_bodies
    said = Interpretation(reading="strength", option="hard", by=bodies[0], on=DAY)
    found = hinges(evolve(TWO, interpretations=(said,)))
    assert [c.name for c in found.official] == ["strength"]
    assert [c.name for c in found.asked] == ["counting", "share_strength", "scope"]
    assert found.ways == (3, 3)
    assert [short(hinge) for hinge in (*found.single, *found.pairs)] == [
        ("counting=together", "met", {"enough_participants": "not_met > met"})
    ]


def test_two_readings_that_no_norm_rests_on_together_may_alter_the_answer_together() -> None:
    """Each takes one of two obstacles away, and the other one still stands in the way."""
    strict = TOY.with_readings(strength="hard")
    found = hinges(of(university(1), university(2)), strict)
    assert found.report.answer is Answer.NOT_MET
    assert [h for h in found.single if h.alters_answer] == []
    soft = {"enterprise_share": "not_met > departs_from_principle"}
    assert [short(hinge) for hinge in found.of_answer] == [
        (
            "counting=together share_strength=soft",
            "open",
            {"enough_participants": "not_met > met", **soft},
        ),
        (
            "strength=soft share_strength=soft",
            "open",
            {"enough_participants": "not_met > departs_from_principle", **soft},
        ),
        (
            "strength=wish share_strength=soft",
            "open",
            {"enough_participants": "not_met > -", **soft, "takes_part_at_most": "met > -"},
        ),
    ]


def test_a_hinge_is_what_it_says_and_not_the_report_behind_it() -> None:
    """That stays out of logs, and out of what makes two of them the same."""
    first, second, _ = hinges(TWO).single
    assert "Report(" not in repr(first)
    assert evolve(first, report=second.report) == first
    assert first != second
