"""Who may concern whom: units and persons in common, and those who join must have been named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from benchmarks.generated_populations import BEHAVIOUR, apart, policy
from tests.examples.test_shuiyun import SHUIYUN
from tests.simulation.test_other_regions import BEHAVIOUR as FILING
from tests.simulation.test_other_regions import SPECIMENS

from innov_consortium import Governance, InvalidInputError, Person, Register, Surroundings
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.records import Falsification
from innov_consortium.simulation import Behaviour, Candidate, Scene, Turn, candidate_of, simulate
from innov_consortium.simulation.ties import connected, ties_of

ONE, OTHER = (candidate_of(apart(2), 1, n).application for n in (0, 1))


def groups(*applications: Any) -> list[tuple[int, ...]]:
    return list(connected([frozenset(ties_of(one)) for one in applications]))


def test_units_tie() -> None:
    """A member, whom a member belongs to, and whom it came from."""
    assert groups(ONE, OTHER) == [(0,), (1,)]
    theirs = OTHER.participants[0]
    for how in ({"parent": theirs.id}, {"succeeds": (theirs.id,)}, {"branch_of": theirs.id}):
        mine = evolve(ONE, lead=evolve(ONE.lead, **how))
        assert groups(mine, OTHER) == [(0, 1)]


def test_persons_tie_by_number_and_by_name() -> None:
    """Two of one name may be one person, and two of one number are."""

    def led_by(application: Any, *who: str) -> Any:
        return evolve(application, governance=Governance(principal=Person(*who)))

    assert groups(led_by(ONE, "甲", "1"), led_by(OTHER, "乙", "1")) == [(0, 1)]
    assert groups(led_by(ONE, "甲", "1"), led_by(OTHER, "甲", "2")) == [(0, 1)]
    assert groups(led_by(ONE, "甲"), led_by(OTHER, "乙")) == [(0,), (1,)]
    named = led_by(ONE, "不得显示")
    assert "不得显示" not in repr(ties_of(named))


def test_a_bar_on_a_person_is_seen_across_consortia() -> None:
    """Whoever was the principal of one that was struck off keeps another lead out."""
    person = Person("示例甲", "SY-1")
    first = SPECIMENS.case().application
    units = [SPECIMENS.unit(n) for n in (201, 202, 203, 204)]
    units += [SPECIMENS.unit(n, u.kind) for n, u in zip((301, 302), first.members[4:], strict=True)]
    agreement = evolve(first.agreement, signatories=frozenset(u.key for u in units))
    second = evolve(
        first,
        lead=units[0],
        participants=tuple(units[1:]),
        agreement=agreement,
        governance=evolve(first.governance, principal=person),
    )

    def known(scene: Any) -> Surroundings:
        usual = FILING.known(scene)
        return evolve(
            usual, record=evolve(usual.record, falsifications=_found(scene, usual.record))
        )

    def files_on(scene: Any) -> date | None:
        return date(scene.year, 3, 2) if scene.index == 0 or scene.year == 2028 else None

    file = evolve(FILING.turns[0], on=files_on)
    publicise = evolve(FILING.turns[2], says=lambda s: {"last": date(s.year, 3, 16)})
    behaviour = evolve(
        FILING, known=known, turns=(file, publicise, FILING.turns[3], FILING.turns[5])
    )
    lived = simulate(SHUIYUN, [first, second], (2026, 2027, 2028), behaviour, 4)
    assert lived.groups == ((0, 1),)
    assert "strike_off" in lived.rows_of(0)[1].granted
    assert [h.provisions for h in lived.rows_of(1)[2].held] == [("art13.p1.s1c",)]


def _found(scene: Any, record: Any) -> Any:
    if scene.index == 0 and scene.year == 2027:
        one = SPECIMENS.case().application.lead.id
        return (_falsified(one),)
    return () if scene.index else record.falsifications


def _falsified(unit: Any) -> Any:
    return Falsification(
        unit=unit, context="filing", serious=True, by="市科学技术局", on=date(2027, 5, 1)
    )


JOINING = OTHER.participants[0]
JOIN = Turn(
    step="report_join",
    on=lambda scene: date(scene.year, 7, 1),
    says=lambda _: {"kind": ChangeKind.MEMBER_JOIN, "change": "c1", "joining": JOINING},
)


def _surely(turn: Turn) -> Callable[[Scene], date]:
    """Return the day of a turn, without the chance that it is not taken."""
    month, day = {"file": (3, 2), "review": (3, 20)}[turn.step]
    return lambda scene: date(scene.year, month, day)


def test_who_joins_has_to_be_named_beforehand() -> None:
    """Otherwise whom it ties to whom could not be known."""
    lead = next(n for n in range(20) if len(candidate_of(apart(20), 5, n).application.members) > 6)
    one = candidate_of(apart(20), 5, lead)
    willing = tuple(
        evolve(turn, on=_surely(turn)) if turn.step in {"file", "review"} else turn
        for turn in BEHAVIOUR.turns
    )
    behaviour = evolve(BEHAVIOUR, turns=(*willing[:9], JOIN))
    with pytest.raises(InvalidInputError) as error:
        simulate(policy(), [one], [2026], behaviour, 5)
    assert [fault.path for fault in error.value.faults] == ["population[0].others"]
    named = Candidate(application=one.application, others=(JOINING,))
    [row] = simulate(policy(), [named], [2026], behaviour, 5).rows
    assert "report_join" in (*row.granted, *(held.step for held in row.held))


def test_a_register_is_nobodys_to_hand_in() -> None:
    register = Register.complete(to=date(2026, 1, 1))
    behaviour = Behaviour(turns=(), known=lambda _: Surroundings(register=register))
    with pytest.raises(InvalidInputError) as error:
        simulate(policy(), [ONE], [2026], behaviour, 5)
    assert [fault.path for fault in error.value.faults] == ["known.register"]
