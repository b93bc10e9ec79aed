"""What happens to a consortium, and in which state that leaves it."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table, words

__all__ = [
    "CHANGE_KINDS",
    "DISTRICT_OPINIONS",
    "DOCUMENTS",
    "EXPERT_OPINIONS",
    "HAPPENINGS",
    "OBJECTIONS",
    "REVIEW_MODES",
]

#: Types of events; the words that are not tags of the core are read in ``happenings``.
HAPPENINGS: Final = table(
    {
        "call_issued": words(
            "call annual_call call_published annual_call_issued call_notice call_notice_issued "
            "annual_call_notice 年度征集通知 征集通知"
        ),
        "filed": words(
            "application_filed applied application_submitted submitted application filing "
            "joint_application 联合申报 申报"
        ),
        "district_reviewed": words(
            "district_review reviewed_by_district district_opinion district_opinion_issued "
            "district_recommendation 审核推荐 区级审核"
        ),
        "district_recommended": words("recommended_by_district 区级推荐"),
        "district_declined": words(
            "district_not_recommended not_recommended_by_district district_rejected 区级不推荐"
        ),
        "forwarded": words(
            "forwarded_to_bureau submitted_to_bureau district_forwarded forwarding 提交市科技局"
        ),
        "expert_reviewed": words(
            "expert_review expert_review_held reviewed_by_experts expert_defence oral_defence_held "
            "专家评审"
        ),
        "publicity_started": words("publicity_begun publicity_began publicity_opened 公示开始"),
        "publicity_ended": words("publicity_closed publicity_finished publicity_over 公示结束"),
        "publicised": words("publicity publicized list_publicised publicity_period 公示"),
        "objection_raised": words("objection objection_filed objected objection_received 异议"),
        "objection_decided": words(
            "objection_resolved objection_examined objection_closed objection_settled"
        ),
        "objection_rejected": words("objection_dismissed objection_not_upheld"),
        "objection_upheld": words("objection_sustained objection_accepted"),
        "recognised": words(
            "approved formation_approved approval recognized established consortium_approved "
            "approved_by_bureau 批复 批准组建"
        ),
        "application_withdrawn": words("withdrawn application_taken_back 撤回申请"),
        "application_refused": words(
            "refused rejected not_approved application_rejected approval_refused 不予批复"
        ),
        "ended": words("revoked status_revoked revocation 撤销"),
        "end_requested": words(
            "revocation_requested withdrawal_requested voluntary_revocation_requested "
            "lead_requests_revocation lead_requested_revocation"
        ),
        "end_reported": words(
            "statement_reported withdrawal_reported revocation_request_reported statement_submitted"
        ),
        "end_reviewed": words(
            "withdrawal_reviewed revocation_request_reviewed request_reviewed statement_reviewed"
        ),
        "end_set_aside": words(
            "revocation_annulled annulled revocation_set_aside revocation_quashed"
        ),
        "recognition_set_aside": words(
            "approval_annulled approval_revoked_by_court approval_quashed"
        ),
        "change_reported": words("change_filed"),
        "change_approved": (),
        "change_refused": words("change_rejected"),
        "change_executed": words("change_carried_out"),
        "inspected": words("inspection district_inspected"),
    }
)

DISTRICT_OPINIONS: Final = table(
    {
        "recommend": words(
            "recommended recommends positive favourable agree agreed yes 推荐 同意推荐"
        ),
        "not_recommend": words(
            "not_recommended negative unfavourable reject rejected do_not_recommend against "
            "declined decline no 不推荐 不予推荐"
        ),
        "none": words("no_opinion not_given none_given 未出具意见"),
    }
)

EXPERT_OPINIONS: Final = table(
    {
        "recommended": words(
            "recommend positive favourable approve approved agree for pass passed 推荐 同意"
        ),
        "not_recommended": words(
            "not_recommend negative unfavourable against reject rejected disapprove "
            "not_approved failed 不推荐 不同意"
        ),
        "other": words("mixed split divided conditional no_consensus"),
        "none": words("no_opinion not_given none_given 未提出意见"),
    }
)

REVIEW_MODES: Final = table(
    {
        "oral_defence": words("oral defence oral_defense defense defence_review 答辩 答辩评审"),
        "written": words(
            "on_paper paper documents_only document_review written_review correspondence "
            "by_correspondence file_review desk_review in_writing 书面 书面评审 函评 通讯评审"
        ),
        "other": words("online_form questionnaire vote site_visit meeting"),
    }
)

#: What became of an objection.
OBJECTIONS: Final = table(
    {
        "open": words("pending undecided unresolved under_examination raised not_decided"),
        "upheld": words("sustained accepted valid well_founded justified founded 成立"),
        "not_upheld": words(
            "rejected dismissed unfounded not_sustained withdrawn overruled refuted invalid 不成立"
        ),
        "decided": words("resolved examined closed settled"),
    }
)

DOCUMENTS: Final = table(
    {
        "construction_plan": words("plan construction_plan_document building_plan 建设方案"),
        "proofs": words(
            "proof evidence supporting_documents supporting_materials supporting_evidence "
            "proof_materials certificates 证明材料 相关证明材料"
        ),
    }
)

CHANGE_KINDS: Final = table(
    {
        "member_exit": words(
            "exit member_withdrawal member_leaves member_leaving leaving participant_exit "
            "participant_withdrawal expulsion member_expulsion member_expelled member_removal "
            "退出 成员单位退出"
        ),
        "member_rename": words(
            "rename member_name_change name_change legal_name_change member_legal_name_change "
            "member_renamed participant_rename 更名 法定名称调整"
        ),
        "lead_rename": words("lead_name_change lead_legal_name_change lead_renamed"),
        "member_join": words(
            "join joining member_joins member_joining new_member member_addition accession "
            "member_accession member_admission participant_join 加入 新增成员"
        ),
        "member_other": words(
            "merger member_merger merger_of_members member_division division split member_split "
            "absorption member_absorption member_conversion college_merger other_member_change "
            "合并 分立"
        ),
        "lead_replacement": words(
            "lead_change replacement_of_lead replace_lead change_of_lead new_lead lead_replaced "
            "lead_transfer 更换牵头单位 牵头单位变更"
        ),
        "lead_exit": words("exit_of_lead lead_withdrawal lead_leaves 牵头单位退出"),
        "lead_principal": words(
            "principal lead_principal_change principal_change change_of_principal "
            "lead_principal_vacancy 主要负责人调整"
        ),
        "chief_technologist": words(
            "technologist chief_technologist_change technologist_change "
            "chief_technologist_replacement chief_technologist_vacancy 技术总师调整"
        ),
        "person_other": words(
            "other_person personnel other_personnel personnel_other personnel_change key_person "
            "participant_principal participant_personnel participant_person project_leader "
            "project_lead contact_person team_member other_personnel_change 其他人员"
        ),
    }
)
