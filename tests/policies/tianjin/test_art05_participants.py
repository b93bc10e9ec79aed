"""第五条第（三）项：参与单位明确。"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from innov_consortium.core.case import Case
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.register import Count, Engagement, Register, Role
from innov_consortium.core.report import Answer, Finding, Report

NAMED, ANYWHERE, ENOUGH, SHARE = (
    "art5.item3.s1",
    "art5.item3.s2a",
    "art5.item3.s2c",
    "art5.item3.s2d",
)
FIRMS, SERVICES, CAP, COLLEGES = (
    "art5.item3.s3a",
    "art5.item3.s4",
    "art5.item3.s5b",
    "art5.item3.s5c",
)

Vary = Callable[..., Case]
Says = Callable[..., str | None]
Finds = Callable[..., Finding]
Lacks = Callable[..., list[str]]
Unit = Callable[..., Organization]
Engage = Callable[..., Engagement]
Concerned = Callable[..., dict[str, str]]


@pytest.fixture
def composed(vary: Vary, unit: Unit) -> Vary:
    """Make a case with so many participants of which so many are enterprises."""

    def made(participants: int, enterprises: int, **known: Any) -> Case:
        others = range(100, 100 + participants - enterprises)
        firms = [unit(n) for n in range(1, enterprises + 1)]
        return vary(participants=(*firms, *[unit(n, "12") for n in others]), **known)

    return made


def abroad(number: int, **known: Any) -> Organization:
    """Return an organisation abroad."""
    return Organization(
        **{
            "name": f"虚构境外机构{number}",
            "id": Identifier("境外登记号", str(number)),
            "kind": OrganizationKind.OTHER,
            **known,
        }
    )


# --- （三）参与单位明确 ---------------------------------------------------------------------------


@pytest.mark.parametrize(("participants", "outcome"), [(0, "not_met"), (1, "met"), (2, "met")])
def test_somebody_takes_part(participants: int, outcome: str, composed: Vary, says: Says) -> None:
    """A lead alone is no consortium."""
    assert says(composed(participants, participants), NAMED) == outcome


def test_a_branch_of_the_lead_is_nobody_but_the_lead(
    complete: Case, vary: Vary, unit: Unit, says: Says
) -> None:
    """It is no participant of its own (B05): neither for the six, nor for there being any."""
    branch = unit(8, branch_of=complete.application.lead.id)
    case = vary(participants=(branch,))
    assert [says(case, p) for p in (NAMED, ENOUGH, SHARE)] == [
        "not_met",
        "departs_from_principle",
        "not_applicable",
    ]
    assert says(case, NAMED, unit_of_count="registered_body") == "met"


# --- 创新联合体参与单位不受地域限制 ---------------------------------------------------------------


@pytest.mark.parametrize("known", [True, False, None])
def test_no_territory_is_shut_out(
    known: bool | None, vary: Vary, complete: Case, finding: Finds
) -> None:
    """Wherever a participant is established, and even where that is not known."""
    case = vary(participants=(*complete.application.participants, abroad(1, abroad=known)))
    found = finding(case, ANYWHERE)
    assert (found.outcome.value, found.items) == ("met", ())


@pytest.mark.parametrize(
    ("known", "outcome"), [(True, "needs_judgement"), (False, "met"), (None, "unknown")]
)
def test_units_abroad_are_judged_where_the_words_mean_chinese_regions(
    known: bool | None, outcome: str, vary: Vary, complete: Case, says: Says
) -> None:
    """The other reading (B17) does not refuse them either: then the text is silent."""
    case = vary(participants=(*complete.application.participants, abroad(1, abroad=known)))
    assert says(case, ANYWHERE, territory="china") == outcome


def test_who_is_abroad_is_named_and_what_is_not_known_of_others(
    vary: Vary, complete: Case, concerned: Concerned, lacking: Lacks
) -> None:
    """A unit with a Chinese code is taken to be at home unless it says otherwise."""
    units = (
        *complete.application.participants,
        abroad(1, abroad=True),
        abroad(2),
    )
    case = vary(participants=units)
    assert concerned(case, ANYWHERE, territory="china") == {
        "application.participants[6]": "needs_judgement",
        "application.participants[7]": "unknown",
    }
    assert lacking(case, ANYWHERE, territory="china") == ["application.participants[7].abroad"]


# --- 参与单位总数原则上不少于6家 ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("participants", "apart", "together"),
    [
        (0, "departs_from_principle", "departs_from_principle"),
        (4, "departs_from_principle", "departs_from_principle"),
        (5, "departs_from_principle", "met"),
        (6, "met", "met"),
        (7, "met", "met"),
    ],
)
def test_six_participants_in_principle(
    participants: int, apart: str, together: str, composed: Vary, says: Says
) -> None:
    """The lead is not counted; under the other reading (B01) it is, and five are enough."""
    case = composed(participants, participants)
    assert says(case, ENOUGH) == apart
    assert says(case, ENOUGH, lead_counts="included") == together


@pytest.mark.parametrize(
    ("principle", "five", "six"),
    [
        ("exception", "departs_from_principle", "met"),
        ("hard", "not_met", "met"),
        ("recommendation", None, None),
    ],
)
def test_the_effect_of_in_principle_on_the_number(
    principle: str, five: str | None, six: str | None, composed: Vary, says: Says
) -> None:
    """Never a refusal, unless it is read as hard (B11)."""
    assert says(composed(5, 5), ENOUGH, principle=principle) == five
    assert says(composed(6, 6), ENOUGH, principle=principle) == six


def test_five_participants_leave_the_answer_open(
    composed: Vary, check: Callable[..., Report]
) -> None:
    """Nobody has been refused by 原则上."""
    report = check(composed(5, 5))
    assert (report.answer, [f.provision for f in report.open]) == (Answer.OPEN, [ENOUGH])


# --- 其中企业数量占比不少于50% --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("participants", "enterprises", "outcome"),
    [
        (0, 0, "not_applicable"),
        (1, 0, "not_met"),
        (1, 1, "met"),
        (6, 2, "not_met"),
        (6, 3, "met"),
        (6, 4, "met"),
        (7, 3, "not_met"),
        (7, 4, "met"),
        (51, 25, "not_met"),
        (51, 26, "met"),
        (101, 50, "not_met"),
        (101, 51, "met"),
    ],
)
def test_half_of_the_participants_are_enterprises(
    participants: int, enterprises: int, outcome: str, composed: Vary, says: Says
) -> None:
    """Exactly half is enough; 25 of 51 are 49.02 % and not enough, nothing is rounded."""
    assert says(composed(participants, enterprises), SHARE) == outcome


@pytest.mark.parametrize(
    ("readings", "outcome"),
    [
        ({}, "not_met"),
        ({"share_base": "members"}, "met"),
        ({"lead_counts": "included"}, "met"),
        ({"share_force": "in_principle"}, "departs_from_principle"),
        ({"share_force": "in_principle", "principle": "hard"}, "not_met"),
        ({"share_force": "in_principle", "principle": "recommendation"}, None),
        ({"principle": "recommendation"}, "not_met"),
    ],
)
def test_how_the_share_is_read(
    readings: dict[str, str], outcome: str | None, composed: Vary, says: Says
) -> None:
    """Three enterprises of seven, led by an enterprise: 4 of 8 where the lead is counted (B02)."""
    assert says(composed(7, 3), SHARE, **readings) == outcome


def test_a_lead_that_is_no_enterprise_counts_against_the_share(
    composed: Vary, unit: Unit, says: Says
) -> None:
    """Three of six are half; three of seven with an institute in the lead are not."""
    case = composed(6, 3, lead=unit(9999, "12", domicile="120116"))
    assert (says(case, SHARE), says(case, SHARE, share_base="members")) == ("met", "not_met")


@pytest.mark.parametrize(
    ("category", "kind", "by_form", "by_function"),
    [
        ("91", OrganizationKind.ENTERPRISE, "met", "met"),
        ("91", OrganizationKind.NEW_RD_INSTITUTION, "met", "not_met"),
        ("91", OrganizationKind.RESEARCH_INSTITUTION, "met", "not_met"),
        ("91", OrganizationKind.SERVICE_INSTITUTION, "met", "not_met"),
        ("92", OrganizationKind.ENTERPRISE, "not_met", "met"),
        ("93", OrganizationKind.ENTERPRISE, "not_met", "met"),
        ("12", OrganizationKind.NEW_RD_INSTITUTION, "not_met", "not_met"),
        ("52", OrganizationKind.SERVICE_INSTITUTION, "not_met", "not_met"),
        ("54", OrganizationKind.OTHER, "not_met", "not_met"),
    ],
)
def test_what_an_enterprise_is(
    category: str,
    kind: OrganizationKind,
    by_form: str,
    by_function: str,
    composed: Vary,
    unit: Unit,
    vary: Vary,
    says: Says,
) -> None:
    """The third of six decides: by the form it is registered in, or by what it does (B04)."""
    last = unit(77, category, kind=kind)
    case = vary(participants=(*composed(5, 2).application.participants, last))
    assert says(case, SHARE) == by_form
    assert says(case, SHARE, enterprise_test="function") == by_function


@pytest.mark.parametrize(
    ("known", "outcome"),
    [(LegalForm.ENTERPRISE, "met"), (LegalForm.OTHER, "not_met"), (None, "unknown")],
)
def test_a_form_not_known_leaves_the_share_unknown_where_it_matters(
    known: LegalForm | None, outcome: str, composed: Vary, vary: Vary, says: Says
) -> None:
    """The third of six is abroad."""
    units = composed(5, 2).application.participants
    assert says(vary(participants=(*units, abroad(1, legal_form=known))), SHARE) == outcome


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        (None, "unknown"),
        (LegalForm.ENTERPRISE, "met"),
        (LegalForm.INDIVIDUAL_BUSINESS, "not_met"),
        (LegalForm.COOPERATIVE, "not_met"),
    ],
)
def test_a_unit_abroad_declared_an_enterprise_is_one_if_its_form_says_so(
    known: LegalForm | None, outcome: str, composed: Vary, vary: Vary, says: Says
) -> None:
    """No Chinese code tells its form, and what it is declared to be is no registration (B04)."""
    firm = abroad(1, kind=OrganizationKind.ENTERPRISE, legal_form=known)
    units = composed(5, 2).application.participants
    assert says(vary(participants=(*units, firm)), SHARE) == outcome


@pytest.mark.parametrize(("enterprises", "outcome"), [(1, "not_met"), (2, "unknown"), (3, "met")])
def test_a_form_not_known_is_no_matter_where_it_makes_no_difference(
    enterprises: int, outcome: str, composed: Vary, vary: Vary, says: Says
) -> None:
    """Of six, one with it are too few and three without it enough."""
    units = composed(5, enterprises).application.participants
    assert says(vary(participants=(*units, abroad(1))), SHARE) == outcome


def test_the_forms_that_are_missing_are_named(
    composed: Vary, vary: Vary, lacking: Lacks, concerned: Concerned
) -> None:
    """The lead's too, where it counts; and whether a firm is to be judged hangs on them as well."""
    units = composed(5, 2).application.participants
    case = vary(participants=(abroad(1), *units), lead=abroad(2))
    first = "application.participants[0].legal_form"
    assert lacking(case, SHARE) == [first]
    assert lacking(case, SHARE, share_base="members") == ["application.lead.legal_form", first]
    assert lacking(case, FIRMS) == [first]
    assert concerned(case, FIRMS) == {"application.participants[0]": "unknown"}


def test_the_finding_shows_what_was_compared(composed: Vary, finding: Finds) -> None:
    """Three of seven, and no more are possible."""
    facts = finding(composed(7, 3), SHARE).facts
    assert facts == {"share_total": 7, "enterprises": Count(3), "possible_enterprises": 3}


# --- 家：分支机构、学院、集团（B05、B06） --------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "number", "merged"),
    [
        ("legal_person", 6, ("虚构91号单位8",)),
        ("registered_body", 7, ()),
        ("group", 5, ("虚构91号单位8", "虚构91号单位9")),
    ],
)
def test_how_branches_and_groups_are_counted(
    option: str,
    number: int,
    merged: tuple[str, ...],
    composed: Vary,
    vary: Vary,
    unit: Unit,
    finding: Finds,
) -> None:
    """Four others, a company, its branch and its subsidiary: the branch is its company."""
    company = unit(7)
    units = (
        *composed(4, 2).application.participants,
        company,
        unit(8, branch_of=company.id),
        unit(9, parent=company.id),
    )
    found = finding(vary(participants=units), ENOUGH, unit_of_count=option)
    assert found.facts["participants"] == Count(number, not_counted=merged)


@pytest.mark.parametrize("kinship", ["branch_of", "parent"])
def test_what_belongs_to_the_lead_is_no_further_participant(
    kinship: str, complete: Case, composed: Vary, vary: Vary, unit: Unit, says: Says
) -> None:
    """A branch of the lead is the lead; its subsidiary is a legal person of its own."""
    own = unit(8, **{kinship: complete.application.lead.id})
    case = vary(participants=(*composed(5, 3).application.participants, own))
    expected = "departs_from_principle" if kinship == "branch_of" else "met"
    assert says(case, ENOUGH) == expected
    assert says(case, ENOUGH, unit_of_count="group") == "departs_from_principle"
    assert says(case, ENOUGH, unit_of_count="registered_body") == "met"


@pytest.mark.parametrize("branch_first", [False, True])
def test_a_branch_is_its_legal_person_in_whatever_order_they_stand(
    branch_first: bool, composed: Vary, vary: Vary, unit: Unit, says: Says
) -> None:
    """Counted once, by the form of the legal person and not of its branch (Civil Code art. 74)."""
    company = abroad(1, legal_form=LegalForm.OTHER)
    branch = unit(8, branch_of=company.id)
    pair = (branch, company) if branch_first else (company, branch)
    case = vary(participants=(*composed(5, 2).application.participants, *pair))
    assert says(case, SHARE) == "not_met"


@pytest.mark.parametrize(
    ("option", "number", "share"), [("cap_only", 5, "met"), ("every_count", 6, "met")]
)
def test_how_colleges_are_counted(
    option: str,
    number: int,
    share: str,
    composed: Vary,
    vary: Vary,
    college: Unit,
    finding: Finds,
    says: Says,
) -> None:
    """Two colleges of one university: one unit, unless colleges are units for every count (B06)."""
    colleges = (college(31, "化工学院"), college(31, "机械学院"))
    case = vary(participants=(*composed(4, 3).application.participants, *colleges))
    found = finding(case, ENOUGH, college_counting=option)
    merged = ("虚构12号单位31（机械学院）",) if option == "cap_only" else ()
    assert found.facts["participants"] == Count(number, not_counted=merged)
    assert says(case, SHARE, college_counting=option) == share


def test_colleges_counted_apart_weigh_on_the_share(
    composed: Vary, vary: Vary, college: Unit, says: Says
) -> None:
    """Two enterprises of four units, or of five."""
    colleges = (college(31, "化工学院"), college(31, "机械学院"))
    case = vary(participants=(*composed(3, 2).application.participants, *colleges))
    assert (says(case, SHARE), says(case, SHARE, college_counting="every_count")) == (
        "met",
        "not_met",
    )


# --- 科技服务机构，可参与创新联合体建设 -----------------------------------------------------------


def test_service_institutions_may_take_part(complete: Case, vary: Vary, finding: Finds) -> None:
    """The norm permits; it concerns them only, and nothing can fail it."""
    found = finding(complete, SERVICES)
    outcomes = [o.value for o in found.outcomes]
    assert outcomes == [*["not_applicable"] * 5, "met"]
    without = finding(vary(participants=complete.application.participants[:5]), SERVICES)
    assert without.outcome.value == "not_applicable"


# --- 原则上同一主体单位参与组建创新联合体不超过两个 -----------------------------------------------


@pytest.fixture
def busy(complete: Case, vary: Vary, engaged: Engage) -> Vary:
    """Make a case in which the first participant takes part in other consortia, as given."""

    def made(
        *others: dict[str, Any],
        complete_to: date | None = date(2026, 3, 2),
        first: Organization | None = None,
    ) -> Case:
        units = complete.application.participants
        who = units[0] if first is None else first
        named = [{"consortium": f"虚构联合体{n}", **other} for n, other in enumerate(others)]
        engagements = [engaged(who, **other) for other in named]
        register = Register(tuple(engagements), complete_to)
        return vary(participants=(who, *units[1:]), register=register)

    return made


@pytest.mark.parametrize(
    ("others", "outcome", "named"),
    [
        (0, "met", {}),
        (1, "met", {}),
        (
            2,
            "departs_from_principle",
            {"application.participants[0]": "departs_from_principle"},
        ),
        (
            3,
            "departs_from_principle",
            {"application.participants[0]": "departs_from_principle"},
        ),
    ],
)
def test_two_consortia_with_this_one(
    others: int, outcome: str, named: dict[str, str], busy: Vary, says: Says, concerned: Concerned
) -> None:
    """This one is counted: one other is the limit, and who exceeds it is named."""
    case = busy(*[{}] * others)
    assert (says(case, CAP), concerned(case, CAP)) == (outcome, named)


def test_the_other_consortia_are_named(busy: Vary, finding: Finds) -> None:
    """Those counted and those known and left out."""
    (item,) = finding(busy({}, {}, {"since": None}), CAP).items
    assert item.values[0] == Count(3, ("虚构联合体0", "虚构联合体1"), ("虚构联合体2",))


def test_two_roles_in_one_consortium_are_one_consortium(busy: Vary, says: Says) -> None:
    """Consortia are counted, not entries."""
    twice = busy({}, {"consortium": "虚构联合体0", "since": date(2025, 10, 1)})
    assert says(twice, CAP) == "met"


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
def test_a_participation_counts_from_its_first_day_until_it_has_ended(
    other: dict[str, Any], outcome: str, busy: Vary, says: Says
) -> None:
    """Beside one that lasts; asked about 2026-03-02."""
    assert says(busy({}, other), CAP) == outcome


@pytest.mark.parametrize(
    ("option", "counted"),
    [
        ("active", ()),
        ("pending_too", ("pending",)),
        ("other_provinces_too", ("elsewhere",)),
        ("revoked_too", ("revoked",)),
    ],
)
@pytest.mark.parametrize("sort", ["pending", "elsewhere", "revoked", "ended", "gone_elsewhere"])
def test_which_consortia_are_counted(
    option: str, counted: tuple[str, ...], sort: str, busy: Vary, says: Says
) -> None:
    """Active ones of Tianjin; under the other readings (B10) one more sort each."""
    ended = date(2026, 1, 1)
    sorts: dict[str, dict[str, Any]] = {
        "pending": {"since": None},
        "elsewhere": {"jurisdiction": "110000"},
        "revoked": {"ended_on": ended, "revoked": True},
        "ended": {"ended_on": ended},
        "gone_elsewhere": {"jurisdiction": "110000", "ended_on": ended},
    }
    expected = "departs_from_principle" if sort in counted else "met"
    assert says(busy({}, sorts[sort]), CAP, consortia_counted=option) == expected


@pytest.mark.parametrize(
    ("option", "outcome"), [("participant", "met"), ("any_role", "departs_from_principle")]
)
def test_whether_leading_counts(option: str, outcome: str, busy: Vary, says: Says) -> None:
    """Leading has a limit of its own; under the other reading (B08) any role counts."""
    assert says(busy({}, {"role": Role.LEAD}), CAP, roles_counted=option) == outcome


@pytest.mark.parametrize(
    ("option", "outcome"),
    [
        ("participant", "met"),
        pytest.param(
            "any_role",
            "departs_from_principle",
            marks=pytest.mark.xfail(
                strict=True,
                reason="B08 (b): 同一主体单位 would cover the lead of this application, too; "
                "the cap is asked of each participant only",
            ),
        ),
    ],
)
def test_whether_the_lead_is_one_of_those_who_take_part(
    option: str, outcome: str, complete: Case, vary: Vary, engaged: Engage, says: Says
) -> None:
    """Where any role counts, a lead that takes part in two others has a third in this one."""
    lead = complete.application.lead
    register = Register.complete(
        to=date(2026, 3, 2), engagements=[engaged(lead, c) for c in ("甲", "乙")]
    )
    assert says(vary(register=register), CAP, roles_counted=option) == outcome


@pytest.mark.parametrize(
    ("complete_to", "one_other", "two_others"),
    [
        (None, "unknown", "unknown"),
        (date(2026, 3, 1), "unknown", "unknown"),
        (date(2026, 3, 2), "met", "departs_from_principle"),
        (date(2026, 3, 3), "met", "departs_from_principle"),
    ],
)
def test_only_a_complete_register_shows_that_the_limit_is_kept(
    complete_to: date | None, one_other: str, two_others: str, busy: Vary, concerned: Concerned
) -> None:
    """What an older one shows as lasting may have ended since; what is not recorded may exist."""
    first = "application.participants[0]"
    below = concerned(busy({}, complete_to=complete_to), CAP)
    above = concerned(busy({}, {}, complete_to=complete_to), CAP)
    assert (below.get(first, "met"), above.get(first, "met")) == (one_other, two_others)


def test_the_register_is_missing_for_every_participant(vary: Vary, lacking: Lacks) -> None:
    """An unknown register never satisfies the limit."""
    case = vary(register=Register.unknown())
    assert lacking(case, CAP) == ["register.complete_to"] * 6


@pytest.mark.parametrize(
    ("option", "outcome"),
    [("legal_person", "departs_from_principle"), ("registered_body", "met")],
)
def test_a_branch_has_the_participations_of_its_legal_person(
    option: str, outcome: str, complete: Case, vary: Vary, unit: Unit, engaged: Engage, says: Says
) -> None:
    """同一主体单位: by default the legal person (B05)."""
    company = unit(7)
    branch = unit(8, branch_of=company.id)
    register = Register.complete(
        to=date(2026, 3, 2), engagements=[engaged(company, c) for c in ("甲", "乙")]
    )
    units = (branch, *complete.application.participants[1:])
    case = vary(participants=units, register=register)
    assert says(case, CAP, unit_of_count=option) == outcome


@pytest.mark.parametrize(("option", "outcome"), [("legal_person", "met"), ("group", "unknown")])
def test_what_the_rest_of_a_group_does_is_not_known(
    option: str, outcome: str, complete: Case, vary: Vary, unit: Unit, engaged: Engage, says: Says
) -> None:
    """Where the group is the unit, a subsidiary's own entries are not all there is."""
    parent = unit(7)
    subsidiary = unit(8, parent=parent.id)
    register = Register.complete(
        to=date(2026, 3, 2), engagements=[engaged(parent, c) for c in ("甲", "乙")]
    )
    units = (subsidiary, *complete.application.participants[1:])
    case = vary(participants=units, register=register)
    assert says(case, CAP, unit_of_count=option) == outcome


# --- （高校参与联合体建设以学院为单位计数） -------------------------------------------------------


def test_a_university_names_its_college(
    vary: Vary, college: Unit, complete: Case, finding: Finds, lacking: Lacks
) -> None:
    """Without one the count is unknown, never without limit; with one there is nothing to say."""
    units = complete.application.participants
    case = vary(participants=(*units[:4], college(31, None), units[5]))
    path = "application.participants[4]"
    for provision in (COLLEGES, CAP):
        (item,) = finding(case, provision).items
        assert (item.path, item.outcome.value) == (path, "unknown")
        assert lacking(case, provision) == [f"{path}.college"]
    assert finding(complete, COLLEGES).outcome.value == "met"


def test_who_is_no_university_names_no_college(composed: Vary, says: Says) -> None:
    """The parenthesis is about 高校."""
    assert says(composed(6, 3), COLLEGES) == "not_applicable"


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ({}, "departs_from_principle"),
        ({"college": "机械学院"}, "met"),
        ({"college": "机械学院", "consortium": "虚构联合体0"}, "met"),
    ],
)
def test_each_college_has_a_count_of_its_own(
    other: dict[str, Any], outcome: str, busy: Vary, college: Unit, says: Says
) -> None:
    """化工学院 is in one other consortium; 机械学院 of the same university is another unit."""
    assert says(busy({}, other, first=college(32, "化工学院")), CAP) == outcome


def test_one_name_at_two_universities_is_two_colleges(
    complete: Case, vary: Vary, college: Unit, engaged: Engage, says: Says
) -> None:
    """The key is the university and its college."""
    other = college(33, "化工学院")
    register = Register.complete(
        to=date(2026, 3, 2), engagements=[engaged(other, c) for c in ("甲", "乙")]
    )
    units = (college(32, "化工学院"), *complete.application.participants[1:])
    assert says(vary(participants=units, register=register), CAP) == "met"


def test_a_participation_without_a_college_leaves_the_count_unknown(
    busy: Vary, college: Unit, concerned: Concerned
) -> None:
    """It may be this college's: with one other of its own it may be the third."""
    case = busy({}, {"college": None}, first=college(32, "化工学院"))
    assert concerned(case, CAP) == {"application.participants[0]": "unknown"}


def test_the_college_that_is_missing_is_that_of_the_application(
    busy: Vary, college: Unit, says: Says, lacking: Lacks
) -> None:
    """The register names the college of each entry; which of them takes part here is not said."""
    entries = ({"college": "化工学院"}, {"college": "机械学院"})
    case = busy(*entries, first=college(32, None))
    assert says(case, CAP) == "unknown"
    assert set(lacking(case, CAP)) == {"application.participants[0].college"}


def test_the_college_that_is_missing_is_that_of_the_register(
    busy: Vary, college: Unit, lacking: Lacks
) -> None:
    """The register is complete; what is missing is the college in its second entry."""
    case = busy({}, {"college": None}, first=college(32, "化工学院"))
    assert lacking(case, CAP) == ["register.engagements[1].college"]


@pytest.mark.parametrize(
    "other",
    [
        {"ended_on": date(2026, 1, 1)},
        {"since": None},
        {"jurisdiction": "110000"},
    ],
)
def test_what_would_not_count_with_a_college_is_no_matter_without_one(
    other: dict[str, Any], busy: Vary, college: Unit, says: Says
) -> None:
    """Over, only applied for, or elsewhere: whichever college it was, it does not count."""
    case = busy({}, {"college": None, **other}, first=college(32, "化工学院"))
    assert says(case, CAP) == "met"


@pytest.mark.parametrize(("option", "outcome"), [("participant", "met"), ("any_role", "unknown")])
def test_a_leadership_without_a_college_is_unknown_where_leading_counts(
    option: str, outcome: str, busy: Vary, college: Unit, says: Says
) -> None:
    """Where any role counts, what the university leads may be this college's."""
    other = {"college": None, "role": Role.LEAD}
    case = busy({}, other, first=college(32, "化工学院"))
    assert says(case, CAP, roles_counted=option) == outcome
