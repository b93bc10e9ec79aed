"""Questions about what follows: grades, grounds, projects, money, and the bar, by their phrases."""

from __future__ import annotations

import re
from datetime import date

from innov_consortium.testing.cases.asked import Asked, Question
from innov_consortium.testing.cases.given import a_day

__all__ = ["consequence_question"]

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_END = re.compile(
    r"nominal end|\bend of\b|last (?:barred )?day|first (?:free|admissible) day|how long|until when"
    r"|\bends?\b|届满"
)
_PHRASES = (
    (Asked.BAR, re.compile(r"admissib")),
    (Asked.WHOLE, re.compile(r"\breplay\b|\bstatus\b|重放")),
    (Asked.GROUNDS, re.compile(r"\bgrounds?\b|\brevocation (?:due|is due)\b|撤销情形|应予撤销")),
    (Asked.BAR, re.compile(r"\bbar\b|\bbarred\b|former lead|former participant|不再受理")),
    (
        Asked.SUPPORT,
        re.compile(r"support amount|amount of (?:the )?support|\baward\b|\bfunding\b|支持额度"),
    ),
    (Asked.PROJECT, re.compile(r"eligib|\bprojects?\b|preliminary review|申报资格|重大项目|初审")),
    (
        Asked.EVALUATION,
        re.compile(r"evaluat|\bgrades?\b|inspection|\bcoverage\b|\bcycle\b|评价|考核"),
    ),
)
_ARTICLES = (
    (Asked.BAR, re.compile(r"\barts?\. ?11,? para(?:graph)?\.? ?2")),
    (Asked.GROUNDS, re.compile(r"\barts?\. ?11\b")),
    (Asked.SUPPORT, re.compile(r"\barts?\. ?15\b.*\bcap\b")),
    (Asked.PROJECT, re.compile(r"\barts?\. ?15\b")),
    (Asked.EVALUATION, re.compile(r"\barts?\. ?(?:8|9|10)\b")),
)


def consequence_question(when: str) -> Question | None:
    """Return what a phrase asks of what follows; ``None`` if it asks something else."""
    said = " ".join(when.lower().split())
    about = next((asked for asked, phrase in (*_ARTICLES, *_PHRASES) if phrase.search(said)), None)
    if about is None or _not_yet(said, about):
        return None
    if about is Asked.BAR and "admissib" not in said and _END.search(said):
        about = Asked.BAR_END
    return Question(about=about, day=_day(said))


def _not_yet(said: str, about: Asked) -> bool:
    """Tell whether a phrase asks for an act, which is decided on as such."""
    acts = re.match(r"^(?:approve|revoke|record|notify|conduct|file|report|execute|accept)\b", said)
    return acts is not None and about is not Asked.WHOLE


def _day(said: str) -> date | None:
    found = _DAY.search(said)
    return None if found is None else a_day(found.group(), "when")
