"""Boundary tables: whole in both directions, moved by the numbers, passed by the runner."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.toy_filing import FILING

from innov_consortium.core.clauses import clause
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.policy import Policy
from innov_consortium.core.words import Int, Truth, at_least
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import run_cases
from innov_consortium.testing.boundaries import (
    Answered,
    Boundary,
    answered,
    boundaries_of,
    table,
    templates_of,
    unmatched,
)
from innov_consortium.testing.boundaries.expanding import expand, merged
from innov_consortium.testing.boundaries.points import points_of
from innov_consortium.testing.boundaries.templates import Template

#: Families in which nothing alters, and why that is so.
UNALTERED = {
    "art26.s1b-status": "the status outlives the text (A05)",
    "art11.p2-first-of-two": "the second revocation bars already",
    "art11.p2-weekend-over": "no roll-over (E05): the bar is over on both days",
    "art11.p2-presented": "not accepted when it was revoked: barred, whenever presented (E09)",
    "art11.p2-transition-over": "the text has expired: no basis, whenever it was revoked (A06)",
    "art10.s1a-fifth": "one case",
    "art10.s1a-grades": "all four are results; the fifth word stands apart",
    "art6.item2.s2d-zone": "each files where it is",
}


@pytest.fixture(scope="module")
def made() -> tuple[Boundary, ...]:
    return tuple(boundaries_of(TIANJIN))


@pytest.fixture(scope="module")
def told(made: tuple[Boundary, ...]) -> tuple[Answered, ...]:
    return tuple(answered(made, TIANJIN))


def expected(policy: Policy, template: str) -> dict[str, dict[str, Any]]:
    """Return what is expected of the cases of one template, by what they are called after it."""
    own = [b for b in boundaries_of(policy) if b.template.id == template]
    return {a.case["id"].removeprefix(f"B-{template}-"): a.expect for a in answered(own, policy)}


# --- completeness -----------------------------------------------------------------------------


def test_every_threshold_has_its_template_and_no_template_is_left_over() -> None:
    """In both directions; no number stands outside the table."""
    found = unmatched(TIANJIN)
    assert (found.missing, found.left_over) == ((), ())
    assert not found


@clause("art5.item3.s2c")
def planted(participants: Int) -> Truth:
    return at_least(participants, 4)


def test_a_threshold_nobody_wrote_a_template_for_is_missing() -> None:
    """It is named, and the table says so at its head."""
    asked = Inquiry(name="planted", conditions=(planted,))
    policy = evolve(TIANJIN, inquiries=(*TIANJIN.inquiries, asked))
    found = unmatched(policy)
    assert [t.key for t in found.missing] == ["planted:participants:4"]
    assert "缺少情形的界限（1 处）：planted:participants:4" in table(policy, ())


def test_a_template_for_what_is_not_there_is_left_over() -> None:
    """A list that the policy no longer has, and a clause that is gone."""
    policy = evolve(TIANJIN, vocabulary=TIANJIN.vocabulary[1:])
    assert unmatched(policy).left_over == (("art5.item1.s2c-lists", "words:lists"),)
    without = tuple(i for i in TIANJIN.inquiries if i.name not in ("procedure", "filing"))
    steps = tuple(s for s in TIANJIN.steps if s.path != "life")
    gone = unmatched(evolve(TIANJIN, inquiries=without, steps=steps)).left_over
    assert ("art6.item5.s2b-state", "clause:list_publicised") in gone
    assert "情形所指并不存在" in table(evolve(TIANJIN, vocabulary=TIANJIN.vocabulary[1:]), ())


def test_a_policy_that_brings_no_templates_lacks_all() -> None:
    """A made-up policy elsewhere has thresholds and no cases."""
    assert templates_of(FILING).templates == ()
    assert list(boundaries_of(FILING)) == []
    assert "number:bar_months" in [t.key for t in unmatched(FILING).missing]


def test_a_number_that_bounds_nothing_is_in_the_table_with_the_reason() -> None:
    """Art. 9 names six aspects and weighs none of them."""
    assert "没有情形：第九条列出评价的六个方面" in table(TIANJIN, ())
    assert "No case: Article 9 lists six aspects" in table(TIANJIN, (), "en")


# --- cases ------------------------------------------------------------------------------------


def test_the_cases_pass_the_runner(told: tuple[Answered, ...]) -> None:
    """As JSON, with nothing but what the case format has."""
    rows = [json.loads(json.dumps(a.case, ensure_ascii=False)) for a in told]
    results = list(run_cases(rows, TIANJIN))
    assert [(r.id, r.note) for r in results if r.result != "pass"] == []
    assert len({r.id for r in results}) == len(rows) > 250
    fields = {"id", "title", "as_of", "given", "when", "article", "why", "ambiguity", "expect"}
    assert {frozenset(row) for row in rows} == {frozenset(fields)}


def test_a_wrong_outcome_fails_the_runner(told: tuple[Answered, ...]) -> None:
    """The runner does compare: an outcome turned round is not passed."""
    turn = {"met": "not_met", "not_met": "met"}
    rows = []
    for one in told[::5]:
        norms = one.expect.get("norms", {})
        turned = {p: turn[o] for p, o in norms.items() if o in turn}
        if turned:
            rows.append({**one.case, "expect": {**one.expect, "norms": {**norms, **turned}}})
    assert len(rows) > 30
    assert {r.result for r in run_cases(rows, TIANJIN)} == {"fail"}


def test_every_case_quotes_the_law_it_is_about(made: tuple[Boundary, ...]) -> None:
    """Word for word, each provision by its id."""
    for one in made:
        for provision in one.case["article"]:
            text = TIANJIN.ledger[provision].text.rstrip("，、；")
            assert f"{provision}：「{text}」" in one.case["why"]


def test_a_blank_tells_no_outcome(made: tuple[Boundary, ...], told: tuple[Answered, ...]) -> None:
    """It is the case with a form: what is asked for stands there, and ``None`` beside it."""
    for blank, full in zip(made, told, strict=True):
        form = blank.blank["expect"]
        assert {k: v for k, v in blank.blank.items() if k != "expect"} == {
            k: v for k, v in full.case.items() if k != "expect"
        }
        flat = [
            form.get("answer"),
            *form.get("norms", {}).values(),
            *form.get("values", {}).values(),
        ]
        assert form
        assert set(flat) == {None}
        if full.report is not None:
            assert {k: list(v or ()) for k, v in form.items()} == {
                k: list(v) if isinstance(v, dict) else [] for k, v in full.expect.items()
            }
    said = table(TIANJIN, made)
    assert not any(word in said for word in ("符合 |", "不符合", "成立 |", "所据的解释"))


def test_at_every_boundary_something_alters(told: tuple[Answered, ...]) -> None:
    """A family in which all comes out the same bounds nothing, unless it is there to show that."""
    outcomes: dict[str, set[str]] = {}
    for one in told:
        whole = json.dumps(one.expect, sort_keys=True)
        outcomes.setdefault(one.boundary.template.id, set()).add(whole)
    assert {name for name, found in outcomes.items() if len(found) == 1} == set(UNALTERED)


def test_nothing_is_refused_or_left_unanswered_but_a_fifth_grade(
    told: tuple[Answered, ...],
) -> None:
    """A word that the closed list of grades has not is no input."""
    odd = [a for a in told if a.report is None]
    assert [a.boundary.template.id for a in odd] == ["art10.s1a-fifth"]
    assert [f.path.rpartition(".")[2] for f in odd[0].faults] == ["grade"]
    assert [a.error for a in told if a.error] == []


# --- numbers and readings ---------------------------------------------------------------------

SOFT, HARD, MET = "departs_from_principle", "not_met", "met"


@pytest.mark.parametrize(
    ("numbers", "template", "outcomes"),
    [
        (
            {"min_participants": 5},
            "art5.item3.s2c-participants",
            {"4": SOFT, "5": MET, "6": MET},
        ),
        (
            {"max_participations": 3},
            "art5.item3.s5b-participations",
            {"2": MET, "3": MET, "4": SOFT},
        ),
        (
            {"min_enterprise_share": Fraction(2, 3)},
            "art5.item3.s2d-share",
            {"3of6": HARD, "4of6": MET, "5of6": MET, "4of7": HARD, "5of7": MET, "6of7": MET},
        ),
        (
            {"max_support": Decimal(5_000_000)},
            "art15.s1d-cap",
            {"4999999.99": MET, "5000000.00": MET, "5000000.01": HARD},
        ),
        (
            {"valid_until": date(2029, 12, 31)},
            "art26.s1b-validity",
            {"2029-12-30": MET, "2029-12-31": MET, "2030-01-01": HARD},
        ),
        (
            {"bar_years": 2},
            "art11.p2-last",
            {"2028-06-11": HARD, "2028-06-12": HARD, "2028-06-13": MET},
        ),
        (
            {"cycle_years": 4},
            "art8.s1b-cycle",
            {"2029-12-31": "not_applicable", "2030-01-01": HARD, "2030-01-02": HARD},
        ),
        ({"consecutive_results": 3}, "art11.item1-run", {"2": HARD, "3": MET, "4": MET}),
        (
            {"key_fields": ("信创", "现代农业")},
            "art3.s1a-field",
            {"信创": MET, "现代农业": MET},
        ),
        (
            {"good_or_better": ("excellent",)},
            "art15.s1a-good",
            {"excellent": MET, "good": HARD, "qualified": HARD, "unqualified": HARD},
        ),
    ],
)
def test_another_number_moves_the_table(
    numbers: dict[str, Any], template: str, outcomes: dict[str, str]
) -> None:
    """Below, at and above lie where the number says, and come out accordingly."""
    policy = TIANJIN.with_numbers(**numbers)
    found = {name: e["norms"] for name, e in expected(policy, template).items()}
    first = next(iter(found.values()))
    provision = next(iter(first))
    assert {name: norms[provision] for name, norms in found.items()} == outcomes


@pytest.mark.parametrize(
    ("reading", "template", "case", "before", "then"),
    [
        ("approval_from=same_day", "art6.item5.s2c-publicity", "2026-05-12", "refused", "allowed"),
        ("commencement_day=next_day", "art26.s2-repeal", "2025-04-11", "repealed", "not_repealed"),
        ("last_day=excluded", "art26.s1b-approval", "2030-04-10", "allowed", "refused_no_basis"),
        ("bar_counting=counted", "art11.p2-last", "2029-06-12", "barred", "admissible"),
        ("on_expiry=status_ends", "art26.s1b-status", "2030-04-11", "active", "lapsed"),
    ],
)
def test_another_reading_turns_the_case_on_the_line(
    reading: str, template: str, case: str, before: str, then: str
) -> None:
    """Whether the day itself counts is what the readings part over."""
    name, _, option = reading.partition("=")
    assert expected(TIANJIN, template)[case]["answer"] == before
    assert expected(TIANJIN.with_readings(**{name: option}), template)[case]["answer"] == then


# --- the table --------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["zh_CN", "en"])
def test_the_table_has_every_case_once_by_article(told: tuple[Answered, ...], locale: str) -> None:
    """With a cell to sign in, in either language."""
    lines = table(TIANJIN, told, locale).splitlines()
    rows = [line.split(" | ") for line in lines if line.startswith("| B-")]
    assert sorted(row[0].removeprefix("| ") for row in rows) == sorted(a.case["id"] for a in told)
    assert {len(row) for row in rows} == {6}
    assert {row[-1] for row in rows} == {" |"}
    assert all(row[4].strip() for row in rows)
    articles = [line for line in lines if line.startswith("## ")]
    assert len(articles) == len(set(articles)) == 13


def test_the_table_says_what_is_compared_with_which_number_and_on_which_reading(
    told: tuple[Answered, ...],
) -> None:
    """The sentence of the law, the bound, the number with its provision, the outcome in words."""
    said = table(TIANJIN, told)
    for line in (
        "## 第五条【组建条件】",
        "> 第五条第（三）项 `art5.item3.s2c` 「参与单位总数原则上不少于6家」  ",
        "- 界限：参与单位总数不少于 6 家",
        "- 数字：参与单位总数的下限 6 家（第五条第（三）项，min_participants）",
        "- 所据的解释：B01 不含牵头单位（默认）；",
        "参与单位5家，均为企业，另有牵头单位1家 | 2026-03-02 | 不合原则（尚无决定）；",
        "- 界限：“公示期最后一日当天能否批复？”取“不能，次日起方可”时，批复之日晚于公示末日",
        "不可以；「公示无异议后批复组建创新联合体」：不符合 |",
        "| 「明确建设目标」：不符合；其余各句：符合 |",
        "「联合编订天津市创新联合体建设方案」：符合；「会同相关证明材料」：不符合 |",
        "- 填写事实时可用的词：组建、年度评价、项目\n",
        "- 随“评价周期的年数”而变的事实：经历的评价周期、",
    ):
        assert line in said
    assert "界限：填写" not in said
    english = table(TIANJIN, told, "en")
    assert "Threshold: total of participants: 6 organisations or more" in english
    assert "“stating construction goals”: not met; the other sentences: met |" in english
    assert "“through document review, site visit, overall assessment, etc.”: met" in english


def test_an_outcome_is_said_of_what_was_asked(told: tuple[Answered, ...]) -> None:
    """Of an act: whether it may be done. Of a state: which. Of a grade: that there is none yet."""
    outcomes = {
        line.split(" | ")[0].removeprefix("| B-"): line.split(" | ")[4]
        for line in table(TIANJIN, told).splitlines()
        if line.startswith("| B-")
    }
    assert outcomes["art8.s2c-act-0"].startswith("可以；")
    assert outcomes["art8.s2c-act-1"].startswith("不可以；")
    assert outcomes["art15.s1d-instalment-10000000.00"].startswith("可以；")
    assert outcomes["art26.s1b-status-2030-04-11"] == "资格有效"
    assert outcomes["art8.s2d-notified-2026-12-09"] == "不成立；有效的评价结果：没有"
    assert outcomes["art8.s2d-notified-2026-12-10"] == "成立；有效的评价结果：优秀"


def test_a_count_above_the_share_that_is_just_enough_is_not_called_at_it(
    told: tuple[Answered, ...],
) -> None:
    """Four of seven is more than half, and three of six is half."""
    rows = [x.split(" | ") for x in table(TIANJIN, told).splitlines() if "s2d-share-" in x]
    where = {row[0].rpartition("-")[2]: row[1] for row in rows}
    assert (where["3of7"], where["4of7"], where["3of6"]) == ("界限以下", "刚够", "恰在界限")


def test_no_outcome_is_said_by_the_code_of_a_provision(told: tuple[Answered, ...]) -> None:
    """The sentence is named by its words, in either language."""
    for locale in ("zh_CN", "en"):
        rows = [x for x in table(TIANJIN, told, locale).splitlines() if x.startswith("| B-")]
        assert [row for row in rows if re.search(r"\bart\d", row.split(" | ")[4])] == []


def test_other_readings_are_named_at_the_head() -> None:
    """A table made under another reading says so before anything else."""
    policy = TIANJIN.with_readings(approval_from="same_day")
    assert "解释与默认不同：C06 " in table(policy, ())
    assert "解释与默认不同" not in table(TIANJIN, ())


def test_what_cannot_be_answered_is_said_in_the_table(
    made: tuple[Boundary, ...],
) -> None:
    """A question nobody understands is an error of the template, and stands in its row."""
    strange = evolve(made[0], case={**made[0].case, "when": "what about the weather?"})
    (one,) = answered([strange], TIANJIN)
    assert "not built yet" in one.error
    assert "不能回答：not built yet" in table(TIANJIN, [one])


# --- templates --------------------------------------------------------------------------------


def points(vary: dict[str, Any], bound: Any = None) -> list[tuple[str, Any]]:
    return [(p.at, p.value) for p in points_of(vary, bound)]


def test_points_lie_just_below_at_and_just_above() -> None:
    """One, a cent, a day, the nearest count of a share; nothing below what there can be."""
    assert points({}, 6) == [("below", 5), ("at", 6), ("above", 7)]
    assert points({"least": 1}, 1) == [("at", 1), ("above", 2)]
    assert points({}, Decimal(100)) == [("below", "99.99"), ("at", "100.00"), ("above", "100.01")]
    assert [str(value) for _, value in points({}, date(2030, 4, 10))] == [
        "2030-04-09",
        "2030-04-10",
        "2030-04-11",
    ]
    leap = points({"years_after": "2028-02-29"}, 3)
    assert [str(value) for _, value in leap] == ["2031-02-27", "2031-02-28", "2031-03-01"]
    assert points({"whole": [6, 7]}, Fraction(1, 2)) == [
        ("below", 2),
        ("at", 3),
        ("above", 4),
        ("below", 3),
        ("enough", 4),
        ("above", 5),
    ]
    assert points({"whole": [3], "known": 2}, Fraction(1)) == [("below", 2), ("at", 3)]


def test_points_of_words() -> None:
    """Each word listed and some that are not; a list whole, and without each of its words."""
    assert points({"each": [], "unlisted": ["b", "c"]}, ("a", "b")) == [
        ("listed", "a"),
        ("listed", "b"),
        ("unlisted", "c"),
    ]
    assert points({"each": [], "said": {"a": "甲"}}, "a") == [("listed", "甲")]
    assert points({"each": []}, (("a", "alias"),)) == [("listed", "a")]
    assert points({"lacking": []}, ("a", "b")) == [
        ("whole", ["a", "b"]),
        ("lacking", ["b"]),
        ("lacking", ["a"]),
    ]


def test_a_placeholder_for_nothing_is_an_error() -> None:
    """A slip in a template is found, and is no text in a case."""
    with pytest.raises(KeyError, match="valu"):
        expand({"on": "{valu}"}, {"value": 1})


def test_a_patch_to_a_list_replaces_it_and_can_take_away() -> None:
    """Objects are merged however deep they lie."""
    base = {"a": {"b": {"c": 1, "d": 2}}, "e": [1]}
    assert merged(base, {"a": {"b": {"c": "$absent"}}, "e": [2]}) == {
        "a": {"b": {"d": 2}},
        "e": [2],
    }
    assert base["e"] == [1]


def test_units_made_up_are_different_ones_with_codes_that_are_well_formed(
    made: tuple[Boundary, ...],
) -> None:
    """Two units of a case never share a code."""
    for one in made:
        application = one.case["given"].get("application", {})
        codes = [unit.get("id") for unit in application.get("participants", [])]
        named = [code for code in codes if code is not None]
        assert len(set(named)) == len(named)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Write a package with templates in it and return the name of a module deep inside."""

    def write(text: str) -> str:
        inner = tmp_path / "brought" / "inner"
        inner.mkdir(parents=True)
        for folder in (inner.parent, inner):
            (folder / "__init__.py").touch()
        (inner.parent / "boundaries.jsonl").write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return "brought.inner.numbers"

    return write


def test_templates_are_found_in_the_nearest_package_around_the_numbers(
    package: Callable[[str], str],
) -> None:
    """A stranger's policy may keep its numbers deeper than its templates."""
    from innov_consortium.testing.boundaries.templates import _read  # noqa: PLC0415 - not public

    line: dict[str, Any] = {
        "id": "x",
        "of": ["number:n"],
        "article": ["art1.s1"],
        "norms": [],
        "answer": True,
    }
    base = {"id": "b", "given": {"note": "x"}}
    module = package(f"{json.dumps(line)}\n\n{json.dumps(base)}\n")
    found = _read(module)
    assert found.templates == (Template(**line),)
    assert found.templates[0].asked == ()
    assert found.bases == {"b": {"note": "x"}}
