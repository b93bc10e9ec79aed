"""What the kit's page says around what was found, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping

from innov_consortium.core.sources import Disposition
from innov_consortium.testing.kit.conformance import State

__all__ = ["MARKS", "WORDS", "is_english"]

#: How the state of a check is marked.
MARKS = {State.PASSED: "✓", State.FAILED: "✗", State.NOT_RUN: "–"}


def is_english(words: Mapping[str, str]) -> bool:
    """Return whether these are the English words."""
    return words is WORDS["en"]


#: The words, by language.
WORDS: Mapping[str, Mapping[str, str]] = {
    "zh_CN": {
        "edition": "版本 {}，软件包 {}",
        "no_package": "（无）",
        "conforms": "符合：各项检查均无未说明的问题",
        "fails": "不符合：{} 处须改正",
        "checks": "检查",
        "check": "名称",
        "asks": "查什么",
        "number": "查了多少",
        "count": "（{}）",
        "accepted": "，已说明的差异 {} 处",
        "not_run": "：未运行，{}",
        "provisions": "条款，共 {} 条",
        "words": "原文",
        "sort": "性质",
        "held": "由什么承担",
        "shown": "例子",
        "examples": "例 {}",
        "mutants": "改错试验：可改错 {} 处，试了 {} 处，例子 {} 个，未被察觉 {} 处（种子 {}）",
        "drawn": "只抽试了一部分，并且只用与其条款有关的例子；全部试用 --mutants all",
        "gaps": "已说明的差异，共 {} 处",
        Disposition.CLAUSE.value: "规则",
        Disposition.FACT.value: "事实",
        Disposition.STEP.value: "步骤",
        Disposition.DUTY.value: "职责",
        Disposition.NUMBER.value: "数字",
        Disposition.READING.value: "解释",
        Disposition.JUDGEMENT.value: "由人判断",
        Disposition.DEFINITION.value: "定义",
        Disposition.DECLARATORY.value: "宣示",
        Disposition.EXTERNAL.value: "另有规定",
    },
    "en": {
        "edition": "edition {}, package {}",
        "no_package": "(none)",
        "conforms": "conforms: no check found anything that is not accounted for",
        "fails": "does not conform: {} flaw(s) to be mended",
        "checks": "Checks",
        "check": "name",
        "asks": "what it asks",
        "number": "looked at",
        "count": " ({})",
        "accepted": ", {} accounted for",
        "not_run": ": not run, {}",
        "provisions": "Provisions: {}",
        "words": "gloss",
        "sort": "sort",
        "held": "held by",
        "shown": "examples",
        "examples": "{} ex.",
        "mutants": "Mutants: {} there, {} tried on {} examples, {} not noticed (seed {})",
        "drawn": "only some were tried, on the examples nearest to them; --mutants all tries all",
        "gaps": "Accounted for: {}",
        **{one.value: one.value for one in Disposition},
    },
}
