"""第五条第（二）项：牵头单位明确。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from innov_consortium.core.attestations import Attestation, Listing
from innov_consortium.core.case import Case
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Count, Engagement, Register, Role
from innov_consortium.core.report import Finding

OPERATES, STRATEGIC, LEADS = "art5.item2.s2a", "art5.item2.s2c", "art5.item2.s3b"

Vary = Callable[..., Case]
Says = Callable[..., str | None]
Lacks = Callable[..., list[str]]
Attest = Callable[..., Attestation]
Unit = Callable[..., Organization]
Engage = Callable[..., Engagement]


# --- 创新联合体牵头单位应为在津正常运营的 ---------------------------------------------------------


@pytest.fixture
def operating(vary: Vary, unit: Unit, attested: Attest) -> Vary:
    """Make a case by what is attested of the two legs, and by what is known of the lead."""

    def made(here: bool | None, normally: bool | None, *listings: Listing, **lead: Any) -> Case:
        legs = (("in_tianjin", here), ("operating_normally", normally))
        words = tuple(attested(leg, holds=v) for leg, v in legs if v is not None)
        return vary(
            lead=unit(9999, **lead),
            without=("operating_normally",),
            attestations=words,
            listings=listings,
        )

    return made


@pytest.mark.parametrize(
    ("here", "normally", "outcome"),
    [
        (True, True, "met"),
        (True, None, "unknown"),
        (True, False, "not_met"),
        (None, True, "unknown"),
        (None, None, "unknown"),
        (None, False, "not_met"),
        (False, True, "not_met"),
        (False, None, "not_met"),
        (False, False, "not_met"),
    ],
)
def test_the_lead_operates_normally_in_tianjin(
    here: bool | None, normally: bool | None, outcome: str, operating: Vary, says: Says
) -> None:
    """Two legs: one that fails fails the norm, one that is not known leaves it unknown."""
    assert says(operating(here, normally), OPERATES) == outcome


@pytest.mark.parametrize(
    ("domicile", "outcome"), [("120116", "met"), ("110108", "unknown"), (None, "unknown")]
)
def test_registration_in_tianjin_is_enough_for_the_first_leg(
    domicile: str | None, outcome: str, operating: Vary, says: Says
) -> None:
    """Being registered elsewhere does not show that one is not in Tianjin: that is attested."""
    assert says(operating(None, True, domicile=domicile), OPERATES) == outcome


def test_an_attestation_goes_before_the_registered_domicile(operating: Vary, says: Says) -> None:
    """Whoever is found in Tianjin is in Tianjin, and the other way, wherever it is registered."""
    assert says(operating(True, True, domicile="110108"), OPERATES) == "met"
    assert says(operating(False, True, domicile="120116"), OPERATES) == "not_met"


def test_what_is_missing_of_the_lead_is_named(operating: Vary, lacking: Lacks) -> None:
    """The attestations, and the domicile that would spare one of them."""
    assert sorted(lacking(operating(None, None), OPERATES)) == [
        "application.lead.domicile",
        "application.lead.domicile",
        "attestations[in_tianjin]",
        "attestations[operating_normally]",
    ]
    assert lacking(operating(True, None, domicile="120116"), OPERATES) == [
        "attestations[operating_normally]"
    ]


BRANCH = {"domicile": "110108", "branches_in": ("120116",)}


@pytest.mark.parametrize(
    ("here", "normally", "outcome"),
    [
        (None, True, "needs_judgement"),
        (None, None, "needs_judgement"),
        (None, False, "not_met"),
        (True, True, "met"),
        (False, True, "not_met"),
    ],
)
def test_a_branch_in_tianjin_is_for_a_person_to_weigh(
    here: bool | None, normally: bool | None, outcome: str, operating: Vary, says: Says
) -> None:
    """Until somebody has found the lead in Tianjin or not; not where it can no longer matter."""
    assert says(operating(here, normally, **BRANCH), OPERATES) == outcome


def test_a_branch_elsewhere_shows_nothing(operating: Vary, says: Says) -> None:
    """Only branches in Tianjin are put forward for 在津."""
    case = operating(None, True, domicile="110108", branches_in=("130100",))
    assert says(case, OPERATES) == "unknown"


@pytest.mark.parametrize(
    ("reading", "outcome"),
    [("judged", "needs_judgement"), ("registered", "not_met"), ("branch", "met")],
)
def test_how_a_branch_is_read(reading: str, outcome: str, operating: Vary, says: Says) -> None:
    """By default it is judged; strictly it is not enough; broadly it is (B13)."""
    case = operating(None, True, **BRANCH)
    assert says(case, OPERATES, tianjin_presence=reading) == outcome


@pytest.mark.parametrize("reading", ["registered", "branch"])
def test_the_second_leg_stands_under_every_reading(
    reading: str, operating: Vary, says: Says
) -> None:
    """正常运营 is not touched by how 在津 is read."""
    lead = {"domicile": "120116", "branches_in": ("120116",)}
    assert says(operating(None, None, **lead), OPERATES, tianjin_presence=reading) == "unknown"
    assert says(operating(None, False, **lead), OPERATES, tianjin_presence=reading) == "not_met"


@pytest.fixture
def listed(complete: Case) -> Callable[..., Listing]:
    """Make an entry of the lead in the list of abnormal operations."""

    def made(first: date, last: date | None = None, whose: Organization | None = None) -> Listing:
        unit = complete.application.lead if whose is None else whose
        return Listing(unit=unit.legal_person, name="经营异常名录", first=first, last=last)

    return made


@pytest.mark.parametrize(
    ("first", "last", "outcome"),
    [
        (date(2026, 3, 1), None, "needs_judgement"),
        (date(2026, 3, 2), None, "needs_judgement"),
        (date(2026, 3, 3), None, "met"),
        (date(2026, 1, 5), date(2026, 3, 1), "met"),
        (date(2026, 1, 5), date(2026, 3, 2), "needs_judgement"),
        (date(2026, 1, 5), date(2026, 3, 3), "needs_judgement"),
    ],
)
def test_a_listing_contradicts_normal_operation_while_it_stands(
    first: date,
    last: date | None,
    outcome: str,
    operating: Vary,
    listed: Callable[..., Listing],
    says: Says,
) -> None:
    """From its first day to its last, both included; what contradicts is weighed by a person."""
    assert says(operating(True, True, listed(first, last)), OPERATES) == outcome


@pytest.mark.parametrize(
    ("here", "normally", "outcome"),
    [(True, None, "unknown"), (True, False, "not_met"), (False, True, "not_met")],
)
def test_a_listing_decides_nothing_by_itself(
    here: bool | None,
    normally: bool | None,
    outcome: str,
    operating: Vary,
    listed: Callable[..., Listing],
    says: Says,
) -> None:
    """It is no attestation: what is not known stays unknown, what has failed stays failed."""
    assert says(operating(here, normally, listed(date(2026, 1, 5))), OPERATES) == outcome


def test_a_listing_of_somebody_else_is_no_matter(
    operating: Vary, listed: Callable[..., Listing], unit: Unit, says: Says
) -> None:
    """The norm is about the lead."""
    case = operating(True, True, listed(date(2026, 1, 5), whose=unit(1)))
    assert says(case, OPERATES) == "met"


# --- 科研机构、科技领军企业、产业链链主企业等战略科技力量 -----------------------------------------


@pytest.mark.parametrize(
    ("category", "strategic", "open_list", "closed_list"),
    [
        ("research_institution", None, "met", "met"),
        ("leading_enterprise", None, "met", "met"),
        ("chain_master", None, "met", "met"),
        ("chain_master", False, "met", "met"),
        ("other_strategic_force", None, "met", "not_met"),
        ("other", True, "met", "not_met"),
        ("other", False, "not_met", "not_met"),
        ("other", None, "unknown", "not_met"),
        (None, True, "met", "unknown"),
        (None, False, "unknown", "unknown"),
        (None, None, "unknown", "unknown"),
    ],
)
def test_the_lead_is_one_of_those_named_or_another_strategic_force(
    category: str | None,
    strategic: bool | None,
    open_list: str,
    closed_list: str,
    vary: Vary,
    attested: Attest,
    says: Says,
) -> None:
    """等 leaves the list open to whoever is attested as strategic; the other reading closes it."""
    words = () if category is None else (attested("lead_category", value=category),)
    if strategic is not None:
        words = (*words, attested("strategic_force", holds=strategic))
    case = vary(without=("lead_category",), attestations=words)
    assert says(case, STRATEGIC) == open_list
    assert says(case, STRATEGIC, lead_category_list="closed") == closed_list


def test_who_has_not_been_attested_anything_lacks_both_attestations(
    vary: Vary, lacking: Lacks
) -> None:
    """One of them would do."""
    assert lacking(vary(without=("lead_category",)), STRATEGIC) == [
        "attestations[lead_category]",
        "attestations[strategic_force]",
    ]


def test_a_category_found_not_to_hold_is_no_category(
    vary: Vary, attested: Attest, says: Says
) -> None:
    """Not being a chain master says nothing of what one is."""
    word = attested("lead_category", value="chain_master", holds=False)
    case = vary(without=("lead_category",), attestations=(word,))
    assert says(case, STRATEGIC) == "unknown"


# --- 原则上最多可牵头组建一个创新联合体 -----------------------------------------------------------


@pytest.fixture
def led(complete: Case, vary: Vary, engaged: Engage) -> Vary:
    """Make a case in which the lead leads other consortia, as given."""

    def made(*others: dict[str, Any], complete_to: date | None = date(2026, 3, 2)) -> Case:
        lead = complete.application.lead
        engagements = tuple(
            engaged(lead, f"虚构联合体{n}", **{"role": Role.LEAD, **other})
            for n, other in enumerate(others)
        )
        return vary(register=Register(engagements, complete_to))

    return made


@pytest.mark.parametrize(
    ("others", "number", "outcome"),
    [(0, 1, "met"), (1, 2, "departs_from_principle"), (2, 3, "departs_from_principle")],
)
def test_the_lead_leads_one_consortium_with_this_one(
    others: int, number: int, outcome: str, led: Vary, finding: Callable[..., Finding]
) -> None:
    """This application makes one, which is the limit; there is no case below it."""
    found = finding(led(*[{}] * others), LEADS)
    names = tuple(f"虚构联合体{n}" for n in range(others))
    assert (found.outcome.value, found.facts["leaderships"]) == (outcome, Count(number, names))


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ({"since": date(2026, 3, 1)}, "departs_from_principle"),
        ({"since": date(2026, 3, 2)}, "departs_from_principle"),
        ({"since": date(2026, 3, 3)}, "met"),
        ({"ended_on": date(2026, 3, 1)}, "met"),
        ({"ended_on": date(2026, 3, 2)}, "met"),
        ({"ended_on": date(2026, 3, 3)}, "departs_from_principle"),
    ],
)
def test_what_is_led_counts_from_its_first_day_until_it_has_ended(
    other: dict[str, Any], outcome: str, led: Vary, says: Says
) -> None:
    """Asked about 2026-03-02; the day it ended is no longer counted."""
    assert says(led(other), LEADS) == outcome


@pytest.mark.parametrize(
    "other", [{"role": Role.PARTICIPANT}, {"jurisdiction": "110000"}, {"since": None}]
)
def test_only_leading_here_and_now_counts(other: dict[str, Any], led: Vary, says: Says) -> None:
    """Not taking part, not leading under another city's scheme, not what is only applied for."""
    assert says(led(other), LEADS) == "met"


def test_leading_under_the_code_of_tianjin_counts(led: Vary, says: Says) -> None:
    """A register that names the scheme says no more than one that leaves it out."""
    assert says(led({"jurisdiction": "120000"}), LEADS) == "departs_from_principle"


@pytest.mark.parametrize(
    ("other", "option", "outcome"),
    [
        ({"since": None}, "pending_too", "departs_from_principle"),
        ({"since": None}, "lifetime", "met"),
        ({"ended_on": date(2026, 1, 1)}, "lifetime", "departs_from_principle"),
        ({"ended_on": date(2026, 1, 1)}, "pending_too", "met"),
        ({}, "lifetime", "departs_from_principle"),
        ({}, "pending_too", "departs_from_principle"),
    ],
)
def test_how_leading_is_counted(
    other: dict[str, Any], option: str, outcome: str, led: Vary, says: Says
) -> None:
    """Once ever, or pending applications too (B09)."""
    assert says(led(other), LEADS, leadership_counting=option) == outcome


def test_an_application_that_came_to_nothing_was_never_a_leadership(led: Vary, says: Says) -> None:
    """Not even under the reading 曾经牵头过的均计入: what never began was never led."""
    withdrawn = {"since": None, "ended_on": date(2026, 1, 1)}
    assert says(led(withdrawn), LEADS, leadership_counting="lifetime") == "met"


def test_what_is_known_and_left_out_is_shown(led: Vary, finding: Callable[..., Finding]) -> None:
    """A pending application is no leadership, but whoever decides will want to see it."""
    found = finding(led({"since": None}), LEADS)
    assert found.facts["leaderships"] == Count(1, not_counted=("虚构联合体0",))


@pytest.mark.parametrize(
    ("complete_to", "none_led", "one_led"),
    [
        (None, "unknown", "unknown"),
        (date(2026, 3, 1), "unknown", "unknown"),
        (date(2026, 3, 2), "met", "departs_from_principle"),
        (date(2026, 3, 3), "met", "departs_from_principle"),
    ],
)
def test_only_a_register_complete_to_the_day_proves_that_there_is_no_other(
    complete_to: date | None, none_led: str, one_led: str, led: Vary, says: Says
) -> None:
    """What an older register shows as lasting may have ended since."""
    assert says(led(complete_to=complete_to), LEADS) == none_led
    assert says(led({}, complete_to=complete_to), LEADS) == one_led


def test_the_register_that_is_missing_is_named(led: Vary, lacking: Lacks) -> None:
    """By the day to which it would have to be complete."""
    assert lacking(led(complete_to=None), LEADS) == ["register.complete_to"]


@pytest.mark.parametrize(
    ("principle", "outcome"),
    [("exception", "departs_from_principle"), ("hard", "not_met"), ("recommendation", None)],
)
def test_the_effect_of_in_principle(
    principle: str, outcome: str | None, led: Vary, says: Says
) -> None:
    """An exception may be decided; or it is hard; or a mere wish, and nothing is asked (B11)."""
    assert says(led({}), LEADS, principle=principle) == outcome
