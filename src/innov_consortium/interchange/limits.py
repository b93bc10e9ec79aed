"""How large a document may be: told before it is read, and refused with the limit named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import frozen

from innov_consortium.core.text import LONGEST_NAME
from innov_consortium.errors import MOST_FAULTS, Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.faults import labelled
from innov_consortium.interchange.paths import ROOT, joined
from innov_consortium.interchange.shown import POSTS, is_personal
from innov_consortium.interchange.sorts import require_sort
from innov_consortium.interchange.strict import MOST_DIGITS

__all__ = [
    "DEFAULT_LIMITS",
    "LONGEST_NAME",
    "MOST_DIGITS",
    "MOST_FAULTS",
    "STORED_LIMITS",
    "Limits",
    "beyond",
    "require_limits",
    "require_within",
]

#: The deepest a document may be allowed to be: Python's parser bears no more with certainty.
_DEEPEST = 100


def _is_limit(_: Limits, limit: attrs.Attribute[int], value: object) -> None:
    deepest = limit.name == "depth"
    if type(value) is int and value > 0 and not (deepest and value > _DEEPEST):
        return
    zh = "上限应为正整数" + (f"，至多 {_DEEPEST}" if deepest else "")
    en = "a limit is a whole number above nought" + (f", at most {_DEEPEST}" if deepest else "")
    raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, f"limits.{limit.name}", zh, en)])


@frozen(kw_only=True)
class Limits:
    """How large a document may be; each limit is itself allowed.

    Three limits are fixed: a name has at most ``LONGEST_NAME`` characters, a whole number and
    either side of an amount at most ``MOST_DIGITS`` digits, and of the faults of one document at
    most ``MOST_FAULTS`` are told.

    Args:
        bytes: Bytes of a text, in UTF-8. Of a document that somebody else has parsed, values: none
            is written in less than a byte.
        depth: Objects and lists that stand in one another; itself at most 100.
        members: Members of one application, the lead among them.
        events: Events of one history.
        items: Items of one list.

    Raises:
        InvalidInputError: A limit is no whole number above nought, or the depth is above 100.

    >>> from innov_consortium.interchange import load_case
    >>> try:
    ...     load_case('{"application": null}', limits=Limits(bytes=20))
    ... except InvalidInputError as error:
    ...     print(error.faults[0].en)
    has 21 bytes; the limit is 20: raise it with Limits(bytes=…) or --max-bytes
    """

    bytes: int = attrs.field(default=1_000_000, validator=_is_limit)
    depth: int = attrs.field(default=32, validator=_is_limit)
    members: int = attrs.field(default=1_000, validator=_is_limit)
    events: int = attrs.field(default=100_000, validator=_is_limit)
    items: int = attrs.field(default=100_000, validator=_is_limit)


#: The limits unless others are given.
DEFAULT_LIMITS = Limits()

#: Those of reports, states and receipts unless others are given: a report is larger than its case.
STORED_LIMITS = Limits(bytes=5_000_000)

#: What is counted under each limit: in Chinese a number and its word, in English has or is so much.
_COUNTED = {
    "bytes": ("共 {} 字节", "字节", "has {} bytes"),
    "depth": ("嵌套 {} 层", "层", "is nested {} deep"),
    "members": ("有 {} 个成员单位（含牵头单位）", "个", "has {} members, the lead among them"),
    "events": ("有 {} 个事件", "个", "has {} events"),
    "items": ("有 {} 项", "项", "has {} items"),
}


def beyond(
    limit: str, given: int, limits: Limits, path: str, *, least: bool = False, option: bool = True
) -> Fault:
    """Return the fault that a document goes beyond a limit.

    Args:
        limit: Which: the name of a field of :class:`Limits`.
        given: How much there is.
        limits: The limits.
        path: Where.
        least: Whether there is at least so much: nobody counted to the end.
        option: Whether a command reads such documents and has an option for it.

    >>> beyond("items", 7, Limits(items=3), "departures").en
    'has 7 items; the limit is 3: raise it with Limits(items=…)'
    """
    zh, unit, en = _COUNTED[limit]
    most = getattr(limits, limit)
    option = option and limit == "bytes"
    more = ("或者 --max-bytes 提高", " or --max-bytes") if option else ("提高", "")
    if least:
        zh, en = zh.replace("共 {}", "至少 {}"), en.replace("{}", "at least {}")
    return labelled(
        Fault(
            FaultKind.LIMIT_EXCEEDED,
            path or ROOT,
            f"{zh.format(given)}，上限 {most} {unit}；确需更大的，以 Limits({limit}=…) {more[0]}",
            f"{en.format(given)}; the limit is {most}: raise it with Limits({limit}=…){more[1]}",
        )
    )


def require_within(
    document: object, limits: Limits, at: str = "", posts: frozenset[str] = POSTS
) -> None:
    """Raise unless a document is within the limits that hold anywhere, and of plain objects.

    Nothing of a document beyond them is looked at further, whatever its values are. One that holds
    itself, which no JSON text does, is told at the place where it does.

    Args:
        document: The document, parsed.
        limits: The limits.
        at: Where it stands.
        posts: The names of fields in which persons stand.

    Raises:
        InvalidInputError: It has too many values, is nested too deep or holds itself, has too long
            a list, or an object or a list in it is of a class of its own; each at its path.
    """
    require_limits(limits)
    broken = _broken(document, limits)
    if broken == "depth":
        raise InvalidInputError(
            [
                _too_deep(document, limits, at, posts)
                or beyond("depth", limits.depth + 1, limits, at)
            ]
        )
    if broken == "bytes":
        raise InvalidInputError([_too_deep(document, limits, at, posts) or _too_many(limits, at)])
    if broken and isinstance(document, dict | list):
        raise InvalidInputError(_faults_in(document, limits, at, posts))


def require_limits(limits: object) -> None:
    """Raise unless limits are :class:`Limits`.

    Raises:
        InvalidInputError: They are something else: ``type_error`` at ``limits``.
    """
    require_sort(limits, Limits, "limits", ("如 Limits(bytes=2_000_000)", "Limits(bytes=…)"))


def _broken(document: object, limits: Limits) -> str:
    """Return which limit a document goes beyond, if any: quick, and does not say where."""
    level: list[Any] = [document] if isinstance(document, dict | list) else []
    seen = 1  # of what may be seen, though one object may stand in many places
    broken = ""
    for _ in range(limits.depth):
        below: list[Any] = []
        for value in level:
            if type(value) is dict:
                held: Any = value.values()
            elif type(value) is list and len(value) <= limits.items:
                held = value
            else:
                broken = "items"
                continue
            seen += len(held)
            if seen > limits.bytes:
                return "bytes"
            below += [inner for inner in held if isinstance(inner, dict | list)]
        level = below
    return "depth" if level else broken


def _too_deep(document: Any, limits: Limits, at: str, posts: frozenset[str]) -> Fault | None:
    """Return the fault of the first place that holds itself or is nested too deep, if it is seen.

    Of what stands in several places, and of what is too large, not everything is looked at.
    """
    above: dict[int, str] = {}  # what holds the value at hand
    done: set[int] = set()  # in which nothing is too deep or holds itself
    waiting: list[tuple[Any, str, bool]] = [(document, at, False)]
    seen = 0
    while waiting and seen <= limits.bytes:
        value, path, left = waiting.pop()
        seen += 1
        if left:
            done.add(id(value))
            del above[id(value)]
        elif id(value) in above:
            return _holds_itself(path)
        elif len(above) >= limits.depth:
            return beyond("depth", limits.depth + 1, limits, path)
        elif id(value) not in done:
            above[id(value)] = path
            waiting.append((value, path, True))
            inside = [(k, v) for k, v in _inside(value) if isinstance(v, dict | list)]
            hidden = is_personal(path, posts)
            waiting += [
                (inner, path if hidden else joined(path, key), False)
                for key, inner in reversed(inside)
            ]
    return None


def _faults_in(
    value: dict[Any, Any] | list[Any], limits: Limits, path: str, posts: frozenset[str]
) -> Iterator[Fault]:
    """Yield the lists that are too long, and what is neither a plain object nor a plain list."""
    if type(value) not in (dict, list):
        yield _of_its_own(value, path)
    elif isinstance(value, list) and len(value) > limits.items:
        yield beyond("items", len(value), limits, path)
    else:
        hidden = is_personal(path, posts)
        for key, inner in _inside(value):
            if isinstance(inner, dict | list):
                below = path if hidden else joined(path, key)
                yield from _faults_in(inner, limits, below, posts)


def _inside(value: dict[Any, Any] | list[Any]) -> Iterator[tuple[str | int, Any]]:
    """Yield what stands right inside a value, each with its key, which nobody may have parsed."""
    if isinstance(value, list):
        yield from enumerate(value)
    else:
        yield from ((key if type(key) is str else "…", inner) for key, inner in value.items())


def _too_many(limits: Limits, path: str) -> Fault:
    zh = f"值超过上限 {limits.bytes} 个；确需更大的，以 Limits(bytes=…) 提高"
    en = f"has more than {limits.bytes} values, the limit: raise it with Limits(bytes=…)"
    return labelled(Fault(FaultKind.LIMIT_EXCEEDED, path or ROOT, zh, en))


def _holds_itself(path: str) -> Fault:
    return labelled(
        Fault(
            FaultKind.TYPE_ERROR,
            path or ROOT,
            "包含它自身，不是 JSON 文件的内容",
            "holds itself, which nothing in a JSON document does",
        )
    )


def _of_its_own(value: object, path: str) -> Fault:
    kind, plain = type(value).__name__, "dict" if isinstance(value, dict) else "list"
    zh = f"是 {kind}；请先转为 {plain}（{plain}(…)）"
    en = f"is a {kind}; make it a {plain} first, with {plain}(…)"
    return labelled(Fault(FaultKind.TYPE_ERROR, path or ROOT, zh, en))
