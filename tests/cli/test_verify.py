"""``check --receipt`` and ``verify``: a receipt made, verified, altered and refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from innov_consortium.interchange import digest, dumps

EXAMPLES = Path(__file__).parents[2] / "examples"
Command = Callable[..., Any]
SHORT, COMPLETE = "one-participant-short.json", "complete.json"


@pytest.fixture
def receipt(check: Command, tmp_path: Path) -> Path:
    """A receipt of an application with one participant too few."""
    file = tmp_path / "receipt.json"
    assert check(SHORT, "--receipt", str(file)).status == 3
    return file


def resealed(file: Path, **changes: Any) -> str:
    """Write a receipt that was altered and sealed anew, and return its path."""
    document = {**json.loads(file.read_text(encoding="utf-8")), **changes}
    document["seal"] = digest({k: v for k, v in document.items() if k != "seal"})
    forged = file.with_name("forged.json")
    forged.write_bytes((dumps(document) + "\n").encode())
    return str(forged)


def test_a_receipt_is_made_verified_altered_and_refused(run: Command, receipt: Path) -> None:
    same = run("verify", str(receipt), SHORT)
    assert (same.status, same.err) == (0, "")
    assert same.out.splitlines()[1].startswith("同一结论，同一理由。")

    text = receipt.read_bytes()
    receipt.write_bytes(text.replace(b'"open"', b'"met"', 1))
    altered = run("verify", str(receipt), SHORT)
    assert (altered.status, altered.out) == (2, "")
    assert "seal：印记：与其余内容不符：回执已被改动" in altered.err


def test_a_receipt_of_a_history(run: Command, tmp_path: Path) -> None:
    history = "histories/evaluations-to-revocation.json"
    file = str(tmp_path / "receipt.json")
    on = ("--policy", "CN-TJ", "--suppose-published", "2025-04-11", "--on", "2028-06-01")
    asked = ("--inquiry", "revocation_grounds", "--receipt", file)
    made = run("check", history, *on, *asked)

    assert made.status in (0, 1, 3)
    assert run("verify", file, history).status == 0
    assert run("verify", file, COMPLETE).status == 4


def test_json_is_one_document(run: Command, receipt: Path) -> None:
    ran = run("verify", resealed(receipt, answer="met"), SHORT, "--format", "json", "--lang", "en")

    assert (ran.status, ran.err) == (1, "")
    assert ran.document["schema"] == "innov-consortium/verification/1"
    assert ran.document["verdict"] == "different"
    assert ran.document["answer"] == {"before": "met", "after": "open"}
    assert ran.document["sentence"].startswith("Different: the receipt says")


def test_the_provisions_are_told(run: Command, receipt: Path) -> None:
    numbers = {**json.loads(receipt.read_text(encoding="utf-8"))["numbers"], "min_participants": 5}
    forged = resealed(receipt, numbers=numbers)
    text = run("verify", forged, SHORT)
    document = run("verify", forged, SHORT, "--format", "json").document
    (changed,) = document["because"]

    assert text.status == 1
    assert "第五条第（三）项  不合原则（尚无决定） → 符合" in text.out
    assert "「参与单位总数原则上不少于6家」" in text.out
    assert (changed["before"], changed["after"]) == ("departs_from_principle", "met")
    assert changed["citation"] == "《天津市创新联合体管理办法（征求意见稿）》第五条第（三）项"


def test_the_same_answer_for_other_reasons(run: Command, receipt: Path) -> None:
    ran = run("verify", resealed(receipt, in_force="unknown"), SHORT)

    assert ran.status == 3
    assert ran.out.splitlines()[1].startswith("结论相同，理由不同。")


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ({"edition": "120000:0123456789ab"}, "不是同一文本"),
        ({"text_sha256": "0" * 64}, "不是同一文本"),
        ({"code": "990000", "edition": "990000:0123456789ab"}, "没有回执所依据的政策"),
    ],
)
def test_without_the_edition_nobody_can_tell(
    run: Command, receipt: Path, policy: dict[str, str], said: str
) -> None:
    """The facts are not even read: they may tell of what no other text knows."""
    sealed = json.loads(receipt.read_text(encoding="utf-8"))["policy"]
    ran = run("verify", resealed(receipt, policy={**sealed, **policy}), "no-such-file.json")

    assert ran.status == 4
    assert ran.out.splitlines()[1].startswith("无从核对：")
    assert said in "".join(ran.out.split())


def test_other_facts(run: Command, receipt: Path) -> None:
    ran = run("verify", str(receipt), COMPLETE, "--lang", "en")

    assert ran.status == 4
    assert "Nobody can tell: what was handed in is not what" in ran.out


def test_the_policy_may_be_named(run: Command, receipt: Path) -> None:
    assert run("verify", str(receipt), SHORT, "--policy", "CN-TJ").status == 0
    assert run("verify", str(receipt), SHORT, "--policy", "CN-XX").status == 2


@pytest.mark.parametrize("file", [SHORT, "no-such-file.json"])
def test_what_is_no_receipt_is_refused(run: Command, file: str) -> None:
    assert run("verify", file, SHORT).status == 2


def test_a_receipt_is_never_written_over(check: Command, receipt: Path) -> None:
    """The same receipt may be there; another one, or whatever else, is left as it is."""
    before = receipt.read_bytes()

    assert check(SHORT, "--receipt", str(receipt)).status == 3
    refused = check(COMPLETE, "--receipt", str(receipt))
    assert (refused.status, refused.out) == (2, "")
    assert "--receipt" in refused.err
    assert "已存在" in refused.err
    assert receipt.read_bytes() == before


def test_where_none_can_be_written(check: Command, tmp_path: Path) -> None:
    refused = check(SHORT, "--receipt", str(tmp_path / "no" / "receipt.json"), "--lang", "en")

    assert (refused.status, refused.out) == (2, "")
    assert "cannot write" in refused.err


def test_it_is_written_in_one_way(receipt: Path) -> None:
    text = receipt.read_text(encoding="utf-8")

    assert text == dumps(json.loads(text)) + "\n"
    assert "示例" not in text


def test_other_marks_are_a_remark(run: Command, receipt: Path) -> None:
    """The reasons are the same."""
    ran = run("verify", resealed(receipt, marks=[]), SHORT)

    assert ran.status == 0
    assert "下列内容与回执所载不同：对整个结论的说明。" in ran.out


def test_every_byte_of_the_file_is_looked_at(run: Command, receipt: Path) -> None:
    """White space, escapes and order alter no content and are told all the same."""
    text = receipt.read_text(encoding="utf-8")
    document = json.loads(text)
    swapped = {**document, "numbers": dict(reversed(document["numbers"].items()))}
    others = [
        text + " ",
        text[:-1],
        text.replace('"on": ', '"on" : ', 1),
        text.replace('"on"', '"\\u006fn"', 1),
        dumps(dict(reversed(document.items()))) + "\n",
        dumps(swapped) + "\n",
    ]
    for other in others:
        assert other != text
        receipt.write_bytes(other.encode())
        ran = run("verify", str(receipt), SHORT)
        assert (ran.status, "内容未改，书写有改动" in ran.err) == (0, True), other[:40]
    assert "content unaltered" in run("verify", str(receipt), SHORT, "--lang", "en").err


def test_stdin_is_read_once(run: Command) -> None:
    for command in (("verify", "-", "-"), ("verify", "-", SHORT, "--register", "-")):
        ran = run(*command)
        assert (ran.status, ran.out) == (2, "")
        assert "标准输入只能读一次" in ran.err


def test_a_receipt_has_a_limit_of_its_own(run: Command, receipt: Path) -> None:
    """It is larger than that of a case, and what is asked for holds for both."""
    text = receipt.read_bytes()
    receipt.write_bytes(text + b" " * 2_000_000)
    assert run("verify", str(receipt), SHORT).status == 0
    assert run("verify", str(receipt), SHORT, "--max-bytes", "1500000").status == 2
    receipt.write_bytes(text + b" " * 10_000_000)
    ran = run("verify", str(receipt), SHORT)
    assert (ran.status, "上限 5000000 字节" in ran.err) == (2, True)
    assert run("verify", str(receipt), SHORT, "--max-bytes", "11000000").status == 0


def test_an_inquiry_that_does_not_fit_the_facts(run: Command, receipt: Path) -> None:
    ran = run("verify", resealed(receipt, inquiry="filing"), SHORT)

    assert ran.status == 4
    assert "现有版本没有或不能采用" in "".join(ran.out.split())
