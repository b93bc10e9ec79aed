"""What has become of a consortium by a day, as plain text."""

from __future__ import annotations

from datetime import date

from innov_consortium.core.changes import Change, ChangeEvent
from innov_consortium.core.events import Event
from innov_consortium.core.history import Consortium
from innov_consortium.core.lifecycle import Phase
from innov_consortium.core.organizations import MemberKey
from innov_consortium.core.placing import progress_of
from innov_consortium.core.policy import Policy
from innov_consortium.core.register import Role
from innov_consortium.core.sanctions import Bar
from innov_consortium.core.sources import ForceInTime
from innov_consortium.core.steps import LIFE, Progress, Stage
from innov_consortium.interchange.procedures import Member, bars_of, members_of, named
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.layout import Line, Style, paragraph, written
from innov_consortium.rendering.procedure import event_label, matter_label, stage_label
from innov_consortium.rendering.reasons import title_of
from innov_consortium.rendering.sentences import document_of
from innov_consortium.rendering.wording import Wording, visible, worded_change, wording

__all__ = ["render_state"]

_MOST_EVENTS = 30


def render_state(
    policy: Policy,
    consortium: Consortium,
    locale: str = "zh_CN",
    *,
    known_on: date | None = None,
) -> str:
    """Return a consortium as :func:`~innov_consortium.core.history.replay` made it, as plain text.

    Args:
        policy: The policy, by whose table the stages are told.
        consortium: The consortium.
        locale: The language, by any of its names.
        known_on: The day whose knowledge was asked for; not mentioned if ``None``.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
    """
    words = wording(locale, policy)
    progress = progress_of(policy, consortium)
    lines = [
        *_head(words, policy, consortium, known_on),
        *_phase(words, consortium, progress.stage()),
        *_lapsed(words, policy, consortium),
        *_matters(words, consortium, progress),
        *_changes(words, consortium, progress),
        *_members(words, members_of(policy, consortium)),
        *_bars(words, consortium, bars_of(policy, consortium) or ()),
        *_events(words, "state.events", consortium.events),
        *_events(words, "state.irregular", consortium.irregular),
        *_events(words, "state.set_aside", consortium.set_aside),
    ]
    return written(lines)


def _head(
    words: Wording, policy: Policy, consortium: Consortium, known_on: date | None
) -> list[Line]:
    title = words.say(
        "state.title",
        title=title_of(words, policy),
        consortium=visible(consortium.id),
        day=consortium.on,
    )
    lines = paragraph(title, style=Style.TITLE)
    if known_on is not None:
        lines += paragraph(words.say("state.known_on", day=known_on))
    return lines


def _phase(words: Wording, consortium: Consortium, stage: Stage) -> list[Line]:
    said = [words.say("state.phase", phase=words.say(f"phase.{consortium.phase.value}"))]
    if consortium.recognised_on is not None:
        said.append(words.say("state.recognised", day=consortium.recognised_on))
    ended = consortium.ended_by
    if ended is not None and consortium.phase is Phase.ENDED:
        document = document_of(words, ended.document)
        said.append(words.say("state.ended", day=ended.on, document=document))
    lines = paragraph(words.joined(said), hang=2)
    where = words.say("state.stage", stage=_stage(words, stage, consortium.on))
    return lines + paragraph(where, hang=2)


def _lapsed(words: Wording, policy: Policy, consortium: Consortium) -> list[Line]:
    """Return that a recognised consortium has outlived the text, where it has."""
    over = policy.in_force(consortium.on) is ForceInTime.EXPIRED
    if not over or consortium.phase is not Phase.RECOGNISED:
        return []
    return paragraph(words.say("state.lapsed"), hang=2)


def _stage(words: Wording, stage: Stage, day: date) -> str:
    """Return a stage, with the last day of its window while that is open."""
    label = stage_label(words, stage.at(day))
    if stage.until is None or stage.at(day) != stage.name:
        return label
    return words.say("state.until", stage=label, day=stage.until)


def _matters(words: Wording, consortium: Consortium, progress: Progress) -> list[Line]:
    """Return where every matter stands but the consortium's life and its changes."""
    changes = {_matter_of(change) for change in consortium.changes}
    lines: list[Line] = []
    for matter in progress.matters:
        stage = progress.stage(matter)
        if matter and matter not in changes and stage.path != LIFE:
            label = matter_label(words, matter, stage.path)
            at = _stage(words, stage, consortium.on)
            lines += _item(words.say("state.matter", matter=label, stage=at))
    return _section(words, "state.matters", lines)


def _changes(words: Wording, consortium: Consortium, progress: Progress) -> list[Line]:
    lines: list[Line] = []
    for change in consortium.changes:
        known = (
            ("change.reported", change.reported_on),
            ("change.approved", change.approved_on),
            ("change.refused", change.refused_on),
            ("change.executed", change.executed_on),
        )
        days = [words.say(key, day=day) for key, day in known if day is not None]
        label = worded_change(words, change, named(consortium, change.unit))
        stage = progress.stage(_matter_of(change))
        said = words.say("state.change", change=label, days=words.listed(days))
        at = _stage(words, stage, consortium.on)
        lines += _item(words.say("state.matter", matter=said, stage=at))
    return _section(words, "state.changes", lines)


def _matter_of(change: Change) -> str:
    return ChangeEvent(on=date.min, change=change.id).matter


def _members(words: Wording, members: tuple[Member, ...] | None) -> list[Line]:
    if members is None:
        heading = words.say("state.members.unknown")
        return [Line(), *paragraph(heading, style=Style.HEADING)]
    lines: list[Line] = []
    for role in Role:
        own = [m for m in members if m.role is role]
        names = words.listed(_member(words, m) for m in own)
        if own:
            label = words.value(role)
            lines += _item(words.say("state.members.of", role=label, n=len(own), names=names))
    return _section(words, "state.members", lines)


def _member(words: Wording, member: Member) -> str:
    name = visible(member.name) if member.name else words.value(member.key)
    if member.name and member.key.college is not None:
        name = f"{name}（{visible(member.key.college)}）"
    return name


def _bars(words: Wording, consortium: Consortium, bars: tuple[Bar, ...]) -> list[Line]:
    """Return who is barred and until when, each with what a reader must know of it."""
    lines: list[Line] = []
    for bar in bars:
        said = words.say(
            "state.bar",
            unit=_barred(words, consortium, bar),
            first=bar.window.first,
            last=bar.window.last,
            free=bar.first_free_day,
            place=place(bar.provision, words.locale),
            document=document_of(words, bar.document),
        )
        lines += _item(said)
        caveats = [
            words.say("state.bar.caveat", entry=entry, caveat=words.label("caveat", entry))
            for entry in bar.caveats
        ]
        if bar.enforceable_to is not None:
            caveats.insert(0, words.say("state.bar.enforceable", day=bar.enforceable_to))
        lines += [line for one in caveats for line in paragraph(f"* {one}", indent=4, hang=2)]
    persons_too = any(bar.person is not None for bar in bars)
    return _section(words, "state.bars.persons" if persons_too else "state.bars", lines)


def _barred(words: Wording, consortium: Consortium, bar: Bar) -> str:
    """Return who is barred; a natural person is not named."""
    if bar.unit is None:
        return words.say("state.bar.person")
    return named(consortium, MemberKey(bar.unit)) or words.value(bar.unit)


def _events(words: Wording, key: str, events: tuple[Event, ...]) -> list[Line]:
    shown = events[-_MOST_EVENTS:]
    lines: list[Line] = []
    if len(shown) < len(events):
        lines += _item(words.say("state.earlier", n=len(events) - len(shown)))
    for event in shown:
        by = "" if event.by is None else words.say("audit.by", by=visible(event.by))
        document = document_of(words, event.document)
        event_said = words.say(
            "state.event",
            day=event.on,
            event=event_label(words, event),
            by=by,
            document=document,
            under=words.say("state.under", under=visible(event.under)) if event.under else "",
        )
        lines += _item(event_said)
    return _section(words, key, lines)


def _item(text: str) -> list[Line]:
    return paragraph(f"- {text}", indent=2, hang=2)


def _section(words: Wording, key: str, lines: list[Line]) -> list[Line]:
    return [Line(), Line(words.say(key), Style.HEADING), *lines] if lines else []
