"""第十四条：主动撤销。"""

from __future__ import annotations

from innov_consortium.core.clauses import Force, clause
from innov_consortium.core.words import Ruling, Truth, both, holds, only_if
from innov_consortium.policies.tianjin.readings_life import VoluntaryGround

__all__ = ["CONDITIONS", "REPORT", "REVIEW", "REVOCATION_ON_REQUEST"]


@clause("art14.s1a")
def withdrawal_requested_by_lead(requested: Truth, requested_by_lead: Truth) -> Ruling:
    """创新联合体牵头单位主动提出撤销申请的。

    >>> [withdrawal_requested_by_lead(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(requested, holds(requested_by_lead))


def of_the_statement(*, voluntary_ground: VoluntaryGround) -> Force:
    """全体说明的效力：第（四）项须由它补足，或牵头单位提出即足，或另有一途（E02）。"""
    return {
        VoluntaryGround.COMPLETED: Force.MANDATORY,
        VoluntaryGround.ALONE: Force.ENCOURAGEMENT,
        VoluntaryGround.TWO_ROADS: Force.MANDATORY,  # on this road; art. 11 item 4 is the other
    }[voluntary_ground]


@clause("art14.s1b", each="statement_member", force=of_the_statement)
def statement_issued_jointly(requested: Truth, joins_statement: Truth) -> Ruling:
    """需联合所有成员单位出具主动申请撤销说明。

    >>> [statement_issued_jointly(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(requested, holds(joins_statement))


@clause("art14.s1c")
def withdrawal_reported(requested: Truth, request_reported: Truth) -> Ruling:
    """报市科技局。

    >>> [withdrawal_reported(True, v).test for v in (True, False)]
    [True, False]
    """
    return only_if(requested, holds(request_reported))


@clause("art14.s1d")
def withdrawn_by_document(
    requested: Truth,
    request_reviewed: Truth,
    review_agrees: Truth,
    was_ended: Truth,
    only_on_request: Truth,
    issued_by_document: Truth,
) -> Ruling:
    """经审核后发文撤销；没有发文的，资格仍在。

    >>> [withdrawn_by_document(True, True, v, True, True, True).test for v in (True, False, None)]
    [True, False, None]
    >>> withdrawn_by_document(True, True, True, False, True, None).test
    False
    >>> withdrawn_by_document(True, True, True, True, True, None).test is None
    True
    """
    reviewed = both(request_reviewed, review_agrees)
    return only_if(requested, both(reviewed, was_ended, only_on_request, issued_by_document))


REPORT = (statement_issued_jointly,)

REVIEW = (withdrawal_requested_by_lead, statement_issued_jointly)

CONDITIONS = (
    withdrawal_requested_by_lead,
    statement_issued_jointly,
    withdrawal_reported,
    withdrawn_by_document,
)

REVOCATION_ON_REQUEST = CONDITIONS
