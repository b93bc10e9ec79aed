"""Reading files, and choosing the policy that is asked."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind, InvalidInputError, PolicyNotFoundError
from innov_consortium.interchange import load_readings
from innov_consortium.plugins import catalogue

__all__ = ["policy_of", "read", "readings_of", "refuse", "select"]


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


def policy_of(given: argparse.Namespace, *, on: date | None = None) -> Policy:
    """Return the policy asked for, read and published as the arguments say.

    Args:
        given: The arguments.
        on: The day whose policy it is; the day asked about if ``None``.

    Raises:
        InvalidInputError: What they say of its readings or its publication cannot be used.
        PolicyNotFoundError: None was named and there is not exactly one.
    """
    policy = select(given.policy, on=given.on if on is None else on)
    if given.reading:
        policy = policy.with_readings(**readings_of(given.reading))
    if given.suppose_published is not None and given.published_on is not None:
        refuse("--suppose-published", "不能与 --published-on 并用", "excludes --published-on")
    if given.suppose_published is not None:
        return policy.supposing_published(given.suppose_published)
    if given.published_on is None:
        return policy
    if not given.document:
        refuse("--document", "请写明公布的出处", "say where it was published")
    if not given.published_text:
        refuse(
            "--published-text",
            "请给出公布的全文，以核对与本库所载是否同一文本",
            "hand in the text that was published, to be compared with the one encoded here",
        )
    return policy.published(
        given.published_on, document=given.document, text_sha256=_sha256_of(given.published_text)
    )


def _sha256_of(path: str) -> str:
    text = read(path).decode("utf-8-sig", errors="replace")
    return sha256("".join(text.split()).encode()).hexdigest()


def readings_of(given: list[str]) -> dict[str, str]:
    """Return the readings asked for, each ``NAME=VALUE``, or a file of them in JSON, by name.

    Raises:
        InvalidInputError: One is neither, or is asked for twice.
    """
    readings: dict[str, str] = {}
    for one in given:
        name, equals, option = one.partition("=")
        if equals:
            several = {name: option}
        elif one.endswith(".json"):
            several = load_readings(read(one))
        else:
            refuse(
                "--reading",
                f"{one!r} 应为 NAME=VALUE，或者 JSON 文件",
                f"{one!r} must be NAME=VALUE or a file of JSON",
            )
        twice = [n for n in several if n in readings]
        if twice:
            refuse("--reading", f"{twice[0]!r} 写了两次", f"{twice[0]!r} is given twice")
        readings |= several
    return readings


def refuse(path: str, zh: str, en: str) -> NoReturn:
    """Raise that an argument cannot be used, and why."""
    raise InvalidInputError([Fault(FaultKind.INVALID_VALUE, path, zh, en)])
