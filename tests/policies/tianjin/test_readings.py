"""The disputed wordings: every question well put, every option alive, and who may settle them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from innov_consortium.core.attestations import Attestation, Interpretation, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Governance, Organ, Person
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.readings import Choice
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.report import Finding, Mark, Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.readings_evaluation import EVALUATION_READINGS
from innov_consortium.policies.tianjin.readings_life import LIFE_READINGS
from innov_consortium.policies.tianjin.readings_projects import PROJECT_READINGS
from innov_consortium.policies.tianjin.readings_revocation import REVOCATION_READINGS

QUESTIONS = TIANJIN.readings
HAN = re.compile(r"[\u4e00-\u9fff]")

Says = Callable[..., str | None]


# --- the questions --------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", QUESTIONS, ids=lambda choice: choice.name)
def test_a_question_is_a_question_with_a_place_and_reasons(choice: Choice) -> None:
    """Its entry, its provisions, and why the default is what it is, in both languages."""
    asked = choice.question
    assert re.fullmatch(r"[A-F]\d\d", asked.entry)
    assert (asked.options.__doc__ or "")[-1] == "？"
    assert [p for p in asked.provisions if p not in TIANJIN.ledger] == []
    assert (bool(HAN.search(asked.reason)), bool(re.search("[a-z]{2}", asked.reason_en))) == (
        True,
        True,
    )


@pytest.mark.parametrize("choice", QUESTIONS, ids=lambda choice: choice.name)
def test_its_options_keep_the_letters_of_the_collection(choice: Choice) -> None:
    """From a on, each once; the default is a, and it is the one chosen.

    F01 asks two things: its letters a and b are one question, c and d the other.
    """
    letters = [option.letter for option in choice.question.options]
    first, default = ("c", "d") if choice.name == "lead_replacement" else ("a", "a")
    begin = "abcd".index(first)
    assert letters == list("abcd"[begin : begin + len(letters)])
    found = (choice.question.default.letter, choice.is_default, choice.official)
    assert found == (default, True, "")


@pytest.mark.parametrize("choice", QUESTIONS, ids=lambda choice: choice.name)
def test_each_option_is_told_in_both_languages(choice: Choice) -> None:
    """Chinese with Chinese in it, English without."""
    told = [(bool(HAN.search(o.zh)), bool(HAN.search(o.en))) for o in choice.question.options]
    assert told == [(True, False)] * len(told)


#: Entries that ask two things.
TWICE = ("A08", "D05", "D10", "D12", "D13", "F01", "F07")


def test_these_entries_can_be_switched() -> None:
    """The others of their parts are fixed or attested: a draft is no law, a college is named.

    Which they are is told in ``docs/explanation/readings.md``.
    """

    def part(letter: str, count: int, *fixed: int) -> set[str]:
        return {f"{letter}{n:02}" for n in range(1, count + 1) if n not in fixed}

    entries = part("A", 9, 1, 2, 9) | part("B", 21, 7, 15, 16, 18) | part("C", 7) | part("D", 14)
    entries |= part("E", 16, 1, 6, 15, 16) | part("F", 8, 3, 4)
    assert [c.question.entry for c in QUESTIONS] == sorted([*entries, *TWICE])


def told_in_the_page() -> dict[str, str]:
    """Return, entry by entry, what the page of readings says of how it is settled."""
    page = Path(__file__).parents[3] / "docs" / "explanation" / "readings.md"
    rows = page.read_text(encoding="utf-8").partition("## 组建部分")[0].splitlines()
    cells = [cell.strip() for row in rows if row.startswith("| ") for cell in row.split("|")[1:-1]]
    return {i: how for i, how in pairwise(cells) if re.fullmatch(r"[A-F]\d\d", i)}


def test_the_page_of_readings_tells_of_all_seventy_five() -> None:
    """Each entry with the readings that settle it, in their order, or with how it is settled."""
    told = told_in_the_page()
    assert len(told) == 75
    switchable: dict[str, list[str]] = {}
    for choice in QUESTIONS:
        switchable.setdefault(choice.question.entry, []).append(choice.name)
    assert {i: re.findall(r"`(\w+)`", how) for i, how in told.items() if i in switchable} == (
        switchable
    )
    settled = {i: how for i, how in told.items() if i not in switchable}
    assert [i for i, how in settled.items() if not how.startswith(("固定", "由机关认定"))] == []


# --- no option is dead ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def disputed(
    complete: Case,
    vary: Callable[..., Case],
    unit: Callable[..., Organization],
    college: Callable[..., Organization],
    engaged: Callable[..., Engagement],
    attested: Callable[..., Attestation],
    special: Callable[..., SpecialCase],
) -> dict[str, Case]:
    """Cases in which the wording matters, by what is disputed in them."""
    firms = [unit(n) for n in range(1, 6)]
    institutes = [unit(n, "12") for n in range(21, 25)]
    first = complete.application.participants[0]
    lead = complete.application.lead
    day, ended = date(2026, 3, 2), date(2026, 1, 1)

    def made_of(*units: Organization, **known: Any) -> Case:
        return vary(participants=units, **known)

    def known_of(who: Organization, *others: dict[str, Any]) -> Case:
        engagements = [engaged(who, f"虚构联合体{n}", **other) for n, other in enumerate(others)]
        return vary(register=Register.complete(to=day, engagements=engagements))

    def governed(*bodies: str, technologist: str = "李虚构") -> Case:
        functions = ("decision", "advisory", "executive")
        organs = tuple(Organ(f, b) for f, b in zip(functions, bodies, strict=True))
        posts = {"principal": Person("张示例"), "technologist": Person(technologist)}
        return vary(governance=Governance(organs=organs, **posts))

    def led(category: str) -> Case:
        words = (
            attested("lead_category", value=category),
            attested("strategic_force"),
        )
        return vary(without=("lead_category",), attestations=words)

    foreign = Organization(
        name="虚构境外研究所",
        id=Identifier("境外登记号", "1"),
        kind=OrganizationKind.RESEARCH_INSTITUTION,
        abroad=True,
    )
    research_company = unit(7, kind=OrganizationKind.NEW_RD_INSTITUTION)
    colleges = (college(31, "化工学院"), college(31, "机械学院"))
    branch = unit(8, branch_of=firms[0].id)
    subsidiary = unit(9, parent=firms[0].id)
    branch_office = unit(9999, domicile="110108", branches_in=("120116",))
    return {
        "complete": complete,
        "five participants": made_of(*firms[:3], *institutes[:2]),
        "three of seven": made_of(*firms[:3], *institutes),
        "a research company": made_of(*firms[:2], research_company, *institutes[:3]),
        "a branch": made_of(*firms[:3], *institutes[:2], branch),
        "a subsidiary": made_of(*firms[:3], *institutes[:2], subsidiary),
        "two colleges": made_of(*firms[:4], *colleges),
        "leads another": known_of(first, {}, {"role": Role.LEAD}),
        "a second leadership applied for": known_of(lead, {"role": Role.LEAD, "since": None}),
        "a former leadership": known_of(lead, {"role": Role.LEAD, "ended_on": ended}),
        "a third applied for": known_of(first, {}, {"since": None}),
        "a third elsewhere": known_of(first, {}, {"jurisdiction": "130000"}),
        "a third revoked": known_of(first, {}, {"ended_on": ended, "revoked": True}),
        "special": made_of(*firms[:3], *institutes, special_case=special()),
        "a branch office": vary(lead=branch_office),
        "an unlisted category": led("other"),
        "abroad": made_of(*firms[:3], *institutes[:2], foreign),
        "one body for two": governed("理事会", "理事会", "秘书处"),
        "one person in both": governed("理事会", "委员会", "秘书处", technologist="张示例"),
        "one field of co-operation": complete,
    }


DAY, FIRST, LAST = date(2026, 3, 2), date(2025, 4, 11), date(2030, 4, 10)
ENOUGH, SHARE, CAP, LEADS = "art5.item3.s2c", "art5.item3.s2d", "art5.item3.s5b", "art5.item2.s3b"
DEPARTS, JUDGED = "departs_from_principle", "needs_judgement"

DIFFERENCES = [
    ("commencement_day", "next_day", "complete", FIRST, "art26.s1a", "met", "not_met"),
    ("last_day", "excluded", "complete", LAST, "art26.s1b", "met", "not_met"),
    ("lead_counts", "included", "five participants", DAY, ENOUGH, DEPARTS, "met"),
    ("share_base", "members", "three of seven", DAY, SHARE, "not_met", "met"),
    ("share_force", "in_principle", "three of seven", DAY, SHARE, "not_met", DEPARTS),
    ("enterprise_test", "function", "a research company", DAY, SHARE, "met", "not_met"),
    ("unit_of_count", "registered_body", "a branch", DAY, ENOUGH, DEPARTS, "met"),
    ("unit_of_count", "group", "a subsidiary", DAY, ENOUGH, "met", DEPARTS),
    ("college_counting", "every_count", "two colleges", DAY, ENOUGH, DEPARTS, "met"),
    ("roles_counted", "any_role", "leads another", DAY, CAP, "met", DEPARTS),
    ("leadership_counting", "lifetime", "a former leadership", DAY, LEADS, "met", DEPARTS),
    (
        *("leadership_counting", "pending_too", "a second leadership applied for"),
        *(DAY, LEADS, "met", DEPARTS),
    ),
    ("consortia_counted", "pending_too", "a third applied for", DAY, CAP, "met", DEPARTS),
    ("consortia_counted", "other_provinces_too", "a third elsewhere", DAY, CAP, "met", DEPARTS),
    ("consortia_counted", "revoked_too", "a third revoked", DAY, CAP, "met", DEPARTS),
    ("principle", "recommendation", "five participants", DAY, ENOUGH, DEPARTS, None),
    ("principle", "hard", "five participants", DAY, ENOUGH, DEPARTS, "not_met"),
    ("case_by_case_scope", "principles", "special", DAY, SHARE, "case_by_case", "not_met"),
    ("tianjin_presence", "registered", "a branch office", DAY, "art5.item2.s2a", JUDGED, "not_met"),
    ("tianjin_presence", "branch", "a branch office", DAY, "art5.item2.s2a", JUDGED, "met"),
    (
        *("lead_category_list", "closed", "an unlisted category"),
        *(DAY, "art5.item2.s2c", "met", "not_met"),
    ),
    ("territory", "china", "abroad", DAY, "art5.item3.s2a", "met", JUDGED),
    ("organ_bodies", "separate", "one body for two", DAY, "art5.item6.s2a", JUDGED, "not_met"),
    ("organ_bodies", "functions", "one body for two", DAY, "art5.item6.s2a", JUDGED, "met"),
    ("dual_posts", "two_persons", "one person in both", DAY, "art5.item6.s3a", JUDGED, "not_met"),
    ("dual_posts", "two_posts", "one person in both", DAY, "art5.item6.s3a", JUDGED, "met"),
    (
        *("cooperation_basis", "all", "one field of co-operation"),
        *(DAY, "art5.item4.s3b", "met", "not_met"),
    ),
]
#: What it reaches beyond arts. 5 and 6 is shown in ``test_readings_projects.py``.
SHOWN_ELSEWHERE = {("case_by_case_scope", "everything")}


@pytest.mark.parametrize(
    ("name", "option", "case", "on", "provision", "default", "otherwise"), DIFFERENCES
)
def test_each_option_makes_a_difference(
    name: str,
    option: str,
    case: str,
    on: date,
    provision: str,
    default: str,
    otherwise: str | None,
    disputed: dict[str, Case],
    says: Says,
) -> None:
    """On some case, for some norm whose words are disputed."""
    said = [
        says(disputed[case], provision, on=on),
        says(disputed[case], provision, on, **{name: option}),
    ]
    assert said == [default, otherwise]


def test_no_option_is_left_out_above() -> None:
    """Whoever adds an option shows what it changes."""
    elsewhere = (*LIFE_READINGS, *EVALUATION_READINGS, *REVOCATION_READINGS, *PROJECT_READINGS)
    named = {c.name for c in elsewhere}  # shown in test_readings_*.py
    of_formation = [c for c in QUESTIONS if c.name not in named]
    others = {(c.name, o.option) for c in of_formation for o in c.question.options}
    defaults = {(c.name, c.question.default.option) for c in of_formation}
    shown = {(name, option) for name, option, *_ in DIFFERENCES}
    assert others - defaults - shown == SHOWN_ELSEWHERE


def test_the_finding_names_the_reading_it_rests_on(
    disputed: dict[str, Case], finding: Callable[..., Finding]
) -> None:
    """With its option, and whether somebody official settled it."""
    found = finding(disputed["five participants"], ENOUGH, lead_counts="included")
    named = {c.name: (c.option.option, c.is_default) for c in found.norm.readings}
    assert named == {
        "lead_counts": ("included", False),
        "unit_of_count": ("legal_person", True),
        "college_counting": ("cap_only", True),
        "principle": ("exception", True),
    }


# --- 第二十五条：本办法由市科技局会同……负责解释 ---------------------------------------------------


@pytest.fixture
def interpreted(disputed: dict[str, Case], vary: Callable[..., Case]) -> Callable[..., Case]:
    """Make a case with five participants and an official interpretation that counts the lead."""

    def made(*more: Interpretation, **known: Any) -> Case:
        said = {
            "reading": "lead_counts",
            "option": "included",
            "by": "市科技局会同市工业和信息化局、市知识产权局、市财政局",
            "on": date(2026, 3, 1),
            **known,
        }
        participants = disputed["five participants"].application.participants
        return vary(participants=participants, interpretations=(Interpretation(**said), *more))

    return made


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(date(2026, 3, 1), "met"), (date(2026, 3, 2), "met"), (date(2026, 3, 3), DEPARTS)],
)
def test_an_official_interpretation_holds_from_its_day_on(
    on: date, outcome: str, interpreted: Callable[..., Case], says: Says
) -> None:
    """Asked about 2026-03-02."""
    assert says(interpreted(on=on), ENOUGH) == outcome


def test_it_goes_before_the_reading_chosen(interpreted: Callable[..., Case], says: Says) -> None:
    """Whoever asks may suppose a reading; those who interpret settle it."""
    assert says(interpreted(), ENOUGH, lead_counts="excluded") == "met"


def test_of_two_the_later_one_holds(interpreted: Callable[..., Case], says: Says) -> None:
    """Whatever the order they are handed over in."""
    earlier = Interpretation(
        reading="lead_counts", option="excluded", by="市科技局会同三部门", on=date(2026, 2, 1)
    )
    assert says(interpreted(earlier), ENOUGH) == "met"


def test_the_reading_says_who_settled_it_and_the_others_stay_ours(
    interpreted: Callable[..., Case], check: Callable[..., Report]
) -> None:
    """The report is marked as long as one reading is the library's own."""
    report = check(interpreted())
    settled = {c.name: c.official for c in report.readings if c.official}
    assert (settled, Mark.NOT_OFFICIAL in report.marks) == (
        {"lead_counts": "市科技局会同市工业和信息化局、市知识产权局、市财政局"},
        True,
    )


@pytest.mark.parametrize("by", ["市科技局", "市财政局", "某区科技局"])
def test_no_one_of_the_four_interprets_alone(
    by: str, interpreted: Callable[..., Case], check: Callable[..., Report]
) -> None:
    """会同: the bureau together with the three others."""
    with pytest.raises(InvalidInputError) as caught:
        check(interpreted(by=by))
    assert [f.path for f in caught.value.faults] == ["interpretations[0].by"]
