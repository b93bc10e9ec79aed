"""One document of every format, made of the same cases and histories each time.

``python -m tests.interchange.stored`` writes those of which the present version is not kept yet in
``versions/``; what is kept is never written over.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from tests.conftest import DRAFT

from innov_consortium import catalogue, interchange, replay
from innov_consortium.cli.documents import report_document
from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.comparing import compare
from innov_consortium.core.coverage import plan_coverage
from innov_consortium.core.cycles import Cycle
from innov_consortium.core.decide import possible_acts
from innov_consortium.core.history import Consortium
from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform
from innov_consortium.core.registering import duties
from innov_consortium.core.report import Report
from innov_consortium.core.timelines import Timeline

__all__ = ["KEPT", "PRINTED", "documents", "kept"]

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"

#: Where a document of every version is kept.
KEPT = HERE / "versions"

#: What distinguishes what the command line printed, with its sentences, from what a host stored.
PRINTED = "-printed"

TIANJIN = catalogue().select("CN-TJ").supposing_published(date(2025, 4, 11))
TOY: Policy = DRAFT

FEWER = Reform(
    name="五家即可",
    source="示例建议",
    numbers={"min_participants": 5, "min_enterprise_share": Fraction(1, 3)},
    readings={"share_base": "members"},
    first=date(2026, 3, 1),
    last=date(2027, 12, 31),
)

_DEPARTURE = {"provision": "art5.item3.s2c", "by": "市科技局", "on": "2026-03-10", "reason": "示例"}
_ATTESTATION = {
    "what": "art5.item4.s2",
    "by": "天津市科学技术局",
    "on": "2026-03-10",
    "document": "示例认定〔2026〕3号",
}
_SPECIAL_CASE = {
    "ground": "art7.s1a",
    "determined_by": "市科技局",
    "determined_on": "2026-03-02",
    "elected": True,
    "elected_by": "天津市科学技术局",
    "elected_on": "2026-03-09",
    "document": "示例确定〔2026〕7号",
}


def kept(name: str, version: int, more: str = "") -> Any:
    """Return the document kept of a format and version."""
    return json.loads((KEPT / f"{name}-{version}{more}.json").read_text(encoding="utf-8"))


@cache
def documents() -> dict[str, dict[str, Any]]:
    """Return a document of every format, by the name of the format, and of some as printed."""
    case, told = _case(), _dossier("evaluations-to-revocation")
    state = interchange.unstructure_state(TIANJIN, _ended())
    return {
        "case": interchange.unstructure_case(case),
        "history": interchange.unstructure_dossier(told),
        "application": interchange.unstructure_application(case.application),
        "event": _stating("event", interchange.unstructure_event(told.history.events[1])),
        **_parts(case),
        "numbers": interchange.unstructure_numbers(TOY),
        "readings": interchange.unstructure_readings(TOY),
        "reform": interchange.unstructure_reform(FEWER, TIANJIN),
        "report": interchange.unstructure_report(_report(case)),
        f"report{PRINTED}": _printed(_check("college-in-a-third-consortium")),
        "state": state,
        f"state{PRINTED}": {**state, "known_on": "2030-01-01"},
        "receipt": interchange.unstructure_receipt(_receipt(case)),
        **_only_written(),
    }


def _case() -> Case:
    """Return a case in which much is decided, missing, or open."""
    written = json.loads((HERE / "complete.json").read_text(encoding="utf-8"))
    written["register"], written["interpretations"] = "unknown", []
    written["application"]["agreement"]["signatories"] = []
    written["application"]["participants"][5]["college"] = None
    written["departures"], written["attestations"] = [_DEPARTURE], [_ATTESTATION]
    return interchange.structure_case(written)


def _report(case: Case) -> Report:
    return TIANJIN.check("formation", case, on=date(2026, 3, 20))


def _receipt(case: Case) -> interchange.Receipt:
    reformed = TIANJIN.reformed(FEWER)
    return interchange.receipt_of(reformed.check("formation", case, on=date(2026, 3, 20)), case)


def _dossier(name: str) -> Dossier:
    return interchange.load_dossier((EXAMPLES / f"histories/{name}.json").read_bytes(), TIANJIN)


def _ended() -> Consortium:
    return replay(_dossier("call-to-withdrawal").history, date(2030, 1, 1))


def _check(name: str, policy: Policy = TIANJIN, *, on: date = date(2026, 3, 2)) -> Report:
    case = interchange.load_case((EXAMPLES / f"{name}.json").read_bytes())
    return policy.check("formation", case, on=on)


def _printed(report: Report) -> dict[str, Any]:
    hinges = interchange.unstructure_hinges(TIANJIN.hinges(report))
    return {**report_document(report, "zh_CN"), "hinges": hinges}


def _stating(name: str, document: Any) -> dict[str, Any]:
    return {"schema": interchange.schema_of(name), **document}


def _parts(case: Case) -> dict[str, dict[str, Any]]:
    whole = interchange.load_case((HERE / "complete.json").read_bytes())
    written: dict[str, tuple[Callable[[Any], dict[str, Any]], Any]] = {
        "register": (interchange.unstructure_register, whole.register),
        "record": (interchange.unstructure_record, whole.record),
        "calendar": (interchange.unstructure_calendar, whole.calendar),
        "attestation": (interchange.unstructure_attestation, case.attestations[0]),
        "departure": (interchange.unstructure_departure, case.departures[0]),
        "special_case": (
            interchange.unstructure_special_case,
            interchange.structure_special_case(_SPECIAL_CASE),
        ),
        "listing": (interchange.unstructure_listing, whole.listings[0]),
        "interpretation": (interchange.unstructure_interpretation, whole.interpretations[0]),
    }
    return {name: unstructure(part) for name, (unstructure, part) in written.items()}


def _only_written() -> dict[str, dict[str, Any]]:
    """Return a document of every format that is only written, never read back."""
    told, day = _dossier("call-to-withdrawal"), date(2026, 5, 13)
    consortium = replay(told.history, day)
    other = TIANJIN.with_readings(share_base="members")
    before, after = _check("enterprises-49-percent"), _check("enterprises-49-percent", other)
    later = _check("enterprises-49-percent", on=date(2031, 3, 2))
    plan = plan_coverage(TIANJIN, [told], Cycle(2026, 3), on=date(2026, 12, 1))
    return {
        "acts": interchange.unstructure_acts(
            TIANJIN, possible_acts(TIANJIN, consortium, day, told)
        ),
        "audit": interchange.unstructure_audit(TIANJIN, audit(TIANJIN, told.history, day, told)),
        "duties": interchange.unstructure_duties(
            TIANJIN, duties(TIANJIN, consortium, day, told), on=day
        ),
        "comparison": interchange.unstructure_comparison(compare(before, after)),
        "timeline": interchange.unstructure_timeline(Timeline((before, later))),
        "coverage": interchange.unstructure_coverage(plan),
        "hinges": interchange.unstructure_hinges(TIANJIN.hinges(before)),
    }


def _write() -> None:
    for stem, document in documents().items():
        name, printed = stem.removesuffix(PRINTED), PRINTED if stem.endswith(PRINTED) else ""
        read = interchange.FORMATS[name].read_with
        path = KEPT / f"{name}-{interchange.FORMATS[name].version}{printed}.json"
        if read and not path.exists():
            path.write_text(interchange.dumps(document) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
