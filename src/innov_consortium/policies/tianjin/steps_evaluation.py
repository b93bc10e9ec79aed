"""第八条：年度运行评价的步骤。每一年度自成一事，通知另行。"""

from __future__ import annotations

from innov_consortium.core.events import (
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    EvaluationStaged,
    MaterialsSubmitted,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.steps import START, Step
from innov_consortium.core.text import OTHER
from innov_consortium.policies.tianjin import art08_evaluation as art08
from innov_consortium.policies.tianjin.numbers import Numbers

__all__ = ["EVALUATION"]

_RECOGNISED = (Phase.RECOGNISED,)
_AFTERWARDS = (Phase.RECOGNISED, Phase.ENDED)  # a wrong result may come to light after the end
_STAGES = Numbers().evaluation_stages
_FINAL = Numbers().final_stage

EVALUATION = (
    Step(
        name="call_evaluation",
        provision="art8.s2b",
        event=EvaluationCalled,
        actor="bureau",
        path="evaluation_notice",
        after=(START, "evaluation_called"),
        to="evaluation_called",
        phases=_RECOGNISED,
    ),
    Step(
        name="select_for_evaluation",
        provision="art8.s2a",
        event=EvaluationAssigned,
        where=(("mode", EvaluationMode.EXPERT),),
        actor="bureau",
        path="evaluation",
        after=(START,),
        to="selected",
        phases=_RECOGNISED,
    ),
    Step(
        name="leave_to_self_evaluation",
        provision="art8.s3a",
        event=EvaluationAssigned,
        where=(("mode", EvaluationMode.SELF),),
        actor="bureau",
        path="evaluation",
        after=(START,),
        to="left_to_itself",
        phases=_RECOGNISED,
        stated=False,
    ),
    Step(
        name="submit_materials",
        provision="art8.s2b",
        event=MaterialsSubmitted,
        actor="lead",
        path="evaluation",
        after=("selected", "materials_submitted"),
        to="materials_submitted",
        phases=_RECOGNISED,
        notes=art08.SUBMISSION,
    ),
    Step(
        name="go_through_stage",
        provision="art8.s2c",
        event=EvaluationStaged,
        where=(("stage", (*_STAGES, OTHER, None)),),
        path="evaluation",
        after=("materials_submitted", "in_evaluation"),
        to="in_evaluation",
        phases=_RECOGNISED,
    ),
    Step(
        name="confirm_result",
        provision="art8.s2d",
        event=EvaluationStaged,
        where=(("stage", _FINAL),),
        actor="bureau",
        path="evaluation",
        after=("in_evaluation",),
        to="result_confirmed",
        phases=_RECOGNISED,
        guards=art08.NOTIFICATION,
    ),
    Step(
        name="notify_result",
        provision="art8.s2d",
        event=ResultNotified,
        actor="bureau",
        path="evaluation",
        after=("result_confirmed",),
        to="result_notified",
        phases=_RECOGNISED,
        guards=art08.NOTIFICATION,
    ),
    Step(
        name="correct_result",
        provision="art8.s2d",
        event=ResultCorrected,
        actor="bureau",
        path="evaluation",
        after=("result_notified",),
        to="result_notified",
        phases=_AFTERWARDS,
        stated=False,
    ),
    Step(
        name="annul_result",
        provision="art8.s2d",
        event=ResultAnnulled,
        path="evaluation",
        after=("result_notified",),
        to="in_evaluation",
        phases=_AFTERWARDS,
        stated=False,
    ),
    Step(
        name="evaluate_itself",
        provision="art8.s3a",
        event=SelfEvaluated,
        actor="lead",
        path="evaluation",
        after=(START, "left_to_itself"),
        to="self_evaluated",
        phases=_RECOGNISED,
    ),
    Step(
        name="file_self_report",
        provision="art8.s3b",
        event=SelfReportFiled,
        actor="lead",
        path="evaluation",
        after=("self_evaluated",),
        to="self_report_filed",
        phases=_RECOGNISED,
    ),
)
