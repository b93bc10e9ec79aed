"""Who owes what to whom, as plain text: by whoever owes it, what is late first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from innov_consortium.core.checking import marks_of, plan_of
from innov_consortium.core.duties import DutyState, Owed
from innov_consortium.core.plan import closure
from innov_consortium.core.policy import Policy
from innov_consortium.core.readings import Choice
from innov_consortium.core.sources import ForceInTime
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.layout import Line, Style, paragraph, written
from innov_consortium.rendering.marks import dated_key, worded_marks
from innov_consortium.rendering.procedure import role_label
from innov_consortium.rendering.reasons import title_of
from innov_consortium.rendering.text import readings, starred
from innov_consortium.rendering.wording import Wording, visible, wording

__all__ = ["choices_of", "render_duties"]

_ORDER = (
    DutyState.OVERDUE,
    DutyState.DUE,
    DutyState.OWED,
    DutyState.STANDING,
    DutyState.DISCHARGED_LATE,
    DutyState.DISCHARGED,
)
_DONE = (DutyState.DISCHARGED, DutyState.DISCHARGED_LATE)
_STYLES = {
    DutyState.OVERDUE: Style.AGAINST,
    DutyState.DUE: Style.OPEN,
    DutyState.OWED: Style.OPEN,
    DutyState.STANDING: Style.PLAIN,
    DutyState.DISCHARGED_LATE: Style.QUIET,
    DutyState.DISCHARGED: Style.QUIET,
}


def render_duties(
    policy: Policy, owed: Iterable[Owed], locale: str = "zh_CN", *, on: date | None = None
) -> str:
    """Return what :func:`~innov_consortium.core.registering.duties` found, as plain text.

    Args:
        policy: The policy asked.
        owed: The duties.
        locale: The language, by any of its names.
        on: The day they were asked for; neither it nor whether the text is in force is said if
            ``None``.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    words = wording(locale, policy)
    listed = tuple(owed)
    title = words.say("duties.title", title=title_of(words, policy))
    if on is not None:
        title = words.say("duties.title.on", title=title_of(words, policy), day=on)
    counts = words.listed(
        words.say("tally", outcome=_state(words, state), n=n)
        for state in _ORDER
        if (n := sum(one.state is state for one in listed))
    )
    lines = paragraph(title, style=Style.TITLE)
    lines += paragraph(words.say("duties.counted", counts=counts or words.say("value.none")))
    marks = _marks(words, policy, on)
    lines += [Line(), *marks] if marks else []
    for bearer in dict.fromkeys(one.duty.bearer for one in listed):
        lines += [Line(), Line(role_label(words, bearer), Style.HEADING)]
        own = [one for one in listed if one.duty.bearer == bearer]
        for one in sorted(own, key=lambda one: _ORDER.index(one.state)):
            lines += _owed(words, one)
    occasions = {one.duty.occasions for one in listed if one.duty.occasions is not None}
    choices = choices_of(policy, occasions, on)
    if choices:
        lines += [Line(), *readings(words, choices, details=False)]
    return written(lines)


_IN_FORCE = {
    ForceInTime.NOT_YET: "duties.not_yet",
    ForceInTime.IN_FORCE: "in_force.in_force",
    ForceInTime.EXPIRED: "duties.expired",
}


def _marks(words: Wording, policy: Policy, on: date | None) -> list[Line]:
    """Return what a reader must know of the duties as a whole, as of any other answer."""
    if on is None:
        return []
    in_force = policy.in_force(on)
    key = _IN_FORCE.get(in_force)
    said = [] if key is None else [words.say(dated_key(policy, key))]
    return starred([*said, *worded_marks(words, policy, marks_of(policy, on))])


def choices_of(policy: Policy, facts: Iterable[str], on: date | None) -> list[Choice]:
    """Return the readings that facts, and the force of the text on a day, rest on."""
    every = {f.name: f for f in policy.facts}
    names = {s for f in closure(tuple(facts), every) for s in every[f].settings}
    if on is not None:
        norms = plan_of(policy, policy.in_time.inquiry).norms
        names |= {c.name for norm in norms for c in norm.readings}
    found = [c for c in policy.readings if c.name in names]
    return sorted(found, key=lambda c: c.question.entry)


def _owed(words: Wording, one: Owed) -> list[Line]:
    duty, owing = one.duty, one.owing
    label = words.label("duty", duty.name)
    if owing is not None and owing.subject:
        label = words.say("duties.subject", duty=label, subject=visible(owing.subject))
    toward = () if duty.toward is None else (_toward(words, duty.toward),)
    said = words.say(
        "duties.owed",
        state=_state(words, one.state),
        duty=label,
        where=words.apart([*toward, place(duty.provision, words.locale)]),
        days=_days(words, one),
    )
    return paragraph(said, indent=2, hang=4, style=_STYLES[one.state])


def _days(words: Wording, one: Owed) -> str:
    owing = one.owing
    if owing is None:
        return ""
    known = (
        ("duties.since", owing.since),
        ("duties.due", owing.due),
        ("duties.done", owing.done_on if one.state in _DONE else None),
    )
    days = [words.say(key, day=day) for key, day in known if day is not None]
    if owing.due is None and one.state not in _DONE:
        days.append(words.say("duties.undated"))
    return words.say("duties.days", days=words.apart(days))


def _toward(words: Wording, role: str) -> str:
    return words.say("duties.toward", role=role_label(words, role))


def _state(words: Wording, state: DutyState) -> str:
    return words.say(f"duty_state.{state.value}")
