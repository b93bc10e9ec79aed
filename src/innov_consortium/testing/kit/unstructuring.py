"""The kit's answer as a document, in both languages."""

from __future__ import annotations

from typing import Any

from innov_consortium.testing.kit.conformance import Accepted, Check, Conformance, Flaw, Line

__all__ = ["as_document"]

_SCHEMA = "innov-consortium/conformance/1"


def as_document(conformance: Conformance) -> dict[str, Any]:
    """Return the answer as a document for ``json.dumps``, in both languages."""
    mutants = conformance.mutants
    return {
        "schema": _SCHEMA,
        "policy": conformance.policy.code,
        "edition": conformance.policy.edition,
        "title": conformance.policy.instrument.title,
        "package": conformance.package,
        "conforms": conformance.conforms,
        "checks": [_check_document(check) for check in conformance.checks],
        "provisions": [_line_document(line) for line in conformance.lines],
        "mutants": None
        if mutants is None
        else {
            "there": mutants.there,
            "asked": mutants.asked,
            "examples": mutants.examples,
            "seed": mutants.seed,
            "survivors": [_flaw_document(flaw) for flaw in mutants.survivors],
            "accepted": [_accepted_document(one) for one in mutants.accepted],
        },
    }


def _check_document(check: Check) -> dict[str, Any]:
    return {
        "name": check.name,
        "zh": check.zh,
        "en": check.en,
        "state": check.state.value,
        "count": check.count,
        "note": {"zh": check.note_zh, "en": check.note_en},
        "flaws": [_flaw_document(flaw) for flaw in check.flaws],
        "accepted": [_accepted_document(one) for one in check.accepted],
    }


def _flaw_document(flaw: Flaw) -> dict[str, Any]:
    return {
        "check": flaw.check,
        "subject": flaw.subject,
        "where": flaw.where,
        "provisions": list(flaw.provisions),
        "zh": flaw.zh,
        "en": flaw.en,
    }


def _accepted_document(one: Accepted) -> dict[str, Any]:
    reason = {"where": one.gap.where, "zh": one.gap.zh, "en": one.gap.en}
    return {"flaw": _flaw_document(one.flaw), "reason": reason}


def _line_document(line: Line) -> dict[str, Any]:
    return {
        "id": line.provision.id,
        "text": line.provision.text,
        "disposition": line.provision.disposition.value,
        "held_by": list(line.held_by),
        "examples": line.examples,
        "page": line.page or None,
        "flaws": [flaw.subject for flaw in line.flaws],
    }
