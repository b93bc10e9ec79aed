"""The ledger: every provision once and in order, each answered for by what it points at."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any

from innov_consortium.core.clauses import Clause, Judgement
from innov_consortium.core.numbers import numbers_of
from innov_consortium.core.sources import Disposition, Place, Provision
from innov_consortium.testing.kit.figures import strange_in
from innov_consortium.testing.kit.looking import Looked, NotRun
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_rows", "look_at_text"]

_BINDS_NOBODY = (Disposition.DECLARATORY, Disposition.EXTERNAL)
_SENTENCE = re.compile(r"s(\d+)([a-z]?)")
#: Words by which a sentence binds somebody; one that has them and is only declared is suspicious.
_BINDING = ("不少于", "不低于", "不超过", "不得", "应当", "必须", "原则上")


def look_at_text(subject: Subject) -> Looked | NotRun:
    """Look whether the ledger's texts, joined, are the text as published, white space apart."""
    package = subject.package
    rows = subject.policy.ledger.provisions
    if package is None:
        return NotRun("政策不在软件包中", "the policy is in no package")
    names = package.verbatim
    if not names:
        zh = "没有所公布的全文；请把原文一字不改地存为 *.zh_CN.txt，放在软件包里，并随包发布"
        en = "the text as published is missing: store it word for word as *.zh_CN.txt and ship it"
        return Looked(len(rows), [Found("text:missing", zh, en)])
    text = _bare("".join(package.text(name) or "" for name in names))
    return Looked(len(rows), list(_differences(subject, text, " + ".join(names))))


def _differences(subject: Subject, text: str, file: str) -> Iterator[Found]:
    """Yield the first provision at which the texts part: what follows cannot be compared."""
    at = 0
    for row in subject.policy.ledger.provisions:
        own = _bare(row.text)
        if text.startswith(own, at):
            at += len(own)
            continue
        elsewhere = "（这些字在别处：次序不同或有漏行）" if own in text else ""
        other = " (the words stand elsewhere: out of order, or a row is missing)"
        there = text[at : at + max(len(own), 12)]
        yield Found(
            f"{row.id}:text",
            f"从 {row.id} 起与 {file} 不同：条款表作“{row.text}”，原文作“{there}”{elsewhere}；"
            "请改正抄错的一方",
            f"from {row.id} on it differs from {file}: the ledger has “{row.text}”, the text "
            f"“{there}”{other if elsewhere else ''}; mend the one that was copied wrongly",
            subject.line_of(row.id),
            (row.id,),
        )
        return
    if at < len(text):
        yield Found(
            "text:rest",
            f"{file} 末尾还有条款表中没有的文字：“{text[at : at + 40]}”；请补上条款",
            f"{file} ends in words the ledger lacks: “{text[at : at + 40]}”; add the provisions",
            file,
        )


def _bare(text: str) -> str:
    return "".join(text.split()).removeprefix("\ufeff")


def look_at_rows(subject: Subject) -> Looked:
    """Look at every row by itself, and whether it and what answers for it point at each other."""
    rows = subject.policy.ledger.provisions
    found = [f for row in rows for f in _of_row(subject, row)]
    found += _title(subject)
    found += _out_of_order(subject)
    found += _said_twice(subject)
    found += _back(subject)
    return Looked(len(rows), found)


def _title(subject: Subject) -> Iterator[Found]:
    """Yield that the instrument is called otherwise than the text itself."""
    policy = subject.policy
    named = ("doc.title", "doc.status") if "doc.title" in policy.ledger else ()
    told = [policy.ledger[i].text for i in named if i in policy.ledger]
    title = _bare(policy.instrument.title)
    if told and title not in (_bare(told[0]), _bare("".join(told))):
        zh = f"instrument 的标题“{policy.instrument.title}”与原文“{told[0]}”不同；请照抄"
        en = f"the instrument is called {policy.instrument.title}, the text {told[0]}; copy it"
        at = subject.line_of("doc.title")
        yield Found("doc.title:title", zh, en, at, ("doc.title",))


def _of_row(subject: Subject, row: Provision) -> Iterator[Found]:
    def flaw(sort: str, zh: str, en: str) -> Found:
        return Found(f"{row.id}:{sort}", zh, en, subject.line_of(row.id), (row.id,))

    if not row.text.strip():
        yield flaw("text", f"{row.id} 没有原文；请照抄", f"{row.id} has no text; copy it")
    if not row.gloss.strip():
        zh, en = "没有译文；请在 gloss 一栏写上英文", "has no gloss; put an English one there"
        yield flaw("gloss", f"{row.id} {zh}", f"{row.id} {en}")
    for figure in strange_in(row.gloss, row.text):
        zh = f"{row.id} 的译文写有 {figure}，原文没有这个数；请核对译文"
        yield flaw("gloss", zh, f"the gloss of {row.id} says {figure}, which the text does not")
        break
    said = [word for word in _BINDING if word in row.text]
    if row.disposition in _BINDS_NOBODY and said and Place.of(row.id).sentence != "h":
        yield flaw(
            "binding",
            f"{row.id} 有“{said[0]}”，却列为不约束任何人；"
            "请编为规则，或者在 known_gaps.tsv 写明理由",
            f"{row.id} says {said[0]} and is listed as binding nobody; encode it, or say in "
            "known_gaps.tsv why not",
        )
    if row.where == "later":
        zh, en = "还没有编（later）；请编出来", "is left for later; encode it"
        yield flaw("later", f"{row.id} {zh}", f"{row.id} {en}")
        return
    targets, faults = _resolved(subject, row)
    for zh, en in faults:
        yield flaw("where", zh, en)
    if not faults:
        yield from _held(subject, row, targets, flaw)


def _resolved(subject: Subject, row: Provision) -> tuple[list[Any], list[tuple[str, str]]]:
    """Return what a row points at, those in tuples one by one, and what of it is not there."""
    found: list[Any] = []
    faults: list[tuple[str, str]] = []
    if subject.package is None:
        return found, faults
    package = subject.package.name
    for place in row.where.split():
        module, colon, name = place.partition(":")
        try:
            target = getattr(importlib.import_module(f"{package}.{module}"), name)
        except (ImportError, AttributeError, TypeError, ValueError):
            zh = f"{row.id} 的 where 指向 {place}，没有这个名字；请写成“模块:名称”"
            en = f"{row.id} points at {place}, which is not there; write module:name"
            faults.append((zh, en))
            continue
        if not colon:
            continue
        found += target if isinstance(target, tuple) else [target]
    return found, faults


def _held(subject: Subject, row: Provision, targets: list[Any], flaw: Any) -> Iterator[Found]:
    """Yield that a row has nothing that answers for it, or something that may not be there."""
    policy, id_ = subject.policy, row.id
    clauses = [n for n in subject.norms if n.provision == id_ and isinstance(n, Clause)]
    judged = [n for n in subject.norms if n.provision == id_ and isinstance(n, Judgement)]
    steps = [s for s in policy.steps if s.provision == id_]
    duties = [d for d in policy.duties if d.provision == id_]
    numbers = [n for n in numbers_of(policy.numbers) if n.provision == id_]
    readings = [c for c in policy.readings if id_ in c.question.provisions]
    own = {
        Disposition.CLAUSE: clauses,
        Disposition.JUDGEMENT: judged,
        Disposition.STEP: [*steps, *duties],
        Disposition.DUTY: duties,
        Disposition.NUMBER: [*numbers, *clauses],
        Disposition.READING: [*readings, *clauses],
        Disposition.FACT: targets,
    }
    name = row.disposition.value
    if row.disposition in own and not own[row.disposition]:
        zh = f"{id_} 列为 {name}，却没有任何这样的内容引用它；请编出来，或者改正 disposition 一栏"
        en = f"{id_} is listed as {name}, and nothing of that sort cites it; encode it, or mend"
        yield flaw("held", zh, f"{en} its disposition")
    elif row.disposition in own and not row.where:
        zh, en = "的 where 一栏是空的；请写明在哪里", "points nowhere; say where it lives"
        yield flaw("where", f"{id_} {zh}", f"{id_} {en}")
    citing: list[Any] = [*clauses, *judged, *steps, *duties, *numbers]
    if row.disposition is Disposition.DEFINITION:
        citing = [*clauses, *judged]  # a list a text defines may be a figure of it
    if row.disposition in (*_BINDS_NOBODY, Disposition.DEFINITION) and citing:
        names = "、".join(one.name for one in citing)
        zh = f"{id_} 列为 {name}，{names} 却引用了它；定义、倡导、宣示不产生规则，请改正其一"
        en = f"{id_} is listed as {name}, yet {names} cites it: what only says so yields no norm"
        yield flaw("norm", zh, f"{en}; mend one of the two")


def _out_of_order(subject: Subject) -> Iterator[Found]:
    """Yield the provisions that stand behind one that comes after them in the text."""
    before: tuple[Any, ...] = ()
    last = ""
    for row in subject.policy.ledger.provisions:
        place = Place.of(row.id)
        if place.article is None:
            continue
        key = _rank(place)
        if key < before:
            zh = f"{row.id} 排在 {last} 之后；条款表须依原文次序"
            en = f"{row.id} stands behind {last}; the ledger follows the order of the text"
            yield Found(f"{row.id}:order", zh, en, subject.line_of(row.id), (row.id,))
        before, last = max(before, key), row.id


def _rank(place: Place) -> tuple[Any, ...]:
    """Return where a place stands in a text: items are of the first paragraph if of no other."""
    sentence = place.sentence or ""
    found = _SENTENCE.fullmatch(sentence)
    number, letter = ("0", "") if found is None else found.groups()
    heading = (place.article, sentence != "h", place.paragraph or 1, place.item or 0)
    return (*heading, int(number), letter)


def _said_twice(subject: Subject) -> Iterator[Found]:
    first: dict[tuple[int | None, str], str] = {}
    for row in subject.policy.ledger.provisions:
        key = Place.of(row.id).article, _bare(row.text)
        if len(key[1]) > 8 and key in first:  # noqa: PLR2004 - short phrases do recur
            zh = f"{row.id} 与 {first[key]} 原文完全相同；请核对是否抄重"
            en = f"{row.id} has the very words of {first[key]}; see whether one was copied twice"
            yield Found(f"{row.id}:twice", zh, en, subject.line_of(row.id), (row.id,))
        first.setdefault(key, row.id)


def _back(subject: Subject) -> Iterator[Found]:
    """Yield what cites a provision whose row does not point back at it."""
    policy = subject.policy
    cited: list[tuple[Any, str]] = [(n, n.provision) for n in subject.norms]
    cited += [(s, s.provision) for s in policy.steps if s.stated]
    cited += [(d, d.provision) for d in policy.duties if d.occasions is None]
    for one, provision in cited:
        row = policy.ledger.get(provision)
        if row is None or row.where in ("", "later") or row.disposition in _BINDS_NOBODY:
            continue
        targets, faults = _resolved(subject, row)
        if not faults and not any(one is t or one == t for t in targets):
            zh = f"{one.name} 引用 {provision}，该条款的 where 却没有指向它；"
            zh = f"{zh}请核对所引条款，或补上位置"
            en = f"{one.name} cites {provision}, whose row does not point back at it; see which"
            en = f"{en} provision it is of, or add its place"
            at = subject.line_of(provision)
            yield Found(f"{provision}:{one.name}", zh, en, at, (provision,))
