"""Whose scheme another consortium belongs to: this text's, or another region's."""

from __future__ import annotations

import re

from innov_consortium.core.policy import Policy
from innov_consortium.testing.cases.given import Facts
from innov_consortium.testing.cases.problems import NotUnderstoodError
from innov_consortium.testing.cases.regional import regional_words
from innov_consortium.testing.cases.wording import plain

__all__ = ["jurisdiction"]

_WHOSE = ("under", "formed_under", "jurisdiction", "province", "region", "scheme", "location")
_DOCUMENT = re.compile(r"〔\d{4}〕\d+号")


def jurisdiction(entry: Facts, policy: Policy) -> str | None:
    """Return the region of another scheme; ``None`` for the scheme of the policy asked."""
    for name in _WHOSE:
        text = entry.text(name)
        if text is not None:
            return _scheme(text, entry.at(name), policy)
    return None


def _scheme(text: str, path: str, policy: Policy) -> str | None:
    documents = _DOCUMENT.findall(text)
    own = (policy.code, *policy.aliases, policy.instrument.title, "municipal", "市级", "legacy")
    if plain(text) in {plain(name) for name in own} or any(
        d in p.text for d in documents for p in policy.ledger.provisions
    ):
        return None
    said = plain(text)
    regions = regional_words(policy).places.regions
    starts = [name for name in regions if said.startswith(name) and len(name) > 1]
    if documents and not starts:  # a document's number begins with its province in one character
        starts = [name for name in regions if said.startswith(name)]
    if said in ("national", "国家", "国家级"):
        return "100000"
    if not starts:
        raise NotUnderstoodError(path, text, "whose scheme is it?")
    code = regions[max(starts, key=len)]
    return None if code == policy.code else code
