"""What may be done next, as plain text: allowed, waiting for something, or not, and why."""

from __future__ import annotations

from collections.abc import Iterable

from innov_consortium.core.decide import PossibleAct, Standing
from innov_consortium.core.judging import ORDER, PHASE
from innov_consortium.core.policy import Policy
from innov_consortium.core.steps import START
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.layout import Line, Style, paragraph, written
from innov_consortium.rendering.procedure import role_label, step_label
from innov_consortium.rendering.reasons import STYLES, readings_in, reasons, title_of
from innov_consortium.rendering.text import marks_of_several
from innov_consortium.rendering.wording import Wording, visible, wording

__all__ = ["render_acts"]

_GROUPS = (Standing.ALLOWED, Standing.WAITING, Standing.REFUSED)  # a step is never outside


def render_acts(
    policy: Policy,
    acts: Iterable[PossibleAct],
    locale: str = "zh_CN",
    *,
    details: bool = False,
) -> str:
    """Return what :func:`~innov_consortium.core.decide.possible_acts` found, as plain text.

    Args:
        policy: The policy asked.
        acts: The acts.
        locale: The language, by any of its names.
        details: Whether every reason and every name is said.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    words = wording(locale, policy)
    listed = tuple(acts)
    if not listed:
        none = words.say("acts.none", title=title_of(words, policy))
        return written(paragraph(none, style=Style.TITLE))
    lines = _head(words, policy, listed)
    for standing in _GROUPS:
        group = [one for one in listed if one.standing is standing]
        if group:
            heading = words.say("acts.heading", standing=_standing(words, standing), n=len(group))
            lines += [Line(), Line(heading, Style.HEADING)]
            for one in group:
                lines += _act(words, one, details=details)
    lines += readings_in(words, ((a.report, a.because) for a in listed), details=details)
    return written(lines)


def _head(words: Wording, policy: Policy, acts: tuple[PossibleAct, ...]) -> list[Line]:
    report = acts[0].report
    title = words.say("acts.title", title=title_of(words, policy), day=report.on)
    counts = words.listed(
        words.say("tally", outcome=_standing(words, standing), n=n)
        for standing in _GROUPS
        if (n := sum(one.standing is standing for one in acts))
    )
    return [
        *paragraph(title, style=Style.TITLE),
        *paragraph(words.say("acts.counted", counts=counts), hang=2),
        Line(),
        *marks_of_several(words, report, in_time=True),
    ]


def _act(words: Wording, one: PossibleAct, *, details: bool) -> list[Line]:
    step = one.step
    who = [] if step.actor is None else [role_label(words, step.actor)]
    where = [*who, place(step.provision, words.locale)]
    if not step.stated:
        where.append(words.say("acts.implied"))
    name = words.say("acts.act", step=_named(words, one), where=words.apart(where))
    lines = paragraph(name, indent=2, hang=2, style=STYLES[one.standing])
    return lines + reasons(words, one.report, one.because, indent=4, details=details)


def _named(words: Wording, one: PossibleAct) -> str:
    """Return the step, with what tells this act from others that are the same step."""
    own = [words.value(getattr(one.act, name)) for name in _told_apart(one)]
    number = one.act.matter.partition(":")[2]
    if number and _is_under_way(one):
        own.insert(0, visible(number))
    label = step_label(words, one.step.name)
    return words.say("acts.named", step=label, which=words.apart(own)) if own else label


def _told_apart(one: PossibleAct) -> list[str]:
    several = len(one.step.variants) > 1
    return [name for name, _ in one.step.where] if several else []


def _is_under_way(one: PossibleAct) -> bool:
    stages = {f.values[1] for f in one.report if f.norm.name in (ORDER, PHASE)}
    return bool(stages - {START})


def _standing(words: Wording, standing: Standing) -> str:
    return words.say(f"standing.{standing.value}")
