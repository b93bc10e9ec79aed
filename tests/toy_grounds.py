"""A third made-up policy: grounds for striking off, and answers that alter by themselves.

A consortium is struck off on any one of four grounds; for two years it may not come back, and on
New Year's Day a report not handed in becomes a ground. The text expires.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from innov_consortium.core.attestations import Listing
from innov_consortium.core.clauses import clause, fact, items, judged
from innov_consortium.core.evaluation import Run, evaluations_of
from innov_consortium.core.events import (
    Ended,
    Event,
    Recognised,
    ResultNotified,
    SelfReportFiled,
)
from innov_consortium.core.history import Consortium, History
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.numbers import stated
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.periods import Counting, day_after, years_from
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.records import Record, Unrecorded
from innov_consortium.core.sources import Instrument, Ledger, Status
from innov_consortium.core.steps import Step
from innov_consortium.core.turning import Reason
from innov_consortium.core.words import (
    Day,
    Int,
    Ruling,
    Truth,
    at_least,
    at_most,
    holds,
    left_open,
    more_than,
    not_,
    only_if,
)

__all__ = ["GROUNDS", "LISTS", "REPORTED", "TWICE", "Delisted"]

TABLE = """id\ttext\tgloss\tdisposition\twhere
doc.title\t虚构市联合体注销办法\tStriking-off Measures of Nowhere\tdefinition\t
art1.s1\t有下列情形之一的，可注销：\tany of these is a ground\tdeclaratory\t
art1.item1\t（一）连续两次考评不及格的；\ttwo failed results in a row;\tclause\t
art1.item2\t（二）被列入失信名单的；\ton a list;\tclause\t
art1.item3\t（三）上一年度未报送自评报告的；\tno report for the year before;\tclause\t
art1.item4\t（四）情形特别严重的。\tanything else that is grave.\tjudgement\t
art2.s1\t注销后两年内不再受理。\tnone of its applications for two years\tclause\t
art3.s1\t本办法自公布之日起施行，\tin force from publication,\tclause\t
art3.s2\t有效期至2032年12月31日。\tto the end of 2032\tclause\t
art4.s1\t市里予以组建，\tthe city recognises it\tstep\t
art4.s2\t有第一条情形的予以注销。\tand strikes it off on such a ground\tstep\t
"""


class Delisted(Reading):
    """已经移出名单的，是否仍属于“被列入”？"""

    JUDGED = ("a", "由人判断", "left to a person")
    NEVER = ("b", "不属于", "no longer listed")


@frozen(kw_only=True)
class Numbers:
    """What the text states."""

    failures: int = stated(2, "art1.item1", unit="次")
    barred_years: int = stated(2, "art2.s1", unit="年")
    last_day: date = stated(date(2032, 12, 31), "art3.s2")


# --- facts ----------------------------------------------------------------------------------------


@fact
def failed_run(consortium: Consortium) -> Run:
    """最近连续不及格的次数。"""
    results = [(e.year, r) for e in evaluations_of(consortium.events) for r in e.results]
    run: list[tuple[int, date]] = []
    for year, result in results:
        graded = isinstance(result, ResultNotified) and result.grade
        run = [*run, (year, result.on)] if graded == "failed" else []
    years = tuple(year for year, _ in run)
    gaps = tuple(y for y in range(years[0], years[-1]) if y not in years) if years else ()
    return Run(len(run), years, gaps, tuple(day for _, day in run))


@items(path="listings[{}]".format)
def listing(
    listings: tuple[Listing, ...], record: Record, day: date
) -> tuple[Listing | Unrecorded, ...]:
    """名单中的记载；记录不完整的，另有不明的。"""
    return listings if record.complete_on(day) else (*listings, Unrecorded())


@fact(each="listing", reads="record.complete_to")
def stands(listing: Listing | Unrecorded) -> bool | None:
    """尚在名单之中。"""
    return None if isinstance(listing, Unrecorded) else listing.last is None


@fact
def report_missing(consortium: Consortium, day: date) -> bool:
    """上一年度的自评报告没有报送。"""
    since = consortium.recognised_on
    filed = {e.of_year for e in consortium.all(SelfReportFiled)}
    return since is not None and since.year < day.year - 1 and day.year - 1 not in filed


@fact
def last_barred_day(consortium: Consortium, *, barred_years: int) -> date | None:
    """不再受理的最后一日。"""
    end = consortium.ended_by
    return None if end is None else years_from(end.on, barred_years, Counting.FIRST_DAY_NOT_COUNTED)


@fact
def struck_off(consortium: Consortium) -> bool:
    """已经注销。"""
    return consortium.phase is Phase.ENDED


@fact
def turns(last_barred_day: date | None, day: date, *, last_day: date) -> tuple[Reason, ...]:
    """何日起可能不同。"""
    found = [Reason(day_after(last_day), "art3.s2", "expiry")]
    found.append(Reason(date(day.year + 1, 1, 1), "art1.item3", "year_over"))
    if last_barred_day is not None:
        found.append(Reason(day_after(last_barred_day), "art2.s1", "bar_over"))
    return tuple(found)


# --- clauses --------------------------------------------------------------------------------------


@clause("art1.item1")
def failed_in_a_row(failed_run: Int, *, failures: int) -> Truth:
    """连续两次考评不及格的。"""
    return at_least(failed_run, failures)


@clause("art1.item2", each="listing", attested=True)
def listed(stands: Truth, *, delisted: Delisted) -> Truth | Ruling:
    """被列入失信名单的。"""
    gone = not_(stands) if delisted is Delisted.JUDGED else False
    return left_open(gone, holds(stands))


@clause("art1.item3")
def no_report(report_missing: Truth) -> Truth:
    """上一年度未报送自评报告的。"""
    return holds(report_missing)


@clause("art2.s1")
def not_barred(struck_off: Truth, day: Day, last_barred_day: Day) -> Ruling:
    """注销后两年内不再受理。"""
    return only_if(struck_off, more_than(day, last_barred_day))


@clause("art3.s1")
def begun(day: Day, published_on: Day) -> Truth:
    """自公布之日起施行。"""
    return at_least(day, published_on)


@clause("art3.s2")
def not_over(day: Day, *, last_day: date) -> Truth:
    """有效期至2032年12月31日。"""
    return at_most(day, last_day)


def _step(name: str, at: str, event: type[Event], way: str, rests_on: str = "") -> Step:
    after, to = way.split(" > ")
    return Step(
        name=name,
        provision=at,
        event=event,
        after=(after,),
        to=to,
        rests_on=rests_on,
        phases=(Phase.PROPOSED, Phase.RECOGNISED),
    )


#: The measures, supposed to be published at the beginning of 2026.
GROUNDS = Policy(
    code="970000",
    aliases=("CN-ZZ",),
    instrument=Instrument(
        title="虚构市联合体注销办法",
        gloss="Striking-off Measures of Nowhere",
        status=Status.PUBLISHED,
        jurisdiction="970000",
    ),
    ledger=Ledger.read(TABLE),
    numbers=Numbers(),
    readings=(
        question(
            "delisted",
            Delisted,
            default=Delisted.JUDGED,
            entry="X01",
            provisions=("art1.item2",),
            reason="条文没有说",
            reason_en="the text is silent",
        ),
    ),
    facts=(failed_run, stands, report_missing, last_barred_day, struck_off, turns),
    items=(listing,),
    inquiries=(
        Inquiry(
            name="striking_off",
            conditions=(failed_in_a_row, listed, no_report, judged("art1.item4")),
            of="history",
            grounds=True,
        ),
        Inquiry(name="coming_back", conditions=(not_barred,), of="history"),
    ),
    in_time=InTime(commencement=begun, expiry=not_over),
    steps=(
        _step("recognise", "art4.s1", Recognised, "start > active"),
        _step("strike_off", "art4.s2", Ended, "active > struck_off", "striking_off"),
    ),
    turns="turns",
).supposing_published(date(2026, 1, 1))

UNIT = Identifier("TOY", "1")
#: Two entries in a list, of which one has ended.
LISTS = (
    Listing(unit=UNIT, name="甲名单", first=date(2027, 3, 1)),
    Listing(unit=UNIT, name="乙名单", first=date(2026, 3, 1), last=date(2027, 6, 30)),
)
#: A consortium that reported on 2026 and 2027, and then no more.
REPORTED = History(
    "C1",
    (
        Recognised(on=date(2025, 6, 1)),
        SelfReportFiled(on=date(2026, 12, 1), year=2026),
        SelfReportFiled(on=date(2027, 12, 1), year=2027),
    ),
)
#: One that failed twice, with a year between, and was struck off on 2029-02-28.
TWICE = History(
    "C2",
    (
        Recognised(on=date(2025, 6, 1)),
        ResultNotified(on=date(2026, 9, 1), year=2026, grade="failed"),
        SelfReportFiled(on=date(2027, 12, 1), year=2027),
        ResultNotified(on=date(2028, 9, 1), year=2028, grade="failed"),
        Ended(on=date(2029, 2, 28), document="虚〔2029〕1号", on_request=False),
    ),
)
