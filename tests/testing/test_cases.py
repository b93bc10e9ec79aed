"""Cases of our own in the neutral format: what the text says decides, not what the library does."""

from __future__ import annotations

import json
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

import pytest

from innov_consortium.core.policy import Policy
from innov_consortium.core.uscc import check_character
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import CaseResult, read_cases, run_cases, summary

Json = dict[str, Any]

PUBLISHED = {"status": "published", "published_on": "2025-04-11"}
SUPPOSED = {"status": "draft", "assume_published_on": "2025-04-11"}
COUNT, SHARE = "art5.item3.s2c", "art5.item3.s2d"
CAP, COLLEGE = "art5.item3.s5b", "art5.item3.s5c"
LEADS, OPERATES, CATEGORY = "art5.item2.s3b", "art5.item2.s2a", "art5.item2.s2c"
SIGNED, ORGANS, DUAL = "art5.item5.s2a", "art5.item6.s2a", "art5.item6.s3a"
QUALIFIED, LISTS, INTENT, BASIS = (
    "art5.item6.s3b",
    "art5.item1.s2c",
    "art5.item4.s3c",
    "art5.item4.s3b",
)
HEADS = {
    "goals": "art5.item5.s2b",
    "tasks": "art5.item5.s2c",
    "organisation": "art5.item5.s2d",
    "functions": "art5.item5.s2e",
    "rights_and_obligations": "art5.item5.s2f",
    "ip_ownership": "art5.item5.s2g",
    "licensing_and_income_distribution": "art5.item5.s2h",
    "breach_liability": "art5.item5.s2i",
}
TODAY = "2026-09-01"
BUREAU = {"attested_by": "市科技局", "attested_on": "2026-03-01"}
FOUR = "市科技局会同三部门"


def code(category: str, number: int) -> str:
    """Return a sound code."""
    body = f"{category}120116{number:09d}"
    return body + check_character(body)


def firm(number: int, **more: Any) -> Json:
    name = f"测试企业{number:02d}有限公司"
    return {"name": name, "id": code("91", number), "kind": "enterprise", **more}


def institute(number: int, **more: Any) -> Json:
    name = f"测试研究所{number:02d}"
    return {"name": name, "id": code("12", number), "kind": "research_institution", **more}


def university(number: int, college: str | None, **more: Any) -> Json:
    unit = {"name": f"测试大学{number:02d}", "id": code("12", 900 + number), "kind": "university"}
    return {**unit, "college": college, **more}


def units(firms: int, institutes: int) -> list[Json]:
    return [firm(n + 1) for n in range(firms)] + [institute(n + 1) for n in range(institutes)]


def application(**changes: Any) -> Json:
    """Return a complete file with changes; ``...`` leaves a fact out."""
    base: Json = {
        "filed_on": "2026-03-02",
        "lead": {"name": "测试领军有限公司", "id": code("91", 999), "kind": "enterprise"},
        "participants": [*units(4, 1), university(1, "材料学院")],
        "lead_facts": {
            "normal_operation_in_tianjin": {"value": True, **BUREAU},
            "lead_category": {"value": "leading_enterprise", **BUREAU},
            "judgement_qualities_attested": True,
            "other_active_consortia_led": 0,
        },
        "participant_quality_attested": True,
        "agreement": {
            "signed_on": "2026-02-20",
            "signatories": "lead and every participant",
            "clauses": list(HEADS),
        },
        "organs": ["decision", "advisory", "executive"],
        "lead_principal": "张一",
        "chief_technologist": {
            "name": "李二",
            "qualification": "strategic_scientist",
            "attested_by": "市科技局",
        },
        "lists": ["major_scientific_questions", "key_core_technologies", "target_outcomes"],
        "intention_to_unite": "every member",
        "cooperation_basis_fields": ["joint_r_and_d", "commercialisation"],
        "co_applicants": "every participant",
        "documents": ["construction_plan", "proofs"],
        "lead_domicile": "滨海新区",
        "filed_with": "滨海新区科技主管部门",
        "special_case": None,
    }
    base.update(deepcopy(changes))
    return {name: value for name, value in base.items() if value is not ...}


def case(when: str, expect: Json, given: Json | None = None, **more: Any) -> Json:
    """Return a case; ``given`` is the application's unless it says otherwise."""
    return {
        "id": "T",
        "as_of": TODAY,
        "given": {"instrument": PUBLISHED, **(given or {})},
        "when": when,
        "expect": expect,
        **more,
    }


def run(one: Json, policy: Policy = TIANJIN) -> CaseResult:
    (result,) = run_cases([one], policy)
    return result


def outcomes(when: str, changes: Json, provisions: Iterable[str], **more: Any) -> list[str]:
    """Return what is got of provisions, each being expected to be met."""
    expect = {"norms": dict.fromkeys(provisions, "met")}
    given = {"application": application(**changes), **more.pop("given", {})}
    result = run(case(when, expect, given, **more))
    assert result.got is not None, result.note
    return [result.got["norms"][provision] for provision in provisions]


def outcome(when: str, changes: Json, provision: str, **more: Any) -> str:
    return outcomes(when, changes, [provision], **more)[0]


# --- V: force in time, repeal, admissibility ---------------------------------------------------

FORCE = "ask whether the Measures are in force on as_of"
REPEAL = "ask whether 津科资〔2023〕83号 is repealed by this instrument"


@pytest.mark.parametrize(
    ("instrument", "as_of", "answer"),
    [
        (PUBLISHED, "2025-04-10", "not_yet_in_force"),
        (PUBLISHED, "2025-04-11", "in_force"),
        (PUBLISHED, "2025-04-12", "in_force"),
        (PUBLISHED, "2030-04-09", "in_force"),
        (PUBLISHED, "2030-04-10", "in_force"),
        (PUBLISHED, "2030-04-11", "expired"),
        ({"status": "draft", "published_on": None}, "2025-04-11", "unknown"),
        ({"status": "draft", "published_on": None}, "2030-04-10", "unknown"),
        ({"status": "draft", "published_on": None}, "2030-04-11", "expired"),
        ({"status": "published", "published_on": None}, "2026-01-01", "unknown"),
        ({"status": "published", "published_on": "2030-04-10"}, "2030-04-10", "in_force"),
        (SUPPOSED, "2025-04-10", "not_yet_in_force"),
        (SUPPOSED, "2025-04-11", "in_force"),
        ({"status": "published", "published_on": "2025-04-11", "issued_on": "2025-04-09"},
         "2025-04-09", "not_yet_in_force"),
    ],
)  # fmt: skip
def test_force_in_time_runs_from_publication_to_the_last_day(
    instrument: Json, as_of: str, answer: str
) -> None:
    """Both ends are included (A03, A04); without publication it is unknown, until it has lapsed."""
    one = case(FORCE, {"answer": answer}, {"instrument": instrument}, as_of=as_of)
    assert (run(one).result, run(one).got) == ("pass", {"answer": answer})


@pytest.mark.parametrize(
    ("instrument", "as_of", "answer"),
    [
        (PUBLISHED, "2025-04-10", "not_repealed"),
        (PUBLISHED, "2025-04-11", "repealed"),
        (PUBLISHED, "2025-04-12", "repealed"),
        (PUBLISHED, "2030-04-11", "repealed"),
        ({"status": "draft", "published_on": None}, "2026-01-01", "unknown"),
    ],
)
def test_repeal_takes_effect_with_commencement_and_outlasts_the_text(
    instrument: Json, as_of: str, answer: str
) -> None:
    """What was repealed does not revive when the repealing text lapses."""
    one = case(REPEAL, {"answer": answer}, {"instrument": instrument}, as_of=as_of)
    assert (run(one).result, run(one).got) == ("pass", {"answer": answer})


def test_a_document_the_text_does_not_repeal_is_not_repealed_by_it() -> None:
    """津科规〔2022〕7号 is referred to in art. 15 and repealed nowhere."""
    one = case(
        REPEAL.replace("津科资〔2023〕83号", "津科规〔2022〕7号"), {"answer": "not_repealed"}
    )
    assert run(one).result == "pass"


@pytest.mark.parametrize(
    "when",
    ["ask whether the instrument is in force on as_of", "ask force in time", "是否施行",
     "ask whether the Measures are in force on 2026-09-01"],
)  # fmt: skip
def test_the_question_is_known_in_other_words(when: str) -> None:
    """A phrase is read for what it is about."""
    assert run(case(when, {"answer": "in_force"})).result == "pass"


def test_a_day_in_the_question_goes_before_as_of() -> None:
    """The question may name its own day."""
    when = "ask whether the Measures are in force on 2025-04-10"
    assert run(case(when, {"answer": "not_yet_in_force"})).result == "pass"


def test_an_answer_that_must_be_hypothetical_needs_a_supposed_publication() -> None:
    """The mark is part of the answer: attested, it is no hypothesis."""
    supposed = {"instrument": SUPPOSED}
    expect = {"answer": "hypothetically_in_force"}
    assert run(case(FORCE, expect, supposed)).result == "pass"
    assert run(case(FORCE, expect)).result == "fail"


@pytest.mark.parametrize(
    ("as_of", "word"),
    [
        ("2025-04-10", "no_basis"),
        ("2026-09-01", "unknown"),
        ("2030-04-10", "unknown"),
        ("2030-04-11", "no_basis"),
    ],
)
def test_an_application_is_admissible_only_under_a_text_in_force(as_of: str, word: str) -> None:
    """While it is, the bar decides; of revocations this application tells nothing."""
    when = "check admissibility of the formation application"
    got = run(case(when, {"answer": word}, {"application": application()}, as_of=as_of))
    assert (got.result, got.got) == ("pass", {"answer": word})


def test_a_wrong_expectation_fails() -> None:
    """A run that could not fail would show nothing."""
    result = run(case(FORCE, {"answer": "expired"}))
    assert (result.result, result.note) == ("fail", "the answer is in_force, not expired")


# --- C: composition ----------------------------------------------------------------------------

COMPOSITION = "check art. 5 composition"


@pytest.mark.parametrize(
    ("firms", "institutes", "count", "share"),
    [
        (0, 0, "departs_from_principle", "not_applicable"),
        (5, 0, "departs_from_principle", "met"),
        (6, 0, "met", "met"),
        (7, 0, "met", "met"),
        (2, 4, "met", "not_met"),
        (3, 3, "met", "met"),
        (4, 2, "met", "met"),
        (3, 4, "met", "not_met"),
        (0, 6, "met", "not_met"),
    ],
)
def test_six_participants_and_half_of_them_enterprises(
    firms: int, institutes: int, count: str, share: str
) -> None:
    """The lead is not counted (B01, B02); in principle six is enough, and half, exactly."""
    changes = {"participants": units(firms, institutes)}
    assert outcomes(COMPOSITION, changes, [COUNT, SHARE]) == [count, share]


@pytest.mark.parametrize(("enterprises", "share"), [(499, "not_met"), (500, "met"), (501, "met")])
def test_units_that_are_only_counted_are_made_up_and_told_apart(
    enterprises: int, share: str
) -> None:
    """49.9 % is not half, and is not rounded to it."""
    given = {"participants_summary": {
        "lead_kind": "enterprise", "participants": 1000, "enterprises": enterprises,
    }}  # fmt: skip
    expect = {"norms": {SHARE: share, COUNT: "met"},
              "values": {"participants": 1000, "enterprises": enterprises}}  # fmt: skip
    one = case(
        "check the enterprise share (generate that many distinct participants)", expect, given
    )
    assert (run(one).result, run(one).note) == ("pass", "")


@pytest.mark.parametrize(
    ("unit", "share"),
    [
        (firm(9, kind="new_rd_institution", legal_form="enterprise"), "met"),
        ({"name": "甲", "id": code("52", 9), "kind": "新型研发机构"}, "not_met"),
        ({"name": "甲", "id": code("92", 9), "kind": "individual_business"}, "not_met"),
        ({"name": "甲", "id": code("93", 9), "kind": "cooperative"}, "not_met"),
        ({"name": "甲", "kind": "service_institution", "legal_form": "company"}, "met"),
        ({"name": "甲", "kind": "service_institution", "legal_form": "事业单位"}, "not_met"),
        ({"name": "甲", "kind": "company"}, "met"),
        (
            {"name": "Foreign GmbH", "id": "HRB 1234", "kind": "enterprise", "location": "德国"},
            "met",
        ),
        ({"name": "甲", "kind": "think tank"}, "unknown"),
    ],
)
def test_an_enterprise_is_what_is_registered_as_one(unit: Json, share: str) -> None:
    """B04: two enterprises, three institutes and this one; what its form is may not be known."""
    changes = {"participants": [*units(2, 3), unit]}
    assert outcome(COMPOSITION, changes, SHARE) == share


def test_a_branch_is_its_legal_person_and_a_subsidiary_is_not() -> None:
    """B05: five legal persons and a branch are five; a subsidiary is a unit of its own."""
    branch = firm(8, branch_of="测试企业01有限公司")
    subsidiary = firm(8, parent="测试企业01有限公司")
    with_branch = {"participants": [*units(5, 0), branch]}
    with_subsidiary = {"participants": [*units(5, 0), subsidiary]}
    assert outcome(COMPOSITION, with_branch, COUNT) == "departs_from_principle"
    assert outcome(COMPOSITION, with_subsidiary, COUNT) == "met"


def test_colleges_of_one_university_are_one_participant_of_the_six() -> None:
    """B06: the parenthesis explains the cap, unless an official interpretation extends it."""
    two = [*units(4, 0), university(1, "材料学院"), university(1, "化工学院")]
    read = {"interpretation": {"point": "B06", "reading": "b", "by": FOUR, "on": "2026-01-05"}}
    assert outcome(COMPOSITION, {"participants": two}, COUNT) == "departs_from_principle"
    assert outcome(COMPOSITION, {"participants": two}, COUNT, given=read) == "met"


@pytest.mark.parametrize("place", ["北京", "河北", "Hebei", "香港", "Germany", "石家庄", "120116"])
def test_participants_may_be_anywhere(place: str) -> None:
    """不受地域限制."""
    changes = {"participants": [firm(n, location=place) for n in range(1, 7)]}
    assert outcomes(COMPOSITION, changes, ["art5.item3.s2a", COUNT]) == ["met", "met"]


def test_an_encouragement_asks_nothing() -> None:
    """No Beijing or Hebei member is no finding (art. 5 item 3, 鼓励)."""
    assert outcome("check art. 5 item 3", {}, "art5.item3.s2b") == "not_applicable"


@pytest.mark.parametrize(
    ("attested", "of_firms", "of_institutes"),
    [
        (True, "met", "met"),
        (False, "not_met", "not_met"),
        (None, "needs_judgement", "needs_judgement"),
        (..., "needs_judgement", "needs_judgement"),
        ({"value": True, "attested_by": "市科技局"}, "met", "met"),
        ({"value": True}, "needs_judgement", "needs_judgement"),
        ({"value": True, "attested_by": "lead"}, "needs_judgement", "needs_judgement"),
        ({"enterprises": True, "universities": None}, "met", "needs_judgement"),
        ({"missing": ["测试企业02有限公司"]}, "needs_judgement", "met"),
        ({"测试企业02有限公司": False}, "not_met", "needs_judgement"),
    ],
)
def test_a_missing_judgement_is_neither_pass_nor_fail(
    attested: Any, of_firms: str, of_institutes: str
) -> None:
    """Quality is established by a body, never by the applicant, of all or of each."""
    provisions = ["art5.item3.s3a", "art5.item3.s3b"]
    changes = {"participant_quality_attested": attested}
    assert outcomes("check art. 5", changes, provisions) == [of_firms, of_institutes]


# --- M: the cap on participation ---------------------------------------------------------------

FIRST = "check the cap on participation for the first participant"
ACTIVE = {"consortium": "C8", "role": "participant", "status": "active"}
ALSO = {"consortium": "C9", "role": "participant", "status": "active"}


def with_first(first: Json) -> Json:
    return {"participants": [first, *units(5, 1)[1:]]}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], "met"),
        ([ACTIVE], "met"),
        ([ACTIVE, ALSO], "departs_from_principle"),
        ([ACTIVE, ACTIVE], "met"),
        (None, "unknown"),
        ("unknown", "unknown"),
        (1, "met"),
        (2, "departs_from_principle"),
        ([ACTIVE, {**ALSO, "status": "applied"}], "met"),
        ([ACTIVE, {**ALSO, "status": "revoked", "revoked_on": "2026-08-01"}], "met"),
        ([ACTIVE, {**ALSO, "status": "revoked", "revoked_on": "2026-09-02"}],
         "departs_from_principle"),
        ([ACTIVE, {**ALSO, "status": "exited", "exited_on": "2026-08-31"}], "met"),
        ([ACTIVE, {**ALSO, "status": "exited", "exited_on": "2026-09-01"}], "met"),
        ([ACTIVE, {**ALSO, "status": "exited", "exited_on": "2026-09-02"}],
         "departs_from_principle"),
        ([ACTIVE, {**ALSO, "status": "exiting", "exit_approved_on": "2026-08-20",
                   "exit_executed_on": "2026-09-01"}], "met"),
        ([ACTIVE, {**ALSO, "status": "exiting", "exit_approved_on": "2026-09-02",
                   "exit_executed_on": "2026-08-20"}], "departs_from_principle"),
        ([ACTIVE, {**ALSO, "status": "exiting", "exit_approved_on": "2026-08-20",
                   "exit_executed_on": None}], "departs_from_principle"),
        ([ACTIVE, {**ALSO, "status": "exited", "exit_approved_on": None,
                   "exit_executed_on": "2026-08-20"}], "departs_from_principle"),
        ([ACTIVE, {**ALSO, "status": "rejected"}], "met"),
        ([ACTIVE, {**ALSO, "role": "lead"}], "met"),
        ([ACTIVE, {**ALSO, "under": "河北省创新联合体管理办法"}], "met"),
        ([ACTIVE, {**ALSO, "province": "北京"}], "met"),
        ([ACTIVE, {**ALSO, "under": "津科资〔2023〕83号"}], "departs_from_principle"),
        ([ACTIVE, {**ALSO, "under": "天津市"}], "departs_from_principle"),
        ([ACTIVE, {**ALSO, "since": "2026-09-02"}], "met"),
        ([ACTIVE, {**ALSO, "since": "2026-09-01"}], "departs_from_principle"),
        ([ACTIVE, {**ALSO, "type": "industry alliance"}], "met"),
        ([ACTIVE, {**ALSO, "unit": "测试企业02有限公司"}], "met"),
        ([ACTIVE, {**ALSO, "unit": "测试企业01有限公司"}], "departs_from_principle"),
        ({"entries": [ACTIVE], "complete": False}, "unknown"),
        ({"entries": [ACTIVE], "complete_to": "2026-08-31"}, "unknown"),
        ({"entries": [ACTIVE], "complete_to": "2026-09-01"}, "met"),
    ],
)  # fmt: skip
def test_at_most_two_consortia_in_principle(others: Any, expected: str) -> None:
    """This one is counted; exits count from approval and execution (F08); other schemes do not."""
    assert outcome(FIRST, with_first(firm(1, others=others)), CAP) == expected


@pytest.mark.parametrize(
    "first",
    [
        {"name": "外国公司", "id": {"scheme": "LEI", "value": "529900T8BM49AURSDO55"},
         "kind": "enterprise", "others": [ACTIVE, ALSO]},
        {"name": "外国公司", "id": "12345678901234567", "kind": "company", "location": "德国",
         "others": [ACTIVE, ALSO]},
        firm(8, branch_of={"name": "总公司", "id": code("91", 77)}, others=[ACTIVE, ALSO]),
        firm(8, former_names=["旧名公司"], registry=[{**ACTIVE, "unit": "旧名公司"},
                                                 {**ALSO, "unit": code("91", 8)}]),
        firm(8, others=[{**ACTIVE, "unit": "测试分公司", "branch_of": code("91", 8)}, ALSO]),
        firm(8, others=[ACTIVE, {"consortium": "C9", "exit_approved_on": "2026-08-01",
                                 "exit_executed_on": None}]),
        firm(8, others=[ACTIVE, {"consortium": "C9", "province": "天津"}]),
        firm(8, others=[ACTIVE, {**ALSO, "under": "津科规〔2026〕1号"}]),
    ],
)  # fmt: skip
def test_two_others_make_three_however_the_unit_is_identified(first: Json) -> None:
    """A code, a foreign register, a branch's legal person, a former name: the same unit."""
    assert outcome(FIRST, with_first(first), CAP) == "departs_from_principle"


def test_other_schemes_are_told_by_their_documents_too() -> None:
    """冀科高规〔2023〕1号 is Hebei's; a national scheme is not the municipal one."""
    documents = [{**ACTIVE, "under": "冀科高规〔2023〕1号"}, {**ALSO, "under": "national"}]
    assert outcome(FIRST, with_first(firm(1, others=documents)), CAP) == "met"


def test_other_participants_histories_do_not_matter_for_the_first() -> None:
    """The question is about one; the third participant's two others are its own affair."""
    third = [firm(1, others=[]), firm(2, others=None), firm(3, others=[ACTIVE, ALSO])]
    changes = {"participants": [*third, *units(0, 3)]}
    assert outcome(FIRST, changes, CAP) == "met"
    assert outcome(FIRST.replace("first", "second"), changes, CAP) == "unknown"
    assert outcome(FIRST.replace("first", "third"), changes, CAP) == "departs_from_principle"
    assert outcome(f"{FIRST[:29]} for 测试企业03有限公司", changes, CAP) == "departs_from_principle"


def test_a_history_not_named_proves_nothing_of_all_participants() -> None:
    """For the whole application each history has to be known; one third participation is enough."""
    known = [firm(n, others=[]) for n in range(1, 7)]
    over = [*known[:5], firm(6, others=[ACTIVE, ALSO])]
    lacking = [*known[:5], firm(6)]
    both = [*known[:4], firm(5, others=[ACTIVE, ALSO]), firm(6)]
    got = [outcome("check art. 5", {"participants": p}, CAP) for p in (known, over, lacking, both)]
    assert got == ["met", "departs_from_principle", "unknown", "departs_from_principle"]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (university(1, "化工学院", others=[{**ACTIVE, "college": "机械学院"},
                                           {**ALSO, "college": "机械学院"}]), "met"),
        (university(1, "机械学院", others=[{**ACTIVE, "college": "机械学院"},
                                           {**ALSO, "college": "机械学院"}]),
         "departs_from_principle"),
        (university(1, "机械学院", others=[ACTIVE, ALSO]), "departs_from_principle"),
        (university(1, "机械学院", others=[ACTIVE, {**ALSO, "college": None}]), "unknown"),
        (university(1, None, others=[]), "unknown"),
        (university(1, None, own_legal_personality=True, others=[ACTIVE]), "met"),
        (university(1, "机械学院", registry=[
            {"consortium": "C8", "unit": "测试大学02", "college": "机械学院"},
            {"consortium": "C9", "unit": "测试大学02", "college": "机械学院"}]), "met"),
        (university(1, "智能学院", college_former_name="机械学院",
                    others=[{**ACTIVE, "college": "机械学院"}, {**ALSO, "college": "智能学院"}]),
         "departs_from_principle"),
        (university(1, "智能学院", college_id="c1",
                    others=[{**ACTIVE, "college": "机械学院", "college_id": "c1"},
                            {**ALSO, "college": "智能学院", "college_id": "c2"}]), "met"),
    ],
)  # fmt: skip
def test_a_university_counts_by_college(first: Json, expected: str) -> None:
    """B07: the key is the legal person and the college; none named is unknown, never unlimited."""
    assert outcome(FIRST, with_first(first), CAP) == expected


@pytest.mark.parametrize(
    ("exception", "expected"),
    [
        ({"by": "市科技局", "on": "2026-09-01", "reason": "共性平台"}, "accepted_departure"),
        ({"by": "bureau", "reason": "共性平台"}, "accepted_departure"),
        ({"by": "市科技局", "reason": "理由不足", "accepted": False}, "not_met"),
        ({"by": "市科技局", "on": "2026-09-02", "reason": "共性平台"}, "departs_from_principle"),
        ({"by": "市科技局", "on": "2026-09-01", "reason": None}, "departs_from_principle"),
        ({"by": "市科技局", "on": "2026-09-01"}, "departs_from_principle"),
        ({"by": None, "on": "2026-09-01", "reason": "共性平台"}, "departs_from_principle"),
        ({"by": "滨海新区科技局", "on": "2026-09-01", "reason": "x"}, "departs_from_principle"),
    ],
)
def test_only_the_bureau_accepts_a_departure_and_gives_a_reason(
    exception: Json, expected: str
) -> None:
    """B11: a reasoned decision of the approving body, known on the day."""
    changes = with_first(firm(1, others=[ACTIVE, ALSO]))
    changes["exceptions"] = [{"norm": CAP, "unit": "测试企业01有限公司", **exception}]
    assert outcome(FIRST, changes, CAP) == expected


def test_no_departure_is_accepted_from_what_does_not_say_in_principle() -> None:
    """The 50 % is hard (B03): a decision on it changes nothing, and the note says so."""
    accepted = {"norm": SHARE, "by": "市科技局", "on": "2026-03-01", "reason": "行业特殊"}
    changes = {"participants": units(2, 4), "exceptions": [accepted]}
    result = run(case(COMPOSITION, {"norms": {SHARE: "not_met"}},
                      {"application": application(**changes)}))  # fmt: skip
    assert (result.result, "left out" in result.note) == ("pass", True)


def test_a_departure_for_the_lead_is_one_from_the_leads_norm() -> None:
    """A norm asked once is departed from for the whole case, whoever the decision names."""
    accepted = {"norm": LEADS, "unit": "lead", "by": "市科技局", "on": "2026-03-01", "reason": "x"}
    facts = {**application()["lead_facts"], "other_active_consortia_led": 1}
    changes = {"lead_facts": facts, "exceptions": [accepted]}
    assert outcome("check art. 5 item 2", changes, LEADS) == "accepted_departure"


# --- D: the lead -------------------------------------------------------------------------------

LEAD = "check art. 5 item 2"


def lead_facts(**changes: Any) -> Json:
    facts = {**application()["lead_facts"], **changes}
    return {"lead_facts": {name: value for name, value in facts.items() if value is not ...}}


@pytest.mark.parametrize(
    ("count", "listed", "expected"),
    [
        (0, ..., "met"),
        (1, ..., "departs_from_principle"),
        (2, ..., "departs_from_principle"),
        (None, ..., "unknown"),
        (..., ..., "unknown"),
        (..., [], "met"),
        (0, None, "unknown"),
        (0, [{"consortium": "A2", "status": "applied"}], "met"),
        (..., [{"consortium": "C2", "status": "active"}], "departs_from_principle"),
        (1, [{"consortium": "C2", "status": "active"}], "departs_from_principle"),
        (0, [{"consortium": "C2", "status": "revoked", "revoked_on": "2026-01-01"}], "met"),
        (0, [{"consortium": "C2", "role": "participant", "status": "active"}], "met"),
        (None, [{"consortium": "C2", "status": "active"}], "departs_from_principle"),
    ],
)
def test_at_most_one_consortium_is_led_in_principle(count: Any, listed: Any, expected: str) -> None:
    """B09: at the same time; pending and revoked ones do not count; not known is not none."""
    changes = {**lead_facts(other_active_consortia_led=count), "lead_history": listed}
    assert outcome(LEAD, changes, LEADS) == expected


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ({"value": True, **BUREAU}, "met"),
        ({"value": False, **BUREAU}, "not_met"),
        ({"value": None}, "unknown"),
        (None, "unknown"),
        (..., "unknown"),
        (True, "unknown"),
        ({"value": True}, "unknown"),
        ({"value": True, "attested_by": "测试领军有限公司"}, "unknown"),
        ({"value": True, "attested_by": "市科技局", "attested_on": "2026-09-02"}, "unknown"),
        ({"value": None, "registered_in": "北京"}, "unknown"),
        ({"value": True, "registered_in": "北京", **BUREAU}, "met"),
        ({"operating_normally": True, "registered_in": "天津", **BUREAU}, "met"),
        ({"operating_normally": True, "in_tianjin": False, **BUREAU}, "not_met"),
        ({"operating_normally": True, "registered_in": "北京", "branch_in": "天津", **BUREAU},
         "needs_judgement"),
        ({"value": True, "abnormal_list": {"from": "2026-05-01", "until": None}, **BUREAU},
         "needs_judgement"),
        ({"value": True, "contradicted_by": "经营异常名录", **BUREAU}, "needs_judgement"),
        ({"value": True, "abnormal_list": True, **BUREAU}, "needs_judgement"),
        ({"value": True, "abnormal_list": {"from": "2026-05-01", "until": "2026-08-01"}, **BUREAU},
         "met"),
    ],
)  # fmt: skip
def test_the_lead_operates_in_tianjin_on_somebody_elses_word(operation: Any, expected: str) -> None:
    """B13: two legs, attested; registration proves the first, a branch is judged."""
    changes = lead_facts(normal_operation_in_tianjin=operation)
    assert outcome(LEAD, changes, OPERATES) == expected


def test_a_listing_among_the_facts_contradicts_normal_operation() -> None:
    """The abnormal list of the lead is held against the attestation; a participant's is not."""
    listing = {"type": "listing", "list": "经营异常名录", "from": "2026-05-01", "until": None}
    of_lead = {"facts": [{**listing, "subject": "lead"}]}
    of_another = {"facts": [{**listing, "subject": "测试企业01有限公司"}]}
    assert outcome(LEAD, {}, OPERATES, given=of_lead) == "needs_judgement"
    assert outcome(LEAD, {}, OPERATES, given=of_another) == "met"


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ({"value": "research_institution", **BUREAU}, "met"),
        ({"value": "S&T leading enterprise", **BUREAU}, "met"),
        ({"value": "chain_master_enterprise", **BUREAU}, "met"),
        ({"value": "产业链链主企业", **BUREAU}, "met"),
        ({"value": "other_strategic_force", **BUREAU}, "met"),
        ({"value": "university", **BUREAU}, "unknown"),
        ({"value": "university", "strategic_force": True, **BUREAU}, "met"),
        ({"value": "university", "strategic_force": False, **BUREAU}, "not_met"),
        ({"value": "ordinary_enterprise", **BUREAU}, "not_met"),
        ({"value": "leading_enterprise"}, "unknown"),
        ({"value": "leading_enterprise", "attested_by": "self"}, "unknown"),
        ({"value": None, **BUREAU}, "unknown"),
        ("leading_enterprise", "unknown"),
        (None, "unknown"),
    ],
)
def test_the_category_of_the_lead_is_attested(category: Any, expected: str) -> None:
    """B14: three named, others as strategic force; what nobody attests is unknown."""
    assert outcome(LEAD, lead_facts(lead_category=category), CATEGORY) == expected


@pytest.mark.parametrize(
    ("attested", "expected"), [(True, "met"), (False, "not_met"), (None, "needs_judgement")]
)
def test_the_qualities_of_the_lead_are_judged(attested: bool | None, expected: str) -> None:
    """科技创新能力突出 and the rest are a person's to judge."""
    provisions = ["art5.item2.s2b", "art5.item2.s2d", "art5.item2.s2e"]
    changes = lead_facts(judgement_qualities_attested=attested)
    assert outcomes(LEAD, changes, provisions) == [expected] * 3


# --- A: documents, agreement, organs -----------------------------------------------------------

FILE = "check art. 5 items 1, 4-6"


def agreement(**changes: Any) -> Json:
    return {"agreement": {**application()["agreement"], **changes}}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "met"),
        ({"signatories": "every member"}, "met"),
        ({"signatories": "every participant"}, "not_met"),
        ({"signatories": "lead only"}, "not_met"),
        ({"signatories": []}, "not_met"),
        ({"signatories": None}, "unknown"),
        ({"signatories": {"missing": []}}, "met"),
        ({"signatories": {"missing": ["lead"]}}, "not_met"),
        ({"signatories": {"missing": ["测试大学01"]}}, "not_met"),
        ({"signatories": {"missing": ["测试大学01（材料学院）"]}}, "not_met"),
        ({"signatories": ["lead", *(f"测试企业0{n}有限公司" for n in range(1, 5)), "测试研究所01",
                          "测试大学01"]}, "met"),
        ({"signatories": ["lead", "测试企业01有限公司"]}, "not_met"),
        ({"signed_on": "2026-03-01"}, "met"),
        ({"signed_on": "2026-03-02"}, "met"),
        ({"signed_on": "2026-03-03"}, "not_met"),
        ({"signed_on": None}, "not_met"),
    ],
)  # fmt: skip
def test_every_member_signs_by_the_day_of_the_application(changes: Json, expected: str) -> None:
    """All members, the lead among them (B15), at the latest on the day of filing."""
    assert outcome(FILE, agreement(**changes), SIGNED) == expected


def test_no_agreement_is_an_agreement_not_concluded_and_none_named_is_not_known() -> None:
    """An act that is null did not happen; a fact that is not named proves nothing."""
    assert outcomes(FILE, {"agreement": None}, [SIGNED, HEADS["goals"]]) == ["not_met", "not_met"]
    assert outcomes(FILE, {"agreement": ...}, [SIGNED, HEADS["goals"]]) == ["unknown", "unknown"]


@pytest.mark.parametrize("missing", HEADS)
def test_each_head_of_the_agreement_is_asked_for(missing: str) -> None:
    """Eight heads (B18), each on its own."""
    changes = agreement(clauses=[head for head in HEADS if head != missing])
    expected = ["not_met" if head == missing else "met" for head in HEADS]
    assert outcomes(FILE, changes, HEADS.values()) == expected


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ([*list(HEADS)[:6], "licensing", "income distribution", "breach_liability"], "met"),
        ([*list(HEADS)[:6], "licensing", "breach_liability"], "not_met"),
        ([*HEADS, "confidentiality"], "met"),
        (None, "unknown"),
        ([], "not_met"),
    ],
)
def test_the_heads_may_be_split_and_added_to(clauses: list[str] | None, expected: str) -> None:
    """B18: licensing and income may stand apart; more is allowed, fewer is not."""
    provision = HEADS["licensing_and_income_distribution"]
    assert outcome(FILE, agreement(clauses=clauses), provision) == expected


def test_a_strange_word_is_an_error_where_something_is_wanting() -> None:
    """It might be what is wanting, in other words: that is not for a program to guess."""
    changes = agreement(clauses=[*list(HEADS)[1:], "purposes"])
    result = run(case(FILE, {"norms": {HEADS["goals"]: "not_met"}},
                      {"application": application(**changes)}))  # fmt: skip
    assert (result.result, "'purposes'" in result.note) == ("error", True)


@pytest.mark.parametrize(
    ("organs", "expected"),
    [
        (["decision", "advisory", "executive"], "met"),
        (["decision-making", "咨询", "execution", "secretariat"], "met"),
        (["decision", "advisory"], "not_met"),
        ([], "not_met"),
        (None, "unknown"),
        (..., "unknown"),
        ({"decision": "理事会", "advisory": "专家委员会", "executive": "秘书处"}, "met"),
        ({"decision": "理事会", "advisory": "理事会", "executive": "秘书处"}, "needs_judgement"),
        ({"decision": "理事会", "advisory": None, "executive": "秘书处"}, "not_met"),
        ([{"name": "理事会", "functions": ["decision", "advisory"]},
          {"name": "秘书处", "function": "executive"}], "needs_judgement"),
    ],
)  # fmt: skip
def test_three_functions_have_their_organs(organs: Any, expected: str) -> None:
    """B19: one body for two functions is a person's to judge."""
    assert outcome(FILE, {"organs": organs}, ORGANS) == expected


@pytest.mark.parametrize(
    ("principal", "technologist", "expected"),
    [
        ("张一", {"name": "李二"}, "met"),
        ("张一", {"name": "张一"}, "needs_judgement"),
        ({"name": "张一", "id": "1"}, {"name": "张一", "id": "2"}, "met"),
        (None, {"name": "李二"}, "not_met"),
        ("张一", None, "not_met"),
        (..., {"name": "李二"}, "unknown"),
    ],
)
def test_two_posts_are_filled(principal: Any, technologist: Any, expected: str) -> None:
    """B20: a vacancy is a defect, the same person is judged, a post not named is not known."""
    changes = {"lead_principal": principal, "chief_technologist": technologist}
    assert outcome(FILE, changes, DUAL) == expected


@pytest.mark.parametrize(
    ("qualification", "by", "expected"),
    [
        ("strategic_scientist", "市科技局", "met"),
        ("high-level leading talent", "市科技局", "met"),
        ("高层次领军人才", "市科技局", "met"),
        ("senior_engineer", "市科技局", "not_met"),
        (False, "市科技局", "not_met"),
        (None, "市科技局", "unknown"),
        ("strategic_scientist", None, "unknown"),
        ("strategic_scientist", "测试领军有限公司", "unknown"),
        ("strategic_scientist", "applicant", "unknown"),
    ],
)
def test_the_chief_technologist_is_qualified_on_somebody_elses_word(
    qualification: Any, by: str | None, expected: str
) -> None:
    """What the applicant says of its own people is no attestation."""
    person = {"name": "李二", "qualification": qualification, "attested_by": by}
    assert outcome(FILE, {"chief_technologist": person}, QUALIFIED) == expected


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        (["major_scientific_questions", "key_core_technologies", "target_outcomes"], "met"),
        (["重大科学问题", "关键核心技术", "目标成果", "人才清单"], "met"),
        (["major_scientific_questions", "key_core_technologies"], "not_met"),
        ([], "not_met"),
        (None, "unknown"),
    ],
)
def test_three_lists_are_drawn_up(lists: list[str] | None, expected: str) -> None:
    """An empty list is complete, null is not known."""
    assert outcome(FILE, {"lists": lists}, LISTS) == expected


@pytest.mark.parametrize(
    ("intention", "expected"),
    [
        ("every member", "met"),
        ({"missing": ["测试企业03有限公司"]}, "not_met"),
        ({"missing": "lead"}, "not_met"),
        (None, "met"),  # everybody signed: the agreement is the evidence
    ],
)
def test_every_member_intends_to_unite(intention: Any, expected: str) -> None:
    """Where nobody declared anything the signed agreement tells."""
    assert outcome(FILE, {"intention_to_unite": intention}, INTENT) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [(["branding"], "met"), (["技术研发", "标准制定"], "met"), ([], "not_met"), (None, "unknown")],
)
def test_one_field_of_cooperation_is_enough(fields: list[str] | None, expected: str) -> None:
    """B21: one or some of the five."""
    assert outcome(FILE, {"cooperation_basis_fields": fields}, BASIS) == expected


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("测试企业03有限公司", True),
        ("测试企业02有限公司", False),
        ("测试企业03有限公司 and 测试企业02有限公司", False),
    ],
)
def test_a_case_may_demand_that_a_unit_be_named(name: str, right: bool) -> None:
    """The finding names who has not signed, and nobody else."""
    changes = agreement(signatories={"missing": ["测试企业03有限公司"]})
    expect = {"norms": {SIGNED: "not_met"}, "must": [f"name {name}", "say it kindly"]}
    result = run(case(FILE, expect, {"application": application(**changes)}))
    assert (result.result, "for a reader: must say it kindly" in result.note) == (
        "pass" if right else "fail",
        True,
    )


def test_headings_combine_what_is_below() -> None:
    """组织架构明确 is as good as the worst of its item."""
    assert outcome(FILE, {}, "art5.item5.s1") == "met"
    assert outcome(FILE, agreement(clauses=[]), "art5.item5.s1") == "not_met"


def test_judgements_of_the_other_items_may_be_attested() -> None:
    """By provision, by a name of their own, or not at all."""
    given = {"judgements": {"art5.item4.s2": True}, "operating_mechanism_attested": False}
    provisions = ["art5.item4.s2", "art5.item6.s2b", "art5.item4.s3a"]
    assert outcomes(FILE, given, provisions) == ["met", "not_met", "needs_judgement"]


def test_attestations_may_be_listed() -> None:
    """Each with its provision, the body, the day and, where it is about one, the unit."""
    by = {"by": "市科技局", "on": "2026-03-01"}
    listed = [
        {"provision": "art5.item4.s2", "value": True, **by},
        {"provision": "art5.item3.s3b", "value": False, "unit": "测试研究所01", **by},
        {"provision": "art5.item6.s2b", "value": True, "on": "2026-03-01"},
    ]
    provisions = ["art5.item4.s2", "art5.item3.s3b", "art5.item6.s2b"]
    got = outcomes("check art. 5", {"attestations": listed}, provisions)
    assert got == ["met", "not_met", "needs_judgement"]


# --- S: art. 7; art. 3 -------------------------------------------------------------------------

ALL = "check arts. 5-7"
DETERMINED = {
    "determined_by": "市委、市政府",
    "determined_on": "2026-02-01",
    "document": "测试1号",
    "elected_by_bureau": True,
}


@pytest.mark.parametrize(
    ("special", "expected"),
    [
        (DETERMINED, "case_by_case"),
        ({**DETERMINED, "determined_by": "天津市委、市政府"}, "case_by_case"),
        ({**DETERMINED, "determined_by": "市委市政府"}, "case_by_case"),
        ({**DETERMINED, "determined_on": "2026-09-01"}, "case_by_case"),
        ({**DETERMINED, "determined_on": "2026-09-02"}, "not_met"),
        ({**DETERMINED, "elected_by_bureau": False}, "not_met"),
        ({**DETERMINED, "elected_by_bureau": None}, "not_met"),
        ({**DETERMINED, "determined_by": None}, "not_met"),
        ({**DETERMINED, "determined_by": "测试领军有限公司"}, "not_met"),
        ({**DETERMINED, "determined_by": "北京市委、市政府"}, "not_met"),
        ({**DETERMINED, "determined_by": "市科技局", "ground": "urgent_need"}, "case_by_case"),
        ({**DETERMINED, "determined_by": "市科技局", "ground": "key_support"}, "not_met"),
        (None, "not_met"),
    ],
)
def test_the_special_case_displaces_only_when_determined_and_elected(
    special: Json | None, expected: str
) -> None:
    """Art. 7: never by the applicant's own claim, never before it is determined, 可 is elected."""
    changes = {"participants": units(2, 4), "special_case": special}
    assert outcome(ALL, changes, SHARE) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [("信创", "met"), ("biomedicine", "met"), ("Green and low-carbon", "met"),
     ("现代农业", "needs_judgement"), (None, "unknown")],
)  # fmt: skip
def test_a_field_outside_the_seven_is_judged_never_refused(
    field: str | None, expected: str
) -> None:
    """Art. 3 ends its list with 等."""
    alone = case("check art. 3", {"norms": {"art3.s1a": expected}}, {"field": field})
    assert outcome("check art. 3", {"field": field}, "art3.s1a") == expected
    assert run(alone).result == "pass"


# --- readings ----------------------------------------------------------------------------------


def interpreted(point: str, reading: str, by: str = FOUR, on: str = "2026-01-05") -> Json:
    return {"interpretation": {"point": point, "reading": reading, "by": by, "on": on}}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (interpreted("B01", "lead counted"), "met"),
        (interpreted("B01", "the lead is counted"), "met"),
        (interpreted("B01", "(b)"), "met"),
        (interpreted("b01", "included"), "met"),
        (interpreted("lead_counts", "含牵头单位"), "met"),
        (interpreted("B01", "lead not counted"), "departs_from_principle"),
        (interpreted("B01", "lead counted", on="2026-09-02"), "departs_from_principle"),
        (interpreted("B01", "lead counted", by="滨海新区科技局"), "departs_from_principle"),
        (interpreted("B01", "lead counted", by="四部门"), "met"),
        (interpreted("B01", "b", by="市科技局、市工业和信息化局、市知识产权局、市财政局"), "met"),
        (interpreted("B11", "hard limit"), "not_met"),
        ({"interpretations": [interpreted("B01", "b")["interpretation"]]}, "met"),
    ],
)
def test_an_official_interpretation_replaces_a_default_reading(given: Json, expected: str) -> None:
    """Art. 25: from its day on, and only by those who interpret."""
    assert outcome(COMPOSITION, {"participants": units(5, 0)}, COUNT, given=given) == expected


@pytest.mark.parametrize(
    ("point", "reading"), [("B01", "counted somehow"), ("B99", "a"), ("B08", "roles")]
)
def test_an_unclear_interpretation_is_an_error(point: str, reading: str) -> None:
    """Which reading is meant is not for a program to guess."""
    given = {"application": application(), **interpreted(point, reading)}
    result = run(case(COMPOSITION, {"norms": {COUNT: "met"}}, given))
    assert (result.result, "not understood: interpretation" in result.note) == ("error", True)


def test_an_alternative_is_right_only_under_its_reading() -> None:
    """Under the default it fails; under the reading named by the case's ambiguity it passes."""
    expect = {
        "norms": {COUNT: "departs_from_principle"},
        "alternatives": [{"reading": "lead counted", "norms": {COUNT: "met"}}],
    }
    five = {"application": application(participants=units(5, 0))}
    main = case(COMPOSITION, expect, five, ambiguity=["B01"])
    other = case(COMPOSITION, expect, {**five, **interpreted("B01", "b")}, ambiguity=["B01"])
    unnamed = case(COMPOSITION, expect, {**five, **interpreted("B01", "b")}, ambiguity=["B02"])
    assert [run(one).result for one in (main, other, unnamed)] == ["pass", "pass", "fail"]
    assert "lead_counts=included" in run(other).note


def test_codes_accepted_beside_norms_are_codes_of_the_norms() -> None:
    """Without an answer there is nothing else they could be about."""
    five = {"application": application(participants=units(5, 0))}
    expect = {"norms": {COUNT: "not_met"}, "accept": ["departs_from_principle"]}
    answered = {**expect, "answer": "met"}
    accepted = {"norms": {COUNT: "met"}, "accept_norms": {COUNT: ["departs_from_principle"]}}
    got = [run(case(COMPOSITION, e, five)).result for e in (expect, answered, accepted)]
    assert got == ["pass", "fail", "pass"]


@pytest.mark.parametrize(
    ("firms", "answer", "result"),
    [(6, "met", "pass"), (5, "departs_from_principle", "pass"), (5, "open", "pass"),
     (5, "not_met", "fail"), (6, "no_violation", "pass"), (5, "no_violation", "fail")],
)  # fmt: skip
def test_an_answer_is_that_of_the_provisions_the_case_is_about(
    firms: int, answer: str, result: str
) -> None:
    """The judgement of other items leaves the whole application open, but not this question."""
    given = {"application": application(participants=units(firms, 0))}
    one = case(COMPOSITION, {"answer": answer}, given, article=[COUNT, SHARE])
    assert run(one).result == result


@pytest.mark.parametrize(
    ("values", "result"),
    [
        ({"participants": 6, "enterprises": 4}, "pass"),
        ({"participants": 7}, "fail"),
        ({"enterprise_share": "4/6"}, "pass"),
        ({"enterprise_share": "3/6"}, "fail"),
        ({"consortia_led": 1, "last_day": "2030-04-10"}, "pass"),
        ({"addressee": "区科技主管部门"}, "error"),
    ],
)
def test_values_are_read_off_the_findings(values: Json, result: str) -> None:
    """By the names of facts and numbers; what is not there cannot be compared."""
    one = case("check art. 5", {"values": values}, {"application": application()})
    assert run(one).result == result


@pytest.mark.parametrize(
    ("accepted", "result"),
    [
        ({"participants": [6]}, "pass"),
        ({"participants": [5, 6]}, "pass"),
        ({"participants": [8]}, "fail"),
        ({"enterprises": [6]}, "fail"),
        ({}, "fail"),
        ([6], "error"),
    ],
)
def test_a_value_accepted_beside_the_first_is_right_too(accepted: Any, result: str) -> None:
    """For that value and no other; the first is seven, and there are six."""
    expect = {"values": {"participants": 7}, "accept_values": accepted}
    assert run(case("check art. 5", expect, {"application": application()})).result == result


def test_what_must_not_be_answered_is_checked() -> None:
    """In words that name a code; other prose is for a reader."""
    draft = {"instrument": {"status": "draft", "published_on": None}}
    right = {"answer": "unknown", "must_not": ["answer in_force", "infer a publication date"]}
    wrong = {"norms": {COUNT: "met"}, "must_not": ["report met"]}
    given = {"application": application()}
    assert run(case(FORCE, right, draft)).note == "for a reader: must not infer a publication date"
    assert run(case(COMPOSITION, wrong, given)).result == "fail"


def test_a_policy_read_otherwise_answers_otherwise() -> None:
    """The runner asks the policy it is given."""
    expect = {
        "answer": "in_force",
        "alternatives": [{"reading": "next day", "answer": "not_yet_in_force"}],
    }
    one = case(FORCE, expect, as_of="2025-04-11", ambiguity=["A03"])
    result = run(one, TIANJIN.with_readings(commencement_day="b"))
    assert (result.result, result.got) == ("pass", {"answer": "not_yet_in_force"})


# --- what cannot be run ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"turnover": 1}, "application.turnover"),
        ({"filed_on": "2026-3-2"}, "application.filed_on"),
        ({"filed_on": "2026-02-30"}, "application.filed_on"),
        ({"lead": None}, "application.lead"),
        ({"lead": firm(1, id=911)}, "application.lead.id"),
        ({"lead": {"kind": "enterprise"}}, "application.lead.name"),
        ({"organs": ["decision", "planning"]}, "application.organs"),
        ({"organs": "three"}, "application.organs"),
        ({"organs": [{"name": "理事会"}]}, "application.organs[0].function"),
        ({"lists": "three"}, "application.lists"),
        ({"cooperation_basis_fields": 3}, "application.cooperation_basis_fields"),
        ({"chief_technologist": {"name": None}}, "application.chief_technologist.name"),
        ({"judgements": {"art5.item5.s2a": True}}, "application.judgements"),
        ({"participant_quality_attested": {"甲公司": True}}, "participant_quality_attested"),
        ({"agreement": {"signatories": "every member", "clauses": []}}, "agreement.signed_on"),
        (lead_facts(normal_operation_in_tianjin={"value": True, "contradicted_by": "rumours"}),
         "contradicted_by"),
        (lead_facts(normal_operation_in_tianjin={"value": None, "registered_in": "某地"}),
         "lead_domicile"),
        (lead_facts(other_active_consortia_led=10**9), "other_active_consortia_led"),
        ({"participants": [firm(1, others=[{**ACTIVE, "type": "club"}])]}, "others[0].type"),
        ({"lead": [firm(1), firm(2)]}, "application.lead"),
        ({"participants": None}, "application.participants"),
        ({"participants": [{"name": "甲", "kind": "enterprise", "revenue": 3}]},
         "application.participants[0].revenue"),
        ({"participants": [firm(1, others=[{**ACTIVE, "status": "sleeping"}])]},
         "application.participants[0].others[0].status"),
        ({"participants": [firm(1, others=[{**ACTIVE, "under": "某地办法"}])]},
         "application.participants[0].others[0].under"),
        (lead_facts(lead_category={"value": "champion", **BUREAU}), "lead_category"),
        (lead_facts(other_active_consortia_led=-1), "other_active_consortia_led"),
        (agreement(signatories="most of them"), "application.agreement.signatories"),
        ({"special_case": {**DETERMINED, "ground": "art9"}}, "application.special_case.ground"),
        ({"exceptions": [{"norm": "art5.item9", "by": "市科技局", "reason": "x"}]},
         "application.exceptions[0].norm"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_an_error_that_names_it(changes: Json, named: str) -> None:
    """Nothing is passed over in silence: it might have changed the answer."""
    expect = {"norms": {COUNT: "met"}}
    result = run(case("check art. 5", expect, {"application": application(**changes)}))
    assert (
        result.result,
        result.note.startswith("not understood: ") and named in result.note,
    ) == (
        "error",
        True,
    )


@pytest.mark.parametrize(
    ("participants", "kind"),
    [
        ([firm(1), firm(1)], "duplicate"),
        ([firm(1, id=code("12", 1))], "inconsistent"),
        ([firm(1, id="91120116000000001A")], "invalid_value"),
        ([firm(1, college="机械学院")], "inconsistent"),
        (
            [{"name": "测试领军有限公司", "id": code("91", 999), "kind": "enterprise"}],
            "inconsistent",
        ),
    ],
)
def test_unusable_facts_are_right_only_where_a_refusal_is_expected(
    participants: list[Json], kind: str
) -> None:
    """The core refuses them: a case that expects a result cannot be run on them."""
    given = {"application": application(participants=participants)}
    refused = run(case(COMPOSITION, {"answer": "refused"}, given))
    judged = run(case(COMPOSITION, {"norms": {COUNT: "met"}}, given))
    assert (refused.result, refused.got["faults"], judged.result) == ("pass", [kind], "error")


@pytest.mark.parametrize(
    "when",
    [
        "ask whether 津科资〔2023〕83号 is in force",
        "check art. 4",
        "check art. 19",
        "establish who is right",
        "compute the weight of the six dimensions",
        "say something",
    ],
)
def test_a_question_nobody_answers_is_an_error(when: str) -> None:
    """Never a pass, whatever is expected."""
    result = run(case(when, {"answer": "met"}, {"application": application()}))
    assert (result.result, "not built yet" in result.note) == ("error", True)


def test_a_provision_nobody_answers_yet_is_an_error() -> None:
    """Art. 6 is asked for beside arts. 5 and 7, and is procedure."""
    expect = {"norms": {SHARE: "met", "art6.item2.s2a": "met"}}
    result = run(case(ALL, expect, {"application": application()}))
    assert (result.result, result.note) == ("error", "not built yet: art6.item2.s2a")


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "X"},
        {"id": "X", "when": FORCE, "given": {}, "as_of": TODAY, "expect": {}},
        {"id": "X", "when": FORCE, "given": [], "as_of": TODAY, "expect": {"answer": "in_force"}},
        {"id": "X", "when": FORCE, "given": {}, "as_of": None, "expect": {"answer": "in_force"}},
        {"id": "X", "when": FORCE, "given": {}, "as_of": TODAY,
         "expect": {"answer": "in_force", "must": "name it"}},
        {"id": "X", "when": FORCE, "given": {}, "as_of": TODAY,
         "expect": {"norms": {"art99.s1": "met"}}},
        {"id": "X", "when": "check art. 5", "given": {}, "as_of": TODAY,
         "expect": {"norms": {COUNT: "met"}}},
        {"id": "X", "when": "check the enterprise share", "as_of": TODAY,
         "given": {"participants_summary": {"participants": 2, "enterprises": 3}},
         "expect": {"norms": {COUNT: "met"}}},
        {"id": "X", "when": 7, "given": {}, "as_of": TODAY, "expect": {"answer": "in_force"}},
        {"id": "X", "when": FORCE, "given": {"instrument": {"published_on": "2030-05-01"}},
         "as_of": TODAY, "expect": {"answer": "in_force"}},
    ],
)  # fmt: skip
def test_a_broken_case_is_an_error_and_the_run_goes_on(broken: Json) -> None:
    """One case that cannot be run does not hide the others."""
    results = list(run_cases([broken, case(FORCE, {"answer": "in_force"})], TIANJIN))
    assert [r.result for r in results] == ["error", "pass"]
    assert summary(results) == {"cases": 2, "pass": 1, "fail": 0, "error": 1}


# --- reading and writing -----------------------------------------------------------------------


def test_lines_that_cannot_be_read_are_all_named() -> None:
    """By their number, all of them at once."""
    text = '{"id": "a"}\n\n[1]\n{"id": 1}\n{"id": "b", "x": NaN}\n{"id": "c", "id": "d"}\n{'
    with pytest.raises(InvalidInputError) as caught:
        read_cases(text)
    assert [f.path for f in caught.value.faults] == [
        "line 3",
        "line 4",
        "line 5",
        "line 6",
        "line 7",
    ]


def test_a_result_is_a_document() -> None:
    """What the command line prints is JSON."""
    result = run(case(FORCE, {"answer": "in_force"}))
    assert json.loads(json.dumps(result.as_document())) == {
        "id": "T",
        "result": "pass",
        "expected": {"answer": "in_force"},
        "got": {"answer": "in_force"},
        "note": "",
    }
