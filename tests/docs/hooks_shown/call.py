"""示例区 2026 年的申报通知：在示例市的政策之外多问一句。"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.clauses import clause
from innov_consortium.core.numbers import stated
from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.words import Int, Truth, at_least
from innov_consortium.hooks import hookimpl

LEDGER = """id\ttext\tgloss\tdisposition\twhere
call-2026:s1\t本次申报，参与单位不少于五家。\tFive participants or more.\tclause\tcall:enough_here
"""


@frozen(kw_only=True)
class Numbers:
    """通知所载的数字。"""

    fewest_here: int = stated(5, "call-2026:s1", unit="家")


@clause("call-2026:s1")
def enough_here(participants: Int, *, fewest_here: int) -> Truth:
    """本次申报，参与单位不少于五家。"""
    return at_least(participants, fewest_here)


CALL = AdditionalClauses(
    name="call-2026",
    instrument=Instrument(
        title="示例区2026年申报通知",
        gloss="Call of Example District, 2026",
        status=Status.PUBLISHED,
        jurisdiction="990201",
    ),
    ledger=Ledger.read(LEDGER),
    window=Window(date(2026, 3, 1), date(2026, 3, 31)),
    conditions=(("formation", enough_here),),
    numbers=Numbers(),
)


@hookimpl
def innov_additional_clauses(policy: Policy) -> tuple[AdditionalClauses, ...]:
    """Return the call of 2026 for the policy of the city, and nothing for any other."""
    return (CALL,) if policy.code == "990200" else ()
