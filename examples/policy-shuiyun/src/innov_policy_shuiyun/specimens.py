"""Made-up members, records and histories, for examples to vary one thing at a time.

>>> from innov_policy_shuiyun.specimens import case
>>> len(case().application.members), len(case(enterprises=3).application.members)
(6, 5)
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.consortium import Agreement, Application, Governance, Organ, Person
from innov_consortium.core.events import Event, Filed, Publicised, Recognised
from innov_consortium.core.figures import AnnualFigure
from innov_consortium.core.history import History
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.core.uscc import check_character

from innov_policy_shuiyun.numbers import Numbers

__all__ = ["FILED_ON", "attested", "case", "dossier", "figures", "on_file", "unit"]

#: The day on which the specimen is filed.
FILED_ON = date(2026, 3, 2)

_BUREAU = "市科学技术局"
_NAMES = {
    OrganizationKind.ENTERPRISE: "示例水云企业",
    OrganizationKind.UNIVERSITY: "示例水云大学",
    OrganizationKind.HOSPITAL: "示例水云医院",
}


def unit(
    number: int, kind: OrganizationKind = OrganizationKind.ENTERPRISE, **more: Any
) -> Organization:
    """Return a made-up organisation; the same number, the same legal person."""
    category = "91" if kind is OrganizationKind.ENTERPRISE else "12"
    stem = f"{category}990100MAHY{number:05d}"
    told: dict[str, Any] = {"domicile": "990102", **more}
    name = f"{_NAMES.get(kind, '示例水云机构')}{number}号"
    return Organization(
        name=name, id=Identifier.uscc(stem + check_character(stem)), kind=kind, **told
    )


def figures(of: Organization, spent: Iterable[str], earned: Iterable[str]) -> Record:
    """Return a record with the research spending and the revenue of the years before 2026.

    Args:
        of: Whose.
        spent: The spending of 2023, 2024 and 2025, in yuan.
        earned: The revenue of those years.
    """
    told = [("rd_spending", *pair) for pair in zip((2023, 2024, 2025), spent, strict=False)]
    told += [("revenue", *pair) for pair in zip((2023, 2024, 2025), earned, strict=False)]
    return Record(
        figures=tuple(
            AnnualFigure(unit=of.legal_person, year=year, metric=metric, value=Decimal(value))
            for metric, year, value in told
        ),
        complete_to=FILED_ON,
    )


def attested(what: str, *, holds: bool = True, of: Organization | None = None) -> Attestation:
    """Return what a body has attested before the filing."""
    key = None if of is None else of.key
    return Attestation(what=what, holds=holds, by=_BUREAU, on=date(2026, 2, 1), unit=key)


def case(
    *,
    enterprises: int = 4,
    institutions: int = 2,
    joint: int = 0,
    lead: Organization | None = None,
    **changes: Any,
) -> Case:
    """Return a case in which everything is in order, but for what is asked to be otherwise.

    Args:
        enterprises: How many enterprises, the lead among them if it is one.
        institutions: How many universities.
        joint: How many of the other enterprises lead jointly.
        lead: The lead; an enterprise if ``None``.
        changes: Fields of the application, or of the case, to be otherwise.
    """
    lead = unit(1) if lead is None else lead
    own = 1 if lead.kind is OrganizationKind.ENTERPRISE else 0
    others = [unit(n + 2) for n in range(enterprises - own)]
    others += [unit(n + 101, OrganizationKind.UNIVERSITY) for n in range(institutions)]
    members = (lead, *others)
    heads = {*Numbers().agreement_heads, "tasks_of_each_lead"}
    application = Application(
        lead=lead,
        participants=tuple(others),
        filed_on=FILED_ON,
        field="新材料",
        agreement=Agreement(
            signed_on=date(2026, 2, 20),
            signatories=frozenset(member.key for member in members),
            heads=frozenset(heads),
        ),
        governance=Governance(
            organs=(Organ("decision", "理事会"),), principal=Person("示例甲", "SY-1")
        ),
        co_leads=tuple(other.key for other in others[:joint]),
    )
    own_fields = {name: changes.pop(name) for name in tuple(changes) if hasattr(application, name)}
    around: dict[str, Any] = {
        "register": Register.complete(to=FILED_ON),
        "record": _records(application),
        "attestations": (attested("art5.p4.s1"),),
        **changes,
    }
    return Case(application=evolve(application, **own_fields), **around)


def on_file(of: Case | None = None, *events: Event) -> History:
    """Return the history of a consortium filed, publicised and put on file, and of what follows."""
    application = (case() if of is None else of).application
    filed = Filed(
        on=FILED_ON,
        by=application.lead.name,
        application=application,
        co_applicants=frozenset(application.co_leads),
        documents=frozenset(Numbers().filing_documents),
    )
    publicised = Publicised(on=date(2026, 3, 9), by=_BUREAU, last=date(2026, 3, 16))
    recognised = Recognised(on=date(2026, 3, 20), by=_BUREAU, document="水科备〔2026〕1号（虚构）")
    return History("示例水云联合体", (filed, publicised, recognised, *events))


def dossier(*events: Event, of: Case | None = None, **around: Any) -> Dossier:
    """Return the history of a consortium put on file, with what is known around it."""
    return Dossier(history=on_file(of, *events), **around)


def _records(application: Application) -> Record:
    """Return what is on record: every lead spent 30 million yuan in each of the three years."""
    told = [
        figures(lead, ["30000000"] * 3, ["900000000"] * 3).figures for lead in application.leads
    ]
    return Record(figures=tuple(f for one in told for f in one), complete_to=FILED_ON)
