"""What was known on a day: the day before, the day, the day after, for each dated part."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.case import Case, Surroundings
from innov_consortium.core.consortium import Agreement
from innov_consortium.core.known import known_on
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.records import Accident, EarlierFunding, Falsification, Record
from innov_consortium.core.register import Engagement, Register, Role
from innov_consortium.errors import InvalidInputError

DAY = date(2026, 3, 2)
AROUND = (DAY - timedelta(1), DAY, DAY + timedelta(1))
LONG_AGO = date(2025, 1, 1)
UNIT = Identifier("LEI", "529900T8BM49AURSDO55")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("attestations", Attestation(what="a", by="某局", on=DAY)),
        ("departures", Departure(provision="a", by="某局", on=DAY, reason="理由")),
        ("interpretations", Interpretation(reading="r", option="o", by="某局", on=DAY)),
        ("listings", Listing(unit=UNIT, name="名单", first=DAY)),
    ],
)
def test_what_is_established_exists_from_its_day_on(toy_case: Case, name: str, part: Any) -> None:
    """Not before, and unchanged since."""
    established: dict[str, Any] = {name: (part,)}
    case = evolve(toy_case, **established)
    assert [getattr(known_on(case, d), name) for d in AROUND] == [(), (part,), (part,)]


def test_an_entry_has_an_end_only_after_its_last_day(toy_case: Case) -> None:
    """At the end of its last day it still stands."""
    ended = Listing(unit=UNIT, name="名单", first=LONG_AGO, last=DAY)
    standing = evolve(ended, last=None)
    case = evolve(toy_case, listings=(ended,))
    found = [known_on(case, d).listings for d in AROUND]
    assert found == [(standing,), (standing,), (ended,)]


def test_an_application_is_filed_from_its_day_on(toy_case: Case) -> None:
    """Before that it is being prepared."""
    assert toy_case.application.filed_on == DAY
    found = [known_on(toy_case, d).application.filed_on for d in AROUND]
    assert found == [None, DAY, DAY]


def test_an_agreement_is_signed_from_its_day_on(toy_case: Case) -> None:
    """Before that nobody has signed it; what it will say is its draft."""
    application = toy_case.application
    assert application.agreement is not None
    signed = evolve(application.agreement, signed_on=DAY, heads=frozenset({"goals"}))
    unsigned = Agreement(signed_on=None, signatories=frozenset(), heads=frozenset({"goals"}))
    case = evolve(toy_case, application=evolve(application, agreement=signed))
    found = [known_on(case, d).application.agreement for d in AROUND]
    assert found == [unsigned, signed, signed]


def test_what_has_no_day_is_known_on_every_day(toy_case: Case) -> None:
    """No agreement, and one without a day, are left as they are."""
    for agreement in (None, Agreement(signatories=frozenset())):
        application = evolve(toy_case.application, agreement=agreement, filed_on=None)
        case = evolve(toy_case, application=application, attestations=())
        assert known_on(case, LONG_AGO) == case


def test_an_engagement_exists_from_its_first_day_on(toy_case: Case) -> None:
    """To what day the register is complete stays as it is."""
    one = Engagement(consortium="C1", unit=UNIT, role=Role.LEAD, since=DAY)
    register = Register.complete(to=DAY, engagements=(one,))
    found = [known_on(evolve(toy_case, register=register), d).register for d in AROUND]
    assert found == [Register.complete(to=DAY), register, register]


def test_an_engagement_has_an_end_from_that_day_on(toy_case: Case) -> None:
    """Before that it lasts, and nobody has revoked anything."""
    ended = Engagement(
        consortium="C1", unit=UNIT, role=Role.LEAD, since=LONG_AGO, ended_on=DAY, revoked=True
    )
    lasting = evolve(ended, ended_on=None, revoked=False)
    case = evolve(toy_case, register=Register((ended,)))
    found = [known_on(case, d).register.engagements for d in AROUND]
    assert found == [(lasting,), (ended,), (ended,)]


def test_a_register_nothing_is_taken_from_is_the_same_object(toy_case: Case) -> None:
    """Its index need not be made again."""
    assert known_on(toy_case, DAY).register is toy_case.register


def test_a_case_of_which_nothing_is_dated_later_is_the_same_object(toy_case: Case) -> None:
    """Whatever it holds: each part is handed back as it is, and then the whole is."""
    record = Record(
        falsifications=(Falsification(on=DAY),),
        accidents=(Accident(occurred_on=LONG_AGO, grade="较大", determined_on=DAY),),
        earlier_funding=(EarlierFunding(on=None),),
    )
    listed = Listing(unit=UNIT, name="名单", first=LONG_AGO, last=DAY - timedelta(1))
    departure = Departure(provision="a", by="某局", on=DAY, reason="理由")
    case = evolve(toy_case, record=record, listings=(listed,), departures=(departure,))
    assert [known_on(case, d) is case for d in AROUND] == [False, True, True]
    before = known_on(case, DAY - timedelta(1))
    assert (before.departures, before.record.falsifications) == ((), ())
    assert (before.record.accidents[0].grade, before.listings) == (
        None,
        (evolve(listed, last=None),),
    )


def test_a_special_case_exists_once_it_is_determined(toy_case: Case) -> None:
    """Before that it is a mere claim; a claim without a day is known on every day."""
    determined = SpecialCase(ground="art6.s1", determined_by="某市", determined_on=DAY)
    claimed = SpecialCase(ground="art6.s1")
    case = evolve(toy_case, special_case=determined)
    assert [known_on(case, d).special_case for d in AROUND] == [claimed, determined, determined]
    case = evolve(toy_case, special_case=claimed)
    assert known_on(case, LONG_AGO).special_case == claimed


def test_an_election_is_made_on_its_day(toy_case: Case) -> None:
    """Before that it is not known how the body will choose, nor which."""
    elected = SpecialCase(
        ground="art6.s1",
        determined_by="某市",
        determined_on=LONG_AGO,
        elected=True,
        elected_by="某局",
        elected_on=DAY,
    )
    waiting = evolve(elected, elected=None, elected_by=None, elected_on=None)
    case = evolve(toy_case, special_case=elected)
    assert [known_on(case, d).special_case for d in AROUND] == [waiting, elected, elected]


@pytest.mark.parametrize(
    ("year", "kind"),
    [(0, "invalid_value"), (10_000, "invalid_value"), (True, "type_error"), ("2026", "type_error")],
)
def test_the_first_year_of_cycles_is_a_year(year: Any, kind: str) -> None:
    """Neither nought, nor a truth, nor text."""
    with pytest.raises(InvalidInputError) as caught:
        Surroundings(cycle_from=year)
    assert [(f.path, f.kind.value) for f in caught.value.faults] == [("cycle_from", kind)]
    assert [Surroundings(cycle_from=n).cycle_from for n in (1, 2026, 9999)] == [1, 2026, 9999]
