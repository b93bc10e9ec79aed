"""What a Chinese city's measure on innovation consortia (创新联合体) means for any case on any day.

Norm by norm, with the sentence it rests on. Start with :func:`catalogue`::

    from innov_consortium import catalogue

    policy = catalogue().select(code, on=date(2026, 3, 2))
    report = policy.check_formation(application, on=date(2026, 3, 2))

What happened to a consortium is a :class:`History` of events (``innov_consortium.core.events`` and
``.changes``); :func:`replay` says what it comes to on a day, :func:`decide` and
:func:`possible_acts` what may happen next, :func:`audit` whether what happened was lawful,
:func:`compare` how two reports on one question differ.
Reading and writing JSON is in ``innov_consortium.interchange``, prose in
``innov_consortium.rendering``.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from innov_consortium.core.attestations import (
        Attestation,
        Departure,
        Interpretation,
        Listing,
        SpecialCase,
    )
    from innov_consortium.core.auditing import audit
    from innov_consortium.core.case import Case, Dossier, Surroundings
    from innov_consortium.core.clauses import Outcome
    from innov_consortium.core.comparing import compare
    from innov_consortium.core.consortium import (
        Agreement,
        Application,
        Governance,
        Organ,
        Person,
        Vacancy,
    )
    from innov_consortium.core.coverage import plan_coverage
    from innov_consortium.core.cycles import Cycle
    from innov_consortium.core.decide import (
        Deferred,
        Granted,
        Refused,
        Standing,
        decide,
        possible_acts,
    )
    from innov_consortium.core.history import Consortium, History, replay
    from innov_consortium.core.lifecycle import Phase
    from innov_consortium.core.organizations import (
        Identifier,
        LegalForm,
        MemberKey,
        Organization,
        OrganizationKind,
    )
    from innov_consortium.core.policy import Policy
    from innov_consortium.core.reforms import Reform
    from innov_consortium.core.register import Engagement, Register, Role
    from innov_consortium.core.registering import duties, register
    from innov_consortium.core.report import Answer, Finding, Mark, Report
    from innov_consortium.core.sources import ForceInTime
    from innov_consortium.errors import InnovConsortiumError, InvalidInputError
    from innov_consortium.plugins import catalogue

__all__ = [
    "Agreement",
    "Answer",
    "Application",
    "Attestation",
    "Case",
    "Consortium",
    "Cycle",
    "Deferred",
    "Departure",
    "Dossier",
    "Engagement",
    "Finding",
    "ForceInTime",
    "Governance",
    "Granted",
    "History",
    "Identifier",
    "InnovConsortiumError",
    "Interpretation",
    "InvalidInputError",
    "LegalForm",
    "Listing",
    "Mark",
    "MemberKey",
    "Organ",
    "Organization",
    "OrganizationKind",
    "Outcome",
    "Person",
    "Phase",
    "Policy",
    "Reform",
    "Refused",
    "Register",
    "Report",
    "Role",
    "SpecialCase",
    "Standing",
    "Surroundings",
    "Vacancy",
    "audit",
    "catalogue",
    "compare",
    "decide",
    "duties",
    "plan_coverage",
    "possible_acts",
    "register",
    "replay",
]

__version__: str

#: Where each public name lives. They are fetched when first used, so that a program which only
#: imports the package pays for nothing.
_HOME = {
    "Agreement": "innov_consortium.core.consortium",
    "Answer": "innov_consortium.core.report",
    "Application": "innov_consortium.core.consortium",
    "Attestation": "innov_consortium.core.attestations",
    "Case": "innov_consortium.core.case",
    "Consortium": "innov_consortium.core.history",
    "Cycle": "innov_consortium.core.cycles",
    "Deferred": "innov_consortium.core.decide",
    "Departure": "innov_consortium.core.attestations",
    "Dossier": "innov_consortium.core.case",
    "Engagement": "innov_consortium.core.register",
    "Finding": "innov_consortium.core.report",
    "ForceInTime": "innov_consortium.core.sources",
    "Governance": "innov_consortium.core.consortium",
    "Granted": "innov_consortium.core.decide",
    "History": "innov_consortium.core.history",
    "Identifier": "innov_consortium.core.organizations",
    "InnovConsortiumError": "innov_consortium.errors",
    "Interpretation": "innov_consortium.core.attestations",
    "InvalidInputError": "innov_consortium.errors",
    "LegalForm": "innov_consortium.core.organizations",
    "Listing": "innov_consortium.core.attestations",
    "Mark": "innov_consortium.core.report",
    "MemberKey": "innov_consortium.core.organizations",
    "Organ": "innov_consortium.core.consortium",
    "Organization": "innov_consortium.core.organizations",
    "OrganizationKind": "innov_consortium.core.organizations",
    "Outcome": "innov_consortium.core.clauses",
    "Person": "innov_consortium.core.consortium",
    "Phase": "innov_consortium.core.lifecycle",
    "Policy": "innov_consortium.core.policy",
    "Reform": "innov_consortium.core.reforms",
    "Refused": "innov_consortium.core.decide",
    "Register": "innov_consortium.core.register",
    "Report": "innov_consortium.core.report",
    "Role": "innov_consortium.core.register",
    "SpecialCase": "innov_consortium.core.attestations",
    "Standing": "innov_consortium.core.decide",
    "Surroundings": "innov_consortium.core.case",
    "Vacancy": "innov_consortium.core.consortium",
    "audit": "innov_consortium.core.auditing",
    "catalogue": "innov_consortium.plugins",
    "compare": "innov_consortium.core.comparing",
    "decide": "innov_consortium.core.decide",
    "duties": "innov_consortium.core.registering",
    "plan_coverage": "innov_consortium.core.coverage",
    "possible_acts": "innov_consortium.core.decide",
    "register": "innov_consortium.core.registering",
    "replay": "innov_consortium.core.history",
}


if not TYPE_CHECKING:  # a visible __getattr__ would let every misspelt name pass

    def __getattr__(name: str) -> Any:
        """Fetch a public name from its module, once."""
        if name == "__version__":
            return importlib.import_module("importlib.metadata").version("innov-consortium")
        if name not in _HOME:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(importlib.import_module(_HOME[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names, fetched or not."""
    return sorted({*globals(), *__all__})
