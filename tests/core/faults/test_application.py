"""Every sentence in which an application and its parts are refused, whole and in both languages.

Whoever fills in an application is sent to a place and told what stands there; a word less, or
another place, and they look in vain.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from innov_consortium.core.consortium import Agreement, Application, Governance, Organ, Person
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.errors import (
    FaultKind,
    InvalidInputError,
)

Faults = list[tuple[FaultKind, str, str, str]]

DUPLICATE, INCONSISTENT = FaultKind.DUPLICATE, FaultKind.INCONSISTENT
INVALID, SORT = FaultKind.INVALID_VALUE, FaultKind.TYPE_ERROR
BLANK = ("不得为空，首尾不得有空白", "must not be empty nor begin or end with a blank")
NONE_OF_THEM = (
    "LEI:5299000000000000D000 is none of the participants; list whoever leads jointly there, too"
)
NO_DAY = (
    "应为 datetime.date，而不是 datetime；文字请在边界处解析",
    "must be a datetime.date, not datetime; parse text at the boundary",
)
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)


def unit(letter: str, **other: Any) -> Organization:
    """Return a made-up organisation; its code is no Chinese one."""
    code = Identifier("LEI", f"5299000000000000{letter}000")
    enterprise = OrganizationKind.ENTERPRISE
    return Organization(**{"name": f"虚构{letter}", "id": code, "kind": enterprise, **other})


LEAD, ONE, TWO, STRANGER, ANOTHER = (unit(letter) for letter in "ABCDE")


def told(make: Callable[[], object]) -> Faults:
    """Return all that is told of what cannot be made."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults]


def same_as(place: str) -> tuple[str, str]:
    """Return what is said of a participant that stands elsewhere as well."""
    return (
        f"与 {place} 是同一单位；每个单位只列一次，牵头单位不列入参与单位",
        f"is the same unit as {place}; list each unit once and the lead apart",
    )


def no_member(letter: str) -> tuple[str, str]:
    """Return what is said of somebody who is no member, by the code."""
    code = f"LEI:5299000000000000{letter}000"
    return f"{code} 不是成员单位", f"{code} is not a member"


@pytest.mark.parametrize(
    ("parts", "faults"),
    [
        (("", None), [(INVALID, "name", *BLANK)]),
        (("虚构", ""), [(INVALID, "id", *BLANK)]),
        ((" 虚构", "1 "), [(INVALID, "name", *BLANK), (INVALID, "id", *BLANK)]),
        (
            ("虚\u200b构",),
            [
                (
                    INVALID,
                    "name",
                    "含不可见字符 U+200B，请删除",
                    "contains the invisible character U+200B; remove it",
                )
            ],
        ),
        (
            ("虚" * 201,),
            [
                (
                    FaultKind.LIMIT_EXCEEDED,
                    "name",
                    "长度 201，上限 200 字",
                    "201 characters; the limit is 200",
                )
            ],
        ),
    ],
    ids=["no_name", "no_id", "blanks_in_both", "invisible", "too_long"],
)
def test_a_person_is_refused_by_name_and_by_id(parts: tuple[Any, ...], faults: Faults) -> None:
    """Both are names; an id left out is none, and a fault of one does not hide the other's."""
    assert told(lambda: Person(*parts)) == faults


def test_a_name_as_long_as_may_be_is_one() -> None:
    """The two hundredth character is the last."""
    assert Person("虚" * 200).name == "虚" * 200


@pytest.mark.parametrize(
    ("make", "faults"),
    [
        (
            lambda: Organ(*[7, 8]),  # type: ignore[arg-type]
            [
                (SORT, "function", "应为 str，而不是 int", "must be str, not int"),
                (SORT, "body", "应为 str，而不是 int", "must be str, not int"),
            ],
        ),
        (
            lambda: Governance(organs=[Organ("decision")], technologist="空缺"),  # type: ignore[arg-type]
            [
                (
                    SORT,
                    "organs",
                    "应为 tuple[Organ]，而不是 list",
                    "must be tuple[Organ], not list",
                ),
                (
                    SORT,
                    "technologist",
                    "应为 Person | Vacancy，而不是 str",
                    "must be Person | Vacancy, not str",
                ),
            ],
        ),
        (
            lambda: Agreement(signed_on=MOMENT, heads=("purpose",)),  # type: ignore[arg-type]
            [
                (SORT, "signed_on", *NO_DAY),
                (
                    SORT,
                    "heads",
                    "应为 frozenset[str]，而不是 tuple",
                    "must be frozenset[str], not tuple",
                ),
            ],
        ),
    ],
    ids=["organ", "governance", "agreement"],
)
def test_the_parts_of_an_application_are_of_their_sorts(
    make: Callable[[], object], faults: Faults
) -> None:
    """All of it at once: what is of another sort would be overlooked when it is asked about."""
    assert told(make) == faults


SIGNED = Agreement(signatories=frozenset({ONE.key, STRANGER.key, ANOTHER.key}))
APPLICATIONS: dict[str, tuple[dict[str, Any], Faults]] = {
    "lead_takes_part": (
        {"participants": (ONE, LEAD)},
        [(INCONSISTENT, "participants[1]", *same_as("lead"))],
    ),
    "participant_twice": (
        {"participants": (ONE, TWO, ONE, ONE)},
        [
            (DUPLICATE, "participants[2]", *same_as("participants[0]")),
            (DUPLICATE, "participants[3]", *same_as("participants[0]")),
        ],
    ),
    "strangers_signed": (
        {"agreement": SIGNED},
        [
            (INCONSISTENT, "agreement.signatories", *no_member("D")),
            (INCONSISTENT, "agreement.signatories", *no_member("E")),
        ],
    ),
    "stranger_intends": (
        {"intending": frozenset({STRANGER.key, LEAD.key, TWO.key})},
        [(INCONSISTENT, "intending", *no_member("D"))],
    ),
    "stranger_leads_jointly": (
        {"co_leads": (STRANGER.key,)},
        [
            (
                INCONSISTENT,
                "co_leads[0]",
                "LEI:5299000000000000D000 不在参与单位之列；共同牵头的，另列入参与单位",
                NONE_OF_THEM,
            )
        ],
    ),
    "leads_jointly_twice": (
        {"co_leads": (TWO.key, ONE.key, TWO.key)},
        [
            (
                DUPLICATE,
                "co_leads[2]",
                "与 co_leads[0] 是同一单位",
                "is the same unit as co_leads[0]",
            )
        ],
    ),
    "blank_field": ({"field": ""}, [(INVALID, "field", *BLANK)]),
    "all_of_it": (
        {
            "filed_on": MOMENT,
            "field": " ",
            "participants": (ONE, TWO, LEAD),
            "intending": frozenset({ANOTHER.key}),
            "co_leads": (ONE.key, ONE.key),
        },
        [
            (SORT, "filed_on", *NO_DAY),
            (INVALID, "field", *BLANK),
            (INCONSISTENT, "participants[2]", *same_as("lead")),
            (INCONSISTENT, "intending", *no_member("E")),
            (
                DUPLICATE,
                "co_leads[1]",
                "与 co_leads[0] 是同一单位",
                "is the same unit as co_leads[0]",
            ),
        ],
    ),
}


@pytest.mark.parametrize(("parts", "faults"), APPLICATIONS.values(), ids=APPLICATIONS)
def test_an_application_is_refused_at_every_place(parts: dict[str, Any], faults: Faults) -> None:
    """Who stands twice, who is no member, what is no name: in the order of the fields."""
    whole: dict[str, Any] = {"lead": LEAD, "participants": (ONE, TWO), **parts}
    assert told(lambda: Application(**whole)) == faults
