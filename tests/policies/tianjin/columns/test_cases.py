"""What stands in the tables for one case: every column, of what is known and of what is not.

What is told of the lead is in ``test_cases_lead``, what participants join in
``test_cases_joined``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

pytest.importorskip("narwhals")

from attrs import evolve
from tests.policies.tianjin.columns.engaged import (
    AFTER,
    BEFORE,
    BRANCH,
    DEFAULTS,
    LAW,
    MEMBER,
    OTHER,
)
from tests.policies.tianjin.conftest import (
    COMPLETE,
    DAY,
    LEAD,
    PARTICIPANTS,
    made_college,
    made_engagement,
    made_special_case,
    made_unit,
)

from innov_consortium.core.attestations import Listing
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Agreement, Application
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.register import Register, Role
from innov_consortium.policies.tianjin.columns.cases import rows_of
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    RolesCounted,
    UnitOfCount,
)

ABROAD = Organization(
    name="虚构境外研究院",
    id=Identifier("LEI", "529900T8BM49AURSDO55"),
    kind=OrganizationKind.RESEARCH_INSTITUTION,
    legal_form=LegalForm.OTHER,
    abroad=True,
    parent=OTHER.id,
)

LED = {"leads_active": 0, "leads_pending": 0, "leads_ended": 0, "leads_revoked": 0}
JOINED = {
    f"{role}_{sort}": 0
    for role in ("joined", "led")
    for sort in ("active", "pending", "revoked", "elsewhere")
}


def rows(
    lead: Organization = LEAD,
    *participants: Organization,
    application: Mapping[str, Any] | None = None,
    readings: Mapping[str, Any] | None = None,
    **of_case: Any,
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the rows of a case of which nothing is known but what is given."""
    own = Application(lead=lead, participants=participants, **(application or {}))
    return rows_of(Case(application=own, **of_case), DAY, {**DEFAULTS, **(readings or {})})


def test_a_case_of_which_little_is_known() -> None:
    """What nobody has said is null; that nothing is on a list, or led, is what the case says."""
    own, members = rows(made_unit(9999), ABROAD)
    assert own == {
        "filed_on": None,
        "field": None,
        "lead_unit": "91120116MAXT099991",
        "lead_branch_of": None,
        "lead_parent": None,
        "lead_college": None,
        "lead_kind": "enterprise",
        "lead_legal_form": None,
        "lead_domicile": None,
        "lead_branch_in_tianjin": False,
        "lead_listed": False,
        "lead_signed": None,
        "lead_intending": None,
        "register_complete": None,
        **LED,
        "special_ground": "none",
    }
    assert members == [
        {
            "unit": "LEI:529900T8BM49AURSDO55",
            "branch_of": None,
            "parent": str(OTHER.id),
            "college": None,
            "kind": "research_institution",
            "legal_form": "other",
            "abroad": True,
            "signed": None,
            "intending": None,
            **JOINED,
            "participations_complete": None,
        }
    ]


def test_a_case_of_which_much_is_known() -> None:
    """Branches stand beside the legal person they belong to, and colleges are named."""
    lead = evolve(
        LAW,
        branch_of=OTHER.id,
        parent=MEMBER.id,
        domicile="110101",
        branches_in=("310101", "120101"),
    )
    bare = evolve(BRANCH, abroad=False, legal_form=LegalForm.ENTERPRISE)
    own, members = rows(
        lead,
        bare,
        application={
            "filed_on": BEFORE,
            "field": "生物医药",
            "agreement": Agreement(signatories=frozenset({bare.key})),
            "intending": frozenset({lead.key}),
        },
        register=Register.complete(to=DAY),
        special_case=made_special_case(),
        listings=(Listing(unit=OTHER.id, name="经营异常名录", first=DAY),),
    )
    assert own == {
        "filed_on": BEFORE,
        "field": "生物医药",
        "lead_unit": str(LAW.id),
        "lead_branch_of": str(OTHER.id),
        "lead_parent": str(MEMBER.id),
        "lead_college": "法学院",
        "lead_kind": "university",
        "lead_legal_form": None,
        "lead_domicile": "110101",
        "lead_branch_in_tianjin": True,
        "lead_listed": True,
        "lead_signed": False,
        "lead_intending": True,
        "register_complete": True,
        **LED,
        "special_ground": "art7.s1a",
        "special_determined_by": "leadership",
        "special_determined_on": date(2026, 2, 10),
        "special_elected": True,
        "special_elected_by_bureau": True,
    }
    assert members == [
        {
            "unit": str(BRANCH.id),
            "branch_of": str(OTHER.id),
            "parent": None,
            "college": None,
            "kind": "enterprise",
            "legal_form": "enterprise",
            "abroad": False,
            "signed": True,
            "intending": False,
            **JOINED,
            "participations_complete": True,
        }
    ]


def test_every_participant_has_a_row_in_their_order() -> None:
    """The rows of members are those of the participants; the lead has none among them."""
    _, members = rows_of(COMPLETE, DAY, DEFAULTS)
    assert [row["unit"] for row in members] == [str(unit.id) for unit in PARTICIPANTS]


@pytest.mark.parametrize(
    ("signatories", "signed"),
    [(None, [None, None]), ((), [False, False]), ((LEAD,), [True, False])],
    ids=["not known", "nobody", "the lead alone"],
)
def test_who_has_signed_and_who_intends(
    signatories: tuple[Organization, ...] | None, signed: list[bool | None]
) -> None:
    """Where signatories are not known it is not known of anybody; the same of intentions."""
    keys = None if signatories is None else frozenset(unit.key for unit in signatories)
    own, (row,) = rows(LEAD, MEMBER, application={"agreement": Agreement(signatories=keys)})
    assert [own["lead_signed"], row["signed"]] == signed
    assert [own["lead_intending"], row["intending"]] == [None, None]
    own, (row,) = rows(LEAD, MEMBER, application={"intending": keys})
    assert [own["lead_intending"], row["intending"]] == signed
    assert [own["lead_signed"], row["signed"]] == [None, None]


@pytest.mark.parametrize(
    ("to", "known"), [(None, None), (BEFORE, None), (DAY, True), (AFTER, True)]
)
def test_the_register_is_complete_or_it_is_not_known(to: date | None, known: bool | None) -> None:
    """Complete to the day suffices; one that ends before says nothing, never that it is not."""
    own, (row,) = rows(LEAD, MEMBER, register=Register((), to))
    assert own["register_complete"] is known
    assert row["participations_complete"] is known


@pytest.mark.parametrize(
    ("unit", "known", "readings", "complete"),
    [
        (LAW, {"college": "法学院"}, {}, True),
        (LAW, {"college": "化工学院"}, {}, True),
        (LAW, {"college": None}, {}, None),
        (made_college(31, None), {"college": "法学院"}, {}, None),
        (LAW, {"college": None, "role": Role.LEAD}, {}, True),
        (LAW, {"college": None, "role": Role.LEAD}, {"roles_counted": RolesCounted.ANY_ROLE}, None),
        (LAW, {"college": None, "since": None}, {}, True),
        (
            LAW,
            {"college": None, "since": None},
            {"consortia_counted": ConsortiaCounted.PENDING_TOO},
            None,
        ),
        (made_unit(5, parent=OTHER.id), {}, {}, True),
        (made_unit(5, parent=OTHER.id), {}, {"unit_of_count": UnitOfCount.GROUP}, None),
    ],
)
def test_what_a_participant_takes_part_in_is_known_or_not(
    unit: Organization,
    known: dict[str, Any],
    readings: dict[str, Any],
    complete: bool | None,
) -> None:
    """Not all of it where a consortium that counts may be another college's, or a group's."""
    application = Application(lead=LEAD, participants=(unit,))
    register = Register((made_engagement(unit, "甲", **known),), DAY)
    case = Case(application=application, register=register)
    _, (row,) = rows_of(case, DAY, {**DEFAULTS, **readings})
    assert row["participations_complete"] is complete
