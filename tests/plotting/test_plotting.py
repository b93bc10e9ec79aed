"""Plots are drawn from plain rows, in the language wanted if a font has it, and alike each time."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from innov_consortium import Phase, catalogue
from innov_consortium.core.clauses import Outcome
from innov_consortium.core.report import Answer
from innov_consortium.errors import InvalidInputError
from innov_consortium.frames import Share
from innov_consortium.frames.summary import Summary
from innov_consortium.plotting import (
    canvas,
    norm_rows,
    plot_language,
    plot_lines,
    plot_norms,
    plot_shares,
    plot_shifts,
    plot_years,
    save,
    year_rows,
)
from innov_consortium.simulation import Tally

pytest.importorskip("matplotlib")

HAS_CHINESE = canvas._family() is not None
NEEDS_CHINESE = pytest.mark.skipif(not HAS_CHINESE, reason="no font with Chinese is installed")
SHARES = [
    Share(policy, answer, number, 100)
    for policy, numbers in (("a", (60, 30, 10)), ("b", (20, 30, 50)))
    for answer, number in zip((Answer.MET, Answer.NOT_MET, Answer.OPEN), numbers, strict=True)
]
NORMS = [
    {"provision": p, "sentence": s, "outcome": outcome, "number": number, "of": 100}
    for p, s, outcome, number in (
        ("art5.item3.s2c", "参与单位总数原则上不少于6家", "departs_from_principle", 60),
        ("art5.item3.s2d", "其中企业数量占比不少于50%", "not_met", 20),
        ("art5.item5.s2a", "须共同签署组建协议", "not_met", 30),
        ("art5.item5.s2a", "须共同签署组建协议", "unknown", 5),
    )
]


def bars(figure: Any, axes: int = 0) -> dict[str, list[float]]:
    """Return the lengths of the bars of each part, by its label."""
    containers = figure.axes[axes].containers
    return {c.get_label(): [round(max(p.get_width(), 0), 4) for p in c.patches] for c in containers}


def labels(figure: Any, axes: int = 0) -> list[str]:
    return [one.get_text() for one in figure.axes[axes].get_yticklabels()]


@pytest.fixture(params=["zh_CN", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    language: str = request.param
    if language != "en" and not HAS_CHINESE:
        pytest.skip("no font with Chinese is installed")
    return language


# --- what is drawn --------------------------------------------------------------------------------


def test_shares_are_stacked_to_the_whole() -> None:
    figure = plot_shares(SHARES, lang="en", names={"b": "B"})
    drawn = bars(figure)
    assert drawn["meets every condition asked about"] == [0.6, 0.2]
    assert drawn["not met"] == [0.3, 0.3]
    assert [sum(one) for one in zip(*drawn.values(), strict=True)] == pytest.approx([1, 1])
    assert labels(figure) == ["a", "B"]


def test_the_same_from_mappings_values_and_frames(tmp_path: Path) -> None:
    rows = [{"policy": s.policy, "answer": s.answer.value, "number": s.number} for s in SHARES]
    files = [tmp_path / f"{n}.svg" for n in range(3)]
    for file, given in zip(files, (SHARES, rows, pl.DataFrame(rows)), strict=True):
        save(plot_shares(given, lang="en"), file)
    assert len({file.read_bytes() for file in files}) == 1


def test_the_worst_norm_stands_on_top() -> None:
    """What is not known comes after what is said, though it be more frequent."""
    unknown = NORMS[1] | {"provision": "art5.item4.s2", "outcome": "unknown", "number": 90}
    figure = plot_norms([unknown, *NORMS], lang="en", most=2)
    first = [one.partition("\n")[0] for one in labels(figure)]
    assert first == ["Art. 5 item (3)", "Art. 5 item (5)"]
    assert bars(figure) == {
        "not met": [0.0, 0.3],
        "departs from principle (no decision yet)": [0.6, 0.0],
        "unknown": [0.0, 0.05],
    }


def test_answers_stand_above_the_norms() -> None:
    answers = [{"answer": Answer.MET, "number": 1}, {"answer": Answer.OPEN, "number": 3}]
    figure = plot_norms(NORMS, answers=answers, lang="en")
    assert bars(figure) == {"meets every condition asked about": [0.25], "open": [0.75]}
    assert len(labels(figure, 1)) == 3
    alone = plot_norms([], answers=answers, lang="en")
    assert len(alone.axes) == 1


def test_grounds_are_established_and_not_met() -> None:
    rows = [NORMS[0] | {"outcome": "met", "number": 4}]
    figure = plot_norms(rows, lang="en", grounds=True)
    assert list(bars(figure)) != ["met"]
    assert next(iter(bars(figure).values())) == [0.04]


def test_rows_of_norms_come_from_what_an_assessment_comes_to() -> None:
    counts = dict.fromkeys(Outcome, 0) | {Outcome.NOT_MET: 4}
    nothing: Counter[Any] = Counter()
    summary = Summary(10, nothing, nothing, {"enough_participants": counts})
    policy = catalogue().select("CN-TJ")
    norms = {
        one.name: one for one in policy.norms("formation") if one.name == "enough_participants"
    }
    (row,) = norm_rows(summary, norms, policy, lang="en")
    assert (row["provision"], row["outcome"], row["number"], row["of"]) == (
        *("art5.item3.s2c", "not_met", 4, 10),
    )
    assert row["sentence"].startswith("the total of participants")


def tally(year: int, phases: dict[Phase, int], barred: int) -> Tally:
    nothing: Counter[str] = Counter()
    more = dict.fromkeys(
        ("grades", "granted", "refused", "left_open", "refused_by", "left_open_by"), nothing
    )
    return Tally(year=year, candidates=10, phases=Counter(phases), barred=barred, **more)


def test_states_of_a_year_are_all_the_candidates() -> None:
    tallies = [
        tally(2026, {Phase.PROPOSED: 4, Phase.RECOGNISED: 2}, 0),
        tally(2027, {Phase.PROPOSED: 3, Phase.RECOGNISED: 3, Phase.ENDED: 1}, 1),
    ]
    rows = year_rows(tallies)
    counted = {(row["year"], row["state"]): row["number"] for row in rows}
    assert counted[2026, "none"] == 4
    figure = plot_years(rows, lang="en")
    ax: Any = figure.axes[0]
    heights = [[bar.get_height() for bar in c.patches] for c in ax.containers]
    assert [sum(one) for one in zip(*heights, strict=True)] == [10, 10]
    assert list(ax.lines[-1].get_ydata()) == [0, 1]


def test_a_state_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="asleep"):
        plot_years([{"year": 2026, "state": "asleep", "number": 1}], lang="en")


def test_lines_leave_a_gap_where_nothing_is_known() -> None:
    rows = [{"series": "x", "year": y, "value": v} for y, v in ((2026, 0.5), (2027, None))]
    figure = plot_lines(rows, of="share", percent=True, lang="en")
    values: Any = figure.axes[0].lines[0].get_ydata()
    assert values[0] == 0.5
    assert values[1] != values[1]


def test_the_largest_shift_stands_on_top() -> None:
    rows = [{"label": name, "share": share} for name, share in (("s", 0.42), ("l", 0.1))]
    figure = plot_shifts(rows, base=0.4, lang="en")
    assert labels(figure) == ["l", "s"]
    patches: Any = figure.axes[0].patches
    assert [round(one.get_width()) for one in patches] == [-30, 2]


# --- how it is drawn ------------------------------------------------------------------------------


def plots(lang: str) -> Iterator[Any]:
    note = "※" if lang != "en" else "*"
    yield plot_shares(SHARES, lang=lang, title="a title", note=note)
    yield plot_norms(NORMS, lang=lang, note=note)
    yield plot_years([{"year": 2026, "state": "ended", "number": 1}], lang=lang)
    yield plot_lines([{"series": "x", "year": 2026, "value": 1}], of="n", lang=lang)
    yield plot_shifts([{"label": "x", "share": 0.5}], base=0.5, lang=lang)


def test_every_plot_is_saved_alike_and_without_a_warning(lang: str, tmp_path: Path) -> None:
    for n, figure in enumerate(plots(lang)):
        for suffix in (".svg", ".png"):
            files = [tmp_path / f"{n}-{again}{suffix}" for again in range(2)]
            for file in files:
                save(figure, file)
            first, second = (file.read_bytes() for file in files)
            assert first == second
            assert b"dc:date" not in first


def test_what_somebody_set_is_not_looked_at_and_not_altered(tmp_path: Path) -> None:
    import matplotlib as mpl  # noqa: PLC0415 - skipped above where it is not there

    files = [tmp_path / "plain.svg", tmp_path / "set.svg"]
    save(plot_shares(SHARES, lang="en"), files[0])
    with mpl.rc_context({"axes.facecolor": "black", "font.family": ["serif"], "font.size": 30}):
        before = dict(mpl.rcParams)
        save(plot_shares(SHARES, lang="en"), files[1])
        assert dict(mpl.rcParams) == before
    assert files[0].read_bytes() == files[1].read_bytes()


def test_without_a_chinese_font_it_is_in_english_and_says_so_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(canvas, "_FAMILIES", ("No Such Family",))
    canvas._family.cache_clear()
    canvas._warn_once.cache_clear()
    try:
        with pytest.warns(UserWarning, match="Noto Sans CJK SC"):
            assert plot_language("zh_CN") == "en"
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            figure = plot_shares(SHARES, lang="zh_CN")
        assert "open" in bars(figure)
    finally:
        canvas._family.cache_clear()
        canvas._warn_once.cache_clear()


@NEEDS_CHINESE
def test_chinese_is_set_in_a_font_that_has_it() -> None:
    figure: Any = plot_shares(SHARES, lang="zh-CN", title="参与单位")
    assert "不符合" in bars(figure)
    assert figure._suptitle.get_fontfamily()[0] == canvas._family()


# --- what cannot be drawn -------------------------------------------------------------------------


def test_what_a_row_lacks_is_told_of_every_row() -> None:
    with pytest.raises(InvalidInputError) as caught:
        plot_shares([{"policy": "a"}, {"answer": "met", "number": 1}], lang="en")
    assert [fault.path for fault in caught.value.faults] == [
        *("rows[0].answer", "rows[0].number", "rows[1].policy"),
    ]


def test_nothing_to_draw_is_told() -> None:
    with pytest.raises(InvalidInputError, match="nothing to draw"):
        plot_shares([], lang="en")
    with pytest.raises(InvalidInputError, match="nothing to draw"):
        plot_norms([], lang="en")


def test_only_two_sorts_of_files_are_written(tmp_path: Path) -> None:
    figure = plot_shares(SHARES, lang="en")
    with pytest.raises(InvalidInputError, match=r"\.svg or \.png"):
        save(figure, tmp_path / "x.pdf")
    with pytest.raises(InvalidInputError, match="cannot be written"):
        save(figure, tmp_path / "nowhere" / "x.svg")


def test_importing_it_imports_no_matplotlib() -> None:
    script = "import sys, innov_consortium.plotting; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0  # noqa: S603 - our own


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ImportError, match=r"innov-consortium\[plots\]"):
        plot_shares(SHARES)
