"""JSON in and out: what a host or a person hands over, and what it gets back.

Nothing is coerced and nothing is guessed: whatever is wrong with a document is told at once, each
fault at its path, in Chinese and in English.

>>> from innov_consortium import InvalidInputError
>>> try:
...     load_case('{"application": {"lead": null, "participants": "无"}}')
... except InvalidInputError as error:
...     print(error)
application.lead: 牵头单位 null：必须填写 / null: must be given
application.participants: 参与单位 '无'：应为列表 / '无': must be a list
"""

from __future__ import annotations

from innov_consortium.interchange.canonical import canonical, digest
from innov_consortium.interchange.cases import structure_application, structure_case
from innov_consortium.interchange.comparisons import (
    COMPARISON_SCHEMA,
    TIMELINE_SCHEMA,
    unstructure_comparison,
    unstructure_timeline,
)
from innov_consortium.interchange.coverage import COVERAGE_SCHEMA, unstructure_coverage
from innov_consortium.interchange.documents import (
    ReportDocument,
    StateDocument,
    unstructure_document,
)
from innov_consortium.interchange.established import (
    load_attestation,
    load_departure,
    load_interpretation,
    load_listing,
    load_special_case,
    structure_attestation,
    structure_departure,
    structure_interpretation,
    structure_listing,
    structure_special_case,
    unstructure_attestation,
    unstructure_departure,
    unstructure_interpretation,
    unstructure_listing,
    unstructure_special_case,
)
from innov_consortium.interchange.facts import FactsKind, facts_digest, facts_document
from innov_consortium.interchange.formats import APPLICATION_SCHEMA, CASE_SCHEMA, HISTORY_SCHEMA
from innov_consortium.interchange.hinges import HINGES_SCHEMA, unstructure_hinges
from innov_consortium.interchange.histories import structure_dossier, structure_event
from innov_consortium.interchange.known_around import (
    load_calendar,
    load_record,
    load_register,
    structure_calendar,
    structure_record,
    structure_register,
    unstructure_calendar,
    unstructure_record,
    unstructure_register,
)
from innov_consortium.interchange.labels import label
from innov_consortium.interchange.limits import DEFAULT_LIMITS, STORED_LIMITS, Limits
from innov_consortium.interchange.numbers import (
    NUMBERS_SCHEMA,
    load_numbers,
    structure_numbers,
    unstructure_numbers,
)
from innov_consortium.interchange.procedures import (
    ACTS_SCHEMA,
    AUDIT_SCHEMA,
    DUTIES_SCHEMA,
    STATE_SCHEMA,
    unstructure_acts,
    unstructure_audit,
    unstructure_duties,
    unstructure_state,
)
from innov_consortium.interchange.readings import (
    READINGS_SCHEMA,
    structure_readings,
    unstructure_readings,
)
from innov_consortium.interchange.receipts import (
    RECEIPT_SCHEMA,
    load_receipt,
    structure_receipt,
    unstructure_receipt,
)
from innov_consortium.interchange.reforms import (
    REFORM_SCHEMA,
    load_reform,
    structure_reform,
    unstructure_reform,
)
from innov_consortium.interchange.reports import REPORT_SCHEMA, unstructure_report
from innov_consortium.interchange.sealed import (
    Receipt,
    SealedFinding,
    SealedItem,
    SealedPolicy,
    SealedPublication,
    SealedReading,
)
from innov_consortium.interchange.sealing import receipt_of
from innov_consortium.interchange.stored import (
    load_report,
    load_state,
    structure_report,
    structure_state,
)
from innov_consortium.interchange.text import (
    dumps,
    load_application,
    load_case,
    load_dossier,
    load_event,
    load_readings,
)
from innov_consortium.interchange.verification import (
    VERIFICATION_SCHEMA,
    ChangedItem,
    ChangedNorm,
    Part,
    Verdict,
    Verification,
    Why,
    unstructure_verification,
)
from innov_consortium.interchange.verifying import edition_of, verify
from innov_consortium.interchange.versions import (
    FORMATS,
    Format,
    schema_of,
    upcast,
)
from innov_consortium.interchange.written import (
    unstructure_application,
    unstructure_case,
    unstructure_dossier,
    unstructure_event,
)

__all__ = [
    "ACTS_SCHEMA",
    "APPLICATION_SCHEMA",
    "AUDIT_SCHEMA",
    "CASE_SCHEMA",
    "COMPARISON_SCHEMA",
    "COVERAGE_SCHEMA",
    "DEFAULT_LIMITS",
    "DUTIES_SCHEMA",
    "FORMATS",
    "HINGES_SCHEMA",
    "HISTORY_SCHEMA",
    "NUMBERS_SCHEMA",
    "READINGS_SCHEMA",
    "RECEIPT_SCHEMA",
    "REFORM_SCHEMA",
    "REPORT_SCHEMA",
    "STATE_SCHEMA",
    "STORED_LIMITS",
    "TIMELINE_SCHEMA",
    "VERIFICATION_SCHEMA",
    "ChangedItem",
    "ChangedNorm",
    "FactsKind",
    "Format",
    "Limits",
    "Part",
    "Receipt",
    "ReportDocument",
    "SealedFinding",
    "SealedItem",
    "SealedPolicy",
    "SealedPublication",
    "SealedReading",
    "StateDocument",
    "Verdict",
    "Verification",
    "Why",
    "canonical",
    "digest",
    "dumps",
    "edition_of",
    "facts_digest",
    "facts_document",
    "label",
    "load_application",
    "load_attestation",
    "load_calendar",
    "load_case",
    "load_departure",
    "load_dossier",
    "load_event",
    "load_interpretation",
    "load_listing",
    "load_numbers",
    "load_readings",
    "load_receipt",
    "load_record",
    "load_reform",
    "load_register",
    "load_report",
    "load_special_case",
    "load_state",
    "receipt_of",
    "schema_of",
    "structure_application",
    "structure_attestation",
    "structure_calendar",
    "structure_case",
    "structure_departure",
    "structure_dossier",
    "structure_event",
    "structure_interpretation",
    "structure_listing",
    "structure_numbers",
    "structure_readings",
    "structure_receipt",
    "structure_record",
    "structure_reform",
    "structure_register",
    "structure_report",
    "structure_special_case",
    "structure_state",
    "unstructure_acts",
    "unstructure_application",
    "unstructure_attestation",
    "unstructure_audit",
    "unstructure_calendar",
    "unstructure_case",
    "unstructure_comparison",
    "unstructure_coverage",
    "unstructure_departure",
    "unstructure_document",
    "unstructure_dossier",
    "unstructure_duties",
    "unstructure_event",
    "unstructure_hinges",
    "unstructure_interpretation",
    "unstructure_listing",
    "unstructure_numbers",
    "unstructure_readings",
    "unstructure_receipt",
    "unstructure_record",
    "unstructure_reform",
    "unstructure_register",
    "unstructure_report",
    "unstructure_special_case",
    "unstructure_state",
    "unstructure_timeline",
    "unstructure_verification",
    "upcast",
    "verify",
]
