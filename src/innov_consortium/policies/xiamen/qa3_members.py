"""政策解读第三部分第2点：成员构成。

Enough however one counts is enough; where the counts differ about it, a person decides.
"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import Int, Ruling, at_least, both, left_open, not_
from innov_consortium.policies.xiamen.instrument import BUREAU

__all__ = ["CONDITIONS"]


@clause("qa3.item2.s1b", attested=BUREAU)
def enough_members(members_least: Int, members_most: Int, *, min_members: int) -> Ruling:
    """成员构成 ≥7家单位。

    >>> from innov_consortium.core.clauses import Force, settle
    >>> def test(least, most):
    ...     return settle(enough_members(least, most, min_members=7), Force.MANDATORY).value
    >>> test(6, 6), test(7, 7), test(8, 8), test(6, 7), test(7, 8)
    ('not_met', 'met', 'met', 'needs_judgement', 'met')
    """
    certain = at_least(members_least, min_members)
    return left_open(both(at_least(members_most, min_members), not_(certain)), certain)


@clause("qa3.item2.s1c", attested=BUREAU)
def enough_enterprises(
    enterprises_least: Int, enterprises_most: Int, *, min_enterprises: int
) -> Ruling:
    """企业≥5家。

    >>> from innov_consortium.core.clauses import Force, settle
    >>> def test(least, most):
    ...     said = enough_enterprises(least, most, min_enterprises=5)
    ...     return settle(said, Force.MANDATORY).value
    >>> test(4, 4), test(5, 5), test(6, 6), test(4, 5), test(5, 6)
    ('not_met', 'met', 'met', 'needs_judgement', 'met')
    """
    certain = at_least(enterprises_least, min_enterprises)
    return left_open(both(at_least(enterprises_most, min_enterprises), not_(certain)), certain)


@clause("qa3.item2.s1d", attested=BUREAU)
def enough_institutions(
    institutions_least: Int, institutions_most: Int, *, min_institutions: int
) -> Ruling:
    """高校/科研机构/医疗机构≥2家。

    >>> from innov_consortium.core.clauses import Force, settle
    >>> def test(least, most):
    ...     said = enough_institutions(least, most, min_institutions=2)
    ...     return settle(said, Force.MANDATORY).value
    >>> test(1, 1), test(2, 2), test(3, 3), test(1, 2), test(2, 3)
    ('not_met', 'met', 'met', 'needs_judgement', 'met')
    """
    certain = at_least(institutions_least, min_institutions)
    return left_open(both(at_least(institutions_most, min_institutions), not_(certain)), certain)


CONDITIONS = (enough_members, enough_enterprises, enough_institutions)
