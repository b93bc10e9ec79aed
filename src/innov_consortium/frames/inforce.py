"""Whether the text is in force, for one day or for the day of every row."""

from __future__ import annotations

from datetime import date
from typing import Any

import narwhals as nw
from attrs import evolve, frozen

from innov_consortium.core.checking import force_in_time, settings_of
from innov_consortium.core.clauses import Clause, Outcome
from innov_consortium.core.plan import force_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import ForceInTime
from innov_consortium.errors import MalformedPolicyError
from innov_consortium.frames.codes import Coded, chosen, code, coded
from innov_consortium.frames.terms import Column

__all__ = ["InForce", "in_force_of"]

_OVER = (ForceInTime.NOT_YET, ForceInTime.EXPIRED)


@frozen(eq=False)
class InForce:
    """Whether the text is in force on the day of every row.

    Args:
        word: The word for it, a value of :class:`~innov_consortium.core.sources.ForceInTime`.
        based: Whether anything can be based on it: not before its first day, not after its last.
        expired: Whether it has expired.
    """

    word: nw.Expr
    based: nw.Expr | bool
    expired: nw.Expr | bool

    def finishing(self, pending: nw.Expr) -> InForce:
        """Return the same where what is pending is finished although the text has expired.

        Args:
            pending: Whether a row's matter was begun in time.
        """
        if isinstance(self.expired, bool) or isinstance(self.based, bool):
            return evolve(self, based=pending) if self.expired is True else self
        return evolve(self, based=self.based | (self.expired & pending))


def in_force_of(policy: Policy, on: date | nw.Expr, dtype: Any) -> InForce:
    """Return whether a policy is in force.

    Args:
        policy: The policy.
        on: The day asked about: one for all rows, or a column of days.
        dtype: The type of the column of words.
    """
    if isinstance(on, date):
        force = force_in_time(policy, on)[0]
        return InForce(nw.lit(force.value, dtype), force not in _OVER, force is ForceInTime.EXPIRED)
    begun, lasting = _commencement(policy, on), _expiry(policy, on)
    over = lasting == code(Outcome.NOT_MET)
    if policy.in_time.repealed is not None:
        over = over | Column(on).at_least(policy.in_time.repealed.on).expression
    not_yet = ~over & (begun == code(Outcome.NOT_MET))
    sure = (begun == code(Outcome.MET)) & (lasting == code(Outcome.MET))
    word = nw.lit(ForceInTime.UNKNOWN.value, dtype)
    for test, force in (
        (sure, ForceInTime.IN_FORCE),
        (not_yet, ForceInTime.NOT_YET),
        (over, ForceInTime.EXPIRED),
    ):
        word = nw.when(test).then(nw.lit(force.value, dtype)).otherwise(word)
    return InForce(word, ~over & ~not_yet, over)


def _commencement(policy: Policy, on: nw.Expr) -> nw.Expr:
    return _asked(policy, policy.in_time.commencement, on).expression


def _expiry(policy: Policy, on: nw.Expr) -> nw.Expr:
    expiry = policy.in_time.expiry
    if expiry is None:
        known = policy.in_time.end_known
        return chosen(Outcome.MET if known else Outcome.UNKNOWN).expression
    return _asked(policy, expiry, on).expression


def _asked(policy: Policy, clause: Clause[...], on: nw.Expr) -> Coded:
    """Return what a clause about force in time says of every day."""
    published = None if policy.publication is None else policy.publication.day
    known: dict[str, Any] = {"day": Column(on), "published_on": published}
    unknown = [name for name in clause.needs if name not in known]
    if unknown:
        msg = f"{clause.where}: {', '.join(unknown)}: no column tells; ask about one day at a time"
        raise MalformedPolicyError(msg)
    settings = settings_of(policy)
    function = settings.bind(clause.function, clause.settings)
    said = function(*[known[name] for name in clause.needs])
    return coded(said, force_of(clause, settings))
