"""What follows from a history, by hand: grounds of revocation, projects, the bar.

The default readings only: art. 11 items 1 to 7, arts. 10 and 15 with what arts. 22 and 23 say of
projects, art. 11 paragraph 2. Plain ``if``s over the same objects, one frozen finding for each
norm. Nothing is shared with the policy's clauses and facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from attrs import frozen
from benchmarks.by_hand import (
    BUREAU,
    JUDGEMENT,
    LAST_DAY,
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    UNKNOWN,
    HandFinding,
    answered,
    article_26,
    of_each,
    plain,
)
from benchmarks.lives_by_hand import (
    Life,
    Place,
    Result,
    Said,
    attested_by_others,
    counts,
    evaluations,
    is_lead,
    is_own_word,
    is_whole,
    lived,
    names_of_lead,
    not_in_force,
    places_in,
    results_of,
    there_on,
)

from innov_consortium import (
    Application,
    Case,
    Dossier,
    Identifier,
    Organization,
    Outcome,
)
from innov_consortium.core.events import (
    EndReported,
    EndRequested,
    EndReviewed,
    EvaluationAssigned,
    EvaluationCalled,
    EvaluationEvent,
    EvaluationMode,
    MaterialsSubmitted,
    ProjectApplied,
    ProjectCalled,
    ProjectDecided,
    ProjectEvent,
    ResultAnnulled,
    ResultCorrected,
    ResultNotified,
    SelfReportFiled,
)
from innov_consortium.core.records import OrganKind, Record
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin.events import ProjectPrereviewed

__all__ = ["HandBar", "admissibility", "bar_of", "project_eligibility", "revocation_grounds"]

GOOD = ("excellent", "good")
UNQUALIFIED = "unqualified"
FOREMOST = (MET, JUDGEMENT, UNKNOWN, NOT_MET)
FALSIFIED_IN = ("formation", "annual_evaluation")
ACCIDENTS = ("safety", "quality")
MAJOR = ("major", "especially_major")
ORGANS = (OrganKind.JUDICIAL, OrganKind.ADMINISTRATIVE)
NO_SUCH_LISTS = ("红名单", "非失信")
BINHAI = "120116"
DISTRICTS = {
    "120101": "和平区",
    "120102": "河东区",
    "120103": "河西区",
    "120104": "南开区",
    "120105": "河北区",
    "120106": "红桥区",
    "120110": "东丽区",
    "120111": "西青区",
    "120112": "津南区",
    "120113": "北辰区",
    "120114": "武清区",
    "120115": "宝坻区",
    BINHAI: "滨海新区",
    "120117": "宁河区",
    "120118": "静海区",
    "120119": "蓟州区",
}
ZONES = {
    "经济技术开发区": "经开区",
    "天津开发区": "经开区",
    "经开区": "经开区",
    "泰达": "经开区",
    "保税区": "保税区",
    "高新技术产业开发区": "高新区",
    "高新区": "高新区",
    "东疆": "东疆",  # before 保税区 wherever both are named
    "生态城": "生态城",
}

RESULTS = (ResultNotified, ResultCorrected, ResultAnnulled)

Items = list[tuple[Any, Outcome]]


@frozen
class HandBar:
    """A bar: who, by which consortium, from when to when."""

    unit: Identifier
    consortium: str
    first: date
    last: date
    first_free_day: date
    enforceable_to: date | None


# --- grounds of revocation ------------------------------------------------------------------------


def revocation_grounds(
    dossier: Dossier, on: date, published_on: date | None
) -> tuple[HandFinding, ...]:
    """Return a finding for each ground of art. 11 and for art. 26, in the order of the law."""
    in_time = article_26(on, published_on)
    if not_in_force(on, published_on):
        return tuple(in_time)
    life = lived(dossier, on)
    places = places_in(life)
    of_the_bureau = [one for one in dossier.attestations if one.by in BUREAU]
    said = attested_by_others(of_the_bureau, life.application, on)
    years = evaluations(life)
    record, whole = dossier.record, is_whole(dossier.record, on)
    return (
        item_1(results_of(years, published_on), said),
        some_item("art11.item2", item_2(years, life, places, on, published_on), said),
        some_item(
            "art11.item3", item_3(record, years, life, places, whole, on, published_on), said
        ),
        item_4(life, places, said),
        some_item("art11.item5", item_5(record, life, places, whole, on, published_on), said),
        some_item("art11.item6", item_6(record, life, whole, on, published_on), said),
        some_item("art11.item7", item_7_lists(dossier, life, whole, on, published_on), said),
        some_item("art11.item7", item_7_others(record, life, whole, on, published_on), said),
        *in_time,
    )


def item_1(results: list[Result], said: Said) -> HandFinding:
    own = [grade for _, grade, _, _, earlier in results if not earlier]
    least = longest(grade == UNQUALIFIED for grade in own)
    most = longest(grade is None or grade == UNQUALIFIED for grade in own)
    run = least if least == most or least >= 2 or most < 2 else None
    outcome = plain(None if run is None else run >= 2)
    outcome = answered(outcome, said.get(("art11.item1", None)))
    return HandFinding("art11.item1", outcome, {"unqualified_run": run})


def longest(against: Iterable[bool]) -> int:
    best = run = 0
    for one in against:
        run = run + 1 if one else 0
        best = max(best, run)
    return best


def item_2(
    years: dict[int, list[EvaluationEvent]],
    life: Life,
    places: list[Place] | None,
    on: date,
    published_on: date | None,
) -> Items:
    if life.recognised_on is None:
        return []
    began = life.recognised_on if published_on is None else max(life.recognised_on, published_on)
    last = min(on.year, LAST_DAY.year - 1)
    if life.over_on is not None:
        last = min(last, life.over_on.year - 1)
    told = {year: e for year, e in years.items() if not is_earlier(e, published_on)}
    included = {year for year, events in told.items() if is_noticed(events)}
    return [
        (year, materials(told.get(year, []), life, places, on, published_on))
        for year in sorted({*included, *range(began.year + 1, last + 1)})
    ]


def is_earlier(events: list[EvaluationEvent], published_on: date | None) -> bool:
    return any(e.under or not counts(e.on, published_on) for e in events)


def is_noticed(events: list[EvaluationEvent]) -> bool:
    """Return whether a year was called, or is known to be evaluated by somebody."""
    notified = assigned = known = False
    for event in events:
        if isinstance(event, EvaluationCalled):
            return True
        if isinstance(event, EvaluationAssigned):
            assigned, known = True, event.mode is not None
        notified = notified or isinstance(event, ResultNotified)
    return known if assigned else notified


def materials(  # noqa: C901, PLR0912 - the whole of the item
    events: list[EvaluationEvent],
    life: Life,
    places: list[Place] | None,
    on: date,
    published_on: date | None,
) -> Outcome:
    notice: EvaluationCalled | None = None
    assigned: EvaluationAssigned | None = None
    given: list[MaterialsSubmitted] = []
    notified = False
    filed_on: date | None = None
    for event in events:
        if isinstance(event, EvaluationCalled):
            notice = event
        elif isinstance(event, EvaluationAssigned):
            assigned = event
        elif isinstance(event, MaterialsSubmitted):
            given.append(event)
        elif isinstance(event, ResultNotified):
            notified = True
        elif isinstance(event, SelfReportFiled):
            filed_on = filed_on or event.on
    mode = EvaluationMode.EXPERT if notified else None
    if assigned is not None:
        mode = assigned.mode
    selected = None if mode is None else mode is EvaluationMode.EXPERT
    deadline = own_deadline = None
    if notice is not None:
        deadline, own_deadline = notice.deadline, notice.self_report_deadline
    over = is_over(deadline, life, on)
    judged: bool | None = False  # the report of an own evaluation is missing
    late = filed_on is not None and own_deadline is not None and filed_on > own_deadline
    if late or (filed_on is None and is_over(own_deadline, life, on)):
        judged = None if selected is None else not selected
    if given:
        due = selected if over else False
        wrong = handed_in_wrongly(notice, given, life, places) if due is not False else False
        otherwise = False if wrong is False else due if wrong else None
        found = JUDGEMENT if otherwise or judged else NOT_MET
        if found is NOT_MET and (otherwise is None or judged is None):
            found = UNKNOWN
    elif over and selected is not False:
        found = UNKNOWN if selected is None else MET
    else:
        found = UNKNOWN if judged is None else JUDGEMENT if judged else NOT_MET
    last = own_deadline if selected is False else deadline
    counted = UNKNOWN if last is None else plain(counts(last, published_on))
    return joined((found, counted))


def is_over(deadline: date | None, life: Life, on: date) -> bool:
    if deadline is None or on <= deadline:
        return False
    return life.over_on is None or deadline < life.over_on


def handed_in_wrongly(
    notice: EvaluationCalled | None,
    given: list[MaterialsSubmitted],
    life: Life,
    places: list[Place] | None,
) -> bool | None:
    """Return whether materials came late, incomplete, or from somebody else than the lead."""
    if notice is None or notice.deadline is None:
        return False
    names = None if places is None else names_of_lead(life, places)
    speakers = [None if e.by is None or names is None else e.by in names for e in given]
    first = next((e for e, own in zip(given, speakers, strict=True) if own is not False), given[0])
    short: bool | None = False
    if notice.required is None:
        short = None
    elif notice.required:
        in_time = [one.items for one in given if one.on <= notice.deadline]
        listed = in_time or [one.items for one in given]
        lacking = set(notice.required)
        for items in listed:
            lacking -= items or frozenset()
        if lacking:
            short = None if None in listed else True
    by_lead = True if True in speakers else None if None in speakers else False
    if first.on > notice.deadline or short or by_lead is False:
        return True
    return None if short is None or by_lead is None else False


def item_3(
    record: Record,
    years: dict[int, list[EvaluationEvent]],
    life: Life,
    places: list[Place] | None,
    whole: bool | None,  # noqa: FBT001 - a truth value is the subject
    on: date,
    published_on: date | None,
) -> Items:
    found: Items = []
    for one in record.falsifications:
        if one.on > on:
            continue
        day = one.occurred_on or one.on
        if one.occurred_on is None and one.context == "formation" and life.recognised_on:
            day = min(day, life.recognised_on)
        elif one.occurred_on is None and one.context == "annual_evaluation":
            results = (e.on for e in years.get(one.year or 0, ()) if isinstance(e, RESULTS))
            day = min(day, next(results, day))
        lead = is_lead(one.unit, life)
        by_whom: Outcome = UNKNOWN if lead is None else MET if lead else NOT_MET
        if lead is False and any(p.unit.legal_person == one.unit for p in places or ()):
            by_whom = JUDGEMENT
        if one.by is None:
            finder = UNKNOWN
        elif is_own_word(one.by, places):
            finder = NOT_MET
        else:
            finder = MET if one.by in BUREAU else JUDGEMENT
        within = UNKNOWN if one.context is None else plain(one.context in FALSIFIED_IN)
        legs = (within, plain(one.serious), by_whom, finder, plain(counts(day, published_on)))
        found.append(((one.unit, one.on), joined(legs)))
    return found if whole else [*found, (None, UNKNOWN)]


def item_4(life: Life, places: list[Place] | None, said: Said) -> HandFinding:
    request: EndRequested | None = None
    report: EndReported | None = None
    declined = False
    for event in life.events:
        if isinstance(event, EndRequested):
            request, report, declined = event, None, False
        elif isinstance(event, EndReviewed):
            declined = event.agreed is False
        elif isinstance(event, EndReported) and request is not None:
            report = event
    by_lead: bool | None = False
    joint: bool | None = False
    if request is not None:
        by_lead = joint = None
        if request.by is not None and places is not None:
            by_lead = request.by in names_of_lead(life, places)
        signed = request.signatories
        if report is not None and report.signatories is not None:
            signed = report.signatories
        if places is not None and signed is not None and life.lead is not None:
            day = request.on if report is None else report.on
            others = {p.unit.key for p in places if p.counts_on(day)} - {life.lead.key}
            joint = others <= signed
    declined = declined and request is not None
    steps = (request is not None, by_lead, joint, report is not None, not declined)
    test = False if False in steps else None if None in steps else True
    facts = {
        "requested": steps[0],
        "requested_by_lead": by_lead,
        "statement_joint": joint,
        "request_reported": steps[3],
        "request_declined": declined,
    }
    outcome = answered(plain(test), said.get(("art11.item4", None)))
    return HandFinding("art11.item4", outcome, facts)


def item_5(
    record: Record,
    life: Life,
    places: list[Place] | None,
    whole: bool | None,  # noqa: FBT001 - the same
    on: date,
    published_on: date | None,
) -> Items:
    found: Items = []
    for one in record.accidents:
        if one.occurred_on > on:
            continue
        lead = is_lead(one.unit, life)
        then: Outcome = UNKNOWN if lead is None else JUDGEMENT
        if lead is not None and there_on(life, one.occurred_on):
            then = MET if lead else JUDGEMENT
        graded = one.determined_on is None or one.determined_on <= on
        grade = one.grade if graded else None
        if graded and one.determined_by is not None and is_own_word(one.determined_by, places):
            grade = None
        sort = UNKNOWN
        if one.category is not None:
            sort = MET if one.category in ACCIDENTS else JUDGEMENT
        if graded and one.organ is not None and one.organ not in ORGANS:
            grade = None
        heavy = UNKNOWN if grade is None else plain(grade in MAJOR)
        legs = (plain(lead), plain(counts(one.occurred_on, published_on)), then, sort, heavy)
        found.append(((one.unit, one.occurred_on), joined(legs)))
    return found if whole else [*found, (None, UNKNOWN)]


def item_6(
    record: Record,
    life: Life,
    whole: bool | None,  # noqa: FBT001 - the same
    on: date,
    published_on: date | None,
) -> Items:
    found: Items = []
    for one in record.determinations:
        if one.on > on:
            continue
        lead = is_lead(one.unit, life)
        then: Outcome = UNKNOWN if lead is None else JUDGEMENT
        if lead is not None and there_on(life, one.on):
            then = MET if lead else JUDGEMENT
        organ = None if one.organ is None else one.organ in ORGANS
        counted = counts(one.occurred_on or one.on, published_on)
        said = (lead, organ, one.serious, one.effective, counted)
        found.append(((one.unit, one.on), joined((then, *map(plain, said)))))
    return found if whole else [*found, (None, UNKNOWN)]


def item_7_lists(
    dossier: Dossier,
    life: Life,
    whole: bool | None,  # noqa: FBT001 - the same
    on: date,
    published_on: date | None,
) -> Items:
    found: Items = []
    for one in dossier.listings:
        if one.first > on:
            continue
        if one.last is None or on <= one.last:
            listed = MET
        else:
            listed = JUDGEMENT if counts(one.last, published_on) else NOT_MET
        named = MET if is_of_a_named_list(one.name) else JUDGEMENT
        legs = (plain(is_lead(one.unit, life)), listed, named)
        found.append(((one.unit, one.first), joined(legs)))
    return found if whole else [*found, (None, UNKNOWN)]


def item_7_others(
    record: Record,
    life: Life,
    whole: bool | None,  # noqa: FBT001 - the same
    on: date,
    published_on: date | None,
) -> Items:
    found: Items = []
    for one in record.misconduct:
        if one.on > on:
            continue
        weighs = NOT_MET if one.trivial else JUDGEMENT
        counted = counts(one.occurred_on or one.on, published_on)
        legs = (plain(is_lead(one.unit, life)), plain(counted), weighs)
        found.append(((one.unit, one.on), joined(legs)))
    return found if whole else [*found, (None, UNKNOWN)]


def is_of_a_named_list(name: str) -> bool:
    if any(word in name for word in NO_SUCH_LISTS):
        return False
    words = ("名单", "主体", "失信被执行人", "严重违法失信")
    dishonest = "失信" in name and any(word in name for word in words)
    return dishonest or "经营异常名录" in name


def joined(legs: tuple[Outcome, ...]) -> Outcome:
    """Return what legs come to of which all must hold and some are left to a person."""
    if NOT_MET in legs:
        return NOT_MET
    if UNKNOWN in legs:
        return UNKNOWN
    return JUDGEMENT if JUDGEMENT in legs else MET


def some_item(provision: str, outcomes: Items, said: Said) -> HandFinding:
    """Return a ground of several items: one suffices."""
    seen = {outcome for _, outcome in outcomes}
    outcome = next((o for o in FOREMOST if o in seen), NOT_MET)
    outcome = answered(outcome, said.get((provision, None)))
    there = tuple((item, o) for item, o in outcomes if o is not NOT_MET)
    return HandFinding(provision, outcome, {}, there)


# --- projects -------------------------------------------------------------------------------------


def project_eligibility(
    dossier: Dossier, on: date, published_on: date | None
) -> tuple[HandFinding, ...]:
    """Return a finding for each norm of arts. 10, 15, 22 and 23, and for art. 26."""
    in_time = article_26(on, published_on)
    if not_in_force(on, published_on):
        return tuple(in_time)
    life = lived(dossier, on)
    places = places_in(life)
    said = attested_by_others(dossier.attestations, life.application, on)
    results = results_of(evaluations(life), published_on)
    projects: dict[str, list[ProjectEvent]] = {}
    for event in life.events:
        if isinstance(event, ProjectEvent):
            projects.setdefault(event.project, []).append(event)
    applied = [(name, application_in(events), events) for name, events in projects.items()]
    support: Items = []
    reviewed: Items = []
    through_lead: Items = []
    for name, application, events in applied:
        if application is None:
            continue
        holds = said.get(("art15.s1c", name), said.get(("art15.s1c", None)))
        support.append((name, JUDGEMENT if holds is None else plain(holds)))
        reviewed.append((name, plain(reviewed_in_place(events, life.lead))))
        speaks = None
        if application.by is not None and places is not None:
            speaks = application.by in names_of_lead(life, places)
        through_lead.append((name, plain(speaks)))
    filed = pending_since(applied) or on
    then = results_of(evaluations(life, filed), published_on)
    return (
        article_10(results, filed),
        status(life, on),
        article_15(then, life, said, filed),
        of_each("art15.s1c", support, {}),
        of_each("art22.s2b", reviewed, {}),
        of_each("art23.s2c", through_lead, {}),
        *in_time,
    )


def article_10(results: list[Result], on: date) -> HandFinding:
    this_year = [g for _, g, _, since, earlier in results if not earlier and since.year == on.year]
    cancelled = True if UNQUALIFIED in this_year else None if None in this_year else False
    test = None if cancelled is None else not cancelled
    return HandFinding("art10.s1b", plain(test), {"cancelled": cancelled})


def status(life: Life, on: date) -> HandFinding:
    there = there_on(life, on)
    return HandFinding("art15.s1a", plain(there), {"in_status": there})


def article_15(results: list[Result], life: Life, said: Said, on: date) -> HandFinding:
    own = [r for r in results if not r[4]]
    there = own
    for call in reversed(life.events):
        if isinstance(call, ProjectCalled) and call.on <= on <= date(call.of_year, 12, 31):
            if call.evaluation_year is not None:
                there = [r for r in own if r[0] == call.evaluation_year]
            break
    last = max(there, key=lambda r: (r[2], r[0]), default=None)
    earlier = max((r for r in results if r[4]), key=lambda r: (r[2], r[0]), default=None)
    to_decide = not own and earlier is not None and earlier[1] in GOOD
    grade = None if last is None else last[1]
    if to_decide:
        outcome = JUDGEMENT
    elif last is None:
        outcome = NOT_MET
    else:
        outcome = plain(None if grade is None else grade in GOOD)
    facts = {"relied_on_one": last is not None, "relied_on": grade, "legacy_in_favour": to_decide}
    return HandFinding("art15.s1a", answered(outcome, said.get(("art15.s1a", None))), facts)


def pending_since(
    projects: list[tuple[str, ProjectApplied | None, list[ProjectEvent]]],
) -> date | None:
    """Return the day of the last application that nobody has decided on."""
    pending = None
    for _, application, events in projects:
        if application is not None and not any(isinstance(e, ProjectDecided) for e in events):
            pending = application.on
    return pending


def application_in(events: list[ProjectEvent]) -> ProjectApplied | None:
    found = None
    for event in events:
        if isinstance(event, ProjectApplied):
            found = event
    return found


def reviewed_in_place(events: list[ProjectEvent], lead: Organization | None) -> bool | None:
    outcome: bool | None = False
    for event in events:
        if isinstance(event, ProjectPrereviewed):
            own = is_own_office(event.by, lead)
            if own:
                return True
            outcome = None if own is None else outcome
    return outcome


def is_own_office(by: str | None, lead: Organization | None) -> bool | None:  # noqa: PLR0911 - one line a case
    if by is None:
        return None
    if by in BUREAU:
        return False
    place = place_of(by)
    if place is None or lead is None:
        return None
    district = DISTRICTS.get(lead.domicile or "")
    if lead.zone is not None:
        return place == (place_of(lead.zone) or lead.zone)
    if district is None:
        return None
    if lead.domicile == BINHAI:  # whether in a zone, and in which, nobody says
        return None if place == district or place in ZONES.values() else False
    return place == district


def place_of(text: str) -> str | None:
    if "东疆" in text:
        return ZONES["东疆"]
    for alias, zone in ZONES.items():
        if alias in text:
            return zone
    return next((district for district in DISTRICTS.values() if district in text), None)


# --- the bar --------------------------------------------------------------------------------------


def bar_of(dossier: Dossier, on: date, published_on: date | None) -> tuple[HandBar | None, bool]:
    """Return the bar that follows from a history, and whether that can be told at all."""
    life = lived(dossier, on)
    ended = life.ended_by
    if ended is None or ended.on > LAST_DAY:
        return None, True
    if ended.under or (published_on is not None and ended.on < published_on):
        return None, True
    if life.lead is None:
        return None, False
    last = three_years_after(ended.on)
    beyond = LAST_DAY if last > LAST_DAY else None
    person, free = life.lead.legal_person, last + timedelta(days=1)
    return HandBar(person, dossier.history.consortium, ended.on, last, free, beyond), True


def three_years_after(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + 3, 2, 28)
    return day.replace(year=day.year + 3)


def admissibility(case: Case, on: date, published_on: date | None) -> tuple[HandFinding, ...]:
    """Return a finding for each norm of art. 11 paragraph 2, and for art. 26."""
    in_time = article_26(on, published_on)
    expired = on > LAST_DAY
    if not_in_force(on, published_on) and not expired:
        return tuple(in_time)
    application, lead = case.application, case.application.lead
    said = attested_by_others(case.attestations, application, on)
    bars = [b for b in case.register.bars if b.window.first is None or b.window.first <= on]
    asked = decisive_day(application, bars, on)
    binding = {bar.unit for bar in bars if asked in bar.window}
    own = [bar for bar in bars if bar.unit == lead.legal_person]
    foremost = max(own, key=lambda b: (asked in b.window, b.window.last or on), default=None)
    complete = case.register.complete_to is not None and on <= case.register.complete_to
    facts: dict[str, Any] = {"was_barred": foremost is not None, "presented_on": asked}
    within, accepted = (NOT_APPLICABLE, MET) if complete else (UNKNOWN, UNKNOWN)
    successor = lead.legal_person not in binding and not binding.isdisjoint(lead.succeeds)
    new = JUDGEMENT if successor else accepted
    if foremost is not None:
        facts["bar"] = as_by_hand(foremost)
        facts |= {"barred_from": foremost.window.first, "barred_to": foremost.window.last}
        within, new = plain(asked in foremost.window), new if successor else NOT_APPLICABLE
        accepted = NOT_MET if within is MET else accepted
    if expired:  # the nominal end is told all the same
        return (HandFinding("art11.p2.s1a", within, facts), *in_time)
    return (
        HandFinding("art11.p2.s1a", within, facts),
        HandFinding("art11.p2.s1b", accepted, facts),
        HandFinding("art11.p2.s1c", answered(new, said.get(("art11.p2.s1c", None))), facts),
        *in_time,
    )


def decisive_day(application: Application, bars: list[Bar], on: date) -> date:
    """Return the day of acceptance, or of presenting it, unless a revocation came between."""
    accepted, presented, filed = (
        None if day is None or day > on else day
        for day in (application.accepted_on, application.presented_on, application.filed_on)
    )
    if accepted is not None:
        return accepted
    stated = presented or filed
    units = (application.lead.legal_person, *application.lead.succeeds)
    firsts = [bar.window.first for bar in bars if bar.unit in units]
    if stated is None or any(first is not None and first > stated for first in firsts):
        return on
    return stated


def as_by_hand(bar: Bar) -> HandBar:
    assert bar.unit is not None, "these measures bar nobody but legal persons"
    first, last = bar.window.first or date.min, bar.window.last or date.max
    free = last + timedelta(days=1)
    return HandBar(bar.unit, bar.consortium, first, last, free, bar.enforceable_to)
