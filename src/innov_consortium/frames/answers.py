"""What the outcomes of every row come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import MOST_ESTABLISHED, Answer, Norm
from innov_consortium.frames.codes import CODES, Coded, code, of_ground, where
from innov_consortium.frames.codes import chosen as all_
from innov_consortium.frames.inforce import InForce

__all__ = ["answers"]

_UNDECIDED = (Outcome.NEEDS_JUDGEMENT, Outcome.UNKNOWN)


def answers(
    norms: Mapping[str, Norm],
    found: Mapping[str, Coded],
    in_force: InForce,
    dtype: Any,
    *,
    grounds: bool,
) -> nw.Expr:
    """Return the answer of every row.

    Args:
        norms: The norms asked, by the names of their columns.
        found: The codes of their outcomes, each in a column.
        in_force: Whether the text is in force.
        dtype: The type of the column.
        grounds: Whether the norms are grounds, of which one suffices.
    """
    if in_force.based is False:
        return nw.lit(Answer.NO_BASIS.value, dtype)
    answer = _of_grounds(norms, found, dtype) if grounds else _of_conditions(norms, found, dtype)
    if in_force.based is True:
        return answer
    return nw.when(in_force.based).then(answer).otherwise(nw.lit(Answer.NO_BASIS.value, dtype))


def _of_conditions(norms: Mapping[str, Norm], found: Mapping[str, Coded], dtype: Any) -> nw.Expr:
    codes = [_weighed(n, found[name], norms, found) for name, n in norms.items() if n.combines]
    met = nw.lit(Answer.MET.value, dtype)
    if not codes:
        return met
    worst = _least(codes)
    last_open = nw.lit(CODES[Outcome.NEEDS_JUDGEMENT], nw.Int8)
    open_ = nw.when(worst <= last_open).then(nw.lit(Answer.OPEN.value, dtype)).otherwise(met)
    failed = worst == code(Outcome.NOT_MET)
    return nw.when(failed).then(nw.lit(Answer.NOT_MET.value, dtype)).otherwise(open_)


def _weighed(
    norm: Norm, own: Coded, norms: Mapping[str, Norm], found: Mapping[str, Coded]
) -> nw.Expr:
    """Return the outcome of a norm as it counts: what may yet give way does not refuse."""
    weighed = own
    for name, other in norms.items():
        reached = any(first <= norm.rank <= last for first, last in other.displaces)
        if not reached or Outcome.NOT_MET not in own.possible:
            continue
        for undecided in _UNDECIDED:
            if undecided in found[name].possible:
                here = (found[name].expression == code(undecided)) & (
                    own.expression == code(Outcome.NOT_MET)
                )
                weighed = where(here, all_(Outcome.UNKNOWN), weighed)
    return weighed.expression


def _of_grounds(norms: Mapping[str, Norm], found: Mapping[str, Coded], dtype: Any) -> nw.Expr:
    ranks = [of_ground(found[name]) for name, norm in norms.items() if norm.some]
    answer = nw.lit(Answer.NOT_MET.value, dtype)
    if not ranks:
        return answer
    best = _least(ranks)
    for outcome in (Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT):
        here = best == nw.lit(MOST_ESTABLISHED.index(outcome), nw.Int8)
        answer = nw.when(here).then(nw.lit(Answer.OPEN.value, dtype)).otherwise(answer)
    met = best == nw.lit(MOST_ESTABLISHED.index(Outcome.MET), nw.Int8)
    return nw.when(met).then(nw.lit(Answer.MET.value, dtype)).otherwise(answer)


def _least(codes: Sequence[nw.Expr]) -> nw.Expr:
    return nw.min_horizontal(*codes) if len(codes) > 1 else codes[0]
