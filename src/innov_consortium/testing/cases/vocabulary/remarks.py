"""What does not bear on the question."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import words

__all__ = ["OTHER_QUESTIONS", "REMARKS", "UNKNOWN"]

#: Remarks for a reader, allowed in every object.
REMARKS: Final = words("note notes comment comments remark remarks why description title 备注 说明")

#: Facts of a case that other questions ask about.
OTHER_QUESTIONS: Final = words(
    "accepted_on annulled_on applicant application_by_former_lead award award_yuan awards call "
    "calendar change changes consortium consortium_members consortia cycle cycle_anchor "
    "cycle_anchor_year cycle_first_year cycle_from days_off decision decisions earlier_funding "
    "evaluation evaluation_cycle evaluation_notice evaluations events exits first_revocation "
    "forwarded_on forwarded_to_bureau_on former_lead former_lead_as former_lead_now "
    "former_lead_role hearing hearing_on heard_on holiday_calendar holidays "
    "inspection inspections lead_plant notice notices presented_on presented_to_bureau_on "
    "previous_funding project_application project_applications project_call project_calls "
    "revocation revocations revoked revoked_on second_revocation selection selections served_on "
    "submission "
    "submissions submitted_to_bureau_on successor voluntary"
)

#: What stands for "not known" where a collection would stand.
UNKNOWN: Final = words("unknown not_known 不明 未知")
