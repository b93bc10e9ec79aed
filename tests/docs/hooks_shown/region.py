"""示例市的政策：一句条件，一句施行。"""

from __future__ import annotations

from attrs import frozen

from innov_consortium.core.clauses import clause, fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.numbers import stated
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.words import Day, Int, Truth, at_least
from innov_consortium.hooks import hookimpl

LEDGER = """id\ttext\tgloss\tdisposition\twhere
art1.s1\t参与单位不少于三家。\tThree participants or more.\tclause\tregion:enough
art2.s1\t自公布之日起施行。\tIn force from publication.\tclause\tregion:begun
"""


@frozen(kw_only=True)
class Numbers:
    """文本所载的数字。"""

    fewest: int = stated(3, "art1.s1", unit="家")


@fact(reads="application.participants")
def participants(application: Application) -> int:
    """参与单位数。"""
    return len(application.participants)


@clause("art1.s1")
def enough(participants: Int, *, fewest: int) -> Truth:
    """参与单位不少于三家。"""
    return at_least(participants, fewest)


@clause("art2.s1")
def begun(day: Day, published_on: Day) -> Truth:
    """自公布之日起施行。"""
    return at_least(day, published_on)


POLICY = Policy(
    code="990200",
    aliases=("CN-EX", "示例市"),
    instrument=Instrument(
        title="示例市联合体办法",
        gloss="Measures of Example City",
        status=Status.PUBLISHED,
        jurisdiction="990200",
    ),
    ledger=Ledger.read(LEDGER),
    numbers=Numbers(),
    readings=(),
    facts=(participants,),
    items=(),
    inquiries=(Inquiry(name="formation", conditions=(enough,)),),
    in_time=InTime(commencement=begun),
)


@hookimpl
def innov_policies() -> tuple[Policy, ...]:
    """Return the policy of this package."""
    return (POLICY,)
