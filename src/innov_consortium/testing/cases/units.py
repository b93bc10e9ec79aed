"""Organisations: who they are, by the names a case gives them."""

from __future__ import annotations

from attrs import evolve

from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)
from innov_consortium.errors import InvalidInputError
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import ABSENT, Facts, one_of
from innov_consortium.testing.cases.names import Names, name_of, own_identifier
from innov_consortium.testing.cases.places import Seat, is_abroad, place_named
from innov_consortium.testing.cases.wording import plain

__all__ = ["kind_by_name", "organization"]

_CAME_FROM = (
    "succeeds",
    "successor_of",
    "predecessor",
    "predecessors",
    "merged_from",
    "merger_of",
    "absorbed",
    "absorbs",
    "divided_from",
    "division_of",
    "split_from",
)


def organization(unit: Facts, names: Names, *, seat: Seat | None = None) -> Organization:
    """Return the organisation a case describes.

    Args:
        unit: Its facts.
        names: Who is meant by a name, and which places there are.
        seat: Where it is, if that is said apart from it.
    """
    kind, form = _kind_and_form(unit)
    branch_of = _related(unit, names, "branch_of", "branch", "is_branch_of")
    parent = _related(unit, names, "parent", "subsidiary_of", "controlled_by", "group")
    place, abroad = names.places.of(unit), is_abroad(unit)
    where = seat or Seat()
    own = own_identifier(unit)
    if form is None and kind is OrganizationKind.ENTERPRISE and not own.is_uscc:
        form = LegalForm.ENTERPRISE  # a case names facts: without a code the kind is what is known
    own_zone = None if where.domicile else names.places.zone(place_named(unit))
    if branch_of is not None and place is not None:
        where, place = evolve(where, branches_in=(*where.branches_in, place)), None
    try:
        return Organization(
            name=name_of(unit),
            id=own,
            kind=kind,
            legal_form=form,
            college=_college(unit, kind),
            domicile=where.domicile or place,
            zone=where.zone or own_zone,
            operates_in=where.operates_in,
            abroad=abroad,
            branch_of=branch_of,
            parent=parent,
            branches_in=where.branches_in,
            succeeds=_predecessors(unit, names),
        )
    except InvalidInputError as error:
        raise error.under(unit.path) from error


def _kind_and_form(unit: Facts) -> tuple[OrganizationKind, LegalForm | None]:
    word = plain(unit.text("kind", "type") or "other")
    names = ("legal_form", "form", "registered_form", "registered_as")
    form = unit.get(*names)
    kind = OrganizationKind(vocabulary.KINDS.get(word, "other"))
    if form is ABSENT or form is None:
        said = vocabulary.FORMS_OF_KINDS.get(word)
        if said == "enterprise":
            kind = OrganizationKind.ENTERPRISE
        return kind, None if said is None else LegalForm(said)
    return kind, LegalForm(one_of(form, vocabulary.FORMS, unit.name_of(*names)))


def _related(unit: Facts, names: Names, *keys: str) -> Identifier | None:
    value = unit.get(*keys)
    if value is ABSENT or value is None or value is False:
        return None
    return names.identifier(value, unit.name_of(*keys))


def _predecessors(unit: Facts, names: Names) -> tuple[Identifier, ...]:
    """Return the legal persons a unit came from, or took in, by merger or division."""
    found: list[Identifier] = []
    for name in _CAME_FROM:
        value = unit.get(name)
        listed = value if isinstance(value, list) else [value]
        found += [names.identifier(one, unit.at(name)) for one in listed if one]
    return tuple(dict.fromkeys(found))


def kind_by_name(name: str) -> str:
    """Return what a unit is by its own name, where nothing else is said of it.

    >>> kind_by_name("测试大学"), kind_by_name("大学科技园有限公司")
    ('university', 'enterprise')
    """
    words = {"大学": "university", "研究": "research_institution", "医院": "hospital"}
    kinds = [kind for word, kind in words.items() if word in name]
    return "enterprise" if name.endswith("公司") else (kinds or ["enterprise"])[0]


def _college(unit: Facts, kind: OrganizationKind) -> str | None:
    college = unit.text("college")
    own = unit.truth("own_legal_personality", "independent_legal_person", "legal_person")
    if kind is OrganizationKind.UNIVERSITY and college is None and own:
        return name_of(unit)  # an institution with a personality of its own is a unit of its own
    return college
