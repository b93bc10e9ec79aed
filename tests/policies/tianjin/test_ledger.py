"""The ledger: every provision of the Measures once, in order, and where each of them lives."""

from __future__ import annotations

import importlib
import importlib.resources
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from innov_consortium.core.checking import plan_for
from innov_consortium.core.clauses import Clause, Judgement
from innov_consortium.core.duties import Duty
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.plan import closure
from innov_consortium.core.report import Norm
from innov_consortium.core.sources import Disposition, Provision
from innov_consortium.core.steps import Step
from innov_consortium.policies import tianjin
from innov_consortium.policies.tianjin import TIANJIN

#: The exact partition of the text, as it was provided: the ids below each part, in order.
PARTITION = {
    "doc": "title status",
    "ch1": "",
    "art1": "h s1 s2",
    "art2": "h s1a s1b s1c s1d s1e s1f",
    "art3": "h s1a s1b s1c",
    "ch2": "",
    "art4": (
        "h p1 item1.s1 item1.s2 item2.s1 item2.s2 item3.s1 item3.s2 item3.s3 item4.s1 "
        "item4.s2 item4.s3 item5.s1 item5.s2"
    ),
    "art5": (
        "h p1 item1.s1 item1.s2a item1.s2b item1.s2c item1.s2d item2.s1 item2.s2a item2.s2b "
        "item2.s2c item2.s2d item2.s2e item2.s3a item2.s3b item3.s1 item3.s2a item3.s2b "
        "item3.s2c item3.s2d item3.s3a item3.s3b item3.s4 item3.s5a item3.s5b item3.s5c "
        "item4.s1 item4.s2 item4.s3a item4.s3b item4.s3c item5.s1 item5.s2a item5.s2b "
        "item5.s2c item5.s2d item5.s2e item5.s2f item5.s2g item5.s2h item5.s2i item6.s1 "
        "item6.s2a item6.s2b item6.s3a item6.s3b"
    ),
    "art6": (
        "h p1 item1.s1 item1.s2a item1.s2b item2.s1 item2.s2a item2.s2b item2.s2c item2.s2d "
        "item3.s1 item3.s2a item3.s2b item3.s2c item4.s1 item4.s2a item4.s2b item4.s2c "
        "item5.s1 item5.s2a item5.s2b item5.s2c"
    ),
    "art7": "h s1a s1b s1c",
    "ch3": "",
    "art8": "h s1a s1b s2a s2b s2c s2d s3a s3b",
    "art9": "h s1a s1b s1c s1d s1e s1f s1g",
    "art10": "h s1a s1b",
    "art11": "h p1 item1 item2 item3 item4 item5 item6 item7 p2.s1a p2.s1b p2.s1c p2.s1d",
    "ch4": "",
    "art12": "h s1a s1b s1c s1d s1e s1f",
    "art13": "h s1a s1b s1c s1d s1e s1f",
    "art14": "h s1a s1b s1c s1d",
    "ch5": "",
    "art15": "h s1a s1b s1c s1d s2a s2b s3",
    "art16": "h s1",
    "art17": "h s1a s1b",
    "art18": "h s1a s1b s1c",
    "art19": "h s1 s2",
    "ch6": "",
    "art20": "h s1",
    "art21": "h s1 s2",
    "art22": "h s1a s1b s1c s1d s2a s2b s2c",
    "art23": "h s1a s1b s2a s2b s2c s2d s2e",
    "art24": "h s1a s1b",
    "ch7": "",
    "art25": "h s1",
    "art26": "h s1a s1b s2",
}
BUILT = (
    "art3",
    "art5",
    "art6",
    "art7",
    "art8",
    "art9",
    "art10",
    "art11",
    "art12",
    "art13",
    "art14",
    "art15",
    "art20",
    "art21",
    "art22",
    "art23",
    "art24",
    "art26",
)
CITING = (Disposition.CLAUSE, Disposition.JUDGEMENT, Disposition.NUMBER, Disposition.READING)


#: Numbers and readings that decide what the register says of a history.
REGISTERED = {
    setting
    for name in closure(
        [n for n in (TIANJIN.engagements, TIANJIN.bars) if n], {f.name: f for f in TIANJIN.facts}
    )
    for setting in {f.name: f for f in TIANJIN.facts}[name].settings
}


def provided() -> list[str]:
    """Return the ids of the partition provided, in order."""
    return [f"{part}.{i}" if i else part for part, ids in PARTITION.items() for i in ids.split(" ")]


def bare(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def resolved(where: str) -> list[Any]:
    """Return the objects a row of the ledger points at, those in tuples one by one."""
    found: list[Any] = []
    for place in where.split(" "):
        module, _, name = place.partition(":")
        target = getattr(importlib.import_module(f"{tianjin.__name__}.{module}"), name)
        found += target if isinstance(target, tuple) else [target]
    return found


ROWS = TIANJIN.ledger.provisions
POINTING = [p for p in ROWS if p.where]
NORMS = list(dict.fromkeys(TIANJIN.every_norm))


def closure_of(provision: str) -> list[Norm]:
    """Return what the policy asks of a provision, with the numbers and readings it rests on."""
    asked = plan_for(TIANJIN, "every", [(norm, True) for norm in NORMS]).norms
    return [norm for norm in asked if norm.provision == provision]


def test_the_rows_join_to_the_text_of_the_measures() -> None:
    """White space apart, nothing of the text is left out, added or moved."""
    text = importlib.resources.files(tianjin).joinpath("measures.zh_CN.txt")
    assert bare("".join(p.text for p in ROWS)) == bare(text.read_text(encoding="utf-8"))


def test_the_ids_are_those_of_the_partition_provided() -> None:
    """Two hundred and eleven provisions, each once, in the order of the text."""
    assert ([p.id for p in ROWS], len(ROWS), len({p.id for p in ROWS})) == (provided(), 211, 211)


@pytest.mark.parametrize("row", POINTING, ids=lambda row: row.id)
def test_a_row_points_at_something_that_exists(row: Provision) -> None:
    """``module:name`` below the policy's own package."""
    assert resolved(row.where)


@pytest.mark.parametrize(
    "row", [p for p in POINTING if p.disposition in CITING], ids=lambda row: row.id
)
def test_a_row_points_at_what_cites_it(row: Provision) -> None:
    """At every clause of that provision, or at the tuple with the one judgement of it."""
    norms = [n for n in resolved(row.where) if isinstance(n, Clause | Judgement)]
    kind = Judgement if row.disposition is Disposition.JUDGEMENT else Clause
    own = [type(n) for n in norms if n.provision == row.id]
    assert own
    assert set(own) == {kind}


@pytest.mark.parametrize("step", TIANJIN.steps, ids=lambda step: step.name)
def test_the_row_of_a_step_points_at_the_table(step: Step) -> None:
    """A provision that asks for a step says so, unless the text only implies it."""
    row = TIANJIN.ledger[step.provision]
    assert row.disposition is Disposition.STEP
    assert step in resolved(row.where)


@pytest.mark.parametrize("duty", TIANJIN.duties, ids=lambda duty: duty.name)
def test_the_row_of_a_duty_points_at_the_table_or_at_its_step(duty: Duty) -> None:
    """What is owed all the time is a duty; what is owed once something happened is a step."""
    row = TIANJIN.ledger[duty.provision]
    named = [getattr(one, "provision", "") for one in resolved(row.where)]
    assert duty.provision in named
    if duty.occasions is None:
        assert duty in resolved(row.where)


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: norm.provision)
def test_the_row_of_a_norm_points_back_at_it(norm: Clause[...] | Judgement) -> None:
    """Whoever finds a clause in the code finds its sentence in the ledger, and the other way."""
    assert any(norm is target for target in resolved(TIANJIN.ledger[norm.provision].where))


#: Provisions of which one question asks two things, and why.
ASKED_TWICE = {
    # 按时 and 通知要求: on time is one thing, everything the notice lists another.
    ("evaluation", "art8.s2b"): {"submitted_in_time", "submitted_whole"},
    # 经最终审核确认后 and 通报: the way to a result, and whether there is one that counts today.
    ("evaluation", "art8.s2d"): {"confirmed_before_notified", "result_counts"},
    # 被列入……名录或失信名单 and 等其他存在违法行为的: a listing is read off, the rest is judged.
    ("revocation_grounds", "art11.item7"): {"on_a_list", "other_misconduct"},
    # 天津市创新联合体 and 评价良好及以上: whether it is one, and how it was graded.
    ("project_eligibility", "art15.s1a"): {"is_a_consortium", "graded_good_or_better"},
    # 初审: a condition or a finding, by reading; only one of the two binds at a time (D13).
    ("project_eligibility", "art22.s2b"): {"admitted_after_review", "prereviewed_by_own_district"},
}


@pytest.mark.parametrize("inquiry", TIANJIN.inquiries, ids=lambda inquiry: inquiry.name)
def test_an_inquiry_asks_a_provision_once(inquiry: Inquiry) -> None:
    """No provision is the meaning of two norms of one question but those named, with the reason."""
    provisions = [n.provision for n, _ in inquiry.norms]
    twice = {p for p in provisions if provisions.count(p) > 1}
    found = {
        (inquiry.name, p): {n.name for n, _ in inquiry.norms if n.provision == p} for p in twice
    }
    assert found == {key: names for key, names in ASKED_TWICE.items() if key[0] == inquiry.name}


def test_what_a_provision_means_twice_is_two_situations() -> None:
    """Formation and a change; force in time and what is pending; a step and the look back on it;
    and those of which one question asks two things.
    """
    provisions = [n.provision for n in NORMS]
    twice = {p for p in provisions if provisions.count(p) > 1}
    assert twice == {
        *("art5.item3.s2c", "art5.item3.s5b", "art5.item6.s3b"),
        *("art6.item2.s2a", "art6.item3.s2c"),
        *("art8.s2b", "art8.s2c", "art8.s2d", "art22.s2c"),
        *("art11.item7", "art15.s1a", "art15.s1d", "art22.s2b"),
        *("art26.s1b", "art26.s2"),
    }


#: Lists of the text no norm computes with. 第九条 says what an evaluation looks at, with 等 and no
#: weights: to compute with them would be to invent some.
NOT_COMPUTED = {"evaluation_dimensions"}


@pytest.mark.parametrize("number", numbers_of(TIANJIN.numbers), ids=lambda number: number.name)
def test_a_number_is_asked_by_the_norm_of_the_provision_that_states_it(number: Any) -> None:
    """A figure whose own sentence does not use it would be misquoted."""
    norms = closure_of(number.provision)
    sorts = {norm.each for norm in norms}
    named = {n.name for norm in norms for n in norm.numbers}
    named |= {s for i in TIANJIN.items if i.name in sorts for s in i.settings}
    assert (number.name in named | REGISTERED) is (number.name not in NOT_COMPUTED)


@pytest.mark.parametrize("choice", TIANJIN.readings, ids=lambda choice: choice.name)
def test_a_reading_is_asked_by_a_norm_of_a_provision_whose_wording_it_settles(choice: Any) -> None:
    """A norm of a provision cited rests on the reading, or the register folded from histories."""
    norms = [norm for p in choice.question.provisions for norm in closure_of(p)]
    resting = {n.provision for n in norms if choice.name in {c.name for c in n.readings}}
    assert resting or choice.name in REGISTERED


def test_nothing_is_left_for_later() -> None:
    """Every row points at its place, or at none because it binds nobody here."""
    assert {p.id for p in ROWS if p.where == "later"} == set()


def test_only_what_binds_nobody_points_nowhere_in_the_articles_answered_for() -> None:
    """What is only declared has no place in the code, nor what another document governs."""
    nowhere = {p.id for p in ROWS if p.id.partition(".")[0] in BUILT and not p.where}
    no_norm = (Disposition.DECLARATORY, Disposition.EXTERNAL)
    declared = {p.id for p in ROWS if p.disposition in no_norm}
    assert nowhere == {i for i in declared if i.partition(".")[0] in BUILT}
    headings = {f"{article}.h" for article in BUILT}
    stages = {f"art6.item{n}.s1" for n in range(1, 6)}
    assert nowhere - headings - stages == {
        *("art3.s1b", "art3.s1c", "art5.item2.s3a"),
        *("art5.item3.s2b", "art5.item3.s5a"),
        "art15.s3",  # 津科规〔2022〕7号
    }


@pytest.mark.parametrize(
    "row",
    [p for p in ROWS if p.disposition in (Disposition.DECLARATORY, Disposition.EXTERNAL)],
    ids=lambda row: row.id,
)
def test_what_encourages_or_refers_elsewhere_yields_no_finding_anywhere(row: Provision) -> None:
    """No norm, step or duty cites it, so no report can: 鼓励 and 支持 oblige nobody."""
    citing = [n.name for n in TIANJIN.every_norm if n.provision == row.id]
    citing += [s.name for s in TIANJIN.steps if s.provision == row.id]
    citing += [d.name for d in TIANJIN.duties if d.provision == row.id]
    citing += [i.name for i in TIANJIN.inquiries if i.chapeau == row.id]
    citing += [n.name for n in numbers_of(TIANJIN.numbers) if n.provision == row.id]
    assert citing == []


@pytest.mark.parametrize("row", [p for p in ROWS if p.text.startswith(("鼓励", "支持"))], ids=str)
def test_what_begins_with_an_encouragement_is_declaratory(row: Provision) -> None:
    """Unless the words go on to a measure of support, as 第十五条 does."""
    supported = {"art15.s1c"}  # 支持聚焦专业领域组织实施……项目: what projects are for is judged
    declared = row.disposition is Disposition.DECLARATORY
    assert declared is (row.id not in supported)


WRITTEN = [
    ("max_leaderships", 1, "一个"),
    ("min_participants", 6, "6家"),
    ("min_enterprise_share", Fraction(1, 2), "50%"),
    ("max_participations", 2, "两个"),
    ("cycle_years", 3, "三年"),
    ("consecutive_results", 2, "两次"),
    ("bar_years", 3, "三年"),
    ("max_support", Decimal(10_000_000), "1000万元"),
    ("valid_until", date(2030, 4, 10), "2030年4月10日"),
]


@pytest.mark.parametrize(("name", "value", "words"), WRITTEN)
def test_a_figure_is_what_its_sentence_says(name: str, value: Any, words: str) -> None:
    """The figure, and the words it is written in."""
    (number,) = [n for n in numbers_of(TIANJIN.numbers) if n.name == name]
    assert (number.value, words in TIANJIN.ledger[number.provision].text) == (value, True)


def test_the_seven_fields_are_the_words_of_the_text() -> None:
    """Joined as the text joins them, so that none is left out, added or reworded."""
    *first, last = TIANJIN.numbers.key_fields
    assert f"围绕我市{'、'.join(first)}以及{last}等重点领域，" == TIANJIN.ledger["art3.s1a"].text


def test_the_policy_enters_by_its_code_and_its_names() -> None:
    """The entry point hands over one policy, found by code, alias and Chinese name."""
    assert tianjin.innov_policies() == (TIANJIN,)
    assert (TIANJIN.code, TIANJIN.aliases) == ("120000", ("CN-TJ", "天津", "天津市"))
    assert "".join(p.text for p in ROWS[:2]) == TIANJIN.instrument.title
