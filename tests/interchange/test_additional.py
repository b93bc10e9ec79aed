"""Stored reports and receipts name what was asked beside a policy; a receipt is asked the same."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.core.test_additional import CALL, DURING, of

from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Ledger
from innov_consortium.interchange import (
    Verdict,
    dumps,
    load_receipt,
    load_report,
    receipt_of,
    unstructure_document,
    unstructure_receipt,
    unstructure_report,
    verify,
)
from innov_consortium.interchange.verification import Why


def test_a_stored_report_is_read_back(toy: Policy) -> None:
    """With the texts added, their days, and whose each finding is."""
    report = toy.with_additional(CALL).check("formation", of(4), on=DURING)
    text = dumps(unstructure_report(report))
    stored = load_report(text)

    assert [(a.name, a.first, a.last) for a in stored.additional] == [
        ("call-2026", date(2026, 3, 1), date(2026, 3, 31))
    ]
    assert [f.provision for f in stored.findings if f.source == "call-2026"] == [
        "call-2026:art1.s1",
        "call-2026:art1.s2",
        "call-2026:art1.s3",
    ]
    assert dumps(unstructure_document(stored)) == text


def test_a_receipt_is_asked_what_was_asked_then(toy: Policy) -> None:
    """Whatever has been added since; a text that is not there, or is another one, cannot tell."""
    case, added = of(4), toy.with_additional(CALL)
    receipt = receipt_of(added.check("formation", case, on=DURING), case)
    alone = receipt_of(toy.check("formation", case, on=DURING), case)
    kept = load_receipt(dumps(unstructure_receipt(receipt)))
    table = Ledger(tuple(evolve(p, text=p.text + "。") for p in CALL.ledger.provisions))

    assert kept == receipt
    assert verify(receipt, case, added).verdict is Verdict.SAME
    assert verify(alone, case, added).verdict is Verdict.SAME
    for other in (toy, toy.with_additional(evolve(CALL, ledger=table))):
        told = verify(receipt, case, other)
        assert (told.verdict, told.why, told.unknown) == (
            Verdict.CANNOT_TELL,
            (Why.OTHER_SETTINGS,),
            ("policy.additional.call-2026",),
        )


@pytest.mark.parametrize("beside", [(), (CALL,)])
def test_a_receipt_names_it(toy: Policy, beside: tuple[object, ...]) -> None:
    """By its name and the digest of its text."""
    case = of(4)
    policy = toy.with_additional(CALL) if beside else toy
    sealed = receipt_of(policy.check("formation", case, on=DURING), case).policy

    assert [(one.name, one.text_sha256) for one in sealed.additional] == [
        (CALL.name, CALL.ledger.text_sha256) for _ in beside
    ]
