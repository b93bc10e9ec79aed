"""Parts of a case as documents of their own, for whoever keeps them apart from any case.

Such a document may state its ``schema``, and always does where the library has written it.
"""

from __future__ import annotations

from typing import Any, TypeVar

from innov_consortium.interchange.formats import SCHEMA_KEY
from innov_consortium.interchange.limits import Limits, require_within
from innov_consortium.interchange.shown import POSTS
from innov_consortium.interchange.structuring import schema_faults, structured, without_schema
from innov_consortium.interchange.text import loaded
from innov_consortium.interchange.versions import FORMATS, present_of, schema_of
from innov_consortium.interchange.written import written_part

__all__ = ["part_from", "part_in", "part_written"]

T = TypeVar("T")


def part_from(document: object, name: str, wanted: type[T], limits: Limits) -> T:
    """Return the part of a case that a document describes.

    Args:
        document: What ``json.loads`` makes of it.
        name: The name of its format.
        wanted: Its class.
        limits: How large it may be.

    Raises:
        InvalidInputError: Something in it is wrong; every fault is told, each at its path.
    """
    require_within(document, limits)
    present = present_of(document, name)
    faults = schema_faults(present, schema_of(name))
    return structured(without_schema(present), wanted, at="", document=present, faults=faults)


def part_in(text: str | bytes, name: str, wanted: type[T], limits: Limits) -> T:
    """Return the part of a case that a JSON text describes.

    Args:
        text: The text, or its bytes in UTF-8 without a byte order mark.
        name: The name of its format.
        wanted: Its class.
        limits: How large it may be.

    Raises:
        InvalidInputError: It is too large, is no JSON, or something in it is wrong.
    """

    def structure(document: object) -> T:
        return part_from(document, name, wanted, limits)

    return loaded(text, limits, structure, POSTS, option=bool(FORMATS[name].command))


def part_written(name: str, part: Any) -> dict[str, Any]:
    """Return the document of a part of a case.

    Args:
        name: The name of its format.
        part: The part.
    """
    return {SCHEMA_KEY: schema_of(name), **written_part(part)}
