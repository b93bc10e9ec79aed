"""Force in time, official interpretations, marks, and the readings a report rests on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from attrs import evolve

from innov_consortium.core.attestations import Departure, Interpretation
from innov_consortium.core.case import Case
from innov_consortium.core.checking import force_in_time, interpreted, marks_of
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.inquiries import Coverage, InTime
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.sources import ForceInTime, Status

Build = Callable[..., Policy]

DAY = date(2026, 3, 2)
FIRST, LAST = date(2025, 1, 1), date(2030, 12, 31)
INTERPRETERS = "虚构市科技局会同财政局"


def interpretation(option: str, on: date = DAY, reading: str = "counting") -> Interpretation:
    return Interpretation(reading=reading, option=option, by=INTERPRETERS, on=on)


@pytest.fixture
def two(toy_case: Case) -> Case:
    """A case with one participant fewer than in principle wanted."""
    application = evolve(
        toy_case.application, participants=toy_case.application.participants[:2], agreement=None
    )
    return evolve(toy_case, application=application)


# --- force in time ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 12, 31), ForceInTime.NOT_YET),
        (date(2025, 1, 1), ForceInTime.IN_FORCE),
        (date(2025, 1, 2), ForceInTime.IN_FORCE),
        (date(2030, 12, 30), ForceInTime.IN_FORCE),
        (date(2030, 12, 31), ForceInTime.IN_FORCE),
        (date(2031, 1, 1), ForceInTime.EXPIRED),
    ],
)
def test_a_text_is_in_force_from_its_first_to_its_last_day(
    toy: Policy, toy_case: Case, day: date, expected: ForceInTime
) -> None:
    """Before, on and after either end; a report says the same."""
    report = toy.check("formation", toy_case, on=day)
    assert (toy.in_force(day), report.in_force, report.on) == (expected, expected, day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date.min, ForceInTime.UNKNOWN),
        (date(2030, 12, 31), ForceInTime.UNKNOWN),
        (date(2031, 1, 1), ForceInTime.EXPIRED),
    ],
)
def test_without_a_publication_nobody_knows_whether_it_has_begun(
    toy_draft: Policy, day: date, expected: ForceInTime
) -> None:
    """After its last day it is expired all the same."""
    assert toy_draft.in_force(day) is expected


def test_a_text_without_an_end_does_not_expire(toy_build: Build, toy: Policy) -> None:
    """On the last of all days it is in force."""
    endless = toy_build(in_time=InTime(commencement=toy.in_time.commencement))
    found = [
        endless.in_force(date.max),
        endless.supposing_published(FIRST).in_force(date.max),
        endless.supposing_published(date.max).in_force(FIRST),
    ]
    assert found == [ForceInTime.UNKNOWN, ForceInTime.IN_FORCE, ForceInTime.NOT_YET]


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2031, 1, 1)])
def test_out_of_force_there_is_no_basis(toy: Policy, toy_case: Case, day: date) -> None:
    """Nothing but force in time is asked; the readings are those it rests on."""
    report = toy.check("formation", toy_case, on=day)
    assert (report.answer, report.readings) == (Answer.NO_BASIS, ())
    assert [f.provision for f in report] == ["art9.s1", "art9.s2", "art9.s3"]


def test_while_it_is_unknown_every_norm_is_asked_all_the_same(
    toy_draft: Policy, toy: Policy, toy_case: Case
) -> None:
    """The answer is marked, the findings are those of a text in force."""
    drafted, supposed = (p.check("formation", toy_case, on=DAY) for p in (toy_draft, toy))
    assert drafted.answer is Answer.MET
    assert drafted.findings[:-3] == supposed.findings[:-3]
    assert [f.outcome for f in drafted.findings[-3:]] == [
        Outcome.UNKNOWN,
        Outcome.MET,
        Outcome.UNKNOWN,
    ]


# --- marks ------------------------------------------------------------------------------------


def marks(policy: Policy, case: Case) -> set[str]:
    return {m.value for m in policy.check("formation", case, on=DAY).marks}


def test_a_draft_is_marked_until_somebody_attests_its_publication(
    toy: Policy, toy_draft: Policy, toy_case: Case
) -> None:
    """A supposition leaves it a draft and says that it is one."""
    sha = toy_draft.ledger.text_sha256
    published = toy_draft.published(FIRST, document="虚构市公报", text_sha256=sha)
    assert [marks(p, toy_case) for p in (toy_draft, toy, published)] == [
        {"draft", "publication_unknown", "not_official"},
        {"draft", "supposed_publication", "not_official"},
        {"not_official"},
    ]


def test_a_published_text_is_no_draft(toy_build: Build, toy: Policy, toy_case: Case) -> None:
    """Even where the day is only supposed."""
    instrument = evolve(toy.instrument, status=Status.PUBLISHED)
    published = toy_build(instrument=instrument).supposing_published(FIRST)
    assert marks(published, toy_case) == {"supposed_publication", "not_official"}


def test_a_part_of_a_text_is_marked_so(toy_build: Build, toy_case: Case) -> None:
    """What is not encoded is not answered for."""
    partial = toy_build(coverage=Coverage.PARTIAL).supposing_published(FIRST)
    assert "partial" in marks(partial, toy_case)


def test_other_numbers_are_marked(toy: Policy, toy_case: Case) -> None:
    """Until they are again those of the text."""
    other = toy.with_numbers(min_participants=4)
    assert marks(other, toy_case) - marks(toy, toy_case) == {"other_numbers"}
    assert marks(other.with_numbers(min_participants=3), toy_case) == marks(toy, toy_case)
    assert other.check("formation", toy_case, on=DAY).outcome("art2.s1") is (
        Outcome.DEPARTS_FROM_PRINCIPLE
    )


def test_a_report_is_no_official_interpretation_until_every_reading_is_one(
    toy: Policy, toy_case: Case
) -> None:
    """One that is left to the library is enough for the mark."""
    official = tuple(
        interpretation(c.option.option, date(2026, 1, 1), c.name) for c in toy.readings
    )
    found = [
        Mark.NOT_OFFICIAL.value in marks(toy, evolve(toy_case, interpretations=official[:n]))
        for n in (0, len(official) - 1, len(official))
    ]
    assert found == [True, True, False]


# --- interpretations --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 3, 1), Outcome.MET),
        (date(2026, 3, 2), Outcome.MET),
        (date(2026, 3, 3), Outcome.DEPARTS_FROM_PRINCIPLE),
    ],
)
def test_an_interpretation_counts_from_its_day_on(
    toy: Policy, two: Case, on: date, expected: Outcome
) -> None:
    """The report names who settled the reading."""
    case = evolve(two, interpretations=(interpretation("together", on),))
    report = toy.check("formation", case, on=DAY)
    (counting,) = [c for c in report.readings if c.name == "counting"]
    assert report.outcome("art2.s1") is expected
    assert counting.official == (INTERPRETERS if expected is Outcome.MET else "")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_several_interpretations_the_last_one_holds(
    toy: Policy, two: Case, order: tuple[int, int]
) -> None:
    """In whatever order they are given."""
    said = (interpretation("together", date(2026, 1, 1)), interpretation("apart", DAY))
    case = evolve(two, interpretations=tuple(said[n] for n in order))
    assert toy.check("formation", case, on=DAY).outcome("art2.s1") is (
        Outcome.DEPARTS_FROM_PRINCIPLE
    )


def test_two_interpretations_of_one_day_that_disagree_do_not_depend_on_their_order(
    toy: Policy, two: Case
) -> None:
    """Whatever they come to: the order in which they are given is nobody's decision."""
    said = (interpretation("together"), interpretation("apart"))
    outcomes = {
        toy.check("formation", evolve(two, interpretations=given), on=DAY).outcome("art2.s1")
        for given in (said, said[::-1])
    }
    assert len(outcomes) == 1


def test_an_interpretation_goes_before_the_reading_asked_for(toy: Policy, two: Case) -> None:
    """A host may ask under another reading; what is settled is settled."""
    case = evolve(two, interpretations=(interpretation("apart"),))
    read = toy.with_readings(counting="together")
    outcomes = [read.check("formation", c, on=DAY).outcome("art2.s1") for c in (two, case)]
    assert outcomes == [Outcome.MET, Outcome.DEPARTS_FROM_PRINCIPLE]


def test_what_is_in_principle_by_interpretation_may_be_departed_from(
    toy: Policy, toy_case: Case
) -> None:
    """The approving body decides under the law as it is interpreted."""
    case = evolve(
        toy_case,
        interpretations=(interpretation("soft", date(2026, 1, 1), "share_strength"),),
        departures=(Departure(provision="art2.s2", by="虚构市科技局", on=DAY, reason="理由"),),
    )
    out_of_reach = toy.with_numbers(min_share=Fraction(2))
    report = out_of_reach.check("formation", case, on=DAY)
    assert report.outcome("art2.s2") is Outcome.ACCEPTED_DEPARTURE


def test_a_report_is_under_the_policy_as_interpreted(toy: Policy, two: Case) -> None:
    """Whoever asks it again finds the same readings; the policy asked stays as it was."""
    case = evolve(two, interpretations=(interpretation("together"),))
    report = toy.check("formation", case, on=DAY)
    again = toy.check("formation", case, on=DAY)
    assert report.policy is again.policy
    assert [c.official for c in report.policy.readings] == [INTERPRETERS, "", "", ""]
    assert [c.official for c in toy.readings] == [""] * 4


def test_a_report_names_the_readings_it_rests_on(toy: Policy, toy_case: Case) -> None:
    """Those of what was asked, in the order of the policy."""
    hard = toy.check("formation", toy_case, on=DAY)
    assert [c.name for c in hard.readings] == ["counting", "strength", "share_strength", "scope"]


def test_few_policies_settled_by_interpretations_are_kept(toy: Policy, toy_case: Case) -> None:
    """However many bodies a host names over the years, the policy does not grow with them."""
    for n in range(40):
        one = Interpretation(
            reading="counting", option="together", by=f"某局{n}", on=date(2025, 1, 2)
        )
        interpreted(toy, evolve(toy_case, interpretations=(one,)))
    assert 1 <= len(toy.memo["interpreted"]) <= 16


def test_what_is_said_of_a_day_is_kept_for_so_many_days_only(toy: Policy) -> None:
    """Whether it is in force and what marks it has; asked again it is the same, kept or not."""
    days = [FIRST + timedelta(n) for n in range(-1, 1100)]
    said = [(force_in_time(toy, day), marks_of(toy, day)) for day in days]
    assert 1 <= len(toy.memo["in_time"]) <= 1024
    assert 1 <= len(toy.memo["marks"]) <= 1024
    assert [(force_in_time(toy, day), marks_of(toy, day)) for day in days[:2]] == said[:2]
    assert [in_time[0] for in_time, _ in said[:2]] == [ForceInTime.NOT_YET, ForceInTime.IN_FORCE]


def test_what_is_said_of_a_day_is_not_kept_for_another_publication(toy: Policy) -> None:
    """What is kept is kept with the policy it is said of."""
    assert toy.in_force(FIRST) is ForceInTime.IN_FORCE
    later = toy.supposing_published(FIRST + timedelta(1))
    assert (later.in_force(FIRST), toy.in_force(FIRST)) == (
        ForceInTime.NOT_YET,
        ForceInTime.IN_FORCE,
    )
