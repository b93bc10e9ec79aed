"""Whether a case can be used: every sentence of a refusal, its path, and what passes beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.conftest import DRAFT, LEAD, MET, PARTNERS, attestation, unit

from innov_consortium.core.attestations import Attestation, Departure, Interpretation, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.policy import Policy
from innov_consortium.core.usability import case_faults, interpretation_faults
from innov_consortium.errors import Fault, FaultKind

INVALID, INCONSISTENT = FaultKind.INVALID_VALUE, FaultKind.INCONSISTENT
STRANGER = unit(77)
OFFICE, JOINT = "虚构市科技局", "虚构市科技局会同财政局"

Said = tuple[FaultKind, str, str, str]


def said(faults: list[Fault]) -> list[Said]:
    return [(f.kind, f.path, f.zh, f.en) for f in faults]


def asked(policy: Policy = DRAFT, **around: Any) -> list[Said]:
    return said(case_faults(policy, evolve(MET, **around)))


def departure(provision: str, **known: Any) -> Departure:
    parts = {"by": OFFICE, "on": date(2026, 3, 1), "reason": "理由", **known}
    return Departure(provision=provision, **parts)


def interpreted(reading: str, option: str, by: str = JOINT) -> list[Said]:
    one = Interpretation(reading=reading, option=option, by=by, on=date(2026, 3, 1))
    return said(interpretation_faults(DRAFT, evolve(MET, interpretations=(one,))))


@pytest.mark.parametrize(
    ("one", "path", "zh", "en"),
    [
        pytest.param(
            attestation("zzz"),
            "what",
            "'zzz' 不是可由机关认定的事项",
            "'zzz' is nothing a body attests here",
            id="nothing like it",
        ),
        pytest.param(
            attestation("solvant"),
            "what",
            "'solvant' 不是可由机关认定的事项；是否指 'solvent'？",
            "'solvant' is nothing a body attests here; did you mean 'solvent'?",
            id="something like it",
        ),
        pytest.param(
            attestation("grade", value="d"),
            "value",
            "'d' 不在可选项之内：a、b、c",
            "'d' is not one of a, b, c",
            id="no such grade",
        ),
    ],
)
def test_an_attestation_that_says_what_nobody_can_attest(
    one: Attestation, path: str, zh: str, en: str
) -> None:
    """Its place among the others is told, what was said, and what might have been."""
    assert asked(attestations=(attestation("solvent"), one)) == [
        (INVALID, f"attestations[1].{path}", zh, en)
    ]


@pytest.mark.parametrize("what", ["solvent", "art5.s1"])
def test_an_attestation_of_what_holds_or_does_not_has_no_value(what: str) -> None:
    """A fact or a norm alike: there is nothing to choose."""
    assert asked(attestations=(attestation(what, value="a"),)) == [
        (
            INCONSISTENT,
            "attestations[0].value",
            "此项只有“是否成立”，请用 holds",
            "this either holds or does not; use holds",
        )
    ]


def test_what_may_be_attested_passes() -> None:
    """A norm, a fact, a choice from the first to the last there is."""
    every = [attestation("art5.s1"), attestation("solvent", holds=False)]
    every += [attestation("grade", value=grade) for grade in "abc"]
    assert asked(attestations=tuple(every)) == []


@pytest.mark.parametrize(
    ("provision", "kind", "zh", "en"),
    [
        pytest.param("zzz", INVALID, "没有条文 'zzz'", "there is no provision 'zzz'", id="nothing"),
        pytest.param(
            "art2.s11",
            INVALID,
            "没有条文 'art2.s11'；是否指 'art2.s1'？",
            "there is no provision 'art2.s11'; did you mean 'art2.s1'?",
            id="something like it",
        ),
        pytest.param(
            "art2.s2",
            INCONSISTENT,
            "art2.s2 没有“原则上”，不能作例外决定",
            "art2.s2 has no 原则上; no departure from it can be accepted",
            id="binding",
        ),
    ],
)
def test_a_departure_is_from_something_that_binds_in_principle(
    provision: str, kind: FaultKind, zh: str, en: str
) -> None:
    """A provision that is not there, and one that leaves no way out."""
    departures = (departure("art2.s1"), departure(provision))
    assert asked(departures=departures) == [(kind, "departures[1].provision", zh, en)]


def test_a_reading_may_make_a_provision_bind_in_principle() -> None:
    """What may be departed from is asked under the readings chosen, or the library's own."""
    soft, hard = DRAFT.with_readings(share_strength="soft"), DRAFT.with_readings(strength="hard")
    assert asked(soft, departures=(departure("art2.s2"),)) == []
    assert asked(hard, departures=(departure("art2.s1"),)) == []


@pytest.mark.parametrize(
    ("reading", "zh", "en"),
    [
        pytest.param("zzz", "没有名为 'zzz' 的解释问题", "there is no reading 'zzz'", id="nothing"),
        pytest.param(
            "countin",
            "没有名为 'countin' 的解释问题；是否指 'counting'？",
            "there is no reading 'countin'; did you mean 'counting'?",
            id="something like it",
        ),
    ],
)
def test_an_interpretation_of_a_question_that_is_not_there(reading: str, zh: str, en: str) -> None:
    """Nothing further is then said of it, not even of who interprets."""
    assert interpreted(reading, "zzz", "某机关") == [
        (INVALID, "interpretations[0].reading", zh, en)
    ]


NO_OPTION: Said = (
    INVALID,
    "interpretations[0].option",
    "'b' 不在可选项之内：apart、together",
    "'b' is not one of apart, together",
)
NO_BODY: Said = (
    INCONSISTENT,
    "interpretations[0].by",
    f"某机关 不是解释主体；有权解释的是：{OFFICE}、{JOINT}",
    f"某机关 does not interpret this text; those who do: {OFFICE}, {JOINT}",
)


@pytest.mark.parametrize(
    ("option", "by", "expected"),
    [
        pytest.param("apart", OFFICE, [], id="the first of each"),
        pytest.param("together", JOINT, [], id="the last of each"),
        pytest.param("b", JOINT, [NO_OPTION], id="a letter is no name"),
        pytest.param("together", "某机关", [NO_BODY], id="somebody else"),
        pytest.param("b", "某机关", [NO_OPTION, NO_BODY], id="both"),
    ],
)
def test_an_interpretation_takes_an_option_and_comes_from_who_may(
    option: str, by: str, expected: list[Said]
) -> None:
    """Those there are, are listed; both faults are told together."""
    policy = evolve(DRAFT, interpreting_bodies=(OFFICE, JOINT))
    one = Interpretation(reading="counting", option=option, by=by, on=date(2026, 3, 1))
    case = evolve(MET, interpretations=(one,))
    assert said(interpretation_faults(policy, case)) == expected


@pytest.mark.parametrize(
    ("policy", "zh", "en"),
    [
        pytest.param(evolve(DRAFT, special_grounds=()), "无", "none", id="none at all"),
        pytest.param(DRAFT, "art6.s1", "art6.s1", id="one"),
        pytest.param(
            evolve(DRAFT, special_grounds=("art6.s1", "art5.s6")),
            "art6.s1、art5.s6",
            "art6.s1, art5.s6",
            id="two",
        ),
    ],
)
def test_a_special_case_rests_on_a_ground_there_is(policy: Policy, zh: str, en: str) -> None:
    """Those there are, are listed; where there are none, that is said."""
    assert asked(policy, special_case=SpecialCase(ground="art2.s1")) == [
        (
            INVALID,
            "special_case.ground",
            f"'art2.s1' 不是特殊情况的依据；可选：{zh}",
            f"'art2.s1' is no ground of a special case; there are: {en}",
        )
    ]


def test_the_ground_of_a_special_case_passes() -> None:
    """And a case without one."""
    assert asked(special_case=SpecialCase(ground="art6.s1")) == []
    assert asked(special_case=None) == []


def test_everything_that_makes_a_case_unusable_is_told_at_once() -> None:
    """In one order: attested, departed from, leads, members, items, special case, words."""
    policy = evolve(DRAFT, vocabulary=(("lists", ("questions",)),))
    application = evolve(MET.application, co_leads=(PARTNERS[0].key,))
    case = Case(
        application=application,
        attestations=(attestation("zzz", item="乙"), attestation("art4.s2", unit=STRANGER.key)),
        departures=(departure("art2.s2"), departure("art2.s1", unit=LEAD.key)),
        special_case=SpecialCase(ground="art2.s1"),
    )
    assert [(kind, path) for kind, path, _, _ in said(case_faults(policy, case))] == [
        (INVALID, "attestations[0].what"),
        (INCONSISTENT, "departures[0].provision"),
        (INVALID, "application.co_leads"),
        (INCONSISTENT, "attestations[1].unit"),
        (INCONSISTENT, "departures[1].unit"),
        (INVALID, "attestations[0].item"),
        (INVALID, "special_case.ground"),
        (INVALID, "application.lists"),
    ]
