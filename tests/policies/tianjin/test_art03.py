"""第三条：围绕我市信创、高端装备、智能科技、新能源汽车、生物医药、石油化工以及绿色低碳等重点领域。"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innov_consortium.core.case import Case
from innov_consortium.core.report import Answer, Report

FIELDS = ("信创", "高端装备", "智能科技", "新能源汽车", "生物医药", "石油化工", "绿色低碳")

Vary = Callable[..., Case]
Says = Callable[..., str | None]


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_named_is_one_of_the_key_fields(field: str, vary: Vary, says: Says) -> None:
    """Each of the seven."""
    assert says(vary(field=field), "art3.s1a") == "met"


@pytest.mark.parametrize("field", ["现代农业", "生物医药产业", "新能源", "信创等"])
def test_any_other_field_is_for_a_person_to_weigh(field: str, vary: Vary, says: Says) -> None:
    """The list ends with 等: what is not on it, or only resembles it, is never refused."""
    assert says(vary(field=field), "art3.s1a") == "needs_judgement"


def test_a_field_not_stated_is_unknown(
    vary: Vary, says: Says, lacking: Callable[..., list[str]]
) -> None:
    """And the report says where it would be stated."""
    case = vary(field=None)
    assert (says(case, "art3.s1a"), lacking(case, "art3.s1a")) == ("unknown", ["application.field"])


@pytest.mark.parametrize("field", ["生物医药", "现代农业", None])
def test_the_field_never_enters_the_answer(
    field: str | None, vary: Vary, check: Callable[..., Report]
) -> None:
    """Art. 3 orients the bureau; art. 5 states the conditions of an application."""
    assert check(vary(field=field)).answer is Answer.MET
