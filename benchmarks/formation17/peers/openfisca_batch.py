"""OpenFisca-core."""

from __future__ import annotations

from benchmarks.formation17.peers.entity_rules import Core, EntityRules, LaidOut
from openfisca_core.entities import Entity, GroupEntity
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

__all__ = ["OpenFisca", "OpenFiscaLaidOut"]


class OpenFisca(EntityRules):
    """From the two tables."""

    name = "OpenFisca-core"
    packages = ("OpenFisca-core", "numpy")

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
            yearly=DateUnit.YEAR,
        )


class OpenFiscaLaidOut(OpenFisca, LaidOut):
    """From arrays laid out beforehand."""

    name = "OpenFisca-core（数组已备好）"
