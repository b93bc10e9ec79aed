"""Policies, ledgers and norms that cannot be built or asked: every sentence, whole and in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.conftest import DRAFT, PARTS, PUBLISHED, Strength

from innov_consortium.core.clauses import Fact, Force, Ranges, clause, fact
from innov_consortium.core.events import Filed
from innov_consortium.core.inquiries import Coverage, Inquiry, InTime
from innov_consortium.core.plan import closure
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Disposition, Ledger, Provision
from innov_consortium.core.steps import Actor, Step
from innov_consortium.core.tables import Tables, kinds_of, tally
from innov_consortium.core.words import (
    Day,
    Truth,
    at_least,
    both,
    holds,
)
from innov_consortium.errors import FaultKind, InvalidInputError, MalformedPolicyError

DAY = date(2026, 3, 2)
TOY = DRAFT.supposing_published(PUBLISHED)

Said = tuple[FaultKind, str, str, str]


def refused(make: Callable[[], object]) -> list[Said]:
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults]


def malformed(make: Callable[[], object]) -> str:
    with pytest.raises(MalformedPolicyError) as caught:
        make()
    return str(caught.value)


def unbuilt(**changes: Any) -> list[str]:
    first, *faults = malformed(lambda: Policy(**{**PARTS, **changes})).split("\n")
    assert first == "policy 990000 cannot be built:"
    return faults


def asking(*norms: Any, **known: Any) -> tuple[Inquiry, ...]:
    return (Inquiry(name="formation", conditions=norms, **known),)


def only_b() -> Ranges:
    return (("art2.s1", "art99"), ("art98", "art2.s1"))


def by_day(day: Day) -> Force:
    return Force.MANDATORY if day else Force.IN_PRINCIPLE


@clause("art5.s2", each="partner", force=by_day, displaces=only_b)
def odd(abroad: Truth) -> Truth:
    return holds(abroad)


@clause("art5.s2", force=Force.IN_PRINCIPLE)
def wished(solvent: Truth) -> Truth:
    return holds(solvent)


@clause("art9.s2")
def by_the_lead(day: Day, solvent: Truth, application: Day, register: Day) -> Truth:
    return both(at_least(day, application), at_least(day, register), solvent)


def test_what_is_no_tuple_is_told_before_anything_else() -> None:
    """Nothing else can then be asked of the policy."""
    assert unbuilt(aliases="CN-XX", steps=[], special_grounds=("art99",)) == [
        "aliases must be a tuple, not str; a tuple of one is written (X,)",
        "steps must be a tuple, not list; a tuple of one is written (X,)",
    ]


def test_a_norm_of_each_gives_way_to_nothing_and_binds_by_readings_alone() -> None:
    """And what it displaces stands in the ledger, from the first of a range to the last."""
    assert sorted(unbuilt(inquiries=asking(odd))) == [
        "odd displaces 'art98', which is not in the ledger",
        "odd displaces 'art99', which is not in the ledger",
        "odd is asked of each partner and cannot displace anything",
        "odd: force and displacement depend on readings alone, not on day",
    ]


def test_a_ground_binds_nobody_in_principle() -> None:
    """As a condition it may."""
    (fault,) = unbuilt(inquiries=asking(wished, grounds=True))
    assert fault == (
        "wished is a ground of formation: a ground is there or is not, it binds nobody in principle"
        " and nothing gives way to it"
    )
    assert Policy(**{**PARTS, "inquiries": asking(wished)}).inquiries == asking(wished)


def test_whether_a_text_is_in_force_rests_on_no_case() -> None:
    """Neither directly nor through a fact; and how it ends is said or not, but not both."""
    begun = DRAFT.in_time.commencement
    known = InTime(commencement=begun, expiry=by_the_lead)
    unknown = evolve(DRAFT.in_time, end_known=False)
    rests = "by_the_lead says when the text is in force and cannot rest on"

    assert unbuilt(in_time=known) == [
        f"{rests} {name}" for name in ("application", "attested", "register")
    ]
    assert unbuilt(in_time=unknown) == [
        "not_ended says when the text ends: then its end is known",
        "a text encoded completely shows when it ends, or that it does not",
    ]
    assert unbuilt(in_time=unknown, coverage=Coverage.PARTIAL) == [
        "not_ended says when the text ends: then its end is known"
    ]


def test_names_given_twice_are_told_in_order() -> None:
    """Of inquiries, places of words, steps, actors."""
    step = Step(name="formation", provision="art2.s1", event=Filed, after=("start",), to="x")
    again = (*DRAFT.inquiries, *asking(), Inquiry(name="in_force", conditions=()))
    assert unbuilt(
        inquiries=again,
        vocabulary=(("zzz", ()), ("list", ())),
        steps=(step, step),
        actors=(Actor(role="b"), Actor(role="a"), Actor(role="b"), Actor(role="a")),
    ) == [
        "vocabulary lists words for 'zzz'",
        "vocabulary lists words for 'list'; did you mean 'lists'?",
        "inquiry named twice, or by a name that is taken: formation",
        "inquiry named twice, or by a name that is taken: in_force",
        "step named twice: formation",
        "actor named twice: a",
        "actor named twice: b",
        "step formation has the name of an inquiry",
        "step formation has the name of an inquiry",
    ]


@fact
def one(other: int) -> int:
    return other


@fact
def other(third: int) -> int:
    return third


@fact
def third(one: int) -> int:
    return one


def test_facts_that_need_one_another_are_told_as_a_circle() -> None:
    """From the fact by which it is entered to that fact again."""
    facts: dict[str, Fact[..., Any]] = {f.name: f for f in (one, other, third)}
    expected = "facts need one another in a circle: one → other → third → one"
    assert malformed(lambda: closure(("one",), facts)) == expected
    assert closure(("one", "day"), {"one": one, "other": other}) == ("other", "one")


def test_a_provision_stands_once_in_a_ledger() -> None:
    """Those that do not are listed in order, each once."""
    a, b, c = (Provision(id_, "x", "y", Disposition.CLAUSE) for id_ in "abc")
    expected = "provisions listed twice in the ledger: a, b"
    assert malformed(lambda: Ledger((c, b, a, b, a, b))) == expected
    assert list(Ledger((c, b, a))) == ["c", "b", "a"]


@tally(each="listing")
def entries(listed: Any) -> Any:
    return listed


@clause("art2.s1")
def of_a_list(solvent: Truth, several: list[str]) -> Truth:
    return solvent if several else None


def test_tables_that_cannot_be_used() -> None:
    """A name given twice once, a tally over what is no row; a fact that no column holds."""
    assert malformed(lambda: Tables(facts=(entries, entries))) == (
        "these tables cannot be used:\n"
        "entries is named twice\n"
        + "\n".join(["entries counts over listing, which is no row of members"] * 2)
    )
    assert Tables(facts=(entries,), joined={"listing": "lead_"}).rows == "participant"
    assert malformed(lambda: kinds_of(of_a_list)) == (
        f"{of_a_list.where}: several is annotated as nothing that a column holds"
    )


def step(name: str, **known: Any) -> Step:
    parts = {"provision": "art2.s1", "event": Filed, "after": ("start",), "to": "x", **known}
    return Step(name=name, **parts)


def test_a_procedure_that_cannot_be_walked_is_told_row_by_row() -> None:
    """What a row cites, who takes it, what it asks; then what nothing leads to; then facts."""
    counting = ("counting", (Strength.SOFT,))
    rows = (
        step("a", provision="art99", actor="zzz", asks=("zzz", "formation"), rests_on="formation"),
        step("b", under=(counting, ("strength", ())), where=(("zzz", 1), ("by", None))),
        step("c", after=("y", "z"), path="p"),
        step("d", after=("x",), to="z"),
    )
    assert unbuilt(steps=rows, turns="zzz", bars="abroad", parties="solvent") == [
        "step a cites 'art99', which is not in the ledger",
        "step a names 'zzz', which is no actor",
        "step a asks 'zzz', which is no inquiry",
        "step a rests on 'formation', which is no inquiry of grounds",
        "step b is there under counting, of which it names no option",
        "step b is there under strength, of which it names no option",
        "step b: Filed has no field 'zzz'",
        "step c: nothing leads to y, z on the path p",
        "bars rests on 'abroad', which is no fact of the whole case",
        "turns rests on 'zzz', which is no fact of the whole case",
    ]
