"""The document itself."""

from __future__ import annotations

from innov_consortium.core.sources import Instrument, Status

__all__ = ["INSTRUMENT"]

INSTRUMENT = Instrument(
    title="天津市创新联合体管理办法（征求意见稿）",
    gloss="Measures of Tianjin for the Administration of Innovation Consortia (draft for comments)",
    status=Status.DRAFT,
    jurisdiction="120000",
)
