"""The workload for the engines that compute variables of entities: OpenFisca-core and its fork.

Applications are groups of members. Every rule is a variable with a formula over whole arrays; what
is asked of all members is counted (``sum`` of those that fail), because ``all`` of these engines
goes over the places in a group one by one and is slower. A whole population is put into a new
simulation, and every variable is computed once.

Twice each: from the two tables, as their documentation has it, which is what the others start from;
and from arrays laid out beforehand as their holders keep them, past what checks and arranges them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from attrs import frozen
from benchmarks.formation17 import rules
from benchmarks.formation17.answering import failing_rules
from benchmarks.formation17.peers.entity_formulas import (
    COUNTS,
    MEMBER_FORMULAS,
    RULE_FORMULAS,
    Formula,
    qualified,
)
from benchmarks.formation17.rules import RULES

__all__ = ["Core", "EntityRules", "LaidOut"]

_YEAR = "2028"  # the workload knows no periods: everything is said of one


@frozen
class Core:
    """What is needed of an engine.

    Args:
        variable: The class of variables.
        enum: The class of enumerations.
        enum_array: The class of arrays of one.
        single: The class of single entities.
        group: The class of groups.
        system: The class of systems of variables.
        builder: The class that builds simulations.
        yearly: What says that a variable is defined for years.
    """

    variable: Any
    enum: Any
    enum_array: Any
    single: Any
    group: Any
    system: Any
    builder: Any
    yearly: Any


class EntityRules:
    """Arrays in, an array for each rule out."""

    name = ""
    packages: tuple[str, ...] = ()
    offenders_of = rules.OF_MEMBERS

    def core(self) -> Core:
        """Return what is needed of the engine."""
        raise NotImplementedError

    def load(self, applications: Path, members: Path, _cases: Path) -> None:
        """Read the two tables, and declare the variables."""
        self.engine = core = self.core()
        self.applications, self.members = pl.read_parquet(applications), pl.read_parquet(members)
        self.enums = {
            name: core.enum(name.title().replace("_", ""), {word: word for word in words})
            for name, words in {"lead_kind": rules.LEAD_KINDS, "kind": rules.KINDS}.items()
        }
        self.system = self._system()

    def run(self) -> dict[str, np.ndarray[Any, Any]]:
        """Judge every application: a new population, what is given, every variable."""
        return self.computed(self.populated())

    def populated(self) -> Any:
        """Return a simulation with what stands in the tables, as the documentation has it."""
        builder = self.engine.builder()
        builder.create_entities(self.system)
        of = self.members["application"].to_numpy()
        builder.declare_person_entity("member", np.arange(of.size))
        groups = builder.declare_entity("application", self.applications["application"].to_numpy())
        builder.join_with_persons(groups, of, np.zeros(of.size, dtype=np.int64))
        simulation = builder.build(self.system)
        for frame in (self.applications, self.members):
            for column in frame.drop("application").iter_columns():
                simulation.set_input(column.name, _YEAR, self._array(column))
        return simulation

    def _array(self, column: pl.Series) -> Any:
        """Return a column as an array; words by their places, which is the quickest way."""
        enum = self.enums.get(column.name)
        if enum is None:
            return column.to_numpy()
        words = column.cast(pl.Enum([one.name for one in enum]))
        return self.engine.enum_array(words.to_physical().to_numpy().astype(np.int16), enum)

    def computed(self, simulation: Any) -> dict[str, np.ndarray[Any, Any]]:
        """Return every rule and the answer."""
        self.simulation = simulation
        return {name: simulation.calculate(name, _YEAR) for name in (*RULES, "answer")}

    def verdicts(self, found: dict[str, np.ndarray[Any, Any]]) -> list[Any]:
        """Return the failing rules of each application, and who offends."""
        frame = pl.DataFrame({"application": self.applications["application"], **found})
        tests = {
            "joins_few": ~self.simulation.calculate("busy", _YEAR),
            "signed_by_all": ~self.simulation.calculate("unsigned", _YEAR),
        }
        rows = pl.DataFrame({"application": self.members["application"], **tests})
        place = pl.int_range(pl.len()).over("application").alias("place")
        return failing_rules(frame, rows.with_columns(place), met=True)

    # --- the variables ----------------------------------------------------------------------------

    def _system(self) -> Any:
        core = self.engine
        member = core.single("member", "members", "", "")
        roles = [{"key": "member", "plural": "members", "label": ""}]
        application = core.group("application", "applications", "", "", roles=roles)
        system = core.system([member, application])
        for entity, frame in ((application, self.applications), (member, self.members)):
            for name, dtype in frame.drop("application").schema.items():
                system.add_variable(self._variable(name, entity, self._given(name, dtype)))
        for name, formula in MEMBER_FORMULAS.items():
            system.add_variable(self._variable(name, member, _computed(formula, bool)))
        for name, formula in COUNTS.items():
            system.add_variable(self._variable(name, application, _computed(formula, int)))
        kinds = self.enums["lead_kind"]
        for name, formula in {**RULE_FORMULAS, "qualified_lead": qualified(kinds)}.items():
            system.add_variable(self._variable(name, application, _computed(formula, bool)))
        enterprise = self.enums["kind"]["enterprise"]

        def enterprises(application: Any, period: Any, _parameters: Any) -> Any:
            return application.sum(application.members("kind", period) == enterprise)

        system.add_variable(self._variable("enterprises", application, _computed(enterprises, int)))
        return system

    def _variable(self, name: str, entity: Any, parts: dict[str, Any]) -> Any:
        common = {"entity": entity, "definition_period": self.engine.yearly, "label": name}
        return type(name, (self.engine.variable,), {**common, **parts})

    def _given(self, name: str, dtype: pl.DataType) -> dict[str, Any]:
        if name in self.enums:
            enum = self.enums[name]
            default = list(enum)[-1]
            return {
                "value_type": self.engine.enum,
                "possible_values": enum,
                "default_value": default,
            }
        if dtype == pl.Date:
            return {"value_type": date}
        return {"value_type": bool if dtype == pl.Boolean else int}


class LaidOut(EntityRules):
    """Everything is arranged beforehand: who belongs where, the words as numbers."""

    def load(self, applications: Path, members: Path, cases: Path) -> None:
        """Read the two tables, and arrange what is in them."""
        super().load(applications, members, cases)
        keys = self.applications["application"].to_numpy()
        of = np.searchsorted(keys, self.members["application"].to_numpy())
        self.of_member = of.astype(np.int32)
        self.arrays = {
            column.name: self._array(column)
            for frame in (self.applications, self.members)
            for column in frame.drop("application").iter_columns()
        }

    def populated(self) -> Any:
        """Return a simulation of what has been arranged."""
        builder = self.engine.builder()
        builder.create_entities(self.system)
        sizes = {"member": self.members.height, "application": self.applications.height}
        for name, size in sizes.items():
            population = builder.populations[name]
            population.ids, population.count = np.arange(size), size
        builder.populations["application"].members_entity_id = self.of_member
        simulation = builder.build(self.system)
        for name, array in self.arrays.items():
            simulation.set_input(name, _YEAR, array)
        return simulation


def _computed(formula: Formula, value_type: type) -> dict[str, Any]:
    return {"value_type": value_type, "formula": formula}
