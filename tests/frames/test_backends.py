"""What tables are taken, what is wrong with others, and that nothing is computed unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

from tests.frames.tables import LIBRARIES, any_tables, rows_of, tianjin  # noqa: E402

from innov_consortium.errors import InvalidInputError  # noqa: E402
from innov_consortium.frames import Assessment, assess  # noqa: E402

DAY = date(2026, 3, 2)
APPLICATIONS, MEMBERS = any_tables(7, 40)
EXPECTED = rows_of(assess(tianjin(), APPLICATIONS, MEMBERS, on=DAY).frame)


def asked(applications: Any, members: Any = None, on: date | str = DAY) -> Assessment:
    return assess(tianjin(), applications, members, on=on)


def faults(applications: Any, members: Any = None, on: date | str = DAY) -> dict[str, str]:
    with pytest.raises(InvalidInputError) as raised:
        asked(applications, members, on)
    assert all(fault.zh and fault.en for fault in raised.value.faults)
    return {fault.path: fault.en for fault in raised.value.faults}


# --- what comes out is what went in ---------------------------------------------------------------


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_result_is_a_table_of_the_same_library_and_kind(library: str) -> None:
    tables = LIBRARIES[library]([APPLICATIONS, MEMBERS])
    found = asked(*tables)
    assert type(found.frame) is type(tables[0])
    assert rows_of(found.frame) == EXPECTED
    assert type(found.failing()) is type(tables[1])


def test_polars_has_its_words_as_an_enumeration_and_the_others_as_text() -> None:
    pa = pytest.importorskip("pyarrow")
    by_polars = asked(APPLICATIONS, MEMBERS).frame.schema
    assert by_polars["answer"] == pl.Enum(["met", "not_met", "open", "no_basis"])
    assert isinstance(by_polars["enough_participants"], pl.Enum)
    by_arrow = asked(APPLICATIONS.to_arrow(), MEMBERS.to_arrow()).frame.schema
    assert set(by_arrow.types) == {pa.int64(), pa.string()}


def test_a_lazy_table_of_polars_is_not_collected() -> None:
    def touched(frame: Any) -> Any:
        raise AssertionError(frame)

    own = APPLICATIONS.lazy().map_batches(touched, schema=APPLICATIONS.schema)
    theirs = MEMBERS.lazy().map_batches(touched, schema=MEMBERS.schema)
    found = asked(own, theirs)
    assert isinstance(found.frame, pl.LazyFrame)
    assert isinstance(found.failing(), pl.LazyFrame)
    with pytest.raises(AssertionError, match="shape"):
        found.frame.collect()


def test_files_are_read_when_the_result_is_wanted_and_no_sooner(tmp_path: Path) -> None:
    own, theirs, out = (tmp_path / f"{name}.parquet" for name in ("own", "theirs", "out"))
    APPLICATIONS.write_parquet(own)
    MEMBERS.write_parquet(theirs)
    found = asked(pl.scan_parquet(own), pl.scan_parquet(theirs))
    found.frame.sink_parquet(out)
    assert rows_of(pl.read_parquet(out)) == EXPECTED
    theirs.unlink()
    with pytest.raises(FileNotFoundError):
        found.frame.collect()


def test_a_relation_of_duckdb_runs_when_it_is_read() -> None:
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.register("given_own", APPLICATIONS.to_arrow())
    connection.register("given_theirs", MEMBERS.to_arrow())
    connection.execute("create table own as from given_own")
    connection.execute("create table theirs as from given_theirs")
    found = asked(connection.table("own"), connection.table("theirs"))
    connection.execute("delete from own where application >= 10")  # before anything is read
    assert rows_of(found.frame) == EXPECTED[:10]


# --- nulls, keys, types ---------------------------------------------------------------------------


@pytest.mark.parametrize("library", LIBRARIES)
def test_columns_that_are_not_there_are_as_those_in_which_nothing_is(library: str) -> None:
    few = {"application", "field", "lead_unit", "leads_active"}
    own = APPLICATIONS.select(few)
    theirs = MEMBERS.select("application", "kind", "unit")
    expected = rows_of(asked(own, theirs).frame)
    own = own.with_columns(**{c: None for c in APPLICATIONS.columns if c not in few})
    theirs = theirs.with_columns(signed=None, college=None)
    assert own["lead_kind"].dtype == theirs["signed"].dtype == pl.Null
    assert rows_of(asked(*LIBRARIES[library]([own, theirs])).frame) == expected


def as_categories(frame: Any) -> Any:
    texts = [column for column, dtype in frame.schema.items() if dtype == pl.String]
    return frame.with_columns(pl.col(texts).cast(pl.Categorical))


def as_enumerations(frame: Any) -> Any:
    texts = [column for column, dtype in frame.schema.items() if dtype == pl.String]
    words = {column: frame[column].drop_nulls().unique().sort() for column in texts}
    return frame.with_columns(pl.col(c).cast(pl.Enum(words[c])) for c in texts)


@pytest.mark.parametrize("library", ["polars", "polars, lazy", "pyarrow"])
@pytest.mark.parametrize("made", [as_categories, as_enumerations])
def test_text_may_be_in_categories(library: str, made: Callable[[Any], Any]) -> None:
    tables = LIBRARIES[library]([made(APPLICATIONS), made(MEMBERS)])
    assert rows_of(asked(*tables).frame) == EXPECTED


def test_so_it_may_in_a_database() -> None:
    own, theirs = LIBRARIES["duckdb"]([APPLICATIONS, MEMBERS])
    kinds = ", ".join(repr(kind) for kind in MEMBERS["kind"].drop_nulls().unique())
    theirs = theirs.project(f"* replace (kind::enum({kinds}) as kind)")
    assert str(theirs.types[theirs.columns.index("kind")]).startswith("ENUM")
    assert rows_of(asked(own, theirs).frame) == EXPECTED


@pytest.mark.parametrize("library", LIBRARIES)
def test_applications_may_be_known_by_text(library: str) -> None:
    def named(frame: Any) -> Any:
        return frame.with_columns(application=pl.format("申请{}", "application"))

    tables = LIBRARIES[library]([named(APPLICATIONS), named(MEMBERS)])
    found = {row["application"]: row for row in rows_of(asked(*tables).frame)}
    named_rows = [{**row, "application": f"申请{row['application']}"} for row in EXPECTED]
    assert found == {row["application"]: row for row in named_rows}


@pytest.mark.parametrize("library", LIBRARIES)
def test_numbers_of_applications_may_differ_in_width(library: str) -> None:
    theirs = MEMBERS.with_columns(pl.col("application").cast(pl.Int16))
    found = asked(*LIBRARIES[library]([APPLICATIONS, theirs]))
    assert rows_of(found.frame) == EXPECTED


@pytest.mark.parametrize("library", LIBRARIES)
def test_an_application_without_rows_has_no_members(library: str) -> None:
    nobody = LIBRARIES[library]([APPLICATIONS, MEMBERS.clear()])
    rows = rows_of(asked(*nobody).frame)
    assert {row["enough_participants"] for row in rows} <= {
        "not_met",
        "departs_from_principle",
        "accepted_departure",
        "case_by_case",
    }
    assert len(rows) == len(APPLICATIONS)
    none_at_all = LIBRARIES[library]([APPLICATIONS.clear(), MEMBERS])
    assert rows_of(asked(*none_at_all).frame) == []


# --- what is refused ------------------------------------------------------------------------------


def test_all_that_is_wrong_with_columns_is_said_at_once() -> None:
    own = APPLICATIONS.with_columns(filed_on=pl.lit("2026-03-02"), leads_active=pl.lit(1.0))
    theirs = MEMBERS.drop("kind").with_columns(signed=pl.lit(1))
    with pytest.raises(InvalidInputError) as raised:
        asked(own, theirs)
    found = {fault.path: (fault.zh, fault.en) for fault in raised.value.faults}
    assert found == {
        "applications.filed_on": (
            "列的类型为 String，应为日期（Date）",
            "is of the type String; it must hold days (Date)",
        ),
        "applications.leads_active": (
            "列的类型为 Float64，应为整数（Int64 等）",
            "is of the type Float64; it must hold whole numbers (Int64 or the like)",
        ),
        "members.kind": (
            "缺少此列：申报的类型，应为文字（String）",
            "is not there: what it is declared to be; it holds text (String)",
        ),
        "members.signed": (
            "列的类型为 Int32，应为真值（Boolean）",
            "is of the type Int32; it must hold truth values (Boolean)",
        ),
    }


def test_so_is_all_that_keeps_the_tables_apart() -> None:
    own = APPLICATIONS.drop("application").with_columns(asked_on=pl.lit("today"))
    theirs = MEMBERS.with_columns(application=pl.lit(1.5))
    assert list(faults(own, theirs, "asked_on")) == [
        "applications.application",
        "members.application",
        "applications.asked_on",
    ]
    by_text = MEMBERS.with_columns(pl.col("application").cast(pl.String))
    assert faults(APPLICATIONS, by_text) == {
        "members.application": "is of the type String, and that of applications is Int64: they "
        "cannot be joined"
    }


def test_without_members_nothing_can_be_counted() -> None:
    assert list(faults(APPLICATIONS)) == ["members"]


@pytest.mark.parametrize("make", [dict, list, lambda: 1, lambda: pl.Series([1])])
def test_what_is_no_table_is_refused(make: Callable[[], Any]) -> None:
    (said,) = faults(make()).values()
    assert said.startswith("is no table that is taken (")
    assert "Polars, PyArrow, DuckDB, PySpark" in said


def test_a_table_of_pandas_is_told_the_way() -> None:
    pandas = pytest.importorskip("pandas")
    (said,) = faults(pandas.DataFrame({"application": [1]})).values()
    assert said.endswith("pyarrow.Table.from_pandas(…)")


def test_tables_of_two_libraries_are_not_joined() -> None:
    pytest.importorskip("duckdb")
    own, _ = LIBRARIES["duckdb"]([APPLICATIONS, MEMBERS])
    assert faults(own, MEMBERS) == {
        "members": "is a table of Polars, and applications is one of DuckDB: the tables must be "
        "of one library"
    }


def test_a_type_nobody_knows_is_not_taken_for_nothing() -> None:
    duckdb = pytest.importorskip("duckdb")
    own, theirs = LIBRARIES["duckdb"]([APPLICATIONS, MEMBERS.drop("signed")])
    assert isinstance(theirs, duckdb.DuckDBPyRelation)
    assert list(faults(own, theirs.project("*, uuid() as signed"))) == ["members.signed"]
