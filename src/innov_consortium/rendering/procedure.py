"""A procedure in words: steps, stages, roles and matters, and what is asked of every act."""

from __future__ import annotations

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.events import Event
from innov_consortium.core.judging import ACTOR, ORDER, PHASE, VARIANT
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Answer, Finding, ItemFinding, Norm, Report
from innov_consortium.core.steps import Step
from innov_consortium.rendering.wording import Wording, visible

__all__ = [
    "act_label",
    "answered",
    "around",
    "asked",
    "asked_of_acts",
    "event_label",
    "is_act",
    "is_missing_step",
    "matter_label",
    "phases",
    "quoted_steps",
    "role_label",
    "stage_label",
    "step_label",
]

_MOST_STAGES = 3
_OF_ACTOR = {
    Outcome.MET: "actor.met",
    Outcome.NOT_MET: "actor.not_met",
}


def is_act(report: Report) -> bool:
    """Return whether a report is about an act, rather than the answer to an inquiry."""
    return all(inquiry.name != report.inquiry for inquiry in report.policy.inquiries)


def asked(words: Wording, report: Report) -> str:
    """Return what a report is about: an inquiry, a step, or what happened where it is no step."""
    if not is_act(report):
        return words.label("inquiry", report.inquiry)
    steps = {step.name for step in report.policy.steps}
    return words.label("step" if report.inquiry in steps else "event", report.inquiry)


def answered(words: Wording, report: Report, answer: Answer | None = None) -> str:
    """Return the answer of a report: an act may be done or not, a condition is met or not.

    A ground is there or is not. Where no condition applies, it is said that none does.

    Args:
        words: The language.
        report: The report.
        answer: Another answer to the same question; that of the report if ``None``.
    """
    if answer is None and _none_applies(report):
        return words.say("answer.none_applies")
    family = "answer.act" if is_act(report) else "answer.grounds" if report.grounds else "answer"
    return words.say(f"{family}.{(report.answer if answer is None else answer).value}")


def _none_applies(report: Report) -> bool:
    """Return whether nothing that was asked applies, so that nothing was kept either."""
    asked = [f.outcome for f in report.findings if f.norm.combines]
    conditions = not report.grounds and report.answer is Answer.MET
    return conditions and bool(asked) and set(asked) == {Outcome.NOT_APPLICABLE}


def step_label(words: Wording, name: str) -> str:
    """Return the label of a step."""
    return words.label("step", name)


def stage_label(words: Wording, name: str) -> str:
    """Return the label of a stage."""
    return words.label("stage", name)


def role_label(words: Wording, role: str) -> str:
    """Return the label of a role."""
    return words.label("role", role)


def event_label(words: Wording, event: Event) -> str:
    """Return the label of a sort of event."""
    return words.label("event", event.tag)


def act_label(words: Wording, event: Event, report: Report) -> str:
    """Return what was done: the step, where the table has one for it, else the sort of event."""
    steps = {step.name for step in report.policy.steps}
    return asked(words, report) if report.inquiry in steps else event_label(words, event)


def matter_label(words: Wording, matter: str, path: str) -> str:
    """Return what a matter is, by its path and its id."""
    label = words.label("path", path)
    number = matter.partition(":")[2]
    return words.say("matter", path=label, id=visible(number)) if number else label


def phases(words: Wording, step: Step) -> str:
    """Return the phases in which a step may be taken."""
    return words.either(words.say(f"phase.{phase.value}") for phase in step.phases)


# --- what is asked of every act -------------------------------------------------------------------


def asked_of_acts(norm: Norm) -> bool:
    """Return whether a norm is asked of every act, and stands in no clause of the text."""
    return bool(norm.where) and norm.where == norm.name


def is_missing_step(finding: Finding, act: str) -> bool:
    """Return whether a finding says that another step has to be taken before."""
    return finding.norm.name == ORDER and not _is_of(finding, act)


def quoted_steps(words: Wording, names: str | tuple[str, ...]) -> str:
    """Return a step in quotation marks, or several of which any will do."""
    several = (names,) if isinstance(names, str) else names
    return words.either(words.say("quoted", text=step_label(words, one)) for one in several)


def around(words: Wording, norm: Norm, one: Finding | ItemFinding, policy: Policy, act: str) -> str:
    """Return what was found of an act beside the norms of its text: its order, and who acts."""
    if norm.name == ORDER:
        return _order(words, one, policy, act)
    if norm.name == PHASE:
        return _phase(words, one, policy)
    if norm.name == ACTOR:
        return _actor(words, one)
    if norm.name == VARIANT:
        return words.say("variant.unknown", steps=quoted_steps(words, one.values[0]))
    return words.say("application.unknown")


def _is_of(one: Finding | ItemFinding, act: str) -> bool:
    return bool(one.values) and one.values[0] == act


def _order(words: Wording, one: Finding | ItemFinding, policy: Policy, act: str) -> str:
    names, stage = one.values
    steps, here = quoted_steps(words, names), stage_label(words, stage)
    if one.outcome is Outcome.MET:
        return words.say("order.met", stage=here)
    if one.outcome is Outcome.CASE_BY_CASE:
        return words.say("order.gives_way", steps=steps, stage=here)
    if one.outcome is Outcome.UNKNOWN:
        return words.say("order.unknown", steps=steps, stage=here)
    row = _row(policy, names)
    if row is None or not _is_of(one, act):
        return words.say("order.missing", steps=steps, stage=here)
    after = [words.say("quoted", text=stage_label(words, s)) for s in row.after]
    if len(after) > _MOST_STAGES:
        listed = words.either(after[:_MOST_STAGES])
        stages = words.say("more.stages", stages=listed, n=len(after))
    else:
        stages = words.either(after)
    return words.say(
        "order.barred", steps=steps, phases=phases(words, row), stages=stages, stage=here
    )


def _phase(words: Wording, one: Finding | ItemFinding, policy: Policy) -> str:
    name, stage = one.values
    row = _row(policy, name)
    return words.say(
        "order.wrong_phase",
        steps=quoted_steps(words, name),
        phases="" if row is None else phases(words, row),
        stage=stage_label(words, stage),
    )


def _row(policy: Policy, name: str | tuple[str, ...]) -> Step | None:
    return next((s for s in policy.steps if s.name == name), None)


def _actor(words: Wording, one: Finding | ItemFinding) -> str:
    role, by = one.values
    who = role_label(words, role)
    if by is None:
        return words.say("actor.unnamed", role=who)
    key = _OF_ACTOR.get(one.outcome, "actor.unknown")
    return words.say(key, role=who, by=visible(by))
