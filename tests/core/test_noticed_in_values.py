"""What is said of values that cannot be used: where, and in both languages, word for word.

A host shows these sentences to whoever filled in a form, so that a word lost in one of the two
languages, or a path that names another field, is a fault of the library's own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve, frozen
from tests.conftest import DRAFT, MET, attestation
from tests.core.filings import THIRD, day
from tests.toy_grounds import GROUNDS

from innov_consortium.core.attestations import Interpretation, SpecialCase
from innov_consortium.core.changes import ChangeApproved, ChangeKind, ChangeReported, changes_of
from innov_consortium.core.known import known_on
from innov_consortium.core.organizations import Identifier
from innov_consortium.core.quantities import money_faults, yuan
from innov_consortium.core.records import Accident, EarlierFunding, Record
from innov_consortium.core.sorts import sort_faults
from innov_consortium.core.sources import Repeal
from innov_consortium.core.tables import ColumnKind, ColumnSpec, Tables
from innov_consortium.core.text import year_faults
from innov_consortium.core.words import either
from innov_consortium.errors import Fault, InvalidInputError, MalformedPolicyError

DAY = date(2026, 3, 2)
TOO_LATE = "is after the day the correction was recorded"
BODIES = DRAFT.interpreting_bodies


def only(make: Callable[[], Any]) -> Fault:
    """Return the one fault that something is refused for."""
    with pytest.raises(InvalidInputError) as caught:
        make()
    (fault,) = caught.value.faults
    return fault


def test_the_day_of_a_repeal_is_named_where_it_is_given() -> None:
    """It is part of a policy, and stands there as ``repealed.on``."""
    wrong: Any = "2030-01-01"
    fault = only(lambda: Repeal(on=wrong, by="新办法", gloss="a new text"))
    assert fault.path == "repealed.on"


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        ("2026", "年份应为整数，而不是 str", "a year must be int, not str"),
        (True, "年份应为整数，而不是 bool", "a year must be int, not bool"),
        (0, "0 不是年份", "0 is no year"),
    ],
)
def test_what_is_no_year_is_told_by_what_it_is(given: object, zh: str, en: str) -> None:
    """A number out of the calendar is not called a thing of another sort, nor the other way."""
    (fault,) = year_faults("year", given)
    assert (fault.zh, fault.en) == (zh, en)


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (
            1.5,
            "应为 Decimal，而不是 float；金额不用浮点数",
            "must be Decimal, not float; an amount is no float",
        ),
        ("1", "应为 Decimal，而不是 str", "must be Decimal, not str"),
    ],
)
def test_an_amount_that_is_no_decimal_is_told_so(given: object, zh: str, en: str) -> None:
    """In Chinese as in English, and of a float also why."""
    (fault,) = money_faults("amount", given)
    assert (fault.zh, fault.en) == (zh, en)
    assert money_faults("amount", yuan("1.50")) == money_faults("amount", Decimal("1.5")) == []


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("A" * 30, f" {'A' * 24!r}"),
        (f"{'A' * 24}公司", f" {'A' * 24!r}"),
        (f"{'A' * 23}公司", ""),
    ],
)
def test_of_a_code_that_is_none_no_more_is_judged_than_is_repeated(given: str, shown: str) -> None:
    """Four and twenty characters are; a name among them keeps all of it from being repeated."""
    fault = only(lambda: Identifier.uscc(given))
    assert fault.zh == f"统一社会信用代码{shown} 应为 18 位（GB 32100-2015）"
    assert fault.en == (
        f"the unified social credit code{shown} must have 18 characters (GB 32100-2015)"
    )


@frozen
class Held:
    """Something that only a test collects."""


@frozen
class Holder:
    """What collects it; what it is declared to hold was never looked at before."""

    held: tuple[Held, ...]


def test_what_a_collection_holds_is_looked_at() -> None:
    """A record of accidents holds accidents; so does whatever anybody else declares."""
    odd: Any = (1,)
    assert sort_faults(Holder((Held(),))) == []
    assert [f.en for f in sort_faults(Holder(odd))] == ["must be tuple[Held], not tuple"]
    wrong: Any = (EarlierFunding(),)
    fault = only(lambda: Record(accidents=wrong))
    assert (fault.path, fault.en) == ("accidents", "must be tuple[Accident], not tuple")
    assert Record(accidents=(Accident(occurred_on=DAY),)).accidents


def test_columns_of_one_name_are_no_tables() -> None:
    """Which of the two is meant nobody could tell; a sound description is taken."""
    column = ColumnSpec(name="field", kind=ColumnKind.TEXT, zh="领域", en="the field")
    assert Tables(applications=(column,)).applications == (column,)
    with pytest.raises(MalformedPolicyError, match="field is named twice"):
        Tables(applications=(column, column))


def test_a_word_of_statutes_says_what_it_was_given() -> None:
    """Whoever writes a clause is told the value that is no truth value, not that none was."""
    wrong: Any = "yes"
    with pytest.raises(TypeError, match="a Term, not 'yes'"):
        either(False, wrong)


def test_an_inquiry_that_is_none_brings_up_those_there_are() -> None:
    """One after the other, as they are to be written."""
    with pytest.raises(LookupError, match=r"there are: striking_off, coming_back$"):
        GROUNDS.inquiry("formation")


def test_what_is_asked_of_something_that_is_not_there_is_told_in_both_languages() -> None:
    """An application is not asked whether a consortium may be struck off."""
    case = evolve(MET, attestations=())
    fault = only(lambda: GROUNDS.check("striking_off", case, on=DAY))
    assert fault.path == "history"
    assert fault.zh == "“striking_off”以 history 为对象，所问之日须已提供"
    assert fault.en == "striking_off is asked of history, which is not there on that day"


def test_an_interpretation_by_no_option_is_told_every_option() -> None:
    """In Chinese they are set apart by the Chinese comma."""
    one = Interpretation(reading="strength", option="none", by=BODIES[0], on=DAY)
    case = evolve(MET, interpretations=(one,))
    fault = only(lambda: DRAFT.check("formation", case, on=DAY))
    assert fault.zh == "'none' 不在可选项之内：soft、hard、wish"
    assert fault.en == "'none' is not one of soft, hard, wish"


def test_every_body_that_interprets_is_named() -> None:
    """Where a text knows several, they are set apart in the same way."""
    two = evolve(DRAFT, interpreting_bodies=("甲局", "乙局"))
    one = Interpretation(reading="strength", option="hard", by="丙局", on=DAY)
    fault = only(lambda: two.check("formation", evolve(MET, interpretations=(one,)), on=DAY))
    assert fault.zh == "丙局 不是解释主体；有权解释的是：甲局、乙局"


def test_of_a_special_case_determined_later_the_document_is_not_known_either() -> None:
    """What nobody has determined yet stands in no document."""
    special = SpecialCase(
        ground="art6.s1", determined_by="虚构市科技局", determined_on=DAY, document="虚〔2026〕1号"
    )
    case = evolve(MET, special_case=special, attestations=(attestation("art5.s1"),))
    assert known_on(case, DAY).special_case == special
    assert known_on(case, date(2026, 3, 1)).special_case == SpecialCase(ground="art6.s1")


def test_what_was_told_of_a_change_first_stays_what_is_told() -> None:
    """An approval that repeats only the kind takes nothing away from what was reported."""
    renamed = ChangeKind.MEMBER_RENAME
    said: dict[str, Any] = {"kind": renamed, "unit": THIRD.key, "new_name": "虚构新C公司"}
    reported = ChangeReported(on=day(1), **said)
    (change,) = changes_of((reported, ChangeApproved(on=day(2), kind=renamed)))
    assert (change.told, change.new_name, change.approved_on) == (reported, "虚构新C公司", day(2))
