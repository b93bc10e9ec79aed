"""Tests of single faults: for each its kind, its path, and what its text says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange import structure_application

FaultsIn = Callable[[object], tuple[Fault, ...]]
Put = Callable[..., dict[str, Any]]


TYPE_ERROR, INVALID_VALUE = FaultKind.TYPE_ERROR, FaultKind.INVALID_VALUE
DUPLICATE, INCONSISTENT = FaultKind.DUPLICATE, FaultKind.INCONSISTENT
OUT_OF_ORDER, LIMIT_EXCEEDED = FaultKind.OUT_OF_ORDER, FaultKind.LIMIT_EXCEEDED

LEAD = ("application", "lead")
FILED = ("application", "filed_on")
P3 = ("application", "participants", 3)
HOLDS = ("attestations", 0, "holds")

WRONG = [
    # days
    (FILED, "2027-02-29", INVALID_VALUE, "application.filed_on", "'2027-02-29': there is no such"),
    (FILED, "2026-6-1", INVALID_VALUE, "application.filed_on", "'2026-6-1': a day is written"),
    (FILED, " 2026-03-02", INVALID_VALUE, "application.filed_on", "' 2026-03-02': a day is"),
    (FILED, "2026-03-02\n", INVALID_VALUE, "application.filed_on", "'2026-03-02\\n': a day is"),
    (FILED, "", INVALID_VALUE, "application.filed_on", "'': a day is written"),
    (FILED, "20260302", INVALID_VALUE, "application.filed_on", "'20260302': a day is written"),
    (FILED, "\uff12026-03-02", INVALID_VALUE, "application.filed_on", "ASCII digits"),
    (FILED, "0000-01-01", INVALID_VALUE, "application.filed_on", "there is no such day"),
    (FILED, "2026-03-02T00:00:00", INVALID_VALUE, "application.filed_on", "YYYY-MM-DD"),
    (FILED, 20260302, TYPE_ERROR, "application.filed_on", "20260302: must be a day written"),
    (FILED, date(2026, 3, 2), TYPE_ERROR, "application.filed_on", "<date>: must be a day"),
    (
        FILED,
        datetime(2026, 3, 2),  # noqa: DTZ001 - any will do
        TYPE_ERROR,
        "application.filed_on",
        "<datetime>: must be a day",
    ),
    # truth
    (HOLDS, 1, TYPE_ERROR, "attestations[0].holds", "1: must be true or false"),
    (HOLDS, 0, TYPE_ERROR, "attestations[0].holds", "0: must be true or false"),
    (HOLDS, "true", TYPE_ERROR, "attestations[0].holds", "'true': must be true or false"),
    (HOLDS, None, INVALID_VALUE, "attestations[0].holds", "null: must be given"),
    ((*LEAD, "abroad"), 1.0, TYPE_ERROR, "application.lead.abroad", "1.0: must be true or"),
    # text
    ((*LEAD, "name"), 3, TYPE_ERROR, "application.lead.name", "3: must be text"),
    ((*LEAD, "name"), True, TYPE_ERROR, "application.lead.name", "true: must be text"),
    ((*LEAD, "name"), "津甲".encode(), TYPE_ERROR, "application.lead.name", "<bytes>: must be"),
    ((*LEAD, "name"), Decimal(1), TYPE_ERROR, "application.lead.name", "<Decimal>: must be text"),
    ((*LEAD, "name"), 2**70, TYPE_ERROR, "application.lead.name", "<int>: must be text"),
    ((*LEAD, "name"), ["津甲"], TYPE_ERROR, "application.lead.name", "[…]: must be text"),
    ((*LEAD, "name"), {}, TYPE_ERROR, "application.lead.name", "{…}: must be text"),
    ((*LEAD, "name"), ["x"], TYPE_ERROR, "application.lead.name", "[…]: must be text"),
    ((*LEAD, "name"), "", INVALID_VALUE, "application.lead.name", "must not be empty"),
    ((*LEAD, "name"), "津甲 ", INVALID_VALUE, "application.lead.name", "'津甲 ': must not"),
    ((*LEAD, "name"), "津\u200b甲", INVALID_VALUE, "application.lead.name", "U+200B"),
    ((*LEAD, "name"), "津\ud800", INVALID_VALUE, "application.lead.name", "'津\\ud800'"),
    ((*LEAD, "name"), "津" * 201, LIMIT_EXCEEDED, "application.lead.name", f"'{'津' * 60}'…"),
    (("attestations", 0, "document"), 7, TYPE_ERROR, "attestations[0].document", "must be text"),
    (("application", "field"), "a\tb", INVALID_VALUE, "application.field", "U+0009"),
    # choices
    ((*P3, "kind"), "enterprize", INVALID_VALUE, "application.participants[3].kind", "did you"),
    ((*P3, "kind"), "企业", INVALID_VALUE, "application.participants[3].kind", "new_rd_instit"),
    ((*P3, "kind"), 2, TYPE_ERROR, "application.participants[3].kind", "2: must be one of"),
    ((*LEAD, "legal_form"), "x", INVALID_VALUE, "application.lead.legal_form", "cooperative"),
    # identifiers
    ((*P3, "id"), "91120116MAXT000113", INVALID_VALUE, "application.participants[3].id", "check"),
    ((*P3, "id"), "9112O116MAXT00011U", INVALID_VALUE, "application.participants[3].id", "9112O"),
    ((*P3, "id"), "91120116M AXT00011U", INVALID_VALUE, "application.participants[3].id", "18"),
    ((*P3, "id"), 911201160000000000, TYPE_ERROR, "application.participants[3].id", "social"),
    ((*P3, "id"), None, INVALID_VALUE, "application.participants[3].id", "null: must be given"),
    ((*P3, "id"), {"scheme": "LEI"}, INVALID_VALUE, "application.participants[3].id.value", "is m"),
    (
        (
            *P3,
            "id",
        ),
        {"scheme": 1, "value": "1"},
        TYPE_ERROR,
        "application.participants[3].id.scheme",
        "1: must",
    ),
    ((*P3, "parent"), "x", INVALID_VALUE, "application.participants[3].parent", "18 characters"),
    # objects and lists
    (LEAD, None, INVALID_VALUE, "application.lead", "null: must be given"),
    (LEAD, [{}, {}], TYPE_ERROR, "application.lead", "[…]: must be an object"),
    (P3, [[]], TYPE_ERROR, "application.participants[3]", "[…]: must be an object"),
    (("application", "participants"), [[]], TYPE_ERROR, "application.participants[0]", "object"),
    (("application", "participants"), "abc", TYPE_ERROR, "application.participants", "a list"),
    (("application", "participants"), {}, TYPE_ERROR, "application.participants", "a list"),
    (("application", "participants"), None, INVALID_VALUE, "application.participants", "null"),
    (("application", "lists"), "abc", TYPE_ERROR, "application.lists", "'abc': must be a list"),
    (("application", "lists", 1), 7, TYPE_ERROR, "application.lists[1]", "7: must be text"),
    (("application", "lists", 1), None, INVALID_VALUE, "application.lists[1]", "null: must be"),
    (("attestations",), None, INVALID_VALUE, "attestations", "null: must be given"),
    (("attestations",), [None] * 100_001, LIMIT_EXCEEDED, "attestations", "100001"),
    (("register",), "unknwon", TYPE_ERROR, "register", "'unknwon': must be an object"),
    (("register",), None, INVALID_VALUE, "register", "null: must be given"),
    (("register", "complete_to"), "x", INVALID_VALUE, "register.complete_to", "YYYY-MM-DD"),
    (("application",), 3, TYPE_ERROR, "application", "3: must be an object"),
    # keys
    (("registr",), {}, INVALID_VALUE, "registr", "did you mean 'register'"),
    ((*P3, "nmae"), "x", INVALID_VALUE, "application.participants[3].nmae", "did you mean 'name'"),
    ((*P3, "key"), "x", INVALID_VALUE, "application.participants[3].key", "is no known key"),
    ((*LEAD, "名 称"), "x", INVALID_VALUE, "application.lead", "the keys are name, id"),
    ((*LEAD, 3), "x", TYPE_ERROR, "application.lead", "its keys must be text"),
    (("schema",), "innov-consortium/case/3", INVALID_VALUE, "schema", "written by a newer version"),
    (("schema",), 1, TYPE_ERROR, "schema", "1: must be 'innov-consortium/case/2'"),
    # words that contradict one another
    (
        (*LEAD, "college"),
        "机械学院",
        INCONSISTENT,
        "application.lead.college",
        "'机械学院': only universities",
    ),
    (
        (*P3, "id"),
        "12120000MBXT000154",
        INCONSISTENT,
        "application.participants[3].kind",
        "'enterprise': declared an enterprise",
    ),
    ((*LEAD, "domicile"), "1201", INVALID_VALUE, "application.lead.domicile", "six-digit"),
    ((*LEAD, "branches_in"), ["3"], INVALID_VALUE, "application.lead.branches_in[0]", "six-digit"),
    (
        ("register", "engagements", 0, "ended_on"),
        "2025-05-31",
        OUT_OF_ORDER,
        "register.engagements[0].ended_on",
        "'2025-05-31': is earlier",
    ),
    (
        ("register", "bars", 0, "window", "last"),
        "2022-05-01",
        OUT_OF_ORDER,
        "register.bars[0].window.last",
        "'2022-05-01': is before the first day",
    ),
    (("register", "bars", 0, "window"), None, INVALID_VALUE, "register.bars[0].window", "null"),
    (("register", "bars", 0, "unit"), "x", INVALID_VALUE, "register.bars[0].unit", "18 char"),
    # repeated words
    (
        ("application", "lists", 2),
        "major_scientific_questions",
        DUPLICATE,
        "application.lists[2]",
        "'major_scientific_questions': repeats no. 1",
    ),
    (
        ("application", "agreement", "heads", 7),
        "goals",
        DUPLICATE,
        "application.agreement.heads[7]",
        "'goals': repeats no. 1",
    ),
    (
        ("application", "cooperation"),
        ["standards", "standards"],
        DUPLICATE,
        "application.cooperation[1]",
        "repeats no. 1",
    ),
]


@pytest.mark.parametrize(("at", "value", "kind", "path", "en"), WRONG)
def test_one_thing_wrong(
    put: Put,
    faults_in: FaultsIn,
    at: tuple[str | int, ...],
    value: object,
    kind: FaultKind,
    path: str,
    en: str,
) -> None:
    """One wrong value gives a fault of that kind at its path, naming value and remedy."""
    found = [f for f in faults_in(put((at, value))) if not _follows(f, at)]

    assert [(kind, path)] == [(f.kind, f.path) for f in found]
    assert en in found[0].en


def _follows(fault: Fault, at: tuple[str | int, ...]) -> bool:
    """Tell whether a fault only follows: the changed member is no longer the one that signed."""
    changes_a_member = at[-1] in ("id", "participants", *LEAD)
    return changes_a_member and fault.kind is INCONSISTENT and "member" in fault.en


@pytest.mark.parametrize(
    ("at", "path"),
    [
        (LEAD, "application.lead"),
        ((*LEAD, "id"), "application.lead.id"),
        ((*P3, "name"), "application.participants[3].name"),
        ((*P3, "kind"), "application.participants[3].kind"),
        (("attestations", 1, "on"), "attestations[1].on"),
        (("departures", 0, "reason"), "departures[0].reason"),
        (("special_case", "ground"), "special_case.ground"),
        (("listings", 0, "first"), "listings[0].first"),
        (("application",), "application"),
    ],
)
def test_missing_key(
    document: dict[str, Any], faults_in: FaultsIn, at: tuple[str | int, ...], path: str
) -> None:
    """A required key that is missing is one fault at its path."""
    target: Any = document
    for key in at[:-1]:
        target = target[key]
    del target[at[-1]]

    expected = [(INVALID_VALUE, path, "is missing; it must be given")]

    assert expected == [(f.kind, f.path, f.en) for f in faults_in(document)]


@pytest.mark.parametrize("document", [None, 3, "x", [], b"{}", 1.5, object()])
def test_document_that_is_no_object(document: object, faults_in: FaultsIn) -> None:
    """A document that is no object is one fault at the root."""
    assert [f.path for f in faults_in(document)] == ["$"]


def test_chinese_text_names_the_field(put: Put, faults_in: FaultsIn) -> None:
    """The Chinese text begins with the field's label and the value."""
    found = faults_in(put(((*P3, "kind"), "enterprize"), ((*LEAD, "id"), 7)))

    of_id = (
        "统一社会信用代码（或其他标识） 7：应为统一社会信用代码（文字），境外的为 {scheme, value}"
    )
    of_kind = (
        "单位类型 'enterprize'：不在可选项之内：enterprise、university、research_institution、"
        "new_rd_institution、service_institution、hospital、other；是否指 'enterprise'？"
    )

    assert [f.zh for f in found] == [of_id, of_kind]


def test_all_faults_at_once(put: Put, faults_in: FaultsIn) -> None:
    """Faults of every sort are told together, each with its path."""
    found = faults_in(
        put(
            (("application", "filed_on"), "2026-13-01"),
            ((*LEAD, "name"), ""),
            ((*P3, "id"), "9112"),
            (("application", "lists", 1), "major_scientific_questions"),
            (("application", "lists", 2), 5),
            (("register", "engagements", 1, "role"), "leader"),
            (("speciel_case",), None),
        )
    )

    expected = {
        "application.lead.name": INVALID_VALUE,
        "application.participants[3].id": INVALID_VALUE,
        "application.filed_on": INVALID_VALUE,
        "application.lists[2]": TYPE_ERROR,
        "application.lists[1]": DUPLICATE,
        "register.engagements[1].role": INVALID_VALUE,
        "speciel_case": INVALID_VALUE,
    }

    assert expected == {f.path: f.kind for f in found}


def test_unreadable_field_hides_no_contradiction(put: Put, faults_in: FaultsIn) -> None:
    """What contradicts among the other fields of one object is found all the same."""
    found = faults_in(
        put(
            ((*LEAD, "name"), ""),
            ((*LEAD, "college"), "机械学院"),
            ((*LEAD, "domicile"), "12"),
            ((*LEAD, "legal_form"), "cooperative"),
            (("register", "engagements", 0, "consortium"), ""),
            (("register", "engagements", 0, "ended_on"), "2025-05-31"),
        )
    )

    expected = [
        (INVALID_VALUE, "application.lead.name"),
        (INCONSISTENT, "application.lead.college"),
        (INVALID_VALUE, "application.lead.domicile"),
        (INCONSISTENT, "application.lead.legal_form"),
        (INVALID_VALUE, "register.engagements[0].consortium"),
        (OUT_OF_ORDER, "register.engagements[0].ended_on"),
    ]

    assert expected == [(f.kind, f.path) for f in found]


def test_what_takes_the_place_of_a_field_contradicts_nothing(faults_in: FaultsIn) -> None:
    """An organisation of which nothing can be read has only the faults it shows."""
    nobody = {"name": None, "id": None, "kind": None, "college": "机械学院", "x": 1}
    found = faults_in({"application": {"lead": nobody, "participants": []}})

    expected = ["name", "id", "kind", "x"]

    assert [f"application.lead.{name}" for name in expected] == [f.path for f in found]


def test_application_alone_names_the_same_paths() -> None:
    """The paths of an application's faults begin with ``application``, as in a case."""
    with pytest.raises(InvalidInputError) as caught:
        structure_application({"lead": 3, "participants": [{}], "agreement": {"heads": [1]}})

    expected = [
        "application.lead",
        "application.participants[0].name",
        "application.participants[0].id",
        "application.participants[0].kind",
        "application.agreement.heads[0]",
    ]

    assert expected == [f.path for f in caught.value.faults]


@pytest.mark.parametrize("document", [None, "x", [[]]])
def test_application_that_is_no_object(document: object) -> None:
    """An application that is no object is a fault at ``application``."""
    with pytest.raises(InvalidInputError) as caught:
        structure_application(document)

    assert [f.path for f in caught.value.faults] == ["application"]


@pytest.mark.parametrize(
    ("governance", "path"),
    [
        ("钱某某", "application.governance"),
        ({"principal": "钱某某"}, "application.governance.principal"),
        ({"principal": ["钱某某"]}, "application.governance.principal"),
        ({"principal": {"name": "钱某某\u200b"}}, "application.governance.principal.name"),
        ({"principal": {"name": ["钱某某"]}}, "application.governance.principal.name"),
        ({"principal": {"name": "钱某某" * 100}}, "application.governance.principal.name"),
        ({"technologist": {"钱某某": 1, "name": "x"}}, "application.governance.technologist"),
        ({"technologist": {"nmae": "钱某某", "name": "x"}}, "application.governance.technologist"),
        ({"technologist": {"id": "钱某某"}}, "application.governance.technologist.name"),
        (
            {"technologist": {"name": "x", "id": "钱某某 "}},
            "application.governance.technologist.id",
        ),
        ({"technolgist": {"name": "钱某某"}}, "application.governance.technolgist"),
        ({"组织": "钱某某"}, "application.governance"),
        ({"钱某某": {"name": "x"}}, "application.governance"),
        ({"organs": "钱某某"}, "application.governance.organs"),
        ({"organs": ["理事长 钱某某"]}, "application.governance.organs[0]"),
        ({"organs": [{"钱某某": 1, "function": "decision"}]}, "application.governance.organs[0]"),
        (
            {"organs": [{"function": "decision", "body": "钱某某 "}]},
            "application.governance.organs[0].body",
        ),
        (
            {"organs": [{"function": "钱某某\u200b"}]},
            "application.governance.organs[0].function",
        ),
    ],
)
def test_no_name_of_a_person_in_a_fault(
    put: Put, faults_in: FaultsIn, governance: object, path: str
) -> None:
    """What stands where a person belongs is never repeated, wherever it is wrong."""
    found = faults_in(put((("application", "governance"), governance)))

    assert [path] == [f.path for f in found]
    assert "钱某某" not in str(InvalidInputError(found))


@pytest.mark.parametrize(
    ("at", "value", "path"),
    [
        (("departures", 0, "reason"), "钱某某请求 ", "departures[0].reason"),
        (("departures", 0, "reason"), "钱某某\u200b请求", "departures[0].reason"),
        (("departures", 0, "by"), "钱某某 ", "departures[0].by"),
        (("departures", 0), "钱某某", "departures[0]"),
        (("attestations", 0, "document"), "致钱某某的函 ", "attestations[0].document"),
        (("attestations", 0, "document"), "致钱某某的函\u3164", "attestations[0].document"),
        (("attestations", 0), "钱某某", "attestations[0]"),
        (("attestations", 0, "钱某某"), 1, "attestations[0]"),
        (("application", "钱某某"), "x", "application"),
        (("钱某某",), "x", "$"),
        (("schema",), "钱某某", "schema"),
        (("钱某某",), [[[[[[{"钱某某": []}]]]]]], "$"),
    ],
)
def test_nobody_named_in_a_key_or_in_words_of_ones_own(
    put: Put, faults_in: FaultsIn, at: tuple[str | int, ...], value: object, path: str
) -> None:
    """A key that no field has, and what is told freely, may name somebody: neither is repeated."""
    found = faults_in(put((at, value)))

    assert [path] == [f.path for f in found]
    assert "钱某某" not in str(InvalidInputError(found))


def test_what_is_not_repeated_is_told_by_its_sort(put: Put, faults_in: FaultsIn) -> None:
    """What somebody may be named in is told as null, a list or an object, which names nobody."""
    found = faults_in(put((("departures", 0, "reason"), ["钱某某"])))

    assert [f.en for f in found] == ["[…]: must be text"]
