"""What is on record of members beside the history: findings, accidents, determinations, lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen

from innov_consortium.core.events import EndReported, EndRequested
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.records import (
    Accident,
    Determination,
    Falsification,
    Misconduct,
)
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.cast import Cast
from innov_consortium.testing.cases.determining import (
    called_serious,
    done_on,
    in_effect,
    organ_by_name,
    organ_kind,
)
from innov_consortium.testing.cases.given import ABSENT, Facts, one_of
from innov_consortium.testing.cases.policy_words import in_words_of
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.told import Happened, made
from innov_consortium.testing.cases.wording import plain

__all__ = ["Recorded", "read_facts"]

_SUBJECT = ("subject", "unit", "of", "committed_by")
_ONE_OF_THEM = ("participant", "a_participant", "one_participant", "member", "参与单位")
_NOT_A_MEMBER = (
    "group_company",
    "group",
    "parent",
    "parent_company",
    "subsidiary",
    "sister_company",
    "controlling_shareholder",
    "another_company",
    "supplier",
    "集团公司",
    "母公司",
    "子公司",
)
#: Circumstances the text attaches nothing to.
_REMARKED = ("id", "deaths", "injuries", "relation", "responsible", "responsibility", "reason")


@frozen
class Recorded:
    """What the facts of a case put on record.

    Args:
        falsifications: Findings that something was falsified.
        accidents: Accidents.
        determinations: Determinations of unlawful or dishonest conduct.
        misconduct: Other unlawful conduct.
        strange: Facts of a type that is not understood.
    """

    falsifications: list[Falsification] = field(factory=list)
    accidents: list[Accident] = field(factory=list)
    determinations: list[Determination] = field(factory=list)
    misconduct: list[Misconduct] = field(factory=list)
    strange: list[Facts] = field(factory=list)

    def understood(self) -> None:
        """Refuse facts that are not understood.

        Raises:
            NotUnderstoodError: There is one.
        """
        for part in self.strange:
            said = part.values.get("type")
            raise NotUnderstoodError(part.at("type"), said, "no such fact is known")


def read_facts(given: Facts, cast: Cast, happened: Happened) -> Recorded:
    """Return what the facts a case lists put on record; requests go to what has happened.

    Listings are read with the application, and revocations with those who may be barred.
    """
    recorded = Recorded()
    for part in given.parts("facts"):
        word = plain(part.text("type", "what_kind") or "")
        sort = vocabulary.RECORDED.get(word)
        if sort in _READERS:
            _READERS[sort](part, cast, happened, recorded)
            part.pass_over(*_REMARKED)
            part.finish()
        elif word in vocabulary.NO_GROUND:
            happened.left_out.append(f"{part.path}: no ground in the text names it")
        elif sort not in ("listing", "legacy_revocation"):
            recorded.strange.append(part)
    return recorded


def _subject(part: Facts, cast: Cast) -> Identifier | None:
    """Return whom a fact is about; ``None`` if it is not known."""
    value = part.get(*_SUBJECT)
    path = part.name_of(*_SUBJECT)
    if value is ABSENT or value is None:
        return None
    if isinstance(value, dict):
        return cast.roster.names.identifier(value, path)
    word = plain(str(value))
    if word in vocabulary.UNKNOWN:
        return None
    participants = cast.roster.application.participants
    if word in _ONE_OF_THEM and participants:
        return participants[0].id
    if word in _NOT_A_MEMBER:
        return Identifier("case", str(value))
    return cast.one(value, path).id


def _falsification(part: Facts, cast: Cast, happened: Happened, recorded: Recorded) -> None:
    context = _word(part, cast, "record.contexts", vocabulary.FALSIFIED_IN, "context", "in")
    found_on, occurred_on = part.day("found_on", "on"), done_on(part)
    recorded.falsifications.append(
        Falsification(
            unit=_subject(part, cast),
            context=context,
            year=part.number("year", "evaluation_year"),
            serious=called_serious(part),
            occurred_on=occurred_on,
            by=_found_by(part, cast),
            on=found_on or occurred_on or happened.day,
            document=part.text("document") or "",
        )
    )


def _found_by(part: Facts, cast: Cast) -> str | None:
    """Return who found something; of a participant that is not named, the first."""
    by = cast.actor(part, "found_by", "by")
    participants = cast.roster.application.participants
    if by is not None and plain(by) in _ONE_OF_THEM and participants:
        return participants[0].name
    return by


def _accident(part: Facts, cast: Cast, happened: Happened, recorded: Recorded) -> None:
    grades, categories = vocabulary.ACCIDENT_GRADES, vocabulary.ACCIDENT_CATEGORIES
    determined_on = part.day("determined_on", "graded_on")
    occurred_on = part.day("occurred_on", "on", "happened_on")
    by = cast.actor(part, "determined_by", "graded_by")
    recorded.accidents.append(
        Accident(
            unit=_subject(part, cast),
            category=_word(
                part, cast, "record.accident_categories", categories, "category", "kind"
            ),
            occurred_on=occurred_on or determined_on or happened.day,
            grade=_word(part, cast, "record.accident_grades", grades, "official_grade", "grade"),
            determined_by=by,
            organ=organ_kind(part) or organ_by_name(by),
            determined_on=determined_on,
            document=part.text("document") or "",
        )
    )


def _word(part: Facts, cast: Cast, place: str, words: Mapping[str, str], *names: str) -> str | None:
    """Return what the policy calls something; ``None`` if it is not known."""
    said = part.text(*names)
    if said is None:
        return None
    return in_words_of(cast.policy, place, words, said, part.name_of(*names))


def _determination(part: Facts, cast: Cast, happened: Happened, recorded: Recorded) -> None:
    organ, occurred_on = organ_kind(part), done_on(part)
    recorded.determinations.append(
        Determination(
            unit=_subject(part, cast),
            by=cast.actor(part, "determined_by", "by"),
            organ=organ,
            serious=called_serious(part),
            effective=in_effect(part, organ),
            occurred_on=occurred_on,
            on=part.day("determined_on", "on") or max(occurred_on or happened.day, happened.day),
            document=part.text("document") or "",
        )
    )
    part.pass_over("category", "kind", "conduct", "effective_on")


def _misconduct(part: Facts, cast: Cast, happened: Happened, recorded: Recorded) -> None:
    weight = part.text("weight", "gravity")
    said = weight and one_of(weight, vocabulary.WEIGHTS, part.name_of("weight", "gravity"))
    if said is None and part.truth("serious"):
        said = "grave"
    occurred_on = done_on(part)
    recorded.misconduct.append(
        Misconduct(
            unit=_subject(part, cast),
            what=part.text("what", "conduct", "description_of_conduct") or "",
            trivial=None if said is None else said == "trivial",
            occurred_on=occurred_on,
            on=part.day("found_on", "determined_on", "on") or occurred_on or happened.day,
            document=part.text("document") or "",
        )
    )
    part.pass_over("determined_by", "found_by", "by", "organ_kind")


def _request(part: Facts, cast: Cast, happened: Happened, _: Recorded) -> None:
    """Add a request to end the status: handed in, unless the case says otherwise."""
    by = cast.actor(part, "by", "requested_by", *_SUBJECT)
    if by is None and not {"by", "requested_by", *_SUBJECT} & set(part.values):
        by = cast.lead.name
    signed_by = ("signed_by", "statement_signed_by", "signatories")
    signed = cast.members(part, *signed_by)
    whole = part.truth("all_members_signed", "signed_by_all_members", "all_signed")
    if whole is not None:
        members = {unit.key for unit in cast.roster.application.members}
        signed = frozenset(members if whole else {cast.lead.key})
    elif signed is None and set(signed_by) & set(part.values):
        signed = frozenset()  # null: there is no statement
    on = part.day("on", "requested_on", "lead_requests_on") or happened.day
    reported_on = part.day("reported_on")
    if "reported_on" not in part.values:
        reported_on = on
    happened.tell(
        [
            EndRequested(on=on, by=by, signatories=signed),
            made(EndReported, reported_on, by=by, signatories=signed),
        ],
        part.path,
    )


_Reader = Callable[[Facts, Cast, Happened, Recorded], None]

_READERS: dict[str | None, _Reader] = {
    "falsification": _falsification,
    "accident": _accident,
    "serious_illegality": _determination,
    "other_illegal_conduct": _misconduct,
    "withdrawal_request": _request,
}
