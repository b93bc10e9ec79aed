"""``replay``, ``acts``, ``audit``, ``duties``: a consortium's life, asked of its history.

Exit status: ``replay`` and ``acts`` 0, because they ask for no verdict; ``duties`` 1 if one is
overdue, else 0; ``audit`` 1 if an act was not lawful, else 3 if that cannot be said of one, else 0,
but 4 if the text is a basis for none of them; what is outside the text does not count.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from innov_consortium.cli.documents import with_sentences
from innov_consortium.cli.output import Output
from innov_consortium.cli.sources import limits_of, policy_of, read, require_one_stdin
from innov_consortium.core.auditing import Audited, audit
from innov_consortium.core.case import Dossier
from innov_consortium.core.checking import interpreted
from innov_consortium.core.decide import Standing, possible_acts
from innov_consortium.core.duties import DutyState
from innov_consortium.core.history import replay
from innov_consortium.core.known import known_on
from innov_consortium.core.policy import Policy
from innov_consortium.core.registering import duties
from innov_consortium.core.report import Answer
from innov_consortium.interchange import (
    load_dossier,
    unstructure_acts,
    unstructure_audit,
    unstructure_duties,
    unstructure_state,
)
from innov_consortium.rendering import (
    negotiate,
    render_acts,
    render_audit,
    render_duties,
    render_state,
)

__all__ = ["run_acts", "run_audit", "run_duties", "run_replay"]


def run_replay(given: argparse.Namespace, output: Output) -> int:
    """Print what has become of a consortium by a day."""
    locale, policy, dossier = _asked(given)
    known = given.known_on or given.on
    consortium = replay(dossier.history, given.on, known_on=known)
    policy = interpreted(policy, known_on(dossier, known))
    if output.as_json:
        document = unstructure_state(policy, consortium)
        output.document({**document, "known_on": known.isoformat()})
    else:
        output.text(_ended(render_state(policy, consortium, locale, known_on=given.known_on)))
    return 0


def run_acts(given: argparse.Namespace, output: Output) -> int:
    """Print what may be done next, what it waits for, and why not."""
    locale, policy, dossier = _asked(given)
    consortium = replay(dossier.history, given.on)
    acts = possible_acts(policy, consortium, given.on, dossier)
    if output.as_json:
        document = unstructure_acts(policy, acts)
        for one, written in zip(acts, document["acts"], strict=True):
            with_sentences(one.report, written["report"], locale)
        output.document({**document, "on": given.on.isoformat(), "lang": locale})
    else:
        output.text(_ended(render_acts(policy, acts, locale, details=given.details)))
    return 0


def run_audit(given: argparse.Namespace, output: Output) -> int:
    """Print of every act recorded whether it was lawful when it was done."""
    locale, policy, dossier = _asked(given)
    hindsight = given.hindsight
    audited = audit(policy, dossier.history, given.on, dossier, with_hindsight=hindsight)
    if output.as_json:
        document = unstructure_audit(policy, audited)
        for one, written in zip(audited, document["acts"], strict=True):
            with_sentences(one.report, written["report"], locale)
        document = {**document, "with_hindsight": hindsight}
        output.document({**document, "on": given.on.isoformat(), "lang": locale})
    else:
        text = render_audit(
            policy, audited, locale, details=given.details, with_hindsight=hindsight
        )
        output.text(_ended(text))
    return _status(audited)


def run_duties(given: argparse.Namespace, output: Output) -> int:
    """Print who owes what to whom on a day."""
    locale, policy, dossier = _asked(given)
    owed = duties(policy, replay(dossier.history, given.on), given.on, dossier)
    policy = interpreted(policy, known_on(dossier, given.on))
    if output.as_json:
        output.document(unstructure_duties(policy, owed, on=given.on))
    else:
        output.text(_ended(render_duties(policy, owed, locale, on=given.on)))
    return 1 if any(one.state is DutyState.OVERDUE for one in owed) else 0


def _asked(given: argparse.Namespace) -> tuple[str, Policy, Dossier]:
    locale = negotiate(given.lang)
    require_one_stdin(given.history, given.published_text)
    policy = policy_of(given)
    limits = limits_of(given)
    history = load_dossier(read(given.history, limits), policy, limits=limits)
    return locale, policy, history


def _status(audited: Iterable[Audited]) -> int:
    acts = [one for one in audited if one.standing is not Standing.OUTSIDE]
    if acts and all(one.report.answer is Answer.NO_BASIS for one in acts):
        return 4
    standings = {one.standing for one in acts}
    if Standing.REFUSED in standings:
        return 1
    return 3 if Standing.WAITING in standings else 0


def _ended(text: str) -> str:
    """Return a text as it is printed: the line end that ends it is the printer's."""
    return text.rstrip("\n")
