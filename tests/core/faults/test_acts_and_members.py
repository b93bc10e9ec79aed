"""Sentences that send whoever reads them to what is really wrong, where two things may be.

The same place may be wrong in two ways, and what helps against one leads astray in the other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.conftest import DRAFT
from tests.core.filings import APPLICATION, FIRST, MEASURES, at, day, filed, put_on_file
from tests.core.test_additional import CALL
from tests.toy_filing import FILING
from tests.toy_grounds import GROUNDS

from innov_consortium.core.attestations import Interpretation
from innov_consortium.core.case import Case
from innov_consortium.core.comparing import compare
from innov_consortium.core.consortium import Agreement
from innov_consortium.core.decide import decide
from innov_consortium.core.events import CallIssued, Corrected, Filed
from innov_consortium.core.figures import AnnualFigure
from innov_consortium.core.history import History
from innov_consortium.core.organizations import Identifier, MemberKey, OrganizationKind
from innov_consortium.core.policy import Policy
from innov_consortium.core.reforms import Reform
from innov_consortium.core.usability import interpretation_faults
from innov_consortium.errors import InvalidInputError

LAW = MemberKey(Identifier("LEI", "529900T8BM49AURSDO55"), "法学院")
UNIVERSITY = evolve(FIRST, id=LAW.id, kind=OrganizationKind.UNIVERSITY, college="法学院")


def told(make: Callable[[], object]) -> list[tuple[str, str, str]]:
    """Return the place and the sentences of all that is told of what cannot be."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.path, f.zh, f.en) for f in caught.value.faults]


def test_an_act_of_another_day_is_not_helped_by_replaying() -> None:
    """The history is as of the day asked about; it is the act that says another."""
    assert told(lambda: decide(MEASURES, at(3, filed(2)), put_on_file(4), day(3))) == [
        (
            "act.on",
            "是 2026-03-04 的，而所问之日是 2026-03-03；请问该日，或者更正行为的日期",
            (
                "is of 2026-03-04, but the day asked about is 2026-03-03; "
                "ask of that day, or correct the day of the act"
            ),
        )
    ]


def test_the_report_of_an_act_is_no_report_of_a_check() -> None:
    """Nothing but the same act can be set beside it: no check has its name."""
    act = decide(MEASURES, at(3, filed(2)), put_on_file(3), day(3)).report
    check = FILING.supposing_published(date(2026, 1, 1)).check(
        "formation", Case(application=APPLICATION), on=day(3)
    )
    ((place, zh, en), *_) = told(lambda: compare(act, check))
    assert place == "after.inquiry"
    assert zh.endswith("请用同一询问的报告比较，不同询问并列请用 Timeline")
    assert "; compare with a report of the same question, or put both side by side" in en
    ((_, zh, _), *_) = told(lambda: compare(check, act))
    assert "请用 check('formation', …) 的报告比较" in zh


def test_the_lead_is_not_listed_beside_itself() -> None:
    """Listing it among the participants, too, would only be the next fault."""
    assert told(lambda: evolve(APPLICATION, co_leads=(FIRST.key,))) == [
        ("co_leads[0]", "牵头单位本身不列入", "the lead itself is not listed here")
    ]


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        (
            LAW._replace(college=None),
            f"{LAW.id} 不是成员单位；该单位以学院 '法学院' 参加",
            f"{LAW.id} is not a member; it takes part by its college '法学院'",
        ),
        (
            LAW._replace(college="商学院"),
            f"{LAW.id}（学院 '商学院'）不是成员单位；该单位以学院 '法学院' 参加",
            f"{LAW.id} (college '商学院') is not a member; it takes part by its college '法学院'",
        ),
        (
            APPLICATION.participants[0].key._replace(college="法学院"),
            f"{APPLICATION.participants[0].id}（学院 '法学院'）不是成员单位；该单位不以学院参加",
            (
                f"{APPLICATION.participants[0].id} (college '法学院') is not a member; "
                "it takes part by no college"
            ),
        ),
    ],
    ids=["no college named", "another college", "a college too many"],
)
def test_a_university_that_is_no_member_may_be_one_by_its_college(
    key: MemberKey, zh: str, en: str
) -> None:
    """In the agreement and among those that apply together: the sentence is the same."""
    joined = evolve(APPLICATION, lead=UNIVERSITY)
    agreement = Agreement(signatories=frozenset({key}))
    assert told(lambda: evolve(joined, agreement=agreement)) == [("agreement.signatories", zh, en)]
    assert told(lambda: Filed(on=day(1), application=joined, co_applicants=frozenset({key}))) == [
        ("co_applicants", zh, en)
    ]


def test_a_lead_by_another_college_is_not_listed_either() -> None:
    """Nor is a university that takes part by a college sent to list itself once more."""
    led = evolve(APPLICATION, lead=UNIVERSITY)
    ((_, zh, en),) = told(lambda: evolve(led, co_leads=(LAW._replace(college=None),)))
    assert (zh, en) == ("牵头单位本身不列入", "the lead itself is not listed here")
    beside = evolve(UNIVERSITY, college="商学院")
    both = evolve(led, participants=(*APPLICATION.participants, beside))
    ((_, zh, _),) = told(lambda: evolve(both, co_leads=(LAW,)))
    assert zh == "牵头单位本身不列入"
    other = MemberKey(Identifier("LEI", "5299000000000000U000"), "理学院")
    colleges = [evolve(UNIVERSITY, id=other.id, college=c) for c in ("理学院", "工学院")]
    joined = evolve(APPLICATION, participants=(*APPLICATION.participants, *colleges))
    ((_, zh, en),) = told(lambda: evolve(joined, co_leads=(other._replace(college="文学院"),)))
    assert (
        zh == f"{other.id}（学院 '文学院'）不在参与单位之列；该单位以学院 '工学院'、'理学院' 参加"
    )
    assert en.endswith(
        "is none of the participants; it takes part by its college '工学院', '理学院'"
    )
    odd: Any = MemberKey(other.id, 5)  # type: ignore[arg-type] # whatever a caller hands over
    ((place, _, _),) = told(lambda: evolve(joined, co_leads=(odd,)))
    assert place == "co_leads[0]"


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (0, [("year", "0 不是年份", "0 is no year")]),
        (10_000, [("year", "10000 不是年份", "10000 is no year")]),
    ],
)
def test_a_call_is_made_for_a_year(year: int, said: list[tuple[str, str, str]]) -> None:
    """The first and the last year of the calendar are some; not saying one is allowed."""
    assert told(lambda: CallIssued(on=day(1), year=year)) == said
    assert [CallIssued(on=day(1), year=y).year for y in (None, 1, 9999)] == [None, 1, 9999]


def test_a_figure_is_of_a_year() -> None:
    """One that was stated on a day of no year is told of as such, and not by a mere crash."""
    given: dict[str, Any] = {"unit": FIRST.id, "metric": "revenue", "value": Decimal(1)}
    given |= {"year": None, "on": day(1)}
    assert told(lambda: AnnualFigure(**given)) == [
        ("year", "应为 int，而不是 NoneType", "must be int, not NoneType")
    ]


def test_a_correction_and_what_stands_instead_have_not_one_id() -> None:
    """Of the two, nobody could tell which is corrected next; that of what is corrected will do."""
    wrong = CallIssued(on=day(1), id="a")
    right = evolve(wrong, on=day(2), id="")
    correction = Corrected(on=day(3), of="a", id="b", instead=right)
    for free in ("", "a", "c"):
        History("C1", (wrong, evolve(correction, instead=evolve(right, id=free))))
    itself = evolve(correction, id="x", of="x", instead=evolve(right, id="x"))
    assert told(lambda: History("C1", (itself,))) == [
        ("events[0].of", "没有在前的事件 'x'", "names no earlier event: 'x'")
    ]
    taken = evolve(correction, instead=evolve(right, id="b"))
    assert told(lambda: History("C1", (wrong, taken))) == [
        ("events[1].instead.id", "与更正本身同号", "is the id of the correction itself")
    ]


def test_where_nobody_interprets_a_text_that_is_said() -> None:
    """And not the beginning of a list of nobody."""
    assert GROUNDS.interpreting_bodies == ()
    choice = DRAFT.readings[0]
    deaf = evolve(DRAFT, interpreting_bodies=())
    one = Interpretation(
        reading=choice.name, option=choice.option.option, by="某局", on=day(1), document="某文"
    )
    (fault,) = interpretation_faults(deaf, Case(application=APPLICATION, interpretations=(one,)))
    assert (fault.path, fault.zh, fault.en) == (
        "interpretations[0].by",
        "某局 不是解释主体；有权解释的是：无",
        "某局 does not interpret this text; those who do: none",
    )


def test_of_three_reforms_of_one_name_each_is_told_once() -> None:
    """Beside the first of them; whatever they are added to."""
    one = Reform(name="甲", numbers={"fewest": 2}, last=day(1))
    others = [evolve(one, first=day(n), last=day(n)) for n in (2, 3)]
    policy: Policy = MEASURES
    number = next(iter(policy.every_number)).name
    said = told(lambda: policy.reformed(*(evolve(r, numbers={number: 2}) for r in (one, *others))))
    assert [(place, en) for place, _, en in said if place.endswith(".name")] == [
        ("reforms[1].name", "has the name of reforms[0]: '甲'"),
        ("reforms[2].name", "has the name of reforms[0]: '甲'"),
    ]
    unsound: Any = "乙"
    reformed = policy.reformed(evolve(one, numbers={number: 2}))
    assert [place for place, _, _ in told(lambda: reformed.reformed(unsound))] == ["reforms[1]"]


def test_what_is_asked_beside_a_policy_is_told_of_by_its_places() -> None:
    """Every condition that is none, and every fact, each where it stands."""
    three: Any = (*CALL.conditions, ("filing", *CALL.conditions[0]))
    assert told(lambda: evolve(CALL, conditions=three)) == [
        (
            f"conditions[{len(CALL.conditions)}]",
            "应为两项：询问的名称和规范",
            "must be two: the name of an inquiry, and a norm",
        )
    ]
    nobody: Any = ((1, CALL.conditions[0][1]), ("filing", "a clause"))
    assert [place for place, _, _ in told(lambda: evolve(CALL, conditions=nobody))] == [
        "conditions[0][0]",
        "conditions[1][1]",
    ]
    no_facts: Any = ("a fact", "another")
    assert [place for place, _, _ in told(lambda: evolve(CALL, facts=no_facts))] == [
        "facts[0]",
        "facts[1]",
    ]
