"""The procedure: stages that lead on, actors the sentence names, events and roles in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from innov_consortium.core.policy import Policy
from innov_consortium.core.sources import Disposition, Place
from innov_consortium.core.steps import START, Actor, Step
from innov_consortium.rendering.catalogues import messages_of
from innov_consortium.testing.kit.looking import Looked
from innov_consortium.testing.kit.subject import Found, Subject

__all__ = ["look_at_procedure"]


def look_at_procedure(subject: Subject) -> Looked:
    """Look at the table of steps, at who takes them, and at the duties."""
    policy = subject.policy
    found = [
        *_stages(policy),
        *_same(policy),
        *_roles(policy),
        *_actors(policy),
        *_events(policy),
        *_dispositions(subject),
        *_chapeaux(policy),
        *_own_word(policy),
    ]
    return Looked(len(policy.steps) + len(policy.duties), found)


def _stages(policy: Policy) -> Iterator[Found]:
    """Yield the steps of which some stage they start from can never be reached."""
    reached: dict[str, set[str]] = {}
    for path in {s.path for s in policy.steps}:
        there = {START} | {s.to for s in policy.steps if s.event.move is not None}
        rows = [s for s in policy.steps if s.path == path]
        while True:
            onward = {s.to for s in rows if there & set(s.after)}
            onward |= {s.then for s in rows if s.then and s.to in there}
            if onward <= there:
                break
            there |= onward
        reached[path] = there
    for step in policy.steps:
        for stage in step.after:
            if stage not in reached[step.path]:
                zh = f"步骤 {step.name} 可由“{stage}”开始，却没有步骤通到那里；请核对 after 和 to"
                en = f"the step {step.name} may start from {stage}, to which nothing leads; see"
                about = (step.provision,)
                yield Found(f"{step.name}:after", zh, f"{en} after and to", "", about)


def _same(policy: Policy) -> Iterator[Found]:
    """Yield the steps that can never be taken because one before them takes all they take."""
    for n, step in enumerate(policy.steps):
        for other in policy.steps[:n]:
            if _covers(other, step):
                zh = f"步骤 {step.name} 永远轮不到：{other.name} 已经包括同样的事件和阶段；请区分"
                en = f"the step {step.name} is dead: {other.name} takes every event it would take"
                yield Found(f"{step.name}:dead", zh, en, "", (step.provision,))


def _covers(one: Step, other: Step) -> bool:
    same = one.event is other.event and one.path == other.path and one.where == other.where
    phases = set(other.phases) <= set(one.phases)
    return same and phases and set(other.after) <= set(one.after) and one.under == other.under


def _roles(policy: Policy) -> Iterator[Found]:
    named = {s.actor for s in policy.steps} | {d.bearer for d in policy.duties}
    named |= {d.toward for d in policy.duties}
    for actor in policy.actors:
        if actor.role not in named:
            zh = f"角色 {actor.role} 没有步骤、职责用到；请用它，或者删去"
            yield Found(f"{actor.role}:role", zh, f"the role {actor.role} is named by nothing")


def _actors(policy: Policy) -> Iterator[Found]:
    """Yield the steps and duties whose sentence names another body than the one put down."""
    names = _names(policy)
    told: list[tuple[str, str, str | None]] = [
        (s.name, s.provision, s.actor) for s in policy.steps if s.stated
    ]
    told += [(d.name, d.provision, d.bearer) for d in policy.duties]
    for name, provision, role in told:
        row = policy.ledger[provision]
        if role is None or any(word in row.text for word in names[role]):
            continue
        others = [
            a.role for a in policy.actors if a.role != role and _acts(a, row.text, names[a.role])
        ]
        if others:
            zh = f"{name} 由 {role} 作出，"
            zh = f"{zh}{provision} 的原文“{row.text}”所说的却是 {'、'.join(others)}"
            en = f"{name} is for {role}, and {provision} (“{row.text}”) speaks of"
            en = f"{en} {', '.join(others)}; see who acts"
            yield Found(f"{name}:actor", f"{zh}；请核对由谁作出", en, "", (provision,))


def _names(policy: Policy) -> dict[str, tuple[str, ...]]:
    said = messages_of(policy, "zh_CN")
    found = {}
    for actor in policy.actors:
        label = said.find(f"role.{actor.role}")
        found[actor.role] = tuple(w for w in (*actor.names, label or "") if w)
    return found


def _acts(actor: Actor, text: str, words: tuple[str, ...]) -> bool:
    """Return whether a sentence says that somebody acts: 由 before a name, or a body to begin with.

    成员单位 at the beginning may be whose name alters, so of parties only 由 is a sign.
    """
    return any(f"由{w}" in text or (actor.names and text.startswith(w)) for w in words)


def _events(policy: Policy) -> Iterator[Found]:
    used = {s.event for s in policy.steps}
    for event in policy.events:
        if not any(issubclass(event, one) or issubclass(one, event) for one in used):
            zh = f"事件 {event.tag} 没有步骤用到；请写出步骤，或者删去"
            yield Found(f"{event.tag}:event", zh, f"no step takes the event {event.tag}")


def _dispositions(subject: Subject) -> Iterator[Found]:
    """Yield what is cited as a step or a duty although its row says otherwise."""
    policy = subject.policy
    allowed: dict[str, tuple[Any, ...]] = {
        "step": (Disposition.STEP,),
        "duty": (Disposition.DUTY, Disposition.STEP, Disposition.FACT, Disposition.CLAUSE),
    }
    cited = [("step", s.name, s.provision) for s in policy.steps if s.stated]
    cited += [("duty", d.name, d.provision) for d in policy.duties]
    for sort, name, provision in cited:
        row = policy.ledger[provision]
        if row.disposition not in allowed[sort]:
            what = "步骤" if sort == "step" else "职责"
            zh = f"{what} {name} 引用 {provision}，该条款列为 {row.disposition.value}；请核对"
            en = (
                f"the {sort} {name} cites {provision}, listed as {row.disposition.value}; see which"
            )
            at = subject.line_of(provision)
            yield Found(f"{name}:disposition", zh, f"{en} of the two is wrong", at, (provision,))


def _chapeaux(policy: Policy) -> Iterator[Found]:
    """Yield the inquiries introduced by the words of an article none of their norms is in."""
    for inquiry in policy.inquiries:
        articles = {Place.of(norm.provision).article for norm, _ in inquiry.norms}
        if inquiry.chapeau and Place.of(inquiry.chapeau).article not in articles:
            zh = f"询问 {inquiry.name} 的引导语引的是 {inquiry.chapeau}，其中没有它的规则；请核对"
            en = (
                f"{inquiry.name} is introduced by {inquiry.chapeau} and has no norm of that article"
            )
            about = (inquiry.chapeau,)
            yield Found(f"{inquiry.name}:chapeau", zh, en, "", about)


def _own_word(policy: Policy) -> Iterator[Found]:
    """Yield the parties whose own word would count: ``applicants`` does not name them."""
    for actor in policy.actors if policy.attestable else ():
        label = messages_of(policy, "zh_CN").find(f"role.{actor.role}")
        if actor.party is not None and label and label not in policy.applicants:
            zh = f"applicants（APPLICANTS）里没有“{label}”，其自己的话会被当作认定；请补上"
            en = f"applicants (APPLICANTS) does not name {label}: its own word would be attested"
            yield Found(f"{actor.role}:applicants", zh, en)
