"""Where: names of places."""

from __future__ import annotations

from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import table, words

__all__ = ["ABROAD", "REGIONS", "ZONES"]

_PROVINCES = {
    "110000": "北京 beijing bj 京",
    "120000": "天津 tianjin tj 津",
    "130000": "河北 hebei he 冀",
    "140000": "山西 shanxi",
    "150000": "内蒙古 内蒙古自治区 inner_mongolia",
    "210000": "辽宁 liaoning",
    "220000": "吉林 jilin",
    "230000": "黑龙江 heilongjiang",
    "310000": "上海 shanghai",
    "320000": "江苏 jiangsu",
    "330000": "浙江 zhejiang",
    "340000": "安徽 anhui",
    "350000": "福建 fujian",
    "360000": "江西 jiangxi",
    "370000": "山东 shandong",
    "410000": "河南 henan",
    "420000": "湖北 hubei",
    "430000": "湖南 hunan",
    "440000": "广东 guangdong",
    "450000": "广西 广西壮族自治区 guangxi",
    "460000": "海南 hainan",
    "500000": "重庆 chongqing",
    "510000": "四川 sichuan",
    "520000": "贵州 guizhou",
    "530000": "云南 yunnan",
    "540000": "西藏 西藏自治区 tibet xizang",
    "610000": "陕西 shaanxi",
    "620000": "甘肃 gansu",
    "630000": "青海 qinghai",
    "640000": "宁夏 宁夏回族自治区 ningxia",
    "650000": "新疆 新疆维吾尔自治区 xinjiang",
}

_DISTRICTS = {
    "120101": "和平区 heping",
    "120102": "河东区 hedong",
    "120103": "河西区 hexi",
    "120104": "南开区 南开 nankai",
    "120105": "河北区",
    "120106": "红桥区 红桥 hongqiao",
    "120110": "东丽区 东丽 dongli",
    "120111": "西青区 西青 xiqing",
    "120112": "津南区 津南 jinnan",
    "120113": "北辰区 北辰 beichen",
    "120114": "武清区 武清 wuqing",
    "120115": "宝坻区 宝坻 baodi",
    "120116": "滨海新区 滨海 binhai binhai_new_area binhai_new_district",
    "120117": "宁河区 宁河 ninghe",
    "120118": "静海区 静海 jinghai",
    "120119": "蓟州区 蓟州 jizhou",
}

#: Development zones of Binhai, with their official names.
ZONES: Final = table(
    {
        "天津经济技术开发区": words("天津开发区 经开区 泰达 teda"),
        "天津港保税区": words("保税区 tianjin_port_free_trade_zone"),
        "天津滨海高新技术产业开发区": words("天津滨海高新区 滨海高新区 高新区"),
        "天津东疆综合保税区": words("东疆综合保税区 东疆 天津东疆 东疆保税港区 dongjiang"),
        "中新天津生态城": words("天津生态城 生态城 eco_city tianjin_eco_city"),
    }
)

#: Names of places, with their codes of GB/T 2260. 河北 alone is the province.
REGIONS: Final = (
    {
        name: code
        for names in (_PROVINCES, _DISTRICTS)
        for code, text in names.items()
        for name in text.split()
    }
    | dict.fromkeys(ZONES, "120116")
    | {
        f"{text.split()[0]}{suffix}": code
        for code, text in _PROVINCES.items()
        for suffix in ("市" if code[:2] in ("11", "12", "31", "50") else "省",)
    }
)

#: Places outside mainland China.
ABROAD: Final = words(
    "abroad foreign overseas outside_china 境外 国外 海外 hong_kong hongkong 香港 中国香港 "
    "macao macau "
    "澳门 中国澳门 taiwan 台湾 中国台湾 germany 德国 usa us united_states 美国 japan 日本 "
    "singapore 新加坡 "
    "france 法国 uk united_kingdom 英国 korea south_korea 韩国 switzerland 瑞士 canada 加拿大 "
    "australia 澳大利亚 israel 以色列 netherlands 荷兰 italy 意大利 russia 俄罗斯 de jp sg fr "
    "gb"
)
