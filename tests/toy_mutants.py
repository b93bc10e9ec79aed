"""A made-up policy with one clause for every word, and facts in plain Python, for mutants of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from innov_consortium.core.clauses import Force, clause, fact, items, judged
from innov_consortium.core.consortium import Application
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.numbers import stated
from innov_consortium.core.organizations import Organization
from innov_consortium.core.periods import Counting, day_after, years_from
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.register import Count
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.words import (
    Day,
    Int,
    Ruling,
    Truth,
    at_least,
    at_most,
    both,
    either,
    either_way,
    exists,
    holds,
    left_open,
    more_than,
    not_,
    only_if,
    share_at_least,
    within,
)

__all__ = ["WORDS", "Counted", "tripled"]

TABLE = "id\ttext\tgloss\tdisposition\twhere\n" + "".join(
    f"art{n}.s1\t第{n}条。\tarticle {n}\tclause\t\n" for n in range(1, 18)
)


class Counted(Reading):
    """是否含牵头单位？"""

    APART = ("a", "不含", "not counted")
    TOGETHER = ("b", "含", "counted")


class Strength(Reading):
    """“原则上”有何效力？"""

    SOFT = ("a", "可作例外", "exceptions by decision")
    WISH = ("b", "仅为倡导", "a mere wish")


@frozen(kw_only=True)
class Numbers:
    """What the text states."""

    least: int = stated(3, "art1.s1", least=2)
    most: int = stated(5, "art2.s1", least=5)
    share: Fraction = stated(Fraction(1, 2), "art4.s1")
    money: Decimal = stated(Decimal(100), "art2.s1")
    until: date = stated(date(2030, 4, 10), "art16.s1")
    topics: tuple[str, ...] = stated(("一", "二"), "art1.s1")


def _doubled(number: int) -> int:
    return number + number


def tripled(number: int) -> int:
    """Return a number three times.

    >>> tripled(2)
    6
    """
    return _doubled(number) + number


def _listed(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(n for n in numbers if n > 0)


_TABLE = {Counted.APART: tripled, Counted.TOGETHER: _doubled}


@items(path="participants[{}]".format)
def unit(application: Application) -> tuple[Organization, ...]:
    """参与单位。"""
    return application.participants


@fact
def number(application: Application, *, counted: Counted) -> int:
    """参与单位数。"""
    lead = 1 if counted is Counted.TOGETHER else 0
    return len(application.participants) + lead


@fact
def known(number: int | None) -> Count:
    """已知的数目。"""
    return Count(None, missing=("number",)) if number is None else Count(number)


@fact
def many(number: int | None) -> bool | None:
    """为数众多：三倍不少于九。"""
    if number is None:
        return None
    return tripled(number) >= 9


@fact
def told(number: int | None, *, counted: Counted) -> int | None:
    """依解释取倍数。"""
    return None if number is None else _TABLE[counted](number)


@fact
def free_from(day: date, *, counted: Counted) -> date:
    """三年期满之次日。"""
    last = years_from(day, 3, Counting.FIRST_DAY_NOT_COUNTED)
    return last if counted is Counted.TOGETHER else day_after(last)


@fact
def all_positive(number: int | None) -> bool:
    """没有一个不是正数。"""
    return number is not None and not number < 0 and all(n > 0 for n in _listed([number]))


def in_principle(*, strength: Strength) -> Force:
    """“原则上”的效力。"""
    return Force.IN_PRINCIPLE if strength is Strength.SOFT else Force.ENCOURAGEMENT


@clause("art1.s1", force=in_principle)
def enough(known: Int, *, least: int) -> Truth:
    """不少于三家。

    >>> [enough(n, least=3) for n in (2, 3)]
    [False, True]
    """
    return at_least(known, least)


@clause("art2.s1")
def few(known: Int, *, most: int) -> Truth:
    """不超过五家。"""
    return at_most(known, most)


@clause("art3.s1", force=Force.IN_PRINCIPLE, attested=True)
def above(known: Int, *, least: int) -> Truth:
    """超过三家。"""
    return more_than(known, least)


@clause("art4.s1")
def share_there(known: Int, told: Int, *, share: Fraction) -> Truth:
    """占比不少于一半。"""
    return share_at_least(known, told, share)


@clause("art5.s1")
def some(known: Int) -> Truth:
    """有。"""
    return exists(known)


@clause("art6.s1")
def in_between(day: Day, free_from: Day, *, until: date) -> Truth:
    """期内。"""
    return within(day, free_from, until)


@clause("art7.s1")
def both_hold(many: Truth, all_positive: Truth) -> Truth:
    """并且。"""
    return both(many, all_positive)


@clause("art8.s1")
def one_holds(many: Truth, all_positive: Truth) -> Truth:
    """或者。"""
    return either(many, all_positive)


@clause("art9.s1")
def does_not_hold(many: Truth) -> Truth:
    """非。"""
    return not_(many)


@clause("art10.s1")
def where_it_applies(many: Truth, all_positive: Truth) -> Ruling:
    """仅当。"""
    return only_if(many, all_positive)


@clause("art11.s1", attested=("市里",))
def judged_where_many(many: Truth, all_positive: Truth) -> Ruling:
    """由人判断。"""
    return left_open(many, all_positive)


@clause("art12.s1")
def whatever(many: Truth, all_positive: Truth) -> Truth:
    """无论如何。"""
    return either_way(all_positive, many)


@clause("art13.s1", displaces=lambda: (("art1.s1", "art2.s1"),))
def decided_otherwise(all_positive: Truth) -> Truth:
    """另行决定。"""
    return holds(all_positive)


@clause("art15.s1")
def begun(day: Day, published_on: Day) -> Truth:
    """自公布之日起施行。"""
    return at_least(day, published_on)


@clause("art16.s1")
def not_over(day: Day, *, until: date) -> Truth:
    """有效期至2030年4月10日。"""
    return at_most(day, until)


@clause("art17.s1")
def former_repealed(day: Day, published_on: Day) -> Truth:
    """原办法同时废止。"""
    return at_least(day, published_on)


#: The measures of words, supposed to be published at the beginning of 2025.
WORDS = Policy(
    code="960000",
    aliases=("CN-WW",),
    instrument=Instrument(
        title="虚构词语办法",
        gloss="Measures of Words",
        status=Status.PUBLISHED,
        jurisdiction="960000",
    ),
    ledger=Ledger.read(TABLE),
    numbers=Numbers(),
    readings=(
        question(
            "counted",
            Counted,
            default=Counted.APART,
            entry="X01",
            provisions=("art1.s1",),
            reason="条文没有说",
            reason_en="the text is silent",
        ),
        question(
            "strength",
            Strength,
            default=Strength.SOFT,
            entry="X02",
            provisions=("art1.s1",),
            reason="条文没有说",
            reason_en="the text is silent",
        ),
    ),
    facts=(number, known, many, told, free_from, all_positive),
    items=(unit,),
    inquiries=(
        Inquiry(
            name="formation",
            conditions=(
                enough,
                few,
                above,
                share_there,
                some,
                in_between,
                both_hold,
                one_holds,
                where_it_applies,
                judged_where_many,
                judged("art14.s1", each="unit"),
                judged("art14.s1", only_if="many"),
            ),
            context=(does_not_hold, whatever, decided_otherwise),
        ),
    ),
    in_time=InTime(commencement=begun, expiry=not_over, others=(former_repealed,)),
    applicants=("本单位", "申请人"),
    vocabulary=(("grades", ("甲", "乙")),),
).supposing_published(date(2025, 1, 1))
