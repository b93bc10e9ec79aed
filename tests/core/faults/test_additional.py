"""Every sentence in which a text that would be asked beside a policy is refused.

It may ask more and never less, and by its own provisions; whoever encodes it is told all that is in
the way of that, by the names it uses.
"""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve, frozen
from tests.toy_grounds import GROUNDS

from innov_consortium.core.additional import AdditionalClauses, additional_faults
from innov_consortium.core.clauses import clause, fact, judged
from innov_consortium.core.numbers import stated
from innov_consortium.core.periods import Window
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.words import Int, Truth, at_least, granted
from innov_consortium.errors import FaultKind, InvalidInputError, MalformedPolicyError

Faults = list[tuple[FaultKind, str, str, str]]

SORT = FaultKind.TYPE_ERROR

TABLE = """id\ttext\tgloss\tdisposition\twhere
east:art1.s1\t不少于五次。\tfive times or more\tclause\t
"""


@frozen(kw_only=True)
class Figures:
    """What the text states, one of it where it has no provision, one by a name that is taken."""

    fewest: int = stated(5, "east:art1.s1")
    failures: int = stated(3, "east:art9.s9")


@fact
def failed_run() -> int:
    """又一个。"""
    return 1


@fact(attested=bool)
def vouched() -> bool:
    """有人认定。"""
    return True


@clause("art1.item1")
def enough(failed_run: Int, *, fewest: int) -> Truth:
    """不少于五次。"""
    return at_least(failed_run, fewest)


@clause("east:art1.s1", displaces=lambda: (("art2.s1", "art2.s1"),))
def instead() -> Truth:
    """代替。"""
    return granted()


EAST = AdditionalClauses(
    name="east",
    instrument=Instrument(
        title="东区通知", gloss="Notice", status=Status.PUBLISHED, jurisdiction="970001"
    ),
    ledger=Ledger.read(TABLE),
    window=Window(),
    conditions=(),
)
NO_NAME = (
    FaultKind.INVALID_VALUE,
    "name",
    "应为小写字母、数字和连字符，以字母开头，如 east-2026",
    "must be lower case, figures and hyphens after a letter, such as east-2026",
)


def handed(path: str, wanted: str, got: str) -> tuple[FaultKind, str, str, str]:
    """Return what is said of something else handed in."""
    return SORT, path, f"请传入 {wanted}，而不是 {got}", f"hand in {wanted}, not {got}"


ODD: dict[str, tuple[dict[str, Any], Faults]] = {
    **{
        repr(name): ({"name": name}, [NO_NAME])
        for name in ("", "East", "1east", "east-", "-east", "east--1", "east_1", "east\n", 7)
    },
    "fields": (
        {"instrument": 1, "ledger": 2, "window": None, "conditions": [], "facts": []},
        [
            handed("instrument", "Instrument", "int"),
            handed("ledger", "Ledger", "int"),
            handed("window", "Window", "NoneType"),
            handed("conditions", "tuple", "list"),
            handed("facts", "tuple", "list"),
        ],
    ),
}


@pytest.mark.parametrize(("parts", "faults"), ODD.values(), ids=ODD)
def test_what_is_asked_beside_a_policy_is_of_its_sorts(
    parts: dict[str, Any], faults: Faults
) -> None:
    """What is of another sort would not be asked, and nobody would see that."""
    with pytest.raises(InvalidInputError) as caught:
        evolve(EAST, **parts)
    assert [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults] == faults


@pytest.mark.parametrize("name", ["e", "e1", "east-2026", "a-1-b"])
def test_a_name_of_letters_figures_and_hyphens_is_one(name: str) -> None:
    """From one letter on."""
    assert evolve(EAST, name=name).name == name


# --- what may not be added ------------------------------------------------------------------------


@clause("east:art1.s1")
def asked(failed_run: Int) -> Truth:
    """不少于一次。"""
    return at_least(failed_run, 1)


@fact
def day() -> int:
    """当日。"""
    return 1


@fact
def own() -> int:
    """自己的。"""
    return 1


@frozen(kw_only=True)
class Delisted:
    """A figure that bears the name of a reading."""

    delisted: int = stated(1, "east:art1.s1")


#: A second provision, whose name begins with another's.
WEST = Ledger.read(TABLE + "west:art1.s1\t其他。\tother\tclause\t\n")
GROUND = (
    "would be a ground of striking_off: what burdens is for the policy's own text, "
    "conditions alone can be added"
)
LESS = "would have norms of the policy give way: what is added may ask more, never less"
VOUCHED = (
    "is attested: what a body has to establish is asked under a provision, by a judgement or by a "
    "clause with attested=…"
)

REFUSED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "fact_of_the_policy": (
        {"facts": (failed_run,)},
        ["east: the name of its fact 'failed_run' is taken"],
    ),
    "fact_named_as_what_is_derived_from": (
        {"facts": (day,)},
        ["east: the name of its fact 'day' is taken"],
    ),
    "fact_twice": (
        {"facts": (own, own)},
        ["east: the name of its fact 'own' is taken"] * 2,
    ),
    "figure_of_the_policy": (
        {"numbers": Figures()},
        [
            "east: the name of its number 'failures' is taken",
            "east: failures cites 'east:art9.s9', which is not in its own ledger",
        ],
    ),
    "figure_named_as_a_reading": (
        {"numbers": Delisted()},
        ["east: the name of its number 'delisted' is taken"],
    ),
    "provision_of_the_policy": (
        {"conditions": (("coming_back", enough),)},
        ["east: enough cites 'art1.item1', which is not in its own ledger"],
    ),
    "no_such_inquiry": (
        {"conditions": (("coming_bak", asked), ("coming_bak", judged("east:art1.s1")))},
        [
            "east: policy 970000 has no inquiry 'coming_bak'; did you mean 'coming_back'?",
        ],
    ),
    "ground": ({"conditions": (("striking_off", asked),)}, [f"east: asked {GROUND}"]),
    "all_of_it": (
        {
            "facts": (day, vouched),
            "numbers": Delisted(),
            "ledger": WEST,
            "conditions": (("striking_off", instead), ("y", enough)),
        },
        [
            "east: the name of its fact 'day' is taken",
            "east: the name of its number 'delisted' is taken",
            "east: its provision 'west:art1.s1' does not begin with 'east:'",
            "east: enough cites 'art1.item1', which is not in its own ledger",
            "east: policy 970000 has no inquiry 'y'",
            f"east: instead {GROUND}",
            f"east: instead {LESS}",
            f"east: its fact 'vouched' {VOUCHED}",
        ],
    ),
}


@pytest.mark.parametrize(("parts", "said"), REFUSED.values(), ids=REFUSED)
def test_what_would_do_more_than_ask_for_more_is_not_added(
    parts: dict[str, Any], said: list[str]
) -> None:
    """Everything in the way is told, in one order, under the name of both."""
    added = evolve(EAST, **parts)
    assert additional_faults(GROUNDS, added) == said
    with pytest.raises(MalformedPolicyError) as caught:
        GROUNDS.with_additional(added)
    assert str(caught.value).splitlines() == ["east cannot be added to policy 970000:", *said]


def test_what_is_added_is_not_added_again() -> None:
    """Nor is anything else by its name; nothing further is told of it."""
    once: Policy = GROUNDS.with_additional(evolve(EAST, conditions=(("coming_back", asked),)))
    assert additional_faults(once, evolve(EAST, facts=(day,))) == ["east is added already"]
    assert additional_faults(once, evolve(EAST, name="west", ledger=Ledger.read(""))) == []


def test_a_norm_added_to_several_inquiries_is_asked_once() -> None:
    """In the order in which the text lists them, whatever the order of asking."""
    word = judged("east:art1.s1")
    listed = (("coming_back", asked), ("striking_off", word), ("striking_off", asked))
    added = evolve(EAST, conditions=listed)
    assert added.of("striking_off", "coming_back") == (asked, word)
    assert added.of("striking_off") == (word, asked)
    assert (added.of("nothing"), added.of()) == ((), ())


def test_a_text_without_figures_has_none() -> None:
    """Else they are told with their provisions, in the order they are written."""
    assert EAST.figures == ()
    told = [(n.name, n.value, n.provision) for n in evolve(EAST, numbers=Figures()).figures]
    assert told == [("fewest", 5, "east:art1.s1"), ("failures", 3, "east:art9.s9")]
