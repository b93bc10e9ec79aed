"""Policies are values: a text, its ledger, numbers, readings, facts, clauses and inquiries.

A malformed policy cannot be built: every name a function asks for must exist, every provision cited
must stand in the ledger. To ask what another number or reading would mean, make another value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from types import MappingProxyType
from typing import Any

import attrs
from attrs import evolve, field, frozen

from innov_consortium.core.additional import (
    AdditionalClauses,
    additional_faults,
    with_conditions,
)
from innov_consortium.core.asking_again import Asking, history_of
from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.case import Case, Dossier
from innov_consortium.core.changes import change_faults
from innov_consortium.core.checking import (
    force_in_time,
    interpreted,
    plan_of,
    report_of,
    settings_of,
)
from innov_consortium.core.clauses import Clause, Fact, Force, Items, Judgement
from innov_consortium.core.consortium import Application
from innov_consortium.core.conventions import Convention
from innov_consortium.core.duties import Duty
from innov_consortium.core.evaluation import evaluation_faults
from innov_consortium.core.events import Event
from innov_consortium.core.hinges import Hinges, hinges_of
from innov_consortium.core.history import Consortium, replay, standing_paths
from innov_consortium.core.inquiries import Coverage, Inquiry, InTime
from innov_consortium.core.known import known_on
from innov_consortium.core.numbers import Number, numbers_of, with_numbers
from innov_consortium.core.plan import force_of
from innov_consortium.core.readings import Choice, Reading, choose
from innov_consortium.core.reforms import Reform, reform_faults, reformed_on
from innov_consortium.core.register import Register
from innov_consortium.core.report import Norm, Report
from innov_consortium.core.sorts import check_sorts, prepare
from innov_consortium.core.soundness import policy_faults
from innov_consortium.core.sources import (
    ForceInTime,
    Instrument,
    Ledger,
    Provision,
    Publication,
)
from innov_consortium.core.steps import Actor, Step
from innov_consortium.core.text import check_day, name_faults
from innov_consortium.core.usability import case_faults, interpretation_faults
from innov_consortium.errors import Fault, FaultKind, InvalidInputError, MalformedPolicyError

__all__ = ["Policy"]


@frozen(kw_only=True, getstate_setstate=False)
class Policy:
    """What one text means, as a value.

    Args:
        code: GB/T 2260 code of the region, ``990000``.
        aliases: Other names it is selected by, ``CN-XX``.
        instrument: The text as a whole.
        ledger: Every provision of it.
        numbers: Its figures.
        readings: How its disputed wordings are read.
        conventions: How those are treated where nobody chooses.
        facts: What is derived from a case.
        items: The sorts of items clauses are written for one of.
        inquiries: The questions it answers.
        in_time: When it is in force.
        applicants: Words by which applicants call themselves; what they attest does not count.
        approving_bodies: Names of the body that may accept a departure from a 原则上.
        interpreting_bodies: Names under which official interpretations are issued.
        special_grounds: Provisions a special case may rest on.
        vocabulary: The words the text lists, by where they are used: any of
            :data:`~innov_consortium.core.wordlists.PLACES`. Where a text ends its list with 等 one
            may say more, as ``other:…``; a list of ``grades`` is closed.
        steps: Its procedure, as a table.
        actors: The roles in its procedure and its duties.
        events: The sorts of events it adds to those any text shares.
        duties: Who owes what to whom.
        joint_leads: Whether the text knows several leads of one consortium; where it does not, an
            application that names several is refused.
        engagements: The fact that tells who leads and who takes part, with the days; ``None`` if it
            has none.
        parties: The fact that tells who leads and who takes part on the day, each a role with an
            organisation, for those who may act; ``None`` if the application tells.
        bars: The fact that tells who is barred from leading, and when; ``None`` if it has none.
        evaluated: The fact that tells the years in which a consortium was evaluated by experts,
            with a result notified: a tuple of years, or ``None`` where that cannot be said;
            ``None`` if it has none.
        turns: The fact that tells every day to come from which something may be otherwise although
            nothing happens, a tuple of :class:`~innov_consortium.core.turning.Reason`; ``None`` if
            it has none, and then no report tells when its answer changes.
        columns: The module that derives its facts from columns, by its full name, in which
            ``COLUMNS`` is a :class:`~innov_consortium.core.tables.Tables`; empty if there is none.
            It is loaded only where tables are assessed.
        coverage: How much of the text is answered for.
        publication: When it was published, attested or supposed; ``None`` while unknown.
        additional: What texts of districts and of calls ask beside it; see :meth:`with_additional`.
        reforms: Other figures and readings, each for the days of its window; see :meth:`reformed`.
        unreformed: The figures and readings without them, in what :meth:`under` returns; else
            ``None``.
        asking: The one of these that asks, in what :meth:`beside` returns; else ``None``.
        memo: What has been made of the above on demand; no part of the value.

    Raises:
        MalformedPolicyError: Something in it names what does not exist; all of it at once.
    """

    code: str
    aliases: tuple[str, ...] = ()
    instrument: Instrument
    ledger: Ledger = field(repr=False)
    numbers: Any
    readings: tuple[Choice, ...] = field(repr=False)
    facts: tuple[Fact[..., Any], ...] = field(repr=False)
    items: tuple[Items[..., Any], ...] = field(repr=False)
    inquiries: tuple[Inquiry, ...] = field(repr=False)
    in_time: InTime = field(repr=False)
    applicants: tuple[str, ...] = field(default=(), repr=False)
    approving_bodies: tuple[str, ...] = field(default=(), repr=False)
    interpreting_bodies: tuple[str, ...] = field(default=(), repr=False)
    special_grounds: tuple[str, ...] = field(default=(), repr=False)
    vocabulary: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), repr=False)
    steps: tuple[Step, ...] = field(default=(), repr=False)
    actors: tuple[Actor, ...] = field(default=(), repr=False)
    events: tuple[type[Event], ...] = field(default=(), repr=False)
    duties: tuple[Duty, ...] = field(default=(), repr=False)
    conventions: tuple[Convention, ...] = field(default=(), repr=False)
    joint_leads: bool = False
    engagements: str | None = None
    parties: str | None = None
    bars: str | None = None
    evaluated: str | None = None
    turns: str | None = None
    columns: str = ""
    coverage: Coverage = Coverage.COMPLETE
    publication: Publication | None = None
    additional: tuple[AdditionalClauses, ...] = field(default=(), repr=False)
    reforms: tuple[Reform, ...] = ()
    unreformed: tuple[Any, tuple[Choice, ...]] | None = field(default=None, repr=False)
    asking: AdditionalClauses | None = field(default=None, eq=False, repr=False)
    memo: dict[Any, Any] = field(init=False, factory=dict, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        faults = policy_faults(self)
        if faults:
            listed = "\n".join(faults)
            msg = f"policy {self.code} cannot be built:\n{listed}"
            raise MalformedPolicyError(msg)
        prepare(*self.events)

    # --- what it is asked ---------------------------------------------------------------------

    def in_force(self, day: date) -> ForceInTime:
        """Return whether the instrument is in force on ``day``.

        After its last day it is expired, whenever it was published; while its publication is not
        known, whether it has begun is not known either.
        """
        check_day("day", day)
        return force_in_time(self.under(day), day)[0]

    def check_formation(
        self,
        application: Application,
        *,
        on: date,
        register: Register | None = None,
        attestations: tuple[Attestation, ...] = (),
        departures: tuple[Departure, ...] = (),
        special_case: SpecialCase | None = None,
        listings: tuple[Listing, ...] = (),
        interpretations: tuple[Interpretation, ...] = (),
    ) -> Report:
        """Check an application to form a consortium as it stood on ``on``.

        The arguments after ``on`` are the fields of :class:`Case` that a formation rests on; a
        register that is not given is unknown.

        Raises:
            InvalidInputError: The case speaks of something the policy does not know.
        """
        case = Case(
            application=application,
            register=Register.unknown() if register is None else register,
            attestations=attestations,
            departures=departures,
            special_case=special_case,
            listings=listings,
            interpretations=interpretations,
        )
        return self.check("formation", case, on=on)

    def check(self, inquiry: str, case: Case | Dossier, *, on: date) -> Report:
        """Answer an inquiry about an application or a history as it stood on ``on``, norm by norm.

        Nothing dated later is looked at. What the text leaves to a person is answered by
        attestation or stays open; what is not known stays unknown.

        Raises:
            InvalidInputError: The case speaks of something the policy does not know.
            LookupError: The policy has no such inquiry.
        """
        check_day("on", on)
        check_sorts(case=(case, (Case, Dossier)))
        asked = self.inquiry(inquiry)
        known = known_on(case, on)
        consortium = replay(case.history, on) if isinstance(case, Dossier) else None
        faults = [*_unasked(asked, known, consortium), *interpretation_faults(self, case)]
        own = self.under(on)
        settled = own if faults else interpreted(own, known)
        faults += case_faults(settled, case)
        if isinstance(case, Dossier):
            told = tuple(standing_paths(case.history, on))
            faults += evaluation_faults(told)
            faults += change_faults(told)
        if faults:
            raise InvalidInputError(faults)
        again = Asking(settled, asked, known, history_of(case), on)
        return report_of(settled, asked, known, on, consortium, again)

    def hinges(self, report: Report) -> Hinges:
        """Return under which readings the answer of a report, or a finding, would be another one.

        Every reading its norms rest on is taken otherwise, in every way there is, and then every
        two of them. One that an official interpretation settled is left as it is.

        Args:
            report: A report of :meth:`check`, under whatever readings, numbers and publication.

        Raises:
            InvalidInputError: The report is of another text, or about an act.
        """
        return hinges_of(self, report)

    def inquiry(self, name: str) -> Inquiry:
        """Return an inquiry by its name.

        Raises:
            LookupError: There is none; the message lists those there are.
        """
        for one in self.inquiries:
            if one.name == name:
                return one
        there = ", ".join(one.name for one in self.inquiries)
        msg = f"policy {self.code} has no inquiry {name!r}; there are: {there}"
        raise LookupError(msg)

    def norms(self, inquiry: str) -> tuple[Norm, ...]:
        """Return what an inquiry asks under the present numbers and readings, in order."""
        return plan_of(self, self.inquiry(inquiry)).norms

    # --- what it would be otherwise -----------------------------------------------------------

    def published(self, day: date, *, document: str, text_sha256: str) -> Policy:
        """Return the policy as published on ``day``, on somebody's word.

        Args:
            day: The day of official publication.
            document: Where it was published.
            text_sha256: SHA-256 of the published text, white space apart: the ledger's
                ``enacted_sha256``, or its ``text_sha256`` if the mark of a draft is still there,
                and then the reports keep theirs.

        Raises:
            InvalidInputError: The text published is another one, or the day is after the last day
                of its validity.
        """
        faults = name_faults("document", document)
        if text_sha256 not in (self.ledger.enacted_sha256, self.ledger.text_sha256):
            fault = Fault(
                FaultKind.INCONSISTENT,
                "text_sha256",
                "公布的文本与本库所载不是同一文本；公布文本有改动时须作为新版本另行编制",
                "the text published is not the text encoded here; it needs an edition of its own",
            )
            faults.append(fault)
        if faults:
            raise InvalidInputError(faults)
        enacted = text_sha256 == self.ledger.enacted_sha256
        return self._publish(
            Publication(day=day, supposed=False, document=document, enacted=enacted)
        )

    def supposing_published(self, day: date) -> Policy:
        """Return the policy as if published on ``day``; every report says so.

        Raises:
            InvalidInputError: The day is after the last day of its validity.
        """
        return self._publish(Publication(day=day, supposed=True))

    def with_numbers(self, **changes: Any) -> Policy:
        """Return the policy with other figures; its reports are marked.

        Of a reformed policy those without the reforms are changed.
        """
        numbers, readings = self.without_reforms
        return self._owning(with_numbers(numbers, changes), readings)

    def with_readings(self, **changes: Reading | str) -> Policy:
        """Return the policy with other readings, each an option, its name or its letter.

        Of a reformed policy those without the reforms are changed.
        """
        numbers, readings = self.without_reforms
        return self._owning(numbers, choose(readings, changes))

    def reformed(self, *reforms: Reform) -> Policy:
        """Return the policy with more reforms, each of which counts on the days of its window.

        What happens on a day, or is asked of it, is judged under the reforms of that day.

        Args:
            reforms: What is put in the place of figures and readings, and when.

        Raises:
            InvalidInputError: A figure or reading is not there or cannot be so, or two reforms move
                the same one on the same day; all of it at once.

        Example::

            five = Reform(name="五家", numbers={"min_participants": 5}, first=date(2027, 1, 1))
            reformed = policy.reformed(five)
            reformed.under(date(2027, 1, 1)).numbers.min_participants  # 5
        """
        numbers, readings = self.without_reforms
        every = (*self.reforms, *reforms)
        check_sorts(**{f"reforms[{n}]": (one, Reform) for n, one in enumerate(every)})
        faults = reform_faults(every, numbers, readings)
        if faults:
            raise InvalidInputError(faults)
        return evolve(self, numbers=numbers, readings=readings, unreformed=None, reforms=every)

    def under(self, day: date) -> Policy:
        """Return the policy with the figures and readings that its reforms give it on a day."""
        if not self.reforms:
            return self
        check_day("day", day)
        key = ("under", tuple(r.name for r in self.reforms if day in r.window))
        if key not in self.memo:
            own = self.without_reforms
            numbers, readings = reformed_on(day, self.reforms, *own)
            # Copied, not built anew: with other figures it is as well made.
            view = copy(self)
            for name, value in (("numbers", numbers), ("readings", readings), ("unreformed", own)):
                object.__setattr__(view, name, value)
            self.memo[key] = view
        view_: Policy = self.memo[key]
        return view_

    def with_additional(self, *added: AdditionalClauses) -> Policy:
        """Return the policy with what texts of districts or of calls ask beside it.

        They are asked on the days of their windows, and their findings stand behind the others.

        Raises:
            MalformedPolicyError: They would do more than ask for more: take away from the policy,
                name something of it anew, add grounds, or cite what is not in their own text.
        """
        policy = self
        for one in added:
            faults = additional_faults(policy, one)
            if faults:
                listed = "\n".join(faults)
                msg = f"{one.name} cannot be added to policy {self.code}:\n{listed}"
                raise MalformedPolicyError(msg)
            policy = evolve(policy, additional=(*policy.additional, one))
            # What it asks must be well made, too.
            evolve(policy.beside(one), inquiries=with_conditions(policy.inquiries, one))
            forces = [force_of(norm, settings_of(policy.beside(one))) for _, norm in one.conditions]
            if Force.ENCOURAGEMENT in forces:
                why = "an encouragement asks for nothing"
                msg = f"{one.name} cannot be added to policy {self.code}: {why}"
                raise MalformedPolicyError(msg)
        return policy

    def beside(self, added: AdditionalClauses) -> Policy:
        """Return the policy as one text asks beside it: with the facts and figures of that text.

        Several texts may name theirs alike.
        """
        key = ("beside", added.name)
        if key not in self.memo:
            view = copy(self)
            object.__setattr__(view, "facts", (*self.facts, *added.facts))
            object.__setattr__(view, "asking", added)
            self.memo[key] = view
        view_: Policy = self.memo[key]
        return view_

    @property
    def without_additional(self) -> Policy:
        """The policy alone, without what texts of districts or of calls ask beside it."""
        return evolve(self, additional=()) if self.additional else self

    @property
    def without_reforms(self) -> tuple[Any, tuple[Choice, ...]]:
        """Its figures and readings as they are on a day on which none of its reforms counts."""
        return (self.numbers, self.readings) if self.unreformed is None else self.unreformed

    @property
    def by_default(self) -> Policy:
        """The policy with every reading at its default, and without reforms."""
        if not self.reforms and all(c.is_default and not c.official for c in self.readings):
            return self
        if "by_default" not in self.memo:
            readings = tuple(
                evolve(c, option=c.question.default, official="") for c in self.readings
            )
            own = self.without_reforms[0]
            self.memo["by_default"] = evolve(
                self, numbers=own, readings=readings, reforms=(), unreformed=None
            )
        default: Policy = self.memo["by_default"]
        return default

    # --- what it knows ------------------------------------------------------------------------

    @property
    def edition(self) -> str:
        """The edition that events decided under it carry: its code and the text it encodes."""
        if "edition" not in self.memo:
            self.memo["edition"] = f"{self.code}:{self.ledger.text_sha256[:12]}"
        return str(self.memo["edition"])

    @property
    def every_norm(self) -> Iterator[Clause[...] | Judgement]:
        """Every clause and judgement, of its inquiries, its steps and its force in time."""
        for inquiry in (*self.inquiries, self.in_time.inquiry):
            yield from (norm for norm, _ in inquiry.norms)
        if self.in_time.pending is not None:
            yield self.in_time.pending
        for step in self.steps:
            yield from (*step.guards, *step.notes)
            if step.special is not None:
                yield step.special

    @property
    def _norms_beside(self) -> Iterator[tuple[Policy, Clause[...] | Judgement]]:
        """Every norm of the policy and of what is asked beside it, with the view it is asked in."""
        yield from ((self, norm) for norm in self.every_norm)
        for one in self.additional:
            yield from ((self.beside(one), norm) for _, norm in one.conditions)

    @property
    def every_number(self) -> tuple[Number, ...]:
        """Its figures; as another text asks beside it, with the figures of that text."""
        own = numbers_of(self.numbers)
        return own if self.asking is None else (*own, *self.asking.figures)

    @property
    def provisions(self) -> Mapping[str, Provision]:
        """Its provisions by id, and those of what is asked beside it, in order."""
        if not self.additional:
            return self.ledger
        if "provisions" not in self.memo:
            found = dict(self.ledger)
            for one in self.additional:
                found |= one.ledger
            self.memo["provisions"] = MappingProxyType(found)
        provisions: Mapping[str, Provision] = self.memo["provisions"]
        return provisions

    def facts_of(self, source: str) -> tuple[Fact[..., Any], ...]:
        """Return the facts that a norm may rest on.

        Args:
            source: What is asked beside the policy, by its name; empty for the policy itself.
        """
        own = (f for one in self.additional if one.name == source for f in one.facts)
        return (*self.facts, *own)

    def rank(self, provision: str) -> int:
        """Return the place of a provision in the order of the law; what is added comes last."""
        if provision in self.ledger:
            return self.ledger.rank(provision)
        if "added" not in self.memo:
            self.memo["added"] = {id_: n for n, id_ in enumerate(self.provisions)}
        return int(self.memo["added"][provision])

    def instrument_of(self, source: str) -> Instrument:
        """Return the text a norm is in.

        Args:
            source: What is asked beside the policy, by its name; empty for the policy itself.

        Raises:
            LookupError: Nothing of that name is added.
        """
        if not source:
            return self.instrument
        for one in self.additional:
            if one.name == source:
                return one.instrument
        msg = f"nothing named {source!r} is asked beside policy {self.code}"
        raise LookupError(msg)

    @property
    def rows(self) -> tuple[Step, ...]:
        """The steps there are under the readings chosen."""
        if "rows" not in self.memo:
            chosen = settings_of(self).values
            self.memo["rows"] = tuple(
                s for s in self.steps if all(chosen[name] in options for name, options in s.under)
            )
        rows: tuple[Step, ...] = self.memo["rows"]
        return rows

    def actor(self, role: str) -> Actor:
        """Return an actor by its role.

        Raises:
            LookupError: There is none.
        """
        for one in self.actors:
            if one.role == role:
                return one
        msg = f"policy {self.code} has no actor {role!r}"
        raise LookupError(msg)

    @property
    def in_principle(self) -> frozenset[str]:
        """Provisions that bind in principle under the readings chosen."""
        return frozenset(
            n.provision
            for view, n in self._norms_beside
            if force_of(n, settings_of(view)) is Force.IN_PRINCIPLE
        )

    @property
    def about_members(self) -> frozenset[str]:
        """Provisions and facts that are asked of each of something, such as a member."""
        if "about_members" not in self.memo:
            grounds = {n for i in self.inquiries if i.grounds for n in i.conditions}
            every = [n for _, n in self._norms_beside if n.each is not None and n not in grounds]
            norms = {n.provision for n in every}
            facts = {f.name for f in self.facts if f.each is not None}
            self.memo["about_members"] = frozenset(norms | facts)
        about: frozenset[str] = self.memo["about_members"]
        return about

    @property
    def attestable(self) -> Mapping[str, type[Any]]:
        """What a body may attest: provisions and facts, each with ``bool`` or its options."""
        if "attestable" not in self.memo:
            found: dict[str, type[Any]] = {
                n.provision: bool
                for _, n in self._norms_beside
                if isinstance(n, Judgement) or n.attested
            }
            found.update({f.name: f.attested for f in self.facts if f.attested is not None})
            self.memo["attestable"] = MappingProxyType(found)
        attestable: Mapping[str, type[Any]] = self.memo["attestable"]
        return attestable

    # --- how ----------------------------------------------------------------------------------

    def _owning(self, numbers: Any, readings: tuple[Choice, ...]) -> Policy:
        """Return the policy with other figures and readings beneath its reforms, if it has any."""
        faults = reform_faults(self.reforms, numbers, readings)
        if faults:
            raise InvalidInputError(faults)
        return evolve(self, numbers=numbers, readings=readings, unreformed=None)

    def _publish(self, publication: Publication) -> Policy:
        check_day("published_on", publication.day)
        published = evolve(self, publication=publication)
        if published.in_force(publication.day) is ForceInTime.EXPIRED:
            fault = Fault(
                FaultKind.INCONSISTENT,
                "published_on",
                f"公布日 {publication.day} 晚于有效期届满日",
                f"published on {publication.day}, after the last day of its validity",
            )
            raise InvalidInputError([fault])
        return published

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what is made on demand."""
        return {a.name: getattr(self, a.name) for a in attrs.fields(Policy) if a.name != "memo"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Set what was kept and begin with nothing made."""
        for name, value in {**state, "memo": {}}.items():
            object.__setattr__(self, name, value)


def _unasked(
    inquiry: Inquiry, case: Case | Dossier, consortium: Consortium | None
) -> Iterator[Fault]:
    """Return what is missing for an inquiry to be asked at all."""
    filed = None if consortium is None else consortium.application
    application = case.application if isinstance(case, Case) else filed
    there = {"application": application, "history": consortium}
    if there[inquiry.of] is None:
        yield Fault(
            FaultKind.INVALID_VALUE,
            inquiry.of,
            f"“{inquiry.name}”以 {inquiry.of} 为对象，所问之日须已提供",
            f"{inquiry.name} is asked of {inquiry.of}, which is not there on that day",
        )
