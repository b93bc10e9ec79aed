"""Populations and a behaviour to measure and test simulations with: every rate is made up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from attrs import evolve
from benchmarks.generated import BUREAU, HEADS, PUBLISHED, full_case

from innov_consortium import (
    Agreement,
    Application,
    Identifier,
    Organization,
    OrganizationKind,
    Person,
    Policy,
    Surroundings,
    catalogue,
)
from innov_consortium.core import uscc
from innov_consortium.core.events import ResultNotified
from innov_consortium.core.records import Falsification, Record
from innov_consortium.policies.tianjin.events import DistrictOpinion, ExpertOpinion, ReviewMode
from innov_consortium.simulation import Behaviour, Drawn, Scene, Stream, Turn

__all__ = ["BEHAVIOUR", "apart", "policy", "sharing"]

DISTRICT = "和平区科技局"
DISTRICT_CODE = "120101"
MATERIALS = frozenset({"年度运行总结"})
HANDED_IN = frozenset({"construction_plan", "proofs"})
FULL = full_case(6)
#: How many participants have how large a share.
SIZES = {4: 1, 5: 1, 6: 5, 7: 2}
#: From the last grade to the next one; from none to the first.
GRADES: dict[str | None, dict[str, float]] = {
    None: {"good": 5, "qualified": 3, "unqualified": 2},
    "good": {"good": 7, "qualified": 2, "unqualified": 1},
    "qualified": {"good": 3, "qualified": 4, "unqualified": 3},
    "unqualified": {"good": 1, "qualified": 3, "unqualified": 6},
}


def policy() -> Policy:
    """Return the text as if it held for thirty years, so that ten can be simulated."""
    published = catalogue().select("CN-TJ").supposing_published(PUBLISHED)
    return published.with_numbers(valid_until=date(2055, 4, 10))


# --- who ------------------------------------------------------------------------------------------


def apart(count: int) -> Drawn:
    """Return candidates none of which has a unit in common with another."""
    return Drawn(partial(_candidate, 0), count)


def sharing(count: int, pool: int) -> Drawn:
    """Return candidates whose participants are drawn from a pool of units."""
    return Drawn(partial(_candidate, pool), count)


def _candidate(pool: int, index: int, chances: Stream) -> Application:
    size = chances.pick(SIZES)
    numbers = [chances.below(pool) if pool else 10 * index + n for n in range(size)]
    lead = evolve(_unit(5_000_000 + index), domicile=DISTRICT_CODE)
    units = tuple(_unit(n) for n in dict.fromkeys(numbers))
    made = FULL.application
    signed = frozenset(unit.key for unit in (lead, *units))
    agreement = Agreement(signed_on=date(2020, 1, 6), signatories=signed, heads=HEADS)
    governance = made.governance
    if governance is not None:
        one, other = Person(f"测试人员{index}甲"), Person(f"测试人员{index}乙")
        governance = evolve(governance, principal=one, technologist=other)
    return evolve(made, lead=lead, participants=units, agreement=agreement, governance=governance)


def _unit(number: int) -> Organization:
    body = f"91120116MA{number:07d}"
    code = Identifier.uscc(body + uscc.check_character(body))
    return Organization(name=f"测试企业{number}有限公司", id=code, kind=OrganizationKind.ENTERPRISE)


# --- what they do ---------------------------------------------------------------------------------


def _known(scene: Scene) -> Surroundings:
    """Everything is attested while an application is pending; a few are found to have falsified."""
    year, before = scene.year, scene.given
    said = before.attestations
    if scene.consortium.recognised_on is None:
        said = tuple(evolve(one, on=date(year, 1, 5)) for one in FULL.attestations)
    found = before.record.falsifications if scene.consortium.recognised_on is not None else ()
    if scene.stream("falsified").chance(0.02):
        found += (
            Falsification(
                unit=scene.application.lead.id,
                context="annual_evaluation",
                year=year,
                serious=True,
                by=BUREAU,
                on=date(year, 9, 1),
            ),
        )
    record = Record(falsifications=found, complete_to=date(year, 12, 31))
    return Surroundings(attestations=said, record=record)


def _on(month: int, day: int, chance: float, scene: Scene) -> date | None:
    if chance < 1 and not scene.stream(f"{month}-{day}").chance(chance):
        return None
    return date(scene.year, month, day)


def _evaluated(month: int, day: int, scene: Scene) -> date | None:
    """Everybody is evaluated in the year after the recognition, and then every third year."""
    recognised = scene.consortium.recognised_on
    if recognised is None or (scene.year - recognised.year) % 3 != 1:
        return None
    return date(scene.year, month, day)


def _grade(scene: Scene) -> Mapping[str, Any]:
    last = scene.last(ResultNotified)
    return {"grade": scene.stream("grade").pick(GRADES[None if last is None else last.grade])}


def _revocation(scene: Scene) -> Mapping[str, Any] | None:
    grounds = scene.established("revocation_grounds")
    if not grounds:
        return None
    return {"grounds": grounds, "document": f"测试撤销〔{scene.year}〕{scene.index}号"}


def _said(fields: Mapping[str, Any], _: Scene) -> Mapping[str, Any]:
    return fields


def _publicised(scene: Scene) -> Mapping[str, Any]:
    return {"last": date(scene.year, 5, 12)}


def _called(scene: Scene) -> Mapping[str, Any]:
    return {"deadline": date(scene.year, 9, 30), "required": MATERIALS}


def _turn(step: str, month: int, day: int, chance: float = 1, **said: Any) -> Turn:
    return Turn(step=step, on=partial(_on, month, day, chance), says=partial(_said, said))


def _in_evaluation(step: str, month: int, day: int, **said: Any) -> Turn:
    return Turn(step=step, on=partial(_evaluated, month, day), says=partial(_said, said))


#: Four in ten apply in a year, of these nine in ten are recommended, and all who can are approved.
BEHAVIOUR = Behaviour(
    known=_known,
    turns=(
        _turn("call", 2, 10),
        _turn("file", 3, 2, 0.4, recipient=DISTRICT, documents=HANDED_IN),
        _turn("review", 3, 20, 0.9, by=DISTRICT),
        _turn("decline", 3, 20, by=DISTRICT, opinion=DistrictOpinion.NOT_RECOMMEND),
        _turn("forward", 3, 23, by=DISTRICT),
        _turn(
            "expert_review",
            *(4, 10),
            agency="测试服务中心",
            mode=ReviewMode.ORAL_DEFENCE,
            opinion=ExpertOpinion.RECOMMENDED,
        ),
        Turn(step="publicise", on=partial(_on, 5, 6, 1), says=_publicised),
        _turn("approve", 6, 1, document="测试批复"),
        _turn("refuse", 6, 2),
        Turn(step="call_evaluation", on=partial(_evaluated, 6, 10), says=_called),
        _in_evaluation("select_for_evaluation", 6, 25),
        _in_evaluation("submit_materials", 9, 20, items=MATERIALS),
        _in_evaluation("go_through_stage", 11, 1, stage="document_review"),
        _in_evaluation("go_through_stage", 11, 2, stage="site_visit"),
        _in_evaluation("go_through_stage", 11, 3, stage="overall_assessment"),
        _in_evaluation("confirm_result", 11, 4),
        Turn(step="notify_result", on=partial(_evaluated, 12, 10), says=_grade),
        Turn(step="revoke", on=partial(_on, 12, 20, 1), says=_revocation),
    ),
)
