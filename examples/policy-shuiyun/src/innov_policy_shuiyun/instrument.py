"""The document itself."""

from __future__ import annotations

from innov_consortium.core.sources import Instrument, Status

__all__ = ["INSTRUMENT"]

INSTRUMENT = Instrument(
    title="水云市创新联合体备案管理办法",
    gloss="Measures of Shuiyun for the Filing and Administration of Innovation Consortia",
    status=Status.PUBLISHED,
    jurisdiction="990100",
)
