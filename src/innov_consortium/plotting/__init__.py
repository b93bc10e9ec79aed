"""Plots of what assessments and simulations come to (extra ``plots``: Matplotlib).

Plain rows in, a Matplotlib figure out::

    from innov_consortium.plotting import plot_shares, save

    save(plot_shares(comparison.shares()), "shares.svg")

Labels are Chinese, with the first font that has it, or English; areas differ by hatching as well as
by colour; the same rows give the same file. Nothing is shown on a screen, and no setting of
Matplotlib is altered.
"""

from __future__ import annotations

from innov_consortium.plotting.canvas import (
    check_path,
    plot_language,
    require_matplotlib,
    save,
)
from innov_consortium.plotting.norms import norm_rows, plot_norms
from innov_consortium.plotting.shares import plot_shares
from innov_consortium.plotting.shifts import plot_shifts
from innov_consortium.plotting.years import plot_lines, plot_years, year_rows

__all__ = [
    "check_path",
    "norm_rows",
    "plot_language",
    "plot_lines",
    "plot_norms",
    "plot_shares",
    "plot_shifts",
    "plot_years",
    "require_matplotlib",
    "save",
    "year_rows",
]
