"""``innov-consortium assess`` and ``schema --frames``: tables in and out, and what they come to."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pl = pytest.importorskip("polars")

from benchmarks.generated import any_case  # noqa: E402 - what follows needs the extra
from tests.frames.tables import tables_of_cases, tianjin  # noqa: E402 - the same

Command = Callable[..., Any]

SUPPOSED = ("--policy", "CN-TJ", "--suppose-published", "2025-04-11")
COUNT = 60


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the same random applications as Parquet and as CSV."""
    folder = tmp_path_factory.mktemp("tables")
    cases = [(any_case(seed)[0], date(2026, 3, 2)) for seed in range(COUNT)]
    for name, table in zip(("a", "m"), tables_of_cases(tianjin(), cases), strict=True):
        table.write_parquet(folder / f"{name}.parquet")
        table.write_csv(folder / f"{name}.csv")
    return folder


@pytest.fixture
def assess(run: Command, tables: Path) -> Command:
    """Assess the tables on a day within the supposed validity."""

    def command(*more: str, kind: str = "parquet", on: str = "2026-03-02") -> Any:
        named = (str(tables / f"a.{kind}"), str(tables / f"m.{kind}"))
        return run("assess", *named, "--on", on, *SUPPOSED, *more)

    return command


def reform(folder: Path, **said: Any) -> str:
    path = folder / "reform.json"
    document = {"name": "五家", "numbers": {"min_participants": {"value": 5}}, **said}
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


class TestWhatIsPrinted:
    """Answers and what fails most, as text and as JSON."""

    def test_text(self, assess: Command) -> None:
        """Marks, answers with their shares, norms with their place and words, and readings."""
        ran = assess()

        assert ran.status == 0
        assert ran.out.startswith(
            "《天津市创新联合体管理办法（征求意见稿）》组建条件：2026年3月2日"
        )
        for said in ("申请 60 件", "公布日期系假定", "结论\n", "尚待确定", "%", "B01"):
            assert said in ran.out
        assert "第五条第（五）项  不符合" in ran.out
        assert "「创新联合体各成员单位须共同签署组建协议」" in ran.out

    def test_english(self, assess: Command) -> None:
        ran = assess("--lang", "en")

        assert ran.status == 0
        assert "60 applications." in ran.out
        assert "most often not met or open (share of all applications)" in ran.out

    def test_counts_are_those_of_the_table(self, assess: Command, tmp_path: Path) -> None:
        """One document; every count is that of the rows that were written."""
        out = tmp_path / "out.parquet"
        document = assess("--format", "json", "--out", str(out)).document
        found = pl.read_parquet(out)

        assert document["schema"] == "innov-consortium/assessment/1"
        assert (document["applications"], found.height) == (COUNT, COUNT)
        for answer, number in document["answers"].items():
            assert number == (found["answer"] == answer).sum()
        assert [n["provision"] for n in document["norms"]][:2] == ["art3.s1a", "art5.item1.s2a"]
        for norm in document["norms"]:
            for outcome, number in norm["outcomes"].items():
                assert number == (found[norm["column"]] == outcome).sum()

    def test_other_figures_and_readings_are_told(self, assess: Command) -> None:
        """A report of one application says the same."""
        ran = assess("--number", "min_participants=5", "--reading", "lead_counts=b")

        assert "参与单位总数的下限 5 家（文本为 6 家）" in ran.out
        assert "lead counted" in assess("--reading", "B01=b", "--lang", "en").out


class TestFiles:
    """Parquet and CSV, in and out."""

    def test_csv_says_what_parquet_says(self, assess: Command, tmp_path: Path) -> None:
        """Every outcome of every application; the numbers of applications are text."""
        one, other = tmp_path / "o.parquet", tmp_path / "o.csv"
        assert assess("--out", str(one)).status == 0
        assert assess("--out", str(other), kind="csv").status == 0
        parquet = pl.read_parquet(one).select(pl.all().cast(pl.String)).sort("application")
        csv = pl.read_csv(other, infer_schema=False).sort("application")

        assert csv.equals(parquet)

    def test_days_in_a_column(self, assess: Command, tmp_path: Path) -> None:
        """Of a CSV as well; a reform counts on its days."""
        out = ("--out", str(tmp_path / "x.csv"))
        one, other = (assess("--format", "json", *more) for more in ((), out))
        column = assess("--format", "json", kind="csv", on="asked_on")
        reformed = assess("--reform", reform(tmp_path, first="2026-03-02"), on="asked_on")

        assert one.document == other.document
        assert column.document["on"] == "asked_on"
        assert column.document["answers"] == one.document["answers"]
        assert "改动“五家”（自2026年3月2日起）" in reformed.out

    def test_members_that_fail(self, assess: Command, tmp_path: Path) -> None:
        """Those of whom something is not met or open, with the outcomes of that."""
        path = tmp_path / "failing.csv"
        assert assess("--failing", str(path)).status == 0
        rows = pl.read_csv(path, infer_schema=False)

        assert {"application", "kind", "universities_name_a_college"} <= set(rows.columns)
        assert rows.height > 0


class TestChecked:
    """``--check``: rows taken at random, compared with single checks."""

    def test_the_same(self, assess: Command) -> None:
        ran = assess("--check", "12", "--seed", "3")

        assert ran.status == 0
        assert "逐件核对，与单件核对的结果全部相同。" in ran.out

    def test_a_difference_is_told(self, assess: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        """Planted: a table that says otherwise than the case; the exit status is 2."""
        from innov_consortium.frames import Assessment  # noqa: PLC0415 - needs the extra

        said = Assessment._said

        def planted(self: Any, report: Any) -> dict[str, str]:
            return said(self, report) | {"enough_participants": "met", "answer": "met"}

        monkeypatch.setattr(Assessment, "_said", planted)
        ran = assess("--check", "20", "--format", "json")
        text = assess("--check", "20", "--lang", "en")
        differences = ran.document["checked"]["differences"]

        assert (ran.status, text.status) == (2, 2)
        assert {"answer"} <= {d["column"] for d in differences}
        assert all(d["by_case"] == "met" != d["by_table"] for d in differences)
        assert "came out otherwise (table ≠ case):" in text.out


class TestRefusals:
    """What cannot be used, all of it at once."""

    @pytest.mark.parametrize(
        ("more", "said"),
        [
            (("--number", "x"), "--number：'x' 应为 NAME=VALUE"),
            (("--number", "min_participants=six", "--number", "nope=3"), "共 2 处"),
            (("--number", "bar_years=4", "--number", "bar_years=5"), "写了两次"),
            (("--items", "project"), "--items：'project' 应为 SORT=FILE"),
            (("--out", "out.txt"), "out.txt：应为 .parquet 或者 .csv 文件"),
            (("--inquiry", "nope"), "has no inquiry 'nope'"),
            (("--register", "-", "--published-text", "-"), "标准输入只能读一次"),
        ],
    )
    def test_arguments(self, assess: Command, more: tuple[str, ...], said: str) -> None:
        ran = assess(*more)

        assert ran.status == 2
        assert said in ran.err

    @pytest.mark.parametrize("on", ["2026-02-30", "nope"])
    def test_days(self, assess: Command, on: str) -> None:
        ran = assess(on=on)

        assert ran.status == 2
        assert on in ran.err

    def test_its_own_table_is_not_written_over(self, assess: Command, tables: Path) -> None:
        ran = assess("--out", str(tables / "m.parquet"))

        assert ran.status == 2
        assert "同一文件已用于另一张表" in ran.err
        assert pl.read_parquet(tables / "m.parquet").height > 0

    def test_columns(self, run: Command, tmp_path: Path) -> None:
        """One error that lists all."""
        applications, members = tmp_path / "a.parquet", tmp_path / "m.parquet"
        pl.DataFrame({"application": [1], "filed_on": ["x"]}).write_parquet(applications)
        pl.DataFrame({"application": [1], "signed": [3]}).write_parquet(members)
        ran = run("assess", str(applications), str(members), "--on", "2026-03-02", *SUPPOSED)

        assert ran.status == 2
        for path in ("applications.filed_on", "members.kind", "members.signed"):
            assert path in ran.err

    def test_values_of_csv(self, run: Command, tmp_path: Path) -> None:
        """What is none of its column's is told, all of it; what was there stays as it was."""
        applications, members, out = (tmp_path / n for n in ("a.csv", "m.csv", "o.csv"))
        applications.write_text("application\n1\n", encoding="utf-8")
        members.write_text(
            "application,kind,signed,joined_active\n1,enterprise,perhaps,two\n2,x,so,\n",
            encoding="utf-8",
        )
        out.write_text("as it was", encoding="utf-8")
        files = (str(applications), str(members))
        ran = run("assess", *files, "--on", "2026-03-02", "--out", str(out), *SUPPOSED)

        assert ran.status == 2
        assert "m.csv.signed：有 2 处不是真值（true、false），如 'perhaps'" in ran.err
        assert "m.csv.joined_active：有 1 处不是整数，如 'two'" in ran.err
        assert out.read_text(encoding="utf-8") == "as it was"
        assert not list(tmp_path.glob("*.partial"))

    def test_a_reform_of_another_policy(self, assess: Command, tmp_path: Path) -> None:
        """Its path is that of the file."""
        ran = assess("--reform", reform(tmp_path, policy="310000", last="2020-13-01"))

        assert ran.status == 2
        assert "reform.json" in ran.err

    def test_a_column_nobody_reads_is_told(self, assess: Command) -> None:
        """It may be a slip of the pen."""
        assert "applications 中没有用到的列：asked_on" in assess().err
        assert assess("--format", "json").document["applications"] == COUNT

    def test_the_extra_is_not_there(
        self, assess: Command, run: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """How to install it."""
        found = importlib.util.find_spec
        monkeypatch.setattr(
            importlib.util, "find_spec", lambda n, *a: None if n == "narwhals" else found(n, *a)
        )
        for ran in (assess(), run("schema", "--frames", "--policy", "CN-TJ")):
            assert ran.status == 2
            assert "pip install 'innov-consortium[frames]'" in ran.err


class TestColumns:
    """``schema --frames``: what may stand in the tables."""

    def test_text(self, run: Command) -> None:
        """Required columns are marked; facts and provisions are told in words."""
        ran = run("schema", "--frames", "--policy", "CN-TJ")

        assert ran.status == 0
        assert "  * kind  String  申报的类型：enterprise, university" in ran.out
        assert "    operating_normally  Boolean  牵头单位是否正常运营" in ran.out
        assert (
            "例外决定（真：接受；假：不接受）：第五条第（三）项 参与单位总数原则上不少于6家"
            in ran.out
        )
        assert "也可以直接给出：" in ran.out

    def test_json_names_every_column_that_is_read(self, run: Command, tables: Path) -> None:
        """Of the tables of random cases every column but the day is there, with its very type."""
        document = run("schema", "--frames", "--policy", "CN-TJ", "--format", "json").document
        types = {"Boolean", "Int64", "Date", "String", "Decimal(38, 2)"}

        assert document["schema"] == "innov-consortium/frames/1"
        for name, file in (("applications", "a"), ("members", "m")):
            told = {c["name"]: c for c in document["tables"][name]["columns"]}
            instead = {c["name"] for c in document["tables"][name]["may_be_given_instead"]}
            schema = pl.read_parquet_schema(tables / f"{file}.parquet")
            missing = set(schema) - set(told) - instead - {"asked_on", "register_complete"}
            assert missing == set()
            assert {c["type"] for c in told.values()} <= types
            assert {c["null"] for c in told.values()} == {"unknown"}
            for column, dtype in schema.items():
                if column in told and column != "application" and dtype != pl.Null:
                    assert told[column]["type"] == str(dtype)

    def test_markdown_of_items(self, run: Command) -> None:
        """A table of projects, for the amount of support."""
        ran = run(
            "schema", "--frames", "--policy", "CN-TJ", "--inquiry", "support_amount",
            "--format", "markdown", "--lang", "en",
        )  # fmt: skip

        assert "## items[project]" in ran.out
        assert "| `municipal_support` | Decimal(38, 2) |  |" in ran.out
        assert "## members" not in ran.out


def test_progress_is_told_on_a_terminal_only(
    assess: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere stderr has nothing but the columns that nobody reads."""
    quiet = assess().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    assert quiet.splitlines() == ["applications 中没有用到的列：asked_on"]
    assert "汇总……" in assess().err
