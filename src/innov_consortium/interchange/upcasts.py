"""The steps from a version of a stored document to the next: pure, from one object to another.

A step says nothing of a document that was not written by the library: what cannot be read it leaves
as it is, for whatever structures it to refuse. What the old version could not say is ``null``.
"""

from __future__ import annotations

from typing import Any

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.canonical import digest
from innov_consortium.interchange.faults import labelled
from innov_consortium.interchange.paths import joined

__all__ = [
    "acts_from_1",
    "application_from_1",
    "case_from_1",
    "comparison_from_1",
    "event_from_1",
    "history_from_1",
    "receipt_from_1",
    "receipt_from_2",
    "record_from_1",
    "register_from_1",
    "report_from_1",
    "report_from_2",
    "state_from_1",
    "timeline_from_1",
]

_SEAL = "seal"


def case_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a case of version 2: no figure of accounts, nobody leads jointly, no person barred."""
    _refuse_figures(document.get("record"), "record")
    _refuse_joint(document.get("application"), "application")
    _refuse_persons(document.get("register"), "register")
    return document


def application_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return an application of version 2: nobody leads jointly."""
    _refuse_joint(document, "")
    return document


def history_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a history of version 2: no figure, nobody leads jointly, no person is barred."""
    _refuse_figures(document.get("record"), "record")
    _refuse_persons(document.get("register"), "register")
    events = document.get("events")
    for n, event in enumerate(events if isinstance(events, list) else ()):
        _refuse_joint_in(event, f"events[{n}]")
    return document


def event_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return an event of version 2: nobody leads jointly."""
    _refuse_joint_in(document, "")
    return document


def register_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a register of version 2: no person is barred."""
    _refuse_persons(document, "")
    return document


def state_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a state of version 2: no person is barred."""
    _refuse_persons(document, "")
    bars = document.get("bars")
    if not isinstance(bars, list):
        return document
    told = [{**one, "person": None} if isinstance(one, dict) else one for one in bars]
    return {**document, "bars": told}


def record_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a record of version 2: no figure of accounts is known."""
    _refuse_figures(document, "")
    return document


def report_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a report of version 2: neither the library nor the edition is known."""
    _refuse_new(document, "library", "")
    schema = {key: document[key] for key in ("schema",) if key in document}
    return {**schema, "library": None, **_with_edition(document, "")}


def report_from_2(document: dict[str, Any]) -> dict[str, Any]:
    """Return a report of version 3, which has more marks: nothing was asked beside the policy."""
    return _with_nothing_beside(document, "", 2)


def acts_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a list of acts, or an audit, of version 2: nothing was asked beside the policy."""
    acts = document.get("acts")
    if not isinstance(acts, list):
        return document
    told = [
        {**one, "report": _with_nothing_beside(one["report"], f"acts[{n}].report", 1)}
        if isinstance(one, dict) and isinstance(one.get("report"), dict)
        else one
        for n, one in enumerate(acts)
    ]
    return {**document, "acts": told}


def _with_nothing_beside(report: dict[str, Any], path: str, version: int) -> dict[str, Any]:
    _refuse_new(report, "additional", path, version)
    findings = report.get("findings")
    if isinstance(findings, list):
        for n, one in enumerate(findings):
            if isinstance(one, dict):
                _refuse_new(one, "source", joined(path, f"findings[{n}]"), version)
        sourced = [{**one, "source": None} if isinstance(one, dict) else one for one in findings]
        report = {**report, "findings": sourced}
    return {**report, "additional": []}


def receipt_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a receipt of version 2, which may hold more marks, sealed anew if its seal fits."""
    return _resealed(document, "additional", 1)


def receipt_from_2(document: dict[str, Any]) -> dict[str, Any]:
    """Return a receipt of version 3, sealed anew if its seal fits: no reform was made."""
    return _resealed(document, "reforms", 2)


def _resealed(document: dict[str, Any], key: str, version: int) -> dict[str, Any]:
    """Return a receipt of the next version, whose policy says of one thing more that it has none.

    What was altered stays altered: its seal does not fit afterwards either.
    """
    rest = {name: value for name, value in document.items() if name != _SEAL}
    try:
        fits = document.get(_SEAL) == digest(rest)
    except InvalidInputError:  # what has no digest no seal fits
        return document
    policy = rest.get("policy")
    if isinstance(policy, dict):
        _refuse_new(policy, key, "policy", version)
        rest["policy"] = {**policy, key: []}
    sealed = {**rest, "schema": f"innov-consortium/receipt/{version + 1}"}
    return {**sealed, _SEAL: digest(sealed)} if fits else {**sealed, _SEAL: document.get(_SEAL)}


def comparison_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a comparison of version 2: the edition of neither policy is known."""
    return _compared(document, "")


def timeline_from_1(document: dict[str, Any]) -> dict[str, Any]:
    """Return a timeline of version 2: the edition of its policy is not known."""
    changes = document.get("changes")
    if isinstance(changes, list):
        told = [
            _compared(one, f"changes[{n}]") if isinstance(one, dict) else one
            for n, one in enumerate(changes)
        ]
        document = {**document, "changes": told}
    return _with_edition(document, "")


def _compared(document: dict[str, Any], path: str) -> dict[str, Any]:
    sides = {
        side: _with_edition(document[side], joined(path, side))
        for side in ("before", "after")
        if isinstance(document.get(side), dict)
    }
    return {**document, **sides}


def _with_edition(document: dict[str, Any], path: str) -> dict[str, Any]:
    policy = document.get("policy")
    if not isinstance(policy, dict):
        return document
    _refuse_new(policy, "edition", joined(path, "policy"))
    return {**document, "policy": {**policy, "edition": None}}


def _refuse_figures(record: object, path: str) -> None:
    if isinstance(record, dict):
        _refuse_new(record, "figures", path)


def _refuse_joint_in(event: object, path: str) -> None:
    """Raise if an event, or what a correction puts in the place of one, knows joint leads."""
    if isinstance(event, dict):
        _refuse_joint(event.get("application"), joined(path, "application"))
        instead = event.get("instead")
        if isinstance(instead, dict):
            there = joined(path, "instead")
            _refuse_joint(instead.get("application"), joined(there, "application"))


def _refuse_joint(application: object, path: str) -> None:
    if isinstance(application, dict):
        _refuse_new(application, "co_leads", path)


def _refuse_persons(holding: object, path: str) -> None:
    """Raise if a bar of a register or of a state binds a person."""
    bars = holding.get("bars") if isinstance(holding, dict) else None
    for n, bar in enumerate(bars if isinstance(bars, list) else ()):
        if isinstance(bar, dict):
            _refuse_new(bar, "person", joined(joined(path, "bars"), n))


def _refuse_new(document: dict[str, Any], key: str, path: str, version: int = 1) -> None:
    """Raise if a document has a key that its version had not."""
    if key in document:
        zh, en = f"第 {version} 版没有这个键", f"is no key of version {version}"
        fault = Fault(FaultKind.INVALID_VALUE, joined(path, key), zh, en)
        raise InvalidInputError([labelled(fault)])
