"""Grounds for what burdens: one suffices, and established is not open is not unknown is not no."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.filings import (
    MEASURES,
    SECOND,
    at,
    day,
    filed,
    life,
    put_on_file,
    struck_off,
)
from tests.toy_filing import TABLE

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.clauses import (
    Clause,
    Force,
    Outcome,
    Ranges,
    clause,
    fact,
    items,
    judged,
)
from innov_consortium.core.decide import (
    Decision,
    Deferred,
    Granted,
    Refused,
    Standing,
    decide,
    possible_acts,
)
from innov_consortium.core.evaluation import Run, evaluations_of
from innov_consortium.core.events import Ended, Event, ResultNotified
from innov_consortium.core.history import Consortium
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.organizations import Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.records import Falsification, Misconduct, Record
from innov_consortium.core.report import (
    Answer,
    Finding,
    Missing,
    Norm,
    Report,
    answer_of_grounds,
    best,
    worst,
)
from innov_consortium.core.sources import Ledger
from innov_consortium.core.words import (
    Int,
    Ruling,
    Truth,
    at_least,
    holds,
    left_open,
    not_,
    only_if,
)
from innov_consortium.errors import InvalidInputError, MalformedPolicyError

MET, NOT_MET = Outcome.MET, Outcome.NOT_MET
UNKNOWN, JUDGE, NONE = Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT, Outcome.NOT_APPLICABLE
OF_GROUNDS = (MET, JUDGE, UNKNOWN, NOT_MET, NONE)


# --- what grounds come to together ------------------------------------------------------------

outcomes = st.sampled_from(OF_GROUNDS)
some = st.lists(outcomes, min_size=1, max_size=6)


def ground(outcome: Outcome, *, is_ground: bool = True) -> Finding:
    norm = Norm("art1.s1", "n", Force.MANDATORY, is_ground, None, (), (), (), "", some=is_ground)
    return Finding(norm, outcome)


def test_one_that_is_there_goes_before_all_others() -> None:
    """Then what a person has to judge, what is not known, what is not there, what is not asked."""
    for first, second in itertools.combinations(OF_GROUNDS, 2):
        assert best([second, first]) is best([first, second]) is first


def test_of_no_grounds_none_is_there() -> None:
    """Unlike conditions, of which then none fails."""
    assert (best([]), answer_of_grounds([])) == (NOT_MET, Answer.NOT_MET)


@given(some, st.randoms(use_true_random=False))
def test_the_order_of_grounds_does_not_matter(found: list[Outcome], random: Any) -> None:
    """Commutative."""
    shuffled = list(found)
    random.shuffle(shuffled)
    assert best(shuffled) is best(found)


@given(some, some)
def test_grounds_may_be_taken_together_in_parts(one: list[Outcome], other: list[Outcome]) -> None:
    """Associative; and what is said twice is said once."""
    assert best([best(one), best(other)]) is best(one + other)
    assert best(one + one) is best(one)
    assert best([best(one)]) is best(one)


@given(some, outcomes)
def test_a_further_ground_never_makes_less_of_the_others(
    found: list[Outcome], more: Outcome
) -> None:
    """Monotone: it comes to what it came to, or to what the further one is."""
    assert best([*found, more]) in (best(found), more)
    if MET in found:
        assert best([*found, more]) is MET


@given(some)
def test_where_all_agree_grounds_and_conditions_come_to_the_same(found: list[Outcome]) -> None:
    """Otherwise one is the best, the other the worst, and each is one of those there are."""
    assert {best(found), worst(found)} <= set(found)
    if len(set(found)) == 1:
        assert best(found) is worst(found)


ANSWERS = {MET: "met", JUDGE: "open", UNKNOWN: "open", NOT_MET: "not_met", NONE: "not_met"}


@given(st.lists(outcomes, max_size=6), st.lists(st.sampled_from(Outcome), max_size=4))
def test_the_answer_is_that_of_the_best_ground_whatever_else_is_reported(
    grounds: list[Outcome], context: list[Outcome]
) -> None:
    """Established, open, not established; what only sets the scene does not count."""
    found = [ground(o) for o in grounds] + [ground(o, is_ground=False) for o in context]
    assert answer_of_grounds(found).value == ANSWERS[best(grounds)]
    assert answer_of_grounds(reversed(found)).value == ANSWERS[best(grounds)]


# --- a text with grounds ----------------------------------------------------------------------

ROWS = """art7.h\t有下列情形之一的注销：\ton one of these grounds\tdeclaratory\t
art7.item1\t年度评价两次不合格的；\ttwice unqualified\tclause\t
art7.item2\t严重弄虚作假的；\tserious falsification\tclause\t
art7.item3\t有其他严重情形的；\tother serious conduct\tjudgement\t
art7.item4\t成员失信的。\tdishonest members\tjudgement\t
art7.s2\t注销应当载明依据。\tit cites a ground\tclause\t
"""


@fact
def unqualified(consortium: Consortium) -> Run:
    """不合格的年度。"""
    years = [e.year for e in evaluations_of(consortium.events) if e.results]
    return Run(len(years), tuple(years))


@clause("art7.item1")
def twice_unqualified(unqualified: Int) -> Truth:
    """年度评价两次不合格的。"""
    return at_least(unqualified, 2)


@items(path="record.falsifications[{}]".format)
def falsification(record: Record) -> tuple[Falsification, ...]:
    """弄虚作假的认定。"""
    return record.falsifications


@fact(each="falsification", reads="{}.serious")
def serious(falsification: Falsification) -> bool | None:
    """严重。"""
    return falsification.serious


@fact(each="falsification")
def by_a_member(falsification: Falsification) -> bool:
    """系成员所为。"""
    return falsification.unit is not None


@fact(each="falsification")
def long_ago(falsification: Falsification) -> bool:
    """多年以前。"""
    return falsification.occurred_on is not None and falsification.occurred_on.year < 2020


@clause("art7.item2", each="falsification", attested=True)
def seriously_falsified(long_ago: Truth, by_a_member: Truth, serious: Truth) -> Ruling:
    """严重弄虚作假的。"""
    return only_if(not_(long_ago), left_open(by_a_member, holds(serious)))


@fact(reads="record.complete_to")
def more_on_record(record: Record, day: date) -> bool | None:
    """另有记录。"""
    return None if record.complete_on(day) is None else False


@clause("art7.item2")
def may_be_more(more_on_record: Truth) -> Truth:
    """记录不全的，不能说没有。"""
    return holds(more_on_record)


@items(path="record.misconduct[{}]".format)
def misconduct(record: Record) -> tuple[Misconduct, ...]:
    """其他失信行为。"""
    return record.misconduct


@clause("art1.s1")
def some_members(member_count: Int, *, min_members: int) -> Truth:
    """成员不少于三家。"""
    return at_least(member_count, min_members)


@fact
def cites_one(grounds: Mapping[str, Outcome] | None, act: Event | None) -> bool | None:
    """载明的依据已有一项成立。"""
    cited = getattr(act, "grounds", None)
    if cited is None or grounds is None:
        return None
    together = best(grounds.get(provision, Outcome.NOT_MET) for provision in cited)
    return {MET: True, JUDGE: None, UNKNOWN: None}.get(together, False)


@clause("art7.s2")
def rests_on_a_ground(cites_one: Truth) -> Truth:
    """注销应当载明依据。"""
    return holds(cites_one)


GROUNDS = Inquiry(
    name="grounds",
    conditions=(
        twice_unqualified,
        seriously_falsified,
        may_be_more,
        judged("art7.item3"),
        judged("art7.item4", each="misconduct"),
    ),
    context=(some_members,),
    of="history",
    chapeau="art7.h",
    grounds=True,
)
(STRIKE_OFF,) = (s for s in MEASURES.steps if s.name == "strike_off")
RESTING = evolve(STRIKE_OFF, rests_on="grounds", guards=(rests_on_a_ground,))
PARTS: dict[str, Any] = {
    "ledger": Ledger.read(TABLE + ROWS),
    "facts": (
        *MEASURES.facts,
        unqualified,
        serious,
        by_a_member,
        long_ago,
        more_on_record,
        cites_one,
    ),
    "items": (falsification, misconduct),
    "inquiries": (*MEASURES.inquiries, GROUNDS),
    "steps": tuple(RESTING if s is STRIKE_OFF else s for s in MEASURES.steps),
}
POLICY = evolve(MEASURES, **PARTS)
ON_FILE = (filed(1), put_on_file(2))
FIRST_RESULT, SECOND_RESULT = (
    ResultNotified(on=day(n), year=year, grade="unqualified") for n, year in ((3, 2024), (4, 2025))
)
ALL_KNOWN = Record(complete_to=day(31))
NOTHING_ELSE = (Attestation(what="art7.item3", by="某局", on=day(1), holds=False),)
CLEAN: dict[str, Any] = {"record": ALL_KNOWN, "attestations": NOTHING_ELSE}


def asked(*events: Event, n: int = 9, policy: Policy = POLICY, **around: Any) -> Report:
    """Return what is found of the grounds, on a day of March 2026."""
    dossier = Dossier(history=life(*ON_FILE, *events), **{**CLEAN, **around})
    return policy.check("grounds", dossier, on=day(n))


def recorded(*found: Falsification, complete: bool = True) -> Record:
    return Record(falsifications=found, complete_to=day(31) if complete else None)


def the(report: Report, name: str) -> Finding:
    """Return the one finding of a norm."""
    (finding,) = (f for f in report if f.norm.name == name)
    return finding


def said(what: str, **other: Any) -> Attestation:
    return Attestation(**{"what": what, "by": "某局", "on": day(1), **other})


# --- asked ------------------------------------------------------------------------------------


def test_that_no_ground_is_there_is_found_only_where_everything_is_known() -> None:
    """Not established; with nothing open, and nothing that failed: no ground has to be there."""
    report = asked()
    assert (report.answer, report.grounds) == (Answer.NOT_MET, True)
    assert (report.established, report.open, report.failed) == ((), (), ())
    assert {report.outcome(f"art7.item{n}") for n in (1, 2, 3, 4)} == {NOT_MET}


@pytest.mark.parametrize(
    ("events", "answer"),
    [
        ((), "not_met"),
        ((FIRST_RESULT,), "not_met"),
        ((FIRST_RESULT, SECOND_RESULT), "met"),
        ((FIRST_RESULT, SECOND_RESULT, evolve(SECOND_RESULT, year=2026)), "met"),
    ],
)
def test_a_ground_is_there_from_what_it_needs_on(events: tuple[Event, ...], answer: str) -> None:
    """Below, at and above the second result; the finding carries what it rests on."""
    report = asked(*events)
    assert report.answer.value == answer
    established = [(f.provision, f.values[0].results) for f in report.established]
    years = tuple(e.of_year for e in events if isinstance(e, ResultNotified))
    assert established == ([("art7.item1", years)] if answer == "met" else [])


@pytest.mark.parametrize(("n", "answer"), [(3, "not_met"), (4, "met"), (5, "met")])
def test_a_ground_is_there_from_its_day_on(n: int, answer: str) -> None:
    """The day before the second result, the day, the day after."""
    assert asked(FIRST_RESULT, SECOND_RESULT, n=n).answer.value == answer


def test_a_ground_that_is_there_suffices_whatever_is_still_open() -> None:
    """What is open is told all the same."""
    report = asked(FIRST_RESULT, SECOND_RESULT, record=recorded(complete=False), attestations=())
    assert report.answer is Answer.MET
    assert [f.provision for f in report.established] == ["art7.item1"]
    assert [f.provision for f in report.open] == ["art7.item2", "art7.item3"]


@pytest.mark.parametrize(
    ("around", "open_", "missing"),
    [
        ({"record": Record.unknown()}, ("art7.item2", UNKNOWN), ["record.complete_to"]),
        ({"record": Record(complete_to=day(8))}, ("art7.item2", UNKNOWN), ["record.complete_to"]),
        ({"attestations": ()}, ("art7.item3", JUDGE), []),
    ],
)
def test_what_is_not_known_and_what_is_not_judged_leave_the_answer_open(
    around: dict[str, Any], open_: tuple[str, Outcome], missing: list[str]
) -> None:
    """Neither is the same as no, and the two are told apart."""
    report = asked(**around)
    assert report.answer is Answer.OPEN
    assert [(f.provision, f.outcome) for f in report.open] == [open_]
    assert [m.path for m in report.missing] == missing


def test_what_only_sets_the_scene_is_no_ground_and_does_not_enter_the_answer() -> None:
    """A condition that is met establishes nothing; one that is not is no failure."""
    context = the(asked(), "some_members")
    assert (context.outcome, context.norm.some, context.norm.combines) == (MET, False, False)
    assert asked().established == ()
    many = asked(policy=POLICY.with_numbers(min_members=4))
    assert (many.outcome("art1.s1"), many.answer, many.failed) == (NOT_MET, Answer.NOT_MET, ())


def test_the_same_norms_asked_as_conditions_must_hold_all() -> None:
    """It is the inquiry that makes grounds of them."""
    inquiries = (*MEASURES.inquiries, evolve(GROUNDS, grounds=False))
    steps = MEASURES.steps
    report = asked(
        FIRST_RESULT, SECOND_RESULT, policy=evolve(POLICY, inquiries=inquiries, steps=steps)
    )
    assert (report.answer, report.grounds, report.established) == (Answer.NOT_MET, False, ())
    assert {f.provision for f in report.failed} == {"art7.item2", "art7.item3"}


def everything() -> Ranges:
    """All grounds."""
    return (("art7.item1", "art7.item4"),)


@clause("art7.h", displaces=everything)
def special(member_count: Int) -> Truth:
    """有特殊情况的。"""
    return at_least(member_count, 1)


def test_no_ground_gives_way_to_what_displaces_conditions() -> None:
    """One that is not there is not there; nothing else is to be decided about it."""
    policy = evolve(POLICY, inquiries=(*MEASURES.inquiries, evolve(GROUNDS, context=(special,))))
    report = asked(FIRST_RESULT, policy=policy, record=recorded(SLIGHT))
    assert the(report, "special").outcome is MET
    assert (report.outcome("art7.item1"), report.outcome("art7.item2")) == (NOT_MET, NOT_MET)
    assert report.answer is Answer.NOT_MET


# --- of each of several items -----------------------------------------------------------------

GRAVE = Falsification(on=day(2), serious=True)
SLIGHT = Falsification(on=day(2), serious=False)
UNSAID = Falsification(on=day(2))
THEIRS = Falsification(on=day(2), unit=SECOND.id, serious=True)
OLD = Falsification(on=day(2), occurred_on=day(2).replace(year=2019), serious=True)


@pytest.mark.parametrize(
    ("found", "outcome", "answer"),
    [
        ((), NOT_MET, "not_met"),
        ((SLIGHT,), NOT_MET, "not_met"),
        ((OLD,), NONE, "not_met"),
        ((OLD, SLIGHT), NOT_MET, "not_met"),
        ((SLIGHT, UNSAID), UNKNOWN, "open"),
        ((THEIRS, UNSAID), JUDGE, "open"),
        ((SLIGHT, THEIRS, GRAVE, UNSAID), MET, "met"),
    ],
)
def test_of_several_items_one_suffices(
    found: tuple[Falsification, ...], outcome: Outcome, answer: str
) -> None:
    """Of none, none is there; what is open with one item is open unless another is there."""
    report = asked(record=recorded(*found))
    finding = the(report, "seriously_falsified")
    assert (finding.provision, finding.outcome) == ("art7.item2", outcome)
    assert (len(finding.outcomes), report.answer.value) == (len(found), answer)


def test_those_items_are_told_of_for_which_the_ground_is_there_or_may_be() -> None:
    """Each with its path, and with what would have to be known of it."""
    report = asked(record=recorded(SLIGHT, GRAVE, OLD, UNSAID, THEIRS))
    finding = the(report, "seriously_falsified")
    assert finding.outcomes == (NOT_MET, MET, NONE, UNKNOWN, JUDGE)
    assert [(i.item, i.path, i.outcome) for i in finding.items] == [
        (GRAVE, "record.falsifications[1]", MET),
        (UNSAID, "record.falsifications[3]", UNKNOWN),
        (THEIRS, "record.falsifications[4]", JUDGE),
    ]
    path = "record.falsifications[3].serious"
    assert finding.items[1].missing == (Missing("serious", path),)


def test_two_norms_of_one_provision_come_to_the_better_of_both() -> None:
    """That the record may not be all leaves open what no entry establishes."""
    for found, complete, outcome in (
        ((), True, NOT_MET),
        ((SLIGHT,), False, UNKNOWN),
        ((THEIRS,), False, JUDGE),
        ((GRAVE,), False, MET),
    ):
        report = asked(record=recorded(*found, complete=complete))
        assert report.outcome("art7.item2") is outcome


def test_a_heading_of_grounds_comes_to_the_best_below_it() -> None:
    """A heading with something else below it comes to the worst, as of conditions."""
    established = asked(FIRST_RESULT, SECOND_RESULT)
    assert (asked().outcome("art7.h"), established.outcome("art7.h")) == (NOT_MET, MET)
    assert established.outcome("art1") is MET
    assert established.outcome("art7.item") is None
    both = Inquiry(**{**_parts(GROUNDS), "context": (rests_on_a_ground,)})
    mixed = evolve(POLICY, inquiries=(*MEASURES.inquiries, both))
    assert asked(FIRST_RESULT, SECOND_RESULT, policy=mixed).outcome("art7.h") is NOT_MET
    assert established.outcome("art99") is None


def _parts(inquiry: Inquiry) -> dict[str, Any]:
    names = ("name", "conditions", "context", "of", "chapeau", "grounds")
    return {name: getattr(inquiry, name) for name in names}


# --- attested ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "holding", "outcome"),
    [
        ((THEIRS,), True, MET),
        ((THEIRS,), False, NOT_MET),
        ((UNSAID,), True, MET),
        ((UNSAID,), False, NOT_MET),
        ((GRAVE,), True, MET),
        ((SLIGHT,), False, NOT_MET),
        ((), False, NOT_MET),
        ((OLD,), True, NONE),
        ((GRAVE,), False, JUDGE),
        ((SLIGHT,), True, JUDGE),
        ((), True, JUDGE),
    ],
)
def test_a_ground_is_attested_as_a_whole(
    found: tuple[Falsification, ...], outcome: Outcome, *, holding: bool
) -> None:
    """What is open is settled; what contradicts the record is for a person; the word is named."""
    word = said("art7.item2", holds=holding)
    report = asked(record=recorded(*found), attestations=(*NOTHING_ELSE, word))
    finding = the(report, "seriously_falsified")
    assert finding.outcome is outcome
    plain = the(asked(record=recorded(*found)), "seriously_falsified")
    changed = finding.outcome is not plain.outcome
    assert finding.decided_by == (word if changed else None)
    assert finding.outcomes == plain.outcomes  # of single items nothing else is said


@clause("art7.item2", each="falsification")
def falsified_at_all(serious: Truth) -> Truth:
    """严重弄虚作假的。"""
    return holds(serious)


def test_an_attestation_answers_only_the_norm_that_awaits_one() -> None:
    """Another one of the same provision stays as it is."""
    inquiry = evolve(GROUNDS, conditions=(seriously_falsified, falsified_at_all))
    policy = evolve(POLICY, inquiries=(*MEASURES.inquiries, inquiry))
    words = (said("art7.item2", holds=False),)
    report = asked(policy=policy, record=recorded(UNSAID), attestations=words)
    names = ("seriously_falsified", "falsified_at_all")
    assert [the(report, name).outcome for name in names] == [NOT_MET, UNKNOWN]


def test_a_condition_is_attested_member_by_member_and_not_once_more_as_a_whole(
    toy: Policy,
    toy_with: Callable[..., Case],
    toy_unit: Callable[..., Organization],
    toy_attested: Callable[..., Attestation],
) -> None:
    """Unlike a ground: what was said of each goes before what was said of all."""
    units = tuple(toy_unit(n, kind=OrganizationKind.UNIVERSITY) for n in (1, 2, 3))
    words = [toy_attested("art4.s5", unit=u.key) for u in units]
    words.append(toy_attested("art4.s5", holds=False))
    case = evolve(toy_with(participants=units, agreement=None), attestations=tuple(words))
    finding = toy.check("formation", case, on=date(2026, 3, 2)).finding("art4.s5")
    assert finding is not None
    assert (finding.outcome, finding.outcomes, finding.decided_by) == (MET, (MET,) * 3, None)


def test_a_ground_is_not_attested_member_by_member() -> None:
    """It is there or not, once; a word about one member would count for nothing, and is refused."""
    with pytest.raises(InvalidInputError) as caught:
        asked(attestations=(said("art7.item2", unit=SECOND.key),))
    assert [fault.path for fault in caught.value.faults] == ["attestations[0].unit"]


@pytest.mark.parametrize(("n", "answer"), [(8, "met"), (9, "met"), (10, "open")])
def test_a_judgement_of_a_ground_counts_from_its_day_on(n: int, answer: str) -> None:
    """The day before, the day; not the day after. The finding names the word."""
    word = said("art7.item3", on=day(n))
    report = asked(attestations=(word,))
    assert report.answer.value == answer
    assert [f.decided_by for f in report.established] == ([word] if answer == "met" else [])


@pytest.mark.parametrize(("holding", "outcome"), [(None, JUDGE), (True, MET), (False, NOT_MET)])
def test_a_judgement_of_each_item_is_a_persons(holding: bool | None, outcome: Outcome) -> None:
    """Nobody has judged; it holds of all; it holds of none."""
    words = () if holding is None else (said("art7.item4", holds=holding),)
    record = Record(misconduct=(Misconduct(on=day(2)), Misconduct(on=day(3))), complete_to=day(31))
    report = asked(record=record, attestations=(*NOTHING_ELSE, *words))
    finding = the(report, "art7.item4")
    assert (finding.outcome, finding.outcomes) == (outcome, (outcome, outcome))


def test_of_no_item_there_is_nothing_to_judge() -> None:
    """The ground is not there."""
    assert asked().outcome("art7.item4") is NOT_MET


# --- an act that rests on grounds -------------------------------------------------------------


def decided(
    *cited: str, events: tuple[Event, ...] = (), policy: Policy = POLICY, **around: Any
) -> Decision:
    """Decide on the ninth about striking it off on the grounds cited."""
    given = Surroundings(**{**CLEAN, **around})
    act = struck_off(9, grounds=cited)
    return decide(policy, at(9, *ON_FILE, *events), act, day(9), given)


TWICE = (FIRST_RESULT, SECOND_RESULT)


@pytest.mark.parametrize(
    ("cited", "events", "around", "decision"),
    [
        (("art7.item1",), TWICE, {}, Granted),
        (("art7.item1",), (FIRST_RESULT,), {}, Refused),
        (("art7.item1", "art7.item3"), TWICE, {}, Granted),
        (("art7.item3", "art7.item1"), TWICE, {}, Granted),
        (("art7.item3",), TWICE, {}, Refused),
        (("art7.item3",), (), {"attestations": ()}, Deferred),
        (("art7.item2",), (), {"record": Record.unknown()}, Deferred),
        (("art7.item2",), (), {"record": recorded(GRAVE, complete=False)}, Granted),
        (("art7.item2",), (), {"record": recorded(THEIRS)}, Deferred),
        (("art7.item2",), (), {"record": recorded(SLIGHT)}, Refused),
        (("art4.s1",), TWICE, {}, Refused),
        (("art1.s1",), TWICE, {}, Refused),  # met, and no ground
        ((), TWICE, {}, Refused),
    ],
)
def test_an_act_rests_on_a_ground_it_cites_that_is_there(
    cited: tuple[str, ...],
    events: tuple[Event, ...],
    around: dict[str, Any],
    decision: type[object],
) -> None:
    """Established: granted. Open or unknown: it waits. Not there, or not cited: refused."""
    made = decided(*cited, events=events, **around)
    assert isinstance(made, decision)
    guard = {f.provision: f.outcome for f in made.report if f.provision == "art7.s2"}
    assert guard == {"art7.s2": {Granted: MET, Refused: NOT_MET}.get(decision, UNKNOWN)}


def test_an_act_that_does_not_say_what_it_cites_waits() -> None:
    """Though a ground is there: nothing happens by itself."""
    given = Surroundings(**CLEAN)
    stood = at(9, *ON_FILE, *TWICE)
    made = decide(POLICY, stood, struck_off(9, grounds=None), day(9), given)
    assert isinstance(made, Deferred)
    assert [f.provision for f in made.findings] == ["art7.s2"]


def shown(report: Report) -> list[tuple[str, Outcome]]:
    return [(f.provision, f.outcome) for f in report if f.norm.some]


@pytest.mark.parametrize(
    ("cited", "around", "expected"),
    [
        (("art7.item1",), {}, [("art7.item1", MET)]),
        (("art7.item3",), {}, [("art7.item1", MET), ("art7.item3", NOT_MET)]),
        ((), {"attestations": ()}, [("art7.item1", MET), ("art7.item3", JUDGE)]),
        ((), {"record": recorded(OLD)}, [("art7.item1", MET)]),
        (
            ("art7.item2",),
            {"record": recorded(OLD)},
            [("art7.item1", MET), ("art7.item2", NOT_MET), ("art7.item2", NONE)],
        ),
        (
            (),
            {"record": recorded(THEIRS, complete=False)},
            [("art7.item1", MET), ("art7.item2", UNKNOWN), ("art7.item2", JUDGE)],
        ),
    ],
)
def test_beside_an_act_stand_the_grounds_it_cites_and_those_that_may_be_there(
    cited: tuple[str, ...], around: dict[str, Any], expected: list[tuple[str, Outcome]]
) -> None:
    """They are shown and do not decide: what stands in the way is the guard alone."""
    made = decided(*cited, events=TWICE, **around)
    assert shown(made.report) == expected
    assert not any(f.norm.combines for f in made.report if f.norm.some)
    assert made.report.outcome("art1.s1") is None  # what sets the scene of grounds is none
    assert [f.provision for f in made.report.failed] == (
        [] if isinstance(made, Granted) else ["art7.s2"]
    )
    assert [f.provision for f in made.report.established] == ["art7.item1"]
    assert made.report.open == ()
    assert made.report.grounds is False


def test_an_act_without_grounds_shows_none() -> None:
    """Only the step that rests on them asks them."""
    stood = at(9, filed(1))
    made = decide(POLICY, stood, put_on_file(9), day(9), Surroundings(**CLEAN))
    assert (type(made), shown(made.report)) == (Granted, [])
    court = decide(POLICY, stood, ResultNotified(on=day(9)), day(9))
    assert isinstance(court, Refused)
    assert (court.outside, shown(court.report)) == (True, [])


def test_what_came_to_light_later_is_no_ground_for_an_act() -> None:
    """On record the day before, on the day; not the day after."""
    for n, decision in ((8, Granted), (9, Granted), (10, Refused)):
        record = recorded(evolve(GRAVE, on=day(n)))
        assert isinstance(decided("art7.item2", record=record), decision)


class Weight(Reading):
    """弄虚作假是否须严重？"""

    SERIOUS = ("a", "须", "yes")
    ANY = ("b", "不须", "no")


WEIGHT = question(
    "weight",
    Weight,
    default=Weight.SERIOUS,
    entry="Y02",
    provisions=("art7.item2",),
    reason="文字如此",
    reason_en="so it is worded",
)


@fact(each="falsification", reads="{}.serious")
def weighty(falsification: Falsification, *, weight: Weight) -> bool | None:
    """严重，或者不须严重。"""
    return True if weight is Weight.ANY else falsification.serious


@clause("art7.item2", each="falsification")
def weightily_falsified(weighty: Truth) -> Truth:
    """严重弄虚作假的。"""
    return holds(weighty)


def test_an_act_rests_on_the_readings_of_its_grounds() -> None:
    """Under the other reading the ground is there; either way the report names the reading."""
    inquiry = evolve(GROUNDS, conditions=(weightily_falsified,))
    policy = evolve(
        POLICY,
        readings=(WEIGHT,),
        facts=(*POLICY.facts, weighty),
        inquiries=(*MEASURES.inquiries, inquiry),
    )
    record = recorded(SLIGHT)
    for reading, decision in (("serious", Refused), ("any", Granted)):
        read = policy.with_readings(weight=reading)
        made = decided("art7.item2", policy=read, record=record, attestations=())
        assert isinstance(made, decision)
        assert [c.name for c in made.report.readings] == ["weight"]


def test_a_step_may_rest_on_an_inquiry_that_asks_nothing() -> None:
    """Then nothing is there that an act could rest on, and it waits."""
    bare = evolve(GROUNDS, conditions=(), context=())
    policy = evolve(POLICY, inquiries=(*MEASURES.inquiries, bare))
    made = decided("art7.item1", policy=policy, attestations=())
    assert isinstance(made, Deferred)
    assert shown(made.report) == []


def test_among_possible_acts_it_waits_for_what_it_will_cite() -> None:
    """The grounds that are there stand beside it."""
    given = Surroundings(**CLEAN)
    found = possible_acts(POLICY, at(9, *ON_FILE, *TWICE), day(9), given)
    (one,) = (p for p in found if p.step.name == "strike_off")
    assert isinstance(one.act, Ended)
    assert (one.standing, one.act.grounds) == (Standing.WAITING, None)
    assert [f.provision for f in one.because] == ["art7.s2"]
    assert shown(one.report) == [("art7.item1", MET)]


def test_an_audit_judges_a_recorded_act_by_the_grounds_there_were() -> None:
    """What was notified after it had been struck off heals nothing."""
    given = Surroundings(**CLEAN)
    act = struck_off(9, grounds=("art7.item1",))
    late = evolve(SECOND_RESULT, recorded_on=day(12))
    for events, standing in (((*TWICE, act), "allowed"), ((FIRST_RESULT, act, late), "refused")):
        audited = audit(POLICY, life(*ON_FILE, *events), day(20), given)
        assert [a.standing.value for a in audited if a.event is act] == [standing]


# --- a policy with grounds --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["zzz", "formation"])
def test_a_step_rests_on_an_inquiry_of_grounds(name: str) -> None:
    """Neither on one there is not nor on conditions."""
    steps = tuple(evolve(s, rests_on=name) if s is RESTING else s for s in POLICY.steps)
    fault = f"step strike_off rests on {name!r}, which is no inquiry of grounds"
    with pytest.raises(MalformedPolicyError, match=fault):
        evolve(POLICY, steps=steps)


def test_which_norms_are_grounds_stands_in_the_norms() -> None:
    """Those of the context are none, nor are those of other inquiries."""
    norms = {n.name: (n.some, n.combines) for n in POLICY.norms("grounds")}
    assert norms == {
        "some_members": (False, False),
        "twice_unqualified": (True, True),
        "seriously_falsified": (True, True),
        "may_be_more": (True, True),
        "art7.item3": (True, True),
        "art7.item4": (True, True),
    }
    assert not any(n.some for n in POLICY.norms("formation"))


# --- the law of it, asked of a case -----------------------------------------------------------

few = settings(max_examples=50, deadline=None)  # a case is asked each time
entries = st.lists(st.sampled_from([GRAVE, SLIGHT, UNSAID, THEIRS, OLD]), max_size=4)
SINGLE = {GRAVE: MET, SLIGHT: NOT_MET, UNSAID: UNKNOWN, THEIRS: JUDGE, OLD: NONE}


@few
@given(entries, st.booleans(), st.integers(0, 3), st.sampled_from([None, True, False]))
def test_an_inquiry_of_grounds_answers_by_the_best_of_them(
    found: list[Falsification], complete: bool, results: int, judged_: bool | None
) -> None:
    """Against what each part of the case comes to by itself."""
    events = [ResultNotified(on=day(3), year=2024 + n) for n in range(results)]
    words = () if judged_ is None else (said("art7.item3", holds=judged_),)
    report = asked(*events, record=recorded(*found, complete=complete), attestations=words)
    by_item = {
        "art7.item1": MET if results >= 2 else NOT_MET,
        "art7.item2": best([*(SINGLE[one] for one in found), NOT_MET if complete else UNKNOWN]),
        "art7.item3": {None: JUDGE, True: MET, False: NOT_MET}[judged_],
        "art7.item4": NOT_MET,
    }
    assert {p: report.outcome(p) for p in by_item} == by_item
    assert report.answer.value == ANSWERS[best(by_item.values())]
    assert {f.provision for f in report.established} == {p for p, o in by_item.items() if o is MET}


@few
@given(entries, entries, st.booleans())
def test_to_learn_of_more_never_takes_a_ground_away(
    found: list[Falsification], more: list[Falsification], complete: bool
) -> None:
    """What is there stays there, whatever else comes to light."""
    less = asked(record=recorded(*found, complete=complete))
    then = asked(record=recorded(*found, *more, complete=complete))
    if less.answer is Answer.MET:
        assert then.answer is Answer.MET
    order = [Answer.MET, Answer.OPEN, Answer.NOT_MET]
    assert order.index(then.answer) <= order.index(less.answer)


@pytest.mark.parametrize(("by", "outcome"), [("某局", MET), ("某院", UNKNOWN), ("某协会", UNKNOWN)])
def test_a_ground_may_name_whose_word_settles_it(by: str, outcome: Outcome) -> None:
    """Anybody else's word counts for nothing: it neither establishes it nor disputes it."""
    named = Clause(
        seriously_falsified.function, "art7.item2", each="falsification", attested=("某局",)
    )
    conditions = tuple(named if n is seriously_falsified else n for n in GROUNDS.conditions)
    inquiry = evolve(GROUNDS, conditions=conditions)
    inquiries = tuple(inquiry if i is GROUNDS else i for i in POLICY.inquiries)
    policy = evolve(POLICY, inquiries=inquiries)
    unsaid = recorded(UNSAID)
    report = asked(policy=policy, record=unsaid, attestations=(said("art7.item2", by=by),))
    assert the(report, "seriously_falsified").outcome is outcome
