"""What the fields of stored documents are called, in Chinese and in English.

A name after a dot alone is that of a field of the document itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["STORED_LABELS"]

#: A field's name, or with the field above it, and its labels.
STORED_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "schema": ("格式", "schema"),
        # --- parts of a case on their own
        ".by": ("作出单位", "body that acted"),
        ".on": ("日期", "day"),
        ".value": ("认定的选项", "choice attested"),
        ".source": ("公布文件", "where it is announced"),
        ".complete_to": ("完整的截止日", "day to which it is complete"),
        # --- a receipt
        "version": ("版本", "version"),
        "publication": ("公布", "publication"),
        "day": ("日期", "day"),
        "enacted": (
            "公布文本是否已不带征求意见字样",
            "whether published without the mark of a draft",
        ),
        "facts_sha256": ("所查材料的摘要", "digest of what was checked"),
        "seal": ("印记", "seal"),
        "facts": ("所查材料", "what was checked"),
        # --- of which policy, and written by what
        "library": ("程序库", "library"),
        "library.name": ("程序库名称", "name of the library"),
        "library.version": ("程序库版本", "version of the library"),
        "policy": ("政策", "policy"),
        "code": ("代码", "code"),
        "aliases": ("别名", "other names"),
        "title": ("标题", "title"),
        "status": ("文本状态", "status of the text"),
        "published_on": ("公布日", "day of publication"),
        "supposed": ("公布日是否假定", "whether the publication is supposed"),
        "text_sha256": ("文本的 SHA-256", "SHA-256 of the text"),
        "policy.edition": ("文本版本", "edition of the text"),
        ".edition": ("文本版本", "edition of the text"),
        # --- a report
        "inquiry": ("所问事项", "inquiry"),
        ".grounds": ("是否就情形而问", "whether it is about grounds"),
        "in_force": ("是否施行", "whether in force"),
        "answer": ("结论", "answer"),
        "changes_on": ("结论改变之日", "day the answer changes"),
        "turn": ("结论的改变", "change of the answer"),
        "turn.on": ("改变之日", "day of the change"),
        "reasons": ("改变的原因", "reasons of the change"),
        "reasons.what": ("开始或届满的", "what begins or ends"),
        "provisions": ("条文", "provisions"),
        "marks": ("标记", "marks"),
        "missing": ("所缺的事实", "facts missing"),
        "fact": ("事实", "fact"),
        "missing.path": ("在输入中的位置", "where it would stand"),
        "lang": ("语言", "language"),
        # --- its readings and numbers
        "readings": ("所依据的解释", "readings"),
        "readings.name": ("解释名称", "name of the reading"),
        "entry": ("条目", "entry"),
        "letter": ("字母", "letter"),
        "default": ("是否默认", "whether the default"),
        "official": ("官方解释", "official interpretation"),
        "numbers": ("数字", "numbers"),
        "facts.value": ("值", "value"),
        "numbers.value": ("数值", "value of the number"),
        "numbers.unit": ("计量单位", "unit of the number"),
        # --- its findings
        "findings": ("逐条结果", "findings"),
        "text": ("原文", "text of the provision"),
        "clause": ("条款名称", "name of the clause"),
        "force": ("约束力", "force"),
        "combines": ("是否计入结论", "whether it enters the answer"),
        "some": ("是否情形之一", "whether a ground"),
        "outcome": ("结果", "outcome"),
        "each": ("逐个适用的对象", "asked of each"),
        "findings.facts": ("事实", "facts"),
        "items.facts": ("事实", "facts"),
        "findings.items": ("有结果的对象", "items"),
        "outcomes": ("各对象的结果", "outcomes of the items"),
        "where": ("程序中的位置", "where in the library"),
        "citation": ("引用", "citation"),
        "sentence": ("说明", "sentence"),
        "path": ("在输入中的位置", "path in the input"),
        "items.item": ("对象", "item"),
        "decided_by": ("所依据的认定或者决定", "what it rests on"),
        "sort": ("种类", "sort"),
        "decided_by.by": ("作出单位", "body that acted"),
        "decided_by.on": ("作出日", "day it acted"),
        "decided_by.value": ("认定的选项", "choice attested"),
        # --- what it hinges on
        "hinges": ("结论所系的解释", "what the answer hinges on"),
        "hinges.on": ("所问之日", "day asked about"),
        "hinges.official": ("已有官方解释的", "settled officially"),
        "answer_stands": ("结论是否不变", "whether the answer stands"),
        "asked": ("改读过的解释", "readings taken otherwise"),
        "handed_in": ("可能影响登记簿的解释", "readings that bear on the register"),
        "ways": ("改读的次数", "ways asked about"),
        "single": ("单项改读", "one reading otherwise"),
        "pairs": ("两项改读", "two readings otherwise"),
        "read": ("改读为", "read otherwise as"),
        "entries": ("条目", "entries"),
        "alters_answer": ("结论是否改变", "whether the answer is another one"),
        "before": ("原来的", "before"),
        "after": ("改变后的", "after"),
        "outcome_differs": ("结果是否不同", "whether the outcome differs"),
        # --- a state
        "phase": ("所处阶段", "phase"),
        "recognised_on": ("批准组建之日", "day it was recognised"),
        ".stage": ("办理环节", "stage of the procedure"),
        "matters": ("各事项", "matters"),
        "stage.path": ("所循程序", "procedure it is on"),
        "matters.path": ("所循程序", "procedure it is on"),
        "until": ("期间的末日", "last day of the window"),
        "changes.id": ("变更编号", "id of the change"),
        "reported_on": ("报告日", "day it was reported"),
        "approved_on": ("批准日", "day it was approved"),
        "refused_on": ("不予批准之日", "day it was refused"),
        "executed_on": ("执行日", "day it was carried out"),
        "key": ("单位", "unit"),
        "first_free_day": ("可再次牵头的首日", "first day it may lead again"),
        "irregular": ("本不能发生的事件", "events that could not happen"),
        "set_aside": ("后来被更正的事件", "events set right later"),
        "matter": ("所涉事项", "matter"),
        "known_on": ("按哪一天所知", "as known on"),
    }
)
