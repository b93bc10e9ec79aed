"""``schema``: one schema, all of them in a folder, or which there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from innov_consortium import catalogue
from innov_consortium.interchange.schemas import DOCUMENTS, json_schema

Command = Callable[..., Any]

#: Where several policies are installed, one has to be named.
ASKED = ("--policy", "CN-TJ")


def test_a_schema(run: Command) -> None:
    """The very document, and nothing else."""
    ran = run("schema", "case", "--policy", "CN-TJ")

    assert (ran.status, ran.err) == (0, "")
    assert ran.document == json_schema("case", catalogue().select("CN-TJ"))
    assert "x-provision" in ran.out


def test_a_schema_of_no_policy(run: Command) -> None:
    """For whichever policy, with no provisions."""
    ran = run("schema", "case", "--policy", "none")

    assert (ran.status, ran.err) == (0, "")
    assert ran.document == json_schema("case")
    assert "x-provision" not in ran.out


def test_a_schema_of_a_policy(run: Command) -> None:
    """With the provisions that read each field."""
    document = run("schema", "history", "--policy", "CN-TJ").document

    assert document == json_schema("history", catalogue().select("CN-TJ"))
    assert document["$id"] == "urn:innov-consortium:history:2:120000"


@pytest.mark.parametrize(("lang", "said"), [("zh_CN", "登记簿"), ("en", "a register")])
def test_which_there_are(run: Command, lang: str, said: str) -> None:
    """Each with what it is."""
    lines = run("schema", "--lang", lang).out.splitlines()

    assert [line.partition(" ")[0] for line in lines] == list(DOCUMENTS)
    assert any(said in line for line in lines)


def test_which_there_are_as_json(run: Command) -> None:
    listed = run("schema", "--format", "json").document["schemas"]

    assert [one["name"] for one in listed] == list(DOCUMENTS)
    assert listed[0]["id"] == json_schema("case")["$id"]


def test_into_a_folder(run: Command, tmp_path: Path) -> None:
    """All of them, or one; what is written is what is printed."""
    printed = run("schema", "case", *ASKED).out
    one = run("schema", "case", *ASKED, "--into", str(tmp_path))
    written = (tmp_path / "case.schema.json").read_text(encoding="utf-8")
    every = run("schema", *ASKED, "--into", str(tmp_path))

    assert (one.status, one.out, written) == (0, "", printed)
    assert (every.status, len(list(tmp_path.iterdir()))) == (0, len(DOCUMENTS))
    assert str(len(DOCUMENTS)) in every.err


def test_a_folder_there_is_not(run: Command, tmp_path: Path) -> None:
    ran = run("schema", "case", *ASKED, "--into", str(tmp_path / "nowhere"))

    assert (ran.status, ran.out) == (2, "")
    assert "--into" in ran.err


def test_a_document_there_is_not(run: Command) -> None:
    ran = run("schema", "histroy", *ASKED)

    assert (ran.status, ran.out) == (2, "")
    assert "'history'" in ran.err
