"""《水云市创新联合体备案管理办法》: a made-up region, and a package to copy from.

Start reading in ``ledger.tsv``: every provision, its exact text, and where it lives. Figures are in
``numbers.py``, disputed words in ``readings.py``; what a norm compares is in the module of its
article, ``artNN_*.py``; what is derived, in ``facts_*.py``; the procedure is a table, ``steps.py``.
"""

from __future__ import annotations

import importlib.resources
from datetime import date

from innov_consortium.core.conventions import read_conventions
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Ledger
from innov_consortium.hooks import hookimpl

from innov_policy_shuiyun.art14_duties import DUTIES
from innov_policy_shuiyun.art16_force import IN_TIME
from innov_policy_shuiyun.bodies import APPLICANTS, BUREAU
from innov_policy_shuiyun.events import EVENTS
from innov_policy_shuiyun.facts import FACTS, ITEMS
from innov_policy_shuiyun.inquiries import INQUIRIES
from innov_policy_shuiyun.instrument import INSTRUMENT
from innov_policy_shuiyun.numbers import Numbers
from innov_policy_shuiyun.readings import READINGS
from innov_policy_shuiyun.steps import ACTORS, STEPS
from innov_policy_shuiyun.vocabulary import VOCABULARY

__all__ = ["SHUIYUN", "innov_policies"]

_FILES = importlib.resources.files(__name__)
_LEDGER = Ledger.read(_FILES.joinpath("ledger.tsv").read_text(encoding="utf-8"))
_CONVENTIONS = _FILES.joinpath("conventions.tsv").read_text(encoding="utf-8")

#: The Measures as a value, with their default readings, published as the made-up gazette has them.
SHUIYUN = Policy(
    code="990100",
    aliases=("CN-SY", "水云市"),
    instrument=INSTRUMENT,
    ledger=_LEDGER,
    numbers=Numbers(),
    readings=READINGS,
    conventions=read_conventions(_CONVENTIONS),
    facts=FACTS,
    items=ITEMS,
    inquiries=INQUIRIES,
    in_time=IN_TIME,
    applicants=APPLICANTS,
    approving_bodies=BUREAU,
    interpreting_bodies=BUREAU,
    vocabulary=VOCABULARY,
    steps=STEPS,
    actors=ACTORS,
    events=EVENTS,
    duties=DUTIES,
    joint_leads=True,
    engagements="engagements",
    parties="parties",
    bars="bars",
    turns="turns",
).published(
    date(2025, 7, 1),
    document="水云市人民政府公报2025年第7期（虚构）",
    text_sha256=_LEDGER.text_sha256,
)


@hookimpl
def innov_policies() -> tuple[Policy, ...]:
    """Return the policy of this package."""
    return (SHUIYUN,)
