"""``innov-consortium check``: exit status, both languages, JSON, refusals."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.mark.parametrize(
    ("example", "status"),
    [
        ("complete.json", 0),
        ("one-participant-short.json", 3),
        ("enterprises-49-percent.json", 1),
        ("college-in-a-third-consortium.json", 3),
        ("signatures-missing.json", 1),
        ("special-case.json", 0),
        ("barely-begun.json", 3),
    ],
)
def test_status_says_the_answer(check: Command, example: str, status: int) -> None:
    """0 in the asker's favour, 1 against, 3 open: the same in text and in JSON."""
    assert check(example).status == status
    assert check(example, "--format", "json").status == status


@pytest.mark.parametrize(
    ("on", "status"), [("2025-04-10", 4), ("2025-04-11", 0), ("2030-04-10", 0), ("2030-04-11", 4)]
)
def test_no_basis_is_a_status_of_its_own(check: Command, on: str, status: int) -> None:
    """The day before publication and the day after the last day have no basis."""
    example = "complete.json"
    ran = check(example, "--format", "json", on=on)
    outcomes = {f["provision"]: f["outcome"] for f in ran.document["findings"]}

    assert (4 if ran.document["answer"] == "no_basis" else 0) == status
    assert ("art5.item3.s2c" in outcomes) == (status == 0)


def test_json_is_one_document(check: Command) -> None:
    """Nothing but the document goes to stdout, with a sentence and a citation per finding."""
    document = check("one-participant-short.json", "--format", "json").document
    finding = next(f for f in document["findings"] if f["provision"] == "art5.item3.s2c")

    assert finding["outcome"] == "departs_from_principle"
    assert finding["citation"] == "《天津市创新联合体管理办法（征求意见稿）》第五条第（三）项"
    assert finding["facts"]["participants"]["value"] == 5
    assert finding["numbers"]["min_participants"]["value"] == 6
    assert finding["readings"]["lead_counts"] == "excluded"


def test_both_languages(check: Command) -> None:
    """Chinese unless asked otherwise; the provision is quoted in Chinese in both."""
    quoted = "参与单位总数原则上不少于6家"
    chinese = check("one-participant-short.json").out
    english = check("one-participant-short.json", "--lang", "en").out

    assert chinese.startswith("《天津市创新联合体管理办法（征求意见稿）》")
    assert "Answer: open" in english
    assert quoted in chinese
    assert quoted in english


def test_another_reading(check: Command) -> None:
    """With the lead counted six units are there, and the report names the reading."""
    ran = check("one-participant-short.json", "--reading", "lead_counts=b", "--format", "json")
    finding = next(f for f in ran.document["findings"] if f["provision"] == "art5.item3.s2c")

    assert ran.status == 0
    assert finding["outcome"] == "met"
    assert finding["readings"]["lead_counts"] == "included"


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("lead_count=b", "readings.lead_count"),
        ("lead_counts=z", "readings.lead_counts"),
        ("lead_counts", "--reading"),
    ],
)
def test_unknown_readings_are_refused(check: Command, given: str, path: str) -> None:
    """An unknown name, an unknown option, no option at all."""
    ran = check("complete.json", "--reading", given, "--format", "json")

    assert ran.status == 2
    assert [f["path"] for f in ran.document["faults"]] == [path]


def test_every_fault_is_listed(run: Command, tmp_path: Path) -> None:
    """All faults of a document at once, each with its path; nothing is computed."""
    file = tmp_path / "case"
    file.write_text(
        json.dumps(
            {
                "application": {
                    "lead": {"name": "甲", "id": "91120116MALE00016L", "kind": "enterprize"},
                    "participants": [{"name": "", "id": "1", "kind": "enterprise"}],
                    "filed_on": "2026-3-2",
                }
            }
        ),
        encoding="utf-8",
    )
    ran = run("check", str(file), "--on", "2026-03-02", "--policy", "CN-TJ", "--format", "json")

    assert ran.status == 2
    assert {f["path"] for f in ran.document["faults"]} == {
        "application.lead.kind",
        "application.participants[0].name",
        "application.participants[0].id",
        "application.filed_on",
    }


def test_faults_are_said_on_stderr_in_the_language(run: Command, tmp_path: Path) -> None:
    """In text nothing goes to stdout; the message follows --lang."""
    file = tmp_path / "case"
    file.write_text("{", encoding="utf-8")
    chinese = run("check", str(file), "--on", "2026-03-02", "--policy", "CN-TJ")
    english = run("check", str(file), "--on", "2026-03-02", "--policy", "CN-TJ", "--lang", "en")

    assert (chinese.status, chinese.out) == (2, "")
    assert chinese.err.startswith("输入不能使用，共 1 处：")
    assert english.err.startswith("unusable input, 1 fault(s):")


@pytest.mark.parametrize("day", ["2026-3-2", "2026-02-29", "20260302", "2026-03-0\uff12"])
def test_days_are_exact(run: Command, day: str) -> None:
    """A day is YYYY-MM-DD in ASCII digits and a real one."""
    assert run("check", "complete.json", "--on", day).status == 2


def test_a_file_that_is_not_there(run: Command) -> None:
    """It is one fault that names the file."""
    ran = run(
        "check", "/nowhere/at-all", "--on", "2026-03-02", "--policy", "CN-TJ", "--format", "json"
    )

    assert ran.status == 2
    assert [f["path"] for f in ran.document["faults"]] == ["/nowhere/at-all"]


def test_stdin(run: Command, check: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads the case from stdin."""
    example = Path(__file__).parents[2] / "examples" / "complete.json"
    stdin = io.TextIOWrapper(io.BytesIO(example.read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    supposed = ("--suppose-published", "2025-04-11")

    ran = run("check", "-", "--on", "2026-03-02", "--policy", "CN-TJ", *supposed)

    assert ran.out == check("complete.json").out


TEXT = Path(__file__).parents[2] / "src/innov_consortium/policies/tianjin/measures.zh_CN.txt"


@pytest.fixture
def enacted(tmp_path: Path) -> Path:
    """Write the text as it would be published: laid out otherwise and no longer a draft."""
    text = TEXT.read_text(encoding="utf-8")
    file = tmp_path / "enacted"
    file.write_text(text.replace("（征求意见稿）", "").replace("\n", "\n\n"), encoding="utf-8")
    return file


class TestPublication:
    """Who says that the text was published, and which text."""

    DAY = ("--published-on", "2025-04-11")

    def ran(self, run: Command, *more: str) -> Any:
        asked = ("check", "complete.json", "--on", "2026-03-02", "--policy", "CN-TJ")
        return run(*asked, *more, "--format", "json")

    def test_unknown(self, run: Command) -> None:
        """Without a word on it the report says that publication is unknown."""
        document = self.ran(run).document

        assert document["in_force"] == "unknown"
        assert "publication_unknown" in document["marks"]

    def test_attested(self, run: Command, enacted: Path) -> None:
        """With day, source and the text, no longer a draft, the mark is gone."""
        more = ("--document", "市政府公报（示例）", "--published-text", str(enacted))
        document = self.ran(run, *self.DAY, *more).document

        assert document["in_force"] == "in_force"
        assert document["marks"] == ["not_official"]

    def test_needs_its_source(self, run: Command) -> None:
        """A day without a source is refused."""
        ran = self.ran(run, *self.DAY)

        assert (ran.status, ran.document["faults"][0]["path"]) == (2, "--document")

    def test_needs_its_text(self, run: Command) -> None:
        """Without the text nothing says that it is the one encoded here."""
        ran = self.ran(run, *self.DAY, "--document", "公报")

        assert (ran.status, ran.document["faults"][0]["path"]) == (2, "--published-text")

    def test_a_draft_published(self, run: Command) -> None:
        """A text that still calls itself a draft keeps the mark."""
        more = ("--document", "公报", "--published-text", str(TEXT))
        document = self.ran(run, *self.DAY, *more).document

        assert document["in_force"] == "in_force"
        assert document["marks"] == ["draft", "not_official"]

    def test_another_text(self, run: Command, tmp_path: Path) -> None:
        """Another text needs an edition of its own."""
        copy = tmp_path / "published"
        copy.write_text("另一文本", encoding="utf-8")
        more = ("--document", "公报", "--published-text", str(copy))
        ran = self.ran(run, *self.DAY, *more)

        assert (ran.status, ran.document["faults"][0]["path"]) == (2, "text_sha256")

    def test_not_both(self, run: Command) -> None:
        """Attested and supposed at once is refused."""
        ran = self.ran(run, *self.DAY, "--document", "公报", "--suppose-published", "2025-04-10")

        assert (ran.status, ran.document["faults"][0]["path"]) == (2, "--suppose-published")

    def test_after_the_last_day(self, run: Command) -> None:
        """A publication after the last day of validity is refused."""
        ran = self.ran(run, "--suppose-published", "2030-04-11")

        assert (ran.status, ran.document["faults"][0]["path"]) == (2, "published_on")


def test_unknown_names_are_refused(run: Command) -> None:
    """An unknown policy, inquiry or language is told, with those there are."""
    asked = ("check", "complete.json", "--on", "2026-03-02")
    policy = run(*asked, "--policy", "XX")
    inquiry = run(*asked, "--policy", "CN-TJ", "--inquiry", "formatio")
    language = run(*asked, "--policy", "CN-TJ", "--lang", "fr")

    assert (policy.status, inquiry.status, language.status) == (2, 2, 2)
    assert "120000" in policy.err
    assert "formation" in inquiry.err
    assert "zh_CN" in language.err


def test_names_of_people_are_not_printed(check: Command) -> None:
    """Neither the text nor the document holds the name of a person."""
    said = "".join(
        check("complete.json", *more).out
        for more in ((), ("--details",), ("--format", "json"), ("--lang", "en", "--details"))
    )

    assert "张示例" not in said
    assert "李虚构" not in said


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_readings_all_adds_what_the_answer_hinges_on(check: Command, form: str) -> None:
    """In whatever form; the exit status stays that of the answer."""
    done = check("one-participant-short.json", "--readings", "all", "--format", form)
    assert (done.status, "解释的影响" in done.out) == (3, True)
    assert "lead_counts=included" in done.out


def test_readings_all_as_a_document(check: Command) -> None:
    done = check("one-participant-short.json", "--readings", "all", "--format", "json")
    hinges = done.document["hinges"]
    assert (hinges["answer"], hinges["answer_stands"]) == ("open", False)
    assert hinges["ways"]["pairs"] > hinges["ways"]["single"] > len(hinges["asked"])
    altering = [h["read"] for h in hinges["single"] if h["alters_answer"]]
    assert {"lead_counts": "included"} in altering
    assert "hinges" not in check("one-participant-short.json", "--format", "json").document
