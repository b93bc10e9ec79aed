"""On which readings the answers of the Measures hinge."""

from __future__ import annotations

import pickle
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from innov_consortium.core.attestations import Interpretation
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.events import Ended, Filed, Recognised
from innov_consortium.core.hinges import Hinges
from innov_consortium.core.history import History
from innov_consortium.core.register import Register
from innov_consortium.core.registering import register
from innov_consortium.core.report import Answer, Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import load_case, load_dossier
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.rendering import render

EXAMPLES = Path(__file__).parents[3] / "examples"
LAW = TIANJIN.supposing_published(date(2025, 4, 11))
ON = date(2026, 3, 2)


def case_of(name: str) -> Case:
    return load_case((EXAMPLES / f"{name}.json").read_bytes())


def life_of(name: str) -> Dossier:
    return load_dossier((EXAMPLES / "histories" / f"{name}.json").read_bytes(), LAW)


def read_as(hinges: Hinges) -> set[tuple[tuple[str, str], ...]]:
    return {tuple((c.name, c.option.option) for c in h.read) for h in hinges.of_answer}


def test_five_participants_hinge_on_whether_the_lead_is_counted() -> None:
    report = LAW.check("formation", case_of("one-participant-short"), on=ON)
    hinges = LAW.hinges(report)
    assert report.answer is Answer.OPEN
    assert (("lead_counts", "included"),) in read_as(hinges)
    (lead,) = (h for h in hinges.single if h.read[0].name == "lead_counts")
    assert lead.answer is Answer.MET
    (altered,) = (d for d in lead.findings if d.provision == "art5.item3.s2c")
    assert altered.outcomes == (Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.MET)


def test_a_complete_application_hinges_only_on_the_basis_of_cooperation() -> None:
    report = LAW.check("formation", case_of("complete"), on=ON)
    hinges = LAW.hinges(report)
    assert read_as(hinges) == {(("cooperation_basis", "all"),)}
    assert not hinges.answer_stands


def test_what_two_readings_alter_together_and_neither_alone_is_found() -> None:
    report = LAW.check("formation", case_of("complete"), on=ON)
    (pair,) = LAW.hinges(report).pairs
    assert {(c.name, c.option.option) for c in pair.read} == {
        ("share_force", "in_principle"),
        ("principle", "recommendation"),
    }
    assert [d.provision for d in pair.findings] == ["art5.item3.s2d"]
    assert not pair.alters_answer


def test_an_official_interpretation_is_not_taken_otherwise() -> None:
    said = Interpretation(
        reading="cooperation_basis",
        option="any",
        by="市科技局会同市工业和信息化局、市知识产权局、市财政局",
        on=date(2026, 1, 5),
        document="津科释〔2026〕示例1号",
    )
    case = evolve(case_of("complete"), interpretations=(said,))
    hinges = LAW.hinges(LAW.check("formation", case, on=ON))
    assert [c.name for c in hinges.official] == ["cooperation_basis"]
    assert hinges.answer_stands
    before = LAW.hinges(LAW.check("formation", case, on=date(2026, 1, 4)))
    assert not before.official


def test_the_last_day_hinges_on_whether_it_is_included() -> None:
    for day, stands in ((date(2030, 4, 9), True), (date(2030, 4, 10), False)):
        report = LAW.check("formation", case_of("complete"), on=day)
        found = read_as(LAW.hinges(report))
        assert ((("last_day", "excluded"),) in found) is not stands


def test_after_the_last_day_it_hinges_on_whether_what_is_pending_is_finished() -> None:
    """A05: what was filed on the last day may be decided under it; what was later may not."""
    last, after = date(2030, 4, 10), date(2030, 4, 11)
    finished = (("on_expiry", "pending_finished"),)
    for filed_on, hinges in ((date(2030, 4, 9), True), (last, True), (after, False), (None, False)):
        case = case_of("complete")
        filed = evolve(case, application=evolve(case.application, filed_on=filed_on))
        report = LAW.check("formation", filed, on=after)
        assert report.answer is Answer.NO_BASIS
        found = read_as(LAW.hinges(report))
        assert (finished in found) is hinges
        assert ((*finished, ("last_day", "excluded")) in found) is False


CASES = [
    ("formation", "one-participant-short", ON),
    ("support_amount", "evaluations-to-revocation", date(2028, 5, 1)),
    ("procedure", "call-to-withdrawal", date(2026, 5, 12)),
    ("project_eligibility", "evaluations-to-revocation", date(2029, 12, 11)),
]


@pytest.mark.parametrize(("inquiry", "name", "day"), CASES)
def test_it_is_what_asking_every_pair_finds(inquiry: str, name: str, day: date) -> None:
    """Only pairs that meet in a norm are asked together; the rest is put together."""
    of_a_life = inquiry != "formation"
    case = life_of(name) if of_a_life else case_of(name)
    report = LAW.check(inquiry, case, on=day)
    hinges = LAW.hinges(report)
    assert report.again is not None
    ways = [(c.name, o) for c in report.readings for o in c.question.options if o is not c.option]
    alone = {w: report.again.read(dict([w])) for w in ways}
    pairs = [(a, b) for a, b in combinations(ways, 2) if a[0] != b[0]]
    assert hinges.ways == (len(ways), len(pairs))
    single = {o for (_, o), then in alone.items() if said(then) != said(report)}
    assert {h.read[0].option for h in hinges.single} == single
    found = {tuple(c.option for c in h.read): h for h in hinges.pairs}
    for a, b in pairs:
        then = report.again.read(dict([a, b]))
        singly = (report, alone[a], alone[b])
        answers = {one.answer for one in singly}
        known = set().union(*(said(one) for one in singly))
        expected = then.answer not in answers or bool(said(then) - known)
        assert ((a[1], b[1]) in found) is expected
        if expected:
            assert found[a[1], b[1]].alters_answer is (then.answer not in answers)


def said(report: Report) -> frozenset[object]:
    keys = {(n.provision, n.name) for n in LAW.norms(report.inquiry)}
    found = {(f.provision, f.norm.name): (f.outcome, f.outcomes) for f in report.findings}
    outcomes = {(key, found.get(key)) for key in {*keys, *found}}
    return frozenset({*outcomes, report.answer})


def test_what_is_not_asked_any_more_is_another_finding() -> None:
    report = LAW.check("formation", case_of("complete"), on=ON)
    (mere,) = (h for h in LAW.hinges(report).single if h.read[0].option.option == "recommendation")
    assert [d.after for d in mere.findings] == [None, None, None]


def test_a_report_of_an_act_is_refused() -> None:
    report = evolve(LAW.check("formation", case_of("complete"), on=ON), again=None)
    with pytest.raises(InvalidInputError, match="about an act"):
        LAW.hinges(report)


def test_a_report_of_another_text_is_refused() -> None:
    first, *others = TIANJIN.ledger.provisions
    other = evolve(TIANJIN, ledger=type(TIANJIN.ledger)((evolve(first, text="另一办法"), *others)))
    report = LAW.check("formation", case_of("complete"), on=ON)
    with pytest.raises(InvalidInputError, match=r"report\.policy"):
        other.hinges(report)


def test_it_is_asked_under_the_readings_and_numbers_of_the_report() -> None:
    """The policy that is asked need not be the one the report was made with."""
    read = LAW.with_readings(cooperation_basis="all").with_numbers(min_participants=9)
    report = read.check("formation", case_of("complete"), on=ON)
    assert report.answer is Answer.NOT_MET
    found = read_as(TIANJIN.hinges(report))
    assert (("cooperation_basis", "any"),) in found


# --- a register folded from histories ---------------------------------------------------------

REVOKED_ON = date(2026, 6, 12)


def ended(**said: Any) -> History:
    """Return the history of a consortium whose lead led from 2025 on and lost the status."""
    lead = COMPLETE.application.lead
    end = Ended(
        on=REVOKED_ON,
        by="市科技局",
        document="津科撤〔2026〕1号",
        on_request=False,
        grounds=("art11.item7",),
    )
    return History(
        consortium="C1",
        events=(
            Filed(
                on=date(2025, 9, 1),
                by=lead.name,
                application=evolve(COMPLETE.application, filed_on=date(2025, 9, 1)),
            ),
            Recognised(on=date(2025, 12, 1), by="市科技局", document="津科批〔2025〕1号"),
            evolve(end, **said),
        ),
    )


COMPLETE = case_of("complete")


def admissibility(history: History, on: date, **readings: str) -> tuple[Report, Hinges]:
    report = admissible(history, on, **readings)
    return report, report.policy.hinges(report)


def admissible(history: History, on: date, **readings: str) -> Report:
    policy = LAW.with_readings(**readings)
    known = register(policy, [history], on, complete_to=on)
    application = evolve(COMPLETE.application, filed_on=on)
    case = evolve(COMPLETE, application=application, register=known)
    return policy.check("admissibility", case, on=on)


def test_a_register_folded_from_histories_is_folded_under_each_reading() -> None:
    """E04: the last day of the three years is free if the first day is counted."""
    last = date(2029, 6, 12)
    report, hinges = admissibility(ended(), last)
    assert report.answer is Answer.NOT_MET
    assert (("bar_counting", "counted"),) in read_as(hinges)
    read, _ = admissibility(ended(), last, bar_counting="counted")
    assert read.answer is Answer.MET
    for day in (date(2029, 6, 11), date(2029, 6, 13)):
        _, sure = admissibility(ended(), day)
        assert (("bar_counting", "counted"),) not in read_as(sure)


def test_a_voluntary_end_hinges_on_whether_it_bars() -> None:
    """E03."""
    history = ended(on_request=True, grounds=("art11.item4",))
    report, hinges = admissibility(history, date(2027, 1, 10))
    assert report.answer is Answer.NOT_MET
    assert (("bar_after_voluntary", "fault_only"),) in read_as(hinges)


def test_every_reading_that_alters_the_answer_of_a_fresh_case_is_found() -> None:
    """The case is made anew under every reading there is, its register too."""
    last = date(2029, 6, 12)
    report, hinges = admissibility(ended(), last)
    altering = set()
    for choice in LAW.readings:
        for option in choice.question.options:
            if option is choice.option:
                continue
            then = admissible(ended(), last, **{choice.name: option.option})
            if then.answer is not report.answer:
                altering.add(((choice.name, option.option),))
    assert {read for read in read_as(hinges) if len(read) == 1} == altering


def test_a_register_handed_in_is_told_and_not_taken_otherwise() -> None:
    """Nobody can tell under which readings it was made."""
    on = date(2029, 6, 12)
    folded = register(LAW, [ended()], on, complete_to=on)
    handed_in = Register(folded.engagements, folded.complete_to, folded.bars)
    case = evolve(
        COMPLETE, application=evolve(COMPLETE.application, filed_on=on), register=handed_in
    )
    report = LAW.check("admissibility", case, on=on)
    hinges = LAW.hinges(report)
    assert hinges.answer_stands
    assert "bar_counting" in {c.name for c in hinges.handed_in}
    said = "".join(render(report, hinges=hinges).split())
    assert "登记簿是交入的" in said
    assert "各条款的结果也都不变" not in said
    assert LAW.hinges(LAW.check("admissibility", evolve(case, register=folded), on=on)).single


def test_what_a_register_was_folded_from_is_no_part_of_it() -> None:
    on = date(2029, 6, 12)
    folded = register(LAW, [ended()], on, complete_to=on)
    plain = Register(folded.engagements, folded.complete_to, folded.bars)
    assert (folded, hash(folded)) == (plain, hash(plain))
    assert pickle.loads(pickle.dumps(folded)) == folded  # noqa: S301 - our own
    assert "folding" not in repr(folded)


def test_without_a_basis_that_is_said() -> None:
    report = LAW.check("formation", COMPLETE, on=date(2030, 4, 11))
    said = "".join(render(report, hinges=LAW.hinges(report)).split())
    assert "所问之日没有依据" in said
