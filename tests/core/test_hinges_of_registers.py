"""What hinges on the readings by which a register is folded, where it can be folded anew.

A register that was handed in is as it is: the readings it was made under are told, not asked. One
that was folded from histories is folded under every reading that is asked about.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve, frozen
from tests.conftest import DAY, DRAFT, MET, PARTNERS, PUBLISHED

from innov_consortium.core.case import Case
from innov_consortium.core.clauses import fact
from innov_consortium.core.hinges import Hinges
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.report import Answer
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.words import Truth


class Since(Reading):
    """参与自何时起算？"""

    RECOGNISED = ("a", "组建之日", "from the recognition")
    FILED = ("b", "申报之日", "from the filing")


class Lasting(Reading):
    """限制至何时止？"""

    SHORT = ("a", "一年", "a year")
    LONG = ("b", "两年", "two years")


@fact
def since_when(*, since: Since) -> bool:
    """自申报之日起算。"""
    return since is Since.FILED


@fact
def told_engagements(since_when: Truth) -> tuple[Engagement, ...] | None:
    """谁参与什么：本例中没有。"""
    return None if since_when is None else ()


@fact
def told_bars(*, lasting: Lasting | None) -> tuple[Bar, ...] | None:
    """谁不得参与：本例中没有。"""
    return None if lasting is None else ()


def asked(name: str, options: type[Reading], entry: str) -> Any:
    """Return a question of the register, read by default in its first way."""
    return question(
        name,
        options,
        default=next(iter(options)),
        entry=entry,
        provisions=("art4.s3",),
        reason="条文没有说",
        reason_en="the text is silent",
    )


POLICY = evolve(
    DRAFT,
    readings=(
        *DRAFT.readings,
        asked("since", Since, "X05"),
        asked("lasting", Lasting, "X06"),
    ),
    facts=(*DRAFT.facts, since_when, told_engagements, told_bars),
    engagements="told_engagements",
    bars="told_bars",
).supposing_published(PUBLISHED)
OWN = ["counting", "strength", "share_strength", "scope"]


def engaged(times: int) -> Register:
    """Return the register in which the first participant takes part elsewhere so many times."""
    engagements = tuple(
        Engagement(
            consortium=f"C{n}", unit=PARTNERS[0].id, role=Role.PARTICIPANT, since=date(2025, 1, 2)
        )
        for n in range(times)
    )
    return Register(engagements, DAY)


@frozen
class Refolded:
    """What a register was folded from: an engagement for each reading that is the other one."""

    def under(self, policy: Policy) -> Register:
        """Return the register under the readings of a policy."""
        other = [c.name for c in policy.readings if c.name not in OWN and not c.is_default]
        return engaged(len(other)).folded_from(self)

    def as_of(self, policy: Policy, day: date) -> Register:  # noqa: ARG002 - nothing is earlier
        """Return the same."""
        return self.under(policy)


def hinges(register: Register, on: date = DAY, **other: Any) -> Hinges:
    """Return what the answer hinges on with a register."""
    case: Case = evolve(MET, register=register, **other)
    return POLICY.hinges(POLICY.check("formation", case, on=on))


def named(found: Hinges) -> tuple[list[str], list[str]]:
    """Return the readings asked about, and those under which the register was handed in."""
    return [c.name for c in found.asked], [c.name for c in found.handed_in]


def test_the_readings_of_a_register_handed_in_are_told_and_not_asked() -> None:
    """Those of who is engaged and of who is barred, in the order of the policy."""
    found = hinges(engaged(0))
    assert named(found) == (OWN, ["since", "lasting"])
    assert found.ways == (5, 9)


def test_of_a_register_nobody_knows_nothing_was_made_under_a_reading() -> None:
    """There is nothing that would be otherwise."""
    assert named(hinges(Register.unknown())) == (OWN, [])


@pytest.mark.parametrize("register", [engaged(0), engaged(0).folded_from(Refolded())])
def test_where_no_norm_rests_on_the_register_its_readings_do_not_matter(register: Register) -> None:
    """After the last day of the text nothing is asked but whether it is in force."""
    found = hinges(register, on=date(2031, 1, 1))
    assert named(found) == ([], [])
    assert (found.report.answer, found.answer_stands, found.ways) == (Answer.NO_BASIS, True, (0, 0))


def test_a_register_that_was_folded_is_folded_under_every_reading_asked_about() -> None:
    """Two more engagements are one too many, and only both readings together make two."""
    found = hinges(engaged(0).folded_from(Refolded()))
    assert named(found) == ([*OWN, "since", "lasting"], [])
    assert found.ways == (7, 20)
    assert [[c.name for c in h.read] for h in found.of_answer] == [["since", "lasting"]]
    (both,) = found.of_answer
    assert (both.answer, [f.clause for f in both.findings]) == (
        Answer.OPEN,
        ["takes_part_at_most"],
    )
    (engagements,) = both.findings[0].items
    assert engagements.name == "application.participants[0]"
