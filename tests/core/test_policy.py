"""A policy is a value: asked, published, read otherwise, compared, pickled."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from innov_consortium.core.case import Case
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer
from innov_consortium.core.sources import ForceInTime
from innov_consortium.errors import InvalidInputError

DAY = date(2026, 3, 2)
LAST = date(2030, 12, 31)
MOMENT = datetime(2026, 3, 2, tzinfo=UTC)


def faults(call: Callable[[], Any]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        call()
    return [(f.path, f.kind.value) for f in caught.value.faults]


def test_an_application_is_checked_with_what_else_is_known(toy: Policy, toy_case: Case) -> None:
    """The other fields of a case are passed on by name."""
    report = toy.check_formation(
        toy_case.application,
        on=DAY,
        register=toy_case.register,
        attestations=toy_case.attestations,
    )
    assert report == toy.check("formation", toy_case, on=DAY)
    assert (report.answer, report.inquiry, report.policy) == (Answer.MET, "formation", toy)


def test_an_application_alone_leaves_the_rest_unknown(toy: Policy, toy_case: Case) -> None:
    """Nothing given is nothing known."""
    alone = toy.check_formation(toy_case.application, on=DAY)
    bare = evolve(toy_case, register=Register.unknown(), attestations=())
    assert (alone.answer, alone) == (Answer.OPEN, toy.check("formation", bare, on=DAY))


@pytest.mark.parametrize("day", [MOMENT, "2026-03-02", None])
def test_the_day_asked_about_is_a_day(toy: Policy, toy_case: Case, day: Any) -> None:
    """A moment, a text and nothing are refused."""
    assert faults(lambda: toy.check("formation", toy_case, on=day)) == [("on", "type_error")]
    assert faults(lambda: toy.in_force(day)) == [("day", "type_error")]
    assert faults(lambda: toy.supposing_published(day)) == [("published_on", "type_error")]


def test_an_inquiry_nobody_answers_is_a_lookup_error(toy: Policy, toy_case: Case) -> None:
    """Those there are are listed."""
    message = "policy 990000 has no inquiry 'withdrawal'; there are: formation"
    with pytest.raises(LookupError) as caught:
        toy.check("withdrawal", toy_case, on=DAY)
    assert str(caught.value) == message
    with pytest.raises(LookupError):
        toy.norms("withdrawal")


def test_an_inquiry_is_found_by_its_name(toy: Policy) -> None:
    """Whichever stands first."""
    other = evolve(toy.inquiries[0], name="other")
    both = evolve(toy, inquiries=(other, *toy.inquiries))
    assert (both.inquiry("formation"), both.inquiry("other")) == (toy.inquiries[0], other)


# --- publication ------------------------------------------------------------------------------


def test_a_published_text_is_this_text(toy_draft: Policy) -> None:
    """Another one needs an edition of its own."""
    sha = toy_draft.ledger.text_sha256
    published = toy_draft.published(DAY, document="虚构市公报", text_sha256=sha)
    assert published.publication is not None
    assert (published.publication.day, published.publication.supposed) == (DAY, False)
    other = "0" * 64
    assert faults(lambda: toy_draft.published(DAY, document="公报", text_sha256=other)) == [
        ("text_sha256", "inconsistent")
    ]


def test_a_publication_somebody_attests_names_its_document(toy_draft: Policy) -> None:
    """Only a supposition goes without."""
    sha = toy_draft.ledger.text_sha256
    assert faults(lambda: toy_draft.published(DAY, document="", text_sha256=sha)) == [
        ("document", "invalid_value")
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(LAST - timedelta(1), []), (LAST, []), (LAST + timedelta(1), ["published_on"])],
)
def test_nothing_is_published_after_its_last_day(
    toy_draft: Policy, day: date, expected: list[str]
) -> None:
    """The day before, the day, the day after; supposed or not."""
    sha = toy_draft.ledger.text_sha256
    publish: tuple[Callable[[], Policy], ...] = (
        lambda: toy_draft.supposing_published(day),
        lambda: toy_draft.published(day, document="公报", text_sha256=sha),
    )
    for make in publish:
        if expected:
            assert [path for path, _ in faults(make)] == expected
        else:
            assert make().in_force(day) is ForceInTime.IN_FORCE


# --- what it would be otherwise ---------------------------------------------------------------


def test_other_numbers_and_readings_are_other_policies(toy: Policy) -> None:
    """The one they were made from stays as it is, what it made on demand included."""
    other = toy.with_numbers(min_share=Fraction(2, 3)).with_readings(strength="hard")
    norms = {n.provision: n for n in other.norms("formation")}
    assert norms["art2.s2"].numbers[0].value == Fraction(2, 3)
    assert norms["art2.s1"].force.value == "mandatory"
    assert {n.provision: n.force.value for n in toy.norms("formation")}["art2.s1"] == "in_principle"
    assert (other == toy, toy.with_numbers() == toy) == (False, True)


def test_what_has_no_such_number_or_reading_is_refused(toy: Policy) -> None:
    """By name and with the kind of fault."""
    assert faults(lambda: toy.with_numbers(zzz=1)) == [("numbers.zzz", "invalid_value")]
    assert faults(lambda: toy.with_readings(zzz="a")) == [("readings.zzz", "invalid_value")]


@pytest.mark.parametrize(
    ("option", "expected"),
    [("soft", {"art2.s1", "art4.s3"}), ("hard", set()), ("wish", set())],
)
def test_what_binds_in_principle_hangs_on_the_readings(
    toy: Policy, option: str, expected: set[str]
) -> None:
    """Under each of them."""
    assert toy.with_readings(strength=option).in_principle == expected


def test_what_a_body_may_attest_is_told_with_its_options(toy: Policy) -> None:
    """Judgements, clauses that are so marked, facts that hold or not, and those with choices."""
    attestable = toy.attestable
    kinds = {what: kind for what, kind in attestable.items() if kind is bool}
    assert sorted(kinds) == [
        "art3.s1",
        "art4.s2",
        "art4.s5",
        "art5.s1",
        "art5.s6",
        "solvent",
    ]
    assert [o.value for o in attestable["grade"]] == ["a", "b", "c"]
    assert toy.attestable is attestable


# --- as a value -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, lambda p: pickle.loads(pickle.dumps(p))],  # noqa: S301
)
def test_a_policy_is_the_same_after_copying_and_pickling(
    toy: Policy, toy_case: Case, again: Callable[[Policy], Policy]
) -> None:
    """It answers alike, and makes on demand what it needs for that."""
    toy.check("formation", toy_case, on=DAY)
    other = again(toy)
    assert (other, hash(other), other.memo) == (toy, hash(toy), {})
    assert (other.ledger, other.inquiries, other.facts) == (toy.ledger, toy.inquiries, toy.facts)
    assert other.check("formation", toy_case, on=DAY) == toy.check("formation", toy_case, on=DAY)


def test_a_policy_is_frozen(toy: Policy) -> None:
    """Another value is made instead."""
    with pytest.raises(AttributeError):
        toy.code = "990001"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        toy.numbers.min_participants = 4


def test_asking_does_not_change_a_policy(toy_build: Callable[..., Policy], toy_case: Case) -> None:
    """What is made on demand is no part of the value."""
    asked, fresh = toy_build(), toy_build()
    asked.check("formation", toy_case, on=DAY)
    assert (asked, hash(asked), repr(asked)) == (fresh, hash(fresh), repr(fresh))
