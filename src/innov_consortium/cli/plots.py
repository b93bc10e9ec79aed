"""What ``--plot`` draws: what an assessment or a simulation comes to, in a file.

The extra ``plots`` is needed; :func:`require_plot` says so before anything long is begun.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from innov_consortium.core.policy import Policy
from innov_consortium.core.report import Mark
from innov_consortium.plotting import (
    check_path,
    norm_rows,
    plot_language,
    plot_norms,
    plot_years,
    require_matplotlib,
    save,
    year_rows,
)
from innov_consortium.rendering import Wording, wording
from innov_consortium.rendering.assessed import Assessed
from innov_consortium.rendering.marks import worded_marks
from innov_consortium.rendering.reasons import title_of
from innov_consortium.simulation import Run

__all__ = ["draw_assessed", "draw_run", "require_plot"]


def require_plot(path: str | None) -> None:
    """Raise unless a plot can be drawn into a file; where none is wanted, nothing is needed.

    Args:
        path: The file, ``.svg`` or ``.png``; ``None`` where there is to be no plot.

    Raises:
        InvalidInputError: It is neither.
        MissingExtraError: The extra ``plots`` is not installed.
    """
    if path is not None:
        check_path(path)
        require_matplotlib()


def draw_assessed(said: Assessed, path: str, lang: str) -> None:
    """Draw the answers and the norms most often not met or open.

    Args:
        said: What came of assessing tables.
        path: The file.
        lang: The language of the labels, by any of its names.
    """
    words = wording(plot_language(lang), said.policy)
    inquiry = words.label("inquiry", said.inquiry)
    title = "assessed.title" if isinstance(said.on, date) else "assessed.title.column"
    figure = plot_norms(
        norm_rows(said, said.norms, said.policy, lang=words.locale),
        answers=[{"answer": one, "number": number} for one, number in said.answers.items()],
        lang=words.locale,
        title=words.say(
            title,
            title=title_of(words, said.policy),
            inquiry=inquiry,
            day=words.day(said.on) if isinstance(said.on, date) else said.on,
        ),
        note=_note(
            words,
            said.policy,
            said.marks,
            words.say("assessed.number", n=said.applications),
            words.say("plot.assessed"),
        ),
        grounds=said.grounds,
    )
    save(figure, path)


def draw_run(lived: Run, path: str, lang: str) -> None:
    """Draw in which states the candidates of a run are at the end of each year.

    Args:
        lived: The run.
        path: The file.
        lang: The language of the labels, by any of its names.
    """
    words = wording(plot_language(lang), lived.policy)
    said = words.say("plot.simulated")
    title = title_of(words, lived.policy)
    note = _note(words, lived.policy, lived.marks, said)
    rows = year_rows(lived.tallies)
    save(plot_years(rows, lang=words.locale, title=title, note=note), path)


def _note(words: Wording, policy: Policy, marks: Iterable[Mark], *more: str) -> str:
    told = [mark for mark in marks if mark is not Mark.NOT_OFFICIAL]  # said of a plot above
    return "\n".join([*more, *(f"※ {said}" for said in worded_marks(words, policy, told))])
