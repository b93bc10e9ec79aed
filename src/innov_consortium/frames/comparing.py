"""Several policies asked of the same tables: who comes out otherwise, and on which provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import reduce
from types import MappingProxyType
from typing import Any

import narwhals as nw
from attrs import field, frozen

from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer, Norm, Report
from innov_consortium.core.tables import KEY
from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.frames.assessing import assess
from innov_consortium.frames.assessment import Assessment
from innov_consortium.frames.backends import own_table
from innov_consortium.frames.deriving import OWN

__all__ = ["Comparison", "Share", "compare", "sweep"]

_BETWEEN = "; "


@frozen
class Share:
    """How many applications have an answer under a policy.

    Args:
        policy: The name of the policy in the comparison.
        answer: The answer.
        number: How many applications have it.
        of: How many applications there are.
    """

    policy: str
    answer: Answer
    number: int
    of: int

    @property
    def share(self) -> Fraction:
        """What part of the applications that is; of none it is 0."""
        return Fraction(self.number, self.of) if self.of else Fraction(0)


@frozen(kw_only=True, slots=False, eq=False)
class Comparison:
    """What several policies say of every row, side by side.

    Args:
        assessments: What each policy says, by its name; the others are compared with the first.
        frame: One row an application, a table of the caller's own library: ``application``, for
            each policy ``answer__NAME``, for each but the first ``changed__NAME``, the provisions
            that come out otherwise than under the first, in the order of the law, and ``flips``,
            whether the answers are not all alike.
    """

    assessments: Mapping[str, Assessment] = field(repr=False)
    frame: Any = field(repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the policies, the one compared with first."""
        return tuple(self.assessments)

    def flips(self) -> Any:
        """Return the rows whose answers are not all alike; nothing is computed while it is lazy."""
        frame: Any = nw.from_native(self.frame)
        return frame.filter(nw.col("flips")).to_native()

    def counts(self) -> Counter[tuple[Answer, ...]]:
        """Compute how many applications have which answers, one for each policy, in their order."""
        columns = [f"answer__{name}" for name in self.names]
        frame: Any = nw.from_native(self.frame)
        found = frame.group_by(*columns).agg(nw.len().alias("number"))
        if isinstance(found, nw.LazyFrame):
            polars = found.implementation.is_polars()
            found = found.collect(engine="streaming") if polars else found.collect("pyarrow")
        counted: Counter[tuple[Answer, ...]] = Counter()
        for row in found.rows(named=True):
            counted[tuple(Answer(row[column]) for column in columns)] += int(row["number"])
        return counted

    def shares(self) -> tuple[Share, ...]:
        """Compute what share of the applications has which answer under each policy.

        Answers that nobody has are told as well.
        """
        counted = self.counts()
        of = counted.total()
        return tuple(
            Share(name, answer, sum(n for key, n in counted.items() if key[place] is answer), of)
            for place, name in enumerate(self.names)
            for answer in Answer
        )

    def why(self, application: int | str) -> dict[str, Report]:
        """Return the full report of one application under each policy.

        Args:
            application: Its number.

        Raises:
            InvalidInputError: No single case can say what its rows say.
            LookupError: There is no such application.
        """
        return {name: one.why(application) for name, one in self.assessments.items()}


def compare(
    policies: Mapping[str, Policy],
    applications: Any,
    members: Any = None,
    *,
    on: date | str,
    register: Register | None = None,
    inquiry: str = "formation",
    items: Mapping[str, Any] | None = None,
) -> Comparison:
    """Ask an inquiry of the same tables under several policies, and say who comes out otherwise.

    A norm is compared where both policies ask it. A norm of which nothing is said under one of
    them, because there the text gives no basis, comes out otherwise there.

    Args:
        policies: The policies, each under a name; the others are compared with the first.
        applications: The table of applications; see :func:`~innov_consortium.frames.assess`, and
            for the other arguments, too.
        members: The table of participating units.
        on: The day asked about, or the column of ``applications`` that says which.
        register: What is known across consortia.
        inquiry: The name of the inquiry.
        items: Further tables of items, by their sort.

    Raises:
        InvalidInputError: There is no policy, or the tables cannot be used; see ``assess``.
        LookupError: A policy has no such inquiry.
    """
    if not policies:
        zh, en = "没有可比较的政策", "there is no policy to compare"
        raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, "policies", zh, en)])
    own = own_table(applications, "applications")
    asked = own.frame.to_native()
    more: dict[str, Any] = {
        "on": on,
        "register": register,
        "inquiry": inquiry,
        "items": {sort: own_table(one, sort).frame.to_native() for sort, one in _of(items)},
    }
    rows = None if members is None else own_table(members, "members").frame.to_native()
    found = {name: assess(policy, asked, rows, **more) for name, policy in policies.items()}
    return Comparison(assessments=MappingProxyType(found), frame=own.native(_beside(found)))


def sweep(policy: Policy, number: str, values: Iterable[Any]) -> dict[str, Policy]:
    """Return a policy with each of several values of one of its figures, by names to compare.

    Args:
        policy: The policy.
        number: The name of the figure.
        values: The values, each of the type of the figure.

    Raises:
        InvalidInputError: There is no such figure, it cannot have a value, or a reform of the
            policy moves it, so that on some days the values would change nothing.

    Example::

        said = compare(sweep(policy, "min_participants", range(3, 9)), applications, members, on=on)
        said.names  # ("min_participants=3", "min_participants=4", …)
    """
    moving = [one.name for one in policy.reforms if number in dict(one.numbers)]
    if moving:
        fault = Fault(
            FaultKind.INCONSISTENT,
            number,
            f"已由改动 {'、'.join(moving)} 改为其他值，逐一试值不起作用",
            f"is moved by {', '.join(moving)}: trying other values would change nothing there",
        )
        raise InvalidInputError([fault])
    return {f"{number}={value}": policy.with_numbers(**{number: value}) for value in values}


def _of(items: Mapping[str, Any] | None) -> Iterable[tuple[str, Any]]:
    return () if items is None else items.items()


def _beside(found: Mapping[str, Assessment]) -> Any:
    """Return the answers side by side, and beneath which provisions they part."""
    (_, base), *others = found.items()
    frame: Any = nw.from_native(base.frame)
    for place, (_, other) in enumerate(others, start=1):
        theirs: Any = nw.from_native(other.frame)
        named = {_under(place, c): nw.col(c) for c in theirs.collect_schema() if c != KEY}
        frame = frame.join(theirs.select(KEY, **named), on=KEY, how="left")
    answers = {f"answer__{name}": nw.col(_under(n, "answer")) for n, name in enumerate(found)}
    changed = {
        f"changed__{name}": _changed(base, other, place)
        for place, (name, other) in enumerate(others, start=1)
    }
    apart = [nw.col("answer") != nw.col(_under(n, "answer")) for n in range(1, len(found))]
    flips = reduce(lambda one, other: one | other, apart, nw.lit(False, nw.Boolean()))  # noqa: FBT003 - the truth value itself
    return frame.select(KEY, **answers, **changed, flips=flips)


def _under(place: int, column: str) -> str:
    """Return the name of a policy's column beside those of the first."""
    return column if place == 0 else f"{OWN}{place}_{column}"


def _changed(base: Assessment, other: Assessment, place: int) -> nw.Expr:
    """Return the provisions that come out otherwise, as text, in the order of the law."""
    columns: dict[str, list[str]] = {}
    every = {**other.norms, **base.norms}
    for column, norm in sorted(every.items(), key=lambda item: item[1].rank):
        columns.setdefault(norm.provision, []).append(column)
    asked = (base.norms, other.norms)
    told = [_if_apart(provision, several, place, asked) for provision, several in columns.items()]
    if not told:
        return nw.lit("")
    return nw.concat_str(told, separator=_BETWEEN, ignore_nulls=True)


def _if_apart(
    provision: str,
    columns: Sequence[str],
    place: int,
    asked: tuple[Mapping[str, Norm], Mapping[str, Norm]],
) -> nw.Expr:
    """Return the name of a provision where one of its norms comes out otherwise, else null.

    A norm that one of the two does not ask comes out otherwise wherever the other says anything.
    """

    def said(column: str, norms: Mapping[str, Norm], n: int) -> nw.Expr:
        if column not in norms:
            return nw.lit("")
        return nw.col(_under(n, column)).cast(nw.String).fill_null("")

    ours, theirs = asked
    apart = [said(column, ours, 0) != said(column, theirs, place) for column in columns]
    test = reduce(lambda one, other: one | other, apart)
    return nw.when(test).then(nw.lit(provision))
