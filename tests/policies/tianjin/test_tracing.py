"""Where a fact of the Measures comes from and what rests on it."""

from __future__ import annotations

import pytest

from innov_consortium.core.tracing import trace
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin import TIANJIN


def resting(name: str) -> set[tuple[str, str, str]]:
    return {(r.kind, r.of, r.name) for r in trace(TIANJIN, name).resting}


def test_a_fact_tells_its_place_what_it_is_derived_from_and_what_rests_on_it() -> None:
    found = trace(TIANJIN, "participants")
    assert (found.kind, found.needs, found.settings) == ("fact", ("units",), ("lead_counts",))
    assert found.where.rpartition(":")[0].endswith("facts_composition")
    assert found.where.rpartition(":")[2].isdigit()
    assert found.says == "参与单位总数：是否含牵头单位见 B01。"
    assert resting("participants") == {("inquiry", "formation", "enough_participants")}


def test_what_rests_on_a_fact_indirectly_rests_on_it() -> None:
    assert ("inquiry", "formation", "enterprise_share") in resting("units")


def test_a_figure_tells_its_provision_and_the_clause_that_names_it() -> None:
    found = trace(TIANJIN, "min_participants")
    assert (found.kind, found.provisions, found.says) == ("number", ("art5.item3.s2c",), "6 家")
    assert found.where.endswith("numbers:Numbers.min_participants")
    assert ("inquiry", "formation", "enough_participants") in resting("min_participants")
    assert ("inquiry", "formation", "enterprise_share") not in resting("min_participants")


def test_a_reading_rests_where_only_the_force_names_it() -> None:
    found = trace(TIANJIN, "share_force")
    assert (found.kind, found.provisions) == ("reading", ("art5.item3.s2d",))
    assert found.says.startswith("B03 ")
    assert resting("share_force") == {("inquiry", "formation", "enterprise_share")}


def test_a_reading_rests_where_only_what_is_displaced_depends_on_it() -> None:
    names = {name for _, _, name in resting("case_by_case_scope")}
    assert "organised_case_by_case" in names


def test_a_sort_of_items_is_what_the_norms_asked_of_each_rest_on() -> None:
    found = trace(TIANJIN, "participant")
    assert found.kind == "item"
    assert ("inquiry", "formation", "participates_at_most") in resting("participant")


def test_a_fact_a_duty_or_the_policy_itself_uses_is_rested_on_by_it() -> None:
    assert ("policy", "bars", "bars") in resting("bar_years")
    kinds = {kind for kind, _, _ in resting("consortium")}
    assert kinds == {"inquiry", "step", "duty", "policy"}


def test_what_a_host_supplies_is_an_entity() -> None:
    found = trace(TIANJIN, "special_case")
    assert (found.kind, found.where, found.needs) == ("entity", "", ())
    assert "key_support_determined" in {name for _, _, name in resting("special_case")}
    assert found.used_by


def test_every_fact_is_rested_on_by_something() -> None:
    """A fact nothing rests on would be dead law."""
    dead = {f.name for f in TIANJIN.facts if not trace(TIANJIN, f.name).resting}
    assert dead == set()


def test_a_name_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with pytest.raises(InvalidInputError, match="did you mean 'participants'"):
        trace(TIANJIN, "particpants")
