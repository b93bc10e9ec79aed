"""Documents of any size, sound and hostile, to measure reading on.

Each takes a number and returns a document that grows linearly with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from innov_consortium.core import uscc

__all__ = ["CASES", "HISTORIES", "application", "case", "history"]

_BEGUN = date(2026, 1, 5)


def code(number: int, category: str = "91") -> str:
    """Return a sound unified social credit code."""
    body = f"{category}120116MAX{number:06d}"
    return body + uscc.check_character(body)


def unit(number: int) -> dict[str, Any]:
    """Return an enterprise."""
    name = f"测试企业{number}有限公司"
    return {"name": name, "id": code(number), "kind": "enterprise", "domicile": "120116"}


def application(participants: int = 2, **more: Any) -> dict[str, Any]:
    """Return an application with so many participants."""
    return {"lead": unit(0), "participants": [unit(n + 1) for n in range(participants)], **more}


def case(**more: Any) -> dict[str, Any]:
    """Return a case with an application, or with the parts given."""
    return {"application": application(), **more}


def history(*events: dict[str, Any]) -> dict[str, Any]:
    """Return a history: a call, an application and a recognition, then these events."""
    first = [
        {"type": "call_issued", "on": "2026-01-05", "by": "市科技局", "year": 2026},
        {"type": "filed", "on": "2026-01-05", "application": application()},
        {"type": "recognised", "on": "2026-01-05", "by": "市科技局", "document": "1号"},
    ]
    return {"consortium": "C1", "events": [*first, *events]}


# --- sound ----------------------------------------------------------------------------------------


def engagements(number: int) -> dict[str, Any]:
    """A register of so many engagements."""
    listed = [{"consortium": f"C{n}", "unit": code(n), "role": "lead"} for n in range(number)]
    return case(register={"complete_to": "2026-03-02", "engagements": listed})


def participants(number: int) -> dict[str, Any]:
    """Applications of 100 participants, all of them signatories, with so many in all."""
    whole = application(100)
    whole["agreement"] = {"signatories": [one["id"] for one in whole["participants"]]}
    filed = {"type": "filed", "on": "2026-01-05", "application": whole}
    return history(*[filed] * (number // 100))


def days_off(number: int) -> dict[str, Any]:
    """A calendar with so many days off."""
    listed = [(date.min + timedelta(days=n)).isoformat() for n in range(number)]
    window = {"first": "0001-01-01", "last": "9999-12-31"}
    return case(calendar={"days_off": listed, "window": window, "source": "x"})


def words(number: int) -> dict[str, Any]:
    """An application that has drawn up so many lists, each a short word."""
    return case(application=application(lists=[f"{n:x}" for n in range(number)]))


def changes(number: int) -> dict[str, Any]:
    """A history in which so many things happen: changes reported, approved, carried out."""
    return history(*(_change(n) for n in range(number)))


def _change(n: int) -> dict[str, Any]:
    on = (_BEGUN + timedelta(days=n // 3)).isoformat()
    event = {"on": on, "id": f"e{n}", "change": f"c{n // 3}"}
    if n % 3 == 0:
        return {"type": "change_reported", "kind": "member_other", **event, "by": code(0)}
    if n % 3 == 1:
        return {"type": "change_approved", **event, "by": "市科技局", "document": f"{n}号"}
    return {"type": "change_executed", **event, "by": code(0)}


# --- hostile --------------------------------------------------------------------------------------


def wrong_items(number: int) -> dict[str, Any]:
    """A list of what is no attestation."""
    return case(attestations=[1] * number)


def empty_objects(number: int) -> dict[str, Any]:
    """A list of attestations in which everything is missing."""
    return case(attestations=[{}] * number)


def unknown_keys(number: int) -> dict[str, Any]:
    """An application with so many keys that are not known."""
    return case(application=application(**{f"key{n}": 1 for n in range(number)}))


def almost_known_keys(number: int) -> dict[str, Any]:
    """Attestations each with a key that is long and almost known."""
    return case(attestations=[{f"attestations_attestation_{n}": 1} for n in range(number)])


def duplicates(number: int) -> dict[str, Any]:
    """The same word over and over in a list of distinct words."""
    return case(application=application(lists=["a"] * number))


def same_unit(number: int) -> dict[str, Any]:
    """One participant over and over."""
    return case(application={"lead": unit(0), "participants": [unit(1)] * number})


def strangers(number: int) -> dict[str, Any]:
    """Signatories who are no members."""
    signed = [code(n + 9) for n in range(number)]
    return case(application=application(agreement={"signatories": signed}))


def one_university(number: int) -> dict[str, Any]:
    """A university with so many colleges, named as often, now with the college and now without."""
    shared: dict[str, Any] = {"name": "测试大学", "id": code(1, "12"), "kind": "university"}
    colleges = [{**shared, "college": f"学院{n}"} for n in range(number)]
    signed: list[Any] = [{"id": one["id"], "college": one["college"]} for one in colleges]
    signed += [shared["id"]] * number
    whole = {"lead": unit(0), "participants": colleges, "agreement": {"signatories": signed}}
    return case(application=whole)


def nothing_known(number: int) -> dict[str, Any]:
    """Funding of which nothing at all is known, which is allowed."""
    return case(record={"earlier_funding": [{}] * number, "complete_to": None})


def nested(number: int) -> dict[str, Any]:
    """Empty lists in lists where nothing is known."""
    return case(extra=[[[[]]]] * number)


def long_texts(number: int) -> dict[str, Any]:
    """A name as long as the document."""
    return case(application=application(field="津" * number))


def hidden_characters(number: int) -> dict[str, Any]:
    """Words that end with a character nobody can see."""
    return case(application=application(lists=[f"{n:x}\u200b" for n in range(number)]))


def of_no_sort(number: int) -> dict[str, Any]:
    """Events that are nothing at all."""
    return history(*[{}] * number)


def no_events(number: int) -> dict[str, Any]:
    """What is no event."""
    return {"consortium": "C1", "events": [1] * number}


def sorts_unknown(number: int) -> dict[str, Any]:
    """Events of no sort, each almost one."""
    return history(*({"type": f"change_reported_{n}", "on": "2026-02-01"} for n in range(number)))


def out_of_order(number: int) -> dict[str, Any]:
    """Events each earlier than the one before, with the id of the first."""
    days = ((date(9999, 12, 31) - timedelta(days=n)).isoformat() for n in range(number))
    return history(*({"type": "call_issued", "on": day, "id": "e"} for day in days))


def faulty_changes(number: int) -> dict[str, Any]:
    """A history in which every event has a fault of its own."""
    document = changes(number)
    for event in document["events"]:
        event["by"] = 3
    return document


def broken_corrections(number: int) -> dict[str, Any]:
    """Corrections of events that there are not."""
    events = [_change(n) for n in range(number // 2)]
    events += (
        {
            "type": "corrected",
            "on": "2199-01-01",
            "of": f"x{n}",
            "instead": {**_change(0), "id": ""},
        }
        for n in range(number // 2)
    )
    return history(*events)


#: Cases by what they are, and how many a document of about a million bytes takes.
CASES: Mapping[Callable[[int], dict[str, Any]], int] = {
    engagements: 12_000,
    days_off: 60_000,
    words: 90_000,
    wrong_items: 99_000,
    empty_objects: 99_000,
    unknown_keys: 60_000,
    almost_known_keys: 20_000,
    duplicates: 99_000,
    same_unit: 7_000,
    strangers: 40_000,
    one_university: 4_000,
    nothing_known: 99_000,
    nested: 90_000,
    long_texts: 300_000,
    hidden_characters: 60_000,
}

#: Histories in the same way.
HISTORIES: Mapping[Callable[[int], dict[str, Any]], int] = {
    participants: 8_000,
    of_no_sort: 99_000,
    no_events: 99_000,
    changes: 10_000,
    sorts_unknown: 15_000,
    out_of_order: 15_000,
    faulty_changes: 10_000,
    broken_corrections: 10_000,
}
