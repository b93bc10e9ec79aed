"""What a reader must know of an answer as a whole: draft, supposed publication, other figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.plan import closure
from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform
from innov_consortium.core.report import Answer, Mark, Report
from innov_consortium.core.sources import ForceInTime
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.procedure import is_act
from innov_consortium.rendering.styles import OPEN
from innov_consortium.rendering.wording import Wording, visible

__all__ = [
    "dated_key",
    "general_marks",
    "if_in_force_key",
    "marks",
    "notes",
    "reforms",
    "worded_marks",
]

#: What speaks of the day of publication, and is said otherwise where it does not matter.
_DATED = {
    "coverage.not_yet": "coverage.not_yet.stated",
    "duties.not_yet": "duties.not_yet.stated",
    "in_force.in_force": "in_force.in_force.stated",
    "in_force.not_yet_in_force": "in_force.not_yet_in_force.stated",
}

#: What is said where it is not known whether a text is in force, and where it certainly has begun.
_BEGUN = {
    "acts.if_in_force": "acts.if_in_force.begun",
    "answer.act.if_in_force": "answer.act.if_in_force.begun",
    "answer.if_in_force": "answer.if_in_force.begun",
}

#: What speaks of the end of a period of validity, and what is said where another text ended it.
_OVER = {
    "coverage.ends": "coverage.ends.repealed",
    "coverage.expired": "coverage.expired.repealed",
    "coverage.expires": "coverage.expires.repealed",
    "duties.expired": "duties.expired.repealed",
    "in_force.expired": "in_force.expired.repealed",
    "validity.expired": "validity.expired.repealed",
}

#: How the days of a reform are said, by whether they have a first one and a last one.
_DAYS = {
    (True, True): "mark.reform.between",
    (True, False): "mark.reform.from",
    (False, True): "mark.reform.until",
    (False, False): "mark.reform.always",
}


def marks(words: Wording, report: Report) -> list[str]:
    """Return what a reader must know of a report."""
    said = general_marks(words, report, in_time=True)
    if is_act(report) and report.answer is Answer.NO_BASIS and not _out_of_time(report):
        said.append(words.say("note.no_step"))
    if is_act(report) and report.answer is Answer.OPEN and not _asked(report):
        said.append(words.say("note.not_encoded"))
    return [*said, *notes(words, report)]


def general_marks(words: Wording, report: Report, *, in_time: bool) -> list[str]:
    """Return what a reader must know of a report, whatever its findings are.

    Args:
        words: The language.
        report: The report.
        in_time: Whether what it says of force in time holds of all that it is to stand for.
    """
    finished = report.in_force is ForceInTime.EXPIRED and report.answer is not Answer.NO_BASIS
    dated = in_time and report.in_force is not ForceInTime.UNKNOWN and not finished
    key = dated_key(report.policy, f"in_force.{report.in_force.value}")
    said = [words.say(key)] if dated else []
    said += worded_marks(words, report.policy, report.marks)
    counting = (one for one in report.policy.reforms if report.on in one.window)
    return [*said, *reforms(words, counting)]


def reforms(words: Wording, counting: Iterable[Reform]) -> list[str]:
    """Return which reforms an answer rests on."""
    return [_reform(words, one) for one in counting]


def _reform(words: Wording, reform: Reform) -> str:
    """Return that an answer rests on a reform, with its days and where it is proposed."""
    ends = reform.first is not None, reform.last is not None
    return words.say(
        "mark.reform",
        name=visible(reform.name),
        days=words.say(_DAYS[ends], first=reform.first, last=reform.last),
        source=words.say("mark.reform.source", source=visible(reform.source))
        if reform.source
        else "",
    )


def notes(words: Wording, report: Report) -> list[str]:
    """Return what of an answer fulfils no norm of the text, or is waiting for one."""
    said = [_added(words, report, source) for source in _sources(report)]
    for of in (Outcome.ACCEPTED_DEPARTURE, Outcome.CASE_BY_CASE):
        number = sum(f.norm.combines and f.outcome is of for f in report.findings)
        said += [words.say(f"note.{of.value}", n=number)] if number else []
    if report.answer is Answer.OPEN and report.failed:
        undecided = (f.provision for f in report if f.norm.displaces and f.outcome in OPEN)
        places = words.listed(dict.fromkeys(place(p, words.locale) for p in undecided))
        said.append(words.say("note.undecided", n=len(report.failed), places=places))
    return said


def _sources(report: Report) -> Iterable[str]:
    """Return what is asked beside the policy, by name."""
    return dict.fromkeys(f.norm.source for f in report.additional)


def _added(words: Wording, report: Report, source: str) -> str:
    instrument = report.policy.instrument_of(source)
    title = f"《{instrument.title}》" if words.chinese else instrument.gloss
    number = sum(f.norm.source == source for f in report.additional)
    return words.say("note.additional", title=title, n=number)


def worded_marks(words: Wording, policy: Policy, marks: Iterable[Mark]) -> list[str]:
    """Return marks in words."""
    return [_mark(words, policy, mark) for mark in marks]


def dated_key(policy: Policy, key: str) -> str:
    """Return the key of what is said of the time a text is in force.

    Where that begins on a day the text itself states, nothing is said of the day of publication;
    where a later text has done away with it, nothing of the end of a period.

    Args:
        policy: The policy.
        key: The key of what is said where it begins by the day of publication.
    """
    if policy.in_time.repealed is not None and key in _OVER:
        return _OVER[key]
    facts = {f.name: f for f in policy.facts}
    begins = policy.in_time.commencement.needs
    needs = {*begins, *(n for name in closure(begins, facts) for n in facts[name].needs)}
    return key if "published_on" in needs else _DATED.get(key, key)


def if_in_force_key(report: Report, key: str) -> str:
    """Return the key of what is said where it is not known whether a text is in force.

    Where it has begun and only its end cannot be seen, whether it has begun is not put in doubt.

    Args:
        report: The report.
        key: The key of what is said where its beginning is not known.
    """
    begun = Mark.PUBLICATION_UNKNOWN not in report.marks and Mark.END_UNKNOWN in report.marks
    return _BEGUN[key] if begun else key


def _asked(report: Report) -> bool:
    return any(f.norm.combines for f in report.findings)


def _out_of_time(report: Report) -> bool:
    return report.in_force in (ForceInTime.NOT_YET, ForceInTime.EXPIRED)


def _mark(words: Wording, policy: Policy, mark: Mark) -> str:
    publication, repealed = policy.publication, policy.in_time.repealed
    if mark is Mark.REPEALED and repealed is not None:
        by = repealed.by if words.chinese else repealed.gloss
        return words.say("mark.repealed", day=repealed.on, by=by)
    return words.say(
        f"mark.{mark.value}",
        day=None if publication is None else publication.day,
        numbers=words.joined(_changed(words, policy)) if mark is Mark.OTHER_NUMBERS else "",
    )


def _changed(words: Wording, policy: Policy) -> Iterator[str]:
    """Return the figures that are not those of the text, each beside the one that is."""
    stated = numbers_of(type(policy.numbers)())
    for own, instead in zip(stated, numbers_of(policy.numbers), strict=True):
        if own != instead:
            yield words.say(
                "number.changed",
                label=words.of_policy(f"number.{own.name}") or own.name,
                instead=words.with_unit(instead.value, own.unit),
                own=words.with_unit(own.value, own.unit),
            )
