"""On which readings the answers of the Measures hinge."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from attrs import evolve

from innov_consortium.core.attestations import Interpretation
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.hinges import Hinges
from innov_consortium.core.report import Answer, Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import load_case, load_dossier
from innov_consortium.policies.tianjin import TIANJIN

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
    after = LAW.check("formation", case_of("complete"), on=date(2030, 4, 11))
    assert LAW.hinges(after).answer_stands


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
