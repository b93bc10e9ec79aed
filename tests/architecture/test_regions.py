"""No region is named in the library outside ``policies/``: the names and codes come from there.

``README.md`` and ``CHANGELOG.md`` are prose; ``pyproject.toml`` and ``noxfile.py`` say which
policies the wheel brings and try them. ``benchmarks/`` is left out because it is the norms of one
text written out by hand, which is what they are a yardstick of; ``fuzzing/__main__.py`` because the
policy it takes unless told otherwise is that of the cases in ``tests/law/``, its seeds. Neither is
in the wheel.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from innov_consortium import catalogue

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "src" / "innov_consortium"
POLICIES = LIBRARY / "policies"
LOOKED_AT = (LIBRARY, ROOT / "fuzzing", ROOT / "mutation", ROOT / "hatch_build.py")
LEFT_OUT = (POLICIES, ROOT / "fuzzing" / "__main__.py")
#: Cities with texts of their own, or made up for the examples, that need not be installed here.
ELSEWHERE = (
    *("厦门", "xiamen", "cn-xm", "水云", "shuiyun", "cn-sy", "深圳", "shenzhen"),
    *("广州", "guangzhou", "苏州", "suzhou", "合肥", "hefei", "武汉", "wuhan", "成都", "chengdu"),
    *("杭州", "hangzhou", "南京", "nanjing", "青岛", "qingdao", "宁波", "ningbo", "西安", "大连"),
)
#: Shorter Latin words are words of other languages too (``he``), as single characters are.
SHORTEST = 4


def places() -> Iterator[tuple[str, list[str]]]:
    """Yield the code and the names of every place a policy of the library lists, or the list of
    provinces beside them."""
    for table in (POLICIES / "provinces.tsv", *POLICIES.glob("*/places.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines()[1:]:
            code, zone, names = line.split("\t")
            yield code, [zone, *names.split()]


@functools.cache
def named() -> re.Pattern[str]:
    """Return what finds the name or the code of a region."""
    names = {*ELSEWHERE}
    codes = {code[:2] + "[0-9]{4}" for code, _ in places()}
    for policy in catalogue().policies:
        names |= {policy.instrument.title, *policy.aliases}
    for _, said in places():
        names |= {name for name in said if len(name) > 1}
    names = {name.casefold() for name in names if not name.isascii() or len(name) >= SHORTEST}
    chinese = sorted((n for n in names if not n.isascii()), key=len, reverse=True)
    latin = sorted((n for n in names if n.isascii()), key=len, reverse=True)
    return re.compile(
        rf"{'|'.join(map(re.escape, chinese))}"
        rf"|(?<![a-z0-9])(?:{'|'.join(map(re.escape, latin))})(?![a-z0-9])"
        rf"|(?<![\w.#])(?:{'|'.join(sorted(codes))})(?!\w|\.[0-9])"
    )


def texts() -> Iterator[Path]:
    """Yield every file of the library and of its tools that holds text."""
    for top in LOOKED_AT:
        for path in (top,) if top.is_file() else sorted(top.rglob("*")):
            inside = any(path.is_relative_to(left) for left in LEFT_OUT)
            if path.is_file() and not inside and path.suffix not in (".pyc", ".mo"):
                yield path


def found_in(text: str) -> list[str]:
    """Return the lines that name a region, each with its number."""
    lines = enumerate(text.casefold().splitlines(), start=1)
    return [f"{n}: {name}" for n, line in lines for name in named().findall(line)]


def test_no_region_is_named_outside_the_policies() -> None:
    """What a region calls itself, its districts, zones and codes stand in its own package."""
    found = [f"{p.relative_to(ROOT)}:{one}" for p in texts() for one in found_in(p.read_text())]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "select('CN-TJ')",
        "normal_operation_in_tianjin",
        "天津市",
        "滨海新区科技主管部门",
        "``120116``",
        "for Xiamen",
        "jurisdiction=310000,",
        "浙江省的",
    ],
)
def test_names_of_regions_are_found(text: str) -> None:
    """The rule sees names within longer words, in either language, and codes of any province."""
    assert found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "91120116MALE00016L",
        "990000 虚构市 CN-XX",
        "where he is",
        "0.120000",
        "100000",
        "#444444",
        "津",
    ],
)
def test_what_names_no_region_is_not_found(text: str) -> None:
    """A code of GB 32100 is the code of a unit, and made-up regions are nobody's."""
    assert found_in(text) == []


def test_the_list_of_provinces_singles_none_out() -> None:
    """It is GB/T 2260's own list: all thirty-four, in order, no two names alike."""
    table = (POLICIES / "provinces.tsv").read_text(encoding="utf-8").splitlines()[1:]
    codes = [line.split("\t")[0] for line in table]
    names = [name for line in table for name in line.split("\t")[2].split()]
    assert codes == sorted(codes)
    assert len(set(codes)) == 34
    assert all(code.endswith("0000") for code in codes)
    assert len(set(names)) == len(names)
