"""第三条：建设领域。"""

from __future__ import annotations

from innov_consortium.core.clauses import Force, clause
from innov_consortium.core.words import Ruling, Word, is_one_of, left_open, not_

__all__ = ["CONTEXT"]


@clause("art3.s1a", force=Force.JUDGEMENT, attested=True)
def in_a_key_field(field: Word, *, key_fields: tuple[str, ...]) -> Ruling:
    """围绕我市信创、高端装备、智能科技、新能源汽车、生物医药、石油化工以及绿色低碳等重点领域。

    所列之外的领域由人判断，从不因此拒绝（“等”）。

    >>> from innov_consortium.core.clauses import settle
    >>> def outcome(field):
    ...     said = in_a_key_field(field, key_fields=("信创", "生物医药"))
    ...     return settle(said, Force.JUDGEMENT).value
    >>> outcome("信创"), outcome("现代农业"), outcome(None)
    ('met', 'needs_judgement', 'unknown')
    """
    return left_open(not_(is_one_of(field, key_fields)), is_one_of(field, key_fields))


CONTEXT = (in_a_key_field,)
