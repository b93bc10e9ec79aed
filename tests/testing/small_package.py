"""A small policy package, written into a folder with anything in it altered, and imported."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from innov_consortium.core.policy import Policy
from innov_consortium.testing.kit.subject import Subject

__all__ = ["FILES", "brought", "edited", "looked"]

_NUMBERED = itertools.count(1)

_ROWS = (
    ("doc.title", "虚构市联合体办法", "Measures of Nowhere", "definition", "plain:INSTRUMENT"),
    ("art1.h", "第一条【成员】", "Heading: Members", "declaratory", ""),
    ("art1.s1", "成员不少于三家，", "three members or more,", "clause", "clauses:enough"),
    ("art1.s2", "原则上企业不少于两家。", "in principle two firms.", "clause", "clauses:firms"),
    ("art1.s3", "鼓励医院参加。", "hospitals are encouraged.", "declaratory", ""),
    ("art2.h", "第二条【程序】", "Heading: Procedure", "declaratory", ""),
    ("art2.s1", "由牵头单位提出申请，", "the lead applies,", "step", "plain:STEPS"),
    ("art2.s2", "由虚构局批复。", "the bureau approves.", "step", "plain:STEPS"),
    ("art3.h", "第三条【效力】", "Heading: Force", "declaratory", ""),
    (
        "art3.s1",
        "本办法自公布之日起施行，",
        "in force from publication,",
        "clause",
        "clauses:begun",
    ),
    ("art3.s2", "有效期至2030年4月10日。", "until 10 April 2030.", "clause", "clauses:lasting"),
)
LEDGER = "id\ttext\tgloss\tdisposition\twhere\n" + "".join("\t".join(r) + "\n" for r in _ROWS)

_CLAUSES = '''"""Clauses and facts."""
from __future__ import annotations
from datetime import date
from innov_consortium.core.clauses import Force, clause, fact
from innov_consortium.core.consortium import Application
from innov_consortium.core.organizations import OrganizationKind
from innov_consortium.core.turning import Reason
from innov_consortium.core.words import Day, Int, Truth, at_least, at_most
from {package}.plain import Counted


@fact(reads="application.participants")
def members(application: Application | None, *, counted: Counted) -> int | None:
    """成员数。"""
    if application is None:
        return None
    lead = 1 if counted is Counted.WITH else 0
    return len(application.participants) + lead


@fact(reads="application.participants")
def companies(application: Application | None) -> int | None:
    """企业数。"""
    if application is None:
        return None
    return sum(unit.kind is OrganizationKind.ENTERPRISE for unit in application.members)


@fact
def turns(*, valid_until: date) -> tuple[Reason, ...]:
    """有效期届满之次日。"""
    return (Reason(date.fromordinal(valid_until.toordinal() + 1), "art3.s2", "expiry"),)


@clause("art1.s1")
def enough(members: Int, *, least: int) -> Truth:
    """成员不少于三家。

    >>> [enough(n, least=3) for n in (2, 3)]
    [False, True]
    """
    return at_least(members, least)


@clause("art1.s2", force=Force.IN_PRINCIPLE)
def firms(companies: Int, *, least_firms: int) -> Truth:
    """原则上企业不少于两家。

    >>> [firms(n, least_firms=2) for n in (1, 2)]
    [False, True]
    """
    return at_least(companies, least_firms)


@clause("art3.s1")
def begun(day: Day, published_on: Day) -> Truth:
    """本办法自公布之日起施行。

    >>> [begun(date(2026, 1, d), date(2026, 1, 2)) for d in (1, 2)]
    [False, True]
    """
    return at_least(day, published_on)


@clause("art3.s2")
def lasting(day: Day, *, valid_until: date) -> Truth:
    """有效期至2030年4月10日。

    >>> [lasting(date(2030, 4, d), valid_until=date(2030, 4, 10)) for d in (10, 11)]
    [True, False]
    """
    return at_most(day, valid_until)


FACTS = (members, companies, turns)
'''

_PLAIN = '''"""What the text states, and its procedure."""
from __future__ import annotations
from datetime import date
from attrs import frozen
from innov_consortium.core.events import Filed, Recognised
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.numbers import stated
from innov_consortium.core.readings import Reading, question
from innov_consortium.core.sources import Instrument, Status
from innov_consortium.core.steps import START, Actor, Party, Step

INSTRUMENT = Instrument(
    title="虚构市联合体办法", gloss="Measures of Nowhere", status=Status.PUBLISHED,
    jurisdiction="970000",
)


@frozen(kw_only=True)
class Numbers:
    """What the text states."""

    least: int = stated(3, "art1.s1", unit="家")
    least_firms: int = stated(2, "art1.s2", unit="家")
    valid_until: date = stated(date(2030, 4, 10), "art3.s2")


class Counted(Reading):
    """成员是否含牵头单位？"""

    WITH = ("a", "含牵头单位", "the lead counted")
    WITHOUT = ("b", "不含牵头单位", "the lead not counted")


READINGS = (
    question(
        "counted", Counted, default=Counted.WITH, entry="N01", provisions=("art1.s1",),
        reason="牵头单位也是成员", reason_en="a lead is a member",
    ),
)
ACTORS = (
    Actor(role="lead", party=Party.LEAD),
    Actor(role="bureau", names=("虚构局",)),
)
STEPS = (
    Step(name="apply", provision="art2.s1", event=Filed, actor="lead", after=(START,), to="filed"),
    Step(
        name="approve", provision="art2.s2", event=Recognised, actor="bureau",
        after=("filed",), to="recognised", asks=("formation",),
    ),
)
'''

_INIT = '''"""虚构市联合体办法。"""
from __future__ import annotations
import importlib.resources
from innov_consortium.core.inquiries import Inquiry, InTime
from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Ledger
from innov_consortium.hooks import hookimpl
from {package}.clauses import FACTS, begun, enough, firms, lasting
from {package}.plain import ACTORS, INSTRUMENT, READINGS, STEPS, Numbers

_TABLE = importlib.resources.files(__name__).joinpath("ledger.tsv").read_text(encoding="utf-8")

POLICY = Policy(
    code="970000",
    aliases=("CN-NW",),
    instrument=INSTRUMENT,
    ledger=Ledger.read(_TABLE),
    numbers=Numbers(),
    readings=READINGS,
    facts=FACTS,
    items=(),
    inquiries=(Inquiry(name="formation", conditions=(enough, firms)),),
    in_time=InTime(commencement=begun, expiry=lasting),
    approving_bodies=("虚构局",),
    steps=STEPS,
    actors=ACTORS,
    turns="turns",
)


@hookimpl
def innov_policies() -> tuple[Policy, ...]:
    return (POLICY,)
'''

_LABELS = {
    "inquiry.formation": ("组建", "Formation"),
    "fact.members": ("成员数", "members"),
    "fact.companies": ("企业数", "firms"),
    "fact.turns": ("何时改变", "when it turns"),
    "number.least": ("成员下限", "least members"),
    "number.least_firms": ("企业下限", "least firms"),
    "number.valid_until": ("末日", "last day"),
    "reading.counted": ("成员是否含牵头单位？", "Is the lead counted?"),
    "clause.enough": ("成员 {members:家}，不少于 {least:家}", "{members} members, {least} or more"),
    "clause.firms": (
        "企业 {companies:家}，原则上不少于 {least_firms:家}",
        "{companies} firms, in principle {least_firms} or more",
    ),
    "clause.begun": ("自公布之日起施行", "in force from publication"),
    "clause.lasting": ("有效期至 {valid_until}", "in force until {valid_until}"),
    "step.apply": ("申请", "apply"),
    "step.approve": ("批复", "approve"),
    "stage.filed": ("已申请", "applied"),
    "stage.recognised": ("已批复", "approved"),
    "role.lead": ("牵头单位", "lead"),
    "role.bureau": ("虚构局", "bureau"),
}


def _po(language: int) -> str:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    return head + "".join(
        f'\nmsgid "{key}"\nmsgstr "{said[language]}"\n' for key, said in _LABELS.items()
    )


def _page(article: int, example: str) -> str:
    rows = [r for r in _ROWS if r[0].startswith(f"art{article}.")]
    parts = [f"## `{r[0]}`\n\n> {r[1]}\n>\n> *{r[2]}*\n" for r in rows]
    return "\n".join(parts) + (f"\n```python\n{example}\n\n```\n" if example else "")


_ASK = """>>> from datetime import date
>>> from innov_consortium import catalogue
>>> law = catalogue().select("CN-NW").supposing_published(date(2026, 1, 5))
"""


def _unit(n: int, kind: str) -> dict[str, Any]:
    return {"name": f"示例{n}", "id": {"scheme": "X", "value": str(n)}, "kind": kind}


def _row(id_: str, others: int, answer: str, outcomes: dict[str, str]) -> str:
    units = [_unit(n, "enterprise") for n in range(2, 2 + others)]
    case = {"application": {"lead": _unit(1, "university"), "participants": units}}
    row = {"id": id_, "why": "art1.s1：成员不少于三家", "inquiry": "formation", "on": "2026-03-02"}
    told = {"published_on": "2026-01-05", "case": case}
    expect = {"answer": answer, "outcomes": outcomes}
    return json.dumps({**row, **told, "expect": expect}, ensure_ascii=False)


FILES: Mapping[str, str] = {
    "__init__.py": _INIT,
    "clauses.py": _CLAUSES,
    "plain.py": _PLAIN,
    "py.typed": "",
    "ledger.tsv": LEDGER,
    "measures.zh_CN.txt": "\n".join(r[1] for r in _ROWS) + "\n",
    "articles/index.md": "# `doc.title`\n\n> 虚构市联合体办法\n>\n> *Measures of Nowhere*\n",
    "articles/art01.md": _page(1, _ASK + ">>> law.numbers.least\n3"),
    "articles/art02.md": _page(2, _ASK + ">>> [s.name for s in law.steps]\n['apply', 'approve']"),
    "articles/art03.md": _page(3, _ASK + ">>> law.in_force(date(2030, 4, 11)).value\n'expired'"),
    "examples.jsonl": "\n".join(
        [
            _row("two", 1, "not_met", {"art1.s1": "not_met"}),
            _row("three", 2, "met", {"art1.s1": "met", "art1.s2": "met"}),
        ]
    )
    + "\n",
    "locale/zh_CN/LC_MESSAGES/policy.po": _po(0),
    "locale/en/LC_MESSAGES/policy.po": _po(1),
}


def edited(file: str, before: str, after: str) -> dict[str, str]:
    """Return the files with one place of one of them altered, wherever it stands."""
    assert before in FILES[file], (file, before)
    return {**FILES, file: FILES[file].replace(before, after)}


@contextmanager
def brought(folder: Path, files: Mapping[str, str]) -> Iterator[Policy]:
    """Write a package of these files, import it under a name of its own, and forget it again."""
    package = f"small_policy_{next(_NUMBERED)}"
    for path, text in files.items():
        file = folder / package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            text.replace("{package}", package) if path.endswith(".py") else text, "utf-8"
        )
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield importlib.import_module(package).POLICY
    finally:
        sys.path.remove(str(folder))
        for name in [n for n in sys.modules if n.partition(".")[0] == package]:
            del sys.modules[name]


def looked(policy: Policy) -> Subject:
    """Return a policy as the kit looks at it."""
    return Subject(policy, (policy,))
