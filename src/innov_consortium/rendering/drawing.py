"""What is drawn of a policy's procedure: its stages path by path, and the steps between them."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator

from attrs import evolve, field, frozen

from innov_consortium.core.lifecycle import TRANSITIONS, Phase
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import LIFE, START, Step
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.procedure import role_label, stage_label, step_label
from innov_consortium.rendering.wording import Wording, wording

__all__ = ["Cluster", "Drawing", "Edge", "Node", "Sort", "drawing_of"]

#: Steps that may be taken from more stages than this start from one node for all of them.
_MOST_SOURCES = 3


class Sort(enum.Enum):
    """What an edge stands for."""

    STEP = "step"
    IMPLIED = "implied"
    MOVE = "move"
    IMPLIED_MOVE = "implied_move"
    WINDOW = "window"
    SPECIAL = "special"


@frozen
class Node:
    """A stage, or several from which the same steps may be taken.

    Args:
        id: Its id in the drawing.
        lines: What it says.
        phase: The phase the consortium is in there.
        several: Whether it stands for several stages.
    """

    id: str
    lines: tuple[str, ...]
    phase: Phase
    several: bool = False


@frozen
class Edge:
    """A step, or what leads from one stage to another otherwise.

    Args:
        start: The id of the node it leads from.
        end: The id of the node it leads to.
        lines: What it says.
        sort: What it stands for.
    """

    start: str
    end: str
    lines: tuple[str, ...]
    sort: Sort


@frozen
class Cluster:
    """The stages of one path.

    Args:
        id: Its id in the drawing.
        label: The path's label, with the phase in which it is gone.
        nodes: Its stages.
    """

    id: str
    label: str
    nodes: tuple[Node, ...]


@frozen
class Drawing:
    """A policy's procedure, before it is written in one notation or another."""

    clusters: tuple[Cluster, ...]
    edges: tuple[Edge, ...]


def drawing_of(policy: Policy, locale: str) -> Drawing:
    """Return the stages and steps of a policy, in the words of a language.

    Raises:
        LookupError: The policy has no steps.
    """
    if not policy.rows:
        msg = f"政策 {policy.code} 没有编入步骤 / policy {policy.code} has no steps"
        raise LookupError(msg)
    return _Artist(policy, wording(locale, policy)).draw()


@frozen
class _Artist:
    """What draws one policy in one language."""

    policy: Policy
    words: Wording
    edges: list[Edge] = field(factory=list)
    nodes: dict[str, dict[str, Node]] = field(factory=dict)

    def draw(self) -> Drawing:
        """Return the drawing, path by path in the order of the table."""
        rows = self.policy.rows
        for path in dict.fromkeys(s.path for s in rows):
            self.nodes[path] = {}
        for step in rows:
            self._step(step)
        for (path, provision), steps in self._specials().items():
            self._special(path, self._cited(provision), steps)
        clusters = tuple(
            Cluster(path, self._heading(path), tuple(nodes.values()))
            for path, nodes in self.nodes.items()
        )
        return Drawing(clusters, tuple(_merged(self.edges)))

    def _step(self, step: Step) -> None:
        sources = self._sources(step)
        end = self._end(step)
        label = self._label(step)
        for n, start in enumerate(sources):
            lines = label if n == 0 else (step_label(self.words, step.name),)
            self.edges.append(Edge(start, end, lines, _sort(step)))
        if step.then:
            after = self._node(step.path, step.then, _phase_after(step))
            self.edges.append(Edge(end, after, (self.words.say("diagram.window"),), Sort.WINDOW))

    def _specials(self) -> dict[tuple[str, str], list[Step]]:
        """Return the steps that may be taken without those before, by path and special rule."""
        found: dict[tuple[str, str], list[Step]] = {}
        for step in self.policy.rows:
            if step.special is not None:
                found.setdefault((step.path, step.special.provision), []).append(step)
        return found

    def _special(self, path: str, cited: str, steps: list[Step]) -> None:
        """Draw the way past the steps before; where it is one to many steps, one node names them.

        From that node only those lead on that the text states and that move the phase.
        """
        start = self._node(path, START, steps[0].phases[0])
        names = {s.name: step_label(self.words, s.name) for s in steps}
        if len(steps) <= _MOST_SOURCES:
            for step in steps:
                said = self.words.say("diagram.special", step=names[step.name])
                self.edges.append(Edge(start, self._end(step), (said, cited), Sort.SPECIAL))
            return
        heading = self.words.say("diagram.special_steps")
        lines = (heading, *_in_rows(list(names.values()), self.words))
        several = f"{path}__special_{1 + sum(n.several for n in self.nodes[path].values())}"
        self.nodes[path][several] = Node(several, lines, steps[0].phases[0], several=True)
        self.edges.append(Edge(start, several, (cited,), Sort.SPECIAL))
        for step in steps:
            if _sort(step) is Sort.MOVE:
                said = names[step.name]
                self.edges.append(Edge(several, self._end(step), (said,), Sort.SPECIAL))

    def _end(self, step: Step) -> str:
        return self._node(self._path_to(step), step.to, _phase_after(step))

    def _sources(self, step: Step) -> list[str]:
        """Return the nodes a step leads from: those of its stages, or one for all of them."""
        stages = [s for s in step.after if not self._is_left(step, s)]
        if len(stages) <= _MOST_SOURCES:
            return [self._node(step.path, s, step.phases[0]) for s in stages]
        for stage in stages:
            self._node(step.path, stage, step.phases[0])
        names = [stage_label(self.words, s) for s in stages]
        lines = (self.words.say("diagram.any_of"), *_in_rows(names, self.words))
        there = [n for n in self.nodes[step.path].values() if n.several]
        same = [n.id for n in there if n.lines == lines]
        several = same[0] if same else f"{step.path}__any_{len(there) + 1}"
        node = Node(several, lines, step.phases[0], several=True)
        self.nodes[step.path].setdefault(several, node)
        return [several]

    def _is_left(self, step: Step, stage: str) -> bool:
        """Return whether a stage is one that the consortium leaves this step's phases by."""
        leading = [s for s in self.policy.rows if s.path == step.path and s.to == stage]
        return bool(leading) and all(
            s.event.move is not None and _phase_after(s) not in step.phases for s in leading
        )

    def _path_to(self, step: Step) -> str:
        """Return the path a step leads to: what moves the phase leads the consortium's own life."""
        return LIFE if step.event.move is not None and LIFE in self.nodes else step.path

    def _node(self, path: str, stage: str, phase: Phase) -> str:
        own = f"{path}__{stage}"
        label = stage_label(self.words, stage)
        self.nodes[path].setdefault(own, Node(own, (label,), phase))
        return own

    def _label(self, step: Step) -> tuple[str, ...]:
        who = () if step.actor is None else (role_label(self.words, step.actor),)
        where = " · ".join((*who, self._cited(step.provision)))
        lines = (step_label(self.words, step.name), where)
        if step.event.move is None:
            return lines
        phase = self.words.say(f"phase.{_phase_after(step).value}")
        return (*lines, self.words.say("diagram.phase", phase=phase))

    def _cited(self, provision: str) -> str:
        cited = place(provision, self.words.locale)
        return self.words.say("diagram.provision", place=cited, id=provision).strip()

    def _heading(self, path: str) -> str:
        label = self.words.label("path", path)
        if path == LIFE:
            return label
        phases = dict.fromkeys(p for s in self.policy.rows if s.path == path for p in s.phases)
        said = self.words.either(self.words.say(f"phase.{p.value}") for p in phases)
        return self.words.say("diagram.path", path=label, phases=said)


def _phase_after(step: Step) -> Phase:
    move = step.event.move
    if move is None:
        return step.phases[0]
    reached = (TRANSITIONS[p][move] for p in step.phases if move in TRANSITIONS[p])
    return next(reached, step.phases[0])


def _sort(step: Step) -> Sort:
    if step.event.move is not None:
        return Sort.MOVE if step.stated else Sort.IMPLIED_MOVE
    return Sort.STEP if step.stated else Sort.IMPLIED


def _merged(edges: Iterable[Edge]) -> Iterator[Edge]:
    """Yield the edges; those of one sort between the same nodes are one, with all their lines."""
    found: dict[tuple[str, str, Sort], Edge] = {}
    for edge in edges:
        key = (edge.start, edge.end, edge.sort)
        before = found.get(key)
        found[key] = edge if before is None else evolve(before, lines=before.lines + edge.lines)
    yield from found.values()


def _in_rows(names: list[str], words: Wording, across: int = 2) -> Iterator[str]:
    for n in range(0, len(names), across):
        yield words.listed(names[n : n + across])
