"""The questions the Measures answer."""

from __future__ import annotations

from innov_consortium.core.inquiries import Inquiry
from innov_consortium.policies.tianjin import art03_fields, art05_formation, art07_special

__all__ = ["FORMATION", "INQUIRIES"]

#: 第五条：天津市创新联合体申请组建应满足以下基本条件。
FORMATION = Inquiry(
    name="formation",
    conditions=art05_formation.CONDITIONS,
    context=(*art03_fields.CONTEXT, *art07_special.CONTEXT),
)

INQUIRIES = (FORMATION,)
