"""What the formation agreement says, and who signed it: art. 6."""

from __future__ import annotations

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Organization

__all__ = ["FACTS", "ITEMS"]


@items(path=lambda _: "application.agreement.heads")
def required_head(*, agreement_heads: tuple[str, ...]) -> tuple[str, ...]:
    """组建协议应当载明的事项。"""
    return agreement_heads


@fact(each="member", reads="application.agreement.signatories")
def signed(member: Organization, application: Application) -> bool | None:
    """已签署组建协议。"""
    signatories = None if application.agreement is None else application.agreement.signatories
    return None if signatories is None else member.key in signatories


@fact(each="required_head", reads="application.agreement.heads")
def stated_in_agreement(required_head: str, application: Application) -> bool | None:
    """组建协议载明该事项。"""
    heads = None if application.agreement is None else application.agreement.heads
    return None if heads is None else required_head in heads


@fact(reads="application.governance.organs")
def decision_body_set_up(application: Application) -> bool | None:
    """已设立决策机构。"""
    organs = None if application.governance is None else application.governance.organs
    if organs is None:
        return None
    return any(organ.function == "decision" and organ.body is not None for organ in organs)


ITEMS = (required_head,)

FACTS = (signed, stated_in_agreement, decision_body_set_up)
