"""Keys, facts and figures in the words of one language."""

from __future__ import annotations

import enum
import functools
import re
import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from innov_consortium.core.changes import Change, ChangeKind
from innov_consortium.core.clauses import Evidence
from innov_consortium.core.consortium import Person, Vacancy
from innov_consortium.core.events import EvaluationMode, Event
from innov_consortium.core.organizations import Identifier, MemberKey, Organization
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading
from innov_consortium.core.records import OrganKind
from innov_consortium.core.register import Role
from innov_consortium.rendering.catalogues import (
    Messages,
    messages_beside,
    messages_of,
    own_messages,
)
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.layout import visible
from innov_consortium.rendering.locales import negotiate
from innov_consortium.rendering.on_record import ON_RECORD

__all__ = ["Wording", "translate", "visible", "worded_change", "wording", "wording_beside"]

_TENTHS_OF_A_PERCENT = 1000
_BAR = "\0"  # stands for a bar within a value; no value has one, see visible()
_OTHER = "other:"
_PROVISION = re.compile(r"art[0-9]{1,2}(\.[a-z0-9]+)*")
_FAMILIES: dict[type[enum.Enum], str] = {
    ChangeKind: "change_kind",
    EvaluationMode: "evaluation_mode",
    OrganKind: "organ_kind",
    Role: "member_role",
}


class Wording(string.Formatter):
    """One language, for one policy.

    A placeholder may say how its value is worded: ``{participants:家}`` is 6 家,
    ``{signed:已签署|未签署}`` is one or the other, ``{n:unit|units}`` is 1 unit or 2 units. What is
    not known is 未提供 in every case, or the third alternative where there is one
    (``{filed_on:||尚未申报}``). An alternative may hold placeholders of its own
    (``{signed:已于{signed_on}签署|未签署}``), one level deep. What a fact rests on is an attribute
    of it (``{barring.first_free_day}``); ``!y`` is for years (``{relied_on.year!y}``).
    """

    def __init__(self, locale: str, own: Messages, policys: Messages) -> None:
        self.locale = locale
        self._own = own
        self._policys = policys
        self._babel = Locale.parse(locale)

    @property
    def chinese(self) -> bool:
        """Whether this is the language of the law."""
        return self.locale != "en"

    def say(self, key: str, **values: Any) -> str:
        """Return one of the library's own messages; values that are text are taken as they stand.

        Raises:
            LookupError: The catalogue has no such key.
        """
        template = self._own.find(key)
        if template is None:
            msg = f"no message {key!r} in the catalogue {self.locale}"
            raise LookupError(msg)
        return self.vformat(template, (), values)

    def has(self, key: str) -> bool:
        """Return whether the policy has a message."""
        return self._policys.find(key) is not None

    def of_policy(self, key: str, **values: Any) -> str | None:
        """Return one of the policy's messages; values that are text are words of the policy."""
        template = self._policys.find(key)
        if template is None:
            return None
        worded = {k: self.value(v) if isinstance(v, str) else v for k, v in values.items()}
        return self.vformat(template, (), worded)

    def label(self, family: str, name: str) -> str:
        """Return the label of one of a family: the policy's, else the library's, else its name."""
        key = f"{family}.{name}"
        return self.of_policy(key) or self._own.find(key) or visible(name)

    def listed(self, parts: Iterable[str]) -> str:
        """Return several parts as one enumeration."""
        return ("、" if self.chinese else ", ").join(parts)

    def apart(self, parts: Iterable[str]) -> str:
        """Return several remarks of different sorts, one after the other."""
        return ("，" if self.chinese else ", ").join(parts)

    def either(self, parts: Iterable[str]) -> str:
        """Return several alternatives as one enumeration."""
        return ("或" if self.chinese else " or ").join(parts)

    def joined(self, parts: Iterable[str]) -> str:
        """Return several statements as one."""
        return ("；" if self.chinese else "; ").join(parts)

    def run_on(self, sentences: Iterable[str]) -> str:
        """Return several sentences as one text; those that are empty are left out."""
        return ("" if self.chinese else " ").join(s for s in sentences if s)

    def word(self, word: str) -> str:
        """Return a word of the policy's vocabulary, or the word itself if it has none for it.

        A provision that is listed, as a ground is, is cited; of ``other:…`` the rest is shown.
        """
        own = self.of_policy(f"word.{word}")
        cited = place(word, self.locale) if _PROVISION.fullmatch(word) else ""
        return own or cited or visible(word.removeprefix(_OTHER))

    def with_unit(self, figure: Any, unit: str) -> str:
        """Return a figure with its unit."""
        own = self.of_policy(f"unit.{unit}", n=figure) if unit else None
        return own or f"{self.value(figure)} {unit}".rstrip()

    def value(self, value: Any) -> str:
        """Return a fact, a figure or the name of an item as it is shown."""
        if isinstance(value, Evidence):
            return self.value(value.value)
        for sort, say in _SAYINGS:
            if isinstance(value, sort):
                return say(self, value)
        return _other(self, value) if attrs.has(type(value)) else visible(str(value))

    def can_say(self, value: Any) -> bool:
        """Return whether there are words for a value, rather than only what Python calls it."""
        return isinstance(value, tuple(sort for sort, _ in _SAYINGS))

    def day(self, day: date) -> str:
        """Return a day as it is written out."""
        return format_date(day, format="long", locale=self._babel)

    def figure(self, figure: float | Decimal) -> str:
        """Return a whole or decimal number; nothing is rounded."""
        return format_decimal(figure, locale=self._babel, decimal_quantization=False)

    def vformat(self, format_string: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        """Fill in a message; a bar within a value parts no alternatives."""
        return super().vformat(format_string, args, kwargs).replace(_BAR, "|")

    def get_field(
        self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> tuple[Any, str]:
        """Find a value, or something it rests on; of what is not known, that is not known."""
        name, *attributes = field_name.split(".")
        value = self.get_value(name, args, kwargs)
        for attribute in attributes:
            value = None if value is None else getattr(value, attribute)
        return (visible(value) if attributes and isinstance(value, str) else value), name

    def convert_field(self, value: Any, conversion: Any) -> Any:
        """Return a year, or years, as they are written: without a separator of thousands."""
        if conversion != "y" or value is None:
            return super().convert_field(value, None if conversion == "y" else conversion)
        return str(value) if isinstance(value, int) else tuple(map(str, value))

    def format_field(self, value: Any, format_spec: str) -> str:
        """Word a value as its placeholder asks: the hook of :class:`string.Formatter`."""
        plain = value.value if isinstance(value, Evidence) else value
        words = format_spec.split("|")
        if plain is None:
            return words[2] if len(words) > 2 else self.value(None)  # noqa: PLR2004 - the third
        if isinstance(plain, bool) and len(words) > 1:
            return words[0] if plain else words[1]
        said = (value if isinstance(value, str) else self.value(value)).replace("|", _BAR)
        unit = words[0] if plain == 1 or len(words) == 1 else words[1]
        return f"{said} {unit}" if unit else said


@functools.cache
def _wording(locale: str, own: Messages, policys: Messages) -> Wording:
    return Wording(locale, own, policys)


def wording(locale: str, policy: Policy) -> Wording:
    """Return the wording of a policy in a language, by any name of that language."""
    chosen = negotiate(locale)
    return _wording(chosen, own_messages(chosen), messages_of(policy, chosen))


def wording_beside(words: Wording, policy: Policy, source: str) -> Wording:
    """Return the wording of a text that is asked beside a policy, in the same language.

    Args:
        words: The wording of the policy.
        policy: The policy.
        source: The name of the text; empty for the policy itself.
    """
    if not source:
        return words
    messages = messages_beside(policy, source, words.locale)
    return _wording(words.locale, own_messages(words.locale), messages)


def translate(key: str, locale: str, **values: Any) -> str:
    """Return one of the library's own messages in a language.

    Raises:
        LookupError: There is no such key, or no such language.

    >>> translate("outcome.met", "zh-CN"), translate("outcome.met", "en")
    ('符合', 'met')
    """
    chosen = negotiate(locale)
    own = own_messages(chosen)
    return _wording(chosen, own, own).say(key, **values)


def _fraction(words: Wording, share: Fraction) -> str:
    """Return a share in per cent where that is exact to a tenth, else as a fraction."""
    tenths = share * _TENTHS_OF_A_PERCENT
    if tenths.denominator != 1:
        return f"{share.numerator}/{share.denominator}"
    return f"{words.figure(Decimal(tenths.numerator) / 10)}%"


def _organization(_: Wording, unit: Organization) -> str:
    name = visible(unit.name)
    return name if unit.college is None else f"{name}（{visible(unit.college)}）"


def _reading(words: Wording, option: Reading) -> str:
    return option.zh if words.chinese else option.en


def _words(words: Wording, several: Iterable[Any]) -> str:
    said = [words.value(one) for one in several]
    said = sorted(said) if isinstance(several, set | frozenset) else said
    return words.listed(said) or words.say("value.none")


def _identifier(_: Wording, identifier: Identifier) -> str:
    return visible(identifier.value)


def _member(_: Wording, key: MemberKey) -> str:
    return visible(key.id.value if key.college is None else f"{key.id.value}（{key.college}）")


def worded_change(words: Wording, change: Change, name: str | None = None) -> str:
    """Return a change by its id, kind and unit; a person it puts into a post is not named.

    Args:
        words: The language.
        change: The change.
        name: The name of the unit it is about; ``None`` if only its code is known.
    """
    said = words.say("value.change") if change.kind is None else words.value(change.kind)
    about = change.joining or name or change.unit
    details = [] if about is None else [words.value(about)]
    if change.new_name is not None:
        details.append(words.say("change.new_name", name=visible(change.new_name)))
    if details:
        said = words.say("change.about", change=said, about=words.listed(details))
    return words.say("change.named", id=visible(change.id), change=said) if change.id else said


def _option(words: Wording, option: enum.Enum) -> str:
    family = _FAMILIES.get(type(option))
    return words.label(family, option.value) if family else words.word(str(option.value))


def _other(words: Wording, value: Any) -> str:
    """Return a compound by the unit it is about, its days, its key, or by its sort alone.

    Nothing else of it is shown: it may hold a person.
    """
    unit, key = getattr(value, "unit", None), getattr(value, "key", None)
    if isinstance(unit, Organization):
        return words.value(unit)
    if hasattr(value, "window"):
        return words.value(value.window)
    return visible(key) if isinstance(key, str) else type(value).__name__


#: How each sort of value is said; the first that fits. A person's name is never shown.
_SAYINGS: tuple[tuple[Any, Callable[[Wording, Any], str]], ...] = (
    (type(None), lambda words, _: words.say("value.unknown")),
    (bool, lambda words, value: words.say("value.yes" if value else "value.no")),
    (date, Wording.day),
    (Fraction, _fraction),
    ((int, Decimal), Wording.figure),
    (str, Wording.word),
    (Organization, _organization),
    (Reading, _reading),
    (Person, lambda words, _: words.say("value.person")),
    (Vacancy, lambda words, _: words.say("value.vacant")),
    (enum.Enum, _option),
    (Identifier, _identifier),
    (MemberKey, _member),
    (Change, worded_change),
    *ON_RECORD,
    (Event, lambda words, event: words.label("event", event.tag)),
    ((tuple, list, set, frozenset), _words),
)
