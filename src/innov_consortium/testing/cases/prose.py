"""What can be checked of the conditions a case states in prose; the rest is for a reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from innov_consortium.testing.cases import vocabulary
from innov_consortium.testing.cases.got import Got
from innov_consortium.testing.cases.wording import plain

__all__ = ["compare_prose"]

_PROVISION = re.compile(r"art\d+(?:\.[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def compare_prose(
    expect: Mapping[str, Any], about: tuple[str, ...], got: Got, wrong: list[str]
) -> list[str]:
    """Check what can be checked of the conditions in prose; return what is left to a reader."""
    to_read = []
    for sentence in expect.get("must") or []:
        right = _names_it(sentence, expect, about, got)
        if right is None:
            to_read.append(f"for a reader: must {sentence}")
        elif not right:
            wrong.append(f"must {sentence}")
    for sentence in expect.get("must_not") or []:
        right = _does_not(sentence, expect, about, got)
        if right is None:
            to_read.append(f"for a reader: must not {sentence}")
        elif not right:
            wrong.append(f"must not {sentence}")
    return to_read


def _names_it(
    sentence: str, expect: Mapping[str, Any], about: tuple[str, ...], got: Got
) -> bool | None:
    """Tell whether the answer names units, provisions and days; ``None`` for anything else."""
    name = sentence.removeprefix("name ").strip()
    if name == sentence:
        return None
    if plain(name) in ("objection", "the_objection", "open_objection", "the_open_objection"):
        return any("objections: " in line for line in got.because)
    concerned = got.concerned(tuple(expect.get("norms") or about))
    parts = [part.strip() for part in re.split(r"、|,|，|\band\b", name)]
    members = {n for unit in got.members for n in (unit.name, unit.id.value)}
    words = {plain(word) for word in concerned}
    if all(part in members or _word(part) in words for part in parts):
        return all(part in concerned or _word(part) in words for part in parts)
    ids, days = _PROVISION.findall(name), _DAY.findall(name)
    if not ids and not days:
        return None
    cited = [f.provision for f in got.report.findings]
    numbers = {str(n.value) for f in got.report.findings for n in f.norm.numbers}
    return all(any(p == i or p.startswith(i + ".") for p in cited) for i in ids) and all(
        day in numbers for day in days
    )


def _word(text: str) -> str:
    known = {**vocabulary.ORGANS, **vocabulary.LISTS}
    return known.get(plain(text), plain(text))


def _does_not(
    sentence: str, expect: Mapping[str, Any], about: tuple[str, ...], got: Got
) -> bool | None:
    word, _, code = sentence.partition(" ")
    if word == "answer" and code and " " not in code:
        return not got.says(code, about)
    if word == "report" and code and " " not in code:
        norms = expect.get("norms") or ()
        said = got.answer is not None and got.says(code, about)
        return not said and all(got.outcome(p) != plain(code) for p in norms)
    return None
