"""Typed cases to measure and compare on: of any size, the examples, random ones."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve

from innov_consortium import (
    Agreement,
    Application,
    Attestation,
    Case,
    Departure,
    Engagement,
    Governance,
    Identifier,
    LegalForm,
    Listing,
    Organ,
    Organization,
    OrganizationKind,
    Person,
    Register,
    Role,
    SpecialCase,
    Vacancy,
)
from innov_consortium.core import uscc
from innov_consortium.interchange import load_case

__all__ = ["DAY", "PUBLISHED", "any_case", "bare_case", "examples", "full_case"]

V = TypeVar("V")

PUBLISHED = date(2025, 4, 11)
DAY = date(2026, 3, 2)
BUREAU = "市科技局"
LISTS = frozenset({"major_scientific_questions", "key_core_technologies", "target_outcomes"})
HEADS = frozenset(
    {
        "goals",
        "tasks",
        "organisation",
        "functions",
        "rights_and_obligations",
        "ip_ownership",
        "licensing_and_income_distribution",
        "breach_liability",
    }
)
AREAS = ("joint_r_and_d", "commercialisation", "standards", "international", "branding")
ORGANS = ("decision", "advisory", "executive")
TESTED_TOO = (
    "art3.s1a",
    "art5.item1.s2c",
    "art5.item2.s2a",
    "art5.item6.s2a",
    "art5.item6.s3a",
    "art5.item6.s3b",
    "art7.s1b",
)
WHOLE_CASE = (
    "art5.item1.s2a",
    "art5.item1.s2b",
    "art5.item1.s2d",
    "art5.item2.s2b",
    "art5.item2.s2d",
    "art5.item2.s2e",
    "art5.item4.s2",
    "art5.item4.s3a",
    "art5.item6.s2b",
    "in_tianjin",
    "operating_normally",
    "strategic_force",
)
OF_A_MEMBER = ("art5.item3.s3a", "art5.item3.s3b")
TESTED_OF_A_MEMBER = "art5.item3.s2a"
CATEGORIES = (
    "research_institution",
    "leading_enterprise",
    "chain_master",
    "other_strategic_force",
    "other",
)
QUALIFICATIONS = ("strategic_scientist", "leading_talent", "other")
OF_EACH = "art5.item3.s5b"
IN_PRINCIPLE = ("art5.item2.s3b", "art5.item3.s2c", OF_EACH)


def identifier(number: int, category: str = "91") -> Identifier:
    body = f"{category}120116MAXT{number:05d}"
    return Identifier.uscc(body + uscc.check_character(body))


def enterprise(number: int) -> Organization:
    name = f"测试企业{number}有限公司"
    return Organization(name=name, id=identifier(number), kind=OrganizationKind.ENTERPRISE)


def university(number: int, college: str | None) -> Organization:
    return Organization(
        name=f"测试大学{number}",
        id=identifier(number, "12"),
        kind=OrganizationKind.UNIVERSITY,
        college=college,
    )


LEAD = Organization(
    name="牵头单位有限公司",
    id=identifier(99999),
    kind=OrganizationKind.ENTERPRISE,
    domicile="120116",
)


# --- of any size ----------------------------------------------------------------------------------


def full_case(participants: int) -> Case:
    """Return a case of enterprises that meets every norm."""
    units = tuple(enterprise(n) for n in range(1, participants + 1))
    application = Application(
        lead=LEAD,
        participants=units,
        filed_on=DAY,
        field="生物医药",
        lists=LISTS,
        agreement=Agreement(
            signed_on=date(2026, 2, 20),
            signatories=frozenset(unit.key for unit in (LEAD, *units)),
            heads=HEADS,
        ),
        governance=Governance(
            organs=tuple(Organ(function, f"{function} body") for function in ORGANS),
            principal=Person("张一"),
            technologist=Person("李二"),
        ),
        cooperation=frozenset({"standards"}),
    )
    said = [attest(what) for what in (*WHOLE_CASE[:-1], *OF_A_MEMBER)]
    said.append(attest("lead_category", value="leading_enterprise"))
    said.append(attest("qualification", value="strategic_scientist"))
    return Case(
        application=application, register=Register.complete(to=DAY), attestations=tuple(said)
    )


def attest(what: str, **more: Any) -> Attestation:
    return Attestation(what=what, by=BUREAU, on=date(2026, 3, 1), **more)


def bare_case(participants: int) -> Case:
    """Return a case of which nothing is known but who takes part: nearly every norm is open."""
    named = full_case(participants).application
    return Case(application=Application(lead=named.lead, participants=named.participants))


def examples() -> dict[str, Case]:
    """Return the realistic cases the project shows its users, by their names."""
    folder = Path(__file__).parents[1] / "examples"
    return {path.stem: load_case(path.read_bytes()) for path in sorted(folder.glob("*.json"))}


# --- random ones ----------------------------------------------------------------------------------


def any_case(seed: int) -> tuple[Case, date, date | None]:
    """Return any case, with any day to ask about and the day of publication, or none."""
    rng = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    lead = any_lead(rng)
    units = tuple({u.key: u for u in any_units(rng, lead) if u.key != lead.key}.values())
    members = (lead, *units)
    case = Case(
        application=any_application(rng, lead, units),
        register=any_register(rng, members),
        attestations=tuple(any_attestations(rng, members)),
        departures=tuple(any_departures(rng, members)),
        special_case=any_special(rng, lead),
        listings=tuple(any_listings(rng, lead)),
    )
    on = rng.choice([DAY, DAY, DAY, DAY, any_day(rng), date(2025, 4, 10), date(2030, 4, 11)])
    return case, on, rng.choice([PUBLISHED, PUBLISHED, PUBLISHED, None])


def maybe(rng: random.Random, value: V, chance: float = 0.8) -> V | None:
    return value if rng.random() < chance else None


def some(rng: random.Random, values: Iterable[V], chance: float = 0.8) -> Iterator[V]:
    return (value for value in values if rng.random() < chance)


def any_day(rng: random.Random) -> date:
    return DAY + timedelta(days=rng.choice([-400, -30, -2, -1, 0, 1, 2, 30]))


def past_day(rng: random.Random) -> date:
    return any_day(rng) if rng.random() < 0.1 else DAY - timedelta(days=rng.choice([0, 1, 1, 9]))


def any_lead(rng: random.Random) -> Organization:
    return Organization(
        name="牵头单位有限公司",
        id=identifier(rng.choice([99999, 99999, 3])),
        kind=OrganizationKind.ENTERPRISE,
        domicile=rng.choice(["120116", "120101", "110105", None]),
        branches_in=rng.choice([(), (), ("120103",), ("310101", "120111")]),
        branch_of=rng.choice([None, None, None, identifier(4)]),
    )


def any_units(rng: random.Random, lead: Organization) -> Iterator[Organization]:
    heads = [lead.legal_person, *(identifier(n, c) for n in range(4) for c in ("91", "12"))]
    if rng.random() < 0.05:
        yield evolve(enterprise(0), branch_of=lead.legal_person)
        return
    for number in range(rng.choice([0, 1, 3, 5, 6, 6, 7, 12])):
        sort = rng.random()
        if sort < 0.5:
            branch_of = rng.choice([lead.id, *heads]) if rng.random() < 0.3 else None
            yield evolve(enterprise(number), branch_of=branch_of)
        elif sort < 0.7:
            college = rng.choice(["材料学院", "化工学院", None])
            yield university(number % 3, college)
        elif sort < 0.8:
            yield any_unit_abroad(rng, number)
        else:
            kind = rng.choice([k for k in OrganizationKind if k is not OrganizationKind.ENTERPRISE])
            category = rng.choice(["12", "52", "91", "92"])
            yield Organization(name=f"单位{number}", id=identifier(number, category), kind=kind)


def any_unit_abroad(rng: random.Random, number: int) -> Organization:
    return Organization(
        name=f"Institute {number}",
        id=Identifier("LEI", f"TEST{number:016d}"),
        kind=rng.choice([OrganizationKind.ENTERPRISE, OrganizationKind.RESEARCH_INSTITUTION]),
        legal_form=rng.choice([None, LegalForm.ENTERPRISE, LegalForm.OTHER]),
        abroad=rng.choice([None, True]),
    )


def any_application(
    rng: random.Random, lead: Organization, units: tuple[Organization, ...]
) -> Application:
    keys = [unit.key for unit in (lead, *units)]
    heads = {*some(rng, sorted(HEADS), 0.95), *some(rng, ("licensing", "income_distribution"))}
    agreement = Agreement(
        signed_on=maybe(rng, past_day(rng), 0.9),
        signatories=maybe(rng, frozenset(some(rng, keys, 0.9)), 0.9),
        heads=maybe(rng, frozenset(heads), 0.9),
    )
    people = [None, Vacancy.VACANT, Person("张一"), Person("李二"), Person("张一", "甲")]
    people += [Person("张一", "乙"), Person("王三", "甲")]
    bodies = ("理事会", "专家委员会", "执行委员会", rng.choice([None, "秘书处"]))
    organs = [Organ(function, rng.choice(bodies)) for function in some(rng, ORGANS, 0.9)]
    organs += [Organ(function, rng.choice(bodies)) for function in some(rng, ORGANS, 0.1)]
    governance = Governance(
        organs=maybe(rng, tuple(organs), 0.9),
        principal=rng.choice(people),
        technologist=rng.choice(people),
    )
    return Application(
        lead=lead,
        participants=units,
        filed_on=maybe(rng, past_day(rng)),
        field=rng.choice(["生物医药", "信创", "现代农业", None]),
        lists=maybe(rng, frozenset(some(rng, sorted(LISTS)))),
        agreement=maybe(rng, agreement, 0.9),
        governance=maybe(rng, governance, 0.9),
        cooperation=maybe(rng, frozenset(some(rng, AREAS, 0.3))),
        intending=maybe(rng, frozenset(some(rng, keys, 0.9)), 0.3),
    )


def any_register(rng: random.Random, members: tuple[Organization, ...]) -> Register:
    engagements = []
    for number in range(rng.choice([0, 1, 3, 3 * len(members)])):
        unit = rng.choice(members)
        since = maybe(rng, rng.choice([DAY, any_day(rng), any_day(rng)]), 0.9)
        ended_on = maybe(rng, max(any_day(rng), since or date.min), 0.3)
        engagements.append(
            Engagement(
                consortium=f"联合体{number % 7}",
                unit=rng.choice([unit.id, unit.legal_person]),
                role=rng.choice(list(Role)),
                college=rng.choice([unit.college, unit.college, unit.college, None, "材料学院"]),
                since=since,
                ended_on=ended_on,
                revoked=rng.random() < 0.15,
                jurisdiction=rng.choice([None, None, "120000", "120116", "350200"]),
            )
        )
    return Register(tuple(engagements), rng.choice([DAY, DAY, any_day(rng), None]))


def any_attestations(
    rng: random.Random, members: tuple[Organization, ...]
) -> Iterator[Attestation]:
    own_words = (members[0].name, str(members[-1].id), "申请人")
    bodies = (BUREAU, BUREAU, BUREAU, BUREAU, "市统计局", *own_words)
    units = (None, *(unit.key for unit in members))
    for _ in range(2):  # twice: later words set earlier ones aside, and some bodies disagree
        asked = [*some(rng, (*WHOLE_CASE, *OF_A_MEMBER), 0.7)]
        asked += some(rng, (*TESTED_TOO, TESTED_OF_A_MEMBER), 0.2)
        for what in asked:
            of_a_member = what in OF_A_MEMBER or what == TESTED_OF_A_MEMBER
            yield Attestation(
                what=what,
                by=rng.choice(bodies),
                on=past_day(rng),
                holds=rng.random() < (0.6 if what in TESTED_TOO else 0.9),
                unit=rng.choice(units) if of_a_member else None,
            )
        for what, values in (("lead_category", CATEGORIES), ("qualification", QUALIFICATIONS)):
            if rng.random() < 0.7:
                yield Attestation(
                    what=what,
                    value=rng.choice(values),
                    by=rng.choice(bodies),
                    on=past_day(rng),
                    holds=rng.random() < 0.95,
                )


def any_departures(rng: random.Random, members: tuple[Organization, ...]) -> Iterator[Departure]:
    for provision in some(rng, IN_PRINCIPLE * 3, 0.3):
        yield Departure(
            provision=provision,
            by=rng.choice([BUREAU, BUREAU, "某区科技局"]),
            on=past_day(rng),
            reason="理由",
            unit=rng.choice([None, rng.choice(members).key]) if provision == OF_EACH else None,
            accepted=rng.random() < 0.7,
        )


def any_special(rng: random.Random, lead: Organization) -> SpecialCase | None:
    if rng.random() < 0.6:
        return None
    bodies = (BUREAU, "市委市政府", "某区政府", "本单位", lead.name, str(lead.id))
    return SpecialCase(
        ground=rng.choice(["art7.s1a", "art7.s1b"]),
        determined_by=rng.choice([None, "市委、市政府", "市委、市政府", *bodies]),
        determined_on=maybe(rng, past_day(rng)),
        elected=rng.choice([True] * 8 + [False, None]),
        elected_by=rng.choice([BUREAU] * 8 + ["某区政府", None]),
        elected_on=maybe(rng, past_day(rng)),
    )


def any_listings(rng: random.Random, lead: Organization) -> Iterator[Listing]:
    for unit in some(rng, (lead.id, lead.legal_person, identifier(7)), 0.15):
        first = any_day(rng)
        last = maybe(rng, max(first, any_day(rng)), 0.5)
        yield Listing(unit=unit, name="经营异常名录", first=first, last=last)
