"""候选人互相观望的模型：政策决定能做什么，Mesa 管候选人之间的影响。全部虚构。

A model in Mesa of candidates that look at one another: the policy decides what may be done, Mesa
holds who knows whom. Whoever sees neighbours approved grows more willing to apply, whoever sees
them held up less so. All of it is made up. Run it with ``python examples/simulation/mesa_model.py``
(dependency group ``study``).
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import mesa
import networkx as nx
from attrs import evolve

from innov_consortium import Phase, catalogue
from innov_consortium.interchange import load_case
from innov_consortium.simulation import (
    Row,
    Scene,
    Simulation,
    candidate_of,
    copies_of,
    structure_behaviour,
)

HERE = Path(__file__).parent
FIRST = 2026


class Candidate(mesa.Agent):
    """A candidate: its place in the population, and how willing it is to apply."""

    def __init__(self, model: Willingness, place: int) -> None:
        super().__init__(model)
        self.place = place
        self.willing = 0.3
        self.row: Row | None = None

    def look_around(self) -> None:
        """Grow more willing by each neighbour approved this year, less by each held up."""
        for other in self.model.graph.neighbors(self.place):
            row = self.model.candidates[other].row
            if row is None:
                continue
            if "approve" in row.granted:
                self.willing = min(0.9, self.willing + 0.2)
            elif row.held:
                self.willing = max(0.05, self.willing - 0.1)


class Willingness(mesa.Model):
    """Candidates on a network; one step is a year under the policy."""

    def __init__(self, number: int = 40, seed: int = 7) -> None:
        super().__init__(seed=seed)
        policy = catalogue().select("CN-TJ").supposing_published(date(2025, 4, 11))
        rates = json.loads((HERE / "rates.json").read_text(encoding="utf-8"))
        behaviour = structure_behaviour(rates, policy)
        file = next(turn for turn in behaviour.turns if turn.step == "file")
        willingly = evolve(file, on=self._files_on)
        turns = tuple(willingly if turn is file else turn for turn in behaviour.turns)
        like = load_case((HERE / "candidate.json").read_bytes()).application
        population = copies_of(like, number)
        self.simulation = Simulation(
            policy,
            {n: candidate_of(population, seed, n) for n in range(number)},
            evolve(behaviour, turns=turns),
            seed,
        )
        self.graph = nx.watts_strogatz_graph(number, 4, 0.1, seed=seed)
        self.candidates = [Candidate(self, place) for place in range(number)]
        self.year = FIRST
        self.datacollector = mesa.DataCollector(
            model_reporters={
                "year": lambda model: model.year - 1,
                "recognised": lambda model: sum(
                    one.row.phase is Phase.RECOGNISED for one in model.candidates
                ),
                "willing": lambda model: sum(one.willing for one in model.candidates) / number,
            }
        )

    def _files_on(self, scene: Scene) -> date | None:
        willing = self.candidates[scene.index].willing
        return date(scene.year, 3, 2) if scene.stream("file").chance(willing) else None

    def step(self) -> None:
        """Let a year pass by the policy, and then everybody look around."""
        for row in self.simulation.step(self.year):
            self.candidates[row.candidate].row = row
        self.agents.do("look_around")
        self.year += 1
        self.datacollector.collect(self)


def main() -> None:
    """Run five years and print what came of them."""
    model = Willingness()
    for _ in range(4):
        model.step()
    print(model.datacollector.get_model_vars_dataframe().to_string(index=False))


if __name__ == "__main__":
    main()
