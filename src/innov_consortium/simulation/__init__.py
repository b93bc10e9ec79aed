"""Institutions over years: a population that applies, is reviewed, evaluated, revoked and barred.

No third implementation of the law: every act is decided by the policy, every state is replayed from
a history, every register folded from histories. What people do is the user's to say, as plain
functions or as a table; what they draw is drawn by name, so that two laws can be compared on the
same chances.

>>> from innov_consortium.simulation import stream
>>> first = [stream(2026, "file", n).chance(0.3) for n in range(8)]
>>> first == [stream(2026, "file", n).chance(0.3) for n in range(8)]
True
"""

from __future__ import annotations

from innov_consortium.simulation.behaviour import Behaviour, Turn
from innov_consortium.simulation.members import candidates_from, copies_of
from innov_consortium.simulation.outcomes import COLUMNS, Held, Row, Tally
from innov_consortium.simulation.population import Candidate, Drawn, Population, candidate_of
from innov_consortium.simulation.running import Simulation
from innov_consortium.simulation.runs import Run, Trace, Tried
from innov_consortium.simulation.scene import Scene
from innov_consortium.simulation.simulating import Progress, simulate
from innov_consortium.simulation.streams import Stream, stream
from innov_consortium.simulation.tabled import load_behaviour, structure_behaviour

__all__ = [
    "COLUMNS",
    "Behaviour",
    "Candidate",
    "Drawn",
    "Held",
    "Population",
    "Progress",
    "Row",
    "Run",
    "Scene",
    "Simulation",
    "Stream",
    "Tally",
    "Trace",
    "Tried",
    "Turn",
    "candidate_of",
    "candidates_from",
    "copies_of",
    "load_behaviour",
    "simulate",
    "stream",
    "structure_behaviour",
]
