"""Cases put into tables: what ``assess`` reads, from the values that a single check takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from innov_consortium.core.asking import Departures, derive, derive_items
from innov_consortium.core.attestations import Attested
from innov_consortium.core.case import Case
from innov_consortium.core.checking import departures_of, entities_of, plan_of, settings_of
from innov_consortium.core.clauses import Evidence, Force
from innov_consortium.core.known import known_on
from innov_consortium.core.plan import ENTITIES, Asked, Plan
from innov_consortium.core.policy import Policy
from innov_consortium.core.tables import KEY, Tables
from innov_consortium.errors import Fault, FaultKind, InvalidInputError, MalformedPolicyError
from innov_consortium.frames.asking import column_name
from innov_consortium.frames.assessing import tables_of

__all__ = ["Population", "population_of"]

_ATTESTED = ENTITIES.index("attested")


@frozen
class Population:
    """Cases as rows of tables.

    Args:
        applications: One row an application; its number is its place among the cases.
        members: One row a participating unit.
    """

    applications: list[dict[str, Any]] = field(factory=list)
    members: list[dict[str, Any]] = field(factory=list)


def population_of(
    policy: Policy, cases: Iterable[Case], *, on: date, inquiry: str = "formation"
) -> Population:
    """Return the rows that a policy derives the facts of cases from.

    Args:
        policy: The policy.
        cases: The cases.
        on: The day asked about; what is dated later is not looked at.
        inquiry: The inquiry that will be asked.

    Raises:
        MalformedPolicyError: The policy does not tell how a case is put into columns.
        InvalidInputError: An official interpretation comes with a case: of tables one policy is
            asked, and interpretations are its own; see :meth:`Policy.with_readings`.
    """
    tables = tables_of(policy)
    if tables.rows_of is None:
        msg = f"policy {policy.code} does not tell how a case is put into columns"
        raise MalformedPolicyError(msg)
    plan = plan_of(policy, policy.inquiry(inquiry))
    found = Population()
    for number, case in enumerate(cases):
        known = known_on(case, on)
        if known.interpretations:
            raise InvalidInputError([_interpreted(number)])
        own, members = tables.rows_of(known, on, settings_of(policy).values)
        given = _Given(tables, plan, entities_of(policy, known, on), departures_of(policy, known))
        found.applications.append({KEY: number, **given.of_application(), **own})
        for place, row in enumerate(members):
            found.members.append({KEY: number, **row, **given.of_member(place)})
    return found


def _interpreted(number: int) -> Fault:
    return Fault(
        FaultKind.INCONSISTENT,
        f"cases[{number}].interpretations",
        "数据表用同一个政策判断；官方解释请先以 with_readings 写进政策",
        "of tables one policy is asked: put official interpretations to it first, with_readings",
    )


@frozen(slots=False, eq=False)
class _Given:
    """What is given of a case in columns of the facts' own names, and in those of words said."""

    tables: Tables
    plan: Plan
    entities: tuple[Any, ...]
    departures: Departures

    @property
    def attested(self) -> Attested:
        """What is attested, by others than the applicants."""
        attested: Attested = self.entities[_ATTESTED]
        return attested

    def of_application(self) -> dict[str, Any]:
        """Return what is given of the application as a whole."""
        facts = derive(self.plan, self.entities)
        own = {f.name for f in self.tables.facts}
        compared = (n for a in self._asked() for n in a.norm.facts)
        row = {name: _plain(facts[name]) for name in compared if name in facts and name not in own}
        row |= self._of_few()
        for column in self.tables.applications:
            name = column.name.removeprefix("attested__")
            if name != column.name:
                row[column.name] = self.attested.holds(name)
        for asked in self._asked():
            row |= dict(self._words(asked, None))
        return row

    def of_member(self, place: int) -> dict[str, Any]:
        """Return what is given of a participating unit.

        Args:
            place: Its place among them.
        """
        row: dict[str, Any] = {}
        for group in self.plan.groups:
            units, _ = self._items.get(group.items.name, ((), {}))
            if group.items.name == self.tables.rows:
                for asked in group.asked:
                    row |= dict(self._words(asked, units[place].key))
        return row

    @property
    def _items(self) -> Mapping[str, Any]:
        return derive_items(self.plan, self.entities)

    def _asked(self) -> Iterator[Asked]:
        yield from self.plan.asked
        for group in self.plan.groups:
            yield from group.asked

    def _of_few(self) -> dict[str, Any]:
        """Return the facts of the items that the text itself names."""
        row: dict[str, Any] = {}
        for group in self.plan.groups:
            units, facts = self._items[group.items.name]
            if not group.items.needs:
                compared = {n for a in group.asked for n in a.norm.facts if n in facts}
                for name in compared:
                    values = zip(units, facts[name], strict=True)
                    row |= {f"{name}__{unit}": _plain(value) for unit, value in values}
        return row

    def _words(self, asked: Asked, unit: Any) -> Iterator[tuple[str, Any]]:
        """Yield what somebody has said of a norm: of the whole case, or of a unit."""
        norm, column = asked.norm, column_name(asked.norm.provision)
        if asked.attested:
            among = self.attested.among(asked.attested_by) if asked.attested_by else self.attested
            word = among.holds(norm.provision, unit)
            if word is not None:
                yield f"attested__{column}", word
        if norm.force is Force.IN_PRINCIPLE:
            departure = self.departures.get((norm.provision, unit))
            if departure is not None:
                yield f"departure__{column}", departure.accepted


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Evidence) else value
