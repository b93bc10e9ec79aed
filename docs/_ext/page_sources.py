"""What is done to a page before it is read: parts made from the policy, and Chinese lines joined.

A page says what is made for it in a comment, ``<!-- generated: ledger CN-TJ -->``; whatever stands
from there to the next heading is what a reader of the bare page sees, and gives way to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import api_pages
import command_pages
import law_pages
import policy_pages
from chinese_lines import joined
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

_MADE: dict[str, Callable[[str, str], str]] = {
    "command-line": command_pages.command_line,
    "diagram": policy_pages.diagram,
    "figures": policy_pages.figures,
    "ledger": policy_pages.ledger,
    "public-names": api_pages.public_names,
    "readings": policy_pages.readings,
    "steps": policy_pages.steps,
}

_GENERATED = re.compile(
    r"^<!-- generated: (?P<what>[a-z-]+)(?: (?P<of>\S+))? -->\n(?P<shown>.*?)(?=^#{1,6} |\Z)",
    re.MULTILINE | re.DOTALL,
)
_BEFORE_CLOSING_FENCE = re.compile(r"\n\n(`{3,}|~{3,})[ \t]*$", re.MULTILINE)


def setup(app: Sphinx) -> dict[str, Any]:
    """Change the sources of pages as they are read, and bring in the pages of the law."""
    app.connect("builder-inited", _bring_in)
    app.connect("env-get-outdated", _made_anew)
    app.connect("source-read", _change)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _bring_in(app: Sphinx) -> None:
    law_pages.bring_in(app.srcdir / law_pages.FOLDER)


def _made_anew(app: Sphinx, env: BuildEnvironment, *_: object) -> list[str]:
    """Return the pages something is made for: what they are made from is no file of theirs."""
    found = sorted(env.found_docs)
    texts = ((name, app.srcdir / f"{name}.md") for name in found)
    return [name for name, file in texts if _GENERATED.search(file.read_text(encoding="utf-8"))]


def _change(app: Sphinx, docname: str, source: list[str]) -> None:
    extracting = app.builder.name == "gettext"
    locale = "en" if app.config.language == "en" or extracting else "zh_CN"
    text = source[0]
    if docname.startswith(f"{law_pages.FOLDER}/art"):
        text = law_pages.headed(text, locale)
    text = _GENERATED.sub(lambda found: "" if extracting else _made(found, locale), text)
    # The blank line that doctest needs before a closing fence is nothing to read.
    text = _BEFORE_CLOSING_FENCE.sub(r"\n\1", text)
    source[0] = joined(text)


def _made(found: re.Match[str], locale: str) -> str:
    return _MADE[found["what"]](found["of"] or "", locale) + "\n\n"
