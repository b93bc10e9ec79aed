"""What somebody has established: usable only with a body and a day, and the last word holds."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from innov_consortium.core.attestations import (
    Attestation,
    Attested,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.errors import InvalidInputError

MOMENT = datetime(2026, 3, 2, tzinfo=UTC)
FIRST, SECOND = date(2026, 3, 1), date(2026, 3, 2)
UNIT = MemberKey(Identifier("LEI", "529900T8BM49AURSDO55"))
OTHER = MemberKey(Identifier("LEI", "529900T8BM49AURSDO56"))


def said(what: str = "a", on: date = FIRST, **known: Any) -> Attestation:
    return Attestation(what=what, by="某局", on=on, **known)


@pytest.mark.parametrize(
    ("make", "paths"),
    [
        (lambda: Attestation(what="a", by="", on=MOMENT), ["on", "by"]),
        (
            lambda: Departure(provision="art1", by=" ", on=MOMENT, reason=""),
            ["on", "by", "reason"],
        ),
        (lambda: Interpretation(reading="r", option="o", by="\n", on=MOMENT), ["on", "by"]),
        (
            lambda: SpecialCase(
                ground="art1",
                determined_by="",
                determined_on=MOMENT,
                elected_by=" ",
                elected_on=MOMENT,
            ),
            ["determined_on", "elected_on", "determined_by", "elected_by"],
        ),
        (
            lambda: Listing(unit=UNIT.id, name="", first=MOMENT, last=MOMENT),
            ["first", "last", "name"],
        ),
    ],
)
def test_bodies_days_and_reasons_are_looked_at_at_once(
    make: Callable[[], Any], paths: list[str]
) -> None:
    """A word nobody gave, a decision without a reason or day is none."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    assert [f.path for f in caught.value.faults] == paths


def test_what_is_usable_is_made() -> None:
    """With what has to be known and no more."""
    assert said().holds is True
    assert Departure(provision="art1", by="某局", on=FIRST, reason="理由").accepted is True
    assert Interpretation(reading="r", option="o", by="某局", on=FIRST).document == ""
    assert SpecialCase(ground="art1").elected is None
    assert SpecialCase(ground="art1", determined_by="某市", elected_by="某局").elected_by == "某局"
    assert Listing(unit=UNIT.id, name="名单", first=FIRST).last is None


def test_what_nobody_attested_is_not_known() -> None:
    """Neither holds nor does not."""
    nothing = Attested()
    assert (nothing.find("a"), nothing.holds("a"), nothing.value("a")) == (None, None, None)


def test_an_attestation_may_say_that_something_does_not_hold() -> None:
    """Which is another thing than saying nothing."""
    assert Attested((said(holds=False),)).holds("a") is False


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_later_attestation_sets_an_earlier_one_aside(order: tuple[int, int]) -> None:
    """In whatever order they are given."""
    two = (said(on=FIRST), said(on=SECOND, holds=False))
    assert Attested(tuple(two[n] for n in order)).holds("a") is False


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_two_of_one_day_that_disagree_leave_the_matter_unknown(order: tuple[int, ...]) -> None:
    """However many are given and in whatever order."""
    three = (said(), said(holds=False), said())
    assert Attested(tuple(three[n] for n in order)).holds("a") is None


def test_a_later_day_settles_what_was_disputed() -> None:
    """The dispute does not outlive it."""
    assert Attested((said(), said(holds=False), said(on=SECOND))).holds("a") is True


def test_two_of_one_day_that_agree_are_no_dispute() -> None:
    """Two bodies may say the same."""
    other = Attestation(what="a", by="另一局", on=FIRST)
    assert Attested((said(), other)).holds("a") is True


def test_two_choices_of_one_day_are_a_dispute() -> None:
    """Both hold, yet they are not the same."""
    two = Attested((said(value="x"), said(value="y")))
    assert (two.holds("a"), two.value("a")) == (None, None)


def test_a_choice_that_does_not_hold_is_none() -> None:
    """Denied is not chosen."""
    found = [Attested((said(value="x", holds=holds),)).value("a") for holds in (True, False)]
    assert found == ["x", None]


def test_what_is_attested_of_a_member_goes_before_what_is_attested_of_all() -> None:
    """What is said of one does not reach another."""
    both = Attested((said(), said(unit=UNIT, holds=False)))
    assert (both.holds("a", UNIT), both.holds("a", OTHER), both.holds("a")) == (False, True, True)
    assert Attested((said(unit=UNIT),)).holds("a", OTHER) is None


def test_what_is_attested_of_one_singles_that_out() -> None:
    """A member or an item; what is attested of all does not, nor anything else, nor pickling."""
    some = Attested((said(), said("b", unit=UNIT), said("c", item="P1"), said("b")))
    again = pickle.loads(pickle.dumps(some))  # noqa: S301 - our own bytes
    for one in (some, again):
        assert [one.singles_out(what) for what in "abcd"] == [False, True, True, False]


def test_a_dispute_about_a_member_is_not_settled_by_what_is_said_of_all() -> None:
    """It stays unknown for this one."""
    three = Attested((said(), said(unit=UNIT), said(unit=UNIT, holds=False)))
    assert (three.find("a", UNIT), three.holds("a", OTHER)) == (None, True)


def test_what_a_member_says_of_its_own_application_is_left_out() -> None:
    """Only others attest."""
    own = Attestation(what="a", by="成员单位", on=SECOND)
    kept = Attested.by_others([said(holds=False), own], frozenset({"成员单位"}))
    assert (kept.attestations, kept.holds("a")) == ((said(holds=False),), False)


def test_the_attestations_are_a_value() -> None:
    """Equal by what was attested, hashable, frozen, found again after pickling."""
    one = Attested((said(unit=UNIT),))
    again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    assert (again, hash(again), again.holds("a", UNIT)) == (one, hash(one), True)
    with pytest.raises(AttributeError):
        one.attestations = ()  # type: ignore[misc]
    with pytest.raises(AttributeError):
        one.attestations[0].by = "另一局"  # type: ignore[misc]


@pytest.mark.parametrize(("days", "fault"), [(-1, ["last"]), (0, []), (1, [])])
def test_a_listing_does_not_end_before_it_begins(days: int, fault: list[str]) -> None:
    """It may last a day."""
    unit = Identifier("LEI", "X1")
    faults: list[str] = []
    try:
        Listing(unit=unit, name="名单", first=FIRST, last=FIRST + timedelta(days))
    except InvalidInputError as error:
        faults = [f.path for f in error.faults]
    assert faults == fault


def test_an_attestation_about_an_item_counts_for_it_alone() -> None:
    """And goes before one about the whole case."""
    day = date(2026, 3, 2)
    whole = Attestation(what="a", by="某局", on=day)
    one = Attestation(what="a", by="某局", on=day, item="c1", holds=False)
    attested = Attested((whole, one))
    assert [attested.holds("a", item) for item in ("c1", "c2", None)] == [False, True, True]
    assert Attested((one,)).holds("a", "c2") is None


def test_an_attestation_is_about_a_member_or_an_item_and_not_both() -> None:
    """Which of the two would be looked up is not to be guessed."""
    unit = MemberKey(Identifier("LEI", "529900T8BM49AURSDO55"))
    with pytest.raises(InvalidInputError) as caught:
        Attestation(what="a", by="某局", on=date(2026, 3, 2), unit=unit, item="c1")
    assert [f.path for f in caught.value.faults] == ["item"]


def test_only_some_bodies_words_may_count() -> None:
    """What others say neither settles a matter nor disputes it."""
    own = said()
    another = Attestation(what="a", by="某协会", on=SECOND, holds=False)
    assert Attested((own, another)).find("a") is None
    assert Attested((own, another)).among(("某局", "某厅")).find("a") == own
    assert Attested((another,)).among(("某局",)).find("a") is None
