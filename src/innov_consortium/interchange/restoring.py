"""A policy put back as a receipt says it was asked: its figures, its readings, its publication."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from innov_consortium.core.additional import AdditionalClauses
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform
from innov_consortium.errors import InvalidInputError
from innov_consortium.interchange.numbers import structure_numbers
from innov_consortium.interchange.receipts import unstructure_receipt
from innov_consortium.interchange.reforms import structure_reform
from innov_consortium.interchange.sealed import Receipt, SealedReading

__all__ = ["restored"]


def restored(receipt: Receipt, policy: Policy) -> tuple[Policy, tuple[str, ...]]:
    """Return a policy as a receipt was made under it, and what of that the policy does not have.

    Readings that were settled officially are left at their defaults: the interpretations among the
    facts settle them anew.

    Args:
        receipt: The receipt.
        policy: The policy of that edition, however read and published.

    Returns:
        The policy, and the paths in the receipt of the figures, readings and whatever else it does
        not have; these are left as the policy has them.
    """
    asked = _beside(receipt, policy)
    bare = policy.by_default.without_additional
    plain = evolve(bare, numbers=type(policy.numbers)(), publication=None)
    numbers, unknown = _numbers(receipt, plain)
    readings, unread = _readings(receipt.readings, plain)
    unknown += unread
    restored = plain.with_numbers(**numbers) if numbers else plain
    restored = restored.with_readings(**readings) if readings else restored
    if all(inquiry.name != receipt.inquiry for inquiry in policy.inquiries):
        unknown.append("inquiry")
    try:
        restored = _published(receipt, restored)
    except InvalidInputError:
        unknown.append("policy.publication")
    for one in receipt.policy.additional:
        if one.name not in asked:
            unknown.append(f"policy.additional.{one.name}")
    reforms, unmoved = _reforms(receipt, plain)
    restored = restored.reformed(*reforms) if reforms and not unmoved else restored
    return restored.with_additional(*asked.values()), (*unknown, *unmoved)


def _beside(receipt: Receipt, policy: Policy) -> dict[str, AdditionalClauses]:
    """Return what is asked beside a policy as the receipt names it: name, text and days."""
    there = {
        (one.name, one.ledger.text_sha256, one.window.first, one.window.last): one
        for one in policy.additional
    }
    named = [(o.name, o.text_sha256, o.first, o.last) for o in receipt.policy.additional]
    return {key[0]: there[key] for key in named if key in there}


def _reforms(receipt: Receipt, plain: Policy) -> tuple[list[Reform], list[str]]:
    """Return the reforms, and where in the receipt stands what the policy does not have."""
    made: list[Reform] = []
    for n, one in enumerate(unstructure_receipt(receipt)["policy"]["reforms"]):
        figures = {name: {"value": value} for name, value in one["numbers"].items()}
        try:
            made.append(structure_reform({**one, "numbers": figures}, plain))
            plain.reformed(*made)
        except InvalidInputError:
            return [], [f"policy.reforms[{n}]"]
    return made, []


def _numbers(receipt: Receipt, plain: Policy) -> tuple[dict[str, Any], list[str]]:
    """Return the figures that are not those of the text, and those the policy does not have."""
    written = unstructure_receipt(receipt)["numbers"]
    document = {"numbers": {name: {"value": value} for name, value in written.items()}}
    try:
        figures = structure_numbers(document, plain)
    except InvalidInputError as error:
        paths = (fault.path.removesuffix(".value") for fault in error.faults)
        return {}, list(dict.fromkeys(paths))
    own = {n.name: n.value for n in numbers_of(plain.numbers)}
    return {name: value for name, value in figures.items() if value != own[name]}, []


def _readings(
    sealed: Mapping[str, SealedReading], plain: Policy
) -> tuple[dict[str, str], list[str]]:
    """Return the readings that are not by default, and those the policy does not have."""
    questions = {choice.name: choice.question for choice in plain.readings}
    changed: dict[str, str] = {}
    unknown: list[str] = []
    for name, read in sealed.items():
        asked = questions.get(name)
        if asked is None or all(option.option != read.option for option in asked.options):
            unknown.append(f"readings.{name}")
        elif read.option != asked.default.option and not read.official:
            changed[name] = read.option
    return changed, unknown


def _published(receipt: Receipt, policy: Policy) -> Policy:
    publication = receipt.policy.publication
    if publication is None:
        return policy
    if publication.supposed:
        return policy.supposing_published(publication.day)
    ledger = policy.ledger
    text = ledger.enacted_sha256 if publication.enacted else ledger.text_sha256
    document = publication.document or ""
    return policy.published(publication.day, document=document, text_sha256=text)
