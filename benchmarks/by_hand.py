"""The formation norms of the Tianjin Measures by hand: what one would do without a library.

One function for each article, for art. 5 one for each item; plain ``if``s over the same objects,
the default readings only, one frozen finding for each norm. It is the measure of our speed and,
because it shares nothing with our clauses and facts, of our correctness.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import frozen

from innov_consortium import (
    Agreement,
    Application,
    Attestation,
    Case,
    Engagement,
    LegalForm,
    Organization,
    OrganizationKind,
    Outcome,
    Person,
    Register,
    Role,
    SpecialCase,
    Vacancy,
)

__all__ = ["HandFinding", "formation"]

MET = Outcome.MET
NOT_MET = Outcome.NOT_MET
DEPARTS = Outcome.DEPARTS_FROM_PRINCIPLE
ACCEPTED = Outcome.ACCEPTED_DEPARTURE
CASE_BY_CASE = Outcome.CASE_BY_CASE
JUDGEMENT = Outcome.NEEDS_JUDGEMENT
UNKNOWN = Outcome.UNKNOWN
NOT_APPLICABLE = Outcome.NOT_APPLICABLE

WORST_FIRST = (NOT_MET, DEPARTS, UNKNOWN, JUDGEMENT, CASE_BY_CASE, ACCEPTED, MET)
TIANJIN = "120000"
KEY_FIELDS = ("信创", "高端装备", "智能科技", "新能源汽车", "生物医药", "石油化工", "绿色低碳")
LISTS = ("major_scientific_questions", "key_core_technologies", "target_outcomes")
LEAD_CATEGORIES = ("research_institution", "leading_enterprise", "chain_master")
QUALIFICATIONS = ("strategic_scientist", "leading_talent")
ORGANS = ("decision", "advisory", "executive")
AREAS = ("joint_r_and_d", "commercialisation", "standards", "international", "branding")
LAST_DAY = date(2030, 4, 10)
ACADEMIC = (
    OrganizationKind.UNIVERSITY,
    OrganizationKind.RESEARCH_INSTITUTION,
    OrganizationKind.NEW_RD_INSTITUTION,
)
BUREAU = ("市科技局", "天津市科技局", "天津市科学技术局")
LEADERSHIP = (
    "市委、市政府",
    "天津市委、市政府",
    "天津市委、天津市人民政府",
    "中共天津市委、天津市人民政府",
)


@frozen
class HandFinding:
    """What one norm makes of the case; of each-norms, the items there is something to say of."""

    provision: str
    outcome: Outcome
    facts: dict[str, Any]
    items: tuple[tuple[Any, Outcome], ...] = ()


@frozen
class Known:
    """What bodies have said up to the day."""

    attested: dict[Any, Attestation | None]
    departures: dict[Any, bool]
    case_by_case: bool

    def holds(self, what: str) -> bool | None:
        one = self.attested.get((what, None))
        return None if one is None else one.holds

    def value(self, what: str) -> str | None:
        one = self.attested.get((what, None))
        return one.value if one is not None and one.holds else None

    def judged(self, provision: str, unit: Any = None) -> Outcome:
        key = (provision, unit)
        one = self.attested.get(key if key in self.attested else (provision, None))
        if one is not None and one.holds:
            return MET
        if self.case_by_case:
            return CASE_BY_CASE
        return JUDGEMENT if one is None else NOT_MET

    def outcome(self, test: bool | None) -> Outcome:  # noqa: FBT001 - a truth value is the subject
        if test:
            return MET
        if self.case_by_case:
            return CASE_BY_CASE
        return UNKNOWN if test is None else NOT_MET

    def in_principle(self, provision: str, test: bool | None, unit: Any = None) -> Outcome:  # noqa: FBT001 - the same
        if test:
            return MET
        accepted = self.departures.get((provision, unit))
        if accepted is None:
            accepted = self.departures.get((provision, None))
        if test is False and accepted:
            return ACCEPTED
        if self.case_by_case:
            return CASE_BY_CASE
        if test is None:
            return UNKNOWN
        return DEPARTS if accepted is None else NOT_MET


def formation(case: Case, on: date, published_on: date | None) -> tuple[HandFinding, ...]:
    """Return a finding for each norm of arts. 3, 5, 7 and 26, in the order of the law."""
    in_time = article_26(on, published_on)
    if on > LAST_DAY or (published_on is not None and on < published_on):
        return tuple(in_time)
    special = article_7(case.special_case, on)
    known = what_is_known(case, on, case_by_case=special[-1].outcome is MET)
    application = case.application
    agreement = application.agreement
    if agreement is not None and agreement.signed_on is not None and agreement.signed_on > on:
        agreement = Agreement(signatories=frozenset(), heads=agreement.heads)
    return (
        article_3(application, known),
        *article_5_item_1(application, known),
        *article_5_item_2(case, known, on),
        *article_5_item_3(application, case.register, known, on),
        *article_5_item_4(application, agreement, known),
        *article_5_item_5(application, agreement, known, on),
        *article_5_item_6(application, known),
        *special,
        *in_time,
    )


def what_is_known(case: Case, on: date, *, case_by_case: bool) -> Known:
    members = case.application.members
    own = {unit.name for unit in members} | {str(unit.id) for unit in members}
    attested: dict[Any, Attestation | None] = {}
    last: dict[Any, date] = {}
    for one in sorted(case.attestations, key=lambda a: a.on):
        if one.on > on or one.by in own:
            continue
        key = (one.what, one.unit)
        if last.get(key) == one.on:  # two of one day that disagree cancel out
            before = attested[key]
            if before is None or (before.holds, before.value) != (one.holds, one.value):
                attested[key] = None
                continue
        attested[key] = one
        last[key] = one.on
    departures = {
        (d.provision, d.unit): d.accepted for d in case.departures if d.on <= on and d.by in BUREAU
    }
    return Known(attested, departures, case_by_case)


def article_3(application: Application, known: Known) -> HandFinding:
    field = application.field
    said = known.holds("art3.s1a")  # 等: never refused for its field
    weighed = JUDGEMENT if said is None else MET if said else NOT_MET
    outcome = MET if field in KEY_FIELDS else weighed
    return HandFinding("art3.s1a", UNKNOWN if field is None else outcome, {"field": field})


def article_5_item_1(application: Application, known: Known) -> list[HandFinding]:
    there = application.lists
    formed = [(name, known.outcome(None if there is None else name in there)) for name in LISTS]
    return [
        HandFinding("art5.item1.s2a", known.judged("art5.item1.s2a"), {}),
        HandFinding("art5.item1.s2b", known.judged("art5.item1.s2b"), {}),
        of_each("art5.item1.s2c", formed, {"lists": there}),
        HandFinding("art5.item1.s2d", known.judged("art5.item1.s2d"), {}),
    ]


def article_5_item_2(case: Case, known: Known, on: date) -> list[HandFinding]:
    lead = case.application.lead
    registered = None if lead.domicile is None else lead.domicile.startswith("12")
    in_tianjin = known.holds("in_tianjin")
    if in_tianjin is None:
        in_tianjin = registered or None
    operating = known.holds("operating_normally")
    branch = any(region.startswith("12") for region in lead.branches_in)
    listed = any(
        x.unit == lead.legal_person and x.first <= on and (x.last is None or on <= x.last)
        for x in case.listings
    )
    on_branch = branch and in_tianjin is None and operating is not False
    contradicted = listed and operating is True
    if on_branch or (contradicted and in_tianjin):
        here = known.judged("art5.item2.s2a")
    else:
        here = known.outcome(both(in_tianjin, operating))

    category = known.value("lead_category")
    strategic = category == "other_strategic_force" or known.holds("strategic_force")
    if category in LEAD_CATEGORIES or strategic:
        is_force: bool | None = True
    else:
        is_force = None if category is None or strategic is None else False

    led = {
        e.consortium
        for e in case.register.of(lead.legal_person)
        if e.role is Role.LEAD and e.jurisdiction in (None, TIANJIN) and lasts(e, case.register, on)
    }
    leaderships = len(led) + 1
    complete = is_complete(case.register, on)
    one_only = complete if leaderships <= 1 else False
    return [
        HandFinding(
            "art5.item2.s2a",
            here,
            {
                "in_tianjin": in_tianjin,
                "operating_normally": operating,
                "registered_in_tianjin": registered,
                "branch_in_tianjin": branch,
                "rests_on_branch": on_branch,
                "contradicted_by_listing": contradicted,
            },
        ),
        HandFinding("art5.item2.s2b", known.judged("art5.item2.s2b"), {}),
        HandFinding(
            "art5.item2.s2c",
            known.outcome(is_force),
            {"lead_category": category, "strategic_force": strategic},
        ),
        HandFinding("art5.item2.s2d", known.judged("art5.item2.s2d"), {}),
        HandFinding("art5.item2.s2e", known.judged("art5.item2.s2e"), {}),
        HandFinding(
            "art5.item2.s3b",
            known.in_principle("art5.item2.s3b", one_only),
            {"leaderships": leaderships, "register_complete": complete},
        ),
    ]


def article_5_item_3(
    application: Application, register: Register, known: Known, on: date
) -> list[HandFinding]:
    lead = application.lead.legal_person
    complete = is_complete(register, on)
    counted = set()
    enterprises = possible = 0
    anywhere, of_enterprises, of_academics, services, at_most_two, colleges = [], [], [], [], [], []
    for unit in application.participants:
        kind, person = unit.kind, unit.legal_person
        enterprise = is_enterprise(unit)
        if person != lead and person not in counted:
            counted.add(person)
            enterprises += enterprise is True
            possible += enterprise is not False
        anywhere.append((unit, MET))
        if enterprise:
            outcome = known.judged("art5.item3.s3a", unit.key)
        else:
            outcome = NOT_APPLICABLE if enterprise is False else known.outcome(None)
        of_enterprises.append((unit, outcome))
        academic = kind in ACADEMIC
        outcome = known.judged("art5.item3.s3b", unit.key) if academic else NOT_APPLICABLE
        of_academics.append((unit, outcome))
        service = kind is OrganizationKind.SERVICE_INSTITUTION
        services.append((unit, MET if service else NOT_APPLICABLE))
        few = takes_part_in_few(unit, register, on, complete)
        outcome = known.in_principle("art5.item3.s5b", few, unit.key)
        at_most_two.append((unit, outcome))
        if kind is OrganizationKind.UNIVERSITY:
            outcome = known.outcome(None if unit.college is None else True)
        else:
            outcome = NOT_APPLICABLE
        colleges.append((unit, outcome))

    named, total = len(application.participants), len(counted)
    if total == 0:
        share = NOT_APPLICABLE
    elif 2 * enterprises >= total:
        share = MET
    else:
        share = known.outcome(None if 2 * possible >= total else False)
    enough = known.in_principle("art5.item3.s2c", total >= 6)
    facts = {"share_total": total, "enterprises": enterprises, "possible_enterprises": possible}
    return [
        HandFinding("art5.item3.s1", MET if named else NOT_MET, {"participants_named": named}),
        of_each("art5.item3.s2a", anywhere, {}),
        HandFinding("art5.item3.s2c", enough, {"participants": total}),
        HandFinding("art5.item3.s2d", share, facts),
        of_each("art5.item3.s3a", of_enterprises, {}),
        of_each("art5.item3.s3b", of_academics, {}),
        of_each("art5.item3.s4", services, {}),
        of_each("art5.item3.s5b", at_most_two, {"participations_complete": complete}),
        of_each("art5.item3.s5c", colleges, {}),
    ]


def article_5_item_4(
    application: Application, agreement: Agreement | None, known: Known
) -> list[HandFinding]:
    areas = application.cooperation
    count = None if areas is None else len(areas)
    lacking = None if areas is None else sum(area not in areas for area in AREAS)
    intends = []
    for unit in application.members:
        if application.intending is not None:
            willing: bool | None = unit.key in application.intending
        else:
            willing = has_signed(unit, agreement) or None
        intends.append((unit, known.outcome(willing)))
    return [
        HandFinding("art5.item4.s2", known.judged("art5.item4.s2"), {}),
        HandFinding("art5.item4.s3a", known.judged("art5.item4.s3a"), {}),
        HandFinding(
            "art5.item4.s3b",
            known.outcome(None if count is None else count > 0),
            {"areas_of_cooperation": count, "areas_lacking": lacking},
        ),
        of_each("art5.item4.s3c", intends, {"intending": application.intending}),
    ]


def article_5_item_5(
    application: Application, agreement: Agreement | None, known: Known, on: date
) -> list[HandFinding]:
    signed_on = None if agreement is None else agreement.signed_on
    filed_on = application.filed_on
    day = on if filed_on is None or filed_on > on else filed_on
    in_time = None if signed_on is None else signed_on <= day
    signatures = [
        (unit, known.outcome(both(has_signed(unit, agreement), in_time)))
        for unit in application.members
    ]
    heads = None if agreement is None else agreement.heads
    found = [of_each("art5.item5.s2a", signatures, {"signed_on": signed_on, "day": day})]
    for letter, head in (
        ("b", "goals"),
        ("c", "tasks"),
        ("d", "organisation"),
        ("e", "functions"),
        ("f", "rights_and_obligations"),
        ("g", "ip_ownership"),
        ("h", "licensing_and_income_distribution"),
        ("i", "breach_liability"),
    ):
        states = None if heads is None else head in heads
        if heads is not None and letter == "h" and not states:
            states = "licensing" in heads and "income_distribution" in heads
        facts = {f"agrees_{head}": states}
        found.append(HandFinding(f"art5.item5.s2{letter}", known.outcome(states), facts))
    return found


def article_5_item_6(application: Application, known: Known) -> list[HandFinding]:
    governance = application.governance
    organs = None if governance is None else governance.organs
    set_up = []
    for function in ORGANS:
        if organs is None:
            set_up.append((function, known.outcome(None)))
            continue
        bodies = [o.body for o in organs if o.function == function and o.body is not None]
        if any(o.body in bodies for o in organs if o.function != function):
            set_up.append((function, known.judged("art5.item6.s2a")))
        else:
            there = any(o.function == function for o in organs)
            set_up.append((function, known.outcome(there)))

    principal = None if governance is None else governance.principal
    technologist = None if governance is None else governance.technologist
    first = None if principal is None else principal is not Vacancy.VACANT
    second = None if technologist is None else technologist is not Vacancy.VACANT
    one_person = same_person(principal, technologist)
    if one_person:
        dual = known.judged("art5.item6.s3a")
    else:
        dual = known.outcome(None if one_person is None else both(first, second))

    qualification = known.value("qualification")
    if second is False:
        qualified = NOT_APPLICABLE
    elif second is None or qualification is None:
        qualified = known.outcome(None)
    else:
        qualified = known.outcome(qualification in QUALIFICATIONS)
    return [
        of_each("art5.item6.s2a", set_up, {"organs": organs}),
        HandFinding("art5.item6.s2b", known.judged("art5.item6.s2b"), {}),
        HandFinding(
            "art5.item6.s3a",
            dual,
            {
                "principal_named": first,
                "technologist_named": second,
                "one_person_in_both": one_person,
            },
        ),
        HandFinding(
            "art5.item6.s3b",
            qualified,
            {"technologist_named": second, "qualification": qualification},
        ),
    ]


def article_7(special: SpecialCase | None, on: date) -> list[HandFinding]:
    if special is None or (special.determined_on is not None and special.determined_on > on):
        return [
            HandFinding("art7.s1a", NOT_APPLICABLE, {"claimed": False}),
            HandFinding("art7.s1b", NOT_APPLICABLE, {"claimed": False}),
            HandFinding("art7.s1c", NOT_APPLICABLE, {"claimed": False}),
        ]
    key_support = special.ground == "art7.s1a"
    by = special.determined_by
    nobody = None if special.determined_on is not None else False
    by_leadership = nobody if by is None else by in LEADERSHIP
    by_authority = nobody if by is None else by in LEADERSHIP or by in BUREAU
    later = special.elected_on is not None and special.elected_on > on
    elected = None if later else special.elected
    if key_support:
        determined = by_leadership
        first, second = plain(by_leadership), NOT_APPLICABLE
    else:
        determined = by_authority
        first = NOT_APPLICABLE
        second = JUDGEMENT if by_authority is False else plain(by_authority)
    if determined is False:
        third = NOT_APPLICABLE
    elif determined is None:
        third = UNKNOWN
    elif elected is None:
        third = JUDGEMENT
    elif elected and special.elected_by is None:
        third = UNKNOWN
    else:
        third = MET if elected and special.elected_by in BUREAU else NOT_MET
    return [
        HandFinding("art7.s1a", first, {"claimed": key_support, "determined": by_leadership}),
        HandFinding("art7.s1b", second, {"claimed": not key_support, "determined": by_authority}),
        HandFinding("art7.s1c", third, {"determined": determined, "elected": elected}),
    ]


def article_26(on: date, published_on: date | None) -> list[HandFinding]:
    begun = plain(None if published_on is None else on >= published_on)
    facts = {"day": on, "published_on": published_on}
    return [
        HandFinding("art26.s1a", begun, facts),
        HandFinding("art26.s1b", plain(on <= LAST_DAY), {"day": on}),
        HandFinding("art26.s2", begun, facts),
    ]


def of_each(
    provision: str, outcomes: Iterable[tuple[Any, Outcome]], facts: dict[str, Any]
) -> HandFinding:
    seen = {outcome for _, outcome in outcomes}
    outcome = next((o for o in WORST_FIRST if o in seen), NOT_APPLICABLE)
    if outcome is MET or outcome is NOT_APPLICABLE:
        return HandFinding(provision, outcome, facts)
    concerned = tuple((i, o) for i, o in outcomes if o is not MET and o is not NOT_APPLICABLE)
    return HandFinding(provision, outcome, facts, concerned)


def plain(test: bool | None) -> Outcome:  # noqa: FBT001 - a truth value is the subject
    if test is None:
        return UNKNOWN
    return MET if test else NOT_MET


def both(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001 - the same
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def is_enterprise(unit: Organization) -> bool | None:
    form = unit.registered_form
    if form is None:
        return True if unit.kind is OrganizationKind.ENTERPRISE else None
    return form is LegalForm.ENTERPRISE


def takes_part_in_few(
    unit: Organization,
    register: Register,
    on: date,
    complete: bool | None,  # noqa: FBT001 - the same
) -> bool | None:
    """Return whether a unit takes part in two consortia at most, this application included."""
    university = unit.kind is OrganizationKind.UNIVERSITY
    if university and unit.college is None:
        return None
    consortia = set()
    for e in register.of(unit.legal_person):
        if e.role is not Role.PARTICIPANT or (e.since is not None and e.since > on):
            continue
        if university and e.college is None:
            complete = None
        revoked = e.revoked and (e.ended_on is None or e.ended_on <= on)
        here = e.jurisdiction in (None, TIANJIN)
        if e.college == unit.college and here and not revoked and lasts(e, register, on):
            consortia.add(e.consortium)
    return False if len(consortia) + 1 > 2 else complete


def is_complete(register: Register, on: date) -> bool | None:
    there = register.complete_to is not None and register.complete_to >= on
    return True if there else None


def lasts(engagement: Engagement, register: Register, on: date) -> bool:
    if engagement.since is None or engagement.since > on:
        return False
    if engagement.ended_on is not None and engagement.ended_on <= on:
        return False
    # what stood on an earlier day may have ended since
    return register.complete_to is None or register.complete_to >= on


def has_signed(unit: Organization, agreement: Agreement | None) -> bool | None:
    if agreement is None:
        return None
    if agreement.signed_on is None:
        return False
    return None if agreement.signatories is None else unit.key in agreement.signatories


def same_person(one: Person | Vacancy | None, other: Person | Vacancy | None) -> bool | None:
    if one is Vacancy.VACANT or other is Vacancy.VACANT:
        return False
    if not isinstance(one, Person) or not isinstance(other, Person):
        return None
    if one.id is not None and other.id is not None:
        return one.id == other.id
    return one.name == other.name
