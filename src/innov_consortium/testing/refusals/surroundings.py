"""What an input fragment is set into: valid units, a valid application, a valid formation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from attrs import define, field

from innov_consortium.core.policy import Policy
from innov_consortium.interchange import dumps, unstructure_dossier
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.lives import life_of
from innov_consortium.testing.cases.publishing import Editions
from innov_consortium.testing.cases.samples import domicile_made_up, made_up, office_of

__all__ = ["AS_OF", "LEAD", "PARTICIPANTS", "Surroundings", "participant"]

#: The day asked about where a fragment dates nothing.
AS_OF: Final = date(2026, 3, 2)

_PUBLISHED: Final = "2025-04-11"
_BUREAU: Final = "市科技局"
_REVIEWED: Final = "district_reviewed"

#: The units of the format, which a fragment may name.
LEAD: Final[Mapping[str, str]] = {
    "name": "津甲科技领军有限公司",
    "id": "91120116MALE00016L",
    "kind": "enterprise",
}
PARTICIPANTS: Final[tuple[Mapping[str, str], ...]] = (
    {"name": "测试企业01有限公司", "id": "91120116MAXT00011U", "kind": "enterprise"},
    {"name": "测试企业02有限公司", "id": "91120116MAXT0002XK", "kind": "enterprise"},
    {"name": "测试企业03有限公司", "id": "91120116MAXT00038K", "kind": "enterprise"},
    {"name": "测试企业04有限公司", "id": "91120116MAXT00046E", "kind": "enterprise"},
    {"name": "测试研究所01", "id": "12120000MBXT000154", "kind": "research_institution"},
    {
        "name": "测试大学01",
        "id": "12120000MCXT00019J",
        "kind": "university",
        "college": "材料学院",
    },
)

#: How a formation goes that nothing is wrong with, in the words of the format. Which department
#: reviews it depends on where the lead is.
_FORMATION: Final[tuple[Mapping[str, Any], ...]] = (
    {"type": "call_issued", "on": "2026-02-10", "year": 2026, "by": _BUREAU},
    {"type": "application_filed", "on": "2026-03-02", "by": LEAD["name"]},
    {"type": _REVIEWED, "on": "2026-03-20", "opinion": "recommend"},
    {"type": "forwarded_to_bureau", "on": "2026-03-23"},
    {
        "type": "expert_reviewed",
        "on": "2026-04-10",
        "agency": "第三方服务机构甲",
        "mode": "oral_defence",
        "opinion": "recommended",
    },
    {"type": "publicity_started", "on": "2026-05-06"},
    {"type": "publicity_ended", "on": "2026-05-12"},
    {"type": "approved", "on": "2026-06-01", "by": _BUREAU},
)
_SETTLED: Final = date(2026, 6, 1)


def participant(number: object, policy: Policy) -> dict[str, Any]:
    """Return the ``number``-th valid participant, counted from nought: every one is another unit.

    Raises:
        ValueError: It is no number of one.
    """
    if type(number) is not int or not 0 <= number < 10**9:
        msg = f"P({number!r}): there is no such participant"
        raise ValueError(msg)
    if number < len(PARTICIPANTS):
        return dict(PARTICIPANTS[number])
    return made_up(policy, 1, first=number)[0]


@define
class Surroundings:
    """What the fragments of a run are set into, made once.

    Args:
        policy: The policy asked, with no publication supplied.
    """

    policy: Policy
    _published: Policy | None = field(default=None, init=False)
    _history: str = field(default="", init=False)

    @property
    def published(self) -> Policy:
        """The policy as published where that is not at issue; one that is already stays so."""
        if self.policy.publication is not None:
            return self.policy
        if self._published is None:
            given = Facts({"instrument": {"published_on": _PUBLISHED}}, "")
            self._published = Editions(self.policy).of(given)
        return self._published

    def application(self) -> dict[str, Any]:
        """Return the document of an application that nothing is wrong with."""
        filed: dict[str, Any] = next(e for e in self._whole()["events"] if "application" in e)
        application: dict[str, Any] = filed["application"]
        return application

    def formation(self, *, until: int, before: date | None) -> dict[str, Any]:
        """Return the document of the history of a consortium that nothing is wrong with.

        Args:
            until: How many of the events of a formation there are, the call being the first.
            before: The day before which it has to be over; ``None`` for any.
        """
        whole = self._whole()
        events = whole["events"][:until]
        last = max((_last(event) for event in events), default=_SETTLED)
        if before is not None and last >= before:
            earlier = before - last - timedelta(days=1)
            events = [_moved(event, earlier) for event in events]
            whole["attestations"] = [_moved(one, earlier) for one in whole["attestations"]]
        whole["events"] = events
        return whole

    def _whole(self) -> dict[str, Any]:
        """Return the document of a whole formation, a new one each time."""
        if not self._history:
            reviewer = office_of(domicile_made_up(self.policy))
            given = {
                "events": [
                    {"by": reviewer, **event} if event["type"] == _REVIEWED else dict(event)
                    for event in _FORMATION
                ],
                "consortium_members": {
                    "lead": dict(LEAD),
                    "participants": [dict(unit) for unit in PARTICIPANTS],
                },
            }
            life = life_of(Facts(given, ""), self.published, _SETTLED)
            self._history = dumps(unstructure_dossier(life.dossier))
        whole: dict[str, Any] = json.loads(self._history)
        return whole


def _last(event: Mapping[str, Any]) -> date:
    return date.fromisoformat(event.get("last") or event["on"])


def _moved(value: Mapping[str, Any], by: timedelta) -> dict[str, Any]:
    """Return something with its days so much earlier, as far as the calendar goes."""
    moved: dict[str, Any] = {}
    for key, one in value.items():
        if isinstance(one, dict):
            moved[key] = _moved(one, by)
        elif isinstance(one, str) and (key in ("on", "last", "first") or key.endswith("_on")):
            moved[key] = _earlier(date.fromisoformat(one), by).isoformat()
        else:
            moved[key] = one
    return moved


def _earlier(day: date, by: timedelta) -> date:
    return date.fromordinal(max(day.toordinal() + by.days, date.min.toordinal()))
