"""What a policy is put together from, in a table a person can read beside the text.

Which norms a question asks, how strongly each binds and whether it enters the answer, who takes
which step after which, who owes what, every figure, word and default: none of this is computed, so
that no example need notice when it is changed by mistake. A region keeps this table beside its
tests, as somebody has read it against the text, and compares:
``innov-consortium outline CODE`` prints it.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from attrs import frozen

from innov_consortium.core.checking import settings_of
from innov_consortium.core.clauses import Clause, Judgement
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.plan import force_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading

__all__ = ["Line", "outline_of"]

#: What of a policy is a table of its own, or is no part of what it means.
_TOLD_APART = frozenset(
    {"inquiries", "in_time", "steps", "duties", "numbers", "readings", "vocabulary"}
)
_LEFT_OUT = frozenset(
    {"ledger", "instrument", "facts", "items", "conventions", "publication", "memo"}
)


@frozen
class Line:
    """A line of the table.

    Args:
        place: Where it stands: ``inquiry formation``, ``step file``.
        what: What it is: ``condition``, ``actor``.
        said: What stands there.
        provision: The provision it is the meaning of; empty if of none.
        text: The text of that provision.
    """

    place: str
    what: str
    said: str
    provision: str = ""
    text: str = ""

    def __str__(self) -> str:
        """The line with tabs between its columns."""
        return f"{self.place}\t{self.what}\t{self.said}\t{self.provision}\t{self.text}".rstrip()


def outline_of(policy: Policy) -> Iterator[Line]:
    """Yield the lines of the table, in the order of the policy.

    Args:
        policy: The policy, read by default and with the figures of its text.
    """
    yield from _of_itself(policy)
    for inquiry in (*policy.inquiries, policy.in_time.inquiry):
        yield from _of_inquiry(policy, inquiry)
    for sort, entries in (("step", policy.steps), ("duty", policy.duties)):
        for entry in entries:
            for name, said in _fields(policy, entry):
                cited = name == "provision"
                yield _line(policy, f"{sort} {entry.name}", name, said, said if cited else "")
    for fact in policy.facts:
        told = {"each": fact.each, "attested": fact.attested, "reads": fact.reads}
        yield Line("fact", fact.name, _named(policy, "", told).strip())
    for number in numbers_of(policy.numbers):
        said = f"{number.value!r} {number.unit}".rstrip()
        yield _line(policy, "number", number.name, said, number.provision)
    for choice in policy.readings:
        yield Line("reading", choice.name, choice.option.option)
    for place, words in policy.vocabulary:
        for word in words:
            yield Line("word", place, word)


def _of_itself(policy: Policy) -> Iterator[Line]:
    for name, said in _fields(policy, policy):
        if name not in _TOLD_APART | _LEFT_OUT:
            yield Line("policy", name, said)
    pending = policy.in_time.pending
    yield Line("policy", "pending", "" if pending is None else _norm(policy, pending))


def _of_inquiry(policy: Policy, inquiry: Inquiry) -> Iterator[Line]:
    place = f"inquiry {inquiry.name}"
    yield Line(place, "of", inquiry.of)
    yield Line(place, "combines", "some" if inquiry.grounds else "every")
    if inquiry.chapeau:
        yield _line(policy, place, "chapeau", "", inquiry.chapeau)
    for what in ("conditions", "context", "afterwards"):
        for norm in getattr(inquiry, what):
            yield _line(policy, place, what, _norm(policy, norm), norm.provision)


def _norm(policy: Policy, norm: Clause[...] | Judgement) -> str:
    said: dict[str, Any] = {"force": force_of(norm, settings_of(policy)).value, "each": norm.each}
    if isinstance(norm, Judgement):
        said["only_if"] = norm.only_if
    else:
        said["attested"] = norm.attested
        said["displaces"] = getattr(norm.displaces, "__name__", norm.displaces)
    return _named(policy, norm.name, said)


def _named(policy: Policy, name: str, said: dict[str, Any]) -> str:
    told = [f"{key}={_said(policy, value)}" for key, value in said.items() if value]
    return " ".join((name, *told))


def _line(policy: Policy, place: str, what: str, said: str, provision: str) -> Line:
    return Line(place, what, said, provision, policy.ledger[provision].text if provision else "")


def _fields(policy: Policy, value: Any) -> Iterator[tuple[str, str]]:
    for a in attrs.fields(type(value)):
        said = getattr(value, a.name)
        if a.init and a.name != "name" and said != a.default and said is not None:
            yield a.name, _said(policy, said)


def _said(policy: Policy, value: Any) -> str:
    if isinstance(value, Clause | Judgement):
        return _norm(policy, value)
    if isinstance(value, Reading):
        return value.option
    if isinstance(value, enum.Enum):
        return str(value.value)
    return _compound(policy, value)


def _compound(policy: Policy, value: Any) -> str:
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, tuple | frozenset):
        inner: Callable[[Any], str] = lambda one: _said(policy, one)  # noqa: E731 - for one line
        return f"({', '.join(map(inner, value))})"
    if attrs.has(type(value)):
        return f"({', '.join(f'{n}={said}' for n, said in _fields(policy, value))})"
    return str(value)
