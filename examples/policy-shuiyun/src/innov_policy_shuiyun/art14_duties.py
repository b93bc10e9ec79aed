"""第十、十四条：谁对谁负有什么职责。"""

from __future__ import annotations

from innov_consortium.core.duties import Duty

__all__ = ["DUTIES"]

DUTIES = (
    Duty(
        name="evaluate",
        provision="art10.s1a",
        bearer="bureau",
        toward="lead",
        occasions="evaluations_owed",
    ),
    Duty(
        name="report_yearly",
        provision="art14.s1",
        bearer="lead",
        toward="bureau",
        occasions="reports_owed",
    ),
    Duty(name="co_operate", provision="art14.s2", bearer="members", toward="bureau"),
)
