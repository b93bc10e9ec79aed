"""Clauses on generated facts: each has an outcome, and what is missing decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from innov_consortium.core.clauses import Clause, Force, Outcome, settle
from innov_consortium.core.words import Ruling, Term
from innov_consortium.testing.kit.generating import Compared, compared
from innov_consortium.testing.kit.looking import Looked, place_of
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["against", "look_at_outcomes"]

_MET = (Outcome.MET,)
_FAILED = (Outcome.NOT_MET, Outcome.DEPARTS_FROM_PRINCIPLE)
_OPEN = (Outcome.UNKNOWN, Outcome.NEEDS_JUDGEMENT)


def look_at_outcomes(subject: Subject) -> Looked:
    """Ask every clause of values around its bounds, and of the same with one fact unknown."""
    return Looked(len(subject.clauses), [f for c in subject.clauses for f in _of(subject, c)])


def against(known: Outcome, unknown: Outcome) -> bool:
    """Return whether knowing less has turned an outcome into another one that decides.

    >>> against(Outcome.MET, Outcome.NOT_MET), against(Outcome.MET, Outcome.UNKNOWN)
    (True, False)
    """
    if known is unknown or known in _OPEN or unknown in _OPEN:
        return False
    return not (known in _FAILED and unknown in _FAILED)


def _of(subject: Subject, clause: Clause[...]) -> Iterator[Found]:
    where, name = place_of(clause), clause.name

    def flaw(sort: str, zh: str, en: str) -> Found:
        return Found(f"{name}:{sort}", zh, en, where, (clause.provision,))

    try:
        asked = tuple(compared(clause, subject.policy, subject.seed))
    except (TypeError, NameError) as error:
        zh = f"规则 {name} 比较的 {error} 没有注明类型；请注明 Truth、Int、Day、Word 或 Money"
        en = f"{name} compares {error} without a known hint: Truth, Int, Day, Word or Money"
        yield flaw("hint", zh, en)
        return
    seen: set[Outcome] = set()
    for one in asked:
        if one.force is Force.ENCOURAGEMENT:
            continue
        failed, outcomes = _asked(clause, one)
        if failed:
            zh = f"规则 {name} 在 {failed} 时出错；没有提供的事实（None）也必须能够回答"
            yield flaw(
                "total", zh, f"{name} fails at {failed}; what is not known is an answer, too"
            )
            return
        seen |= set(outcomes.values())
        for told, said in _decided_by_nothing(clause, outcomes):
            zh = f"规则 {name}：{told}；没有提供不等于否，也不等于零"
            yield flaw("missing", zh, f"{name}: {said}; what is missing is neither no nor nought")
            return
    if clause.needs and len(seen) == 1 and not _grants(clause):
        said = next(iter(seen)).value
        zh = f"规则 {name} 对任何事实都回答 {said}；请核对比较的写法"
        yield flaw(
            "constant", zh, f"{name} answers {said} whatever the facts are; see what it says"
        )


def _grants(clause: Clause[...]) -> bool:
    """Return whether a clause only permits: then nothing can fail."""
    return "granted" in clause.function.__code__.co_names


def _asked(clause: Clause[...], one: Compared) -> tuple[str, dict[tuple[Any, ...], Outcome]]:
    named = {name: one.settings[name] for name in clause.settings}
    found: dict[tuple[Any, ...], Outcome] = {}
    for row in one.rows:
        try:
            said = clause.function(*row, **named)
            _require(said)
            found[row] = settle(said, one.force)
        except Exception as error:  # noqa: BLE001 - whatever it raises is told
            shown = ", ".join(f"{n}={v}" for n, v in zip(clause.needs, row, strict=True))
            return f"{shown or '—'}（{type(error).__name__}: {error}）", found
    return "", found


def _require(said: Any) -> None:
    parts = (said.applies, said.open, said.test) if isinstance(said, Ruling) else (said,)
    for part in parts:
        if part is not None and not isinstance(part, bool | Term):
            msg = f"{part!r} is no truth"
            raise TypeError(msg)


def _decided_by_nothing(
    clause: Clause[...], outcomes: dict[tuple[Any, ...], Outcome]
) -> Iterator[tuple[str, str]]:
    """Yield how an outcome that decides comes of a fact that is not known."""
    if len(set(outcomes.values())) == 1:
        return  # nothing comes of any fact
    for n, name in enumerate(clause.needs):
        unknown = {(r[:n], r[n + 1 :]): o for r, o in outcomes.items() if r[n] is None}
        for row, known in outcomes.items():
            less = unknown.get((row[:n], row[n + 1 :]))
            if row[n] is not None and less is not None and against(known, less):
                zh, en = _shown(clause, row, n)
                was, then = known.value, less.value
                yield (
                    f"{name} 为 {row[n]} 时是 {was}，没有提供时却是 {then}{zh}",
                    f"with {name} {row[n]} it is {was}, with it unknown {then}{en}",
                )
                return


def _shown(clause: Clause[...], row: tuple[Any, ...], left_out: int) -> tuple[str, str]:
    rest = [
        (name, v)
        for n, (name, v) in enumerate(zip(clause.needs, row, strict=True))
        if n != left_out
    ]
    shown = ", ".join(f"{name}={value}" for name, value in rest)
    return (f"（其余 {shown}）", f" (and {shown})") if shown else ("", "")
