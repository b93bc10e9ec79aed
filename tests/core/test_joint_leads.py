"""Several units may lead one consortium, where the text knows that; elsewhere it is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.toy_filing import FILING

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.consortium import Application
from innov_consortium.core.decide import possible_acts
from innov_consortium.core.events import Filed
from innov_consortium.core.history import History, replay
from innov_consortium.core.organizations import (
    Identifier,
    MemberKey,
    Organization,
    OrganizationKind,
)
from innov_consortium.core.placing import names_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import Actor, Party
from innov_consortium.errors import FaultKind, InvalidInputError
from innov_consortium.interchange import structure_case, unstructure_case

DAY = date(2026, 3, 2)
JOINT = evolve(FILING, joint_leads=True, parties=None).supposing_published(date(2026, 1, 1))


def unit(n: int, college: str | None = None) -> Organization:
    kind = OrganizationKind.ENTERPRISE if college is None else OrganizationKind.UNIVERSITY
    return Organization(name=f"第{n}家", id=Identifier("TOY", str(n)), kind=kind, college=college)


def application(*co_leads: MemberKey, participants: tuple[int, ...] = (2, 3)) -> Application:
    others = tuple(unit(n) for n in participants)
    return Application(lead=unit(1), participants=others, co_leads=co_leads)


def faults(*co_leads: MemberKey) -> list[tuple[str, FaultKind]]:
    with pytest.raises(InvalidInputError) as caught:
        application(*co_leads)
    return [(fault.path, fault.kind) for fault in caught.value.faults]


def test_leads_are_the_lead_and_the_others_in_the_order_agreed() -> None:
    assert application().leads == (unit(1),)
    assert application(unit(3).key, unit(2).key).leads == (unit(1), unit(3), unit(2))


def test_co_leads_are_participants_each_once() -> None:
    assert faults(unit(4).key) == [("co_leads[0]", FaultKind.INCONSISTENT)]
    assert faults(unit(1).key) == [("co_leads[0]", FaultKind.INCONSISTENT)]
    assert faults(unit(2).key, unit(2).key) == [("co_leads[1]", FaultKind.DUPLICATE)]
    assert faults(MemberKey(unit(2).id, "某学院")) == [("co_leads[0]", FaultKind.INCONSISTENT)]


@pytest.mark.parametrize("what", ["x", [unit(2).key], (unit(2),), None])
def test_co_leads_of_another_sort_are_told_and_nothing_crashes(what: Any) -> None:
    with pytest.raises(InvalidInputError) as caught:
        evolve(application(), co_leads=what)

    assert {f.kind for f in caught.value.faults} == {FaultKind.TYPE_ERROR}


@pytest.mark.parametrize("policy", [FILING, JOINT])
def test_a_text_with_one_lead_refuses_others_and_does_not_pass_over_them(policy: Policy) -> None:
    """Wherever the application stands: in a case or in what was filed."""
    case = Case(application=application(unit(2).key))
    filed = Filed(on=DAY, application=case.application)
    told = Dossier(history=History("C1", (filed,)))
    paths = []
    for what, inquiry in ((case, "formation"), (told, "formation")):
        try:
            policy.check(inquiry, what, on=DAY)
        except InvalidInputError as error:
            paths += [fault.path for fault in error.faults]

    refused = ["application.co_leads", "events[0].application.co_leads"]
    assert paths == ([] if policy.joint_leads else refused)


def test_each_of_several_may_act_as_lead() -> None:
    """Where the policy has no fact of its own that tells who leads."""
    consortium = replay(History("C1", (Filed(on=DAY, application=application(unit(2).key)),)), DAY)
    given = Dossier(history=History("C1"))

    names = names_of(JOINT, Actor(role="lead", party=Party.LEAD), consortium, given, None)

    assert names is not None
    assert {"第1家", "第2家"} <= set(names)
    assert "第3家" not in names
    assert possible_acts(JOINT, consortium, DAY)


def test_they_are_written_and_read_again() -> None:
    """As members are: by identifier, with the college where that does not tell."""
    colleges = (unit(5, "理学院"), unit(5, "工学院"))
    case = Case(
        application=evolve(application(), participants=colleges, co_leads=(colleges[1].key,))
    )
    document = unstructure_case(case)

    assert document["application"]["co_leads"] == [
        {"id": {"scheme": "TOY", "value": "5"}, "college": "工学院"}
    ]
    assert structure_case(document) == case


def test_a_document_names_those_that_are_there() -> None:
    document = unstructure_case(Case(application=application(unit(2).key)))
    stranger, once_more = {"scheme": "TOY", "value": "9"}, {"scheme": "TOY", "value": "2"}
    document["application"]["co_leads"] += [stranger, once_more]
    with pytest.raises(InvalidInputError) as caught:
        structure_case(document)

    told = {(fault.path, fault.kind.value) for fault in caught.value.faults}
    assert told == {
        ("application.co_leads[1]", "inconsistent"),
        ("application.co_leads[2]", "duplicate"),
    }
