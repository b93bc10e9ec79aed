"""What reports, comparisons and traces say beyond the answer: of what, by which wording, and why.

Each is asked for by somebody who acts on it: which readings a judgement of an act rested on, which
day moved an answer, what a figure is.
"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.conftest import DRAFT, LEAD, MET, PUBLISHED, attestation, unit
from tests.core.filings import at, day, filed, put_on_file, reviewed
from tests.toy_filing import FILING
from tests.toy_grounds import GROUNDS, TWICE

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.attestations import SpecialCase
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.clauses import Outcome, judged
from innov_consortium.core.comparing import compare
from innov_consortium.core.consortium import Agreement
from innov_consortium.core.decide import decide
from innov_consortium.core.events import Ended
from innov_consortium.core.history import replay
from innov_consortium.core.organizations import Organization, OrganizationKind
from innov_consortium.core.periods import Window
from innov_consortium.core.reforms import Reform
from innov_consortium.core.report import Answer
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.tracing import trace
from innov_consortium.core.turning import REFORM_BEGINS, Reason
from innov_consortium.errors import InvalidInputError

DAY, JUNE = date(2026, 3, 2), date(2026, 6, 1)
TOY = DRAFT.supposing_published(PUBLISHED)
BUREAU = "虚构市科技局"
SPECIAL = SpecialCase(ground="art6.s1", determined_by=BUREAU, determined_on=DAY, elected=True)


def institute(number: int) -> Organization:
    """Return a made-up research institution."""
    return unit(number, kind=OrganizationKind.RESEARCH_INSTITUTION)


#: Half of them enterprises, but not half of them and the lead.
HALF = (unit(1), unit(2), institute(3), institute(4))


def of_half(special: SpecialCase | None = None) -> Case:
    """Return the case in which just half of the participants are enterprises."""
    signed = Agreement(signed_on=DAY, signatories=frozenset(u.key for u in (LEAD, *HALF)))
    application = evolve(MET.application, participants=HALF, agreement=signed)
    return evolve(MET, application=application, special_case=special)


def test_a_norm_that_gives_way_meets_the_reading_by_which_it_does() -> None:
    """Neither counting the lead nor a narrow special case refuses anybody; the two together do."""
    case = of_half(SPECIAL)
    told = evolve(case, attestations=(*case.attestations, attestation("art5.s6")))
    report = TOY.check("formation", told, on=DAY)
    assert report.answer is Answer.MET
    found = {frozenset(c.option.option for c in h.read): h for h in TOY.hinges(report).of_answer}
    assert frozenset({"together"}) not in found
    assert frozenset({"narrow"}) not in found
    both = found[frozenset({"together", "narrow"})]
    assert both.answer is Answer.NOT_MET
    assert [f.clause for f in both.findings if f.outcomes[1] is Outcome.NOT_MET] == [
        "enterprise_share"
    ]


CALL = AdditionalClauses(
    name="call-2026",
    instrument=Instrument(
        title="虚构市二〇二六年申报通知",
        gloss="A Call of Nowhere",
        status=Status.PUBLISHED,
        jurisdiction="990000",
    ),
    ledger=Ledger.read(
        "id\ttext\tgloss\tdisposition\twhere\n"
        "call-2026:art1.s1\t本次申报须经推荐。\trecommended\tjudgement\t\n"
    ),
    window=Window(JUNE, None),
    conditions=(("formation", judged("call-2026:art1.s1")),),
)


def test_no_window_is_the_reason_of_a_turn_once_an_application_is_filed() -> None:
    """It was filed before the call, so that only the reform of that day can move the answer."""
    counted = Reform(name="牵头单位计入", readings={"counting": "together"}, first=JUNE)
    policy = TOY.with_additional(CALL).reformed(counted)
    turn = policy.check("formation", of_half(), on=DAY).turn
    assert turn is not None
    assert (turn.day, turn.answer, turn.provisions) == (JUNE, Answer.NOT_MET, ("art2.s2",))
    assert turn.reasons == (Reason(JUNE, "art2.s1", REFORM_BEGINS),)


def test_a_judgement_of_every_item_at_once_concerns_those_it_is_about() -> None:
    """Said of all, it is said of each; unsaid it is open for each; others it does not concern."""
    silent = tuple(a for a in MET.attestations if a.what != "art4.s2")
    refused = (*silent, attestation("art4.s2", holds=False))
    for attested, expected in (
        (MET.attestations, Outcome.MET),
        (silent, Outcome.NEEDS_JUDGEMENT),
        (refused, Outcome.NOT_MET),
    ):
        report = TOY.check("formation", evolve(of_half(), attestations=attested), on=DAY)
        (finding,) = (f for f in report.findings if f.provision == "art4.s2")
        assert finding.outcomes == (*[expected] * 2, *[Outcome.NOT_APPLICABLE] * 2)


def test_a_judgement_of_whatever_there_is_concerns_every_item() -> None:
    """Where nothing says whom it concerns, it concerns all of them."""
    conditions = (judged("art4.s5", each="partner"),)
    policy = evolve(TOY, inquiries=(evolve(DRAFT.inquiries[0], conditions=conditions, context=()),))
    for attested, expected in (
        ((attestation("art4.s5"),), Outcome.MET),
        ((attestation("art4.s5", unit=unit(1).key),), Outcome.NEEDS_JUDGEMENT),
    ):
        report = policy.check("formation", evolve(MET, attestations=attested), on=DAY)
        (finding,) = (f for f in report.findings if f.provision == "art4.s5")
        assert finding.outcomes == (Outcome.MET, expected, expected)


# --- of acts --------------------------------------------------------------------------------------


def test_an_act_that_may_be_two_steps_has_no_basis_before_the_text_begins() -> None:
    """Which of them it is, is asked only where the text has anything to say."""
    before = at(4, filed(1), put_on_file(2))
    act = reviewed(4, agreed=None)
    answers = {}
    for published in (day(1), day(5)):
        policy = FILING.supposing_published(published)
        report = decide(policy, before, act, day(4)).report
        answers[published.day] = (report.answer, [f.norm.name for f in report.findings])
    assert answers[1][0] is Answer.OPEN
    assert "step_variant" in answers[1][1]
    assert answers[5][0] is Answer.NO_BASIS
    assert "step_variant" not in answers[5][1]


def test_a_report_about_an_act_tells_the_readings_it_rests_on_and_its_marks() -> None:
    """Whoever strikes a consortium off has to know by which reading a ground is there."""
    on = date(2029, 3, 1)
    consortium = replay(evolve(TWICE, events=TWICE.events[:1]), on)
    act = Ended(on=on, on_request=False, grounds=("art1.item2",))
    report = decide(GROUNDS, consortium, act, on).report
    assert [c.name for c in report.readings] == ["delisted"]
    asked = GROUNDS.check("striking_off", Dossier(history=TWICE), on=date(2029, 2, 1))
    assert report.marks == asked.marks != ()


# --- side by side, and where things come from -----------------------------------------------------


def test_that_days_differ_is_told_by_the_days_alone() -> None:
    """Of a clause that looks at the day nothing but the day differs: no fact is told."""
    dossier = Dossier(history=TWICE)
    reports = [
        GROUNDS.check("coming_back", dossier, on=d) for d in (date(2031, 2, 28), date(2031, 3, 1))
    ]
    (one,) = (f for f in compare(*reports).findings if f.clause == "not_barred")
    assert one.outcomes == (Outcome.NOT_MET, Outcome.MET)
    assert one.facts == ()


def test_reports_of_two_texts_are_refused_with_what_may_differ() -> None:
    """The sentence goes on to say under what reports of one text can be compared."""
    other = evolve(TOY, code="980000")
    reports = [p.check("formation", MET, on=DAY) for p in (TOY, other)]
    with pytest.raises(InvalidInputError) as caught:
        compare(*reports)
    (fault,) = caught.value.faults
    assert fault.en == (
        f"{other.edition} is another text than {TOY.edition}; only reports of one text can be"
        " compared, under whatever readings, numbers and publication"
    )
    assert fault.zh == (
        f"{other.edition} 与 {TOY.edition} 不是同一文本；只能比较同一文本的报告，"
        "其解释、数字、公布日期可以不同"
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [("min_members", "3 家"), ("report_month", "3"), ("bar_months", "6 个月")],
)
def test_a_figure_is_told_with_its_unit_and_without_a_blank_where_it_has_none(
    name: str, says: str
) -> None:
    """As it is printed."""
    assert trace(FILING, name).says == says


def test_a_reading_is_told_by_its_entry_and_its_question() -> None:
    """The entry alone would send everybody to the collection of readings."""
    assert trace(GROUNDS, "delisted").says == "X01 已经移出名单的，是否仍属于“被列入”？"
