"""What members do elsewhere."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table, words

__all__ = ["NOT_A_CONSORTIUM", "STATUSES"]

STATUSES: Final = table(
    {
        "active": words(
            "approved recognised recognized operating running existing current ongoing "
            "in_force "
            "member legacy legacy_active active_legacy 存续 有效 在册 已批复 运行中"
        ),
        "pending": words(
            "applied application filed submitted under_review accepted recommended proposed "
            "in_publicity not_yet_approved applied_for pending_approval pending_application "
            "待批 申请中"
            "已申报 公示中"
        ),
        "exiting": words(
            "exit_pending exit_reported exit_approved exit_executed leaving exit_requested 退出中"
        ),
        "ended": words(
            "exited left withdrawn terminated dissolved former past closed completed 已退出 已终止"
        ),
        "revoked": words("status_revoked revoked_status 已撤销 撤销"),
        "never": words(
            "rejected refused declined not_approved not_accepted denied 未批准 不予受理"
        ),
    }
)

#: What is not an innovation consortium, whoever belongs to it.
NOT_A_CONSORTIUM: Final = words(
    "alliance industry_alliance innovation_alliance industrial_alliance "
    "industry_innovation_alliance"
    "industrial_innovation_alliance 产业联盟 产业创新联盟 联盟 association 协会 "
    "joint_laboratory"
)
