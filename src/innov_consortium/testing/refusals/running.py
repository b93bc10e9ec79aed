"""Running refusals one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from innov_consortium.core.policy import Policy
from innov_consortium.errors import InnovConsortiumError
from innov_consortium.testing.cases.problems import CannotRunError, NotUnderstoodError
from innov_consortium.testing.cases.results import CaseResult
from innov_consortium.testing.refusals.applications import (
    AROUND_LAYERS,
    lay_agreement,
    lay_application,
    lay_lead,
    lay_participants,
)
from innov_consortium.testing.refusals.comparing import compare
from innov_consortium.testing.refusals.handing import hand
from innov_consortium.testing.refusals.histories import (
    BESIDE_LAYERS,
    lay_change,
    lay_evaluations,
    lay_events,
)
from innov_consortium.testing.refusals.laying import Laid
from innov_consortium.testing.refusals.python_values import NotAllowedError, evaluate
from innov_consortium.testing.refusals.surroundings import Surroundings, participant

__all__ = ["is_refusal", "run_refusal"]

_PYTHON: Final = "$python"

#: What stands beside the documents.
_BESIDE: Final = frozenset({"as_of", "instrument", "plugin_result"})

#: What sets each of the other parts of a fragment where it belongs.
_LAYERS: Final[Mapping[str, Callable[[Laid, str, Any], None]]] = MappingProxyType(
    {
        **AROUND_LAYERS,
        **BESIDE_LAYERS,
        "application": lay_application,
        "lead": lay_lead,
        "participants": lay_participants,
        "agreement": lay_agreement,
        "events": lay_events,
        "evaluations": lay_evaluations,
        "change": lay_change,
    }
)


def is_refusal(case: Mapping[str, Any]) -> bool:
    """Return whether a line is a refusal of unusable input rather than a case of law.

    >>> is_refusal({"id": "DT01", "input": {}, "path": "as_of", "expected": {}})
    True
    >>> is_refusal({"id": "V01", "given": {}, "when": "…", "expect": {}})
    False
    """
    return "input" in case and "when" not in case


def run_refusal(case: Mapping[str, Any], around: Surroundings) -> CaseResult:
    """Hand an input fragment to the library, in otherwise valid surroundings, and compare.

    Args:
        case: The refusal in the neutral format.
        around: The surroundings, with the policy asked.
    """
    id_ = str(case.get("id", ""))
    expected = case.get("expected")
    try:
        fragment = _values(_object(case, "input"), around.policy)
        path = case.get("path")
        if not isinstance(path, str):
            raise NotUnderstoodError(path="path", value=path, why="must be text")
        _object(case, "expected")
        laid = Laid(around, path, supplied="context" in case or "events" not in fragment)
        _lay(laid, fragment)
        got = hand(laid)
    except (CannotRunError, InnovConsortiumError) as error:
        return CaseResult(id_, "error", expected, None, str(error))
    return compare(case, laid, got)


def _lay(laid: Laid, fragment: Mapping[str, Any]) -> None:
    """Set every part of a fragment where it belongs."""
    laid.beside |= {name: fragment[name] for name in _BESIDE if name in fragment}
    for name, value in fragment.items():
        if name in _LAYERS:
            _LAYERS[name](laid, name, value)
        elif name not in _BESIDE:
            where = f"input.{name}"
            raise NotUnderstoodError(where, value, "no such part is known")
    laid.finish()
    if laid.case is None and laid.history is None and "plugin_result" not in fragment:
        laid.the_case()


def _object(case: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = case.get(name)
    if not isinstance(value, dict):
        raise NotUnderstoodError(name, value, "must be an object")
    return value


def _values(fragment: dict[str, Any], policy: Policy) -> dict[str, Any]:
    """Return a fragment with the values of Python it stands for; a plugin may also raise one."""
    names = {"P": lambda number: participant(number, policy)}
    made: dict[str, Any] = {}
    for name, value in fragment.items():
        try:
            made[name] = _made(value, names)
        except NotAllowedError:
            raise
        except Exception as error:
            if name != "plugin_result":
                raise NotAllowedError(what=f"it raises {type(error).__name__}") from error
            made[name] = error
    return made


def _made(value: Any, names: Mapping[str, Any]) -> Any:
    if isinstance(value, dict):
        if value.keys() == {_PYTHON}:
            return evaluate(value[_PYTHON], names)
        return {key: _made(one, names) for key, one in value.items()}
    return [_made(one, names) for one in value] if isinstance(value, list) else value
