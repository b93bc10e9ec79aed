"""第十五、二十二条：科技重大项目的步骤。项目如何审批、管理，依津科规〔2022〕7号，不在本办法。"""

from __future__ import annotations

from attrs import evolve

from innov_consortium.core.events import (
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectFunded,
)
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.steps import START, Step
from innov_consortium.policies.tianjin import art15_support as art15
from innov_consortium.policies.tianjin.events import ProjectPrereviewed
from innov_consortium.policies.tianjin.readings_projects import ProjectApplicant

__all__ = ["PROJECTS"]

_RECOGNISED = (Phase.RECOGNISED,)

_APPLY = Step(
    name="apply_for_project",
    provision="art15.s1a",
    event=ProjectApplied,
    actor="lead",
    path="project",
    after=(START, "project_prereviewed"),
    to="project_applied",
    phases=_RECOGNISED,
    guards=art15.APPLICATION,
    notes=art15.APPLICATION_NOTES,
    under=(("project_applicant", (ProjectApplicant.THROUGH_LEAD,)),),
)

PROJECTS = (
    Step(
        name="call_for_projects",
        provision="art15.s1b",
        event=ProjectCalled,
        actor="bureau",
        path="project_call",
        after=(START, "projects_called"),
        to="projects_called",
        phases=_RECOGNISED,
    ),
    Step(
        name="prereview_project",
        provision="art22.s2b",
        event=ProjectPrereviewed,
        actor="district",
        path="project",
        after=(START, "project_prereviewed"),
        to="project_prereviewed",
        phases=_RECOGNISED,
        notes=art15.PREREVIEW,
    ),
    _APPLY,
    evolve(
        _APPLY,
        name="apply_for_project_by_member",
        actor="members",
        under=(("project_applicant", (ProjectApplicant.ANY_MEMBER,)),),
    ),
    Step(
        name="prereview_application",
        provision="art22.s2b",
        event=ProjectPrereviewed,
        actor="district",
        path="project",
        after=("project_applied",),
        to="project_applied",
        phases=_RECOGNISED,
        notes=art15.PREREVIEW,
    ),
    Step(
        name="grant_project",
        provision="art15.s1d",
        event=ProjectDecided,
        where=(("granted", (True, None)),),
        path="project",
        after=("project_applied",),
        to="project_granted",
        phases=_RECOGNISED,
        guards=art15.APPLICATION,
        notes=art15.APPLICATION_NOTES,
    ),
    Step(
        name="decline_project",
        provision="art15.s2b",
        event=ProjectDecided,
        where=(("granted", False),),
        path="project",
        after=("project_applied",),
        to="project_declined",
        phases=_RECOGNISED,
        stated=False,
    ),
    Step(
        name="fund_project",
        provision="art15.s1d",
        event=ProjectFunded,
        path="project",
        after=("project_granted",),
        to="project_granted",
        phases=_RECOGNISED,
        guards=art15.INSTALMENT,
        notes=art15.INSTALMENT_NOTES,
    ),
)
