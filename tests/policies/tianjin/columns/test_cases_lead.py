"""What stands in the tables of the lead and of its special case.

The lists it is on, who determined the case, and what it has led: each consortium once, in one sort.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

pytest.importorskip("narwhals")

from attrs import evolve
from tests.policies.tianjin.columns.engaged import (
    AFTER,
    ART,
    BEFORE,
    BRANCH,
    DEFAULTS,
    ELSEWHERE,
    ENDED,
    LASTING,
    LAW,
    LEADING,
    MEMBER,
    OTHER,
    PENDING,
    REVOKED,
    SORTS,
)
from tests.policies.tianjin.conftest import (
    DAY,
    LEAD,
    made_engagement,
    made_special_case,
)

from innov_consortium.core.attestations import Listing
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import Organization
from innov_consortium.core.register import Engagement, Register
from innov_consortium.policies.tianjin.columns.cases import rows_of

LONG_AGO = date(2025, 9, 1)


def row(lead: Organization = LEAD, **known: Any) -> dict[str, Any]:
    """Return the application's own row, of a case of which only this is known."""
    application = Application(lead=lead, participants=(MEMBER,))
    own, _ = rows_of(Case(application=application, **known), DAY, DEFAULTS)
    return own


def led(engagements: Iterable[Engagement], lead: Organization = LEAD, to: date | None = DAY) -> Any:
    """Return the numbers of consortia that the lead has led, but for those of a sort of none."""
    own = row(lead, register=Register(tuple(engagements), to))
    found = {name: value for name, value in own.items() if name.startswith("leads_")}
    assert len(found) == 4
    return {name: value for name, value in found.items() if value != 0}


@pytest.mark.parametrize(
    ("regions", "there"),
    [((), False), (("110101",), False), (("131200",), False), (("110101", "120116"), True)],
    ids=["none", "another city", "digits further on", "one of two"],
)
def test_a_branch_in_tianjin(regions: tuple[str, ...], there: bool) -> None:
    """A district code of Tianjin begins with 12; one of several branches suffices."""
    own = row(evolve(LEAD, branches_in=regions))
    assert own["lead_branch_in_tianjin"] is there


@pytest.mark.parametrize(
    ("lead", "unit", "first", "last", "listed"),
    [
        (LEAD, LEAD, DAY, None, True),
        (LEAD, LEAD, AFTER, None, False),
        (LEAD, LEAD, BEFORE, BEFORE, False),
        (LEAD, LEAD, BEFORE, DAY, True),
        (LEAD, LEAD, DAY, AFTER, True),
        (LEAD, LEAD, AFTER, AFTER, False),
        (LEAD, MEMBER, BEFORE, None, False),
        (BRANCH, OTHER, BEFORE, None, True),
        (BRANCH, BRANCH, BEFORE, None, False),
    ],
    ids=[
        "from that day",
        "from the next day",
        "to the day before",
        "to that day",
        "over the day",
        "not yet",
        "another unit",
        "the legal person of a branch",
        "the branch, which is none",
    ],
)
def test_the_lead_is_on_a_list_that_day(
    lead: Organization,
    unit: Organization,
    first: date,
    last: date | None,
    listed: bool,
) -> None:
    """The first and the last day are both days on the list; the legal person is who is listed."""
    gone = Listing(unit=lead.legal_person, name="经营异常名录", first=LONG_AGO, last=LONG_AGO)
    one = Listing(unit=unit.id, name="经营异常名录", first=first, last=last)
    own = row(lead, listings=(gone, one))
    assert own["lead_listed"] is listed


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"determined_by": "中共天津市委、天津市人民政府"}, "leadership"),
        ({"determined_by": "天津市科学技术局"}, "bureau"),
        ({"determined_by": "申请人"}, "applicant"),
        ({"determined_by": "虚构牵头单位"}, "applicant"),
        ({"determined_by": "虚构91号单位1"}, "applicant"),
        ({"determined_by": str(MEMBER.id)}, "applicant"),
        ({"determined_by": "虚构91号单位2"}, "another"),
        ({"determined_by": "市委、市政府", "determined_on": None}, "leadership"),
        ({"determined_by": "某区政府", "determined_on": None}, "another"),
        ({"determined_by": None}, None),
        ({"determined_by": None, "determined_on": None}, "none"),
    ],
    ids=lambda one: str(list(one.values()) if isinstance(one, dict) else one),
)
def test_who_determined_a_special_case(known: dict[str, Any], told: str | None) -> None:
    """With neither a body nor a day nobody has; with a day alone it is not known who did."""
    own = row(special_case=made_special_case(**known))
    assert own["special_determined_by"] == told
    assert own["special_determined_on"] == known.get("determined_on", date(2026, 2, 10))


@pytest.mark.parametrize(
    ("elected", "by", "by_bureau"),
    [(True, "市科技局", True), (False, "某区政府", False), (None, None, None)],
)
def test_who_elected_a_special_case(
    elected: bool | None,
    by: str | None,
    by_bureau: bool | None,
) -> None:
    """What was decided, and whether by the bureau; where nobody is named it is not known."""
    special = made_special_case(ground="art7.s1b", elected=elected, elected_by=by)
    own = row(special_case=special)
    told = {name: own[f"special_{name}"] for name in ("ground", "elected", "elected_by_bureau")}
    assert told == {"ground": "art7.s1b", "elected": elected, "elected_by_bureau": by_bureau}


@pytest.mark.parametrize(
    ("known", "sort"),
    [
        *((known, sort) for _, known, sort in SORTS),
        (ENDED, "ended"),
        ({"since": AFTER}, "ended"),
        (ELSEWHERE, None),
        ({**ELSEWHERE, **PENDING}, None),
        ({**ELSEWHERE, **REVOKED}, None),
        ({"jurisdiction": "131200"}, None),
    ],
    ids=[
        *(name for name, _, _ in SORTS),
        "ended that day",
        "from the next day: begun, and not active",
        "elsewhere",
        "pending elsewhere",
        "revoked elsewhere",
        "digits of Tianjin further on in the code",
    ],
)
def test_what_a_lead_has_led(known: dict[str, Any], sort: str | None) -> None:
    """Each of the lead's own counts as one sort; of other provinces none, nor what it joined."""
    counts = {} if sort is None else {f"leads_{sort}": 1}
    assert led([made_engagement(LEAD, "甲", **LEADING, **known)]) == counts
    assert led([made_engagement(LEAD, "甲", **known)]) == {}
    assert led([made_engagement(OTHER, "甲", **LEADING, **known)]) == {}


def test_a_lead_that_is_a_branch_or_a_college() -> None:
    """The legal person leads: its consortia count, the branch's own do not; colleges are one."""
    units = {"甲": BRANCH, "乙": OTHER, "丙": LAW, "丁": ART}
    ofs = [made_engagement(unit, name, **LEADING) for name, unit in units.items()]
    assert led(ofs, BRANCH) == {"leads_active": 1}
    assert led([made_engagement(BRANCH, "甲", **LEADING)], BRANCH) == {}
    assert led(ofs, LAW) == {"leads_active": 2}


def test_a_lead_s_consortia_each_count_once() -> None:
    """Two of one sort are two; the same one twice is one, and an active one has not ended."""
    sorts = {"active": LASTING, "pending": PENDING, "ended": ENDED, "revoked": REVOKED}
    of = {
        name: [made_engagement(LEAD, f"{name}{n}", **LEADING, **known) for n in (1, 2)]
        for name, known in sorts.items()
    }
    two = [one for theirs in of.values() for one in theirs]
    assert led([*two, *two]) == {f"leads_{name}": 2 for name in sorts}
    for others in (ENDED, REVOKED):
        both = [made_engagement(LEAD, "甲", **LEADING, **k) for k in (others, LASTING)]
        assert led(both) == {"leads_active": 1}


@pytest.mark.parametrize("to", [None, BEFORE])
def test_what_may_have_ended_is_not_active(to: date | None) -> None:
    """A register that does not reach the day does not know what lasts; what began that day it does.

    What may have ended counts as ended: the lead has led it all the same.
    """
    kinds = (LASTING, {"since": DAY}, {"ended_on": AFTER})
    lasts = [made_engagement(LEAD, f"{n}", **LEADING, **k) for n, k in enumerate(kinds)]
    assert led(lasts, to=to) == {"leads_active": 2, "leads_ended": 1}
