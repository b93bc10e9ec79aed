"""Reports in words: the only prose of the library, in Chinese and in English.

The Chinese is the master; the English is a courtesy::

    from innov_consortium.rendering import render

    print(render(report, "zh_CN"))

The same as Markdown and as a page of HTML: ``render_markdown``, ``render_html``.
"""

from __future__ import annotations

from innov_consortium.rendering.acts import render_acts
from innov_consortium.rendering.audits import render_audit
from innov_consortium.rendering.catalogues import messages_package
from innov_consortium.rendering.citations import citation
from innov_consortium.rendering.comparing import render_comparison
from innov_consortium.rendering.coverage import render_coverage
from innov_consortium.rendering.diagram import dot, mermaid
from innov_consortium.rendering.html import MissingExtraError, render_html
from innov_consortium.rendering.locales import LOCALES, UnknownLocaleError, negotiate
from innov_consortium.rendering.markdown import render_markdown
from innov_consortium.rendering.owed import render_duties
from innov_consortium.rendering.rich_text import print_report
from innov_consortium.rendering.sentences import sentence
from innov_consortium.rendering.states import render_state
from innov_consortium.rendering.text import render
from innov_consortium.rendering.timelines import render_timeline
from innov_consortium.rendering.verifying import render_verification, verdict_sentence
from innov_consortium.rendering.wording import Wording, translate, wording

__all__ = [
    "LOCALES",
    "MissingExtraError",
    "UnknownLocaleError",
    "Wording",
    "citation",
    "dot",
    "mermaid",
    "messages_package",
    "negotiate",
    "print_report",
    "render",
    "render_acts",
    "render_audit",
    "render_comparison",
    "render_coverage",
    "render_duties",
    "render_html",
    "render_markdown",
    "render_state",
    "render_timeline",
    "render_verification",
    "sentence",
    "translate",
    "verdict_sentence",
    "wording",
]
