"""What authorities have decided: departures, the special case, official interpretations.

A decision that cannot be made — without a reason, from a norm that has no 原则上, an interpretation
by somebody who does not interpret — changes nothing: it is left out, and the note says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from innov_consortium.core.attestations import Departure, Interpretation, SpecialCase
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Question, Reading
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.attesting import body
from innov_consortium.testing.cases.given import ABSENT, Facts
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.roster import Roster
from innov_consortium.testing.cases.wording import plain, tokens

__all__ = ["departures", "interpretations", "special_case"]

_NEGATIONS = frozenset({"not", "no"})
_JOINTLY = re.compile(r"[、，,]|会同|和|及")


# --- departures --------------------------------------------------------------------------------


def departures(
    facts: Facts, roster: Roster, policy: Policy, day: date, left_out: list[str]
) -> Iterator[Departure]:
    """Return the departures accepted.

    Args:
        facts: The facts of the application.
        roster: The members.
        policy: The policy, as interpreted: a reading may say what binds in principle.
        day: The day of a decision that has none.
        left_out: Gets what cannot be decided.
    """
    for part in facts.parts("exceptions", "departures"):
        provision = part.text("norm", "provision")
        by, reason = part.text("by", "decided_by", "attested_by"), part.text("reason")
        on, document = part.day("on", "decided_on"), part.text("document") or ""
        accepted = part.truth("accepted", "granted")
        units = _units(part, roster)
        part.finish()
        if provision is None or provision not in policy.ledger:
            raise NotUnderstoodError(part.at("norm"), provision, "no such provision")
        why = _cannot_be(provision, by, reason, policy)
        if why or by is None or reason is None:
            left_out.append(f"{part.path}: {why}")
            continue
        for unit in units if _asked_of_each(provision, policy) else (None,):
            yield Departure(
                provision=provision,
                by=body(by, policy),
                on=on or day,
                reason=reason,
                unit=unit,
                accepted=accepted is not False,
                document=document,
            )


def _cannot_be(provision: str, by: str | None, reason: str | None, policy: Policy) -> str:
    if not (by or "").strip():
        return "a departure nobody has decided is none; left out"
    if not (reason or "").strip():
        return "a departure cannot be accepted without a reason; left out"
    if provision not in policy.in_principle:
        return f"{provision} does not bind in principle, nothing can be accepted; left out"
    return ""


def _units(part: Facts, roster: Roster) -> tuple[MemberKey | None, ...]:
    value = part.get("unit", "units")
    if value is ABSENT or value is None:
        return (None,)
    names = value if isinstance(value, list) else [value]
    return tuple(key for name in names for key in roster.keys(name, part.at("unit")))


def _asked_of_each(provision: str, policy: Policy) -> bool:
    """Tell whether a norm is asked of each member: else a decision is about the whole case."""
    norms = (n for i in policy.inquiries for n in policy.norms(i.name))
    return any(n.provision == provision and n.each is not None for n in norms)


# --- the special case --------------------------------------------------------------------------


def special_case(facts: Facts, policy: Policy) -> SpecialCase | None:
    """Return what is put forward for the rule by which other provisions give way."""
    part = facts.part("special_case")
    if part is None or not policy.special_grounds:
        return None
    by = part.text("determined_by")
    determined_by = None if by is None else body(by, policy)
    ground = _ground(part, determined_by, policy)
    elected, elected_by = _elected(part, policy)
    found = SpecialCase(
        ground=ground,
        determined_by=determined_by,
        determined_on=part.day("determined_on"),
        elected=elected,
        elected_by=elected_by,
        elected_on=part.day("elected_on", "elected_by_bureau_on"),
        document=part.text("document") or "",
    )
    part.pass_over("claimed_by", "claimed_on", "claimed")
    part.finish()
    return found


def _ground(part: Facts, determined_by: str | None, policy: Policy) -> str:
    """Return the ground it says; else the first for what the leadership determined."""
    said = part.text("ground", "basis", "norm", "provision")
    if said is None:
        first = determined_by in vocabulary.OF_THE_LEADERSHIP.values()
        return policy.special_grounds[0 if first else -1]
    for ground in policy.special_grounds:
        words = vocabulary.SPECIAL_GROUNDS.get(plain(said), said)
        if words == ground:
            return ground
    raise NotUnderstoodError(part.at("ground"), said, "no such ground")


def _elected(part: Facts, policy: Policy) -> tuple[bool | None, str | None]:
    named = part.text("elected_by")
    elected = part.truth("elected_by_bureau", "elected")
    bureau = next(iter(policy.approving_bodies), None)
    if named is not None:
        return elected if elected is not None else True, body(named, policy)
    by_bureau = "elected_by_bureau" in part.values and elected is not None
    return elected, bureau if by_bureau else None


# --- interpretations ---------------------------------------------------------------------------


def interpretations(
    given: Facts, policy: Policy, day: date, left_out: list[str]
) -> Iterator[Interpretation]:
    """Return the official interpretations a case supplies."""
    value = given.get("interpretation", "interpretations")
    many = isinstance(value, list)
    path = given.name_of("interpretation", "interpretations")
    one = None if many or not value else Facts(value, path)
    parts = given.parts("interpretations") if many else iter([one] if one else [])
    for part in parts:
        asked, option = _option(part, _question(part, policy))
        by, on = part.text("by", "attested_by", "issuer"), part.day("on", "attested_on")
        document = part.text("document") or ""
        part.finish()
        official = _interpreter(by, policy)
        if official is None:
            left_out.append(f"{part.path}: {by} does not interpret this text; left out")
            continue
        yield Interpretation(
            reading=asked.name, option=option.option, by=official, on=on or day, document=document
        )


def _question(part: Facts, policy: Policy) -> list[Question]:
    """Return the questions asked at a point: an entry may have more than one."""
    point = part.text("point", "entry", "question", "about")
    found = [
        choice.question
        for choice in policy.readings
        if point is not None and plain(point) in (plain(choice.question.entry), choice.name)
    ]
    if not found:
        raise NotUnderstoodError(part.at("point"), point, "no such question of reading")
    return found


def _option(part: Facts, asked: list[Question]) -> tuple[Question, Reading]:
    said = part.text("reading", "option", "choice")
    if said is not None:
        for same in (_is_named, _says_the_same, _is_meant):
            found = [(q, o) for q in asked for o in q.options if same(q, o, said)]
            if len(found) == 1:
                return found[0]
    raise NotUnderstoodError(part.at("reading"), said, "which of the readings is it?")


def _is_named(_: Question, option: Reading, said: str) -> bool:
    return plain(said) in (plain(option.option), option.letter)


def _says_the_same(asked: Question, option: Reading, said: str) -> bool:
    phrases = vocabulary.READ_AS.get(asked.name, {})
    return plain(said) in (plain(option.zh), plain(option.en)) or (
        phrases.get(plain(said)) == plain(option.option)
    )


def _is_meant(_: Question, option: Reading, said: str) -> bool:
    """Tell whether all the words of a phrase are among the option's, with the same negation."""
    own = tokens(option.option.replace("_", " ")) | tokens(option.en)
    words = tokens(said)
    return bool(words) and words <= own and words & _NEGATIONS == own & _NEGATIONS


def _interpreter(by: str | None, policy: Policy) -> str | None:
    """Return the official name of those who interpret, however the case lists them."""
    if by is None or not policy.interpreting_bodies:
        return None
    if plain(by) in vocabulary.OF_THE_INTERPRETERS:
        return policy.interpreting_bodies[0]
    aliases = tuple(policy.aliases)
    for name in policy.interpreting_bodies:
        if _joint(by, aliases) == _joint(name, aliases):
            return name
    return None


def _joint(name: str, aliases: tuple[str, ...]) -> frozenset[str]:
    """Return the bodies of a joint name, without the region's."""
    parts = (part.strip() for part in _JOINTLY.split(name))
    longest = sorted(aliases, key=len, reverse=True)
    found = set()
    for part in parts:
        for alias in longest:
            if part.startswith(alias):
                part = "市" + part.removeprefix(alias).removeprefix("市")  # noqa: PLW2901
                break
        found.add(part)
    return frozenset(found - {""})
