"""Reading files, and choosing the policy that is asked."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind, InvalidInputError, PolicyNotFoundError
from innov_consortium.plugins import catalogue

__all__ = ["read", "select"]


def read(path: str) -> bytes:
    """Return the bytes of a file, or of stdin for ``-``.

    Raises:
        InvalidInputError: It cannot be read.
    """
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        fault = Fault(
            FaultKind.INVALID_VALUE,
            path,
            f"文件读不了（{error.strerror}）",
            f"the file cannot be read ({error.strerror})",
        )
        raise InvalidInputError([fault]) from error


def select(name: str | None, *, on: date | None = None) -> Policy:
    """Return the policy asked for, or the only one installed.

    Raises:
        PolicyNotFoundError: None was named and there is not exactly one.
    """
    found = catalogue()
    if name is not None:
        return found.select(name, on=on)
    if len(found.offered) != 1:
        known = ", ".join(p.code for p in found.policies)
        msg = f"请用 --policy 指明政策 / name the policy with --policy; there are: {known}"
        raise PolicyNotFoundError(msg)
    return found.policies[0]
