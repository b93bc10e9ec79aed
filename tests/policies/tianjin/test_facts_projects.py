"""第十五、二十二、二十三条所依的事实：谁申报科技重大项目、由谁初审、给了多少、此前有无资助。"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS, PUBLISHED, made_unit
from tests.policies.tianjin.lives import (
    DISTRICT,
    STAYING,
    approved,
    imposed,
    prereviewed,
    project_applied,
    project_decided,
    project_funded,
    projects_called,
    reported,
)

from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.records import EarlierFunding, Record
from innov_consortium.core.register import Role
from innov_consortium.policies.tianjin import facts_projects as facts
from innov_consortium.policies.tianjin.bodies import BINHAI_ZONES
from innov_consortium.policies.tianjin.facts_filing import Places
from innov_consortium.policies.tianjin.facts_projects import Project, Support
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings_evaluation import Legacy
from innov_consortium.policies.tianjin.readings_projects import (
    CapBase,
    CapMoney,
    EarlierMoney,
    ProjectApplicant,
)

ONE = timedelta(1)
APPROVED, APPLIED, DAY = date(2026, 6, 1), date(2028, 3, 1), date(2028, 9, 1)
MEMBERSHIPS = (
    Membership(LEAD, Role.LEAD, APPROVED),
    *(Membership(unit, Role.PARTICIPANT, APPROVED) for unit in PARTICIPANTS),
)
HERE = Places(("滨海新区",))
MILLION = Decimal(1_000_000)
MOST = 10 * MILLION
P2: dict[str, Any] = {"project": "P2"}


def state(*events: Event, **known: Any) -> Consortium:
    """Return a recognised consortium with some events."""
    return Consortium(id="C1", on=DAY, events=events, **{"recognised_on": APPROVED, **known})


def project(*events: Any) -> Project:
    """Return a project with some events."""
    return Project("P1", events)


# --- which projects, from which day ---------------------------------------------------------------


def test_the_projects_there_are_with_the_act() -> None:
    """科技重大项目：申报或者获得支持的，正在作出的行为也在内；与项目无关的行为不在内。"""
    one, two = project_applied(), project_applied(**P2)
    assert facts.projects(state(one, two, prereviewed()), None) == (
        Project("P1", (one, prereviewed())),
        Project("P2", (two,)),
    )
    assert facts.projects(state(one), two) == (Project("P1", (one,)), Project("P2", (two,)))
    assert facts.projects(state(one, projects_called()), imposed()) == (Project("P1", (one,)),)
    assert facts.projects(None, None) == ()
    assert facts.projects(None, one) == (Project("P1", (one,)),)
    again = project_applied(on=DAY)
    assert (project(one, again).application, project(prereviewed()).application) == (again, None)
    refused = project_decided(granted=False)
    assert project(one, refused, project_decided(on=DAY)).decision == refused
    assert (project(one).decision, project(one).key) == (None, "P1")
    assert [facts.applied_for(project(e)) for e in (one, prereviewed())] == [True, False]


def test_the_day_that_decides_is_that_of_the_pending_application() -> None:
    """申报之日：有尚未决定的申报的依该日，没有的、已经决定的依所问之日（D07、D09）。"""
    one, other = project(project_applied()), Project("P2", (project_applied(on=DAY - ONE, **P2),))
    decided = project(project_applied(), project_decided())
    assert facts.project_day((one,), None, DAY) == APPLIED
    assert facts.project_day((one, other), None, DAY) == DAY - ONE
    assert facts.project_day((decided,), None, DAY) == DAY
    assert facts.project_day((), None, DAY) == DAY
    assert facts.project_day((project(prereviewed()),), None, DAY) == DAY


def test_an_act_on_a_project_asks_for_its_own_application() -> None:
    """正在决定、拨付的项目依其自己的申报；正在申报的依该日；已经决定的不再问。"""
    act = project_decided(on=DAY)
    one, other = (
        project(project_applied(), act),
        Project("P2", (project_applied(on=DAY - ONE, **P2),)),
    )
    assert facts.project_day((one, other), act, DAY) == APPLIED
    earlier = project(project_applied(), project_decided(), act)
    assert facts.project_day((earlier, other), act, DAY) == DAY
    applying = project_applied(on=DAY)
    assert facts.project_day((project(applying), other), applying, DAY) == DAY
    assert facts.project_day((project(project_applied()), other), imposed(on=DAY), DAY) == DAY - ONE


@pytest.mark.parametrize(
    ("ends", "there"), [(None, True), (DAY + ONE, True), (DAY, False), (DAY - ONE, False)]
)
def test_who_may_apply_is_in_status(ends: date | None, there: bool) -> None:
    """天津市创新联合体：经批复而资格仍在的；终止当日起不是；没有批复的不是。"""
    in_status = facts.in_status
    read: dict[str, Any] = {"legacy": Legacy.FORWARD}
    assert in_status(state(approved()), ends, DAY, PUBLISHED, **read) is there
    assert in_status(None, None, DAY, PUBLISHED, **read) is False
    assert in_status(state(recognised_on=None), None, DAY, PUBLISHED, **read) is False


def test_an_earlier_consortium_is_in_status_unless_it_is_to_be_formed_anew() -> None:
    """原工作方案下批复的仍是，依解释须重新组建的不是（A08）；同日的其他记载不论。"""
    old = state(approved(under="津科资〔2023〕83号"))
    mixed = state(approved(), reported(ChangeKind.MEMBER_EXIT, on=APPROVED, under="旧"))
    later = state(approved(), imposed(under="旧"))

    def there(one: Consortium, legacy: Legacy, commenced: date = PUBLISHED) -> bool:
        return facts.in_status(one, None, DAY, commenced, legacy=legacy)

    assert [there(old, r) for r in (Legacy.FORWARD, Legacy.CONTINUITY, Legacy.ANEW)] == [
        True,
        True,
        False,
    ]
    assert [there(one, Legacy.ANEW) for one in (state(approved()), mixed, later)] == [True] * 3
    assert there(state(approved()), Legacy.ANEW, APPROVED + ONE) is False
    that_day = state(approved(under="津科资〔2023〕83号"), imposed(on=APPROVED))
    assert there(that_day, Legacy.ANEW) is False


# --- by whom --------------------------------------------------------------------------------------


def test_the_lead_applies_or_any_member_if_read_so() -> None:
    """由牵头单位申报，或者依解释由任何成员单位（D13）：申报之日在籍的；由谁不明的、成员不明的不明。"""

    def by(
        who: str | None, read: ProjectApplicant, members: Any = MEMBERSHIPS, changes: Any = ()
    ) -> bool | None:
        one = project(project_applied(by=who))
        return facts.applied_through_lead(one, members, changes, project_applicant=read)

    lead, member = ProjectApplicant.THROUGH_LEAD, ProjectApplicant.ANY_MEMBER
    assert [by(w, lead) for w in (LEAD.name, STAYING.name, "局外单位", None)] == [
        True,
        False,
        False,
        None,
    ]
    assert [by(w, member) for w in (LEAD.name, STAYING.name, "局外单位", None)] == [
        True,
        True,
        False,
        None,
    ]
    assert by(LEAD.name, lead, None) is None
    gone = (MEMBERSHIPS[0], Membership(STAYING, Role.PARTICIPANT, APPROVED, APPLIED))
    assert by(STAYING.name, member, gone) is False
    new = reported(ChangeKind.MEMBER_RENAME, unit=LEAD.key, new_name="虚构新名称")
    assert (by("虚构新名称", lead), by("虚构新名称", lead, changes=(new,))) == (False, True)
    silent = project(prereviewed())
    assert facts.applied_through_lead(silent, MEMBERSHIPS, (), project_applicant=lead) is None


def test_the_leads_own_district_reviews_first() -> None:
    """区科技主管部门初审：所在区的即可，别区的不算，由谁不明的不明，没有初审的没有（D13）。"""

    def reviewed(*by: str | None, own: Places | None = HERE) -> bool | None:
        one = project(project_applied(), *(prereviewed(by=b) for b in by))
        return facts.prereviewed_in_place(one, own, binhai_zones=BINHAI_ZONES)

    assert [reviewed(b) for b in (DISTRICT, "和平区科技局", None)] == [True, False, None]
    assert reviewed() is False
    assert (reviewed(None, DISTRICT), reviewed("和平区科技局", DISTRICT)) == (True, True)
    assert reviewed("和平区科技局", None) is None
    assert reviewed(DISTRICT, own=None) is None


# --- money ----------------------------------------------------------------------------------------


def funded(amount: int | None, source: str | None = "municipal", **known: Any) -> Any:
    """Return an instalment of so many million yuan."""
    money = None if amount is None else amount * MILLION
    return project_funded(amount=money, source=source, **known)


def support(
    *given: Any,
    others: tuple[Project, ...] = (),
    base: CapBase = CapBase.PROJECT,
    money: CapMoney = CapMoney.MUNICIPAL,
) -> Support:
    """Return the money given to a project, against the most of ten million."""
    one = project(project_applied(), *given)
    return facts.municipal_support(
        one,
        (one, *others),
        max_support=MOST,
        municipal_money=("municipal",),
        cap_base=base,
        cap_money=money,
    )


def told(found: Support) -> tuple[int | None, int | None]:
    """Return what was given and what is above the most, in millions."""
    value, excess = found.value, found.excess
    return (
        None if value is None else int(value / MILLION),
        None if excess is None else int(excess / MILLION),
    )


@pytest.mark.parametrize(
    ("amounts", "value", "excess"),
    [((), 0, None), ((9,), 9, None), ((4, 6), 10, None), ((4, 7), 11, 1)],
)
def test_a_projects_instalments_are_summed(
    amounts: tuple[int, ...], value: int, excess: int | None
) -> None:
    """最高1000万元市财政资金：按项目各期合计，含本数（D10）。"""
    found = support(*(funded(a) for a in amounts))
    assert (told(found), found.missing) == ((value, excess), ())


def test_only_municipal_money_counts_unless_read_otherwise() -> None:
    """市财政资金：国家的、区级的不计，依解释区级配套也计入（D10）。"""
    given = (funded(4), funded(5, "district"), funded(6, "national"))
    ours = support(*given)
    assert (told(ours), len(ours.counted), len(ours.not_counted)) == ((4, None), 1, 2)
    matched = support(*given, money=CapMoney.WITH_DISTRICT)
    assert (told(matched), len(matched.not_counted)) == ((9, None), 1)


def test_what_is_not_known_leaves_the_sum_unknown_unless_it_is_above_anyhow() -> None:
    """金额、来源不明的：合计不明；已知的超过上限的仍超过；不计入的资金金额不明的不影响。"""
    for unknown in (funded(None), funded(3, None)):
        found = support(funded(4), unknown)
        assert (told(found), found.missing) == (
            (None, None),
            ("events[project_funded].amount", "events[project_funded].source"),
        )
        assert told(support(funded(11), unknown)) == (11, 1)
    assert told(support(funded(4), funded(None, "district"))) == (4, None)
    both = support(funded(4), funded(3, None))
    assert (len(both.counted), both.not_counted) == (1, ())


def test_the_most_may_be_per_year_per_consortium_or_per_instalment() -> None:
    """上限按项目、按联合体每年、按联合体合计，或者按每期（D10）。"""
    other = Project(
        "P2", (funded(5, on=date(2028, 6, 1), **P2), funded(4, on=date(2029, 6, 1), **P2))
    )
    given = (funded(3), funded(2, on=date(2029, 5, 1)))

    def at(base: CapBase) -> Any:
        return told(support(*given, others=(other,), base=base))[0]

    assert {base: at(base) for base in CapBase} == {
        CapBase.PROJECT: 5,
        CapBase.YEAR: 8,
        CapBase.CONSORTIUM: 14,
        CapBase.INSTALMENT: 3,
    }
    assert told(support(funded(3), others=(other,), base=CapBase.YEAR))[0] == 8
    nothing = support(others=(other,), base=CapBase.YEAR)
    assert nothing == Support(Decimal(0))
    assert support(base=CapBase.INSTALMENT) == Support(Decimal(0))


@pytest.mark.parametrize("order", [1, -1])
def test_the_instalment_that_matters_most_is_told(order: int) -> None:
    """按每期的：有超过上限的列超过的；没有而有不明的，不明；都明的列最多的一期。"""

    def most(*given: Any) -> Any:
        return told(support(*given[::order], base=CapBase.INSTALMENT))

    assert most(funded(12), funded(None)) == (12, 2)
    assert most(funded(12), funded(1)) == (12, 2)
    assert most(funded(1), funded(None)) == (None, None)
    assert most(funded(1), funded(3)) == (3, None)
    little = (project_funded(amount=Decimal("0.5")), funded(3, "district"))
    assert support(*little[::order], base=CapBase.INSTALMENT).value == Decimal("0.5")


def test_how_it_was_recorded_makes_no_other_instalment() -> None:
    """同一期资金不因何时记录、记录在何处而不同。"""
    plain = funded(4)
    recorded = evolve(plain, consortium="C1", edition="e", recorded_on=DAY, id="x")
    assert support(recorded).counted == (plain,)


def test_an_instalment_that_is_being_given() -> None:
    """正在给予的这一期：计入上限与否；来源不明的不明；连同这一期合计（D10）。"""

    def counts(act: Event | None, money: CapMoney = CapMoney.MUNICIPAL) -> bool | None:
        return facts.instalment_counts(act, municipal_money=("municipal",), cap_money=money)

    assert [counts(funded(1, s)) for s in ("municipal", "district", None)] == [True, False, None]
    assert counts(funded(1, "district"), CapMoney.WITH_DISTRICT) is True
    assert (counts(None), counts(project_decided())) == (False, False)
    read: dict[str, Any] = {
        "max_support": MOST,
        "municipal_money": ("municipal",),
        "cap_base": CapBase.PROJECT,
        "cap_money": CapMoney.MUNICIPAL,
    }
    act = funded(7)
    one, other = project(project_applied(), funded(4, on=APPLIED), act), Project("P2", ())
    found = facts.support_with_it((other, one), act, **read)
    assert found is not None
    assert told(found) == (11, 1)
    assert facts.support_with_it((one,), None, **read) is None
    assert facts.support_with_it((one,), project_decided(), **read) is None
    assert facts.support_with_it((), act, **read) is None


def before(
    *funding: EarlierFunding,
    members: Any = MEMBERSHIPS,
    day: date = DAY,
    read: EarlierMoney = EarlierMoney.ANY_PUBLIC,
) -> bool | None:
    """Return whether the direction was funded before, by a record that is whole to the day."""
    return facts.funded_before(
        project(project_applied()),
        Record(earlier_funding=funding, complete_to=DAY),
        members,
        day,
        earlier_money=read,
        municipal_money=("municipal",),
    )


def earlier(**changes: Any) -> EarlierFunding:
    """Return national money for the same direction, to the lead, a day before the application."""
    known: dict[str, Any] = {
        "same_direction": True,
        "source": "national",
        "unit": LEAD.id,
        "on": APPLIED - ONE,
    }
    return EarlierFunding(**{**known, **changes})


@pytest.mark.parametrize(
    ("changes", "any_public", "municipal"),
    [
        ({}, True, False),
        ({"source": "municipal"}, True, True),
        ({"source": "district"}, True, False),
        ({"source": "private"}, False, False),
        ({"source": None}, None, None),
        ({"same_direction": False}, False, False),
        ({"same_direction": False, "source": None}, False, False),
        ({"same_direction": None}, None, False),
        ({"on": APPLIED}, True, False),
        ({"on": APPLIED + ONE}, False, False),
        ({"on": None}, True, False),
        ({"project": "P1"}, True, False),
        ({"project": "P2"}, False, False),
        ({"unit": PARTICIPANTS[0].id}, True, False),
        ({"unit": made_unit(88).id}, False, False),
        ({"unit": None}, True, False),
    ],
)
def test_the_same_direction_was_funded_before(
    changes: dict[str, Any], any_public: bool | None, municipal: bool | None
) -> None:
    """已获得过资助：财政资金，依解释只指市财政；申报以前、成员单位、相关方向的，不明的不明（D11）。"""
    assert before(earlier(**changes)) is any_public
    assert before(earlier(**changes), read=EarlierMoney.MUNICIPAL) is municipal


def test_what_is_known_of_earlier_money_decides() -> None:
    """有一笔即是；没有记载的，记录完整才没有；成员单位不明的，都可能是。"""
    assert before(earlier(source=None), earlier()) is True
    assert before(earlier(same_direction=False), earlier(source=None)) is None
    assert before() is False
    assert before(day=DAY + ONE) is None
    assert before(earlier(same_direction=False), day=DAY + ONE) is None
    stranger: Identifier = made_unit(88).id
    assert before(earlier(unit=stranger), members=None) is True
    branch = Membership(made_unit(9996, branch_of=stranger), Role.PARTICIPANT, APPROVED)
    for unit in (stranger, branch.unit.id):
        assert before(earlier(unit=unit), members=(*MEMBERSHIPS, branch)) is True


def test_money_before_an_application_that_is_not_known_may_be_earlier() -> None:
    """没有申报之日的，不知先后，不作其后。"""
    unapplied = facts.funded_before(
        project(prereviewed()),
        Record(earlier_funding=(earlier(on=DAY),), complete_to=DAY),
        MEMBERSHIPS,
        DAY,
        earlier_money=EarlierMoney.ANY_PUBLIC,
        municipal_money=("municipal",),
    )
    assert unapplied is True
