"""A behaviour may be a table of rates instead of functions: read strictly, and lived the same."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from benchmarks.generated_populations import policy

from innov_consortium import Application, InvalidInputError, Phase
from innov_consortium.interchange import load_case
from innov_consortium.simulation import (
    Run,
    candidates_from,
    copies_of,
    load_behaviour,
    simulate,
    structure_behaviour,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "simulation"
RATES = json.loads((EXAMPLES / "rates.json").read_text(encoding="utf-8"))


@cache
def like() -> Application:
    return load_case((EXAMPLES / "candidate.json").read_bytes()).application


@cache
def run() -> Run:
    behaviour = load_behaviour((EXAMPLES / "rates.json").read_bytes(), policy())
    return simulate(policy(), copies_of(like(), 24), range(2026, 2032), behaviour, 3)


def changed(*path: Any, to: Any) -> Any:
    """Return the example with one value, or several, taken otherwise."""
    document = json.loads(json.dumps(RATES))
    inner = document
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = to
    return document


def test_the_example_has_whole_lives() -> None:
    told = run().tallies
    granted = {step for year in told for step in year.granted}
    assert granted >= {"refuse", "approve", "notify_result", "revoke"}
    assert told[-1].phases[Phase.RECOGNISED] > 10
    assert {grade for year in told for grade in year.grades} <= {
        *("excellent", "good", "qualified", "unqualified")
    }


def test_processes_change_nothing_for_a_table() -> None:
    behaviour = structure_behaviour(RATES, policy())
    again = simulate(policy(), copies_of(like(), 24), range(2026, 2032), behaviour, 3, processes=2)
    assert again.rows == run().rows


def test_everybody_is_evaluated_every_third_year_from_the_one_after() -> None:
    """``every``, counted from the recognition; ``after``, in the same year only."""
    recognised: dict[str, int] = {}
    for row in run().rows:
        if "approve" in row.granted:
            recognised[row.consortium] = row.year
        called = "call_evaluation" in row.granted
        assert called == ("select_for_evaluation" in row.granted)
        if row.phase is Phase.RECOGNISED:
            passed = row.year - recognised[row.consortium]
            assert called == (passed in {1, 4}), row


def test_a_grade_follows_the_one_before_by_its_shares() -> None:
    """From excellent nobody falls to unqualified at once."""
    after: Counter[tuple[str | None, str | None]] = Counter()
    lived = simulate(
        policy(),
        copies_of(like(), 40),
        range(2026, 2032),
        structure_behaviour(changed("turns", 9, "every", to={"years": 1, "after": 1}), policy()),
        5,
    )
    for n in range(40):
        for history in lived.histories(n):
            grades = [e.grade for e in history.events if e.tag == "result_notified"]  # type: ignore[attr-defined]  # such an event has a grade
            after.update(pairwise(grades))
    assert after["good", "good"] > 0
    assert after["excellent", "unqualified"] == 0


def test_a_greater_rate_takes_in_whoever_a_smaller_one_does() -> None:
    """The draws are the same: who applied still does, and others as well."""
    more = structure_behaviour(changed("turns", 1, "rate", to=0.6), policy())
    lived = simulate(policy(), copies_of(like(), 24), [2026], more, 3)
    before = {r.candidate for r in run().rows if r.year == 2026 and "file" in r.granted}
    after = {r.candidate for r in lived.rows if "file" in r.granted}
    assert before < after


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ([], "behaviour"),
        ({"turns": {}}, "behaviour"),
        (changed("more", to=1), "behaviour.more"),
        (changed("again", to=2), "behaviour.again"),
        (changed("again", to={"26": 0.5}), "behaviour.again"),
        (changed("turns", 0, to="call"), "behaviour.turns[0]"),
        (changed("turns", 0, "step", to="cal"), "behaviour.turns[0].step"),
        (changed("turns", 0, "on", to="02-30"), "behaviour.turns[0].on"),
        (changed("turns", 0, "when", to="02-10"), "behaviour.turns[0].when"),
        (changed("turns", 1, "rate", to=True), "behaviour.turns[1].rate"),
        (changed("turns", 9, "every", to={"years": "3"}), "behaviour.turns[9].every"),
        (changed("turns", 9, "every", to={"years": 0}), "behaviour.turns[9].every"),
        (changed("turns", 9, "every", to={"after": 1}), "behaviour.turns[9].every"),
        (changed("turns", 10, "after", to="no"), "behaviour.turns[10].after"),
        (changed("turns", 17, "established", to="formation"), "behaviour.turns[17].established"),
        (changed("turns", 3, "says", "opinion", to="maybe"), "behaviour.turns[3].says.opinion"),
        (changed("turns", 3, "says", "grade", to="good"), "behaviour.turns[3].says.grade"),
        (
            changed("turns", 5, "says", "opinion", to={"$pick": {"recommended": 0}}),
            "behaviour.turns[5].says.opinion.$pick",
        ),
        (
            changed("turns", 5, "says", "opinion", to={"$draw": {}}),
            "behaviour.turns[5].says.opinion.$draw",
        ),
        (
            changed("turns", 16, "says", "grade", "$transition", "good", to=[]),
            "behaviour.turns[16].says.grade.$transition.good",
        ),
        (
            changed("turns", 6, "says", "last", to={"$day": "x"}),
            "behaviour.turns[6].says.last.$day",
        ),
        (
            changed("turns", 0, "says", "year", to={"$year": "1"}),
            "behaviour.turns[0].says.year.$year",
        ),
        (changed("known", "records", to={}), "behaviour.known.records"),
        (changed("known", "record", "whole", to=True), "behaviour.known.record.whole"),
        (changed("known", "attestations", to={}), "behaviour.known.attestations"),
        (
            changed("known", "attestations", 0, "$while", to="dead"),
            "behaviour.known.attestations[0].$while",
        ),
        (
            changed("known", "record", "falsifications", 0, "unit", to={"$lead": "code"}),
            "behaviour.known.record.falsifications[0].unit.$lead",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_path(document: object, path: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        structure_behaviour(document, policy())
    assert [fault.path for fault in error.value.faults] == [path]


def test_all_that_is_wrong_is_told_at_once() -> None:
    document = changed("turns", 0, "on", to="x")
    document["turns"][1]["rate"] = -1
    document["again"] = "often"
    with pytest.raises(InvalidInputError) as error:
        structure_behaviour(document, policy())
    assert len(error.value.faults) == 3


def test_no_json_is_told() -> None:
    with pytest.raises(InvalidInputError, match="JSON"):
        load_behaviour("{", policy())


# --- who applies ------------------------------------------------------------------------------


ROWS = [
    {"candidate": "甲", "role": "lead", "name": "测试甲", "id": "91120116MAEX00001M"}
    | {"kind": "enterprise", "domicile": "120101", "district": "和平区科技局"},
    {"candidate": "甲", "role": "participant", "name": "测试乙", "id": "91120116MAEX00011N"}
    | {"kind": "enterprise", "domicile": "", "district": ""},
]


def test_copies_share_no_unit_and_keep_all_else() -> None:
    lived = run()
    assert [len(group) for group in lived.groups] == [1] * 24
    one = lived.trace(7).candidate.application
    assert [u.kind for u in one.members] == [u.kind for u in like().members]
    assert [str(u.id)[:8] for u in one.members] == [str(u.id)[:8] for u in like().members]
    assert one.agreement is not None
    assert one.agreement.signatories == frozenset(u.key for u in one.members)


def test_candidates_come_from_a_table_of_units() -> None:
    [one] = candidates_from(ROWS, like())
    assert (one.name, one.traits) == ("甲", {"district": "和平区科技局"})
    assert [unit.name for unit in one.application.members] == ["测试甲", "测试乙"]
    assert one.application.field == like().field
    [bare] = candidates_from(ROWS)
    assert bare.application.agreement is None


def test_a_trait_stands_in_the_table_of_rates() -> None:
    district = {"$trait": "district"}
    document = changed("turns", 1, "says", "recipient", to=district)
    document["turns"][1]["rate"] = 1
    for n in (2, 3, 4):
        document["turns"][n]["says"]["by"] = district
    behaviour = structure_behaviour(document, policy())
    lived = simulate(policy(), candidates_from(ROWS, like()), [2026], behaviour, 1)
    assert lived.rows[0].consortium == "甲"
    assert {"file", "review"} <= set(lived.rows[0].granted) | {"review"}
    without = [{k: v for k, v in row.items() if k != "district"} for row in ROWS]
    with pytest.raises(InvalidInputError) as error:
        simulate(policy(), candidates_from(without, like()), [2026], behaviour, 1)
    assert error.value.faults[0].path == "population[0].traits.district"


@pytest.mark.parametrize(
    ("rows", "paths"),
    [
        ([ROWS[1]], ["rows"]),
        ([ROWS[0], {**ROWS[0], "id": "91120116MAEX00011N"}], ["rows[1].role"]),
        ([{**ROWS[0], "candidate": "", "role": "chief"}], ["rows[0].candidate", "rows[0].role"]),
        ([{**ROWS[0], "kind": "firm"}], ["rows[0].kind"]),
    ],
)
def test_what_is_wrong_with_units_is_told(rows: list[dict[str, str]], paths: list[str]) -> None:
    with pytest.raises(InvalidInputError) as error:
        candidates_from(rows)
    assert [fault.path for fault in error.value.faults][: len(paths)] == paths


def test_marks_are_those_of_the_policy() -> None:
    assert {mark.value for mark in run().marks} >= {"draft", "supposed_publication"}
    assert run().years[-1] == date(2031, 1, 1).year
