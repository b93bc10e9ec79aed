"""Handing what was laid to the public entrances of the library, and noting what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from types import ModuleType
from typing import Any, Final

import attrs
from attrs import define, evolve, field, frozen

from innov_consortium.core.auditing import audit
from innov_consortium.core.case import Dossier
from innov_consortium.core.decide import Standing
from innov_consortium.core.history import History
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Report
from innov_consortium.errors import InvalidInputError
from innov_consortium.hooks import hookimpl
from innov_consortium.interchange import structure_case, structure_dossier
from innov_consortium.interchange.strict import day
from innov_consortium.plugins import collect
from innov_consortium.testing.refusals.laying import Laid, Typed, day_in
from innov_consortium.testing.refusals.places import steps
from innov_consortium.testing.refusals.surroundings import AS_OF

__all__ = ["ILLEGAL_TRANSITION", "Got", "Told", "hand", "offer"]

#: The kind of an act that was recorded although the text did not allow it: an audit tells of it.
ILLEGAL_TRANSITION: Final = "illegal_transition"

#: Where an instrument says when it was published, and whether that is only supposed.
_PUBLISHED: Final = {
    "published_on": False,
    "publication_date": False,
    "assume_published_on": True,
    "suppose_published_on": True,
}


@frozen
class Told:
    """One thing the library said against an input.

    Args:
        kind: Of which kind, in the words of the format.
        path: Where, in what was handed over.
        zh: What, in Chinese.
    """

    kind: str
    path: str
    zh: str


@define
class Got:
    """What came back.

    Args:
        told: What was said against the input.
        answers: What was answered where nothing was.
        crash: What was raised that no library should let out; empty if nothing was.
    """

    told: list[Told] = field(factory=list)
    answers: list[str] = field(factory=list)
    crash: str = ""

    def listen(self, act: Callable[[], Any]) -> Any:
        """Return what a call returns; ``None`` where it refuses or fails, which is noted."""
        try:
            return act()
        except InvalidInputError as error:
            self.told += [Told(f.kind.value, f.path, f.zh) for f in error.faults]
        except Exception as error:  # noqa: BLE001 - that it came out is what is told
            self.crash = self.crash or f"{type(error).__name__}: {error!s:.200}"
        return None


def hand(laid: Laid) -> Got:
    """Hand a fragment in its surroundings to the library."""
    got = Got()
    if "plugin_result" in laid.beside:
        laid.places.note("plugin_result", "innov_policies")
        offer(laid.beside["plugin_result"], got)
    policy = _policy(laid, got)
    on = _day(laid, got)
    if laid.history is not None:
        _history(laid, policy, on, got)
    if laid.case is not None:
        _case(laid, policy, on, got)
    return got


def _policy(laid: Laid, got: Got) -> Policy:
    """Return the policy, published as the fragment says, or else as is taken for granted."""
    instrument = laid.beside.get("instrument")
    if not isinstance(instrument, dict):
        return laid.around.published
    name = next((name for name in instrument if name in _PUBLISHED), None)
    if name is None:
        return laid.around.published
    value, supposed = instrument[name], _PUBLISHED[name]
    laid.places.note(f"instrument.{name}", "published_on")
    made = got.listen(lambda: _published(laid.around.policy, value, supposed=supposed))
    return laid.around.published if made is None else made


def _published(policy: Policy, value: Any, *, supposed: bool) -> Policy:
    on: Any = _parsed("published_on", value) if isinstance(value, str) else value
    if supposed:
        return policy.supposing_published(on)
    sha256 = policy.ledger.enacted_sha256
    return policy.published(on, document="as supplied by the case", text_sha256=sha256)


def _parsed(path: str, value: str) -> date:
    try:
        return day(value)
    except InvalidInputError as error:
        raise error.under(path) from None


def _day(laid: Laid, got: Got) -> Any:
    """Return the day asked about: as it is where that is at issue, or else parsed."""
    laid.places.note("as_of", "on")
    if "as_of" not in laid.beside:
        return max(_days(laid), default=AS_OF)
    given = laid.beside["as_of"]
    if steps(laid.at_issue)[:1] == ("as_of",) or not isinstance(given, str):
        return given
    made = got.listen(lambda: _parsed("on", given))
    return AS_OF if made is None else made


def _days(laid: Laid) -> Iterator[date]:
    yield AS_OF
    events = (laid.history or {}).get("events")
    for event in events if isinstance(events, list) else ():
        for value in event.values() if isinstance(event, dict) else ():
            found = day_in(value)
            if found is not None:
                yield found


def _history(laid: Laid, policy: Policy, on: date, got: Got) -> None:
    dossier = got.listen(lambda: structure_dossier(laid.history, policy))
    if dossier is None:
        return
    typed = [one for one in laid.typed if one.path[0] == "events"]
    dossier = got.listen(lambda: _with_typed(dossier, typed))
    if dossier is None:
        return
    inquiry = next((i.name for i in policy.inquiries if i.of == "history"), "")
    report = got.listen(lambda: policy.check(inquiry, dossier, on=on))
    if report is None:
        return
    _answered(report, got)
    for act in got.listen(lambda: audit(policy, dossier.history, on, dossier)) or ():
        if act.index >= laid.shown and act.standing is Standing.REFUSED:
            why = "、".join(f"{f.provision} {f.norm.name}" for f in act.because)
            zh = f"{act.event.tag} 不合乎条文：{why or report.in_force.value}"
            got.told.append(Told(ILLEGAL_TRANSITION, f"events[{act.index}]", zh))


def _case(laid: Laid, policy: Policy, on: date, got: Got) -> None:
    case = got.listen(lambda: structure_case(laid.case))
    if case is None:
        return
    typed = [one for one in laid.typed if one.path[0] != "events"]
    case = got.listen(lambda: _with_typed(case, typed))
    if case is None:
        return
    inquiry = next((i.name for i in policy.inquiries if i.of == "application"), "")
    report = got.listen(lambda: policy.check(inquiry, case, on=on))
    if report is not None:
        _answered(report, got)


def _answered(report: Report, got: Got) -> None:
    got.answers.append(f"{report.inquiry} {report.on}: {report.answer.value}")


# --- values of Python ----------------------------------------------------------------------------


def _with_typed(whole: Any, typed: list[Typed]) -> Any:
    """Return a case or a history with values of Python in it, handed to its classes themselves."""
    for one in typed:
        whole = _with(whole, one.path, one.value)
    return whole


def _with(whole: Any, path: tuple[str, ...], value: Any) -> Any:
    if not path:
        return value
    name, *rest = path
    if isinstance(whole, Dossier) and name == "events":
        history = whole.history
        events = _under("events", history.events, tuple(rest), value)
        return evolve(whole, history=History(history.consortium, events))
    if isinstance(whole, tuple):
        n = int(name)
        inner = _under(f"[{n}]", whole[n], tuple(rest), value)
        return (*whole[:n], inner, *whole[n + 1 :])
    if not attrs.has(type(whole)):
        return value
    inner = _under(name, getattr(whole, name), tuple(rest), value)
    return evolve(whole, **{name: inner})


def _under(name: str, inner: Any, rest: tuple[str, ...], value: Any) -> Any:
    try:
        return _with(inner, rest, value)
    except InvalidInputError as error:
        raise error.under(name) from None


# --- plugins -------------------------------------------------------------------------------------


def offer(result: Any, got: Got) -> None:
    """Offer a plugin whose hook returns a value, or raises it, as an installed one would be."""
    module = ModuleType("plugin_of_the_case")

    def innov_policies() -> Any:
        if isinstance(result, BaseException):
            raise result
        return result

    module.innov_policies = hookimpl(innov_policies)  # type: ignore[attr-defined]  # made up here
    found = got.listen(lambda: collect([("plugin_of_the_case", "", lambda: module)]))
    if found is None:
        return
    for refused in found.refused:
        got.told += [Told(f.kind.value, f.path, f.zh) for f in refused.faults]
    got.answers += [f"policy {policy.code} is offered" for policy in found.policies]
