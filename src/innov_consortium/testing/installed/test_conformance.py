"""Whether an installed policy conforms: a test for each check and one for each provision."""

from __future__ import annotations

import pytest

from innov_consortium.testing.kit import Conformance, State


def test_check(conformance: Conformance, check_name: str) -> None:
    """The check found nothing that its author does not account for."""
    check = conformance.check(check_name)
    if check.state is State.NOT_RUN:
        pytest.skip(f"{check.note_zh} / {check.note_en}")
    told = [f"{f.subject} {f.where}\n  {f.zh}\n  {f.en}" for f in check.flaws]
    assert not told, "\n".join([f"{check.zh} / {check.en}", *told])  # noqa: S101 - a test


def test_provision(conformance: Conformance, provision: str) -> None:
    """No check found anything about the provision that its author does not account for."""
    (line,) = [one for one in conformance.lines if one.provision.id == provision]
    told = [f"{f.check} {f.subject} {f.where}\n  {f.zh}\n  {f.en}" for f in line.flaws]
    assert not told, "\n".join([line.provision.text, *told])  # noqa: S101 - a test
