"""The made-up region to copy from does what its text says, not installed but put on the path.

It differs from the first region on purpose: if the core is altered for the sake of one region, this
one must go on as it is.
"""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from innov_consortium.core.auditing import audit
from innov_consortium.core.decide import Standing
from innov_consortium.core.history import replay
from innov_consortium.core.plan import closure
from innov_consortium.core.policy import Policy
from innov_consortium.interchange import load_case, load_dossier
from innov_consortium.plugins import Catalogue, instead
from innov_consortium.rendering import render, wording
from innov_consortium.rendering.states import render_state
from innov_consortium.testing.articles import page_faults, pages_of, run_page
from innov_consortium.testing.examples import read_examples, run_example

HOME = Path(__file__).parents[2] / "examples" / "policy-shuiyun"
sys.path.insert(0, str(HOME / "src"))
PACKAGE: Any = importlib.import_module("innov_policy_shuiyun")
SHUIYUN: Policy = PACKAGE.SHUIYUN
REGIONS = Catalogue().register(SHUIYUN)

FOLDER = Path(PACKAGE.__file__).parent
MODULES = [module.name for module in pkgutil.iter_modules([str(FOLDER)])]
PAGES = pages_of(SHUIYUN)
ROWS = read_examples((FOLDER / "examples.jsonl").read_text(encoding="utf-8"))
CASE = (HOME / "examples" / "led-by-a-firm-and-a-hospital.json").read_bytes()
HISTORY = (HOME / "examples" / "filed-to-struck-off.json").read_bytes()
TOLD = load_dossier(HISTORY, SHUIYUN)
DAY = date(2031, 1, 1)


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    module = importlib.import_module(f"{PACKAGE.__name__}.{name}")

    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages(page: Any) -> None:
    with instead(REGIONS):
        assert run_page(page).failures == ()


def test_pages_quote_the_text() -> None:
    assert page_faults(PAGES, SHUIYUN.ledger) == ()


def test_ledger_is_the_text() -> None:
    whole = "".join((FOLDER / "measures.zh_CN.txt").read_text(encoding="utf-8").split())

    assert "".join("".join(p.text.split()) for p in SHUIYUN.ledger.values()) == whole


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_examples(row: Any) -> None:
    found = run_example(row.document, SHUIYUN)

    assert (found.result, found.note) == ("pass", "")


@pytest.mark.parametrize("locale", ["zh_CN", "en"])
def test_case_is_worded(locale: str) -> None:
    """Nothing in its report is named by its name in the code."""
    case = load_case(CASE)
    report = SHUIYUN.check("formation", case, on=date(2026, 4, 30))
    text = render(report, locale)

    assert report.answer.value == "met"
    assert [unit.kind.value for unit in case.application.leads] == ["enterprise", "hospital"]
    assert not [norm.name for norm in SHUIYUN.norms("formation") if f" {norm.name} " in text]


@pytest.mark.parametrize("locale", ["zh_CN", "en"])
def test_history_bars_two_leads_and_a_person(locale: str) -> None:
    """The person in the post on that day, whose name stands nowhere in what is printed."""
    consortium = replay(TOLD.history, DAY)
    text = render_state(SHUIYUN, consortium, locale)

    assert text.count("2032") == 6
    assert "示例丙" not in text


def test_every_recorded_act_was_lawful() -> None:
    acts = {one.event.tag: one.standing for one in audit(SHUIYUN, TOLD.history, DAY, TOLD)}
    lawful = ("publicised", "recognised", "result_notified", "change_reported", "ended")

    assert {tag: acts[tag] for tag in lawful} == dict.fromkeys(lawful, Standing.ALLOWED)


@pytest.mark.parametrize("locale", ["zh_CN", "en"])
def test_every_name_has_a_label(locale: str) -> None:
    words = wording(locale, SHUIYUN)
    named = [("fact", f.name) for f in SHUIYUN.facts] + [("items", i.name) for i in SHUIYUN.items]
    named += [("step", s.name) for s in SHUIYUN.steps] + [("stage", s.to) for s in SHUIYUN.steps]
    named += [("role", a.role) for a in SHUIYUN.actors]
    named += [("duty", d.name) for d in SHUIYUN.duties]
    named += [("inquiry", i.name) for i in SHUIYUN.inquiries]
    named += [("reading", c.name) for c in SHUIYUN.readings]

    keys = [f"{family}.{name}" for family, name in named]
    assert [key for key in keys if words.of_policy(key, n=1) is None] == []


def test_no_fact_number_or_reading_is_there_for_nothing() -> None:
    facts = {fact.name: fact for fact in SHUIYUN.facts}
    wanted = {need for norm in SHUIYUN.every_norm for need in norm.needs}
    wanted |= {need for items in SHUIYUN.items for need in items.needs}
    wanted |= {duty.occasions for duty in SHUIYUN.duties if duty.occasions is not None}
    wanted |= {"engagements", "parties", "bars", "turns"}
    used = set(closure(sorted(wanted), facts))

    assert set(facts) - used == set()
