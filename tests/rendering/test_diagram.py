"""The diagram is drawn from the table of steps, and the page that shows it is fresh."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from tests.toy_filing import FILING

from innov_consortium.core.clauses import Clause
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import Step
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.rendering import LOCALES, dot, mermaid, wording
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.drawing import Drawing, Edge, Sort, drawing_of

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "procedure-tianjin.md"
TABLE = "<!-- generated: steps CN-TJ -->\n"
WRITERS = {"mermaid": mermaid, "dot": dot}


def edges(policy: Policy, locale: str = "zh_CN") -> list[Edge]:
    return list(drawing_of(policy, locale).edges)


def edge(start: str, end: str) -> Edge:
    (found,) = (e for e in edges(TIANJIN) if (e.start, e.end) == (start, end))
    return found


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("step", TIANJIN.rows, ids=lambda s: s.name)
def test_every_step_is_an_edge_with_its_actor_and_provision(step: Step, locale: str) -> None:
    """Name, who takes it, and the id of the provision it rests on."""
    words = wording(locale, TIANJIN)
    who = "" if step.actor is None else f"{words.label('role', step.actor)} · "
    where = f"{who}{place(step.provision, locale)} {step.provision}"
    pairs = [pair for e in edges(TIANJIN, locale) for pair in pairwise(e.lines)]

    assert (words.label("step", step.name), where) in pairs


@pytest.mark.parametrize("notation", WRITERS)
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("policy", [TIANJIN, FILING], ids=lambda p: p.code)
def test_every_edge_leads_between_nodes_that_are_drawn(
    policy: Policy, locale: str, notation: str
) -> None:
    """A node is drawn once, in one cluster, and every edge has both its ends."""
    drawing: Drawing = drawing_of(policy, locale)
    nodes = [n.id for c in drawing.clusters for n in c.nodes]
    text = WRITERS[notation](policy, locale)

    assert len(set(nodes)) == len(nodes)
    assert {end for e in drawing.edges for end in (e.start, e.end)} == set(nodes)
    assert all(re.fullmatch(r"[a-z0-9_]+", n) and n in text for n in nodes)


def test_what_is_implied_is_dashed_and_what_moves_the_phase_is_thick() -> None:
    """The refusal of an approval follows from the text, the approval stands in it."""
    refusal = edge("life__any_1", "life__refused")
    approval = edge("life__publicity_over", "life__active")
    report = edge("member_change__start", "member_change__change_reported")

    assert (refusal.sort, approval.sort, report.sort) == (
        Sort.IMPLIED_MOVE,
        Sort.MOVE,
        Sort.STEP,
    )
    assert refusal.lines[-1] == "→ 未获组建"
    assert approval.lines[-1] == "→ 已经组建"
    written = mermaid(TIANJIN)
    assert 'life__publicity_over ==>|"批复组建' in written
    assert 'life__any_1 -.->|"不予批复' in written


def test_publicity_is_over_of_itself() -> None:
    """No step leads there: a window does."""
    window = edge("life__in_publicity", "life__publicity_over")
    assert (window.sort, window.lines) == (Sort.WINDOW, ("期限届满，自行转入",))


def test_the_special_case_leads_past_the_steps_before() -> None:
    """Art. 7, from the very beginning; one node names its steps, the approval leads on, dashed."""
    special = edge("life__start", "life__special_2")
    approval = edge("life__special_2", "life__active")
    nodes = [n for c in drawing_of(TIANJIN, "zh_CN").clusters for n in c.nodes]
    (node,) = (n for n in nodes if "special" in n.id)

    assert (special.sort, approval.sort) == (Sort.SPECIAL, Sort.SPECIAL)
    assert (special.lines, approval.lines) == (("第七条 art7.s1c",), ("批复组建",))
    assert node.lines[:2] == ("特别规定：下列步骤可以不经在先步骤", "审核推荐、审核，不推荐")
    assert [e.end for e in edges(TIANJIN) if e.start == node.id] == ["life__active"]


def test_a_special_rule_for_a_few_steps_leads_to_each() -> None:
    """No node of its own then."""
    few = ("expert_review", "approve")
    steps = tuple(s if s.name in few else evolve(s, special=None) for s in TIANJIN.steps)
    found = [e for e in edges(evolve(TIANJIN, steps=steps)) if e.sort is Sort.SPECIAL]

    assert [(e.start, e.end) for e in found] == [
        ("life__start", "life__expert_reviewed"),
        ("life__start", "life__active"),
    ]
    assert found[1].lines == ("特别规定：不经在先步骤而批复组建", "第七条 art7.s1c")


def test_an_end_on_request_ends_the_consortiums_own_life() -> None:
    """It leads out of its own path, and no step leads on from there."""
    assert edge("withdrawal__withdrawal_reviewed", "life__revoked").sort is Sort.MOVE
    assert [e for e in edges(TIANJIN) if e.start.endswith("__revoked")] == []


def test_another_reading_draws_other_steps() -> None:
    """Where the call is internal, one may file without it."""
    internal = TIANJIN.with_readings(call_needed="internal")
    assert "没有征集通知的联合申报" in mermaid(internal)
    assert "没有征集通知的联合申报" not in mermaid(TIANJIN)


def test_chinese_has_a_font_and_what_is_written_is_escaped() -> None:
    """Graphviz does not look for a font that has Chinese by itself."""
    assert dot(TIANJIN).count("Noto Sans CJK SC") == 3
    assert r"没有编入步骤" not in dot(TIANJIN)
    assert '"' not in re.sub(r'"[^"\n]*"', "", mermaid(TIANJIN))


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_policy_without_steps_has_no_diagram(write: type) -> None:
    """It is said in both languages."""
    with pytest.raises(LookupError, match="没有编入步骤 / policy 120000 has no steps"):
        write(evolve(TIANJIN, steps=()))


# --- the page -------------------------------------------------------------------------------------


def table() -> str:
    """Return the table of steps as the page has it."""
    zh = wording("zh_CN", TIANJIN)
    rows = [
        "| 步骤 | 条款句 | 行为人 | 自 → 至 | 须符合 |",
        "| --- | --- | --- | --- | --- |",
    ]
    for step in TIANJIN.rows:
        name = f"{zh.label('step', step.name)} `{step.name}`"
        where = f"{place(step.provision)} `{step.provision}`"
        where += "" if step.stated else "（条文没有写明）"
        who = "—" if step.actor is None else zh.label("role", step.actor)
        after = "、".join(zh.label("stage", s) for s in step.after)
        way = f"{after} → {zh.label('stage', step.to)}"
        rows.append(f"| {name} | {where} | {who} | {way} | {guards(step)} |")
    return "\n".join(rows) + "\n"


def guards(step: Step) -> str:
    """Return what a step must satisfy, and what may take the place of that."""
    named = [f"`{g.name}` {g.provision}" for g in step.guards if isinstance(g, Clause)]
    named += [f"询问 `{name}`" + "（仅不符合的不可以）" * step.screening for name in step.asks]
    if step.special is not None:
        named.append(f"或者 `{step.special.name}` {step.special.provision}")
    return "；".join(named) or "—"


def fresh() -> str:
    """Return the page with its diagram and its table made anew."""
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition("```mermaid\n")
    below = rest.partition("```\n")[2]
    prose = below.partition(TABLE)[0]
    return f"{head}```mermaid\n{mermaid(TIANJIN)}```\n{prose}{TABLE}\n{table()}"


def test_the_page_shows_the_present_table() -> None:
    """UPDATE_SNAPSHOTS=1 writes it anew; look at the diagram before keeping it."""
    page = fresh()
    if os.environ.get("UPDATE_SNAPSHOTS"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page
