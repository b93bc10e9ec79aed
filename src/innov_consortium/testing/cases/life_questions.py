"""Questions about the life of a consortium, by their phrases."""

from __future__ import annotations

import re
from datetime import date

from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.asked import Asked, Question
from innov_consortium.testing.cases.citing import grounds_cited
from innov_consortium.testing.cases.given import Facts, a_day

__all__ = ["life_question"]

#: What is asked beside a life, and not answered yet.
_MORE = re.compile(
    r"\bgrades?\b|eligib|\bgrounds?\b|evaluat|project|\bbar\b|barred|support amount|admissib"
    r"|successor|former lead"
)
_ACT = re.compile(
    rf"^({'|'.join(map(re.escape, vocabulary.ACTS))})\b(?P<what>.*?)\bon\b\s*"
    r"(?P<day>\d{4}-\d{2}-\d{2}|as_of)(?P<rest>.*)$"
)
_OF_A_CHANGE = re.compile(r"\b(change|exit|rename|join\w*|merger|replacement|successor)\b")
_ON_REQUEST = re.compile(r"on request|at the request|voluntar|item 4\b|item4\b|art\. ?14|\(4\)")
_BEGINNINGS = ("check", "ask", "what", "is ", "are ", "核查", "检查", "询问")
_BY = re.compile(r"\bby\s+([^,;]+?)\s*$")
_YEAR = re.compile(r"\b20\d{2}\b(?!-\d)")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")

_REPLAY = re.compile(r"^replay\b|\breplay (?:the|all)\b|重放")
_STATUS = re.compile(
    r"\bstatus\b|\bthe state\b|\bwhat state\b|\bin which state\b"
    r"|whether the consortium (?:is|still)"
    r"|whether .*consortium.* (?:is|remains) active|状态"
)
_ENTITLEMENT = re.compile(
    r"entitle|\bclaim to\b|\bhas a claim\b|\bright to\b|infring|\bis owed\b|\bare owed\b|obliged"
)
_PHRASES = (
    (Asked.COMPLIANCE, re.compile(r"complian|\bcomplies\b|violat|\bbreach")),
    (
        Asked.FILING,
        re.compile(r"\bthe filing\b|filing of the application|\bfiled properly\b|联合申报"),
    ),
    (Asked.WITHDRAWAL, re.compile(r"\brequest\b|voluntary|\bwithdrawal\b|主动撤销")),
    (Asked.CHANGE, re.compile(r"\bchanges?\b|\bexits?\b|\brename\b|\bjoining\b|变更")),
    (Asked.PROCEDURE, re.compile(r"\bprocedure\b|\bthe steps\b|formation events|组建流程")),
)
_ARTICLES = (
    (Asked.FILING, re.compile(r"\bart\. ?6,? (?:item 2|\(2\))")),
    (Asked.PROCEDURE, re.compile(r"\bart\. ?6\b")),
    (Asked.CHANGE, re.compile(r"\barts?\. ?1[23]\b")),
    (Asked.WITHDRAWAL, re.compile(r"\bart\. ?14\b")),
)


def life_question(when: str, given: Facts) -> Question | None:
    """Return what a phrase asks of a consortium's life; ``None`` if it asks something else."""
    said = " ".join(when.lower().split())
    if re.match(r"^(record|notify|conduct)\b.*\bevaluation\b", said):
        year = _YEAR.search(said)
        return Question(
            about=Asked.EVALUATE, day=_day(said), year=None if year is None else int(year.group())
        )
    if "admissib" in said or _asks_more(said):
        return None
    if _ACT.match(said):
        return _act(said, when, given)
    about = _about(said)
    return None if about is None else Question(about=about, day=_day(said))


def _about(said: str) -> Asked | None:
    if _REPLAY.search(said):
        return Asked.REPLAY
    if _ENTITLEMENT.search(said):
        return Asked.ENTITLEMENT
    if not said.startswith(_BEGINNINGS):
        return None
    if _STATUS.search(said):
        return Asked.STATUS
    table = _ARTICLES if re.search(r"\barts?\.", said) else _PHRASES
    return next((asked for asked, phrase in table if phrase.search(said)), None)


def _asks_more(said: str) -> bool:
    return _MORE.search(said) is not None and not said.startswith("revoke")


def _act(said: str, when: str, given: Facts) -> Question | None:
    found = _ACT.match(said)
    if found is None:
        return None
    verb, words = found.group(1), f"{found.group('what')} {found.group('rest')}"
    tag = vocabulary.ACTS[verb]
    if _OF_A_CHANGE.search(found.group("what")):
        tag = {"recognised": "change_approved", "application_refused": "change_refused"}.get(
            tag, tag
        )
    elif tag.startswith("change_"):
        return None
    on_request = _ON_REQUEST.search(words) is not None and "voluntary" in given.values
    by = _BY.search(" ".join(when.split()))
    day = None if found.group("day") == "as_of" else a_day(found.group("day"), "when")
    return Question(
        about=Asked.ACT,
        act=tag,
        day=day,
        by=by and by.group(1),
        on_a_ground=tag == "ended" and not on_request,
        grounds=grounds_cited(words),
    )


def _day(said: str) -> date | None:
    found = _DAY.search(said)
    return None if found is None else a_day(found.group(), "when")
