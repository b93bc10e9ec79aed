"""What the application and its agreement say.

A post, an agreement or a signature that is ``null`` is an act that did not happen; a collection
that is ``null`` is not known, and an empty one is complete.
"""

from __future__ import annotations

from collections.abc import Mapping

from innov_consortium.core.consortium import Agreement, Governance, Organ, Person, Vacancy
from innov_consortium.core.organizations import MemberKey
from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.given import ABSENT, Facts, a_text, a_truth
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.roster import Roster
from innov_consortium.testing.cases.wording import plain

__all__ = [
    "agreement",
    "cooperation",
    "documents",
    "field_of",
    "governance",
    "intending",
    "lists",
    "members",
    "post",
]

_EVERYBODY = frozenset(
    {
        "lead_and_every_participant",
        "every_member",
        "all_members",
        "all",
        "everyone",
        "lead_and_all_participants",
        "lead_and_participants",
        "全体成员单位",
        "所有成员单位",
    }
)
_PARTICIPANTS = frozenset(
    {
        "every_participant",
        "all_participants",
        "participants",
        "participants_only",
        "every_participant_but_not_the_lead",
        "every_participant_without_the_lead",
    }
)
_LEAD = frozenset({"lead", "lead_only", "only_the_lead", "the_lead", "牵头单位"})
_NOBODY = frozenset({"none", "nobody", "no_one"})


def members(facts: Facts, roster: Roster, *names: str) -> frozenset[MemberKey] | None:
    """Return the members a case names, in words, as a list, or by who is missing."""
    value = facts.get(*names)
    path = facts.name_of(*names)
    everybody = roster.participants | {roster.lead}
    if value is ABSENT or value is None:
        return None
    if isinstance(value, list):
        return _keys(value, path, roster)
    if isinstance(value, Mapping):
        part = Facts(value, path)
        missing = part.get("missing", "except", "all_but")
        if missing is not ABSENT:
            part.finish()
            given = missing if isinstance(missing, list) else [missing]
            return everybody - _keys(given, part.at("missing"), roster)
        return frozenset(
            key
            for name in value
            for key in _keys([name], path, roster)
            if a_truth(value[name], path)
        )
    word = plain(a_text(value, path))
    if word in vocabulary.UNKNOWN:
        return None
    return _in_a_word(word, path, roster, everybody)


def _in_a_word(
    word: str, path: str, roster: Roster, everybody: frozenset[MemberKey]
) -> frozenset[MemberKey]:
    for words, keys in (
        (_EVERYBODY, everybody),
        (_PARTICIPANTS, roster.participants),
        (_LEAD, frozenset({roster.lead})),
        (_NOBODY, frozenset[MemberKey]()),
    ):
        if word in words:
            return keys
    raise NotUnderstoodError(path, word, "who is that?")


def _keys(names: list[object], path: str, roster: Roster) -> frozenset[MemberKey]:
    return frozenset(
        key for n, name in enumerate(names) for key in roster.keys(name, f"{path}[{n}]")
    )


def agreement(facts: Facts, roster: Roster) -> Agreement | None:
    """Return the formation agreement; ``null`` is none concluded, one not named is not known."""
    value = facts.get("agreement", "formation_agreement")
    if value is ABSENT:
        return None
    part = facts.part("agreement", "formation_agreement")
    if part is None:
        return Agreement(signed_on=None, signatories=frozenset(), heads=frozenset())
    signed_on = part.day("signed_on", "signed", "on")
    signatories = members(part, roster, "signatories", "signed_by")
    if signed_on is None and signatories and not {"signed_on", "signed", "on"} & set(part.values):
        raise NotUnderstoodError(part.at("signed_on"), None, "signed, but on which day?")
    if signed_on is None and {"signed_on", "signed", "on"} & set(part.values):
        signatories = frozenset()  # null: it has not been signed
    heads = _known_words(part, vocabulary.HEADS, "clauses", "heads", "states")
    if heads is not None and {"licensing", "income_distribution"} <= heads:
        heads |= {"licensing_and_income_distribution"}
    part.finish()
    return Agreement(signed_on=signed_on, signatories=signatories, heads=heads)


def _known_words(facts: Facts, words: Mapping[str, str], *names: str) -> frozenset[str] | None:
    """Return the words of a list in the policy's terms; ``None`` if the list is not known.

    The lists of the text end with 等: a word nobody knows is one thing more, as long as nothing the
    text names is wanting. Where something is, it might be just that, in other words.
    """
    value = facts.get(*names)
    path = facts.name_of(*names)
    if value is ABSENT or value is None:
        return None
    if isinstance(value, Mapping):
        value = [name for name in value if a_truth(value[name], path)]
    if not isinstance(value, list):
        raise NotUnderstoodError(path, value, "must be a list")
    said = [(one, words.get(plain(a_text(one, path)))) for one in value]
    found = frozenset(meaning for _, meaning in said if meaning is not None)
    strange = [one for one, meaning in said if meaning is None]
    if strange and not _nothing_wanting(found, words):
        raise NotUnderstoodError(path, strange[0], "no such word is known here")
    return found | frozenset(f"other:{plain(one)}" for one in strange)


def _nothing_wanting(found: frozenset[str], words: Mapping[str, str]) -> bool:
    apart = {"licensing", "income_distribution"}
    together = "licensing_and_income_distribution"
    wanting = set(words.values()) - found - apart
    return not wanting or (wanting == {together} and apart <= found)


def documents(facts: Facts) -> frozenset[str] | None:
    """Return what was handed in."""
    return _known_words(facts, vocabulary.DOCUMENTS, "documents", "materials", "handed_in")


def lists(facts: Facts) -> frozenset[str] | None:
    """Return the lists drawn up."""
    return _known_words(facts, vocabulary.LISTS, "lists", "lists_formed")


def cooperation(facts: Facts) -> frozenset[str] | None:
    """Return the fields in which the members have worked together: any will do, so all are kept."""
    names = ("cooperation_basis_fields", "cooperation_basis", "cooperation_fields")
    value = facts.get(*names)
    path = facts.name_of(*names)
    if value is ABSENT or value is None:
        return None
    if not isinstance(value, list):
        raise NotUnderstoodError(path, value, "must be a list")
    words = [plain(a_text(one, path)) for one in value]
    return frozenset(vocabulary.COOPERATION_AREAS.get(word, word) for word in words)


def intending(facts: Facts, roster: Roster) -> frozenset[MemberKey] | None:
    """Return the members that declared their intention to unite."""
    return members(facts, roster, "intention_to_unite", "intention")


def field_of(facts: Facts) -> str | None:
    """Return the field, in the words of the text where it is one of those named there."""
    names = ("field", "construction_field", "key_field", "sector")
    text = facts.text(*names)
    return None if text is None else vocabulary.FIELDS.get(plain(text), text)


def governance(facts: Facts) -> Governance:
    """Return the organs and who is in the two posts."""
    return Governance(
        organs=_organs(facts),
        principal=post(facts, "lead_principal", "principal"),
        technologist=post(facts, "chief_technologist", "technologist"),
    )


def post(facts: Facts, *names: str) -> Person | Vacancy | None:
    """Return who holds a post; ``null`` is a vacancy, a post not named is not known."""
    value = facts.get(*names)
    path = facts.name_of(*names)
    if value is ABSENT:
        return None
    if value is None:
        return Vacancy.VACANT
    if isinstance(value, str):
        return Person(value)
    part = Facts(value, path)
    name = part.text("name")
    if name is None:
        raise NotUnderstoodError(part.at("name"), None, "who is it?")
    return Person(name, part.text("id", "person_id"))


def _organs(facts: Facts) -> tuple[Organ, ...] | None:
    value = facts.get("organs", "organisation", "organs_set_up")
    path = facts.name_of("organs", "organisation", "organs_set_up")
    if value is ABSENT or value is None:
        return None
    if isinstance(value, Mapping):
        said = [(word, body) for word, body in value.items() if body is not None]
    elif isinstance(value, list):
        said = [pair for n, one in enumerate(value) for pair in _organ(one, f"{path}[{n}]")]
    else:
        raise NotUnderstoodError(path, value, "must be a list of functions")
    words = [(vocabulary.ORGANS.get(plain(a_text(word, path))), word, body) for word, body in said]
    found = {meaning for meaning, _, _ in words if meaning is not None}
    strange = [word for meaning, word, _ in words if meaning is None]
    if strange and found != set(vocabulary.ORGANS.values()):
        raise NotUnderstoodError(path, strange[0], "no such function is known here")
    return tuple(
        Organ(meaning or f"other:{plain(word)}", a_text(body, path) if body else None)
        for meaning, word, body in words
    )


def _organ(value: object, path: str) -> list[tuple[str, object]]:
    if isinstance(value, str):
        return [(value, value)]  # a list of organs is a list of bodies
    part = Facts(value, path)
    body = part.get("body", "name", "organ") or None
    functions = part.get("functions", "function")
    part.finish()
    if functions is ABSENT or functions is None:
        raise NotUnderstoodError(part.at("function"), None, "what is it there for?")
    return [(one, body) for one in (functions if isinstance(functions, list) else [functions])]
