"""The figures as the engines that have no dates are given them."""

from __future__ import annotations

from benchmarks.formation17.rules import FIRST_DAY, LAST_DAY, RULES

__all__ = ["FIRST", "LAST", "LISTING", "NAMED"]

_EPOCH = 719_163

#: The first and the last day of the window, counted from 1970.
FIRST = FIRST_DAY.toordinal() - _EPOCH
LAST = LAST_DAY.toordinal() - _EPOCH

#: The rules that come out as a list of offenders, empty where they are met.
LISTING = ("joins_few", "signed_by_all", "agreement_complete", "lists_drawn_up", "not_barred")

#: The rules that come out as a truth value.
NAMED = tuple(rule for rule in RULES if rule not in LISTING)
