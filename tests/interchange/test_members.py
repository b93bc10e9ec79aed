"""Tests of members that stand twice, are strangers, or cannot be told apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from innov_consortium.errors import Fault, FaultKind
from innov_consortium.interchange import Limits

FaultsIn = Callable[..., tuple[Fault, ...]]
Put = Callable[..., dict[str, Any]]

LEAD = "91120116MAXT10009B"
FIRST = "91120116MAXT100176"
UNIVERSITY = "12120116MBXT100535"
STRANGER = "91120116MAXT1099XM"
PARTICIPANTS = ("application", "participants")
SIGNATORIES = ("application", "agreement", "signatories")
DUPLICATE, INCONSISTENT = FaultKind.DUPLICATE, FaultKind.INCONSISTENT


def kinds_and_paths(faults: tuple[Fault, ...]) -> list[tuple[FaultKind, str]]:
    return [(f.kind, f.path) for f in faults]


def test_participant_twice(document: dict[str, Any], faults_in: FaultsIn) -> None:
    """A participant that stands twice is a duplicate where it stands again."""
    units = document["application"]["participants"]
    units.append(dict(units[0], name="另一名称"))

    expected = [(DUPLICATE, "application.participants[8]")]

    assert expected == kinds_and_paths(faults_in(document))


def test_lead_among_the_participants(document: dict[str, Any], faults_in: FaultsIn) -> None:
    """The lead among the participants is inconsistent."""
    application = document["application"]
    application["participants"].append(application["lead"])

    expected = [(INCONSISTENT, "application.participants[8]")]

    assert expected == kinds_and_paths(faults_in(document))


@pytest.mark.parametrize(
    ("at", "path"),
    [
        ((*SIGNATORIES, 2), "application.agreement.signatories[2]"),
        (("attestations", 0, "unit"), "attestations[0].unit"),
        (("departures", 0, "unit"), "departures[0].unit"),
    ],
)
@pytest.mark.parametrize(
    "written",
    [
        STRANGER,
        {"id": STRANGER},
        {"scheme": "LEI", "value": "X"},
        {"id": STRANGER, "college": None},
    ],
)
def test_stranger(
    put: Put, faults_in: FaultsIn, at: tuple[str | int, ...], path: str, written: object
) -> None:
    """Somebody who is no member is inconsistent at its own place."""
    assert [(INCONSISTENT, path)] == kinds_and_paths(faults_in(put((at, written))))


def test_stranger_among_those_intending(put: Put, faults_in: FaultsIn) -> None:
    """Those who declared their intention are members, too."""
    found = faults_in(put((("application", "intending"), [LEAD, STRANGER])))

    assert kinds_and_paths(found) == [(INCONSISTENT, "application.intending[1]")]


def test_college_that_takes_no_part(put: Put, faults_in: FaultsIn) -> None:
    """Another college of a university that takes part is a stranger; those that do are told."""
    found = faults_in(put(((*SIGNATORIES, 5), {"id": UNIVERSITY, "college": "理学院"})))

    assert kinds_and_paths(found) == [(INCONSISTENT, "application.agreement.signatories[5]")]
    assert found[0].en.endswith("; its members are: 机械学院、材料学院")


@pytest.mark.parametrize("written", [UNIVERSITY, {"id": UNIVERSITY}])
def test_identifier_of_several_members(put: Put, faults_in: FaultsIn, written: object) -> None:
    """An identifier that several colleges have does not tell which of them signed."""
    found = faults_in(put(((*SIGNATORIES, 5), written)))

    assert kinds_and_paths(found) == [(INCONSISTENT, "application.agreement.signatories[5]")]
    assert "机械学院, 材料学院" in found[0].en


@pytest.mark.parametrize("again", [FIRST, {"id": FIRST}, {"id": FIRST, "college": None}])
def test_signatory_twice(put: Put, faults_in: FaultsIn, again: object) -> None:
    """A signatory that stands twice is a duplicate, however it is written."""
    found = faults_in(put(((*SIGNATORIES, 3), again)))

    assert kinds_and_paths(found) == [(DUPLICATE, "application.agreement.signatories[3]")]


def test_signatory_twice_among_unreadable_ones(put: Put, faults_in: FaultsIn) -> None:
    """A signatory that cannot be read hides neither a duplicate nor a stranger."""
    found = faults_in(
        put(
            ((*SIGNATORIES, 2), 7),
            ((*SIGNATORIES, 3), FIRST),
            ((*SIGNATORIES, 4), STRANGER),
            ((*SIGNATORIES, 6), {"id": UNIVERSITY, "college": 3}),
            ((*SIGNATORIES, 7), {"id": LEAD, "colege": "x"}),
        )
    )

    expected = [
        (FaultKind.TYPE_ERROR, "application.agreement.signatories[2]"),
        (FaultKind.TYPE_ERROR, "application.agreement.signatories[6].college"),
        (FaultKind.INVALID_VALUE, "application.agreement.signatories[7].colege"),
        (DUPLICATE, "application.agreement.signatories[3]"),
        (INCONSISTENT, "application.agreement.signatories[4]"),
        (DUPLICATE, "application.agreement.signatories[7]"),
    ]

    assert expected == kinds_and_paths(found)


def test_faulty_participant_hides_no_duplicate(put: Put, faults_in: FaultsIn) -> None:
    """With one participant faulty, the others are still compared."""
    found = faults_in(
        put(
            ((*PARTICIPANTS, 1, "kind"), "x"),
            ((*PARTICIPANTS, 2, "id"), FIRST),
        )
    )

    expected = [
        (FaultKind.INVALID_VALUE, "application.participants[1].kind"),
        (DUPLICATE, "application.participants[2]"),
        (INCONSISTENT, "application.agreement.signatories[3]"),
    ]

    assert expected == kinds_and_paths(found)


def test_stranger_beside_a_member_that_can_be_told(put: Put, faults_in: FaultsIn) -> None:
    """A faulty participant whose identifier can be read does not excuse a stranger."""
    found = faults_in(put(((*PARTICIPANTS, 1, "name"), ""), ((*SIGNATORIES, 3), STRANGER)))

    expected = [
        (FaultKind.INVALID_VALUE, "application.participants[1].name"),
        (INCONSISTENT, "application.agreement.signatories[3]"),
    ]

    assert expected == kinds_and_paths(found)


def test_nothing_is_held_against_a_member_that_cannot_be_told(
    put: Put, faults_in: FaultsIn
) -> None:
    """Where a participant's identifier cannot be read, a signatory may be that participant."""
    found = faults_in(put(((*PARTICIPANTS, 1, "id"), "9112"), ((*SIGNATORIES, 3), STRANGER)))

    expected = [(FaultKind.INVALID_VALUE, "application.participants[1].id")]

    assert expected == kinds_and_paths(found)


@pytest.mark.parametrize("written", [UNIVERSITY, {"id": UNIVERSITY, "college": "理学院"}])
def test_nothing_is_held_against_a_college_that_cannot_be_told(
    put: Put, faults_in: FaultsIn, written: object
) -> None:
    """Where a participant's college cannot be read, a signatory may be that college."""
    found = faults_in(put(((*PARTICIPANTS, 5, "college"), 3), ((*SIGNATORIES, 6), written)))

    expected = [(FaultKind.TYPE_ERROR, "application.participants[5].college")]

    assert expected == kinds_and_paths(found)


@pytest.mark.parametrize("participants", [None, "x", {}])
def test_participants_that_are_no_list(put: Put, faults_in: FaultsIn, participants: object) -> None:
    """Where the participants cannot be read at all, nobody is called a stranger."""
    found = faults_in(put((PARTICIPANTS, participants)))

    assert [f.path for f in found] == ["application.participants"]


def test_list_too_long_is_not_read(put: Put, faults_in: FaultsIn) -> None:
    """Of a list longer than the limit only that is told, whoever stands in it."""
    given = put((SIGNATORIES, [STRANGER] * 10), (("attestations",), [{}] * 10))
    found = faults_in(given, limits=Limits(items=9))

    expected = [
        (FaultKind.LIMIT_EXCEEDED, "application.agreement.signatories"),
        (FaultKind.LIMIT_EXCEEDED, "attestations"),
    ]

    assert kinds_and_paths(found) == expected
