"""Places, by the names and codes a case gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import Facts, a_text
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.wording import plain

__all__ = ["Places", "Seat", "is_abroad", "place_named"]

_CODE = re.compile(r"[1-9][0-9]{5}")


@frozen
class Seat:
    """Where a unit is registered, works and has branches, as far as that is said elsewhere."""

    domicile: str | None = None
    branches_in: tuple[str, ...] = ()
    zone: str | None = None
    operates_in: str | None = None


@frozen(eq=False)
class Places:
    """The places cases under a policy may name: the provinces, and what its package lists.

    Args:
        regions: Codes of GB/T 2260, by name; a zone has the code of its district.
        zones: Official names of development zones, by name.
        districts: For each district with such zones its own name, by code.
    """

    regions: Mapping[str, str]
    zones: Mapping[str, str]
    districts: Mapping[str, str]

    def region(self, name: object, path: str) -> str:
        """Return the code of a place: of its name, or the code itself."""
        text = a_text(name, path)
        if _CODE.fullmatch(text):
            return text
        code = self.regions.get(plain(text))
        if code is None:
            raise NotUnderstoodError(path, name, "no such place is known")
        return code

    def zone(self, name: object) -> str | None:
        """Return the development zone a place is, by its official name; ``None`` if not told.

        A case that names a district with zones and no zone says that the place is in none, and the
        district's own name stands for that.
        """
        if not isinstance(name, str):
            return None
        code = self.regions.get(plain(name), name)
        return self.zones.get(plain(name)) or self.districts.get(code)

    def of(self, unit: Facts) -> str | None:
        """Return the code of the place of a unit; ``None`` for one unlisted or outside China."""
        text = place_named(unit)
        if text is None or plain(text) in vocabulary.ABROAD:
            return None
        return text if _CODE.fullmatch(text) else self.regions.get(plain(text))


def is_abroad(unit: Facts) -> bool | None:
    """Return whether a unit is abroad; a place nobody knows does not tell."""
    said = unit.truth("abroad", "foreign", "is_abroad")
    text = place_named(unit)
    if text is None:
        return said
    if plain(text) in vocabulary.ABROAD:
        return True
    return False if plain(text) in ("cn", "china", "中国") else said


def place_named(unit: Facts) -> str | None:
    """Return the place of a unit as it is named; ``None`` if it is not."""
    names = ("location", "domicile", "province", "region", "country", "place", "registered_in")
    return unit.text(*names)
