"""本办法自有的事项：各栏须为所定的种类，写错的当即指出（审核、提交、评审、监督检查）。"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from innov_consortium.core.changes import ChangeReported
from innov_consortium.core.events import (
    CallIssued,
    Ended,
    EndReviewed,
    Event,
    Filed,
    ObjectionDecided,
    Publicised,
)
from innov_consortium.errors import InvalidInputError
from innov_consortium.policies.tianjin.events import (
    EVENTS,
    DistrictOpinion,
    DistrictReviewed,
    ExpertOpinion,
    ExpertReviewed,
    Inspected,
    ReviewMode,
)

DAY = date(2026, 3, 20)


def faults(sort: type[Event], **known: Any) -> list[tuple[str, str]]:
    """Return what is wrong with an event, by place and kind; nothing if it can be made."""
    try:
        sort(**{"on": DAY, **known})
    except InvalidInputError as error:
        return [(f.path, f.kind.value) for f in error.faults]
    return []


@pytest.mark.parametrize(
    ("sort", "field", "value"),
    [
        (DistrictReviewed, "opinion", "recommend"),
        (DistrictReviewed, "opinion", ExpertOpinion.RECOMMENDED),
        (DistrictReviewed, "opinion", True),
        (ExpertReviewed, "mode", "oral_defence"),
        (ExpertReviewed, "opinion", DistrictOpinion.RECOMMEND),
        (ExpertReviewed, "agency", 7),
        (Inspected, "year", "2027"),
        (Inspected, "year", True),
        (CallIssued, "year", "2026"),
        (CallIssued, "first", "2026-02-10"),
        (Filed, "documents", ("construction_plan",)),
        (Filed, "co_applicants", ["91"]),
        (Publicised, "last", "2026-05-12"),
        (ObjectionDecided, "upheld", "no"),
        (EndReviewed, "agreed", 1),
        (Ended, "grounds", "art11.item1"),
        (Ended, "on_request", 0),
        (ChangeReported, "kind", "member_exit"),
        (ChangeReported, "unable", None),
    ],
)
def test_a_field_of_another_sort_is_told_at_its_place(
    sort: type[Event], field: str, value: Any
) -> None:
    """A word where a choice is wanted is no choice, and would be answered as nothing said."""
    assert faults(sort, **{field: value}) == [(field, "type_error")]


def test_of_several_fields_each_is_told() -> None:
    """All at once, so that nobody has to come back for the next."""
    found = faults(ExpertReviewed, agency=7, mode="written", opinion="none")
    assert found == [(name, "type_error") for name in ("agency", "mode", "opinion")]


@pytest.mark.parametrize("sort", EVENTS)
def test_nothing_but_the_day_must_be_known(sort: type[Event]) -> None:
    """Every other field may be left out, and then is not known."""
    assert faults(sort) == []
    assert faults(sort, on="2026-03-20") == [("on", "type_error")]


def test_each_choice_may_be_said() -> None:
    """None of them given is one of the choices; not known is another thing."""
    made: list[Event] = [DistrictReviewed(on=DAY, opinion=o) for o in (*DistrictOpinion, None)]
    made += [ExpertReviewed(on=DAY, opinion=o) for o in (*ExpertOpinion, None)]
    made += [ExpertReviewed(on=DAY, mode=m) for m in (*ReviewMode, None)]
    assert len(made) == 4 + 5 + 4
