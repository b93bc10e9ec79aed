"""Words: everything a reader is shown has a label in Chinese and in English, filled alike."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping

from innov_consortium.core.policy import Policy
from innov_consortium.rendering import LOCALES, render, render_markdown
from innov_consortium.rendering.catalogues import messages_of, own_messages
from innov_consortium.rendering.sentences import message_key
from innov_consortium.testing.kit.labels import keys_of, norms_of, provisions_of
from innov_consortium.testing.kit.looking import Looked, NotRun
from innov_consortium.testing.kit.messages import (
    Written,
    alternatives,
    malformed,
    path_of,
    placeholders,
    written,
)
from innov_consortium.testing.kit.observing import in_place
from innov_consortium.testing.kit.package import Package
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_translations"]

_CJK = re.compile(r"[\u4e00-\u9fff]")
_LETTER = re.compile(r"[A-Za-z\u4e00-\u9fff]")
#: Families every key of which is called for by something in the policy.
_FAMILIES = frozenset(
    {
        *("clause", "judgement", "fact", "number", "reading", "items", "inquiry"),
        *("step", "stage", "path", "role", "duty"),
    }
)
#: Families whose keys may stand under another key, and what comes after it.
_SENTENCES = ("clause", "judgement")
_MOST_CHINESE = 0.5
_NOT = re.compile("[未不无没否非]")
_NO = re.compile(r"\b(?:no|not|none|never|nobody|without|nothing)\b", re.IGNORECASE)
#: Most reports that are written out in both languages.
_MOST_REPORTS = 40


def look_at_translations(subject: Subject) -> Looked | NotRun:
    """Look at both catalogues beside each other and beside the policy, and write reports out."""
    package = subject.package
    if package is None:
        return NotRun("政策不在软件包中", "the policy is in no package")
    read = {locale: written(package, locale) for locale in LOCALES}
    unread = {locale: said for locale, said in read.items() if isinstance(said, str)}
    if unread:
        found = [
            Found(
                f"{locale}:read",
                f"{path_of(locale)} 读不了：{why}",
                f"cannot be read: {why}",
                path_of(locale),
            )
            for locale, why in unread.items()
        ]
        return Looked(0, found)
    told = {locale: said for locale, said in read.items() if not isinstance(said, str)}
    needed = tuple(keys_of(subject.policy))
    found = [*_missing(subject.policy, told, needed), *_pairs(told)]
    found += [f for locale in LOCALES for f in _malformed(package, locale)]
    found += [f for locale in LOCALES for f in _stale(subject.policy, told, locale)]
    found += _left_over(told, needed)
    found += _sentences(subject, told)
    found += _questions(subject.policy, told)
    found += _written_out(subject)
    return Looked(len(needed), found)


def _missing(
    policy: Policy, told: Mapping[str, Mapping[str, Written]], needed: tuple[str, ...]
) -> Iterator[Found]:
    for locale in LOCALES:
        own = own_messages(locale)
        language = "中文" if locale != "en" else "英文"
        for key in needed:
            said = told[locale].get(key)
            shown = said is not None and bool(said.text.strip())
            word = key.removeprefix("word.")
            if locale != "en" and key.startswith("word.") and _CJK.search(word):
                continue
            if not shown and own.find(key) is None:
                zh = f"{key} 没有{language}名称；请在 {path_of(locale)} 里补上"
                en = f"{key} has no label in {locale}; add it to {path_of(locale)}"
                yield Found(f"{key}:{locale}", zh, en, path_of(locale), provisions_of(policy, key))


def _malformed(package: Package, locale: str) -> Iterator[Found]:
    for line, key, twice in malformed(package, locale):
        at = f"{path_of(locale)}:{line}"
        if twice:
            zh = f"{key} 在 {path_of(locale)} 里写了两次，只有一次有效；请删去一处"
            yield Found(
                f"{key}:twice", zh, f"{key} stands twice in {path_of(locale)}; keep one", at
            )
        else:
            zh = f"{key} 的写法有误（引号不成对），读出来的与写的不同；请改正"
            en = f"{key} is malformed: without its quotation mark it loses what stands at the end"
            yield Found(f"{key}:malformed", zh, en, at)


def _exchanged(key: str, zh_said: Written, en_said: Written) -> Iterator[Found]:
    """Yield the placeholders whose yes and no are the other way round in English."""
    english = alternatives(en_said.text)
    for name, (held, failed) in alternatives(zh_said.text).items():
        if name not in english:
            continue
        chinese = bool(_NOT.match(held)), bool(_NOT.match(failed))
        other = tuple(bool(_NO.search(words)) for words in english[name])
        if chinese[0] is not chinese[1] and other == chinese[::-1]:
            zh = f"{key} 中 {name} 的是与否，中文作“{held}|{failed}”，英文的次序相反；请改正"
            en = f"yes and no of {name} in {key} are the other way round in English; mend it"
            yield Found(f"{key}:exchanged", zh, en, f"{path_of('en')}:{en_said.line}")


def _pairs(told: Mapping[str, Mapping[str, Written]]) -> Iterator[Found]:
    """Yield what the two languages do not have alike: keys, placeholders, a language."""
    chinese, english = told["zh_CN"], told["en"]
    for key in (*chinese, *(k for k in english if k not in chinese)):
        zh_said, en_said = chinese.get(key), english.get(key)
        if zh_said is None or en_said is None:
            lacking = "zh_CN" if zh_said is None else "en"
            zh = f"{key} 只有一种语言；请在 {path_of(lacking)} 里补上"
            yield Found(f"{key}:pair", zh, f"{key} is in one language only; add it to {lacking}")
            continue
        at = f"{path_of('en')}:{en_said.line}"
        try:
            names = placeholders(zh_said.text), placeholders(en_said.text)
        except ValueError as error:
            zh = f"{key} 的占位符写法有误：{error}；花括号要成对"
            yield Found(f"{key}:placeholder", zh, f"malformed placeholder in {key}: {error}", at)
            continue
        if names[0] != names[1]:
            apart = "、".join(sorted(names[0] ^ names[1]))
            zh = f"{key} 中英文的占位符不同：{apart}；请改成一致"
            en = f"{key} is not filled alike in both languages: {apart}; make them agree"
            yield Found(f"{key}:placeholder", zh, en, at)
        yield from _language(key, zh_said, en_said)
        yield from _exchanged(key, zh_said, en_said)


def _language(key: str, zh_said: Written, en_said: Written) -> Iterator[Found]:
    if (
        _LETTER.search(re.sub(r"\{[^{}]*\}", "", zh_said.text))
        and not _CJK.search(zh_said.text)
        and not key.startswith("word.")
    ):
        zh = f"{key} 的中文“{zh_said.text}”没有一个汉字；请用中文写"
        at = f"{path_of('zh_CN')}:{zh_said.line}"
        yield Found(f"{key}:language", zh, f"the Chinese of {key} has no Chinese in it", at)
    characters, letters = len(_CJK.findall(en_said.text)), len(_LETTER.findall(en_said.text))
    if characters > _MOST_CHINESE * letters:
        zh = f"{key} 的英文“{en_said.text}”还是中文；请译成英文"
        at = f"{path_of('en')}:{en_said.line}"
        yield Found(f"{key}:language", zh, f"the English of {key} is Chinese; translate it", at)


def _stale(
    policy: Policy, told: Mapping[str, Mapping[str, Written]], locale: str
) -> Iterator[Found]:
    """Yield that what is read is no longer what is written."""
    read = messages_of(policy, locale)
    for key, said in told[locale].items():
        if said.text and read.find(key) not in (said.text, None if said.text == key else said.text):
            zh = f"{path_of(locale)} 改过而没有重新编译（如 {key}）；请重新构建，或删去旧的 .mo"
            en = f"{path_of(locale)} was edited and not compiled ({key}); build it again"
            yield Found(f"{locale}:compiled", zh, en, f"{path_of(locale)}:{said.line}")
            return


def _left_over(
    told: Mapping[str, Mapping[str, Written]], needed: tuple[str, ...]
) -> Iterator[Found]:
    """Yield the labels of what the policy does not have: a name that was changed, most likely."""
    known = set(needed)
    for key, said in told["zh_CN"].items():
        family = key.partition(".")[0]
        if family not in _FAMILIES or key in known:
            continue
        if family in _SENTENCES and key.rpartition(".")[0] in known:
            continue
        zh = f"{key} 没有对应的内容（改名或多余）；请改正或删去"
        en = f"{key} is for nothing in the policy, renamed perhaps; mend it or leave it out"
        yield Found(f"{key}:left_over", zh, en, f"{path_of('zh_CN')}:{said.line}")


def _sentences(subject: Subject, told: Mapping[str, Mapping[str, Written]]) -> Iterator[Found]:
    """Yield the sentences of norms that name what is not in their closure."""
    for norm in norms_of(subject.policy):
        key = message_key(norm)
        closed = {n.name for n in norm.numbers} | {c.name for c in norm.readings}
        closed |= set(norm.facts)
        for name, said in told["zh_CN"].items():
            if name != key and not name.startswith(f"{key}."):
                continue
            try:
                strange = placeholders(said.text) - closed
            except ValueError:
                continue
            if strange:
                listed = "、".join(sorted(strange))
                zh = f"{name} 用到 {listed}，{norm.name} 没有这样的事实或数字；请改正占位符"
                en = f"{name} names {listed}, which {norm.name} does not rest on; mend it"
                at = f"{path_of('zh_CN')}:{said.line}"
                yield Found(f"{name}:names", zh, en, at, (norm.provision,))


def _questions(policy: Policy, told: Mapping[str, Mapping[str, Written]]) -> Iterator[Found]:
    for choice in policy.readings:
        said = told["zh_CN"].get(f"reading.{choice.name}")
        asked = (inspect.getdoc(choice.question.options) or "").partition("\n\n")[0]
        if said is not None and "".join(said.text.split()) != "".join(asked.split()):
            zh = f"解释 {choice.name} 的问题，文案作“{said.text}”，代码作“{asked}”；请改成一致"
            en = f"the catalogue puts another question than the code for {choice.name}; agree"
            at = f"{path_of('zh_CN')}:{said.line}"
            yield Found(f"reading.{choice.name}:question", zh, en, at)


def _written_out(subject: Subject) -> Iterator[Found]:
    """Yield what cannot be written out: a report in one of the languages."""
    questions = (*subject.observed.questions, *subject.observed.made_up)
    step = max(1, len(questions) // _MOST_REPORTS)
    with in_place(subject.policy):
        for question in questions[::step]:
            try:
                report = question.ask()
            except Exception:  # noqa: BLE001, S112 - the check of facts tells
                continue
            for locale in LOCALES:
                try:
                    render(report, locale, details=True)
                    render_markdown(report, locale)
                except Exception as error:  # noqa: BLE001 - whatever it raises is told
                    said = f"{type(error).__name__}: {error}"
                    zh = f"{question.inquiry} 的报告写不出来（{locale}）：{said}；多半是占位符有误"
                    en = f"the report of {question.inquiry} cannot be written ({locale}): {said}"
                    yield Found(f"{question.inquiry}:render", zh, en, question.source)
                    return
