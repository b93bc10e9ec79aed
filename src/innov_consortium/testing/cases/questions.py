"""What a case asks: its phrase, read for what it is about rather than word for word."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Place
from innov_consortium.testing.cases.asked import Asked, Question
from innov_consortium.testing.cases.chinese import PHRASES
from innov_consortium.testing.cases.consequences import consequence_question
from innov_consortium.testing.cases.given import Facts, a_day
from innov_consortium.testing.cases.life_questions import life_question
from innov_consortium.testing.cases.problems import NotBuiltError, NotUnderstoodError

__all__ = ["Asked", "Question", "question_of"]


_ACTS = re.compile(r"\b(replay|approve|revoke|record|compute|establish)\b")
_ARTICLES = re.compile(
    r"\barts?(?:icles?)?\.?\s*((?:\d+|\(\d+\)|items?|paras?|and|to|through|[\s,&()–-])+)"
)
_CHINESE = re.compile(r"第\s*([0-9]+)\s*条")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_DOCUMENT = re.compile(r"[^\s〔]*〔\d{4}〕\d+号|\d+号")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_WHICH = re.compile(r"(?:participant\s+(?:no\.?\s*)?(\d+))|(?:(\d+)(?:st|nd|rd|th)\s+participant)")
_FORMATION = re.compile(
    r"composition|enterprise share|share of enterprises|formation conditions"
    r"|conditions of formation|number of participants|cap on lead|the agreement|signature"
    r"|\borgans\b|dual responsibility|chief technologist|special case|case by case"
    r"|组建条件|企业占比|一事一议"
)
_ANOTHER = re.compile(
    r"former lead|\bbar\b|evaluation|revocation|project|change|successor|withdrawal"
)


def question_of(when: object, given: Facts, policy: Policy) -> Question:
    """Return what is asked.

    Raises:
        NotUnderstoodError: It is not text.
        NotBuiltError: It is not answered yet.
    """
    if not isinstance(when, str) or not when.strip():
        raise NotUnderstoodError(path="when", value=when, why="must be text")
    when = PHRASES.get(when.strip(), when)
    said = " ".join(when.lower().split())
    of_a_life = life_question(when, given)
    if of_a_life is not None:
        return of_a_life
    if not _ACTS.search(said):
        for reader in _READERS:
            found = reader(said, given, policy)
            if found is not None:
                return found
    of_what_follows = consequence_question(when)
    if of_what_follows is not None:
        return of_what_follows
    what = f"the question {when!r}"
    raise NotBuiltError(what)


_Reader = Callable[[str, Facts, Policy], Question | None]


def _repeal(said: str, _: Facts, __: Policy) -> Question | None:
    if "repeal" not in said and "废止" not in said:
        return None
    document = _DOCUMENT.search(said)
    return Question(about=Asked.REPEAL, day=_day(said), document=document and document.group())


def _force(said: str, _: Facts, __: Policy) -> Question | None:
    timely = re.search(
        r"\bin force\b|force in time|validity|\bvalid on\b|施行|有效期|\bexpired?\b", said
    )
    if not timely or _DOCUMENT.search(said) or _ANOTHER.search(said) or "consorti" in said:
        return None
    return Question(about=Asked.FORCE, day=_day(said))


def _day(said: str) -> date | None:
    found = _DAY.search(said)
    return None if found is None else a_day(found.group(), "when")


def _one_participant(said: str, given: Facts, _: Policy) -> Question | None:
    if "participa" not in said or not re.search(r"\bcaps?\b|\blimit\b|不超过", said):
        return None
    which = _participant(said, given)
    if which is None:
        return None if re.search(r"participant\b", said) else Question(about=Asked.FORMATION)
    return Question(about=Asked.ONE_PARTICIPANT, participant=which)


def _participant(said: str, given: Facts) -> int | None:
    numbered = _WHICH.search(said)
    if numbered is not None:
        return int(numbered.group(1) or numbered.group(2)) - 1
    for n, word in enumerate(_ORDINALS):
        if re.search(rf"\b{word}\b", said):
            return n
    application = given.values.get("application") or {}
    units = application.get("participants") if isinstance(application, dict) else None
    names = [u.get("name") for u in units or [] if isinstance(u, dict)]
    named = [n for n, name in enumerate(names) if isinstance(name, str) and name.lower() in said]
    return named[0] if len(named) == 1 else None


def _admissibility(said: str, _: Facts, __: Policy) -> Question | None:
    if "admissib" not in said or "application" not in said or _ANOTHER.search(said):
        return None
    return Question(about=Asked.ADMISSIBILITY)


def _formation(said: str, given: Facts, policy: Policy) -> Question | None:
    if _ANOTHER.search(said):
        return None
    named = _named(said)
    timed = (norm for norm, _ in policy.in_time.inquiry.norms)
    asked = {Place.of(n.provision).article for n in (*policy.norms("formation"), *timed)}
    if any(article in asked for article, _ in named):
        ids = tuple(f"art{a}.item{i}" if i else f"art{a}" for a, i in named)
        return Question(about=Asked.FORMATION, articles=ids)
    has = {"application", "participants_summary"} & set(given.values)
    if not named and has and _FORMATION.search(said):
        return Question(about=Asked.FORMATION)
    return None


def _named(said: str) -> list[tuple[int, int | None]]:
    """Return the articles a phrase names, each with its items.

    >>> _named("check art. 5 items 1, 4-6")
    [(5, 1), (5, 4), (5, 5), (5, 6)]
    >>> _named("check arts. 5-7"), _named("check art. 3"), _named("check article 5(2)")
    ([(5, None), (6, None), (7, None)], [(3, None)], [(5, 2)])
    """
    found: list[tuple[int, int | None]] = []
    for part in _ARTICLES.findall(said):
        head, _, items = re.sub(r"\(|\bitems?\b", "#", part).partition("#")
        articles = _numbers(head)
        numbers = _numbers(items)
        if numbers and articles:
            found += [(a, None) for a in articles[:-1]]
            found += [(articles[-1], n) for n in numbers]
        else:
            found += [(a, None) for a in articles]
    return found + [(int(n), None) for n in _CHINESE.findall(said)]


def _numbers(text: str) -> list[int]:
    """Return the numbers a text lists, those between the ends of a range too."""
    found: list[int] = []
    spans = re.findall(r"(\d+)(?:\s*(?:[-–]|to|through)\s*(\d+))?", text)
    for first, last in spans:
        found += range(int(first), int(last or first) + 1)
    return found


_READERS: tuple[_Reader, ...] = (_repeal, _force, _one_participant, _admissibility, _formation)
