"""第二十六条：本办法自公布之日起施行，有效期至2030年4月10日。"""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest

from innov_consortium.core.case import Case
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Mark, Report
from innov_consortium.core.sources import ForceInTime
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies import tianjin
from innov_consortium.policies.tianjin import TIANJIN

PUBLISHED = date(2025, 4, 11)
SUPPOSED = TIANJIN.supposing_published(PUBLISHED)
BEFORE, ON, AFTER = date(2025, 4, 10), date(2025, 4, 11), date(2025, 4, 12)
LAST_BUT_ONE, LAST, TOO_LATE = date(2030, 4, 9), date(2030, 4, 10), date(2030, 4, 11)

NOT_YET, IN_FORCE, EXPIRED, UNKNOWN = (
    ForceInTime.NOT_YET,
    ForceInTime.IN_FORCE,
    ForceInTime.EXPIRED,
    ForceInTime.UNKNOWN,
)


def outcomes(policy: Policy, case: Case, on: date) -> dict[str, str]:
    """Return what the policy says of art. 26 on a day."""
    report = policy.check("formation", case, on=on)
    return {f.provision: f.outcome.value for f in report if f.provision.startswith("art26")}


@pytest.fixture(scope="module")
def published() -> Policy:
    """The Measures, published on somebody's word with this very text."""
    return TIANJIN.published(
        PUBLISHED, document="津科规（虚构）1号", text_sha256=TIANJIN.ledger.enacted_sha256
    )


# --- 本办法自公布之日起施行 -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "included", "next_day"),
    [(BEFORE, NOT_YET, NOT_YET), (ON, IN_FORCE, NOT_YET), (AFTER, IN_FORCE, IN_FORCE)],
)
def test_in_force_from_the_day_of_publication(
    on: date, included: ForceInTime, next_day: ForceInTime
) -> None:
    """That day included; under the other reading (A03) from the day after."""
    other = SUPPOSED.with_readings(commencement_day="next_day")
    assert (SUPPOSED.in_force(on), other.in_force(on)) == (included, next_day)


@pytest.mark.parametrize("on", [date(1949, 10, 1), BEFORE, ON, date(2026, 3, 2), LAST])
def test_without_a_publication_nobody_knows(on: date) -> None:
    """The habitual five years suggest a day in April 2025; the text names none."""
    assert TIANJIN.in_force(on) is UNKNOWN


def test_while_unknown_the_findings_are_given_and_marked(complete: Case, day: date) -> None:
    """What art. 5 makes of the case is said; whether there is any basis is not known."""
    report = TIANJIN.check("formation", complete, on=day)
    assert (report.in_force, report.answer, len(report.findings) > 36) == (
        UNKNOWN,
        Answer.MET,
        True,
    )
    assert report.marks == (Mark.DRAFT, Mark.PUBLICATION_UNKNOWN, Mark.NOT_OFFICIAL)
    assert outcomes(TIANJIN, complete, day) == {
        "art26.s1a": "unknown",
        "art26.s1b": "met",
        "art26.s2": "unknown",
    }


# --- 有效期至2030年4月10日 ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "included", "excluded"),
    [
        (LAST_BUT_ONE, IN_FORCE, IN_FORCE),
        (LAST, IN_FORCE, EXPIRED),
        (TOO_LATE, EXPIRED, EXPIRED),
    ],
)
def test_valid_to_the_last_day(on: date, included: ForceInTime, excluded: ForceInTime) -> None:
    """That day included; under the other reading (A04) until it begins."""
    other = SUPPOSED.with_readings(last_day="excluded")
    assert (SUPPOSED.in_force(on), other.in_force(on)) == (included, excluded)


@pytest.mark.parametrize(
    ("on", "included", "excluded"),
    [(LAST_BUT_ONE, UNKNOWN, UNKNOWN), (LAST, UNKNOWN, EXPIRED), (TOO_LATE, EXPIRED, EXPIRED)],
)
def test_it_expires_whenever_it_was_published(
    on: date, included: ForceInTime, excluded: ForceInTime
) -> None:
    """The last day is a fixed date: to know that it is over no publication is needed."""
    other = TIANJIN.with_readings(last_day="excluded")
    assert (TIANJIN.in_force(on), other.in_force(on)) == (included, excluded)


@pytest.mark.parametrize("on", [BEFORE, TOO_LATE])
@pytest.mark.parametrize("whole", [False, True])
def test_out_of_force_there_is_no_basis_and_nothing_is_said_of_art_5(
    on: date,
    whole: bool,
    complete: Case,
    vary: Callable[..., Case],
    check: Callable[..., Report],
) -> None:
    """Neither eligible nor rejected: nobody may be measured by a text that is not in force."""
    case = complete if whole else vary(participants=())
    report = check(case, on=on)
    assert (report.answer, {f.provision.partition(".")[0] for f in report}) == (
        Answer.NO_BASIS,
        {"art26"},
    )


@pytest.mark.parametrize(
    ("on", "begun", "lasting"),
    [
        (BEFORE, "not_met", "met"),
        (ON, "met", "met"),
        (LAST, "met", "met"),
        (TOO_LATE, "met", "not_met"),
    ],
)
def test_each_half_of_the_sentence_has_its_finding(
    on: date, begun: str, lasting: str, complete: Case
) -> None:
    """From when and to when are two norms, each with its own words."""
    found = outcomes(SUPPOSED, complete, on)
    assert (found["art26.s1a"], found["art26.s1b"]) == (begun, lasting)


# --- 原《天津市创新联合体建设工作方案（试行）》（津科资〔2023〕83号）废止 -------------------------


@pytest.mark.parametrize(
    ("on", "outcome", "next_day"),
    [
        (BEFORE, "not_met", "not_met"),
        (ON, "met", "not_met"),
        (AFTER, "met", "met"),
        (TOO_LATE, "met", "met"),
    ],
)
def test_the_former_plan_is_repealed_when_this_one_begins(
    on: date, outcome: str, next_day: str, complete: Case
) -> None:
    """And it does not come back when this one ends."""
    other = SUPPOSED.with_readings(commencement_day="next_day")
    assert outcomes(SUPPOSED, complete, on)["art26.s2"] == outcome
    assert outcomes(other, complete, on)["art26.s2"] == next_day


@pytest.mark.parametrize("on", [BEFORE, LAST, TOO_LATE])
def test_without_a_publication_the_repeal_is_unknown(on: date, complete: Case) -> None:
    """Even after the last day: the draft may never have been published."""
    assert outcomes(TIANJIN, complete, on)["art26.s2"] == "unknown"


# --- supposed, and attested -----------------------------------------------------------------------


def test_a_supposed_publication_is_marked(complete: Case, check: Callable[..., Report]) -> None:
    """It stays a draft, and every answer says that the day is supposed."""
    report = check(complete)
    assert (report.in_force, report.marks) == (
        IN_FORCE,
        (Mark.DRAFT, Mark.SUPPOSED_PUBLICATION, Mark.NOT_OFFICIAL),
    )


@pytest.mark.parametrize("on", [BEFORE, TOO_LATE])
def test_no_basis_on_a_supposition_is_marked_as_well(
    on: date, complete: Case, check: Callable[..., Report]
) -> None:
    """What rests on the supposition is no firmer for being a refusal to answer."""
    assert Mark.SUPPOSED_PUBLICATION in check(complete, on=on).marks


def test_an_attested_publication_is_neither_draft_nor_supposed(
    published: Policy, complete: Case, day: date
) -> None:
    """What remains is that the readings are nobody's official ones."""
    report = published.check("formation", complete, on=day)
    assert (report.in_force, report.marks) == (IN_FORCE, (Mark.NOT_OFFICIAL,))


@pytest.mark.parametrize(
    ("on", "expected"),
    [(BEFORE, NOT_YET), (ON, IN_FORCE), (LAST, IN_FORCE), (TOO_LATE, EXPIRED)],
)
def test_an_attested_publication_counts_like_a_supposed_one(
    on: date, expected: ForceInTime, published: Policy
) -> None:
    """The marks differ, the days do not."""
    assert published.in_force(on) is expected


def test_published_with_another_text_it_is_another_text() -> None:
    """One character is enough: what was changed on publication needs an edition of its own."""
    text = importlib.resources.files(tianjin).joinpath("measures.zh_CN.txt")
    changed = "".join(text.read_text(encoding="utf-8").split()).replace("6家", "5家")
    other = sha256(changed.encode()).hexdigest()
    with pytest.raises(InvalidInputError) as caught:
        TIANJIN.published(PUBLISHED, document="津科规（虚构）1号", text_sha256=other)
    assert [f.path for f in caught.value.faults] == ["text_sha256"]


@pytest.mark.parametrize("mark", ["", "（征求意见稿）"])
def test_the_text_compared_is_that_of_the_measures_white_space_apart(mark: str) -> None:
    """Whoever has the document can make the sum, with the mark of a draft or without it."""
    text = importlib.resources.files(tianjin).joinpath("measures.zh_CN.txt")
    joined = "".join(text.read_text(encoding="utf-8").split()).replace("（征求意见稿）", mark)
    expected = TIANJIN.ledger.text_sha256 if mark else TIANJIN.ledger.enacted_sha256
    assert sha256(joined.encode()).hexdigest() == expected


def test_what_is_published_as_a_draft_stays_one(complete: Case, day: date) -> None:
    """On an official site, with （征求意见稿） in its title: nobody has enacted it."""
    draft = TIANJIN.published(
        PUBLISHED, document="征求意见公告（虚构）", text_sha256=TIANJIN.ledger.text_sha256
    )
    assert Mark.DRAFT in draft.check("formation", complete, on=day).marks


@pytest.mark.parametrize("day_of", [LAST_BUT_ONE, LAST])
def test_it_can_be_published_to_its_last_day(day_of: date) -> None:
    """A short validity is one."""
    assert TIANJIN.supposing_published(day_of).in_force(LAST) is IN_FORCE


def test_it_cannot_be_published_after_its_last_day() -> None:
    """That is an error, not a policy that is never in force."""
    with pytest.raises(InvalidInputError) as caught:
        TIANJIN.supposing_published(TOO_LATE)
    assert [f.path for f in caught.value.faults] == ["published_on"]
