"""Whole populations assessed: an inquiry asked of every row of two tables at once."""

from __future__ import annotations

import enum
import importlib
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import narwhals as nw

from innov_consortium.core.case import Surroundings
from innov_consortium.core.checking import pending_plan, plan_of, settings_of
from innov_consortium.core.clauses import Clause, Outcome
from innov_consortium.core.inquiries import Inquiry
from innov_consortium.core.known import known_on
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Register
from innov_consortium.core.report import Answer
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.tables import KEY, ColumnKind, ColumnSpec, Tables, kinds_of
from innov_consortium.core.text import check_day
from innov_consortium.errors import Fault, FaultKind, InvalidInputError, MalformedPolicyError
from innov_consortium.frames.answers import answers
from innov_consortium.frames.asking import column_name
from innov_consortium.frames.assessment import Assessment, Given
from innov_consortium.frames.backends import Frame, own_table
from innov_consortium.frames.codes import code, words_of
from innov_consortium.frames.columns import column_faults, key_faults
from innov_consortium.frames.deriving import Deriver, place_of
from innov_consortium.frames.inforce import InForce, in_force_of
from innov_consortium.frames.questions import Question
from innov_consortium.frames.spread import engine_of, spread
from innov_consortium.frames.windows import spanned

__all__ = ["assess", "kinds_asked", "tables_of"]

_OUTCOMES = tuple(outcome.value for outcome in Outcome)
_ANSWERS = tuple(answer.value for answer in Answer)
_FORCES = tuple(force.value for force in ForceInTime)


def tables_of(policy: Policy) -> Tables:
    """Return how a policy derives its facts from columns; a policy need not derive any.

    Raises:
        MalformedPolicyError: The module it names offers no such thing.
    """
    if not policy.columns:
        return Tables()
    module = importlib.import_module(policy.columns)
    tables = getattr(module, "COLUMNS", None)
    if not isinstance(tables, Tables):
        msg = f"policy {policy.code}: {policy.columns} has no COLUMNS that is a Tables"
        raise MalformedPolicyError(msg)
    return tables


def assess(
    policy: Policy,
    applications: Any,
    members: Any = None,
    *,
    on: date | str,
    register: Register | None = None,
    inquiry: str = "formation",
    items: Mapping[str, Any] | None = None,
) -> Assessment:
    """Ask an inquiry of every application in a table, with the clauses that decide a single case.

    Null is unknown. Nothing is computed here while the tables are lazy. Where the policy has
    reforms, every row is asked under those that count on its day.

    Args:
        policy: The policy.
        applications: One row an application, with the column ``application`` by which the other
            tables are joined to it; the columns the policy reads are those of
            :func:`columns_read`.
        members: One row a participating unit; an application without rows has none.
        on: The day asked about, or the column of ``applications`` that says which.
        register: What is known across consortia; of what it tells, columns may tell instead.
        inquiry: The name of the inquiry.
        items: Further tables of items, by their sort, such as ``project``: one row an item.

    Raises:
        InvalidInputError: A table is of no library that is taken, or columns are missing or of a
            wrong type: all of them at once.
        LookupError: The policy has no such inquiry.
    """
    if not isinstance(on, str):
        check_day("on", on)
    if policy.additional:
        msg = "what is asked beside a policy is not asked of tables: use policy.without_additional"
        raise MalformedPolicyError(msg)
    given = Given(
        policy=policy.under(on) if isinstance(on, date) else policy,
        inquiry=inquiry,
        applications=applications,
        members=members,
        on=on,
        register=register,
        items=MappingProxyType(dict(items or {})),
    )
    engine = engine_of(applications)
    return _reformed(given) if engine is None else spread(given, engine, _reformed)


def _reformed(given: Given) -> Assessment:
    """Return what a policy says of every row, each under the reforms of its day."""
    if given.policy.reforms and isinstance(given.on, str):
        return spanned(given, given.on, _assessed)
    return _assessed(given)


def _assessed(given: Given) -> Assessment:
    """Return what a policy says of every row, as it is whatever the day."""
    policy, on = given.policy, given.on
    asked = policy.inquiry(given.inquiry)
    tables = (given.applications, given.members, given.items)
    question = _question(policy, asked, tables, on, given.register)
    own = question.applications
    in_force = in_force_of(policy, nw.col(on) if isinstance(on, str) else on, own.words(_FORCES))
    faults = _unusable(question, on)
    if not faults:
        question.lay()
        in_force = _finishing(policy, asked, question, in_force, on)
        faults = _misfits(question)
    if faults:
        raise InvalidInputError(faults)
    frame = _answered(question, in_force, asked)
    return Assessment(
        given=given,
        frame=own.native(frame),
        question=question,
        norms=MappingProxyType({name: question.asked[name].norm for name in question.found}),
        unread=_unread(question, on),
    )


def _finishing(
    policy: Policy, asked: Inquiry, question: Question, in_force: InForce, on: date | str
) -> InForce:
    """Return whether there is a basis, also for what is finished after the text has ended."""
    plan = pending_plan(policy) if asked.of == "application" else None
    if plan is None or in_force.expired is False:
        return in_force
    repealed = policy.in_time.repealed  # a repeal is no expiry
    if isinstance(on, date) and policy.in_time.is_repealed(on):
        return in_force
    for one in plan.asked:  # none, where it is read so that nothing is finished
        finished = question.beside(one).expression == code(Outcome.MET)
        if repealed is not None and isinstance(on, str):
            finished = finished & (nw.col(on) < nw.lit(repealed.on))
        in_force = in_force.finishing(finished)
    return in_force


def _question(
    policy: Policy,
    asked: Inquiry,
    given: tuple[Any, Any, Mapping[str, Any]],
    on: date | str,
    register: Register | None,
) -> Question:
    applications, members, items = given
    tables = tables_of(policy)
    named = {**items, **({} if members is None else {tables.rows: members})}
    own = own_table(applications, "applications")
    plain: dict[str, Any] = {
        "register": _known(register, on),
        "on": on if isinstance(on, date) else None,
        "published_on": None if policy.publication is None else policy.publication.day,
    }
    if isinstance(on, date):
        plain["day"] = nw.lit(on, nw.Date())
    deriver = Deriver(
        tables=tables,
        settings=settings_of(policy).values,
        each={f.name: f.each for f in policy.facts},
        kinds={**_kinds_pending(policy, asked), **kinds_asked(asked)},
        options=_options(policy),
        plain=plain,
        whole=place_of(own.schema),
        day=nw.col(on) if isinstance(on, str) else None,
    )
    rows = {sort: own_table(one, _called(tables, sort)).beside(own) for sort, one in named.items()}
    return Question(plan_of(policy, asked), deriver, own, rows)


def _known(register: Register | None, on: date | str) -> Register | None:
    """Return what a register tells on the day asked about: what happened later does not exist."""
    if register is None or isinstance(on, str):
        return register
    return known_on(Surroundings(register=register), on).register


def _options(policy: Policy) -> dict[str, tuple[str, ...]]:
    """Return the words that facts may be attested as."""
    words = ((f.name, f.attested) for f in policy.facts)
    return {
        name: tuple(str(one.value) for one in kind)
        for name, kind in words
        if kind is not None and issubclass(kind, enum.Enum)
    }


def _called(tables: Tables, sort: str) -> str:
    return "members" if sort == tables.rows else f"items[{sort}]"


def _kinds_pending(policy: Policy, asked: Inquiry) -> dict[str, ColumnKind]:
    clause = policy.in_time.pending
    return {} if clause is None or asked.of != "application" else kinds_of(clause)


def kinds_asked(asked: Inquiry) -> dict[str, ColumnKind]:
    """Return what the facts are that an inquiry compares.

    Args:
        asked: The inquiry.
    """
    kinds: dict[str, ColumnKind] = {}
    for norm, _ in asked.norms:
        if isinstance(norm, Clause):
            kinds.update(kinds_of(norm))
        elif norm.only_if is not None:
            kinds[norm.only_if] = ColumnKind.TRUTH
    return kinds


# --- what is wrong with the tables ----------------------------------------------------------------


def _unusable(question: Question, on: date | str) -> list[Fault]:
    """Return what keeps the tables from being joined."""
    tables = question.deriver.tables
    faults = list(key_faults("applications", question.applications.schema))
    faults = faults or list(question.applications.key_value_faults())
    faults += _strange_sorts(question)
    for sort, table in question.tables.items():
        faults += key_faults(_called(tables, sort), table.schema)
        faults += question.applications.joins(table, _called(tables, sort))
    if isinstance(on, str):
        day = ColumnSpec(
            name=on,
            kind=ColumnKind.DAY,
            zh="所问之日所在的列（on 是文字的，指列名；一个日期请写 date(…)）",
            en="the column of the day asked about (text is the name of a column; a day is a date)",
            required=True,
        )
        faults += column_faults("applications", question.applications.schema, [day])
    return faults


def _strange_sorts(question: Question) -> Iterator[Fault]:
    """Yield the tables of items that nothing is asked of."""
    tables = question.deriver.tables
    own = {tables.rows, *tables.joined}
    there = [g.items.name for g in question.plan.groups if g.items.needs]
    for sort in question.tables:
        if sort not in (*there, *own):
            known = "、".join(s for s in there if s not in own) or "—"
            yield Fault(
                FaultKind.INVALID_VALUE,
                f"items[{sort}]",
                f"该询问不问这样的事项；可用：{known}",
                f"nothing is asked of such items in this inquiry; there are: {known}",
            )


def _misfits(question: Question) -> list[Fault]:
    """Return what is wrong with the columns that are read."""
    deriver = question.deriver
    schemas = {"applications": question.applications.schema}
    schemas |= {_called(deriver.tables, s): t.schema for s, t in question.tables.items()}
    faults: list[Fault] = []
    for name, schema in schemas.items():
        specs = [spec for (table, _), spec in deriver.read.items() if table == name]
        faults += column_faults(name, schema, specs)
    if deriver.tallies and deriver.tables.rows not in question.tables:
        counted = ", ".join(deriver.tallies)
        faults.append(
            Fault(
                FaultKind.INVALID_VALUE,
                "members",
                f"缺少成员单位表，无从计数：{counted}；也可以在 applications 中直接给出这些列",
                f"is not there, and these are counted from it: {counted}; columns of "
                "applications may give them instead",
            )
        )
    return faults


def _unread(question: Question, on: date | str) -> Mapping[str, tuple[str, ...]]:
    tables = question.deriver.tables
    schemas = {"applications": question.applications.schema}
    schemas |= {_called(tables, s): t.schema for s, t in question.tables.items()}
    read = {*question.deriver.read, ("applications", on)}
    return MappingProxyType(
        {
            table: tuple(c for c in schema if c != KEY and (table, c) not in read)
            for table, schema in schemas.items()
        }
    )


# --- what comes out -------------------------------------------------------------------------------


def _answered(question: Question, in_force: InForce, asked: Inquiry) -> Frame:
    own = question.applications
    frame: Any = question.joined()
    for step in question.steps:
        frame = frame.with_columns(**step) if step else frame
    found = question.found
    norms = {name: one.norm for name, one in question.asked.items()}
    always = {column_name(clause.name) for clause in asked.afterwards}
    answer = answers(norms, found, in_force, own.words(_ANSWERS), grounds=asked.grounds)
    dtype = own.words(_OUTCOMES)
    outcomes = {
        name: _where_based(words_of(one, dtype), in_force, dtype, always=name in always)
        for name, one in found.items()
    }
    if question.deriver.day is not None:  # of a row without a day nothing can be said
        dated = ~question.deriver.day.is_null()
        outcomes = {name: nw.when(dated).then(one) for name, one in outcomes.items()}
        undated = nw.lit(Answer.OPEN.value, own.words(_ANSWERS))
        answer = nw.when(dated).then(answer).otherwise(undated)
    answered: Frame = frame.select(KEY, in_force=in_force.word, answer=answer, **outcomes)
    return answered


def _where_based(words: nw.Expr, in_force: InForce, dtype: Any, *, always: bool) -> nw.Expr:
    """Return outcomes where something can be based on the text, and null elsewhere."""
    tests = [in_force.based, *([in_force.expired] if always else [])]
    if True in [t for t in tests if isinstance(t, bool)]:
        return words
    open_ = [t for t in tests if not isinstance(t, bool)]
    if not open_:
        return nw.lit(None, dtype)
    test = open_[0] if len(open_) == 1 else open_[0] | open_[1]
    return nw.when(test).then(words)
