"""Nothing is said without a quotation, and every quotation has its source."""

from __future__ import annotations

import ast
import importlib.resources
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from innov_consortium import catalogue
from innov_consortium.core.inquiries import Coverage
from innov_consortium.core.numbers import Number, numbers_of
from innov_consortium.core.sources import Disposition, Status
from innov_consortium.core.text import region_faults
from innov_consortium.policies import xiamen
from innov_consortium.policies.xiamen import XIAMEN
from innov_consortium.rendering import citation
from innov_consortium.testing.kit import check_policy

FILES = importlib.resources.files(xiamen)
SOURCES = [
    line.split("\t")
    for line in FILES.joinpath("sources.tsv").read_text(encoding="utf-8").splitlines()[1:]
]

#: What a figure is called in the words quoted.
IN_WORDS = {
    7: "7",
    5: "5",
    2: "2",
    Decimal(500_000_000): "5亿元",
    Decimal(20_000_000): "2000万",
    Fraction(3, 100): "3%",
    date(2025, 8, 10): "8月10日",
    ("leading_enterprise", "new_rd_institution"): "龙头企业、新型研发机构",
    ("top_hospital",): "三甲医院",
}


def bare(text: str) -> str:
    return "".join(text.split())


def test_the_rows_join_to_the_passages_as_they_were_seen() -> None:
    """White space apart, nothing is left out, added or moved."""
    text = FILES.joinpath("passages.zh_CN.txt").read_text(encoding="utf-8")
    assert bare("".join(p.text for p in XIAMEN.ledger.values())) == bare(text)


def test_every_passage_has_one_source_and_every_source_a_passage() -> None:
    """With the site, the day, and whether it is the issuing body's own."""
    parts = [row[0] for row in SOURCES]
    of_each = {
        provision: [part for part in parts if re.match(rf"{re.escape(part)}(\.|$)", provision)]
        for provision in XIAMEN.ledger
    }
    assert {provision: len(found) for provision, found in of_each.items()} == dict.fromkeys(
        XIAMEN.ledger, 1
    )
    assert {found[0] for found in of_each.values()} == set(parts)
    assert {row[1] for row in SOURCES} == {"mirror", "issuing body", "press mirror"}
    for _, _, site, dated, zh, en in SOURCES:
        assert re.fullmatch(r"[a-z.]+", site)
        assert date.fromisoformat(dated) >= date(2025, 7, 10)
        assert zh
        assert en


@pytest.mark.parametrize("number", numbers_of(XIAMEN.numbers), ids=lambda n: str(n.name))
def test_every_figure_stands_in_the_passage_it_cites(number: Number) -> None:
    """In the very words."""
    assert IN_WORDS[number.value] in XIAMEN.ledger[number.provision].text


def test_every_condition_is_of_a_passage_seen() -> None:
    """And what no norm is made of says nothing."""
    norms = [norm for norm, _ in XIAMEN.inquiries[0].norms]
    clauses = {p.id for p in XIAMEN.ledger.values() if p.disposition is Disposition.CLAUSE}
    assert {norm.provision for norm in norms} | {"press.s1"} == clauses
    silent = [p.id for p in XIAMEN.ledger.values() if p.disposition is Disposition.DECLARATORY]
    assert [p for p in silent if p.startswith(("art4", "qa4"))] == silent[:1] + silent[2:]


def test_what_is_an_answer_of_the_bureau_is_cited_as_one() -> None:
    """Not as an article of the text."""
    cited = {p: citation(XIAMEN.instrument, p) for p in ("art3.s1", "qa3.item2.s1b", "press.s1")}
    assert cited == {
        "art3.s1": "《厦门市创新联合体管理办法》第三条",
        "qa3.item2.s1b": "《厦门市创新联合体管理办法》政策解读第三部分第2点",
        "press.s1": "《厦门市创新联合体管理办法》新闻报道",
    }
    assert citation(XIAMEN.instrument, "qa4.item1.s2", "en").endswith("part 4 point 1")


def test_no_more_is_asked_than_is_seen() -> None:
    """No evaluation, grades, revocation, bar or change: there is nothing to answer from."""
    assert [inquiry.name for inquiry in XIAMEN.inquiries] == ["formation"]
    assert (XIAMEN.coverage, XIAMEN.instrument.status) == (Coverage.PARTIAL, Status.PUBLISHED)
    assert (XIAMEN.duties, XIAMEN.bars, XIAMEN.engagements, XIAMEN.evaluated) == ((), *[None] * 3)
    assert [step.name for step in XIAMEN.steps] == ["put_on_file"]
    assert XIAMEN.in_time.expiry is None
    assert not XIAMEN.in_time.end_known


def test_it_is_found_by_its_own_names_only() -> None:
    """The province is not the city."""
    found = catalogue()
    assert region_faults("code", XIAMEN.code) == []
    assert all(found.select(name) is XIAMEN for name in ("350200", "CN-FJ-XM", "厦门", "厦门市"))
    assert "CN-FJ" not in XIAMEN.aliases


def test_nothing_is_taken_from_another_region() -> None:
    """No module of another policy is imported, and no other region is named."""
    for file in FILES.iterdir():
        if not file.name.endswith((".py", ".tsv", ".txt", ".jsonl")):
            continue
        text = file.read_text(encoding="utf-8")
        assert "天津" not in text
        if file.name.endswith(".py"):
            imported = [
                n.module for n in ast.walk(ast.parse(text)) if isinstance(n, ast.ImportFrom)
            ]
            policies = {m.split(".")[2] for m in imported if m and ".policies." in m}
            assert policies <= {"xiamen"}


def test_it_conforms() -> None:
    """The kit finds nothing but the gaps that are listed."""
    found = check_policy(XIAMEN, mutants="none")
    assert [(c.name, [f.subject for f in c.flaws]) for c in found.checks if c.flaws] == []
