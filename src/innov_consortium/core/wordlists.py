"""Words where a text lists those there are: in an application, in what happened, on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import TypeAlias

from innov_consortium.core.consortium import Application
from innov_consortium.core.events import (
    EvaluationStaged,
    Event,
    Filed,
    ProjectFunded,
    ResultCorrected,
    ResultNotified,
    SelfEvaluated,
)
from innov_consortium.core.records import Record
from innov_consortium.core.text import OTHER, suggestion, told
from innov_consortium.errors import Fault, FaultKind

__all__ = ["PLACES", "strange_words"]

#: A place where words stand, the path of a field there, and the words in it.
_Use: TypeAlias = tuple[str, str, frozenset[str] | str | None]

#: Lists that say of themselves that there is nothing else.
_CLOSED = frozenset({"grades"})

_IN_EVENTS: Mapping[type[Event], tuple[str, str]] = MappingProxyType(
    {
        Filed: ("documents", "documents"),
        EvaluationStaged: ("evaluation.stages", "stage"),
        ResultNotified: ("grades", "grade"),
        ResultCorrected: ("grades", "grade"),
        SelfEvaluated: ("grades", "grade"),
        ProjectFunded: ("funding.sources", "source"),
    }
)

#: Where a policy may list words.
PLACES = frozenset(
    {
        "lists",
        "cooperation",
        "agreement.heads",
        "governance.organs",
        "record.contexts",
        "record.accident_grades",
        "record.accident_categories",
        "figures.metrics",
        *(place for place, _ in _IN_EVENTS.values()),
    }
)


def strange_words(
    vocabulary: Iterable[tuple[str, tuple[str, ...]]],
    applications: Iterable[tuple[str, Application]],
    events: Iterable[tuple[str, Event]],
    record: Record,
) -> Iterator[Fault]:
    """Yield the words that stand where a policy lists others, each at its path.

    Where it lists none any word will do. What is not on a list may be written ``other:…``, unless
    the list is closed.

    Args:
        vocabulary: The words a policy lists, by place; of ``PLACES``.
        applications: The applications spoken of, each with its path.
        events: What happened, each with its path.
        record: What is on record.
    """
    listed = dict(vocabulary)
    if not listed:
        return
    used = chain(
        *(_in_application(where, application) for where, application in applications),
        *(_in_event(where, event) for where, event in events),
        _on_record(record),
    )
    for place, path, words in used:
        if place in listed:
            for word in sorted((words,) if isinstance(words, str) else words or ()):
                if word not in listed[place] and not _is_other(place, word):
                    yield _strange(place, path, word, listed[place])


def _in_application(where: str, application: Application) -> Iterator[_Use]:
    agreement, governance = application.agreement, application.governance
    organs = governance.organs if governance is not None else None
    used = {
        "lists": application.lists,
        "agreement.heads": agreement.heads if agreement is not None else None,
        "governance.organs": frozenset(o.function for o in organs or ()),
        "cooperation": application.cooperation,
    }
    for place, words in used.items():
        yield place, f"{where}.{place}", words


def _in_event(where: str, event: Event) -> Iterator[_Use]:
    for sort, (place, name) in _IN_EVENTS.items():
        if isinstance(event, sort):
            yield place, f"{where}.{name}", getattr(event, name)


def _on_record(record: Record) -> Iterator[_Use]:
    for n, one in enumerate(record.falsifications):
        yield "record.contexts", f"record.falsifications[{n}].context", one.context
    for n, accident in enumerate(record.accidents):
        at = f"record.accidents[{n}]"
        yield "record.accident_categories", f"{at}.category", accident.category
        yield "record.accident_grades", f"{at}.grade", accident.grade
    for n, funding in enumerate(record.earlier_funding):
        yield "funding.sources", f"record.earlier_funding[{n}].source", funding.source
    for n, figure in enumerate(record.figures):
        yield "figures.metrics", f"record.figures[{n}].metric", figure.metric


def _is_other(place: str, word: str) -> bool:
    return place not in _CLOSED and word.startswith(OTHER)


def _strange(place: str, path: str, word: str, listed: tuple[str, ...]) -> Fault:
    zh = f"{told(word)} 不是所列的词；可用：{'、'.join(listed)}"
    en = f"{told(word)} is not a word listed; there are {', '.join(listed)}"
    if place in _CLOSED:
        zh, en = f"{zh}；此外没有别的", f"{en}, and no others"
    else:
        zh = f"{zh}；所列之外的写作 {told(OTHER + word)}"
        en = f"{en}; what is not listed is written {told(OTHER + word)}"
    near_zh, near_en = suggestion(word, listed)
    zh, en = f"{zh}{near_zh}", f"{en}{near_en}"
    return Fault(FaultKind.INVALID_VALUE, path, zh, en)
