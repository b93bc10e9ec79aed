"""Known gaps: what the kit finds and an author accepts, with the reason, exact both ways."""

from __future__ import annotations

from collections.abc import Container, Iterable

from attrs import evolve, frozen

from innov_consortium.testing.kit.conformance import Accepted, Check, Flaw, Gap, State
from innov_consortium.testing.kit.package import Package

__all__ = ["FILE", "GAPS", "Known", "accepted_in", "read_gaps", "settle", "stale"]

#: The file in a policy's package, and the check that holds it against what was found.
FILE, GAPS = "known_gaps.tsv", "known_gaps"

#: Checks that look at cases drawn from those of the author.
_DRAWN = frozenset({"facts", "knowing_less", "turns", "effects", "documents"})

_HEADER = ("check", "subject", "zh", "en")


@frozen
class Known:
    """What the file says.

    Args:
        gaps: Its rows.
        flaws: What is wrong with the file itself.
    """

    gaps: tuple[Gap, ...] = ()
    flaws: tuple[Flaw, ...] = ()


def read_gaps(package: Package | None) -> Known:
    """Return the known gaps of a package; none if it brings no such file."""
    text = None if package is None else package.text(FILE)
    if text is None:
        return Known()
    lines = text.removeprefix("\ufeff").rstrip("\n").split("\n")
    flaws = []
    if tuple(lines[0].split("\t")) != _HEADER:
        zh = f"首行应为 {'、'.join(_HEADER)}，以制表符分开；请改正"
        flaws.append(_flaw("header", zh, f"the first line has to be {' '.join(_HEADER)}", 1))
    gaps = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        parts = line.split("\t")
        if len(parts) != len(_HEADER) or not all(part.strip() for part in parts):
            zh = f"第 {number} 行应有四栏，各栏都要填写：check、subject、中文理由、英文理由"
            en = f"line {number} has to have four columns, none of them empty: {', '.join(_HEADER)}"
            flaws.append(_flaw(f"line{number}", zh, en, number))
            continue
        check, subject, zh, en = (part.strip() for part in parts)
        gaps.append(Gap(check=check, subject=subject, zh=zh, en=en, where=f"{FILE}:{number}"))
    return Known(tuple(gaps), tuple(flaws))


def accepted_in(
    flaws: Iterable[Flaw], gaps: Iterable[Gap]
) -> tuple[tuple[Flaw, ...], tuple[Accepted, ...]]:
    """Return the flaws nobody accepts, and those somebody does."""
    by_key = {(gap.check, gap.subject): gap for gap in gaps}
    left, accepted = [], []
    for flaw in flaws:
        gap = by_key.get((flaw.check, flaw.subject))
        if gap is None:
            left.append(flaw)
        else:
            accepted.append(Accepted(flaw, gap))
    return tuple(left), tuple(accepted)


def settle(check: Check, gaps: Iterable[Gap]) -> Check:
    """Return a check with what the author accepts set apart."""
    left, accepted = accepted_in(check.flaws, gaps)
    state = check.state
    if state is not State.NOT_RUN:
        state = State.FAILED if left else State.PASSED
    return evolve(check, flaws=left, accepted=accepted, state=state)


def stale(
    known: Known,
    checks: Iterable[Check],
    survived: Iterable[Accepted],
    tried: Container[str] | None,
    mutants: str,
    *,
    seed: int = 0,
) -> tuple[Flaw, ...]:
    """Return the gaps that name what was not found, and those that name no check.

    Args:
        known: What the file says.
        checks: Every check, settled.
        survived: The mutants that survive and are accepted.
        tried: The mutants that were tried; ``None`` if none were.
        mutants: The name under which a mutant is accepted.
        seed: The seed of what was drawn; with another than nought other cases are looked at, and
            what is not found in them is not told of.
    """
    checks = tuple(checks)
    states = {check.name: check.state for check in checks}
    used = {a.gap for check in checks for a in check.accepted} | {a.gap for a in survived}
    flaws = list(known.flaws)
    for gap in known.gaps:
        number = int(gap.where.rpartition(":")[2])
        if gap.check not in states and gap.check != mutants:
            there = "、".join([*states, mutants])
            zh = f"没有名为 {gap.check} 的检查；有：{there}"
            flaws.append(_flaw(f"{gap.check}:{gap.subject}", zh, f"no check {gap.check}", number))
            continue
        unasked = states.get(gap.check) is State.NOT_RUN or (seed != 0 and gap.check in _DRAWN)
        if gap.check == mutants:
            unasked = tried is None or gap.subject not in tried
        if gap not in used and not unasked:
            zh = f"{gap.check} 的 {gap.subject} 已经没有发现；请删去这一行"
            en = f"{gap.subject} of {gap.check} is no longer found; leave the line out"
            flaws.append(_flaw(f"{gap.check}:{gap.subject}", zh, en, number))
    return tuple(flaws)


def _flaw(subject: str, zh: str, en: str, line: int) -> Flaw:
    return Flaw(check=GAPS, subject=subject, zh=zh, en=en, where=f"{FILE}:{line}")
