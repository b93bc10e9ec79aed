"""How a policy derives its facts from the columns of tables: what its ``columns.py`` is made of.

A population is two tables: one row an application, one row a participating unit. What a column is,
and how facts are derived from columns, is plain data here; the frames' library that computes it is
imported by a policy's ``columns.py`` and by nothing else of the policy.
"""

from __future__ import annotations

import enum
import functools
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import field, frozen

from innov_consortium.core import words
from innov_consortium.core.clauses import Clause, Fact, P, R
from innov_consortium.errors import MalformedPolicyError

if TYPE_CHECKING:
    from innov_consortium.core.case import Case  # noqa: TC004 - what rows tell of is one
    from innov_consortium.core.register import Register

__all__ = [
    "KEY",
    "ColumnKind",
    "ColumnSpec",
    "Tables",
    "TallyFact",
    "kinds_of",
    "staged_column",
    "tally",
]

#: The column by which all tables of a population are joined.
KEY = "application"


class ColumnKind(enum.Enum):
    """What stands in a column. Null is unknown in every one of them."""

    TRUTH = "truth"
    COUNT = "count"
    DAY = "day"
    TEXT = "text"
    MONEY = "money"


_KINDS: tuple[tuple[Any, ColumnKind], ...] = (
    (words.Truth, ColumnKind.TRUTH),
    (words.Int, ColumnKind.COUNT),
    (words.Day, ColumnKind.DAY),
    (words.Word, ColumnKind.TEXT),
    (words.Money, ColumnKind.MONEY),
)


@frozen(kw_only=True)
class ColumnSpec:
    """A column that a policy reads.

    Args:
        name: Its name in the table.
        kind: What stands in it.
        zh: What it says, in Chinese.
        en: The same in English.
        unit: The unit of a count or an amount; empty if it has none.
        required: Whether the table must have it; one that is not there is null in every row.
        options: The words it may contain; empty for any. Another one is unknown.
        others: What further words begin with, where the list is not closed; empty if it is.
        certain: Whether only that it holds can be known: of what is said not to hold it is then
            unknown whether it does. That nothing is missing from a register is such a thing.
    """

    name: str
    kind: ColumnKind
    zh: str
    en: str
    unit: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    others: str = ""
    certain: bool = False


RowsOf: TypeAlias = (
    "Callable[[Case, date, Mapping[str, Any]], tuple[dict[str, Any], list[dict[str, Any]]]]"
)


CaseOf: TypeAlias = (
    "Callable[[Row, Sequence[Row], date, Mapping[str, Any], Register | None], Lifted]"
)

Row: TypeAlias = Mapping[str, Any]


def _frozen(given: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(given))


@frozen
class Lifted:
    """A case that rows of tables tell of.

    Args:
        case: The case.
        facts: Facts of the whole application that the case cannot say: unknown numbers, for one;
            those of a member that stands in the application's own row with the prefix of that.
        members: The same of each member, in the order of the rows.
    """

    case: Case
    facts: Mapping[str, Any] = field(factory=dict, converter=_frozen)
    members: tuple[Mapping[str, Any], ...] = ()


class TallyFact(Fact[P, R]):
    """A fact of an application that counts over the rows of its members; no members count 0.

    Its function says what one row counts: a truth value for one or none, or a whole number.
    """


def tally(*, each: str) -> Callable[[Callable[P, R]], TallyFact[P, R]]:
    """Make a function a tally over the rows of a sort of item; see :class:`TallyFact`.

    >>> @tally(each="participant")
    ... def enterprises(is_enterprise: Any) -> Any:
    ...     return is_enterprise
    >>> enterprises.each, enterprises.needs
    ('participant', ('is_enterprise',))
    """
    made: Callable[[Callable[P, R]], TallyFact[P, R]] = functools.partial(TallyFact, each=each)
    return made


@frozen(kw_only=True)
class Tables:
    """How a policy derives its facts from columns.

    Args:
        applications: The columns of the table with one row an application.
        members: The columns of the table with one row a participating unit.
        items: The columns of tables of other sorts of items, by the sort; a fact that is given
            there needs no specification unless only some words are meant.
        facts: How facts are derived from columns, by the names they have in the policy: positional
            parameters name columns or other facts, keyword-only ones the policy's numbers and
            readings, or ``given``, the names of the columns that are there.
        staged: The facts of a row that are put into columns, one after the other, before others
            are derived, because a function looks at them across rows; see :func:`staged_column`.
        once: The staged facts by which rows of one application are alike: of several that are, a
            tally counts one. Rows of which one of these is not known are none of them alike.
        rows: The sort of item that is a row of ``members``.
        rows_of: Returns what stands in the columns for one case on a day, under the policy's
            numbers and readings: the application's own row, and those of its members; ``None`` if
            that is not offered.
        case_of: The other way round: returns the case that rows tell of, on a day, under the
            policy's numbers and readings, beside a register if one is given; it raises
            :class:`~innov_consortium.errors.InvalidInputError` where no case can say what they say.
            ``None`` if that is not offered.
        joined: Sorts of items that are the rows of ``members`` and one more, which stands in the
            application's own row, each with the prefix of its columns there.
    """

    applications: tuple[ColumnSpec, ...] = ()
    members: tuple[ColumnSpec, ...] = ()
    items: Mapping[str, tuple[ColumnSpec, ...]] = field(factory=dict, converter=_frozen)
    facts: tuple[Fact[..., Any], ...] = ()
    staged: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    rows: str = "participant"
    rows_of: RowsOf | None = None
    case_of: CaseOf | None = None
    joined: Mapping[str, str] = field(factory=dict, converter=_frozen)

    def __attrs_post_init__(self) -> None:
        faults = [*self._named_twice(), *self._of_no_row()]
        if faults:
            listed = "\n".join(faults)
            msg = f"these tables cannot be used:\n{listed}"
            raise MalformedPolicyError(msg)

    def _named_twice(self) -> Iterator[str]:
        for named in (
            [c.name for c in self.applications],
            [c.name for c in self.members],
            [f.name for f in self.facts],
        ):
            yield from (f"{n} is named twice" for n in dict.fromkeys(named) if named.count(n) > 1)

    def _of_no_row(self) -> Iterator[str]:
        sorts = {self.rows, *self.joined}
        for one in self.facts:
            if isinstance(one, TallyFact) and one.each not in sorts:
                yield f"{one.name} counts over {one.each}, which is no row of members"


def staged_column(name: str) -> str:
    """Return the name of the column that a staged fact is put into.

    >>> staged_column("unit_key")
    'innov__staged_unit_key'
    """
    return f"innov__staged_{name}"


def kinds_of(clause: Clause[...]) -> dict[str, ColumnKind]:
    """Return what each fact a clause compares is, by what its parameters are annotated with.

    Raises:
        MalformedPolicyError: A parameter is annotated as something that no column can hold.

    >>> from innov_consortium.core.clauses import clause
    >>> @clause("art1.s1")
    ... def enough(participants: words.Int) -> words.Truth:
    ...     return words.exists(participants)
    >>> kinds_of(enough)
    {'participants': <ColumnKind.COUNT: 'count'>}
    """
    hints = typing.get_type_hints(clause.function)
    found = {}
    for name in clause.needs:
        kind = next((kind for hint, kind in _KINDS if hints.get(name) == hint), None)
        if kind is None:
            msg = f"{clause.where}: {name} is annotated as nothing that a column holds"
            raise MalformedPolicyError(msg)
        found[name] = kind
    return found
