"""What is refused where something is asked: registers, duties, acts, words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.conftest import DRAFT, MET, PUBLISHED, attestation
from tests.toy_filing import FILING
from tests.toy_grounds import GROUNDS

from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.events import Ended, Filed, ResultNotified
from innov_consortium.core.history import History, replay
from innov_consortium.core.judging import usable
from innov_consortium.core.register import Register
from innov_consortium.core.registering import check_one_each, duties, register
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.wordlists import strange_words
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

TYPE, INVALID = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE
INCONSISTENT, DUPLICATE = FaultKind.INCONSISTENT, FaultKind.DUPLICATE
DAY = date(2026, 3, 2)
FIRST, LAST, NEXT = date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1)
TOY = DRAFT.supposing_published(PUBLISHED)
BLANK = ("不得为空，首尾不得有空白", "must not be empty nor begin or end with a blank")

Said = tuple[FaultKind, str, str, str]


def said(faults: list[Fault]) -> list[Said]:
    return [(f.kind, f.path, f.zh, f.en) for f in faults]


def refused(make: Callable[[], object]) -> list[Said]:
    with pytest.raises(InvalidInputError) as caught:
        make()
    return said(list(caught.value.faults))


def test_a_consortium_has_one_history() -> None:
    """Each that is not the first names the first; what is none is told before, alone."""
    named = [History(name, ()) for name in ("甲", "乙", "甲", "甲")]
    odd: Any = [*named, "甲"]
    assert refused(lambda: check_one_each(named)) == [
        (
            DUPLICATE,
            f"histories[{n}].consortium",
            "与 histories[0] 重复",
            "is that of histories[0], too",
        )
        for n in (2, 3)
    ]
    assert refused(lambda: check_one_each(odd)) == [
        (
            TYPE,
            "histories[4]",
            "请传入 History，而不是 str；JSON 请先用 structure_dossier 读入",
            "hand in History, not str; from JSON use structure_dossier",
        )
    ]
    check_one_each(named[:2])


def test_duties_are_asked_of_the_consortium_as_it_is_on_that_day() -> None:
    """Both days are told; of the day itself it is answered."""
    consortium = replay(History("C1", ()), DAY)
    assert refused(lambda: duties(FILING, consortium, FIRST)) == [
        (
            INCONSISTENT,
            "consortium.on",
            "是 2026-03-02 的，而所问之日是 2026-06-01",
            "is of 2026-03-02, but the day asked about is 2026-06-01",
        )
    ]
    assert duties(GROUNDS, consortium, DAY) == ()


def test_what_is_handed_in_is_of_its_sort() -> None:
    """All of it at once; what reads it from JSON is named, and what makes a case of a filing."""
    wrong: Any = "x"
    assert refused(lambda: register(wrong, wrong, DAY, wrong)) == [
        (TYPE, "policy", "请传入 Policy，而不是 str", "hand in Policy, not str"),
        (TYPE, "given", "请传入 Surroundings，而不是 str", "hand in Surroundings, not str"),
    ]
    application = MET.application
    readers = [f"structure_case {word} structure_dossier" for word in ("或", "or")]
    assert refused(
        lambda: check_sorts(
            a=(application, (Case, Dossier)), b=({}, (Case, Dossier)), c=([], Register)
        )
    ) == [
        (
            TYPE,
            "a",
            "请传入 Case 或 Dossier，而不是 Application：写作 Case(application=…)",
            "hand in Case or Dossier, not Application: write Case(application=…)",
        ),
        (
            TYPE,
            "b",
            f"请传入 Case 或 Dossier，而不是 dict；JSON 请先用 {readers[0]} 读入",
            f"hand in Case or Dossier, not dict; from JSON use {readers[1]}",
        ),
        (
            TYPE,
            "c",
            "请传入 Register，而不是 list；JSON 请先用 structure_register 读入",
            "hand in Register, not list; from JSON use structure_register",
        ),
    ]


def test_an_act_is_told_by_its_own_place() -> None:
    """Behind what is known around it; what the act is about may be attested."""
    given = Surroundings(attestations=(attestation("zzz"), attestation("art5.s1", item="zzz")))
    ended = Ended(on=DAY, grounds=("zzz",))
    paths = [f[1] for f in refused(lambda: usable(TOY, given, DAY, (), ended))]
    filed = Filed(on=DAY, application=evolve(MET.application, lists=frozenset({"b", "a"})))
    listing = evolve(TOY, vocabulary=(("lists", ("plan",)),))

    assert paths == ["attestations[0].what", "attestations[1].item", "act.grounds[0]"]
    assert [f[1] for f in refused(lambda: usable(listing, Surroundings(), DAY, (), filed))] == [
        "act.application.lists"
    ] * 2
    usable(TOY, Surroundings(), DAY, (), Filed(on=DAY, application=MET.application))


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        pytest.param(
            "lists",
            "；所列之外的写作 'other:zz'",
            "; what is not listed is written 'other:zz'",
            id="more may be said",
        ),
        pytest.param("grades", "；此外没有别的", ", and no others", id="nothing else"),
    ],
)
def test_a_word_that_no_text_lists(place: str, zh: str, en: str) -> None:
    """Those listed are told, and whether there may be others."""
    application = evolve(MET.application, lists=frozenset({"zz", "a"}))
    events = (("e", ResultNotified(on=DAY, grade="zz")),)
    words = strange_words(
        ((place, ("a", "b")),), (("application", application),), events, MET.record
    )
    path = "application.lists" if place == "lists" else "e.grade"
    assert said(list(words)) == [
        (
            INVALID,
            path,
            f"'zz' 不是所列的词；可用：a、b{zh}",
            f"'zz' is not a word listed; there are a, b{en}",
        )
    ]
