"""Values of Python in refusals: what is on the list is made, and nothing else is reached."""

from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import run_cases
from innov_consortium.testing.refusals import NotAllowedError, evaluate
from innov_consortium.testing.refusals.surroundings import participant

MADE: list[tuple[str, Any]] = [
    ("Decimal('1.50')", Decimal("1.50")),
    ("decimal.Decimal('1')", Decimal(1)),
    ("Fraction(1, 3)", Fraction(1, 3)),
    ("date(2026, 3, 2)", date(2026, 3, 2)),
    ("datetime.date(2026, 3, 2)", date(2026, 3, 2)),
    ("datetime.datetime(2026, 3, 2)", datetime(2026, 3, 2)),  # noqa: DTZ001 - has none, on purpose
    ("date.max", date.max),
    ("float('-inf')", -math.inf),
    ("-math.inf", -math.inf),
    ("'津甲'.encode()", "津甲".encode()),
    ("'津' * 3", "津津津"),
    ("10 ** 20", 10**20),
    ("[i * 2 for i in range(4) if i]", [2, 4, 6]),
    ("[(i, j) for i in range(2) for j in range(i)]", [(1, 0)]),
    ("{i: str(i) for i in range(2)}", {0: "0", 1: "1"}),
    ("[*range(2), *(5,)]", [0, 1, 5]),
    ("set([1, 1])", {1}),
    ("{i for i in range(2)}", {0, 1}),
    ("reduce(lambda a, _: [a], range(3), [])", [[[[]]]]),
    ("x = []\nfor _ in range(2): x = [x]", [[[]]]),
    ("x = {}; x['a'] = 1", {"a": 1}),
    ("x = [1]; x.append(2)", [1, 2]),
    ("x = [1]; x.append(2); len(x)", 2),
    ("1 if 2 > 1 >= 1 else 0", 1),
    ("[1, 2][-1]", 2),
    ("not 1", False),
    ("None", None),
    ("bytes(2)", b"\0\0"),
    ("int('7')", 7),
]


@pytest.mark.parametrize(("source", "value"), MADE)
def test_what_is_on_the_list_is_made(source: str, value: object) -> None:
    """Literals, a few names and methods, comprehensions, plain statements."""
    made = evaluate(source)
    assert (type(made), made) == (type(value), value)


def test_what_no_equality_tells() -> None:
    """What is no number, what holds itself, what has no end, an empty class."""
    assert evaluate("Decimal('sNaN')").is_snan()
    itself = evaluate("x=[]; x.append(x)")
    assert itself[0] is itself
    assert next(evaluate("itertools.count(5)")) == 5
    assert list(evaluate("(i for i in range(2))")) == [0, 1]
    word = evaluate("class S(str): 'of its own'\nS('优秀')")
    assert (word, type(word).__mro__[1]) == ("优秀", str)
    assert type(evaluate("type('M', (datetime,), {})(2026, 1, 1)")).__mro__[1] is datetime


ESCAPES = [
    "__import__('os')",
    "import os",
    "from os import path",
    "open('x')",
    "eval('1')",
    "exec('1')",
    "compile('1', '', 'eval')",
    "globals()",
    "vars()",
    "getattr(1, 'real')",
    "setattr(list, 'x', 1)",
    "().__class__",
    "().__class__.__bases__[0].__subclasses__()",
    "str.__mro__",
    "Exception().__traceback__",
    "(lambda: 1).__globals__",
    "(i for i in [1]).gi_frame",
    "dict.__subclasses__()",
    "'{0.__class__}'.format(1)",
    "'%s' % [].__class__",
    "'%1000000000d' % 1",
    "f'{1}'",
    "type(1)",
    "type('X', (), {'__del__': 1})",
    "type('X', (Exception,), {})",
    "class X:\n def f(self): pass",
    "class X(metaclass=type): pass",
    "@iter\nclass X: pass",
    "def f(): pass",
    "while True: pass",
    "x: int = 1",
    "del x",
    "with x: pass",
    "try: 1\nexcept: 2",
    "(x := 5)",
    "lambda *a: a",
    "lambda a=open: a",
    "{**{}}",
    "dict(**{'a': 1})",
    "__builtins__",
    "[__name__ for __name__ in 'a']",
    "datetime.now()",
    "date.today()",
    "date.fromtimestamp(0)",
    "datetime.strftime",
    "print(1)",
    "input()",
    "os.system('x')",
    "functools.partial(1)",
    "math.factorial(10)",
    "Decimal.__new__",
    "(1).real",
    "1 << 10",
    "1 @ 2",
    "1 and 2",
    "1 in [1]",
    "~1",
    "(1)(2)",
    "object()[0]",
    "x, y = 1, 2",
    "range(3)[0]",
    "'" + "x" * 2_000 + "'",
    "1 +",
    "(" * 500 + ")" * 500,
]


@pytest.mark.parametrize("source", ESCAPES)
def test_anything_else_is_refused(source: str) -> None:
    """Whatever would reach a module, a file, the clock or an object's insides."""
    with pytest.raises(NotAllowedError):
        evaluate(source)


ENDLESS = [
    "'x' * 10**10",
    "[0] * 10**10",
    "10**10**10",
    "2**100_000 * 2**100_000",
    "list(itertools.count())",
    "tuple(itertools.repeat(1))",
    "set(range(10**9))",
    "[i for i in itertools.count()]",
    "bytes(10**10)",
    "bytearray(10**10)",
    "int(Decimal('1E999999999'))",
    "Fraction('1E999999999')",
    "Fraction(Decimal('1E-999999999'))",
    "''.join(itertools.repeat('x'))",
    "x=[]; x.extend(itertools.count())",
    "dict.fromkeys(itertools.count())",
    "x=()\nfor _ in range(10**6): x=(x,)",
    "reduce(lambda a, _: (a,), range(10**6), ())",
    "reduce(lambda a, _: a + a, range(100), 'xx')",
    "[*itertools.count()]",
]


@pytest.mark.parametrize("source", ENDLESS)
def test_what_would_be_too_large_is_not_made(source: str) -> None:
    """Work, rounds, bits and digits are bounded."""
    with pytest.raises(NotAllowedError, match="more than"):
        evaluate(source)


@pytest.mark.parametrize("source", ["1/0", "open('x')", "(lambda f: f(f))(lambda f: f(f))", 5])
def test_a_case_whose_value_cannot_be_made_cannot_be_run(source: object) -> None:
    """It is an error that says so, never a pass, and the run goes on."""
    case = {
        "id": "P1",
        "input": {"as_of": {"$python": source}},
        "path": "as_of",
        "expected": {"refusal": "type_error"},
    }
    first, second = run_cases([case, {**case, "input": {"as_of": 5}}], TIANJIN)
    assert (first.result, first.got) == ("error", None)
    assert first.note.startswith("the Python value cannot be made: ")
    assert second.result == "pass"


def test_every_participant_is_another_valid_unit() -> None:
    """The first ones are those of the format."""
    made = [participant(n, TIANJIN) for n in range(300)]
    assert made[0]["name"] == "测试企业01有限公司"
    assert len({unit["id"] for unit in made}) == len(made)
    for number in (-1, True, "0", 10**9):
        with pytest.raises(ValueError, match="no such participant"):
            participant(number, TIANJIN)
