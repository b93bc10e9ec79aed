"""The catalogue: plugins are refused by name, policies chosen by code and day, never by order."""

from __future__ import annotations

import importlib.metadata
import itertools
import sys
from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve
from tests.core.test_additional import CALL, displacing

from innov_consortium import plugins
from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.inquiries import InTime
from innov_consortium.core.policy import Policy
from innov_consortium.errors import PolicyConflictError, PolicyNotFoundError
from innov_consortium.hooks import GROUP, PROJECT, hookimpl
from innov_consortium.plugins import Catalogue, Offered, Refused, catalogue, collect, instead

UNANSWERED = "it answers no hook: neither innov_policies nor innov_additional_clauses"

Plugin = tuple[str, str, Callable[[], Any]]


def plugin(name: str, answer: Callable[..., Any]) -> Plugin:
    """Return a plugin whose hook answers so."""
    module = ModuleType(name)
    vars(module)["innov_policies"] = hookimpl(answer)
    return (name, f"{name}-policies 1.0", lambda: module)


def raising(error: BaseException) -> Callable[[], Any]:
    def call() -> Any:
        raise error

    return call


def test_policies_are_offered_by_code_with_their_plugin(toy_draft: Policy) -> None:
    """In whatever order plugins are found."""
    other, third = evolve(toy_draft, code="880000"), evolve(toy_draft, code="990001")
    found = [
        plugin("b", lambda: (third,)),
        plugin("a", lambda: [toy_draft]),
        plugin("c", lambda: {other: None}),
    ]
    for order in itertools.permutations(found):
        offered = [(o.policy.code, o.plugin, o.distribution) for o in collect(order).offered]
        assert offered == [
            ("880000", "c", "c-policies 1.0"),
            ("990000", "a", "a-policies 1.0"),
            ("990001", "b", "b-policies 1.0"),
        ]


def test_a_plugin_may_offer_several_policies_or_none(toy_draft: Policy) -> None:
    """What it offers is taken once, from whatever can be walked through."""
    other = evolve(toy_draft, code="880000")
    found = collect([plugin("a", lambda: iter((toy_draft, other))), plugin("b", lambda: ())])
    assert (found.policies, found.refused) == ((other, toy_draft), ())


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (("x", "x 1", raising(ImportError("no module"))), "ImportError: no module"),
        (plugin("x", raising(ValueError("odd"))), "ValueError: odd"),
        (plugin("x", lambda: None), "innov_policies returned None where policies are wanted"),
        (("x", "x 1", lambda: ModuleType("x")), UNANSWERED),
        (
            plugin("x", lambda: ("990000", 3)),
            "innov_policies returned str, int where policies are wanted",
        ),
        (plugin("x", lambda: 3), "innov_policies returned int where policies are wanted"),
        (plugin("x", lambda: "990000"), "innov_policies returned str where policies are wanted"),
        (
            plugin("x", lambda: itertools.count(1)),
            "innov_policies returned int where policies are wanted",
        ),
    ],
)
def test_a_faulty_plugin_is_refused_by_name_and_the_others_go_on(
    toy_draft: Policy, broken: Plugin, reason: str
) -> None:
    """What cannot be loaded, what raises, what returns something else."""
    found = collect([broken, plugin("good", lambda: (toy_draft,))])
    assert found.policies == (toy_draft,)
    (refused,) = found.refused
    assert (refused.plugin, refused.distribution) == ("x", broken[1])
    assert refused.reason.startswith(reason)


def test_what_is_wrong_with_an_answer_is_told_at_its_place(toy_draft: Policy) -> None:
    """Of what kind, and where in what was returned; what has no end is read up to a limit."""
    answers: tuple[tuple[Callable[[], Any], list[tuple[str, str]]], ...] = (
        (lambda: None, [("type_error", "innov_policies")]),
        (lambda: 3, [("type_error", "innov_policies")]),
        (lambda: (toy_draft, "990000"), [("type_error", "innov_policies[1]")]),
        (lambda: itertools.repeat(toy_draft), [("limit_exceeded", "innov_policies")]),
        (raising(KeyError("odd")), [("invalid_value", "innov_policies")]),
    )
    for answer, wanted in answers:
        (refused,) = collect([plugin("x", answer)]).refused
        assert [(fault.kind.value, fault.path) for fault in refused.faults] == wanted


def test_a_hook_nobody_specified_is_refused() -> None:
    """A misspelt name is told, not passed over."""
    module = ModuleType("x")

    @hookimpl
    def innov_polices() -> tuple[Policy, ...]:
        return ()

    vars(module)["innov_polices"] = innov_polices
    (refused,) = collect([("x", "", lambda: module)]).refused
    assert refused.reason.startswith("PluginValidationError: unknown hook 'innov_polices'")


def test_an_argument_the_hook_does_not_pass_is_refused() -> None:
    """A hook takes what its specification says."""

    def innov_policies(day: date) -> tuple[date, ...]:
        return (day,)

    (refused,) = collect([plugin("x", innov_policies)]).refused
    assert refused.reason.startswith("PluginValidationError")


def test_an_interrupt_is_not_a_fault_of_a_plugin() -> None:
    """Who wants to stop the program stops it."""
    with pytest.raises(KeyboardInterrupt):
        collect([("x", "", raising(KeyboardInterrupt()))])


@pytest.mark.parametrize("name", ["990000", "CN-XX", "虚构市"])
def test_a_policy_is_selected_by_code_or_alias(toy_draft: Policy, name: str) -> None:
    """Whatever else is offered."""
    other = evolve(toy_draft, code="880000", aliases=())
    found = Catalogue((Offered(other, "a"), Offered(toy_draft, "b")))
    assert found.select(name) is toy_draft


@pytest.mark.parametrize("name", ["", "99", "cn-xx", "990000 ", "120000"])
def test_a_name_nobody_answers_to_is_not_found(toy_draft: Policy, name: str) -> None:
    """Nothing is folded or guessed; the codes and aliases there are are listed."""
    other = evolve(toy_draft, code="880000", aliases=())
    with pytest.raises(PolicyNotFoundError) as caught:
        Catalogue((Offered(other, "a"), Offered(toy_draft, "b"))).select(name)
    assert str(caught.value) == (
        f"没有 {name!r} 的政策 / no policy is installed for {name!r}; "
        "there are: 880000; 990000, CN-XX, 虚构市"
    )


def test_several_policies_of_one_region_are_a_conflict(toy_draft: Policy) -> None:
    """Order decides nothing; the titles and plugins are listed."""
    found = Catalogue((Offered(toy_draft, "a"), Offered(toy_draft, "b")))
    with pytest.raises(PolicyConflictError) as caught:
        found.select("990000")
    assert str(caught.value) == (
        "'990000' 对应多个政策；请指明日期（--on），或用 catalogue().without(插件名)"
        "（--without）排除其一"
        " / several policies answer to '990000': name the day (--on), or leave one"
        " out with catalogue().without(PLUGIN) (--without):\n"
        "  《虚构市联合体办法》 …2030-12-31? (a)\n"
        "  《虚构市联合体办法》 …2030-12-31? (b)"
    )


@pytest.fixture
def editions(toy_build: Callable[..., Policy], toy: Policy) -> tuple[Policy, Policy]:
    """An edition to 2030-12-31 and one without an end from 2030-12-31."""
    endless = toy_build(in_time=InTime(commencement=toy.in_time.commencement))
    return (toy, endless.supposing_published(date(2030, 12, 31)))


@pytest.mark.parametrize(("day", "expected"), [(date(2030, 12, 30), 0), (date(2031, 1, 1), 1)])
def test_of_several_editions_the_one_in_force_is_selected(
    editions: tuple[Policy, Policy], day: date, expected: int
) -> None:
    """Whichever was found first."""
    for order in itertools.permutations(editions):
        found = Catalogue(tuple(Offered(p, "a") for p in order))
        assert found.select("990000", on=day) is editions[expected]


@pytest.mark.parametrize("day", [None, date(2030, 12, 31)])
def test_several_editions_in_force_on_one_day_are_a_conflict(
    editions: tuple[Policy, Policy], day: date | None
) -> None:
    """As they are where no day is named."""
    found = Catalogue(tuple(Offered(p, "a") for p in editions))
    with pytest.raises(PolicyConflictError):
        found.select("990000", on=day)


def test_editions_none_of_which_is_in_force_are_a_conflict(toy: Policy) -> None:
    """The day does not tell them apart; neither is taken for want of a better one."""
    found = Catalogue((Offered(toy, "a"), Offered(toy, "b")))
    with pytest.raises(PolicyConflictError):
        found.select("990000", on=date(2024, 12, 31))


def test_a_lone_policy_is_selected_on_any_day(toy: Policy) -> None:
    """What it answers out of force is for it to say."""
    assert Catalogue((Offered(toy, "a"),)).select("990000", on=date(2031, 1, 1)) is toy


def test_an_edition_that_may_be_in_force_is_not_left_out(
    toy_draft: Policy, editions: tuple[Policy, Policy]
) -> None:
    """Unknown is not no."""
    found = Catalogue((Offered(toy_draft, "a"), Offered(editions[1], "b")))
    assert found.select("990000", on=date(2030, 12, 30)) is toy_draft


def test_a_host_brings_its_own_policy(toy: Policy, toy_draft: Policy) -> None:
    """The catalogue it was added to stays as it was."""
    refused = Refused("x", "x 1", "TypeError: odd")
    first = Catalogue((Offered(toy, "a"),), (refused,))
    other, third = evolve(toy, code="880000"), evolve(toy_draft, code="990001")
    second = first.register(third, plugin="mine").register(other)
    assert second.offered == (
        Offered(other, "registered"),
        Offered(toy, "a"),
        Offered(third, "mine"),
    )
    assert (first.policies, second.refused) == ((toy,), (refused,))


def test_a_region_in_force_twice_on_one_day_is_disputed(toy: Policy) -> None:
    """Both plugins are named, neither is chosen by order, and the others go on working."""
    other = evolve(toy, code="880000")
    found = [plugin("a", lambda: (toy,)), plugin("b", lambda: (toy, other))]
    for order in itertools.permutations(found):
        made = collect(order)
        assert [(o.policy.code, o.plugin) for o in made.offered] == [("880000", "b")]
        assert sorted(r.plugin for r in made.refused if r.disputes) == ["a", "b"]
        assert "2025-01-01…2030-12-31 (b · b-policies 1.0)" in made.refused[-2].reason + str(
            made.refused[-1].reason
        )
        with pytest.raises(PolicyConflictError, match="without") as caught:
            made.select("990000", on=date(2026, 3, 2))
        assert {"(a · a-policies 1.0)", "(b · b-policies 1.0)"} <= {
            line[line.rindex("(") :] for line in str(caught.value).splitlines()[1:]
        }


def test_a_stranger_does_not_take_over_a_region_by_being_certain(
    toy_draft: Policy, toy: Policy
) -> None:
    """A draft may be in force: another plugin's text for the same days is a dispute, too."""
    found = [plugin("own", lambda: (toy_draft,)), plugin("stranger", lambda: (toy,))]
    for order in itertools.permutations(found):
        made = collect(order)
        assert (made.offered, sorted(r.plugin for r in made.refused)) == ((), ["own", "stranger"])
        with pytest.raises(PolicyConflictError):
            made.select("990000", on=date(2026, 3, 2))


def test_of_one_plugin_what_is_known_comes_before_what_may_be(
    toy_draft: Policy, toy: Policy
) -> None:
    """A draft and the text published are editions of one region."""
    made = collect([plugin("own", lambda: (toy_draft, toy))])
    assert made.select("990000", on=date(2026, 3, 2)) is toy


def test_a_code_is_nobody_elses_alias(toy: Policy) -> None:
    """It is looked for among codes first; an alias that two regions claim is a conflict."""
    thief = evolve(toy, code="880000", aliases=("990000", "CN-XX"))
    made = collect([plugin("a", lambda: (toy,)), plugin("b", lambda: (thief,))])
    assert made.select("990000") == toy
    with pytest.raises(PolicyConflictError):
        made.select("CN-XX")


class Skipped(BaseException):
    """What no ``except Exception`` catches, as pytest's own."""


class Speechless(Exception):  # noqa: N818 - it stands for any
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    ("error", "reason"), [(Skipped("gone"), "Skipped: gone"), (Speechless(), "Speechless")]
)
def test_whatever_a_plugin_raises_stops_nobody_else(
    toy: Policy, error: BaseException, reason: str
) -> None:
    """Whether it can say what it is or not."""
    made = collect([("x", "", raising(error)), plugin("a", lambda: (toy,))])
    assert [(r.plugin, r.reason.partition(" (")[0]) for r in made.refused] == [("x", reason)]
    assert "test_plugins:" in made.refused[0].reason  # where it was raised
    assert made.policies == (toy,)


def test_what_was_registered_by_hand_stays(toy: Policy) -> None:
    """Whatever plugins come and go, also one of the same name."""
    other = evolve(toy, code="880000")
    _, _, load = plugin("x", lambda: (other,))
    made = Catalogue().register(toy, plugin="x").with_plugin(load(), "x").with_plugin(3, "odd")
    assert [p.code for p in made.policies] == ["880000", "990000"]


def test_a_host_settles_a_dispute_by_leaving_one_out(toy: Policy) -> None:
    """By the name of a plugin or of its distribution; nothing else is lost."""
    other = evolve(toy, code="880000")
    found = collect([plugin("a", lambda: (toy,)), plugin("b", lambda: (toy, other))])
    refused = collect([plugin("c", raising(ValueError("odd")))])

    without_b = found.without("b")
    assert [(o.policy.code, o.plugin) for o in without_b.offered] == [("990000", "a")]
    assert (without_b.refused, without_b.disputed) == ((), ())
    without_a = found.without("a-policies")
    assert without_a.select("990000") == toy
    assert [o.plugin for o in without_a.offered] == ["b", "b"]
    assert refused.without("c").refused == ()
    assert refused.without("x") == refused


def test_one_plugin_offering_a_region_twice_for_one_day_is_refused(
    editions: tuple[Policy, Policy],
) -> None:
    """Editions follow one another; the place and both texts are told."""
    (refused,) = collect([plugin("x", lambda: editions)]).refused
    assert [(f.kind.value, f.path) for f in refused.faults] == [("duplicate", "innov_policies[1]")]
    assert "2030-12-31…" in refused.reason

    following = editions[1].supposing_published(date(2031, 1, 1))
    assert collect([plugin("x", lambda: (editions[0], following))]).refused == ()


def adding(name: str, answer: Callable[..., Any]) -> Plugin:
    """Return a plugin that adds clauses to policies."""
    module = ModuleType(name)
    vars(module)["innov_additional_clauses"] = hookimpl(answer)
    return (name, f"{name}-clauses 1.0", lambda: module)


def call_of_2026(policy: Policy) -> tuple[AdditionalClauses, ...]:
    return (CALL,) if policy.code == "990000" else ()


def test_clauses_are_added_to_the_policies_they_are_meant_for(toy: Policy) -> None:
    """Of whatever plugin; each policy is shown to the hook as it is without them."""
    other = evolve(toy, code="880000")
    shown: list[tuple[str, int]] = []

    def answer(policy: Policy) -> tuple[AdditionalClauses, ...]:
        shown.append((policy.code, len(policy.additional)))
        return call_of_2026(policy)

    found = [plugin("a", lambda: (toy, other)), adding("district", answer)]
    for order in itertools.permutations(found):
        made = collect(order)
        assert made.refused == ()
        assert [(p.code, p.additional) for p in made.policies] == [
            ("880000", ()),
            ("990000", (CALL,)),
        ]
    assert set(shown) == {("880000", 0), ("990000", 0)}


RELAXING = evolve(CALL, conditions=(("formation", displacing),))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda: (RELAXING,), "may ask more, never less"),
        (lambda: None, "innov_additional_clauses returned None"),
        (lambda: (CALL, 3), "innov_additional_clauses returned int"),
        (lambda: (CALL, CALL), "call-2026 is added already"),
        (lambda policy: policy.nothing, "AttributeError"),
    ],
)
def test_a_plugin_that_would_relax_a_policy_is_refused_by_name(
    toy: Policy, answer: Callable[..., Any], said: str
) -> None:
    """The policy stays as it is, and so does what others ask beside it."""
    found = [plugin("a", lambda: (toy,)), adding("bad", answer), adding("good", call_of_2026)]
    for order in itertools.permutations(found):
        made = collect(order)
        assert [r.plugin for r in made.refused] == ["bad"]
        assert said in made.refused[0].reason
        assert [p.additional for p in made.policies] == [(CALL,)]


def test_a_plugin_refused_for_what_it_adds_offers_nothing(toy: Policy) -> None:
    """Half of a faulty plugin is not trusted."""
    module = ModuleType("x")
    vars(module)["innov_policies"] = hookimpl(lambda: (toy,))
    vars(module)["innov_additional_clauses"] = hookimpl(lambda: (RELAXING,))
    made = collect([("x", "", lambda: module)])
    assert (made.policies, [r.plugin for r in made.refused]) == ((), ["x"])


def test_clauses_of_one_name_by_two_plugins_are_refused(toy: Policy) -> None:
    """Their provisions could not be told apart; both are named."""
    found = [adding(name, call_of_2026) for name in "de"]
    made = collect([*found, plugin("a", lambda: (toy,))])
    assert [r.plugin for r in made.refused] == ["d", "e"]
    assert all("'call-2026' by several plugins: d, e" in r.reason for r in made.refused)
    assert made.policies == (toy,)
    assert [p.additional for p in made.without("e").policies] == [(CALL,)]
    assert made.without("e").refused == ()


def test_a_host_brings_a_module_of_its_own(toy: Policy) -> None:
    """It is asked both hooks, under the same contract; what was there is kept."""
    first = collect([plugin("a", lambda: (toy,))])
    _, _, load = adding("mine", call_of_2026)
    second = first.with_plugin(load(), "mine")
    assert [p.additional for p in second.policies] == [(CALL,)]
    assert first.policies == (toy,)
    third = second.with_plugin(3, "odd").without("mine")
    assert [r.plugin for r in third.refused] == ["odd"]
    assert third.policies == (toy,)
    kept = Catalogue((Offered(toy, "registered"),)).with_plugin(load(), "mine")
    assert kept.policies == (toy,)


def test_another_catalogue_stands_in_for_a_while(toy: Policy) -> None:
    """Inside the block alone, and whatever happens there."""
    with pytest.raises(KeyError), instead(Catalogue((Offered(toy, "a"),))):
        catalogue().policies[0].memo["nothing of that name"]
    assert "990000" not in {p.code for p in catalogue().policies}


def test_installed_plugins_are_found_once_and_none_is_refused() -> None:
    """The same catalogue however often it is asked for."""
    found = catalogue()
    assert (found.refused, catalogue() is found) == ((), True)
    assert "120000" in {p.code for p in found.policies}


def test_plugins_are_found_by_their_entry_points(
    toy_draft: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By name, with the distribution they come from, if any."""
    module = ModuleType("entered")
    vars(module)["innov_policies"] = hookimpl(lambda: (toy_draft,))
    monkeypatch.setitem(sys.modules, "entered", module)
    point = importlib.metadata.EntryPoint("toy", "entered", GROUP)
    asked = []

    def entry_points(*, group: str) -> list[importlib.metadata.EntryPoint]:
        asked.append(group)
        return [point]

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
    found = plugins._found.__wrapped__()
    assert (found.offered, asked) == ((Offered(toy_draft, "toy", ""),), ["innov_consortium"])


def test_the_distribution_of_an_installed_policy_is_named() -> None:
    """With its version."""
    version = importlib.metadata.version("innov-consortium")
    (tianjin,) = [o for o in catalogue().offered if o.policy.code == "120000"]
    assert (tianjin.plugin, tianjin.distribution) == ("tianjin", f"innov-consortium {version}")


def test_the_names_plugins_rely_on_do_not_change() -> None:
    """Third parties write them into their packages."""
    assert (GROUP, PROJECT) == ("innov_consortium", "innov_consortium")


def test_a_catalogue_is_a_value(toy: Policy) -> None:
    """Frozen and hashable, and so is what stands in it."""
    one = Catalogue((Offered(toy, "a"),), (Refused("x", "", "odd"),))
    assert hash(one) == hash(Catalogue((Offered(toy, "a"),), (Refused("x", "", "odd"),)))
    with pytest.raises(AttributeError):
        one.offered = ()  # type: ignore[misc]
