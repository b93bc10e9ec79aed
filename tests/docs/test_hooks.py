"""The reference page of the hooks says of each what holds, and its examples are plugins."""

from __future__ import annotations

import inspect
import re
import sys
import typing
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import pytest
from tests.docs.hooks_shown import call, region

from innov_consortium import hooks
from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Identifier, Organization
from innov_consortium.core.organizations import OrganizationKind as Kind
from innov_consortium.core.policy import Policy
from innov_consortium.errors import FaultKind
from innov_consortium.hooks import (
    AdditionalClausesPlugin,
    PolicyPlugin,
    Specifications,
    hookimpl,
)
from innov_consortium.plugins import Catalogue, catalogue, collect

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")
SHOWN = Path(__file__).parent / "hooks_shown"

#: What is to be said of every hook, in order.
CONTRACT = ["何时调用", "参数", "返回", "何时拒绝", "例子"]

# The modules shown satisfy the protocols; a type checker says so here, or fails.
_: PolicyPlugin = region
__: AdditionalClausesPlugin = call
# And it tells where one does not: an ignore that nothing needs is an error under mypy --strict.
___: PolicyPlugin = call  # type: ignore[assignment]  # a module without that hook
____: AdditionalClausesPlugin = region  # type: ignore[assignment]  # the same


def specified() -> dict[str, Callable[..., Any]]:
    """Return the hooks there are, by name."""
    marked = f"{hooks.PROJECT}_spec"
    return {n: f for n, f in vars(Specifications).items() if hasattr(f, marked)}


HOOKS = specified()


def arguments(function: Callable[..., Any]) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]


def heading(name: str) -> str:
    return f"`{name}({', '.join(arguments(HOOKS[name]))})`"


def section(name: str) -> str:
    """Return what the page says of a hook."""
    after = PAGE.partition(f"## {heading(name)}\n")[2]
    return re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0]


def blocks(text: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


# --- the page -------------------------------------------------------------------------------------


def test_each_hook_has_its_heading_and_no_other() -> None:
    """By its name and the names of its arguments."""
    headed = re.findall(r"^## (`\w+\(.*?\)`)$", PAGE, re.MULTILINE)
    assert headed == [heading(name) for name in HOOKS]
    assert set(HOOKS) == {"innov_policies", "innov_additional_clauses"}


@pytest.mark.parametrize("name", HOOKS)
def test_its_contract_is_told(name: str) -> None:
    """When it is called, with what, what it returns, what is refused, and how one looks."""
    parts = re.split(r"^### (.+)$", section(name), flags=re.MULTILINE)
    told = dict(zip(parts[1::2], (p.strip() for p in parts[2::2]), strict=True))

    assert list(told) == CONTRACT
    assert all(told.values())
    assert set(re.findall(r"^`(\w+)`$", told["参数"], re.MULTILINE)) == set(arguments(HOOKS[name]))
    assert told["何时拒绝"].count("\n| ") > len(CONTRACT)
    assert any("@hookimpl" in block for block in blocks(told["例子"]))


@pytest.mark.parametrize("name", HOOKS)
def test_its_signature_is_the_one_specified(name: str) -> None:
    """Written out below the heading, with the types."""
    signature = inspect.signature(HOOKS[name], eval_str=False)
    own = [p for p in signature.parameters.values() if p.name != "self"]
    listed = ", ".join(f"{p.name}: {p.annotation}" for p in own)

    wanted = f"def {name}({listed}) -> {signature.return_annotation}: ...\n"
    assert blocks(section(name))[0] == wanted


@pytest.mark.parametrize("name", HOOKS)
def test_the_kinds_of_faults_it_names_are_kinds(name: str) -> None:
    """And the places are in the hook, or in the other where a name of it is not known."""
    refused = section(name).partition("### 何时拒绝")[2].partition("### ")[0]
    rows = re.findall(r"^\| .* \| `(\w+)` \| `(\w+)", refused, re.MULTILINE)

    assert {kind for kind, _ in rows} <= {kind.value for kind in FaultKind}
    assert {place for _, place in rows} <= set(HOOKS)
    assert name in {place for _, place in rows}


def test_the_modules_shown_are_those_that_are_checked() -> None:
    """To the letter: the types of these are checked."""
    shown = [block for block in blocks(PAGE) if "@hookimpl" in block]
    assert shown == [(SHOWN / f"{name}.py").read_text("utf-8") for name in ("region", "call")]


# --- what it shows --------------------------------------------------------------------------------


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The catalogue of the modules on the page, read from the page."""
    found = Catalogue()
    shown = [block for block in blocks(PAGE) if "@hookimpl" in block]
    for name, block in zip(("region", "call"), shown, strict=True):
        module = ModuleType(f"shown_{name}")
        monkeypatch.setitem(sys.modules, module.__name__, module)
        exec(compile(block, f"hooks.md:{name}", "exec"), vars(module))  # noqa: S102 - our own page
        found = found.with_plugin(module, name)
    return found


def test_the_modules_shown_are_plugins(made: Catalogue) -> None:
    """Neither is refused, and the call is asked beside the region's policy, in March alone."""
    (policy,) = made.policies
    assert made.refused == ()
    assert [one.name for one in policy.additional] == ["call-2026"]

    published = policy.supposing_published(date(2026, 1, 1))
    units = [
        Organization(name=f"示例单位{n}", id=Identifier("示例", str(n)), kind=Kind.ENTERPRISE)
        for n in range(5)
    ]
    case = Case(application=Application(lead=units[0], participants=tuple(units[1:])))
    answers = [
        published.check("formation", case, on=date(2026, month, 2)).answer.value
        for month in (2, 3, 4)
    ]
    assert answers == ["met", "not_met", "met"]


def test_the_call_asks_nothing_of_others() -> None:
    """Whatever else is installed."""
    assert call.innov_additional_clauses(policy=catalogue().select("CN-TJ")) == ()


# --- protocols, specifications and docstrings -----------------------------------------------------

PROTOCOLS: tuple[type[Any], ...] = (PolicyPlugin, AdditionalClausesPlugin)


def test_a_protocol_for_each_hook() -> None:
    """Of the same name, arguments and types."""
    answered: dict[str, Callable[..., Any]] = {}
    for protocol in PROTOCOLS:
        own = {n: f for n, f in vars(protocol).items() if n.startswith("innov_")}
        assert len(own) == 1
        assert Protocol in protocol.__bases__
        answered |= own
    assert list(answered) == list(HOOKS)
    for name, function in answered.items():
        assert arguments(function) == arguments(HOOKS[name])
        assert typing.get_type_hints(function) == typing.get_type_hints(HOOKS[name])
        assert inspect.getdoc(function)


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_says_what_it_takes_returns_and_raises(name: str) -> None:
    """In its docstring, argument by argument."""
    told = inspect.getdoc(HOOKS[name]) or ""
    parts = re.split(r"^(Args|Returns|Raises):$", told, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))

    assert list(sections) == (["Args"] if arguments(HOOKS[name]) else []) + ["Returns", "Raises"]
    listed = re.findall(r"^    (\w+):", sections.get("Args", ""), re.MULTILINE)
    assert listed == arguments(HOOKS[name])
    assert all(text.strip() for text in sections.values())


def test_what_a_hook_returns_is_typed() -> None:
    """With what is wanted, as the page says."""
    found = {n: typing.get_type_hints(f)["return"] for n, f in HOOKS.items()}
    assert [typing.get_args(hint) for hint in found.values()] == [(Policy,), (AdditionalClauses,)]


# --- every refusal the page tells of --------------------------------------------------------------


def failing(*_: object) -> Any:
    msg = "odd"
    raise ValueError(msg)


def refused_for(**answers: Callable[..., Any]) -> list[tuple[str, str]]:
    """Return the kinds and the places of the faults of a plugin that answers so."""
    module = ModuleType("odd")
    for name, answer in answers.items():
        setattr(module, name, hookimpl(answer))
    made = collect([("region", "", lambda: region), ("odd", "", lambda: module)])
    (refused,) = [r for r in made.refused if r.plugin == "odd"]
    return [(fault.kind.value, fault.path) for fault in refused.faults]


ONE = region.POLICY.supposing_published(date(2026, 1, 1))
#: Of each hook: how a row of its table begins, the hook as it is written, and what it answers.
ROWS: list[tuple[str, str, str, Callable[..., Any]]] = [
    ("innov_policies", "调用时抛出异常", "innov_policies", failing),
    ("innov_policies", "两个挂钩都没有实现", "", failing),
    ("innov_policies", "挂钩的名称或者参数名写错", "innov_polices", lambda: ()),
    ("innov_policies", "返回 `None`", "innov_policies", lambda: None),
    ("innov_policies", "其中有的不是 `Policy`", "innov_policies", lambda: (ONE, 3)),
    ("innov_policies", "多于 1,000 个", "innov_policies", lambda: (ONE,) * 1001),
    ("innov_policies", "同一地区有两个政策", "innov_policies", lambda: (ONE, ONE)),
    *(
        ("innov_additional_clauses", said, "innov_additional_clauses", answer)
        for said, answer in (
            ("调用时抛出异常", lambda policy: policy.nothing),
            ("挂钩的参数名写错", lambda of: (of,)),
            ("返回 `None`", lambda: "call-2026"),
            ("其中有的不是 `AdditionalClauses`", lambda: (call.CALL, 3)),
            ("多于 1,000 项", lambda: (call.CALL,) * 1001),
            ("附加的条件不能附加", lambda: (call.CALL, call.CALL)),
        )
    ),
]


@pytest.mark.parametrize(("hook", "said", "written", "answer"), ROWS)
def test_each_refusal_is_as_the_page_says(
    hook: str, said: str, written: str, answer: Callable[..., Any]
) -> None:
    """The kind and the place stand in its row; of a hook that is not answered there is none."""
    (row,) = re.findall(rf"^\| {re.escape(said)}.*\|$", section(hook), re.MULTILINE)
    kind, place = ([*re.findall(r"`([^`]+)`", cell), ""][0] for cell in row.split("|")[2:4])

    assert refused_for(**({written: answer} if written else {})) == [(kind, place)] * bool(kind)


def test_a_name_that_two_plugins_use_refuses_both() -> None:
    """Nothing is wrong at a place of either."""
    (row,) = re.findall(r"^\| 名称与同一政策上另一插件的相同.*\|$", PAGE, re.MULTILINE)
    made = Catalogue().with_plugin(region, "region")
    made = made.with_plugin(call, "one").with_plugin(call, "other")

    assert "`" not in row
    assert [(r.plugin, r.faults) for r in made.refused] == [("one", ()), ("other", ())]


def test_what_cannot_be_loaded_is_refused() -> None:
    """At the hook it never came to."""
    (row,) = re.findall(r"^\| 载入模块时抛出异常.*\|$", PAGE, re.MULTILINE)
    (refused,) = collect([("odd", "", failing)]).refused

    assert [(f.kind.value, f.path) for f in refused.faults] == [("invalid_value", "innov_policies")]
    assert row.endswith("| `invalid_value` | `innov_policies` |")
