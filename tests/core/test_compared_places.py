"""What two reports are said to differ in, where a place or the day asked about is another one.

An item that only stands elsewhere is the same item, and that another day was asked about is no
difference of what is known; but a fact that happens to be that day is a fact like any other.
"""

from __future__ import annotations

from datetime import date

from attrs import evolve
from tests.conftest import DAY, DRAFT, LEAD, MET, PUBLISHED, unit
from tests.toy_grounds import GROUNDS, TWICE

from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.comparing import Comparison, FindingDifference, compare
from innov_consortium.core.consortium import Agreement
from innov_consortium.core.organizations import Organization
from innov_consortium.core.report import Report

TOY = DRAFT.supposing_published(PUBLISHED)
ABROAD = unit(2, abroad=True)


def of(*units: Organization) -> Case:
    """Return the case in which all is met, but with other participants."""
    signed = Agreement(signed_on=DAY, signatories=frozenset(u.key for u in (LEAD, *units)))
    return evolve(MET, application=evolve(MET.application, participants=units, agreement=signed))


def formation(case: Case) -> Report:
    """Return the report of a case, on its day."""
    return TOY.check("formation", case, on=DAY)


def difference(compared: Comparison, clause: str) -> FindingDifference:
    """Return how the findings of a clause differ; it is told once."""
    (found,) = [f for f in compared.findings if f.clause == clause]
    return found


def test_a_participant_that_stands_elsewhere_is_the_same_one() -> None:
    """What is found of each is found of it wherever it stands; only the order is another one."""
    before, after = of(unit(1), ABROAD, unit(3)), of(ABROAD, unit(1), unit(3))
    found = difference(compare(formation(before), formation(after)), "in_the_mainland")
    assert (found.items, found.facts, found.outcome_differs) == ((), (), False)


def test_of_whom_another_thing_is_found_is_told_by_its_place_before() -> None:
    """Or after, if it was not there; in the order of the places, the eleventh after the second."""
    others = tuple(unit(n) for n in range(20, 28))
    before = of(unit(1), unit(3), ABROAD, *others, unit(11, abroad=True))
    after = of(unit(4, abroad=True), unit(1), unit(3), unit(2), *others, unit(11))
    compared = compare(formation(before), formation(after))
    found = difference(compared, "in_the_mainland")
    told = [
        (d.name.partition("participants")[2], d.before is not None, d.after is not None)
        for d in found.items
    ]
    assert told == [("[0]", False, True), ("[2]", True, False), ("[11]", True, False)]


def test_that_another_day_was_asked_about_is_no_difference_of_facts() -> None:
    """The facts that differ are told without the day itself."""
    days = date(2029, 2, 27), date(2029, 3, 1)
    reports = [GROUNDS.check("coming_back", Dossier(history=TWICE), on=day) for day in days]
    compared = compare(*reports)
    found = difference(compared, "not_barred")
    assert [d.name for d in found.facts] == ["struck_off", "last_barred_day"]
    assert [(d.before, d.after) for d in found.facts] == [
        (False, True),
        (None, date(2031, 2, 28)),
    ]
    assert compared.days == days


def test_a_fact_that_is_the_day_asked_about_is_a_fact() -> None:
    """A publication on the very day is another one than a publication on the day after."""
    first, second = date(2027, 3, 1), date(2027, 3, 2)
    reports = [
        GROUNDS.supposing_published(day).check("coming_back", Dossier(history=TWICE), on=day)
        for day in (first, second)
    ]
    found = difference(compare(*reports), "begun")
    assert [(d.name, d.before, d.after) for d in found.facts] == [("published_on", first, second)]
    same = [
        GROUNDS.supposing_published(first).check("coming_back", Dossier(history=TWICE), on=day)
        for day in (first, second)
    ]
    assert [f.clause for f in compare(*same).findings] == []
