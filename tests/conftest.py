"""A small made-up policy: what the core and the plugins do is shown without any region's text."""

from __future__ import annotations

import enum
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve, frozen

from innov_consortium.core import uscc
from innov_consortium.core.attestations import Attestation, Attested, SpecialCase
from innov_consortium.core.case import Case
from innov_consortium.core.clauses import Force, Ranges, clause, fact, items, judged
from innov_consortium.core.consortium import Agreement, Application
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.numbers import stated
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.register import Count, Register, Role
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.words import (
    Day,
    Int,
    Ruling,
    Truth,
    Word,
    at_least,
    at_most,
    both,
    exists,
    granted,
    holds,
    is_one_of,
    left_open,
    more_than,
    not_,
    only_if,
    share_at_least,
)

DAY = date(2026, 3, 2)
PUBLISHED = date(2025, 1, 1)

TABLE = """id\ttext\tgloss\tdisposition\twhere
doc.title\t虚构市联合体办法\tMeasures of Nowhere\tdefinition\t
art2.h\t第二条 条件\tHeading: Conditions\tdeclaratory\t
art2.s1\t参与单位原则上不少于三家，\tin principle three participants or more\tclause\t
art2.s2\t其中企业占比不少于一半。\tenterprises half of them or more\tclause\t
art3.s1\t围绕新材料等领域。\tin new materials and the like\tclause\t
art4.s1\t参与单位设立于境内，\teach established in the mainland\tclause\t
art4.s2\t企业参与单位具有优势，\tenterprises are strong\tjudgement\t
art4.s3\t原则上参与不超过两个，\tin principle in two at most\tclause\t
art4.s4\t不限行业。\tno limit by trade\tclause\t
art4.s5\t高校参与的方式适当。\tuniversities join suitably\tclause\t
art5.s1\t目标明确。\tthe aim is clear\tjudgement\t
art5.s2\t财务状况良好。\tthe lead is solvent\tclause\t
art5.s3\t等级为甲级、乙级。\tgrade A or B\tclause\t
art5.s4\t形成清单。\tthe lists are drawn up\tclause\t
art5.s5\t已共同签署协议。\tthe agreement is signed\tclause\t
art5.s6\t特殊情况的理由充分。\tgood grounds in a special case\tjudgement\t
art6.s1\t特殊情况可另行决定。\ta special case may be decided otherwise\tclause\t
art7.s1\t鼓励多家参与。\tmany are encouraged to join\tclause\t
art9.s1\t本办法自公布之日起施行，\tin force from publication\tclause\t
art9.s2\t有效期至2030年12月31日。\tvalid until the end of 2030\tclause\t
art9.s3\t原办法同时废止。\tthe former one is repealed\tclause\t
"""


class Counting(Reading):
    """参与单位是否含牵头单位？"""

    APART = ("a", "不含", "lead not counted")
    TOGETHER = ("b", "含", "lead counted")


class Strength(Reading):
    """“原则上”有何效力？"""

    SOFT = ("a", "可作例外", "exceptions by decision")
    HARD = ("b", "硬性", "a hard limit")
    WISH = ("c", "仅为倡导", "a mere wish")


class ShareStrength(Reading):
    """“原则上”是否管到占比？"""

    HARD = ("a", "不管", "no")
    SOFT = ("b", "管", "yes")


class Scope(Reading):
    """特殊情况替代哪些规定？"""

    WIDE = ("a", "第二条至第四条", "arts. 2 to 4")
    NARROW = ("b", "仅第二条第一句", "art. 2 sentence 1 only")


class Grade(enum.Enum):
    """What the lead is graded."""

    A = "a"
    B = "b"
    C = "c"


@frozen(kw_only=True)
class Numbers:
    """What the made-up text states."""

    min_participants: int = stated(3, "art2.s1", unit="家")
    min_share: Fraction = stated(Fraction(1, 2), "art2.s2")
    topics: tuple[str, ...] = stated(("新材料",), "art3.s1")
    max_engagements: int = stated(2, "art4.s3", unit="个")
    grades: tuple[str, ...] = stated(("a", "b"), "art5.s3")
    lists: tuple[str, ...] = stated(("questions", "outcomes"), "art5.s4")
    valid_until: date = stated(date(2030, 12, 31), "art9.s2")


READINGS = (
    question(
        "counting",
        Counting,
        default=Counting.APART,
        entry="X01",
        provisions=("art2.s1",),
        reason="牵头与参与相对",
        reason_en="to lead and to take part are kept apart",
    ),
    question(
        "strength",
        Strength,
        default=Strength.SOFT,
        entry="X02",
        provisions=("art2.s1", "art4.s3"),
        reason="惯例",
        reason_en="custom",
    ),
    question(
        "share_strength",
        ShareStrength,
        default=ShareStrength.HARD,
        entry="X03",
        provisions=("art2.s2",),
        reason="在后一分句",
        reason_en="it stands in the other clause",
    ),
    question(
        "scope",
        Scope,
        default=Scope.WIDE,
        entry="X04",
        provisions=("art6.s1",),
        reason="未作限制",
        reason_en="no limit is stated",
    ),
)


@items(path="application.participants[{}]".format)
def partner(application: Application) -> tuple[Organization, ...]:
    """参与单位。"""
    return application.participants


@items(path=lambda _: "application.lists")
def wanted_list(*, lists: tuple[str, ...]) -> tuple[str, ...]:
    """清单。"""
    return lists


@fact
def participants(application: Application, *, counting: Counting) -> Count:
    """参与单位数。"""
    lead = 1 if counting is Counting.TOGETHER else 0
    return Count(len(application.participants) + lead)


@fact
def enterprises(application: Application) -> Count:
    """其中企业数；登记形式不明的使之不明。"""
    forms = [p.registered_form for p in application.participants]
    unknown = tuple(
        f"application.participants[{n}].legal_form" for n, f in enumerate(forms) if f is None
    )
    number = sum(p.kind is OrganizationKind.ENTERPRISE for p in application.participants)
    return Count(None if unknown else number, missing=unknown)


@fact(reads="application.field")
def topic(application: Application) -> str | None:
    """领域。"""
    return application.field


@fact(each="partner", reads="{}.abroad")
def abroad(partner: Organization) -> bool | None:
    """设立于境外。"""
    return partner.abroad


@fact(each="partner", reads="{}.legal_form")
def enterprise(partner: Organization) -> bool | None:
    """是企业。"""
    form = partner.registered_form
    return None if form is None else partner.kind is OrganizationKind.ENTERPRISE


@fact(each="partner")
def university(partner: Organization) -> bool:
    """是高校。"""
    return partner.kind is OrganizationKind.UNIVERSITY


@fact(each="partner")
def engagements(partner: Organization, register: Register, day: date) -> Count:
    """参与的联合体数，含本次。"""
    if partner.kind is OrganizationKind.UNIVERSITY and partner.college is None:
        return Count(None, missing=("{}.college",))
    own = [e for e in register.of(partner.id) if e.role is Role.PARTICIPANT]
    counted = tuple(e.consortium for e in own if register.active(e, day))
    others = tuple(e.consortium for e in own if not register.active(e, day))
    return Count(len(counted) + 1, counted, others)


@fact(reads="register.complete_to")
def complete(register: Register, day: date) -> bool | None:
    """登记簿完整。"""
    return register.complete_on(day)


@fact(attested=bool, reads="attestations[solvent]")
def solvent(attested: Attested) -> bool | None:
    """财务状况良好。"""
    return attested.holds("solvent")


@fact(attested=Grade, reads="attestations[grade]")
def grade(attested: Attested) -> str | None:
    """等级。"""
    return attested.value("grade")


@fact(each="wanted_list", reads="application.lists")
def drawn_up(wanted_list: str, application: Application) -> bool | None:
    """已形成清单。"""
    return None if application.lists is None else wanted_list in application.lists


@fact(reads="application.agreement")
def signed(application: Application) -> bool | None:
    """协议已签署。"""
    agreement = application.agreement
    return None if agreement is None else agreement.signed_on is not None


@fact
def claimed(special_case: SpecialCase | None) -> bool:
    """提出特殊情况。"""
    return special_case is not None


@fact(reads="special_case.elected")
def elected(special_case: SpecialCase | None) -> bool | None:
    """已决定按特殊情况办理。"""
    return None if special_case is None else special_case.elected


@fact
def undetermined(special_case: SpecialCase | None) -> bool:
    """特殊情况尚无人确定。"""
    return special_case is not None and special_case.determined_by is None


def by_strength(*, strength: Strength) -> Force:
    """“原则上”的效力。"""
    return {
        Strength.SOFT: Force.IN_PRINCIPLE,
        Strength.HARD: Force.MANDATORY,
        Strength.WISH: Force.ENCOURAGEMENT,
    }[strength]


def of_the_share(*, share_strength: ShareStrength) -> Force:
    """占比的效力。"""
    return Force.MANDATORY if share_strength is ShareStrength.HARD else Force.IN_PRINCIPLE


def gives_way(*, scope: Scope) -> Ranges:
    """被替代的规定。"""
    return (("art2.s1", "art4.s4"),) if scope is Scope.WIDE else (("art2.s1", "art2.s1"),)


@clause("art2.s1", force=by_strength)
def enough_participants(participants: Int, *, min_participants: int) -> Truth:
    """参与单位原则上不少于三家。"""
    return at_least(participants, min_participants)


@clause("art2.s2", force=of_the_share)
def enterprise_share(participants: Int, enterprises: Int, *, min_share: Fraction) -> Ruling:
    """其中企业占比不少于一半。"""
    return only_if(exists(participants), share_at_least(enterprises, participants, min_share))


@clause("art3.s1", force=Force.JUDGEMENT, attested=True)
def on_topic(topic: Word, *, topics: tuple[str, ...]) -> Ruling:
    """围绕新材料等领域。"""
    return left_open(not_(is_one_of(topic, topics)), is_one_of(topic, topics))


@clause("art4.s1", each="partner")
def in_the_mainland(abroad: Truth) -> Truth:
    """参与单位设立于境内。"""
    return not_(abroad)


@clause("art4.s3", each="partner", force=by_strength)
def takes_part_at_most(engagements: Int, complete: Truth, *, max_engagements: int) -> Truth:
    """原则上参与不超过两个。"""
    return both(at_most(engagements, max_engagements), complete)


@clause("art4.s4", each="partner")
def any_trade() -> Truth:
    """不限行业。"""
    return granted()


@clause("art4.s5", each="partner", attested=True)
def suitably_joined(university: Truth) -> Ruling:
    """高校参与的方式适当。"""
    return left_open(university, granted())


@clause("art5.s2")
def is_solvent(solvent: Truth) -> Truth:
    """财务状况良好。"""
    return holds(solvent)


@clause("art5.s3")
def well_graded(grade: Word, *, grades: tuple[str, ...]) -> Truth:
    """等级为甲级、乙级。"""
    return is_one_of(grade, grades)


@clause("art5.s4", each="wanted_list")
def lists_drawn_up(drawn_up: Truth) -> Truth:
    """形成清单。"""
    return holds(drawn_up)


@clause("art5.s5")
def is_signed(signed: Truth) -> Truth:
    """已共同签署协议。"""
    return holds(signed)


@clause("art6.s1", displaces=gives_way)
def decided_otherwise(claimed: Truth, undetermined: Truth, elected: Truth) -> Ruling:
    """特殊情况可另行决定。"""
    return only_if(claimed, left_open(undetermined, elected))


@clause("art7.s1", force=Force.ENCOURAGEMENT)
def many_join(participants: Int, *, min_participants: int) -> Truth:
    """鼓励多家参与。"""
    return more_than(participants, min_participants)


@clause("art9.s1")
def begun(day: Day, published_on: Day) -> Truth:
    """本办法自公布之日起施行。"""
    return at_least(day, published_on)


@clause("art9.s2")
def not_ended(day: Day, *, valid_until: date) -> Truth:
    """有效期至2030年12月31日。"""
    return at_most(day, valid_until)


@clause("art9.s3")
def former_repealed(day: Day, published_on: Day) -> Truth:
    """原办法同时废止。"""
    return at_least(day, published_on)


FORMATION = Inquiry(
    name="formation",
    conditions=(
        enough_participants,
        enterprise_share,
        in_the_mainland,
        judged("art4.s2", each="partner", only_if="enterprise"),
        takes_part_at_most,
        any_trade,
        suitably_joined,
        judged("art5.s1"),
        is_solvent,
        well_graded,
        lists_drawn_up,
        is_signed,
        judged("art5.s6", only_if="claimed"),
        many_join,
    ),
    context=(on_topic, decided_otherwise),
)

PARTS: dict[str, Any] = {
    "code": "990000",
    "aliases": ("CN-XX", "虚构市"),
    "instrument": Instrument(
        title="虚构市联合体办法",
        gloss="Measures of Nowhere",
        status=Status.DRAFT,
        jurisdiction="990000",
    ),
    "ledger": Ledger.read(TABLE),
    "numbers": Numbers(),
    "readings": READINGS,
    "facts": (
        participants,
        enterprises,
        topic,
        abroad,
        enterprise,
        university,
        engagements,
        complete,
        solvent,
        grade,
        drawn_up,
        signed,
        claimed,
        elected,
        undetermined,
    ),
    "items": (partner, wanted_list),
    "inquiries": (FORMATION,),
    "in_time": InTime(commencement=begun, expiry=not_ended, others=(former_repealed,)),
    "approving_bodies": ("虚构市科技局",),
    "interpreting_bodies": ("虚构市科技局会同财政局",),
    "special_grounds": ("art6.s1",),
}

DRAFT = Policy(**PARTS)


def unit(number: int, **known: Any) -> Organization:
    """Return a made-up enterprise with a sound code; ``known`` is what is otherwise about it."""
    body = f"91120116MAXT{number:05d}"
    code = Identifier.uscc(body + uscc.check_character(body))
    enterprise = OrganizationKind.ENTERPRISE
    return Organization(
        **{"name": f"测试企业{number}", "id": code, "kind": enterprise, "abroad": False, **known}
    )


LEAD = unit(9999)
PARTNERS = (unit(1), unit(2), unit(3))


def attestation(what: str, **known: Any) -> Attestation:
    """Return what the bureau established the day before."""
    return Attestation(**{"what": what, "by": "虚构市科技局", "on": date(2026, 3, 1), **known})


MET = Case(
    application=Application(
        lead=LEAD,
        participants=PARTNERS,
        filed_on=DAY,
        field="新材料",
        lists=frozenset({"questions", "outcomes"}),
        agreement=Agreement(
            signed_on=date(2026, 2, 1),
            signatories=frozenset(p.key for p in (LEAD, *PARTNERS)),
        ),
    ),
    register=Register.complete(to=DAY),
    attestations=(
        attestation("art4.s2"),
        attestation("art5.s1"),
        attestation("solvent"),
        attestation("grade", value="a"),
    ),
)


@pytest.fixture(scope="session")
def toy_draft() -> Policy:
    """The made-up policy, its publication unknown."""
    return DRAFT


@pytest.fixture(scope="session")
def toy() -> Policy:
    """The made-up policy, supposed to be published on 2025-01-01."""
    return DRAFT.supposing_published(PUBLISHED)


@pytest.fixture(scope="session")
def toy_build() -> Callable[..., Policy]:
    """Build the made-up policy with some parts exchanged."""

    def build(**changes: Any) -> Policy:
        return Policy(**{**PARTS, **changes})

    return build


@pytest.fixture(scope="session")
def toy_unit() -> Callable[..., Organization]:
    """Return what makes organisations with sound codes."""
    return unit


@pytest.fixture(scope="session")
def toy_case() -> Case:
    """A case in which every condition of the made-up policy is met on 2026-03-02."""
    return MET


@pytest.fixture(scope="session")
def toy_attested() -> Callable[..., Attestation]:
    """Return what makes attestations by the bureau, of 2026-03-01 unless said otherwise."""
    return attestation


@pytest.fixture(scope="session")
def toy_with() -> Callable[..., Case]:
    """Return the case in which all is met, with parts of its application exchanged."""

    def changed(**application: Any) -> Case:
        return evolve(MET, application=evolve(MET.application, **application))

    return changed
