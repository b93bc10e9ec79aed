"""What does not bear on the question."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import words

__all__ = ["OTHER_QUESTIONS", "REMARKS", "UNKNOWN"]

#: Remarks for a reader, allowed in every object.
REMARKS: Final = words("note notes comment comments remark remarks why description title 备注 说明")

#: Facts of a case that other questions ask about.
OTHER_QUESTIONS: Final = words(
    "accepted_on annulled_on applicant application_by_former_lead award award_yuan call change "
    ""
    "changes consortium consortium_members cycle_anchor_year evaluation evaluations events "
    "exits "
    "former_lead_now inspections lead_plant notice notices previous_funding "
    "project_application "
    "project_call revocation revoked revoked_on second_revocation selection selections "
    "submission "
    "submissions voluntary consortia decision decisions evaluation_cycle"
)

#: What stands for "not known" where a collection would stand.
UNKNOWN: Final = words("unknown not_known 不明 未知")
