"""Comparing what came back with what a refusal expects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from innov_consortium.testing.cases.results import CaseResult
from innov_consortium.testing.refusals.handing import Got, Told
from innov_consortium.testing.refusals.laying import Laid
from innov_consortium.testing.refusals.places import steps

__all__ = ["compare"]

#: Kinds of what lies between several fields: it may be told of the object that holds them.
_BETWEEN: Final = frozenset({"duplicate", "inconsistent", "out_of_order", "illegal_transition"})
#: Where null stands for a value that must be given, it is of the wrong type or not given: both.
_OF_NULL: Final = frozenset({"type_error", "invalid_value"})


def compare(case: Mapping[str, Any], laid: Laid, got: Got) -> CaseResult:
    """Return whether the library refused an input as the case expects.

    It is right if one of the things it said is of the kind expected, or of one accepted as well,
    and names the place: that very place, one within it, or — of what lies between several fields —
    the object that holds them. Behaviour that is accepted in prose is for a reader.
    """
    expected = case["expected"]
    wanted = str(expected.get("refusal"))
    accepted = [one for one in expected.get("accept") or [] if isinstance(one, str)]
    kinds = {wanted, *accepted}
    if _is_null(case["input"], steps(case["path"])) and kinds & _OF_NULL:
        kinds |= _OF_NULL
    named = expected.get("must_name_path", True)
    right = [t for t in got.told if t.kind in kinds and (not named or _named(t, case, laid))]
    document = _document(laid, right or got.told, got)
    id_ = str(case.get("id", ""))
    if got.crash:
        return CaseResult(id_, "fail", expected, document, f"crashed: {got.crash}")
    if right:
        return CaseResult(id_, "pass", expected, document, "")
    if got.told:
        said = "; ".join(dict.fromkeys(f"{t.kind} at {t.path}" for t in got.told[:5]))
        note = f"refused, but as {said}, not {wanted} at {case['path']}"
    else:
        note = f"not refused; answered {'; '.join(got.answers) or 'nothing'}"
    prose = [one for one in accepted if " " in one]
    if prose:
        note = f"{note}; a reader has to say whether that is: {'; '.join(prose)}"
    return CaseResult(id_, "fail", expected, document, note)


def _named(told: Told, case: Mapping[str, Any], laid: Laid) -> bool:
    """Return whether something said names the place of a case."""
    found = steps(told.path)
    for place in laid.places.of(case["path"]):
        if found[: len(place)] == place:
            return True
        holds = len(place) - len(found) == 1 and place[: len(found)] == found and found
        if holds and told.kind in _BETWEEN:
            return True
    return False


def _is_null(fragment: Any, path: Iterable[str]) -> bool:
    for step in path:
        if isinstance(fragment, dict) and step in fragment:
            fragment = fragment[step]
        elif isinstance(fragment, list) and step.isdecimal() and int(step) < len(fragment):
            fragment = fragment[int(step)]
        else:
            return False
    return fragment is None or fragment == {"$python": "None"}


def _document(laid: Laid, told: list[Told], got: Got) -> dict[str, Any] | None:
    """Return what was got, the thing that decides first, as an object of JSON."""
    if not told:
        return {"answers": got.answers} if got.answers else None
    first = told[0]
    found: dict[str, Any] = {
        "refusal": first.kind,
        "path": laid.places.in_case(first.path),
        "told_at": first.path,
        "message": first.zh,
    }
    also = [t for t in got.told if t is not first]
    if also:
        found["also"] = [f"{t.kind} {laid.places.in_case(t.path)}" for t in also[:20]]
    return found
