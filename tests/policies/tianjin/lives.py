"""A life under the Measures, event by event, for the tests beside this file.

Every act is in order on its day and is made differently by keyword: ``filed(recipient=None)``. The
lead is registered in 滨海新区, in no development zone of it, so that its office is that of the new
area; the application is the complete one of ``conftest.py``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from attrs import evolve, fields
from tests.policies.tianjin.conftest import (
    COMPLETE,
    LEAD,
    PARTICIPANTS,
    PUBLISHED,
    made_attestation,
    made_unit,
)

from innov_consortium.core.case import Dossier, Surroundings
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
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationMode,
    EvaluationStaged,
    Event,
    Filed,
    MaterialsSubmitted,
    ObjectionDecided,
    ObjectionRaised,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectFunded,
    Publicised,
    Recognised,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
    SelfReportFiled,
)
from innov_consortium.core.history import Consortium, History, replay
from innov_consortium.core.policy import Policy
from innov_consortium.core.records import Determination, OrganKind, Record
from innov_consortium.core.register import Register
from innov_consortium.core.report import Finding, Report
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.policies.tianjin.events import (
    DistrictOpinion,
    DistrictReviewed,
    ExpertOpinion,
    ExpertReviewed,
    Forwarded,
    Inspected,
    ProjectPrereviewed,
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
    """Return a revocation of 2028-06-20 for the judgment against the lead (``GROUNDED``)."""
    return revoked(**{"on_request": False, "grounds": ("art11.item6",), **changes})


def unqualified(*years: int) -> tuple[ResultNotified, ...]:
    """Return unqualified results of some years, each notified on 10 December of its year."""
    return tuple(
        ResultNotified(on=date(year, 12, 10), by=BUREAU, year=year, grade="unqualified")
        for year in years
    )


def judgment(**changes: Any) -> Determination:
    """Return an effective judgment of 2027-03-01 on serious dishonesty of the lead."""
    known = {
        "unit": LEAD.id,
        "by": "虚构人民法院",
        "organ": OrganKind.JUDICIAL,
        "serious": True,
        "effective": True,
        "on": date(2027, 3, 1),
        "document": "（2027）津虚构行初1号",
    }
    return Determination(**{**known, **changes})


#: Everything that is on record: nothing, and nothing but the judgment that is a ground (item 6).
UNBLEMISHED = evolve(GIVEN, record=Record(complete_to=date(2033, 12, 31)))
GROUNDED = evolve(GIVEN, record=evolve(UNBLEMISHED.record, determinations=(judgment(),)))

# --- arts. 8 to 10, 15 and 22 ---------------------------------------------------------------------

#: What the notice of 2027 asks for, and the stages before a result is confirmed.
REQUIRED = frozenset({"总结报告", "支撑数据"})
STAGES = ("document_review", "site_visit", "overall_assessment")


def noticed(**changes: Any) -> EvaluationCalled:
    """Return the notice of 2027-03-01: materials by 30 September, own reports by 31 December."""
    known = {
        "on": date(2027, 3, 1),
        "by": BUREAU,
        "deadline": date(2027, 9, 30),
        "required": REQUIRED,
        "self_report_deadline": date(2027, 12, 31),
    }
    return made(EvaluationCalled, known, changes)


def selected(**changes: Any) -> EvaluationAssigned:
    """Return that the bureau selected it for evaluation by experts, on 2027-03-15."""
    known = {"on": date(2027, 3, 15), "by": BUREAU, "mode": EvaluationMode.EXPERT}
    return made(EvaluationAssigned, known, changes)


def left_to_itself(**changes: Any) -> EvaluationAssigned:
    """Return that it was left to evaluate itself, on 2027-03-15."""
    return selected(**{"mode": EvaluationMode.SELF, **changes})


def submitted(**changes: Any) -> MaterialsSubmitted:
    """Return that the lead handed in everything on 2027-09-20."""
    known = {"on": date(2027, 9, 20), "by": LEAD.name, "items": REQUIRED}
    return made(MaterialsSubmitted, known, changes)


def staged(stage: str | None, **changes: Any) -> EvaluationStaged:
    """Return that a stage was gone through, on 2027-10-20."""
    return made(EvaluationStaged, {"on": date(2027, 10, 20), "stage": stage}, changes)


def confirmed(**changes: Any) -> EvaluationStaged:
    """Return that the bureau confirmed the result, on 2027-11-20."""
    known = {"on": date(2027, 11, 20), "by": BUREAU, "stage": "final_confirmation"}
    return made(EvaluationStaged, known, changes)


def notified(grade: str | None = "good", **changes: Any) -> ResultNotified:
    """Return that the bureau notified the result on 2027-12-10."""
    known = {"on": date(2027, 12, 10), "by": BUREAU, "grade": grade}
    return made(ResultNotified, known, changes)


def graded(year: int, grade: str | None = "unqualified", **changes: Any) -> ResultNotified:
    """Return a year's result, notified on 10 December of it unless said otherwise."""
    return notified(grade, **{"on": date(year, 12, 10), "year": year, **changes})


def corrected(grade: str | None, **changes: Any) -> ResultCorrected:
    """Return that the result of 2027 was corrected on 2028-02-01."""
    known = {"on": date(2028, 2, 1), "by": BUREAU, "year": 2027, "grade": grade}
    return made(ResultCorrected, known, changes)


def annulled(**changes: Any) -> ResultAnnulled:
    """Return that the result of 2027 was annulled on 2028-02-01."""
    return made(ResultAnnulled, {"on": date(2028, 2, 1), "year": 2027}, changes)


def self_evaluated(**changes: Any) -> SelfEvaluated:
    """Return that it evaluated itself on 2027-11-30, and gave itself no grade."""
    return made(SelfEvaluated, {"on": date(2027, 11, 30), "by": LEAD.name}, changes)


def self_reported(**changes: Any) -> SelfReportFiled:
    """Return that its report was filed with the bureau on 2027-12-15."""
    return made(SelfReportFiled, {"on": date(2027, 12, 15), "by": LEAD.name}, changes)


def inspected(**changes: Any) -> Inspected:
    """Return that the district inspected it on 2027-06-10."""
    return made(Inspected, {"on": date(2027, 6, 10), "by": DISTRICT}, changes)


def projects_called(**changes: Any) -> ProjectCalled:
    """Return the call for projects of 2028-01-10."""
    return made(ProjectCalled, {"on": date(2028, 1, 10), "by": BUREAU}, changes)


def prereviewed(**changes: Any) -> ProjectPrereviewed:
    """Return the district's preliminary review of 2028-02-15."""
    known = {"on": date(2028, 2, 15), "by": DISTRICT, "project": "P1"}
    return made(ProjectPrereviewed, known, changes)


def project_applied(**changes: Any) -> ProjectApplied:
    """Return the lead's application for a project, of 2028-03-01."""
    known = {"on": date(2028, 3, 1), "by": LEAD.name, "project": "P1"}
    return made(ProjectApplied, known, changes)


def project_decided(**changes: Any) -> ProjectDecided:
    """Return that the project was granted on 2028-04-01."""
    known = {"on": date(2028, 4, 1), "by": BUREAU, "project": "P1", "granted": True}
    return made(ProjectDecided, known, changes)


def project_funded(**changes: Any) -> ProjectFunded:
    """Return five million yuan of municipal money, given on 2028-05-01."""
    known = {
        "on": date(2028, 5, 1),
        "project": "P1",
        "amount": Decimal(5_000_000),
        "source": "municipal",
    }
    return made(ProjectFunded, known, changes)


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
NOTICED = (*FORMED, noticed())
SELECTED = (*NOTICED, selected())
SUBMITTED = (*SELECTED, submitted())
STAGED = (*SUBMITTED, *(staged(stage) for stage in STAGES))
CONFIRMED = (*STAGED, confirmed())
NOTIFIED = (*CONFIRMED, notified())
LEFT_TO_ITSELF = (*NOTICED, left_to_itself())
SELF_EVALUATED = (*LEFT_TO_ITSELF, self_evaluated())
SELF_REPORTED = (*SELF_EVALUATED, self_reported())


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
    """Return what is known with some items of art. 11 attested to be there, or not to be.

    That answers what the facts leave open; of items 1, 2 and 4 the history itself tells, and of the
    others a record that is complete.
    """
    more = tuple(made_attestation(f"art11.item{n}", holds=holds) for n in items)
    return evolve(given, attestations=(*given.attestations, *more))


def _value(said: Any) -> dict[str, Any]:
    return {} if isinstance(said, bool) else {"value": said}


def decided(
    before: Iterable[Event], act: Event, given: Surroundings = GIVEN, **readings: str
) -> Decision:
    """Decide an act on its day, after what has happened before."""
    policy = measures(frozenset(readings.items()))
    return decide(policy, at(before, act.on), act, act.on, given)


def report_of(
    inquiry: str,
    events: Iterable[Event],
    on: date,
    given: Surroundings = GIVEN,
    **readings: str,
) -> Report:
    """Ask an inquiry about a history on a day; the events are put in the order of their days."""
    happened = sorted(events, key=lambda e: e.on)
    around = {a.name: getattr(given, a.name) for a in fields(Surroundings)}
    dossier = Dossier(history=life(happened), **around)
    return measures(frozenset(readings.items())).check(inquiry, dossier, on=on)


def finding_of(report: Report, name: str) -> Finding:
    """Return the finding of a norm by its name; a report that does not ask it fails."""
    (found,) = [f for f in report if f.norm.name == name]
    return found


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
