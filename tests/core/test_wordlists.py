"""Words are those a policy lists, wherever they stand; what an attestation is about must be known.

The policy is the made-up filing one, with lists of its own.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from tests.core.filings import APPLICATION, MEASURES, day, filed, life, put_on_file

from innov_consortium.core.attestations import Attestation
from innov_consortium.core.case import Case, Dossier, Surroundings
from innov_consortium.core.consortium import Agreement, Governance, Organ
from innov_consortium.core.decide import decide
from innov_consortium.core.events import (
    Corrected,
    EvaluationCalled,
    EvaluationStaged,
    Event,
    ProjectApplied,
    ProjectFunded,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
)
from innov_consortium.core.figures import AnnualFigure
from innov_consortium.core.history import replay
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.records import Accident, EarlierFunding, Falsification, Record
from innov_consortium.core.usability import case_faults
from innov_consortium.core.wordlists import PLACES
from innov_consortium.errors import Fault, FaultKind, InvalidInputError

LISTED = (
    ("lists", ("questions",)),
    ("cooperation", ("standards",)),
    ("agreement.heads", ("goals",)),
    ("governance.organs", ("decision",)),
    ("documents", ("plan",)),
    ("grades", ("high", "middle", "low")),
    ("evaluation.stages", ("visit", "review")),
    ("funding.sources", ("county", "province")),
    ("record.contexts", ("filing",)),
    ("record.accident_grades", ("large",)),
    ("record.accident_categories", ("fire",)),
    ("figures.metrics", ("turnover",)),
)
POLICY = evolve(MEASURES, vocabulary=LISTED)
ON_FILE = (filed(1), put_on_file(3))


def with_record(**parts: Any) -> Case:
    return Case(application=APPLICATION, record=Record(**parts))


def with_event(event: Event) -> Dossier:
    return Dossier(history=life(*ON_FILE, event))


def with_application(**parts: Any) -> Case:
    return Case(application=evolve(APPLICATION, **parts))


def measure(unit: Identifier, metric: str) -> AnnualFigure:
    return AnnualFigure(unit=unit, year=2025, metric=metric, value=Decimal(1))


def saying(word: str | None) -> dict[str, tuple[str, Surroundings]]:
    """Return, by where a word stands, the list it is held against and a case that says it."""
    some = None if word is None else frozenset({word})
    organs = None if word is None else (Organ(word),)
    funded = EarlierFunding(source=word)
    falsified, accident = Falsification(on=day(1), context=word), Accident(occurred_on=day(1))
    graded, sorted_ = evolve(accident, grade=word), evolve(accident, category=word)
    firm = Identifier("LEI", "529900T8BM49AURSDO55")
    measured = () if word is None else (measure(firm, word),)
    agreed, governed = Agreement(heads=some), Governance(organs=organs)
    return {
        "application.lists": ("lists", with_application(lists=some)),
        "application.cooperation": ("cooperation", with_application(cooperation=some)),
        "application.agreement.heads": ("agreement.heads", with_application(agreement=agreed)),
        "application.governance.organs": (
            "governance.organs",
            with_application(governance=governed),
        ),
        "events[2].documents": ("documents", with_event(filed(4, documents=some))),
        "events[2].stage": (
            "evaluation.stages",
            with_event(EvaluationStaged(on=day(4), stage=word)),
        ),
        **{
            f"events[2].grade {sort.tag}": ("grades", with_event(sort(on=day(4), grade=word)))
            for sort in (ResultNotified, ResultCorrected, SelfEvaluated)
        },
        "events[2].source": ("funding.sources", with_event(ProjectFunded(on=day(4), source=word))),
        "record.earlier_funding[1].source": (
            "funding.sources",
            with_record(earlier_funding=(EarlierFunding(), funded)),
        ),
        "record.falsifications[0].context": (
            "record.contexts",
            with_record(falsifications=(falsified,)),
        ),
        "record.accidents[1].grade": (
            "record.accident_grades",
            with_record(accidents=(accident, graded)),
        ),
        "record.accidents[0].category": (
            "record.accident_categories",
            with_record(accidents=(sorted_,)),
        ),
        "record.figures[0].metric": ("figures.metrics", with_record(figures=measured)),
    }


PATHS = sorted(saying(None))


def faults_of(where: str, word: str | None) -> list[Fault]:
    return case_faults(POLICY, saying(word)[where][1])


def test_every_place_has_its_case() -> None:
    """Each place in which a policy may list words is looked at below."""
    assert {place for place, _ in saying(None).values()} == PLACES == set(dict(LISTED))


@pytest.mark.parametrize("where", PATHS)
def test_word_that_is_not_listed(where: str) -> None:
    """It is told at its path, with the list and with what may be meant."""
    place = saying(None)[where][0]
    listed = dict(LISTED)[place]
    slip = f"{listed[0]}x"
    (fault,) = faults_of(where, slip)

    assert (fault.kind, fault.path) == (FaultKind.INVALID_VALUE, where.partition(" ")[0])
    assert fault.en.startswith(f"{slip!r} is not a word listed; there are {', '.join(listed)}")
    assert fault.en.endswith(f"; did you mean {listed[0]!r}?")
    assert fault.zh.startswith(f"{slip!r} 不是所列的词；可用：{'、'.join(listed)}")
    assert fault.zh.endswith(f"；是否指 {listed[0]!r}？")


@pytest.mark.parametrize("where", PATHS)
def test_word_that_is_listed_or_not_said(where: str) -> None:
    """Every word of the list will do; what is not known is no word."""
    place = saying(None)[where][0]

    assert [faults_of(where, word) for word in (None, *dict(LISTED)[place])] == [
        [] for _ in (None, *dict(LISTED)[place])
    ]


@pytest.mark.parametrize("where", PATHS)
def test_word_that_says_it_is_another(where: str) -> None:
    """It stands for what the list does not name, unless the list says there is nothing else."""
    place = saying(None)[where][0]
    found = faults_of(where, "other:more")

    assert [f.path for f in found] == ([where.partition(" ")[0]] if place == "grades" else [])
    (fault,) = faults_of(where, "strange")
    assert ("written 'other:strange'" in fault.en) is (place != "grades")
    assert ("and no others" in fault.en) is (place == "grades")
    assert ("此外没有别的" in fault.zh) is (place == "grades")


@pytest.mark.parametrize("where", PATHS)
def test_where_nothing_is_listed_any_word_will_do(where: str) -> None:
    """A text that has no list has no strange words."""
    assert case_faults(MEASURES, saying("strange")[where][1]) == []


def test_all_strange_words_are_told() -> None:
    """Those of several events and those on record, in a correction too."""
    wrong = ResultNotified(on=day(4), grade="hih", id="r")
    right = Corrected(on=day(5), of="r", instead=evolve(wrong, grade="hgh"))
    record = Record(
        accidents=(Accident(occurred_on=day(1), grade="x", category="y"),),
        falsifications=(Falsification(on=day(1), context="z"),),
    )
    dossier = Dossier(history=life(*ON_FILE, wrong, right), record=record)

    assert [f.path for f in case_faults(POLICY, dossier)] == [
        "events[2].grade",
        "events[3].instead.grade",
        "record.falsifications[0].context",
        "record.accidents[0].category",
        "record.accidents[0].grade",
    ]


def test_an_act_speaks_in_the_same_words() -> None:
    """What is about to happen is told under ``act``."""
    act = ResultNotified(on=day(5), by="某局", grade="hgh")
    with pytest.raises(InvalidInputError) as caught:
        decide(POLICY, replay(life(*ON_FILE), day(5)), act, day(5), Dossier(history=life(*ON_FILE)))

    assert [f.path for f in caught.value.faults] == ["act.grade"]


# --- what an attestation is about -----------------------------------------------------------------

HAPPENED = (
    EvaluationCalled(on=day(4), year=2027),
    ResultNotified(on=day(5)),
    ProjectApplied(on=day(6), project="p1"),
    SelfEvaluated(on=date(2029, 1, 1)),
)


def items_refused(
    item: str, *events: Event, act: Event | None = None, on: date | None = None
) -> list[Fault]:
    word = Attestation(what="sound", by="某局", on=on or day(7), item=item)
    dossier = Dossier(history=life(*ON_FILE, *events), attestations=(word,))
    told = case_faults(POLICY, dossier, () if act is None else (act,))
    return [f for f in told if f.path == "attestations[0].item"]


@pytest.mark.parametrize("item", ["2027", "2026", "2029", "p1", "art2.s2"])
def test_an_attestation_names_a_year_evaluated_or_a_project(item: str) -> None:
    """A year of which an event of an evaluation tells, be it only by its day."""
    assert items_refused(item, *HAPPENED) == []


@pytest.mark.parametrize(
    "item", ["2028", "2025", "02027", "P1", "p2", "project:p1", "evaluation:2027", "1"]
)
def test_an_attestation_about_nothing_in_the_history(item: str) -> None:
    """A slip of the pen would make it count for nothing: it is told, with what there is."""
    (fault,) = items_refused(item, *HAPPENED)

    assert fault.kind is FaultKind.INVALID_VALUE
    assert fault.en.startswith(
        f"{item!r} is neither the id of a change or a project, nor a year that was evaluated or "
        "that the history runs through, nor a provision"
    )
    assert fault.zh.startswith(f"{item!r} 不是变更、项目的编号，不是所评价的或历史经过的年度，")


@pytest.mark.parametrize(
    ("item", "refused"), [("2025", 1), ("2026", 0), ("2027", 0), ("2028", 0), ("2029", 1)]
)
def test_a_year_of_which_nothing_is_recorded(item: str, refused: int) -> None:
    """It can be spoken of all the same, from the history's first year to the attestation's own."""
    assert len(items_refused(item, on=date(2028, 1, 1))) == refused


def test_without_a_history_no_year_is_known() -> None:
    """Of an application nothing has been evaluated."""
    word = Attestation(what="sound", by="某局", on=day(7), item="2026")
    told = case_faults(POLICY, Case(application=APPLICATION, attestations=(word,)))

    assert "attestations[0].item" in [f.path for f in told]


def test_what_may_be_meant_is_suggested() -> None:
    """Of years, of projects and of provisions."""
    assert [
        items_refused(item, *HAPPENED)[0].en.partition("; ")[2]
        for item in ("20277", "p11", "art2s2")
    ] == ["did you mean '2027'?", "did you mean 'p1'?", "did you mean 'art2.s2'?"]


def test_a_year_or_a_project_of_an_event_from_elsewhere_or_corrected() -> None:
    """What the act is about, and what a correction puts in the place of another, is known."""
    act = ProjectApplied(on=day(7), project="p9")
    first = ResultNotified(on=day(4), year=2025, id="r")
    again = Corrected(on=day(5), of="r", instead=evolve(first, year=2024))

    assert items_refused("p9", *HAPPENED) != []
    assert items_refused("p9", *HAPPENED, act=act) == []
    assert items_refused("2024", first) != []
    assert items_refused("2024", first, again) == items_refused("2025", first, again) == []
