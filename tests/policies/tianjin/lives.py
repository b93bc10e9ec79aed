"""A life under the Measures, event by event, for the tests beside this file.

Every act is in order on its day and is made differently by keyword: ``filed(recipient=None)``. The
lead is registered in 滨海新区, in no development zone of it, so that its office is that of the new
area; the application is the complete one of ``conftest.py``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from attrs import evolve
from tests.policies.tianjin.conftest import (
    COMPLETE,
    LEAD,
    PARTICIPANTS,
    PUBLISHED,
    made_attestation,
    made_unit,
)

from innov_consortium.core.case import Surroundings
from innov_consortium.core.changes import (
    ChangeApproved,
    ChangeExecuted,
    ChangeKind,
    ChangeRefused,
    ChangeReported,
)
from innov_consortium.core.consortium import Person
from innov_consortium.core.decide import Decision, Deferred, Granted, decide
from innov_consortium.core.events import (
    ApplicationRefused,
    ApplicationWithdrawn,
    CallIssued,
    Ended,
    EndReported,
    EndRequested,
    EndReviewed,
    Event,
    Filed,
    ObjectionDecided,
    ObjectionRaised,
    Publicised,
    Recognised,
)
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.events import (
    DistrictOpinion,
    DistrictReviewed,
    ExpertOpinion,
    ExpertReviewed,
    Forwarded,
    ReviewMode,
)

E = TypeVar("E", bound=Event)

BUREAU = "市科技局"
DISTRICT = "滨海新区科技主管部门"
AGENCY = "虚构科技评估中心"
DOCUMENT = "津科（虚构）1号"

LEAVING = PARTICIPANTS[0]
STAYING = PARTICIPANTS[1]
JOINING = made_unit(7)
EVERYBODY = frozenset(unit.key for unit in PARTICIPANTS)

#: What is known around the case: a whole register, and everything attested before it was filed.
GIVEN = Surroundings(
    register=Register.complete(to=date(2033, 12, 31)), attestations=COMPLETE.attestations
)


@functools.cache
def measures(readings: frozenset[tuple[str, str]] = frozenset()) -> Policy:
    """Return the Measures, supposed to be published on 2025-04-11, under some readings."""
    return TIANJIN.supposing_published(PUBLISHED).with_readings(**dict(readings))


def made(sort: type[E], known: dict[str, Any], changes: dict[str, Any]) -> E:
    """Return an event of a sort with some of what it says exchanged."""
    return sort(**{**known, **changes})


# --- art. 6 ---------------------------------------------------------------------------------------


def call(**changes: Any) -> CallIssued:
    """Return the bureau's call of 2026-02-10 for 2026, with no window of its own."""
    return made(CallIssued, {"on": date(2026, 2, 10), "by": BUREAU, "year": 2026}, changes)


def filed(**changes: Any) -> Filed:
    """Return the joint application of 2026-03-02, handed in to the lead's district."""
    known = {
        "on": date(2026, 3, 2),
        "by": LEAD.name,
        "application": COMPLETE.application,
        "co_applicants": EVERYBODY,
        "documents": frozenset({"construction_plan", "proofs"}),
        "recipient": DISTRICT,
    }
    return made(Filed, known, changes)


def reviewed(**changes: Any) -> DistrictReviewed:
    """Return the district's recommendation of 2026-03-20."""
    known = {"on": date(2026, 3, 20), "by": DISTRICT, "opinion": DistrictOpinion.RECOMMEND}
    return made(DistrictReviewed, known, changes)


def declined(**changes: Any) -> DistrictReviewed:
    """Return that the district does not recommend, on 2026-03-20."""
    return reviewed(**{"opinion": DistrictOpinion.NOT_RECOMMEND, **changes})


def forwarded(**changes: Any) -> Forwarded:
    """Return that the district forwarded it to the bureau, on 2026-03-23."""
    return made(Forwarded, {"on": date(2026, 3, 23), "by": DISTRICT}, changes)


def defended(**changes: Any) -> ExpertReviewed:
    """Return the oral defence of 2026-04-10, after which the experts recommend it."""
    known = {
        "on": date(2026, 4, 10),
        "agency": AGENCY,
        "mode": ReviewMode.ORAL_DEFENCE,
        "opinion": ExpertOpinion.RECOMMENDED,
    }
    return made(ExpertReviewed, known, changes)


def publicised(**changes: Any) -> Publicised:
    """Return the publicity from 2026-05-06 to 2026-05-12."""
    known = {"on": date(2026, 5, 6), "by": BUREAU, "last": date(2026, 5, 12)}
    return made(Publicised, known, changes)


def objected(**changes: Any) -> ObjectionRaised:
    """Return an objection of 2026-05-08."""
    return made(ObjectionRaised, {"on": date(2026, 5, 8), "objection": "o1"}, changes)


def settled(**changes: Any) -> ObjectionDecided:
    """Return that the bureau examined the objection and did not uphold it, on 2026-05-11."""
    known = {"on": date(2026, 5, 11), "by": BUREAU, "objection": "o1", "upheld": False}
    return made(ObjectionDecided, known, changes)


def approved(**changes: Any) -> Recognised:
    """Return the approval of 2026-06-01."""
    return made(Recognised, {"on": date(2026, 6, 1), "by": BUREAU, "document": DOCUMENT}, changes)


def refused(**changes: Any) -> ApplicationRefused:
    """Return that the bureau refused the application, on 2026-06-01."""
    return made(ApplicationRefused, {"on": date(2026, 6, 1), "by": BUREAU}, changes)


def taken_back(**changes: Any) -> ApplicationWithdrawn:
    """Return that the lead took the application back, on 2026-06-01."""
    return made(ApplicationWithdrawn, {"on": date(2026, 6, 1), "by": LEAD.name}, changes)


# --- arts. 12 and 13 ------------------------------------------------------------------------------


def reported(kind: ChangeKind | None, **changes: Any) -> ChangeReported:
    """Return a change reported on 2027-05-06 by the lead, on which everybody concerned agrees."""
    known: dict[str, Any] = {"on": date(2027, 5, 6), "by": LEAD.name, "change": "c1", "kind": kind}
    return made(ChangeReported, {**known, **_BASIS.get(kind, {"unit": None}), **changes}, {})


def _with_lead(*units: Any) -> frozenset[Any]:
    return frozenset({LEAD.key, *(unit.key for unit in units)})


_STATEMENT = {"issued_by": _with_lead(), "person": Person("王继任")}
_BASIS: dict[ChangeKind | None, dict[str, Any]] = {
    ChangeKind.MEMBER_EXIT: {"unit": LEAVING.key, "issued_by": _with_lead(LEAVING)},
    ChangeKind.MEMBER_RENAME: {
        "unit": STAYING.key,
        "issued_by": _with_lead(STAYING),
        "new_name": "虚构更名后的单位",
    },
    ChangeKind.MEMBER_JOIN: {"joining": JOINING, "issued_by": _with_lead(JOINING)},
    ChangeKind.MEMBER_OTHER: {"unit": STAYING.key, "issued_by": _with_lead(STAYING)},
    ChangeKind.LEAD_REPLACEMENT: {"unit": STAYING.key, "issued_by": _with_lead(STAYING)},
    ChangeKind.LEAD_PRINCIPAL: _STATEMENT,
    ChangeKind.CHIEF_TECHNOLOGIST: _STATEMENT,
    ChangeKind.PERSON_OTHER: _STATEMENT,
}


def change_approved(**changes: Any) -> ChangeApproved:
    """Return that the bureau approved the change, on 2027-05-20."""
    known = {"on": date(2027, 5, 20), "by": BUREAU, "change": "c1"}
    return made(ChangeApproved, known, changes)


def change_refused(**changes: Any) -> ChangeRefused:
    """Return that the bureau refused the change, on 2027-05-20."""
    known = {"on": date(2027, 5, 20), "by": BUREAU, "change": "c1"}
    return made(ChangeRefused, known, changes)


def executed(**changes: Any) -> ChangeExecuted:
    """Return that the change was carried out, on 2027-05-25."""
    return made(ChangeExecuted, {"on": date(2027, 5, 25), "change": "c1"}, changes)


# --- arts. 11 and 14 ------------------------------------------------------------------------------


def asked(**changes: Any) -> EndRequested:
    """Return that the lead asked on 2028-05-06 to end the status; everybody has signed."""
    known = {"on": date(2028, 5, 6), "by": LEAD.name, "signatories": EVERYBODY}
    return made(EndRequested, known, changes)


def handed_in(**changes: Any) -> EndReported:
    """Return that the statement was handed to the bureau, on 2028-05-10."""
    return made(EndReported, {"on": date(2028, 5, 10), "by": LEAD.name}, changes)


def examined(**changes: Any) -> EndReviewed:
    """Return that the bureau reviewed the request and agrees, on 2028-06-01."""
    return made(EndReviewed, {"on": date(2028, 6, 1), "by": BUREAU, "agreed": True}, changes)


def revoked(**changes: Any) -> Ended:
    """Return the document of 2028-06-20 by which the status is revoked as asked for."""
    known = {
        "on": date(2028, 6, 20),
        "by": BUREAU,
        "on_request": True,
        "grounds": ("art11.item4",),
        "document": "津科（虚构）9号",
    }
    return made(Ended, known, changes)


def imposed(**changes: Any) -> Ended:
    """Return a revocation of 2028-06-20 for two unqualified results in a row."""
    return revoked(**{"on_request": False, "grounds": ("art11.item1",), **changes})


CALLED = (call(),)
FILED = (*CALLED, filed())
REVIEWED = (*FILED, reviewed())
FORWARDED = (*REVIEWED, forwarded())
DEFENDED = (*FORWARDED, defended())
PUBLIC = (*DEFENDED, publicised())
FORMED = (*PUBLIC, approved())
LEFT = (*FORMED, reported(ChangeKind.MEMBER_EXIT), change_approved(), executed())
ASKED = (*FORMED, asked())
HANDED_IN = (*ASKED, handed_in())
EXAMINED = (*HANDED_IN, examined())
REVOKED = (*EXAMINED, revoked())


# --- what is asked of it --------------------------------------------------------------------------


def without(event: E, field: str) -> E:
    """Return an event that does not say one of the things it might."""
    nothing: dict[str, Any] = {field: None}
    return evolve(event, **nothing)


def life(events: Iterable[Event], name: str = "C1") -> History:
    """Return a history."""
    return History(name, tuple(events))


def at(events: Iterable[Event], on: date) -> Consortium:
    """Return what events come to at the end of a day."""
    return replay(life(events), on)


def knowing(*words: tuple[str, Any], on: date = date(2026, 3, 1), by: str = BUREAU) -> Surroundings:
    """Return what is known with more attested: ``("art13.s1c", True)``."""
    more = tuple(
        made_attestation(what, on=on, by=by, holds=said is not False, **_value(said))
        for what, said in words
    )
    return evolve(GIVEN, attestations=(*GIVEN.attestations, *more))


def established(*items: int, holds: bool = True, given: Surroundings = GIVEN) -> Surroundings:
    """Return what is known with some items of art. 11 established, or established not to be."""
    more = tuple(
        made_attestation("ground_established", item=f"art11.item{n}", holds=holds) for n in items
    )
    return evolve(given, attestations=(*given.attestations, *more))


def _value(said: Any) -> dict[str, Any]:
    return {} if isinstance(said, bool) else {"value": said}


def decided(
    before: Iterable[Event], act: Event, given: Surroundings = GIVEN, **readings: str
) -> Decision:
    """Decide an act on its day, after what has happened before."""
    policy = measures(frozenset(readings.items()))
    return decide(policy, at(before, act.on), act, act.on, given)


def verdict(decision: Decision) -> str:
    """Return the decision in a word."""
    return type(decision).__name__.lower()


def stands(
    before: Iterable[Event], act: Event, given: Surroundings = GIVEN, **readings: str
) -> str:
    """Decide an act and return the decision in a word."""
    return verdict(decided(before, act, given, **readings))


def because(decision: Decision) -> list[tuple[str, str]]:
    """Return the provisions that stand in the way, or leave it open, each with the norm's name."""
    if isinstance(decision, Granted):
        return []
    return [(f.provision, f.norm.name) for f in decision.findings]


def misplaced(decision: Decision) -> list[str]:
    """Return the provisions that stand in the way because it is not the time for the act."""
    places = ("step_order", "step_phase")
    return [provision for provision, name in because(decision) if name in places]


def lacks(decision: Decision) -> set[str]:
    """Return where what is missing would be given; a decision that is not deferred fails."""
    assert isinstance(decision, Deferred), verdict(decision)
    return {m.path for m in decision.missing}
