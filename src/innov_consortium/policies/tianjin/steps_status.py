"""第十一条第一款、第十四、二十二条：组建之后的监督检查、撤销和主动撤销的步骤。"""

from __future__ import annotations

from innov_consortium.core.events import (
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
)
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.steps import START, Step
from innov_consortium.policies.tianjin import art11_revocation as art11
from innov_consortium.policies.tianjin import art14_withdrawal as art14
from innov_consortium.policies.tianjin.art20_duties import INSPECTION
from innov_consortium.policies.tianjin.events import (
    Inspected,
)

__all__ = ["STATUS"]

_RECOGNISED = (Phase.RECOGNISED,)

STATUS = (
    Step(
        name="inspect",
        provision="art22.s2c",
        event=Inspected,
        actor="district",
        path="inspection",
        after=(START, "inspected"),
        to="inspected",
        phases=_RECOGNISED,
        guards=INSPECTION,
    ),
    Step(
        name="revoke",
        provision="art11.p1",
        event=Ended,
        where=(("on_request", (False, None)),),
        actor="bureau",
        after=("active",),
        to="revoked",
        phases=_RECOGNISED,
        guards=art11.REVOCATION,
        rests_on="revocation_grounds",
    ),
    Step(
        name="request_withdrawal",
        provision="art14.s1a",
        event=EndRequested,
        actor="lead",
        path="withdrawal",
        after=(START, "withdrawal_declined"),
        to="withdrawal_requested",
        phases=_RECOGNISED,
    ),
    Step(
        name="report_withdrawal",
        provision="art14.s1c",
        event=EndReported,
        actor="lead",
        path="withdrawal",
        after=("withdrawal_requested",),
        to="withdrawal_reported",
        phases=_RECOGNISED,
        guards=art14.REPORT,
    ),
    Step(
        name="review_withdrawal",
        provision="art14.s1d",
        event=EndReviewed,
        where=(("agreed", (True, None)),),
        actor="bureau",
        path="withdrawal",
        after=("withdrawal_reported",),
        to="withdrawal_reviewed",
        phases=_RECOGNISED,
        guards=art14.REVIEW,
    ),
    Step(
        name="decline_withdrawal",
        provision="art14.s1d",
        event=EndReviewed,
        where=(("agreed", False),),
        actor="bureau",
        path="withdrawal",
        after=("withdrawal_reported",),
        to="withdrawal_declined",
        phases=_RECOGNISED,
        stated=False,
    ),
    Step(
        name="revoke_on_request",
        provision="art14.s1d",
        event=Ended,
        where=(("on_request", True),),
        actor="bureau",
        path="withdrawal",
        after=("withdrawal_reviewed",),
        to="revoked",
        phases=_RECOGNISED,
        guards=art14.REVOCATION_ON_REQUEST,
    ),
)
