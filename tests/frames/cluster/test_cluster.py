"""Tables spread over machines say what the same tables say in one place: a small local cluster.

Run by ``nox -s cluster``: starting the engines takes longer than all the other tests of frames.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

if os.environ.get("INNOV_CLUSTER") != "1":
    pytest.skip("a cluster is started where INNOV_CLUSTER=1 asks for it", allow_module_level=True)

import dask
import dask.dataframe as dd
import pandas as pd
import polars as pl
from benchmarks.generated import PUBLISHED
from dask.distributed import Client, LocalCluster
from pyspark.sql import SparkSession
from tests.frames.tables import any_tables, cases_by_publication, tables_of_cases, tianjin

from innov_consortium import Report
from innov_consortium.core.reforms import Reform
from innov_consortium.errors import InvalidInputError
from innov_consortium.frames import Assessment, assess

pytestmark = [pytest.mark.filterwarnings("default"), pytest.mark.usefixtures("workers")]

APPLICATIONS, MEMBERS = any_tables(11, 400)
CASES = tables_of_cases(tianjin(), cases_by_publication(range(80))[PUBLISHED])


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "3")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def workers() -> Iterator[Client]:
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with cluster, Client(cluster) as client:
        yield client


def to_spark(session: SparkSession, *tables: pl.DataFrame) -> list[Any]:
    return [session.createDataFrame(table.to_arrow()) for table in tables]


def to_dask(*tables: pl.DataFrame) -> list[Any]:
    arrow = [table.to_arrow().to_pandas(types_mapper=pd.ArrowDtype) for table in tables]
    return [dd.from_pandas(table, npartitions=3 + n) for n, table in enumerate(arrow)]


def rows(native: Any, *by: str) -> list[dict[str, Any]]:
    """Return the rows of a result, in an order of their own."""
    if hasattr(native, "toArrow"):
        native = pl.from_arrow(native.toArrow())
    elif hasattr(native, "compute"):
        native = pl.from_pandas(native.compute())
    frame = native.with_columns(pl.selectors.enum().cast(pl.String))
    found: list[dict[str, Any]] = frame.sort(*by or ("application",)).to_dicts()
    return found


def agree(found: Assessment, expected: Assessment) -> None:
    assert rows(found.frame) == rows(expected.frame)
    assert found.norms == expected.norms
    by = ("application", "unit", "kind", "college", "legal_form", "joined_active", "led_active")
    here, there = expected.failing(), found.failing()
    assert sorted(map(str, rows(there, *by))) == sorted(map(str, rows(here, *by)))


@pytest.mark.parametrize(
    ("tables", "on"), [((APPLICATIONS, MEMBERS), date(2026, 3, 2)), (CASES, "asked_on")]
)
class TestEqual:
    """Every outcome is what Polars says of the same rows, wherever they were."""

    def test_spark(self, spark: SparkSession, tables: Any, on: Any) -> None:
        found = assess(tianjin(), *to_spark(spark, *tables), on=on)
        agree(found, assess(tianjin(), *tables, on=on))

    def test_dask(self, tables: Any, on: Any) -> None:
        found = assess(tianjin(), *to_dask(*tables), on=on)
        agree(found, assess(tianjin(), *tables, on=on))


def test_reforms_go_with_the_question() -> None:
    five = Reform(name="五家", numbers={"min_participants": 5}, first=date(2026, 3, 2))
    policy = tianjin().reformed(five)
    expected = assess(policy, *CASES, on="asked_on")
    assert rows(assess(policy, *to_dask(*CASES), on="asked_on").frame) == rows(expected.frame)


def test_applications_may_be_known_by_text(spark: SparkSession) -> None:
    tables = [t.with_columns(application=pl.format("申请{}", "application")) for t in CASES]
    expected = rows(assess(tianjin(), *tables, on="asked_on").frame)
    for spread in (to_spark(spark, *tables), to_dask(*tables)):
        assert rows(assess(tianjin(), *spread, on="asked_on").frame) == expected


def test_rows_without_members_are_not_lost(spark: SparkSession) -> None:
    few = MEMBERS.filter(pl.col("application") < 3)
    expected = rows(assess(tianjin(), APPLICATIONS, few, on=date(2026, 3, 2)).frame)
    for spread in (to_spark(spark, APPLICATIONS, few), to_dask(APPLICATIONS, few)):
        assert rows(assess(tianjin(), *spread, on=date(2026, 3, 2)).frame) == expected


def told(report: Report) -> list[tuple[str, str]]:
    return [(finding.provision, finding.outcome.value) for finding in report.findings]


def test_a_row_leads_back_to_the_report(spark: SparkSession) -> None:
    here = assess(tianjin(), *CASES, on="asked_on")
    beyond = here.checked(len(CASES[0])).beyond
    one = next(number for number in range(len(CASES[0])) if number not in beyond)
    for spread in (to_spark(spark, *CASES), to_dask(*CASES)):
        found = assess(tianjin(), *spread, on="asked_on")
        assert told(found.why(one)) == told(here.why(one))
        assert found.checked(3) == here.checked(3)


def test_nothing_is_computed_until_it_is_asked_for() -> None:
    def touched(part: pd.DataFrame) -> pd.DataFrame:
        msg = f"{len(part)} rows were read"
        raise RuntimeError(msg)

    own, theirs = to_dask(*CASES)
    own = own.map_partitions(touched, meta=own._meta)
    found = assess(tianjin(), own, theirs, on="asked_on")
    with pytest.raises(RuntimeError, match="rows were read"):
        found.frame.compute()


def test_what_is_wrong_is_said_at_once(spark: SparkSession) -> None:
    wrong = (
        CASES[0].with_columns(filed_on=pl.lit("today")),
        CASES[1].with_columns(kind=pl.lit(1)),
    )
    for spread in (to_spark(spark, *wrong), to_dask(*wrong)):
        with pytest.raises(InvalidInputError) as raised:
            assess(tianjin(), *spread, on="asked_on")
        assert [f.path for f in raised.value.faults] == ["applications.filed_on", "members.kind"]


def test_tables_of_two_engines_are_not_joined(spark: SparkSession) -> None:
    own, _ = to_spark(spark, *CASES)
    _, theirs = to_dask(*CASES)
    for members in (theirs, CASES[1]):
        with pytest.raises(InvalidInputError) as raised:
            assess(tianjin(), own, members, on="asked_on")
        assert [fault.path for fault in raised.value.faults] == ["members"]


def test_columns_of_objects_are_refused_where_they_are_read() -> None:
    with dask.config.set({"dataframe.convert-string": False}):
        own, theirs = (
            dd.from_pandas(t.to_pandas(use_pyarrow_extension_array=False), npartitions=2)
            for t in CASES
        )
        with pytest.raises(InvalidInputError) as raised:
            assess(tianjin(), own, theirs, on=date(2026, 3, 2))
    assert "members.kind" in [fault.path for fault in raised.value.faults]
