"""What docs/_ext makes of the installed policy and of the command line, without Sphinx."""

from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from innov_consortium import catalogue
from innov_consortium.cli.arguments import make_parser
from innov_consortium.core.numbers import numbers_of
from innov_consortium.rendering import LOCALES

DOCS = Path(__file__).parents[2] / "docs"
TIANJIN = catalogue().select("CN-TJ")
HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture
def extension(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what imports a module of docs/_ext, which is no package."""
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    return importlib.import_module


@pytest.mark.parametrize("name", ["chinese_lines", "command_pages", "languages"])
def test_examples(extension: Any, name: str) -> None:
    """Those in the docstrings."""
    module: ModuleType = extension(name)
    failed, attempted = doctest.testmod(module)

    assert (failed, attempted > 0) == (0, True)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_ledger_has_every_provision_once(extension: Any, locale: str) -> None:
    """With its text, on both sites."""
    page: str = extension("policy_pages").ledger("CN-TJ", locale)
    ids = re.findall(r"\{#([a-z0-9-]+) \.provision\}", page)

    assert ids == [provision.replace(".", "-") for provision in TIANJIN.ledger]
    assert [p.id for p in TIANJIN.ledger.values() if p.text not in page.replace("\\", "")] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_readings_and_conventions_are_all_there(extension: Any, locale: str) -> None:
    """With their options, and one of each marked as the default."""
    page: str = extension("policy_pages").readings("CN-TJ", locale)
    headings = re.findall(r"^### \S+ `(\w+)`$", page, re.MULTILINE)
    options = re.findall(r"^- `(\w+)`", page, re.MULTILINE)

    assert sorted(headings) == sorted(c.name for c in TIANJIN.readings)
    assert len(options) == sum(len(c.question.options) for c in TIANJIN.readings)
    assert page.count("{.default}") == len(TIANJIN.readings)
    side = "en" if locale == "en" else "zh"
    assert [c.entry for c in TIANJIN.conventions if getattr(c, side) not in page] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_figure_and_every_step(extension: Any, locale: str) -> None:
    """By their names in the code."""
    pages = extension("policy_pages")
    figures, steps = (make("CN-TJ", locale) for make in (pages.figures, pages.steps))

    assert [n.name for n in numbers_of(TIANJIN.numbers) if f"`{n.name}`" not in figures] == []
    assert [s.name for s in TIANJIN.rows if f"`{s.name}`" not in steps] == []


def test_every_command_in_each_language(extension: Any) -> None:
    """And nothing of the Chinese in the English page, nor of its help in the Chinese one."""
    made = extension("command_pages").command_line
    (choices,) = (a.choices for a in make_parser()._actions if isinstance(a.choices, dict))
    chinese, english = made("", "zh_CN"), made("", "en")

    for page in (chinese, english):
        assert re.findall(r"^## `([\w-]+)`$", page, re.MULTILINE) == list(choices)
    assert HAN.findall(english) == []
    assert " / " not in chinese


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_of_law_is_headed_by_words(extension: Any, locale: str) -> None:
    """The ids stand below, each with a place of its own and a link to the ledger."""
    headed = extension("law_pages").headed("# `art9.h` 第九条【评价内容】\n\n## 其他\n", locale)
    title = "Art. 9 Evaluation content" if locale == "en" else "第九条【评价内容】"

    assert headed.split("\n\n") == [
        f"# {title}",
        "[[`art9.h`](../reference/ledger-tianjin.md#art9-h)]{#law-art9-h .provision}",
        "## 其他\n",
    ]
