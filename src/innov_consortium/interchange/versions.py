"""Versions of stored documents: which there are, and how an old one becomes a present one.

Every stored document states its format under ``schema``: ``innov-consortium/NAME/VERSION``. Where
the shape of a document changes its version is raised, and a step is added below that makes the new
version of the one before. So what was stored years ago can still be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NoReturn

from attrs import frozen

from innov_consortium.errors import Fault, FaultKind, InvalidInputError
from innov_consortium.interchange.faults import labelled
from innov_consortium.interchange.formats import SCHEMA_KEY
from innov_consortium.interchange.shown import shown
from innov_consortium.interchange.upcasts import (
    acts_from_1,
    application_from_1,
    case_from_1,
    comparison_from_1,
    event_from_1,
    history_from_1,
    receipt_from_1,
    receipt_from_2,
    record_from_1,
    register_from_1,
    report_from_1,
    report_from_2,
    state_from_1,
    timeline_from_1,
)

__all__ = ["FORMATS", "UPCASTS", "Format", "present_of", "schema_of", "upcast"]


@frozen
class Format:
    """A format of documents.

    Args:
        version: Its present version; of every one before, there is a step to the next.
        zh: What such a document is called in Chinese.
        en: The same in English.
        read_with: What reads one; empty for one that is only written.
        command: The command that takes one; empty if none does.
    """

    version: int
    zh: str
    en: str
    read_with: str = ""
    command: str = ""


#: Every format there is, by name.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "case": Format(2, "案例", "a case", "load_case", "check"),
        "application": Format(2, "申请", "an application", "load_application"),
        "history": Format(2, "历史", "a history", "load_dossier", "replay"),
        "event": Format(2, "事件", "an event", "load_event"),
        "register": Format(2, "登记簿", "a register", "load_register", "check --register"),
        "record": Format(2, "在案情况", "a record", "load_record"),
        "calendar": Format(1, "日历", "a calendar", "load_calendar"),
        "attestation": Format(1, "认定", "an attestation", "load_attestation"),
        "departure": Format(1, "例外决定", "a departure", "load_departure"),
        "special_case": Format(1, "特殊情况", "a special case", "load_special_case"),
        "listing": Format(1, "列入名录、名单的记录", "a listing", "load_listing"),
        "interpretation": Format(1, "官方解释", "an interpretation", "load_interpretation"),
        "numbers": Format(1, "一套数字", "a set of numbers", "load_numbers"),
        "readings": Format(1, "一套解释", "a set of readings", "load_readings", "check --reading"),
        "reform": Format(1, "一项改动", "a reform", "load_reform", "assess --reform"),
        "report": Format(3, "报告", "a report", "load_report"),
        "state": Format(2, "状态", "a state", "load_state"),
        "receipt": Format(3, "回执", "a receipt", "load_receipt", "verify"),
        "acts": Format(2, "可为行为的清单", "a list of possible acts"),
        "audit": Format(2, "核查结果", "an audit"),
        "duties": Format(1, "职责清单", "a list of duties"),
        "comparison": Format(2, "两份报告的比较", "a comparison"),
        "timeline": Format(2, "各日结论的并列", "a timeline"),
        "coverage": Format(1, "评价安排", "a plan of coverage"),
        "hinges": Format(1, "结论所系的解释", "what an answer hinges on"),
        "faults": Format(1, "输入错误的清单", "a list of faults"),
        "refusal": Format(1, "拒绝执行的说明", "a refusal"),
        "verification": Format(1, "核对结果", "a verification"),
    }
)

#: For each format and version that is not the present one, what makes the next version of it: pure,
#: and content with whatever it is handed.
UPCASTS: Mapping[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = MappingProxyType(
    {
        ("case", 1): case_from_1,
        ("application", 1): application_from_1,
        ("history", 1): history_from_1,
        ("event", 1): event_from_1,
        ("register", 1): register_from_1,
        ("record", 1): record_from_1,
        ("acts", 1): acts_from_1,
        ("audit", 1): acts_from_1,
        ("report", 1): report_from_1,
        ("report", 2): report_from_2,
        ("state", 1): state_from_1,
        ("receipt", 1): receipt_from_1,
        ("receipt", 2): receipt_from_2,
        ("comparison", 1): comparison_from_1,
        ("timeline", 1): timeline_from_1,
    }
)

_SCHEMA = re.compile(r"innov-consortium/([a-z_]{1,40})/([1-9][0-9]{0,8})", re.ASCII)


def schema_of(name: str, version: int | None = None) -> str:
    """Return what a document of a format states under ``schema``, of its present version if none.

    >>> schema_of("report"), schema_of("report", 1)
    ('innov-consortium/report/3', 'innov-consortium/report/1')
    """
    return f"innov-consortium/{name}/{FORMATS[name].version if version is None else version}"


def upcast(document: object) -> object:
    """Return a stored document in the present version of its format; the one given stays as it is.

    A document that states no format, or none there is, is returned as it is: whatever structures it
    says what is wrong.

    Args:
        document: What ``json.loads`` makes of it.

    Raises:
        InvalidInputError: It was written by a newer version of the library, or has a key that its
            version had not.

    >>> upcast({"schema": "innov-consortium/report/1", "policy": {"code": "990000"}})["library"]
    >>> try:
    ...     upcast({"schema": "innov-consortium/report/9"})
    ... except InvalidInputError as error:
    ...     print(error.faults[0].en.partition(": ")[2])
    was written by a newer version of the library: update the library; this one reads version 3
    """
    stated = _stated(document)
    if stated is None or not isinstance(document, dict):
        return document
    name, version = stated
    present = FORMATS[name].version
    if version > present:
        _refuse(
            schema_of(name, version),
            f"由较新版本的程序库写出，请更新程序库（本版只能读到第 {present} 版）",
            "was written by a newer version of the library: update the library; "
            f"this one reads version {present}",
        )
    for old in range(version, present):
        document = {**UPCASTS[name, old](document), SCHEMA_KEY: schema_of(name, old + 1)}
    return document


def present_of(document: object, name: str, *, stated: bool = False) -> object:
    """Return a document in the present version of the format it is to have.

    Args:
        document: What ``json.loads`` makes of it.
        name: The name of the format.
        stated: Whether it has to state its format; what people write by hand need not.

    Raises:
        InvalidInputError: It is of another kind, or as with :func:`upcast`; or it states no format
            and has to.
    """
    found = _stated(document)
    if found is not None and found[0] != name:
        other, wanted = FORMATS[found[0]], FORMATS[name]
        _refuse(
            schema_of(*found),
            f"应为 {schema_of(name)!r}：这是{other.zh}，不是{wanted.zh}{_use(other)[0]}",
            f"must be {schema_of(name)!r}: this is {other.en}, not {wanted.en}{_use(other)[1]}",
        )
    if stated and isinstance(document, dict) and SCHEMA_KEY not in document:
        zh = f"缺少，必须填写；应为 {schema_of(name)!r}"
        en = f"is missing; it must be {schema_of(name)!r}"
        raise InvalidInputError([labelled(Fault(FaultKind.INVALID_VALUE, SCHEMA_KEY, zh, en))])
    return upcast(document)


def _stated(document: object) -> tuple[str, int] | None:
    """Return the format and version a document states; ``None`` where it states none there is."""
    schema = document.get(SCHEMA_KEY) if isinstance(document, dict) else None
    found = _SCHEMA.fullmatch(schema) if type(schema) is str else None
    if found is None or found[1] not in FORMATS:
        return None
    return found[1], int(found[2])


def _use(other: Format) -> tuple[str, str]:
    if not other.read_with:
        return "", ""
    zh = f"（命令行：{other.command}）" if other.command else ""
    en = f" (command line: {other.command})" if other.command else ""
    return f"；请用 {other.read_with}{zh}", f"; use {other.read_with}{en}"


def _refuse(schema: str, zh: str, en: str) -> NoReturn:
    fault = Fault(FaultKind.INVALID_VALUE, SCHEMA_KEY, zh, en)
    raise InvalidInputError([labelled(fault, shown(schema))])
