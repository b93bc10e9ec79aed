"""The Measures' procedure as a table: who takes which step, by which provision, from where.

Read it from the top: the call and the application (art. 6), objections, the evaluation of each year
(art. 8), the status and its end (arts. 11, 14), changes of members (art. 12) and of persons (art.
13), projects (arts. 15, 22). What a step itself must satisfy stands in the module of its article;
what a text only implies says ``stated=False``. The rows stand in the modules ``steps_*``.
"""

from __future__ import annotations

from innov_consortium.core.steps import Actor, Party
from innov_consortium.policies.tianjin.bodies import BUREAU
from innov_consortium.policies.tianjin.steps_changes import CHANGES
from innov_consortium.policies.tianjin.steps_evaluation import EVALUATION
from innov_consortium.policies.tianjin.steps_formation import FORMATION
from innov_consortium.policies.tianjin.steps_projects import PROJECTS
from innov_consortium.policies.tianjin.steps_status import STATUS

__all__ = ["ACTORS", "STEPS"]

ACTORS = (
    Actor(role="bureau", names=BUREAU),
    Actor(role="district"),
    Actor(role="four_bodies"),
    Actor(role="agency"),
    Actor(role="lead", party=Party.LEAD),
    Actor(role="members", party=Party.MEMBERS),
)

STEPS = (*FORMATION, *EVALUATION, *STATUS, *CHANGES, *PROJECTS)
