"""What holds of art. 5 whatever the case: one section for each of its sentences."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from innov_consortium.core import uscc
from innov_consortium.core.attestations import Attestation, Departure, Listing, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Judgement
from innov_consortium.core.consortium import (
    Agreement,
    Application,
    Governance,
    Organ,
    Person,
    Vacancy,
)
from innov_consortium.core.organizations import (
    Identifier,
    LegalForm,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.report import Finding, Report
from innov_consortium.policies.tianjin import TIANJIN

DAY = date(2026, 3, 2)
PUBLISHED = TIANJIN.supposing_published(date(2025, 4, 11))

ENOUGH, SHARE, CAP, LEADS = "art5.item3.s2c", "art5.item3.s2d", "art5.item3.s5b", "art5.item2.s3b"
LISTS = ("major_scientific_questions", "key_core_technologies", "target_outcomes")
HEADS = {
    "goals": "art5.item5.s2b",
    "tasks": "art5.item5.s2c",
    "organisation": "art5.item5.s2d",
    "functions": "art5.item5.s2e",
    "rights_and_obligations": "art5.item5.s2f",
    "ip_ownership": "art5.item5.s2g",
    "licensing_and_income_distribution": "art5.item5.s2h",
    "breach_liability": "art5.item5.s2i",
}
FUNCTIONS = ("decision", "advisory", "executive")
AREAS = ("joint_r_and_d", "commercialisation", "standards", "international", "branding")
JUDGED = tuple(
    n.provision for n in TIANJIN.inquiry("formation").conditions if isinstance(n, Judgement)
)

few = settings(max_examples=40, deadline=None)

Readings = Mapping[str, str]


# --- made-up organisations, register and cases ----------------------------------------------------


def unit(number: int, category: str = "91", **known: Any) -> Organization:
    """Return an organisation; whatever is no enterprise is an institute unless said otherwise."""
    body = f"{category}120116MAXT{number:05d}"
    enterprise, institute = OrganizationKind.ENTERPRISE, OrganizationKind.RESEARCH_INSTITUTION
    return Organization(
        **{
            "name": f"虚构单位{number}",
            "id": Identifier.uscc(body + uscc.check_character(body)),
            "kind": enterprise if category.startswith("9") else institute,
            **known,
        }
    )


def college(name: str | None) -> Organization:
    return unit(31, "12", kind=OrganizationKind.UNIVERSITY, college=name)


LEAD = unit(9999, domicile="120116")
FOREIGN = Organization(
    name="虚构境外机构",
    id=Identifier("境外登记号", "1"),
    kind=OrganizationKind.OTHER,
    legal_form=LegalForm.OTHER,
    abroad=True,
)
FOREIGN_FIRM = Organization(
    name="虚构境外企业",
    id=Identifier("境外登记号", "2"),
    kind=OrganizationKind.ENTERPRISE,
    legal_form=LegalForm.INDIVIDUAL_BUSINESS,
    abroad=True,
)
BRANCH_OF_FOREIGN = unit(8, branch_of=FOREIGN.id)
PLAIN = (
    *(unit(n) for n in range(1, 7)),
    *(unit(n, "12") for n in range(21, 27)),
    unit(41, "52", kind=OrganizationKind.SERVICE_INSTITUTION),
    unit(42, "92"),
    unit(43, "93"),
    unit(44, kind=OrganizationKind.NEW_RD_INSTITUTION),
    college("化工学院"),
    college("机械学院"),
    FOREIGN,
    FOREIGN_FIRM,
)
KIN = (
    unit(7, branch_of=unit(1).id),
    unit(9, parent=unit(2).id),
    unit(28, "12", parent=unit(2).id),
    unit(10, branch_of=LEAD.id),
    BRANCH_OF_FOREIGN,
)
NEW_FIRM, NEW_INSTITUTE = unit(99), unit(98, "12")


def some(units: tuple[Organization, ...], most: int = 9) -> st.SearchStrategy[Any]:
    return st.lists(st.sampled_from(units), unique_by=lambda u: u.key, max_size=most).map(tuple)


def subset(words: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words))


ANYONE = some((*PLAIN, *KIN))
READINGS = st.fixed_dictionaries(
    {},
    optional={
        c.name: st.sampled_from([o.option for o in c.question.options]) for c in TIANJIN.readings
    },
)


@st.composite
def engagements(draw: st.DrawFn, of: tuple[Organization, ...]) -> tuple[Engagement, ...]:
    """What members do in other consortia: lasting, over, only applied for, here or elsewhere."""

    def one(number: int) -> Engagement:
        who = draw(st.sampled_from(of))
        since, ended_on = draw(
            st.sampled_from(
                (
                    (date(2025, 9, 1), None),
                    (DAY, None),
                    (date(2025, 9, 1), DAY),
                    (None, None),
                )
            )
        )
        return Engagement(
            consortium=f"虚构联合体{number}",
            unit=who.legal_person,
            college=who.college,
            role=draw(st.sampled_from(Role)),
            since=since,
            ended_on=ended_on,
            revoked=ended_on is not None and draw(st.booleans()),
            jurisdiction=draw(st.sampled_from((None, "120000", "110000"))),
        )

    return tuple(one(n) for n in range(draw(st.integers(0, 5))))


@functools.cache
def _read(readings: frozenset[tuple[str, str]]) -> Policy:
    return PUBLISHED.with_readings(**dict(readings))


def check(case: Case, readings: Readings | None = None, on: date = DAY) -> Report:
    return _read(frozenset((readings or {}).items())).check("formation", case, on=on)


def applied(*participants: Organization, lead: Organization = LEAD, **known: Any) -> Case:
    """Return a case of which nothing is known but who takes part, and what is said."""
    of_case = {k: known.pop(k) for k in ("register", "attestations") if k in known}
    application = Application(lead=lead, participants=participants, **known)
    return Case(application=application, **of_case)


def said(case: Case, provision: str, readings: Readings | None = None) -> str:
    """Return the outcome of a provision; ``not asked`` under a reading that makes it a wish."""
    outcome = check(case, readings).outcome(provision)
    return "not asked" if outcome is None else outcome.value


#: From the worst for the applicant to the best.
RANK = (
    "not_met",
    "departs_from_principle",
    "unknown",
    "needs_judgement",
    "met",
    "not_applicable",
    "not asked",
)


def better(one: str, other: str) -> bool:
    """Return whether an outcome is better for the applicant than another."""
    return RANK.index(one) > RANK.index(other)


# --- 参与单位总数原则上不少于6家 ------------------------------------------------------------------


@few
@given(units=ANYONE, readings=READINGS, data=st.data())
def test_losing_a_participant_never_makes_them_enough(
    units: tuple[Organization, ...], readings: Readings, data: st.DataObject
) -> None:
    """参与单位总数原则上不少于6家: fewer are never more, however they are counted."""
    assume(units)
    gone = data.draw(st.sampled_from(units))
    fewer = tuple(u for u in units if u is not gone)
    before, after = (said(applied(*u), ENOUGH, readings) for u in (units, fewer))
    assert better(after, before) is False


@few
@given(units=ANYONE, readings=READINGS)
def test_another_participant_never_makes_them_too_few(
    units: tuple[Organization, ...], readings: Readings
) -> None:
    """参与单位总数原则上不少于6家: with one more legal person it is kept if it was."""
    before, after = (said(applied(*u), ENOUGH, readings) for u in (units, (*units, NEW_INSTITUTE)))
    assert better(before, after) is False


@few
@given(units=some(PLAIN), lead_counts=st.sampled_from(("excluded", "included")))
def test_the_number_is_that_of_the_legal_persons(
    units: tuple[Organization, ...], lead_counts: str
) -> None:
    """参与单位总数原则上不少于6家: no branch among them, two colleges are one university."""
    total = len({u.id for u in units}) + (lead_counts == "included")
    expected = "met" if total >= 6 else "departs_from_principle"
    assert said(applied(*units), ENOUGH, {"lead_counts": lead_counts}) == expected


# --- 其中企业数量占比不少于50% --------------------------------------------------------------------


@few
@given(units=ANYONE, readings=READINGS)
def test_another_enterprise_never_spoils_the_share(
    units: tuple[Organization, ...], readings: Readings
) -> None:
    """其中企业数量占比不少于50%: from met it stays met, from unknown it is never refused."""
    before, after = (said(applied(*u), SHARE, readings) for u in (units, (*units, NEW_FIRM)))
    assume(before != "not_applicable")  # nobody is counted beside the lead's own branch
    assert better(before, after) is False


@few
@given(units=ANYONE, readings=READINGS)
def test_another_institute_never_saves_the_share(
    units: tuple[Organization, ...], readings: Readings
) -> None:
    """其中企业数量占比不少于50%: what is no enterprise adds to the whole only."""
    before, after = (said(applied(*u), SHARE, readings) for u in (units, (*units, NEW_INSTITUTE)))
    assume(before != "not_applicable")
    assert better(after, before) is False


@few
@given(units=some(PLAIN, most=14))
def test_the_share_is_exact(units: tuple[Organization, ...]) -> None:
    """其中企业数量占比不少于50%: as a fraction, never rounded."""
    persons = {u.id: u for u in units}
    firms = [u for u in persons.values() if u.registered_form is LegalForm.ENTERPRISE]
    expected = "not_applicable"
    if persons:
        share = Fraction(len(firms), len(persons))
        expected = "met" if share >= Fraction(1, 2) else "not_met"
    assert said(applied(*units), SHARE) == expected


# --- 参与单位明确 ---------------------------------------------------------------------------------


def by_member(report: Report) -> dict[str, Any]:
    """Return every outcome, and for members by who they are instead of where they stand."""
    return {f.provision: (f.outcome.value, _members(f)) for f in report}


def _members(finding: Finding) -> frozenset[tuple[str, str]]:
    return frozenset((str(i.item), i.outcome.value) for i in finding.items)


@few
@example(units=(FOREIGN, BRANCH_OF_FOREIGN), readings={})
@example(units=(unit(2), unit(28, "12", parent=unit(2).id)), readings={"unit_of_count": "group"})
@given(units=ANYONE, readings=READINGS)
def test_the_order_of_participants_does_not_matter(
    units: tuple[Organization, ...], readings: Readings
) -> None:
    """参与单位明确: who they are is what counts, not in which order they are listed."""
    forwards, backwards = (
        by_member(check(applied(*u), readings)) for u in (units, tuple(reversed(units)))
    )
    assert backwards == forwards


# --- 原则上最多可牵头组建一个创新联合体；原则上同一主体单位参与组建创新联合体不超过两个 -----------


@few
@given(units=some(PLAIN, most=3), readings=READINGS, data=st.data())
def test_another_engagement_never_brings_anybody_back_within_a_limit(
    units: tuple[Organization, ...], readings: Readings, data: st.DataObject
) -> None:
    """原则上最多可牵头组建一个……不超过两个: what is added to the register only adds."""
    known = data.draw(engagements((LEAD, *units)))
    added = data.draw(engagements((LEAD, *units)))
    renamed = tuple(evolve(e, consortium=e.consortium + "（新）") for e in added)
    less, more = (
        applied(*units, register=Register.complete(to=DAY, engagements=e))
        for e in (known, (*known, *renamed))
    )
    for provision in (LEADS, CAP):
        assert better(said(more, provision, readings), said(less, provision, readings)) is False


@few
@given(units=some(PLAIN, most=3), readings=READINGS, data=st.data())
def test_the_order_of_the_register_does_not_matter(
    units: tuple[Organization, ...], readings: Readings, data: st.DataObject
) -> None:
    """原则上最多可牵头组建一个……不超过两个: a register is a set of entries."""
    known = data.draw(engagements((LEAD, *units)))
    forwards, backwards = (
        by_member(
            check(applied(*units, register=Register.complete(to=DAY, engagements=e)), readings)
        )
        for e in (known, tuple(reversed(known)))
    )
    assert backwards == forwards


@few
@given(readings=READINGS, data=st.data())
def test_what_another_college_does_is_no_matter(readings: Readings, data: st.DataObject) -> None:
    """（高校参与联合体建设以学院为单位计数）: each college of a university by itself."""
    mine = college("化工学院")
    others = data.draw(engagements((college("机械学院"),)))
    case = applied(mine, register=Register.complete(to=DAY, engagements=others))
    assert said(case, CAP, readings) in ("met", "not asked")


@few
@given(units=some(PLAIN, most=3), readings=READINGS, data=st.data())
def test_an_unknown_register_never_satisfies_a_limit(
    units: tuple[Organization, ...], readings: Readings, data: st.DataObject
) -> None:
    """原则上最多可牵头组建一个……不超过两个: only a complete one shows that there is no other."""
    assume(units)
    known = data.draw(engagements((LEAD, *units)))
    case = applied(*units, register=Register(known))
    assert {said(case, p, readings) for p in (LEADS, CAP)} & {"met", "not_applicable"} == set()


# --- 创新联合体各成员单位须共同签署组建协议 -------------------------------------------------------


@few
@given(
    units=some(PLAIN, most=6),
    signed_on=st.dates(date(2026, 2, 27), date(2026, 3, 5)),
    data=st.data(),
)
def test_it_is_signed_when_every_member_has_signed_in_time(
    units: tuple[Organization, ...], signed_on: date, data: st.DataObject
) -> None:
    """各成员单位须共同签署组建协议: all of them, the lead too, by the day of the application."""
    members = [LEAD.key, *(u.key for u in units)]
    signatories = data.draw(st.frozensets(st.sampled_from(members)))
    case = applied(
        *units, filed_on=DAY, agreement=Agreement(signed_on=signed_on, signatories=signatories)
    )
    everybody = signatories == frozenset(members) and signed_on <= DAY
    assert said(case, "art5.item5.s2a") == ("met" if everybody else "not_met")


# --- 明确建设目标、任务分工……约定违约责任追究方式等；清单；组织机构 -----------------------------


@few
@given(stated=subset((*HEADS, "other:confidentiality")))
def test_each_head_stands_or_falls_by_itself(stated: frozenset[str]) -> None:
    """明确建设目标、任务分工……约定违约责任追究方式等: eight norms, none of which hides another."""
    case = applied(unit(1), agreement=Agreement(heads=stated))
    assert {head: said(case, p) for head, p in HEADS.items()} == {
        head: "met" if head in stated else "not_met" for head in HEADS
    }


@few
@given(drawn_up=subset((*LISTS, "other:application_scenarios")))
def test_the_lists_that_are_missing_are_those_named(drawn_up: frozenset[str]) -> None:
    """形成明确的重大科学问题、关键核心技术、目标成果等清单: no more and no fewer."""
    found = check(applied(unit(1), lists=drawn_up)).finding("art5.item1.s2c")
    named = () if found is None else tuple(i.item for i in found.items)
    assert named == tuple(x for x in LISTS if x not in drawn_up)


@few
@given(functions=subset((*FUNCTIONS, "other:supervision")))
def test_the_organs_that_are_missing_are_those_named(functions: frozenset[str]) -> None:
    """创新联合体应设立决策、咨询和执行等组织机构: each function in a body of its own."""
    organs = tuple(Organ(f, f"虚构{f}机构") for f in functions)
    found = check(applied(unit(1), governance=Governance(organs=organs))).finding("art5.item6.s2a")
    named = () if found is None else tuple(i.item for i in found.items)
    assert named == tuple(f for f in FUNCTIONS if f not in functions)


# --- 天津市创新联合体申请组建应满足以下基本条件：所知的多少 ---------------------------------------


@frozen
class Known:
    """Everything there is to know of a case, member by member."""

    units: tuple[Organization, ...]
    signed_on: date
    signatories: frozenset[int]
    intending: frozenset[int]
    register: Register
    words: dict[str, bool | str]
    rest: dict[str, Any]
    listings: tuple[Listing, ...]


#: What can be forgotten beside attestations: parts of the application, and of what is in it.
PARTS = (
    *("field", "lists", "cooperation", "intending", "organs", "principal", "technologist"),
    *("signatories", "heads", "agreement", "governance", "register", "legal_form", "abroad"),
    *("college", "domicile"),
)
CHOICES = {
    "lead_category": (
        *("research_institution", "leading_enterprise", "chain_master"),
        *("other_strategic_force", "other"),
    ),
    "qualification": ("strategic_scientist", "leading_talent", "other"),
}
PEOPLE = st.sampled_from((Person("张示例"), Person("李虚构"), Vacancy.VACANT))


@st.composite
def known(draw: st.DrawFn) -> Known:
    """A case of which everything is known."""
    units = draw(some((*PLAIN, *KIN), most=7))
    members = st.frozensets(st.integers(0, len(units)))
    signatories = draw(members)
    in_tianjin = draw(st.booleans())
    facts = ("operating_normally", "strategic_force")
    words: dict[str, bool | str] = {what: draw(st.booleans()) for what in (*JUDGED, *facts)}
    words |= {what: draw(st.sampled_from(values)) for what, values in CHOICES.items()}
    listed = Listing(unit=LEAD.id, name="经营异常名录", first=date(2026, 1, 5))
    return Known(
        units,
        draw(st.sampled_from((date(2026, 2, 20), DAY, date(2026, 3, 3)))),
        signatories,
        signatories | draw(members),
        Register.complete(to=DAY, engagements=draw(engagements((LEAD, *units)))),
        {**words, "in_tianjin": in_tianjin},
        {
            "domicile": draw(st.sampled_from(("120116",) if in_tianjin else ("110108",))),
            "branches_in": draw(st.sampled_from(((), ("120116",)))),
            "field": draw(st.sampled_from(("信创", "现代农业"))),
            "lists": draw(subset(LISTS)),
            "heads": draw(subset(tuple(HEADS))),
            "cooperation": draw(subset(AREAS)),
            "organs": tuple(
                Organ(f, draw(st.sampled_from("甲乙丙"))) for f in draw(subset(FUNCTIONS))
            ),
            "principal": draw(PEOPLE),
            "technologist": draw(PEOPLE),
        },
        draw(st.sampled_from(((), (listed,)))),
    )


def made(whole: Known, forgotten: frozenset[str]) -> Case:
    """Return the case, some of what there is to know of it left out."""

    def kept(name: str, value: Any) -> Any:
        return None if name in forgotten else value

    rest = {name: kept(name, value) for name, value in whole.rest.items()}
    lead = evolve(LEAD, domicile=rest["domicile"], branches_in=whole.rest["branches_in"])
    units = tuple(_forgetful(u, forgotten) for u in whole.units)
    keys = [lead.key, *(u.key for u in units)]
    signatories = frozenset(keys[n] for n in whole.signatories)
    agreement = Agreement(
        signed_on=whole.signed_on,
        signatories=kept("signatories", signatories),
        heads=rest["heads"],
    )
    governance = Governance(**{n: rest[n] for n in ("organs", "principal", "technologist")})
    application = Application(
        lead=lead,
        participants=units,
        filed_on=DAY,
        field=rest["field"],
        lists=rest["lists"],
        cooperation=rest["cooperation"],
        intending=kept("intending", frozenset(keys[n] for n in whole.intending)),
        agreement=kept("agreement", agreement),
        governance=kept("governance", governance),
    )
    register = Register(whole.register.engagements) if "register" in forgotten else whole.register
    words = tuple(_word(w, v) for w, v in whole.words.items() if w not in forgotten)
    return Case(
        application=application, register=register, attestations=words, listings=whole.listings
    )


def _forgetful(of: Organization, forgotten: frozenset[str]) -> Organization:
    """Return an organisation with what is forgotten left out, of one college only."""
    if "college" in forgotten and of.college == "化工学院":
        of = evolve(of, college=None)
    if of.id.is_uscc:
        return of
    legal_form = None if "legal_form" in forgotten else of.legal_form
    abroad = None if "abroad" in forgotten else of.abroad
    return evolve(of, legal_form=legal_form, abroad=abroad)


def _word(what: str, value: bool | str) -> Attestation:
    choice = value if isinstance(value, str) else None
    holds = True if isinstance(value, str) else value
    return Attestation(what=what, by="市科技局", on=date(2026, 3, 1), holds=holds, value=choice)


def outcomes(case: Case, readings: Readings | None = None) -> dict[str, str]:
    return {f.provision: f.outcome.value for f in check(case, readings)}


FORGOTTEN = st.frozensets(
    st.sampled_from(
        (*PARTS, *JUDGED, *CHOICES, "operating_normally", "strategic_force", "in_tianjin")
    )
)
DEFINITE = ("met", "not_met", "departs_from_principle", "not_applicable")


@settings(max_examples=150, deadline=None)
@given(whole=known(), forgotten=FORGOTTEN, readings=READINGS)
def test_what_is_definite_stays_so_whatever_is_learnt(
    whole: Known, forgotten: frozenset[str], readings: Readings
) -> None:
    """应满足以下基本条件: learning what was missing moves an outcome only if it was open."""
    less, more = (outcomes(made(whole, f), readings) for f in (forgotten, frozenset[str]()))
    moved = {p: (less[p], more[p]) for p in less if less[p] in DEFINITE and less[p] != more[p]}
    assert moved == {}


@few
@given(whole=known(), readings=READINGS)
def test_where_everything_is_known_nothing_is_unknown(whole: Known, readings: Readings) -> None:
    """应满足以下基本条件: what is then left open awaits a person's judgement or decision."""
    assume(readings.get("unit_of_count") != "group")  # what a group does elsewhere never is
    found = {
        p: o for p, o in outcomes(made(whole, frozenset()), readings).items() if o == "unknown"
    }
    assert found == {}


#: What the text permits, and what follows from who takes part, is known with them.
BY_COMPOSITION = {
    *("art5.item3.s1", "art5.item3.s2a", "art5.item3.s2c", "art5.item3.s2d", "art5.item3.s3a"),
    *("art5.item3.s3b", "art5.item3.s4", "art5.item3.s5c", CAP),
}


@few
@given(units=ANYONE, readings=READINGS)
def test_where_nothing_is_known_nothing_is_met_and_nothing_refused(
    units: tuple[Organization, ...], readings: Readings
) -> None:
    """应满足以下基本条件: an application that says only who takes part leaves the rest open."""
    conditions = [
        f
        for f in check(applied(*units, lead=evolve(LEAD, domicile=None)), readings)
        if f.norm.combines and f.provision not in BY_COMPOSITION
    ]
    said_of_them = {f.outcome.value for f in conditions}
    assert said_of_them - {"unknown", "needs_judgement"} == set()


@few
@given(whole=known(), forgotten=FORGOTTEN, readings=READINGS, data=st.data())
def test_nothing_is_met_by_learning_nothing(
    whole: Known, forgotten: frozenset[str], readings: Readings, data: st.DataObject
) -> None:
    """应满足以下基本条件: words without weight and news of a later day leave every outcome."""
    case = made(whole, forgotten)
    later = DAY + timedelta(days=data.draw(st.integers(1, 400)))
    members = case.application.members
    idle = tuple(
        Attestation(what=what, by=data.draw(st.sampled_from(members)).name, on=DAY)
        for what in data.draw(subset(JUDGED))
    )
    to_come = tuple(
        Attestation(what=what, by="市科技局", on=later) for what in data.draw(subset(JUDGED))
    )
    district = tuple(
        Departure(provision=p, by="某区科技局", on=DAY, reason="虚构")
        for p in data.draw(st.frozensets(st.sampled_from(sorted(PUBLISHED.in_principle))))
        if p in _read(frozenset(readings.items())).in_principle
    )
    undetermined = SpecialCase(ground=data.draw(st.sampled_from(("art7.s1a", "art7.s1b"))))
    news = evolve(
        case,
        attestations=(*case.attestations, *idle, *to_come),
        departures=district,
        special_case=undetermined,
    )
    of_art_5 = [
        {p: o for p, o in outcomes(c, readings).items() if p.startswith("art5")}
        for c in (case, news)
    ]
    assert of_art_5[1] == of_art_5[0]
    assert check(news, readings).answer is check(case, readings).answer
