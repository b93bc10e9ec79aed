"""Reading files, and choosing the policy that is asked."""

from __future__ import annotations

import argparse
import os
import stat
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NoReturn

from innov_consortium.core.policy import Policy
from innov_consortium.errors import Fault, FaultKind, InvalidInputError, PolicyNotFoundError
from innov_consortium.interchange import DEFAULT_LIMITS, Limits, load_readings
from innov_consortium.interchange.limits import beyond
from innov_consortium.plugins import catalogue

__all__ = [
    "limits_of",
    "policy_of",
    "read",
    "readings_of",
    "refuse",
    "require_one_stdin",
    "select",
]

#: The name of what comes from another program.
_STDIN = "-"

#: Bytes that are read at once: room for all that may come is not taken before it comes.
_AT_ONCE = 1 << 20


def read(path: str, limits: Limits, *, option: bool = True) -> bytes:
    """Return the bytes of a file, or of stdin for ``-``; no more of them are read than may be.

    Args:
        path: The path of the file.
        limits: How large it may be.
        option: Whether the command has an option for a larger one.

    Raises:
        InvalidInputError: It cannot be read, or it is too large.
    """
    try:
        if path == _STDIN:
            return _read(sys.stdin.buffer, limits, option=option)
        with Path(path).open("rb") as file:
            return _read(file, limits, option=option)
    except OSError as error:
        fault = Fault(
            FaultKind.INVALID_VALUE,
            path,
            f"文件读不了（{error.strerror}）",
            f"the file cannot be read ({error.strerror})",
        )
        raise InvalidInputError([fault]) from error


def _read(file: BinaryIO, limits: Limits, *, option: bool) -> bytes:
    held = bytearray()
    while len(held) <= limits.bytes:
        more = file.read(min(limits.bytes + 1 - len(held), _AT_ONCE))
        if not more:
            return bytes(held)
        held += more
    size = _size_of(file)
    given = len(held) if size is None else size
    raise InvalidInputError(
        [beyond("bytes", given, limits, "$", least=size is None, option=option)]
    )


def _size_of(file: BinaryIO) -> int | None:
    """Return the bytes of a file that lies on a disk; ``None`` where nobody has counted them."""
    try:
        status = os.fstat(file.fileno())
    except OSError:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def require_one_stdin(*paths: str | None) -> None:
    """Raise if more than one file of a command is stdin, which can be read only once.

    Raises:
        InvalidInputError: Two of them are ``-``.
    """
    if sum(path == _STDIN for path in paths) > 1:
        refuse(
            _STDIN,
            "标准输入只能读一次；其余的请写文件名",
            "stdin can be read once: name the other file",
        )


def limits_of(given: argparse.Namespace, default: Limits = DEFAULT_LIMITS) -> Limits:
    """Return how large a file may be.

    Args:
        given: The arguments.
        default: What holds where they say nothing of it.
    """
    most: int | None = getattr(given, "max_bytes", None)
    return default if most is None else Limits(bytes=most)


def select(name: str | None, *, on: date | None = None) -> Policy:
    """Return the policy asked for, or the only one installed.

    Raises:
        PolicyNotFoundError: None was named and there is not exactly one.
    """
    found = catalogue()
    if name is not None:
        return found.select(name, on=on)
    if len(found.offered) != 1 or found.refused or found.disputed:
        # With one refused, the only one left may be another region than the one meant.
        known = ", ".join(dict.fromkeys(p.code for p in found.policies))
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
        policy = policy.with_readings(**readings_of(given.reading, policy, limits_of(given)))
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
        given.published_on,
        document=given.document,
        text_sha256=_sha256_of(given.published_text, limits_of(given)),
    )


def _sha256_of(path: str, limits: Limits) -> str:
    text = read(path, limits).decode("utf-8-sig", errors="replace")
    return sha256("".join(text.split()).encode()).hexdigest()


def readings_of(given: list[str], policy: Policy, limits: Limits | None = None) -> dict[str, str]:
    """Return the readings asked for, each ``NAME=VALUE``, or a file of them in JSON, by name.

    Args:
        given: What was asked for.
        policy: The policy they are for: what was stored of another one is refused.
        limits: How large a file may be; ``None`` for a command that has no option for a larger one.

    Raises:
        InvalidInputError: One is neither, or is asked for twice.
    """
    readings: dict[str, str] = {}
    for one in given:
        name, equals, option = one.partition("=")
        if equals:
            several = {name: option}
        elif one.endswith(".json"):
            text = read(one, limits or DEFAULT_LIMITS, option=limits is not None)
            several = load_readings(text, policy, limits=limits or DEFAULT_LIMITS)
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
