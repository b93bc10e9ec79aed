"""What structuring refuses and a schema cannot say: ``x-beyond``, from one table.

An entry says at which places of the schema; the fault is at what is described there, or right in
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from innov_consortium.core import records
from innov_consortium.core.attestations import Attestation, Listing
from innov_consortium.core.calendars import Calendar
from innov_consortium.core.consortium import Agreement, Application
from innov_consortium.core.events import (
    CallIssued,
    Corrected,
    Event,
    Filed,
    ProjectFunded,
    Publicised,
)
from innov_consortium.core.figures import AnnualFigure
from innov_consortium.core.organizations import Organization
from innov_consortium.core.periods import Window
from innov_consortium.core.records import EarlierFunding
from innov_consortium.core.register import Engagement
from innov_consortium.core.sanctions import Bar
from innov_consortium.errors import FaultKind
from innov_consortium.interchange.documents.numbers import NumbersDocument
from innov_consortium.interchange.documents.readings import ReadingsDocument
from innov_consortium.interchange.documents.reforms import ReformDocument
from innov_consortium.interchange.schemas.leaves import Schema
from innov_consortium.interchange.sealed import Receipt, SealedReform

__all__ = ["Beyond", "beyond"]

#: A field of a class, or the whole of it if unnamed; or a definition by its name, or the whole
#: document.
_Place: TypeAlias = tuple[type[Any], str] | str

_DUPLICATE, _INCONSISTENT = FaultKind.DUPLICATE, FaultKind.INCONSISTENT
_INVALID, _LIMIT = FaultKind.INVALID_VALUE, FaultKind.LIMIT_EXCEEDED
_ORDER, _TYPE = FaultKind.OUT_OF_ORDER, FaultKind.TYPE_ERROR


@frozen
class Beyond:
    """Something structuring refuses and a schema lets through.

    Args:
        kinds: The kinds of faults told.
        zh: What, in Chinese.
        en: What, in English.
        places: Where: fields of classes, and definitions by name.
    """

    kinds: tuple[FaultKind, ...]
    zh: str
    en: str
    places: tuple[_Place, ...]


_TABLE = (
    Beyond(
        (_LIMIT,),
        "文件的字节数或者嵌套层数超过上限",
        "the document has more bytes, or is nested deeper, than the limit",
        ("",),
    ),
    Beyond(
        (_DUPLICATE,),
        "同一对象中键重复出现",
        "a key stands twice in one object",
        ("",),
    ),
    Beyond(
        (_TYPE,),
        "整数写成 1.0、1e3 一类",
        "a whole number is written as 1.0 or 1e3",
        ("whole", "year"),
    ),
    Beyond(
        (_INVALID,),
        "含基本多文种平面以外的不可见字符、单独的代理项或者未分配的码位",
        "there is an invisible character beyond the basic plane, a lone surrogate or a code point "
        "that is not assigned",
        ("text", "text_or_empty"),
    ),
    Beyond(
        (_INVALID,),
        "没有这一天，如 2026-02-30（不核对 format 的工具不会发现）",
        "there is no such day, as 2026-02-30 (not seen by a tool that does not assert format)",
        ("day",),
    ),
    Beyond(
        (_INVALID,),
        "统一社会信用代码的校验码不符（GB 32100-2015）",
        "the check character of a unified social credit code is wrong (GB 32100-2015)",
        ("identifier",),
    ),
    Beyond(
        (_INVALID,),
        "比例的分母为 0",
        "a share is over 0",
        ("share",),
    ),
    Beyond(
        (_INVALID,),
        "数字小于该政策许可的最小值，或者大于最大值",
        "a number is less than the least or more than the most that the policy takes in its place",
        ((NumbersDocument, "numbers"), (ReformDocument, "numbers")),
    ),
    Beyond(
        (_DUPLICATE,),
        "同一项解释写了两次：一次用名称，一次用条目",
        "one reading is named twice, by its name and by its entry",
        ((ReadingsDocument, ""), (ReformDocument, "readings")),
    ),
    Beyond(
        (_INVALID,),
        "没有改动任何数字或者解释",
        "it changes no number and no reading",
        ((ReformDocument, "numbers"),),
    ),
    Beyond(
        (_INCONSISTENT,),
        "封印与其余内容不符：回执已被改动",
        "the seal does not fit all else: the receipt was altered",
        ((Receipt, "seal"),),
    ),
    Beyond(
        (_LIMIT,),
        "整数的绝对值大于 9007199254740991（2 的 53 次方减 1）",
        "a whole number is beyond 9007199254740991, 2 to the power of 53 less 1",
        ((Receipt, "numbers"), (SealedReform, "numbers")),
    ),
    Beyond(
        (_INVALID,),
        "含单独的代理项",
        "there is a lone surrogate",
        ("any_text",),
    ),
    Beyond(
        (_INCONSISTENT,),
        "不是高校而写学院",
        "a college is named and it is no university",
        ((Organization, "college"),),
    ),
    Beyond(
        (_INCONSISTENT,),
        "申报为企业，而代码前两位所示的不是市场主体",
        "it is declared an enterprise, and its code begins with that of no market entity",
        ((Organization, "kind"),),
    ),
    Beyond(
        (_INCONSISTENT,),
        "登记类别与代码前两位所示的不符",
        "the registered form is not that in the first two characters of the code",
        ((Organization, "legal_form"),),
    ),
    Beyond(
        (_INCONSISTENT, _DUPLICATE),
        "牵头单位又列为参与单位，或者同一单位列了两次",
        "the lead is listed as a participant, or a unit is listed twice",
        ((Application, "participants"),),
    ),
    Beyond(
        (_INCONSISTENT, _DUPLICATE),
        "不是成员单位；同一标识有几个成员而没有写明学院；以不同写法重复的成员",
        "it is not a member; it names one of several members of one identifier and not the "
        "college; or a member stands twice, written in two ways",
        (
            "member",
            (Application, "intending"),
            (Application, "co_leads"),
            (Agreement, "signatories"),
            (Filed, "co_applicants"),
        ),
    ),
    Beyond(
        (_INCONSISTENT, _DUPLICATE),
        "共同牵头的不在参与单位之列，或者列了两次",
        "one that leads jointly is none of the participants, or is listed twice",
        ((Application, "co_leads"),),
    ),
    Beyond(
        (_INCONSISTENT,),
        "受限制的单位、个人都写，或者都没有写",
        "a bar names both a unit and a person, or neither",
        ((Bar, "unit"), (Bar, "person")),
    ),
    Beyond(
        (_INCONSISTENT,),
        "既写成员又写事项",
        "it is about a member and about something else",
        ((Attestation, "item"),),
    ),
    Beyond(
        (_ORDER,),
        "末日、结束日、移出日早于首日、开始日、列入日",
        "a last day is before the first",
        (
            (Window, "last"),
            (ReformDocument, "last"),
            (Listing, "last"),
            (Engagement, "ended_on"),
            (CallIssued, "last"),
            (Publicised, "last"),
        ),
    ),
    Beyond(
        (_ORDER,),
        "认定日、获知日、定级日早于发生日",
        "something was found or graded before it occurred",
        (
            (records.Falsification, "on"),
            (records.Determination, "on"),
            (records.Misconduct, "on"),
            (records.Accident, "determined_on"),
        ),
    ),
    Beyond(
        (_ORDER,),
        "数据的出具日早于所属年度",
        "a figure was stated before the year it is of",
        ((AnnualFigure, "on"),),
    ),
    Beyond(
        (_INCONSISTENT,),
        "休息日不在日历的起止之内",
        "a day off is outside the days that the calendar tells of",
        ((Calendar, "days_off"),),
    ),
    Beyond(
        (_INVALID,),
        "金额不是整数分，或者大于一千万亿元",
        "an amount is no whole number of fen, or beyond all measure",
        ((EarlierFunding, "amount"), (ProjectFunded, "amount")),
    ),
    Beyond(
        (_INVALID,),
        "数值小数多于六位，或者大于一千万亿",
        "a figure has more than six decimals, or is beyond all measure",
        ((AnnualFigure, "value"),),
    ),
    Beyond(
        (_ORDER,),
        "记录日早于发生日；早于前一事件的记录日；更正的内容晚于更正的记录日",
        "an event was recorded before it happened or before the one it follows, or what stands "
        "instead of one is after its correction",
        ((Event, "on"), (Event, "recorded_on")),
    ),
    Beyond(
        (_DUPLICATE,),
        "事件编号重复",
        "two events have one id",
        ((Event, "id"),),
    ),
    Beyond(
        (_INCONSISTENT,),
        "事件属于别的联合体",
        "an event belongs to another consortium",
        ((Event, "consortium"),),
    ),
    Beyond(
        (_INCONSISTENT,),
        "没有被更正的事件，或者它本身是更正",
        "no earlier event has the id that a correction names, or it is a correction itself",
        ((Corrected, "of"),),
    ),
)

#: Where the classes are whose checks stand above.
_OWN = ("innov_consortium.core.", "innov_consortium.interchange.", "builtins")

_OF_A_POLICY = Beyond(
    (_INCONSISTENT, _INVALID, _ORDER, _DUPLICATE),
    "政策对其自己的类另有要求的，以该类的说明为准",
    "what a policy asks of a class of its own beyond the types, as that class says",
    (),
)


def beyond(defs: Mapping[str, Schema], classes: Mapping[str, type[Any]]) -> list[dict[str, Any]]:
    """Return what structuring refuses beyond what a schema says, where it concerns that schema.

    Args:
        defs: The schema's definitions.
        classes: For each place in it that describes a class, the class; ``#`` for the whole.
    """
    found = [(one, tuple(_pointers(one, defs, classes))) for one in _TABLE]
    own = tuple(at for at, cl in classes.items() if _asks_more(cl))
    found.append((_OF_A_POLICY, own))
    return [
        {"at": list(at), "kinds": [kind.value for kind in one.kinds], "zh": one.zh, "en": one.en}
        for one, at in found
        if at
    ]


def _asks_more(cl: type[Any]) -> bool:
    """Return whether a class that is none of the library's own checks more than types."""
    strange = (base for base in cl.__mro__ if not base.__module__.startswith(_OWN))
    return any({"faults", "__attrs_post_init__"} & vars(base).keys() for base in strange)


def _pointers(
    one: Beyond, defs: Mapping[str, Schema], classes: Mapping[str, type[Any]]
) -> Iterator[str]:
    """Yield where in a schema the places of an entry are."""
    for place in one.places:
        if not isinstance(place, str):
            cl, name = place
            holders = (at for at, known in classes.items() if issubclass(known, cl))
            yield from (f"{at}/properties/{name}" if name else at for at in holders)
        elif not place:
            yield "#"
        elif place in defs:
            yield f"#/$defs/{place}"
