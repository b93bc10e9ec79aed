"""Places, by the names and codes a case gives them."""

from __future__ import annotations

import re

from attrs import frozen

from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import Facts, a_text
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.wording import plain

__all__ = ["Seat", "place_named", "place_of", "region", "zone"]

_CODE = re.compile(r"[1-9][0-9]{5}")
#: The one district with development zones, and the name that stands for none of them.
_ZONED, _WHOLE = "120116", "滨海新区"


@frozen
class Seat:
    """Where a unit is registered, works and has branches, as far as that is said elsewhere."""

    domicile: str | None = None
    branches_in: tuple[str, ...] = ()
    zone: str | None = None
    operates_in: str | None = None


def region(name: object, path: str) -> str:
    """Return the code of a place: of its name, or the code itself."""
    text = a_text(name, path)
    if _CODE.fullmatch(text):
        return text
    code = vocabulary.REGIONS.get(plain(text))
    if code is None:
        raise NotUnderstoodError(path, name, "no such place is known")
    return code


def zone(name: object) -> str | None:
    """Return the development zone a place is, by its official name; ``None`` if that is not told.

    A case that names the district and no zone says that the place is in none, and the district's
    own name stands for that.
    """
    if not isinstance(name, str):
        return None
    zoned = vocabulary.REGIONS.get(plain(name), name) == _ZONED
    return vocabulary.ZONES.get(plain(name)) or (_WHOLE if zoned else None)


def place_of(unit: Facts) -> tuple[str | None, bool | None]:
    """Return the code of the place and whether it is abroad; an unlisted place tells neither."""
    abroad = unit.truth("abroad", "foreign", "is_abroad")
    text = place_named(unit)
    if text is None:
        return None, abroad
    if plain(text) in vocabulary.ABROAD:
        return None, True
    if plain(text) in ("cn", "china", "中国"):
        return None, False
    code = text if _CODE.fullmatch(text) else vocabulary.REGIONS.get(plain(text))
    return code, abroad


def place_named(unit: Facts) -> str | None:
    """Return the place of a unit as it is named; ``None`` if it is not."""
    names = ("location", "domicile", "province", "region", "country", "place", "registered_in")
    return unit.text(*names)
