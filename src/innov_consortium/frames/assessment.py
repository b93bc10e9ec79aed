"""What a policy says of whole tables, and the way from a row back to a single report."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

import narwhals as nw
from attrs import field, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.report import Norm, Report
from innov_consortium.core.tables import KEY, ColumnKind, ColumnSpec
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.frames.failing import failing
from innov_consortium.frames.questions import Question
from innov_consortium.frames.scalar import OneByOne, RowsOfOne

__all__ = ["Assessment", "Checked", "Difference", "Given"]

Id: TypeAlias = "int | str"


@frozen(kw_only=True, eq=False)
class Given:
    """What was asked, of which tables.

    Args:
        policy: The policy.
        inquiry: The name of the inquiry.
        applications: The table of applications.
        members: The table of their members; ``None`` if there is none.
        on: The day asked about, or the column that says which.
        register: What is known across consortia; ``None`` if columns tell.
        items: Further tables, by the sort of item that is a row.
    """

    policy: Policy
    inquiry: str
    applications: Any
    members: Any
    on: date | str
    register: Register | None
    items: Mapping[str, Any]

    def of(self, ids: Iterable[Id]) -> Given:
        """Return the same question about some of the applications only."""
        ids = list(ids)

        def some(native: Any) -> Any:
            frame: Any = nw.from_native(native)
            return frame.filter(nw.col(KEY).is_in(ids)).to_native()

        return Given(
            policy=self.policy,
            inquiry=self.inquiry,
            applications=some(self.applications),
            members=None if self.members is None else some(self.members),
            on=self.on,
            register=self.register,
            items=MappingProxyType({sort: some(one) for sort, one in self.items.items()}),
        )


@frozen
class Difference:
    """A row of which the two paths do not say the same.

    Args:
        application: Its number.
        column: The column: ``answer``, ``in_force`` or that of a norm.
        by_table: What the table says.
        by_case: What the check of the single case says.
    """

    application: Id
    column: str
    by_table: str | None
    by_case: str | None


@frozen
class Checked:
    """What came of comparing rows with single checks.

    Args:
        compared: How many were compared.
        beyond: The applications of which no single case can say what their rows say: they were not
            compared.
        differences: Where the two paths do not say the same; none, if all is well.
        reasons: Why each of those beyond was not compared.
    """

    compared: int
    beyond: tuple[Id, ...]
    differences: tuple[Difference, ...]
    reasons: Mapping[Id, str] = field(factory=dict, eq=False, repr=False)


@frozen(kw_only=True, slots=False, eq=False)
class Assessment:
    """What a policy says of every row.

    Args:
        given: What was asked, of which tables.
        frame: One row an application, a table of the caller's own library: ``application``,
            ``in_force``, ``answer``, then the outcome of every norm asked, null where the text
            gives no basis. The rows are in no particular order.
        norms: The norms asked, by the names of their columns, in the order of the law.
        unread: The columns of each table that nothing was derived from.
        question: The question as it was laid out.
    """

    given: Given = field(repr=False)
    frame: Any = field(repr=False)
    norms: Mapping[str, Norm] = field(repr=False)
    unread: Mapping[str, tuple[str, ...]]
    question: Question = field(repr=False)

    def failing(self, sort: str | None = None) -> Any:
        """Return the rows of members of which something asked of each is not met, or is open.

        Args:
            sort: Another sort of item that there is a table of; ``None`` for members.

        Returns:
            A table of the caller's own library: the columns of the rows, then the outcome of every
            norm that is asked of each, before anything gives way.

        Raises:
            LookupError: There is no table of such items.
        """
        return failing(self.question, sort)

    def why(self, application: Id) -> Report:
        """Return the full report of one application, by the path of a single check.

        Raises:
            InvalidInputError: No single case can say what its rows say, for instance because the
                same unit stands twice; the faults tell why.
            LookupError: There is no such application.
        """
        given = self.given.of([application])
        rows = _fetched(given)
        if application not in rows:
            msg = f"there is no application {application!r}"
            raise LookupError(msg)
        day = self._day_of(rows[application])
        return self._one_by_one(self.given.policy.under(day)).report(rows[application], day)

    def checked(self, number: int, seed: int = 0) -> Checked:
        """Compare rows taken at random with single checks of the same applications.

        Args:
            number: How many, at most.
            seed: What the choice is made from; the same seed chooses the same.
        """
        from innov_consortium.frames.assessing import assess  # noqa: PLC0415 - it makes these

        everyone = sorted(row[KEY] for row in _rows(self.given.applications, [KEY]))
        chosen = random.Random(seed).sample(everyone, min(number, len(everyone)))  # noqa: S311
        given = self.given.of(chosen)
        again = assess(
            given.policy,
            given.applications,
            given.members,
            on=given.on,
            register=given.register,
            inquiry=given.inquiry,
            items=given.items,
        )
        by_table = {row[KEY]: row for row in _rows(again.frame)}
        beyond, differences, reasons = [], [], {}
        one_by_one = cache(self._one_by_one)
        for application, rows in _fetched(given).items():
            try:
                day = self._day_of(rows)
                report = one_by_one(given.policy.under(day)).report(rows, day)
            except InvalidInputError as error:
                beyond.append(application)
                reasons[application] = str(error)
                continue
            said = self._said(report)
            for column, here in by_table[application].items():
                if column != KEY and here != said.get(column):
                    differences.append(Difference(application, column, here, said.get(column)))
        return Checked(len(chosen) - len(beyond), tuple(beyond), tuple(differences), reasons)

    def _said(self, report: Report) -> dict[str, str]:
        """Return what a report says, as the columns of a row."""
        names = {(n.provision, n.name): column for column, n in self.norms.items()}
        said = {"in_force": report.in_force.value, "answer": report.answer.value}
        for finding in report:
            column = names.get((finding.provision, finding.norm.name))
            if column is not None:
                said[column] = finding.outcome.value
        return said

    def _day_of(self, rows: RowsOfOne) -> date:
        on = self.given.on
        day: date | None = rows.application[on] if isinstance(on, str) else on
        if day is None:
            zh, en = "没有写明所问之日", "the day asked about is not given"
            raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, f"applications.{on}", zh, en)])
        return day

    def _one_by_one(self, policy: Policy) -> OneByOne:
        """Return a policy, as it is on a day, that checks applications one by one."""
        given, tables = self.given, self.question.deriver.tables
        worded = [
            ColumnSpec(name=name, kind=ColumnKind.TEXT, zh=name, en=name, options=options)
            for name, options in self.question.deriver.options.items()
        ]
        return OneByOne(policy, given.inquiry, tables, given.register, tuple(given.items), worded)


def _rows(native: Any, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Return the rows of a table as plain values; a column without a type is left out."""
    frame: Any = nw.from_native(native)
    typed = [n for n, dtype in frame.collect_schema().items() if not isinstance(dtype, nw.Unknown)]
    wanted = typed if columns is None else list(columns)
    frame = frame.select(*wanted)
    if isinstance(frame, nw.LazyFrame):
        polars = frame.implementation.is_polars()
        frame = frame.collect() if polars else frame.collect(backend="pyarrow")
        frame = frame.select(*wanted)  # Dask's index comes along
    found: list[dict[str, Any]] = frame.rows(named=True)
    return found


def _fetched(given: Given) -> dict[Id, RowsOfOne]:
    """Return the rows of every application there is in the tables."""
    members: dict[Id, list[dict[str, Any]]] = {}
    for row in [] if given.members is None else _rows(given.members):
        members.setdefault(row[KEY], []).append(row)
    items: dict[str, dict[Id, list[dict[str, Any]]]] = {sort: {} for sort in given.items}
    for sort, table in given.items.items():
        for row in _rows(table):
            items[sort].setdefault(row[KEY], []).append(row)
    return {
        row[KEY]: RowsOfOne(
            row,
            members.get(row[KEY], []),
            {sort: rows.get(row[KEY], []) for sort, rows in items.items()},
        )
        for row in _rows(given.applications)
    }
