"""No region's law is in a simulation: a made-up text that files, not approves, is lived, too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from attrs import evolve
from tests.examples.test_shuiyun import PACKAGE, SHUIYUN

from innov_consortium import Phase, Standing, Surroundings
from innov_consortium.core.events import Ended, Filed
from innov_consortium.core.records import Falsification
from innov_consortium.simulation import Behaviour, Run, Scene, Turn, copies_of, simulate

SPECIMENS: Any = __import__(f"{PACKAGE.__name__}.specimens", fromlist=["case"])
EVENTS: Any = __import__(f"{PACKAGE.__name__}.events", fromlist=["Returned"])
BUREAU = "市科学技术局"
YEARS = range(2026, 2032)


def known(scene: Scene) -> Surroundings:
    """The lead has spent enough and is attested; half are found out in the second year."""
    year, before = scene.year, scene.given
    lead = scene.application.lead
    spent = SPECIMENS.figures(lead, ["30000000"] * 3, ["900000000"] * 3).figures
    new = tuple(evolve(f, year=f.year + year - 2026) for f in spent)
    found: tuple[Falsification, ...] = ()
    if year == 2027 and scene.stream("found out").chance(0.5):
        found = (
            Falsification(
                unit=lead.id, context="filing", serious=True, by=BUREAU, on=date(year, 5, 1)
            ),
        )
    own = {(f.year, f.metric): f for f in (*before.record.figures, *new)}
    said = evolve(SPECIMENS.attested("art5.p4.s1"), on=date(year, 1, 5))
    return Surroundings(
        attestations=(*before.attestations, said),
        record=evolve(
            before.record,
            figures=tuple(own.values()),
            falsifications=found if scene.attempt == 1 else (),
            complete_to=date(year, 12, 31),
        ),
    )


def filing(scene: Scene) -> Mapping[str, Any]:
    documents = frozenset(scene.policy.numbers.filing_documents)
    return {"documents": documents, "co_applicants": frozenset()}


def publicity(scene: Scene) -> Mapping[str, Any]:
    days = scene.stream("publicity").pick({4: 1, 7: 3})
    return {"last": scene.day + timedelta(days=days - 1)}


def striking_off(scene: Scene) -> Mapping[str, Any] | None:
    grounds = scene.established("striking_off")
    return {"grounds": grounds, "document": "水科备（虚构）"} if grounds else None


def turn(step: str, month: int, day: int, says: Any = lambda _: {}) -> Turn:
    return Turn(step=step, on=lambda scene: date(scene.year, month, day), says=says)


BEHAVIOUR = Behaviour(
    known=known,
    turns=(
        turn("file", 3, 2, filing),
        turn("file_again", 3, 2, filing),
        turn("publicise", 3, 9, publicity),
        turn("put_on_file", 3, 20),
        turn("return", 3, 27),
        turn("strike_off", 6, 1, striking_off),
    ),
)


@cache
def run() -> Run:
    return simulate(SHUIYUN, copies_of(SPECIMENS.case().application, 10), YEARS, BEHAVIOUR, 4)


def test_a_text_that_files_is_lived_as_well() -> None:
    granted = {step for tally in run().tallies for step in tally.granted}
    assert granted >= {"file", "publicise", "put_on_file", "return", "file_again", "strike_off"}
    second = run().tallies[1]
    assert second.barred == second.phases[Phase.ENDED] > 0
    assert {p for tally in run().tallies for p in tally.refused_by} >= {"art8.p1.s1"}


def test_its_own_bar_keeps_a_lead_out() -> None:
    """Eighteen months from the striking off: the filings of 2028 are within, those of 2029 not."""
    struck = [r.candidate for r in run().rows if r.year == 2027 and "strike_off" in r.granted]
    assert struck
    for n in struck:
        first, *later = run().histories(n)
        ended = first.events[-1]
        assert isinstance(ended, Ended)
        assert ended.on == date(2027, 6, 1)
        held = [h for r in run().rows_of(n) for h in r.held if "art13.p1.s1b" in h.provisions]
        assert {h.on.year for h in held} <= {2028}
        for history in later:
            recognised = [e for e in history.events if e.tag == "recognised"]
            filed = [e for e in history.events if isinstance(e, Filed)]
            assert all(e.on > date(2028, 12, 1) for e in recognised)
            assert filed


def test_every_act_audits_clean() -> None:
    audited = [one for n in range(10) for history in run().trace(n).audit() for one in history]
    assert {one.standing for one in audited} == {Standing.ALLOWED}
    assert any(isinstance(one.event, EVENTS.Returned) for one in audited)
