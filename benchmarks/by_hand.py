"""The formation norms of the Tianjin Measures by hand: what one would do without a library.

One function for each article, for art. 5 one for each item; plain ``if``s over the same objects,
the default readings only, one frozen finding for each norm. It is the measure of our speed and,
because it shares nothing with our clauses and facts, of our correctness.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import evolve, frozen

from innov_consortium import (
    Agreement,
    Application,
    Attestation,
    Case,
    Engagement,
    Identifier,
    LegalForm,
    Organ,
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
TIANJIN = "12"  # every GB/T 2260 code within it begins so
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
    "中共天津市委、天津市政府",
    "中共天津市委员会、天津市人民政府",
    "天津市委、天津市政府",
    "市委市政府",
    "天津市委市政府",
)
APPLICANTS = ("申请人", "申请单位", "申报单位", "本单位", "牵头单位", "参与单位", "成员单位")


@frozen
class HandFinding:
    """What one norm makes of the case; of each-norms, the items there is something to say of."""

    provision: str
    outcome: Outcome
    facts: dict[str, Any]
    items: tuple[tuple[Any, Outcome], ...] = ()


@frozen
class Known:
    """What bodies have said up to the day: what holds, and for a choice which."""

    attested: dict[Any, tuple[bool, str | None] | None]
    departures: dict[Any, bool]
    case_by_case: bool = False

    def holds(self, what: str, unit: Any = None) -> bool | None:
        key = (what, unit)
        said = self.attested.get(key if key in self.attested else (what, None))
        return None if said is None else said[0]

    def value(self, what: str) -> str | None:
        said = self.attested.get((what, None))
        return said[1] if said is not None and said[0] else None

    def settled(self, outcome: Outcome) -> Outcome:
        gives_way = outcome in (NOT_MET, DEPARTS, UNKNOWN, JUDGEMENT)
        return CASE_BY_CASE if self.case_by_case and gives_way else outcome

    def judged(self, provision: str, unit: Any = None) -> Outcome:
        said = self.holds(provision, unit)
        return self.settled(JUDGEMENT if said is None else plain(said))

    def outcome(self, test: bool | None) -> Outcome:  # noqa: FBT001 - a truth value is the subject
        return self.settled(plain(test))

    def answered(self, provision: str, outcome: Outcome, unit: Any = None) -> Outcome:
        return self.settled(answered(outcome, self.holds(provision, unit)))

    def in_principle(self, provision: str, test: bool | None, unit: Any = None) -> Outcome:  # noqa: FBT001 - the same
        if test is not False:
            return self.outcome(test)
        accepted = self.departures.get((provision, unit))
        if accepted is None:
            accepted = self.departures.get((provision, None))
        if accepted:
            return ACCEPTED
        return self.settled(DEPARTS if accepted is None else NOT_MET)


def formation(case: Case, on: date, published_on: date | None) -> tuple[HandFinding, ...]:
    """Return a finding for each norm of arts. 3, 5, 7 and 26, in the order of the law."""
    in_time = article_26(on, published_on)
    if on > LAST_DAY or (published_on is not None and on < published_on):
        return tuple(in_time)
    application = case.application
    known = Known(what_is_attested(case, on), what_is_decided(case, on))
    special = article_7(application, case.special_case, known, on)
    if special[-1].outcome is MET:
        known = evolve(known, case_by_case=True)
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


def what_is_attested(case: Case, on: date) -> dict[Any, tuple[bool, str | None] | None]:
    own = {*APPLICANTS}
    for unit in case.application.members:
        own |= {unit.name, str(unit.id)}
    words: dict[Any, dict[str, list[Attestation]]] = {}
    for one in case.attestations:
        if one.on > on or one.by in own:
            continue
        last = words.setdefault((one.what, one.unit), {}).setdefault(one.by, [])
        if last and last[0].on < one.on:  # a body's later word sets its earlier one aside
            last.clear()
        if not last or last[0].on == one.on:
            last.append(one)
    attested = {}
    for key, bodies in words.items():
        said = {(one.holds, one.value) for last in bodies.values() for one in last}
        attested[key] = said.pop() if len(said) == 1 else None  # who disagree tell us nothing
    return attested


def what_is_decided(case: Case, on: date) -> dict[Any, bool]:
    decided: dict[Any, tuple[date, set[bool]]] = {}
    for one in case.departures:
        if one.on > on or one.by not in BUREAU:
            continue
        key = (one.provision, one.unit)
        day, accepted = decided.get(key, (date.min, set()))
        if one.on > day:
            decided[key] = (one.on, {one.accepted})
        elif one.on == day:
            accepted.add(one.accepted)
    return {key: True in said for key, (_, said) in decided.items() if len(said) == 1}


def article_3(application: Application, known: Known) -> HandFinding:
    field = application.field
    listed = MET if field in KEY_FIELDS else JUDGEMENT  # 等: never refused for its field
    outcome = answered(UNKNOWN if field is None else listed, known.holds("art3.s1a"))
    return HandFinding("art3.s1a", outcome, {"field": field})


def article_5_item_1(application: Application, known: Known) -> list[HandFinding]:
    there = application.lists
    formed = []
    for name in LISTS:
        drawn_up = plain(None if there is None else name in there)
        formed.append((name, known.answered("art5.item1.s2c", drawn_up)))
    return [
        HandFinding("art5.item1.s2a", known.judged("art5.item1.s2a"), {}),
        HandFinding("art5.item1.s2b", known.judged("art5.item1.s2b"), {}),
        of_each("art5.item1.s2c", formed, {"lists": there}),
        HandFinding("art5.item1.s2d", known.judged("art5.item1.s2d"), {}),
    ]


def article_5_item_2(case: Case, known: Known, on: date) -> list[HandFinding]:
    lead = case.application.lead
    registered = None if lead.domicile is None else lead.domicile.startswith(TIANJIN)
    in_tianjin = known.holds("in_tianjin")
    if in_tianjin is None:
        in_tianjin = registered or None
    operating = known.holds("operating_normally")
    branch = any(region.startswith(TIANJIN) for region in lead.branches_in)
    listed = any(
        x.unit == lead.legal_person and x.first <= on and (x.last is None or on <= x.last)
        for x in case.listings
    )
    on_branch = branch and in_tianjin is None and operating is not False
    contradicted = listed and operating is True
    if on_branch or (contradicted and in_tianjin):
        here = JUDGEMENT
    else:
        here = plain(both(in_tianjin, operating))

    category = known.value("lead_category")
    strategic = category == "other_strategic_force" or known.holds("strategic_force")
    if category in LEAD_CATEGORIES or strategic:
        is_force: bool | None = True
    else:
        is_force = None if category is None or strategic is None else False

    led = {
        e.consortium
        for e in case.register.of(lead.legal_person)
        if e.role is Role.LEAD and is_of_tianjin(e) and lasts(e, case.register, on)
        if not (e.revoked and e.ended_on is None)
    }
    leaderships = len(led) + 1
    complete = is_complete(case.register, on)
    one_only = complete if leaderships <= 1 else False
    return [
        HandFinding(
            "art5.item2.s2a",
            known.answered("art5.item2.s2a", here),
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
    forms = [is_enterprise(unit) for unit in units_counted(application)]
    total, enterprises = len(forms), forms.count(True)
    possible = enterprises + forms.count(None)
    anywhere, of_enterprises, of_academics, services, at_most_two, colleges = [], [], [], [], [], []
    for unit in application.participants:
        kind, enterprise = unit.kind, is_enterprise(unit)
        anywhere.append((unit, known.answered("art5.item3.s2a", MET, unit.key)))
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
        few = takes_part_in_few(unit, register, on)
        outcome = known.in_principle("art5.item3.s5b", few, unit.key)
        at_most_two.append((unit, outcome))
        if kind is OrganizationKind.UNIVERSITY:
            outcome = known.outcome(None if unit.college is None else True)
        else:
            outcome = NOT_APPLICABLE
        colleges.append((unit, outcome))

    if total == 0:
        share = NOT_APPLICABLE
    elif 2 * enterprises >= total:
        share = MET
    else:
        share = known.outcome(None if 2 * possible >= total else False)
    enough = known.in_principle("art5.item3.s2c", total >= 6)
    facts = {"share_total": total, "enterprises": enterprises, "possible_enterprises": possible}
    return [
        HandFinding("art5.item3.s1", MET if total else NOT_MET, {"participants_named": total}),
        of_each("art5.item3.s2a", anywhere, {}),
        HandFinding("art5.item3.s2c", enough, {"participants": total}),
        HandFinding("art5.item3.s2d", share, facts),
        of_each("art5.item3.s3a", of_enterprises, {}),
        of_each("art5.item3.s3b", of_academics, {}),
        of_each("art5.item3.s4", services, {}),
        of_each("art5.item3.s5b", at_most_two, {}),
        of_each("art5.item3.s5c", colleges, {}),
    ]


def units_counted(application: Application) -> Iterable[Organization]:
    """Return one for each legal person but the lead: itself, or a branch that stands for it."""
    units: dict[Identifier, Organization] = {}
    for unit in application.participants:
        person = unit.legal_person
        if person != application.lead.legal_person and (person not in units or person == unit.id):
            units[person] = unit
    return units.values()


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
        provided = organ_set_up(organs, function)
        set_up.append((function, known.answered("art5.item6.s2a", provided)))

    principal = None if governance is None else governance.principal
    technologist = None if governance is None else governance.technologist
    first = None if principal is None else principal is not Vacancy.VACANT
    second = None if technologist is None else technologist is not Vacancy.VACANT
    one_person = same_person(principal, technologist)
    posts = None if one_person is None else both(first, second)
    dual = JUDGEMENT if one_person else plain(posts)

    qualification = known.value("qualification")
    if second is False:
        qualified = NOT_APPLICABLE
    elif second is None or qualification is None:
        qualified = UNKNOWN
    else:
        qualified = plain(qualification in QUALIFICATIONS)
    return [
        of_each("art5.item6.s2a", set_up, {"organs": organs}),
        HandFinding("art5.item6.s2b", known.judged("art5.item6.s2b"), {}),
        HandFinding(
            "art5.item6.s3a",
            known.answered("art5.item6.s3a", dual),
            {
                "principal_named": first,
                "technologist_named": second,
                "one_person_in_both": one_person,
            },
        ),
        HandFinding(
            "art5.item6.s3b",
            known.answered("art5.item6.s3b", qualified),
            {"technologist_named": second, "qualification": qualification},
        ),
    ]


def organ_set_up(organs: tuple[Organ, ...] | None, function: str) -> Outcome:
    if organs is None:
        return UNKNOWN
    own = [organ.body for organ in organs if organ.function == function]
    others = [organ.body for organ in organs if organ.function != function]
    if not own:
        return NOT_MET
    if any(body is not None and body in others for body in own):
        return JUDGEMENT
    # without a name nobody can tell whether it is one of the others
    return UNKNOWN if others and None in own + others else MET


def article_7(
    application: Application, special: SpecialCase | None, known: Known, on: date
) -> list[HandFinding]:
    if special is None:
        return [
            HandFinding("art7.s1a", NOT_APPLICABLE, {"claims_key_support": False}),
            HandFinding("art7.s1b", NOT_APPLICABLE, {"claims_urgent_need": False}),
            HandFinding("art7.s1c", NOT_APPLICABLE, {}),
        ]
    by, when = special.determined_by, special.determined_on
    if when is not None and when > on:  # the claim stays, nobody has determined it yet
        by = when = None
    by_leadership = is_determined(by, when, LEADERSHIP)
    by_authority = is_determined(by, when, (*LEADERSHIP, *BUREAU))
    said = known.holds("art7.s1b")
    if not by_authority and said is not None:
        by_authority = said
    own = {*APPLICANTS}
    for unit in application.members:
        own |= {unit.name, str(unit.id)}
    by_another = by is not None and by not in (*LEADERSHIP, *BUREAU) and by not in own

    later = special.elected_on is not None and special.elected_on > on
    elected = None if later else special.elected
    by_bureau: bool | None = False
    if elected:
        by_bureau = None if special.elected_by is None else special.elected_by in BUREAU

    first = second = NOT_APPLICABLE
    key_support = special.ground == "art7.s1a"
    if key_support:
        first = JUDGEMENT if by_another else plain(by_leadership)
        third = case_by_case(by_leadership, by_another, elected, by_bureau)
    else:
        second = answered(JUDGEMENT if by_authority is False else plain(by_authority), said)
        third = case_by_case(by_authority, by_another or by_bureau, elected, by_bureau)
    facts = {
        "claims_key_support": key_support,
        "claims_urgent_need": not key_support,
        "determined_by_leadership": by_leadership,
        "determined_by_authority": by_authority,
        "determined_by_another": by_another,
        "election_pending": elected is None,
        "elected_by_bureau": by_bureau,
    }
    return [
        HandFinding("art7.s1a", first, facts),
        HandFinding("art7.s1b", second, facts),
        HandFinding("art7.s1c", third, facts),
    ]


def is_determined(by: str | None, when: date | None, bodies: tuple[str, ...]) -> bool | None:
    if by is None and when is None:
        return False
    return None if by is None or when is None else by in bodies


def case_by_case(
    determined: bool | None,  # noqa: FBT001 - the same
    put_forward: bool | None,  # noqa: FBT001 - the same
    elected: bool | None,  # noqa: FBT001 - the same
    by_bureau: bool | None,  # noqa: FBT001 - the same
) -> Outcome:
    if determined:
        return JUDGEMENT if elected is None else plain(by_bureau)
    if determined is None or put_forward is None:
        return UNKNOWN
    return JUDGEMENT if put_forward else NOT_APPLICABLE


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


def answered(outcome: Outcome, said: bool | None) -> Outcome:  # noqa: FBT001 - the same
    """Return what a test comes to where a body has said whether its provision holds."""
    if said is None or outcome is NOT_APPLICABLE:
        return outcome
    if outcome in (UNKNOWN, JUDGEMENT):
        return plain(said)
    return outcome if outcome is plain(said) else JUDGEMENT  # neither is preferred


def plain(test: bool | None) -> Outcome:  # noqa: FBT001 - a truth value is the subject
    if test is None:
        return UNKNOWN
    return MET if test else NOT_MET


def both(one: bool | None, other: bool | None) -> bool | None:  # noqa: FBT001 - the same
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def is_enterprise(unit: Organization) -> bool | None:
    form = unit.registered_form  # abroad there may be none: a name of its own is no form
    return None if form is None else form is LegalForm.ENTERPRISE


def takes_part_in_few(unit: Organization, register: Register, on: date) -> bool | None:
    """Return whether a unit takes part in two consortia at most, this application included."""
    if unit.kind is OrganizationKind.UNIVERSITY and unit.college is None:
        return None
    consortia, others_known = set(), is_complete(register, on)
    for e in register.of(unit.legal_person):
        if e.role is not Role.PARTICIPANT or not is_of_tianjin(e) or not lasts(e, register, on):
            continue
        if e.revoked and e.ended_on is None:
            continue
        if e.college == unit.college:
            consortia.add(e.consortium)
        elif e.college is None or unit.college is None:
            others_known = None  # it may be the same one, or not
    return False if len(consortia) + 1 > 2 else others_known


def is_complete(register: Register, on: date) -> bool | None:
    there = register.complete_to is not None and register.complete_to >= on
    return True if there else None


def is_of_tianjin(engagement: Engagement) -> bool:
    return engagement.jurisdiction is None or engagement.jurisdiction.startswith(TIANJIN)


def lasts(engagement: Engagement, register: Register, on: date) -> bool:
    if engagement.since is None or engagement.since > on:
        return False
    if engagement.ended_on is not None and engagement.ended_on <= on:
        return False
    # what stood on an earlier day may have ended since
    return engagement.since == on or is_complete(register, on) is True


def has_signed(unit: Organization, agreement: Agreement | None) -> bool | None:
    if agreement is None or agreement.signatories is None:
        return None
    return unit.key in agreement.signatories


def same_person(one: Person | Vacancy | None, other: Person | Vacancy | None) -> bool | None:
    if one is Vacancy.VACANT or other is Vacancy.VACANT:
        return False
    if not isinstance(one, Person) or not isinstance(other, Person):
        return None
    if one.id is not None and other.id is not None:
        return one.id == other.id
    return one.name == other.name
