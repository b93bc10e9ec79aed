"""Every sentence in which a question is refused: of acts, of two reports, of a cycle, of hinges.

The question itself is sound somewhere else: on another day, of another report, of another policy.
The sentence says where.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.core.filings import MEASURES, at, day, filed, life, put_on_file
from tests.toy_grounds import GROUNDS, TWICE

from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Dossier
from innov_consortium.core.comparing import compare
from innov_consortium.core.decide import Granted, decide, possible_acts
from innov_consortium.core.hinges import hinges_of
from innov_consortium.core.history import History
from innov_consortium.core.report import Report
from innov_consortium.errors import FaultKind, InvalidInputError

Faults = list[tuple[FaultKind, str, str, str]]

INCONSISTENT, INVALID, SORT = (
    FaultKind.INCONSISTENT,
    FaultKind.INVALID_VALUE,
    FaultKind.TYPE_ERROR,
)
MOMENT: Any = datetime(2026, 3, 2, tzinfo=UTC)
NO_DAY = (
    "应为 datetime.date，而不是 datetime；文字请在边界处解析",
    "must be a datetime.date, not datetime; parse text at the boundary",
)
ODD: Any = "天津"


def told(make: Callable[[], object]) -> Faults:
    """Return all that is told of what cannot be answered."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    return [(f.kind, f.path, f.zh, f.en) for f in caught.value.faults]


def handed(path: str, wanted: str, got: str = "str") -> tuple[FaultKind, str, str, str]:
    """Return what is said of something else handed in."""
    return SORT, path, f"请传入 {wanted}，而不是 {got}", f"hand in {wanted}, not {got}"


def report(name: str, history: History = TWICE) -> Report:
    """Return a report of the measures of grounds, on New Year's Day of 2027."""
    return GROUNDS.check(name, Dossier(history=history), on=date(2027, 1, 1))


def act_report() -> Report:
    """Return a report of an act: the filing, put on file the day after."""
    granted = decide(MEASURES, at(3, filed(2)), put_on_file(3), day(3))
    assert isinstance(granted, Granted)
    return granted.report


# --- acts -----------------------------------------------------------------------------------------

OF_THE_THIRD = (
    INCONSISTENT,
    "consortium.on",
    "是 2026-03-03 的，而所问之日是 2026-03-04；联合体须重放至该日：replay(history, on)",
    "is of 2026-03-03, but the day asked about is 2026-03-04; replay the history to that day",
)


@pytest.mark.parametrize(
    ("ask", "faults"),
    [
        (lambda: possible_acts(MEASURES, at(3, filed(2)), day(4)), [OF_THE_THIRD]),
        (
            lambda: decide(MEASURES, at(3, filed(2)), put_on_file(4, consortium="C2"), day(4)),
            [
                OF_THE_THIRD,
                (
                    INCONSISTENT,
                    "act.consortium",
                    "是 'C2' 的，而不是 'C1' 的",
                    "is of 'C2', not of 'C1'",
                ),
            ],
        ),
        (lambda: possible_acts(MEASURES, at(3), MOMENT), [(SORT, "on", *NO_DAY)]),
        (lambda: decide(MEASURES, at(3), ODD, day(3)), [handed("act", "Event")]),
        (
            lambda: decide(ODD, ODD, ODD, day(3), ODD),
            [
                handed("policy", "Policy"),
                handed("consortium", "Consortium"),
                handed("given", "Surroundings"),
            ],
        ),
        (
            lambda: possible_acts(ODD, ODD, day(3), ODD),
            [
                handed("policy", "Policy"),
                handed("consortium", "Consortium"),
                handed("given", "Surroundings"),
            ],
        ),
        (lambda: audit(MEASURES, life(), MOMENT), [(SORT, "on", *NO_DAY)]),
        (
            lambda: audit(ODD, ODD, day(3), ODD),
            [
                handed("policy", "Policy"),
                (
                    SORT,
                    "history",
                    "请传入 History，而不是 str；JSON 请先用 structure_dossier 读入",
                    "hand in History, not str; from JSON use structure_dossier",
                ),
                handed("given", "Surroundings"),
            ],
        ),
    ],
    ids=[
        "consortium_of_another_day",
        "act_of_another_consortium",
        "possible_on_a_moment",
        "no_act",
        "decide_with_other_sorts",
        "possible_with_other_sorts",
        "audit_on_a_moment",
        "audit_with_other_sorts",
    ],
)
def test_what_is_asked_of_acts_is_refused(ask: Callable[[], object], faults: Faults) -> None:
    """A consortium as of another day would be judged by what it is not yet, or no longer."""
    assert told(ask) == faults


@pytest.mark.parametrize("consortium", ["", "C1"])
def test_an_act_of_nobody_named_is_of_the_consortium_asked_about(consortium: str) -> None:
    """So is one that names it; either is recorded with its name and the edition."""
    act = put_on_file(3, consortium=consortium)
    granted = decide(MEASURES, at(3, filed(2)), act, day(3))
    assert isinstance(granted, Granted)
    (recorded,) = granted.events
    assert (recorded.consortium, recorded.edition) == ("C1", MEASURES.edition)


# --- two reports ----------------------------------------------------------------------------------

OTHER_INQUIRY = (
    INCONSISTENT,
    "after.inquiry",
    (
        "'coming_back' 与前一份的 'striking_off' 不是同一询问；"
        "请用 check('striking_off', …) 的报告比较，不同询问并列请用 Timeline"
    ),
    (
        "'coming_back' is another question than 'striking_off' before; compare with a"
        " report of check('striking_off', …), or put both side by side in a Timeline"
    ),
)
OTHER_TEXT = (
    INCONSISTENT,
    "after.policy",
    (
        f"{MEASURES.edition} 与 {GROUNDS.edition} 不是同一文本；只能比较同一文本的报告，"
        "其解释、数字、公布日期可以不同"
    ),
    (
        f"{MEASURES.edition} is another text than {GROUNDS.edition}; only reports of one"
        " text can be compared, under whatever readings, numbers and publication"
    ),
)


def test_reports_of_two_questions_are_not_compared() -> None:
    """Which question, and where it can be put instead."""
    reports = report("striking_off"), report("coming_back")
    assert told(lambda: compare(*reports)) == [OTHER_INQUIRY]


def test_reports_of_two_texts_are_not_compared() -> None:
    """The second is the one told of; that it answers another question as well is told first."""
    found = told(lambda: compare(report("striking_off"), act_report()))
    assert found[0][:2] == (INCONSISTENT, "after.inquiry")
    assert found[1:] == [OTHER_TEXT]


def test_what_is_compared_are_reports() -> None:
    """Either that is none is told."""
    assert told(lambda: compare(ODD, ODD)) == [
        handed("before", "Report"),
        handed("after", "Report"),
    ]


# --- hinges ---------------------------------------------------------------------------------------

OF_AN_ACT = (
    INCONSISTENT,
    "report",
    "这是就一项行为作出的报告，不问解释的影响；请就 check(…) 的报告来问",
    "this report is about an act, of which hinges are not asked; ask them of a report of check(…)",
)


def of_another_text(one: Report) -> tuple[FaultKind, str, str, str]:
    """Return what is said of a report that another policy made."""
    zh = f"{one.policy.edition} 的报告应由该政策来问"
    return (
        INCONSISTENT,
        "report.policy",
        zh,
        f"the report is of {one.policy.edition}; ask that policy",
    )


def test_hinges_are_asked_of_a_report_of_a_check_by_its_own_policy() -> None:
    """What is wrong with either is told, both at once."""
    checked, acted = report("striking_off"), act_report()
    assert told(lambda: hinges_of(MEASURES, checked)) == [of_another_text(checked)]
    assert told(lambda: hinges_of(MEASURES, acted)) == [OF_AN_ACT]
    assert told(lambda: hinges_of(GROUNDS, acted)) == [of_another_text(acted), OF_AN_ACT]
    assert told(lambda: hinges_of(GROUNDS, ODD)) == [handed("report", "Report")]
