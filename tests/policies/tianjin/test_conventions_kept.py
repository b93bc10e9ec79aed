"""每一条约定都有测试守着：约定的每一句，由以其条目命名的测试引用（「……」），并举例说明。

The tests are here (A) and in the files beside this one, by the letter of the entry.
"""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.policies.tianjin.conftest import COMPLETE, DAY, LEAD, PUBLISHED
from tests.policies.tianjin.lives import (
    FORMED,
    GIVEN,
    PUBLIC,
    UNBLEMISHED,
    approved,
    at,
    call,
    change_approved,
    filed,
    finding_of,
    graded,
    imposed,
    judgment,
    knowing,
    life,
    measures,
    noticed,
    report_of,
    reported,
    stands,
    submitted,
    verdict,
)

from innov_consortium.core.attestations import Listing
from innov_consortium.core.case import Surroundings
from innov_consortium.core.changes import ChangeKind
from innov_consortium.core.decide import decide
from innov_consortium.core.events import Event, ResultCorrected
from innov_consortium.core.records import Falsification, Misconduct
from innov_consortium.core.registering import duties, register
from innov_consortium.core.report import Answer, Mark
from innov_consortium.core.sources import ForceInTime
from innov_consortium.policies.tianjin import TIANJIN
from innov_consortium.testing import ask

OLD = "津科资〔2023〕83号"
EVE, LAST, AFTER = date(2025, 4, 10), date(2030, 4, 10), date(2030, 4, 11)
#: A consortium of the earlier plan.
BEGUN = (
    filed(on=date(2023, 9, 1), under=OLD),
    approved(on=date(2024, 3, 1), under=OLD),
)


# --- every statement is quoted by a test ----------------------------------------------------------

_NAMED = re.compile(r"test_([a-f]\d\d|art\d+)_\w+")
_QUOTED = re.compile(r"「([^」]+)」")


def kept() -> list[tuple[str, str]]:
    """Return the entry each test is named by, with what it quotes of a convention."""
    found = []
    for page in sorted(Path(__file__).parent.glob("test_conventions_*.py")):
        for node in ast.parse(page.read_text(encoding="utf-8")).body:
            named = _NAMED.fullmatch(node.name) if isinstance(node, ast.FunctionDef) else None
            if named is not None and isinstance(node, ast.FunctionDef):
                words = "".join((ast.get_docstring(node) or "").split())
                found += [(named[1], quoted) for quoted in _QUOTED.findall(words) or [""]]
    return found


KEPT = kept()
SAID = [(c.entry.lower(), "".join(c.zh.split())) for c in TIANJIN.conventions]
STATEMENTS = [
    (entry, statement) for entry, zh in SAID for statement in re.split("[；。]", zh) if statement
]


@pytest.mark.parametrize("entry", dict(SAID))
def test_a_convention_has_a_test_that_is_named_by_its_entry(entry: str) -> None:
    assert entry in dict(KEPT)


@pytest.mark.parametrize(("entry", "statement"), STATEMENTS)
def test_a_statement_is_quoted_by_a_test_of_its_entry(entry: str, statement: str) -> None:
    """Whoever adds a statement shows that it is kept."""
    assert [words for named, words in KEPT if named == entry and words and words in statement]


@pytest.mark.parametrize(("entry", "words"), KEPT)
def test_a_test_quotes_what_its_entry_says(entry: str, words: str) -> None:
    """No test names an entry there is not, or keeps what nobody says any more."""
    assert words
    assert [zh for named, zh in SAID if named == entry and words in zh]


# --- A01 to A03: a draft, published nobody knows when ---------------------------------------------


def test_a01_a_draft_is_no_basis_for_an_act() -> None:
    """「征求意见稿没有效力」: an act in order waits while publication is not known."""
    for events, act in (((), call()), (PUBLIC, approved()), (FORMED, noticed())):
        before = at(events, act.on)
        said = [verdict(decide(p, before, act, act.on, GIVEN)) for p in (TIANJIN, measures())]
        assert said == ["deferred", "granted"]
    assert TIANJIN.in_force(DAY) is ForceInTime.UNKNOWN


def test_a01_what_is_not_shown_to_be_published_is_marked() -> None:
    """「结果带“征求意见稿”标记」: not known, supposed, and published on a word."""
    sha256 = TIANJIN.ledger.enacted_sha256
    on_a_word = TIANJIN.published(PUBLISHED, document="虚构公报", text_sha256=sha256)
    reports = [p.check("formation", COMPLETE, on=DAY) for p in (TIANJIN, measures(), on_a_word)]
    assert [Mark.DRAFT in r.marks for r in reports] == [True, True, False]


def test_a02_nothing_is_inferred_from_the_last_day() -> None:
    """「公布日期不推定」「不明就是不明」: not the 10th, nor the 11th of April five years before."""
    days = ("2025-04-10", "2025-04-11", "2025-04-12", "2030-04-10")
    assert TIANJIN.publication is None
    assert [ask(TIANJIN, "施行", as_of=day).answer for day in days] == ["unknown"] * 4
    finding = TIANJIN.check("formation", COMPLETE, on=DAY).finding("art26.s1a")
    assert finding is not None
    assert finding.outcome.value == "unknown"


def test_a03_it_is_the_day_of_official_publication() -> None:
    """「“公布”指正式公布之日」: not that of the signature, the date it bears or the web site."""
    days = ("2025-04-10", "2025-04-11", "2025-04-12")
    other = {"signed_on": "2025-03-01", "dated": "2025-04-01", "posted_on": "2025-04-10"}
    unsaid = [ask(TIANJIN, "施行", as_of=d, instrument=other).answer for d in days]
    assert unsaid == ["unknown"] * 3
    official = {**other, "published_on": "2025-04-11"}
    said = [ask(TIANJIN, "施行", as_of=d, instrument=official).answer for d in days]
    assert said == ["not_yet_in_force", "in_force", "in_force"]
    next_day = TIANJIN.with_readings(commencement_day="next_day")
    said = [ask(next_day, "施行", as_of=d, instrument=official).answer for d in days]
    assert said == ["not_yet_in_force", "not_yet_in_force", "in_force"]


# --- A05 and A06: after the last day --------------------------------------------------------------


@pytest.mark.parametrize("name", [i.name for i in TIANJIN.inquiries])
def test_a05_after_the_last_day_nothing_is_checked(name: str) -> None:
    """「有效期届满后没有依据，不再逐条核对」: on the last day still, on the next only art. 26.

    Of a bar it is still told whether the day lies in it, which enters no answer (A06).
    """
    asked = TIANJIN.inquiry(name)

    def provisions(on: date) -> tuple[Answer, set[str]]:
        if asked.of == "history":
            report = report_of(name, (*FORMED, graded(2029, "good")), on, UNBLEMISHED)
        else:
            report = measures().check(name, evolve(COMPLETE, register=GIVEN.register), on=on)
        return report.answer, {f.provision for f in report if f.norm.combines}

    answer, provision = provisions(LAST)
    assert answer is not Answer.NO_BASIS
    assert {p for p in provision if not p.startswith("art26.")}
    answer, provision = provisions(AFTER)
    assert answer is Answer.NO_BASIS
    assert {p for p in provision if not p.startswith("art26.")} == set()


def test_a05_what_is_pending_and_what_is_there_can_be_switched() -> None:
    """「`on_expiry`」: an approval of the day after the last, and who is a member then."""
    pending = (*FORMED, reported(ChangeKind.MEMBER_EXIT, on=LAST))

    def said(option: str) -> tuple[str, int]:
        policy = measures(frozenset({("on_expiry", option)}))
        there = register(policy, [life(FORMED)], AFTER).engagements
        decision = stands(pending, change_approved(on=AFTER), on_expiry=option)
        return decision, sum(e.active_on(AFTER) for e in there)

    assert said("no_new_act") == ("refused", 7)
    assert said("pending_finished") == ("granted", 7)
    assert said("status_ends") == ("refused", 0)


def test_a06_a_bar_past_the_last_day_says_both_days() -> None:
    """「注明名义上的末日和可适用至何日」: revoked three years before the last day, and later."""

    def ends(revoked_on: str) -> tuple[object, object]:
        reply = ask(
            measures(),
            "三年限制",
            as_of="2030-04-10",
            revoked={"on": revoked_on, "lead": LEAD.name},
            application_by_former_lead={"presented_to_bureau_on": "2030-04-10"},
        )
        return reply.value("bar_last_day_nominal"), reply.value("bar_enforceable_to")

    assert ends("2027-04-09") == ("2030-04-09", None)
    assert ends("2027-04-10") == ("2030-04-10", None)
    assert ends("2027-04-11") == ("2030-04-11", "2030-04-10")


# --- A07: facts before publication ----------------------------------------------------------------


def item(n: int, given: Surroundings, on: date = date(2026, 5, 4)) -> str:
    """Return what an item of art. 11 comes to for the consortium of the earlier plan."""
    outcome = report_of("revocation_grounds", BEGUN, on, given).outcome(f"art11.item{n}")
    assert outcome is not None
    return outcome.value


def recorded(**entries: Any) -> Surroundings:
    """Return what is known with one entry on record, and nothing else there."""
    one: dict[str, Any] = {name: (entry,) for name, entry in entries.items()}
    return evolve(UNBLEMISHED, record=evolve(UNBLEMISHED.record, **one))


@pytest.mark.parametrize(("on", "outcome"), [(EVE, "not_met"), (PUBLISHED, "met")])
def test_a07_what_has_no_day_goes_by_that_of_the_finding(on: date, outcome: str) -> None:
    """「没有发生之日的，依认定之日」: found the day before publication, and that day."""
    found: dict[str, Any] = {"unit": LEAD.id, "on": on}
    assert item(6, recorded(determinations=judgment(on=on))) == outcome
    evaluated = Falsification(**found, context="annual_evaluation", serious=True, by="市科技局")
    assert item(3, recorded(falsifications=evaluated)) == outcome
    judged = {"not_met": "not_met", "met": "needs_judgement"}[outcome]
    assert item(7, recorded(misconduct=Misconduct(**found, trivial=False))) == judged


def test_a07_what_has_a_day_goes_by_it() -> None:
    """「没有发生之日的」 only: done the day before publication, it stays so whenever found."""
    late = date(2026, 2, 2)
    days = (EVE, PUBLISHED)
    said = [item(6, recorded(determinations=judgment(on=late, occurred_on=d))) for d in days]
    assert said == ["not_met", "met"]


def test_a07_what_was_falsified_in_formation_was_so_by_the_approval() -> None:
    """「没有发生之日的」: approved under the earlier plan, it lies before, whenever found."""
    found = Falsification(
        unit=LEAD.id, on=date(2026, 5, 4), context="formation", serious=True, by="市科技局"
    )
    given, on = recorded(falsifications=found), date(2026, 6, 1)
    reports = [report_of("revocation_grounds", e, on, given) for e in (BEGUN, FORMED)]
    said = [finding_of(r, "seriously_falsified").outcome.value for r in reports]
    assert said == ["not_met", "met"]


@pytest.mark.parametrize(
    ("last", "outcome"),
    [(EVE, "not_met"), (PUBLISHED, "needs_judgement"), (None, "met")],
)
def test_a07_a_listing_that_lasts_counts(last: date | None, outcome: str) -> None:
    """「在列的状态延续到施行以后的，照算」: it ended before, that day, and not at all."""
    entry = Listing(unit=LEAD.id, name="经营异常名录", first=date(2024, 5, 6), last=last)
    assert item(7, evolve(UNBLEMISHED, listings=(entry,))) == outcome


# --- A08 and A09: the earlier plan ----------------------------------------------------------------


def unqualified_twice(*results: Event) -> str:
    """Return whether item 1 is there."""
    events = (*BEGUN, *results)
    report = report_of("revocation_grounds", events, date(2027, 1, 4), UNBLEMISHED)
    return finding_of(report, "unqualified_in_a_row").outcome.value


def test_a08_it_is_told_by_what_it_says_or_by_its_day() -> None:
    """「依事件的 `under`」「辨认为原工作方案下的」: the first of two results."""

    def first(on: date, under: str = "") -> str:
        return unqualified_twice(graded(2024, on=on, under=under), graded(2025))

    assert [first(EVE), first(PUBLISHED)] == ["not_met", "met"]
    assert [first(PUBLISHED, OLD), first(date(2025, 9, 1), OLD)] == ["not_met", "not_met"]


def test_a08_an_old_result_corrected_is_an_old_one() -> None:
    """「更正原结果的，仍是原结果」: corrected after publication; against one that is a new one."""
    corrected = ResultCorrected(on=date(2025, 9, 1), by="市科技局", year=2024, grade="unqualified")
    for on, outcome in ((EVE, "not_met"), (PUBLISHED, "met")):
        assert unqualified_twice(graded(2024, "good", on=on), corrected, graded(2025)) == outcome


@pytest.mark.parametrize(("on", "bars"), [(EVE, 0), (PUBLISHED, 1)])
def test_a08_a_revocation_before_publication_gives_no_bar(on: date, bars: int) -> None:
    """「公布以前作出的撤销不产生三年限制」: that day it does."""
    assert len(register(measures(), [life((*BEGUN, imposed(on=on)))], PUBLISHED).bars) == bars


def test_a08_its_years_count_from_the_one_after_publication() -> None:
    """「此前的联合体自公布的次年起评价、检查」: none of 2024 and 2025."""

    def asked(on: date) -> list[int]:
        report = report_of("evaluation", BEGUN, on)
        names = ("evaluated_itself", "inspected_every_year")
        return [len(finding_of(report, name).outcomes) for name in names]

    assert asked(date(2025, 12, 31)) == [0, 0]
    assert asked(date(2026, 1, 1)) == [1, 1]
    inspections = duties(measures(), at(BEGUN, date(2026, 1, 1)), date(2026, 1, 1), GIVEN)
    subjects = [o.owing.subject for o in inspections if o.owing and o.duty.name == "inspect_yearly"]
    assert subjects == ["2026"]


@pytest.mark.parametrize(("on", "late", "wanting"), [(EVE, 0, 0), (PUBLISHED, 1, 1)])
def test_a08_a_year_begun_before_is_asked_for_nothing(on: date, late: int, wanting: int) -> None:
    """「公布以前已经开始的年度评价，不依本办法问环节、问期限」: begun by its notice, that day."""
    year = {"year": 2025}
    notice = noticed(on=on, deadline=date(2025, 6, 30), **year)
    handed_in = submitted(on=date(2025, 7, 1), **year)
    events = (*BEGUN, notice, handed_in, graded(2025, "good"))
    report = report_of("evaluation", events, date(2026, 1, 5))

    def failed(name: str) -> int:
        return sum(o.value == "not_met" for o in finding_of(report, name).outcomes)

    assert (failed("submitted_in_time"), failed("gone_through_stages")) == (late, wanting)


def test_a09_what_is_pending_at_publication_takes_a_decision() -> None:
    """「公布以前申报、尚未批复的，如何办理须另行决定（认定 `art26.s2`）」: attested, either way."""

    def approval(filed_on: date, *words: tuple[str, bool]) -> str:
        early = (call(on=date(2025, 2, 10), year=2025), filed(on=filed_on))
        given = knowing(*words, on=date(2026, 2, 2))
        return stands((*early, *PUBLIC[2:]), approved(), given)

    assert [approval(EVE), approval(PUBLISHED)] == ["deferred", "granted"]
    assert approval(EVE, ("art26.s2", True)) == "granted"
    assert approval(EVE, ("art26.s2", False)) == "refused"
