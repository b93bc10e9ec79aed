"""What is done to put a case into tables and to come back from their rows, frames apart."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from innov_consortium.core.asking import derive_items
from innov_consortium.core.case import Case
from innov_consortium.core.checking import entities_of, plan_of, settings_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.tables import Tables

__all__ = ["uses_of_tables"]


def uses_of_tables(policy: Policy, case: Case, on: date) -> Iterator[tuple[str, Any]]:
    """Derive the facts of items, put the case into rows, and read the rows again."""
    plan = plan_of(policy, policy.inquiry("formation"))
    items = derive_items(plan, entities_of(policy, case, on))
    yield "tables/items", tuple((sort, tuple(units)) for sort, (units, _) in items.items())
    tables: Tables = importlib.import_module(policy.columns).__dict__["COLUMNS"]
    settings = settings_of(policy).values
    if tables.rows_of is not None and tables.case_of is not None:
        own, members = tables.rows_of(case, on, settings)
        yield "tables/rows", (*own, *(name for row in members for name in row))
        yield "tables/case", tables.case_of(own, members, on, settings, None).case
