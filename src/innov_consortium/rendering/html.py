"""A report as one page of HTML that needs nothing else: no script, no request, for phone and paper.

Jinja2 comes with the extra ``html``; it is imported, and the template read, when the first page is
written.
"""

from __future__ import annotations

import functools
import importlib.resources
from typing import TYPE_CHECKING

from innov_consortium.core.hinges import Hinges
from innov_consortium.core.report import Report
from innov_consortium.errors import InnovConsortiumError
from innov_consortium.rendering.blocks import Points, Remark, Table
from innov_consortium.rendering.citations import place
from innov_consortium.rendering.document import document
from innov_consortium.rendering.layout import Style
from innov_consortium.rendering.sections import reading_anchor

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["MissingExtraError", "render_html"]

_TEMPLATE = ("templates", "report.html.jinja")
#: Beside the word, so that no colour says anything alone.
_SIGNS = {
    Style.FOR: "✓",
    Style.AGAINST: "!",
    Style.OPEN: "?",
    Style.PLAIN: "·",
    Style.QUIET: "–",
}


class MissingExtraError(InnovConsortiumError, ImportError):
    """A package that only an extra installs is not there; the message says which and how."""


def render_html(
    report: Report, locale: str = "zh_CN", *, details: bool = False, hinges: Hinges | None = None
) -> str:
    """Return a report as a page of HTML: all that :func:`~.text.render` says.

    Each provision has its id as an anchor: ``#art5.item3.s2c``.

    Args:
        report: The report.
        locale: The language, by any of its names.
        details: Whether to say everything: all names, the numbers with unit and provision, the
            reasons of readings, module and line of every clause.
        hinges: What it hinges on, ``policy.hinges(report)``, if that is to be said too.

    Raises:
        UnknownLocaleError: There is no catalogue in that language.
        MissingExtraError: Jinja2 is not installed.

    Every finding has the id of its provision, so that a page can be linked to at a provision.

    Example::

        report = policy.check("formation", case, on=date(2026, 3, 2))
        page = render_html(report, "en", details=True)
    """
    whole = document(report, locale, details=details, hinges=hinges)
    return _template().render(whole=whole, words=whole.words)


@functools.cache
def _template() -> Template:
    try:
        from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - an extra
    except ImportError as error:
        msg = (
            "HTML 报告由 Jinja2 写成，这里没有安装。请执行 pip install 'innov-consortium[html]'，"
            "或改用文本、Markdown、JSON"
            " / an HTML report is written by Jinja2, which is not installed:"
            " pip install 'innov-consortium[html]', or ask for text, Markdown or JSON"
        )
        raise MissingExtraError(msg) from error
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(signs=_SIGNS, place=place, reading_anchor=reading_anchor)
    environment.tests.update(
        remark=lambda block: isinstance(block, Remark),
        points=lambda block: isinstance(block, Points),
        table=lambda block: isinstance(block, Table),
    )
    source = importlib.resources.files("innov_consortium.rendering").joinpath(*_TEMPLATE)
    return environment.from_string(source.read_text(encoding="utf-8"))
