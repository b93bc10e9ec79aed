"""第十、十一条：评价与支持。"""

from __future__ import annotations

from innov_consortium.core.clauses import clause
from innov_consortium.core.words import Truth, Word, both, is_one_of

__all__ = ["ELIGIBILITY", "RESULT"]


@clause("art10.s2")
def one_of_five_grades(notified_grade: Word, *, grades: tuple[str, ...]) -> Truth:
    """评价结果分为优秀、良好、中等、合格和不合格，自通报之日起生效。

    >>> five = ("excellent", "good", "fair", "pass", "fail")
    >>> [one_of_five_grades(v, grades=five) for v in ("fair", "poor", None)]
    [True, False, None]
    """
    return is_one_of(notified_grade, grades)


@clause("art11.s1a")
def good_enough_for_projects(
    on_file: Truth, has_result: Truth, latest_grade: Word, *, supported_grades: tuple[str, ...]
) -> Truth:
    """最近一次评价结果为优秀、良好的创新联合体，可以申报市联合攻关项目：已备案，没有注销。

    >>> def said(grade, result=True, on_file=True):
    ...     two = ("excellent", "good")
    ...     return good_enough_for_projects(on_file, result, grade, supported_grades=two)
    >>> [said(grade) for grade in ("good", "fair", None)]
    [True, False, None]
    >>> said(None, result=False), said("good", on_file=False)
    (False, False)
    """
    return both(on_file, has_result, is_one_of(latest_grade, supported_grades))


RESULT = (one_of_five_grades,)

ELIGIBILITY = (good_enough_for_projects,)
