"""The kit as one question: does a policy package keep to everything a policy package has to?"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from innov_consortium.core.policy import Policy
from innov_consortium.plugins import catalogue
from innov_consortium.testing.kit.checks import CHECKS
from innov_consortium.testing.kit.conformance import (
    Accepted,
    Check,
    Conformance,
    Flaw,
    Mutants,
    State,
)
from innov_consortium.testing.kit.gaps import GAPS, Known, accepted_in, read_gaps, settle, stale
from innov_consortium.testing.kit.lines import lines_of
from innov_consortium.testing.kit.looking import Asking, NotRun
from innov_consortium.testing.kit.mutating import MUTANTS, Tried, try_mutants
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["check_policy"]

_ZH = "已知差异逐项找得到，没有多余的行"
_EN = "each known gap is found, and no line is left over"


def check_policy(
    policy: Policy,
    *,
    mutants: int | str | None = None,
    seed: int = 0,
    editions: Iterable[Policy] | None = None,
) -> Conformance:
    """Hold a policy and its package against everything a policy package has to keep to.

    No test framework is needed. Its pages and examples are run; nothing is written.

    Args:
        policy: The policy, as its plugin offers it.
        mutants: How many of its mutants to try on its own examples: a number, ``all`` or ``none``;
            ``None`` for all of a small policy and some of a large one.
        seed: What is drawn is the same for the same seed.
        editions: The policies of its code, itself among them; those of the catalogue if ``None``.

    Raises:
        ValueError: ``mutants`` is some other word.
    """
    if isinstance(mutants, str) and mutants not in ("all", "none"):
        msg = f"mutants: a number, 'all' or 'none', not {mutants!r}"
        raise ValueError(msg)
    alone = policy.without_additional
    if editions is None:
        editions = (p.without_additional for p in catalogue().policies if p.code == policy.code)
    subject = Subject(alone, tuple(editions), seed)
    known = read_gaps(subject.package)
    checks = [settle(_look(asking, subject), known.gaps) for asking in CHECKS]
    tried = None if mutants == "none" else try_mutants(subject, mutants)
    said, survived = _mutants(tried, known, seed)
    checks.append(_of_gaps(known, checks, survived, tried, seed))
    flaws = [flaw for check in checks for flaw in check.flaws]
    return Conformance(
        policy=alone,
        package=subject.package.name if subject.package else "",
        checks=tuple(checks),
        lines=lines_of(subject, flaws),
        mutants=said,
    )


def _look(asking: Asking, subject: Subject) -> Check:
    check = Check(name=asking.name, zh=asking.zh, en=asking.en, state=State.PASSED, count=0)
    try:
        looked = asking.look(subject)
        if isinstance(looked, NotRun):
            return evolve(check, state=State.NOT_RUN, note_zh=looked.zh, note_en=looked.en)
        flaws = tuple(_flaw(asking.name, found) for found in looked.found)
    except Exception as error:  # noqa: BLE001 - a policy may do anything; the other checks go on
        return evolve(check, flaws=(_broken(asking.name, error),))
    return evolve(
        check,
        count=looked.count,
        flaws=flaws,
        note_zh=looked.note_zh,
        note_en=looked.note_en,
    )


def _flaw(check: str, found: Found) -> Flaw:
    return Flaw(
        check=check,
        subject=found.subject,
        zh=found.zh,
        en=found.en,
        where=found.where,
        provisions=found.provisions,
    )


def _broken(check: str, error: Exception) -> Flaw:
    said = f"{type(error).__name__}: {error}"
    return Flaw(
        check=check,
        subject=f"{check}:broken",
        zh=f"检查进行不下去（{said}）；多半是政策的某个部分不成形，请先改正其他各项",
        en=f"the check cannot go on ({said}); mend what the others tell first",
    )


def _mutants(
    tried: Tried | None, known: Known, seed: int
) -> tuple[Mutants | None, tuple[Accepted, ...]]:
    if tried is None:
        return None, ()
    left, accepted = accepted_in(tried.survivors, known.gaps)
    said = Mutants(
        there=tried.there,
        asked=tried.asked,
        survivors=left,
        accepted=accepted,
        examples=tried.examples,
        seed=seed,
    )
    return said, accepted


def _of_gaps(
    known: Known,
    checks: list[Check],
    survived: tuple[Accepted, ...],
    tried: Tried | None,
    seed: int,
) -> Check:
    ids = None if tried is None else tried.tried
    flaws = stale(known, checks, survived, ids, MUTANTS, seed=seed)
    state = State.FAILED if flaws else State.PASSED
    return Check(name=GAPS, zh=_ZH, en=_EN, state=state, count=len(known.gaps), flaws=flaws)
