"""By which provision a day may bring another answer.

A reader is shown the provision of a day that turns an answer, so it has to be one of the text.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.policies.tianjin.conftest import PUBLISHED
from tests.policies.tianjin.lives import noticed

from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.history import Consortium
from innov_consortium.core.register import Register
from innov_consortium.policies.tianjin import TIANJIN, facts_turns
from innov_consortium.policies.tianjin.readings import LastDay
from innov_consortium.policies.tianjin.readings_evaluation import CycleCounting
from innov_consortium.policies.tianjin.readings_revocation import BarHoliday
from innov_consortium.policies.tianjin.results import Cancelled

if TYPE_CHECKING:
    from innov_consortium.core.turning import Reason

APPROVED, DAY = date(2026, 6, 1), date(2027, 6, 1)
STATE = Consortium(id="C1", on=DAY, recognised_on=APPROVED)


def reasons() -> tuple[Reason, ...]:
    """Return what is to come for a consortium that has the notice of 2027, by its own cycles."""
    found: tuple[Reason, ...] = facts_turns.turns(
        STATE,
        DAY,
        PUBLISHED,
        None,
        Register(),
        None,
        Cancelled(value=False),
        (Evaluation(year=2027, events=(noticed(),)),),
        valid_until=date(2030, 4, 10),
        last_day=LastDay.INCLUDED,
        cycle_counting=CycleCounting.FROM_APPROVAL,
        cycle_years=3,
        bar_holiday=BarHoliday.NOT_ROLLED,
    )
    return found


def test_each_day_to_come_is_under_the_provision_that_speaks_of_it() -> None:
    """按时提交评价材料、提交自评报告、三年一周期、有效期：各日列在说到它的条文之下。"""
    told = {(r.what, r.day): TIANJIN.ledger[r.provision].text for r in reasons()}
    words = {
        ("deadline_over", date(2027, 10, 1)): "按时提交评价材料",
        ("self_deadline_over", date(2028, 1, 1)): "自评报告提交",
        ("cycle_over", date(2029, 6, 2)): "三年为一周期",
        ("expiry", date(2030, 4, 11)): "有效期",
    }
    assert [word in told[place] for place, word in words.items()] == [True] * len(words)
