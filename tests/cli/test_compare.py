"""``innov-consortium compare``, and the exit status of grounds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.toy_grounds import GROUNDS, LISTS, REPORTED, TWICE

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Dossier
from innov_consortium.core.history import History
from innov_consortium.core.records import Record
from innov_consortium.interchange import dumps, unstructure_dossier

Command = Callable[..., Any]

HISTORY = "histories/call-to-withdrawal.json"
SUPPOSED = ("--policy", "CN-TJ", "--suppose-published", "2025-04-11")
NOT_GRAVE = Attestation(what="art1.item4", by="市里", on=date(2026, 1, 1), holds=False)


@pytest.fixture
def days(run: Command) -> Command:
    """Compare several days of an example within the supposed validity."""

    def command(example: str, *on: str, more: tuple[str, ...] = ()) -> Any:
        asked = [part for day in on for part in ("--on", day)]
        return run("compare", example, *asked, *SUPPOSED, *more)

    return command


def inquiries(*names: str) -> tuple[str, ...]:
    """Return the arguments that ask for inquiries."""
    return tuple(part for name in names for part in ("--inquiry", name))


class TestCompare:
    """The answers of several days side by side."""

    def test_a_row_for_every_day_and_a_column_for_every_inquiry(self, days: Command) -> None:
        """In order of the days, whatever the order of the arguments; once, however often named."""
        asked = inquiries("withdrawal", "formation")
        ran = days(HISTORY, "2030-04-11", "2026-03-25", "2026-06-02", "2026-03-25", more=asked)
        table = ran.out[ran.out.index("\n日期") + 1 :].partition("\n\n")[0].splitlines()

        assert (ran.status, ran.err) == (0, "")
        assert [line.split() for line in table] == [
            ["日期", "主动撤销", "组建条件"],
            ["2026年3月25日", "所问各项均不适用", "符合所问各项条件"],
            ["2026年6月2日", "所问各项均不适用", "尚待确定"],
            ["2030年4月11日", "当日没有依据", "当日没有依据"],
        ]
        assert "第五条第（二）项  符合 → 不明" in ran.out
        assert "比较\n" not in ran.out

    def test_two_days_and_one_inquiry_are_compared_in_full(self, days: Command) -> None:
        """Below the table everything that differs."""
        ran = days("complete.json", "2030-04-11", "2030-04-10")
        english = days("complete.json", "2030-04-11", "2030-04-10", more=("--lang", "en"))

        assert ran.status == 0
        assert "组建条件：2030年4月10日与2030年4月11日比较" in ran.out
        assert "当日未逐条核对的另有" in ran.out
        assert "April 10, 2030 and April 11, 2030 compared" in english.out
        assert ran.out.endswith("\n")
        assert not ran.out.endswith("\n\n")

    def test_details(self, days: Command) -> None:
        """Every fact besides, and the reasons of the readings."""
        short = days("complete.json", "2025-04-10", "2025-04-11").out
        whole = days("complete.json", "2025-04-10", "2025-04-11", more=("--details",)).out

        assert "默认的理由" not in short
        assert "默认的理由" in whole

    def test_json_is_one_document(self, days: Command) -> None:
        """Days, changes, and of two days the comparison; each finding with its sentences."""
        asked = ("--format", "json", *inquiries("formation"))
        document = days("complete.json", "2030-04-10", "2030-04-11", more=asked).document
        (change,) = document["changes"]
        expiry = next(f for f in change["findings"] if f["provision"] == "art26.s1b")

        assert document["schema"] == "innov-consortium/timeline/2"
        assert (document["lang"], document["inquiries"]) == ("zh_CN", ["formation"])
        assert [day["on"] for day in document["days"]] == ["2030-04-10", "2030-04-11"]
        assert document["comparison"]["schema"] == "innov-consortium/comparison/2"
        assert document["comparison"]["lang"] == "zh_CN"
        assert (expiry["before"], expiry["after"]) == ("met", "not_met")
        assert expiry["citation"].endswith("第二十六条")
        assert "2030年4月11日" in expiry["sentences"]["after"]
        other = next(f for f in change["findings"] if f["provision"] == "art5.item3.s2c")
        assert (other["after"], other["sentences"]["after"]) == (None, None)

    def test_three_days_have_no_comparison(self, days: Command) -> None:
        """Nor have two inquiries."""
        asked = ("--format", "json")
        three = days("complete.json", "2026-03-01", "2026-03-25", "2030-04-11", more=asked)
        two = (*asked, *inquiries("procedure", "change"))

        assert "comparison" not in three.document
        assert "comparison" not in days(HISTORY, "2026-03-25", "2026-06-02", more=two).document

    def test_a_day_before_the_application_is_a_dash(self, days: Command) -> None:
        """What is asked of an application is not asked of that day; of a history it is."""
        asked = inquiries("formation", "procedure")
        ran = days(HISTORY, "2026-02-01", "2026-03-25", more=asked)

        assert ran.status == 0
        assert re.search(r"^2026年2月1日 +— +所问各项均不适用$", ran.out, re.MULTILINE)

    def test_one_day_is_not_enough(self, days: Command) -> None:
        """However often it is named; the message says what to do."""
        ran = days("complete.json", "2026-03-02", "2026-03-02", more=("--format", "json"))

        assert (ran.status, ran.document["faults"][0]["path"]) == (2, "--on")
        assert "check" in ran.document["faults"][0]["zh"]

    def test_no_application_on_any_day(self, days: Command) -> None:
        """Then there is nothing to ask."""
        ran = days(HISTORY, "2026-02-01", "2026-02-02", more=("--format", "json"))

        assert (ran.status, ran.document["faults"][0]["path"]) == (2, "--on")

    def test_unknown_names_are_refused(self, days: Command) -> None:
        """An inquiry there is not, with those there are."""
        ran = days(HISTORY, "2026-03-25", "2026-06-02", more=inquiries("withdrawl"))

        assert ran.status == 2
        assert "withdrawal" in ran.err

    def test_help_lists_the_inquiries(self, run: Command) -> None:
        """With what they are asked of."""
        for name in ("check", "compare"):
            said = re.sub(r"\s+", "", run(name, "--help").out)
            for inquiry in (
                "admissibility",
                "evaluation",
                "revocation_grounds",
                "project_eligibility",
                "support_amount",
            ):
                assert inquiry in said


class TestGrounds:
    """A ground that is there is never a success."""

    @pytest.fixture
    def ask(self, run: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
        """Check the grounds of a made-up policy that is asked instead of those installed."""
        for module in ("check", "compare"):
            monkeypatch.setattr(
                f"innov_consortium.cli.{module}.policy_of", lambda *_, **__: GROUNDS
            )

        def command(history: History, *asked: str, name: str = "check", **given: Any) -> Any:
            record = Record(complete_to=date(2040, 1, 1))
            known: dict[str, Any] = {"record": record, "attestations": (NOT_GRAVE,), **given}
            file = tmp_path / "history"
            file.write_text(
                dumps(unstructure_dossier(Dossier(history=history, **known))), encoding="utf-8"
            )
            return run(name, str(file), "--inquiry", "striking_off", *asked)

        return command

    @pytest.mark.parametrize("form", ["text", "json"])
    def test_status(self, ask: Command, form: str) -> None:
        """0 none is there, 1 one is, 3 one may be, 4 the text is no basis."""
        as_form = ("--format", form)
        on = ("--on", "2027-07-01", *as_form)

        assert ask(REPORTED, *on).status == 0
        assert ask(REPORTED, *on, listings=LISTS).status == 1
        assert ask(REPORTED, *on, attestations=()).status == 3
        assert ask(REPORTED, *on, attestations=(), listings=LISTS).status == 1
        assert ask(REPORTED, "--on", "2033-01-01", *as_form, listings=LISTS).status == 4

    def test_the_document_says_so(self, ask: Command) -> None:
        """Of the report and of every norm, and from which day on it is otherwise."""
        document = ask(REPORTED, "--on", "2028-12-31", "--format", "json").document

        assert (document["grounds"], document["answer"]) == (True, "not_met")
        assert document["changes_on"] == "2029-01-01"
        assert {f["provision"] for f in document["findings"] if f["some"]} == {
            f"art1.item{n}" for n in range(1, 5)
        }

    def test_comparing_asks_for_no_verdict(self, ask: Command) -> None:
        """Its status is 0 whatever altered."""
        ran = ask(TWICE, "--on", "2026-12-31", "--on", "2027-01-01", name="compare")

        assert ran.status == 0
        assert "striking_off：不成立 → 成立" in ran.out
        assert "自2027年1月1日起即自行变为" in ran.out
