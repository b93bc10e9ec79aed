"""Organisations: who they are, by the names a case gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    MemberKey,
    Organization,
    OrganizationKind,
)
from innov_consortium.errors import InvalidInputError
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import ABSENT, Facts, a_text, one_of
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.wording import plain

__all__ = [
    "Names",
    "Roster",
    "Seat",
    "identifier_of",
    "kind_by_name",
    "organization",
    "region",
    "zone",
]

#: A code of GB 32100-2015 has eighteen characters: what nearly looks like one is a mistaken one.
_NEARLY_A_CODE = re.compile(r"[0-9A-Za-z]{17,19}")
_CODE = re.compile(r"[1-9][0-9]{5}")
_SCHEME = "case"
_FORMER = ("former_name", "former_names", "formerly", "previous_name", "previous_names")


#: The one district with development zones, and the name that stands for none of them.
_ZONED, _WHOLE = "120116", "滨海新区"


@frozen
class Seat:
    """Where a unit is registered, works and has branches, as far as that is said elsewhere."""

    domicile: str | None = None
    branches_in: tuple[str, ...] = ()
    zone: str | None = None
    operates_in: str | None = None


def region(name: object, path: str) -> str:
    """Return the code of a place: of its name, or the code itself."""
    text = a_text(name, path)
    if _CODE.fullmatch(text):
        return text
    code = vocabulary.REGIONS.get(plain(text))
    if code is None:
        raise NotUnderstoodError(path, name, "no such place is known")
    return code


def zone(name: object) -> str | None:
    """Return the development zone a place is, by its official name; ``None`` if that is not told.

    A case that names the district and no zone says that the place is in none, and the district's
    own name stands for that.
    """
    if not isinstance(name, str):
        return None
    zoned = vocabulary.REGIONS.get(plain(name), name) == _ZONED
    return vocabulary.ZONES.get(plain(name)) or (_WHOLE if zoned else None)


def identifier_of(value: object, path: str, *, scheme: str | None = None) -> Identifier:
    """Return the identifier a text gives: a code where it is or tries to be one, else a name.

    Raises:
        InvalidInputError: It tries to be a code and is none.
    """
    text = a_text(value, path)
    squeezed = re.sub(r"[\s-]", "", text)
    if scheme is None and _NEARLY_A_CODE.fullmatch(squeezed):
        try:
            return Identifier.uscc(text)
        except InvalidInputError as error:
            raise error.under(path.rpartition(".")[2]) from error
    return Identifier(scheme or _SCHEME, text)


def _own_identifier(unit: Facts) -> Identifier:
    names = ("id", "uscc", "code", "identifier")
    given = unit.get(*names)
    scheme = unit.text("id_scheme", "scheme", "id_type", "id_issuer")
    if isinstance(given, Mapping):
        part = Facts(given, unit.name_of(*names))
        scheme, given = part.text("scheme", "issuer", "type"), part.get("value", "id")
        part.finish()
    if given is ABSENT or given is None:
        return Identifier(_SCHEME, _name(unit))
    if scheme is None and _place(unit)[1]:
        scheme = _SCHEME  # abroad, whatever a number looks like, it is none of GB 32100
    return identifier_of(given, unit.name_of(*names), scheme=scheme)


def _name(unit: Facts) -> str:
    name = unit.text("name")
    if name is None:
        raise NotUnderstoodError(unit.at("name"), name, "a unit needs a name")
    return name


@frozen
class Names:
    """The identifiers of the units of a case, by every name and code it uses for them."""

    known: Mapping[str, Identifier]

    @classmethod
    def of(cls, units: Iterable[Facts]) -> Names:
        """Collect the names, former names and codes of units."""
        known: dict[str, Identifier] = {}
        for unit in units:
            own = _own_identifier(unit)
            for name in (_name(unit), own.value, *_texts(unit, *_FORMER)):
                known.setdefault(name, own)
        return cls(known)

    def identifier(self, value: object, path: str) -> Identifier:
        """Return whom a name, a code or an object with them stands for."""
        if isinstance(value, Mapping):
            unit = Facts(value, path)
            known = self.known.get(_name(unit)) if unit.get("id") is ABSENT else None
            return known or _own_identifier(unit)
        text = a_text(value, path)
        return self.known.get(text) or identifier_of(text, path)


def _texts(facts: Facts, *names: str) -> tuple[str, ...]:
    value = facts.get(*names)
    path = facts.name_of(*names)
    if value is ABSENT or value is None:
        return ()
    values = value if isinstance(value, list) else [value]
    return tuple(a_text(one, path) for one in values)


def organization(unit: Facts, names: Names, *, seat: Seat | None = None) -> Organization:
    """Return the organisation a case describes.

    Args:
        unit: Its facts.
        names: Who is meant by a name.
        seat: Where it is, if that is said apart from it.
    """
    kind, form = _kind_and_form(unit)
    branch_of = _related(unit, names, "branch_of", "branch", "is_branch_of")
    parent = _related(unit, names, "parent", "subsidiary_of", "controlled_by", "group")
    place, abroad = _place(unit)
    where = seat or Seat()
    own = _own_identifier(unit)
    if form is None and kind is OrganizationKind.ENTERPRISE and not own.is_uscc:
        form = LegalForm.ENTERPRISE  # a case names facts: without a code the kind is what is known
    own_zone = None if where.domicile else zone(_place_named(unit))
    if branch_of is not None and place is not None:
        where, place = evolve(where, branches_in=(*where.branches_in, place)), None
    try:
        return Organization(
            name=_name(unit),
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


def _place(unit: Facts) -> tuple[str | None, bool | None]:
    """Return the code of the place and whether it is abroad; an unlisted place tells neither."""
    abroad = unit.truth("abroad", "foreign", "is_abroad")
    text = _place_named(unit)
    if text is None:
        return None, abroad
    if plain(text) in vocabulary.ABROAD:
        return None, True
    if plain(text) in ("cn", "china", "中国"):
        return None, False
    code = text if _CODE.fullmatch(text) else vocabulary.REGIONS.get(plain(text))
    return code, abroad


def _place_named(unit: Facts) -> str | None:
    names = ("location", "domicile", "province", "region", "country", "place", "registered_in")
    return unit.text(*names)


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
        return _name(unit)  # an institution with a personality of its own is a unit of its own
    return college


@frozen
class Roster:
    """The members of an application, found by the words a case uses for them."""

    application: Application
    names: Names
    _by_name: dict[str, tuple[MemberKey, ...]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        found: dict[str, tuple[MemberKey, ...]] = {}
        for unit in self.application.members:
            for name in {unit.name, unit.id.value, *_with_college(unit)}:
                found[name] = (*found.get(name, ()), unit.key)
        object.__setattr__(self, "_by_name", found)

    @property
    def lead(self) -> MemberKey:
        """The lead."""
        return self.application.lead.key

    @property
    def participants(self) -> frozenset[MemberKey]:
        """The participants."""
        return frozenset(unit.key for unit in self.application.participants)

    def keys(self, name: object, path: str) -> tuple[MemberKey, ...]:
        """Return the members a name stands for: every college, where a university is named.

        A name that is no member's stands for somebody else, whom the core will refuse.
        """
        text = a_text(name, path)
        if plain(text) in ("lead", "the_lead", "牵头单位"):
            return (self.lead,)
        found = self._by_name.get(text)
        if found is None and text in self.names.known:
            found = tuple(u.key for u in self.application.members if u.id == self.names.known[text])
        return found or (MemberKey(self.names.identifier(text, path)),)


def _with_college(unit: Organization) -> tuple[str, ...]:
    if unit.college is None:
        return ()
    return (
        f"{unit.name}（{unit.college}）",
        f"{unit.name}({unit.college})",
        f"{unit.name}{unit.college}",
        f"{unit.name} {unit.college}",
        unit.college,
    )
