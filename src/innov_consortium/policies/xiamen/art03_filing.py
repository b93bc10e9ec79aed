"""第三条：由市科技局备案。其程序、期限和材料，所见文字没有写。"""

from __future__ import annotations

from innov_consortium.core.events import Recognised
from innov_consortium.core.steps import START, Actor, Step
from innov_consortium.policies.xiamen.instrument import BUREAU

__all__ = ["ACTORS", "STEPS"]

ACTORS = (Actor(role="bureau", names=BUREAU),)

STEPS = (
    Step(
        name="put_on_file",
        provision="art3.s1",
        event=Recognised,
        actor="bureau",
        after=(START,),
        to="on_file",
        asks=("formation",),
    ),
)
