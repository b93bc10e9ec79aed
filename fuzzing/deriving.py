"""Documents drawn by Hypothesis from the JSON Schemas the library publishes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.interchange.schema_strategies import documents_of

from innov_consortium.core.policy import Policy
from innov_consortium.interchange.schemas import json_schema

__all__ = ["drawn"]


def drawn(kind: str, policy: Policy, number: int, many: int) -> Iterator[Any]:
    """Yield documents of a sort: the same ones for the same number.

    Args:
        kind: The sort, by the name of its schema.
        policy: The policy whose events a history may tell of.
        number: What the draws depend on.
        many: How many; fewer where Hypothesis knows no more.
    """
    found: list[Any] = []

    @seed(number)
    @settings(
        max_examples=many,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(_strategy(kind, policy.code, policy))
    def draw(document: Any) -> None:
        found.append(document)

    draw()
    yield from found


@cache
def _strategy(kind: str, _code: str, policy: Policy) -> Any:
    return documents_of(json_schema(kind, policy))
