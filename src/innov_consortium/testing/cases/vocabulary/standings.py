"""Acts one may ask about, and what is answered of a life: states, and whether something may be."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import words

__all__ = ["ACTS", "STANDINGS"]

#: Acts one may ask about, with the events they would be.
ACTS: Final = {
    "approve": "recognised",
    "recognise": "recognised",
    "批复": "recognised",
    "file": "filed",
    "apply": "filed",
    "withdraw": "application_withdrawn",
    "refuse": "application_refused",
    "reject": "application_refused",
    "report": "change_reported",
    "execute": "change_executed",
    "revoke": "ended",
}

#: States and answers of acts, with other words for the same.
STANDINGS: Final = {
    "not_started": words("none no_application nothing not_applied"),
    "called": words(
        "call_issued call_open call_published launched started open_for_applications "
        "awaiting_applications formation_launched 已启动"
    ),
    "filed": words(
        "applied application_filed submitted application_submitted filed_with_district "
        "pending_at_district under_district_review district_review_pending "
        "awaiting_district_review 已申报"
    ),
    "district_reviewed": words(
        "district_recommended recommended reviewed_by_district recommended_by_district 已推荐"
    ),
    "blocked_at_district": words(
        "blocked not_recommended district_not_recommended stopped_at_district "
        "district_rejected blocked_by_district"
    ),
    "forwarded": words(
        "forwarded_to_bureau submitted_to_bureau at_bureau pending_at_bureau with_bureau "
        "awaiting_expert_review 已提交"
    ),
    "expert_reviewed": words(
        "expert_review_done reviewed_by_experts review_completed expert_review_completed "
        "awaiting_publicity 已评审"
    ),
    "in_publicity": words(
        "publicity_started under_publicity publicity publicised in_public_notice publicity_running "
        "being_publicised 公示中"
    ),
    "publicity_over": words(
        "publicity_ended publicity_completed publicity_closed publicity_finished awaiting_approval "
        "pending_approval 公示期满"
    ),
    "objection_open": words(
        "objection_pending blocked_by_objection pending_objection objection under_objection"
    ),
    "active": words(
        "approved recognised recognized established formed in_operation operating valid existing "
        "status_held still_active keeps_status status_continues status_kept remains_active "
        "continues approved_active active_no_basis_for_new_acts 有效 存续"
    ),
    "revoked": words(
        "status_revoked ended terminated revoked_on_request voluntarily_revoked 已撤销"
    ),
    "lapsed": words("status_ended ended expired no_longer_active status_ends"),
    "withdrawn": words("application_withdrawn taken_back 已撤回"),
    "application_refused": words("refused rejected not_approved application_rejected denied"),
    "annulled": words("approval_annulled recognition_set_aside void"),
    "allowed": words(
        "granted permitted lawful approved may_be_approved can_be_approved ok yes active "
        "admissible accepted possible valid filed revoked"
    ),
    "refused": words(
        "rejected denied not_allowed not_permitted unlawful illegal illegal_transition forbidden "
        "inadmissible invalid not_possible not_approvable may_not_be_approved"
    ),
    "refused_no_basis": words("no_basis not_determinable_under_measures no_legal_basis expired"),
    "open": words("deferred waiting undecided pending unknown cannot_be_decided_yet"),
    "needs_judgement": words(
        "needs_decision judgement judgement_needed needs_a_decision decision_needed "
        "not_provided not_provided_for needs_human_judgement needs_attested_decision gap"
    ),
    "violation": words("breach breached infringement irregular violated finding violation_found"),
    "no_violation": words(
        "lawful compliant complies regular no_finding no_breach no_findings in_order allowed "
        "no_consequence no_sanction"
    ),
    "incomplete": words(
        "procedure_incomplete not_complete request_incomplete statement_incomplete"
    ),
    "complete": words("procedure_complete request_complete in_order"),
    "note": words("note_only remark warning noted"),
    "operative": words("grade_operative in_effect effective operative_grade"),
    "no_operative_grade": words(
        "no_grade not_operative none not_yet_operative grade_not_operative"
    ),
    "ground_established": words(
        "established grounds_established ground_met revocation_due met due a_ground_established"
    ),
    "no_ground_established": words(
        "no_ground no_grounds none not_established no_grounds_established no_revocation_due "
        "not_met no_ground_met 不成立"
    ),
    "eligible": words("may_apply can_apply admissible met yes 有资格"),
    "not_eligible": words(
        "ineligible may_not_apply cannot_apply inadmissible excluded not_met no 无资格"
    ),
    "unaffected": words(
        "not_affected not_touched granted_project_unaffected award_unaffected award_stands "
        "project_unaffected grant_stands"
    ),
    "no_entitlement": words(
        "no_claim no_right not_entitled none not_infringed no_infringement no_violation "
        "no_enforceable_claim no_entitlement_infringed not_owed no_obligation"
    ),
}
