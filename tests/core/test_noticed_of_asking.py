"""What a mutation run changed in asking, comparing and tracing unnoticed: each is held here."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.core.filings import MEASURES, day, filed, life, put_on_file

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.clauses import clause, fact
from innov_consortium.core.comparing import Differing, compare
from innov_consortium.core.comparisons import Compared, Comparison, comparisons_of
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Repeal
from innov_consortium.core.tracing import Resting, trace
from innov_consortium.core.turning import REPEALED, Reason
from innov_consortium.core.words import Int, Truth, at_least, both, either, holds, not_

REPEALED_ON = date(2026, 6, 1)
REPEAL = Repeal(on=REPEALED_ON, by="《新办法》第九条", gloss="art. 9 of the new Measures")


@pytest.mark.parametrize("events", [(filed(1),), (filed(1), put_on_file(2))])
def test_a_history_asked_as_an_application_tells_when_the_text_is_done_away_with(
    events: tuple[Event, ...],
) -> None:
    """By the provision it is in force by: the later text is none of its own."""
    in_time = evolve(MEASURES.in_time, repealed=REPEAL)
    policy = evolve(MEASURES, in_time=in_time)
    report = policy.check("formation", Dossier(history=life(*events)), on=day(3))

    assert report.turn is not None
    assert report.turn.reasons == (Reason(REPEALED_ON, "art6.s1", REPEALED),)


def test_of_the_facts_of_a_norm_only_those_are_told_that_differ(
    toy: Policy, toy_case: Case
) -> None:
    """Two of three are enterprises instead of three: how many take part is the same."""
    application = toy_case.application
    assert application is not None
    first, *others = application.participants
    institute = evolve(first, kind=OrganizationKind.RESEARCH_INSTITUTION)
    changed = evolve(toy_case, application=evolve(application, participants=(institute, *others)))
    reports = [toy.check("formation", c, on=date(2026, 3, 2)) for c in (toy_case, changed)]
    facts: dict[str, tuple[Differing[Any], ...]] = {
        f.provision: f.facts for f in compare(*reports).findings
    }
    assert [d.name for d in facts["art2.s2"]] == ["enterprises"]


# --- what a clause compares -------------------------------------------------------------------


@clause("art1.s1")
def at_odds(first: Int, second: Int) -> Truth:
    return either(not_(at_least(second, first)), at_least(second, first))


@clause("art1.s1")
def at_odds_otherwise(first: Int, second: Int) -> Truth:
    return both(at_least(second, first), not_(at_least(second, first)))


@clause("art1.s1")
def with_itself(first: Int) -> Truth:
    return at_least(first, first)


def test_of_two_facts_compared_in_both_senses_the_one_not_negated_is_told() -> None:
    """Though they are turned round, so that the first that the clause names comes first."""
    told = Comparison("first", Compared.AT_MOST, other="second")
    for one in (at_odds, at_odds_otherwise):
        assert comparisons_of(one, {}) == (told,)


def test_a_fact_compared_with_itself_is_told_as_it_is_written() -> None:
    """None comes before the other, so that nothing is turned round."""
    told = Comparison("first", Compared.AT_LEAST, other="first")
    assert comparisons_of(with_itself, {}) == (told,)


# --- what a policy is asked about itself ------------------------------------------------------


@fact
def begun_in_time(consortium: Consortium | None) -> bool:
    """已在有效期内开始。"""
    return consortium is not None


@clause("art2.s4")
def finished_afterwards(begun_in_time: Truth) -> Truth:
    """已开始的可以办完。"""
    return holds(begun_in_time)


def test_what_lets_a_matter_be_finished_rests_on_facts_like_any_norm() -> None:
    """It is traced to the question whether the text is in force."""
    in_time = evolve(MEASURES.in_time, pending=finished_afterwards)
    policy = evolve(MEASURES, in_time=in_time, facts=(*MEASURES.facts, begun_in_time))
    found = trace(policy, "begun_in_time").resting
    assert found == (Resting("inquiry", "in_force", "art2.s4", "finished_afterwards"),)


def test_where_a_text_was_published_is_kept_with_the_day(toy_draft: Policy) -> None:
    """On somebody's word, and the word is in that document."""
    ledger = toy_draft.ledger
    for sha in (ledger.enacted_sha256, ledger.text_sha256):
        policy = toy_draft.published(date(2026, 1, 1), document="公报第一期", text_sha256=sha)
        assert policy.publication is not None
        assert policy.publication.document == "公报第一期"
