"""Whether a receipt still holds: its question asked once more of the facts, norm by norm."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange.facts import facts_digest, kind_of
from innov_consortium.interchange.frozen import FrozenMapping
from innov_consortium.interchange.receipts import RECEIPT_FROM, require_seal
from innov_consortium.interchange.restoring import restored
from innov_consortium.interchange.sealed import Receipt, SealedFinding, SealedItem
from innov_consortium.interchange.sealing import sealed
from innov_consortium.interchange.sorts import require_facts, require_policy, require_sort
from innov_consortium.interchange.verification import (
    ChangedItem,
    ChangedNorm,
    Part,
    Verdict,
    Verification,
    Why,
)

__all__ = ["edition_of", "verify"]

T = TypeVar("T")
_Numbered = Mapping[tuple[Any, int], T]

_PARTS: Mapping[Part, Callable[[Receipt], Any]] = {
    Part.PUBLICATION: lambda receipt: receipt.policy.publication,
    Part.NUMBERS: lambda receipt: receipt.numbers,
    Part.READINGS: lambda receipt: receipt.readings,
    Part.GROUNDS: lambda receipt: receipt.grounds,
    Part.IN_FORCE: lambda receipt: receipt.in_force,
    Part.MARKS: lambda receipt: receipt.marks,
    Part.CHANGES_ON: lambda receipt: receipt.changes_on,
}

#: What is said of an answer beside it: where no more comes out otherwise the reasons are the same.
_REMARKS = frozenset({Part.MARKS, Part.CHANGES_ON})


def verify(receipt: Receipt, facts: Case | Dossier, policy: Policy) -> Verification:
    """Ask the question of a receipt once more and return whether the same comes out.

    Everything is derived anew, under the figures, the readings and the publication the receipt
    names; readings that were settled officially come from the interpretations among the facts. What
    the receipt says it came to is compared, never trusted.

    Args:
        receipt: The receipt.
        facts: The case or history it was made of.
        policy: The policy, however read and published: what the receipt says of that is put in its
            place.

    Raises:
        InvalidInputError: The seal does not fit the receipt, the facts speak of something the
            policy does not know, or an argument is of another class.
    """
    require_facts(facts)
    require_policy(policy)
    require_seal(receipt)
    why = list(_other_text(receipt, [policy]))
    asked, unknown = (policy, ()) if why else restored(receipt, policy)
    if unknown:
        why.append(Why.OTHER_SETTINGS)
    if (receipt.facts, receipt.facts_sha256) != (kind_of(facts), facts_digest(facts)):
        why.append(Why.OTHER_FACTS)
    if why:
        return _cannot_tell(receipt, tuple(why), policy, unknown)
    try:
        report = asked.check(receipt.inquiry, facts, on=receipt.on)
    except InvalidInputError as error:
        if all(fault.path != asked.inquiry(receipt.inquiry).of for fault in error.faults):
            raise
        return _cannot_tell(receipt, (Why.OTHER_SETTINGS,), policy, ("inquiry",))
    return _compared(receipt, sealed(report, facts), report)


def edition_of(receipt: Receipt, policies: Iterable[Policy]) -> Policy | Verification:
    """Return the policy a receipt was made under, or that nobody can tell without it.

    Args:
        receipt: The receipt.
        policies: The policies at hand.

    Raises:
        InvalidInputError: An argument is of another class: ``type_error``.
    """
    require_sort(receipt, Receipt, "receipt", RECEIPT_FROM)
    there = list(policies)
    for policy in there:
        require_policy(policy)
    of_text = [policy for policy in there if _is_text(receipt, policy)]
    if of_text:
        return of_text[0]
    of_region = next((p for p in there if p.code == receipt.policy.code), None)
    return _cannot_tell(receipt, tuple(_other_text(receipt, there)), of_region)


def _cannot_tell(
    receipt: Receipt, why: tuple[Why, ...], policy: Policy | None, unknown: tuple[str, ...] = ()
) -> Verification:
    return Verification(
        receipt=receipt, verdict=Verdict.CANNOT_TELL, why=why, unknown=unknown, policy=policy
    )


def _compared(receipt: Receipt, now: Receipt, report: Report) -> Verification:
    because = tuple(_changed_norms(receipt, now, report))
    own, added = _of_names_in(receipt, now)
    parts = tuple(part for part, of in _PARTS.items() if of(receipt) != of(own))
    if (receipt.answer, receipt.grounds) != (now.answer, now.grounds):
        verdict = Verdict.DIFFERENT
    else:
        verdict = Verdict.SAME_ANSWER if because or set(parts) - _REMARKS else Verdict.SAME
    return Verification(
        receipt=receipt,
        verdict=verdict,
        because=because,
        parts=parts,
        added=added,
        report=report,
        policy=report.policy,
    )


def _of_names_in(receipt: Receipt, now: Receipt) -> tuple[Receipt, tuple[str, ...]]:
    """Return what comes out now with the names a receipt has alone, and the paths of the others."""
    numbers, readings = receipt.numbers, receipt.readings
    added = [f"numbers.{name}" for name in now.numbers if name not in numbers]
    added += [f"readings.{name}" for name in now.readings if name not in readings]
    own = evolve(
        now,
        numbers=FrozenMapping({k: v for k, v in now.numbers.items() if k in numbers}),
        readings=FrozenMapping({k: v for k, v in now.readings.items() if k in readings}),
    )
    return own, tuple(added)


def _other_text(receipt: Receipt, policies: Iterable[Policy]) -> Iterator[Why]:
    there = list(policies)
    if all(policy.code != receipt.policy.code for policy in there):
        yield Why.OTHER_POLICY
    elif not any(_is_text(receipt, policy) for policy in there):
        yield Why.OTHER_EDITION


def _is_text(receipt: Receipt, policy: Policy) -> bool:
    said, own = receipt.policy, policy.instrument
    return (said.code, said.edition, said.text_sha256, said.title, said.status) == (
        policy.code,
        policy.edition,
        policy.ledger.text_sha256,
        own.title,
        own.status,
    )


def _changed_norms(receipt: Receipt, now: Receipt, report: Report) -> Iterator[ChangedNorm]:
    combines = {(f.provision, f.norm.name): f.norm.combines for f in report.findings}
    places = {provision: n for n, provision in enumerate(report.policy.provisions)}
    first, second = (_numbered(r.findings, _norm) for r in (receipt, now))
    for key in sorted({**second, **first}, key=lambda key: places.get(key[0][0], len(places))):
        before, after = first.get(key), second.get(key)
        if before != after:
            (provision, clause), _ = key
            yield ChangedNorm(
                provision=provision,
                clause=clause,
                before=_outcome(before),
                after=_outcome(after),
                combines=combines.get((provision, clause), True),
                items=tuple(_changed_items(_items(before), _items(after))),
            )


def _changed_items(
    before: tuple[SealedItem, ...], after: tuple[SealedItem, ...]
) -> Iterator[ChangedItem]:
    first, second = (_numbered(items, lambda item: item.path) for items in (before, after))
    for key in {**first, **second}:
        own, other = first.get(key), second.get(key)
        if own != other:
            yield ChangedItem(path=key[0], before=_outcome(own), after=_outcome(other))


def _numbered(several: Iterable[T], key: Callable[[T], Any]) -> _Numbered[T]:
    """Return things by what tells them apart, and a number where that is the same."""
    found: dict[tuple[Any, int], T] = {}
    times: dict[Any, int] = {}
    for one in several:
        same = key(one)
        times[same] = times.get(same, -1) + 1
        found[same, times[same]] = one
    return found


def _norm(finding: SealedFinding) -> tuple[str, str]:
    return finding.provision, finding.clause


def _items(finding: SealedFinding | None) -> tuple[SealedItem, ...]:
    return () if finding is None else finding.items


def _outcome(one: SealedFinding | SealedItem | None) -> Outcome | None:
    return None if one is None else one.outcome
