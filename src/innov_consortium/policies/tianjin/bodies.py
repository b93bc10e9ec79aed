"""Who speaks in the Measures, by the names used for them."""

from __future__ import annotations

__all__ = [
    "APPLICANTS",
    "BUREAU",
    "DISTRICTS",
    "INTERPRETERS",
    "LEADERSHIP",
    "PROVINCE",
    "ZONES",
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

#: 区科技主管部门所在的区（GB/T 2260），以及各区的名称；名称之后接什么机构名不论。
DISTRICTS = {
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

#: 滨海新区各开发区及其常用名称。条文没有列举，名单可替换：见 :func:`place_named`。
ZONES = {
    "天津经济技术开发区": ("天津经济技术开发区", "天津开发区", "经开区", "泰达"),
    "天津港保税区": ("天津港保税区", "保税区"),
    "天津滨海高新技术产业开发区": ("天津滨海高新技术产业开发区", "滨海高新区", "高新区"),
    "天津东疆综合保税区": ("天津东疆综合保税区", "东疆综合保税区", "东疆"),
    "中新天津生态城": ("中新天津生态城", "天津生态城", "生态城"),
}


def place_named(text: str) -> str | None:
    """Return the district or zone a text begins with, by its proper name; ``None`` if none.

    >>> place_named("天津市和平区科学技术局"), place_named("天津经济技术开发区科技主管部门")
    ('和平区', '天津经济技术开发区')
    >>> place_named("某省科技厅") is None
    True
    """
    rest = text.removeprefix("天津市")
    named = [(alias, zone) for zone, aliases in ZONES.items() for alias in aliases]
    named += [(name, name) for name in DISTRICTS.values()]
    found = [(alias, name) for alias, name in named if rest.startswith(alias)]
    return max(found, key=lambda one: len(one[0]))[1] if found else None
