"""A malformed policy cannot be built, and a case that speaks of nothing known cannot be checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve, frozen

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    SpecialCase,
)
from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Force, Ranges, clause, fact, items, judged
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.numbers import stated
from innov_consortium.core.organizations import Identifier, MemberKey, Organization
from innov_consortium.core.policy import Policy
from innov_consortium.core.usability import case_faults
from innov_consortium.core.words import Day, Truth, at_least, holds
from innov_consortium.errors import InvalidInputError, MalformedPolicyError

Build = Callable[..., Policy]
DAY = date(2026, 3, 2)
STRANGER = MemberKey(Identifier("LEI", "529900T8BM49AURSDO55"))


def refused(build: Build, **changes: Any) -> list[str]:
    """Return the faults of a policy, without the line that names it."""
    with pytest.raises(MalformedPolicyError) as caught:
        build(**changes)
    first, *faults = str(caught.value).split("\n")
    assert first.startswith("policy 990000 cannot be built:")
    return faults


def asking(*norms: Any, context: tuple[Any, ...] = ()) -> dict[str, Any]:
    return {"inquiries": (Inquiry(name="formation", conditions=norms, context=context),)}


def test_a_name_is_given_once(toy_build: Build, toy: Policy) -> None:
    """Numbers and readings share names, and so do facts, items and what a case consists of."""

    @fact
    def partner(application: object) -> object:
        return application

    @fact
    def day(application: object) -> object:
        return application

    assert refused(toy_build, readings=(*toy.readings, toy.readings[0])) == [
        "setting named twice: counting"
    ]
    assert refused(toy_build, facts=(*toy.facts, partner, day))[0] == (
        "fact or item named twice: day, partner"
    )


def test_a_number_and_a_reading_do_not_share_a_name(toy_build: Build, toy: Policy) -> None:
    """A keyword names one of them."""
    question = evolve(toy.readings[0].question, name="min_participants")
    clash = evolve(toy.readings[0], question=question)
    faults = refused(toy_build, readings=(*toy.readings, clash))
    assert faults == ["setting named twice: min_participants"]


def test_facts_and_settings_that_do_not_exist_are_told_with_what_was_meant(
    toy_build: Build,
) -> None:
    """With module and line."""

    @clause("art5.s2")
    def odd(solvnt: Truth, *, min_participant: int) -> Truth:
        return at_least(solvnt, min_participant)

    said = [
        "no fact 'solvnt'; did you mean 'solvent'?",
        "no number or reading 'min_participant'; did you mean 'min_participants'?",
    ]
    assert refused(toy_build, **asking(odd)) == [f"{odd.where} odd: {s}" for s in said]


def test_what_a_fact_needs_must_exist_too(toy_build: Build, toy: Policy) -> None:
    """Whether a clause asks for the fact or not; the same of items."""

    @fact
    def lonely(xyz: int, *, qqq: int) -> int:
        return xyz + qqq

    @items(path=str)
    def thing(zyx: int) -> tuple[int, ...]:
        return (zyx,)

    assert refused(toy_build, facts=(*toy.facts, lonely), items=(*toy.items, thing)) == [
        f"{lonely.where} lonely: no fact 'xyz'",
        f"{lonely.where} lonely: no number or reading 'qqq'",
        f"{thing.where} thing: no fact 'zyx'",
    ]


def test_force_and_displacement_hang_on_settings_that_exist(toy_build: Build) -> None:
    """Both are functions of readings."""

    def forced(*, stregth: str) -> Force:
        return Force(stregth)

    def ranges(*, scpe: str) -> Ranges:
        return ((scpe, scpe),)

    @clause("art5.s2", force=forced, displaces=ranges)
    def odd(solvent: Truth) -> Truth:
        return holds(solvent)

    meant = [fault.partition(": ")[2] for fault in refused(toy_build, **asking(odd))]
    assert meant == [
        "no number or reading 'stregth'; did you mean 'strength'?",
        "no number or reading 'scpe'; did you mean 'scope'?",
    ]


def test_an_item_is_named_only_where_it_is_asked_of_each(toy_build: Build) -> None:
    """Without each there is no one partner."""

    @clause("art5.s2")
    def odd(partner: Truth) -> Truth:
        return holds(partner)

    (fault,) = refused(toy_build, **asking(odd))
    assert fault.startswith(f"{odd.where} odd: no fact 'partner'")


def test_every_provision_cited_stands_in_the_ledger(toy_build: Build, toy: Policy) -> None:
    """By a number, a clause, a judgement, a clause of the context or a reading."""

    @frozen(kw_only=True)
    class Other(type(toy.numbers)):  # type: ignore[misc]  # any policy's own class
        extra: int = stated(1, "art99.s1")

    @clause("art99.s2")
    def odd(solvent: Truth) -> Truth:
        return holds(solvent)

    question = evolve(toy.readings[0].question, name="other", provisions=("art1", "art99.s4"))
    faults = refused(
        toy_build,
        numbers=Other(),
        readings=(*toy.readings, evolve(toy.readings[0], question=question)),
        **asking(judged("art99.s3"), context=(odd,)),
    )
    cited = [("extra", "art99.s1"), ("art99.s3", "art99.s3"), ("odd", "art99.s2")]
    cited += [("other", "art1"), ("other", "art99.s4")]
    assert faults == [f"{n} cites {p!r}, which is not in the ledger" for n, p in cited]


def test_the_clauses_of_force_in_time_are_looked_at_too(toy_build: Build) -> None:
    """They are asked in every report."""

    @clause("art99.s1")
    def odd(day: Day, publishd_on: Day) -> Truth:
        return at_least(day, publishd_on)

    assert refused(toy_build, in_time=InTime(commencement=odd)) == [
        f"{odd.where} odd: no fact 'publishd_on'; did you mean 'published_on'?",
        "odd cites 'art99.s1', which is not in the ledger",
    ]


def test_what_is_displaced_stands_in_the_ledger(toy_build: Build) -> None:
    """Every provision cited does, both ends of a range among them."""

    def ranges() -> Ranges:
        return (("art2.s1", "art99.s1"),)

    @clause("art6.s1", displaces=ranges)
    def odd(claimed: Truth) -> Truth:
        return holds(claimed)

    (fault,) = refused(toy_build, **asking(odd))
    assert "'art99.s1'" in fault


def test_the_ground_of_a_special_case_stands_in_the_ledger(toy_build: Build) -> None:
    """It is cited by every special case."""
    (fault,) = refused(toy_build, special_grounds=("art6.s1", "art99.s1"))
    assert "'art99.s1'" in fault


@pytest.mark.parametrize("each", ["partnr", "zzz"])
def test_what_is_asked_of_each_is_a_sort_of_item(toy_build: Build, toy: Policy, each: str) -> None:
    """By a fact, a clause or a judgement."""

    @fact(each=each)
    def own(application: object) -> object:
        return application

    @clause("art4.s1", each=each)
    def odd(solvent: Truth) -> Truth:
        return holds(solvent)

    meant = "; did you mean 'partner'?" if each == "partnr" else ""
    faults = refused(
        toy_build, facts=(*toy.facts, own), **asking(odd, judged("art4.s2", each=each))
    )
    assert faults == [f"{n} is asked of each {each!r}{meant}" for n in ("own", "odd", "art4.s2")]


def test_a_norm_rests_only_on_facts_of_its_own_item(toy_build: Build, toy: Policy) -> None:
    """Directly or through another fact; not of each, or of another sort."""

    @fact(each="partner")
    def through(abroad: bool) -> bool:
        return abroad

    @clause("art4.s1")
    def whole(abroad: Truth) -> Truth:
        return holds(abroad)

    @clause("art5.s4", each="wanted_list")
    def other(through: Truth) -> Truth:
        return holds(through)

    assert refused(toy_build, facts=(*toy.facts, through), **asking(whole, other)) == [
        "whole rests on abroad, which is derived for each partner",
        "other rests on abroad, which is derived for each partner",
        "other rests on through, which is derived for each partner",
    ]


def test_a_fact_of_the_whole_case_does_not_rest_on_one_of_each_item(
    toy_build: Build, toy: Policy
) -> None:
    """Of which item would it be? Not even where the norm is asked of that item."""

    @fact
    def whole(abroad: bool) -> bool:
        return abroad

    @clause("art4.s1", each="partner")
    def odd(whole: Truth) -> Truth:
        return holds(whole)

    (fault,) = refused(toy_build, facts=(*toy.facts, whole), **asking(odd))
    assert "abroad" in fault


def test_items_do_not_rest_on_a_fact_of_each_item(toy_build: Build, toy: Policy) -> None:
    """What there is one of each of is settled before."""

    @items(path=str)
    def thing(abroad: bool) -> tuple[bool, ...]:
        return (abroad,)

    @clause("art4.s1", each="thing")
    def odd(thing: Truth) -> Truth:
        return holds(thing)

    (fault,) = refused(toy_build, items=(*toy.items, thing), **asking(odd))
    assert "abroad" in fault


def test_force_hangs_on_readings_alone(toy_build: Build) -> None:
    """How strongly a norm binds is no matter of the case."""

    def forced(claimed: bool) -> Force:
        return Force.MANDATORY if claimed else Force.IN_PRINCIPLE

    @clause("art5.s2", force=forced)
    def odd(solvent: Truth) -> Truth:
        return holds(solvent)

    (fault,) = refused(toy_build, **asking(odd))
    assert "claimed" in fault


@pytest.mark.parametrize("name", ["formation", "in_force"])
def test_an_inquiry_is_named_once(toy_build: Build, toy: Policy, name: str) -> None:
    """The inquiry whether the text is in force has a name, too."""
    again = Inquiry(name=name, conditions=(judged("art5.s1"),))
    (fault,) = refused(toy_build, inquiries=(*toy.inquiries, again))
    assert name in fault


def test_all_that_is_wrong_with_a_policy_is_told_at_once(toy_build: Build, toy: Policy) -> None:
    """A double, an unknown name, an unknown provision, an unknown item."""

    @clause("art99.s1", each="zzz")
    def odd(xyz: Truth) -> Truth:
        return holds(xyz)

    faults = refused(toy_build, facts=(*toy.facts, toy.facts[0]), **asking(odd))
    assert faults == [
        "fact or item named twice: participants",
        f"{odd.where} odd: no fact 'xyz'",
        "odd cites 'art99.s1', which is not in the ledger",
        "odd is asked of each 'zzz'",
    ]


# --- cases ------------------------------------------------------------------------------------


def told(policy: Policy, case: Case) -> list[tuple[str, str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        policy.check("formation", case, on=DAY)
    return [(f.path, f.kind.value, f.en) for f in caught.value.faults]


def said(what: str, **known: Any) -> Attestation:
    return Attestation(what=what, by="虚构市科技局", on=DAY, **known)


@pytest.mark.parametrize(
    ("attestation", "expected"),
    [
        (
            said("solvnt"),
            (
                "attestations[0].what",
                "invalid_value",
                "'solvnt' is nothing a body attests here; did you mean 'solvent'?",
            ),
        ),
        (
            said("art9.s9"),
            (
                "attestations[0].what",
                "invalid_value",
                "'art9.s9' is nothing a body attests here; did you mean 'art5.s6'?",
            ),
        ),
        (
            said("grade", value="d"),
            ("attestations[0].value", "invalid_value", "'d' is not one of a, b, c"),
        ),
        (
            said("grade"),
            ("attestations[0].value", "invalid_value", "needs a value, one of a, b, c"),
        ),
        (
            said("solvent", value="yes"),
            (
                "attestations[0].value",
                "inconsistent",
                "this either holds or does not; use holds",
            ),
        ),
        (
            said("art4.s2", unit=STRANGER),
            (
                "attestations[0].unit",
                "inconsistent",
                "LEI:529900T8BM49AURSDO55 is not a member",
            ),
        ),
    ],
)
def test_an_attestation_is_about_what_a_body_may_attest(
    toy: Policy, toy_case: Case, attestation: Attestation, expected: tuple[str, str, str]
) -> None:
    """A judgement of the text or a fact that is so marked, with one of its choices."""
    found = told(toy, evolve(toy_case, attestations=(attestation,)))
    assert (found[0], len(found)) == (expected, 1)


def departing(provision: str, **known: Any) -> Departure:
    return Departure(provision=provision, by="虚构市科技局", on=DAY, reason="理由", **known)


@pytest.mark.parametrize(
    ("departure", "expected"),
    [
        (
            departing("art2.s9"),
            (
                "departures[0].provision",
                "invalid_value",
                "there is no provision 'art2.s9'; did you mean 'art2.s2'?",
            ),
        ),
        (
            departing("art2.s2"),
            (
                "departures[0].provision",
                "inconsistent",
                "art2.s2 has no 原则上; no departure from it can be accepted",
            ),
        ),
        (
            departing("art2.s1", unit=STRANGER),
            (
                "departures[0].unit",
                "inconsistent",
                "LEI:529900T8BM49AURSDO55 is not a member",
            ),
        ),
    ],
)
def test_a_departure_is_from_what_binds_in_principle(
    toy: Policy, toy_case: Case, departure: Departure, expected: tuple[str, str, str]
) -> None:
    """A hard condition has no exceptions; a member is a member."""
    assert told(toy, evolve(toy_case, departures=(departure,))) == [expected]


def test_what_binds_in_principle_hangs_on_the_readings(toy: Policy, toy_case: Case) -> None:
    """Where the share is in principle, too, a departure from it can be accepted."""
    case = evolve(toy_case, departures=(departing("art2.s2"),))
    read = toy.with_readings(share_strength="soft")
    assert read.in_principle - toy.in_principle == {"art2.s2"}
    assert read.check("formation", case, on=DAY).outcome("art2.s2") is not None


def interpreting(**known: Any) -> Interpretation:
    given = {"reading": "counting", "option": "together", "by": "虚构市科技局会同财政局", "on": DAY}
    return Interpretation(**{**given, **known})


@pytest.mark.parametrize(
    ("interpretation", "expected"),
    [
        (
            interpreting(reading="countin"),
            [("reading", "there is no reading 'countin'; did you mean 'counting'?")],
        ),
        (
            interpreting(option="a"),
            [("option", "'a' is not one of apart, together")],
        ),
        (
            interpreting(by="某局"),
            [
                (
                    "by",
                    "某局 does not interpret this text; those who do: 虚构市科技局会同财政局",
                )
            ],
        ),
        (
            interpreting(option="x", by="某局"),
            [
                ("option", "'x' is not one of apart, together"),
                (
                    "by",
                    "某局 does not interpret this text; those who do: 虚构市科技局会同财政局",
                ),
            ],
        ),
    ],
)
def test_an_interpretation_settles_a_question_by_those_who_may(
    toy: Policy, toy_case: Case, interpretation: Interpretation, expected: list[tuple[str, str]]
) -> None:
    """A question there is, an option it has, a body that interprets."""
    found = told(toy, evolve(toy_case, interpretations=(interpretation,)))
    assert [(path.removeprefix("interpretations[0]."), en) for path, _, en in found] == expected


@pytest.mark.parametrize(("grounds", "there"), [(("art6.s1",), "art6.s1"), ((), "none")])
def test_a_special_case_rests_on_a_ground_of_the_text(
    toy_build: Build, toy_case: Case, grounds: tuple[str, ...], there: str
) -> None:
    """The grounds there are, if any, are told."""
    policy = toy_build(special_grounds=grounds)
    assert told(policy, evolve(toy_case, special_case=SpecialCase(ground="art2.s1"))) == [
        (
            "special_case.ground",
            "invalid_value",
            f"'art2.s1' is no ground of a special case; there are: {there}",
        )
    ]


def test_members_are_spoken_of(
    toy: Policy, toy_case: Case, toy_unit: Callable[..., Organization]
) -> None:
    """The lead and the participants; a stranger is told in each place."""
    lead = toy_unit(9999).key
    about = (said("art4.s2", unit=lead), said("art4.s2", unit=STRANGER))
    departures = (departing("art2.s1", unit=STRANGER),)
    found = told(toy, evolve(toy_case, attestations=about, departures=departures))
    assert [path for path, _, _ in found] == ["attestations[1].unit", "departures[0].unit"]


def test_what_is_dated_later_must_be_usable_all_the_same(toy: Policy, toy_case: Case) -> None:
    """A slip is told at once, not on the day it would begin to count."""
    later = Attestation(what="zzz", by="虚构市科技局", on=date(2029, 1, 1))
    assert [path for path, _, _ in told(toy, evolve(toy_case, attestations=(later,)))] == [
        "attestations[0].what"
    ]


def test_a_ground_is_there_or_is_not(toy_build: Build) -> None:
    """None of it holds in principle, and nothing gives way to it; a condition may do either."""

    @clause("art1.s1", force=Force.IN_PRINCIPLE)
    def mostly(partners: Truth) -> Truth:
        return holds(partners)

    def first() -> Ranges:
        return (("art1.s1", "art1.s1"),)

    @clause("art1.s1", displaces=first)
    def instead(partners: Truth) -> Truth:
        return holds(partners)

    for norm in (mostly, instead):
        inquiry = Inquiry(name="grounds", conditions=(norm,), grounds=True)
        (fault,) = (f for f in refused(toy_build, inquiries=(inquiry,)) if "ground" in f)
        assert fault.startswith(f"{norm.name} is a ground of grounds: a ground is there or is not,")
        conditions = {"inquiries": (Inquiry(name="grounds", conditions=(norm,)),)}
        assert not [f for f in refused(toy_build, **conditions) if "ground" in f]


def test_words_are_listed_for_places_there_are(toy_build: Build, toy: Policy) -> None:
    """A mistyped place would be ignored in silence; it is told, with what was meant."""
    assert refused(toy_build, vocabulary=(*toy.vocabulary, ("grade", ("good",)))) == [
        "vocabulary lists words for 'grade'; did you mean 'grades'?"
    ]


def test_what_is_asked_of_each_displaces_nothing(toy_build: Build) -> None:
    """A norm gives way for the whole case or not at all."""

    def ranges() -> Ranges:
        return (("art2.s1", "art2.s1"),)

    @clause("art4.s2", each="partner", displaces=ranges)
    def odd(abroad: Truth) -> Truth:
        return holds(abroad)

    (fault,) = refused(toy_build, **asking(odd))
    assert "cannot displace" in fault


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("plan", []),
        ("plans", ["application.lists"]),
        ("other:plans", []),
        ("计划", ["application.lists"]),
    ],
)
def test_a_word_the_text_does_not_list_is_told(
    toy_build: Build, toy_with: Callable[..., Any], word: str, expected: list[str]
) -> None:
    """Unless it says of itself that it is another."""
    policy = toy_build(vocabulary=(("lists", ("plan",)),))
    faults = case_faults(policy, toy_with(lists=frozenset({word})))
    assert [f.path for f in faults] == expected


@pytest.mark.parametrize("name", ["events", "facts", "steps", "aliases", "additional"])
def test_what_is_several_things_is_a_tuple(toy_build: Callable[..., Policy], name: str) -> None:
    """The comma of a tuple of one is easily forgotten."""
    with pytest.raises(MalformedPolicyError, match=rf"{name} must be a tuple, not str; .* \(X,\)"):
        toy_build(**{name: ("one")})
