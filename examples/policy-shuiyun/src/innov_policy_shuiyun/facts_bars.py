"""Who may not lead, or be the principal of a lead, after a striking off: art. 13."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.clauses import fact
from innov_consortium.core.consortium import Application, Person, Vacancy
from innov_consortium.core.events import Ended
from innov_consortium.core.history import Consortium
from innov_consortium.core.organizations import Organization
from innov_consortium.core.periods import Counting, Window, months_from
from innov_consortium.core.register import Register, Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.words import Truth, both, either

from innov_policy_shuiyun.facts_life import Seat

__all__ = ["FACTS"]


@fact
def bars(
    consortium: Consortium,
    seats: tuple[Seat, ...] | None,
    principal: Person | Vacancy | None,
    *,
    barring_grounds: tuple[str, ...],
    bar_months: int,
) -> tuple[Bar, ...] | None:
    """因第一项、第二项注销的：原牵头单位和首位牵头单位的主要负责人；不知依据何项、不知何人的，不能说。"""
    end = consortium.ended_by
    if not isinstance(end, Ended):
        return ()
    if end.grounds is not None and not set(end.grounds).intersection(barring_grounds):
        return ()
    if end.grounds is None or seats is None or principal is None:
        return None
    window = Window(end.on, months_from(end.on, bar_months, Counting.FIRST_DAY_NOT_COUNTED))
    of_units = tuple(
        Bar(
            unit=seat.unit.legal_person,
            window=window,
            consortium=consortium.id,
            provision="art13.p1.s1b",
            document=end.document,
        )
        for seat in seats
        if seat.role is Role.LEAD
    )
    if isinstance(principal, Vacancy):
        return of_units
    of_person = Bar(
        person=principal,
        window=window,
        consortium=consortium.id,
        provision="art13.p1.s1c",
        document=end.document,
    )
    return (*of_units, of_person)


@fact(each="leading_unit", reads="register.complete_to")
def barred(leading_unit: Organization, register: Register, filing_day: date) -> Truth:
    """提交备案之日在限制期间内；登记簿不完整而没有记载的不明。"""
    person = leading_unit.legal_person
    found = (bar.unit == person and bar.binds_on(filing_day) for bar in register.bars)
    return either(*found, None if register.complete_on(filing_day) is None else False)


@fact(reads=("application.governance.principal", "register.complete_to"))
def principal_barred(
    application: Application | None, register: Register, filing_day: date
) -> Truth:
    """首位牵头单位的主要负责人在限制期间内；同名而没有个人标识的不明。"""
    governance = None if application is None else application.governance
    post = None if governance is None else governance.principal
    found = (
        both(bar.binds_on(filing_day), _same(bar.person, post))
        for bar in register.bars
        if bar.person is not None
    )
    return either(*found, None if register.complete_on(filing_day) is None else False)


def _same(barred: Person, post: Person | Vacancy | None) -> bool | None:
    """Return whether the person barred is the one in the post; nobody is in an empty one."""
    if isinstance(post, Vacancy):
        return False
    return None if post is None else barred.is_same(post)


FACTS = (bars, barred, principal_barred)
