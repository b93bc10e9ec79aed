"""``ledger``: every provision with its page and examples, and what rests on a fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Command = Callable[..., Any]


def test_every_provision_names_its_page_and_its_examples(run: Command) -> None:
    document = run("ledger", "CN-TJ", "--format", "json").document
    rows = {row["id"]: row for row in document["provisions"]}
    assert sum(document["dispositions"].values()) == len(rows) == 211
    assert document["dispositions"].keys() >= {"clause", "step", "duty", "declaratory", "external"}
    assert {row["page"] for row in rows.values()} == {
        "index.md",
        *(f"art{n:02d}.md" for n in range(1, 27)),
    }
    examples = rows["art5.item3.s2c"]["examples"]
    assert "art05_formation:enough_participants" in {e["where"] for e in examples}
    assert all(e["line"] > 0 and e["source"] for e in examples)
    assert rows["art5.h"]["where"] == ""


@pytest.mark.parametrize(("lang", "word"), [("zh_CN", "规则"), ("en", "clause")])
def test_a_line_for_each_provision(run: Command, lang: str, word: str) -> None:
    done = run("ledger", "CN-TJ", "--lang", lang)
    lines = [x for x in done.out.split("\n") if x.startswith("art5.item3.s2c ")]
    assert len(lines) == 1
    assert word in lines[0]
    assert "art05.md" in lines[0]
    assert "参与单位总数原则上不少于6家，" in lines[0]
    assert "211" in done.err


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_fact_names_its_place_and_what_rests_on_it(run: Command, lang: str) -> None:
    done = run("ledger", "CN-TJ", "--fact", "participants", "--lang", lang)
    assert done.status == 0
    assert "facts_composition:" in done.out
    assert "lead_counts" in done.out
    assert "art5.item3.s2c] enough_participants" in done.out


def test_a_fact_as_a_document(run: Command) -> None:
    document = run("ledger", "CN-TJ", "--fact", "bar_years", "--format", "json").document
    assert (document["kind"], document["provisions"]) == ("number", ["art11.p2.s1b"])
    assert {"kind": "policy", "of": "bars"}.items() <= document["resting"][0].items()


def test_a_fact_that_does_not_exist_is_refused_with_the_nearest(run: Command) -> None:
    done = run("ledger", "CN-TJ", "--fact", "particpants")
    assert (done.status, "participants" in done.err) == (2, True)
