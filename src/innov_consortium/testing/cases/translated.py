"""A case as the core understands it."""

from __future__ import annotations

from datetime import date

from attrs import evolve, field, frozen

from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.testing.cases.decisions import interpretations
from innov_consortium.testing.cases.engagements import Known
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.roster import Roster

__all__ = ["Translated", "without_application"]


@frozen(kw_only=True)
class Translated:
    """A case as the core understands it.

    The core's register is complete, or not, for everybody at once; a case says it of each member.
    So the register of ``case`` is the one in which everything is known, and ``lead_known`` and
    ``participants_known`` say for whom that is so.

    Args:
        case: The case, with a register complete to the day asked about.
        lead_known: Whether the lead's history is known.
        participants_known: How much of each participant's history the case names.
        left_out: What was left out because it cannot be, for the note.
        roster: Who is meant by a name; ``None`` where there is no application.
    """

    case: Case
    roster: Roster | None = None
    lead_known: bool = True
    participants_known: tuple[Known, ...] = ()
    left_out: list[str] = field(factory=list)

    def unknown(self) -> Case:
        """Return the same case with a register that is not complete."""
        return evolve(self.case, register=Register(self.case.register.engagements))


def without_application(given: Facts, policy: Policy, day: date) -> Translated:
    """Return a case of nobody in particular, for what rests on the text and the day alone."""
    left_out: list[str] = []
    nobody = Organization(name="—", id=Identifier("case", "—"), kind=OrganizationKind.OTHER)
    interpreted = tuple(interpretations(given, policy, day, left_out))
    return Translated(
        case=Case(
            application=Application(lead=nobody, participants=()), interpretations=interpreted
        ),
        left_out=left_out,
    )
