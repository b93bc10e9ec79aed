"""Modules of this folder run in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

__all__ = ["ROOT", "run"]

ROOT = Path(__file__).parents[2]


def run(module: str, *arguments: str, options: tuple[str, ...] = (), hash_seed: str = "") -> Any:
    """Return the JSON that a module of this folder prints.

    Args:
        module: Its name, ``watched``.
        arguments: What it is told.
        options: Options of the interpreter, ``-OO``; it writes no byte code in any case.
        hash_seed: ``PYTHONHASHSEED``; as it is here, if empty.
    """
    environment = {**os.environ, **({"PYTHONHASHSEED": hash_seed} if hash_seed else {})}
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-B", *options, "-m", f"tests.architecture.{module}", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
