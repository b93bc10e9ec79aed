"""Whom and what a case speaks of: members, joint leads, matters of the history, grounds cited."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.conftest import DRAFT, LEAD, MET, PARTNERS, attestation, unit

from innov_consortium.core.attestations import Departure
from innov_consortium.core.case import Dossier, Surroundings
from innov_consortium.core.changes import ChangeKind, ChangeReported
from innov_consortium.core.events import (
    Corrected,
    Ended,
    Event,
    Filed,
    ProjectApplied,
    Recognised,
    ResultNotified,
)
from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.core.usability import case_faults
from innov_consortium.errors import FaultKind

INVALID, INCONSISTENT = FaultKind.INVALID_VALUE, FaultKind.INCONSISTENT
DAY = date(2025, 6, 1)
STRANGER, NEW = unit(77), unit(78)

Said = tuple[FaultKind, str, str, str]


def said(policy: Policy, case: Surroundings, *elsewhere: Event) -> list[Said]:
    return [(f.kind, f.path, f.zh, f.en) for f in case_faults(policy, case, elsewhere)]


def lived(*events: Event, **around: Any) -> Dossier:
    return Dossier(history=History("C1", events), **around)


def stranger(path: str) -> Said:
    code = STRANGER.id
    return (INCONSISTENT, f"{path}.unit", f"{code} 不是成员单位", f"{code} is not a member")


def of_all(path: str, what: str) -> Said:
    return (
        INCONSISTENT,
        f"{path}.unit",
        f"{what} 不是逐个单位认定的；请删去 unit",
        f"{what} is not established member by member; leave the unit out",
    )


def departure(provision: str, **known: Any) -> Departure:
    parts = {"by": "虚构市科技局", "on": date(2026, 3, 1), "reason": "理由", **known}
    return Departure(provision=provision, **parts)


def test_only_members_are_spoken_of_and_only_where_each_is_asked() -> None:
    """The lead and the last participant pass; a stranger is told first that it is none."""
    attestations = (
        attestation("art4.s2", unit=STRANGER.key),
        attestation("art4.s2", unit=LEAD.key),
        attestation("art4.s2", unit=PARTNERS[-1].key),
        attestation("art5.s1", unit=LEAD.key),
        attestation("art5.s1", unit=STRANGER.key),
        attestation("art5.s1"),
    )
    departures = (
        departure("art4.s3", unit=PARTNERS[0].key),
        departure("art2.s1", unit=PARTNERS[0].key),
        departure("art4.s3", unit=STRANGER.key),
    )
    assert said(DRAFT, evolve(MET, attestations=attestations, departures=departures)) == [
        stranger("attestations[0]"),
        of_all("attestations[3]", "art5.s1"),
        stranger("attestations[4]"),
        of_all("departures[1]", "art2.s1"),
        stranger("departures[2]"),
    ]


def test_where_no_application_is_known_nobody_is_a_stranger() -> None:
    """Who is a member cannot be said then; what is asked of all is told all the same."""
    about = (
        attestation("art4.s2", unit=STRANGER.key),
        attestation("art5.s1", unit=STRANGER.key),
    )
    case = lived(Recognised(on=DAY), attestations=about)
    assert said(DRAFT, case) == [of_all("attestations[1]", "art5.s1")]


def test_a_member_is_whoever_applied_or_has_joined() -> None:
    """By a filing, by a change, and by what a correction puts in the place of an event."""
    joining = ChangeReported(on=DAY, kind=ChangeKind.MEMBER_JOIN, joining=NEW, id="e1")
    other = evolve(joining, joining=STRANGER, id="", recorded_on=None)
    about = (attestation("art4.s2", unit=NEW.key), attestation("art4.s2", unit=STRANGER.key))
    filed = Filed(on=DAY, application=MET.application)
    right = Corrected(on=DAY, of="e1", instead=other)

    assert said(DRAFT, lived(filed, joining, attestations=about)) == [stranger("attestations[1]")]
    assert said(DRAFT, lived(filed, joining, right, attestations=about)) == []


def test_joint_leads_are_told_where_the_text_knows_one() -> None:
    """In the application itself, in one that was filed, in one that a correction tells of."""
    several = evolve(MET.application, co_leads=(PARTNERS[0].key,))
    filed = Filed(on=DAY, application=several, id="e1")
    right = Corrected(on=DAY, of="e1", instead=evolve(filed, id=""))
    zh = "本文本只有一个牵头单位，没有共同牵头；请删去，或按规定了共同牵头的文本询问"
    en = "this text knows one lead and no joint ones; leave it out, or ask a text that does"

    assert said(DRAFT, evolve(MET, application=several)) == [
        (INVALID, "application.co_leads", zh, en)
    ]
    assert said(DRAFT, lived(filed, right)) == [
        (INVALID, "events[0].application.co_leads", zh, en),
        (INVALID, "events[1].instead.application.co_leads", zh, en),
    ]
    assert said(evolve(DRAFT, joint_leads=True), lived(filed, right)) == []
    assert said(DRAFT, MET) == []


def no_item(n: int, item: str, zh: str = "", en: str = "") -> Said:
    zh = f"{item!r} 不是变更、项目的编号，不是所评价的或历史经过的年度，也不是条文{zh}"
    neither = "the id of a change or a project, nor a year that was evaluated or that the history"
    en = f"{item!r} is neither {neither} runs through, nor a provision{en}"
    return (INVALID, f"attestations[{n}].item", zh, en)


EVENTS = (
    Recognised(on=date(2024, 6, 1)),
    ChangeReported(on=DAY, change="change-7"),
    ProjectApplied(on=DAY, project="project-7"),
    ResultNotified(on=DAY, year=2022, grade="a"),
)


def test_what_an_attestation_is_about_is_in_the_history_or_in_the_text() -> None:
    """A change, a project, a year evaluated, a provision; what may have been meant is told."""
    items = ("change-7", "project-7", "2022", "art2.s1", "zzzzz", "change-8", "2023")
    case = lived(*EVENTS, attestations=tuple(attestation("art5.s1", item=i) for i in items))
    assert said(DRAFT, case) == [
        no_item(4, "zzzzz"),
        no_item(5, "change-8", "；是否指 'change-7'？", "; did you mean 'change-7'?"),
        no_item(6, "2023", "；是否指 '2022'？", "; did you mean '2022'?"),
    ]


@pytest.mark.parametrize(
    ("item", "passes"),
    [("2023", False), ("2024", True), ("2025", True), ("2026", True), ("2027", False)],
)
def test_a_history_runs_from_its_first_year_to_that_of_the_attestation(
    item: str, *, passes: bool
) -> None:
    """Both included; the year before and the year after are not in it."""
    about = attestation("art5.s1", item=item)
    found = said(DRAFT, lived(*EVENTS[:3], attestations=(about,)))
    assert found == ([] if passes else [no_item(0, item)])


def test_without_a_history_no_year_is_run_through() -> None:
    """Not even that of the attestation; what is known from elsewhere is a history as well."""
    case = evolve(MET, attestations=(attestation("art5.s1", item="2026"),))
    assert said(DRAFT, case) == [no_item(0, "2026")]
    assert said(DRAFT, case, EVENTS[0]) == []


def test_grounds_cited_for_an_end_are_provisions() -> None:
    """Each that is not is told at its place, in what a correction tells of as well."""
    ended = Ended(on=DAY, grounds=("art2.s1", "zzz"), id="e1")
    right = Corrected(on=DAY, of="e1", instead=Ended(on=DAY, grounds=("art2.s11",)))
    unknown = Ended(on=DAY)

    assert said(DRAFT, lived(ended, right, unknown)) == [
        (INVALID, "events[0].grounds[1]", "没有条文 'zzz'", "there is no provision 'zzz'"),
        (
            INVALID,
            "events[1].instead.grounds[0]",
            "没有条文 'art2.s11'；是否指 'art2.s1'？",
            "there is no provision 'art2.s11'; did you mean 'art2.s1'?",
        ),
    ]
