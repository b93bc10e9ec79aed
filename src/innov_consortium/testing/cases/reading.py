"""Reading cases: JSON Lines, one object a line."""

from __future__ import annotations

import json
from typing import Any

from innov_consortium.errors import Fault, FaultKind, InvalidInputError

__all__ = ["read_cases"]


def read_cases(text: str) -> list[dict[str, Any]]:
    r"""Return the cases of a text in JSON Lines; blank lines are passed over.

    Raises:
        InvalidInputError: Lines cannot be read, each named by its number; all of them at once.

    >>> [case["id"] for case in read_cases('{"id": "V01"}\n\n{"id": "V02"}\n')]
    ['V01', 'V02']
    >>> try:
    ...     read_cases('{"id": "V01"}\n{"id": }')
    ... except InvalidInputError as error:
    ...     print(error)
    line 2: 不是 JSON：第 8 个字符 / is not JSON, at character 8
    """
    cases: list[dict[str, Any]] = []
    faults: list[Fault] = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        case = _case(line, number, faults)
        if case is not None:
            cases.append(case)
    if faults:
        raise InvalidInputError(faults)
    return cases


def _case(line: str, number: int, faults: list[Fault]) -> dict[str, Any] | None:
    path = f"line {number}"
    try:
        case = json.loads(line, parse_constant=_no_constant, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        at = error.colno
        fault = Fault(
            FaultKind.INVALID_VALUE,
            path,
            f"不是 JSON：第 {at} 个字符",
            f"is not JSON, at character {at}",
        )
    except RecursionError:
        fault = Fault(FaultKind.LIMIT_EXCEEDED, path, "嵌套过深", "is nested too deeply")
    except ValueError as error:
        fault = Fault(FaultKind.INVALID_VALUE, path, f"不可用：{error}", f"cannot be used: {error}")
    else:
        if isinstance(case, dict) and isinstance(case.get("id"), str):
            return case
        fault = Fault(
            FaultKind.TYPE_ERROR,
            path,
            "应为一个案例：带有文字 id 的 JSON 对象",
            "must be a case: an object of JSON with an id that is text",
        )
    faults.append(fault)
    return None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse what JSON libraries pass over: a name given twice, of which one value is lost."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        msg = f"{twice!r} is given twice in one object"
        raise ValueError(msg)
    return found


def _no_constant(name: str) -> None:
    msg = f"{name} is no JSON"
    raise ValueError(msg)
