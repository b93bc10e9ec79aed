"""A later text does away with one that does not say so: over from that day on, and why is told."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date, datetime

import pytest
from attrs import evolve

from innov_consortium.core.case import Case
from innov_consortium.core.inquiries import InTime
from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.sources import ForceInTime, Repeal
from innov_consortium.core.turning import REPEALED
from innov_consortium.core.validity import Validity, validity_of
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange import load_report, unstructure_report
from innov_consortium.interchange.text import dumps
from innov_consortium.plugins import Catalogue, Offered
from innov_consortium.rendering import render

LAST, FIRST = date(2027, 12, 31), date(2028, 1, 1)
REPEAL = Repeal(on=FIRST, by="《虚构市联合体办法》（新）第九条", gloss="art. 9 of the new Measures")


def repealed(policy: Policy, repeal: Repeal = REPEAL) -> Policy:
    return evolve(policy, in_time=evolve(policy.in_time, repealed=repeal))


@pytest.mark.parametrize(
    ("day", "force", "answer"),
    [
        (LAST, ForceInTime.IN_FORCE, None),
        (FIRST, ForceInTime.EXPIRED, Answer.NO_BASIS),
        (date(2028, 1, 2), ForceInTime.EXPIRED, Answer.NO_BASIS),
    ],
)
def test_it_is_over_from_that_day_on(
    toy: Policy, toy_case: Case, day: date, force: ForceInTime, answer: Answer | None
) -> None:
    """Before, it answers as it did; its own last day is later."""
    alone, report = (p.check("formation", toy_case, on=day) for p in (toy, repealed(toy)))
    over = force is ForceInTime.EXPIRED

    assert report.in_force is force
    assert report.answer is (alone.answer if answer is None else answer)
    assert (Mark.REPEALED in report.marks) is over
    assert Mark.REPEALED not in alone.marks
    assert over or report.findings == alone.findings


def test_its_days_end_the_day_before(toy: Policy) -> None:
    """Of a text without an end, too; where the publication is unknown, nothing becomes certain."""
    published = date(2025, 1, 1)
    endless = evolve(toy, in_time=InTime(commencement=toy.in_time.commencement))

    for policy in (toy, endless):
        assert validity_of(repealed(policy)) == Validity(Window(published, LAST), certain=True)
    unpublished = evolve(toy, publication=None)
    assert validity_of(repealed(unpublished)) == Validity(Window(None, LAST), certain=False)
    assert repealed(unpublished).in_force(FIRST) is ForceInTime.EXPIRED


def test_one_repealed_before_it_began_never_is_in_force(toy: Policy) -> None:
    """On no day at all."""
    early = repealed(toy, evolve(REPEAL, on=date(2024, 6, 1)))
    assert validity_of(early) == Validity(None, certain=True)


def test_one_that_expired_before_stays_expired(toy: Policy) -> None:
    """The repeal changes nothing until its own day."""
    late = repealed(toy, evolve(REPEAL, on=date(2032, 1, 1)))
    found = [late.in_force(date(2031, month, 1)) for month in (1, 12)]
    assert set(found) == {ForceInTime.EXPIRED}


def test_two_editions_follow_one_another(toy: Policy, toy_build: Callable[..., Policy]) -> None:
    """Chosen by the day; without the repeal neither would be."""
    later = toy_build(in_time=InTime(commencement=toy.in_time.commencement))
    later = later.supposing_published(FIRST)
    found = Catalogue().register(repealed(toy), later)

    assert found.refused == ()
    for order in (found.offered, found.offered[::-1]):
        one = Catalogue(tuple(Offered(o.policy, "a") for o in order))
        assert one.select("990000", on=LAST) == repealed(toy)
        assert one.select("990000", on=FIRST) == later
    assert Catalogue().register(toy, later).offered == ()


def test_an_answer_turns_on_that_day(toy: Policy, toy_case: Case) -> None:
    """And the later text is named as the reason, in words, too."""
    report = repealed(toy).check("formation", toy_case, on=LAST)
    turn = report.turn

    assert turn is not None
    assert (turn.day, turn.answer) == (FIRST, Answer.NO_BASIS)
    assert [reason.what for reason in turn.reasons] == [REPEALED]
    assert REPEAL.by in "".join(render(report).split())
    assert REPEAL.gloss in " ".join(render(report, "en").split())


def test_a_report_says_by_what_it_was_repealed(toy: Policy, toy_case: Case) -> None:
    """And nothing of a period that was over; in JSON it is a mark."""
    report = repealed(toy).check("formation", toy_case, on=FIRST)
    chinese = "".join(render(report).split())
    english = " ".join(render(report, "en").split())

    assert "该文本自2028年1月1日起不再施行：《虚构市联合体办法》（新）第九条。" in chinese
    assert "有效期已经届满" not in chinese
    assert "From January 1, 2028 on the text is no longer in force" in english
    assert "expired" not in english
    stored = load_report(dumps(unstructure_report(report)))
    assert Mark.REPEALED in stored.marks


def test_it_is_a_value(toy: Policy) -> None:
    """It can be sent elsewhere with the policy; the day is a day."""
    policy = repealed(toy)
    assert pickle.loads(pickle.dumps(policy)) == policy  # noqa: S301 - our own
    assert policy != toy
    assert policy.edition == toy.edition
    with pytest.raises(InvalidInputError):
        Repeal(on=datetime(2028, 1, 1), by="x", gloss="x")  # noqa: DTZ001 - no day, on purpose
