"""Whatever is known or not known of a case, its report can be written and is in one language."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from innov_consortium.core import uscc
from innov_consortium.core.attestations import Attestation, Departure, SpecialCase
from innov_consortium.core.case import Case
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
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.report import Report
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.rendering import LOCALES, render, translate

DAYS = (
    date(2025, 4, 11),
    date(2025, 4, 12),
    date(2026, 3, 2),
    date(2030, 4, 10),
    date(2030, 4, 11),
)
BODIES = st.sampled_from(("市科技局", "市委、市政府", "某区科技局"))
LATIN_IN_PATHS = re.compile(
    r"（[a-z_]+(\.[a-z_]+|\[[a-z0-9_.]+\])*）|(?<![A-Za-z])[ABC][0-9]{1,2}(?![0-9A-Za-z])"
)


def some_of(words: tuple[str, ...]) -> st.SearchStrategy[frozenset[str] | None]:
    return st.none() | st.frozensets(st.sampled_from(words))


def code(number: int, prefix: str) -> Identifier:
    body = f"{prefix}MAXT{number:05d}"
    return Identifier.uscc(body + uscc.check_character(body))


@st.composite
def organizations(draw: st.DrawFn, number: int) -> Organization:
    """A unit of any kind, at home or abroad, with or without what may be stated of it."""
    kind = draw(st.sampled_from(OrganizationKind))
    prefix = "91120116" if kind is OrganizationKind.ENTERPRISE else "12120000"
    colleges = st.none() | st.just("材料学院")
    at_home = draw(st.booleans())
    return Organization(
        name=draw(st.sampled_from(("测试单位", "《测试》单位", "测试{}单位"))) + str(number),
        id=code(number, prefix) if at_home else Identifier("境外登记号", str(number)),
        kind=kind,
        college=draw(colleges) if kind is OrganizationKind.UNIVERSITY else None,
        legal_form=None if at_home else draw(st.none() | st.sampled_from(LegalForm)),
        abroad=draw(st.none() | st.booleans()),
        domicile=draw(st.none() | st.sampled_from(("120116", "110105"))),
        branches_in=draw(st.sampled_from(((), ("120116",)))),
    )


@st.composite
def applications(draw: st.DrawFn) -> Application:
    """An application with anything from nothing to everything stated."""
    size = draw(st.integers(0, 13))
    lead = draw(organizations(0))
    participants = tuple(draw(organizations(n)) for n in range(1, size + 1))
    keys = st.frozensets(st.sampled_from([one.key for one in (lead, *participants)]))
    people = st.none() | st.sampled_from((Vacancy.VACANT, Person("欧阳虚构"), Person("司马虚构")))
    organs = st.builds(
        Organ,
        st.sampled_from(("decision", "advisory", "executive")),
        st.none() | st.just("理事会"),
    )
    figures = TIANJIN.numbers
    agreements = st.builds(
        Agreement,
        signed_on=st.none() | st.sampled_from(DAYS),
        signatories=st.none() | keys,
        heads=some_of(("goals", "tasks", "licensing", "breach_liability")),
    )
    governances = st.builds(
        Governance,
        organs=st.none() | st.lists(organs, max_size=4).map(tuple),
        principal=people,
        technologist=people,
    )
    return Application(
        lead=lead,
        participants=participants,
        filed_on=draw(st.none() | st.sampled_from(DAYS)),
        field=draw(st.sampled_from((None, "生物医药", "现代农业"))),
        lists=draw(some_of(figures.required_lists)),
        agreement=draw(st.none() | agreements),
        governance=draw(st.none() | governances),
        cooperation=draw(some_of(figures.cooperation_areas)),
        intending=draw(st.none() | keys),
    )


@st.composite
def attestations(draw: st.DrawFn, application: Application) -> Attestation:
    """Anything the policy lets be attested, about the whole or one member."""
    what, options = draw(st.sampled_from(sorted(TIANJIN.attestable.items())))
    members = st.sampled_from([one.key for one in application.members])
    return Attestation(
        what=what,
        by=draw(BODIES),
        on=draw(st.sampled_from(DAYS[:3])),
        holds=draw(st.booleans()),
        value=None if options is bool else draw(st.sampled_from([o.value for o in options])),
        unit=draw(st.none() | members) if what.startswith("art5.item3") else None,
        document=draw(st.sampled_from(("", "会议纪要\n第二行"))),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case with any register, attestations, departures and special case."""
    application = draw(applications())
    engagements = st.builds(
        Engagement,
        consortium=st.sampled_from(("C1", "C2", "C3")),
        unit=st.sampled_from([one.id for one in application.members]),
        role=st.sampled_from(Role),
        since=st.none() | st.just(DAYS[0]),
        revoked=st.booleans(),
    )
    departures = st.builds(
        Departure,
        provision=st.sampled_from(sorted(TIANJIN.in_principle)),
        by=BODIES,
        on=st.sampled_from(DAYS[:3]),
        reason=st.just("承接国家任务"),
    )
    specials = st.builds(
        SpecialCase,
        ground=st.sampled_from(TIANJIN.special_grounds),
        determined_by=st.none() | BODIES,
        elected=st.none() | st.booleans(),
        elected_by=st.none() | BODIES,
    )
    return Case(
        application=application,
        register=Register(
            tuple(draw(st.lists(engagements, max_size=4))),
            draw(st.none() | st.sampled_from(DAYS)),
        ),
        attestations=tuple(draw(st.lists(attestations(application), max_size=8))),
        departures=tuple(draw(st.lists(departures, max_size=2))),
        special_case=draw(st.none() | specials),
    )


READINGS = st.fixed_dictionaries(
    {}, optional={c.name: st.sampled_from(list(c.question.options)) for c in TIANJIN.readings}
)


def checked(case: Case, readings: dict[str, Any], *, published: bool, on: date) -> Report:
    """Check a case under some readings; where they leave nothing in principle, nothing departs."""
    policy = TIANJIN.with_readings(**readings)
    policy = policy.supposing_published(DAYS[0]) if published else policy
    possible = tuple(d for d in case.departures if d.provision in policy.in_principle)
    return policy.check("formation", evolve(case, departures=possible), on=on)


@settings(max_examples=25, deadline=None)
@given(cases(), READINGS, st.booleans(), st.sampled_from(DAYS), st.booleans())
def test_any_report_can_be_written(
    case: Case, readings: dict[str, Any], published: bool, on: date, details: bool
) -> None:
    """Both languages, with and without details: it never raises, and says every outcome."""
    report = checked(case, readings, published=published, on=on)
    for locale in LOCALES:
        text = render(report, locale, details=details)
        whole = re.sub(r"\s+", " ", text)
        assert translate(f"answer.{report.answer.value}", locale) in whole
        assert re.findall("欧阳|司马", text) == []
        assert "{" not in re.sub(r"\s", "", text).replace("测试{}单位", "")


@settings(max_examples=25, deadline=None)
@given(cases(), READINGS, st.booleans(), st.sampled_from(DAYS))
def test_any_chinese_report_is_chinese(
    case: Case, readings: dict[str, Any], published: bool, on: date
) -> None:
    """Latin letters stand in paths and entries only, whatever was asked."""
    report = checked(case, readings, published=published, on=on)
    text = re.sub(r"\n +", "", render(report, "zh_CN"))
    left = LATIN_IN_PATHS.sub("", text)
    assert re.findall(r"[A-Za-z]+", left) == []
