"""Running refusals written in the neutral format: unusable input, and how it must be refused.

A refusal names a fragment of an input, the place that is wrong and the kind of refusal expected.
The fragment is set into otherwise valid surroundings and handed to the library's public entrances —
documents to ``interchange``, values of Python to the classes of the core, a plugin's result to the
catalogue, what happened to an audit; nothing is judged here.
"""

from __future__ import annotations

from innov_consortium.testing.refusals.python_values import NotAllowedError, evaluate
from innov_consortium.testing.refusals.running import is_refusal, run_refusal
from innov_consortium.testing.refusals.surroundings import Surroundings

__all__ = ["NotAllowedError", "Surroundings", "evaluate", "is_refusal", "run_refusal"]
