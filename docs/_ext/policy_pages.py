"""Pages made from an installed policy, as MyST Markdown in one of the site's languages.

What they show is what ``innov-consortium ledger``, ``numbers``, ``readings`` and ``diagram`` print.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from law_pages import FOLDER, anchor, homes

from innov_consortium import Policy, catalogue
from innov_consortium.core.clauses import Clause
from innov_consortium.core.conventions import Convention, ConventionKind
from innov_consortium.core.numbers import Number, numbers_of
from innov_consortium.core.readings import Choice
from innov_consortium.core.sources import Disposition, Place, Provision
from innov_consortium.core.steps import Step
from innov_consortium.rendering import Wording, wording
from innov_consortium.rendering.citations import place

__all__ = ["diagram", "figures", "ledger", "readings", "steps"]

#: What there is of a provision, in Chinese and in English.
_DISPOSITIONS: dict[Disposition, tuple[str, str]] = {
    Disposition.CLAUSE: ("条款", "clause"),
    Disposition.FACT: ("事实", "fact"),
    Disposition.STEP: ("步骤", "step"),
    Disposition.DUTY: ("职责", "duty"),
    Disposition.NUMBER: ("数字", "number"),
    Disposition.READING: ("解释", "reading"),
    Disposition.JUDGEMENT: ("待人判断", "for a person to judge"),
    Disposition.DEFINITION: ("定义", "definition"),
    Disposition.DECLARATORY: ("宣示", "declaratory"),
    Disposition.EXTERNAL: ("另见其他规定", "left to other rules"),
}
#: The parts of the collection of readings.
_PARTS = {
    "A": ("A 施行与效力", "A Commencement and validity"),
    "B": ("B 组建条件", "B Formation"),
    "C": ("C 组建流程", "C Procedure"),
    "D": ("D 评价与项目", "D Evaluation and projects"),
    "E": ("E 撤销与限制", "E Revocation and the bar"),
    "F": ("F 变更", "F Changes"),
}

_NO_ENTRY = ("其他", "Others")
#: What becomes of a wording nobody chooses a reading of.
_KINDS: dict[ConventionKind, tuple[str, str]] = {
    ConventionKind.FIXED: ("固定约定", "fixed convention"),
    ConventionKind.ATTESTED: ("由机关认定", "for a body to attest"),
    ConventionKind.CAVEAT: ("附注", "caveat"),
}


def _policy(code: str) -> Policy:
    return catalogue().select(code)


def _side(locale: str) -> int:
    return 1 if locale == "en" else 0


# --- the ledger -----------------------------------------------------------------------------------


def ledger(code: str, locale: str) -> str:
    """Return every provision: id, place, text, gloss, how the library answers for it and where."""
    policy = _policy(code)
    parts: list[str] = []
    for provision in policy.ledger.values():
        marks, told = _entry(policy, provision, locale)
        if _is_heading(provision):
            level = "##" if Place.of(provision.id).article is None else "###"
            parts += [f"{level} {_heading(provision, locale)}", marks]
        else:
            parts.append(f"{marks}\n: {told}")
    return "\n\n".join(parts)


def _is_heading(provision: Provision) -> bool:
    return provision.id.startswith("ch") or provision.id.endswith(".h")


def _heading(provision: Provision, locale: str) -> str:
    if locale != "en":
        return provision.text
    article = Place.of(provision.id).article
    gloss = provision.gloss.removeprefix("Heading: ")
    words = gloss if article is None else f"Art. {article} {gloss}"
    return f"{words} {provision.text}"


def _entry(policy: Policy, provision: Provision, locale: str) -> tuple[str, str]:
    """Return the line of a provision, with what it is, and below it all there is to say."""
    at, home = anchor(provision.id), homes(policy).get(provision.id)
    shown = (
        f"`{provision.id}`" if home is None else f"[`{provision.id}`](../{FOLDER}/{home}#law-{at})"
    )
    cited = place(provision.id, locale)
    sort = _DISPOSITIONS[provision.disposition][_side(locale)]
    marks = [f"[{shown}]{{#{at} .provision}}"]
    marks += [f"[{cited}]{{.place}}"] if cited else []
    marks.append(f"[{sort}]{{.disposition .{provision.disposition.value}}}")
    told = [_plain(provision.text)]
    told += [f"[{_plain(provision.gloss)}]{{.gloss}}"] if locale == "en" else []
    where = " ".join(f"`{one}`" for one in provision.where.split())
    told += [f"[{where}]{{.where}}"] if where else []
    return " ".join(marks), "\n\n  ".join(told)


def _plain(text: str) -> str:
    """Return words as they are, whatever Markdown would make of them."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]<>#|$~^" else c for c in text)


# --- figures and readings -------------------------------------------------------------------------


def figures(code: str, locale: str) -> str:
    """Return the figures the text states, each with its name, its value and the provision."""
    policy = _policy(code)
    words = wording(locale, policy)
    return "\n\n".join(_figure(figure, words) for figure in numbers_of(policy.numbers))


def _figure(figure: Number, words: Wording) -> str:
    name = words.of_policy(f"number.{figure.name}") or figure.name
    value = words.with_unit(figure.value, figure.unit)
    cited = _cited(figure.provision, words.locale)
    return f"{_plain(name)} `{figure.name}`\n: **{_plain(value)}** [{cited}]{{.place}}"


def readings(code: str, locale: str) -> str:
    """Return every disputed wording: what can be chosen and why, and what is fixed or attested."""
    policy = _policy(code)
    words = wording(locale, policy)
    told = [(choice.question.entry, _reading(choice, words)) for choice in policy.readings]
    told += [(fixed.entry, _convention(fixed, words)) for fixed in policy.conventions]
    told.sort(key=lambda one: one[0])  # what can be chosen stays before what is fixed
    parts: list[str] = []
    for part, those in itertools.groupby(told, lambda one: one[0][0]):
        parts.append(f"## {_PARTS.get(part, _NO_ENTRY)[_side(locale)]}")
        parts += [text for _, text in those]
    return "\n\n".join(parts)


def _convention(fixed: Convention, words: Wording) -> str:
    kind = _KINDS[fixed.kind][_side(words.locale)]
    entry = fixed.entry if fixed.entry[0] in _PARTS else place(fixed.entry, words.locale)
    cited = words.listed(_cited(p, words.locale) for p in fixed.provisions)
    return f"### {entry} {kind}\n\n{fixed.zh if words.chinese else fixed.en}\n\n{cited}"


def _reading(choice: Choice, words: Wording) -> str:
    asked = choice.question
    question = words.of_policy(f"reading.{choice.name}") or (asked.options.__doc__ or "").strip()
    cited = words.listed(_cited(p, words.locale) for p in asked.provisions)
    default, why = ("默认", "理由：") if words.chinese else ("default", "Reason: ")
    options = [
        f"- `{o.option}`（{o.letter}） {_plain(words.value(o))}"
        if words.chinese
        else f"- `{o.option}` ({o.letter}) {_plain(words.value(o))}"
        for o in asked.options
    ]
    marked = [
        line + f" [{default}]{{.default}}" * (o is asked.default)
        for line, o in zip(options, asked.options, strict=True)
    ]
    reason = asked.reason if words.chinese else asked.reason_en
    lines = [
        f"(reading-{choice.name.replace('_', '-')})=",
        f"### {asked.entry} `{choice.name}`",
        "",
        f"{_plain(question)}",
        "",
        cited,
        "",
        *marked,
        "",
        f"{why}{_plain(reason)}",
    ]
    return "\n".join(lines)


def _cited(provision: str, locale: str) -> str:
    """Return where a provision is, as a link to it in the page of the ledger."""
    return f"[{place(provision, locale) or provision}](ledger-tianjin.md#{anchor(provision)})"


# --- the procedure --------------------------------------------------------------------------------


def diagram(code: str, locale: str) -> str:
    """Return the picture of the procedure that is kept beside the page, in the site's language."""
    policy = _policy(code)
    title = policy.instrument.gloss if locale == "en" else f"《{policy.instrument.title}》"
    whole = "The whole picture" if locale == "en" else "单独打开全图"
    file = _picture(locale)
    shown = f"```{{image}} {file}\n:alt: {title}\n:class: procedure\n```"
    return f":::{{div}} scrolled\n{shown}\n:::\n\n[{whole}]({file})"


def _picture(locale: str) -> str:
    return "procedure-tianjin.en.svg" if locale == "en" else "procedure-tianjin.svg"


def steps(code: str, locale: str) -> str:
    """Return every step: by which provision, who takes it, from where to where, and when."""
    policy = _policy(code)
    words = wording(locale, policy)
    return "\n\n".join(_step(step, words) for step in policy.rows)


def _step(step: Step, words: Wording) -> str:
    """Return an entry of a definition list: the step, and below it all there is to say."""
    implied = "（条文没有写明）" if words.chinese else " (implied)"
    cited = _cited(step.provision, words.locale) + f" `{step.provision}`"
    cited += implied * (not step.stated)
    who = () if step.actor is None else (words.label("role", step.actor),)
    after = words.listed(words.label("stage", s) for s in step.after)
    told = [
        " · ".join((cited, *who)),
        f"{after} → {words.label('stage', step.to)}",
    ]
    must = words.joined(_guards(step, chinese=words.chinese))
    told += [f"{'须符合：' if words.chinese else 'Must hold: '}{must}"] if must else []
    return f"{words.label('step', step.name)} `{step.name}`\n: " + "\n\n  ".join(told)


def _guards(step: Step, *, chinese: bool) -> Iterator[str]:
    """Yield what a step must satisfy, and what may take the place of that."""
    inquiry, screening, instead = (
        ("询问", "（仅不符合的不可以）", "或者")
        if chinese
        else ("inquiry", " (only what is not met refuses)", "or")
    )
    for guard in step.guards:
        if isinstance(guard, Clause):
            yield f"`{guard.name}` {guard.provision}"
    for name in step.asks:
        yield f"{inquiry} `{name}`" + screening * step.screening
    if step.special is not None:
        yield f"{instead} `{step.special.name}` {step.special.provision}"
