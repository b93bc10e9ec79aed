"""What is still told of an application whose parts cannot be read, and what a sound one says.

What cannot be read is told once, at its place; whatever can be read without it is judged as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from innov_consortium.core.consortium import Agreement, Application, Governance, Person, Vacancy
from innov_consortium.core.organizations import (
    Identifier,
    MemberKey,
    Organization,
    OrganizationKind,
)
from innov_consortium.errors import MOST_FAULTS, OTHERS_NOT_TOLD, FaultKind, InvalidInputError

Faults = list[tuple[FaultKind, str, str, str]]


def unit(letter: str, **other: Any) -> Organization:
    """Return a made-up organisation; its code is no Chinese one."""
    code = Identifier("LEI", f"5299000000000000{letter}000")
    enterprise = OrganizationKind.ENTERPRISE
    return Organization(**{"name": f"虚构{letter}", "id": code, "kind": enterprise, **other})


LEAD, ONE, TWO, STRANGER = (unit(letter) for letter in "ABCD")


def told(make: Callable[[], object]) -> Faults:
    """Return all that is told of what cannot be made."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults]


ODD: dict[str, tuple[dict[str, Any], list[str]]] = {
    "field": ({"field": 7, "intending": frozenset({STRANGER.key})}, ["field", "intending"]),
    "lead": ({"lead": None, "field": "", "co_leads": (STRANGER.key,)}, ["lead", "field"]),
    "participants": (
        {"participants": [ONE, ONE], "intending": frozenset({STRANGER.key})},
        ["participants"],
    ),
    "agreement": ({"agreement": "已签", "participants": (ONE, ONE)}, ["agreement"]),
    "intending": ({"intending": (STRANGER.key,), "participants": (ONE, ONE)}, ["intending"]),
    "co_leads": (
        {"co_leads": [STRANGER.key], "participants": (ONE, ONE)},
        ["co_leads", "participants[1]"],
    ),
}


@pytest.mark.parametrize(("parts", "paths"), ODD.values(), ids=ODD)
def test_what_is_of_another_sort_is_not_looked_into(
    parts: dict[str, Any], paths: list[str]
) -> None:
    """It is told as such, and whatever can be read without it is judged beside it."""
    whole: dict[str, Any] = {"lead": LEAD, "participants": (ONE, TWO), **parts}
    assert [path for _, path, _, _ in told(lambda: Application(**whole))] == paths


def test_more_strangers_than_can_be_told_end_with_a_word_about_the_others() -> None:
    """The most that are told, in the order of their codes; the last says that there are more."""
    codes = [f"{n:05d}" for n in range(MOST_FAULTS + 1)]
    many = frozenset(MemberKey(Identifier("TOY", code)) for code in codes)
    for parts in ({"intending": many}, {"agreement": Agreement(signatories=many)}):
        whole: dict[str, Any] = {"lead": LEAD, "participants": (ONE,), **parts}
        found = told(lambda whole=whole: Application(**whole))  # type: ignore[misc]
        last = OTHERS_NOT_TOLD
        assert [f[2].split()[0] for f in found[:-1]] == [
            f"TOY:{c}" for c in codes[: MOST_FAULTS - 1]
        ]
        assert found[-1] == (last.kind, last.path, last.zh, last.en)


def test_as_many_strangers_as_can_be_told_are_all_told() -> None:
    """Nothing is left for the last to stand for."""
    codes = [f"{n:05d}" for n in range(MOST_FAULTS)]
    many = frozenset(MemberKey(Identifier("TOY", code)) for code in codes)
    found = told(lambda: Application(lead=LEAD, participants=(ONE,), intending=many))
    assert [f[2] for f in found] == [f"TOY:{code} 不是成员单位" for code in codes]


def test_joint_leads_stand_after_the_lead_in_the_order_agreed() -> None:
    """Not in the order in which the participants are listed."""
    made = Application(lead=LEAD, participants=(ONE, TWO), co_leads=(TWO.key, ONE.key))
    assert (made.leads, made.members) == ((LEAD, TWO, ONE), (LEAD, ONE, TWO))
    assert evolve(made, co_leads=()).leads == (LEAD,)


def test_nothing_is_known_of_what_is_left_out() -> None:
    """Only that nobody leads jointly is said by silence."""
    bare = Application(lead=LEAD, participants=())
    days = (bare.filed_on, bare.presented_on, bare.accepted_on)
    words = (bare.field, bare.lists, bare.cooperation, bare.intending)
    parts = (bare.agreement, bare.governance)
    assert ({*days, *words, *parts}, bare.co_leads) == ({None}, ())
    run = Governance(principal=Vacancy.VACANT)
    assert (run.organs, run.principal, run.technologist) == (None, Vacancy.VACANT, None)
    signed = Agreement(signed_on=date(2026, 3, 1))
    assert (signed.signatories, signed.heads) == (None, None)


def test_two_of_one_name_may_be_one_or_two() -> None:
    """Only what tells them apart on both sides decides it; a name that differs is enough for no."""
    one = Person("某", "1")
    others = [Person("某", "1"), Person("乙", "1"), Person("某", "2"), Person("某"), Person("乙")]
    assert [one.is_same(other) for other in others] == [True, True, False, None, False]
    assert [other.is_same(one) for other in others] == [True, True, False, None, False]
    assert [Person("某").is_same(other) for other in others[3:]] == [None, False]
