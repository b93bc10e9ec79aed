"""Words, days, codes and amounts of which cases and histories are made."""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from innov_consortium.core.consortium import Application, Person, Vacancy
from innov_consortium.core.organizations import Identifier, MemberKey
from innov_consortium.core.periods import Window
from innov_consortium.core.uscc import ALPHABET, check_character

BODIES = st.text(ALPHABET, min_size=9, max_size=9)
WORDS = st.text(string.ascii_lowercase + "_", min_size=1, max_size=12)
NAMES = st.text("津甲乙丙大学ab （）", min_size=1, max_size=8).map(lambda s: f"某{s}司")
COLLEGES = st.sampled_from([None, "机械学院", "材料学院"])
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
REGIONS = st.from_regex(r"[1-9][0-9]{5}", fullmatch=True)
DOCUMENTS = st.just("") | NAMES
TRUTH = st.none() | st.booleans()
YEARS = st.none() | st.integers(1, 9999)
ODD_AMOUNTS = st.sampled_from(["1E+7", "-0.00", "0.1" + "0" * 30, "5." + "0" * 19]).map(Decimal)
AMOUNTS = st.none() | st.decimals(0, 10**15, places=2) | ODD_AMOUNTS
CONSORTIUM = "联合体一"
FIRST = date(2026, 3, 2)


def code_of(category: str) -> st.SearchStrategy[Identifier]:
    return BODIES.map(
        lambda body: Identifier.uscc(
            f"{category}120116{body}" + check_character(f"{category}120116{body}")
        )
    )


IDENTIFIERS = code_of("91") | code_of("12") | st.builds(Identifier, st.just("LEI"), WORDS)
UNITS = st.none() | IDENTIFIERS
PEOPLE = st.none() | st.just(Vacancy.VACANT) | st.builds(Person, NAMES, st.none() | WORDS)
WINDOWS = st.builds(
    Window,
    first=st.none() | st.dates(date(2000, 1, 1), date(2020, 1, 1)),
    last=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


def some_of(items: list[Any]) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(items))


WORD_SETS = st.none() | st.frozensets(WORDS, max_size=4)


def members_of(application: Application) -> list[MemberKey]:
    return [unit.key for unit in application.members]
