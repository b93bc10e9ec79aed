"""The documents that have a schema: their names, what they are, and what they become."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from attrs import frozen

from innov_consortium.core.attestations import (
    Attestation,
    Departure,
    Interpretation,
    Listing,
    SpecialCase,
)
from innov_consortium.core.calendars import Calendar
from innov_consortium.core.case import Case
from innov_consortium.core.consortium import Application
from innov_consortium.core.events import Event
from innov_consortium.core.records import Record
from innov_consortium.core.register import Register
from innov_consortium.interchange.documents.numbers import NumbersDocument
from innov_consortium.interchange.documents.readings import ReadingsDocument
from innov_consortium.interchange.documents.reforms import ReformDocument
from innov_consortium.interchange.documents.reports import ReportDocument
from innov_consortium.interchange.documents.states import StateDocument
from innov_consortium.interchange.formats import HistoryDocument
from innov_consortium.interchange.sealed import Receipt
from innov_consortium.interchange.versions import schema_of

__all__ = ["DOCUMENTS", "Described"]


@frozen
class Described:
    """A document that has a schema.

    Args:
        name: Its name.
        wanted: What it is structured as.
        zh: What it is, in Chinese.
        en: What it is, in English.
        above: The name of the field it would stand in.
        schema: The format it may state under ``schema``; empty if it has no such key.
        stated: Whether it must state it.
    """

    name: str
    wanted: Any
    zh: str
    en: str
    above: str = ""
    schema: str = ""
    stated: bool = False

    @property
    def urn(self) -> str:
        """What its schema is known by: ``$id``, where it is no policy's."""
        return f"urn:innov-consortium:{self.name}:{self.schema.rpartition('/')[2] or 1}"


def _stored(
    name: str, wanted: Any, zh: str, en: str, above: str = "", *, stated: bool = False
) -> Described:
    return Described(name, wanted, zh, en, above, schema_of(name), stated)


_HANDED_OVER = (
    _stored(
        "case",
        Case,
        "案例：一份申请，及围绕它已知的一切",
        "an application with what is known around it",
    ),
    _stored("application", Application, "申请", "an application", "application"),
    _stored(
        "history",
        HistoryDocument,
        "历史：一个联合体的全部经过，及围绕它已知的一切",
        "what happened to a consortium, with what is known around it",
    ),
    _stored("event", Event, "历史中的一个事件", "one event of a history", "events"),
    _stored(
        "register",
        Register,
        "登记簿：谁牵头、参与了哪些联合体",
        "a register: who leads and takes part where",
        "register",
    ),
    _stored(
        "record",
        Record,
        "在案情况：成员单位的事故、失信等",
        "what is on record of members: accidents, dishonesty and such",
        "record",
    ),
    _stored("calendar", Calendar, "休息日的日历", "the days off announced", "calendar"),
    _stored(
        "attestation", Attestation, "机关的一项认定", "what a body has established", "attestations"
    ),
    _stored(
        "departure",
        Departure,
        "对“原则上”的一项例外决定",
        "a decision on what departs from a 原则上",
        "departures",
    ),
    _stored(
        "special_case",
        SpecialCase,
        "使其他条文让位的特殊情况",
        "a special case, for which other provisions give way",
        "special_case",
    ),
    _stored(
        "listing", Listing, "列入名录、名单的一条记录", "an entry in an official list", "listings"
    ),
    _stored(
        "interpretation",
        Interpretation,
        "一项官方解释",
        "an official interpretation",
        "interpretations",
    ),
)

_STORED = (
    _stored("numbers", NumbersDocument, "一项政策的数字", "a policy's numbers"),
    _stored("readings", ReadingsDocument, "一项政策的解释", "a policy's readings"),
    _stored("reform", ReformDocument, "一项政策的改动", "a reform of a policy"),
    _stored("report", ReportDocument, "报告", "a report", stated=True),
    _stored("state", StateDocument, "联合体某日的状态", "the state of a consortium", stated=True),
    _stored("receipt", Receipt, "报告的回执", "the receipt of a report", stated=True),
)

#: The documents by name, in the order in which they are listed.
DOCUMENTS: Mapping[str, Described] = MappingProxyType(
    {one.name: one for one in (*_HANDED_OVER, *_STORED)}
)
