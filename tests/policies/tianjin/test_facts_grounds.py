"""第十一条各项所依的事实：谁是牵头单位，何时的算数，谁说的算数。"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.policies.tianjin.conftest import LEAD, PARTICIPANTS, PUBLISHED, made_unit
from tests.policies.tianjin.lives import BUREAU, judgment, notified

from innov_consortium.core.attestations import Listing
from innov_consortium.core.evaluation import Evaluation
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.records import (
    Accident,
    Falsification,
    Misconduct,
    OrganKind,
    Record,
    Unrecorded,
)
from innov_consortium.core.register import Role
from innov_consortium.policies.tianjin import (
    facts_conduct,
    facts_falsification,
    facts_grounds,
    facts_listings,
)
from innov_consortium.policies.tianjin.memberships import Membership
from innov_consortium.policies.tianjin.readings import CommencementDay
from innov_consortium.policies.tianjin.readings_revocation import (
    AccidentGrade,
    DeterminationEffect,
    FactsBefore,
    Falsifier,
    Listed,
)

ONE = timedelta(1)
SINCE, REPLACED = date(2026, 6, 1), date(2027, 6, 1)
BEFORE, AFTER = date(2027, 3, 1), date(2027, 9, 1)
MEMBER, OTHER = PARTICIPANTS[0], made_unit(88)
UNKNOWN = Unrecorded()

#: 牵头单位自批复起牵头；已经更换的，见 ``REPLACING``。
LEADING = (Membership(LEAD, Role.LEAD, SINCE), Membership(MEMBER, Role.PARTICIPANT, SINCE))
REPLACING = (
    Membership(LEAD, Role.LEAD, SINCE, REPLACED),
    Membership(LEAD, Role.PARTICIPANT, REPLACED),
    Membership(MEMBER, Role.PARTICIPANT, SINCE, REPLACED),
    Membership(MEMBER, Role.LEAD, REPLACED),
)


def accident(**changes: Any) -> Accident:
    """Return a major accident at the lead on 2027-03-01, as an emergency office graded it."""
    known: dict[str, Any] = {
        "unit": LEAD.id,
        "category": "safety",
        "occurred_on": BEFORE,
        "grade": "major",
        "determined_by": "虚构应急管理局",
        "organ": OrganKind.ADMINISTRATIVE,
    }
    return Accident(**{**known, **changes})


def falsified(**changes: Any) -> Falsification:
    """Return the bureau's finding of 2027-09-01 that the lead falsified something."""
    known: dict[str, Any] = {
        "unit": LEAD.id,
        "context": "formation",
        "serious": True,
        "by": BUREAU,
        "on": AFTER,
    }
    return Falsification(**{**known, **changes})


# --- who leads, who speaks, from when -------------------------------------------------------------


def test_the_lead_is_meant_itself_or_by_its_branch() -> None:
    """牵头单位的：分支机构与其法人是同一牵头单位；是谁不明的、牵头单位不明的，都不明。"""
    branch = made_unit(9998, branch_of=LEAD.id)
    assert [facts_grounds.is_lead(u, (branch,)) for u in (LEAD.id, branch.id)] == [True, True]
    assert facts_grounds.is_lead(OTHER.id, (branch,)) is False
    assert facts_grounds.is_lead(None, (LEAD,)) is None
    assert facts_grounds.is_lead(LEAD.id, None) is None
    assert [facts_grounds.is_lead(u.id, (LEAD, MEMBER)) for u in (LEAD, MEMBER)] == [True, True]


def test_who_led_on_a_day_is_asked_of_that_day() -> None:
    """发生之日的牵头单位：以该日为准；批复以前没有牵头单位可言。"""
    then = facts_grounds.led_then
    assert then(LEAD.id, BEFORE, REPLACING) is True
    assert then(LEAD.id, AFTER, REPLACING) is False
    assert (then(MEMBER.id, BEFORE, REPLACING), then(MEMBER.id, AFTER, REPLACING)) == (False, True)
    assert [then(LEAD.id, SINCE - ONE, m) for m in (LEADING, REPLACING)] == [False, False]
    assert then(None, BEFORE, REPLACING) is None
    assert then(LEAD.id, BEFORE, None) is None
    assert then(None, SINCE - ONE, REPLACING) is None


def test_what_members_and_applicants_say_is_their_own_word() -> None:
    """官方认定的：申请人、成员单位自己所说的不是；由谁所说不明的，不作成员单位所说。"""
    own = facts_grounds.own_word
    assert [own(by, LEADING) for by in ("本单位", LEAD.name, str(MEMBER.id))] == [True] * 3
    assert [own(by, LEADING) for by in (BUREAU, OTHER.name)] == [False, False]
    assert own("本单位", None) is True
    assert own(LEAD.name, None) is False
    assert own(None, LEADING) is False


def test_facts_count_from_the_day_the_text_is_in_force() -> None:
    """自公布之日起施行：当日即算；施行以前的依解释；公布不明的照施行以后问（A07）。"""
    counted = facts_grounds.counted
    days = (PUBLISHED - ONE, PUBLISHED, PUBLISHED + ONE)
    assert [counted(d, PUBLISHED, FactsBefore.NOT_COUNTED) for d in days] == [False, True, True]
    assert [counted(d, PUBLISHED, FactsBefore.COUNTED) for d in days] == [True, True, True]
    assert counted(days[0], None, FactsBefore.NOT_COUNTED) is True


def test_commencement_is_the_day_of_publication_or_the_next() -> None:
    """自公布之日起施行：当日，或者依解释次日；公布不明的不明（A03）。"""
    commenced = facts_grounds.commenced_on
    included, following = CommencementDay.INCLUDED, CommencementDay.NEXT_DAY
    assert commenced(PUBLISHED, commencement_day=included) == PUBLISHED
    assert commenced(PUBLISHED, commencement_day=following) == PUBLISHED + ONE
    assert commenced(None, commencement_day=following) is None


def test_leads_are_unknown_while_memberships_are() -> None:
    """当日的牵头单位：申请不明的不明。"""
    assert facts_grounds.lead_units(None, BEFORE) is None
    assert facts_grounds.lead_units(REPLACING, BEFORE) == (LEAD,)


def test_a_record_that_is_not_whole_may_hold_more() -> None:
    """记录不完整的，另有不明的；截至当日完整的没有，次日起又有。"""
    whole = Record(accidents=(accident(),), complete_to=AFTER)
    assert facts_conduct.accident(whole, AFTER) == (accident(),)
    assert facts_conduct.accident(whole, AFTER + ONE) == (accident(), UNKNOWN)
    assert facts_grounds.unit_of(UNKNOWN) is None


# --- items 5 and 6 --------------------------------------------------------------------------------


def test_an_accident_is_the_leads_today_or_was_then() -> None:
    """牵头单位发生事故的：现在的，或者当时的；当时已是、现在仍是的，才无须判断。"""
    at, still = facts_conduct.accident_at_lead, facts_conduct.lead_when_it_happened
    theirs = accident(unit=LEAD.id)
    assert (at(theirs, (LEAD,), LEADING), still(theirs, (LEAD,), LEADING)) == (True, True)
    assert (at(theirs, (MEMBER,), REPLACING), still(theirs, (MEMBER,), REPLACING)) == (True, False)
    late = accident(unit=MEMBER.id)
    assert (at(late, (MEMBER,), REPLACING), still(late, (MEMBER,), REPLACING)) == (True, False)
    strange = accident(unit=OTHER.id)
    assert (at(strange, (LEAD,), LEADING), still(strange, (LEAD,), LEADING)) == (False, False)
    assert (at(UNKNOWN, (LEAD,), LEADING), still(UNKNOWN, (LEAD,), LEADING)) == (None, None)


def test_a_determination_is_of_the_leads_conduct_today_or_was_then() -> None:
    """牵头单位存在……行为的：现在的，或者认定之日的；已经更换的，由人判断。"""
    of, still = facts_conduct.conduct_of_lead, facts_conduct.lead_when_determined
    ours = judgment()
    assert (of(ours, (LEAD,), LEADING), still(ours, (LEAD,), LEADING)) == (True, True)
    assert (of(ours, (MEMBER,), REPLACING), still(ours, (MEMBER,), REPLACING)) == (True, False)
    late = judgment(unit=MEMBER.id)
    assert (of(late, (MEMBER,), REPLACING), still(late, (MEMBER,), REPLACING)) == (True, False)
    strange = judgment(unit=OTHER.id)
    assert (of(strange, (LEAD,), LEADING), still(strange, (LEAD,), LEADING)) == (False, False)
    assert (of(UNKNOWN, (LEAD,), LEADING), still(UNKNOWN, (LEAD,), LEADING)) == (None, None)


def test_whose_it_was_is_unknown_while_either_day_is() -> None:
    """现在的牵头单位、当时的牵头单位，有一个不明而另一个不是的，不明；有一个是的，是。"""
    for at, theirs, strange, nobodys in (
        (
            facts_conduct.accident_at_lead,
            accident(),
            accident(unit=OTHER.id),
            accident(unit=None),
        ),
        (
            facts_conduct.conduct_of_lead,
            judgment(),
            judgment(unit=OTHER.id),
            judgment(unit=None),
        ),
    ):
        told: Any = at
        assert (told(strange, None, LEADING), told(strange, (LEAD,), None)) == (None, None)
        assert (told(theirs, None, LEADING), told(theirs, (LEAD,), None)) == (True, True)
        assert (told(nobodys, (LEAD,), LEADING), told(nobodys, None, None)) == (None, None)


@pytest.mark.parametrize(
    ("organ", "by", "grade"),
    [
        (OrganKind.ADMINISTRATIVE, "虚构应急管理局", "major"),
        (OrganKind.JUDICIAL, "虚构人民法院", "major"),
        (None, "虚构应急管理局", "major"),
        (None, None, "major"),
        (OrganKind.OTHER, "虚构行业协会", None),
        (OrganKind.ADMINISTRATIVE, LEAD.name, None),
        (None, "本单位", None),
    ],
)
def test_a_grade_is_an_official_one(
    organ: OrganKind | None, by: str | None, grade: str | None
) -> None:
    """重大安全、质量事故：以官方认定的等级为准；行业协会的、成员单位自己的都不是（E10）。"""
    one = accident(organ=organ, determined_by=by)
    assert facts_conduct.accident_graded(one, LEADING) == grade


def test_what_nobody_recorded_has_no_grade_to_judge() -> None:
    """依解释，重大以下的由人判断（E10）；没有记载的事故，没有等级可以判断。"""

    def judged(one: Accident | Unrecorded, grade: str | None, read: AccidentGrade) -> bool:
        words = ("major", "especially_major")
        return facts_conduct.grade_judged(one, grade, major_grades=words, accident_grade=read)

    ordinary = AccidentGrade.ORDINARY
    assert [judged(accident(), g, ordinary) for g in ("larger", None, "major")] == [
        True,
        True,
        False,
    ]
    assert judged(UNKNOWN, None, ordinary) is False
    assert judged(accident(), "larger", AccidentGrade.MAJOR) is False
    assert facts_conduct.accident_graded(UNKNOWN, LEADING) is None
    assert facts_conduct.accident_category(UNKNOWN) is None


def test_accidents_and_conduct_count_by_the_day_they_happened() -> None:
    """发生在施行以后（A07）；行为何日所为没有写明的，依认定之日；没有记载的不明。"""
    old = PUBLISHED - ONE
    read: dict[str, Any] = {"facts_before": FactsBefore.NOT_COUNTED}
    happened = facts_conduct.accident_counted
    assert happened(accident(occurred_on=old), PUBLISHED, **read) is False
    assert happened(accident(), PUBLISHED, **read) is True
    assert happened(UNKNOWN, PUBLISHED, **read) is None
    done = facts_conduct.determination_counted
    assert done(judgment(occurred_on=old), PUBLISHED, **read) is False
    assert (done(judgment(), PUBLISHED, **read), done(judgment(on=old), PUBLISHED, **read)) == (
        True,
        False,
    )
    assert done(UNKNOWN, PUBLISHED, **read) is None


def test_a_determination_has_taken_effect_or_any_will_do() -> None:
    """认定须已生效，依解释作出即可；没有记载的，任何解释都不明（E11）。"""

    def effective(one: Any, read: DeterminationEffect) -> bool | None:
        return facts_conduct.determination_effective(one, determination_effect=read)

    needed, any_will_do = DeterminationEffect.EFFECTIVE, DeterminationEffect.ANY
    known = [judgment(effective=v) for v in (True, False, None)]
    assert [effective(one, needed) for one in known] == [True, False, None]
    assert [effective(one, any_will_do) for one in known] == [True, True, True]
    assert [effective(UNKNOWN, read) for read in (needed, any_will_do)] == [None, None]
    assert facts_conduct.determining_organ(judgment()) == "judicial"
    assert facts_conduct.determining_organ(judgment(organ=None)) is None
    assert facts_conduct.determining_organ(UNKNOWN) is None
    assert facts_conduct.conduct_serious(UNKNOWN) is None


# --- item 7 ---------------------------------------------------------------------------------------

FIRST, LAST = date(2027, 2, 1), date(2027, 8, 31)
LISTED = Listing(unit=LEAD.id, name="经营异常名录", first=FIRST, last=LAST)
LASTING = Listing(unit=LEAD.id, name="经营异常名录", first=FIRST)


def test_a_listing_is_in_force_from_its_first_to_its_last_day() -> None:
    """被列入名录的：首日、末日都在列；没有移出的一直在列；没有记载的不明。"""
    now = facts_listings.listed_now
    days = (FIRST - ONE, FIRST, LAST, LAST + ONE)
    assert [now(LISTED, d) for d in days] == [False, True, True, False]
    assert [now(LASTING, d) for d in days] == [False, True, True, True]
    assert now(UNKNOWN, FIRST) is None


def test_who_was_listed_and_is_no_longer_was_listed_before() -> None:
    """曾经在列、已经移出的：仍在列的不是，尚未列入的也不是；移出在施行以前的不算（A07、E12）。"""
    read: dict[str, Any] = {"facts_before": FactsBefore.NOT_COUNTED}
    before = facts_listings.listed_before
    assert before(LISTED, False, PUBLISHED, **read) is True
    assert before(LISTED, True, PUBLISHED, **read) is False
    assert before(LASTING, False, PUBLISHED, **read) is False
    assert before(LISTED, False, LAST + ONE, **read) is False
    assert before(LISTED, None, PUBLISHED, **read) is None
    assert [before(UNKNOWN, now, PUBLISHED, **read) for now in (None, False)] == [None, None]


@pytest.mark.parametrize(
    ("now", "before", "counts", "judged"),
    [
        (True, False, {Listed.CURRENT, Listed.ONCE, Listed.CURRENT_ONLY}, set()),
        (False, True, {Listed.ONCE}, {Listed.CURRENT}),
        (False, False, set(), set()),
    ],
)
def test_listed_once_or_still(
    now: bool, before: bool, counts: set[Listed], judged: set[Listed]
) -> None:
    """在列的成立；已经移出的由人判断，依解释也成立，或者不成立（E12）。"""
    assert {r for r in Listed if facts_listings.listing_counts(now, before, listed=r)} == counts
    assert {r for r in Listed if facts_listings.listing_judged(before, listed=r)} == judged
    assert facts_listings.listing_counts(None, None, listed=Listed.CURRENT) is None
    assert facts_listings.listing_counts(None, None, listed=Listed.ONCE) is None


def test_a_list_is_known_by_its_name() -> None:
    """经营异常名录或失信名单：名称中有“失信”和“名单”的；红名单不是，其他名单由人判断。"""

    def named(name: str) -> bool | None:
        one = Listing(unit=LEAD.id, name=name, first=FIRST)
        return facts_listings.of_a_named_list(
            one,
            abnormal_lists=("经营异常名录", "异常经营名录"),
            dishonesty_lists=(("失信", "名单"), ("黑名单",)),
        )

    assert named("企业经营异常名录") is True
    assert [named(n) for n in ("严重违法失信企业名单", "虚构黑名单")] == [True, True]
    assert [named(n) for n in ("失信惩戒措施清单", "重点监控名单", "非失信名单", "失信红名单")] == [
        False
    ] * 4
    assert facts_listings.of_a_named_list(UNKNOWN, abnormal_lists=(), dishonesty_lists=()) is None


def test_misconduct_is_of_weight_unless_known_to_be_trivial() -> None:
    """其他存在违法行为的：轻微的不是，没有写明的由人判断；何日所为没有写明的依知悉之日。"""
    done = {
        v: Misconduct(unit=LEAD.id, what="虚构行为", trivial=v, on=AFTER)
        for v in (True, False, None)
    }
    assert [facts_listings.of_weight(done[v]) for v in (True, False, None)] == [False, True, True]
    assert facts_listings.of_weight(UNKNOWN) is None
    read: dict[str, Any] = {"facts_before": FactsBefore.NOT_COUNTED}
    old = Misconduct(unit=LEAD.id, what="虚构行为", occurred_on=PUBLISHED - ONE, on=AFTER)
    counted = facts_listings.misconduct_counted
    assert (counted(done[None], PUBLISHED, **read), counted(old, PUBLISHED, **read)) == (
        True,
        False,
    )
    assert counted(UNKNOWN, PUBLISHED, **read) is None


# --- item 3 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "bureau", "another"),
    [
        (BUREAU, True, False),
        ("虚构审计局", False, True),
        (LEAD.name, False, False),
        ("申请单位", False, False),
        (None, None, None),
    ],
)
def test_a_falsification_is_found_by_the_bureau_or_by_another_body(
    by: str | None, bureau: bool | None, another: bool | None
) -> None:
    """严重弄虚作假：市科技局认定的成立，其他机关的由人判断，成员单位自己所说的都不是（E13）。"""
    one = falsified(by=by)
    assert facts_falsification.found_by_bureau(one, LEADING) is bureau
    assert facts_falsification.found_by_another(one, LEADING) is another
    assert facts_falsification.found_by_bureau(UNKNOWN, LEADING) is None
    assert facts_falsification.found_by_another(UNKNOWN, LEADING) is None


@pytest.mark.parametrize(
    ("by", "another"), [("市审计局", None), ("市科技局", False), ("申请单位", False), (None, None)]
)
def test_a_members_own_word_may_be_one_that_nobody_knows_of(
    by: str | None, another: bool | None
) -> None:
    """成员单位不明的，由市科技局以外的人认定，是否成员单位自己所说不明。"""
    one = Falsification(by=by, on=date(2027, 3, 1))

    assert facts_falsification.found_by_another(one, None) is another


def _named_as_the_bureau() -> tuple[Membership, ...]:
    return (Membership(made_unit(9997, name=BUREAU), Role.PARTICIPANT, SINCE),)


def test_a_member_that_bears_the_bureaus_name_is_a_member() -> None:
    """成员单位自己所说的不是认定：名称与市科技局相同的，亦同。"""
    assert facts_falsification.found_by_bureau(falsified(), _named_as_the_bureau()) is False


@pytest.mark.parametrize(
    ("unit", "lead", "member"),
    [
        (LEAD.id, True, False),
        (MEMBER.id, False, True),
        (OTHER.id, False, False),
        (None, None, None),
    ],
)
def test_a_falsifier_is_the_lead_or_another_member(
    unit: Identifier | None, lead: bool | None, member: bool | None
) -> None:
    """由牵头单位所为，还是由其他成员单位所为：局外单位的都不是，是谁不明的不明（E13）。"""
    one = falsified(unit=unit)
    by_lead = facts_falsification.falsified_by_lead(one, (LEAD,))
    assert by_lead is lead
    assert facts_falsification.falsified_by_participant(one, LEADING, by_lead) is member


def test_a_falsifier_is_unknown_while_the_members_are() -> None:
    """系成员单位所为：成员单位不明的、是否牵头单位不明的，都不明；分支机构是其法人的成员。"""
    by_member = facts_falsification.falsified_by_participant
    ours = falsified(unit=MEMBER.id)
    assert by_member(ours, None, False) is None
    assert by_member(ours, LEADING, None) is None
    assert by_member(falsified(unit=None), LEADING, False) is None
    branch = Membership(made_unit(9996, branch_of=OTHER.id), Role.PARTICIPANT, SINCE)
    assert by_member(falsified(unit=OTHER.id), (branch,), False) is True
    assert by_member(falsified(unit=branch.unit.id), (branch,), False) is True


@pytest.mark.parametrize(
    ("lead", "member", "counts", "judged"),
    [
        (True, False, set(Falsifier), set()),
        (False, True, {Falsifier.ANY_MEMBER}, {Falsifier.LEAD}),
        (False, False, set(), set()),
    ],
)
def test_whose_falsification_counts(
    lead: bool, member: bool, counts: set[Falsifier], judged: set[Falsifier]
) -> None:
    """牵头单位所为的成立；参与单位所为的由人判断，依解释也成立，或者不成立（E13）。"""
    facts = facts_falsification
    assert {r for r in Falsifier if facts.falsifier_counts(lead, member, falsifier=r)} == counts
    assert {r for r in Falsifier if facts.falsifier_judged(member, falsifier=r)} == judged
    assert facts.falsifier_counts(None, None, falsifier=Falsifier.ANY_MEMBER) is None
    assert facts.falsifier_counts(None, True, falsifier=Falsifier.LEAD) is None


def test_a_falsification_is_no_later_than_what_it_was_committed_in() -> None:
    """发生在施行以后（A07）：写明之日；没有写明的，组建中的不晚于批复，评价中的不晚于其结果的通报。"""
    old = PUBLISHED - ONE
    formed = Consortium(id="C1", on=AFTER, recognised_on=old)
    results = (Evaluation(year=2024, events=(notified(on=old, year=2024),)),)

    def counted(
        one: Falsification | Unrecorded,
        consortium: Consortium | None = formed,
        evaluations: tuple[Evaluation, ...] = results,
    ) -> bool | None:
        return facts_falsification.falsification_counted(
            one, consortium, evaluations, PUBLISHED, facts_before=FactsBefore.NOT_COUNTED
        )

    assert (counted(falsified(occurred_on=AFTER)), counted(falsified(occurred_on=old))) == (
        True,
        False,
    )
    assert counted(falsified()) is False
    assert counted(falsified(), None) is True
    assert counted(falsified(), Consortium(id="C1", on=AFTER)) is True
    assert counted(falsified(context=None)) is True
    in_year: dict[str, Any] = {"context": "annual_evaluation"}
    assert counted(falsified(**in_year, year=2024)) is False
    assert counted(falsified(**in_year, year=2025)) is True
    assert counted(falsified(**in_year, year=2024), evaluations=(Evaluation(year=2024),)) is True
    again = Evaluation(year=2024, events=(*results[0].events, notified(on=AFTER, year=2024)))
    assert counted(falsified(**in_year, year=2024), evaluations=(again,)) is False
    assert counted(UNKNOWN) is None


def test_what_is_not_recorded_says_nothing() -> None:
    """没有记载的弄虚作假：在何处、是否严重都不明，不作没有。"""
    assert facts_falsification.falsified_in(UNKNOWN) is None
    assert facts_falsification.falsified_seriously(UNKNOWN) is None
    assert facts_falsification.falsified_by_lead(UNKNOWN, (LEAD,)) is None
