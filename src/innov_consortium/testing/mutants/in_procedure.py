"""Mutants of a policy's procedure, of the duties in it, and of who is who."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from innov_consortium.core.duties import Duty
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import Step
from innov_consortium.testing.mutants.exchanging import step_changed
from innov_consortium.testing.mutants.mutant import Mutant, Operator

__all__ = ["in_duties", "in_steps", "in_words"]

_LISTS = (
    ("applicants", "申请人的称呼", "what applicants are called"),
    ("approving_bodies", "批复部门的名称", "names of the approving body"),
    ("interpreting_bodies", "解释部门的名称", "names of the interpreting bodies"),
    ("special_grounds", "特殊情况的依据", "grounds of a special case"),
)


def in_steps(policy: Policy) -> Iterator[Mutant]:
    """Yield the mutants of a policy's steps."""
    for step in policy.steps:
        rest = tuple(s for s in policy.steps if s is not step)
        yield _mutant(
            step, "left-out", "这一步去掉", "is left out", functools.partial(evolve, steps=rest)
        )
        for name, zh, en, changes in _demands(step):
            make = functools.partial(step_changed, step=step, **changes)
            yield _mutant(step, name, zh, en, make)


def _demands(step: Step) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield what a step may lack: its name, that in Chinese and English, and the step's fields."""
    for sort, zh, en in (
        ("guards", "要求", "guard"),
        ("notes", "附带说明", "note"),
        ("asks", "所须满足的问题", "inquiry it asks"),
        ("after", "可以由之开始的阶段", "stage it starts from"),
        ("phases", "可以进行的状态", "phase it may be taken in"),
        ("under", "所据的解释", "reading it is there under"),
        ("where", "事件所须说明的", "thing the event must say"),
    ):
        held = getattr(step, sort)
        for n, one in enumerate(held):
            name = _named(one)
            left = (*held[:n], *held[n + 1 :])
            yield f"{sort}.{name}", f"不再有{zh} {name}", f"lacks the {en} {name}", {sort: left}
    if step.special is not None:
        name = step.special.name
        yield "special", f"不因 {name} 而可越过", f"is not skipped where {name}", {"special": None}
    if step.rests_on:
        yield "rests_on", "不须依据理由", "rests on no grounds", {"rests_on": ""}
    if step.then:
        yield "then", f"期满以后不成为 {step.then}", f"never becomes {step.then}", {"then": ""}
    if step.actor is not None:
        yield "actor", "任何人都可以作出", "may be taken by anybody", {"actor": None}
    if step.asks:
        other = {"screening": not step.screening}
        yield "screening", "初步审查与全面审查互换", "screens or no longer does", other


def _mutant(step: Step, name: str, zh: str, en: str, make: Any) -> Mutant:
    return Mutant(
        id=f"step:{step.name}:{name}",
        operator=Operator.STEP,
        about=(step.provision,),
        zh=f"步骤 {step.name}：{zh}",
        en=f"the step {step.name} {en}",
        make=make,
        bears_on=frozenset({f"event:{step.event.__name__}"}),
    )


def _named(one: Any) -> str:
    if isinstance(one, tuple):
        return str(one[0])
    return str(getattr(one, "name", one))


def in_duties(policy: Policy) -> Iterator[Mutant]:
    """Yield the mutants of a policy's duties."""
    for duty in policy.duties:
        rest = tuple(d for d in policy.duties if d is not duty)
        yield _duty(duty, "left-out", "去掉", "is left out", functools.partial(evolve, duties=rest))
        changes: list[tuple[str, str, str, dict[str, Any]]] = []
        if duty.toward is not None:
            changes.append(("toward", "不对任何人负有", "is owed to nobody", {"toward": None}))
        if duty.occasions is None:
            other = {"lasting": not duty.lasting}
            changes.append(("lasting", "的时间不同", "is owed at another time", other))
        else:
            changes.append(("occasions", "一直负有", "is owed all the time", {"occasions": None}))
        for name, zh, en, fields in changes:
            yield _duty(duty, name, zh, en, functools.partial(_other_duty, duty=duty, **fields))


def _other_duty(policy: Policy, duty: Duty, **changes: Any) -> Policy:
    others = tuple(evolve(d, **changes) if d is duty else d for d in policy.duties)
    return evolve(policy, duties=others)


def _duty(duty: Duty, name: str, zh: str, en: str, make: Any) -> Mutant:
    return Mutant(
        id=f"duty:{duty.name}:{name}",
        operator=Operator.DUTY,
        about=(duty.provision,),
        zh=f"职责 {duty.name} {zh}",
        en=f"the duty {duty.name} {en}",
        make=make,
    )


def in_words(policy: Policy) -> Iterator[Mutant]:
    """Yield the mutants of the lists of words by which a policy knows who and what is meant."""
    for name, zh, en in _LISTS:
        held = getattr(policy, name)
        for n, word in enumerate(held):
            left = {name: (*held[:n], *held[n + 1 :])}
            yield _word(f"{name}:without-{word}", zh, en, word, functools.partial(evolve, **left))
    for n, (place, listed) in enumerate(policy.vocabulary):
        for m, word in enumerate(listed):
            rest = (place, (*listed[:m], *listed[m + 1 :]))
            vocabulary = (*policy.vocabulary[:n], rest, *policy.vocabulary[n + 1 :])
            make = functools.partial(evolve, vocabulary=vocabulary)
            yield _word(
                f"words.{place}:without-{word}", f"{place} 的用词", f"words for {place}", word, make
            )
    for n, actor in enumerate(policy.actors):
        for m, word in enumerate(actor.names):
            other = evolve(actor, names=(*actor.names[:m], *actor.names[m + 1 :]))
            actors = (*policy.actors[:n], other, *policy.actors[n + 1 :])
            zh, en = f"{actor.role} 的名称", f"names of {actor.role}"
            make = functools.partial(evolve, actors=actors)
            yield _word(f"names.{actor.role}:without-{word}", zh, en, word, make)


def _word(where: str, zh: str, en: str, word: str, make: Any) -> Mutant:
    return Mutant(
        id=f"word:{where}",
        operator=Operator.WORD,
        about=(),
        zh=f"{zh}少了“{word}”",
        en=f"the {en} lack {word!r}",
        make=make,
    )
