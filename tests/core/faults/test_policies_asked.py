"""What a policy refuses to be asked or to become, and what has no truth value: each sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from attrs import evolve
from tests.conftest import DRAFT, MET, PUBLISHED
from tests.toy_grounds import GROUNDS

from innov_consortium.core.case import Dossier
from innov_consortium.core.events import Filed, Recognised
from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer
from innov_consortium.core.tracing import trace
from innov_consortium.core.words import Term, both, not_, only_if
from innov_consortium.errors import FaultKind, InvalidInputError

DAY, END = date(2026, 3, 2), date(2030, 12, 31)
TOY = DRAFT.supposing_published(PUBLISHED)
INVALID, INCONSISTENT = FaultKind.INVALID_VALUE, FaultKind.INCONSISTENT
BLANK = ("不得为空，首尾不得有空白", "must not be empty nor begin or end with a blank")

Said = tuple[FaultKind, str, str, str]


def refused(make: Callable[[], object]) -> list[Said]:
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults]


def not_there(inquiry: str, of: str) -> Said:
    zh = f"“{inquiry}”以 {of} 为对象，所问之日须已提供"
    return (INVALID, of, zh, f"{inquiry} is asked of {of}, which is not there on that day")


def test_what_an_inquiry_is_asked_of_is_there_on_that_day() -> None:
    """A history of no application, one filed later, and an application where a history is asked."""
    filed = Filed(on=DAY, application=MET.application)
    late, before = Dossier(history=History("C1", (filed,))), DAY - timedelta(1)
    none = Dossier(history=History("C1", (Recognised(on=DAY),)))

    assert refused(lambda: TOY.check("formation", none, on=DAY)) == [
        not_there("formation", "application")
    ]
    assert refused(lambda: TOY.check("formation", late, on=before)) == [
        not_there("formation", "application")
    ]
    assert TOY.check("formation", late, on=DAY).inquiry == "formation"
    assert refused(lambda: GROUNDS.check("coming_back", MET, on=DAY))[:1] == [
        not_there("coming_back", "history")
    ]


def test_a_text_published_is_this_one_and_names_its_document() -> None:
    """Both faults are told together, before the day is looked at."""
    zh = "公布的文本与本库所载不是同一文本；公布文本有改动时须作为新版本另行编制"
    en = "the text published is not the text encoded here; it needs an edition of its own"
    late = END + timedelta(1)
    assert refused(lambda: DRAFT.published(late, document="", text_sha256="0")) == [
        (INVALID, "document", *BLANK),
        (INCONSISTENT, "text_sha256", zh, en),
    ]


def test_no_text_is_published_after_its_last_day() -> None:
    """On that day it may be, on somebody's word or as a supposition."""
    sha, late = DRAFT.ledger.text_sha256, END + timedelta(1)
    expected = [
        (
            INCONSISTENT,
            "published_on",
            "公布日 2031-01-01 晚于有效期届满日",
            "published on 2031-01-01, after the last day of its validity",
        )
    ]
    assert refused(lambda: DRAFT.supposing_published(late)) == expected
    assert refused(lambda: DRAFT.published(late, document="报", text_sha256=sha)) == expected
    publication = DRAFT.published(END, document="报", text_sha256=sha).publication
    assert publication is not None
    assert (publication.day, publication.supposed, publication.document) == (END, False, "报")
    assert publication.enacted


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        pytest.param(
            lambda policy: policy.inquiry("zzz"),
            "policy 990000 has no inquiry 'zzz'; there are: formation, other",
            id="inquiry",
        ),
        pytest.param(
            lambda policy: policy.actor("zzz"),
            "policy 990000 has no actor 'zzz'",
            id="actor",
        ),
        pytest.param(
            lambda policy: policy.instrument_of("zzz"),
            "nothing named 'zzz' is asked beside policy 990000",
            id="text beside it",
        ),
    ],
)
def test_what_a_policy_has_not(ask: Callable[[Policy], object], expected: str) -> None:
    """Of inquiries those there are, are listed."""
    other = evolve(DRAFT.inquiries[0], name="other")
    with pytest.raises(LookupError) as caught:
        ask(evolve(DRAFT, inquiries=(*DRAFT.inquiries, other)))
    assert caught.value.args == (expected,)
    assert DRAFT.instrument_of("") is DRAFT.instrument


def test_what_nothing_of_a_policy_is_called() -> None:
    """Facts, figures, readings and what a host supplies are suggested alike."""
    meant = {"participant": "participants", "lits": "lists", "scop": "scope", "regster": "register"}
    for name, close in meant.items():
        ((kind, path, zh, _),) = refused(partial(trace, TOY, name))
        assert (kind, path) == (INVALID, "fact")
        assert zh == f"没有名为 {name!r} 的事实、数字或解释；是否指 {close!r}？"


def test_what_has_no_truth_value_says_so() -> None:
    """And what to use in its place."""
    truths: list[tuple[Callable[[], object], str]] = [
        (
            lambda: bool(Answer.MET),
            "an Answer has no truth value; compare it: answer is Answer.MET",
        ),
        (
            lambda: bool(only_if(True, True)),
            "a Ruling has no truth value; it is settled into an Outcome",
        ),
        (
            lambda: bool(Term()),
            "a Term has no truth value; combine terms with both, either and not_",
        ),
        (lambda: Term() == 1, "a Term is not compared with ==; use the words of statutes"),
        (lambda: not_(1), "a test is True, False, None or a Term, not 1"),  # type: ignore[arg-type]
        (
            lambda: both(only_if(None, True), True),
            "both joins tests and left_open; say only_if around it, not inside",
        ),
    ]
    for make, expected in truths:
        with pytest.raises(TypeError) as caught:
            make()
        assert str(caught.value) == expected
