"""Who speaks in the Measures, by the names used for them."""

from __future__ import annotations

__all__ = ["APPLICANTS", "BUREAU", "INTERPRETERS", "LEADERSHIP", "PROVINCE"]

#: The first two digits of every GB/T 2260 code within Tianjin.
PROVINCE = "12"

#: 申请人对自己的称呼：自己的话不算认定。
APPLICANTS = ("申请人", "申请单位", "申报单位", "本单位", "牵头单位", "参与单位", "成员单位")

#: 市科技局: accepts departures, elects 一事一议, approves.
BUREAU = (
    "市科技局",
    "天津市科技局",
    "天津市科学技术局",
)

#: 市委、市政府: determines what is to be supported with priority (art. 7).
LEADERSHIP = (
    "市委、市政府",
    "天津市委、市政府",
    "天津市委、天津市人民政府",
    "中共天津市委、天津市人民政府",
    "中共天津市委、天津市政府",
    "中共天津市委员会、天津市人民政府",
    "天津市委、天津市政府",
    "市委市政府",
    "天津市委市政府",
)

#: 市科技局会同三部门: interprets the Measures (art. 25).
INTERPRETERS = (
    "市科技局会同三部门",
    "市科技局会同市工业和信息化局、市知识产权局、市财政局",
    "天津市科学技术局会同天津市工业和信息化局、天津市知识产权局、天津市财政局",
)
