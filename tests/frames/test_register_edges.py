"""A register beside tables: units of any name, and rows that do not say who they are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

from tests.frames.tables import LIBRARIES, rows_of, tianjin  # noqa: E402 - after what may not be installed

from innov_consortium import Register  # noqa: E402
from innov_consortium.core.organizations import Identifier  # noqa: E402
from innov_consortium.core.register import Engagement, Role  # noqa: E402
from innov_consortium.frames import assess  # noqa: E402

DAY = date(2026, 3, 2)
CAP = "participates_at_most"
APPLICATIONS = pl.DataFrame({"application": [1]})


def members(*units: str | None) -> Any:
    return pl.DataFrame(
        {"application": [1] * len(units), "unit": units, "kind": ["enterprise"] * len(units)},
        schema={"application": pl.Int64, "unit": pl.String, "kind": pl.String},
    )


def test_a_unit_of_a_register_may_have_any_name() -> None:
    """The longest value that names a unit does not keep the others from being judged."""
    longest = Identifier("LEI", "X" * 198)
    one = Engagement(consortium="甲", unit=longest, role=Role.PARTICIPANT, since=DAY)
    register = Register.complete(to=DAY, engagements=[one])
    found = assess(tianjin(), APPLICATIONS, members(str(longest)), on=DAY, register=register)
    assert len(rows_of(found.frame)) == 1


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_row_that_does_not_say_who_it_is_stays_open(library: str) -> None:
    """Whoever it is may take part in any number: an empty register does not say otherwise."""
    tables = LIBRARIES[library]([APPLICATIONS, members(None, "LEI:X1")])
    found = assess(tianjin(), *tables, on=DAY, register=Register.complete(to=DAY))
    known = LIBRARIES[library]([APPLICATIONS, members("LEI:X2", "LEI:X1")])
    sure = assess(tianjin(), *known, on=DAY, register=Register.complete(to=DAY))
    said = [rows_of(one.frame)[0][CAP] for one in (found, sure)]
    assert said == ["unknown", "met"]
    for one, outcome in zip((found, sure), said, strict=True):
        outcomes = {f.norm.name: f.outcome.value for f in one.why(1).findings}
        assert outcomes[CAP] == outcome


def test_a_lead_that_is_not_said_stays_open() -> None:
    """Of a lead that no column names a register does not say that it leads nothing else."""
    for unit, outcome in ((None, "unknown"), ("LEI:X9", "met")):
        applications = pl.DataFrame(
            {"application": [1], "lead_unit": [unit]}, schema_overrides={"lead_unit": pl.String}
        )
        tables = applications, members("LEI:X1")
        found = assess(tianjin(), *tables, on=DAY, register=Register.complete(to=DAY))
        assert rows_of(found.frame)[0]["leads_at_most"] == outcome
        outcomes = {f.norm.name: f.outcome.value for f in found.why(1).findings}
        assert outcomes["leads_at_most"] == outcome
