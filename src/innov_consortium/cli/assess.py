"""``innov-consortium assess``: whole tables of applications, by the clauses that decide one.

Exit status: 0 when it is done; 2 if something cannot be used, or, with ``--check``, if a row comes
out otherwise than the check of the single case.
"""

from __future__ import annotations

import argparse

from innov_consortium.cli.output import Output
from innov_consortium.rendering import MissingExtraError

__all__ = ["require_frames", "run"]

_NEEDS = ("narwhals", "polars")


def run(given: argparse.Namespace, output: Output) -> int:
    """Assess the tables, write what is wanted of them, and print what it comes to.

    Raises:
        MissingExtraError: The extra ``frames`` is not installed.
    """
    require_frames()
    from innov_consortium.cli.assessing import run as run_  # noqa: PLC0415 - needs the extra

    return run_(given, output)


def require_frames() -> None:
    """Raise unless the libraries that compute tables are there.

    Raises:
        MissingExtraError: The extra ``frames`` is not installed.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - wanted by two commands

    if any(find_spec(name) is None for name in _NEEDS):
        msg = (
            "数据表须安装可选依赖 frames：pip install 'innov-consortium[frames]'"
            " / tables need the extra frames: pip install 'innov-consortium[frames]'"
        )
        raise MissingExtraError(msg)
