"""第五、六、七条的条件由几项并列而成：每一项单独不符合，或者单独不明，结论都不同。"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from innov_consortium.core.clauses import Clause, Force, settle
from innov_consortium.policies.tianjin import (
    art05_agreement,
    art05_formation,
    art06_procedure,
    art07_special,
)
from innov_consortium.policies.tianjin.readings import (
    DualPosts,
    OrganBodies,
    Principle,
    ShareForce,
    TianjinPresence,
)
from innov_consortium.policies.tianjin.readings_life import (
    ApprovalDay,
    CallNeeded,
    DistrictOpinionNeeded,
    ExpertWeight,
)

WINDOW = (date(2026, 2, 10), date(2026, 12, 31))

#: Whether the time for a step has come, whether it was taken, and whether as the text wants it.
STEPS = (
    art06_procedure.applied_together,
    art06_procedure.applied_by_lead,
    art06_procedure.plan_handed_in,
    art06_procedure.proofs_handed_in,
    art06_procedure.filed_with_own_district,
    art06_procedure.reviewed_by_own_district,
    art06_procedure.forwarded_by_own_district,
    art06_procedure.third_party_commissioned,
    art06_procedure.defended_orally,
    art06_procedure.experts_gave_opinion,
    art06_procedure.list_publicised,
)


def outcome(said: Any) -> str:
    """Return what a mandatory norm comes to."""
    return settle(said, Force.MANDATORY).value


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_a_step_passed_over_is_a_fault_and_not_unknown(step: Clause[Any]) -> None:
    """第六条各步骤：已走到其后的步骤而没有经过的，不符合；经过了而不知如何的，才是不明。"""
    assert outcome(step(True, False, None)) == "not_met"
    assert outcome(step(True, True, None)) == "unknown"
    assert outcome(step(True, True, False)) == "not_met"
    assert outcome(step(True, True, True)) == "met"
    assert outcome(step(False, False, None)) == "not_applicable"


def _called(filing_due: bool, called: bool, needed: CallNeeded, filed: bool = True) -> str:
    on = date(2026, 3, 2) if filed else None
    by = called or None
    said = art06_procedure.filed_within_call(
        filing_due, filed, called, by, on, *WINDOW, call_needed=needed
    )
    return outcome(said)


def test_nothing_is_asked_of_a_call_before_anybody_applies() -> None:
    """发布年度征集通知，启动组建工作：尚未申报的，通知是否发布都无从不符合，两种解释都是。"""
    for needed in (CallNeeded.REQUIRED, CallNeeded.INTERNAL):
        assert _called(False, True, needed) == "not_applicable"
    assert _called(True, True, CallNeeded.INTERNAL) == "met"


def test_who_never_filed_has_not_filed_within_a_call() -> None:
    """由通知启动：已走到申报之后的步骤而没有申报的，不符合，不是不明。"""
    assert _called(True, True, CallNeeded.REQUIRED, filed=False) == "not_met"
    assert _called(True, False, CallNeeded.REQUIRED) == "not_met"


@pytest.mark.parametrize(
    ("reviewed", "given", "recommends", "needed", "forwarded"),
    [
        (True, True, True, "met", "met"),
        (True, True, False, "not_met", "met"),
        (True, False, False, "not_met", "not_met"),
        (True, None, None, "unknown", "unknown"),
        (False, None, None, "not_met", "not_met"),
        (None, True, True, "unknown", "unknown"),
    ],
)
def test_a_district_recommends_what_it_has_reviewed(
    reviewed: bool | None,
    given: bool | None,
    recommends: bool | None,
    needed: str,
    forwarded: str,
) -> None:
    """进行审核，并出具推荐意见：没有审核的没有意见；不推荐的能否提交，见 C03。"""
    for read, expected in (
        (DistrictOpinionNeeded.NEEDED, needed),
        (DistrictOpinionNeeded.FORWARDED, forwarded),
    ):
        said = art06_procedure.district_recommended(
            True, reviewed, given, recommends, district_opinion_needed=read
        )
        assert outcome(said) == expected


def test_an_opinion_that_was_never_given_does_not_bind() -> None:
    """参考专家评审意见：没有意见的不符合，意见约束与否都是（C04）。"""
    for weight in ExpertWeight:
        said = art06_procedure.experts_agree(True, False, None, expert_weight=weight)
        assert outcome(said) == "not_met"
    binding = art06_procedure.experts_agree(True, None, True, expert_weight=ExpertWeight.BINDING)
    assert outcome(binding) == "unknown"


def test_approval_without_publicity_fails_whatever_else_is_unknown() -> None:
    """公示无异议后批复：没有公示的不符合；公示末日不明、没有异议的，是否届满不明。"""
    day, last = date(2026, 6, 1), date(2026, 5, 12)

    def said(publicised: bool | None, ends: date | None, objections: int | None) -> str:
        found = art06_procedure.approved_after_publicity(
            True, publicised, day, ends, objections, approval_from=ApprovalDay.NEXT_DAY
        )
        return outcome(found)

    assert said(False, None, None) == "not_met"
    assert said(True, None, 0) == "unknown"
    assert said(True, None, 1) == "not_met"
    assert said(True, last, 0) == "met"
    assert said(None, last, 0) == "unknown"


def test_publicity_is_asked_for_once_there_is_an_approval() -> None:
    """公示无异议后批复：尚未批复的，没有公示、有异议都还无从不符合。"""
    for facts in ((False, None, None, 0), (True, None, date(2026, 5, 12), 1)):
        said = art06_procedure.approved_after_publicity(
            False, *facts, approval_from=ApprovalDay.NEXT_DAY
        )
        assert outcome(said) == "not_applicable"


@pytest.mark.parametrize(
    ("here", "branch", "registered", "judged", "by_branch", "by_registration"),
    [
        (True, False, True, "met", "met", "met"),
        (True, False, False, "met", "met", "not_met"),
        (False, True, False, "not_met", "met", "not_met"),
        (None, True, None, "needs_judgement", "met", "unknown"),
        (False, False, False, "not_met", "not_met", "not_met"),
        (None, False, None, "unknown", "unknown", "unknown"),
    ],
)
def test_in_tianjin_by_registration_or_by_a_branch(
    here: bool | None,
    branch: bool,
    registered: bool | None,
    judged: str,
    by_branch: str,
    by_registration: str,
) -> None:
    """在津正常运营的：在津与否，经认定、凭登记、凭在津的分支机构，依所选解释（B13）。"""
    for presence, expected in (
        (TianjinPresence.JUDGED, judged),
        (TianjinPresence.BRANCH, by_branch),
        (TianjinPresence.REGISTERED, by_registration),
    ):
        rests = branch and here is None
        said = art05_formation.lead_operates_in_tianjin(
            here, True, registered, branch, rests, False, tianjin_presence=presence
        )
        assert outcome(said) == expected


@pytest.mark.parametrize("presence", list(TianjinPresence))
def test_in_tianjin_is_not_enough_without_operating_normally(presence: TianjinPresence) -> None:
    """在津正常运营的：两项缺一不可，不论“在津”如何解释。"""
    for operating, expected in ((True, "met"), (False, "not_met"), (None, "unknown")):
        said = art05_formation.lead_operates_in_tianjin(
            True, operating, True, True, False, False, tianjin_presence=presence
        )
        assert outcome(said) == expected


# --- art. 5 items 5 and 6 -------------------------------------------------------------------------


def test_an_agreement_is_signed_and_in_time() -> None:
    """各成员单位须共同签署组建协议：没有签署的不符合，签署日不明亦同；签署日不明的不明。"""
    filed = date(2026, 3, 2)
    signed = art05_agreement.agreement_signed
    assert outcome(signed(False, None, filed)) == "not_met"
    assert outcome(signed(True, None, filed)) == "unknown"
    assert outcome(signed(None, date(2026, 3, 3), filed)) == "not_met"
    assert outcome(signed(True, filed, filed)) == "met"


@pytest.mark.parametrize(
    ("provided", "shared", "separate"),
    [
        (True, False, "met"),
        (True, True, "not_met"),
        (True, None, "unknown"),
        (False, False, "not_met"),
        (None, False, "unknown"),
    ],
)
def test_separate_organs_are_there_and_apart(
    provided: bool | None, shared: bool | None, separate: str
) -> None:
    """应设立决策、咨询和执行等组织机构：须分设的，有机构而兼任的也不符合（B19）。"""
    said = art05_agreement.organs_set_up(provided, shared, organ_bodies=OrganBodies.SEPARATE)
    assert outcome(said) == separate


@pytest.mark.parametrize("posts", list(DualPosts))
def test_both_posts_are_filled(posts: DualPosts) -> None:
    """实行主要负责人和技术总师“双重”负责制度：缺一个不符合，不论可否兼任（B20）。"""

    def said(principal: bool | None, technologist: bool | None) -> str:
        found = art05_agreement.dual_responsibility(
            principal, technologist, False, dual_posts=posts
        )
        return outcome(found)

    assert (said(True, True), said(False, True), said(True, False)) == ("met", "not_met", "not_met")
    assert (said(None, True), said(True, None)) == ("unknown", "unknown")


def test_organs_or_posts_in_one_hand_are_judged() -> None:
    """决策、咨询和执行等机构，“双重”负责：齐备而由一个机构、一人兼任的，由人判断（B19、B20）。"""
    for shared, expected in ((True, "needs_judgement"), (False, "met"), (None, "unknown")):
        organs = art05_agreement.organs_set_up(True, shared, organ_bodies=OrganBodies.JUDGED)
        posts = art05_agreement.dual_responsibility(True, True, shared, dual_posts=DualPosts.JUDGED)
        assert (outcome(organs), outcome(posts)) == (expected, expected)


# --- art. 7 ---------------------------------------------------------------------------------------


def _case_by_case(**facts: bool | None) -> str:
    """Return what comes of a case nothing is claimed for, but for some facts."""
    nothing: dict[str, Any] = dict.fromkeys(art07_special.organised_case_by_case.needs, False)
    return outcome(art07_special.organised_case_by_case(**{**nothing, **facts}))


def test_a_case_rests_on_a_ground_that_is_claimed_and_determined() -> None:
    """可按照“一事一议”组织建设：提出而未经确定的、确定而未提出的，都没有依据。"""
    elected: dict[str, Any] = {"elected_by_bureau": True}
    for claim, determined in (
        ("claims_key_support", "determined_by_leadership"),
        ("claims_urgent_need", "determined_by_authority"),
    ):
        assert _case_by_case(**{claim: True, determined: True, **elected}) == "met"
        assert _case_by_case(**{determined: True, **elected}) == "not_applicable"
    assert _case_by_case(claims_key_support=True, **elected) == "not_applicable"


def test_what_another_body_or_the_bureaus_election_suggests_is_judged() -> None:
    """依据未经有权机关确定，而由其他单位确定的，或者亟需而市科技局已经选用的，由人判断。"""
    assert _case_by_case(claims_key_support=True, determined_by_another=True) == "needs_judgement"
    assert _case_by_case(claims_urgent_need=True, elected_by_bureau=True) == "needs_judgement"
    assert _case_by_case(claims_urgent_need=True) == "not_applicable"
    assert _case_by_case(elected_by_bureau=True) == "not_applicable"


def test_an_election_that_is_pending_is_the_bureaus_to_make() -> None:
    """可按照“一事一议”：依据齐备，选用与否尚待决定的，由人判断；决定不选用的，不符合。"""
    ground: dict[str, Any] = {"claims_key_support": True, "determined_by_leadership": True}
    assert _case_by_case(**ground, election_pending=True) == "needs_judgement"
    assert _case_by_case(**ground) == "not_met"
    assert _case_by_case(**ground, determined_by_another=True, elected_by_bureau=True) == "met"


# --- art. 5 item 3 --------------------------------------------------------------------------------


def test_half_of_one_participant_is_asked_for_as_well() -> None:
    """企业数量占比不少于50%：只有一家的也算占比；一家没有的不适用。"""

    def said(total: int, enterprises: int) -> str:
        found = art05_formation.enterprise_share(
            total, enterprises, enterprises, min_enterprise_share=Fraction(1, 2)
        )
        return outcome(found)

    assert (said(1, 1), said(1, 0), said(0, 0)) == ("met", "not_met", "not_applicable")


def test_the_share_binds_unless_the_principle_is_read_into_it() -> None:
    """原则上……，其中企业数量占比不少于50%：硬性条件，或者依解释为原则要求（B03、B11）。"""

    def force(share: ShareForce, principle: Principle) -> Force:
        return art05_formation.of_the_share(share_force=share, principle=principle)

    assert force(ShareForce.MANDATORY, Principle.EXCEPTION) is Force.MANDATORY
    assert force(ShareForce.IN_PRINCIPLE, Principle.EXCEPTION) is Force.IN_PRINCIPLE
    assert force(ShareForce.MANDATORY, Principle.HARD) is Force.MANDATORY
    assert force(ShareForce.IN_PRINCIPLE, Principle.HARD) is Force.MANDATORY
