"""What became of a receipt, as plain text: the verdict in a sentence, and norm by norm why."""

from __future__ import annotations

from collections.abc import Iterator

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import Answer, Norm
from innov_consortium.interchange.labels import label
from innov_consortium.interchange.verification import (
    ChangedItem,
    ChangedNorm,
    Verdict,
    Verification,
    Why,
)
from innov_consortium.rendering.catalogues import own_messages
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.differences import changed
from innov_consortium.rendering.layout import Line, Style, paragraph, written
from innov_consortium.rendering.locales import negotiate
from innov_consortium.rendering.reasons import title_of
from innov_consortium.rendering.sentences import outcome, quoted
from innov_consortium.rendering.wording import Wording, visible, wording

__all__ = ["render_verification", "verdict_sentence"]

#: As many places as the verdict itself names.
_MOST_PLACES = 5

_STYLES = {
    Verdict.SAME: Style.FOR,
    Verdict.SAME_ANSWER: Style.OPEN,
    Verdict.DIFFERENT: Style.AGAINST,
    Verdict.CANNOT_TELL: Style.OPEN,
}


def render_verification(verification: Verification, locale: str = "zh_CN") -> str:
    """Return what became of a receipt, as plain text.

    Args:
        verification: What :func:`~innov_consortium.interchange.verify` found.
        locale: The language, by any of its names.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    words = _words(verification, locale)
    receipt = verification.receipt
    title = words.say(
        "verify.title",
        title=_title(words, verification),
        inquiry=words.label("inquiry", receipt.inquiry),
        day=receipt.on,
    )
    lines = paragraph(title, style=Style.TITLE)
    verdict = _verdict(words, verification)
    lines += paragraph(verdict, hang=2, style=_STYLES[verification.verdict])
    for remark in _remarks(words, verification):
        lines += [Line(), *paragraph(remark, hang=2)]
    if verification.because:
        heading = words.say("verify.norms", n=len(verification.because))
        lines += [Line(), Line(heading, Style.HEADING)]
        for one in verification.because:
            lines += [Line(), *_norm(words, verification, one)]
    return written(lines)


def verdict_sentence(verification: Verification, locale: str = "zh_CN") -> str:
    """Return the verdict on a receipt in a sentence.

    Args:
        verification: What :func:`~innov_consortium.interchange.verify` found.
        locale: The language, by any of its names.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    return _verdict(_words(verification, locale), verification)


def _words(verification: Verification, locale: str) -> Wording:
    """Return the wording of the policy; the library's alone where there is no policy to ask."""
    if verification.policy is not None:
        return wording(locale, verification.policy)
    own = own_messages(negotiate(locale))
    return Wording(negotiate(locale), own, own)


def _title(words: Wording, verification: Verification) -> str:
    receipt, policy = verification.receipt, verification.policy
    if policy is not None and policy.edition == receipt.policy.edition:
        return title_of(words, policy)
    return f"《{visible(receipt.policy.title)}》"


def _verdict(words: Wording, verification: Verification) -> str:
    verdict, (before, after) = verification.verdict, verification.answers
    if verification.report is None or after is None:
        reasons = (_why(words, verification, why) for why in verification.why)
        return words.say("verify.cannot_tell", reasons=words.joined(reasons))
    said = _answer(words, after, grounds=verification.report.grounds)
    if verdict is not Verdict.DIFFERENT:
        return words.say(f"verify.{verdict.value}", answer=said)
    sealed = _answer(words, before, grounds=verification.receipt.grounds)
    places = _places(words, verification)
    key = "verify.different" if places else "verify.different.answer_only"
    return words.say(key, places=places, before=sealed, after=said)


def _answer(words: Wording, answer: Answer, *, grounds: bool) -> str:
    return words.say(f"{'answer.grounds' if grounds else 'answer'}.{answer.value}")


def _places(words: Wording, verification: Verification) -> str:
    """Return where the norms stand that the other answer comes of."""
    bearing = [one for one in verification.because if one.combines] or verification.because
    places = list(dict.fromkeys(_place(words, one) for one in bearing))
    listed = words.listed(places[:_MOST_PLACES])
    if len(places) <= _MOST_PLACES:
        return listed
    return words.say("verify.places", places=listed, n=len(places))


def _place(words: Wording, one: ChangedNorm) -> str:
    return place(one.provision, words.locale) or visible(one.provision)


def _why(words: Wording, verification: Verification, why: Why) -> str:
    receipt, policy = verification.receipt, verification.policy
    return words.say(
        f"verify.why.{why.value}",
        title=visible(receipt.policy.title),
        code=visible(receipt.policy.code),
        edition=visible(receipt.policy.edition),
        present=words.value(None) if policy is None else policy.edition,
        unknown=words.listed(visible(label(at, words.locale)) for at in verification.unknown),
    )


def _remarks(words: Wording, verification: Verification) -> Iterator[str]:
    receipt = verification.receipt
    if verification.parts:
        parts = words.listed(words.say(f"verify.part.{part.value}") for part in verification.parts)
        yield words.say("verify.parts", parts=parts)
    if verification.added:
        added = words.listed(visible(label(at, words.locale)) for at in verification.added)
        yield words.say("verify.added", added=added)
    if verification.other_library:
        yield words.say(
            "verify.library",
            before=visible(receipt.library.version),
            after=verification.library.version,
        )


def _norm(words: Wording, verification: Verification, one: ChangedNorm) -> Iterator[Line]:
    policy, norm = verification.policy, _norm_of(verification, one)
    before, after = (_outcome(words, norm, of) for of in (one.before, one.after))
    said = after if one.before is one.after else changed(words, before, after)
    yield Line(f"  {_place(words, one)}  {said}")
    provision = None if policy is None else policy.provisions.get(one.provision)
    if provision is not None:
        gloss = "" if words.chinese else f" {provision.gloss.rstrip(',;')}"
        yield from paragraph(f"{quoted(provision)}{gloss}", indent=4)
    for item in one.items:
        yield from paragraph(_item(words, norm, item), indent=4, hang=2)


def _norm_of(verification: Verification, one: ChangedNorm) -> Norm | None:
    """Return the norm as it is asked now; ``None`` where it is not."""
    findings = () if verification.report is None else verification.report.findings
    named = (one.provision, one.clause)
    return next((f.norm for f in findings if (f.provision, f.norm.name) == named), None)


def _outcome(words: Wording, norm: Norm | None, of: Outcome | None) -> str:
    return words.say("compare.not_asked") if of is None else outcome(words, norm, of)


def _item(words: Wording, norm: Norm | None, item: ChangedItem) -> str:
    sides = (
        words.say("compare.item.unlisted") if of is None else outcome(words, norm, of)
        for of in (item.before, item.after)
    )
    where = visible(label(item.path, words.locale))
    return words.say("compare.item", item=where, change=changed(words, *sides))
