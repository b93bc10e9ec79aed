"""Facts: an answer for whatever may be missing, exact, the same each time, and never a guess."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from innov_consortium.core.case import Dossier
from innov_consortium.core.clauses import Clause, Evidence, Fact
from innov_consortium.core.consortium import Person
from innov_consortium.core.decide import possible_acts
from innov_consortium.core.history import Consortium, replay
from innov_consortium.core.register import Register
from innov_consortium.core.registering import duties, register
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import InvalidInputError
from innov_consortium.testing.kit.fact_sources import of_source
from innov_consortium.testing.kit.looking import Looked, place_of
from innov_consortium.testing.kit.observing import Question, in_place
from innov_consortium.testing.kit.subject import Found, Subject
from innov_consortium.testing.kit.tracing import Sample, samples_of

__all__ = ["look_at_facts"]

_MUTABLE = (list, dict, set, bytearray)
#: Most characters of a value that are shown.
_SHOWN = 60
#: Values whose absence is that they are not known; no day and no event may mean that there is none.
_KNOWN = (bool, int, Fraction, Decimal, tuple, frozenset)


def look_at_facts(subject: Subject) -> Looked:
    """Ask the author's questions and made-up ones, and look at what facts return."""
    questions = (*subject.observed.questions, *subject.observed.made_up)
    found: dict[str, Found] = {}
    with in_place(subject.policy):
        for question in questions:
            for flaw in _asked(question):
                found.setdefault(flaw.subject, flaw)
        samples = samples_of(subject.policy.facts, questions)
        for fact in subject.policy.facts:
            for flaw in (*of_source(fact), *_of(subject, fact, samples[fact.name])):
                found.setdefault(flaw.subject, flaw)
    return Looked(len(subject.policy.facts), list(found.values()))


def _asked(question: Question) -> Iterator[Found]:
    """Yield what fails when a question is asked, with everything else that rests on its case."""
    what = question.inquiry
    try:
        question.ask()
        if isinstance(question.case, Dossier):
            what = "duties"
            consortium = replay(question.case.history, question.on)
            duties(question.policy, consortium, question.on, question.case)
            what = "possible_acts"
            possible_acts(question.policy, consortium, question.on, question.case)
            what = "register"
            folded = register(question.policy, [question.case.history], question.on, question.case)
            yield from _named(question, folded)
    except InvalidInputError:
        return
    except Exception as error:  # noqa: BLE001 - whatever it raises is told
        said = f"{type(error).__name__}: {error}"
        at, name = _raised_at(error)
        source = question.source or "几乎什么也没有提供的案例"
        zh = f"对 {source} 问 {what} 时 {name} 出错（{said}）；没有提供的（None）也必须能够回答"
        source = question.source or "a case of which next to nothing is known"
        en = f"{name} fails where {what} is asked of {source} ({said}); what is not known (None)"
        yield Found(f"{name}:total", zh, f"{en} has to have an answer, too", at)


def _named(question: Question, folded: Register) -> Iterator[Found]:
    """Yield that the name of a person stands in the register, which is shown and kept."""
    names = {person.name for person in _persons(question.case) if len(person.name) > 1}
    for sort, several in (("bars", folded.bars), ("engagements", folded.engagements)):
        name = getattr(question.policy, sort)
        for one in several:
            said = [
                str(getattr(one, a.name)) for a in attrs.fields(type(one)) if a.name != "person"
            ]
            if any(person in words for person in names for words in said):
                zh = f"{name} 把人的姓名写进了登记簿；姓名只放在 person 里"
                en = f"{name} puts the name of a person into the register; leave it in person"
                about = (one.provision,) if isinstance(one, Bar) else ()
                yield Found(f"{name}:person", zh, en, question.source, about)
                return


def _persons(held: Any) -> Iterator[Person]:
    """Yield the persons a case speaks of, wherever they stand in it."""
    if isinstance(held, Person):
        yield held
    elif isinstance(held, tuple | frozenset):
        for one in held:
            yield from _persons(one)
    elif attrs.has(type(held)):
        for field in attrs.fields(type(held)):
            yield from _persons(getattr(held, field.name))


def _raised_at(error: BaseException) -> tuple[str, str]:
    """Return the place and the function of a policy that an error comes from."""
    trace = error.__traceback__
    at, name = "", "?"
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if not module.startswith("innov_consortium.") or ".policies." in module:
            code = trace.tb_frame.f_code
            at, name = f"{module.rpartition('.')[2]}.py:{trace.tb_lineno}", code.co_name
        trace = trace.tb_next
    return at, name


def _of(subject: Subject, fact: Fact[..., Any], samples: list[Sample]) -> Iterator[Found]:
    where, name = place_of(fact), fact.name
    plain = {f.name for f in subject.policy.facts}
    for sample in samples:
        made = _plain(sample.made)
        if isinstance(made, float):
            zh = f"事实 {name} 得出 float（{made}），会有误差；请用 Fraction 或 Decimal"
            yield Found(f"{name}:float", zh, f"the fact {name} returns the float {made}", where)
            return
        if isinstance(made, _MUTABLE):
            zh = f"事实 {name} 得出可以修改的 {type(made).__name__}；请用 tuple 或 frozenset"
            en = f"the fact {name} returns a {type(made).__name__}, which can be altered; a tuple"
            yield Found(f"{name}:mutable", zh, f"{en} or a frozenset cannot", where)
            return
        if _again(fact, sample.given) != (sample.made, ""):
            zh = f"事实 {name} 对同样的输入前后不同；事实只能由参数得出"
            yield Found(f"{name}:same", zh, f"{name} returns another thing of the same", where)
            return
        for needed in fact.needs:
            if sample.given[needed] is None or not _may_lack(fact, needed):
                continue
            less, error = _again(fact, {**sample.given, needed: None})
            if error:
                zh = f"事实 {name} 在 {needed} 没有提供时出错（{error}）；"
                zh = f"{zh}参数注明可以没有的，必须能够回答"
                en = (
                    f"{name} fails where {needed} is not known ({error}), though its hint allows it"
                )
                yield Found(f"{name}:total", zh, en, where)
                return
            known = needed in plain and isinstance(_plain(sample.given[needed]), _KNOWN)
            known = known or needed == "application"  # of a history it may not be on record
            register = name in (subject.policy.engagements, subject.policy.bars)
            register = register and _is_recognised(sample.given.get("consortium"))
            if known and _guesses(made, _plain(less), register=register):
                was, then = _short(made), _short(_plain(less))
                zh = f"事实 {name}：{needed} 为已知时是 {was}，没有提供时却是 {then}；"
                en = f"{name} is {was} with {needed} known and {then} with it unknown;"
                zh = f"{zh}没有提供不等于否，也不等于零，请返回 None"
                yield Found(f"{name}:missing", zh, f"{en} what is missing is not no", where)
                return


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Evidence) else value


def _guesses(made: Any, less: Any, *, register: bool) -> bool:
    """Return whether knowing less has turned yes into no, no into yes, or a count into nought.

    Of what goes into the register none is no answer either: it proves that there is nothing.
    """
    if isinstance(made, bool) and isinstance(less, bool):
        return made is not less
    if register and isinstance(made, tuple) and isinstance(less, tuple):
        return bool(made) and not less
    counted = isinstance(made, int) and isinstance(less, int)
    return counted and not isinstance(less, bool) and made != 0 and less == 0


def _is_recognised(consortium: Any) -> bool:
    return isinstance(consortium, Consortium) and consortium.recognised_on is not None


def _short(value: Any) -> str:
    """Return a value in words that fit a line."""
    shown = str(value)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _again(fact: Fact[..., Any], given: typing.Mapping[str, Any]) -> tuple[Any, str]:
    try:
        return fact.function(**given), ""
    except Exception as error:  # noqa: BLE001 - whatever it raises is told
        return None, f"{type(error).__name__}: {error}"


def _may_lack(fact: Fact[..., Any] | Clause[...], name: str) -> bool:
    """Return whether a parameter's hint says that it may be ``None``."""
    try:
        hint = typing.get_type_hints(inspect.unwrap(fact.function)).get(name)
    except (NameError, TypeError):
        return False
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return type(None) in typing.get_args(hint)
    return False
