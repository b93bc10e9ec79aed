"""Who takes part: organisations and their identity."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from types import UnionType
from typing import Any, NamedTuple
from unicodedata import normalize

from attrs import field, frozen

from innov_consortium.core import uscc
from innov_consortium.core.text import name_faults, region_faults, told
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = [
    "Identifier",
    "LegalForm",
    "MemberKey",
    "Organization",
    "OrganizationKind",
    "colleges_of",
    "no_member",
]

_USCC = "GB 32100"


class OrganizationKind(enum.Enum):
    """What an organisation is declared to be. The texts say 等, so the list has an ``OTHER``."""

    ENTERPRISE = "enterprise"
    UNIVERSITY = "university"
    RESEARCH_INSTITUTION = "research_institution"
    NEW_RD_INSTITUTION = "new_rd_institution"
    SERVICE_INSTITUTION = "service_institution"
    HOSPITAL = "hospital"
    OTHER = "other"


class LegalForm(enum.Enum):
    """The form an organisation is registered in."""

    ENTERPRISE = "enterprise"
    INDIVIDUAL_BUSINESS = "individual_business"
    COOPERATIVE = "cooperative"
    PUBLIC_INSTITUTION = "public_institution"
    PRIVATE_NON_ENTERPRISE = "private_non_enterprise"
    OTHER = "other"


_FORM_OF_CATEGORY = {
    "91": LegalForm.ENTERPRISE,
    "92": LegalForm.INDIVIDUAL_BUSINESS,
    "93": LegalForm.COOPERATIVE,
    "12": LegalForm.PUBLIC_INSTITUTION,
    "52": LegalForm.PRIVATE_NON_ENTERPRISE,
}

_OTHER_FORM = LegalForm.OTHER


@frozen(cache_hash=True)
class Identifier:
    """What a legal person is known by: a scheme and a value.

    Inside China the scheme is the unified social credit code of GB 32100-2015; abroad it is
    whatever register issued the value, named by the user.

    Raises:
        InvalidInputError: The value is no sound code of its scheme.

    >>> Identifier.uscc("91120116MAXT00011U").is_uscc
    True
    >>> Identifier("LEI", "529900T8BM49AURSDO55").is_uscc
    False
    """

    scheme: str
    value: str

    def __attrs_post_init__(self) -> None:
        faults = [*name_faults("scheme", self.scheme), *name_faults("value", self.value)]
        if not faults and self.scheme == _USCC:
            faults = _uscc_faults(self.value)
        if faults:
            raise InvalidInputError(faults)

    @classmethod
    def uscc(cls, code: str) -> Identifier:
        """Return the identifier with a unified social credit code."""
        return cls(_USCC, code)

    @property
    def is_uscc(self) -> bool:
        """Whether this is a unified social credit code."""
        return self.scheme == _USCC

    def __str__(self) -> str:
        return self.value if self.is_uscc else f"{self.scheme}:{self.value}"


def _uscc_faults(code: str) -> list[Fault]:
    wrong = uscc.fault_of(code)
    if wrong is None:
        return []
    zh, en = {
        uscc.CodeFault.LENGTH: ("应为 18 位", "must have 18 characters"),
        uscc.CodeFault.CHARACTER: (
            "含代码不用的字符（不用小写、全角及 I O Z S V）",
            "contains a character the code does not use (no lower case, full width, I O Z S V)",
        ),
        uscc.CodeFault.CHECK: (
            "校验码不符，请核对原件",
            "has a wrong check character; compare it with the certificate",
        ),
    }[wrong]
    # What is no code at all, such as a name in the wrong place, is not repeated.
    given = f" {code[:24]!r}" if normalize("NFKC", code[:24]).isascii() else ""
    return [
        Fault(
            FaultKind.INVALID_VALUE,
            "",
            f"统一社会信用代码{given} {zh}（GB 32100-2015）",
            f"the unified social credit code{given} {en} (GB 32100-2015)",
        )
    ]


class MemberKey(NamedTuple):
    """What a member is counted by: the legal person, and the college where there is one."""

    id: Identifier
    college: str | None = None


def colleges_of(keys: Iterable[MemberKey]) -> dict[Identifier, list[str]]:
    """Return for each unit by which colleges it takes part; an empty name where by none.

    >>> law = MemberKey(Identifier("LEI", "X1"), "法学院")
    >>> colleges_of([law, law._replace(college=None)])[law.id]
    ['', '法学院']
    """
    found: dict[Identifier, list[str]] = {}
    for key in keys:
        found.setdefault(key.id, []).append("" if key.college is None else str(key.college))
    return {unit: sorted(colleges) for unit, colleges in found.items()}


def no_member(
    key: MemberKey,
    known: Mapping[Identifier, list[str]],
    zh: str = "不是成员单位",
    en: str = "is not a member",
) -> tuple[str, str]:
    """Return the sentences that a unit is none of those known, and by which colleges it is one.

    Args:
        key: What names the unit.
        known: By which colleges the units there are take part, as :func:`colleges_of` has it.
        zh: What it is not, in Chinese.
        en: The same in English.

    >>> law = MemberKey(Identifier("LEI", "X1"), "法学院")
    >>> no_member(MemberKey(Identifier("LEI", "X2")), colleges_of([law]))
    ('LEI:X2 不是成员单位', 'LEI:X2 is not a member')
    >>> no_member(law._replace(college=None), colleges_of([law]))[1]
    "LEI:X1 is not a member; it takes part by its college '法学院'"
    """
    if key.college is None:
        zh, en = f"{key.id} {zh}", f"{key.id} {en}"
    else:
        college = told(str(key.college))
        zh, en = f"{key.id}（学院 {college}）{zh}", f"{key.id} (college {college}) {en}"
    colleges = [told(one) for one in known.get(key.id, ()) if one]
    if colleges:
        zh += f"；该单位以学院 {'、'.join(colleges)} 参加"
        en += f"; it takes part by its college {', '.join(colleges)}"
    elif key.id in known:
        zh, en = f"{zh}；该单位不以学院参加", f"{en}; it takes part by no college"
    return zh, en


@frozen(kw_only=True)
class Organization:
    """An organisation that leads or takes part.

    Args:
        name: Its name as registered.
        id: Its identifier; a change of name does not change it.
        kind: What it is declared to be.
        legal_form: The form it is registered in; ``None`` where a Chinese code already tells.
        college: For a university, the college that takes part; ``None`` where none is named.
        domicile: GB/T 2260 code of the district of its registered domicile; ``None`` if not given.
        zone: The development zone its registered domicile is in, by name; ``None`` if in none.
        operates_in: The district or zone it mainly operates in, by name; ``None`` if not given.
        abroad: Whether it is established outside mainland China; ``None`` if not given.
        branch_of: The legal person it is a branch of; ``None`` for a legal person.
        parent: The legal person that controls it, as stated; ``None`` if none is stated.
        branches_in: GB/T 2260 codes of the districts its branches are in.
        succeeds: Legal persons it came from by merger or division.

    Raises:
        InvalidInputError: A name or code is unusable, or two things said of it contradict.
    """

    name: str
    id: Identifier
    kind: OrganizationKind
    legal_form: LegalForm | None = None
    college: str | None = None
    domicile: str | None = None
    zone: str | None = None
    operates_in: str | None = None
    abroad: bool | None = None
    branch_of: Identifier | None = None
    parent: Identifier | None = None
    branches_in: tuple[str, ...] = ()
    succeeds: tuple[Identifier, ...] = ()
    key: MemberKey = field(init=False, eq=False, repr=False)
    _called: tuple[str, ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        faults = _organization_faults(self)
        if faults:
            raise InvalidInputError(faults)
        object.__setattr__(self, "key", MemberKey(self.id, self.college))
        called = dict.fromkeys((self.name, str(self.id), self.id.value))
        object.__setattr__(self, "_called", tuple(called))

    @property
    def legal_person(self) -> Identifier:
        """The legal person behind it: itself, or the one it is a branch of."""
        return self.branch_of or self.id

    @property
    def called(self) -> tuple[str, ...]:
        """What it is called where somebody is named who acts: its name, and its code either way.

        >>> lei = Identifier("LEI", "529900T8BM49AURSDO55")
        >>> kind = OrganizationKind.RESEARCH_INSTITUTION
        >>> Organization(id=lei, name="虚构研究院", kind=kind).called
        ('虚构研究院', 'LEI:529900T8BM49AURSDO55', '529900T8BM49AURSDO55')
        """
        return self._called

    @property
    def registered_form(self) -> LegalForm | None:
        """The form it is registered in: by its Chinese code, else as stated, else unknown."""
        if self.id.is_uscc:
            return _FORM_OF_CATEGORY.get(self.id.value[:2], _OTHER_FORM)
        return self.legal_form


def _organization_faults(unit: Organization) -> list[Fault]:
    faults = _type_faults(unit)
    if faults:
        return faults
    faults = name_faults("name", unit.name)
    if unit.college is not None:
        faults += name_faults("college", unit.college)
        if unit.kind is not OrganizationKind.UNIVERSITY:
            faults.append(
                Fault(
                    FaultKind.INCONSISTENT,
                    "college",
                    "只有高校以学院为单位计数；请删去学院，或更正单位类型",
                    "only universities are counted by college; remove it or correct the kind",
                )
            )
    for path, region in _regions(unit):
        faults += region_faults(path, region)
    return faults + _form_faults(unit)


def _type_faults(unit: Organization) -> list[Fault]:
    lists = ("branches_in", "succeeds")
    odd = [name for name in lists if not isinstance(getattr(unit, name), tuple)]
    wanted: tuple[tuple[str, object, type[Any] | UnionType], ...] = (
        ("id", unit.id, Identifier),
        ("kind", unit.kind, OrganizationKind),
        ("legal_form", unit.legal_form, LegalForm | None),
        ("domicile", unit.domicile, str | None),
        ("zone", unit.zone, str | None),
        ("operates_in", unit.operates_in, str | None),
        ("abroad", unit.abroad, bool | None),
        ("branch_of", unit.branch_of, Identifier | None),
        ("parent", unit.parent, Identifier | None),
        *((name, getattr(unit, name), tuple) for name in odd),
        *(
            (f"{name}[{n}]", one, kind)
            for name, kind in (("branches_in", str), ("succeeds", Identifier))
            if name not in odd
            for n, one in enumerate(getattr(unit, name))
        ),
    )
    return [
        Fault(
            FaultKind.TYPE_ERROR,
            path,
            f"应为 {_sort(kind)}，而不是 {type(value).__name__}",
            f"must be {_sort(kind)}, not {type(value).__name__}",
        )
        for path, value, kind in wanted
        if not isinstance(value, kind)
    ]


def _sort(kind: type | UnionType) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind).rpartition(".")[2]


def _regions(unit: Organization) -> list[tuple[str, str]]:
    regions = [(f"branches_in[{n}]", code) for n, code in enumerate(unit.branches_in)]
    return regions if unit.domicile is None else [("domicile", unit.domicile), *regions]


def _form_faults(unit: Organization) -> list[Fault]:
    if not unit.id.is_uscc:
        return []
    category = unit.id.value[:2]
    faults = []
    if unit.kind is OrganizationKind.ENTERPRISE and category[0] != "9":
        faults.append(
            Fault(
                FaultKind.INCONSISTENT,
                "kind",
                f"申报为企业，而代码以 {category} 开头，不是市场主体；请核对类型或代码",
                f"declared an enterprise, but the code begins {category}, not a market entity; "
                "correct the kind or the code",
            )
        )
    if unit.legal_form is not None and unit.legal_form is not unit.registered_form:
        faults.append(
            Fault(
                FaultKind.INCONSISTENT,
                "legal_form",
                f"与代码前两位 {category} 所示的登记类别不符",
                f"contradicts the registration category {category} in the code",
            )
        )
    return faults
