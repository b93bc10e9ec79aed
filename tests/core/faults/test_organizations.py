"""What is refused of organisations, names and days: each sentence whole, and what just passes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from innov_consortium.core import uscc
from innov_consortium.core.consortium import Person
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.text import (
    check_day,
    day_faults,
    name_faults,
)
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

TYPE, INVALID = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE
INCONSISTENT, LIMIT = FaultKind.INCONSISTENT, FaultKind.LIMIT_EXCEEDED
SOUND = "91120116MAXT00011U"
LEI = Identifier("LEI", "529900T8BM49AURSDO55")

Said = tuple[FaultKind, str, str, str]


def said(faults: list[Fault]) -> list[Said]:
    return [(f.kind, f.path, f.zh, f.en) for f in faults]


def refused(make: Callable[[], object]) -> list[Said]:
    with pytest.raises(InvalidInputError) as caught:
        make()
    return said(list(caught.value.faults))


def code(category: str) -> Identifier:
    body = f"{category}120000MAXT00011"
    return Identifier.uscc(body + uscc.check_character(body))


def unit(**known: Any) -> Organization:
    parts = {"name": "测试单位", "id": LEI, "kind": OrganizationKind.OTHER, **known}
    return Organization(**parts)


LENGTH = ("应为 18 位", "must have 18 characters")
CHARACTER = (
    "含代码不用的字符（不用小写、全角及 I O Z S V）",
    "contains a character the code does not use (no lower case, full width, I O Z S V)",
)
CHECK = ("校验码不符，请核对原件", "has a wrong check character; compare it with the certificate")
FULL = "".join(chr(ord(letter) + 0xFEE0) for letter in SOUND)


@pytest.mark.parametrize(
    ("value", "shown", "why"),
    [
        pytest.param(SOUND[:-1], f" {SOUND[:-1]!r}", LENGTH, id="one too few"),
        pytest.param(SOUND + "0", f" {SOUND + '0'!r}", LENGTH, id="one too many"),
        pytest.param("9" * 25, f" {'9' * 24!r}", LENGTH, id="shown up to twenty-four"),
        pytest.param("9" * 24 + "津", f" {'9' * 24!r}", LENGTH, id="looked at no further"),
        pytest.param("9" * 23 + "津", "", LENGTH, id="no code at all"),
        pytest.param(SOUND.lower(), f" {SOUND.lower()!r}", CHARACTER, id="lower case"),
        pytest.param(FULL, f" {FULL!r}", CHARACTER, id="full width"),
        pytest.param(SOUND[:-1] + "W", f" {SOUND[:-1] + 'W'!r}", CHECK, id="another check"),
    ],
)
def test_a_code_that_is_none_says_why(value: str, shown: str, why: tuple[str, str]) -> None:
    """With the code itself, unless it is something else, such as somebody's name."""
    assert refused(lambda: Identifier.uscc(value)) == [
        (
            INVALID,
            "",
            f"统一社会信用代码{shown} {why[0]}（GB 32100-2015）",
            f"the unified social credit code{shown} {why[1]} (GB 32100-2015)",
        )
    ]


@pytest.mark.parametrize("body", [SOUND[:16], SOUND, "I" + SOUND[1:17], SOUND[:2] + "A" * 15])
def test_a_check_character_is_of_seventeen_others(body: str) -> None:
    """Too few, too many, a letter that is not used, letters where the division stands."""
    with pytest.raises(ValueError, match="not the first 17") as caught:
        uscc.check_character(body)
    assert str(caught.value) == f"not the first 17 characters of a code: {body!r}"
    assert uscc.check_character(SOUND[:17]) == SOUND[17]


COLLEGE: Said = (
    INCONSISTENT,
    "college",
    "只有高校以学院为单位计数；请删去学院，或更正单位类型",
    "only universities are counted by college; remove it or correct the kind",
)
BLANK = ("不得为空，首尾不得有空白", "must not be empty nor begin or end with a blank")
NO_REGION = ("不是 GB/T 2260 的六位代码", "is not a six-digit code of GB/T 2260")


def region(path: str, value: str) -> Said:
    return (INVALID, path, f"{value!r} {NO_REGION[0]}", f"{value!r} {NO_REGION[1]}")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param({"college": "材料学院"}, [COLLEGE], id="a college"),
        pytest.param({"college": ""}, [(INVALID, "college", *BLANK), COLLEGE], id="an empty one"),
        pytest.param({"domicile": "1"}, [region("domicile", "1")], id="a domicile"),
        pytest.param(
            {"branches_in": ("120116", "x", "y")},
            [region("branches_in[1]", "x"), region("branches_in[2]", "y")],
            id="branches",
        ),
        pytest.param(
            {"name": " ", "college": "院", "domicile": "1", "branches_in": ("2",)},
            [
                (INVALID, "name", *BLANK),
                COLLEGE,
                region("domicile", "1"),
                region("branches_in[0]", "2"),
            ],
            id="all of it",
        ),
    ],
)
def test_an_organisation_that_cannot_be_used(known: dict[str, Any], expected: list[Said]) -> None:
    """Every fault at its field, in the order of name, college, domicile, branches."""
    assert refused(lambda: unit(**known)) == expected


def test_a_college_of_a_university_and_a_sound_region_pass() -> None:
    """Just beside what is refused."""
    assert unit(kind=OrganizationKind.UNIVERSITY, college="院", domicile="120116").college == "院"


@pytest.mark.parametrize("category", ["12", "52"])
def test_what_is_declared_contradicts_the_code(category: str) -> None:
    """Which category the code begins with, what that is not, and what to correct."""
    begins = f"declared an enterprise, but the code begins {category}, not a market entity"
    wrong = unit_of(category, OrganizationKind.ENTERPRISE, LegalForm.ENTERPRISE)
    assert refused(wrong) == [
        (
            INCONSISTENT,
            "kind",
            f"申报为企业，而代码以 {category} 开头，不是市场主体；请核对类型或代码",
            f"{begins}; correct the kind or the code",
        ),
        (
            INCONSISTENT,
            "legal_form",
            f"与代码前两位 {category} 所示的登记类别不符",
            f"contradicts the registration category {category} in the code",
        ),
    ]


def unit_of(category: str, kind: OrganizationKind, form: LegalForm) -> Callable[[], Organization]:
    return lambda: unit(id=code(category), kind=kind, legal_form=form)


def test_what_is_wrong_with_the_parts_is_told_before_anything_else() -> None:
    """Field by field; a list that is none is told itself, of the others what stands in them."""
    names = ("id", "kind", "legal_form", "domicile", "zone", "operates_in", "abroad", "branch_of")
    paths = (*names, "parent")
    odd: Any = {"name": "", **dict.fromkeys(paths, 1.5)}
    loose = refused(lambda: unit(**odd, branches_in=["1"], succeeds=["x"]))
    held = refused(lambda: unit(**odd, branches_in=(1, "1"), succeeds=(LEI, "x")))

    assert [(k, p) for k, p, _, _ in loose] == [
        (TYPE, p) for p in (*paths, "branches_in", "succeeds")
    ]
    assert [(k, p) for k, p, _, _ in held] == [
        (TYPE, p) for p in (*paths, "branches_in[0]", "succeeds[1]")
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(3, (TYPE, "应为文字", "must be text"), id="no text"),
        pytest.param("津" * 200, None, id="as long as may be"),
        pytest.param(
            "津" * 201,
            (LIMIT, "长度 201，上限 200 字", "201 characters; the limit is 200"),
            id="longer",
        ),
        pytest.param("", (INVALID, *BLANK), id="empty"),
        pytest.param("津 ", (INVALID, *BLANK), id="a blank behind"),
        pytest.param(" 津", (INVALID, *BLANK), id="a blank before"),
        pytest.param("津 甲", None, id="a blank inside"),
        pytest.param(
            "津\u00ad\u200b",
            (
                INVALID,
                "含不可见字符 U+00AD，请删除",
                "contains the invisible character U+00AD; remove it",
            ),
            id="the first that cannot be seen",
        ),
    ],
)
def test_a_name(value: Any, expected: tuple[FaultKind, str, str] | None) -> None:
    """One fault of each, at the path of whoever asks."""
    found = said(name_faults("a.b", value))
    assert found == ([] if expected is None else [(expected[0], "a.b", *expected[1:])])


def test_the_name_of_a_person_and_what_tells_persons_apart_are_names() -> None:
    """Both are told at once, and neither is repeated."""
    assert refused(lambda: Person("", " 1")) == [(INVALID, "name", *BLANK), (INVALID, "id", *BLANK)]


@pytest.mark.parametrize(
    ("value", "sort"),
    [("2026-03-02", "str"), (None, "NoneType"), (datetime(2026, 3, 2, tzinfo=UTC), "datetime")],
)
def test_a_day_is_no_text_and_no_moment(value: Any, sort: str) -> None:
    """What was given in its place is told, and where text becomes a day."""
    expected = [
        (
            TYPE,
            "a.b",
            f"应为 datetime.date，而不是 {sort}；文字请在边界处解析",
            f"must be a datetime.date, not {sort}; parse text at the boundary",
        )
    ]
    assert said(day_faults("a.b", value)) == expected
    assert refused(lambda: check_day("a.b", value)) == expected
    assert said(day_faults("a.b", value, optional=True)) == ([] if value is None else expected)
    assert said(day_faults("a.b", date(2026, 3, 2))) == []
