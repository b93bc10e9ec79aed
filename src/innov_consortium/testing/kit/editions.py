"""When texts are in force: each begins and ends once; editions of one region follow one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise

from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import ForceInTime, Place
from innov_consortium.core.validity import validity_of
from innov_consortium.errors import InvalidInputError
from innov_consortium.testing.kit.looking import Looked
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["check_editions", "look_at_windows"]

_EXPIRY = ("有效期", "施行至", "自行失效", "失效")
_ORDER = {
    ForceInTime.NOT_YET: 0,
    ForceInTime.UNKNOWN: 1,
    ForceInTime.IN_FORCE: 1,
    ForceInTime.EXPIRED: 2,
}
#: Days on which a text may have been published, to see when it would be in force.
_SUPPOSED = (date(2020, 2, 29), date(2024, 12, 31), date(2026, 1, 5))


def look_at_windows(subject: Subject) -> Looked:
    """Look when the text is in force, and when the other editions of its region are."""
    policy = subject.policy
    found = [*_once(policy), *_named(policy), *_ends(subject)]
    others = [p for p in subject.editions if p is not policy and p != policy]
    found += check_editions([policy, *others])
    return Looked(1 + len(others), found)


def check_editions(policies: Iterable[Policy]) -> tuple[Found, ...]:
    """Return where editions of one region overlap or leave a gap, or two regions share a name.

    Args:
        policies: The policies, of one region or of several.
    """
    policies = tuple(policies)
    found: list[Found] = []
    for one, other in combinations(policies, 2):
        names = {other.code, *other.aliases} & {one.code, *one.aliases}
        if one.code != other.code and names:
            listed = "、".join(sorted(names))
            zh = f"{one.code} 与 {other.code} 用了同一个名称：{listed}；请改一个"
            found.append(Found(f"{listed}:alias", zh, f"two regions are called {listed}"))
    for code in dict.fromkeys(p.code for p in policies):
        found += _one_code([p for p in policies if p.code == code])
    return tuple(found)


def _one_code(editions: list[Policy]) -> Iterator[Found]:
    windows = [(p, validity_of(p)) for p in editions]
    told = [(p, v) for p, v in windows if v.window is not None]
    told.sort(key=lambda pv: (pv[1].window.first or date.min) if pv[1].window else date.min)
    for (one, its), (other, own) in pairwise(told):
        if its.window is None or own.window is None:
            continue
        titles = f"《{one.instrument.title}》 {its}，《{other.instrument.title}》 {own}"
        key = f"{one.code}:{one.edition[-12:]}+{other.edition[-12:]}"
        last, first = its.window.last, own.window.first
        if not (its.certain and own.certain):
            zh = f"两个版本何时施行不能确定：{titles}；请写明施行日，或提供公布日"
            yield Found(f"{key}:unknown", zh, f"when the two are in force is not known: {titles}")
        elif last is None or (first is not None and first <= last):
            zh = f"{first} 起两个版本同时施行：{titles}；前一版须止于后一版施行的前一日"
            en = f"from {first} on two editions are in force: {titles}; the first has to end before"
            yield Found(f"{key}:overlap", zh, f"{en} the second begins")
        elif first is not None and first > last + timedelta(days=1):
            days = last + timedelta(days=1), first - timedelta(days=1)
            zh = f"自 {days[0]} 至 {days[1]} 没有文本施行：{titles}；"
            zh = f"{zh}请核对起止日，条文确实如此的写进 known_gaps.tsv"
            en = f"from {days[0]} to {days[1]} no text is in force: {titles}; see both days"
            yield Found(f"{key}:gap", zh, en)


def _once(policy: Policy) -> Iterator[Found]:
    """Yield that a text begins or ends more than once, or is never in force."""
    supposed = [policy] if policy.publication is not None else []
    for day in _SUPPOSED if policy.publication is None else ():
        try:
            supposed.append(policy.supposing_published(day))
        except InvalidInputError:
            continue
    ever = False
    for one in supposed:
        before = 0
        for day in _days(one):
            state = one.in_force(day)
            ever = ever or _ORDER[state] == 1
            if _ORDER[state] < before:
                zh = f"{day} 又回到 {state.value}；"
                zh = f"{zh}文本只施行一次、失效一次，请核对施行、有效期的规则"
                en = f"on {day} it is {state.value} again; a text begins once and ends once"
                yield Found("windows:order", zh, en, "", _provisions(policy))
                return
            before = _ORDER[state]
    if not ever:
        zh = "无论何时公布都没有一日施行；请核对施行、有效期的规则"
        en = "it is in force on no day, whenever published; see its commencement and its end"
        yield Found("windows:never", zh, en, "", _provisions(policy))


def _days(policy: Policy) -> list[date]:
    """Return a day of each month for a lifetime, and those around where a text begins and ends."""
    days = {date(year, month, 1) for year in range(2015, 2061) for month in range(1, 13)}
    window = validity_of(policy).window
    for day in (window.first, window.last) if window is not None else ():
        if day is not None and date.min < day < date.max:
            days |= {day + timedelta(n) for n in (-1, 0, 1)}
    return sorted(days)


def _provisions(policy: Policy) -> tuple[str, ...]:
    told = policy.in_time
    ends = () if told.expiry is None else (told.expiry.provision,)
    return (told.commencement.provision, *ends)


def _named(policy: Policy) -> Iterator[Found]:
    if policy.instrument.jurisdiction != policy.code:
        of = policy.instrument.jurisdiction
        zh = f"文本的地区代码 {of} 与政策代码 {policy.code} 不同；请改成一致"
        en = f"the instrument is of {policy.instrument.jurisdiction}, the policy of {policy.code}"
        yield Found("code:jurisdiction", zh, en)
    if not (len(policy.code) == 6 and policy.code.isdigit()):  # noqa: PLR2004 - GB/T 2260
        zh = f"政策代码 {policy.code} 不是 GB/T 2260 的六位数字"
        yield Found("code:form", zh, f"the code {policy.code} is not of six digits, GB/T 2260")


def _ends(subject: Subject) -> Iterator[Found]:
    """Yield that a text says when it ends and the policy has no such rule."""
    policy = subject.policy
    if policy.in_time.expiry is not None:
        return
    article = Place.of(policy.in_time.commencement.provision).article
    for row in policy.ledger.provisions:
        own = any(n.provision == row.id for n in policy.in_time.inquiry.context)
        about_it = "本办法" in row.text or Place.of(row.id).article == article
        ends = any(word in row.text for word in _EXPIRY) and about_it
        if ends and not own:
            zh = f"{row.id} 说到本办法的有效期，政策却没有失效的规则；请写 InTime.expiry"
            en = f"{row.id} speaks of the end of the text, for which the policy has no rule; write"
            at = subject.line_of(row.id)
            yield Found(f"{row.id}:expiry", zh, f"{en} InTime.expiry", at, (row.id,))
