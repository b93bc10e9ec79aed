"""Where: names of places that no policy has to list. Its own places stand in its package."""

from __future__ import annotations

import importlib.resources
from typing import Final

from innov_consortium.testing.cases.vocabulary.tables import words

__all__ = ["ABROAD", "PROVINCES"]

#: The rows of GB/T 2260 for provinces: code, no zone, names.
_TABLE: Final = (
    importlib.resources.files("innov_consortium.policies")
    .joinpath("provinces.tsv")
    .read_text(encoding="utf-8")
)
#: How the codes of provinces begin that are outside mainland China.
_OUTSIDE: Final = ("7", "8")

_CODES: Final = {
    name: code
    for code, _, names in (line.split("\t") for line in _TABLE.splitlines()[1:])
    for name in names.split()
}

#: Names of provinces, with their codes of GB/T 2260.
PROVINCES: Final = {n: code for n, code in _CODES.items() if not code.startswith(_OUTSIDE)}

#: Places outside mainland China.
ABROAD: Final = frozenset(n for n, code in _CODES.items() if code.startswith(_OUTSIDE)) | words(
    "abroad foreign overseas outside_china 境外 国外 海外 germany 德国 usa us united_states 美国 "
    "japan 日本 singapore 新加坡 france 法国 uk united_kingdom 英国 korea south_korea 韩国 "
    "switzerland 瑞士 canada 加拿大 australia 澳大利亚 israel 以色列 netherlands 荷兰 "
    "italy 意大利 russia 俄罗斯 de jp sg fr gb"
)
