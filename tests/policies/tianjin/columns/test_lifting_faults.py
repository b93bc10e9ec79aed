"""What rows of the two tables tell and no case can say: left unsaid beside it, or refused.

A count that is not known leaves the number it enters unsaid, never none. What a case has to say,
and rows leave unknown, is refused: every such fault at once, in both languages.
"""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("narwhals")

from tests.policies.tianjin.columns.test_lifting import (
    DAY,
    ONE,
    OWN,
    settings,
    told,
    unit,
    with_unsaid,
)

from innov_consortium.core.register import Register
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.policies.tianjin.columns.lifting import MORE, case_of
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    EnterpriseTest,
    LeadCounts,
    LeadershipCounting,
    RolesCounted,
    ShareBase,
)

LED = ("active", "pending", "ended", "revoked")
JOINED = ("active", "pending", "revoked", "elsewhere")


@pytest.mark.parametrize("count", [None, -1])
@pytest.mark.parametrize("unknown", LED)
@pytest.mark.parametrize(
    ("way", "counting"),
    [
        (LeadershipCounting.CONCURRENT, {"active"}),
        (LeadershipCounting.PENDING_TOO, {"active", "pending"}),
        (LeadershipCounting.LIFETIME, {"active", "ended", "revoked"}),
    ],
    ids=["concurrent", "pending too", "lifetime"],
)
def test_leaderships_not_known(
    way: LeadershipCounting, counting: set[str], unknown: str, count: int | None
) -> None:
    """Their number is left unsaid where one that counts under the reading is not known.

    A column that is not there tells as little as one in which nothing stands.
    """
    asked = settings(leadership_counting=way)
    row: dict[str, int | None] = {f"leads_{sort}": 0 for sort in LED}
    expected = with_unsaid(told(), {"leaderships": None} if unknown in counting else {})
    assert case_of({**row, f"leads_{unknown}": count}, [], DAY, asked) == expected
    del row[f"leads_{unknown}"]
    assert case_of(row, [], DAY, asked) == expected


@pytest.mark.parametrize("count", [None, -1])
@pytest.mark.parametrize(
    "roles", [RolesCounted.PARTICIPANT, RolesCounted.ANY_ROLE], ids=["participant", "any role"]
)
@pytest.mark.parametrize(
    ("consortia", "counting"),
    [
        (ConsortiaCounted.ACTIVE, {"active"}),
        (ConsortiaCounted.PENDING_TOO, {"active", "pending"}),
        (ConsortiaCounted.OTHER_PROVINCES_TOO, {"active", "elsewhere"}),
        (ConsortiaCounted.REVOKED_TOO, {"active", "revoked"}),
    ],
    ids=["active", "pending too", "other provinces too", "revoked too"],
)
def test_participations_not_known(
    consortia: ConsortiaCounted, counting: set[str], roles: RolesCounted, count: int | None
) -> None:
    """A member's number is left unsaid where one that counts under the readings is not known.

    That of one member tells nothing of another.
    """
    asked = settings(consortia_counted=consortia, roles_counted=roles)
    counted = {f"joined_{sort}" for sort in counting}
    if roles is RolesCounted.ANY_ROLE:
        counted |= {f"led_{sort}" for sort in counting}
    names = [f"{prefix}_{sort}" for prefix in ("joined", "led") for sort in JOINED]
    known: dict[str, Any] = {"kind": "enterprise", **dict.fromkeys(names, 0)}
    rows = [known, *({**known, name: count} for name in names)]
    unsaid = [{"participations": None} if name in counted else {} for name in names]
    expected = told(units=[unit(n) for n in range(len(rows))])
    assert case_of(OWN, rows, DAY, asked) == with_unsaid(expected, {}, {}, *unsaid)
    absent = [{n: v for n, v in known.items() if n != name} for name in names]
    assert case_of(OWN, [known, *absent], DAY, asked) == with_unsaid(expected, {}, {}, *unsaid)


def test_what_counts_beside_the_active_ones() -> None:
    """Each other option of the reading counts one sort more."""
    assert dict(MORE) == {
        ConsortiaCounted.PENDING_TOO: "pending",
        ConsortiaCounted.REVOKED_TOO: "revoked",
        ConsortiaCounted.OTHER_PROVINCES_TOO: "elsewhere",
    }


@pytest.mark.parametrize("said", [True, False, None])
def test_intentions(said: bool | None) -> None:
    """Declared or not, as the rows have it, even beside what is not known; else nothing."""
    facts: dict[str, Any] = {} if said is None else {"lead_intends": said}
    own: dict[str, Any] = {} if said is None else {"intends": said}
    rows: list[dict[str, Any]] = [
        {**ONE, "intending": said},
        {"kind": "enterprise", "intending": said},
    ]
    expected = told(units=[unit(0), unit(1)])
    found = case_of({**OWN, "lead_intending": said}, rows, DAY, settings())
    assert found == with_unsaid(expected, facts, own, {"participations": None, **own})
    named = [{**row, "unit": f"LEI:{n}"} for n, row in enumerate(rows)]
    row = {"lead_intending": said, "lead_unit": "LEI:X"}
    found = case_of(row, named, DAY, settings(), Register())
    assert (found.facts, found.members) == (facts, (own, own))


def faults_of(row: dict[str, Any], rows: list[dict[str, Any]], **readings: Any) -> list[Fault]:
    """Return why rows are refused."""
    with pytest.raises(InvalidInputError) as caught:
        case_of(row, rows, DAY, settings(**readings))
    return list(caught.value.faults)


def not_known(path: str) -> Fault:
    """Return the fault that something a case has to say is not known."""
    en = "is not known, and a case has to say it"
    return Fault(FaultKind.INVALID_VALUE, path, "不明的，写不成一件申请", en)


BRANCH, LISTED, GROUND = "lead_branch_in_tianjin", "lead_listed", "special_ground"
FUNCTION = {"enterprise_test": EnterpriseTest.FUNCTION, "lead_counts": LeadCounts.INCLUDED}
OF_MEMBERS = {"enterprise_test": EnterpriseTest.FUNCTION, "share_base": ShareBase.MEMBERS}


@pytest.mark.parametrize(
    ("row", "readings", "paths"),
    [
        ({BRANCH: None}, {}, [BRANCH]),
        ({LISTED: None}, {}, [LISTED]),
        ({GROUND: None}, {}, [GROUND]),
        ({GROUND: None, LISTED: None, BRANCH: None}, {}, [BRANCH, LISTED, GROUND]),
        ({}, FUNCTION, ["lead_kind"]),
        ({}, OF_MEMBERS, ["lead_kind"]),
        ({"lead_kind": None, LISTED: None}, FUNCTION, [LISTED, "lead_kind"]),
    ],
)
def test_what_a_case_has_to_say(
    row: dict[str, Any], readings: dict[str, Any], paths: list[str]
) -> None:
    """Columns that are there and say nothing; what the lead is, where it decides on enterprises."""
    expected = [not_known(f"applications.{path}") for path in paths]
    assert faults_of({**OWN, **row}, [ONE], **readings) == expected
    members = [not_known("members[0].kind"), not_known("members[2].kind")]
    rows: list[dict[str, Any]] = [{**ONE, "kind": None}, ONE, {"joined_active": 0}]
    assert faults_of({**OWN, **row}, rows, **readings) == [*members, *expected]


@pytest.mark.parametrize("row", [{}, {"lead_kind": None}])
@pytest.mark.parametrize(
    "readings",
    [
        {"enterprise_test": EnterpriseTest.LEGAL_FORM, "lead_counts": LeadCounts.INCLUDED},
        {"enterprise_test": EnterpriseTest.LEGAL_FORM, "share_base": ShareBase.MEMBERS},
        {"enterprise_test": EnterpriseTest.FUNCTION},
    ],
    ids=["by form, lead counted", "by form, share of members", "lead not counted"],
)
def test_what_a_case_need_not_say(row: dict[str, Any], readings: dict[str, Any]) -> None:
    """What the lead is need not be known where its form decides, or where it is not counted."""
    asked = settings(**readings)
    assert case_of({**OWN, **row}, [], DAY, asked) == told()
