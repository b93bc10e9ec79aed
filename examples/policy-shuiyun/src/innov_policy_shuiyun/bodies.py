"""Who speaks in the Measures, by the names used for them."""

from __future__ import annotations

__all__ = ["APPLICANTS", "BUREAU", "CITY"]

#: The first four digits of every code of a district of the city.
CITY = "9901"

#: 申请人对自己的称呼：自己的话不算认定。
APPLICANTS = ("申请单位", "本单位", "牵头单位", "参与单位", "成员单位")

#: 市科学技术局：备案机关（第三条），也负责解释（第十五条）。
BUREAU = ("市科学技术局", "水云市科学技术局", "备案机关")
