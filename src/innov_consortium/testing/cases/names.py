"""Identifiers of organisations, by every name and code a case uses for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from innov_consortium.core.organizations import Identifier
from innov_consortium.errors import InvalidInputError
from innov_consortium.testing.cases.given import ABSENT, Facts, a_text
from innov_consortium.testing.cases.places import Places, is_abroad
from innov_consortium.testing.cases.problems import NotUnderstoodError

__all__ = ["Names", "identifier_of", "name_of", "own_identifier"]

#: A code of GB 32100-2015 has eighteen characters: what nearly looks like one is a mistaken one.
_NEARLY_A_CODE = re.compile(r"[0-9A-Za-z]{17,19}")
_SCHEME = "case"
_FORMER = ("former_name", "former_names", "formerly", "previous_name", "previous_names")


def identifier_of(value: object, path: str, *, scheme: str | None = None) -> Identifier:
    """Return the identifier a text gives: a code where it is or tries to be one, else a name.

    Raises:
        InvalidInputError: It tries to be a code and is none.
    """
    text = a_text(value, path)
    squeezed = re.sub(r"[\s-]", "", text)
    if scheme is None and _NEARLY_A_CODE.fullmatch(squeezed):
        try:
            return Identifier.uscc(text)
        except InvalidInputError as error:
            raise error.under(path.rpartition(".")[2]) from error
    return Identifier(scheme or _SCHEME, text)


def own_identifier(unit: Facts) -> Identifier:
    """Return the identifier of a unit: the code it has, or else its name."""
    names = ("id", "uscc", "code", "identifier")
    given = unit.get(*names)
    scheme = unit.text("id_scheme", "scheme", "id_type", "id_issuer")
    if isinstance(given, Mapping):
        part = Facts(given, unit.name_of(*names))
        scheme, given = part.text("scheme", "issuer", "type"), part.get("value", "id")
        part.finish()
    if given is ABSENT or given is None:
        return Identifier(_SCHEME, name_of(unit))
    if scheme is None and is_abroad(unit):
        scheme = _SCHEME  # abroad, whatever a number looks like, it is none of GB 32100
    return identifier_of(given, unit.name_of(*names), scheme=scheme)


def name_of(unit: Facts) -> str:
    """Return the name of a unit, which it must have."""
    name = unit.text("name")
    if name is None:
        raise NotUnderstoodError(unit.at("name"), name, "a unit needs a name")
    return name


@frozen
class Names:
    """The identifiers of the units of a case, by every name and code it uses for them.

    Args:
        known: Identifiers, by name and code.
        places: The places cases may name: where the units are.
    """

    known: Mapping[str, Identifier]
    places: Places

    @classmethod
    def of(cls, units: Iterable[Facts], places: Places) -> Names:
        """Collect the names, former names and codes of units."""
        known: dict[str, Identifier] = {}
        for unit in units:
            own = own_identifier(unit)
            for name in (name_of(unit), own.value, *_texts(unit, *_FORMER)):
                known.setdefault(name, own)
        return cls(known, places)

    def adding(self, units: Iterable[Facts]) -> Names:
        """Return the names with those of further units."""
        return Names({**self.known, **Names.of(units, self.places).known}, self.places)

    def identifier(self, value: object, path: str) -> Identifier:
        """Return whom a name, a code or an object with them stands for."""
        if isinstance(value, Mapping):
            unit = Facts(value, path)
            known = self.known.get(name_of(unit)) if unit.get("id") is ABSENT else None
            return known or own_identifier(unit)
        text = a_text(value, path)
        return self.known.get(text) or identifier_of(text, path)


def _texts(facts: Facts, *names: str) -> tuple[str, ...]:
    value = facts.get(*names)
    path = facts.name_of(*names)
    if value is ABSENT or value is None:
        return ()
    values = value if isinstance(value, list) else [value]
    return tuple(a_text(one, path) for one in values)
