"""The core is pure, and a clause is one comparison in the words of statutes."""

from __future__ import annotations

import ast
import doctest
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import innov_consortium.core
from innov_consortium import catalogue
from innov_consortium.core.clauses import Clause
from innov_consortium.core.policy import Policy
from innov_consortium.testing.kit.clauses import offences, quotes

CORE = sorted(Path(innov_consortium.core.__path__[0]).glob("*.py"))

CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime"}
FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "input", "print"}
CHANCE = {"random", "randint", "shuffle", "choice", "uuid4", "token_hex", "urandom"}
OF_A_REGION = re.compile(r"\bart\d|第[一二三四五六七八九十]+条|\b\d{6}\b|天津|[Tt]ianjin|CN-")


def clauses_of(policy: Policy) -> Iterator[Clause[...]]:
    """Yield every clause of a policy once: of inquiries, of steps and of its force in time."""
    yield from (norm for norm in dict.fromkeys(policy.every_norm) if isinstance(norm, Clause))


CLAUSES = [
    pytest.param(policy, clause, id=f"{policy.code}-{clause.name}")
    for policy in catalogue().policies
    for clause in clauses_of(policy)
]


def functions_with_examples() -> Iterator[Any]:
    for policy in catalogue().policies:
        for function in (*clauses_of(policy), *policy.facts, *policy.items):
            if ">>>" in (function.__doc__ or ""):
                yield pytest.param(function, id=f"{policy.code}-{function.name}")


# --- the core ---------------------------------------------------------------------------------


def impurities(source: str) -> list[str]:
    """Return what in a module reads a clock, a file or chance, is a float or names a region."""
    tree = ast.parse(source)
    prose = {id(node) for node in _docstrings(tree)}
    return [
        f"line {node.lineno}: {what}"
        for node in ast.walk(tree)
        if isinstance(node, ast.expr)
        for what in _impure(node, prose)
    ]


def _docstrings(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr):
                yield first.value


def _impure(node: ast.AST, prose: set[int]) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            if name in CLOCKS | FILES | CHANCE | {"float"}:
                yield f"{name}()"
        case ast.Constant(value=float() | complex()):
            yield f"the float {node.value!r}"
        case ast.Constant(value=str() as text):
            if id(node) not in prose and OF_A_REGION.search(text):
                yield f"the literal {text!r}"
        case ast.BinOp(op=ast.Div()):
            yield "a division, whose result is rounded"
        case _:
            return


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.name)
def test_the_core_is_pure(path: Path) -> None:
    """No clock, no file, no chance, no float, no region and no article."""
    assert impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "date.today()",
        "datetime.now(UTC)",
        "time()",
        "open(name)",
        "path.read_text()",
        "random.random()",
        "share = 0.5",
        "float(share)",
        "part / whole",
        "code = '120000'",
        "provision = 'art5.item3'",
        "text = '第五条'",
        "city = '天津市'",
    ],
)
def test_what_is_impure_is_seen(line: str) -> None:
    """The walk itself is no blind eye."""
    assert impurities(f"def f():\n    '''天津 art5 120000'''\n    {line}\n") != []


SCRIPT = """
import json, sys
from datetime import date
from attrs import evolve
import innov_consortium as ic
from innov_consortium.core import uscc
from innov_consortium.core.events import CallIssued, Filed, Recognised

def unit(n):
    body = f"91120116MAXT{n:05d}"
    code = ic.Identifier.uscc(body + uscc.check_character(body))
    return ic.Organization(name=f"测试企业{n}", id=code, kind=ic.OrganizationKind.ENTERPRISE)

day = date(2026, 3, 2)
lead = evolve(unit(9), domicile="120116", zone="滨海新区")
case = ic.Case(
    application=ic.Application(lead=lead, participants=tuple(map(unit, range(1, 7)))),
    register=ic.Register.complete(to=day),
)
filed = Filed(on=day, by="测试企业9", application=case.application)
dossier = ic.Dossier(history=ic.History("C1", (CallIssued(on=day), filed)), register=case.register)
approval = Recognised(on=day)
policies = [evolve(p) for p in ic.catalogue().policies]
ask = {"application": case, "history": dossier}
for name in ("decide", "possible_acts", "audit", "duties", "register", "replay"):
    getattr(ic, name)  # the lazy face imports when a name is first used
events = []
sys.addaudithook(lambda event, _: events.append(event) if watching else None)
watching = True
answers = [p.check(i.name, ask[i.of], on=day) for p in policies for i in p.inquiries]
for p in policies:
    consortium = ic.replay(dossier.history, day)
    answers.append(ic.decide(p, consortium, approval, day, case))
    answers += ic.possible_acts(p, consortium, day, case)
    answers += ic.audit(p, dossier.history, day, case)
    answers += ic.duties(p, consortium, day)
    answers.append(ic.register(p, [dossier.history], day))
seen = sorted(set(events))
open(sys.executable).close()
watching = False
print(json.dumps([len(answers), seen, "open" in events]))
"""

#: Events of the interpreter itself that touch nothing outside.
HARMLESS = {"builtins.id", "object.__getattr__", "object.__setattr__", "sys._getframe"}


def test_a_check_touches_nothing_outside() -> None:
    """No file, no socket, no process, no import; the hook does see a file that is opened."""
    script = "watching = False\n" + SCRIPT
    done = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    asked, seen, alive = json.loads(done.stdout)
    assert (asked > 0, set(seen) - HARMLESS, alive) == (True, set(), True)


IMPORT = """
import json, pkgutil, sys
import attrs
opened, others = [], set()

def hook(event, args):
    if event == "open":
        opened.append(str(args[0]))
    elif event.split(".")[0] in ("socket", "subprocess", "shutil", "sqlite3", "urllib", "tempfile"):
        others.add(event)

sys.addaudithook(hook)
import innov_consortium.core as core
for module in pkgutil.iter_modules(core.__path__):
    __import__(f"innov_consortium.core.{module.name}")
print(json.dumps([[p for p in opened if not p.endswith((".py", ".pyc"))], sorted(others)]))
"""


def test_importing_the_core_reads_nothing_but_code() -> None:
    """No table, no catalogue, no socket."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-B", "-c", IMPORT], capture_output=True, text=True, check=True
    )
    opened, others = json.loads(done.stdout)
    assert ([p for p in opened if not re.search(r"\.(so|pyd)$|\.pyc\.\d+$", p)], others) == ([], [])


# --- clauses ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("policy", "clause"), CLAUSES)
def test_a_clause_is_written_in_words_only(policy: Policy, clause: Clause[...]) -> None:
    """No operator, no literal, no choice but by a reading."""
    readings = {c.name for c in policy.readings}
    chosen = tuple(name for name in clause.settings if name in readings)
    assert offences(inspect.getsource(clause.function), chosen) == []


@pytest.mark.parametrize(
    ("body", "offence"),
    [
        ("return at_least(heads, least)", None),
        ("said = not_(heads)\n    return holds(said)", None),
        ("if read is Reading.A:\n        return granted()\n    return holds(heads)", None),
        ("return heads >= least", "heads >= least"),
        ("return at_least(heads, 6)", "6"),
        ("return heads and least", "heads and least"),
        ("return not heads", "not heads"),
        ("return max(heads, least)", "max(heads, least)"),
        ("return holds(heads.value)", "heads.value"),
        ("return holds(heads) if least else granted()", "holds(heads) if least else granted()"),
        ("if heads is Reading.A:\n        return granted()", "if heads is Reading.A"),
        ("if read == Reading.A:\n        return granted()", "if read == Reading.A"),
        ("if read:\n        return granted()", "if read"),
        ("for one in heads:\n        pass", "for one in heads:\n    pass"),
        ("return at_least(heads, least=least)", "at_least(heads, least=least)"),
        ("return at_least(*heads)", "*heads"),
    ],
)
def test_what_is_more_than_words_is_seen(body: str, offence: str | None) -> None:
    """The walk itself is no blind eye, nor does it object to a choice by a reading."""
    source = f"def f(heads, *, least, read):\n    '''句。'''\n    {body}\n"
    assert offences(source, ("read",)) == ([] if offence is None else [offence])


@pytest.mark.parametrize("function", list(functions_with_examples()))
def test_the_examples_of_a_function_are_collected(function: Any) -> None:
    """A decorator that hid them would hide them silently."""
    module = inspect.getmodule(function.function)
    found = {t.name.rpartition(".")[2]: t for t in doctest.DocTestFinder().find(module)}
    written = function.__doc__.count(">>> ")
    assert len(found[function.name].examples) == written


@pytest.mark.parametrize(("policy", "clause"), CLAUSES)
def test_a_clause_has_examples(policy: Policy, clause: Clause[...]) -> None:
    """What is compared is shown, on either side of the bound."""
    assert (policy.code, clause.name, ">>> " in (clause.__doc__ or "")) == (
        policy.code,
        clause.name,
        True,
    )


# --- the text ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("policy", "clause"), CLAUSES)
def test_a_clause_quotes_its_provision(policy: Policy, clause: Clause[...]) -> None:
    """The first sentence of its docstring stands in the text, so that a reader can compare."""
    first = (clause.__doc__ or "").partition("\n")[0]
    assert (first, quotes(first, policy.ledger[clause.provision].text)) == (first, True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("参与单位总数不少于6家。", True),
        ("参与单位……不少于6家。", True),
        ("不少于6家。", True),
        ("参与单位总数不少于6家（含牵头单位见解释）。", True),
        ("参与单位总数不少于6家，单位为家。", True),
        ("参与单位总数不少于6个。", False),
        ("不少于6家……参与单位总数。", False),
        ("（不少于6家）。", False),
        ("家，不少于6个。", False),
        ("", False),
    ],
)
def test_what_is_no_quotation_is_seen(sentence: str, expected: bool) -> None:
    """Other words, another order, a bare note and nothing are none."""
    assert quotes(sentence, "参与单位总数 不少于6家，") is expected
