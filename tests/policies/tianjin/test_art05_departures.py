"""第五条的“原则上”：批准机关可以说明理由作例外（B11）。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from innov_consortium.core.attestations import Departure
from innov_consortium.core.case import Case
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.report import Answer, Finding, Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin import TIANJIN

LEADS, ENOUGH, CAP = "art5.item2.s3b", "art5.item3.s2c", "art5.item3.s5b"

Vary = Callable[..., Case]
Says = Callable[..., str | None]
Finds = Callable[..., Finding]
Depart = Callable[..., Departure]


@pytest.fixture
def five(complete: Case, vary: Vary) -> Vary:
    """Make a case with five participants, three of them enterprises."""

    def made(*departures: Departure) -> Case:
        return vary(participants=complete.application.participants[:5], departures=departures)

    return made


@pytest.fixture
def thrice(complete: Case, vary: Vary, engaged: Callable[..., Engagement]) -> Vary:
    """Make a case in which the first two participants take part in a third consortium each."""

    def made(*departures: Departure) -> Case:
        two = complete.application.participants[:2]
        register = Register.complete(
            to=date(2026, 3, 2), engagements=[engaged(u, c) for u in two for c in ("甲", "乙")]
        )
        return vary(register=register, departures=departures)

    return made


def test_the_text_says_in_principle_three_times() -> None:
    """And departures are decided from these three only."""
    marked = {p.id for p in TIANJIN.ledger.provisions if "原则上" in p.text}
    assert marked == {LEADS, ENOUGH, CAP} == set(TIANJIN.in_principle)


def test_an_undecided_departure_leaves_the_answer_open(
    five: Vary, check: Callable[..., Report]
) -> None:
    """It is no refusal."""
    assert check(five()).answer is Answer.OPEN


def test_an_accepted_departure_is_named_and_does_not_block(
    five: Vary, departure: Depart, finding: Finds, check: Callable[..., Report]
) -> None:
    """The finding keeps the decision with its reason."""
    decided = departure(ENOUGH)
    found = finding(five(decided), ENOUGH)
    assert (found.outcome.value, found.decided_by) == ("accepted_departure", decided)
    assert check(five(decided)).answer is Answer.MET


def test_a_refused_departure_leaves_the_norm_not_met(
    five: Vary, departure: Depart, finding: Finds, check: Callable[..., Report]
) -> None:
    """Then 原则上 has had its say."""
    refused = departure(ENOUGH, accepted=False)
    found = finding(five(refused), ENOUGH)
    assert (found.outcome.value, found.decided_by) == ("not_met", refused)
    assert check(five(refused)).answer is Answer.NOT_MET


@pytest.mark.parametrize("by", ["滨海新区科技主管部门", "某区科技局", "虚构牵头单位", "市财政局"])
@pytest.mark.parametrize("accepted", [True, False])
def test_a_departure_by_another_body_has_no_effect(
    by: str, accepted: bool, five: Vary, departure: Depart, says: Says
) -> None:
    """Not the district's word alone, not the lead's own."""
    case = five(departure(ENOUGH, by=by, accepted=accepted))
    assert says(case, ENOUGH) == "departs_from_principle"


@pytest.mark.parametrize("by", ["市科技局", "天津市科技局", "天津市科学技术局"])
def test_the_bureau_goes_by_several_names(
    by: str, five: Vary, departure: Depart, says: Says
) -> None:
    """Short, and in full."""
    assert says(five(departure(ENOUGH, by=by)), ENOUGH) == "accepted_departure"


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2026, 3, 1), "accepted_departure"),
        (date(2026, 3, 2), "accepted_departure"),
        (date(2026, 3, 3), "departs_from_principle"),
    ],
)
def test_a_departure_is_known_from_its_day_on(
    on: date, outcome: str, five: Vary, departure: Depart, says: Says
) -> None:
    """Asked about 2026-03-02."""
    assert says(five(departure(ENOUGH, on=on)), ENOUGH) == outcome


def test_a_departure_where_nothing_departs_is_idle(
    vary: Vary, departure: Depart, finding: Finds
) -> None:
    """Six participants are enough without anybody's decision."""
    found = finding(vary(departures=(departure(ENOUGH),)), ENOUGH)
    assert (found.outcome.value, found.decided_by) == ("met", None)


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("last_word", [True, False])
def test_the_later_decision_sets_the_earlier_aside(
    reverse: bool, last_word: bool, five: Vary, departure: Depart, says: Says
) -> None:
    """Whatever the order they are handed over in: the bureau has changed its mind once."""
    first = departure(ENOUGH, accepted=not last_word, on=date(2026, 2, 1))
    second = departure(ENOUGH, accepted=last_word, on=date(2026, 2, 20))
    case = five(second, first) if reverse else five(first, second)
    assert says(case, ENOUGH) == ("accepted_departure" if last_word else "not_met")


def test_a_departure_for_one_member_leaves_the_others(
    complete: Case,
    thrice: Vary,
    departure: Depart,
    says: Says,
    concerned: Callable[..., dict[str, str]],
) -> None:
    """Each participant beyond two consortia departs by itself."""
    first = complete.application.participants[0].key
    case = thrice(departure(CAP, unit=first))
    assert concerned(case, CAP) == {
        "application.participants[0]": "accepted_departure",
        "application.participants[1]": "departs_from_principle",
    }
    assert says(case, CAP) == "departs_from_principle"


def test_a_departure_in_general_covers_every_member(
    thrice: Vary, departure: Depart, says: Says, check: Callable[..., Report]
) -> None:
    """A decision that names nobody is about whoever departs."""
    case = thrice(departure(CAP))
    assert (says(case, CAP), check(case).answer) == ("accepted_departure", Answer.MET)


def test_a_decision_about_one_member_goes_before_one_in_general(
    complete: Case, thrice: Vary, departure: Depart, concerned: Callable[..., dict[str, str]]
) -> None:
    """Accepted for all but refused for one."""
    second = complete.application.participants[1].key
    case = thrice(departure(CAP), departure(CAP, unit=second, accepted=False))
    assert concerned(case, CAP) == {
        "application.participants[0]": "accepted_departure",
        "application.participants[1]": "not_met",
    }


def test_a_second_leadership_may_be_accepted(
    complete: Case,
    vary: Vary,
    departure: Depart,
    engaged: Callable[..., Engagement],
    says: Says,
    check: Callable[..., Report],
) -> None:
    """The provision says who is meant; a decision that names a member besides is an error."""
    lead = complete.application.lead
    other = engaged(lead, "甲", role=Role.LEAD)
    register = Register.complete(to=date(2026, 3, 2), engagements=[other])
    assert says(vary(register=register, departures=(departure(LEADS),)), LEADS) == (
        "accepted_departure"
    )
    named = vary(register=register, departures=(departure(LEADS, unit=lead.key),))
    with pytest.raises(InvalidInputError) as caught:
        check(named)
    assert [f.path for f in caught.value.faults] == ["departures[0].unit"]


def test_no_departure_from_what_is_mandatory(
    vary: Vary, departure: Depart, check: Callable[..., Report]
) -> None:
    """50 % has no 原则上: a departure from it is an error that names the place, not a result."""
    with pytest.raises(InvalidInputError) as caught:
        check(vary(departures=(departure("art5.item3.s2d"),)))
    assert [f.path for f in caught.value.faults] == ["departures[0].provision"]


def test_a_departure_from_the_share_where_the_principle_covers_it(
    complete: Case,
    vary: Vary,
    unit: Callable[..., Organization],
    departure: Depart,
    says: Says,
) -> None:
    """Under the reading that 原则上 colours the whole sentence (B03)."""
    institutes = tuple(unit(n, "12") for n in range(50, 54))
    participants = (*complete.application.participants[:3], *institutes)
    case = vary(participants=participants, departures=(departure("art5.item3.s2d"),))
    assert says(case, "art5.item3.s2d", share_force="in_principle") == "accepted_departure"


@pytest.mark.parametrize("accepted", [True, False])
def test_where_in_principle_is_hard_a_decision_on_record_changes_nothing(
    accepted: bool, five: Vary, departure: Depart, says: Says
) -> None:
    """The same case can be read either way: the decision is a fact, its effect is the reading."""
    assert says(five(departure(ENOUGH, accepted=accepted)), ENOUGH, principle="hard") == "not_met"


def test_where_in_principle_is_a_wish_a_decision_on_record_changes_nothing(
    five: Vary, departure: Depart, says: Says
) -> None:
    """The same for the reading under which nothing is asked."""
    assert says(five(departure(ENOUGH)), ENOUGH, principle="recommendation") is None
