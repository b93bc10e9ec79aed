"""What a policy asks, and which of it enters the answer."""

from __future__ import annotations

from innov_consortium.core.clauses import judged
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.policy import Policy

FIRST, SECOND = judged("art1.s1"), judged("art1.s2")


def test_conditions_enter_the_answer_and_the_context_does_not() -> None:
    """Conditions first, each marked."""
    asked = Inquiry(name="formation", conditions=(FIRST, SECOND))
    assert asked.norms == ((FIRST, True), (SECOND, True))


def test_whether_a_text_is_in_force_is_context_only(toy: Policy) -> None:
    """Commencement, end, and what takes effect with it."""
    names = [(n.name, combines) for n, combines in toy.in_time.inquiry.norms]
    assert names == [("begun", False), ("not_ended", False), ("former_repealed", False)]


def test_a_text_without_an_end_is_asked_for_none(toy: Policy) -> None:
    """Nothing stands in its place."""
    endless = InTime(commencement=toy.in_time.commencement)
    assert [n.name for n, _ in endless.inquiry.norms] == ["begun"]
