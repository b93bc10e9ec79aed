"""How autodoc tells of this library: members of enums always, docstrings in one language.

Docstrings are English on both sites, so nothing of them goes into the catalogues.
"""

from __future__ import annotations

import enum
from typing import Any

from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect to autodoc."""
    app.connect("autodoc-process-docstring", _not_to_translate)
    app.connect("autodoc-skip-member", _keep_members_of_enums)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _not_to_translate(
    app: Sphinx, _what: str, _name: str, _obj: object, _options: object, lines: list[str]
) -> None:
    if app.builder.name == "gettext":
        lines.clear()


def _keep_members_of_enums(
    _app: Sphinx, _what: str, _name: str, obj: object, *_: object
) -> bool | None:
    return False if isinstance(obj, enum.Enum) else None
