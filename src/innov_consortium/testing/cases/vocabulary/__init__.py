"""The words of the case format, and what they mean in the words of the core and of a policy.

Keys are compared as :func:`~innov_consortium.testing.cases.wording.plain` writes them. A word is
listed only where its meaning is unmistakable; the provisions named here are those the format itself
ties to a fact, such as ``judgement_qualities_attested`` to the qualities of the lead.
"""

from __future__ import annotations

from innov_consortium.testing.cases.vocabulary.answers import ANSWERS, QUANTITIES
from innov_consortium.testing.cases.vocabulary.application import (
    COOPERATION_AREAS,
    FIELDS,
    HEADS,
    LISTS,
    ORGANS,
)
from innov_consortium.testing.cases.vocabulary.attested import (
    ABNORMAL_LIST,
    ATTESTED_TOGETHER,
    DENIES_STRATEGIC_FORCE,
    LEAD_CATEGORIES,
    LEAD_QUALITIES,
    PARTICIPANT_QUALITIES,
    QUALIFICATIONS,
    SPECIAL_GROUNDS,
)
from innov_consortium.testing.cases.vocabulary.elsewhere import NOT_A_CONSORTIUM, STATUSES
from innov_consortium.testing.cases.vocabulary.evaluation import (
    EVALUATED,
    EVALUATION_MODES,
    FUNDING_SOURCES,
    GRADES,
    HANDED_IN_WHOLE,
    MONEY_UNITS,
    NO_GRADE,
    STAGES,
    SUPPORTED,
)
from innov_consortium.testing.cases.vocabulary.happenings import (
    CHANGE_KINDS,
    DISTRICT_OPINIONS,
    DOCUMENTS,
    EXPERT_OPINIONS,
    HAPPENINGS,
    OBJECTIONS,
    REVIEW_MODES,
)
from innov_consortium.testing.cases.vocabulary.interpreted import READ_AS
from innov_consortium.testing.cases.vocabulary.recorded import (
    ACCIDENT_CATEGORIES,
    ACCIDENT_GRADES,
    AUTHORITY,
    FALSIFIED_IN,
    NO_AUTHORITY,
    NO_GROUND,
    ORGAN_KINDS,
    RECORDED,
    WEIGHTS,
)
from innov_consortium.testing.cases.vocabulary.remarks import OTHER_QUESTIONS, REMARKS, UNKNOWN
from innov_consortium.testing.cases.vocabulary.standings import ACTS, STANDINGS
from innov_consortium.testing.cases.vocabulary.where import ABROAD, PROVINCES
from innov_consortium.testing.cases.vocabulary.who import (
    ADDRESSEES,
    FORMS,
    FORMS_OF_KINDS,
    KINDS,
    OF_THE_APPLICANT,
    OF_THE_BUREAU,
    OF_THE_INTERPRETERS,
    OF_THE_LEADERSHIP,
    RELATIONS,
)

__all__ = [
    "ABNORMAL_LIST",
    "ABROAD",
    "ACCIDENT_CATEGORIES",
    "ACCIDENT_GRADES",
    "ACTS",
    "ADDRESSEES",
    "ANSWERS",
    "ATTESTED_TOGETHER",
    "AUTHORITY",
    "CHANGE_KINDS",
    "COOPERATION_AREAS",
    "DENIES_STRATEGIC_FORCE",
    "DISTRICT_OPINIONS",
    "DOCUMENTS",
    "EVALUATED",
    "EVALUATION_MODES",
    "EXPERT_OPINIONS",
    "FALSIFIED_IN",
    "FIELDS",
    "FORMS",
    "FORMS_OF_KINDS",
    "FUNDING_SOURCES",
    "GRADES",
    "HANDED_IN_WHOLE",
    "HAPPENINGS",
    "HEADS",
    "KINDS",
    "LEAD_CATEGORIES",
    "LEAD_QUALITIES",
    "LISTS",
    "MONEY_UNITS",
    "NOT_A_CONSORTIUM",
    "NO_AUTHORITY",
    "NO_GRADE",
    "NO_GROUND",
    "OBJECTIONS",
    "OF_THE_APPLICANT",
    "OF_THE_BUREAU",
    "OF_THE_INTERPRETERS",
    "OF_THE_LEADERSHIP",
    "ORGANS",
    "ORGAN_KINDS",
    "OTHER_QUESTIONS",
    "PARTICIPANT_QUALITIES",
    "PROVINCES",
    "QUALIFICATIONS",
    "QUANTITIES",
    "READ_AS",
    "RECORDED",
    "RELATIONS",
    "REMARKS",
    "REVIEW_MODES",
    "SPECIAL_GROUNDS",
    "STAGES",
    "STANDINGS",
    "STATUSES",
    "SUPPORTED",
    "UNKNOWN",
    "WEIGHTS",
]
