"""A table that tells of one unit in several rows: it is one unit, of which all of them tell.

No single case says so (`why` tells it); what the rows say differently is not known, whichever row
comes first and however often it is asked.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

from tests.frames.tables import LIBRARIES, rows_of, tianjin  # noqa: E402

from innov_consortium.frames import assess  # noqa: E402

DAY = date(2026, 3, 2)
#: One enterprise beside the unit that is told twice: half of both are enterprises, or all are.
ENTERPRISE = {"unit": "LEI:A", "legal_form": "enterprise"}
TYPES = {
    "application": pl.Int64,
    "unit": pl.String,
    "kind": pl.String,
    "legal_form": pl.String,
}


def share(library: str, *rows: dict[str, Any]) -> str:
    """Return what the share of enterprises comes to among rows."""
    members = pl.DataFrame(
        [{"application": 1, "kind": "other", **row} for row in rows], schema=TYPES
    )
    applications = pl.DataFrame({"application": [1]})
    policy = tianjin().with_numbers(min_enterprise_share=Fraction(2, 3))
    found = assess(policy, *LIBRARIES[library]([applications, members]), on=DAY)
    return str(rows_of(found.frame)[0]["enterprise_share"])


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize(
    ("forms", "outcome"),
    [
        (("enterprise", "enterprise"), "met"),
        (("enterprise", None), "met"),
        ((None, None), "unknown"),
        (("enterprise", "cooperative"), "unknown"),
        (("cooperative", "cooperative"), "not_met"),
        (("cooperative", None), "not_met"),
    ],
)
def test_what_the_rows_of_a_unit_say(
    library: str, forms: tuple[str | None, ...], outcome: str
) -> None:
    """It counts once; said by one and not by the other it is said, said in two ways it is not."""
    twice = [{"unit": "LEI:B", "legal_form": form} for form in forms]
    first: dict[str, Any] = ENTERPRISE
    for rows in ([first, *twice], [*reversed(twice), first]):
        assert share(library, *rows) == outcome


def test_two_units_are_two() -> None:
    """Rows of units that are not told, or are others, each count."""
    for unit in ("LEI:C", None):
        rows = [ENTERPRISE, {"unit": "LEI:B", "legal_form": "cooperative"}]
        more = {"unit": unit, "legal_form": "enterprise"}
        assert (share("polars", *rows), share("polars", *rows, more)) == ("not_met", "met")
