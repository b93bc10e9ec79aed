"""Applications filed before the text expired, asked about afterwards: read so, they are finished.

A05: whether a pending matter may be finished is read two ways; tables say of every row what the
check of the single case does, on one day for all and on a day for each.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

from attrs import evolve  # noqa: E402 - after what may not be installed
from tests.frames.tables import LIBRARIES, tables_of_cases, tianjin  # noqa: E402
from tests.frames.test_equality import by_case, differences  # noqa: E402
from tests.policies.tianjin.conftest import COMPLETE  # noqa: E402

from innov_consortium import Case  # noqa: E402
from innov_consortium.core.sources import Repeal  # noqa: E402
from innov_consortium.frames import assess  # noqa: E402

LAST, AFTER, LATER = date(2030, 4, 10), date(2030, 4, 11), date(2030, 5, 1)
FIRST = list(LIBRARIES)[:1]
FILED = (date(2030, 4, 9), LAST, AFTER, None)


def cases() -> list[tuple[Case, date]]:
    """Return applications filed before, on and after the last day, or not yet, on three days."""
    return [
        (evolve(COMPLETE, application=evolve(COMPLETE.application, filed_on=filed)), on)
        for filed in FILED
        for on in (LAST, AFTER, LATER)
        if filed is None or filed <= on
    ]


def in_time(last_day: str) -> set[date]:
    """Return the days of filing that are before the end, by whether the last day counts."""
    return {date(2030, 4, 9)} | ({LAST} if last_day == "included" else set())


@pytest.mark.parametrize("last_day", ["included", "excluded"])
@pytest.mark.parametrize("on_expiry", ["no_new_act", "pending_finished", "status_ends"])
def test_what_was_filed_in_time_is_finished_if_it_is_read_so(on_expiry: str, last_day: str) -> None:
    """届满前已申报的，按（b）照旧逐条判断；按（a）（c）没有依据。以后申报的、没有申报的，都没有依据。"""
    policy = tianjin().with_readings(on_expiry=on_expiry, last_day=last_day)
    expected = by_case(policy, cases())
    for (case, on), said in zip(cases(), expected, strict=True):
        goes_on = on < AFTER and (last_day == "included" or on < LAST)
        finished = on_expiry == "pending_finished" and case.application.filed_on in in_time(
            last_day
        )
        assert (said["answer"] == "no_basis") is not (goes_on or finished)
        assert said["in_force"] == ("in_force" if goes_on else "expired")
    for name in LIBRARIES if (on_expiry, last_day) == ("pending_finished", "included") else FIRST:
        tables = LIBRARIES[name](tables_of_cases(policy, cases()))
        assert (name, differences(assess(policy, *tables, on="asked_on"), expected)) == (name, [])


@pytest.mark.parametrize("on_expiry", ["no_new_act", "pending_finished"])
def test_a_repeal_is_no_expiry(on_expiry: str) -> None:
    """A later text that does away with it lets nothing be finished, however A05 is read."""
    repealed = date(2028, 1, 1)
    law = tianjin().with_readings(on_expiry=on_expiry)
    by = Repeal(on=repealed, by="新办法第九条（虚构）", gloss="art. 9 of a new one, made up")
    policy = evolve(law, in_time=evolve(law.in_time, repealed=by))
    before = repealed - timedelta(1)
    asked = [
        (evolve(COMPLETE, application=evolve(COMPLETE.application, filed_on=filed)), on)
        for filed in (before, repealed, None)
        for on in (before, repealed, repealed + timedelta(1))
        if filed is None or filed <= on
    ]
    expected = by_case(policy, asked)
    assert [(said["answer"] == "no_basis") for said in expected] == [
        on >= repealed for _, on in asked
    ]
    assert (
        differences(assess(policy, *tables_of_cases(policy, asked), on="asked_on"), expected) == []
    )
    for one in asked:
        found = assess(policy, *tables_of_cases(policy, [one]), on=one[1])
        assert differences(found, by_case(policy, [one])) == []


@pytest.mark.parametrize("on", [LAST, AFTER])
def test_so_it_is_on_one_day_for_all(on: date) -> None:
    """The day asked about may be one for the whole table."""
    policy = tianjin().with_readings(on_expiry="pending_finished")
    asked = [(case, day) for case, day in cases() if day == on]
    found = assess(policy, *tables_of_cases(policy, asked), on=on)
    assert differences(found, by_case(policy, asked)) == []
    assert found.checked(len(asked)).differences == ()
