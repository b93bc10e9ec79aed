"""第六章及第八、十二至十四条：谁对谁负有什么职责。条文给出日期的，才有到期与逾期。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.duties import Duty
from innov_consortium.core.words import Ruling, Truth, holds, only_if

__all__ = ["DUTIES", "INSPECTION"]


@clause("art22.s2c")
def inspected_by_own_district(was_inspected: Truth, inspected_in_place: Truth) -> Ruling:
    """每年对创新联合体的运营情况进行监督检查，由本区的部门（第二十二条）。

    >>> [inspected_by_own_district(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(was_inspected, holds(inspected_in_place))


INSPECTION = (inspected_by_own_district,)


def _standing(
    name: str, provision: str, bearer: str, toward: str | None = None, *, lasting: bool = True
) -> Duty:
    return Duty(name=name, provision=provision, bearer=bearer, toward=toward, lasting=lasting)


DUTIES = (
    Duty(
        name="review_application",
        provision="art6.item3.s2a",
        bearer="district",
        toward="lead",
        occasions="reviews_owed",
    ),
    Duty(
        name="forward_application",
        provision="art6.item3.s2c",
        bearer="district",
        toward="bureau",
        occasions="forwarding_owed",
    ),
    Duty(
        name="commission_review",
        provision="art6.item4.s2a",
        bearer="bureau",
        toward="lead",
        occasions="expert_reviews_owed",
    ),
    Duty(
        name="cover_in_cycle",
        provision="art8.s1b",
        bearer="bureau",
        occasions="coverage_owed",
    ),
    Duty(
        name="submit_materials",
        provision="art8.s2b",
        bearer="lead",
        toward="bureau",
        occasions="submissions_owed",
    ),
    Duty(
        name="notify_result",
        provision="art8.s2d",
        bearer="bureau",
        toward="lead",
        occasions="results_owed",
    ),
    Duty(
        name="evaluate_itself",
        provision="art8.s3a",
        bearer="lead",
        occasions="self_evaluations_owed",
    ),
    Duty(
        name="file_self_report",
        provision="art8.s3b",
        bearer="lead",
        toward="bureau",
        occasions="self_reports_owed",
    ),
    _standing("evaluate_yearly", "art9.s1g", "bureau"),
    Duty(
        name="report_member_changes",
        provision="art12.s1e",
        bearer="lead",
        toward="bureau",
        occasions="member_change_reports_owed",
    ),
    Duty(
        name="decide_on_member_changes",
        provision="art12.s1e",
        bearer="bureau",
        toward="lead",
        occasions="member_change_decisions_owed",
    ),
    Duty(
        name="report_person_changes",
        provision="art13.s1e",
        bearer="lead",
        toward="bureau",
        occasions="person_change_reports_owed",
    ),
    Duty(
        name="decide_on_person_changes",
        provision="art13.s1e",
        bearer="bureau",
        toward="lead",
        occasions="person_change_decisions_owed",
    ),
    Duty(
        name="review_withdrawal_request",
        provision="art14.s1d",
        bearer="bureau",
        toward="lead",
        occasions="withdrawal_reviews_owed",
    ),
    Duty(
        name="issue_withdrawal_document",
        provision="art14.s1d",
        bearer="bureau",
        toward="lead",
        occasions="withdrawal_documents_owed",
    ),
    _standing("guide_overall", "art20.s1", "four_bodies", lasting=False),
    _standing("organise_and_supervise", "art21.s1", "bureau", lasting=False),
    _standing("assist_lead", "art21.s2", "bureau", "lead"),
    _standing("foster", "art22.s1a", "district", lasting=False),
    _standing("review_applicants", "art22.s1b", "district", "bureau", lasting=False),
    _standing("guide_consortium", "art22.s1c", "district", "lead"),
    _standing("support_consortium", "art22.s1d", "district", "lead"),
    _standing("assist_bureau", "art22.s2a", "district", "bureau"),
    Duty(
        name="prereview_projects",
        provision="art22.s2b",
        bearer="district",
        toward="lead",
        occasions="prereviews_owed",
    ),
    Duty(
        name="inspect_yearly",
        provision="art22.s2c",
        bearer="district",
        toward="lead",
        occasions="inspections_owed",
    ),
    _standing("be_responsible", "art23.s1a", "lead"),
    _standing("be_in_charge", "art23.s1b", "lead"),
    _standing("distil_directions", "art23.s2a", "lead"),
    _standing("negotiate_formation", "art23.s2b", "lead", "members", lasting=False),
    _standing("organise_projects", "art23.s2c", "lead"),
    _standing("support_evaluation", "art23.s2d", "lead", "bureau"),
    _standing("report_changes", "art23.s2e", "lead", "bureau"),
    _standing("cooperate_with_lead", "art24.s1a", "members", "lead"),
    _standing("interact_with_lead", "art24.s1b", "members", "lead"),
)
