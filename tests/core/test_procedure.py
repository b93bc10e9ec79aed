"""A procedure that does not hang together cannot be part of a policy."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve, frozen
from tests.core.filings import MEASURES
from tests.toy_filing import Returned

from innov_consortium.core.clauses import fact, items
from innov_consortium.core.consortium import Application
from innov_consortium.core.duties import Duty
from innov_consortium.core.events import Event
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.organizations import Organization
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.steps import Actor, Step
from innov_consortium.errors import MalformedPolicyError

STEPS = {step.name: step for step in MEASURES.steps}


def refused(**parts: Any) -> list[str]:
    """Return the faults of the filing measures with some parts exchanged."""
    with pytest.raises(MalformedPolicyError) as caught:
        evolve(MEASURES, **parts)
    return str(caught.value).split("\n")[1:]


def with_step(step: str, **parts: Any) -> list[str]:
    """Return the faults where one step is otherwise."""
    steps = tuple(evolve(s, **parts) if s.name == step else s for s in MEASURES.steps)
    return refused(steps=steps)


def test_steps_actors_and_duties_are_named_once_and_not_like_an_inquiry() -> None:
    """Every double is told."""
    duty = MEASURES.duties[0]
    assert refused(
        steps=(*MEASURES.steps, STEPS["return"]),
        actors=(*MEASURES.actors, Actor(role="office")),
        duties=(duty, duty),
    ) == [
        "step named twice: return",
        "actor named twice: office",
        "duty named twice: report_yearly",
    ]
    assert with_step("return", name="formation") == ["step formation has the name of an inquiry"]


def test_what_a_step_cites_asks_and_looks_at_must_exist() -> None:
    """Provision, actor, inquiry and field."""
    assert with_step(
        "return",
        provision="art9",
        actor="nobody",
        asks=("formation", "withdrawal"),
        where=(("colour", "red"), ("by", "某局")),
    ) == [
        "step return cites 'art9', which is not in the ledger",
        "step return names 'nobody', which is no actor",
        "step return asks 'withdrawal', which is no inquiry",
        "step return: Returned has no field 'colour'",
    ]


def test_a_duty_has_a_provision_and_those_it_binds() -> None:
    """Toward whom may be left open."""
    odd = Duty(name="odd", provision="art9", bearer="nobody", toward="no_one")
    assert refused(duties=(odd,)) == [
        "duty odd cites 'art9', which is not in the ledger",
        "duty odd names 'nobody', which is no actor",
        "duty odd names 'no_one', which is no actor",
    ]


def test_every_step_can_be_taken_one_day() -> None:
    """What nothing leads to is told with the stages it waits for; leading to itself is no help."""
    assert with_step("return", after=("seen", "heard")) == [
        "step return: nothing leads to seen, heard on the path life"
    ]
    assert with_step("decline", after=("declined",)) == [
        "step decline: nothing leads to declined on the path leave"
    ]


def without(*names: str) -> tuple[Step, ...]:
    return tuple(s for s in MEASURES.steps if s.name not in names)


def test_what_moves_the_phase_on_another_path_leads_the_life_on_too() -> None:
    """Being let go is an end that can be set aside; without any end nothing can."""
    assert evolve(MEASURES, steps=without("strike_off")).rows == without("strike_off")
    assert refused(steps=without("strike_off", "let_go")) == [
        "step restore: nothing leads to struck_off on the path life"
    ]


def test_a_stage_that_follows_of_itself_is_led_to() -> None:
    """After a window that a step opens."""
    opened = evolve(STEPS["file"], to="seen", then="filed")
    steps = tuple(opened if s.name == "file" else s for s in MEASURES.steps)
    assert evolve(MEASURES, steps=steps).rows[0].then == "filed"


def test_a_tag_is_taken_once_and_not_empty() -> None:
    """Neither a shared one nor one of its own."""

    @frozen(kw_only=True)
    class Stolen(Event):
        tag = "recognised"

    class Nameless(Event):
        pass

    assert refused(events=(*MEASURES.events, Returned, Stolen, Nameless)) == [
        "the tag '' of an event is taken, or empty",
        "the tag 'recognised' of an event is taken, or empty",
        "the tag 'returned' of an event is taken, or empty",
    ]


def test_what_a_register_and_duties_rest_on_are_facts_of_the_whole_case() -> None:
    """Neither unknown names nor facts of each member."""

    @items(path=str)
    def member(application: Application) -> tuple[Organization, ...]:
        return application.members

    @fact(each="member")
    def its_reports(member: Organization) -> tuple[Organization, ...]:
        return (member,)

    odd = evolve(MEASURES.duties[0], occasions="its_reports")
    assert refused(
        items=(member,),
        facts=(*MEASURES.facts, its_reports),
        duties=(odd,),
        engagements="its_reports",
        bars="barred",
    ) == [
        "duty report_yearly rests on 'its_reports', which is no fact of the whole case",
        "engagements rests on 'its_reports', which is no fact of the whole case",
        "bars rests on 'barred', which is no fact of the whole case",
    ]


def test_a_step_rests_on_grounds_and_asks_conditions() -> None:
    """Grounds asked as conditions would have to be there all together."""
    grounds = evolve(MEASURES.inquiry("formation"), name="grounds", grounds=True)
    inquiries = (*MEASURES.inquiries, grounds)
    for parts, fault in (
        (
            {"asks": ("grounds",)},
            "step return asks 'grounds', whose grounds it can only rest on: rests_on",
        ),
        (
            {"rests_on": "formation"},
            "step return rests on 'formation', which is no inquiry of grounds",
        ),
    ):
        steps = tuple(evolve(s, **parts) if s.name == "return" else s for s in MEASURES.steps)
        assert refused(inquiries=inquiries, steps=steps) == [fault]
    resting = evolve(STEPS["return"], rests_on="grounds")
    steps = tuple(resting if s.name == "return" else s for s in MEASURES.steps)
    assert resting in evolve(MEASURES, inquiries=inquiries, steps=steps).steps


def test_an_inquiry_a_step_asks_may_be_any() -> None:
    """The one it names."""
    more = Inquiry(name="withdrawal", conditions=MEASURES.inquiries[0].conditions)
    steps = (*without("agree"), evolve(STEPS["agree"], asks=("withdrawal",)))
    policy = evolve(MEASURES, inquiries=(*MEASURES.inquiries, more), steps=steps)
    assert policy.rows[-1].asks == ("withdrawal",)


class Order(Reading):
    """备案前须否退回？"""

    DIRECT = ("a", "不须", "no")
    BACK = ("b", "须", "yes")


class Other(Reading):
    """另一问？"""

    NO = ("a", "否", "no")


@pytest.mark.parametrize(
    ("under", "sound"),
    [
        ((("order", (Order.DIRECT,)),), True),
        ((("order", (Order.DIRECT, Order.BACK)),), True),
        ((("order", ()),), False),
        ((("order", (Order.DIRECT, Other.NO)),), False),
        ((("other", (Other.NO,)),), False),
    ],
)
def test_a_step_is_there_under_options_of_readings_the_policy_has(
    under: tuple[tuple[str, tuple[Reading, ...]], ...], *, sound: bool
) -> None:
    """One option or several, but neither none nor another question's."""
    order = question(
        "order",
        Order,
        default=Order.DIRECT,
        entry="Y01",
        provisions=("art2.s3",),
        reason="未作要求",
        reason_en="not required",
    )
    steps = (*without("return"), evolve(STEPS["return"], under=under))
    if sound:
        policy = evolve(MEASURES, steps=steps, readings=(order,))
        back = policy.with_readings(order="back")
        assert [s.name for s in policy.rows] == [s.name for s in steps]
        assert ("return" in [s.name for s in back.rows]) is (Order.BACK in under[0][1])
    else:
        fault = f"step return is there under {under[0][0]}, of which it names no option"
        assert refused(steps=steps, readings=(order,)) == [fault]
