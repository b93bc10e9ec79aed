"""The words of a fragment, exactly as the format writes them, in those of a document.

A word that is written otherwise is no word of the format: it is handed over as it stands, and it is
for the library to refuse it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from innov_consortium.core.policy import Policy
from innov_consortium.core.text import OTHER
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.regional import regional_words
from innov_consortium.testing.refusals.surroundings import LEAD

__all__ = [
    "APPLICATION",
    "AROUND",
    "BESIDE",
    "FIELDS",
    "KEYS",
    "PUBLICITY_ENDED",
    "TYPES",
    "exactly",
]

_EVALUATED = {
    "result": "result_notified",
    "corrected": "result_corrected",
    "annulled": "result_annulled",
    "self": "self_evaluated",
    "selection": "evaluation_assigned",
    "notice": "evaluation_called",
    "submission": "materials_submitted",
}
_SUPPORTED = {
    "project_call": "project_called",
    "project_application": "project_applied",
    "award": "project_funded",
}
_SPECIAL: dict[str, tuple[str, Mapping[str, Any]]] = {
    "district_recommended": ("district_reviewed", {"opinion": "recommend"}),
    "district_declined": ("district_reviewed", {"opinion": "not_recommend"}),
    "objection_rejected": ("objection_decided", {"upheld": False}),
    "objection_upheld": ("objection_decided", {"upheld": True}),
    "publicity_started": ("publicised", {}),
}


def _types() -> dict[str, tuple[str, Mapping[str, Any]]]:
    """Return what a document says of each type of event: its own, and what else the word tells."""
    found: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for word, meaning in vocabulary.CHANGE_KINDS.items():
        kind = {"lead_exit": "member_exit", "lead_rename": "member_rename"}.get(meaning, meaning)
        found[word] = ("change_executed", {"kind": kind})
    for word, meaning in vocabulary.EVALUATED.items():
        found[word] = (_EVALUATED[meaning], {})
    for word, meaning in vocabulary.SUPPORTED.items():
        found[word] = (_SUPPORTED[meaning], {})
    for word, meaning in vocabulary.HAPPENINGS.items():
        found[word] = _SPECIAL.get(meaning, (meaning, {}))
    found["self_report_filed"] = ("self_report_filed", {})
    found["publicity_ended"] = ("publicised", {})
    return found


def _money(source: str) -> str:
    return f"{OTHER}{source}" if source == "private" else source


_DEPARTURE = {"norm": "provision", "decided_by": "by", "decided_on": "on"}
_DEPARTED = {
    "provision": "art5.item3.s2c",
    "by": "市科技局",
    "on": "2026-03-01",
    "reason": "理由",
}

#: The types of events by which publicity ends.
PUBLICITY_ENDED: Final = frozenset(
    word for word, meaning in vocabulary.HAPPENINGS.items() if meaning == "publicity_ended"
)

#: Types of events.
TYPES: Final = MappingProxyType(_types())

#: Keys of an event, whatever its type, and of events of some types.
KEYS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "": {
            "date": "on",
            "day": "on",
            "notified_on": "on",
            "issuer": "by",
            "decided_by": "by",
            "actor": "by",
            "consortium_id": "consortium",
            "doc": "document",
            "document_number": "document",
            "event_id": "id",
        },
        "publicised": {
            **dict.fromkeys(("from", "first", "first_day", "started_on", "start"), "on"),
            **dict.fromkeys(("to", "until", "last_day", "ended_on", "end", "ends_on"), "last"),
        },
        "call_issued": {
            "issued_on": "on",
            **dict.fromkeys(("from", "opens_on", "first_day"), "first"),
            **dict.fromkeys(("to", "until", "closes_on", "last_day", "deadline"), "last"),
        },
        "filed": {
            **dict.fromkeys(("with", "filed_with", "submitted_to"), "recipient"),
            "filed_on": "on",
            "materials": "documents",
        },
        "expert_reviewed": {"form": "mode", "organised_by": "agency"},
        "evaluation_called": {"issued_on": "on"},
        "evaluation_assigned": {"selected_on": "on"},
        "materials_submitted": {"submitted_on": "on"},
        "self_evaluated": {"done_on": "on", "filed_on": "on", "self_stated_grade": "grade"},
        "self_report_filed": {"filed_on": "on"},
        "result_notified": {"result": "grade"},
        "result_corrected": {"corrected_on": "on", "corrected_to": "grade", "to": "grade"},
        "result_annulled": {"annulled_on": "on"},
        "objection_raised": {"raised_on": "on"},
        "objection_decided": {"decided_on": "on", "of": "objection"},
        "change_reported": {"reported_on": "on", "change_id": "change"},
        "change_approved": {"approved_on": "on", "change_id": "change"},
        "change_refused": {"refused_on": "on", "change_id": "change"},
        "change_executed": {"executed_on": "on", "change_id": "change"},
        "project_applied": {"filed_on": "on"},
        "project_funded": {"awarded_on": "on", "granted_on": "on"},
        "ended": {"ground": "grounds", "revoked_on": "on", "voluntary": "on_request"},
        "end_requested": {"lead_requests_on": "on", "signed_by": "signatories"},
    }
)

#: Parts beside the events that tell of one, each with its type.
BESIDE: Final = MappingProxyType(
    {
        "award": "project_funded",
        "award_yuan": "project_funded",
        "awards": "project_funded",
        "call": "call_issued",
        "notice": "evaluation_called",
        "objection": "objection_raised",
        "objections": "objection_raised",
        "project_application": "project_applied",
        "publicity": "publicised",
        "revoked": "ended",
        "selection": "evaluation_assigned",
        "submission": "materials_submitted",
        "submissions": "materials_submitted",
    }
)

#: Keys of an application that are called otherwise in a document.
APPLICATION: Final = MappingProxyType(
    {
        "presented_to_bureau_on": "presented_on",
        "construction_field": "field",
        "intention_to_unite": "intending",
        "cooperation_basis_fields": "cooperation",
        "lead_principal": "principal",
        "chief_technologist": "technologist",
    }
)

#: What is known around an application: for each part its name in a document, its keys that are
#: called otherwise there, and what it needs.
AROUND: Final[Mapping[str, tuple[str, Mapping[str, str], Mapping[str, Any]]]] = MappingProxyType(
    {
        "attestations": ("attestations", {"norm": "what", "attested_by": "by"}, {}),
        "departures": ("departures", _DEPARTURE, _DEPARTED),
        "exceptions": ("departures", _DEPARTURE, _DEPARTED),
        "interpretations": ("interpretations", {"point": "reading", "reading": "option"}, {}),
        "listings": (
            "listings",
            {"list": "name", "subject": "unit", "from": "first", "until": "last"},
            {"unit": LEAD["id"], "name": "经营异常名录", "first": "2026-02-01"},
        ),
        "register": ("register", {}, {}),
        "special_case": ("special_case", {}, {}),
    }
)

#: Words of fields, by the field's name in a document. A list that is closed has no others.
FIELDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "grade": {
            "优秀": "excellent",
            "良好": "good",
            "合格": "qualified",
            "不合格": "unqualified",
        },
        "source": {word: _money(source) for word, source in vocabulary.FUNDING_SOURCES.items()},
        "kind": {"lead_exit": "member_exit", "lead_rename": "member_rename"},
    }
)


def exactly(name: str, value: Any, policy: Policy | None = None) -> Any:
    """Return a value of a field, a word of the format as a document writes it.

    Args:
        name: The field.
        value: What a fragment says there.
        policy: The policy asked, whose package may add words of its region; ``None`` for those of
            the format alone.

    >>> exactly("grade", "优秀"), exactly("grade", "优 秀"), exactly("grade", 2)
    ('excellent', '优 秀', 2)
    """
    if type(value) is not str:
        return value
    if name == "source" and policy is not None:
        source = regional_words(policy).funding_sources.get(value)
        return value if source is None else _money(source)
    return FIELDS.get(name, {}).get(value, value)
