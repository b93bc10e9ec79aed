"""第十二、十三条：变更管理。“及时”没有天数，不计算期限（F03）。"""

from __future__ import annotations

from innov_consortium.core.clauses import Force, clause
from innov_consortium.core.words import (
    Day,
    Int,
    Ruling,
    Truth,
    Word,
    at_least,
    at_most,
    both,
    holds,
    is_one_of,
    left_open,
    not_,
    only_if,
)
from innov_consortium.policies.tianjin.art05_formation import in_principle
from innov_consortium.policies.tianjin.readings_life import (
    LeadReplacement,
    MemberChanges,
    PersonsCovered,
    SuccessorTested,
)

__all__ = [
    "CONDITIONS",
    "CONTEXT",
    "MEMBER_REPORT",
    "PERSON_REPORT",
    "joins_at_most",
    "member_change_executed_after",
    "participants_left",
    "person_change_executed_after",
    "successor_qualified",
]


@clause("art12.s1c", each="change", attested=True)
def member_change_covered(
    change_of_members: Truth,
    unit_concerned: Truth,
    change_of_lead: Truth,
    change_named: Truth,
    *,
    member_changes: MemberChanges,
    lead_replacement: LeadReplacement,
) -> Ruling:
    """等成员单位变更情况。

    >>> from innov_consortium.core.clauses import settle
    >>> def outcome(lead, named, replaced=LeadReplacement.NOT_PROVIDED, others=MemberChanges.OPEN):
    ...     said = member_change_covered(
    ...         True, True, lead, named, member_changes=others, lead_replacement=replaced
    ...     )
    ...     return settle(said, Force.MANDATORY).value
    >>> outcome(False, True), outcome(False, False), outcome(True, False)
    ('met', 'met', 'needs_judgement')
    >>> outcome(False, False, others=MemberChanges.CLOSED)
    'needs_judgement'
    >>> outcome(True, False, replaced=LeadReplacement.COVERED)
    'met'
    """
    covered = only_if(change_of_members, unit_concerned)
    if member_changes is MemberChanges.CLOSED:
        covered = left_open(both(not_(change_named), not_(change_of_lead)), covered)
    if lead_replacement is LeadReplacement.NOT_PROVIDED:
        covered = left_open(change_of_lead, covered)
    return covered


@clause("art12.s1d", each="change", attested=True)
def basis_issued_jointly(
    change_of_members: Truth, issued_by_lead: Truth, issued_by_members: Truth, some_unable: Truth
) -> Ruling:
    """联合体牵头单位需联合相关成员单位出具变更依据；拒不出具或不复存在的，须另行决定（F05）。

    >>> from innov_consortium.core.clauses import settle
    >>> def outcome(lead, members, unable=False):
    ...     said = basis_issued_jointly(True, lead, members, unable)
    ...     return settle(said, Force.MANDATORY).value
    >>> [outcome(True, v) for v in (True, False, None)], outcome(False, True)
    (['met', 'not_met', 'unknown'], 'not_met')
    >>> outcome(True, True, unable=True), outcome(False, True, unable=True)
    ('needs_judgement', 'not_met')
    """
    issued = both(issued_by_lead, issued_by_members)
    return only_if(change_of_members, left_open(both(issued, some_unable), issued))


@clause("art12.s1e", each="change")
def member_change_settled(
    change_of_members: Truth, decided: Truth, reported: Truth, settled: Truth
) -> Ruling:
    """及时报市科技局核准备案；还在办理的，不作未核准论。

    >>> [member_change_settled(True, True, True, v).test for v in (True, False)]
    [True, False]
    >>> member_change_settled(True, False, True, False).applies
    False
    """
    return only_if(both(change_of_members, decided), both(reported, settled))


@clause("art12.s1f", each="change")
def member_change_executed_after(
    change_of_members: Truth, executed: Truth, settled: Truth, executed_on: Day, effective_on: Day
) -> Ruling:
    """后执行变更；同日先核准后执行的符合。

    >>> from datetime import date
    >>> def test(day):
    ...     approved = date(2027, 5, 20)
    ...     return member_change_executed_after(True, True, True, date(2027, 5, day), approved).test
    >>> [test(d) for d in (19, 20, 21)]
    [False, True, True]
    >>> member_change_executed_after(True, True, False, date(2027, 5, 21), None).test
    False
    """
    concerned = both(change_of_members, executed)
    return only_if(concerned, both(settled, at_least(executed_on, effective_on)))


@clause("art13.s1c", each="change", attested=True)
def person_change_covered(
    change_of_persons: Truth, change_named: Truth, *, persons_covered: PersonsCovered
) -> Ruling:
    """等人员变更情况。

    >>> similar, any_key = PersonsCovered.SIMILAR, PersonsCovered.ANY_KEY
    >>> [person_change_covered(True, v, persons_covered=similar).open for v in (True, False)]
    [False, True]
    >>> person_change_covered(True, False, persons_covered=any_key).open
    False
    """
    if persons_covered is PersonsCovered.SIMILAR:
        return only_if(change_of_persons, left_open(not_(change_named), change_of_persons))
    return only_if(change_of_persons, holds(change_of_persons))


@clause("art13.s1d", each="change")
def statement_issued_by_lead(change_of_persons: Truth, issued_by_lead: Truth) -> Ruling:
    """联合体牵头单位需出具人员变更说明。

    >>> [statement_issued_by_lead(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(change_of_persons, holds(issued_by_lead))


@clause("art13.s1e", each="change")
def person_change_settled(
    change_of_persons: Truth, decided: Truth, reported: Truth, settled: Truth
) -> Ruling:
    """及时报市科技局核准备案；还在办理的，不作未核准论。

    >>> [person_change_settled(True, True, True, v).test for v in (True, False)]
    [True, False]
    """
    return only_if(both(change_of_persons, decided), both(reported, settled))


@clause("art13.s1f", each="change")
def person_change_executed_after(
    change_of_persons: Truth, executed: Truth, settled: Truth, executed_on: Day, effective_on: Day
) -> Ruling:
    """后执行变更；同日先核准后执行的符合。

    >>> from datetime import date
    >>> def test(day):
    ...     approved = date(2027, 5, 20)
    ...     return person_change_executed_after(True, True, True, date(2027, 5, day), approved).test
    >>> [test(d) for d in (19, 20, 21)]
    [False, True, True]
    """
    concerned = both(change_of_persons, executed)
    return only_if(concerned, both(settled, at_least(executed_on, effective_on)))


def of_the_successor(*, successor_tested: SuccessorTested) -> Force:
    """第五条第（六）项对继任者的效力（F07）。"""
    return {
        SuccessorTested.TESTED: Force.MANDATORY,
        SuccessorTested.NOT_TESTED: Force.ENCOURAGEMENT,
    }[successor_tested]


@clause("art5.item6.s3b", each="change", force=of_the_successor)
def successor_qualified(
    successor_named: Truth, successor_qualification: Word, *, qualifications: tuple[str, ...]
) -> Ruling:
    """技术总师应由……战略科学家或高层次领军人才担任：继任者亦同（F07）。

    >>> named = ("strategic_scientist", "leading_talent")
    >>> def test(value):
    ...     return successor_qualified(True, value, qualifications=named).test
    >>> [test(v) for v in ("leading_talent", "other", None)]
    [True, False, None]
    """
    return only_if(successor_named, is_one_of(successor_qualification, qualifications))


@clause("art5.item3.s5b", each="change", force=in_principle)
def joins_at_most(
    unit_joins: Truth,
    joined_participations: Int,
    register_complete: Truth,
    *,
    max_participations: int,
) -> Ruling:
    """原则上同一主体单位参与组建创新联合体不超过两个：加入时亦同（F08）。

    >>> def test(count, complete):
    ...     return joins_at_most(True, count, complete, max_participations=2).test
    >>> [test(n, True) for n in (1, 2, 3)], test(2, None), test(3, None)
    ([True, True, False], None, False)
    """
    known = at_most(joined_participations, max_participations)
    return only_if(unit_joins, both(known, register_complete))


@clause("art5.item3.s2c", force=in_principle)
def participants_left(current_participants: Int, *, min_participants: int) -> Truth:
    """参与单位总数原则上不少于6家：组建之后只作提示，条文没有规定后果（F04）。

    >>> [participants_left(n, min_participants=6) for n in (5, 6, 7, None)]
    [False, True, True, None]
    """
    return at_least(current_participants, min_participants)


@clause("art23.s2e", each="change")
def change_reported_by_lead(reported: Truth, reported_by_lead: Truth) -> Ruling:
    """并负责将联合体相关变更事项，及时报市科技局核准备案。

    >>> [change_reported_by_lead(True, v).test for v in (True, False, None)]
    [True, False, None]
    """
    return only_if(reported, holds(reported_by_lead))


#: What a change of members must satisfy when it is reported, and still when it is approved.
MEMBER_REPORT = (member_change_covered, basis_issued_jointly)

#: The same for a change of persons.
PERSON_REPORT = (person_change_covered, statement_issued_by_lead)

CONDITIONS = (
    *MEMBER_REPORT,
    *PERSON_REPORT,
    member_change_settled,
    person_change_settled,
    member_change_executed_after,
    person_change_executed_after,
    successor_qualified,
    joins_at_most,
    change_reported_by_lead,
)

CONTEXT = (participants_left,)
