"""第十一条第一款：撤销资格的七种情形，一项成立即可；撤销须由市科技局发文作出，不会自动发生。

情形有待判断、不明的，只有市科技局的认定作数；其他机关认定的事实，写入记录（``record``）。
"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import (
    Int,
    Ruling,
    Truth,
    Word,
    at_least,
    both,
    either,
    exists,
    is_one_of,
    left_open,
    not_,
    only_if,
)
from innov_consortium.policies.tianjin.bodies import BUREAU
from innov_consortium.policies.tianjin.readings_life import VoluntaryGround

__all__ = ["GROUNDS", "REVOCATION"]


@clause("art11.item1", attested=BUREAU)
def unqualified_in_a_row(unqualified_run: Int, *, consecutive_results: int) -> Truth:
    """连续两次年度运行评价不合格的：先后两次通报的结果；中间的年度一并列出（D03、D04）。

    >>> [unqualified_in_a_row(n, consecutive_results=2) for n in (1, 2, 3, None)]
    [False, True, True, None]
    """
    return at_least(unqualified_run, consecutive_results)


@clause("art11.item2", each="evaluation", attested=BUREAU)
def materials_not_submitted(
    nothing_submitted: Truth,
    submission_counts: Truth,
    submission_judged: Truth,
) -> Ruling:
    """未按要求提交年度运行评价材料的：没有提交，与迟交、不全，是两回事（D05）。

    >>> said = [
    ...     materials_not_submitted(*facts)
    ...     for facts in ((True, False, False), (False, True, False), (False, False, True))
    ... ]
    >>> [(one.open, one.test) for one in said]
    [(False, True), (False, True), (True, False)]
    """
    found = either(nothing_submitted, submission_counts)
    return left_open(both(submission_judged, not_(found)), found)


@clause("art11.item3", each="falsification", attested=BUREAU)
def seriously_falsified(
    falsified_in: Word,
    falsified_seriously: Truth,
    falsification_counted: Truth,
    falsifier_counts: Truth,
    falsifier_judged: Truth,
    found_by_bureau: Truth,
    found_by_another: Truth,
    *,
    falsification_contexts: tuple[str, ...],
) -> Truth | Ruling:
    """在组建或年度评价中存在严重弄虚作假行为的；项目中的不是；由谁所为、由谁认定，见 E13。

    >>> def said(context, lead, participant):
    ...     contexts = ("formation", "annual_evaluation")
    ...     by_whom = (lead, participant, True, False)
    ...     return seriously_falsified(
    ...         context, True, True, *by_whom, falsification_contexts=contexts
    ...     )
    >>> found = said("formation", True, False), said("formation", False, True)
    >>> [(one.open, one.test) for one in found], said("project", True, False).test
    ([(False, True), (True, True)], False)
    """
    return both(
        is_one_of(falsified_in, falsification_contexts),
        falsified_seriously,
        falsification_counted,
        left_open(falsifier_judged, falsifier_counts),
        left_open(found_by_another, found_by_bureau),
    )


@clause("art11.item4", attested=BUREAU)
def revocation_requested(
    requested: Truth,
    requested_by_lead: Truth,
    statement_joint: Truth,
    request_reported: Truth,
    request_declined: Truth,
    *,
    voluntary_ground: VoluntaryGround,
) -> Truth:
    """牵头单位提出撤销申请的；须依第十四条办理的，还须全体说明并报市科技局（E02）。

    依第十四条审核而不同意的，申请就此了结。

    >>> def said(joint, declined, read):
    ...     return revocation_requested(True, True, joint, True, declined, voluntary_ground=read)
    >>> [said(joint, False, VoluntaryGround.COMPLETED) for joint in (True, False, None)]
    [True, False, None]
    >>> said(True, True, VoluntaryGround.COMPLETED), said(False, True, VoluntaryGround.ALONE)
    (False, True)
    """
    asked = both(requested, requested_by_lead)
    if voluntary_ground is VoluntaryGround.COMPLETED:
        return both(asked, statement_joint, request_reported, not_(request_declined))
    return asked


@clause("art11.item5", each="accident", attested=BUREAU)
def major_accident(
    accident_at_lead: Truth,
    lead_when_it_happened: Truth,
    accident_category: Word,
    accident_graded: Word,
    grade_judged: Truth,
    accident_counted: Truth,
    *,
    accident_categories: tuple[str, ...],
    major_grades: tuple[str, ...],
) -> Truth | Ruling:
    """牵头单位发生重大安全、质量事故的：以官方认定的等级为准（E10）。

    >>> def said(grade):
    ...     words = {
    ...         "accident_categories": ("safety", "quality"),
    ...         "major_grades": ("major", "especially_major"),
    ...     }
    ...     return major_accident(True, True, "safety", grade, False, True, **words).test
    >>> [said(g) for g in ("larger", "major", "especially_major", None)]
    [False, True, True, None]
    """
    named = is_one_of(accident_category, accident_categories)
    return both(
        accident_at_lead,
        accident_counted,
        left_open(not_(lead_when_it_happened), lead_when_it_happened),
        left_open(not_(named), named),
        left_open(grade_judged, is_one_of(accident_graded, major_grades)),
    )


@clause("art11.item6", each="determination", attested=BUREAU)
def determined_dishonest(
    conduct_of_lead: Truth,
    lead_when_determined: Truth,
    determining_organ: Word,
    conduct_serious: Truth,
    determination_effective: Truth,
    determination_counted: Truth,
    *,
    determining_organs: tuple[str, ...],
) -> Truth | Ruling:
    """牵头单位存在司法、行政机关认定的其他严重违法失信行为的：认定须已生效（E11）。

    >>> def said(organ, effective):
    ...     organs = ("judicial", "administrative")
    ...     return determined_dishonest(
    ...         True, True, organ, True, effective, True, determining_organs=organs
    ...     ).test
    >>> said("judicial", True), said("association", True), said("judicial", None)
    (True, False, None)
    """
    return both(
        conduct_of_lead,
        left_open(not_(lead_when_determined), lead_when_determined),
        is_one_of(determining_organ, determining_organs),
        conduct_serious,
        determination_effective,
        determination_counted,
    )


@clause("art11.item7", each="listing", attested=BUREAU)
def on_a_list(
    listed_lead: Truth,
    listing_counts: Truth,
    listing_judged: Truth,
    of_a_named_list: Truth,
) -> Truth | Ruling:
    """牵头单位被列入经营异常名录或失信名单等：决定之日在列的成立，已移出的由人判断（E12）。

    >>> found = [on_a_list(True, *v, True) for v in ((True, False), (False, True), (False, False))]
    >>> [(one.open, one.test) for one in found]
    [(False, True), (True, True), (False, False)]
    """
    return both(
        listed_lead,
        left_open(listing_judged, listing_counts),
        left_open(not_(of_a_named_list), of_a_named_list),
    )


@clause("art11.item7", each="misconduct", attested=BUREAU)
def other_misconduct(
    misconduct_of_lead: Truth, of_weight: Truth, misconduct_counted: Truth
) -> Truth | Ruling:
    """等其他存在违法行为的：与所列情形相当的，由人判断；轻微的不是（E12）。

    >>> other_misconduct(True, True, True).open, other_misconduct(True, False, True).test
    (True, False)
    """
    return both(misconduct_of_lead, misconduct_counted, left_open(of_weight, of_weight))


@clause("art11.p1")
def revoked_on_a_ground(
    was_ended: Truth,
    ended_on_request: Truth,
    grounds_cited: Int,
    ground_to_judge: Truth,
    ground_established: Truth,
    issued_by_document: Truth,
) -> Truth | Ruling:
    """有下列情况之一的撤销其天津市创新联合体资格：所引情形至少一项成立，并以发文为准（E01、E06）。

    >>> from innov_consortium.core.clauses import Force, settle
    >>> def outcome(cited, judged, established):
    ...     said = revoked_on_a_ground(True, False, cited, judged, established, True)
    ...     return settle(said, Force.MANDATORY).value
    >>> outcome(1, False, True), outcome(1, False, False), outcome(1, False, None)
    ('met', 'not_met', 'unknown')
    >>> outcome(1, True, False), outcome(0, False, True), outcome(None, False, True)
    ('needs_judgement', 'not_met', 'unknown')
    """
    imposed = both(was_ended, not_(ended_on_request))
    judged = both(exists(grounds_cited), ground_to_judge)
    grounded_act = both(exists(grounds_cited), ground_established, issued_by_document)
    return only_if(imposed, left_open(judged, grounded_act))


GROUNDS = (
    unqualified_in_a_row,
    materials_not_submitted,
    seriously_falsified,
    revocation_requested,
    major_accident,
    determined_dishonest,
    on_a_list,
    other_misconduct,
)

REVOCATION = (revoked_on_a_ground,)
