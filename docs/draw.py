"""Draw the procedure for the site, in both languages; needs Graphviz.

``python docs/draw.py``, whenever the table of steps has changed. The pictures are kept, so that
building the site needs no Graphviz; tests/docs tells when they are of an earlier table.
"""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from innov_consortium import catalogue
from innov_consortium.rendering import dot

HERE = Path(__file__).parent
PICTURES = {"zh_CN": "reference/procedure-tianjin.svg", "en": "reference/procedure-tianjin.en.svg"}


def main() -> None:
    """Write the pictures, each with a mark of the graph it was drawn from."""
    policy = catalogue().select("CN-TJ")
    for locale, file in PICTURES.items():
        graph = dot(policy, locale)
        drawn = subprocess.run(
            ["dot", "-Tsvg"],  # noqa: S607 - Graphviz, wherever it is installed
            input=graph,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        picture = drawn.stdout[drawn.stdout.index("<svg") :]
        (HERE / file).write_text(f"<!-- {mark(graph)} -->\n{picture}", encoding="utf-8")


def mark(graph: str) -> str:
    """Return the digest of a graph, by which a picture tells what it was drawn from."""
    return hashlib.sha256(graph.encode()).hexdigest()


if __name__ == "__main__":
    main()
