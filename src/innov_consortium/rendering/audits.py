"""Whether what happened was lawful, as plain text: act by act, in the order of recording."""

from __future__ import annotations

from collections.abc import Iterable

from innov_consortium.core.auditing import Audited
from innov_consortium.core.decide import Standing
from innov_consortium.core.policy import Policy
from innov_consortium.rendering.layout import Line, Style, paragraph, written
from innov_consortium.rendering.procedure import act_label
from innov_consortium.rendering.reasons import STYLES, readings_in, reasons, title_of
from innov_consortium.rendering.sentences import document_of
from innov_consortium.rendering.text import marks_of_several
from innov_consortium.rendering.wording import Wording, visible, wording

__all__ = ["render_audit"]


def render_audit(
    policy: Policy,
    audited: Iterable[Audited],
    locale: str = "zh_CN",
    *,
    details: bool = False,
    with_hindsight: bool = False,
) -> str:
    """Return what :func:`~innov_consortium.core.auditing.audit` found, as plain text.

    Args:
        policy: The policy asked.
        audited: The acts.
        locale: The language, by any of its names.
        details: Whether every reason and every name is said.
        with_hindsight: Whether the acts were judged with hindsight, which is then said.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    words = wording(locale, policy)
    listed = tuple(audited)
    title = words.say("audit.title", title=title_of(words, policy))
    lines = paragraph(title, style=Style.TITLE)
    if with_hindsight:
        lines += paragraph(words.say("audit.with_hindsight"))
    if not listed:
        return written([*lines, *paragraph(words.say("audit.none"))])
    lines += paragraph(words.say("audit.counted", n=len(listed), counts=_counts(words, listed)))
    lines += [Line(), *marks_of_several(words, listed[-1].report, in_time=False), Line()]
    for one in listed:
        lines += _audited(words, one, details=details)
    lines += readings_in(words, ((a.report, a.because) for a in listed), details=details)
    return written(lines)


def _counts(words: Wording, audited: tuple[Audited, ...]) -> str:
    verdicts = [_verdict(words, one) for one in audited]
    return words.listed(
        words.say("tally", outcome=verdict, n=verdicts.count(verdict))
        for verdict in dict.fromkeys(verdicts)
    )


def _audited(words: Wording, one: Audited, *, details: bool) -> list[Line]:
    event = one.event
    by = "" if event.by is None else words.say("audit.by", by=visible(event.by))
    said = words.say(
        "audit.act",
        n=one.index + 1,
        day=event.on,
        act=act_label(words, event, one.report),
        by=by,
        document=document_of(words, event.document),
        verdict=_verdict(words, one),
    )
    lines = paragraph(said, hang=4, style=STYLES[one.standing])
    if one.standing is Standing.OUTSIDE:
        return lines
    return lines + reasons(words, one.report, one.because, indent=4, details=details)


def _verdict(words: Wording, one: Audited) -> str:
    if one.standing is Standing.OUTSIDE:
        return words.say("verdict.outside")
    return words.say(f"verdict.{one.report.answer.value}")
