"""虚构的一批申请与候选人：由种子生成，假设逐条写明，不反映任何真实情况。

Made-up applications and candidates, drawn from a seed. Every share below is an assumption and says
nothing about any real city. Each column is drawn from a stream of its own name, so that another
column, or another share in one, leaves all the others as they are.

What is assumed of applications:

* Three to twelve participants, most often six; the share of enterprises among them differs from
  application to application around 58 %.
* One research institution in five is registered as an enterprise.
* Some universities take part with two colleges, some firms with a branch, some belong to the group
  of the lead.
* Nine in ten leads are registered in Tianjin; most of the others have a branch there.
* Judgements (the lead's standing, the soundness of a base for co-operation …) are on record and in
  the applicants' favour nearly always; a few are not on record, and so unknown; fewer are against.
* Nobody has yet decided on a departure from a principle, so that such an answer is open.
"""

from __future__ import annotations

import copy
import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from innov_consortium import Policy
from innov_consortium.core.uscc import check_character
from innov_consortium.interchange import load_case
from innov_consortium.simulation import Behaviour, Drawn, copies_of, structure_behaviour

__all__ = ["FILED_ON", "applications_and_members", "behaviour", "candidates"]

FILED_ON = date(2026, 3, 2)
SIZES = {3: 2, 4: 6, 5: 14, 6: 28, 7: 20, 8: 13, 9: 8, 10: 5, 11: 2, 12: 2}
OTHER_KINDS = {
    "university": 42,
    "research_institution": 30,
    "new_rd_institution": 8,
    "service_institution": 20,
}
LEAD_KINDS = {
    "enterprise": 60,
    "research_institution": 22,
    "university": 12,
    "new_rd_institution": 6,
}
CATEGORIES = {
    "enterprise": {
        "leading_enterprise": 60,
        "chain_master": 32,
        "other_strategic_force": 6,
        None: 2,
    },
    "university": {"other_strategic_force": 90, None: 10},
    "research_institution": {"research_institution": 100},
    "new_rd_institution": {"research_institution": 85, "other_strategic_force": 15},
}
FIELDS = ("信创", "高端装备", "智能科技", "新能源汽车", "生物医药", "石油化工", "绿色低碳")
#: Judgements: on record for, against; the rest is not on record.
JUDGED, AGAINST = 0.994, 0.002
JUDGEMENTS = (
    *("item1_s2a", "item1_s2b", "item1_s2d", "item2_s2b", "item2_s2d", "item2_s2e"),
    *("item4_s2", "item4_s3a", "item6_s2b"),
)
HEADS = (
    *("goals", "tasks", "organisation", "functions", "rights_and_obligations", "ip_ownership"),
    *("licensing_and_income_distribution", "breach_liability"),
)
LISTS = ("major_scientific_questions", "key_core_technologies", "target_outcomes")
ORGANS = ("decision", "advisory", "executive")

_PREFIX = {True: "91120116MA", False: "12120116MA"}
_LEADS_FROM = 9_000_000
HERE = Path(__file__).parent


class Draws:
    """Columns of one table, each drawn from a stream of its own name.

    Args:
        seed: The seed.
        size: How many rows there are.
    """

    def __init__(self, seed: int, size: int) -> None:
        self.seed = seed
        self.size = size

    def uniform(self, name: str) -> np.ndarray:
        """Return numbers from 0 up to and without 1."""
        stream = np.random.default_rng([self.seed, zlib.crc32(name.encode())])
        return stream.random(self.size)

    def chance(self, name: str, share: float | np.ndarray) -> np.ndarray:
        """Return truth values, so many of them true."""
        return self.uniform(name) < share

    def pick(self, name: str, shares: Mapping[Any, float]) -> np.ndarray:
        """Return words by their shares."""
        edges = np.cumsum(list(shares.values())) / sum(shares.values())
        words = np.array(list(shares), dtype=object)
        return words[np.searchsorted(edges, self.uniform(name), side="right")]

    def known(self, name: str, true: float, false: float = 0.0) -> list[bool | None]:
        """Return truth values, some true, some false, the rest unknown."""
        drawn = self.uniform(name)
        return [True if x < true else False if x < true + false else None for x in drawn]


def applications_and_members(number: int, seed: int = 2026) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return made-up applications and their participants, as ``assess`` takes them.

    Args:
        number: How many applications there are to be, a million at most.
        seed: What they are drawn from.
    """
    draws = Draws(seed, number)
    sizes = draws.pick("sizes", SIZES).astype(int)
    stream = np.random.default_rng([seed, zlib.crc32(b"share of enterprises")])
    enterprises = np.repeat(stream.beta(7, 5, number), sizes)
    leads = _leads(draws)
    keys = np.repeat(np.arange(number), sizes)
    lead_of_each = leads["lead_unit"].to_numpy()[keys]
    members = _members(Draws(seed, len(keys)), keys, enterprises, lead_of_each)
    return leads.hstack(_papers(draws)), members


def _leads(draws: Draws) -> pl.DataFrame:
    kinds = draws.pick("lead_kind", LEAD_KINDS)
    local = draws.chance("lead_domicile", 0.9)
    branch = ~local & draws.chance("lead_branch", 0.7)
    special = draws.chance("special", 0.02)
    enterprise = (kinds == "enterprise") | (
        (kinds == "new_rd_institution") & draws.chance("lead_form", 0.5)
    )
    drawn = {kind: draws.pick(f"category of {kind}", CATEGORIES[kind]) for kind in CATEGORIES}
    return _table(
        {
            "application": np.arange(draws.size),
            "filed_on": [FILED_ON] * draws.size,
            "field": draws.pick("field", dict.fromkeys(FIELDS, 1)),
            "lead_unit": _codes(enterprise, np.arange(draws.size) + _LEADS_FROM),
            "lead_kind": kinds,
            "lead_college": _where(kinds == "university", "先进技术学院"),
            "lead_domicile": np.where(local, "120116", "110105"),
            "lead_branch_in_tianjin": branch,
            "attested__in_tianjin": _where(~local & ~branch, value=False),
            "lead_category": [drawn[kind][n] for n, kind in enumerate(kinds)],
            "operating_normally": draws.known("operating", 0.985, 0.005),
            "lead_signed": draws.known("lead_signed", 0.999),
            "register_complete": np.full(draws.size, fill_value=True),
            "leads_active": draws.pick("leads_active", {0: 95, 1: 4, 2: 1}).astype(int),
            "leads_pending": draws.pick("leads_pending", {0: 93, 1: 7}).astype(int),
            "leads_ended": draws.pick("leads_ended", {0: 96, 1: 4}).astype(int),
            "leads_revoked": draws.pick("leads_revoked", {0: 98, 1: 2}).astype(int),
            "special_ground": np.where(special, "art7.s1b", "none"),
            "special_determined_by": _where(special, "bureau"),
            "special_determined_on": _where(special, date(2026, 2, 2)),
            "special_elected": _where(special, value=True),
            "special_elected_by_bureau": _where(special, value=True),
        },
        types={
            "lead_college": pl.String,
            "attested__in_tianjin": pl.Boolean,
            "special_determined_by": pl.String,
            "special_determined_on": pl.Date,
            "special_elected": pl.Boolean,
            "special_elected_by_bureau": pl.Boolean,
        },
    )


def _papers(draws: Draws) -> pl.DataFrame:
    """Return what the papers of each application say, and what has been judged of it."""
    areas = draws.pick("areas", {0: 2, 1: 13, 2: 30, 3: 30, 4: 15, 5: 10}).astype(int)
    shared = draws.chance("organ_shared", 0.08)
    posts = {"strategic_scientist": 30, "leading_talent": 64, "other": 3, None: 3}
    return _table(
        {
            **{f"attested__art5_{n}": draws.known(n, JUDGED, AGAINST) for n in JUDGEMENTS},
            "areas_of_cooperation": areas,
            "areas_lacking": 5 - areas,
            **{f"agrees_{head}": draws.chance(head, 0.997) for head in HEADS},
            **{f"list_formed__{one}": draws.chance(one, 0.99) for one in LISTS},
            **{f"organ_provided__{o}": draws.chance(f"{o} provided", 0.99) for o in ORGANS},
            **{f"organ_shared__{o}": shared & (o != "executive") for o in ORGANS},
            "principal_named": draws.known("principal", 0.999),
            "technologist_named": draws.known("technologist", 0.99),
            "one_person_in_both": draws.chance("one person in both", 0.06),
            "qualification": draws.pick("qualification", posts),
            "signed_on": [date(2026, 2, 20)] * draws.size,
        },
        types={"qualification": pl.String},
    )


def _members(
    draws: Draws, keys: np.ndarray, enterprises: np.ndarray, leads: np.ndarray
) -> pl.DataFrame:
    firm = draws.chance("kind", enterprises)
    kinds = np.where(firm, "enterprise", draws.pick("other kind", OTHER_KINDS))
    by_form = firm.copy()
    research = np.isin(kinds, ["research_institution", "new_rd_institution"])
    by_form |= research & draws.chance("converted", 0.2)
    with_last = np.concatenate([[False], keys[1:] == keys[:-1]])
    alike = with_last & np.concatenate([[False], kinds[1:] == kinds[:-1]])
    twice = alike & (kinds == "university") & draws.chance("second college", 0.35)
    twice &= ~np.concatenate([[False], twice[:-1]])
    own = _codes(by_form, np.arange(draws.size) - twice)
    abroad = firm & draws.chance("abroad", 0.02)
    units = np.where(abroad, [f"XX:{n:07d}" for n in range(draws.size)], own)
    before = np.concatenate([[""], units[:-1]])
    abroad_before = np.concatenate([[False], abroad[:-1]])
    branch = alike & firm & ~abroad & ~abroad_before & draws.chance("branch", 0.025)
    group = firm & ~abroad & ~branch & draws.chance("group", 0.05)
    named = draws.chance("college", 0.985)
    college = np.where((kinds == "university") & (named | twice), "化工学院", None)
    return _table(
        {
            "application": keys,
            "unit": units,
            "branch_of": np.where(branch, before, None),
            "parent": np.where(group, leads, None),
            "college": np.where(twice, "材料学院", college),
            "kind": kinds,
            "legal_form": np.where(by_form, "enterprise", "public_institution"),
            "abroad": abroad,
            "signed": draws.known("signed", 0.999, 0.0005),
            **{f"joined_{word}": draws.pick(f"joined {word}", _JOINED[word]) for word in _JOINED},
            **{f"led_{word}": draws.pick(f"led {word}", _LED) for word in _JOINED},
            "attested__art5_item3_s3a": draws.known("item3_s3a", 0.999),
            "attested__art5_item3_s3b": draws.known("item3_s3b", 0.999),
        },
        types={
            **dict.fromkeys(("branch_of", "parent", "college"), pl.String),
            **dict.fromkeys((f"{r}_{w}" for r in ("joined", "led") for w in _JOINED), pl.Int64),
        },
    )


_JOINED = {
    "active": {0: 90, 1: 9.6, 2: 0.4},
    "pending": {0: 96, 1: 4},
    "revoked": {0: 99, 1: 1},
    "elsewhere": {0: 95, 1: 5},
}
_LED = {0: 98, 1: 2}


def _table(columns: Mapping[str, Any], types: Mapping[str, Any]) -> pl.DataFrame:
    plain = {k: v.tolist() if isinstance(v, np.ndarray) else v for k, v in columns.items()}
    return pl.DataFrame(plain, schema_overrides=dict(types))


def _where(test: np.ndarray, value: object) -> list[Any]:
    """Return a value where something is so, and nothing elsewhere."""
    return [value if so else None for so in test]


def _codes(enterprise: Sequence[bool] | np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Return unified social credit codes, made up and sound."""
    bodies = [f"{_PREFIX[bool(e)]}{n:07d}" for e, n in zip(enterprise, numbers, strict=True)]
    return np.array([body + check_character(body) for body in bodies], dtype=object)


# --- over years -----------------------------------------------------------------------------------


def candidates(number: int) -> Drawn:
    """Return candidates like that of the example of a simulation, each with units of its own.

    Args:
        number: How many.
    """
    text = (HERE.parent / "simulation" / "candidate.json").read_bytes()
    return copies_of(load_case(text).application, number)


def behaviour(policy: Policy, *, revoking: bool = True) -> Behaviour:
    """Return what people do: as in the example of a simulation, but harsher, to show the bar.

    Every consortium is evaluated every year, three results in ten are unqualified, and seven in ten
    of those whose consortium has come to an end apply again in a year.

    Args:
        policy: The policy whose steps are taken.
        revoking: Whether anything is revoked at all.
    """
    rates = json.loads((HERE.parent / "simulation" / "rates.json").read_text(encoding="utf-8"))
    rates = copy.deepcopy(rates)
    rates["again"] = 0.7
    turns = {turn["step"]: turn for turn in rates["turns"]}
    turns["call_evaluation"]["every"] = {"years": 1, "after": 1}
    turns["notify_result"]["says"]["grade"] = {
        "$pick": {"excellent": 1, "good": 3, "qualified": 3, "unqualified": 3}
    }
    turns["revoke"]["rate"] = 1
    if not revoking:
        rates["turns"] = [turn for turn in rates["turns"] if turn["step"] != "revoke"]
    return structure_behaviour(rates, policy)
