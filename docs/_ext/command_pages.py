"""The page of the command line, made from its parser in one of the site's languages."""

from __future__ import annotations

import argparse
import functools
import re
from collections.abc import Iterator

from languages import HAN

from innov_consortium.cli.arguments import make_parser

__all__ = ["command_line"]

_WIDTH = 88
#: "中文 / English", once or several times in one text.
_PAIR = re.compile(rf"(.*?{HAN.pattern}.*?) / ([^\u3000-\u9fff\uff00-\uffef]*)", re.DOTALL)


def command_line(_: str, locale: str) -> str:
    """Return every command with its usage, its arguments and what they mean."""
    return "\n\n".join(_command(name, parser, locale) for name, parser in _commands(make_parser()))


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:  # noqa: SLF001 - argparse tells of its parts in no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - the same
            yield from action.choices.items()


def _command(name: str, parser: argparse.ArgumentParser, locale: str) -> str:
    parser.formatter_class = functools.partial(argparse.HelpFormatter, width=_WIDTH)
    usage = parser.format_usage().partition(" ")[2].rstrip()
    told = _plain(in_language(parser.description or "", locale))
    entries = [
        f"{_written(action)}\n: {_meaning(action, parser, locale)}"
        for action in parser._actions  # noqa: SLF001 - the same
        if not isinstance(action, argparse._HelpAction)  # noqa: SLF001 - the same
    ]
    return "\n\n".join([f"## `{name}`", told, f"```text\n{usage}\n```", *entries])


def _written(action: argparse.Action) -> str:
    """Return an argument as it is written on the command line."""
    value = action.metavar or action.dest
    if action.choices is not None:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    if not action.option_strings:
        return f"`{value}`"
    taken = "" if action.nargs == 0 else f" {value}"
    return " ".join(f"`{option}{taken}`" for option in action.option_strings)


def _meaning(action: argparse.Action, parser: argparse.ArgumentParser, locale: str) -> str:
    text = in_language(action.help or "", locale)
    chinese = locale != "en"
    default = f"{parser.get_default(action.dest)}"
    text = text.replace("(default: %(default)s)", "").replace("%(default)s", default).strip()
    notes = []
    if action.required and action.option_strings:
        notes.append("必须写明" if chinese else "required")
    if action.choices is not None and default != "None":
        notes.append(f"默认 `{default}`" if chinese else f"default: `{default}`")
    told = "".join(f"（{n}）" if chinese else f" ({n})" for n in notes)
    return _plain(text) + told


def in_language(text: str, locale: str) -> str:
    """Return one side of a text that says everything twice, ``中文 / English``.

    >>> both = "所问之日 / the day；可重复 / may be repeated"
    >>> in_language(both, "zh_CN"), in_language(both, "en")
    ('所问之日；可重复', 'the day; may be repeated')
    >>> in_language("DATE", "en")
    'DATE'
    """
    pairs = _PAIR.findall(text)
    if not pairs:
        return text
    zh, en = zip(*pairs, strict=True)
    if locale != "en":
        return "".join(part.strip() for part in zh)
    return "; ".join(part.strip() for part in en if part.strip())


def _plain(text: str) -> str:
    return re.sub(r"([`*_<\[])", r"\\\1", text)
