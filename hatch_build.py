"""Compile the message catalogues: a ``.mo`` beside every ``.po``, whatever is being built."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ANY_DAY = datetime(2025, 1, 1, tzinfo=UTC)


class Catalogues(BuildHookInterface[Any]):
    """The project's build hook; hatchling finds it because it is the only one here."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # the interface has it
        """Write the compiled catalogues and have them packed although git ignores them."""
        root = Path(self.root)
        for po in sorted(root.glob("src/innov_consortium/**/locale/*/LC_MESSAGES/*.po")):
            with po.open("rb") as source:
                catalog = read_po(source, locale=po.parts[-3], abort_invalid=True)
            # A .po without dates gets the time of the build: one source, two different files.
            catalog.creation_date = catalog.revision_date = _ANY_DAY
            compiled = io.BytesIO()
            write_mo(compiled, catalog)
            mo = po.with_suffix(".mo")
            if not mo.exists() or mo.read_bytes() != compiled.getvalue():
                mo.write_bytes(compiled.getvalue())
            build_data["artifacts"].append(mo.relative_to(root).as_posix())
