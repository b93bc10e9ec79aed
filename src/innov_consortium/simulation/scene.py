"""What a behaviour sees when it is asked what somebody does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol, TypeVar

from innov_consortium.core.case import Surroundings
from innov_consortium.core.consortium import Application
from innov_consortium.core.decide import Standing
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium, History
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import Stage
from innov_consortium.simulation.population import Candidate
from innov_consortium.simulation.streams import Stream

__all__ = ["Scene"]

E = TypeVar("E", bound=Event)


class Scene(Protocol):
    """A candidate, its present consortium and what is known around it, on a day.

    A view and no copy: it is good while the behaviour is asked, and not to be kept.
    """

    @property
    def year(self) -> int:
        """The year."""

    @property
    def day(self) -> date:
        """The day: that of the turn where its ``says`` is asked, else that of the last turn."""

    @property
    def policy(self) -> Policy:
        """The policy of the day; who behaves otherwise under another law may look at it."""

    @property
    def index(self) -> int:
        """The place of the candidate in its population."""

    @property
    def candidate(self) -> Candidate:
        """The candidate."""

    @property
    def application(self) -> Application:
        """What is applied for: as last filed, or else the candidate's own."""

    @property
    def attempt(self) -> int:
        """Which of the candidate's consortia this is, 1 for the first."""

    @property
    def history(self) -> History:
        """What has happened to the consortium so far."""

    @property
    def consortium(self) -> Consortium:
        """The consortium as its history has it on the day."""

    @property
    def given(self) -> Surroundings:
        """What becomes known around the consortium in the year, without the register.

        Things dated later in the year are among it: :func:`~innov_consortium.core.known.known_on`
        leaves them out, as every decision does.
        """

    @property
    def done(self) -> Mapping[str, Standing]:
        """How each step tried this year came out."""

    def stream(self, name: str) -> Stream:
        """Return this candidate's stream of a name, in this year.

        Args:
            name: What is drawn for.
        """

    def stage(self, matter: str = "") -> Stage:
        """Return where a matter of the consortium stands by the policy's table.

        Args:
            matter: The matter; empty for the consortium's own life.
        """

    def last(self, sort: type[E]) -> E | None:
        """Return the last event of a sort; ``None`` if there is none.

        Args:
            sort: The sort.
        """

    def established(self, inquiry: str) -> tuple[str, ...]:
        """Return the provisions of an inquiry into grounds that are established on the day.

        The policy is asked, by its own clauses; this costs as much as a check.

        Args:
            inquiry: The inquiry.
        """
