"""Where a fact comes from and what rests on it."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.conftest import DRAFT
from tests.toy_filing import FILING
from tests.toy_grounds import GROUNDS

from innov_consortium.core.clauses import fact
from innov_consortium.core.policy import Policy
from innov_consortium.core.tracing import trace
from innov_consortium.errors import InvalidInputError


def resting(name: str, policy: Policy = DRAFT) -> set[tuple[str, str, str]]:
    return {(r.kind, r.of, r.name) for r in trace(policy, name).resting}


def test_a_fact_tells_its_place_what_it_is_derived_from_and_what_rests_on_it() -> None:
    found = trace(DRAFT, "participants")
    assert (found.kind, found.needs, found.settings) == ("fact", ("application",), ("counting",))
    assert found.where.rpartition(":")[0].endswith("conftest")
    assert found.where.rpartition(":")[2].isdigit()
    assert found.says == "参与单位数。"
    assert resting("participants") == {
        ("inquiry", "formation", name)
        for name in ("enough_participants", "enterprise_share", "many_join")
    }


def test_what_rests_on_a_fact_indirectly_rests_on_it() -> None:
    found = resting("leads", FILING)
    assert ("step", "file", "enough_leads") in found
    assert ("policy", "bars", "bars") in found


def test_a_figure_tells_its_provision_and_the_clauses_that_name_it() -> None:
    found = trace(DRAFT, "min_participants")
    assert (found.kind, found.provisions, found.says) == ("number", ("art2.s1",), "3 家")
    assert found.where.endswith("conftest:Numbers.min_participants")
    named = {name for _, _, name in resting("min_participants")}
    assert named == {"enough_participants", "many_join"}


def test_a_reading_rests_where_only_the_force_names_it() -> None:
    found = trace(DRAFT, "share_strength")
    assert (found.kind, found.provisions) == ("reading", ("art2.s2",))
    assert found.says.startswith("X03 ")
    assert resting("share_strength") == {("inquiry", "formation", "enterprise_share")}


def test_a_reading_rests_where_only_what_is_displaced_depends_on_it() -> None:
    assert resting("scope") == {("inquiry", "formation", "decided_otherwise")}


def test_a_sort_of_items_is_what_the_norms_asked_of_each_rest_on() -> None:
    found = trace(DRAFT, "partner")
    assert found.kind == "item"
    named = {name for _, _, name in resting("partner")}
    assert {"takes_part_at_most", "in_the_mainland", "any_trade"} <= named
    assert "enough_participants" not in named


def test_a_fact_a_duty_or_the_policy_itself_uses_is_rested_on_by_it() -> None:
    assert resting("bar_months", FILING) == {("policy", "bars", "bars")}
    kinds = {kind for kind, _, _ in resting("consortium", FILING)}
    assert kinds == {"inquiry", "step", "duty", "policy"}


def test_what_a_host_supplies_is_an_entity() -> None:
    found = trace(DRAFT, "special_case")
    assert (found.kind, found.where, found.needs) == ("entity", "", ())
    assert "decided_otherwise" in {name for _, _, name in resting("special_case")}
    assert found.used_by


@pytest.mark.parametrize("policy", [DRAFT, FILING, GROUNDS], ids=lambda p: p.code)
def test_on_a_fact_that_is_used_something_rests(policy: Policy) -> None:
    assert [f.name for f in policy.facts if not trace(policy, f.name).resting] == []


def test_on_a_fact_nobody_uses_nothing_rests() -> None:
    """It would be dead law, and is shown as such."""

    @fact
    def idle() -> bool:
        return True

    found = trace(evolve(FILING, facts=(*FILING.facts, idle)), "idle")
    assert (found.resting, found.used_by) == ((), ())


def test_a_name_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with pytest.raises(InvalidInputError, match="did you mean 'participants'"):
        trace(DRAFT, "particpants")


def test_a_policy_without_a_procedure_is_traced_as_well(toy: Policy) -> None:
    """No steps, no duties, nothing that may be finished after expiry."""
    found = trace(toy, toy.facts[0].name)
    assert {one.kind for one in found.resting} <= {"inquiry"}
