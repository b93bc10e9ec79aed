"""A policy's procedure as a picture, drawn from its table of steps: Mermaid text or dot text.

Nodes are stages, edges are steps. What the text only implies, and the way on which steps may be
left out, are dashed; what moves the phase is thick; what happens of itself is dotted.
"""

from __future__ import annotations

from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.policy import Policy
from innov_consortium.rendering.drawing import Sort, drawing_of

__all__ = ["dot", "mermaid"]


def mermaid(policy: Policy, locale: str = "zh_CN") -> str:
    """Return a policy's procedure as a Mermaid flowchart.

    Args:
        policy: The policy, with the readings under which the steps are told.
        locale: The language, by any of its names.

    Raises:
        LookupError: The policy has no steps.
        UnknownLocaleError: There is no catalogue in that language.
    """
    drawing = drawing_of(policy, locale)
    lines = ["flowchart TD"]
    for cluster in drawing.clusters:
        lines.append(f'  subgraph {cluster.id}["{_escaped(cluster.label)}"]')
        for node in cluster.nodes:
            text = "<br/>".join(map(_escaped, node.lines))
            left, right = ("{{", "}}") if node.several else ("(", ")")
            lines.append(f'    {node.id}{left}"{text}"{right}:::{node.phase.value}')
        lines.append("  end")
    for edge in drawing.edges:
        text = "<br/>".join(map(_escaped, edge.lines))
        lines.append(f'  {edge.start} {_ARROWS[edge.sort]}|"{text}"| {edge.end}')
    lines += [
        f"  linkStyle {n} {_LINKS[edge.sort]}"
        for n, edge in enumerate(drawing.edges)
        if edge.sort in _LINKS
    ]
    lines += [f"  classDef {p.value} fill:{c},stroke:#555,color:#111" for p, c in _FILL.items()]
    return "\n".join(lines) + "\n"


def dot(policy: Policy, locale: str = "zh_CN") -> str:
    """Return a policy's procedure as a graph for Graphviz; see :func:`mermaid`."""
    drawing = drawing_of(policy, locale)
    lines = [
        "digraph procedure {",
        "  rankdir=TB; newrank=true; nodesep=0.5; ranksep=0.55;",
        f"  graph [{_FONT}, fontsize=15];",
        f'  node [{_FONT}, fontsize=13, shape=box, style="rounded,filled", color="#555555"];',
        f'  edge [{_FONT}, fontsize=11, color="#444444"];',
    ]
    for cluster in drawing.clusters:
        lines.append(f"  subgraph cluster_{cluster.id} {{")
        lines.append(f'    label={_quoted(cluster.label)}; style=rounded; color="#999999";')
        for node in cluster.nodes:
            shape = ", shape=hexagon, style=filled" if node.several else ""
            text = _quoted("\n".join(node.lines))
            lines.append(f'    {node.id} [label={text}, fillcolor="{_FILL[node.phase]}"{shape}];')
        lines.append("  }")
    for edge in drawing.edges:
        text = _quoted("\n".join(f"  {line}  " for line in edge.lines))  # clear of the edge
        lines.append(f"  {edge.start} -> {edge.end} [label={text}{_LOOKS[edge.sort]}];")
    return "\n".join([*lines, "}"]) + "\n"


_FILL = {
    Phase.PROPOSED: "#eef4fb",
    Phase.RECOGNISED: "#e3f4e1",
    Phase.DISMISSED: "#eeeeee",
    Phase.ENDED: "#f8e1de",
    Phase.ANNULLED: "#eeeeee",
}
_ARROWS = {
    Sort.STEP: "-->",
    Sort.IMPLIED: "-.->",
    Sort.MOVE: "==>",
    Sort.IMPLIED_MOVE: "-.->",
    Sort.WINDOW: "-.->",
    Sort.SPECIAL: "-.->",
}
_LINKS = {
    Sort.IMPLIED_MOVE: "stroke-width:3px",
    Sort.WINDOW: "stroke-dasharray:1 5",
    Sort.SPECIAL: "stroke:#9a5b00,color:#9a5b00",
}
_LOOKS = {
    Sort.STEP: "",
    Sort.IMPLIED: ", style=dashed",
    Sort.MOVE: ", penwidth=2.6",
    Sort.IMPLIED_MOVE: ', style="dashed", penwidth=2.6',
    Sort.WINDOW: ", style=dotted",
    Sort.SPECIAL: ', style=dashed, color="#9a5b00", fontcolor="#9a5b00"',
}
_FONT = 'fontname="Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, sans-serif"'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "#quot;").replace("<", "&lt;")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
