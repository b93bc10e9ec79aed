"""The workload as a policy of ours: ledger, figures, facts, seventeen clauses, one inquiry.

Each rule is one clause in the words of statutes. The facts are derived from the same entities a
real application is made of; :mod:`benchmarks.formation17.columns` derives them from tables.
"""

from __future__ import annotations

from benchmarks.formation17 import clauses, facts
from benchmarks.formation17.numbers import Numbers
from benchmarks.formation17.rules import CITATIONS

from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Disposition, Instrument, Ledger, Provision, Status

__all__ = ["FORMATION17"]


def _provision(number: int, rule: str) -> Provision:
    text = CITATIONS[rule].partition("　")[2]
    gloss = rule.replace("_", " ")
    return Provision(f"art{number}", text, gloss, Disposition.CLAUSE, f"clauses:{rule}")


#: The workload, in force on every day.
FORMATION17 = Policy(
    code="990017",
    instrument=Instrument(
        title="十七条（性能比较用，并非法规）",
        gloss="Seventeen rules to compare engines by, no law",
        status=Status.PUBLISHED,
        jurisdiction="990017",
    ),
    ledger=Ledger(
        (
            *(_provision(n, rule) for n, rule in enumerate(CITATIONS, 1)),
            Provision("art18", "自始施行。", "always in force", Disposition.CLAUSE),
        )
    ),
    numbers=Numbers(),
    readings=(),
    facts=facts.FACTS,
    items=facts.ITEMS,
    inquiries=(Inquiry(name="formation", conditions=clauses.CONDITIONS),),
    in_time=InTime(commencement=clauses.in_force),
    columns="benchmarks.formation17.columns",
)
