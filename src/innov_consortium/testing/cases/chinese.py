"""The questions of the case format in Chinese."""

from __future__ import annotations

from typing import Final

__all__ = ["PHRASES"]

#: Questions in Chinese, each with the phrase of the case format that asks the same.
PHRASES: Final = {
    "施行": "ask whether the Measures are in force on as_of",
    "组建条件": "check the formation conditions",
    "申报": "check the filing",
    "办理经过": "replay the formation events",
    "状态": "ask the status",
    "评价": "check evaluation duties and effects",
    "撤销情形": "establish revocation grounds",
    "撤销申请": "check the request",
    "三年限制": "check admissibility of a formation application by the former lead",
    "变更": "check the change",
    "项目申报资格": "ask eligibility to apply for a consortium major S&T project on as_of",
    "支持额度": "check the support amount",
    "应得的支持": "ask whether an entitlement was infringed",
}
