"""What is handed over in Python is of the sort it is declared to be, or is refused by its name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from tests.conftest import DRAFT, MET, attestation
from tests.core.filings import FIRST, MEASURES, day, filed, put_on_file
from tests.toy_coverage import CYCLICAL
from tests.toy_grounds import GROUNDS

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.comparing import compare
from innov_consortium.core.consortium import Governance, Organ
from innov_consortium.core.coverage import plan_coverage
from innov_consortium.core.decide import decide, possible_acts
from innov_consortium.core.history import History, replay
from innov_consortium.core.organizations import Identifier, Organization, OrganizationKind
from innov_consortium.core.periods import Window
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.core.registering import duties, register
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import FaultKind, InvalidInputError

DAY = day(4)
PERSON = "张三丰"
SAID = {"by": "市科技局", "on": DAY}
ATTESTED = {"what": "art4.s1", **SAID}
DEPARTED = {"provision": "art5.item1.s1b", "reason": "集体研究", **SAID}
CLAIMED = {"ground": "art7.s1"}
UNIT = {"id": FIRST.id, "name": "测试", "kind": OrganizationKind.ENTERPRISE}
ENGAGED = {"consortium": "C1", "unit": FIRST.id, "role": Role.LEAD}
BARRED = {"consortium": "C1", "unit": FIRST.id, "window": Window(DAY, DAY)}
LISTED = {"unit": FIRST.id, "name": "名录", "first": DAY}
INTERPRETED = {"reading": "lead_counts", "option": "excluded", **SAID}
HISTORY = History("C1", (filed(2), put_on_file(3)))
FILED: dict[str, Any] = {"application": MET.application}
TOLD: dict[str, Any] = {"history": HISTORY}


def refused(make: Callable[[], object]) -> list[tuple[str, FaultKind]]:
    """Return the paths and kinds of what is refused, of which no text names a person."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    assert PERSON not in str(caught.value)
    assert PERSON not in repr(caught.value.faults)
    return [(fault.path, fault.kind) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("sort", "sound", "field", "value"),
    [
        *((Attestation, ATTESTED, "holds", v) for v in ("no", "", None, 0, 1, Fraction(1))),
        (Attestation, ATTESTED, "value", 3),
        (Attestation, ATTESTED, "unit", FIRST.id),
        (Attestation, ATTESTED, "item", 1),
        (Attestation, ATTESTED, "document", None),
        (Attestation, ATTESTED, "what", None),
        *((Departure, DEPARTED, "accepted", v) for v in ("false", "", None, 0, 1)),
        (Departure, DEPARTED, "unit", FIRST),
        *((SpecialCase, CLAIMED, "elected", v) for v in ("no", "", 0, 1)),
        (SpecialCase, CLAIMED, "determined_on", "2026-03-02"),
        (SpecialCase, CLAIMED, "elected_by", PERSON.encode()),
        (Interpretation, INTERPRETED, "option", True),
        (Listing, LISTED, "unit", "91120116MAXT00011U"),
        *((Organization, UNIT, "abroad", v) for v in ("no", "", 0, 1)),
        (Organization, UNIT, "branches_in", None),
        (Organization, UNIT, "branches_in", "120116"),
        (Organization, UNIT, "succeeds", [FIRST.id]),
        (Organ, {"function": "decision"}, "function", 1),
        (Organ, {"function": "decision"}, "body", 1),
        (Governance, {}, "principal", PERSON),
        (Governance, {}, "technologist", (PERSON,)),
        (Governance, {}, "organs", (PERSON,)),
        *((Engagement, ENGAGED, "revoked", v) for v in ("no", None, 1)),
        (Engagement, ENGAGED, "role", "lead"),
        (Bar, BARRED, "unit", "91120116MAXT00011U"),
        (Bar, BARRED, "window", (DAY, DAY)),
        (Bar, BARRED, "enforceable_to", "2026-03-02"),
        (Register, {}, "engagements", None),
        (Register, {}, "engagements", ({},)),
        (Register, {}, "bars", ("C1",)),
        (Register, {}, "complete_to", "2026-03-02"),
        (History, {"consortium": "C1"}, "events", ({},)),
        (History, {"consortium": "C1"}, "events", None),
        (History, {"events": ()}, "consortium", None),
        (Case, {}, "application", {}),
        (Case, {}, "application", None),
        (Dossier, {}, "history", ()),
        *(
            (sort, sound, field, value)
            for sort, sound in ((Surroundings, {}), (Case, FILED), (Dossier, TOLD))
            for field, value in (
                ("register", None),
                ("register", {}),
                ("attestations", ("x",)),
                ("attestations", None),
                ("attestations", [attestation("art4.s1")]),
                ("departures", (attestation("art4.s1"),)),
                ("special_case", {"ground": PERSON}),
                ("listings", ({},)),
                ("interpretations", ("x",)),
                ("record", None),
                ("calendar", "x"),
                ("cycle_from", "2026"),
                ("cycle_from", True),
            )
        ),
    ],
)
def test_a_value_of_another_sort_is_refused_at_its_field(
    sort: Any, sound: dict[str, Any], field: str, value: Any
) -> None:
    """Whether something holds is never left to the truth value of what was handed over."""
    assert refused(lambda: sort(**{**sound, field: value})) == [(field, FaultKind.TYPE_ERROR)]


STATE = replay(HISTORY, DAY)
ACT = put_on_file(4)
REPORT = DRAFT.check("formation", MET, on=DAY)


@pytest.mark.parametrize(
    ("call", "path"),
    [
        *(
            (lambda v=v, p=p, i=i: p.check(i, v, on=DAY), "case")
            for v in ({"application": PERSON}, None, MET.application, HISTORY, PERSON)
            for p, i in ((DRAFT, "formation"), (GROUNDS, "striking_off"), (GROUNDS, "coming_back"))
        ),
        (lambda: DRAFT.check_formation({"lead": PERSON}, on=DAY), "application"),  # type: ignore[arg-type] # the test
        (
            lambda: DRAFT.check_formation(MET.application, on=DAY, register={}),  # type: ignore[arg-type] # the test
            "register",
        ),
        (lambda: DRAFT.hinges({}), "report"),  # type: ignore[arg-type] # the test
        (lambda: DRAFT.hinges(None), "report"),  # type: ignore[arg-type] # the test
        (lambda: compare({}, REPORT), "before"),  # type: ignore[arg-type] # the test
        (lambda: compare(REPORT, None), "after"),  # type: ignore[arg-type] # the test
        (lambda: decide("CN-XX", STATE, ACT, DAY), "policy"),  # type: ignore[arg-type] # the test
        (lambda: decide(MEASURES, HISTORY, ACT, DAY), "consortium"),  # type: ignore[arg-type] # the test
        (lambda: decide(MEASURES, STATE, {}, DAY), "act"),  # type: ignore[arg-type] # the test
        (lambda: decide(MEASURES, STATE, ACT, DAY, None), "given"),  # type: ignore[arg-type] # the test
        (lambda: possible_acts(MEASURES, {}, DAY), "consortium"),  # type: ignore[arg-type] # the test
        (lambda: audit(MEASURES, {}, DAY), "history"),  # type: ignore[arg-type] # the test
        (lambda: audit(MEASURES, HISTORY, DAY, {}), "given"),  # type: ignore[arg-type] # the test
        (lambda: duties(MEASURES, HISTORY, DAY), "consortium"),  # type: ignore[arg-type] # the test
        (lambda: register(MEASURES, None, DAY), "histories"),  # type: ignore[arg-type] # the test
        (lambda: register(MEASURES, [STATE], DAY), "histories[0]"),  # type: ignore[list-item] # the test
        (lambda: register(MEASURES, [HISTORY], DAY, {}), "given"),  # type: ignore[arg-type] # the test
        (lambda: replay(None, DAY), "history"),  # type: ignore[arg-type] # the test
        (lambda: replay({"consortium": PERSON}, DAY), "history[0]"),  # type: ignore[dict-item] # the test
        (lambda: plan_coverage(CYCLICAL, [HISTORY], 2026, on=DAY), "cycle"),  # type: ignore[arg-type] # the test
    ],
)
def test_what_is_not_what_is_asked_about_is_refused_by_its_name(
    call: Callable[[], object], path: str
) -> None:
    """A mapping, nothing at all, or another of our own values: told, and not stumbled over."""
    assert refused(call) == [(path, FaultKind.TYPE_ERROR)]


def test_what_to_hand_in_instead_is_said() -> None:
    """Who has JSON is told what reads it; who has an application, what it goes into."""
    for given, told in (
        ({}, ("structure_case", "structure_dossier")),
        (MET.application, ("Case(application=…)",)),
    ):
        with pytest.raises(InvalidInputError) as caught:
            DRAFT.check("formation", given, on=DAY)  # type: ignore[arg-type] # the test
        (fault,) = caught.value.faults
        assert all(word in fault.zh and word in fault.en for word in told)


def test_what_is_wrong_is_told_all_at_once() -> None:
    """A name nobody gave, beside what is of another sort."""
    assert refused(lambda: Attestation(what="x", by="", on=date.min, holds="no")) == [  # type: ignore[arg-type] # the test
        ("holds", FaultKind.TYPE_ERROR),
        ("by", FaultKind.INVALID_VALUE),
    ]
    assert refused(lambda: Identifier(1, "x")) == [("scheme", FaultKind.TYPE_ERROR)]  # type: ignore[arg-type] # the test
