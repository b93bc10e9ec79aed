"""Organisations: identity, registered form, and what contradicts itself."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from innov_consortium.core import uscc
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    MemberKey,
    Organization,
    OrganizationKind,
)
from innov_consortium.errors import FaultKind, InvalidInputError

SOUND = "91120116MAXT00011U"
ABROAD = Identifier("LEI", "529900T8BM49AURSDO55")


def code(category: str) -> Identifier:
    body = f"{category}120000MAXT00011"
    return Identifier.uscc(body + uscc.check_character(body))


def faults(make: Callable[[], Any]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.path, f.kind.value) for f in caught.value.faults]


def unit(**known: Any) -> Organization:
    given = {"name": "测试单位", "id": ABROAD, "kind": OrganizationKind.OTHER, **known}
    return Organization(**given)


def test_a_chinese_code_is_shown_bare_and_a_foreign_one_with_its_register() -> None:
    """What identifies is the scheme and the value together."""
    assert (str(Identifier.uscc(SOUND)), str(ABROAD)) == (SOUND, "LEI:529900T8BM49AURSDO55")
    assert Identifier.uscc(SOUND).scheme == "GB 32100"
    assert (Identifier.uscc(SOUND).is_uscc, ABROAD.is_uscc) == (True, False)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (SOUND[:-1], f"the unified social credit code '{SOUND[:-1]}' must have 18 characters"),
        ("周某某", "the unified social credit code must have 18 characters"),
        (SOUND.lower(), "contains a character the code does not use"),
        (SOUND[:-1] + "W", "has a wrong check character"),
    ],
)
def test_an_unsound_code_is_refused_with_the_reason(value: str, message: str) -> None:
    """Length, characters, check: what to do is said, too."""
    with pytest.raises(InvalidInputError, match=message):
        Identifier.uscc(value)


def test_a_very_long_code_is_not_repeated_whole() -> None:
    """An error text stays readable."""
    with pytest.raises(InvalidInputError) as caught:
        Identifier.uscc("9" * 180)
    assert ("9" * 24 in str(caught.value), "9" * 25 in str(caught.value)) == (True, False)


def test_scheme_and_value_are_names() -> None:
    """Both are looked at before a code is."""
    assert faults(lambda: Identifier(" ", "")) == [
        ("scheme", "invalid_value"),
        ("value", "invalid_value"),
    ]
    assert faults(lambda: Identifier("GB 32100", 3)) == [("value", "type_error")]  # type: ignore[arg-type]


def test_a_college_is_part_of_the_key_of_a_university() -> None:
    """Two colleges of one university are two members; a change of name is none."""
    first = unit(kind=OrganizationKind.UNIVERSITY, college="材料学院")
    second = unit(kind=OrganizationKind.UNIVERSITY, college="化学学院")
    renamed = unit(name="更名后的单位", kind=OrganizationKind.UNIVERSITY, college="材料学院")
    assert (first.key, second.key) == (
        MemberKey(ABROAD, "材料学院"),
        MemberKey(ABROAD, "化学学院"),
    )
    assert (first.key == renamed.key, first == renamed) == (True, False)


def test_only_a_university_is_counted_by_college() -> None:
    """Elsewhere a college contradicts the kind; an unusable one is named as well."""
    assert faults(lambda: unit(college="材料学院")) == [("college", "inconsistent")]
    assert faults(lambda: unit(college="")) == [
        ("college", "invalid_value"),
        ("college", "inconsistent"),
    ]


def test_a_branch_stands_for_its_legal_person() -> None:
    """A legal person stands for itself."""
    person = Identifier.uscc(SOUND)
    assert (unit(branch_of=person).legal_person, unit().legal_person) == (person, ABROAD)


@pytest.mark.parametrize(
    ("category", "kind", "expected"),
    [
        ("91", OrganizationKind.ENTERPRISE, LegalForm.ENTERPRISE),
        ("92", OrganizationKind.ENTERPRISE, LegalForm.INDIVIDUAL_BUSINESS),
        ("93", OrganizationKind.ENTERPRISE, LegalForm.COOPERATIVE),
        ("12", OrganizationKind.UNIVERSITY, LegalForm.PUBLIC_INSTITUTION),
        ("52", OrganizationKind.OTHER, LegalForm.PRIVATE_NON_ENTERPRISE),
        ("11", OrganizationKind.OTHER, LegalForm.OTHER),
    ],
)
def test_a_chinese_code_tells_the_registered_form(
    category: str, kind: OrganizationKind, expected: LegalForm
) -> None:
    """Stated as well or not: the code decides, and agreeing with it is no fault."""
    assert unit(id=code(category), kind=kind).registered_form is expected
    assert unit(id=code(category), kind=kind, legal_form=expected).legal_form is expected


def test_abroad_the_form_is_as_stated_or_unknown() -> None:
    """A foreign register says nothing about Chinese forms."""
    stated = unit(legal_form=LegalForm.ENTERPRISE)
    assert (stated.registered_form, unit().registered_form) == (LegalForm.ENTERPRISE, None)


def test_an_enterprise_abroad_is_not_judged_by_a_chinese_code() -> None:
    """Only a unified social credit code tells a market entity."""
    assert unit(kind=OrganizationKind.ENTERPRISE).kind is OrganizationKind.ENTERPRISE


def test_what_is_declared_must_agree_with_the_code() -> None:
    """Kind and form are looked at, and both faults are told."""
    institution = code("12")
    enterprise, form = OrganizationKind.ENTERPRISE, LegalForm.ENTERPRISE
    assert faults(lambda: unit(id=institution, kind=enterprise, legal_form=form)) == [
        ("kind", "inconsistent"),
        ("legal_form", "inconsistent"),
    ]


@pytest.mark.parametrize(
    "region", ["12011", "1201160", "020116", "12011A", "\uff11\uff12\uff10\uff11\uff11\uff16", ""]
)
def test_a_region_is_six_digits(region: str) -> None:
    """Fewer, more, a leading nought, a letter, full width, nothing."""
    assert faults(lambda: unit(domicile=region)) == [("domicile", "invalid_value")]
    assert faults(lambda: unit(branches_in=("120116", region))) == [
        ("branches_in[1]", "invalid_value")
    ]


def test_a_sound_region_is_kept() -> None:
    """Domicile and branches are stated apart."""
    one = unit(domicile="110108", branches_in=("120116", "310115"))
    assert (one.domicile, one.branches_in) == ("110108", ("120116", "310115"))


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Name, college, regions."""
    assert faults(lambda: unit(name="", college="院", domicile="1", branches_in=("2",))) == [
        ("name", "invalid_value"),
        ("college", "inconsistent"),
        ("domicile", "invalid_value"),
        ("branches_in[0]", "invalid_value"),
    ]


def test_an_organisation_is_a_value(toy_unit: Callable[..., Organization]) -> None:
    """Equal by what is known, hashable, frozen, the same after pickling."""
    one = toy_unit(1)
    again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    assert (again, hash(again), again.key, len({one, toy_unit(1)})) == (one, hash(one), one.key, 1)
    with pytest.raises(AttributeError):
        one.name = "另一单位"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("kind", "enterprise"),
        ("id", "91120116MAXT00011U"),
        ("domicile", 120116),
        ("branch_of", "x"),
    ],
)
def test_a_part_of_the_wrong_sort_is_named(
    toy_unit: Callable[..., Organization], part: str, value: object
) -> None:
    """A text is no kind and no identifier, a number no code of a region."""
    with pytest.raises(InvalidInputError) as caught:
        toy_unit(1, **{part: value})
    assert [(f.path, f.kind) for f in caught.value.faults] == [(part, FaultKind.TYPE_ERROR)]
