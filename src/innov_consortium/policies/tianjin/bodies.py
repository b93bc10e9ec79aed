"""Who speaks in the Measures, by the names used for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = [
    "APPLICANTS",
    "BINHAI_ZONES",
    "BUREAU",
    "CITY",
    "DISTRICTS",
    "INTERPRETERS",
    "LEADERSHIP",
    "PROVINCE",
    "ZONED",
    "place_named",
]

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

#: 各区（GB/T 2260）。区科技主管部门以其所在的区、开发区辨认，机构名称不论。
DISTRICTS: Mapping[str, str] = MappingProxyType(
    {
        "120101": "和平区",
        "120102": "河东区",
        "120103": "河西区",
        "120104": "南开区",
        "120105": "河北区",
        "120106": "红桥区",
        "120110": "东丽区",
        "120111": "西青区",
        "120112": "津南区",
        "120113": "北辰区",
        "120114": "武清区",
        "120115": "宝坻区",
        "120116": "滨海新区",
        "120117": "宁河区",
        "120118": "静海区",
        "120119": "蓟州区",
    }
)

#: 各开发区所在的区。
ZONED = "滨海新区"

#: 市科技局自己：不是任何一个区。
CITY = "天津市"

#: 滨海新区各开发区，每一个的名称和常用名称。条文写“含滨海新区各开发区”而没有列举，可换：
#: ``with_numbers(binhai_zones=…)``。
BINHAI_ZONES = (
    ("天津经济技术开发区", "天津开发区", "天津经开区", "经济技术开发区", "经开区", "泰达"),
    ("天津港保税区", "保税区"),
    ("天津滨海高新技术产业开发区", "滨海高新区", "高新区"),
    ("天津东疆综合保税区", "东疆综合保税区", "东疆"),
    ("中新天津生态城", "天津生态城", "生态城"),
)


def place_named(text: str, zones: tuple[tuple[str, ...], ...] = BINHAI_ZONES) -> str | None:
    """Return the district or zone a text names, by its proper name; ``None`` if it names none.

    A zone goes before the district it lies in, and of several the longest name.

    >>> place_named("天津市和平区科学技术局"), place_named("滨海新区天津经济技术开发区科技局")
    ('和平区', '天津经济技术开发区')
    >>> place_named("天津滨海新区科技局"), place_named("市科技局"), place_named("某省科技厅")
    ('滨海新区', '天津市', None)
    """
    if text in BUREAU:
        return CITY
    named = [(alias, names[0]) for names in zones for alias in names if alias in text]
    named = named or [(name, name) for name in DISTRICTS.values() if name in text]
    return max(named, key=lambda one: len(one[0]))[1] if named else None
