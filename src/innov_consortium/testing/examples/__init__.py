"""Examples in the library's own documents: what a policy brings in its ``examples.jsonl``.

One JSON object a line::

    {"id": "six-members", "why": "art4.s1：成员不少于七家", "inquiry": "formation",
     "on": "2026-03-02", "published_on": "2025-08-10", "case": {"application": …},
     "expect": {"answer": "not_met", "outcomes": {"art4.s1": "not_met"}}}

``case`` or ``history`` is a document as ``check`` reads it. With ``act``, an event, it is asked
whether the history lets it happen; the answer is then ``granted``, ``refused`` or ``deferred``.
``published_on`` supposes a day of publication, ``readings`` chooses readings by name. Of what is
expected every key has to agree: ``answer``, ``outcomes`` by provision, ``in_force``,
``changes_on``.
"""

from __future__ import annotations

from innov_consortium.testing.examples.reading import Row, is_example, read_examples
from innov_consortium.testing.examples.running import RowExample, row_examples, run_example

__all__ = ["Row", "RowExample", "is_example", "read_examples", "row_examples", "run_example"]
