"""Two sites of the same pages: their titles, and the way from one to the other."""

from __future__ import annotations

import posixpath
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

_TITLES = {"zh_CN": "innov-consortium 文档", "en": "innov-consortium documentation"}
_OTHER = {"zh_CN": "English", "en": "中文"}
#: Where a site lies, seen from the root of the Chinese one.
_FOLDERS = {"zh_CN": "", "en": "en/"}


def setup(app: Sphinx) -> dict[str, Any]:
    """Name the site in its language, and tell every page where the other language is."""
    app.connect("config-inited", _named)
    app.connect("html-page-context", _told)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _named(_: Sphinx, config: Config) -> None:
    if config.language in _TITLES:  # gettext has a language of its own
        config["html_title"] = config["html_short_title"] = _TITLES[config.language]


def _told(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Give the template the other language's name and the address of the same page in it."""
    here, there = app.config.language, "zh_CN" if app.config.language == "en" else "en"
    up = posixpath.relpath(".", posixpath.dirname(_FOLDERS[here] + pagename) or ".")
    context["other_language"] = _OTHER[here]
    context["other_language_code"] = there.replace("_", "-")
    context["other_language_page"] = f"{up}/{_FOLDERS[there]}{pagename}.html"
