"""``coverage``: whom to evaluate in which year, asked of several histories."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.toy_coverage import CYCLICAL, SILENT
from tests.toy_filing import FILING

from innov_consortium.cli import sources
from innov_consortium.core.policy import Policy
from innov_consortium.plugins import Catalogue

Command = Callable[..., Any]

RECOGNISED = {"type": "recognised", "on": "2025-06-01"}
SUPPOSED = ("--suppose-published", "2020-01-01")


def assigned(year: int, mode: str = "expert") -> dict[str, Any]:
    return {"type": "evaluation_assigned", "on": f"{year}-03-01", "mode": mode}


def done(year: int, **other: str) -> dict[str, Any]:
    return {"type": "result_notified", "on": f"{year}-11-01", "grade": "良好", **other}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """Write the history of a consortium and return the file."""

    def history(name: str, *events: dict[str, Any]) -> str:
        document = {"consortium": name, "events": [RECOGNISED, *events]}
        file = tmp_path / name
        file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return str(file)

    return history


@pytest.fixture
def ask(run: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Ask about the cycle from 2026 under the made-up measures, in March 2027."""

    def command(
        *more: str,
        policy: Policy = CYCLICAL,
        cycle: str = "2026",
        on: str = "2027-03-05",
        supposed: tuple[str, ...] = SUPPOSED,
    ) -> Any:
        only = Catalogue().register(policy)
        monkeypatch.setattr(sources, "catalogue", lambda: only)
        return run("coverage", *more, "--on", on, "--cycle", cycle, *supposed)

    return command


def test_both_languages(ask: Command, write: Callable[..., str]) -> None:
    """Chinese unless asked otherwise; to whom it is addressed and that nothing follows."""
    files = [write("甲"), write("乙", assigned(2027))]
    chinese, english = ask(*files), ask(*files, "--lang", "en")

    assert (chinese.status, english.status) == (0, 0)
    assert chinese.out.startswith("《虚构县联合体备案办法》2026年至2027年周期的专家评价安排：")
    assert "  - 乙（已选取）：从未经专家评价，2025年6月1日组建\n  - 甲：" in chinese.out
    assert "对任何联合体都没有后果" in chinese.out
    assert english.out.startswith("Expert evaluations in the cycle 2026 to 2027, March 5, 2027")
    assert "no consequence for any\n  consortium" in english.out
    assert (chinese.err, english.err) == ("", "")


def test_json_is_one_document(ask: Command, write: Callable[..., str]) -> None:
    """Whom to select now and later, who has no place, who is covered."""
    files = [write("A"), write("B"), write("C", done(2026)), write("D", assigned(2027))]
    ran = ask(*files, "--capacity", "2", "--format", "json")
    document = ran.document

    assert document["schema"] == "innov-consortium/coverage/1"
    assert (document["policy"], document["provision"]) == ("980000", "art5.s1")
    assert document["cycle"] == {"first": 2026, "last": 2027}
    assert (document["select_now"], document["later"]) == (["D", "A"], {})
    assert (document["shortfall"], document["covered"]) == (["B"], {"C": [2026]})
    assert (ran.status, ran.err) == (1, "")


def test_the_length_of_the_cycle_is_that_of_the_text(
    ask: Command, write: Callable[..., str]
) -> None:
    """Said once more it may be; another one is refused, with the one there is."""
    file = write("A")
    wrong = ask(file, cycle="2026-2028", on="2026-03-05")

    assert ask(file, cycle="2026-2027").status == 0
    assert wrong.status == 2
    assert "--cycle：按条文周期为 2 年，应止于 2027 年，而不是 2028 年" in wrong.err


def test_where_the_text_states_no_length_the_last_year_is_given(
    ask: Command, write: Callable[..., str]
) -> None:
    """Without it nothing is guessed; a cycle that ends before it begins is none."""
    file = write("A")

    assert ask(file, policy=SILENT, cycle="2026-2028").status == 0
    for cycle, said in (
        ("2026", "--cycle：条文没有写明周期的年数；请一并写明末年，如 2026-2028"),
        ("2026-2024", "--cycle.years：一个周期至少一年，不能是 -1 年"),
    ):
        refused = ask(file, policy=SILENT, cycle=cycle)
        assert (refused.status, said in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("capacity", "years"),
    [
        ([], {"2026": None, "2027": None}),
        (["3"], {"2026": 3, "2027": 3}),
        (["2027=0"], {"2026": None, "2027": 0}),
        (["2027=0", "3"], {"2026": 3, "2027": 0}),
    ],
)
def test_capacities(
    ask: Command, write: Callable[..., str], capacity: list[str], years: dict[str, int | None]
) -> None:
    """For every year, for one, or for one and all the others."""
    options = [word for one in capacity for word in ("--capacity", one)]
    document = ask(write("A"), *options, "--format", "json", on="2026-03-05").document

    assert {str(y["year"]): y["capacity"] for y in document["years"]} == years


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--capacity", "1", "--capacity", "2"], "--capacity：2：重复给出"),
        (["--capacity", "2026=1", "--capacity", "2026=1"], "--capacity：2026=1：重复给出"),
        (["--capacity", "2031=1"], "capacity[2031]：2031 不是周期 2026 至 2027 的年份"),
        (["--capacity", "-1"], "--capacity"),
        (["--capacity", "1.5"], "'1.5' 不是 N 或 YYYY=N"),
        (["--capacity", "\uff12"], "'\uff12' 不是 N 或 YYYY=N"),
        (["--cycle", "26"], "'26' 不是 YYYY 或 YYYY-YYYY"),
        (["--cycle", "2026-"], "'2026-' 不是 YYYY 或 YYYY-YYYY"),
    ],
)
def test_arguments_that_cannot_be_used(
    ask: Command, write: Callable[..., str], options: list[str], said: str
) -> None:
    """2, and what is wrong with which."""
    file = write("A")
    ran = ask(file, *options) if "--cycle" not in options else ask(file, cycle=options[1])

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_the_faults_of_all_files_at_once_each_by_its_file(
    ask: Command, write: Callable[..., str], tmp_path: Path
) -> None:
    """A file that cannot be read is told by its name alone."""
    good, bad = write("A"), write("B", done(2026, on="2026-02-30"))
    gone = str(tmp_path / "gone")
    ran = ask(good, bad, gone, "--format", "json")

    paths = [fault["path"] for fault in ran.document["faults"]]
    assert (ran.status, paths) == (2, [f"{bad}: events[1].on", gone])


def test_one_consortium_in_two_files(ask: Command, write: Callable[..., str]) -> None:
    """Is refused, by its place among the files."""
    file = write("A")
    ran = ask(file, file)

    assert (ran.status, "histories[1].consortium" in ran.err) == (2, True)


def test_a_policy_that_names_no_fact_is_told(ask: Command, write: Callable[..., str]) -> None:
    """Nothing is planned by it."""
    ran = ask(write("A"), policy=FILING, cycle="2026-2028")

    assert (ran.status, "Policy.evaluated" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("events", "options", "status"),
    [
        ([], (), 0),
        ([], ("--capacity", "0"), 1),
        ([{"type": "result_notified", "on": "2026-11-01"}], ("--capacity", "0"), 3),
        ([done(2026)], ("--capacity", "0"), 0),
    ],
)
def test_the_exit_status(
    ask: Command,
    write: Callable[..., str],
    events: list[dict[str, Any]],
    options: tuple[str, ...],
    status: int,
) -> None:
    """0 a place for everybody, 1 a shortfall, 3 somebody of whom it is not known."""
    assert ask(write("A", *events), *options).status == status


@pytest.mark.parametrize(
    ("on", "status"), [("2019-12-31", 4), ("2020-01-01", 0), ("2030-04-10", 1), ("2030-04-11", 4)]
)
def test_no_basis_on_the_day(ask: Command, write: Callable[..., str], on: str, status: int) -> None:
    """The day before the text is in force, its first day, its last day, and the day after."""
    cycle = "2020" if on < "2025" else "2026"
    assert ask(write("A"), on=on, cycle=cycle).status == status
