"""Stored documents as typed values: what was answered once, readable without the policy it is of.

Each class mirrors a document key by key; a value of one is frozen, hashable and can be pickled.
"""

from __future__ import annotations

from innov_consortium.interchange.documents.decisions import (
    AttestationDocument,
    DecisionDocument,
    DepartureDocument,
    UnitDocument,
)
from innov_consortium.interchange.documents.hinges import (
    HingedDocument,
    HingeDocument,
    HingesDocument,
    WaysDocument,
)
from innov_consortium.interchange.documents.numbers import FigureDocument, NumbersDocument
from innov_consortium.interchange.documents.policies import LibraryDocument, PolicyDocument
from innov_consortium.interchange.documents.readings import ReadingsDocument
from innov_consortium.interchange.documents.reforms import ReformDocument
from innov_consortium.interchange.documents.reports import (
    AdditionalDocument,
    ChoiceDocument,
    FindingDocument,
    ItemDocument,
    MissingDocument,
    NumberDocument,
    ReasonDocument,
    ReportDocument,
    TurnDocument,
)
from innov_consortium.interchange.documents.states import (
    BarDocument,
    ChangeDocument,
    EventDocument,
    MemberDocument,
    StageDocument,
    StateDocument,
    WindowDocument,
    WithheldDocument,
)
from innov_consortium.interchange.documents.written import StoredDocument, unstructure_document

__all__ = [
    "AdditionalDocument",
    "AttestationDocument",
    "BarDocument",
    "ChangeDocument",
    "ChoiceDocument",
    "DecisionDocument",
    "DepartureDocument",
    "EventDocument",
    "FigureDocument",
    "FindingDocument",
    "HingeDocument",
    "HingedDocument",
    "HingesDocument",
    "ItemDocument",
    "LibraryDocument",
    "MemberDocument",
    "MissingDocument",
    "NumberDocument",
    "NumbersDocument",
    "PolicyDocument",
    "ReadingsDocument",
    "ReasonDocument",
    "ReformDocument",
    "ReportDocument",
    "StageDocument",
    "StateDocument",
    "StoredDocument",
    "TurnDocument",
    "UnitDocument",
    "WaysDocument",
    "WindowDocument",
    "WithheldDocument",
    "unstructure_document",
]
