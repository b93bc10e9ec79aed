"""Which norms are most often not met or open, and what their provisions say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from innov_consortium.core.clauses import Outcome
from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Norm
from innov_consortium.plotting.canvas import (
    Fill,
    Rows,
    brief,
    drawing,
    plain_rows,
    plot_language,
)
from innov_consortium.plotting.shares import ANSWERS, answer_words, stacked
from innov_consortium.rendering import translate
from innov_consortium.rendering.citations import place

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["Counted", "norm_rows", "plot_norms"]

_SAID = (Outcome.NOT_MET, Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.MET)
_OPEN = (Outcome.DEPARTS_FROM_PRINCIPLE, Outcome.NEEDS_JUDGEMENT, Outcome.UNKNOWN)
_FILLS: Mapping[str, Fill] = {
    Outcome.MET.value: Fill("#0072B2", ink="white"),
    Outcome.NOT_MET.value: Fill("#D55E00", "////"),
    Outcome.DEPARTS_FROM_PRINCIPLE.value: Fill("#F0B429"),
    Outcome.NEEDS_JUDGEMENT.value: Fill("#7FC4E8", "\\\\\\\\"),
    Outcome.UNKNOWN.value: Fill("#D9D9D9", "...."),
}
_COLUMNS = {"zh_CN": 40, "en": 52}
_ROW = 0.56
_WIDTH = 9.0


class Counted(Protocol):
    """How many applications come out how, as :func:`~innov_consortium.frames.summary_of` has it."""

    @property
    def applications(self) -> int:
        """How many applications there are."""

    @property
    def outcomes(self) -> Mapping[str, Mapping[Outcome, int]]:
        """How many have which outcome, for each column of a norm."""


def norm_rows(
    summary: Counted, norms: Mapping[str, Norm], policy: Policy, *, lang: str = "zh_CN"
) -> list[dict[str, Any]]:
    """Return the rows of :func:`plot_norms` from what an assessment comes to.

    A condition is told where it is not met or open, a ground where it is there or may be.

    Args:
        summary: What the assessment comes to.
        norms: Its norms, by their columns.
        policy: The policy asked, which has their sentences.
        lang: The language of the sentences, by any of its names.
    """
    chosen = plot_language(lang)
    return [
        {
            "provision": norm.provision,
            "sentence": _sentence(policy, norm.provision, chosen),
            "outcome": one.value,
            "number": summary.outcomes[column][one],
            "of": summary.applications,
        }
        for column, norm in norms.items()
        if norm.combines
        for one in (Outcome.MET if norm.some else Outcome.NOT_MET, *_OPEN)
        if summary.outcomes[column][one]
    ]


def _sentence(policy: Policy, provision: str, locale: str) -> str:
    stated = policy.provisions[provision]
    return (stated.text if locale != "en" else stated.gloss).strip().rstrip("，。；,.;")


def plot_norms(
    rows: Rows,
    *,
    answers: Rows = None,
    most: int = 10,
    lang: str = "zh_CN",
    title: str = "",
    note: str = "",
    grounds: bool = False,
) -> Figure:
    """Draw which norms are most often not met or open: a bar each, with provision and sentence.

    The bars are ordered by how often what a norm asks is not so — not met, or departing from a
    principle — or how often a ground is there; where that is as often, by how often it is open.

    Args:
        rows: ``provision``, ``sentence``, ``outcome``, ``number`` and ``of``, as of
            :func:`norm_rows`; there need be none where answers are given.
        answers: ``answer`` and ``number``, if the answers are to stand above.
        most: How many norms are drawn.
        lang: The language of the labels, by any of its names.
        title: What stands above.
        note: What stands beneath, in small type.
        grounds: Whether it is asked about grounds, of which one suffices.

    Raises:
        InvalidInputError: There is no row, or one lacks something.
        MissingExtraError: The extra ``plots`` is not installed.
        UnknownLocaleError: There is no catalogue in that language.
    """
    chosen = plot_language(lang)
    drawn = _worst(rows, most, allow_none=answers is not None)
    parts = ([1.0] if answers is not None else []) + ([float(len(drawn))] if drawn else [])
    height = 1.6 + _ROW * sum(parts) + (1.0 if answers is not None else 0)
    with drawing((_WIDTH, height), title=title, note=note, parts=tuple(parts)) as (figure, axes):
        if answers is not None:
            counts: dict[str, int] = {}
            for row in plain_rows(answers, "answer", "number"):
                counts[row["answer"]] = counts.get(row["answer"], 0) + row["number"]
            said = answer_words(chosen, grounds=grounds)
            stacked(axes[0], [translate("plot.answers", chosen)], [counts], ANSWERS, said)
        if drawn:
            labels = [f"{place(p, chosen)}\n{brief(s, _COLUMNS[chosen])}" for p, s in drawn]
            whole = [counts.pop("of") for counts in drawn.values()]
            words = _outcome_words(chosen, grounds=grounds)
            stacked(axes[-1], labels, list(drawn.values()), _FILLS, words, whole)
            axes[-1].set_xlabel(translate("plot.share", chosen))
    return figure


def _worst(rows: Rows, most: int, *, allow_none: bool) -> dict[tuple[str, str], dict[str, int]]:
    """Return the norms that are most often not met or open, with how many come out how."""
    listed = rows if hasattr(rows, "iter_rows") else list(rows)
    if allow_none and not len(listed):
        return {}
    found: dict[tuple[str, str], dict[str, int]] = {}
    for row in plain_rows(listed, "provision", "sentence", "outcome", "number", "of"):
        counts = found.setdefault((row["provision"], row["sentence"]), {"of": row["of"]})
        counts[row["outcome"]] = counts.get(row["outcome"], 0) + row["number"]

    def badly(key: tuple[str, str]) -> tuple[int, int]:
        counts = found[key]
        said = sum(counts.get(one.value, 0) for one in _SAID)
        return said, sum(counts.get(one.value, 0) for one in _OPEN)

    return {key: found[key] for key in sorted(found, key=badly, reverse=True)[:most]}


def _outcome_words(locale: str, *, grounds: bool) -> dict[str, str]:
    own = (Outcome.MET.value, Outcome.NEEDS_JUDGEMENT.value, Outcome.UNKNOWN.value)
    return {
        one: translate(f"{'ground' if grounds and one in own else 'outcome'}.{one}", locale)
        for one in _FILLS
    }
