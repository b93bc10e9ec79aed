"""policyengine-core, a fork of OpenFisca-core."""

from __future__ import annotations

from benchmarks.formation17.peers.entity_rules import Core, EntityRules, LaidOut
from policyengine_core.entities import Entity, GroupEntity
from policyengine_core.enums import Enum, EnumArray
from policyengine_core.periods import YEAR
from policyengine_core.simulations import SimulationBuilder
from policyengine_core.taxbenefitsystems import TaxBenefitSystem
from policyengine_core.variables import Variable

__all__ = ["PolicyEngine", "PolicyEngineLaidOut"]


class PolicyEngine(EntityRules):
    """From the two tables."""

    name = "policyengine-core"
    packages = ("policyengine-core", "numpy")

    def core(self) -> Core:
        """Return what is needed of the engine."""
        return Core(
            variable=Variable,
            enum=Enum,
            enum_array=EnumArray,
            single=Entity,
            group=GroupEntity,
            system=TaxBenefitSystem,
            builder=SimulationBuilder,
            yearly=YEAR,
        )


class PolicyEngineLaidOut(PolicyEngine, LaidOut):
    """From arrays laid out beforehand."""

    name = "policyengine-core（数组已备好）"
