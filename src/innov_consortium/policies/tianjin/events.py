"""What happens under the Measures beside what any text shares."""

from __future__ import annotations

import enum
from typing import ClassVar

from attrs import frozen

from innov_consortium.core.events import Event, ProjectEvent
from innov_consortium.core.text import name_faults
from innov_consortium.errors import Fault

__all__ = [
    "EVENTS",
    "DistrictOpinion",
    "DistrictReviewed",
    "ExpertOpinion",
    "ExpertReviewed",
    "Forwarded",
    "Inspected",
    "ProjectPrereviewed",
    "ReviewMode",
]


class DistrictOpinion(enum.Enum):
    """What the district department says of an application; ``NONE`` if it said nothing."""

    RECOMMEND = "recommend"
    NOT_RECOMMEND = "not_recommend"
    NONE = "none"


class ReviewMode(enum.Enum):
    """How experts review an application."""

    ORAL_DEFENCE = "oral_defence"
    WRITTEN = "written"
    OTHER = "other"


class ExpertOpinion(enum.Enum):
    """What the experts say of an application; ``NONE`` if they gave no opinion."""

    RECOMMENDED = "recommended"
    NOT_RECOMMENDED = "not_recommended"
    OTHER = "other"
    NONE = "none"


@frozen(kw_only=True)
class DistrictReviewed(Event):
    """区科技主管部门审核申请材料，出具推荐意见（第六条第三项）。

    Args:
        opinion: Its opinion; ``None`` if not known.
    """

    tag: ClassVar[str] = "district_reviewed"

    opinion: DistrictOpinion | None = None


@frozen(kw_only=True)
class Forwarded(Event):
    """区科技主管部门提交至市科技局（第六条第三项）。"""

    tag: ClassVar[str] = "forwarded"


@frozen(kw_only=True)
class ExpertReviewed(Event):
    """专家评审（第六条第四项）。

    Args:
        agency: The service agency that organised it; ``None`` if not known.
        mode: How it was held; ``None`` if not known.
        opinion: What the experts said; ``None`` if not known.
    """

    tag: ClassVar[str] = "expert_reviewed"

    agency: str | None = None
    mode: ReviewMode | None = None
    opinion: ExpertOpinion | None = None

    def faults(self) -> list[Fault]:
        """Return what is wrong with it."""
        faults = super().faults()
        return faults if self.agency is None else faults + name_faults("agency", self.agency)


@frozen(kw_only=True)
class Inspected(Event):
    """区科技主管部门对运营情况的监督检查（第二十二条）。

    Args:
        year: The year it is for; ``None`` for that of the day.
    """

    tag: ClassVar[str] = "inspected"

    year: int | None = None

    @property
    def matter(self) -> str:
        """The inspections, which go on beside everything else."""
        return "inspection"


@frozen(kw_only=True)
class ProjectPrereviewed(ProjectEvent):
    """区科技主管部门对科技重大项目申报的初审（第二十二条）。"""

    tag: ClassVar[str] = "project_prereviewed"


EVENTS: tuple[type[Event], ...] = (
    DistrictReviewed,
    Forwarded,
    ExpertReviewed,
    Inspected,
    ProjectPrereviewed,
)
