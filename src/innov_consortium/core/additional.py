"""Additional clauses: what a district or a call asks beside a policy, by a text of its own.

They are conditions, never grounds or sanctions: they are asked beside the policy's own on the days
of their window, so that they can leave an answer as it is or make it worse, never better. Whatever
would do more than that cannot be added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from innov_consortium.core.clauses import Clause, Fact, Judgement
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.numbers import Number, numbers_of
from innov_consortium.core.periods import Window
from innov_consortium.core.plan import ENTITIES
from innov_consortium.core.sorts import check_sorts
from innov_consortium.core.sources import Instrument, Ledger
from innov_consortium.core.text import suggestion
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

if TYPE_CHECKING:
    from innov_consortium.core.policy import Policy

__all__ = ["AdditionalClauses", "additional_faults", "with_conditions"]

_PARTS: tuple[type[Any] | tuple[type[Any], ...], ...] = (str, (Clause, Judgement))
_TWO = ("应为两项：询问的名称和规范", "must be two: the name of an inquiry, and a norm")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)


@frozen(kw_only=True)
class AdditionalClauses:
    """Conditions that a text of a district or of a call adds to the questions of a policy.

    Args:
        name: What they are known by, ``east-2026``: lower case, figures and hyphens. Every
            provision of theirs begins with it and a colon, ``east-2026:art2.s1``.
        instrument: The text they are in; its jurisdiction is that of whoever made it.
        ledger: The provisions of that text.
        window: The days they are for, both ends included; an end may be open. What is asked of an
            application is asked if it was filed on one of them, however long its review takes;
            while it is not filed, on the day asked about. What is asked of a history is asked on
            the day asked about.
        conditions: What is asked, each with the name of the inquiry it is added to.
        numbers: The figures of the text; ``None`` if it has none. Its clauses and facts may name
            them, and the figures and readings of the policy.
        facts: What is derived for it, from a case or from facts of the policy.

    Raises:
        InvalidInputError: The name is none, or something is of another sort.
    """

    name: str
    instrument: Instrument
    ledger: Ledger = field(repr=False)
    window: Window
    conditions: tuple[tuple[str, Clause[...] | Judgement], ...] = field(repr=False)
    numbers: Any = field(default=None, repr=False)
    facts: tuple[Fact[..., Any], ...] = field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        self._require_sorts()
        name: object = self.name  # whatever a caller that is not typed hands over
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            zh = "应为小写字母、数字和连字符，以字母开头，如 east-2026"
            en = "must be lower case, figures and hyphens after a letter, such as east-2026"
            raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "name", zh, en)])

    def _require_sorts(self) -> None:
        """Raise unless everything is of its sort: what is not would not be asked, silently."""
        check_sorts(
            instrument=(self.instrument, Instrument),
            ledger=(self.ledger, Ledger),
            window=(self.window, Window),
            conditions=(self.conditions, tuple),
            facts=(self.facts, tuple),
        )
        check_sorts(
            **{f"conditions[{n}]": (one, tuple) for n, one in enumerate(self.conditions)},
            **{f"facts[{n}]": (one, Fact) for n, one in enumerate(self.facts)},
        )
        two = [
            Fault(FaultKind.INVALID_VALUE, f"conditions[{n}]", *_TWO)
            for n, one in enumerate(self.conditions)
            if len(one) != len(_PARTS)
        ]
        if two:
            raise InvalidInputError(two)
        parts: dict[str, tuple[object, type[Any] | tuple[type[Any], ...]]] = {}
        for n, one in enumerate(self.conditions):
            for place, (part, sort) in enumerate(zip(one, _PARTS, strict=True)):
                parts[f"conditions[{n}][{place}]"] = (part, sort)
        check_sorts(**parts)

    def of(self, *inquiries: str) -> tuple[Clause[...] | Judgement, ...]:
        """Return what is added to inquiries, each norm once."""
        asked = [norm for name, norm in self.conditions if name in inquiries]
        return tuple({id(norm): norm for norm in asked}.values())

    @property
    def figures(self) -> tuple[Number, ...]:
        """The figures of the text, with their provisions."""
        return () if self.numbers is None else numbers_of(self.numbers)


def additional_faults(policy: Policy, added: AdditionalClauses) -> list[str]:
    """Return why clauses cannot be added to a policy; none where they can.

    Args:
        policy: The policy, with whatever has been added to it.
        added: The clauses.
    """
    if any(one.name == added.name for one in policy.additional):
        return [f"{added.name} is added already"]
    return [*_own_names(policy, added), *_places(policy, added), *_relaxing(policy, added)]


def _own_names(policy: Policy, added: AdditionalClauses) -> Iterator[str]:
    """Judge that nothing of the policy is named anew: it would be another policy."""
    facts = {f.name for f in policy.facts} | {i.name for i in policy.items} | set(ENTITIES)
    settings = {n.name for n in numbers_of(policy.numbers)} | {c.name for c in policy.readings}
    for sort, own, taken in (
        ("fact", [f.name for f in added.facts], facts),
        ("number", [n.name for n in added.figures], settings),
    ):
        for name in own:
            if name in taken or own.count(name) > 1:
                yield f"{added.name}: the name of its {sort} {name!r} is taken"


def _places(policy: Policy, added: AdditionalClauses) -> Iterator[str]:
    """Judge that everything rests on a provision of its own text."""
    prefix = f"{added.name}:"
    for provision in added.ledger:
        if not provision.startswith(prefix):
            yield f"{added.name}: its provision {provision!r} does not begin with {prefix!r}"
    cited = [(norm.provision, norm.name) for _, norm in added.conditions]
    cited += [(n.provision, n.name) for n in added.figures]
    for provision, name in cited:
        if provision not in added.ledger:
            yield f"{added.name}: {name} cites {provision!r}, which is not in its own ledger"
    inquiries = {inquiry.name: inquiry for inquiry in policy.inquiries}
    for name in dict.fromkeys(name for name, _ in added.conditions):
        if name not in inquiries:
            meant = suggestion(name, inquiries)[1]
            yield f"{added.name}: policy {policy.code} has no inquiry {name!r}{meant}"


def _relaxing(policy: Policy, added: AdditionalClauses) -> Iterator[str]:
    """Judge that nothing but conditions is added, and that none gives way to them."""
    grounds = {inquiry.name for inquiry in policy.inquiries if inquiry.grounds}
    for name, norm in added.conditions:
        if name in grounds:
            yield (
                f"{added.name}: {norm.name} would be a ground of {name}: what burdens is for the "
                "policy's own text, conditions alone can be added"
            )
        if getattr(norm, "displaces", None) is not None:
            yield (
                f"{added.name}: {norm.name} would have norms of the policy give way: what is added "
                "may ask more, never less"
            )
    for one in added.facts:
        if one.attested is not None:
            yield (
                f"{added.name}: its fact {one.name!r} is attested: what a body has to establish is "
                "asked under a provision, by a judgement or by a clause with attested=…"
            )


def with_conditions(
    inquiries: tuple[Inquiry, ...], added: AdditionalClauses
) -> tuple[Inquiry, ...]:
    """Return inquiries with what is added to them as conditions of their own."""
    return tuple(
        evolve(one, conditions=(*one.conditions, *added.of(one.name))) for one in inquiries
    )
