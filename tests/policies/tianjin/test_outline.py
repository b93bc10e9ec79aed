"""What the policy is put together from is what somebody has read against the text.

Rewrite the table with ``innov-consortium outline CN-TJ > tests/policies/tianjin/outline.tsv``, and
read what has changed beside the provision that stands in the line.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest
from attrs import astuple

from innov_consortium import catalogue
from innov_consortium.testing.outline import outline_of

TABLE = Path(__file__).with_name("outline.tsv")
COLUMNS = Path(__file__).with_name("columns.tsv")


def test_the_policy_is_put_together_as_in_the_table() -> None:
    kept = TABLE.read_text(encoding="utf-8").splitlines()
    made = [str(line) for line in outline_of(catalogue().select("CN-TJ"))]
    assert "\n".join(unified_diff(kept, made, "outline.tsv", "the policy", lineterm="", n=0)) == ""


def test_every_line_that_cites_has_the_words_of_the_text() -> None:
    policy = catalogue().select("CN-TJ")
    cited = [line for line in outline_of(policy) if line.provision]
    assert len(cited) > 200
    assert all(line.text == policy.ledger[line.provision].text for line in cited)


def test_the_columns_are_those_of_the_table() -> None:
    """What is asked of tables, in words, is read as well; rewrite it with ``columns_told()``."""
    pytest.importorskip("narwhals")
    assert "\n".join(unified_diff(COLUMNS.read_text("utf-8").splitlines(), columns_told())) == ""


def columns_told() -> list[str]:
    """Return every column of the policy's tables in a line: what is read from it, in words."""
    from innov_consortium.policies.tianjin.columns import specs  # noqa: PLC0415 - needs narwhals

    tables = (
        ("application", specs.APPLICATIONS),
        ("member", specs.MEMBERS),
        *specs.ITEMS.items(),
    )
    return [
        "\t".join((sort, *(str(value) for value in astuple(spec))))
        for sort, columns in tables
        for spec in columns
    ]
