"""《厦门市创新联合体管理办法》, in part: what public copies of it, and of answers on it, show.

Start reading in ``ledger.tsv``: every passage at hand, and where it lives; ``sources.tsv`` says
where each was seen. What is not there — evaluation, grades, revocation, a bar, the end of validity
— is not known, and nothing is taken from any other text in its place.

- art. 3: ``art03_filing``; the Bureau's questions and answers, part 3: ``qa3_*``; what is known
  from a report: ``press_force``
- what is derived: ``facts_*``; what the passages leave open: ``readings``, ``conventions.tsv``
"""

from __future__ import annotations

import importlib.resources

from innov_consortium.core.conventions import read_conventions
from innov_consortium.core.inquiries import Coverage, Inquiry
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Ledger
from innov_consortium.hooks import hookimpl
from innov_consortium.policies.xiamen import qa3_figures, qa3_lead, qa3_members, qa3_running
from innov_consortium.policies.xiamen.art03_filing import ACTORS, STEPS
from innov_consortium.policies.xiamen.facts import FACTS, ITEMS
from innov_consortium.policies.xiamen.facts_figures import METRICS
from innov_consortium.policies.xiamen.instrument import APPLICANTS, BUREAU, INSTRUMENT
from innov_consortium.policies.xiamen.numbers import Numbers
from innov_consortium.policies.xiamen.press_force import IN_TIME
from innov_consortium.policies.xiamen.readings import READINGS

__all__ = ["XIAMEN", "innov_policies"]

_FILES = importlib.resources.files(__name__)
_TABLE = _FILES.joinpath("ledger.tsv").read_text(encoding="utf-8")
_CONVENTIONS = _FILES.joinpath("conventions.tsv").read_text(encoding="utf-8")

#: 组建条件和运行机制：市科技局在政策解读中所答的。
FORMATION = Inquiry(
    name="formation",
    conditions=(
        *qa3_lead.CONDITIONS,
        *qa3_members.CONDITIONS,
        *qa3_figures.CONDITIONS,
        *qa3_running.CONDITIONS,
    ),
    context=qa3_lead.CONTEXT,
)

#: The passages at hand as a value; nothing is chosen where they leave something open.
XIAMEN = Policy(
    code="350200",
    aliases=("CN-FJ-XM", "厦门", "厦门市"),
    instrument=INSTRUMENT,
    ledger=Ledger.read(_TABLE),
    numbers=Numbers(),
    readings=READINGS,
    conventions=read_conventions(_CONVENTIONS),
    facts=FACTS,
    items=ITEMS,
    inquiries=(FORMATION,),
    in_time=IN_TIME,
    applicants=APPLICANTS,
    interpreting_bodies=BUREAU,
    vocabulary=(("figures.metrics", METRICS), ("governance.organs", ("decision",))),
    steps=STEPS,
    actors=ACTORS,
    turns="turns",
    coverage=Coverage.PARTIAL,
)


@hookimpl
def innov_policies() -> tuple[Policy, ...]:
    """Return the policy of this package."""
    return (XIAMEN,)
