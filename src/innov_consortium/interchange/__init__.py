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

from innov_consortium.interchange.cases import structure_application, structure_case
from innov_consortium.interchange.comparisons import (
    COMPARISON_SCHEMA,
    TIMELINE_SCHEMA,
    unstructure_comparison,
    unstructure_timeline,
)
from innov_consortium.interchange.coverage import COVERAGE_SCHEMA, unstructure_coverage
from innov_consortium.interchange.formats import CASE_SCHEMA, HISTORY_SCHEMA
from innov_consortium.interchange.hinges import HINGES_SCHEMA, unstructure_hinges
from innov_consortium.interchange.histories import structure_dossier, structure_event
from innov_consortium.interchange.labels import label
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
from innov_consortium.interchange.readings import structure_readings
from innov_consortium.interchange.reports import REPORT_SCHEMA, unstructure_report
from innov_consortium.interchange.text import dumps, load_case, load_dossier, load_readings
from innov_consortium.interchange.written import (
    unstructure_case,
    unstructure_dossier,
    unstructure_event,
)

__all__ = [
    "ACTS_SCHEMA",
    "AUDIT_SCHEMA",
    "CASE_SCHEMA",
    "COMPARISON_SCHEMA",
    "COVERAGE_SCHEMA",
    "DUTIES_SCHEMA",
    "HINGES_SCHEMA",
    "HISTORY_SCHEMA",
    "REPORT_SCHEMA",
    "STATE_SCHEMA",
    "TIMELINE_SCHEMA",
    "dumps",
    "label",
    "load_case",
    "load_dossier",
    "load_readings",
    "structure_application",
    "structure_case",
    "structure_dossier",
    "structure_event",
    "structure_readings",
    "unstructure_acts",
    "unstructure_audit",
    "unstructure_case",
    "unstructure_comparison",
    "unstructure_coverage",
    "unstructure_dossier",
    "unstructure_duties",
    "unstructure_event",
    "unstructure_hinges",
    "unstructure_report",
    "unstructure_state",
    "unstructure_timeline",
]
