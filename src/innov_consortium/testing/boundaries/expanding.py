"""Filling in a template: placeholders, units that are made up, entries told as often as is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from innov_consortium.core.uscc import check_character

__all__ = ["expand", "merged"]

#: Stands in a patch for a name that is to be left out of what it is a patch to.
_ABSENT = "$absent"
_PLACEHOLDER = re.compile(r"\{(?P<name>[a-z_]+)(?P<by>[+-]\d+)?\}")

#: By kind: what units made up are called, and how the code of such a unit begins.
_KINDS = {
    "enterprise": ("测试企业{n}有限公司", "91"),
    "research_institution": ("测试研究所{n}", "12"),
    "university": ("测试大学{n}", "12"),
}


def merged(base: Mapping[str, Any], patch: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``base`` with what ``patch`` says: objects are merged, all else is replaced.

    >>> merged({"a": {"b": 1, "c": 2}, "d": [3]}, {"a": {"b": 4, "c": "$absent"}, "d": []})
    {'a': {'b': 4}, 'd': []}
    """
    found = dict(base)
    for name, value in patch.items():
        there = found.get(name)
        if value == _ABSENT:
            found.pop(name, None)
        elif isinstance(value, Mapping) and isinstance(there, Mapping):
            found[name] = merged(there, value)
        else:
            found[name] = value
    return found


def expand(part: Any, scope: Mapping[str, Any]) -> Any:
    """Return a part of a template with its placeholders filled in.

    A text that is one placeholder becomes what it stands for; within a longer text it becomes text.
    A number, or days, may be added. In a list, ``{"$repeat": n, "each": …}`` stands for ``n``
    entries, told apart by ``{i}``, and ``"*{words}"`` for the entries of another list.
    ``{"$unit": n, "kind": …}`` is the n-th unit made up of a kind.

    Args:
        part: Text, an object, a list, or anything else, which stays as it is.
        scope: What the placeholders stand for.

    Raises:
        KeyError: A placeholder stands for nothing.

    >>> expand({"on": "{day+1}", "n": "{n-1}", "of": "第{n}项"}, {"day": date(2026, 5, 12), "n": 2})
    {'on': '2026-05-13', 'n': 1, 'of': '第2项'}
    >>> expand([{"$repeat": "{n}", "each": "C{i}"}, "*{more}"], {"n": 2, "more": ["D"]})
    ['C1', 'C2', 'D']
    >>> expand({"$unit": 7, "kind": "enterprise"}, {"code": "990000"})["name"]
    '测试企业07有限公司'
    """
    if isinstance(part, str):
        whole = _PLACEHOLDER.fullmatch(part)
        return _plain(_value(whole, scope)) if whole else _text(part, scope)
    if isinstance(part, list):
        return [one for each in part for one in _entries(each, scope)]
    if isinstance(part, dict):
        if "$unit" in part:
            return _unit(part, scope)
        return {name: expand(value, scope) for name, value in part.items()}
    return part


def _text(part: str, scope: Mapping[str, Any]) -> str:
    return _PLACEHOLDER.sub(lambda found: str(_plain(_value(found, scope))), part)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _value(found: re.Match[str], scope: Mapping[str, Any]) -> Any:
    value, by = scope[found["name"]], int(found["by"] or 0)
    if isinstance(value, date):
        return value + timedelta(days=by)
    return value + by if by else value


def _entries(part: Any, scope: Mapping[str, Any]) -> Iterator[Any]:
    """Yield what an entry of a list stands for: itself, several, or another list."""
    if isinstance(part, dict) and "$repeat" in part:
        for i in range(1, int(expand(part["$repeat"], scope)) + 1):
            yield from _entries(part["each"], {**scope, "i": i})
    elif isinstance(part, str) and part.startswith("*{"):
        yield from expand(part.removeprefix("*"), scope)
    else:
        yield expand(part, scope)


def _unit(part: Mapping[str, Any], scope: Mapping[str, Any]) -> dict[str, Any]:
    number, kind = int(expand(part["$unit"], scope)), part["kind"]
    name, category = _KINDS[kind]
    body = f"{category}{scope['code']}MAXT{category[0]}{number:04d}"
    more = {k: expand(v, scope) for k, v in part.items() if k not in ("$unit", "kind")}
    own = {"name": name.format(n=f"{number:02d}"), "id": body + check_character(body)}
    return {**own, "kind": kind, **more}
