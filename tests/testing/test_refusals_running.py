"""Running refusals: the surroundings are valid, and a wrong expectation is reported."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from innov_consortium import audit
from innov_consortium.core.decide import Standing
from innov_consortium.core.policy import Policy
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import structure_case, structure_dossier
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import CaseResult, run_cases
from innov_consortium.testing.refusals import Surroundings, handing
from innov_consortium.testing.refusals.places import Places, steps

AROUND = Surroundings(TIANJIN)
UNIT = {"name": "测试企业01有限公司", "id": "91120116MAXT00011U", "kind": "enterprise"}


def refusal(path: str, kind: str, *, context: bool = True, **given: Any) -> dict[str, Any]:
    """Return a refusal of an input."""
    case = {"id": "R1", "input": given, "path": path, "expected": {"refusal": kind}}
    return {**case, "context": "whatever must precede"} if context else case


def run(case: dict[str, Any], policy: Policy = TIANJIN) -> CaseResult:
    """Run one."""
    (result,) = run_cases([case], policy)
    return result


def test_the_formation_supplied_is_lawful_from_the_first_act_to_the_last() -> None:
    """Otherwise an act shown would be refused for what the runner left out."""
    dossier = structure_dossier(AROUND.formation(until=7, before=None), TIANJIN)
    acts = audit(AROUND.published, dossier.history, date(2026, 6, 1), dossier)
    assert [act.standing for act in acts] == [Standing.ALLOWED] * 7


def test_the_formation_supplied_is_over_before_what_is_shown() -> None:
    """It is moved as far back as it has to be, if only the calendar goes so far."""
    formation = AROUND.formation(until=7, before=date(2026, 1, 10))
    assert formation["events"][-1]["on"] == "2026-01-09"
    assert AROUND.formation(until=6, before=date(1, 1, 2))["events"][0]["on"] == "0001-01-01"
    assert AROUND.formation(until=0, before=None)["events"] == []


def test_the_application_supplied_can_be_asked_about() -> None:
    """Nothing is wrong with it."""
    case = structure_case({"application": AROUND.application(), "register": "unknown"})
    AROUND.published.check("formation", case, on=date(2026, 3, 2))


def test_a_policy_that_is_published_already_stays_so() -> None:
    """The surroundings publish only one that is not."""
    published = TIANJIN.supposing_published(date(2025, 5, 1))
    assert Surroundings(published).published is published


@pytest.mark.parametrize(
    ("fragment", "path", "kind", "note"),
    [
        (
            {"participants": [{**UNIT, "name": ""}]},
            "participants[0].name",
            "type_error",
            "refused, but as invalid_value at application.participants[0].name, not type_error",
        ),
        (
            {"participants": [UNIT, {**UNIT, "name": ""}]},
            "participants[0].name",
            "invalid_value",
            "refused, but as invalid_value at application.participants[1].name; duplicate at",
        ),
        ({"participants": [UNIT]}, "participants[0]", "duplicate", "not refused; answered"),
        ({"as_of": "2026-13-01", "lead": UNIT}, "lead", "type_error", "refused, but as"),
    ],
)
def test_a_wrong_expectation_is_a_failure(
    fragment: dict[str, Any], path: str, kind: str, note: str
) -> None:
    """Of another kind, elsewhere, or not refused at all."""
    result = run(refusal(path, kind, **fragment))
    assert result.result == "fail"
    assert result.note.startswith(note)


def test_what_was_got_is_told_in_the_words_of_the_case() -> None:
    """The kind, the place as the case writes it and as it was handed over, the message."""
    grade = {"year": 2026, "mode": "expert", "grade": "中等", "notified_on": "2026-12-10"}
    got = run(refusal("evaluations[0].grade", "invalid_value", evaluations=[grade])).got
    assert (got["refusal"], got["path"], got["told_at"]) == (
        "invalid_value",
        "evaluations[0].grade",
        "events[8].grade",
    )
    assert got["message"].startswith("'中等' 不是所列的词")


@pytest.mark.parametrize(
    ("case", "note"),
    [
        (refusal("weather", "type_error", weather="fine"), "not understood: input.weather"),
        ({**refusal("as_of", "type_error"), "path": 5}, "not understood: path = 5"),
        ({**refusal("as_of", "type_error"), "input": []}, "not understood: input = []"),
        ({**refusal("as_of", "type_error"), "expected": None}, "not understood: expected = None"),
    ],
)
def test_a_case_that_is_not_understood_is_an_error(case: dict[str, Any], note: str) -> None:
    """It says what is not understood; it is never a pass."""
    result = run(case)
    assert result.result == "error"
    assert result.note.startswith(note)


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), OverflowError("x")])
def test_what_the_library_lets_out_is_a_crash_and_a_failure(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Whatever the case expects."""

    def structure_case(_: object) -> None:
        raise error

    monkeypatch.setattr(handing, "structure_case", structure_case)
    result = run(refusal("as_of", "type_error", as_of=5))
    assert result.result == "fail"
    assert result.note.startswith(f"crashed: {type(error).__name__}")


def test_behaviour_accepted_in_prose_is_left_to_a_reader() -> None:
    """A kind that is accepted as well passes; a sentence does not."""
    case = refusal("participants[0]", "duplicate", participants=[UNIT, UNIT])
    case["path"] = "participants[1]"
    kind = {"refusal": "inconsistent", "accept": ["duplicate"]}
    prose = {"refusal": "inconsistent", "accept": ["finding: it is told"]}
    results = [run({**case, "expected": expected}) for expected in (kind, prose)]
    assert [result.result for result in results] == ["pass", "fail"]
    assert results[1].note.endswith("a reader has to say whether that is: finding: it is told")


def test_null_is_not_given_or_of_the_wrong_type() -> None:
    """Both words are right of it, and only of it."""
    for name, results in ((None, ["pass", "pass"]), (5, ["pass", "fail"])):
        cases = [
            refusal("participants[0].name", kind, participants=[{**UNIT, "name": name}])
            for kind in ("type_error", "invalid_value")
        ]
        assert [run(case).result for case in cases] == results


def test_a_case_of_law_and_a_refusal_may_stand_in_one_file() -> None:
    """Each is told apart by its keys."""
    law = {
        "id": "V1",
        "as_of": "2026-03-02",
        "given": {"participants_summary": {"participants": 7, "enterprises": 3}},
        "when": "check the formation conditions",
        "article": ["art5.item3.s2d"],
        "expect": {"norms": {"art5.item3.s2d": "not_met"}},
    }
    results = list(run_cases([law, refusal("as_of", "type_error", as_of=5)], TIANJIN))
    assert [(r.id, r.result) for r in results] == [("V1", "pass"), ("R1", "pass")]


def test_an_expired_text_cannot_be_asked() -> None:
    """A policy whose surroundings cannot be made is an error, and not a crash."""
    numbers = TIANJIN.with_numbers(valid_until=date(2020, 1, 1))
    result = run(refusal("as_of", "type_error", as_of=5), evolve(numbers))
    assert result.result == "error"


def test_places_are_found_however_they_are_spelt() -> None:
    """The longest place noted decides; a place may be found in several."""
    places = Places()
    places.note("evaluations[0]", "events[3]")
    places.note("evaluations[0]", "events[4]")
    places.note("evaluations[0].notified_on", "events[4].on")
    assert places.of("$.evaluations.0['notified_on']") == (("events", "4", "on"),)
    assert places.of("evaluations[0].year") == (("events", "3", "year"), ("events", "4", "year"))
    assert places.of("as_of") == (("as_of",),)
    assert places.in_case("events[4].on") == "evaluations[0].notified_on"
    assert places.in_case("events[4].year") == "evaluations[0].year"
    assert places.in_case("elsewhere") == "elsewhere"
    assert steps("input.events[0].grounds[1]") == ("events", "0", "grounds", "1")


def test_a_plugin_that_offers_a_policy_is_not_refused() -> None:
    """What it may return is no refusal; the runner does not refuse by itself."""
    got = handing.Got()
    handing.offer((TIANJIN,), got)
    assert (got.told, got.answers) == ([], ["policy 120000 is offered"])


def test_an_input_error_is_noted_with_all_its_faults() -> None:
    """Every kind and every place that was told."""
    got = handing.Got()
    assert got.listen(lambda: structure_case({"application": 1, "register": 2})) is None
    assert [(t.kind, t.path) for t in got.told] == [
        ("type_error", "application"),
        ("type_error", "register"),
    ]
    with pytest.raises(InvalidInputError):
        structure_case({"application": 1})
