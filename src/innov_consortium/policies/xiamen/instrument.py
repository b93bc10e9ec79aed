"""The document itself, and the bodies its passages name."""

from __future__ import annotations

from innov_consortium.core.sources import Instrument, Status

__all__ = ["APPLICANTS", "BUREAU", "INSTRUMENT"]

INSTRUMENT = Instrument(
    title="厦门市创新联合体管理办法",
    gloss="Measures of Xiamen for the Administration of Innovation Consortia",
    status=Status.PUBLISHED,
    jurisdiction="350200",
)

#: 市科技局: puts consortia on file (art. 3), and gave the answers encoded here.
BUREAU = ("厦门市科学技术局", "市科技局")

#: 申请人对自己的称呼：自己的话不算认定。
APPLICANTS = ("申请人", "申请单位", "申报单位", "本单位", "牵头单位", "成员单位")
