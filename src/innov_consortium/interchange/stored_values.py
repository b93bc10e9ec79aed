"""What structures the values that only stored documents have, each as strictly as any other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs
from cattrs import Converter

from innov_consortium.errors import MOST_FAULTS, Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import strict
from innov_consortium.interchange.formats import fields_of
from innov_consortium.interchange.frozen import FrozenMapping, Json, Text
from innov_consortium.interchange.objects import Hook
from innov_consortium.interchange.paths import joined

__all__ = ["SHARE", "SORT_KEY", "any_text", "plain", "share", "sorts_in", "with_stored_values"]

#: The key by which an object of a stored document says which of several sorts it is of.
SORT_KEY = "sort"

#: How a share is written.
SHARE = re.compile(rf"[0-9]{{1,{strict.MOST_DIGITS}}}(/[0-9]{{1,{strict.MOST_DIGITS}}})?")


def with_stored_values(converter: Converter) -> None:
    """Have a converter structure the values that only stored documents have."""
    converter.register_structure_hook(Fraction, share)
    converter.register_structure_hook_func(lambda t: t == Text, any_text)
    converter.register_structure_hook_func(lambda t: t == Json, lambda value, _: plain(value))
    converter.register_structure_hook_func(_is_a(Literal), _word)
    factory: Any = converter.register_structure_hook_factory  # typed as a decorator only
    factory(_is_a(FrozenMapping), _mapping_of)
    factory(lambda t: bool(sorts_in(t)), _one_of_sorts)


def any_text(value: object, _: Any = str) -> str:
    """Return a text of a stored document; it may be empty, long, and on several lines.

    Raises:
        InvalidInputError: It is something else, or holds what UTF-8 cannot.
    """
    if type(value) is not str:
        raise strict.wrong_type(value, "文字", "text")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        zh, en = "含有不成字的代码（单独的代理项）", "holds half a character (a lone surrogate)"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "", zh, en)])
    return value


def share(value: object, _: Any = Fraction) -> Fraction:
    """Return an exact share, written ``1/2``; no decimal stands for one.

    Raises:
        InvalidInputError: It is something else.

    >>> share("1/2")
    Fraction(1, 2)
    """
    if type(value) is not str:
        zh, en = "比例文字（加引号），如 '1/2'", "a share written as text, in quotes, such as '1/2'"
        raise strict.wrong_type(value, zh, en)
    if not SHARE.fullmatch(value) or (value.partition("/")[2] or "1").strip("0") == "":
        zh = "比例应写作分数，如 1/2（半角数字，分母不为 0，不含空白）"
        en = "a share is written as a fraction, 1/2, in ASCII digits, not over 0, with no blank"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "", zh, en)])
    return Fraction(value)


def plain(value: object) -> Json:
    """Return what JSON holds, immutable.

    Raises:
        InvalidInputError: There is something in it that is no text, whole number, truth value,
            null, list or object; every one at its path.

    >>> plain({"value": 4, "counted": ["甲"]})
    FrozenMapping({'value': 4, 'counted': ('甲',)})
    """
    if value is None or type(value) is bool:
        return value
    if type(value) is int:
        return strict.whole(value)
    if type(value) is str:
        return any_text(value)
    if isinstance(value, list):
        return tuple(held for _, held in _each(enumerate(strict.require_list(value)), plain))
    if isinstance(value, dict):
        return FrozenMapping(_each(strict.require_object(value).items(), plain))
    zh = "文字、整数、true、false、null、列表或对象"
    en = "text, a whole number, true, false, null, a list or an object"
    raise strict.wrong_type(value, zh, en)


def _each(items: Iterable[tuple[Any, Any]], made: Callable[[Any], Any]) -> list[tuple[Any, Any]]:
    """Return what is made of each value, by its key or index, or all that is wrong with them."""
    found: list[tuple[Any, Any]] = []
    faults: list[Fault] = []
    for key, value in items:
        try:
            found.append((any_text(key) if type(key) is str else key, made(value)))
        except InvalidInputError as error:
            faults += error.under(joined("", key)).faults
            if len(faults) > MOST_FAULTS:
                break
    if faults:
        raise InvalidInputError(faults)
    return found


def _is_a(origin: Any) -> Callable[[Any], bool]:
    return lambda wanted: get_origin(wanted) is origin


def _word(value: Any, wanted: Any) -> str:
    return strict.one_of(value, get_args(wanted))


def _mapping_of(wanted: Any, converter: Converter) -> Hook:
    (of,) = get_args(wanted)
    hook = converter.get_structure_hook(of)

    def structure(value: Any, _: Any) -> FrozenMapping[Any]:
        given = strict.require_object(value)
        return FrozenMapping(_each(given.items(), lambda inner: hook(inner, of)))

    return structure


def sorts_in(wanted: Any) -> dict[str, type[Any]]:
    """Return the classes an object may be of that says its sort, by what it says; or none."""
    if get_origin(wanted) not in (Union, UnionType):
        return {}
    classes = [one for one in get_args(wanted) if one is not type(None)]
    if not all(attrs.has(one) and SORT_KEY in dict(fields_of(one)) for one in classes):
        return {}
    return {word: one for one in classes for word in get_args(dict(fields_of(one))[SORT_KEY])}


def _one_of_sorts(wanted: Any, converter: Converter) -> Hook:
    sorts = sorts_in(wanted)
    hooks = {word: converter.get_structure_hook(one) for word, one in sorts.items()}
    optional = type(None) in get_args(wanted)

    def structure(value: Any, _: Any) -> Any:
        if optional and value is None:
            return None
        given = strict.require_object(value)
        if SORT_KEY not in given:
            listed = tuple(sorts)
            zh = f"缺少，必须填写；可选：{'、'.join(listed)}"
            en = f"is missing; it must be one of {', '.join(listed)}"
            raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, SORT_KEY, zh, en)])
        try:
            sort = strict.one_of(given[SORT_KEY], sorts)
        except InvalidInputError as error:
            raise error.under(SORT_KEY) from None
        return hooks[sort](given, sorts[sort])

    return structure
