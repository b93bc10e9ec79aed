"""Events: what happened, in the past tense, frozen. Those that any text shares.

An event says on which day it happened, who acted and in which document it stands. What a text adds
of its own a policy defines as further subclasses, each under a tag of its own. Every field but the
day may be left out, and then is not known.
"""

from __future__ import annotations

from innov_consortium.core.events.base import Corrected, Event, Move
from innov_consortium.core.events.ending import (
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
    EndSetAside,
    RecognitionSetAside,
)
from innov_consortium.core.events.evaluation import (
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationEvent,
    EvaluationMode,
    EvaluationStaged,
    MaterialsSubmitted,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.events.formation import (
    ApplicationRefused,
    ApplicationWithdrawn,
    CallIssued,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.events.support import (
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectEvent,
    ProjectFunded,
)
from innov_consortium.core.sorts import prepare

__all__ = [
    "SHARED",
    "ApplicationRefused",
    "ApplicationWithdrawn",
    "CallIssued",
    "Corrected",
    "EndReported",
    "EndRequested",
    "EndReviewed",
    "EndSetAside",
    "Ended",
    "EvaluationAssigned",
    "EvaluationCalled",
    "EvaluationEvent",
    "EvaluationMode",
    "EvaluationStaged",
    "Event",
    "Filed",
    "MaterialsSubmitted",
    "Move",
    "ObjectionDecided",
    "ObjectionRaised",
    "ProjectApplied",
    "ProjectCalled",
    "ProjectDecided",
    "ProjectEvent",
    "ProjectFunded",
    "Publicised",
    "Recognised",
    "RecognitionSetAside",
    "ResultAnnulled",
    "ResultCorrected",
    "ResultNotified",
    "SelfEvaluated",
    "SelfReportFiled",
]

#: The events any text shares.
SHARED: tuple[type[Event], ...] = (
    CallIssued,
    Filed,
    ApplicationWithdrawn,
    ApplicationRefused,
    Publicised,
    ObjectionRaised,
    ObjectionDecided,
    Recognised,
    EvaluationCalled,
    EvaluationAssigned,
    MaterialsSubmitted,
    EvaluationStaged,
    ResultNotified,
    ResultCorrected,
    ResultAnnulled,
    SelfEvaluated,
    SelfReportFiled,
    ProjectCalled,
    ProjectApplied,
    ProjectDecided,
    ProjectFunded,
    EndRequested,
    EndReported,
    EndReviewed,
    Ended,
    EndSetAside,
    RecognitionSetAside,
    Corrected,
)

prepare(*SHARED)
