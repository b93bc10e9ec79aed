"""The labels a policy calls for: one for each thing that a reader may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innov_consortium.core.checking import plan_for
from innov_consortium.core.clauses import Clause
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Norm
from innov_consortium.rendering.sentences import message_key

__all__ = ["keys_of", "norms_of", "provisions_of"]

_PROVISION = re.compile(r"art[0-9]+\..*")


def norms_of(policy: Policy) -> tuple[Norm, ...]:
    """Return every norm as it is asked, also those asked under other readings only."""
    every = {n.name: n for n in policy.every_norm}
    found: dict[str, Norm] = {}
    for choice in (None, *policy.readings):
        for option in () if choice is None else choice.question.options:
            if choice is not None and option is not choice.option:
                other = policy.with_readings(**{choice.name: option})
                missing = [n for name, n in every.items() if name not in found]
                for norm in plan_for(other, "kit:every", [(n, True) for n in missing]).norms:
                    found.setdefault(norm.name, norm)
        if choice is None:
            plan = plan_for(policy, "kit:every", [(n, True) for n in every.values()])
            found |= {n.name: n for n in plan.norms}
        if len(found) == len(every):
            break
    return tuple(found.values())


def keys_of(policy: Policy) -> Iterator[str]:
    """Yield the keys a policy calls for, by what it consists of."""
    figures = numbers_of(policy.numbers)
    yield from map(message_key, norms_of(policy))
    for family, names in (
        ("fact", [f.name for f in policy.facts]),
        ("number", [n.name for n in figures]),
        ("reading", [c.name for c in policy.readings]),
        ("items", [i.name for i in policy.items]),
        ("inquiry", [i.name for i in policy.inquiries]),
        ("step", [s.name for s in policy.steps]),
        ("stage", [t for s in policy.steps for t in (*s.after, s.to, s.then) if t]),
        ("path", [s.path for s in policy.steps]),
        ("role", [a.role for a in policy.actors]),
        ("duty", [d.name for d in policy.duties]),
        ("event", [e.tag for e in policy.events]),
        ("word", _words(policy)),
    ):
        yield from (f"{family}.{name}" for name in dict.fromkeys(names))


def _words(policy: Policy) -> list[str]:
    """Return every word of the policy's lists that is not Chinese by itself."""
    lists = [n.value for n in numbers_of(policy.numbers) if isinstance(n.value, tuple)]
    words = {w for value in lists for w in value if isinstance(w, str)}
    words |= {w for _, several in policy.vocabulary for w in several}
    options = (o for o in policy.attestable.values() if o is not bool)
    words |= {str(member.value) for o in options for member in o}
    return sorted(w for w in words if not _PROVISION.fullmatch(w) and not w.endswith(":"))


def provisions_of(policy: Policy, key: str) -> tuple[str, ...]:
    """Return the provisions a label is about: those of the norm whose sentence it is."""
    family, _, name = key.partition(".")
    if family == "judgement":
        return (name,)
    norms = [n for n in policy.every_norm if n.name == name] if family == "clause" else []
    return (norms[0].provision,) if norms and isinstance(norms[0], Clause) else ()
