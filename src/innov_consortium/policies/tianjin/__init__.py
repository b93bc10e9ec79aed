"""《天津市创新联合体管理办法（征求意见稿）》: everything the Measures say and nothing else.

Start reading in ``ledger.tsv``: every provision, its exact text, and where it lives. The procedure
is a table, ``steps.py``, in five parts; who owes what is another, ``art20_duties.py``. What a norm
compares is in the module of its article, ``artNN_*.py``; how a disputed word is read, in
``readings*.py`` where it can be switched and in ``conventions.tsv`` where not; what
is derived, in ``facts_*.py``:

- arts. 5 and 7: ``composition``, ``lead``, ``documents``
- art. 6: ``filing``, ``review``, ``publicity``
- arts. 8-10: ``evaluation``, ``submission``, ``self_evaluation``, ``results``, ``cycles``
- art. 11: ``grounds``, ``falsification``, ``conduct``, ``listings``, ``bar``
- arts. 12-14: ``changes``, ``members``, ``ending``; art. 15: ``projects``, ``results``
- arts. 20-24: ``duties``, ``owed``; the days on which an answer turns by itself: ``turns``
"""

from __future__ import annotations

import importlib.resources

from innov_consortium.core.conventions import read_conventions
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Ledger
from innov_consortium.hooks import hookimpl
from innov_consortium.policies.tianjin.art20_duties import DUTIES
from innov_consortium.policies.tianjin.art26_force import IN_TIME
from innov_consortium.policies.tianjin.bodies import APPLICANTS, BUREAU, INTERPRETERS
from innov_consortium.policies.tianjin.events import EVENTS
from innov_consortium.policies.tianjin.facts import FACTS, ITEMS
from innov_consortium.policies.tianjin.facts_lead import KEY_SUPPORT, URGENT_NEED
from innov_consortium.policies.tianjin.inquiries import INQUIRIES
from innov_consortium.policies.tianjin.instrument import INSTRUMENT
from innov_consortium.policies.tianjin.numbers import Numbers
from innov_consortium.policies.tianjin.readings import READINGS
from innov_consortium.policies.tianjin.steps import ACTORS, STEPS
from innov_consortium.policies.tianjin.vocabulary import VOCABULARY

__all__ = ["TIANJIN", "innov_policies"]

_FILES = importlib.resources.files(__name__)
_TABLE = _FILES.joinpath("ledger.tsv").read_text(encoding="utf-8")
_CONVENTIONS = _FILES.joinpath("conventions.tsv").read_text(encoding="utf-8")

#: The Measures as a value, with its default readings and no publication supplied.
TIANJIN = Policy(
    code="120000",
    aliases=("CN-TJ", "天津", "天津市"),
    instrument=INSTRUMENT,
    ledger=Ledger.read(_TABLE),
    numbers=Numbers(),
    readings=READINGS,
    conventions=read_conventions(_CONVENTIONS),
    facts=FACTS,
    items=ITEMS,
    inquiries=INQUIRIES,
    in_time=IN_TIME,
    applicants=APPLICANTS,
    approving_bodies=BUREAU,
    interpreting_bodies=INTERPRETERS,
    special_grounds=(KEY_SUPPORT, URGENT_NEED),
    vocabulary=VOCABULARY,
    steps=STEPS,
    actors=ACTORS,
    events=EVENTS,
    duties=DUTIES,
    engagements="engagements",
    parties="parties",
    bars="bars",
    turns="turns",
    columns="innov_consortium.policies.tianjin.columns",
    evaluated="expert_years",
)


@hookimpl
def innov_policies() -> tuple[Policy, ...]:
    """Return the policy of this package."""
    return (TIANJIN,)
