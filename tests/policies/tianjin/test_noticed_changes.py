"""Who joins a consortium under art. 12, counted against the cap on taking part.

A direct test of the fact: the consortium that is joined is known by its id, and that id is needed
where colleges are told apart too.
"""

from __future__ import annotations

from datetime import date

from tests.policies.tianjin.conftest import made_college, made_engagement
from tests.policies.tianjin.lives import reported

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.history import Consortium
from innov_consortium.core.register import Count, Register
from innov_consortium.policies.tianjin import facts_changes
from innov_consortium.policies.tianjin.memberships import changes_in
from innov_consortium.policies.tianjin.readings import (
    ConsortiaCounted,
    RolesCounted,
    UnitOfCount,
)

APPROVED, DAY = date(2026, 6, 1), date(2027, 6, 1)
STATE = Consortium(id="C1", on=DAY, recognised_on=APPROVED)


def test_a_college_joins_the_consortium_the_register_has_its_university_in() -> None:
    """登记簿中的本联合体不重复计，没有写明学院的也不使之不明；在别的联合体的不明（B07、F08）。"""
    college, university = made_college(31, "化工学院"), made_college(31, None)

    def joined(consortium: str) -> Count:
        (one,) = changes_in((reported(ChangeKind.MEMBER_JOIN, joining=college),))
        found: Count = facts_changes.joined_participations(
            one,
            Register.complete(to=DAY, engagements=(made_engagement(university, consortium),)),
            STATE,
            DAY,
            roles_counted=RolesCounted.PARTICIPANT,
            consortia_counted=ConsortiaCounted.ACTIVE,
            unit_of_count=UnitOfCount.LEGAL_PERSON,
        )
        return found

    assert joined("C1") == Count(1)
    assert joined("C2") == Count(None, missing=("register.engagements[0].college",))
