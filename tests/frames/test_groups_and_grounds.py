"""Tables say what single checks say where units belong together, and where a case is special.

Companies of one parent, branches of one legal person, colleges of one university: who counts as one
differs with the reading. The random cases of ``test_equality`` have hardly any parents, nor every
way in which a special case is put forward.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest

pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

from attrs import evolve  # noqa: E402 - after what may not be installed
from benchmarks.generated import BUREAU, PUBLISHED  # noqa: E402
from tests.frames.tables import cases_by_publication, tables_of_cases, tianjin  # noqa: E402
from tests.frames.test_equality import by_case, differences  # noqa: E402

from innov_consortium import Case, Policy  # noqa: E402
from innov_consortium.core.attestations import SpecialCase  # noqa: E402
from innov_consortium.core.organizations import Organization  # noqa: E402
from innov_consortium.frames import assess  # noqa: E402

COUNTED = ("unit_of_count", "college_counting", "lead_counts", "share_base")
WHO = (None, BUREAU, "市委、市政府", "某区政府", "申请人", "本单位")


def related(unit: Organization, case: Case, rng: random.Random) -> Organization:
    """Return a unit that may have a parent among the others, or one it shares with them."""
    others = [one.legal_person for one in case.application.members if one.key != unit.key]
    return evolve(unit, parent=rng.choice([None, *others[:3]]))


def grouped(case: Case, rng: random.Random) -> Case:
    """Return a case in which many of the units are controlled by one of the others."""
    application = case.application
    return evolve(
        case,
        application=evolve(
            application,
            lead=related(application.lead, case, rng),
            participants=tuple(related(one, case, rng) for one in application.participants),
        ),
    )


def special(case: Case, on: date, rng: random.Random) -> Case:
    """Return a case with a special case, determined by anybody, or by nobody who is named."""
    lead = case.application.lead
    return evolve(
        case,
        special_case=SpecialCase(
            ground=rng.choice(["art7.s1a", "art7.s1b"]),
            determined_by=rng.choice([*WHO, lead.name]),
            determined_on=rng.choice([None, on]),
            elected=rng.choice([True, False, None]),
            elected_by=rng.choice([BUREAU, "某区政府", None]),
        ),
    )


@cache
def cases() -> tuple[tuple[Case, date], ...]:
    rng = random.Random(2026)  # noqa: S311 - random cases, no secrets
    plain = cases_by_publication(range(400, 460))[PUBLISHED]
    return tuple((special(grouped(case, rng), on, rng), on) for case, on in plain)


def options() -> Sequence[tuple[str, str]]:
    return [
        (choice.name, option.option)
        for choice in tianjin().readings
        if choice.name in COUNTED
        for option in choice.question.options
    ]


def test_the_cases_have_what_they_are_for() -> None:
    """Parents, leads with one, and every way of being determined."""
    units = [unit for case, _ in cases() for unit in case.application.members]
    assert sum(unit.parent is not None for unit in units) > 100
    assert any(case.application.lead.parent for case, _ in cases())
    grounds = {
        (c.special_case.ground, c.special_case.determined_by)
        for c, _ in cases()
        if c.special_case is not None
    }
    assert len(grounds) > 2 * len(WHO)


@pytest.mark.parametrize(("name", "option"), options())
def test_whoever_counts_as_one_does_in_tables(name: str, option: str) -> None:
    """Under every way of counting units, beside the default of the other questions."""
    policy: Policy = tianjin().with_readings(**{name: option})
    found = assess(policy, *tables_of_cases(policy, cases()), on="asked_on")
    assert differences(found, by_case(policy, cases())) == []


def test_counting_differs() -> None:
    """By group and by registered body: the cases tell the ways of counting apart."""
    ways = {
        option: tuple(map(str, by_case(tianjin().with_readings(unit_of_count=option), cases())))
        for name, option in options()
        if name == "unit_of_count"
    }
    assert len(set(ways.values())) == len(ways) > 2
