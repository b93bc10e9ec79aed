"""``replay``, ``acts``, ``audit``, ``duties``, and ``check`` of a history."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from innov_consortium.interchange import schema_of

Command = Callable[..., Any]

NAME = "histories/call-to-withdrawal.json"
EXAMPLE = Path(__file__).parents[2] / "examples" / NAME
SUPPOSED = ("--suppose-published", "2025-04-11")
COMMANDS = ("replay", "acts", "audit", "duties")


@pytest.fixture
def ask(run: Command) -> Command:
    """Ask a command of the example, or of another history, within the supposed validity."""

    def command(name: str, *more: str, on: str = "2027-12-31", history: str = NAME) -> Any:
        return run(name, history, "--on", on, "--policy", "CN-TJ", *SUPPOSED, *more)

    return command


def without(tmp_path: Path, *types: str, **changed: Any) -> str:
    """Write the example without some sorts of events, or with other fields in some."""
    document = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    left = [e for e in document["events"] if e["type"] not in types]
    document["events"] = [{**e, **changed.get(e["type"], {})} for e in left]
    file = tmp_path / "history"
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("name", COMMANDS)
def test_both_languages(ask: Command, name: str) -> None:
    """Chinese unless asked otherwise, and Chinese all through."""
    chinese = ask(name)
    english = ask(name, "--lang", "en")
    left = re.sub(r"（[a-z_0-9.\[\]]+）", "", re.sub(r"\n +", "", chinese.out))

    assert (chinese.status, english.status) == (0, 0)
    assert chinese.out.startswith("《天津市创新联合体管理办法（征求意见稿）》")
    assert re.findall(r"[A-Za-z]{2,}", left) == []
    assert "Measures of Tianjin" in english.out
    assert (chinese.err, english.err) == ("", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_json_is_one_document(ask: Command, name: str) -> None:
    """With its format and its day, and nobody's name in it."""
    ran = ask(name, "--format", "json")
    schema = {"replay": "state"}.get(name, name)

    assert ran.document["schema"] == schema_of(schema)
    assert ran.document["on"] == "2027-12-31"
    assert ran.document["policy"] == "120000"
    assert re.findall("张示例|李虚构", ran.out) == []


class TestReplay:
    """What has become of a consortium."""

    def test_the_state(self, ask: Command) -> None:
        """Phase, stage, matters, changes, members, and what was set aside."""
        document = ask("replay", "--format", "json").document

        assert (document["phase"], document["recognised_on"]) == ("recognised", "2026-06-01")
        assert document["stage"] == {"stage": "active", "path": "life", "until": None}
        assert document["matters"]["change:退出一"]["stage"] == "change_executed"
        assert [c["executed_on"] for c in document["changes"]] == ["2027-05-28"]
        assert [m["role"] for m in document["members"]] == ["lead", *["participant"] * 6]
        assert document["members"][0]["name"] == "示例海河生物制造股份有限公司"
        assert [e["on"] for e in document["set_aside"]] == ["2027-05-25"]
        assert document["irregular"] == []

    def test_as_known_on_a_day(self, ask: Command) -> None:
        """A correction does not count before it was recorded."""
        known = ask("replay", "--known-on", "2027-06-01", "--format", "json").document
        text = ask("replay", "--known-on", "2027-06-01").out

        assert known["known_on"] == "2027-06-01"
        assert [c["executed_on"] for c in known["changes"]] == ["2027-05-25"]
        assert "（按 2027年6月1日所知）" in text

    def test_an_end(self, ask: Command) -> None:
        """No member is left."""
        document = ask("replay", "--format", "json", on="2028-06-20").document

        assert (document["phase"], document["ended_on"]) == ("ended", "2028-06-20")
        assert document["members"] == []

    def test_a_bar(self, ask: Command) -> None:
        """With the end of the period stated, the day to which it can be enforced, and caveats."""
        (bar,) = ask("replay", "--format", "json", on="2028-06-20").document["bars"]

        assert bar["window"] == {"first": "2028-06-20", "last": "2031-06-20"}
        assert bar["enforceable_to"] == "2030-04-10"
        assert bar["caveats"] == ["E03", "E07", "E15"]
        assert ask("replay", "--format", "json", on="2028-06-19").document["bars"] == []

    def test_members_not_known(self, ask: Command, tmp_path: Path) -> None:
        """Null, not nobody."""
        unknown = {"application": None, "co_applicants": None}
        history = without(tmp_path, filed=unknown)
        document = ask("replay", "--format", "json", on="2026-07-01", history=history).document

        assert document["members"] is None


class TestActs:
    """What may be done next."""

    def test_each_act_with_its_reasons(self, ask: Command) -> None:
        """Step, provision, actor, standing, and a sentence for every finding."""
        acts = ask("acts", "--format", "json").document["acts"]
        found = {a["step"]: a for a in acts if a["act"].get("kind") != "member_join"}
        replaced = next(a for a in acts if a["act"].get("kind") == "lead_replacement")
        sentences = [f["sentence"] for f in found["revoke_on_request"]["report"]["findings"]]

        assert {a["standing"] for a in acts} == {"allowed", "waiting", "refused"}
        assert found["request_withdrawal"]["standing"] == "allowed"
        assert found["revoke_on_request"]["actor"] == "bureau"
        assert "art14.s1a" in found["revoke_on_request"]["because"]
        assert any("在先的“主动提出撤销申请”尚未进行" in s for s in sentences)
        assert replaced["standing"] == "waiting"
        assert all(f["citation"] for a in acts for f in a["report"]["findings"])

    def test_another_reading(self, ask: Command) -> None:
        """The step is there that the reading brings, and the report names it."""
        internal = ("--reading", "call_needed=internal")
        acts = ask("acts", *internal, "--format", "json", on="2026-02-01").document["acts"]

        assert "file_without_call" in {a["step"] for a in acts}
        assert "file_without_call" not in ask("acts", "--format", "json").out

    def test_details(self, ask: Command) -> None:
        """The reasons of the readings as well."""
        assert "默认的理由：" in ask("acts", "--details").out
        assert "默认的理由：" not in ask("acts").out


class TestAudit:
    """Whether what happened was lawful."""

    def test_a_lawful_life(self, ask: Command) -> None:
        """Nothing is faulted: 0."""
        ran = ask("audit", "--format", "json", on="2029-01-01")

        assert ran.status == 0
        assert {a["standing"] for a in ran.document["acts"]} == {"allowed"}
        assert ran.document["acts"][0]["event"]["type"] == "call_issued"

    def test_a_step_left_out(self, ask: Command, tmp_path: Path) -> None:
        """Refused: 1, and the text says what was missing."""
        history = without(tmp_path, "publicised", "objection_raised", "objection_decided")
        ran = ask("audit", history=history)

        assert ran.status == 1
        assert "在先的步骤尚未进行：“公示拟批复名单”" in re.sub(r"\n +", "", ran.out)

    def test_something_not_known(self, ask: Command, tmp_path: Path) -> None:
        """Open: 3."""
        history = without(tmp_path, filed={"recipient": None})
        ran = ask("audit", history=history)

        assert ran.status == 3
        assert "尚不能确定" in ran.out

    def test_with_hindsight(self, ask: Command, tmp_path: Path) -> None:
        """What had happened by then counts, even if it was recorded only afterwards: 1."""
        late = {"on": "2026-05-20", "recorded_on": "2026-07-01"}
        history = without(tmp_path, objection_decided=late)
        document = json.loads(Path(history).read_text(encoding="utf-8"))
        document["events"].sort(key=lambda e: e.get("recorded_on", e["on"]))
        Path(history).write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        then = ask("audit", "--format", "json", history=history)
        now = ask("audit", "--hindsight", "--format", "json", history=history)

        assert (then.status, now.status) == (1, 0)
        assert (then.document["with_hindsight"], now.document["with_hindsight"]) == (False, True)
        assert "事后才记录的也计入" in ask("audit", "--hindsight", history=history).out

    def test_no_basis_at_all(self, run: Command) -> None:
        """Published after it all: 4."""
        asked = ("audit", NAME, "--on", "2029-01-01", "--policy", "CN-TJ")
        ran = run(*asked, "--suppose-published", "2028-12-31")

        assert ran.status == 4
        assert "没有依据" in ran.out

    def test_publication_unknown(self, run: Command) -> None:
        """Every act is open then: 3."""
        assert run("audit", NAME, "--on", "2029-01-01", "--policy", "CN-TJ").status == 3


class TestDuties:
    """Who owes what to whom."""

    def test_nothing_overdue(self, ask: Command) -> None:
        """0, though duties are due."""
        ran = ask("duties", "--format", "json", on="2028-01-01")
        due = [d for d in ran.document["duties"] if d["state"] == "due"]

        assert ran.status == 0
        assert [(d["duty"], d["owing"]["due"]) for d in due] == [("inspect_yearly", "2028-12-31")]
        assert due[0]["text"].startswith("每年对创新联合体的运营情况")

    def test_the_marks_of_any_report(self, ask: Command, run: Command) -> None:
        """A draft, supposed to be published; and while that is not known, that it is not."""
        document = ask("duties", "--format", "json").document
        asked = ("duties", NAME, "--on", "2027-12-31", "--policy", "CN-TJ")
        unknown = run(*asked, "--format", "json").document

        assert document["in_force"] == "in_force"
        assert document["marks"] == ["draft", "supposed_publication", "not_official"]
        assert unknown["marks"] == ["draft", "publication_unknown", "not_official"]
        assert "没有提供公布日期" in run(*asked).out

    def test_one_overdue(self, ask: Command, tmp_path: Path) -> None:
        """1, on the day after its last."""
        history = without(tmp_path, "inspected")

        assert ask("duties", history=history, on="2027-12-31").status == 0
        assert ask("duties", history=history, on="2028-01-01").status == 1


class TestCheckOfAHistory:
    """``check`` takes a history where the document tells of events."""

    @pytest.mark.parametrize(
        ("inquiry", "on", "status"),
        [
            ("filing", "2026-05-12", 0),
            ("procedure", "2026-05-12", 0),
            ("formation", "2026-05-12", 0),
            ("change", "2027-12-31", 0),
            ("withdrawal", "2028-06-20", 0),
            ("withdrawal", "2028-06-19", 1),
        ],
    )
    def test_inquiries(self, ask: Command, inquiry: str, on: str, status: int) -> None:
        """The same exit status in text and in JSON."""
        asked = ("check", "--inquiry", inquiry)
        document = ask(*asked, "--format", "json", on=on).document

        assert ask(*asked, on=on).status == status
        assert document["inquiry"] == inquiry
        assert all(f["sentence"] for f in document["findings"])

    def test_a_history_is_needed(self, check: Command) -> None:
        """A case has no changes to speak of."""
        ran = check("complete.json", "--inquiry", "change", "--format", "json")

        assert (ran.status, ran.document["faults"][0]["path"]) == (2, "history")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_case_is_no_history(run: Command, name: str) -> None:
    """It is told what it is, in both languages, and nothing that follows from that."""
    ran = run(name, "complete.json", "--on", "2027-01-01", "--policy", "CN-TJ", "--format", "json")
    (fault,) = ran.document["faults"]

    assert (ran.status, fault["path"]) == (2, "schema")
    assert "这是案例，不是历史" in fault["zh"]
    assert "this is a case, not a history" in fault["en"]


def test_a_day_is_needed(run: Command) -> None:
    """There is no clock."""
    ran = run("replay", NAME)

    assert (ran.status, ran.out) == (2, "")
    assert "--on" in ran.err


def test_a_broken_document_is_told_as_for_a_case(run: Command, tmp_path: Path) -> None:
    """Whether it was to be a case or a history."""
    file = tmp_path / "broken"
    file.write_text("[" * 100_000, encoding="utf-8")

    assert run("check", str(file), "--on", "2027-01-01", "--policy", "CN-TJ").status == 2
