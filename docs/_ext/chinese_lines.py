"""Lines of Chinese, joined: a line break would be shown as a space, which Chinese has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from languages import HAN

__all__ = ["joined"]

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_FULL_WIDTH = re.compile(r"[\u3000-\u303f\uff00-\uffef]")
#: Characters between two of which there is no space.
_WIDE = re.compile(rf"{HAN.pattern}|{_FULL_WIDTH.pattern}|[“”‘’…—·]")
#: A line that begins something of its own.
_BEGINS = re.compile(r"\s*([-*+>|#:]|\d+\.|\(\S+\)=|\[\^|:::|<)|\s*$")


def joined(text: str) -> str:
    r"""Return Markdown with lines joined where Chinese runs on; code is left as it is.

    >>> joined("事实没有提供，\n是不明；`None`\n即不明。\nNot known")
    '事实没有提供，是不明；`None`\n即不明。Not known'
    >>> joined("```\n一行\n两行\n```\n- 一项\n- 两项")
    '```\n一行\n两行\n```\n- 一项\n- 两项'
    """
    return "\n".join(_joined(text.split("\n")))


def _joined(lines: list[str]) -> Iterator[str]:
    fence = ""
    kept: str | None = None
    for line in lines:
        fenced = _FENCE.match(line)
        if fenced and (not fence or (fenced[1].startswith(fence) and not fenced[2].strip())):
            fence = "" if fence else fenced[1]
        plain = not fence and not fenced
        if kept is not None and plain and _runs_on(kept, line):
            kept += line.strip()
            continue
        if kept is not None:
            yield kept
        kept = line if plain else None
        if kept is None:
            yield line
    if kept is not None:
        yield kept


def _runs_on(line: str, following: str) -> bool:
    return bool(
        line.strip()
        and not line.lstrip().startswith(("#", "|"))
        and not _BEGINS.match(following)
        and _no_space_between(line[-1], following.lstrip()[0])
    )


def _no_space_between(before: str, after: str) -> bool:
    """Return whether both are Chinese, or one is a full-width mark, which needs no space."""
    both = _WIDE.match(before) and _WIDE.match(after)
    return bool(both or _FULL_WIDTH.match(before) or _FULL_WIDTH.match(after))
