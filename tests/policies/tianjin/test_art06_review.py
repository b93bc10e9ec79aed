"""第六条第三、四项：审核推荐与专家评审——所在区审核、推荐意见、提交、第三方、答辩、意见。"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import (
    COMPLETE,
    LEAD,
    PARTICIPANTS,
    made_attestation,
    made_unit,
)
from tests.policies.tianjin.lives import (
    AGENCY,
    CALLED,
    DEFENDED,
    DISTRICT,
    FILED,
    FORWARDED,
    GIVEN,
    PUBLIC,
    REVIEWED,
    approved,
    because,
    decided,
    declined,
    defended,
    filed,
    forwarded,
    lacks,
    life,
    measures,
    publicised,
    refused,
    reviewed,
    stands,
    taken_back,
    verdict,
)

from innov_consortium.core.attestations import SpecialCase
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.checking import entities_of
from innov_consortium.core.events import Event
from innov_consortium.core.organizations import Identifier, Organization
from innov_consortium.core.periods import Window
from innov_consortium.core.plan import ENTITIES
from innov_consortium.core.register import Register
from innov_consortium.core.sanctions import Bar
from innov_consortium.policies.tianjin.events import (
    DistrictOpinion,
    ExpertOpinion,
    ReviewMode,
)
from innov_consortium.policies.tianjin.facts_lead import determined_by_another
from innov_consortium.policies.tianjin.facts_review import agency_is_third_party

OWN, OPINION = ("art6.item3.s2a", "reviewed_by_own_district"), "art6.item3.s2b"
FORWARD = ("art6.item3.s2c", "forwarded_by_own_district")
BARRED = ("art11.p2.s1b", "lead_not_barred")
FORMER_LEAD = ("art11.p2.s1c", "no_successor_of_a_former_lead")
ORDER = "step_order"
BLOCKED = (*FILED, declined())
OTHER = "河东区科技主管部门"


def order(*provisions: str) -> list[tuple[str, str]]:
    """Return what is said where these steps are missing."""
    return [(provision, ORDER) for provision in provisions]


# --- 各区科技主管部门对申请材料进行审核，并出具推荐意见 -------------------------------------------


def test_the_district_reviews_and_recommends() -> None:
    """The district of the lead, once it is filed."""
    assert stands(FILED, reviewed()) == "granted"


def test_nothing_is_reviewed_before_it_is_filed() -> None:
    """The step that is missing is named."""
    assert because(decided(CALLED, reviewed()))[:1] == order("art6.item2.s2a")


def test_another_district_does_not_review() -> None:
    """所在区（art. 22）: another one's review is refused."""
    assert because(decided(FILED, reviewed(by=OTHER))) == [OWN]


def test_the_review_of_a_zone_is_that_of_the_zone() -> None:
    """A lead in 泰达 is reviewed there, not by 滨海新区."""
    application = evolve(COMPLETE.application, lead=evolve(LEAD, zone="泰达"))
    office = "天津经济技术开发区科技主管部门"
    before = (*CALLED, filed(application=application, recipient=office))
    assert stands(before, reviewed(by=office)) == "granted"
    assert because(decided(before, reviewed())) == [OWN]


@pytest.mark.parametrize("days", [0, 1, 400])
def test_the_text_gives_the_district_no_time_limit(days: int) -> None:
    """On the day of filing, the day after or a year later: no limit is invented."""
    on = date.fromordinal(date(2026, 3, 2).toordinal() + days)
    assert stands(FILED, reviewed(on=on)) == "granted"


@pytest.mark.parametrize(
    ("field", "where"),
    [("by", "events[district_reviewed].by"), ("opinion", "events[district_reviewed].opinion")],
)
def test_what_is_left_out_of_the_review_is_missing(field: str, where: str) -> None:
    """Who reviewed and what it says: not known is not the wrong one, nor a negative one."""
    assert where in lacks(decided(FILED, reviewed(**{field: None})))


@pytest.mark.parametrize("by", [OTHER, "市科技局", LEAD.name, PARTICIPANTS[0].name])
def test_another_offices_review_recorded_all_the_same_is_no_review(by: str) -> None:
    """Neither the lead's own office nor the one filed with: nothing is forwarded on it."""
    said = because(decided((*FILED, reviewed(by=by)), forwarded()))
    assert said == [(OPINION, "district_recommended")]


@pytest.mark.parametrize("by", [None, "某科技主管部门"])
def test_whose_review_it_was_must_be_known_before_it_is_forwarded(by: str | None) -> None:
    """Not known to be another's it may be the review: the forwarding waits."""
    said = decided((*FILED, reviewed(by=by)), forwarded())
    assert (verdict(said), because(said)) == ("deferred", [(OPINION, "district_recommended")])
    assert lacks(said) == {"events[district_reviewed].by"}


def test_the_office_it_was_filed_with_reviews_it_though_it_is_the_wrong_one() -> None:
    """C02: a finding at each of its acts, and no nullity of what follows."""
    wrong = (*CALLED, filed(recipient=OTHER))
    assert because(decided(wrong, reviewed(by=OTHER))) == [OWN]
    reviewed_there = (*wrong, reviewed(by=OTHER))
    assert because(decided(reviewed_there, forwarded(by=OTHER))) == [FORWARD]
    assert stands(reviewed_there, forwarded()) == "granted"
    sent = (*reviewed_there, forwarded(by=OTHER))
    assert stands(sent, defended()) == "granted"
    assert stands((*sent, defended(), publicised()), approved()) == "granted"


@pytest.mark.parametrize("opinion", list(DistrictOpinion))
def test_anothers_review_takes_nothing_from_the_own_districts(opinion: DistrictOpinion) -> None:
    """Recorded after it, whatever it says: the own district has recommended."""
    other = reviewed(by=OTHER, on=date(2026, 3, 21), opinion=opinion)
    assert stands((*REVIEWED, other), forwarded()) == "granted"


@pytest.mark.parametrize("name", ["天津滨海新区虚构科技有限公司", "泰达虚构科技有限公司"])
def test_a_member_whose_name_begins_with_a_district_is_no_office(name: str) -> None:
    """各区科技主管部门: the lead does not review itself, whatever it is called."""
    lead = evolve(LEAD, name=name, zone="泰达" if name.startswith("泰达") else "滨海新区")
    act = filed(by=name, application=evolve(COMPLETE.application, lead=lead))
    before = (*CALLED, act, reviewed(by=name))
    assert because(decided(before, forwarded()))[:1] == [(OPINION, "district_recommended")]


def test_an_office_nobody_can_place_is_not_another_district() -> None:
    """A name that tells no district leaves it open."""
    assert because(decided(FILED, reviewed(by="某科技主管部门"))) == [OWN]
    assert stands(FILED, reviewed(by="某科技主管部门")) == "deferred"


def test_the_district_need_not_recommend() -> None:
    """审核: it may come to the other result, and then the application is blocked there (C03)."""
    assert stands(FILED, declined()) == "granted"
    assert stands(FILED, declined(by=OTHER)) == "refused"
    assert because(decided(BLOCKED, forwarded())) == [
        *order("art6.item3.s2a"),
        (OPINION, "district_recommended"),
    ]


@pytest.mark.parametrize("option", ["needed", "forwarded"])
def test_a_review_that_gives_no_opinion_blocks_as_well(option: str) -> None:
    """出具推荐意见: none given is no recommendation, nor an opinion to be forwarded (C03)."""
    act = declined(opinion=DistrictOpinion.NONE)
    assert stands(FILED, act, district_opinion_needed=option) == "granted"
    said = decided((*FILED, act), forwarded(), district_opinion_needed=option)
    assert (OPINION, "district_recommended") in because(said)


@pytest.mark.parametrize("opinion", [DistrictOpinion.NOT_RECOMMEND, DistrictOpinion.NONE])
def test_where_the_district_must_always_recommend_it_does_not_decline(
    opinion: DistrictOpinion,
) -> None:
    """C03 (c): no such row, so it is refused as what the text has no place for at that time."""
    always = frozenset({("district_opinion_needed", "always")})
    assert "decline" not in {s.name for s in measures(always).rows}
    act = declined(opinion=opinion)
    said = [
        stands(before, what, district_opinion_needed="always")
        for before, what in (
            (FILED, act),
            ((*FILED, act), forwarded()),
            (FILED, reviewed()),
            (REVIEWED, forwarded()),
        )
    ]
    assert said == ["refused", "refused", "granted", "granted"]


def test_what_was_blocked_may_be_recommended_later() -> None:
    """The text sets no end to the district's review: a recommendation opens the way again."""
    again = reviewed(on=date(2026, 3, 22))
    assert stands(BLOCKED, again) == "granted"
    assert stands((*BLOCKED, again), forwarded()) == "granted"


@pytest.mark.parametrize("act", [refused, taken_back], ids=["refused", "taken back"])
def test_what_was_blocked_may_be_ended(act: Any) -> None:
    """Blocked is no end in itself: the bureau may refuse, the lead take it back."""
    assert stands(BLOCKED, act()) == "granted"


def test_nobody_but_the_bureau_refuses_an_application() -> None:
    """The district gives an opinion; it does not decide."""
    said = decided(BLOCKED, refused(by=DISTRICT))
    assert because(said) == [("art6.item5.s2c", "step_actor")]
    assert lacks(decided(BLOCKED, refused(by=None))) == {"act.by"}


# --- 提交至市科技局 -------------------------------------------------------------------------------


def test_the_district_forwards_what_it_recommends() -> None:
    """On the day of the review or later."""
    days = (date(2026, 3, 20), date(2026, 3, 21), date(2027, 3, 20))
    assert [stands(REVIEWED, forwarded(on=d)) for d in days] == ["granted"] * 3


@pytest.mark.parametrize("by", [OTHER, "天津经济技术开发区科技主管部门"])
def test_another_district_does_not_forward(by: str) -> None:
    """Whose office it is, as for the review."""
    assert because(decided(REVIEWED, forwarded(by=by))) == [FORWARD]


def test_who_forwarded_must_be_known() -> None:
    """Not known is not another district."""
    assert lacks(decided(REVIEWED, forwarded(by=None))) == {"events[forwarded].by"}


@pytest.mark.parametrize(
    ("by", "decision"),
    [(OTHER, "refused"), ("市科技局", "refused"), (LEAD.name, "refused"), (None, "deferred")],
)
def test_what_another_has_forwarded_is_not_before_the_bureau(by: str | None, decision: str) -> None:
    """提交至市科技局 is the district's: recorded all the same it carries no list, no approval."""
    before = (*REVIEWED, forwarded(by=by), defended())
    for way, act in ((before, publicised()), ((*before, publicised()), approved())):
        said = decided(way, act)
        assert verdict(said) == decision
        assert because(said) == [("art6.item3.s2c", "forwarded_to_bureau")]


def barring(lead: Organization, first: date, last: date) -> Bar:
    """Return that a legal person is barred for some days."""
    return Bar(unit=lead.legal_person, window=Window(first, last), consortium="C0")


@pytest.mark.parametrize(
    ("first", "last", "decision"),
    [
        (date(2026, 3, 24), date(2029, 3, 24), "granted"),
        (date(2026, 3, 23), date(2029, 3, 23), "refused"),
        (date(2023, 3, 22), date(2026, 3, 22), "granted"),
        (date(2023, 3, 23), date(2026, 3, 23), "refused"),
        (date(2023, 3, 24), date(2026, 3, 24), "refused"),
    ],
)
def test_of_a_barred_lead_nothing_is_taken_on_that_day(
    first: date, last: date, decision: str
) -> None:
    """三年内不再受理: presented to the bureau on 2026-03-23; its first and last day bar (C07)."""
    given = evolve(GIVEN, register=evolve(GIVEN.register, bars=(barring(LEAD, first, last),)))
    said = decided(REVIEWED, forwarded(), given)
    assert (verdict(said), because(said)) == (
        decision,
        [] if decision == "granted" else [BARRED],
    )


def test_a_bar_does_not_keep_it_from_the_district() -> None:
    """C07 (a): what counts is presentation to the bureau; filing and review go on."""
    bars = (barring(LEAD, date(2026, 1, 1), date(2028, 12, 31)),)
    given = evolve(GIVEN, register=evolve(GIVEN.register, bars=bars))
    assert [stands(CALLED, filed(), given), stands(FILED, reviewed(), given)] == ["granted"] * 2


def test_only_the_lead_is_asked_whether_it_is_barred() -> None:
    """E08: a former lead may take part in what another leads."""
    bars = tuple(barring(u, date(2026, 1, 1), date(2028, 12, 31)) for u in PARTICIPANTS)
    given = evolve(GIVEN, register=evolve(GIVEN.register, bars=bars))
    assert stands(REVIEWED, forwarded(), given) == "granted"


@pytest.mark.parametrize(
    ("to", "decision"),
    [
        (None, "deferred"),
        (date(2026, 3, 22), "deferred"),
        (date(2026, 3, 23), "granted"),
        (date(2026, 3, 24), "granted"),
    ],
)
def test_that_no_bar_is_known_is_not_that_there_is_none(to: date | None, decision: str) -> None:
    """Only a register complete to the day of the forwarding shows that the lead is free."""
    known = Register() if to is None else Register.complete(to=to)
    said = decided(REVIEWED, forwarded(), evolve(GIVEN, register=known))
    assert (verdict(said), because(said)) == (
        decision,
        [] if decision == "granted" else [BARRED, FORMER_LEAD],
    )
    if decision == "deferred":
        assert lacks(said) == {"register.complete_to"}


def test_the_day_before_the_review_nothing_is_forwarded() -> None:
    """The step that is missing is named."""
    said = decided(REVIEWED, forwarded(on=date(2026, 3, 19)))
    assert order("art6.item3.s2a")[0] in because(said)


def test_an_opinion_nobody_knows_lets_nothing_be_forwarded_or_refused() -> None:
    """A recorded review whose opinion is not known: neither a recommendation nor its want."""
    before = (*FILED, reviewed(opinion=None))
    said = decided(before, forwarded())
    assert "events[district_reviewed].opinion" in lacks(said)


# --- 市科技局委托第三方服务机构，组织专家……答辩评审 ----------------------------------------------


def test_an_agency_holds_the_oral_defence() -> None:
    """Third party, oral defence, opinion."""
    assert stands(FORWARDED, defended()) == "granted"


@pytest.mark.parametrize(
    "agency",
    [
        "市科技局",
        "天津市科技局",
        "天津市科学技术局",
        LEAD.name,
        LEAD.id.value,
        PARTICIPANTS[0].name,
        PARTICIPANTS[5].name,
    ],
)
def test_neither_the_bureau_nor_a_member_is_a_third_party(agency: str) -> None:
    """第三方: whoever commissions and whoever applies is none."""
    said = decided(FORWARDED, defended(agency=agency))
    assert because(said) == [("art6.item4.s2a", "third_party_commissioned")]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_member_known_abroad_is_no_third_party_whatever_it_is_called(place: int) -> None:
    """By its name, or by its code with and without the register's name in front."""
    foreign = made_unit(81, id=Identifier("LEI", "529900T8BM49AURSDO55"))
    application = evolve(COMPLETE.application, participants=(*PARTICIPANTS, foreign))
    review = defended(agency=foreign.called[place])
    assert agency_is_third_party(review, application) is False
    assert agency_is_third_party(evolve(review, agency="另一机构"), application) is True


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_member_known_abroad_neither_determines_nor_attests(place: int) -> None:
    """Its own word does not count, whatever it calls itself (art. 7)."""
    foreign = made_unit(81, id=Identifier("LEI", "529900T8BM49AURSDO55"))
    application = evolve(COMPLETE.application, participants=(*PARTICIPANTS, foreign))
    special = SpecialCase(
        ground="art7.s1a", determined_by=foreign.called[place], determined_on=date(2026, 1, 5)
    )
    assert determined_by_another(application, special) is False
    assert determined_by_another(application, evolve(special, determined_by="另一机构")) is True
    words = (made_attestation("art7.s1b", by=foreign.called[place]), made_attestation("art7.s1b"))
    case = Case(application=application, attestations=words)
    attested = entities_of(measures(), case, date(2026, 3, 1))[ENTITIES.index("attested")]
    assert attested.attestations == words[1:]


@pytest.mark.parametrize("mode", [ReviewMode.WRITTEN, ReviewMode.OTHER])
def test_a_review_on_paper_is_no_defence(mode: ReviewMode) -> None:
    """答辩评审: not in writing, nor otherwise."""
    said = decided(FORWARDED, defended(mode=mode))
    assert because(said) == [("art6.item4.s2b", "defended_orally")]


@pytest.mark.parametrize("opinion", list(ExpertOpinion))
def test_whatever_the_experts_say_is_an_opinion(opinion: ExpertOpinion) -> None:
    """提出评审意见: there must be one; which one is theirs."""
    said = decided(FORWARDED, defended(opinion=opinion))
    none = opinion is ExpertOpinion.NONE
    assert because(said) == ([("art6.item4.s2c", "experts_gave_opinion")] if none else [])


@pytest.mark.parametrize("field", ["agency", "mode", "opinion"])
def test_what_is_left_out_of_the_expert_review_is_missing(field: str) -> None:
    """Agency, manner, opinion: what nobody says is neither in order nor amiss."""
    missing = lacks(decided(FORWARDED, defended(**{field: None})))
    assert missing == {f"events[expert_reviewed].{field}"}


@pytest.mark.parametrize("before", [FILED, REVIEWED, BLOCKED], ids=["filed", "reviewed", "blocked"])
def test_experts_review_what_was_forwarded(before: tuple[Event, ...]) -> None:
    """The forwarding that is missing is named."""
    assert ("art6.item3.s2c", ORDER) in because(decided(before, defended()))


def test_forwarded_in_the_morning_defended_in_the_afternoon() -> None:
    """Steps of one day stand in the order in which they were recorded (C06)."""
    assert stands(FORWARDED, defended(on=date(2026, 3, 23))) == "granted"
    assert stands(REVIEWED, defended(on=date(2026, 3, 23))) == "refused"


# --- every step in its place ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "act", "missing"),
    [
        ((), reviewed(), ["art6.item1.s2a", "art6.item2.s2a"]),
        (CALLED, forwarded(), ["art6.item2.s2a", "art6.item3.s2a"]),
        (FILED, defended(), ["art6.item3.s2a", "art6.item3.s2c"]),
        (REVIEWED, publicised(), ["art6.item3.s2c", "art6.item4.s2a"]),
        (FORWARDED, approved(), ["art6.item4.s2a", "art6.item5.s2b"]),
        (
            (),
            approved(),
            [
                "art6.item1.s2a",
                "art6.item2.s2a",
                "art6.item3.s2a",
                "art6.item3.s2c",
                "art6.item4.s2a",
                "art6.item5.s2b",
            ],
        ),
    ],
    ids=["review", "forward", "expert review", "publicise", "approve", "approve from nothing"],
)
def test_an_act_without_its_predecessors_names_them_all(
    before: tuple[Event, ...], act: Event, missing: list[str]
) -> None:
    """Each step that is missing is a finding under its own provision, in the order of the law."""
    said = because(decided(before, act))
    assert [provision for provision, name in said if name == ORDER] == missing


@pytest.mark.parametrize(
    ("before", "act"),
    [
        (FORWARDED, reviewed(on=date(2026, 4, 1))),
        (FORWARDED, declined(on=date(2026, 4, 1))),
        (DEFENDED, forwarded(on=date(2026, 5, 1))),
        (PUBLIC, defended(on=date(2026, 5, 20))),
        (PUBLIC, publicised(on=date(2026, 5, 20), last=date(2026, 5, 25))),
    ],
    ids=["review", "decline", "forward", "expert review", "publicise"],
)
def test_a_step_is_not_taken_again_once_the_next_one_is(
    before: tuple[Event, ...], act: Event
) -> None:
    """No way leads back: refused for its place, under its own provision."""
    said = decided(before, act)
    assert verdict(said) == "refused"
    assert [name for _, name in because(said)] == [ORDER]


def test_the_procedure_shows_how_far_it_has_come() -> None:
    """On 2026-03-21 the district has reviewed; what comes later is not asked yet."""
    dossier = Dossier(history=life(PUBLIC), register=GIVEN.register)
    report = measures().check("procedure", dossier, on=date(2026, 3, 21))
    found = {f.provision: f.outcome.value for f in report if f.provision.startswith("art6")}
    assert {p for p, outcome in found.items() if outcome == "met"} == {
        "art6.item1.s2a",
        "art6.item2.s2a",
        "art6.item2.s2b",
        "art6.item2.s2c",
        "art6.item2.s2d",
        "art6.item3.s2a",
        "art6.item3.s2b",
    }
    assert {o for o in found.values() if o != "met"} == {"not_applicable"}


def test_names_of_the_opinions_and_the_agency_are_those_of_the_text() -> None:
    """推荐意见 is one of two, or there is none; an agency is anybody else's name."""
    assert [o.value for o in DistrictOpinion] == ["recommend", "not_recommend", "none"]
    assert stands(FORWARDED, defended(agency=AGENCY + "甲")) == "granted"
