"""Whether what happened was lawful when it was done, by what was known then."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import evolve
from tests.core.filings import (
    APPLICATION,
    MEASURES,
    THIRD,
    asked,
    day,
    filed,
    life,
    put_on_file,
    restored,
    reviewed,
    struck_off,
)

from innov_consortium.core.attestations import Attestation, Interpretation
from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Surroundings
from innov_consortium.core.clauses import judged
from innov_consortium.core.events import CallIssued, Corrected, Event
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.judging import ORDER
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.report import Answer
from innov_consortium.errors import InvalidInputError

MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
NOTHING = Surroundings()


def audited(
    *events: Event, n: int = 9, policy: Policy = MEASURES, given: Surroundings = NOTHING
) -> list[tuple[int, str]]:
    """Return how each act stands: its place in the history and its standing."""
    return [(a.index, a.standing.value) for a in audit(policy, life(*events), day(n), given)]


LAWFUL = (
    filed(1),
    put_on_file(2),
    asked(3),
    reviewed(3, agreed=False),
    asked(4),
    reviewed(5, agreed=True),
    struck_off(6, on_request=True),
    restored(7),
    asked(8),
)


def test_a_lawful_life_is_lawful_throughout() -> None:
    """From filing to a third request, after one was declined and one set aside."""
    assert audited(*LAWFUL) == [(n, "allowed") for n in range(len(LAWFUL))]


def test_each_act_that_lacked_something_says_what() -> None:
    """What follows on it is judged by where it led."""
    events = (put_on_file(2), asked(3, signatories=None), reviewed(4, agreed=True))
    found = audit(MEASURES, life(*events), day(9))
    assert [a.standing.value for a in found] == ["refused", "waiting", "allowed"]
    assert [f.values for f in found[0].because if f.norm.name == ORDER] == [("file", "start")]
    assert [f.provision for f in found[1].because] == ["art4.s3"]
    assert (found[2].because, found[2].event) == ((), events[2])


def test_an_act_without_a_step_is_outside_the_text() -> None:
    """It was recorded all the same, and nothing is said of whether it was lawful."""
    (found,) = audit(MEASURES, life(CallIssued(on=day(1))), day(1))
    assert (found.standing.value, found.report.answer) == ("outside", Answer.NO_BASIS)


@pytest.mark.parametrize(("n", "places"), [(2, [0]), (3, [0, 1]), (4, [0, 1, 2])])
def test_acts_are_judged_once_they_are_known(n: int, places: list[int]) -> None:
    """The day before it was recorded, the day, the day after."""
    events = (filed(1), put_on_file(2, recorded_on=day(3)), asked(4))
    assert [index for index, _ in audited(*events, n=n)] == places


def test_what_came_to_light_later_neither_heals_nor_spoils_an_act() -> None:
    """A filing recorded only after it was put on file does not help."""
    late = filed(1, recorded_on=day(5))
    assert audited(put_on_file(2), late) == [(0, "refused"), (1, "allowed")]
    healed = put_on_file(2, recorded_on=day(6))
    assert audited(late, healed) == [(0, "allowed"), (1, "allowed")]


# --- corrections ------------------------------------------------------------------------------


def test_what_was_corrected_is_judged_as_corrected_from_then_on() -> None:
    """The day before the correction, the day, the day after."""
    wrong, right = filed(1, id="a", by=THIRD.name), filed(1, id="a")
    events = (wrong, Corrected(on=day(5), of="a", instead=right))
    assert [audited(*events, n=n) for n in (4, 5, 6)] == [
        [(0, "refused")],
        [(1, "allowed")],
        [(1, "allowed")],
    ]


def test_what_stands_instead_is_judged_in_the_place_of_what_it_sets_right() -> None:
    """What followed on the same day was not there yet."""
    events = (filed(1, id="a", by=THIRD.name), put_on_file(1), asked(1))
    right = Corrected(on=day(5), of="a", instead=filed(1))
    assert audited(*events, right) == [(1, "allowed"), (2, "allowed"), (3, "allowed")]


def test_only_the_last_correction_is_judged_and_nothing_where_nothing_happened() -> None:
    """Of several events, each by its own last one."""
    events = (
        filed(1, id="a"),
        put_on_file(2, id="b"),
        Corrected(on=day(4), of="a", instead=filed(1, co_leads=frozenset())),
        Corrected(on=day(5), of="b", instead=put_on_file(3)),
        Corrected(on=day(6), of="a", instead=filed(2)),
        Corrected(on=day(7), of="b"),
    )
    assert audited(*events, n=3) == [(0, "allowed"), (1, "allowed")]
    assert audited(*events, n=4) == [(1, "allowed"), (2, "refused")]
    assert audited(*events, n=6) == [(3, "allowed"), (4, "allowed")]
    assert audited(*events, n=7) == [(4, "allowed")]


def test_what_really_happened_on_a_later_day_is_not_judged_on_an_earlier_one() -> None:
    """Nor is what it took the place of."""
    events = (filed(1, id="a"), Corrected(on=day(5), of="a", instead=filed(5)))
    assert [audited(*events, n=n) for n in (4, 5)] == [[(0, "allowed")], [(1, "allowed")]]


# --- what is known around it ------------------------------------------------------------------


@pytest.mark.parametrize(("n", "standing"), [(1, "allowed"), (2, "allowed"), (3, "waiting")])
def test_what_was_established_by_the_day_of_the_act_counts(n: int, standing: str) -> None:
    """The day before, the day; not the day after."""
    judging = Inquiry(name="formation", conditions=(judged("art5.s2"),))
    policy = evolve(MEASURES, inquiries=(judging,))
    given = Surroundings(attestations=(Attestation(what="art5.s2", by="某局", on=day(n)),))
    assert audited(filed(1), put_on_file(2), policy=policy, given=given)[1] == (1, standing)


class Order(Reading):
    """备案前须否退回？"""

    DIRECT = ("a", "不须", "no")
    BACK = ("b", "须", "yes")


def test_an_official_interpretation_governs_the_acts_from_its_day_on() -> None:
    """Under it what was lawful before may not be again."""
    order = question(
        "order",
        Order,
        default=Order.DIRECT,
        entry="Y01",
        provisions=("art2.s3",),
        reason="未作要求",
        reason_en="not required",
    )
    (filing,) = (s for s in MEASURES.steps if s.name == "file")
    rest = tuple(s for s in MEASURES.steps if s.name != "file")
    direct = evolve(filing, under=(("order", (Order.DIRECT,)),))
    back = evolve(filing, name="file_again", to="seen", under=(("order", (Order.BACK,)),))
    policy = evolve(
        MEASURES,
        steps=(direct, back, *rest),
        readings=(order,),
        interpreting_bodies=("虚构县办",),
    )
    word = Interpretation(reading="order", option="back", by="虚构县办", on=day(3))
    given = Surroundings(interpretations=(word,))
    for n, standing in ((2, "allowed"), (3, "refused"), (4, "refused")):
        found = audited(filed(1), put_on_file(n), policy=policy, given=given)
        assert found == [(0, "allowed"), (1, standing)]


def test_what_is_given_speaks_of_what_the_policy_knows() -> None:
    """And the day is a day."""
    odd = Surroundings(attestations=(Attestation(what="zzz", by="某局", on=day(1)),))
    for on, given, path in ((day(1), odd, "attestations[0].what"), (MOMENT, NOTHING, "on")):
        with pytest.raises(InvalidInputError) as caught:
            audit(MEASURES, life(filed(1)), on, given)
        assert [f.path for f in caught.value.faults] == [path]


def test_an_audit_does_not_depend_on_the_objects_events_are_kept_in() -> None:
    """The very same value may stand twice: the first recognises, the second cannot."""
    one = put_on_file(2)
    again = evolve(one)
    for second in (one, again):
        found = audited(filed(1, application=APPLICATION), one, second, asked(3))
        assert found == [(0, "allowed"), (1, "allowed"), (2, "refused"), (3, "allowed")]


@pytest.mark.parametrize(("hindsight", "standings"), [(False, ["refused"]), (True, ["allowed"])])
def test_with_hindsight_what_was_recorded_late_had_happened_all_the_same(
    *, hindsight: bool, standings: list[str]
) -> None:
    """Filed on the first and recorded on the fifth; put on file on the second."""
    history = life(put_on_file(2), filed(1, recorded_on=day(5)))
    found = audit(MEASURES, history, day(5), with_hindsight=hindsight)
    assert [a.standing.value for a in found if a.index == 0] == standings
    assert [a.standing.value for a in found if a.index == 1] == ["allowed"]


def test_hindsight_judges_what_was_corrected_as_corrected() -> None:
    """In the place of the wrong one."""
    wrong, right = filed(1, id="a", by=THIRD.name), filed(1, id="a")
    history = life(wrong, put_on_file(2), Corrected(on=day(5), of="a", instead=right))
    found = audit(MEASURES, history, day(5), with_hindsight=True)
    assert {a.index: a.standing.value for a in found} == {1: "allowed", 2: "allowed"}


def test_hindsight_tells_two_places_of_one_value_apart() -> None:
    """Asked, refused, and asked again by the very same value: both were in order."""
    again = asked(3)
    history = life(filed(1), put_on_file(2), again, reviewed(3, agreed=False), again)
    for hindsight in (False, True):
        found = audit(MEASURES, history, day(9), with_hindsight=hindsight)
        assert [a.standing.value for a in found] == ["allowed"] * 5
