"""The application: members once, the lead apart, nobody signs who is not a member."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Agreement, Application, Governance, Organ, Person
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.errors import InvalidInputError

Unit = Callable[..., Organization]
MOMENT = datetime(2026, 3, 2, tzinfo=UTC)


def faults(make: Callable[[], Any]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.path, f.kind.value) for f in caught.value.faults]


def test_the_lead_comes_first_among_the_members(toy_unit: Unit) -> None:
    """And every participant after it, in order."""
    lead, one, two = toy_unit(9), toy_unit(1), toy_unit(2)
    assert Application(lead=lead, participants=(one, two)).members == (lead, one, two)


def test_nobody_stands_twice_and_the_lead_does_not_take_part(toy_unit: Unit) -> None:
    """Each double is told with what it repeats; a change of name is no other unit."""
    lead, one = toy_unit(9), toy_unit(1)
    again = toy_unit(1, name="更名后的单位")
    assert faults(lambda: Application(lead=lead, participants=(one, lead, again))) == [
        ("participants[1]", "inconsistent"),
        ("participants[2]", "duplicate"),
    ]


def test_two_colleges_of_a_university_are_two_members(toy_unit: Unit) -> None:
    """The same college twice is one."""
    lead = toy_unit(9)
    one, two = (
        toy_unit(1, kind=OrganizationKind.UNIVERSITY, id=Identifier("LEI", "X1"), college=c)
        for c in ("材料学院", "化学学院")
    )
    assert len(Application(lead=lead, participants=(one, two)).members) == 3
    assert faults(lambda: Application(lead=lead, participants=(one, one))) == [
        ("participants[1]", "duplicate")
    ]


def test_who_signs_or_declares_is_a_member(toy_unit: Unit) -> None:
    """Strangers are told in either place, each of them."""
    lead, one, two, three = (toy_unit(n) for n in (9, 1, 2, 3))
    signed = Agreement(signatories=frozenset({lead.key, two.key, three.key}))
    found = faults(
        lambda: Application(
            lead=lead, participants=(one,), agreement=signed, intending=frozenset({two.key})
        )
    )
    assert found == [
        ("agreement.signatories", "inconsistent"),
        ("agreement.signatories", "inconsistent"),
        ("intending", "inconsistent"),
    ]


def test_members_sign_and_declare(toy_unit: Unit) -> None:
    """The lead and the participants alike; that nobody has yet is usable, too."""
    lead, one = toy_unit(9), toy_unit(1)
    everybody = frozenset({lead.key, one.key})
    for keys in (everybody, frozenset(), None):
        made = Application(
            lead=lead,
            participants=(one,),
            agreement=Agreement(signatories=keys),
            intending=keys,
        )
        assert made.intending == keys


def test_days_and_the_field_are_looked_at(toy_unit: Unit) -> None:
    """A moment is no day, a blank no field."""
    assert faults(
        lambda: Application(lead=toy_unit(9), participants=(), filed_on=MOMENT, field="")
    ) == [("filed_on", "type_error"), ("field", "invalid_value")]
    assert faults(lambda: Agreement(signed_on=MOMENT)) == [("signed_on", "type_error")]


def test_a_person_is_compared_and_never_shown() -> None:
    """Neither name nor anything that identifies reaches a log."""
    one = Person("欧阳虚构", "12")
    assert (repr(one), repr(Governance(principal=one)).count("欧阳")) == ("Person(…)", 0)
    assert (one == Person("欧阳虚构", "12"), one == Person("欧阳虚构", "13")) == (True, False)


def test_a_person_has_a_usable_name() -> None:
    """And an id only if it is usable."""
    assert faults(lambda: Person("", " ")) == [("name", "invalid_value"), ("id", "invalid_value")]
    assert Person("司马虚构").id is None


def test_a_case_is_a_value(toy_case: Case) -> None:
    """Equal, hashable, the same after pickling, frozen down to its parts."""
    again = pickle.loads(pickle.dumps(toy_case))  # noqa: S301 - our own bytes
    assert (again, hash(again)) == (toy_case, hash(toy_case))
    for part, name in ((toy_case, "register"), (toy_case.application, "lead")):
        with pytest.raises(AttributeError):
            setattr(part, name, None)
    with pytest.raises(AttributeError):
        Organ("decision").body = "理事会"  # type: ignore[misc]


def test_a_case_of_which_nothing_else_is_known(toy_case: Case) -> None:
    """An application is enough; the register is then unknown, not empty."""
    bare = Case(application=toy_case.application)
    assert (bare.register.complete_to, bare.attestations, bare.special_case) == (None, (), None)
