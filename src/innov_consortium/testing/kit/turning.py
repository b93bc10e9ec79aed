"""Days to come: an answer that alters by itself does so on a day the policy tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from innov_consortium.core.case import Dossier
from innov_consortium.core.decide import possible_acts
from innov_consortium.core.history import replay
from innov_consortium.core.registering import register
from innov_consortium.core.report import Report
from innov_consortium.core.validity import validity_of
from innov_consortium.testing.kit.looking import Looked
from innov_consortium.testing.kit.observing import Question, in_place
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_turns"]

#: Most questions looked ahead from, and how far, in years.
_MOST, _YEARS = 30, 8
#: Of each sort of turn so many are looked at from a day to a day.
_MOST_OF_ONE = 12


def look_at_turns(subject: Subject) -> Looked:
    """Ask the author's questions of days to come, and look whether the turns were foretold."""
    questions = subject.observed.questions[:_MOST]
    found: dict[str, Found] = {}
    with in_place(subject.policy):
        for question in questions:
            for flaw in _ahead(question):
                found.setdefault(flaw.subject, flaw)
        seen: Counter[str] = Counter()
        for question in subject.observed.questions:
            for flaw in _beside(question, seen):
                found.setdefault(flaw.subject, flaw)
    found |= {flaw.subject: flaw for flaw in _idle(subject)}
    return Looked(len(questions), list(found.values()))


def _ahead(question: Question) -> Iterator[Found]:
    try:
        report = question.ask()
        told = report.changes_on
    except Exception as error:  # noqa: BLE001 - what fails when asked, the check of facts tells
        if "report" in locals():
            said = f"{type(error).__name__}: {error}"
            zh = f"{question.inquiry} 何时改变说不出来（{said}）；请改正 turns 这一事实"
            en = f"when {question.inquiry} alters cannot be told ({said}); mend the fact of turns"
            yield Found(f"{question.inquiry}:turns", zh, en, question.source)
        return
    if report.again is None:
        return
    for day in _days(question, report):
        if told is not None and day >= told:
            return
        try:
            then = report.again.on(day)
        except Exception:  # noqa: BLE001, S112 - the check of facts tells
            continue
        if then.answer is not report.answer:
            name = question.policy.turns or "turns"
            foretold = "没有预告" if told is None else f"预告的却是 {told}"
            zh = f"{question.inquiry} 的回答到 {day} 已自行变为 {then.answer.value}，{foretold}；"
            zh = f"{zh}请在 {name} 中写出这一天"
            en = f"the answer of {question.inquiry} has become {then.answer.value} by {day} by"
            en = f"{en} itself, foretold for {told or 'no day'}; {name} has to tell of that day"
            yield Found(f"{question.inquiry}:turns", zh, en, question.source)
            return


def _beside(question: Question, seen: Counter[str]) -> Iterator[Found]:
    """Yield that something alters a day before, or a day after, a day that is told of."""
    try:
        report = question.ask()
        reasons = () if report.again is None else report.again.reasons()
    except Exception:  # noqa: BLE001 - the check of facts tells
        return
    days = {r.day for r in reasons}
    for reason in reasons:
        seen[reason.what] += 1
        if seen[reason.what] > _MOST_OF_ONE:
            continue
        for late in (True, False):
            day = reason.day - timedelta(days=1) if late else reason.day + timedelta(days=1)
            if day in days or day - timedelta(days=1) <= question.on:
                continue
            before, then = (_standing(question, report, d) for d in (day - timedelta(days=1), day))
            if before is not None and then is not None and before != then:
                name = question.policy.turns or "turns"
                zh = f"{name} 所说的 {reason.what} 是 {reason.day}，实际在 {day} 改变；请核对起止日"
                en = f"{name} tells of {reason.what} on {reason.day}, and it alters on {day}; see"
                about = (reason.provision,)
                told = f"{name}:{reason.what}"
                yield Found(told, zh, f"{en} where it begins", question.source, about)


def _standing(question: Question, report: Report, day: date) -> Any:
    """Return what norms come to on a day, and which acts are possible; ``None`` if that fails."""
    try:
        then = report.again.on(day) if report.again is not None else report
        acts: list[Any] = []
        if isinstance(question.case, Dossier):
            consortium = replay(question.case.history, day, known_on=question.on)
            possible = possible_acts(report.policy, consortium, day, question.case)
            acts = [(one.step.name, one.standing) for one in possible]
    except Exception:  # noqa: BLE001 - the check of facts tells
        return None
    return [(f.norm.name, f.outcome) for f in then.findings], acts


def _days(question: Question, report: Report) -> Iterator[date]:
    """Yield days to come: one of each month, both sides of a new year, and the end of the text."""
    last = date(min(question.on.year + _YEARS, date.max.year - 1), 12, 31)
    days = set()
    for year in range(question.on.year, last.year + 1):
        days |= {date(year, month, 1) for month in range(1, 13)} | {date(year, 1, 2)}
    window = validity_of(report.policy).window
    if window is not None and window.last is not None and window.last < last:
        days |= {window.last, window.last + timedelta(days=1)}
    yield from sorted(day for day in days if question.on < day <= last)


def _idle(subject: Subject) -> Iterator[Found]:
    """Yield the facts for the register that never say anything of any history."""
    policy = subject.policy
    histories = [q for q in subject.observed.questions if isinstance(q.case, Dossier)]
    if not histories:
        return
    bars = engagements = False
    for question in histories:
        if not isinstance(question.case, Dossier):
            continue
        for day in (question.on, question.on + timedelta(days=1)):
            try:
                replay(question.case.history, day)
                folded = register(question.policy, [question.case.history], day, question.case)
            except Exception:  # noqa: BLE001, S112 - the check of facts tells
                continue
            bars = bars or bool(folded.bars)
            engagements = engagements or bool(folded.engagements)
    for name, seen, zh, en in (
        (policy.bars, bars, "限制", "bar"),
        (policy.engagements, engagements, "牵头、参与", "engagement"),
    ):
        if name is not None and not seen:
            told = f"没有一个例子里的历史由 {name} 得出{zh}；请举一例，或者核对该事实"
            said = f"of no history in any example {name} tells a {en}; show one, or see the fact"
            yield Found(f"{name}:idle", told, said)
