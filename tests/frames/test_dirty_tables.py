"""What a table cannot mean is unknown; it never makes an outcome surer, or a count larger."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import polars as pl
import pytest
from benchmarks.generated import DAY, PUBLISHED

from innov_consortium import Policy, Register, catalogue
from innov_consortium.errors import InvalidInputError
from innov_consortium.frames import assess

DECIDED = {"met", "not_met", "departs_from_principle", "not_applicable", "accepted_departure"}


@pytest.fixture(scope="module")
def tianjin() -> Policy:
    return catalogue().select("CN-TJ").supposing_published(PUBLISHED)


def applications(**columns: Any) -> pl.DataFrame:
    """Return one application."""
    return pl.DataFrame({"application": [1], **{name: [value] for name, value in columns.items()}})


def members(number: Any = 6, **columns: Any) -> pl.DataFrame:
    """Return as many enterprises that take part."""
    made = {"kind": "enterprise", "legal_form": "enterprise", "signed": True, **columns}
    columns_ = {
        name: value if isinstance(value, list) else [value] * number for name, value in made.items()
    }
    return pl.DataFrame({"application": [1] * number, **columns_})


def asked(policy: Policy, own: pl.DataFrame, rows: pl.DataFrame, **more: Any) -> dict[str, Any]:
    """Return what is said of the one application, by the names of the columns."""
    found = assess(policy, own, rows, on=DAY, **more)
    assert found.checked(1).differences == ()
    return dict(found.frame.row(0, named=True))


def test_a_name_is_no_credit_code(tianjin: Policy) -> None:
    """Where units are told apart by names, the form is the one stated."""
    row = asked(tianjin, applications(), members(unit=[f"公司{n}" for n in range(6)]))
    assert row["enterprise_share"] == "met"
    row = asked(tianjin, applications(), members(unit=["91120116MAXT00011U", *"abcde"]))
    assert row["enough_participants"] == "met"


@pytest.mark.parametrize("rows", [2, 6])
def test_a_unit_in_several_rows_is_one(tianjin: Policy, rows: int) -> None:
    row = assess(tianjin, applications(), members(rows, unit="LEI:1"), on=DAY).frame
    assert row["participants_exist"].to_list() == ["met"]
    assert row["enough_participants"].to_list() == ["departs_from_principle"]


def test_rows_whose_unit_is_not_said_are_each_another(tianjin: Policy) -> None:
    row = asked(tianjin, applications(), members(unit=["LEI:1", *[None] * 5]))
    assert row["enough_participants"] == "met"


@pytest.mark.parametrize("name", ["branch_of", "college", "parent"])
def test_a_blank_is_nothing(tianjin: Policy, name: str) -> None:
    units = [f"LEI:{n}" for n in range(6)]
    blank = members(unit=units, **{name: ""})
    null = blank.with_columns(pl.lit(None, pl.String).alias(name))
    assert asked(tianjin, applications(), blank) == asked(tianjin, applications(), null)


def test_that_a_register_is_not_complete_decides_nothing(tianjin: Policy) -> None:
    own = applications(register_complete=False, leads_active=0)
    row = asked(tianjin, own, members(joined_active=0, participations_complete=False))
    assert (row["leads_at_most"], row["participates_at_most"]) == ("unknown", "unknown")


def test_a_word_that_is_none_of_those_listed_is_unknown(tianjin: Policy) -> None:
    for word in ("strategic_scientist", "Strategic_scientist"):
        row = asked(tianjin, applications(technologist_named=True, qualification=word), members())
        told = "met" if word.islower() else "unknown"
        assert row["technologist_qualified"] == told
    row = asked(tianjin, applications(lead_domicile="天津市滨海新区"), members())
    assert row["lead_operates_in_tianjin"] == "unknown"


def test_a_ground_that_is_none_of_those_listed_leaves_the_answer_open(tianjin: Policy) -> None:
    for ground, answer in (("none", "not_met"), ("key_support", "open"), (None, "open")):
        own = applications(agrees_goals=False, special_ground=ground)
        own = own.with_columns(pl.col("special_ground").cast(pl.String))
        said = assess(tianjin, own, members(), on=DAY).frame["answer"].to_list()
        assert said == [answer], ground


def test_what_was_determined_later_does_not_exist(tianjin: Policy) -> None:
    own = applications(
        agrees_goals=False,
        special_ground="art7.s1a",
        special_determined_by="leadership",
        special_determined_on=date(2026, 3, 3),
        special_elected=True,
        special_elected_by_bureau=True,
    )
    assert asked(tianjin, own, members())["answer"] == "not_met"


def test_a_register_tells_what_columns_would(tianjin: Policy) -> None:
    units = [f"LEI:{n}" for n in range(6)]
    own = applications(lead_unit="LEI:9")
    row = asked(tianjin, own, members(unit=units), register=Register.complete(to=DAY))
    assert (row["leads_at_most"], row["participates_at_most"]) == ("met", "met")
    with pytest.raises(InvalidInputError, match="leads_active"):
        assess(
            tianjin,
            own.with_columns(leads_active=1),
            members(unit=units),
            on=DAY,
            register=Register.complete(to=DAY),
        )


@pytest.mark.parametrize(
    ("numbers", "said"), [([1, 1], "repeats the number"), ([1, None], "is null in 1 rows")]
)
def test_every_application_has_a_number_of_its_own(
    tianjin: Policy, numbers: list[int | None], said: str
) -> None:
    with pytest.raises(InvalidInputError, match=said):
        assess(tianjin, pl.DataFrame({"application": numbers}), members(), on=DAY)


def test_a_table_of_items_that_nothing_is_asked_of_is_refused(tianjin: Policy) -> None:
    with pytest.raises(InvalidInputError, match=r"items\[projects\]"):
        assess(
            tianjin, applications(), on=DAY, inquiry="support_amount", items={"projects": members()}
        )


def test_of_a_row_without_a_day_nothing_is_said(tianjin: Policy) -> None:
    own = pl.DataFrame({"application": [1, 2], "day": [DAY, None]})
    found = assess(tianjin, own, members(), on="day")
    row = found.frame.filter(pl.col("application") == 2).row(0, named=True)
    assert (row["answer"], row["in_force"], row["enough_participants"]) == ("open", "unknown", None)
    assert found.checked(2).beyond == (2,)


def test_less_known_never_makes_an_outcome_surer(tianjin: Policy) -> None:
    """A null in the place of a value leaves what was unknown unknown, and turns nothing round."""
    chance = random.Random(8)  # noqa: S311 - to be the same each time
    full = applications(
        filed_on=DAY,
        signed_on=DAY,
        lead_domicile="120116",
        operating_normally=True,
        register_complete=True,
        leads_active=1,
        lead_category="chain_master",
        agrees_goals=False,
        special_ground="none",
        lead_listed=False,
        lead_branch_in_tianjin=True,
    )
    rows = members(unit=[f"LEI:{n}" for n in range(6)], joined_active=1, college=None)
    before = assess(tianjin, full, rows, on=DAY).frame.row(0, named=True)
    for name in [c for c in full.columns if c != "application"]:
        fewer = full.with_columns(pl.lit(None, full.schema[name]).alias(name))
        after = assess(tianjin, fewer, rows, on=DAY).frame.row(0, named=True)
        for column, outcome in before.items():
            if after[column] in DECIDED and outcome in DECIDED:
                assert after[column] == outcome, (name, column)
    for name in ("kind", "legal_form", "signed", "joined_active", "unit"):
        place = chance.randrange(6)
        values = [None if n == place else v for n, v in enumerate(rows[name].to_list())]
        fewer = rows.with_columns(pl.Series(name, values, rows.schema[name]))
        after = assess(tianjin, full, fewer, on=DAY).frame.row(0, named=True)
        for column, outcome in before.items():
            if after[column] in DECIDED and outcome in DECIDED:
                assert after[column] == outcome, (name, column)


@pytest.mark.parametrize(
    ("complete", "said"), [(True, "not_met"), (False, "unknown"), (None, "unknown")]
)
def test_items_that_may_not_be_all_leave_a_ground_open(
    tianjin: Policy, complete: bool | None, said: str
) -> None:
    own = pl.DataFrame(
        {"application": [1], "complete__listing": [complete]},
        schema_overrides={"complete__listing": pl.Boolean},
    )
    none = pl.DataFrame(schema={"application": pl.Int64})
    found = assess(tianjin, own, on=DAY, inquiry="revocation_grounds", items={"listing": none})
    assert found.frame["on_a_list"].to_list() == [said]
    assert found.checked(1).differences == ()


@pytest.mark.parametrize(
    ("filed_on", "said"),
    [
        (date(2026, 2, 28), "not_met"),  # the agreement was signed on the day after
        (date(2026, 3, 1), "met"),
        (date(2026, 3, 2), "met"),
        (date(2026, 3, 3), "met"),  # not filed yet on the day asked about
    ],
)
def test_an_application_filed_later_is_not_filed_yet(
    tianjin: Policy, filed_on: date, said: str
) -> None:
    own = applications(filed_on=filed_on, signed_on=date(2026, 3, 1), lead_signed=True)
    assert asked(tianjin, own, members())["agreement_signed"] == said


@pytest.mark.parametrize(
    ("determined_on", "answer"),
    [(date(2026, 3, 1), "met"), (date(2026, 3, 2), "met"), (date(2026, 3, 3), "not_met")],
)
def test_a_special_case_counts_from_the_day_it_was_determined(
    tianjin: Policy, determined_on: date, answer: str
) -> None:
    own = applications(
        agrees_goals=False,
        special_ground="art7.s1a",
        special_determined_by="leadership",
        special_determined_on=determined_on,
        special_elected=True,
        special_elected_by_bureau=True,
    )
    assert asked(tianjin, own, members())["answer"] == answer


def test_a_register_is_complete_to_its_day_and_no_further(tianjin: Policy) -> None:
    days = [date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)]
    own = pl.DataFrame({"application": [1, 2, 3], "day": days, "lead_unit": ["LEI:9"] * 3})
    found = assess(tianjin, own, members(), on="day", register=Register.complete(to=DAY))
    said = found.frame.sort("application")["leads_at_most"].to_list()
    assert said == ["met", "met", "unknown"]
