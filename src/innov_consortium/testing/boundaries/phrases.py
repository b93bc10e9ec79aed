"""The words of a boundary table: where a case lies, what a threshold compares, what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import frozen

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.comparisons import Compared
from innov_consortium.core.numbers import Number
from innov_consortium.core.policy import Policy
from innov_consortium.core.thresholds import Quantity, Threshold
from innov_consortium.rendering import Wording
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.sentences import outcome, question, settled
from innov_consortium.testing.boundaries.answers import Answered
from innov_consortium.testing.boundaries.points import Point

__all__ = ["Phrases"]

_SIDES = MappingProxyType(
    {
        "below": "boundaries.at.below",
        "at": "boundaries.at.at",
        "enough": "boundaries.at.enough",
        "above": "boundaries.at.above",
        "listed": "boundaries.at.listed",
        "unlisted": "boundaries.at.unlisted",
        "whole": "boundaries.at.whole",
        "lacking": "boundaries.at.lacking",
        "between": "boundaries.at.between",
    }
)
_DAYS = MappingProxyType(
    {
        "below": "boundaries.at.day_before",
        "at": "boundaries.at.same_day",
        "above": "boundaries.at.day_after",
    }
)
_COMPARED = MappingProxyType(
    {
        (True, Compared.AT_LEAST): "boundaries.day.at_least",
        (True, Compared.AT_MOST): "boundaries.day.at_most",
        (True, Compared.MORE_THAN): "boundaries.day.more_than",
        (True, Compared.LESS_THAN): "boundaries.day.less_than",
        (False, Compared.AT_LEAST): "boundaries.count.at_least",
        (False, Compared.AT_MOST): "boundaries.count.at_most",
        (False, Compared.MORE_THAN): "boundaries.count.more_than",
        (False, Compared.LESS_THAN): "boundaries.count.less_than",
        (False, Compared.SHARE_AT_LEAST): "boundaries.share",
        (False, Compared.ONE_OF): "boundaries.one_of",
        (False, Compared.NONE_OF): "boundaries.none_of",
    }
)
_ENTITIES = MappingProxyType(
    {"day": "boundaries.entity.day", "published_on": "boundaries.entity.published_on"}
)
_ANSWERS = MappingProxyType(
    {
        "not_yet_in_force": "boundaries.answer.not_yet_in_force",
        "in_force": "boundaries.answer.in_force",
        "expired": "boundaries.answer.expired",
        "repealed": "boundaries.answer.repealed",
        "not_repealed": "boundaries.answer.not_repealed",
        "allowed": "boundaries.answer.allowed",
        "refused": "boundaries.answer.refused",
        "refused_no_basis": "boundaries.answer.refused_no_basis",
        "active": "boundaries.answer.active",
        "lapsed": "boundaries.answer.lapsed",
        "in_publicity": "boundaries.answer.in_publicity",
        "publicity_over": "boundaries.answer.publicity_over",
        "eligible": "boundaries.answer.eligible",
        "not_eligible": "boundaries.answer.not_eligible",
        "revoked": "boundaries.answer.revoked",
        "admissible": "boundaries.answer.admissible",
        "barred": "boundaries.answer.barred",
        "no_basis": "boundaries.answer.no_basis",
        "needs_judgement": "boundaries.answer.needs_judgement",
        "open": "boundaries.answer.open",
        "unknown": "boundaries.answer.unknown",
    }
)
#: What is said of an act where it is answered how the consortium stands after it.
_OF_ACTS = MappingProxyType({"active": "boundaries.answer.allowed"})
_VALUES = MappingProxyType(
    {
        "participants": "boundaries.value.participants",
        "enterprises": "boundaries.value.enterprises",
        "operative_grade": "boundaries.value.operative_grade",
        "bar_last_day_nominal": "boundaries.value.bar_last_day_nominal",
        "first_admissible_day": "boundaries.value.first_admissible_day",
    }
)
#: Values of which ``None`` says that there is none, not that it is not known.
_NONE = MappingProxyType({"operative_grade": "boundaries.value.no_grade"})
#: So many sentences are named one by one; more that come out alike are called the others.
_FEW = 2
_AT_THE_END = re.compile(r"[，、；：。,;:]+$|(?<!etc)\.$")


@frozen
class Phrases:
    """What a boundary table says, in one language, of one policy."""

    words: Wording
    policy: Policy

    def side(self, point: Point) -> str:
        """Return where a case lies."""
        sides: Mapping[str, str] = _DAYS if isinstance(point.value, date) else _SIDES
        return self.words.say(sides[point.at])

    # --- thresholds -------------------------------------------------------------------------------

    def thresholds(self, several: Iterable[Threshold]) -> tuple[str, ...]:
        """Return what thresholds compare, the numbers they are, and what depends on those."""
        known = tuple(several)
        compared = [self._compared(one) for one in known]
        numbers = {t.number.name: t.number for t in known if t.number is not None}
        return (
            *dict.fromkeys(said for said in compared if said),
            *(self._number(number) for number in numbers.values()),
            *dict.fromkeys(said for said in map(self._named_by, known) if said),
        )

    def _compared(self, one: Threshold) -> str:
        if one.compared is None:
            return self._words_for_a_place(one)
        said = self._comparison(one, one.compared)
        for name, options in one.under:
            choice = next(c for c in self.policy.readings if c.name == name)
            read = [self.words.value(choice.question.option(option)) for option in options]
            asked, option = question(self.words, choice), self.words.either(read)
            said = self.words.say("boundaries.under", question=asked, option=option, compared=said)
        return self.words.say("boundaries.threshold", compared=said)

    def _number(self, number: Number) -> str:
        return self.words.say(
            "boundaries.number",
            label=self.words.label("number", number.name),
            figure=self.words.with_unit(number.value, number.unit),
            place=place(number.provision, self.words.locale),
            name=number.name,
        )

    def _named_by(self, one: Threshold) -> str:
        """Return the facts that depend on a number that no clause compares."""
        if one.number is None:
            return ""
        called = (self.words.of_policy(f"fact.{name}") for name in one.named_by)
        facts = self.words.listed(name for name in called if name is not None)
        label = self.words.label("number", one.number.name)
        return self.words.say("boundaries.named_by", label=label, facts=facts) if facts else ""

    def _words_for_a_place(self, one: Threshold) -> str:
        """Return the words a place of a document takes: no bound, unless they are a number."""
        listed = one.key.startswith("words:") and one.number is None
        said = self.words.value(one.bound)
        return self.words.say("boundaries.listed", bound=said) if listed else ""

    def _comparison(self, one: Threshold, compared: Compared) -> str:
        bound = self._fact(one.other) if one.bound is None else self._bound(one)
        key = _COMPARED[one.quantity is Quantity.DAY, compared]
        fact, whole = self._fact(one.fact), self._fact(one.other)
        return self.words.say(key, fact=fact, bound=bound, whole=whole)

    def _bound(self, one: Threshold) -> str:
        unit = "" if one.number is None else one.number.unit
        return self.words.with_unit(one.bound, unit)

    def _fact(self, name: str) -> str:
        if name in _ENTITIES:
            return self.words.say(_ENTITIES[name])
        return self.words.label("fact", name)

    # --- outcomes ---------------------------------------------------------------------------------

    def outcome(self, one: Answered) -> str:
        """Return the outcome of a case: its answer, the norms by what came of them, the values."""
        if one.error:
            return self.words.say("boundaries.answer.not_answered", why=one.error)
        if one.report is None:
            return self.words.say("boundaries.answer.unusable")
        said = [self._answered(one)] if "answer" in one.expect else []
        said += self._norms(one)
        said += [self._value(n, v) for n, v in one.expect.get("values", {}).items()]
        return self.words.joined(said)

    def _answered(self, one: Answered) -> str:
        code = one.expect["answer"]
        if one.boundary.template.act and code in _OF_ACTS:
            return self.words.say(_OF_ACTS[code])
        return self._answer(code)

    def _answer(self, code: Any) -> str:
        return self.words.say(_ANSWERS[code]) if code in _ANSWERS else str(code)

    def _norms(self, one: Answered) -> Iterator[str]:
        found: dict[str, list[str]] = {}
        for provision, code in one.expect.get("norms", {}).items():
            found.setdefault(self._of_a_norm(one, provision, code), []).append(provision)
        if len(found) == 1 and "answer" not in one.expect:
            yield from found
            return
        most = max(found.values(), key=len, default=[])
        others = most if len(found) > 1 and len(most) > _FEW else None
        for word, provisions in sorted(found.items(), key=lambda pair: pair[1] is others):
            rest = provisions is others
            name = self.words.say("boundaries.others") if rest else self._sentences(provisions)
            yield self.words.say("boundaries.value", name=name, value=word)

    def _sentences(self, provisions: Iterable[str]) -> str:
        """Return sentences of the law, each in quotation marks, without what they end in."""
        entries = [self.policy.ledger[provision] for provision in provisions]
        if self.words.chinese:
            return "".join(f"「{_AT_THE_END.sub('', entry.text)}」" for entry in entries)
        return self.words.listed(f"“{_AT_THE_END.sub('', entry.gloss)}”" for entry in entries)

    def _of_a_norm(self, one: Answered, provision: str, code: str) -> str:
        if one.report is None or code not in {o.value for o in Outcome}:
            return self._answer(code)
        finding = one.report.finding(provision)
        norm = None if finding is None else finding.norm
        return outcome(self.words, norm, Outcome(code))

    def _value(self, name: str, value: Any) -> str:
        label = self.words.say(_VALUES[name]) if name in _VALUES else name
        none = value is None and name in _NONE
        said = self.words.say(_NONE[name]) if none else self.words.value(value)
        return self.words.say("boundaries.value", name=label, value=said)

    def readings(self, several: Iterable[Answered]) -> str:
        """Return the readings that cases rest on, each as it is read; empty if on none."""
        found = {(c.name, c.option): c for one in several for c in one.readings}
        said = [f"{c.question.entry} {settled(self.words, c)}" for c in found.values()]
        return (
            self.words.say("boundaries.rests_on", readings=self.words.joined(said)) if said else ""
        )
