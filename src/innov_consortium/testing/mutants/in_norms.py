"""Mutants of what a policy asks: norms left out, of another force, of another weight."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve

from innov_consortium.core.checking import settings_of
from innov_consortium.core.clauses import Clause, Force, Judgement
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.plan import force_of
from innov_consortium.core.policy import Policy
from innov_consortium.testing.mutants.exchanging import exchanged, inquiry_changed
from innov_consortium.testing.mutants.mutant import Mutant, Operator
from innov_consortium.testing.mutants.rewriting import key_of

__all__ = ["in_norms", "in_questions", "in_time"]

_PARTS = (
    ("conditions", "条件", "condition"),
    ("context", "附带的", "context"),
    ("afterwards", "届满以后仍说的", "aftermath"),
)
_OTHER = {Force.MANDATORY: Force.IN_PRINCIPLE, Force.IN_PRINCIPLE: Force.MANDATORY}
_SHOWN = {Force.MANDATORY: ("必须", "mandatory"), Force.IN_PRINCIPLE: ("原则上", "in principle")}


def in_questions(policy: Policy) -> Iterator[Mutant]:
    """Yield the mutants of a policy's inquiries."""
    for inquiry in policy.inquiries:
        for part, zh, en in _PARTS:
            for norm in getattr(inquiry, part):
                rest = tuple(n for n in getattr(inquiry, part) if n is not norm)
                yield _norm(
                    norm,
                    inquiry,
                    Operator.NORM,
                    f"{inquiry.name}.{part}.{_name(norm)}",
                    f"问题 {inquiry.name} 的{zh}规范 {_at(norm)} 不再问",
                    f"{inquiry.name} no longer asks its {en} {_at(norm)}",
                    _changing(inquiry, **{part: rest}),
                )
        yield from _weights(inquiry)
        yield Mutant(
            id=f"grounds:{inquiry.name}",
            operator=Operator.GROUNDS,
            about=(inquiry.chapeau,) if inquiry.chapeau else (),
            zh=f"问题 {inquiry.name} 的规范由逐项条件改为择一理由，或者相反",
            en=f"the norms of {inquiry.name} become grounds, not conditions, or the reverse",
            make=_changing(inquiry, grounds=not inquiry.grounds),
            bears_on=frozenset({f"inquiry:{inquiry.name}"}),
        )


def _changing(inquiry: Inquiry, **changes: Any) -> Callable[[Policy], Policy]:
    return lambda policy: inquiry_changed(policy, inquiry, **changes)


def _weights(inquiry: Inquiry) -> Iterator[Mutant]:
    for part, other in (("conditions", "context"), ("context", "conditions")):
        for norm in getattr(inquiry, part):
            rest = tuple(n for n in getattr(inquiry, part) if n is not norm)
            more = (*getattr(inquiry, other), norm)
            counts = part == "context"
            yield _norm(
                norm,
                inquiry,
                Operator.WEIGHT,
                f"{inquiry.name}.{_name(norm)}",
                f"问题 {inquiry.name} 的结论{'计入' if counts else '不计入'}规范 {_at(norm)}",
                f"{inquiry.name} {'counts' if counts else 'does not count'} {_at(norm)}",
                _changing(inquiry, **{part: rest, other: more}),
            )


def in_norms(policy: Policy) -> Iterator[Mutant]:
    """Yield the mutants of the norms themselves, each exchanged wherever the policy holds it."""
    seen: set[int] = set()
    for norm in policy.every_norm:
        if id(norm) in seen:
            continue
        seen.add(id(norm))
        if isinstance(norm, Judgement):
            if norm.only_if is not None:
                yield _exchanged(
                    norm,
                    evolve(norm, only_if=None),
                    f"concern:{_name(norm)}:only_if",
                    f"判断 {_at(norm)} 不论 {norm.only_if} 如何都须作出",
                    f"{_at(norm)} is judged whether or not {norm.only_if}",
                )
        else:
            yield from _of_a_clause(policy, norm)


def _of_a_clause(policy: Policy, norm: Clause[...]) -> Iterator[Mutant]:
    force = force_of(norm, settings_of(policy))
    if force in _OTHER:
        (zh, en), (other_zh, other_en) = _SHOWN[force], _SHOWN[_OTHER[force]]
        yield _exchanged(
            norm,
            _with(norm, force=_forced(norm, force)),
            f"force:{_name(norm)}",
            f"规范 {_at(norm)} 由{zh}改为{other_zh}",
            f"{_at(norm)} binds as {other_en}, not as {en}",
            Operator.FORCE,
        )
    attested = not norm.attested
    zh, en = ("也", "an") if attested else ("不再", "no")
    yield _exchanged(
        norm,
        _with(norm, attested=attested),
        f"concern:{_name(norm)}:attested",
        f"规范 {_at(norm)} {zh}由认定回答",
        f"{en} attestation answers {_at(norm)}",
    )
    if isinstance(norm.attested, tuple):
        yield _exchanged(
            norm,
            _with(norm, attested=True),
            f"concern:{_name(norm)}:by",
            f"规范 {_at(norm)} 由任何人的认定回答",
            f"anybody's attestation answers {_at(norm)}",
        )
    if norm.displaces is not None:
        yield _exchanged(
            norm,
            _with(norm, displaces=None),
            f"concern:{_name(norm)}:displaces",
            f"规范 {_at(norm)} 不替代其他规范",
            f"nothing gives way to {_at(norm)}",
        )


def in_time(policy: Policy) -> Iterator[Mutant]:
    """Yield the mutants of what says when a text is in force."""
    told = policy.in_time
    parts: list[tuple[str, Any, dict[str, Any]]] = []
    if told.expiry is not None:
        parts.append(("expiry", told.expiry, {"expiry": None}))
    if told.pending is not None:
        parts.append(("pending", told.pending, {"pending": None}))
    parts += [
        (one.name, one, {"others": tuple(o for o in told.others if o is not one)})
        for one in told.others
    ]
    for name, norm, changes in parts:
        yield Mutant(
            id=f"time:{name}",
            operator=Operator.TIME,
            about=(norm.provision,),
            zh=f"施行与有效期的规范 {_at(norm)} 去掉",
            en=f"{_at(norm)} no longer says when the text is in force",
            make=functools.partial(_timed, **changes),
        )


def _timed(policy: Policy, **changes: Any) -> Policy:
    return evolve(policy, in_time=evolve(policy.in_time, **changes))


def _forced(norm: Clause[...], force: Force) -> Force | Callable[..., Force]:
    """Return the other force; a function of readings where the norm's own is one."""
    if isinstance(norm.force, Force):
        return _OTHER[force]
    told = norm.force

    @functools.wraps(told)
    def other(**settings: Any) -> Force:
        found = told(**settings)
        return _OTHER.get(found, found)

    return other


def _with(norm: Clause[...], **changes: Any) -> Clause[...]:
    parts = {
        "force": norm.force,
        "each": norm.each,
        "displaces": norm.displaces,
        "attested": norm.attested,
        **changes,
    }
    return Clause(norm.function, norm.provision, **parts)


def _exchanged(
    norm: Clause[...] | Judgement,
    other: Clause[...] | Judgement,
    id_: str,
    zh: str,
    en: str,
    operator: Operator = Operator.CONCERN,
) -> Mutant:
    return Mutant(
        id=id_,
        operator=operator,
        about=(norm.provision,),
        zh=zh,
        en=en,
        make=lambda policy: exchanged(policy, {id(norm): other}),
        bears_on=_bears_on(norm),
    )


def _norm(
    norm: Clause[...] | Judgement,
    inquiry: Inquiry,
    operator: Operator,
    where: str,
    zh: str,
    en: str,
    make: Callable[[Policy], Policy],
) -> Mutant:
    return Mutant(
        id=f"{operator.label}:{where}",
        operator=operator,
        about=(norm.provision,),
        zh=zh,
        en=en,
        make=make,
        bears_on=frozenset({f"inquiry:{inquiry.name}"}),
    )


def _bears_on(norm: Clause[...] | Judgement) -> frozenset[str] | None:
    return frozenset({key_of(norm.function)}) if isinstance(norm, Clause) else None


def _name(norm: Clause[...] | Judgement) -> str:
    return norm.name


def _at(norm: Clause[...] | Judgement) -> str:
    return norm.provision if isinstance(norm, Judgement) else f"{norm.provision}（{norm.name}）"
